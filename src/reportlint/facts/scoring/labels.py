"""The scores of one paragraph, each with the words that name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from reportlint.document import Document, block_text
from reportlint.facts.model import Figure, FigureKind
from reportlint.facts.scoring.weights import is_weight

Place = tuple[int, tuple[int, int] | None]

_STOP = regex.compile(r"[。！？!?\n]")
_LOST = regex.compile(r"(?:扣|减|相差|差距|高|低|提高|下降|增加|减少)[^，,；;、。]{0,6}$")
_LINK = regex.compile(
    r"[，,（()）\s]*(?:该项|本项|此项|该指标|本指标|指标|据此|按比例)?"
    r"(?:分值|满分|权重|标准分|实得|自评得分|得分|得|计|为|是|[：:，,（()）\s])*"
)
_PAUSE = regex.compile(r"[，,；;、：:（(]")


def only_links(label: str) -> bool:
    """Whether words between two numbers name nothing new: 分值, 得, 满分, 该项."""
    return _LINK.fullmatch(label) is not None


@dataclass(frozen=True, slots=True)
class Score:
    """`label`: the words since the number before it, of its own sentence; `weight`: a full mark.

    `clause` is the part of the label behind the last comma.
    """

    figure: Figure
    label: str
    sentence: int
    weight: bool

    @property
    def clause(self) -> str:
        """The words that stand right before the number."""
        return _PAUSE.split(self.label.rstrip("：:（( "))[-1].strip()


def scores_by_text(
    document: Document, figures: Mapping[str, Figure]
) -> Iterator[tuple[str, list[Score]]]:
    """The texts that state scores in sentences, each with its scores in order.

    Points lost and differences of scores are left out.
    """
    places: dict[Place, list[Figure]] = {}
    for figure in figures.values():
        if figure.how != "table" and figure.value is not None:
            places.setdefault((figure.block, figure.cell), []).append(figure)
    for (block, cell), found in places.items():
        if any(f.numeral.kind is FigureKind.SCORE for f in found):
            text = block_text(document.blocks[block], cell)
            yield text, list(_scores(document, text, found))


def _scores(document: Document, text: str, figures: Sequence[Figure]) -> Iterator[Score]:
    reached = 0
    for figure in sorted(figures, key=lambda f: f.start):
        label = _STOP.split(text[reached : figure.start])[-1]
        reached = figure.end
        if figure.numeral.kind is FigureKind.SCORE and not _LOST.search(label):
            sentence = len(_STOP.findall(text[: figure.start]))
            yield Score(figure, label, sentence, is_weight(document, figure))
