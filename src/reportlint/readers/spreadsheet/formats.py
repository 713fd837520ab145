"""Number formats: what a sheet shows for a number (ECMA-376 part 1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reportlint.readers.spreadsheet.calendar import date_shown
from reportlint.readers.spreadsheet.digits import Numeric, Piece, general

TOKEN = re.compile(
    r"""(?P<quoted>"[^"]*"?)|(?P<escaped>[\\!].?)|(?P<space>_.?)|(?P<fill>\*.?)
    |(?P<bracket>\[[^\]]*\])|(?P<general>General|G/通用格式)
    |(?P<half>AM/PM|A/P|上午/下午)|(?P<exponent>E[+-])
    |(?P<date>y+|m+|d+|h+|s+|a{3,4}|e+|b+|g+)
    |(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)|(?P<text>@)
    |(?P<end>;)|(?P<literal>.)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
LONGEST = 255
"""No program lets a longer format be entered."""
GENERAL = "General"
BUILT_IN: Mapping[int, str] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    **dict.fromkeys((5, 6), '"¥"#,##0;"¥"-#,##0'),
    **dict.fromkeys((7, 8), '"¥"#,##0.00;"¥"-#,##0.00'),
    **dict.fromkeys((37, 38), "#,##0;-#,##0"),
    **dict.fromkeys((39, 40), "#,##0.00;-#,##0.00"),
    **dict.fromkeys((41, 42), '#,##0;-#,##0;"-"'),
    **dict.fromkeys((43, 44), '#,##0.00;-#,##0.00;"-"'),
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'),
    **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
}
"""The formats that a Chinese program means by these numbers; no file spells them out."""


@dataclass(frozen=True, slots=True)
class Section:
    """One of the formats between semicolons, with the condition under which it is used."""

    pieces: tuple[Piece, ...]
    kind: str
    numeric: Numeric
    condition: tuple[str, Decimal] | None = None

    @classmethod
    def of(cls, pieces: Sequence[Piece], condition: tuple[str, Decimal] | None = None) -> Section:
        """A section of these pieces; its kind is `date`, `general` or `number`."""
        kinds = {kind for kind, _ in pieces}
        kind = "number"
        if "date" in kinds:
            kind = "date"
        elif kinds & {"general", "text", "exponent"} or kinds >= {"slash", "digit"}:
            kind = "general"
        return cls(tuple(pieces), kind, Numeric.of(pieces), condition)


def shown(value: Decimal, code: str, *, from_1904: bool = False) -> str:
    """What a cell with the number format `code` shows for `value`.

    `from_1904`: dates count from 1904, not 1900. A format that makes no sense shows the number.
    """
    section, negated = _chosen(_sections(code[:LONGEST]), value)
    value = -value if negated else value
    match section.kind:
        case "date":
            return date_shown(value, section.pieces, from_1904=from_1904)
        case "general":
            return _with_literals(section, general(value))
        case _:
            return section.numeric.shown(value).strip()


def _with_literals(section: Section, number: str) -> str:
    """A number in the ordinary format with the words around it."""
    plain = "".join(text if kind == "literal" else "\0" for kind, text in section.pieces)
    before, _, after = plain.partition("\0")
    return f"{before}{number}{after}".replace("\0", "").strip()


def _chosen(sections: Sequence[Section], value: Decimal) -> tuple[Section, bool]:
    """The section for a value, and whether it shows the value without its sign."""
    if any(section.condition for section in sections):
        return next((s for s in sections if _holds(s, value)), sections[-1]), False
    numeric = sections[:3]
    if value < 0 and len(numeric) > 1:
        return numeric[1], True
    if value == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], False


def _holds(section: Section, value: Decimal) -> bool:
    if section.condition is None:
        return True
    sign, bound = section.condition
    return {
        "<": value < bound,
        ">": value > bound,
        "=": value == bound,
        "<=": value <= bound,
        ">=": value >= bound,
        "<>": value != bound,
    }[sign]


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[Section, ...]:
    sections: list[Section] = []
    pieces: list[Piece] = []
    condition: tuple[str, Decimal] | None = None
    for match in TOKEN.finditer(code):
        if match.lastgroup == "end":
            sections.append(Section.of(pieces, condition))
            pieces, condition = [], None
        elif found := CONDITION.fullmatch(match[0]):
            condition = found[1], Decimal(found[2])
        elif (piece := _piece(match)) is not None:
            pieces.append(piece)
    sections.append(Section.of(pieces, condition))
    # A code that is all blank stands for the ordinary one.
    return tuple(sections) if code.strip() else (Section.of([("general", "")]),)


def _piece(match: re.Match[str]) -> Piece | None:
    text = match[0]
    match match.lastgroup:
        case "quoted":
            return "literal", text.strip('"')
        case "escaped":
            return "literal", text[1:]
        case "space" | "fill":
            return None
        case "bracket":
            if elapsed := ELAPSED.fullmatch(text):
                return "date", f"[{elapsed[1].lower()}]"
            currency = CURRENCY.fullmatch(text)
            return ("literal", currency[1]) if currency else None
        case "date":
            return "date", text.lower()
        case kind:
            return kind or "literal", text
