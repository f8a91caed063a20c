"""The command line: the only module that knows several edges of the library."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from performance_rules.cli.endings import FAILED, INTERRUPTED

USAGE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    0 no contradiction, 1 a contradiction in any report, 2 usage or rule files, 3 no contradiction
    but a report unreadable or not to be checked, 70 an error of the program, 130 interrupted.

    Args:
        arguments: the words after the program's name; those of this process by default.
    """
    if arguments is None:
        # Loading rules makes many small objects that all stay; looking through them again and
        # again for garbage would be a fifth of the time of a short run.
        gc.set_threshold(100_000)
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_streams()
    try:
        code = _run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()  # whoever reads has seen enough
        return INTERRUPTED
    except Exception as wrong:
        _forget_output()
        return _failed(wrong)
    return code


def _open_streams() -> None:
    """Have a standard input, output and error, also where the caller has closed them."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def _forget_output() -> None:
    """Keep the interpreter from trying once more to write what could not be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _failed(wrong: Exception) -> int:
    """Say what went wrong inside; every other exit code would say something about a report."""
    if type(wrong).__name__ == "Abort":  # an interrupt, as the parser of the command line tells it
        return INTERRUPTED
    if isinstance(wrong, OSError):  # a full disk, no memory for a process
        sys.stderr.write(f"系统不允许 the system refused: {wrong}\n")
        return FAILED
    *_, frame = traceback.extract_tb(wrong.__traceback__)
    place = f"{Path(frame.filename).name}:{frame.lineno}"
    sys.stderr.write(
        f"程序出错 the program failed: {type(wrong).__name__}: {wrong} @ {place}\n"
        "    这是程序的问题：请把这一行告诉维护者 please tell its maintainers this line\n"
    )
    return FAILED


def _run(arguments: Sequence[str]) -> int:
    from performance_rules.cli import help as pages
    from performance_rules.cli.usage import language, parse_error
    from performance_rules.cli.words import say
    from performance_rules.cli.writing import columns_of, complain, show
    from performance_rules.codebook import CodebookError
    from performance_rules.errors import Lang, PerformanceRulesError

    lang: Lang = "zh"
    name = ""
    try:
        lang, given = language(arguments)
        from performance_rules.cli import app

        found, name = pages.find(app.command(), given, app.NAME)
        if pages.wanted(given) or not given:
            show(pages.page(found, name, lang, columns_of(None)))
            return 0 if given else USAGE
        return app.run(given, lang)
    except ModuleNotFoundError as wrong:
        if wrong.name != "typer":
            raise
        complain(say(lang, "usage.no_typer"))
    except PerformanceRulesError as wrong:
        complain(wrong.text(lang))
    except (CodebookError, FileNotFoundError) as wrong:
        complain(str(wrong))
    except Exception as wrong:
        if not hasattr(wrong, "format_message"):
            raise
        complain(say(lang, "usage", text=parse_error(wrong, lang)))
        complain(say(lang, "help.here", command=name))
    return USAGE
