"""What a document is about, and which column of a report a stage and a year mean in it."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.wording import Outline, Wording
from performance_rules.report.model import BASE_OF_PRIOR
from performance_rules.text.likeness import in_order
from performance_rules.text.words import has_any

PLAIN: Final = "budget"
"""The stage of a plain 预算 in final accounts: the initial or the adjusted one."""

FAR: Final = -9
"""The distance of a year whose distance is not known, or that no column is for."""

COLUMNS: Final = (0, -1)
"""How far the years lie that a report has columns for: this one and the one before."""

CANDIDATES: Final = ("adjusted_budget", "initial_budget")
"""What a plain 预算 may mean, the later one first."""

PRIOR: Final = ("prior", "prior_budget")
"""The columns of the year before."""

BUDGETS: Final = (PLAIN, *CANDIDATES)
"""All stages of this year's budget."""

_BUDGET: Final[dict[str, tuple[str | None, str | None]]] = {
    "initial_budget": ("initial_budget", "prior_budget"),
    "budget": ("initial_budget", "prior_budget"),
    "adjusted_budget": ("adjusted_budget", None),
    "execution": ("final", "prior"),
    "final": ("final", "prior"),
    "": ("initial_budget", None),
}
_FINAL: Final[dict[str, tuple[str | None, str | None]]] = {
    "initial_budget": ("initial_budget", "prior_budget"),
    "budget": (PLAIN, "prior_budget"),
    "adjusted_budget": ("adjusted_budget", None),
    "execution": ("final", "prior"),
    "final": ("final", "prior"),
    "": ("final", "prior"),
}


_BODY: Final = 3
"""The name of a body has so many characters."""
_REGION: Final = re.compile(r"^.*[县区市省州旗盟](?=..)")
"""The place in the name of a body: what is left is its own name."""
_UNDER: Final = re.compile(".*?(.)[直级属][属各]{0,2}(?:部门|单位|机关)")
"""Bodies directly under a place, by the place that they are under."""


def _joins_bodies(name: str, wording: Wording) -> bool:
    """Whether one of the names that a name joins is that of a body: 局机关及下属单位."""
    words, bodies = wording.outline, wording.bodies
    for word in words.joined:
        name = name.replace(word, "|")
    ends = (*words.units, *bodies.ends, *words.parts, *bodies.own)
    return any(one.endswith(ends) for one in name.split("|") if one)


@fixed
class Facts:
    """Kind, fiscal year and body of a document."""

    kind: str
    year: int | None = None
    entity: str = ""

    def is_other_body(self, name: str, wording: Wording) -> bool | None:
        """Whether a name is that of a body other than the document's; None if of no body.

        我局 and 本单位 are the document's, 下属…站, 局机关 and 区本级 are a part of it; 全镇 is the
        document's where that is the report of a 镇.
        """
        words, bodies = wording.outline, wording.bodies
        if name in bodies.own:
            return False
        if name.endswith(words.parts) or name.startswith(words.below):
            return not self.entity.endswith(name)
        if name[:1] in words.mine and name[1:].endswith((*bodies.ends, *words.areas)):
            # 该中心 in the report of a 局 is the one just named.
            return name[:1] in words.pointing and not self.entity.endswith(name[1:])
        if name[:1] in words.every and name[1:] in words.areas:
            own = self.entity.removesuffix("人民政府")
            return not own.endswith(name[1:]) if own else None
        if has_any(name, words.joined):
            return False if _joins_bodies(name, wording) else None  # 续建配套与现代化改造
        if len(name) < _BODY or name in words.plainly:
            return None
        return self.is_other(name) if name.endswith((*words.units, *bodies.ends)) else None

    def is_directly_under(self, name: str, words: Outline) -> bool | None:
        """Whether a name is of the bodies under a place, and not of the place; None if of neither.

        区直部门 and 县级各单位 are a part of what a report of the place counts.
        """
        under = _UNDER.fullmatch(name)
        return None if under is None or under[1] not in words.places else under[0] != self.entity

    def is_other(self, name: str) -> bool:
        """Whether the name of a body is not that of the document's, nor a short form of it."""
        mine = self.entity
        core = _REGION.sub("", mine)
        place, beside = mine.removesuffix(core), name.removesuffix(core)
        if core and place and beside and name.endswith(core):
            # 邻县林业局 is not 清河县林业局; 清河林业局 and 县林业局 are.
            return not (place.endswith(beside) or place[:-1].endswith(beside) or mine in name)
        return (
            bool(core) and core not in name and not (in_order(name, mine) or in_order(mine, name))
        )

    @property
    def is_budget(self) -> bool:
        """Whether the document is a budget, so that a plain 预算 is this year's initial one."""
        return self.kind == "budget"

    @property
    def self_evaluation(self) -> bool:
        """Whether the document reports the values of its indicators."""
        return self.kind == "self_evaluation"

    @property
    def of_project(self) -> bool:
        """Whether the document evaluates projects, and not the body as a whole."""
        return self.kind == "project_evaluation"

    def distance(self, year: str) -> int | None:
        """Return how far a year is from the document's: 0 this year, -1 last year."""
        number = int(year)
        if number <= 0:
            return number
        return None if self.year is None else number - self.year

    def column(self, stage: str, distance: int | None) -> str | None:
        """Return the column that a stage of a year is, or None where the report has none."""
        columns = (_BUDGET if self.is_budget else _FINAL).get(stage)
        if columns is None or distance not in COLUMNS:
            return None
        return columns[-distance]

    def against(self, stage: str, distance: int | None, column: str) -> str | None:
        """Return the column a figure is compared with.

        Args:
            stage: the stage the clause names; empty for none.
            distance: the year the clause names; None for none.
            column: the column of the figure.
        """
        if stage:
            return self.column(stage, 0 if distance is None else distance)
        if distance == -1:
            base = BASE_OF_PRIOR.get(column, "prior")
            return base if column != base else None
        return column if distance == 0 else None
