"""Files damaged on purpose: at random, but always in the same way for the same seed."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO

NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
TAG = re.compile(rb"<[^<>]*>")
ATTRIBUTE = re.compile(rb'"[^"<>]*"')
NUMBERS = (
    *(b"0", b"-1", b"", b"1e309", b"nan", b"99999999999", b"1048577", b"0.1", b"%", b"-9e99"),
    *("１".encode(), "½".encode(), b"0x10", b"65536", b"2147483648", b"1e-320"),
)
WORDS = (b'""', b'"../../x"', b'"A1:XFD1048576"', b'"g 99999999 1"', b'"rId99"', b'"yyyy0#,;%"')


def mutated(data: bytes, dice: random.Random) -> bytes:
    """`data` with a few faults; of a zip, inside one of its members more often than not."""
    if data.startswith(b"PK") and dice.random() < 0.85:
        return _repacked(data, dice)
    return _damaged(data, dice)


def _damaged(data: bytes, dice: random.Random) -> bytes:
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        data = dice.choice(DAMAGES)(data, dice)
    return data


def _repacked(data: bytes, dice: random.Random) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        names = old.namelist()
        victim = dice.choice(names)
        for name in names:
            content = old.read(name)
            if name == victim:
                if dice.random() < 0.05:
                    continue
                content = _damaged(content, dice)
            new.writestr(name, content)
    return stream.getvalue()


def _bytes(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _cut(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    return data[:start] + data[start + dice.choice((1, 7, 100, 10**9)) :]


def _repeat(data: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(data) + 1)
    piece = data[start : start + dice.choice((1, 30, 300))]
    return data[:start] + piece * dice.choice((2, 3, 40)) + data[start:]


def _substituted(pattern: re.Pattern[bytes], values: tuple[bytes, ...]) -> Damage:
    def damage(data: bytes, dice: random.Random) -> bytes:
        found = list(pattern.finditer(data))
        if not found:
            return _bytes(data, dice)
        match = dice.choice(found)
        return data[: match.start()] + dice.choice(values) + data[match.end() :]

    return damage


def _swapped(data: bytes, dice: random.Random) -> bytes:
    """One tag in the place of another."""
    found = list(TAG.finditer(data))
    if len(found) < 2:
        return _cut(data, dice)
    one, other = dice.choice(found), dice.choice(found)
    return data[: one.start()] + other[0] + data[one.end() :]


Damage = Callable[[bytes, random.Random], bytes]
DAMAGES: tuple[Damage, ...] = (
    _bytes,
    _cut,
    _repeat,
    _swapped,
    _substituted(NUMBER, NUMBERS),
    _substituted(ATTRIBUTE, WORDS),
    _substituted(TAG, (b"", b"<!DOCTYPE x>", b"<table>", b"</p>")),
)
