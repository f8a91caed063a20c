"""Evaluation forms: blocks, headers, merged cells; each form is a thing of its own."""
# ruff: noqa: E501 - forms are wide

from __future__ import annotations

import pytest
from tests.extraction.said import document, read, read_as, said, unbound

import performance_rules as pr
from performance_rules.report.model import Evaluation, Report
from performance_rules.values.quantity import SCALE

KIND = "project_evaluation"
RULES = pr.RuleSet.for_region()

NATIONAL = """
    项目名称 | ^ | 灯塔巡检经费 | ^ | ^ | ^ | ^ | ^ | ^
    主管部门 | ^ | 某县航道局 | ^ | ^ | 实施单位 | 某县灯塔管理站 | ^ | ^
    项目资金（万元） | ^ | | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分
    ^ | ^ | 年度资金总额 | 90.00 | 80.00 | 72.00 | 10 | 90.00% | 9
    ^ | ^ | 其中：当年财政拨款 | 90.00 | 70.00 | 62.00 | — | 88.57% | —
    ^ | ^ | 其他资金 | 0 | 10.00 | 10.00 | — | 100.00% | —
    年度总体目标 | 预期目标 | ^ | ^ | ^ | 实际完成情况 | ^ | ^ | ^
    ^ | 巡检全部灯塔。 | ^ | ^ | ^ | 巡检完毕。 | ^ | ^ | ^
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
    ^ | 产出指标（60分） | 数量指标 | 巡检灯塔数 | ≥10座 | 12座 | 30 | 30 | 无
    ^ | ^ | 时效指标 | 修复时限 | ≤5天 | 6天 | 30 | 25 | 备件到货晚
    ^ | 效益指标（30分） | 社会效益指标 | 航行安全感 | 明显提升 | 明显提升 | 30 | 30 |
    总分 | ^ | ^ | ^ | ^ | ^ | 100 | 94 |
"""


def only(*blocks: str, kind: str = KIND) -> Evaluation:
    """Return the only form of a document."""
    (form,) = read(*blocks, kind=kind, year=2023).report.evaluations
    return form


def test_a_national_form_is_read_whole() -> None:
    """Facts, funds with their sources, indicators with sense, result, points and reason, total."""
    paper = read("项目支出绩效自评表", "（2023年度）", NATIONAL, kind=KIND, year=2022)
    (form,) = paper.report.evaluations
    facts = (form.kind, form.name, form.department, form.entity, form.year)
    assert facts == ("project", "灯塔巡检经费", "某县航道局", "某县灯塔管理站", 2023)
    assert (form.goal, form.done) == ("巡检全部灯塔。", "巡检完毕。")
    sheet = "form1.sheet/members"
    source = "form1.funds/source"
    expected = {
        "form1.weight": "100",
        "form1.score": "94",
        "form1.funds.initial_budget": "90.00万元",
        "form1.funds.adjusted_budget": "80.00万元",
        "form1.funds.final": "72.00万元",
        "form1.funds.weight": "10",
        "form1.funds.score": "9",
        f"{source}:当年财政拨款.initial_budget": "90.00万元",
        f"{source}:当年财政拨款.adjusted_budget": "70.00万元",
        f"{source}:当年财政拨款.final": "62.00万元",
        f"{source}:其他资金.initial_budget": "0万元",
        f"{source}:其他资金.adjusted_budget": "10.00万元",
        f"{source}:其他资金.final": "10.00万元",
        f"{sheet}:产出指标.weight": "60",
        f"{sheet}:产出指标/members:数量指标/members:巡检灯塔数.target": "10座",
        f"{sheet}:产出指标/members:数量指标/members:巡检灯塔数.actual": "12座",
        f"{sheet}:产出指标/members:数量指标/members:巡检灯塔数.weight": "30",
        f"{sheet}:产出指标/members:数量指标/members:巡检灯塔数.score": "30",
        f"{sheet}:产出指标/members:时效指标/members:修复时限.target": "5天",
        f"{sheet}:产出指标/members:时效指标/members:修复时限.actual": "6天",
        f"{sheet}:产出指标/members:时效指标/members:修复时限.weight": "30",
        f"{sheet}:产出指标/members:时效指标/members:修复时限.score": "25",
        f"{sheet}:效益指标.weight": "30",
        f"{sheet}:效益指标/members:社会效益指标/members:航行安全感.weight": "30",
        f"{sheet}:效益指标/members:社会效益指标/members:航行安全感.score": "30",
    }
    assert said(paper) == expected
    assert unbound(paper) == []


