"""Regional layers: what a bureau may change with a folder of its own, and what it may not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance_rules import (
    RegionError,
    Report,
    Result,
    RuleFileError,
    RuleSet,
    check,
)
from performance_rules.errors import Problem
from performance_rules.rules import chain, ruleset

# ── folders for the tests ──

COUNTRY = {
    "X-001.toml": """
id = "X-001"
title = "比率不超过上限"
title_en = "A share within its limit"
severity = "warning"
when = "有(三公.决算)"
assert = "占比(三公.决算, 三公.年初预算) <= 参数.上限"
message = "{三公.决算}，上限 {参数.上限}"
message_en = "{three_public.final}, limit {param.limit}"
advice = "请核实"
advice_en = "please check"
why = "演示：三公经费占预算的比率不应超过上限。"
basis = [{ doc = "ARITH" }]
""",
    "limit.toml": """
id = "limit"
unit = "percent"
title = "演示上限"
alias = "上限"
tighten = "down"
values = [{ value = "100%" }]
""",
    "X-002.toml": """
id = "X-002"
title = "档次"
title_en = "A band"
severity = "hint"
when = "有(三公.决算)"
assert = "占比(三公.决算, 三公.年初预算) <= 参数.参考线"
message = "{三公.决算}"
message_en = "{three_public.final}"
advice = "请核实"
advice_en = "please check"
why = "演示：一个地区可以放宽也可以收紧的参考线。"
basis = [{ doc = "ARITH" }]
""",
    "guide.toml": """
id = "guide"
unit = "percent"
title = "演示参考线"
alias = "参考线"
values = []
""",
}
"""Two rules and two thresholds that stand for what a layer above says."""

HEAD = """
id = "cn-44-4402-test"
region = "440200"
name = "某市"
extends = "cn"
"""


def folder(path: Path, files: Mapping[str, str]) -> Path:
    """Write a folder of rule files and return it."""
    path.mkdir()
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def over_country(tmp_path: Path, *layers: Mapping[str, str]) -> RuleSet:
    """Return the rule set of the test's own country layer with further layers over it."""
    folders = [folder(tmp_path / f"{i}", files) for i, files in enumerate((COUNTRY, *layers))]
    return RuleSet.for_region("440205", extra=folders)


