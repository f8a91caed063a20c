"""Words that say which of two figures is the higher one: 超收, 短收, 超编; 高于目标值; 上升至.

The two figures are the ones that the words name: what was planned and what was reached, what was
there and what is there now.  They stand right before the words, and how far they are apart is
said behind them or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from attrs import evolve, frozen

from performance_rules.extraction.relations.mentions import Mention
from performance_rules.extraction.relations.orderings import (
    Order,
    Ordering,
    clause_start,
    comparable,
)
from performance_rules.extraction.relations.roles import DONE, PLANNED, Cast, without_tail
from performance_rules.extraction.relations.words import RelationWords
from performance_rules.values import Percent

_MARK: Final = re.compile(r"[。;!?,，:、()|]")
_BEFORE: Final = "比|较|与|相比|相抵|后|共|合计|实际|已|并|相应|仍|还|也|其|则|均|全部|相对"
"""Between a mark and a word that says which figure is the higher one, goals aside."""
_HUNDRED: Final = 100
_MOST: Final = 24
_STOP: Final = re.compile("[。;!?]")
_COMPLETION: Final = re.compile(r"(?:完成率|完成比例|达成率)(?:为|达|仅为)?\Z")


@frozen(eq=False)
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
    """Return what a paragraph says of which of its figures is the higher one.

    Args:
        text: the paragraph.
        parts: its figures in their order, with the parts they play.
        words: the words of relations.
    """
    made = [_judged(text, parts, verdict, words) for verdict in _verdicts(text, words)]
    made += _moved(text, parts, words)
    return [one for one in made if one is not None]


# ── 任务A，完成B，超收C ──


@lru_cache(maxsize=4)
def _patterns(words: RelationWords) -> tuple[re.Pattern[str], ...]:
    goal = "|".join(words.goals)
    verdict = "|".join(words.verdicts)
    comparing = "|".join(words.comparing)
    said = rf"(?P<verdict>{verdict})(?:了)?(?:{goal})?(?:为|达|共|约|计)*"
    compared = rf"(?P<comparing>{comparing})(?:年初|年度|全年|既定|预期|原定|规定|该项)?(?:的)?(?:{goal})(?:为|达|了|约)?"
    kept = (
        r"(?P<kept>控制在|未超过?|没有超过|未突破|没有突破|未超出)(?:了)?(?:年初|年度|全年|财政|核定|批复|调整)*"
        rf"(?:{goal}|控制价|标准)(?:总?额|数|值)?(?:之内|以内|范围之?内|内)?"
    )
    missed = rf"(?P<missed>未完成|没有完成|未能完成|未达到?|没有达到|未能达到)(?:年初|年度|全年|既定|预期)*(?:{goal})"
    whole = re.compile("|".join((said, compared, kept, missed)))
    before = re.compile(rf"(?:{_BEFORE}|年初|{goal})*+")
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
        else:
            order = "at_most"
        if (found["kept"] or found["missed"]) and figured:
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
    near = []
    for one in reversed(parts[max(0, at - _MOST) : at]):
        if one.at.part != last.part:
            break
        near.insert(0, one)
    begin = near[0].at.start - len(near[0].at.left)
    wording = text[said.start : change.end if change is not None else said.end]
    rated = _of_hundred(near[-1].at, wording) if change is None else None
    kind = _kind(near, change)
    same = [one for one in near if one.at.kind == kind and _fits(one.at, change, words)]
    pair = _pair(same[-2:], words)
    if pair is None or not comparable(*pair, words):
        return rated
    figure, base = pair
    if _is_beyond(wording) or "未" in wording or "没有" in wording:
        named = text[begin : said.start]
        if any(word in named for word in words.lower):
            return None
    made = Ordering(figure, base, said.order, wording)
    if change is None:
        return made if len(same) == 2 else None
    apart = abs(figure.value.n - base.value.n)
    slack = figure.value.half + base.value.half + change.value.half
    if abs(change.value.n - apart) <= slack:
        return evolve(made, change=change)
    alone = len(same) == 2 and "节" not in wording and "其中" not in text[begin : said.end]
    return evolve(made, change=change) if alone and kind != "percent" else None


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
    if not one.role and left.startswith(words.planned):
        return PLANNED  # 计划新建公厕36座
    return one.role


# ── 由A升至B; 上年A，今年B，增加C ──

_EARLIER: Final = re.compile(
    r"(?:上年度?|去年|上年同期|去年同期|上一年度?|年初|期初|治理前|改革前|实施前|(?P<year>(?:19|20)\d\d)年度?)"
)
_NOW: Final = re.compile(r"(?:今年|本年度?|当年|年末|期末)")
_AGAINST: Final = re.compile(
    r"(?:同比|比|较|与|相较)?(?:上年度?|去年|上年同期|去年同期|上一年度?|(?:19|20)\d\d年(?:同期)?|年初)?(?:相比|同期)?\Z"
)
_OVER: Final = re.compile(
    r"\A(?P<subject>.*?)(?P<word>高于|低于|多于|少于|超过)(?:上年度?|去年|上年同期|去年同期|(?:19|20)\d\d年)(?:同期)?(?:的)?\Z"
)
_TAIL: Final = re.compile(r"(?:了|约|为|达到|达|共|近)+\Z")
_OTHERWISE: Final = re.compile("扣除|剔除|同口径|可比口径|还原|加回|若|如果|不含|不计")
"""Before a change that is not that of the levels as they are written."""
_NEAR: Final = 24
_ORDINAL: Final = ("第", "名次", "排名", "位次", "位列", "位居")
_EACH: Final = re.compile("[每均各]")
_LEAST: Final = 2
_TIME: Final = re.compile(r"(?:(?:19|20)\d\d年(?:末|底|度)?|本年|今年|当年|年末)?的?\Z")
_GOAL: Final = r"(?:年初|年度|既定|预期|绩效|计划|考核|规定)*(?:目标|目标值|指标值|计划|计划值|计划数|年初预算|预算数|控制数|控制价|控制标准|标准值|标准)"
_STATED: Final = re.compile(
    r"\A(?:略|明显|大幅|远|均|仍|也|略微|已)?(?P<word>高于|低于|多于|少于|超过)"
    r"(?P<what>(?P<year>(?:上年度?|去年|上年同期|去年同期|(?:19|20)\d\d年(?:度|同期)?)(?:同期)?(?:平均)?)的"
    rf"|{_GOAL}的|)\Z"
)
"""低于2022年的95.1分; 低于2,800元的控制价. Without 的 it may be how far they are apart."""
_NAMED_GOAL: Final = re.compile(rf"的{_GOAL}(?:要求)?\Z")


def _moved(text: str, parts: Sequence[Cast], words: RelationWords) -> Iterator[Ordering | None]:
    found = [one.at for one in parts]
    for i in range(1, len(found)):
        yield _reached(found[i - 1], found[i], words)
        yield _stated(parts, i, words)
        if i > 1:
            yield _claimed(text, found, i, words)


def _reached(first: Mention, second: Mention, words: RelationWords) -> Ordering | None:
    """由A上升至B."""
    if first.sentence != second.sentence or not comparable(first, second, words):
        return None
    if not first.left.endswith(words.beginning) and not any(
        first.left.startswith(word) or word in first.left[-10:] for word in words.beginning
    ):
        return None
    left = _TIME.sub("", second.left)
    order = words.reaching.get(left)
    beside = first.end + len(second.left) == second.start or second.opener in (*",，", "")
    if order is None or not beside or first.kind in ("price", "points"):
        return None
    if any(word in first.left for word in _ORDINAL) or _EACH.search(first.left):
        return None
    return Ordering(
        second, first, "up" if order == "up" else "down", f"{left}{second.value.printed}", "prior"
    )


def _stated(parts: Sequence[Cast], at: int, words: RelationWords) -> Ordering | None:
    """A，低于2022年的B: the figure right before is compared with the one that is named."""
    base, figure = parts[at].at, parts[at - 1].at
    said = _STATED.match(base.left)
    if said is None or base.opener not in (*",，", "") or figure.kind in ("price", "points"):
        return None
    if figure.end + len(base.left) + len(base.opener) != base.start or figure.right:
        return None
    if figure.kind != base.kind or not comparable(figure, base, words):
        return None
    if base.right and (said["what"] or _NAMED_GOAL.match(base.right) is None):
        return None
    if not (said["what"] or base.right) or figure.left[-1:] in tuple("≥≤<>"):
        return None
    prior = said["year"] is not None
    order: Order = "up" if words.comparing[said["word"]] == "above" else "down"
    if not prior:
        order = "at_least" if order == "up" else "at_most"
    return Ordering(
        figure,
        base,
        order,
        f"{base.left}{base.value.printed}{base.right}",
        "prior" if prior else "target",
    )


def _claimed(text: str, found: Sequence[Mention], at: int, words: RelationWords) -> Ordering | None:
    """上年A，今年B，减少C: C is the difference of two levels, and a word says of which sign."""
    one = found[at]
    if one.kind == "price" or one.value.n < 0:
        return None
    begin = one.start - len(one.left)
    if _OTHERWISE.search(text, max(0, begin - _NEAR), begin) is not None:
        return None
    before = found[at - 1]
    unit = _shared(found[max(0, at - 2) : at])
    left = _TAIL.sub("", one.left.removeprefix(unit))
    over = _OVER.match(left)
    if over is not None:
        subject, order = (
            over["subject"],
            "up" if words.comparing[over["word"]] == "above" else "down",
        )
    else:
        table = {**words.directions, **words.paces}
        word = next((w for w in sorted(table, key=len, reverse=True) if left.endswith(w)), "")
        if not word:
            return None
        order, subject = table[word], _AGAINST.sub("", left[: -len(word)])
    subject = "" if words.neutral.make(subject) else subject
    if one.opener == "" and before.sentence == one.sentence and not unit:
        return None
    pair = _near(found, at, subject, words) or _named(found, at, subject, words)
    if pair is None:
        return None
    figure, base = pair
    made = Ordering(figure, base, "up" if order == "up" else "down", left, "prior")
    n, slack = abs(figure.value.n - base.value.n), figure.value.half + base.value.half
    if one.kind in ("points", figure.kind) and (one.kind != "percent"):
        if one.kind == "points" and figure.kind != "percent":
            return None
        return evolve(made, change=one) if abs(one.value.n - n) <= slack + one.value.half else None
    if one.kind == "percent" and figure.kind in ("amount", "count") and base.value.n > 0:
        off = abs(n * 100 * 10**8 - one.value.n * base.value.n)
        if off <= one.value.half * base.value.n + slack * 100 * 10**8:
            return evolve(made, rate=one)
    return None


def _shared(pair: Sequence[Mention]) -> str:
    """Return the rest of a unit that both of two figures have behind them: 吨标准煤/万元."""
    if len(pair) < 2:
        return ""
    first, second = pair[0].right, pair[1].right
    return first if first and "/" in first and second.startswith(first) else ""


def _near(
    found: Sequence[Mention], at: int, subject: str, words: RelationWords
) -> tuple[Mention, Mention] | None:
    """Return the two levels right before a claim in its own part of the sentence."""
    one = found[at]
    kind = "percent" if one.kind == "points" else one.kind
    same = [m for m in found[max(0, at - 4) : at] if m.part == one.part and m.home == one.home]
    same = (
        [m for m in same if m.kind in ("amount", "count")]
        if kind == "percent" and one.kind == "percent"
        else [m for m in same if m.kind == kind]
    )
    if len(same) < 2:
        return None
    pair = _levels(same[-2], same[-1], words)
    if pair is None:
        return None
    if subject and not any(subject in m.left or m.left.endswith(subject) for m in pair):
        return None
    return pair


def _named(
    found: Sequence[Mention], at: int, subject: str, words: RelationWords
) -> tuple[Mention, Mention] | None:
    """Return the only two levels of the paragraph that are called as a claim calls them."""
    one = found[at]
    if len(subject) < _LEAST:
        return None
    made = []
    for a, b in zip(found[:at], found[1:at], strict=False):
        if a.home != one.home or b.home != one.home or b.part != a.part:
            continue
        pair = _levels(a, b, words)
        if pair is not None and _called(a, subject, words):
            made.append(pair)
    return made[0] if len(made) == 1 else None


def _called(one: Mention, subject: str, words: RelationWords) -> bool:
    return without_tail(one.left, words).endswith(subject)


def _levels(a: Mention, b: Mention, words: RelationWords) -> tuple[Mention, Mention] | None:
    """Return the later and the earlier of two levels that stand beside each other."""
    if a.kind not in ("amount", "count", "percent") or a.kind != b.kind:
        return None
    if not comparable(a, b, words) or b.depth < a.depth:
        return None
    first, second = _EARLIER.search(a.left), _EARLIER.match(_without_against(b.left))
    changed = any(word in b.left for word in (*words.directions, *words.reaching))
    if changed or len(b.left) > 14:
        return None
    if second is not None and (first is None or _is_later(first, second)):
        return a, b
    if first is not None and (_NOW.match(b.left) or (second and _is_later(second, first))):
        return b, a
    return None


def _without_against(left: str) -> str:
    return re.sub(r"\A(?:而|比|较|同比|与|低于|高于)", "", left)


def _is_later(one: re.Match[str], other: re.Match[str]) -> bool:
    return bool(one["year"] and other["year"] and one["year"] > other["year"])
