"""A folder of rule files with mistakes: all of them in one run, each with its place and cure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from performance_rules import RuleFileError, RuleSet
from performance_rules.cli.trying import problem_of
from performance_rules.errors import Problem
from performance_rules.testing.examples import cases_of, run

RULE = """
id = "{id}"
title = "演示"
title_en = "demo"
severity = "{severity}"
each = "f in 各数"
assert = "{condition}"
message = "{message}"
message_en = "demo"
advice = "请核实"
advice_en = "please check"
why = "演示"
basis = [{{ doc = "{doc}" }}]
"""


def rule(
    name: str,
    condition: str = "f >= 0",
    *,
    severity: str = "error",
    message: str = "{f}",
    doc: str = "ARITH",
    more: str = "",
) -> str:
    """Return the text of a rule file."""
    text = RULE.format(id=name, condition=condition, severity=severity, message=message, doc=doc)
    return text + more


MISTAKES = {
    "X-01.toml": (rule("X-01", "f.finel >= 0"), 7, "没有“finel”", None),
    "X-02.toml": (rule("X-02", "all_funds.income.final + 3% > 0"), 7, "金额", None),
    "X-03.toml": (rule("X-03", "求合(各行.决算) >= 0"), 7, "没有函数“求合”", "求和"),
    "X-04.toml": (rule("X-04", "f >= 参数.没有这个"), 7, "没有参数", None),
    "X-05.toml": (rule("X-05", "f = 0"), 7, "“=”", "=="),
    "X-06.toml": (rule("X-06", severity="eror"), 5, "“eror”不是可取的值", "error"),
    "X-07.toml": (rule("X-07", message="{f.lin}"), 8, "没有“lin”", "line"),
    "X-08.toml": (rule("X-08", doc="ARIHT"), 13, "没有登记", "ARITH"),
    "X-09.toml": (rule("X-09", more="assrt = 1\n"), 14, "不认识的键“assrt”", "assert"),
    "X-10.toml": ("id = X-10\n", 1, "TOML 语法错误", None),
    "X-11.toml": (rule("X-99"), 2, "文件名应与编号一致", None),
    "X-12.toml": (
        'rule = "NO-001"\nverb = "disable"\nreason = "演示"\n',
        1,
        "上级没有规则 NO-001",
        None,
    ),
}


def problems_of(folder: Path, region: str | None = None) -> tuple[Problem, ...]:
    """Return everything a folder of rules is refused for."""
    with pytest.raises(RuleFileError) as refused:
        RuleSet.for_region(region, extra=[folder])
    return refused.value.problems


def test_every_mistake_of_a_folder_is_told_in_one_run(tmp_path: Path) -> None:
    """Ten and more different mistakes give as many errors at once, each at its file and line."""
    for name, (text, *_) in MISTAKES.items():
        (tmp_path / name).write_text(text.lstrip("\n") if name != "X-10.toml" else text, "utf-8")
    found = {Path(p.span.file).name: p for p in problems_of(tmp_path) if p.span is not None}
    assert sorted(MISTAKES) == sorted(found)
    for name, (_, line, said, cure) in MISTAKES.items():
        problem = found[name]
        assert problem.span is not None
        assert said in problem.message.zh, name
        shift = 0 if name in ("X-10.toml", "X-12.toml") else 1
        assert line - shift == problem.span.line, name
        if cure:
            assert problem.cure is not None, name
            assert cure in problem.cure.zh, name


def test_the_caret_stands_under_the_wrong_word(tmp_path: Path) -> None:
    """The place of a mistake inside an expression is its column in the file."""
    (tmp_path / "X-01.toml").write_text(rule("X-01", "f.finel >= 0"), "utf-8")
    (problem,) = problems_of(tmp_path)
    assert problem.span is not None
    line = problem.span.text
    assert line[problem.span.column - 1 : problem.span.end - 1] == "finel"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe\x00", "UTF-8"),
        (b"x = " + b"[" * 5000, "语法错误"),
        (b"#" * 300_000, "字节"),
    ],
    ids=["not UTF-8", "endless brackets", "too large"],
)
def test_a_hostile_rule_file_is_a_plain_error(tmp_path: Path, content: bytes, said: str) -> None:
    """What cannot be read is refused with its reason; nothing crashes, nothing is half-loaded."""
    (tmp_path / "X-01.toml").write_bytes(content)
    (problem,) = problems_of(tmp_path)
    assert said in problem.message.zh or "深" in problem.message.zh


@pytest.mark.parametrize(
    "condition",
    [
        "(" * 2000 + "1" + ")" * 2000,
        "not " * 3000 + "有(f)",
        "-" * 3000 + "1 > 0",
        "1+" * 3000 + "1 > 0",
    ],
    ids=["brackets", "not", "minus", "sum"],
)
def test_a_hostile_expression_is_refused(tmp_path: Path, condition: str) -> None:
    """Depth and length of an expression are limited, so no rule file can exhaust the stack."""
    (tmp_path / "X-01.toml").write_text(rule("X-01", condition), "utf-8")
    problems_of(tmp_path)


def test_a_folder_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    """A folder that is not there is an error that names it."""
    (problem,) = problems_of(tmp_path / "missing")
    assert "missing" in problem.place


WRONG_WORDS = {
    "a law": (rule("X-08", doc="ARIHT"), "ARIHT"),
    "a severity": (rule("X-08", severity="eror"), "eror"),
    "a word behind an escape": (rule("X-08", message="第\\\\t{f.lin}"), "lin"),
    "a word on the second line": (
        rule("X-08").replace('"f >= 0"', '"""有(f)\n  and f.finel >= 0"""'),
        "finel",
    ),
    "a verdict": (
        rule("X-08", more='[[example]]\nname = "x"\nexpect = "fial"\ngiven = {}\n'),
        "fial",
    ),
}


@pytest.mark.parametrize(("text", "word"), WRONG_WORDS.values(), ids=WRONG_WORDS)
def test_the_caret_stands_under_the_very_word(text: str, word: str, tmp_path: Path) -> None:
    """The wrong word is underlined, not the line it stands in, whatever stands before it."""
    (tmp_path / "X-08.toml").write_text(text, "utf-8")
    (problem,) = problems_of(tmp_path)

    assert problem.span is not None
    assert word == problem.span.text[problem.span.column - 1 : problem.span.end - 1]


NO_TOML = {
    "Chinese quotation marks": ("title = “演示”", "“", '半角引号 "'),
    "single ones": ("title = ‘演示’", "‘", '半角引号 "'),
    "a full-width equals sign": ('title ＝ "演示"', "＝", "半角等号"),
    "a colon": ('title: "演示"', ":", "半角等号"),
    "a full-width comma": ("since = [1，2]", "，", "半角符号"),
    "True": ("enabled = True", "True", "true"),
    "是": ("enabled = 是", "是", "true"),
    "no quotation marks": ("title = 演示", "演", "引号"),
    "a backslash": ('title = "a\\d"', "", "单引号"),
    "a number with a unit": ("since = 5%", "%", "引号"),
    "a Chinese key": ('let.前后 = "f"', "前后", '"前后" ='),
    "a Chinese key in braces": ('let = { a = "f", 前后 = "f" }', "前后", '"前后" ='),
    "a quotation that is not closed": ('title = "演示', "", None),
    "a key twice": ("since = 1\nsince = 2", "since = 2", None),
    "digits of full width": ("since = ２０１６", "２０１６", "半角数字"),
    "a blank of full width": ("\u3000since = 1", "\u3000since", "半角空格"),
    "a bracket that is not closed": ("since = [1, 2", "", None),
}


@pytest.mark.parametrize(("text", "word", "cure"), NO_TOML.values(), ids=NO_TOML)
def test_a_file_that_is_no_toml_says_what_is_likely_wrong(
    text: str, word: str, cure: str | None, tmp_path: Path
) -> None:
    """The cause is told in Chinese, with the cure, and the caret stands under the sign."""
    (tmp_path / "X-08.toml").write_text(f'id = "X-08"  # “编号”\n{text}\n', "utf-8")
    (problem,) = problems_of(tmp_path)

    assert problem.span is not None
    assert problem.message.zh.startswith("TOML 语法错误：")
    assert not re.search("[A-Za-z]{4}", re.sub("“.*?”|TOML", "", problem.message.zh))
    assert problem.span.text[problem.span.column - 1 :].startswith(word)
    assert cure is None or (problem.cure is not None and cure in problem.cure.zh)


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    """Editors of Windows put one before the text; it says nothing."""
    (tmp_path / "X-01.toml").write_bytes(b"\xef\xbb\xbf" + rule("X-01").encode())

    assert "X-01" in RuleSet.for_region(None, extra=[tmp_path]).rules()


@pytest.mark.parametrize("name", ["x-01", "Ｘ-01", "Х-01", "X-O1", "X-0l"])
def test_ids_that_look_alike_are_refused(name: str, tmp_path: Path) -> None:
    """An id that differs by case, width or a look-alike letter from another one is no other id."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "X-01.toml").write_text(rule("X-01"), "utf-8")
    (tmp_path / f"{name}.toml").write_text(rule(name), "utf-8")
    (problem,) = problems_of(tmp_path)

    assert "看起来一样" in problem.message.zh
    assert "X-01" in problem.message.zh


