"""What is known of a report: its outline, its figures, and the statements that relate them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from reportlint.arithmetic.model import Interval, Relation, RelationKind, Verdict
from reportlint.config import Config
from reportlint.document import Document
from reportlint.profiles import Profile
from reportlint.result import Text


class FigureKind(StrEnum):
    """What sort of thing a figure counts (JSON contract)."""

    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "points"
    PERMILLE = "permille"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    COUNT = "count"
    SCORE = "score"
    GRADE = "grade"
    DATE = "date"
    PERIOD = "period"
    AREA = "area"
    LENGTH = "length"
    OTHER = "other"


class Hedge(StrEnum):
    """Words that blur or bound a figure."""

    ABOUT = "about"
    ALMOST = "almost"
    OVER = "over"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    GREATER = "greater"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in a text, before anything is known of what it counts.

    `start`/`end` span sign, hedge, digits and own unit. `value` is the printed mantissa with its
    sign, scaled by nothing (12 for 12万元), None for a range. `unit` is as printed (`万元`, `%`,
    `个`), "" if there is none. `scale` takes the mantissa to base units (10000 for 万元; 1 for %).
    `decimals` counts printed decimals. `interval` is what the words mean, in base units: for a
    plain number the half-up rounding interval, for 不低于 90 % [90, ∞), for a range its ends.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    value: Fraction | None
    unit: str
    scale: Fraction
    decimals: int
    interval: Interval
    hedge: Hedge | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure is a figure of, in the author's words and in the field's terms.

    `text`: the words as printed. `concept`: id in `lexicon/indicators.toml`, or None. `facets`:
    what the words fix, e.g. `funding:general`, `flow:expenditure`, `stage:final`, `level:total`.
    `rest`: the words no facet accounts for (the item's own name: 办公费). Two figures with equal
    concept or equal (facets, rest), period and scope are the same quantity.
    """

    text: str
    concept: str | None = None
    facets: frozenset[str] = frozenset()
    rest: str = ""


