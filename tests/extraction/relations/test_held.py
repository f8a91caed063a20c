"""A reader is not begun where a paragraph has none of the characters that it cannot do without.

So each word by which it tells something has one of them; a new word must not be lost for that.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from tests.extraction.judged import errors

from performance_rules.extraction.figures.words import relation_words
from performance_rules.extraction.relations.changes.series import HAS_SERIES, SERIES
from performance_rules.extraction.relations.paragraph import Paragraph, paragraph_of
from performance_rules.extraction.relations.parts.turns import EACH, TURNS
from performance_rules.extraction.relations.prices.prices import PRICES
from performance_rules.extraction.relations.stocks.identities import NET
from performance_rules.extraction.relations.stocks.remainders import LEFT_OVER, REMAINS
from performance_rules.extraction.tokens.wording import shipped_wording
from performance_rules.text.words import has_any

_WORDS = relation_words()


def _paragraph(text: str) -> Paragraph:
    return paragraph_of(text, 0, (), (), (), _WORDS)


@pytest.mark.parametrize(
    ("characters", "words"),
    [
        (PRICES, _WORDS.prices),
        (NET, [name for *_, left in _WORDS.identities for name in left]),
        (REMAINS, LEFT_OVER.pattern.split("|")),
        (SERIES, HAS_SERIES.pattern.split("|")),
        (TURNS, EACH.pattern.split("|")),
    ],
)
def test_each_word_has_a_character_by_which_it_is_looked_for(
    characters: str, words: Iterable[str]
) -> None:
    """Else what it tells would not be read."""
    assert [word for word in words if not has_any(word, characters)] == []


def test_each_word_for_a_change_moves_a_paragraph() -> None:
    """Without one no change is looked for."""
    told = (*_WORDS.directions, *_WORDS.reaching, *_WORDS.comparing, *_WORDS.paces)
    assert [word for word in told if not _paragraph(f"本年{word}").moves] == []


def test_a_line_that_a_heading_names_has_no_digits() -> None:
    """A heading with figures besides a year is not searched for one."""
    words = shipped_wording().words
    lines = [name for name, word in words.items() if word.senses and word.senses[0].place.item]
    assert lines
    assert not [name for name in lines if any(char.isdigit() for char in name)]


def test_a_paragraph_holds_one_of_several_characters() -> None:
    """So it is asked before a reader is begun."""
    one = _paragraph("支出合计")
    assert one.holds("总合")
    assert not one.holds("每均")
    assert not one.rated


@pytest.mark.parametrize(
    "text",
    [
        "购置灯具40盏，每盏1,500元，共支出6.30万元。",
        "航标维护由2,400座次增加到2,640座次，增长12.00%。",
        "应检航标320座，实检338座。",
        "固定资产原值86.40万元，累计折旧30.10万元，净值58.30万元。",
        "其中：养护28.60万元，占总支出143.00万元的24.00%。",
    ],
)
def test_what_only_such_a_reader_tells_is_still_told(text: str) -> None:
    """The rule of each is found where its characters stand in the paragraph."""
    assert errors(f"2023年支出合计143.00万元。\n{text}")
