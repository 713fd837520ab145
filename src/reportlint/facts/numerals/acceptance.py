"""Whether a quantity is a figure where it stands."""

from __future__ import annotations

import re

from reportlint.facts.model import FigureKind
from reportlint.facts.numerals.contexts import opens_line
from reportlint.facts.numerals.units import ANY, Unit, load_units
from reportlint.facts.numerals.written import Quantity
from reportlint.lexicon.additions import kept_per_vocabulary

_DIGIT = re.compile(r"[对0-9一二三四五六七八九两零〇十拾壹贰叁肆伍陆柒捌玖半几数廿卅]")
_ROUND_BEFORE = ("上", "近", "逾", "超", "过", "成")
_RANKED = re.compile(r"前(?:[0-9]+|[一二三四五六七八九十百]+)[名位强届]")
_QUOTES = ("“", '"', "「", "‘")
_DETERMINERS = "这那每某同哪任另唯逐第各进统单之万下上唯任首末头独"
_VALUE_WORD = re.compile(
    r"(?:为|是|达|达到|共|共计|合计|总计|计|得分|评分|总分|满分|分值|权重|[数额率值量重]|增加|减少|增长|下降"
    r"|提高|降低|完成|占|超过|高于|低于|资金|预算|支出|收入|决算|拨款|结余|投资|经费)[ ]?:?[ ]?$"
)
_RANKS_BEHIND = re.compile(r"(?:第|[前后末首属即与和及或]|其中|属于|[定评列归级]为|是)$")
"""What comes before a rank or a class: 第三批, 前两批, 评定为三类."""
_CLOSING = ("”", "’", "」", "》", ")")
_FEWEST = 2
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COUNTED_WORD = re.compile(r"[总预算决人个户次项件天岁分基参系指函倍额多少计对变常号实负正整系]$")
_COUNTING = (FigureKind.COUNT, FigureKind.LENGTH)
_IN_LIST = re.compile(
    r"[^，,。；;：:、0-9]{1,10}[、和及与][0-9一二三四五六七八九两十]{1,3}[个所家项名台座处条]"
)
_EACH = re.compile(r"[ ]?[0-9]|[没未都也不]")
"""What follows an article that no counting word bears: 一斤2.75元, 一分钱没花."""
_OPERATOR = re.compile(r"[=×÷][ ]?$")
_OPERAND = re.compile(r"[ ]?[×÷]")
_ENDING = re.compile(r"[ ]*(?:[，,。；;、)\n]|$)")


def accepted(plain: str, q: Quantity) -> bool:
    """Whether `q` states a number, and is not part of a name, a set phrase or a label."""
    if q.denominator:
        return True
    if q.start and _RANKED.match(plain, q.start - 1):
        return False
    if q.spoken:
        return _spoken(plain, q)
    if q.unit is None and not q.magnitude:
        return _bare(plain, q)
    return _measured(plain, q)


def _measured(plain: str, q: Quantity) -> bool:
    if q.unit is None or q.unit.kind is not FigureKind.COUNT:
        return not (q.unit is None and _odd_scale(plain, q))
    printed = plain[q.start : q.end]
    if "\n" in printed or (q.number or 0) < q.unit.at_least:
        return False
    numbered = q.decimals and not q.magnitude and q.end < len(plain)
    if (numbered or plain[q.end : q.end + 1] == "目") and opens_line(plain, q.start):
        return False
    return not (" " in printed and q.name + plain[q.end : q.end + 1] in ("项目", "个人"))


def _odd_scale(plain: str, q: Quantity) -> bool:
    """A scale word that begins another word (3千金, 5百姓)."""
    return q.magnitude in ("百", "千")


def _spoken(plain: str, q: Quantity) -> bool:
    """Chinese characters count only before a unit that counts."""
    words = plain[q.start : q.end]
    if "分之" in words:
        return True
    before = plain[q.start - 1 : q.start] if q.start else ""
    if q.unit is None or (q.unit.ranking and not _counts(plain, q.unit, q, before)):
        return False
    if not _DIGIT.search(words) and not (q.vague or before in _ROUND_BEFORE):
        return False
    if before in _QUOTES and q.unit.kind is FigureKind.COUNT:
        return False
    if words[0] == "数" and before and _COUNTED_WORD.match(before):
        return False
    if q.unit.spoken_after and (not before or before not in q.unit.spoken_after):
        return False
    if q.unit.kind is FigureKind.OTHER and q.name == "年":
        return not re.match("行动|规划|计划|滚动|期|一", plain[q.end : q.end + 2])
    return not _set_phrase(plain, q, before)


def _counts(plain: str, unit: Unit, q: Quantity, before: str) -> bool:
    """Whether a word that ranks counts here: 分三期, 供水等四类."""
    if q.number is None or q.number < _FEWEST or plain[q.start] == "二":
        return False  # two are counted with 两
    if unit.counts_after == ANY:
        named = before in _CLOSING or (before.isalpha() and not before.isascii())
        return named and not _RANKS_BEHIND.search(plain, max(0, q.start - 2), q.start)
    return bool(before) and before in unit.counts_after


def _set_phrase(plain: str, q: Quantity, before: str) -> bool:
    """五个一, 一企一策, 每一个, 一项项: numbers that do not count."""
    if plain[q.end : q.end + 1] == "一":
        return True
    if q.number != 1 or plain[q.start] != "一":
        return False
    if before in _DETERMINERS or before == "一" or plain.startswith(q.name, q.end):
        return True
    return not q.magnitude and _article(plain, q, before)


def _article(plain: str, q: Quantity, before: str) -> bool:
    """一组数据, 最长的一笔, 40元一套: an article, or 每; it counts only in a list of counts."""
    if q.unit is not None and q.unit.kind not in _COUNTING:
        return q.unit.kind is not FigureKind.SCORE and bool(_EACH.match(plain, q.end))
    listed = before in "、和及与" and before != ""
    return not (listed or _IN_LIST.match(plain, q.end))


def _bare(plain: str, q: Quantity) -> bool:
    """A number without unit: a decimal, or a whole number that a value word introduces."""
    printed = plain[q.start : q.end]
    following = plain[q.end : q.end + 1]
    if q.vague or (following.isalpha() and following.isascii()):
        return bool(q.vague)
    if q.decimals or "," in printed:
        return not opens_line(plain, q.start) or bool(_ENDING.match(plain, q.end))
    if _OPERATOR.search(plain, max(0, q.start - 2), q.start) or _OPERAND.match(plain, q.end):
        return True
    if _listed().match(plain, q.end):
        return True
    if not _ENDING.match(plain, q.end) or _YEAR.fullmatch(printed):
        return False
    return bool(_VALUE_WORD.search(plain, max(0, q.start - 5), q.start))


@kept_per_vocabulary
def _listed() -> re.Pattern[str]:
    """The rest of a list whose last number alone has the unit (3、4.5万元)."""
    unit = load_units().pattern
    return re.compile(rf"(?:[、和及与+][0-9]++(?:\.[0-9]++)?)++[ ]?(?:[万亿]|{unit})")
