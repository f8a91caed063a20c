"""How the pieces of a typed rule are pickled: a term and a function go by their names.

What they do is code of this library, which the process that reads them has as well.
"""

from __future__ import annotations

import copyreg
from collections.abc import Mapping
from typing import Any, Final

from performance_rules.language.function import Function
from performance_rules.language.functions import FUNCTIONS
from performance_rules.language.roots import MEMBERS_OF, TOP
from performance_rules.language.terms import Term

_OWNERS: Final[Mapping[int, tuple[str, str]]] = {
    **{id(t): (kind, t.name) for kind, terms in MEMBERS_OF.items() for t in terms.values()},
    **{id(t): ("", t.name) for t in TOP.values()},
}
"""The type that a term is a member of, and its name there; no type for a name at the top."""


def term_of(owner: str, name: str) -> Term:
    """Return the term of a name that stands by itself, or of a member of a type."""
    return MEMBERS_OF[owner][name] if owner else TOP[name]


def function_of(name: str) -> Function:
    """Return the function of a name."""
    return FUNCTIONS[name]


def _term(term: Term) -> tuple[Any, ...]:
    return term_of, _OWNERS[id(term)]


def _function(function: Function) -> tuple[Any, ...]:
    return function_of, (function.name,)


def enable() -> None:
    """Have terms and functions pickled by :mod:`pickle` and :mod:`copy`."""
    copyreg.pickle(Term, _term)
    copyreg.pickle(Function, _function)
