"""A sentence that states the figure of a row of a table, and states it with a slip.

The name of the row stands before the figure in its sentence, no cell of the row says what the
sentence does, and one says almost that: digits exchanged, one changed, the point moved.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.roles import LEFT, cast
from performance_rules.extraction.figures.slips import keys, keys_of_lost, mistyped, size, slip
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.figures.words import Vocabulary, relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.restated.grids import Stated
from performance_rules.extraction.restated.rownames import Calling, callings
from performance_rules.extraction.statements import naming
from performance_rules.extraction.statements.said import Said, exact
from performance_rules.extraction.statements.words import restated_words
from performance_rules.text.words import has_any, without_brackets
from performance_rules.values.quantity import Amount, Count, Percent, Quantity

_CROWD: Final = 12
_SURE: Final = 4
_ENOUGH: Final = 3
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年|\Z)")
_ONLY_YEAR: Final = re.compile(r"(?:19|20)\d\d年?度?")
_JOINED: Final = re.compile(r"(?:[、和与及]|以及)\Z")
_POINTS: Final = re.compile(r"(?:总分|得分|评分|总得分)\Z")
_OTHER_POINTS: Final = re.compile("上年|去年|最终|复核|复评|抽查|核定|调整|加分|加权|专家|第三方")
_NAME: Final = 2
_PART: Final = re.compile(
    r"其中|第?[一二三四]季|上半年|下半年|(?<!\d)(?:[1-9]|1[01])(?:[-—~至]1?\d)?月|上年|去年|同期|目标|计划"
    r"|预算|年初|抽|试点|[一二三]期"
)
_TAIL: Final = re.compile(r"(?:资金|金额|总额|[数额])*\Z")
_FOR: Final = re.compile("^(?:[向为给对]|累计|共|全年|组织|开展)")
_MARKS: Final = re.compile(r"[,，;；:：、()\d和与及]")
_CHANGED: Final = ("增减", "增加", "减少", "增长", "变动", "占比", "差")


@fixed(eq=False)
class Restated:
    """A cell and the sentence that restates it."""

    cell: Stated
    said: Said
    title: str


def restated_rows(
    said: Sequence[Said], cells: Sequence[Stated], year: int | None = None
) -> Iterator[Restated]:
    """Yield the cells that prose restates with a slip.

    Args:
        said: the figures of prose.
        cells: the numbers of the tables.
        year: the year that the document is about, if it is known.
    """
    index: defaultdict[tuple[str, tuple[str, int, str]], list[Stated]] = defaultdict(list)
    rows: defaultdict[str, list[Stated]] = defaultdict(list)
    for cell in cells:
        rows[cell.row].append(cell)
        if cell.value.n:
            for key in (*keys(cell.value), *keys_of_lost(cell.value)):
                index[(type(cell.value).__name__, key)].append(cell)
    beside: defaultdict[tuple[int, int], list[Said]] = defaultdict(list)
    for one in said:
        beside[one.at.home, one.at.sentence].append(one)
    for one in said:
        if one.at.kind not in ("amount", "count", "percent") or not exact(one.at.value):
            continue
        if one.at.kind == "percent" and _is_made(one, beside[one.at.home, one.at.sentence]):
            continue
        near: dict[int, Stated] = {}
        for key in (*keys(one.at.value), *keys_of_lost(one.at.value)):
            group = index.get((type(one.at.value).__name__, key))
            if group:
                near |= {
                    id(cell): cell
                    for cell in group[:_CROWD]
                    if mistyped(cell.value.n, one.at.value.n)
                }
        around = beside[one.at.home, one.at.sentence]
        fitting = [
            cell
            for cell in near.values()
            if _restates(one, cell, rows[cell.row], partial(_is_told, cell, around, rows))
        ]
        if fitting and not of_another_time(one, fitting[0], year):
            cell = fitting[0]
            plain = cell.column in ("", "完成值")  # a column that a finding names anyway
            name = cell.row if plain else "·".join((cell.row, cell.column))
            yield Restated(cell, one, name)


def _is_told(cell: Stated, around: Sequence[Said], rows: Mapping[str, Sequence[Stated]]) -> bool:
    """Whether a sentence tells another row of a cell's table by its name, and as it is."""
    return any(
        other.table == cell.table
        and other.row != cell.row
        and other.value.n == one.at.value.n
        and _same_unit(one.at.value, other.value)
        and any(one.at.left.endswith(called.ahead) for called in callings(other.row))
        for one in around[:_CROWD]
        for name in cell.names
        for other in rows.get(name, ())[:_CROWD]
    )


def _is_made(one: Said, around: Sequence[Said]) -> bool:
    """Whether two amounts of its sentence make a rate: 预算A，支出B，执行率P is of them."""
    amounts = [other for other in around if other.at.kind == "amount"]
    return any(
        a is not b and fits(a.at.value, b.at.value, one.at.value)
        for a in amounts
        for b in amounts
        if len(amounts) <= _CROWD
    )


