"""Names that no lexicon knows wholly: the whole noun phrase becomes an indicator of its own."""

from __future__ import annotations

import re
from typing import Final

from performance_rules.extraction.drafts.places import Place, Step
from performance_rules.extraction.naming.namelists import is_all
from performance_rules.extraction.tokens.scan import DATE, TEXT, Token, is_scope, letters_of, touch
from performance_rules.extraction.tokens.wording import Sense, Wording
from performance_rules.report.model import FLOWS
from performance_rules.text.numerals import whole_number
from performance_rules.text.words import has_any

MAX_NAME: Final = 40
_LEAST, _PAIR = 2, 2
"""A name has so many characters."""
_SHORT: Final = 4
_RATE: Final = "率"
_NOT: Final = "非"
_NAMED: Final = frozenset(",;.:/(Z|YI)")
"""What may stand before a name that no lexicon knows."""
_BEGINS: Final = frozenset(".;:")
"""What stands before the number of an item in a sentence."""
_AFTER_WORDS: Final = re.compile("(?<=[^,.;:()/|])T|(?<=[waSWD])[NQq]|(?<=[waW])P")
"""What the words before it may make the end, or the figure, of a longer name."""
_FROM: Final = ("从", "在")
_WHEN: Final = re.compile(
    r"(?:年[中内底末]|年度中|期[中间]|当年|本年|全年|预算|执行(?:过程)?中|\d{1,2}月(?:份|底)?"
    r"|中央|[省市县区州]级?|上级|财政[局厅]?|部门|又|再|另|陆续|先后|分批|据实|专门)+"
)
"""When a budget was moved, and who did it."""
_DRAWN: Final = re.compile("(?:中|内|里)?(?:列支|安排|支付|开支|解决)")
"""What is said behind the name of money that something is paid from."""


def opened(tokens: list[Token], text: str, wording: Wording) -> list[Token]:
    """Turn names that are not wholly known into indicators of their own.

    A word that is known names what it says only where every word to its left is understood: each
    modifier in Chinese stands left of its head and makes it narrower.
    """
    out: list[Token] = []
    done = 0
    letters = letters_of(tokens)
    for found in _AFTER_WORDS.finditer(letters):
        i, letter = found.start(), found[0]
        out += tokens[done:i]
        token, done = tokens[i], i
        if letter == "P":
            _name_rate(out, text)
        elif letter != "T":
            _name_figure(out, token, text, wording)
        elif _continues_name(out, token, text, wording):
            begin = _chain(out, token, text, wording)
            start = out[begin].start if begin < len(out) else token.start
            other = text.startswith(_NOT, token.start - 1)  # 非财政拨款 is none of 财政拨款
            end = token.start if token.scope and is_bare(token) and not other else token.end
            del out[begin:]
            merged = as_name(start, end, text, wording, None if other else token)
            merged.end = token.end
            if letters[i + 1 : i + 2] == "N" and _is_move(text[start : token.start], wording):
                out.append(Token("v", start, token.end))  # 核减会议费N
                done = i + 1
                continue
            place = token.senses[0].place
            if place.side in FLOWS or place.item == "three_public":
                merged.narrowed = text[start : token.start]
            out.append(merged)
            done += 1
    out += tokens[done:]
    return out


def is_bare(token: Token) -> bool:
    """Whether a phrase says only a side, or which account."""
    return token.senses[0].bare or token.senses[0].kind == "scope"


