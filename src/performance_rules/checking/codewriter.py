"""Conditions written as Python expressions over printed integers.

Every grounded condition has a short form of two questions: is its truth at least, or at most, at
a level?  ``and``, ``or`` and ``not`` of conditions become ``and``, ``or`` and ``not`` of those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import gcd

from performance_rules.language.ground import (
    COMPARE,
    Condition,
    Every,
    Fixed,
    Holding,
    Linear,
    LinearCondition,
    Opposite,
    PrintedCondition,
    RateCondition,
    Some,
    combine,
)
from performance_rules.values.precision import (
    CERTAIN,
    FALSE,
    FITTING,
    HUNDRED,
    STRAINED,
    TRUE,
    Level,
)


class Writer:
    """Writes conditions; a product that comes up again is computed once.

    Attributes:
        leaves: the leaves that were written; leaf 7 is called ``v7``.
    """

    def __init__(self) -> None:
        """Begin with nothing written."""
        self.leaves: set[int] = set()
        self._shared: dict[str, str] = {}
        self._uses: Counter[str] = Counter()
        self._hot = True

    @contextmanager
    def rarely(self) -> Iterator[None]:
        """What is written inside is rarely run: no use of it is worth computing it beforehand."""
        self._hot = False
        yield
        self._hot = True

    def at_least(self, condition: Condition, level: Level) -> str:
        """Return whether the lower end of the truth is at least a level above IMPOSSIBLE."""
        match condition:
            case Fixed(truth):
                return str(truth >> 2 >= level)
            case LinearCondition():
                return self._linear(condition, level)
            case RateCondition():
                return all_of([self._known(condition), self._rate(condition, level)])
            case PrintedCondition():
                return all_of(self._printed(condition))
            case Every(items):
                return all_of([self.at_least(item, level) for item in items])
            case Some(items):
                return any_of([self.at_least(item, level) for item in items])
            case Opposite(item):
                return self.at_most(item, CERTAIN - level)
            case Holding(item):
                return self.at_least(item, FITTING)

    def at_most(self, condition: Condition, level: Level) -> str:
        """Return whether the upper end of the truth is at most a level below CERTAIN."""
        match condition:
            case Fixed(truth):
                return str(truth & 3 <= level)
            case LinearCondition():
                return negated(self._linear(condition, level + 1))
            case RateCondition():
                return all_of([self._known(condition), negated(self._rate(condition, level + 1))])
            case PrintedCondition():
                known, holds = self._printed(condition)
                return all_of([known, negated(holds)])
            case Every(items):
                return any_of([self.at_most(item, level) for item in items])
            case Some(items):
                return all_of([self.at_most(item, level) for item in items])
            case Opposite(item):
                return self.at_least(item, CERTAIN - level)
            case Holding(item):
                return self.at_most(item, STRAINED)

    def alike(self, leaves: Sequence[int]) -> str:
        """Return whether several leaves have one value."""
        self.leaves.update(leaves)
        return f"({' == '.join(f'v{leaf}' for leaf in leaves)})"

    def finished(self, lines: Iterable[str]) -> list[str]:
        """Return lines with what is shared computed before them."""
        head: list[str] = []
        names: dict[str, str] = {}
        for text, name in self._shared.items():
            written = text.format_map(names)
            if self._uses[name] > 1:
                head.append(f"{name} = {written}")
                names[name] = name
            else:
                names[name] = f"({written})"
        return [*head, *(line.format_map(names) for line in lines)]

    def _linear(self, c: LinearCondition, level: Level) -> str:
        """Return whether a comparison of sums reaches a level; see ``precision``."""
        difference = Linear(c.terms, c.constant, "")
        if c.op == "<=" and level == CERTAIN:
            return self._compared("<=", difference, -c.slack)
        if level == CERTAIN and c.slack:
            return "False"
        reach = c.fitting if level >= FITTING else max(c.fitting, c.strained)
        if c.op == "==" and reach:
            return f"(-{reach} <= {self._sum(c.terms, c.constant)} <= {reach})"
        return self._compared(c.op, difference, reach)

    def _known(self, c: RateCondition) -> str:
        known = f"({self._share(f'{self._form(c.rate.denominator)} > {c.slack}')})"
        if c.weight is None:
            return known
        return all_of([known, f"({self._share(f'{self._form(c.weight)} > 0')})"])

    def _rate(self, c: RateCondition, level: Level) -> str:
        """Return whether a comparison with a rate reaches a level, where its whole is positive."""
        if c.loose and level == FITTING:
            level = STRAINED  # there is nothing between
        whole = str(HUNDRED) if c.weight is None else self._form(c.weight)
        n = self._share(f"{whole}*{self._form(c.rate.numerator)}")
        q, claim = self._form(c.rate.denominator), self._form(c.claim)
        if level == CERTAIN and (c.spread or c.half) and c.op == "==":
            return "False"
        if (level == STRAINED and c.spread) or (level == CERTAIN and (c.spread or c.half)):
            form, above = "EQ" if c.op == "==" else "LE", 4 * level - 1
            factor = "" if c.weight is None else f"*{whole}"
            spread = "".join(f"({a}{factor}, {b}, {h}), " for a, b, h in c.spread)
            call = f"{form}({n}, {q}, {claim}, {c.half}, {c.step}, ({spread}), {c.slack})"
            return f"({call} > {above})"
        if not c.half and not (level == STRAINED and c.step):
            return f"({n} {c.op} {claim}*{q})"
        wide = level == STRAINED and c.step > c.half
        reach = self._product(c.step if wide else c.half, c.rate.denominator)
        sign = "<" if wide else "<="
        low = f"{self._share(f'-{reach}')} {sign} " if c.op == "==" else ""
        return f"({low}{n} - {claim}*{q} {sign} {reach})"

    def _printed(self, c: PrintedCondition) -> tuple[str, str]:
        """Return whether printed values can be compared, and whether they compare as wanted."""
        if isinstance(c.left, Linear):
            return "True", self._compared(c.op, combine(c.left, c.right, -1), 0)
        whole = self._form(c.left.denominator)
        top, right = self._product(c.left.whole, c.left.numerator), self._form(c.right)
        return f"({whole} > 0)", f"({top} {c.op} {right}*{whole})"

    def _compared(self, op: str, difference: Linear, reach: int) -> str:
        """Return ``difference op reach`` with the subtracted leaves on the right side."""
        constant = reach - difference.constant
        if not difference.terms:
            return str(COMPARE[op](0, constant))
        common = gcd(constant, *(k for _, k in difference.terms))
        constant //= common
        left = [(leaf, k // common) for leaf, k in difference.terms if k > 0]
        right = [(leaf, -k // common) for leaf, k in difference.terms if k < 0]
        if not left:
            return f"({self._sum([], -constant)} {op} {self._sum(right, 0)})"
        return f"({self._sum(left, 0)} {op} {self._sum(right, constant)})"

    def _form(self, form: Linear) -> str:
        """Return a linear form; a sum is shared where it comes up again."""
        text = self._sum(form.terms, form.constant)
        return text if text.isidentifier() or text.isdigit() else self._share(text)

    def _product(self, factor: int, form: Linear) -> str:
        return self._share(f"{factor}*{self._form(form)}")

    def _share(self, text: str) -> str:
        name = self._shared.setdefault(text, f"m{len(self._shared)}")
        self._uses[name] += self._hot
        return f"{{{name}}}"

    def _sum(self, terms: Sequence[tuple[int, int]], constant: int) -> str:
        self.leaves.update(leaf for leaf, _ in terms)
        pieces = [
            f"{'-' if k < 0 else '+'}"
            + (f"v{leaf}" if abs(k) == 1 else self._share(f"{abs(k)}*v{leaf}"))
            for leaf, k in terms
        ]
        if constant or not pieces:
            pieces.append(f"{constant:+d}")
        return "".join(pieces).removeprefix("+")


def is_plain(condition: Condition) -> bool:
    """Whether a condition is either certain or impossible, whatever the printed values."""
    match condition:
        case Fixed(truth):
            return truth in (TRUE, FALSE)
        case PrintedCondition(_, left):
            return isinstance(left, Linear)
        case Every(items) | Some(items):
            return all(is_plain(item) for item in items)
        case Holding(item):
            return is_plain(item) or isinstance(item, LinearCondition)
        case Opposite(item):
            return is_plain(item)
        case LinearCondition() | RateCondition():
            return False


def all_of(tests: Iterable[str]) -> str:
    """Return the conjunction of tests."""
    kept = list(dict.fromkeys(test for test in tests if test != "True"))
    if "False" in kept:
        return "False"
    return "True" if not kept else kept[0] if len(kept) == 1 else f"({' and '.join(kept)})"


def any_of(tests: Iterable[str]) -> str:
    """Return the disjunction of tests."""
    kept = list(dict.fromkeys(test for test in tests if test != "False"))
    if "True" in kept:
        return "True"
    return "False" if not kept else kept[0] if len(kept) == 1 else f"({' or '.join(kept)})"


def negated(test: str) -> str:
    """Return the negation of a test; every test but True and False stands in brackets."""
    if test in ("True", "False"):
        return str(test == "False")
    return test[5:-1] if test.startswith("(not ") else f"(not {test})"
