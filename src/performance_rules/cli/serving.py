"""The command ``serve``: a page for colleagues without a command line, until Ctrl-C."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Final

from performance_rules.cli.usage import refused, whole_number
from performance_rules.cli.words import say
from performance_rules.cli.writing import complain
from performance_rules.errors import Lang
from performance_rules.rules.ruleset import RuleSet

SHORTEST: Final = 8
"""How many characters a token must have."""


def run(
    host: str, port: str, token: str | None, folders: Iterable[Path], lang: Lang, *, browse: bool
) -> int:
    """Serve until interrupted, and return the exit code.

    Args:
        host: the address to listen at.
        port: the port; 0 for any that is free.
        token: what whoever asks must know; by default one is made up if others can ask.
        folders: folders of further rules.
        lang: the language of the user.
        browse: whether to open the page in a browser.

    Raises:
        PerformanceRulesError: if the rules are wrong, or nobody can listen there.
    """
    number = whole_number("--port", port, range(65_536))
    if token is not None and len(token) < SHORTEST:
        raise refused("serve.short", least=SHORTEST)
    folders = tuple(folders)
    RuleSet.for_region(extra=folders)
    try:
        from performance_rules.web.serving import serve
    except ModuleNotFoundError as wrong:
        raise refused("serve.no_module", module=wrong.name) from None
    try:
        serve(host, number, token, folders, browse=browse, told=partial(_told, lang))
    except OSError as wrong:
        raise refused("serve.closed", host=host, port=port, why=wrong.strerror or wrong) from None
    return 0


def _told(lang: Lang, address: str) -> None:
    complain(say(lang, "serve.ready", address=address))
