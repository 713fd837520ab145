from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from html_cases import WRONG, checked, page_of, words_of

from reportlint.engine import check
from reportlint.writers import View, html
from reportlint.writers.html.printed import boxes_by_page
from reportlint.writers.html.rendering import digest
from reportlint.writers.html.spans import Mark

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures" / "reports"
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover='alert(3)'\n"
    "全年预算数200.00万元，资金实际支出150.00万元，</mark></p><b>预算执行率</b>为85.00%。"
)


def test_the_words_of_a_flag_and_its_evidence_are_marked_in_the_text(tmp_path: Path) -> None:
    page = page_of(checked(tmp_path, WRONG))
    assert [m.text for m in page.cssselect("mark.m.error")] == ["95.00%"]
    assert {m.text for m in page.cssselect("mark.m.lead")} == {"12860.00万元", "11574.00万元"}
    tokens = {m.get("data-m") for m in page.cssselect(".original mark")}
    goals = {a.get("data-goto") for a in page.cssselect(".card [data-goto]")}
    assert goals < tokens


def test_a_card_shows_working_expected_value_and_the_way_to_the_words(tmp_path: Path) -> None:
    (card,) = page_of(checked(tmp_path, WRONG)).cssselect(".card.error")
    assert "11574.00 ÷ 12860.00" in words_of(card.cssselect(".working dd")[0])
    assert words_of(card.cssselect(".expected dd")[0]) == "90.00%"
    assert card.cssselect(".pick")[0].get("href") == "#r1-m1"
    assert card.getroottree().xpath("//a[@id='r1-m1']")[0].get("href") == "#" + card.get("id")


def test_the_ledger_stands_on_the_page(tmp_path: Path) -> None:
    page = page_of(checked(tmp_path, WRONG))
    assert words_of(page.cssselect(".ledger strong")[0]) == "3 个数字，3 个已核算"


def test_the_text_of_a_report_never_becomes_markup(tmp_path: Path) -> None:
    written = html.render([checked(tmp_path, HOSTILE, "<b>名.txt")], View())
    page = lxml.html.document_fromstring(written)
    assert len(page.cssselect("script")) == 1
    assert not page.cssselect("img, b[onmouseover], [onerror], [onmouseover]")
    assert "<script>alert(1)</script>" in page.cssselect(".original")[0].text_content()


def test_nothing_is_fetched_and_only_our_script_and_styles_may_run(tmp_path: Path) -> None:
    written = html.render([checked(tmp_path, WRONG)], View())
    page = lxml.html.document_fromstring(written)
    policy = page.cssselect("meta[http-equiv]")[0].get("content")
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert digest(page.cssselect("script")[0].text) in policy
    assert digest(page.cssselect("style")[0].text) in policy
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", written)
    assert not page.cssselect("[style], link, iframe, object")


def test_a_pdf_is_shown_as_pictures_with_boxes() -> None:
    result = check(FIXTURES / "water_department_2024.pdf")
    page = page_of(result)
    pictures = page.cssselect(".page image")
    assert len(pictures) == 3
    assert all(p.get("href").startswith("data:image/") for p in pictures)
    placed = [n for n, flag in enumerate(result.flags, 1) if flag.anchor.place.boxes]
    assert placed
    assert {str(n) for n in placed} <= {r.get("data-m") for r in page.cssselect("rect.m")}


def test_numbers_of_flags_on_the_same_words_do_not_hide_each_other() -> None:
    marks = [Mark(str(n), "error", _printed(10.0, 50.0)) for n in (1, 2, 30)]
    badges = [(box.badge or 0, box.badge_width) for box in boxes_by_page(marks)[4]]
    assert len(badges) == 3
    assert all(start + width <= after for (start, width), (after, _) in pairwise(badges))


def _printed(x0: float, x1: float) -> dict[str, object]:
    return {"page": 4, "boxes": [[x0, 20.0, x1, 32.0]]}


def test_a_table_keeps_its_spans_and_marks_its_cells() -> None:
    result = check(FIXTURES / "road_cleaning_evaluation_2023.docx")
    page = page_of(result)
    marked = {m.text for m in page.cssselect(".sheet td mark.error")}
    assert "338.04" in marked
    assert len(page.cssselect(".sheet table")) == 2


def test_a_report_that_changed_since_is_not_shown_with_wrong_marks(tmp_path: Path) -> None:
    result = checked(tmp_path, WRONG)
    (tmp_path / "报告.txt").write_text("另一份", encoding="utf-8")
    page = page_of(result)
    assert "改动" in words_of(page.cssselect(".trouble")[0])
    assert len(page.cssselect(".card")) == len(result.flags)


@pytest.mark.parametrize(("lang", "said"), [("zh", "找不到"), ("en", "no such file")])
def test_a_file_that_is_gone_leaves_its_flags(tmp_path: Path, lang: str, said: str) -> None:
    result = checked(tmp_path, WRONG)
    (tmp_path / "报告.txt").unlink()
    assert said in words_of(page_of(result, lang=lang).cssselect(".trouble")[0])


def test_an_unreadable_file_has_a_page_too(tmp_path: Path) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(b"PK\x03\x04broken")
    page = page_of(check(path))
    assert page.cssselect(".card.error")
    assert page.cssselect(".state")


def test_several_reports_are_chosen_from_a_list(tmp_path: Path) -> None:
    page = page_of(*(checked(tmp_path, WRONG, name) for name in ("甲.txt", "乙.txt")))
    assert [o.get("value") for o in page.cssselect("#chooser option")] == ["r1", "r2"]
    assert [s.get("hidden") is None for s in page.cssselect(".report")] == [True, False]
    ids = [e.get("id") for e in page.cssselect("[id]")]
    assert len(ids) == len(set(ids))


def test_the_index_links_to_each_file(tmp_path: Path) -> None:
    result = checked(tmp_path, WRONG, "甲 #1.txt")
    written = html.index([("甲 #1.txt.html", result)], View())
    (link,) = lxml.html.document_fromstring(written).cssselect("a")
    assert link.get("href") == "%E7%94%B2%20%231.txt.html"
    assert link.text == result.path


def test_the_money_of_a_report_is_drawn_to_scale(tmp_path: Path) -> None:
    text = "全年预算数200.00万元，资金实际支出150.00万元，年末结转和结余50.00万元。"
    page = page_of(checked(tmp_path, text))
    bars = page.cssselect(".money rect:not(.track)")
    assert [bar.get("width") for bar in bars] == ["400.00", "300.00", "100.00"]


def test_english_pages_are_english(tmp_path: Path) -> None:
    page = page_of(checked(tmp_path, WRONG), lang="en")
    assert page.get("lang") == "en"
    assert words_of(page.cssselect(".ledger strong")[0]) == "3 figures, 3 recomputed"
