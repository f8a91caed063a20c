"""Empty forms: each layout prints what the real one prints, and is safe to fill in."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.cli.filling import Entry, empty, filled

from performance_rules.cli import main
from performance_rules.cli.words import WORDS
from performance_rules.forms import load_layouts

LAYOUTS = ["goals", "hubei", "monitoring", "national", "sichuan", "whole"]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)


def opened(data: bytes, *, values: bool = False) -> Worksheet:
    """Return the sheet of a workbook: with its formulas, or with their stored values."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=values).active
    assert isinstance(sheet, Worksheet)
    return sheet


def printed(sheet: Worksheet, row: int) -> str:
    """Return what a row prints; of a merged cell once."""
    said = (str(cell.value) for cell in sheet[row] if cell.value and cell.data_type == "s")
    return " | ".join(said)


FUNDS = "年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分"
GOAL = "年度总体目标 | 预期目标 | 实际完成情况"
LEVELS = "一级指标 | 二级指标 | 三级指标"
NATIONAL = f"{LEVELS} | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施"
HUBEI = f"{LEVELS} | 年初目标值（A） | 实际完成值（B） | 得分"

HEADERS: Mapping[str, Mapping[int, str]] = {
    "national": {
        1: "项目支出绩效自评表",
        2: "（2023年度）",
        3: "项目名称 | 水渠维修",
        4: "主管部门 | 实施单位 | 某区水利局",
        5: f"项目资金（万元） | {FUNDS}",
        6: "年度资金总额",
        7: "其中：当年财政拨款 | — | —",
        8: "上年结转资金 | — | —",
        9: "其他资金 | — | —",
        10: GOAL,
        12: f"绩效指标 | {NATIONAL}",
        13: "产出指标（50分） | 数量指标",
        16: "成本指标",
        17: "效益指标（30分） | 经济效益指标",
        20: "可持续影响指标",
        21: "满意度指标（10分） | 服务对象满意度指标",
        22: "总分",
    },
    "whole": {
        1: "部门（单位）整体支出绩效自评表",
        3: "部门名称 | 某区水利局",
        4: f"部门预算执行情况（万元） | {FUNDS}",
        5: "年度资金总额",
        6: "其中：基本支出 | — | —",
        7: "项目支出 | — | —",
        8: GOAL,
        10: f"绩效指标 | {NATIONAL}",
        20: "总分",
    },
    "hubei": {
        1: "2023年度水渠维修项目绩效自评表",
        2: "单位名称：某区水利局 | 填报日期：",
        5: "预算执行情况（万元）（20分） | 预算数（A） | 执行数（B） | 执行率（B/A）"
        " | 得分（20分*执行率）",
        6: "年度财政资金总额",
        7: f"年度绩效目标1（40分） | {HUBEI}",
        8: "产出指标 | 数量指标",
        17: f"年度绩效目标2（40分） | {HUBEI}",
        27: "总分",
        28: "偏差大或目标未完成原因分析",
        29: "改进措施及结果应用方案",
    },
    "sichuan": {
        1: "部门预算项目支出绩效自评表（2023年度）",
        4: "项目基本情况 | 1.项目年度目标完成情况 | 项目年度目标 | 年度目标完成情况",
        6: "2.项目实施内容及过程概述",
        7: "预算执行情况（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数"
        " | 预算执行率 | 权重 | 得分 | 原因",
        8: "总额",
        9: "其中：财政资金 | / | /",
        13: f"绩效指标（90分） | {LEVELS} | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分"
        " | 未完成原因分析",
        23: "合计",
        24: "评价结论",
        25: "存在问题",
        26: "改进措施",
    },
    "goals": {
        1: "项目支出绩效目标表",
        5: "项目资金（万元） | 年度资金总额",
        6: "其中：财政拨款",
        7: "其他资金",
        8: "年度总体目标",
        9: f"绩效指标 | {LEVELS} | 指标性质 | 年度指标值 | 权重",
    },
    "monitoring": {
        1: "项目支出绩效运行监控表",
        5: "项目资金（万元） | 年初预算数 | 调整后预算数 | 1-8月执行数 | 1-8月执行率"
        " | 全年预计执行数 | 全年预计执行率",
        9: f"绩效指标 | {LEVELS} | 年度指标值 | 1-8月完成情况 | 全年预计完成情况 | 偏差原因分析"
        " | 完成目标可能性 | 备注",
    },
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_headers_and_names_stand_where_the_real_form_has_them(layout: str) -> None:
    """Titles, names of blocks, headers and names of rows stand where the real form has them."""
    sheet = opened(empty(layout, rows=1))
    expected = HEADERS[layout]
    assert expected == {row: printed(sheet, row) for row in expected}


@pytest.mark.parametrize(
    ("layout", "merged"),
    [
        ("national", "A5:A9 B5:C5 B6:C6 A10:A11 F10:I10 A12:A30 B13:B20 C13:C14 A31:F31"),
        ("whole", "A4:A7 B4:C4 A10:A28 B11:B18 A29:F29"),
        ("hubei", "A5:A6 B5:C5 A7:A25 B8:B15 A26:A44 A45:F45 B46:G46"),
        ("sichuan", "A4:A6 B4:C5 D4:G4 A7:A12 B7:C7 E7:F7 K8:K12 A13:A31 A32:H32"),
        ("goals", "A5:A7 B5:C5 D5:G5 B8:G8 A9:A27"),
        ("monitoring", "A5:A8 I5:J5 A9:A27 B10:B17"),
    ],
)
def test_the_name_of_a_block_spans_its_rows(layout: str, merged: str) -> None:
    """The name of a block spans its rows, a level those of its indicators."""
    found = {str(area) for area in opened(empty(layout, rows=2)).merged_cells.ranges}
    assert set() == set(merged.split()) - found


FORMULAS: Mapping[str, Mapping[str, str]] = {
    "national": {
        "D6": 'IF(COUNT(D7:D9)=0,"",SUM(D7:D9))',
        "H7": 'IF(AND(ISNUMBER(F7),N(E7)<>0),F7/E7,"")',
        "I6": 'IF(ISNUMBER(H6),ROUND(MIN(G6,G6*H6),2),"")',
        "G22": 'IF(COUNT(G13:G21)=0,"",SUM(G6,G13:G21))',
        "H22": 'IF(COUNT(H13:H21)=0,"",SUM(I6,H13:H21))',
    },
    "hubei": {
        "G6": 'IF(ISNUMBER(F6),ROUND(MIN(20,20*F6),2),"")',
        "G27": 'IF(COUNT(G8:G16,G18:G26)=0,"",SUM(G6,G8:G16,G18:G26))',
    },
    "sichuan": {
        "H8": 'IF(AND(ISNUMBER(G8),N(E8)<>0),G8/E8,"")',
        "J23": 'IF(COUNT(J14:J22)=0,"",SUM(J8,J14:J22))',
    },
    "goals": {"D5": 'IF(COUNT(D6:D7)=0,"",SUM(D6:D7))'},
    "monitoring": {
        "G6": 'IF(AND(ISNUMBER(F6),N(E6)<>0),F6/E6,"")',
        "I6": 'IF(AND(ISNUMBER(H6),N(E6)<>0),H6/E6,"")',
    },
    "whole": {"D5": 'IF(COUNT(D6:D7)=0,"",SUM(D6:D7))'},
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_can_be_computed_is_a_formula_and_blank_until_it_is_filled_in(layout: str) -> None:
    """Rates, totals and points are computed; as long as nothing is filled in they are blank."""
    data = empty(layout, rows=1)
    sheet, stored = opened(data), opened(data, values=True)
    expected = FORMULAS[layout]
    assert {at: f"={formula}" for at, formula in expected.items()} == {
        at: sheet[at].value for at in expected
    }
    computed = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert {""} == {str(stored[at].value).strip() for at in computed}


@pytest.mark.parametrize(
    ("layout", "cell", "expected"),
    [
        ("national", "D6", "0.00"),
        ("national", "H6", "0.00%"),
        ("national", "I6", "0.00"),
        ("national", "E13", "@"),
        ("sichuan", "F14", "@"),
        ("hubei", "F6", "0.00%"),
        ("goals", "D5", "0.00"),
        ("monitoring", "G6", "0.00%"),
    ],
)
def test_amounts_and_rates_are_shown_as_the_form_prints_them(
    layout: str, cell: str, expected: str
) -> None:
    """Amounts and rates are printed as the form prints them; targets stay as they are typed."""
    assert expected == opened(empty(layout, rows=1))[cell].number_format


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        ("national", {}),
        ("sichuan", {"E14:E22": "≥,≤,＝,定性"}),
        ("goals", {"E10:E18": "≥,≤,＝,定性"}),
        ("monitoring", {"I10:I18": "确定能,有可能,完全不可能"}),
    ],
)
def test_answers_to_choose_from(layout: str, expected: Mapping[str, str]) -> None:
    """Where the answer is one of a few, they are offered."""
    offered = opened(empty(layout, rows=1)).data_validations.dataValidation
    assert expected == {str(one.sqref): one.formula1.strip('"') for one in offered}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_form_is_printed_across_and_as_wide_as_its_page(layout: str) -> None:
    """A form is printed on A4 across, as wide as the page; nothing is frozen or protected."""
    sheet = opened(empty(layout))
    page, fit = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
    assert ("landscape", "9", 0) == (page.orientation, str(page.paperSize), page.fitToHeight)
    assert (fit is not None and fit.fitToPage) is True
    assert (None, False) == (sheet.freeze_panes, sheet.protection.sheet)


