"""Results told in the same words as the goal, where the number stands within them.

    目标：为900户以上渔民家庭发放补贴 | 完成：全年为968户渔民家庭发放补贴

The number of the goal is the target of one indicator alone, so that what the results tell in the
same words is its result.  As elsewhere it is said to be another one where it is a slip of what the
row says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.evaluations.goals import APART, CLAUSE, indicators_of, place_of
from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.tables.cells import quantity_in
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.values.quantity import Count

_NUMBER: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_LEAD: Final = re.compile(r"^(?:全年|本年度?|年度|当年|今年|已|共|累计|计划|预计|力争|确保){1,3}")
_LEAST: Final = 4
_ROLES: Final = ("target", "actual")


def compare_framed(form: Form, top: Node, sheet: Sheet, words: EvaluationWords) -> None:
    """Say the results that are told in the words of the goal, and are none of their row.

    Args:
        form: the form.
        top: the line whose parts the indicators are.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    leaves: defaultdict[str, dict[int, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for leaf in indicators_of(top, words).values():
        if unit := _unit(leaf):
            leaves[unit][leaf.said["target"][0].value.n].append(leaf)
    for unit, aimed in leaves.items():
        named: dict[str, Node] = {}
        for text, _, _ in form.facts.get("goal", ()):
            for frame, value, _ in _framed(halved(text), unit, words):
                if len(aimed.get(value.n, ())) == 1:
                    named[frame] = aimed[value.n][0]
        for text, cell, row in form.facts.get("done", ()) if named else ():
            for frame, value, at in _framed(halved(text), unit, words):
                if frame in named:
                    _say(named[frame], value, (text, at), (cell, row), sheet)


def _say(
    leaf: Node, value: Count, told: tuple[str, int], at: tuple[Cell, Row], sheet: Sheet
) -> None:
    said, (text, start) = leaf.said["actual"][0], told
    source = place_of(text, start, *at, sheet)
    if value.n == said.value.n:
        leaf.say("actual", value, source)
    elif slip(value.n, said.value.n):
        both = sheet.draft.matter(f"{leaf.name}{UNIT}{source.start}", "", 0)
        both.say("actual", said.value, said.source or source)
        both.say("actual", value, source)
    else:
        return
    begin = at[0].start + max((at[0].text or "").find(text), 0) + start
    sheet.draft.bound_at.append((begin, begin + len(value.printed or "")))


def _unit(leaf: Node) -> str:
    """Return what the target and the result of an indicator are both counted in, if they are."""
    values = [leaf.said[role][0].value for role in ("target", "actual") if role in leaf.said]
    units = {value.unit for value in values if isinstance(value, Count)}
    return units.pop() if len(values) == len(_ROLES) and len(units) == 1 else ""


def _framed(text: str, unit: str, words: EvaluationWords) -> Iterator[tuple[str, Count, int]]:
    """Yield the numbers of a unit that stand alone in their clause, with the words around each."""
    for clause in CLAUSE.finditer(text):
        numbers = list(_NUMBER.finditer(clause[0]))
        if len(numbers) != 1 or not clause[0].startswith(unit, numbers[0].end()):
            continue
        (number,) = numbers
        left = _LEAD.sub("", plain_word(clause[0][: number.start()]))
        right = plain_word(clause[0][number.end() + len(unit) :])
        sense = next((word for word, _ in words.before if left.endswith(word)), "")
        bound = next((word for word, _ in words.behind if right.startswith(word)), "")
        frame = f"{left.removesuffix(sense)}#{right.removeprefix(bound)}"
        if len(frame) > _LEAST and not frame.endswith("#") and APART.search(frame) is None:
            value, _ = quantity_in(f"{number[0]}{unit}", "", unit, counted=True)
            if isinstance(value, Count):
                yield frame, value, clause.start() + number.start()
