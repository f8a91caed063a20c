"""How the places of a report are called in a sentence, where a title gives the way to them.

The title 三公·公务接待费·决算比上年决算 is “三公”经费中公务接待费的决算比上年决算 to a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from performance_rules.errors import Lang, Message
from performance_rules.lexicon.lexicon import shipped_lexicon
from performance_rules.report.model import ACCOUNTS, COLUMNS, SIDES
from performance_rules.report.nodes import BY_ACCOUNT, TERMS, side_title

JOINT: Final = "·"
"""What the steps of a title are joined by."""

_OPENS, _CLOSES = "\x02", "\x03"
_TITLE: Final = re.compile(f"'?{_OPENS}([^{_CLOSES}]*){_CLOSES}'?")
"""A title in a sentence, between two characters that no report prints; in English, quoted."""

_AGAINST: Final = "比"
_OWN: Final = {
    "总": Message("总收支", "all funds"),
    "三公": Message("“三公”经费", "the three-public expenditure"),
    "披露": Message("", ""),
}
"""What the first step of a title is called, where not by its own name."""

_LAST: Final = Message("上年报告中{told}", "{told}, of the report of the year before")

_UNSAID: Final = ("指标", "资金", "构成")
"""Steps that a form has and nobody says where another one follows."""

_BETWEEN: Final = "公务用车购置及运行维护费"
"""Of the three-public expenditure; what is below it is called by its own name."""

_DIMENSIONS: Final = {
    TERMS[name]: Message(zh, f"breakdown {name.replace('_', ' ')}")
    for name, zh in (
        ("by_function", "按功能分类"),
        ("by_nature", "按支出性质"),
        ("by_economic", "按经济分类"),
        ("by_purpose", "按人员公用"),
        ("by_source", "按资金来源"),
        (BY_ACCOUNT, "按各类资金"),
    )
}
_BY: Final = re.compile(r"\.(by_[a-z]+)\[")
"""A dimension in the path of a line."""

_NUMBERS: Final = {
    "增减额": "change",
    "增减率": "rate of change",
    "完成率": "rate of completion",
    "基数": "base",
    "占比": "share",
    "支出": "expenditure",
    "比上年": "comparison with the year before",
    "数量": "number",
}


_DATED: Final = re.compile(r"^.{0,24}?(?:19|20)\d\d年度?(?![末初底终内间])(?=[\u3400-\u9fff]{4})")
"""Whose and of which year something is, where its sentence says so before it is named."""

_HELD: Final = re.compile("^[^共现实]{2,24}(?:共有|现有|实有)(?=[\u3400-\u9fff]{2})")
"""Who has something, where its sentence says so before it is named."""

_UNSPOKEN: Final = re.compile("(?:组织对|如下|(?<=[决预]算)为)?(?:（第[0-9]+处）)?[：:（(]?$")
"""What a name ends in that a reader has no use for: which of several places it is told at, and
words that lead on to what was cut off."""

_SHORT: Final = {
    f"{TERMS[own]}{_AGAINST}{TERMS[base]}": f"{lead}{_AGAINST}上年"
    for own, base, lead in (
        ("final", "prior", ""),
        ("initial_budget", "prior_budget", "的年初预算"),
        ("adjusted_budget", "prior_budget", "的全年预算"),
    )
}
"""How the comparisons with the same column of the year before are called in Chinese."""

_PLAIN: Final = {f"{TERMS['actual']}{_AGAINST}{TERMS['prior']}": f"{_AGAINST}上年"}
"""How a comparison is called of what is named and has no account: 平均得分比上年."""


_SAID: Final = {
    "final": "outturn",
    "prior": "last year's outturn",
    "prior_budget": "last year's budget",
}
"""What columns are called in English where their own names say little."""

_SHARE: Final = "占比"


@lru_cache(maxsize=1)
def _columns() -> Mapping[str, str]:
    """Return what a figure of a line may be called, with the English name of each."""
    counts = {zh: name.replace("_", " ") for name, zh in shipped_lexicon().keys("counts").items()}
    return {**{TERMS[name]: name.replace("_", " ") for name in COLUMNS}, **counts, **_NUMBERS}


def column_said(name: str) -> str:
    """Return what a column is called in an English sentence."""
    return _SAID.get(name, name.replace("_", " "))


@lru_cache(maxsize=1)
def _said() -> Mapping[str, str]:
    """Return what a figure of a line may be called, with what an English sentence says."""
    return {**_columns(), **{TERMS[name]: said for name, said in _SAID.items()}}


@lru_cache(maxsize=1)
def _accounts() -> Mapping[str, str]:
    """Return the accounts and their sides, with the English name of each."""
    sides = {
        side_title(account, side): f"{account} {side}".replace("_", " ")
        for account in ACCOUNTS
        for side in SIDES
    }
    return {**{TERMS[name]: name.replace("_", " ") for name in ACCOUNTS}, **sides}


@lru_cache(maxsize=1 << 12)
def phrase(title: str) -> Message:
    """Return what the place with a title is called in a sentence."""
    first, joint, below = title.partition(JOINT)
    if joint and first == TERMS["previous"]:
        return _LAST.filled(told=phrase(below))
    steps = [step for step in title.split(JOINT) if step]
    if not steps:
        return Message(title, title)
    lines, rest = _parted(steps)
    if lines[0] not in _OWN and lines[0] not in _accounts():
        lines = [_plain(line) or line for line in lines]
        rest = [_PLAIN.get(step, step) for step in rest]
        said = list(_said_of(rest))
        if not lines[0].endswith(_FORM):  # of a form targets and results have columns of their own
            said = [step for step in said if step != TERMS["actual"]]
        return Message(_chinese(lines, said), _english(lines, rest))
    return Message(_chinese(lines, rest), _english(lines, rest))


def _plain(line: str) -> str:
    """Return the name of a matter without the number of its item, its year and what follows."""
    return _UNSPOKEN.sub(
        "", _HELD.sub("", _DATED.sub("", _MARK.sub("", line).removeprefix("其中")))
    )


_MARK: Final = re.compile(
    r"^(?:\d{1,2}[.．、]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳])"
    r"(?=[\u3400-\u9fff])"
)
"""The number of an item: 3.项目支出."""

_FORM: Final = "自评表"
_SPENT: Final = "支出"


def _said_of(rest: Sequence[str]) -> Iterator[str]:
    """Yield the steps of a matter's figure: its name says what it is, be it spent or granted."""
    for step in rest:
        if step != _SPENT:
            yield step.removeprefix(_SPENT) if step.startswith(f"{_SPENT}{_AGAINST}") else step