def _restates(
    one: Said, cell: Stated, row: Sequence[Stated], is_attested: Callable[[], bool]
) -> bool:
    """Whether a sentence states a cell, but for its slip."""
    if any(_agree(one.at.value, x.value) for x in row) or _is_apart(one.at.value, row):
        return False
    if cell.total:
        return _is_score(one, cell) or _is_column(one, cell)
    if len(cell.row) < _NAME or not _same_unit(one.at.value, cell.value):
        return False
    if has_any(cell.column, _CHANGED) or not cell.named(one.at.label):
        return False
    how = mistyped(one.at.value.n, cell.value.n)
    likely = how in ("exchanged", "shuffled") and size(cell.value) >= _ENOUGH
    for called in callings(cell.row):
        at = one.lead.rfind(called.ahead)
        if at < 0 or (called.ahead != cell.row and called.ahead in cell.names):
            continue
        if not (called.plain or likely or is_attested()):
            continue
        if called.behind and not _stands_around(one, called):
            continue
        return _is_stated(one, cell, called, at)
    return False


def _stands_around(one: Said, called: Calling) -> bool:
    """Whether a name stands around a figure and is no longer one: 发放N件救生衣."""
    right = one.at.right
    if not (one.lead.endswith(called.ahead) and right.startswith(called.behind)):
        return False
    return _filling().make(right[len(called.behind) :].lstrip("全部均都已"))


def _is_stated(one: Said, cell: Stated, called: Calling, at: int) -> bool:
    """Whether a figure is that of a cell, by all that stands before it in its sentence."""
    lead, name = one.lead, called.ahead
    behind, before = lead[at + len(name) :], lead[:at]
    if not _is_whole(before):
        known = called.plain or _FOR.search(_clause(before)) is not None
        if not (known and _is_no_chance(one.at.value, cell.value)) or _is_narrowed(before):
            return False  # 对教师的满意度 is narrower than 满意度
    words = restated_words()
    if words.no_level.search(words.steady.sub("", _clause(before))) is not None:
        return False  # 尚需铺设管道N
    others = [other for other in cell.names if other != cell.row and len(other) >= _NAME]
    if any(other in behind for other in others if other not in cell.row):
        return False  # another row is spoken of in between
    if _JOINED.search(before) and any(before[:-1].endswith(other) for other in others):
        return False  # A县和B县支出N
    near = lead[max(at - len(_clause(before)), at - 12, 0) :]
    if any(len(other) > len(name) and other in near for other in others):
        return False  # the name of a longer row
    if _ONLY_YEAR.fullmatch(cell.row):
        core = re.sub(r"\(.*?\)|[数额值量]\Z", "", cell.column)
        return one.at.left.endswith(core) and _fits(one, cell, name, behind, adjacent=True)
    return _fits(one, cell, name, behind, adjacent=_is_filling(behind))


def _is_narrowed(before: str) -> bool:
    """Whether the clause before a name says a time, or a part: 上年航标正常率, 大型渔船检验."""
    words, clause = restated_words(), _clause(before)
    told = (_PART, words.narrowing, words.other_years, words.wider, words.no_level)
    return any(pattern.search(clause) for pattern in told)


def of_another_time(one: Said, cell: Stated, year: int | None) -> bool:
    """Whether a sentence begins with a time or a stage that the cell is not of.

    2023年预算:防火A，造林B below a table of what was spent in the year before.
    """
    label = one.lead.rpartition(":")[0]
    if _PART.search(label) is not None and _PART.search(cell.column) is None:
        return True
    years = _YEAR.findall(one.lead)
    plain = not (_YEAR.search(cell.column) or _ONLY_YEAR.fullmatch(cell.row))
    return bool(years) and plain and year is not None and years[-1] != str(year)


def _is_no_chance(one: Quantity, other: Quantity) -> bool:
    """Whether digits are exchanged in numbers so long that they are hardly of two things."""
    return slip(one.n, other.n) == "exchanged" and min(size(one), size(other)) >= _SURE


def _is_whole(before: str) -> bool:
    """Whether nothing before the name of a row in its clause makes it narrower."""
    return _neutral().make(_clause(before))


def _clause(before: str) -> str:
    return _MARKS.split(naming.DATE.sub("", before))[-1]


@lru_cache(maxsize=1)
def _neutral() -> Vocabulary:
    return Vocabulary.of(restated_words().before.words, relation_words().neutral.words)


@lru_cache(maxsize=1)
def _filling() -> Vocabulary:
    words = relation_words()
    return Vocabulary.of(words.neutral.words, [head for head, _ in words.heads])


