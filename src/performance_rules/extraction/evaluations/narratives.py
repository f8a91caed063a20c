"""What the cells of a form tell in sentences, kept to be read as prose is.

    随机调查500人，满意412人 | 服务对象满意度 | 82.4%

A sentence of a cell relates its own figures as one of a paragraph does.  Where the cell explains
how a result came about, that result goes on with the sentence, under what its row is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.evaluations.nodes import Sheet
from performance_rules.extraction.evaluations.shapes import INDICATORS, Block, Form
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.tables.grid import Cell, Row, is_number
from performance_rules.extraction.tokens.normal import halved
from performance_rules.report.model import Source

Told = tuple[Passage, ...]

_FEWEST: Final = 2
_NUMERAL: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CLAUSE: Final = re.compile(r"(?:[^，,。；;]|(?<=\d),(?=\d{3}))+")
_RULE: Final = re.compile(r"扣|得满分|得\d|[每少]\d|不得分|计\d")
"""How points are given is no thing that was done."""
_STANDARD: Final = re.compile("标准|办法|方法|细则|规则|公式|要点")
_DOUBT: Final = re.compile("原因|措施|问题|偏差|偏离")
"""Above a column that may tell of a part: of what was not done, and why."""
_ASIDE: Final = ("level", "target", "sense", "unit", "weight", "score", "other", "ordinal")
_EXPLAINED: Final = ("reason", "remark", "criterion", "verdict")
_BRACKET: Final = re.compile(r"([^()（）]{1,16})[（(]([^()（）]{6,80})[)）]\s*")
_REMARK: Final = re.compile(r"[(（].*|\s", re.DOTALL)
_OF_ROW: Final = re.compile("(?:满意度|满意率|增长率|下降率)$")
"""Whose content, or the growth of what, the row says; and the sentence is of that row."""
_RATE: Final = re.compile(r"[^\W\d]{1,14}率")
_GRADED: Final = re.compile("得分|等级|等次|评分|自评分")
"""Scores of the form, and the bands of its grades, are read elsewhere."""


def told_in_cells(form: Form, sheet: Sheet) -> Iterator[Told]:
    """Yield what the cells of a form tell, each as the passages of one paragraph.

    Args:
        form: the form.
        sheet: where its cells are noted.
    """
    heads = {id(row) for block in form.blocks for row in block.header}
    within = {id(row): block for block in form.block(INDICATORS) for row in block.rows}
    for row in form.rows:
        block = within.get(id(row))
        if block is not None:
            yield from _of_indicator(block, row, sheet)
        elif id(row) not in heads:
            for cell in row.cells:
                text = cell.text or ""
                if _tells(text) and _GRADED.search(text) is None:
                    yield (_passage(cell, row, sheet),)


def _of_indicator(block: Block, row: Row, sheet: Sheet) -> Iterator[Told]:
    levels = [cell for c in block.columns if c.role == "level" and (cell := c.cell(row))]
    name = levels[-1] if levels else None
    results = [c.cell(row) for c in block.columns if c.role == "actual"]
    result = results[-1] if results else None
    for column in block.columns:
        cell = column.cell(row)
        if cell is None or column.role in _ASIDE or not _tells(cell.text or ""):
            continue
        head = "".join(line.text(column.first) for line in block.header)
        text = halved(cell.text or "")
        standard = column.role in ("criterion", "") and _STANDARD.search(head)
        if standard or column.role == "meaning":
            yield from ((_passage(cell, row, sheet, *at),) for at in _reckoned(text))
        elif column.role == "actual":
            inside = _BRACKET.fullmatch(text)
            if inside is not None and name is not None and _tells(inside[2]):
                behind = _result(name, cell, inside[1].strip(), row, sheet)
                yield (_passage(cell, row, sheet, *inside.span(2)), *behind)
            else:
                yield (_passage(cell, row, sheet),)
        elif _RULE.search(text) is None:
            own = _passage(cell, row, sheet, 0, len(text.rstrip("。;； \n")))
            open_ = column.role in _EXPLAINED and not _DOUBT.search(head) and "%" not in text
            if open_ and name is not None and result is not None and is_number(result.text or ""):
                yield (own, *_result(name, result, (result.text or "").strip(), row, sheet))
            else:
                yield (_passage(cell, row, sheet),)


def _result(name: Cell, cell: Cell, printed: str, row: Row, sheet: Sheet) -> Told:
    """Return the name of a rate with its result, as what goes on with a sentence."""
    core = _REMARK.sub("", name.text or "")
    called = _OF_ROW.search(core) or _RATE.fullmatch(core)
    if called is None or not printed.endswith("%"):
        return ()
    at = (cell.text or "").find(printed)
    begin = name.start + max((name.text or "").rfind(called[0]), 0)
    label = Source(document=sheet.place(name, row).document, start=begin - 1, end=name.end)
    return (
        Passage(f"，{called[0]}", label),
        _passage(cell, row, sheet, at, at + len(printed)),
    )


def _passage(cell: Cell, row: Row, sheet: Sheet, first: int = 0, end: int | None = None) -> Passage:
    source = sheet.place(cell, row)
    text = (cell.text or "")[first:end]
    return Passage(
        text,
        Source(
            document=source.document,
            page=source.page,
            table=source.table,
            row=source.row,
            column=source.column,
            cell=source.cell,
            start=cell.start + first,
            end=cell.start + first + len(text),
        ),
    )


def _reckoned(text: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a standard that work something out: 实际12人/编制15人=80%."""
    for clause in _CLAUSE.finditer(text):
        left, equal, right = clause[0].partition("=")
        if equal and len(_NUMERAL.findall(left)) >= _FEWEST and _NUMERAL.search(right):
            yield clause.span()


def _tells(text: str) -> bool:
    """Whether a cell has figures to relate, and words for them."""
    numerals = len(_NUMERAL.findall(text))
    return numerals >= _FEWEST and len(text) > 3 * numerals and not is_number(text)
