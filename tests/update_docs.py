"""Rewrite what is generated in the documentation: ``python -m tests.update_docs``.

With ``mutants`` the page of mutants alone, which takes half a minute.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from performance_rules.language.reference import reference
from tests.test_docs import letters, limits
from tests.test_founding_report import TEXT, UNCONSTRAINED, unconstrained
from tests.test_house import sizes
from tests.test_wording_page import PAGE, marked
from tests.testing.test_mutants_page import PAGE as MUTANTS
from tests.testing.test_mutants_page import page as mutants

DOCS = Path(__file__).parents[1] / "docs"

INTRO = """# Digits that no rule constrains

The founding report (`examples/qujiang-2021.toml`) was checked again with every digit of every
number changed, one at a time. Where no error and no warning quoted the changed figure, the digit is
listed here, by line of the example. A test (`tests/test_founding_report.py`) holds the list to the
truth.

两种情况：百分比的末位改 1，仍在印出的精度以内（截断或取位），
按规定不能算错；其余的数在报告里只出现一次，没有别的数可以对照。

Two kinds: the last digit of a percentage, where one step is still within printed precision; and
numbers that are stated once and stand in no relation to another number of the report.
"""


def update_tables(page: Path, tables: Mapping[str, str]) -> None:
    """Put the tables the code gives into a page."""
    text = page.read_text(encoding="utf-8")
    for name, table in tables.items():
        head, mark, rest = text.partition(f"<!-- generated: {name} -->\n")
        text = f"{head}{mark}{table}\n{rest[rest.index('<!-- end -->') :]}"
    page.write_text(text, encoding="utf-8")


def update_unconstrained() -> None:
    """Write the list of digits that no rule constrains."""
    lines = TEXT.split("\n")
    within: list[str] = []
    alone: list[str] = []
    for key, digits in unconstrained().items():
        row, number = key.split(": ")
        context = lines[int(row) - 1].strip().split("#")[0][:70].rstrip()
        last = digits == [len(number) - 1] and f"{number}%" in lines[int(row) - 1]
        places = "、".join(str(sum(c.isdigit() for c in number[: d + 1])) for d in digits)
        (within if last else alone).append(f"- `{key}` 第 {places} 位数字，行：`{context}`")
    text = (
        f"{INTRO}\n## Within printed precision\n\n"
        + "\n".join(within)
        + "\n\n## Stated once\n\n"
        + "\n".join(alone)
        + "\n"
    )
    UNCONSTRAINED.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["mutants"]:
        MUTANTS.write_text(mutants(), encoding="utf-8")
        sys.exit()
    update_tables(DOCS / "language.md", reference())
    update_tables(DOCS / "documents.md", {"letters": letters(), "limits": limits()})
    update_tables(DOCS / "architecture.md", {"sizes": sizes()})
    update_unconstrained()
    PAGE.write_text(marked(), encoding="utf-8")
