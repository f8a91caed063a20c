"""The worker itself: it waits for requests, does its work on each, and sends the answers back.

Started by `workers`, as a copy of the process that needs it or as this module; nothing else
imports it.
"""

from __future__ import annotations

import faulthandler
import gc
import logging
import os
import pickle
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NoReturn

from performance_rules.errors import Message, PerformanceRulesError, StoppedError
from performance_rules.readers.confinement import (
    confine,
    end_group,
    peak,
    search_path,
    start,
)
from performance_rules.readers.frames import framed, frames
from performance_rules.readers.limits import Limits, refused, stopped


def serve(
    work: Callable[[Any], object], requests: Iterable[bytes], answers: int, limits: Limits
) -> NoReturn:
    """Answer requests until this process is worn out or no longer needed.

    Args:
        work: what to do with a request; what it raises is sent back as well.
        requests: the requests, pickled.
        answers: the file descriptor that answers go to: whether this was the last one, and what
            the work returned or raised.
        limits: how much one request may take.
    """
    confine(limits)
    gc.freeze()  # what is here stays; looking through it would copy the memory of a copied process
    before = peak()
    with open(answers, "wb") as out:
        for request in requests:
            start(limits.seconds)
            last, answer = _answer(work, pickle.loads(request))  # noqa: S301 - our parent's
            last = last or 3 * (peak() - before) > limits.memory  # the next one might not fit
            out.write(framed((last, answer)))
            out.flush()
            if last:
                break
    # A parser may have left millions of objects behind; nobody needs them taken apart.
    os._exit(0)


def watched(asked: int) -> Iterator[bytes]:
    """Yield requests; this process ends when no more can come, whatever it is doing.

    Args:
        asked: the file descriptor that requests come from. It ends when who asks has ended.
    """
    waiting: SimpleQueue[bytes] = SimpleQueue()

    def watch() -> None:
        with open(asked, "rb") as stream:
            for request in frames(stream):
                waiting.put(request)
        end_group()

    threading.Thread(target=watch, daemon=True).start()
    while True:
        yield waiting.get()


def settle(*kept: int) -> None:
    """Leave nothing to be heard or seen of this process but what goes to some descriptors."""
    # Libraries may print and complain, also from other languages than Python.
    with open(os.devnull, "r+b", buffering=0) as nothing:
        for stream in {0, 1, 2}.difference(kept):
            os.dup2(nothing.fileno(), stream)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    faulthandler.disable()
    logging.disable()
    warnings.simplefilter("ignore")
    sys.path[:] = search_path()


def _answer(work: Callable[[Any], object], request: object) -> tuple[bool, object]:
    """Return whether this process should end, and what the work gives."""
    try:
        return False, work(request)
    except PerformanceRulesError as error:
        return False, error
    except MemoryError:
        return True, stopped("内存用尽，已中止", "it takes too much memory and was stopped")
    except RecursionError:
        return True, refused("嵌套太深", "nested too deeply")
    except Exception as error:  # an error of ours must not stop the other files
        return True, internal(error)


def internal(error: Exception) -> StoppedError:
    """Return what to say of an error of our own: what it is and where it happened."""
    *_, frame = traceback.extract_tb(error.__traceback__)
    detail = f"{type(error).__name__}: {error}"[:200]
    detail += f" @ {Path(frame.filename).name}:{frame.lineno}"
    return stopped(
        f"程序出错（{detail}）",
        f"the program failed on it ({detail})",
        Message(
            "这是程序的问题：请把文件名和这一行告诉维护者",
            "this is an error of the program: tell its maintainers this line",
        ),
    )


def main() -> None:
    """Serve as a process of our own: the work comes as the first request."""
    asked, answers = os.dup(0), os.dup(1)
    settle(asked, answers)
    requests = watched(asked)
    work, limits = pickle.loads(next(requests))  # noqa: S301 - our parent's
    serve(work, requests, answers, limits)


if __name__ == "__main__":
    main()
