"""What a reviewer's file lists: each finding in words, the gravest first.

The files that leave the house, the workbook, the page and the annotated document, all say the
same of a finding; this is it, with nothing in it but text and places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TypeAlias

from attrs import evolve, frozen

from performance_rules.checking.findings import Finding
from performance_rules.checking.phrasing import SAYS_GAP, budgeted, end_of, gap_text, padded
from performance_rules.errors import Lang
from performance_rules.language.explain import reckoned
from performance_rules.language.ground import Linear
from performance_rules.localize.causes import Cause
from performance_rules.outputs.batch import Batch, Checked
from performance_rules.outputs.causing import (
    after_text,
    cause_of,
    consequences_of,
    follows,
    follows_text,
    heads_of,
    likely_text,
)
from performance_rules.outputs.citing import is_measure, laws_text, limit_text, unverified_text
from performance_rules.outputs.quoting import (
    Quote,
    expected_of,
    places_of,
    quotes_of,
)
from performance_rules.outputs.spots import told_text
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say
from performance_rules.report.phrases import phrase
from performance_rules.rules.model import Severity
from performance_rules.rules.ruleset import ParameterInForce
from performance_rules.waivers.building import code_of
from performance_rules.waivers.model import Decision


def file_name(source: str, batch: Batch, lang: Lang) -> str:
    """Return how a file is called for others: without the folders that all of a batch share."""
    if source == "-":
        return say(lang, "head.stdin")
    sources = [one.source for one in batch.checked] + [one.source for one in batch.unreadable]
    parents = {Path(one).parent for one in sources if one != "-"}
    return clean(Path(source).name if len(parents) == 1 else source)


Spot: TypeAlias = tuple[object, ...]
"""Where a printed number stands, so that it can be told from others."""


@frozen
class ReviewItem:
    """One finding in words.

    Attributes:
        severity: how grave it is, and the same as it is called.
        section: the part of the report that it is about; empty for the whole.
        quotes: the printed statements it rests on.
        places: where it stands if nothing is quoted.
        sums: the arithmetic, a comparison each.
        gaps: how far the two sides of each lie apart.
        limits: the thresholds that took part.
        laws: what it rests on.
        code: the same for the same rule at the same place with the same figures.
        decision: what was decided about it.
        likely: what is to be mended, where that is known.
        follows: the finding with which it goes away.
        settles: how many others go away with it.
        near: the words near which what it misses should stand.
        figures: the printed numbers that do not go together, each by where it stands.
        told: the same, with those that it quotes besides.
        rounded: whether it is what differs in the last digit only.
        turned: whether it is a change that went the other way, as is all that goes away with it.
        after: what it comes to once the figure that it goes away with is mended.
    """

    rule: str
    severity: Severity
    called: str
    title: str
    message: str
    section: str
    quotes: tuple[Quote, ...]
    places: tuple[str, ...]
    sums: tuple[str, ...]
    gaps: tuple[str, ...]
    limits: tuple[str, ...]
    laws: tuple[str, ...]
    advice: str
    code: str
    decision: Decision | None = None
    likely: str = ""
    follows: str = ""
    settles: int = 0
    near: tuple[Quote, ...] = ()
    figures: frozenset[Spot] = frozenset()
    told: frozenset[Spot] = frozenset()
    rounded: bool = False
    turned: bool = False
    after: str = ""

    @property
    def fingerprint(self) -> str:
        """The same for the same rule at the same place, whatever the digits."""
        return self.code.partition("-")[0]


def items_of(checked: Checked, lang: Lang) -> list[ReviewItem]:
    """Return the findings of a report, the gravest first, then in the order of the document.

    What goes away with another finding stands right behind it.
    """
    ordered = [x for head in heads_of(checked) for x in (head, *consequences_of(checked, head))]
    noted = {id(one.finding): one.decision for one in checked.noted}
    return [_item(found, checked, lang, noted.get(id(found))) for found in ordered]


def unverified_of(parts: Iterable[Checked], lang: Lang) -> str:
    """Return which articles that findings cite have not been compared with their originals."""
    cited = (
        (basis, part.result.in_force.documents)
        for part in parts
        for finding in part.findings
        for basis in finding.basis
    )
    return unverified_text(cited, lang)


def waived_of(checked: Checked, lang: Lang) -> list[ReviewItem]:
    """Return the findings of a report that were waived, each with what was decided."""
    return [_item(one.finding, checked, lang, one.decision) for one in checked.waived]


_RECKONED: Final = re.compile(" [÷+−×] ")
"""That a comparison holds a sum or a quotient, and not two printed numbers alone."""

_WEIGHED: Final = re.compile("(?<![0-9.,])[0-9]+×")
"""That a limit of a rule was made a whole number of times a figure."""

_BOUND: Final = re.compile(r"^0%? [＞＜≥≤]|[≠＝＞] 0%?$")
"""That a figure is held against nothing at all."""


def _sums(finding: Finding, lang: Lang) -> Iterator[str]:
    """Yield the arithmetic of a finding; where it is of several places, what each is called.

    Two printed numbers need no reckoning: the sentence names them.
    """
    for name, computed in finding.computed:
        text = computed.zh
        if name == "arithmetic":
            title, colon, written = text.partition("：")
            if not colon and (_WEIGHED.search(text) or not _RECKONED.search(text)):
                continue
            told = say(lang, "colon").join((phrase(title).text(lang), written)) if colon else text
            told = _signed(told.removeprefix("0 ＞ ").removesuffix(" ＞ 0%"))
            if (same := _SAME_ENDS.fullmatch(told)) is not None:
                told = f"{same[2]} = {same[1]}"
            told = padded(told, [one.printed for one in finding.values])
            yield clean(reckoned(told).text(lang))


_UNIT: Final = re.compile("(?<=[0-9])[\u3400-\u9fff]{1,2}$")
"""The unit at the end of a sum, which may be printed with one number and not with another."""

_SAME_ENDS: Final = re.compile("([^ ]+) ＝ (.+) = \\1")
"""A sum that is told with what it makes at both ends."""

_LESS: Final = re.compile(r"(?:(^|[^ ]) ?)?([−+]) ?\(-([0-9][^()]*)\)")
"""A number below zero that is added or taken away, or turned round at the beginning."""


def _signed(told: str) -> str:
    """Return arithmetic without two signs in a row: A + B for A − (-B)."""

    def plain(found: re.Match[str]) -> str:
        before, sign, number = found.groups()
        if not before:
            return number if sign == "−" else f"-{number}"
        return f"{before} {'+' if sign == '−' else '−'} {number}"

    return _LESS.sub(plain, told)


def _gaps(finding: Finding, message: str, lang: Lang) -> Iterator[str]:
    """Yield how far two printed sides lie apart, where the sentence does not say it.

    Of several comparisons the arithmetic shows it, side by side.
    """
    apart = {told.zh for name, told in finding.computed if name == "difference"}
    if len(apart) != 1 or SAYS_GAP.search(message) or _are_years(finding):
        return
    sums = ""
    for name, told in finding.computed:
        text = told.zh
        if name == "arithmetic":
            sums = text
        elif not _BOUND.search(sums) and not _WEIGHED.search(sums):
            gap = clean(gap_text(text).text(lang))
            if end_of(message, gap) is None and gap not in message:
                yield gap


def _measures(found: ParameterInForce, sums: Sequence[str]) -> bool:
    """Whether a threshold is one side of a comparison that is shown, where any is."""
    dated = found.dated
    if not sums or dated is None or not isinstance(dated.value, Linear):
        return True
    return any(one.endswith(f" {dated.printed}") for one in sums)


def _lined(quote: Quote, checked: Checked, lang: Lang) -> str:
    """Return where a quotation stands, of a typed report with its line, if that is certain."""
    line = checked.lines.get((quote.where.path, quote.where.printed or ""))
    known = say(lang, "where.line", line=line) if line is not None else ""
    return say(lang, "comma").join(filter(None, (known, quote.place)))


def _own(place: str, own: str, lang: Lang) -> str:
    """Return a place without the file, which is the one that is told of."""
    return "" if place + say(lang, "comma") == own else place.removeprefix(own)


def _are_years(finding: Finding) -> bool:
    """Whether years are set against each other: nobody asks how far apart they are."""
    return bool(finding.values) and all(one.printed.endswith("年") for one in finding.values)


def _likely(finding: Finding, cause: Cause | None, message: str, lang: Lang) -> str:
    """Return what is to be mended, and what the figures of the report say of it."""
    own = finding.answer  # what is said of another one's figures is not said of this one
    answer = clean(own.text(lang)) if own is not None else ""
    if answer and cause is not None and cause.kept is not None:
        kept = clean(cause.kept.text(lang))
        if _keeps_total(finding, cause):
            answer = _OR_ELSE.sub("", answer)
        return say(lang, "semicolon").join((kept, answer))
    likely = likely_text(cause, lang, message) if cause is not None else ""
    if cause is not None and cause.turned:
        return likely
    if answer and (cause is None or cause.mend is None or _differ(likely, answer)):
        return answer
    if likely:  # it says what is wrong, the answer only on what ground
        answer = _REPEATED.sub("改后", _VERDICT.sub("", answer))
    return say(lang, "semicolon").join(filter(None, (likely, answer)))


def _keeps_total(finding: Finding, cause: Cause | None) -> bool:
    """Whether the total of what does not add up is known to be right."""
    if cause is None or cause.kept is None:
        return False
    said = clean(cause.kept.zh).partition(" ")[0]
    return _TOTALLED.format(said=said) in finding.message.replace(" ", "")


_TOTALLED: Final = "合计写{said}，"
"""How a message calls the total that its parts do not make."""

_OR_ELSE: Final = re.compile("，或合计[^，；]*$|, or the total [^,;]*$")
"""How an answer ends that leaves open whether the total or the parts are wrong."""


def _differ(likely: str, answer: str) -> bool:
    """Whether a mend without a reason gives another number than the figures of the report do."""
    given = _GIVEN.search(likely)
    return given is not None and "应为" in answer and given[1] not in answer


_REPEATED: Final = re.compile("^把[^，；]* 改为 [^，；]*，")
"""How an answer begins that gives the number of the mend once more."""

_GIVEN: Final = re.compile(r"(?:应为|should be) ([^\s；;（(]+)$")
"""The number at the end of a mend of which nobody knows how it came about."""

_VERDICT: Final = re.compile("[，;][^，;]*(?:疑有误|may be wrong)$")
"""How an answer ends that says which figure is wrong."""


def _figures(finding: Finding, *, quoted: bool = False) -> Iterator[Spot]:
    """Yield where the printed numbers stand that a finding sets against each other, or quotes."""
    named = {(one.name, one.printed) for one in finding.values}
    for where in finding.where:
        if (where.title, where.printed) in named or (quoted and where.printed):
            spot = (where.document, where.page, where.table, where.row, where.column, where.start)
            known = where.cell or any(one is not None for one in spot[2:])
            yield (where.printed, where.cell, *spot) if known else (where.printed, where.path)


def _is_sure(cause: Cause | None) -> bool:
    return cause is not None and cause.mend is not None and cause.sure


def _advice(finding: Finding, cause: Cause | None, lang: Lang) -> str:
    """Return what to do: what a mend says, or what is left to do where a total is right."""
    if _is_sure(cause) or (cause is not None and cause.sure and cause.note is not None):
        return say(lang, "finding.mended")
    if finding.answer is not None and _keeps_total(finding, cause):
        return say(lang, "finding.parts")
    return clean(finding.cure.text(lang))


_WHICH: Final = re.compile("(?<=请核实)哪一处有误(?=。)")
"""What is asked of a figure of which the mend is known."""


def _item(
    finding: Finding, checked: Checked, lang: Lang, decision: Decision | None = None
) -> ReviewItem:
    in_force = checked.result.in_force
    own = clean(Path(checked.source).name) + say(lang, "comma")  # it is the file that is told of
    quoted = quotes_of(finding, lang)
    words = "".join(where.quote for where in finding.where)
    cause, head = cause_of(checked, finding), follows(checked, finding)
    message = told_text(finding, lang)
    message = _WHICH.sub("", message) if _is_sure(cause) else message
    used = [in_force.parameters[name] for name, _ in finding.parameters]
    names = dict(checked.result.ruleset.layers[1:])  # of the country is what is of no layer below
    sums = tuple({_UNIT.sub("", one): one for one in _sums(finding, lang)}.values())
    limits = tuple(
        limit_text(one, names, lang) for one in used if is_measure(one) and _measures(one, sums)
    )
    return ReviewItem(
        rule=finding.rule,
        severity=finding.severity,
        called=say(lang, f"severity.{finding.severity}"),
        title=clean(finding.headline.text(lang)),
        message=message,
        section=clean(phrase(finding.section).text(lang)),
        quotes=tuple(
            evolve(
                one,
                titles=budgeted(one.titles, checked.result.report.kind, words),
                place=_own(_lined(one, checked, lang), own, lang),
            )
            for one in quoted
        ),
        places=tuple(one.replace(own, "") for one in places_of(finding, lang)),
        sums=sums,
        gaps=tuple(dict.fromkeys(_gaps(finding, message, lang))),
        limits=limits,
        laws=tuple(laws_text(finding.basis, in_force.documents, lang)),
        advice=_advice(finding, cause, lang),
        code=code_of(finding.fingerprint, finding.imprint),
        decision=decision,
        likely=_likely(finding, cause, message, lang).replace(own, ""),
        follows=follows_text(head, lang) if head is not None else "",
        near=tuple(expected_of(finding, lang)),
        settles=len(consequences_of(checked, finding)),
        figures=frozenset(_figures(finding)),
        told=frozenset(_figures(finding, quoted=True)),
        rounded=finding.verdict == "rounding",
        turned=cause is not None and cause.turned,
        after=after_text(checked, finding, lang),
    )
