"""Lists in running text, and what the numbers of headings count."""

from __future__ import annotations

import pytest

from reportlint.facts.itemised import items
from reportlint.facts.outline.ordinals import ordinal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一是开工晚。二是验收慢，资料缺。", ["开工晚。", "验收慢，资料缺。"]),
        ("（1）漏水\n（2）漏电", ["漏水", "漏电"]),
        ("问题：①人手少；②设备旧。", ["人手少；", "设备旧。"]),
        ("1.库房潮湿。2.温度1.5度。", ["库房潮湿。", "温度1.5度。"]),
        ("一是否认，二者皆无。", []),
        ("只有一句话。", []),
    ],
)
def test_items_without_their_marks(text: str, found: list[str]) -> None:
    listed = items(text)
    assert [i.text for i in listed] == found
    assert [text[i.start : i.end] for i in listed] == found


@pytest.mark.parametrize(
    ("number", "counted"),
    [
        ("三、", ("一、", 3)),
        ("（十二）", ("（一）", 12)),
        ("(二)", ("（一）", 2)),
        ("二十、", ("一、", 20)),
        ("第四部分", ("第一部分", 4)),
        ("7．", ("9.", 7)),
        ("1.2", None),
        ("①", None),
        ("", None),
    ],
)
def test_ordinals(number: str, counted: tuple[str, int] | None) -> None:
    assert ordinal(number) == counted
