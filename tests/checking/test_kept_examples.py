"""A plan that is kept serves reports that the rules cannot tell apart, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations

import pytest

from performance_rules import Report, RuleSet, check
from performance_rules.checking.result import check_in_force
from performance_rules.cli.trying import layers_in, shipped
from performance_rules.report.build import build_report
from performance_rules.rules.model import Example, Rule
from performance_rules.testing.examples import in_force_alone, overall
from performance_rules.testing.examples import said as words


@cache
def rules() -> RuleSet:
    """The national rules."""
    return RuleSet.for_region(None)


def spent(reason: str) -> Report:
    """A report of one form, with the reason of its increase."""
    final = {"value": "60.00万元", "vs_prior": {"change": "20.00万元", "reason": reason}}
    return Report.from_dict({"year": 2022, "all_funds": {"expenditure": {"final": final}}})


REASONS = ("新建三座泵站", "压减会议", "无", "支出增加", "根据工作需要")


@pytest.mark.parametrize(("first", "second"), list(permutations(REASONS, 2)))
def test_another_reason_is_another_report(first: str, second: str) -> None:
    """What a reason says is judged anew, though nothing else of the report is different."""
    new, kept = rules().select(), rules().select()
    check(spent(first), kept)
    found = [{f.rule for f in check(spent(second), one).findings} for one in (new, kept)]
    assert found[0] == found[1]


def families(rule: Rule) -> Iterator[list[Example]]:
    """The examples of a rule that can be checked one after another: of one year, alike set up."""
    groups: dict[tuple[object, str], list[Example]] = {}
    for example in rule.examples:
        year = build_report(example.given).year
        groups.setdefault((year, repr(example.parameters)), []).append(example)
    yield from groups.values()


@pytest.mark.slow
@pytest.mark.parametrize("backwards", [False, True])
def test_examples_one_after_another_say_what_each_says_alone(backwards: bool) -> None:
    """The examples of a rule have few forms: none is answered with what another one was told."""
    wrong = []
    for folder in shipped():
        for ruleset, layer, _ in layers_in(folder):
            for rule in layer.rules.values():
                for family in families(rule):
                    first = build_report(family[0].given)
                    kept = in_force_alone(rule, ruleset, first.year, family[0].parameters)
                    for example in family[::-1] if backwards else family:
                        report = build_report(example.given)
                        new = in_force_alone(rule, ruleset, report.year, example.parameters)
                        results = [check_in_force(report, ruleset, one) for one in (kept, new)]
                        told = [(overall(result), words(result)) for result in results]
                        if told[0] != told[1]:
                            wrong.append((rule.id, example.name))
    assert wrong == []
