"""Loosenings: a layer below takes nothing away from the rules above it without a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.test_overlays import HEAD, folder, override

from performance_rules import Report, RuleFileError, RuleSet, check
from performance_rules.language.ground import constant
from performance_rules.report.model import KINDS
from performance_rules.rules.loosening import looser
from performance_rules.rules.model import Parameter, Texts

ARITHMETIC = "TOT-001"
"""A rule with a floor that may not be disabled."""

FREE = "SHR-003"
"""A rule without: it may be loosened, if the result says so."""


def county(tmp_path: Path, text: str) -> RuleSet:
    """Return the rules of a county whose folder holds one file besides its head."""
    files = {"ruleset.toml": HEAD, "change.toml": text}
    return RuleSet.for_region("440205", extra=[folder(tmp_path / "county", files)])


def told(ruleset: RuleSet) -> str:
    """Return what every result of a rule set says of it."""
    result = check(Report.from_dict({"year": 2022}), ruleset)
    return "\n".join(note.zh for note in result.ruleset.notes)


def named(alias: str) -> str:
    """Return a county's own parameter with an alias."""
    return (
        f'id = "ours"\nunit = "percent"\ntitle = "本县的线"\nalias = "{alias}"\n'
        'values = [{ value = "5%" }]\n'
    )


def joined(name: str) -> str:
    """Return a list of the country with all its entries made one text, as it is printed."""
    (one,) = (v for layer in RuleSet.for_region(None).layers for v in layer.parameters[name].values)
    return f'id = "{name}"\nvalues = [{{ value = ["{one.printed}"] }}]\n'


def bands_of(*labels: list[str]) -> str:
    """Return the grades of the country with other labels at the same bounds."""
    edges = ('from = "90", ', 'from = "80", ', 'from = "60", ', "")
    rows = (
        f"{{ {e}labels = {json.dumps(one, ensure_ascii=False)} }}"
        for e, one in zip(edges, labels, strict=True)
    )
    return f'id = "grade_bands"\nvalues = [{{ value = [{", ".join(rows)}] }}]\n'


def term(place: str, name: str) -> str:
    """Return a word of a county."""
    return f'lexicon = "prose"\n[[term]]\nplace = "{place}"\nnames = ["{name}"]\n'


def word(name: str, text: str, table: str = "word", kind: str = "prose") -> str:
    """Return what a county says of a word, whatever it is."""
    return f'lexicon = "{kind}"\n[[{table}]]\n{text}\nnames = ["{name}"]\n'


RESTATED = {
    "减少": word("减少", 'letter = "D"\nvalue = "up"'),
    "持平": word("持平", 'letter = "F"\nvalue = "about_flat"'),
    "年初预算数": word("年初预算数", 'stage = "initial_budget"\nside = "income"', "stage"),
    "公务接待费": word("公务接待费", 'place = "three_public/reception"\ncounted = true', "term"),
    "公务接待支出": word("公务接待支出", 'place = "three_public/reception"\nbare = true', "term"),
    "因公出国": word("因公出国", 'place = "three_public/overseas"\ncolumn = "final"', "term"),
}
"""Words that lead where they always led, with something else that is said of them."""

EVERY_KIND = f"[set]\nkinds = {json.dumps(list(KINDS))}\n"
"""A list of all kinds of report: of those whose kind is not known it leaves out."""

