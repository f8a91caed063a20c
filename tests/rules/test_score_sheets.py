"""Score sheets: a place enters its own points for an indicator as a row, without a rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rules.test_overlays import folder

from performance_rules import Report, RuleFileError, RuleSet, check
from performance_rules.language.sheets import ScoreSheet

HEAD = """
id = "cn-43-4306-test"
region = "430682"
name = "某市"
extends = "cn-43-4306"
"""

ATTENDANCE = '{ pattern = "出勤率", points = 4, standard = "不低于95%得满分，每低1个百分点扣2分" }'


def county(tmp_path: Path, values: str) -> RuleSet:
    """Return the rules of a county whose folder says something of the score sheet."""
    files = {"ruleset.toml": HEAD, "score_sheet.toml": f'id = "score_sheet"\nvalues = [{values}]\n'}
    return RuleSet.for_region("430682", extra=[folder(tmp_path / "county", files)])


def verdict(ruleset: RuleSet, name: str, value: str, score: int) -> str:
    """Return what is said of the score of an indicator."""
    rows = {"columns": ["指标", "完成值", "得分"], "rows": [[name, value, score]]}
    result = check(Report.from_dict({"year": 2019, "evaluation": {"members": rows}}), ruleset)
    return ", ".join(v.verdict for v in result.verdicts if v.rule == "PI-005")


def test_a_row_is_added_in_words(tmp_path: Path) -> None:
    """The county adds an indicator; those of the city keep their rows."""
    rules = county(tmp_path, f"{{ since = 2019, until = 2019, add = [{ATTENDANCE}] }}")

    assert verdict(rules, "会议出勤率", "93.60%", 2) == "pass"
    assert verdict(rules, "会议出勤率", "93.60%", 4) == "fail"
    assert verdict(rules, "重点支出安排率", "85%", 4) == "pass"
    assert verdict(rules, "重点支出安排率", "85%", 5) == "fail"


def test_an_added_row_stands_before_those_above(tmp_path: Path) -> None:
    """A county that scores an indicator of the city otherwise adds a row of its own."""
    own = '{ pattern = "重点支出安排率", points = 8, bands = [{ from = "50%", points = "8" }] }'
    rules = county(tmp_path, f"{{ since = 2019, add = [{own}] }}")

    assert verdict(rules, "重点支出安排率", "85%", 8) == "pass"
    assert verdict(rules, "重点支出安排率", "85%", 4) == "fail"
    assert verdict(rules, "重点支出安排率", "45%", 0) == "undetermined"


def test_a_row_is_removed_by_its_pattern(tmp_path: Path) -> None:
    """What a county does not score is not judged there."""
    rules = county(tmp_path, '{ since = 2019, remove = ["重点支出安排率"] }')
    assert verdict(rules, "重点支出安排率", "85%", 5) == "not_applicable"
    assert verdict(rules, "预算控制率", "25%", 3) == "fail"


def test_a_row_that_is_not_there_is_not_removed(tmp_path: Path) -> None:
    """A misspelt pattern would remove nothing, so it is refused."""
    with pytest.raises(RuleFileError, match="没有“重点支出率”"):
        county(tmp_path, '{ since = 2019, remove = ["重点支出率"] }')


def test_the_first_row_that_fits_holds() -> None:
    """Names may fit several rows; no score is judged by two of them."""
    sheet = RuleSet.for_region("430600").in_force(2019).parameters["score_sheet"].value
    assert isinstance(sheet, ScoreSheet)
    row = sheet.row("“三公”经费控制率")
    assert row is not None
    assert row.text == "不超过100%得满分，每超过1个百分点扣1分，扣完为止"
    assert sheet.row("群众满意度") is None


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('{ pattern = "甲率", points = 4, standard = "酌情给分" }', "没有读懂"),
        ('{ pattern = "甲率", points = 4, standard = "每低1个百分点扣1分" }', "没有读懂"),
        ('{ pattern = "甲率", points = 4 }', "standard 或 bands 写一个"),
        ('{ pattern = "甲率", points = 4, bands = [], standard = "达到95%得满分" }', "写一个"),
        ('{ points = 4, bands = [{ points = "1" }] }', "pattern"),
        ('{ pattern = "甲率", bands = [{ points = "1" }] }', "points"),
        ('{ pattern = "甲(率", points = 4, bands = [{ points = "1" }] }', "“甲(率”少一个右圆括号"),
        ('{ pattern = "甲率", points = 4, bands = [{ above = "1%", points = "1" }] }', "above"),
        ('{ pattern = "甲率", points = "四", bands = [{ points = "1" }] }', "四"),
        ('"甲率"', "评分表"),
    ],
)
@pytest.mark.parametrize("key", ["value", "add"])
def test_a_wrong_row_is_refused_where_it_stands(
    tmp_path: Path, key: str, row: str, said: str
) -> None:
    """What is not understood is never half a sheet: the file, the line and the cause are told."""
    with pytest.raises(RuleFileError) as refused:
        county(tmp_path, f"{{ since = 2019, {key} = [{row}] }}")
    assert said in str(refused.value)
    assert "score_sheet.toml" in str(refused.value)


def test_a_sheet_has_no_side_that_is_tighter(tmp_path: Path) -> None:
    """A limit on loosening that nothing would check is refused, not left without effect."""
    text = 'id = "own_sheet"\nunit = "sheet"\ntitle = "本县评分表"\ntighten = "down"\nvalues = []\n'
    files = {"ruleset.toml": HEAD, "own_sheet.toml": text}
    with pytest.raises(RuleFileError, match="不能写 tighten"):
        RuleSet.for_region("430682", extra=[folder(tmp_path / "county", files)])
