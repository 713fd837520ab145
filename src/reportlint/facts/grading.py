"""The scale of grades that a report is held to: its own, its profile's, or those in use."""

from __future__ import annotations

from fractions import Fraction

import regex

from reportlint.facts.model import Facts, Part
from reportlint.facts.passages import passages
from reportlint.lexicon.grades import Band, Scale, known_scales, scale_of

_WORD = (
    r"[“\"]?(?P<word>优秀|优|良好|良|中等|中|合格|一般|及格|较差|不合格|差)[”\"]?(?![于质化先秀点])"
)
_SIDE = r"\s*分?\s*(?:[（(](?:含|不含)\s*\d*分?[）)])?\s*分?"
_RANGE = rf"(?P<low>\d{{2,3}}){_SIDE}\s*[-－—–~～至到]+\s*(?P<high>\d{{2,3}}){_SIDE}"
_PRINTED = (
    regex.compile(rf"{_RANGE}(?:的|者|之间)*\s*(?:评?为|属于|：|:|，)?\s*{_WORD}"),
    regex.compile(rf"{_WORD}\s*[（(:：为]\s*{_RANGE}"),
    regex.compile(
        rf"(?P<low>\d{{2,3}}){_SIDE}(?:及|\(含\))?以上(?:的|者)*\s*(?:评?为|属于|：|:|，)?\s*{_WORD}"
    ),
)
ENOUGH = 2


def printed_scale(facts: Facts) -> Scale:
    """The bands that the report itself prints (`90—100分为优`), if at least two; else none."""
    bands: dict[str, Band] = {}
    for passage in passages(facts.document):
        for pattern in _PRINTED:
            for match in pattern.finditer(passage.text):
                band = _band(match["word"], match["low"], match.groupdict().get("high"))
                bands.setdefault(match["word"], band)
    return tuple(bands.values()) if len(bands) >= ENOUGH else ()


def _band(word: str, low: str, high: str | None) -> Band:
    """A printed band. 80-89 reaches up to 90: what lies between is nobody's fault."""
    top = Fraction(high) + (1 if high.endswith("9") or high == "100" else 0) if high else None
    return Band((word,), Fraction(low), top)


def profile_scale(part: Part) -> Scale:
    """The scale of the part's profile; empty if it has none."""
    scale = part.profile.grade_scale if part.profile else None
    if scale is None:
        return ()
    return scale_of([(Fraction(b.low), (b.grade, *b.aliases)) for b in scale.bands])


def allows(scale: Scale, grade: str, score: Fraction) -> bool | None:
    """Whether a scale lets a score earn a grade; None if the grade is not on it."""
    bands = [band for band in scale if grade in band.words]
    return any(band.holds(score) for band in bands) if bands else None


def allowed_somewhere(grade: str, score: Fraction) -> bool:
    """Whether any scale in use lets a score earn a grade."""
    return any(allows(scale, grade, score) for scale in known_scales())


def grade_for(scale: Scale, score: Fraction) -> str | None:
    """The grade that a score earns."""
    return next((band.words[0] for band in scale if band.holds(score)), None)