def _continues_name(out: list[Token], token: Token, text: str, wording: Wording) -> bool:
    """Whether other text right before a phrase makes it the end of another name."""
    if len(token.sides) > 1 or token.value in ("path", "code") or token.senses[0].kind == "open":
        return False
    if token.senses[0].described:
        return False
    right, filled, noun = token, False, False
    for i in range(len(out) - 1, -1, -1):
        left = out[i]
        if not touch(left, right, text):
            return False
        before = text[left.start : left.end]
        if right is token and before == "的":
            if i and out[i - 1].letter == "N" and text.startswith("中", token.end):
                return False  # N的财政拨款支出中: it is N
            if token.senses[0].bare:
                return True
            right, noun = left, True  # 县财政局自身的“三公”经费 is not the document's
            continue
        if _is_several(left, wording):
            return token.senses[0].kind not in ("count", "counted")
        if left.letter == "W":
            if before.endswith(_FROM) and _DRAWN.match(text, token.end):
                return True  # 从项目支出列支N: a part of it
            open_ = before.endswith(wording.outline.unmade)
            named = left.value != DATE and before not in wording.outline.plainly
            return named and (open_ or not filled) and not _is_body(before, wording)
        if left.letter in "vO":
            return True  # 追加预算基本支出, 超支出: not all of them
        if left.letter == "T" and noun and right.letter == "w" and not is_scope(left):
            return True  # 上年结转资金基本支出
        if before in wording.outline.involving and token.senses[0].kind != "counted":
            return True  # 涉及一般公共预算拨款N: of what is spoken of, not all of it
        of_bodies = before in wording.outline.areas and i and out[i - 1].letter == "W"
        if _is_noun(left) or (of_bodies and touch(out[i - 1], left, text)):
            # 同类单位支出; 自筹资金累计支出: a filler behind the noun is none of the name
            filled, noun = False, True
        elif left.letter == "w" and left.value != "time":
            filled = not noun
        elif not _is_passed(left):
            return False
        right = left
    return False


def _is_passed(token: Token) -> bool:
    """Whether a word inside a name is passed over: 养老保险基金当年收入 is the fund's."""
    return (
        _is_noun(token) or token.letter in "SY" or (token.letter == "w" and token.value == "time")
    )


def _is_text(token: Token) -> bool:
    return token.letter in TEXT or _is_passed(token)


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
    outline = wording.outline
    if name.startswith(outline.rest):
        return False
    if name in wording.bodies.own:
        return True
    if name[:1] in outline.mine and name[1:] in wording.bodies.ends:
        return True  # 我办, 本中心
    whose = name[:1] in outline.mine or name[:1] in outline.every
    below = name.startswith(outline.below)
    if len(name) == 2 and not below:
        units = name in outline.units or name in outline.parts or name[:1] in outline.places
        if not units:
            return whose and name[1:] in outline.areas
    if below or name.endswith(wording.bodies.ends) or name.endswith(outline.parts):
        return True
    return whose and name[1:] in outline.areas


def _chain(out: list[Token], token: Token, text: str, wording: Wording) -> int:
    """Return where the name that ends with a phrase begins."""
    begin = len(out)
    right = token
    while begin and touch(out[begin - 1], right, text):
        left = out[begin - 1]
        if not (_is_text(left) or left.letter in "vO" or _is_several(left, wording)):
            break
        if token.end - left.start > MAX_NAME:
            break
        if left.letter == "U" and begin > 1 and out[begin - 2].letter not in ".;":
            break
        if left.letter == "X" and (begin == 1 or out[begin - 2].letter in _BEGINS):
            break  # ；二是实验小学基本支出N: a number of a list is no part of a name
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


def as_name(start: int, end: int, text: str, wording: Wording, head: Token | None) -> Token:
    """Return a stretch of text as an indicator of its own, without 我局 and the body before it."""
    name = text[start:end]
    if name[:1] in wording.outline.mine:
        area = next((a for a in wording.outline.areas if name.startswith(a, 1)), None)
        name = name[1 + len(area) :] if area is not None and len(name) > 2 else name
    if name.startswith(wording.bodies.ends):
        for body in wording.bodies.ends:
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


