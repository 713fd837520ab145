"""One note: to whom, what was looked at, what is to be changed section by section, signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlint.result import Flag, Result, Severity, Text, words
from reportlint.result.description import (
    basis_words,
    counted,
    counts_words,
    evidence_words,
    position_words,
    severity_words,
    where_words,
)
from reportlint.writers.opinion.paper import Paper

_WHOLE = Text("整体", "The report as a whole")
_DIGITS = "〇一二三四五六七八九"
Parts = list[tuple[str, bool]]


def write_note(paper: Paper, result: Result, lang: str) -> None:
    """The note on one report."""
    flags = [flag for flag in result.flags if not flag.suppressed]
    name = _name(result)
    if lang == "en":
        paper.title("Review opinion")
        paper.addressee(f"To: {result.organization or '________'}")
    else:
        paper.title("审核意见")
        paper.addressee(f"{result.organization or '________'}：")
    paper.line([(line, False) for line in _opening(result, name, flags, lang)])
    for number, (section, found) in enumerate(_sections(flags, lang), 1):
        paper.heading(_head(number, section, lang))
        for item, flag in enumerate(found, 1):
            _write_flag(paper, item, flag, lang)
    _sign(paper, bool(flags), lang)


def _name(result: Result) -> str:
    title = result.parts[0].title if result.parts else ""
    return title or result.path.rpartition("/")[2]


def _opening(result: Result, name: str, flags: Sequence[Flag], lang: str) -> Iterator[str]:
    ledger, file = result.ledger, result.path.rpartition("/")[2]
    if lang == "en":
        yield f"Your report “{name}” (file {file}) was reviewed. "
        yield f"Of its {ledger.figures} figures, {ledger.checked} could be recomputed. "
        yield f"{len(flags)} points are to be dealt with ({counts_words(flags, lang)})."
        return
    yield f"你单位报送的《{name}》（文件：{file}）已审核。"
    yield f"报告共有数字{ledger.figures}个，其中{ledger.checked}个已核算。"
    if not flags:
        yield "未发现需要修改的问题。"
        return
    yield f"需修改或说明的共{len(flags)}处（{_counts(flags)}），"
    yield "意见如下。"


def _counts(flags: Sequence[Flag]) -> str:
    """错误3处、提示1处."""
    numbers = counted(flags)
    found = (severity for severity in Severity if numbers[severity])
    return "、".join(f"{words.SEVERITIES[s].zh}{numbers[s]}处" for s in found)


def _sections(flags: Sequence[Flag], lang: str) -> Iterator[tuple[str, list[Flag]]]:
    """Flags by the outermost heading they stand under, in the order of the report."""
    whole = _WHOLE.in_(lang)
    for section, found in groupby(flags, lambda f: next(iter(f.anchor.where), "") or whole):
        yield section, list(found)


def _head(number: int, section: str, lang: str) -> str:
    if lang == "en":
        return f"{number}. {section}"
    return f"{_chinese(number)}、关于“{section}”"


def _write_flag(paper: Paper, number: int, flag: Flag, lang: str) -> None:
    english = lang == "en"
    doubt = words.CONFIDENCES[flag.confidence].in_(lang)
    kind = "; ".join(filter(None, (severity_words(flag, lang), doubt)))
    mark = f"({kind}) " if english else f"（{kind.replace('; ', '，')}）"
    paper.line([(f"{number}. {mark}", True), (flag.message.in_(lang), False)], together=True)
    rows = list(_rows(flag, lang))
    for position, (label, parts) in enumerate(rows, 1):
        head = f"{label}: " if english else f"{label}："
        paper.line([(head, False), *parts], together=position < len(rows))


def _rows(flag: Flag, lang: str) -> Iterator[tuple[str, Parts]]:
    anchor = flag.anchor
    if anchor.quote:
        places = (where_words(anchor), position_words(anchor, lang))
        place = "，".join(filter(None, places)) if lang != "en" else ", ".join(filter(None, places))
        tail = f"（{place}）" if lang != "en" else f" ({place})"
        before = "…" * (anchor.start > len(anchor.before)) + anchor.before
        after = anchor.after + "…" * bool(anchor.after and anchor.after[-1] not in "。；！？")
        quoted = [(f"“{before}", False), (anchor.quote, True), (f"{after}”", False)]
        yield ("Text" if lang == "en" else "原文", [*quoted, (tail if place else "", False)])
    rows = (
        (words.WORKING, flag.working_in(lang)),
        (words.EVIDENCE, evidence_words(flag.evidence, lang)),
        (words.EXPECTED, flag.expected or ""),
        (Text("修改意见", "to do"), flag.advice.in_(lang)),
        (words.BASIS, basis_words(flag, lang)),
        (words.ANSWER, flag.answer or ""),
    )
    for label, text in rows:
        if text:
            yield label.in_(lang), [(text, label is words.EXPECTED)]


def _sign(paper: Paper, wanted: bool, lang: str) -> None:
    if lang == "en":
        if wanted:
            paper.line([("Please revise the report accordingly and submit it again.", False)])
        paper.closing("Reviewer: ____________    Date: ____________")
        return
    if wanted:
        paper.line([("请对照上述意见核实、修改或书面说明后重新报送。", False)])
    paper.line([("", False)])
    paper.closing("审核人：____________")
    paper.closing("（审核单位盖章）    ____年__月__日")


def _chinese(number: int) -> str:
    """An ordinal below a hundred: 一, 十, 十二, 二十; beyond that in digits."""
    tens, ones = divmod(number, 10)
    if tens > 9:
        return str(number)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
