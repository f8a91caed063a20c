"""Mentions: the names that the clauses of a rule use, as far as they can be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from attrs import fields, has

from performance_rules.language.expressions import Each, Expression, Member, Name
from performance_rules.language.roots import TOP
from performance_rules.language.typing import PARAMETER_SPACES

NAME: Final = re.compile(r"(?<![\w.])[^\W\d]\w*")
"""A name in an expression that stands behind no other one."""

_VARIABLE: Final = re.compile(r"(\w+)\s+(?:in|属于|取自)\b")


def names_in(raw: Mapping[str, object]) -> set[str]:
    """Return every name that the clauses of a rule use and that is none of the language's own."""
    texts = [str(raw.get(key, "")) for key in ("when", "assert", "message", "message_en")]
    named = raw.get("let")
    texts += map(str, named.values()) if isinstance(named, Mapping) else ()
    return {name for text in texts for name in NAME.findall(text) if name not in TOP}


def declared(raw: Mapping[str, object], known: Collection[str]) -> set[str]:
    """Return the variables that a clause under an unknown key would declare."""
    texts = (str(text) for key, text in raw.items() if key not in known)
    return {name for text in texts for name in _VARIABLE.findall(text)}


def is_parameter(tree: Member) -> bool:
    """Whether a member is a parameter."""
    return isinstance(tree.object, Name) and tree.object.name in PARAMETER_SPACES


def parts_of(tree: Expression | Each) -> Iterator[Expression | Each]:
    """Yield what an expression is made of."""
    for attribute in fields(type(tree)):
        value = getattr(tree, attribute.name)
        for part in value if isinstance(value, tuple) else (value,):
            if has(type(part)):
                yield part
