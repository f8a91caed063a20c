"""The JSON Schema of results, made from the canonical classes themselves."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Final, Literal, get_args, get_origin, get_type_hints

import attrs

from performance_rules.outputs.canonical import NAMES, ResultDocument, ResultsDocument

Schema = dict[str, object]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def result_schema() -> Schema:
    """Return the JSON Schema (2020-12) of what ``check --format json`` writes."""
    defs: dict[str, Schema] = {}
    roots = [_of_class(cls, defs) for cls in (ResultDocument, ResultsDocument)]
    return {
        "$schema": DIALECT,
        "$id": "urn:performance-rules:result:1",
        "title": "检查结果 Check result",
        "description": "One report: ResultDocument. Several reports: ResultsDocument.",
        "oneOf": roots,
        "$defs": defs,
    }


def _of_class(cls: type[attrs.AttrsInstance], defs: dict[str, Schema]) -> Schema:
    """Return a reference to the schema of a class, which is put among the definitions."""
    if cls.__name__ not in defs:
        defs[cls.__name__] = {}  # holds the place, so that the order is that of first mention
        hints = get_type_hints(cls)
        names = NAMES.get(cls, {})
        fields = attrs.fields(cls)
        defs[cls.__name__] = {
            "type": "object",
            "description": (cls.__doc__ or "").strip(),
            "properties": {
                names.get(a.name, a.name): {
                    **_of_type(_told(hints[a.name], a.default), defs),
                    "description": a.metadata["doc"],
                }
                for a in fields
            },
            "required": [names.get(a.name, a.name) for a in fields if a.default is attrs.NOTHING],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _told(hint: object, default: object) -> object:
    """Return the type of a field when it is there: one that may be None is left out instead."""
    if default is not None or get_origin(hint) is not UnionType:
        return hint
    return next(part for part in get_args(hint) if part is not NoneType)


_PLAIN: Final[Mapping[object, str]] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    NoneType: "null",
}


def _of_type(hint: object, defs: dict[str, Schema]) -> Schema:
    """Return the schema of a field's type."""
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    if isinstance(hint, type) and attrs.has(hint):
        return _of_class(hint, defs)
    parts = get_args(hint)
    origin = get_origin(hint)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is UnionType:
        return {"type": [_PLAIN[part] for part in parts]}
    if origin is tuple:
        return {"type": "array", "items": _of_type(parts[0], defs)}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of_type(parts[1], defs)}
    raise TypeError(f"no JSON Schema for {hint!r}")
