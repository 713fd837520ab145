"""The number formats of automatic numbering (ECMA-376, ST_NumberFormat), as Word prints them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Rendering = Callable[[int], str]

PLAIN_DIGITS = "〇一二三四五六七八九"
LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
LEGAL_TRADITIONAL_DIGITS = "零壹貳參肆伍陸柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
    "ウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
)
GANADA = "가나다라마바사아자차카타파하"
CHOSUNG = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
WITH_STOP = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
IN_PARENTHESES = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
CIRCLED_IDEOGRAPHS = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def render(number_format: str, number: int) -> str:
    """`number` in the format; formats that are not known are printed as decimals."""
    return FORMATS.get(number_format, str)(number)


def _from(symbols: str) -> Rendering:
    """One symbol per number; beyond the last, decimals."""
    return lambda n: symbols[n - 1] if 0 < n <= len(symbols) else str(n)


def _cyclic(symbols: str) -> Rendering:
    return lambda n: symbols[(n - 1) % len(symbols)] if n > 0 else str(n)


def _letters(first: str) -> Rendering:
    """a … z, aa, bb …"""
    return lambda n: (
        chr(ord(first) + (n - 1) % 26) * min((n - 1) // 26 + 1, 50) if n > 0 else str(n)
    )


def _positional(digits: str) -> Rendering:
    return lambda n: "".join(digits[int(d)] for d in str(abs(n)))


def roman(number: int) -> str:
    """Upper-case Roman numerals, for 1 to 3999; others as decimals."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for size, letters in ROMAN:
        count, number = divmod(number, size)
        text += letters * count
    return text


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a language writes numbers with units: 十, 百, 千, 万.

    `bare_ten`: 十二, not 一十二. `bare_units`: 百一, not 一百一. `gaps`: 一百零一.
    """

    digits: str
    units: str
    bare_ten: bool = False
    bare_units: bool = False
    gaps: bool = True

    def __call__(self, number: int) -> str:
        """`number` in words, up to 99,999,999; others as decimals."""
        if not 0 < number < 10**8:
            return self.digits[0] if number == 0 else str(number)
        high, low = divmod(number, 10**4)
        if not high:
            return self._section(low)
        gap = self.digits[0] if self.gaps and 0 < low < 1000 else ""
        return f"{self._section(high)}{self.units[3]}{gap}{self._section(low)}"

    def _section(self, number: int) -> str:
        """1 to 9999."""
        text, gap = "", False
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if digit == 0:
                gap = bool(text)
                continue
            text += self.digits[0] if gap and self.gaps else ""
            gap = False
            text += self._digit(digit, power, first=not text)
        return text

    def _digit(self, digit: int, power: int, *, first: bool) -> str:
        unit = self.units[power - 1] if power else ""
        bare = self.bare_units or (self.bare_ten and power == 1 and first)
        return unit if digit == 1 and power and bare else self.digits[digit] + unit


PLAIN = Numerals("零一二三四五六七八九", "十百千万", bare_ten=True)


def _counting(number: int) -> str:
    """With 十 up to 99, digit by digit from 100 on."""
    return PLAIN(number) if number < 100 else _positional("○一二三四五六七八九")(number)


def _sexagenary(number: int) -> str:
    """甲子, 乙丑 … of the cycle of sixty."""
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12] if number > 0 else str(number)


def _ordinal(number: int) -> str:
    special = 10 < number % 100 < 14
    return f"{number}{'th' if special else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _empty(_: int) -> str:
    return ""


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(abs(number)))


FORMATS: dict[str, Rendering] = {
    "none": _empty,
    "bullet": _empty,
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _from(CIRCLED),
    "decimalEnclosedCircleChinese": _from(CIRCLED),
    "decimalEnclosedFullstop": _from(WITH_STOP),
    "decimalEnclosedParen": _from(IN_PARENTHESES),
    "ideographEnclosedCircle": _from(CIRCLED_IDEOGRAPHS),
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "ordinal": _ordinal,
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "koreanDigital2": _positional(PLAIN_DIGITS),
    "chineseCountingThousand": PLAIN,
    "taiwaneseCountingThousand": PLAIN,
    "japaneseCounting": Numerals(PLAIN_DIGITS, "十百千万", bare_units=True, gaps=False),
    "chineseLegalSimplified": Numerals(LEGAL_DIGITS, "拾佰仟万"),
    "ideographLegalTraditional": Numerals(LEGAL_TRADITIONAL_DIGITS, "拾佰仟萬"),
    "japaneseLegal": Numerals("零壱弐参四伍六七八九", "拾百阡萬", gaps=False),
    "ideographDigital": _positional(PLAIN_DIGITS),
    "japaneseDigitalTenThousand": _positional(PLAIN_DIGITS),
    "taiwaneseDigital": _positional("○一二三四五六七八九"),
    "ideographTraditional": _from(STEMS),
    "ideographZodiac": _from(BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "aiueo": _cyclic(AIUEO),
    "aiueoFullWidth": _cyclic(AIUEO),
    "iroha": _cyclic(IROHA),
    "irohaFullWidth": _cyclic(IROHA),
    "ganada": _cyclic(GANADA),
    "chosung": _cyclic(CHOSUNG),
}
