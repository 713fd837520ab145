"""Which year the words mean."""

from __future__ import annotations

import re

_PERIOD = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s*(?:年度|年|(?=\s*(?:决算|预算|执行)))"
    r"|(?P<before>(?:上一?年度?|去年度?|前一年度?)(?:同期|[末底](?!结))?)(?![末底]?结[转余])"
    r"|(?P<two>前年)|(?P<this>本年度?|今年|当年)(?!初|末)|(?P<next>明年|下一?年度?)"
)
_WITHIN = re.compile(
    r"(?:上|下)半年|(?:第?[一二三四1-4]季度)|(?:1|一)[—－\-~～至](?:\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"|截[至止]\s*(?:20\d\d年|目前|当前)?\s*(?!12月|十二月)\d{0,2}月"
)
_OFFSETS = {"before": -1, "two": -2, "this": 0, "next": 1}


def last_period(words: str, year: int | None) -> str | None:
    """The period that `words` fix last, or None.

    A year as `2024`; a part of a year is added to it (`2024 上半年`). Relative words need `year`,
    the year of the report; without it they yield "".
    """
    found = None
    for match in _PERIOD.finditer(words):
        if match["this"] and found and found["year"] and _of_that_year(words, found, match):
            continue
        found = match
    within = _WITHIN.search(words)
    if found is None:
        return f"{year or ''} {within[0]}".strip() if within else None
    resolved = _resolve(found, year)
    return f"{resolved} {within[0]}".strip() if within else resolved


def _of_that_year(words: str, year: re.Match[str], this: re.Match[str]) -> bool:
    """2023年本年支出, 2023年度，本年支出: the year of the report has no say."""
    return re.fullmatch(r"[\s，,、：:度的]*", words[year.end() : this.start()]) is not None


def _resolve(match: re.Match[str], year: int | None) -> str:
    if match["year"]:
        return match["year"]
    if year is None:
        return ""
    return str(year + _OFFSETS[match.lastgroup or "this"])


def previous_year(period: str) -> str:
    """The year before a period that is a plain year, else ""."""
    return str(int(period) - 1) if re.fullmatch(r"\d{4}", period) else ""


_UNTIL = re.compile(
    r"^\s*截[至止][^，,。]{0,14}?(?:[月年]底|年末|月末|目前|当前|评价日|基准日|报告日|\d日|\d月)[，,]?"
)


def without_periods(words: str) -> str:
    """The words without the years that say when, not what (本年收入合计 is a name)."""
    return _PERIOD.sub(lambda m: m[0] if m["this"] else "", _UNTIL.sub("", words))
