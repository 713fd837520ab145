from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from chromium import faults
from html_cases import WRONG, checked

from reportlint.engine import check
from reportlint.result import Result
from reportlint.writers import View, html

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures" / "reports"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
MANY = 500

Tab = Any


def shown(tab: Tab, folder: Path, *results: Result, lang: str = "zh") -> None:
    """Write the page, open it from its file, and see to it that it asks for nothing else."""
    path = folder / "结果.html"
    path.write_text(html.render(results, View(lang)), encoding="utf-8")
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]


@pytest.fixture
def road(tab: Tab, tmp_path: Path) -> Tab:
    shown(tab, tmp_path, check(FIXTURES / "road_cleaning_evaluation_2023.docx"))
    return tab


def lit(tab: Tab) -> list[str]:
    return [e.inner_text() for e in tab.locator(".original mark.lit").all()]


def led(tab: Tab) -> set[str]:
    return {e.inner_text() for e in tab.locator(".original mark.led").all()}


def test_choosing_a_flag_lights_up_claim_and_evidence(road: Tab) -> None:
    road.click(".card >> nth=0")
    assert lit(road) == ["86%"]
    assert led(road) == {"2,660万元", "2,553.6万元"}
    roles = road.eval_on_selector_all("mark.led", "marks => marks.map(m => m.dataset.role)")
    assert set(roles) == {"分子", "分母"}
    assert road.get_attribute(".card >> nth=0", "aria-current") == "true"


def test_hovering_lights_up_and_leaving_puts_out(road: Tab) -> None:
    road.hover(".card >> nth=1")
    assert lit(road) == ["338.04"]
    road.hover(".top h1")
    assert lit(road) == []


def test_words_on_the_left_lead_to_their_flag(road: Tab) -> None:
    road.click(".original mark.error >> text=35.00%")
    assert "35.00%" in road.inner_text(".card[aria-current]")
    assert road.evaluate("document.activeElement.className") == "pick"


def test_evidence_leads_to_its_place(road: Tab) -> None:
    road.click(".card >> nth=0 >> .leads a >> nth=1")
    assert road.locator("mark.led >> nth=0").is_visible()
    assert lit(road) == ["86%"]


def test_keys_go_through_the_flags(road: Tab) -> None:
    for key in "jjjk":
        road.keyboard.press(key)
    assert road.get_attribute(".card[aria-current]", "data-n") == "2"
    road.keyboard.press("Escape")
    assert road.locator(".card[aria-current]").count() == 0
    road.keyboard.press("?")
    assert road.locator("dialog#help").is_visible()
    road.keyboard.press("Escape")
    assert not road.locator("dialog#help").is_visible()


def test_filters_by_severity_family_and_section(tab: Tab, tmp_path: Path) -> None:
    result = check(FIXTURES / "water_department_2024.pdf")
    shown(tab, tmp_path, result)
    errors = sum(flag.severity == "error" for flag in result.flags)
    tab.click("button[data-filter=error]")
    assert tab.locator(".card:visible").count() == len(result.flags) - errors
    assert tab.inner_text(".shown") == f"显示 {len(result.flags) - errors} / {len(result.flags)}"
    tab.click("button[data-filter=error]")
    tab.select_option("select[data-filter=family]", "NUM")
    families = {e.get_attribute("data-family") for e in tab.locator(".card:visible").all()}
    assert families == {"NUM"}
    tab.select_option("select[data-filter=family]", "")
    tab.select_option("select[data-filter=section]", "二、当年预算执行情况")
    sections = {e.get_attribute("data-section") for e in tab.locator(".card:visible").all()}
    assert sections == {"二、当年预算执行情况"}


def test_a_flag_that_is_filtered_out_comes_back_when_asked_for(road: Tab) -> None:
    road.click("button[data-filter=error]")
    assert road.locator(".card").count() == 0
    assert road.locator(".empty").is_visible()
    road.click(".original a.n >> nth=0")
    assert road.get_attribute(".card[aria-current]", "data-n") == "1"
    assert road.get_attribute("button[data-filter=error]", "aria-pressed") == "true"


def test_boxes_on_a_printed_page_light_up_together(tab: Tab, tmp_path: Path) -> None:
    result = check(FIXTURES / "water_department_2024.pdf")
    shown(tab, tmp_path, result)
    number = next(n for n, flag in enumerate(result.flags, 1) if flag.code == "NUM103")
    tab.click(f".card[data-n='{number}']")
    assert tab.locator("rect.lit").count() == 1
    assert tab.locator("rect.led").count() == 2


def test_a_rule_explains_itself(road: Tab) -> None:
    road.click(".card >> nth=0 >> .code")
    assert "NUM103" in road.inner_text("dialog#rule pre")


def test_what_a_report_says_is_never_run(tab: Tab, tmp_path: Path) -> None:
    shown(tab, tmp_path, checked(tmp_path, f"{HOSTILE}\n{WRONG}", "x.txt"))
    assert HOSTILE in tab.inner_text(".original")


def test_reports_on_one_page_are_chosen(tab: Tab, tmp_path: Path) -> None:
    shown(tab, tmp_path, *(checked(tmp_path, WRONG, name) for name in ("甲.txt", "乙.txt")))
    tab.select_option("#chooser", "r2")
    assert tab.inner_text("h1:visible") == "乙.txt"
    tab.keyboard.press("j")
    assert tab.locator("#r2 .card[aria-current]").count() == 1


def test_five_hundred_flags_can_be_gone_through(tab: Tab, tmp_path: Path) -> None:
    shown(tab, tmp_path, many(tmp_path))
    assert tab.locator(".card").count() >= MANY
    tab.locator(".card").last.click()
    assert len(lit(tab)) == 1


def many(folder: Path) -> Result:
    """A report with a wrong rate in each of its 500 paragraphs."""
    lines = (
        f"第{n}类项目全年预算数{12860 + n}.00万元，资金实际支出{11574 + n}.00万元，"
        "预算执行率为95.00%。\n"
        for n in range(MANY)
    )
    return checked(folder, "\n".join(lines), "多.txt")


@pytest.mark.parametrize(
    "name", ["water_department_2024.pdf", "road_cleaning_evaluation_2023.docx"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_for_everybody(tab: Tab, tmp_path: Path, name: str, lang: str) -> None:
    shown(tab, tmp_path, check(FIXTURES / name), lang=lang)
    assert faults(tab) == []
    tab.keyboard.press("j")
    assert faults(tab) == []
    tab.keyboard.press("?")
    assert faults(tab) == []


def test_everything_is_reached_by_the_keyboard(road: Tab) -> None:
    reached = set()
    for _ in range(120):
        road.keyboard.press("Tab")
        reached.add(road.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
    wanted = road.eval_on_selector_all(
        "button, select, .pick, .leads a, a.n",
        "found => found.filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 200))",
    )
    assert set(wanted) <= reached
