"""What has to occur in a sentence for a rule to ask it anything."""

from __future__ import annotations

from typing import Any

import pytest

from performance_rules import Report, RuleSet, check
from performance_rules.checking.asking import AskedQuestion
from performance_rules.checking.grounding import scope_of
from performance_rules.checking.keeping import kept_for
from performance_rules.language.patterns import PatternSet
from performance_rules.report.tree import tree_of

SENTENCES = (
    "一、部门职责",
    "二、收入决算情况说明",
    "支出XX万元，比2019年度增加3万元。",
    "会议费占比5.20，主要原因是没有召开会议。",
    "第（1）项由某局负责，完成率≥95%。",
    "2023年度部门整体支出绩效自评报告",
    "未发生政府采购支出，，故无数据。",
    "某县水利局2024年8月1日",
)


def report(*sentences: str) -> Report:
    """Return a report with paragraphs, those without a full stop as headings."""
    text = [s if s.endswith("。") else {"text": s, "heading": 2} for s in sentences]
    return Report.from_dict({"year": 2023, "kind": "final_accounts", "text": text})


def test_a_question_whose_patterns_do_not_occur_has_the_answer_that_is_known() -> None:
    """Whether it is asked or not, a sentence gives each question the same answer."""
    rules = RuleSet.for_region()
    given = report(*SENTENCES)
    in_force, tree = rules.in_force(2023), tree_of(given, rules.codebook)
    asking, scope = kept_for(in_force).asking, scope_of(tree, rules, in_force)
    patterns = PatternSet(asking.patterns)
    questions = [one for asked in asking.rules.values() for one in asked if one.need is not None]
    known = 0
    for node in tree.sentences:
        found = patterns.found(node.text)
        assert found is not None
        for one in questions:
            if one.need is not None and not one.need.is_met(found):
                item = node.text if one.among is not None and one.among.name == "text" else node
                assert one.answer(scope, item) == one.need.silent
                known += 1

    assert known > len(questions)


def test_few_questions_are_asked_of_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all that rules ask, a sentence is asked what it has a word for."""
    rules = RuleSet.for_region()
    asking = kept_for(rules.in_force(2023)).asking
    asked: list[AskedQuestion] = []
    answer = AskedQuestion.answer

    def counted(one: AskedQuestion, *given: Any) -> Any:
        asked.append(one)
        return answer(one, *given)

    for said in SENTENCES[2:4]:  # from the second on, a form is asked
        check(report(said), rules)
    monkeypatch.setattr(AskedQuestion, "answer", counted)
    check(report(SENTENCES[4]), rules)
    of_sentences = [one for one in asked if one.among is not None]
    all_questions = sum(len(one) for one in asking.rules.values())

    assert 0 < len(of_sentences) < all_questions / 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [("甲乙", {0, 1, 2}), ("乙", {0, 2}), ("", {0}), ("丙", {0, 3})],
)
def test_patterns_of_a_set_are_found_as_they_are_alone(text: str, expected: set[int]) -> None:
    """A set of patterns says of each whether it occurs; the first of all always does."""
    assert PatternSet(["甲", "乙$", "^[丙丁]"]).found(text) == frozenset(expected)
