import io
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.config import Limits
from reportlint.document import Cell, Document, Layer, Paragraph, Table
from reportlint.readers import UnreadableFile, read, read_bytes
from reportlint.readers.docx.source import DocxSource

Read = Callable[..., Document]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_layers(read_body: Read) -> None:
    document = read_body(
        p("正文"),
        footnotes=f"<w:footnote w:type='separator' w:id='0'>{p('线')}</w:footnote>"
        f"<w:footnote w:id='1'>{p('脚注')}</w:footnote>",
        endnotes=f"<w:endnote w:id='1'>{p('尾注')}</w:endnote>",
        comments=f"<w:comment w:id='1' w:author='张三'>{p('请核实')}</w:comment>",
        header=p("页眉"),
        footer=p("页脚"),
    )
    found = [(b.layer, b.text) for b in document.blocks if isinstance(b, Paragraph)]
    assert found == [
        (Layer.BODY, "正文"),
        (Layer.NOTE, "脚注"),
        (Layer.NOTE, "尾注"),
        (Layer.COMMENT, "请核实"),
        (Layer.HEADER, "页眉"),
        (Layer.FOOTER, "页脚"),
    ]
    assert document.blocks[1].source.locate(0, 2).part == {
        "part": "word/footnotes.xml",
        "paragraph": 1,
    }


def test_what_was_left_open_is_said_once(read_body: Read) -> None:
    changed = (
        "<w:p><w:ins w:author='李四'><w:r><w:t>新</w:t></w:r></w:ins>"
        "<w:del w:author='王五'><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    )
    comment = f"<w:comment w:id='1' w:author='张三'>{p('请核实')}</w:comment>"
    (notice,) = read_body(changed, comments=comment).notices
    assert notice.code == "DOC004"
    for word in ("插入 1 处", "删除 1 处", "批注 1 条", "李四、王五、张三"):
        assert word in notice.message.zh
    assert "1 insertion, 1 deletion, 1 comment (by" in notice.message.en


def test_comments_to_this_program_are_not_left_open(read_body: Read) -> None:
    comment = f"<w:comment w:id='1'>{p('reportlint: 忽略 NUM101 口径不同')}</w:comment>"
    assert read_body(p("文"), comments=comment).notices == ()


def test_paragraphs_count_as_python_docx_counts_them(tmp_path: Path) -> None:
    import docx
    from docx.oxml.ns import qn

    made = docx.Document()
    made.add_paragraph("")
    made.add_heading("一、概况", 1)
    table = made.add_table(2, 2)
    for n, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格{n}"
    made.add_paragraph("末段")
    path = tmp_path / "报告.docx"
    made.save(str(path))
    counted = [
        "".join(t.text for t in e.iter(qn("w:t")))
        for e in docx.Document(str(path)).element.iter(qn("w:p"))
    ]
    pieces: list[tuple[str, object]] = []
    for block in read(path).blocks:
        if isinstance(block, Table):
            pieces += [(cell.text, cell.source.locate(0, 1).part) for cell in block.cells()]
        else:
            pieces.append((block.text, block.source.locate(0, 1).part))
    assert [text for text, _ in pieces] == ["一、概况", "格0", "格1", "格2", "格3", "末段"]
    for text, part in pieces:
        assert isinstance(part, dict)
        assert counted[part["paragraph"]] == text


def test_typed_contents_are_apart(read_body: Read) -> None:
    document = read_body("".join(map(p, ["目录", "一、概况……1", "二、收支……2", "一、概况"])))
    layers = [block.layer for block in document.blocks]
    assert layers == [Layer.TOC, Layer.TOC, Layer.TOC, Layer.BODY]


def test_a_document_without_a_word(read_body: Read, packed: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableFile) as empty:
        read_body("<w:p/>")
    assert empty.value.notice.code == "DOC001"
    with pytest.raises(UnreadableFile) as scanned:
        read_bytes(packed("<w:p/>", image="<w:x/>"), Path("a.docx"), Limits())
    assert scanned.value.notice.code == "DOC002"


def test_a_broken_part_costs_only_itself(read_body: Read) -> None:
    document = read_body(p("正文"), styles="<w:style><w:torn></w:style>", header=p("页眉"))
    assert [block.layer for block in document.blocks] == [Layer.BODY, Layer.HEADER]
    (notice,) = document.notices
    assert notice.code == "DOC005"
    assert "word/styles.xml" in notice.message.zh


def test_embedded_sheets_are_said_and_formulas_are_not(read_body: Read) -> None:
    office = "xmlns:o='urn:schemas-microsoft-com:office:office'"
    sheet, formula = (
        f"<w:p><w:r><w:t>见表</w:t><w:object><o:OLEObject {office} ProgID='{kind}'/></w:object>"
        "</w:r></w:p>"
        for kind in ("Excel.Sheet.12", "Equation.DSMT4")
    )
    assert read_body(formula).notices == ()
    assert [notice.code for notice in read_body(sheet + formula).notices] == ["DOC005"]


def test_limits(read_body: Read) -> None:
    for limits, setting in (
        (Limits(max_characters=3), "max_characters"),
        (Limits(max_members=2), "max_members"),
        (Limits(max_expanded_bytes=100), "max_expanded_bytes"),
        (Limits(max_part_bytes=100), "max_part_bytes"),
        (Limits(max_bytes=10), "max_bytes"),
    ):
        with pytest.raises(UnreadableFile, match="limit") as raised:
            read_body(p("超过三个字"), limits=limits)
        assert setting in raised.value.notice.advice.zh


def test_bombs_are_refused(packed: Callable[..., bytes]) -> None:
    bomb = packed("<w:p/>" + " " * 30_000_000)
    deep = packed("<w:sdt><w:sdtContent>" * 300 + p("深") + "</w:sdtContent></w:sdt>" * 300)
    for data in (bomb, deep):
        with pytest.raises(UnreadableFile) as raised:
            read_bytes(data, Path("a.docx"), Limits())
        assert raised.value.notice.code == "DOC001"


def test_a_dtd_is_refused() -> None:
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml",
            "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><w:document "
            "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            "<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>",
        )
    with pytest.raises(UnreadableFile, match="DTD"):
        read_bytes(stream.getvalue(), Path("a.docx"), Limits())


