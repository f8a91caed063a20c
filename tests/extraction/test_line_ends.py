"""Lines that end in the middle of a sentence: inside a bracket, or behind a comma."""

from __future__ import annotations

from tests.extraction.judged import errors
from tests.extraction.said import read, unbound, values


def test_a_line_goes_on_where_a_bracket_is_open() -> None:
    """What a bracket divides is one figure, however short the line is in which it opens."""
    lines = ("核定编制41名（行政编制12名、事业", "编制26名、工勤编制3名），在职38", "人，空编3名。")
    assert values(read(*lines), "disclosures/establishment", "actual") == ["41名"]
    assert errors("\n".join(lines)) == []


def test_a_sentence_goes_on_behind_a_comma() -> None:
    """A comma at the end of a line ends no list."""
    text = (
        "一、收入\n全年收入842.30万元，分项看，一般公共预算财政拨款收入610.20万元，\n占72.4%，"
        "事业收入0.00万元，占0.0%，\n其他收入{}万元，占27.6%。"
    )
    assert errors(text.format("232.10")) == []
    assert errors(text.format("332.10")) != []


def test_a_dash_marks_a_line_of_a_list() -> None:
    """——A: the dash is no part of the name, and nothing is missing for it."""
    paper = read(
        "本年收入842.30万元。其中：", "——财政拨款收入610.20万元；", "——其他收入232.10万元。"
    )
    assert values(paper, "fiscal.income") == ["610.20万元"]
    assert values(paper, "other.income") == ["232.10万元"]
    assert unbound(paper) == []
