"""Citing: a law, a threshold, or a place in a document, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, get_args

from attrs import evolve

from performance_rules.checking.findings import Where
from performance_rules.checking.widening import NUMBER
from performance_rules.errors import Lang
from performance_rules.language.ground import Linear
from performance_rules.language.sheets import ScoreSheet
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import WORDS, say
from performance_rules.rules.model import Basis, DatedValue, LegalDocument, Texts
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
    if basis.doc == _NONE:
        return say(lang, "law.none")
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
    """Return legal bases, each article once with all that is noted of it.

    What can be quoted to others comes first, and of that what was read in the original.
    """
    cited: dict[tuple[str, str | None], list[Basis]] = {}
    for basis in bases:
        cited.setdefault((basis.doc, basis.article), []).append(basis)
    joint = say(lang, "semicolon")
    out = []
    ordered = sorted(
        cited.values(),
        key=lambda said: (
            _is_bare(said[0], documents),
            all(is_unverified(one, documents) for one in said),
        ),
    )
    for said in ordered:
        notes = dict.fromkeys(_outward(one.note) for one in said if one.note)
        text = law_text(
            evolve(said[0], note=joint.join(filter(None, notes)) or None), documents, lang
        )
        alike = any(_ALIKE.search(one.note or "") for one in said)
        out.append(say(lang, "law.alike", law=text) if alike else text)
    return out


def _is_bare(basis: Basis, documents: Mapping[str, LegalDocument]) -> bool:
    """Whether a basis is what reckoning or the report itself says, and no law."""
    return "《" not in _law_name(basis, documents, "zh")


def is_alike(law: str) -> bool:
    """Whether a basis that is told is a law of something else, consulted for want of one."""
    begun = (WORDS["law.alike"].text(lang).partition("{")[0] for lang in get_args(Lang))
    return law.startswith(tuple(begun))


_ALIKE: Final = re.compile("类推")
"""That a law is of something else, and its rule taken over: it is consulted, not applied."""

_INWARD: Final = re.compile(
    "类推|未引条文|文种不明|年度不明|没有可引的条文|这里只|以各表写明|参数值|默认值|规则目录|地区层|地区可|各地可|地区另定|没有规定数值|未查到|待核|只作提示|常见|惯例|通常|取各地|惯常"
)
"""What a note says to those who keep the rules, and not to whom a letter is sent."""


def _outward(note: str) -> str:
    """Return a note without what is of no use outside of the house."""
    parts = [part for part in note.split("；") if part]
    kept = ["，".join(c for c in part.split("，") if not _INWARD.search(c)) for part in parts]
    return "；".join(filter(None, kept))


_NONE: Final = "REMIND"
"""The basis of what is asked for without a law that says so."""

_OWN: Final = "REP"
"""The basis of what no law sets."""


def limit_text(found: ParameterInForce, layers: Mapping[str, str], lang: Lang) -> str:
    """Return a threshold that took part: its title and value, whose it is, and its first year.

    Args:
        found: the threshold.
        layers: the names of the layers below the country, by id.
        lang: the language.
    """
    dated = found.dated
    if dated is None:
        return name_text(found.parameter.title, lang)
    origin = years_text(dated.since, dated.until, lang)
    if dated.layer in layers:
        origin.insert(0, name_text(layers[dated.layer], lang))
    elif any(basis.doc == _OWN for basis in dated.basis):
        origin.append(say(lang, "limit.own"))
    title = name_text(found.parameter.title, lang)
    text = say(lang, "colon").join((title, _in_short(dated, lang)))
    return text + (say(lang, "in_brackets", text=say(lang, "comma").join(origin)) if origin else "")


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
    if isinstance(value, Texts):
        return say(lang, "list").join(name_text(one, lang) for one in value)
    if isinstance(value, ScoreSheet):
        return say(lang, "sheet", count=len(value.rows))
    if isinstance(value, tuple):
        return say(lang, "semicolon").join(_band(band, lang) for band in value)
    return dated.printed


def _in_short(dated: DatedValue, lang: Lang) -> str:
    """Return a value as it stands beside a finding: of many texts the first, of wordings one."""
    if not isinstance(dated.value, Texts):
        return value_text(dated, lang)
    texts = [name_text(one.partition("|")[0], lang) for one in dated.value]
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


def heading_of(where: Where, *, above: bool = True) -> str:
    """Return the heading that a place stands below: of a table its caption.

    A heading that is only a number is told behind the one above it; where no page is known, so is
    any other, since （一） stands in many chapters.

    Args:
        where: the place.
        above: whether the one above is told for want of a page.
    """
    steps = (where.section or "").split("/")
    at = len(steps) - 1
    while at > 0 and NUMBER.fullmatch(steps[at]):
        at -= 1
    if above and at > 0 and where.table is None and where.page is None:
        at -= 1
        while at > 0 and NUMBER.fullmatch(steps[at]):
            at -= 1
    return "/".join(steps[at:]).rstrip("（(：:")


def position(where: Where, lang: Lang) -> str:
    """Return where in a document something stands, or nothing where that is not known."""
    parts = []
    if where.document:
        last_year = say(lang, "where.previous", document=where.document)
        parts.append(last_year if where.elsewhere else where.document)
    if where.page is not None:
        parts.append(say(lang, "where.page", page=where.page))
    if where.section and (section := heading_of(where)) != where.quote:
        parts.append(say(lang, "where.section", section=section))
    cell = _cell(where, ("table", "row", "column"), lang)
    if where.cell:
        parts.append(where.cell)
    elif cell:
        parts.append(cell)
    elif where.begins and where.page is None and not where.section:
        parts.append(say(lang, "where.paragraph", begins=where.begins))
    place = say(lang, "comma").join(parts)
    if place and where.elsewhere and not where.document:
        return say(lang, "standing.previous", place=place)
    return place


def _cell(where: Where, names: Sequence[str], lang: Lang) -> str:
    """Return the table, row and column of a place, those of them that are known."""
    known = ((name, getattr(where, name)) for name in names)
    parts = (say(lang, f"where.{name}", **{name: at}) for name, at in known if at is not None)
    return say(lang, "gap").join(parts)


def beside(where: Where, before: Where, lang: Lang) -> str:
    """Return where a cell stands, told behind another one of its table; nothing if it does not."""
    sheet, _, cell = (where.cell or "").rpartition("!")
    own, *_ = (before.cell or "").rpartition("!")
    cell = cell or _cell(where, ("row", "column"), lang)
    same = all(getattr(where, name) == getattr(before, name) for name in _TABLE) and sheet == own
    known = where.table is not None or where.cell is not None
    return say(lang, "where.same_table", cell=cell) if known and same and cell else ""


_TABLE: Final = ("document", "page", "section", "table", "elsewhere")
"""What two cells of one table have in common."""


def is_measure(found: ParameterInForce) -> bool:
    """Whether a parameter is something to measure by: no words, and no threshold of nothing."""
    value = found.dated.value if found.dated is not None else None
    if isinstance(value, Linear):
        return bool(value.terms or value.constant)
    return not isinstance(value, Texts | str)
