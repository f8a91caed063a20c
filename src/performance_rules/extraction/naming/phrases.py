"""Noun phrases: adjacent scope and indicator words become one indicator.

``“三公”经费`` ＋ ``公共财政拨款`` ＋ ``支出`` is one thing.  So is a code with the name behind it,
a path of 类、款、项, and an unknown name that ends in 支出: it is its own name, not the total.
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.naming.names import as_name, opened
from performance_rules.extraction.naming.paths import bracketed, classified, coded
from performance_rules.extraction.naming.topics import topics
from performance_rules.extraction.tokens.scan import (
    MALFORMED,
    NUMBERS,
    Token,
    is_scope,
    letters_of,
    touch,
)
from performance_rules.extraction.tokens.wording import TERM, Sense, Wording
from performance_rules.report.model import BALANCES
from performance_rules.text.words import has_any

_COUNTS: Final = ("含", "不含", "包括", "不包括", "剔除", "扣除")
"""What says that a name counts more, or less, than it says."""
_SHORT: Final = 4
_FOLLOWED: Final = re.compile("T(?=[wW])")
"""A name with other words behind it."""
_UNSETTLED: Final = re.compile("[wKCeT]|(?<=[SY])W(?=D)")
"""Words that what stands beside them may change."""
_FIGURES: Final = "NQq"
"""The figures that an unknown name may have."""


def phrased(tokens: list[Token], text: str, wording: Wording, *, item: bool = False) -> list[Token]:
    """Return the tokens of a piece with noun phrases merged and comments in brackets left out.

    Args:
        tokens: the tokens of the piece.
        text: its normalised text.
        wording: the words.
        item: whether the piece is an item.
    """
    letters = letters_of(tokens)
    kept = [t for t in tokens if t.letter != MALFORMED] if MALFORMED in letters else tokens
    if "(" in letters:
        if "c" in letters:
            kept = bracketed(kept, text, wording)
        kept = _uncommented(kept, text, wording)
    _single_words(kept, text, wording)
    if "l" in letters or "k" in letters:
        kept = classified(kept, text, wording)
    if "c" in letters:
        kept = coded(kept, text, wording)
    merged = _merged(kept, text, wording)
    if "T" in letters and "W" in letters:
        merged = _kept(merged, text, wording)
    return topics(opened(merged, text, wording), text, wording, item=item)


def _kept(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Make 结转和结余 right behind a name the end of it: 基本支出结转 is no 基本支出."""
    out: list[Token] = []
    done = 0
    for name in _FOLLOWED.finditer(letters_of(tokens)):
        i = name.start()
        if i < done:
            continue
        out += tokens[done:i]
        token, behind = tokens[i], i + 1
        while behind < len(tokens) and tokens[behind].letter in "wW":
            if tokens[behind].start > tokens[behind - 1].end:
                break
            behind += 1
        while behind > i + 1:
            end = tokens[behind - 1].end
            if text[token.end : end] in wording.outline.kept:
                token = as_name(token.start, end, text, wording, None)
                break
            behind = behind - 1 if tokens[behind - 1].letter == "w" else i + 1
        out.append(token)
        done = behind
    if not done:
        return tokens
    out += tokens[done:]
    return out


def _single_words(tokens: list[Token], text: str, wording: Wording) -> None:
    """Settle words whose letter depends on what stands beside them."""
    for found in _UNSETTLED.finditer(letters_of(tokens)):
        i, letter = found.start(), found[0]
        token = tokens[i]
        if letter == "w":
            if token.value != "sum":
                continue
            first = i == 0 or tokens[i - 1].letter in ",;:."
            if first and i + 1 < len(tokens) and tokens[i + 1].letter in _FIGURES:
                token.letter = "G"
        elif letter == "K" and i + 1 < len(tokens) and tokens[i + 1].letter in _FIGURES:
            # 收入完成N; 完成N项: what was done, and no rate
            done = i > 0 and tokens[i - 1].letter in "TtWw" and touch(tokens[i - 1], token, text)
            if text[token.start : token.end] == _DONE:
                token.letter = "w" if done else "W"
        elif letter == "C":
            if not token.value and not _compares(tokens, i):
                token.letter = "w" if token.end - token.start == 1 else "E"
        elif letter == "W":
            # A stray character between 决算数 and 减少.
            if token.end - token.start == 1:
                token.letter = "w"
        elif letter == "e":
            bought = "购置" if text.endswith("购置", 0, token.start) else ""
            place = Place(item="disclosures", steps=(Step("members", bought + token.name),))
            token.letter, token.senses = "T", (Sense(place, "counted"),)
        elif letter == "T":
            short = len(token.name) <= _SHORT and _inside(tokens, i, text)
            alone = token.senses[0].compared and not _before(tokens, i, "C")
            begin = _begin(tokens, i, text)  # 人均预算支出 is no 支出
            if short or alone or text.endswith(wording.outline.averages, 0, begin):
                token.letter = "W"


