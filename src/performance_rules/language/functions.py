"""The functions of the rule language, by their names.

A new function is one decorated definition in the module of its kind.  Functions that carry an
exact closed form (sum, share, growth …) return linear forms and rates; the comparison judges them
(``docs/numbers.md``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Final

from performance_rules.language import (
    lists,
    numbers,
    places,
    reasons,
    scoring,
    subjects,
    telling,
    titles,
    words,
)
from performance_rules.language.function import Function

_MODULES: Final = (numbers, lists, places, reasons, words, scoring, subjects, titles, telling)


def _defined(module: ModuleType) -> Iterator[Function]:
    """Yield the functions that a module defines, in their order."""
    for value in vars(module).values():
        if isinstance(value, Function) and value.give.__module__ == module.__name__:
            yield value


_ALL: Final = tuple(function for module in _MODULES for function in _defined(module))

FUNCTIONS: Final[Mapping[str, Function]] = {f.name: f for f in _ALL} | {f.zh: f for f in _ALL}
"""Every function by both of its names."""
