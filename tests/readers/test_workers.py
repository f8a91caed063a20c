"""Workers answer for each request, whatever one of them does to its worker."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.readers.processes import children, has_ended
from tests.readers.writing import as_docx, as_text

from performance_rules.errors import StoppedError, UnreadableError
from performance_rules.readers import Document, Limits, document_of, frames
from performance_rules.readers.limits import MB
from performance_rules.readers.workers import alone, apart

TIGHT = Limits(seconds=1, patience=60, memory=256 * MB)

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no worker is a copy")


def texts(answers: Iterator[tuple[int, object]]) -> list[str]:
    """Return the answers, and what is wrong where there is none, in the order of the requests."""
    found = sorted(answers, key=lambda pair: pair[0])
    return [str(answer) for _, answer in found]


@pytest.mark.parametrize("copied", [pytest.param(True, marks=LINUX), False])
@pytest.mark.parametrize("most", [1, 2])
def test_each_request_has_its_answer_or_its_refusal(copied: bool, most: int) -> None:
    """Each request has its answer or its refusal, from a copy as from a new process."""
    requests = [as_text(["收入"]), b"", as_docx(["支出"])]
    work = partial(document_of, name="报告")
    found = dict(apart(work, requests, Limits(), most=most, copied=copied))

    assert [0, 1, 2] == sorted(found)
    income, empty, spending = (found[number] for number in range(3))
    assert isinstance(income, Document)
    assert isinstance(spending, Document)
    assert ["收入\n", "支出\n"] == [income.text, spending.text]
    assert isinstance(empty, UnreadableError)
    assert "报告：文件是空的" == str(empty)


@pytest.mark.parametrize("copied", [pytest.param(True, marks=LINUX), False])
def test_a_worker_that_sleeps_is_ended(copied: bool) -> None:
    """The clock ends a worker that does not even compute; the next request has another one."""
    limits = Limits(patience=2)
    first, second = texts(apart(time.sleep, [99, 0], limits, copied=copied))

    assert first.startswith("读取和检查超过 2 秒，已中止\n    改法：")
    assert "None" == second


def one_of(kind: str) -> str:
    """Do something to the process that it may not survive."""
    if kind == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif kind == "compute":
        while True:
            pass
    elif kind == "swell":
        return bytearray(1 << 40).decode()
    elif kind == "nest":
        return one_of(kind)
    elif kind == "fail":
        raise ValueError("哎呀")
    elif kind == "lie":
        return partial(os.getpid)  # type: ignore[return-value]
    elif kind == "print":
        print("out")
        os.write(1, b"out")
        os.write(2, b"err")
    return str(os.getpid())


@LINUX
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("crash", "程序崩溃（SIGSEGV）"),
        ("compute", "超过 1 秒，已中止"),
        ("swell", "内存用尽，已中止"),
        ("nest", "嵌套太深"),
        ("fail", "程序出错（ValueError: 哎呀 @ test_workers.py:"),
        ("lie", "读取进程异常退出"),
    ],
)
def test_one_request_takes_no_other_with_it(kind: str, words: str) -> None:
    """Whatever becomes of a worker is said of the request it was at; the others are answered."""
    before, wrong, after = texts(apart(one_of, ["", kind, ""], TIGHT))

    assert before.isdigit()
    assert words in wrong
    assert after.isdigit()


@LINUX
def test_a_worker_is_used_again(capfd: pytest.CaptureFixture[str]) -> None:
    """One worker answers request after request, and nothing it prints is seen."""
    found = texts(apart(one_of, ["", "print", ""], TIGHT))

    assert 1 == len(set(found))
    assert found[0] != str(os.getpid())
    assert ("", "") == capfd.readouterr()


@LINUX
def test_an_error_of_ours_is_told_from_a_bad_file() -> None:
    """Whether a file could not be read or our own process failed on it can be told by the class."""
    with pytest.raises(StoppedError) as caught:
        alone(one_of, "fail", TIGHT, place="甲.txt")
    assert ["甲.txt"] == [problem.place for problem in caught.value.problems]
    with pytest.raises(UnreadableError) as refused:
        alone(document_of, b"", TIGHT, place="甲.txt")
    assert not isinstance(refused.value, StoppedError)


@LINUX
def test_no_copy_beside_other_threads() -> None:
    """Where another thread runs, which might hold a lock, a worker is a new process."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        # `one_of` is no function that a new process could find.
        assert "读取进程异常退出" in str(dict(apart(one_of, [""], TIGHT))[0])
        assert "None" == str(alone(time.sleep, 0, TIGHT, place=""))
    finally:
        done.set()
        thread.join()


def test_only_plain_data_is_taken() -> None:
    """Who has read a hostile file may answer with data, but not with something to be run."""
    error = UnreadableError([])
    answer = frames.plain(pickle.dumps((error, {1: "a"}, frozenset((2,)))))

    assert isinstance(answer, tuple)
    assert [UnreadableError, dict, frozenset] == [type(part) for part in answer]
    for value in (os.getpid, subprocess.Popen, document_of, partial(one_of, "crash")):
        with pytest.raises(pickle.UnpicklingError, match="no plain data"):
            frames.plain(pickle.dumps(value))


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("performance_rules.readers.doc", "subprocess.Popen"),
        ("performance_rules.readers", "partial"),
        ("this", "s"),
    ],
)
def test_no_way_round_through_our_modules(module: str, name: str) -> None:
    """What a module of ours has imported is not ours, and no other module is imported at all."""
    text = f"\x80\x04\x8c{chr(len(module))}{module}\x8c{chr(len(name))}{name}\x93."

    with pytest.raises(pickle.UnpicklingError, match="no plain data"):
        frames.plain(text.encode("latin-1"))
    assert "this" not in sys.modules


@LINUX
@pytest.mark.parametrize("how", ["close", "error"])
def test_who_leaves_early_leaves_no_worker(how: str) -> None:
    """Closing the answers ends the workers at once."""
    answers = apart(time.sleep, [0, 99, 99], Limits(), most=2)
    assert (0, None) == next(answers)
    started = children(os.getpid())
    if how == "close":
        answers.close()
    else:
        with pytest.raises(KeyboardInterrupt):
            answers.throw(KeyboardInterrupt)

    assert started
    assert [] == children(os.getpid())


@LINUX
@pytest.mark.parametrize("copied", [True, False])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_parent_takes_its_workers_along(copied: bool, number: signal.Signals) -> None:
    """Workers do not outlive who started them, however that ended and whatever they are at."""
    code = (
        "import time\n"
        "from performance_rules.readers import Limits\n"
        "from performance_rules.readers.workers import apart\n"
        f"list(apart(time.sleep, [99, 99], Limits(), most=2, copied={copied}))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as parent:
        while len(workers := children(parent.pid)) < 2:
            assert parent.poll() is None
            time.sleep(0.05)
        parent.send_signal(number)

    assert [True, True] == [has_ended(worker) for worker in workers]


@LINUX
def test_a_worker_that_computes_is_taken_along(tmp_path: Path) -> None:
    """Also a worker in the middle of a loop notices that nobody waits for it any more."""
    code = (
        "from performance_rules.readers import Limits\n"
        "from performance_rules.readers.workers import apart\n"
        "def loop(name):\n"
        "    open(name, 'w').close()\n"
        "    while True: pass\n"
        f"list(apart(loop, [{str(tmp_path / 'started')!r}], Limits(seconds=60)))\n"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as parent:
        while not (tmp_path / "started").exists():
            assert parent.poll() is None
            time.sleep(0.05)
        workers = children(parent.pid)
        parent.kill()

    assert [True] == [has_ended(worker) for worker in workers]
