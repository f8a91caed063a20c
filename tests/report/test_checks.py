"""A report put together by a program is refused at once where a plain field is none."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from tests.report.reading import built, places

from performance_rules.errors import ReportError
from performance_rules.report import Breakdown, Report
from performance_rules.report.evaluation import EVALUATION_KINDS, Evaluation, EvaluationKind
from performance_rules.report.lines import DIMENSIONS, Dimension
from performance_rules.report.model import KINDS, Kind


@pytest.mark.parametrize(
    ("cls", "given", "refusal", "said"),
    [
        (Report, {"kind": "nonsense"}, ValueError, "kind is one of self_evaluation, "),
        (Report, {"kind": "final_acounts"}, ValueError, "did you mean 'final_accounts'?"),
        (Report, {"region": 440205}, TypeError, "region is a text: region='440205'"),
        (Report, {"region": "990000"}, ValueError, "GB/T 2260"),
        (Report, {"region": "44020"}, ValueError, "GB/T 2260"),
        (Report, {"region": "４４０２０５"}, ValueError, "GB/T 2260"),
        (Report, {"year": "2021"}, TypeError, "year is a whole number, not '2021'"),
        (Report, {"year": True}, TypeError, "year is a whole number"),
        (Report, {"year": 21}, ValueError, "1949 to 2999"),
        (Evaluation, {"kind": "部门"}, ValueError, "kind is one of whole, "),
        (Evaluation, {"year": 2021.0}, TypeError, "year is a whole number"),
        (Breakdown, {"dimension": "nonsense"}, ValueError, "dimension is one of by_function, "),
        (Breakdown, {"dimension": None}, ValueError, "dimension is one of"),
        (Breakdown, {"dimension": ""}, ValueError, "dimension is one of"),
    ],
)
def test_what_a_field_cannot_be_is_refused(
    cls: Any, given: dict[str, object], refusal: type[Exception], said: str
) -> None:
    """The refusal names the field, what it may be and what was given."""
    with pytest.raises(refusal, match=re.escape(said)):
        cls(**given)


@pytest.mark.parametrize(
    ("cls", "given"),
    [
        (Report, {"kind": "", "region": "", "year": None}),
        (Report, {"kind": "budget", "region": "44", "year": 1949}),
        (Report, {"region": "4402"}),
        (Evaluation, {"kind": "transfer"}),
        (Breakdown, {"dimension": "members"}),
    ],
)
def test_what_a_field_may_be_is_taken(cls: Any, given: dict[str, object]) -> None:
    """An empty text is nothing, as everywhere; a region may be a province or a city."""
    assert cls(**given)


@pytest.mark.parametrize(
    ("literal", "table"),
    [(Kind, KINDS), (EvaluationKind, EVALUATION_KINDS), (Dimension, DIMENSIONS)],
)
def test_the_types_name_the_values_there_are(literal: object, table: dict[str, str]) -> None:
    """What a type checker allows is what the check allows."""
    assert tuple(table) == get_args(literal)


@pytest.mark.parametrize(
    ("value", "said", "cure"),
    [
        ("99", "没有省级区划 99", "440205"),
        ("991234", "没有省级区划 99", "440205"),
        ("广东", "2、4 或 6 位数字，得到 '广东'", "440000 广东省"),
        ("岳阳", "2、4 或 6 位数字", "430600 岳阳市"),
        ("火星", "2、4 或 6 位数字", "440205"),
        ("44020", "2、4 或 6 位数字", "440205"),
        (4402.5, "2、4 或 6 位数字", "440205"),
    ],
)
def test_a_region_is_read_as_a_code(value: object, said: str, cure: str) -> None:
    """What is none is refused with its place and the code to write, also where a name has one."""
    assert places({"region": value}) == ["region"]
    with pytest.raises(ReportError) as refused:
        built({"region": value, "previous": {"region": "44"}})
    (problem,) = refused.value.problems
    assert said in problem.message.zh
    assert problem.cure is not None
    assert cure in problem.cure.zh


@pytest.mark.parametrize("name", ["title", "entity", "project", "grade", "部门"])
def test_a_number_is_no_name(name: str) -> None:
    """A code may be given as a number; what something is called may not."""
    with pytest.raises(ReportError, match="这里应是文字，得到 3"):
        built({name: 3})


@pytest.mark.parametrize("value", ["440205", 440205, "4402", "44"])
def test_a_region_may_be_a_number_in_a_file(value: object) -> None:
    """Its digits are the code."""
    assert built({"region": value}).region == str(value)
