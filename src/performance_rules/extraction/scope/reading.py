"""A piece of text being read: its tokens, what is bound in them, and where that stands."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, evolve, field

from performance_rules.extraction.drafts.draft import Oddity
from performance_rules.extraction.drafts.draftlines import Unbound
from performance_rules.extraction.scope.context import Context
from performance_rules.extraction.scope.subjects import NotBound
from performance_rules.extraction.tokens import quantities
from performance_rules.extraction.tokens.normal import Run
from performance_rules.extraction.tokens.patterns import WINDOW, Found
from performance_rules.extraction.tokens.scan import DATE, Token
from performance_rules.extraction.tokens.wording import Outline, Wording
from performance_rules.report.model import Source
from performance_rules.text.words import has_any
from performance_rules.values.quantity import Amount, Count

LOST: Final = "前面的数没有绑定"
UNNAMED: Final = "本段所说的事项"
NO_NAME: Final = "名称不认得"
NO_SUBJECT: Final = "没有说明是哪一项"
UNSURE: Final = "前面说了几个数，不知道是哪一个的部分"
NO_UNIT: Final = "没有单位"
NOT_COUNTED: Final = "不是这一项的数量"
UNREADABLE: Final = "数字读不懂"
_MARKS: Final = re.compile(rb"[.;()]")
_WEAKER: Final = {
    b",": re.compile(rb"[NQq]/"),
    b";": re.compile(rb"[NQq][,/][wYXa]*[tT][wSYa:]*[NQq]"),
}
"""Parts of a list joined by a weaker mark than the one that follows."""
_HEDGE: Final = 2
"""A word that says that a number was rounded has no more characters."""
_ANOTHER: Final = re.compile(r"[、和与及][约近]?\d+(?:\.\d+)?%")
_FILLING: Final = frozenset(b"wY")
"""Words and years, which may stand between a body and its figures."""
_AHEAD: Final = 4
"""So many tokens behind the name of a body may stand before what its figures are."""
_LONG: Final = 120
"""A clause group longer than this is quoted from comma to comma."""
_NEAR: Final = 40
"""And from no further away than so many tokens."""


def _is_full(name: str, words: Outline) -> bool:
    """Whether a name is the full one of a body: it begins with a place."""
    places = has_any(name[1:-1], words.places)
    return places and name.endswith(words.units) and not name.startswith(words.below)


@define(eq=False)
class Reading:
    """One piece: its tokens as letters, with the context it is read in.

    Attributes:
        unit: the unit that the paragraph fixes for amounts without one.
        opens: whether the piece begins an item.
        done: the figures that were bound, or refused.
    """

    run: Run
    tokens: list[Token]
    letters: bytes
    context: Context
    wording: Wording
    unit: str = ""
    opens: bool = False
    done: set[int] = field(factory=set)
    _groups: list[tuple[int, int]] = field(factory=list)
    _sources: dict[tuple[int, int], Source] = field(factory=dict)

    # ── places in the text ──

    def source(self, first: int, last: int) -> Source:
        """Return the source of tokens: the clause group they stand in, or less of a long one."""
        begin, end = self._group(first)
        if self.tokens[end - 1].end - self.tokens[begin].start > _LONG:
            said = self.context.now.at if self.context.now.own else first
            said = min(first, max(said, begin))
            near = said if first - said <= WINDOW else first  # what is quoted does not grow
            begin, end = self._narrow(near, last, begin, end)
        key = (self.tokens[begin].start, self.tokens[end - 1].end)
        if key not in self._sources:
            self._sources[key] = self.run.source(*key, self.context.section)
        return self._sources[key]

    def _group(self, index: int) -> tuple[int, int]:
        """Return the clause group of a token: from one ; or . to the next, outside brackets."""
        groups = self._groups
        if not groups:
            begin = depth = 0
            for mark in _MARKS.finditer(self.letters):
                letter, i = mark[0], mark.start()
                if letter == b"(":
                    depth += 1
                elif letter == b")":
                    depth = max(0, depth - 1)
                elif letter == b"." or not depth:
                    depth = 0
                    groups += [(begin, max(i, begin + 1))] * (i + 1 - begin)
                    begin = i + 1
            groups += [(begin, len(self.tokens))] * (len(self.tokens) - begin)
        return groups[index]

    def _narrow(self, first: int, last: int, begin: int, end: int) -> tuple[int, int]:
        low, high = first, last
        begin, end = max(begin, first - _NEAR), min(end, last + _NEAR)
        while low > begin and self.letters[low - 1 : low] not in b",()":
            low -= 1
        while high < end and self.letters[high : high + 1] not in b",()":
            high += 1
        return low, max(high, low + 1)

    def printed(self, first: int, last: int) -> str:
        """Return what stands printed from one token to before another."""
        return self.run.printed(self.tokens[first].start, self.tokens[last - 1].end)

    def token(self, found: Found, *names: str) -> Token | None:
        """Return the first token of the first part of a pattern that is there, or None."""
        parts = found.parts
        for name in names:
            if name in parts:
                return self.tokens[parts[name][0]]
        return None

    def start_of(self, index: int) -> int:
        """Return the token with which the sentence of a token begins."""
        return self.letters.rfind(b".", max(0, index - WINDOW), index) + 1

    def starts_clause(self, index: int) -> bool:
        """Whether a token begins a clause: after punctuation, a year or the body's own name."""
        near = self.letters[max(0, index - WINDOW) : index]
        index -= len(near) - len(near.rstrip(b"wY"))
        if index == 0 or self.letters[index - 1 : index] in b",;.:(|ZX":
            return True
        before = self.tokens[index - 1]
        text = self.run.plain[before.start : before.end]
        return before.letter == "W" and text.endswith(self.wording.bodies.ends)

    def unknown_name(self, at: int) -> bool:
        """Whether a name no lexicon knows stands where the subject of a claim would."""
        token = self.tokens[at - 1] if at else None
        if token is None or token.letter != "W" or not self.starts_clause(at - 1):
            return False
        name = self.run.plain[token.start : token.end]
        return len(name) > 1 and not name.endswith(self.wording.bodies.ends)

    def is_one_of(self, index: int) -> bool:
        """Whether a percentage is one of several in a row: 完成率P、Q, 分别增长P和Q."""
        return _ANOTHER.match(self.run.plain, self.tokens[index].end) is not None

    def named_before(self, at: int) -> bool:
        """Whether a name that no lexicon knows stands right before a token: 局机关执行率."""
        while at and self.tokens[at - 1].value == "noun" and self.touches(at):
            at -= 1
        token = self.tokens[at - 1] if at else None
        if token is None or token.letter != "W" or not self.touches(at):
            return False
        name = self.run.plain[token.start : token.end]
        return token.value != DATE and name not in self.wording.outline.plainly

    def touches(self, at: int) -> bool:
        """Whether a token stands right behind the one before it."""
        return self.tokens[at - 1].end == self.tokens[at].start

    def owned(self, at: int) -> None:
        """Note whose figures begin at a token, if the name of a body stands before it."""
        last = self.letters[at - 1] if at else None
        beside = self.letters[at : at + 1]
        if (last in _FILLING or beside in (b"w", b"Y")) and self._of_everyone(at):
            return
        if last is None or last not in b"wYW":
            return
        near = self.letters[max(0, at - WINDOW) : at]
        before = at - len(near) + len(near.rstrip(b"wY"))
        token = self.tokens[before - 1] if before else None
        named = self.letters[at : at + _AHEAD].lstrip(b"w")[:1] in (b"T", b"S", b"Y")
        if not named or token is None or token.letter != "W":
            return
        first = before - 1
        while first and self.letters[first - 1] in b"wWQqt" and self.touches(first):
            first -= 1  # 主管部门县商务局; 3家二级机构
        if not self.starts_clause(first):
            return
        context, name = self.context, self.run.plain[token.start : token.end]
        if not context.facts.entity and _is_full(name, self.wording.outline):
            context.facts = evolve(context.facts, entity=name)
        other = context.facts.is_other_body(name, self.wording)
        if other is None and self.tokens[before].letter == "w" and self.touches(before):
            name = self.run.plain[token.start : self.tokens[before].end]  # 区直 | 部门
            other = context.facts.is_directly_under(name, self.wording.outline)
        if other is None:
            return
        context.now.body = name if other else ""
        if before - 1 == 0 and context.frames[-1].rank >= 0 and self.opens:
            context.frames[-1].body = context.now.body

    def _of_everyone(self, at: int) -> bool:
        """Note that figures are of all of a place, 全县支出N, if that is another body's."""
        near, behind = self.letters[max(0, at - WINDOW) : at], self.letters[at : at + _AHEAD]
        first = at - len(near) + len(near.rstrip(b"wY"))
        for token in self.tokens[first : at + len(behind) - len(behind.lstrip(b"wY"))]:
            name = self.run.plain[token.start : token.end]
            if token.letter == "w" and name[:1] in self.wording.outline.every:
                other = self.context.facts.is_other_body(name, self.wording)
                if other and self.starts_clause(first):
                    self.context.now.body = name
                    return True
        return False

    # ── what was read ──

    def quantity(self, index: int) -> Amount | Count:
        """Return the amount of a token, or the number of what it counts.

        Raises:
            NotBound: if it has no unit, is no number, or counts something else than before.
        """
        if self.letters[index : index + 1] not in b"Qq":
            return self.amount(index)
        value = quantities.count(self.tokens[index])
        levels = self.context.now.levels
        said = levels[-1].value if levels else None
        if value is None or not isinstance(said, Count) or said.unit != value.unit:
            raise NotBound(NOT_COUNTED)
        return value

    def amount(self, index: int) -> Amount:
        """Return the amount of a token; one without a unit takes the paragraph's.

        Raises:
            NotBound: if it has no unit, or is no number.
        """
        token = self.tokens[index]
        if token.letter == "M" and token.value == "0":
            return quantities.nothing()  # a zero is one in any unit
        if token.letter == "M":
            after = self.letters[index + 1 : index + 2]
            if not self.unit or "." not in token.value or after not in b",;.)":
                raise NotBound(NO_UNIT)
            self.odd("unit", index, index + 1)
        value = quantities.amount(token, self.unit)
        if value is None:
            raise NotBound(UNREADABLE)
        plain = self.run.plain
        before = plain[max(0, token.start - _HEDGE) : token.start]
        behind = plain[token.end : token.end + _HEDGE]
        return quantities.rounded(value, before, behind)

    def bind(self, *indexes: int | None) -> None:
        """Count figures as bound."""
        for index in indexes:
            if index is not None and index not in self.done:
                self.done.add(index)
                self.context.ledger.bound += 1
                self.mark(index)

    def mark(self, index: int) -> None:
        """Note where a bound number stands in the document."""
        token = self.tokens[index]
        self.context.ledger.bound_at.append(self.run.span(token.start, token.end))

    def refuse(self, why: str, *indexes: int | None) -> None:
        """Keep figures as unbound."""
        for index in indexes:
            if index is None or index in self.done:
                continue
            self.done.add(index)
            token, source = self.tokens[index], self.source(index, index + 1)
            self.context.doubted = self.context.doubted or token.letter == "N"
            if token.letter in "NQq":
                self.context.missed = next(iter(self.context.levels_near[-1:]), None)
            span = self.run.span(token.start, token.end)
            printed = self.printed(index, index + 1)
            self.context.ledger.unbound.append(Unbound(printed, source, why, span))

    def leave_out(self, why: str, index: int, *, named: bool = False) -> None:
        """Refuse an amount that may be a part of the list that is open: the list is not whole.

        Args:
            why: why it is not bound.
            index: its token.
            named: whether a name of its own stands before it, though a word of change does as well.
        """
        listing = self.context.strong
        change = self.letters[max(index - 1, 0) : index] == b"D" and not named
        if listing is not None and not change:
            listing.partial = True
        self.lose(why, index)

    def pass_over(self, why: str, index: int) -> None:
        """Refuse an amount that is no line's; parts that are listed behind it are parts of it."""
        behind = self.letters[index + 1 : index + 3].lstrip(b",")
        if not behind.startswith((b"Z", b":", b"(")):
            self.refuse(why, index)
            return
        self.lose(why, index)  # 净增N，其中A、B
        if not behind.startswith(b"Z"):
            self.context.now.orphan = self.context.segment

    def lose(self, why: str, *indexes: int | None) -> None:
        """Refuse figures that begin a clause: claims that follow have no subject."""
        self.refuse(why, *indexes)
        now = self.context.now
        now.own, now.levels, now.lost = (), (), True

    def odd(self, kind: str, first: int, last: int) -> None:
        """Record something misprinted."""
        quote = self.printed(first, last)
        self.context.ledger.oddities.append(Oddity(kind, quote, self.source(first, last)))

    # ── where names stand ──

    def joined(self, at: int) -> bool:
        """Whether a name stands where a list goes on: behind its opener or its last figure."""
        before = self.letters[max(0, at - WINDOW) : at].rstrip(b"wYXa")
        if self.run.plain.startswith(self.wording.outline.besides, self.tokens[at].start):
            return False
        if not before or before[-1:] in b"Z(:|":
            return True
        rest = self.run.plain.startswith(self.wording.outline.rest, self.tokens[at].start)
        if not rest and self._is_over(before):
            return False
        return before[-1:] in b",/;" and before[-2:-1] in b"NPQqBM)"

    def told_besides(self, at: int) -> bool:
        """Whether the clause of a token begins with a word for what is no part of a list: 另有."""
        near = self.letters[max(0, at - WINDOW) : at]
        begun = at - len(near) + max(near.rfind(mark) for mark in (b",", b";", b".")) + 1
        return self.run.plain.startswith(self.wording.outline.besides, self.tokens[begun].start)

    def _is_over(self, before: bytes) -> bool:
        """Whether another mark follows than those that join the parts of a list so far.

        A comma ends a list that 、 joins, and a semicolon one whose parts commas join.
        """
        weaker = _WEAKER.get(before[-1:])
        begun = max(before.rfind(opener, 0, -1) for opener in (b"Z", b":", b";", b".", b"("))
        return weaker is not None and weaker.search(before, begun + 1) is not None

    def named(self, phrase: Token) -> str:
        """Return the name of a phrase as it stands in the text."""
        return self.run.plain[phrase.start : phrase.end]
