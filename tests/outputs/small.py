"""A small country with one province: rules, reports and the ways to check them in a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules.checking.result import check
from performance_rules.cli import trying
from performance_rules.errors import Message, Problem
from performance_rules.lexicon.resources import rules_dir
from performance_rules.outputs.batch import Batch, Checked, Unreadable, checked
from performance_rules.report.files import load_report
from performance_rules.rules import chain
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing import examples

FILES = {
    "cn/ruleset.toml": 'id = "cn"\nname = "全国"\nversion = "9.1"\n',
    "cn/documents.toml": """
[[document]]
id = "ARITH"
name = "算术"

[[document]]
id = "LAW"
name = "《某法》"
number = "某发〔2001〕1号"
status = "to-verify"
""",
    "cn/parameters/need_reason.toml": """
id = "need_reason"
unit = "percent"
title = "增减超过此比例须说明"
alias = "说明线"
tighten = "down"
values = [
  { until = 2019, value = "30%", basis = { doc = "LAW", article = "3", status = "to-verify" } },
  { since = 2020, value = "20%", basis = { doc = "LAW", article = "4", note = "修订后" } },
]
""",
    "cn/parameters/grades.toml": """
id = "grades"
unit = "bands"
title = "等级"
[[values]]
value = [{ from = "90", labels = ["优", "优秀"] }, { labels = ["其他"] }]
basis = { doc = "LAW" }
""",
    "cn/SUM-1.toml": """
id = "SUM-1"
title = "合计等于各项之和"
title_en = "A whole is the sum of its parts"
severity = "error"
covers = ["SUM-1", "SUM-2"]
each = "b in breakdowns, k in money_columns"
when = "b.complete and 有(b.whole[k])"
assert = "求和(x in b.lines: x[k]) == b.whole[k]"
message = "{b.title}：各项相加为 {求和(x in b.lines: x[k])}，合计写 {b.whole[k]}。"
message_en = "{b.title}: the parts add to {sum(x in b.lines: x[k])}, the total says {b.whole[k]}."
advice = "请核对各项和合计。"
advice_en = "Check the parts and the total."
why = "各部分之和等于总数。"
basis = [{ doc = "ARITH" }, { doc = "LAW", article = "5", status = "to-verify" }]

[[example]]
name = "相等"
expect = "pass"
[example.given.all_funds.expenditure]
final = "3.00元"
by_nature = { columns = ["科目", "决算"], rows = [["基本支出", "1.00"], ["项目支出", "2.00"]] }

[[example]]
name = "不等"
expect = "fail"
says = ["2.00元"]
[example.given.all_funds.expenditure]
final = "2.00元"
by_nature = { columns = ["科目", "决算"], rows = [["基本支出", "1.00"], ["项目支出", "2.00"]] }
""",
    "cn/WHY-1.toml": """
id = "WHY-1"
title = "大幅增减有说明"
title_en = "A large change is explained"
severity = "warning"
covers = ["WHY-1"]
kinds = ["self_evaluation"]
each = "c in comparisons"
when = "有(c.rate)"
assert = "c.rate <= 参数.说明线 or 有(c.reason)"
message = "{c.title}：{c.rate}，没有说明原因。"
message_en = "{c.title}: {c.rate} without a reason."
advice = "请补充原因。"
advice_en = "Give the reason."
why = "增减较大的，应当说明原因。"
basis = [{ doc = "LAW", article = "第二条第一款" }]
""",
    "cn/GRADE-1.toml": """
id = "GRADE-1"
title = "等级与得分相符"
title_en = "The grade fits the score"
severity = "review"
each = "x in [自评]"
when = "有(等级)"
assert = "等级 in 等级(x.score, 参数.grades)"
message = "得分 {x.score}，等级写{等级}。"
message_en = "The score is {x.score}, the grade {等级}."
advice = "请核对等级。"
advice_en = "Check the grade."
why = "等级由得分算出。"
basis = [{ doc = "LAW" }]
""",
    "cn/44-some/ruleset.toml": 'id = "cn-44"\nname = "某省"\nregion = "440000"\nextends = "cn"\n',
    "cn/44-some/parameters/need_reason.toml": """
id = "need_reason"
values = [{ since = 2021, value = "10%", basis = { doc = "LAW", article = "6" } }]
""",
    "cn/44-some/overrides/SUM-1.toml": """
rule = "SUM-1"
verb = "set"
reason = "本省的叫法不同"
since = 2021
[set]
title = "总数等于各部分之和"
""",
    "cn/44-some/overrides/GRADE-1.toml": """
rule = "GRADE-1"
verb = "disable"
reason = "本省不评等级"
since = 2022
basis = [{ doc = "LAW", article = "7" }]
""",
}

REPORT = """
entity = "某县某局"
region = "440000"
year = 2021
kind = "部门整体支出绩效自评"

[all_funds.expenditure]
prior = "5,000.00元"

[all_funds.expenditure.final]
value = "9,999.00元"
vs_prior = { rate = "99.98%" }
source = { page = 3, section = "二/（一）", quote = "全年支出 9,999.00 元" }

[all_funds.expenditure.by_nature]
columns = ["科目", "决算"]
rows = [
  ["基本支出", { value = "4,000.00元", source = { page = 4, table = 1, row = 2, column = 3 } }],
  ["项目支出", "6,000.00元"],
]

[fiscal.expenditure]
final = "1.00万元"
by_nature = { basic = "0.33万元", project = "0.66万元" }

[three_public]
final = "1.00元"
reception = { initial_budget = "1.00元" }
"""

CLEAN = """
entity = "某县某局"
year = 2021
[all_funds.expenditure]
final = "3.00元"
by_nature = { columns = ["科目", "决算"], rows = [["基本支出", "1.00"], ["项目支出", "2.00"]] }
"""

EMPTY = 'entity = "某县某局"\nyear = 2021\n'


def write_rules(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write a folder of rules, with the classifications that come with the library."""
    for name, text in (FILES if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if not (folder / "codebooks").exists():
        (folder / "codebooks").symlink_to(rules_dir() / "codebooks")
    return folder


def use_rules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the small country stand where the shipped rules stand."""
    write_rules(folder)
    for module in (chain, examples, trying):
        monkeypatch.setattr(module, "rules_dir", lambda: folder)
    return folder


def checked_report(folder: Path, text: str = REPORT, *, least: str = "review") -> Checked:
    """Return a checked report; its file is called report.toml."""
    path = folder / "report.toml"
    path.write_text(text, encoding="utf-8")
    report = load_report(path)
    ruleset = RuleSet.for_region(report.region, report.year)
    return checked(check(report, ruleset), "report.toml", "0" * 64, least=least)


def unreadable() -> Unreadable:
    """Return a report that could not be read."""
    problem = Problem(Message("没有这个文件", "there is no such file"), "missing.toml")
    return Unreadable("missing.toml", (problem,))


def one(one: Checked) -> Batch:
    """Return the batch of a call with one report."""
    return Batch((one,))
