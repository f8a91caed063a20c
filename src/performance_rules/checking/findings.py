"""Findings: what a check says, as data.

A finding quotes the printed numbers, shows the arithmetic, says where they stand, and names the
law.  A result holds the verdict of every rule at every place, also of those that passed and of
those that could not be judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final

from attrs import asdict, evolve, field, frozen

from performance_rules.errors import Lang, Message
from performance_rules.report.inferences import inference_told
from performance_rules.report.model import Settled, Source
from performance_rules.report.nodes import PREVIOUS
from performance_rules.rules.model import VERDICTS as VERDICTS
from performance_rules.rules.model import Basis, Severity
from performance_rules.values.unchanging import unchanging

VERDICT_NAMES: Final = {
    "pass": Message("通过", "pass"),
    "rounding": Message("尾差", "rounding"),
    "fail": Message("不通过", "fail"),
    "undetermined": Message("无法判断", "undetermined"),
    "not_applicable": Message("不适用", "not applicable"),
}
"""What the verdicts are called."""

SEVERITY_NAMES: Final = {
    "error": "矛盾",
    "warning": "须说明",
    "hint": "提示",
    "review": "人工复核",
}


@frozen
class Where:
    """A place a finding points at: in the report's model and, where known, in the document.

    Attributes:
        printed: the number that stands there, as it is read.
        expected: the words are not what the finding rests on; what it misses should stand there.
        begins: how its paragraph begins, where it stands below no heading and the quote does not.
        paragraph: which paragraph of the text it is, the title not counted, below no heading.
    """

    path: str
    title: str
    quote: str
    document: str | None = None
    page: int | None = None
    section: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    cell: str | None = None
    start: int | None = None
    end: int | None = None
    settled: Settled = "said"
    inference: str | None = None
    printed: str | None = None
    expected: bool = False
    begins: str | None = None
    paragraph: int | None = None

    @property
    def elsewhere(self) -> bool:
        """Whether it stands in the report of the year before, and not in the one checked."""
        return self.path.startswith(PREVIOUS)

    def at(self, source: Source, quote: str) -> Where:
        """Return the same place of the model, where a source stands and with its words."""
        return evolve(
            self,
            quote=quote,
            document=source.document,
            page=source.page,
            section=source.section,
            table=source.table,
            row=source.row,
            column=source.column,
            cell=source.cell,
            start=source.start,
            end=source.end,
        )


@frozen
class Operand:
    """A printed number that takes part in a finding."""

    name: str
    printed: str


@frozen
class Finding:
    """A rule that does not hold at a place.

    Attributes:
        heading: what the rule is called; ``title`` in Chinese, ``title_en`` in English.
        statement: what is wrong; ``message`` and ``message_en``.
        cure: what to do about it; ``advice`` and ``advice_en``.
        computed: ``arithmetic`` and ``difference``, each where there is one.
        parameters: thresholds that took part, as printed, by id.
        fingerprint: the same for the same rule at the same place, whatever the digits.
        titled: the Chinese message with places by their titles; the same however they are called.
        answer: what the report's own figures say of it, where only one thing can be said.
        fault: what is wrong, in a few words.
    """

    rule: str
    severity: Severity
    verdict: str
    heading: Message
    statement: Message
    cure: Message
    why: str
    values: tuple[Operand, ...]
    computed: tuple[tuple[str, Message], ...]
    where: tuple[Where, ...]
    basis: tuple[Basis, ...]
    parameters: tuple[tuple[str, str], ...]
    place: str
    section: str
    fingerprint: str
    titled: str = ""
    answer: Message | None = None
    fault: Message | None = None

    def text(self, lang: Lang = "zh") -> str:
        """Return the message in one language."""
        return self.statement.text(lang)

    @property
    def headline(self) -> Message:
        """What stands above it: what is wrong, or else what the rule is called."""
        return self.fault or self.heading

    @property
    def title(self) -> str:
        """What the rule is called, in Chinese."""
        return self.heading.zh

    @property
    def title_en(self) -> str:
        """What the rule is called, in English."""
        return self.heading.en

    @property
    def message(self) -> str:
        """What is wrong, in Chinese."""
        return self.statement.zh

    @property
    def message_en(self) -> str:
        """What is wrong, in English."""
        return self.statement.en

    @property
    def advice(self) -> str:
        """What to do about it, in Chinese."""
        return self.cure.zh

    @property
    def advice_en(self) -> str:
        """What to do about it, in English."""
        return self.cure.en

    @property
    def imprint(self) -> str:
        """The digest of what is printed at the place: its figures or, without any, what is said."""
        said = [f"{one.name}={one.printed}" for one in self.values]
        said = said or [self.titled or self.message, *(told.zh for _, told in self.computed)]
        return digest(*said)

    def to_dict(self) -> dict[str, object]:
        """Return the finding as text, numbers, lists and dicts; what is not known is left out.

        Everything is said in both languages.  The form only grows; see ``docs/promises.md``.
        """
        computed: dict[str, list[str]] = {"arithmetic": [], "difference": [], "arithmetic_en": []}
        for name, told in self.computed:
            computed[name].append(told.zh)
            if name == "arithmetic":
                computed["arithmetic_en"].append(told.en)
        return {
            "rule": self.rule,
            "severity": self.severity,
            "verdict": self.verdict,
            "title": self.heading.to_dict(),
            "fault": self.headline.to_dict(),
            "message": self.statement.to_dict(),
            "advice": self.cure.to_dict(),
            **({"answer": self.answer.to_dict()} if self.answer is not None else {}),
            "why": self.why,
            "values": [{"name": value.name, "printed": value.printed} for value in self.values],
            **computed,
            "where": [_known(where) for where in self.where],
            "basis": [_known(basis) for basis in self.basis],
            "parameters": dict(self.parameters),
            "place": self.place,
            "section": self.section,
            "fingerprint": self.fingerprint,
        }


def _known(said: Where | Basis) -> dict[str, object]:
    """Return the fields of a place or a basis that are given."""
    known = {name: value for name, value in asdict(said).items() if value not in (None, ())}
    return {k: list(v) if isinstance(v, tuple) else v for k, v in known.items()}


@frozen
class PlaceVerdict:
    """The verdict of one rule at one place."""

    rule: str
    place: str
    title: str
    verdict: str


@frozen
class NotChecked:
    """Why a rule could not be judged, and at how many places."""

    rule: str
    heading: Message
    reason: Message
    places: int = 1
    where: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the rule is called, in Chinese."""
        return self.heading.zh

    @property
    def title_en(self) -> str:
        """What the rule is called, in English."""
        return self.heading.en


