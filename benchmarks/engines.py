"""General rule engines on the same places: one expression for each, all compiled as one list.

They say only whether a place passes: none of them knows a printed number's precision, so what
fails and what is a matter of the last digit look alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from benchmarks.places import Places, Quotient, Spot, Sum, Terms, Test

Passes = Callable[[Sequence[int]], list[bool]]
"""From figures to whether each place passes or does not apply."""


def zen_engine(places: Places) -> Passes:
    """Return the checks as one GoRules list (zen-engine: Rust, exact decimals).

    A list is an order of magnitude faster than the same checks as nodes of a decision graph.
    """
    zen: Any = import_module("zen")
    compiled = zen.compile_expression(f"[{', '.join(expressions(places, _ZEN))}]")

    def passes(v: Sequence[int]) -> list[bool]:
        return list(compiled.evaluate({"v": list(v)}))

    return passes


_ZEN = {"and": "and", "or": "or", "not": "not", "abs": "abs({0})"}
_CEL = {"and": "&&", "or": "||", "not": "!", "abs": "({0} < 0 ? -({0}) : ({0}))"}


def cel_rust(places: Places) -> Passes:
    """Return the checks as one CEL list (common-expression-language: Rust)."""
    cel: Any = import_module("cel")
    program = cel.compile(f"[{', '.join(expressions(places, _CEL))}]")

    def passes(v: Sequence[int]) -> list[bool]:
        return list(program.execute({"v": list(v)}))

    return passes


def cel_python(places: Places) -> Passes:
    """Return the checks as one CEL list (cel-python: pure Python)."""
    celpy: Any = import_module("celpy")
    environment = celpy.Environment()
    tree = environment.compile(f"[{', '.join(expressions(places, _CEL))}]")
    program = environment.program(tree)

    def passes(v: Sequence[int]) -> list[bool]:
        values = celpy.json_to_cel({"v": list(v)})
        return [bool(item) for item in program.evaluate(values)]

    return passes


def expressions(places: Places, words: dict[str, str]) -> list[str]:
    """Return one expression for each place in the words of an engine."""
    return [_spot(spot, words) for spot in places.every]


def _spot(spot: Spot, words: dict[str, str]) -> str:
    lapses = [f"{words['not']}({_sum(test)})" for test in spot.only_if]
    lapses += [_all(case, words) for case in spot.unless]
    cases = [_all(case, words) for case in spot.cases]
    return f" {words['or']} ".join([*lapses, *cases]) or "false"


def _all(case: Sequence[Test], words: dict[str, str]) -> str:
    tests = [f"({_sum(t) if isinstance(t, Sum) else _rate(t, words)})" for t in case]
    joined = f" {words['and']} ".join(tests)
    return f"({joined or 'true'})"


def _sum(test: Sum) -> str:
    left = [(leaf, k) for leaf, k in test.terms if k > 0]
    right = [(leaf, -k) for leaf, k in test.terms if k < 0]
    return f"{_terms(left, test.constant)} {test.op} {_terms(right, 0)}"


def _rate(test: Quotient, words: dict[str, str]) -> str:
    whole, claim = _terms(test.whole, 0), _terms(test.claim, test.constant)
    gap = f"{_terms(test.part, 0)} - ({claim}) * ({whole})"
    gap = words["abs"].format(gap) if test.op == "==" else gap
    return f"{whole} > 0 {words['and']} {gap} <= {test.half} * ({whole})"


def _terms(terms: Terms | Sequence[tuple[int, int]], constant: int) -> str:
    pieces = [f"v[{leaf}]" if k == 1 else f"{k} * v[{leaf}]" for leaf, k in terms]
    if constant or not pieces:
        pieces.append(str(constant))
    return " + ".join(pieces).replace("+ -", "- ")