def problems_of(tmp_path: Path, *layers: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return everything that layers over the country layer are refused for."""
    with pytest.raises(RuleFileError) as refused:
        over_country(tmp_path, *layers)
    return refused.value.problems


def verdict(result: Result, rule: str) -> str:
    """Return the one verdict of a rule that is judged at one place; without the rule, 'none'."""
    found = [v.verdict for v in result.verdicts if v.rule == rule]
    return found[0] if len(found) == 1 else f"{len(found)} places" if found else "none"


def spending(final: str, year: int | None = 2022) -> Report:
    """Return a report that spent so many yuan of three-public money out of 100."""
    report: dict[str, object] = {
        "three_public": {"initial_budget": "100.00元", "final": final},
    }
    return Report.from_dict(report | ({"year": year} if year is not None else {}))


def set_limit(value: str, since: int | None = None) -> str:
    """Return a parameter file of a lower layer."""
    dated = f"since = {since}, " if since is not None else ""
    return f'id = "limit"\nvalues = [{{ {dated}value = "{value}" }}]\n'


def override(rule: str, verb: str, more: str = "") -> str:
    """Return an override file."""
    return f'rule = "{rule}"\nverb = "{verb}"\nreason = "本市另有规定"\n{more}'


# ── a bureau extends the library with a folder ──

THREE_FILES = {
    "disclosure_days.toml": """
id = "disclosure_days"
values = [{ since = 2023, value = "15", basis = { doc = "BL", status = "to-verify" } }]
""",
    "no-staff-hint.toml": """
rule = "PER-004"
verb = "disable"
reason = "本市的人员情况另表报送，报告里不要求写。"
""",
    "440200-001.toml": """
id = "440200-001"
title = "单项三公经费不超过五万元"
title_en = "No three-public item above 50,000 yuan"
severity = "warning"
each = "某项 in 全树(三公)"
when = "有（某项.决算）"
assert = "某项.决算 ≤ 5万元"
message = "{某项.名称}决算 {某项.决算}，超过本市的五万元线，请说明。"
message_en = "{某项.名称}: {某项.决算}"
advice = "请说明"
advice_en = "please explain"
why = "演示：会写报告的人就能写的规则，用的都是报告里的词。"
basis = [{ doc = "ARITH" }]

[[example]]
name = "超过五万元"
expect = "fail"
given = { three_public = { reception = "60,000.00元" } }
""",
}
"""A threshold from 2023 on, a rule switched off with its reason, a rule in Chinese terms."""


def municipal_report(year: int) -> Report:
    """Return a report published 18 days after approval, with a reception bill of 60,000 yuan."""
    return Report.from_dict(
        {
            "year": year,
            "kind": "self_evaluation",
            "approved": f"{year + 1}-08-01",
            "published": f"{year + 1}-08-19",
            "text": ["本单位的机构人员情况如下。"],
            "three_public": {"reception": "60,000.00元"},
        }
    )


@pytest.mark.parametrize("head", [{}, {"ruleset.toml": HEAD}], ids=["loose", "with a head"])
def test_a_bureau_changes_the_rules_with_three_files(
    tmp_path: Path, head: Mapping[str, str]
) -> None:
    """Three TOML files outside the package change a threshold, drop a rule, add one: no Python."""
    files = {**head, **THREE_FILES}
    if head:
        files["4402-001.toml"] = files.pop("440200-001.toml").replace("440200-001", "4402-001")
    extra = [folder(tmp_path / "ours", files)]
    ours = RuleSet.for_region("440205", extra=extra)
    shipped = RuleSet.for_region("440205")
    added = "4402-001" if head else "440200-001"

    before = check(municipal_report(2022), ours)
    after = check(municipal_report(2023), ours)
    without = check(municipal_report(2023), shipped)

    assert verdict(before, "DIS-001") == "pass"  # 20 days until 2022
    assert verdict(after, "DIS-001") == "fail"  # 15 days since 2023
    assert verdict(without, "DIS-001") == "pass"
    assert verdict(without, "PER-004") == "fail"
    for result in (before, after):
        assert verdict(result, "PER-004") == "none"
        (finding,) = [f for f in result.findings if f.rule == added]
        assert finding.message == "公务接待费决算 60,000.00元，超过本市的五万元线，请说明。"
    assert (
        ours.in_force(2023).disabled["PER-004"].reason == "本市的人员情况另表报送，报告里不要求写。"
    )
    (late,) = [f for f in after.findings if f.rule == "DIS-001"]
    assert list(late.parameters) == [("disclosure_days", "15")]


def test_a_folder_for_another_region_has_no_effect(tmp_path: Path) -> None:
    """A folder that belongs to one city is not used for another; a note says so."""
    files = {"ruleset.toml": HEAD, "x.toml": override("PER-004", "disable")}
    ours = RuleSet.for_region("430600", extra=[folder(tmp_path / "ours", files)])
    assert "PER-004" in ours.in_force(2022).rules
    assert any("不适用于 430600" in note.zh for note in ours.notes)


# ── what a layer may not do ──

RULE_OF_A_REGION = COUNTRY["X-001.toml"].replace("X-001", "{id}")

REFUSED = {
    "two overrides of one rule in the same years": (
        {
            "a.toml": override("X-001", "disable"),
            "b.toml": override("X-001", "enable", "since = 2023\n"),
        },
        "X-001 在同一层、同一年度改了两次",
    ),
    "an override of a rule that does not exist": (
        {"a.toml": override("X-099", "disable")},
        "上级没有规则 X-099",
    ),
    "a looser value of a threshold that may only be tightened": (
        {"limit.toml": set_limit("110%", since=2023)},
        "参数 limit 只能收紧：110% 比上级的 100%",
    ),
    "turning round which way is tighter": (
        {"limit.toml": set_limit("110%") + 'tighten = "up"\n'},
        "不能把“tighten”从 down 改成 up",
    ),
    "another unit": (
        {"limit.toml": 'id = "limit"\nunit = "count"\nvalues = [{ value = "3" }]\n'},
        "不能把“unit”从 percent 改成 count",
    ),
    "an unknown verb": (
        {"a.toml": override("X-001", "delete")},
        "“delete”不是可取的值：replace、set、disable、enable",
    ),
    "set of what only replace may change": (
        {"a.toml": override("X-001", "set", '[set]\nassert = "0 == 0"\n')},
        "set 不能改“assert”",
    ),
    "set without anything to set": (
        {"a.toml": override("X-001", "set")},
        "verb = set 与所给内容不符",
    ),
    "disable with something to set": (
        {"a.toml": override("X-001", "disable", '[set]\nseverity = "hint"\n')},
        "verb = disable 与所给内容不符",
    ),
    "a severity that does not exist, by set": (
        {"a.toml": override("X-001", "set", '[set]\nseverity = "fatal"\n')},
        "“fatal”不是可取的值",
    ),
    "a replacement with a misspelt field": (
        {"a.toml": override("X-001", "replace", 'assert = "三公.决祘 >= 0"\n')},
        "没有“决祘”",
    ),
    "an override without a reason": (
        {"a.toml": 'rule = "X-001"\nverb = "disable"\n'},
        "缺少“reason”",
    ),
    "a parameter that no rule uses": (
        {"p.toml": 'id = "idle"\nunit = "count"\ntitle = "闲置"\nvalues = [{ value = "3" }]\n'},
        "没有规则使用参数 idle",
    ),
    "two values from the same year": (
        {
            "p.toml": 'id = "guide"\nvalues = [\n'
            '{ since = 2023, value = "3%" }, { since = 2023, value = "4%" }]\n'
        },
        "有两个值都从 2023 起",
    ),
    "a period that ends before it begins": (
        {"a.toml": override("X-001", "disable", "since = 2023\nuntil = 2020\n")},
        "since 晚于 until",
    ),
    "a rule that takes the id of one above": (
        {"X-001.toml": COUNTRY["X-001.toml"]},
        "规则 X-001 上级已有",
    ),
    "a regional rule without its region code": (
        {"ruleset.toml": HEAD, "Y-001.toml": COUNTRY["X-001.toml"].replace("X-001", "Y-001")},
        "地区规则的编号应以区划代码 4402 开头",
    ),
    "a region that is no code": (
        {"ruleset.toml": HEAD.replace("440200", "韶关")},
        "区划代码应是六位数字",
    ),
}


@pytest.mark.parametrize(("files", "said"), REFUSED.values(), ids=REFUSED)
def test_a_layer_may_not(tmp_path: Path, files: Mapping[str, str], said: str) -> None:
    """What a layer may not do is a load error that names the file and says what is wrong."""
    problems = problems_of(tmp_path, files)
    (problem,) = [p for p in problems if said in p.message.zh]
    where = problem.span.file if problem.span is not None else problem.place
    assert "1/" in where
    assert problem.message.en
    assert problem.message.en != problem.message.zh


def test_overrides_of_different_years_do_not_clash(tmp_path: Path) -> None:
    """One rule may be changed twice in a layer, in years that do not overlap."""
    ruleset = over_country(
        tmp_path,
        {
            "a.toml": override("X-001", "disable", "until = 2020\n"),
            "b.toml": override("X-001", "set", 'since = 2021\n[set]\nseverity = "error"\n'),
        },
    )
    assert "X-001" not in ruleset.in_force(2020).rules
    assert ruleset.in_force(2021).rules["X-001"].severity == "error"


def test_an_override_ends_with_its_last_year(tmp_path: Path) -> None:
    """An override that has expired has no effect; the year is the report's, never today's."""
    ruleset = over_country(tmp_path, {"a.toml": override("X-001", "disable", "until = 2021\n")})
    assert verdict(check(spending("120.00元", 2021), ruleset), "X-001") == "none"
    assert verdict(check(spending("120.00元", 2022), ruleset), "X-001") == "fail"


def test_without_a_year_a_dated_override_leaves_the_rule_open(tmp_path: Path) -> None:
    """A report of unknown year cannot tell whether a dated override holds, and that is said."""
    ruleset = over_country(tmp_path, {"a.toml": override("X-001", "disable", "until = 2021\n")})
    result = check(spending("120.00元", None), ruleset)
    assert verdict(result, "X-001") == "undetermined"
    (entry,) = [n for n in result.not_checked if n.rule == "X-001"]
    assert "年度不明" in entry.reason.zh


ONLY_MORE = {
    "the same severity": override("X-001", "set", 'since = 2020\n[set]\nseverity = "warning"\n'),
    "a higher severity": override("X-001", "set", 'since = 2020\n[set]\nseverity = "error"\n'),
    "other kinds that are all": override("X-001", "set", "since = 2020\n[set]\nkinds = []\n"),
    "switched on": override("X-001", "enable", "until = 2021\n"),
}


@pytest.mark.parametrize("text", ONLY_MORE.values(), ids=ONLY_MORE)
def test_without_a_year_what_asks_for_no_less_leaves_the_rule_as_it_is(
    tmp_path: Path, text: str
) -> None:
    """A dated override that lets nothing go does not keep a report of unknown year unjudged."""
    ruleset = over_country(tmp_path, {"a.toml": text})
    assert verdict(check(spending("120.00元", None), ruleset), "X-001") == "fail"
    assert ruleset.in_force(None).rules["X-001"].severity == "warning"


ONLY_LESS = {
    "a lower severity": override("X-001", "set", 'since = 2020\n[set]\nseverity = "hint"\n'),
    "fewer kinds": override("X-001", "set", 'since = 2020\n[set]\nkinds = ["budget"]\n'),
    "another condition": override("X-001", "replace", "since = 2020\nwhen = '有(三公.决算)'\n"),
}


@pytest.mark.parametrize("text", ONLY_LESS.values(), ids=ONLY_LESS)
def test_without_a_year_what_may_ask_for_less_leaves_the_rule_open(
    tmp_path: Path, text: str
) -> None:
    """A dated override that lets something go is told, and holds or not with the year."""
    ruleset = over_country(tmp_path, {"a.toml": text})
    assert verdict(check(spending("120.00元", None), ruleset), "X-001") == "undetermined"
    assert any("a.toml" in note.zh for note in ruleset.notes)


def test_a_replaced_rule_begins_anew(tmp_path: Path) -> None:
    """What a city raised falls back where its county replaces the rule, and the county is named."""
    ruleset = over_country(
        tmp_path,
        {"city.toml": override("X-001", "set", '[set]\nseverity = "error"\n')},
        {"county.toml": override("X-001", "replace", 'message = "{三公.决算}"\n')},
    )
    (note,) = [note.zh for note in ruleset.notes if "降为" in note.zh]
    assert "由 error 降为 warning（2/county.toml" in note


def test_names_that_a_replacement_takes_away_are_its_mistake(tmp_path: Path) -> None:
    """What a new list of places makes wrong in the rest of a rule is told at the list."""
    one_by_one = COUNTRY["X-001.toml"].replace("X-001", "X-003").replace("三公.", "某项.")
    one_by_one += 'each = "某项 in 全树(三公)"\n'
    text = override("X-003", "replace", 'each = "此项 in 全树(三公)"\n')
    problems = problems_of(tmp_path, {"X-003.toml": one_by_one}, {"a.toml": text})
    spans = [problem.span for problem in problems if problem.span is not None]
    assert len(spans) == len(problems)
    assert {(span.file, span.text[: len("each =")]) for span in spans} == {("2/a.toml", "each =")}


def test_without_a_year_other_words_leave_the_verdict_alone(tmp_path: Path) -> None:
    """A dated override that changes nothing but words does not keep a rule from being judged."""
    words = override("X-001", "set", 'since = 2023\n[set]\nadvice = "按本市的格式改"\n')
    ruleset = over_country(tmp_path, {"a.toml": words})
    assert verdict(check(spending("120.00元", None), ruleset), "X-001") == "fail"
    assert ruleset.in_force(2022).rules["X-001"].advice.zh == "请核实"
    assert ruleset.in_force(2023).rules["X-001"].advice.zh == "按本市的格式改"


def test_the_nearest_override_wins(tmp_path: Path) -> None:
    """A lower layer may switch on again what one above has switched off, and change its words."""
    ruleset = over_country(
        tmp_path,
        {"a.toml": override("X-001", "disable")},
        {"b.toml": override("X-001", "enable")},
    )
    assert verdict(check(spending("120.00元"), ruleset), "X-001") == "fail"


def test_replace_exchanges_a_rule_and_keeps_its_id(tmp_path: Path) -> None:
    """A replaced rule is judged by its new assertion; whatever was set before is gone."""
    ruleset = over_country(
        tmp_path,
        {"a.toml": override("X-001", "set", '[set]\nseverity = "error"\n')},
        {"b.toml": override("X-001", "replace", 'assert = "三公.决算 >= 0元"\n')},
    )
    assert verdict(check(spending("120.00元"), ruleset), "X-001") == "pass"
    assert ruleset.in_force(2022).rules["X-001"].severity == "warning"


def test_a_change_to_a_disabled_rule_is_a_warning(tmp_path: Path) -> None:
    """Changing a rule that a layer above has switched off has no effect, and a note says so."""
    ruleset = over_country(
        tmp_path,
        {"a.toml": override("X-001", "disable")},
        {"b.toml": override("X-001", "replace", 'assert = "三公.决算 >= 0元"\n')},
    )
    assert "X-001" not in ruleset.in_force(2022).rules
    assert any("停用，改动不起作用" in note.zh for note in ruleset.notes)


def test_enabling_does_not_revive_a_rule_outside_its_years(tmp_path: Path) -> None:
    """A rule that begins in 2023 is not in force in 2022, whoever switches it on."""
    late = COUNTRY["X-001.toml"].replace("X-001", "X-003") + "since = 2023\nenabled = false\n"
    ruleset = over_country(tmp_path, {"X-003.toml": late}, {"a.toml": override("X-003", "enable")})
    assert "X-003" not in ruleset.in_force(2022).rules
    assert "X-003" in ruleset.in_force(2023).rules


def test_two_installed_packs_may_not_touch_one_thing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing says which of two installed packs counts, so both are named and refused."""
    first = folder(tmp_path / "first", {"a.toml": override("PER-004", "disable")})
    second = folder(
        tmp_path / "second", {"a.toml": override("PER-004", "set", '[set]\nadvice = "补写"\n')}
    )
    other = folder(tmp_path / "other", {"a.toml": override("PER-001", "disable")})
    monkeypatch.setattr(chain, "installed_folders", lambda: iter([("a", first), ("b", other)]))
    assert {"PER-001", "PER-004"} <= set(RuleSet.for_region("11").in_force(2022).disabled)
    monkeypatch.setattr(chain, "installed_folders", lambda: iter([("a", first), ("b", second)]))
    with pytest.raises(RuleFileError) as refused:
        RuleSet.for_region("11")
    (problem,) = refused.value.problems
    assert "两个已安装的规则包都改了 PER-004" in problem.message.zh
    assert "first" in problem.message.zh
    assert "second" in problem.message.zh


PACK = {"ruleset.toml": HEAD, "a.toml": override("PER-004", "disable")}


def test_the_source_of_a_pack_takes_its_place_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder with the id and region of an installed pack is its source, and a note says so."""
    installed = folder(tmp_path / "installed", PACK)
    source = folder(tmp_path / "source", {"ruleset.toml": HEAD})
    monkeypatch.setattr(chain, "installed_folders", lambda: iter([("ours", installed)]))
    ruleset = RuleSet.for_region("440205", extra=[source])
    assert "PER-004" in ruleset.in_force(2022).rules
    assert any("代替了已安装的规则包 ours" in note.zh for note in ruleset.notes)


def test_the_id_of_a_pack_is_not_free_for_another_region(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under the id of a city's pack nothing of a province is given: the pack does not vanish."""
    installed = folder(tmp_path / "installed", PACK)
    other = folder(tmp_path / "other", {"ruleset.toml": HEAD.replace("440200", "440000")})
    monkeypatch.setattr(chain, "installed_folders", lambda: iter([("ours", installed)]))
    with pytest.raises(RuleFileError, match="“cn-44-4402-test”已有"):
        RuleSet.for_region("440205", extra=[other])
    elsewhere = folder(tmp_path / "else", {"ruleset.toml": HEAD.replace("440200", "430000")})
    ruleset = RuleSet.for_region("440205", extra=[elsewhere])
    assert "PER-004" in ruleset.in_force(2022).disabled
    assert any("不适用于 440205" in note.zh for note in ruleset.notes)


def test_a_folder_given_later_wins(tmp_path: Path) -> None:
    """Of two folders given by the caller at one depth the later one counts."""
    ruleset = over_country(
        tmp_path,
        {"g.toml": 'id = "guide"\nvalues = [{ value = "80%" }]\n'},
        {"g.toml": 'id = "guide"\nvalues = [{ value = "130%" }]\n'},
    )
    assert limit(ruleset, 2022, "guide") == "130%"


# ── regions ──


@pytest.mark.parametrize("region", ["990000", "00", "4", "44020", "四四"])
def test_an_unknown_province_is_refused(region: str) -> None:
    """A province that does not exist, or no code at all, is a usage error, not a guess."""
    with pytest.raises(RegionError):
        RuleSet.for_region(region)


@pytest.mark.parametrize(
    ("region", "layers", "noted"),
    [
        ("440205", ["cn", "cn-44", "cn-44-4402"], "没有 440205 的专门规则，用韶关市的"),
        ("440299", ["cn", "cn-44", "cn-44-4402"], "没有 440299 的专门规则，用韶关市的"),
        ("440200", ["cn", "cn-44", "cn-44-4402"], ""),
        ("449900", ["cn", "cn-44"], "没有 449900 的专门规则，用广东省的"),
        ("430611", ["cn", "cn-43", "cn-43-4306"], "没有 430611 的专门规则，用岳阳市的"),
        ("44", ["cn", "cn-44"], ""),
        ("110101", ["cn"], "没有 110101 的专门规则，用全国的"),
        (None, ["cn"], "未指定地区：只用全国规则"),
    ],
)
def test_a_region_falls_back_to_the_nearest_known_one(
    region: str | None, layers: list[str], noted: str
) -> None:
    """A district without rules of its own takes those of its city or province; a note says so."""
    ruleset = RuleSet.for_region(region)
    assert layers == [layer.id for layer in ruleset.layers]
    notes = [note.zh for note in ruleset.notes if ".toml" not in note.zh]  # what files loosen apart
    assert notes == ([noted] if noted else [])


# ── parameters ──


def limit(ruleset: RuleSet, year: int | None, name: str = "limit") -> str | None:
    """Return the value of a parameter in a year as printed, None when none is in force."""
    found = ruleset.in_force(year).parameters[name].dated
    return found.printed if found is not None else None


@pytest.mark.parametrize(
    ("year", "expected"), [(2021, "100%"), (2022, "95%"), (2023, "90%"), (2030, "90%")]
)
def test_the_nearest_value_in_force_counts(tmp_path: Path, year: int, expected: str) -> None:
    """A value since 2023 leaves a report of 2022 to the next layer up, and so on to the country."""
    ruleset = over_country(
        tmp_path,
        {"limit.toml": set_limit("95%", since=2022)},
        {"limit.toml": set_limit("90%", since=2023)},
    )
    assert expected == limit(ruleset, year)


def test_a_value_that_may_go_either_way_is_the_nearest(tmp_path: Path) -> None:
    """Without ``tighten`` the lower layer wins, looser or tighter."""
    ruleset = over_country(
        tmp_path,
        {"g.toml": 'id = "guide"\nvalues = [{ value = "80%" }]\n'},
        {"g.toml": 'id = "guide"\nvalues = [{ until = 2022, value = "130%" }]\n'},
    )
    assert limit(ruleset, 2022, "guide") == "130%"
    assert limit(ruleset, 2023, "guide") == "80%"


def test_a_rule_without_a_value_in_force_is_listed_as_not_applicable(tmp_path: Path) -> None:
    """Where no layer gives a threshold its rule does not apply, and the result still lists it."""
    ruleset = over_country(
        tmp_path, {"g.toml": 'id = "guide"\nvalues = [{ since = 2023, value = "80%" }]\n'}
    )
    assert verdict(check(spending("120.00元", 2022), ruleset), "X-002") == "not_applicable"
    assert verdict(check(spending("120.00元", 2023), ruleset), "X-002") == "fail"
    assert limit(ruleset, 2022, "guide") is None


UNDATED = '{ value = "150%" }'
DATED = '{ since = 2023, value = "80%" }'


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([], "not_applicable"),  # nobody gives a value, in whatever year
        ([DATED], "undetermined"),
        ([UNDATED], "pass"),
        ([f"{UNDATED}, {DATED}"], "undetermined"),
        ([UNDATED, DATED], "undetermined"),
        ([DATED, UNDATED], "pass"),
    ],
    ids=["none", "dated", "undated", "both", "dated below", "undated below"],
)
def test_without_a_year_a_dated_threshold_is_open(
    tmp_path: Path, layers: list[str], expected: str
) -> None:
    """A report of unknown year is judged only if no dated value can be the one in force."""
    ruleset = over_country(
        tmp_path, *[{"g.toml": f'id = "guide"\nvalues = [{values}]\n'} for values in layers]
    )
    assert expected == verdict(check(spending("120.00元", None), ruleset), "X-002")


