"""The word that measures a change or a share: 增加, 降幅, 占比."""

from __future__ import annotations

import re

from reportlint.facts.claims.mention import Act
from reportlint.lexicon.cues import alternation, any_of
from reportlint.lexicon.naming import naming_words

_PART = re.compile(r"占比|所占比[例重]|比[例重]|份额|占")
_VERB = re.compile(
    r"(?:同比|环比)?(?P<verb>"
    rf"{any_of('up', 'down', 'change_nouns', 'rise_nouns', 'fall_nouns', 'difference_nouns')})$"
)
_SHORT = alternation(naming_words().grows)
_DONE = "(?:了|出|掉|近|约)*"
_ONLY_GROWS = re.compile(rf"[，,、 ]*{alternation(naming_words().grows_after)}*{_SHORT}{_DONE}")
_SHORT_VERB = re.compile(rf"(?P<verb>{_SHORT}){_DONE}$")
_HIGHER = re.compile(rf"(?P<verb>{alternation(naming_words().exceeds)})")
_AFTER = re.compile(
    r"(?:了|(?<!节)约|为|达到?|是|分别|近|仅|各|(?<!份)额|幅度|比例|依次|先后|也|均|有|在|至少"
    r"|[：: 　])+$"
)


def only_grows(clause: str) -> bool:
    """Whether a clause is nothing but a verb of change: 仅多3家, 也是提10%."""
    return _ONLY_GROWS.fullmatch(clause) is not None


def measuring(act: Act, clause: str) -> tuple[str, int]:
    """The verb or noun of a change or share, and where it begins."""
    bare = _AFTER.sub("", clause)
    if act in (Act.CHANGE, Act.LEVEL):
        found = _VERB.search(bare) or _SHORT_VERB.search(clause) or _HIGHER.search(clause)
        return (found["verb"], found.start()) if found else ("", len(bare))
    if act is Act.MULTIPLE:
        found = re.search(r"(?:是|为|相当于|达到?)[^是为]*$", bare)
        return "", found.start() if found else len(bare)
    parts = list(_PART.finditer(bare))
    if parts:
        return parts[0][0], parts[0].start()
    found = re.search(r"完成|实现|相当于|是|为|达到?", bare)
    done = found is not None and found[0] in ("完成", "实现")
    return ("完成" if done else "占" if act is Act.SHARE else ""), (
        found.start() if found else len(bare)
    )
