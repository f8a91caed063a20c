"""SARIF 2.1.0: findings for the viewers that editors and servers of code have.

A finding's place is the file, the words it quotes, and in words where they stand; a document has
no lines, so none are given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from performance_rules import __version__
from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch, Checked, Unreadable
from performance_rules.outputs.coverage import all_looked_text
from performance_rules.outputs.points import Point, lines_of, points_of
from performance_rules.outputs.reviewitems import ReviewItem
from performance_rules.outputs.terminal import Row, clean, row
from performance_rules.outputs.words import say

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {"error": "error", "warning": "warning", "hint": "note", "review": "note"}


def render(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the lines of the JSON text."""
    del columns  # JSON has no width
    found = [
        (part, point)
        for one in batch.checked
        for part in one.parts
        for point in points_of(part, lang)
    ]
    rules = sorted({p.first.rule: p.first.title for _, p in found}.items())
    numbers = {rule: number for number, (rule, _) in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "performance-rules",
                "version": __version__,
                "rules": [{"id": name, "shortDescription": {"text": text}} for name, text in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(part, point, numbers[point.first.rule], lang) for part, point in found],
        "invocations": [
            {
                "executionSuccessful": not batch.unreadable,
                "toolExecutionNotifications": [
                    *(_looked(part, lang) for one in batch.checked for part in one.parts),
                    *(_unread(lost, lang) for lost in batch.unreadable),
                ],
            }
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield row(json.dumps(log, ensure_ascii=False, indent=2))


def _result(part: Checked, point: Point, number: int, lang: Lang) -> dict[str, Any]:
    """Return a rule with all places where it is broken; what goes with them is in its message."""
    items = [one for case in point.cases for one in (case.item, *case.twins)]
    result: dict[str, Any] = {
        "ruleId": point.first.rule,
        "ruleIndex": number,
        "level": _LEVELS[point.severity],
        "message": {"text": "\n".join(lines_of(point, lang))},
        "locations": [place for item in items for place in _locations(part, item)],
        "partialFingerprints": {"performanceRules/v1": point.first.fingerprint},
    }
    if len(point.items) > 1:
        result["properties"] = {"fingerprints": [one.fingerprint for one in point.items]}
    return result


def _locations(part: Checked, item: ReviewItem) -> list[dict[str, Any]]:
    """Return where a finding stands: each quotation, or what it is about, or only the file."""
    names = [": ".join(filter(None, (one.place, one.text))) for one in item.quotes] or item.places
    file = {"artifactLocation": {"uri": _address(part.source)}}
    return [
        {"physicalLocation": file, "logicalLocations": [{"fullyQualifiedName": name}]}
        for name in names
    ] or [{"physicalLocation": file}]


def _looked(part: Checked, lang: Lang) -> dict[str, Any]:
    return _notice("note", all_looked_text(part, lang), part.source)


def _unread(lost: Unreadable, lang: Lang) -> dict[str, Any]:
    why = say(lang, "semicolon").join(problem.text(lang) for problem in lost.problems)
    return _notice("error", clean(why), lost.source)


def _notice(level: str, text: str, source: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": _address(source)}}}
    return {"level": level, "message": {"text": text}, "locations": [place]}


def _address(source: str) -> str:
    """Return the address of a file, as it was named."""
    return quote(Path(source).as_posix())
