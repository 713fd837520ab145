from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from chromium import faults
from live import Live, Start
from review_cases import WRONG, stored, taken, verdicts

from reportlint.store.flags import flags_of
from reportlint.store.users import Role, add_user

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "reports"

Tab = Any


def chosen(tab: Tab) -> str:
    return str(tab.get_attribute(".card[aria-current]", "data-n"))


def said(tab: Tab, number: int, words: str) -> None:
    """Wait until the card with this number says so."""
    tab.locator(f".card[data-n='{number}'] .said b", has_text=words).wait_for()


@pytest.fixture
def water(live: Live) -> int:
    return live.desk.intake.take(str(FIXTURES / "water_department_2024.pdf"), "水务局.pdf")


@pytest.fixture
def desk(tab: Tab, live: Live, water: int) -> Tab:
    """The page of a report with a dozen flags."""
    tab.goto(f"{live.url}/documents/{water}")
    return tab


def test_from_the_queue_to_a_verdict_by_keys_alone(tab: Tab, live: Live, water: int) -> None:
    tab.goto(live.url)
    tab.keyboard.press("j")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".card[aria-current]")
    assert chosen(tab) == "1"
    tab.keyboard.press("Enter")
    said(tab, 1, "已确认")
    assert chosen(tab) == "2"
    tab.keyboard.press("x")
    said(tab, 2, "误报")
    assert verdicts(live.desk, water)[:3] == ["confirmed", "dismissed", "open"]


def test_undo_goes_back_and_a_reload_forgets_nothing(desk: Tab, live: Live, water: int) -> None:
    for key in ("Enter", "x"):
        desk.keyboard.press(key)
    said(desk, 2, "误报")
    desk.keyboard.press("u")
    desk.wait_for_selector(".card[data-n='2'] .review-bar[data-verdict=open]")
    assert chosen(desk) == "2"
    desk.reload()
    said(desk, 1, "已确认")
    assert chosen(desk) == "2"
    assert verdicts(live.desk, water)[:2] == ["confirmed", "open"]


def test_keys_in_quick_succession_are_all_kept(desk: Tab, live: Live, water: int) -> None:
    flags = len(verdicts(live.desk, water))
    for n in range(flags):
        desk.keyboard.press("x" if n % 2 else "Enter")
    said(desk, flags, "误报" if flags % 2 == 0 else "已确认")
    expected = ["dismissed" if n % 2 else "confirmed" for n in range(flags)]
    assert verdicts(live.desk, water) == expected


def test_an_explanation_is_written_down(desk: Tab, live: Live, water: int) -> None:
    desk.keyboard.press("e")
    desk.click("#reason button[value=explained]")
    assert desk.locator("#reason .problem").is_visible()
    desk.fill("#reason textarea", "口径不同 <b>已核</b>")
    desk.click("#reason button[value=explained]")
    said(desk, 1, "说明成立")
    assert "<b>已核</b>" in desk.inner_text(".card[data-n='1'] .why")
    assert verdicts(live.desk, water)[0] == "explained"
    desk.click(".card[data-n='1'] .past")
    assert "口径不同" in desk.inner_text("#past li")


def test_several_flags_get_one_verdict(desk: Tab, live: Live, water: int) -> None:
    desk.keyboard.press("s")
    desk.keyboard.press("j")
    desk.keyboard.press("s")
    assert desk.inner_text("#selected") == "已选 2 条"
    desk.click("button[data-bulk=dismissed]")
    said(desk, 2, "误报")
    assert verdicts(live.desk, water)[:3] == ["dismissed", "dismissed", "open"]
    desk.click("#undo")
    desk.wait_for_selector(".card[data-n='1'] .review-bar[data-verdict=open]")
    assert set(verdicts(live.desk, water)) == {"open"}


def test_all_that_a_filter_finds_get_one_verdict(tab: Tab, live: Live) -> None:
    id = stored(live.desk, 140)
    tab.goto(f"{live.url}/documents/{id}?family=NUM")
    tab.check("#select-all")
    tab.click("button[data-bulk=confirmed]")
    said(tab, 1, "已确认")
    assert set(verdicts(live.desk, id)) == {"confirmed"}


