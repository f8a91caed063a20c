"""What one relation of a text says: the records of its matter, and the figure it judges."""

from __future__ import annotations

from performance_rules.extraction.drafts.records import Listing, Record
from performance_rules.extraction.fixed import fixed
from performance_rules.values.quantity import Quantity

Spans = tuple[tuple[int, int], ...]


@fixed(eq=False)
class Related:
    """What one relation says.

    Attributes:
        records: the records of its matter.
        spans: where its figures stand in the document.
        claim: the figure that follows from the others.
        at: where that stands.
        home: the number of its paragraph.
        listing: parts that are said to be all of a whole.
        spare: whether it is only told where nothing else says what its claim is of.
    """

    records: tuple[Record, ...]
    spans: Spans
    claim: Quantity
    at: tuple[int, int]
    home: int
    listing: Listing | None = None
    spare: bool = False

    def with_more(
        self, *records: Record, spans: Spans = (), listing: Listing | None = None
    ) -> Related:
        """Return it with more records, and where more of its figures stand.

        Args:
            records: further records of its matter.
            spans: where the figures stand that only they are of.
            listing: parts that are said to be all of a whole.
        """
        return Related(
            (*self.records, *records),
            (*self.spans, *spans),
            self.claim,
            self.at,
            self.home,
            listing or self.listing,
            self.spare,
        )

    def told_in(self, home: int) -> Related:
        """Return it as told in a paragraph, wherever its claim stands."""
        if home == self.home:
            return self
        return Related(
            self.records, self.spans, self.claim, self.at, home, self.listing, self.spare
        )
