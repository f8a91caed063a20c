"""Properties of the library as a whole: what must hold for every report and every expression."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from performance_rules.checking.codegen import compile_plan
from performance_rules.checking.findings import Finding
from performance_rules.checking.grounding import compile_rule, make_plan
from performance_rules.checking.plan import PASS, Judged, Plan
from performance_rules.checking.result import Result, check
from performance_rules.language.expressions import Expression
from performance_rules.language.ground import judge
from performance_rules.language.syntax import (
    MAX_LENGTH,
    SyntaxProblem,
    parse,
    parse_each,
    parse_template,
    show,
)
from performance_rules.report.model import Evaluation, Report
from performance_rules.report.tree import Tree, tree_of
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.bounds import bounds
from performance_rules.testing.strategies import (
    blanked,
    corruptions,
    evaluations,
    expressions,
    matters,
    reordered,
    reports,
    rewritten,
    with_zero_lines,
)

ARITHMETIC = "ARITH"
"""The basis of a rule whose violation is a matter of arithmetic, not of duty."""

BOUND_BY = {
    "sum": "TOT-001",
    "share": "SHR-001",
    "change": "YOY-010",
    "rate": "YOY-001",
    "completed": "BUD-001",
}
"""The rule that watches each kind of bound number."""


@cache
def rules() -> RuleSet:
    """The shipped national rules."""
    return RuleSet.for_region(None)


def fresh() -> RuleSet:
    """The shipped rules with no report remembered."""
    known = rules()
    return RuleSet(known.layers, known.codebook, known.lexicon, known.region, known.year)


@cache
def arithmetic() -> frozenset[str]:
    """The rules of severity error that rest on arithmetic."""
    return frozenset(
        rule.id
        for rule in rules().rules().values()
        if rule.severity == "error" and ARITHMETIC in {basis.doc for basis in rule.basis}
    )


def said(result: Result) -> Counter[tuple[str, str, str]]:
    """Every verdict by rule and place, however the places are ordered."""
    return Counter((v.rule, v.place, v.verdict) for v in result.verdicts)


def failures(result: Result) -> list[Finding]:
    """What the result found wrong, without hints about last digits."""
    return [finding for finding in result.findings if finding.verdict == "fail"]


# ── reports ──


@given(reports())
def test_an_honest_report_is_never_accused(report: Report) -> None:
    """A report that is consistent in whole 分 breaks no rule of arithmetic, in whatever unit and
    with however many decimals its figures are printed: rounding is not an error.
    """
    accused = [f for f in failures(check(report, rules())) if f.rule in arithmetic()]

    assert [(f.rule, f.place, f.computed) for f in accused] == []


@given(st.data())
def test_a_changed_figure_is_found(data: st.DataObject) -> None:
    """If one figure that must agree with others is changed beyond every reading of the printed
    digits, some rule fails and names that figure.
    """
    kinds = tuple(kind for kind, rule in BOUND_BY.items() if rule in rules().rules())
    report = data.draw(reports())
    spoiled, change = data.draw(corruptions(report, kinds=kinds))

    found = failures(check(spoiled, rules()))

    assert change.path in {where.path for finding in found for where in finding.where}


@given(st.data())
@pytest.mark.parametrize("kind", ["sum", "share", "change", "rate"])
def test_a_changed_figure_of_a_matter_is_found(kind: str, data: st.DataObject) -> None:
    """Matters that agree with themselves are silent; one number of a sum, a share, a change or a
    rate changed beyond every reading of the digits is found where it stands.
    """
    report = Report(year=2022, matters=data.draw(matters(min_size=1)))
    assert [f.rule for f in failures(check(report, rules())) if f.rule in arithmetic()] == []
    spoiled, change = data.draw(corruptions(report, kinds=(kind,)))

    found = failures(check(spoiled, rules()))

    assert change.path in {where.path for finding in found for where in finding.where}


@given(evaluations())
def test_a_form_that_agrees_with_itself_is_not_accused(form: Evaluation) -> None:
    """Money with its sources and rate, points by the rate and by the targets, reasons where
    something was missed: nothing in such a form is an error or wants an explanation.
    """
    found = failures(check(Report(year=2023, evaluations=(form,)), rules()))

    serious = [f for f in found if f.severity in ("error", "warning")]
    assert [(f.rule, f.place, f.computed) for f in serious] == []


@given(st.data())
@pytest.mark.parametrize("kind", ["sum", "completed"])
def test_a_changed_figure_of_a_form_is_found(kind: str, data: st.DataObject) -> None:
    """A source, a weight, a score, a total or a rate of execution that was changed beyond every
    reading of the digits is found where it stands.
    """
    report = Report(year=2023, evaluations=(data.draw(evaluations()),))
    spoiled, change = data.draw(corruptions(report, kinds=(kind,)))

    found = failures(check(spoiled, rules()))

    assert change.path in {where.path for finding in found for where in finding.where}


@given(reports(), st.sampled_from(["元", "千元", "万元", "亿元"]))
def test_the_unit_does_not_matter(report: Report, unit: str) -> None:
    """The same digits with the same claim get the same verdicts in 元 and in 万元."""
    assert said(check(report, fresh())) == said(check(rewritten(report, unit), fresh()))


@given(st.data())
def test_the_order_of_lines_does_not_matter(data: st.DataObject) -> None:
    """The lines of a breakdown may stand in any order."""
    report = data.draw(reports())
    report = data.draw(st.just(report) | corruptions(report).map(lambda pair: pair[0]))

    assert said(check(report, rules())) == said(check(data.draw(reordered(report)), rules()))


@given(st.data())
def test_lines_of_zeros_do_not_matter(data: st.DataObject) -> None:
    """A line that says 0 in every column adds nothing: the same places break the same rules of
    arithmetic as before.
    """
    report = data.draw(reports())
    report = data.draw(st.just(report) | corruptions(report).map(lambda pair: pair[0]))
    padded = data.draw(with_zero_lines(report))

    before, after = (
        {(f.rule, f.place) for f in failures(check(one, rules())) if f.rule in arithmetic()}
        for one in (report, padded)
    )

    assert before == after


@given(st.data())
def test_a_blank_is_not_a_zero_and_not_a_pass(data: st.DataObject) -> None:
    """What is not there accuses nobody: no verdict of arithmetic becomes a failure.  It acquits
    nobody either: a sum with a blank becomes undetermined or not applicable.
    """
    report = data.draw(reports())
    blank, change = data.draw(blanked(report))
    before = {(v.rule, v.place): v.verdict for v in check(report, rules()).verdicts}

    moved = {
        (verdict.rule, verdict.place): verdict.verdict
        for verdict in check(blank, rules()).verdicts
        if verdict.rule in arithmetic()
        and before.get((verdict.rule, verdict.place)) != verdict.verdict
    }

    assert [place for place, verdict in moved.items() if verdict == "fail"] == [], change
    sums = {verdict for (rule, _), verdict in moved.items() if rule == BOUND_BY["sum"]}
    assert sums <= {"undetermined", "not_applicable"}, change


@given(st.data())
def test_no_report_makes_the_check_raise(data: st.DataObject) -> None:
    """Findings are data: whatever a report says, a check gives verdicts, findings and reasons."""
    report = data.draw(reports(max_postings=3))
    report = data.draw(
        st.just(report)
        | blanked(report).map(lambda pair: pair[0])
        | corruptions(report).map(lambda pair: pair[0])
    )

    result = check(report, rules())

    counted = Counter(verdict.verdict for verdict in result.verdicts)
    assert {k: v for k, v in result.summary.verdicts.items() if v} == dict(counted)
    assert all(finding.message and finding.message_en for finding in result.findings)
    assert all(entry.places == len(entry.where) for entry in result.not_checked)


# ── plans ──


def walked(plan: Plan, values: tuple[int, ...]) -> Judged | None:
    """What the conditions of a plan say, one by one."""
    if any(judge(condition, values) != truth for condition, truth in plan.guards):
        return None
    found: Judged = ([], [], [], [], [])
    for place in plan.open:
        found[plan.verdict(place, values)].append(place.index)
    found[PASS].clear()
    return found


def plan_of(report: Report) -> tuple[Plan, Tree]:
    """A plan of its own for a report, with the report's tree."""
    tree, in_force = tree_of(report, rules().codebook), rules().in_force(report.year)
    compiled = {name: compile_rule(rule) for name, rule in in_force.rules.items()}
    return make_plan(tree, rules(), in_force, compiled), tree


