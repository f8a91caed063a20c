"""The founding report: a district bureau's self-evaluation of 2021, entered as a typed report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest
import tomli

from performance_rules import Finding, Report, Result, RuleSet, check
from performance_rules.checking.grounding import scope_of
from performance_rules.checking.plan import FAIL
from performance_rules.language.ground import leaves_of

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "examples" / "qujiang-2021.toml").read_text(encoding="utf-8")
UNCONSTRAINED = ROOT / "docs" / "unconstrained.md"


@lru_cache(maxsize=1)
def ruleset() -> RuleSet:
    """Return the rule set of the district."""
    return RuleSet.for_region("440205")


def checked(text: str) -> Result:
    """Return the result of the report in a TOML text."""
    report = Report.from_dict(tomli.loads(text, parse_float=Decimal))
    return check(report, ruleset())


def said(result: Result, severity: str) -> list[str]:
    """Return what the findings of a severity say, with their numbers, without separators."""
    return [
        " ".join(
            (f.message, *(v.printed for v in f.values), *(c.zh for _, c in f.computed))
        ).replace(",", "")
        for f in result.findings
        if f.severity == severity
    ]


def test_it_holds_every_decimal_of_the_document() -> None:
    """All 89 different decimals of the document are in the typed report."""
    numbers = set(re.findall(r"\d+\.\d+", TEXT.replace(",", "")))
    assert len(numbers) == 89


ERRORS = (
    ("2617435.49", "2613704.45", "3731.04"),
    ("372616.65", "376347.69", "3731.04"),
    ("18547952.93", "18546698.52", "1254.41"),
    ("3.96%", "33.97%", "1.18%", "14.04%", "2.02%", "43.03%", "1.76%"),
)
"""The hard contradictions that a typed report shows; each is one finding."""


def test_the_errors_are_the_known_ones_and_no_other() -> None:
    """Two statements of one figure (twice), income of another kind, a wrong denominator."""
    found = said(checked(TEXT), "error")
    assert len(found) == len(ERRORS)
    for numbers in ERRORS:
        assert any(all(n in text for n in numbers) for text in found), numbers


def test_the_one_share_that_fits_both_totals_is_not_reported() -> None:
    """0.04 % of 7,128.00 fits total income and total expenditure alike: nothing can be said."""
    shares = [text for text in said(checked(TEXT), "error") if "33.97%" in text]
    assert "7128.00元 ÷" not in shares[0]


WARNINGS = (
    ("社会保障和就业支出", "1208361.65"),
    ("一般公共服务支出", "738259.25"),
    ("其他支出", "7128.00"),
    ("1113.19", "6.00%"),
    ("74377.22",),
    ("10765.86",),
    ("2822.43", "12.70%"),
)


@pytest.mark.parametrize("numbers", WARNINGS, ids=lambda n: n[0])
def test_what_needs_an_explanation_is_a_warning(numbers: tuple[str, ...]) -> None:
    """What is not explained, or exceeds its budget, is a warning that shows its figures."""
    found = said(checked(TEXT), "warning")
    assert any(all(n in text for n in numbers) for text in found), found


@pytest.mark.parametrize(
    "silent",
    ["33803.91", "21290.60", "2216.00元 ≠", "19740.24元 ≠"],
)
def test_what_must_not_be_reported(silent: str) -> None:
    """Small differences, an implied budget that two ways agree on, and last year's figures hold."""
    result = checked(TEXT)
    assert not any(silent in text for s in ("error", "warning") for text in said(result, s))


def test_what_holds_is_counted_as_passed() -> None:
    """Totals, changes and completion rates that hold are verdicts too."""
    result = checked(TEXT)
    passed = {(v.rule, v.place) for v in result.verdicts if v.verdict == "pass"}
    assert result.summary.verdicts["pass"] == len(
        [v for v in result.verdicts if v.verdict == "pass"]
    )
    for place in (
        "all_funds.expenditure.by_function/final",
        "all_funds.expenditure.by_function/initial_budget",
        "all_funds.expenditure.by_nature/final",
        "three_public.members/final",
    ):
        assert any(rule.startswith("TOT") and place == at for rule, at in passed), place
    assert result.summary.verdicts["pass"] >= 100


def digits(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield every digit of every number: place of the number, of the digit, and the number."""
    position = 0
    for line in text.splitlines(keepends=True):
        code = line.split("#")[0]
        words = [m.span() for m in re.finditer(r'"[^"]*[一-鿿][^"]*"', code)]
        for number in re.finditer(r"(?<![\w.〔])\d(?:[\d,]*\d)?(?:\.\d+)?", code):
            if any(a <= number.start() < b for a, b in words) or code.startswith(
                ("year", "region")
            ):
                continue
            for i, char in enumerate(number.group()):
                if char.isdigit():
                    yield position + number.start(), i, number.group()
        position += len(line)


def with_digit(text: str, start: int, i: int, number: str) -> tuple[str, str]:
    """Return the text with one digit changed, and the number as it then reads."""
    old = number[i]
    new = "8" if old == "9" else str(int(old) + 1)
    changed = number[:i] + new + number[i + 1 :]
    return text[:start] + changed + text[start + len(number) :], changed


@lru_cache(maxsize=1)
def printed() -> tuple[int, ...]:
    """Return every printed number of the report as it is."""
    return checked(TEXT).tree.values


def about(result: Result) -> Iterator[Finding]:
    """Yield the findings that rest on a number which is not as it was; all where that is unclear.

    The others say what they say of the report as it is, so they need not be put into words.
    """
    values = result.tree.values
    changed = {i for i, pair in enumerate(zip(values, printed(), strict=False)) if len({*pair}) > 1}
    if not changed or len(values) != len(printed()):
        yield from result.findings
        return
    scope = scope_of(result.tree, result.ruleset, result.in_force)
    for place in result._those(FAIL):
        if changed & (leaves_of(place.asserts) | leaves_of(place.when)):
            yield result._finding(place, scope)


def names(result: Result, number: str) -> bool:
    """Whether an error or a warning quotes a number."""
    plain = number.replace(",", "")
    for finding in about(result):
        if finding.severity in ("error", "warning"):
            quoted = " ".join((finding.message, *(value.printed for value in finding.values)))
            if plain in re.findall(r"\d+(?:\.\d+)?", quoted.replace(",", "")):
                return True
    return False


def unconstrained() -> dict[str, list[int]]:
    """Return the digits no rule constrains, by line of the example and printed number."""
    free: dict[str, list[int]] = {}
    for start, i, number in digits(TEXT):
        text, changed = with_digit(TEXT, start, i, number)
        if not names(checked(text), changed):
            line = TEXT[:start].count("\n") + 1
            free.setdefault(f"{line}: {number}", []).append(i)
    return free


@pytest.mark.slow
def test_any_changed_digit_is_found_or_is_listed_as_unconstrained() -> None:
    """One digit changed: a finding names that figure, or the docs list the digit as free."""
    listed = set(re.findall(r"^- `(\d+: [\d.,]+)`", UNCONSTRAINED.read_text("utf-8"), re.MULTILINE))
    assert set(unconstrained()) == listed
