"""Files of decisions about findings: waivers in TOML, or the ledger filled in."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from performance_rules.errors import Message, Problem
from performance_rules.waivers.files import WaiverError, read_waivers
from performance_rules.waivers.model import Decision

SUFFIX: Final = Message(
    "豁免写在 .toml 文件或填好的 .xlsx 台账里，不是 {file}",
    "waivers stand in a .toml file or in a ledger, .xlsx; {file} is neither",
)


def decisions_in(data: bytes, name: str) -> tuple[Decision, ...]:
    """Return the decisions of a file, as its name ends.

    Args:
        data: its bytes.
        name: how it is called in messages.

    Raises:
        WaiverError: with everything that is wrong with it.
        UnreadableError: if a workbook cannot be read.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix == ".toml":
        return read_waivers(data, name)
    if suffix != ".xlsx":
        raise WaiverError([Problem(SUFFIX.filled(file=name))])
    from performance_rules.outputs.readback import read_ledger

    return read_ledger(data, name)
