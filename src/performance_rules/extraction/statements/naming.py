"""What a figure of prose is of: the whole of its name, its year and its time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from performance_rules.extraction.figures.roles import cast
from performance_rules.extraction.figures.words import Vocabulary, relation_words
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.statements.said import Said
from performance_rules.extraction.statements.words import RestatedWords, restated_words
from performance_rules.text.years import NAMED_YEAR

DATE: Final = re.compile(
    r"(?:截至|截止|到|至|在)?(?:(?:19|20)\d\d年?[-—~至])?(?:19|20)\d\d年(?:度|初|末|底)?(?:1?\d月(?:\d\d?日|底|末|份)?)?"
)
_PART_OF_YEAR: Final = re.compile(
    r"(?<!\d)(?:[1-9]|1[01])(?:[-—~至]1?\d)?月|第?[一二三四]季|前三季"
    r"|第[一二三四五六七八九十\d]+[批期年次]|[一二三四五]期|[近前后这]?[两三四五六七八九十]年|(?<![全本当])年来|以来|多年"
)
_NUMBERED: Final = re.compile("^[一二三四五六七八九十]{1,2}是")
_LED: Final = re.compile(r"^项目(?=年初|全年|实际|当年|本年|总|新[建增]|建成|完成|累计|共)")
_END: Final = re.compile("12月(?:31日|底|末)?")
_OWN: Final = "我本该全各"
_PLACE: Final = re.compile(
    r"(?<![\d,.])[\u4e00-\u9fff]{1,8}?(?:镇|乡|村|社区|街道|县|区|市|州|盟|旗|学校|小学|中学|幼儿园|医院|卫生院|公司"
    r"|合作社|支队|大队|中队|站|所(?![有需属以得])|局|委(?![托派员])|(?<![举开主承协经兴])办(?![理公法事结证学])|馆|中心|片区|项目|工程"
    r"|标段|组(?![织建成合]))"
)
_NO_PLACE: Final = re.compile("农村|城市|城镇|城乡|乡村|市场|县域|[牧山林库矿灾]区")
_AMONG: Final = re.compile("^(?:其中|包括|另外?|以及)")
_KIND: Final = 2
"""So many characters are no name, but say what kind of place or body it is."""
_LEAST: Final = 3
_KEPT: Final = 2


@fixed
class Name:
    """What a figure is of.

    Attributes:
        core: its name without the words that say nothing.
        generic: whether it is no more than what a figure of any thing may be called.
        level: whether it is a level, and neither a difference, nor a bound, nor an average.
        year: the year it is of; None where none is said.
        times: words for a time or a step in its sentence.
        places: what its sentence speaks of before it: places, bodies, projects.
        back: whether a word refers to what was said before.
        whole: whether words say that it is all there is.
        summary: whether its sentence says once more what was said.
    """

    core: str
    generic: bool
    level: bool
    year: int | None
    times: frozenset[str]
    places: frozenset[str]
    back: bool
    whole: bool
    summary: bool


def name_of(one: Said) -> Name:
    """Return what a figure is of."""
    words = restated_words()
    left, lead = one.at.left, one.lead
    core = core_of(words.back.sub("", left))
    years = NAMED_YEAR.findall(lead) or NAMED_YEAR.findall(one.section)
    before = lead[: len(lead) - len(left)]
    return Name(
        core=core,
        generic=_is_generic(one, core),
        level=not words.no_level.search(words.steady.sub("", left))
        and not one.at.right.startswith(("以", "的差")),
        year=int(years[-1]) if years else None,
        times=frozenset(
            [*_times(lead, words), *words.other_years.findall(one.section.rpartition("/")[2])]
        ),
        places=frozenset(places_in(before)),
        back=words.back.search(left) is not None,
        whole=words.whole.search(left + one.at.right[:24]) is not None,
        summary=words.summary.match(lead) is not None,
    )


def _times(text: str, words: RestatedWords) -> list[str]:
    """Return the words of a text for another time than the whole of a year; its end is that."""
    text = words.named_times.sub("", _END.sub("", text))
    return [*words.times.findall(text), *_PART_OF_YEAR.findall(text)]


def places_in(text: str) -> list[str]:
    """Return the places, bodies and projects that a text names."""
    found = _PLACE.findall(_NO_PLACE.sub("", text))
    names = (_AMONG.sub("", name) for name in found)
    return [name for name in names if len(name) > _KIND and name[0] not in _OWN]


@lru_cache(maxsize=4096)
def core_of(left: str) -> str:
    """Return the words before a figure without those that say nothing of what it is."""
    words = restated_words()
    text = _LED.sub("", _NUMBERED.sub("", DATE.sub("", left)))
    while size := _beginning(text, words.before):
        text = _LED.sub("", text[size:])
    while len(text) > _KEPT and (size := words.behind.ending(text[1:])):
        text = text[:-size]
    return text


def _beginning(text: str, words: Vocabulary) -> int:
    """Return how long the longest of the words is that a text begins with; two characters stay."""
    sizes = range(min(words.longest, len(text) - _KEPT), 0, -1)
    return next((size for size in sizes if text[:size] in words.words), 0)


def _is_generic(one: Said, core: str) -> bool:
    """Whether a name is one that a figure of any thing may have: 支出, 年初预算安排."""
    if len(core) < _LEAST:
        return True
    found = cast([one.at], relation_words())[0]
    return bool(found.role) and not found.topic


def loose(text: str, words: RestatedWords) -> str:
    """Return a name without what one of two names may leave out."""
    return words.loose.sub("", text)
