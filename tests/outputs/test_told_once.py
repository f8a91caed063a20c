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
