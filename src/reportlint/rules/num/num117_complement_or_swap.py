"""NUM117: complement-or-swap."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.result import Flag
from reportlint.rules.recomputation import recomputed
from reportlint.rules.registry import rule


@rule(
    "NUM117",
    "complement-or-swap",
    severity="error",
    title_en="The printed rate is the complement, or belongs to a neighbouring item.",
)
def complement_or_swap(facts: Facts) -> Iterator[Flag]:
    """比率是其余部分的，或属于相邻一项。

    查什么：重算不符的比率，如恰为“100%减去应有值”，或恰为相邻一项的比率、与另一项互换，则归于本
    条。
    为什么：知道错从何来，作者一眼就能改。
    例：“A占60%，B占40%”，重算则A为40%、B为60%。
    不查什么：只是接近而不正好相等的，仍按原来的条目报。
    依据：算术。
    """
    yield from recomputed(facts, "NUM117")
