"""Numbered lines whose sum stands below them: 1.A，a；2.B，b。 and 以上共计N.

The lines are numbered from one, and the sum says by its words that it is one and no more.  It may
stand in a line of its own, in one that is numbered as well, or behind the last figure of all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.roles import alike
from performance_rules.extraction.tokens.itemmarks import Mark
from performance_rules.extraction.tokens.normal import Run
from performance_rules.text.numerals import whole_number

_FEWEST, _TWO = 2, 2
_OF: Final = "(?:项目|资金|支出|经费|金额|费用|投资|使用|安排|投入|人员|人数)*"
_FOOT: Final = re.compile(
    rf"(?:以上|上述)?(?:各?项|(?P<number>[两二三四五六七八九十]{{1,2}})个?(?:大?[项类]|项目|部分|笔))?"
    rf"{_OF}(?:合计|共计|总计|一共|总额|总数|总量){_OF}(?:为|是|约|:)*"
)
"""What the sum of the lines above is called, and nothing else."""


@define(eq=False)
class Lines:
    """The lines of a list so far, with what they may be of, which stands above or below them.

    Attributes:
        heads: the figures that the list may be of, the last the likeliest.
        sure: whether words say that it is a list of the last of them.
        runs: the lines by their numbers.
        number: how many lines are announced; 0 if none are.
        closed: whether a line behind says that there is nothing else.
        style: how the lines are numbered.
        end: how the last line ends.
        lines: the figures of each line.
        more: whether a line says that there is more.
        titled: whether its head is the name of an item and its amount, and nothing else.
        rated: whether rates of the last of them stand between it and the list.
    """

    heads: tuple[Mention, ...]
    sure: bool
    runs: dict[int, Run]
    number: int = 0
    closed: bool = False
    style: str = ""
    end: str = ""
    lines: list[tuple[Mention, ...]] = field(factory=list)
    more: bool = False
    titled: bool = False
    rated: bool = False


@define(eq=False)
class FootLines:
    """Numbered lines up to the one that holds their sum."""

    _style: str = ""
    _lines: list[tuple[Mention, ...]] = field(factory=list)
    _runs: dict[int, Run] = field(factory=dict)

    def read(
        self, run: Run, found: Sequence[Mention], home: int, mark: Mark | None
    ) -> Lines | None:
        """Read a line; return the list that it ends with the sum of it.

        Args:
            run: the line.
            found: its figures in their order.
            home: its number.
            mark: the number that it begins with.
        """
        total = found[0] if found else None
        if total is not None and _is_foot(run.plain, mark, total) and len(self._lines) >= _FEWEST:
            made = self._made(run, home, total)
            self._begin("")
            return made
        if mark is None:
            if found:
                self._begin("")
            return None
        if mark.style != self._style or mark.ordinal != len(self._lines) + 1:
            self._begin(mark.style if mark.ordinal == 1 else "")
        if not self._style:
            return None
        self._lines.append(tuple(found))
        self._runs[home] = run
        same = [
            m for m in found if m.kind in ("amount", "count") and alike(m.value, found[0].value)
        ]
        if len(self._lines) < _FEWEST or len(same) != _FEWEST or not _FOOT.fullmatch(same[1].left):
            return None
        self._lines[-1] = tuple(m for m in found if m.start < same[1].start)
        made = self._made(run, home, same[1])  # 3.C，c，占P；合计N: of one figure nothing is a sum
        self._begin("")
        return made

    def _begin(self, style: str) -> None:
        self._style, self._lines, self._runs = style, [], {}

    def _made(self, run: Run, home: int, total: Mention) -> Lines | None:
        said = _FOOT.fullmatch(total.name)
        number = whole_number(said["number"]) if said is not None and said["number"] else None
        if number not in (None, len(self._lines)):
            return None
        return Lines((total,), True, {**self._runs, home: run}, lines=list(self._lines))


def _is_foot(text: str, mark: Mark | None, total: Mention) -> bool:
    """Whether a line says of its first figure that it is the sum of those above, and no more."""
    begin = mark.end if mark is not None else 0
    return _FOOT.fullmatch(text, begin, total.start) is not None
