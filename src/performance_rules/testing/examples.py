"""Examples of rule files, run: the miniature report is built and judged by that one rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from attrs import evolve, frozen

from performance_rules.checking.findings import VERDICT_NAMES, VERDICTS
from performance_rules.checking.result import Result, check_in_force
from performance_rules.errors import Message
from performance_rules.lexicon.resources import rules_dir
from performance_rules.report.build import build_report
from performance_rules.report.model import Report
from performance_rules.rules.heads import HEAD, significant
from performance_rules.rules.model import DatedValue, Example, Override, Rule
from performance_rules.rules.parameters import parameter_value
from performance_rules.rules.ruleset import InForce, ParameterInForce, RuleSet, in_years
from performance_rules.rules.toml import TomlFile, read_toml


@frozen
class ExampleCase:
    """One example of one rule or override, in the rule set it stands in."""

    name: str
    rule: str
    example: Example
    ruleset: RuleSet
    changed_by: Override | None = None

    @property
    def origin(self) -> str:
        """The file it stands in."""
        return (self.changed_by or self.ruleset.rules()[self.rule]).origin


@frozen
class ExampleOutcome:
    """What an example gave.

    Attributes:
        verdict: the verdict of the rule on the whole miniature report.
        text: everything the findings say, for ``says``.
        problem: why the example does not hold, or None.
    """

    verdict: str
    text: str
    problem: Message | None


def ruleset_of(folder: Path) -> RuleSet:
    """Return the rule set that the files of a folder take part in.

    Raises:
        RuleFileError: with every problem of every file.
    """
    folder = folder.resolve()
    shipped = rules_dir().resolve() / "cn"
    if folder == shipped or shipped in folder.parents:
        digits = "".join(p.split("-")[0] for p in folder.relative_to(shipped).parts[-1:])
        region = digits.ljust(6, "0") if digits.isdigit() else None
        return RuleSet.for_region(region)
    top = folder
    while (top.parent / HEAD).exists():
        top = top.parent
    region = _region(folder)
    return RuleSet.for_region(region, extra=[top])


def layer_folder(path: Path) -> Path:
    """Return the folder of the layer a rule file belongs to."""
    folder = path.parent
    while not (folder / HEAD).exists() and folder.name in ("overrides", "parameters", "rules"):
        folder = folder.parent
    for upper in (folder, *folder.parents):
        if (upper / HEAD).exists():
            return upper
    return folder


def _region(folder: Path) -> str | None:
    head = folder / HEAD
    if not head.exists():
        return None
    read = read_toml(head)
    region = read.data.get("region") if isinstance(read, TomlFile) else None  # else told on loading
    return region if isinstance(region, str) and region else None


def cases_of(ruleset: RuleSet, layer: str | None = None) -> Iterator[ExampleCase]:
    """Yield the examples of a rule set, or of one of its layers."""
    for entry in ruleset.layers:
        if layer is not None and entry.id != layer:
            continue
        for rule in entry.rules.values():
            for example in rule.examples:
                yield ExampleCase(f"{rule.id} {example.name}", rule.id, example, ruleset)
        for override in entry.overrides:
            for example in override.examples:
                name = f"{override.rule} {override.verb} {example.name}"
                yield ExampleCase(name, override.rule, example, ruleset, override)


def run(case: ExampleCase) -> ExampleOutcome:
    """Return what an example gives.

    Raises:
        ReportError: the miniature report of the example is not a report.
    """
    report = build_report(case.example.given)
    in_force = case.ruleset.in_force(report.year)
    rule = in_force.rules.get(case.rule)
    if rule is None and case.changed_by is None:
        rule = case.ruleset.rules()[case.rule]
    if rule is None:
        return _outcome(case, "not_applicable", "")
    result = check_one(report, rule, case.ruleset, case.example.parameters)
    return _outcome(case, overall(result), said(result), result)


def check_one(
    report: Report,
    rule: Rule,
    ruleset: RuleSet,
    parameters: Mapping[str, object] = MappingProxyType({}),
) -> Result:
    """Return the result of one rule alone, with the parameter values an example gives."""
    alone = in_force_alone(rule, ruleset, report.year, parameters)
    return check_in_force(report, ruleset, alone)


def in_force_alone(
    rule: Rule, ruleset: RuleSet, year: int | None, parameters: Mapping[str, object]
) -> InForce:
    """Return what a rule set says for a year where it has one rule only.

    A rule that is off by default is tried all the same; in a year not its own there is none.
    """
    whole = ruleset.in_force(year)
    now = in_years(rule.since, rule.until, year) is not False
    values = dict(whole.parameters)
    for name, printed in parameters.items():
        parameter = values[name].parameter
        value = parameter_value(printed, parameter.unit)
        dated = DatedValue(None, None, value, str(printed), layer="example")
        values[name] = ParameterInForce(parameter, value, dated)
    return InForce(
        whole.year,
        rules={rule.id: rule if rule.enabled else evolve(rule, enabled=True)} if now else {},
        parameters=values,
        undated=whole.undated & {rule.id} if rule.id in whole.rules else frozenset(),
    )


def overall(result: Result) -> str:
    """Return the one verdict a result amounts to: the worst that was reached at any place."""
    found = result.summary.verdicts
    for verdict in ("fail", "undetermined", "rounding", "pass"):
        if found[verdict]:
            return verdict
    return VERDICTS[-1]


def said(result: Result) -> str:
    """Return everything the findings of a result say, which ``says`` of an example is part of."""
    return "\n".join(
        "\n".join((f.message, f.message_en, *(told.zh for _, told in f.computed)))
        for f in result.findings
    )


def _outcome(
    case: ExampleCase, verdict: str, text: str, result: Result | None = None
) -> ExampleOutcome:
    example = case.example
    if verdict != example.expect:
        open_ = result.not_checked if result is not None and verdict == "undetermined" else ()
        zh = "；".join(dict.fromkeys(one.reason.zh for one in open_))
        en = "; ".join(dict.fromkeys(one.reason.en for one in open_))
        wanted, got = VERDICT_NAMES[example.expect], VERDICT_NAMES[verdict]
        told = Message(
            f"应为“{wanted.zh}”，得到“{got.zh}”" + (f"（{zh}）" if zh else ""),
            f"expected {wanted.en}, got {got.en}" + (f" ({en})" if en else ""),
        )
        return ExampleOutcome(verdict, text, told)
    for words in example.says:
        if words not in text:
            zh, en = f"说明里没有“{words}”", f"the finding does not say '{words}'"
            return ExampleOutcome(verdict, text, Message(zh, en))
    return ExampleOutcome(verdict, text, None)


__all__ = [
    "ExampleCase",
    "ExampleOutcome",
    "cases_of",
    "layer_folder",
    "ruleset_of",
    "run",
    "significant",
]
