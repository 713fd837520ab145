"""A section taken out of any kind of report is missed, and nothing else, however it is printed."""

from __future__ import annotations

import random

import pytest

from reportlint.config import Config
from reportlint.document import Document, Paragraph
from reportlint.facts import extract
from reportlint.facts.coverage import missing_sections
from reportlint.profiles import Profile, SectionSpec, load_profiles

PROFILES = {name: p for name, p in load_profiles().items() if p.sections}
MODES = ("plain", "numbers lost", "half-width", "run-in", "shuffled", "aliases")
HAN = "一二三四五六七八九十"
FILLER = (
    "本节按要求逐项核对台账和凭证，由财务与业务部门共同完成，材料已经归档备查。",
    "各项工作按年初计划推进，牵头科室按月汇总进展，对滞后的事项及时提醒。",
)
PROBLEM = "部分标段验收偏晚，原因是施工单位人员变动，资料移交不及时，影响了支付。"


def _wanted(profile: Profile) -> list[SectionSpec]:
    return [s for s in profile.sections if s.level > 0 and s.required == "must"]


class _Printer:
    """Prints a report of a profile without one of its sections."""

    def __init__(self, profile: Profile, dropped: str | None, mode: str) -> None:
        self.profile, self.dropped, self.mode = profile, dropped, mode
        self.chance = random.Random(f"{profile.name} {dropped} {mode}")

    def document(self) -> Document:
        lines = [f"清河县某局2024年度{self.profile.title_zh}"]
        specs = [s for s in _wanted(self.profile) if self.dropped not in (s.id, s.parent or "-")]
        tops = [s for s in specs if s.level == 1]
        if self.mode == "shuffled":
            self.chance.shuffle(tops)
        for number, top in enumerate(tops, 1):
            children = [s for s in specs if s.parent == top.id]
            lines += self._section(top, _han(number) + "、", bool(children))
            for place, child in enumerate(children, 1):
                lines += self._section(child, f"（{_han(place)}）", False)
        return Document("report", "", "text", tuple(Paragraph(line) for line in lines))

    def _section(self, spec: SectionSpec, number: str, bare: bool) -> list[str]:
        title = spec.title
        if self.mode == "aliases" and spec.aliases and self.chance.random() < 0.5:
            title = self.chance.choice(spec.aliases)
        if self.mode == "numbers lost" and number.endswith("、") and self.chance.random() < 0.3:
            number = "、"
        if self.mode == "half-width":
            number = number.replace("（", "(").replace("）", ")")
        body = PROBLEM if spec.role in ("problems", "measures") else self.chance.choice(FILLER)
        if bare:
            return [number + title]
        if self.mode == "run-in" and spec.level == 2:
            return [f"{number}{title}。{body}"]
        return [number + title, body]


def _han(number: int) -> str:
    return HAN[number - 1] if number <= 10 else "十" + HAN[number - 11]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", PROFILES)
def test_each_section_is_missed_when_it_is_gone(name: str, mode: str) -> None:
    profile = PROFILES[name]
    for dropped in [None, *_wanted(profile)]:
        id = dropped.id if dropped else None
        facts = extract(_Printer(profile, id, mode).document(), Config(profile=name))
        missing = missing_sections(facts, facts.parts[0])
        found = [s.id for s in missing if s.required == "must"]
        assert found == ([id] if id else []), id
