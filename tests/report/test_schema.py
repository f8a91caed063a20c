"""The JSON Schema accepts what the reader accepts, and is made from the model."""

from __future__ import annotations

import json

import pytest
import tomli
from hypothesis import given
from jsonschema import Draft202012Validator
from tests.often import often
from tests.report.reading import built
from tests.report.reports import EXAMPLE, REPORTS_SAID, reports

from performance_rules.errors import ReportError
from performance_rules.report import Account, Line, Report, dump_report, load_report, report_schema
from performance_rules.report.model import DIMENSIONS, terms_of
from performance_rules.report.schema import Schema

VALIDATOR = Draft202012Validator(report_schema())

ACCEPTED: dict[str, Schema] = {
    "nothing": {},
    "a schema for editors": {"$schema": "report.schema.json", "year": 2021},
    "bare numbers": {"fiscal": {"income": {"final": "1.00元", "prior": 2, "prior_budget": None}}},
    "a line that is a number": {"fiscal": {"income": "1.00元"}, "disclosures": {"staff": 18}},
    "a figure with claims": {
        "fiscal": {
            "income": {
                "final": {
                    "value": "1.00",
                    "unit": "万元",
                    "exact": True,
                    "share": "5%",
                    "of": "总收入",
                    "vs_prior": "持平",
                    "vs_initial_budget": {"completed": "98%", "reason": {"text": "节约"}},
                    "comparisons": [{"against": "prior_budget", "change": "-1.00"}],
                    "statements": ["1.00元", {"value": "1", "source": {"table": 1}}],
                }
            }
        }
    },
    "Chinese keys": {
        "部门": "某局",
        "单位": "万元",
        "文种": "部门预算",
        "总": {"支出": {"决算": {"值": "1", "占比": {"数值": "5%", "分母措辞": "总收入"}}}},
        "三公": {"公务接待费": {"数量": {"国内接待批次": 2}}, "构成": [{"名称": "其他"}]},
    },
    "grids": {
        "fiscal": {
            "expenditure": {
                "by_function": {
                    "columns": ["科目", "决算（万元）"],
                    "rows": [["教育支出", "1.00"], ["其他"]],
                    "complete": False,
                    "教育支出": {"notes": ["见表"]},
                },
                "人员公用": {"rows": ["人员经费"], "reasons": "调整"},
            }
        }
    },
    "listed breakdowns": {
        "fiscal": {"income": {"breakdowns": [{"dimension": "构成", "lines": [{"code": 101}]}]}}
    },
    "schedules": {
        "进度": [{"name": "修渠", "steps": [{"环节": "开工", "年": 2022}]}],
    },
    "the year before": {"previous": {"year": 2020}},
}

REFUSED: dict[str, Schema] = {
    "a misspelt key of the report": {"entiti": "某局"},
    "a misspelt key of an account": {"fiscal": {"expediture": {}}},
    "a misspelt key of a line": {"fiscal": {"income": {"finall": "1"}}},
    "a misspelt key of a claim": {"fiscal": {"income": {"final": {"vs_prior": {"chnage": "1"}}}}},
    "an unknown count": {"three_public": {"counts": {"visits": 1}}},
    "a stage that does not exist": {"schedules": [{"steps": [{"stage": "付款"}]}]},
    "an unknown kind": {"kind": "预算书"},
    "an unknown unit": {"unit": "块"},
    "a year as text": {"year": "2021"},
    "a number that is a list": {"fiscal": {"income": {"final": [1]}}},
    "an unknown column": {
        "fiscal": {"income": {"final": {"comparisons": [{"against": "finall"}]}}}
    },
    "a row that is a number": {"fiscal": {"income": {"by_function": {"rows": [1]}}}},
}


def test_the_schema_is_a_schema() -> None:
    """It is well-formed JSON Schema 2020-12, can be written as JSON, and every reference ends."""
    schema = report_schema()
    text = json.dumps(schema, ensure_ascii=False)
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    references = {part.partition('"')[0] for part in text.split('"$ref": "#/$defs/')[1:]}

    Draft202012Validator.check_schema(schema)
    for reference in references:
        name, _, key = reference.partition("/properties/")
        assert name in definitions
        assert not key or key in definitions[name]["properties"]


@pytest.mark.parametrize("data", ACCEPTED.values(), ids=ACCEPTED)
def test_the_schema_accepts_what_the_reader_accepts(data: Schema) -> None:
    """Whatever can be built is valid: bare numbers, claims, grids, Chinese keys."""
    built(data)

    assert [] == [error.message for error in VALIDATOR.iter_errors(data)]


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_the_schema_refuses_what_an_editor_should_underline(data: Schema) -> None:
    """A misspelt key or a value of a wrong type is invalid, as it is an error to the reader."""
    assert not VALIDATOR.is_valid(data)


def test_the_schema_accepts_the_example() -> None:
    """The example is valid as it is written, and as it goes out again."""
    data = tomli.loads(EXAMPLE.read_text(encoding="utf-8"))

    assert [] == [error.message for error in VALIDATOR.iter_errors(data)]
    assert [] == [
        error.message for error in VALIDATOR.iter_errors(dump_report(load_report(EXAMPLE)))
    ]


@given(reports())
def test_the_schema_accepts_every_report_that_goes_out(report: Report) -> None:
    """What ``to_dict`` gives is valid, whatever the report says."""
    assert VALIDATOR.is_valid(report.to_dict())


@given(REPORTS_SAID)
@often(4)
def test_nothing_else_is_accepted_or_crashes(data: Schema) -> None:
    """Any table is a report or a ReportError; what the reader accepts, the schema does."""
    try:
        report = built(data)
    except ReportError:
        return

    assert VALIDATOR.is_valid(data)
    assert report == Report.from_dict(report.to_dict())


@pytest.mark.parametrize("cls", [Report, Account, Line])
def test_every_term_of_the_model_is_in_the_schema(cls: type) -> None:
    """English and Chinese names of every field are keys, described in the field's own words."""
    definitions = report_schema()["$defs"]
    assert isinstance(definitions, dict)
    properties = definitions[cls.__name__]["properties"]

    for name, field in terms_of(cls).items():
        assert {field.metadata["zh"], field.metadata["doc"]} == {
            properties[name]["title"],
            properties[name]["description"],
        }
        assert field.metadata["zh"] in properties
    if cls is Line:
        assert {*DIMENSIONS, *DIMENSIONS.values()} <= set(properties)
