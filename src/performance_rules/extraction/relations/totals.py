"""Sums that a sentence states of figures beside each other: A支出a，B支出b，合计支出t.

The figures are alike: each is named, under one head or under one that is left out the second time,
and the total says by its own words that it is one, of the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import (
    DONE,
    OPENING,
    PLANNED,
    Cast,
    agrees,
    alike,
)
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.omissions import adds_more, leaves_out
from performance_rules.text.numerals import whole_number
from performance_rules.text.years import NAMED_YEAR

_MOST: Final = 8
_FEWEST: Final = 2
_LEAST: Final = 2
_ADDED: Final = re.compile(
    r"(?:全年)?(?P<told>以上|上述)?(?:各项(?:收入|支出|资金|经费|费用)?|(?P<number>(?!三公)[两二三四五六七八九十]{1,2})(?!是)"
    r"(?:项|类|者|部分|年|批|家|笔|个?\w{0,8}?))?(?:全年)?"
    r"(?:合计|共计|总计|小计|累计|一共|总(?:[额数量和]|规模)(?=[为是达约:]|\Z)|(?<!公)共|总)(?![较比])"
)
"""How the sum of what stands before it begins: 以上四类总计, 三年累计; 合计较上年N is none."""
_CALLED: Final = re.compile(
    r"(?:以上)?(?P<what>[\u4e00-\u9fff]{2,10}?)(?P<of>经费|资金|金额|数)?(?:合计|共计|总计|小计|汇总|总[额数量和]|总规模)(?:为|是|达)?"
)
"""How the sum of a list is called by what it is of: 政府采购支出合计."""
_YEARS: Final = re.compile(r"(?:以上|上述)?[两二三四五六七八九十]{1,2}个?年")
_OF_BODY: Final = re.compile(
    r"全(?:局|委|院|校|厅|站|所|馆|办|部门|系统|中心)(?:合计|共计|共|总)?(?P<what>[\u4e00-\u9fff]{2,6}?)(?:为|是|达)?"
)
"""全局在编N, behind what each body has."""
_DIGITS: Final = ("exchanged", "changed")
"""Slips of the pen that leave the rest of a number as it was."""
_ASIDE: Final = re.compile(
    "其中|包括|[比较]上|[比较]去|增加|减少|结余|剩余|每|均|共|合计|总计|目标|计划|由|从|[升增降减]至"
)
_DATED: Final = re.compile(r"(?:[为较比与]|相当于)?(?:(?:19|20)\d\d年|上年|去年)")
"""What begins so is what another year had."""
_MAIN: Final = re.compile("主要|其中|例如")
_SOME: Final = re.compile("主要|部分|其中|有的|例如|如")
_NOT_OF: Final = (
    "其中",
    "上年",
    "去年",
    "年初",
    "预算",
    "计划",
    "本年",
    "全年",
    "累计",
    "各",
    "剩余",
)
_BRACKET: Final = 24
_BEFORE: Final = re.compile(r"[^\d,，。;:、()\s—-]{2,24}\Z")
_WITHIN: Final = "小计"
_SO_FAR: Final = "累计"
"""What is reached by then holds what stands before it: 一季度A，上半年累计B，全年累计C."""
_OTHERS: Final = ("其他", "其它", "其余")
_VERB: Final = re.compile(r"(?:分别)?(?:为|是|共|达)\Z")
_DONE_ALL: Final = re.compile(r"\A(?:全年|当年|本年|已|累计)*(?:完成|实施)(?![率量值])(?=..)")
_ORDINAL: Final = re.compile(r"(?:其中)?第([一二三四五六七八九十]{1,2}|\d)[批期次笔]")


@fixed(eq=False)
class Total:
    """Figures with their names, and what they add up to.

    Attributes:
        parts: the figures with their names.
        total: their sum.
        complete: whether they are said to be all that it is of.
    """

    parts: tuple[tuple[str, Mention], ...]
    total: Mention
    complete: bool = False


def totals(
    parts: Sequence[Cast], words: RelationWords, home: int | None = None, text: str = ""
) -> list[Total]:
    """Return the sums that the sentences of a text state.

    Args:
        parts: the figures, those of paragraphs before among them, with the parts they play.
        words: the words of relations.
        home: the paragraph in which a sum stands; any by default.
        text: that paragraph.
    """
    found: list[Total | None] = []
    called: list[Total | None] = []
    for i, one in enumerate(parts):
        if home not in (None, one.at.home) or one.at.kind not in ("amount", "count"):
            continue
        if is_sum(one.at):
            found.append(_total(parts, i, words, text))
        else:
            called.append(_of_kinds(parts, i))
    return [one for one in (*found, *called) if one is not None]


def _of_kinds(parts: Sequence[Cast], at: int) -> Total | None:
    """甲类支出A，乙类支出B，支出合计N: the kinds, told right before, of what a sum is called.

    They are all there are where each is named in full as a kind of that: 采购货物支出 of 采购支出.
    Where they only end alike there may be others, unless the sum is one digit off.
    """
    total = parts[at].at
    if at < _FEWEST:
        return None
    said = _CALLED.fullmatch(total.left) or _OF_BODY.fullmatch(total.left)
    if said is None or said["what"].startswith(_NOT_OF):
        return None
    beside: list[Mention] = []
    for one in reversed([cast.at for cast in parts[max(0, at - _MOST - 1) : at]]):
        if one.sentence != total.sentence or one.home != total.home:
            break
        if one.depth > total.depth or one.kind in ("percent", "points"):
            continue
        if one.depth < total.depth or not alike(one.value, total.value):
            return None
        beside.insert(0, one)
    if any(one.label for one in beside[1:]) or (beside and _MAIN.search(beside[0].label)):
        return None
    what, last = (
        said["what"],
        f"{said['what']}{said['of'] or ''}" if "of" in said.re.groupindex else "",
    )
    if last and all(_VERB.sub("", one.left).endswith(last) for one in beside):
        what = last  # 施工合同金额A，监理合同金额B，合同金额合计N
    names = [_VERB.sub("", one.left) or (what if one.opener == ")" else "") for one in beside]
    if len(beside) < _FEWEST or beside[-1].close + 1 != total.begin or len(set(names)) < len(names):
        return None
    others = names[-1] in _OTHERS
    told = names[:-1] if others else names
    split = all(_is_kind(what, name) for name in told)
    joined = all(_is_kind(name, what) for name in told) and set("".join(told)) == set(what)
    tail = all(name.endswith(what) for name in told)
    if not (told and (split or joined or tail)) or any(_ASIDE.search(name) for name in names):
        return None
    n, slack = sum(m.value.n for m in beside), sum(m.value.half for m in beside)
    slipped = slip(n, total.value.n) in _DIGITS
    full = (split and not tail) or joined or others or slipped or agrees(total.value, n, slack)
    if not full and n - slack <= total.value.n + total.value.half:
        return None
    return Total(tuple(zip(names, beside, strict=True)), total, complete=full)


def _is_kind(what: str, name: str) -> bool:
    """Whether a name says all of another one, at its end what that ends with, and more."""
    rest = iter(name)
    return len(name) > len(what) and name[-1] == what[-1] and all(char in rest for char in what)


def is_sum(one: Mention) -> bool:
    """Whether words call a figure the sum of what stands before it."""
    return _ADDED.match(one.left) is not None


def _said(one: Cast) -> str | None:
    """Return what a total is said to be of, behind the word for it; None where it is none."""
    found = _ADDED.match(one.at.left)
    return one.at.left[found.end() :] if found is not None else None


def _total(parts: Sequence[Cast], at: int, words: RelationWords, text: str) -> Total | None:
    total = parts[at].at
    beside: list[Cast] = []
    apart = False
    for one in reversed(parts[max(0, at - _MOST - 1) : at]):
        if one.at.sentence != total.sentence or one.at.home != total.home:
            break
        if one.at.depth != total.depth or one.at.kind in ("percent", "points"):
            continue
        if not alike(one.at.value, total.value):
            if one.at.kind == total.kind or one.at.kind == "price":
                break
            if one.at.part == total.part and not beside:
                apart = True
            continue
        if (apart or total.left.startswith(_WITHIN)) and one.at.part != total.part:
            break  # A；采购64台，合计N; A；B、C，小计N: of these alone
        beside.insert(0, one)
    if not beside:
        return _of_sentences(parts, at)
    if leaves_out([one.at for one in parts[parts.index(beside[0]) : at]]):
        return None  # 林场4个、巡护队1组、林业站12个，共17个
    if adds_more(parts[at - 1].at, total):
        return None  # 其余为零星支出，共N: a thing without a figure stands before it
    opened = [i for i, one in enumerate(beside) if one.at.left.startswith(words.parts)]
    begun = beside[: opened[-1]] if opened else []
    again = any(_is_same(one.at, total) for one in begun)  # N，其中A a，B b，合计N
    beside = beside[len(begun) :]
    beside = [one for one in beside if not (_is_same(one.at, total) and "总" in one.at.left)]
    if len(beside) < _FEWEST or len(beside) > _MOST or not _named(beside, parts[at], words, text):
        return None
    listed = _are_listed(parts[:at], beside, total)
    values = [one.at.value for one in beside]
    n, slack = sum(v.n for v in values), sum(v.half for v in values)
    short = n < total.value.n and slip(n, total.value.n) in _DIGITS
    short = short and _MAIN.search(beside[0].at.label) is None
    complete = listed or again or _are_all(beside, total, text) or short
    names = [_opened(_name(one, text), words) for one in beside]
    made = Total(
        tuple((name, one.at) for name, one in zip(names, beside, strict=True)), total, complete
    )
    if agrees(total.value, n, slack):
        return made
    for size in range(1, len(values)):
        # Of a list that a label opens, only what stands last may be what the total is of.
        for some in combinations(values, size) if not listed else (values[-size:],):
            if agrees(total.value, sum(v.n for v in some), sum(v.half for v in some)):
                return None
    return made


def _are_listed(before: Sequence[Cast], beside: Sequence[Cast], total: Mention) -> bool:
    """Whether parts are the whole list behind a label: 实际到位:中央A、省级B，共N."""
    first = beside[0].at
    plainly = _ADDED.fullmatch(total.left) is not None and total.opener in ("", *",，、")
    if first.opener != ":" or not first.label or _SOME.search(first.label) or not plainly:
        return False
    inside = [one for one in before if one.at.home == total.home and one.at.start >= first.start]
    open_ended = any(one.at.right.startswith("等") for one in beside)
    money = total.kind == "amount" and first.part == total.part
    return money and len(inside) == len(beside) and not open_ended


def _are_all(beside: Sequence[Cast], total: Mention, text: str) -> bool:
    """Whether parts are said to be all: 四项合计 of four; 第一批, 第二批, 第三批."""
    said = _ADDED.match(total.left)
    number = whole_number(said["number"]) if said is not None and said["number"] else None
    if number is not None:
        return number == len(beside)
    series = [_ORDINAL.match(_name(one, text)) for one in beside]
    return [one and whole_number(one[1]) for one in series] == [*range(1, len(beside) + 1)]


def _is_same(one: Mention, total: Mention) -> bool:
    return one.value.n == total.value.n


def _named(beside: Sequence[Cast], total: Cast, words: RelationWords, text: str) -> bool:
    """Whether figures are each named and may be added to what the total is said to be of."""
    names = [_name(one, text) for one in beside]
    if len(set(names)) < len(names) or any(len(name) < _LEAST for name in names):
        return False
    barred = [word for word in (*words.parts, *words.bounds) if word not in total.at.left]
    barred.append(_SO_FAR)
    lefts = [_opened(one.at.left, words) for one in beside[:1]]
    lefts += [one.at.left for one in beside[1:]]
    if total.at.kind == "count" and all(one.at.opener == "、" for one in beside[1:]):
        lefts[0] = _DONE_ALL.sub("", lefts[0])  # 完成造林A亩、育林B亩: of both
    if any(word in left for left in lefts for word in barred):
        return False
    natures = [word for word in words.natures if word in total.at.left]
    if any(word not in one.at.label + one.at.left for one in beside for word in natures):
        return False  # 支付A，支付B，合同金额合计N: of the contracts they are paid on
    told = _ADDED.match(total.at.left)
    if told is not None and told["told"] and told.end() == len(total.at.left):
        return {one.role for one in beside} <= {"", OPENING, PLANNED}
    roles = {one.role for one in beside if one.role}
    if roles <= {total.role} and _are_all(beside, total.at, text):
        return True  # 第一期A人，第二期B人，两期共培训N人
    if len(roles) > 1 or any(one.plain for one in beside):
        return False
    said = _said(total) or ""
    if any(one.head and one.head in said for one in beside):
        return True
    if said and total.at.kind == "count" and all(name[-1] in said for name in names):
        return True  # 执勤用车A辆、应急用车B辆，共计车辆N辆
    if _is_of_all(beside, total, said) or _is_governed(beside, said):
        return True
    acts = any(head in said for head, role in words.heads if role in (DONE, PLANNED))
    return words.money.make(said) and not acts  # 分年安排A、B，累计拨付N


def _opened(left: str, words: RelationWords) -> str:
    """Return words without those that open a list: 其中用于甲的."""
    opener = next((word for word in words.parts if left.startswith(word)), "")
    return left.removeprefix(opener)


def _is_of_all(beside: Sequence[Cast], total: Cast, said: str) -> bool:
    """Whether parts are all of what their sum is of, by a longer head or by the verb before them.

    资金支出A，资金支出B，合计支出N; 支付甲资金A，支付乙资金B，合计支付N.  Of 总支出 the parts
    are the sources of the money by their levels: it may be of more than what stands before it.
    """
    if len(said) < _LEAST or total.role != DONE:
        return False
    if all(one.at.left.startswith(said) for one in beside):
        return True
    headed = any(one.head.endswith(said) and one.role == DONE for one in beside)
    counted = not total.at.left.startswith("总")
    return headed and (counted or all(_LEVEL.match(_name(one)) for one in beside))


def _is_governed(beside: Sequence[Cast], said: str) -> bool:
    """Whether the verb of a sum stands before the first of its parts and is left out of the others.

    举办甲班A期、乙班B期，共举办N期: where the others have verbs of their own, it is of the first.
    """
    first, *others = beside
    if len(said) < _LEAST or not first.at.left.removeprefix("共").startswith(said):
        return False
    if all(one.at.left.startswith(said) for one in others):
        return True
    return all(one.at.opener == "、" and not one.role for one in others)


def _of_sentences(parts: Sequence[Cast], at: int) -> Total | None:
    """A支出a；B支出b。以上两项合计N: a sum in a sentence of its own says how many it is of."""
    total = parts[at].at
    said = _ADDED.match(total.left)
    number = whole_number(said["number"]) if said is not None and said["number"] else None
    if number is None or not _FEWEST <= number <= _MOST or total.depth:
        return None
    pieces: dict[tuple[int, int], list[Cast]] = {}
    for one in parts[:at]:
        if one.at.kind == total.kind and not one.at.depth:
            pieces.setdefault((one.at.home, one.at.part), []).append(one)
    last = [*pieces.values()][-1] if pieces else []
    if not last or last[0].at.sentence == total.sentence or total.home - last[0].at.home > 1:
        return None
    told = [*pieces.values()][-number:]
    noun = _VERB.sub("", total.left[said.end() :]) if said is not None else ""
    named = [one for piece in told for one in piece if noun and one.at.left.endswith(noun)]
    each = len(named) == len(told) and all(len({*piece} & {*named}) == 1 for piece in told)
    once = len(last) == number and not any(_DATED.match(one.at.left) for one in last)
    once = once and not each
    told = [last] if once else told
    beside = last if once else named if each else [one[0] for one in told]
    if not (once or each) and any(not _is_aside(m.at.left) for one in told for m in one[1:]):
        return None  # A安排a，支出b；C安排c，支出d
    if _YEARS.match(total.left) and not all(NAMED_YEAR.search(one.at.left) for one in beside):
        return None  # 三年共N: of years, whatever three figures stand before it
    first, names = beside[0].at, {_name(one) for one in beside}
    if len(beside) != number or len(names) < number or min(map(len, names)) < _LEAST:
        return None
    if any(not alike(one.at.value, total.value) or _ASIDE.search(one.at.left) for one in beside):
        return None
    if len({one.role for one in beside if one.role}) > 1 or total.sentence - first.sentence > _MOST:
        return None
    return Total(tuple((_name(one), one.at) for one in beside), total, complete=True)


def _is_aside(left: str) -> bool:
    """Whether a figure is told beside one that is added: what it was a year before, how it grew."""
    return _ASIDE.search(left) is not None or _DATED.match(left) is not None


_LEVEL: Final = re.compile(r"(?:中央|自治[区州]|[省市州县区镇乡]级?|本级|社会|单位|自筹)")


def _name(one: Cast, text: str = "") -> str:
    """Return what a figure is called; where a bracket stands before it, by the words before that.

    第一批（甲县）下达N.
    """
    if text and one.at.opener == ")":
        end = text.rfind("(", max(0, one.at.begin - _BRACKET), one.at.begin)
        before = _BEFORE.search(text[max(0, end - _BRACKET) : end]) if end > 0 else None
        if before is not None:
            return before[0] + one.at.left
    return one.topic or one.at.left
