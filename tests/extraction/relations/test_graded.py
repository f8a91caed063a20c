"""A grade is that of the band in which the document puts its score."""

from __future__ import annotations

import pytest
from tests.extraction.relations.sentences import errors

RIGHT = (
    ("自评得分86分，自评等级为良。90分以上为优，80至90分为良，70至80分为中，70分以下为差。",),
    (
        "自评得分92分，因违纪问题评定等级降为良。90分以上为优，80至90分为良，70至80分为中，70分以下为差。",
    ),
    ("评定等级为良的有5个。90分以上为优，80至90分为良。平均得分91分。",),
    (
        "产出指标得分38分，满意度95%。项目得分91分，评价等级为优。90分以上为优，80至90分为良，80分以下为差。",
    ),
    (
        "风险等级为A级的企业96分以上免检。东港得分85分，列为B级。95分以上为A级，80分至95分为B级，80分以下为C级。",
    ),
    ("东港（A级）得分96分，西港（B级）得分85分。95分以上为A级，80分至95分为B级，80分以下为C级。",),
)
WRONG = (
    (
        "东港得分78.4分，等级“良”。90分及以上为优，80分（含）—90分为良，60分（含）—80分为中，60分以下为差。",
    ),
    (
        "90（含）—100分为优、80（含）—90分为良、60（含）—80分为中、60分以下为差。东港改造项目得分86.4分，评定等级为“优”。",
    ),
    (
        "95分以上为A等、85—95分为B等、70—85分为C等、70分以下为D等，评定结果为：东港92.4分（B等）、西港88.1分（C等）、南港96.7分（A等）。",
    ),
    (
        "综合得分在90分以上的列为A级，75分至90分的列为B级，75分以下的列为C级。东港得92.5分，列为B级。",
    ),
    ("90分（含）以上为优，80—90分为良，60—80分为中。得分最低的“灯塔亮化”为82.6分，被评为中。",),
)


@pytest.mark.parametrize("paragraphs", RIGHT)
def test_what_agrees_or_is_of_something_else_is_quiet(paragraphs: tuple[str, ...]) -> None:
    """Where the figures agree, or words say that they are of something else, nothing is said."""
    assert errors(*paragraphs) == []


@pytest.mark.parametrize("paragraphs", WRONG)
def test_what_cannot_be_is_found(paragraphs: tuple[str, ...]) -> None:
    """What a sentence says of its figures or dates is compared with them."""
    assert errors(*paragraphs)
