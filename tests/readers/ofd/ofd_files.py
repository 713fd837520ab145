"""OFD files made by the tests, object by object."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 4.0
POINTS = 72 / 25.4


def width(text: str) -> float:
    return sum(SIZE if c > "\u1100" else SIZE / 2 for c in text)


def text_object(text: str, x: float, y: float, extra: str = "", code: str = "") -> str:
    """A line as programs write it: a box, and the distance from each character to the next."""
    steps = " ".join(str(width(c)) for c in text[:-1])
    box = f"{x} {y} {width(text)} {SIZE}"
    return (
        f'<ofd:TextObject ID="1" Boundary="{box}" Font="1" Size="{SIZE}" {extra}>'
        f'<ofd:TextCode X="0" Y="3" DeltaX="{steps}" {code}>{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )


def page(*objects: str, template: str = "") -> str:
    layer = (
        f'<ofd:Layer ID="2"><ofd:PageBlock ID="3">{"".join(objects)}</ofd:PageBlock></ofd:Layer>'
    )
    return f"<ofd:Page {NS}>{template}<ofd:Content>{layer}</ofd:Content></ofd:Page>"


def package(pages: Sequence[str], **others: str) -> bytes:
    listed = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n, _ in enumerate(pages)
    )
    common = '<ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="Tpls/T.xml"/></ofd:CommonData>'
    parts = {
        "OFD.xml": f"<ofd:OFD {NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NS}>{common}<ofd:Pages>{listed}</ofd:Pages>"
        "</ofd:Document>",
        **{f"Doc_0/Pages/Page_{n}/Content.xml": text for n, text in enumerate(pages)},
        **others,
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def column(lines: Sequence[str], first: int = 0) -> list[str]:
    """Lines below one another at the left margin."""
    return [text_object(text, 20, 30 + 7 * (first + n)) for n, text in enumerate(lines)]
