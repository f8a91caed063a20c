"""A term of the rule language: a member of a type, or a name at the top, with both its names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from performance_rules.language.scope import Scope, Value
from performance_rules.language.types import TEXT, Type
from performance_rules.report.model import terms_of
from performance_rules.report.nodes import SentenceNode, TableNode

Getter = Callable[[Scope, Value], Value]


@frozen
class Term:
    """A member of a type or a name at the top: both names, the type, how it is got, its meaning.

    Attributes:
        sees: which fact of a report it shows, if it shows more than the form; see ``report.facts``.
    """

    name: str
    zh: str
    type: Type
    get: Getter
    doc: str
    sees: str = ""


def terms_said(cls: type) -> Mapping[str, tuple[str, str]]:
    """Return Chinese term and meaning of the fields of a model class."""
    return {name: (f.metadata["zh"], f.metadata["doc"]) for name, f in terms_of(cls).items()}


def plain_term(
    name: str, said: tuple[str, str], kind: Type, get: Callable[[Scope, Any], Any], sees: str = ""
) -> Term:
    """Return a term whose getter is a plain function."""
    return Term(name, said[0], kind, get, said[1], sees)


def title_term(name: str, said: tuple[str, str]) -> Term:
    """Return a term for what a thing is called: its title or, in a sentence, a phrase."""

    def title(scope: Scope, node: Any) -> str:
        of_form = not isinstance(node, SentenceNode | TableNode)
        return scope.named(scope.read(node, "title") if of_form else node.title)

    return plain_term(name, said, TEXT, title)
