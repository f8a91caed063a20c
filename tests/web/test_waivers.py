"""The page takes what was decided beside the reports: a ledger filled in, or waivers in TOML."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from typing import Any

import jsonschema
import openpyxl
import pytest
from starlette.testclient import TestClient

from performance_rules.outputs.schema import result_schema
from performance_rules.web.app import application
from performance_rules.web.guards import Door

PROSE = """清河县林业局2022年度部门决算说明
2022年总支出100.00万元，其中：基本支出60.00万元，项目支出30.00万元。
"""
WAIVER = """
[[waiver]]
rule = "TOT-001"
entity = "清河县林业局"
year = 2022
figures = ["60.00万元", "30.00万元", "100.00万元"]
reason = "其余列在附件"
who = "张三"
"""


@pytest.fixture(scope="module")
def server() -> Iterator[TestClient]:
    """A server that everybody in this module asks."""
    door = Door(hosts=("testserver",), most=1_000_000)
    with TestClient(application(door), follow_redirects=False) as client:
        yield client


def handed_in(server: TestClient, text: str, *waivers: tuple[str, bytes]) -> str:
    """Hand in a report and files of decisions; return the address of the case once it is done."""
    given = [("files", ("决算.txt", text.encode())), *(("waivers", one) for one in waivers)]
    answer = server.post("/check", files=given)
    assert answer.status_code == 303, answer.text
    address: str = answer.headers["location"]
    for _ in range(600):
        if 'http-equiv="refresh"' not in server.get(address).text:
            return address
        time.sleep(0.1)
    raise AssertionError("the case is never done")


def filled(data: bytes, state: str) -> bytes:
    """Return a ledger with a state, a person and a remark in every row."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["整改台账"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        for name, value in (("处理", state), ("责任人", "张三"), ("备注", "其余列在附件")):
            sheet.cell(row, columns[name]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def counts(server: TestClient, case: str) -> tuple[int, int]:
    """Return how many findings count in a case, and how many are waived."""
    result = server.get(f"{case}/result.json").json()
    return len(result["findings"]), len(result.get("waived", ()))


@pytest.mark.parametrize(("state", "waived"), [("接受", True), ("不属实", True), ("待定", False)])
def test_the_ledger_that_was_taken_away_comes_back(
    server: TestClient, state: str, waived: bool
) -> None:
    """What was accepted or is untrue does not count the next time; the rest does."""
    case = handed_in(server, PROSE)
    found, _ = counts(server, case)
    ledger = filled(server.get(f"{case}/ledger.xlsx").content, state)
    again = handed_in(server, PROSE, ("台账.xlsx", ledger))
    assert counts(server, again) == ((0, found) if waived else (found, 0))
    book = openpyxl.load_workbook(io.BytesIO(server.get(f"{again}/ledger.xlsx").content))
    assert state in str(list(book["整改台账"].iter_rows(values_only=True)))


def test_other_figures_count_again(server: TestClient) -> None:
    """A decision covers the figures it was made about, and no others."""
    assert counts(server, handed_in(server, PROSE, ("豁免.toml", WAIVER.encode())))[1] == 1
    changed = PROSE.replace("30.00", "31.00")
    assert counts(server, handed_in(server, changed, ("豁免.toml", WAIVER.encode())))[1] == 0


def test_decisions_about_other_reports_are_counted(server: TestClient) -> None:
    """Whoever hands in the wrong ledger is told that it says nothing of these reports."""
    other = WAIVER.replace("清河县林业局", "清河县渔业局")
    assert (
        "另有 1 条处理" in server.get(handed_in(server, PROSE, ("豁免.toml", other.encode()))).text
    )
    own = server.get(handed_in(server, PROSE, ("豁免.toml", WAIVER.encode()))).text
    assert "条处理" not in own


def asked(server: TestClient, *waivers: tuple[str, bytes], **said: str) -> dict[str, Any]:
    """Ask as a program does: one report with what was decided about it, in a form."""
    given = [("file", ("决算.txt", PROSE.encode())), *(("waivers", one) for one in waivers)]
    found: dict[str, Any] = server.post("/api/check", files=given, data=said).json()
    return found


@pytest.mark.parametrize("state", ["接受", "不属实"])
def test_a_program_hands_in_what_was_decided(server: TestClient, state: str) -> None:
    """A program gets what the page shows: what is waived does not count, and says why."""
    plain = asked(server)
    bare = server.post("/api/check", params={"name": "决算.txt"}, content=PROSE.encode()).json()
    assert (bare, 1) == (plain, len(plain["findings"]))
    ledger = filled(server.get(f"{handed_in(server, PROSE)}/ledger.xlsx").content, state)
    for waivers in (("台账.xlsx", ledger), ("豁免.toml", WAIVER.encode())):
        answer = asked(server, waivers)
        jsonschema.validate(answer, result_schema())
        assert (0, 0) == (len(answer["findings"]), answer["summary"]["error"])
        [waived] = answer["waived"]
        assert "其余列在附件" in str(waived)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (('"30.00万元"', '"31.00万元"'), "gone"),
        (('who = "张三"', 'who = "张三"\nuntil = 2020-01-01'), "expired"),
        (('who = "张三"', 'who = "张三"\nstate = "settled"'), "still"),
    ],
)
def test_a_program_is_told_of_decisions_without_effect(
    server: TestClient, change: tuple[str, str], why: str
) -> None:
    """A decision of other figures, out of date or not carried out leaves the finding as it is."""
    answer = asked(server, ("豁免.toml", WAIVER.replace(*change).encode()))
    assert (1, [why]) == (len(answer["findings"]), [one["why"] for one in answer["lapsed"]])


