"""What is remarked at several places is one sentence, and arithmetic has one sign at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from performance_rules.cli import main
from performance_rules.outputs.reviewitems import _signed

HEAD = "测试县水运局2022年度部门决算公开说明\n\n"


def text_of(body: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the check of a text prints, its lines joined."""
    file = tmp_path / "甲.txt"
    file.write_text(HEAD + body, encoding="utf-8")
    main(["check", str(file)])
    return "".join(line.strip() for line in capsys.readouterr().out.split("\n"))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("40.10万元 − (-2.30万元) = 42.4万元", "40.10万元 + 2.30万元 = 42.4万元"),
        ("40.10万元 + (-2.30万元) = 37.8万元", "40.10万元 − 2.30万元 = 37.8万元"),
        ("−(-2.30万元) ÷ 40万元 = 5.75%", "2.30万元 ÷ 40万元 = 5.75%"),
        ("40.10万元 − 2.30万元 = 37.8万元", "40.10万元 − 2.30万元 = 37.8万元"),
        ("-2.30万元 ÷ 40万元 = -5.75%", "-2.30万元 ÷ 40万元 = -5.75%"),
    ],
)
def test_no_number_has_two_signs(written: str, read: str) -> None:
    """What falls is added, not taken away from with a sign of its own."""
    assert _signed(written) == read


def test_remarks_that_end_alike_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The end is told once behind all, where something stands not again at the next one."""
    said = text_of(
        "三、“三公”经费支出情况\n\n（一）公务接待费支出2.40万元，同比下降8.20%，主要原因是接待减少。\n\n"
        "（二）公务用车运行维护费支出6.10万元，同比下降6.30%，主要原因是维修减少，保有车辆2辆。\n",
        tmp_path,
        capsys,
    )

    assert said.count("没有写增减额") == 1
    assert "①" in said
    assert "②" in said


def test_what_is_missing_is_looked_for_in_the_whole_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The title is no place: what stands nowhere is missing from the whole."""
    said = text_of(
        "\n\n".join(f"{n}、第{n}部分\n\n本部分没有数字。" for n in "一二三四五六"), tmp_path, capsys
    )

    assert "位置  全文" in said
    assert "见“测试县水运局" not in said


def test_what_mends_several_places_alike_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same mistake of the year at two places is two findings and one mend."""
    said = text_of(
        "一、收支情况\n\n本年收入决算412.60万元，比2022年决算增加18.30万元。\n\n"
        "本年支出决算398.20万元，比2022年决算增加21.40万元。\n",
        tmp_path,
        capsys,
    )

    assert said.count("比的多半是 2021 年") <= 1


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "一、支出\n\n2022年项目支出415.00万元，比2021年的400.00万元减少15.00万元。\n",
            "2022 年 415.00万元，2021 年 400.00万元，应增加 15.00万元，报告写减少 15.00万元",
        ),
        (
            "一、支出\n\n项目支出415.00万元，比上年的400.00万元减少15.00万元。\n",
            "本年 415.00万元，上年 400.00万元，应增加 15.00万元，报告写减少 15.00万元",
        ),
        (
            "项目支出415.00万元。\n\n三公经费为零。\n\n公务接待费2.50万元，比上年的2.00万元减少0.50万元。\n",
            "在第3段，公务接待费比上年：本年 2.50万元，上年 2.00万元，应增加 0.50万元",
        ),
    ],
)
def test_years_and_paragraphs_are_told_as_they_are_printed(
    body: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The years are numbers where figures are printed with them; below no heading one counts."""
    said = text_of(body, tmp_path, capsys)
    assert told.replace(" ", "") in said.replace(" ", "")


def test_operands_carry_their_printed_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is taken from what is called as it is printed, and so is what is left."""
    said = text_of(
        "一、采购情况\n\n（一）招投标情况\n\n中标价46.10万元（招标控制价52.40万元），节约3.60万元。\n",
        tmp_path,
        capsys,
    )

    told = "招标控制价52.40万元减中标价46.10万元应为6.30万元，节约写3.60万元"
    assert told in said.replace(" ", "")
