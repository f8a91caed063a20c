"""The commands and their options; what they do stands in the modules beside this one.

Help texts are keys of the catalogue of words: the pages are made in the user's language, which is
known before anything is parsed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, cast

import typer
from typer.main import get_command

from performance_rules.cli.help import Command
from performance_rules.errors import Lang

NAME: Final = "performance-rules"

app = typer.Typer(name=NAME, help="app", add_completion=False, rich_markup_mode=None)
form_app = typer.Typer(help="form", add_completion=False, rich_markup_mode=None)
rules_app = typer.Typer(help="rules", add_completion=False, rich_markup_mode=None)

Region = Annotated[str | None, typer.Option("--region", metavar="CODE", help="opt.region")]
RegionOfRules = Annotated[
    str | None, typer.Option("--region", metavar="CODE", help="opt.region_of_rules")
]
Year = Annotated[str | None, typer.Option("--year", metavar="Y", help="opt.year")]
YearOfRules = Annotated[str | None, typer.Option("--year", metavar="Y", help="opt.year_of_rules")]
Folders = Annotated[list[Path] | None, typer.Option("--rules", metavar="DIR", help="opt.rules")]


def _version(shown: bool) -> None:
    if shown:
        from performance_rules import __version__

        typer.echo(f"{NAME} {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option("--version", help="app.version", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Take what stands before a command."""
    del version


@app.command("check", help="check")
def check(
    context: typer.Context,
    reports: Annotated[list[str], typer.Argument(metavar="REPORT…", help="check.reports")],
    region: Region = None,
    year: Year = None,
    rules: Folders = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="check.format"),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="check.output")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="ID", help="check.select")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="ID", help="check.ignore")
    ] = None,
    least: Annotated[
        str, typer.Option("--min-severity", metavar="S", help="check.severity")
    ] = "review",
    waivers: Annotated[
        list[Path] | None, typer.Option("--waivers", metavar="FILE", help="check.waivers")
    ] = None,
    prior: Annotated[
        list[str] | None, typer.Option("--prior", metavar="REPORT", help="check.prior")
    ] = None,
) -> int:
    """Check one or several reports."""
    from performance_rules.cli import checking

    asked = checking.request(
        reports,
        region=region,
        year=year,
        folders=rules or (),
        form=form,
        output=output,
        lang=_language(context),
        select=select or (),
        ignore=ignore or (),
        least=least,
        waivers=waivers or (),
        priors=prior or (),
    )
    return checking.run(asked)


@rules_app.command("list", help="rules.list")
def list_rules(
    context: typer.Context,
    region: RegionOfRules = None,
    year: YearOfRules = None,
    rules: Folders = None,
) -> int:
    """List the rules."""
    from performance_rules.cli import listing

    return listing.run(region, year, rules or (), _language(context))


@rules_app.command("show", help="rules.show")
def show_rule(
    context: typer.Context,
    rule: Annotated[str, typer.Argument(metavar="ID", help="rules.show.id")],
    region: RegionOfRules = None,
    year: YearOfRules = None,
    rules: Folders = None,
) -> int:
    """Show one rule as it is in force."""
    from performance_rules.cli import showing

    return showing.run(rule, region, year, rules or (), _language(context))


@rules_app.command("test", help="rules.test")
def try_rules(
    context: typer.Context,
    folders: Annotated[
        list[Path] | None, typer.Argument(metavar="DIR…", help="rules.test.folders")
    ] = None,
) -> int:
    """Run the examples of rule files."""
    from performance_rules.cli import trying

    return trying.run(folders or (), _language(context))


@rules_app.command("mutate", help="rules.mutate")
def mutate_rules(
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="RULE…", help="rules.mutate.ids")
    ] = None,
    rules: Annotated[
        list[Path] | None, typer.Option("--rules", metavar="DIR", help="rules.mutate.folders")
    ] = None,
    floor: Annotated[
        str | None, typer.Option("--floor", metavar="P", help="rules.mutate.floor")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json", help="rules.mutate.format")
    ] = "text",
) -> int:
    """Change each rule at one point at a time and try its own examples on it."""
    from performance_rules.cli import mutating

    asked = mutating.request(rules or (), ids or (), floor, form, _language(context))
    return mutating.run(asked)


