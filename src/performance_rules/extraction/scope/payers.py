"""Who pays for a line: 项目支出N，由一般公共预算安排A、基金安排B.

A fund that 安排 so much has not spent all that it has: it pays a part of what is spoken of.  Only
where that is all the expenditure, or nothing is spoken of, is it the expenditure of its account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import source_of
from performance_rules.extraction.tokens.scan import Token, is_scope

_SPENT: Final = "expenditure"
_SOURCE: Final = "by_source"
_PAYS: Final = re.compile("(?:预算|资金)*(?:安排|列支|承担|负担)")


def paid_by(reading: Reading, phrase: Token | None, places: Places) -> Places:
    """Return the part of a line that an account pays for; other lines as they are.

    Args:
        reading: the piece that is read.
        phrase: the name of the account, if one stands there.
        places: the lines that it means by itself.
    """
    if phrase is None or not is_scope(phrase) or phrase.sides or places[0].side != _SPENT:
        return places
    if places[0].steps or places[0].item:
        return places
    plain = reading.run.plain
    by = plain.endswith("由", 0, phrase.start)
    if not by and _PAYS.match(plain, phrase.end) is None:
        return places
    whole = next(_spoken_of(reading), Place())
    if whole.dimension == _SOURCE and whole.parent is not None:
        whole = whole.parent
    if whole.side != _SPENT or not whole.steps:
        return places
    return (source_of(whole, places[0].account, _SPENT),)


def _spoken_of(reading: Reading) -> Iterator[Place]:
    """Yield what is spoken of: by the clause, the paragraph, the item and its heading."""
    context = reading.context
    yield from context.now.own[:1]
    yield from (level.place for level in context.levels_near[-1:])
    for frame in reversed(context.frames):
        if frame.below is not None:
            yield frame.below.whole
        yield from frame.subjects[:1] or frame.weak[:1]
