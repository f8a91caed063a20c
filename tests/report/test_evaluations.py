"""Evaluation forms in a report: given as data, kept whole, walked each by itself."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.report.reading import built, places

from performance_rules.report import Report, load_report
from performance_rules.report.model import Evaluation, Line
from performance_rules.report.tree import Tree, tree_of
from performance_rules.rules.ruleset import shipped_codebook

FORM = """
year = 2023

[[evaluations]]
kind = "project"
name = "中小企业服务专项"
entity = "东河区工信局"
department = "东河区工信局"
year = 2023
weight = 100
score = "98.0"
grade = "优"

[evaluations.funds]
initial_budget = "120.00万元"
adjusted_budget = "100.00万元"
final = { value = "90.00万元", vs_adjusted_budget = { completed = "90.00%" } }
weight = 10
score = 9

[evaluations.funds.by_source]
columns = ["名称", "年初预算数", "全年预算数", "决算"]
rows = [["本年财政拨款", "120.00万元", "80.00万元", "90.00万元"], ["其他资金", "", "20.00万元", ""]]

[evaluations.sheet]
members = { columns = [
  "一级指标", "二级指标", "指标", "目标方向", "目标值", "完成值", "分值", "得分", "偏差原因",
], rows = [
  ["产出指标", "数量指标", "扶持企业", "≥", "50家", "45家", 50, 49, "两家停产"],
  ["", "成本指标", "户均补助", "≤", "2.0万元", "2.0万元", 40, 40, "—"],
] }
"""


@pytest.fixture
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return the report of one form, as it is read from a file."""
    path = tmp_path_factory.mktemp("forms") / "form.toml"
    path.write_text(FORM.strip(), encoding="utf-8")
    return load_report(path)


def tree(*forms: object, **more: object) -> Tree:
    """Return the tree of a report of forms."""
    return tree_of(built({"evaluations": list(forms), **more}), shipped_codebook())


def test_a_form_is_read_whole_and_comes_back(report: Report) -> None:
    """Facts, funds with their sources and rate, levels of indicators, total: all survive."""
    (form,) = report.evaluations

    assert (form.kind, form.name, form.year, form.grade) == (
        "project",
        "中小企业服务专项",
        2023,
        "优",
    )
    nodes = tree_of(report, shipped_codebook())
    assert [str(leaf.quantity) for leaf in nodes.leaves if leaf.path.endswith(".score")] == [
        "98.0",
        "9",
        "49",
        "40",
    ]
    assert report == Report.from_dict(report.to_dict())


def test_the_levels_and_texts_of_indicators(report: Report) -> None:
    """Level columns nest, 指标 is below them; the direction and the reason are texts of a line,
    and a dash is no reason.
    """
    (form,) = report.evaluations
    assert form.sheet is not None
    (output,) = form.sheet.breakdowns[0].lines
    quantity, cost = output.breakdowns[0].lines
    (enterprises,), (subsidy,) = quantity.breakdowns[0].lines, cost.breakdowns[0].lines

    assert (output.name, quantity.name, enterprises.name) == ("产出指标", "数量指标", "扶持企业")
    assert (enterprises.sense, enterprises.reason) == ("at_least", "两家停产")
    assert (subsidy.sense, subsidy.reason) == ("at_most", None)


SENSES = {
    **dict.fromkeys(("≥", ">=", "不低于", "不少于", "at_least"), "at_least"),
    **dict.fromkeys(("≤", "<=", "不高于", "不超过", "at_most"), "at_most"),
    **dict.fromkeys(("=", "＝", "等于", "equal"), "equal"),
    **dict.fromkeys(("", "/"), None),
}


@pytest.mark.parametrize("heading", ["目标方向", "指标性质", "sense"])
def test_what_is_good_is_said_by_sign_or_word(heading: str) -> None:
    """The direction of a target is a sign, a word or a key; a blank says nothing."""
    rows = [[f"指标{i}", said, 1] for i, said in enumerate(SENSES)]
    sheet = {"members": {"columns": ["指标", heading, "目标值"], "rows": rows}}

    (form,) = built({"evaluations": [{"指标": sheet}]}).evaluations

    assert form.sheet is not None
    lines = form.sheet.breakdowns[0].lines
    assert dict(zip(SENSES, (line.sense for line in lines), strict=True)) == SENSES


@pytest.mark.parametrize("heading", ["原因", "偏差原因", "reason"])
def test_the_reason_beside_points_is_that_of_the_indicator(heading: str) -> None:
    """A reason behind points or a target explains the indicator; behind money, the change."""
    points = {"columns": ["指标", "分值", "得分", heading], "rows": [["产出", 60, 58, "停产"]]}

    line = built({"evaluation": {"members": points}}).evaluation

    assert line is not None
    (part,) = line.breakdowns[0].lines
    assert (part.reason, part.notes) == ("停产", ())
    assert part.score is not None
    assert part.score.comparisons == ()


