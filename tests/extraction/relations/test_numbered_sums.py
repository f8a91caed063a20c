"""Numbered lines of a head that is the sum of all of them but one."""

from __future__ import annotations

import pytest
from tests.extraction.judged import errors

KIND = "project_evaluation"
HEAD = "全年共下达航道养护资金{}万元，分两批拨付到各县航道站和有关乡镇，资金投向为：\n"
LINES = (
    "1.疏浚类420.50万元，实施项目7个，其中干流4个、支流3个；\n"
    "2.护岸类236.80万元，实施项目5个；\n3.看护员补助58.20万元，惠及194人次，每人次3,000元；\n{}"
)
LAST = {
    "what was forgotten": ("4.监理费16.40万元，用于验收。", True),
    "somebody else's money": ("4.乡镇自筹16.40万元，用于验收。", False),
    "what is left": ("4.年末结余16.40万元。", False),
    "called after another item": ("4.护岸类监理16.40万元。", False),
}


@pytest.mark.parametrize(("last", "wrong"), LAST.values(), ids=LAST)
def test_what_is_numbered_is_counted(last: str, wrong: bool) -> None:
    """The head lacks the last item: forgotten, unless its name says that it is none of it."""
    assert bool(errors((HEAD + LINES).format("715.50", last), KIND)) == wrong


def test_all_of_them_make_their_head() -> None:
    """The number of parts that money was given out in is not that of its lines."""
    assert errors((HEAD + LINES).format("731.90", LAST["what was forgotten"][0]), KIND) == []
