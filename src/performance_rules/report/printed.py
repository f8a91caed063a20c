"""What a figure is called where it is printed: the words right before it, in its own clause.

The title 总收入·决算 is 本年收入 in a report that says 本年收入945.18万元.  Whoever looks for it in
the report looks for these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import tomli
from attrs import frozen

from performance_rules.errors import Message
from performance_rules.lexicon.resources import rules_dir
from performance_rules.report.nodes import (
    BreakdownNode,
    ComparisonNode,
    FigureNode,
    Leaf,
    LineNode,
    side_title,
)
from performance_rules.report.phrases import JOINT, against, phrase
from performance_rules.report.tree import Tree

_LONG: Final = 16
"""A name of more characters than these is more than a name."""

_BEFORE: Final = 60
"""As many characters before a figure are looked at."""

_NUMBER: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_CUT: Final = re.compile(
    r"[，,；;。：:！？—]|(?<![0-9])(?:(?:19|20)[0-9]{2}年?度?(?![0-9])|[0-9]{3,}-?(?=[^0-9年月日.,]))|(?<=[元人次个辆户%％0-9])、|[（(](?![^（(）)]*[）)])"
)
"""Where a name begins at the earliest: a stop, a year, what stands behind another figure."""

_NAME: Final = re.compile(r"[\u3400-\u9fff“”、（）()]{2,}")


@frozen
class _Words:
    """The words of ``rules/lexicons/printed.toml``."""

    leads: tuple[str, ...]
    kept: frozenset[str]
    ends: tuple[str, ...]
    whole_ends: tuple[str, ...]
    heads: tuple[str, ...]
    bare: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = tomli.loads((rules_dir() / "lexicons" / "printed.toml").read_text(encoding="utf-8"))

    def longest(name: str) -> tuple[str, ...]:
        return tuple(sorted(data[name], key=lambda word: (-len(word), word)))

    return _Words(
        leads=longest("leads"),
        kept=frozenset(data["kept"]),
        ends=longest("ends"),
        whole_ends=longest("whole_ends"),
        heads=longest("heads"),
        bare=frozenset(data["bare"]),
    )


def names_of(nodes: Sequence[object], tree: Tree) -> dict[str, str]:
    """Return what some nodes are called where they are printed, by their titles.

    A matter has a printed name of its own; only one below another is called by its words.
    """
    found = {}
    for node in nodes:
        if isinstance(node, FigureNode | BreakdownNode | ComparisonNode | LineNode):
            name = _name(node, tree)
            if name:
                found[node.title] = name
        if isinstance(node, ComparisonNode) and (name := _figure(node.figure, tree)):
            found.setdefault(node.figure.line.title, name)
        if isinstance(node, LineNode) and node.matter:
            for figure in node.figures.values():
                own = next(filter(None, (printed_name(tree.leaves[n]) for n in figure.leaves)), "")
                if name := own or _COLUMNS.get(figure.column, ""):
                    found.setdefault(figure.title, name)
    return found


_COLUMNS: Final = {"received": "总数", "final": "已用（已完成）数", "left": "剩余数"}
"""What figures of a matter are called that are taken from each other, where no name is printed."""


def _name(node: FigureNode | BreakdownNode | ComparisonNode | LineNode, tree: Tree) -> str:
    match node:
        case ComparisonNode(figure=figure):
            said = _figure(figure, tree)
            return f"{said}{against(node.title)}" if said else ""
        case FigureNode():
            return _figure(node, tree)
        case BreakdownNode(whole=LineNode() as whole):
            return _line(whole, tree)
        case LineNode():
            return _line(node, tree)
    return ""


def _line(line: LineNode, tree: Tree) -> str:
    """Return what a line is called, where all its figures in prose are called so."""
    said = {name for figure in line.figures.values() if (name := _figure(figure, tree))}
    return said.pop() if len(said) == 1 else ""


def _figure(figure: FigureNode, tree: Tree) -> str:
    """Return what a figure is called; where it is told with two numbers, by both their names."""
    line = figure.line
    if line.rated:
        return ""
    leaves = [tree.leaves[leaf] for leaf in figure.leaves]
    if line.matter and JOINT not in line.title:
        own = phrase(line.title).zh if figure.column in _PLAIN else ""
        said = any(own in (leaf.source.quote or "") for leaf in leaves if leaf.source is not None)
        return own if said else next(filter(None, map(printed_name, leaves)), own)
    whole = line.title in _WHOLE
    names = [printed_name(leaf, bare=whole) for leaf in leaves]
    if len({leaf.n for leaf in leaves}) > 1:
        each = list(dict.fromkeys(filter(None, names)))
        return "与".join(each) if len(each) <= _TWO else ""
    return next(filter(None, names), "")


_PLAIN: Final = ("actual", "final")
"""What a matter with one figure is told in, so that its name says enough."""

_TWO: Final = 2


def called(leaf: Leaf) -> Message:
    """Return what a figure is called in a sentence: as it is printed, or by its place."""
    told = phrase(leaf.name)
    return Message(printed_name(leaf) or told.zh, told.en)


_WHOLE: Final = tuple(side_title("all_funds", side) for side in ("income", "expenditure"))
"""Lines that 支出预算 and 收入决算 without a name are said of."""

_SIDED: Final = re.compile("(?:支出|收入)(?:预算|决算)数?")


def printed_name(leaf: Leaf, *, bare: bool = False) -> str:
    """Return the name right before a printed number in its clause; empty where none is sure.

    Args:
        leaf: the number.
        bare: whether 支出预算 says enough.
    """
    source, number = leaf.source, _NUMBER.search(leaf.quantity.printed or "")
    if source is None or not source.quote or source.table is not None or number is None:
        return ""
    quote = "".join(source.quote.split())
    ends = list(_starts(quote, number[0]))
    if len(ends) != 1:
        return ""
    before = quote[max(0, ends[0] - _BEFORE) : ends[0]]
    cuts = [found.end() for found in _CUT.finditer(before)]
    name = _bare(before[cuts[-1] if cuts else 0 :])
    if not _NAME.fullmatch(name) or len(name) > _LONG or not name.endswith(_words().heads):
        return ""
    said = name not in _words().bare or (bare and _SIDED.fullmatch(name))
    return name if said else ""


def _starts(quote: str, number: str) -> Iterator[int]:
    """Yield where a number stands in a quotation, and not as a part of another one."""
    at = quote.find(number)
    while at >= 0:
        end = at + len(number)
        inside = quote[at - 1 : at] if at else ""
        behind = quote[end : end + 2]
        if not (inside.isdigit() or inside in (".", ",")) and not _GOES_ON.match(behind):
            yield at
        at = quote.find(number, end)


_GOES_ON: Final = re.compile(r"[0-9]|[.,][0-9]")


def _bare(name: str) -> str:
    """Return a name without the words that lead to it and those that lead on to its number."""
    words = _words()
    while lead := next((one for one in words.leads if name.startswith(one)), ""):
        rest = name.removeprefix(lead)
        if rest in words.kept or not rest:
            break
        name = rest
    while end := next((one for one in words.ends if name.endswith(one)), ""):
        if name.endswith(words.whole_ends):
            break
        name = name.removesuffix(end)
    return name
