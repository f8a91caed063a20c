"""One form in every format that forms come in is one evaluation."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.test_formats import placeless
from tests.readers.writing import Content, Grid, as_docx, as_html, as_pdf, as_xlsx

from performance_rules.extraction.documents import Extraction, extract
from performance_rules.readers import read_document

CONTENT: Content = (
    "项目支出绩效自评表",
    "（2023年度）",
    Grid(
        (
            ("项目名称", None, "灯塔巡检", None, None, None, None),
            ("主管部门", None, "航道局", None, "实施单位", "灯塔站", None),
            ("资金（万元）", "", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
            (None, "资金总额", "80.00", "72.00", "10", "90.00%", "9"),
            (None, "财政拨款", "70.00", "62.00", "—", "88.57%", "—"),
            (None, "其他资金", "10.00", "10.00", "—", "100.00%", "—"),
            ("绩效指标", "一级指标", "三级指标", "指标值", "完成值", "分值", "得分"),
            (None, "产出指标", "巡检座数", "≥10座", "12座", "50", "50"),
            (None, None, "修复时限", "≤5天", "6天", "20", "15"),
            (None, "效益指标", "安全感", "提升", "提升", "20", "20"),
            ("总分", "", "", "", "", "100", "94"),
        )
    ),
)
"""A form of a project: funds by source, three indicators, the total."""

WRITERS = {"docx": as_docx, "pdf": as_pdf, "html": as_html, "xlsx": as_xlsx}


@cache
def extracted(form: str) -> Extraction:
    """Return what the form becomes when it is read from a file of one format."""
    return extract(read_document(WRITERS[form](CONTENT), name="自评表"))


def test_no_number_of_the_form_is_left_over_in_any_format() -> None:
    """No number of the form is left over, and it is one of a project."""
    extraction = extracted("docx")
    (form,) = extraction.report.evaluations
    assert extraction.unbound == ()
    assert (form.kind, form.name, form.entity, form.year) == ("project", "灯塔巡检", "灯塔站", 2023)


@pytest.mark.parametrize("form", [form for form in WRITERS if form != "docx"])
def test_one_form_says_the_same_in_every_format(form: str) -> None:
    """Funds, indicators, points, texts and facts are the same; places may differ."""
    expected, actual = extracted("docx"), extracted(form)
    assert placeless(expected.report).evaluations == placeless(actual.report).evaluations
    assert [one.printed for one in expected.unbound] == [one.printed for one in actual.unbound]
