"""Citing: a law, a threshold, or a place in a document, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from attrs import evolve

from performance_rules.checking.findings import Where
from performance_rules.errors import Lang
from performance_rules.language.ground import Linear
from performance_rules.outputs.layout import clean
from performance_rules.outputs.words import say
from performance_rules.rules.model import Basis, DatedValue, LegalDocument
from performance_rules.rules.ruleset import ParameterInForce
from performance_rules.values.quantity import Kind, format_scaled

LISTED: Final = 6
"""Most texts of a parameter that are shown beside a finding."""


_CLAUSE: Final = re.compile("[，；。]")


def name_text(text: str, lang: Lang) -> str:
    """Return a name that is Chinese in any language; in English as a quotation, titles as such."""
    text = clean(text)
    whole = text[:1] + text[-1:] == "《》"
    return text if not text or whole else say(lang, "name", text=text)


def law_text(basis: Basis, documents: Mapping[str, LegalDocument], lang: Lang) -> str:
    """Return a legal basis: name, number, article, and what is noted of it."""
    document = documents.get(basis.doc)
    text = _law_name(basis, documents, lang)
    if document and document.number and document.number not in text:
        text += say(lang, "in_brackets", text=name_text(document.number, lang))
    if basis.article:
        text += say(lang, "gap") + _article(basis.article, lang)
    return text + (say(lang, "in_brackets", text=name_text(basis.note, lang)) if basis.note else "")


def _law_name(basis: Basis, documents: Mapping[str, LegalDocument], lang: Lang) -> str:
    document = documents.get(basis.doc)
    return name_text(document.name, lang) if document else basis.doc


def _article(article: str, lang: Lang) -> str:
    numbered = re.fullmatch(r"[0-9]+(-[0-9]+)?", article)
    return say(lang, "law.article", article=article) if numbered else name_text(article, lang)


def is_unverified(basis: Basis, documents: Mapping[str, LegalDocument]) -> bool:
    """Whether nobody has compared a legal basis with its original yet."""
    document = documents.get(basis.doc)
    return basis.status == "to-verify" or (document is not None and document.status == "to-verify")


def unverified_text(bases: Iterable[tuple[Basis, Mapping[str, LegalDocument]]], lang: Lang) -> str:
    """Return which of some articles still have to be compared with their originals; or nothing.

    Args:
        bases: what findings rest on, each with the documents that are known.
        lang: the language.
    """
    cited: dict[str, dict[str, None]] = {}
    for basis, documents in bases:
        if is_unverified(basis, documents):
            name = _law_name(basis, documents, lang)
            about = name_text(_CLAUSE.split(basis.note or "")[0], lang)
            if basis.article:
                cited.setdefault(name, {})[_article(basis.article, lang)] = None
            elif about:
                cited.setdefault(name + say(lang, "in_brackets", text=about), {})
            else:
                cited.setdefault(name, {})
    joint, blank = say(lang, "list"), say(lang, "gap")
    laws = [blank.join(filter(None, (law, joint.join(found)))) for law, found in cited.items()]
    return say(lang, "law.unverified", laws=say(lang, "semicolon").join(laws)) if laws else ""


def law_in_full(basis: Basis, documents: Mapping[str, LegalDocument], lang: Lang) -> str:
    """Return a legal basis with whom and when it binds, and where its text was read."""
    document = documents.get(basis.doc)
    out = years_text(basis.since, basis.until, lang)
    kinds = basis.kinds or (document.kinds if document else ())
    if kinds:
        out.append(say(lang, "list").join(say(lang, f"kind.{kind}") for kind in kinds))
    if basis.about:
        out.append(say(lang, f"law.about_{basis.about}"))
    if document:
        for key in ("since", "until", "href", "read_on"):
            if value := getattr(document, key):
                out.append(say(lang, f"law.{key}", value=value))
    text = law_text(basis, documents, lang)
    if is_unverified(basis, documents):
        text += say(lang, "gap") + say(lang, "law.to_verify")
    return text + say(lang, "in_brackets", text=say(lang, "semicolon").join(out)) if out else text


def laws_text(
    bases: Sequence[Basis], documents: Mapping[str, LegalDocument], lang: Lang
) -> list[str]:
    """Return legal bases, each article once with all that is noted of it."""
    cited: dict[tuple[str, str | None], list[Basis]] = {}
    for basis in bases:
        cited.setdefault((basis.doc, basis.article), []).append(basis)
    joint = say(lang, "semicolon")
    out = []
    for said in cited.values():
        notes = joint.join(dict.fromkeys(one.note for one in said if one.note)) or None
        out.append(law_text(evolve(said[0], note=notes), documents, lang))
    return out


def limit_text(found: ParameterInForce, lang: Lang) -> str:
    """Return a threshold that took part: its title, value, layer and first year."""
    if found.dated is None:
        return name_text(found.parameter.title, lang)
    origin = [found.dated.layer, *years_text(found.dated.since, found.dated.until, lang)]
    title = name_text(found.parameter.title, lang)
    text = say(lang, "colon").join((title, _in_short(found.dated, lang)))
    return text + say(lang, "in_brackets", text=say(lang, "comma").join(origin))


def years_text(since: int | None, until: int | None, lang: Lang) -> list[str]:
    """Return from and until which year something holds; nothing for no limit."""
    out = []
    if since is not None:
        out.append(say(lang, "finding.from_year", year=since))
    if until is not None:
        out.append(say(lang, "finding.until_year", year=until))
    return out


def value_text(dated: DatedValue, lang: Lang) -> str:
    """Return a parameter's value: a number as the file writes it, bands and lists in words."""
    value = dated.value
    if isinstance(value, tuple):
        return say(lang, "semicolon").join(_band(band, lang) for band in value)
    if isinstance(value, list):
        return say(lang, "list").join(name_text(str(one), lang) for one in value)
    return dated.printed


def _in_short(dated: DatedValue, lang: Lang) -> str:
    """Return a value as it stands beside a finding: of many texts the first, of wordings one."""
    if not isinstance(dated.value, list):
        return value_text(dated, lang)
    texts = [name_text(str(one).partition("|")[0], lang) for one in dated.value]
    shown = say(lang, "list").join(texts[:LISTED])
    return shown if len(texts) <= LISTED else say(lang, "list.more", shown=shown, count=len(texts))


def _band(band: object, lang: Lang) -> str:
    if not isinstance(band, tuple):
        return str(band)
    edge, bound, labels = band
    label = say(lang, "list").join(name_text(one, lang) for one in labels)
    return say(lang, f"band.{edge}", bound=_bound(bound), label=label)


def _bound(bound: object) -> str:
    if not isinstance(bound, Linear):
        return ""
    kinds: dict[str, Kind] = {"amount": "amount", "percent": "percent"}
    return format_scaled(bound.constant, kinds.get(bound.kind, "count"))


def position(where: Where, lang: Lang) -> str:
    """Return where in a document something stands, or nothing where that is not known."""
    parts = []
    if where.document:
        parts.append(where.document)
    if where.page is not None:
        parts.append(say(lang, "where.page", page=where.page))
    if where.section:
        parts.append(say(lang, "where.section", section=where.section))
    cell = [
        say(lang, f"where.{name}", **{name: value})
        for name, value in (("table", where.table), ("row", where.row), ("column", where.column))
        if value is not None
    ]
    if where.cell:
        parts.append(where.cell)
    elif cell:
        parts.append(say(lang, "gap").join(cell))
    elif where.start is not None and where.page is None and not where.section:
        key = "where.character" if where.start else "where.beginning"
        parts.append(say(lang, key, start=where.start))
    return say(lang, "comma").join(parts)
