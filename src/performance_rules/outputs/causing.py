"""What contradictions come from, in words: the figure to mend, and what goes away with it."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.checking.findings import Finding
from performance_rules.checking.phrasing import end_of
from performance_rules.errors import Lang
from performance_rules.localize.causes import Cause, Suspect
from performance_rules.outputs.batch import Checked
from performance_rules.outputs.citing import position
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say
from performance_rules.report.phrases import JOINT, phrase
from performance_rules.rules.model import SEVERITIES

NAMED: Final = 3
"""Most figures that are named where any of several may be wrong."""


def cause_of(checked: Checked, finding: Finding) -> Cause | None:
    """Return the cause that a finding speaks for."""
    return next((one for one in checked.causes if one.findings[0] is finding), None)


def follows(checked: Checked, finding: Finding) -> Finding | None:
    """Return the finding that a consequence goes away with."""
    causes = (one for one in checked.causes if any(x is finding for x in one.findings[1:]))
    return next((one.findings[0] for one in causes), None)


def after_text(checked: Checked, finding: Finding, lang: Lang) -> str:
    """Return what a finding comes to once the figure that it goes away with is mended."""
    for cause in checked.causes:
        for one, after in zip(cause.findings[1:], cause.after, strict=False):
            if one is finding:
                return clean(after.text(lang))
    return ""


def heads_of(checked: Checked) -> list[Finding]:
    """Return the findings that go away with no other one: the gravest first, then as they stand."""
    below = {id(one) for cause in checked.causes for one in cause.findings[1:]}
    heads = [one for one in checked.findings if id(one) not in below]
    return sorted(heads, key=lambda finding: SEVERITIES.index(finding.severity))


def consequences_of(checked: Checked, finding: Finding) -> tuple[Finding, ...]:
    """Return the findings that go away with another one."""
    cause = cause_of(checked, finding)
    return cause.findings[1:] if cause is not None else ()


def carried(checked: Checked, severity: str) -> int:
    """Return how many findings of a severity go away with a graver one, and are told below it."""
    return sum(
        one.severity == severity != cause.findings[0].severity
        for cause in checked.causes
        for one in cause.findings[1:]
    )


def likely_text(cause: Cause, lang: Lang, told: str = "") -> str:
    """Return what is to be mended, or which figures may be wrong; empty where nothing is likely.

    Args:
        cause: where contradictions come from.
        lang: the language.
        told: the sentence before it; a figure that it names once is not named in full again.
    """
    if cause.mend is not None:
        name = _named(cause.figures[0], lang)
        printed = cause.figures[0].printed.removeprefix("-")
        if cause.turned:
            return clean(cause.mend.text(lang))
        if end_of(told, printed) is not None and end_of(told, printed, 1) is None:
            return clean(cause.mend.text(lang))
        return say(lang, "cause.mend", name=name, mend=clean(cause.mend.text(lang)))
    if cause.note is not None:
        return clean(cause.note.text(lang))
    if len(cause.findings) == 1 or not cause.figures:
        return ""
    names = [_suspect(one, lang) for one in (*cause.figures, *cause.others)]
    if len(names) > NAMED:
        return ""
    return say(lang, "cause.likely", names=say(lang, "cause.or").join(names))


def _named(one: Suspect, lang: Lang) -> str:
    """Return what a figure to be mended is called: a claim without the figure it is made of."""
    last = one.title.rpartition(JOINT)[2]
    return clean((phrase(last) if last in _CLAIMS else one.name).text(lang))


_CLAIMS: Final = ("增减额", "增减率", "完成率", "占比")


def follows_text(head: Finding, lang: Lang) -> str:
    """Return with which finding another one goes away."""
    title = clean(head.headline.text(lang))
    return say(lang, "cause.follows", title=title, rule=head.rule)


_DATED: Final = re.compile("^[0-9]{4}年")


def _suspect(one: Suspect, lang: Lang) -> str:
    place = clean(position(one.where, lang))
    place = "" if place == clean(one.where.document or "") else place
    dated = _DATED.search(one.printed) is not None  # a date is found by itself
    told = one.printed if dated else f"{clean(one.name.text(lang))} {one.printed}"
    right = say(lang, "cause.right", right=one.right) if one.right else ""
    known = say(lang, "semicolon").join(filter(None, (place, right)))
    return told + (say(lang, "in_brackets", text=known) if known else "")
