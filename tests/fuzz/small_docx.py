"""A small Word file that uses whatever the reader knows: a few lines of each."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="{MARKUP}" xmlns:wps="{SHAPES}" '
    f'xmlns:m="{MATHS}" xmlns:v="urn:schemas-microsoft-com:vml"'
)

HEADINGS = """<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>概况</w:t></w:r></w:p>
<w:p><w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>
</w:pPr><w:r><w:t>收支</w:t></w:r></w:p>"""
RUNS = """<w:p><w:r><w:t>全年支出1</w:t></w:r><w:r><w:t>2.5</w:t><w:br/><w:t>0万元</w:t></w:r>
<w:ins w:id="1" w:author="a"><w:r><w:t>增长3.5%</w:t></w:r></w:ins>
<w:del w:id="2" w:author="a"><w:r><w:delText>3%</w:delText></w:r></w:del>
<w:hyperlink r:id="r9"><w:r><w:t>链接</w:t></w:r></w:hyperlink>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>目录 1</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:tab/><w:noBreakHyphen/></w:r>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>
<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>
</m:oMath></w:p>"""
BOXES = """<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>
<w:txbxContent><w:p><w:r><w:t>框内2.00</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing>
</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>
</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
<w:sdtContent><w:p><w:r><w:t>一、概况 1</w:t></w:r></w:p></w:sdtContent></w:sdt>"""


def _cell(text: str, properties: str = "") -> str:
    content = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _table() -> str:
    rows = (
        _cell("项目", '<w:vMerge w:val="restart"/>') + _cell("金额", '<w:gridSpan w:val="2"/>'),
        _cell("", "<w:vMerge/>") + _cell("预算", '<w:hMerge w:val="restart"/>') + _cell("决算"),
        _cell("甲") + _cell("1.00") + f"<w:tc><w:tbl><w:tr>{_cell('内')}{_cell('3')}</w:tr></w:tbl>"
        "<w:p/></w:tc>",
    )
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


LEVELS = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    "</w:lvl>"
    for n, (kind, text) in enumerate((("chineseCounting", "%1、"), ("decimal", "（%1.%2）")))
)
PARTS = {
    "styles": '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr>'
    "<w:numPr>"
    '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/></w:style>',
    "numbering": f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    "footnotes": '<w:footnote w:id="1"><w:p><w:r><w:t>注3.5</w:t></w:r></w:p></w:footnote>',
    "comments": '<w:comment w:id="1"><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment>',
    "header": "<w:p><w:r><w:t>页眉</w:t></w:r></w:p>",
}
ROOTS = {"header": "hdr"}


def _root(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {SPACES}>{content}</w:{name}>'


def _relations(targets: Mapping[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def of_body(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A docx with this body and these parts."""
    parts = parts or {}
    types = f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT_TYPE}"/>'
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": _root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _relations({kind: f"{kind}.xml" for kind in parts}),
    }
    for kind, content in parts.items():
        members[f"word/{kind}.xml"] = _root(ROOTS.get(kind, kind), content)
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


def everything() -> bytes:
    """All of it."""
    return of_body(HEADINGS + RUNS + BOXES + _table() + RUNS, PARTS)


def table_alone() -> bytes:
    """Nothing but a table."""
    return of_body(_table())
