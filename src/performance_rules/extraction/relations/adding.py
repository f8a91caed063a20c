"""Relations beside the lines of a report: what is checked already is not said a second time.

A relation is kept until the document has been read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from performance_rules.extraction.drafts.draft import Draft
from performance_rules.extraction.drafts.draftlines import DraftLine
from performance_rules.extraction.drafts.places import Place
from performance_rules.extraction.drafts.records import (
    APART,
    Compared,
    Ledger,
    Level,
    Record,
    Shared,
)
from performance_rules.extraction.figures.fitting import fits
from performance_rules.extraction.figures.roles import agrees
from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.relations.likelihood import is_unlikely
from performance_rules.extraction.relations.related import Related
from performance_rules.extraction.relations.witnesses import Witnesses, reconcile
from performance_rules.extraction.statements.said import Said
from performance_rules.report.model import WIDER, Source
from performance_rules.values.quantity import Percent

_FEWEST: Final = 2
_PUBLIC: Final = (
    {"overseas", "vehicle", "reception"},
    {"overseas", "purchase", "running", "reception"},
)
"""Keys of all that “三公”经费 are spent on: a rule of its own adds them up."""


def add_related(
    ledger: Ledger, related: Sequence[Related], draft: Draft, said: Sequence[Said]
) -> None:
    """Put relations into the ledger, but for those whose claim is checked or borne out otherwise.

    Args:
        ledger: what the prose says.
        related: what its sentences relate.
        draft: what tables say.
        said: the figures of the prose.
    """
    witnesses = Witnesses.of(said)
    _take_over(ledger, related)
    checked: defaultdict[int, list[Source]] = defaultdict(list)
    for n, source in _checked(ledger, draft):
        checked[n].append(source)
    bound = set(ledger.bound_at)
    inferred = _inferred(ledger)
    for one in related:
        if is_unlikely(one) or witnesses.make_up(one) or witnesses.leave(one):
            continue
        if bound.issuperset(one.spans) and _is_right_sum(one):
            continue
        if one.spare and one.at in bound:
            continue
        if any(_covers(source, one.at) for source in checked[one.claim.n]):
            _confirm(ledger, inferred.get(one.claim.n, ()), one)
            continue
        for record in one.records:
            ledger.add(record)
        ledger.related.update(one.spans)
        if one.listing is not None:
            ledger.listing(one.listing)
    reconcile(ledger, witnesses)


def _take_over(ledger: Ledger, related: Sequence[Related]) -> None:
    """Leave a change to the sentence that tells it, where it was inferred whose it is.

    支出A，上年B，增加C: that C is no A less B does not depend on what A is all expenditure of.
    """
    doubted = {
        (r.place, r.column, r.value.n)
        for r in ledger.records
        if isinstance(r, Level) and r.settled == "inferred" and r.value is not None
    }
    if not doubted:
        return
    places = {(place, column) for place, column, _ in doubted}
    claims: defaultdict[int, list[Compared]] = defaultdict(list)
    for record in ledger.records:
        if isinstance(record, Compared) and (record.place, record.column) in places:
            for value in (record.change, record.rate):
                if value is not None:
                    claims[abs(value.n)].append(record)
    dropped: set[int] = set()
    for one in related:
        told = next((r for r in one.records if isinstance(r, Compared)), None)
        level = one.records[0]
        if told is None or told.base is None or not isinstance(level, Level):
            continue
        if level.value is None or not _is_one_sentence(level.source, told.source):
            continue
        dropped |= {
            id(r)
            for r in claims.get(abs(one.claim.n), ())
            if (r.place, r.column, level.value.n) in doubted
            and r.against == told.against
            and _covers(r.source, one.at)
        }
    ledger.records[:] = [r for r in ledger.records if id(r) not in dropped]


def _is_one_sentence(level: Source, told: Source) -> bool:
    """Whether a level and the change of it are quoted together, within one sentence."""
    said = (told.quote or "").rstrip("。")
    return level.paragraph == told.paragraph and bool(said) and "。" not in said


def _inferred(ledger: Ledger) -> Mapping[int, Sequence[Compared]]:
    """Return the claims, by their figures, of which it was inferred what they are about."""
    found: defaultdict[int, list[Compared]] = defaultdict(list)
    for record in ledger.records:
        if isinstance(record, Compared) and record.settled == "inferred":
            for value in (record.change, record.rate):
                if value is not None:
                    found[abs(value.n)].append(record)
    return found


def _confirm(ledger: Ledger, claims: Sequence[Compared], one: Related) -> None:
    """A claim is about what was inferred if a relation finds the same two levels by its words."""
    told = next((r for r in one.records if isinstance(r, Compared)), None)
    level = one.records[0]
    if told is None or told.base is None or not isinstance(level, Level) or level.value is None:
        return
    for record in claims:
        figures = ledger.said.get((record.place, record.column), ())
        bases = set(ledger.said.get((record.place, record.against), ()))
        bases |= {record.base.n} if record.base is not None else set()
        if _covers(record.source, one.at) and level.value.n in figures and told.base.n in bases:
            record.settled, record.inference = "said", None


@fixed(eq=False)
class Checks:
    """What tells of a figure whether it is checked, with the others that it is of.

    Attributes:
        amounts: the amounts that tables state.
    """

    amounts: frozenset[int]
    _claims: frozenset[tuple[int, int]]
    _checked: Mapping[int, Sequence[Source]]

    def is_related(self, one: Said) -> bool:
        """Whether a relation says what it is of."""
        return one.span() in self._claims

    def __call__(self, one: Said) -> bool:
        """Whether a relation or the lines of the report say what it is of."""
        span = one.span()
        near = self._checked.get(one.at.value.n, ())
        return span in self._claims or any(_covers(source, span) for source in near)


def checked_in(ledger: Ledger, draft: Draft, related: Sequence[Related]) -> Checks:
    """Return what is checked already.

    Args:
        ledger: what the prose says.
        draft: what tables say.
        related: what its sentences relate.
    """
    checked: defaultdict[int, list[Source]] = defaultdict(list)
    for n, source in _checked(ledger, draft):
        checked[n].append(source)
    working = (one for one in related if not _only_orders(one))
    claims = frozenset(span for one in working for span in one.spans)
    return Checks(frozenset(_amounts(draft)), claims, checked)


def _amounts(draft: Draft) -> Iterator[int]:
    """Yield the amounts of a draft."""
    for top in (*draft.accounts.values(), *draft.items.values(), *draft.matters.values()):
        for line in top.walk():
            for figure in line.figures.values():
                yield from (
                    one.value.n for one in figure.statements if one.value.unit.endswith("元")
                )


def _only_orders(one: Related) -> bool:
    """Whether a relation says which of two percentages is the higher one, and nothing else."""
    told = [r for r in one.records if not isinstance(r, Level)]
    return isinstance(one.claim, Percent) and bool(told) and all(map(_is_order, told))


def _is_order(record: Record) -> bool:
    said = isinstance(record, Compared) and (record.completed, record.rate, record.change)
    return said == (None, None, None)


def _checked(ledger: Ledger, draft: Draft) -> Iterator[tuple[int, Source]]:
    """Yield the claims, with where they stand, whose figure and base are both known."""
    shares: set[tuple[Place, str]] = set()
    for record in ledger.records:
        if isinstance(record, Shared):
            cell = (record.place, record.column)
            if cell in shares or (record.of and record.place.matter):
                continue  # a line has one share, and what it is of is found by its words alone
            shares.add(cell)
            whole = record.place.parent or _wider(record.place)
            if whole is not None and _is_said(whole, record.column, ledger, draft):
                yield abs(record.value.n), record.source
        if isinstance(record, Level) and record.value is not None:
            parent = record.place.parent
            said = ledger.said.get((parent, record.column)) if parent is not None else None
            if said and record.value.n > max(said):
                yield record.value.n, record.source  # more than its whole: said of the whole
        if not isinstance(record, Compared) or (record.place, record.column) not in ledger.said:
            continue
        if record.base is None and not _is_said(record.place, record.against, ledger, draft):
            continue
        for value in (record.change, record.rate, record.completed):
            if value is not None:
                yield abs(value.n), record.source


def replace_shares(ledger: Ledger, related: Sequence[Related], more: Sequence[Related]) -> None:
    """Take shares out of what prose says whose part and whole are known better.

    Args:
        ledger: what the prose says.
        related: what its sentences relate; a share that its two figures do not make counts.
        more: shares with the figures that they are of.
    """
    at: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for one in (*filter(_is_wrong_share, related), *more):
        at[one.claim.n].append(one.at)
    ledger.records[:] = [
        record
        for record in ledger.records
        if not isinstance(record, Shared)
        or not any(_covers(record.source, place) for place in at.get(record.value.n, ()))
    ]


def _is_wrong_share(one: Related) -> bool:
    """Whether a relation is a share with a part and a whole beside it that do not make it."""
    share = next((r for r in one.records if isinstance(r, Shared)), None)
    if share is None:
        return False
    levels = {r.place: r for r in one.records if isinstance(r, Level)}
    part, whole = levels.get(share.place), levels.get(share.place.parent or share.place)
    if part is None or whole is None or part.value is None or whole.value is None:
        return False
    beside = part.source.paragraph == whole.source.paragraph
    return beside and not fits(part.value, whole.value, share.value)


def _wider(place: Place) -> Place | None:
    """Return the same side of the accounts that an account is a part of."""
    return Place("all_funds", place.side) if place.account in WIDER else None


def _is_said(place: Place, column: str, ledger: Ledger, draft: Draft) -> bool:
    """Whether a figure was stated, in prose or in a table."""
    if (place, column) in ledger.said:
        return True
    top = (place.account, place.side)
    line = draft.accounts.get(top) if place.account else draft.items.get(place.item)
    for step in place.steps:
        if line is None:
            return False
        line = line.find(
            step.dimension, step.name, code=step.code, key=step.key, implied=step.implied
        )
    figure = line.figures.get(column) if line is not None else None
    return figure is not None and bool(figure.statements)


def _covers(source: Source, at: tuple[int, int]) -> bool:
    return (source.start or 0) <= at[0] < (source.end or 0)


def drop_repeated(related: Sequence[Related], draft: Draft) -> None:
    """Take wholes with their parts out of a draft that checks them as parts of a known line.

    Args:
        related: what sentences relate.
        draft: what was read, with the relations put into it.
    """
    wholes = [one for one in related if sum(map(_is_part, one.records)) >= _FEWEST]
    if not wholes:
        return
    known: defaultdict[int, list[Source]] = defaultdict(list)
    for n, source in _added_up(draft):
        known[n].append(source)
    for one in wholes:
        place = one.records[0].place
        if any(_covers(source, one.at) for source in known[one.claim.n]):
            draft.matters.pop((place.matter, place.body, place.apart), None)


def _is_right_sum(one: Related) -> bool:
    """Whether parts behind their whole make it: that tells nothing new of known figures."""
    levels = [r for r in one.records if isinstance(r, Level) and _is_part(r)]
    parts = [level.value for level in levels if level.value is not None]
    if len(parts) < _FEWEST or one.spans[0] < one.at:
        return False
    return agrees(one.claim, sum(v.n for v in parts), sum(v.half for v in parts))


def _is_part(record: Record) -> bool:
    return isinstance(record, Level) and record.place.dimension == "members"


def _added_up(draft: Draft) -> Iterator[tuple[int, Source]]:
    """Yield the figures, with where they stand, whose parts are all known or are too much."""
    tops = [*draft.accounts.values(), *draft.items.values()]
    tops += [line for (_, _, apart), line in draft.matters.items() if apart < APART]
    for line in (line for top in tops for line in top.walk() if line.parts):
        for column, figure in line.figures.items():
            for said in figure.statements:
                if said.settled == "inferred":
                    continue  # what its sentence says of its parts holds, whatever it is of
                if said.source is not None and _is_added_up(line, column, said.value.n):
                    yield said.value.n, said.source


def _keys(parts: Sequence[DraftLine], column: str) -> set[str]:
    """Return the keys of the parts that say a column, or whose own parts do."""
    own = [part for part in parts if column in part.figures]
    inner = [
        one for part in parts if part not in own for ones in part.parts.values() for one in ones
    ]
    return {part.key for part in (*own, *inner) if part.key and column in part.figures}


def _is_added_up(line: DraftLine, column: str, n: int) -> bool:
    for dimension, parts in line.parts.items():
        figures = [part.figures[column] for part in parts if column in part.figures]
        values = [figure.statements[0].value.n for figure in figures if figure.statements]
        whole = line.complete(dimension) and len(values) == len(parts)
        if any(keys <= _keys(parts, column) for keys in _PUBLIC):
            return True
        if len(values) >= _FEWEST and (sum(values) > n or whole):
            return True
    return False
