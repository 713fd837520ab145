"""Word files of every construction that comments must survive, and what is commented in them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from reportlint.config import Limits
from reportlint.document import Document, Layer, Table, anchor_at
from reportlint.readers.docx import read_docx
from reportlint.result import Flag, Severity, Text
from reportlint.writers.docx import annotate, remove

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIMITS = Limits()


def saved(document: WordDocument) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(data: bytes) -> Document:
    return read_docx(data, Path("a.docx"), "", LIMITS)


def member(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def main_part(data: bytes) -> etree._Element:
    return etree.fromstring(member(data, "word/document.xml"))


def flag(document: Document, words: str, *, nth: int = 0, layer: Layer = Layer.BODY) -> Flag:
    """A flag on the n-th place where the words stand."""
    places = []
    for number, block in enumerate(document.blocks):
        if block.layer is not layer:
            continue
        texts = (
            [((c.row, c.column), c.text) for c in block.cells()]
            if isinstance(block, Table)
            else [(None, block.text)]
        )
        for cell, text in texts:
            at = text.find(words)
            if at >= 0:
                places.append((number, at, at + len(words), cell))
    block_number, start, end, cell = places[nth]
    return on(document, block_number, start, end, cell)


def on(
    document: Document, block: int | None, start: int, end: int, cell: tuple[int, int] | None
) -> Flag:
    where = anchor_at(document, block, start, end, cell=cell)
    message = Text(f"关于{where.quote}", f"on {where.quote}")
    return Flag(where, message, severity=Severity.ERROR, code="NUM103", name="rate-mismatch")


def noted(data: bytes, *flags: Flag) -> bytes:
    return annotate(data, read(data), flags, "zh", LIMITS)


def cleaned(data: bytes) -> bytes:
    return remove(data, LIMITS)


def covered(data: bytes) -> list[str]:
    """The text that stands between the edges of each comment, in the order of their numbers."""
    root = main_part(data)
    open_: set[str] = set()
    found: dict[str, str] = {}
    for element in root.iter():
        if element.tag == f"{W}commentRangeStart":
            open_.add(element.get(f"{W}id"))
            found.setdefault(element.get(f"{W}id"), "")
        elif element.tag == f"{W}commentRangeEnd":
            open_.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for number in open_:
                found[number] += element.text or ""
    assert not open_
    marks = [m.get(f"{W}id") for m in root.iter(f"{W}commentReference")]
    assert sorted(marks) == sorted(found)
    return [found[number] for number in sorted(found, key=int)]


def spoken(data: bytes) -> list[list[str]]:
    """The paragraphs of each comment."""
    root = etree.fromstring(member(data, "word/comments.xml"))
    return [
        ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p")]
        for comment in root.iter(f"{W}comment")
    ]


def characters(data: bytes) -> list[tuple[str, bytes]]:
    """Every character of the main part with the formatting of its run."""
    found = []
    for run in main_part(data).iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        look = b"" if properties is None else etree.tostring(properties)
        for text in run.iterchildren(f"{W}t", f"{W}tab", f"{W}br"):
            found += [(char, look) for char in (text.text or text.tag)]
    return found


def blocks(data: bytes) -> list[str]:
    """All text but that of comments."""
    shown = []
    for block in read(data).blocks:
        if block.layer is Layer.COMMENT:
            continue
        texts = [c.text for c in block.cells()] if isinstance(block, Table) else [block.text]
        shown += texts
    return shown


def plain(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def of_xml(*paragraphs: str) -> bytes:
    """A document whose body holds these elements, `w:` declared."""
    document = docx.Document()
    body = document.element.body
    for xml in paragraphs:
        end = xml.index(">") if "/>" not in xml[: xml.index(">") + 1] else xml.index("/>")
        body.insert(len(body) - 1, parse_xml(f"{xml[:end]} {_DECLARED}{xml[end:]}"))
    return saved(document)


_DECLARED = " ".join(
    [
        nsdecls("w", "r", "wp", "a"),
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    ]
)


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


TEXT_BOX = p(
    r("图1："),
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
    '<wp:extent cx="2000000" cy="600000"/><wp:docPr id="7" name="box"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</wps:spPr><wps:txbx><w:txbxContent>"
    + p(r("框内执行率为97.59%。"))
    + "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
    + p(r("框内执行率为97.59%。"))
    + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    r("图后文字。"),
)

CONSTRUCTIONS = {
    "one run": p(r("预算执行率为97.59%，较好。")),
    "many runs": p(r("预算执行率为"), r("97"), r("."), r("59"), r("%"), r("，较好。")),
    "formatting": p(
        r("预算执行率为9", "<w:rPr><w:b/></w:rPr>"),
        r("7.59%，较好。", '<w:rPr><w:i/><w:color w:val="FF0000"/></w:rPr>'),
    ),
    "hyperlink": p(
        r("率为"), f'<w:hyperlink w:anchor="x">{r("详见97.59%处")}</w:hyperlink>', r("。")
    ),
    "insertion": p(r("率为9"), f'<w:ins w:id="5" w:author="a">{r("7.59%，")}</w:ins>', r("较好。")),
    "deletion": p(
        r("率为97."),
        '<w:del w:id="6" w:author="a"><w:r><w:delText>44</w:delText></w:r></w:del>',
        r("59%。"),
    ),
    "content control": p(
        r("率为"), f"<w:sdt><w:sdtPr/><w:sdtContent>{r('约97.59%左右')}</w:sdtContent></w:sdt>"
    ),
    "block control": "".join(
        ("<w:sdt><w:sdtPr/><w:sdtContent>", p(r("率为97.59%。")), "</w:sdtContent></w:sdt>")
    ),
    "tabs and breaks": p(
        "<w:r><w:tab/><w:t>率为97</w:t><w:t>.59%</w:t><w:tab/><w:t>完</w:t></w:r>"
    ),
    "field": p(
        r("率为"),
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText> ADDIN x 97.59% </w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        r("达97.59%多"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    "simple field": p(f'<w:fldSimple w:instr="ADDIN x">{r("率为97.59%吗")}</w:fldSimple>'),
    "zero width": p(r("率\u200b为97\u200b."), r("\u00ad59%，\u200b好")),
    "table": "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
    f"<w:tc>{p(r('执行率'))}</w:tc><w:tc>{p(r('为'))}{p(r('97.'), r('59%'))}</w:tc></w:tr><w:tr>"
    f"<w:tc>{p(r('完成率'))}</w:tc><w:tc>{p(r('98%'))}</w:tc></w:tr></w:tbl>",
    "text box": TEXT_BOX,
}
"""Each holds the words 97.59% once in its body text."""
