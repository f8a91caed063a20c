"""What a check keeps of the reports it has seen, and what it may not keep."""

from __future__ import annotations

import gc
import pickle
import tracemalloc
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from performance_rules import Report, RuleSet, check, load_report
from performance_rules.checking import keeping
from performance_rules.checking.grounding import make_plan
from performance_rules.checking.keeping import forget, kept_for
from performance_rules.checking.result import Result
from performance_rules.checking.shelf import Shelf
from performance_rules.language.sight import Sight
from performance_rules.report.model import Paragraph
from performance_rules.report.tree import tree_of

GIVEN: dict[str, object] = {
    "title": "某县水利局2023年度部门整体支出绩效自评报告",
    "entity": "某县水利局",
    "year": 2023,
    "kind": "部门整体支出绩效自评",
    "approved": "2024-08-01",
    "published": "2024-08-10",
    "unit": "万元",
    "all_funds": {
        "income": {"final": 300},
        "expenditure": {
            "final": {"value": 300, "vs_prior": {"change": 20, "reason": "新建泵站"}},
            "by_nature": {
                "columns": ["科目", "决算"],
                "rows": [["基本支出", 100], ["项目支出", 190]],
            },
        },
    },
    "text": ["全年完成任务。", "会议费超过预算。"],
    "tables": [{"caption": "收支总表", "key": "t1"}],
    "previous": {"year": 2022, "all_funds": {"expenditure": {"final": 280}}},
}

Made = TypeVar("Made")


@cache
def rules() -> RuleSet:
    """The national rules, with everything kept that the tests of this file leave."""
    return RuleSet.for_region("440205")


def report(**changes: object) -> Report:
    """The report above with some of it changed."""
    return Report.from_dict({**GIVEN, **changes})


def said(result: Result) -> object:
    """Everything that can be seen of a result."""
    return result.summary, result.findings, result.verdicts, result.not_checked


def alone(given_: Report) -> Result:
    """The result of a report that nothing was kept for."""
    ours = RuleSet.for_region("440205")
    return check(given_, ours)


