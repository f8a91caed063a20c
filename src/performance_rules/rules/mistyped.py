"""Mistyped TOML: what is most likely wrong in a file that is none, in the words of its writer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final
from unicodedata import normalize

import tomli
from attrs import frozen

from performance_rules.errors import Message, Problem, Span

_TEXTS: Final = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")
_HALF: Final = str.maketrans("，、；｛｝［］【】（）", ",,,{}[][]()")
_PLAIN: Final = {"是": "true", "真": "true", "否": "false", "假": "false"}


@frozen
class _Repair:
    """A sign outside quotation marks that TOML does not know.

    Attributes:
        pattern: how it is found; the first group that is there is the sign, or the whole.
        what: what is wrong; ``cure`` what to do about it.
        plain: what should stand there.
    """

    pattern: str
    what: Message
    cure: Message
    plain: Callable[[str], str] | str


_REPAIRS: Final = (
    _Repair(
        "[“”‘’＂＇「」『』]",
        Message("用了中文引号“{sign}”", "a Chinese quotation mark {sign}"),
        Message('改成半角引号 "', 'write the plain mark "'),
        '"',
    ),
    _Repair(
        "[＝：]|^\\s*[A-Za-z_][\\w-]*\\s*(:)",
        Message("键和值之间写了“{sign}”", "'{sign}' between key and value"),
        Message("键和值之间用半角等号 =", "write = between key and value"),
        "=",
    ),
    _Repair(
        "[=\\[,{]\\s*[-+]?([０-９][０-９．]*)",
        Message("写了全角数字“{sign}”", "the full-width digits '{sign}'"),
        Message("改成半角数字", "write half-width digits"),
        partial(normalize, "NFKC"),
    ),
    _Repair(
        "[，、；｛｝［］【】（）]",
        Message("引号外面用了全角符号“{sign}”", "the full-width sign '{sign}' outside quotes"),
        Message("改成半角符号", "write the half-width sign"),
        lambda sign: sign.translate(_HALF),
    ),
    _Repair(
        "\\b(True|TRUE|False|FALSE)\\b|[=\\[,]\\s*(是|否|真|假)",
        Message("“{sign}”不是 TOML 的写法", "'{sign}' is not how TOML writes it"),
        Message("是写 true，否写 false", "write true or false"),
        lambda sign: _PLAIN.get(sign, sign.lower()),
    ),
    _Repair(
        "(?:^|[.{,])\\s*([\u3400-\u9fff]\\w*)\\s*=",
        Message("中文的键“{sign}”没有加引号", "the key '{sign}' is not in quotation marks"),
        Message('写成 "{sign}" = …', 'write "{sign}" = …'),
        lambda sign: f'"{sign}"',
    ),
    _Repair(
        "[\u3000\u00a0]",
        Message("引号外面有全角空格或不换行空格", "a full-width or no-break space outside quotes"),
        Message("改成半角空格", "write plain spaces"),
        " ",
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


MOST: Final = 50
"""How many mistakes of one file are told."""


def mistyped(name: str, text: str) -> tuple[Problem, ...]:
    """Return what is wrong in a file that is no TOML; nothing of one that is.

    A mistake whose cure is certain is mended, so that the next one can be found.  Of one line only
    the first is told: what follows in it may come of the mend.

    Args:
        name: how the file is called.
        text: its text.
    """
    problems: list[Problem] = []
    told: set[int] = set()
    for _ in range(2 * MOST):
        try:
            tomli.loads(text)
        except tomli.TOMLDecodeError as wrong:
            problem, row, mended = _mistake(name, text.split("\n"), wrong)
        except (RecursionError, ValueError):  # too deep, or a number with thousands of digits
            break
        else:
            break
        if row not in told:
            told.add(row)
            problems.append(problem)
        if mended is None or mended == text:
            break
        text = mended
    return tuple(problems)


def _mistake(
    name: str, lines: list[str], wrong: tomli.TOMLDecodeError
) -> tuple[Problem, int, str | None]:
    """Return what is most likely wrong, in which line, and the text without it, if that is sure."""
    row = min(max(wrong.lineno, 1), len(lines)) - 1
    while row and not lines[row].strip():
        row -= 1  # it stopped at the end of the file
    for at in dict.fromkeys((row, max(row - 1, 0))):
        line = lines[at]
        for start, end, repair in _signs(line):
            sign = line[start:end]
            said = (_filled(repair.what, sign), _filled(repair.cure, sign))
            told = _problem(name, line, at, (start, end), *said)
            return told, at, _with(lines, at, _mended(line, repair))
    key, what = next(
        ((key, what) for key, what in _WHATS if wrong.msg.startswith(key)),
        ("", Message(wrong.msg, wrong.msg)),
    )
    line = lines[row]
    start = min(wrong.colno - 1, len(line)) if row == wrong.lineno - 1 else len(line)
    named = _NAMED.match(line) if key in _AGAIN else None
    span = named.span(1) if named is not None else (start, start + 1)
    mended = _with(lines, row, "") if named is not None and _is_whole(line) else None
    return _problem(name, line, row, span, what, _CURES.get(key)), row, mended


_AGAIN: Final = ("Cannot overwrite", "Cannot declare", "Cannot mutate")
_NAMED: Final = re.compile(r"[ \t\[]*([^\s\[=][^=\]]*?)[ \t]*[=\]]")
"""The key or table that a line begins with."""


def _is_whole(line: str) -> bool:
    """Whether a line is a key with its value, so that nothing hangs on it."""
    try:
        return bool(tomli.loads(line)) and not line.lstrip().startswith("[")
    except tomli.TOMLDecodeError:
        return False


def _with(lines: list[str], row: int, line: str) -> str:
    return "\n".join((*lines[:row], line, *lines[row + 1 :]))


def _filled(message: Message, sign: str) -> Message:
    return Message(message.zh.format(sign=sign), message.en.format(sign=sign))


def _problem(
    name: str, line: str, row: int, at: tuple[int, int], what: Message, cure: Message | None
) -> Problem:
    span = Span(name, row + 1, at[0] + 1, at[1] + 1, line)
    message = Message(f"TOML 语法错误：{what.zh}", f"TOML syntax: {what.en}")
    return Problem(message, name, span, cure)


def _bare(line: str) -> str:
    """Return a line with its texts struck out and without its comment, as long as it was."""
    return _TEXTS.sub(lambda found: "x" * len(found[0]), line.partition(" #")[0])


def _place(found: re.Match[str]) -> tuple[int, int]:
    return found.span(next((i for i in range(1, (found.lastindex or 0) + 1) if found[i]), 0))


def _signs(line: str) -> Iterator[tuple[int, int, _Repair]]:
    """Yield the first of each kind of sign that TOML does not know, the likeliest mistake first."""
    bare = _bare(line)
    for repair in _REPAIRS:
        found = re.search(repair.pattern, bare)
        if found is not None:
            yield *_place(found), repair


def _mended(line: str, repair: _Repair) -> str:
    """Return a line with all signs of a kind as they should be."""
    out, done = [], 0
    for found in re.finditer(repair.pattern, _bare(line)):
        start, end = _place(found)
        plain = repair.plain
        out += [line[done:start], plain if isinstance(plain, str) else plain(line[start:end])]
        done = end
    return "".join((*out, line[done:]))
