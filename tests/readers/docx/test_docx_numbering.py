from collections.abc import Callable

import pytest

from reportlint.document import Document, Paragraph, Table
from reportlint.readers.docx.ordinals import render

Read = Callable[..., Document]


def p(text: str, num: int | None = None, level: int = 0, style: str = "") -> str:
    numbered = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{num}'/></w:numPr>"
    inner = (f"<w:pStyle w:val='{style}'/>" if style else "") + (
        numbered if num is not None else ""
    )
    return f"<w:p><w:pPr>{inner}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lvl(level: int, kind: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f"<w:lvl w:ilvl='{level}'><w:start w:val='{start}'/><w:numFmt w:val='{kind}'/>{more}"
        f"<w:lvlText w:val='{text}'/></w:lvl>"
    )


def abstract(key: int, *levels: str) -> str:
    return f"<w:abstractNum w:abstractNumId='{key}'>{''.join(levels)}</w:abstractNum>"


def num(key: int, of: int, more: str = "") -> str:
    return f"<w:num w:numId='{key}'><w:abstractNumId w:val='{of}'/>{more}</w:num>"


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


OUTLINE = abstract(
    0,
    lvl(0, "chineseCountingThousand", "%1、"),
    lvl(1, "chineseCounting", "（%2）"),
    lvl(2, "decimal", "%3."),
    lvl(3, "decimalEnclosedCircle", "%4"),
)


def test_an_outline_of_several_levels_restarts(read_body: Read) -> None:
    body = "".join(
        [
            p("概况", 1),
            p("职能", 1, 1),
            p("人员", 1, 1),
            p("收支", 1),
            p("收入", 1, 1),
            p("2024年收入5万元", 1, 2),
            p("其他", 1, 2),
            p("细项", 1, 3),
            p("结论", 1),
        ]
    )
    assert texts(read_body(body, numbering=OUTLINE + num(1, 0))) == [
        "一、概况",
        "（一）职能",
        "（二）人员",
        "二、收支",
        "（一）收入",
        "1. 2024年收入5万元",
        "2. 其他",
        "① 细项",
        "三、结论",
    ]


def test_positions_behind_a_label_are_right(read_body: Read) -> None:
    document = read_body(p("前") + p("收入", 1), numbering=OUTLINE + num(1, 0))
    source = document.blocks[1].source
    assert document.blocks[1].text == "一、收入"  # type: ignore[union-attr]
    assert source.locate(2, 4).part == {"part": "word/document.xml", "paragraph": 1}
    assert [source.offset(i) for i in (2, 3)] == [0, 1]  # type: ignore[attr-defined]


def test_lists_share_a_counter_and_overrides_restart_it(read_body: Read) -> None:
    override = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"
    numbering = OUTLINE + num(1, 0) + num(2, 0) + num(3, 0, override)
    body = p("甲", 1) + p("乙", 2) + p("丙", 3) + p("丁", 3) + p("戊", 1)
    assert texts(read_body(body, numbering=numbering)) == [
        "一、甲",
        "二、乙",
        "一、丙",
        "二、丁",
        "三、戊",
    ]


def test_compound_legal_and_never_restarting_levels(read_body: Read) -> None:
    levels = abstract(
        0,
        lvl(0, "upperRoman", "%1."),
        lvl(1, "decimal", "%1.%2", "<w:isLgl/>"),
        lvl(2, "lowerLetter", "%3)", "<w:lvlRestart w:val='0'/>"),
    )
    body = p("A", 1) + p("B", 1, 1) + p("C", 1, 2) + p("D", 1) + p("E", 1, 1) + p("F", 1, 2)
    assert texts(read_body(body, numbering=levels + num(1, 0))) == [
        "I. A",
        "1.1 B",
        "a)C",
        "II. D",
        "2.1 E",
        "b)F",
    ]


def test_numbering_by_style_and_by_link(read_body: Read) -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='7'><w:numStyleLink w:val='章节'/></w:abstractNum>"
        "<w:abstractNum w:abstractNumId='8'><w:styleLink w:val='章节'/>"
        + lvl(0, "ideographDigital", "第%1章 ", "<w:pStyle w:val='1'/>")
        + lvl(1, "decimal", "%1.%2", "<w:pStyle w:val='2'/><w:isLgl/>")
        + "</w:abstractNum>"
        + num(4, 7)
    )
    in_list = "<w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr>"
    styles = (
        f"<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/>{in_list}</w:style>"
        f"<w:style w:type='paragraph' w:styleId='2'><w:name w:val='heading 2'/>{in_list}</w:style>"
        "<w:style w:type='paragraph' w:styleId='3'><w:name w:val='x'/><w:basedOn w:val='2'/>"
        "</w:style>"
    )
    body = p("甲", style="1") + p("乙", style="2") + p("丙", style="3") + p("无号", 0, style="1")
    assert texts(read_body(body, numbering=numbering, styles=styles)) == [
        "第一章 甲",
        "1.1 乙",
        "1.2 丙",
        "无号",
    ]


def test_bullets_unknown_lists_and_removed_numbers_print_nothing(read_body: Read) -> None:
    numbering = abstract(0, lvl(0, "bullet", "\uf06c")) + num(1, 0)
    assert texts(read_body(p("甲", 1) + p("乙", 9) + p("丙", 0), numbering=numbering)) == [
        "甲",
        "乙",
        "丙",
    ]


def test_numbered_cells_have_their_number(read_body: Read) -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1")) + num(1, 0)
    row = f"<w:tr><w:tc>{p('', 1)}</w:tc><w:tc>{p('项目')}</w:tc></w:tr>"
    document = read_body(f"<w:tbl>{row}{row}</w:tbl>", numbering=numbering)
    table = next(b for b in document.blocks if isinstance(b, Table))
    assert [[cell.text for cell in r] for r in table.rows] == [["1", "项目"], ["2", "项目"]]


@pytest.mark.parametrize(
    ("kind", "number", "printed"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 101, "一○一"),
        ("chineseCountingThousand", 12, "十二"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseCountingThousand", 20003, "二万零三"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("japaneseCounting", 111, "百十一"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 61, "甲子"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 3, "c"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("numberInDash", 3, "- 3 -"),
        ("ordinal", 12, "12th"),
        ("ordinal", 22, "22nd"),
        ("none", 5, ""),
        ("never-heard-of", 5, "5"),
        ("aiueo", 2, "イ"),
        ("chineseCounting", 0, "零"),
        ("upperLetter", 0, "0"),
    ],
)
def test_formats(kind: str, number: int, printed: str) -> None:
    assert render(kind, number) == printed
