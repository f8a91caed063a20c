"""The reference tables of the rule language, made from its own definitions."""

from __future__ import annotations

from collections.abc import Iterable

from performance_rules.language.function import Function
from performance_rules.language.functions import FUNCTIONS
from performance_rules.language.roots import COLLECTIONS, REPORT_TERMS
from performance_rules.language.terms import Term
from performance_rules.language.types import Type
from performance_rules.language.vocabulary import ENUMERATIONS, MEMBERS


def functions_table() -> str:
    """Return every function with both names, its signature and its meaning, as Markdown."""
    seen: dict[str, Function] = {f.name: f for f in FUNCTIONS.values()}
    rows = [
        f"| `{f.name}` | {f.zh} | `{f.zh}{f.signature}` | {f.doc.zh} | {f.doc.en} |"
        for f in seen.values()
    ]
    return _table(("function", "函数", "用法", "意思", "meaning"), rows)


def names_table() -> str:
    """Return the names that stand by themselves: fields of the report and collections."""
    return _terms((*REPORT_TERMS, *COLLECTIONS))


def members_table(owner: str) -> str:
    """Return the members of a type."""
    return _terms(MEMBERS[owner])


def values_table() -> str:
    """Return the fields that hold one of a closed list of values."""
    rows = [
        f"| `{owner}.{name}` | {'、'.join(f'`{v}`' for v in values)} |"
        for (owner, name), values in ENUMERATIONS.items()
    ]
    return _table(("字段 field", "可取的值 values"), rows)


def reference() -> dict[str, str]:
    """Return every generated table by its name in ``docs/language.md``."""
    tables = {f"members of {owner}": members_table(owner) for owner in MEMBERS}
    return {
        "functions": functions_table(),
        "names": names_table(),
        "values": values_table(),
        **tables,
    }


def _terms(terms: Iterable[Term]) -> str:
    rows = [f"| `{t.name}` | {t.zh} | {_type(t.type)} | {t.doc} |" for t in terms]
    return _table(("name", "名称", "类型", "meaning"), rows)


def _type(kind: Type) -> str:
    return kind.zh()


def _table(heads: tuple[str, ...], rows: Iterable[str]) -> str:
    head = f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}"
    return "\n".join((head, *rows))
