"""The difference of two results: which findings are gone, which are new, which have changed.

A finding is the same while its rule stands at the same place; if its figures are others there, it
has changed.  One that went to another place with all its figures is the same as well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Final, cast

from attrs import asdict, field, frozen

from performance_rules.errors import Message, PerformanceRulesError, Problem
from performance_rules.outputs.canonical import RESULT, RESULTS

DIFFERENCE: Final = "performance-rules/difference/1"

Document = Mapping[str, object]


@frozen
class Seen:
    """A finding of a result.

    Attributes:
        report: the report it is of: body, year, kind, project, file, and part of the file.
        waived: whether somebody had decided that it does not count.
    """

    report: tuple[str, ...]
    rule: str
    severity: str
    title: str
    message: str
    fingerprint: str
    imprint: str
    waived: bool = False

    @property
    def state(self) -> tuple[str, str]:
        """What must be the same for the finding to be unchanged."""
        return self.imprint, self.severity


@frozen
class FindingChange:
    """A finding as it was and as it is."""

    old: Seen
    new: Seen


@frozen
class Difference:
    """What became of the findings of one result in another.

    Attributes:
        same: how many have not changed.
        reports_gone: the reports that only the old result holds.
        reports_new: those that only the new one holds.
    """

    gone: tuple[Seen, ...] = ()
    new: tuple[Seen, ...] = ()
    changed: tuple[FindingChange, ...] = ()
    same: int = 0
    reports_gone: tuple[str, ...] = ()
    reports_new: tuple[str, ...] = ()

    @property
    def worse(self) -> bool:
        """Whether there is a contradiction that was not there before."""
        found = (*self.new, *(one.new for one in self.changed))
        return any(one.severity == "error" and not one.waived for one in found)


@frozen
class ReportFindings:
    """The findings of one report, with what tells it from others."""

    report: tuple[str, ...]
    source: str
    findings: tuple[Seen, ...] = field(factory=tuple)

    @property
    def key(self) -> tuple[str, ...]:
        """Its body, year, kind and project; its file where no body is named."""
        return self.report if self.report[0] else (self.source.replace("\\", "/").split("/")[-1],)


def is_result(document: object) -> bool:
    """Whether a parsed JSON text is a result of ``check``."""
    return isinstance(document, Mapping) and document.get("schema") in (RESULT, RESULTS)


def results_of(document: Document, name: str) -> list[ReportFindings]:
    """Return the reports of a canonical result, parsed from JSON.

    Args:
        document: the parsed text.
        name: the file it stood in, for messages.

    Raises:
        PerformanceRulesError: if it is damaged.
    """
    try:
        if document["schema"] == RESULTS:
            return [_result(one) for one in cast("list[Document]", document["results"])]
        return [_result(document)]
    except (KeyError, TypeError, AttributeError) as wrong:
        why = Message(f"结果不完整：{wrong}", f"the result is damaged: {wrong}")
        cure = Message("用 check 报告 -o 结果.json 重新生成", "make it anew: check FILE -o r.json")
        raise PerformanceRulesError([Problem(why, name, cure=cure)]) from None


def _result(document: Document) -> ReportFindings:
    head = cast("Document", document["report"])
    names = ("entity", "year", "kind", "project")
    report = tuple(str(head.get(name) or "") for name in names)
    waived = cast("list[Document]", document.get("waived", ()))
    found = [_seen(one, report) for one in cast("list[Document]", document["findings"])]
    found += [_seen(cast("Document", one["finding"]), report, waived=True) for one in waived]
    return ReportFindings(report, str(head["source"]), tuple(found))


def _seen(item: Document, report: tuple[str, ...], *, waived: bool = False) -> Seen:
    values = cast("list[Document]", item["values"])
    printed = "\x1f".join(f"{one['name']}={one['printed']}" for one in values)
    return Seen(
        (*report, str(item.get("part") or "")),
        str(item["rule"]),
        str(item["severity"]),
        str(item.get("fault") or item["title"]),
        str(item["message"]),
        str(item["fingerprint"]),
        str(item.get("imprint") or printed or item["message"]),
        waived,
    )


def difference(old: Sequence[ReportFindings], new: Sequence[ReportFindings]) -> Difference:
    """Return what became of the findings of some reports.

    One report is compared with one whatever they are called; of several those that are of the same
    body, year, kind and project.
    """
    if len(old) == len(new) == 1:
        return _compared(old[0].findings, new[0].findings)
    before, after = ({one.key: one for one in results} for results in (old, new))
    parts = [_compared(before[key].findings, after[key].findings) for key in before if key in after]
    alone = [before[key].findings for key in before if key not in after]
    come = [after[key].findings for key in after if key not in before]
    return Difference(
        tuple(x for part in parts for x in part.gone) + tuple(x for found in alone for x in found),
        tuple(x for part in parts for x in part.new) + tuple(x for found in come for x in found),
        tuple(x for part in parts for x in part.changed),
        sum(part.same for part in parts),
        tuple(before[key].source for key in before if key not in after),
        tuple(after[key].source for key in after if key not in before),
    )


def _compared(old: Sequence[Seen], new: Sequence[Seen]) -> Difference:
    left, right = list(old), list(new)
    ways: tuple[Callable[[Seen], Hashable], ...] = (
        lambda one: (one.fingerprint, one.report[-1], one.state),
        lambda one: (one.rule, one.report[-1], one.state),
        lambda one: (one.rule, one.state),
    )
    same = sum(sum(1 for _ in _paired(left, right, way)) for way in ways)
    changed = list(_paired(left, right, lambda one: (one.fingerprint, one.report[-1])))
    return Difference(
        tuple(left), tuple(right), tuple(FindingChange(a, b) for a, b in changed), same
    )


def _paired(
    left: list[Seen], right: list[Seen], key: Callable[[Seen], Hashable]
) -> Iterator[tuple[Seen, Seen]]:
    """Yield findings of both sides that are told alike, and take them out of both."""
    waiting: dict[Hashable, list[Seen]] = {}
    for one in right:
        waiting.setdefault(key(one), []).append(one)
    for one in list(left):
        if others := waiting.get(key(one)):
            other = others.pop(0)
            left[:] = [x for x in left if x is not one]
            right[:] = [x for x in right if x is not other]
            yield one, other


def as_data(found: Difference) -> dict[str, object]:
    """Return a difference as plain values, for JSON."""
    counts = {name: len(getattr(found, name)) for name in ("gone", "new", "changed")} | {
        "same": found.same
    }
    data = {"schema": DIFFERENCE, "summary": counts, **asdict(found)}
    del data["same"]
    return data
