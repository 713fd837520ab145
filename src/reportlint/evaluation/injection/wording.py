"""The wording of a report: alternatives `[[a||b]]`, and slots for figures in braces.

- `{spent}` an amount in the report's unit; `{spent@亿元}` in another; `{spent!}` without its unit;
- `{rate%}` a percentage, `{gap°}` percentage points, `{staff#人}` a count, `{total$}` a score;
- `{change?增加|减少}`, `{growth%?增长|下降}`: the word for its sign, then its size;
- `{grade:total}` the grade of a score; `{table:name}` a table; `{unit}` the report's unit.
"""

from __future__ import annotations

import re
from random import Random

from reportlint.evaluation.injection.drafting import Draft
from reportlint.evaluation.injection.printing import UNITS, Shape, Style

_CHOICE = re.compile(r"\[\[(.*?)\]\]", re.S)
SLOT = re.compile(r"\{(?P<name>\w+)(?P<mark>[%°#$@!]?)(?P<unit>[^{}?:]*)(?P<rest>[?:][^{}]*)?\}")
GRADES = ((90, "优"), (80, "良"), (60, "中"), (0, "差"))
"""The scale that the corpus's reports state themselves."""


def chosen(text: str, random: Random) -> str:
    """The text with one of each group of alternatives."""
    return _CHOICE.sub(lambda m: random.choice(m.group(1).split("||")), text)


def shape_of(mark: str, unit: str, style: Style) -> Shape:
    """How a figure with this mark is printed by this author."""
    match mark:
        case "%":
            return Shape("percent", 1, style.rates, "%")
        case "°":
            return Shape("points", 1, style.rates, "个百分点")
        case "#":
            return Shape("count", 1, 0, unit, exact=True)
        case "$":
            return Shape("score", 1, 1, unit or "分")
        case "@":
            return Shape("amount", UNITS[unit], 2, unit, style.grouped)
    own = "" if mark == "!" else style.unit
    return Shape("amount", UNITS[style.unit], style.decimals, own, style.grouped)


def write(draft: Draft, text: str) -> None:
    """Append `text` with its slots filled."""
    done = 0
    for slot in SLOT.finditer(text):
        draft.say(text[done : slot.start()])
        _fill(draft, slot["name"], slot["mark"], slot["unit"], slot["rest"] or "")
        done = slot.end()
    draft.say(text[done:])


def _fill(draft: Draft, name: str, mark: str, unit: str, rest: str) -> None:
    if name == "unit":
        draft.say(draft.style.unit)
    elif name == "grade":
        draft.label(grade_of(draft, rest[1:]), "grade", rest[1:])
    else:
        rise, _, fall = rest[1:].partition("|")
        words = (rise, fall) if rest.startswith("?") else None
        draft.show(name, shape_of(mark, unit, draft.style), words=words)


def grade_of(draft: Draft, name: str) -> str:
    """The grade of a score by `GRADES`."""
    score = draft.truth.values[name]
    return next(word for least, word in GRADES if score >= least)
