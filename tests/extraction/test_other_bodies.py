"""What is told far from what it is held against must be of the same body, year and time."""

import pytest
from tests.extraction.judged import errors

SELF = "self_evaluation"


@pytest.mark.parametrize(
    ("right", "wrong", "kind"),
    [
        pytest.param(
            "一、预算执行情况\n2021年全年预算500.00万元，实际支出450.00万元。\n"
            "二、绩效分析\n预算执行率为95.00%。",
            "一、预算执行情况\n全年预算500.00万元，实际支出450.00万元。\n"
            "二、绩效分析\n预算执行率为95.00%。",
            SELF,
            id="the money of another year makes no rate of this one",
        ),
        pytest.param(
            "一、资金情况\n年初预算500.00万元，实际支出450.00万元。\n三、绩效目标\n预算执行率95.00%。",
            "一、资金情况\n年初预算500.00万元，实际支出450.00万元。\n三、目标完成情况\n预算执行率95.00%。",
            SELF,
            id="a rate that is aimed at was not reached yet",
        ),
        pytest.param(
            "一、政府采购情况\n本部门政府采购支出总额120.50万元。\n二、所属单位情况\n"
            "下属信息中心政府采购支出35.20万元，为该中心全部政府采购支出。",
            "一、政府采购情况\n本部门政府采购支出总额120.50万元。\n二、有关情况\n"
            "政府采购支出102.50万元，为本部门全部政府采购支出。",
            SELF,
            id="all that a subordinate has is not all that the body has",
        ),
        pytest.param(
            "一、全县情况\n全县2021年受理投诉200件，全部办结。\n"
            "二、热线情况\n2022年受理投诉150件，同比下降10.00%。",
            "一、总体情况\n2021年受理投诉200件，全部办结。2022年受理投诉150件，比2021年下降10.00%。",
            SELF,
            id="a change of one body is not from the level of all",
        ),
        pytest.param(
            "一、年度资金安排\n公路养护工程预算安排120.00万元，支出80.00万元。\n二、城关站\n"
            "（一）公路养护工程\n预算安排120.00万元，实际支出60.50万元。",
            "一、年度资金安排\n公路养护工程预算安排120.00万元，支出80.00万元。\n"
            "（一）公路养护工程\n预算安排120.00万元，实际支出60.50万元。",
            SELF,
            id="a thing below the heading of a station is of that station",
        ),
    ],
)
def test_another_body_year_or_time(right: str, wrong: str, kind: str) -> None:
    """The same words of the same thing contradict, of another one they do not."""
    assert errors(right, kind) == []
    assert errors(wrong, kind)


@pytest.mark.parametrize(
    "headings",
    [
        ("项目一：造林", "项目二：护林"),
        ("（一）高标准农田建设", "（二）农村人居环境整治"),
        ("一、项目一：造林", "二、项目二：护林"),
    ],
)
def test_scores_below_the_headings_of_projects_are_those_of_the_projects(
    headings: tuple[str, str],
) -> None:
    """Two projects have two scores; one body that is told two has one of them wrong."""
    told = "{}\n自评得分96分，等级为优。\n{}\n自评得分84分，等级为良。"
    assert errors(told.format(*headings), "project_evaluation") == []
    assert errors(told.format("一、自评情况", "二、结论"), "project_evaluation")
