"""Rule sets: the layers of a region laid over each other, and what is in force in a year.

The chain goes country → province → city → district; installed packages and folders given by the
caller take part in the same way.  Nothing is changed by shadowing: only by an override that names
its rule, its verb and its reason.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from attrs import define, evolve, field, frozen

from performance_rules.codebook import Codebook
from performance_rules.errors import Message, Problem, RuleFileError
from performance_rules.language import pickling
from performance_rules.language.ground import Missing
from performance_rules.language.scope import Value
from performance_rules.lexicon.lexicon import Lexicon, shipped_lexicon
from performance_rules.report.regions import shipped_codebook as shipped_codebook
from performance_rules.rules.chain import layers_for
from performance_rules.rules.chosen import Selection, listed
from performance_rules.rules.conflicts import conflicts, rivals, warnings
from performance_rules.rules.layers import Above, Layer
from performance_rules.rules.loosening import keeps, looser
from performance_rules.rules.model import (
    Basis,
    DatedValue,
    LegalDocument,
    Override,
    Parameter,
    Rule,
    Texts,
    latest,
)
from performance_rules.rules.rewordings import rewordings
from performance_rules.rules.rulefile import RuleReader
from performance_rules.rules.toml import TomlFile
from performance_rules.rules.wordings import denominators
from performance_rules.values.unchanging import unchanging


@frozen
class ParameterInForce:
    """The value of a parameter in one year and where it came from; None when none is in force.

    ``undated`` says that the year is not known and a dated value may be in force.
    """

    parameter: Parameter
    value: Value | Texts = field(eq=False)
    dated: DatedValue | None = None
    undated: bool = False


@frozen(eq=False)
class InForce:
    """What a rule set says for one fiscal year.

    Attributes:
        rules: the rules to check, by id.
        disabled: rules that are switched off, with the override that did it.
        parameters: values by id.
        undated: rules whose dates cannot be told because the year is unknown.
        changes: the overrides in force, by rule.
    """

    year: int | None
    rules: Mapping[str, Rule] = field(factory=dict, converter=unchanging)
    disabled: Mapping[str, Override] = field(factory=dict, converter=unchanging)
    parameters: Mapping[str, ParameterInForce] = field(factory=dict, converter=unchanging)
    undated: frozenset[str] = frozenset()
    changes: Mapping[str, tuple[Override, ...]] = field(factory=dict, converter=unchanging)

    def values(self) -> dict[str, Value]:
        """Return the values of the parameters by id."""
        return {
            name: list(found.value) if isinstance(found.value, Texts) else found.value
            for name, found in self.parameters.items()
        }

    def bases(self, rule: Rule) -> tuple[Basis, ...]:
        """Return what a rule and the thresholds it uses rest on, each once.

        What is wrong by reckoning is so wherever the numbers that it is reckoned with come from.
        """
        if any(basis.doc == RECKONED for basis in rule.basis):
            return rule.basis
        used = (self.parameters[name].dated for name in sorted(rule.parameters))
        held = (basis for dated in used if dated is not None for basis in dated.basis)
        return tuple(dict.fromkeys((*rule.basis, *held)))


RECKONED: Final = "ARITH"
"""The basis of what contradicts itself by reckoning."""


@frozen(eq=False)
class RuleSet:
    """The layers of one region; it never changes.

    Attributes:
        layers: from the country down.
        region: the region asked for.
        year: the fiscal year asked for; None means the year of each report.
        notes: what the caller should know, such as a fallback to a wider region.
        selections: which of the rules are to be checked: those that all of them keep.
    """

    layers: tuple[Layer, ...]
    codebook: Codebook
    lexicon: Lexicon
    region: str | None = None
    year: int | None = None
    notes: tuple[Message, ...] = ()
    selections: tuple[Selection, ...] = ()

    @property
    def id(self) -> str:
        """The id of the lowest layer."""
        return self.layers[-1].id

    @property
    def version(self) -> str:
        """The version of the highest layer."""
        return self.layers[0].version

    @property
    def documents(self) -> dict[str, LegalDocument]:
        """The laws the rules refer to, by id."""
        return {k: v for layer in self.layers for k, v in layer.documents.items()}

    @classmethod
    def for_region(
        cls,
        region: str | None = None,
        year: int | None = None,
        extra: Iterable[str | Path] = (),
    ) -> RuleSet:
        """Return the rule set of a region.

        Args:
            region: GB/T 2260 code of 2, 4 or 6 digits; None for the national rules alone.
            year: fiscal year; by default each report's own.
            extra: folders laid over the shipped ones, a later one over an earlier one.

        Raises:
            RegionError: the province is unknown.
            RuleFileError: with every problem of every file.
            TypeError: an argument is of another type; a region is text, a year a whole number.
        """
        _guard(region, year, extra)
        return load(region, year, tuple(Path(e) for e in extra))

    def in_force(self, year: int | None) -> InForce:
        """Return the rules and parameter values of a fiscal year."""
        year = self.year if self.year is not None else year
        years = _IN_FORCE.setdefault(self, {})
        found = years.get(year)
        if found is None:
            if len(years) >= MAX_YEARS:
                years.clear()
            found = years.setdefault(year, _resolve(self, year))
        return found

    def select(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
        """Return the rule set with some of its rules in force; this one stays as it is.

        Args:
            select: rule ids or their beginnings, such as ``TOT``; all rules where there are none.
            ignore: the same for rules to leave out; of two beginnings the longer one counts.

        Raises:
            PerformanceRulesError: no rule is, or begins with, one of them.
            TypeError: one text is given in the place of a list.
        """
        chosen = Selection(listed("select", select), listed("ignore", ignore))
        chosen.refuse_unknown(self.rules())
        return self.selected(chosen)

    def selected(self, chosen: Selection) -> RuleSet:
        """Return the rule set with what a selection keeps, whether all of it exists here or not."""
        return evolve(self, selections=(*self.selections, chosen))

    def rules(self) -> dict[str, Rule]:
        """Return every rule of every layer as its layer wrote it, by id."""
        return {k: v for layer in self.layers for k, v in layer.rules.items()}


pickling.enable()

_LOG: Final = logging.getLogger(__name__)

MAX_YEARS: Final = 32
"""For how many years a rule set remembers what is in force."""

_IN_FORCE: Final[WeakKeyDictionary[RuleSet, dict[int | None, InForce]]] = WeakKeyDictionary()
"""What was worked out of rule sets that are in use; none of them ever changes."""


def _guard(region: object, year: object, extra: object) -> None:
    """Refuse arguments of types that would quietly mean something else.

    Raises:
        TypeError: with how to write it.
    """
    if region is not None and not isinstance(region, str):
        raise TypeError(f"region is a text: region='{region}'")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise TypeError(f"year is a whole number, not {year!r}")
    if isinstance(extra, str | Path):
        raise TypeError(f"extra is a list of folders: extra=[{str(extra)!r}]")


def load(region: str | None, year: int | None, extra: Sequence[Path]) -> RuleSet:
    """Return a rule set; see :meth:`RuleSet.for_region`."""
    lexicon = shipped_lexicon()
    notes: list[Message] = []
    layers, packs = layers_for(region, extra, lexicon, notes)
    chain = tuple(layers)
    problems = [p for layer in chain for p in layer.problems] + list(conflicts(chain))
    problems += rivals(packs)
    notes += [note for layer in chain for note in layer.notes] + list(warnings(chain))
    wordings = [file for layer in chain for file in layer.wordings]
    notes += rewordings(wordings, shipped_codebook()) if not problems else ()
    for file in wordings:
        lexicon = lexicon.with_wholes(denominators(file))
    ruleset = RuleSet(chain, shipped_codebook(), lexicon, region, year, tuple(notes))
    problems += [p for _, _, wrong in changes_of(ruleset) for p in wrong]
    if problems:
        raise RuleFileError(problems)
    count = sum(len(layer.rules) for layer in chain)
    _LOG.info("%d rules loaded: %s", count, ", ".join(layer.id for layer in chain))
    return ruleset


def changes_of(ruleset: RuleSet) -> Iterator[tuple[Override, Rule | None, list[Problem]]]:
    """Yield every override that gives a rule something else, what it makes of it, what is wrong."""
    rules = dict(ruleset.rules())
    above = Above()
    for layer in ruleset.layers:
        above = above.with_layer(layer)
        for override in layer.overrides:
            if override.changes and override.file is not None and override.rule in rules:
                changed, problems = _apply(ruleset, above, rules[override.rule], override)
                yield override, changed, problems
                if changed is not None:
                    rules[override.rule] = changed


def _apply(
    ruleset: RuleSet, above: Above, rule: Rule, override: Override
) -> tuple[Rule | None, list[Problem]]:
    rule_file = RuleReader(
        override.file or TomlFile(override.origin, "", {}),
        override.layer,
        ruleset.lexicon,
        above.types(),
        above.documents,
    )
    return rule_file.changed(rule, override), rule_file.problems


@define(eq=False)
class _Resolving:
    """What is in force in a year, as far as the layers have been laid over each other."""

    year: int | None
    rules: dict[str, Rule] = field(factory=dict)
    disabled: dict[str, Override] = field(factory=dict)
    undated: set[str] = field(factory=set)
    changes: dict[str, list[Override]] = field(factory=dict)


def _resolve(ruleset: RuleSet, year: int | None) -> InForce:
    """Lay the layers over each other for one fiscal year."""
    out = _Resolving(year)
    above = Above()
    for layer in ruleset.layers:
        above = above.with_layer(layer)
        for rule in layer.rules.values():
            holds = in_years(rule.since, rule.until, year)
            if holds is not False and rule.enabled:
                out.rules[rule.id] = rule
                if holds is None:
                    out.undated.add(rule.id)
        for override in layer.overrides:
            holds = in_years(override.since, override.until, year)
            if holds is None:
                known = out.rules.get(override.rule)
                if known is not None and not keeps(override, known):
                    out.undated.add(override.rule)
            elif holds:
                _change(ruleset, out, above, override)
    kept = [k for k in out.rules if all(chosen.keeps(k) for chosen in ruleset.selections)]
    return InForce(
        year,
        {name: out.rules[name] for name in kept},
        out.disabled,
        {name: _parameter(ruleset.layers, name, year) for name in above.parameters},
        frozenset(out.undated),
        {name: tuple(changes) for name, changes in out.changes.items()},
    )


def in_years(since: int | None, until: int | None, year: int | None) -> bool | None:
    """Return whether a year lies in a period; None when the year is unknown and it matters."""
    if since is None and until is None:
        return True
    return None if year is None else (since or 0) <= year <= (until or 9999)


def _change(ruleset: RuleSet, out: _Resolving, above: Above, override: Override) -> None:
    """Apply one override that is in force."""
    known = out.rules.get(override.rule)
    out.changes.setdefault(override.rule, []).append(override)
    if override.verb == "disable":
        out.disabled[override.rule] = override
        out.rules.pop(override.rule, None)
    elif override.verb == "enable":
        out.disabled.pop(override.rule, None)
        rule = ruleset.rules().get(override.rule)
        holds = in_years(rule.since, rule.until, out.year) if rule is not None else False
        if known is None and rule is not None and holds is not False:
            out.rules[override.rule] = rule
            if holds is None:
                out.undated.add(override.rule)
    elif known is not None:
        base = known
        if override.verb == "replace":
            base = ruleset.rules()[override.rule]
        changed, _ = _apply(ruleset, above, base, override)
        if changed is not None:
            out.rules[override.rule] = changed


def _parameter(layers: Sequence[Layer], name: str, year: int | None) -> ParameterInForce:
    """Return the nearest value in force; of a ``tighten`` parameter the tightest of the chain.

    Without a year a dated value leaves it open what is in force, unless a nearer undated one is.
    """
    parameter: Parameter | None = None
    chosen: DatedValue | None = None
    open_ = False
    for layer in layers:
        here = layer.parameters.get(name)
        if here is None:
            continue
        parameter = evolve(here, values=(*(parameter.values if parameter else ()), *here.values))
        found = latest(here.values, year)
        if any(v.holds(year) is None for v in here.values):
            open_ = True
        elif found is not None and parameter.tighten is None:
            open_ = False
        if found is None:
            continue
        if chosen is None or not looser(parameter, found.value, chosen.value):
            chosen = found
    if parameter is None:
        raise KeyError(name)
    if chosen is not None and not open_:
        return ParameterInForce(parameter, chosen.value, chosen)
    if open_:
        why = Message("报告年度不明，参数未定", "the year is unknown, so is the parameter")
    else:
        when = ("", "") if year is None else (f"在 {year} 年", f" in {year}")
        why = Message(f"参数“{parameter.title}”{when[0]}没有规定", f"no value of {name}{when[1]}")
    return ParameterInForce(parameter, Missing(why), None, open_)
