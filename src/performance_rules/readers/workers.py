"""Workers: processes that read files within limits, so that a hostile file can only hurt them.

    for number, answer in apart(work, requests, limits): ...

A worker does its work on one request after the other; one that a request has killed is replaced.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final, TypeVar, cast

from attrs import define, evolve, field

from performance_rules.errors import PerformanceRulesError, StoppedError
from performance_rules.readers.child import serve, settle, watched
from performance_rules.readers.confinement import search_path
from performance_rules.readers.frames import HEAD, framed, frames, plain
from performance_rules.readers.limits import MB, Limits, stopped

if TYPE_CHECKING:
    import subprocess

Asked = TypeVar("Asked")
Given = TypeVar("Given")

_CHILD: Final = "performance_rules.readers.child"
_BROKEN: Final = (
    *(pickle.UnpicklingError, ValueError, TypeError, LookupError),
    *(AttributeError, ImportError, EOFError),
)
"""What comes of an answer that a worker did not write as it should."""

_ABORTED: Final = ("SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGTRAP", "SIGFPE")


def alone(
    work: Callable[[Asked], Given],
    request: Asked,
    limits: Limits,
    *,
    place: str,
    copied: bool | None = None,
) -> Given:
    """Return the answer to one request about one file; see `apart`.

    Raises:
        PerformanceRulesError: what the work raised.
        UnreadableError: why it could not be done; ``place`` is the name of the file.
    """
    [(_, answer)] = apart(work, [request], limits, copied=copied)
    if isinstance(answer, PerformanceRulesError):
        raise placed(answer, place)
    return answer


def placed(error: PerformanceRulesError, place: str) -> PerformanceRulesError:
    """Return an error whose problems say which file they are about."""
    if all(problem.place for problem in error.problems):
        return error
    return type(error)(evolve(p, place=p.place or place) for p in error.problems)


def apart(
    work: Callable[[Asked], Given],
    requests: Sequence[Asked],
    limits: Limits,
    *,
    most: int = 1,
    copied: bool | None = None,
) -> Generator[tuple[int, Given | PerformanceRulesError]]:
    """Yield the number of each request, from 0, with its answer, in the order they are ready.

    Closing the iterator ends all workers at once.

    Args:
        work: a function of a module, or a partial of one; it returns plain data of this library.
        requests: what to do it on.
        limits: what one request may take.
        most: how many workers may run side by side.
        copied: whether a worker is a copy of this process, which costs nothing and knows what this
            process has loaded, or a new one. By default a copy where that is safe: on Linux, and
            only where no other thread runs, which might hold a lock for ever in the copy.
    """
    if copied is None:
        copied = sys.platform == "linux" and threading.active_count() == 1
    heard: SimpleQueue[tuple[_Worker, bytes | None]] = SimpleQueue()
    waiting = deque(enumerate(requests))
    idle: list[_Worker] = []
    busy: list[_Worker] = []
    try:
        while waiting or busy:
            while waiting and len(busy) < most:
                if not idle:
                    idle.append(
                        _copy(work, limits, busy) if copied else _spawn(work, limits, heard)
                    )
                busy.append(worker := idle.pop())
                worker.ask(*waiting.popleft(), limits)
            for worker, data in _answers(busy, heard, copied):
                busy.remove(worker)
                last, answer = _told(worker, data, limits)
                if last:
                    worker.end()
                else:
                    idle.append(worker)
                yield worker.number, cast("Given | PerformanceRulesError", answer)
    finally:
        for worker in (*idle, *busy):
            worker.end()


@define(eq=False)
class _Worker:
    """A worker, seen from the process that needs it.

    Attributes:
        asking: the file descriptor for requests to it.
        hearing: the file descriptor for its answers.
        number: the number of the request it is at.
        until: when it is ended if it has not answered.
        part: the part of its answer that is here.
    """

    pid: int
    asking: int
    hearing: int
    process: subprocess.Popen[bytes] | None = None
    number: int = -1
    until: float = 0
    part: bytearray = field(factory=bytearray)
    code: int | None = None

    def ask(self, number: int, request: object, limits: Limits) -> None:
        self.number = number
        self.until = time.monotonic() + limits.patience
        with suppress(BrokenPipeError):  # its end is noticed where the answer is waited for
            _write(self.asking, framed(request))

    def more(self) -> bytes | None:
        """Take in what has come of an answer; None where none will come."""
        chunk = os.read(self.hearing, MB)
        if not chunk:
            return None
        self.part += chunk
        size = HEAD.size + (HEAD.unpack_from(self.part)[0] if len(self.part) >= HEAD.size else MB)
        if len(self.part) < size:
            return b""
        data, self.part = bytes(self.part[HEAD.size :]), bytearray()
        return data

    def end(self) -> int:
        """End the process and all that it started; return its exit code, or minus the signal."""
        if self.code is not None:
            return self.code
        if sys.platform != "win32":
            for kill in (os.killpg, os.kill):  # a copy may not be the head of its group yet
                with suppress(ProcessLookupError):
                    kill(self.pid, signal.SIGKILL)
        elif self.process is not None:
            self.process.kill()
        os.close(self.asking)
        if self.process is not None:  # what reads its answers closes that end
            self.code = self.process.wait()
        else:
            os.close(self.hearing)
            self.code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.code


_Heard = SimpleQueue[tuple[_Worker, bytes | None]]


def _copy(work: Callable[[Asked], object], limits: Limits, others: Iterable[_Worker]) -> _Worker:
    """Return a worker that is a copy of this process."""
    asked, asking = os.pipe()
    hearing, answers = os.pipe()
    pid = os.fork()
    if pid:
        os.close(asked)
        os.close(answers)
        return _Worker(pid, asking, hearing)
    try:
        os.setsid()  # an interrupt from the keyboard is the parent's affair
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        for descriptor in (asking, hearing, *(d for w in others for d in (w.asking, w.hearing))):
            os.close(descriptor)  # the end of this process's parent must be seen by all workers
        settle(asked, answers)
        serve(work, watched(asked), answers, limits)
    finally:
        os._exit(1)


def _spawn(work: Callable[[Asked], object], limits: Limits, heard: _Heard) -> _Worker:
    """Return a worker that is a new process; a thread of its own puts its answers where told."""
    import subprocess

    process = subprocess.Popen(
        [sys.executable, "-P", "-W", "ignore", "-m", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(search_path())},
        start_new_session=True,
    )
    if process.stdin is None or process.stdout is None:
        raise OSError("no pipe to the worker")
    answers = process.stdout
    asking = os.dup(process.stdin.fileno())
    process.stdin.close()
    worker = _Worker(process.pid, asking, answers.fileno(), process)

    def hear() -> None:
        with answers:
            for data in frames(answers):
                heard.put((worker, data))
        heard.put((worker, None))

    threading.Thread(target=hear, daemon=True).start()
    with suppress(BrokenPipeError):
        _write(worker.asking, framed((work, limits)))
    return worker


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _answers(
    busy: Sequence[_Worker], heard: _Heard, copied: bool
) -> Iterator[tuple[_Worker, bytes | None]]:
    """Wait for answers; yield each that is whole, and None for workers that give none any more."""
    left = max(0, min(worker.until for worker in busy) - time.monotonic())
    if copied:
        by_descriptor = {worker.hearing: worker for worker in busy}
        poll = select.poll()
        for descriptor in by_descriptor:
            poll.register(descriptor, select.POLLIN)
        for descriptor, _ in poll.poll(1000 * left):
            data = by_descriptor[descriptor].more()
            if data != b"":
                yield by_descriptor[descriptor], data
    else:
        with suppress(Empty):
            worker, data = heard.get(timeout=left)
            if worker in busy:
                yield worker, data
    now = time.monotonic()
    yield from [(worker, None) for worker in busy if worker.until <= now]


def _told(worker: _Worker, data: bytes | None, limits: Limits) -> tuple[bool, object]:
    """Return whether a worker has ended, and its answer or why there is none."""
    if data is not None:
        with suppress(*_BROKEN):
            return cast("tuple[bool, object]", plain(data))
    late = worker.until <= time.monotonic()
    return True, _slow(limits.patience) if late else _died(worker.end(), limits)


def _slow(seconds: int) -> StoppedError:
    return stopped(
        f"读取和检查超过 {seconds} 秒，已中止",
        f"it took more than {seconds} seconds and was stopped",
    )


def _died(code: int, limits: Limits) -> StoppedError:
    """Return the refusal of a file whose worker was killed, or killed itself."""
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"exit {code}"
    if name == "SIGXCPU":
        return _slow(limits.seconds)
    if name in _ABORTED:
        return stopped(
            f"读取时内存用尽或程序崩溃（{name}），文件可能有恶意或已损坏",
            f"reading ran out of memory or crashed ({name}); the file may be hostile or damaged",
        )
    return stopped(f"读取进程异常退出（{name}）", f"the reading process died ({name})")
