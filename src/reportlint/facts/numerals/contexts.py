"""Where digits are no figure: names, references, list numbers, identifiers."""

from __future__ import annotations

import re

_IDENTIFIER = re.compile(
    r"""
    1[3-9][0-9]{9}(?=[ ]?(?:[,，。；;、)/\n]|$))     # mobile telephone
  | 0[0-9]{2,3}-[0-9]{7,8}(?![0-9])               # telephone with area code
  | [48]00-[0-9]{3,4}-?[0-9]{3,4}(?![0-9])
  | [0-9]++(?:\.[0-9]++){2,}                      # 3.1.2, addresses
  | [0-9]++(?:-[0-9]++){2,}
  | [0-9]++(?::[0-9]++){2,}                       # 6:3:1, 12:30:00
  | [0-9]{1,2}[.、](?=(?:19|20)[0-9]{2}[ ]?年)    # list number glued to a year
  | [0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9.])
  | [0-9]++[ ]?号(?![0-9])
  | [一二三四五六七八九十]{1,3}届[一二三四五六七八九]次
  | [0-9]{12,}+(?![0-9.,，元万亿%])
    """,
    re.VERBOSE,
)
_RATIO_BEFORE = re.compile(r"(?:比|比例|比率|比为|例为|配比|约|按|的)$")
_LIST_NUMBER = re.compile(r"[0-9]{1,2}[.、．)](?![0-9])")
_NAMED = re.compile(
    r"(?:(?:第|附件|附表|附图|附录|专栏|No\.?|№|#|(?:^|[见如和与及(附按由从在，。；:\s])[表图])[ ]?"
    r"|[〔\[【^][ ]?|第[0-9]{1,3}[、和及至~-]|星期|礼拜"
    r")$"
)
_CODED = re.compile(
    r"(?:电话|传真|邮编|编码|代码|编号|账号|帐号|文号|热线|证号|序号|手机|QQ|卡号)[^0-9。；，]{0,4}$"
)
_LONG = re.compile(r"[0-9-]{5}")
_LATIN = re.compile(r"[A-Za-z_][-/]?$")
_ACRONYM = re.compile(r"(?:RMB|CNY|USD|US|[A-Za-z]{2,})$")
_RATE = re.compile(r"[0-9.,]++[ ]?(?:%|‰|[万亿]?元|[万亿](?!达))")
_WEB = re.compile(r"(?:https?|ftp)://\S+|www\.\S+|[\w.]+@[\w.]+")
_DOCUMENT = re.compile(r"[\]〕)】][ ]?第?[0-9]+[ ]?号")
_OPENING = re.compile(r"\n[ (]*+$")


def identifier(plain: str, at: int) -> int:
    """The end of a telephone number, time, reference or the like at `at`; `at` if there is none."""
    found = _IDENTIFIER.match(plain, at)
    if not found or (found[0].count(":") == 1 and _RATIO_BEFORE.search(plain, max(0, at - 3), at)):
        return at
    return found.end()


def labelled(plain: str, at: int) -> bool:
    """Whether the number at `at` names something (附件1, 第3, 表2, A4, 电话…)."""
    window = plain[max(0, at - 10) : at]
    last = window[-1:]
    if last == " " and window[-2:-1].isdigit() and not plain[at + 1 : at + 2].isdigit():
        return True  # a digit of letter-spaced print, not a number of its own
    if last.isascii() and _LATIN.search(window):
        return not (_ACRONYM.search(window) and _RATE.match(plain, at))
    if _LONG.match(plain, at) and _CODED.search(window):
        return True
    return bool(_NAMED.search(window))


def list_number(plain: str, at: int) -> int:
    """The end of a list or heading number that opens a line at `at`; `at` if there is none."""
    if not opens_line(plain, at):
        return at
    found = _LIST_NUMBER.match(plain, at)
    return found.end() if found else at


def reference(plain: str, start: int, end: int) -> bool:
    """Whether the number is the year of a document number: 〔2021〕6号, [2018]12号."""
    opened = start > 0 and plain[start - 1] in "〔[(【"
    return opened and bool(_DOCUMENT.match(plain, end))


def web_spans(plain: str) -> list[tuple[int, int]]:
    """Addresses, whose digits are no figures."""
    if "://" not in plain and "www." not in plain and "@" not in plain:
        return []
    return [m.span() for m in _WEB.finditer(plain)]


def opens_line(plain: str, at: int) -> bool:
    """Whether nothing but blanks and an opening bracket stands before `at` on its line."""
    return bool(_OPENING.search(plain, max(0, at - 8), at)) or (
        at < 8 and not plain[:at].strip(" (")
    )
