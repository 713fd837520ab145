"""Small PDFs that use much of the format: fonts, forms, pictures, turned pages, packed objects."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping, Sequence

from drawn import Drawing, grid

STREAM = re.compile(rb"/Length \d+\s*>>\s*stream\n(.*?)\nendstream", re.DOTALL)
UNICODE = b"""/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfchar <41> <5168> <42> <0031> endbfchar 1 beginbfrange <43> <46> <652f> endbfrange
endcmap end"""
GLYPH = b"600 0 0 0 500 700 d1 0 0 500 700 re f"


def plain() -> bytes:
    """Prose and a ruled table as a typesetter draws them, nothing packed."""
    d = Drawing(300, 200, pageCompression=0, invariant=1)
    d.text(20, 30, "一、概况", 14)
    d.text(20, 50, "全年支出12.50万元，增长3.5%。")
    grid(d, [20, 100, 180], [70, 90, 110], [["项目", "金额"], ["甲", "1.00"]])
    d.next_page()
    d.text(20, 30, "Total 3.5", 10, "Helvetica")
    return d.data()


def packed() -> bytes:
    """The same with its streams deflated."""

    def deflated(match: re.Match[bytes]) -> bytes:
        content = zlib.compress(match[1])
        head = b"/Filter /FlateDecode /Length %d >>\nstream\n" % len(content)
        return head + content + b"\nendstream"

    return STREAM.sub(deflated, plain())


OBJECTS: dict[int, bytes] = {
    1: b"<</Type/Catalog/Pages 2 0 R/Outlines 13 0 R>>",
    2: b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 200 200]/Resources 5 0 R>>",
    3: b"<</Type/Page/Parent 2 0 R/Contents[8 0 R 8 0 R]/Rotate 90/Annots[12 0 R]>>",
    4: b"<</Type/Page/Parent 2 0 R/Contents 9 0 R/CropBox[10 10 190 190]>>",
    5: b"<</Font<</A 6 0 R/B 7 0 R>>/XObject<</X 10 0 R/I 11 0 R>>>>",
    6: b"<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs"
    b"<</g 14 0 R>>/Encoding<</Type/Encoding/Differences[65/g/g/g/g/g/g]>>/FirstChar 65/LastChar"
    b" 70/Widths[600 600 600 600 600 600]/ToUnicode 15 0 R/Resources<<>>>>",
    7: b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
    12: b"<</Type/Annot/Subtype/FreeText/Rect[10 10 90 30]/Contents(3.5)/DA(/B 8 Tf)>>",
    13: b"<</Type/Outlines/First 13 0 R/Last 13 0 R/Count 1/Title(x)/Dest[3 0 R/Fit]>>",
}
STREAMS: dict[int, tuple[bytes, bytes]] = {
    8: (
        b"",
        b"BT /A 12 Tf 0 1 -1 0 60 20 Tm (ABBCDEF) Tj 2 Tr 0 -14 TD [(AB) -300 (BB)] TJ ET /X Do",
    ),
    9: (b"", b"q 10 0 0 10 50 50 cm /I Do Q BT /B 8 Tf 20 100 Td (Sum 12.5 = 10 + 2.5) Tj ET"),
    10: (b"/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources 5 0 R", b"20 20 m 150 20 l S"),
    11: (
        b"/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray",
        b"\x00\x7f\xff\x10",
    ),
    14: (b"", GLYPH),
    15: (b"", UNICODE),
}


def _stream(head: bytes, content: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (head, len(content), content)


def _bodies() -> dict[int, bytes]:
    return OBJECTS | {number: _stream(*parts) for number, parts in STREAMS.items()}


def _written(bodies: Mapping[int, bytes]) -> tuple[bytes, dict[int, int]]:
    """The objects behind a header, and where each begins."""
    data, places = b"%PDF-1.7\n", {}
    for number, body in bodies.items():
        places[number] = len(data)
        data += b"%d 0 obj%s\nendobj\n" % (number, body)
    return data, places


def by_hand() -> bytes:
    """A Type 3 font with its own meaning, a form, a picture, a turned page, with a plain table."""
    data, places = _written(dict(sorted(_bodies().items())))
    count = max(places) + 1
    rows = b"".join(b"%010d 00000 n \n" % places[n] for n in range(1, count))
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(data))
    return b"%sxref\n0 %d\n0000000000 65535 f \n%s%s" % (data, count, rows, tail)


def in_streams() -> bytes:
    """The same file with its objects packed into a stream, and its table another."""
    inner = sorted(OBJECTS)
    data, places = _written({n: _stream(*parts) for n, parts in STREAMS.items()})
    places[16] = len(data)
    data += b"16 0 obj%s\nendobj\n" % _object_stream([(n, OBJECTS[n]) for n in inner])
    rows = [(0, 0, 65535)]
    for n in range(1, 17):
        rows.append((2, 16, inner.index(n)) if n in inner else (1, places[n], 0))
    rows.append((1, len(data), 0))
    table = zlib.compress(b"".join(struct.pack(">BHH", *row) for row in rows))
    head = b"/Type/XRef/Size 18/W[1 2 2]/Root 1 0 R/Filter/FlateDecode"
    return data + b"17 0 obj%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (
        _stream(head, table),
        len(data),
    )


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    index, bodies = [], b""
    for number, body in objects:
        index.append(b"%d %d" % (number, len(bodies)))
        bodies += body + b" "
    first = b" ".join(index) + b" "
    head = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(first))
    return _stream(head, zlib.compress(first + bodies))
