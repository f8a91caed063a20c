"""Answers: what the server says to each address.

Nothing of an address or a form reaches the disk: a case is found by its key, a file by its number.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Iterable, Mapping
from functools import partial
from typing import Final, TypeAlias, TypeVar

from attrs import evolve
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from performance_rules.errors import Lang, Message, PerformanceRulesError, Problem
from performance_rules.judging.rulesets import code_of
from performance_rules.outputs import maker, renderer
from performance_rules.outputs.terminal import WIDTH, plain
from performance_rules.readers.limits import Limits
from performance_rules.readers.workers import alone
from performance_rules.rules.ruleset import RuleSet
from performance_rules.waivers.model import Decision, Decisions
from performance_rules.web import api, pages
from performance_rules.web.cases import Case, Cases, Terms, Upload, shown, too_large
from performance_rules.web.desk import Desk, commented, decided
from performance_rules.web.guards import TooLargeError
from performance_rules.web.words import WORDS, say, tongue

T = TypeVar("T")

Sent: TypeAlias = tuple[list[tuple[str, bytes]], Terms]
"""What came with a request: files with their names, and how they are to be checked."""

MOST_FILES: Final = 100
"""How many files one case may hold."""

PATIENCE: Final = 120
"""Seconds that the arrival of one request may take."""

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

PDF: Final = "application/pdf"

KINDS: Final = {
    "result.html": ("html", "text/html; charset=utf-8"),
    "opinion.docx": ("opinion", DOCX),
    "ledger.xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "result.json": ("json", "application/json"),
}
"""What may be taken away of a case: its format and its type."""


class Answers:
    """The answers of one server."""

    def __init__(self, cases: Cases, desk: Desk, limits: Limits) -> None:
        """Answer with what lies in the cases and is judged at the desk."""
        self.cases, self.desk, self.limits = cases, desk, limits
        self.awaited: dict[int, tuple[asyncio.AbstractEventLoop, asyncio.Event]] = {}
        desk.heard = self._heard

    async def front(self, request: Request) -> Response:
        """Show the form."""
        return HTMLResponse(pages.front(tongue(request)))

    async def style(self, request: Request) -> Response:
        """Give the style of the pages."""
        del request
        return Response(pages.style(), media_type="text/css")

    async def check(self, request: Request) -> Response:
        """Take files that were handed in, and go to the page of their case."""
        lang = tongue(request)
        try:
            files, terms = await self._handed_in(request, lang, "files", MOST_FILES)
            case = await run_in_threadpool(self.cases.add, files, terms)
        except PerformanceRulesError as wrong:
            told = " ".join(problem.text(lang) for problem in wrong.problems)
            return HTMLResponse(pages.front(lang, told), 422)
        self.desk.call()
        return RedirectResponse(f"/case/{case.id}", 303)

    async def case(self, request: Request) -> Response:
        """Show how far a case is."""
        case = self._case(request)
        return HTMLResponse(pages.progress(case, case.terms.lang))

    async def taken(self, request: Request) -> Response:
        """Give what came of a case, in one format."""
        case = self._case(request)
        found = KINDS.get(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        if case.waiting:
            raise HTTPException(409)
        form, kind = found
        data = await run_in_threadpool(_made, form, case, case.terms.lang)
        keep = form != "html" or "download" in request.query_params
        return _file(data, kind, request.path_params["name"] if keep else None)

    async def commented(self, request: Request) -> Response:
        """Give a document back with comments."""
        case, number = self._case(request), request.path_params["number"]
        form = request.path_params["form"]
        if number >= len(case.uploads) or case.uploads[number].commented != form:
            raise HTTPException(404)
        data = await run_in_threadpool(self._commented, case, number)
        return _file(data, {"docx": DOCX, "pdf": PDF}[form], f"commented.{form}")

    async def delete(self, request: Request) -> Response:
        """Forget a case."""
        await run_in_threadpool(self.cases.drop, self._case(request))
        return RedirectResponse("/", 303)

    async def api_check(self, request: Request) -> Response:
        """Check one file for a program: the body itself, or a form with what was decided."""
        lang = _lang(request.query_params.get("lang"), "zh")
        form = request.headers.get("content-type", "").lower().startswith("multipart/form-data")
        sent = self._handed_in(request, lang, "file", 1) if form else self._bare(request, lang)
        try:
            files, terms = await sent
            case = await run_in_threadpool(self.cases.add, files, terms)
        except PerformanceRulesError as wrong:
            return _problems(wrong.problems, lang)
        try:
            return await self._answer(case, terms.lang)
        finally:
            await run_in_threadpool(self.cases.drop, case)

    async def openapi(self, request: Request) -> Response:
        """Describe the interface for programs."""
        del request
        return JSONResponse(api.openapi())

    async def schema(self, request: Request) -> Response:
        """Give the schema of a result."""
        del request
        return JSONResponse(api.result_of_check())

    async def trouble(self, request: Request, wrong: Exception) -> Response:
        """Say what went wrong."""
        status = wrong.status_code if isinstance(wrong, HTTPException) else 500
        keys = {404: "unknown", 405: "unknown", 408: "too_slow", 409: "not_ready", 400: "bad_form"}
        lang = tongue(request)
        text = say(lang, keys.get(status, "failed"))
        if request.url.path.startswith("/api/"):
            return JSONResponse({"problems": [text]}, status)
        return HTMLResponse(pages.trouble(lang, text), status)

    async def refused(self, request: Request, wrong: Exception) -> Response:
        """Say why something of a case cannot be given."""
        lang = tongue(request)
        problems = wrong.problems if isinstance(wrong, PerformanceRulesError) else ()
        text = " ".join(problem.text(lang) for problem in problems)
        return HTMLResponse(pages.trouble(lang, text), 422)

    async def _answer(self, case: Case, lang: Lang) -> Response:
        [upload] = case.uploads
        done = asyncio.Event()
        self.awaited[id(upload)] = (asyncio.get_running_loop(), done)
        self.desk.call()
        try:
            if upload.state == "waiting":
                await done.wait()
        finally:
            del self.awaited[id(upload)]
        batch = await run_in_threadpool(case.batch)
        if batch.unreadable:
            return _problems(batch.unreadable[0].problems, lang)
        data = await run_in_threadpool(_made, "json", case, lang)
        return Response(data, media_type="application/json")

    def _heard(self, upload: Upload) -> None:
        """Wake whoever waits for a file; called in the thread of the desk."""
        loop, done = self.awaited.get(id(upload), (None, None))
        if loop is not None and done is not None:
            loop.call_soon_threadsafe(done.set)

    async def _bare(self, request: Request, lang: Lang) -> Sent:
        """Return the body of a request as a file, and how it is to be checked.

        Raises:
            PerformanceRulesError: if something of it cannot be used.
            TooLargeError: if it is larger than any file that is read.
        """
        asked = request.query_params
        terms = await self._terms(asked, lang)
        data = await self._in_time(request.body())
        if not data:
            raise _problem(WORDS["no_file"])
        if too_large(len(data)):
            raise TooLargeError
        return [(asked.get("name", "report"), data)], terms

    async def _handed_in(self, request: Request, lang: Lang, field: str, most: int) -> Sent:
        """Return the files of a form, and how they are to be checked.

        Args:
            request: who asks; what the form does not say, its address may.
            lang: the language, where neither says it.
            field: the field that holds the files.
            most: how many there may be.

        Raises:
            PerformanceRulesError: if something of it cannot be used.
        """
        arriving = request.form(max_files=MOST_FILES + api.MOST_WAIVERS + 1, max_fields=8)
        form = await self._in_time(arriving)
        try:
            terms = await self._terms({**request.query_params, **_texts(form)}, lang)
            files = [(name, await file.read()) for name, file in _given(form, field, most)]
            if not files:
                raise _problem(WORDS["no_file"])
            found: list[Decision] = []
            for name, file in _given(form, "waivers", api.MOST_WAIVERS):
                waivers = (shown(name), await file.read())
                found += await run_in_threadpool(self._decided, waivers)
            return files, evolve(terms, decisions=Decisions(tuple(found), dt.date.today()))
        finally:
            await form.close()

    async def _terms(self, asked: Mapping[str, str], lang: Lang) -> Terms:
        """Return how files are to be checked.

        Raises:
            PerformanceRulesError: if there is no such region or year.
        """
        region, year = asked.get("region", "").strip(), asked.get("year", "").strip()
        if year and not (year.isascii() and year.isdigit() and len(year) == 4):
            raise _problem(WORDS["bad_year"].filled(year=shown(year)))
        terms = Terms(
            code_of(region or None), int(year) if year else None, _lang(asked.get("lang"), lang)
        )
        await run_in_threadpool(RuleSet.for_region, terms.region, terms.year, self.desk.folders)
        return terms

    async def _in_time(self, arriving: Awaitable[T]) -> T:
        try:
            return await asyncio.wait_for(_awaited(arriving), PATIENCE)
        except TimeoutError:
            raise HTTPException(408) from None

    def _case(self, request: Request) -> Case:
        found = self.cases.found.get(request.path_params["case"])
        if found is None:
            raise HTTPException(404)
        return found

    def _decided(self, waivers: tuple[str, bytes]) -> tuple[Decision, ...]:
        return alone(decided, waivers, self.limits, place=waivers[0], copied=False)

    def _commented(self, case: Case, number: int) -> bytes:
        batch = case.batch(number)
        path = str(case.uploads[number].path)
        batch = evolve(batch, checked=tuple(evolve(one, source=path) for one in batch.checked))
        work = partial(commented, case.uploads[number].commented, case.terms.lang)
        name = case.uploads[number].name
        return alone(work, batch, self.limits, place=name, copied=False)


def _given(form: FormData, field: str, most: int) -> list[tuple[str, UploadFile]]:
    """Return the files of a field with their names.

    Raises:
        PerformanceRulesError: if there are too many, or one is too large.
    """
    given = [one for one in form.getlist(field) if isinstance(one, UploadFile) and one.size]
    if len(given) > most:
        raise _problem(WORDS["too_many_files"].filled(most=most))
    for one in given:
        if too_large(one.size or 0):
            raise _problem(WORDS["file_too_large"].filled(name=shown(one.filename or "")))
    return [(one.filename or "", one) for one in given]


def _texts(form: FormData) -> dict[str, str]:
    return {key: value for key, value in form.items() if isinstance(value, str)}


def _lang(value: object, otherwise: Lang) -> Lang:
    return "en" if value == "en" else "zh" if value == "zh" else otherwise


async def _awaited(arriving: Awaitable[T]) -> T:
    return await arriving


def _made(form: str, case: Case, lang: Lang) -> bytes:
    """Return what came of a case in a format."""
    batch = case.batch()
    if form == "json":
        return plain(renderer("json")(batch, lang, WIDTH)).encode("utf-8", "backslashreplace")
    return maker(form)(batch, lang)


def _file(data: bytes, kind: str, name: str | None) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'} if name else {}
    return Response(data, media_type=kind, headers=headers)


def _problem(text: Message) -> PerformanceRulesError:
    return PerformanceRulesError([Problem(text)])


def _problems(problems: Iterable[Problem], lang: Lang) -> Response:
    return JSONResponse({"problems": [problem.text(lang) for problem in problems]}, 422)
