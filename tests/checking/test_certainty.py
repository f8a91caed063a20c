"""How sure it is what a number is about, carried to what is said of it."""

from __future__ import annotations

import pytest
from tests.report.reading import built, places

from performance_rules import Report, RuleSet, check
from performance_rules.checking.result import Result
from performance_rules.outputs.batch import checked
from performance_rules.outputs.results import result_of

RULES = RuleSet.for_region(None)
GUESS = {"settled": "inferred", "inference": "把“预算”当作年初预算"}


def result(
    whole: object = "10.00元",
    part: object = "9.00元",
    rate: object = "25.00%",
    **parts: object,
) -> Result:
    """Return the check of a report whose sum and whose rate of change are wrong."""
    report = {
        "all_funds": {
            "expenditure": {
                "final": whole,
                "by_function": {"lines": [{"name": "教育支出", "final": part}], **parts},
            },
            "income": {"final": {"value": "12.00元", "vs_prior": rate}},
        }
    }
    return check(Report.from_dict(report), RULES)


def severities(found: Result) -> dict[str, str]:
    """Return the severity of the findings of two rules."""
    return {f.rule: f.severity for f in found.findings if f.rule in ("TOT-001", "YOY-001")}


RATE = {"change": "2.00元", "rate": "25.00%"}

CASES = {
    "all said": ({}, "error", "error"),
    "the whole inherited": (
        {"whole": {"value": "10.00元", "settled": "inherited"}},
        "error",
        "error",
    ),
    "the whole inferred": ({"whole": {"value": "10.00元", **GUESS}}, "review", "error"),
    "a part inferred": ({"part": {"value": "9.00元", **GUESS}}, "review", "error"),
    "the list inferred": (GUESS, "review", "error"),
    "the comparison inferred": ({"rate": {**RATE, **GUESS}}, "error", "review"),
}


@pytest.mark.parametrize(("given", "total", "rate"), CASES.values(), ids=CASES)
def test_what_rests_on_an_inference_is_for_a_person_to_look_at(
    given: dict[str, object], total: str, rate: str
) -> None:
    """A finding is as grave as its rule, unless a number or claim it rests on was inferred."""
    found = result(**{"rate": RATE, **given})

    assert severities(found) == {"TOT-001": total, "YOY-001": rate}
    counted = [finding.severity for finding in found.findings]
    assert found.summary.findings == {
        name: counted.count(name) for name in ("error", "warning", "hint", "review")
    }


def test_a_finding_names_what_was_inferred() -> None:
    """The text says in both languages what the finding rests on, each inference once."""
    found = result(
        whole={"value": "10.00元", **GUESS}, part={"value": "9.00元", **GUESS}, rate=RATE
    )

    (finding,) = (f for f in found.findings if f.rule == "TOT-001")
    assert finding.message.endswith("（这一条依据推断：把“预算”当作年初预算。）")
    assert finding.message_en.endswith(
        "(This rests on an inference: '预算' was taken as initial budget.)"
    )


def test_an_inference_without_words_is_named_as_well() -> None:
    """Where nobody said what was inferred, it is what the number is about."""
    found = result(whole={"value": "10.00元", "settled": "inferred"}, rate=RATE)

    (finding,) = (f for f in found.findings if f.rule == "TOT-001")
    assert finding.message.endswith("（这一条依据推断：这个数说的是什么。）")


def test_what_a_condition_read_counts_as_well() -> None:
    """A finding rests on the numbers that decide whether its rule applies."""
    report = built(
        {
            "all_funds": {
                "income": {
                    "final": {"value": "12.00元", "vs_prior": {"rate": "20.00%"}},
                    "prior": {"value": "0.00元", **GUESS},
                }
            }
        }
    )

    found = {f.rule: f.severity for f in check(report, RULES).findings}

    assert found["YOY-003"] == "review"


def test_the_json_of_a_place_says_how_it_became_known() -> None:
    """Inherited is said in the JSON only, inferred in the text as well."""
    found = result(whole={"value": "10.00元", "settled": "inherited"}, rate=RATE)

    document = result_of(checked(found, "a.toml"), "zh")

    (item,) = (f for f in document.findings if f.rule == "TOT-001")
    assert [place.settled for place in item.where] == ["said", "inherited"]
    assert "推断" not in item.message


def test_a_report_without_inferences_is_counted_without_being_explained() -> None:
    """Findings are built only when somebody asks for them."""
    found = result(rate=RATE)

    assert found.summary.findings["error"] == 2
    assert "findings" not in vars(found)


def test_an_inference_alone_says_that_it_was_inferred() -> None:
    """Keys have Chinese names; an inference needs no further word."""
    report = built({"matters": {"修渠": {"决算": {"值": "3元", "推断": "单位按元"}}}})

    final = report.matters[0].final
    assert final is not None
    (statement,) = final.statements
    assert (statement.settled, statement.inference) == ("inferred", "单位按元")
    assert built({"matters": {"修渠": {"决算": {"值": "3元", "依据": "承上"}}}}).to_dict() == {
        "matters": [{"name": "修渠", "final": {"value": "3元", "settled": "inherited"}}]
    }


def test_other_words_are_refused() -> None:
    """There are three ways to know something."""
    assert places({"three_public": {"final": {"value": "3元", "settled": "guessed"}}}) == [
        "three_public.final.settled"
    ]
