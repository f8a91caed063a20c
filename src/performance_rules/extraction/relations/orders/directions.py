"""Words that say whether more was reached than planned: 超收, 短收, 超编; 高于目标值.

What was planned and what was reached stand right before the words, and how far they are apart is
said behind them or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import (
    Order,
    Ordering,
    clause_start,
    comparable,
)
from performance_rules.extraction.figures.roles import (
    DONE,
    LEFT,
    PLANNED,
    TAKEN,
    Cast,
    undivided,
    without_tail,
)
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Percent

_MARK: Final = re.compile(r"[。;!?,，:、()|]")
_BEFORE: Final = (
    "比|较|与|相比|相抵|后|共|合计|实际|已|并|相应|仍|还|也|其|则|均|全部|相对"
    "|编制使用|编制管理|用编"
)
"""Between a mark and a word that says which figure is the higher one, goals aside."""
_OF_YEAR: Final = re.compile(r"\A(?:年初|年度|全年|当年|本年)")
_ACTUAL: Final = ("实际", "完成", "已完成", "已建成")
_MORE: Final = ("多", "高", "增加")
_HUNDRED: Final = 100
_PAIR: Final = 2
_MOST: Final = 24
_STOP: Final = re.compile("[。;!?]")
_EACH: Final = re.compile("[每均各]")
_BESIDES: Final = re.compile("结余|结转|收回|上缴|追加|调整|调[增减]|核减|压减|未")
_COMPLETION: Final = re.compile(r"(?:完成率|完成比例|达成率)(?:为|达|仅为)?\Z")


@fixed(eq=False)
class Verdict:
    """Words that say which of a planned and a reached figure is the higher one.

    Attributes:
        start, end: where they stand.
        order: how what was reached stands to what was planned.
        figured: whether how far they are apart is said behind them.
    """

    start: int
    end: int
    order: Order
    figured: bool


def directions(text: str, parts: Sequence[Cast], words: RelationWords) -> list[Ordering]:
    """Return what a paragraph says of what was reached against what was planned.

    Args:
        text: the paragraph.
        parts: its figures in their order, with the parts they play.
        words: the words of relations.
    """
    made = [_judged(text, parts, verdict, words) for verdict in _verdicts(text, words)]
    return [one for one in made if one is not None]


@lru_cache(maxsize=4)
def _patterns(words: RelationWords) -> tuple[re.Pattern[str], ...]:
    goal = "|".join(words.goals)
    verdict = "|".join(words.verdicts)
    comparing = "|".join(words.comparing)
    said = (
        rf"(?P<verdict>{verdict})(?:了)?(?:(?:年度|年初|全年|既定|预期)*(?:{goal}))?"
        r"(?:为|达|共|约|计)*"
    )
    compared = (
        rf"(?P<comparing>{comparing})(?:年初|年度|全年|既定|预期|原定|规定|该项)?(?:的)?"
        rf"(?:{goal})(?:为|达|了|约)?"
    )
    kept = (
        r"(?P<kept>控制在|未超过?|没有超过|未突破|没有突破|未超出)(?:了)?(?:年初|年度|全年|财政|核定|批复|调整)*"
        rf"(?:{goal}|控制价|标准)(?:总?额|数|值)?(?:之内|以内|范围之?内|内)?"
    )
    missed = (
        r"(?P<missed>未完成|没有完成|未能完成|未达到?|没有达到|未能达到)"
        rf"(?:年初|年度|全年|既定|预期)*(?:{goal})"
    )
    manned = (
        r"(?P<manned>(?:未|没有|无|不|不存在)(?:出现|存在|发生)?(?:超编|超员)"
        r"(?:情况|现象|问题|情形)?)"
    )
    more = rf"(?:较|比)(?:{goal})(?P<more>多|少|高|低|增加|减少)(?:了)?(?=\d)"
    first = "".join({word[0] for word in (*words.verdicts, *words.comparing, *"控未没无不较比")})
    whole = re.compile(
        rf"(?=[{first}])(?:{'|'.join((said, compared, kept, missed, manned, more))})"
    )
    outcome = "|".join(words.outcomes)
    before = re.compile(rf"(?:{_BEFORE}|年初|{goal}|{outcome})*+")
    return whole, before


def _verdicts(text: str, words: RelationWords) -> Iterator[Verdict]:
    whole, before = _patterns(words)
    for found in whole.finditer(text):
        begin = clause_start(text, found.start())
        if before.fullmatch(text, begin, found.start()) is None:
            continue
        behind = text[found.end() : found.end() + 1]
        figured = behind.isdigit()
        if not figured and not (behind == "" or _MARK.match(behind)):
            continue  # 节约用水, 超支率: of something else
        order: Order = "at_least"
        if found["verdict"]:
            order = "at_least" if words.verdicts[found["verdict"]] == "above" else "at_most"
        elif found["comparing"]:
            order = "at_least" if words.comparing[found["comparing"]] == "above" else "at_most"
        elif found["more"]:
            order = "at_least" if found["more"] in _MORE else "at_most"
        else:
            order = "at_most"
        if (found["kept"] or found["missed"] or found["manned"]) and figured:
            continue
        yield Verdict(found.start(), found.end(), order, figured)


def _judged(
    text: str, parts: Sequence[Cast], said: Verdict, words: RelationWords
) -> Ordering | None:
    at = next((i for i, one in enumerate(parts) if one.at.start >= said.start), len(parts))
    change = parts[at].at if said.figured and at < len(parts) else None
    if said.figured and (change is None or change.start != said.end):
        return None
    last = parts[at - 1].at if at else None
    if last is None or _STOP.search(text, last.end, said.start):
        return None
    near: list[Cast] = []
    for one in reversed(parts[max(0, at - _MOST) : at]):
        if one.at.part != last.part:
            break
        near.insert(0, one)
    begin = near[0].at.start - len(near[0].at.left)
    wording = text[said.start : change.end if change is not None else said.end]
    rated = _of_hundred(near[-1].at, wording) if change is None else None
    kind = _kind(near, change)
    same = [one for one in near if one.at.kind == kind and _fits(one.at, change, words)]
    if change is not None and len(same) > _PAIR:
        kept = {id(m) for m in undivided(one.at for one in same)}
        same = [one for one in same if id(one.at) in kept]
    if change is not None and len(same) == 1 and same[0].at is last:
        same = [*_posts(parts[:at], last, words), *same]  # 编制112名，其中A、B；在职103人，空编9名
    pair = _pair(same[-2:], words)
    if pair is None or not comparable(*pair, words):
        return rated
    figure, base = pair
    if _is_beyond(wording) or "未" in wording or "没有" in wording:
        named = text[begin : said.start]
        if has_any(named, words.lower):
            return None
    made = Ordering(figure, base, said.order, wording)
    if change is None:
        return made if len(same) == 2 else None
    apart = abs(figure.value.n - base.value.n)
    slack = figure.value.half + base.value.half + change.value.half
    if abs(change.value.n - apart) <= slack:
        return evolve(made, change=change)
    if len(same) != 2 or "其中" in text[begin : said.end] or kind == "percent":
        return None
    saved = "节" in wording
    return None if saved and not _is_saving(parts, at, *pair) else evolve(made, change=change)


def _posts(before: Sequence[Cast], manned: Mention, words: RelationWords) -> Iterator[Cast]:
    """Yield how many may be employed, where only the parts of that stand before those who are."""
    here = [one for one in before[-_MOST:] if one.at.sentence == manned.sentence]
    here = [one for one in here if one.at.kind == "count" and one.at.part < manned.part]
    whole = undivided(one.at for one in here)
    if len(whole) == 1 and without_tail(whole[0].left, words).endswith(words.posts):
        yield next(one for one in here if one.at is whole[0])


def _is_saving(parts: Sequence[Cast], at: int, figure: Mention, base: Mention) -> bool:
    """预算A，支出B，节约C: one behind the other, their rate aside, and nothing besides is saved.

    What was carried over, taken back or told of another budget may make the rest.
    """
    change, last = parts[at].at, parts[at - 1].at
    rated = last.kind == "percent" and fits(figure.value, base.value, last.value)
    if _EACH.search(base.left) or not (rated or last in (figure, base)):
        return False
    row = [*sorted((figure, base), key=lambda m: m.start), *([last] if rated else []), change]
    for one, behind in pairwise(row):
        if behind.opener not in ",，" or one.end + 1 != behind.begin:
            return False
    near = [one for one in parts[max(0, at - _MOST) : at + _MOST] if one.at.home == change.home]
    near = [one for one in near if one.at.sentence == change.sentence]
    if any(one.role in (LEFT, TAKEN) or _BESIDES.search(one.at.left) for one in near):
        return False
    beside = [one.at for one in near if one.at.part == change.part and one.at.kind == change.kind]
    return not any(
        abs(change.value.n - abs(a.value.n - b.value.n))
        <= a.value.half + b.value.half + change.value.half
        for a, b in combinations((one for one in beside if one is not change), 2)
    )


def _is_beyond(wording: str) -> bool:
    return wording.startswith("超额完成")


def _of_hundred(rate: Mention, wording: str) -> Ordering | None:
    """完成率89%，超额完成任务."""
    if rate.kind != "percent" or not _is_beyond(wording) or rate.right:
        return None
    if _COMPLETION.search(rate.left) is None or "序时" in rate.left:
        return None
    whole = Percent(Decimal(_HUNDRED), printed=f"{_HUNDRED}%")
    return Ordering(rate, evolve(rate, value=whole), "at_least", wording)


def _kind(near: Sequence[Cast], change: Mention | None) -> str:
    if change is not None:
        return "percent" if change.kind == "points" else change.kind
    kinds = [one.at.kind for one in near if one.role or one.at.kind != "percent"]
    return kinds[-1] if kinds else "percent"


def _fits(one: Mention, change: Mention | None, words: RelationWords) -> bool:
    if change is None or change.kind == "points":
        return True
    return comparable(one, change, words)


def _pair(same: Sequence[Cast], words: RelationWords) -> tuple[Mention, Mention] | None:
    """Return what was reached and what was planned, if the two figures are that."""
    if len(same) < 2:
        return None
    roles = [_role(one, words) for one in same]
    if roles == [PLANNED, DONE]:
        return same[1].at, same[0].at
    if roles == [DONE, PLANNED]:
        return same[0].at, same[1].at
    return None


def _role(one: Cast, words: RelationWords) -> str:
    left = without_tail(one.at.left, words)
    if left.endswith(words.posts):
        return PLANNED
    if left.endswith((*words.manned, *words.outcomes)):
        return DONE
    if not one.role and _OF_YEAR.sub("", left).startswith(words.planned):
        return PLANNED  # 计划新建公厕36座
    if not one.role and _OF_YEAR.sub("", left).startswith(_ACTUAL):
        return DONE  # 实际新建33座, 全年完成改造33户
    return one.role
