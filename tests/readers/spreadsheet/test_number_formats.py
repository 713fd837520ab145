from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.readers.spreadsheet.formats import BUILT_IN, shown

ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("1234.5", "#,##0.00", "1,234.50"),
        ("0.95", "0.00%", "95.00%"),
        ("0.99346115", "0.0%", "99.3%"),
        ("-5", "#,##0.00_);(#,##0.00)", "(5.00)"),
        ("-1234.5", "¥#,##0.00;[Red]-¥#,##0.00", "-¥1,234.50"),
        ("-12", "0.00_ ;[Red]\\-0.00\\ ", "-12.00"),
        ("0", ACCOUNTING, "-"),
        ("-300.4", ACCOUNTING, "-300.40"),
        ("1.5", '0.00"万元"', "1.50万元"),
        ("1234", "[$¥-804]#,##0.00", "¥1,234.00"),
        ("12345678.9", "#,##0,", "12,346"),
        ("1234567", "#,##0.0,,", "1.2"),
        ("1234567", "0!.0,", "123.5"),
        ("1234567", "0!.0000", "123.4567"),
        ("7", "000", "007"),
        ("0.5", "#.##", "0.5"),
        ("12.50", "#.##", "12.5"),
        ("12", "0.##", "12"),
        ("1234", "0,000.0", "1,234.0"),
        ("5", ";;;", ""),
        ("15000", '[>=10000]0.0,"千";0', "15.0千"),
        ("150", '[>=10000]0.0,"千";0', "150"),
        ("1.005", "0.00", "1.01"),
        ("2.675", "0.00", "2.68"),
        ("0.145", "0%", "15%"),
        ("-0.001", "0.00", "0.00"),
        ("1416914.1900000002", "General", "1416914.19"),
        ("0.99346115234", "General", "0.993461152"),
        ("99.35", 'G/通用格式"%"', "99.35%"),
        ("8", "@", "8"),
        ("100", "", "100"),
        ("12345", "0.00E+00", "12345"),
        ("0.25", "# ?/?", "0.25"),
        ("45292", 'yyyy"年"m"月"d"日"', "2024年1月1日"),
        ("45292.5", "yyyy-mm-dd hh:mm:ss", "2024-01-01 12:00:00"),
        ("45292", '[$-804]yyyy"年"m"月";@', "2024年1月"),
        ("45292", "yy/m/d aaaa", "24/1/1 星期一"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.75", "h:mm AM/PM", "6:00 PM"),
        ("-3", "yyyy-mm-dd", "-3"),
    ],
)
def test_what_a_sheet_shows(value: str, code: str, text: str) -> None:
    assert shown(Decimal(value), code) == text


def test_dates_that_count_from_1904() -> None:
    assert shown(Decimal(43830), "yyyy-m-d", from_1904=True) == "2024-1-1"


@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_fixed_format_rounds_half_up(value: Decimal) -> None:
    text = shown(value, "0.00")
    assert abs(Decimal(text) - value) <= Decimal("0.005")
    assert shown(value, "#,##0.00").replace(",", "") == text


@given(st.decimals(allow_nan=False, allow_infinity=False), st.text(max_size=12))
def test_no_format_is_too_strange(value: Decimal, code: str) -> None:
    if abs(value.adjusted()) <= 308:
        assert isinstance(shown(value, code), str)


@given(st.sampled_from(sorted(BUILT_IN)), st.integers(0, 60_000))
def test_built_in_formats_show_something(number: int, value: int) -> None:
    assert shown(Decimal(value), BUILT_IN[number])
