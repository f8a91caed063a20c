"""The command ``rules show``: one rule as it is in force, and where each part of it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from performance_rules.cli.listing import state
from performance_rules.cli.usage import fiscal_year, refused
from performance_rules.cli.words import say
from performance_rules.cli.writing import columns_of, show
from performance_rules.errors import Lang, nearest
from performance_rules.judging.rulesets import code_of
from performance_rules.outputs.citing import law_in_full, value_text, years_text
from performance_rules.outputs.terminal import Piece, Row, hanging, pad, row, rule, width
from performance_rules.outputs.words import say as say_out
from performance_rules.report.model import KINDS
from performance_rules.rules.model import DatedValue, Override, Rule
from performance_rules.rules.ruleset import InForce, RuleSet


def run(
    name: str, region: str | None, year: str | None, folders: Iterable[Path], lang: Lang
) -> int:
    """Print the rule.

    Raises:
        PerformanceRulesError: if there is no such rule, or the region or a rule file is wrong.
    """
    ruleset = RuleSet.for_region(code_of(region), fiscal_year(year), folders)
    known = ruleset.rules()
    if name not in known:
        raise refused("usage.no_rule_of_id", nearest(name.upper(), known), id=name)
    show(shown(ruleset, name, lang, columns_of(None)))
    return 0


def shown(ruleset: RuleSet, name: str, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the rule, its parameters, the overrides that changed it, and its examples."""
    in_force = ruleset.in_force(None)
    found = in_force.rules.get(name) or ruleset.rules()[name]
    yield row(Piece(f"{name}  {found.title.text(lang)}", "title"))
    facts = list(_facts(ruleset, in_force, found, lang))
    room = max(width(label) for label, _ in facts) + 2
    for label, text in facts:
        yield from hanging(pad(label, room), text, columns)
    yield row()
    yield from _body(ruleset, found, lang, columns)
    yield from _parameters(ruleset, in_force, found, lang, columns)
    yield from _overrides(ruleset, in_force, name, lang, columns)
    yield from _examples(found, lang, columns)
    for note in ruleset.notes:
        yield from (row(), *hanging("", note.text(lang), columns, style="faint"))


def _facts(
    ruleset: RuleSet, in_force: InForce, found: Rule, lang: Lang
) -> Iterator[tuple[str, str]]:
    """Yield what fits on a line each: severity, state, file, kinds, years, what it covers."""
    names = {layer.id: layer.name for layer in ruleset.layers}
    written = ruleset.rules()[found.id]  # an override stands in a file of its own
    yield say(lang, "list.severity"), say_out(lang, f"severity.{found.severity}")
    why = state(found, in_force)
    yield say(lang, "show.state"), why.text(lang) if why else say(lang, "show.in_force")
    layer = f"{names[written.layer]} {written.layer}"
    yield say(lang, "show.file"), written.origin + say_out(lang, "in_brackets", text=layer)
    if found.kinds:
        kinds = [say_out(lang, f"kind.{kind}") if kind in KINDS else kind for kind in found.kinds]
        yield say(lang, "show.kinds"), say_out(lang, "list").join(kinds)
    if years := years_text(found.since, found.until, lang):
        yield say(lang, "show.years"), say_out(lang, "comma").join(years)
    if found.covers:
        yield say(lang, "show.covers"), " ".join(found.covers)


def _body(ruleset: RuleSet, found: Rule, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the rule's own words: conditions as they are written, texts wrapped."""
    suffix = "" if lang == "zh" else "_en"
    named = found.text.get("let")
    if isinstance(named, Mapping):
        yield row(Piece(say(lang, "show.let"), "heading"))
        for name, text in named.items():
            first, *more = str(text).strip("\n").split("\n")
            yield row(f"  {name} = {first}")
            for line in more:
                yield row("  " + line)
    for key in ("each", "when", "assert"):
        if key in found.text:
            yield row(Piece(say(lang, f"show.{key}"), "heading"))
            for line in str(found.text[key]).strip("\n").split("\n"):
                yield row("  " + line)
    for key in ("message", "advice"):
        yield row(Piece(say(lang, f"show.{key}"), "heading"))
        yield from hanging("", str(found.text[key + suffix]), columns, indent=2)
    yield row(Piece(say(lang, "show.why"), "heading"))
    yield from hanging("", found.why, columns, indent=2)
    yield row(Piece(say(lang, "show.law"), "heading"))
    for basis in found.basis:
        yield from hanging("", law_in_full(basis, ruleset.documents, lang), columns, indent=2)


def _parameters(
    ruleset: RuleSet, in_force: InForce, found: Rule, lang: Lang, columns: int
) -> Iterator[Row]:
    """Yield every value of every parameter of the rule, the one in force marked."""
    if found.parameters:
        yield from (row(), rule(say(lang, "show.parameters"), columns))
    for name in sorted(found.parameters):
        chosen = in_force.parameters[name]
        parameter = chosen.parameter
        text = parameter.title
        if parameter.tighten:
            limit = say(lang, f"show.tighten_{parameter.tighten}")
            text += say_out(lang, "in_brackets", text=limit)
        yield from hanging(f"{name}  ", text, columns, style="strong")
        if chosen.dated is None:
            yield row("  " + say(lang, "show.no_value"))
        for dated in parameter.values:
            line = _value(ruleset, dated, lang)
            mark = f"  {say(lang, 'show.this')}" if dated is chosen.dated else ""
            yield from hanging("", line + mark, columns, indent=2)


def _value(ruleset: RuleSet, dated: DatedValue, lang: Lang) -> str:
    """Return a dated value with its years, its file and layer, and the law behind it."""
    years = say_out(lang, "comma").join(years_text(dated.since, dated.until, lang))
    origin = dated.origin + say_out(lang, "in_brackets", text=dated.layer)
    laws = [law_in_full(basis, ruleset.documents, lang) for basis in dated.basis]
    parts = [value_text(dated, lang), years or say(lang, "show.always"), origin, *laws]
    return say_out(lang, "semicolon").join(parts)


def _overrides(
    ruleset: RuleSet, in_force: InForce, name: str, lang: Lang, columns: int
) -> Iterator[Row]:
    """Yield what the layers change in the rule, also in other years."""
    found = [o for layer in ruleset.layers for o in layer.overrides if o.rule == name]
    if found:
        yield from (row(), rule(say(lang, "show.overrides"), columns))
    for override in found:
        years = years_text(override.since, override.until, lang) or [say(lang, "show.always")]
        now = override in in_force.changes.get(name, ())
        marks = [] if now else [say(lang, "show.not_now")]
        origin = override.origin + say_out(lang, "in_brackets", text=override.layer)
        text = say_out(lang, "semicolon").join([origin, *years, *marks, *_changes(override, lang)])
        yield from hanging(f"{override.verb}  ", text, columns)
        yield from hanging("", override.reason, columns, indent=2)
        for basis in override.basis:
            yield from hanging("", law_in_full(basis, ruleset.documents, lang), columns, indent=2)


def _changes(override: Override, lang: Lang) -> list[str]:
    keys = " ".join(override.changes)
    return [say(lang, "show.changes", keys=keys)] if keys else []


def _examples(found: Rule, lang: Lang, columns: int) -> Iterator[Row]:
    yield from (row(), rule(say(lang, "show.examples"), columns))
    if not found.examples:
        yield row(say(lang, "show.none"))
    verdicts = [say_out(lang, f"verdict.{example.expect}") for example in found.examples]
    room = max((width(verdict) for verdict in verdicts), default=0) + 2
    for verdict, example in zip(verdicts, found.examples, strict=True):
        yield from hanging(pad(verdict, room), example.name, columns)
