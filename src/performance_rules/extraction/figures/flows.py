"""What figures are to a stock of money or things: what opens it, comes, goes, or is left of it.

The words stand in ``rules/lexicons/movements.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.movementwords import (
    ASIDE,
    COMES,
    GOES,
    LEAVES,
    OPEN,
    SPENT,
    WHOLE,
    MovementWords,
    movement_words,
)
from performance_rules.extraction.figures.plans import FIRST, planned
from performance_rules.extraction.figures.roles import PLANNED, agrees, alike, role_of
from performance_rules.extraction.figures.standings import (
    OPENS,
    Standing,
    bare,
    elided,
    standing,
)
from performance_rules.extraction.figures.words import (
    RelationWords,
    Vocabulary,
    relation_words,
)
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.normal import Run

_TIME: Final = re.compile(
    r"(?:截至|截止|到|至)?(?:(?:19|20)\d\d年度?|[上本当]年度?)(?:[初末底]|\d\d?月(?:底|末|\d\d?日)?)?"
)
_NUMBER: Final = re.compile(r"\A\d{1,2}\.")
_MARKS: Final = "。;,，:、()!?"
_SPENT_ON: Final = "用于"
_OTHERS: Final = ("其余", "业余", "多余", "富余")
_OF_A_YEAR: Final = re.compile(
    r"(?:[本当]年度?|[本当]期|年内|(?:19|20)\d\d年度?)(?:(?:新增|增加|净增|净增加|实现|形成|收支|相抵|基金|运营)+(?:结余|节余|盈余|结存)|盈余)\Z"
)
_BALANCES: Final = ("余额", "净余额", "账面余额", "结存", "滚存结余")
_SHARE_OF: Final = re.compile(r"的\d")
_ADDED_UP: Final = ("共", "合计", "累计", "总计", "两项", "全年")
_HELD: Final = re.compile(
    r"(?:截至|截止|至|到)?(?P<time>(?:(?:19|20)\d\d|[上本])?年(?:[初末底]|12月31日)|期[初末])[^\d]{0,6}?"
    r"(?:[共实尚仍保现拥]有|在册|在管|登记)(?P<noun>[^\d]{0,10})\Z"
)
"""How many of a thing there are at the turn of a year: 年初保有执法用车."""
_OPENED: Final = re.compile("(?:其中)?:?(?:[年期]初|上年[末底])")
"""What begins a bracket that tells how a stock or a budget came to what it is."""
_AT_FIRST: Final = ("年初", "年初数", "其中年初", "年初批复", "年初安排", "年初下达")
_CARRIED: Final = ("结转", "结余", "结转结余")
_ELIDED: Final = ("初", "末", "底", "为", "数", "额")
"""What ends words that may leave out what they are of."""
_CLAUSE: Final = 40
_PARTS: Final = 12


@lru_cache(maxsize=1)
def _present() -> Vocabulary:
    return Vocabulary.of(movement_words().present)


@fixed(eq=False)
class Flow:
    """A figure with what it is to a stock.

    Attributes:
        at: the figure.
        kind: what it is; empty where its words do not say.
        said: the words before it, with the time that stands before the comma before them.
        turn: the turn of the year that it stands at, if it does.
        part: whether it is in a list of what belongs to a figure before it.
        closed: whether that list adds up to the figure before it, so that nothing of it is apart.
        net: whether it is what came in one year less what went: 当年收支结余.
        plan: whether it is a budget before or after it was changed.
    """

    at: Mention
    kind: str
    said: str
    turn: Standing | None = None
    part: bool = False
    closed: bool = False
    net: bool = False
    plan: bool = False


def flows_of(run: Run, found: Sequence[Mention], words: RelationWords) -> list[Flow]:
    """Return what the figures of a paragraph are to a stock.

    Args:
        run: the paragraph.
        found: its figures, in order.
        words: the words of relations.
    """
    known = movement_words()
    out: list[Flow] = []
    listed = compared = -1
    before: Mention | None = None
    outer: Flow | None = None
    for one in found:
        if one.kind in ("price", "percent", "points"):
            continue
        outer = _outer(one, before, outer, out) if one.depth else None
        if one.depth and outer is None:
            continue
        said = _said(run.plain, one)
        told = _of_figure(one, said, outer or _turned(one, out), words, known)
        kind = told.kind
        begins = one.left.startswith(known.lists) or _made_of(run.plain, one, known)
        if begins or (one.opener == ":" and before is not None and not kind):
            listed = one.sentence
        elif kind in (WHOLE, SPENT, LEAVES) or (kind != OPEN and _anew(one.left)):
            listed = -1
        if _SHARE_OF.match(run.plain, one.end):
            kind = ASIDE  # 为年初预算A的P: of which something else is so much
        elif known.compared.search(one.left):
            kind, compared = ASIDE, one.sentence
        elif compared == one.sentence and _changed(one, before):
            kind = ASIDE
        if not kind and one.opener == "、" and _goes_on(one, out):
            last = out[-1].kind
            kind = last if last in (COMES, GOES) else kind
        if kind == GOES and one.value.n < 0:
            kind = COMES  # 收回-42万元: the sign says it
        added = kind in (COMES, GOES) and one.left.startswith(_ADDED_UP)
        part = begins or (listed == one.sentence and not added)
        part = part if outer is None else outer.plan
        flow = Flow(one, kind, told.said, told.turn, part, net=told.net, plan=told.plan)
        out.append(flow if kind or not _named(said).endswith(known.sums) else _sum(flow, out))
        before = one
    return _with_closed(out)


def _with_closed(flows: list[Flow]) -> list[Flow]:
    """Return figures, those of a list that adds up to the figure before it marked as its parts."""
    out = list(flows)
    for at, (whole, first) in enumerate(pairwise(flows)):
        bare = not first.kind and not first.part  # 本年下达A，省级B，县级C
        begins = bare or first.part or first.at.left.startswith(_SPENT_ON)
        if not begins or whole.part or first.at.sentence != whole.at.sentence:
            continue
        n = slack = 0
        for size, one in enumerate(flows[at + 1 : at + 1 + _PARTS], 1):
            if not alike(one.at.value, whole.at.value) or one.at.sentence != whole.at.sentence:
                break
            if bare and one.kind:
                break
            n, slack = n + one.at.value.n, slack + one.at.value.half
            if size > 1 and agrees(whole.at.value, n, slack):
                for i in range(at + 1, at + 1 + size):
                    out[i] = evolve(out[i], part=True, closed=True)
                break
    return out


def _outer(
    one: Mention, before: Mention | None, outer: Flow | None, out: Sequence[Flow]
) -> Flow | None:
    """Return the figure that a bracket tells the way to: 期末资产N（期初A，新增B）."""
    if before is None or one.depth != 1 or before.sentence != one.sentence or before.depth:
        return outer
    last = out[-1]
    ends = last.at is before and last.kind == LEAVES and (last.plan or last.turn is not None)
    begins = one.opener == "(" and one.begin == before.close + 1
    return last if ends and begins and _OPENED.match(one.left) is not None else None


def _turned(one: Mention, out: Sequence[Flow]) -> Flow | None:
    """Return the last figure of a sentence that stands at the turn of a year."""
    near = out[-_PARTS:] if one.left[-1:] in _ELIDED else ()
    return next(
        (f for f in reversed(near) if f.turn is not None and f.at.sentence == one.sentence), None
    )


def _made_of(text: str, one: Mention, known: MovementWords) -> bool:
    """Whether a figure begins what one before it is made of: 由A和B构成, 由A加上B形成; 包括:A,B."""
    begin = one.start - len(one.left) - 1
    if one.opener == ":" and text[max(0, begin - 3) : begin].endswith(known.lists):
        return True
    if not one.left.startswith("由"):
        return False
    return any(word in text[one.end : one.end + 2 * _CLAUSE] for word in ("构成", "组成", "形成"))


def _goes_on(one: Mention, out: Sequence[Flow]) -> bool:
    """Whether the verb before the last figure holds for one more: 追加办案费A、设备费B."""
    return bool(out) and out[-1].at.sentence == one.sentence and not _anew(one.left)


def _sum(flow: Flow, out: list[Flow]) -> Flow:
    """Return a sum as all that came or all that went, by the parts that it adds up."""
    n = slack = 0
    for size, one in enumerate(reversed(out), 1):
        if not alike(one.at.value, flow.at.value) or size > _PARTS:
            break
        n, slack = n + one.at.value.n, slack + one.at.value.half
        if size > 1 and agrees(flow.at.value, n, slack):
            kinds = {part.kind for part in out[-size:]} - {""}
            out[-size:] = [evolve(part, part=True) for part in out[-size:]]
            if kinds <= {COMES, OPEN}:
                return evolve(flow, kind=WHOLE)
            return evolve(flow, kind=SPENT if kinds == {GOES} else "")
    return flow


@fixed(eq=False)
class _Told:
    """What the words before a figure say of it, as in a flow.

    Attributes:
        open: whether words behind the figure may say it, and without those, its own part.
    """

    kind: str
    said: str
    turn: Standing | None = None
    net: bool = False
    plan: bool = False
    open: bool = False


def _of_figure(
    one: Mention, said: str, last: Flow | None, words: RelationWords, known: MovementWords
) -> _Told:
    """Return what a figure is to a stock, by the words before it and those behind it."""
    if one.kind == "count":
        people = _of_people(said, words, known)
        if people is not None:
            return people
    told = _told(said)
    if not told.open:
        carried = one.depth and last is not None and last.plan and said in _CARRIED
        return _Told(OPEN, said, Standing(OPENS, None, "结转", "")) if carried else told
    turn = elided(said, last.turn if last is not None else None)
    if turn is not None:
        return _Told(OPEN if turn.side == OPENS else LEAVES, said, turn)
    if one.depth and last is not None and last.plan and said in _AT_FIRST:
        return _Told(OPEN, said, plan=True)
    if one.right.startswith(("结转", "结余", "被收回", "由财政收回", "收回")):
        return _Told(LEAVES if one.right[:1] == "结" else GOES, said)
    if told.kind:
        return told
    role = role_of(one, words)
    return _Told(COMES, said) if role.role == PLANNED and role.plain else told


def _of_people(said: str, words: RelationWords, known: MovementWords) -> _Told | None:
    """Return what a number of people is to those who are there: 年初在训儿童A名, 结业B名."""
    name = next((said[: -len(n)] for n in known.persons if said.endswith(n)), said)
    if name.endswith(known.present):
        turn = standing(name, bare(name, words), words, _present())
        return _Told(OPEN if turn.side == OPENS else LEAVES, name, turn) if turn else None
    held = _HELD.match(said)
    if held is not None:
        text = f"{held['time']}在册"
        turn = standing(text, bare(text, words), words, _present())
        if turn is not None:
            turn = evolve(turn, topic=held["noun"])
            return _Told(OPEN if turn.side == OPENS else LEAVES, said, turn)
    joined, gone = known.joined.search(name), known.gone.search(name)
    if (joined is None) == (gone is None):
        return None
    return _Told(COMES if joined is not None else GOES, said)


@lru_cache(maxsize=512)  # the same words stand before figure after figure
def _told(said: str) -> _Told:
    """Return what the words before a figure say of it."""
    words, known = relation_words(), movement_words()
    text = bare(said, words)
    if known.upon.search(said) is not None:
        return _Told(COMES, said)
    turn = standing(said, text, words, known.stocks)
    if turn is not None:
        return _Told(OPEN if turn.side == OPENS else LEAVES, said, turn)
    plan = planned(said, words)
    if plan:
        return _Told(OPEN if plan == FIRST else LEAVES, said, plan=True)
    plainly = _named(said)
    if plainly.endswith(known.wholes):
        return _Told(WHOLE, said)
    if plainly.endswith(known.spent):
        return _Told(SPENT, said)
    if plainly.endswith(("余", "存")) and _OF_A_YEAR.search(plainly) is not None:
        return _Told(LEAVES, said, net=True)
    if plainly.endswith(known.rest) and not plainly.endswith(_OTHERS):
        return _Told(COMES if "新增" in said else LEAVES, said)
    return _Told(_verbal(said, text, known), said, open=True)


def _verbal(said: str, text: str, known: MovementWords) -> str:
    """Return what the verb before a figure makes it; empty if there is none, or are two."""
    if known.taken.ending(text):
        return GOES
    if known.added.ending(text) or known.added.ending(said):  # 下达 ends with a filler
        return COMES
    if text.startswith(known.owed):
        return LEAVES
    if known.verb.search(text) is None:
        return ""
    verbs = {kind for verb, kind in known.verbs if verb in text}
    return verbs.pop() if len(verbs) == 1 else ""


def _named(text: str) -> str:
    """Return words without what stands between the name of a whole and its figure."""
    bare = text.rstrip("为均是达约")
    bare = f"{bare[:-2]}总额" if bare.endswith("资金总量") else bare
    return bare.removesuffix("资金") if not bare.endswith("可用资金") else bare


def _anew(left: str) -> bool:
    """Whether the words before a figure begin something of its own: 本年支出, 全年支出."""
    return left.startswith(("本年", "当年", "全年", "年末", "年终", "本期", "期末", "年内"))


def _changed(one: Mention, before: Mention | None) -> bool:
    """Whether a figure is the change of the comparison that stands before it."""
    bare = one.left.startswith(("增加", "减少", "增", "减", "多", "少", "上升", "超", "节约"))
    return bare or (before is not None and not one.opener and before.sentence == one.sentence)


def _said(text: str, one: Mention) -> str:
    """Return the words before a figure, after a time that a comma parts from them.

    Where only a colon stands before it, they are the label before that: 年末结转:64.20万元.
    """
    begin = one.start - len(one.left)
    if one.opener not in (",", "，", ":") or begin < 1:
        return one.left
    low = max(0, begin - _CLAUSE)
    if not one.left and one.opener == ":":
        at = max(text.rfind(mark, low, begin - 1) for mark in _MARKS) + 1
        return _NUMBER.sub("", text[max(at, low) : begin - 1])
    if "年" not in text[low : begin - 1]:
        return one.left
    at = max(text.rfind(mark, low, begin - 1) for mark in _MARKS) + 1
    ahead = text[max(at, low) : begin - 1]
    return ahead + one.left if _TIME.fullmatch(ahead) else one.left


def of_fund(one: Flow, end: Flow) -> str:
    """Return what a figure is to a fund, where that is not what it is to a budget.

    What is drawn from a fund comes into the budget; what is put into it goes out of that.
    """
    turn = end.turn
    if turn is None or turn.stock not in _BALANCES or one.kind not in (COMES, GOES, ""):
        return ""
    known = movement_words()
    drawn, put = known.drawn.search(one.said), known.put.search(one.said)
    if known.deposits.search(turn.topic):
        drawn = drawn or known.withdrawn.search(one.said)
    if (drawn is None) == (put is None):
        return ""
    return GOES if drawn is not None else COMES


def without_parts(goes: Sequence[Flow]) -> list[Flow]:
    """Return what went, without the parts that stand before or behind their sum."""
    ordered = _summed(sorted(goes, key=lambda one: (one.at.home, one.at.start)))
    for i, one in enumerate(ordered[:-1]):
        n = slack = 0
        for size, part in enumerate(ordered[i + 1 :], 1):
            n, slack = n + part.at.value.n, slack + part.at.value.half
            if size > 1 and agrees(one.at.value, n, slack):
                return [*ordered[: i + 1], *ordered[i + 1 + size :]]
    return ordered


def _summed(ordered: list[Flow]) -> list[Flow]:
    """Return what went, without what a sum behind adds up: 使用A，追加使用B，共使用C."""
    for i, one in enumerate(ordered):
        if not one.at.left.startswith(_ADDED_UP):
            continue
        n = slack = 0
        for size, part in enumerate(reversed(ordered[:i]), 1):
            if part.at.sentence != one.at.sentence:
                break
            n, slack = n + part.at.value.n, slack + part.at.value.half
            if size > 1 and agrees(one.at.value, n, slack):
                return [*ordered[: i - size], *ordered[i:]]
    return ordered