def test_a_threshold_that_is_overtaken_from_above_gives_way_with_a_note(tmp_path: Path) -> None:
    """A city's tighter value that the province later undercuts gives way; a note says so."""
    ruleset = over_country(
        tmp_path,
        {"limit.toml": set_limit("85%", since=2024)},
        {"limit.toml": set_limit("90%", since=2022)},
    )
    assert [limit(ruleset, year) for year in (2021, 2022, 2024)] == ["100%", "90%", "85%"]
    assert any("自 2024 年起被上级的 85% 取代" in note.zh for note in ruleset.notes)


@given(
    upper=st.integers(1, 200),
    lower=st.integers(1, 200),
    spent=st.integers(0, 200),
    since=st.sampled_from([None, 2021, 2023]),
    year=st.sampled_from([2020, 2022, 2024]),
)
def test_tightening_never_turns_a_fail_into_a_pass(
    tmp_path_factory: pytest.TempPathFactory,
    upper: int,
    lower: int,
    spent: int,
    since: int | None,
    year: int,
) -> None:
    """Whatever a lower layer says of a ``tighten`` threshold, what failed above fails below too."""
    country = {**COUNTRY, "limit.toml": COUNTRY["limit.toml"].replace("100%", f"{upper}%")}
    above = folder(tmp_path_factory.mktemp("a") / "0", country)
    below = folder(
        tmp_path_factory.mktemp("b") / "1", {"limit.toml": set_limit(f"{lower}%", since)}
    )
    report = spending(f"{spent}.00元", year)
    of_country = verdict(check(report, RuleSet.for_region("11", extra=[above])), "X-001")
    if lower > upper:
        with pytest.raises(RuleFileError, match="只能收紧"):
            RuleSet.for_region("11", extra=[above, below])
        return
    of_region = verdict(check(report, RuleSet.for_region("11", extra=[above, below])), "X-001")
    assert ("pass" if spent <= upper else "fail") == of_country
    in_force = min(upper, lower) if since is None or since <= year else upper
    assert ("pass" if spent <= in_force else "fail") == of_region
    assert (of_country, of_region) != ("fail", "pass")


