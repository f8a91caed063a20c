"""Mutation: a rule is changed at one point at a time, and its own examples must notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from tests.rules.tiny import tiny_rule

from performance_rules.errors import RuleFileError
from performance_rules.language.expressions import Expression
from performance_rules.language.syntax import parse, show
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.grammar import expressions
from performance_rules.testing.mutation.alternatives import alternatives
from performance_rules.testing.mutation.changes import brief, changes
from performance_rules.testing.mutation.mutants import mutants_of
from performance_rules.testing.mutation.trial import Score, score_of

EXAMPLE = """
[[example]]
name = "{number}"
expect = "{expect}"
given = {given}
says = [{says}]
"""

OVERSEAS = '{{ three_public = {{ overseas = {{ final = "{0}万元" }} }} }}'
RECEPTION = '{{ three_public = {{ reception = {{ final = "{0}万元", prior = "{1}万元" }} }} }}'


def score(
    folder: Path,
    condition: str,
    *examples: tuple[str, str],
    scope: str = "",
    message: str = "演示",
    says: str = "",
) -> Score:
    """Return the score of a tiny rule with examples, each a verdict and a report."""
    rule = tiny_rule(condition, more=scope, message=message)
    for number, (expect, report) in enumerate(examples):
        said = says if expect == "fail" else ""
        rule += EXAMPLE.format(number=number, expect=expect, given=report, says=said)
    (folder / "X-01.toml").write_text(rule.strip(), encoding="utf-8")
    ruleset = RuleSet.for_region(None, extra=[folder])
    return score_of(ruleset.rules()["X-01"], ruleset)


def fates(score: Score) -> dict[str, str]:
    """Return the fate of every mutant of a score by its text."""
    return dict((*score.points, *score.words))


# ── what is changed ──


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("a == b", "comparison", ["a != b", "a <= b", "a >= b"]),
        ("a != b", "comparison", ["a == b"]),
        ("a < b", "comparison", ["a > b", "a <= b"]),
        ("a >= b", "comparison", ["a <= b", "a > b"]),
        ("计数(a) == 0", "comparison", ["计数(a) != 0", "计数(a) >= 0"]),
        ("计数(a) == 1", "comparison", ["计数(a) != 1", "计数(a) <= 1", "计数(a) >= 1"]),
        ("k in 各栏", "comparison", ["not k in 各栏"]),
        ("a - b < c", "operands", ["b - a < c"]),
        ("增减率(a, b) < c", "operands", ["增减率(b, a) < c"]),
        ("最大(a, b) < c", "operands", []),
        ("绝对值(a - b) < c", "operands", []),
        ("绝对值(增减额(a, b)) < c", "operands", []),
        ("绝对值(增减率(a, b)) < c", "operands", ["绝对值(增减率(b, a)) < c"]),
        ("a and b and c", "dropped", ["a and b", "a and c", "b and c"]),
        ("a or b", "dropped", ["a", "b"]),
        ("a + b < c", "dropped", ["a < c", "b < c"]),
        ("[x, y] == z", "dropped", ["[y] == z", "[x] == z"]),
        ("a and b or c", "logic", ["a and b and c", "a or b or c"]),
        ("not a", "not", ["a"]),
        ("a and 有(b)", "not", ["not a and 有(b)", "a and not 有(b)"]),
        ("a < b", "not", []),
        ("计数(x in 各行: 有(x)) < b", "not", ["计数(x in 各行: not 有(x)) < b"]),
        ("求和(x in 各行: x.a) < b", "not", []),
        ("a < 2", "constant", ["a < 3", "a < 1"]),
        ("a < 0", "constant", ["a < 1"]),
        ("a < 0.5%", "constant", ["a < 1.5%"]),
        ("a < 3万元", "constant", ["a < 4万元", "a < 2万元"]),
        ("x.final < c", "field", ["x.prior < c"]),
        ("x.决算 < c", "field", ["x.上年决算 < c"]),
        ("财政拨款.收入 < c", "field", ["总.收入 < c", "财政拨款.支出 < c"]),
        ("x.数量.保有量 < c", "field", ["x.数量.vehicles_bought < c"]),
        ("计数(筛选(x in 各行: 有(x))) < c", "filter", ["计数(各行) < c"]),
        ("绝对值(a) < c", "function", ["a < c"]),
        ("成立(a < c)", "function", ["a < c"]),
        ("有一(x in 各行: x.a < b)", "quantifier", ["都(x in 各行: x.a < b)"]),
        ("a + b < c", "sign", ["a - b < c"]),
        ("a in ['甲', '乙', '丙']", "word", 3),
        ("匹配(a, '甲|乙(丙|丁)')", "word", 4),
    ],
)
def test_one_point_at_a_time(text: str, kind: str, expected: list[str] | int) -> None:
    """Each kind of change gives the expressions it should, and no others."""
    tree = parse(text)
    found = [show(c.tree) for c in changes(tree, truth=True) if c.kind == kind]
    if isinstance(expected, int):
        assert expected == len(found)
    else:
        assert sorted(show(parse(e)) for e in expected) == sorted(found)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("甲", []),
        ("甲|乙", [("甲", "乙"), ("乙", "甲")]),
        ("甲|乙|丙", [("甲", "乙|丙"), ("乙", "甲|丙"), ("丙", "甲|乙")]),
        ("前(?:甲|乙)后", [("甲", "前(?:乙)后"), ("乙", "前(?:甲)后")]),
        ("(?P<n>甲|乙)", [("甲", "(?P<n>乙)"), ("乙", "(?P<n>甲)")]),
        ("(甲|)", [("甲", "()"), ("", "(甲)")]),
        (r"\(甲\|乙\)", []),
        ("[|(]甲", []),
        ("[]|]甲", []),
        ("(甲|)|丁", [("甲", "()|丁"), ("", "(甲)|丁"), ("(甲|)", "丁"), ("丁", "(甲|)")]),
    ],
)  # fmt: skip
def test_the_words_of_a_pattern(pattern: str, expected: list[tuple[str, str]]) -> None:
    """Every alternative of every group is left out once; signs that only look like bars stay."""
    assert expected == list(alternatives(pattern))


@given(tree=expressions())
def test_every_change_is_one_that_can_be_written(tree: Expression) -> None:
    """A change has a text of its own, and the text read again is the changed tree."""
    for change in changes(tree, truth=True):
        assert change.text
        assert change.tree == parse(show(change.tree))


def test_no_mutant_is_its_rule() -> None:
    """Of every national rule no mutant, and no two of them, are alike, and each has its text."""
    for rule in RuleSet.for_region(None).rules().values():
        mutants = mutants_of(rule)
        whole = {
            clause: parse(str(rule.text[clause]))
            for clause in ("when", "assert")
            if clause in rule.text
        }
        assert len(mutants) == len({m.text for m in mutants})
        assert len(mutants) == len({(m.clause, m.binding, m.tree) for m in mutants})
        assert not any(m.tree == whole.get(m.clause, ()) for m in mutants)


def test_long_texts_are_cut_short() -> None:
    """What stands in a list of mutants fits a line or two."""
    tree = parse(f"匹配(x.text, '{'甲' * 30}') and {' and '.join(f'x.a{i}' for i in range(40))}")
    assert len(brief(tree)) <= 72
    assert brief(parse(f"匹配(x, '{'甲' * 30}')")) == f'匹配(x, "{"甲" * 12}…")'


# ── what becomes of it ──


def test_what_an_example_tells_apart_is_killed_and_the_rest_survives(tmp_path: Path) -> None:
    """What an example tells apart is killed, what does not compile invalid, the rest survives."""
    given = ("pass", OVERSEAS.format("2.00")), ("fail", OVERSEAS.format("4.00"))
    found = fates(score(tmp_path, "三公.overseas.决算 <= 3万元", *given))

    assert {
        "assert: 三公.overseas.决算 <= 3万元 → 三公.overseas.决算 >= 3万元": "killed",
        "assert: 三公.overseas.决算 <= 3万元 → 三公.overseas.决算 < 3万元": "survived",
        "assert: 三公.overseas.决算 <= 3万元 → 三公.overseas.上年决算 <= 3万元": "killed",
        "assert: 三公.overseas.决算 <= 3万元 → 三公.overseas.决算 <= 4万元": "killed",
        "assert: 三公.overseas.决算 <= 3万元 → 三公.overseas.决算 <= 2万元": "survived",
    } == found


def test_a_change_that_is_no_rule(tmp_path: Path) -> None:
    """Texts have no order, and a filter that is dropped leaves its list: types decide."""
    found = fates(score(tmp_path, 'not (部门 == "甲")', ("pass", '{ entity = "乙" }')))

    assert "invalid" == found['assert: 部门 == "甲" → 部门 <= "甲"']
    assert "killed" == found['assert: 部门 == "甲" → 部门 != "甲"']


@pytest.mark.parametrize(
    ("says", "expected"), [('"1.00万元"', "killed"), ("", "survived")], ids=["said", "not said"]
)
def test_what_an_example_says_counts(tmp_path: Path, says: str, expected: str) -> None:
    """A mutant with the same verdict is killed where the finding does not say what it must."""
    given = ("fail", RECEPTION.format("3.00", "1.00"))
    scope = 'each = "f in 三公.reception.各数"\nwhen = "f < 2万元"'
    found = fates(score(tmp_path, "f > 9万元", given, scope=scope, message="见{f}", says=says))
    assert expected == found["when: f < 2万元 → f > 2万元"]
    assert "survived" == found["assert: f > 9万元 → f >= 9万元"]


@pytest.mark.parametrize(
    ("scope", "mutant", "report"),
    [
        ('kinds = ["部门决算"]', "kinds: final_accounts → ∅", '{ entity = "甲" }'),
        ("since = 2020", "since: 2020 → ∅", '{ entity = "甲", year = 2019 }'),
        ("since = 2020", "since: 2020 → ∅", '{ entity = "甲" }'),
        ("until = 2020", "until: 2020 → ∅", '{ entity = "甲", year = 2021 }'),
    ],
)
def test_what_limits_a_rule_to_kinds_and_years_is_a_point_of_it(
    tmp_path: Path, scope: str, mutant: str, report: str
) -> None:
    """What limits a rule to kinds and years is a point of it, held by a report of another one."""
    expect = "not_applicable" if "year" in report else "undetermined"
    fitting = ("fail", '{ entity = "甲", year = 2020, kind = "部门决算" }')
    condition = '部门 == "乙"'

    held = score(tmp_path, condition, fitting, (expect, report), scope=scope)
    assert "killed" == fates(held)[mutant]
    assert "survived" == fates(score(tmp_path, condition, fitting, scope=scope))[mutant]


def test_words_are_counted_apart(tmp_path: Path) -> None:
    """A word that no example needs is no point of the rule."""
    given = ("pass", '{ entity = "甲局" }'), ("fail", '{ entity = "丙局" }')
    found = score(tmp_path, '匹配(部门, "甲|乙")', *given)

    assert (("assert: «甲» → ∅", "killed"), ("assert: «乙» → ∅", "survived")) == found.words
    assert not {text for text, _ in found.points if "«" in text}


def test_a_list_that_each_runs_over(tmp_path: Path) -> None:
    """The list of a variable is a point of the rule; what follows keeps its variable."""
    scope = 'each = "f in 筛选(g in 三公.reception.各数: g > 2万元)"'
    given = ("pass", RECEPTION.format("3.00", "1.00"))
    found = fates(score(tmp_path, "f > 2万元", given, scope=scope))

    filtered = "each: 筛选(g in 三公.reception.各数: g > 2万元) → 三公.reception.各数"
    assert "killed" == found[filtered]


# ── named expressions ──


def test_a_named_expression_is_changed_once(tmp_path: Path) -> None:
    """However often a rule uses it: where the name stands there is no point of its own."""
    scope = 'let."多" = "三公.overseas.决算 > 3万元"\nwhen = "多 or 有(三公.决算)"'
    given = ("pass", OVERSEAS.format("4.00")), ("not_applicable", OVERSEAS.format("2.00"))
    found = fates(score(tmp_path, "多", *given, scope=scope))

    assert "killed" == found["let.多: 三公.overseas.决算 > 3万元 → 三公.overseas.决算 < 3万元"]
    assert "survived" == found["let.多: 三公.overseas.决算 > 3万元 → 三公.overseas.决算 >= 3万元"]
    assert "killed" == found["assert: 多 → not 多"]
    assert not [text for text in found if text.startswith(("when:", "assert:")) and "3万" in text]


@pytest.mark.parametrize(("says", "expected"), [('"甲局"', "killed"), ("", "survived")])
def test_a_named_pattern_loses_its_words_once(tmp_path: Path, says: str, expected: str) -> None:
    """A word that the message alone needs is one that an example says."""
    given = ("fail", '{ entity = "甲局" }'), ("pass", '{ entity = "丙局" }')
    found = score(
        tmp_path,
        "not 匹配(部门, 词)",
        *given,
        scope='let."词" = \'"甲|乙"\'\nlet."全" = \'"甲局|丁"\'',
        message="见{列举(t in 查找(部门, 全): t)}",
        says=says,
    )
    assert {
        "let.词: «甲» → ∅": "killed",
        "let.词: «乙» → ∅": "survived",
        "let.全: «甲局» → ∅": expected,
        "let.全: «丁» → ∅": "survived",
    } == dict(found.words)


def test_a_change_that_spoils_what_uses_the_name(tmp_path: Path) -> None:
    """A named expression of another type is no rule where it is used."""
    scope = 'let."行" = "筛选(x in 各行: 有(x.决算))"\neach = "x in 行"'
    given = ("pass", OVERSEAS.format("4.00"))
    found = fates(score(tmp_path, "x.决算 > 3万元", given, scope=scope))

    assert "killed" == found["let.行: 筛选(x in 各行: 有(x.决算)) → 各行"]
    assert (
        "invalid" == found["let.行: 筛选(x in 各行: 有(x.决算)) → not 筛选(x in 各行: 有(x.决算))"]
    )


# ── equivalent mutants ──

MUTANT = "assert: 三公.overseas.决算 <= 3万元 → 三公.overseas.决算 < 3万元"


@pytest.mark.parametrize(
    ("mutant", "fate", "problem"),
    [
        (MUTANT, "equivalent", None),
        (MUTANT.replace("< 3", "<< 3"), "survived", "没有变异"),
        (MUTANT.replace(" < 3", " >= 3"), "survived", "不是等价的"),
    ],
    ids=["survives", "no such mutant", "killed"],
)
def test_only_a_survivor_may_be_said_to_be_equivalent(
    tmp_path: Path, mutant: str, fate: str, problem: str | None
) -> None:
    """A rule file may say that a survivor is equivalent; of any other mutant that is a problem."""
    given = ("pass", OVERSEAS.format("2.00")), ("fail", OVERSEAS.format("4.00"))
    scope = f"equivalent = [{{ mutant = '{mutant}', why = '只差一点' }}]"
    found = score(tmp_path, "三公.overseas.决算 <= 3万元", *given, scope=scope)

    assert fate == fates(found)[MUTANT]
    assert all(str(problem) in p.message.zh for p in found.problems)
    assert bool(problem) == bool(found.problems)


def test_an_equivalent_mutant_needs_a_reason(tmp_path: Path) -> None:
    """Without a reason the file is refused when it is read."""
    with pytest.raises(RuleFileError, match="why"):
        score(
            tmp_path,
            "三公.overseas.决算 <= 3万元",
            scope=f"equivalent = [{{ mutant = '{MUTANT}' }}]",
        )


def test_an_example_that_does_not_hold_judges_nothing(tmp_path: Path) -> None:
    """A wrong example would kill every mutant."""
    with pytest.raises(RuleFileError, match="rules test"):
        score(tmp_path, "三公.overseas.决算 <= 3万元", ("pass", OVERSEAS.format("4.00")))
