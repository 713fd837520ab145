"""From the bytes of a web page to a `Document`."""

from __future__ import annotations

from pathlib import Path

from reportlint.config import Limits
from reportlint.document import Block, Document, Table
from reportlint.readers.extent import CUT_TABLE
from reportlint.readers.failure import Reason, over_limit, unreadable
from reportlint.readers.html.markup import page_in, page_text, tree_of
from reportlint.readers.html.story import Story
from reportlint.result import Text


def read_html(
    data: bytes, path: Path, sha256: str, limits: Limits, *, declared: str = ""
) -> Document:
    """The document in a page; `declared` is its encoding where it does not say. May raise
    `UnreadableFile`.
    """
    text = page_text(data, declared)
    if len(text) > limits.max_part_bytes:
        what = Text("文字数", "Number of characters")
        raise over_limit(what, limits.max_part_bytes, "max_part_bytes")
    story = Story(tree_of(text, limits), limits)
    blocks = tuple(story.blocks())
    if sum(map(_length, blocks)) > limits.max_characters:
        what = Text("文字数", "Number of characters")
        raise over_limit(what, limits.max_characters, "max_characters")
    if not blocks:
        raise unreadable(
            Text("网页里没有任何文字。", "The page holds no text."),
            Text(
                "正文可能在框架或另一个文件里，请保存完整的网页或提交原文档。",
                "The text may be in a frame or another file: save the whole page.",
            ),
            reason=Reason.EMPTY,
        )
    return Document(str(path), sha256, "html", blocks, (CUT_TABLE,) if story.cut else ())


def _length(block: Block) -> int:
    if isinstance(block, Table):
        return sum(len(cell.text) for cell in block.cells())
    return len(block.text)


def read_mht(data: bytes, path: Path, sha256: str, limits: Limits) -> Document:
    """The document in a web archive. Raises `UnreadableFile`."""
    page, declared = page_in(data)
    return read_html(page, path, sha256, limits, declared=declared)
