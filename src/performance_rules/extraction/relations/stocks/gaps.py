"""What was due, what was done of it, and what is still open: 应收A，实收B，未收C.

The three say so by their words: what is not done is called as what is done, a gap is one of money
that should arrive, and so on.  Where a fourth figure of their kind stands beside them, what was
waived, put off or told besides may be the rest, and nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.fixed import fixed
from performance_rules.text.years import NAMED_YEAR

_NEAR: Final = 8
_BACK: Final = 1
"""So many sentences back may what was due stand."""
_BOTH: Final = 2
_USED: Final = "用于"
_EACH: Final = re.compile("[每均]")
_PARTS: Final = ("其中", "包括", "含")
_DUE: Final = r"应|计划|任务|目标|核定|合同|批复|受理|收到|申报|共有|需"
_ARRIVED: Final = "到位|落实|筹集|筹措|筹资"
_FUNDED: Final = r"总投资|计划|需|应|概算|批复|申请|预算|下达"
_NAME: Final = r"(?:总额|总计|合计|总量)?(?:为|共|达|是)?\Z"
_UNDONE: Final = re.compile(
    r"(?:\A|[^\w]|尚|仍|还|逾期)(?:有)?(?:未|尚未|没有|欠|漏|缺|少|短)(?P<verb>[收缴报发放支付拨用完竣开到训检查办结建改配安交参]|整改|销号)(?![出明])"
)
_GAP: Final = re.compile(
    r"(?:缺口|尚差|还差|尚缺|未到位|未落实|未筹[集措])(?:资金|经费|款|金额)?(?:为|约|达|共)?\Z"
)
_OPEN: Final = re.compile(r"\A(?:剩余|其余|余下|尚有|还有)?\Z")
_STILL: Final = re.compile(r"\A(?:件|户|个|栋|人)?(?:正在|仍在|还在|在建|在办|待|未|尚未|没有)")
_FINISHED: Final = re.compile("完成|办结|建成|完工|竣工|已|实际")
_EARLY: Final = re.compile("按时|按期|及时|累计|预计|拟|其中|(?<!节)约")
_COUNTED: Final = re.compile(r"\((?:其中)?:?(?:含|包括|包含|不含|不包括|另)")
_OF_YEAR: Final = re.compile("本年|年度|当年|今年|本期")
_TOLD: Final = re.compile(
    "净资产|净[收利]|收支|限额|空间|额度|节约|节省|核减|审减|[待欠漏缺少短差未]|没有|闲置|沉淀|[正仍还]在|在[建办]"
)
"""Without which no figure says what is open."""
_NOUN: Final = re.compile(r"的(?P<noun>\w{2,6})\Z")


@fixed
class _Trio:
    """What the three figures of one kind are called.

    Attributes:
        due, done, left: their names.
        closed: whether each may be taken apart in full: what is in such a list is no rest.
        counted: whether they are only of what is counted, no money.
    """

    due: re.Pattern[str]
    done: re.Pattern[str]
    left: re.Pattern[str]
    closed: bool = False
    counted: bool = False


_NAMED: Final = (
    _Trio(
        re.compile(rf"(?:总资产|(?<![固定流动无形负\w])(?:[年期]末)?资产|单位资产){_NAME}"),
        re.compile(rf"(?:总负债|(?<!流动)负债){_NAME}"),
        re.compile(rf"净资产{_NAME}"),
    ),
    _Trio(
        re.compile(rf"限额{_NAME}"),
        re.compile(rf"(?:债务|债券)余额{_NAME}"),
        re.compile(r"(?:剩余限额|限额剩余|限额结余|举债空间|限额空间|剩余额度)(?:为|共|达)?\Z"),
    ),
    _Trio(
        re.compile(
            r"\A(?!.*(?:[两三四五]年|总[目任]|规划))[^,，。;]*(?:目标|任务|计划)(?:任务|值|数)?(?:[^\d,，。;]{0,8})\Z"
        ),
        re.compile(
            r"\A(?:已|实际|截至年[末底]|年末|共)*(?:建成|完成|新建|改造|完工|实现)[^\d]{0,8}\Z"
        ),
        re.compile(r"\A(?:距目标|与目标相比)?(?:尚|还|仍)[差缺欠](?:目标)?\Z"),
        counted=True,
    ),
    _Trio(re.compile(_FUNDED), re.compile(f"(?<!未)(?:{_ARRIVED})"), _GAP),
    _Trio(
        re.compile(rf"(?<!财政)(?<!拨款)(?<!补助)(?<!补贴)(?<!其他)(?:收入|营收|销售额){_NAME}"),
        re.compile(
            r"\A(?:全年|年度|当年|本年|同期|各项|扣除|减去|总|运营|运行|运维|经营|生产|管护|实际)*"
            rf"(?:成本|支出|费用)(?:支出|费用)?{_NAME}"
        ),
        re.compile(
            r"\A(?:全年|年度|当年|本年)?(?:实现|取得)?"
            rf"(?:净收益|净收入|净利润?|收支(?:相抵后?)?结余){_NAME}"
        ),
        closed=True,
    ),
    _Trio(
        re.compile(rf"(?:预算|控制价|限价|概算|送审(?:金额|价|额)?|报审(?:金额|价|额)?){_NAME}"),
        re.compile(rf"(?:成交|中标|审定|结算|合同)(?:价|金额|额|造价)?{_NAME}"),
        re.compile(
            r"\A(?:资金)?(?:节约|节省|核减|审减)(?:了)?(?:资金|金额|财政资金)?(?:为|达|共)?\Z"
        ),
    ),
    _Trio(
        re.compile(rf"资金(?:总额|总量|规模)?{_NAME}|下达|到位|合同(?:价|额|金额|总价)"),
        re.compile(rf"(?:已|实际|累计)(?:拨付|支付|使用|支出|发放){_NAME}"),
        re.compile(r"\A(?:仍|尚)?(?:待拨付|待支付|待发放|闲置|沉淀)(?:资金)?\Z"),
    ),
)


_ANY: Final = re.compile(
    "|".join(f"(?:{one.pattern})" for one in (*(trio.left for trio in _NAMED), _UNDONE))
)
"""Any of the names of what is open."""


def gaps(text: str, found: Sequence[Mention]) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Yield what was due, what was done of it and what is open.

    Args:
        text: the paragraph.
        found: its figures in their order.
    """
    told = len(found) > _BOTH and _TOLD.search(text) is not None
    for at, one in enumerate(found) if told else ():
        if one.kind not in ("amount", "count") or one.depth:
            continue
        trio = _called(one)
        if trio is None:
            continue
        near = [
            m
            for m in found[max(0, at - _NEAR) : at + _NEAR]
            if m is not one
            and alike(m.value, one.value)
            and one.sentence - _BACK <= m.sentence <= one.sentence
        ]
        if trio.closed:
            near = _without_lists(near, one)
        noun = _NOUN.search(one.name)
        if noun is not None:
            of_it = [m for m in near if m.name.endswith(noun["noun"])]
            near = of_it if len(of_it) >= _BOTH else near
        if len(near) != _BOTH:
            continue
        due, done = near
        counted = _COUNTED.match(text, due.end) or _COUNTED.match(text, done.end)
        called = trio.due.search(due.name) and trio.done.search(done.name)
        if called and not counted and _go(due, done, one):
            yield due, done, one


