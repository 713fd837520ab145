from collections.abc import Callable

import pytest

from reportlint.document import Document
from reportlint.readers import UnreadableFile
from reportlint.readers.encoding import decode

SAMPLES = [
    "无",
    "优",
    "一、概况",
    "预算执行率为99.35%。",
    "2024年，某区卫生健康委员会收入合计1,234.56万元。\r\n支出合计1,200.00万元。",
    "plain ASCII, 100%",
]


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_short_texts_in_the_usual_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", SAMPLES[3:])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_traditional_characters_in_big5() -> None:
    text = "預算執行率為百分之九十九，較上年增加。各項經費均已撥付到位，結餘款項已繳回國庫。" * 3
    assert decode(text.encode("big5")) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_one_torn_character_does_not_spoil_a_text(encoding: str) -> None:
    data = ("预算执行率为百分之九十九。" * 20).encode(encoding)
    assert (decode(data[:-1]) or "").startswith("预算执行率为百分之九十九。")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_damaged_byte_costs_one_character(encoding: str) -> None:
    data = bytearray(("执行率为99.35%。" * 20).encode(encoding))
    data[0] = 0xFF
    assert (decode(bytes(data)) or "").endswith("执行率为99.35%。" * 19)


def test_line_ends_of_all_systems(read_lines: Callable[..., Document]) -> None:
    for end in ("\n", "\r\n", "\r"):
        blocks = read_lines(end.join(["一、概况", "", "正文。"])).blocks
        assert [block.source.locate(0, 1).part for block in blocks] == [
            {"line": 1, "column": 1},
            {"line": 3, "column": 1},
        ]


def test_nothing_but_blanks_is_empty(read_lines: Callable[..., Document]) -> None:
    for data in (b"\xef\xbb\xbf", "\u3000\u3000\n".encode(), "\ufeff\n".encode("utf-16")):
        with pytest.raises(UnreadableFile, match="empty"):
            read_lines(data)


@pytest.mark.parametrize(
    "data", [b"\0L", b"M\0Z\0", b"\0F\0(\0\0", b"A\0B\0C\0\1\0", bytes.fromhex("49003e0000007a43")]
)
def test_a_few_bytes_with_zeros_are_no_text(data: bytes) -> None:
    assert decode(data) is None


def test_a_short_text_in_utf_16_without_a_mark() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode("支出100万元".encode(encoding)) == "支出100万元"
