"""Pages for people: plain HTML that needs no script, works by keyboard and on a telephone."""

from __future__ import annotations

from functools import lru_cache, partial
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from performance_rules.errors import Lang
from performance_rules.web.cases import Case
from performance_rules.web.words import say


def front(lang: Lang, problem: str = "") -> str:
    """Return the first page: the form, and what was wrong with the last attempt."""
    return _page("front.html", lang, problem=problem)


def progress(case: Case, lang: Lang) -> str:
    """Return the page of a case: how far it is, what came out, and what to take away."""
    return _page(
        "case.html",
        lang,
        case=case,
        done=len(case.uploads) - case.waiting,
        elsewhere=case.elsewhere(),
    )


def trouble(lang: Lang, text: str) -> str:
    """Return a page that says what went wrong."""
    return _page("trouble.html", lang, text=text)


def style() -> str:
    """Return the style of all pages: that of the results, and of the form."""
    return _text("page.css", "outputs") + _text("web.css")


def _page(name: str, lang: Lang, **values: object) -> str:
    template = _templates().get_template(name)
    return template.render(say=partial(say, lang), lang=lang, **values)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _text(name: str, room: str = "web") -> str:
    folder = files("performance_rules").joinpath(room)
    place = folder if name.endswith(".css") else folder.joinpath("templates")
    return place.joinpath(name).read_text(encoding="utf-8")
