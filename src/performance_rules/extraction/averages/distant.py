"""An average whose amount or number stands further off in its paragraph.

建设大棚52座，总投资416万元.  …每座大棚平均造价8.6万元.  Words do not join the three, so that the
arithmetic must: the only number that counts what the average is for one of, and the only amount
that comes out over it without a rest, the average being wrong by a digit alone.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.averages.near import is_explained, only_count
from performance_rules.extraction.averages.telling import is_meant
from performance_rules.extraction.percentages.around import Around
from performance_rules.extraction.relations.prices.prices import Price, price_of
from performance_rules.extraction.relations.prices.products import (
    Product,
    agrees,
    made_of,
)

_NO_LEVEL: Final = re.compile("比|较|增|减|超|低于|高于|上年|去年|其中|每|均|标准|控制|邻|目标")


def distant(near: Around, price: Price) -> Product | None:
    """Return an average with figures further off that can alone be meant; None without such."""
    count = only_count(near, price)
    if count is None or near.one.depth or near.one.value.approximate is not None:
        return None
    amounts = [m for m in near.before if m.kind == "amount" and m.home == near.one.home]
    amounts = [
        m
        for m in amounts
        if not m.depth and price_of(m, near.words) is None and not _NO_LEVEL.search(m.left)
    ]
    made = [made_of(price, count, m, 1) for m in amounts]
    told = [one for one in made if one is not None and is_meant(one)]
    if len({one.amount.value.n for one in told}) != 1:
        return None
    own = told[0]
    return None if not agrees(own) and is_explained(near, price) else own