REFUSED = [
    (override(ARITHMETIC, "disable"), "不得停用"),
    (override(ARITHMETIC, "set", '[set]\nseverity = "warning"\n'), "不得低于 error"),
    (override(ARITHMETIC, "set", '[set]\nseverity = "review"\n'), "不得低于 error"),
    (override(ARITHMETIC, "set", '[set]\nkinds = ["notice"]\n'), "不再用于"),
    (
        override(ARITHMETIC, "set", EVERY_KIND),
        "不再用于不知文种",
    ),
    (override(ARITHMETIC, "replace", "enabled = false\n"), "不得停用"),
    ('id = "growth_needs_reason"\nvalues = [{ since = 2018, value = "5%" }]\n', "只能收紧"),
    (override(ARITHMETIC, "replace", 'when = "1 == 2"\n'), "没有看报告"),
    ('id = "growth_needs_reason"\nalias = "差异说明门槛"\nvalues = []\n', "只能给值"),
    ('id = "growth_needs_reason"\ntitle = "仅供参考"\nvalues = []\n', "只能给值"),
    (named("差异说明门槛"), "已是参数 difference_needs_reason"),
    (named("差异说明门槛 "), "已是参数 difference_needs_reason"),
    (named("Growth_Needs_Reason"), "已是参数 growth_needs_reason"),
    (named("自评表的满分"), "已是参数 full_marks"),
    (named("求和"), "已有意思"),
    ('[[document]]\nid = "BL"\nname = "本县规定"\n', "“BL”已有"),
    ('[[document]]\nid = "bl"\nname = "本县规定"\n', "看起来一样"),
    ('[[document]]\nid = "REP\\u200B"\nname = "本县规定"\n', "看不见的字符 U+200B"),
]
ANNOUNCED = [
    (override(FREE, "disable"), "停用了规则 SHR-003"),
    (override(FREE, "set", '[set]\nseverity = "hint"\n'), "由 warning 降为 hint"),
    (override(FREE, "set", '[set]\nkinds = ["budget"]\n'), "不再用于"),
    (override(FREE, "set", EVERY_KIND), "不再用于不知文种"),
    (override(FREE, "replace", 'when = "有(年度)"\n'), "换成了地区的：when（"),
    (override(FREE, "replace", 'message = "请看一看"\n'), "换成了地区的：message（"),
    ('id = "stock_phrases"\nvalues = [{ value = ["工作需要"] }]\n', "改为 工作需要"),
    ('id = "stock_phrases"\nvalues = [{ remove = ["工作正常开展"] }]\n', "改为"),
    (joined("stock_phrases"), "改为"),
    (bands_of(["优/优秀"], ["良/良好"], ["中/合格/一般"], ["差/不合格"]), "改为"),
    (bands_of(["优", "优秀"], ["良", "良好"], ["中", "合格/一般"], ["差", "不合格"]), "改为"),
    (override(ARITHMETIC, "set", '[set]\nadvice = "不必处理"\n'), "说法换成了地区的：advice"),
    (override(ARITHMETIC, "set", '[set]\ntitle = "仅供参考"\n'), "说法换成了地区的：title"),
    (override(ARITHMETIC, "set", '[set]\nmessage = "没有问题"\n'), "说法换成了地区的：message"),
    (override(ARITHMETIC, "set", '[set]\nbasis = [{ doc = "REP" }]\n'), "换成了地区的：basis"),
    (term("disclosures/procurement", "公务接待费"), "“公务接待费”作 term disclosures/procurement"),
    (term("disclosures/procurement", "公务接待费总支"), "含“公务接待费”作"),
    (term("three_public/reception", "教育支出"), "“教育支出”作"),
    ('lexicon = "tables"\n[[word]]\nnames = ["决算数"]\nstage = "initial_budget"\n', "“决算数”作"),
    *((word, f"“{name}”作 ") for name, word in RESTATED.items()),
    (
        'lexicon = "denominators"\n[[whole]]\nline = "three_public"\nnames = ["总支出"]\n',
        "“总支出”",
    ),
    ('lexicon = "prose"\n[[pattern]]\nname = "completion"\nmatch = "决算"\n', "本地的句式“决算”"),
]
QUIET = [
    override(FREE, "set", '[set]\nseverity = "error"\n'),
    bands_of(["优", "优秀"], ["良", "良好"], ["中", "合格", "一般"], ["差", "不合格"]),
    term("three_public/reception", "迎来送往费"),
    term("three_public/reception", "公务接待费"),
    '[[document]]\nid = "本县办法"\nname = "《本县办法》"\n',
    override(ARITHMETIC, "set", '[set]\nseverity = "error"\n'),
    'id = "disclosure_days"\nvalues = [{ value = "15" }]\n',
]


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_what_a_rule_does_not_allow_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """Arithmetic is not disabled, not lowered, not kept from kinds of report."""
    with pytest.raises(RuleFileError) as refused:
        county(tmp_path, text)
    assert words in str(refused.value)


@pytest.mark.parametrize(("text", "words"), ANNOUNCED)
def test_what_is_allowed_is_told_in_every_result(tmp_path: Path, text: str, words: str) -> None:
    """A rule that is off, lower, narrower or another one is named with the reason."""
    assert words in told(county(tmp_path, text))


@pytest.mark.parametrize("text", QUIET)
def test_what_loosens_nothing_is_not_spoken_of(tmp_path: Path, text: str) -> None:
    """A higher severity, other words and a tighter threshold need no note."""
    assert "change.toml" not in told(county(tmp_path, text))


