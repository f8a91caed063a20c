"""The names of rows: which line each one is, within what was said above it in its lane."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from attrs import define, evolve, field

from performance_rules.codebook import Codebook, Kind, is_of_another, own_code
from performance_rules.codebook.spellings import OTHER
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tables.grid import ordinal
from performance_rules.extraction.tables.words import LABEL, Meaning, TableWords
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.model import BALANCES

FUNCTION: Final = "by_function"
ECONOMIC: Final = "by_economic"
KINDS: Final[dict[str, Kind]] = {FUNCTION: "functional", ECONOMIC: "economic"}
MEMBERS: Final = "members"
LENGTHS: Final = (3, 5, 7)
"""How long codes are: 类, 款, 项."""

LEVELS: Final = "类款项"
_LEVEL: Final = re.compile(r"[（(]([类款项])[)）]")

_CODE: Final = re.compile(r"\[?(\d{7}|\d{5}|\d{3})\]?[-—_、]?(?=[\u4e00-\u9fff])")
_BALANCES: Final = ("opening", "closing", "reserves_used", "distributed")
_KEPT: Final = ("结转", "结余")
_PAYS: Final = ("安排", "列支", "承担")
_REMARK: Final = re.compile(r"\([^()]*含[^()]*\)$")
TOTALS: Final = ("合计", "总计", "共计", "总额", "总数", "总量", "总和")
_OF_SCORES: Final = "总分"
SUBTOTAL: Final = "小计"
WIDER_TOTAL: Final = "不只是这几项的合计"
_PART: Final = "其中"
_INCOME: Final = "收入"


@fixed
class Label:
    """What the name of a row means.

    Attributes:
        place: the line, below what the table and its columns say.
        meaning: unit, count and total of the row.
        grand: it is the total that includes balances.
        why: what is not understood; empty if all is.
        late: it stands below the total of the names above it, so it is none of its parts.
        inner: for a name that is not understood, its place if it is a part of the class above it.
    """

    place: Place = field(factory=Place)
    meaning: Meaning = field(factory=Meaning)
    grand: bool = False
    why: str = ""
    late: bool = False
    inner: Place | None = None


@fixed
class Name:
    """A printed name taken apart.

    Attributes:
        depth: depth of its ordinal, 0 without one.
        code: the code printed before it.
        printed: the name itself, without spaces.
        plain: the same, normalised.
    """

    depth: int
    code: str
    printed: str
    plain: str


@lru_cache(maxsize=1024)  # rows are asked for their names by one reader after the other
def name_of(text: str) -> Name:
    """Return a printed name without ordinal, code and 其中."""
    printed = re.sub(r"\s", "", text)
    half = halved(printed)
    at = depth = 0
    code = ""
    while True:
        deeper, rest = ordinal(half[at:])
        if deeper and not depth:
            depth, at = deeper, len(half) - len(rest)
        elif half.startswith(_PART, at):
            at += len(_PART) + half.startswith(":", at + len(_PART))
        elif not code and (found := _CODE.match(half[at:])):
            code, at = found[1], at + found.end()
        else:
            return Name(depth, code, printed[at:], plain_word(half[at:]))


def is_wider_total(name: Name) -> bool:
    """Whether a total says that it holds what stands elsewhere: 合计（含执行率得分）."""
    total = _REMARK.sub("", name.plain)
    return total != name.plain and total in (*TOTALS, _OF_SCORES)


def subject(
    book: Codebook, dimension: str, name: str, year: int | None, parent: str = ""
) -> str | None:
    """Return the code that a name has as a 类, or below another code; None if none or several."""
    if dimension not in KINDS:
        return None
    found = book.find(KINDS[dimension], name, year=year, parent=parent)
    codes = {entry.code for entry in found}
    return codes.pop() if len(codes) == 1 else None


def _at_odds(book: Codebook, code: str, name: Name, year: int | None) -> bool:
    """Whether code and name are those of two subjects, so that one of them is misprinted.

    The codebook does not know them all: a name counts if it is known in other classes only, a
    code if not two characters of its name are printed.
    """
    if name.plain in book.listed.names.get(code, ()):
        return False
    known = book.find(KINDS[FUNCTION], name.plain, year=year) if name.plain else ()
    if known and name.plain != OTHER:
        return all(entry.code[:3] != code[:3] for entry in known)
    if is_of_another(book, KINDS[FUNCTION], code, name.plain, year or 0):
        return True
    entry = book.entry(KINDS[FUNCTION], code)
    if entry is None or not name.plain:
        return False
    pairs = {name.plain[i : i + 2] for i in range(len(name.plain) - 1)} - {OTHER[:2]}
    return not any(pair in text for text in entry.names for pair in pairs)


def listed_dimension(names: Iterable[str], stated: str, words: TableWords, year: int | None) -> str:
    """Return the classification that most names of a lane belong to, the stated one if in doubt.

    Headers are copied from other tables: 项目（按经济分类） above 一般公共服务支出 is wrong.  Empty
    where no name is of any classification.
    """
    plain = [name_of(name).plain for name in names]
    count = {
        dimension: sum(subject(words.codebook, dimension, name, year) is not None for name in plain)
        for dimension in KINDS
    }
    best = max(count, key=lambda dimension: (count[dimension], dimension == stated))
    if not count[best]:
        return ""
    return best if count[best] > count.get(stated, 0) else stated


@define(eq=False)
class LaneReader:
    """Reads the labels of one lane from the top down and remembers what a row may refer to.

    Attributes:
        words: the words of tables.
        item: the item that the table is about.
        dimension: the classification of its subjects; empty where it lists none.
        year: the fiscal year of the document.
        balances: how the parts of a balance stand in the lane: ``all`` of them; ``part``, of two
            lanes in one, so that one may be another's; empty where they cannot be told apart.
        beside: whether the lane lists something beside the parts of the item, so that its total
            is not the item's.
        subtotal: whether 小计 is the one total of the lane, below everything else.
        twice: the codes that several rows of the lane have.
    """

    words: TableWords
    item: str
    dimension: str
    year: int | None
    beside: bool = False
    twice: frozenset[str] = frozenset()
    subtotal: bool = False
    balances: str = "all"
    carried: str = ""
    held: Step | None = None
    depth: int = 0
    balanced: bool = False
    closed: bool = False
    summed: set[str] = field(factory=set)
    class_code: str = ""
    depths: set[int] = field(factory=set)
    below: bool = False
    coded: dict[str, Step] = field(factory=dict)
    coded_class: str = ""
    coded_section: str = ""
    within: str = ""
    marked: list[Step] = field(factory=list)

    def read(self, text: str, code: str = "") -> Label:
        """Return what a row's name and code mean."""
        label = self._read(text, code)
        return evolve(label, late=self.closed) if label.why else label

    def _read(self, text: str, code: str) -> Label:
        name = name_of(text)
        code = code or name.code
        if code:
            return self._by_code(code, name)
        if is_wider_total(name):
            self.closed = True
            return Label(why=f"“{name.printed}”{WIDER_TOTAL}")
        item = self.item or self.within
        read = self.words.read(name.plain, LABEL, item=item, year=self.year)
        if self.dimension == MEMBERS and name.plain == SUBTOTAL:
            if not self.subtotal:
                return Label(why=f"“{name.printed}”不知合计到哪里")
            read = Meaning(total="sum")
        if read is not None and name.plain:
            return self._by_words(read, name)
        held = self._of_balance(name, inner=halved(text).strip().startswith(_PART))
        return held or self._by_marks(name) or self._by_name(name)

    def _by_code(self, code: str, name: Name) -> Label:
        dimension = {"2": FUNCTION, "3": ECONOMIC}.get(code[0], "")
        if len(code) not in LENGTHS or not dimension:
            return Label(why=f"编码“{code}”不是部门的功能或经济分类编码")
        if dimension == FUNCTION and _at_odds(self.words.codebook, code, name, self.year):
            return self._misprinted(code, name)
        printed = name.printed or self.words.codebook.name(KINDS[dimension], code, self.year or 0)
        own = self._own_code(code, name) if dimension == FUNCTION and code in self.twice else None
        self.coded[own or code] = Step(dimension, printed or "", code, implied=own)
        if dimension == FUNCTION and len(code) < LENGTHS[-1]:
            self.coded_class, self.coded_section = code[:3], code if len(code) > 3 else ""
        above = (self.coded.get(code[:n]) for n in LENGTHS if n < len(code))
        steps = (*(step for step in above if step), self.coded[own or code])
        return Label(Place(steps=steps))

    def _own_code(self, code: str, name: Name) -> str | None:
        """Return the code of a name beside which that of another row's subject is printed."""
        book, year = self.words.codebook, self.year or 0
        return own_code(book, KINDS[FUNCTION], code, name.plain, year, self.coded_class)

    def _misprinted(self, code: str, name: Name) -> Label:
        """Return a subject whose code is another's, where its class is known; the code is kept.

        It stands below the class above it, which is the one of its name where a codebook knows
        it; the name of a class is one, if no other row has the code.
        """
        book, kind = self.words.codebook, KINDS[FUNCTION]
        known = book.find(kind, name.plain, year=self.year)
        classes, at = {entry.code[:3] for entry in known}, self.coded_class
        if not book.listed.is_common(name.plain):  # 行政运行 is one of every class
            classes |= {one[:3] for one in book.listed.codes_of(name.plain, self.year or 0)}
        step = Step(FUNCTION, name.printed, code)
        if len(code) == LENGTHS[0]:
            own = next(iter(classes), "")
            alone = code not in self.twice and own not in self.coded
            if alone and is_of_another(book, kind, code, name.plain, self.year or 0):
                self.coded[own], self.coded_class, self.coded_section = step, own, ""
                return Label(Place(steps=(step,)))
        below = len(code) > LENGTHS[0] and at in self.coded and classes <= {at}
        if below and is_of_another(book, kind, code, name.plain, self.year or 0, at):
            above = [self.coded[one] for one in (at, self.coded_section) if one]
            return Label(Place(steps=(*above, step)))
        return Label(why=f"“{name.printed}”不是编码“{code}”的科目")

    def _by_words(self, read: Meaning, name: Name) -> Label:
        place = read.place
        if read.role:
            return Label(why=f"“{name.printed}”不是项目名称")
        if self.dimension == MEMBERS and place.account and name.plain.endswith(_PAYS):
            return Label(Place(steps=(Step(MEMBERS, name.printed),)))  # who pays for the item
        if read.total and not place.steps and not place.item and not place.account:
            if self.beside and not name.depth:
                self.closed = True
                return Label(why=f"“{name.printed}”不只是这一项的合计")
            of_year = bool(place.side) and read.total == "sum" and place.side not in self.summed
            grand = not of_year and bool(self.summed or self.balanced)
            self.summed.add(place.side)
            self.closed = bool(self.closed or self.depths or self.coded)
            return Label(Place(side=place.side), read, grand=grand)
        self.within = place.item or ("" if place != Place() else self.within)
        if place.side:
            self.carried, self.depth, self.held = place.side, name.depth, None
            self.balanced = self.balanced or place.side in _BALANCES
        elif place.account and self.carried in BALANCES and name.depth > self.depth:
            # 年初结转和结余, and below it each kind of funds that was carried in.
            place = evolve(place, side=self.carried)
        return Label(place, read)

    def _of_balance(self, name: Name, *, inner: bool) -> Label | None:
        """Return a part of the balance above: 基本支出结转, and 其中：财政拨款结转 below it."""
        if self.carried not in BALANCES or not name.plain.endswith(_KEPT) or not self.balances:
            return None
        step = Step(MEMBERS, name.printed)
        if not inner or self.held is None:
            self.held = step
            meaning = Meaning(part=self.balances != "all")
            return Label(Place(side=self.carried, steps=(step,)), meaning)
        return Label(Place(side=self.carried, steps=(self.held, step)), Meaning(part=True))

    def _by_marks(self, name: Name) -> Label | None:
        """Return the subject of a name with its levels marked: 教育支出（类）普通教育（款）."""
        found = list(_LEVEL.finditer(name.printed))
        if not found or self.dimension not in KINDS:
            return None
        if name.printed[found[-1].end() :] not in self.words.spending:
            return None
        start = 0
        for one in found:
            text, start, level = name.printed[start : one.start()], one.end(), LEVELS.index(one[1])
            if level > len(self.marked):
                return Label(why=f"“{name.printed}”上面没有它的上一级")
            above = (self.marked[level - 1].implied or "") if level else ""
            book = self.words.codebook
            code = subject(book, self.dimension, plain_word(text), self.year, above)
            self.marked[level:] = [Step(self.dimension, text, implied=code)]
        return Label(Place(steps=tuple(self.marked)))

    def _by_name(self, name: Name) -> Label:
        if self.item == "evaluation":
            return Label(Place(item=self.item, steps=(Step("members", name.printed),)))
        if self.carried == "income" and name.plain.endswith(_INCOME):
            place = Place(side="income", steps=(Step("by_source", name.printed),))
            return Label(place, Meaning(part=True))  # a source that has no account
        if self.dimension == MEMBERS and name.plain and not name.depth:
            return Label(Place(steps=(Step(MEMBERS, name.printed),)))
        if not name.plain or self.dimension not in KINDS:
            return Label(why=f"“{name.printed}”认不出是哪一项")
        book = self.words.codebook
        code = subject(book, self.dimension, name.plain, self.year)
        if code is not None and (name.depth or name.plain != OTHER):
            self.class_code = code
            self.depths.add(name.depth)
            return Label(Place(steps=(Step(self.dimension, name.printed, implied=code),)))
        return self._below(name)

    def _below(self, name: Name) -> Label:
        """Return a subject below the last 类, or one that no codebook knows beside the others."""
        book = self.words.codebook
        inner = None
        if self.class_code:
            code = subject(book, self.dimension, name.plain, self.year, self.class_code)
            above = book.name(KINDS[self.dimension], self.class_code, self.year or 0) or ""
            own = Step(self.dimension, name.printed, implied=code)
            inner = Place(steps=(Step(self.dimension, above, implied=self.class_code), own))
            if code is not None:
                self.below = True
                return Label(inner)
        if name.depth and name.depth in self.depths and not self.below and not self.summed:
            return Label(Place(steps=(Step(self.dimension, name.printed),)))
        return Label(why=f"“{name.printed}”认不出是哪个科目", inner=None if name.depth else inner)