def test_a_form_comes_back_from_its_dict() -> None:
    """What was read of a form, rounded numbers and exact targets too, survives JSON and TOML."""
    made = NATIONAL.replace("≥10座 | 12座", "≥1.5万座 | 1.62万座")
    report = read("项目支出绩效自评表", made, kind=KIND, year=2023).report
    assert Report.from_dict(report.to_dict()) == report


def leaves(form: Evaluation) -> dict[str, tuple[str | None, ...]]:
    """Return sense, words of target and result, and reason of every indicator by name."""
    found: dict[str, tuple[str | None, ...]] = {}
    waiting = [form.sheet] if form.sheet is not None else []
    while waiting:
        line = waiting.pop()
        waiting += [part for one in line.breakdowns for part in one.lines]
        if not line.breakdowns:
            texts = (line.sense, line.target_text, line.actual_text, line.reason)
            found[line.name] = texts
    return found


def test_the_texts_of_an_indicator_are_kept() -> None:
    """The sense is what is written; what stands in the column of reasons is kept, even 无."""
    assert leaves(only("项目支出绩效自评表", NATIONAL)) == {
        "巡检灯塔数": ("at_least", None, None, "无"),
        "修复时限": ("at_most", None, None, "备件到货晚"),
        "航行安全感": (None, "明显提升", "明显提升", None),
    }


def test_the_printed_rate_is_claimed_of_what_was_spent() -> None:
    """执行率 divides by 全年预算数 where there is one."""
    form = only("项目支出绩效自评表", NATIONAL)
    assert form.funds is not None
    assert form.funds.final is not None
    (rate,) = form.funds.final.comparisons
    assert (rate.against, str(rate.completed)) == ("adjusted_budget", "90.00%")


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≥95%", "97%", ("95%", "97%", "at_least")),
        ("不低于95%", "97%", ("95%", "97%", "at_least")),
        ("95%以上", "97%", ("95%", "97%", "at_least")),
        ("＞＝95％", "97％", ("95%", "97%", "at_least")),
        ("≤30天", "28天", ("30天", "28天", "at_most")),
        ("30日内", "28日", ("30日", "28日", "at_most")),
        ("不超过2万元", "1.9万元", ("2万元", "1.9万元", "at_most")),
        ("=100人", "100人", ("100人", "100人", "equal")),
        ("12场", "12场", ("12场", "12场", None)),
        ("每季度1次", "已完成", (None, None, None)),
        ("2023年12月底前", "11月完成", (None, None, None)),
        ("3-5个", "4个", (None, "4个", None)),
        ("显著提升", "达成预期指标", (None, None, None)),
    ],
)
def test_a_target_is_a_number_with_its_sense_or_words(
    target: str, actual: str, expected: tuple[str | None, ...]
) -> None:
    """≥, 不低于, 以上 say at least; ≤, 以内 at most; without a sign nothing is guessed."""
    form = only(
        "项目支出绩效自评表",
        f"""
        一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
        产出 | 某指标 | {target} | {actual} | 50 | 50
        """,
    )
    assert form.sheet is not None
    line = form.sheet.breakdowns[0].lines[0].breakdowns[0].lines[0]
    printed = [str(f.statements[0].value) if f else None for f in (line.target, line.actual)]
    assert (*printed, line.sense) == expected