PROBLEMS = {
    "an unknown kind": ({"kind": "专项"}, "evaluations[0].kind"),
    "an unknown direction": (
        {"sheet": {"members": [{"name": "户数", "sense": "越高越好"}]}},
        "evaluations[0].sheet.members.lines[0].sense",
    ),
    "an unknown field": ({"marks": 3}, "evaluations[0].marks"),
    "a year that is none": ({"year": "去年"}, "evaluations[0].year"),
}


@pytest.mark.parametrize(("form", "place"), PROBLEMS.values(), ids=PROBLEMS)
def test_what_is_wrong_with_a_form_is_named_with_its_place(
    form: dict[str, object], place: str
) -> None:
    """A form is no freer than any other part of a report."""
    assert [place] == places({"evaluations": [form]})


def test_forms_have_titles_and_paths_of_their_own() -> None:
    """A form is called by its project or kind; namesakes and nameless ones by their number."""
    nodes = tree(
        {"kind": "project", "name": "修渠", "score": 90},
        {"kind": "project", "name": "修渠", "score": 91},
        {"kind": "whole", "score": 92},
        {"score": 93},
        {"kind": "monitoring", "name": "修渠"},
    )

    titles = [form.title for form in nodes.evaluations]
    assert titles == [
        "第1张“修渠”自评表",
        "第2张“修渠”自评表",
        "整体支出自评表",
        "第4张自评表",
        "“修渠”监控表",
    ]
    assert [form.path for form in nodes.evaluations] == [f"evaluations[{i}]" for i in range(1, 6)]
    paths = Counter(node.path for node in nodes.nodes if hasattr(node, "line"))
    assert set(paths.values()) == {1}


def test_a_form_is_neither_an_account_nor_a_matter(report: Report) -> None:
    """Its lines have no account and no side, and no part of the tree is walked twice."""
    nodes = tree_of(report, shipped_codebook())
    (form,) = nodes.evaluations
    assert form.funds is not None

    lines = [line for line in nodes.lines if line.path.startswith("evaluations")]
    assert lines == nodes.lines
    assert {(line.account, line.side, line.matter, line.rated) for line in lines} == {
        (None, None, False, True)
    }
    assert [part.dimension for part in form.funds.breakdowns] == ["by_source"]
    assert len({leaf.path for leaf in nodes.leaves}) == len(nodes.leaves)


def test_what_the_prose_says_of_the_evaluation_is_a_form_of_the_whole_body() -> None:
    """A bare evaluation comes first, reuses its line, and takes grade and year of the report."""
    nodes = tree(
        {"kind": "project", "name": "修渠", "score": 90},
        year=2023,
        grade="良",
        evaluation={"score": 88, "members": [{"name": "产出", "score": 88}]},
    )

    said, form = nodes.evaluations
    assert (said.implicit, form.implicit) == (True, False)
    assert said.evaluation == Evaluation("whole", year=2023, grade="良")
    assert said.total is said.sheet is nodes.items["evaluation"]
    assert [leaf.path for leaf in nodes.leaves] == [
        "evaluation.score",
        "evaluation.members[产出].score",
        "evaluations[1].score",
    ]


SHAPES = {
    "the direction": {"sense": "≤"},
    "the target in words": {"target_text": "明显提高"},
    "the result in words": {"actual_text": "达成预期"},
    "the criterion": {"criterion": "每少一户扣1分"},
    "the outlook": {"outlook": "较大"},
    "the reason": {"reason": "停产"},
}


@pytest.mark.parametrize("texts", SHAPES.values(), ids=SHAPES)
def test_two_forms_that_differ_in_words_are_of_two_shapes(texts: dict[str, object]) -> None:
    """A plan that was made for one form does not serve another that says other words."""
    form = {"sheet": {"members": [{"name": "户数", "score": 9}]}}
    other = {"sheet": {"members": [{"name": "户数", "score": 9, **texts}]}}
    digits = {"sheet": {"members": [{"name": "户数", "score": 8}]}}

    assert tree(form).shape != tree(other).shape
    assert tree(form).shape == tree(digits).shape


@pytest.mark.parametrize("field", ["kind", "name", "entity", "department", "grade", "goal", "done"])
def test_the_facts_of_a_form_are_part_of_the_shape(field: str) -> None:
    """What a rule can read of a form tells two shapes apart."""
    value = "transfer" if field == "kind" else "某"

    assert tree({}).shape != tree({field: value}).shape


def test_a_form_is_a_typed_object() -> None:
    """Another system hands over classes as well as data."""
    made = Report(evaluations=(Evaluation("project", name="修渠", sheet=Line()),))

    assert made == Report.from_dict(made.to_dict())
