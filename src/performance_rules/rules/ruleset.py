"""Rule sets: the layers of a region laid over each other, and what is in force in a year.

The chain goes country → province → city → district; installed packages and folders given by the
caller take part in the same way.  Nothing is changed by shadowing: only by an override that names
its rule, its verb and its reason.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Final

from attrs import define, evolve, field, frozen

from performance_rules.codebook import Codebook, load_codebook
from performance_rules.errors import Message, Problem, RegionError, RuleFileError
from performance_rules.language.ground import Missing
from performance_rules.language.scope import Value
from performance_rules.lexicon.lexicon import Lexicon, shipped_lexicon
from performance_rules.lexicon.resources import rules_dir
from performance_rules.rules.conflicts import conflicts, latest, looser, rivals, warnings
from performance_rules.rules.layers import Above, Layer, read_layer, shipped_layer, significant
from performance_rules.rules.model import (
    Basis,
    DatedValue,
    LegalDocument,
    Override,
    Parameter,
    Rule,
)
from performance_rules.rules.reading import Reading
from performance_rules.rules.toml import TomlFile
from performance_rules.rules.wordings import denominators

ENTRY_POINTS: Final = "performance_rules.rules"
"""Group under which installed packages offer folders of rules."""


@frozen
class ParameterInForce:
    """The value of a parameter in one year and where it came from; None when none is in force.

    ``undated`` says that the year is not known and a dated value may be in force.
    """

    parameter: Parameter
    value: Value = field(eq=False)
    dated: DatedValue | None = None
    undated: bool = False


@define(eq=False)
class InForce:
    """What a rule set says for one fiscal year.

    Attributes:
        rules: the rules to check, by id.
        disabled: rules that are switched off, with the override that did it.
        parameters: values by id.
        undated: rules whose dates cannot be told because the year is unknown.
        plans: kept plans by report shape.
        compiled: closures of the rules by id, filled by the check.
    """

    year: int | None
    rules: dict[str, Rule] = field(factory=dict)
    disabled: dict[str, Override] = field(factory=dict)
    parameters: dict[str, ParameterInForce] = field(factory=dict)
    undated: set[str] = field(factory=set)
    changes: dict[str, list[Override]] = field(factory=dict)
    plans: dict[str, list[object]] = field(factory=dict, repr=False)
    compiled: dict[str, object] = field(factory=dict, repr=False)

    def values(self) -> dict[str, Value]:
        """Return the values of the parameters by id."""
        return {name: found.value for name, found in self.parameters.items()}

    def bases(self, rule: Rule) -> tuple[Basis, ...]:
        """Return what a rule and the thresholds it uses rest on, each once."""
        used = (self.parameters[name].dated for name in sorted(rule.parameters))
        held = (basis for dated in used if dated is not None for basis in dated.basis)
        return tuple(dict.fromkeys((*rule.basis, *held)))


@define(eq=False)
class RuleSet:
    """The layers of one region.

    Attributes:
        layers: from the country down.
        region: the region asked for.
        year: the fiscal year asked for; None means the year of each report.
        notes: what the caller should know, such as a fallback to a wider region.
    """

    layers: tuple[Layer, ...]
    codebook: Codebook
    lexicon: Lexicon
    region: str | None = None
    year: int | None = None
    notes: tuple[Message, ...] = ()
    _years: dict[int | None, InForce] = field(factory=dict, init=False, repr=False)

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
        """
        with _uncollected():
            return load(region, year, tuple(Path(e) for e in extra))

    def in_force(self, year: int | None) -> InForce:
        """Return the rules and parameter values of a fiscal year."""
        year = self.year if self.year is not None else year
        if year not in self._years:
            self._years[year] = _resolve(self, year)
        return self._years[year]

    def rules(self) -> dict[str, Rule]:
        """Return every rule of every layer as its layer wrote it, by id."""
        return {k: v for layer in self.layers for k, v in layer.rules.items()}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the garbage collector: loading makes many objects, and all of them stay."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@lru_cache(maxsize=2)
def shipped_codebook(folder: Path | None = None) -> Codebook:
    """Return the codebook that comes with the library."""
    return load_codebook((folder or rules_dir()) / "codebooks")


