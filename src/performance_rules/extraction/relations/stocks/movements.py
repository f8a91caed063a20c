"""A stock from one end of a time to the other: what opened it, came, went, and is left of it.

年初余额41亿元，新增7亿元，偿还3亿元，年末余额45亿元.  Nothing is said to clash where any choice
among the figures comes out right, where something came or went besides, or where the figures may
be of different things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, field

from performance_rules.extraction.figures.flows import Flow, of_fund, without_parts
from performance_rules.extraction.figures.mentions import Mention, order
from performance_rules.extraction.figures.movementwords import (
    ASIDE,
    COMES,
    GOES,
    LEAVES,
    OPEN,
    SPENT,
    WHOLE,
    movement_words,
)
from performance_rules.extraction.figures.plans import changes_plainly
from performance_rules.extraction.figures.roles import agrees, alike, names_a_thing
from performance_rules.extraction.figures.sameness import (
    UNTIL,
    is_carried_in,
    nothing_besides,
    of_several,
    same_budget,
    same_thing,
    same_years,
)
from performance_rules.extraction.figures.standings import AT
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.normal import Run
from performance_rules.text.years import WRITTEN_FULL_YEAR

_BACK: Final = 24
_CHOICES: Final = 8
_HOLDS: Final = re.compile(r"\((?:其中)?:?(?:含|包括|包含)?(?:使用)?(?:年初|期初|上年|以前年度)")
_ALL: Final = ("合计", "总计")
_MOVED: Final = re.compile("收回|上缴|调出|退回|交回|缴回|另|划|核减|追加|含|节约|节支|节余|分配")
_SENTENCES: Final = 6  # so far back may what was there stand


@fixed(eq=False)
class Movement:
    """Figures of which the first ones less the next ones are what is left.

    Attributes:
        came: what was there and what came.
        went: what went.
        left: what is left.
    """

    came: tuple[Mention, ...]
    went: tuple[Mention, ...]
    left: Mention

    @property
    def fits(self) -> bool:
        """Whether what came less what went is what is left, as exactly as it is printed."""
        n = sum(one.value.n for one in self.came) - sum(one.value.n for one in self.went)
        return agrees(self.left.value, n, sum(one.value.half for one in (*self.came, *self.went)))


@fixed(eq=False)
class _Account:
    """The figures between what was there and what is left.

    Attributes:
        base: all that was there, or what opened the stock; None where neither is said.
        comes, goes: what came and went.
        unclear: what may have come or gone.
        beside: figures of comparisons and parts.
    """

    base: Flow | None = None
    comes: list[Flow] = field(factory=list)
    goes: list[Flow] = field(factory=list)
    unclear: list[Flow] = field(factory=list)
    beside: list[Flow] = field(factory=list)


def movements(
    flows: Sequence[Flow], home: int, runs: Mapping[int, Run], words: RelationWords
) -> list[Movement]:
    """Return the movements whose end stands in a paragraph.

    Args:
        flows: its figures and those of the paragraphs before it.
        home: the number of the paragraph.
        runs: the paragraphs by their numbers.
        words: the words of relations.
    """
    found = []
    for at, one in enumerate(flows):
        if one.kind != LEAVES or one.at.home != home:
            continue
        made = at + 1 < len(flows) and flows[at + 1].at.left.startswith(("是由", "系由", "等于"))
        account = (None if made else _behind(flows, at, words)) or _ahead(flows, at)
        near = [f for f in flows[at + 1 : at + 3] if f.at.sentence - one.at.sentence <= 1]
        after = [f for f in near if _MOVED.search(f.said + f.at.right)]
        own = _movement(account, one, after, runs, words) if account is not None else None
        if own is not None and (own.fits or not of_several(flows[:at], own.came, one)):
            found.append(own)
    return found


def _behind(flows: Sequence[Flow], at: int, words: RelationWords) -> _Account | None:
    """Return the account that ends with a figure, read backwards from it."""
    end = flows[at]
    account = _Account()
    base = None
    nets: list[Flow] = []
    for i in range(at - 1, max(-1, at - _BACK), -1):
        one = flows[i]
        if end.at.sentence - one.at.sentence > _SENTENCES:
            break
        if not alike(one.at.value, end.at.value):
            continue
        if one.kind == ASIDE or one.part:
            account.beside.append(one)
        elif one.net and end.turn is not None:
            nets.append(one)
        elif end.net and one.turn is not None:
            break  # what was there before has no part in what a year leaves
        elif one.kind in (WHOLE, OPEN) or _is_there(one, end):
            if one.plan != end.plan and one.kind == OPEN:
                (account.comes if is_carried_in(one, end) else account.unclear).append(one)
                continue
            base = i
            break
        elif one.kind == LEAVES:
            return _taken_apart(one, account, end)
        else:
            _sort(account, one, end)
    if base is None:
        return _single(account, end)
    if flows[base].plan and flows[base].kind == LEAVES:
        return evolve(account, base=evolve(flows[base], kind=WHOLE))
    if not _with_nets(account, nets):
        return None
    if flows[base].kind != WHOLE:
        for one in reversed(flows[:base]):
            if one.kind != COMES or one.part or one.at.sentence != flows[base].at.sentence:
                break
            account.comes.append(one)
        if not account.comes:
            account.comes.extend(_income(flows[:base], flows[base]))
    elif end.plan:
        return None
    if end.plan and flows[base].plan and not (account.comes or account.goes or account.unclear):
        for one in flows[at + 1 : at + _CHOICES]:
            if one.at.part != end.at.part or not changes_plainly(one.said, words):
                break
            _sort(account, one, end)
    if not account.goes and flows[base].kind == WHOLE:
        account.goes.extend(_listed(account.beside, end))
    return _Account(flows[base], account.comes, account.goes, account.unclear, account.beside)


def _listed(parts: Sequence[Flow], end: Flow) -> list[Flow]:
    """Return what went, of a list that what is left ends: 支出方包括:本年支出A,年末结转B."""
    here = [one for one in parts if one.at.sentence == end.at.sentence and one.part]
    return here if all(one.kind == GOES for one in here) and not end.part else []


def _income(before: Sequence[Flow], base: Flow) -> Iterator[Flow]:
    """Yield what came in all, of the sentence before: 收入合计A。年初结转B."""
    for one in reversed(before[-_CHOICES:]):
        if base.at.sentence - one.at.sentence > 1:
            return
        if one.kind == WHOLE and not one.part:
            if one.said.endswith("收入合计"):
                yield evolve(one, kind=COMES)
            return


def _taken_apart(base: Flow, account: _Account, end: Flow) -> _Account | None:
    """Return the account of a sum that is taken apart, with what is left of it as the last part.

    结余740万元，其中收回325万元，调剂280万元，剩余135万元.
    """
    parts = account.beside
    apart = all(one.part and one.kind == GOES for one in parts) and not account.comes
    if not parts or not apart or account.goes or account.unclear or end.turn is not None:
        return None
    if not _bare(end) or base.at.sentence != end.at.sentence:
        return None
    return _Account(base, [], parts)


def _bare(end: Flow) -> bool:
    """Whether a figure is called what is left, and nothing else."""
    return end.said in movement_words().rest


def _is_there(one: Flow, end: Flow) -> bool:
    """Whether a figure that is left of something else is all that was there for another one."""
    if one.kind != LEAVES:
        return False
    return _opens(one, end) or (one.plan and not end.plan)


def _with_nets(account: _Account, nets: Sequence[Flow]) -> bool:
    """Whether what a year leaves is of what came and went in it; alone it is what came."""
    if not nets:
        return True
    if len(nets) > 1 or account.unclear:
        return False
    net = nets[0]
    if not (account.comes or account.goes):
        account.comes.append(net)
        return True
    account.beside.append(net)
    came = [one.at.value for one in account.comes]
    went = [one.at.value for one in account.goes]
    slack = sum(value.half for value in (*came, *went))
    return agrees(net.at.value, sum(v.n for v in came) - sum(v.n for v in went), slack)


def _sort(account: _Account, one: Flow, end: Flow) -> None:
    kind = of_fund(one, end) or one.kind
    worn = one.said.endswith(("折旧", "摊销")) and end.turn and end.turn.stock.endswith("净值")
    if kind in (GOES, SPENT) or (worn and not kind):
        account.goes.append(one)
    else:
        (account.comes if kind == COMES else account.unclear).append(one)


def _single(account: _Account, end: Flow) -> _Account | None:
    """Return an account whose base is the one figure that came in, if it is one."""
    if len(account.comes) != 1 or not account.goes or end.plan:
        return None
    base = account.comes[0]
    if any(one.at.start < base.at.start and one.at.home == base.at.home for one in account.goes):
        return None
    return _Account(base, [], account.goes, account.unclear, account.beside)


def _opens(one: Flow, end: Flow) -> bool:
    """Whether what is left at the end of a year opens the one that ends with another figure."""
    if one.turn is None or end.turn is None or one.turn.side != AT:
        return False
    return end.turn.year is None or end.turn.year == (one.turn.year or 0) + 1


def _ahead(flows: Sequence[Flow], at: int) -> _Account | None:
    """Return the account of a figure that stands before what made it: 年末余额…，年初余额…."""
    end = flows[at]
    if end.turn is None and not end.plan:
        return None
    account, base = _Account(), None
    for one in flows[at + 1 :]:
        if one.at.home != end.at.home or (base is not None and one.at.part != base.at.part):
            break
        if not alike(one.at.value, end.at.value) or one.at.sentence - end.at.sentence > 1:
            continue
        if one.kind == ASIDE or (one.part and not end.plan):
            account.beside.append(one)
        elif base is None:
            if one.kind != OPEN or not _is_same_stock(one, end):
                return None
            base = one
        elif end.plan and not one.part:
            break
        elif is_carried_in(one, end):
            account.comes.append(one)
        elif one.kind in (OPEN, WHOLE, LEAVES):
            return None
        else:
            _sort(account, one, end)
    return _Account(base, account.comes, account.goes, account.unclear) if base else None


def _is_same_stock(one: Flow, end: Flow) -> bool:
    if one.turn is None or end.turn is None:
        return one.plan and end.plan and one.part
    return one.turn.stock == end.turn.stock


def _movement(
    account: _Account,
    end: Flow,
    after: Sequence[Flow],
    runs: Mapping[int, Run],
    words: RelationWords,
) -> Movement | None:
    base = account.base
    if base is None or not (account.goes or account.comes):
        return None
    spent = next((one for one in account.goes if one.kind == SPENT), None)
    goes = [spent] if spent is not None else without_parts(account.goes)
    comes = [base] if base.kind in (WHOLE, COMES) or base.at is end.at else [base, *account.comes]
    if not goes and base.kind != OPEN:
        return None
    made = Movement(_in_order(comes), _in_order(goes), end.at)
    if made.fits:
        return made
    if not base.at.depth and _HOLDS.match(runs[end.at.home].plain, end.at.end):
        return None  # 结转A（含年初结转B）
    if spent is not None and spent.said.endswith(_ALL) and spent.at.value.n == base.at.value.n:
        return None  # 收入合计A，支出合计A，其中结转B: it is counted in the sum
    used = [*comes, *goes, end]
    if sum(one.value.n for one in made.came) < sum(one.value.n for one in made.went):
        return None  # more went than came: not all that came is told
    both = (account.comes and goes) or any(one.net for one in account.comes)
    if end.plan and not same_budget(base, [*account.comes, *account.goes], end, words):
        return None
    if base.at.home != end.at.home and names_a_thing(end.at, words):
        return None  # 2.趸船大修:结余N, below a line of another thing
    if base.turn is not None and base.kind == OPEN and not both:
        return None  # only one side of what came and went is told
    if base.kind == COMES and base.at is not end.at and not _is_plain(base, goes, spent, words):
        return None
    after = [one for one in after if one not in used]
    if any(one.kind == GOES and one.at.sentence == end.at.sentence for one in after):
        return None
    if end.part or not _is_clear(account, spent, end):
        return None
    if not (same_thing(used, words) and same_years(used) and nothing_besides(used, runs)):
        return None
    if spent is not None and _is_said(base, spent, end, runs):
        return made
    added = [one for one in account.goes if one not in goes]
    carried = [f for f in used[1:-1] if is_carried_in(f, end)]
    moved = [f for f in used[1:-1] if end.plan and changes_plainly(f.said, words)]
    if end.plan and len(moved) + len(carried) == len(used) - 2:
        fixed = sum(m.value.n for m in made.came) - sum(m.value.n for m in made.went)
        account = _Account(None, [], [], account.unclear, [*account.beside, *carried])
        return None if _comes_right(account, end, after, added, fixed) else made
    return None if _comes_right(account, end, after, added) else made


def _is_plain(base: Flow, goes: Sequence[Flow], spent: Flow | None, words: RelationWords) -> bool:
    """Whether one figure that came was spent in one, and on nothing narrower than it came for."""
    if spent is not None:
        return True
    known = movement_words()
    said = goes[0].said
    verbs = [at for verb, kind in known.verbs if kind == GOES and (at := said.find(verb)) >= 0]
    topic = UNTIL.sub("", WRITTEN_FULL_YEAR.sub("", said[: min(verbs, default=0)]))
    return len(goes) == 1 and (words.neutral.make(topic) or topic in base.said)


def _is_clear(account: _Account, spent: Flow | None, end: Flow) -> bool:
    """Whether it is clear of each figure between whether it came or went."""
    if spent is None:
        return not account.unclear
    after = [one for one in (*account.unclear, *account.beside) if order(one.at) > order(spent.at)]
    listed = [one for one in after if one.part and one.at.sentence == end.at.sentence]
    return not listed and all(one in account.beside for one in after)


def _is_said(base: Flow, spent: Flow, end: Flow, runs: Mapping[int, Run]) -> bool:
    """Whether words say that what is left is all that came less all that went."""
    if base.kind != WHOLE or base.at.value.n == spent.at.value.n:
        return False
    text = runs[end.at.home].plain
    first = spent.at.end if spent.at.home == end.at.home else 0
    return any(word in text[first : end.at.start] for word in movement_words().less)


def _in_order(flows: Sequence[Flow]) -> tuple[Mention, ...]:
    return tuple(sorted((one.at for one in flows), key=order))


def _comes_right(
    account: _Account, end: Flow, after: Sequence[Flow], added: Sequence[Flow], fixed: int = 0
) -> bool:
    """Whether some choice among the figures beside what is left comes out as that.

    Of a list that adds up to the figure before or behind it, one part at most can be chosen: all
    of them are in that figure already.
    """
    base = account.base
    others = [*account.comes, *account.goes, *account.unclear, *after, *account.beside]
    both = [base, *others] if base is not None else others
    near = [one for one in both if alike(one.at.value, end.at.value)]
    closed = [one.at for one in near if one.closed or one in added]
    signed = [one.at for one in near if one.at not in closed][:_CHOICES]
    slack = sum(one.value.half for one in (*signed, *closed))
    sums = {fixed}
    for one in signed:
        sums = {n + sign * one.value.n for n in sums for sign in (0, 1, -1)}
    apart = (0, *(sign * one.value.n for one in closed for sign in (1, -1)))
    return any(agrees(end.at.value, n + part, slack) for n in sums for part in apart)
