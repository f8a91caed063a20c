"""The server: what is handed in is judged and given back; who may not ask gets nothing."""

from __future__ import annotations

import asyncio
import io
import json
import re
import time
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any, NoReturn

import docx
import jsonschema
import openpyxl
import pytest
from reportlab.platypus import Paragraph
from starlette.testclient import TestClient
from tests.readers.writing import BODY, pdf_of

from performance_rules.outputs.schema import result_schema
from performance_rules.readers.limits import Limits
from performance_rules.web import answers, desk
from performance_rules.web.app import application
from performance_rules.web.guards import Door

TYPED = """
kind = "部门决算"
year = 2022
entity = "清河县林业局"
[all_funds.expenditure]
final = "100.00万元"
[all_funds.expenditure.by_nature]
complete = true
"基本支出" = { final = "60.00万元" }
"项目支出" = { final = "30.00万元" }
"""
PROSE = """清河县林业局2022年度部门决算说明
2022年总支出100.00万元，其中：基本支出60.00万元，项目支出30.00万元。
"""


def document(*paragraphs: str) -> bytes:
    """Return a Word file of some paragraphs."""
    made, out = docx.Document(), io.BytesIO()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def server() -> Iterator[TestClient]:
    """A server that everybody in this module asks; its workers are real ones."""
    door = Door(hosts=("testserver",), most=1_000_000)
    with TestClient(application(door), follow_redirects=False) as client:
        yield client


def handed_in(server: TestClient, *files: tuple[str, bytes], **said: str) -> str:
    """Hand in files, wait until they are judged, and return the address of their case."""
    given = [("files", (name, data)) for name, data in files]
    answer = server.post("/check", files=given, data=said)
    assert answer.status_code == 303, answer.text
    address: str = answer.headers["location"]
    for _ in range(600):
        if 'http-equiv="refresh"' not in server.get(address).text:
            return address
        time.sleep(0.1)
    raise AssertionError("the case is never done")


def test_what_is_handed_in_comes_back_judged(server: TestClient) -> None:
    """A Word file and a text are judged; page, ledger, JSON and comments can be taken away."""
    word = document(*PROSE.splitlines())
    case = handed_in(server, ("自评报告.docx", word), ("决算.txt", PROSE.encode()))
    page = server.get(case).text
    assert page.count("矛盾 1 条") == 2
    assert "自评报告.docx" in page

    shown = server.get(f"{case}/result.html")
    assert "90.00万元" in shown.text
    assert (
        "attachment" in server.get(f"{case}/result.html?download=1").headers["content-disposition"]
    )
    book = openpyxl.load_workbook(io.BytesIO(server.get(f"{case}/ledger.xlsx").content))
    assert "TOT-001" in str([[cell.value for cell in row] for row in book.worksheets[0].rows])
    results = server.get(f"{case}/result.json").json()["results"]
    assert ["自评报告.docx", "决算.txt"] == [one["report"]["source"] for one in results]
    commented = docx.Document(io.BytesIO(server.get(f"{case}/0/commented.docx").content))
    assert any("TOT-001" in comment.text for comment in commented.comments)
    assert server.get(f"{case}/0/commented.pdf").status_code == 404


def test_a_pdf_comes_back_with_highlights(server: TestClient) -> None:
    """The PDF itself is given back, its bytes in front of what was added."""
    pytest.importorskip("pypdf", reason="highlights are an extra of their own")
    data = pdf_of([Paragraph(line, BODY) for line in PROSE.splitlines()])
    case = handed_in(server, ("决算.pdf", data))
    assert f"{case}/0/commented.pdf" in server.get(case).text
    given = server.get(f"{case}/0/commented.pdf")
    assert given.headers["content-type"] == "application/pdf"
    assert given.content.startswith(data)
    assert b"/Highlight" in given.content[len(data) :]


def test_a_case_is_gone_when_it_is_deleted(server: TestClient) -> None:
    """Who deletes a case finds neither its page nor its files again."""
    case = handed_in(server, ("a.txt", PROSE.encode()))
    assert server.post(f"{case}/delete").status_code == 303
    assert [404, 404] == [server.get(a).status_code for a in (case, f"{case}/result.html")]


