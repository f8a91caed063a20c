"""The steps of projects and their dates, as paragraphs tell them.

A date belongs to a step only if every word between the two is known: 2022年3月通过县级验收 is one
of acceptance, 2022年3月验收的材料 is none.  The words stand in ``rules/lexicons/schedules.toml``.
What is planned, in parts or of another year is left out: a step too few is no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import tomli
from attrs import define, frozen

from performance_rules.extraction.fixed import fixed
from performance_rules.extraction.passages import Passage
from performance_rules.extraction.tokens.normal import Run, plain_word, run_of
from performance_rules.lexicon.resources import rules_dir
from performance_rules.report.inferences import inferred
from performance_rules.report.model import Paragraph, Schedule, Settled, Source, Step
from performance_rules.report.schedule import is_date
from performance_rules.text.words import has_any

_DATE: Final = re.compile(
    r"(?<![\d.~至到—-])(?:"
    r"(?:(?P<year>(?:19|20)\d\d)年|(?P<same>同年)|(?P<next>次年|翌年))"
    r"(?:(?P<month>\d{1,2})月(?:份|初|底|末|[上中下]旬|(?P<day>\d{1,2})日)?|[初底末])?"
    r"|(?<![今本去上明前]年)(?P<bare>\d{1,2})月(?:份|初|底|末|[上中下]旬|(?P<of_bare>\d{1,2})日)?"
    r")(?!度)"
)
_SENTENCE: Final = re.compile(r"[^。;!?]+")
_CLAUSE: Final = re.compile(r"(?:[^,，:、()]|(?<=时间|日期):)+")
_COUNTED: Final = re.compile(r"(?:共|计|共计)?\d[\d.]*[万亿]?[\u4e00-\u9fff]{0,2}$")
_MARKER: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)])"
)
_NAMED: Final = re.compile(r"[\u4e00-\u9fff]{2,20}?(?:项目|工程)")
_THINGS: Final = ("项目", "工程")
_BODY: Final = 14
"""The name of a body between a date and a step is not longer than this."""


@frozen(eq=False)
class ScheduleWords:
    """The words that schedules are told in; longer ones come before shorter ones."""

    steps: Mapping[str, str]
    between: tuple[str, ...]
    bodies: tuple[str, ...]
    before: tuple[str, ...]
    link: tuple[str, ...]
    subject: tuple[str, ...]
    planned: re.Pattern[str]
    actual: re.Pattern[str]
    apart: re.Pattern[str]
    aside: re.Pattern[str]
    neutral: tuple[str, ...]
    together: tuple[str, ...]
    step: re.Pattern[str]
    known: re.Pattern[str]

    def stages(self, rest: str) -> list[str]:
        """Return the stages that a clause tells behind a date; none if a word is not known."""
        found: list[str] = []
        rest = rest.replace("了", "")
        while rest:
            known = self.known.match(rest)
            step = _start(rest, self.steps) if known else ""
            word = step or (
                _start(rest, self.between) or _start(rest, self.subject) if known else ""
            )
            if not word and not (word := self.body(rest)):
                return []
            found += [self.steps[step]] if step else []
            rest = rest[len(word) :]
        return found

    def tells(self, text: str) -> bool:
        """Whether a paragraph has a word for a step and is not left out as a whole."""
        return (
            self.step.search(text.replace("了", "")) is not None and self.apart.search(text) is None
        )

    def body(self, rest: str) -> str:
        """Return the name of a body that a text begins with."""
        ends = (
            at + len(body)
            for body in self.bodies
            if 0 < (at := rest.find(body, 0, _BODY - 1 + len(body))) < _BODY
        )
        name = rest[: min(ends, default=0)]
        told = self.step.search(name) is not None and has_any(name, self.steps)
        return "" if told else name


def _step(steps: Iterable[str], subjects: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that every text matches which tells a step.

    A date may part a step from the subject that it begins with: 施工合同于2022年7月签订.
    """
    words = set(steps)
    for step in steps:
        sizes = range(1, len(step))
        words |= {step[n:] for n in sizes if any(s.endswith(step[:n]) for s in subjects)}
    return _any(words)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def _start(text: str, words: Sequence[str] | Mapping[str, str]) -> str:
    return next((word for word in words if text.startswith(word)), "")


