"""The reports inside a file: which profile governs each, and which sections it recognises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from reportlint.document import Document, Paragraph
from reportlint.facts.identity import LINE_LIMIT, Identity
from reportlint.facts.model import Outline, Part, Span
from reportlint.facts.outline.numbering import read_label
from reportlint.facts.section_names import SIMILAR, says, title_similarity
from reportlint.profiles import Profile, SectionSpec
from reportlint.result import Text

ENOUGH = 0.6
"""Without a fitting title, this share of the required sections must be found."""
HALF = 0.5
"""A title that other outlines share needs this much of the required sections beside it."""
TITLE = 0.4
"""What a fitting title counts beside the strength of the sections (0–1)."""
SHARED_TITLE = 0.15
"""What it counts where other outlines use it too, or another outline's title says more."""


def find_parts(
    document: Document,
    outline: Outline,
    identity: Identity,
    profiles: Mapping[str, Profile],
    forced: str | None = None,
) -> tuple[Part, ...]:
    """Cut the file at titles of further reports and choose a profile for each piece.

    `forced` is the profile the user named; it governs the first part.
    """
    starts = [(0, identity.title, _title_span(identity, document))]
    starts += _further_titles(document, outline, identity, profiles)
    ends = [s[0] for s in starts[1:]] + [len(document.blocks)]
    return tuple(
        _part(outline, start, end, profiles, forced if i == 0 else None)
        for i, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


def _part(
    outline: Outline,
    start: tuple[int, str, Span | None],
    end: int,
    profiles: Mapping[str, Profile],
    forced: str | None,
) -> Part:
    block, title, span = start
    sections = [i for i, s in enumerate(outline.sections) if block <= s.block < end]
    fits = [_fit(p, title, outline, sections) for p in profiles.values()]
    best = next((f for f in fits if f.profile.name == forced), None) if forced else _choose(fits)
    if best is None:
        reason = Text("标题和章节都不足以判断报告类型", "neither title nor sections tell its kind")
        return Part(None, title, span, block, end, reason)
    return Part(best.profile, title, span, block, end, _reason(best, forced), best.matched)


@dataclass(frozen=True, slots=True)
class _Fit:
    profile: Profile
    title_words: str
    matched: Mapping[str, int]
    share: float
    distinct: float
    explained: float
    hinted: float

    @property
    def strength(self) -> float:
        """Harmonic mean of what is found of the profile and what it explains of the report.

        A heading counts once, however many sections of the profile it may stand for.
        """
        both = self.distinct + self.explained
        return 2 * self.distinct * self.explained / both if both else 0.0


def _fit(profile: Profile, title: str, outline: Outline, sections: Sequence[int]) -> _Fit:
    bare = regex.sub(r"\s", "", title)
    words = next((m.group() for p in profile.title_patterns if (m := regex.search(p, bare))), "")
    matched = match_sections(profile, outline, sections)
    wanted = [s.id for s in profile.sections if s.level > 0 and s.required == "must"]
    found = [matched[id] for id in wanted if id in matched]
    share, distinct = (len(x) / len(wanted) if wanted else 0.0 for x in (found, set(found)))
    top = [i for i in sections if outline.sections[i].parent is None]
    explained = sum(i in matched.values() for i in top) / len(top) if top else 0.0
    hinted = _hinted(profile, matched, outline, sections) / len(wanted) if wanted else 0.0
    return _Fit(profile, words, matched, share, distinct, explained, hinted)


def _hinted(
    profile: Profile, matched: Mapping[str, int], outline: Outline, sections: Sequence[int]
) -> int:
    """How many required sections no heading names, but one that names no other bears a sign of."""
    titles = [outline.sections[i].title for i in sections if i not in matched.values()]
    wanted = (s for s in profile.sections if s.level and s.required == "must")
    return sum(s.id not in matched and any(says(t, s) for t in titles) for s in wanted)


def _choose(fits: Sequence[_Fit]) -> _Fit | None:
    """The profile that title and sections speak for; None when neither convinces."""
    likely = [f for f in fits if _may_be(f)]
    return max(likely, key=lambda f: _weight(f, likely), default=None)


def _may_be(fit: _Fit) -> bool:
    if fit.title_words:
        return fit.share + fit.hinted / 2 >= HALF or not fit.profile.shared_title
    return fit.share >= ENOUGH and len(fit.matched) >= 3


def _weight(fit: _Fit, likely: Sequence[_Fit]) -> tuple[float, int, int]:
    return (
        fit.strength + fit.hinted / 4 + (_title_weight(fit, likely) if fit.title_words else 0.0),
        len(fit.matched),
        len(fit.title_words),
    )


def _title_weight(fit: _Fit, likely: Sequence[_Fit]) -> float:
    """A title counts less where other outlines bear it, and where another's title says more."""
    longer = [f.title_words for f in likely if f.title_words != fit.title_words]
    outdone = any(fit.title_words in words for words in longer)
    if fit.profile.shared_title:
        return SHARED_TITLE / 2 if outdone else SHARED_TITLE
    return SHARED_TITLE if outdone else TITLE


def _reason(fit: _Fit, forced: str | None) -> Text:
    total = sum(s.level > 0 for s in fit.profile.sections)
    found = f"{len(fit.matched)}/{total}"
    if forced:
        return Text(f"按指定；章节匹配 {found}", f"as named; sections {found}")
    if fit.title_words:
        words = fit.title_words
        return Text(
            f"因标题含“{words}”，章节匹配 {found}", f"title says “{words}”, sections {found}"
        )
    return Text(f"因章节匹配 {found}", f"sections {found}")


def match_sections(profile: Profile, outline: Outline, sections: Sequence[int]) -> dict[str, int]:
    """Profile section ids to indices of outline sections (of those in `sections`)."""
    matched: dict[str, int] = {}
    for spec in profile.sections:
        if spec.level == 0:
            continue
        inside = _inside(spec, matched, outline, sections)
        best = max(
            ((title_similarity(spec, outline.sections[i]), -i) for i in inside), default=(0.0, 0)
        )
        if best[0] >= SIMILAR:
            matched[spec.id] = -best[1]
    return matched


def _inside(
    spec: SectionSpec, matched: Mapping[str, int], outline: Outline, sections: Sequence[int]
) -> list[int]:
    """Sections below the matched parent first; anywhere if none there is like it."""
    if spec.parent is not None and spec.parent in matched:
        parent = outline.sections[matched[spec.parent]]
        below = [i for i in sections if parent.block < outline.sections[i].block < parent.stop]
        if any(title_similarity(spec, outline.sections[i]) >= SIMILAR for i in below):
            return below
    return list(sections)


def _title_span(identity: Identity, document: Document) -> Span | None:
    if not identity.title_blocks:
        return None
    block = identity.title_blocks[-1]
    found = document.blocks[block]
    return Span(block, 0, len(found.text)) if isinstance(found, Paragraph) else None


def _further_titles(
    document: Document, outline: Outline, identity: Identity, profiles: Mapping[str, Profile]
) -> Iterator[tuple[int, str, Span | None]]:
    """Titles of reports that begin inside the file: an unnumbered line, then 一、 anew."""
    patterns = [p for profile in profiles.values() for p in profile.title_patterns]
    after = max(identity.title_blocks, default=0)
    for block, paragraph in document.paragraphs():
        text = regex.sub(r"\s", "", paragraph.text)
        if block <= after or not 6 <= len(text) <= LINE_LIMIT or read_label(paragraph.text):
            continue
        if any(regex.search(rf"(?:{p})$", text) for p in patterns) and _restarts(outline, block):
            yield block, text, Span(block, 0, len(paragraph.text))


def _restarts(outline: Outline, block: int) -> bool:
    following = next((s for s in outline.sections if s.block > block), None)
    if following is None or following.block - block > 6:
        return False
    return following.number.startswith(("一", "第一"))