def load(region: str | None, year: int | None, extra: Sequence[Path]) -> RuleSet:
    """Return a rule set; see :meth:`RuleSet.for_region`."""
    lexicon = shipped_lexicon()
    notes: list[Message] = []
    folders = region_folders(region, notes)
    above = Above()
    layers: list[tuple[int, int, Layer]] = []
    for depth, folder in enumerate(folders):
        layer = shipped_layer(folder, tuple(folders[:depth]), lexicon)
        layers.append((len(significant(layer.region)) // 2, 0, layer))
        above = above.with_layer(layer)
    installed = list(installed_folders())
    for rank, folder in enumerate((*installed, *extra), 1):
        for layer in _extra_layers(folder, region, above, lexicon):
            depth = len(significant(layer.region)) // 2 if layer.region else 3
            layers.append((depth, rank, layer))
            above = above.with_layer(layer)
    layers.sort(key=lambda entry: entry[:2])
    chain = tuple(layer for _, _, layer in layers)
    problems = [p for layer in chain for p in layer.problems] + list(conflicts(chain))
    problems += rivals([entry for entry in layers if 0 < entry[1] <= len(installed)])
    if problems:
        raise RuleFileError(problems)
    notes += [note for layer in chain for note in layer.notes] + list(warnings(chain))
    for file in (file for layer in chain for file in layer.wordings):
        lexicon = lexicon.with_wholes(denominators(file))
    ruleset = RuleSet(chain, shipped_codebook(), lexicon, region, year, tuple(notes))
    problems = list(_bad_changes(ruleset))
    if problems:
        raise RuleFileError(problems)
    return ruleset


def region_folders(region: str | None, notes: list[Message]) -> list[Path]:
    """Return the shipped folders from the country down to a region; missing links are skipped.

    Raises:
        RegionError: the code is malformed, or its province is no province.
    """
    country = rules_dir() / "cn"
    if not region:
        notes.append(Message("未指定地区：只用全国规则", "no region given: national rules only"))
        return [country]
    if not region.isdigit() or len(region) not in (2, 4, 6):
        raise RegionError(
            [Problem(Message(f"区划代码“{region}”应是 2、4 或 6 位数字", f"bad region '{region}'"))]
        )
    if region[:2] not in PROVINCES:
        raise RegionError(
            [
                Problem(
                    Message(f"没有省级区划 {region[:2]}", f"no province {region[:2]}"),
                    cure=Message(
                        "按 GB/T 2260 填写，如 440205", "use a GB/T 2260 code such as 440205"
                    ),
                )
            ]
        )
    folders = [country]
    found = ""
    for digits in (region[:2], region[:4], region[:6]):
        match = [p for p in sorted(folders[-1].glob(f"{digits}-*")) if p.is_dir()]
        if match and digits != found:
            folders.append(match[0])
            found = digits
    if significant(region) != found:
        where = folders[-1].name
        notes.append(
            Message(
                f"没有 {region} 的专门规则，用 {where}", f"no rules for {region}; using {where}"
            )
        )
    return folders


PROVINCES: Final = frozenset((
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34",
    "35", "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52",
    "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
))  # fmt: skip
"""First two digits of the region codes of GB/T 2260."""


def installed_folders() -> Iterator[Path]:
    """Yield the rule folders that installed packages offer."""
    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda e: e.name):
        offered = entry.load()
        yield Path(offered() if callable(offered) else offered)


def _extra_layers(
    folder: Path, region: str | None, above: Above, lexicon: Lexicon
) -> Iterator[Layer]:
    """Yield the layers of a folder that apply to a region: itself, then matching ones inside."""
    layer = read_layer(folder, above, lexicon)
    digits = significant(layer.region)
    if digits and not (region or "").startswith(digits):
        layer.notes.append(
            Message(
                f"{folder} 属于 {layer.region}，不适用于 {region or '全国'}",
                f"{folder} is for {layer.region}, not for {region or 'the whole country'}",
            )
        )
        yield Layer(layer.id, layer.name, folder, layer.region, notes=layer.notes)
        return
    yield layer
    inner = above.with_layer(layer)
    for head in sorted(folder.glob("*/ruleset.toml")):
        for found in _extra_layers(head.parent, region, inner, lexicon):
            if found.says_something:
                yield found


def _bad_changes(ruleset: RuleSet) -> Iterator[Problem]:
    """Yield what is wrong with rules as overrides make them."""
    rules = dict(ruleset.rules())
    above = Above()
    for layer in ruleset.layers:
        above = above.with_layer(layer)
        for override in layer.overrides:
            if override.changes and override.file is not None and override.rule in rules:
                changed, problems = _apply(ruleset, above, rules[override.rule], override)
                yield from problems
                if changed is not None:
                    rules[override.rule] = changed


def _apply(
    ruleset: RuleSet, above: Above, rule: Rule, override: Override
) -> tuple[Rule | None, list[Problem]]:
    reading = Reading(
        override.file or TomlFile(override.origin, "", {}),
        override.layer,
        ruleset.lexicon,
        above.types(),
        above.documents,
    )
    return reading.changed(rule, override), reading.problems


def _resolve(ruleset: RuleSet, year: int | None) -> InForce:
    """Lay the layers over each other for one fiscal year."""
    out = InForce(year)
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
                if override.matters:
                    out.undated.add(override.rule)
            elif holds:
                _change(ruleset, out, above, override)
    for name in above.parameters:
        out.parameters[name] = _parameter(ruleset.layers, name, year)
    return out


def in_years(since: int | None, until: int | None, year: int | None) -> bool | None:
    """Return whether a year lies in a period; None when the year is unknown and it matters."""
    if since is None and until is None:
        return True
    return None if year is None else (since or 0) <= year <= (until or 9999)


def _change(ruleset: RuleSet, out: InForce, above: Above, override: Override) -> None:
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