@pytest.mark.parametrize(
    ("files", "said", "told"),
    [
        ([], {}, "还没有选文件"),
        ([("waivers", ("豁免.toml", b"x"))], {}, "还没有选文件"),
        ([("file", ("a.txt", b"1")), ("file", ("b.txt", b"1"))], {}, "一次最多 1 份"),
        ([("file", ("a.txt", b"1"))], {"year": "20"}, "不是四位数"),
        ([("file", ("a.txt", b"1"))], {"region": "火星"}, "没有登记名为“火星”的地区"),
        ([("file", ("a.txt", b"1")), ("waivers", ("a.toml", b"[["))], {}, "TOML 格式有误"),
        ([("file", ("a.txt", b"1"))] + [("waivers", ("a.toml", b""))] * 6, {}, None),
        ([("file", ("a.txt", b"1"))] + [("waivers", ("a.toml", b"#"))] * 6, {}, "一次最多 5 份"),
    ],
)
def test_a_form_of_a_program_that_cannot_be_used_is_refused(
    server: TestClient, files: list[Any], said: dict[str, str], told: str | None
) -> None:
    """Nothing is checked when a form lacks its file or holds what cannot be used."""
    form = files or [("other", ("a.txt", b"1"))]
    answer = server.post("/api/check", files=form, data=said)
    assert (200 if told is None else 422) == answer.status_code
    assert told is None or told in " ".join(answer.json()["problems"])


def test_a_program_asks_in_its_language(server: TestClient) -> None:
    """The language stands in the form or in the address."""
    title = asked(server)["findings"][0]["message"]
    english = asked(server, lang="en")["findings"][0]["message"]
    given = [("file", ("决算.txt", PROSE.encode()))]
    there = server.post("/api/check?lang=en", files=given).json()["findings"][0]["message"]
    assert english == there != title


def test_the_form_of_a_program_is_described(server: TestClient) -> None:
    """The description names the file and what may stand beside it."""
    described = server.get("/api/openapi.json").json()["paths"]["/api/check"]["post"]
    form = described["requestBody"]["content"]["multipart/form-data"]["schema"]
    assert {"file", "waivers", "region", "year", "lang"} == set(form["properties"])


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("豁免.docx", b"x", "豁免写在 .toml 文件或填好的 .xlsx 台账里"),
        ("豁免.toml", b"[[waiver]\n", "TOML 格式有误"),
        ("豁免.toml", WAIVER.replace('who = "张三"', "").encode(), "who"),
        ("台账.xlsx", b"PK\x03\x04nonsense", "台账.xlsx"),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_checked(
    server: TestClient, name: str, data: bytes, told: str
) -> None:
    """A file of decisions that is wrong is refused with what is wrong; no report is checked."""
    files = [("files", ("决算.txt", PROSE.encode())), ("waivers", (name, data))]
    answer = server.post("/check", files=files)
    assert answer.status_code == 422
    assert told in answer.text


def test_few_files_of_decisions_are_taken(server: TestClient) -> None:
    """More than a handful is a mistake."""
    files = [("files", ("决算.txt", PROSE.encode()))]
    files += [("waivers", (f"{n}.toml", WAIVER.encode())) for n in range(6)]
    answer = server.post("/check", files=files)
    assert answer.status_code == 422
    assert "一次最多 5 份" in answer.text
