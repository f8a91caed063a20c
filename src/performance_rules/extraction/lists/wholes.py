"""Lists that leave nothing out: they prove the breakdowns that they fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import DraftLine
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import Ledger, Listing
from performance_rules.extraction.figures.wholewords import whole_words
from performance_rules.extraction.naming.strangers import divides_otherwise, has_required
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.extraction.tokens.wording import ClosedSet, Wording
from performance_rules.report.lines import CODED
from performance_rules.values.quantity import Count

IN_OFFICE: Final = re.compile("在[职编岗]")
_SHORT: Final = 2
_CLASS: Final = 3
_ITEM: Final = 7
"""So many digits have the codes of a class and of an item."""


def write_listing(draft: Draft, listing: Listing, wording: Wording) -> None:
    """A list that leaves nothing out proves the breakdowns it fills.

    Of names that no lexicon knows, 其中 may leave some out, and one thing may be under several.
    """
    if listing.partial or (listing.followed and not _is_of_office(listing, wording)):
        return
    if _has_gap(listing):
        return
    inline = listing.segment >= 0 and any(
        part.dimension in CODED and (listing.resumed or not part.steps[-1].code)
        for part in listing.parts
    )
    skips = listing.resumed and any(_skips(part, listing.whole) for part in listing.parts)
    inline = inline or skips
    if listing.whole.matter or inline or any(_is_open(part) for part in listing.parts):
        rest = any(_is_rest(part, wording) for part in listing.parts)
        parted = _is_parted(listing, wording)
        if not parted and (listing.mixed or not (listing.whole_said or rest)):
            return
        if not parted and listing.whole.matter and _is_doubted(listing):
            return
    dimensions: dict[str, list[Place]] = {}
    for part in listing.parts:
        top = _child(part, listing.whole)
        if top is not None and top == part:
            dimensions.setdefault(part.dimension, []).append(part)
    if len(dimensions) > 1:
        return  # 工资福利支出、商品和服务支出、项目支出: none of the ways to divide is whole
    for dimension, parts in dimensions.items():
        if len(parts) > 1:
            listing.whole.line(draft).listed(dimension, [part.line(draft) for part in parts])


def _has_gap(listing: Listing) -> bool:
    """Whether a number of the numbering is missing: an item had no figure that was understood."""
    items = set(listing.parts.values())
    return bool(items) and max(items) - min(items) >= len(items)


def _skips(part: Place, whole: Place) -> bool:
    """Whether an item stands right below a class, without what is between: some of them are told.

    灾害防治及应急管理支出N。其中：行政运行（2240101）A，安全监管（2240106）B.
    """
    last, top = part.steps[-1], whole.last
    code, above = last.code or last.implied or "", (top.code or top.implied or "") if top else ""
    direct = part.dimension == whole.dimension == "by_function" and part.steps[:-1] == whole.steps
    return direct and len(above) == _CLASS and len(code) == _ITEM


def _is_rest(part: Place, wording: Wording) -> bool:
    """Whether a part is all that is left: 其他支出, but not 其他交通费用, which is an item."""
    last = part.steps[-1]
    rest = next((word for word in wording.outline.rest if last.name.startswith(word)), None)
    return rest is not None and (not last.implied or len(last.name) - len(rest) <= _SHORT)


def _is_parted(listing: Listing, wording: Wording) -> bool:
    """Whether the parts of a list are the kinds that a thing is divided into: 行政、参公、事业."""
    names = [part.steps[-1].name for part in listing.parts]
    for required, optional in wording.partitions:
        kinds = (*required, *optional)
        if all(name.startswith(kinds) for name in names) and all(
            sum(name.startswith(kind) for name in names) == 1 for kind in required
        ):
            return True
    return False


def _is_of_office(listing: Listing, wording: Wording) -> bool:
    """Whether the people in office are divided by their posts: those behind the list are none."""
    people = not listing.whole.matter or IN_OFFICE.search(listing.whole.matter) is not None
    return people and _is_parted(listing, wording)


def _is_doubted(listing: Listing) -> bool:
    """Whether its sentence says that a list overlaps or falls short, or it counts in a bracket."""
    level = listing.level
    if level is None or level.value is None:
        return False
    said, printed = plain_word(level.source.quote or ""), level.value.printed
    words = whole_words()
    counted = isinstance(level.value, Count) and f"{printed}(" in said
    found = words.overlapping.search(said) or words.short.search(said)
    return counted or found is not None


def _is_open(part: Place) -> bool:
    last = part.steps[-1]
    return not (last.code or last.key or last.implied)


def _child(part: Place, whole: Place) -> Place | None:
    if not part.within(whole):
        return None
    return whole.down(part.steps[len(whole.steps)])


def write_closed(draft: Draft, closed: ClosedSet, ledger: Ledger) -> None:
    """A closed set whose required parts are all said is whole, wherever they were said.

    But 人员支出, 对个人和家庭的补助, 公用支出 and 项目支出 in one list divide it otherwise.
    """
    full = [line for line in _wholes(draft, closed.whole) if _has_all(line, closed)]
    listed = [one for one in ledger.listings if has_required(one, closed)] if full else []
    if not full or divides_otherwise(ledger, listed, closed):
        return
    if any(_takes_more(one, closed, ledger) for one in listed):
        return
    known = closed.required | closed.optional
    for line in full:
        parts = line.parts.get(closed.dimension, ())
        line.listed(closed.dimension, [part for part in parts if part.key in known])


def _has_all(line: DraftLine, closed: ClosedSet) -> bool:
    """Whether all required parts of a closed set were said of a line."""
    parts = line.parts.get(closed.dimension, ())
    return closed.required <= {part.key for part in parts if part.spoken}


def _takes_more(listing: Listing, closed: ClosedSet, ledger: Ledger) -> bool:
    """Whether a list with parts of a closed set has others, and all of them make its whole.

    用车经费N，其中购置费A、运行费B、其他交通工具C: it takes all of them to make N.
    """
    others = [part for part in listing.parts if part.dimension != closed.dimension]
    return bool(others) and _make_whole(listing, ledger)


def _make_whole(listing: Listing, ledger: Ledger) -> bool:
    """Whether the parts of a list, in whatever ways they divide it, add up to its whole."""
    level = listing.level
    if level is None or level.value is None:
        return False
    said = [ledger.said.get((part, level.column), set()) for part in listing.parts]
    return all(len(one) == 1 for one in said) and sum(n for (n,) in said) == level.value.n


def _wholes(draft: Draft, place: Place) -> Iterator[DraftLine]:
    if place.item:
        tops = [draft.items[place.item]] if place.item in draft.items else []
    else:
        tops = [line for (_, side), line in draft.accounts.items() if side == place.side]
    for line in tops:
        found: DraftLine | None = line
        for step in place.steps:
            parts = found.parts.get(step.dimension, ()) if found is not None else ()
            found = next((part for part in parts if part.key == step.key), None)
        if found is not None:
            yield found
