"""A report walked once: every line, figure and claim with its parent, its path and its leaves.

The model holds what was said; the tree adds what follows from where it was said: the line a
figure belongs to, the whole a part belongs to, the account of a line, codes found by name, and
one *leaf* for every printed number.  Rules are grounded on these nodes.
"""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import Final, TypeAlias

from attrs import define, evolve, field

from performance_rules.codebook import Codebook
from performance_rules.report.evaluation import EVALUATION_TEXTS
from performance_rules.report.form import NO_WORDS, Form, OwnWords
from performance_rules.report.implied import parts_of_accounts
from performance_rules.report.model import (
    ACCOUNTS,
    COLUMNS,
    LINE_TEXTS,
    SIDES,
    Account,
    Breakdown,
    Comparison,
    Evaluation,
    Figure,
    Line,
    Reason,
    Report,
    Share,
    Statement,
    Step,
)
from performance_rules.report.names import figure_title, form_title, matter_title
from performance_rules.report.nodes import (
    BY_ACCOUNT,
    CLASSIFICATIONS,
    EVALUATIONS,
    MATTERS,
    NUMBER_KINDS,
    PREVIOUS,
    TERMS,
    AccountNode,
    BreakdownNode,
    ComparisonNode,
    EvaluationNode,
    FigureNode,
    Leaf,
    LineNode,
    Node,
    ParagraphNode,
    ReasonNode,
    ScheduleNode,
    SentenceNode,
    ShareNode,
    TableNode,
    side_title,
)
from performance_rules.report.order import schedule_nodes
from performance_rules.report.sentences import has_prose, sentences_of
from performance_rules.values.quantity import Quantity

_CLAIMS: Final = {"base": "基数", "change": "增减额", "rate": "增减率", "completed": "完成率"}
"""The numbers of a comparison, with what each is called."""

Said: TypeAlias = Statement | Share | Comparison
"""What has a printed number of its own."""


@define(eq=False)
class Tree:
    """All nodes of one report, in the order of the document's fixed tree.

    Attributes:
        leaves: every printed number.
        values: their printed values.
        facts: the facts that were asked for; see ``report.facts``.
        matters: the matters, by identity.
        evaluations: the forms of evaluation; what the prose says of the body's own comes first.
        nodes: every node, by index.
        shape: a digest of the form of the report: of all but the printed values and the facts.
            Two reports of one shape have the same nodes, but for the sentences.
        inferred: whether what any number or claim is about was inferred.
        own: the words for the body, where the form tells names with place-holders for them.
        has_text: whether the report carries any sentence at all (tables alone, or a report that
            another system hands over as bare figures, have none, so a missing reason proves
            nothing).
    """

    report: Report
    codebook: Codebook
    previous: Tree | None = None
    leaves: list[Leaf] = field(factory=list)
    nodes: list[Node] = field(factory=list)
    accounts: dict[str, AccountNode] = field(factory=dict)
    items: dict[str, LineNode] = field(factory=dict)
    lines: list[LineNode] = field(factory=list)
    breakdowns: list[BreakdownNode] = field(factory=list)
    figures: list[FigureNode] = field(factory=list)
    comparisons: list[ComparisonNode] = field(factory=list)
    shares: list[ShareNode] = field(factory=list)
    reasons: list[ReasonNode] = field(factory=list)
    sentences: list[SentenceNode] = field(factory=list)
    paragraphs: list[ParagraphNode] = field(factory=list)
    tables: list[TableNode] = field(factory=list)
    matters: dict[tuple[str, ...], LineNode] = field(factory=dict)
    evaluations: list[EvaluationNode] = field(factory=list)
    schedules: list[ScheduleNode] = field(factory=list)
    disclosures: BreakdownNode | None = None
    inferred: bool = False
    has_text: bool = False
    shape: str = ""
    own: OwnWords = NO_WORDS
    values: tuple[int, ...] = ()
    facts: dict[str, str] = field(factory=dict, repr=False)


