from collections.abc import Callable

from reportlint.config import Limits
from reportlint.document import Document, Table

Read = Callable[..., Document]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "", inner: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def grids(document: Document) -> list[list[list[str]]]:
    tables = [b for b in document.blocks if isinstance(b, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in tables]


DOWN, ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def test_spans_are_filled(read_body: Read) -> None:
    body = tbl(
        tr(tc("指标", DOWN), tc("金额", "<w:gridSpan w:val='2'/>")),
        tr(tc("", ON), tc("预算"), tc("决算")),
        tr(tc("支出"), tc("10"), tc("9")),
    )
    document = read_body(body)
    assert grids(document) == [
        [["指标", "金额", "金额"], ["指标", "预算", "决算"], ["支出", "10", "9"]]
    ]
    table = next(b for b in document.blocks if isinstance(b, Table))
    assert table.rows[1][0] is table.rows[0][0]
    assert (table.rows[0][0].row_span, table.rows[0][1].column_span) == (2, 2)
    assert table.rows[2][1].source.locate(0, 1).part == {
        "part": "word/document.xml",
        "paragraph": 6,
    }


def test_a_merge_that_continues_nothing_is_a_cell(read_body: Read) -> None:
    assert grids(read_body(tbl(tr(tc("甲", ON), tc("1")), tr(tc("乙"), tc("2"))))) == [
        [["甲", "1"], ["乙", "2"]]
    ]


def test_old_horizontal_merges_and_missing_columns(read_body: Read) -> None:
    first = tr(tc("合并", "<w:hMerge w:val='restart'/>"), tc("", "<w:hMerge/>"), tc("丙"))
    second = tr(tc("乙"), tc("3"), properties="<w:gridBefore w:val='1'/>")
    assert grids(read_body(tbl(first, second))) == [[["合并", "合并", "丙"], ["", "乙", "3"]]]


def test_controls_and_revisions_around_rows_and_cells(read_body: Read) -> None:
    wrapped = f"<w:sdt><w:sdtContent>{tc('甲')}</w:sdtContent></w:sdt>"
    body = tbl(
        tr(wrapped, tc("1")),
        f"<w:sdt><w:sdtContent>{tr(tc('乙'), tc('2'))}</w:sdtContent></w:sdt>",
        tr(tc("旧"), tc("9"), properties="<w:del w:author='甲'/>"),
        tr(tc("新"), tc("3"), properties="<w:ins w:author='甲'/>"),
    )
    document = read_body(body)
    assert grids(document) == [[["甲", "1"], ["乙", "2"], ["新", "3"]]]
    assert [n.code for n in document.notices] == ["DOC004"]


def test_nested_tables_follow_their_table(read_body: Read) -> None:
    inner = tbl(tr(tc("子"), tc("5")))
    document = read_body(tbl(tr(tc("外", inner=inner + p("尾")), tc("1"))) + p("后"))
    assert grids(document) == [[["外\n尾", "1"]], [["子", "5"]]]


def test_a_frame_of_one_cell_is_text_not_a_table(read_body: Read) -> None:
    document = read_body(tbl(tr(tc("框中一段", inner=p("框中二段")))))
    assert [b.text for b in document.blocks if not isinstance(b, Table)] == ["框中一段", "框中二段"]


def test_a_table_over_the_limit_is_cut_and_said(read_body: Read) -> None:
    rows = [tr(tc(str(n)), tc("1"), tc("2")) for n in range(10)]
    document = read_body(tbl(*rows), limits=Limits(max_table_cells=12))
    assert len(grids(document)[0]) == 4
    assert [n.code for n in document.notices] == ["DOC005"]


def test_absurd_spans_are_bounded(read_body: Read) -> None:
    body = tbl(tr(tc("甲", "<w:gridSpan w:val='999999999'/>"), tc("乙")), tr(tc("丙"), tc("丁")))
    assert len(grids(read_body(body))[0][0]) <= 1024
