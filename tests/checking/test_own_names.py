"""A plan serves every body whose report is filled in alike, also with its own name in matters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.tiny import tiny_rule

from performance_rules import Report, RuleSet, check
from performance_rules.checking import keeping
from performance_rules.checking.grounding import make_plan
from performance_rules.checking.keeping import forget, kept_for
from performance_rules.report.form import OwnWords
from performance_rules.report.tree import tree_of

BODIES = ("青原县水务局", "北岭市林业局", "东河区机关事务中心", "西湾中学", "南坪县水务局")


def report(body: str, own: str | None = None, **more: object) -> Report:
    """Return the report of a body; what stands for it in the names of its matters may be another.

    Its list of matters has two that are its own, one of them with parts, and one that is not.
    """
    name = body if own is None else own
    given_: dict[str, Any] = {
        "year": 2023,
        "kind": "final_accounts",
        "entity": body,
        "all_funds": {"expenditure": {"final": 300}},
        "matters": [
            {"name": f"{name}办公楼维修", "final": 20},
            {"name": "灌渠整修", "final": 30},
            {
                "name": f"拨给{name}",
                "final": 7,
                "body": name,
                "members": {"columns": ["科目", "决算"], "rows": [[f"{name}机关", 3], ["下属", 4]]},
            },
        ],
        "text": ["全年完成任务。"],
        **more,
    }
    return Report.from_dict(given_)


def rule_set(folder: Path, more: str, asserts: str) -> RuleSet:
    """Return the national rules with one rule beside them."""
    (folder / "X-01.toml").write_text(tiny_rule(asserts, more=more), encoding="utf-8")
    return RuleSet.for_region(None, extra=[folder])


def verdicts(given_: Report, rules: RuleSet) -> list[tuple[str, str]]:
    """Return what the rule says at each of its places."""
    return [(v.place, v.verdict) for v in check(given_, rules).verdicts if v.rule == "X-01"]


READING = {
    "a pattern": ('each = "x in 事项"', '匹配(x.名称, "机关|中学")'),
    "a text": ('each = "x in 事项"', 'x.名称 != "青原县水务局办公楼维修"'),
    "one of several texts": ('each = "x in 事项"', 'x.名称 in ["北岭市林业局办公楼维修", "甲"]'),
    "each other": ('each = "x in 事项"', "计数(y in 事项: y.名称 == x.名称) == 1"),
    "what is found in it": ('each = "x in 事项"', '有(查找(x.名称, "[局学]"))'),
    "what it stands in": ('each = "x in 事项"', '提及("青原县水务局的办公楼维修", x)'),
    "what stands in it": ('each = "x in 事项"', "提及(x.名称, 部门)"),
    "the body": ('each = "x in 事项"', "提及(部门, x.名称)"),
    "whose it is": ('each = "x in 事项"', 'not 有(x.主体) or 匹配(x.主体, "局$")'),
    "where it stands": ('each = "x in 事项"', '匹配(x.位置, "水务局")'),
    "a part by its name": ('each = "x in 事项"', 'not 有(x.构成["青原县水务局机关"])'),
    "the whole of a part": ("", '有一(x in 事项: 有一(y in x.构成.各项: 匹配(y.上级.名称, "水")))'),
    "its condition": ("each = \"x in 事项\"\nwhen = '''匹配(x.名称, \"局\")'''", "x.决算 > 10万元"),
    "the reason": ('each = "x in 事项"', '原因充分("青原县水务局办公楼维修", x)'),
}


@pytest.mark.parametrize(("more", "asserts"), READING.values(), ids=READING)
def test_what_a_rule_reads_of_a_name_is_that_of_the_report_at_hand(
    more: str, asserts: str, tmp_path: Path
) -> None:
    """However a rule reads the names of matters, each body gets the verdicts it gets alone."""
    rules = rule_set(tmp_path, more, asserts)
    reports = [report(body, own) for body in BODIES for own in (None, body[-3:], "青原县水务局")]
    kept = [verdicts(one, rules) for one in (*reports, *reversed(reports))]
    alone = []
    for one in reports:
        forget(rules.in_force(2023))
        alone.append(verdicts(one, rules))

    assert kept == [*alone, *reversed(alone)]


@pytest.fixture
def walked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The rules that are walked over reports from now on."""
    names: list[str] = []

    def watched(*given_: Any) -> Any:
        names.extend(given_[3])
        return make_plan(*given_)

    monkeypatch.setattr(keeping, "make_plan", watched)
    return names


