"""What the goal of a form says in words of an indicator: 全年目标：新建路灯120盏.

A figure of such a text is that of an indicator where the whole of the name before it is the name
of that, and both are counted in the same.  It is said of the same year then, in the same form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve

from performance_rules.extraction.drafts.draftlines import UNIT
from performance_rules.extraction.evaluations.nodes import Node, Sheet, leaves_of
from performance_rules.extraction.evaluations.shapes import FUNDS, Form
from performance_rules.extraction.evaluations.targets import said_in
from performance_rules.extraction.evaluations.words import EvaluationWords
from performance_rules.extraction.figures.slips import slip
from performance_rules.extraction.statements.naming import core_of
from performance_rules.extraction.statements.said import kind
from performance_rules.extraction.tables.grid import Cell, Row
from performance_rules.extraction.tokens.normal import halved, plain_word
from performance_rules.report.lines import Comparison, Source, Statement
from performance_rules.values.quantity import Quantity

CLAUSE: Final = re.compile(r"(?:[^，,。；;、\n:：]|(?<=\d),(?=\d{3}))+")
_SENTENCE: Final = re.compile("[^。；;\n]+")
_FIGURE: Final = re.compile(
    r"(\d[\d,]*(?:\.\d+)?(?:%|‰|[千万亿]{0,2}元(?!每)|[千万亿]?[^\W\d]{0,6}))([^\W\d].*)?"
)
_COMMA: Final = re.compile("(?=[，,])")
_MARKER: Final = re.compile(r"^\s*[(（]?\d{1,2}(?:[)）][.、．]?|[.、．](?!\d))")
_BEHIND: Final = ("以上", "以内", "及以上", "之内", "以下")
_YEAR: Final = re.compile(r"((?:19|20)\d\d)(?=年)")
_OWN_YEAR: Final = re.compile(r"((?:19|20)\d\d)年?")
APART: Final = re.compile(
    r"\d年?[-—–~～至到]{1,2}(?:19|20)\d\d|每[年月个户人次座]|年均|人均|平均|累计|[一二三四五两]年|上年|去年|同比|比|较"
    r"|季度|半年|月底|其中|增加|提高|降低|减少|新增到|剩余|历年|总共|实施期|中期|左右|余"
)
"""Where such words stand, another time, a part or a change may be spoken of."""
_ROUNDED: Final = re.compile("(?:约|近|超|超过|逾|将近|大约)$")
_Told = tuple[str, Quantity, int]
_LEAST: Final = 3
_PAIR: Final = 2
_INFERRED: Final = "目标文字和指标名称相同，按同一事项理解"


def compare_goals(
    form: Form, top: Node, year: int | None, sheet: Sheet, words: EvaluationWords
) -> None:
    """Say what the goal and the results of a form tell of its indicators in words.

    A number that is another one with a slip is said, and so is any where the same text tells
    another row as it is; one that is wholly different is inferred else.

    Args:
        form: the form.
        top: the line whose parts the indicators are.
        year: the year of the form.
        sheet: where its cells are noted.
        words: the words of forms.
    """
    once = indicators_of(top, words)
    told = {
        fact: [list(told_in(halved(text), year, words)) for text, _, _ in _texts(form, fact)]
        for fact in ("goal", "done")
    }
    goals = [one for some in told["goal"] for one in some]
    done = [one for some in told["done"] for one in some]
    shorter = _shorter(goals, done, once)
    project = plain_word(form.fact("name") or "")
    for fact, role in (("goal", "target"), ("done", "actual")):
        for (text, cell, row), said in zip(_texts(form, fact), told[fact], strict=True):
            found = [
                (leaf, again, value, at)
                for name, value, at in said
                for leaf, again in (_leaf_of(name, value, role, once, shorter, project),)
                if leaf is not None
                and role in leaf.said
                and sum(n == name for n, _, _ in said) == 1
                and alike(leaf.said[role][0].value, value)
            ]
            if _is_other(found, role):
                continue  # the label is that of both, or of the other text
            right = {id(leaf) for leaf, _, value, _ in found if _agree(leaf, role, value)}
            right |= {id(leaf) for leaf in _told_shorter(said, role, once)}
            for leaf, again, value, at in found:
                of = leaf.said[role][0].value
                value = evolve(value, step=0) if role == "target" else value
                source = place_of(text, at, cell, row, sheet)
                if id(leaf) in right:
                    leaf.say(role, value, source)
                elif not right and not again and not slip(value.n, of.n):
                    other = Statement(value, source, settled="inferred", inference=_INFERRED)
                    leaf.said[role].append(other)
                else:  # a thing of its own, so that what else is asked of the row can be answered
                    both = sheet.draft.matter(f"{leaf.name}{UNIT}{source.start}", "", 0)
                    for figure, place in ((of, leaf.said[role][0].source), (value, source)):
                        both.say(role, figure, place or source)
                start = cell.start + max((cell.text or "").find(text), 0) + at
                sheet.draft.bound_at.append((start, start + len(value.printed or "")))


def indicators_of(top: Node, words: EvaluationWords) -> dict[str, Node]:
    """Return the indicators of a form by their names, those of one name left out.

    Args:
        top: the line whose parts they are.
        words: the words of forms.
    """
    leaves = list(leaves_of(top))
    names = [_called(leaf, words) for leaf in leaves]
    return {n: leaf for n, leaf in zip(names, leaves, strict=True) if names.count(n) == 1}


def place_of(text: str, at: int, cell: Cell, row: Row, sheet: Sheet) -> Source:
    """Return where a figure of a text stands, with the clause that tells it.

    Args:
        text: the text, as it stands in its cell.
        at: where the figure begins in it.
        cell: the cell.
        row: its row.
        sheet: where cells are noted.
    """
    source = sheet.place(cell, row)
    begin = max((cell.text or "").find(text), 0)
    clause = next(one for one in CLAUSE.finditer(halved(text)) if one.end() > at)
    return evolve(
        source,
        start=cell.start + begin + clause.start(),
        end=cell.start + begin + clause.end(),
        quote=text[clause.start() : clause.end()],
    )


def _texts(form: Form, fact: str) -> list[tuple[str, Cell, Row]]:
    """Return the texts of a fact; what was done is told of each task as well."""
    texts = list(form.facts.get(fact, ()))
    if fact == "done":
        for block in form.block(FUNDS):
            for column in (one for one in block.columns if one.role == "actual"):
                cells = [(row, cell) for row in block.rows if (cell := column.cell(row))]
                texts += [((cell.text or "").strip(), cell, row) for row, cell in cells]
    return texts


def _called(leaf: Node, words: EvaluationWords) -> str:
    """Return the name of an indicator without what it is counted in: 演出场次 of 60场."""
    name = _name(plain_word(leaf.name), words)
    for said in (*leaf.said.get("target", ()), *leaf.said.get("actual", ())):
        unit = getattr(said.value, "unit", "").lstrip("百千万亿")
        for tail in (f"{unit}次", f"{unit}数", unit) if unit else ():
            if name.endswith(tail) and len(name) > len(tail) + 1:
                return name.removesuffix(tail)
    return name


def _leaf_of(
    name: str,
    value: Quantity,
    role: str,
    once: Mapping[str, Node],
    shorter: Mapping[tuple[str, int], Node],
    project: str,
) -> tuple[Node | None, bool]:
    """Return the indicator that a figure is told of, and whether goal and results say so together.

    What the name of the project holds narrows nothing within its form.
    """
    if len(name) >= _LEAST and name in once:
        return once[name], False
    if role == "actual" and (name, value.n) in shorter:
        return shorter[name, value.n], True
    ends = [n for n in once if len(n) > _LEAST and name.endswith(n)] if name in project else []
    return (once[ends[0]] if len(ends) == 1 else None), False


def _told_shorter(said: Sequence[_Told], role: str, once: Mapping[str, Node]) -> Iterator[Node]:
    """Yield the indicators that a text tells as they are, by a piece of the name that one has."""
    for name, value, _ in said:
        within = [leaf for called, leaf in once.items() if len(name) >= _LEAST and name in called]
        if len(within) == 1 and role in within[0].said:
            (leaf,) = within
            if alike(leaf.said[role][0].value, value) and _agree(leaf, role, value):
                yield leaf


def _is_other(found: Sequence[tuple[Node, bool, Quantity, int]], role: str) -> bool:
    """Whether a text tells targets under the label of results, or results under that of targets.

    Of the rows whose target and result differ it tells several, and all of them as the other one.
    """
    other = "actual" if role == "target" else "target"
    telling = [
        (leaf, value)
        for leaf, _, value, _ in found
        if other in leaf.said and not _agree(leaf, other, leaf.said[role][0].value)
    ]
    others = sum(_agree(leaf, other, value) for leaf, value in telling)
    return len(telling) > 1 and others == len(telling)


def _agree(leaf: Node, role: str, value: Quantity) -> bool:
    of = leaf.said[role][0].value
    half = of.half + (0 if role == "target" else value.half)
    return abs(value.n - of.n) <= half


def alike(of: Quantity, value: Quantity) -> bool:
    """Whether two figures are counted in the same, and the first is not hedged.

    Args:
        of: what a row says.
        value: what is told in words.
    """
    same = type(of) is type(value) and kind(of) == kind(value)
    return same and of.approximate is None


def _shorter(
    goals: Sequence[_Told], done: Sequence[_Told], leaves: Mapping[str, Node]
) -> dict[tuple[str, int], Node]:
    """Return the indicators that the results call by less than their names, by name and number.

    全年目标 开展培训12场, 完成情况 已开展培训12场, 指标 开展企业培训场次 ≥12场: the goal has the
    number of one target alone, its name is within that of the indicator, and the results say the
    same number of the same once more.  Where a goal and an indicator have most of a name in common,
    what the results say of the goal under its whole name is of the indicator as well.
    """
    found: dict[tuple[str, int], Node] = {}
    for name, value, _ in goals:
        within = [
            leaf
            for called, leaf in leaves.items()
            if "target" in leaf.said
            and alike(target := leaf.said["target"][0].value, value)
            and target.n == value.n
            and (_within(name, called) or _shares(name, called) or _turned(name, called))
        ]
        again = [
            (n, v.n)
            for n, v, _ in done
            if alike(v, value) and (n == name or (v.n == value.n and _within(n, name)))
        ]
        same = [n for n, v, _ in goals if alike(v, value) and v.n == value.n]
        if len(within) == len(again) == len(same) == 1:
            found[again[0]] = within[0]
    return found


def _shares(name: str, called: str) -> bool:
    """Whether most of what an indicator is called stands in a name as one piece."""
    length = max(_LEAST, len(called) // 2 + 1)
    return any(called[at : at + length] in name for at in range(len(called) - length + 1))


def _turned(name: str, called: str) -> bool:
    """Whether an indicator is called by what is done with a thing the other way round.

    修复护岸 and 护岸修复长度.
    """
    halves = ((name[:at], name[at:]) for at in range(_PAIR, len(name) - _PAIR + 1))
    return any(f"{thing}{done}" in called for done, thing in halves)


def _within(name: str, longer: str) -> bool:
    """Whether the characters of a name stand in a longer one, in their order."""
    rest = iter(longer)
    return len(name) > 1 and all(char in rest for char in name)


def claim_all(form: Form, top: Node, sheet: Sheet, words: EvaluationWords) -> None:
    """Say of every indicator that it was reached, where the form says so of all: 指标全部完成."""
    for text, cell, row in (*form.facts.get("done", ()), *form.facts.get("conclusion", ())):
        for sentence in _SENTENCE.findall(plain_word(text)):
            said = ""
            for clause in _COMMA.split(sentence):
                said += clause
                if words.all_reached(said):
                    break
            else:
                continue
            for leaf in leaves_of(top):
                if "target" not in leaf.said or "actual" not in leaf.said:
                    continue
                order = "at_most" if leaf.texts.get("sense") == "at_most" else "at_least"
                claim = Comparison(
                    "target", direction=order, wording=said, source=sheet.place(cell, row)
                )
                leaf.claims.setdefault("actual", []).append(claim)
            return


def of_another_year(row: Row, year: int | None) -> bool:
    """Whether a row begins with the number of another year than that of the form: 2024|目标…."""
    first = next((cell.text.strip() for cell in row.cells if cell.text), "").removesuffix("年度")
    own = _OWN_YEAR.fullmatch(first)
    return own is not None and year is not None and int(own[1]) != year


def told_in(text: str, year: int | None, words: EvaluationWords) -> Iterator[_Told]:
    """Yield the figures of a text: the whole name before each, what it is, where it stands.

    Args:
        text: the text.
        year: the year of the form; what is told of others is left out.
        words: the words of forms.
    """
    for sentence in _SENTENCE.finditer(text):
        years = {int(said) for said in _YEAR.findall(sentence[0])}
        if not years <= {year}:
            continue
        apart = APART.search(sentence[0])
        for clause in CLAUSE.finditer(text, sentence.start(), sentence.end()):
            if apart is not None and clause.end() > sentence.start() + apart.start():
                break  # what stands before 其中, or before 由上年, is told as ever
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
            for tail in _BEHIND:
                printed = printed.removesuffix(tail)
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
