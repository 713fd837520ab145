from __future__ import annotations

from typing import Any

import pytest
from chromium import faults

FINE = "<html lang=zh><title>t</title><body style='background:#fff;color:#222'>"


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<p>好</p>", None),
        ("<p style='color:#999'>淡</p>", "contrast 2.85"),
        ("<p style='background:#333;color:#222'>暗</p>", "contrast 1.26"),
        ("<p style='opacity:.4'>虚</p>", "contrast"),
        ("<button></button>", "no name"),
        ("<input>", "no label"),
        ("<label>名<input></label>", None),
        ("<i id=a></i><i id=a></i>", "id used twice"),
        ("<b tabindex=3>x</b>", "order of focus changed"),
        ("<table><tr><td>x</table>", "no header cells"),
    ],
)
def test_what_keeps_people_out_is_found(tab: Any, html: str, fault: str | None) -> None:  # noqa: ANN401
    tab.set_content(FINE + html)
    found = faults(tab)
    assert found == [] if fault is None else any(f.startswith(fault) for f in found)
