"""Rates whose own words say what they are of: 按调整后预算计算的支出率; 户数完成率; 平均负荷率.

Words before the rate name the figure that it is reckoned of, or the three figures follow each
other: what was planned or built for, what became of it, and a rate that is called after either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.fitting import Rate, fits
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import DONE, Cast, alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.text.words import has_any

_SPENT: Final = r"(?:支出|执行|支付|使用|拨付|完成)(?:率|进度)"
_RECKONED: Final = re.compile(
    rf"[按以](?:照)?(?P<base>[\u4e00-\u9fff]{{2,12}}?)(?:作?为(?:基数|分母|基准|口径|依据))?(?:口径|数|总额)?"
    rf"(?:来?(?:计算|测算|核算|衡量|计))的?(?P<rate>[\u4e00-\u9fff]{{0,6}}?{_SPENT})(?:为|是|达到?)?\Z"
)
_PLANNED: Final = re.compile(
    r"(?:全年|年度|本年|当年|年初|项目)*(?:计划|目标|任务|应)(?:任务|目标)?(?P<deed>[\u4e00-\u9fff]{0,6})"
)
_DEED: Final = re.compile(
    r"(?:全年|年内|当年|本年|实际|已|共|累计|年末|年底|至年末)*(?P<deed>[\u4e00-\u9fff]{2,4})"
)
_NO_DEED: Final = re.compile(
    "[未不没尚超余剩差缺拟应增减比较占]|其中|计划|目标|任务|完工.|预算|每|新增|申报|审批|审核|合格"
)
_COUNTED: Final = re.compile(
    r"(?:任务|计划|目标|数量|总体|项目)*(?P<of>[\u4e00-\u9fff]?[户件人面里座宗套台村处个栋间点台场期篇车床亩](?:数|积|程|次|量))?"
    r"(?:任务|计划|目标)?(?P<deed>[\u4e00-\u9fff]{2,4})率(?:为|是|达到?)?"
)
_DONE_OF: Final = ("完成", "任务完成", "计划完成", "目标完成")
_FINISHED: Final = ("完成", "竣工", "完工", "建成", "交付", "结业", "办结", "验收", "实施")
_NOUNS: Final = {
    "面积": ("平方米", "亩", "公顷", "平方公里", "万亩"),
    "里程": ("公里", "千米", "米"),
}
_BUILT: Final = re.compile(
    r"(?:原|总)?(?:设计|核定|额定|批复)(?:总)?(?:日)?(?:处理|供水|生产|供应|接待|运营)?(?:规模|能力|容量|产能|负荷)(?:合计|共|总计|为|是|总)*"
)
_RUN: Final = re.compile(
    r"(?:全年|平均|实际|年)*(?:日均|日平均|平均日|实际日|平均每[日天]|每[日天]平均)(?:实际|处理|供水|生产|供应|接待|运行)*(?:水|污水)?(?:量)?(?:约|为|是|达)*"
)
_LOAD: Final = re.compile(
    r"(?:平均|年均|全年|年平均|实际|运行|设施|设备|处理|水力)*(?:负荷率|利用率|产能利用率|运行率)(?:为|是|约|达到?)?"
)
_NEAR: Final = 16
_BEFORE: Final = 24
_TWO: Final = 2


def called_rates(
    parts: Sequence[Cast], home: int, words: RelationWords, text: str
) -> Iterator[Rate]:
    """Yield the rates of a paragraph whose own words say what they are of.

    Args:
        parts: its figures, and those before it, with the parts they play.
        home: its number.
        words: the words of relations.
        text: its text.
    """
    for at, one in enumerate(parts):
        if one.at.kind == "percent" and one.at.home == home:
            made = (
                _reckoned(parts, at, words)
                or _counted(parts, at, words, text)
                or _loaded(parts, at)
            )
            if made is not None:
                yield made


def _reckoned(parts: Sequence[Cast], at: int, words: RelationWords) -> Rate | None:
    """按调整后预算计算的支出率P: what was spent of the figure of that name."""
    rate = parts[at].at
    said = _RECKONED.search(rate.left)
    if said is None or not words.neutral.make(rate.left[: said.start()]):
        return None
    near = [one for one in parts[max(0, at - _NEAR) : at] if one.at.home == rate.home]
    near = [one for one in near if one.at.kind == "amount"]
    named = [one.at for one in near if _is_called(one.at, said["base"], words)]
    spent = [one.at for one in near if one.role == DONE and not one.topic and not one.at.depth]
    if len({m.value.n for m in named}) != 1 or len({m.value.n for m in spent}) != 1:
        return None
    base, figure = named[-1], spent[-1]
    if not alike(figure.value, base.value) or rate.sentence < figure.sentence:
        return None
    if not fits(figure.value, base.value, rate.value):
        others = [one.at.value for one in near if one.at is not figure]
        if any(fits(value, base.value, rate.value) for value in others):
            return None  # 其中财政拨款支出率: of a part of what was spent
    return Rate(figure, base, rate)


def _is_called(one: Mention, name: str, words: RelationWords) -> bool:
    """Whether words name a figure: 调整后预算 of 调整后预算为N."""
    said = without_tail(one.left or one.label, words).removesuffix("数")
    name = name.removesuffix("数")
    return len(name) > _TWO and said.endswith(name)


def _counted(parts: Sequence[Cast], at: int, words: RelationWords, text: str) -> Rate | None:
    """计划450户，竣工432户，户数完成率P: each in the clause behind the other."""
    three = _three(parts, at)
    if three is None or three[0].kind != "count":
        return None
    base, figure, rate = three
    begin = max(text.rfind("。", 0, base.begin) + 1, base.begin - _BEFORE)
    if has_any(text[begin : rate.close + _BEFORE], words.amended):
        return None  # 计划320户，年中调整为310户
    planned, deed = _PLANNED.fullmatch(base.left), _DEED.fullmatch(figure.left)
    called = _COUNTED.fullmatch(rate.left)
    if planned is None or deed is None or called is None or base.unit in words.timed:
        return None
    if _NO_DEED.search(figure.left) is not None or has_any(base.left, words.lower):
        return None
    of = called["of"]
    if of and not of.startswith(figure.unit[:1]) and figure.unit not in _NOUNS.get(of, ()):
        return None
    done = called["deed"]
    if done not in _DONE_OF and done not in figure.left:
        return None
    if not of and deed["deed"] not in _FINISHED and deed["deed"] not in base.left:
        return None  # 计划改造A，入住B，完成率P
    return _sure(parts, at, Rate(figure, base, rate))


def _loaded(parts: Sequence[Cast], at: int) -> Rate | None:
    """日均处理1.9万吨，设计规模2.5万吨/日，负荷率P: what runs of what was built for."""
    three = _three(parts, at)
    if three is None or _LOAD.fullmatch(three[2].left) is None:
        return None
    for figure, base in (three[:2], three[1::-1]):
        if _RUN.fullmatch(figure.left) is not None and _BUILT.fullmatch(base.left) is not None:
            return _sure(parts, at, Rate(figure, base, three[2]))
    return None


def _three(parts: Sequence[Cast], at: int) -> tuple[Mention, Mention, Mention] | None:
    """Return a rate with the two figures before it, where each stands behind the other."""
    if at < _TWO:
        return None
    one, other, rate = (m.at for m in parts[at - _TWO : at + 1])
    same = one.sentence == other.sentence == rate.sentence and one.home == rate.home
    same = same and one.depth == other.depth == rate.depth and alike(one.value, other.value)
    return (one, other, rate) if same and rate.opener in ("，", ",") else None


def _sure(parts: Sequence[Cast], at: int, made: Rate) -> Rate | None:
    """Return a rate that holds, or that no other two figures near it make."""
    if fits(made.figure.value, made.base.value, made.rate.value):
        return made
    near = [one.at for one in parts[max(0, at - _NEAR) : at + _TWO * _TWO]]
    near = [m for m in near if m.kind in ("amount", "count")]
    own = (made.figure, made.base)
    for one in near:
        for other in near:
            if one in own and other in own:
                continue  # what was planned is no part of what was done
            if one is not other and fits(one.value, other.value, made.rate.value):
                return None
    return made