@given(st.data())
def test_generated_code_says_what_the_conditions_say(data: st.DataObject) -> None:
    """The compiled plan gives the verdicts of the walk, also for other digits in the same shape."""
    plan, tree = plan_of(data.draw(reports(max_postings=3)))
    run, values = compile_plan(plan), [leaf.n for leaf in tree.leaves]

    assert walked(plan, tuple(values)) == run(tuple(values))
    for _ in range(5):
        at = data.draw(st.integers(0, len(values) - 1))
        unit = tree.leaves[at].step or 10**6
        values[at] += unit * data.draw(st.integers(-3, 3) | st.integers(-(10**6), 10**6))
        assert walked(plan, tuple(values)) == run(tuple(values))


@given(st.data())
def test_a_kept_plan_says_what_a_new_one_says(data: st.DataObject) -> None:
    """A plan made for one report serves another of its shape only where it gives the verdicts
    that a plan of its own would give.
    """
    report = data.draw(reports(max_postings=3))
    spoiled, _ = data.draw(corruptions(report))
    kept = fresh()
    check(report, kept)

    assert said(check(spoiled, fresh())) == said(check(spoiled, kept))


# ── expressions ──


@given(expressions())
def test_an_expression_survives_its_text(tree: Expression) -> None:
    """Parsing the text of a tree gives the tree, and the text of that is the same text."""
    text = show(tree)
    assume(len(text) <= MAX_LENGTH)

    assert parse(text) == tree
    assert show(parse(text)) == text