@pytest.mark.parametrize(
    "header",
    [
        "年初预算数 | 全年预算数（A） | 全年执行数（B） | 执行率（B/A）",
        "年初预算 | 调整后预算数 | 预算执行数 | 预算执行率",
        "年初批复预算数 | 调整后预算 | 实际支出数 | 执行率（%）",
        "年初数 | 全年预算 | 执行数 | 执行率",
    ],
)
def test_headers_are_heads_with_modifiers(header: str) -> None:
    """年初, 全年, 调整后 say which budget; (A), (B/A), (%) say nothing."""
    form = only(
        "项目支出绩效自评表",
        f"""
        资金（万元） | {header} | 分值 | 得分
        年度资金总额 | 90.00 | 80.00 | 72.00 | 90.00% | 10 | 9
        """,
    )
    assert form.funds is not None
    columns = ("initial_budget", "adjusted_budget", "final")
    figures = [form.funds.figure(column) for column in columns]
    said_of = [f.statements[0].value.printed if f else None for f in figures]
    assert said_of == ["90.00", "80.00", "72.00"]


def test_sense_and_unit_may_have_columns_of_their_own() -> None:
    """指标性质 ≥, 指标值 95, 度量单位 % are one target."""
    form = only(
        "部门预算项目支出绩效自评表",
        """
        绩效指标（90分） | 一级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分
        ^ | 产出指标 | 合格率 | ≥ | 95 | % | 96 | 60 | 60
        ^ | 产出指标 | 工期 | ≤ | 30 | 天 | 25 | 30 | 30
        ^ | 产出指标 | 风貌 | 定性 | 好 | | 好 | 0 | 0
        """,
    )
    assert leaves(form)["合格率"][0] == "at_least"
    assert leaves(form)["工期"][0] == "at_most"
    assert leaves(form)["风貌"] == (None, "好", "好", None)
    assert form.sheet is not None
    assert form.sheet.weight is not None
    assert str(form.sheet.weight.statements[0].value) == "90"


def test_headers_come_again_for_each_goal() -> None:
    """年度绩效目标1（40分） and 2 are groups, each with the indicators below its own header."""
    paper = read(
        "2023年度灯塔巡检项目绩效自评表",
        """
        项目名称 | 灯塔巡检 | ^ | ^ | ^ | ^
        预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
        ^ | 年度财政资金总额 | 10 | 8 | 80% | 16
        年度绩效目标1（40分） | 一级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
        ^ | 产出指标 | 巡检灯塔数 | 20座 | 20座 | 40
        年度绩效目标2（40分） | 一级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
        ^ | 效益指标 | 通航天数 | 300天 | 300天 | 40
        总分 | ^ | ^ | ^ | ^ | 96
        """,
        kind=KIND,
        year=2023,
    )
    found = said(paper)
    groups = {path: text for path, text in found.items() if path.endswith("weight")}
    assert groups == {
        "form1.funds.weight": "20",
        "form1.sheet/members:年度绩效目标1.weight": "40",
        "form1.sheet/members:年度绩效目标2.weight": "40",
    }
    assert found["form1.score"] == "96"
    assert unbound(paper) == []


def test_each_level_may_have_points_of_its_own() -> None:
    """一级指标 | 分值 | 二级指标 | 分值 | 得分: points belong to the name before them."""
    paper = read(
        "整体支出绩效自评评分表",
        """
        一级指标 | 分值 | 二级指标 | 分值 | 得分
        投入 | 10 | 目标设定 | 6 | 6
        ^ | ^ | 预算配置 | 4 | 3.5
        """,
        kind="self_evaluation",
    )
    sheet = "form1.sheet/members:投入"
    assert said(paper) == {
        f"{sheet}.weight": "10",
        f"{sheet}/members:目标设定.weight": "6",
        f"{sheet}/members:目标设定.score": "6",
        f"{sheet}/members:预算配置.weight": "4",
        f"{sheet}/members:预算配置.score": "3.5",
    }


