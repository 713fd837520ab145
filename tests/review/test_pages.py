from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import lxml.html
import pytest
from live import Live
from review_cases import WRONG, dies, stored, taken, verdicts

from reportlint.store.decisions import decide
from reportlint.store.documents import count_documents, document_of, queue
from reportlint.store.flags import flags_of
from reportlint.store.model import Verdict

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "reports"
HOSTILE = "</title><script>alert(1)</script>\u202e'\"<img src=x onerror=alert(1)>"


def test_the_queue_shows_reports_by_weight(live: Live) -> None:
    light, heavy = stored(live.desk, 1, "轻.docx"), stored(live.desk, 5, "重.docx")
    page = live.page("/")
    assert [row.get("href") for row in page.cssselect("a.row")] == [
        f"/documents/{heavy}",
        f"/documents/{light}",
    ]


def test_an_empty_store_says_how_to_begin(live: Live) -> None:
    assert "上传" in live.page("/").cssselect(".empty")[0].text


def test_a_report_stands_beside_its_flags(live: Live, tmp_path: Path) -> None:
    page = live.page(f"/documents/{taken(live.desk, tmp_path)}")
    marked = {mark.text for mark in page.cssselect(".original mark.error")}
    assert "95.00%" in marked
    buttons = page.cssselect(".card")[0].cssselect("kbd")
    assert [button.text for button in buttons] == ["Enter", "X", "E"]


def test_a_page_holds_fifty_flags_of_many(live: Live) -> None:
    id = stored(live.desk, 500)
    page = live.page(f"/documents/{id}?page=3")
    numbers = [card.get("data-n") for card in page.cssselect(".card")]
    assert (numbers[0], numbers[-1], len(numbers)) == ("101", "150", 50)
    assert page.cssselect("a[rel=next]")[0].get("href") == "?page=4"


def test_filters_choose_on_the_server(live: Live) -> None:
    id = stored(live.desk, 70)
    page = live.page(f"/documents/{id}?severity=error&section=第3节&verdict=open")
    assert {card.get("data-section") for card in page.cssselect(".card")} == {"第3节"}
    assert len(page.cssselect(".card")) == 10
    assert not live.page(f"/documents/{id}?severity=warning").cssselect(".card")


def test_a_verdict_is_kept_with_its_reviewer(live: Live) -> None:
    id = stored(live.desk, 3)
    answer = live.decide(id, numbers=[2], verdict="dismissed", reason="口径不同").json()
    assert verdicts(live.desk, id) == ["open", "dismissed", "open"]
    assert answer["tally"] == {"open": 2, "confirmed": 0, "dismissed": 1, "explained": 0}
    (change,) = answer["changed"]
    assert (change["number"], change["who"], change["reason"]) == (2, "王审核", "口径不同")
    said = live.page(f"/documents/{id}").cssselect(".said")[1].text_content()
    assert "王审核" in said
    assert "口径不同" in said


def test_an_explanation_needs_words(live: Live) -> None:
    id = stored(live.desk, 1)
    assert live.decide(id, numbers=[1], verdict="explained", reason=" ").status_code == 422
    assert verdicts(live.desk, id) == ["open"]


def test_a_bulk_verdict_reaches_all_pages_of_a_filter(live: Live) -> None:
    id = stored(live.desk, 140)
    answer = live.decide(id, all="section=%E7%AC%AC3%E8%8A%82", verdict="dismissed").json()
    assert answer["count"] == 20
    assert live.undo(id)["count"] == 20
    assert set(verdicts(live.desk, id)) == {"open"}


@pytest.mark.parametrize(
    "asked",
    [
        {"numbers": [1], "verdict": "nonsense"},
        {"numbers": [1]},
        {"numbers": "1", "verdict": "confirmed"},
        {"numbers": [99, None, "x"], "verdict": "confirmed"},
    ],
)
def test_nonsense_decides_nothing(live: Live, asked: dict[str, object]) -> None:
    id = stored(live.desk, 1)
    assert live.decide(id, **asked).status_code in {200, 422}
    assert verdicts(live.desk, id) == ["open"]


def test_a_recheck_keeps_verdicts(live: Live, tmp_path: Path) -> None:
    id = taken(live.desk, tmp_path)
    first = flags_of(live.desk.store, id)[0]
    decide(live.desk.store, id, [first.key], Verdict.CONFIRMED, "", "王审核")
    path = tmp_path / "报告.txt"
    path.write_text(WRONG.replace("线下130人", "线下120人"), encoding="utf-8")
    form = {"csrf": live.token()}
    assert live.client.post(f"/documents/{id}/recheck", data=form).status_code == 303
    after = {f.key: f.verdict for f in flags_of(live.desk.store, id)}
    assert after[first.key] is Verdict.CONFIRMED


