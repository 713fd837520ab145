"""The parts of an xlsx: which sheets there are, shared strings, number formats."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlint.readers.container import Container, Element
from reportlint.readers.failure import damaged
from reportlint.readers.spreadsheet.formats import BUILT_IN, GENERAL
from reportlint.result import Text

KIND = Text("电子表格", "spreadsheet")
MAIN = "xl/workbook.xml"
ON = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One sheet of the workbook: its name, the part it is in, and whether it is shown."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """What all sheets share. `formats` has one code for each style number."""

    entries: tuple[Entry, ...]
    strings: Sequence[str]
    formats: Sequence[str]
    from_1904: bool


def open_workbook(container: Container) -> Workbook:
    """Everything of the workbook but the cells. Raises `UnreadableFile`."""
    main = _main_part(container)
    root = container.xml(main)
    if root is None:
        raise damaged(KIND)
    targets = relations(container, main)
    properties = child(root, "workbookPr")
    by_kind = dict(targets.values())
    return Workbook(
        entries=tuple(_entries(root, targets)),
        strings=_strings(container, by_kind.get("sharedStrings", "xl/sharedStrings.xml")),
        formats=_formats(container, by_kind.get("styles", "xl/styles.xml")),
        from_1904=properties is not None and properties.get("date1904") in ON,
    )


def local(element: Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(parent: Element, name: str) -> Element | None:
    """The first child of that name."""
    return next((element for element in parent if local(element) == name), None)


def children(parent: Element, name: str) -> list[Element]:
    """What the first child of that name holds."""
    found = child(parent, name)
    return [] if found is None else list(found)


def text_of(element: Element) -> str:
    """The text of a string item: its runs joined, phonetic guides left out."""
    return "".join(_runs(element))


def _runs(element: Element) -> Iterator[str]:
    for part in element:
        match local(part):
            case "t":
                yield part.text or ""
            case "r":
                yield from _runs(part)


def relations(container: Container, part: str) -> dict[str, tuple[str, str]]:
    """The internal relationships of a part by id: the last word of the kind, and the target."""
    folder, name = posixpath.split(part)
    root = container.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for item in root if root is not None else ():
        target = item.get("Target", "")
        if target and item.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id", "")] = (item.get("Type", "").rpartition("/")[2], path)
    return found


def _main_part(container: Container) -> str:
    targets = relations(container, "").values()
    return next((target for kind, target in targets if kind == "officeDocument"), MAIN)


def _entries(root: Element, targets: dict[str, tuple[str, str]]) -> Iterator[Entry]:
    """The sheets of cells, in the order of their tabs; sheets that are only a chart are none."""
    for item in children(root, "sheets"):
        key = next((v for k, v in item.attrib.items() if str(k).endswith("}id")), "")
        kind, part = targets.get(str(key), ("", ""))
        if kind == "worksheet":
            hidden = item.get("state", "visible") != "visible"
            yield Entry(item.get("name", ""), part, hidden)


def _strings(container: Container, part: str) -> list[str]:
    root = container.xml(part)
    return [text_of(item) for item in root if local(item) == "si"] if root is not None else []


def _formats(container: Container, part: str) -> list[str]:
    root = container.xml(part)
    if root is None:
        return []
    own = {
        item.get("numFmtId", ""): item.get("formatCode", "") for item in children(root, "numFmts")
    }
    numbers = [item.get("numFmtId", "0") for item in children(root, "cellXfs")]
    return [own.get(number) or _built_in(number) for number in numbers]


def _built_in(number: str) -> str:
    return BUILT_IN.get(int(number), GENERAL) if number.isdecimal() else GENERAL