def test_a_total_that_is_not_the_sum_is_marked() -> None:
    """Whoever types a total over its formula sees whether it is that of its parts."""
    marked = {str(one.sqref) for one in opened(empty("national")).conditional_formatting}
    assert {"D6", "E6", "F6"} == marked


SMALL: Mapping[str, list[Entry]] = {
    "national": [
        ("主管部门", "", "某区水利局"),
        ("", "预期目标", "修渠三条"),
        ("年度资金总额", "全年预算数（A）", 50),
        ("年度资金总额", "得分", 9.5),
        ("数量指标/2", "三级指标", "修渠长度"),
        ("数量指标/2", "偏差原因分析及改进措施", "汛期停工"),
        ("总分", "得分", 98.5),
    ],
    "hubei": [
        ("年度财政资金总额", "执行率（B/A）", 0.95),
        ("年度绩效目标2（40分）/数量指标/1", "三级指标", "养护次数"),
        ("改进措施及结果应用方案", "", "无"),
    ],
    "sichuan": [
        ("", "年度目标完成情况", "已完成"),
        ("其中：财政资金", "年初预算", 30),
        ("经济成本指标", "指标性质", "≤"),
    ],
    "whole": [("项目支出", "全年执行数（B）", 12.5)],
    "goals": [("年度资金总额", "", 50), ("数量指标", "权重", 20)],
    "monitoring": [
        ("年度资金总额", "1-8月执行数", 20),
        ("数量指标", "完成目标可能性", "确定能"),
    ],
}
PLACES: Mapping[str, Mapping[str, object]] = {
    "national": {
        "B4": "某区水利局",
        "B11": "修渠三条",
        "E6": 50,
        "I6": 9.5,
        "D14": "修渠长度",
        "I14": "汛期停工",
        "H31": 98.5,
    },
    "hubei": {"F6": 0.95, "D27": "养护次数", "B47": "无"},
    "sichuan": {"H5": "已完成", "D9": 30, "E30": "≤"},
    "whole": {"F7": 12.5},
    "goals": {"D5": 50, "G10": 20},
    "monitoring": {"F6": 20, "I10": "确定能"},
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_form_that_is_filled_in(layout: str) -> None:
    """Another program opens the form, writes into it and saves it, and what it says is there."""
    expected = PLACES[layout]
    sheet = opened(filled(layout, SMALL[layout], entity="=1+1"))
    assert expected == {at: sheet[at].value for at in expected}
    texts = {str(c.value) for row in sheet.iter_rows() for c in row if c.data_type == "s"}
    assert any(text.endswith("=1+1") for text in texts)


# ── the command ──


@pytest.mark.parametrize("name", ["=1+1", '=HYPERLINK("x")', "+1", "-1", "@甲", "https://甲.cn"])
def test_a_name_is_a_text_whatever_it_begins_with(name: str) -> None:
    """Nothing that was given becomes a formula or a link, also when its cell is edited later."""
    assert 0 == main(["form", "new", "national", "-o", "a.xlsx", "--project", name])
    cell = opened(Path("a.xlsx").read_bytes())["B3"]
    assert (name, "s", "@", None) == (
        cell.value,
        cell.data_type,
        cell.number_format,
        cell.hyperlink,
    )


def test_control_characters_of_a_name() -> None:
    """A name is one line; what no workbook can hold is replaced."""
    assert 0 == main(["form", "new", "national", "-o", "a.xlsx", "--project", "甲\n乙\x01\udc80"])
    assert "甲 乙��" == opened(Path("a.xlsx").read_bytes())["B3"].value


@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_that_are_not_known(layout: str) -> None:
    """Without year and names there is a line to write on in the title, and nothing in the cells."""
    months = ["--months", "8"] if layout == "monitoring" else []
    assert 0 == main(["form", "new", layout, "-o", "a.xlsx", *months])
    sheet = opened(Path("a.xlsx").read_bytes())
    assert "____年度" in printed(sheet, 1) + printed(sheet, 2)
    assert "{" not in "".join(printed(sheet, row) for row in range(1, sheet.max_row + 1))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("natoinal -o a.xlsx", f"可用：{' '.join(LAYOUTS)}\n    改法：是否想写“national”？"),
        ("national", "缺少 --output"),
        ("national -o a.docx", "文件名应以 .xlsx 结尾"),
        ("national -o no/such/a.xlsx", "写不了 no/such/a.xlsx"),
        ("national -o old.xlsx", "old.xlsx 已经存在"),
        ("national -o a.xlsx --year 20", "不是年度"),
        ("national -o a.xlsx --rows 0", "应是 1—20 的整数"),
        ("national -o a.xlsx --rows x", "应是 1—20 的整数"),
        ("national -o a.xlsx --months 8", "“national”没有填 --months 的地方"),
        ("whole -o a.xlsx --project 甲", "“whole”没有填 --project 的地方"),
        ("monitoring -o a.xlsx", "要写明监控到几月"),
        ("monitoring -o a.xlsx --months 13", "应是 1—12 的整数"),
        (f"national -o a.xlsx --project {'甲' * 201}", "超过 200 个字"),
    ],
)
def test_a_wrong_argument_is_told_with_what_is_right_and_writes_nothing(
    capsys: pytest.CaptureFixture[str], arguments: str, words: str
) -> None:
    """A wrong argument is told with what is right, and no file is written or changed."""
    Path("old.xlsx").write_bytes(b"old")

    assert 2 == main(["form", "new", *arguments.split()])
    assert words in capsys.readouterr().err
    assert [(Path("old.xlsx"), b"old")] == [(path, path.read_bytes()) for path in Path().iterdir()]


@pytest.mark.parametrize("wrong", [KeyboardInterrupt, OSError(28, "No space left")])
def test_a_form_is_written_whole_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, wrong: BaseException | type[BaseException]
) -> None:
    """A full disk, or an interrupt in the last moment, leaves no part of a file."""

    def broken(*_: object) -> Path:
        raise wrong

    monkeypatch.setattr(Path, "replace", broken)

    assert main(["form", "new", "national", "-o", "a.xlsx"]) in (2, 130)
    assert [] == list(Path().iterdir())


def test_without_the_library_that_writes_workbooks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    assert 2 == main(["form", "new", "national", "-o", "a.xlsx"])
    assert "performance-rules[workbooks]" in capsys.readouterr().err


def test_every_layout_is_tested() -> None:
    """The six layouts are those that are shipped, and the help names them in both languages."""
    assert LAYOUTS == sorted(load_layouts())
    for text in (WORDS["form.layout"].zh, WORDS["form.layout"].en):
        assert [] == [layout for layout in LAYOUTS if layout not in text]
