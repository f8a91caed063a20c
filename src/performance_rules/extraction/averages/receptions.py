"""What was spent on each guest, told with the guests and away from the money.

公务接待费 is told once among the “三公”, and below them 接待18批次、150人次，人均60元: both have
one name, and a body has one of each.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.averages.near import is_explained
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.prices.prices import Price
from performance_rules.extraction.relations.prices.products import Product, agrees, made_of

_BODY: Final = (
    r"(?:[\u4e00-\u9fff]{2,20}"
    r"(?:局|委员会|委|办公室|办|办事处|中心|院|厅|校|学|处|队|站|馆|协会|联合会|政府|法院|检察院))"
)
_COST: Final = re.compile(
    rf"(?:其中|和|及|[^\d]{{0,16}}(?:19|20)\d\d年度?{_BODY}?)?"
    r"公务接待费(?:用)?(?:支出)?(?:决算)?数?(?:为|是)?"
)
_NARROWER: Final = re.compile("下属|所属|直属|二级|机关本级|本级|其中")
"""Before 公务接待费, that of less than the body whose guests are told."""
_RECEIVED: Final = re.compile(r"(?:全年|本年|共|国内)*公务接待(?:任务|活动)?(?:共|累计|计)?")
_GUESTS: Final = ("人次", "人")
_BATCHES: Final = ("批次", "批", "次")
_AND: Final = ("", "、", ",", "，")
_FEWEST: Final = 3
"""What was spent, the visits and the guests stand before it."""


def of_guests(near: Around, price: Price) -> Product | None:
    """Return an average of all guests with what was spent on them; None without such."""
    if price.period or len(near.before) < _FEWEST:
        return None
    *further, batches, guests = near.before
    if not _are_all(batches, guests, near.one):
        return None
    said = [m for m in further if m.kind == "amount" and not m.depth and _is_cost(m)]
    if len({m.value.n for m in said}) != 1:
        return None
    own = made_of(price, guests, said[-1], 1)
    return None if own is None or (not agrees(own) and is_explained(near, price)) else own


def _is_cost(one: Mention) -> bool:
    """Whether a figure is what the body spent on guests: 2021年某局公务接待费支出N."""
    said = _COST.fullmatch(one.left)
    return said is not None and _NARROWER.search(one.left) is None


def _are_all(batches: Mention, guests: Mention, mean: Mention) -> bool:
    """Whether the visits and the guests of a sentence are all that a body received."""
    beside = (batches.home, batches.part) == (guests.home, guests.part) == (mean.home, mean.part)
    told = batches.unit in _BATCHES and _RECEIVED.fullmatch(batches.left) is not None
    follows = guests.unit in _GUESTS and not guests.left.strip("共计接待") and guests.opener in _AND
    return beside and told and follows
