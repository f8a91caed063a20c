"""Places that a text gives figures, lists in an order, and chains from the first to the last."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    (
        "支出最多的是灯塔大修486万元，占比40%；其次是浮标更新392万元，占比32%；增幅最大的是海图测绘，增加120万元，其次为航标遥测，增加150万元。",
    ),
    ("支出最多的是灯塔大修486万元，其次，安排浮标更新492千元。",),
    ("增幅最大的是灯塔大修，支出186万元，其次为浮标更新，支出392万元。",),
    ("进度最快的东港为97.8%，其次是西港，为95.1%，再次是南港，为93.4%。",),
    ("扣分最多的是东港，得分82.5分，其次是西港，得分85.6分。",),
    ("人数最多的是东站，支出120万元，其次是西站，支出150万元。",),
    ("支出居前三位的依次为灯塔大修486万元、浮标更新392万元、海图测绘157万元。",),
    ("人均支出居前三位的依次为东港120万元、西港150万元、南港90万元。",),
    ("用时由少到多依次为东港12天、西港19天、南港28天。",),
    ("东港执行率95%，居全市第3位；西港执行率93%，居全市第5位；南港执行率99%，居全市第1位。",),
    ("东港执行率95%，居全市第3位；西港满意度97%，居全市第5位。",),
    ("东港缺陷率2%，排名第1；西港缺陷率3%，排名第2；南港缺陷率5%，排名第3。",),
    ("东港得分95分，位列一类港第一；西港得分97分，位列二类港第一。",),
    ("得分96分，在全省排名第2；上年得分97分，排名第5。",),
)
WRONG = (
    ("东港得分95.2分，位列第一；西港得分96.4分，位列第二；南港得分94.9分，位列第三。",),
    ("东港执行率99.2%、排名第1，西港执行率99.5%、排名第2，南港执行率97.1%、排名第3。",),
    ("疏浚支出612.3万元，占比最大；护岸支出648.5万元，居第二位；测绘支出76.2万元，居第三位。",),
    ("进度最快的东港为97.8%，其次是西港，为98.1%，再次是南港，为93.4%。",),
    ("支出最多的是灯塔大修（486万元），其次为浮标更新（592万元），最少的是海图测绘（57万元）。",),
    ("支出居前三位的依次为灯塔大修486万元、浮标更新157万元、海图测绘392万元。",),
    ("按满意度高低排序：东站98.6%、西站97.9%、南站98.3%、北站95.1%。",),
    ("巡检港口数量，由高到低排名前三的站点分别为东站126家、西站138家、南站87家。",),
)


@pytest.mark.parametrize("paragraphs", RIGHT)
def test_what_agrees_or_is_of_something_else_is_quiet(paragraphs: tuple[str, ...]) -> None:
    """Where the figures agree, or words say that they are of something else, nothing is said."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG)
def test_what_cannot_be_is_found(paragraphs: tuple[str, ...]) -> None:
    """What a sentence says of its figures or dates is compared with them."""
    assert errors(*paragraphs)