def test_one_bad_file_spoils_no_other(server: TestClient) -> None:
    """A file that cannot be read says why; the one beside it is judged."""
    case = handed_in(server, ("坏.docx", b"PK\x03\x04" + b"\0" * 50), ("好.txt", PROSE.encode()))
    rows = re.findall(r'<tr class="(\w+)">', server.get(case).text)
    assert ["unreadable", "contradiction"] == rows
    assert server.get(f"{case}/0/commented.docx").status_code == 404
    assert server.get(f"{case}/result.html").status_code == 200


NAMES = {
    "../../etc/passwd": "passwd",
    "C:\\报告\\一.txt": "一.txt",
    "<script>alert(1)</script>.txt": "script&gt;.txt",
    "长" * 300 + ".txt": "长.txt",
}


@pytest.fixture(scope="module")
def named(server: TestClient) -> str:
    """The page of a case whose files have such names; one worker judges them all."""
    page: str = server.get(handed_in(server, *((name, PROSE.encode()) for name in NAMES))).text
    return page


@pytest.mark.parametrize("shown", NAMES.values())
def test_names_are_shown_and_never_used(named: str, shown: str) -> None:
    """Of a path only its end is shown, as text; no file on disk is called after it."""
    assert f"{shown}</td>" in named
    assert [] == re.findall(r"<script>alert|\.\./\.\.|C:\\", named)


def test_a_file_without_a_name_is_refused(server: TestClient) -> None:
    """Nothing was chosen, so there is nothing to judge."""
    assert server.post("/check", files=[("files", ("", b""))]).status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {"host": "evil.example"}, 421),
        ("POST", "/check", {"origin": "http://evil.example"}, 403),
        ("POST", "/check", {"sec-fetch-site": "cross-site"}, 403),
        ("POST", "/api/check", {"content-length": "99999999999"}, 413),
        ("POST", "/api/check", {"content-length": "x"}, 413),
        ("GET", "/case/none", {}, 404),
        ("GET", "/case/none/result.html", {}, 404),
        ("GET", "/case/../../etc/passwd", {}, 404),
        ("GET", "/check", {}, 405),
        ("GET", "/style.css", {}, 200),
    ],
)
def test_who_may_ask_what(
    server: TestClient, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    """Another host's name, another site's form, too much, or an unknown address is refused."""
    answer = server.request(method, path, headers=headers)
    assert answer.status_code == status
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_what_is_too_large_is_refused_while_it_arrives(server: TestClient) -> None:
    """A request that does not say how much it brings is cut off at the limit."""

    def endless() -> Iterator[bytes]:
        for _ in range(50):
            yield b"x" * 50_000

    assert server.post("/api/check", content=endless()).status_code == 413


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"year": "20"}, "不是四位数的年份"),
        ({"region": "火星"}, "没有登记名为“火星”的地区"),
        ({"region": "991234"}, "没有省级区划"),
    ],
)
def test_a_wrong_word_of_the_form_is_told_in_the_form(
    server: TestClient, said: dict[str, str], told: str
) -> None:
    """What cannot be used is said above the form, and to a program in its answer."""
    answer = server.post("/check", files=[("files", ("a.txt", b"1"))], data=said)
    assert (answer.status_code, told in answer.text) == (422, True)
    answer = server.post("/api/check", params=said, content=b"1")
    assert (answer.status_code, told in answer.json()["problems"][0]) == (422, True)


def test_a_program_gets_the_canonical_result(server: TestClient) -> None:
    """The interface gives what ``check --format json`` gives, and says so in its description."""
    answer = server.post("/api/check", params={"name": "决算.toml"}, content=TYPED.encode())
    result = answer.json()
    jsonschema.validate(result, result_schema())
    assert ("决算.toml", 1) == (result["report"]["source"], result["summary"]["error"])

    refused = server.post("/api/check", content=b"%PDF-1.4 broken")
    assert refused.status_code == 422
    assert refused.json()["problems"]
    described = server.get("/api/openapi.json").json()
    assert "/api/check" in described["paths"]
    assert json.dumps(described)
    assert server.get("/api/result.schema.json").json() == json.loads(json.dumps(result_schema()))


