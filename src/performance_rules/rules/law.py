"""Law: what rules and values rest on, read from files, and which of it binds a given report.

A law binds from its first day to its last, and some laws bind some kinds of report only.  A basis
may narrow what its document says, never widen it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, Final, cast

from performance_rules.errors import Message, Problem, did_you_mean
from performance_rules.rules.alike import look
from performance_rules.rules.keys import kinds_named, one_of, period
from performance_rules.rules.model import ABOUT, Basis, LegalDocument
from performance_rules.rules.refusals import not_its_own, taken
from performance_rules.rules.toml import Key, TomlFile, check_keys, good_keys

BASIS_KEYS: Final = {
    "doc": Key("text", True),
    "article": Key("text"),
    "status": Key("text"),
    "note": Key("text"),
    "since": Key("integer"),
    "until": Key("integer"),
    "kinds": Key("texts"),
    "about": Key("text"),
}
DOCUMENT_KEYS: Final = {
    "id": Key("text", True),
    "name": Key("text", True),
    "number": Key("text"),
    "since": Key("text"),
    "until": Key("text"),
    "kinds": Key("texts"),
    "status": Key("text"),
    "href": Key("text"),
    "read_on": Key("text"),
    "stands_for": Key("tables"),
}
GROUND: Final = "REP"
"""The document that says a report must agree with itself, whatever the law of its year."""

UNTOLD: Final = ""
"""The id of a law that is listed and could not be read, so that nobody knows its id."""

_DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def read_documents(
    file: TomlFile, known: Mapping[str, LegalDocument], problems: list[Problem]
) -> dict[str, LegalDocument]:
    """Return the laws that a file lists, by id; what is wrong becomes a problem.

    Args:
        file: a file with ``document`` tables.
        known: the laws that ``stands_for`` may name besides those further up in the file.
        problems: where problems are put.
    """
    found: dict[str, LegalDocument] = {}
    looks = {look(name): name for name in known if name != UNTOLD}
    listed = file.data["document"]
    for i, item in enumerate(listed if isinstance(listed, tuple) else ()):
        at = ("document", i)
        wrong = check_keys(file, item, DOCUMENT_KEYS, at)
        good = cast("dict[str, str]", good_keys(item, DOCUMENT_KEYS))
        wrong += [*_dates(file, good, at), *_status(file, good, at)]
        if "id" in good:
            like = looks.get(look(good["id"]))
            wrong += not_its_own(file, (*at, "id"), good["id"], None)
            wrong += [taken(file, (*at, "id"), good["id"], like)] if like and not wrong else []
            looks[look(good["id"])] = good["id"]
        rest = good.get("stands_for", ())
        own = {
            "kinds": kinds_named(file, good, at, wrong),
            "stands_for": read_basis(file, rest, at, {**known, **found}, wrong) if rest else (),
        }
        problems += wrong
        if wrong:
            # Whoever cites it makes no mistake.
            found[good.get("id", UNTOLD)] = LegalDocument(good.get("id", UNTOLD), "")
            continue
        found[item["id"]] = LegalDocument(**{**item, **own})
    return found


def read_basis(
    file: TomlFile,
    data: object,
    path: tuple[str | int, ...],
    documents: Mapping[str, LegalDocument],
    problems: list[Problem],
) -> tuple[Basis, ...]:
    """Return legal bases, each of which must name a known document.

    A document that stands for several bases gives way to them.
    """
    out: list[Basis] = []
    items = data if isinstance(data, tuple) else (data,) if data else ()
    for i, item in enumerate(items):
        at = (*path, i)
        if not isinstance(item, Mapping):
            problems.append(file.problem(at, "依据应是一张表", "a basis must be a table"))
            continue
        wrong = check_keys(file, item, BASIS_KEYS, at)
        problems += wrong
        item = good_keys(item, BASIS_KEYS)
        document = documents.get(str(item.get("doc")))
        if "doc" not in item or (document is None and UNTOLD in documents):
            pass  # told already
        elif document is None:
            problems.append(
                file.wrong_value(
                    (*at, "doc"),
                    f"依据“{item['doc']}”没有登记",
                    f"basis '{item['doc']}' is not a known document",
                    did_you_mean(str(item["doc"]), documents)
                    or Message("先在 documents.toml 登记", "list it in documents.toml first"),
                )
            )
        elif document.stands_for:
            out += document.stands_for
            continue
        problems += _status(file, item, at)
        problems += period(file, at, item)
        if "about" in item:
            problems += one_of(file, (*at, "about"), str(item["about"]), ABOUT)
        if "kinds" in item:
            item = {**item, "kinds": kinds_named(file, item, at, problems)}
        if "doc" in item:
            out.append(Basis(**cast("dict[str, Any]", item)))
    return tuple(out)


def binding(
    bases: Collection[Basis],
    documents: Mapping[str, LegalDocument],
    year: int | None,
    kind: str | None,
    about: Collection[str] = (),
) -> tuple[Basis, ...]:
    """Return those of some bases that bind a report; where none does, the bare ground.

    Args:
        bases: what a rule and its thresholds rest on.
        documents: the laws, by id.
        year: fiscal year of the report; None leaves out whatever has a date.
        kind: kind of the report; None leaves out whatever is for certain kinds.
        about: kinds of the figures that are compared, and how what they are of is divided.
    """
    found = tuple(b for b in bases if _binds(b, documents.get(b.doc), year, kind, about))
    if found or not bases or GROUND not in documents:
        return found
    why = "没有可引的条文"
    if year is None or kind is None:
        why = "报告年度不明，未引条文" if year is None else "文种不明，未引条文"
    return (Basis(GROUND, note=why),)


def _binds(
    basis: Basis,
    document: LegalDocument | None,
    year: int | None,
    kind: str | None,
    about: Collection[str],
) -> bool:
    if (basis.kinds and kind not in basis.kinds) or (basis.about and basis.about not in about):
        return False
    if (basis.since or basis.until) and (
        year is None or not (basis.since or 0) <= year <= (basis.until or 9999)
    ):
        return False
    if document is None:
        return True
    if document.kinds and kind not in document.kinds:
        return False
    if not (document.since or document.until):
        return True
    return year is not None and all(
        _full(document.since or "0001") <= f"{year}-{day}" <= _full(document.until or "9999")
        for day in _days(kind)
    )


def _days(kind: str | None) -> tuple[str, ...]:
    """Return on which days of its year a law must be in force to bind a report.

    A budget is drawn up before its year, everything else is said when the year is over.
    """
    if kind is None:
        return "01-01", "12-31"
    return ("01-01",) if kind == "budget" else ("12-31",)


def _full(date: str) -> str:
    """Return the last day that a date may mean: ``2016`` → ``2016-12-31``."""
    return date + "-12-31"[len(date) - 4 :]


def _dates(file: TomlFile, item: Mapping[str, str], at: tuple[str | int, ...]) -> list[Problem]:
    problems = []
    for key in ("since", "until", "read_on"):
        if key in item and not _DATE.fullmatch(item[key]):
            zh, en = f"“{key}”应写成 2016、2016-10 或 2016-10-27", f"'{key}' must be a date"
            problems.append(file.problem((*at, key), zh, en))
    if not problems and _full(item.get("since", "0001")) > _full(item.get("until", "9999")):
        problems.append(file.problem((*at, "until"), "since 晚于 until", "since is after until"))
    return problems


def _status(file: TomlFile, item: Mapping[str, object], at: tuple[str | int, ...]) -> list[Problem]:
    if item.get("status") in (None, "to-verify"):
        return []
    zh, en = "依据的 status 只能是 to-verify", "status can only be to-verify"
    return [file.problem(at, zh, en)]
