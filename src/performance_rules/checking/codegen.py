"""Generated code: the open places of a plan as Python functions over printed integers.

The source is made from grounded conditions alone — integers and comparison signs of our own —
never from the text of a rule or a report.  A place costs one test of whether it passes; only
where it does not is it asked whether it fails, and what is neither goes to the plan's own walk.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final

from performance_rules.checking.codewriter import Writer, all_of, is_plain, negated
from performance_rules.checking.plan import Judge, Judged, Place, Plan
from performance_rules.language.ground import (
    Condition,
    Every,
    Holding,
    LinearCondition,
    Opposite,
    RateCondition,
    Some,
    Values,
    judge,
)
from performance_rules.values.precision import (
    CERTAIN,
    FALSE,
    FITTING,
    IMPOSSIBLE,
    STRAINED,
    TRUE,
    rate_at_most,
    rate_equal,
)

_CHUNK: Final = 200
"""Places per generated function; larger functions compile slowly."""

_NODES: Final = 2_000
"""Most comparisons in a condition that is written out."""

_DEPTH: Final = 40
"""Deepest condition that is written out; Python itself refuses 200 nested brackets."""


def compile_plan(plan: Plan) -> Judge:
    """Return the function that judges all open places of a plan at once."""
    starts = range(0, max(len(plan.open), 1), _CHUNK)
    parts = [_function(plan, plan.open[at : at + _CHUNK], guarded=at == 0) for at in starts]
    if len(parts) == 1:
        return parts[0]

    def run(values: Values) -> Judged | None:
        found = parts[0](values)
        for part in parts[1:] if found is not None else ():
            for places, more in zip(found or (), part(values) or (), strict=True):
                places += more
        return found

    return run


def _function(plan: Plan, places: Sequence[Place], *, guarded: bool) -> Judge:
    """Return the function for some places, with the guards of the plan before the first ones."""
    names: dict[str, Any] = {"EQ": rate_equal, "LE": rate_at_most}
    names |= {"JUDGE": judge, "WALK": plan.verdict}
    writer = Writer()
    body = _guards(writer, plan, names) if guarded else []
    for place in places:
        body += _place(writer, place, plan, names)
    body = writer.finished(body)
    head = ["def run(v):"]
    used = sorted(writer.leaves)
    if 2 * len(used) > plan.leaves > 0:
        head.append(f"{', '.join(f'v{leaf}' for leaf in range(plan.leaves))}, = v")
    elif used:
        names["GET"] = itemgetter(*used)
        head.append(f"{', '.join(f'v{leaf}' for leaf in used)} = GET(v)")
    head.append("P, R, F, U, N = out = [], [], [], [], []")
    head += [f"{name} = {name}.append" for name in "RFUN"]
    source = "\n ".join([*head, *body, "return out"])
    # The source holds nothing but integers and names made above.
    exec(compile(source, "<plan>", "exec"), names)
    run: Judge = names["run"]
    return run


def _guards(writer: Writer, plan: Plan, names: dict[str, Any]) -> list[str]:
    """Return the statement that leaves when a guard does not come out as it did."""
    tests = []
    for i, (condition, truth) in enumerate(plan.guards):
        if truth == TRUE and _short(condition):
            tests.append(writer.at_least(condition, CERTAIN))
        elif truth == FALSE and _short(condition):
            tests.append(writer.at_most(condition, IMPOSSIBLE))
        else:
            names[f"g{i}"] = condition
            tests.append(f"(JUDGE(g{i}, v) == {truth})")
    together = all_of(tests)
    return [] if together == "True" else [f"if not {together}: return None"]


def _place(writer: Writer, place: Place, plan: Plan, names: dict[str, Any]) -> list[str]:
    """Return the statements that judge one place."""
    index, walk = place.index, f"WALK(p{place.index}, v)"
    names[f"p{index}"] = place
    if not (_short(place.when) and _short(place.asserts)):
        return [f"r = {walk}", f"if r: out[r].append({index})"]
    passes = writer.at_least(place.asserts, FITTING)
    doubtful = plan.doubtful(place)
    with writer.rarely():
        fails = writer.at_most(place.asserts, IMPOSSIBLE)
        if doubtful:
            # Statements that differ may still agree with the rest: then it is left open.
            same = [writer.alike((leaf, *others)) for leaf, others in doubtful.items()]
            verdict = f"F if {all_of([fails, *same])} else out[{walk}].append"
        elif fails == negated(passes):
            verdict = "F"
        elif isinstance(place.asserts, LinearCondition | RateCondition):
            verdict = f"F if {fails} else R if {writer.at_least(place.asserts, STRAINED)} else U"
        else:
            strained = writer.at_least(place.asserts, STRAINED)
            both = all_of([strained, writer.at_most(place.asserts, STRAINED)])
            verdict = f"F if {fails} else R if {both} else U"
    body = [f"if {negated(passes)}: ({verdict})({index})"]
    applies = writer.at_least(place.when, CERTAIN)
    if applies == "True":
        return body
    with writer.rarely():
        excluded = writer.at_most(place.when, IMPOSSIBLE)
    other = "N" if is_plain(place.when) else f"(N if {excluded} else U)"
    return [f"if {applies}:", f" {body[0]}", f"else: {other}({index})"]


def _short(condition: Condition) -> bool:
    """Whether a condition is small enough to be written out."""
    nodes, depth = _size(condition)
    return nodes <= _NODES and depth <= _DEPTH


def _size(condition: Condition) -> tuple[int, int]:
    """Return the number of comparisons of a condition, and how deep it is nested."""
    match condition:
        case Every(items) | Some(items):
            sizes = [_size(item) for item in items]
            return sum(n for n, _ in sizes), 1 + max((depth for _, depth in sizes), default=0)
        case Opposite(item) | Holding(item):
            nodes, depth = _size(item)
            return nodes, depth + 1
        case _:
            return 1, 0
