"""Damage to a part of XML that leaves it well-formed, so that a reader gets to see it."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from functools import partial

from byte_damage import NUMBERS, SIGNS, Damage, flipped, inserted
from lxml import etree

Element = etree._Element
Change = Callable[[Element, random.Random], None]

VALUES = (
    *("", "0", "-1", "99999999999", "1e309", "nan", "true", "off", "continue", "restart", "rId1"),
    *("../../x", "A1:XFD1048576", "A0", "XFE1", "g 99999999 1", "0.00%;;@", "0 0 0 0", "end"),
    *("begin", "separate", "hidden", "s", "inlineStr", "512", "１", "½", "9" * 400, "\u202e1"),
)
DECLARED = (
    b'<!DOCTYPE a [<!ENTITY x "y">]>',
    b'<!DOCTYPE a SYSTEM "file:///dev/zero">',
    b'<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>',
)


def _nodes(root: Element) -> list[Element]:
    return [e for e in root.iter() if isinstance(e.tag, str)]


def _inner(root: Element, dice: random.Random) -> Element | None:
    """Any element but the root."""
    found = _nodes(root)[1:]
    return dice.choice(found) if found else None


def dropped(root: Element, dice: random.Random) -> None:
    """An element gone with all in it."""
    if (victim := _inner(root, dice)) is not None and (parent := victim.getparent()) is not None:
        parent.remove(victim)


def unwrapped(root: Element, dice: random.Random) -> None:
    """An element gone, what it holds left in its place."""
    if (victim := _inner(root, dice)) is None or (parent := victim.getparent()) is None:
        return
    place = parent.index(victim)
    parent[place : place + 1] = list(victim)


def copied(root: Element, dice: random.Random) -> None:
    """An element several times."""
    if (victim := _inner(root, dice)) is not None and (parent := victim.getparent()) is not None:
        place = parent.index(victim)
        for _ in range(dice.choice((1, 1, 2, 30))):
            parent.insert(place, copy.deepcopy(victim))


def transplanted(root: Element, dice: random.Random) -> None:
    """A copy of an element where it has no business."""
    if (victim := _inner(root, dice)) is not None:
        host = dice.choice(_nodes(root))
        host.insert(dice.randrange(len(host) + 1), copy.deepcopy(victim))


def nested(root: Element, dice: random.Random) -> None:
    """An element within itself, again and again."""
    if (victim := _inner(root, dice)) is None:
        return
    top = inner = copy.deepcopy(victim)
    for _ in range(dice.choice((1, 5, 60, 200))):
        outer = etree.Element(victim.tag, dict(victim.attrib))
        outer.append(top)
        top = outer
    inner.append(etree.Element(dice.choice(_nodes(root)).tag))
    victim.append(top)


def renamed(root: Element, dice: random.Random) -> None:
    """One element called like another, or like nothing known."""
    nodes = _nodes(root)
    dice.choice(nodes).tag = dice.choice([dice.choice(nodes).tag, "{urn:x}y", "z"])


def mislabelled(root: Element, dice: random.Random) -> None:
    """An attribute with an odd value, or gone, or where it does not belong."""
    holders = [e for e in _nodes(root) if e.attrib]
    if not holders:
        return
    victim = dice.choice(holders)
    name = dice.choice(list(victim.attrib))
    match dice.randrange(4):
        case 0:
            del victim.attrib[name]
        case 1:
            dice.choice(_nodes(root)).set(name, victim.get(name, ""))
        case _:
            victim.set(name, dice.choice(VALUES))


def reworded(root: Element, dice: random.Random) -> None:
    """Other text in an element or behind it."""
    word = dice.choice((*NUMBERS, *SIGNS)).decode("utf-8", "ignore")
    kept = "".join(c for c in word if c >= " " or c in "\t\n\r")
    victim = dice.choice(_nodes(root))
    if dice.random() < 0.8:
        victim.text = dice.choice(((victim.text or "") + kept, kept, None))
    else:
        victim.tail = kept


def declared(data: bytes, dice: random.Random) -> bytes:
    """A document type in front, with entities that nobody may follow."""
    return dice.choice(DECLARED) + data.partition(b"?>")[2] if b"?>" in data[:99] else data


def _rewritten(change: Change, data: bytes, dice: random.Random) -> bytes:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        return flipped(data, dice)
    change(root, dice)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


CHANGES: tuple[Change, ...] = (
    *(
        dropped,
        unwrapped,
        copied,
        transplanted,
        nested,
        renamed,
        mislabelled,
        mislabelled,
        reworded,
    ),
)
XML: tuple[Damage, ...] = (
    *(partial(_rewritten, change) for change in CHANGES),
    *(declared, flipped, inserted),
)
