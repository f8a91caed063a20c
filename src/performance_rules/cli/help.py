"""Help pages, laid out for Chinese: made from the commands themselves, in the user's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from performance_rules.cli.words import say
from performance_rules.errors import Lang
from performance_rules.outputs.terminal import Piece, Row, hanging, pad, row, width
from performance_rules.outputs.words import say as say_out

CODES: Final = ("0", "1", "2", "3", "70", "130")


class HelpEntry(Protocol):
    """What a help page needs to know of an option or argument."""

    opts: list[str]
    metavar: str | None
    required: bool
    help: str | None
    multiple: bool
    nargs: int
    param_type_name: str


class Command(Protocol):
    """What a help page needs to know of a command; a group has ``commands`` as well."""

    help: str | None
    params: Sequence[HelpEntry]


def wanted(arguments: Sequence[str]) -> bool:
    """Whether help was asked for."""
    before = list(arguments)[: arguments.index("--")] if "--" in arguments else list(arguments)
    return "--help" in before or "-h" in before


def find(root: Command, arguments: Sequence[str], name: str) -> tuple[Command, str]:
    """Return the command that the arguments name, with its full name."""
    command = root
    for argument in arguments:
        commands = subcommands(command)
        if argument in commands:
            command, name = commands[argument], f"{name} {argument}"
        elif not argument.startswith("-"):
            break
    return command, name


def subcommands(command: Command) -> Mapping[str, Command]:
    """Return the commands of a group; a command that is no group has none."""
    found: Mapping[str, Command] = getattr(command, "commands", {})
    return found


def page(command: Command, name: str, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the help page of a command."""
    usage = " ".join([name, *_usage(command, lang)])
    yield from hanging(say(lang, "help.usage") + say_out(lang, "colon"), usage, columns)
    yield row()
    yield from hanging("", say(lang, command.help or ""), columns, indent=2)
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    tables = {
        "help.commands": [
            (sub, say(lang, c.help or "")) for sub, c in sorted(subcommands(command).items())
        ],
        "help.arguments": [(p.metavar or "", say(lang, p.help or "")) for p in arguments],
        "help.options": [
            *((_option(p), say(lang, p.help or "")) for p in options),
            ("--lang zh|en", say(lang, "opt.lang")),
            ("-h, --help", say(lang, "help.help")),
        ],
        "help.exit": [(code, say(lang, f"exit.{code}")) for code in CODES],
    }
    for title, entries in tables.items():
        if entries:
            yield from (
                row(),
                row(Piece(say(lang, title) + say_out(lang, "colon").rstrip(), "heading")),
            )
            yield from _table(entries, columns)


def _usage(command: Command, lang: Lang) -> Iterator[str]:
    if subcommands(command):
        yield say(lang, "help.a_command")
    for param in command.params:
        if param.param_type_name == "argument":
            yield param.metavar or "" if param.required else f"[{param.metavar}]"
    yield f"[{say(lang, 'help.some_options')}]"


def _option(param: HelpEntry) -> str:
    return " ".join(filter(None, (", ".join(param.opts), param.metavar)))


def _table(entries: Sequence[tuple[str, str]], columns: int) -> Iterator[Row]:
    room = max(width(left) for left, _ in entries) + 2
    for left, right in entries:
        yield from hanging(pad(left, room), right, columns, indent=2)
