from collections.abc import Callable

from reportlint.document import Document, Table

Read = Callable[..., Document]


def line(*cells: str) -> str:
    inner = "<w:tab/>".join(f"<w:t xml:space='preserve'>{cell}</w:t>" for cell in cells)
    return f"<w:p><w:r>{inner}</w:r></w:p>"


def test_rows_set_with_tabs_are_a_table(read_body: Read) -> None:
    rows = [line("项目", "预算", "决算"), line("收入", "100", "120"), line("支出", "90", "95")]
    blocks = read_body("".join([line("收支如下："), *rows, line("其后是正文。")])).blocks
    table = blocks[1]
    assert len(blocks) == 3
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["项目", "预算", "决算"],
        ["收入", "100", "120"],
        ["支出", "90", "95"],
    ]
    assert table.rows[2][1].source.locate(0, 2).part == {
        "part": "word/document.xml",
        "paragraph": 3,
    }


def test_prose_with_tabs_stays_prose(read_body: Read) -> None:
    rows = [line("一、", "概况"), line("1.", "2024年收入100万元。"), line("", "支出 90 万元。")]
    assert not any(isinstance(block, Table) for block in read_body("".join(rows)).blocks)
