"""The interface for programs: one file in, perhaps with what was decided, its result out."""

from __future__ import annotations

from typing import Final

from performance_rules import __version__
from performance_rules.outputs.schema import result_schema

MOST_WAIVERS: Final = 5
"""How many files of decisions may stand beside reports."""

_PROBLEMS: Final = {
    "type": "object",
    "required": ["problems"],
    "properties": {"problems": {"type": "array", "items": {"type": "string"}}},
}


def _told(what: str) -> dict[str, object]:
    schema = {"$ref": "#/components/schemas/Problems"}
    return {"description": what, "content": {"application/json": {"schema": schema}}}


def _text(what: str) -> dict[str, object]:
    return {"description": what, "content": {"text/plain": {"schema": {"type": "string"}}}}


def _form() -> dict[str, object]:
    """Return the schema of a form: the file, and what was decided about its findings."""
    properties = {
        "file": {"type": "string", "format": "binary", "description": "the file"},
        "waivers": {
            "type": "array",
            "items": {"type": "string", "format": "binary"},
            "maxItems": MOST_WAIVERS,
            "description": "what was decided: waivers in TOML, or the ledger (xlsx) filled in",
        },
        **{name: {"type": "string"} for name in ("region", "year", "lang")},
    }
    return {"type": "object", "required": ["file"], "properties": properties}


def _parameter(name: str, what: str, **schema: object) -> dict[str, object]:
    return {
        "name": name,
        "in": "query",
        "description": what,
        "schema": {"type": "string", **schema},
    }


def openapi() -> dict[str, object]:
    """Return the description of the interface, in OpenAPI 3.1."""
    result = {"$ref": "/api/result.schema.json"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "performance_rules", "version": __version__},
        "paths": {
            "/api/check": {
                "post": {
                    "operationId": "check",
                    "summary": "Check one report against itself and the rules",
                    "parameters": [
                        _parameter("name", "what to call the file in the result"),
                        _parameter("region", "GB/T 2260 code or name; by default the report's own"),
                        _parameter("year", "fiscal year; by default the report's own"),
                        _parameter("lang", "language of the messages", enum=["zh", "en"]),
                    ],
                    "requestBody": {
                        "required": True,
                        "description": "the bytes of the file: docx, pdf, html, xlsx, text, or a "
                        "typed report as TOML or JSON; or a form, with what was decided beside it",
                        "content": {
                            "application/octet-stream": {},
                            "multipart/form-data": {"schema": _form()},
                        },
                    },
                    "responses": {
                        "200": {
                            "description": "what was found; `schema result` of the command line",
                            "content": {"application/json": {"schema": result}},
                        },
                        "400": _told("the form cannot be read"),
                        "401": _text("the token is lacking: Authorization: Bearer …"),
                        "413": _text("the file is too large"),
                        "422": _told("it cannot be used, or too many files wait, and why"),
                    },
                }
            }
        },
        "components": {"schemas": {"Problems": _PROBLEMS}},
    }


def result_of_check() -> dict[str, object]:
    """Return the JSON Schema of a result."""
    return result_schema()
