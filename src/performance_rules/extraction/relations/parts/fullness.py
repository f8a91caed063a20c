"""What tells of a list that it leaves nothing out, or that its parts have nothing in common.

Beside the words for it, that is the number of its parts, the principle by which they are named, and
how much is missing: a list that is a single slip of the pen short of its whole is more likely whole
than one of which exactly that much was left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.partitions import is_partition
from performance_rules.extraction.figures.roles import agrees
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.figures.wholewords import WholeWords
from performance_rules.extraction.relations.parts.itemlists import ItemList
from performance_rules.extraction.relations.parts.openings import Opening
from performance_rules.text.words import has_any
from performance_rules.values.precision import HUNDRED

_NOTHING_ELSE: Final = re.compile(
    r"(?:除(?:此|这|以上|上述|前述)[^,，。;\d]{0,10}?(?:以外|之外|外)|此外|另外)[,，]?[^,，。;\d]{0,6}?"
    r"(?:再无|不再|(?:无|没有|未)[^,，。;\d]{0,6}?(?:其[他它]|别的)(?P<what>[^,，。;\d]{0,8})(?=[,，。;)]|\Z))"
    r"|(?:以上|上述)(?:各项|几项)?(?:即|就|便)?[为是][^,，。;\d]{0,8}?(?:全部|所有)的?(?P<all>[^,，。;\d]{0,10})"
    r"(?=[,，。;]|\Z)"
)
"""How a clause or a line begins that says that a list before it leaves nothing out."""
_SOME_ELSE: Final = re.compile("大额|重大|较大|单笔|新增|同类|类似|专项|重点|主要")
"""Of what there is nothing else, where there may be something smaller: 此外无其他大额支出."""
_BEFORE: Final = 48
_HOLDS: Final = re.compile(r"\((?:含|包括|包含)[^()]{1,24}\d[^()]{0,8}\)[^,，。;]{0,6}\Z")
_LONG: Final = 5
"""So many parts have a list that is believed to be whole where the numbers almost say so."""
_LEFT_OUT: Final = 100
"""And it leaves out no more than one part in so many."""
_SUBSETS: Final = 10
_FEWEST: Final = 2
_TAIL: Final = 2
_DIGITS: Final = {"exchanged": 3, "changed": 5}
"""So many digits a whole has of which it is no chance that exactly a slip of it was left out."""
_AMOUNT: Final = 2
"""By so many digits the rest of money is rounder than its parts."""
_KINDS: Final = ("类", "型", "级", "档")
_OWN: Final = ("自筹", "自有")
_AND: Final = "[和与及、]?"
_SUMS: Final = ("共", "总", "合计", "实有")


def is_slipped(listed: ItemList, whole: Mention, said: WholeWords) -> bool:
    """Whether a list that ends its sentence is a slip of the pen short of a whole said to be one.

    What is missing is rounder than every part: one digit was changed, or two were exchanged.  That
    a part of exactly as much was left out is unlikely where the whole is called a sum (共计174人)
    or the parts are named on one principle (2019年招聘、2020年招聘; 中央财政、省级财政).
    """
    total, _ = sum_of(listed.values)
    rest = whole.value.n - total
    how = slip(total, whole.value.n)
    if rest <= 0 or not _ends(listed) or how not in _DIGITS:
        return False
    given = [m.value.n for m in listed.values if m.value.n]
    more = _size(listed, whole) - _DIGITS[how]
    small = rest < min(given, default=0) or (how == "exchanged" and more > 0)
    if len(given) > _FEWEST and small and more >= 0:
        return True
    called = has_any(whole.left, _SUMS)
    if called and all(name.endswith(_KINDS) for name in listed.names):
        return True
    if called and has_any(listed.names[-1], _OWN) and is_apart(listed, said):
        return True  # 中央资金、省级配套、企业自筹: from the highest to who bears the rest
    rounder = _AMOUNT if whole.kind == "amount" else 1
    if len(given) < _FEWEST or max(map(_roundness, given)) + rounder > _roundness(rest):
        return False
    return called or len({name[-_TAIL:] for name in listed.names}) == 1


def is_overrun(listed: ItemList, whole: Mention, said: WholeWords) -> bool:
    """Whether parts that have nothing in common by their names are a slip more than their whole.

    视力9名、听力21名、肢体58名 of a whole that is ten short: nobody says that some are both.
    """
    total, _ = sum_of(listed.values)
    if len(listed.parts) <= _FEWEST or not _ends(listed) or listed.further:
        return False
    crossing = {word[0] for name in listed.names if (word := said.crossing.search(name))}
    if any(
        2 * sum(word in name for name in listed.names) <= len(listed.names) for word in crossing
    ):
        return False  # what most of them are called after is what they are divided by
    return slip(total, whole.value.n) in _DIGITS


def is_off_by_a_slip(listed: ItemList, whole: Mention) -> bool:
    """Whether one slip in the whole or in one of the parts tells why the parts do not make it."""
    total, slack = sum_of(listed.values)
    if agrees(whole.value, total, slack) or slip(total, whole.value.n) in _DIGITS:
        return True
    rest = whole.value.n - total
    return any(slip(m.value.n, m.value.n + rest) in _DIGITS for m in listed.values)


def _size(listed: ItemList, whole: Mention) -> int:
    """Return how many digits tell a whole from its neighbours, as its parts are printed."""
    return len(str(whole.value.n)) - min(
        map(_roundness, (m.value.n for m in (*listed.values, whole)))
    )


def _ends(listed: ItemList) -> bool:
    if listed.behind[:1] in ("", "。", ";", "；"):
        return True
    return listed.behind[:1] in (",", "，", ")") and not listed.further


def _roundness(n: int) -> int:
    return len(str(n)) - len(str(n).rstrip("0"))


def is_filled(listed: ItemList, whole: Mention, said: WholeWords) -> bool:
    """Whether a long list of 其中 leaves out next to nothing, and no more than a slip explains."""
    if len(listed.parts) < _LONG or listed.values[0].kind != "amount":
        return False
    if not is_apart(listed, said):
        return False
    total, _ = sum_of(listed.values)
    rest = abs(whole.value.n - total)
    return rest * _LEFT_OUT <= abs(whole.value.n) and bool(slip(total, whole.value.n))


def is_named_by(listed: ItemList, whole: Mention, said: WholeWords) -> bool:
    """Whether a whole is called after its parts, one after the other.

    水库塘坝56座，其中水库30座、塘坝26座.  What they begin with may stand but once in its name:
    渔船检验登记 of 渔船检验 and 渔船登记.  Names that people have besides others say nothing.
    """
    first, *others = listed.names
    if any(said.crossing.search(name) or len(name) < _FEWEST for name in listed.names):
        return False
    same = 0
    while all(name[same : same + 1] == first[same : same + 1] != "" for name in others):
        same += 1
    for begin in dict.fromkeys((0, same)):
        tails = [name[begin:] for name in listed.names]
        if not all(tail and tail in whole.left for tail in tails):
            continue
        named = re.escape(first[:begin]) + _AND.join(map(re.escape, tails))
        if re.search(named, whole.left) is not None:
            return True
    return False


def is_of_all(opening: Opening, listed: ItemList, said: WholeWords) -> bool:
    """Whether a list is of all by its opener or its kinds, not of how much more that has become."""
    return opening.said == "all" or is_partition(listed.names, said.partitions)


def shares_fill(found: Sequence[Mention], listed: ItemList) -> bool:
    """Whether shares stand behind all parts and make up all of the whole."""
    at = {id(one): i for i, one in enumerate(found)}
    next_to = [found[i + 1] for m in listed.values if (i := at[id(m)]) + 1 < len(found)]
    shares = [m for m in next_to if m.kind == "percent" and m.left.startswith("占")]
    if len(shares) < len(listed.parts):
        return False
    total, slack = sum_of(shares)
    return abs(total - HUNDRED) <= slack


def is_apart(listed: ItemList, said: WholeWords) -> bool:
    """Whether parts have nothing in common: money of one kind, posts, or states of things."""
    if listed.values[0].kind == "amount":
        given = [said.sources.search(name) is not None for name in listed.names]
        return len(set(given)) == 1
    if listed.values[0].unit == "分":
        return True
    posts = {post[0] for name in listed.names if (post := said.posts.match(name)) is not None}
    if len(posts) == len(listed.names):
        return True
    states = all(name.startswith(said.states) for name in listed.names)
    return states and any(name.startswith(said.absent) for name in listed.names)


def is_kinds_of(listed: ItemList, said: WholeWords) -> bool:
    """Whether many kinds of things end with all others: that some of them make the whole is chance.

    领导用车0辆、机要用车5辆、执法用车2辆、应急用车3辆、其他用车5辆.
    """
    last = listed.names[-1]
    counted = listed.values[0].kind == "count" and len(listed.parts) >= _LONG
    tails = {name[-_TAIL:] for name in listed.names}
    return counted and last.startswith(said.rest) and len(tails) == 1 and not listed.further


def is_closed(behind: str, whole: Mention) -> bool:
    """Whether words say that there is nothing of a whole but what was listed."""
    said = _NOTHING_ELSE.match(behind)
    if said is None or _SOME_ELSE.search(said["what"] or "") is not None:
        return False
    return ("收入" in (said["what"] or said["all"] or "")) == ("收入" in whole.left)


def holds_more(text: str, whole: Mention) -> bool:
    """Whether a whole names one part more in a bracket: 预算（含上年结转86.50万元）共N，其中…."""
    return _HOLDS.search(text[max(0, whole.start - _BEFORE) : whole.start]) is not None


def comes_out(listed: ItemList, whole: Mention, said: WholeWords) -> bool:
    """Whether some of the parts, or the parts with figures beside them, make the whole."""
    values = listed.values
    if len(values) > _SUBSETS:
        return False
    for size in range(2, len(values)):
        if any(agree(some, whole) for some in combinations(values, size)):
            return True
    extra = [m for m in listed.further if said.changes.search(m.left) is None]
    for size in (1, 2):
        if any(agree((*values, *some), whole) for some in combinations(extra, size)):
            return True
    return any(
        agree((*values[:i], *values[i + 1 :], one), whole)
        for i in range(len(values))
        for one in extra
    )


def agree(some: Sequence[Mention], whole: Mention) -> bool:
    """Whether figures make a whole, give or take what rounding leaves open."""
    total, slack = sum_of(some)
    return agrees(whole.value, total, slack)


def sum_of(values: Sequence[Mention]) -> tuple[int, int]:
    """Return what figures add up to, and what rounding leaves open of that."""
    return sum(m.value.n for m in values), sum(m.value.half for m in values)