def _called(one: Mention) -> _Trio | None:
    """Return what the other two are called, by what is open."""
    left = _ANY.search(one.name) is not None
    for trio in _NAMED if left else ():
        if trio.left.search(one.name) is not None and (not trio.counted or one.kind == "count"):
            return trio
    undone = _UNDONE.search(one.name) if left else None
    if undone is not None:
        return _Trio(re.compile(_DUE), re.compile(f"(?<![抽复补]){undone['verb']}"), _UNDONE)
    if _OPEN.match(one.left) is not None and _STILL.match(one.right) is not None:
        return _Trio(re.compile(_DUE), _FINISHED, _OPEN)
    return None


def _without_lists(near: Sequence[Mention], left: Mention) -> list[Mention]:
    """Return the figures that may be the rest.

    What one of something costs, a list that adds up to a figure, and what the rest is used for are
    none.
    """
    used = next((m.start for m in near if m.start > left.end and m.left.startswith(_USED)), None)
    rest = [m for m in near if (used is None or m.start < used) and not _EACH.search(m.left)]
    out: list[Mention] = []
    while rest:
        whole, *rest = rest
        out.append(whole)
        if not rest or not rest[0].left.startswith(_PARTS):
            continue
        size = 1 + sum(1 for _ in takewhile(lambda m: m.opener == "、", rest[1:]))
        slack = whole.value.half + sum(m.value.half for m in rest[:size])
        if abs(sum(m.value.n for m in rest[:size]) - whole.value.n) <= slack:
            rest = rest[size:]
    return out


def _go(due: Mention, done: Mention, left: Mention) -> bool:
    """Whether three figures can be of one thing and one time, and stand in their order."""
    parts = (due, done, left)
    if not due.start < done.start < left.start or due.depth or done.depth:
        return False
    if any(_EARLY.search(m.name) or m.right.startswith("等") for m in parts):
        return False
    if len({year for m in parts for year in NAMED_YEAR.findall(m.name)}) > 1:
        return False
    return not (_OF_YEAR.search(left.name) and not _OF_YEAR.search(due.name))
