"""The words of tables: what a piece of a caption, a header or a row's label means.

The data stands in ``rules/lexicons/tables.toml``.  A piece of text is understood only if known
words make up all of it; what is left over would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import attrs
import tomli
from attrs import field, frozen

from performance_rules.codebook import Codebook, load_codebook
from performance_rules.extraction.drafts.places import Place, parse_place
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.lexicon.lexicon import Lexicon, shipped_lexicon
from performance_rules.lexicon.resources import rules_dir
from performance_rules.report.model import WIDER

CAPTION: Final = "caption"
HEADER: Final = "header"
LABEL: Final = "label"
WHERE: Final = (CAPTION, HEADER, LABEL)

_NOT: Final = "非"
"""非财政拨款结余 is of all funds but those."""
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年度?")
_LETTERED: Final = re.compile(r"\((?:[A-Za-z]|\d)(?:[=/×*÷+\-](?:[A-Za-z]|\d)){0,4}\)")
"""What names a column, or says how it is computed from the others: (A), (B/A), (3=1-2)."""
_UNIT: Final = re.compile(
    r"\((?:单位:)?(?:人民币)?(元|千元|万元|亿元|%|个|批|批次|人次|人|辆|台|次|户|分|项|家)\)"
)


@fixed
class Meaning:
    """What a text means, as far as it says.

    Attributes:
        place: account, side, item and the way down.
        stage: a column of a line, or ``budget`` or ``execution``.
        role: what a column is for, where it holds no figures of a line.
        of: what a share is a share of, where the header says so.
        total: ``sum``, ``grand``, ``part`` or empty.
        dimension: the classification that a column of names uses.
        count: the key of a count.
        distance: 0 for this year, -1 for last year; None where nothing is said.
        unit: the unit that is printed beside it.
        whole: it stands only in tables of all funds.
        both: both sides are meant.
        table: it ends the caption of a table.
        part: it is a part of something beside it, which may have others.
    """

    place: Place = field(factory=Place)
    stage: str = ""
    role: str = ""
    of: str = ""
    total: str = ""
    dimension: str = ""
    count: str = ""
    distance: int | None = None
    unit: str = ""
    whole: bool = False
    both: bool = False
    table: bool = False
    part: bool = False

    def then(self, inner: Meaning) -> Meaning:
        """Return both together; what is said further inside counts."""
        if self is SILENT:
            return inner
        return Meaning(
            place=joined(self.place, inner.place),
            stage=inner.stage or self.stage,
            role=_code_first(self.role, inner.role),
            of=inner.of or self.of,
            total=inner.total or self.total,
            dimension=inner.dimension or self.dimension,
            count=inner.count or self.count,
            distance=self.distance if inner.distance is None else inner.distance,
            unit=inner.unit or self.unit,
            whole=self.whole or inner.whole,
            both=self.both or inner.both,
            table=self.table or inner.table,
            part=self.part or inner.part,
        )


SILENT: Final = Meaning()
"""The meaning of a text that says nothing."""


def _code_first(outer: str, inner: str) -> str:
    """Return the role of both: 科目 and 编码 are a column of codes."""
    return "code" if "code" in (outer, inner) else inner or outer


NOWHERE: Final = Place()


def joined(outer: Place, inner: Place) -> Place:
    """Return where two places together lead; a broader account never replaces a narrower one."""
    if outer == NOWHERE:
        return inner
    if inner == NOWHERE:
        return outer
    account = inner.account or outer.account
    if outer.account and inner.account and _is_wider(inner.account, outer.account):
        account = outer.account
    steps = outer.steps + tuple(step for step in inner.steps if step not in outer.steps)
    item = inner.item or outer.item
    if inner.item and outer.item and inner.item != outer.item:
        steps = inner.steps
    return Place(account, inner.side or outer.side, item, steps)


def _is_wider(account: str, other: str) -> bool:
    while other in WIDER:
        other = WIDER[other]
        if other == account:
            return True
    return False


def at_odds(a: Place, b: Place) -> bool:
    """Whether two places name accounts of which neither contains the other."""
    if not a.account or not b.account or a.account == b.account:
        return False
    return not _is_wider(a.account, b.account) and not _is_wider(b.account, a.account)


@fixed(eq=False)
class Word:
    """A word with its meaning, where it counts, and the item it needs around it."""

    text: str
    meaning: Meaning
    where: frozenset[str]
    within: str


@frozen(eq=False)
class TableWords:
    """Everything that reading tables needs to know about words.

    Attributes:
        words: the words by their normalised spelling.
        bodies: what may stand before a caption: the ends of names of public bodies.
        numbering: what a caption may be numbered with.
        unit: the line that states the unit of the amounts.
        notes: how notes below a table begin.
        empty: what a note says of a table that is left empty.
        elsewhere: what a caption says that speaks of a whole region or a part of the year.
        spending: what may follow the marked name of a subject.
        stages: for each kind of document, the column a plain 预算 is.
        scopes: for each kind of document, the account of a table without a caption.
        tables: (normalised name, id) of the tables that have one, the longest name first.
        codebook: names and codes of subjects.
    """

    words: Mapping[str, tuple[Word, ...]]
    bodies: tuple[str, ...]
    numbering: re.Pattern[str]
    unit: re.Pattern[str]
    notes: tuple[str, ...]
    empty: tuple[str, ...]
    elsewhere: tuple[str, ...]
    spending: tuple[str, ...]
    stages: Mapping[str, str]
    scopes: Mapping[str, str]
    tables: tuple[tuple[str, str], ...]
    codebook: Codebook
    longest: int = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        """Note how long a word can be."""
        object.__setattr__(self, "longest", max(map(len, self.words), default=0))

    def read(
        self, text: str, where: str, *, item: str = "", year: int | None = None
    ) -> Meaning | None:
        """Return what a text means, or None if it is not made of known words.

        Args:
            text: as printed.
            where: ``caption``, ``header`` or ``label``.
            item: the item that the table or the header above is about.
            year: the fiscal year of the document.
        """
        plain, start = _bare(text, year)
        if plain is None or start is None:
            return None
        if not plain:
            return start
        found = _parsed(self, plain, where, item)
        return None if found is None else start.then(found)

    def ending(self, text: str, *, year: int | None = None) -> tuple[Meaning, str, str] | None:
        """Return what the longest understood end of a caption means, what stands before it, and it.

        Both texts are normalised and without years.
        """
        plain, start = _bare(text, year)
        if not plain or start is None:
            return None
        for at in range(len(plain)):
            found = self.parse(plain[at:], CAPTION, "")
            if found is not None:
                return start.then(found), plain[:at], plain[at:]
        return None

    def mentioned(self, text: str) -> tuple[set[str], set[str]]:
        """Return the accounts and the sides that a text names; no account that holds another."""
        plain = plain_word(text)
        accounts: set[str] = set()
        sides: set[str] = set()
        at = 0
        while at < len(plain):
            size, place = self._longest(plain, at)
            if place is not None and plain[at - 1 : at] != _NOT:
                accounts |= {place.account} - {""}
                sides |= {place.side} - {""}
            at += size
        return {a for a in accounts if not any(_is_wider(a, b) for b in accounts)}, sides

    def _longest(self, plain: str, at: int) -> tuple[int, Place | None]:
        for size in range(min(self.longest, len(plain) - at), 0, -1):
            text = plain[at : at + size]
            word = self._word(text, CAPTION, "") if text in self.words else None
            if word is not None:
                return size, word.meaning.place
        return 1, None

    def parse(self, plain: str, where: str, item: str) -> Meaning | None:
        """Return the meaning of a normalised text cut into the fewest words.

        Args:
            plain: the text, without years and units.
            where: as for :meth:`read`, like what follows.
            item: what it is about.
        """
        best: list[tuple[int, Meaning] | None] = [None] * (len(plain) + 1)
        best[0] = (0, SILENT)
        for begin in range(len(plain)):
            before = best[begin]
            if before is None:
                continue
            around = item or before[1].place.item
            for end in range(begin + 1, min(len(plain), begin + self.longest) + 1):
                text = plain[begin:end]
                if text not in self.words:
                    continue
                word = self._word(text, where, around)
                here = best[end]
                if word is not None and (here is None or before[0] + 1 < here[0]):
                    best[end] = (before[0] + 1, _together(before[1], word.meaning, where))
        last = best[-1]
        return last[1] if last is not None else None

    def _word(self, text: str, where: str, item: str) -> Word | None:
        known = self.words.get(text)
        if known is None:
            return None
        if len(known) == 1:
            (only,) = known
            return only if where in only.where and only.within in ("", item) else None
        fits = [w for w in known if where in w.where and w.within in ("", item)]
        if len(fits) < 2:
            return fits[0] if fits else None
        return max(fits, key=lambda word: len(word.within))


@lru_cache(maxsize=1024)  # the tables of a document repeat the names of their rows and columns
def _parsed(words: TableWords, plain: str, where: str, item: str) -> Meaning | None:
    return words.parse(plain, where, item)


def _together(meaning: Meaning, word: Meaning, where: str) -> Meaning:
    """Return the meaning of words in a row; a caption that names two items is about the first."""
    if where == CAPTION and meaning.place.item and word.place.item:
        word = attrs.evolve(word, place=Place())
    return meaning.then(word)


@lru_cache(maxsize=1024)  # one reader after the other asks it of a cell
def _bare(text: str, year: int | None) -> tuple[str | None, Meaning | None]:
    """Return a text without years and units, and what those mean; None for two years at odds."""
    plain = _LETTERED.sub("", plain_word(text).replace("\n", ""))
    unit = _UNIT.search(plain)
    if unit:
        plain = plain[: unit.start()] + plain[unit.end() :]
    years = {int(found) for found in _YEAR.findall(plain)}
    if len(years) > 1:
        if "比" not in plain and "较" not in plain:
            return None, None
        years = set()  # 2024年预算数比2023年执行数 stands above the change and its rate
    distance = None
    for found in years:
        distance = 0 if year is None else found - year
    plain = _YEAR.sub("", plain).strip("*:")
    if distance is None and unit is None:
        return plain, SILENT
    return plain, Meaning(distance=distance, unit=unit[1] if unit else "")


@lru_cache(maxsize=4)
def shipped_words(directory: Path | None = None) -> TableWords:
    """Return the words of tables of a rules folder, the shipped one by default.

    Raises:
        KeyError: when a word names a place that does not exist.
    """
    folder = directory or rules_dir()
    data = tomli.loads((folder / "lexicons" / "tables.toml").read_text(encoding="utf-8"))
    captions = data["captions"]
    return TableWords(
        words=_by_text(read_words(data, shipped_lexicon(directory))),
        bodies=tuple(captions["bodies"]),
        numbering=re.compile(halved(captions["numbering"])),
        unit=re.compile(captions["unit"]),
        notes=tuple(captions["notes"]),
        empty=tuple(captions["empty"]),
        elsewhere=tuple(captions["elsewhere"]),
        spending=tuple(captions["spending"]),
        stages=data["stages"],
        scopes=data["scopes"],
        tables=_longest_first(data),
        codebook=load_codebook(folder / "codebooks"),
    )


def with_words(words: TableWords, data: Mapping[str, Any], items: Lexicon) -> TableWords:
    """Return words of tables with those of one more file, which go before the others.

    Raises:
        KeyError: when a word names a place that does not exist.
    """
    more = _by_text(read_words(data, items))
    both = {text: (*found, *words.words.get(text, ())) for text, found in more.items()}
    tables = (*_longest_first(data), *words.tables)
    return attrs.evolve(
        words,
        words={**words.words, **both},
        tables=tuple(sorted(tables, key=_length, reverse=True)),
    )


def read_words(data: Mapping[str, Any], items: Lexicon) -> Iterator[Word]:
    """Yield the words of a file.

    Raises:
        KeyError: when a word names a place that does not exist.
    """
    for table in data.get("word", ()):
        meaning = Meaning(
            place=parse_place(table.get("place", ""), items),
            both=table.get("side") == "both",
            **{k: v for k, v in table.items() if k in _PLAIN},
        )
        where = frozenset(table.get("in", WHERE))
        for name in table["names"]:
            yield Word(plain_word(name), meaning, where, table.get("within", ""))


def _by_text(words: Iterable[Word]) -> dict[str, tuple[Word, ...]]:
    found: dict[str, list[Word]] = {}
    for word in words:
        found.setdefault(word.text, []).append(word)
    return {text: tuple(same) for text, same in found.items()}


def _longest_first(data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    tables = [(plain_word(n), t["id"]) for t in data.get("table", ()) for n in t["names"]]
    return tuple(sorted(tables, key=_length, reverse=True))


def _length(table: tuple[str, str]) -> int:
    return len(table[0])


_PLAIN: Final = frozenset(
    f.name for f in attrs.fields(Meaning) if f.name not in ("place", "both", "unit")
)
