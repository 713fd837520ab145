from collections.abc import Callable

import pytest

from reportlint.document import Document, Heading, Layer, Paragraph

Read = Callable[..., Document]


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def p(content: str, properties: str = "") -> str:
    return f"<w:p>{properties}{content}</w:p>"


def texts(document: Document, layer: Layer = Layer.BODY) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph) and b.layer is layer]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("预算数14") + r("26.1") + r("6万元"), "预算数1426.16万元"),
        (f"<w:hyperlink r:id='x'>{r('网址')}</w:hyperlink>{r('后')}", "网址后"),
        (f"<w:sdt><w:sdtContent>{r('98.5')}</w:sdtContent></w:sdt>{r('分')}", "98.5分"),
        (f"<w:ins w:author='甲'>{r('新')}</w:ins><w:del>{r('旧')}</w:del>{r('文')}", "新文"),
        (f"<w:moveFrom>{r('从')}</w:moveFrom><w:moveTo>{r('到')}</w:moveTo>", "到"),
        (f"<w:smartTag w:element='d'>{r('2024年')}</w:smartTag>", "2024年"),
        (f"<w:fldSimple w:instr='REF a'>{r('结果')}</w:fldSimple>", "结果"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>", "a\tb-c"),
        (r("看不见", "<w:rPr><w:vanish/></w:rPr>") + r("看得见"), "看得见"),
        (r("不隐藏", "<w:rPr><w:vanish w:val='0'/></w:rPr>"), "不隐藏"),
        (r("99\u200b.35\u00ad%"), "99.35%"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>是</w:t></w:r>", "☑是"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>95%</w:t></w:r>", "≥95%"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>zhi</w:t></w:r></w:rt><w:rubyBase>" + r("支")
         + "</w:rubyBase></w:ruby></w:r>", "支"),
        ("<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>c</m:t></m:r>"
         "</m:den></m:f></m:oMath>", "(a+b)/c"),
    ],
)  # fmt: skip
def test_text_of_a_paragraph(read_body: Read, content: str, text: str) -> None:
    assert texts(read_body(p(content))) == [text]


def field(instruction: str, result: str) -> str:
    marks = [f"<w:r><w:fldChar w:fldCharType='{k}'/></w:r>" for k in ("begin", "separate", "end")]
    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return marks[0] + code + marks[1] + result + marks[2]


def test_only_the_result_of_a_field_is_text(read_body: Read) -> None:
    nested = field("IF ", r("甲") + field("PAGEREF _Toc1 ", r("3")))
    assert texts(read_body(p(r("见第") + nested + r("页")))) == ["见第甲3页"]


def test_a_field_that_never_ends_swallows_nothing(read_body: Read) -> None:
    begun = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF</w:instrText></w:r>"
    assert texts(read_body(p(begun + r("正文")) + p(r("下一段")))) == ["正文", "下一段"]


def test_contents_by_field_style_and_control(read_body: Read) -> None:
    marks = [f"<w:r><w:fldChar w:fldCharType='{k}'/></w:r>" for k in ("begin", "separate", "end")]
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    control = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p(r('控件里的'))}</w:sdtContent></w:sdt>"
    )
    body = (
        p(marks[0] + code + marks[1] + r("域里第一条"))
        + p(r("域里第二条"))
        + p(marks[2])
        + control
        + p(r("样式的"), "<w:pPr><w:pStyle w:val='11'/></w:pPr>")
        + p(r("正文"))
    )
    styles = "<w:style w:type='paragraph' w:styleId='11'><w:name w:val='toc 1'/></w:style>"
    document = read_body(body, styles=styles)
    assert texts(document, Layer.TOC) == ["域里第一条", "域里第二条", "控件里的", "样式的"]
    assert texts(document) == ["正文"]


def test_alternate_content_is_read_once(read_body: Read) -> None:
    box = f"<w:txbxContent>{p(r('框内文字'))}</w:txbxContent>"
    choice = f"<w:drawing><wp:inline><wps:txbx>{box}</wps:txbx></wp:inline></w:drawing>"
    fallback = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    body = p(
        r("锚点")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        + choice
        + f"</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_body(body + p(r("之后")))
    assert texts(document) == ["锚点", "框内文字", "之后"]
    places = [b.source.locate(0, 1).part for b in document.blocks]
    assert [place["paragraph"] for place in places if place] == [0, 1, 3]


def test_soft_breaks_divide_a_paragraph_and_keep_their_place(read_body: Read) -> None:
    document = read_body(
        p(r("前一段。")) + p("<w:r><w:t>一、概况</w:t><w:br/><w:t> 单位人员5人。</w:t></w:r>")
    )
    assert texts(document) == ["前一段。", "一、概况", "单位人员5人。"]
    last = document.blocks[2].source
    assert last.locate(0, 1).part == {"part": "word/document.xml", "paragraph": 1}
    assert last.offset(0) == 6  # type: ignore[attr-defined]


def test_a_number_torn_by_a_soft_break_is_whole(read_body: Read) -> None:
    body = p("<w:r><w:t>2024年度全年预算安排资金合计14262</w:t><w:br/><w:t>40.16万元。</w:t></w:r>")
    assert texts(read_body(body)) == ["2024年度全年预算安排资金合计1426240.16万元。"]


def test_a_removed_paragraph_mark_joins_paragraphs(read_body: Read) -> None:
    removed = "<w:pPr><w:rPr><w:del w:author='乙'/></w:rPr></w:pPr>"
    document = read_body(p(r("前半"), removed) + p(r("后半")))
    assert texts(document) == ["前半后半"]
    assert document.blocks[0].source.locate(2, 3).part == {
        "part": "word/document.xml",
        "paragraph": 1,
    }


def test_headings_by_name_base_and_outline_level(read_body: Read) -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='2'><w:name w:val='heading 2'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='my'><w:name w:val='章标题'/><w:basedOn w:val='2'/>"
        "</w:style><w:style w:type='paragraph' w:styleId='b'><w:name w:val='标题 3'/>"
        "<w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
    )

    def styled(text: str, inner: str) -> str:
        return p(r(text), f"<w:pPr>{inner}</w:pPr>")

    body = (
        styled("甲", "<w:pStyle w:val='2'/>")
        + styled("乙", "<w:pStyle w:val='my'/>")
        + styled("丙", "<w:outlineLvl w:val='0'/>")
        + styled("丁", "<w:pStyle w:val='b'/>")
        + styled("戊", "<w:pStyle w:val='2'/><w:outlineLvl w:val='9'/>")
    )
    blocks = read_body(body, styles=styles).blocks
    levels = [block.level if isinstance(block, Heading) else None for block in blocks]
    assert levels == [2, 2, 1, None, None]
