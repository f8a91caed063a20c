"""Points: what a person is told, a rule once with all places where it is broken.

The gravest come first, then the order of the document.  What goes away with another finding is
told below it and is no point of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, get_args

from attrs import evolve, frozen

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Checked
from performance_rules.outputs.citing import heading_of, is_alike
from performance_rules.outputs.quoting import Quote
from performance_rules.outputs.reviewitems import ReviewItem, Spot, items_of
from performance_rules.outputs.words import say
from performance_rules.report.nodes import MATTERS, TERMS
from performance_rules.report.phrases import phrase
from performance_rules.rules.model import Severity


@frozen
class Breach:
    """One place where a rule is broken.

    Attributes:
        below: the findings that go away with it.
        twins: those of the same slip at other places.
    """

    item: ReviewItem
    below: tuple[ReviewItem, ...] = ()
    twins: tuple[ReviewItem, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """What it rests on, at all places of the same slip."""
        return tuple(quote for item in (self.item, *self.twins) for quote in item.quotes)


@frozen
class Point:
    """A rule with the places where it is broken, one or several; all of one severity."""

    cases: tuple[Breach, ...]

    @property
    def first(self) -> ReviewItem:
        """The first of the findings."""
        return self.cases[0].item

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.first.severity

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """The findings, and behind each those that go away with it."""
        return tuple(one for case in self.cases for one in (case.item, *case.below, *case.twins))

    @property
    def laws(self) -> tuple[str, ...]:
        """What it rests on, each once."""
        return _once(case.item.laws for case in self.cases)

    @property
    def law(self) -> tuple[str, ...]:
        """What it rests on before all else: one basis is enough, one taken over comes last."""
        return tuple(sorted(self.laws, key=is_alike)[:1])

    @property
    def limits(self) -> tuple[str, ...]:
        """The thresholds that took part, each once."""
        return _once(case.item.limits for case in self.cases)

    @property
    def advice(self) -> tuple[str, ...]:
        """What to do."""
        return _once((case.item.advice,) for case in self.cases if case.item.advice)


def _once(texts: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for some in texts for text in some))


def points_of(checked: Checked, lang: Lang) -> list[Point]:
    """Return what is to be told of a report, the gravest first."""
    grouped: dict[tuple[str, str], list[Breach]] = {}
    pairs: dict[frozenset[Spot], list[tuple[list[Breach], int]]] = {}
    for case in _cases(items_of(checked, lang)):
        of_two = case.item.severity == "error" and len(case.item.figures) == _PAIR
        told = pairs.setdefault(case.item.figures, []) if of_two else []
        if (same := _same_of(told, case)) is not None:
            others, at = same
            others[at] = evolve(others[at], below=(*others[at].below, case.item))
            continue
        cases = grouped.setdefault((case.item.severity, case.item.rule), [])
        twin = next((at for at, one in enumerate(cases) if _is_twin(one, case)), None)
        if twin is None:
            told.append((cases, len(cases)))
            cases.append(case)
        else:
            cases[twin] = evolve(cases[twin], twins=(*cases[twin].twins, case.item))
    return [Point(tuple(cases)) for cases in grouped.values()]


def _same_of(
    told: Sequence[tuple[list[Breach], int]], case: Breach
) -> tuple[list[Breach], int] | None:
    """Return where a contradiction of the same two printed numbers is told by another rule."""
    for cases, at in () if case.below else told:
        if cases[at].item.rule != case.item.rule and not cases[at].twins:
            return cases, at
    return None


_PAIR: Final = 2
"""As many numbers cannot be wrong in two ways: what is told of both is told once."""


def _is_twin(one: Breach, other: Breach) -> bool:
    """Whether two findings are of one slip: the same reckoning, of figures printed twice.

    What is said of no figure, but of the name or code of a row, is said once of the row.
    """
    if one.below or other.below:
        return False
    sums = one.item.sums
    if sums or one.item.figures or other.item.figures:
        return bool(sums) and sums == other.item.sums
    row = _row(one)
    return row is not None and row == _row(other) and one.item.message == other.item.message


def _row(case: Breach) -> tuple[object, ...] | None:
    """Return the row of a table that a finding stands in, if it is one."""
    if len(case.item.quotes) != 1:
        return None
    (quote,) = case.item.quotes
    where = quote.where
    return None if where.row is None else (where.document, where.page, where.table, where.row)


def twins_of(case: Breach, lang: Lang) -> list[str]:
    """Return where the same slip stands as well, in one line; none where it stands once."""
    places = [
        next((quote.place for quote in item.quotes if quote.place), item.section)
        for item in case.twins
    ]
    return [say(lang, "semicolon").join(dict.fromkeys(filter(None, places)))] if places else []


def _cases(items: list[ReviewItem]) -> Iterator[Breach]:
    at = 0
    while at < len(items):
        end = at + 1 + items[at].settles
        yield Breach(items[at], tuple(items[at + 1 : end]))
        at = end


SHARED: Final = 3
"""A figure of more points than these is what others are measured by, and ties none together."""


def alike_of(points: Sequence[Point]) -> dict[int, tuple[int, ...]]:
    """Return of each point, by its number from 1 on, the others that have a figure of it."""
    at: dict[object, list[int]] = {}
    for number, point in enumerate(points, 1):
        for spot in frozenset().union(*(item.told for item in point.items)):
            at.setdefault(spot, []).append(number)
    found: dict[int, set[int]] = {}
    for numbers in at.values():
        for number in numbers if 1 < len(numbers) <= SHARED else ():
            found.setdefault(number, set()).update(numbers)
    return {number: tuple(sorted(some - {number})) for number, some in found.items()}


def alike_text(numbers: Iterable[int], lang: Lang) -> str:
    """Return which other points have a figure of one, by their numbers; empty for none."""
    told = [say(lang, "point.ordinal", number=number) for number in numbers]
    return say(lang, "point.same", numbers=say(lang, "list").join(told)) if told else ""


_INNER: Final = ("", *(phrase(TERMS[MATTERS]).text(lang) for lang in get_args(Lang)))
"""Parts of a report that are called so by nobody but us."""


def title_of(point: Point, lang: Lang) -> str:
    """Return what a point is called: the title of its rule, with where or at how many places."""
    item, count = point.first, sum(1 + len(case.twins) for case in point.cases)
    if count > 1:
        return item.title + say(lang, "in_brackets", text=say(lang, "point.count", count=count))
    if item.section in _INNER or "/" in item.section or item.section in item.title + item.message:
        return item.title
    if item.quotes:
        return item.title  # the words there say which
    return item.title + say(lang, "in_brackets", text=item.section)


def shared_likely(point: Point) -> str:
    """Return what is to be mended at all places of a point alike; empty where it is of one."""
    told = {case.item.likely for case in point.cases}
    return told.pop() if len(told) == 1 and len(point.cases) > 1 else ""


def lines_of(point: Point, lang: Lang) -> list[str]:
    """Return what is wrong, a line each: the findings by number, below each what goes with it."""
    lines = []
    for number, case in enumerate(point.cases, 1):
        mark = say(lang, "point.number", number=number) if len(point.cases) > 1 else ""
        lines.append(mark + case.item.message)
        lines += below_of(case, lang)
        lines += [
            say(lang, "colon").join((say(lang, "finding.twins").strip(), text))
            for text in twins_of(case, lang)
        ]
    return lines


def below_of(case: Breach, lang: Lang) -> list[str]:
    """Return what goes away with a finding, in lines below one that says so; none without any."""
    below = case.below
    if case.item.turned:  # of one change that went the other way all contradictions say the same
        below = tuple(one for one in below if one.severity != case.item.severity)
    own = set(case.item.sums)  # the same reckoning says nothing new
    told = [below_text(x, case.item, lang) for x in below if not own or own != set(x.sums)]
    return [say(lang, "cause.consequences", count=len(told)), *told] if told else []


def below_text(item: ReviewItem, head: ReviewItem, lang: Lang) -> str:
    """Return a finding that goes away with another one, in a line; without the place of both."""
    named = (quote for quote in item.quotes if heading_of(quote.where, above=False) in item.message)
    standing = next(named, None) is not None  # the sentence begins with where it stands
    place = "" if standing else next((one.place for one in item.quotes if one.place), "")
    first = _CLAUSES[lang].split(item.message)[0]
    shared = standing and len(first) < len(item.message) and head.message.startswith(first)
    told = item.message.removeprefix(first if shared else "")
    if item.after:
        clauses = _CLAUSES[lang].split(told)
        begun = _PLACE_AND_MORE if not shared and _STANDING.match(told) else 1
        clause = "".join(clauses[:begun]).rstrip("，, ")
        told = say(lang, "cause.after", told=clause, after=item.after)
    text = f"{told}  {item.rule}"
    return text + say(lang, "in_brackets", text=place) if place else text


_STANDING: Final = re.compile("在[^，]*，|In [^:]*: ")
"""How a sentence begins that says first where it stands."""

_PLACE_AND_MORE: Final = 2

_QUOTED: Final = re.compile("“((?:[^“”]|“[^“”]*”)+)”|'([^']+)'")
"""The one thing that a sentence of something missing names."""


def joined_text(point: Point, lang: Lang) -> str:
    """Return in one sentence what is missing, the things by number; empty where they are one.

    Only where the sentences of all differ by no more than the thing that they name; remarks on
    style, where they end alike.
    """
    items = [case.item for case in point.cases]
    named = [_QUOTED.search(item.message) for item in items]
    if len(items) < 2 or any(item.quotes or item.sums or item.likely for item in items):
        return _remarks(point, lang)
    parts = {
        (item.message[: found.start()], item.message[found.end() :])
        for item, found in zip(items, named, strict=True)
        if found is not None
    }
    if len(parts) != 1 or None in named or any(case.below or case.twins for case in point.cases):
        return _remarks(point, lang)
    ((before, behind),) = parts
    listed = "".join(f"{_mark(n)}{found[0]}" for n, found in enumerate(named, 1) if found)
    return before + listed + behind


_CLAUSES: Final = {"zh": re.compile("(?<=，)"), "en": re.compile("(?<=, )")}
_INFERRED: Final = re.compile(
    "（这一条依据推断：[^（）]*）$| [(]This rests on an inference: [^()]*[)]$"
)


def _remarks(point: Point, lang: Lang) -> str:
    """Return what is remarked at several places in one sentence, its end told once; or nothing.

    What contradicts itself or was reckoned is told place by place.
    """
    items = [case.item for case in point.cases]
    if point.severity == "error" or len(items) < 2 or any(i.likely or i.sums for i in items):
        return ""
    found = [_INFERRED.search(one.message) for one in items]
    rests = [one[0] if one else "" for one in found]
    plain = [_INFERRED.sub("", one.message) for one in items]
    split = [_CLAUSES[lang].split(one) for one in plain]
    shared = 0
    while (
        all(len(one) > shared + 1 for one in split)
        and len({one[-shared - 1] for one in split}) == 1
    ):
        shared += 1
    if not shared or any(case.below or case.twins for case in point.cases):
        return ""
    for one, before in reversed(list(zip(split[1:], split, strict=False))):
        if one[0] == before[0] and len(one) > shared + 1:
            del one[0]  # where it stands was told just before
    told = [
        "".join(one[:-shared]).rstrip("， ,") + rest for one, rest in zip(split, rests, strict=True)
    ]
    each = list(dict.fromkeys(told))
    ends = {behind[1] if (behind := _BEHIND.search(one)) else "" for one in each}
    end = ends.pop() if len(ends) == 1 < len(each) and not any(rests) else ""
    each = [one.removesuffix(end) for one in each]
    shown = [f"{_mark(n)}{one}" if len(each) > 1 else one for n, one in enumerate(each, 1)]
    if len(shown) > LISTED:
        shown = [*shown[:LISTED], say(lang, "finding.more", count=len(shown) - LISTED)]
    listed = say(lang, "semicolon").join(shown)
    if end:
        listed += say(lang, "comma") + end.strip()
    joint = "semicolon" if len(each) > 1 else "comma"
    return listed + say(lang, joint) + "".join(split[0][-shared:])


LISTED: Final = 12
"""Most remarks of one kind that are told in a sentence."""

_BEHIND: Final = re.compile("[”'](?=[^”']*$)([^”'，]+)$")
"""What is said behind the last words that a remark quotes."""


def _mark(number: int) -> str:
    """Return a number in a circle, as lists within a sentence have them."""
    return chr(ord("①") + number - 1) if number <= _CIRCLED else f"({number})"


_CIRCLED: Final = 20
"""As many numbers have a circle of their own."""


def rounded_text(item: ReviewItem, lang: Lang) -> str:
    """Return in one line what differs in the last digit only, and need not be mended."""
    sums = say(lang, "semicolon").join(item.sums[:ROUNDED])
    if len(item.sums) > ROUNDED:
        sums += say(
            lang, "in_brackets", text=say(lang, "finding.more", count=len(item.sums) - ROUNDED)
        )
    return say(lang, "point.rounded", count=len(item.sums), sums=sums)


ROUNDED: Final = 3
"""Most sums that are told of those that differ in the last digit only."""


def _head(point: Point, lang: Lang) -> str:
    """Return how a note in the margin begins: how grave it is, the rule, and its id."""
    item = point.first
    return say(lang, "label", name=item.called) + titled_rule(item, lang)


def titled_rule(item: ReviewItem, lang: Lang) -> str:
    """Return the title of a rule with its id."""
    return item.title + say(lang, "in_brackets", text=item.rule)


def note_of(point: Point, case: Breach, lang: Lang, *, first: bool) -> str:
    """Return a finding as a note in the margin.

    Args:
        point: the point.
        case: one of its findings.
        lang: the language.
        first: whether it is the first, which tells what all rest on and what to do.
    """
    item = case.item
    lines = [_head(point, lang), item.message]
    for key, texts in (
        ("finding.sum", item.sums),
        ("finding.law", point.law if first else ()),
        ("finding.do", point.advice if first else ()),
        ("finding.likely", tuple(filter(None, (item.likely,)))),
        ("finding.consequences", below_of(case, lang)),
        ("finding.twins", twins_of(case, lang)),
    ):
        lines += [say(lang, "colon").join((say(lang, key).strip(), text)) for text in texts]
    return "\n".join(lines)


def short_note_of(point: Point, item: ReviewItem, lang: Lang) -> str:
    """Return a finding as a note at further words that it rests on."""
    return f"{_head(point, lang)}\n{item.message}"
