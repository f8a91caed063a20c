"""Scales of deduction: 达到95%得满分，每低1个百分点扣0.5分，扣完为止, read from such a text.

The clauses stand in ``rules/lexicons/scales.toml``.  A text is understood only if known clauses
and punctuation make up all of it: what is not understood may change what is lost.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

import tomli
from attrs import frozen

from performance_rules.language.ground import Linear
from performance_rules.language.patterns import Match, Pattern, pattern_of
from performance_rules.lexicon.lexicon import plain
from performance_rules.lexicon.resources import rules_dir
from performance_rules.text.numerals import whole_number
from performance_rules.values.quantity import SCALE

LONGEST: Final = 200
"""A standard that is longer, in characters, is more than a scale."""

SUBJECTS: Final = {
    "value": "指标的完成值",
    "execution": "预算执行率",
    "completion": "完成值与目标值之比",
}
"""What a scale may be a scale of."""

Subject = Literal["value", "execution", "completion"]
Side = Literal["below", "above"]
Part = Literal["", "begun", "completed", "share"]

_NUMBER: Final = r"[0-9]{1,3}(?:\.[0-9]{1,3})?|[一二两三四五十]"
_NAME: Final = r"(?P<name>[\p{Han}]{0,12}(?:率|度|比例|比重)|OWN)"
_BETWEEN: Final = ",;。、"


@frozen
class Scale:
    """A scale of deduction; percentages and points are in SCALE-ths.

    Attributes:
        start: the percentage from which points are lost; None where it is the target.
        side: on which side of it.
        step: for how many percent points each time.
        points: how many points are lost each time.
        part: whether a step counts when it is begun, when it is completed, or pro rata; "" where
            the text does not say.
        subject: what it is a scale of.
        most: how many points are lost at most; None for all of them.
        full: the points given at the start, where the text says.
        relative: whether the step is 1%, and not 1个百分点.
        text: the text, as printed.
    """

    start: int | None
    side: Side
    step: int
    points: int
    part: Part = ""
    subject: Subject = "value"
    most: int | None = None
    full: int | None = None
    relative: bool = False
    text: str = ""


@frozen
class Deduction:
    """A scale with the percentage that it starts from, be it a constant or a printed target."""

    scale: Scale
    start: Linear


@lru_cache(maxsize=4096)
def read_scale(text: str, name: str = "") -> Scale | None:
    """Return the scale that a text states, or None where it states none or more than one.

    Args:
        text: a standard of scoring.
        name: what the indicator is called.
    """
    even = plain(unicodedata.normalize("NFKC", "".join(text.split()))).replace("（", "(")
    even = even.replace("）", ")").strip(_BETWEEN)
    if len(even) > LONGEST:
        return None
    clauses = list(_clauses(even))
    if not clauses or any(clause is None for clause in clauses):
        return None
    return _scale([clause for clause in clauses if clause is not None], text, plain(name))


def _scale(clauses: Sequence[tuple[str, Mapping[str, str]]], text: str, name: str) -> Scale | None:
    """Return the scale of clauses that were all understood, if they go together."""
    said: dict[str, set[str]] = {}
    for _, groups in clauses:
        for key, value in groups.items():
            said.setdefault(key, set()).add(value)
    roles = [role for role, _ in clauses]
    parts = [part for part in _PARTS if part in roles]
    subjects = [_subject(one, name) for one in said.get("name", ())]
    subject: Subject | None = subjects[0] if subjects else "value"
    sides = {"below" for key in ("below", "reach", "up") if key in said}
    sides |= {"above" for key in ("above", "within", "down") if key in said}
    starts = {_number(one) for one in said.get("start", ())}
    wrong = (
        roles.count("step") != 1
        or len(sides) != 1
        or len(parts) > 1
        or len(starts) + ("target" in said and bool(starts)) > 1
        or any(one != subject for one in subjects)
        or any(len(said.get(key, ())) > 1 for key in ("full", "most"))
    )
    if wrong or subject is None:
        return None
    step, points = (_number(next(iter(said[key]))) for key in ("step", "points"))
    if not step or not points:
        return None
    return Scale(
        start=next(iter(starts), None),
        side="below" if "below" in sides else "above",
        step=step,
        points=points,
        part=parts[0] if parts else "",
        subject=subject,
        most=_only(said, "most"),
        full=_only(said, "full"),
        relative="points_said" not in said,
        text=text.strip(),
    )


_PARTS: Final[tuple[Part, ...]] = ("begun", "completed", "share")


def _only(said: Mapping[str, set[str]], key: str) -> int | None:
    return _number(next(iter(said[key]))) if key in said else None


def _number(text: str) -> int:
    number = whole_number(text)
    return int((Decimal(text) if number is None else number) * SCALE)


def _subject(said: str, name: str) -> Subject | None:
    """Return what a name in a standard is a name of; None if of another thing."""
    words = _words()[0]
    if said in words["own"] or (name and (said in name or name in said)):
        return "value"
    if said in words["execution"]:
        return "execution"
    return "completion" if said in words["completion"] else None


def _clauses(text: str) -> Iterator[tuple[str, Mapping[str, str]] | None]:
    """Yield the clauses of a text with what they say; None where one is not known."""
    _, patterns = _words()
    while text:
        best: tuple[str, Match] | None = None
        for role, pattern in patterns:
            found = pattern.search(text)
            if found is not None and (best is None or len(found.group(0)) > len(best[1].group(0))):
                best = role, found
        if best is None or not best[1].group(0):
            yield None
            return
        said = {key: one for key, one in best[1].groupdict().items() if one is not None}
        yield best[0], said
        text = text[len(best[1].group(0)) :].lstrip(_BETWEEN)


@lru_cache(maxsize=4)
def _words(
    directory: Path | None = None,
) -> tuple[Mapping[str, Sequence[str]], Sequence[tuple[str, Pattern]]]:
    """Return the words and the clauses that come with the library."""
    file = (directory or rules_dir()) / "lexicons" / "scales.toml"
    data = tomli.loads(file.read_text(encoding="utf-8"))
    words: dict[str, list[str]] = data["words"]
    known = {key: "|".join(sorted(said, key=len, reverse=True)) for key, said in words.items()}
    known["名称"] = _NAME.replace("OWN", known["own"])
    known["数"] = _NUMBER
    patterns = []
    for clause in data["clause"]:
        for written in clause["patterns"]:
            text = written
            for key, said in known.items():
                text = text.replace(f"{{{key}}}", said if key == "名称" else f"(?:{said})")
            patterns.append((clause["role"], pattern_of(f"^(?:{text})")))
    return words, patterns
