"""Cutting a table into forms, and a form into blocks: facts, the funds, the indicators.

A row with several header words begins a block, whatever stands before; a cell on its left that
goes down beside the block is its name.  The row of the total ends it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from attrs import define, field

from performance_rules.extraction.evaluations.crosswise import side_by_side
from performance_rules.extraction.evaluations.headers import (
    APART,
    MONEY,
    behind_names,
    heads_on,
    kinds_beside,
    of_year,
    stands_below,
)
from performance_rules.extraction.evaluations.loose import several_in
from performance_rules.extraction.evaluations.records import listed
from performance_rules.extraction.evaluations.shapes import (
    FUNDS,
    INDICATORS,
    LABEL,
    Block,
    Column,
    Form,
    Loose,
)
from performance_rules.extraction.evaluations.turned import upright
from performance_rules.extraction.evaluations.words import (
    NOTE,
    YEAR,
    EvaluationWords,
    Heading,
    bracketed,
)
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.text.words import has_any

_MONEY_BLOCK: Final = (*MONEY, "rate", "to_date_rate", "forecast_rate", "weight", "score")
_RATED: Final = ("weight", "score", "target", "actual", "sense", "to_date", "forecast")
_FEWEST: Final = 3
_PAIRED: Final = 3
_SENTENCE: Final = 8
_NOTE: Final = 2
"""A row of so many cells may be a note: 说明 | 90分以上为优."""
_INLINE: Final = re.compile(r"([^:：]{2,14})[:：](.{1,200})", re.DOTALL)


def forms_in(rows: Sequence[Row], words: EvaluationWords) -> list[Form]:
    """Return the forms that the rows of a table hold, or the heads of such; none where it is none.

    Args:
        rows: the rows of the table, titles among them.
        words: the words of forms.
    """
    text = "\n".join(text for row in rows for text in row.texts())
    if not has_any(text, words.signs):
        return []
    cutter = _Cutter(words)
    for row in upright(side_by_side(listed(rows, words), words), words):
        cutter.take(row)
    return [form for form in cutter.forms if form.blocks or "name" in form.facts]


@define(eq=False)
class _Cutter:
    words: EvaluationWords
    forms: list[Form] = field(factory=lambda: [Form()])
    open: Block | None = None
    beside: str = ""
    above: list[str] = field(factory=list)
    """What stands in the row before, or goes down beside it, by column."""
    pair: list[tuple[str, int]] = field(factory=list)
    fresh: bool = False
    """Whether the row before was the header of the open block."""

    @property
    def form(self) -> Form:
        return self.forms[-1]

    def take(self, row: Row) -> None:
        """Take the next row."""
        row = self.open.aligned(row) if self.open is not None else row
        self.place(row)
        self.form.rows.append(row)
        self.above = [
            self.above[at] if cell.text is None and at < len(self.above) else row.text(at)
            for at, cell in enumerate(row.cells)
        ]

    def place(self, row: Row) -> None:
        """Take the next row to where it belongs."""
        said = [(at, row.text(at)) for at, text in enumerate(row.texts()) if text]
        if not said:
            return
        if said[0][0] == 0:
            self.beside = said[0][1]
        if len(said) == 1 and self.words.is_title(said[0][1]):
            self.titled(said[0][1])
            return
        heads = {at: None if is_number(text) else self.words.heading(text) for at, text in said}
        if self.begins(row, said, heads):
            return
        if self.fresh and self.takes_apart(self.form.blocks[-1], row, said):
            return
        if self.fresh and heads_on(self.form.blocks[-1], said, heads):
            self.deepen(self.form.blocks[-1], row, said, heads)
            return
        self.fresh = False
        if self.is_total(said):
            self.end(row)
            self.judged(row, said[1:])
        elif self.open is not None and not self.leaves(self.open, row, said):
            self.open.rows.append(row)
        else:
            self.open = None
            self.told(row, said)

    def titled(self, text: str) -> None:
        """Take the title of the form that follows."""
        if self.form.blocks:
            self.forms.append(Form())
        self.form.titles.append(text)
        self.open, self.pair = None, []

    def begins(
        self, row: Row, said: list[tuple[int, str]], heads: dict[int, Heading | None]
    ) -> bool:
        """Begin a block, if the row is the header of one."""
        known = [(at, h) for at, h in heads.items() if h is not None and h.role != NOTE]
        roles = {h.role for _, h in known}
        listing = "listing" in roles and not self.form.blocks
        if any(is_number(text) for _, text in said) or listing:
            return False
        if self.fresh and stands_below(self.form.blocks[-1], row):
            return False
        if self.open is not None and self.repeats(self.open, row):
            return True
        money = len([r for r in roles if r in MONEY]) > 0
        rated = "level" in roles and bool(roles & set(_RATED))
        tasks = self.form.blocks and {"budget", "final"} <= roles and not rated
        fewest = min(len(roles) if tasks and behind_names(heads) else _FEWEST, len(said))
        if len(roles) < 2 or len(known) < fewest or not (rated or money):
            return False
        kind = INDICATORS if "level" in roles else FUNDS
        if kind == FUNDS and not roles & {*_MONEY_BLOCK[3:]}:
            return False
        self.start(Block(kind), row, said, heads)
        return True

    def repeats(self, block: Block, row: Row) -> bool:
        """Whether a row is the header of the open block again, as on a new page."""
        first = block.columns[0].first
        other = first > 0 and row.text(0) not in ("", block.name)
        return not other and row.texts()[first:] == block.header[0].texts()[first:]

    def start(
        self, block: Block, row: Row, said: list[tuple[int, str]], heads: dict[int, Heading | None]
    ) -> None:
        wanted = _MONEY_BLOCK if block.kind == FUNDS else None
        # 年度预算（万元） beside what heads the names of the rows is what the block is called.
        beside = heads.get(1)
        over = block.kind == FUNDS and (beside is None or beside.role not in _MONEY_BLOCK)
        first = min(
            (
                at
                for at, h in heads.items()
                if h is not None
                and h.role != NOTE
                and (wanted is None or h.role in wanted)
                and not (over and at == 0 and len(said) > _FEWEST)
            ),
            default=said[0][0],
        )
        generic = [at for at, h in heads.items() if h is not None and h.role == "level"]
        named = said[0][0] < first or (
            len(generic) > 1
            and said[0][0] == 0
            and bracketed(said[0][1])[0] in ("绩效指标", "指标")
        )
        skip = {said[0][0]} if named else set()
        block.aside = named and (block.kind == INDICATORS or first > said[0][0] + 1)
        if named:
            block.name, block.named = said[0][1], (row.cells[said[0][0]], row)
        elif row.cells[0].text is None:
            block.name = self.beside
        last = self.form.blocks[-1] if self.form.blocks else None
        if last is not None and self.again(block, last):
            self.forms.append(Form())
        width = len(row.cells)
        for (at, _), nxt in zip(said, [*(a for a, _ in said[1:]), width], strict=True):
            if at in skip:
                continue
            end = at
            while end + 1 < nxt and row.cells[end + 1].text is None:
                end += 1
            heading = heads[at]
            if block.kind == FUNDS and at < first:
                heading = Heading(LABEL)  # 资金性质, above the names of the rows
            if heading is not None and heading.role == YEAR:
                heading = Heading("", year=heading.year)
            if heading is None or not heading.role:
                block.unknown.append((row.cells[at], row))
            block.columns.append(Column(heading or Heading(""), at, end))
        block.columns = kinds_beside(block, row) if block.kind == FUNDS else block.columns
        block.divide()
        block.header.append(row)
        self.form.blocks.append(block)
        self.open, self.fresh, self.pair = block, True, []

    def again(self, block: Block, last: Block) -> bool:
        """Whether a block belongs to another form than the last one."""
        if block.kind == FUNDS:
            return any(b.kind == INDICATORS for b in self.form.blocks) and last.total is not None
        return last.kind == INDICATORS and last.total is not None

    def deepen(
        self, block: Block, row: Row, said: list[tuple[int, str]], heads: dict[int, Heading | None]
    ) -> None:
        """Take the second row of a header: what it says counts, what it only notes is a note.

        内容 between 运算符号 and 度量单位 is what stands above the three.
        """
        over = {at: c for at, _ in said for c in block.columns if c.first <= at <= c.last}
        for at, _ in said:
            heading = heads[at]
            if heading is not None and heading.role == NOTE and at in over:
                beside = [heads[to] for to, column in over.items() if column is over[at]]
                apart = any(one is not None and one.role != NOTE for one in beside)
                heading = over[at].heading if apart else heading
            elif heading is None and at in over and over[at].role in APART:
                heading = Heading("other")
            elif heading is not None and at in over:
                heading = of_year(heading, over[at].heading)
            if heading is None or heading.role == NOTE:
                continue
            columns = []
            for column in block.columns:
                if column.first <= at <= column.last:
                    if column.first < at:
                        columns.append(Column(column.heading, column.first, at - 1))
                    columns.append(Column(heading, at, column.last))
                else:
                    columns.append(column)
            if all(not c.first <= at <= c.last for c in block.columns):
                columns.append(Column(heading, at, at))
            block.columns = sorted(columns, key=lambda c: c.first)
        block.divide()
        block.header.append(row)

    def takes_apart(self, block: Block, row: Row, said: list[tuple[int, str]]) -> bool:
        """Take a row that takes headers of money apart: the whole first, then kinds of money."""
        under: dict[int, list[tuple[int, str]]] = {}
        for at, text in said:
            column = next((c for c in block.columns if c.first <= at <= c.last), None)
            if column is None or column.role not in MONEY or any(map(str.isdigit, text)):
                return False
            under.setdefault(column.first, []).append((at, text))
        kinds = ("funds", "subtotals")
        whole = all(
            len(subs) > 1 and any(self.words.is_row(kind, subs[0][1]) for kind in kinds)
            for subs in under.values()
        )
        if block.kind != FUNDS or not under or not whole:
            return False
        columns = []
        for column in block.columns:
            subs = under.get(column.first, [(column.first, "")])
            ends = [*(at for at, _ in subs[1:]), column.last + 1]
            for i, ((at, text), end) in enumerate(zip(subs, ends, strict=True)):
                columns.append(Column(column.heading, at, end - 1, bracketed(text)[0] if i else ""))
        block.columns = columns
        block.header.append(row)
        return True

    def is_total(self, said: list[tuple[int, str]]) -> bool:
        """Whether a row gives the total of the form, or of the indicators that are open."""
        label = said[0][1]
        if not self.form.blocks or not self.words.is_row("totals", label):
            return False
        block = self.open
        if block is not None and block.kind == FUNDS:
            return False
        return any(is_number(text) for _, text in said[1:])

    def end(self, row: Row) -> None:
        blocks = self.form.block(INDICATORS) or self.form.blocks
        blocks[-1].total = row
        if blocks[-1].rows:  # a total that stands above its rows ends nothing
            self.open = None

    def judged(self, row: Row, said: list[tuple[int, str]]) -> None:
        """Take the grade that stands behind the total: 自评总分 | 96 | 自评等级 | 优."""
        for (_, label), (to, _) in pairwise(said):
            if self.words.fact(label) == "grade":
                self.add("grade", row.text(to), row.cells[to], row)

    def leaves(self, block: Block, row: Row, said: list[tuple[int, str]]) -> bool:
        """Whether a row is no longer one of the open block."""
        at, text = said[0]
        if block.kind == FUNDS and not block.rows and at == 0:
            money = [cell for c in block.columns if c.role in MONEY if (cell := c.cell(row))]
            if any(is_number(cell.text or "") for cell in money) or self.words.is_row(
                "funds", text
            ):
                block.aside = False  # what seemed its name heads the names of the rows
        if block.heads_names(row):
            return False
        if block.aside and at == 0 and row.cells[0].text:
            return bracketed(text)[0] != bracketed(block.name)[0]
        facts = bool(self.words.fact(text)) and not any(is_number(one) for _, one in said)
        return facts and (len(said) <= 2 or block.kind == FUNDS)

    def told(self, row: Row, said: list[tuple[int, str]]) -> None:
        """Take a row of facts: labels and what stands behind them."""
        if self.pair and not any(self.words.fact(text) for _, text in said):
            for (name, at), end in zip(
                self.pair, [*(a for _, a in self.pair[1:]), len(row.cells)], strict=True
            ):
                for column in range(at, end):
                    if row.text(column):
                        self.add(name, row.text(column), row.cells[column], row)
                        break
            self.pair = []
            return
        if len(said) <= _NOTE:
            self.form.notes.append(said[-1][1])
        fields = [(self.words.fact(text), at) for at, text in said]
        goals = [(name, at) for name, at in fields if name in ("goal", "done", "later")]
        if len(goals) > 1:
            last = max((at for name, at in goals if name == "goal"), default=0)
            # 年初绩效目标 beside 调整后绩效目标: the last one holds.
            self.pair = [
                ("before" if name == "goal" and at < last else name, at) for name, at in goals
            ]
            return
        if len(said) == _PAIRED and fields[0][0] in ("goal", "done"):
            texts = said[1:]
            if all(len(text) > _SENTENCE and not self.is_head(text) for _, text in texts):
                # What was to be stands beside what was done, below one label for both.
                for name, (at, text) in zip(("goal", "done"), texts, strict=True):
                    self.add(name, text, row.cells[at], row)
                return
        for i, (at, text) in enumerate(said):
            inline = _INLINE.fullmatch(text)
            name = self.words.fact(text)
            if name and i + 1 < len(said) and not self.is_head(said[i + 1][1]):
                self.add(name, said[i + 1][1], row.cells[said[i + 1][0]], row)
            elif inline and (name := self.words.fact(inline[1])):
                self.add(name, inline[2].strip(), row.cells[at], row)
            elif is_number(text) and i and not self.words.fact(said[i - 1][1]):
                beside = (said[i - 1], *said[i + 1 : i + 2])
                if any(is_number(other) for _, other in beside):
                    continue  # figures right behind each other are those of columns
                self.loose(said[i - 1][1], text, row.cells[at], row)
            elif inline and is_number(inline[2]) and self.is_amount(inline[1], said[:i]):
                self.loose(inline[1], inline[2].strip(), row.cells[at], row)
            elif listed := several_in(text):
                for label, number in listed:
                    self.loose(label, number, row.cells[at], row)

    def is_amount(self, label: str, before: list[tuple[int, str]]) -> bool:
        """Whether what stands before a number in one cell says what it is: a part, behind 其中."""
        part = any(text.startswith("其中") for _, text in before)
        return part or self.words.heading(label) is not None

    def is_head(self, text: str) -> bool:
        """Whether what stands behind a label is another one, or a year that heads a column."""
        heading = None if is_number(text) else self.words.heading(text)
        year = heading is not None and heading.role == YEAR
        return year or bool(self.words.fact(text))

    def loose(self, label: str, number: str, cell: Cell, row: Row) -> None:
        to = next(at for at, one in enumerate(row.cells) if one is cell)
        at = max((at for at in range(to) if row.text(at) == label), default=to)
        head = next((text for to in range(at - 1, -1, -1) if (text := self.on(row, to))), "")
        self.form.loose.append(Loose(label, number, cell, row, self.beside, head))

    def on(self, row: Row, at: int) -> str:
        """Return what stands in a column of a row, or goes down to it from above; no number."""
        merged = row.cells[at].text is None and at < len(self.above)
        text = self.above[at] if merged else row.text(at)
        return "" if is_number(text) else text

    def add(self, name: str, text: str, cell: Cell, row: Row) -> None:
        """Take a fact; 本单位 says nothing that the head of the form does not say by name."""
        if name == "entity" and text in ("本单位", "本部门"):
            return
        if name == "name" and self.form.blocks:
            self.forms.append(Form())
        self.form.facts.setdefault(name, []).append((text, cell, row))
