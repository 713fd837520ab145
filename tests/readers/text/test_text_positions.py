import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlint.config import Limits
from reportlint.document import Document, Source, Table
from reportlint.readers import UnreadableFile, read_bytes

TOKENS = [
    "预算",
    "1,234.5",
    "|",
    "\\|",
    "，",
    "。",
    "#",
    "**",
    "*",
    "`",
    "[",
    "](",
    "-",
    "---",
    ">",
    "第1页",
    "目录",
    "……3",
    ".....",
    "（一）",
    "一、",
    "12",
    "%",
    "万元",
    "<br>",
    "│",
    "┌",
    "<!--",
    "-->",
    "\t",
    "  ",
    "\u3000",
    "\n",
    "\n\n",
    "\f",
    "\r",
    "\u200b",
    " ",
]  # fmt: skip
BREAKS = re.compile(r"\r\n|[\n\r]")


@given(st.lists(st.sampled_from(TOKENS), max_size=60).map("".join), st.sampled_from(["txt", "md"]))
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_every_character_is_where_it_is_said_to_be(text: str, suffix: str) -> None:
    try:
        document = read_bytes(text.encode(), Path(f"报告.{suffix}"), Limits())
    except UnreadableFile as failure:
        document = Document("", failure.notice.code, "", ())
    lines = BREAKS.split(text)
    for words, source in texts(document):
        for at, character in enumerate(words):
            place = source.locate(at, at + 1).part or {}
            found = lines[int(place["line"]) - 1][int(place["column"]) - 1 :]
            # Glue and line tags stand for what is not in the file as such.
            assert character in " \n" or found.startswith(character)


def texts(document: Document) -> Iterator[tuple[str, Source]]:
    for block in document.blocks:
        for piece in block.cells() if isinstance(block, Table) else [block]:
            yield piece.text, piece.source
