"""Golden files: what an output looked like when somebody last read it and found it good.

``UPDATE_GOLDEN=1 python -m pytest tests`` writes them anew; read the difference before keeping it.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "golden"


def expected(name: str, actual: str) -> str:
    """Return the text of a golden file; where it is being renewed, what it will be."""
    path = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(actual, encoding="utf-8")
    return path.read_text(encoding="utf-8")
