"""From a document to a report: what its head says reaches the report."""

from __future__ import annotations

import datetime as dt

from performance_rules.extraction.documents import extract
from performance_rules.readers import read_document

TEXT = """标题：2022年度东河县水务局部门决算说明
发布时间：2023-09-01
一、收支情况
2022年本年收入合计50.00万元，比上年增加5.00万元，增长11.11%。
"""


def test_the_head_of_a_document_reaches_the_report() -> None:
    """Kind, year and date of publication are said in the head, and rules may ask for them."""
    report = extract(read_document(TEXT.encode(), "x.txt")).report
    assert ("final_accounts", 2022) == (report.kind, report.year)
    assert dt.date(2023, 9, 1) == report.published
