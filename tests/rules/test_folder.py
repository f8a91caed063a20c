"""A folder of rule files with mistakes: all of them in one run, each with its place and cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules import RuleFileError, RuleSet
from performance_rules.errors import Problem

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


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """Return everything a folder of rules is refused for."""
    with pytest.raises(RuleFileError) as refused:
        RuleSet.for_region(None, extra=[folder])
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


def test_no_such_folder(tmp_path: Path) -> None:
    """A folder that is not there is an error that names it."""
    (problem,) = problems_of(tmp_path / "missing")
    assert "missing" in problem.place
