"""The nodes of a report's tree: what was said, with its place and its printed numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, field

from performance_rules.codebook import Kind
from performance_rules.report.model import (
    DIMENSIONS,
    STAGES,
    Account,
    Breakdown,
    Comparison,
    Evaluation,
    Figure,
    Line,
    Paragraph,
    Reason,
    Report,
    Schedule,
    SeenTable,
    Settled,
    Share,
    Source,
    Step,
    terms_of,
)
from performance_rules.values.quantity import Amount, Count, Percent, Quantity
from performance_rules.values.quantity import Kind as NumberKind

NUMBER_KINDS: Final[Mapping[type, NumberKind]] = {
    Amount: "amount",
    Percent: "percent",
    Count: "count",
}

BY_ACCOUNT: Final = "by_account"
"""The dimension of the breakdowns that the fixed tree of accounts implies."""

EVALUATIONS: Final = "evaluations"
"""The key that the paths of all evaluation forms begin with."""

MATTERS: Final = "matters"
"""The key that the paths of all matters begin with."""

PREVIOUS: Final = "previous."
"""What the paths of all places in the report of the year before begin with."""

CLASSIFICATIONS: Final[dict[str, Kind]] = {
    "by_function": "functional",
    "by_economic": "economic",
}
"""The classification whose names and codes a dimension uses."""

TERMS: Final[dict[str, str]] = {
    **{
        name: f.metadata["zh"]
        for cls in (Evaluation, Line, Account, Report)
        for name, f in terms_of(cls).items()
    },
    **DIMENSIONS,
    BY_ACCOUNT: "口径",
}


def side_title(account: str, side: str) -> str:
    """Return how people call the line of an account: 财政拨款支出, 总收入, 年初结转结余."""
    whole = account == "all_funds"
    prefix = ("总" if side in ("income", "expenditure") else "") if whole else TERMS[account]
    return f"{prefix}{TERMS[side]}"


@define(eq=False)
class Leaf:
    """One printed number: integer value, half step and step in SCALE-ths, and where it stands.

    The step of an approximate number is 0: it has no last digit that anybody rounded or adjusted.
    """

    n: int
    half: int
    step: int
    kind: NumberKind
    quantity: Quantity
    source: Source | None
    path: str
    name: str
    settled: Settled = "said"
    inference: str | None = None


@define(eq=False)
class AccountNode:
    """An account with its lines by side."""

    index: int
    name: str
    lines: dict[str, LineNode] = field(factory=dict)

    @property
    def path(self) -> str:
        """The key path of the account."""
        return self.name

    @property
    def title(self) -> str:
        """The Chinese term of the account."""
        return TERMS[self.name]


@define(eq=False)
class LineNode:
    """A line with its place: the breakdown it is part of, its account and side, its code."""

    index: int
    line: Line
    path: str
    title: str
    code: str | None
    breakdown: BreakdownNode | None
    account: AccountNode | None
    side: str | None
    figures: dict[str, FigureNode] = field(factory=dict)
    counts: dict[str, FigureNode] = field(factory=dict)
    breakdowns: list[BreakdownNode] = field(factory=list)

    @property
    def name(self) -> str:
        """The printed name, or the Chinese term of a fixed line."""
        return self.line.name or self.title.rsplit("·", 1)[-1]

    @property
    def matter(self) -> bool:
        """Whether it is a matter, or part of one."""
        return self.path.startswith(MATTERS)

    @property
    def source(self) -> Source | None:
        """Where its last figure is printed; none of a line without one."""
        said = (s.source for f in self.figures.values() for s in f.figure.statements)
        found = [source for source in said if source is not None]
        return found[-1] if found else None

    @property
    def rated(self) -> bool:
        """Whether it stands in a form of evaluation."""
        return self.path.startswith("evaluation")

    def parts(self) -> Iterator[LineNode]:
        """Yield the lines one level below, over all breakdowns of the document."""
        for breakdown in self.breakdowns:
            if breakdown.dimension != BY_ACCOUNT:
                yield from breakdown.lines


@define(eq=False)
class BreakdownNode:
    """A breakdown with its whole and its parts."""

    index: int
    breakdown: Breakdown
    path: str
    title: str
    dimension: str
    complete: bool
    whole: LineNode | None
    lines: list[LineNode] = field(factory=list)


@define(eq=False)
class FigureNode:
    """A figure in its line and column; one leaf for each statement."""

    index: int
    figure: Figure
    line: LineNode
    column: str
    path: str
    title: str
    leaves: tuple[int, ...]
    share: ShareNode | None = None
    comparisons: list[ComparisonNode] = field(factory=list)


@define(eq=False)
class ShareNode:
    """A share and the figure it is claimed of."""

    index: int
    share: Share
    figure: FigureNode
    value: int

    @property
    def path(self) -> str:
        """The key path of the share."""
        return f"{self.figure.path}.share"

    @property
    def title(self) -> str:
        """The Chinese path of the share."""
        return f"{self.figure.title}·占比"


@define(eq=False)
class ComparisonNode:
    """A comparison and the figure it is claimed of; a leaf for each number in it."""

    index: int
    comparison: Comparison
    figure: FigureNode
    path: str
    title: str
    numbers: dict[str, int]


@define(eq=False)
class ReasonNode:
    """A reason and what it stands with."""

    index: int
    reason: Reason
    path: str
    title: str


@define(eq=False)
class SentenceNode:
    """A sentence or heading of the report with its section and place."""

    index: int
    text: str
    section: str
    heading: int | None
    contents: bool
    source: Source | None
    path: str

    @property
    def title(self) -> str:
        """What a heading says, else the section the sentence stands in."""
        return self.text if self.heading else self.section or "正文"


class ParagraphNode(str):
    """A paragraph of the report: the text that rules read, which knows where it stands.

    Attributes:
        number: which paragraph it is, from 0; it is no node among the others, whose numbers do not
            depend on how many paragraphs there are.
    """

    __slots__ = ("number", "source")
    number: int
    source: Source | None

    @classmethod
    def of(cls, paragraph: Paragraph, number: int) -> ParagraphNode:
        """Return a paragraph with its number."""
        node = cls(paragraph.text)
        node.number, node.source = number, paragraph.source
        return node


@define(eq=False)
class TableNode:
    """A table that was met in the document."""

    index: int
    table: SeenTable
    path: str

    @property
    def title(self) -> str:
        """The caption."""
        return self.table.caption

    @property
    def source(self) -> Source | None:
        """Where the table stands."""
        return self.table.source


@define(eq=False)
class EvaluationNode:
    """A form of evaluation with the lines of its total, its funds and its indicators.

    What the prose says of the body's own evaluation is one as well: its sheet is its total.
    """

    index: int
    evaluation: Evaluation
    path: str
    title: str
    total: LineNode
    funds: LineNode | None = None
    sheet: LineNode | None = None
    implicit: bool = False

    @property
    def source(self) -> Source | None:
        """Where the form begins."""
        return self.evaluation.source

    def indicators(self) -> Iterator[LineNode]:
        """Yield every line of the sheet, the sheet itself first."""
        waiting = [self.sheet] if self.sheet is not None else []
        while waiting:
            line = waiting.pop(0)
            yield line
            waiting[:0] = line.parts()


@define(eq=False)
class StepNode:
    """A step of a schedule."""

    index: int
    step: Step
    path: str
    title: str

    @property
    def name(self) -> str:
        """What the stage is called."""
        return STAGES[self.step.stage]

    @property
    def source(self) -> Source | None:
        """Where its date is printed."""
        return self.step.source


@define(eq=False)
class ScheduleNode:
    """A schedule with its steps, and the two of them that speak most against their order.

    The pair is missing where no step has to come before another.
    """

    index: int
    schedule: Schedule
    path: str
    title: str
    steps: list[StepNode] = field(factory=list)
    pair: tuple[StepNode, StepNode] | None = None


Node = (
    AccountNode
    | LineNode
    | BreakdownNode
    | FigureNode
    | ShareNode
    | ComparisonNode
    | ReasonNode
    | SentenceNode
    | TableNode
    | EvaluationNode
    | StepNode
    | ScheduleNode
)
