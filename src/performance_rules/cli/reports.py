"""Reports as the command line takes them: a file, or standard input."""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from typing import Final

from performance_rules.cli.words import message, say
from performance_rules.errors import Lang, Problem, ReportError
from performance_rules.report.files import MAX_BYTES, file_bytes, read_report, too_large
from performance_rules.report.model import Report

STDIN: Final = "-"


def read_source(source: str, lang: Lang) -> tuple[Report, str]:
    """Return the report that an argument names, and the digest of its bytes.

    Raises:
        ReportError: if it cannot be read, with every problem.
    """
    if source == STDIN:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        name = Path(say(lang, "report.stdin"))
        if len(data) > MAX_BYTES:
            raise too_large(name)
        form = ".json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else ".toml"
        return read_report(data, name, form), sha256(data).hexdigest()
    path = Path(source)
    form = path.suffix.lower()
    if form not in (".toml", ".json"):
        raise _not_typed(path)
    data = file_bytes(path)
    return read_report(data, path, form), sha256(data).hexdigest()


def _not_typed(path: Path) -> ReportError:
    """Return why a file that is no typed report is refused."""
    if path.is_dir():
        return ReportError([Problem(message("report.folder"), str(path))])
    if not path.exists():
        file_bytes(path)  # raises what is wrong with it
    suffix = path.suffix.lower() or "?"
    cure = message("report.document.cure")
    return ReportError([Problem(message("report.document", suffix=suffix), str(path), cure=cure)])
