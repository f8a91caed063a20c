"""The check: a report and a rule set give a result; nothing a report says ever raises."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from attrs import frozen

from performance_rules.checking.answering import answer_of, in_table
from performance_rules.checking.candidates import Candidates
from performance_rules.checking.findings import (
    VERDICTS,
    Finding,
    NotChecked,
    Operand,
    PlaceVerdict,
    Summary,
    fingerprint,
    lowered,
    severity_of,
)
from performance_rules.checking.grounding import grounded_again, scope_of
from performance_rules.checking.keeping import Judgement, judge, kept_for
from performance_rules.checking.phrasing import sentence
from performance_rules.checking.placenames import (
    guard,
    message_of,
    named,
    paths_of,
    section_of,
    told_of,
)
from performance_rules.checking.placing import placed
from performance_rules.checking.plan import (
    FAIL,
    PASS,
    ROUNDING,
    UNDETERMINED,
    Place,
    Plan,
    about_of,
    nodes_of,
    reason_of,
    slots_of,
)
from performance_rules.checking.standing import (
    inferences,
    mismatches,
    place_of,
    places_of,
    said_of,
    standing,
)
from performance_rules.checking.widening import Sentences
from performance_rules.errors import Message
from performance_rules.language.clashes import clashes
from performance_rules.language.explain import reckoned, spoken
from performance_rules.language.ground import leaves_of
from performance_rules.language.scope import Scope
from performance_rules.report.model import Report
from performance_rules.report.nodes import MATTERS, TERMS
from performance_rules.report.phrases import phrase, titled
from performance_rules.report.printed import names_of
from performance_rules.report.tree import Tree
from performance_rules.rules.law import binding
from performance_rules.rules.model import ROUNDING_RULE as ROUNDING_RULE
from performance_rules.rules.model import SEVERITIES, Basis, Rule
from performance_rules.rules.ruleset import InForce, RuleSet
from performance_rules.values.unchanging import unchanging

SCHEMA: Final = "performance-rules/check/1"
"""The id of the plain form of a result; another number would be another form."""


def check(report: Report, ruleset: RuleSet) -> Result:
    """Check a report against a rule set.

    Args:
        report: the typed report.
        ruleset: the rules of a region; without a year of its own the report's year counts.

    Returns:
        The verdict of every rule at every place; findings are built when they are asked for.

    Raises:
        TypeError: what is given is no report or no rule set.
    """
    guard(report, ruleset)
    return check_in_force(report, ruleset, ruleset.in_force(report.year))


def check_in_force(report: Report, ruleset: RuleSet, in_force: InForce) -> Result:
    """Check a report against what a rule set says for one year, or against some of it."""
    return Result(report, ruleset, in_force, judge(report, ruleset, in_force))


@frozen(eq=False, repr=False, slots=False)
class Result:
    """What a check found; everything but the verdicts is worked out when it is asked for.

    It never changes.  The walked report and the plans are kept for the next report and are for
    this library alone: who writes into them changes what the next check finds.

    Attributes:
        report: the report that was checked.
        ruleset: the rule set it was checked against.
        in_force: the rules and parameter values of the report's year.
    """

    report: Report
    ruleset: RuleSet
    in_force: InForce
    _judgement: Judgement

    def __reduce__(self) -> tuple[object, ...]:
        """Become the report, the rules and what was in force; a copy checks again."""
        return check_in_force, (self.report, self.ruleset, self.in_force)

    @property
    def tree(self) -> Tree:
        """The report with its printed numbers, counted."""
        return self._judgement.tree

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The rules at their places, as conditions on the printed numbers."""
        return self._judgement.plans.each

    @cached_property
    def _codes(self) -> Mapping[Place, int]:
        """Verdicts of places that do not simply pass."""
        codes: dict[Place, int] = {}
        for plan in self.plans:
            codes.update({plan.places[index]: code for index, code in plan.settled.items()})
        for plan, judged in self._judgement.found:
            for code, places in enumerate(judged):
                codes.update({plan.places[index]: code for index in places})
        return unchanging(codes)

    @cached_property
    def _figures(self) -> Candidates:
        """The figures of the report, as answers are looked for among them."""
        return Candidates(self.tree)

    @cached_property
    def _sentences(self) -> Sentences:
        """The paragraphs of the report, as words are looked for around a figure."""
        return Sentences.of(self.report.text)

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        """Every place, by rule."""
        places = [place for plan in self.plans for place in plan.places]
        return tuple(sorted(places, key=lambda place: place.rule.id))

    def _those(self, verdict: int) -> list[Place]:
        """Return the places of one verdict, by rule."""
        places = [place for place, code in self._codes.items() if code == verdict]
        return sorted(places, key=lambda place: place.rule.id)

    @property
    def ok(self) -> bool:
        """Whether there is no finding of severity error or warning."""
        counted = self.summary.findings
        return not (counted["error"] or counted["warning"])

    @property
    def summary(self) -> Summary:
        """How many findings of each severity and verdicts of each name.

        Nothing needs to be explained to count them, unless something was inferred.
        """
        counts = list(self._judgement.plans.tally)
        severities = dict.fromkeys(SEVERITIES, 0)
        found = list(self._judgement.plans.failed)
        for plan, judged in self._judgement.found:
            for code, places in enumerate(judged):
                if places:
                    counts[code] += len(places)
                    counts[PASS] -= len(places)
            found += [plan.severities[index] for index in judged[FAIL]]
        if self.tree.has_text:
            found = [said_of(place, self.tree, self._basis) for place in self._those(FAIL)]
        found += ["hint"] * bool(counts[ROUNDING])
        if self.tree.inferred:
            found = [finding.severity for finding in self.findings]
        for severity in found:
            severities[severity] += 1
        return Summary(severities, dict(zip(VERDICTS, counts, strict=True)))

    @cached_property
    def on_figures(self) -> bool:
        """Whether any rule came to a verdict on a printed number of the report."""
        codes = self._codes
        return any(
            codes.get(place, PASS) in (PASS, ROUNDING, FAIL)
            and (leaves_of(place.asserts) or leaves_of(place.when))
            for plan in self._judgement.plans.open
            for place in plan.open
        )

    @cached_property
    def verdicts(self) -> tuple[PlaceVerdict, ...]:
        """The verdict of every rule at every place."""
        codes = self._codes
        out = []
        for place in self._places:
            path, title = named(nodes_of(place, self.tree))
            verdict = VERDICTS[codes.get(place, PASS)]
            out.append(PlaceVerdict(place.rule.id, path, title, verdict))
        return tuple(out)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, in the order of the document, then by rule."""
        scope = scope_of(self.tree, self.ruleset, self.in_force)
        return (*(finding for _, finding in self.failed), *self._rounding(scope))

    @cached_property
    def failed(self) -> tuple[tuple[Place, Finding], ...]:
        """The findings but for the one on rounding, each with the place of its rule."""
        scope = scope_of(self.tree, self.ruleset, self.in_force)
        found = [(place, self._finding(place, scope)) for place in self._those(FAIL)]
        return tuple(sorted(found, key=lambda pair: self._order(*pair)))

    @cached_property
    def not_checked(self) -> tuple[NotChecked, ...]:
        """Rules that could not be judged somewhere, by rule and reason."""
        grouped: dict[tuple[str, str], list[Place]] = {}
        reasons: dict[tuple[str, str], Message] = {}
        scope = scope_of(self.tree, self.ruleset, self.in_force)
        compiled = kept_for(self.in_force).compiled
        for place in self._those(UNDETERMINED):
            rule, slots = compiled[place.rule.id], slots_of(place, self.tree)
            reason = reason_of(grounded_again(place, rule, scope, slots), self.tree.values)
            grouped.setdefault(key := (place.rule.id, reason.zh), []).append(place)
            reasons[key] = reason
        return tuple(
            NotChecked(
                name,
                places[0].rule.title,
                reasons[name, zh],
                len(places),
                tuple(named(nodes_of(p, self.tree))[1] for p in places),
            )
            for (name, zh), places in sorted(grouped.items())
        )

    @cached_property
    def notes(self) -> tuple[Message, ...]:
        """What the caller should know: of the rule set, and where it is not of the report."""
        return (*self.ruleset.notes, *mismatches(self.report, self.ruleset))

    def to_dict(self) -> dict[str, object]:
        """Return the result as text, numbers, lists and dicts.

        Everything is said in both languages.  The form only grows; see ``docs/promises.md``.
        """
        report, ruleset, summary = self.report, self.ruleset, self.summary
        head = ("title", "entity", "project", "region", "year", "kind")
        return {
            "schema": SCHEMA,
            "report": {name: getattr(report, name) for name in head},
            "ruleset": {
                "id": ruleset.id,
                "version": ruleset.version,
                "region": ruleset.region,
                "year": self.in_force.year,
                "layers": [layer.id for layer in ruleset.layers],
                "rules": len(self.in_force.rules),
            },
            "ok": self.ok,
            "summary": dict(summary.findings),
            "verdicts": dict(summary.verdicts),
            "findings": [finding.to_dict() for finding in self.findings],
            "not_checked": [
                {
                    "rule": item.rule,
                    "title": item.heading.to_dict(),
                    "reason": item.reason.to_dict(),
                    "places": item.places,
                    "where": list(item.where),
                }
                for item in self.not_checked
            ],
            "notes": [note.to_dict() for note in self.notes],
        }

    def to_json(self, indent: int | None = None) -> str:
        """Return the same as JSON, Chinese as it stands.

        Args:
            indent: how far each level is moved in; everything in one line by default.
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def _order(self, place: Place, finding: Finding) -> tuple[int, int, str, int]:
        starts = [w.start for w in finding.where if w.start is not None and not w.expected]
        nodes = [bound for bound in place.bound if isinstance(bound, int)]
        return min(starts, default=1 << 60), max(nodes, default=0), place.rule.id, place.index

    def _finding(self, place: Place, scope: Scope) -> Finding:
        rule, slots = place.rule, slots_of(place, self.tree)
        nodes = nodes_of(place, self.tree)
        (path, title), found = named(nodes), list(clashes(scope, place.asserts))
        leaves = list(dict.fromkeys(leaf for clash in found for leaf in clash.leaves))
        computed = [
            (name, reckoned(text))
            for c in found
            for name, text in (("arithmetic", c.arithmetic), ("difference", c.difference))
            if text and (c.telling or name == "arithmetic")
        ]
        shown_leaves = [self.tree.leaves[leaf] for leaf in leaves]
        more = (*told_of(rule, scope, slots), *in_table(nodes, self._figures))
        said, grave = message_of(rule, scope, slots), rule.severity == "error"
        names = names_of(nodes, self.tree)
        rests = *leaves, *sorted(leaves_of(place.when))
        inferred = inferences(self.tree, rests, nodes, place.asserts if grave else None)
        basis = self._basis(place)
        where = places_of(self.tree, (*leaves, *more)) or standing(nodes, path, title)
        zh, en = sentence(said.zh, scope, found, "zh", names), sentence(said.en, scope, found, "en")
        finding = Finding(
            rule=rule.id,
            severity=severity_of(rule.severity, basis, said=self.tree.has_text),
            verdict="fail",
            heading=rule.title,
            statement=Message(zh, en),
            cure=rule.advice,
            why=rule.why,
            values=tuple(Operand(leaf.name, spoken(leaf.quantity)) for leaf in shown_leaves),
            computed=tuple(computed),
            where=tuple(
                self._sentences.around(one, zh)
                for one in placed(where, titled(said.zh), nodes, self.tree)
            ),
            basis=basis,
            parameters=self._parameters(rule),
            place=path,
            section=TERMS[MATTERS] if path.startswith(MATTERS) else section_of(title),
            fingerprint=fingerprint(rule.id, paths_of(nodes)),
            titled=titled(said.zh),
            answer=answer_of(self._figures, nodes, found, sure=not inferred) if grave else None,
            fault=rule.fault,
        )
        return lowered(finding, inferred)

    def _basis(self, place: Place) -> tuple[Basis, ...]:
        """What binds the report of the rule's own bases and those of the thresholds it used."""
        given = self.in_force.bases(place.rule), self.ruleset.documents, self.in_force.year
        return binding(*given, self.report.kind, about_of(place, self.tree))

    def _parameters(self, rule: Rule) -> tuple[tuple[str, str], ...]:
        return tuple(
            (name, dated.printed)
            for name in sorted(rule.parameters)
            if (dated := self.in_force.parameters[name].dated) is not None
            and not isinstance(dated.value, str)  # a pattern: nothing is measured by it
        )

    def _rounding(self, scope: Scope) -> list[Finding]:
        """One hint for all places that agree only within the last digit."""
        places = self._those(ROUNDING)
        if not places:
            return []
        lines, where, rules = [], [], []
        for place in places:
            title = named(nodes_of(place, self.tree))[1]
            for clash in clashes(scope, place.asserts):
                told, called = reckoned(clash.arithmetic), phrase(title).en
                lines.append(Message(f"{title}：{told.zh}", f"{called}: {told.en}"))
                where += [place_of(self.tree.leaves[leaf]) for leaf in clash.leaves[-1:]]
            rules.append(place.rule.id)
        return [
            Finding(
                rule=ROUNDING_RULE,
                severity="hint",
                verdict="rounding",
                heading=Message("尾差", "last-digit differences"),
                statement=Message(
                    f"{len(places)} 处只在末位数字上有出入，属于取位造成，不算错误。",
                    f"{len(places)} places differ in the last printed digit only; no error.",
                ),
                cure=Message(
                    "一般不必改；如要改，调整末位使合计相符。",
                    "Usually nothing; adjust last digits if the totals should match exactly.",
                ),
                why="印出的数只精确到末位，末位以内的出入不能说明哪个数错了。",
                values=(),
                computed=tuple(("arithmetic", line) for line in lines),
                where=tuple(where),
                basis=(),
                parameters=(),
                place="",
                section="",
                fingerprint=fingerprint(ROUNDING_RULE, tuple(sorted(set(rules)))),
            )
        ]
