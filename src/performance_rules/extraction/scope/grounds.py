"""How it is known what a figure is about: its words say so, it is inherited, or it is inferred."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.scope.clauses import Places
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.innermost import framed, narrower, of_topic
from performance_rules.extraction.scope.reading import Reading
from performance_rules.extraction.scope.subjects import ACCOUNT_NAMES, SIDE_NAMES
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.scan import Token
from performance_rules.report.inferences import inferred
from performance_rules.report.model import FLOWS, Settled

_CLASSED: Final = "by_function"
_SHARED: Final = re.compile(rb"[,(/]?w*H")
_OF_ONE: Final = (_CLASSED, "by_purpose")
"""Ways to divide an expenditure that each budget of its own is divided by."""
_USED: Final = ("使用", "动用")
_TERMS: Final = re.compile(r"(?:按照?|以)([^,，。;:按以]{2,12}口径)")
_SUMMED: Final = re.compile("共|合计|累计")
"""One of these stands in all words for several years and until then."""
_SEVERAL: Final = f"(?:[两二三四五六七八九]|[2-9])年[间来]?(?:总?{_SUMMED.pattern})"
_YEARS: Final = re.compile(_SEVERAL)
_PERIODS: Final = re.compile(f"累计(?!完成|实现)|{_SEVERAL}")
"""Of all years until then: 累计支出, 两年共支出; 累计完成 is of the year until then."""

_ACCOUNTS: Final = ("公共", "基金", "经营", "保险", "其他")
"""Behind which 预算 is the name of an account: 政府性基金预算情况."""

OF_LINE: Final = inferred("line")
"""What is inferred of a sentence that names nothing."""


def known(
    reading: Reading, found: Found, phrase: Token | None, places: Places
) -> tuple[Settled, str | None]:
    """Return how it is known what a level is about, and what was inferred.

    本年支出合计 under 一般公共预算… may be that budget's, or that of all funds.
    """
    if heading := _of_budget(reading, found):
        return "inferred", inferred("stage", text=heading)
    if phrase is None:
        last = reading.context.now.levels[-1:]
        if last and last[0].settled == "inferred":
            return "inferred", last[0].inference
        if _is_taken_up(reading, found, places):
            return "inferred", OF_LINE
        goes_on = bool(last) and last[0].settled == "inherited" and last[0].place == places[0]
        return ("said" if reading.context.now.own and not goes_on else "inherited"), None
    sense, place = phrase.senses[0], places[0]
    own, side = ACCOUNT_NAMES.get(place.account, place.account), SIDE_NAMES.get(place.side, "")
    if (terms := _in_terms(reading, phrase)) and phrase.scope != place.account:
        return "inferred", inferred("in_terms", text=terms, term=own)
    if _is_bare(phrase, place) and not _is_headed(reading, found, place):
        return "inferred", inferred("all", text=reading.named(phrase), term=side)
    if reading.context.facts.of_project and not (place.steps or place.item or place.matter):
        # A report on projects speaks of theirs: 全年支出 is that of the one it just told of.
        return "inferred", inferred("own_side", text=reading.named(phrase), term=side)
    if not place.matter and (base := framed(reading, phrase)):
        return "inferred", inferred("framed", topic=base, text=reading.named(phrase))
    if topic := of_topic(reading, phrase, place) or narrower(reading, phrase, place):
        return "inferred", inferred("own", topic=topic, text=reading.named(phrase))
    if place.side == "opening" and reading.run.plain.endswith(_USED, 0, phrase.start):
        return "inferred", inferred("used")  # what is used may be a part of it
    whole = place.side in FLOWS and not place.steps
    if _says(reading, found, _PERIODS if whole else _YEARS):
        return "inferred", inferred("cumulated")
    narrowed = place.account not in ("", "all_funds") and phrase.scope != place.account
    if not narrowed or sense.place.account:
        if _is_of_untold(reading, found, phrase, place):
            return "inferred", inferred("account", text=reading.named(phrase), term=f"{own}{side}")
        return "said", None
    total = sense.year or sense.grand is not None
    context = reading.context
    if place.account in (context.scoped, context.now.scope) or _carried(context, place):
        return "inherited", None  # 政府性基金：总支出N; 政府性基金年初结转N，本年收入N
    if (total or phrase.scope == "fiscal" or _is_anew(reading, place)) and not place.steps:
        text = phrase.name or reading.named(phrase)
        return "inferred", inferred("account", text=text, term=own)
    return "inherited", None


def _of_budget(reading: Reading, found: Found) -> str:
    """Return the heading that says that what stands below it is budget, where no stage is said.

    （一）财政收支预算情况。A N, and （二）财政收支执行情况。A M, in a report of what was spent.
    """
    context = reading.context
    if context.facts.is_budget or context.now.stage or found.first("stage", "stage2") is not None:
        return ""
    title = next((f.title for f in reversed(context.frames) if f.title), "")
    ends = reading.wording.outline.budgeted
    if not title.endswith(ends):
        return ""
    end = next(word for word in ends if title.endswith(word))
    before = title.removesuffix(end)
    account = before.endswith(_ACCOUNTS)
    return "" if account else title


def _carried(context: Context, place: Place) -> bool:
    """Whether a sentence began with the balance of the account, and tells how it went on."""
    first = context.stating[0].place if context.stating else place
    return first.side == "opening" and first.account == place.account and not place.steps


def _is_anew(reading: Reading, place: Place) -> bool:
    """Whether only the first clause of the paragraph, in another sentence, names the account."""
    context = reading.context
    headed = any(f.scope == place.account and f.headed for f in context.frames)
    told = (one for one in context.stating if one.place.account == place.account)
    return not headed and all(one.settled == "inferred" for one in told)


def _is_of_untold(reading: Reading, found: Found, phrase: Token, place: Place) -> bool:
    """Whether a part is told where nothing says whose: neither account nor whole stands there.

    四、支出功能结构。教育支出N，占P: the classes of one of the budgets, as well as of all funds.
    """
    context = reading.context
    if place.account != "all_funds" or place.dimension not in _OF_ONE or phrase.scope:
        return False
    if context.strong is not None or not phrase.senses[0].place.steps:
        return False  # 人员经费执行率P（预算A，支出B）: of what was named before
    if place.dimension == _CLASSED and not _SHARED.match(reading.letters, found.end):
        return False  # only a share asks what it is a part of
    whole = place.parent
    end = reading.letters.find(b".", found.end, found.end + WINDOW)
    behind = reading.tokens[found.end : end if end >= 0 else found.end + WINDOW]
    if whole is not None and any(
        t.letter == "T" and not t.scope and t.senses[0].place.steps == whole.steps for t in behind
    ):
        return False  # 人员经费A，公用经费B，基本支出合计N
    while whole is not None:
        said = context.stated.get(whole)
        if said is not None and said.source.section == context.section:
            return False
        whole = whole.parent
    return True


def _is_taken_up(reading: Reading, found: Found, places: Places) -> bool:
    """Whether a sentence that names nothing may be of the body as well as of a part of it.

    公用经费N，…。年初预算M: no heading says that the paragraph is about the part.
    """
    context = reading.context
    if context.now.own or not places[0].steps or places[0].matter:
        return False
    if b"." not in reading.letters[: found.start]:
        return False
    return not any(places[0] in frame.weak or frame.title for frame in context.frames)


def _in_terms(reading: Reading, phrase: Token) -> str:
    """Return the terms that a sentence says its figures are in: 按全部资金口径，人员支出N."""
    plain = reading.run.plain
    if "口径" not in plain:
        return ""
    begin = max(plain.rfind(mark, 0, phrase.start) for mark in "。;") + 1
    said = _TERMS.search(plain, begin, phrase.start)
    return said[1] if said is not None else ""


def _says(reading: Reading, found: Found, times: re.Pattern[str]) -> bool:
    """Whether words of a clause say that a figure is of several years, or until another time."""
    begin = reading.tokens[reading.start_of(found.start)].start
    end = reading.tokens[found.parts["amount"][0]].start
    text = reading.run.plain
    if _SUMMED.search(text, begin, end) is None:
        return False
    return times.search(text, begin, end) is not None


def _is_headed(reading: Reading, found: Found, place: Place) -> bool:
    """Whether a year, a stage or the heading above says what a bare 支出 is."""
    dated = found.first("year", "year2", "stage", "stage2") is not None
    return dated or any(place in (*f.weak, *f.subjects) for f in reading.context.frames)


def _is_bare(phrase: Token, place: Place) -> bool:
    """Whether a bare 收入 or 支出 was taken for all of it: neither 总, 本年, 全年 nor a scope."""
    sense = phrase.senses[0]
    whole = place.account == "all_funds" and place.side in ("income", "expenditure")
    total = sense.year or sense.grand is not None or bool(phrase.scope)
    return whole and not place.steps and not total and phrase.name == SIDE_NAMES[place.side]
