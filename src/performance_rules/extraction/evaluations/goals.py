"""What the goal of a form says in words of an indicator: 全年目标：新建路灯120盏.

A figure of such a text is that of an indicator where the whole of the name before it is the name
of that, and both are counted in the same.  It is said of the same year then, in the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from performance_rules.extraction.evaluations.nodes import Node, Sheet
from performance_rules.extraction.evaluations.shapes import Form
from performance_rules.extraction.evaluations.targets import said_in
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.restated.naming import core_of
from performance_rules.extraction.restated.slips import slip
from performance_rules.extraction.restated.statements import kind
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.lines import Statement
from performance_rules.values.quantity import Quantity

_CLAUSE: Final = re.compile(r"(?:[^，,。；;、\n:：]|(?<=\d),(?=\d{3}))+")
_SENTENCE: Final = re.compile("[^。；;\n]+")
_FIGURE: Final = re.compile(r"(\d[\d,]*(?:\.\d+)?(?:%|‰|[千万亿]?[^\W\d]{0,6}))([^\W\d].*)?")
_MARKER: Final = re.compile(r"^\s*[(（]?\d{1,2}(?:[)）][.、．]?|[.、．](?!\d))")
_BEHIND: Final = ("以上", "以内", "及以上", "之内", "以下")
_YEAR: Final = re.compile(r"((?:19|20)\d\d)(?=年)")
_APART: Final = re.compile(
    r"\d年?[-—–~～至到]{1,2}(?:19|20)\d\d|每[年月个户人次座]|年均|人均|平均|累计|[一二三四五两]年|上年|去年|同比|比|较"
    r"|季度|半年|月底|其中|增加|提高|降低|减少|新增到|剩余|历年|总共|实施期|中期|左右|余"
)
"""Where such words stand, another time, a part or a change may be spoken of."""
_ROUNDED: Final = re.compile("(?:约|近|超|超过|逾|将近|大约)$")
_LEAST: Final = 3
_INFERRED: Final = "目标文字和指标名称相同，按同一事项理解"


def compare_goals(
    form: Form, top: Node, year: int | None, sheet: Sheet, words: EvaluationWords
) -> None:
    """Say what the goal and the results of a form tell of its indicators in words.

    A number that is another one with a slip is said; one that is wholly different is inferred.

    Args:
        form: the form.
        top: the line whose parts the indicators are.
        year: the year of the form.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    leaves = list(_leaves(top))
    names = [_name(plain_word(leaf.name), words) for leaf in leaves]
    once = {n: leaf for n, leaf in zip(names, leaves, strict=True) if names.count(n) == 1}
    for fact, role in (("goal", "target"), ("done", "actual")):
        for text, cell, row in form.facts.get(fact, ()):
            told = list(_told(halved(text), year, words))
            for name, value, at in told:
                leaf = once.get(name)
                if leaf is None or role not in leaf.said or len(name) < _LEAST:
                    continue
                of = leaf.said[role][0].value
                if sum(n == name for n, _, _ in told) > 1 or type(of) is not type(value):
                    continue
                if kind(of) != kind(value) or of.approximate is not None:
                    continue
                value = evolve(value, step=0) if role == "target" else value
                source = sheet.place(cell, row)
                apart = abs(value.n - of.n) > value.half + of.half
                if apart and not slip(value.n, of.n):
                    said = Statement(value, source, settled="inferred", inference=_INFERRED)
                    leaf.said[role].append(said)
                else:
                    leaf.say(role, value, source)
                start = cell.start + max((cell.text or "").find(text), 0) + at
                sheet.draft.bound_at.append((start, start + len(value.printed or "")))


def _leaves(node: Node) -> Iterator[Node]:
    for part in node.parts:
        if part.parts:
            yield from _leaves(part)
        else:
            yield part


def _told(
    text: str, year: int | None, words: EvaluationWords
) -> Iterator[tuple[str, Quantity, int]]:
    """Yield the figures of a text: the whole name before each, what it is, where it stands."""
    for sentence in _SENTENCE.finditer(text):
        years = {int(said) for said in _YEAR.findall(sentence[0])}
        if _APART.search(sentence[0]) or not years <= {year}:
            continue
        for clause in _CLAUSE.finditer(text, sentence.start(), sentence.end()):
            plain = _YEAR.sub(lambda m: "年" * len(m[0]), clause[0])
            plain = _MARKER.sub(lambda m: " " * len(m[0]), plain)
            number = re.search(r"\d", plain)
            if number is None:
                continue
            found = _FIGURE.fullmatch(plain, number.start())
            left = plain_word(plain[: number.start()]).replace("年年年年年", "")
            if found is None or _ROUNDED.search(left):
                continue
            printed = found[1]
            for end in _BEHIND:
                printed = printed.removesuffix(end)
            value = said_in(printed, "", words).value
            if value is not None and value.approximate is None:
                yield _name(left, words), value, clause.start() + number.start()


def _name(left: str, words: EvaluationWords) -> str:
    """Return the name before a figure, without what is done with it and the side that is good."""
    for word, sense in words.before:
        if sense and left.endswith(word):
            left = left[: -len(word)]
            break
    name = core_of(left)
    doing = next((w for w in words.doing if name.startswith(w) and len(name) > len(w) + 1), "")
    return core_of(name[len(doing) :])
