"""A net change is made by the changes beside it, where the rest is said to be unchanged."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

SAID = {
    "the others the same": "灯塔费增加{}，浮标费减少5.00万元，其余持平，总支出净增15.00万元。",
    "set off": "灯塔费减少5.00万元，浮标费增加{}，增减相抵后净增加15.00万元。",
    "three of them, a net cut": (
        "灯塔费减少{}，浮标费减少2.00万元，码头费增加7.00万元，其他无变化，合计净减少15.00万元。"
    ),
}
SILENT = {
    "nothing said of the others": "灯塔费增加21.00万元，浮标费减少5.00万元，总支出净增15.00万元。",
    "a part": (
        "灯塔费减少12.00万元，浮标费增加3.00万元，其中灯器增加1.00万元，其他不变，净减7.00万元。"
    ),
    "another figure between": (
        "灯塔费增加21.00万元，浮标费9.00万元，码头费减少5.00万元，其余持平，总支出净增15.00万元。"
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_a_net_change_is_what_the_changes_make(name: str) -> None:
    """The rises less the cuts, or the cuts less the rises."""
    assert errors(SAID[name].format("20.00万元")) == []
    assert errors(SAID[name].format("21.00万元")) == ["MAT-002-MOVED"]


@pytest.mark.parametrize("name", SILENT)
def test_changes_that_may_not_be_all_prove_nothing(name: str) -> None:
    """Something may have changed besides, or a part be counted twice."""
    assert errors(SILENT[name]) == []
