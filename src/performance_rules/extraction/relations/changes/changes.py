"""A change between two levels that one sentence states: 由1,180增加到1,326，增加146，增长12.4%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import agrees, alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.changes.claims import TIME, told_before
from performance_rules.extraction.relations.changes.listed import is_of_list
from performance_rules.text.words import has_any
from performance_rules.text.years import NAMED_YEAR
from performance_rules.values.precision import HUNDRED

_NEAR: Final = 16
_BACK: Final = 6
_HEAD: Final = 2
_YEAR: Final = re.compile(r"(?:19|20)\d\d年(?:度|同期|末)?(?:为|是|仅为)")
_BARE_YEAR: Final = re.compile(r"(?:19|20)\d\d年(?:度|末)?(?:为|是)?\Z")
_AGAINST: Final = re.compile(
    r"\A(?:同比|比|较|与|相较)?(?:上年度?|去年|上年同期|去年同期|(?:19|20)\d\d年(?:同期)?|年初)?(?:相比|同期)?"
)
"""What a change is against, before the word for it: 比上年增加."""
_MEASURED: Final = ("比", "较", "与", "相较")
_LATEST: Final = 9999
_BASE: Final = re.compile(r"[比较与](?:(?:19|20)\d\d年|上年|去年)(?:同期|度|末)?的?\Z")
_LAST_YEAR: Final = re.compile(r"(?:上年度?|去年|上年同期|去年同期)(?:为|是)")
_SHARE: Final = "占"
_SHARES: Final = re.compile(r"\A(?:占比|比重|占比重)(?=[较比与同])")
_EACH: Final = re.compile("[每均各]")
"""What one has or gets: a change beside it may be that of all."""
_ONE_OF: Final = re.compile(r"(?:平均)?每\w{1,4}\Z")
_LISTED: Final = "分别"
_WAYS: Final = re.compile(r"(?:比例|幅度|幅|率|额)\Z")
"""Behind the word for a change: 压缩比例, 上升幅度, 减少额."""
_WHICH: Final = re.compile(r"\A(?P<which>后者|前者)")
_NEW: Final = "新增"
_ATTAINED: Final = (
    "达到",
    "达",
    "为",
    "增至",
    "升至",
    "降至",
    "减至",
    "增加到",
    "提高到",
    "下降到",
    "提升到",
)
_LATER: Final = re.compile(
    r"\A(?:(?P<year>(?:19|20)\d\d)年度?|今年|本年度?|当年)?"
    r"(?:同比|(?:比|较)(?P<last>上年|去年)(?:同期)?)?(?P<word>[^\d年]{1,4}?)(?:了|达)?\Z"
)
_LEVELS: Final = ("amount", "count", "percent")
_EARLIER: Final = re.compile(r"(?:(?:19|20)\d\d年|上年|去年|上年同期|上年度)")


_DONE_OF: Final = re.compile("(?:执行|支出|使用|支付|完成)(?:率|进度|比例)?(?:为|达到?|了)?$")
_PLAN: Final = re.compile("预算|计划|指标|安排")
_BEHIND: Final = 3
"""So many figures behind the first of two levels stands the last that says their change."""


@fixed(eq=False)
class Change:
    """Two levels, with what is said of the change between them.

    Attributes:
        base: the earlier level.
        figure: the later one.
        change: by how much; of two percentages in points.
        rate: the rate of change.
        direction: ``up`` or ``down``, as it is worded.
    """

    base: Mention
    figure: Mention
    change: Mention | None
    rate: Mention | None
    direction: str


def changes(found: Sequence[Mention], words: RelationWords) -> list[Change]:
    """Return the changes between two levels that the sentences of a text state."""
    made: list[Change] = []
    if len(found) < _BEHIND:
        return made
    said = [i for i, one in enumerate(found) if words.changing.search(one.left) is not None]
    # A change stands right before its two levels, between them, or next behind them.
    begins = {i for at in said for i in range(at - _BEHIND, at + 2)}
    for i in sorted(begins.intersection(range(len(found) - 1))):
        grown = _grown(found, i, words) if i + _BEHIND <= len(found) else None
        if grown is not None:
            made.append(grown)
            continue
        levels = _levels(found, i, words) or _compared(found, i, words)
        if levels is not None:
            base, figure, reached = levels
            before = told_before(found, i, words) if reached else []
            reached = words.directions[before[0].left] if before else reached
            claims = [*before, *found[i + 2 : i + 4]]
            one = _change(found, i, base, figure, reached, claims, words)
        else:
            one = _noted(found, i, words)
        made += [one] if one is not None else []
    return made


def _levels(
    found: Sequence[Mention], i: int, words: RelationWords
) -> tuple[Mention, Mention, str] | None:
    """Return the earlier and the later of two levels that stand beside each other."""
    first, second = found[i], found[i + 1]
    if first.sentence != second.sentence or not alike(first.value, second.value):
        return None
    if first.kind not in ("amount", "count", "percent"):
        return None
    if _LISTED in first.left or (first.kind == "amount" and is_change(first, words)):
        return None  # 分别为A与B; 支出增加A，上年数为B: A is no level
    if _BASE.search(first.left):
        return None  # 比2020年的A增长，比2019年的B下降: of a third figure
    if _EACH.search(first.left) and not _is_of_one(found[i + 2 : i + 4], second):
        return None
    left = TIME.sub("", _without_each(first, second, words))
    if left.endswith(_reaching(words)):
        begun = left in words.reaching and has_any(first.left, words.beginning)
        return (first, second, words.reaching[left]) if begun else None
    beside = second.left.startswith(words.compared) or _YEAR.fullmatch(second.left) is not None
    beside = beside and second.opener in (*",，", "")
    beside = beside or _are_years(first, second)
    changed = beside and words.changing.search(second.left) is not None
    if not beside or changed:
        return None
    if first.kind == "percent" and _year(first, 0) < 1 <= _year(second, 0):
        return _as_said(first, second, found[i + 2], words) if i + 2 < len(found) else None
    in_turn = _year(first, _LATEST) < _year(second, 0)  # 2020年A，2021年为B
    return (first, second, "") if in_turn else (second, first, "")


def _as_said(
    first: Mention, second: Mention, claim: Mention, words: RelationWords
) -> tuple[Mention, Mention, str] | None:
    """税比为A，2021年为B，提高C: only the word for the change says which is the earlier one.

    So only by how much they differ can be wrong.
    """
    said = direction_of(without_tail(claim.left, words), words)
    if said is None or claim.kind != "points" or claim.begin != second.end + 1:
        return None
    low, high = sorted((first, second), key=lambda one: one.value.n)
    return (low, high, "") if said == "up" else (high, low, "")


def _without_each(first: Mention, second: Mention, words: RelationWords) -> str:
    """Return the words before a level without those for one of something that both levels have.

    由每亩A增加到每亩B is of one thing as 由A增加到B is; 15个工作日减到9个工作日 has its noun twice.
    """
    each = _ONE_OF.search(second.left)
    if each is not None:
        return second.left.removesuffix(each[0] if first.left.endswith(each[0]) else "")
    left = second.left
    if not left.endswith(_reaching(words)):
        return left
    noun = next(left[: -len(word)] for word in words.reaching if left.endswith(word))
    return left.removeprefix(noun if second.right.startswith(noun) else "")


@lru_cache(maxsize=4)
def _reaching(words: RelationWords) -> tuple[str, ...]:
    """Return the words before a level that was reached."""
    return tuple(words.reaching)


def _are_years(first: Mention, second: Mention) -> bool:
    """Whether each of two levels stands right behind its year: 就业率2021年A、2022年B."""
    both = second.opener in (*"、，,", "") and _BARE_YEAR.fullmatch(second.left) is not None
    return both and _BARE_YEAR.search(first.left) is not None


def _year(one: Mention, unsaid: int) -> int:
    """Return the last year that the words before a figure name."""
    years = NAMED_YEAR.findall(one.left)
    return int(years[-1]) if years else unsaid


def _is_of_one(claims: Sequence[Mention], level: Mention) -> bool:
    """Whether the change of what one has is not that of all: 人均由A元提高到B元，提高C元."""
    return all(
        m.kind == "percent" or not alike(m.value, level.value) or m.value.n < level.value.n
        for m in claims
        if m.sentence == level.sentence and m.part == level.part
    )


def _grown(found: Sequence[Mention], i: int, words: RelationWords) -> Change | None:
    """2021年为A，2022年提高C，达到B: the later level is told behind the change from the earlier."""
    base, change, figure = found[i : i + 3]
    if figure.left not in _ATTAINED or figure.kind != base.kind or change.kind == "price":
        return None
    one = figure.sentence == base.sentence and figure.depth == change.depth == base.depth
    if not one or not alike(base.value, figure.value) or base.kind not in _LEVELS:
        return None
    year, said = _EARLIER.search(base.left), _LATER.match(change.left)
    if year is None or said is None or is_change(base, words) or _LISTED in base.left:
        return None
    told, now = _year(base, 0), int(said["year"] or 0)
    if told and (said["last"] or (now and now != told + 1)):
        return None  # 2020年A，较上年提高C: of another year, as far as it says
    direction = direction_of(said["word"], words)
    close = change.opener in ",，" and figure.opener in ",，"
    gap = not (base.left.startswith(("比", "较")) and base.end == change.begin)
    if direction is None or not close or base.end + gap != change.begin:
        return None
    points = change.kind == "points" and base.kind == "percent"
    rate = change.kind == "percent" and base.kind != "percent"
    if change.end + 1 != figure.begin or not (points or rate or alike(change.value, base.value)):
        return None
    if change.kind == "percent" == base.kind:
        return None
    made = Change(base, figure, None if rate else change, change if rate else None, direction)
    return made if holds(made) or not is_elsewhere(found, i, made) else None


def _compared(
    found: Sequence[Mention], i: int, words: RelationWords
) -> tuple[Mention, Mention, str] | None:
    """救助312人次…较2020年救助240人次增长P: the earlier level says what it is a level of."""
    base = found[i + 1]
    if found[i].kind == "percent" and _SHARE in found[i].left:
        base = evolve(base, left=_SHARES.sub("", base.left))  # 占P，占比较上年的Q提高R
    which = _WHICH.match(base.left)
    if which is not None:
        return _which(found, i, evolve(base, left=base.left[which.end() :]), which[0], words)
    if not base.left.startswith(words.compared) or _LISTED in found[i].left:
        return None
    head = _AGAINST.sub("", base.left).removeprefix("的")
    if head == base.left or words.changing.search(head) or _EACH.search(head):
        return None
    if not head:
        return _first(found, i, base)
    if len(head) < _HEAD:
        return None
    for figure in reversed(found[max(0, i - _BACK) : i + 1]):
        own = figure.left.endswith(head) and not figure.left.startswith(words.compared)
        if own and figure.sentence == base.sentence and alike(figure.value, base.value):
            return base, figure, ""
    return None


def _which(
    found: Sequence[Mention], i: int, base: Mention, which: str, words: RelationWords
) -> tuple[Mention, Mention, str] | None:
    """甲率A，乙率B，后者较上年的C提高D: of the last of the two figures before it."""
    two = found[max(0, i - 1) : i + 1]
    against = _AGAINST.match(base.left)
    plain = against is not None and base.left[against.end() :] in ("", "的")
    if len(two) < 2 or not plain or not base.left.startswith(words.compared):
        return None
    same = all(m.sentence == base.sentence and alike(m.value, base.value) for m in two)
    return (base, two[which == "后者"], "") if same and two[0].kind == base.kind else None


def _first(found: Sequence[Mention], i: int, base: Mention) -> tuple[Mention, Mention, str] | None:
    """完成A，为年度预算B的P，比上年C增收D: what was said first in the sentence is compared."""
    same = [m for m in found[max(0, i - _BACK) : i + 1] if m.sentence == base.sentence]
    same = [m for m in same if m.depth == base.depth and m.part == base.part]
    levels = [m for m in same if m.kind == base.kind and not m.right.startswith("的")]
    levels = [m for m in levels if not _BASE.search(m.left)]
    if len(levels) != 1 or not alike(levels[0].value, base.value):
        return None
    if _DONE_OF.search(found[i].left) and _PLAN.search(levels[0].left):
        return None  # 预算A，执行P，比上年B减少C: what was spent of it, which is not told
    return base, levels[0], ""


def _noted(found: Sequence[Mention], i: int, words: RelationWords) -> Change | None:
    """A，增长B%（上年C）; A，增长B%，上年为C: the earlier level stands behind the change."""
    figure = found[i]
    for n in (2, 3) if figure.kind in ("amount", "count") else ():
        base = found[i + n] if i + n < len(found) else None
        if base is None or base.sentence != figure.sentence or base.depth < figure.depth:
            continue
        bracket = base.opener == "(" and base.depth != figure.depth
        noted = _EARLIER.match(base.left) if bracket else _LAST_YEAR.fullmatch(base.left)
        apart = bracket and base.part != figure.part  # A；B增长P（上年C): C is what B was
        if noted is None or apart or not alike(figure.value, base.value):
            continue
        between = found[i + 1 : i + n]
        if any(alike(m.value, base.value) and not is_change(m, words) for m in between):
            continue  # A，减少B%；C，上年为D: D is what C was
        if is_change(figure, words):
            return None  # 支出减少A，下降B%，上年为C: A is no level
        return _change(found, i, base, figure, "", between, words)
    return None


def is_change(one: Mention, words: RelationWords) -> bool:
    """Whether the words right before a figure say that it is how much something changed."""
    left = without_tail(_AGAINST.sub("", one.left), words)
    return words.directed.ending(left) > 0


def _change(
    found: Sequence[Mention],
    i: int,
    base: Mention,
    figure: Mention,
    reached: str,
    claims: Sequence[Mention],
    words: RelationWords,
) -> Change | None:
    change = rate = None
    direction = reached
    told = base.left.startswith(_MEASURED)
    for one in claims:
        left = without_tail(_AGAINST.sub("", one.left), words)
        if told and base.start < one.start and one.left.startswith(words.compared):
            break  # 较预算A少支B；比上年下降P: of another base
        if left == _NEW and one.kind == figure.kind and one.sentence == figure.sentence:
            continue  # 新增48家: what went away is not counted
        said = None if one.left.endswith("于") else direction_of(left, words)
        if said is None or one.sentence != figure.sentence or one.depth != figure.depth:
            break
        direction = direction or said
        points = one.kind == "points" and figure.kind == "percent"
        if change is None and (points or (one.kind != "percent" and alike(one.value, base.value))):
            change = one
        elif one.kind == "percent" and figure.kind != "percent" and rate is None:
            rate = one
        else:
            break
    if change is None and rate is None:
        return None
    if any(one is not None and one.value.n < 0 for one in (change, rate)):
        direction = ""  # 增长-15.00%: the sign says it
    made = Change(base, figure, change, rate, direction)
    return made if holds(made) or not is_elsewhere(found, i, made, reached) else None


def direction_of(said: str, words: RelationWords) -> str | None:
    """Return the direction of a change by the words before it: 压缩比例."""
    return words.directions.get(said) or words.directions.get(_WAYS.sub("", said))


def holds(one: Change) -> bool:
    """Whether a change and a rate are those between two levels, give or take the digits."""
    n, slack = one.figure.value.n - one.base.value.n, one.figure.value.half + one.base.value.half
    if one.change is not None and not agrees(one.change.value, abs(n), slack):
        return False
    return one.rate is None or _rate_fits(one.base, one.figure, one.rate)


def _rate_fits(base: Mention, figure: Mention, rate: Mention) -> bool:
    """Whether a rate, without its sign, can be that of a change between two levels."""
    up = figure.value.n >= base.value.n
    grown = abs(rate.value.n + (HUNDRED if up else -HUNDRED))
    slack = (rate.value.half + rate.value.step) * (base.value.n + base.value.half)
    slack += HUNDRED * figure.value.half + grown * base.value.half
    return abs(HUNDRED * figure.value.n - grown * base.value.n) <= slack


def is_elsewhere(found: Sequence[Mention], i: int, one: Change, reached: str = "") -> bool:
    """Whether other figures beside it make the change or the rate that does not agree.

    What 由A增至B says is of these two; else it may be of two others of the sentence.
    """
    if one.change is not None and is_of_list(found, i, one.base, one.figure, one.change):
        return True
    near = [m for m in found[max(0, i - _NEAR) : i + _NEAR] if m.kind == one.figure.kind]
    pairs = [(a, b) for a in near for b in near if a is not b and alike(a.value, b.value)]
    own, at = {id(one.base), id(one.figure)}, one.figure.sentence
    pairs = [(a, b) for a, b in pairs if {id(a), id(b)} != own]
    if reached:
        pairs = [(a, b) for a, b in pairs if a.sentence == b.sentence == at]
        pairs = [(a, b) for a, b in pairs if id(a) in own or id(b) in own]
    if one.base.start > one.figure.start and _BASE.search(one.base.left):
        pairs = [(a, b) for a, b in pairs if id(one.base) in (id(a), id(b))]  # 比2021年的B提高
    n, slack = one.figure.value.n - one.base.value.n, one.figure.value.half + one.base.value.half
    if one.change is not None and not agrees(one.change.value, abs(n), slack):
        change = one.change.value
        if any(
            agrees(change, a.value.n - b.value.n, a.value.half + b.value.half) for a, b in pairs
        ):
            return True
    if one.rate is None or _rate_fits(one.base, one.figure, one.rate):
        return False
    return any(_rate_fits(b, a, one.rate) for a, b in pairs)
