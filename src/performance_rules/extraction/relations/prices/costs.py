"""What a price is paid for, said by a noun of cost: 每人每年保费30元，…，保费支出115.2万元.

An amount that a price of such a noun makes has it too, or has no noun of its own.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.figures.mentions import Mention

COST: Final = re.compile(
    r"(?:缴纳?|交|收)?(?P<cost>[\u4e00-\u9fff]{1,3}(?<!资)[费金薪])(?:标准)?(?:为|约)?"
)
"""What is paid for one of so many, whatever it is for."""
_TIMED: Final = re.compile(rf"每(?:年度?|个?月|[天日周季]|季度|学期|学年){COST.pattern}\Z")
_NOUN: Final = re.compile(
    "[\u4e00-\u9fff]{1,3}?[费金款薪](?P<rest>(?:支出|合计|共计|总额|总计)*)\\Z"
)
_PLAIN: Final = re.compile(
    "(?:共|合计|总计|总|计|需|应|全年|年|实际|已|累计|约|为|达|支出|支付|缴纳|列支|资金|金额|经费|费用)*"
)
_TAIL: Final = 2


def is_of_cost(amount: Mention, price: Mention) -> bool:
    """Whether an amount is of the cost that a price names, or of nothing narrower.

    每人每年保费30元，投保N人，赔付A: what is paid to them is not what is paid for them.
    """
    told = _TIMED.search(price.left)
    if told is None or told["cost"][-_TAIL:] in amount.left:
        return True
    return _PLAIN.fullmatch(amount.left) is not None


def without_noun(left: str, price: Mention) -> str:
    """Return the words before an amount without the noun that its price has: 保费每人A，保费B."""
    noun = _NOUN.search(left)
    if noun is None or left[noun.start() : noun.start("rest")] not in price.left:
        return left
    return left[: noun.start()] + noun["rest"]
