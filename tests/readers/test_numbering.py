"""Numbers in Word's forms."""

from __future__ import annotations

import pytest

from performance_rules.readers.numbering import ListLevel, Numbered, Numbering, number


@pytest.mark.parametrize(
    ("n", "form", "expected"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCounting", "十"),
        (11, "chineseCountingThousand", "十一"),
        (20, "japaneseCounting", "二十"),
        (99, "taiwaneseCounting", "九十九"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "ideographTraditional", "丙"),
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "21"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (49, "lowerRoman", "xlix"),
        (9, "upperRoman", "IX"),
        (5, "bullet", ""),
        (123, "chineseCounting", "123"),
        (7, "unheard of", "7"),
    ],
)
def test_a_number_of_a_list_prints_as_word_prints_it(n: int, form: str, expected: str) -> None:
    """Every form prints as Word prints it; an unknown one in digits."""
    assert expected == number(n, form)


def test_a_label_may_quote_the_levels_above_and_start_anew() -> None:
    """A label may quote the levels above; a list may start anew; bullets print nothing."""
    levels = {
        0: ListLevel("decimal", "%1.", blank=True),
        1: ListLevel("decimal", "%1.%2、"),
        2: ListLevel("bullet", "•"),
    }
    lists = {"1": Numbered("a", levels), "2": Numbered("a", levels, {0: 5})}
    numbering = Numbering(lists)
    asked = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("9", 0)]
    expected = ["1. ", "1.1、", "1.2、", "", "2. ", "2.1、", "5. ", ""]
    assert expected == [numbering.label(name, depth) for name, depth in asked]
