"""Put back together the lines of a paragraph that were broken to fit a width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportlint.document.traced import Traced, joined

ENDED = re.compile(r"[。！？；：!?;:][”’\"'）)】》」]*$")
OPENED = re.compile(r"[，、（(《“‘【〔]$")
CLOSING = re.compile(r"[，。；、）)》”’】〕％%‰！？：]")
NUMBERING = re.compile(
    r"""(?:第[一二三四五六七八九十百零〇\d]+[部章节条篇]
    |[一二三四五六七八九十百]+[、.．:：]
    |[（(][一二三四五六七八九十百\d]{1,3}[)）]
    |\d{1,2}(?:\.\d{1,2}){0,3}[、．.)）](?!\d)
    |[①-⑳⑴-⒇⒈-⒛]
    |[•●■◆▪○□☑✓※★]
    |[-*+]\s
    |附[件表录图]\s*[\d一二三四五六七八九十]*\s*[:：]?(?=\s|$|《)
    )""",
    re.VERBOSE,
)
NUMBER_TAIL = re.compile(r"\d[.．,，]?$")
YEAR_TAIL = re.compile(r"(?<!\d)(?:19|20)\d\d$")
YEAR_HEAD = re.compile(r"(?:19|20)\d\d年")
UNIT_HEAD = re.compile(r"[万亿]?元|[万亿]|个百分点|[个项家人名年月日分次台套户所条件篇亩吨米]|平方")
LATIN_TOKEN = re.compile(r"[\x21-\x7e]+")
CJK = re.compile(r"[\u3400-\u9fff]")
TOLERANCE = 8
"""Columns by which a full line may stay short: punctuation that may not start the next line."""
NARROWEST = 32
ALIKE = 3
"""Lines that begin with so many equal characters are items of a list."""
COMPLETE = re.compile(r"(?:[%％元人个分家项次名天日月年)）”]|\d)$")
PUNCTUATION = re.compile(r"[，。；、：（“]")
LONE_WIDTH = 40
"""A single broken line says so only when it is at least this wide (columns)."""
NUMBER_WIDTH = 24


def columns(text: str) -> int:
    """The width of `text` in columns: two for a Chinese character, one for a Latin one."""
    return sum(2 if c >= "\u1100" or c in "“”‘’—…·×÷" else 1 for c in text)


def glue(left: str, right: str) -> str:
    """What stands between two joined lines: a blank between Latin words, else nothing."""
    ends, starts = left[-1:], right[:1]
    both = ends.isascii() and starts.isascii() and starts.isalpha()
    return " " if both and (ends.isalpha() or ends in ",;:.") else ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is set: the width its lines are broken at (columns), and whether it indents.

    `width` is None for a text whose lines are whole paragraphs.
    """

    width: int | None
    indents: bool


def layout_of(lines: Sequence[str]) -> Layout:
    """The layout of consecutive lines; blank ones separate paragraphs."""
    widths = [columns(line.strip()) for line in lines]
    indented = sum(1 for line in lines if _indented(line))
    filled = sum(1 for width in widths if width)
    unfinished = [
        (left.strip(), right.strip())
        for left, right in pairwise(lines)
        if left.strip() and right.strip() and not _ended(left) and not _starts(right)
    ]
    indents = indented >= 3 and indented * 5 >= filled
    width = _wrap_width(unfinished, widths)
    return Layout(width or _lone_width(lines, widths), indents)


def continues(left: str, right: str, layout: Layout) -> bool:
    """Whether line `right` goes on with the sentence of line `left`."""
    if not left.strip() or not right.strip() or _starts(right):
        return False
    if _evident(left.strip(), right.strip()):
        return True
    if layout.width is None or left.strip()[:ALIKE] == right.strip()[:ALIKE]:
        return False
    if _heads(left.strip()):
        return False
    if layout.indents and not _ended(left) and not NUMBERING.match(left.strip()):
        # Where paragraphs are indented, a line that is not goes on, be it never so short.
        return columns(left) * 2 >= layout.width
    if not _full(left, right, layout.width):
        return False
    return not _ended(left) or layout.indents or left.rstrip().endswith(("；", ";"))


def _heads(line: str) -> bool:
    """Whether a numbered line without any stop is a heading: those are hardly ever broken."""
    label = NUMBERING.match(line)
    return label is not None and PUNCTUATION.search(line, label.end()) is None


