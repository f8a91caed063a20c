"""JUnit: a suite for each report, a case for each rule that found something, for servers of tests.

A contradiction is a failure, a report that cannot be read an error; everything else is told in the
output of its case, and does not fail.  One case more says how much was looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from performance_rules.errors import Lang
from performance_rules.outputs.batch import Batch, Checked, Unreadable
from performance_rules.outputs.coverage import all_looked_text
from performance_rules.outputs.points import Breach, below_of, points_of
from performance_rules.outputs.quoting import quote_text
from performance_rules.outputs.terminal import Row, clean, row
from performance_rules.outputs.words import say


def render(batch: Batch, lang: Lang, columns: int) -> Iterator[Row]:
    """Yield the lines of the XML text."""
    del columns  # XML has no width
    suites = [_suite(part, lang) for one in batch.checked for part in one.parts]
    suites += [_unread(lost, lang) for lost in batch.unreadable]
    root = Element("testsuites", name="performance-rules")
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    root.extend(suites)
    indent(root)
    yield row('<?xml version="1.0" encoding="UTF-8"?>')
    for line in tostring(root, encoding="unicode").split("\n"):
        yield row(line)


def _suite(part: Checked, lang: Lang) -> Element:
    suite = Element("testsuite", name=clean(part.source))
    points = sorted(points_of(part, lang), key=lambda point: point.first.rule)
    failed = 0
    for rule, group in groupby(points, key=lambda point: point.first.rule):
        same = list(group)
        first = same[0].first
        named = f"{rule} {first.title}"
        case = SubElement(suite, "testcase", classname=clean(part.source), name=named)
        text = "\n".join(_told(one, lang) for point in same for one in point.cases)
        if first.severity == "error":
            failed += 1
            failure = SubElement(case, "failure", message=first.message, type=rule)
            failure.text = text
        else:
            SubElement(case, "system-out").text = text
    looked = SubElement(suite, "testcase", classname=clean(part.source), name="performance-rules")
    if part.state == "unchecked":
        SubElement(looked, "skipped", message=part.why.text(lang))
    SubElement(looked, "system-out").text = all_looked_text(part, lang)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(failed))
    suite.set("errors", "0")
    return suite


def _unread(lost: Unreadable, lang: Lang) -> Element:
    source = clean(lost.source)
    suite = Element("testsuite", name=source, tests="1", failures="0", errors="1")
    case = SubElement(suite, "testcase", classname=source, name="performance-rules")
    why = say(lang, "semicolon").join(problem.text(lang) for problem in lost.problems)
    SubElement(case, "error", message=clean(why), type="unreadable")
    return suite


def _told(case: Breach, lang: Lang) -> str:
    """Return a finding with what it quotes, and what goes away with it."""
    quotes = [f"  {quote_text(quote, lang)}" for quote in case.quotes]
    below = [f"  {text}" for text in below_of(case, lang)]
    return "\n".join((f"{case.item.called} {case.item.message}", *quotes, *below))