@pytest.fixture
def grounded(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The rules that were walked over a report, after the report above was checked."""
    check(report(), rules())
    walked: set[str] = set()

    def watched(tree: Any, ruleset: Any, in_force: Any, compiled: Any, known: Any) -> Any:
        walked.update(compiled)
        return make_plan(tree, ruleset, in_force, compiled, known)

    monkeypatch.setattr(keeping, "make_plan", watched)
    return walked


UNSEEN: dict[str, dict[str, object]] = {
    "region": {"region": "440232"},
    "project": {"project": "灌区"},
    "last year's digits": {
        "previous": {"year": 2022, "all_funds": {"expenditure": {"final": 270}}}
    },
    "digits": {"all_funds": {**GIVEN["all_funds"], "income": {"final": 310}}},  # type: ignore[dict-item]
    "last year's name": {"previous": {**GIVEN["previous"], "entity": "某站"}},  # type: ignore[dict-item]
}


@pytest.mark.parametrize("changes", UNSEEN.values(), ids=UNSEEN)
def test_what_no_rule_sees_costs_nothing(changes: dict[str, object], grounded: set[str]) -> None:
    """A report that differs in what no rule can see is judged by the plans of the other."""
    check(report(**changes), rules())

    assert set() == grounded


SEEN: dict[str, tuple[dict[str, object], set[str], set[str]]] = {
    "name": ({"entity": "某县林业局"}, {"STR-002"}, {"STR-001", "DIS-001", "TOT-001"}),
    "title": ({"title": "自评报告"}, {"STR-002"}, {"STR-001", "DIS-001", "TOT-001"}),
    "day": ({"published": "2024-11-11"}, {"DIS-001"}, {"STR-002", "TOT-001", "SHR-001"}),
    "text": ({"text": ["完成。"]}, {"STR-001", "STR-002"}, {"DIS-001", "TOT-001", "SHR-001"}),
    "tables": ({"tables": [{"caption": "表"}]}, {"STR-007"}, {"STR-001", "TOT-001"}),
}


@pytest.mark.parametrize(("changes", "anew", "kept"), SEEN.values(), ids=SEEN)
def test_only_rules_that_see_a_fact_are_walked_again(
    changes: dict[str, object], anew: set[str], kept: set[str], grounded: set[str]
) -> None:
    """Another body, day or text is another place for the rules that look at it, for no other."""
    found = check(report(**changes), rules())

    assert anew <= grounded
    assert not kept & grounded
    assert said(alone(report(**changes))) == said(found)


WORDS = {
    "its name": ["某县水利局全年完成任务。", "会议费超过预算。"],
    "other words": ["全年任务已经办结。", "会议费比预算多。"],
    "a number": ["全年完成任务3项。", "会议费超过预算。"],
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_prose_that_answers_alike_makes_no_other_places(
    words: list[str], grounded: set[str]
) -> None:
    """Once a form came back with other words, only rules that look at the very words go over it."""
    check(report(text=["全年任务完成。", "会议费多于预算。"]), rules())
    grounded.clear()
    found = check(report(text=words), rules())

    assert grounded <= {
        name for name, each in sights().items() if "text" in each.facts | each.behind
    }
    assert said(alone(report(text=words))) == said(found)


ASKING = {
    "a placeholder": (["支出XX万元。", "会议费超过预算。"], "STR-005"),
    "a year": (["全年完成任务。", "会议费比2019年增加1万元。"], "STY-002-BASE"),
    "a share": (["全年完成任务。", "会议费占比5.20。"], "SHR-004-SIGN"),
}


@pytest.mark.parametrize(("words", "rule"), ASKING.values(), ids=ASKING)
def test_another_answer_is_another_place(words: list[str], rule: str, grounded: set[str]) -> None:
    """A rule goes over a report again where a sentence answers its question in another way."""
    check(report(text=["全年任务完成。", "会议费多于预算。"]), rules())
    grounded.clear()
    found = check(report(text=words), rules())

    assert not sights()[rule].facts
    assert rule in grounded
    assert said(alone(report(text=words))) == said(found)


def sights() -> Mapping[str, Sight]:
    """What each rule sees."""
    compiled = kept_for(rules().in_force(2023)).compiled
    return {name: rule.sight for name, rule in compiled.items()}


TEXTS = st.sampled_from(
    [
        *("", "全年完成任务。", "绩效目标未完成。", "比2022年度增加20万元。", "一、部门职责"),
        *("支出XX万元；占比5.20。", "基本支出包括工资和津贴。第（1）项", "某局2019年12月31日。"),
    ]
)


@st.composite
def facts(draw: st.DrawFn) -> Mapping[str, object]:
    """Draw facts of a report beside its form."""
    return {
        "title": draw(st.sampled_from([None, "某局2023年度自评报告", "报告"])),
        "entity": draw(st.sampled_from([None, "某局", "某县水利局"])),
        "region": draw(st.sampled_from([None, "440232"])),
        "grade": draw(st.sampled_from([None, "优", "良"])),
        "pictures": draw(st.sampled_from([None, 0, 2])),
        "approved": draw(st.sampled_from([None, date(2024, 8, 1)])),
        "published": draw(st.dates(date(2024, 8, 1), date(2024, 10, 1)) | st.none()),
        "text": tuple(
            Paragraph(text, heading)
            for text, heading in draw(
                st.lists(st.tuples(TEXTS, st.sampled_from([None, 1, 2])), max_size=4)
            )
        ),
    }


@given(st.lists(facts(), min_size=2, max_size=3))
def test_kept_plans_say_of_other_facts_what_new_ones_say(drawn: list[Mapping[str, Any]]) -> None:
    """However a report differs from those before it, it gets the verdicts it gets alone."""
    reports = [evolve(report(), **changes) for changes in drawn]
    found = [said(check(one, rules())) for one in reports]
    for one, before in zip(reports, found, strict=True):
        forget(rules().in_force(one.year))
        assert said(check(one, rules())) == before


def test_a_reason_quotes_the_report_at_hand() -> None:
    """Why a rule was not judged is said in the words of this report, not of the one before it."""

    def unread(quote: str) -> Report:
        rows = [["基本支出", 100], ["项目支出", ""]]
        given_ = report(
            all_funds={
                "expenditure": {
                    "final": 300,
                    "by_nature": {"columns": ["科目", "决算"], "rows": rows},
                }
            }
        )
        whole = given_.all_funds
        assert whole is not None
        assert whole.expenditure is not None
        source = {"table": 1, "row": 3, "column": 2, "quote": quote}
        data = given_.to_dict()
        line = data["all_funds"]["expenditure"]["by_nature"]["lines"][1]  # type: ignore[index]
        line["final"] = {"unread": source}
        return Report.from_dict(data)

    first, second = check(unread("一九〇"), rules()), check(unread("见附件"), rules())

    assert any("一九〇" in one.reason.zh for one in first.not_checked)
    assert any("见附件" in one.reason.zh for one in second.not_checked)
    assert not any("一九〇" in one.reason.zh for one in second.not_checked)


def test_a_selection_is_another_rule_set() -> None:
    """Rules that are left out are not in force, also where the whole set was checked before."""
    whole, given_ = rules(), report()
    before = said(check(given_, whole))
    chosen = whole.select(["TOT", "SHR"], ["TOT-001"])

    result = check(given_, chosen)
    assert {name[:3] for name in result.in_force.rules} == {"TOT", "SHR"}
    assert {v.rule for v in result.verdicts} == set(result.in_force.rules)
    assert "TOT-001" not in result.in_force.rules
    assert "TOT-001-PARTS" not in result.in_force.rules
    assert set(chosen.select(["SHR"]).in_force(2023).rules) == {
        name for name in result.in_force.rules if name.startswith("SHR")
    }
    assert before == said(check(given_, whole))


CHANGES: dict[str, Callable[[RuleSet], object]] = {
    "its year": lambda ours: setattr(ours, "year", 2020),
    "its layers": lambda ours: setattr(ours.layers[0], "id", "x"),
    "a layer's rules": lambda ours: ours.layers[0].rules.pop("TOT-001"),  # type: ignore[attr-defined]
    "the rules in force": lambda ours: ours.in_force(2023).rules.clear(),  # type: ignore[attr-defined]
    "its parameters": lambda ours: ours.in_force(2023).parameters.clear(),  # type: ignore[attr-defined]
    "its words": lambda ours: ours.lexicon.wholes.clear(),  # type: ignore[attr-defined]
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_rule_set_never_changes(change: Callable[[RuleSet], object]) -> None:
    """What several checks share cannot be changed by any of them."""
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        change(rules())


def test_a_report_holds_what_was_said_and_nothing_else() -> None:
    """A report that was checked is the report it was: nothing was put into it."""
    given_ = report()
    before = pickle.dumps(given_)
    check(given_, rules())

    assert before == pickle.dumps(given_)


COPIES: dict[str, Callable[[], object]] = {
    "a report": report,
    "its result": lambda: said(check(report(), pickle.loads(pickle.dumps(rules())))),  # noqa: S301
}


@pytest.mark.parametrize("make", COPIES.values(), ids=COPIES)
def test_copies_in_another_process_are_the_same(make: Callable[[], object]) -> None:
    """Reports, rule sets and results can be handed to workers."""
    if make is report:
        assert make() == pickle.loads(pickle.dumps(make()))  # noqa: S301
        return
    result = check(report(), rules())
    assert said(result) == make()
    assert said(result) == said(pickle.loads(pickle.dumps(result)))  # noqa: S301


def test_a_copied_selection_selects() -> None:
    """A copy of a narrowed rule set has the same rules in force."""
    chosen = rules().select(["TOT"])
    copied = pickle.loads(pickle.dumps(chosen))  # noqa: S301

    assert set(chosen.in_force(2023).rules) == set(copied.in_force(2023).rules)


def test_loading_leaves_the_garbage_collector_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The collector belongs to the program that uses the library."""
    touched: list[str] = []
    for name in ("disable", "freeze", "set_threshold"):
        monkeypatch.setattr(gc, name, lambda *_, name=name: touched.append(name))
    RuleSet.for_region("44")

    assert touched == []


def test_what_is_kept_has_an_end() -> None:
    """What was not used for longest goes where there is no room; the last one always stays."""
    shelf: Shelf[str] = Shelf(100)
    for key, size in (("a", 40), ("b", 40), ("a", 40), ("c", 40)):
        shelf.get("a")
        shelf.put(key, key, size)
    assert [shelf.get(key) for key in "abc"] == ["a", None, "c"]
    shelf.put("d", "d", 1000)
    assert [shelf.get(key) for key in "abcd"] == [None, None, None, "d"]
    assert (len(shelf), shelf.taken) == (1, 1000)


def test_many_forms_take_bounded_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports of ever new forms do not fill the memory."""
    monkeypatch.setattr(keeping, "MAX_BYTES", 60_000)
    monkeypatch.setattr(keeping, "MAX_BYTES_OF_TREES", 60_000)
    ours = RuleSet.for_region().select(["TOT"])
    for number in range(30):
        check(Report.from_dict({"year": 2023, "matters": [{"name": f"第{number}项"}]}), ours)
    kept = kept_for(ours.in_force(2023))
    plans, trees = kept.plans, kept.trees

    assert 0 < plans.taken <= 60_000
    assert 0 < trees.taken <= 60_000
    assert len(plans) < 30 * len(kept.groups)
    assert len(trees) < 30


def long_report() -> Report:
    """A report with as many places as a real one: some hundred sentences, none like another."""
    said = "完成第{}项任务，支出{}万元，比上年增加，主要是新建泵站。"
    return report(text=[said.format(number, 2 * number) for number in range(600)])


def test_a_long_report_that_comes_back_is_not_grounded_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is kept of one report of the real kind has room, all of it."""
    ours = RuleSet.for_region()
    first = check(long_report(), ours)
    made: list[object] = []
    monkeypatch.setattr(keeping, "make_plan", lambda *_: made.append(_))
    again = check(long_report(), ours)

    places = sum(first.summary.verdicts.values())
    assert places > 10_000
    assert made == []
    same = said(again) == said(first)
    assert same


def test_what_one_report_needs_drives_out_nothing_that_it_needs_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where not all plans of a report find room, those that do are there the next time."""
    ours = RuleSet.for_region()
    kept = kept_for(ours.in_force(2023))
    kept.plans.room = 200_000
    check(long_report(), ours)
    walked: list[int] = []

    def watched(*given_: Any) -> Any:
        walked.append(len(given_))
        return make_plan(*given_)

    monkeypatch.setattr(keeping, "make_plan", watched)
    check(long_report(), ours)
    groups, plans = len(kept.groups), len(kept.plans)

    assert 0 < plans < groups
    assert len(walked) == groups - plans


def example() -> Report:
    """The report that the examples show: lines, breakdowns and claims, each with its place."""
    return load_report(Path("examples/qujiang-2021.toml"))


@pytest.mark.parametrize("make", [example, long_report])
def test_what_is_kept_takes_the_room_that_it_is_said_to_take(make: Callable[[], Report]) -> None:
    """The room of plans is estimated to within a half of what they take."""
    ours = RuleSet.for_region()
    tree = tree_of(make(), ours.codebook)
    in_force = ours.in_force(tree.report.year)
    groups = kept_for(in_force).groups

    plans, taken = measured(
        lambda: [make_plan(tree, ours, in_force, group.rules) for group in groups]
    )
    size = sum(plan.size for plan in plans)
    assert 2 / 3 < size / taken < 3 / 2


def test_a_tree_takes_the_room_that_it_is_said_to_take() -> None:
    """The room of a walked report is estimated to within a half of what it takes."""
    given_, codebook = example(), RuleSet.for_region().codebook
    tree, taken = measured(lambda: tree_of(given_, codebook))

    size = keeping.NODE_BYTES * len(tree.nodes)
    assert 2 / 3 < size / taken < 3 / 2


def measured(make: Callable[[], Made]) -> tuple[Made, int]:
    """What is made, and how many bytes it takes once what is made but once is there."""
    make()
    gc.collect()
    tracemalloc.start()
    try:
        made = make()
        gc.collect()
        return made, tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
