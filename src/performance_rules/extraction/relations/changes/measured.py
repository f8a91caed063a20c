"""A change between two measures whose unit no lexicon knows: 由1.25毫克/升降至0.95毫克/升，降幅24%.

The two are levels of one thing because the same unit stands behind both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.changes.changes import Change, direction_of
from performance_rules.extraction.tokens.quantities import count
from performance_rules.extraction.tokens.scan import Token
from performance_rules.values.quantity import SCALE

_WORDS: Final = r"[^\d,，。;:：()（）、]"
_CHANGE: Final = re.compile(
    rf"[由从自]{_WORDS}{{0,10}}(?:(?:19|20)\d\d年(?:度|末)?的?)?"
    rf"(?P<first>\d[\d,]{{0,12}}(?:\.\d{{1,6}})?)(?P<unit>[^\d,，。;、()%万亿元个]{{2,8}}?(?:/[^\d,，。;、()]{{1,4}}?)?)"
    rf"(?P<word>[降减下压缩增提上升][^\d,，。;]{{0,2}}[至到为])(?:(?:19|20)\d\d年(?:度|末)?的?)?"
    rf"(?P<second>\d[\d,]{{0,12}}(?:\.\d{{1,6}})?)(?P=unit)[,，](?P<said>[^\d,，。;]{{1,6}}?)(?:为|达|了)?"
    r"(?=\d)"
)
_CHEAP: Final = re.compile(r"[由从自]")


def measured(
    text: str, found: Sequence[Mention], home: int, words: RelationWords
) -> Iterator[Change]:
    """Yield the changes of a paragraph between two measures of one unknown unit.

    Args:
        text: the paragraph.
        found: its figures in their order.
        home: its number.
        words: the words of relations.
    """
    rates = {one.start: one for one in found if one.kind == "percent"}
    if not rates or _CHEAP.search(text) is None:
        return
    known = {one.start for one in found}
    for match in _CHANGE.finditer(text):
        rate = rates.get(match.end())
        direction = direction_of(match["said"], words)
        if (
            rate is None
            or direction is None
            or known & {match.start("first"), match.start("second")}
        ):
            continue
        if rate.left != text[match.start("said") : match.end()]:
            continue
        base, figure = (_level(match, part, home) for part in ("first", "second"))
        if base is not None and figure is not None and base.value.n > 0:
            yield Change(base, figure, None, rate, direction)


def _level(match: re.Match[str], part: str, home: int) -> Mention | None:
    """Return a level as a count of its unit, as exact as it is printed."""
    value = count(Token("q", *match.span(part), match[part], match["unit"]))
    if value is None:
        return None
    decimals = len(match[part].partition(".")[2])
    value = evolve(evolve(value, step=SCALE // 10**decimals), printed=value.printed)
    return Mention("count", value, match["unit"], *match.span(part), home=home)
