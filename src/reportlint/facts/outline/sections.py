"""From heading candidates to the tree of sections."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from reportlint.document import Document, Paragraph, Table
from reportlint.facts.model import Outline, Section
from reportlint.facts.outline.headings import Candidate, heading_candidate
from reportlint.facts.outline.numbering import read_label


def build_outline(
    document: Document, known: Collection[str] = (), skip: Collection[int] = ()
) -> Outline:
    """The sections of a document's body.

    `known`: titles that are headings even without a number; `skip`: blocks that are titles of
    the report itself. Tables of contents stand on a layer of their own and are never seen here.
    """
    found = [
        candidate
        for block, paragraph in document.paragraphs()
        if block not in skip
        and (candidate := heading_candidate(block, paragraph, known)) is not None
    ]
    headings = _without_lists(_without_sentences(found, document), document)
    sections = _nest(headings, document)
    return Outline(tuple(sections), tuple(_paths(sections, len(document.blocks))))


def _without_sentences(found: Sequence[Candidate], document: Document) -> list[Candidate]:
    """Drop lines that end like sentences and follow, or lead, numbered sentences of their rank."""
    headings = {c.block for c in found}

    def is_sentence(block: int, rank: int) -> bool:
        neighbour = document.blocks[block] if 0 <= block < len(document.blocks) else None
        if not isinstance(neighbour, Paragraph) or block in headings:
            return False
        label = read_label(neighbour.text)
        return label is not None and label.rank == rank

    return [
        c
        for c in found
        if c.marked
        or not c.closed
        or not (is_sentence(c.block - 1, c.rank) or is_sentence(c.block + 1, c.rank))
    ]


def _without_lists(found: Sequence[Candidate], document: Document) -> list[Candidate]:
    """Drop numbered lines that are items of a list rather than headings."""
    kept: list[Candidate] = []
    run: list[Candidate] = []
    for candidate, following in zip(found, [*found[1:], None], strict=False):
        run.append(candidate)
        if following and following.rank == candidate.rank and _bare(candidate, following, document):
            continue
        kept.extend(_headings_of(run, _bare(candidate, following, document)))
        run = []
    return kept


def _headings_of(run: Sequence[Candidate], bare: bool) -> list[Candidate]:
    """The headings among neighbours of one rank with no text between them.

    A line that ends like a sentence and has nothing under it is an item. So are three or more
    lines in a row below the first levels: headings without any text are never that many.
    """
    listed = len(run) > 2 and all(c.rank >= 3 and not c.marked for c in run)
    if listed and (bare or any(c.closed for c in run)):
        return []
    lines = run[:-1] if not bare else run
    items = {c.block for c in lines if c.closed and not c.marked}
    return [c for c in run if c.block not in items]


def _bare(candidate: Candidate, following: Candidate | None, document: Document) -> bool:
    """Whether nothing stands between a candidate's line and the next heading."""
    if candidate.body_start is not None:
        return False
    stop = following.block if following else len(document.blocks)
    return not any(
        isinstance(b, Table) or b.text.strip() for b in document.blocks[candidate.block + 1 : stop]
    )


def _nest(headings: Sequence[Candidate], document: Document) -> list[Section]:
    sections: list[Section] = []
    ranks: list[int] = []
    stack: list[int] = []
    for candidate in headings:
        while stack and ranks[stack[-1]] >= candidate.rank:
            stack.pop()
        parent = stack[-1] if stack else None
        above = sections[parent].path if parent is not None else ()
        sections.append(_section(candidate, document, above, parent, len(stack) + 1))
        ranks.append(candidate.rank)
        stack.append(len(sections) - 1)
    return _closed(sections, len(document.blocks))


def _section(
    c: Candidate, document: Document, above: tuple[str, ...], parent: int | None, level: int
) -> Section:
    block = document.blocks[c.block]
    text = block.text if isinstance(block, Paragraph) else ""
    title = text[c.start : c.end]
    printed = text[: c.end].strip()
    return Section(
        title=title,
        number=c.label,
        level=level,
        block=c.block,
        start=c.start,
        end=c.end,
        body_start=c.body_start,
        stop=c.block + 1,
        path=(*above, printed),
        parent=parent,
    )


def _closed(sections: list[Section], total: int) -> list[Section]:
    """Give every section its end: the next heading that is not below it."""
    result = list(sections)
    open_: list[int] = []
    for index, section in enumerate(sections):
        while open_ and sections[open_[-1]].level >= section.level:
            done = open_.pop()
            result[done] = replace(result[done], stop=section.block)
        open_.append(index)
    for index in open_:
        result[index] = replace(result[index], stop=total)
    return result


def _paths(sections: Sequence[Section], total: int) -> list[tuple[str, ...]]:
    paths: list[tuple[str, ...]] = [()] * total
    for section in sections:
        for block in range(section.block, section.stop):
            paths[block] = section.path
    return paths
