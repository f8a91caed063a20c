"""Which of two figures a sentence says is the higher one.

Directions (超收, 高于目标), limits (控制在预算之内, 其中) and grades (得分…，等级为良) are that.
"""

from __future__ import annotations

from typing import Final, Literal

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.values.quantity import Count

Order = Literal["up", "down", "above", "below", "at_least", "at_most"]
_MARKS: Final = frozenset("。;!?,，:、()|")
_FAR: Final = 60


@fixed(eq=False)
class Ordering:
    """Two figures, and which of them a sentence says is the higher one.

    Attributes:
        figure: the figure that is compared.
        base: what it is compared with.
        order: how they stand to each other, as the sentence says.
        against: ``prior`` of an earlier time, else ``target``.
        wording: the words that say so.
        change: how far they are said to be apart.
        rate: the same in per cent of the base.
        name: what they are of, where the words before them do not say it.
        inferred: which inference it rests on, where only the place of the two says that they
            belong together; such a one is for a person to look at.
    """

    figure: Mention
    base: Mention
    order: Order
    wording: str
    against: Literal["prior", "target"] = "target"
    change: Mention | None = None
    rate: Mention | None = None
    name: str = ""
    inferred: str = ""

    @property
    def claim(self) -> Mention:
        """The figure that is judged by the others."""
        return self.change or self.rate or self.figure


def clause_start(text: str, at: int) -> int:
    """Return where the words before a place begin, behind the last mark, within 60."""
    first = max(0, at - _FAR)
    for i in range(at - 1, first - 1, -1):
        if text[i] in _MARKS:
            return i + 1
    return first


def comparable(one: Mention, other: Mention, words: RelationWords) -> bool:
    """Whether two figures count or measure the same: 58名 and 55人 do."""
    if alike(one.value, other.value):
        return one.kind == other.kind
    if not isinstance(one.value, Count) or not isinstance(other.value, Count):
        return False
    return words.units.get(one.unit, one.unit) == words.units.get(other.unit, other.unit)