ALPHABET = st.sampled_from(
    [
        *"xX名各1.50%元'\"“”()[]{}（）【】,，、:：=≠<>＝≤+-−*/÷_ \n\0\u3000",
        "in",
        "属于",
        " or ",
        "且",
        "not ",
    ]
)


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """The text of an expression with a few characters lost, doubled or put in."""
    text = show(draw(expressions(depth=3)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        piece = draw(ALPHABET | st.just("") | st.just(text[at : at + 9] * 2))
        text = text[:at] + piece + text[at + draw(st.integers(0, 3)) :]
    return text


@pytest.mark.parametrize("reader", [parse, parse_each, parse_template])
@given(text=st.text() | st.lists(ALPHABET, max_size=60).map("".join) | mutations())
def test_no_text_crashes_a_parser(reader: Callable[[str], object], text: str) -> None:
    """Every text is an expression or a SyntaxProblem with its place inside the text."""
    try:
        reader(text)
    except SyntaxProblem as wrong:
        problem = wrong
    else:
        return
    start, end = problem.at
    assert 0 <= start < end <= len(text) + 1
    assert problem.message.zh
    assert problem.message.en


@pytest.mark.parametrize("text", ["(" * 3000, "-" * 3000, "not " * 900, "x[" * 1500, "f(" * 1500])
def test_deep_nesting_is_a_syntax_problem(text: str) -> None:
    """Nesting is bounded, so no rule file can exhaust the stack."""
    with pytest.raises(SyntaxProblem):
        parse(text)


# ── the strategies themselves ──


@given(reports())
def test_bound_figures_stand_where_the_tree_says(report: Report) -> None:
    """The bounds of a consistent report hold its figures."""
    tree = tree_of(report, rules().codebook)
    for bound in bounds(report):
        assert bound.path == tree.leaves[bound.leaf].path
        assert bound.low <= tree.leaves[bound.leaf].n <= bound.high


@given(reports())
def test_reports_are_plain_data(report: Report) -> None:
    """A printed report survives its plain form, so a failing one can be kept as an example."""
    assert report == Report.from_dict(report.to_dict())


@given(reports(unit="万元", decimals=2, year=2022, kind="budget"))
def test_a_strategy_keeps_to_what_is_asked(report: Report) -> None:
    """Unit, decimals, year and kind can be given; every amount of a table then has them, unless
    it is said in round figures.
    """
    amounts = {
        (leaf.quantity.unit, leaf.quantity.decimals)
        for leaf in tree_of(report, rules().codebook).leaves
        if leaf.kind == "amount"
        and not leaf.path.endswith(".change")
        and not leaf.quantity.approximate
    }

    assert amounts <= {("万元", 2)}
    assert (report.year, report.kind) == (2022, "budget")