@frozen
class Looked:
    """How much of a document was looked at, and what of it was not read.

    Attributes:
        bound: the printed numbers that the report holds.
        open: those that look like figures and are not in it.
        no_figure: dates, markers, codes and the like.
        tables: how many tables there are.
        read: how many of them were read.
        unread: what was not read, or not with certainty, a sentence each.
    """

    bound: int = 0
    open: int = 0
    no_figure: int = 0
    tables: int = 0
    read: int = 0
    unread: tuple[Message, ...] = ()

    @property
    def figures(self) -> int:
        """How many numbers are figures, bound or not."""
        return self.bound + self.open


@frozen
class Summary:
    """Findings by severity and verdicts by name."""

    findings: Mapping[str, int] = field(factory=dict, converter=unchanging)
    verdicts: Mapping[str, int] = field(factory=dict, converter=unchanging)


RESTS_ON: Final = Message(
    "{told}（这一条依据推断：{why}。）", "{told} (This rests on an inference: {why}.)"
)


def lowered(finding: Finding, inferences: Sequence[str]) -> Finding:
    """Return a finding as it may be said where it rests on what was inferred.

    It is for a person to look at then, however grave its rule is, and it says what was inferred.
    A hint stays a hint.
    """
    if not inferences:
        return finding
    grave = finding.severity in ("error", "warning")
    told = finding.statement
    each = [inference_told(one) for one in inferences]
    why = Message("；".join(one.zh for one in each), "; ".join(one.en for one in each))
    return evolve(
        finding,
        severity="review" if grave else finding.severity,
        titled=f"{finding.titled}（这一条依据推断：{why.zh}。）" if finding.titled else "",
        statement=RESTS_ON.filled(told=told, why=why),
    )


_ASKED: Final = "REMIND"
"""The basis of what is asked for without a law that says so."""


def severity_of(severity: Severity, basis: Sequence[Basis], *, said: bool) -> Severity:
    """Return how grave a finding is: what rests on custom alone is no more than a hint.

    Args:
        severity: that of its rule.
        basis: what of the basis of its rule binds the report.
        said: whether the report has words; of figures alone nothing is asked by custom.
    """
    custom = bool(basis) and all(one.doc == _ASKED for one in basis)
    return "hint" if said and custom and severity == "warning" else severity


def fingerprint(rule: str, places: tuple[str, ...]) -> str:
    """Return the name a finding keeps over corrections elsewhere in the report."""
    return digest(rule, *places)


def digest(*texts: str) -> str:
    """Return sixteen letters that stand for some texts."""
    return sha256("\x1f".join(texts).encode()).hexdigest()[:16]
