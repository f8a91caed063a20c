"""Goals that are said to be reached, against what was reached."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    (
        "年初设定航标正常率目标不低于98%，泊位利用率目标不低于80%，投诉办结率目标不低于95%。年末实际值分别为98.6%、82.2%、96%，三项目标全部实现。",
    ),
    (
        "年初设定航标正常率目标不低于98%，泊位利用率目标不低于80%，投诉办结率目标不低于95%。年末实际值分别为98.6%、78.2%、96%，除泊位利用率外均已完成。",
    ),
    (
        "年初设定航标正常率目标不低于98%，泊位利用率目标不低于80%，投诉办结率目标不低于95%。年末实际值分别为98.6%、78.2%、96%，三项目标未全部实现。",
    ),
    ("目标值分别为90%、85%、95%，实际分别完成92%、88%、96%，各项指标均已达标。",),
    ("目标值分别为90%、85%、95%，实际分别完成92%、83%、96%。",),
    ("设定逾期率不超过3%、漏检率不超过2%的目标，实际分别为2.1%、1.6%，两项指标均达到目标要求。",),
    ("岸线整治目标12公里，实际完成12.6公里，达到年度目标。",),
    ("巡航目标≥240次，实际252次；培训目标≥60人，实际64人。两项目标均已完成。",),
    ("船员满意度92.2%，达到年初确定的不低于90%的目标。",),
    ("事故率1.2%，实现了控制在1.5%以内的目标。",),
    ("事故率1.2%，实现了1.5%的目标。",),
    ("投运率93%，基本达到95%的目标。",),
    ("投运率93%，未达到95%的目标。",),
    ("完成投资80万元，完成100万元目标的80%。",),
    ("年均能耗目标42吨，实际40吨，完成目标。",),
    ("能耗目标42吨，实际45吨，超额完成目标。",),
    ("计划采购浮标12座，实际完成10座，因台风推迟，达到调整后目标。",),
)

WRONG = (
    (
        "年初设定航标正常率目标不低于98%，泊位利用率目标不低于80%，投诉办结率目标不低于95%。年末实际值分别为98.6%、78.2%、96%，三项目标全部实现。",
    ),
    ("目标值分别为90%、85%、95%，实际分别完成92%、83%、96%，各项指标均已达标。",),
    ("设定逾期率不超过3%、漏检率不超过2%的目标，实际分别为2.1%、2.6%，两项指标均达到目标要求。",),
    ("岸线整治目标12公里，实际完成10公里，达到年度目标。",),
    ("巡航目标≥240次，实际252次；培训目标≥60人，实际54人。两项目标均已完成。",),
    ("船员满意度86.2%，达到年初确定的不低于90%的目标。",),
    ("事故率1.8%，实现了控制在1.5%以内的目标。",),
    ("年均能耗目标不高于42吨，实际45吨，完成目标。",),
)


@pytest.mark.parametrize("paragraphs", RIGHT, ids="".join)
def test_what_agrees_and_what_is_of_something_else_is_silent(paragraphs: tuple[str, ...]) -> None:
    """A goal that was reached, or that no word gives a side, is right; one not said to be, too."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG, ids="".join)
def test_what_cannot_hold_is_found(paragraphs: tuple[str, ...]) -> None:
    """A goal that is said to be reached and was missed is an error, alone or among several."""
    assert errors(*paragraphs)
