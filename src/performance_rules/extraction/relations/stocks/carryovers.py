"""What is carried from one year to the next: what one year leaves, the next one begins with.

2022年末结转265万元; 2023年初结转265万元.  The two are one where words name the same money
at the same turn of a year.  What a budget takes in as 上年结转 may be only a part of what was left:
there, and where two names are not the same, words must say that all of it was taken over.  Where a
text tells of a correction, or any other figure of that turn comes out, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.flows import Flow
from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.movementwords import (
    ASIDE,
    LEAVES,
    movement_words,
)
from performance_rules.extraction.figures.roles import agrees, alike
from performance_rules.extraction.figures.standings import AT, CLOSES, OPENS, Standing
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.tokens.normal import Run
from performance_rules.text.words import has_any

_YEAR: Final = re.compile(
    r"(?<!比)(?<!较)(?<!与)(?P<year>(?:19|20)\d\d)年(?!度?(?:结转|结余|年?[初末底终]|\d))"
)
_LABEL: Final = re.compile(r"(?P<year>(?:19|20)\d\d)年度?:")
_LEADING: Final = re.compile(
    r"\A[【(\[]?(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])?(?:关于)?(?P<year>(?:19|20)\d\d)年"
)
_MENDED: Final = re.compile(
    "调整了|经调整|调整后|进行调整|予以调整|追溯调整|调增|调减|差错|更正|收回|核减|清理|划转|划入|划出|冲销|盘活|上缴|合并|误差|另有|统筹|缴回|交回|退回|注销|重分类|审计调"
)
_DENIED: Final = re.compile(
    r"(?:未|没有|无|不|从未)(?:作|做|发生|进行|存在|涉及|予|有)?(?:过)?(?:任何)?[^,。;]{0,14}\Z"
)
_TAKEN_OVER: Final = re.compile(
    r"(?:全额|全部|足额|如数|悉数|均已?|已?按规定全额)(?:编入|转入|结转|纳入|列入|结转至|并入)|全额转入|"
    r"与(?:上年|(?:19|20)\d\d年)度?(?:年?末|年?底|年终|决算|公开|年末)?[^,。;]{0,12}(?:一致|相符|相等|相同|衔接)|"
    r"(?:未|没有|无)(?:作|做|发生|进行)?(?:过)?(?:任何)?[^,。;]{0,6}(?:调整|变动)"
)
_APART: Final = ("预计", "约", "拟")


@fixed(eq=False)
class Carryover:
    """What one year leaves, and what the next one says that it began with.

    Attributes:
        left: the figure of the year that ends.
        opened: the figure of the year that begins.
        year: the year that ends.
    """

    left: Mention
    opened: Mention
    year: int


@fixed(eq=False)
class _Stand:
    """A figure that stands at a turn of a year.

    Attributes:
        at: the figure.
        year: the year that ends there.
        opens: whether it is of the year that begins; None where the words hold for both.
        name: what it is, with what it is narrowed to.
        sure: whether words beside it say that it was taken over whole.
        section: where it stands.
        flow: the figure with its words.
    """

    at: Mention
    year: int
    opens: bool
    name: str
    sure: bool
    section: str
    flow: Flow


@define(eq=False)
class Carried:
    """What the paragraphs of a document say of the turns of years.

    Attributes:
        year: the year of the document, where it is known.
        budget: whether the document is a budget.
        mended: whether a correction was told of.
    """

    year: int | None
    budget: bool
    mended: bool = False
    runs: dict[int, Run] = field(factory=dict)
    _stands: list[_Stand] = field(factory=list)
    _own: int | None = None
    _section: str = ""

    def read(self, run: Run, flows: Sequence[Flow], home: int, section: str) -> None:
        """Read a paragraph.

        Args:
            run: the paragraph.
            flows: its figures.
            home: its number.
            section: where it stands.
        """
        text = run.plain
        leading = _LEADING.match(text)
        if section != self._section:
            self._section, self._own = section, None
        if leading is not None:
            self._own = int(leading["year"])
        if "结转" not in text and "结余" not in text and "余额" not in text:
            return
        self.mended |= _mends(text)
        for one in flows:
            stand = self._stand(one, text, section)
            if stand is not None:
                self.runs[home] = run
                self._stands.append(stand)

    def _stand(self, one: Flow, text: str, section: str) -> _Stand | None:
        turn = one.turn or _led(one, text)
        if turn is None or has_any(one.said, _APART):
            return None
        own = self._own or _titled(section)
        if turn.year is None or turn.side != AT:
            own = _year_at(text, one.at.start) or own
        if own is None and turn.side == OPENS:
            own = self.year  # 年初 and 上年 are those of the year that the document is about
        year = turn.year
        if year is None:
            if own is None:
                return None
            year = own - 1 if turn.side == OPENS else own
        opens = turn.side == OPENS or (turn.side == AT and own is not None and own == year + 1)
        if one.part and not opens:
            return None
        around = text[max(0, one.at.start - len(one.at.left)) : _stop(text, one.at.end)]
        sure = _TAKEN_OVER.search(around) is not None and not _mends(around)
        name = f"{_plain(turn.topic)}{_plain(turn.stock)}"
        if one.kind == ASIDE or (turn.side == AT and not opens and own is not None and own > year):
            return None
        return _Stand(one.at, year, opens, name, sure, section, one)

    def found(self) -> list[Carryover]:
        """Return what is carried from one year to the next, once the document has been read."""
        out = []
        ends: dict[int, list[_Stand]] = {}
        begins: dict[int, list[_Stand]] = {}
        for one in self._stands:
            (begins if one.opens else ends).setdefault(one.year, []).append(one)
        for year, opened in begins.items():
            pair = self._pair(ends.get(year, ()), opened)
            if pair is not None:
                out.append(Carryover(pair[0].at, pair[1].at, year))
        return out

    def _pair(
        self, ends: Sequence[_Stand], opened: Sequence[_Stand]
    ) -> tuple[_Stand, _Stand] | None:
        """Return the two that are one figure, as far as words say; None where that is open."""
        last = ends[-1] if ends else None
        if last is None or len({one.name for one in (*ends, *opened)}) > _NAMES:
            return None
        one = opened[0]
        if not alike(last.at.value, one.at.value):
            return None
        values = {e.at.value.n for e in ends} | {o.at.value.n for o in opened}
        if len({e.at.value.n for e in ends}) > 1 or len({o.at.value.n for o in opened}) > 1:
            return None
        if len(values) > 1 and not self._is_one(last, one):
            return None
        return last, one

    def _is_one(self, last: _Stand, one: _Stand) -> bool:
        """Whether words say that what is left is what the next year began with."""
        if last.flow.turn is None and one.at.home != last.at.home + 1:
            return False  # a year's line, and not that of the next one: of something else
        if last.sure or one.sure:
            return _same(last.name, one.name) or not (_scopes(last) ^ _scopes(one))
        if self.mended or self.budget or not _same(last.name, one.name):
            return False
        return not agrees(last.at.value, one.at.value.n, one.at.value.half)


_NAMES: Final = 2
_SENTENCE: Final = 160


def _led(one: Flow, text: str) -> Standing | None:
    """Return what is left at the end of the year that a line is of: 2021年:下达A，支出B，结转C."""
    label = _LABEL.match(text) if one.kind == LEAVES and one.said.startswith("结转") else None
    plain = label is not None and one.said in ("结转", "结转下年") and not one.part
    return Standing(CLOSES, int(label["year"]), "结转", "") if plain and label else None


def _mends(text: str) -> bool:
    """Whether words tell that what was left was corrected or taken back."""
    return any(
        _DENIED.search(text[max(0, m.start() - 24) : m.start()]) is None
        for m in _MENDED.finditer(text)
    )


def _same(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _scopes(one: _Stand) -> set[str]:
    return {word for word in movement_words().scopes if word in one.flow.said}


def _plain(name: str) -> str:
    """Return a name as one: 结转和结余 is 结转结余."""
    return re.sub("和|与|及|资金|合计|总额|收入", "", name).replace("结余结转", "结转结余")


def _titled(section: str) -> int | None:
    """Return the year that the heading over a paragraph names, if it names one."""
    named = {int(m["year"]) for m in _YEAR.finditer(section.rpartition("/")[2])}
    return named.pop() if len(named) == 1 else None


def _year_at(text: str, end: int) -> int | None:
    """Return the one year that the words of a sentence before a figure name."""
    near = max(0, end - _SENTENCE)
    begin = max(near, *(text.rfind(mark, near, end) + 1 for mark in "。;!?"))
    named = {int(m["year"]) for m in _YEAR.finditer(text, begin, end)}
    return named.pop() if len(named) == 1 else None


def _stop(text: str, at: int) -> int:
    """Return where the sentence ends that a figure stands in, as far as it is near."""
    far = min(len(text), at + _SENTENCE)
    return min(found if (found := text.find(mark, at, far)) >= 0 else far for mark in "。;")