# ── the shipped packs ──


def score_sheet(score: str, year: int) -> Report:
    """Return a score sheet that gives points for a three-public control rate of 112.70 %."""
    return Report.from_dict(
        {
            "year": year,
            "evaluation": {
                "members": {
                    "columns": ["指标", "分值", "完成值", "得分"],
                    "rows": [["“三公”经费控制率", 6, "112.70%", score]],
                }
            },
        }
    )


@pytest.mark.parametrize(
    ("region", "year", "score", "expected"),
    [
        ("430600", 2019, "6", "fail"),
        ("430600", 2019, "0", "pass"),
        ("430600", 2024, "6", "not_applicable"),
        ("430000", 2019, "6", "not_applicable"),
        (None, 2019, "6", "not_applicable"),
    ],
)
def test_a_score_sheet_counts_where_it_was_entered(
    region: str | None, year: int, score: str, expected: str
) -> None:
    """A national rule with a city's bands is judged in that city in those years, else listed."""
    result = check(score_sheet(score, year), RuleSet.for_region(region))
    assert expected == verdict(result, "PI-005")


def test_a_parameter_is_shown_the_way_people_read_it() -> None:
    """A score sheet is printed in words, and a finding quotes its row."""
    result = check(score_sheet("6", 2019), RuleSet.for_region("430600"))
    (finding,) = [f for f in result.findings if f.rule == "PI-005"]
    assert dict(finding.parameters)["score_sheet"].startswith("三公.{0,6}控制率 6 分（不超过100%")
    assert (
        "应得 0 分（满分 6 分：不超过100%得满分，每超过1个百分点扣1分，扣完为止）"
        in finding.message
    )


def test_years_asked_for_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in force in a year can be asked by several threads, however many years there are."""
    monkeypatch.setattr(ruleset, "MAX_YEARS", 1)
    monkeypatch.setattr(ruleset, "_resolve", lambda _, year: year)
    asked, wrong = RuleSet.for_region("44"), []

    def ask(first: int) -> None:
        for year in range(first, first + 20_000):
            try:
                if asked.in_force(year % 7) != year % 7:  # type: ignore[comparison-overlap]
                    wrong.append(str(year))
            except KeyError:
                wrong.append("gone")

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [Thread(target=ask, args=(n,)) for n in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)

    assert wrong == []