def _begin(tokens: list[Token], i: int, text: str) -> int:
    """Where a name begins together with the stage and the year right before it."""
    while i and tokens[i - 1].letter in "SY" and touch(tokens[i - 1], tokens[i], text):
        i -= 1
    return tokens[i].start


def _before(tokens: list[Token], i: int, letter: str) -> bool:
    """Whether a token stands right before one with a letter."""
    return i + 1 < len(tokens) and tokens[i + 1].letter == letter


def _inside(tokens: list[Token], i: int, text: str) -> bool:
    """Whether a short word for something counted is part of other text: 方案编制费."""
    token = tokens[i]
    if token.senses[0].kind != "counted":
        return False
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.letter == "W" and touch(token, after, text):
        return True
    left = before is not None and before.letter == "W" and touch(before, token, text)
    return left and len(token.name) < _SHORT - 1


def _uncommented(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Drop brackets that state nothing: （以合同签订为准）, （按项级科目分类统计）.

    One that only gives a name to what stands before it, （以下简称“三公”经费）, becomes that name.
    """
    out: list[Token] = []
    opened: list[tuple[int, int]] = []  # where, and how many figures there were before it
    figures = 0
    for token in tokens:
        if token.letter == "(":
            opened.append((len(out), figures))
        elif token.letter in NUMBERS or token.letter == "V":
            figures += 1
        out.append(token)
        if token.letter == ")" and opened:
            begin, before = opened.pop()
            if figures == before:
                named = _nickname(out[begin:], text, wording)
                if begin:
                    _whose_fund(out[begin - 1], out[begin:])
                if (
                    named is None
                    and begin
                    and _qualifies(out[begin - 1], out[begin:], text, wording)
                ):
                    first = out[begin - 1].start
                    out[begin - 1 :] = [as_name(first, token.end, text, wording, None)]
                    continue
                out[begin:] = [named] if named is not None else []
    return out


def _qualifies(name: Token, bracket: list[Token], text: str, wording: Wording) -> bool:
    """Whether a bracket gives a name another sense: 人员经费（与对个人和家庭的补助合并计算）."""
    inside = text[bracket[0].end : bracket[-1].start]
    said = any(t.letter == "T" for t in bracket)
    if name.letter == "T" and name.senses[0].place.item == "three_public":
        said = said or inside.startswith(_COUNTS)  # 公务接待费（含商务接待）
    return name.letter == "T" and said and has_any(inside, wording.outline.qualified)


def _whose_fund(name: Token, bracket: list[Token]) -> None:
    """基本支出（一般公共预算拨款）: a fund in brackets is whose money the name before it is of."""
    inside = [token for token in bracket[1:-1] if token.letter != "w"]
    if name.letter == "T" and not is_scope(name) and len(inside) == 1 and is_scope(inside[0]):
        name.scope = name.scope or inside[0].senses[0].place.account


def _nickname(bracket: list[Token], text: str, wording: Wording) -> Token | None:
    """Return the name that a bracket gives to what stands before it, as wide as the bracket."""
    *before, name, end = bracket
    if name.letter != "T" or len(before) > 2:
        return None
    called = text[before[0].start + 1 : name.start].endswith(wording.outline.called)
    place = name.senses[0].place
    if not called and (len(before) > 1 or not place.item or place.steps):
        return None
    return attrs.evolve(name, start=before[0].start, end=end.end)


def _compares(tokens: list[Token], i: int) -> bool:
    """Whether 比, 与 or 和 compares: only with a year or a stage of the budget."""
    following = [t.letter for t in tokens[i + 1 : i + 4] if t.letter != "w"]
    return bool(following) and following[0] in "YS"


def _merged(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Merge adjacent indicator words into one phrase."""
    letters = letters_of(tokens)
    out: list[Token] = []
    done = 0
    while (begin := letters.find(TERM, done)) >= 0:
        out += tokens[done:begin]
        words = [tokens[begin]]
        done = begin + 1
        while done < len(tokens):
            token, before = tokens[done], tokens[done - 1]
            if token.letter == TERM and token.start in (words[-1].end, before.end):
                words.append(token)
            elif not (token.letter in "wW" and _goes_on(tokens, done, text, wording)):
                break
            done += 1
        stage = tokens[done] if done < len(tokens) else None
        out.append(_phrase(words, stage, text, wording))
    out += tokens[done:]
    return out


def _goes_on(tokens: list[Token], i: int, text: str, wording: Wording) -> bool:
    """Whether a filler stands between a name and its side: 财政拨款累计支出, 差旅费全部支出."""
    before, token = tokens[i - 1], tokens[i]
    if before.letter != TERM:
        return False
    after = tokens[i + 1 : i + 2]
    if not after:
        return False
    touching = before.end == token.start and token.end == after[0].start
    side = after[0].letter == "T" and after[0].senses[0].bare
    entire = text[token.start : token.end] in wording.outline.entire
    if before.value == "path" and text[token.start : token.end] in wording.outline.granted:
        return touching and side  # （项）拨款支出
    return touching and side and (entire or (token.letter == "w" and is_scope(before)))


def _is_bought(words: list[Token]) -> bool:
    """Whether a thing outside the accounts stands before the name of one of their lines."""
    places = [word.senses[0].place for word in words]
    return bool(places) and places[0].item == "disclosures" and places[-1].item != places[0].item


def _is_side(token: Token) -> bool:
    """Whether a word only says income or expenditure, and of no year."""
    place = token.senses[0].place
    plain = bool(place.side) and not place.account and not place.steps
    return plain and not token.name.startswith("本年")


def _phrase(words: list[Token], stage: Token | None, text: str, wording: Wording) -> Token:
    """Return the phrase of adjacent words: its head is the last word that is no mere suffix."""
    first = words[0].senses[0]
    if len(words) == 1 and first.kind != "scope" and not first.bare:
        return words[0]
    scopes = [w.senses[0].place.account if is_scope(w) else w.scope for w in words]
    scopes = [scope for scope in scopes if scope]
    heads = [w for w in words if not is_scope(w)]
    named = [w for w in heads if not _is_side(w)]
    if named and named[-1].senses[0].place.item:
        heads = named  # “三公”经费总支出 is 三公, not the total expenditure
    proper = [w for w in heads if not w.senses[0].bare]
    # 运行费支出 is the running costs, not all expenditure.
    heads = [w for w in heads if not w.senses[0].place.side] or heads
    head = (proper or heads or words)[-1]
    sides = {w.senses[0].place.side for w in words if w.senses[0].kind == "line"} - {""}
    # 差旅费全部支出 is more than the 差旅费 of the line that was spoken of.
    between = text[words[-2].end : words[-1].start] if len(words) > 1 else ""
    entire = not scopes and between in wording.outline.entire
    bought = _is_bought(proper)  # 政府采购基本支出 is what was bought of it
    earned = head.senses[0].kind == "economic" and sides == {"income"}  # 培训费收入 is no 培训费
    two = len(sides) > 1 and len(proper) == 1 and proper[0] is not words[-1]
    left = bool(heads) and words[-1].senses[0].place.side in BALANCES and len(words) > 1
    left = left and bool(words[-2].senses[0].place.steps)  # 项目支出年末结转 is not all left
    if left or entire or bought or earned or two:
        name = text[words[0].start : words[-1].end]  # 基本支出收入 is no 基本支出
        sense = Sense(Place(steps=(Step("", name),)), "open")
        made = Token("T", words[0].start, words[-1].end, senses=(sense,), name=name)
        made.narrowed = text[words[0].start : proper[-1].start] if bought else ""
        return made
    merged = Token(
        "T", words[0].start, words[-1].end, head.value, head.unit, head.senses, head.name
    )
    merged.scope = next((s for s in scopes if s != "fiscal"), scopes[0] if scopes else "")
    if not proper and heads and not heads[-1].senses[0].place.item:
        merged.sides = tuple(dict.fromkeys(h.senses[0].place.side for h in heads))
    elif not heads and stage is not None and stage.side:
        merged.sides = (stage.side,)
    return merged


_DONE: Final = "完成"
