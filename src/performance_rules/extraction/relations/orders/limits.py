"""Bounds that a sentence sets: 其中, 有效问卷, 实到; 控制在…以内.

A part is no more than its whole, and what came back no more than what was sent out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Ordering, comparable
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.relations.parts.subsets import is_of_these
from performance_rules.extraction.tokens import quantities
from performance_rules.extraction.tokens.scan import Token

LIMITS: Final = "其控问调测应受次"
"""One of these stands in all words that set a bound: 其中, 控制在, 问卷, 应到, 受理, 人次."""
_PART: Final = "其中"
_NO_WHOLE: Final = re.compile(
    r"(?:净增加?|增加|减少|增长|净减少?|增收|增减|多|少|每|平均|均|累计|占|第)(?:了|为)?\Z"
)
_BEYOND: Final = re.compile(r"(?:超过?|超出|超额|高于|多于|少于|低于)[^\d]{0,8}\Z")
"""Before how much more or less than a goal there was: 超目标390人次 is no whole."""
_MOVING: Final = re.compile("撤|注销|退出|流出|减员|调出|核销|累计|历年|以前年度|上年|另")
_GENERIC: Final = frozenset(
    {"个", "项", "处", "家", "次", "件", "所", "宗", "笔", "类", "批", "台", "套", "条", "期", "场"}
)
_NET: Final = re.compile("均|净|增加|减少|增减")
_MEASURED: Final = frozenset({"分", "天", "日", "小时", "分钟", "度", "级", "岁", "倍", "次/年"})
"""What does not add up: a part may have more of it than the whole."""
_SENT: Final = re.compile(
    r"(?:发放|发出|下发|共发|发)(?:调查|满意度|测评|征求意见)*(?:问卷|调查表|测评表|调查问卷)?(?:共|共计|为)?\Z"
)
_BACK: Final = re.compile(
    r"(?:回收|收回|收到)(?:了|调查|满意度|测评)*(?:问卷|调查表|测评表|调查问卷)?(?:共|共计|为)?\Z"
)
_VALID: Final = re.compile(
    r"(?:有效|收回有效|回收有效)(?:调查)?(?:问卷|样本|答卷|调查表|份数|票)?(?:共|为|是)?\Z"
)
_PLEASED: Final = re.compile(r"(?:满意|较满意|比较满意|基本满意|非常满意|很满意)(?:的|有|为)*\Z")
_ASKED: Final = re.compile(r"(?:对|向|面向)(?:全部|全体|所有)\Z")
_DUE: Final = re.compile(r"(?:应到|应参加|应参会|应参训|应参评|应考|应检|应答)[^,，\d]{0,4}\Z")
_CAME: Final = re.compile(
    r"(?:实到|实际到会|实际参加|实参加|实际参会|实际参训|实际参评|实考|实际参考|实检|实答)[^,，\d]{0,4}\Z"
)
_TAKEN: Final = re.compile(r"受理[^,，\d]{0,8}\Z")
_CLOSED: Final = re.compile(r"\A(?:已|全部|均已|共|现已)?办结(?:率)?\Z")
_CARRIED: Final = re.compile("旧存|积存|存案|结转|历史|往年|上年|上一年|去年|年初|含")
_VISITS: Final = "人次"
_PEOPLE: Final = frozenset({"人", "名"})
_LIMIT: Final = re.compile(
    r"[,，](?:严格|均|全部|有效|已|仍)?控制在(?P<of>[^\d,，。;、():每均单次人户]{0,12})(?P<figure>[\d,.]{1,20})(?P<unit>亿元|万元|元|%)(?:\(含\))?(?:之内|以内|以下|内)"
)
_LIMITED: Final = re.compile(r"[^每均单次人户]*\Z")
_AND: Final = ("及", "和", "与", "以及")
_LEAST: Final = 2
_NEAR: Final = 6


def limits(text: str, found: Sequence[Mention], words: RelationWords) -> list[Ordering]:
    """Return the bounds that a paragraph sets for its own figures.

    Args:
        text: the paragraph.
        found: its figures in their order.
        words: the words of relations.
    """
    made = [*_parts(text, found, words), *_steps(text, found, words)]
    if "控制在" in text:
        made += _kept(text, found)
    return made


def _parts(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """救助64名，其中机构训练58名: of people and things, a part is no more than its whole."""
    for i in range(1, len(found)):
        one = found[i]
        if one.kind != "count" or not one.left.startswith(_PART) or _MOVING.search(one.left):
            continue
        before = [m for m in found[max(0, i - _NEAR) : i] if m.kind not in ("percent", "points")]
        whole = before[-1] if before else None
        if whole is None or whole.kind != "count" or whole.sentence != one.sentence:
            continue
        if not _is_beside(whole, one, found[max(0, i - _NEAR) : i]) or (
            whole.unit != one.unit and not comparable(whole, one, words)
        ):
            continue
        if not comparable(whole, one, words) or whole.depth > one.depth:
            continue
        if whole.unit in _MEASURED or _NET.search(whole.left) is not None:
            continue
        if _BEYOND.search(whole.left) is not None:
            continue
        if _NO_WHOLE.search(whole.left) or _NO_WHOLE.search(one.left) or _MOVING.search(whole.left):
            continue
        if one.unit in _GENERIC and not _is_same_thing(whole, one, words):
            continue
        if _MOVING.search(text, whole.end, one.end) or _is_of_divided(before, one):
            continue
        yield Ordering(one, whole, "at_most", f"{one.left}{one.value.printed}{one.right[:6]}")


def _is_of_divided(before: Sequence[Mention], one: Mention) -> bool:
    """Whether a part may be of more than the figure right before 其中: of all that it is joined to.

    Or of one that the figures before divide: 合同A份，已履行B、在履行C.
    """
    if one.value.n > before[-1].value.n and one.value.n <= _joined(before):
        return True
    sums: list[int] = []
    for said in reversed(before):
        if said.sentence != one.sentence or not alike(said.value, one.value):
            return False
        if said.value.n in sums[1:] and said.value.n >= one.value.n > before[-1].value.n:
            return True
        sums.append(said.value.n + sum(sums[-1:]))
    return False


def _joined(before: Sequence[Mention]) -> int:
    """Return what the last figure and those that it is joined to hold: 科室A个及下属单位B个."""
    total = before[-1].value.n
    for last, one in pairwise(reversed(before)):
        joint = last.opener == "、" or last.left.startswith(_AND)
        if not joint or one.close + (last.opener == "、") != last.begin:
            break
        if not alike(one.value, last.value):
            break
        total += one.value.n
    return total


def _is_beside(whole: Mention, one: Mention, before: Sequence[Mention]) -> bool:
    """Whether 其中 speaks of a figure: in its own piece, or as the only count of the one before."""
    if whole.part == one.part:
        return True
    counts = [m for m in before if m.part == whole.part and m.kind == "count"]
    return one.opener == ";" and whole.part == one.part - 1 and len(counts) == 1


def _is_same_thing(whole: Mention, one: Mention, words: RelationWords) -> bool:
    """24个项目，其中重点项目30个: the same noun; 12个乡镇，其中85个村 are others."""
    noun = whole.right or without_tail(whole.left, words)[-_LEAST:]
    if len(noun) < _LEAST:
        return False
    return noun[-_LEAST:] in one.left or noun[-_LEAST:] in one.right


_CHAIN: Final = (_SENT, _BACK, _VALID, _PLEASED)
_STEPS: Final = ((_DUE, _CAME), (_TAKEN, _CLOSED))


def _steps(text: str, found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """发放≥回收≥有效≥满意; 应到≥实到; 受理≥办结; 人次≥人数."""
    counts = [m for m in found if m.kind == "count"]
    if "问卷" in text or "调查表" in text or "测评表" in text:
        yield from _questionnaires(counts, words)
    for one, other in pairwise(counts):
        if one.part != other.part or one.depth != other.depth:
            continue
        for first, second in _STEPS:
            said = first.search(one.left) and second.search(other.left)
            if said and comparable(one, other, words) and _CARRIED.search(text) is None:
                came = first is _TAKEN and not is_of_these(text, other)
                wording = f"{other.left}{other.value.printed}"
                yield Ordering(other, one, "at_most", wording, inferred="came" if came else "")
        if one.unit in _PEOPLE and other.unit == _VISITS and not other.left:
            beside = other.start - one.end <= 1 and text[one.end : other.start] in (
                "、",
                ",",
                "，",
                "/",
            )
            if beside:
                yield Ordering(
                    other,
                    evolve(one, unit=_VISITS),
                    "at_least",
                    f"{one.value.printed}、{other.value.printed}",
                )


def _questionnaires(counts: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    by_sentence: dict[int, list[tuple[int, Mention]]] = {}
    for one in counts:
        rank = next((n for n in (2, 1, 0, 3) if _CHAIN[n].search(one.left)), None)
        if rank is None and _ASKED.search(one.left) is not None:
            rank = -1
        if rank is not None:
            by_sentence.setdefault(one.sentence, []).append((rank, one))
    for told in by_sentence.values():
        ranks = [rank for rank, _ in told]
        if len(set(ranks)) < len(ranks) or ranks != sorted(ranks):
            continue  # two questionnaires
        for (low, one), (high, other) in pairwise(told):
            if high == 3 and low < 1:
                continue
            asked = [m.value.n for m in counts if one.end < m.start and m.end < other.start]
            if other.value.n <= one.value.n + sum(asked) and asked:
                continue  # 发放问卷200份，电话访问100人，收回有效样本286份: of both
            same = comparable(one, other, words) or (low == -1 and other.unit == "份")
            same = same or {one.unit, other.unit} <= {"份", "人", "名", "户", "家"}
            if same and one.depth == other.depth:
                yield Ordering(other, one, "at_most", f"{other.left}{other.value.printed}")


def _kept(text: str, found: Sequence[Mention]) -> Iterator[Ordering]:
    """债务余额A，控制在限额B以内: what is kept is the only figure of its part before it."""
    for said in _LIMIT.finditer(text):
        before = [m for m in found if m.end <= said.start()]
        one = before[-1] if before else None
        if one is None or one.end != said.start() or _LIMITED.match(one.left) is None:
            continue
        unit = said["unit"]
        letter = "P" if unit == "%" else "N"
        token = Token(letter, said.start("figure"), said.end("unit"), said["figure"], unit)
        value = quantities.percent(token) if unit == "%" else quantities.amount(token)
        if value is None or one.kind != ("percent" if unit == "%" else "amount"):
            continue
        same = [m for m in before if m.part == one.part and m.kind == one.kind]
        if len(same) != 1 or (unit == "%" and said["of"]):
            continue
        base = evolve(one, value=value, start=token.start, end=token.end, left="", right="")
        yield Ordering(one, base, "at_most", said[0].lstrip(",，"))