def _end(text: str, words: Sequence[str] | Mapping[str, str]) -> str:
    return next((word for word in words if text.endswith(word)), "")


@lru_cache(maxsize=4)
def shipped(directory: Path | None = None) -> ScheduleWords:
    """Return the words that come with the library."""
    file = (directory or rules_dir()) / "lexicons" / "schedules.toml"
    data: Mapping[str, Any] = tomli.loads(file.read_text(encoding="utf-8"))
    works, steps = data["works"], {w: s for s, words in data["steps"].items() for w in words}
    for work in works["names"]:
        steps |= {f"{word}{work}": "start" for word in works["start"]}
        steps |= {f"{work}{word}": "completion" for word in works["completion"]}
    names = {
        kind: tuple(sorted(data[kind]["names"], key=len, reverse=True))
        for kind in ("between", "before", "link", "subject", "neutral")
    }
    longest = sorted(steps, key=len, reverse=True)
    return ScheduleWords(
        steps={word: steps[word] for word in longest},
        bodies=tuple(data["between"]["bodies"]),
        together=tuple(data["between"]["together"]),
        actual=_any(data["planned"]["actual"]),
        planned=_any(data["planned"]["names"]),
        apart=_any(data["apart"]["names"]),
        aside=_any(data["aside"]["names"]),
        step=_step(steps, names["subject"]),
        known=_any((*steps, *names["between"], *names["subject"])),
        **names,
    )


def schedules_of(paragraphs: Sequence[Paragraph], project: str | None) -> tuple[Schedule, ...]:
    """Return the schedules that the paragraphs of a document tell.

    Args:
        paragraphs: its paragraphs.
        project: the name of the one project that the document is about.
    """
    words, told = shipped(), dict[Key, list[Step]]()
    headings: list[tuple[int, str]] = []
    for number, paragraph in enumerate(paragraphs, 1):
        level, text = paragraph.heading, paragraph.text
        if paragraph.contents:
            continue
        if level is not None:
            headings = [h for h in headings if h[0] < level]
            headings.append((level, text.strip()))
        elif "年" in text:
            if not words.tells(plain_word(text)):
                continue
            run = run_of([Passage(text, paragraph.source or Source())])
            reading = _Reading(words, run, "/".join(t for _, t in headings), number, project or "")
            for depth, title in headings:
                if depth > 1:
                    reading.label(plain_word(title))
            for key, step in reading.steps():
                told.setdefault(key, []).append(step)
    return tuple(
        Schedule(name or None, tuple(steps))
        for (name, _, _), steps in told.items()
        if len(steps) > 1
    )


Key = tuple[str, str, int]
"""A project: its name, what it is called where that is no name, and where it is told of alone."""


