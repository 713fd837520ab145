"""CON211: repealed-basis."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reportlint.facts.model import Facts
from reportlint.facts.passages import Passage, passages
from reportlint.lexicon.repealed import Repealed, repealed
from reportlint.result import Basis, BasisStatus, Confidence, Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import rule

_BASIS = Basis("财预〔2020〕10号《项目支出绩效评价管理办法》等", "", BasisStatus.UNVERIFIED)
_HISTORY = regex.compile(r"废止|失效|取代|替代|修订|原《|原文件|曾|当时|旧")


@rule(
    "CON211",
    "repealed-basis",
    severity="info",
    title_en="A regulation is cited that is no longer in force.",
    basis=_BASIS,
)
def repealed_basis(facts: Facts) -> Iterator[Flag]:
    """引用了已废止的文件。

    查什么：评价依据里写着已被取代的文件（财预〔2011〕285号等，见词表），而评价年度在取代之后。
    为什么：依据失效，评价的口径也可能不对。
    例：2023年度报告写“依据《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）”。
    不查什么：取代之前年度的报告；说明该文件已废止、修订的；词表以外的文件；不知道年度的报告。
    依据：取代该文件的新办法（依据待核）。
    """
    for passage in passages(facts.document):
        reached = -1
        for law in repealed():
            for match in law.pattern.finditer(passage.text):
                if _still_relied_on(facts, passage, match, law) and match.start() > reached:
                    reached = _clause_end(passage.text, match.end())
                    yield _flag(facts, passage, match, law)


def _still_relied_on(
    facts: Facts, passage: Passage, match: regex.Match[str], law: Repealed
) -> bool:
    near = passage.text[max(0, match.start() - 20) : match.end() + 40]
    return facts.year is not None and facts.year >= law.year and not _HISTORY.search(near)


def _clause_end(text: str, start: int) -> int:
    """Name and number of one document stand in one clause."""
    stop = regex.search(r"[，,。；;、\n]", text[start:])
    return start + stop.start() if stop else len(text)


def _flag(facts: Facts, passage: Passage, match: regex.Match[str], law: Repealed) -> Flag:
    return Flag(
        anchor=span_anchor(facts, passage.span(*match.span())),
        message=Text(f"{law.name}已被{law.by}取代。", f"{law.name} was replaced by {law.by}."),
        advice=Text("核对并改引现行文件。", "Check, and cite what is in force."),
        confidence=Confidence.MEDIUM,
        basis=Basis(law.by, "", BasisStatus(law.status)),
    )