SHEET = """
    一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
    产出指标 | {name} | ≥10座 | 12座 | 100 | {score}
    总分 | | | | 100 | {score}
"""


def test_forms_of_one_report_stay_apart() -> None:
    """A form of the whole body and two of projects are three; none is the body's but the first."""
    made = document(
        "部门整体支出绩效自评表",
        SHEET.format(name="灯塔数", score=98),
        "项目支出绩效自评表",
        "项目名称 | 灯塔巡检 | | | |" + SHEET.format(name="巡检数", score=97),
        "项目支出绩效自评表",
        "项目名称 | 航标更新 | | | |" + SHEET.format(name="更新数", score=96),
    )
    forms = read_as(made, kind="self_evaluation", year=2023).report.evaluations
    assert [(form.kind, form.name) for form in forms] == [
        ("whole", None),
        ("project", "灯塔巡检"),
        ("project", "航标更新"),
    ]
    scores = [form.score.statements[0].value for form in forms if form.score is not None]
    assert [str(score) for score in scores] == ["98", "97", "96"]


def test_several_forms_in_one_table_stay_apart() -> None:
    """Where 项目名称 comes again, another form begins."""
    one = "项目名称 | 灯塔巡检 | | | |" + SHEET.format(name="巡检数", score=97)
    two = "项目名称 | 航标更新 | | | |" + SHEET.format(name="更新数", score=96)
    paper = read("项目支出绩效自评表", one.rstrip() + "\n" + two, kind=KIND)
    assert [form.name for form in paper.report.evaluations] == ["灯塔巡检", "航标更新"]


def test_funds_and_indicators_in_two_tables_are_one_form() -> None:
    """A table of indicators right below one of funds, without a title, goes on with it."""
    funds = """
        资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        年度资金总额 | 90.00 | 100.00 | 95.00 | 10 | 95% | 9.5
    """
    form = only("项目支出绩效自评表", funds, SHEET.format(name="巡检数", score=97))
    assert form.funds is not None
    assert form.sheet is not None


def test_an_annex_says_by_the_line_above_what_it_is_of() -> None:
    """附件：某专项经费 above 绩效自评表 makes it the form of a project, whose report it is."""
    sheet = SHEET.format(name="巡检数", score=97)
    form = only("附件：灯塔专项经费", "绩效自评表", sheet, kind="self_evaluation")
    assert form.kind == "project"


def test_a_form_with_an_unknown_column_of_numbers_is_not_read() -> None:
    """It is said which header is not understood; no number of the form is bound."""
    paper = read(
        "项目支出绩效自评表",
        """
        一级指标 | 三级指标 | 指标值 | 鲸落值 | 分值 | 得分
        产出指标 | 巡检灯塔数 | ≥10座 | 12 | 100 | 98
        """,
        kind=KIND,
    )
    assert paper.report.evaluations == ()
    assert [note.zh for note in paper.notes] == [
        "项目支出绩效自评表 没有读：表头“鲸落值”（第1行第4列）认不出"
    ]
    assert unbound(paper) == ["10座", "12", "100", "98"]


def test_a_score_in_words_leaves_the_sum_open() -> None:
    """A score that is no number is unread, with its cell; the total is not recomputed."""
    form = only(
        "项目支出绩效自评表",
        """
        一级指标 | 三级指标 | 分值 | 得分
        产出指标 | 巡检灯塔数 | 60 | 满分
        产出指标 | 修复时限 | 40 | 40
        """,
    )
    assert form.sheet is not None
    scores = [line.score for line in form.sheet.breakdowns[0].lines[0].breakdowns[0].lines]
    assert [score.unread is not None for score in scores if score is not None] == [True, False]


