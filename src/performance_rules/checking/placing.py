"""Placing: where to look for what a finding says, when it rests on nothing that is printed.

A missing thing has no words.  It is looked for where it should stand: under the heading that is
about it, at the end of the document for what is signed, else at its head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import evolve

from performance_rules.checking.findings import Where
from performance_rules.checking.standing import reasons_told
from performance_rules.report.model import Paragraph, Source
from performance_rules.report.nodes import BreakdownNode, LineNode, ParagraphNode
from performance_rules.report.tree import Tree

QUOTED: Final = re.compile("“([^“”]+)”")
_LONG: Final = 6
"""Shorter words in quotation marks are a notion, and stand in many places."""

_SIGN: Final = re.compile("^[^一-鿿]*[0-9(（][^一-鿿]*$|[*＊]{2}")
"""What is printed just so: a number in brackets, stars for a name."""

_CODE: Final = re.compile(r"(?<![0-9.,])[0-9]{3}(?:[0-9]{2}){0,2}(?![0-9.,年%])")
_NAME: Final = 4
SIGNED: Final = re.compile("落款|签章|盖章|署名")
"""What stands at the end of a document."""
_NUMBER: Final = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*")
_COMMON: Final = frozenset(
    ("情况", "部门", "单位", "支出", "收入", "绩效", "自评", "报告", "年度", "说明", "请补", "补充")
)
_ALIKE: Final = 2
_QUOTES: Final = 4


def is_placed(where: Where) -> bool:
    """Whether a place is one in a document."""
    known = (where.page, where.section, where.table, where.cell, where.start)
    return bool(where.quote) and any(one is not None for one in known)


def placed(
    where: tuple[Where, ...], message: str, nodes: Sequence[object], tree: Tree
) -> tuple[Where, ...]:
    """Return the places of a finding, at least one of them in the document, if it is from one.

    Args:
        where: where its figures stand, or what it is about.
        message: what it says, in Chinese.
        nodes: what it is about.
        tree: the report.
    """
    if any(map(is_placed, where)):
        return (*where, *reasons_told(nodes, message, where))
    first = where[0] if where else Where("", "", "")
    own = [one for one in nodes if isinstance(one, ParagraphNode)]
    among = [Paragraph(str(one), source=one.source) for one in own] or tree.report.text
    text = [one for one in among if one.source is not None and one.text.strip()]
    said = [one.quote for one in where if one.quote]
    known = list(_standing(said, text) if said else _printed(message, nodes, text))
    if not said and not known:
        known = list(_coded(message, tree))
    found = tuple(first.at(source, quote) for quote, source in known)
    if found or said:
        return found or where
    expected = _expected(message, text)
    if expected is not None and expected.source is not None:
        place = first.at(expected.source, expected.text.strip())
        return (evolve(place, expected=not own),)
    sources = (leaf.source for leaf in tree.leaves if leaf.source is not None)
    source = next((one for one in sources if one.quote and one.document), None)
    if source is not None:
        return (evolve(first.at(source, source.quote or ""), expected=True),)
    return where


def _printed(
    message: str, nodes: Sequence[object], text: Sequence[Paragraph]
) -> Iterator[tuple[str, Source]]:
    """Yield the printed words that a finding is about: those it quotes, those of its lines."""
    quoted = [said for said in QUOTED.findall(message) if len(said) >= _LONG]
    if found := list(_standing(quoted, text)):
        yield from found[:_QUOTES]
        return
    listed = (one for said in QUOTED.findall(message) for one in said.split("、"))
    signs = list(dict.fromkeys(one for one in listed if _SIGN.search(one)))
    if signs and len(found := [one for sign in signs for one in _shown(sign, text)]) >= len(signs):
        yield from found[:_QUOTES]
        return
    for node in reversed(nodes):
        if isinstance(node, BreakdownNode):
            lines = [*([node.whole] if node.whole else []), *node.lines]
            sources = [source for line in lines for source in _sources(line)]
            if sources:
                yield from ((source.quote or "", source) for source in sources[:1])
                return
    names = message.partition("：")[0] if "：" in message else ""
    named = [name for name in re.split("[、·]", names) if len(name) >= _NAME]
    yield from list(_standing(named, text))[:_QUOTES]


def _shown(sign: str, text: Sequence[Paragraph]) -> Iterator[tuple[str, Source]]:
    """Yield where a sign stands first: as it is, or at the head of a paragraph with its digits."""
    if found := list(_standing([sign], text)):
        yield from found
        return
    shape = re.compile(r"\s*(" + re.sub("[0-9]+", "[0-9]+", re.escape(sign)) + ")")
    heads = (match[1] for one in text if (match := shape.match(one.text)))
    if (head := next(heads, None)) is not None:
        yield from _standing([head], text)


def _coded(message: str, tree: Tree) -> Iterator[tuple[str, Source]]:
    """Yield where the lines stand whose codes a message names: the first figure of each."""
    codes = set(_CODE.findall(message))
    lines = [one for one in tree.lines if one.line.code in codes] if codes else []
    for line in lines[:_QUOTES]:
        yield from ((one.quote or "", one) for one in list(_sources(line))[:1])


def _sources(line: LineNode) -> Iterator[Source]:
    for figure in line.figures.values():
        for one in figure.figure.statements:
            if one.source is not None and one.source.quote:
                yield one.source


def _standing(words: Sequence[str], text: Sequence[Paragraph]) -> Iterator[tuple[str, Source]]:
    """Yield words with where they stand first."""
    for said in words:
        for paragraph in text:
            at = paragraph.text.find(said)
            if at >= 0 and paragraph.source is not None and not paragraph.contents:
                source, start = paragraph.source, paragraph.source.start
                if start is not None:
                    source = evolve(source, start=start + at, end=start + at + len(said))
                yield said, source
                break


def _expected(message: str, text: Sequence[Paragraph]) -> Paragraph | None:
    """Return the paragraph at which something should stand."""
    if not text:
        return None
    if SIGNED.search(message):
        return text[-1]
    subject = message.partition("没有")[0]
    about, wanted = _pairs(subject) if subject != message else set(), _pairs(message)
    best, most = text[0], _ALIKE - 1
    for paragraph in text:
        if paragraph.heading is not None and paragraph.heading > 1 and not paragraph.contents:
            own = _pairs(_NUMBER.sub("", paragraph.text))
            alike = len(own & wanted) + len(own & about)  # what it says first counts twice
            if alike > most:
                best, most = paragraph, alike
    return best


def _pairs(text: str) -> set[str]:
    """Return the pairs of characters of a text, but for common ones."""
    return {text[i : i + 2] for i in range(len(text) - 1)} - _COMMON
