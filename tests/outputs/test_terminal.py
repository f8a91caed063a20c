"""Text is measured and broken as a terminal draws it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance_rules.outputs.terminal import (
    Piece,
    clean,
    hanging,
    pad,
    plain,
    row,
    rule,
    width,
    wrap,
)

TEXTS = st.text("某局支出合计，。（）“”《》〔〕 abc1,234.50元%·\n", max_size=120)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("支出", 4), ("支a", 3), ("（“”）", 6), ("e\u0301", 1), ("％", 2)],
)
def test_a_chinese_character_is_two_columns_wide(text: str, columns: int) -> None:
    """Half-width characters take one column, full-width ones two, combining marks none."""
    assert columns == width(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("支出合计", ["支出合计"]),
        ("一般公共服务支出", ["一般公共服", "务支出"]),
        ("支出合计数额，相差", ["支出合计数", "额，相差"]),
        ("年支出（《法》）", ["年支出", "（《法》）"]),
        ("合计 3,731.04元", ["合计", "3,731.04元"]),
        ("a b c d e f g", ["a b c d e", "f g"]),
        ("abcdefghijklm", ["abcdefghij", "klm"]),
        ("某发〔2001〕1号", ["某发", "〔2001〕1", "号"]),
    ],
)
def test_lines_break_where_a_typesetter_would(text: str, lines: list[str]) -> None:
    """A number is not torn apart; no line begins with a closing or ends with an opening mark."""
    assert lines == wrap(text, 10)


@given(TEXTS, st.integers(8, 40))
def test_wrapping_loses_nothing_but_blanks(text: str, columns: int) -> None:
    """What was said is still said, in lines that fit."""
    lines = wrap(text, columns)

    assert "".join(text.split()) == "".join("".join(lines).split())
    assert [] == [line for line in lines if width(line) > columns]


@given(st.text(max_size=40))
def test_a_cleaned_text_is_one_printable_line(text: str) -> None:
    """No control character, direction mark or line break survives."""
    assert not any(ch in "\n\r\t\x1b\x07\u202e\u2066\ufeff" or ord(ch) < 32 for ch in clean(text))


def test_a_label_stands_beside_its_text() -> None:
    """Further lines of a labelled text stand below the text."""
    rows = hanging("依据：", "一般公共服务支出一般公共服务支出", 24, indent=2, style="strong")

    assert "  依据：一般公共服务支出\n        一般公共服务支出\n" == plain(rows)
    assert Piece("一般公共服务支出", "strong") == rows[0][1]


def test_cells_are_filled_to_the_width_of_their_column() -> None:
    """Cells are filled to the width of their column; headings to the width of the line."""
    assert "支出  |" == pad("支出", 6) + "|"
    assert "支出|" == pad("支出", 2) + "|"
    assert 30 == width(plain([rule("支出", 30)]).rstrip("\n"))


def test_lines_end_without_blanks() -> None:
    """Blanks at the end of a line are not written."""
    assert "a\n\n" == plain([row("a  ", " "), row()])
