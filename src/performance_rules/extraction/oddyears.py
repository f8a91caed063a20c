"""A year that stands in one place only, where all else of a document is of another one.

A report may speak of many years: of the one before, of plans, contracts and laws, of all the years
of a project.  So a year is odd only if no other sentence, caption or column has it as its own, the
report's year is the own one of sentences besides the title, and no span of years covers it.  Then
it is wrong where the words leave nothing else it could be: the time that is evaluated, the end of
last year, the day up to which the body spent; or where the very figures that it is said to be of
stand elsewhere as those of the report.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.head.words import shipped_heads
from performance_rules.extraction.head.years import named_years, own_years
from performance_rules.extraction.tables.joining import Found
from performance_rules.extraction.tables.words import TableWords
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.report.model import Paragraph, Source

_YEAR: Final = r"(?:19|20)\d\d"
_ANY: Final = re.compile(rf"(?<!\d)({_YEAR})(?=年)")
_SPAN: Final = re.compile(rf"({_YEAR})年?度?(?:-|—|–|~|至|到){{1,2}}({_YEAR})(?=年)")
_SENTENCE: Final = re.compile(r"[^。!?\n]+")
_PART: Final = re.compile(r"[^;；]+")
_AMOUNT: Final = re.compile(r"(?<![\d.])(\d[\d,]*(?:\.\d+)?)[万亿]?元")
_NUMBER: Final = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_SURE: Final = 4
"""So many digits are no chance where two figures are the same."""
_LONG: Final = 5
_TWO: Final = 2
_LABEL: Final = 4

_TIME: Final = re.compile(
    rf"(?:自评|评价|绩效|报告)(?:的)?(?:时段|期间|时间段|区间|基准期|周期|时间范围|范围|对象)(?:为|是|:|系|覆盖|包括)*"
    rf"[^\d,，。;；]{{0,12}}?(?P<year>{_YEAR})年1月(?:1日)?(?:起)?[-—~至到]+(?:(?P=year)年)?12月(?:31日|底|末)?"
)
_LAST: Final = re.compile(
    rf"(?:上年度?|上一年度?|去年)年?[末底](?:\(|,|，)?(?:即|也就是)?(?P<year>{_YEAR})年(?:12月31日|12月底|年?[末底])"
)
_UNTIL: Final = re.compile(
    rf"截[至止]到?(?P<year>{_YEAR})年(?P<day>12月31日|12月[底末]|年?[底末])[,，]?"
    r"(?:我|本|该)?[\u4e00-\u9fff]{0,6}?(?:项目)?(?:资金)?(?:实际|已)?(?:支出|支付|到位|执行)(?:资金)?(?:共|为)?\d"
)
_LATER: Final = re.compile(
    "累计|历年|以前年度|上年|去年|年初|期初|跨年|续建|预计|计划|力争|拟|首年|第一年|前年|分年度|[一二三四五]期|两年|三年"
)
"""Words by which money is not, or not only, that of one year."""
_PRIOR: Final = re.compile(
    "上年|上一年|去年|年初|期初|前年|以前年度|历年|首年|第一年|同期|比较|较|相比|对比|结转自|滚存|使用|预算"
)
"""Words by which a figure may be one of an earlier year, or of none."""
_LED: Final = re.compile(
    rf"(?:[(（]?[一二三四五六七八九十\d]{{1,3}}[)）、.])?(?:[\u4e00-\u9fff]{{0,12}}?[,，]?)(?P<year>{_YEAR})年(?:度|年?[末底])?"
    r"(?P<name>[^\d,，。;:()]{2,30})(?=[\d:(])"
)
_FUNDS: Final = re.compile("(?:一般公共|政府性基金|国有资本经营|部门|单位)预算")
_REASON: Final = re.compile("(?:主要)?(?:原因|变动原因|是由于|系|是因为)")
_EVENT: Final = re.compile(
    "签订|批复|立项|下达|招标|中标|购置|购入|建成|印发|以来|启动|开工|投资|安排|预算|计划|结转至|结转到|起|申报|审计|合同|概算"
)
_HEAD: Final = re.compile("支出|收入|结转|结余|决算|执行|经费")
_CARRIED: Final = re.compile("结转|结余")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,}\Z")
_FILLING: Final = re.compile(r"(?:决算数?|合计|总计|总额|为|是|共|计|达)++\Z")
_NEAR: Final = 40
"""So far back a figure has its name: the work stays linear."""
_AND: Final = re.compile("[和与及]")

Stated = tuple[str, int, int, Source]
"""What a place is called, the year it says, the one it should say, and where it stands."""


@fixed(eq=False, slots=False)
class _Sentence:
    text: str
    source: Source | None

    @cached_property
    def amounts(self) -> Mapping[str, str]:
        """Its long amounts, each with the words right before it."""
        return _amounts(self.text)


@fixed(eq=False)
class _Years:
    """The years of a document.

    Attributes:
        own: of each year, how many sentences, captions and columns have it as theirs.
        named: of each year, how many name it at all, but for what something is compared with.
        spans: the spans of years that are named.
        year: the document's own year.
    """

    own: Mapping[int, int]
    named: Mapping[int, int]
    spans: frozenset[tuple[int, int]]
    year: int

    def odd(self, year: int) -> bool:
        """Whether a year is named as its own by one place alone, and nothing explains it."""
        if year == self.year or self.own.get(year, 0) > 1 or self.own.get(self.year, 0) < _TWO:
            return False
        if year < self.year and self.named.get(year, 0) > 1:
            return False  # something began, or was agreed, in that year
        return not any(a <= year <= b for a, b in self.spans)


def odd_years(
    paragraphs: Sequence[Paragraph],
    tables: Sequence[Found],
    words: TableWords,
    *,
    year: int,
    document: str,
    accounts: bool,
) -> Iterator[Stated]:
    """Yield the places that name another year than all else of a document does.

    Args:
        paragraphs: the paragraphs of the document.
        tables: its tables.
        words: the words of tables.
        year: its own year, which its title names.
        document: its name.
        accounts: whether it is of final accounts or an evaluation, and not a budget.
    """
    sentences = [one for part in paragraphs for one in _sentences(part)]
    named = {int(y) for one in sentences for y in _ANY.findall(one.text)}
    captions = [plain_word(one.caption) for one in tables]
    named |= {int(y) for text in captions for y in _ANY.findall(text)}
    if named <= ({year} if accounts else {year, year - 1}):
        return
    parts = [_part(one, found[0]) for one in sentences for found in _PART.finditer(one.text)]
    told = _told(parts, tables, captions, words, year)
    if not any(map(told.odd, named)):
        return
    for one in sentences:
        if one.source is None or _ANY.search(one.text) is None:
            continue
        for called, said, right in _by_words(one, told, accounts):
            yield called, said, right, one.source
        if accounts:
            found = _by_figures(one, parts, tables, told)
            if found is not None:
                yield found, _first(one.text), year, one.source
    if accounts:
        for table, caption in zip(tables, captions, strict=True):
            years = {int(y) for y in _ANY.findall(caption)}
            if len(years) == 1 and told.odd(min(years)) and _is_restated(table, parts):
                source = Source(document, page=table.page, table=table.number, start=table.start)
                yield f"“{table.caption}”", min(years), year, source


def _sentences(part: Paragraph) -> Iterator[_Sentence]:
    for found in _SENTENCE.finditer(plain_word(part.text)):
        yield _Sentence(found[0], part.source)


def _part(whole: _Sentence, text: str) -> _Sentence:
    return whole if text == whole.text else _Sentence(text, whole.source)


def _amounts(text: str) -> Mapping[str, str]:
    out: dict[str, str] = {}
    for found in _AMOUNT.finditer(text):
        if _size(found[1]) >= _SURE:
            near = text[max(0, found.start() - _NEAR) : found.start()]
            before = _FILLING.sub("", near.rstrip("("))
            name = _HAN.search(before)
            out.setdefault(_plain(found[1]), name[0] if name else "")
    return out


def _plain(number: str) -> str:
    text = number.replace(",", "")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _size(number: str) -> int:
    return len(number.replace(",", "").replace(".", "").strip("0"))


def _first(text: str) -> int:
    found = _ANY.search(text)
    return int(found[1]) if found else 0


def _told(
    sentences: Sequence[_Sentence],
    tables: Sequence[Found],
    captions: Sequence[str],
    words: TableWords,
    year: int,
) -> _Years:
    years = shipped_heads().years
    texts = [one.text for one in sentences]
    texts += set(captions) - {text.strip() for text in texts}
    for table in tables:
        if table.rows:
            height, paths = table.header(words)
            texts += [plain_word("".join(path)) for path in paths]
            texts += [plain_word(row.texts()[0]) for row in table.rows[height:] if row.texts()]
    own: Counter[int] = Counter()
    named: Counter[int] = Counter()
    spans: set[tuple[int, int]] = set()
    for text in (text for text in texts if "年" in text):
        own.update({said for said, _ in own_years(text, years)})
        named.update(named_years(text, years))
        spans.update((int(a), int(b)) for a, b in _SPAN.findall(text))
    return _Years(own, named, frozenset(spans), year)


# ── what the words alone say ──


def _by_words(one: _Sentence, told: _Years, accounts: bool) -> Iterator[tuple[str, int, int]]:
    """自评时段为N年1月1日至12月31日; 上年末（N年12月31日）; 截至N年底，我局支出M."""
    years = [int(y) for y in _ANY.findall(one.text)]
    if len(set(years)) != 1:
        return
    said = years[0]
    last = _LAST.search(one.text)
    if last is not None and len(years) == 1 and said != told.year - 1 and told.odd(said):
        yield "上年末", said, told.year - 1
    if not accounts or not told.odd(said):
        return
    time = _TIME.search(one.text)
    whole = time is not None and len(_ANY.findall(time[0])) == len(years)
    if time is not None and whole and not _LATER.search(one.text):
        yield time[0].partition(str(said))[0].rstrip("为是:系"), said, told.year
    until = _UNTIL.search(one.text)
    if until is not None and len(years) == 1 and not _LATER.search(one.text):
        yield until[0].partition("年")[0][:2] + until["day"], said, told.year


# ── what the figures say ──


def _by_figures(
    one: _Sentence, parts: Sequence[_Sentence], tables: Sequence[Found], told: _Years
) -> str | None:
    """Return the name of what a sentence says is of a year, and all others are of the report's."""
    if len(one.amounts) == 0 or len(set(_ANY.findall(one.text))) != 1:
        return None
    led = _LED.match(one.text)
    if led is None or told.own.get(int(led["year"])) != 1 or not told.odd(int(led["year"])):
        return None
    name = led["name"]
    said = _FUNDS.sub("", _REASON.split(one.text, maxsplit=1)[0])
    if _HEAD.search(name) is None or _EVENT.search(said) is not None:
        return None
    before = int(led["year"]) == told.year - 1
    if before and (_CARRIED.search(name) is not None or _PRIOR.search(one.text) is not None):
        return None
    again: set[str] = set()
    for other in parts:
        if other.source is one.source and other.text in one.text:
            continue
        if _PRIOR.search(_FUNDS.sub("", other.text)) is not None:
            continue
        if any(int(y) != told.year for y in _ANY.findall(other.text)):
            continue
        for number, called in one.amounts.items():
            if number in other.amounts:
                again.add(number)
                same = _core(called) == _core(other.amounts[number])
                if same and len(_core(called)) >= _LABEL and not before:
                    return name
    again |= _in_tables(one, tables)
    sure = {number for number in again if _size(number) >= _LONG}
    return name if len(sure) >= _TWO else None


