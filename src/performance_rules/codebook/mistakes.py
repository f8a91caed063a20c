"""Code and name of two subjects: certain only where a codebook knows what both of them are."""

from __future__ import annotations

from typing import Final

from performance_rules.codebook.book import Codebook
from performance_rules.codebook.entries import LAST_YEAR, Kind
from performance_rules.codebook.listed import ListedItems
from performance_rules.codebook.spellings import OTHER, normalise, stems

_CLASS: Final = 3
_SECTION: Final = 5
_TWO: Final = 2
_NONE: Final = ListedItems()


def is_of_another(
    book: Codebook, kind: Kind, code: str, name: str, year: int, parent: str = ""
) -> bool:
    """Return whether a printed code is certainly not the one of the subject printed beside it.

    It is where the name is that of a subject of another class, or of another 款 than the known one
    of the code; where both are known and are two subjects of that year; and where the code is
    known, stands under another class than its own, and nothing of its name is printed; and where
    the code is none of any year, but that of the name with two digits exchanged.  A name that
    the code has in any year is its own.

    Args:
        book: the classifications.
        kind: the classification.
        code: the printed code.
        name: the printed name.
        year: the fiscal year; 0 where it is not known.
        parent: the printed code of the line that it is a part of; empty if there is none.
    """
    named = normalise(name).removeprefix(OTHER)
    listed = book.listed if kind == "functional" else _NONE
    own = (*book.names_of(kind, code), *listed.names_of(code, year))
    if not named or any(stems(name) & stems(one) for one in own):
        return False
    if listed.is_common(name):  # 行政运行 with the code of 综合医院
        return len(code) > _SECTION and bool(own) and not any(one in named for one in own)
    codes = listed.codes_of(name, year)
    if not codes:
        entries = book.find(kind, name, year=year or None)
        if not entries:
            apart = bool(parent) and code[:_CLASS] != parent[:_CLASS]
            return apart and bool(own) and not _share(named, own)
        if book.status_of_name(kind, name, year or LAST_YEAR) != "valid":
            return False
        codes = frozenset(entry.code for entry in entries)
    if any(code.startswith(one) or one.startswith(code) for one in codes):
        return False
    if all(one[:_CLASS] != code[:_CLASS] for one in codes):
        return True
    at = parent[:_CLASS]
    if at and code[:_CLASS] != at and any(one.startswith(at) for one in codes):
        return True
    section = code[:_SECTION]
    if listed.names_of(section, year) and all(one[:_SECTION] != section for one in codes):
        return True
    if bool(listed.names_of(code, year)) or book.entry(kind, code, year or None) is not None:
        return True
    return bool(year) and not listed.names.get(code) and any(_exchanged(code, one) for one in codes)


def own_code(
    book: Codebook, kind: Kind, code: str, name: str, year: int, parent: str = ""
) -> str | None:
    """Return the code of a name beside which that of another subject of its class is printed.

    Args:
        book: the classifications.
        kind: the classification.
        code: the printed code.
        name: the printed name.
        year: the fiscal year; 0 where it is not known.
        parent: the printed code of the line that it is a part of; empty if there is none.
    """
    if not is_of_another(book, kind, code, name, year, parent):
        return None
    codes = set(book.listed.codes_of(name, year)) if kind == "functional" else set()
    codes |= {entry.code for entry in book.find(kind, name, year=year or None)}
    for shared in (_SECTION, _CLASS):
        near = {one for one in codes if one[:shared] == code[:shared] and len(one) == len(code)}
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _exchanged(code: str, other: str) -> bool:
    """Whether two neighbouring digits are exchanged in a code of a 款 or 项: 20891 for 20819."""
    apart = [at for at, pair in enumerate(zip(code, other, strict=False)) if pair[0] != pair[1]]
    if len(code) != len(other) or len(code) < _SECTION or len(apart) != _TWO:
        return False
    first, second = apart
    return second - first == 1 and code[first] == other[second] and code[second] == other[first]


def _share(name: str, names: tuple[str, ...]) -> bool:
    """Whether two characters beside each other of a name stand in one of the others."""
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    return any(pair in other for other in names for pair in pairs)
