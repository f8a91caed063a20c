"""The application: which address is answered by what, from its start to its end."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from performance_rules.errors import PerformanceRulesError
from performance_rules.readers.limits import LIMITS, Limits
from performance_rules.web.answers import Answers
from performance_rules.web.cases import Cases
from performance_rules.web.desk import Desk
from performance_rules.web.guards import Door, Guard

PREFIX: Final = "performance-rules-"
"""How the folder that holds the files is called."""


def application(
    door: Door, folders: tuple[Path, ...] = (), limits: Limits = LIMITS, workers: int = 2
) -> Starlette:
    """Return a server's application; its files lie in a folder that goes when it ends.

    Args:
        door: who may come in.
        folders: folders of rules laid over the shipped ones.
        limits: what one file may take.
        workers: how many files may be judged side by side.
    """
    cases = Cases()
    desk = Desk(cases, folders, limits, workers)
    answers = Answers(cases, desk, limits)

    @asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        del app
        with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as home:
            cases.folder = Path(home)
            desk.start()
            try:
                yield
            finally:
                desk.end()

    return Starlette(
        routes=[
            Route("/", answers.front),
            Route("/style.css", answers.style),
            Route("/check", answers.check, methods=["POST"]),
            Route("/case/{case}", answers.case),
            Route("/case/{case}/delete", answers.delete, methods=["POST"]),
            Route("/case/{case}/{number:int}/commented.{form}", answers.commented),
            Route("/case/{case}/{name}", answers.taken),
            Route("/api/check", answers.api_check, methods=["POST"]),
            Route("/api/openapi.json", answers.openapi),
            Route("/api/result.schema.json", answers.schema),
        ],
        middleware=[Middleware(Guard, door=door)],
        exception_handlers={
            PerformanceRulesError: answers.refused,
            HTTPException: answers.trouble,
            500: answers.trouble,
        },
        lifespan=life,
    )
