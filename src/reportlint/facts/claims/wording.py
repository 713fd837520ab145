"""What the words left of a figure say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reportlint.facts.claims.mention import Act
from reportlint.facts.model import FigureKind
from reportlint.lexicon.additions import current, kept_per_vocabulary
from reportlint.lexicon.cues import any_of
from reportlint.lexicon.formulas import formula_of

RATES = frozenset({FigureKind.PERCENT, FigureKind.PERMILLE, FigureKind.RATIO})
_PROPORTION = r"(?:的)?(?:所占)?(?:比例|比重|份额|百分比|比率)?"
_BE = (
    r"(?:大约|接近|只有|约|近|仅|已|高|才|正好|也|均)?(?:分别|依次)?(?:为|达到|达|是|在)?"
    r"(?:了|约|近)?[，,：:\s]*$"
)
_OF = re.compile(r"^\s*的\s*(?:比例|比重|百分比)?(?:约)?(?:分别)?(?:为|是|达到|达)?\s*$")


@dataclass(frozen=True, slots=True)
class Wording:
    """`name` spans the noun phrase within the words; `base` is what the figure is set against."""

    act: Act
    name: tuple[int, int]
    direction: int = 0
    base: str | None = None


@dataclass(frozen=True, slots=True)
class _Grammar:
    change: re.Pattern[str]
    reached: re.Pattern[str]
    noun: re.Pattern[str]
    difference: re.Pattern[str]
    against: re.Pattern[str]
    same_period: re.Pattern[str]
    completion: re.Pattern[str]
    copula: re.Pattern[str]
    connector: re.Pattern[str]
    adjusted: re.Pattern[str]
    up: re.Pattern[str]
    rise: re.Pattern[str]
    fall: re.Pattern[str]
    sign: re.Pattern[str]


@cache
def grammar() -> _Grammar:
    """The patterns, made from the word lists once."""
    verb = any_of("up", "down")
    atoms = any_of("base_atoms")
    year = r"(?:(?:19|20)\d\d\s*年?(?:度|末)?)"
    base = rf"(?P<base>(?:{year}|{atoms}|\s)+)"
    kind = r"(?:额|率|幅度|幅|比例|比率|金额|资金|数)?"
    tail = kind + r"(?:分别|各|也|均)?(?:了|约|为|达到|达|是|近|[：:\s])*$"
    nouns = any_of("change_nouns", "rise_nouns", "fall_nouns")
    return _Grammar(
        change=re.compile(rf"(?P<verb>{verb}){tail}"),
        reached=re.compile(
            rf"(?P<verb>{verb}|调整|变)(?:至|到|为(?=\s*$)|成)(?:{year}|[本上今去当]年度?|[的约\s])*$"
        ),
        noun=re.compile(rf"(?:同比|环比)?(?P<noun>{nouns})(?:分别)?(?:约|为|达到|达|是|[：:\s])*$"),
        difference=re.compile(rf"{any_of('difference_nouns')}(?:约|为|达到|达|是|[：:\s])*$"),
        against=re.compile(
            rf"(?:与|同|和|跟|较|比|相比|相较于?|对比)\s*(?P<far>{base}[^，。；：]{{0,16}}?)(?:相比较?|比较|对比|相较)"
            rf"|(?:相比于?|相较于?|比较|较|比)之?\s*(?P<near>(?:{year}|{atoms}|\s)+)"
        ),
        same_period=re.compile(r"同比|较同期"),
        completion=re.compile(
            rf"(?:(?P<verb>完成|实现)了?(?P<done>[^，。；：]{{0,24}}?)|(?:已)?(?:为|占|达到|达|是|相当于)"
            rf"(?P<of>[^，。；：]{{0,16}}?{any_of('budget_words')}[^，。；：占]{{0,8}}?)){_PROPORTION}{_BE}"
        ),
        copula=re.compile(rf"(?:(?<![总合共小])计|(?<!下){any_of('copulas')})*[\s：:]*$"),
        connector=re.compile(rf"^[\s，,、：:；;）)]*{any_of('connectors')}*[\s，,、：:]*"),
        adjusted=re.compile(any_of("adjustments")),
        up=re.compile(any_of("up")),
        rise=re.compile(any_of("rise_nouns")),
        fall=re.compile(any_of("fall_nouns")),
        sign=re.compile(rf"^(?:(?P<up>{any_of('rising')})|{any_of('falling')})"),
    )


_SHARE = re.compile(rf"(?:所)?占(?:到|了|用)?(?P<base>[^占，。；]{{0,40}}?){_PROPORTION}{_BE}")
_SHARE_NOUN = re.compile(rf"(?:占比|比重|所占比例|占有率|份额){_BE}")
_RATE_WORDS = ("率（%）", "率", "满意度", "达标度", "进度", "覆盖面")
_LINK_TO_RATE = (
    r"(?:只有|正好|接近|约|已|仅|高|才|也|均|升|降)?(?:分别|依次)?(?:为|达到|达|是|在|至)?"
    r"(?:了|约|近)?[：:\s]*$"
)
_OF_VERB = re.compile(
    r"(?P<verb>超出|超过|高于|低于|占|完成了?|实现|达到|达|为|是|相当于)(?P<base>[^，。；占]*)$"
)
_OF_BASE = re.compile(
    r"(?:超出|超过|高于|低于|占|完成了?|实现|达到|相当于|是|为)(?P<base>[^，。；占]+)$"
)
_MULTIPLE = re.compile(r"(?:是|为|相当于|达到|达)(?P<base>[^，。；]{1,20})的\s*$")
_STAGED = re.compile(
    r"(?:年初|全年|调整|计划|到位|下达|年度)[^，]{0,6}(?:预算|投资|资金)?[^，]{0,4}$|预算[数额]?$"
)
_TO = re.compile(
    r"(?:增加|增长|提高|上升|提升|减少|下降|降低|回落|下滑|压减|缩减|调整|减|增|升|降|变)(?:至|到|为)"
)
_TO_FOLLOWS = re.compile(rf"\s*{_TO.pattern}")
_FROM = re.compile(r"(?:^|[，,；;：:])?\s*(?:由|从)(?P<base>[^，。；由从]{0,16})$")
_AGAINST_HERE = re.compile(r"(?:较|比|与|同|和|相比)(?P<base>[^，。；：较比与同和]{1,24})$")


def read_wording(clause: str, words: str, kind: FigureKind, after: str) -> Wording:
    """What the words left of a figure make of it.

    `clause` is the clause that the figure stands in up to the figure, `words` all of its sentence
    since the figure before; `after` what follows the figure.
    """
    if _TO_FOLLOWS.match(after):
        return Wording(Act.FROM, _after_preposition(clause))
    for attempt in (_change, _share, _completion, _rate, _base_or_start):
        found = attempt(clause, words, kind, after)
        if found is not None:
            return found
    return Wording(Act.LEVEL, name_span(clause))


def name_span(clause: str, end: int | None = None) -> tuple[int, int]:
    """The noun phrase of a clause (up to `end`), without connectors and copulas around it."""
    g = grammar()
    stop = g.copula.search(clause[:end] if end is not None else clause)
    last = stop.start() if stop else len(clause)
    first = g.connector.match(clause)
    return min(first.end() if first else 0, last), last


def against(words: str) -> str | None:
    """What the words set a figure against (与2023年度相比, 较年初预算, 同比), or None."""
    g = grammar()
    matches = list(g.against.finditer(words))
    text = (matches[-1]["far"] or matches[-1]["near"] or "").strip() if matches else ""
    if text:
        return text
    return "同比" if g.same_period.search(words) else None


def _change(clause: str, words: str, kind: FigureKind, after: str) -> Wording | None:
    g = grammar()
    if found := g.reached.search(clause):
        return Wording(Act.REACHED, name_span(clause, found.start()), base=against(clause))
    if found := g.noun.search(clause):
        rise, fall = bool(g.rise.search(found["noun"])), bool(g.fall.search(found["noun"]))
        direction = 1 if rise else -1 if fall else 0
        return _changed(clause, words, found.start(), direction)
    if found := g.difference.search(clause):
        return Wording(Act.DIFFERENCE, name_span(clause, found.start()))
    if (
        kind in RATES
        and (named := _rate_pattern().search(clause))
        and formula_of(clause[: named.end("rate")])
    ):
        return None
    found = g.change.search(clause)
    if found is None:
        return _changed_somehow(clause, words)
    if g.adjusted.search(clause[found.start() - 1 :]):
        return None
    if len(found["verb"]) == 1 and not _bare_verb_fits(clause, found.start()):
        return None
    return _changed(clause, words, found.start(), 1 if g.up.fullmatch(found["verb"]) else -1)


def _changed_somehow(clause: str, words: str) -> Wording | None:
    """比上年短收, 较上年增产: whatever the verb, what follows 上年 and is no noun says a change."""
    g = grammar()
    found = list(g.against.finditer(clause))
    if not found:
        return None
    verb = clause[found[-1].end() :].strip()
    if not 0 < len(verb) <= _VERB or (sign := g.sign.search(verb)) is None:
        return None
    return _changed(clause, words, len(clause), 1 if sign["up"] else -1)


_VERB = 5
"""The longest verb of change with its object (多签订合同)."""


def _bare_verb_fits(clause: str, start: int) -> bool:
    """A single character is a verb of change only after what it is set against (比上年多)."""
    return against(clause[:start]) is not None or clause[:start].strip(" ，,") in ("", "分别", "各")


def _changed(clause: str, words: str, end: int, direction: int) -> Wording:
    name_start = 0
    for found in grammar().against.finditer(clause[:end]):
        name_start = found.end()
    for found in grammar().same_period.finditer(clause[:end]):
        name_start = max(name_start, found.end())
    first, last = name_span(clause[name_start:end])
    own = first + name_start, last + name_start
    if own[0] >= own[1] and name_start:
        own = _before_against(clause, end)
    return Wording(Act.CHANGE, own, direction, against(words))


def _before_against(clause: str, end: int) -> tuple[int, int]:
    """The subject of 机关运行经费比上年增加: what stands before the comparison."""
    starts = [m.start() for m in grammar().against.finditer(clause[:end])]
    starts += [m.start() for m in grammar().same_period.finditer(clause[:end])]
    return name_span(clause, min(starts))


def _share(clause: str, words: str, kind: FigureKind, after: str) -> Wording | None:
    if kind in RATES:
        if found := _SHARE_NOUN.search(clause):
            return Wording(Act.SHARE, name_span(clause, found.start()))
        found = _SHARE.search(clause)
        if found and not _about_budget(found["base"]):
            first, last = name_span(clause, found.start())
            return Wording(Act.SHARE, (first, last), base=found["base"].strip() or None)
    return None


def is_of(words: str) -> bool:
    """Whether the words between two figures make the first the base of the second (…的)."""
    return _OF.fullmatch(words) is not None


def read_of(clause: str, kind: FigureKind) -> Wording | None:
    """占预算100万元的98%: what the rate after 的 is, by the clause left of its base."""
    found = _OF_VERB.search(clause)
    if found is None:
        return None
    name = name_span(clause, found.start())
    if kind is FigureKind.MULTIPLE:
        return Wording(Act.MULTIPLE, name, base=found["base"])
    if kind not in RATES:
        return None
    if found["verb"] in ("超出", "超过", "高于", "低于"):
        return Wording(Act.CHANGE, name, -1 if found["verb"] == "低于" else 1, found["base"])
    done = found["verb"] in ("完成", "完成了", "实现") or _about_budget(found["base"])
    return Wording(Act.COMPLETION if done else Act.SHARE, name, base=found["base"])


def _about_budget(base: str) -> bool:
    staged = _STAGED.search(base) is not None and not base.startswith("总")
    return staged and re.search(any_of("budget_words"), base) is not None


def _completion(clause: str, words: str, kind: FigureKind, after: str) -> Wording | None:
    if kind not in RATES:
        return None
    found = grammar().completion.search(clause)
    if found is None:
        return None
    if found["verb"] is None and not re.search(r"的|占", clause[found.start() :]):
        return None
    base = (found["done"] if found["verb"] else found["of"]) or ""
    if base.startswith("率"):
        return None
    return Wording(Act.COMPLETION, name_span(clause, found.start()), base=base.strip("的 ") or None)


def _rate(clause: str, words: str, kind: FigureKind, after: str) -> Wording | None:
    if kind in RATES and (found := _rate_pattern().search(clause)):
        return Wording(Act.RATE, name_span(clause, found.end("rate")))
    return None


def _base_or_start(clause: str, words: str, kind: FigureKind, after: str) -> Wording | None:
    if after.startswith("的") and kind not in RATES and (found := _OF_BASE.search(clause)):
        return Wording(Act.BASE, _shift(name_span(found["base"]), found.start("base")))
    if kind is FigureKind.MULTIPLE:
        found = _MULTIPLE.search(clause)
        return Wording(Act.MULTIPLE, (0, 0), base=found["base"] if found else None)
    if found := _FROM.search(clause):
        reached = (
            re.match(r"[^。；]{0,12}$", after[: m.start()]) if (m := _TO.search(after)) else None
        )
        if reached:
            return Wording(Act.FROM, name_span(clause, None))
    return _set_against(clause, after)


def _after_preposition(clause: str) -> tuple[int, int]:
    """What changes: it stands before 由 or 从, or, without a subject, after it."""
    found = re.search(r"[由从]", clause)
    if found is None:
        return name_span(clause)
    first, last = name_span(clause, found.start())
    return (first, last) if first < last else _shift(name_span(clause[found.end() :]), found.end())


def _set_against(clause: str, after: str) -> Wording | None:
    """较上年100万元减少…, 占全年预算100万元的…: the figure is the base of what follows."""
    g = grammar()
    found = _AGAINST_HERE.search(clause)
    if found and (g.against.search(found[0]) or _compares(after)):
        return Wording(
            Act.BASE, _shift(name_span(found["base"]), found.start("base")), base=found["base"]
        )
    return None


def _compares(after: str) -> bool:
    return (
        re.match(rf"\s*[，,]?\s*(?:相比|相较|比较)?[，,]?\s*{any_of('up', 'down')}", after)
        is not None
    )


def _shift(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


@kept_per_vocabulary
def _rate_pattern() -> re.Pattern[str]:
    """A rate's name before its figure: what ends like one, or what the user calls one."""
    own = [alias for alias, name in current().names if formula_of(name)]
    words = "|".join(map(re.escape, (*own, *_RATE_WORDS)))
    return re.compile(rf"(?P<rate>(?:{words})·*){_LINK_TO_RATE}")
