"""Damage to the tags of a web page, which need not be well-formed."""

from __future__ import annotations

import random
import re

from byte_damage import NUMBERS, Damage, cut

TAG = re.compile(rb"<[^<>]*>")
VALUE = re.compile(rb'="([^"<>]*)"')
TAGS: tuple[bytes, ...] = (
    *(
        b"",
        b"<table>",
        b"</table>",
        b"<tr>",
        b"<td rowspan=99999 colspan=99999>",
        b"<td colspan=-1>",
    ),
    *(b"</p>", b"<p", b"<!--", b"<![CDATA[", b"<script>", b"<select><option>", b"<svg><desc>"),
    *(b"<template>", b"<frameset>", b"<plaintext>", b"<base href='http://127.0.0.1:9/'>", b"<x:y>"),
    *(b"<meta charset=utf-7>", b"<?php ", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#x110000;"),
    *(b"<div>" * 300, b"<b><i>" * 400, b"<table><tr><td>" * 60, b"&#0;&#xD800;", b"<td>" * 700),
)


def _found(pattern: re.Pattern[bytes], data: bytes, dice: random.Random) -> re.Match[bytes] | None:
    found = list(pattern.finditer(data))
    return dice.choice(found) if found else None


def replaced(data: bytes, dice: random.Random) -> bytes:
    """Something else in the place of a tag."""
    match = _found(TAG, data, dice)
    return data[: match.start()] + dice.choice(TAGS) + data[match.end() :] if match else data


def added(data: bytes, dice: random.Random) -> bytes:
    """A tag too many."""
    match = _found(TAG, data, dice)
    return data[: match.start()] + dice.choice(TAGS) + data[match.start() :] if match else data


def exchanged(data: bytes, dice: random.Random) -> bytes:
    """One tag in the place of another."""
    one, other = _found(TAG, data, dice), _found(TAG, data, dice)
    return data[: one.start()] + other[0] + data[one.end() :] if one and other else data


def revalued(data: bytes, dice: random.Random) -> bytes:
    """An attribute with an odd value."""
    match = _found(VALUE, data, dice)
    return data[: match.start(1)] + dice.choice(NUMBERS) + data[match.end(1) :] if match else data


def repeated(data: bytes, dice: random.Random) -> bytes:
    """All from one tag to another several times."""
    one, other = _found(TAG, data, dice), _found(TAG, data, dice)
    if one is None or other is None:
        return cut(data, dice)
    start, end = sorted((one.start(), other.end()))
    return data[:start] + data[start:end] * dice.choice((2, 3, 40)) + data[end:]


HTML: tuple[Damage, ...] = (replaced, added, exchanged, revalued, repeated)
