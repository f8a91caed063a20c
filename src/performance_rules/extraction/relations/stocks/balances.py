"""What was there, what was spent, and what is left of it.

到位684.00万元，发放657.60万元，剩余26.40万元.  The three say what they are by their own words and
are of nothing narrower than what is spoken of.  Where other figures make up the rest, such
as what was added or taken back, none of it is said to clash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import (
    DONE,
    LEFT,
    OPENING,
    PLANNED,
    TAKEN,
    Cast,
    agrees,
    alike,
)
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.stocks.gaps import gaps
from performance_rules.extraction.relations.stocks.identities import NET, identities
from performance_rules.extraction.relations.stocks.ratedbalances import rated_balances
from performance_rules.extraction.relations.stocks.things import things
from performance_rules.text.years import NAMED_YEAR

_NEAR: Final = 14
_OTHERS: Final = 2
"""Besides what is left it takes two figures."""
_MADE_OF: Final = "由"
_END: Final = 10**9
_BACK: Final = 1
"""So many sentences back may what is left over have its figures."""


@fixed(eq=False)
class Balance:
    """Figures of which the first less the second leave the third.

    Attributes:
        received: what was there; what was carried in stands first, if it is said beside it.
        spent: what was spent.
        left: what is left.
    """

    received: tuple[Mention, ...]
    spent: Mention
    left: Mention


def balances(text: str, parts: Sequence[Cast], words: RelationWords, home: int) -> list[Balance]:
    """Return the balances that the sentences of a paragraph state.

    Args:
        text: the paragraph.
        parts: its figures, and those before it, with the parts they play.
        words: the words of relations.
        home: its number.
    """
    out: list[Balance] = []
    here = [one for one in parts if one.at.home == home]
    left = [i for i, one in enumerate(parts) if one.role == LEFT and one.at.home == home]
    if left:
        found = (_balance(parts, i, words) for i in left if parts[i].plain)
        out += [one for one in found if one is not None]
        told = {id(one.left) for one in out}
        out += [one for one in _of_things(here, words) if id(one.left) not in told]
    more = [*rated_balances(parts, home)]
    if len(here) > _OTHERS:
        own = [one.at for one in here]
        more += [*gaps(text, own), *(identities(text, own, words) if NET in text else ())]
    told = {id(one.left) for one in out}
    return [*out, *(Balance((a,), b, c) for a, b, c in more if id(c) not in told)]


def _of_things(parts: Sequence[Cast], words: RelationWords) -> Iterator[Balance]:
    """Yield what is left of each thing of a list: A安排a、使用b、结余c，B安排d、使用e、结余f."""
    for one in things(parts, words):
        if one.left is None or holds_untold((one.planned,), (one.done,), one.left):
            continue
        made = Balance((one.planned,), one.done, one.left)
        rest = one.planned.value.n - one.done.value.n - one.left.value.n
        if _fits((one.planned,), one.done, one.left) or not any(
            abs(rest) == abs(m.value.n) for m in one.near
        ):
            yield made


def _balance(parts: Sequence[Cast], at: int, words: RelationWords) -> Balance | None:
    left = parts[at].at
    if at + 1 < len(parts) and parts[at + 1].at.left.startswith(_FOLLOWS):
        return None  # 年末结转A，是由年初B加上…: what made it stands behind
    around = parts[max(0, at - _NEAR) : at + _NEAR]
    near = [one for one in around if alike(one.at.value, left.value)]
    before = [one for one in near if one.order < parts[at].order and one.at.depth == left.depth]
    spent = next((one for one in reversed(before) if one.role == DONE), None)
    if spent is None or not spent.plain or left.sentence - spent.at.sentence > _BACK:
        return None
    behind = [one for one in before if one.order < spent.order]
    there = _there(behind, words)
    if there is None or spent.at.sentence - there.at.sentence > _BACK:
        return None
    if there.at.home != left.home and not there.plain:
        return None  # the line above is of something narrower
    if left.sentence != spent.at.sentence and _is_of_a_kind(left, spent.at, there.at):
        return None
    if _is_listed(before, spent, there, words):
        return None
    years = _years(spent.at) | _years(there.at)
    if _between(before, spent, parts[at]) or (years and _years(left) - years):
        return None
    opening = [
        one
        for one in behind
        if one.role == OPENING and not _opens(one, words) and one.at.sentence == there.at.sentence
    ]
    if there.at.value.n < spent.at.value.n and not opening:
        return None  # more was spent than was there: of another thing
    received = (*(one.at for one in opening[-1:]), there.at)
    for said in (received, (there.at,)):
        if _fits(said, spent.at, left):
            return Balance(said, spent.at, left)
    if any(agrees(left.value, n, slack) for n, slack in _readings(near, left)):
        return None
    within = [one for one in before if there.order <= one.order]
    moved = any(word in one.at.left + one.at.right for one in within for word in words.moved)
    if not opening and holds_untold((there.at,), (spent.at,), left):
        return None
    if len(opening) > 1 or moved or any(one.role == TAKEN for one in near):
        return None
    return Balance(received if opening and not _whole(there) else (there.at,), spent.at, left)


def holds_untold(came: Sequence[Mention], spent: Sequence[Mention], left: Mention) -> bool:
    """Whether a balance may hold what was carried in, of which nothing is told.

    收入A，支出B，年末结转C: the income of one year less its expenditure is not all that is left.

    Args:
        came: what there was.
        spent: what was spent.
        left: what is left.
    """
    income = all(_INCOME.search(one.left) and not _CARRIED.search(one.left) for one in came)
    more = left.value.n > sum(m.value.n for m in came) - sum(m.value.n for m in spent)
    return len(spent) == 1 and income and more and _CLOSING.search(left.left) is not None


_INCOME: Final = re.compile("收入(?:决算)?(?:数|合计)?(?:为|共|计)?\\Z")
_CARRIED: Final = re.compile("[总含]|可用")
_CLOSING: Final = re.compile("[年期]末|结转")
"""What the balance of the accounts is called, which holds that of the year before."""
_FOLLOWS: Final = ("是由", "系由", "由", "等于")


def _is_of_a_kind(left: Mention, spent: Mention, there: Mention) -> bool:
    """Whether a sentence of its own tells what is left of one kind: 项目结转A, behind 总支出."""
    kind = _KIND.search(left.left)
    return kind is not None and not any(kind[0] in f"{m.label}{m.left}" for m in (spent, there))


def _is_listed(before: Sequence[Cast], spent: Cast, there: Cast, words: RelationWords) -> bool:
    """Whether what was spent is one of the parts of the whole: 支出A，其中人员经费B，项目支出C."""
    inside = [one for one in before if there.order < one.order <= spent.order]
    first = next((i for i, one in enumerate(inside) if _opens(one, words)), None)
    if first is None or inside[first].at.part != spent.at.part:
        return False
    listed = inside[first:]
    total = sum(one.at.value.n for one in listed)
    slack = sum(one.at.value.half for one in listed)
    kind = _KIND.search(spent.at.left)
    of_kind = kind is not None and kind[0] not in there.at.name
    return agrees(there.at.value, total, slack) or of_kind


_KIND: Final = re.compile("项目|专项|基本(?=支出|经费)")


def _years(one: Mention) -> set[str]:
    """Return the years that the words before a figure name; that of the end of one is its own."""
    return set(NAMED_YEAR.findall(one.left))


def _there(behind: Sequence[Cast], words: RelationWords) -> Cast | None:
    """Return what was there: the last that is of nothing narrower, or the thing just named."""
    listed = {one.at.sentence: one.at.start for one in reversed(behind) if _opens(one, words)}
    own = [one for one in behind if one.plain or one.at.start < listed.get(one.at.sentence, _END)]
    found = next((one for one in reversed(own) if one.role == PLANNED), None)
    if found is None or found.plain:
        return found
    beside = [one for one in own if one.role == PLANNED and one.at.sentence == found.at.sentence]
    if len(beside) == 1:
        return found
    # 到位A，县级配套到位B: the second is of a part; 中央资金A，省级资金B: each is.
    whole, more = beside[0], beside[1:]
    narrower = all(
        one.head == whole.head and one.at.value.n < whole.at.value.n and not one.plain
        for one in more
    )
    return whole if whole.plain and narrower else None


def _opens(one: Cast, words: RelationWords) -> bool:
    """Whether a list of parts begins with a figure: 其中A, 由A和B构成."""
    opened = one.topic.startswith((*words.parts, _MADE_OF))
    return opened or one.at.left.startswith(words.parts)


def _between(before: Sequence[Cast], spent: Cast, left: Cast) -> bool:
    """Whether another figure than a part of what was spent stands before what is left."""
    inside = [one for one in before if spent.order < one.order < left.order]
    return any(one.role in (PLANNED, LEFT, OPENING, TAKEN) for one in inside)


def _whole(there: Cast) -> bool:
    """Whether what was there already counts what was carried in: 可用资金, 收入总计."""
    return there.head.startswith(("可用", "总")) or there.head.endswith(("总计", "总量", "共计"))


def _fits(received: Sequence[Mention], spent: Mention, left: Mention) -> bool:
    n = sum(one.value.n for one in received) - spent.value.n
    slack = sum(one.value.half for one in (*received, spent))
    return agrees(left.value, n, slack)


def _readings(near: Sequence[Cast], left: Mention) -> Iterator[tuple[int, int]]:
    """Yield what could be left by any other reading of the figures beside it.

    What was there and what was carried in, less what was spent and what was taken back, give or
    take one figure more; or with something else that is left as well.
    """
    others = [one.at for one in near if one.at is not left]
    there = [one.at for one in near if one.role in (PLANNED, "")]
    opening = [None, *(one.at for one in near if one.role == OPENING)]
    spent = [one.at for one in near if one.role in (DONE, "")]
    for a, o, s in product(there[:6], opening[:3], spent[:6]):
        if a is s:
            continue
        used = [one for one in (a, o, s) if one is not None and one is not left]
        n = a.value.n + (o.value.n if o is not None else 0) - s.value.n
        slack = sum(one.value.half for one in used)
        yield n, slack
        for other in others:
            if other not in used:
                yield n + other.value.n, slack + other.value.half
                yield n - other.value.n, slack + other.value.half