@define
class _Reading:
    """The reading of one paragraph.

    Attributes:
        project: the project that the document is about.
        base: what the headings and the label speak of, where that is another one.
        topic: what is spoken of just now, where that is another one.
        last: the date before, whose year one without a year may follow; with how it is printed.
    """

    words: ScheduleWords
    run: Run
    section: str
    number: int
    project: str
    base: str = ""
    topic: str = ""
    last: tuple[int, int, str] | None = None

    def steps(self) -> Iterator[tuple[Key, Step]]:
        """Yield the steps that the paragraph tells, each with the project it is one of."""
        plain, words = self.run.plain, self.words
        for sentence in _SENTENCE.finditer(plain):
            aside = planned = words.aside.search(sentence[0]) is not None
            alone = ""
            for clause in _CLAUSE.finditer(plain, *sentence.span()):
                if plain[clause.end() : clause.end() + 1] == ":":
                    self.label(clause[0])
                if words.actual.search(clause[0]) is not None:
                    planned = aside
                planned = planned or words.planned.search(clause[0]) is not None
                said = f"{alone}{clause[0]}"
                comma = plain[clause.end() : clause.end() + 1] in (",", "，")
                alone = said if comma and _DATE.fullmatch(said) else ""
                if not alone and self.is_joined(said, clause.end()):
                    alone = said  # 由业主会同设计、监理单位组织验收: by whom, one after the other
                if alone:  # 2022年3月，项目开工
                    continue
                dates = [(found, self.dated(found)) for found in _DATE.finditer(said)]
                for stage, date in () if planned else self.told(said, dates):
                    yield self.key, date(stage, self.run.source(*sentence.span(), self.section))

    def is_joined(self, said: str, end: int) -> bool:
        """Whether a clause tells who has done something, and goes on behind 、 with others."""
        together = self.run.plain[end : end + 1] == "、" and has_any(said, self.words.together)
        return together and self.words.step.search(said) is None

    def told(
        self, text: str, dates: Sequence[tuple[re.Match[str], Dated | None]]
    ) -> Iterator[tuple[str, Dated]]:
        """Yield the stages of one clause with their dates."""
        if not dates:
            self.turn(text)
        before = text[: dates[0][0].start()] if dates else ""
        for i, (found, date) in enumerate(dates, 1):
            after = text[found.end() : dates[i][0].start() if i < len(dates) else None]
            stages = self.stages(before, self.bare(after) if i < len(dates) else after)
            if not stages:
                return
            if date is not None:
                yield from ((stage, date) for stage in stages)
            before = ""

    def stages(self, before: str, after: str) -> list[str]:
        """Return the stages of a date, and keep what they are stages of."""
        words, linked = self.words, _end(before, self.words.link)
        step = _end(before.removesuffix(linked), words.steps) if linked else ""
        if step and (not after or words.stages(after)):
            self.turn_to(before.removesuffix(linked).removesuffix(step))
            return [words.steps[step], *words.stages(after)]
        subject = _COUNTED.sub("", self.bare(before))
        found = words.stages(after)
        if not found and subject in words.subject:
            found = words.stages(f"{subject}{after}")  # 施工合同于2022年7月签订
        if found:
            self.turn_to(subject)
        return found

    def bare(self, text: str) -> str:
        """Return what stands in front of a date without the small words between: 并已于."""
        while word := _end(text, self.words.before):
            text = text.removesuffix(word)
        return text

    @property
    def key(self) -> Key:
        """The project that is spoken of."""
        if self.topic:
            return self.topic if self.topic.endswith(_THINGS) else "", self.topic, self.number
        return self.project, "", 0 if self.project else self.number

    def label(self, text: str) -> None:
        """A heading or a label may name what is spoken of."""
        plain = _MARKER.sub("", text)
        if plain and not plain.endswith(self.words.neutral) and not _DATE.search(plain):
            self.turn_to(plain)
            self.base = self.topic

    def turn(self, text: str) -> None:
        """A clause that begins with the name of a project speaks of it from here on."""
        if named := _NAMED.match(_MARKER.sub("", text)):
            self.turn_to(named[0])

    def turn_to(self, subject: str) -> None:
        """Speak of what a subject names; a plain 项目 is the one named last, not a building."""
        subject = _MARKER.sub("", subject)
        if subject in self.words.subject:
            self.topic = self.topic if self.topic.endswith(_THINGS) else self.base
        elif subject:
            own = self.project and (subject in self.project or self.project in subject)
            self.topic = "" if own else subject

    def dated(self, found: re.Match[str]) -> Dated | None:
        """Return how a step of a date is made; None of a date whose year cannot be told.

        A month follows the year of the date before it only if it does not lie before that date,
        and none follows a date that itself goes back.
        """
        month, day = found["month"] or found["bare"], found["day"] or found["of_bare"]
        before, self.last = self.last, None
        year, inference = int(found["year"] or 0), None
        if not year:
            if before is None or month is None:
                return None
            year = before[0] + bool(found["next"])
            if found["bare"] and int(month) < before[1]:
                return None
            if found["bare"]:
                inference = inferred("date", text=found[0], before=before[2])
        parts = year, int(month) if month else None, int(day) if day else None
        if not is_date(*parts):
            return None
        if month and (before is None or (year, int(month)) >= before[:2]):
            self.last = year, int(month), before[2] if inference and before else found[0]
        return Dated(*parts, inference)


@fixed
class Dated:
    """A date, and what was inferred of it."""

    year: int
    month: int | None
    day: int | None
    inference: str | None

    def __call__(self, stage: str, source: Source) -> Step:
        """Return a step of the date."""
        settled: Settled = "inferred" if self.inference else "said"
        return Step(stage, self.year, self.month, self.day, source, settled, self.inference)
