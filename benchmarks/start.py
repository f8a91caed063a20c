"""Starting up: importing the library, loading the rules, and one run of the command line.

Everything is measured in fresh processes whose byte code is already compiled, as it is after an
installation, one after the other in turns.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from attrs import frozen

from benchmarks.reports import EXAMPLE, REGION
from performance_rules.lexicon.resources import rules_dir

TIMED: Final = "import time\nstart = time.perf_counter()\n{}\nprint(time.perf_counter() - start)"
IMPORTS: Final = {
    "import attrs, decimal, tomli": "import attrs, decimal, tomli",
    "import performance_rules": "import performance_rules",
    "from performance_rules import RuleSet, check, load_report": (
        "from performance_rules import RuleSet, check, load_report"
    ),
}
LOAD: Final = (
    "import time\n"
    "from performance_rules import RuleSet\n"
    "start = time.perf_counter()\n"
    f"RuleSet.for_region({REGION!r})\n"
    "print(time.perf_counter() - start)"
)
COMMAND: Final = (
    "from performance_rules.cli import main\n"
    f"raise SystemExit(main(['check', {str(EXAMPLE)!r}, '--region', {REGION!r}]))"
)


@frozen
class Results:
    """Median milliseconds of each start, and how many rule files were loaded."""

    imports: dict[str, float]
    load: float
    files: int
    command: float


def run(rounds: int = 15) -> Results:
    """Time every start in turns."""
    with TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        tasks = {name: TIMED.format(code) for name, code in IMPORTS.items()}
        tasks["load"] = LOAD
        taken: dict[str, list[float]] = {name: [] for name in (*tasks, "command")}
        for number in range(rounds + 1):
            for name, code in tasks.items():
                seconds = float(_python(code, environment))
                if number:  # the first round only compiles
                    taken[name].append(seconds)
            start = perf_counter()
            _python(COMMAND, environment, codes=(0, 1))
            if number:
                taken["command"].append(perf_counter() - start)
    found = {name: 1000 * median(times) for name, times in taken.items()}
    return Results({n: found[n] for n in IMPORTS}, found["load"], rule_files(), found["command"])


def rule_files() -> int:
    """Return how many TOML files the rules of the region are made of."""
    country = rules_dir() / "cn"
    return sum(1 for path in country.rglob("*.toml") if _is_above(path, country))


def _is_above(path: Path, country: Path) -> bool:
    regions = [
        p.name.split("-")[0] for p in path.relative_to(country).parents if p.name[:2].isdigit()
    ]
    return all(REGION.startswith(region) for region in regions)


def _python(code: str, environment: dict[str, str], codes: tuple[int, ...] = (0,)) -> str:
    """Return what a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode not in codes:
        raise RuntimeError(done.stderr)
    return done.stdout
