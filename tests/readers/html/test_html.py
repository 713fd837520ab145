from base64 import b64encode
from pathlib import Path

import pytest

from reportlint import check
from reportlint.config import Limits
from reportlint.document import Document, Heading, Layer, Paragraph, Table
from reportlint.readers import UnreadableFile, read_bytes


def opened(page: str | bytes, limits: Limits | None = None) -> Document:
    data = page if isinstance(page, bytes) else f"<html>{page}</html>".encode()
    return read_bytes(data, Path("决算公开.html"), limits or Limits())


def texts(document: Document, layer: Layer = Layer.BODY) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph) and b.layer is layer]


def tables(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in t.rows] for _, t in document.tables()]


def test_paragraphs_and_headings() -> None:
    document = opened(
        "<h1>某局决算</h1><h2>一、<b>概况</b></h2><p>支出<span>12.50</span>万元</p>正文"
    )
    assert document.format == "html"
    assert texts(document) == ["某局决算", "一、概况", "支出12.50万元", "正文"]
    assert [b.level for b in document.blocks if isinstance(b, Heading)] == [1, 2]


def test_breaks_of_the_source_are_not_breaks_of_the_page() -> None:
    document = opened("<p>全年支出\n   12.50\n万元，\n比上年</p><p>net \n cash<br>第二行</p>")
    assert texts(document) == ["全年支出12.50万元，比上年", "net cash", "第二行"]


def test_blanks_that_are_printed() -> None:
    document = opened("<p>&nbsp;&nbsp;\u3000支出\u200b合计</p><pre>甲\n乙</pre>")
    assert texts(document) == ["支出合计", "甲", "乙"]


def test_what_nobody_sees_is_not_read() -> None:
    hidden = (
        "<script>var x=1</script><style>p{}</style><p style='display: none'>1</p><p hidden>2</p>"
        "<noscript>3</noscript><select><option>4</option></select><!-- 5 --><del>6</del>"
    )
    assert texts(opened(f"<body>{hidden}<p>正文</p></body>")) == ["正文"]


def test_spans_of_tables() -> None:
    page = (
        "<table><caption>收支表</caption><thead><tr><th rowspan=2>项目<th colspan='2'>金额</thead>"
        "<tr><td>预算<td>决算<tr><td>甲<td>1.00<td><p>2.00</p><p>（调整）</p></table>"
    )
    document = opened(page)
    assert texts(document) == ["收支表"]
    assert tables(document) == [
        [["项目", "金额", "金额"], ["项目", "预算", "决算"], ["甲", "1.00", "2.00\n（调整）"]]
    ]


def test_tables_that_only_place_things() -> None:
    inner = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
    page = f"<table><tr><td>左</td><td><p>正文</p>{inner}</td></tr></table>"
    document = opened(page)
    assert texts(document) == ["左", "正文"]
    assert tables(document) == [[["甲", "1"], ["乙", "2"]]]


def test_a_table_in_a_cell_of_figures_follows() -> None:
    inner = "<table><tr><td>x</td><td>9</td></tr></table>"
    rows = "<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr>"
    document = opened(f"<table>{rows}<tr><td>丙</td><td>{inner}</td></tr></table>")
    assert tables(document) == [[["甲", "1"], ["乙", "2"], ["丙", ""]], [["x", "9"]]]


def test_menus_and_feet_are_set_aside() -> None:
    menu = "".join(f"<li><a href='/{n}'>栏目{n}</a></li>" for n in range(4))
    contents = "".join(f"<p><a href='#{n}'>第{n}部分</a></p>" for n in range(4))
    page = (
        f"<header>某市人民政府</header><ul>{menu}</ul><div>{contents}</div>"
        "<article><header><h1>决算</h1></header><p>正文<a href='/x'>附件</a></p></article>"
        "<footer>备案号 12345678</footer>"
    )
    document = opened(page)
    assert texts(document) == ["决算", "正文附件"]
    assert texts(document, Layer.HEADER) == ["某市人民政府", *(f"栏目{n}" for n in range(4))]
    assert len(texts(document, Layer.TOC)) == 4
    assert texts(document, Layer.FOOTER) == ["备案号 12345678"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("utf-8", "utf-8"),
        ("", "gb18030"),
        ("", "utf-8-sig"),
        ("utf-16", "utf-8"),
        ("nonsense", "utf-8"),
        ("iso-2022-jp", "gb18030"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body><p>预算执行率为99.35%，完成较好。</p></body></html>"
    assert texts(opened(page.encode(encoding))) == ["预算执行率为99.35%，完成较好。"]


@pytest.mark.parametrize("mark", ["MIME-Version: 1.0\n", "From: <Saved by Blink>\n"])
def test_a_web_archive(mark: str) -> None:
    page = b64encode("<html><p>全年支出12.50万元。</p></html>".encode("gb18030")).decode()
    head = 'Content-Type: multipart/related; boundary="b"\n\n--b\n'
    part = "Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: base64\n\n"
    image = "Content-Type: image/png\n\nx\n"
    data = f"{mark}{head}{image}--b\n{part}{page}\n--b--\n".encode()
    assert texts(opened(data)) == ["全年支出12.50万元。"]
    with pytest.raises(UnreadableFile):
        opened(f"{mark}{head}{image}--b--\n".encode())


def test_the_line_of_the_source() -> None:
    page = b"<html>\n<p>a</p>\n<table><tr><td>x</td>\n<td>y</td></tr></table></html>"
    paragraph, table = opened(page).blocks
    assert isinstance(table, Table)
    assert paragraph.source.locate(0, 1).part == {"line": 2}
    assert table.rows[0][1].source.locate(0, 1).part == {"line": 4}


def test_a_check_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    page = "<html><body>\n<p>预算200.00万元，支出100.00万元，预算执行率为55.00%。</p></body></html>"
    path.write_text(page, encoding="utf-8")
    assert [(f.code, f.anchor.place.part) for f in check(path).flags if "NUM" in f.code] == [
        ("NUM103", {"line": 2})
    ]


def test_an_empty_page() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        opened("<body><iframe src='x'></iframe></body>")


def test_depth_is_limited() -> None:
    assert texts(opened("<div>" * 200 + "深")) == ["深"]
    for depth in (400, 3_000, 100_000):
        with pytest.raises(UnreadableFile, match=r"[Nn]esting"):
            opened("<div>" * depth + "深")


def test_spans_are_limited() -> None:
    wide = "<table>" + "<tr><td colspan=500>1<td>2" * 50 + "</table>"
    document = opened(wide, Limits(max_table_cells=10_000))
    assert [notice.code for notice in document.notices] == ["DOC005"]
    assert len(tables(opened("<table><tr><td rowspan=99999999>1<td>2</table>"))[0]) == 1


def test_characters_are_limited() -> None:
    with pytest.raises(UnreadableFile, match="limit"):
        opened("<p>" + "文" * 100, Limits(max_characters=50))


def test_nothing_outside_is_fetched() -> None:
    page = b'<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/hostname">]><html><p>a&e;b</p></html>'
    assert texts(opened(page))[-1].endswith("b")
    assert "&e;" in texts(opened(page))[-1]
