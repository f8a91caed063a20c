"""Lists that hold more than their whole, read another way before anything is said of them.

    read_again(draft)

Prose lists go on without a word.  新建350座、改建250座，水冲式420座、旱厕180座 of 600座 divides one
whole twice, whichever of the two is told in full.  基本工资、津贴等，工资福利支出共计N has a class
beside its items.  教育6万元，其中外出4万元，活动9万元 goes back to the first.  党员70人、女职工62人
counts people by what they are, which is no division; nor are 中小企业 and 小微企业, nor items that
tell several parts each, nor what is taken of one another, nor amounts beside one that is taken
off.  What is taken out of a list so is open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import DraftLine
from performance_rules.extraction.drafts.records import APART
from performance_rules.extraction.figures.distance import far_apart
from performance_rules.extraction.figures.roles import agrees
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.lines import Source
from performance_rules.values.quantity import SCALE, Amount, Count, Quantity

ELSEWHERE: Final = "不是这一清单的部分"
_FEWEST: Final = 2
_CLASS: Final = 3
"""So many digits of a code tell the class of a subject."""
_DIGIT: Final = 11
"""A whole that has lost a digit is a tenth of its parts, and no smaller."""
_TWICE, _THRICE = 2, 3
"""By a half more than the whole no list is written that divides it."""
_BEYOND: Final = re.compile(
    "(?:超过?|超出|多于|少于|高于|低于|[比较])(?:年初|年度|全年|上年)?(?:计划|目标|任务|预算|去年|上年)"
)
"""How it begins by how much something is more than was planned: no part of it."""
_BOTH: Final = re.compile(
    r"\d[^\d,，。;()]{1,8}(?:[两多几二三]|\d)(?:个|项|类|种|者|方面|门)|既[^,，。;]{1,12}[又也]"
)
"""Of so many it is said that they are in several parts: 4座两项都有, 40户既改厕又改厨."""


def read_again(draft: Draft) -> None:
    """Take out of the lists of a draft what is of something else, where they hold too much."""
    known = [*draft.accounts.values(), *draft.items.values()]
    others = [line for (_, _, apart), line in draft.matters.items() if apart < APART]
    for top in (*known, *others):
        for line in top.walk():
            for dimension, parts in line.parts.items():
                _nest(line, dimension, parts)
                for part in list(parts):
                    _give_back(line, part, dimension)
                strange = _far(line, dimension, parts) or _strange(line, dimension, parts)
                strange = strange or (_larger(line, dimension, parts) if top in others else [])
                for part in strange:
                    parts.remove(part)
                    draft.unbound += [evolve(one, why=ELSEWHERE) for one in part.taken_out()]


def _nest(line: DraftLine, dimension: str, parts: list[DraftLine]) -> None:
    """Hang items below the class that the list tells as well: 基本工资…，工资福利支出共计N."""
    if not any(_is_over(line, column, parts) for column in line.figures):
        return
    codes = [(part, part.code or part.implied or "") for part in parts]
    full = {id(part) for part in parts if part.parts.get(dimension)}
    for part, code in codes:
        above = [(own, one) for one, own in codes if own and own != code and code.startswith(own)]
        outer = max(above, key=lambda pair: len(pair[0]), default=("", None))[1]
        if outer is not None and id(outer) not in full:
            parts.remove(part)
            outer.divided(dimension).append(part)
            outer.leave_open(dimension)


def _is_over(line: DraftLine, column: str, parts: Sequence[DraftLine]) -> bool:
    """Whether the parts that say a column are more than the whole, whatever was rounded."""
    whole = _said(line, column)
    said = [value for part in parts if (value := _said(part, column)) is not None]
    if whole is None or any(type(value) is not type(whole) for value in said):
        return False
    return sum(value.n - value.half for value in said) > whole.n + whole.half


def _give_back(line: DraftLine, part: DraftLine, dimension: str) -> None:
    """Give a line the last parts of its own part, where they are too much there and just fit here.

    党建18万元，其中教育6万元，其中外出4万元，活动9万元、阵地3万元.
    """
    inner, outer = part.parts.get(dimension, []), line.parts[dimension]
    if not _is_free(part, dimension, inner) or not _is_free(line, dimension, outer):
        return
    for column in part.figures:
        whole, own = _said(line, column), _said(part, column)
        said = [_said(one, column) for one in inner]
        beside = [_said(one, column) for one in outer]
        if whole is None or own is None or None in said or None in beside:
            continue
        values = [value for value in said if value is not None]
        others = [value for value in beside if value is not None]
        if sum(v.n - v.half for v in values) <= own.n + own.half:
            continue
        n, half = _sums(others)[-1]
        behind = _sums(values[::-1])[::-1]
        for size in range(1, len(values)):
            if agrees(whole, n + behind[size][0], half + behind[size][1]):
                outer += inner[size:]
                del inner[size:]
                return


def _is_free(line: DraftLine, dimension: str, parts: Sequence[DraftLine]) -> bool:
    """Whether a list may leave something out, and has parts that only it names."""
    if not parts or line.complete(dimension):
        return False
    return not any(part.code or part.key or part.implied for part in parts)


def _far(line: DraftLine, dimension: str, parts: Sequence[DraftLine]) -> list[DraftLine]:
    """Return the parts that are of another class than the whole, or make it several times over."""
    over = [column for column in line.figures if _is_over(line, column, parts)]
    own_class = _class_of(line) if over and dimension == "by_function" else ""
    found = [part for part in parts if own_class and _class_of(part) not in ("", own_class)]
    for column in over:
        whole = _said(line, column)
        said = [(part, value) for part in parts if (value := _said(part, column)) is not None]
        if not isinstance(whole, Amount) or line.complete(dimension):
            continue
        made = sum(value.n for _, value in said)
        if made > _DIGIT * whole.n and far_apart(whole.n, made):  # else a digit of it was lost
            found += [part for part, value in said if value.n > whole.n and part not in found]
    return found


def _class_of(line: DraftLine) -> str:
    return (line.code or line.implied or "")[:_CLASS]


def _strange(line: DraftLine, dimension: str, parts: Sequence[DraftLine]) -> list[DraftLine]:
    """Return the parts that are none of a line: nothing, if its list is no more than it."""
    if not _is_free(line, dimension, parts):
        return []
    for column, figure in line.figures.items():
        values = [_said(part, column) for part in parts]
        whole = _said(line, column)
        if whole is None or None in values or not figure.statements:
            continue
        beyond = [part for part in parts if _BEYOND.match(part.name) is not None]
        if beyond and _is_over(line, column, parts):
            return beyond
        said = [value for value in values if value is not None]
        if sum(v.n - v.half for v in said) <= whole.n + whole.half:
            continue
        first, last = _sums(said), _sums(said[::-1])
        for size in range(_FEWEST, len(said)):
            if agrees(whole, *first[size]):
                return list(parts[size:])
            if agrees(whole, *last[size]):
                return list(parts[: len(said) - size])
        names = [part.name for part in parts]
        crossing = any(whole_words().crossing.search(name) for name in names) or _nested(names)
        crossing = crossing or _in_views(column, parts) or _overlap(line, column, parts)
        crossing = (crossing or _is_funnel(whole, said)) and all(v.n <= whole.n for v in said)
        if crossing or _is_net(column, parts):
            return list(parts)
    return []


def _is_funnel(whole: Quantity, said: Sequence[Quantity]) -> bool:
    """Whether each part is taken of the one before: 收回213份，其中有效209份，满意201份."""
    falling = all(one.n > other.n for one, other in pairwise([whole, *said]))
    return falling and _TWICE * sum(v.n for v in said) > _THRICE * whole.n


def _in_views(column: str, parts: Sequence[DraftLine]) -> bool:
    """Whether the items of a list each tell several parts: they look at the whole in turn.

    其中：（一）药品A；材料B。（二）门诊C；住院D.
    """
    said = (part.figures[column].statements[0].source for part in parts)
    items = Counter(source.paragraph if source is not None else None for source in said)
    return len(items) > 1 and min(items.values()) > 1


def _is_net(column: str, parts: Sequence[DraftLine]) -> bool:
    """Whether a sentence of a list takes something off: 其中A项12万元，B项调减5万元，C项8万元."""
    said = (part.figures[column].statements[0].source for part in parts)
    quotes = {one.quote or "" for one in said if one is not None}
    return any(whole_words().taken.search(quote) for quote in quotes)


def _overlap(line: DraftLine, column: str, parts: Sequence[DraftLine]) -> bool:
    """Whether the text says that some of the whole are in more than one part of it.

    灯塔18座，换灯10座、换电池12座（4座都换）: by a word for it, or by the number of those that
    are told behind two parts and are just what both are too many.
    """
    last = parts[-1].figures[column].statements[0]
    quote = plain_word(last.source.quote or "") if last.source is not None else ""
    behind = quote[quote.rfind(plain_word(last.value.printed)) + len(last.value.printed) :]
    if whole_words().overlapping.search(behind) is not None or _BOTH.search(behind) is not None:
        return True
    whole, said = _said(line, column), [_said(part, column) for part in parts]
    values = [value for value in said if isinstance(value, Count)]
    if not isinstance(whole, Count) or len(values) != _TWICE or len(said) != _TWICE:
        return False
    more = Count.of((sum(v.n for v in values) - whole.n) // SCALE, whole.unit)
    return re.search(rf"(?<![\d.]){re.escape(more.printed)}", behind) is not None


def _nested(names: Sequence[str]) -> bool:
    """Whether one part of a list lies within another: 中小企业A，小微企业B."""
    return any(
        any(inner in name for name in names) and any(outer in name for name in names)
        for inner, outer in whole_words().within
    )


def _larger(line: DraftLine, dimension: str, parts: Sequence[DraftLine]) -> list[DraftLine]:
    """Return the parts told behind a clause of their whole, where one alone is more than that.

    总投入80万元，另有监理费6万元；其中省级资金50万元: of all of it, and not of the last thing.
    """
    if not _is_free(line, dimension, parts):
        return []
    for column, figure in line.figures.items():
        whole = _said(line, column)
        for part in parts:
            value = _said(part, column)
            if whole is None or value is None or value.n - value.half <= whole.n + whole.half:
                continue
            if _is_behind(part.figures[column].statements[0].source, figure.statements[0].source):
                return list(parts)
    return []


def _is_behind(part: Source | None, whole: Source | None) -> bool:
    """Whether a clause begins where another one has ended."""
    if part is None or whole is None or part.start is None or whole.end is None:
        return False
    return part.start >= whole.end


def _said(line: DraftLine, column: str) -> Quantity | None:
    figure = line.figures.get(column)
    return figure.statements[0].value if figure is not None and figure.statements else None


def _sums(values: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Return the sum and the slack of the first none, one, two … of some values."""
    return [
        *zip(
            accumulate((value.n for value in values), initial=0),
            accumulate((value.half for value in values), initial=0),
            strict=True,
        )
    ]
