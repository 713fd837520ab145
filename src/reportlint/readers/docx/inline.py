"""The text of one paragraph: runs, fields, links, revisions, whatever splits them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reportlint.document.traced import Traced
from reportlint.readers.docx.names import (
    ALTERNATE,
    BOX_CONTENT,
    COMMENT_END,
    COMMENT_START,
    P_PR,
    R_PR,
    REMOVED,
    RUN,
    SDT,
    SDT_CONTENT,
    WRAPPERS,
    Element,
    M,
    W,
    chosen,
    switched_on,
)
from reportlint.readers.docx.symbols import symbol

ZERO_WIDTH = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
SPACES = str.maketrans({"\u00a0": " ", "\u2011": "-"})
T, VANISH = W + "t", W + "vanish"
DRAWINGS = frozenset({W + "drawing", W + "pict", W + "object"})
TEXTS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}


@dataclass(slots=True)
class Field:
    """A complex field that has begun: until its result starts, its text is instruction."""

    instruction: str = ""
    in_result: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether the field makes a table of contents."""
        return self.instruction.split()[:1] == ["TOC"]


@dataclass(slots=True)
class Fields:
    """The fields open at some point of a part; they may run over many paragraphs."""

    open: list[Field] = field(default_factory=list)
    balanced: bool = True

    @property
    def hides(self) -> bool:
        """Whether text here is instruction. Never so in a part whose fields are broken."""
        return bool(self.open) and self.balanced and any(not f.in_result for f in self.open)

    @property
    def in_contents(self) -> bool:
        """Whether this is the result of a table of contents."""
        return bool(self.open) and self.balanced and any(f.is_contents for f in self.open)

    def meet(self, element: Element) -> None:
        """Take in a `w:fldChar`."""
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.open.append(Field())
        elif self.open and kind == "separate":
            self.open[-1].in_result = True
        elif self.open and kind == "end":
            self.open.pop()


@dataclass(slots=True)
class Inline:
    """Collects the text of a paragraph, and the text boxes anchored in it.

    `edges`: the ends of commented ranges, each behind so many of `texts`.
    """

    fields: Fields
    texts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    in_contents: bool = False
    edges: list[tuple[Element, int]] = field(default_factory=list)

    def read(self, paragraph: Element) -> None:
        """Take in all content of a `w:p`."""
        self._children(paragraph)

    def traced(self, key: int) -> Traced:
        """The text; offsets count the characters of the paragraph, zero-width ones included."""
        raw = "".join(self.texts)
        if raw.isascii():
            return Traced.of(raw, key)
        dropped = [match.span() for match in ZERO_WIDTH.finditer(raw)]
        return Traced.of(raw.translate(SPACES), key).without(dropped)

    def _children(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag in REMOVED or tag == P_PR or not isinstance(tag, str):
                continue
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    self._children(content)
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._children(branch)
            elif tag in CONTAINERS:
                self._children(child)
            elif tag in MATHS:
                self._formula(child)
            elif tag in EDGES:
                self.edges.append((child, len(self.texts)))

    def _formula(self, element: Element) -> None:
        self.texts.append(formula(element))

    def _run(self, run: Element) -> None:
        for child in run:
            tag = child.tag
            if tag == T:
                self._text(child)
            elif tag != R_PR:
                self._run_child(child)
            elif switched_on(child, VANISH):
                return

    def _text(self, element: Element) -> None:
        if element.text and not self.fields.hides:
            self.texts.append(element.text)
            if self.fields.open and self.fields.in_contents:
                self.in_contents = True

    def _run_child(self, child: Element) -> None:
        tag = child.tag
        if tag == T:
            self._text(child)
        elif tag == W + "fldChar":
            self.fields.meet(child)
            self._check_box(child)
        elif tag == W + "instrText":
            if self.fields.open:
                self.fields.open[-1].instruction += child.text or ""
        elif tag in TEXTS:
            self.texts.append("" if self.fields.hides else TEXTS[tag])
        elif tag == W + "sym":
            self.texts.append(symbol(child))
        elif tag in DRAWINGS:
            self.boxes.extend(boxes_in(child))
        elif tag == ALTERNATE:
            for inner in _branch(child):
                self._run_child(inner)
        elif tag == W + "ruby":
            for base in child.findall(W + "rubyBase"):
                self._children(base)

    def _check_box(self, field_character: Element) -> None:
        """The tick box that an old form field draws."""
        box = field_character.find(f"{W}ffData/{W}checkBox")
        if box is None:
            return
        state = W + "checked" if box.find(W + "checked") is not None else W + "default"
        self.texts.append("☑" if switched_on(box, state) else "□")


CONTAINERS = WRAPPERS | {W + "hyperlink", W + "fldSimple", W + "bdo", W + "dir"}
EDGES = frozenset({COMMENT_START, COMMENT_END})
MATHS = frozenset({M + "oMath", M + "oMathPara"})


def _branch(alternate: Element) -> list[Element]:
    branch = chosen(alternate)
    return [] if branch is None else list(branch)


def boxes_in(drawing: Element) -> list[Element]:
    """The text boxes of a drawing, each once; those within another are found when it is read."""
    found: list[Element] = []
    pending = list(reversed(drawing))
    while pending:
        element = pending.pop()
        if element.tag == BOX_CONTENT:
            found.append(element)
        elif element.tag == ALTERNATE:
            pending.extend(reversed(_branch(element)))
        else:
            pending.extend(reversed(element))
    return found


def formula(element: Element) -> str:
    """A formula on one line: fractions with a stroke, everything else as it stands."""
    render: Callable[[Element], str] = formula
    if element.tag == M + "t":
        return element.text or ""
    if element.tag == M + "f":
        parts = ("".join(map(render, element.findall(M + name))) for name in ("num", "den"))
        return "/".join(f"({part})" if _compound(part) else part for part in parts)
    return "".join(map(render, element))


def _compound(term: str) -> bool:
    return any(sign in term[1:] for sign in "+-−×*/÷")
