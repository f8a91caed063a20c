"""Code and name of two subjects: certain only where a codebook knows what both of them are."""

from __future__ import annotations

from typing import Final

from performance_rules.codebook.book import Codebook
from performance_rules.codebook.entries import Kind
from performance_rules.codebook.names import OTHER, normalise, stems

_CLASS: Final = 3


def is_of_another(
    book: Codebook, kind: Kind, code: str, name: str, year: int, parent: str = ""
) -> bool:
    """Return whether a printed code is certainly not the one of the subject printed beside it.

    It is where the name is that of a subject of another class; where both are known and are two
    subjects of that year; and where the code is known, stands under another class than its own,
    and nothing of its name is printed.  A name that the code has in any year is its own.

    Args:
        book: the classifications.
        kind: the classification.
        code: the printed code.
        name: the printed name.
        year: the fiscal year.
        parent: the printed code of the line that it is a part of; empty if there is none.
    """
    named = normalise(name).removeprefix(OTHER)
    own = book.names_of(kind, code)
    if not named or any(stems(name) & stems(one) for one in own):
        return False
    known = book.find(kind, name, year=year)
    if not known:
        apart = bool(parent) and code[:_CLASS] != parent[:_CLASS]
        return apart and bool(own) and not _share(named, own)
    if book.status_of_name(kind, name, year) != "valid":
        return False
    if any(code.startswith(e.code) or e.code.startswith(code) for e in known):
        return False
    if all(entry.code[:_CLASS] != code[:_CLASS] for entry in known):
        return True
    return book.entry(kind, code, year) is not None


def _share(name: str, names: tuple[str, ...]) -> bool:
    """Whether two characters beside each other of a name stand in one of the others."""
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    return any(pair in other for other in names for pair in pairs)
