"""Named expressions of a rule: a name means its expression, written out where the name stands."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.tiny import tiny_rule
from tests.rules.written_out import forms_of, rule_written_out

from performance_rules import RuleFileError, RuleSet, check
from performance_rules.checking.grounding import compile_rule
from performance_rules.errors import Problem
from performance_rules.language.lets import MAX_HEIGHT
from performance_rules.report.build import build_report
from performance_rules.rules.layers import Above
from performance_rules.rules.model import Rule
from performance_rules.testing.mutation.mutants import mutants_of
from performance_rules.testing.mutation.workshop import Workshop


def text_of(more: str, condition: str = "f >= 0", message: str = "演示") -> str:
    """Return the text of a rule file."""
    return tiny_rule(condition, more=more, message=message)


def loaded(folder: Path, files: Mapping[str, str]) -> RuleSet:
    """Return the rule set of the country and a folder with these files."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return RuleSet.for_region(None, extra=[folder])


def problems_of(folder: Path, files: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return everything a folder is refused for."""
    with pytest.raises(RuleFileError) as refused:
        loaded(folder, files)
    return refused.value.problems


def marked(problem: Problem) -> str:
    """Return what the caret of a problem stands under."""
    assert problem.span is not None
    return problem.span.text[problem.span.column - 1 : problem.span.end - 1]


# ── what a name means ──


@cache
def shipped() -> tuple[RuleSet, Mapping[str, Rule]]:
    """Return the rules of the country, and those of them that have names for expressions."""
    ruleset = RuleSet.for_region(None)
    return ruleset, {r.id: r for r in ruleset.rules().values() if "let" in r.text}


def test_a_rule_with_names_is_the_rule_written_out() -> None:
    """Of every shipped rule: the same expressions, parameters, and sight of the report."""
    ruleset, named = shipped()
    above = Above()
    for layer in ruleset.layers:
        above = above.with_layer(layer)
    for rule in named.values():
        other = rule_written_out(rule, above.types())
        assert forms_of(rule) == forms_of(other), rule.id
        mine, theirs = compile_rule(rule).sight, compile_rule(other).sight
        assert mine.facts == theirs.facts, rule.id
        assert len(mine.asked) == len(theirs.asked), rule.id
        assert rule.parameters == other.parameters, rule.id


NAMES = {
    "in a condition": ('let."线" = "f.项"\neach = "f in 各数"', "线.决算 >= 0", "演示"),
    "in a list of each": (
        'let."大" = "各数"\neach = "f in 筛选(g in 大: g > 0)"',
        "f >= 0",
        "演示",
    ),
    "of a variable, in the list of the next": (
        'let."线" = "f.项"\neach = "f in 各数, h in 线.各数"',
        "f >= h",
        "演示",
    ),
    "in a message": ('let."线" = "f.项"\neach = "f in 各数"', "f >= 0", "见{线.名称}"),
    "in another one": (
        'let."线" = "f.项"\nlet."列" = "线.决算"\neach = "f in 各数"',
        "列 >= 0",
        "演示",
    ),
    "a pattern": (
        "let.\"词\" = '\"甲{1,2}|乙\"'",
        "匹配(部门, 词)",
        "{列举(t in 查找(部门, 词): t)}",
    ),
    "a list of texts": (
        "let.\"向\" = '[\"up\", \"down\"]'\neach = \"c in 各比较\"",
        "c.方向词 in 向",
        "演示",
    ),
    "under a list with variables": (
        'let."线" = "f.项"\neach = "f in 各数"',
        "有一(x in 各行: x.决算 == 线.决算)",
        "演示",
    ),
    "as a table": ('each = "f in 各数"', "线.决算 >= 0", "演示"),
}  # fmt: skip


@pytest.mark.parametrize(("more", "condition", "message"), NAMES.values(), ids=NAMES)
def test_where_names_are_used(more: str, condition: str, message: str, tmp_path: Path) -> None:
    """In every expression of the rule, below a table or as dotted keys, Chinese or English."""
    text = text_of(more, condition, message)
    if "let" not in more:
        text += "\n[let]\n\"线\" = 'f.项'\n"
    ruleset = loaded(tmp_path, {"X-01": text})
    rule = ruleset.rules()["X-01"]
    other = rule_written_out(rule, {})
    assert forms_of(rule) == forms_of(other)
    again = pickle.loads(pickle.dumps(rule))  # noqa: S301 - our own bytes
    assert forms_of(rule) == forms_of(again)


def test_a_name_sees_the_variables_of_the_rule(tmp_path: Path) -> None:
    """A variable of a list in which the name stands is not its own, even of the same letter."""
    more = 'let."小" = "f < 2万元"\neach = "f in 三公.各数"'
    text = text_of(more, "有一(f in 三公.reception.各数: 小)", "演示")
    given = {"three_public": {"final": "3万元", "reception": {"final": "1万元"}}}
    found = check(build_report(given), loaded(tmp_path, {"X-01": text})).findings

    assert [f.rule for f in found if f.rule == "X-01"] == ["X-01"]


# ── what is wrong ──

WRONG = {
    "no such member": ('let.a = "f.线"', "a >= 0", "线", "没有“线”"),
    "no expression": ('let.a = "f.项 +"', "a >= 0", "", "却遇到“结尾”"),
    "a type that does not fit": ('let.a = "f.项"', "a + 3% >= 0", "a + 3%", "项和百分比"),
    "no text": ("let.a = 5", "a >= 0", "a", "应是文字"),
    "no table": ('let = "f"', "a >= 0", "let", "应是一张表"),
    "used nowhere": ('let.a = "f.项"', "f >= 0", "a", "没有用到"),
    "a field of the report": ('let."年度" = "f.项"', "f >= 0", '"年度"', "已有别的意思"),
    "a function": ('let.sum = "f.项"', "f >= 0", "sum", "已有别的意思"),
    "the space of parameters": ('let."参数" = "f.项"', "f >= 0", '"参数"', "已有别的意思"),
    "a variable of each": ('let.f = "各行"', "f >= 0", "f", "变量"),
    "a word": ('let."且" = "f.项"', "f >= 0", '"且"', "不能作名称"),
    "two words": ('let."a b" = "f.项"', "f >= 0", '"a b"', "不能作名称"),
    "itself": ('let.a = "a.项"', "a >= 0", "a", "还没有意思"),
    "one given below": ('let.a = "b.项"\nlet.b = "f"', "a >= b", "b", "还没有意思"),
    "a variable of a list with the name": (
        'let.x = "f.项"',
        "有一(x in 各行: 有(x)) or x.决算 > 0",
        "x in 各行: 有(x)",
        "已有别的意思",
    ),
    "a variable of a list outside": (
        'let.a = "y.决算"',
        "有一(y in 各行: a > 0)",
        "y",
        "不认识“y”",
    ),
    "no such pattern": ("let.a = '\"甲(\"'", "匹配(部门, a)", "a", "模式不合法"),
    "a pattern that is none": ('let.a = "部门"', "匹配(部门, a)", "a", "直接写成文字"),
    "a value that is none": ("let.a = '[\"dwon\"]'", "各比较.方向词 == a", "", "不能是"),
}


@pytest.mark.parametrize(("more", "condition", "word", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_name_is_told_once(
    more: str, condition: str, word: str, said: str, tmp_path: Path
) -> None:
    """The caret stands under the very word, in the expression or where it is used; nothing else."""
    text = text_of(f'{more}\neach = "f in 各数"', condition, "{f}")
    (problem,) = problems_of(tmp_path, {"X-01": text})

    assert said in problem.message.zh
    assert not word or word == marked(problem)


def test_a_name_waits_for_its_variable(tmp_path: Path) -> None:
    """In the list of a variable a name that needs this very variable means nothing yet."""
    more = 'let."线" = "f.项"\neach = "f in 筛选(g in 各数: 线 == 线), h in 线.各数"'
    (problem,) = problems_of(tmp_path, {"X-01": text_of(more, "f >= h")})

    assert "要用变量“f”" in problem.message.zh
    assert marked(problem) == "线"


def test_a_value_in_a_named_list_is_told_where_it_is_used(tmp_path: Path) -> None:
    """Only there it is known what the list is compared with."""
    more = 'let."向" = \'["up", "dwon"]\'\neach = "c in 各比较"'
    (problem,) = problems_of(tmp_path, {"X-01": text_of(more, "c.方向词 in 向")})

    assert "没有“dwon”" in problem.message.zh
    assert marked(problem) == "向"


SEVERAL = {
    "two members": ('let.a = "f.线 + f.点"', "a >= 0", ["线", "点"]),
    "names and a function": ('let.a = "甲 + 求合(乙)"', "a >= 0", ["甲", "求合", "乙"]),
    "itself and a member": ('let.a = "a.项.决算 + f.线"', "a >= 0", ["a", "线"]),
    "two given below": ('let.a = "b + c"\nlet.b = "f"\nlet.c = "f"', "a >= b + c", ["b", "c"]),
    "inside a list": ('let.a = "求和(x in 各行: x.线) + 丙"', "a >= 0", ["线", "丙"]),
    "two names": ('let.a = "f.线"\nlet.b = "f.点"', "a >= b", ["线", "点"]),
}


@pytest.mark.parametrize(("more", "condition", "words"), SEVERAL.values(), ids=SEVERAL)
def test_every_mistake_in_a_name_is_told_at_once(
    more: str, condition: str, words: list[str], tmp_path: Path
) -> None:
    """Mistakes in the expression of a name are as many problems as in any other expression."""
    text = text_of(f'{more}\neach = "f in 各数"', condition, "{f}")
    found = problems_of(tmp_path, {"X-01": text})

    assert sorted(words) == sorted(map(marked, found))


BREAKS = {
    "a name refused": ("f.项\"", "f.线\""),
    "another one": ("线.决算\"", "线.绝算\""),
    "one not used": ("let.a", "let.unused = \"f\"\nlet.a"),
    "the condition": ("c >= 0", "c >= 零"),
    "the message": ("{f}", "{g}"),
}  # fmt: skip


@given(st.sets(st.sampled_from(sorted(BREAKS)), min_size=1))
def test_as_many_mistakes_as_many_problems(tmp_path_factory: object, names: set[str]) -> None:
    """A name that is refused spoils nothing that uses it, and counts as used where it stands."""
    if "a name refused" in names:
        names -= {"another one"}  # of what has not been found
    assert isinstance(tmp_path_factory, pytest.TempPathFactory)
    more = 'let.a = "f.项"\nlet."线" = "a"\nlet.c = "线.决算"\neach = "f in 各数"'
    text = text_of(more, "c >= 0", "{f}")
    for name in names:
        old, new = BREAKS[name]
        assert old in text
        text = text.replace(old, new, 1)
    found = problems_of(tmp_path_factory.mktemp("rules"), {"X-01": text})

    assert len(names) == len(found), [p.text() for p in found]


# ── limits ──

DOUBLED = "\n".join(f'let.a{i + 1} = "a{i} + a{i}"' for i in range(60))
NESTED = "\n".join(f'let.a{i + 1} = "绝对值(a{i})"' for i in range(2 * MAX_HEIGHT))


@pytest.mark.parametrize(
    ("lets", "said"),
    [(DOUBLED, "展开后长"), (NESTED, "展开后嵌套超过")],
    ids=["doubled sixty times", "nested"],
)
def test_limits_hold_of_what_is_written_out(lets: str, said: str, tmp_path: Path) -> None:
    """A chain of names grows as fast as it may, and no further: one problem, and at once."""
    last = lets.count("\n") + 1
    more = f'let.a0 = "f"\n{lets}\neach = "f in 各数"'
    (problem,) = problems_of(tmp_path, {"X-01": text_of(more, f"a{last} >= 0")})

    assert said in problem.message.zh


def test_a_rule_written_out_would_fit_a_file(tmp_path: Path) -> None:
    """A long name cannot be said a thousand times in a message."""
    long = " + ".join(["f"] * 90)
    more = f'let.a = "{long}"\neach = "f in 各数"'
    problems = problems_of(tmp_path, {"X-01": text_of(more, "a >= 0", "{a}" * 2000)})

    assert {"名称都展开，规则超过 262144 字"} == {p.message.zh for p in problems}


@pytest.mark.parametrize(
    "condition",
    ["1元" + "+1元" * 900 + " > 0", "年度" + ".年度" * 900 + " > 0", "not " * 35 + "f" * 200],
    ids=["a sum", "members", "not"],
)
def test_height_is_limited_without_names_too(condition: str, tmp_path: Path) -> None:
    """A long chain of operators nests as deep as brackets do; it is refused, and no crash."""
    text = text_of('each = "f in 各数"', condition)
    (problem,) = problems_of(tmp_path, {"X-01": text})

    assert "嵌套" in problem.message.zh or "不认识" in problem.message.zh


# ── layers below ──

ABOVE = text_of(
    'let."大" = "三公.决算 > 参数.大数"\nlet."小" = "三公.决算 < 3万元"\nwhen = "有(三公.决算)"',
    "大 or 小",
    "{三公.决算}",
)
LARGE = """
id = "large"
unit = "amount"
title = "大数"
alias = "大数"
values = [{ value = "9万元" }]
"""
BELOW = 'rule = "X-01"\nverb = "replace"\nreason = "演示"\n'


def below(folder: Path, text: str, above: str = ABOVE) -> RuleSet:
    """Return a rule set with a rule that has names, and an override of it in a folder below."""
    upper, lower = folder / "upper", folder / "lower"
    for path in (upper, lower):
        path.mkdir()
    (upper / "X-01.toml").write_text(above, "utf-8")
    (upper / "large.toml").write_text(LARGE, "utf-8")
    (lower / "X-01.toml").write_text(BELOW + text, "utf-8")
    return RuleSet.for_region(None, extra=[upper, lower])


def verdict(ruleset: RuleSet, final: str) -> str:
    """Return what the rule says of three-public expenditure."""
    found = check(build_report({"three_public": {"final": final}}), ruleset).findings
    return "fail" if any(f.rule == "X-01" for f in found) else "pass"


@pytest.mark.parametrize(
    ("text", "final", "expected"),
    [
        ("assert = '小'", "1万元", "pass"),
        ("assert = '小'", "10万元", "fail"),
        ('assert = "大 or 小"\nlet."小" = "三公.决算 < 5万元"', "4万元", "pass"),
        ('let."小" = "三公.决算 < 5万元"', "4万元", "pass"),
        ('let."小" = "三公.决算 < 5万元"', "6万元", "fail"),
        ('assert = "中"\nlet."中" = "小"', "4万元", "fail"),
        ("assert = '三公.决算 > 2万元'", "1万元", "fail"),
    ],
)
def test_an_override_may_use_the_names_of_its_rule(
    text: str, final: str, expected: str, tmp_path: Path
) -> None:
    """It may change one as well, or add one; those that it no longer uses are no mistake."""
    assert expected == verdict(below(tmp_path, text), final)


def test_what_is_not_used_asks_for_no_parameter(tmp_path: Path) -> None:
    """A threshold that only a name from above uses does not matter to a rule without that name."""
    ruleset = below(tmp_path, "assert = '小'")
    assert ruleset.in_force(None).rules["X-01"].parameters == frozenset()


SPREAD = text_of(
    'let."差" = "f.决算 - g.决算"\nwhen = "三公.决算 > 参数.大数"\neach = "f in 各行, g in 各行"',
    "差 >= 0元",
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('each = "x in 各行"\nassert = "差 > 0"', 2),
        ('each = "x in 各行"\nassert = "x.决算 > 0"', 0),
    ],
    ids=["used", "not used"],
)
def test_every_mistake_in_a_name_from_above_is_told_where_it_is_used(
    text: str, said: int, tmp_path: Path
) -> None:
    """Under another ``each`` a name from above may mean nothing: so much for one that is used."""
    found = 0
    try:
        below(tmp_path, text, SPREAD)
    except RuleFileError as refused:
        found = len(refused.problems)
    assert said == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('assert = "小"\nlet."中" = "小"', ["“中”没有用到"]),
        ('assert = "小"\nlet."小" = "三公.绝算 < 3万元"', ["没有“绝算”"]),
    ],
)
def test_what_an_override_gives_itself_must_be_right(
    text: str, said: list[str], tmp_path: Path
) -> None:
    """A name of its own is held to what any name is."""
    with pytest.raises(RuleFileError) as refused:
        below(tmp_path, text).in_force(None)
    found = refused.value.problems
    assert len(said) == len(found)
    assert all(words in p.message.zh for words, p in zip(said, found, strict=True))


@pytest.mark.parametrize("joint", [" or 有(f) and ", " or ", " + "], ids=["and", "or", "sum"])
def test_what_is_as_high_as_it_may_be_is_judged(joint: str, tmp_path: Path) -> None:
    """At the limit nothing runs out of stack: not the checker, a plan, a finding, or a mutant."""
    unit = "f" if joint == " + " else "f > 9万元"
    long = joint.join([unit] * (MAX_HEIGHT - 20))
    condition = "a < 0" if joint == " + " else "a"
    more = f'let.a = "{long}"\neach = "f in 三公.各数"'
    ruleset = loaded(tmp_path, {"X-01": text_of(more, condition, "{f}")})
    assert verdict(ruleset, "1万元") == "fail"
    rule = ruleset.rules()["X-01"]
    assert Workshop.of(rule, ruleset).rule_of(mutants_of(rule)[-1]) is not None
