"""Which two figures the words of a percentage name, and whether any two explain it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import comparable
from performance_rules.extraction.figures.passed import THEN, is_passed
from performance_rules.extraction.figures.ratenames import UNDONE
from performance_rules.extraction.figures.roles import alike, without_tail
from performance_rules.extraction.figures.words import RelationWords
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.percentages.around import NAMES, Around
from performance_rules.extraction.percentages.names import named
from performance_rules.extraction.percentages.phrases import Phrase
from performance_rules.extraction.statements.words import restated_words
from performance_rules.text.words import has_any
from performance_rules.values.precision import HUNDRED
from performance_rules.values.quantity import SCALE, Quantity

_OF_TIME: Final = re.compile("当年|全年|同期|上年|年度|分年|各|[两二三四五]|该|其|此")
"""A whole of a time, or one that is pointed to: which figure that is, its words do not say."""
_COARSE: Final = 200
_ROUGH: Final = 100
"""A percentage of fewer steps is made by chance by many pairs."""
_AIMS: Final = re.compile("预算|计划|目标|任务|概算|总投资|下达|到位|指标")
_PLAIN: Final = re.compile(
    "(?:年初|全年|年度|调整后?)?(?:预算|计划|目标|任务)(?:安排|资金|金额|数|值)*"
)
"""A plan by no other name: that of the figure beside it."""
_TOPIC: Final = re.compile("(?P<whole>.{2,})(?:中|当中|里)(?P<part>.{2,})")
_NOT: Final = ("不", "未", "无", "非")
_DEED: Final = 2
_LEAST: Final = 2
"""A name has so many characters."""
_BACK: Final = 1
"""So many sentences back may stand what a rate is of."""
_ASKED: Final = re.compile(
    r"(?:群众|对象|公众|患者|家长|居民|村民|市民|农民|学生|师生|职工|企业|干部|单位|员|户|者)"
)
"""Those who are asked what they think."""
_DUE: Final = re.compile(r"应(?P<what>\w{1,8})\Z")
_REALLY: Final = re.compile(r"(?:实际|实|已)(?P<what>\w{1,8})\Z")
_OPINIONS: Final = ("满意", "知晓", "认可")
_MOVE: Final = re.compile(r"(?:增|减|降|升|多|少|节约|节省|压缩)\w{0,3}\Z")
_COMPARED: Final = re.compile(
    r"(?:较|比|与)(?P<of>\w{2,8}?)(?:相比)?(?:[审核压缩]减|节约|节支|节省|降低|减少)"
)
_EARLIER: Final = re.compile(r"(?:上年|去年|上一年|同期|(?:19|20)\d\d年)")
_COMPARING: Final = re.compile("[比较与同]|上年|去年")
_AGAINST: Final = re.compile(r"比|较|与|同|\A(?:上年|去年|(?:19|20)\d\d年)")


@fixed(eq=False)
class Picked:
    """The two figures that a percentage is of, as its words name them.

    Attributes:
        figure: what is so many percent of the base, or has changed from it.
        base: the base.
        rate: the percentage.
        levels: whether it is by so many percent that the figure is another than the base.
        change: whether the figure is by how much something changed.
        deed: whether it is named after what was done of the base.
        named: whether words name the base, which the sentence says it is of.
        listed: whether the other percentages of its list show the base.
    """

    figure: Mention
    base: Mention
    rate: Mention
    levels: bool = False
    change: bool = False
    deed: bool = False
    named: bool = False
    listed: bool = False

    @property
    def holds(self) -> bool:
        """Whether the two make the percentage."""
        test = moves if self.levels else makes
        return test(self.figure.value, self.base.value, self.rate.value)


def makes(figure: Quantity, base: Quantity, rate: Quantity) -> bool:
    """Whether one figure can be so many percent of another, as they are printed or cut off."""
    return _is_so_much(figure.n, figure.half, base.n, base.half, rate)


def moves(figure: Quantity, base: Quantity, rate: Quantity) -> bool:
    """Whether a figure can be by so many percent more or less than another."""
    off, slack = abs(figure.n - base.n), figure.half + base.half
    return _is_so_much(off, slack, base.n, base.half, rate)


def _is_so_much(part: int, slack: int, whole: int, loose: int, rate: Quantity) -> bool:
    if whole <= loose:
        return False
    low, high = abs(rate.n) - rate.half, abs(rate.n) + max(rate.half, rate.step - 1)
    least, most = (part - slack) * HUNDRED, (part + slack) * HUNDRED
    return least <= high * (whole + loose) and most >= low * (whole - loose)


def pick(near: Around, phrase: Phrase, like: Mention | None) -> Picked | None:
    """Return the two figures that a percentage is of, or None where its words do not name them.

    Args:
        near: the percentage among its figures.
        phrase: what its words say.
        like: the whole that the other percentages of its list are of.
    """
    if phrase.sort in ("share", "noted", "counted"):
        return _share(near, phrase, like) if near.one.value.n >= 0 else None
    if phrase.sort == "rate":
        return _rate(near, phrase)
    if phrase.sort == "cut":
        return _cut(near)
    return _change(near, phrase)


def is_explained(near: Around, picked: Picked, taken: Sequence[tuple[Mention, Mention]]) -> bool:
    """Whether two figures near a percentage make it, of whatever they are.

    A percentage of few digits is made by chance by many pairs: those count that share a figure
    with the two that are named.

    Args:
        near: the percentage among its figures.
        picked: the two figures that are named.
        taken: pairs that make other percentages.
    """
    rate = near.one.value
    rough = rate.step and abs(rate.n) // rate.step <= _ROUGH and rate.n != HUNDRED * SCALE
    own = (picked.figure, picked.base)
    for figure, base in _making(near.figures, picked, rate):
        if figure is picked.base and base is picked.figure:
            continue  # what was planned of what was done explains nothing
        if figure not in own and base not in own and (rough or _is_loose(figure, base)):
            continue
        if picked.named and figure in own:
            continue  # 占B的P is of B, though another be meant
        if picked.listed and base.sentence > near.one.sentence:
            continue  # 占P in a list is of nothing that is told only later
        if (figure, base) not in taken and comparable(figure, base, near.words):
            return True
    return picked.deed and _is_of_both(near, picked)


def _is_of_both(near: Around, picked: Picked) -> bool:
    """Whether a figure and another one beside it make a rate: 满意A、基本满意B，满意度P."""
    own, base = picked.figure.value, picked.base.value
    others = [m for m in near.figures if m not in (picked.figure, picked.base)]
    both = ((m.value.n + own.n, m.value.half + own.half) for m in others if alike(m.value, own))
    return any(_is_so_much(n, half, base.n, base.half, near.one.value) for n, half in both)


def _making(
    figures: Sequence[Mention], picked: Picked, rate: Quantity
) -> Iterator[tuple[Mention, Mention]]:
    """Yield the pairs of which a percentage of the kind that was named can be.

    It is of a figure itself, of what that leaves of the base (不合格16批次，合格率P), of the
    difference of two levels, or of a change against what was before it.
    """
    apart = picked.levels or picked.change
    low, high = abs(rate.n) - rate.half, abs(rate.n) + max(rate.half, rate.step - 1)
    parts = [(m, m.value.n * HUNDRED, m.value.half * HUNDRED) for m in figures]
    for base, whole, loose in parts:
        if whole <= loose:
            continue
        n, half = base.value.n, base.value.half
        least, most = low * (n - half), high * (n + half)
        for figure, part, slack in parts:
            if figure is base:
                continue
            made = part - slack <= most and part + slack >= least
            if not made and (apart or (picked.deed and part <= whole)):
                rest, off = abs(part - whole), slack + loose
                made = rest - off <= most and rest + off >= least
            if made or (picked.change and _grown(figure.value, base.value, rate)):
                yield figure, base


def _is_loose(figure: Mention, base: Mention) -> bool:
    """Whether two figures are printed too coarsely to tell one percentage from the next."""
    return any(m.value.half * _COARSE > m.value.n for m in (figure, base))


def _grown(change: Quantity, level: Quantity, rate: Quantity) -> bool:
    """Whether a change is so many percent of what a level was before it."""
    slack = level.half + change.half
    less, more = level.n - change.n, level.n + change.n
    return _is_so_much(change.n, change.half, less, slack, rate) or _is_so_much(
        change.n, change.half, more, slack, rate
    )


def _share(near: Around, phrase: Phrase, like: Mention | None) -> Picked | None:
    """占B的P, or P in a bracket: of the figure that is named, or right before it."""
    words, whole, part = near.words, phrase.whole, phrase.part
    if phrase.sort == "counted":
        figure = near.behind[0] if near.behind else None
    elif part:
        topic = _TOPIC.fullmatch(part) if not whole else None
        if topic is not None:
            whole, part = topic["whole"], topic["part"]
        figure = _one(named(part, near.figures, words))
    else:
        figure = near.last()
    if figure is None or figure.kind not in NAMES:
        return None
    if "占" not in near.one.left and _AIMS.search(whole) and _MOVE.search(figure.left):
        return None  # 少支出A，完成预算的P: of what was spent
    others = [m for m in near.figures if m is not figure and comparable(m, figure, words)]
    others = [m for m in others if not is_passed(m, near.figures, near.one)]
    if whole and words.money.make(whole):
        others = [m for m in others if m.home == near.one.home]  # 占支出的P: not of another section
    base = _one(named(whole, others, words)) if whole else like
    if base is None or base is figure or not comparable(base, figure, words):
        return None
    if base.value.n == figure.value.n and not makes(figure.value, base.value, near.one.value):
        return None  # the same figure, told once more
    if whole and _is_of_fund(base, figure, whole, near):
        return None
    aimed = _AIMS.search(whole) is not None
    later = base.start > near.one.start and base.sentence != near.one.sentence
    if _PLAIN.fullmatch(whole) and (later or _is_of_another(base, figure, near)):
        return None  # 接待费A，完成预算的P: of its own, not of the budget told of another line
    if figure.value.n > base.value.n and not aimed:
        return None
    if base.depth > near.one.depth and _is_between(near, base):
        return None  # A，完成预算的P，其中支出B（预算C）: of B
    certain = bool(phrase.whole) and _OF_TIME.match(phrase.whole) is None
    listed = not whole and base.sentence == near.one.sentence
    return Picked(figure, base, near.one, named=certain, listed=listed)


def _is_between(near: Around, base: Mention) -> bool:
    """Whether a figure in a bracket behind a percentage is said of a figure between the two."""
    between = (m for m in near.figures if near.one.start < m.start < base.start)
    return any(m.depth < base.depth for m in between)


def _is_of_fund(base: Mention, figure: Mention, whole: str, near: Around) -> bool:
    """Whether a whole is what a sentence tells of a fund, which the words for it do not name.

    政府性基金年初结转A，本年支出B。某项支出C，占本年支出的P: not of B.
    """
    if (base.home, base.sentence) == (figure.home, figure.sentence):
        return False
    funds = restated_words().funds
    beside = (m for m in near.before if (m.home, m.sentence) == (base.home, base.sentence))
    told = {fund for m in beside if m.start <= base.start for fund in funds.findall(m.left)}
    return bool(told) and told.isdisjoint(funds.findall(whole))


def _is_of_another(plan: Mention, figure: Mention, near: Around) -> bool:
    """Whether a plan without a name was told of something else than a figure with one.

    出国费A，预算B；接待费C，完成预算的P: behind another name stands another plan.
    """
    if plan.home != near.one.home:
        return True
    name = without_tail(figure.left, near.words)
    if plan.part == figure.part or near.words.money.make(name):
        return False
    of = _PLAIN.sub("", plan.left)
    return len(of) < _LEAST or of not in figure.left


def _rate(near: Around, phrase: Phrase) -> Picked | None:
    """受理A，办结B，结案率P: of what the rate is named after, and of what stands before it."""
    figure = near.last(alone=True)
    deed = phrase.deed[-_DEED:]
    done = _deed_of(figure, deed) if figure is not None and len(deed) == _DEED else ""
    if figure is None or not done:
        return None
    at = near.before.index(figure)
    base = near.before[at - 1] if at else None
    if base is None or base.home != figure.home or base.depth != figure.depth:
        return None
    if figure.sentence - base.sentence > _BACK:
        return None
    if not comparable(base, figure, near.words) or figure.value.n > base.value.n:
        return None
    if _is_due(base, figure):
        return Picked(figure, base, near.one, deed=True)  # 应检A，实检B，检测率P
    if _deed_of(base, done) or not _is_same_rate(phrase.deed, figure, base, near.words):
        return None
    return Picked(figure, base, near.one, deed=True)


def _is_due(base: Mention, figure: Mention) -> bool:
    """Whether one figure is what should be done of what the other one is: 应检A，实检B."""
    due, done = _DUE.search(base.left), _REALLY.match(figure.left)
    return due is not None and done is not None and due["what"] == done["what"] != ""


def _is_same_rate(name: str, figure: Mention, base: Mention, words: RelationWords) -> bool:
    """Whether a rate is narrowed to nothing, or to those who were asked: 群众满意率."""
    narrowed, deed = name[:-_DEED], name[-_DEED:]
    if words.neutral.make(narrowed) or narrowed == figure.unit:
        return True
    asked = _ASKED.findall(narrowed) if deed in _OPINIONS else []
    if not asked or not narrowed.endswith(asked[-1]):
        return False
    others = _ASKED.findall(figure.left + base.left + base.right)
    return all(other in asked for other in others)


def _deed_of(figure: Mention, deed: str) -> str:
    """Return what a figure has of the deed that a rate is named after: 办结B has 结 of 结案率."""
    own = figure.left[-3:] or figure.right[:3]
    if has_any(own, _NOT) or UNDONE.match(figure.left) is not None:
        return ""
    return "".join(char for char in deed if char in own)


def _cut(near: Around) -> Picked | None:
    """送审A，审定B，审减率P: of the two amounts right before it; the higher one is the base."""
    figure = near.last(alone=True)
    at = near.before.index(figure) if figure is not None else 0
    base = near.before[at - 1] if at else None
    if figure is None or base is None or base.sentence != figure.sentence:
        return None
    if _MOVE.search(figure.left):
        # 合同价A，较预算节约B，节约率P: of the budget, which is not told
        of = _COMPARED.search(figure.left)
        known = of is not None and of["of"] in base.left and comparable(base, figure, near.words)
        return Picked(figure, base, near.one, change=True) if known else None
    if base.depth != figure.depth or not comparable(base, figure, near.words):
        return None
    low, high = sorted((figure, base), key=lambda m: m.value.n)
    return Picked(low, high, near.one, levels=True)


def _change(near: Around, phrase: Phrase) -> Picked | None:
    """与上年B相比减少C，减幅P: the change of the level that it is compared with."""
    change = near.last(alone=True)
    if phrase.part or change is None:
        return None
    if _MOVE.search(change.left) is None:
        return _levels(near, change)
    bases = [
        m
        for m in near.before
        if m.sentence == change.sentence
        and m is not change
        and _EARLIER.search(m.left)
        and _AGAINST.search(m.left)
        and _MOVE.search(m.left) is None  # 比预算减少B: another change
        and comparable(m, change, near.words)
    ]
    year = THEN.search(change.left)  # 2023年A；比2022年增加C: A is not what it grew from
    bases = [m for m in bases if not year or not m.left[:1].isdigit() or year[0] in m.left]
    base = _one(bases)
    if base is None or base.value.n < change.value.n:
        return None
    levels = [m for m in near.before if m.sentence == change.sentence and m is not change]
    if levels == [base] and _COMPARING.search(base.left) is None:
        return None  # 2022年支出A，比上年增加C，增长P: A is what it grew to
    if change.left.startswith("其中"):
        return None  # 其中接待费增加C: of what the base is only the whole
    return Picked(change, base, near.one, change=True)


def _levels(near: Around, figure: Mention) -> Picked | None:
    """2024年A，2023年B，下降P: two levels, of which words say which is the earlier one."""
    at = near.before.index(figure)
    other = near.before[at - 1] if at else None
    if other is None or other.sentence != figure.sentence or other.depth != figure.depth:
        return None
    if not comparable(other, figure, near.words) or other.kind != figure.kind:
        return None
    if _MOVE.search(other.left) or _MOVE.search(figure.left):
        return None  # 净增A；乙2023年B，上升P: by how much something else changed
    first, second = _year(other), _year(figure)
    if first == second or second is None:
        return None
    if first and second and abs(first - second) > 1:
        return None  # 2022年A，2020年B，下降P: it may be from the year between
    later, earlier = (other, figure) if first is None or first > second else (figure, other)
    return Picked(later, earlier, near.one, levels=True)


def _year(one: Mention) -> int | None:
    """Return the year that the words before a figure name; of 上年 an early one."""
    said = THEN.search(one.left)
    if said is None:
        return None
    return int(said["year"]) if said["year"] else 0


def _one(found: Sequence[Mention]) -> Mention | None:
    """Return the figure that is meant: the last of those that say the same number."""
    return found[-1] if found and len({m.value.n for m in found}) == 1 else None
