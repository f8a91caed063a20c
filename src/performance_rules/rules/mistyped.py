"""Mistyped TOML: what is most likely wrong in a file that is none, in the words of its writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from performance_rules.errors import Message, Problem, Span

_TEXTS: Final = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")
_REPAIRS: Final[tuple[tuple[str, Message, Message], ...]] = (
    (
        "[“”‘’＂＇「」『』]",
        Message("用了中文引号“{sign}”", "a Chinese quotation mark {sign}"),
        Message('改成半角引号 "', 'write the plain mark "'),
    ),
    (
        "[＝：]|^\\s*[A-Za-z_][\\w-]*\\s*(:)",
        Message("键和值之间写了“{sign}”", "'{sign}' between key and value"),
        Message("键和值之间用半角等号 =", "write = between key and value"),
    ),
    (
        "[，、；｛｝［］【】（）]",
        Message("引号外面用了全角符号“{sign}”", "the full-width sign '{sign}' outside quotes"),
        Message("改成半角符号", "write the half-width sign"),
    ),
    (
        "\\b(True|TRUE|False|FALSE)\\b|[=\\[,]\\s*(是|否|真|假)",
        Message("“{sign}”不是 TOML 的写法", "'{sign}' is not how TOML writes it"),
        Message("是写 true，否写 false", "write true or false"),
    ),
    (
        "(?:^|[.{,])\\s*([\u3400-\u9fff]\\w*)\\s*=",
        Message("中文的键“{sign}”没有加引号", "the key '{sign}' is not in quotation marks"),
        Message('写成 "{sign}" = …', 'write "{sign}" = …'),
    ),
)
_WHATS: Final[tuple[tuple[str, Message], ...]] = (
    ("Cannot overwrite", Message("这个键前面已经写过", "this key was given before")),
    ("Cannot declare", Message("这张表前面已经写过", "this table was given before")),
    ("Cannot mutate", Message("这张表前面已经写完", "this table was complete before")),
    ("Illegal character", Message("引号没有在这一行收住", "the quotation is not closed here")),
    ("Unterminated string", Message("引号没有收住", "a quotation is not closed")),
    ("Unclosed array", Message("方括号没有收住", "a bracket [ is not closed")),
    ("Unclosed inline table", Message("花括号没有收住", "a brace { is not closed")),
    ("Expected ']'", Message("表名的方括号没有收住", "the bracket of a table is not closed")),
    ("Expected '='", Message("键的后面缺等号", "an equals sign is missing after the key")),
    ("Unescaped '\\'", Message("双引号里的反斜杠要写成两个", "a backslash in double quotes")),
    ("Invalid value", Message("这个值没有加引号", "this value has no quotation marks")),
    ("Invalid statement", Message("这一行不是“键 = 值”", "this line is no 'key = value'")),
    ("Expected newline", Message("值的后面还有多余的字", "there is more after the value")),
)
_CURES: Final[dict[str, Message]] = {
    "Invalid value": Message('文字加半角引号："…"', 'put quotation marks around text: "…"'),
    "Unescaped '\\'": Message("或改用单引号：'…'", "or write single quotes: '…'"),
    "Expected newline": Message('带单位的数要加引号："5%"', 'quote numbers with units: "5%"'),
}


def mistyped(name: str, text: str, said: str, line: int, column: int) -> Problem:
    """Return what is wrong in a file that is no TOML.

    Args:
        name: how the file is called.
        text: its text.
        said: what the parser says.
        line: where it stopped, from 1.
        column: the same.
    """
    lines = text.split("\n")
    row = min(max(line, 1), len(lines)) - 1
    while row and not lines[row].strip():
        row -= 1  # it stopped at the end of the file
    for at in dict.fromkeys((row, max(row - 1, 0))):
        for start, end, what, cure in _signs(lines[at]):
            return _problem(name, lines[at], at, (start, end), what, cure)
    key, what = next(
        ((key, what) for key, what in _WHATS if said.startswith(key)),
        ("", Message(said, said)),
    )
    start = min(column - 1, len(lines[row])) if row == line - 1 else len(lines[row])
    return _problem(name, lines[row], row, (start, start + 1), what, _CURES.get(key))


def _problem(
    name: str, line: str, row: int, at: tuple[int, int], what: Message, cure: Message | None
) -> Problem:
    span = Span(name, row + 1, at[0] + 1, at[1] + 1, line)
    message = Message(f"TOML 语法错误：{what.zh}", f"TOML syntax: {what.en}")
    return Problem(message, name, span, cure)


def _signs(line: str) -> Iterator[tuple[int, int, Message, Message]]:
    """Yield signs outside quotation marks that TOML does not know, with the most likely cure."""
    bare = _TEXTS.sub(lambda found: "x" * len(found[0]), line.partition(" #")[0])
    for pattern, what, cure in _REPAIRS:
        found = re.search(pattern, bare)
        if found is not None:
            group = next((i for i in range(1, (found.lastindex or 0) + 1) if found[i]), 0)
            sign = found[group]
            said = Message(what.zh.format(sign=sign), what.en.format(sign=sign))
            told = Message(cure.zh.format(sign=sign), cure.en.format(sign=sign))
            yield *found.span(group), said, told