def test_an_upload_is_kept_checked_and_shown(live: Live) -> None:
    files = {"file": ("../../坏 <名>.txt", WRONG.encode())}
    answer = live.client.post("/upload", data={"csrf": live.token()}, files=files)
    assert answer.status_code == 303
    id = int(answer.headers["location"].rpartition("/")[2])
    document = document_of(live.desk.store, id)
    assert document is not None
    assert document.path == "坏 _名_.txt"
    assert Path(document.location).is_relative_to(live.desk.uploads.resolve())
    assert live.page(f"/documents/{id}").cssselect(".card")


def test_every_report_in_an_archive_is_checked(live: Live) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("某局/甲.txt", WRONG)
        archive.writestr("某局/乙.txt", WRONG)
    files = {"file": ("报送.zip", packed.getvalue())}
    answer = live.client.post("/upload", data={"csrf": live.token()}, files=files)
    assert answer.headers["location"] == "/"
    paths = {document.path for document in queue(live.desk.store)}
    assert paths == {"报送.zip!/某局/甲.txt", "报送.zip!/某局/乙.txt"}
    assert live.page("/documents/1").cssselect(".original mark.error")


def test_an_unreadable_upload_is_an_answer_too(live: Live) -> None:
    files = {"file": ("空.docx", b"PK\x03\x04 nothing")}
    answer = live.client.post("/upload", data={"csrf": live.token()}, files=files)
    page = live.page(answer.headers["location"])
    assert page.cssselect(".trouble")
    assert "DOC001" in page.cssselect(".card")[0].text_content()


