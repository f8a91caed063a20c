"""Noun phrases: adjacent scope and indicator words become one indicator.

``“三公”经费`` ＋ ``公共财政拨款`` ＋ ``支出`` is one thing.  So is a code with the name behind it,
a path of 类、款、项, and an unknown name that ends in 支出: it is its own name, not the total.
"""

from __future__ import annotations

from typing import Final

import attrs

from performance_rules.extraction.places import Place, Step
from performance_rules.extraction.scan import DATE, MALFORMED, NUMBERS, Token
from performance_rules.extraction.wording import Sense, Wording

_LEVELS: Final = {"类": 3, "款": 5, "项": 7}
_TEXT: Final = frozenset("WwTCaAI0UXVFS")
"""Letters of tokens that may be part of a name no lexicon knows."""
_MAX_NAME: Final = 40
_SHORT: Final = 4
_LEAST: Final = 2
"""A name has so many characters."""
_FIGURES: Final = "NQq"
"""The figures that an unknown name may have."""
_DASHES: Final = "-—"


def phrased(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Return the tokens of a piece with noun phrases merged and comments in brackets left out."""
    kept = [t for t in tokens if t.letter != MALFORMED]
    letters = {t.letter for t in kept}
    if "(" in letters:
        kept = _uncommented(kept, text, wording)
    _single_words(kept, text, wording)
    if letters & {"l", "k"}:
        kept = _classified(kept, text, wording)
    if "c" in letters:
        kept = _coded(kept, text, wording)
    return _topics(_opened(_merged(kept, text), text, wording), text, wording)


def _touch(left: Token, right: Token, text: str) -> bool:
    """Whether two tokens stand together, but for a comment in brackets that was left out."""
    if left.end == right.start:
        return True
    return text[left.end] == "(" and text[right.start - 1] == ")"


def _single_words(tokens: list[Token], text: str, wording: Wording) -> None:
    """Settle words whose letter depends on what stands beside them."""
    for i, token in enumerate(tokens):
        letter = token.letter
        if letter == "w" and token.value == "sum":
            first = i == 0 or tokens[i - 1].letter in ",;:."
            if first and i + 1 < len(tokens) and tokens[i + 1].letter in _FIGURES:
                token.letter = "G"
        elif letter == "K" and i + 1 < len(tokens) and tokens[i + 1].letter in _FIGURES:
            # 收入完成N; 完成N项: what was done, and no rate
            done = i > 0 and tokens[i - 1].letter in "TtWw" and _touch(tokens[i - 1], token, text)
            if text[token.start : token.end] == _DONE:
                token.letter = "w" if done else "W"
        elif letter == "C":
            if not token.value and not _compares(tokens, i):
                token.letter = "w" if token.end - token.start == 1 else "E"
        elif letter == "W":
            # A stray character between 决算数 and 减少.
            short = token.end - token.start == 1 and 0 < i < len(tokens) - 1
            if short and tokens[i - 1].letter in "SY" and tokens[i + 1].letter == "D":
                token.letter = "w"
        elif letter == "e":
            bought = "购置" if text.endswith("购置", 0, token.start) else ""
            place = Place(item="disclosures", steps=(Step("members", bought + token.name),))
            token.letter, token.senses = "T", (Sense(place, "counted"),)
        elif letter == "T":
            short = len(token.name) <= _SHORT and _inside(tokens, i, text)
            alone = token.senses[0].compared and not _before(tokens, i, "C")
            if short or alone or text.endswith(wording.outline.averages, 0, token.start):
                token.letter = "W"


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
    if after is not None and after.letter == "W" and _touch(token, after, text):
        return True
    left = before is not None and before.letter == "W" and _touch(before, token, text)
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
                if (
                    named is None
                    and begin
                    and _qualifies(out[begin - 1], out[begin:], text, wording)
                ):
                    first = out[begin - 1].start
                    out[begin - 1 :] = [_open(first, token.end, text, wording, None)]
                    continue
                out[begin:] = [named] if named is not None else []
    return out


def _qualifies(name: Token, bracket: list[Token], text: str, wording: Wording) -> bool:
    """Whether a bracket gives a name another sense: 人员经费（与对个人和家庭的补助合并计算）."""
    inside = text[bracket[0].end : bracket[-1].start]
    said = any(t.letter == "T" for t in bracket)
    return name.letter == "T" and said and any(w in inside for w in wording.outline.qualified)


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


def _classified(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Merge paths such as 公共安全支出（类）司法（款）行政运行（项）, and codes in brackets."""
    out: list[Token] = []
    for token in tokens:
        if token.letter == "k" and out and out[-1].letter in "TWw":
            _attach_code(out, token, text, wording)
        elif token.letter == "l":
            _attach_level(out, token, text, wording)
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
    code = out[begin].unit if out[begin].letter == "c" else ""
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
        code = digits if len(digits) == _LEVELS["类"] else f"{above or ''}{digits}"
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
    while i and out[i - 1].letter in _TEXT and out[i - 1].value != "path":
        if i < len(out) and not _touch(out[i - 1], out[i], text):
            break
        i -= 1
    if 0 < i < len(out) and out[i - 1].letter == "c" and out[i - 1].end == out[i].start:
        return i - 1
    while i < len(out) - 1 and out[i].letter == "w" and out[i].end - out[i].start > 1:
        i += 1
    return i


def _step(name: str, code: str, wording: Wording) -> Step:
    name = name.strip(_DASHES)
    word = wording.words.get(name)
    known = {s.kind: s.code for s in word.senses} if word is not None else {}
    economic = code.startswith("3") or ("economic" in known and "functional" not in known)
    kind = "economic" if economic else "functional"
    return Step(
        "by_economic" if economic else "by_function", name, code or None, implied=known.get(kind)
    )


def _subject(start: int, end: int, steps: tuple[Step, ...], value: str = "code") -> Token:
    place = Place(side="expenditure", steps=steps)
    sense = Sense(place, "path", steps[-1].code)
    return Token("T", start, end, value, senses=(sense,), name=steps[-1].name)


def _coded(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Merge a code and the name behind it, up to what the name is followed by."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        end = i + 1
        if token.letter == "c":
            while end < len(tokens) and tokens[end].letter in _TEXT and not _scope(tokens[end]):
                end += 1
            last = end
            while last > i + 1 and tokens[last - 1].letter in "wa":
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


def _scope(token: Token) -> bool:
    return token.letter == "T" and token.senses[0].kind == "scope"


def _merged(tokens: list[Token], text: str) -> list[Token]:
    """Merge adjacent indicator words into one phrase."""
    out: list[Token] = []
    words: list[Token] = []
    for token in tokens:
        term = token.letter == "T"
        if words and not (term and token.start == words[-1].end):
            out.append(_phrase(words, token, text))
            words = []
        if term:
            words.append(token)
        else:
            out.append(token)
    if words:
        out.append(_phrase(words, None, text))
    return out


def _is_side(token: Token) -> bool:
    """Whether a word only says income or expenditure, and of no year."""
    place = token.senses[0].place
    plain = bool(place.side) and not place.account and not place.steps
    return plain and not token.name.startswith("本年")


def _phrase(words: list[Token], stage: Token | None, text: str) -> Token:
    """Return the phrase of adjacent words: its head is the last word that is no mere suffix."""
    first = words[0].senses[0]
    if len(words) == 1 and first.kind != "scope" and not first.bare:
        return words[0]
    scopes = [w.senses[0].place.account for w in words if _scope(w)]
    heads = [w for w in words if not _scope(w)]
    named = [w for w in heads if not _is_side(w)]
    if named and named[-1].senses[0].place.item:
        heads = named  # “三公”经费总支出 is 三公, not the total expenditure
    proper = [w for w in heads if not w.senses[0].bare]
    # 运行费支出 is the running costs, not all expenditure.
    heads = [w for w in heads if not w.senses[0].place.side] or heads
    head = (proper or heads or words)[-1]
    sides = {w.senses[0].place.side for w in words if w.senses[0].kind == "line"} - {""}
    if len(sides) > 1 and len(proper) == 1 and proper[0] is not words[-1]:
        name = text[words[0].start : words[-1].end]  # 基本支出收入 is no 基本支出
        sense = Sense(Place(steps=(Step("", name),)), "open")
        return Token("T", words[0].start, words[-1].end, senses=(sense,), name=name)
    merged = Token(
        "T", words[0].start, words[-1].end, head.value, head.unit, head.senses, head.name
    )
    merged.scope = next((s for s in scopes if s != "fiscal"), scopes[0] if scopes else "")
    if not proper and heads and not heads[-1].senses[0].place.item:
        merged.sides = tuple(dict.fromkeys(h.senses[0].place.side for h in heads))
    elif not heads and stage is not None and stage.side:
        merged.sides = (stage.side,)
    return merged


def _opened(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Turn names that are not wholly known into indicators of their own.

    A word that is known names what it says only where every word to its left is understood: each
    modifier in Chinese stands left of its head and makes it narrower.
    """
    out: list[Token] = []
    for token in tokens:
        if token.letter == "T" and _continues_name(out, token, text, wording):
            begin = _chain(out, token, text, wording)
            start = out[begin].start
            end = token.start if token.scope and _bare(token) else token.end
            del out[begin:]
            opened = _open(start, end, text, wording, token)
            opened.end = token.end
            out.append(opened)
            continue
        if token.letter in _FIGURES:
            _name_figure(out, token, text, wording)
        elif token.letter == "P":
            _name_rate(out, text)
        out.append(token)
    return out


def _bare(token: Token) -> bool:
    return token.senses[0].bare or token.senses[0].kind == "scope"


def _continues_name(out: list[Token], token: Token, text: str, wording: Wording) -> bool:
    """Whether other text right before a phrase makes it the end of another name."""
    if len(token.sides) > 1 or token.value in ("path", "code") or token.senses[0].kind == "open":
        return False
    if token.senses[0].described:
        return False
    right = token
    for left in reversed(out):
        if not _touch(left, right, text):
            return False
        before = text[left.start : left.end]
        if right is token and before == "的" and token.senses[0].bare:
            return True
        if _is_several(left, wording):
            return token.senses[0].kind not in ("count", "counted")
        if left.letter == "W":
            return (
                left.value != DATE
                and before not in wording.outline.plainly
                and not _is_body(before, wording)
            )
        if not _is_passed(left):
            return False
        right = left
    return False


def _is_passed(token: Token) -> bool:
    """Whether a word inside a name is passed over: 养老保险基金当年收入 is the fund's."""
    return (
        _is_noun(token) or token.letter in "SY" or (token.letter == "w" and token.value == "time")
    )


def _is_text(token: Token) -> bool:
    return token.letter in _TEXT or _is_passed(token)


def _is_several(token: Token, wording: Wording) -> bool:
    """Whether a number says of how many things a name is: 4个项目支出 is not all of 项目支出."""
    return token.letter in "Qq" and token.unit in wording.outline.several


def _is_noun(token: Token) -> bool:
    """Whether a word that may be left out is a noun: 农村饮水项目资金支出 is one name."""
    return token.letter == "w" and token.value == "noun"


def _is_done(token: Token, text: str, wording: Wording) -> bool:
    """Whether a word says by itself what a figure is: 累计支付N, 实际到位N."""
    return token.letter == "w" and text[token.start : token.end] in wording.outline.done


def _is_body(name: str, wording: Wording) -> bool:
    if name.startswith(("其他", "其余")):
        return False
    outline = wording.outline
    known = name in (*outline.units, *outline.parts) or name[:1] in outline.areas
    if len(name) == 2 and not known and not name.startswith(outline.below):
        return name[0] in (*outline.mine, *outline.every) and name[1:] in outline.areas
    if name.endswith((*outline.bodies, *outline.parts)) or name.startswith(outline.below):
        return True
    return name[:1] in (*outline.mine, *outline.every) and name[1:] in outline.areas


def _chain(out: list[Token], token: Token, text: str, wording: Wording) -> int:
    """Return where the name that ends with a phrase begins."""
    begin = len(out)
    right = token
    while begin and _touch(out[begin - 1], right, text):
        left = out[begin - 1]
        if not (_is_text(left) or _is_several(left, wording)):
            break
        if token.end - left.start > _MAX_NAME:
            break
        if left.letter == "U" and begin > 1 and out[begin - 2].letter not in ".;":
            break
        begin -= 1
        right = left
    return _without_fillers(out, begin, len(out) - 1, text, wording)


def _without_fillers(out: list[Token], begin: int, end: int, text: str, wording: Wording) -> int:
    """Return where a name begins when 本部门, 共 or the body's own name are left out."""
    while begin < end:
        token = out[begin]
        if token.letter == "W":
            name = text[token.start : token.end]
            body = out[begin + 1].letter != "W" and _is_body(name, wording)
            if not body and name not in wording.outline.plainly:
                break
        elif token.letter not in "wCYS":
            break
        begin += 1
    return begin


def _open(start: int, end: int, text: str, wording: Wording, head: Token | None) -> Token:
    name = text[start:end]
    if name[:1] in wording.outline.mine:
        area = next((a for a in wording.outline.areas if name.startswith(a, 1)), None)
        name = name[1 + len(area) :] if area is not None and len(name) > 2 else name
    for body in wording.outline.bodies:
        if len(body) > _SHORT and name.startswith(body) and len(name) > len(body) + 1:
            name = name.removeprefix(body)
    side = head.sides[0] if head is not None and head.sides else ""
    sense = Sense(Place(side=side, steps=(Step("", name),)), "open")
    return Token("T", start, end, senses=(sense,), name=name)


def _name_rate(out: list[Token], text: str) -> None:
    """Make a name that ends in 率 right before a percentage the name of a rate."""
    last = len(out)
    while last and out[last - 1].letter in "wa":
        last -= 1
    if last and out[last - 1].letter == "W" and text.endswith(_RATE, 0, out[last - 1].end):
        out[last - 1].letter = "r"


_RATE: Final = "率"
_DONE: Final = "完成"
_NAMED: Final = frozenset(",;.:/(Z|YI)")
"""What may stand before a name that no lexicon knows."""


def _name_figure(out: list[Token], token: Token, text: str, wording: Wording) -> None:
    """Make the unknown name right before a figure an indicator.

    One that ends like the name of an item may be a part in any list, so it is written ``T``; any
    other one is written ``t``.
    """
    last = len(out)
    while last and out[last - 1].letter in "wa" and not _is_done(out[last - 1], text, wording):
        last -= 1
    if last > 1 and out[last - 1].letter == "S" and _touch(out[last - 2], out[last - 1], text):
        last -= 1  # “灯塔巡检”项目全年预算数N
    begin = last
    while begin and out[begin - 1].letter in "Ww":
        begin -= 1
    first = out[begin - 1].letter if begin else ""
    if begin < last:
        begin = _without_fillers(out, begin, last - 1, text, wording)
    while (
        last > begin
        and out[last - 1].letter == "w"
        and not (_is_noun(out[last - 1]) or _is_done(out[last - 1], text, wording))
    ):
        last -= 1
    if begin >= last or token.start - out[begin].start > _MAX_NAME:
        return
    if not any(t.letter == "W" or _is_done(t, text, wording) for t in out[begin:last]):
        return
    if first and first not in _NAMED:
        return
    start, end = out[begin].start, out[last - 1].end
    being = text.startswith(wording.outline.being, start)
    if being and end - start > _LEAST:
        start += 1
    name = text[start:end]
    if any(word in name for word in wording.outline.averages) or name in wording.outline.verbs:
        return
    ends = name.endswith(wording.outline.open_ends) and token.letter == "N"
    ends = ends and first not in ("Y", "I", ")")
    if name.endswith(wording.outline.moved) or name.startswith(wording.outline.moved):
        out[begin:last] = [Token("v", start, end)]
        return
    if not ends and (end - start < _LEAST or name in wording.outline.plainly):
        return
    opened = _open(start, end, text, wording, None)
    if len(opened.name) < _LEAST:
        return
    opened.letter = "T" if ends else "t"
    is_it = [Token("w", start - 1, start)] if being and start > out[begin].start else []
    out[begin:last] = [*is_it, opened]


def _topics(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Turn names that stand alone before a comma or colon into topics, written ``h``.

    河道清淤工程，… and 护理补贴：… say what the clauses after them are about.
    """
    out: list[Token] = []
    for token in tokens:
        if token.letter in ",:" and out and out[-1].letter in "Ww":
            _name_topic(out, token, text, wording)
        out.append(token)
    return out


def _name_topic(out: list[Token], mark: Token, text: str, wording: Wording) -> None:
    begin = len(out)
    while begin and out[begin - 1].letter in "Ww" and len(out) - begin < _SHORT:
        begin -= 1
    if begin and out[begin - 1].letter not in ".;,(":
        return
    while begin < len(out) and out[begin].letter == "w":
        begin += 1
    if begin == len(out):
        return
    start, end = out[begin].start, out[-1].end
    name, outline = text[start:end], wording.outline
    if not _LEAST < len(name) < _MAX_NAME or name in outline.plainly:
        return
    if mark.letter == ":" or name.endswith(outline.topics) or name.startswith(outline.below):
        opened = _open(start, end, text, wording, None)
        opened.letter = "h"
        out[begin:] = [opened]
