"""Workshop: the rules that the mutants of one rule are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from performance_rules.language.expressions import Binding, Expression
from performance_rules.language.lets import needs_of
from performance_rules.language.syntax import SyntaxProblem, parse, parse_each, parse_template
from performance_rules.language.typing import Checker
from performance_rules.rules.layers import Above
from performance_rules.rules.model import Piece, Rule
from performance_rules.rules.ruleset import RuleSet
from performance_rules.testing.mutation.mutants import CONDITIONS, LET, Mutant, lets_of

Template = Sequence[str | tuple[Expression, int]]


@frozen(eq=False)
class Workshop:
    """What is needed to make the rules that mutants of one rule are: its clauses as trees."""

    rule: Rule
    ruleset: RuleSet
    above: Above
    lets: Mapping[str, Expression]
    each: tuple[Binding, ...]
    conditions: Mapping[str, Expression]
    messages: Mapping[str, Template]

    @classmethod
    def of(cls, rule: Rule, ruleset: RuleSet) -> Workshop:
        """Return the workshop of a rule: it sees the layers down to its own."""
        above = Above()
        for layer in ruleset.layers:
            above = above.with_layer(layer)
            if layer.id == rule.layer:
                break
        text = {key: str(said) for key, said in rule.text.items()}
        return cls(
            rule,
            ruleset,
            above,
            lets_of(rule.text),
            parse_each(text["each"]) if "each" in text else (),
            {key: parse(text[key]) for key in CONDITIONS if key in text},
            {key: parse_template(text[key]) for key in ("message", "message_en")},
        )

    def rule_of(self, mutant: Mutant) -> Rule | None:
        """Return the rule that a mutant is, or None where it is no rule."""
        match mutant.clause:
            case "kinds":
                return evolve(self.rule, kinds=())
            case "since":
                return evolve(self.rule, since=None)
            case "until":
                return evolve(self.rule, until=None)
        if mutant.tree is None:
            return evolve(self.rule, when=None)
        lets, each, conditions = dict(self.lets), list(self.each), dict(self.conditions)
        if mutant.clause == "each":
            name, _, at = each[mutant.binding]
            each[mutant.binding] = name, mutant.tree, at
        elif mutant.clause in conditions:
            conditions[mutant.clause] = mutant.tree
        else:
            lets[mutant.clause.removeprefix(LET)] = mutant.tree
        try:
            return self._checked(lets, each, conditions)
        except SyntaxProblem:
            return None

    def _checked(
        self,
        lets: Mapping[str, Expression],
        each: Sequence[Binding],
        conditions: Mapping[str, Expression],
    ) -> Rule | None:
        """Return the rule with other clauses; None where a variable runs over something else."""
        checker = Checker(self.ruleset.lexicon, self.above.types())
        needs = needs_of(lets, [name for name, _, _ in each])
        bound = []
        for number in range(len(each) + 1):
            for let, needed in needs.items():
                if needed == number:
                    checker.define(let, lets[let])
            if number < len(each):
                name, source, at = each[number]
                typed = checker.check(source)
                if typed.type != self.rule.each[number][2].type:
                    return None
                bound.append((checker.bind(name, checker.list_item(typed), at), name, typed))
        checked = {key: checker.condition(tree) for key, tree in conditions.items()}
        said = {key: _pieces(checker, pieces) for key, pieces in self.messages.items()}
        return evolve(
            self.rule,
            each=tuple(bound),
            when=checked.get("when"),
            asserts=checked["assert"],
            message=said["message"],
            message_en=said["message_en"],
            slots=checker.slots,
        )


def _pieces(checker: Checker, template: Template) -> tuple[Piece, ...]:
    return tuple(piece if isinstance(piece, str) else checker.check(piece[0]) for piece in template)
