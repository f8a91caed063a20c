"""The command ``form new``: an empty form of a layout, as a workbook to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from performance_rules.cli.usage import choice, fiscal_year, refused, whole_number
from performance_rules.cli.words import say
from performance_rules.cli.writing import create, remark
from performance_rules.errors import Lang
from performance_rules.forms import FormSheet, Layout, load_layouts, placed
from performance_rules.outputs.terminal import clean
from performance_rules.report.scalars import MONTHS

LONGEST: Final = 200
"""A name is not longer, in characters."""

ROWS: Final = range(1, 21)


def run(
    name: str,
    output: Path | None,
    asked: Mapping[str, str | None],
    rows: str | None,
    lang: Lang,
) -> int:
    """Write the form.

    Args:
        name: the key of the layout.
        output: the new file.
        asked: what is to be filled in: year, entity, project, months.
        rows: the empty rows of each second-level indicator.
        lang: the language of messages; a form is in Chinese.

    Raises:
        PerformanceRulesError: if an argument is wrong, the form has no place for it, or there is a
            file of that name.
    """
    layouts = load_layouts()
    layout = layouts[choice("LAYOUT", name, layouts)]
    if output is None:
        raise refused("usage.missing", name="--output")
    if output.suffix.lower() != ".xlsx":
        raise refused("form.suffix", file=output)
    values = _values(layout, asked)
    number = None if rows is None else whole_number("--rows", rows, ROWS)
    create(_workbook(placed(layout, values, number)), output)
    remark(say(lang, "output.written", file=output))
    return 0


def _values(layout: Layout, asked: Mapping[str, str | None]) -> dict[str, str]:
    """Return what is filled in, as it is printed."""
    values = {key: clean(text) for key, text in asked.items() if text is not None}
    for key, text in values.items():
        if key not in layout.fills:
            raise refused("form.unused", form=layout.form, name=f"--{key}")
        if len(text) > LONGEST:
            raise refused("form.long", name=f"--{key}", most=LONGEST)
    fiscal_year(values.get("year"))
    if "months" in values:
        last = whole_number("--months", values["months"], MONTHS)
        values["months"] = f"1-{last}" if last > 1 else "1"
    elif "months" in layout.fills:
        raise refused("form.no_months", form=layout.form)
    return values


def _workbook(sheet: FormSheet) -> bytes:
    from performance_rules.forms.workbook import workbook

    try:
        return workbook(sheet)
    except ModuleNotFoundError as wrong:
        if wrong.name != "xlsxwriter":
            raise
        raise refused("form.no_xlsxwriter") from None
