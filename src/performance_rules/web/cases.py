"""Cases: files handed in together, with what came of each, in a folder that goes at the end.

Names from outside are shown and never used: on disk a file is called by its number.
"""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from threading import RLock
from typing import Final, Literal, cast

from attrs import define, evolve, field, frozen

from performance_rules.errors import Lang, Message, PerformanceRulesError, Problem
from performance_rules.outputs.batch import Batch, Checked, Unreadable, identity_of
from performance_rules.outputs.coverage import outcome_text
from performance_rules.outputs.terminal import clean
from performance_rules.readers.frames import HEAD, framed, plain
from performance_rules.report.files import MAX_BYTES
from performance_rules.waivers.model import NONE, Decisions

State = Literal["waiting", "contradiction", "remarks", "clean", "unchecked", "unreadable"]

LONGEST_NAME: Final = 120

TOO_MANY: Final = Message(
    "现在排队的文件太多，请稍后再试", "too many files are waiting; try again in a while"
)
NO_ROOM: Final = Message(
    "服务器的磁盘写不下这些文件，请稍后再试", "the server's disk has no room for these files"
)


@frozen
class Terms:
    """How the files of a case are to be checked.

    Attributes:
        region: for which region.
        year: for which year.
        lang: in which language.
        decisions: what was decided about findings.
    """

    region: str | None = None
    year: int | None = None
    lang: Lang = "zh"
    decisions: Decisions = NONE


@define(eq=False)
class Upload:
    """One file of a case.

    Attributes:
        name: what its sender calls it.
        path: where its bytes lie.
        state: how far it is, and what came out.
        told: the same in words.
    """

    name: str
    path: Path
    state: State = "waiting"
    told: str = ""

    @property
    def commented(self) -> str:
        """The format in which it can be given back with comments; empty if it cannot."""
        form = self.name.lower().rpartition(".")[2]
        able = form == "docx" or (form == "pdf" and find_spec("pypdf") is not None)
        return form if able and self.state not in ("waiting", "unreadable") else ""


@define(eq=False)
class Case:
    """Files handed in together.

    Attributes:
        id: what nobody can guess; who knows it may see the case.
        folder: where its files and answers lie.
        since: when it was handed in, in seconds of this process.
    """

    id: str
    terms: Terms
    folder: Path
    since: float
    uploads: list[Upload] = field(factory=list)

    @property
    def waiting(self) -> int:
        """How many of its files have not been judged."""
        return sum(upload.state == "waiting" for upload in self.uploads)

    def batch(self, number: int | None = None) -> Batch:
        """Return what came out of the files that are judged, or of one of them."""
        chosen = self.uploads if number is None else self.uploads[number : number + 1]
        answers = [_answer(upload) for upload in chosen if upload.state != "waiting"]
        return Batch(
            tuple(one for one in answers if isinstance(one, Checked)),
            tuple(one for one in answers if isinstance(one, Unreadable)),
            several=len(chosen) > 1,
        )

    def elsewhere(self) -> int:
        """Return how many decisions are about none of its reports, once all are judged."""
        if self.waiting or not self.terms.decisions.items:
            return 0
        parts = [part for one in self.batch().checked for part in one.parts]
        reports = [identity_of(part.result, part.source) for part in parts]
        return len(self.terms.decisions.elsewhere(reports))

    def settle(self, upload: Upload, answer: Checked | PerformanceRulesError) -> None:
        """Keep what came of a file."""
        if isinstance(answer, Checked):
            kept: Checked | Unreadable = answer
            state: State = answer.of_file
            told = outcome_text(answer, self.terms.lang)
        else:
            kept, state = Unreadable(upload.name, tuple(answer.problems)), "unreadable"
            told = clean(" ".join(problem.text(self.terms.lang) for problem in answer.problems))
        _answers_of(upload).write_bytes(framed(kept))
        upload.told, upload.state = told, state


def _answers_of(upload: Upload) -> Path:
    return upload.path.with_suffix(".answer")


def _answer(upload: Upload) -> Checked | Unreadable:
    found = plain(_answers_of(upload).read_bytes()[HEAD.size :])
    if isinstance(found, Checked):
        return evolve(found, source=upload.name)
    return cast("Unreadable", found)


@define(eq=False)
class Cases:
    """All cases of a server; several threads may hand in, judge and forget at once.

    Attributes:
        folder: where they lie, once the server runs; it goes when the server ends.
        most: how many files may wait.
        kept: how many bytes may lie on disk; the oldest cases make room.
        age: after how many seconds a case is forgotten.
    """

    folder: Path = field(factory=Path)
    most: int = 400
    kept: int = 2 * 1024**3
    age: float = 8 * 3600
    found: dict[str, Case] = field(factory=dict, init=False)
    size: int = field(default=0, init=False)
    sizes: dict[str, int] = field(factory=dict, init=False)
    _lock: RLock = field(factory=RLock, init=False)

    def add(self, files: Sequence[tuple[str, bytes]], terms: Terms) -> Case:
        """Return a new case.

        Args:
            files: the name and the bytes of each.
            terms: how they are to be checked.

        Raises:
            PerformanceRulesError: if too many files are waiting, or there is no room on the disk.
        """
        size = sum(len(data) for _, data in files)
        with self._lock:
            self._forget()
            waiting = sum(case.waiting for case in self.found.values())
            if waiting + len(files) > self.most or not self._room(size):
                raise PerformanceRulesError([Problem(TOO_MANY)])
            case = Case(secrets.token_urlsafe(16), terms, Path(), time.monotonic())
            case.folder = self.folder / secrets.token_hex(8)
            try:
                _write(case, files)
            except OSError:
                shutil.rmtree(case.folder, ignore_errors=True)
                raise PerformanceRulesError([Problem(NO_ROOM)]) from None
            self.found[case.id], self.sizes[case.id] = case, size
            self.size += size
        return case

    def waiting(self) -> list[tuple[Case, Upload]]:
        """Return the files that are to be judged, those of the oldest case first."""
        with self._lock:
            found = [(case, upload) for case in self.found.values() for upload in case.uploads]
        return [(case, upload) for case, upload in found if upload.state == "waiting"]

    def drop(self, case: Case) -> None:
        """Forget a case, and take its files from the disk."""
        with self._lock:
            if self.found.pop(case.id, None) is not None:
                self.size -= self.sizes.pop(case.id)
                shutil.rmtree(case.folder, ignore_errors=True)

    def _forget(self) -> None:
        now = time.monotonic()
        for case in [one for one in self.found.values() if now - one.since > self.age]:
            self.drop(case)

    def _room(self, size: int) -> bool:
        """Whether there is room, once the oldest cases that are done have gone."""
        for case in [one for one in self.found.values() if not one.waiting]:
            if self.size + size <= self.kept:
                break
            self.drop(case)
        return self.size + size <= self.kept


def _write(case: Case, files: Sequence[tuple[str, bytes]]) -> None:
    """Lay the files of a case into its folder, each under its number."""
    case.folder.mkdir()
    for number, (name, data) in enumerate(files):
        path = case.folder / f"{number}.file"
        path.write_bytes(data)
        case.uploads.append(Upload(shown(name), path))


def shown(name: str) -> str:
    """Return a file's name as it may be shown: without folders, one line, not long."""
    last = clean(PurePosixPath(name.replace("\\", "/")).name).strip() or "report"
    return last if len(last) <= LONGEST_NAME else "…" + last[-LONGEST_NAME:]


def too_large(size: int) -> bool:
    """Whether a file is larger than any that is read."""
    return size > MAX_BYTES
