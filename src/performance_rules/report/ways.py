"""Ways through a report's tree: to the same line in a wider account, and down from an account."""

from __future__ import annotations

from collections.abc import Iterator

from performance_rules.report.model import WIDER
from performance_rules.report.nodes import BY_ACCOUNT, LineNode
from performance_rules.report.tree import Tree


def around(account: str) -> Iterator[str]:
    """Yield the name of an account, and those of the accounts that it is a part of."""
    name: str | None = account
    while name is not None:
        yield name
        name = WIDER.get(name)


def wider(node: LineNode, tree: Tree) -> LineNode | None:
    """Return the same line in the next wider account that has it, or None."""
    if node.account is None or node.side is None:
        return None
    name = node.account.name
    steps = steps_of(node)
    while name in WIDER:
        name = WIDER[name]
        account = tree.accounts.get(name)
        found = account.lines.get(node.side) if account is not None else None
        for dimension, key in steps:
            found = part(found, dimension, key) if found is not None else None
        if found is not None:
            return found
    return None


def steps_of(node: LineNode) -> list[tuple[str, str]]:
    """Return the way from the account's line down to a node as (dimension, code or name)."""
    steps: list[tuple[str, str]] = []
    current: LineNode | None = node
    while current is not None and current.breakdown is not None:
        label = current.code or current.line.key or current.line.name
        steps.append((current.breakdown.dimension, label))
        current = current.breakdown.whole
    return steps[::-1]


def part(line: LineNode, dimension: str | None, label: str) -> LineNode | None:
    """Return the part with a code, key or name; None when there is none or more than one."""
    found = [
        p
        for b in line.breakdowns
        if b.dimension != BY_ACCOUNT and (dimension is None or b.dimension == dimension)
        for p in b.lines
        if label in (p.code, p.line.key, p.line.name)
    ]
    return found[0] if len(found) == 1 else None
