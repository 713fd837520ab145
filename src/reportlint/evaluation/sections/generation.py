"""Skeletons of reports: a title, headings in one manner, a sentence or two under each."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlint.evaluation.sections.model import Material
from reportlint.evaluation.sections.numbering import STYLES, label
from reportlint.profiles import Profile, SectionSpec, load_profiles

MANNERS = (
    "plain",
    "numbers-lost",
    "half-width",
    "run-in",
    "order-changed",
    "aliases",
    "own-words",
    "other-numbers",
    "mixed",
)
_OTHER_STYLES = ("parts", "arabic", "pause", "decimal")
_ALSO = {"problems": re.compile("问题|不足|偏离"), "measures": re.compile("建议|措施|改进|整改")}
"""A heading with such words also stands for the section of that role."""
OFTEN, SELDOM = 0.5, 0.3
LEAST_LEFT = 0.6
"""A report that lacks more of its sections is of no kind (DOC003)."""


def _names(words: str, spec: SectionSpec) -> bool:
    """Whether a heading of another section stands for this one as well."""
    if spec.role in _ALSO:
        return bool(_ALSO[spec.role].search(words))
    two = any(mark in words for mark in "和与及、")
    return two and any(name in words for name in (spec.title, *spec.aliases))


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A report and the titles of the prescribed sections that it lacks."""

    id: str
    profile: str
    manner: str
    text: str
    lacking: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Heading:
    spec: SectionSpec
    words: str
    below: tuple[_Heading, ...] = ()


def skeletons(material: Material) -> Iterator[Skeleton]:
    """As many as the corpus asks for: all profiles in turn, each in all manners in turn.

    The profiles are those that the corpus has a title for. Raises `ValueError` for an unknown one.
    """
    known, wanted = load_profiles(), material.prose.titles
    if unknown := sorted(set(wanted) - set(known)):
        raise ValueError(f"no profile is called {', '.join(unknown)}")
    profiles = [profile for name, profile in known.items() if name in wanted]
    for number in range(material.spec.documents):
        chance = random.Random(f"{material.spec.seed}/{number}")
        profile = profiles[number % len(profiles)]
        manner = MANNERS[number // len(profiles) % len(MANNERS)]
        yield _Author(material, profile, manner, chance).write(f"s{number:05}")


@dataclass(frozen=True, slots=True)
class _Author:
    material: Material
    profile: Profile
    manner: str
    chance: random.Random

    def write(self, id: str) -> Skeleton:
        """One report."""
        dropped = self._dropped()
        headings = self._headings(None, dropped)
        lines = [self.material.prose.titles[self.profile.name], *self._lines(headings)]
        lacking = frozenset(s.title for s in dropped if s.parent not in {d.id for d in dropped})
        return Skeleton(id, self.profile.name, self.manner, "\n\n".join(lines), lacking)

    def _is(self, manner: str) -> bool:
        return self.manner == manner or (self.manner == "mixed" and self.chance.random() < SELDOM)

    def _dropped(self) -> list[SectionSpec]:
        """Some that must be there, unless another heading cannot help but name them."""
        wanted = [s for s in self.profile.sections if s.level and s.required == "must"]
        able = [s for s in wanted if all(self._words(o, [s]) for o in self._others(s))]
        count = min(self.chance.randint(0, self.material.spec.most_dropped), len(able))
        dropped = self.chance.sample(able, count)
        gone = {s.id for s in dropped}
        left = sum(not {s.id, s.parent} & gone for s in wanted)
        return dropped if left >= LEAST_LEFT * len(wanted) else []

    def _others(self, spec: SectionSpec) -> list[SectionSpec]:
        required = [s for s in self.profile.sections if s.level and s.required != "may"]
        return [s for s in required if spec.id not in (s.id, s.parent)]

    def _headings(self, parent: str | None, dropped: Sequence[SectionSpec]) -> tuple[_Heading, ...]:
        specs = [
            s
            for s in self.profile.sections
            if s.level and s.parent == parent and s not in dropped and self._kept(s, dropped)
        ]
        if self._is("order-changed"):
            self.chance.shuffle(specs)
        return tuple(
            _Heading(s, self.chance.choice(self._words(s, dropped)), self._headings(s.id, dropped))
            for s in specs
        )

    def _kept(self, spec: SectionSpec, dropped: Sequence[SectionSpec]) -> bool:
        may = spec.required != "may" or self.chance.random() < OFTEN
        return may and bool(self._words(spec, dropped))

    def _words(self, spec: SectionSpec, dropped: Sequence[SectionSpec]) -> list[str]:
        """How this author may head the section without naming one that is dropped."""
        own = self.material.headings.get(self.profile.name, {}).get(spec.id, ())
        words = {
            "aliases": spec.aliases or (spec.title,),
            "own-words": own or (spec.title,),
            "mixed": (spec.title, *spec.aliases, *own),
        }.get(self.manner, (spec.title,))
        return [w for w in words if not any(_names(w, d) for d in dropped)]

    def _lines(self, headings: Sequence[_Heading]) -> Iterator[str]:
        style = self._style()
        for top, heading in enumerate(headings, 1):
            yield from self._section(heading, label(style, top))
            for below, inner in enumerate(heading.below, 1):
                yield from self._section(inner, label(style, top, below))

    def _style(self) -> str:
        if self._is("other-numbers"):
            return self.chance.choice(_OTHER_STYLES)
        return "half-width" if self._is("half-width") else next(iter(STYLES))

    def _section(self, heading: _Heading, number: str) -> Iterator[str]:
        said = self._said(heading)
        if self._is("numbers-lost") and self.chance.random() < OFTEN:
            number = self.chance.choice(("", "、")) if heading.spec.level == 1 else ""
            if heading.words not in (heading.spec.title, *heading.spec.aliases):
                number = "、"
        elif said and self._is("run-in") and self.chance.random() < OFTEN:
            yield f"{number}{heading.words}{self.chance.choice('。：')}{said}"
            return
        yield number + heading.words
        if said:
            yield said

    def _said(self, heading: _Heading) -> str:
        if heading.below and self.chance.random() < OFTEN:
            return ""
        sentences = self.material.prose.said("" if heading.below else heading.spec.role)
        return "".join(self.chance.sample(sentences, self.chance.randint(1, 2)))
