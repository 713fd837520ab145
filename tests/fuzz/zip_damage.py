"""Surgery on the members of a zip and on the container around them."""

from __future__ import annotations

import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO

from byte_damage import BYTES, Damage

Members = dict[str, bytes]
Surgery = Callable[[Members, random.Random], None]
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
FIELDS: dict[bytes, tuple[tuple[int, int], ...]] = {
    LOCAL: ((6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)),
    CENTRAL: ((8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (42, 4)),
    END: ((4, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)),
}
"""Where flags, methods, checksums, sizes and offsets stand in each record, and how wide."""


def unpacked(data: bytes) -> Members:
    """The members by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Members, dice: random.Random) -> bytes:
    """A zip of them, packed in one of the ways that readers know, or in one that they do not."""
    method = dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    method = zipfile.ZIP_LZMA if dice.random() < 0.02 else method
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            # Without the time of day, which would make every run another one.
            archive.writestr(zipfile.ZipInfo(name), content, method, 1)
    return stream.getvalue()


def without(members: Members, dice: random.Random) -> None:
    """A member is missing."""
    if len(members) > 1:
        del members[dice.choice(list(members))]


def exchanged(members: Members, dice: random.Random) -> None:
    """Two members under each other's names."""
    one, other = dice.choice(list(members)), dice.choice(list(members))
    members[one], members[other] = members[other], members[one]


def misnamed(members: Members, dice: random.Random) -> None:
    """A member under another name: other capitals, a folder too many, another member's folder."""
    name = dice.choice(list(members))
    folder = dice.choice(list(members)).rpartition("/")[0]
    new = dice.choice((name.upper(), f"x/{name}", f"/{name}", name.replace("/", "\\"), "", folder))
    members[new or "x"] = members.pop(name)


def emptied(members: Members, dice: random.Random) -> None:
    """A member without content, or with that of another kind."""
    members[dice.choice(list(members))] = dice.choice(
        (b"", b"\0", b"<a/>", b"PK\x03\x04", b"%PDF-")
    )


SURGERIES: tuple[Surgery, ...] = (without, exchanged, misnamed, emptied)


def refielded(data: bytes, dice: random.Random) -> bytes:
    """A field of a header with another value."""
    mark = dice.choice(tuple(FIELDS))
    places = [at for at in _found(data, mark) if at + 46 <= len(data) or mark == END]
    if not places:
        return data
    offset, width = dice.choice(FIELDS[mark])
    at = dice.choice(places) + offset
    value = dice.choice((0, 1, 9, 0xFFFF, 2**31, 2**32 - 1, dice.randrange(2**16)))
    field = struct.pack("<H" if width == 2 else "<I", value & (0xFFFF if width == 2 else 2**32 - 1))
    return data[:at] + field + data[at + width :]


def _found(data: bytes, mark: bytes) -> list[int]:
    places, at = [], data.find(mark)
    while at >= 0:
        places.append(at)
        at = data.find(mark, at + 4)
    return places


def surrounded(data: bytes, dice: random.Random) -> bytes:
    """Something before or behind the archive."""
    noise = bytes(dice.randrange(256) for _ in range(dice.choice((1, 30, 300))))
    return dice.choice((noise + data, data + noise, data[:4] + noise + data[4:], data + data))


def oversold(data: bytes, dice: random.Random) -> bytes:
    """A further member that unpacks to far more than it is."""
    stream = BytesIO(data)
    try:
        with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
            warnings.simplefilter("ignore")  # of names that are there already
            archive.writestr(
                zipfile.ZipInfo("x.bin"), zlib.compress(bytes(dice.choice((10, 10**6))))
            )
            archive.writestr(
                zipfile.ZipInfo("y.bin"), bytes(dice.choice((10, 10**6))), zipfile.ZIP_DEFLATED
            )
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError):
        return data
    return stream.getvalue()


CONTAINERS: tuple[Damage, ...] = (refielded, refielded, surrounded, oversold, *BYTES)


def operated(data: bytes, parts: Sequence[Damage], dice: random.Random) -> bytes:
    """The archive with one fault in its members, found by the kind of damage they understand."""
    try:
        members = unpacked(data)
    except Exception:  # A broken archive can only be broken further.
        members = {}
    if not members:
        return dice.choice(BYTES)(data, dice)
    if dice.random() < 0.2:
        dice.choice(SURGERIES)(members, dice)
    else:
        name = dice.choice(list(members))
        members[name] = dice.choice(parts)(members[name], dice)
    return packed(members, dice)