def test_a_list_of_projects_is_no_form() -> None:
    """项目名称 as the header of a column lists projects; nothing of it is an evaluation."""
    paper = read(
        "项目支出绩效目标情况表",
        """
        项目名称 | 预算数 | 一级指标 | 三级指标 | 指标值
        灯塔巡检 | 80.00 | 产出指标 | 巡检灯塔数 | ≥10座
        航标更新 | 60.00 | 产出指标 | 更新航标数 | ≥5座
        """,
        kind="budget",
    )
    assert paper.report.evaluations == ()


def test_goals_list_their_funds_without_a_header() -> None:
    """年度预算申请（万元）: a label and a number in each row, natures together in one cell."""
    form = only(
        "部门整体支出绩效目标表",
        "（2024年度）",
        """
        部门名称 | ^ | 某县航道局 | ^ | ^ | ^
        年度预算申请（万元） | 资金总额 | ^ | 100.00 | ^ | ^
        ^ | 其中：财政拨款 | ^ | 90.00 | ^ | ^
        ^ | 其他资金 | ^ | 10.00 | ^ | ^
        ^ | 按支出性质：基本支出60.00；项目支出40.00 | ^ | ^ | ^ | ^
        绩效指标 | 一级指标 | 三级指标 | 指标性质 | 年度指标值 | 权重
        ^ | 产出指标 | 巡检灯塔数 | ≥ | 10座 | 90
        """,
        kind="budget",
    )
    assert (form.kind, form.entity, form.year) == ("goals", "某县航道局", 2024)
    assert form.funds is not None
    found = {b.dimension: [line.name for line in b.lines] for b in form.funds.breakdowns}
    assert found == {"by_source": ["财政拨款", "其他资金"], "by_nature": ["基本支出", "项目支出"]}


def test_what_stands_behind_a_later_row_of_the_funds_is_a_part_of_that_row() -> None:
    """其中：搬运设备 below 仓库设备 is one of those; the rows around are parts of the whole."""
    form = only(
        "项目支出绩效自评表",
        "（2023年度）",
        """
        项目 | 预算数（万元） | 执行数（万元） | 执行率
        码头扩建 | 200.00 | 180.00 | 90.00%
        仓库设备 | 86.00 | 86.00 | 100.00%
        其中：搬运设备 | 30.00 | 29.00 | 96.67%
        人员培训 | 14.00 | 7.00 | 50.00%
        合计 | 300.00 | 273.00 | 91.00%
        """,
    )
    assert form.funds is not None
    (parts,) = form.funds.breakdowns
    assert [line.name for line in parts.lines] == ["码头扩建", "仓库设备", "人员培训"]
    assert [line.name for b in parts.lines[1].breakdowns for line in b.lines] == ["搬运设备"]


def test_a_subtotal_of_a_flat_list_is_of_no_indicator() -> None:
    """小计 below rows that have no level above is of those rows: there may be others elsewhere."""
    form = only(
        "项目支出绩效自评表",
        "（2023年度）",
        """
        指标 | 目标值 | 完成值 | 分值 | 得分
        航标巡检率 | ≥90% | 96.3% | 15 | 15
        灯塔修缮座数 | 10座 | 9座 | 10 | 9
        小计 | | | 25 | 24
        """,
    )
    assert form.sheet is not None
    (parts,) = form.sheet.breakdowns
    said = [one for x in parts.lines if x.weight for one in x.weight.statements]
    assert len(said) == len(parts.lines) == 2
    assert not parts.complete


def test_what_is_planned_is_a_target_and_what_is_real_was_done() -> None:
    """计划 and 实际 alone above columns beside 分值 and 得分 are target and value."""
    form = only(
        "项目支出绩效自评表",
        "（2023年度）",
        """
        指标 | 计划 | 实际 | 分值 | 得分
        航标巡检率 | ≥90% | 96.3% | 15 | 15
        灯塔修缮座数 | 10座 | 9座 | 10 | 9
        合计 | — | — | 25 | 24
        """,
    )
    assert form.sheet is not None
    (parts,) = form.sheet.breakdowns
    assert all(line.target and line.actual for line in parts.lines)


