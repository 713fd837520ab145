"""Bytes to the tree of a page: which encoding, and what is cut off before anybody looks."""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from email.message import Message

from lxml import etree
from lxml import html as lxml_html

from reportlint.config import Limits
from reportlint.readers.container import DEPTH, Element
from reportlint.readers.encoding import MARKS, decode
from reportlint.readers.failure import damaged, over_limit
from reportlint.result import Text

PAGE = Text("网页", "web page")
CHARSET = re.compile(rb"""(?i)(?:charset|encoding)\s*=\s*["']?\s*([A-Z0-9_-]{2,20})""")
HEAD = 4096
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
CHINESE = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "hz-gb-2312"})
DEEPEST = 2_000
"""Nesting that the parser itself may not go beyond, however much the configuration allows."""


def page_text(data: bytes, declared: str = "") -> str:
    """The characters of a page: by its mark, by what it declares, else by what makes sense."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    found = CHARSET.search(data[:HEAD])
    name = (found[1].decode("ascii") if found else declared).lower()
    encoding = "gb18030" if name in CHINESE else name
    try:
        # A page whose declaration could be read is not in UTF-16, whatever it says.
        if encoding and not encoding.startswith("utf-16"):
            return data.decode(codecs.lookup(encoding).name)
    except (LookupError, UnicodeError, ValueError):
        pass
    return decode(data) or data.decode("utf-8", "replace")


def tree_of(text: str, limits: Limits) -> Element:
    """The root of a page, mended as browsers do. Raises `UnreadableFile`."""
    bare = DECLARATION.sub("", text.replace("\0", ""), count=1)
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = lxml_html.document_fromstring(bare, parser=parser, ensure_head_body=False)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise damaged(PAGE) from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise over_limit(DEPTH, min(limits.xml_depth, DEEPEST), "xml_depth")
    return root


def page_in(data: bytes) -> tuple[bytes, str]:
    """The page in a web archive (MHTML, RFC 2557) and the encoding given for it."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return _content(part), str(part.get_content_charset() or "")
    raise damaged(PAGE)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