@pytest.mark.parametrize(
    ("name", "sign", "code"),
    [
        ("\u13a2OT-001", "\u13a2", "U+13A2"),  # a letter of Cherokee
        ("\ua4d4OT-001", "\ua4d4", "U+A4D4"),  # a letter of Lisu
        ("TOT\u30fc001", "\u30fc", "U+30FC"),
        ("TOT\u4e00001", "\u4e00", "U+4E00"),
        ("TOT\u00b7001", "\u00b7", "U+00B7"),
        ("X\u201301", "\u2013", "U+2013"),
        ("TOT_9", "_", "U+005F"),
    ],
)
def test_an_id_has_letters_digits_and_hyphens_only(
    name: str, sign: str, code: str, tmp_path: Path
) -> None:
    """A sign of another alphabet in the id of a rule is named with its place."""
    (tmp_path / f"{name}.toml").write_text(rule(name), "utf-8")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "X-01.toml").write_text(rule("X-01"), "utf-8")
    (problem,) = problems_of(tmp_path)

    assert f"的第 {name.index(sign) + 1} 个字“{sign}”（{code}）不能用" in problem.message.zh
    assert problem.span is not None
    assert name in problem.span.text


def test_what_a_layer_extends_must_exist(tmp_path: Path) -> None:
    """A misspelt rule set above is refused with the nearest one."""
    head = 'id = "ours"\nname = "某市"\nextends = "cn-4"\n'
    (tmp_path / "ruleset.toml").write_text(head, "utf-8")
    (problem,) = problems_of(tmp_path)

    assert "cn-4" in problem.message.zh
    assert problem.cure is not None
    assert "cn-4" in problem.cure.zh


