"""Years against each other: 2018年购置，至2022年末已使用8年; 评价年度2022年，评价时段2021年.

How many years lie between two of them is counted, the first and the last one included or not where
words leave that open.  A year is compared only where its own words say what it is a year of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.figures.mentions import Mention
from performance_rules.extraction.figures.orderings import Order, Ordering, clause_start
from performance_rules.extraction.head.years import EVALUATED
from performance_rules.text.numerals import whole_number
from performance_rules.values.quantity import Count

_YEAR: Final = r"(?:19|20)\d\d"
_MANY: Final = r"\d{1,2}|[一二两三四五六七八九十]{1,2}"
_DAY: Final = r"(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?|年?[末底])?"
_BEGUN: Final = (
    "购置|购入|购买|购进|启用|投用|投入使用|投入运行|建成|建成投用|启动|实施|开始|设立|起"
)
_GONE: Final = "使用|运行|服役|实施|开展|运营|投用|执行|安排"
_LASTED: Final = re.compile(
    rf"(?P<first>{_YEAR})年{_DAY}[^\d,，。;、:()]{{0,6}}?(?:{_BEGUN})(?P<between>[^\d。;()]{{0,8}}"
    rf"(?:\d{{1,3}}[^\d。;,，()年月日]{{1,4}})?)[,，]?(?:截至|截止|至|到)(?P<last>{_YEAR})年(?:度)?{_DAY}[,，]?"
    rf"(?:该[^\d,，。;]{{1,6}})?(?:已经|已|共|累计)?(?:连续|持续)?(?:{_GONE})(?:了|满)?"
    rf"(?P<many>{_MANY})(?:个年度|个财政年度|个预算年度|年)(?![内期限均])"
)
_PLANNED: Final = re.compile(
    r"(?:规划期|规划实施期|实施期|规划期限|实施周期)(?:为|是|:)?"
    rf"(?P<first>{_YEAR})年?[-—~至]+(?P<last>{_YEAR})年[,，。;](?P<now>{_YEAR})年(?:度)?(?:为|是|系)"
    rf"(?:规划|项目|实施|该)*(?:期|实施)?的?第(?P<many>{_MANY})年"
)
_FROM_TO: Final = (
    rf"(?P<first>{_YEAR})年(?:1月(?:1日|份)?|度)?(?:起)?[-—~至]+"
    rf"(?:(?P<last>{_YEAR})年)?12月(?:31日|份|底|末)?"
)
_SPAN: Final = re.compile(
    rf"(?:评价时段|评价期间|评价时间段|评价区间|评价期|评价基准期|自评时段|自评期间)(?:为|是|:){_FROM_TO}"
)
_OF: Final = re.compile(
    rf"(?:(?:评价年度|自评年度)(?:为|是|:)(?P<said>{_YEAR})年"
    rf"|对(?:我|本)?[局单位部门院校中心项目]{{0,4}}(?P<spent>{_YEAR})年度(?:部门|单位|项目|财政)*"
    r"(?:整体)?(?:预算)?支出(?:情况)?(?:开展|进行|实施)(?:了)?(?:绩效)?(?:自评|评价))"
)
_THAT_IS: Final = re.compile(
    rf"[,，](?:即|共|为期|共计)(?P<many>{_MANY})个(?:预算|财政|完整|会计)*年度"
)
_BEFORE: Final = re.compile(rf"(?:较|比|与)(?:上年度?|上一年度?|去年)\((?P<said>{_YEAR})年度?\)")
_SENTENCE: Final = re.compile(rf"(?P<own>{_YEAR})年度?(?![-—~至\d]|[^\d,，。;]{{0,4}}相比)")
_TOLD_OF: Final = re.compile(rf"(?P<own>{_YEAR})(?=年)")
_LED: Final = re.compile(
    rf"(?:我|本)[\u4e00-\u9fff]{{1,5}}(?P<own>{_YEAR})年度?(?![-—~至\d]|[^\d,，。;]{{0,4}}相比)"
)
"""我局2023年总支出N: a sentence that names who speaks, and then the year."""
_ITSELF: Final = re.compile(
    rf"(?<![与较比同自从至到\d])(?P<own>{_YEAR})年度?(?P<between>(?:(?!{_YEAR}年)[^。;!?\n])*?)[与较比](?P<said>(?P=own))年度?(?:决算数?|支出|收入)?(?:相比|比较)?[,，]?"
    "(?:多|少|增[加长]|减少|下降|上升|提高|降低|有所[增减下上])"
)
"""2022年比2022年增加N: a year that is compared with itself."""
_AGAINST: Final = re.compile(f"[与较比]{_YEAR}年")
_PARTLY: Final = re.compile("预算|计划|目标|[初月季中]|半年")
_LATER: Final = re.compile(
    rf"[与较比](?P<said>{_YEAR})年度?(?:部门|单位)?决算(?:数|额)?(?:[\d.,]+[万亿]?元)?"
    "(?:相比|比较|对比|增|减|下降|持平)"
)
"""与2024年度决算数相比: accounts that are not closed yet where the report is of an earlier year."""
_TURN: Final = re.compile(
    rf"(?P<own>{_YEAR})年度?年?(?:末|底|终)[,，(]?(?:即|也就是)(?P<said>{_YEAR})年12月31日"
)
_RANGE: Final = re.compile(
    rf"(?P<first>{_YEAR})年(?P<from>1?\d)月(?:[123]?\d日)?起?(?:至|到|[-—~]+)"
    rf"(?P<last>{_YEAR})年(?P<to>1?\d)月"
)
_TERM: Final = re.compile(
    rf"(?:期限?|周期|工期)(?:为|是|共|:)?(?P<many>{_MANY})年[,，(]?(?:即|自|从|由)*{_RANGE.pattern}"
)
"""实施期三年，自2021年1月至2023年12月."""
_HALF: Final = 6
_MONTHS: Final = 12
_MEANING: Final = re.compile(
    r"(?=[本文报上])(?:(?:本报告|本文|报告中|文中|文内)所?[称指]的?“?(?P<own>本年度?|当年|报告期|报告年度)”?"
    r"|(?P<last>上年(?:度|同期)?|上一年度?)”?(?:对比|比较|同比)?(?:口径|对比数|比较基数|基数))"
    rf"(?:均|都|系)?(?:指|为|是|取自|采用)(?P<said>{_YEAR})年(?:度|1月1日(?:起)?[-—~至到]+(?P<until>{_YEAR})年12月31日)?"
)
_SINCE: Final = re.compile(
    rf"自(?P<first>{_YEAR})年{_DAY}[^\d,，。;、()]{{0,4}}(?:成立|建成|设立|启用|开办|投用|投入使用|投入运行|投运|开放|实施|启动)"
    rf"[^\d,，。;、()]{{0,2}}(?:以来|至今)?[,，]?(?:至今|目前)?(?:已经|已)(?:连续|持续|安全|平稳|稳定|累计)*(?:{_GONE})(?:了|满)?"
    rf"(?P<many>{_MANY})年(?![内期限均])"
)
_PRESENTED: Final = re.compile(
    rf"现将[^\d,，。;]{{0,12}}?(?P<said>{_YEAR})年度?[^\d,，。;]{{0,8}}?[决预]算[^\d,，。;]{{0,12}}?(?:公开|公布|公示|报告|说明)"
)
"""现将我局2022年度部门决算公开如下."""
_LAST_YEARS: Final = re.compile(
    rf"(?P<said>{_YEAR})年度?(?:[^\d。;]{{0,12}}?(?:[\d.,]+[万亿]?元)?)[^\d。;]{{0,8}}?[(（]?(?<!较)(?<!比)(?:即|作为|系|为|是|属)?上年(?:度)?(?:基数|数(?![据字])|对比数|决算数)"
)
"""2021年度收入815.15万元（上年数）."""
_COVERS: Final = re.compile(
    rf"(?:本|上述|所附)[表报告决算公开]{{1,4}}(?:所[列载示]|反映|数据)的?(?:均)?(?:为|是|系)(?P<said>{_YEAR})年"
)
_TIME_OF: Final = re.compile(
    rf"(?:决算|报告|核算|会计|数据)(?:期间|年度|时段)(?:为|是|:){_FROM_TO}"
)
_PUBLISHED: Final = re.compile(
    rf"(?<!对)(?:本[部门单位]{{0,2}}决算|决算)[^\d。;]{{0,12}}(?P<own>{_YEAR})年1月1日[-—~至到]+(?:(?P=own)年)?12月31日"
    rf"[^。;]{{0,40}}?于(?P<said>{_YEAR})年(?P<month>1?\d)月(?P<day>[123]?\d)日[^\d,，。;]{{0,14}}公开"
)
_DAY_SAID: Final = re.compile("截至|截止")
_ANY: Final = re.compile(rf"{_YEAR}(?=年)")
_WHEN: Final = re.compile(
    rf"《[^《》]*》|{_YEAR}年(?:度)?(?:年?[初中末底]|[上下]半年|第?[一二三四1-4]个?季度|\d{{1,2}}月)"
)
"""When something was done, and what a paper is called: no year that figures are of."""
_SHOWN: Final = 60
"""So many characters are shown of what was said."""
_CLAUSE: Final = re.compile("[,，。;!?()\n]")
_STOP: Final = re.compile("[。;!?\n]")


TIMES: Final = "年月"
"""Without one of these a paragraph tells no time."""


def periods(text: str, home: int, year: int | None = None) -> list[Ordering]:
    """Return what a paragraph says wrongly of its own years.

    Args:
        text: the paragraph.
        home: its number.
        year: the document's own year, if it is known.
    """
    if "年" not in text:
        return []
    made: list[Ordering] = []
    if year is not None:
        made += _meant(text, home, year)
        made += _evaluated(text, home, year)
        if "上年" in text:
            made += _last_years(text, home, year)
        if "决算" in text:
            made += _later(text, home, year)
    if "期间" in text or "公开" in text:
        made += _covered(text, home)
    if "第" in text or "连续" in text or "已" in text or "使用" in text:
        made += _lasted(text, home)
    if "评" in text and ("年度" in text):
        made += _spans(text, home)
    if "年(" in text or "年度(" in text:
        made += _years_before(text, home, year)
    if _AGAINST.search(text) is not None:
        made += _itself(text, home)
    if "月" in text:
        made += _ends(text, home)
        if "期" in text:
            made += _terms(text, home)
    return made


def _later(text: str, home: int, year: int) -> Iterator[Ordering]:
    """与2024年度决算数相比, in a report of 2023 whose paragraph is of that year."""
    for found in _LATER.finditer(text):
        own = next((m for m in _ANY.finditer(text, 0, found.start()) if int(m[0]) == year), None)
        said = int(found["said"])
        if own is not None and said > year:
            yield _wrong(text, found.span("said"), said, year - 1, own.span(), home)


def _itself(text: str, home: int) -> Iterator[Ordering]:
    """2022年比2022年增加N, where nothing else of that year is spoken of than the whole of it."""
    for found in _ITSELF.finditer(text):
        stops = list(_STOP.finditer(text, 0, found.start()))
        begin = stops[-1].end() if stops else 0
        own = int(found["own"])
        if {int(one[0]) for one in _ANY.finditer(text, begin, found.end())} != {own}:
            continue  # 2022年A，2021年B，较2021年增加C
        if _PARTLY.search(found["between"]) is None:
            yield _wrong(text, found.span("said"), own, own - 1, found.span("own"), home)


def _ends(text: str, home: int) -> Iterator[Ordering]:
    """2022年1月1日至2021年12月31日 ends before it begins; 2022年末即2021年12月31日."""
    for found in _RANGE.finditer(text):
        first, last = int(found["first"]), int(found["last"])
        if last < first and "倒" not in text:  # 倒查
            yield _wrong(text, found.span("last"), last, first, found.span("first"), home)
    for found in _TURN.finditer(text):
        own, said = int(found["own"]), int(found["said"])
        if own != said:
            yield _wrong(text, found.span("said"), said, own, found.span("own"), home)


def _terms(text: str, home: int) -> Iterator[Ordering]:
    """实施期三年，自2021年1月至2024年12月 is neither three times twelve months nor three years."""
    for found in _TERM.finditer(text):
        first, last = int(found["first"]), int(found["last"])
        months = _MONTHS * (last - first) + int(found["to"]) - int(found["from"]) + 1
        many = whole_number(found["many"])
        if many is None or many == last - first + 1 or abs(months - _MONTHS * many) <= _HALF:
            continue
        right = first + many - (found["from"] == "1")
        yield _wrong(text, found.span("last"), last, right, found.span("first"), home)


def _meant(text: str, home: int, year: int) -> Iterator[Ordering]:
    """本报告所称本年度指2023年, 上年口径为2025年, 自2014年成立以来已运行12年: by the own year."""
    for found in _MEANING.finditer(text):
        said, right = int(found["said"]), year - (found["last"] is not None)
        if said != right and (found["until"] is None or found["until"] == found["said"]):
            yield _wrong(text, found.span("said"), said, right, found.span("said"), home)
    for found in _SINCE.finditer(text):
        most = year + 1 - int(found["first"]) + 1  # what is written in the year that follows
        many = whole_number(found["many"])
        if many is not None and 0 < most < many and _DAY_SAID.search(text) is None:
            yield _wrong(text, found.span("many"), many, most, found.span("first"), home)


def _evaluated(text: str, home: int, year: int) -> Iterator[Ordering]:
    """对2021年度整体支出开展自评, where all else of the paragraph is of the report's own year.

    The year in which it is evaluated says nothing of which one it is: 2022年初对2021年度开展自评.
    """
    found = list(EVALUATED.finditer(text)) if "评" in text and "对" in text else []
    found += _PRESENTED.finditer(text) if "现将" in text else ()
    if len(found) != 1 or int(found[0]["said"]) == year:
        return
    begin = max(text.rfind(stop, 0, found[0].start()) for stop in "。;!?\n") + 1
    aside = [m.span() for m in _WHEN.finditer(text)]
    aside.append((begin, found[0].end() if found[0].re is EVALUATED else begin))
    others = [
        m for m in _ANY.finditer(text) if not any(one <= m.start() < end for one, end in aside)
    ]
    others = [m for m in others if m.start() != found[0].start("said")]
    if {int(m[0]) for m in others} == {year}:
        own = others[0]
        said = int(found[0]["said"])
        yield _wrong(text, found[0].span("said"), said, year, own.span(), home)


def _last_years(text: str, home: int, year: int) -> Iterator[Ordering]:
    """2021年度收入815.15万元（上年数） in a report of 2023."""
    for found in _LAST_YEARS.finditer(text):
        said = int(found["said"])
        if said not in (year - 1, year):
            yield _wrong(text, found.span("said"), said, year - 1, found.span("said"), home)


def _covered(text: str, home: int) -> Iterator[Ordering]:
    """本表所列为2023年度数据，决算期间为2022年1月1日至12月31日; 2023年的决算，2023年8月公开."""
    said, time = _COVERS.search(text), _TIME_OF.search(text)
    if said is not None and time is not None and time["last"] in (None, time["first"]):
        own, right = int(said["said"]), int(time["first"])
        if own != right:
            yield _wrong(text, said.span("said"), own, right, time.span("first"), home)
    for found in _PUBLISHED.finditer(text):
        year, own = int(found["said"]), int(found["own"])
        if year <= own:
            yield _wrong(text, found.span("said"), year, own + 1, found.span("own"), home)


def _lasted(text: str, home: int) -> Iterator[Ordering]:
    """2018年购置，截至2022年末已使用8年; 规划期为2021—2025年，2022年为规划第三年."""
    for found in _LASTED.finditer(text):
        most = int(found["last"]) - int(found["first"]) + 1
        many = whole_number(found["many"])
        if many is not None and 0 < most < many:
            yield _wrong(text, found.span("many"), many, most, found.span("first"), home)
    for found in _PLANNED.finditer(text):
        nth = int(found["now"]) - int(found["first"]) + 1
        many = whole_number(found["many"])
        if many is not None and many != nth and found["first"] <= found["now"] <= found["last"]:
            yield _wrong(text, found.span("many"), many, nth, found.span("first"), home)


def _spans(text: str, home: int) -> Iterator[Ordering]:
    """评价年度为2022年度，评价时段为2021年1月1日至12月31日; 时段…，即一个预算年度."""
    spans = list(_SPAN.finditer(text))
    if len(spans) != 1:
        return
    span = spans[0]
    first, last = int(span["first"]), int(span["last"] or span["first"])
    said = list(_OF.finditer(text))
    if len(said) == 1:
        key = "said" if said[0]["said"] else "spent"
        year = int(said[0][key])
        if not first <= year <= last:
            near = first if year < first else last
            at = span.span("first") if year < first or not span["last"] else span.span("last")
            yield _wrong(text, at, near, year, said[0].span(key), home)
    counted = _THAT_IS.match(text, span.end())
    many = whole_number(counted["many"]) if counted is not None else None
    if counted is not None and many is not None and many != last - first + 1 > 0:
        at = span.span("last") if span["last"] else span.span("first")
        yield _wrong(text, counted.span("many"), many, last - first + 1, at, home)


def _years_before(text: str, home: int, year: int | None) -> Iterator[Ordering]:
    """2022年到位N，较上年（2020年）: the year before the only one that the sentence named."""
    for found in _BEFORE.finditer(text):
        stops = list(_STOP.finditer(text, 0, found.start()))
        begin = stops[-1].end() if stops else 0
        own = _SENTENCE.match(text, begin) or _LED.match(text, begin)
        if own is not None and own.re is _LED and int(own["own"]) != year:
            continue
        years = [int(one[0]) for one in _ANY.finditer(text, begin, found.start())]
        if len(years) > 1 and set(years) == {year}:
            own = _TOLD_OF.search(text, begin)
        elif len(years) != 1:
            continue
        if own is None:
            continue
        said, before = int(found["said"]), int(own["own"]) - 1
        if said != before:
            yield _wrong(text, found.span("said"), said, before, own.span("own"), home)


def _wrong(
    text: str, at: tuple[int, int], said: int, right: int, base: tuple[int, int], home: int
) -> Ordering:
    order: Order = "at_most" if said > right else "at_least"
    stop = _CLAUSE.search(text, at[1])
    end = stop.start() if stop else len(text)
    begin = clause_start(text, min(at[0], base[0]))
    wording = text[begin if end - begin <= _SHOWN else clause_start(text, at[0]) : end]
    figure, other = _mention(text, at, said, home), _mention(text, base, right, home)
    return Ordering(figure, other, order, wording, name="年份")


def _mention(text: str, at: tuple[int, int], n: int, home: int) -> Mention:
    value = Count(n, "年", printed=f"{n}年")
    begin, end = at[0], at[1] + text.startswith("年", at[1])
    return Mention(
        "count", value, "年", begin, end, left=text[max(0, begin - 6) : begin], home=home
    )