def rejoined(lines: Sequence[Traced], layout: Layout, *, heading: bool = False) -> list[Traced]:
    """The paragraphs that lines make, blanks at their ends removed; blank lines divide them.

    Of a `heading`, every line belongs to it that neither opens nor closes a sentence of its own.
    """
    groups: list[list[Traced]] = []
    before = ""
    for line in lines:
        text = line.text
        goes_on = continues(before, text, layout) or (heading and _titles(before, text))
        if goes_on:
            groups[-1].append(line)
        elif text.strip():
            groups.append([line])
        before = text
    return [one_line(group) for group in groups]


def one_line(lines: Sequence[Traced]) -> Traced:
    """Lines that belong together (at least one) as the text they were before they were broken."""
    whole = lines[0].strip()
    for line in lines[1:]:
        bare = line.strip()
        whole = joined([whole, bare], glue(whole.text, bare.text))
    return whole


def _titles(left: str, right: str) -> bool:
    """Whether two lines are one title set on two lines."""
    bare = left.strip(), right.strip()
    if not all(bare) or any(map(_ended, bare)) or _starts(bare[1]):
        return False
    return all(columns(text) <= LONE_WIDTH for text in bare)


def _wrap_width(unfinished: Sequence[tuple[str, str]], widths: Sequence[int]) -> int | None:
    """The width that most unfinished lines nearly reach and hardly any line exceeds."""
    measured = [columns(left) for left, _ in unfinished]
    best, most = 0, 0
    for candidate in sorted(set(measured), reverse=True):
        reached = sum(1 for w in measured if candidate - TOLERANCE <= w <= candidate)
        if reached > most:
            best, most = candidate, reached
    long = [pair for pair, w in zip(unfinished, measured, strict=True) if w * 2 >= best]
    beyond = sum(1 for w in widths if w > best + 4)
    wide = sum(1 for w in widths if w * 2 >= best)
    if best < NARROWEST or most < 2 or most * 10 < len(long) * 6 or beyond * 10 > wide:
        return None
    return None if _are_items(long) else best


def _are_items(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether lines are items of a list without stops, rather than prose broken anywhere."""
    if any(_evident(left, right) for left, right in pairs):
        return False
    complete = sum(1 for left, _ in pairs if COMPLETE.search(left) and "。" not in left)
    bare = sum(1 for left, _ in pairs if not PUNCTUATION.search(left[:-1]))
    return complete * 2 > len(pairs) or bare * 2 > len(pairs)


def _lone_width(lines: Sequence[str], widths: Sequence[int]) -> int | None:
    """The width of a text with one broken line: its widest line, prose, left in mid-sentence."""
    widest = max(widths, default=0)
    if widest < LONE_WIDTH:
        return None
    at = widths.index(widest)
    line = lines[at].strip()
    after = lines[at + 1].strip() if at + 1 < len(lines) else ""
    prose = not _ended(line) and not NUMBERING.match(line) and re.search("[，。；]", line)
    return widest if prose and after and _ended(after) else None


def _full(left: str, right: str, width: int) -> bool:
    """Whether the first word of `right` did not fit on the line of `left`."""
    token = LATIN_TOKEN.match(right.strip())
    room = max(TOLERANCE, 2 + (len(token[0]) if token else 0))
    return columns(left.rstrip()) >= width - min(room, width // 2)


def _evident(left: str, right: str) -> bool:
    """Whether the words alone show it: a number or a bracket torn apart, a comma left hanging."""
    if _ended(left):
        return False
    wide = columns(left)
    if CLOSING.match(right) or (OPENED.search(left) and wide * 2 >= LONE_WIDTH):
        return True
    if not NUMBER_TAIL.search(left) or not CJK.search(left) or not CJK.search(right):
        return False
    if right[0].isdigit():
        return not (YEAR_TAIL.search(left) and YEAR_HEAD.match(right)) and wide >= NUMBER_WIDTH
    return UNIT_HEAD.match(right) is not None and wide * 2 >= LONE_WIDTH


def _ended(line: str) -> bool:
    return ENDED.search(line.rstrip()) is not None


def _starts(line: str) -> bool:
    """Whether a line opens a paragraph by its own looks."""
    return _indented(line) or NUMBERING.match(line.strip()) is not None


def _indented(line: str) -> bool:
    blank = line[: len(line) - len(line.lstrip())]
    return columns(blank.replace("\t", "    ")) >= 2