def test_filters_and_evidence_work_as_in_the_file(desk: Tab) -> None:
    desk.check("input[name=severity][value=error]")
    desk.wait_for_url("**severity=error**")
    assert {e.get_attribute("data-severity") for e in desk.locator(".card").all()} == {"error"}
    desk.click(".card:has-text('NUM103') .pick")
    assert desk.locator("rect.lit").count() == 1
    assert desk.locator("rect.led").count() == 2


def test_pages_of_flags_are_turned(tab: Tab, live: Live) -> None:
    id = stored(live.desk, 10_000)
    tab.goto(f"{live.url}/documents/{id}")
    tab.click("a[rel=next]")
    tab.wait_for_url("**page=2")
    tab.keyboard.press("Enter")
    said(tab, 51, "已确认")


def test_a_file_is_sent_in_and_checked(tab: Tab, live: Live, tmp_path: Path) -> None:
    path = tmp_path / "新报告.txt"
    path.write_text(WRONG, encoding="utf-8")
    tab.goto(live.url)
    tab.set_input_files("input[type=file]", path)
    tab.click("#upload button")
    tab.wait_for_selector(".original mark.error")
    assert tab.inner_text("h1") == "新报告.txt"


def test_a_note_is_taken_away(desk: Tab) -> None:
    desk.keyboard.press("Enter")
    said(desk, 1, "已确认")
    desk.click(".menu summary")
    with desk.expect_download() as download:
        desk.click(".menu a[href$=opinion]")
    assert download.value.suggested_filename == "水务局.docx"
    assert docx.Document(BytesIO(Path(download.value.path()).read_bytes())).paragraphs


def test_a_recheck_keeps_what_was_decided(tab: Tab, live: Live, tmp_path: Path) -> None:
    id = taken(live.desk, tmp_path)
    tab.goto(f"{live.url}/documents/{id}")
    tab.keyboard.press("Enter")
    said(tab, 1, "已确认")
    (tmp_path / "报告.txt").write_text(WRONG + "\n新的一段。\n", encoding="utf-8")
    tab.click("form[action$=recheck] button")
    tab.wait_for_selector(".original >> text=新的一段")
    kept = [f for f in flags_of(live.desk.store, id) if f.decision]
    assert len(kept) == 1


def test_the_language_changes_and_stays(desk: Tab) -> None:
    desk.click("text=English")
    desk.wait_for_selector("html[lang=en]")
    assert desk.locator(".card kbd >> nth=0").inner_text() == "Enter"
    desk.click("text=Rules")
    assert "Dismiss rate" in desk.inner_text("thead")


def test_what_a_report_says_is_never_run(tab: Tab, live: Live, tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    id = taken(live.desk, tmp_path, f"{hostile}\n{WRONG}")
    tab.goto(f"{live.url}/documents/{id}")
    assert hostile in tab.inner_text(".original")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_is_for_everybody(desk: Tab, live: Live, lang: str) -> None:
    desk.goto(f"{live.url}/language/{lang}")
    live.decide(1, numbers=[1], verdict="dismissed", reason="口径不同")
    live.decide(1, numbers=[2], verdict="confirmed")
    live.decide(1, numbers=[3], verdict="explained", reason="已核")
    for path in ("/", "/rules", "/documents/1"):
        desk.goto(live.url + path)
        assert faults(desk) == [], path
    desk.keyboard.press("j")
    desk.check("#select-page")
    assert faults(desk) == []
    desk.keyboard.press("e")
    assert faults(desk) == []


def test_users_sign_in_and_look_after_each_other(tab: Tab, start: Start) -> None:
    live = start(auth=True)
    add_user(live.desk.store, "管理", "correct horse", Role.ADMIN)
    tab.goto(live.url)
    assert faults(tab) == []
    tab.fill("input[name=name]", "管理")
    tab.fill("input[name=password]", "correct horse")
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="用户").click()
    tab.wait_for_url("**/users")
    assert faults(tab) == []
    tab.fill(".panel input[name=name]", "新人")
    tab.fill(".panel input[name=password]", "password of mine")
    tab.click(".panel button")
    tab.wait_for_selector("td >> text=新人")
    tab.click("text=退出")
    tab.wait_for_url("**/login")