def test_a_file_that_brings_its_process_down_costs_itself(
    live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as changed:
        changed.setattr("reportlint.review.intake.check_file", dies)
        lost = taken(live.desk, tmp_path, WRONG, "坏.txt")
    assert "意外终止" in live.page(f"/documents/{lost}").cssselect(".pick")[0].text
    assert len(live.page(f"/documents/{taken(live.desk, tmp_path)}").cssselect(".card")) > 0


def test_the_author_s_answer_stands_beside_the_flag(live: Live, tmp_path: Path) -> None:
    report = docx.Document()
    paragraph = report.add_paragraph(WRONG.splitlines()[2].partition("95.00%")[0])
    rate = paragraph.add_run("95.00%")
    paragraph.add_run("。")
    report.add_comment(rate, "reportlint: 忽略 NUM103 按财政口径计算", author="某局")
    path = tmp_path / "报告.docx"
    report.save(str(path))
    id = live.desk.intake.take(str(path), path.name)
    (card,) = live.page(f"/documents/{id}").cssselect(".card.error")
    assert "按财政口径计算" in card.cssselect(".reason dd")[0].text
    assert verdicts(live.desk, id).count("open") == len(verdicts(live.desk, id))


def test_too_large_an_upload_is_refused(start: object) -> None:
    live: Live = start(upload_bytes=1000)  # type: ignore[operator]
    files = {"file": ("大.txt", b"x" * 5000)}
    answer = live.client.post("/upload", data={"csrf": live.token()}, files=files)
    assert answer.status_code == 413
    assert count_documents(live.desk.store) == 0
    assert not list(live.desk.uploads.iterdir())
    enormous = {"file": ("大.txt", b"x" * 1_500_000)}
    form = {"csrf": live.token()}
    assert live.client.post("/upload", data=form, files=enormous).status_code == 413


def test_hostile_words_are_shown_as_words(live: Live, tmp_path: Path) -> None:
    id = taken(live.desk, tmp_path, HOSTILE + WRONG)
    live.decide(id, numbers=[1], verdict="dismissed", reason=HOSTILE)
    for path in ("/", f"/documents/{id}"):
        page = live.page(path)
        assert all(
            script.get("src", "").startswith("/static/") for script in page.cssselect("script")
        )
        assert not page.cssselect("img, [onerror], [style]")
    shown = live.page(f"/documents/{id}").text_content()
    assert "<script>alert(1)</script>" in shown
    assert "\u202e" not in shown


def test_a_note_to_the_author_holds_confirmed_flags_only(live: Live) -> None:
    id = stored(live.desk, 3)
    live.decide(id, numbers=[2], verdict="confirmed")
    answer = live.client.get(f"/documents/{id}/export/opinion")
    assert "filename*=UTF-8''%E5%A4%A7" in answer.headers["content-disposition"]
    document = docx.Document(BytesIO(answer.content))
    tables = (c.text for t in document.tables for row in t.rows for c in row.cells)
    words = "\n".join([*(p.text for p in document.paragraphs), *tables])
    assert "1.5%有误" in words
    assert "0.5%有误" not in words


@pytest.mark.parametrize("address", ["/documents/{}/export/xlsx", "/export/xlsx"])
def test_a_workbook_can_be_taken_away(live: Live, address: str) -> None:
    id = stored(live.desk, 3)
    answer = live.client.get(address.format(id))
    assert answer.status_code == 200
    assert answer.content.startswith(b"PK")


@pytest.mark.parametrize(
    "name", ["water_department_2024.pdf", "road_cleaning_evaluation_2023.docx"]
)
def test_a_copy_with_notes_can_be_taken_away(live: Live, name: str) -> None:
    id = live.desk.intake.take(str(FIXTURES / name), name)
    live.decide(id, numbers=[1], verdict="dismissed")
    answer = live.client.get(f"/documents/{id}/export/annotated")
    assert answer.status_code == 200
    assert answer.content[:2] in {b"PK", b"%P"}
    assert answer.content != (FIXTURES / name).read_bytes()


def test_a_file_that_holds_no_notes_says_so(live: Live, tmp_path: Path) -> None:
    id = taken(live.desk, tmp_path)
    answer = live.client.get(f"/documents/{id}/export/annotated", headers={"Accept": "text/html"})
    assert answer.status_code == 409
    assert "PDF" in answer.text


def test_a_page_can_be_taken_away(live: Live, tmp_path: Path) -> None:
    id = taken(live.desk, tmp_path)
    live.decide(id, numbers=[1], verdict="dismissed", reason="口径不同")
    page = lxml.html.document_fromstring(live.client.get(f"/documents/{id}/export/html").text)
    assert "口径不同" in page.cssselect(".card.suppressed")[0].text_content()


def test_the_dismiss_rate_of_each_rule_is_shown(live: Live) -> None:
    live.decide(stored(live.desk, 4), numbers=[1, 2], verdict="dismissed")
    live.decide(1, numbers=[3], verdict="confirmed")
    (row,) = live.page("/rules").cssselect("tbody tr")
    cells = [" ".join(cell.text_content().split()) for cell in row.cssselect("td")]
    assert cells == ["NUM103", "4", "3", "1", "2", "0", "66 %"]


def test_the_history_of_a_flag_can_be_read(live: Live) -> None:
    id = stored(live.desk, 1)
    live.decide(id, numbers=[1], verdict="dismissed", reason="口径不同")
    live.undo(id)
    found = live.client.get(f"/documents/{id}/history/1").json()
    assert [entry["verdict"] for entry in found] == ["误报", "待审"]


def test_the_pages_speak_english_when_asked(live: Live) -> None:
    id = stored(live.desk, 1)
    back = {"Referer": f"{live.url}/documents/{id}?page=1"}
    answer = live.client.get("/language/en", headers=back)
    assert answer.headers["location"] == f"/documents/{id}?page=1"
    assert "is wrong." in live.page(f"/documents/{id}").cssselect(".pick")[0].text
    elsewhere = live.client.get("/language/zh", headers={"Referer": "http://evil.example//x"})
    assert elsewhere.headers["location"] == "/"


@pytest.mark.parametrize(
    "path",
    ["/documents/999", "/nothing", "/static/../desk.py", "/documents/1/export/exe", "/documents/x"],
)
def test_what_is_not_there_is_said_plainly(live: Live, path: str) -> None:
    answer = live.client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "没有这一页" in answer.text
    assert "Traceback" not in answer.text


def test_a_folder_is_checked_in_the_background(live: Live, tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for path in paths:
        path.write_text(WRONG, encoding="utf-8")
    live.desk.intake.take_all([str(path) for path in paths]).join(60)
    assert live.desk.intake.progress.done == 3
    assert count_documents(live.desk.store) == 3
    ids = {f.id for f in (document_of(live.desk.store, n) for n in (1, 2, 3)) if f}
    assert ids == {1, 2, 3}


def test_pages_of_a_pdf_come_as_pictures(live: Live) -> None:
    id = live.desk.intake.take(str(FIXTURES / "water_department_2024.pdf"), "水务局.pdf")
    page = live.page(f"/documents/{id}")
    address = page.cssselect(".page image")[0].get("href")
    answer = live.client.get(address)
    assert answer.headers["content-type"] in {"image/png", "image/jpeg"}
    assert page.cssselect("rect.m.error")
    assert live.client.get(address[:-1] + "99").status_code == 404
