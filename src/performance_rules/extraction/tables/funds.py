"""The block of an evaluation form that rates the funds: its weight and score are an indicator's.

    资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分

The amounts are not the body's; 分值 and 得分 belong to 预算执行率, which the rows of indicators do
not repeat, so without it their weights do not make full marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from performance_rules.extraction.draft import Draft
from performance_rules.extraction.facts import Facts
from performance_rules.extraction.normal import plain_word
from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.tables.binding import Binder
from performance_rules.extraction.tables.cells import SCORES, quantity_in
from performance_rules.extraction.tables.columns import columns_of
from performance_rules.extraction.tables.context import scored
from performance_rules.extraction.tables.grid import header_height, header_paths
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.labels import MEMBERS
from performance_rules.extraction.tables.words import TableWords

NAME: Final = "预算执行率"
_RATE: Final = "执行率"


def bind_rated_funds(
    tables: Sequence[Found], draft: Draft, document: str, facts: Facts, words: TableWords
) -> None:
    """Say weight and score of the execution, where indicators with weights stand in other tables.

    Of two such blocks nothing is said: it cannot be told which indicators are of which form.

    Args:
        tables: the tables of the document, all of them read.
        draft: the report in the making.
        document: the name of the document.
        facts: kind and year of the document.
        words: the words of tables.
    """
    sheet = draft.items.get("evaluation")
    parts = sheet.parts.get(MEMBERS, []) if sheet is not None else []
    if not any("weight" in line.figures for part in parts for line in part.walk()):
        return
    blocks = [block for found in tables if (block := _block(found, words, facts)) is not None]
    if len(blocks) != 1 or any(_RATE in part.name for part in parts):
        return
    found, at, height = blocks[0]
    binder = Binder(draft, document, facts, words, found)
    bound = len(draft.bound_at)
    for row in found.rows[height:]:
        said = {name: quantity_in(row.text(index), name, "")[0] for name, index in at.items()}
        if None not in said.values():
            place = Place(item="evaluation", steps=(Step(MEMBERS, NAME),))
            for name, value in said.items():
                if value is not None:
                    binder.say_open(place, name, value, row.cells[at[name]], row)
            break
    spans = set(draft.bound_at[bound:])
    draft.unbound[:] = [one for one in draft.unbound if one.span not in spans]


def _block(
    found: Found, words: TableWords, facts: Facts
) -> tuple[Found, dict[str, int], int] | None:
    """Return a table that rates the funds, where its columns of points stand, and its height."""
    height = header_height(found.rows, words)
    texts = [plain_word(text) for row in found.rows[:height] for text in row.texts()]
    if not any(_RATE in text for text in texts):
        return None
    paths = header_paths(found.rows[:height], words)
    columns = columns_of(paths, found.rows[height:], words, item="", year=facts.year)
    at = {c.meaning.stage: c.index for c in columns if c.meaning.stage in SCORES}
    return (found, at, height) if set(at) == set(SCORES) and not scored(columns) else None