@rules_app.command("fmt", help="rules.fmt")
def spell_rules(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(metavar="RULE…", help="rules.fmt.ids")] = None,
    rules: Annotated[
        list[Path] | None, typer.Option("--rules", metavar="DIR", help="rules.fmt.folders")
    ] = None,
    zh: Annotated[bool, typer.Option("--zh", help="rules.fmt.zh")] = False,
    en: Annotated[bool, typer.Option("--en", help="rules.fmt.en")] = False,
    check: Annotated[bool, typer.Option("--check", help="rules.fmt.check")] = False,
) -> int:
    """Write the expressions of rule files in one language."""
    from performance_rules.cli import formatting

    asked = formatting.request(rules or (), ids or (), zh, en, check, _language(context))
    return formatting.run(asked)


@form_app.command("new", help="form.new")
def new_form(
    context: typer.Context,
    layout: Annotated[str, typer.Argument(metavar="LAYOUT", help="form.layout")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="form.output")
    ] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="Y", help="form.year")] = None,
    entity: Annotated[
        str | None, typer.Option("--entity", metavar="NAME", help="form.entity")
    ] = None,
    project: Annotated[
        str | None, typer.Option("--project", metavar="NAME", help="form.project")
    ] = None,
    months: Annotated[str | None, typer.Option("--months", metavar="N", help="form.months")] = None,
    rows: Annotated[str | None, typer.Option("--rows", metavar="N", help="form.rows")] = None,
) -> int:
    """Write an empty form."""
    from performance_rules.cli import forms

    asked = {"year": year, "entity": entity, "project": project, "months": months}
    return forms.run(layout, output, asked, rows, _language(context))


@app.command("read", help="read")
def read(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="read.file")],
    region: Region = None,
    rules: Folders = None,
    form: Annotated[
        str, typer.Option("--format", metavar="json|toml|text", help="read.format")
    ] = "json",
    whole: Annotated[bool, typer.Option("--all", help="read.all")] = False,
    unbound: Annotated[bool, typer.Option("--unbound", help="read.unbound")] = False,
) -> int:
    """Print the typed report that a document becomes."""
    from performance_rules.cli import reading

    asked = reading.request(form, _language(context), whole=whole, unbound=unbound)
    return reading.run(file, region, rules or (), asked)


@app.command("serve", help="serve")
def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option("--host", metavar="IP", help="serve.host")] = "127.0.0.1",
    port: Annotated[str, typer.Option("--port", metavar="N", help="serve.port")] = "8000",
    token: Annotated[
        str | None, typer.Option("--token", metavar="TEXT", help="serve.token")
    ] = None,
    browse: Annotated[bool, typer.Option("--open", help="serve.open")] = False,
    rules: Folders = None,
) -> int:
    """Serve a page on which reports can be handed in."""
    from performance_rules.cli import serving

    return serving.run(host, port, token, rules or (), _language(context), browse=browse)


@app.command("diff", help="diff")
def diff(
    context: typer.Context,
    old: Annotated[Path, typer.Argument(metavar="OLD", help="diff.old")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="diff.new")],
    region: Region = None,
    year: Year = None,
    rules: Folders = None,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json", help="diff.format")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="check.output")
    ] = None,
) -> int:
    """Compare two results."""
    from performance_rules.cli import diffing

    asked = diffing.request(
        old,
        new,
        region=region,
        year=year,
        folders=rules or (),
        form=form,
        output=output,
        lang=_language(context),
    )
    return diffing.run(asked)


@app.command("schema", help="schema")
def schema(
    name: Annotated[str, typer.Argument(metavar="report|rule|result", help="schema.name")],
) -> int:
    """Print a JSON Schema."""
    from performance_rules.cli import schemas

    return schemas.run(name)


app.add_typer(form_app, name="form")
app.add_typer(rules_app, name="rules")


def command() -> Command:
    """Return the whole command line, as help pages see it."""
    return cast("Command", get_command(app))


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Run a command and return its exit code."""
    parser = get_command(app)
    code = parser.main(args=list(arguments), prog_name=NAME, standalone_mode=False, obj=lang)
    return int(code or 0)


def _language(context: typer.Context) -> Lang:
    return "en" if context.obj == "en" else "zh"
