"""What is read once is read as it would be alone, and what is passed over tells nothing."""

from __future__ import annotations

from random import Random

import pytest

from performance_rules.extraction.naming.phrases import phrased
from performance_rules.extraction.tokens.patterns import compile_one
from performance_rules.extraction.tokens.scan import Token, letters_of, scan
from performance_rules.extraction.tokens.wording import shipped_wording

_WORDING = shipped_wording()


def _told(tokens: list[Token]) -> list[tuple[str, int, int, str]]:
    return [(one.letter, one.start, one.end, one.value) for one in tokens]


@pytest.mark.parametrize(
    "first",
    [
        "一般公共预算财政拨款支出。",
        "2023年度政府性基金预算。",
        "护林员补助（生态公益林）。",
        "集中供暖费。",
        "航道疏浚工程共12处。",
        "其他支出中。",
    ],
)
def test_a_first_sentence_is_scanned_alike_with_what_follows_it(first: str) -> None:
    """So an item's heading needs no scan of its own."""
    text = f"{first}支出28.60万元，占总支出的12.50%。"
    end = len(first) - 1
    alone = scan(text, 0, end, _WORDING)
    whole = scan(text, 0, len(text), _WORDING)

    assert _told([one for one in whole if one.end <= end]) == _told(alone)


def test_a_statement_is_the_first_pattern_at_the_first_place() -> None:
    """Where several begin at one token the one listed before the others holds."""
    patterns = _WORDING.patterns
    each = [compile_one(source) for source in patterns.sources[0]]
    random = Random(7)
    for _ in range(300):
        letters = "".join(random.choices("TSNPQCDHKZWwYtqaI,;:()", k=random.randint(1, 14)))
        text = f"{letters}.".encode()
        found = patterns.find(text, 0)
        matches = (
            (at, i, match.span()[1])
            for at in range(len(text))
            for i, one in enumerate(each)
            if (match := one.match(text, at, len(text))) is not None
        )
        at, i, end = next(matches)
        assert found is not None
        assert (found.name, found.start, found.end) == (patterns.names[i], at, end)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("项目支出120.00万元，比上年增加20.00万元，增长20.00%。", "TN,CYDN,DP."),
        ("灯塔维修支出9.60万元。", "TN."),
        ("护标经费，预算3.00万元，支出2.80万元。", "h,SN,TN."),
        ("巡检率98.00%。", "rP."),
    ],
)
def test_names_are_made_where_words_stand_before_what_they_are_of(text: str, letters: str) -> None:
    """Before a name, a figure or a mark words are part of a name; elsewhere they stay words."""
    tokens = scan(text, 0, len(text), _WORDING)
    assert letters_of(phrased(tokens, text, _WORDING)) == letters
