"""The codebook: finds entries by code and year, by name, and in prose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, Literal, TypeVar

from attrs import Factory, field, frozen

from performance_rules.codebook.entries import (
    FIRST_YEAR,
    KINDS,
    LAST_YEAR,
    Entry,
    Kind,
    ThreePublicItem,
)
from performance_rules.codebook.listed import ListedItems
from performance_rules.codebook.spellings import OTHER, SUFFIX, normalise, prose, spellings, stems
from performance_rules.values.unchanging import unchanging

NameStatus = Literal["valid", "alias", "former", "future", "unknown"]

_STATUSES: Final[tuple[NameStatus, ...]] = ("valid", "alias", "former", "future")

_Key = TypeVar("_Key")
_Entries = tuple[Entry, ...]
_Forms = Mapping[str, tuple[tuple[str, _Entries], ...]]
_Printed = Mapping[str, Sequence[tuple[str, str]]]
_FULL_WIDTH: Final = str.maketrans("()", "（）")


def _group(pairs: Iterable[tuple[_Key, Entry]]) -> Mapping[_Key, _Entries]:
    groups: dict[_Key, list[Entry]] = {}
    for key, entry in pairs:
        group = groups.setdefault(key, [])
        if entry not in group:
            group.append(entry)
    return unchanging({key: tuple(group) for key, group in groups.items()})


def _code_index(book: Codebook) -> Mapping[tuple[Kind, str], _Entries]:
    return _group(((entry.kind, entry.code), entry) for entry in book.entries)


def _stem_index(book: Codebook) -> Mapping[tuple[Kind, str], _Entries]:
    return _group(
        ((entry.kind, stem), entry)
        for entry in book.entries
        for name in entry.names
        for stem in stems(name)
    )


def _form_index(book: Codebook) -> _Forms:
    """Return what prose may write, by first character, the longest form first."""
    forms = _group(
        [(form, entry) for entry in book.entries for form in _forms_of(entry)]
        + [
            (form, entry)
            for item in book.items
            for form in _item_forms(item)
            for code in item.codes
            for entry in book._by_code.get(("economic", code), ())
        ]
    )
    # A sum of other items is a longer name that hides theirs, but names no code of its own.
    forms = {**{form: () for item in book.items for form in _item_forms(item)}, **forms}
    index: dict[str, list[tuple[str, _Entries]]] = {}
    for form in sorted(forms, key=len, reverse=True):
        index.setdefault(form[0], []).append((form, forms[form]))
    return unchanging({char: tuple(found) for char, found in index.items()})


def _by_character(forms: Mapping[str, str], at: int) -> _Printed:
    """Return forms and their names by their first or last character, the longest first."""
    index: dict[str, list[tuple[str, str]]] = {}
    for form in sorted(forms, key=len, reverse=True):
        index.setdefault(form[at], []).append((form, forms[form]))
    return unchanging({char: tuple(found) for char, found in index.items()})


def _item_forms(item: ThreePublicItem) -> set[str]:
    return {form for name in (item.name, *item.aliases) for form in spellings(name)}


def _forms_of(entry: Entry) -> set[str]:
    forms = {form for name in entry.names for form in spellings(name)}
    if _is_functional_class(entry):
        without = {form.removesuffix(SUFFIX) for form in forms} - {OTHER}
        forms |= without | {form + SUFFIX for form in without}
    return forms


def _is_functional_class(entry: Entry) -> bool:
    return entry.kind == "functional" and entry.level == "类"


def _is_bare(entry: Entry, form: str) -> bool:
    return (
        _is_functional_class(entry)
        and not form.endswith(SUFFIX)
        and form != normalise(entry.name)  # 预备费
    )


MAX_FOUND: Final = 4096
"""How many names a codebook remembers the entries of; reports of many bodies share theirs."""

_Asked = tuple[Kind, str, int, str | None]


@frozen(eq=False, slots=False)
class Codebook:
    """All classifications.

    Attributes:
        entries: The entries of every kind.
        items: The three-public items.
        regions: Names of regions by code.
        described_since: First year a kind is known in full; a kind that is absent always is.
        listed: Functional 款 and 项 that no rule needs but to compare a code with its name.
    """

    entries: tuple[Entry, ...]
    items: tuple[ThreePublicItem, ...]
    regions: Mapping[str, str] = field(converter=unchanging)
    described_since: Mapping[Kind, int] = field(converter=unchanging)
    listed: ListedItems = field(factory=ListedItems)
    _by_code: Mapping[tuple[Kind, str], _Entries] = field(
        init=False, repr=False, default=Factory(_code_index, takes_self=True)
    )
    _found: dict[_Asked, tuple[Entry, ...]] = field(init=False, repr=False, factory=dict)

    @cached_property
    def _by_stem(self) -> Mapping[tuple[Kind, str], _Entries]:
        return _stem_index(self)

    @cached_property
    def _forms(self) -> _Forms:
        return _form_index(self)

    @cached_property
    def printed_first(self) -> _Printed:
        """How functional subjects may be printed, and their names, by first character."""
        return _by_character(self._printed, 0)

    @cached_property
    def printed_last(self) -> _Printed:
        """How functional subjects may be printed, and their names, by last character."""
        return _by_character(self._printed, -1)

    @cached_property
    def _printed(self) -> Mapping[str, str]:
        names = {name for listed in self.listed.names.values() for name in listed}
        names |= {n for e in self.entries if e.kind == "functional" for n in e.names}
        forms = {form: name for name in names | self.listed.common for form in spellings(name)}
        forms |= {f + SUFFIX: name for f, name in forms.items() if f + SUFFIX not in forms}
        return unchanging(forms | {f.translate(_FULL_WIDTH): name for f, name in forms.items()})

    def entry(self, kind: Kind, code: str, year: int | None = None) -> Entry | None:
        """Return what a code meant in a fiscal year, without a year its latest meaning."""
        found = self._by_code.get((kind, code), ())
        if year is None:
            return max(found, key=lambda entry: entry.until or LAST_YEAR, default=None)
        return next((entry for entry in found if entry.name_in(year)), None)

    def name(self, kind: Kind, code: str, year: int) -> str | None:
        """Return the name of a code that is valid in a fiscal year."""
        entry = self.entry(kind, code, year)
        return entry.name_in(year) if entry else None

    def names_of(self, kind: Kind, code: str) -> tuple[str, ...]:
        """Return every name that a code has in any year, and how else it is written."""
        return tuple(name for entry in self._by_code.get((kind, code), ()) for name in entry.names)

    def describes(self, kind: Kind, year: int) -> bool:
        """Return whether a kind is known in full for a year; if not, "unknown" proves nothing."""
        return year >= self.described_since.get(kind, FIRST_YEAR)

    def find(
        self, kind: Kind, text: str, *, year: int | None = None, parent: str | None = None
    ) -> tuple[Entry, ...]:
        """Return the entries a text may name, of the best status only; several: it is ambiguous.

        Args:
            kind: The classification.
            text: A name as a report writes it.
            year: The fiscal year; None is the present.
            parent: Only entries below this code, at any depth; ``""`` is only a 类.
        """
        asked = kind, text, year or LAST_YEAR, parent
        found = self._found.get(asked)
        if found is None:
            ranked = self._ranked(*asked)
            best = min((rank for rank, _ in ranked), default=0)
            found = tuple(entry for rank, entry in ranked if rank == best)
            if len(self._found) >= MAX_FOUND:
                self._found.clear()
            self._found[asked] = found
        return found

    def status_of_name(
        self, kind: Kind, text: str, year: int, *, parent: str | None = None
    ) -> NameStatus:
        """Return what a text is, at best, as a name in a fiscal year; ``parent`` as in `find`."""
        best = min((rank for rank, _ in self._ranked(kind, text, year, parent)), default=None)
        if best is None:
            return "unknown"
        status = _STATUSES[best]
        # That a name is not known before a year in which little is known says nothing.
        return "unknown" if status == "future" and not self.describes(kind, year) else status

    def three_public(self, key: str) -> tuple[str, ...]:
        """Return the economic codes of a three-public item; empty for any other key."""
        item = next((item for item in self.items if item.key == key), None)
        if item is None:
            return ()
        return item.codes + tuple(code for part in item.parts for code in self.three_public(part))

    def region_name(self, code: str) -> str | None:
        """Return the name of a region, None for a code that is not listed."""
        return self.regions.get(code)

    def mentions(
        self,
        text: str,
        kinds: Collection[Kind] = KINDS,
        *,
        year: int | None = None,
        bare: bool = False,
    ) -> tuple[tuple[Entry, int, int], ...]:
        """Return the entries a sentence names, each with start and end in ``text``, in its order.

        What stands inside a longer known name, of whatever kind, is no mention; nor is what
        follows 其他, which makes it another title.  Entries that share a name are all returned.

        Args:
            text: Prose.
            kinds: The classifications asked for.
            year: Only entries in force in this fiscal year; None is all.
            bare: Also a functional 类 without its 支出.  卫生健康 is part of many other words,
                so this suits "is it mentioned at all", not "which ones are mentioned".
        """
        plain, kept = prose(text)
        return tuple(
            (entry, kept[start], kept[end - 1] + 1)
            for start, end, entries in self._occurrences(plain)
            for entry in entries
            if entry.kind in kinds
            and (year is None or entry.name_in(year))
            and (bare or not _is_bare(entry, plain[start:end]))
        )

    def _occurrences(self, plain: str) -> list[tuple[int, int, _Entries]]:
        found: list[tuple[int, int, _Entries]] = []
        reach = 0  # how far the longest names so far go: what ends before stands inside one
        for start, char in enumerate(plain):
            for form, entries in self._forms.get(char, ()):
                if plain.startswith(form, start):
                    end = start + len(form)
                    if end > reach and not plain.endswith(OTHER, 0, start):
                        found.append((start, end, entries))
                    reach = max(reach, end)
                    break
        taken = bytearray(len(plain))
        kept = []
        for start, end, entries in sorted(found, key=lambda one: one[0] - one[1]):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                kept.append((start, end, entries))
        return sorted(kept, key=lambda one: one[0])

    def _ranked(
        self, kind: Kind, text: str, year: int, parent: str | None
    ) -> list[tuple[int, Entry]]:
        found = {e for stem in stems(text) for e in self._by_stem.get((kind, stem), ())}
        return [
            (_rank(entry, text, year), entry)
            for entry in sorted(found, key=lambda entry: (entry.code, entry.until or LAST_YEAR))
            if parent is None
            or (entry.parent == "" if parent == "" else entry.parent.startswith(parent))
        ]


def _rank(entry: Entry, text: str, year: int) -> int:
    """Return the place in `_STATUSES` of a text that is known to name the entry at some time."""
    wanted, valid = stems(text), entry.name_in(year)
    if valid and normalise(valid) == normalise(text):
        return 0
    if valid and any(wanted & stems(form) for form in (valid, *entry.aliases)):
        return 1
    ends = [until for name, _, until in entry.spans() if wanted & stems(name)]
    return 2 if min(ends, default=entry.until or LAST_YEAR) < year else 3