def test_another_body_costs_no_walk_for_its_name_in_the_names_of_its_matters(
    walked: list[str],
) -> None:
    """Where nothing but the name of the body differs, few rules go over the report again."""
    rules = RuleSet.for_region()
    texts = (["全年完成任务。"], ["全年任务完成。"], ["全年各项任务完成。"])
    for body, text in zip(BODIES, texts, strict=False):
        check(report(body, text=text), rules)
    first = len(walked)
    walked.clear()
    check(report(BODIES[4], text=["各项任务完成。"]), rules)
    sights = {name: one.sight for name, one in kept_for(rules.in_force(2023)).compiled.items()}
    seeing = {"entity", "text", "title"}

    assert first > 200
    assert [n for n in walked if not seeing & (sights[n].facts | sights[n].behind)] == []


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (report("青原县水务局"), report("北岭市林业局"), True),
        (report("青原县水务局", "水务局"), report("北岭市林业局", "林业局"), True),
        (report("青原县水务局", "青原县"), report("北岭市林业局", "北岭市"), True),
        (report("青原县水务局", "水务局"), report("北岭市林业局", "水务局"), False),
        (report("青原县水务局", "水务局"), report("北岭市林业局"), True),
        (report("青原县水务局", "水务局"), report("北岭市林业局", "林业"), False),
        (report("abc"), report("abd"), False),
    ],
)
def test_names_of_one_form_differ_in_the_words_for_the_body_only(
    first: Report, second: Report, *, same: bool
) -> None:
    """The words for a body are its name, how its name ends, and the place that it names."""
    codebook = RuleSet.for_region().codebook

    assert (tree_of(first, codebook).shape == tree_of(second, codebook).shape) is same


NAMES = st.text("青原县水务局北岭维", max_size=9)


@given(NAMES, st.lists(NAMES, min_size=2, max_size=2, unique=True))
def test_names_that_differ_stay_different(body: str, names: Sequence[str]) -> None:
    """Place-holders make no two names of a report the same, and no name another one."""
    first, second = OwnWords.of(body).replaced("\x1f".join(names)).split("\x1f")

    assert first != second


BEHIND = {
    "no place gets to the assertion": (["青原县的事。"], set()),
    "one does": (["水务局的事。"], {"X-01"}),
}


@pytest.mark.parametrize(("text", "expected"), BEHIND.values(), ids=BEHIND)
def test_what_only_an_assertion_sees_counts_where_a_place_gets_there(
    text: list[str], expected: set[str], tmp_path: Path, walked: list[str]
) -> None:
    """A rule whose conditions nothing meets does not care for the words that it would look at."""
    more = "each = '''s in 各句'''\nwhen = '''匹配(部门, \"局$\") and 匹配(s.文字, \"水务局\")'''"
    rules = rule_set(tmp_path, more, "有一(t in 各句: t.文字 != s.文字 and 提及(t.文字, 部门))")
    for said in ("开头。", "中间。", "结尾。"):
        check(report("青原县水务局", text=[said, *text]), rules)
    walked.clear()
    last = report("北岭市林业局", text=["另说。", *text])
    kept = verdicts(last, rules)

    assert {"X-01"} & {*walked} == expected
    forget(rules.in_force(2023))
    assert kept == verdicts(last, rules)