def test_a_form_of_monitoring_has_what_was_done_and_is_expected() -> None:
    """1-8月执行数 is to date, 全年预计执行数 the forecast; their rates are claims on them."""
    form = only(
        "项目支出绩效运行监控表",
        """
        项目名称 | 灯塔巡检 | | | | | | |
        项目资金（万元） | | 年初预算数 | 调整后预算数 | 1-8月执行数 | 1-8月执行率 | 全年预计执行数 | 全年预计执行率 |
        ^ | 年度资金总额 | 90.00 | 80.00 | 40.00 | 50.00% | 80.00 | 100.00% |
        绩效指标 | 一级指标 | 三级指标 | 年度指标值 | 1-8月完成情况 | 全年预计完成情况 | 偏差原因分析 | 完成目标可能性 | 备注
        ^ | 产出指标 | 巡检灯塔数 | ≥10座 | 6座 | 9座 | | 确定能 |
        """,
    )
    assert form.kind == "monitoring"
    assert form.funds is not None
    claims = [
        (column, str(claim.completed))
        for column in ("to_date", "forecast")
        if (figure := form.funds.figure(column)) is not None
        for claim in figure.comparisons
    ]
    assert claims == [("to_date", "50.00%"), ("forecast", "100.00%")]
    assert form.sheet is not None
    line = form.sheet.breakdowns[0].lines[0].breakdowns[0].lines[0]
    assert line.outlook == "确定能"
    assert line.forecast is not None
    assert str(line.forecast.statements[0].value) == "9座"


def test_the_conclusion_of_a_form_says_score_and_grade() -> None:
    """项目自评总分97分，自评等级为良 is another statement of the total."""
    form = only(
        "项目支出绩效自评表",
        SHEET.format(name="巡检数", score=98).rstrip()
        + "\n        评价结论 | 项目自评总分97分，自评等级为良。 | | | |",
    )
    assert form.score is not None
    assert [str(one.value) for one in form.score.statements] == ["98", "97"]
    assert form.grade == "良"


def test_a_printed_level_without_indicators_is_none() -> None:
    """An empty row beside 生态效益指标 is no indicator whose points are missing."""
    paper = read(
        "项目支出绩效自评表",
        """
        一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
        效益指标 | 社会效益指标 | 通航天数 | ≥300天 | 310天 | 100 | 100
        ^ | 生态效益指标 | | | | |
        """,
        kind=KIND,
    )
    assert not [path for path in said(paper) if "生态" in path]
    (form,) = paper.report.evaluations
    assert form.sheet is not None
    assert [line.name for line in form.sheet.breakdowns[0].lines[0].breakdowns[0].lines] == [
        "社会效益指标"
    ]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("分值 | 得分 | 说明", "停电"),
        ("分值 | 得分 | 备注", "停电"),
        ("说明 | 分值 | 得分", None),
        ("分值 | 得分 | 扣分原因 | 备注", "停电"),
    ],
)
def test_a_column_of_remarks_behind_the_scores_holds_the_reasons(
    header: str, expected: str | None
) -> None:
    """说明 before the points explains the indicator; behind them it says why points were lost."""
    cells = {"分值": "50", "得分": "48", "说明": "停电", "备注": "停电", "扣分原因": "停电"}
    row = " | ".join(cells[name] for name in header.split(" | "))
    form = only(
        "项目支出绩效自评表",
        f"""
        一级指标 | 三级指标 | {header}
        产出指标 | 巡检灯塔数 | {row}
        """,
    )
    assert leaves(form)["巡检灯塔数"][3] == expected