def test_the_token_is_asked_for() -> None:
    """Where others can ask, they must know the token: as a header, or once in the address."""
    with TestClient(application(Door(hosts=(), token="geheimes-wort"))) as stranger:
        assert 401 == stranger.get("/").status_code
        assert 401 == stranger.get("/", headers={"authorization": "Bearer wrong"}).status_code
        bearer = {"authorization": "Bearer geheimes-wort"}
        assert 200 == stranger.get("/", headers=bearer).status_code
        entered = stranger.get("/?token=geheimes-wort", follow_redirects=False)
        assert (303, "/") == (entered.status_code, entered.headers["location"])
        assert "httponly" in entered.headers["set-cookie"].lower()
        assert 200 == stranger.get("/").status_code


def test_slow_arrivals_are_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that does not arrive in time is answered all the same."""
    monkeypatch.setattr(answers, "PATIENCE", 0.01)
    sent: list[MutableMapping[str, Any]] = []
    scope = {
        **{"type": "http", "method": "POST", "path": "/api/check", "query_string": b""},
        **{"headers": [(b"host", b"testserver")], "server": ("testserver", 80), "scheme": "http"},
    }

    async def arriving() -> MutableMapping[str, Any]:
        await asyncio.sleep(60)
        raise AssertionError("nobody waits so long")

    async def leaving(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    asyncio.run(application(Door(hosts=("testserver",)))(scope, arriving, leaving))
    assert sent[0]["status"] == 408


def test_a_file_that_takes_too_long_is_stopped() -> None:
    """A worker that is at a file for too long is ended, and the next file is judged."""
    door = Door(hosts=("testserver",))
    with TestClient(application(door, limits=Limits(patience=0)), follow_redirects=False) as client:
        case = handed_in(client, ("a.txt", PROSE.encode()))
        assert 'class="unreadable"' in client.get(case).text


def test_nobody_waits_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no worker can be started, each file says so, and the next ones are taken again."""

    def none_left(*_: object, **__: object) -> NoReturn:
        raise OSError("no process is left")

    with TestClient(application(Door(hosts=("testserver",))), follow_redirects=False) as client:
        with monkeypatch.context() as patch:
            patch.setattr(desk, "apart", none_left)
            case = handed_in(client, ("a.txt", PROSE.encode()), ("b.txt", PROSE.encode()))
            assert client.get(case).text.count('class="unreadable"') == 2
        case = handed_in(client, ("a.txt", PROSE.encode()))
        assert 'class="contradiction"' in client.get(case).text


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where files cannot be laid down, the form says so, and nothing of them is left."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    with TestClient(application(Door(hosts=("testserver",))), follow_redirects=False) as client:
        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", full)
            answer = client.post("/check", files=[("files", ("a.txt", b"1"))])
        assert (answer.status_code, "磁盘写不下" in answer.text) == (422, True)
        assert [] == list(tmp_path.rglob("*.file"))


def test_nothing_stays_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files lie in a folder of the server's own, under numbers, and go with it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with TestClient(application(Door(hosts=("testserver",))), follow_redirects=False) as client:
        handed_in(client, ("../一.txt", PROSE.encode()))
        names = [path.name for path in tmp_path.rglob("*") if path.is_file()]
        assert ["0.answer", "0.file"] == sorted(names)
    assert [] == list(tmp_path.iterdir())


@pytest.mark.slow
def test_two_hundred_at_once(server: TestClient) -> None:
    """Two hundred files handed in at once are all judged, or refused with a word; none is lost."""
    files = [(f"{n}.toml", TYPED.encode()) for n in range(100)]
    given = [("files", one) for one in files]
    sent = [server.post("/check", files=given) for _ in range(2)]
    assert [303, 303] == [answer.status_code for answer in sent]
    for answer in sent:
        address = answer.headers["location"]
        while 'http-equiv="refresh"' in (page := server.get(address).text):
            time.sleep(0.2)
        assert page.count('class="contradiction"') == 100
    too_many = [*given, ("files", ("one.toml", TYPED.encode()))]
    assert server.post("/check", files=too_many).status_code == 422
