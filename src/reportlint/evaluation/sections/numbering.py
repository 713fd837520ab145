"""Numbers of headings as authors print them."""

from __future__ import annotations

from collections.abc import Mapping

HAN = "零一二三四五六七八九十"
TEN = 10

STYLES: Mapping[str, tuple[str, str]] = {
    "chinese": ("{han}、", "（{han}）"),
    "half-width": ("{han}、", "({han})"),
    "parts": ("第{han}部分 ", "{han}、"),
    "arabic": ("{n}. ", "（{n}）"),
    "pause": ("{han}、", "{n}、"),
    "decimal": ("{n}、", "{top}.{n} "),
}
"""Of a first-level heading, and of one below it."""


def han(n: int) -> str:
    """`n` (1–99) in Chinese numerals."""
    tens, ones = divmod(n, TEN)
    head = "" if not tens else ("" if tens == 1 else HAN[tens]) + "十"
    return head + (HAN[ones] if ones or not tens else "")


def label(style: str, top: int, below: int | None = None) -> str:
    """The number of the `top`-th heading, or of the `below`-th one under it."""
    first, second = STYLES[style]
    n = top if below is None else below
    return (first if below is None else second).format(n=n, top=top, han=han(n))
