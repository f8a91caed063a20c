"""Old Word files (``.doc``, ``.rtf``): LibreOffice, where it is installed, turns them into docx."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from attrs import evolve

from performance_rules.errors import Message
from performance_rules.readers.confinement import confine
from performance_rules.readers.document import Format
from performance_rules.readers.limits import Limits, refused

_PROGRAMS: Final = ("soffice", "libreoffice")


def to_docx(data: bytes, form: Format, limits: Limits) -> bytes:
    """Return an old Word file as docx.

    LibreOffice runs without a window and with a profile of its own, so that it neither meets a
    running instance nor executes macros or extensions of the user.

    Raises:
        UnreadableError: if LibreOffice is not installed, takes too long, or cannot read the file.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise refused(
            f"读取 {form} 文件需要 LibreOffice，没有安装",
            f"reading {form} files needs LibreOffice, which is not installed",
            Message(
                "请另存为 docx，或安装 LibreOffice（soffice 应在 PATH 中）",
                "save the file as docx, or install LibreOffice (soffice on the PATH)",
            ),
        )
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = place / f"document.{form}"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(place / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *("--convert-to", "docx", "--outdir", str(place / "out"), str(source)),
        ]
        _run(command, limits)
        made = place / "out" / "document.docx"
        if not made.is_file():
            raise refused("LibreOffice 打不开这个文件", "LibreOffice cannot open the file")
        if made.stat().st_size > limits.size:
            raise refused("转换后的文件太大", "the converted file is too large")
        return made.read_bytes()


def _run(command: list[str], limits: Limits) -> None:
    """Run a program in this process's group: who ends this process ends the program as well."""
    # Its own limits: it takes more than our readers, and most of the time it waits.
    own = evolve(limits, memory=3 * limits.memory, seconds=limits.patience)
    nothing = subprocess.DEVNULL
    settled = None if sys.platform == "win32" else partial(confine, own)
    subprocess.run(  # the file's name is ours, never the caller's
        command, stdin=nothing, stdout=nothing, stderr=nothing, check=False, preexec_fn=settled
    )
