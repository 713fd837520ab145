"""What the report calls itself: its title lines, its unit, its year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import regex

from reportlint.document import Document
from reportlint.facts.outline.numbering import read_label

TITLE_LINES = 12
"""A title or cover stands within the first so many paragraphs."""
LINE_LIMIT = 40

TWICE = 2
"""A unit that no title names must be named at least so often in the body."""

_KIND = regex.compile(
    r"(?:报\s*告|自\s*评\s*表|评\s*分\s*表|说\s*明|决\s*算|情\s*况|公\s*开|预\s*算|自\s*评\s*结\s*果)"
    r"\s*(?:[（(][^（）()]{1,12}[）)])?\s*$"
)
_PLACE = r"(?:\p{Han}{2,8}?(?:省|自治区|自治州|自治县|市|地区|盟|州|县|区|旗))"
_UNIT_NOUN = (
    r"(?:人民政府|人民法院|人民检察院|管理委员会|委员会|办事处|办公室|总队|支队|大队|分局|总局|公司|"
    r"中心|学校|小学|中学|学院|大学|医院|幼儿园|研究院|研究所|图书馆|博物馆|文化馆|档案馆|党校|"
    r"协会|联合会|总工会|红十字会|工商联|残联|文联|科协|妇联|团委|局|厅|委|办|院|队|站|馆|所|镇|(?<![城进])乡|街道)"
)
_UNIT = regex.compile(rf"{_PLACE}{{1,3}}\p{{Han}}{{0,14}}?{_UNIT_NOUN}(?!\p{{Han}}?{_UNIT_NOUN})")
_SPACES = regex.compile(r"\s")
_YEARS = regex.compile(r"20\d\d年度?")
_LEAD_IN = regex.compile(
    r"^(?:年度|年|根据|按照|依据|由|在|和|与|及|对|为|是|将|经|向|从|以|关于|中共|纳入|并|本|该|我)+"
)
_YEAR = regex.compile(r"(?<!\d)(20[0-4]\d)\s*(?=年|度)")
_BARE_YEAR = regex.compile(r"^\s*(20[0-4]\d)\s*$")
_COMPARED = regex.compile(r"(?:比|较|与|同|跟)\s*(20[0-4]\d)\s*(?=年)")
"""比2022年度增加: the year before the report's own."""
_YEAR_OF = regex.compile(r"(?<!\d)(20[0-4]\d)\s*年度")


@dataclass(frozen=True, slots=True)
class Identity:
    """Title (its lines joined), the blocks it stands in, the unit and the year, as far as told."""

    title: str
    title_blocks: tuple[int, ...]
    organization: str | None
    year: int | None


def identify(document: Document, known: Collection[str] = ()) -> Identity:
    """Read title, unit and year off the first lines, else off the body.

    `known` are headings that end the title even without a number.
    """
    lines = title_lines(document, known)
    title = "".join(text for _, text in lines)
    body = [p.text for _, p in document.paragraphs()]
    return Identity(
        title=title,
        title_blocks=tuple(block for block, _ in lines),
        organization=_organization(lines, body),
        year=_year(lines, body),
    )


def title_lines(document: Document, known: Collection[str] = ()) -> list[tuple[int, str]]:
    """The cover or title lines before the first numbered heading or long paragraph."""
    lines: list[tuple[int, str]] = []
    for block, paragraph in document.paragraphs():
        text = paragraph.text.strip()
        if not text:
            continue
        if len(lines) >= TITLE_LINES or not _may_be_title(text):
            break
        if text in known and any(_KIND.search(said) for _, said in lines):
            break
        lines.append((block, text))
    kinds = [i for i, (_, text) in enumerate(lines) if _KIND.search(text)]
    if not kinds:
        return []
    kept = lines[: kinds[-1] + 1]
    return [line for line in kept if not _is_attachment_mark(line[1])]


def _may_be_title(text: str) -> bool:
    if len(text) > LINE_LIMIT or regex.search("[。；;！]", text):
        return False
    label = read_label(text)
    return label is None or label.text.startswith("附")


def _is_attachment_mark(text: str) -> bool:
    return bool(regex.fullmatch(r"附\s*(?:件|表)?\s*[\d一二三四五六七八九十]*[：:]?", text))


def _organization(lines: list[tuple[int, str]], body: list[str]) -> str | None:
    for _, text in lines:
        if found := _UNIT.search(_YEARS.sub("|", _SPACES.sub("", text))):
            return _LEAD_IN.sub("", found.group())
    names = Counter(_LEAD_IN.sub("", m.group()) for text in body for m in _UNIT.finditer(text))
    whole = {n: count for n, count in names.items() if count >= TWICE and _UNIT.fullmatch(n)}
    most = max(whole.values(), default=0)
    return max((n for n, count in whole.items() if count == most), key=len, default=None)


def _year(lines: list[tuple[int, str]], body: list[str]) -> int | None:
    for _, text in lines:
        if found := _YEAR.search(text) or _BARE_YEAR.match(text):
            return int(found.group(1))
    joined = "\n".join(body)
    told = _COMPARED.sub("", joined)
    years = Counter(_YEAR_OF.findall(told)) or Counter(_YEAR.findall(told))
    if years:
        return int(max(years, key=lambda y: (years[y], y)))
    compared = _COMPARED.findall(joined)
    return int(max(compared)) + 1 if compared else None
