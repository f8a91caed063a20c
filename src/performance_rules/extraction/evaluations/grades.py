"""The grade that a form states: in its own cell, in a conclusion, or ticked among all of them.

The boxes of 优（90分及以上）□　良（80—90分）☑　中（60—80分）□ stand all behind their grades, or
all before them; where one alone has a tick, that grade is stated.
"""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.tokens.normal import plain_word

_WORDS: Final = "优秀?|良好?|中等?|差|不合格|合格|较差|一般"
_SAID: Final = re.compile(rf"(?:等级|等次|评定|结论|结果)(?:为|是|:)?[“\"]?({_WORDS})[”\"]?")
_ALONE: Final = re.compile(rf"[“\"]?({_WORDS})[”\"]?")
_BETWEEN: Final = r"[,，、;；/]?"
_BANDED: Final = rf"({_WORDS})(?:[(（][^()（）]{{1,24}}[)）])?"
_EMPTY: Final = "□☐○◯"
_TICKED: Final = "☑☒√✓✔■●"
_BOX: Final = f"([{_EMPTY}{_TICKED}])"
_BEHIND: Final = re.compile(f"{_BANDED}{_BOX}{_BETWEEN}")
_BEFORE: Final = re.compile(f"{_BOX}{_BANDED}{_BETWEEN}")


def grade_of(form: Form) -> str | None:
    """Return the grade that a form states, the first time.

    Args:
        form: the form.
    """
    for value, _, _ in form.facts.get("grade", ()):
        plain = plain_word(value)
        if found := _ALONE.fullmatch(plain):
            return found[1]
        if ticked := _ticked(plain):
            return ticked
    for value, _, _ in form.facts.get("conclusion", ()):
        if found := _SAID.search(plain_word(value)):
            return found[1]
    return None


def _ticked(plain: str) -> str:
    """Return the only grade of several with a tick in its box; empty where there is not one."""
    if plain.startswith(tuple(_EMPTY + _TICKED)):
        said = [(found[2], found[1]) for found in _BEFORE.finditer(plain)]
        rest = _BEFORE.sub("", plain)
    else:
        said = [(found[1], found[2]) for found in _BEHIND.finditer(plain)]
        rest = _BEHIND.sub("", plain)
    ticked = [grade for grade, box in said if box in _TICKED]
    return ticked[0] if len(ticked) == 1 < len(said) and not rest else ""
