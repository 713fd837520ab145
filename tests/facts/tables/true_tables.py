"""Tables of true figures, as authors of many habits would print them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

ITEMS = (
    "办公费", "印刷费", "水费", "电费", "差旅费", "维修（护）费", "会议费", "培训费", "劳务费",
    "委托业务费", "工会经费", "福利费", "邮电费", "咨询费", "租赁费",
)  # fmt: skip
MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
SHARES = ("占比", "比重", "占合计比重", "所占比例", "占支出合计的比例（%）", "构成比", "占总额比重")
Cells = list[str]
Amounts = list[Fraction]


class Author:
    """One author's way to print: digits, mode, grouping, blanks for nothing."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.mode = rng.choice(MODES)
        self.decimals = rng.choice([0, 0, 1, 2, 2, 2, 3, 4, 6])
        self.rate_decimals = rng.choice([0, 1, 2, 2, 2, 3])
        self.blank = rng.choice(["", "—", "0", None])
        self.grouped = rng.random() < 0.5
        self.signless = rng.random() < 0.2
        self.percent = rng.random() < 0.7

    def amount(self, value: Fraction) -> str:
        """An amount; nothing where it is nothing."""
        if not value and self.blank is not None:
            return self.blank
        return self._digits(value, self.decimals, grouped=self.grouped)

    def rate(self, top: Fraction, bottom: Fraction) -> str:
        """100 · top ÷ bottom; a dash where there is no base."""
        if not bottom:
            return self.rng.choice(["", "—", "-", "/"])
        shown = self._digits(100 * top / bottom, self.rate_decimals)
        return shown + ("%" if self.percent else "")

    def change(self, value: Fraction) -> str:
        """An amount that may be printed without its sign."""
        return self.amount(abs(value) if self.signless else value)

    def growth(self, now: Fraction, before: Fraction) -> str:
        """A rate of change, or its size."""
        rise = now - before
        return self.rate(abs(rise) if self.signless else rise, before)

    def header(self, text: str) -> str:
        """A header of rates says what they are where the cells do not."""
        return text if self.percent or "%" in text else f"{text}（%）"

    def _digits(self, value: Fraction, decimals: int, *, grouped: bool = False) -> str:
        step = Decimal(1).scaleb(-decimals)
        exact = Decimal(value.numerator * 10**12 // value.denominator).scaleb(-12)
        if value.numerator * 10**12 % value.denominator:
            exact += Decimal(1).scaleb(-14)
        shown = abs(exact.quantize(step, rounding=self.mode))
        sign = "-" if exact < 0 and shown else ""
        return sign + (f"{shown:,}" if grouped else f"{shown}")


def value(rng: random.Random) -> Fraction:
    """Amounts of many sizes, with zeros, round numbers and repetitions."""
    kind = rng.randrange(6)
    if kind == 0:
        return Fraction(rng.choice([0, 0, 1, 2, 5, 10]))
    if kind == 1:
        return Fraction(rng.randrange(1, 30), rng.choice([1, 2, 4, 10]))
    if kind == 2:
        return Fraction(rng.randrange(0, 10**4), 10**6)
    return Fraction(rng.randrange(1, 10 ** rng.randrange(2, 10)), 10 ** rng.randrange(0, 6))


def values(rng: random.Random, count: int) -> Amounts:
    found = [value(rng) for _ in range(count)]
    if rng.random() < 0.2:
        found = [rng.choice(found) for _ in found]
    return found


def _laid_out(
    rng: random.Random, head: Cells, rows: list[Cells], total: Cells | None
) -> list[Cells]:
    if total is None:
        return [head, *rows]
    return [head, total, *rows] if rng.random() < 0.3 else [head, *rows, total]


def _names(rng: random.Random, count: int) -> list[str]:
    names = rng.sample(ITEMS, count)
    return [f"{n}、{name}" for n, name in enumerate(names, 1)] if rng.random() < 0.2 else names


def _whole(rng: random.Random) -> str:
    return rng.choice(["合计", "总计", "合 计", "支出合计"])


def share_down(rng: random.Random) -> list[Cells]:
    """Each item's part of the total, of one of several columns, or of money that stands outside."""
    a, count = Author(rng), rng.randrange(2, 9)
    wide = rng.randrange(1, 5)
    columns = [values(rng, count) for _ in range(wide)]
    chosen = rng.choice(columns)
    outside = rng.choice([0, 0, 0, 1]) * value(rng)
    whole = sum(chosen, Fraction(0)) + outside
    head = ["项目", *rng.sample(["预算数", "决算数", "上年数", "拨款数", "金额"], wide)]
    rows = [
        [name, *(a.amount(c[n]) for c in columns), a.rate(chosen[n], whole)]
        for n, name in enumerate(_names(rng, count))
    ]
    totals = [sum(c, Fraction(0)) for c in columns]
    shown = [*map(a.amount, totals), a.rate(whole - outside, whole) if rng.random() < 0.6 else ""]
    head.append(a.header(rng.choice(SHARES)))
    total = [_whole(rng), *shown] if rng.random() < 0.9 else None
    return _laid_out(rng, head, rows, total)


def share_across(rng: random.Random) -> list[Cells]:
    """One column's part of another, row by row, with the total first or last."""
    a, count, wide = Author(rng), rng.randrange(1, 9), rng.randrange(2, 5)
    items = [values(rng, wide) for _ in range(count)]
    own = rng.randrange(wide)
    heads = rng.sample(["基本支出", "项目支出", "经营支出", "其他支出", "专项支出"], wide)
    ahead = rng.random() < 0.7

    def row(name: str, line: Amounts) -> Cells:
        whole = sum(line, Fraction(0))
        shown = [a.amount(v) for v in line]
        both = [a.amount(whole), *shown] if ahead else [*shown, a.amount(whole)]
        return [name, *both, a.rate(line[own], whole)]

    names = _names(rng, count)
    rows = [row(n, line) for n, line in zip(names, items, strict=True)]
    total = row(_whole(rng), [sum(c, Fraction(0)) for c in zip(*items, strict=True)])
    labels = ["支出合计", *heads] if ahead else [*heads, "支出合计"]
    head = ["项目", *labels, a.header(rng.choice([*SHARES, f"{heads[own]}占比"]))]
    return _laid_out(rng, head, rows, total if rng.random() < 0.8 else None)


def share_of_parent(rng: random.Random) -> list[Cells]:
    """Items listed below what they are part of; their shares are those of that, or of all."""
    a = Author(rng)
    groups = [values(rng, rng.randrange(1, 4)) for _ in range(rng.randrange(2, 4))]
    whole = sum(map(sum, groups), Fraction(0))
    local = rng.random() < 0.6
    style = rng.randrange(3)
    rows: list[Cells] = []
    for number, group in zip("一二三四", groups, strict=False):
        size = sum(group, Fraction(0))
        first = ["基本支出", "项目支出", "经营支出", "其他支出"]["一二三四".index(number)]
        rows.append([f"{number}、{first}", a.amount(size), a.rate(size, whole)])
        for n, v in enumerate(group):
            mark = ["　", "其中：" if n == 0 else "　　　", f"（{'一二三四'[n]}）"][style]
            name = rng.choice(ITEMS)
            rows.append([mark + name, a.amount(v), a.rate(v, size if local else whole)])
    head = ["项目", rng.choice(["金额", "决算数", "支出数"]), a.header(rng.choice(SHARES))]
    total = [_whole(rng), a.amount(whole), a.rate(whole, whole)]
    return _laid_out(rng, head, rows, total if rng.random() < 0.8 else None)


def execution(rng: random.Random) -> list[Cells]:
    """Budgets, spending, a rate of execution over one of the budgets, and what is left."""
    a, count = Author(rng), rng.randrange(1, 9)
    first = values(rng, count)
    full = [v + rng.choice([0, 1]) * value(rng) for v in first]
    spent = [v * Fraction(rng.randrange(0, 101), 100) for v in full]
    base, left = rng.choice([first, full]), rng.choice([first, full])
    order = rng.randrange(2)

    def row(name: str, i: Amounts) -> Cells:
        initial, whole, used, bottom, remains = i
        money = [initial, whole, used] if order else [used, initial, whole]
        rate = a.rate(used, bottom)
        return [name, *map(a.amount, money), rate, a.amount(remains - used)]

    lines = list(zip(first, full, spent, base, left, strict=True))
    rows = [row(n, list(v)) for n, v in zip(_names(rng, count), lines, strict=True)]
    total = row(_whole(rng), [sum(c, Fraction(0)) for c in zip(*lines, strict=True)])
    budgets = ["年初预算数", rng.choice(["全年预算数", "调整后预算数", "到位资金", "预算数"])]
    labels = [*budgets, "执行数"] if order else ["执行数", *budgets]
    plain = ["执行率", "预算执行率", "支出进度", "完成率"]
    rate = "年初预算执行率" if base is first else rng.choice(plain)
    if (
        base is first
        and len({row[-2] for row in rows if row[-2][:1].isdigit()}) > 1
        and rng.random() < 0.5
    ):
        rate = rng.choice(plain)
    head = ["项目", *labels, a.header(rate), rng.choice(["结余", "结转结余", "未执行数"])]
    return _laid_out(rng, head, rows, total)


STAGES = (
    (("2024年", "2023年", "2022年"), ((0, 1), (0, 2), (1, 2))),
    (("2022年", "2023年", "2024年"), ((1, 0), (2, 0), (2, 1))),
    (("本年数", "上年数", "预算数"), ((0, 1), (0, 2))),
    (("上年决算数", "本年预算数", "本年决算数"), ((1, 0), (2, 0), (2, 1))),
    (("预算数", "决算数", "上年决算数"), ((1, 0), (1, 2), (0, 2))),
    (("甲方案", "乙方案", "丙方案"), ((0, 1), (1, 0), (2, 0), (0, 2), (1, 2))),
)
"""Headers, and which of them may have changed against which."""


def growth(rng: random.Random) -> list[Cells]:
    """Years or stages, changes between two of them, and their rates."""
    a, count, wide = Author(rng), rng.randrange(1, 9), rng.randrange(2, 4)
    lines = [values(rng, wide) for _ in range(count)]
    heads, pairs = rng.choice(STAGES)
    now, before = rng.choice([p for p in pairs if max(p) < wide])

    def row(name: str, line: Amounts) -> Cells:
        change = line[now] - line[before]
        return [
            name, *map(a.amount, line), a.change(change), a.growth(line[now], line[before])
        ]  # fmt: skip

    rows = [row(n, v) for n, v in zip(_names(rng, count), lines, strict=True)]
    total = row(_whole(rng), [sum(c, Fraction(0)) for c in zip(*lines, strict=True)])
    change = rng.choice(["增减额", "增减", "比上年增减", "差额", "变动额"])
    rate = rng.choice(["增减率", "增长率", "增减幅度", "变动率", "差异率", "增减（%）"])
    head = ["项目", *heads[:wide], change, a.header(rate)]
    return _laid_out(rng, head, rows, total)


def people(rng: random.Random) -> list[Cells]:
    """Counts, which are exact, with shares and averages."""
    a, count = Author(rng), rng.randrange(2, 8)
    members = [rng.choice([0, 1, 2, 3, 7, rng.randrange(1, 500)]) for _ in range(count)]
    money = values(rng, count)
    whole = sum(members)
    paid = sum(money, Fraction(0))
    own = rng.choice([0, 1])
    rows = [
        [name, str(n), a.amount(v), a.rate(*((Fraction(n), Fraction(whole)), (v, paid))[own])]
        for name, n, v in zip(_names(rng, count), members, money, strict=True)
    ]
    head = ["单位", "人数（人）", "金额", a.header(rng.choice(SHARES))]
    return _laid_out(rng, head, rows, [_whole(rng), str(whole), a.amount(paid), ""])


def products(rng: random.Random) -> list[Cells]:
    """Quantity, unit price, amount."""
    a, count = Author(rng), rng.randrange(1, 7)
    pieces = [rng.randrange(1, 200) for _ in range(count)]
    prices = values(rng, count)
    sums = [n * p for n, p in zip(pieces, prices, strict=True)]
    rows = [
        [name, f"{n}", a.amount(p), a.amount(s)]
        for name, n, p, s in zip(_names(rng, count), pieces, prices, sums, strict=True)
    ]
    head = ["名称", "数量（台）", "单价", "金额"]
    return _laid_out(rng, head, rows, ["合计", "", "", a.amount(sum(sums, Fraction(0)))])


def flows(rng: random.Random) -> list[Cells]:
    """Opening balance, what came and went, closing balance."""
    a, count = Author(rng), rng.randrange(1, 7)
    lines = [values(rng, 3) for _ in range(count)]

    def row(name: str, line: Sequence[Fraction]) -> Cells:
        opening, came, went = line
        return [name, *map(a.amount, (opening, came, went, opening + came - went))]

    rows = [row(n, v) for n, v in zip(_names(rng, count), lines, strict=True)]
    total = row("合计", [sum(c, Fraction(0)) for c in zip(*lines, strict=True)])
    return _laid_out(rng, ["项目", "年初结转", "本年收入", "本年支出", "年末结转"], rows, total)


LAYOUTS: tuple[Callable[[random.Random], list[Cells]], ...] = (
    share_down, share_across, share_of_parent, execution, growth, people, products, flows,
)  # fmt: skip
UNITS = ("单位：万元", "单位：元", "单位：亿元", "金额单位：千元", "")


def true_table(rng: random.Random) -> tuple[str, str]:
    """A table as `table_of` takes it, and the line above it."""
    rows = rng.choice(LAYOUTS)(rng)
    return "\n".join("|".join(row) for row in rows), rng.choice(UNITS)
