"""A price that only a name joins to its number and its amount.

火箭弹单价0.28万元 is of what was fired, 发射火箭弹352枚; in 月人均补助：城市480元，农村303元 each
member of the list is of the number and the amount that bear its name; and 人均培训费 is of 培训费,
whatever is said of that in between.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.extraction.averages.near import average_of, is_explained
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import undivided
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.prices.prices import Price, is_price
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    is_counted,
    made_of,
)
from performance_rules.extraction.statements.said import Said

_PRICE: Final = re.compile(
    r"(?P<name>[^\W\d]{2,8}?)的?(?:采购|平均|中标|合同|综合)?单价(?:为|是)?\Z"
)
_COST: Final = re.compile(
    r"(?P<name>[^\W\d]{0,6}?)(?:采购|购置)?"
    r"(?:费用?|经费|支出|资金|金额|款|合计|共计?|总价)+[为是]?\Z"
)
_EACH: Final = re.compile(r"每(?P<unit>[^\W\d])")
_LABEL: Final = re.compile(r"(?P<monthly>月)?人均(?P<later>每?月)?[^\W\d]{0,6}(?:分别为)?\Z")
_NOUN: Final = re.compile(
    r"(?:\A|平均|实际)(?:每?[人户车辆次台亩床生批]次?|每[个所座家公里]{1,2})均?(?P<noun>[\u4e00-\u9fff]{2,10}?)(?:支出|约)?(?:为|是|达)?\Z"
)
"""What an average is an average of: 培训费 of 人均培训费."""
_SPENT: Final = "(?:实际|全年|共)*(?:支出|决算|开支|列支|发生)*(?:数|额)?(?:共计?|合计)?(?:为|是)?"
_ALL_MONEY: Final = (
    "支出",
    "费用",
    "经费",
    "成本",
    "资金",
    "投入",
    "金额",
    "补助",
    "补贴",
    "财政拨款",
)
_BETWEEN: Final = re.compile(r"其中|另|包括|含|部分|上年|去年|半年|季度|\d月|[()]")
_PLANNED: Final = re.compile("计划|目标|拟|预计|应")
_LEAST: Final = 2
_NO_LEVEL: Final = re.compile("比|较|增|减|超|低于|高于|上年|去年|其中|每|均补|均支|标准|计划|预算")


def called(said: Said, near: Around) -> Product | None:
    """Return the product of a price, a number and an amount of one name; None without such."""
    if "单价" in said.at.left:
        return _of_things(near)
    if "均" in said.lead:
        return _of_noun(said, near) or _in_list(near)
    return _of_kind(near)


def _of_things(near: Around) -> Product | None:
    """发射火箭弹352枚…火箭弹单价0.28万元，弹药费用为98.56万元."""
    one = near.one
    told = _PRICE.search(one.left)
    amount = near.behind[0] if near.behind else None
    if told is None or amount is None or amount.kind != "amount" or amount.part != one.part:
        return None
    cost = _COST.fullmatch(amount.left)
    if cost is None or amount.opener not in (",", "，"):
        return None
    if cost["name"] and not set(cost["name"]) & set(told["name"]):
        return None
    counts = [m for m in near.before if m.kind == "count" and m.home == one.home]
    counts = [m for m in counts if m.left.endswith(told["name"]) and "计划" not in m.left]
    if len({m.value.n for m in counts}) != 1:
        return None
    price = Price(one, counts[-1].unit)
    own = made_of(price, counts[-1], amount, 1)
    if own is None or agrees(own):
        return own
    return None if is_explained(near, evolve(price, mean=True)) else own


def _of_noun(said: Said, near: Around) -> Product | None:
    """培训费支出A，较预算增加D，培训N人次，人均培训费B: of the amount that it is called after."""
    one, price = near.one, average_of(said, near.words)
    told = _NOUN.search(one.left) if price is not None else None
    if price is None or told is None or told["noun"] in _ALL_MONEY:
        return None
    here = [m for m in near.before if (m.home, m.part, m.depth) == (one.home, one.part, one.depth)]
    ends = re.compile(re.escape(told["noun"]) + _SPENT + r"\Z")
    amounts = [m for m in here if m.kind == "amount" and ends.search(m.left)]
    amounts = [m for m in amounts if _NO_LEVEL.search(m.left) is None]
    counts = undivided(m for m in here if is_counted(m, price, near.words))
    counts = [m for m in counts if _PLANNED.search(m.left) is None]
    if len(amounts) != 1 or len(counts) != 1 or counts[0].start < amounts[0].start:
        return None
    between = said.run.plain[amounts[0].close : one.start]
    if _BETWEEN.search(between) is not None:
        return None
    own = made_of(price, counts[0], amounts[0], 1)
    return own if own is None or agrees(own) or not is_explained(near, price) else None


def _of_kind(near: Around) -> Product | None:
    """换灯具36盏，装遥测终端42套：…终端8.40万元，每套2000元: of all that are called so."""
    one = near.one
    told = _EACH.fullmatch(one.left)
    amount = near.before[-1] if near.before else None
    if told is None or amount is None or amount.kind != "amount" or len(amount.left) < _LEAST:
        return None
    if amount.home != one.home or amount.close + 1 != one.begin or _NO_LEVEL.search(amount.left):
        return None
    counts = [m for m in near.before if m.kind == "count" and m.home == one.home]
    counts = [m for m in counts if m.unit == told["unit"] and m.left.endswith(amount.left)]
    if len({m.value.n for m in counts}) != 1:
        return None
    price = Price(one, told["unit"], mean=True)
    own = made_of(price, counts[-1], amount, 1)
    return own if own is None or agrees(own) or not is_explained(near, price) else None


def _in_list(near: Around) -> Product | None:
    """月人均补助：城市480元，农村303元, where another member of the list comes out."""
    one = near.one
    members = [m for m in (*near.before, one, *near.behind) if _is_beside(m, one)]
    label = next((m.label for m in members if m.opener == ":"), "")
    told = _LABEL.search(label)
    if told is None or len(members) < _LEAST or one not in members:
        return None
    monthly = bool(told["monthly"] or told["later"])
    price = Price(one, "人", "月" if monthly else "", mean=True)
    own = _named(near, price)
    if own is None or agrees(own):
        return own
    others = [_named(near, evolve(price, at=m)) for m in members if m is not one]
    if not any(other is not None and agrees(other) for other in others):
        return None
    return None if is_explained(near, price) else own


def _is_beside(one: Mention, other: Mention) -> bool:
    same = (one.home, one.part) == (other.home, other.part)
    return same and one.kind == other.kind and len(one.left) >= _LEAST


def _named(near: Around, price: Price) -> Product | None:
    """Return the number and the amount whose names begin as that of an average."""
    name = price.at.left
    found = [m for m in near.before if m.left.startswith(name) and m is not price.at]
    found = [m for m in found if _NO_LEVEL.search(m.left) is None]
    counts = [m for m in found if m.kind == "count" and m.unit in ("人", "名")]
    amounts = [m for m in found if m.kind == "amount" and not is_price(m, near.words)]
    if any(len({m.value.n for m in same}) != 1 for same in (counts, amounts)):
        return None
    return made_of(price, counts[0], amounts[0], 12 if price.period else 1)