def _core(name: str) -> str:
    """Return a name without its year and what two of its wordings differ by."""
    return _AND.sub("", re.sub(r"\A(?:年度|年)?(?:年?[末底])?", "", name))


def _in_tables(one: _Sentence, tables: Sequence[Found]) -> set[str]:
    """Return the amounts of a sentence that stand in a row whose name it says."""
    found: set[str] = set()
    for table in tables:
        for row in table.rows:
            texts = [plain_word(text) for text in row.texts()]
            label = next((text for text in texts if text and not _NUMBER.fullmatch(text)), "")
            if len(label) >= _LABEL and label in one.text:
                found |= {_plain(text) for text in texts if _NUMBER.fullmatch(text)}
    return found & one.amounts.keys()


def _is_restated(table: Found, sentences: Sequence[_Sentence]) -> bool:
    """Whether sentences that name no other year tell two rows of a table, two figures each."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for row in table.rows:
        texts = [plain_word(text) for text in row.texts()]
        label = next((text for text in texts if text and not _NUMBER.fullmatch(text)), "")
        numbers = {_plain(text) for text in texts if _NUMBER.fullmatch(text)}
        if len(label) >= _LABEL and len(numbers) >= _TWO:
            rows[label] |= {text for text in numbers if _size(text) >= _SURE - 1}
    again = 0
    for label, numbers in rows.items():
        again += any(
            label in one.text
            and _ANY.search(one.text) is None
            and len({_plain(m[1]) for m in _AMOUNT.finditer(one.text)} & numbers) >= _TWO
            for one in sentences
        )
    return again >= _TWO