def code_of(line: Line, breakdown: BreakdownNode | None, tree: Tree) -> str | None:
    """Return the classification code that a printed name stands for, if there is one."""
    kind = CLASSIFICATIONS.get(breakdown.dimension) if breakdown is not None else None
    if breakdown is None or kind is None:
        return None
    parent = (breakdown.whole.code if breakdown.whole is not None else None) or ""
    find, year = tree.codebook.find, tree.report.year
    found = find(kind, line.name, year=year, parent=parent)
    if not found and not parent:
        found = find(kind, line.name, year=year)
    return found[0].code if len(found) == 1 else None


def tree_of(report: Report, codebook: Codebook, own: OwnWords | None = None) -> Tree:
    """Return the tree of a report, with words for its body of its own unless others are given."""
    if own is None:  # what is said of two years is held against each other word by word
        own = NO_WORDS if report.previous else OwnWords.of(report.entity)
    return _Walk(report, codebook, own).tree


class _Walk:
    """One walk over a report that fills its tree."""

    def __init__(self, report: Report, codebook: Codebook, own: OwnWords) -> None:
        previous = tree_of(report.previous, codebook, own) if report.previous else None
        self.tree = Tree(report, codebook, previous)
        if previous is not None:
            # Its figures keep their leaf numbers, so a rule may compare across the two years.
            self.tree.inferred = previous.inferred
            self.tree.leaves += [
                evolve(leaf, path=f"{PREVIOUS}{leaf.path}", name=f"{TERMS['previous']}·{leaf.name}")
                for leaf in previous.leaves
            ]
        self.form = Form(own)
        self.form.keep(report.year, report.kind, previous and previous.shape)
        for name in ACCOUNTS:
            account = getattr(report, name)
            if account is not None:
                self.account(name, account)
        for name in ("three_public", "evaluation"):
            line = getattr(report, name)
            if line is not None:
                self.tree.items[name] = self.line(line, name, TERMS[name], None, None, None)
        self.evaluations()
        if report.disclosures is not None:
            self.tree.disclosures = self.breakdown(
                report.disclosures, "disclosures", "披露", None, None, None
            )
        namesakes = Counter(matter_title(line) for line in report.matters)
        for line in report.matters:
            self.matter(line, alone=namesakes[matter_title(line)] == 1)
        self.schedules()
        self.implied_breakdowns()
        self.words()
        self.tree.has_text = self.tree.has_text or bool(self.tree.reasons) or has_prose(report)
        self.form.keep(self.tree.has_text, len(report.tables))
        self.tree.shape = self.form.shape()
        self.tree.own = self.form.own if self.form.named else NO_WORDS
        self.tree.values = tuple(leaf.n for leaf in self.tree.leaves)

    def words(self) -> None:
        """Add the tables and, last of all, the sentences: they are facts, not form."""
        for i, table in enumerate(self.tree.report.tables):
            self.tree.tables.append(TableNode(self.next_index() + i, table, f"tables[{i}]"))
        self.tree.nodes += self.tree.tables
        self.tree.sentences += sentences_of(self.tree.report.text, self.next_index())
        self.tree.nodes += self.tree.sentences
        self.tree.paragraphs += map(ParagraphNode.of, self.tree.report.text, count())

    def next_index(self) -> int:
        return len(self.tree.nodes)

    def leaf(self, quantity: Quantity, said: Said, path: str, name: str) -> int:
        kind = NUMBER_KINDS[type(quantity)]
        step = 0 if quantity.approximate else quantity.step
        in_table = said.source is not None and said.source.table is not None
        at = self.next_index()
        self.form.keep("n", at, quantity.half, step, kind, in_table, quantity.approximate)
        if path.endswith((".score", ".weight", ".price")):
            self.form.keep(quantity.decimals, getattr(quantity, "unit", ""))  # how it was rounded
        self.tree.leaves.append(
            Leaf(
                *(quantity.n, quantity.half, step, kind, quantity),
                *(said.source, path, name, said.settled, said.inference),
            )
        )
        self.grounds(said)
        return len(self.tree.leaves) - 1

    def schedules(self) -> None:
        """Add the schedules with their steps; a date is no leaf, so it is part of the shape."""
        self.tree.schedules += schedule_nodes(self.tree.report.schedules, self.next_index())
        for node in self.tree.schedules:
            self.tree.nodes += [node, *node.steps]
            for s in node.schedule.steps:
                self.form.keep("p", node.index, node.path, s.stage, s.date, s.settled)
                self.grounds(s)

    def grounds(self, said: Said | Breakdown | Step) -> None:
        """Keep whether anything was inferred, so that nobody needs to ask where nothing was."""
        self.tree.inferred = self.tree.inferred or said.settled == "inferred"

    def account(self, name: str, account: Account) -> None:
        node = AccountNode(self.next_index(), name)
        self.tree.nodes.append(node)
        self.tree.accounts[name] = node
        for side in SIDES:
            line = getattr(account, side)
            if line is not None:
                title = side_title(name, side)
                node.lines[side] = self.line(line, f"{name}.{side}", title, None, node, side)

    def matter(self, line: Line, *, alone: bool) -> None:
        """Add a matter; it is titled as it is called, with its section where two are called so."""
        title = matter_title(line)
        if line.section and not alone:
            title += f"（{line.section}）"
        label = "·".join(filter(None, line.identity))
        node = self.line(line, f"{MATTERS}[{label}]", title, None, None, None)
        self.form.keep(self.tree.matters.setdefault(line.identity, node).index)

    def evaluations(self) -> None:
        """Add the forms of evaluation, before them what the prose says of the body's own."""
        report, own = self.tree.report, self.tree.items.get("evaluation")
        if own is not None:
            said = Evaluation("whole", entity=report.entity, year=report.year, grade=report.grade)
            self.evaluation(said, own.path, own.title, own, sheet=own, implicit=True)
        called = Counter(map(form_title, report.evaluations))
        for i, form in enumerate(report.evaluations, 1):
            title = form_title(form)
            if called[title] > 1 or not title:
                title = f"第{i}张{title or '自评表'}"
            path = f"{EVALUATIONS}[{i}]"
            total = Line(weight=form.weight, score=form.score)
            whole = self.line(total, path, title, None, None, None)
            node = self.evaluation(form, path, title, whole)
            for name, line in (("funds", form.funds), ("sheet", form.sheet)):
                if line is not None:
                    at = f"{path}.{name}"
                    named = f"{title}·{TERMS[name]}"
                    setattr(node, name, self.line(line, at, named, None, None, None))
            texts = [getattr(form, f) for f in EVALUATION_TEXTS]
            self.form.texts(texts)
            self.form.note("e", path, *texts, form.year, form.month)

    def evaluation(
        self,
        form: Evaluation,
        path: str,
        title: str,
        total: LineNode,
        *,
        sheet: LineNode | None = None,
        implicit: bool = False,
    ) -> EvaluationNode:
        node = EvaluationNode(
            self.next_index(), form, path, title, total, sheet=sheet, implicit=implicit
        )
        self.tree.nodes.append(node)
        self.tree.evaluations.append(node)
        return node

    def line(
        self,
        line: Line,
        path: str,
        title: str,
        breakdown: BreakdownNode | None,
        account: AccountNode | None,
        side: str | None,
    ) -> LineNode:
        code = line.code or code_of(line, breakdown, self.tree)
        node = LineNode(self.next_index(), line, path, title, code, breakdown, account, side)
        self.tree.nodes.append(node)
        self.tree.lines.append(node)
        texts = [getattr(line, name) for name in LINE_TEXTS]
        self.form.texts(texts)
        self.form.note("l", path, code, *texts)
        self.form.keep(code, line.key, line.sense, *(key for key, _ in line.counts))
        self.tree.has_text = self.tree.has_text or bool(line.notes)
        for column in COLUMNS:
            figure = line.figure(column)
            if figure is not None:
                node.figures[column] = self.figure(figure, node, column, f"{path}.{column}")
        for key, figure in line.counts:
            node.counts[key] = self.figure(figure, node, key, f"{path}.counts.{key}")
        for part in line.breakdowns:
            at = f"{path}.{part.dimension}"
            node.breakdowns.append(self.breakdown(part, at, title, node, account, side))
        return node

    def breakdown(
        self,
        breakdown: Breakdown,
        path: str,
        title: str,
        whole: LineNode | None,
        account: AccountNode | None,
        side: str | None,
    ) -> BreakdownNode:
        dimension, owner = breakdown.dimension, title  # a part is called after its owner
        if whole is not None and dimension != "members":
            title = f"{title}·{TERMS[dimension]}"
        node = BreakdownNode(
            self.next_index(), breakdown, path, title, dimension, breakdown.complete, whole
        )
        self.tree.nodes.append(node)
        self.tree.breakdowns.append(node)
        self.form.note("b", path, breakdown.complete, breakdown.unread is None)
        self.grounds(breakdown)
        self.tree.has_text = self.tree.has_text or bool(breakdown.notes)
        for i, reason in enumerate(breakdown.reasons):
            self.reason(reason, f"{path}.reasons[{i}]", title)
        for line in breakdown.lines:
            label = line.key or line.name
            node.lines.append(
                self.line(line, f"{path}[{label}]", f"{owner}·{line.name}", node, account, side)
            )
        return node

    def figure(self, figure: Figure, line: LineNode, column: str, path: str) -> FigureNode:
        title = figure_title(line, column)
        leaves = tuple(
            self.leaf(statement.value, statement, path, title) for statement in figure.statements
        )
        node = FigureNode(self.next_index(), figure, line, column, path, title, leaves)
        self.tree.nodes.append(node)
        self.tree.figures.append(node)
        self.form.note("f", path, len(leaves), figure.unread is None)
        if figure.share is not None:
            share = figure.share
            self.form.keep("s", node.index, share.of)
            value = self.leaf(share.value, share, f"{path}.share", f"{title}·占比")
            node.share = ShareNode(self.next_index(), share, node, value)
            self.tree.nodes.append(node.share)
            self.tree.shares.append(node.share)
        for i, comparison in enumerate(figure.comparisons):
            node.comparisons.append(self.comparison(comparison, node, f"{path}.comparisons[{i}]"))
        return node

    def comparison(self, said: Comparison, figure: FigureNode, path: str) -> ComparisonNode:
        title = f"{figure.title}比{TERMS[said.against]}"
        numbers = {}
        for name, zh in _CLAIMS.items():
            quantity = getattr(said, name)
            if quantity is not None:
                numbers[name] = self.leaf(quantity, said, f"{path}.{name}", f"{title}·{zh}")
        node = ComparisonNode(self.next_index(), said, figure, path, title, numbers)
        self.tree.nodes.append(node)
        self.tree.comparisons.append(node)
        self.grounds(said)
        self.form.keep("c", node.index, said.against, said.direction, said.wording, *numbers)
        if said.reason is not None:
            self.reason(said.reason, f"{path}.reason", title)
        return node

    def reason(self, reason: Reason, path: str, title: str) -> None:
        node = ReasonNode(self.next_index(), reason, path, title)
        self.tree.nodes.append(node)
        self.tree.reasons.append(node)
        self.form.note("r", path)

    def implied_breakdowns(self) -> None:
        """Add what the tree of accounts implies: income and expenditure by kind of funds."""
        for owner, lines, complete in parts_of_accounts(self.tree.accounts, self.tree.report.year):
            node = BreakdownNode(
                self.next_index(),
                Breakdown("members"),
                f"{owner.path}.{BY_ACCOUNT}",
                f"{owner.title}·口径",
                BY_ACCOUNT,
                complete,
                owner,
                lines,
            )
            self.tree.nodes.append(node)
            self.tree.breakdowns.append(node)
            owner.breakdowns.append(node)
