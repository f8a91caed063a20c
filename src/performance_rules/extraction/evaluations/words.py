"""The words of evaluation forms: headers, labels of facts, names of rows, the sense of a target.

The data stands in ``rules/lexicons/evaluations.toml``.  A header is read as modifiers and a head;
it is understood only if they make up all of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import tomli
from attrs import frozen

from performance_rules.extraction.figures.words import Vocabulary
from performance_rules.extraction.tokens.normal import plain_word
from performance_rules.lexicon.resources import rules_dir
from performance_rules.text.words import has_any
from performance_rules.text.years import WRITTEN_FULL_YEAR

_BRACKETED: Final = re.compile(r"\(([^()]{0,40})\)")
_UNIT: Final = re.compile(r"(?:单位:)?(?:人民币)?(元|千元|万元|亿元|%)")
_POINTS: Final = re.compile(r"(?:(?:共|满分|分值|权重)?:?)(\d{1,3}(?:\.\d{1,2})?)分?")
_PERIOD: Final = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:截至|截止)?(?:(?P<first>\d{1,2}|[NnXx])月?[-—–~～至到])?"
    r"(?P<month>\d{1,2}|[NnXx])月(?:份|底|末|(?P<day>\d{1,2})日)?(?:止)?"
)
_MONTH_ENDS: Final = 28
"""From this day on a month counts as over."""
_FORMULA: Final = re.compile(r"(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9/*×÷+%=\-]{1,16}")
"""What only numbers the columns, or says how one follows from others: B, C/B, 10*C/B."""
DECEMBER: Final = 12
_LONGEST: Final = 24
_LONGEST_TITLE: Final = 40
_SHORTEST: Final = 4
"""Of the label of a goal: 目标 alone heads a column."""

QUARTER: Final = "quarter"
"""The role of a header of one quarter or half; the first may be the time up to its end as well."""
_QUARTER: Final = re.compile("第?[二三四2-4]季度|第?[一1]季度$|下半年")
_OF_QUARTERS: Final = ("final", "actual")

YEAR: Final = "year"
"""The role of a header that is a year and says nothing else: 2022年 above 目标值 and 完成值."""

NOTE: Final = "note"
"""The role of a header that only explains another: (A), (20分*执行率)."""
_DIGITS: Final = re.compile(r"\d+")
_NUMBERED: Final = re.compile("^[一二三四五六七八九十]{1,2}、")
"""The number of a row: 三、自评总分."""


@frozen
class Heading:
    """What stands above a column of a form.

    Attributes:
        role: what the column holds; ``note`` where the text only explains another.
        unit: the unit in brackets.
        points: the points in brackets.
        month: the last month of the time that it speaks of; 0 where it says none.
        year: the year that it names; 0 where it names none.
    """

    role: str
    unit: str = ""
    points: str = ""
    month: int = 0
    year: int = 0


@frozen(eq=False)
class EvaluationWords:
    """The words of evaluation forms.

    Attributes:
        signs: one of these stands somewhere in every form.
        columns: the role of a head, by head.
        modifiers: what may stand before one; the value is the stage or time that it says.
        periods: words for the first months of a year, with the last of them.
        composed: the words that make up the headers of a kind, and of which one is among them.
        facts: the field that a label names.
        rows: how rows of a kind are called.
        kinds: what the title of a kind of form says.
        titles: one of these stands in the title of every form.
        before: words before a number, longest first, with the sense.
        behind: words behind one.
        doing: what is done with an indicator, before its name in a goal: 完成新建路灯120盏.
        summaries: the words of the labels of all that was to be and that was done, and their ends.
        completed: the words of a sentence that says that every indicator was reached.
        completed_keys: one of each of these is among them.
        plan: the words of what a result has come so far towards: 全年任务.
        plan_keys: one of these is among them.
        bases: one of these stands in the title of a table of base figures.
        approved: what a rate of control is measured by.
        present: what it measures.
        controlled: what it is called.
    """

    signs: tuple[str, ...]
    columns: Mapping[str, str]
    modifiers: Mapping[str, str]
    periods: Mapping[str, int]
    composed: tuple[tuple[str, Vocabulary, tuple[str, ...]], ...]
    facts: Mapping[str, str]
    rows: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, tuple[str, ...]]
    titles: tuple[str, ...]
    before: tuple[tuple[str, str], ...]
    behind: tuple[tuple[str, str], ...]
    doing: tuple[str, ...]
    summaries: Mapping[str, tuple[Vocabulary, tuple[str, ...]]]
    completed: Vocabulary
    completed_keys: tuple[tuple[str, ...], ...]
    plan: Vocabulary
    plan_keys: tuple[str, ...]
    bases: tuple[str, ...]
    approved: tuple[str, ...]
    present: tuple[str, ...]
    controlled: tuple[str, ...]

    def heading(self, text: str) -> Heading | None:
        """Return what a header means, or None if a word of it is not known."""
        return _heading(self, text)

    def read(self, text: str) -> Heading | None:
        """Return the same, worked out anew."""
        core, unit, points = bracketed(text)
        if not core or _FORMULA.fullmatch(core):
            return Heading(NOTE, unit, points)
        if len(core) > _LONGEST:
            return None
        said, month = self._stages(text), 0
        if period := _PERIOD.match(core):
            core, month = core[period.end() :], _month(period)
            said = {"to_date"}
        year = WRITTEN_FULL_YEAR.search(core)
        core = WRITTEN_FULL_YEAR.sub("", core)
        if quarter := _QUARTER.match(core):
            rest = core[quarter.end() :]
            if not rest or self._head(rest, frozenset()) in _OF_QUARTERS:
                return Heading(QUARTER, unit, points)
        word = next((word for word in self.periods if core.startswith(word)), "")
        if word:
            core, said, month = core[len(word) :], {"to_date"}, self.periods[word]
        found = self._head(core, frozenset(said))
        for role, words, keys in self.composed if found is None else ():
            if has_any(core, keys) and words.make(core):
                found = role
        said_year = int(year[0][:4]) if year is not None else 0
        if said_year and not core:
            return Heading(YEAR, unit, points, 0, said_year)
        return None if found is None else Heading(found, unit, points, month, said_year)

    def _stages(self, text: str) -> set[str]:
        """Return the stages of a budget that brackets name: 预算数（年初数）."""
        plain = plain_word(text).replace("（", "(").replace("）", ")")
        inside = [one.removesuffix("数") for one in _BRACKETED.findall(plain)]
        said = {self.modifiers.get(one, "") for one in inside}
        return said & {"initial_budget", "adjusted_budget"}

    def month_in(self, title: str) -> int:
        """Return the last month of the time that the title of a form speaks of; 0 for none."""
        periods = (p for p in _PERIOD.finditer(plain_word(title)) if p["first"] or "截" in p[0])
        found = {_month(period) for period in periods}
        found |= {month for word, month in self.periods.items() if word in title}
        return found.pop() if len(found) == 1 else 0

    def _head(self, core: str, said: frozenset[str]) -> str | None:
        role = self.columns.get(core)
        if role is not None:
            return _role(role, said | ({"initial_budget"} if core.startswith("年初") else set()))
        for end in range(min(len(core) - 1, _LONGEST), 0, -1):
            modifier = self.modifiers.get(core[:end])
            if modifier is not None:
                found = self._head(core[end:], said | {modifier})
                if found is not None:
                    return found
        return None

    def narrows(self, core: str) -> bool:
        """Whether a header that is not understood ends in one that is: 复查完成值.

        What it says is of the same kind then, and might be what the form is about.
        """
        values = ("target", "actual", "to_date", "forecast", "weight", "score")
        return any(core.endswith(head) and self.columns[head] in values for head in self.columns)

    def points_of(self, label: str) -> str:
        """Return which points a label names, whatever they are for; empty if it names none."""
        ends = (role for head, role in self.columns.items() if label.endswith(head))
        return next((role for role in ends if role in ("weight", "score")), "")

    def fact(self, text: str) -> str:
        """Return which field of a form a label names; empty if none."""
        plain = plain_word(text).rstrip(":")
        found = self.facts.get(plain)
        core = bracketed(plain)[0]
        found = found if found is not None else self.facts.get(core, "")
        if found or not _SHORTEST <= len(core) <= _LONGEST:
            return found
        return next(
            (
                name
                for name, (words, keys) in self.summaries.items()
                if core.endswith(keys) and words.make(core)
            ),
            "",
        )

    def all_reached(self, sentence: str) -> bool:
        """Whether a sentence says of all indicators of a form that they were reached."""
        core = _DIGITS.sub("", sentence)
        told = all(has_any(core, some) for some in self.completed_keys)
        return told and "指标" in core and self.completed.make(core)

    def is_plan(self, text: str) -> bool:
        """Whether words say all that was planned for the year: 全年任务, 年度目标."""
        return has_any(text, self.plan_keys) and self.plan.make(text)

    def is_row(self, kind: str, text: str) -> bool:
        """Whether a label names a row of a kind."""
        return _NUMBERED.sub("", bracketed(text)[0].rstrip(":")) in self.rows[kind]

    def is_title(self, text: str) -> bool:
        """Whether a line is the title of a form: 某项目支出绩效自评表."""
        core = bracketed(text)[0]
        named = has_any(core, self.titles)
        return named and core.endswith("表") and len(core) <= _LONGEST_TITLE

    def kind_of(self, title: str) -> str | None:
        """Return the kind of form that a title names; 绩效目标自评表 says what was reached."""
        kinds = [kind for kind, said in self.kinds.items() if has_any(title, said)]
        return next((kind for kind in kinds if kind != "goals" or "自评" not in title), None)


def _month(period: re.Match[str]) -> int:
    """Return the last full month from January on: 1—8月 is 8, 8月15日 is 7, 3—8月 is none."""
    first, month, day = period.group("first", "month", "day")
    if not month.isdecimal() or int(month) > DECEMBER or (first or "1").lstrip("0") != "1":
        return 0
    return int(month) - (day is not None and int(day) < _MONTH_ENDS)


@lru_cache(maxsize=4096)
def _heading(words: EvaluationWords, text: str) -> Heading | None:
    return words.read(text)


@lru_cache(maxsize=4096)
def bracketed(text: str) -> tuple[str, str, str]:
    """Return a text without what stands in brackets, and the unit and the points among that."""
    plain = plain_word(text).replace("（", "(").replace("）", ")")
    unit = points = ""
    for inside in _BRACKETED.findall(plain):
        if found := _UNIT.fullmatch(inside):
            unit = found[1]
        elif inside.endswith("分") and (found := _POINTS.fullmatch(inside)):
            points = found[1]
    return _BRACKETED.sub("", plain), unit, points


def _role(role: str, said: frozenset[str] | set[str]) -> str | None:
    if "prior" in said:  # 上年完成值 is of another year
        return "prior" if role in ("execution", "actual") else "other"
    if "reviewed" in said:  # 复核得分 is what somebody else gave
        return "reviewed" if role == "score" else None
    time = next((word for word in ("forecast", "to_date") if word in said), "")
    if role == "budget":
        return next((s for s in ("adjusted_budget", "initial_budget") if s in said), role)
    if role in ("execution", "actual"):
        return time or ("final" if role == "execution" else role)
    return f"{time}_{role}" if role == "rate" and time else role


@lru_cache(maxsize=4)
def shipped(directory: Path | None = None) -> EvaluationWords:
    """Return the words that come with the library."""
    file = (directory or rules_dir()) / "lexicons" / "evaluations.toml"
    return _words(tomli.loads(file.read_text(encoding="utf-8")))


def _words(data: Mapping[str, Any]) -> EvaluationWords:
    modifiers = dict.fromkeys(data["modifiers"], "")
    for stage, words in data["stages"].items():
        modifiers |= dict.fromkeys(words, stage)
    senses: dict[str, list[tuple[str, str]]] = {"before": [], "behind": []}
    for name, words in data["sense"].items():
        where = "behind" if name.endswith("_after") else "before"
        sense = name.removesuffix("_after")
        senses[where] += [(plain_word(word), "" if sense == "none" else sense) for word in words]
    ordered = {k: tuple(sorted(v, key=lambda pair: -len(pair[0]))) for k, v in senses.items()}
    return EvaluationWords(
        signs=tuple(data["signs"]),
        columns={head: one["role"] for one in data["column"] for head in one["heads"]},
        modifiers=modifiers,
        periods=dict(sorted(data["periods"].items(), key=lambda one: -len(one[0]))),
        composed=tuple(
            (role, Vocabulary.of(data[kind]["words"]), tuple(data[kind]["keys"]))
            for kind, role in (("criteria", "criterion"), ("reasons", "reason"))
        ),
        facts={label: one["field"] for one in data["fact"] for label in one["labels"]},
        rows={kind: tuple(map(plain_word, names)) for kind, names in data["rows"].items()},
        kinds={kind: tuple(words) for kind, words in data["kinds"].items() if kind != "titles"},
        titles=tuple(data["kinds"]["titles"]),
        before=ordered["before"],
        behind=ordered["behind"],
        doing=tuple(data["goals"]["doing"]),
        summaries={
            name: (Vocabulary.of(data[name]["words"]), tuple(data[name]["keys"]))
            for name in ("goal", "done")
        },
        completed=Vocabulary.of(data["completed"]["words"]),
        completed_keys=tuple(tuple(data["completed"][key]) for key in ("all", "done")),
        plan=Vocabulary.of(data["plan"]["words"]),
        plan_keys=tuple(data["plan"]["keys"]),
        bases=tuple(data["base"]["titles"]),
        approved=tuple(data["base"]["approved"]),
        present=tuple(data["base"]["present"]),
        controlled=tuple(data["base"]["controlled"]),
    )
