"""Usage errors: what is wrong with a command, said in the user's language."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from performance_rules.cli.words import message, say
from performance_rules.errors import Lang, PerformanceRulesError, Problem, nearest
from performance_rules.outputs.words import say as say_out

YEARS: Final = range(1949, 2101)


def refused(key: str, /, guess: str | None = None, **values: object) -> PerformanceRulesError:
    """Return a usage error with, perhaps, the nearest right word."""
    cure = message("usage.did_you_mean", guess=guess) if guess else None
    return PerformanceRulesError([Problem(message(key, **values), cure=cure)])


def choice(name: str, value: str, allowed: Collection[str]) -> str:
    """Return a value that must be one of a few.

    Raises:
        PerformanceRulesError: if it is none of them.
    """
    if value not in allowed:
        raise refused(
            "usage.choice",
            nearest(value, allowed),
            name=name,
            value=value,
            allowed=" ".join(allowed),
        )
    return value


def fiscal_year(text: str | None) -> int | None:
    """Return the year of ``--year``.

    Raises:
        PerformanceRulesError: if it is no year.
    """
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4 and int(text) in YEARS):
        raise refused("usage.year", value=text)
    return int(text)


def whole_number(name: str, text: str, allowed: range) -> int:
    """Return the number of an option.

    Raises:
        PerformanceRulesError: if it is no whole number, or too small or large.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) in allowed):
        raise refused(
            "usage.number", name=name, value=text, least=allowed.start, most=allowed.stop - 1
        )
    return int(text)


def language(arguments: Sequence[str]) -> tuple[Lang, list[str]]:
    """Return the language asked for anywhere among the arguments, and the other arguments.

    It is taken out before the arguments are parsed, to say in it what is wrong with them.

    Raises:
        PerformanceRulesError: if it is neither zh nor en, or missing after ``--lang``.
    """
    found, rest, given = "zh", [], list(arguments)
    while given:
        argument = given.pop(0)
        name, equals, value = argument.partition("=")
        if name == "--lang":
            if not equals and not given:
                raise refused("usage.no_value", name=name)
            found = choice(name, value if equals else given.pop(0), ("zh", "en"))
        else:
            rest.append(argument)
        if argument == "--":
            rest, given = rest + given, []
    return "en" if found == "en" else "zh", rest


def parse_error(wrong: Exception, lang: Lang) -> str:
    """Return what the parser of the command line refused; its own words where ours are lacking.

    The classes are told by their names: the parser keeps them to itself.
    """
    kind = type(wrong).__name__
    option = getattr(wrong, "option_name", "")
    own = str(getattr(wrong, "message", wrong))
    if kind == "NoSuchOption":
        near = getattr(wrong, "possibilities", None) or ()
        return _or_rather(say(lang, "usage.no_option", name=option), near, lang)
    if kind == "BadOptionUsage":
        return say(lang, "usage.no_value", name=option)
    if kind == "MissingParameter":
        param = getattr(wrong, "param", None)
        return say(lang, "usage.missing", name=getattr(param, "metavar", None) or own)
    if own.startswith("No such command"):
        name, *near = re.findall(r"'([^']*)'", own) or [own]
        return _or_rather(say(lang, "usage.no_command", name=name), near, lang)
    if own.startswith("Missing command"):
        return say(lang, "usage.missing_command")
    if own.startswith("Got unexpected extra argument"):
        return say(lang, "usage.extra", names=own.rpartition("(")[2].rstrip(")"))
    return own


def _or_rather(said: str, near: Sequence[str], lang: Lang) -> str:
    """Return a refusal with the nearest right word, if there is one."""
    hint = say(lang, "usage.did_you_mean", guess=near[0]) if near else ""
    return say_out(lang, "semicolon").join(filter(None, (said, hint)))