@given(changes=st.lists(st.sampled_from([*REFUSED, *ANNOUNCED]), min_size=1, unique=True))
def test_a_folder_that_loosens_anything_is_refused_or_says_so(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, str]]
) -> None:
    """Whatever changes come together, none of them passes without a word."""
    seen: set[str] = set()
    files = {"ruleset.toml": HEAD}
    words = []
    for i, (text, said) in enumerate(changes):
        about = text.splitlines()[0]
        if about not in seen:
            files[f"{i}.toml"] = text
            words.append(said)
        seen.add(about)
    path = folder(tmp_path_factory.mktemp("county") / "rules", files)
    try:
        ruleset = RuleSet.for_region("440205", extra=[path])
    except RuleFileError:
        return
    assert all(said in told(ruleset) for said in words)


def texts(tighten: str | None) -> Parameter:
    """Return a parameter that may go one way."""
    return Parameter("p", "texts", "演示", tighten=tighten)


@pytest.mark.parametrize(
    ("tighten", "lower", "upper", "expected"),
    [
        ("up", ["a", "b", "c"], ["a", "b"], False),
        ("up", ["a"], ["a", "b"], True),
        ("up", ["b", "a"], ["a", "b"], False),
        ("down", ["a"], ["a", "b"], False),
        ("down", ["a", "c"], ["a", "b"], True),
        (None, ["c"], ["a", "b"], False),
    ],
)
def test_a_list_may_only_gain_or_only_lose(
    tighten: str | None, lower: list[object], upper: list[object], expected: bool
) -> None:
    """``up`` keeps every entry of the list above, ``down`` adds none."""
    assert looser(texts(tighten), lower, upper) is expected


def bands(good: int, fair: int) -> tuple[object, ...]:
    """Return grades with their bounds."""
    return (
        ("from", constant(good, "count"), ("优",)),
        ("from", constant(fair, "count"), ("良",)),
        ("else", None, ("差",)),
    )


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        (bands(90, 80), False),
        (bands(95, 80), False),
        (bands(60, 80), True),
        (bands(90, 79), True),
        (bands(90, 80)[:2], True),
        ((*bands(90, 80)[:1], ("from", constant(80, "count"), ("中",)), bands(1, 1)[2]), True),
    ],
)
def test_bands_keep_their_labels_and_bounds(lower: tuple[object, ...], expected: bool) -> None:
    """A grade may be made harder to reach; none may become easier, and none goes."""
    grades = Parameter("grades", "bands", "等级", tighten="up")
    assert looser(grades, lower, bands(90, 80)) is expected


def value_in(ruleset: RuleSet, name: str, year: int) -> list[object]:
    """Return the list in force in a year."""
    found = ruleset.in_force(year).parameters[name].value
    assert isinstance(found, Texts)
    return list(found)


def test_a_list_is_added_to_in_each_of_its_years(tmp_path: Path) -> None:
    """What is added stands in every list above that is in force in those years."""
    text = 'id = "final_accounts_tables"\nvalues = [{ since = 2018, add = ["x|国有资产情况表"] }]\n'
    name = "final_accounts_tables"
    above, here = RuleSet.for_region("440205"), county(tmp_path, text)
    for year in (2019, 2021):
        assert value_in(here, name, year) == [*value_in(above, name, year), "x|国有资产情况表"]
    assert value_in(here, name, 2017) == value_in(above, name, 2017)


def test_what_is_removed_must_be_there(tmp_path: Path) -> None:
    """A misspelt entry would remove nothing, so it is refused."""
    text = 'id = "stock_phrases"\nvalues = [{ remove = ["工作正常"] }]\n'
    with pytest.raises(RuleFileError) as refused:
        county(tmp_path, text)
    assert "没有“工作正常”" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        'id = "disclosure_days"\nvalues = [{ add = ["15"] }]\n',
        'id = "stock_phrases"\nvalues = [{ value = ["a"], add = ["b"] }]\n',
    ],
)
def test_only_a_list_above_is_added_to(tmp_path: Path, text: str) -> None:
    """A number cannot be added to, and a list is either given or changed."""
    with pytest.raises(RuleFileError) as refused:
        county(tmp_path, text)
    assert "add、remove" in str(refused.value)


def test_rules_that_rest_on_arithmetic_have_a_floor() -> None:
    """Two statements that cannot both be true are a contradiction in every county."""
    for rule in RuleSet.for_region(None).rules().values():
        if rule.severity == "error" and any(basis.doc == "ARITH" for basis in rule.basis):
            assert (rule.floor, rule.may_disable) == ("error", False), rule.id
