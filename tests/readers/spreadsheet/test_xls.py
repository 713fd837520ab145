from pathlib import Path

import pytest
from old_books import compound, record, workbook
from workbooks import cell_addresses, opened, paragraphs, tables

from reportlint.readers import UnreadableFile, read
from reportlint.readers.spreadsheet.compound import stream_of
from reportlint.readers.spreadsheet.records import cell_formats

FORMATS = ["#,##0.00", "0.00%", 'yyyy"年"m"月"']
CELLS = [
    (0, 0, "2024年项目支出绩效自评表", 0),
    (1, 0, "项目", 0),
    (1, 1, "金额", 0),
    (1, 2, "执行率", 0),
    (1, 3, "时间", 0),
    (2, 0, "道路维修", 0),
    (2, 1, 1200.5, 1),
    (2, 2, 0.9579341940858, 2),
    (2, 3, 45292.0, 3),
    (3, 0, "管网改造", 0),
    (3, 1, 12.340000000000002, 0),
]


def book() -> bytes:
    return workbook({"附表": CELLS}, FORMATS, [(0, 0, 0, 3)])


def test_cells_as_the_sheet_shows_them() -> None:
    document = opened(book())
    assert document.format == "xls"
    assert paragraphs(document) == ["2024年项目支出绩效自评表"]
    assert tables(document) == [
        [
            ["项目", "金额", "执行率", "时间"],
            ["道路维修", "1,200.50", "95.79%", "2024年1月"],
            ["管网改造", "12.34", "", ""],
        ]
    ]


def test_places_are_cells_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "附表.et"
    path.write_bytes(book())
    found = cell_addresses(read(path))
    assert (found["1,200.50"], found["2024年项目支出绩效自评表"]) == ("B3", "A1")


def test_hidden_sheets_are_named() -> None:
    document = opened(workbook({"甲": CELLS, "旧": CELLS}, FORMATS, hidden=["旧"]))
    assert len(tables(document)) == 1
    assert "“旧”" in document.notices[0].message.zh


def test_dates_from_1904() -> None:
    cells = [(0, 0, "时间", 0), (0, 1, 43830.0, 1), (1, 0, "x", 0)]
    document = opened(workbook({"表": cells}, ["yyyy-m-d"], from_1904=True))
    assert tables(document)[0][0][1] == "2024-1-1"


def test_formats_are_left_alone_where_they_are_not_understood() -> None:
    assert cell_formats(b"\xd0\xcf\x11\xe0").sheets == []
    assert cell_formats(compound("Workbook", record(0x0809, b"\x00\x05" + bytes(6)))).sheets == []
    assert cell_formats(compound("Workbook", record(0x041E, b"\x01"))).sheets == []
    assert cell_formats(compound("Other", b"")).sheets == []


@pytest.mark.parametrize("length", [9, 600, 1500, 4000])
def test_a_cut_workbook_is_unreadable(length: int) -> None:
    with pytest.raises(UnreadableFile):
        opened(book()[:length] + "Workbook\0".encode("utf-16-le"))


def test_a_chain_that_bites_its_tail_ends() -> None:
    data = bytearray(book())
    start = 512 + 4 * 3
    data[start : start + 4] = (3).to_bytes(4, "little")
    stream = stream_of(bytes(data), ["Workbook"])
    assert stream is not None
    assert len(stream) <= len(data)
