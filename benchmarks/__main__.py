"""Run every benchmark and rewrite the tables in ``docs/benchmarks.md``."""

from __future__ import annotations

import platform
import re
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from benchmarks import again, documents, one_report, start
from benchmarks.one_report import BY_HAND, DECIMALS, ENGINES, OURS, WRITTEN_OUT
from benchmarks.reports import REGION

DOC: Final = Path(__file__).parents[1] / "docs" / "benchmarks.md"
STAGES: Final = {
    "warm": "the same report object again, or another of its shape already walked",
    "new object": "a new report object of a known shape (walks the report)",
    "findings": "with every finding built, its arithmetic and its sources",
    "own facts": "one of a known shape with its own body, title and date",
    "new shape": "the first report of a shape (grounds every rule)",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmarks.

    Args:
        arguments: ``--quick`` for a few rounds only, ``--dry`` to print instead of writing.
    """
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a few rounds only")
    parser.add_argument("--dry", action="store_true", help="print the tables, write nothing")
    options = parser.parse_args(arguments)
    tables = {
        "machine": machine(),
        **one_report_tables(one_report.run(10 if options.quick else 60)),
        **start_tables(start.run(3 if options.quick else 15)),
        **documents_tables(documents.run(3 if options.quick else 15)),
        **again_tables(again.run(3 if options.quick else 15)),
    }
    if options.dry:
        for name, text in tables.items():
            print(f"## {name}\n\n{text}\n")
    else:
        DOC.write_text(written(DOC.read_text(encoding="utf-8"), tables), encoding="utf-8")


def written(text: str, tables: dict[str, str]) -> str:
    """Return a document with what stands between the marks of each table exchanged."""
    for name, table in tables.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        if begin not in text or end not in text:
            raise ValueError(f"{DOC.name} has no place for {name}")
        text = re.sub(
            f"{re.escape(begin)}.*?{re.escape(end)}",
            lambda _, body=f"{begin}\n{table}\n{end}": body,  # type: ignore[misc]
            text,
            flags=re.DOTALL,
        )
    return text


def machine() -> str:
    """Return what the numbers were measured on."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}."


def one_report_tables(found: one_report.Results) -> dict[str, str]:
    """Return the tables of one report."""
    order = [BY_HAND, WRITTEN_OUT, OURS, DECIMALS, *ENGINES]
    warm = [
        (name, _times(found.warm[name].ratio), _times(_ratio(found, name)))
        for name in order
        if name in found.warm
    ]
    stages = [
        (text, _micro(found.stages[name].microseconds), _times(found.stages[name].ratio))
        for name, text in STAGES.items()
    ]
    sizes = (
        f"{found.figures} figures; the rules taken have more than half of the places in this "
        "report whose verdict depends on digits."
    )
    return {
        "sizes": sizes,
        "warm": _table(("one report, warm", "× loops by hand", "× written out by hand"), warm),
        "stages": _table(("the whole rule set, one report", "µs", "× loops by hand"), stages),
    }


def _ratio(found: one_report.Results, name: str) -> float:
    return found.warm[name].microseconds / found.warm[WRITTEN_OUT].microseconds


def start_tables(found: start.Results) -> dict[str, str]:
    """Return the tables of starting up."""
    first = found.imports["import attrs, decimal, tomli"]
    imports = [
        (f"`{name}`", f"{took:.1f}", _times(took / first)) for name, took in found.imports.items()
    ]
    others = [
        (f"load the rules of {REGION}", f"{found.load:.0f}", "60"),
        ("… for each rule file", f"{found.load / found.files:.2f}", "0.6"),
        ("`performance-rules check` of one report", f"{found.command:.0f}", "600"),
    ]
    return {
        "imports": _table(("import", "ms", "× attrs, decimal and tomli"), imports),
        "start": _table(("from a fresh process", "ms", "wanted: at most"), others),
    }


def again_tables(found: Iterable[again.Again]) -> dict[str, str]:
    """Return the table of documents whose form comes back."""
    head = ("text", "places", "first, ms", "known, ms", "own words, ms", "× known")
    rows = [
        (
            row.kind,
            f"{row.places:,}",
            f"{row.first:.0f}",
            f"{row.known:.1f}",
            f"{row.reworded:.1f}",
            _times(row.ratio),
        )
        for row in found
    ]
    return {"again": _table(head, rows)}


def documents_tables(found: documents.Results) -> dict[str, str]:
    """Return the tables of documents; that of the PDF says so if it could not be made."""
    head = ("text", "characters", "figures", "ms", "ms / 10,000 characters", "× half the length")
    prose = [
        (
            row.kind,
            f"{row.characters:,}",
            f"{row.figures:,}",
            f"{row.milliseconds:.0f}",
            f"{row.per_10k:.1f}",
            "" if row.doubled is None else f"{row.doubled:.2f}",
        )
        for row in found.prose
    ]
    if found.pdf is None:
        return {"prose": _table(head, prose), "pdf": "reportlab or pdfplumber is not installed."}
    pdf = found.pdf
    steps = [
        (f"`{name}`", f"{pdf.seconds[name]:.2f}", f"{100 * pdf.seconds[name] / pdf.whole:.0f} %")
        for name in (documents.READ, documents.EXTRACT, documents.CHECK)
    ]
    reading = pdf.seconds[documents.READ] / pdf.seconds[documents.PLUMBER]
    text = (
        f"{documents.PAGES} pages, {pdf.characters:,} characters, {pdf.tables} tables; "
        f"{pdf.bound:,} figures with a place, {pdf.unbound} without, {pdf.findings} findings. "
        f"pdfplumber alone takes {pdf.seconds[documents.PLUMBER]:.2f} s; "
        f"`{documents.READ}` takes {_times(reading)} times as long."
    )
    whole = ("**whole**; wanted: at most 3 s", f"**{pdf.whole:.2f}**", "100 %")
    pdf_table = _table(("step", "s", "share"), [*steps, whole])
    return {"prose": _table(head, prose), "pdf": f"{text}\n\n{pdf_table}"}


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def _times(ratio: float) -> str:
    return f"{ratio:,.0f}" if ratio >= 20 else f"{ratio:.1f}" if ratio >= 2 else f"{ratio:.2f}"


def _micro(microseconds: float) -> str:
    return f"{microseconds:,.0f}"


if __name__ == "__main__":
    main()
