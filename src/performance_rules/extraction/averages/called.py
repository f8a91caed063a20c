"""A price that only a name joins to its number and its amount.

火箭弹单价0.28万元 is of what was fired, 发射火箭弹352枚; in 月人均补助：城市480元，农村303元 each
member of the list is of the number and the amount that bear its name.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from performance_rules.extraction.averages.near import is_explained
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.prices.prices import Price, is_price
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
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
_LEAST: Final = 2
_NO_LEVEL: Final = re.compile("比|较|增|减|超|低于|高于|上年|去年|其中|每|均补|均支|标准|计划|预算")


def called(said: Said, near: Around) -> Product | None:
    """Return the product of a price, a number and an amount of one name; None without such."""
    if "单价" in said.at.left:
        return _of_things(near)
    if "均" in said.lead:
        return _in_list(near)
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
