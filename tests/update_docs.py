"""Rewrite the generated tables of the documentation: ``python tests/update_docs.py``."""

from __future__ import annotations

import re
from pathlib import Path

from performance_rules.language.reference import reference

PAGE = Path(__file__).parents[1] / "docs" / "language.md"


def update() -> None:
    """Put the tables the code gives into the language reference."""
    text = PAGE.read_text(encoding="utf-8")
    for name, table in reference().items():
        pattern = rf"(<!-- generated: {re.escape(name)} -->\n).*?(<!-- end -->)"
        text = re.sub(
            pattern, lambda m, t=table: f"{m[1]}{t}\n{m[2]}", text, flags=re.DOTALL
        )
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    update()
