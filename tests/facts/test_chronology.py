"""Dates against dates."""

from __future__ import annotations

import pytest

from reportlint.facts.chronology import Trouble, misfits_in

RIGHT = [
    "2023年1月至2023年12月，历时12个月。",
    "2023年1月至12月，历时11个月。",
    "自2022年5月6日到2024年5月5日，服务期限2年。",
    "2024年2月1日至2024年2月29日，共29天。",
    "2024年2月1日至2024年2月29日（共28天）。",
    "2024年13号楼于5月完工。",
    "2024年9月1日至6月30日的学年。",
    "计划2024年6月底前完成，实际2024年6月30日完成，按时完成。",
    "要求2024年6月30日前完成，实际2024年7月2日完成，未按期完成。",
    "2021年3月至2023年8月，累计开展培训12天。",
    "2021年3月至2023年8月，共12天培训。",
    "2021年3月至2023年8月开展培训共12天。",
]
WRONG = [
    ("2023年1月至2023年12月，历时18个月。", Trouble.LENGTH, "18个月"),
    ("自2022年5月6日到2024年5月5日，服务期限三年。", Trouble.LENGTH, "三年"),
    ("2024年4月31日下达指标。", Trouble.NO_SUCH_DAY, "2024年4月31日"),
    ("2024年13月下达指标。", Trouble.NO_SUCH_DAY, "2024年13月"),
    ("实施时间2024年5月—2024年3月。", Trouble.REVERSED, "2024年5月—2024年3月"),
    ("计划2024年6月底前完成，实际2024年7月1日完成，按时完成。", Trouble.MISSED, "按时"),
    ("应于2024年6月30日前付清，实际于2024年5月2日付清，逾期付款。", Trouble.KEPT, "逾期"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_fits(text: str) -> None:
    assert list(misfits_in(text)) == []


@pytest.mark.parametrize(("text", "trouble", "words"), WRONG)
def test_what_does_not(text: str, trouble: Trouble, words: str) -> None:
    (found,) = misfits_in(text)
    assert (found.trouble, text[found.start : found.end]) == (trouble, words)