def way(path: str, title: str) -> Message:
    """Return the way to a place of a typed report: 总支出 › 按功能分类 › 教育支出 › 决算.

    Args:
        path: the path of its fields, which has the dimensions that a title does not name.
        title: its title.
    """
    first, joint, below = title.partition(JOINT)
    if joint and first == TERMS["previous"]:
        return _LAST.filled(told=way(path, below))
    lines, rest = _parted([step for step in title.split(JOINT) if step])
    dimensions = [_dimension(name) for name in _BY.findall(path)]
    others = [Message(line, _quoted(line)) for line in lines[1:]]
    if len(dimensions) == len(others):
        others = [step for pair in zip(dimensions, others, strict=True) for step in pair]
    steps = [_first(lines[0]), *others, *(Message(step, _figure(step)) for step in rest)]
    return Message(
        " › ".join(step.zh for step in steps if step.zh),
        " › ".join(step.en for step in steps if step.en),
    )


def marked(title: str) -> str:
    """Return a title as it stands in a sentence that is told later, in either way."""
    return f"{_OPENS}{title}{_CLOSES}"


def titled(told: str) -> str:
    """Return a sentence with its marked titles as they are."""
    return told.replace(_OPENS, "").replace(_CLOSES, "")


def phrased(told: str, lang: Lang, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a sentence with its marked titles as they are called.

    Args:
        told: the sentence.
        lang: its language.
        names: what some titles are called where they are printed, in Chinese.
    """

    def called(found: re.Match[str]) -> str:
        printed = names.get(found[1]) if lang == "zh" else None
        return printed or phrase(found[1]).text(lang)

    return _TITLE.sub(called, told) if _OPENS in told else told


_PATH: Final = re.compile(f"“([^“”]*{JOINT}[^“”]*)”|'([^']*{JOINT}[^']*)'")
"""The title of a place in quotation marks."""


def in_words(told: str, lang: Lang) -> str:
    """Return a sentence with the titles of places that it quotes as they are called."""

    def called(found: re.Match[str]) -> str:
        words = phrase(found[1] or found[2]).text(lang)
        return f"“{words}”" if found[1] else words

    return _PATH.sub(called, told) if JOINT in told else told


_BASES: Final = {TERMS["prior"]: "上年", TERMS["prior_budget"]: "上年"}
"""How the columns of the year before are called behind 比."""


def against(title: str) -> str:
    """Return what the figure of a comparison is held against, by its title: 比上年."""
    _, found, base = title.rpartition(JOINT)[2].partition(_AGAINST)
    return f"{_AGAINST}{_BASES.get(base, base)}" if found else ""


def steps_phrase(steps: Sequence[str]) -> Message:
    """Return the last steps of a title, the figure they lead to: 决算比上年决算的增减额."""
    figures, base = _figures(steps)
    return Message(_scored("的".join(steps)), figures + base)


_FUNDS: Final = re.compile("(^|[^\u3400-\u9fff]|中)资金的得分$")
"""The points for how the money was spent, as a form has them in the row of its funds."""


def _scored(told: str) -> str:
    return _FUNDS.sub(r"\1预算执行的得分", told)


def parted(title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that a title leads through, and the steps of the figure at its end."""
    lines, rest = _parted([step for step in title.split(JOINT) if step] or [""])
    return tuple(lines), tuple(rest)


def _parted(steps: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the steps that are lines, without those that go without saying, and the others."""
    at = len(steps)
    while at > 1 and _is_figure(steps[at - 1]):
        at -= 1
    said = [
        step
        for step, below in pairwise([*steps[:at], ""])
        if not below or not (step in _UNSAID or (step == _BETWEEN and steps[0] == "三公"))
    ]
    rest = [step for step in steps[at:] if (*said[-1:], step) not in _UNFITTING]
    return said, rest


_UNFITTING: Final = frozenset({("政府采购", TERMS["by_source"])})
"""Dimensions that are not what their name says: purchases are divided by who won them as well."""


def _dimension(name: str) -> Message:
    """Return what a dimension is called, as a step on the way to a figure."""
    known = _DIMENSIONS.get(TERMS.get(name, name))
    return Message(known.zh if known else name, name.replace("_", " "))


def _first(step: str) -> Message:
    """Return what the account or line is called that a title begins with."""
    return _OWN.get(step) or Message(step, _accounts().get(step) or _quoted(step))


def _is_figure(step: str) -> bool:
    columns = _columns()
    return step in columns or step in _DIMENSIONS or step.partition(_AGAINST)[0] in columns


def _chinese(lines: Sequence[str], rest: Sequence[str]) -> str:
    first, *others = lines
    if not others and first.endswith(_FORM) and list(rest) == ["得分"]:
        return f"{first}的总分"
    within, first = first == "三公", _first(first).zh
    inner = others[-1] if others else ""
    if within and others:  # nobody takes 公务接待费 for anything else
        line = inner
    elif not first or not others:
        line = first or inner
    else:
        own = inner.startswith(_OF_THE_YEAR) and not rest
        line = f"{first}{'中' if rest else '的' if own else '中的'}{inner}"
    for step in rest:
        if step in _DIMENSIONS:
            line += _DIMENSIONS[step].zh
        elif step == _SHARE or step.startswith(_AGAINST):
            line += step
        else:
            line += _SHORT.get(step, f"的{step}")
    return _scored(line)


_OF_THE_YEAR: Final = "本年"
"""How the name of a column begins that a row has, and is no part of the row: 本年支出."""


def _english(lines: Sequence[str], rest: Sequence[str]) -> str:
    first, *others = lines
    inner = " – ".join(map(_quoted, others))
    line = " in ".join(filter(None, (inner, _first(first).en)))
    figures, base = _figures(rest)
    return f"{figures} of {line}{base}" if rest else line


def _figures(steps: Sequence[str]) -> tuple[str, str]:
    """Return what a figure is called, and against what it is held: outturn, against …."""
    names, base, columns = [], "", _said()
    for step in steps:
        column, against, other = step.partition(_AGAINST)
        if against and step not in columns and step not in _DIMENSIONS:
            base = f" against {columns.get(other) or _quoted(other)}"
            names.append(columns.get(column, column))
        else:
            named = _DIMENSIONS.get(step)
            names.append(named.en if named else columns.get(step) or _quoted(step))
    return " of ".join(reversed(names)), base


def _figure(step: str) -> str:
    """Return a step on the way to a figure of a typed report, as its keys are called."""
    if step in _DIMENSIONS:
        return _DIMENSIONS[step].en
    columns = _columns()
    column, against, base = step.partition(_AGAINST)
    if against and step not in columns:
        return f"{columns.get(column, column)} against {columns.get(base) or _quoted(base)}"
    return columns.get(step) or _quoted(step)


def _quoted(text: str) -> str:
    return f"'{text}'"
