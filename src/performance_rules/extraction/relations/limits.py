"""Bounds that a sentence sets: 最低 ≤ 平均 ≤ 最高; 其中, 有效问卷, 实到; 控制在…以内; 丁市最高.

A part is no more than its whole, what came back no more than what was sent out, and a thing that
is said to be the highest of a list no lower than another one in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction import quantities
from performance_rules.extraction.relations.mentions import Mention
from performance_rules.extraction.relations.orderings import Ordering, clause_start, comparable
from performance_rules.extraction.relations.roles import without_tail
from performance_rules.extraction.relations.words import RelationWords
from performance_rules.extraction.scan import Token

_MEAN: Final = re.compile(
    r"(?:平均|均)(?:得分|分|值|数)?(?:为|是|达)?\Z|(?:平均|户均|人均|次均|站均|校均|均)[^,，]{0,8}\Z"
)
_AVERAGE: Final = re.compile(
    r"(?:平均(?:得分|分|值|数|用时|时长|天数|时间|成绩)?|均分|均值)(?:为|是|达|约)?\Z"
)
_TOP: Final = re.compile(
    r"\A(?:其中)?(?:最高|最大|最长|最多)(?:得分|分|值|的|者)?(?:为|是|达|有)?\Z"
)
_BOTTOM: Final = re.compile(
    r"\A(?:其中)?(?:最低|最小|最短|最少)(?:得分|分|值|的|者)?(?:为|是|仅|仅为|只有|有)?\Z"
)
_PART: Final = "其中"
_NO_WHOLE: Final = re.compile(
    r"(?:净增加?|增加|减少|增长|净减少?|增收|增减|多|少|每|平均|均|累计|占|第)(?:了|为)?\Z"
)
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
_CLAIM: Final = re.compile(
    r"(?P<who>[^\d,，。;、:()|]{2,20})最(?P<most>高|低|多|少|大|小|长|短|快|慢)(?=[,，。;、]|$)"
)
_MEAN_OF: Final = re.compile(
    r"(?:总体|整体)?(?:平均(?:得分|分|值|数|成绩|每[一-鿿])?|均分|均值)(?:为|是|达|约)?\Z"
)
_TOP_OF: Final = re.compile(
    r"(?:其中)?(?:各[一-鿿]{1,4}?)?(?:得分|分数|成绩|分值)?(?:最高|最大|最长|最多)(?:得分|分|值|者|的[^\d,，。;]{0,8})?(?:为|是|达|有)?\Z"
)
_BOTTOM_OF: Final = re.compile(
    r"(?:其中)?(?:得分|分数|成绩|分值)?(?:最低|最小|最短|最少)(?:得分|分|值|者|的[^\d,，。;]{0,8})?(?:为|是|仅|仅为|只有|有)?\Z"
)
_EACH_ONE: Final = re.compile("每(.)")
_ONE: Final = re.compile("的一(.)")
_CALLED: Final = re.compile(
    r"(?:其中)?(?:得分|评分|分数|成绩|支出|收入|金额|投入|数量)?最(?P<most>高|低|多|少|大|小)"
    r"(?:的)?(?:地区|单位|部门|乡镇|季度|县区|区县|项目)?(?:分别)?(?:为|是)(?P<who>[^\d,，。;、]{2,12}?)(?:的|为|是)?\Z"
)
_ITS_WORDS: Final = re.compile(r"(?:得分|评分|为|的|是|支出|收入|得)+\Z")
_LESS: Final = frozenset("低少小短慢")
_SKIP: Final = re.compile(r"(?:其中|以|从|五地之中|看|分别|的|为|是|支出|执行)")
_FEWEST: Final = 3
_OPENER: Final = 16
_LEAST: Final = 2
_NEAR: Final = 6


def limits(
    text: str, found: Sequence[Mention], recent: Sequence[Mention], words: RelationWords
) -> list[Ordering]:
    """Return the bounds that a paragraph sets for its own figures.

    Args:
        text: the paragraph.
        found: its figures in their order.
        recent: those of the paragraphs before it.
        words: the words of relations.
    """
    made = [*_extremes(found, words), *_parts(text, found, words), *_steps(text, found, words)]
    if "控制在" in text:
        made += _kept(text, found)
    if "最" in text:
        made += _highest(text, found)
        made += _called_highest(text, found, recent)
    return made


def _extremes(found: Sequence[Mention], words: RelationWords) -> Iterator[Ordering]:
    """平均得分N，最高M，最低L: of one sentence, and of one thing."""
    for i, mean in enumerate(found):
        if "均" not in mean.left or _AVERAGE.search(mean.left) is None or mean.kind == "price":
            continue
        for one in found[i + 1 : i + 4]:
            if one.sentence != mean.sentence or not comparable(one, mean, words):
                break
            if one.kind != mean.kind or one.depth != mean.depth:
                break
            if _TOP.match(one.left):
                yield Ordering(mean, one, "at_most", f"{one.left}{one.value.printed}")
            elif _BOTTOM.match(one.left):
                yield Ordering(mean, one, "at_least", f"{one.left}{one.value.printed}")
            else:
                break
    for top, bottom, mean in zip(found, found[1:], found[2:], strict=False):
        if "均" not in mean.left or mean.kind == "price" or _MEAN_OF.match(mean.left) is None:
            continue
        if _TOP_OF.match(top.left) is None or _BOTTOM_OF.match(bottom.left) is None:
            continue
        each = _EACH_ONE.search(mean.left)
        if any((m := _ONE.search(b.left)) and each and m[1] != each[1] for b in (top, bottom)):
            continue  # 最多的一期120人, 平均每县260人
        same = all(
            one.part == mean.part
            and one.kind == mean.kind
            and one.depth == mean.depth
            and comparable(one, mean, words)
            for one in (top, bottom)
        )
        if same:
            wording = f"{mean.left}{mean.value.printed}"
            yield Ordering(mean, top, "at_most", wording)
            yield Ordering(mean, bottom, "at_least", wording)
    for one, other in pairwise(found):
        if "最" not in one.left or one.sentence != other.sentence:
            continue
        if one.kind != other.kind or one.kind == "price":
            continue
        if not comparable(one, other, words) or one.depth != other.depth:
            continue
        if _TOP.match(one.left) and _BOTTOM.match(other.left):
            yield Ordering(other, one, "at_most", f"{other.left}{other.value.printed}")


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
        if _NO_WHOLE.search(whole.left) or _NO_WHOLE.search(one.left) or _MOVING.search(whole.left):
            continue
        if one.unit in _GENERIC and not _is_same_thing(whole, one, words):
            continue
        if _MOVING.search(text, whole.end, one.end):
            continue
        yield Ordering(one, whole, "at_most", f"{one.left}{one.value.printed}{one.right[:6]}")


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
                yield Ordering(other, one, "at_most", f"{other.left}{other.value.printed}")
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


def _highest(text: str, found: Sequence[Mention]) -> Iterator[Ordering]:
    """甲县98%，乙县91%，丁市88%。丁市最高: by name, of the list right before it."""
    for said in _CLAIM.finditer(text):
        before = [m for m in found if m.end <= said.start() and m.depth == 0]
        if not before or said.start() - before[-1].end > 40:
            continue
        last = before[-1]
        listed: list[Mention] = []
        for one in reversed(before[-12:]):
            joined = not listed or listed[-1].start - len(listed[-1].left) - one.end <= 1
            if one.kind != last.kind or one.part != last.part or not joined:
                break
            if type(one.value) is not type(last.value) or one.unit != last.unit:
                break
            listed.append(one)
        listed.reverse()
        if len(listed) < _FEWEST:
            continue
        begin = max(0, listed[0].start - len(listed[0].left) - _OPENER)
        yield from _named_highest(said, listed, text[begin : listed[0].start])


def _named_highest(
    said: re.Match[str], listed: Sequence[Mention], opener: str
) -> Iterator[Ordering]:
    own = [
        one for one in listed if len(_place(one)) >= _LEAST and said["who"].startswith(_place(one))
    ]
    if len(own) != 1:
        return
    metric = said["who"].removeprefix(_place(own[0]))
    if metric and metric not in opener:
        return
    less = said["most"] in _LESS
    best = min(listed, key=lambda m: m.value.n) if less else max(listed, key=lambda m: m.value.n)
    if best is own[0] or best.value.n == own[0].value.n:
        return
    order = "at_most" if less else "at_least"
    yield Ordering(own[0], best, order, f"{said['who']}最{said['most']}")  # type: ignore[arg-type]


def _called_highest(
    text: str, found: Sequence[Mention], recent: Sequence[Mention]
) -> Iterator[Ordering]:
    """甲镇92分、乙镇88分、丙镇79分。最低为乙镇88分: a list above names one and its figure."""
    for one in found:
        left = one.left
        if not left and one.opener == "(":
            left = text[clause_start(text, one.start - 1) : one.start - 1]
        said = _CALLED.match(left) if "最" in left else None
        if said is None or one.kind == "price":
            continue
        before = [m for m in (*recent, *found) if (m.home, m.end) <= (one.home, one.start)]
        for listed in _lists([m for m in before if m is not one], one):
            own = [m for m in listed if _named_alone(m) == said["who"]]
            if len(own) != 1 or own[0].value.n != one.value.n:
                continue
            less = said["most"] in _LESS
            best = (min if less else max)(listed, key=lambda m: m.value.n)
            if best.value.n != one.value.n:
                wording = f"{left}{one.value.printed}"
                yield Ordering(one, best, "at_most" if less else "at_least", wording)


def _lists(before: Sequence[Mention], like: Mention) -> Iterator[Sequence[Mention]]:
    """Yield the lists of figures of one kind whose items one mark separates, each with a name."""
    listed: list[Mention] = []
    for one in before:
        goes_on = (
            bool(listed)
            and (one.home, one.part, one.depth) == (listed[-1].home, listed[-1].part, 0)
            and one.opener in (*",，、",)
            and one.start - len(one.left) - listed[-1].end == 1
            and (len(listed) < _LEAST or one.opener == listed[-1].opener)
        )
        fits = one.kind == like.kind and type(one.value) is type(like.value)
        fits = fits and one.unit == like.unit and len(_named_alone(one)) >= _LEAST
        if goes_on and fits:
            listed.append(one)
            continue
        if len(listed) >= _FEWEST:
            yield listed
        listed = [one] if fits and one.depth == 0 else []
    if len(listed) >= _FEWEST:
        yield listed


def _named_alone(one: Mention) -> str:
    return _ITS_WORDS.sub("", one.left)


def _place(one: Mention) -> str:
    """Return the name of a list's item, without what is measured: 甲县支出率 is 甲县."""
    match = re.match(r".{1,8}?[省市县区乡镇村州旗局]", one.left)
    return match[0] if match is not None else one.left
