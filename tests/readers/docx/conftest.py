import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from reportlint.config import Limits
from reportlint.document import Document
from reportlint.readers import read_bytes

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ROOTS = {"header": "hdr", "footer": "ftr"}


def package(body: str, **parts: str) -> bytes:
    """A docx with this body and these parts (styles, numbering, footnotes, comments, header …)."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="a/b"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD_TYPE}"/></Types>',
        )
        archive.writestr("_rels/.rels", relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/document.xml", root("document", f"<w:body>{body}</w:body>"))
        targets = {kind: f"{kind}.xml" for kind in parts}
        archive.writestr("word/_rels/document.xml.rels", relations(targets))
        for kind, content in parts.items():
            archive.writestr(f"word/{kind}.xml", root(ROOTS.get(kind, kind), content))
    return stream.getvalue()


def relations(targets: dict[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def root(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{content}</w:{name}>'


@pytest.fixture
def packed() -> Callable[..., bytes]:
    """Makes the bytes of a docx."""
    return package


@pytest.fixture
def read_body() -> Callable[..., Document]:
    """Reads a docx with the given body and parts."""

    def read(body: str, limits: Limits | None = None, **parts: str) -> Document:
        return read_bytes(package(body, **parts), Path("报告.docx"), limits or Limits())

    return read
