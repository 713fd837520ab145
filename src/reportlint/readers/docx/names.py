"""Qualified names of WordprocessingML, and what is asked of its elements all the time."""

from __future__ import annotations

from lxml import etree

Element = etree._Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{MAIN}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

P, TABLE, ROW, CELL, RUN = W + "p", W + "tbl", W + "tr", W + "tc", W + "r"
P_PR, R_PR, VAL, ID = W + "pPr", W + "rPr", W + "val", W + "id"
SDT, SDT_CONTENT, SDT_PR = W + "sdt", W + "sdtContent", W + "sdtPr"
INS, DEL, MOVE_FROM, MOVE_TO = W + "ins", W + "del", W + "moveFrom", W + "moveTo"
COMMENT_START, COMMENT_END = W + "commentRangeStart", W + "commentRangeEnd"
COMMENT_MARK = W + "commentReference"
ALTERNATE = MC + "AlternateContent"
BOX_CONTENT = W + "txbxContent"

WRAPPERS = frozenset({INS, MOVE_TO, W + "customXml", W + "smartTag", SDT_CONTENT})
"""Elements that stand around content at any level and add nothing to it."""
REMOVED = frozenset({DEL, MOVE_FROM})
"""Elements whose content is gone once all revisions are accepted."""
OFF = frozenset({"0", "false", "off"})


def value(parent: Element | None, name: str, default: str | None = None) -> str | None:
    """The `w:val` of child `name`, or `default` where there is none."""
    child = None if parent is None else parent.find(name)
    return default if child is None else child.get(VAL, default)


def number(parent: Element | None, name: str) -> int | None:
    """The `w:val` of child `name` as an integer, `None` where there is none or it is not one."""
    text = value(parent, name)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switched_on(parent: Element | None, name: str) -> bool:
    """Whether the on/off property `name` is there and not switched off."""
    child = None if parent is None else parent.find(name)
    return child is not None and child.get(VAL, "1") not in OFF


def chosen(alternate: Element) -> Element | None:
    """The one branch of alternative content to read: the first choice, else the fallback."""
    for name in ("Choice", "Fallback"):
        branch = alternate.find(MC + name)
        if branch is not None and len(branch):
            return branch
    return None
