"""Whether a report has sentences of its own: only then may a missing one be missed."""

from __future__ import annotations

import pytest

from performance_rules.report.model import Paragraph, Report, SeenTable
from performance_rules.report.sentences import has_prose

NOTE = "本表反映部门本年度的收支情况，没有数据的为空。"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (Paragraph("全年完成任务。"), True),
        (Paragraph("本年收入9.00万元，支出8.00万元"), True),
        (Paragraph("2023年度部门整体支出绩效自评表"), False),
        (Paragraph("金额单位：万元"), False),
        (Paragraph("填报人：某某　联系电话："), False),
        (Paragraph("一、收入、支出情况。", heading=2), False),
        (Paragraph("一、主要职责，二、机构设置", contents=True), False),
        (Paragraph("注：本表为空表，没有数据。"), False),
        (Paragraph("填表说明：1.得分取两位小数；2.据实填写。"), False),
        (Paragraph(NOTE), False),
    ],
)
def test_headings_captions_and_notes_are_no_prose(paragraph: Paragraph, expected: bool) -> None:
    """A page of tables has titles, units and notes; it is asked for no narrative."""
    report = Report(text=(paragraph,), tables=(SeenTable("收入决算表", note=NOTE),))
    assert expected is has_prose(report)
