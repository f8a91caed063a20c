"""The prices of one thing that a sentence states: what they are for one of, and for what time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from attrs import evolve

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.words import RelationWords, relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.prices.costs import COST
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any

_FAR: Final = 200
_MEANS: Final = re.compile(r"(?:平均|按)?(?P<per>[^\d\W每]{1,3})(?<!平)均(?P<rest>\D{0,12})\Z")
_AVERAGE: Final = re.compile("[平人户]均")
_EACH: Final = "每"
PRICES: Final = "每均单"
"""One of these stands in all words that make an amount the price of one."""
_MONTHLY: Final = re.compile(
    r"(?:(?P<per>[人户岗生车村])均每?月|(?:每月|月)平?均?每?(?P<later>[人户岗生车村])均)(?P<rest>\D{0,12})\Z"
)
"""人均每月300元; 每月人均300元."""
_VISIT: Final = re.compile(r"(?:人均每次|每次人均|每人每次)(?P<rest>\D{0,12})\Z")
"""What each spends each time is spent on one of so many 人次."""
_COMPARED: Final = re.compile("低于|高于|少于|多于|超过|超出|优于")
"""Before what one costs: another one is compared with it, and nothing is paid at it."""
_KEPT: Final = re.compile("控制在|限额|上限|封顶|[最至][高多]|不(?:得)?(?:超过?|高于|多于)")
_CEILING: Final = re.compile(
    r"(?:的)?(?:标准|限额|定额|控制数|控制标准|限价)?(?:之内|以内|以下|内|封顶)"
)
"""Behind it: so much it may cost at most, 每册20元标准内."""
_SINGLE: Final = re.compile(r"(?:单个\w{0,4}?平均|平均单个)\w{0,6}\Z")
_UNIT: Final = "单"
_ONE: Final = re.compile(
    r"单(?!位)(?P<per>[\u4e00-\u9fff]{1,3}?)(?:(?P<mean>平均)|综合|采购|中标|合同|结算|安装|建设)*"
    r"(?:造价|价格|价|成本|费用|投资|支出|(?<=平均))(?:为|是|约)?\Z"
)
"""单盏造价3,850元; 单座平均12万元."""
_LONGEST_NOUN: Final = 4
_GRANTED: Final = re.compile("补助|补贴|奖补|奖励|津贴|资助|救助|慰问")
"""What is given to each was fixed, and never rounded."""
_THRESHOLD: Final = re.compile(r"(?:平均|保障|低保|供养)\w{0,4}标准")
"""Up to which something is paid, or a mean over several places: nothing is paid at it to each."""
_PER_TIME: Final = ("/", "·", "•")
_OTHER_TIME: Final = re.compile(
    r"(?<!\d)[两二三四五六七八九十2-9]年|半年|(?<![按分每])季度|(?<!\d)\d{1,2}[-—~至到]\d{1,2}月|前\d{1,2}个?月|截至"
)
"""Times that are no year: what is paid in one of them is not the price of a year times a number."""
_MONTHS: Final = re.compile(r"(\d{1,2})个月")
_TIMES: Final = {
    "天": re.compile(r"(\d{1,3})天"),
    "日": re.compile(r"(\d{1,3})[天日]"),
    "学期": re.compile(r"([一二两三四\d])个?学期"),
    "周": re.compile(r"(\d{1,2})周"),
}
_SPAN: Final = re.compile(r"[、,，](?:工作|供应|服务|按)?\d{1,3}(?:天|日|个?学期|周)[、,，]")
"""A time between a number and what each costs for one of it."""
_STOP: Final = re.compile("[。!?]")
_UNEVEN: Final = re.compile(
    r"标准(?:提高|调整|提升|上调|降低)|提标|补发|扣发|停发|(?:离岗|离职)(?=\d|[,，。;；、后])|(?<=[\d人名年月中])(?:离岗|离职)|中途|年中(?:有|退|新)|(?:去世|死亡)\d|起执行"
)


@fixed(eq=False)
class Price:
    """What one of something costs.

    Attributes:
        at: the figure.
        per: what it is for one of; empty where only 单价 is said.
        period: the time it is for; empty where none is said.
        mean: whether it is an average, worked out from the two others.
        noun: the noun behind its counter: 保安 of 每名保安.
        fixed: whether it is a standard, which was never rounded.
    """

    at: Mention
    per: str
    period: str = ""
    mean: bool = False
    noun: str = ""
    fixed: bool = False

    @property
    def ceiling(self) -> bool:
        """Whether it is the most that one may cost, and nothing that was paid for it."""
        one = self.at
        return _KEPT.search(one.left) is not None or _CEILING.match(one.right) is not None


@fixed(eq=False)
class _Terms:
    """What makes a figure a price, as in :class:`Price`."""

    per: str
    period: str = ""
    mean: bool = False
    noun: str = ""
    fixed: bool = False


@lru_cache(maxsize=256)  # every kind of relation asks it of the figures of a paragraph
def price_of(one: Mention, words: RelationWords) -> Price | None:
    """Return the price that a figure is, or None."""
    terms = _terms_of(one, words)
    if terms is None:
        return None
    return Price(one, terms.per, terms.period, terms.mean, terms.noun, terms.fixed)


def is_price(one: Mention, words: RelationWords) -> bool:
    """Return whether a figure is a price."""
    return price_of(one, words) is not None


def _terms_of(one: Mention, words: RelationWords) -> _Terms | None:
    if one.kind == "amount":
        return _terms(one.left, one.right[1:] if one.right.startswith("/") else "")
    if one.kind != "price" or one.left.endswith(words.beginning) or _THRESHOLD.search(one.left):
        return None
    terms = _of_unit(one, one.unit, words)
    return terms if terms is None else _fixed(terms, one.left, words)


@lru_cache(maxsize=4096)  # every kind of relation asks it of every figure
def _terms(left: str, unit: str) -> _Terms | None:
    words = relation_words()
    terms = _price(left, unit, words) if not left.endswith(words.beginning) else None
    return terms if terms is None else _fixed(terms, left, words)


def _fixed(terms: _Terms, left: str, words: RelationWords) -> _Terms:
    """Return the terms of a price, of a standard where its words name one."""
    if terms.mean:
        return terms
    granted = _EACH in left and _GRANTED.search(left) is not None
    standard = granted or has_any(left, words.standards)
    return evolve(terms, fixed=True) if standard else terms


def _price(left: str, unit: str, words: RelationWords) -> _Terms | None:
    """Return what words before an amount make it the price of; a unit may stand behind it."""
    if not has_any(left, PRICES):
        return None
    monthly = _MONTHLY.search(left) if "月" in left else None
    if monthly is not None and words.priced.make(monthly["rest"]):
        return _Terms(monthly["per"] or monthly["later"], "月", mean=True)
    visit = _VISIT.search(left) if "每次" in left else None
    if visit is not None and words.priced.make(visit["rest"]):
        return _Terms("人次", mean="均" in visit[0])
    single = _ONE.search(left) if _UNIT in left else None
    if single is not None and (single["mean"] or single["per"] in words.units):
        return _Terms(single["per"], mean=single["mean"] is not None)
    if "单" in left and _SINGLE.search(left) is not None:
        return _Terms("个", mean=True)
    if _EACH in left:
        head, _, rest = left.partition(_EACH)
        return None if _COMPARED.search(head) else _each(left, rest, words)
    mean = _MEANS.search(left) if "均" in left else None
    if mean is not None and words.priced.make(mean["rest"]):
        per = mean["per"].removesuffix("年") or mean["per"]
        known = (per[at:] for at in range(len(per)) if per[at:] in words.units)
        return _Terms(next(known, per), mean=True)  # 小学生均: each 学生, each 生
    for name in words.prices:
        if name not in left:
            continue
        head, found, rest = left.rpartition(name)
        if found and words.fillers.make(rest) and len(head) <= 6:
            return _Terms(unit, mean="均" in name)
    return None


def _of_unit(one: Mention, unit: str, words: RelationWords) -> _Terms | None:
    """2.2万元/户; 300元/人/月."""
    if unit in words.periods:
        return None
    period = one.right[1:] if one.right.startswith(_PER_TIME) else ""
    if period and period not in words.periods:
        return None
    return _Terms(unit, period)


def _each(said: str, left: str, words: RelationWords) -> _Terms | None:
    """每台补贴360元; 每人每月100元; 每名保安每月服务费3,400元."""
    first, _, second = left.partition(_EACH)
    period = next((period for period in words.periods if second.startswith(period)), "")
    if second and not period:
        return None
    rest = second[len(period) :]
    if not second:
        per = _counter(first, words)
        rest, first = first[len(per) :], per
        if rest.startswith("年") and words.priced.make(rest[1:]):
            rest = rest[1:]
    if first in words.periods:
        return None
    costs = bool(period) and COST.fullmatch(rest) is not None
    if not costs and not words.priced.make(rest):
        # 每村管护费: what is counted is a noun that the number says as well
        return _Terms(first + rest) if not second and len(first + rest) <= 12 else None
    noun = ""
    if second and first not in words.units:
        size = next((n for n in range(len(first) - 1, 0, -1) if first[:n] in words.units), 0)
        noun = first[size:] if size else ""  # 每名保安每月: so many of them are counted
    return _Terms(first, period, mean=_AVERAGE.search(said) is not None, noun=noun)


def _counter(text: str, words: RelationWords) -> str:
    for size in range(min(_LONGEST_NOUN, len(text)), 0, -1):
        if text[:size] in words.units or text[:size] in words.periods:
            return text[:size]
    for size in range(1, min(_LONGEST_NOUN, len(text)) + 1):
        if words.priced.make(text[size:]):
            return text[:size]
    return ""


def is_parted(
    price: Mention, per: str, count: Mention, found: Sequence[Mention], words: RelationWords
) -> bool:
    """Whether another number stands between a price and one that only its noun makes countable.

    岗位45个，协管员120人，每岗2万元: of the posts, or of those who hold them.
    """
    if per in words.units or per == count.unit:
        return False
    low, high = sorted((count.start, price.start))
    return any(m.kind == "count" and low < m.start < high for m in found)


def times_of(text: str, price: Price) -> int | None:
    """Return how many periods the amount is for; None if that is not said."""
    near = sentence_of(text, price.at)
    if _OTHER_TIME.search(near):
        return None
    if price.period in ("", "年", "年度"):
        return 1
    monthly = price.period in ("月", "个月")
    pattern = _MONTHS if monthly else _TIMES.get(price.period)
    said = _nearest(pattern, text, price.at) if pattern is not None else None
    if said is None:
        return 12 if monthly and "全年" in near else None
    return whole_number(said[1])


def _nearest(pattern: re.Pattern[str], text: str, one: Mention) -> re.Match[str] | None:
    """Return the last time that a sentence tells before a price, else the first behind it."""
    near = sentence_of(text, one)
    begin = text.rfind(near, 0, one.start + len(near))
    found = [*pattern.finditer(text, begin, begin + len(near))]
    before = [match for match in found if match.end() <= one.start]
    return before[-1] if before else next(iter(found), None)


def prices_in(text: str, found: Sequence[Mention], words: RelationWords) -> list[Price]:
    """Return the prices among the figures of a text.

    Args:
        text: the text.
        found: its figures in their order.
        words: the words of relations.
    """
    pairs = zip((None, *found), found, strict=False)
    prices = (price_of(one, words) or _timed(text, one, before) for before, one in pairs)
    return [price for price in prices if price is not None and not price.ceiling]


def _timed(text: str, one: Mention, before: Mention | None) -> Price | None:
    """Return what each has for a time that stands between their number and it.

    300人、100天、每天5元: five yuan for each of them, a day.
    """
    period = one.left.removeprefix(_EACH)
    if one.kind != "amount" or before is None or before.kind != "count" or period == one.left:
        return None
    begin, end = before.close + len(before.right), one.start - len(one.left)
    said = _SPAN.fullmatch(text, begin, end) if period in _TIMES else None
    return Price(one, before.unit, period, fixed=True) if said is not None else None


def sentence_of(text: str, one: Mention) -> str:
    """Return the sentence in which a figure stands, as far as it is near."""
    low, high = max(0, one.start - _FAR), min(len(text), one.end + _FAR)
    begin = max(low - 1, *(text.rfind(mark, low, one.start) for mark in "。;!?")) + 1
    ends = [at for mark in "。;!?" if (at := text.find(mark, one.end, high)) >= 0]
    return text[begin : min(ends, default=high)]


def is_uneven(text: str, begin: int, end: int) -> bool:
    """Return whether words say that not all had the same all the time: 标准提高至, 3人离岗.

    Args:
        text: the paragraph.
        begin: where the first of the figures begins.
        end: where the last of them ends, whose sentence is looked at to its end.
    """
    stop = _STOP.search(text, end)
    return _UNEVEN.search(text, begin, stop.start() if stop is not None else len(text)) is not None
