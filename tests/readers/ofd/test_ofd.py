from pathlib import Path

import pytest
from ofd_files import POINTS, SIZE, column, package, page, text_object

from reportlint import check
from reportlint.config import Limits
from reportlint.document import Document, Layer, Paragraph
from reportlint.readers import UnreadableFile, read_bytes

LONG = "本单位2024年度全年支出12.50万元，较上年增长百分之五，主要原因是新增项目支出增加，各项任务"


def opened(data: bytes, limits: Limits | None = None) -> Document:
    return read_bytes(data, Path("报告.ofd"), limits or Limits())


def texts(document: Document, layer: Layer = Layer.BODY) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph) and b.layer is layer]


def test_lines_become_paragraphs() -> None:
    lines = ["一、概况", LONG, "全部完成。", "二、问题", "无。"]
    document = opened(package([page(*column(lines))]))
    assert document.format == "ofd"
    assert document.pages == 1
    assert texts(document) == ["一、概况", f"{LONG}全部完成。", "二、问题", "无。"]


def test_every_character_has_its_box() -> None:
    document = opened(package([page(), page(*column(["支出12.50万元。"]))]))
    place = document.blocks[0].source.locate(2, 7)
    assert place.page == 2
    [(left, top, right, bottom)] = place.boxes
    assert left == pytest.approx((20 + 8) * POINTS, abs=0.1)
    assert right == pytest.approx((20 + 8 + 10) * POINTS, abs=0.1)
    assert top < (30 + 3) * POINTS < bottom
    assert bottom - top == pytest.approx(SIZE * POINTS, abs=0.1)


def test_characters_in_any_order_and_one_by_one() -> None:
    pieces = [text_object(c, 20 + 4 * n, 30) for n, c in enumerate("支出情况说明")]
    assert texts(opened(package([page(*reversed(pieces))]))) == ["支出情况说明"]


def test_distances_may_be_counted_and_matrices_applied() -> None:
    code = '<ofd:TextCode X="0" Y="3" DeltaX="g 3 4">支出合计</ofd:TextCode>'
    scaled = '<ofd:TextCode X="0" Y="1" DeltaX="2 2 2">二、问题</ofd:TextCode>'
    objects = (
        f'<ofd:TextObject Boundary="20 30 16 4" Size="4">{code}</ofd:TextObject>',
        f'<ofd:TextObject Boundary="20 40 9 9" Size="2" CTM="2 0 0 2 0 0">'
        f"{scaled}</ofd:TextObject>",
    )
    document = opened(package([page(*objects)]))
    assert texts(document) == ["支出合计", "二、问题"]
    [(left, _, right, _)] = document.blocks[1].source.locate(0, 4).boxes
    assert right - left == pytest.approx(16 * POINTS, abs=0.1)


def test_print_that_is_doubled_for_weight_counts_once() -> None:
    objects = [text_object("支出合计", 20 + shift, 30) for shift in (0, 0.2)]
    assert texts(opened(package([page(*objects)]))) == ["支出合计"]


def test_rows_in_columns_are_tables() -> None:
    rows = [("项目", "预算数", "执行率"), ("甲", "100.00", "99.00%"), ("乙", "50.00", "80.00%")]
    objects = [
        text_object(text, 20 + 50 * c, 30 + 7 * r)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    document = opened(package([page(*objects)]))
    [(_, table)] = document.tables()
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in rows]
    assert table.rows[1][1].source.locate(0, 3).boxes[0][0] == pytest.approx(70 * POINTS, abs=0.1)


def test_heads_and_page_numbers_are_set_aside() -> None:
    pages = [
        page(*column(["某局绩效报告", f"第{n}段说完了。", "完。", f"- {n} -"])) for n in (1, 2, 3)
    ]
    document = opened(package(pages))
    assert texts(document, Layer.HEADER) == ["某局绩效报告"] * 3
    assert texts(document, Layer.FOOTER) == ["- 1 -", "- 2 -", "- 3 -"]
    assert len(texts(document)) == 6


def test_what_is_printed_on_a_template_is_read() -> None:
    use = '<ofd:Template TemplateID="9"/>'
    form = page(text_object("项目名称：", 20, 30))
    document = opened(package([page(text_object("道路维修", 40, 30), template=use)]))
    assert [n.code for n in document.notices] == ["DOC005"]
    data = package(
        [page(text_object("道路维修", 40, 30), template=use)], **{"Doc_0/Tpls/T.xml": form}
    )
    assert texts(opened(data)) == ["项目名称：道路维修"]


def test_a_check_of_an_ofd(tmp_path: Path) -> None:
    path = tmp_path / "a.ofd"
    lines = ["全年预算200.00万元，支出100.00万元，", "预算执行率为55.00%。"]
    path.write_bytes(package([page(*column(lines))]))
    [flag] = [flag for flag in check(path).flags if flag.code == "NUM103"]
    assert flag.anchor.place.page == 1
    assert flag.anchor.place.boxes[0][1] > 35 * POINTS


def test_scans_and_empty_files() -> None:
    with pytest.raises(UnreadableFile) as raised:
        opened(package([page('<ofd:ImageObject ID="1" Boundary="0 0 9 9"/>')]))
    assert raised.value.notice.code == "DOC002"
    with pytest.raises(UnreadableFile, match="no text"):
        opened(package([page()]))


def test_a_damaged_page_costs_only_itself() -> None:
    document = opened(package(["<ofd:Page", page(*column(["完。"]))]))
    assert texts(document) == ["完。"]
    assert [(n.code, n.page) for n in document.notices] == [("DOC005", 1)]


def test_limits() -> None:
    data = package([page(*column(["甲乙丙。"]))] * 3)
    document = opened(data, Limits(max_pages=2))
    assert document.pages == 2
    assert [n.code for n in document.notices] == ["DOC005"]
    with pytest.raises(UnreadableFile, match="limit"):
        opened(data, Limits(max_characters=5))


@pytest.mark.parametrize("delta", ["g 999999999 1", "g", "g x 1", "nan inf", "1e999", "-5 g 2 1"])
def test_strange_distances(delta: str) -> None:
    code = f'<ofd:TextCode X="0" Y="3" DeltaX="{delta}">支出</ofd:TextCode>'
    data = package(
        [page(f'<ofd:TextObject Boundary="20 30 16 4" Size="4">{code}</ofd:TextObject>')]
    )
    assert set("".join(texts(opened(data))).replace(" ", "")) == set("支出")