def test_overrides_alone_load_and_say_what_they_change(tmp_path: Path) -> None:
    """A folder without a head and without rules of its own is enough to switch a rule off."""
    text = 'rule = "STY-001"\nverb = "disable"\nreason = "演示"\n'
    (tmp_path / "STY-001.toml").write_text(text, "utf-8")
    ours = RuleSet.for_region(None, extra=[tmp_path])

    assert "STY-001" not in ours.in_force(2022).rules
    assert any("STY-001" in note.zh and "只改" in note.zh for note in ours.notes)


def test_rules_of_the_region_itself_are_no_fallback(tmp_path: Path) -> None:
    """Where a folder brings the rules of a district, nobody says that it has none."""
    head = 'id = "ours"\nname = "某区"\nregion = "440205"\nextends = "cn-44-4402"\n'
    (tmp_path / "ruleset.toml").write_text(head, "utf-8")
    (tmp_path / "440205-X-01.toml").write_text(rule("440205-X-01"), "utf-8")

    assert any("没有 440205" in note.zh for note in RuleSet.for_region("440205").notes)
    ours = RuleSet.for_region("440205", extra=[tmp_path])
    assert not any("没有 440205" in note.zh for note in ours.notes)


@pytest.mark.parametrize(
    ("condition", "given", "why"),
    [
        ("总.支出.决算 >= 0", "[example.given.all_funds.expenditure]\nfinal = ''\n", "空白"),
        ("年度 >= 2000", "[example.given]\nentity = '某局'\n", "年度"),
        ("参数.ours >= 1%", "[example.given]\nentity = '某局'\n", "年度不明"),
    ],
    ids=["the figure", "the year", "the year that a threshold depends on"],
)
def test_an_example_that_is_left_open_says_why(
    condition: str, given: str, why: str, tmp_path: Path
) -> None:
    """The year or the figure that is missing is named."""
    more = f'[[example]]\nname = "缺"\nexpect = "pass"\n{given}'
    text = rule("X-01", condition, message="负数", more=more).replace('each = "f in 各数"\n', "")
    (tmp_path / "X-01.toml").write_text(text, "utf-8")
    values = (
        'id = "ours"\nunit = "percent"\ntitle = "上限"\nvalues = [{ since = 2020, value = "5%" }]\n'
    )
    if "ours" in condition:
        (tmp_path / "ours.toml").write_text(values, "utf-8")
    ours = RuleSet.for_region(None, extra=[tmp_path])
    (case,) = cases_of(ours, tmp_path.name)

    problem = run(case).problem
    assert problem is not None
    assert why in problem.zh
    assert (problem.zh, problem.en) == (problem_of(case, "zh"), problem_of(case, "en"))


SIDEWAYS = {
    "another province's rules": ('region = "440200"\nextends = "cn-43"\n', "不是 440200 上级的"),
    "another city's rules": ('region = "440200"\nextends = "cn-43-4306"\n', "不是 440200 上级的"),
}


@pytest.mark.parametrize(("head", "why"), SIDEWAYS.values(), ids=SIDEWAYS)
def test_rules_are_laid_over_those_of_wider_regions_only(
    head: str, why: str, tmp_path: Path
) -> None:
    """Whoever extends the rules of a region beside would get none of them."""
    (tmp_path / "ruleset.toml").write_text(f'id = "ours"\nname = "某市"\n{head}', "utf-8")
    with pytest.raises(RuleFileError, match=why):
        RuleSet.for_region("440200", extra=[tmp_path])


def test_rules_that_are_extended_and_not_used_are_told(tmp_path: Path) -> None:
    """A folder of no region is laid over whatever is used; that it meant others is said."""
    head = 'id = "ours"\nname = "某单位"\nextends = "cn-43"\n'
    (tmp_path / "ruleset.toml").write_text(head, "utf-8")
    (tmp_path / "X-01.toml").write_text(rule("X-01"), "utf-8")
    used = {region: RuleSet.for_region(region, extra=[tmp_path]) for region in ("43", "44")}
    told = {code: [n for n in ours.notes if "cn-43" in n.zh] for code, ours in used.items()}

    assert told["43"] == []
    assert len(told["44"]) == 1
    assert "X-01" in used["44"].in_force(2023).rules
