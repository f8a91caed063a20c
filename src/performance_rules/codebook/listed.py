"""Codes and names of 款 and 项 as they are listed: what a printed code may be compared with.

The list is neither whole nor read in the original, so it proves only that code and name are those
of two subjects.  It lends no name to prose: 防汛 and 图书馆 are words before they are subjects.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from performance_rules.codebook.spellings import stems
from performance_rules.values.unchanging import unchanging


@frozen(eq=False, slots=False)
class ListedItems:
    """款 and 项 of the functional classification.

    Attributes:
        names: by code, every name it has had since ``since``.
        common: names of items that stand under very many 款.
        since: the first fiscal year the list is for.
    """

    names: Mapping[str, tuple[str, ...]] = field(factory=dict, converter=unchanging)
    common: frozenset[str] = frozenset()
    since: int = 0

    @cached_property
    def codes(self) -> Mapping[str, frozenset[str]]:
        """The codes by each spelling of a name without a final 支出."""
        found: dict[str, set[str]] = {}
        for code, names in self.names.items():
            for name in names:
                for stem in stems(name):
                    found.setdefault(stem, set()).add(code)
        return unchanging({stem: frozenset(codes) for stem, codes in found.items()})

    def is_for(self, year: int) -> bool:
        """Whether the list is for a fiscal year; 0 is a year that is not known."""
        return not year or year >= self.since

    def names_of(self, code: str, year: int) -> tuple[str, ...]:
        """Return the names of a code; none where the list is silent."""
        return self.names.get(code, ()) if self.is_for(year) else ()

    def codes_of(self, name: str, year: int) -> frozenset[str]:
        """Return the codes a name stands for; none where the list is silent."""
        if not self.is_for(year):
            return frozenset()
        return frozenset().union(*(self.codes.get(stem, ()) for stem in stems(name)))

    def is_common(self, name: str) -> bool:
        """Whether a name is that of an item of many 款, alone or behind the name of a 款."""
        ends = ((own, one) for own in stems(name) for one in self.common if own.endswith(one))
        above = [own.removesuffix(one) for own, one in ends]
        return any(not one or not self.codes.keys().isdisjoint(stems(one)) for one in above)
