"""Cutting: of a long quotation the clauses that a finding is about, whole ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

MOST: Final = 100
"""A quotation of more characters is cut."""

_CLAUSE: Final = re.compile(r"(?:[^，；。：、,;]|(?<=[0-9]),(?=[0-9]{3}))*[，；。：、,;]*")
"""A clause with the marks behind it; a comma that groups digits ends none."""
_NUMBER: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_NAMED: Final = re.compile("[\u3400-\u9fff]{5,}")
_SHARED: Final = 5
"""So many characters in a row a clause and a finding do not share by chance."""

_GAP: Final = "……"


def cut(text: str, said: Sequence[str]) -> str:
    """Return a quotation with what it is needed for; the whole where that is not known.

    Args:
        text: the quotation.
        said: the sentence of the finding, then the numbers that stand there.
    """
    if len(text) <= MOST:
        return text
    sentence, *numbers = said
    printed = {found[0].replace(",", "") for one in numbers for found in _NUMBER.finditer(one)}
    named = {
        run[0][at : at + _SHARED]
        for run in _NAMED.finditer(sentence)
        for at in range(len(run[0]) - _SHARED + 1)
    }
    clauses = [found[0] for found in _CLAUSE.finditer(text) if found[0]]
    kept = [i for i, clause in enumerate(clauses) if _tells(clause, printed, named)]
    if not kept:
        return text
    out, last = "", -1
    for at in kept:
        out += ("" if at == last + 1 else _GAP) + clauses[at]
        last = at
    whole = out.rstrip("，、：,") if last < len(clauses) - 1 else out
    return whole + (_GAP if last < len(clauses) - 1 else "")


def _tells(clause: str, printed: set[str], named: set[str]) -> bool:
    if any(found[0].replace(",", "") in printed for found in _NUMBER.finditer(clause)):
        return True
    return any(one in clause for one in named)