NO_INDICATOR = Indicator("")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the report with its place and its meaning.

    `period` is a year (`2024`), a relative one already resolved where the report's year is known,
    or "" . `scope` is whose quantity it is when it is not the reporting unit's own (an item, a
    project, a level: 中央, 市级), or "". `where` is the heading path (and table labels).
    """

    id: str
    numeral: Numeral
    block: int
    start: int
    end: int
    cell: tuple[int, int] | None = None
    indicator: Indicator = NO_INDICATOR
    period: str = ""
    scope: str = ""
    unit: str = ""
    how: str = "text"
    confidence: float = 1.0
    where: tuple[str, ...] = ()

    @property
    def value(self) -> Fraction | None:
        """The value in base units, None for a range."""
        n = self.numeral
        return None if n.value is None else n.value * n.scale

    @property
    def place(self) -> Fraction:
        """The unit of the last printed digit, in base units; zero for an exact count."""
        n = self.numeral
        return Fraction(0) if n.exact else n.scale / 10**n.decimals


class ClaimSource(StrEnum):
    """Who says that the relation holds."""

    STATED = "stated"
    TABLE = "table"
    RESTATEMENT = "restatement"
    IDENTITY = "identity"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a block, or of a cell of it."""

    block: int
    start: int
    end: int
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that relates figures, with the words that make it.

    `formula` is the id in `lexicon/formulas.toml` of a named rate. `alternatives` are further
    readings of the same statement (another denominator, another base), best first: tried only
    where `named` is false (the words fix no operand) or to explain a failure. `measured` says
    in the author's words what the result is (预算执行率, 占比, 同比). A claim that is not `certain`
    (an identity that reality may break, a list that may be incomplete) may confirm figures or
    show a difference of rounding, but never an error; but where it is `suspected`, because one
    slip of the pen would account for the difference, that is worth a warning. One that is
    `borne_out` was found by its figures: of the relations that the words allow, it is the one
    that holds.
    """

    id: str
    relation: Relation
    source: ClaimSource
    words: Span
    formula: str | None = None
    measured: str = ""
    named: bool = True
    alternatives: tuple[Relation, ...] = ()
    certain: bool = True
    borne_out: bool = False
    suspected: bool = False

    @property
    def kind(self) -> RelationKind:
        """The kind of its relation."""
        return self.relation.kind


@dataclass(frozen=True, slots=True)
class Assessment:
    """A claim with its verdict.

    `relation` is the reading that was judged (one of the claim's). `expected` is the interval in
    which the result would have to lie; `working` a line to redo on a calculator (`working_en` in
    English). `fitting` is the alternative that fits where the named reading fails.
    """

    claim: Claim
    relation: Relation
    verdict: Verdict
    expected: Interval | None = None
    working: str = ""
    working_en: str = ""
    fitting: Relation | None = None
    reason: str = ""


class Slip(StrEnum):
    """How a wrong figure may have come about (ALGORITHMS 3.6)."""

    UNIT = "unit"
    DIGIT = "digit"
    TRANSPOSITION = "transposition"
    DROPPED_DIGIT = "dropped-digit"
    SIGN = "sign"
    STALE = "stale"
    SWAP = "swap"
    COMPLEMENT = "complement"
    NEIGHBOUR = "neighbour"
    DENOMINATOR = "denominator"
    INVERSE = "inverse"
    BASE = "base"
    LEVEL = "level"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One root cause: the figure (or tied figures) to change, and everything that follows from it.

    `suspects`: figure ids, derived figures before base figures; several only in a tie.
    `violated`: assessments that a change of the suspect would mend. `admissible`: where the first
    suspect would have to lie. `corrected`: the likeliest true value in base units, when known.
    """

    suspects: tuple[str, ...]
    violated: tuple[Assessment, ...]
    admissible: Interval | None = None
    corrected: Fraction | None = None
    slip: Slip = Slip.UNKNOWN


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    `start`/`end` span the title's words (without its number) in block `block`; a heading may run
    into body text on its line, then `body_start` is where that text begins. `stop` is the block
    after the last of the section, subsections included. `path` ends with this title.
    """

    title: str
    number: str
    level: int
    block: int
    start: int
    end: int
    body_start: int | None
    stop: int
    path: tuple[str, ...]
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in document order; `where(block)` is the heading path above a block."""

    sections: tuple[Section, ...] = ()
    paths: tuple[tuple[str, ...], ...] = ()

    def where(self, block: int) -> tuple[str, ...]:
        """Titles from the outermost heading down to the one above `block`."""
        return self.paths[block] if block < len(self.paths) else ()


@dataclass(frozen=True, slots=True)
class Part:
    """One report inside the file, with the profile that governs it.

    `matched` maps profile section ids to indices into the outline's sections.
    """

    profile: Profile | None
    title: str
    title_span: Span | None
    start_block: int
    end_block: int
    reason: Text
    matched: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A row of a table that awards points or sets a result against its target.

    `weight` is the full mark, `scores` the marks given (of the unit, of a reviewer …), `rate` the
    execution rate beside them: ids of figures. `target`, `actual`, `rule`, `reason` are cells.
    `total` rows sum others up; a `fund` row holds the money of the whole project.
    """

    row: int
    path: tuple[str, ...]
    name: str
    weight: str | None = None
    scores: tuple[str, ...] = ()
    rate: str | None = None
    target: tuple[int, int] | None = None
    actual: tuple[int, int] | None = None
    rule: tuple[int, int] | None = None
    reason: tuple[int, int] | None = None
    total: bool = False
    fund: bool = False

    @property
    def words(self) -> str:
        """All labels of the row in one."""
        return "".join(self.path)


@dataclass(frozen=True, slots=True)
class TableFacts:
    """What was understood of one table.

    `headers`/`labels` give each numeric cell its column and row label paths; `levels` the depth of
    each row (0 = total); `figures` the ids of its cells' figures by (row, column); `score_rows`
    the rows that award points, in all bands.
    """

    block: int
    caption: str
    unit: str
    header_rows: int
    label_columns: tuple[int, ...]
    row_labels: tuple[tuple[str, ...], ...]
    column_labels: tuple[tuple[str, ...], ...]
    levels: tuple[int, ...]
    figures: Mapping[tuple[int, int], str] = field(default_factory=dict)
    score_rows: tuple[ScoreRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the rules may look at."""

    document: Document
    outline: Outline
    parts: tuple[Part, ...] = ()
    organization: str | None = None
    year: int | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
    tables: tuple[TableFacts, ...] = ()
    claims: tuple[Claim, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    rounding: str | None = None
    config: Config = field(default_factory=Config)
