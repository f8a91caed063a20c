"""What stands near and belongs elsewhere: an item's own figure, an excess, a number told later."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = {
    "an item in a line of its own has no plan but its own": (
        "到位情况：资金到位740.00万元，到位率100%。",
        "支出情况：支出721.30万元，执行率97.47%。其中：",
        "花卉交易棚：支出310.00万元，执行率100.00%；",
        "机耕路：支出411.30万元，执行率95.65%。",
    ),
    "how much more was done than planned is no whole": (
        "组织群众务工1420人次，超目标220人次，其中脱贫户503人次，占35.42%。",
    ),
    "a bound that was passed is no whole": ("服务群众超过500人，其中老年人620人。",),
    "a price is for those who were told before, not for those behind it": (
        "实际培训620人，其中焊工205人、厨师187人、保洁228人；按人均900元补助，共55.80万元；"
        "取得证书540人，取证率87.1%。",
    ),
}
WRONG = {
    "the item's own plan stands in its line": (
        "机耕路：预算430.00万元，支出411.30万元，执行率98.65%。",
    ),
    "all that was done is a whole": ("组织群众务工420人次，其中脱贫户503人次。",),
    "a price and the number right before it": ("实际培训620人，按人均900元补助，共58.50万元。",),
}


@pytest.mark.parametrize("name", RIGHT)
def test_what_only_stands_near_contradicts_nothing(name: str) -> None:
    """Items, excesses and later numbers are none of the figures of the claim beside them."""
    assert [] == errors(*RIGHT[name])


@pytest.mark.parametrize("name", WRONG)
def test_what_belongs_together_is_still_judged(name: str) -> None:
    """The plain forms of the same sentences are found when they are wrong."""
    assert len(errors(*WRONG[name])) == 1
