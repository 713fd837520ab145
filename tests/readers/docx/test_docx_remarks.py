"""Comments that speak to the program, and the words they were put on."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.run import Run

from reportlint.config import Limits
from reportlint.document import Document, Table, block_text
from reportlint.readers.docx import read_docx


def read(document: docx.document.Document) -> Document:
    buffer = BytesIO()
    document.save(buffer)
    return read_docx(buffer.getvalue(), Path("a.docx"), "", Limits())


def commented(document: Document) -> list[str]:
    (remark,) = document.remarks
    return [block_text(document.blocks[s.block], s.cell)[s.start : s.end] for s in remark.on]


def test_a_comment_on_runs_in_the_midst_of_a_paragraph() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("预算执行率为")
    runs = [paragraph.add_run("99."), paragraph.add_run("53%")]
    paragraph.add_run("。")
    document.add_comment(runs, "reportlint: 忽略 NUM103 已核对", "张三")
    found = read(document)
    assert commented(found) == ["99.53%"]
    assert found.remarks[0].text == "reportlint: 忽略 NUM103 已核对"
    assert found.remarks[0].author == "张三"
    assert not [notice for notice in found.notices if notice.code == "DOC004"]


def test_other_comments_are_no_remarks() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("预算执行率为99.53%。")
    document.add_comment(run, "请核对", "李四")
    found = read(document)
    assert found.remarks == ()
    assert [notice.code for notice in found.notices] == ["DOC004"]


def test_a_comment_in_a_cell_and_one_over_two_paragraphs() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for number, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"第{number}格"
    document.add_comment(table.cell(1, 0).paragraphs[0].runs, "reportlint：忽略 TXT401 x")
    found = read(document)
    assert commented(found) == ["第2格"]
    assert found.remarks[0].on[0].cell == (1, 0)

    document = docx.Document()
    first, last = (document.add_paragraph().add_run(text) for text in ("甲段文字", "乙段文字"))
    document.add_comment([first, last], "reportlint: ignore TXT401 x")
    assert commented(read(document)) == ["甲段文字", "乙段文字"]


def _edge(kind: str) -> object:
    return parse_xml(f'<w:commentRange{kind} {nsdecls("w")} w:id="0"/>')


@pytest.mark.parametrize("ended", [True, False])
def test_edges_between_paragraphs(ended: bool) -> None:
    document = docx.Document()
    paragraphs = [document.add_paragraph(text) for text in ("甲甲", "乙乙", "丙丙", "丁丁")]
    document.add_comment(paragraphs[2].runs, "reportlint: 忽略 TXT401 x")
    for element in list(document.element.body.iter("{*}commentRangeStart", "{*}commentRangeEnd")):
        element.getparent().remove(element)
    paragraphs[1]._p.addprevious(_edge("Start"))
    if ended:
        paragraphs[3]._p.addprevious(_edge("End"))
    assert commented(read(document)) == (["乙乙", "丙丙"] if ended else ["乙乙"])


def test_a_comment_at_a_single_point_is_on_its_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("甲甲")
    paragraph = document.add_paragraph("乙乙乙")
    document.add_comment(paragraph.runs, "reportlint: 忽略 TXT401 x")
    for element in list(document.element.body.iter("{*}commentRangeStart", "{*}commentRangeEnd")):
        element.getparent().remove(element)
    assert commented(read(document)) == ["乙乙乙"]


def test_zero_width_characters_do_not_shift_a_comment() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("全\u200b年\u00ad支出")
    run: Run = paragraph.add_run("90\u200b万元")
    paragraph.add_run("，增长")
    document.add_comment(run, "reportlint: 忽略 NUM103 x")
    assert "".join(commented(read(document))) == "90万元"


def test_tables_typed_with_tabs_keep_their_comments() -> None:
    document = docx.Document()
    for name, value in (("项目", "金额"), ("基本支出", "60.00"), ("项目支出", "30.00")):
        paragraph = document.add_paragraph(f"{name}\t")
        run = paragraph.add_run(value)
    document.add_comment(run, "reportlint: 忽略 NUM114 x")
    found = read(document)
    assert isinstance(found.blocks[0], Table)
    assert "30.00" in commented(found)