@pytest.mark.parametrize(
    "rows",
    [
        """
        ^ | 按收入性质分 | 财政拨款 | 80.00 | 70.00
        ^ | ^ | 其他资金 | 20.00 | 20.00
        ^ | 按支出性质分 | 基本支出 | 60.00 | 55.00
        ^ | ^ | 项目支出 | 40.00 | 35.00
        """,
        """
        ^ | 资金来源：（1）财政拨款 | ^ | 80.00 | 70.00
        ^ | （2）其他资金 | ^ | 20.00 | 20.00
        ^ | 资金结构：（1）基本支出 | ^ | 60.00 | 55.00
        ^ | （2）项目支出 | ^ | 40.00 | 35.00
        """,
    ],
)
def test_funds_are_taken_apart_twice(rows: str) -> None:
    """By source and by nature are two lists; each is all of the total by itself."""
    form = only(
        "部门整体支出绩效自评表",
        "年度预算（万元） | 项目 | ^ | 全年预算数 | 全年执行数\n"
        "^ | 年度资金总额 | ^ | 100.00 | 90.00\n"
        + rows.strip()
        + "\n年度总体目标 | 预期目标 | ^ | 实际完成情况 | ^\n^ | 修渠三条。 | ^ | 修好三条。 | ^"
        + "\n一级指标 | 三级指标 | 指标值 | 分值 | 得分\n产出指标 | 修渠条数 | 3条 | 90 | 90",
        kind="self_evaluation",
    )
    assert form.funds is not None
    found = {b.dimension: [line.name for line in b.lines] for b in form.funds.breakdowns}
    assert found == {"by_source": ["财政拨款", "其他资金"], "by_nature": ["基本支出", "项目支出"]}
    assert form.goal == "修渠三条。"


def test_a_header_that_comes_again_goes_on_with_the_same_block() -> None:
    """As on a new page: the names of the levels go on as well."""
    form = only(
        "项目支出绩效自评表",
        """
        一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
        产出指标（50分） | 巡检灯塔数 | ≥10座 | 12座 | 20 | 20
        一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
        产出指标（50分） | 修复时限 | ≤5天 | 4天 | 30 | 30
        """,
    )
    assert form.sheet is not None
    (output,) = form.sheet.breakdowns[0].lines
    assert [line.name for line in output.breakdowns[0].lines] == ["巡检灯塔数", "修复时限"]


@pytest.mark.parametrize(
    ("printed", "value", "step"),
    [("2.16万人次", 21600, 100), ("30万条", 300000, 10000), ("0.5万亩", 5000, 1000)],
)
def test_a_number_in_ten_thousands_is_rounded(printed: str, value: int, step: int) -> None:
    """2.16万人次 may be anything between 21,550 and 21,650."""
    form = only(
        "项目支出绩效自评表",
        f"""
        一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 服务 | ≥10 | {printed} | 50 | 50
        """,
    )
    assert form.sheet is not None
    figure = form.sheet.breakdowns[0].lines[0].breakdowns[0].lines[0].actual
    assert figure is not None
    quantity = figure.statements[0].value
    assert (int(quantity.value), quantity.step) == (value, step * SCALE)


def test_points_behind_an_indicator_stand_in_brackets() -> None:
    """测评达到90分 is what an indicator is called, 测评（10分） has ten points."""
    paper = read(
        "项目支出绩效自评表",
        """
        一级指标 | 三级指标 | 完成值 | 得分
        产出指标20分 | 测评达到90分 | 92 | 10
        ^ | 巡检（10分） | 12 | 10
        """,
        kind=KIND,
    )
    weights = {path: text for path, text in said(paper).items() if path.endswith("weight")}
    assert weights == {
        "form1.sheet/members:产出指标.weight": "20",
        "form1.sheet/members:产出指标/members:巡检.weight": "10",
    }


