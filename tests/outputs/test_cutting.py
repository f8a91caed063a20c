"""A long quotation is cut at the ends of clauses, and keeps what its finding is about."""

from __future__ import annotations

from performance_rules.outputs.cutting import MOST, cut

LONG = (
    "航标养护支出812.40万元，主要用于灯浮标维修、岸标油漆、测量船燃油、锚链更换和锚块预制，"
    "以及因洪水而增加的巡查；航道疏浚支出365.20万元，主要用于下游浅滩的两次疏浚；"
    "船闸大修支出128.90万元，主要用于人字门防腐和启闭机更换。"
)


def test_clauses_with_the_numbers_are_kept_whole() -> None:
    """Between the clauses that are kept, and behind the last one, marks say that words are gone."""
    found = cut(LONG, ("航道疏浚支出有误。", "365.20万元"))
    assert found == "……航道疏浚支出365.20万元……"
    assert len(LONG) > MOST


def test_a_name_that_a_finding_says_is_kept() -> None:
    """Without a number the clause is kept that shares a name with the sentence of the finding."""
    assert cut(LONG, ("原因中写到人字门防腐工程。",)) == "……主要用于人字门防腐和启闭机更换。"


def test_what_is_short_or_not_known_is_left() -> None:
    """A short quotation is left, and one of which nobody knows what it is needed for."""
    assert cut("航道疏浚支出365.20万元，已完成。", ("", "1")) == "航道疏浚支出365.20万元，已完成。"
    assert cut(LONG, ("写法不妥。", "7.77万元")) == LONG


def test_a_number_with_grouped_digits_is_one() -> None:
    """The commas of 1,128,904.50 end no clause."""
    text = LONG.replace("128.90万元", "1,128,904.50元")
    found = cut(text, ("船闸大修支出有误。", "1,128,904.50元"))
    assert found == "……船闸大修支出1,128,904.50元……"
