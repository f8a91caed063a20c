"""The house as a whole: what no single room can say of itself."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import tomli

import performance_rules

SOURCE = Path(performance_rules.__file__).parent
ROOT = SOURCE.parents[1]
DOCS = ROOT / "docs"


def modules() -> dict[str, Path]:
    """Every module of the library by its name."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path, known: dict[str, Path]) -> Iterator[str]:
    """The modules that a module imports, wherever in it: in functions and for annotations too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}: imports are absolute"
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            targets = [one if one in known else str(node.module) for one in inside]
        else:
            continue
        yield from (target for target in targets if target in known and target != name)


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules each of which leads to every other one."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for target in graph[name]:
            if target not in index:
                visit(target)
            if target in stack:
                low[name] = min(low[name], low[target])
        if low[name] == index[name]:
            group = stack[stack.index(name) :]
            del stack[stack.index(name) :]
            if len(group) > 1:
                found.append(sorted(group))

    for name in graph:
        if name not in index:
            visit(name)
    return found


def test_no_module_leads_back_to_itself() -> None:
    """There is no circle of imports, those inside functions and for annotations counted.

    The door itself, which imports each public name when it is first used, leads into every room.
    """
    known = modules()
    graph = {name: set(imports(name, path, known)) for name, path in known.items()}
    graph[performance_rules.__name__].clear()

    assert circles(graph) == []


def test_no_room_leads_back_to_itself() -> None:
    """Of the rooms and modules side by side in a room none leads back to itself, at any depth."""
    known = modules()
    beside: dict[str, dict[str, set[str]]] = {}
    for name, path in known.items():
        for target in imports(name, path, known):
            here, there = name.split("."), target.split(".")
            both = enumerate(zip(here, there, strict=False))
            depth = next((i for i, two in both if len(set(two)) > 1), 0)
            if depth:
                rooms = beside.setdefault(".".join(here[:depth]), {})
                rooms.setdefault(here[depth], set()).add(there[depth])
                rooms.setdefault(there[depth], set())

    assert {room: found for room, graph in beside.items() if (found := circles(graph))} == {}


def test_at_the_top_stands_the_door_and_the_errors() -> None:
    """Everything else has a room whose name says what is inside."""
    top = {path.name for path in SOURCE.glob("*.py")}

    assert top <= {"__init__.py", "__main__.py", "errors.py"}


def test_no_module_is_too_long() -> None:
    """A module is one noun, of at most 400 lines."""
    long = {
        name: lines
        for name, path in modules().items()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }

    assert long == {}


def sizes() -> str:
    """Return the table of how many modules and lines each room has, the largest room first."""
    rooms: dict[str, list[int]] = {}
    for path in modules().values():
        inside = path.relative_to(SOURCE).parts
        lines = len(path.read_text(encoding="utf-8").splitlines())
        rooms.setdefault(inside[0] if len(inside) > 1 else "(door)", []).append(lines)
    every = [lines for room in rooms.values() for lines in room]
    rows = sorted(rooms.items(), key=lambda room: -sum(room[1]))
    return "\n".join(
        [
            "| room | modules | lines | median | longest |",
            "|---|---|---|---|---|",
            *(
                f"| `{name}` | {len(one)} | {sum(one):,} | {median(one):.0f} | {max(one)} |"
                for name, one in [*rows, ("all", every)]
            ),
        ]
    )


def test_the_table_of_sizes_names_every_room() -> None:
    """It is written by `python -m tests.update_docs`; a few lines more or less make it no lie."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    said = re.findall(r"(?m)^\| `([a-z()]+)` \| (\d+) \|", text)
    now = re.findall(r"(?m)^\| `([a-z()]+)` \| (\d+) \|", sizes())
    assert {name for name, _ in said} == {name for name, _ in now}
    for (_, before), (_, after) in zip(sorted(said), sorted(now), strict=True):
        assert abs(int(before) - int(after)) <= max(5, int(after) // 10)


def test_every_place_that_the_architecture_names_exists() -> None:
    """The table of where to find and where to change things names files and folders that are."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    _, _, table = text.partition("## Where do I find")
    named = re.findall(r"`([\w./-]+/[\w./-]*)`", table.partition("\n## ")[0])

    assert len(named) >= 20
    for name in named:
        places = [base / name for base in (ROOT, SOURCE)]
        assert any(p.exists() or p.with_suffix(".py").exists() for p in places), name


OF_DISTRIBUTIONS = {
    **{"docx": "python-docx", "re2": "google-re2", "python_calamine": "python-calamine"},
    **{"pdfminer": "pdfplumber", "_pytest": "pytest"},
}
"""The distribution that a module comes from, where it is not called like it."""


def test_a_decision_says_what_it_rests_on() -> None:
    """The last line of each does, and what it names is there."""
    text = (DOCS / "decisions.md").read_text(encoding="utf-8")
    title, *decisions = re.split(r"\n\n(?=\*\*)", text.strip())
    bases = [one.partition("\n*Rests on* ")[2] for one in decisions]
    named = {path for base in bases for path in re.findall(r"`([\w./-]+/[\w./-]+)`", base)}

    assert title.startswith("# Decisions")
    assert [] == [one[:60] for one, base in zip(decisions, bases, strict=True) if not base]
    assert {
        path for path in named if not ((ROOT / path).exists() or (SOURCE / path).exists())
    } == set()


def shared_names() -> set[str]:
    """Names of modules, and of public classes, that stand in more than one room."""
    seen: dict[str, set[Path]] = {}
    for path in modules().values():
        if path.name == "__init__.py" or path.is_relative_to(SOURCE / "extraction"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        classes = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
        for name in (path.stem, *(name for name in classes if name[0] != "_")):
            seen.setdefault(name, set()).add(path)
    return {name for name, paths in seen.items() if len(paths) > 1}


def test_a_name_that_two_rooms_share_has_a_reason() -> None:
    """Every one of them stands in the table of such names, and no other does."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    table = text.partition("## Names that two rooms share")[2].partition("\n## ")[0]
    rows = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]

    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == shared_names()


def test_what_is_installed_is_what_is_imported() -> None:
    """Whoever installs the core, or an extra, gets what is used and nothing else."""
    project = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *(one for name in EXTRAS for one in extras[name])]
    declared = {re.split(r"[\[<>=!;]", one)[0] for one in asked} - {"performance-rules"}
    imported = {
        name.partition(".")[0]
        for path in modules().values()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    foreign = imported - set(sys.stdlib_module_names) - {"performance_rules"}
    used = {OF_DISTRIBUTIONS.get(name, name) for name in foreign}
    assert used - OF_TESTS == declared - UNSEEN


EXTRAS = ("cli", "documents", "highlights", "workbooks", "web", "solve")
OF_TESTS = {"pytest", "hypothesis"}
"""What the rooms of testing need, which stand beside a user's own tests."""
UNSEEN = {"python-multipart"}
"""What another distribution imports for us."""
