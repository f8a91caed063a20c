"""Words that say how a figure moved: 由A升至B; 上年A，今年B，减少C; A，高于上年的B.

Where a word says that the difference of two levels is an increase, the later one is the higher.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering, comparable
from performance_rules.extraction.figures.roles import Cast, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.changes.claims import TIME
from performance_rules.text.words import has_any
from performance_rules.text.years import NAMED_YEAR
from performance_rules.values.precision import HUNDRED

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
_WORDED: Final = re.compile(
    r"\)?[,，](?P<of>[^\d,，。;、()]{2,8}?)??(?:但|且|并|较上年|比上年|同比|较去年|与上年相比|总体|整体|呈|明显|显著|大幅|有所|进一步|继续|逐年|持续|得到|实现|平均)*"
    r"(?P<word>[^\d,，。;、()]{2,3}?)(?:了|明显|显著|趋势|态势)*(?=[,，。;]|\Z)"
)
"""Behind two levels, a word for the direction: 上年21.7天，本年23.4天，明显缩短."""
_MEASURED: Final = re.compile(r"(?:总?数?量|数|额)\Z")
_CHANGED: Final = re.compile(r"(?:变为|变成|变化为|调整为|变至|到|至|为)\Z")
_MARKED: Final = (",", "，", ")")
_BUT: Final = re.compile(r"\A(?:而|比|较|同比|与|低于|高于)")
_NEAR: Final = 24
_ORDINAL: Final = ("第", "名次", "排名", "位次", "位列", "位居")
_EACH: Final = re.compile("[每各]|(?<![平年月日])均")
_LEAST: Final = 2
_SHARE: Final = re.compile(r"(?:所?占(?:比|比重|比例)?|比重|比例)\Z")
_GOAL: Final = (
    r"(?:年初|年度|既定|预期|绩效|计划|考核|规定)*"
    r"(?:目标|目标值|指标值|计划|计划值|计划数|年初预算|预算数|控制数|控制价|控制标准|标准值|标准)"
)
_STATED: Final = re.compile(
    r"\A(?:略|明显|大幅|远|均|仍|也|略微|已)?(?P<word>高于|低于|多于|少于|超过)"
    r"(?P<what>(?P<year>(?:上年度?|去年|上年同期|去年同期|(?:19|20)\d\d年(?:度|同期)?)(?:同期)?(?:平均)?)的"
    rf"|{_GOAL}的|(?P<level>{_GOAL})|)\Z"
)
"""低于2022年的95.1分; 低于2,800元的控制价. Without 的 it may be how far they are apart."""
_NAMED_GOAL: Final = re.compile(rf"的{_GOAL}(?:要求)?\Z")


def trends(text: str, parts: Sequence[Cast], words: RelationWords) -> list[Ordering]:
    """Return what a paragraph says of how its figures moved.

    Args:
        text: the paragraph.
        parts: its figures in their order, with the parts they play.
        words: the words of relations.
    """
    found = [one.at for one in parts]
    made: list[Ordering | None] = []
    levels = _AllLevels(found, words)
    for i in range(1, len(found)):
        if not found[i].right and text.startswith(_MARKED, found[i].close):
            made.append(_worded(text, found[i - 1], found[i], words))
        if found[i - 1].opener == ":":
            made.append(_headed(found, i, words))
        if words.moving.search(found[i].left) is None:
            continue
        made += [_reached(found[i - 1], found[i], words), _stated(parts, i, words)]
        if i > 1:
            made.append(_claimed(text, found, i, levels, words))
    return [one for one in made if one is not None]


_Levels = tuple[int, Mention, tuple[Mention, Mention]]
"""Where the second of two figures beside each other stands, the first, and both as levels."""


@fixed(eq=False, slots=False)
class _AllLevels:
    """The levels of a paragraph, which are looked for when the first claim asks."""

    found: Sequence[Mention]
    words: RelationWords

    @cached_property
    def pairs(self) -> list[_Levels]:
        """The figures that stand beside each other and are two levels of one thing."""
        return [
            (i, a, pair)
            for i, (a, b) in enumerate(pairwise(self.found), 1)
            if a.home == b.home
            and a.part == b.part
            and (pair := _levels(a, b, self.words)) is not None
        ]

    def begun(self, at: int) -> bool:
        """Whether two levels stand before a figure."""
        return bool(self.pairs) and self.pairs[0][0] < at


def _reached(first: Mention, second: Mention, words: RelationWords) -> Ordering | None:
    """由A上升至B."""
    if first.sentence != second.sentence or not comparable(first, second, words):
        return None
    if not first.left.endswith(words.beginning) and not any(
        first.left.startswith(word) or word in first.left[-10:] for word in words.beginning
    ):
        return None
    left = TIME.sub("", second.left)
    order = words.reaching.get(left)
    beside = first.end + len(second.left) == second.start or second.opener in (*",，", "")
    if not order or not beside or first.kind in ("price", "points"):
        return None
    if has_any(first.left, _ORDINAL) or _EACH.search(first.left):
        return None
    return Ordering(
        second, first, "up" if order == "up" else "down", f"{left}{second.value.printed}", "prior"
    )


def _worded(text: str, a: Mention, b: Mention, words: RelationWords) -> Ordering | None:
    """Return two levels beside each other with the word behind them: 上年A，本年B，有所缩短."""
    if a.part != b.part or a.kind != b.kind:
        return None
    said = _WORDED.match(text, b.close)
    order = words.directions.get(said["word"]) if said is not None else None
    if said is None or order is None or has_any(a.left, _ORDINAL):
        return None
    of = _MEASURED.sub("", said["of"] or "")
    if of and of not in a.left and of not in a.label:
        return None
    begun = a.left.endswith(words.beginning) or has_any(a.left[-10:], words.beginning)
    if begun and _CHANGED.fullmatch(TIME.sub("", b.left)) and comparable(a, b, words):
        pair: tuple[Mention, Mention] | None = (b, a)
    else:
        pair = _levels(a, b, words)
    if pair is None or _EACH.search(a.left):
        return None
    return Ordering(*pair, "up" if order == "up" else "down", said[0].lstrip("),，"), "prior")


def _headed(found: Sequence[Mention], at: int, words: RelationWords) -> Ordering | None:
    """Return the two levels behind a colon with the word before it: 支出减少:2024年A，2023年B."""
    a, b = found[at - 1], found[at]
    before = found[at - 2] if at > 1 else None
    claim = None
    said = a.label
    if not said and before is not None and before.close == a.begin - 1:
        claim, said = before, before.left
    said = without_tail(said, words)
    word = said[len(said) - words.directed.ending(said) :]
    word = word if len(word) >= _LEAST else ""
    pair = _levels(a, b, words) if word and a.part == b.part else None
    if pair is None or _EACH.search(said):
        return None
    figure, base = pair
    n, slack = abs(figure.value.n - base.value.n), figure.value.half + base.value.half
    if claim is not None:
        off = abs(n * HUNDRED - claim.value.n * base.value.n)
        if claim.kind != "percent" or off > claim.value.half * base.value.n + slack * HUNDRED:
            return None
    order: Order = "up" if words.directions[word] == "up" else "down"
    return Ordering(figure, base, order, said[-_NEAR:], "prior", rate=claim)


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
    if said["level"] and (
        figure.kind != "percent" or not figure.value.n < 2 * base.value.n < 4 * figure.value.n
    ):
        return None  # 低于目标5%: it may be how far they are apart
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


def _claimed(
    text: str, found: Sequence[Mention], at: int, levels: _AllLevels, words: RelationWords
) -> Ordering | None:
    """上年A，今年B，减少C: C is the difference of two levels, and a word says of which sign."""
    one = found[at]
    if one.kind == "price" or one.value.n < 0:
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
        word = left[len(left) - words.claimed.ending(left) :]
        if not word:
            return None
        order, subject = words.claims[word], _AGAINST.sub("", left[: -len(word)])
    near = _near(found, at, words)
    if near is None and not levels.begun(at):
        return None
    subject = "" if words.neutral.make(subject) else subject
    if one.opener == "" and before.sentence == one.sentence and not unit:
        return None
    begin = one.start - len(one.left)
    if _OTHERWISE.search(text, max(0, begin - _NEAR), begin) is not None:
        return None
    pair = near if near is not None and _are_of(near, subject) else None
    pair = pair or _named(found, at, subject, levels, words)
    if pair is None:
        return None
    figure, base = pair
    if (
        figure.kind == "percent"
        and NAMED_YEAR.search(base.left)
        and not NAMED_YEAR.search(figure.left)
    ):
        return None  # 税比为A，2021年为B: which is the earlier one is not said
    made = Ordering(figure, base, "up" if order == "up" else "down", left, "prior")
    n, slack = abs(figure.value.n - base.value.n), figure.value.half + base.value.half
    if one.kind in ("points", figure.kind) and (one.kind != "percent"):
        if one.kind == "points" and figure.kind != "percent":
            return None
        return evolve(made, change=one) if abs(one.value.n - n) <= slack + one.value.half else None
    if one.kind == "percent" and figure.kind in ("amount", "count") and base.value.n > 0:
        off = abs(n * HUNDRED - one.value.n * base.value.n)
        if off <= one.value.half * base.value.n + slack * HUNDRED:
            return evolve(made, rate=one)
    return None


def _shared(pair: Sequence[Mention]) -> str:
    """Return the rest of a unit that both of two figures have behind them: 吨标准煤/万元."""
    if len(pair) < 2:
        return ""
    first, second = pair[0].right, pair[1].right
    return first if first and "/" in first and second.startswith(first) else ""


def _near(
    found: Sequence[Mention], at: int, words: RelationWords
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
    return _levels(same[-2], same[-1], words) if len(same) >= _LEAST else None


def _are_of(pair: tuple[Mention, Mention], subject: str) -> bool:
    """Whether two levels can be of what a claim says it is of."""
    share = _SHARE.sub("", subject) if pair[0].kind == "percent" else subject
    if subject != share and any(_is_share(m, share) for m in pair):
        return True
    return not subject or any(subject in m.left for m in pair)


def _is_share(one: Mention, of: str) -> bool:
    """Whether a figure is the share of something: 甲占全年的A, of which 甲占比上升C is said."""
    return "占" in one.left and bool(of) and _EARLIER.sub("", one.left, 1).startswith(of)


def _named(
    found: Sequence[Mention], at: int, subject: str, levels: _AllLevels, words: RelationWords
) -> tuple[Mention, Mention] | None:
    """Return the only two levels of the paragraph that are called as a claim calls them."""
    if len(subject) < _LEAST:
        return None
    one = found[at]
    made = [
        pair
        for i, a, pair in levels.pairs
        if i < at and a.home == one.home and _called(a, subject, words)
    ]
    return made[0] if len(made) == 1 else None


def _called(one: Mention, subject: str, words: RelationWords) -> bool:
    return without_tail(one.left, words).endswith(subject)


def _levels(a: Mention, b: Mention, words: RelationWords) -> tuple[Mention, Mention] | None:
    """Return the later and the earlier of two levels that stand beside each other."""
    if a.kind not in ("amount", "count", "percent") or a.kind != b.kind:
        return None
    if not comparable(a, b, words) or b.depth < a.depth:
        return None
    if len(b.left) > 14 or words.changing.search(b.left) is not None:
        return None
    first, second = _EARLIER.search(a.left), _EARLIER.match(_without_against(b.left))
    if second is not None and (first is None or _is_later(first, second)):
        return a, b
    if first is not None and (_NOW.match(b.left) or (second and _is_later(second, first))):
        return b, a
    return None


def _without_against(left: str) -> str:
    return _BUT.sub("", left, 1)


def _is_later(one: re.Match[str], other: re.Match[str]) -> bool:
    if other["year"] is None:
        return one["year"] is not None  # 2023年A，上年B
    return bool(one["year"] and one["year"] > other["year"])
