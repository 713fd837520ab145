"""Damage to the objects and streams of a PDF, with its table of contents mended or not."""

from __future__ import annotations

import random
import re
import zlib
from functools import partial

from byte_damage import BYTES, NUMBERS, Damage

OBJECT = re.compile(rb"(\d{1,9}) 0 obj\b(.*?)\bendobj", re.DOTALL)
STREAM = re.compile(rb"(<<.*?>>)\s*stream\r?\n(.*?)(\r?\nendstream|endstream)", re.DOTALL)
REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
NAME = re.compile(rb"/[A-Za-z0-9]+")
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
OPERATORS = (
    b"Tj TJ ' \" Td TD Tm T* Tf Tz TL Tc Tw Ts Tr BT ET q Q cm re l m c h S f W n Do gs"
).split()
VALUES: tuple[bytes, ...] = (
    *(b"null", b"true", b"[]", b"<<>>", b"()", b"<>", b"[0 0 0 0]", b"[-1e9 -1e9 1e9 1e9]"),
    *(b"/Identity-V", b"/Type3", b"/Page", b"/Pages", b"1 0 R", b"99999 0 R", b"(\\377\\000)"),
    *(b"<0", b"90", b"45", b"-270", b"[" * 300, b"<<" * 300, b"(" * 500, b"1" * 4_000),
)


def _objects(data: bytes) -> list[re.Match[bytes]]:
    return list(OBJECT.finditer(data))


def _replaced(data: bytes, match: re.Match[bytes], new: bytes, group: int = 0) -> bytes:
    return data[: match.start(group)] + new + data[match.end(group) :]


def without_object(data: bytes, dice: random.Random) -> bytes:
    """An object that others refer to is missing."""
    found = _objects(data)
    return _replaced(data, dice.choice(found), b"") if found else data


def exchanged(data: bytes, dice: random.Random) -> bytes:
    """An object in the place of another, or twice with different content."""
    found = _objects(data)
    if not found:
        return data
    one, other = dice.choice(found), dice.choice(found)
    if dice.random() < 0.3:
        return (
            data[: one.end()]
            + b"\n"
            + one[1]
            + b" 0 obj"
            + other[2]
            + b"endobj\n"
            + data[one.end() :]
        )
    return _replaced(data, one, other[2], 2)


def redirected(data: bytes, dice: random.Random) -> bytes:
    """A reference to another object, perhaps to the one that it stands in."""
    found = list(REFERENCE.finditer(data))
    return _replaced(data, dice.choice(found), dice.choice(found)[1], 1) if found else data


def renamed(data: bytes, dice: random.Random) -> bytes:
    """A name in the place of another."""
    found = list(NAME.finditer(data))
    return _replaced(data, dice.choice(found), dice.choice(found)[0]) if found else data


def revalued(data: bytes, dice: random.Random) -> bytes:
    """What follows a name is of another kind."""
    found = list(re.finditer(rb"(/[A-Za-z]+\s*)(\[[^\]]*\]|\d+ 0 R|-?[\d.]+|/\w+)", data))
    return _replaced(data, dice.choice(found), dice.choice(VALUES), 2) if found else data


def renumbered(data: bytes, dice: random.Random) -> bytes:
    """A number outside of streams and in them, replaced by an odd one."""
    found = list(NUMBER.finditer(data))
    return _replaced(data, dice.choice(found), dice.choice(NUMBERS)) if found else data


def _operated(content: bytes, dice: random.Random) -> bytes:
    """What is drawn, with an operator or a number changed, or lines left out or repeated."""
    match dice.randrange(4):
        case 0:
            lines = content.split(b"\n")
            at = dice.randrange(len(lines))
            lines[at : at + 1] = [lines[at]] * dice.choice((0, 2, 50))
            return b"\n".join(lines)
        case 1:
            words = content.split(b" ")
            words[dice.randrange(len(words))] = dice.choice(OPERATORS)
            return b" ".join(words)
        case 2:
            return renumbered(content, dice)
        case _:
            return dice.choice(BYTES)(content, dice)


def redrawn(data: bytes, dice: random.Random) -> bytes:
    """A stream damaged in what it says or in how it is packed."""
    found = list(STREAM.finditer(data))
    if not found:
        return data
    match = dice.choice(found)
    content = match[2]
    if b"Flate" in match[1] and b"ASCII85" not in match[1] and dice.random() < 0.7:
        try:
            new = zlib.compress(_operated(zlib.decompress(content), dice), 1)
        except zlib.error:
            new = dice.choice(BYTES)(content, dice)
    else:
        new = _operated(content, dice)
    longer = re.sub(rb"/Length \d+", b"/Length %d" % len(new), match[1])
    head = longer if dice.random() < 0.7 else match[1]
    return _replaced(data, match, head + b"\nstream\n" + new + b"\nendstream")


def relisted(data: bytes, dice: random.Random) -> bytes:
    """A new table of where objects stand, as a program would have written it."""
    start = data.rfind(b"xref\n", 0, data.rfind(b"startxref"))
    trailer = data.find(b"trailer", max(start, 0))
    if start < 0 or trailer < 0:
        return data
    places = {int(m[1]): m.start() for m in _objects(data[:start])}
    count = max(places, default=0) + 1
    if count > 10_000:
        return data
    rows = [
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n"
        for n in range(count)
    ]
    rest = data[trailer : data.rfind(b"startxref")]
    return b"%sxref\n0 %d\n%s%sstartxref\n%d\n%%%%EOF\n" % (
        data[:start],
        count,
        b"".join(rows),
        rest,
        start,
    )


def mended(change: Damage, data: bytes, dice: random.Random) -> bytes:
    """The change, with the table put right again two times in three."""
    changed = change(data, dice)
    return relisted(changed, dice) if dice.random() < 0.67 else changed


OBJECTS: tuple[Damage, ...] = (
    *(without_object, exchanged, redirected, renamed, revalued, revalued, renumbered),
    *(redrawn, redrawn, redrawn),
)
PDF: tuple[Damage, ...] = (*(partial(mended, change) for change in OBJECTS), *BYTES)