def test_truncated_files_are_refused_whatever_is_left(packed: Callable[..., bytes]) -> None:
    data = packed(p("文"))
    for length in range(4, len(data) - 1, 97):
        with pytest.raises(UnreadableFile):
            read_bytes(data[:length], Path("a.docx"), Limits())


def test_the_seed_reads_alike_as_docx_and_txt(shared: Path) -> None:
    stem = shared / "reports" / "chaoyang_2024_department_overall"
    from_word, from_text = (read(stem.with_suffix(suffix)) for suffix in (".docx", ".txt"))
    words = [block.text for block in from_word.blocks if isinstance(block, Paragraph)]
    plain = [block.text for block in from_text.blocks if isinstance(block, Paragraph)]
    assert words == [text.replace("[bookmark: _GoBack]", "") for text in plain]
    assert len(words) == len(from_word.blocks) == len(from_text.blocks) == 40


@pytest.mark.parametrize("variant", ["A", "B", "D"])
def test_every_cell_of_the_table_suite(shared: Path, variant: str) -> None:
    import json

    folder = shared / "suites" / "tables-zh"
    expected = json.loads((folder / "vargt.json").read_text(encoding="utf-8"))[variant]
    tables = [table for _, table in read(folder / f"var{variant}.docx").tables()]
    assert [[c.text for c in row] for table in tables for row in table.rows] == expected


def test_words_stand_where_they_are_said_to_stand(shared: Path) -> None:
    import docx
    from docx.oxml.ns import qn

    paths = [*(shared / "reports").glob("*.docx"), *(shared / "suites/tables-zh").glob("*.docx")]
    for path in paths:
        parts = docx.Document(str(path)).element.iter(qn("w:p"))
        counted = ["".join(t.text or "" for t in part.iter(qn("w:t"))) for part in parts]
        for text, source in _texts(read(path)):
            for at, character in enumerate(text):
                place = source.locate(at, at + 1).part or {}
                assert counted[int(place["paragraph"])][source.offset(at)] == character


def _texts(document: Document) -> list[tuple[str, DocxSource]]:
    """All texts of the body whose characters are as in the file, with their sources."""
    found: list[Paragraph | Cell] = []
    for _, block in document.body():
        found += block.cells() if isinstance(block, Table) else [block]
    return [(b.text, b.source) for b in found if isinstance(b.source, DocxSource)]


def test_hostile_documents_end_in_text_or_a_reason(shared: Path) -> None:
    paths = sorted((shared / "suites" / "hostile" / "python-docx").rglob("*.docx"))
    assert paths
    said = [_what_came(path) for path in paths]
    assert all(said), said


def _what_came(path: Path) -> str:
    """What there was to read, or the reason why there was nothing."""
    try:
        return f"{len(read(path).blocks)} blocks"
    except UnreadableFile as failure:
        return failure.notice.message.zh and failure.notice.advice.zh
