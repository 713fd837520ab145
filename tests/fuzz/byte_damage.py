"""Damage to bytes and to the way characters are written in them, whatever the format."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Damage = Callable[[bytes, random.Random], bytes]
"""Changes something; the same dice make the same change."""

NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
NUMBERS: tuple[bytes, ...] = (
    *(b"0", b"-1", b"", b"1e309", b"nan", b"inf", b"1048577", b"0.1", b"-9e99", b"65536"),
    *(b"2147483648", b"1e-320", b"1" * 5_000, b"0" * 400 + b"." + b"3" * 400, b"1,2,,3", b"--5"),
    *("１２３．４５".encode(), "½".encode(), "1\u200b2\u200e3".encode(), "٣".encode()),
)
SIGNS: tuple[bytes, ...] = (
    *(b"\0", b"\xff", b"\x1a", b"\x0c", b"\x0b", b"\x1b[2J", b"\r", b"\n\n\n", b"\t" * 40),
    *(b"|" * 60, b"%" * 90, b"(" * 300, b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80"),
    *("\u202e\u2066".encode(), "\u0301".encode() * 200, "\U0010ffff".encode(), "　".encode() * 99),
    *("其中：".encode(), "合计".encode(), "万元".encode(), b"%", "、".encode() * 50),
)
ENCODINGS = ("gb18030", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "big5", "utf-8-sig", "utf-7")


def flipped(data: bytes, dice: random.Random) -> bytes:
    """A few bytes replaced."""
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8))):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(data: bytes, dice: random.Random) -> bytes:
    """A stretch left out, often all of the rest."""
    start = dice.randrange(len(data) + 1)
    return data[:start] + data[start + dice.choice((1, 2, 7, 100, 10**9)) :]


def repeated(data: bytes, dice: random.Random) -> bytes:
    """A stretch written several times."""
    start = dice.randrange(len(data) + 1)
    piece = data[start : start + dice.choice((1, 3, 30, 300))]
    return data[:start] + piece * dice.choice((2, 3, 40, 500)) + data[start:]


def moved(data: bytes, dice: random.Random) -> bytes:
    """A stretch put elsewhere."""
    start = dice.randrange(len(data) + 1)
    piece = data[start : start + dice.choice((2, 20, 200))]
    rest = data[:start] + data[start + len(piece) :]
    place = dice.randrange(len(rest) + 1)
    return rest[:place] + piece + rest[place:]


def renumbered(data: bytes, dice: random.Random) -> bytes:
    """A number replaced by an odd one."""
    found = list(NUMBER.finditer(data))
    if not found:
        return flipped(data, dice)
    match = dice.choice(found)
    return data[: match.start()] + dice.choice(NUMBERS) + data[match.end() :]


def inserted(data: bytes, dice: random.Random) -> bytes:
    """A sign that has a meaning of its own somewhere."""
    place = dice.randrange(len(data) + 1)
    return data[:place] + dice.choice(SIGNS) + data[place:]


def recoded(data: bytes, dice: random.Random) -> bytes:
    """The same characters in another encoding, all or from some place on."""
    text = data.decode("utf-8", "replace")
    start = dice.choice((0, 0, dice.randrange(len(text) + 1)))
    encoding = dice.choice(ENCODINGS)
    return text[:start].encode() + text[start:].encode(encoding, "replace")


def misread(data: bytes, dice: random.Random) -> bytes:
    """What is left after the bytes were taken for another encoding and saved."""
    wrong = dice.choice(("gb18030", "latin-1", "utf-16-le", "cp1252"))
    return data.decode(wrong, "replace").encode("utf-8", "replace")


BYTES: tuple[Damage, ...] = (flipped, cut, repeated, moved, renumbered, inserted)
TEXTS: tuple[Damage, ...] = (*BYTES, recoded, misread)
