"""Points that the notes of a form tell of its parts: 自评得分96分，其中产出得45.5分，效益得38分.

A note tells this form's points where it tells those of another part, or of the whole, as they are;
else it may be of another year, or of who looked at the form again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.restated.scored import key_of
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import is_number
from performance_rules.extraction.tokens.normal import halved
from performance_rules.values.quantity import Quantity

_TOLD: Final = re.compile(
    r"(?P<name>[^\W\d]{2,20}?)(?:自评|实际|实)?(?:得分|得)(?:为|是|:)?(?P<points>\d{1,3}(?:\.\d{1,2})?)分"
)
_LEAD: Final = re.compile(r"^(?:其中|分别为|分别是|即)")
_TOTAL: Final = re.compile("自评|评价|绩效|总分|总|综合|合计|最终")
_OTHERS: Final = re.compile(
    "上年|去年|往年|复核|复评|重评|再评价|抽查|核定|审核|专家|第三方|主管部门|评审|加权|折算|系数"
    "|平均|满分|应得|目标|力争|每"
)
_FULL: Final = "score"


def compare_points(form: Form, top: Node, total: Node, sheet: Sheet) -> None:
    """Say the points that the notes of a form tell of its parts otherwise.

    Args:
        form: the form.
        top: the line whose parts the indicators are.
        total: the line of the total.
        sheet: where its cells are noted.
    """
    scored = [(key_of(node.name), node) for node in _scored(top)]
    times = Counter(name for name, _ in scored)
    parts = {name: node for name, node in scored if times[name] == 1}
    taken = {id(row) for block in form.blocks for row in (*block.header, *block.rows, block.total)}
    for row in form.rows:
        for cell in row.cells if id(row) not in taken else ():
            text = halved(cell.text or "")
            if "分" not in text or is_number(text) or _OTHERS.search(text):
                continue
            found = [
                (node, value, at, told)
                for node, value, at, told in _told(text, parts, total)
                if _FULL in node.said
            ]
            right = any(value.n == node.said[_FULL][0].value.n for node, value, _, _ in found)
            for node, value, at, told in found:
                said = node.said[_FULL][0]
                if node is total or value.n == said.value.n:
                    continue
                if not right and not slip(value.n, said.value.n):
                    continue
                source = sheet.place(cell, row)
                source = evolve(
                    source, start=cell.start + at, end=cell.start + at + len(told), quote=told
                )
                both = sheet.draft.matter(f"{node.name}{UNIT}{source.start}", "", 0)
                both.say(_FULL, said.value, said.source or source)
                both.say(_FULL, value, source)
                sheet.draft.bound_at.append((cell.start + at, cell.start + at + len(told)))


def _told(
    text: str, parts: dict[str, Node], total: Node
) -> Iterator[tuple[Node, Quantity, int, str]]:
    """Yield the points of parts that a text tells, and those of the whole."""
    for told in _TOLD.finditer(text):
        name = _LEAD.sub("", told["name"])
        value, _ = quantity_in(told["points"], _FULL, "")
        node = parts.get(key_of(name))
        if node is None and _TOTAL.search(told[0]):
            node = total
        if node is not None and value is not None:
            yield node, value, told.start(), told[0]


def _scored(node: Node) -> Iterator[Node]:
    for part in node.parts:
        if _FULL in part.said and len(part.said[_FULL]) == 1:
            yield part
        yield from _scored(part)
