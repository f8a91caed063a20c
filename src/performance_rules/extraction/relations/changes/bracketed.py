"""A change whose earlier level a bracket tells behind the later one: A（上年B），减少C，下降P.

The bracket holds the level and nothing else, and the change stands in the clause right behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.changes.changes import (
    Change,
    direction_of,
    holds,
    is_change,
    is_elsewhere,
)
from performance_rules.text.years import NAMED_YEAR

_THEN: Final = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)年(?:度|末|底)?|上年度?|去年|上年末|上年底|上一年度?)"
    r"(?:同期)?(?:决算|支出|实际|完成|数|额)*[为是]?"
)
_AGAINST: Final = re.compile(
    r"\A(?:同比|(?:比|较|与)(?:(?:上年|去年)(?:度|末|同期)?|上一年度?|同期|(?P<year>(?:19|20)\d\d)年(?:度|末|同期)?)(?:相比)?)?"
)
_COMMAS: Final = ",，、"
_EACH: Final = re.compile("[每均]")
_KINDS: Final = ("amount", "count", "percent")
_MOST: Final = 2


@fixed(eq=False)
class Claim:
    """What is said of a change: its figure, its direction, the year that it is against."""

    at: Mention
    direction: str
    year: str


def bracketed(found: Sequence[Mention], words: RelationWords) -> Iterator[Change]:
    """Yield the changes whose earlier level stands in a bracket between.

    Args:
        found: the figures of a paragraph in their order.
        words: the words of relations.
    """
    for i in range(len(found) - _MOST):
        figure, base = found[i : i + 2]
        then = _then(figure, base)
        if then is None or claim_of(figure, words) is not None or is_change(figure, words):
            continue  # 减少A（上年B）: a change has a level of its own in the bracket
        made = _change(figure, base, found[i + 2 : i + 2 + _MOST], then["year"] or "", words)
        if made is not None and (holds(made) or not is_elsewhere(found, i, made)):
            yield made


def _then(figure: Mention, base: Mention) -> re.Match[str] | None:
    """Return what says that a bracket right behind a figure tells its earlier level."""
    inside = base.depth == figure.depth + 1 and base.begin == figure.close + 1
    if not inside or base.opener not in "(:" or base.right:
        return None
    if figure.kind not in _KINDS or not alike(figure.value, base.value):
        return None
    return _THEN.fullmatch(base.name)


def _change(
    figure: Mention, base: Mention, behind: Sequence[Mention], then: str, words: RelationWords
) -> Change | None:
    """Return the change that the clauses right behind a bracket tell, as far as they go."""
    years = NAMED_YEAR.findall(figure.left)
    if then and years and int(years[-1]) - int(then) != 1:
        return None
    change = rate = None
    directions: list[str] = []
    end = base.close + 1
    for one in behind:
        claim = claim_of(one, words)
        near = one.begin == end + 1 and one.opener in _COMMAS and one.depth == figure.depth
        if claim is None or not near or one.value.n < 0:
            break
        if claim.year and claim.year != (then or (str(int(years[-1]) - 1) if years else "")):
            return None
        points = one.kind == "points" and figure.kind == "percent"
        alone = one.kind != "percent" and alike(one.value, base.value)
        if change is None and rate is None and (points or alone):
            change = one
        elif rate is None and one.kind == "percent" != figure.kind:
            rate = one
        else:
            break
        directions.append(claim.direction)
        end = one.close
    if len(set(directions)) != 1:
        return None
    if change is not None and _EACH.search(figure.left) and change.value.n > figure.value.n:
        return None  # 人均A（上年B），减少C: of all of them
    return Change(base, figure, change, rate, directions[0])


def claim_of(one: Mention, words: RelationWords) -> Claim | None:
    """Return what a figure says of a change; None if its words say something else."""
    against = _AGAINST.match(one.left)
    said = one.left[against.end() :] if against is not None else one.left
    direction = direction_of(without_tail(said, words), words)
    if direction is None or said.endswith("于"):
        return None
    return Claim(one, direction, (against["year"] if against is not None else "") or "")