def test_levels_of_government_are_parts_of_the_fiscal_funds() -> None:
    """中央, 省级, 市县 below 财政拨款 are its parts, not beside 其他资金."""
    form = only(
        "项目支出绩效自评表",
        """
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | 90.00 | 90.00 | 90.00 | 10 | 100% | 10
        ^ | 其中：财政拨款 | 80.00 | 80.00 | 80.00 | — | 100% | —
        ^ | 中央补助 | 50.00 | 50.00 | 50.00 | — | 100% | —
        ^ | 省级资金 | 30.00 | 30.00 | 30.00 | — | 100% | —
        ^ | 其他资金 | 10.00 | 10.00 | 10.00 | — | 100% | —
        """,
    )
    assert form.funds is not None
    (sources,) = form.funds.breakdowns
    assert [line.name for line in sources.lines] == ["财政拨款", "其他资金"]
    (levels,) = sources.lines[0].breakdowns
    assert [line.name for line in levels.lines] == ["中央补助", "省级资金"]


@pytest.mark.parametrize(
    ("head", "mark", "claims"),
    [
        ("是否达标", "是", 1),
        ("完成情况", "已完成", 1),
        ("是否达标", "否", 0),
        ("完成情况", "在建", 0),
    ],
)
def test_what_a_form_says_of_a_target_is_kept(head: str, mark: str, claims: int) -> None:
    """是 below 是否达标 claims that the target beside it was reached; 否 claims nothing."""
    form = only(
        "项目支出绩效自评表",
        f"""
        指标 | 目标值 | 实际值 | {head}
        清淤量 | ≥21公里 | 19公里 | {mark}
        渔民满意度 | ≥90% | 93.5% | {mark}
        """,
    )
    assert form.sheet is not None
    (group,) = form.sheet.breakdowns
    actual = group.lines[0].actual
    assert actual is not None
    assert len(actual.comparisons) == claims


UNSTATED = """
    资金类别 | 全年预算数 | 全年执行数 | 执行率
    基本支出 | 1,240.00 | 1,227.60 | 99.0%
    中央项目 | 3,200.00 | 3,040.00 | 95.0%
    县级项目 | 360.00 | 342.00 | 95.0%
    合计 | 4,800.00 | {} | 96.0%
"""


def test_the_funds_of_a_body_in_no_unit_are_read_as_sums_and_rates() -> None:
    """Of a whole body whose form states no unit the sums and rates are known, and no amounts."""
    right, wrong = (
        read("部门整体支出绩效自评表", UNSTATED.format(spent), kind="self_evaluation").report
        for spent in ("4,609.60", "4,690.60")
    )

    assert right.evaluations == ()
    assert [f.rule for f in pr.check(right, RULES).findings if f.severity == "error"] == []
    assert {f.rule for f in pr.check(wrong, RULES).findings if f.severity == "error"} == {
        "TOT-001",
        "BUD-001-PAIR",
    }


LISTED = """
    {named} | 预算数（万元） | 支出数（万元） | 执行率 | 得分
    {first} | 80.00 | 72.00 | 90.00% | 91
    {second} | 40.00 | 38.00 | 95.00% | 94
    合计 | 120.00 | {total} | 91.67% | —
"""


@pytest.mark.parametrize(
    ("named", "first", "second"),
    [("单位", "航道局机关", "灯塔管理站"), ("项目", "灯塔巡检", "浮标更换")],
)
@pytest.mark.parametrize(("total", "wrong"), [("110.00", 0), ("101.00", 1)])
def test_rows_with_points_of_their_own_make_no_form(
    named: str, first: str, second: str, total: str, wrong: int
) -> None:
    """Only the total of a project's funds has points: where each row has, it is of another."""
    table = LISTED.format(named=named, first=first, second=second, total=total)
    report = read("所属单位自评情况", table, kind="self_evaluation").report
    found = pr.check(report, pr.RuleSet.for_region()).findings
    wanted = [one.rule for one in found if one.severity == "error"]
    assert not report.evaluations
    assert wanted == [] or wrong
    assert bool(wanted) is bool(wrong)