def _fits(one: Said, cell: Stated, name: str, behind: str, *, adjacent: bool) -> bool:
    """Whether what stands between the name of a row and a figure lets it be that of a column."""
    words = relation_words()
    left = one.at.left.rpartition(name)[2]
    reached = any(left.endswith(word) for word in words.reaching)
    if not reached and restated_words().no_level.search(left):
        return False
    if _PART.search(behind.removesuffix(left)) and not reached:
        return False
    if _PART.search(left) and not _PART.search(cell.column):
        return False
    if one.at.right.startswith(("的", "以", "个百分点")):
        return False
    staged = restated_words().stages_of_money.search(left)
    if staged is not None and staged[0] not in cell.column:
        return False  # 灯塔大修合同金额A: of the contract, and the column is of what was spent
    sources = whole_words().sources
    if sources.search(left) is not None and sources.search(cell.column) is None:
        return False  # 甲项目支出中央资金A: of one source, and the column is of all
    years, own = _YEAR.findall(one.lead), _YEAR.findall(cell.column)
    if _YEAR.search(left) and not own and not _ONLY_YEAR.fullmatch(cell.row):
        return False
    if own and years and years[-1] != own[-1] and not reached:
        return False
    mine, other = _role(one, left), _role_of(cell.column)
    if mine and other and mine != other:
        return False
    if LEFT in (mine, other) and mine != other:
        return False
    if _is_kind(left, without_brackets(cell.column)):
        return False
    how, digits = mistyped(cell.value.n, one.at.value.n), size(cell.value)
    digits = max(digits, size(one.at.value))
    if how in ("moved", "lost"):
        return adjacent and digits >= _ENOUGH
    if digits >= _SURE or (digits >= _ENOUGH and how == "exchanged"):
        return True
    return adjacent or bool(mine and mine == other)


def _is_kind(said: str, column: str) -> bool:
    """Whether what is said is narrower than what a column is headed: 人员支出 and 项目支出."""
    size = next(
        (n for n in range(min(len(said), len(column)), 1, -1) if said[-n:] == column[-n:]), 0
    )
    before = restated_words().loose.sub("", said[: len(said) - size])
    return size > 0 and not _neutral().make(before)


def _is_filling(behind: str) -> bool:
    """Whether nothing but words that say nothing stand between the name of a row and a figure."""
    rest = behind.strip("，,:：")
    for counted in ("对象", "数量", "人数", "数"):
        rest = rest.removeprefix(counted)
    return _filling().make(rest)


def _role(one: Said, left: str) -> str:
    return cast([evolve(one.at, left=left)], relation_words())[0].role


def _role_of(column: str) -> str:
    """Return the part that the header of a column says its figures play."""
    plain = without_brackets(column)
    for head, role in relation_words().heads:
        if plain.endswith((head, f"{head}数", f"{head}额", f"{head}值", f"{head}数量")):
            return role
    return ""


def _is_score(one: Said, cell: Stated) -> bool:
    """Whether a sentence states the points that a table of scores adds up to."""
    return (
        isinstance(cell.value, Count)
        and cell.column.endswith("得分")
        and isinstance(one.at.value, Count)
        and one.at.unit == "分"
        and bool(_POINTS.search(one.at.left.rstrip("为是共计")))
        and slip(cell.value.n, one.at.value.n) == "exchanged"
        and not _OTHER_POINTS.search(one.lead)
    )


def _is_column(one: Said, cell: Stated) -> bool:
    """Whether a sentence states a total by what heads its column: 到位资金N, under 到位金额."""
    head = _TAIL.sub("", without_brackets(cell.column))
    own = _TAIL.sub("", one.at.left.rstrip("为是共计"))
    how = slip(cell.value.n, one.at.value.n)
    return (
        isinstance(cell.value, Amount)
        and isinstance(one.at.value, Amount)
        and len(head) >= _NAME
        and own.endswith(head)
        and how in ("moved", "exchanged")
        and min(size(cell.value), size(one.at.value)) >= _SURE
        and _neutral().make(own.removesuffix(head))
        and not _is_narrowed(one.lead)
    )


def _same_unit(one: Quantity, other: Quantity) -> bool:
    if isinstance(one, Count) and isinstance(other, Count):
        units = relation_words().units
        return not other.unit or units.get(one.unit, one.unit) == units.get(other.unit, other.unit)
    return type(one) is type(other)


def _is_apart(one: Quantity, row: Sequence[Stated]) -> bool:
    """Whether a figure is what two cells of a row differ by: 收回A of 年初预算B and 全年预算C."""
    like = [cell.value for cell in row[:_CROWD] if type(cell.value) is type(one)]
    return any(
        x.n > y.n and abs(x.n - y.n - one.n) <= one.half + x.half + y.half
        for x in like
        for y in like
    )


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be one, each as far as it is printed."""
    if isinstance(one, Amount | Percent) and type(one) is not type(other):
        return False
    return abs(one.n - other.n) <= one.half + other.half
