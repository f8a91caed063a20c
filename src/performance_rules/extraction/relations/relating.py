"""The figures of one paragraph after the other, and what is related of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import define, evolve, field

from performance_rules.extraction.context import Context
from performance_rules.extraction.normal import Run
from performance_rules.extraction.relations.balances import balances
from performance_rules.extraction.relations.changes import changes
from performance_rules.extraction.relations.making import Maker, Related
from performance_rules.extraction.relations.mentions import Mention, mentions_of
from performance_rules.extraction.relations.portions import portions
from performance_rules.extraction.relations.products import products
from performance_rules.extraction.relations.rates import rates
from performance_rules.extraction.relations.roles import cast
from performance_rules.extraction.relations.totals import totals
from performance_rules.extraction.relations.words import relation_words
from performance_rules.extraction.scan import Token

_FEWEST: Final = 3
_NEAR: Final = 12
"""So many figures of the paragraphs before may belong to one that follows."""


@define(eq=False)
class Relations:
    """What the paragraphs of a document relate of their own figures, one after the other.

    A paragraph may go on where the one before it ended: what was there stands in one, what is left
    in the next.

    Attributes:
        found: the relations so far.
    """

    found: list[Related] = field(factory=list)
    _recent: list[Mention] = field(factory=list)
    _runs: dict[int, Run] = field(factory=dict)
    _section: str = ""
    _sentences: int = 0
    _homes: int = 0

    def read(self, run: Run, tokens: Sequence[Token], context: Context) -> list[Mention]:
        """Read a paragraph; its figures are returned.

        Args:
            run: the paragraph.
            tokens: its tokens as they were scanned.
            context: where it stands.
        """
        words = relation_words()
        if context.section != self._section:
            self._recent, self._runs, self._section = [], {}, context.section
        if not tokens:
            return []
        own = mentions_of(run.plain, tokens, tokens[0].start, tokens[-1].end)
        before, home = self._sentences, self._homes
        own = [evolve(m, sentence=m.sentence + before, home=home) for m in own]
        self._sentences, self._homes = max((m.sentence for m in own), default=before) + 1, home + 1
        self._runs[home] = run
        near = [*self._recent, *own]
        self._recent = near[-_NEAR:]
        if len(near) < _FEWEST:
            return own
        maker = Maker(self._runs, context.section, context.facts.is_budget)
        parts = cast(near, words)
        made = [
            *map(maker.product, products(run.plain, own, words)),
            *map(maker.balance, balances(parts, words)),
            *map(maker.rate, rates(parts, words)),
            *map(maker.change, changes(own, words)),
            *map(maker.total, totals(parts, words)),
            *map(maker.portion, portions(near, words)),
        ]
        self.found += [one for one in made if one.home == home]
        return own
