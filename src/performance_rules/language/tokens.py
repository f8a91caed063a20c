"""Tokens of the rule language: English and Chinese words, half- and full-width signs."""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from performance_rules.errors import Message
from performance_rules.language.expressions import At

MAX_LENGTH: Final = 4000
"""Longest expression, in characters."""


class SyntaxProblem(Exception):
    """A text that is not an expression; ``at`` points at the place."""

    def __init__(self, message: Message, at: At, cure: Message | None = None) -> None:
        """Keep message, place and cure as positional fields."""
        super().__init__(message, at, cure)
        self.message, self.at, self.cure = message, at, cure


WORDS: Final = {
    "且": "and",
    "并且": "and",
    "或": "or",
    "或者": "or",
    "非": "not",
    "不是": "not",
    "属于": "in",
    "取自": "in",
}
SIGNS: Final = {
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "＝": "=",
    "＝＝": "==",
    "＜": "<",
    "＞": ">",
    "（": "(",
    "）": ")",
    "，": ",",
    "、": ",",
    "：": ":",
    "＋": "+",
    "－": "-",
    "−": "-",
    "×": "*",
    "÷": "/",
    "［": "[",
    "］": "]",
    "【": "[",
    "】": "]",
    "．": ".",
    "％": "%",
}
_OPERATORS: Final = frozenset(("and", "or", "not", "in"))
UNITS: Final = {"%": "%", "％": "%", "元": "元", "万元": "万元", "亿元": "亿元", "千元": "千元"}

_TOKEN: Final = re.compile(
    r"""(\s*)(?:
        ([0-9]+(?:\.[0-9]+)?)(%|％|千元|万元|亿元|元)?
      | ([^\W\d]\w*)
      | ("[^"\n]*"|'[^'\n]*'|“[^”\n]*”)
      | (==|!=|<=|>=|＝＝|[-+*/<>()\[\],:.=≤≥≠＝＜＞（），、：＋－−×÷［］【】．]))""",
    re.VERBOSE,
)


@define(eq=False)
class Tokens:
    """The tokens of an expression, as lists side by side: a rule folder has tens of thousands.

    Attributes:
        kinds: number, name, string, sign or word; the last one is of kind ``end``.
        texts: what each token says, in its English or half-width form.
        ops: the text of a sign or word; empty for the others, so no name is taken for one.
        starts: first character.
        ends: one past the last character.
        units: units of numbers, by the index of the token.
    """

    kinds: list[str] = field(factory=list)
    texts: list[str] = field(factory=list)
    ops: list[str] = field(factory=list)
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    units: dict[int, str] = field(factory=dict)


def tokenize(text: str) -> Tokens:
    """Return the tokens of an expression, closed by one of kind ``end``.

    Raises:
        SyntaxProblem: at the first character that belongs to no token.
    """
    if len(text) > MAX_LENGTH:
        raise SyntaxProblem(
            Message(
                f"表达式长 {len(text)} 字，超过 {MAX_LENGTH}",
                f"expression is longer than {MAX_LENGTH}",
            ),
            (0, 1),
        )
    tokens = Tokens()
    kinds, texts, ops, starts, ends = (
        tokens.kinds,
        tokens.texts,
        tokens.ops,
        tokens.starts,
        tokens.ends,
    )
    position = 0
    for space, number, unit, name, string, sign in _TOKEN.findall(text):
        position += len(space)
        starts.append(position)
        op = ""
        if name:
            position += len(name)
            said = WORDS.get(name, name)
            if said in _OPERATORS:
                op = said
            kinds.append("word" if op else "name")
        elif sign:
            position += len(sign)
            said = op = SIGNS.get(sign, sign)
            kinds.append("sign")
        elif string:
            position += len(string)
            said = string[1:-1]
            kinds.append("string")
        else:
            position += len(number) + len(unit)
            said = number
            tokens.units[len(kinds)] = UNITS.get(unit, "")
            kinds.append("number")
        texts.append(said)
        ops.append(op)
        ends.append(position)
    # What belongs to no token was passed over, so the lengths do not add up to the end.
    if text[position:].strip():
        raise _unexpected(text)
    for column, value in ((kinds, "end"), (texts, ""), (ops, "")):
        column.append(value)
    starts.append(len(text))
    ends.append(len(text) + 1)
    return tokens


def _unexpected(text: str) -> SyntaxProblem:
    position = 0
    while match := _TOKEN.match(text, position):
        position = match.end()
    position += len(text[position:]) - len(text[position:].lstrip())
    return SyntaxProblem(
        Message(f"这里不能出现“{text[position]}”", f"unexpected character '{text[position]}'"),
        (position, position + 1),
    )
