"""Paths and codes of the classifications as phrases: 公共安全支出（类）司法（款）行政运行（项）."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.codebook import own_code
from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.tokens.scan import TEXT, Token, is_scope, touch
from performance_rules.extraction.tokens.wording import Sense, Wording

_LEVELS: Final = {"类": 3, "款": 5, "项": 7}
_SHORTEST: Final = 3
"""So long is the name of a subject."""

_NAME: Final = TEXT - {"S"}
"""Letters of the name behind a code, which ends before a stage: 2210201住房公积金|年初预算."""
_DASHES: Final = "-—"
_BRACKETED: Final = re.compile(r"\((?P<name>[\u4e00-\u9fff、]{3,})\)")


def classified(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Merge paths such as 公共安全支出（类）司法（款）行政运行（项）, and codes in brackets."""
    out: list[Token] = []
    for token in tokens:
        if token.letter == "k" and out and out[-1].letter in "TWw":
            _attach_code(out, token, text, wording)
        elif token.letter == "l":
            _attach_level(out, token, text, wording)
        else:
            out.append(token)
    return _lengthened(out, text, wording)


def _lengthened(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Let a path go on with a name that no level is said of: 司法（款）行政运行200万元."""
    out: list[Token] = []
    for token in tokens:
        path = out[-1] if out and token.letter == "W" and out[-1].value == "path" else None
        if path is not None and path.end == token.start and token.end >= path.end + _SHORTEST:
            step = _step(text[token.start : token.end], "", wording)
            steps = (*path.senses[0].place.steps, step)
            out[-1] = _subject(path.start, token.end, steps, "path")
        else:
            out.append(token)
    return out


def _attach_code(out: list[Token], token: Token, text: str, wording: Wording) -> None:
    """Give the code in brackets to the name before it."""
    begin = _name_start(out, text)
    if begin == len(out):
        return
    start = out[begin].start
    name = text[start : out[-1].end]
    del out[begin:]
    out.append(_subject(start, token.end, (_step(name, token.unit, wording),)))


def _attach_level(out: list[Token], token: Token, text: str, wording: Wording) -> None:
    """Make the name before （类）, （款） or （项） one more step of a path."""
    begin = _name_start(out, text)
    if begin == len(out):
        return
    # What is printed before a path may be the code of its last step: 2120501城乡社区支出（类）….
    code = out[begin].unit[: _LEVELS[token.value]] if out[begin].letter == "c" else ""
    start = out[begin].start
    name = text[out[begin].end if out[begin].letter == "c" else start : out[-1].end]
    steps: tuple[Step, ...] = ()
    before = out[begin - 1] if begin else None
    if before is not None and before.letter == "T" and before.value == "path":
        steps = before.senses[0].place.steps
        start = before.start
        begin -= 1
    digits = token.unit
    if digits:
        above = steps[-1].code if steps else ""
        whole = len(digits) >= _LEVELS["类"]  # 行政运行（2010101项）
        code = digits if whole else f"{above or ''}{digits}"
        code = code if len(code) == _LEVELS[token.value] else ""
    if not name.strip(_DASHES):
        return
    if token.value == "类" and name not in wording.words and f"{name}支出" in wording.words:
        name = f"{name}支出"  # 一般公共服务（类）支出 is 一般公共服务支出
    del out[begin:]
    subject = _subject(start, token.end, (*steps, _step(name, code, wording)), "path")
    subject.unit = token.value
    out.append(subject)


def _name_start(out: list[Token], text: str) -> int:
    """Return where the name that ends the tokens begins: after punctuation, a number, a year."""
    i = len(out)
    while i and out[i - 1].letter in TEXT and out[i - 1].value != "path":
        if i < len(out) and not touch(out[i - 1], out[i], text):
            break
        i -= 1
    if 0 < i < len(out) and out[i - 1].letter == "c" and out[i - 1].end == out[i].start:
        return i - 1
    while i < len(out) - 1 and out[i].letter == "w" and out[i].end - out[i].start > 1:
        i += 1
    return i


def _step(name: str, code: str, wording: Wording) -> Step:
    name = name.strip(_DASHES)
    if name[-1:] in _LEVELS and _LEVELS[name[-1:]] == len(code) and name[:-1] in wording.words:
        name = name[:-1]  # 住房保障支出类（221）
    word = wording.words.get(name)
    known = {s.kind: s.code for s in word.senses} if word is not None else {}
    economic = code.startswith("3") or ("economic" in known and "functional" not in known)
    if economic:
        return Step("by_economic", name, code or None, implied=known.get("economic"))
    own = own_code(wording.codebook, "functional", code, name, 0) if code else None
    return Step("by_function", name, code or None, implied=own or known.get("functional"))


def _subject(start: int, end: int, steps: tuple[Step, ...], value: str = "code") -> Token:
    place = Place(side="expenditure", steps=steps)
    sense = Sense(place, "path", steps[-1].code)
    return Token("T", start, end, value, senses=(sense,), name=steps[-1].name)


def bracketed(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Merge a code and its name in brackets: 2010801（行政运行）.

    Fewer digits than those of an item may count something, unless a name that is known stands
    behind them, or nothing that could be counted before them.
    """
    out: list[Token] = []
    behind = 0
    for token in tokens:
        if token.start < behind:
            continue
        match = _BRACKETED.match(text, token.end) if token.letter == "c" else None
        if match is not None:
            name = match["name"]
            begins = len(token.unit) > _LEVELS["类"] and (not out or out[-1].letter in ",;.:")
            known = len(token.unit) == _LEVELS["项"] or name in wording.words
            if not begins and not known:
                token = Token("M", token.start, token.end, token.unit)
            else:
                step = _step(name, token.unit, wording)
                token = _subject(token.start, match.end(), (step,))
                behind = match.end()
        out.append(token)
    return out


def coded(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Merge a code and the name behind it, up to what the name is followed by."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        end = i + 1
        if token.letter == "c":
            while end < len(tokens) and tokens[end].letter in _NAME and not is_scope(tokens[end]):
                end += 1
            last = end
            while last > i + 1 and tokens[last - 1].letter in "waSY":
                last -= 1
            name = text[token.end : tokens[last - 1].end].strip(_DASHES) if last > i + 1 else ""
            if name:
                merged = _subject(
                    token.start, tokens[last - 1].end, (_step(name, token.unit, wording),)
                )
                merged.unit = token.value
                out.append(merged)
                i = last
                continue
            token.letter = "W"
        out.append(token)
        i += 1
    return out
