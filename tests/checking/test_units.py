"""Units in a message: a report prints them or leaves them out, and a rule says them once."""

from __future__ import annotations

import re

import pytest
from tests.rules.test_shipped import ALL

from performance_rules import Report, RuleSet, check
from performance_rules.checking.placenames import undoubled
from performance_rules.rules.model import Rule

UNDOUBLED = [
    ("在职 30人", " 人，编制", "，编制"),
    ("编制 25人", " 名，控制率", "，控制率"),
    ("得 5分", " 分。", "。"),
    ("在职 30", " 人，编制", " 人，编制"),
    ("共 30人", " 人员，", " 人员，"),
    ("共 30人", "，请核实。", "，请核实。"),
    ("某局", " 个数", " 个数"),
]
"""What a message says so far, what its rule says next, and what is left of that."""


@pytest.mark.parametrize(("text", "piece", "left"), UNDOUBLED)
def test_a_unit_behind_a_number_that_has_one_is_not_said_again(
    text: str, piece: str, left: str
) -> None:
    """Only a measure word by itself goes, and only behind a number with a unit."""
    assert undoubled(text, piece) == left


PRINTED = [
    ({"编制": {"actual": "25名"}, "在职人员": {"actual": "30人"}}, "在职 30人，编制 25名，"),
    ({"编制": {"actual": 25}, "在职人员": {"actual": 30}}, "在职 30 人，编制 25 名，"),
]


@pytest.mark.parametrize(("disclosures", "said"), PRINTED)
def test_a_count_is_told_with_one_unit(disclosures: dict[str, object], said: str) -> None:
    """As printed where the report prints it, the rule's where it does not."""
    given = {"kind": "final_accounts", "year": 2023, "disclosures": disclosures}
    found = check(Report.from_dict(given), RuleSet.for_region(None)).findings
    assert [str(f.message).startswith(said) for f in found if f.rule == "PER-001"] == [True]


_BEHIND = re.compile(r" ?(?:人次|批次|团组|[人名个辆台批团次项户件张])(?![^\W\d_])")
"""A measure word behind a placeholder, and what may not be one."""


@pytest.mark.parametrize("rule", [rule for _, rule in ALL], ids=[rule.id for _, rule in ALL])
def test_no_rule_writes_a_unit_that_would_stand_twice(rule: Rule) -> None:
    """A measure word behind a placeholder is one that goes where the report prints its own."""
    for piece, before in zip(rule.message[1:], rule.message, strict=False):
        if isinstance(piece, str) and not isinstance(before, str) and _BEHIND.match(piece):
            assert undoubled("5人", piece) != piece