def _name_figure(out: list[Token], token: Token, text: str, wording: Wording) -> None:
    """Make the unknown name right before a figure an indicator.

    One that ends like the name of an item may be a part in any list, so it is written ``T``; any
    other one is written ``t``.
    """
    if _is_moved(out, token, text, wording):
        return
    last = len(out)
    while last and out[last - 1].letter in "wa" and not _is_done(out[last - 1], text, wording):
        last -= 1
    if last > 1 and out[last - 1].letter == "S" and touch(out[last - 2], out[last - 1], text):
        last -= 1  # “灯塔巡检”项目全年预算数N
    begin = last
    while begin and out[begin - 1].letter in "Ww":
        begin -= 1
    twice = bool(begin) and _is_twice(out, begin, last, text)
    begin -= twice
    first = out[begin - 1].letter if begin else ""
    if begin < last and not twice:
        begin = _without_fillers(out, begin, last - 1, text, wording)
    while (
        last > begin
        and out[last - 1].letter == "w"
        and not (_is_noun(out[last - 1]) or _is_done(out[last - 1], text, wording))
    ):
        last -= 1
    if begin >= last or token.start - out[begin].start > MAX_NAME:
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
    if has_any(name, wording.outline.averages) or name in wording.outline.verbs:
        return
    ends = name.endswith(wording.outline.open_ends) and token.letter == "N"
    ends = ends and first not in ("Y", "I", ")")
    moves = wording.outline.moved + (wording.outline.returned if token.letter == "N" else ())
    if _moves(name, moves):
        out[begin:last] = [Token("v", start, end)]
        return
    if not ends and (end - start < _LEAST or name in wording.outline.plainly):
        return
    summed = any(t.value == "sum" for t in out[last:])
    if summed and token.letter == "N" and (how_many(name, wording) or is_all(name, wording)):
        out[begin:] = [Token("G", start, out[-1].end, name)]  # 三项合计N
        return
    opened = as_name(start, end, text, wording, None)
    if len(opened.name) < _LEAST:
        return
    opened.letter = "T" if ends else "t"
    is_it = [Token("w", start - 1, start)] if being and start > out[begin].start else []
    out[begin:last] = [*is_it, opened]


def _moves(name: str, moves: tuple[str, ...]) -> bool:
    """Whether a name says that a budget was moved: 追加修缮专项, 年中省级追加修缮专项."""
    if name.endswith(moves) or name.startswith(moves):
        return True
    at = min((name.find(word) for word in moves if word in name), default=0)
    return at > 0 and _WHEN.fullmatch(name, 0, at) is not None


def _is_move(words: str, wording: Wording) -> bool:
    """Whether the words before the name of a line only say that its budget was moved: 年中核减."""
    return words.endswith(wording.outline.moved) and _moves(words, wording.outline.moved)


def _is_twice(out: list[Token], begin: int, last: int, text: str) -> bool:
    """Whether a stage stands before and behind a name: 预算编审系统预算N: the first is its."""
    outer = begin < last < len(out) and out[begin - 1].letter == out[last].letter == "S"
    near = outer and touch(out[begin - 1], out[begin], text)
    return near and touch(out[last - 1], out[last], text)


def _is_moved(out: list[Token], token: Token, text: str, wording: Wording) -> bool:
    """Whether a name and a direction before an amount say by how much a budget moved: 调整增加N."""
    if len(out) < _PAIR or out[-1].letter != "D" or out[-2].letter != "W" or token.letter != "N":
        return False
    before = out[-3].letter if len(out) > _PAIR else ""
    start, end = out[-2].start, out[-1].end
    if out[-2].end < out[-1].start or (before and before not in _NAMED):
        return False
    if not text.endswith(wording.outline.moved, start, end):
        return False
    out[-2:] = [Token("v", start, end)]
    return True


def how_many(name: str, wording: Wording) -> int:
    """Return how many things a name says and nothing else: 三项, 上述两类; 0 for any other."""
    rest = name
    if name.startswith(wording.outline.these):
        rest = name.removeprefix(next(w for w in wording.outline.these if name.startswith(w)))
    number = whole_number(rest[:1]) or 0
    return number if number > 1 and rest[1:] in wording.outline.several else 0
