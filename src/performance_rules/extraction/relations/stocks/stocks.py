"""The figures of the last paragraphs, with what they are to a stock of money or things."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.flows import Flow, flows_of
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.movementwords import (
    LEAVES,
    WHOLE,
    movement_words,
)
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.stocks.balances import holds_untold
from performance_rules.extraction.relations.stocks.movements import Movement
from performance_rules.extraction.tokens.normal import Run
from performance_rules.text.words import has_any

_ENDINGS: Final = (LEAVES, WHOLE)
_BECOME: Final = re.compile("后|全年|最终|年度|调整预算")
"""Without which no budget is what it became."""
_FLOWS: Final = 40
_PARAGRAPHS: Final = 9
"""What was there stands some sentences before what is left, and each paragraph is one at least."""


@lru_cache(maxsize=1)
def _ends() -> tuple[str, ...]:
    """Return the words without which no figure is left of a stock, or all of it."""
    known = movement_words()
    stocks = (*known.stocks.words, *known.rest, *known.owed, *known.present)
    words = {*stocks, *known.wholes, *known.sums, "盈余"}
    longer = {word for word in words for other in words if other != word and other in word}
    return tuple(sorted(words - longer))


def _may_end(text: str) -> bool:
    """Return whether a paragraph may tell what is left of a stock, or all that was there."""
    if has_any(text, _ends()):
        return True
    return ("预算" in text or "指标" in text) and _BECOME.search(text) is not None


@define(eq=False)
class _Paragraph:
    run: Run
    found: Sequence[Mention]
    flows: list[Flow] | None = None

    def read(self, words: RelationWords) -> list[Flow]:
        """Return what its figures are to a stock."""
        if self.flows is None:
            self.flows = flows_of(self.run, self.found, words)
        return self.flows


@define(eq=False)
class Flows:
    """The last paragraphs, with what their figures are to a stock.

    What they are is only found out where a paragraph may tell how it ended.
    """

    _paragraphs: deque[_Paragraph] = field(factory=lambda: deque(maxlen=_PARAGRAPHS))

    def read(self, run: Run, found: Sequence[Mention], words: RelationWords) -> list[Flow]:
        """Read a paragraph; return its figures behind the last of those before it.

        Args:
            run: the paragraph.
            found: its figures.
            words: the words of relations.

        Returns:
            Nothing where no figure of it can be what is left of a stock, or all that was there.
        """
        if found:
            self._paragraphs.append(_Paragraph(run, found))
        if not found or not _may_end(run.plain):
            return []
        own = self._paragraphs[-1].read(words)
        if not any(one.kind in _ENDINGS for one in own):
            return own  # what stands before is asked only for what a figure ends
        before = [one.read(words) for one in islice(self._paragraphs, len(self._paragraphs) - 1)]
        return [*[one for flows in before for one in flows][-_FLOWS:], *own]


def is_left_of_another(one: Movement, around: Sequence[Mention]) -> bool:
    """Whether what is left is that of more than came: of another figure, or of what was there."""
    if holds_untold(one.came, one.went, one.left):
        return True
    if len(one.came) != 1 or len(one.went) != 1:
        return False
    whole = one.left.value.n + one.went[0].value.n
    if whole == one.came[0].value.n:
        return False
    return any(m.value.n == whole and type(m.value) is type(one.left.value) for m in around)
