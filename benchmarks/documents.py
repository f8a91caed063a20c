"""Documents: how long their words take to become a report, and a PDF from its bytes to findings."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from importlib.util import find_spec
from itertools import count
from statistics import median
from time import perf_counter, process_time
from typing import Any, Final

from attrs import frozen

from benchmarks.reports import REGION
from performance_rules import RuleSet, check
from performance_rules.extraction.documents import Extraction, extract
from performance_rules.readers import Document, read_document
from performance_rules.rules.ruleset import shipped_codebook

LENGTHS: Final = (10_000, 20_000, 40_000, 80_000)
TEXTS: Final = {"final accounts": 1, "self-evaluation": 6}
"""Paragraphs without a figure for every three pairs that are full of them."""
PAGES: Final = 30
BODY: Final = "青原县水务局"
PLACES: Final = ("东河", "西湾", "南坪", "北岭", "上村", "下洲", "桥头", "柳林", "沙洲", "石门")
WORKS: Final = (
    "灌渠整修",
    "水质监测",
    "堤岸加固",
    "泵站更新",
    "管网普查",
    "水库巡护",
    "雨量站扩建",
)
TABLE_ROWS: Final = 24
READ, EXTRACT, CHECK, PLUMBER = "read_document", "extract", "check", "pdfplumber alone"


@frozen
class Prose:
    """One length of a text: what was read, how long it took, and how many times half of it."""

    kind: str
    characters: int
    figures: int
    milliseconds: float
    doubled: float | None

    @property
    def per_10k(self) -> float:
        """Milliseconds for each 10,000 characters."""
        return self.milliseconds * 10_000 / self.characters


@frozen
class Pdf:
    """Median seconds of each step of one PDF, and what it held."""

    characters: int
    tables: int
    bound: int
    unbound: int
    findings: int
    seconds: dict[str, float]

    @property
    def whole(self) -> float:
        """Seconds from the bytes to the findings."""
        return sum(self.seconds[step] for step in (READ, EXTRACT, CHECK))


@frozen
class Results:
    """The times of both; no PDF where its writer or its reader is not installed."""

    prose: tuple[Prose, ...]
    pdf: Pdf | None


def run(rounds: int = 15) -> Results:
    """Time extraction at every length in turns, then the steps of a PDF."""
    prose = _prose(rounds)
    if find_spec("reportlab") is None or find_spec("pdfplumber") is None:
        return Results(prose, None)
    return Results(prose, _pdf(max(3, rounds // 5)))


def _prose(rounds: int) -> tuple[Prose, ...]:
    cases = [(kind, length) for kind in TEXTS for length in LENGTHS]
    documents = {case: read_document(text(*case).encode()) for case in cases}
    found = {case: extract(document) for case, document in documents.items()}  # warms up
    taken: dict[tuple[str, int], list[float]] = {case: [] for case in cases}
    for _ in range(rounds):
        for case, document in documents.items():
            taken[case].append(_timed(partial(extract, document), process_time)[0])

    def result(kind: str, length: int) -> Prose:
        case, half = (kind, length), taken.get((kind, length // 2))
        return Prose(
            kind,
            len(documents[case].text),
            found[case].bound + len(found[case].unbound),
            1000 * median(taken[case]),
            median(t / h for t, h in zip(taken[case], half, strict=True)) if half else None,
        )

    return tuple(result(*case) for case in cases)


def _pdf(rounds: int) -> Pdf:
    data = pdf()
    taken: dict[str, list[float]] = {name: [] for name in (READ, EXTRACT, CHECK, PLUMBER)}
    results: dict[str, Any] = {}
    for _ in range(rounds):
        ruleset = RuleSet.for_region(REGION, year=2022)  # remembers no shape yet
        steps: tuple[tuple[str, Callable[[Any], object]], ...] = (
            (READ, read_document),
            (EXTRACT, extract),
            (CHECK, partial(_checked, ruleset)),
        )
        result: object = data
        for name, step in steps:
            seconds, result = _timed(partial(step, result))
            taken[name].append(seconds)
            results[name] = result
        taken[PLUMBER].append(_timed(partial(plumber, data))[0])
    document: Document = results[READ]
    found: Extraction = results[EXTRACT]
    return Pdf(
        len(document.text),
        len(document.tables),
        found.bound,
        len(found.unbound),
        results[CHECK],
        {name: median(times) for name, times in taken.items()},
    )


def _checked(ruleset: RuleSet, found: Extraction) -> int:
    """Return how many findings there are, every one of them built."""
    return len(list(check(found.report, ruleset).findings))


def _timed(
    task: Callable[[], object], clock: Callable[[], float] = perf_counter
) -> tuple[float, object]:
    start = clock()
    result = task()
    return clock() - start, result


def plumber(data: bytes) -> int:
    """Return how many tables the library beneath our reader finds, text and tables taken out."""
    import pdfplumber

    tables = 0
    with pdfplumber.open(io.BytesIO(data)) as file:
        if len(file.pages) != PAGES:
            raise AssertionError(f"the PDF has {len(file.pages)} pages")
        for page in file.pages:
            page.extract_text()
            tables += len(page.extract_tables())
    return tables


def text(kind: str, length: int) -> str:
    """Return a text of about so many characters; a shorter one is the start of a longer one."""
    lines, size = [], 0
    for line in paragraphs(TEXTS[kind]):
        if size >= length:
            break
        lines.append(line)
        size += len(line) + 1
    return "\n".join(lines)


def paragraphs(worded: int) -> Iterator[str]:
    """Return the paragraphs of a report without end; its lines have other names all the time."""
    yield f"2022年度{BODY}部门决算"
    yield from _opening()
    items, economic = _items(), _economic()
    for number in count(1):
        yield _item(number, *items[number % len(items)])
        yield _spent(number, economic[number % len(economic)])
        if number % 3 == 0:
            yield from (_worded(number + more) for more in range(worded))


def _opening() -> Iterator[str]:
    yield "第三部分 2022年度部门决算情况说明"
    yield "一、收入支出决算总体情况说明"
    yield (
        "2022年度收入总计9,120.40万元，支出总计9,120.40万元。与2021年度相比，收入总计增加420.40万元，"
        "增长4.83%，主要原因是新开工的堤岸加固多了两段。"
    )
    yield "二、支出决算情况说明"
    yield (
        "本年支出合计9,000.00万元，其中：基本支出3,600.00万元，占40.00%；"
        "项目支出5,400.00万元，占60.00%。"
    )
    yield "三、“三公”经费财政拨款支出决算情况说明"
    yield (
        "“三公”经费财政拨款支出决算为18.60万元，完成年初预算24.00万元的77.50%。其中：公务接待费支出"
        "决算为3.60万元，完成年初预算4.00万元的90.00%，国内公务接待24批次，310人次。"
    )
    yield "四、一般公共预算财政拨款支出决算具体情况"


def _items() -> list[tuple[str, str, str]]:
    """Return names by function: classes that there are, sections and items of our own."""
    entries = shipped_codebook().entries
    codes = [e.code for e in entries if e.kind == "functional" and len(e.code) == 3]
    groups = [name for code in codes if (name := shipped_codebook().name("functional", code, 2022))]
    return [
        (group, f"{place}流域事务", f"{work}管理")
        for work in WORKS
        for place in PLACES
        for group in groups
    ]


def _item(number: int, group: str, section: str, name: str) -> str:
    budget = Decimal(1_000 + 377 * number % 9_000) / 100
    final = budget - Decimal(number % 7 + 1) / 4
    rate = 100 * final / budget
    return (
        f"{number}．{group}（类）{section}（款）{name}（项）。年初预算为{budget:.2f}万元，支出决算为"
        f"{final:.2f}万元，完成年初预算的{rate:.2f}%。决算数小于预算数的主要原因：{_where(number)}的"
        "工程款按进度在下一年结清。"
    )


def _economic() -> list[str]:
    """Return the names of the items by economic nature."""
    book = shipped_codebook()
    codes = [e.code for e in book.entries if e.kind == "economic" and len(e.code) == 5]
    return [name for code in codes if (name := book.name("economic", code, 2022))]


def _spent(number: int, name: str) -> str:
    final = Decimal(2_000 + 613 * number % 7_000) / 100
    before = final + Decimal(number % 5 + 1) / 2
    fall = before - final
    return (
        f"{name}支出{final:.2f}万元，比上年减少{fall:.2f}万元，下降{100 * fall / before:.2f}%，"
        f"主要用于{_where(number)}的{WORKS[number % 7]}，共完成{number % 40 + 2}处，"
        f"验收合格率98.5%，平均得分{80 + number % 20}分。"
    )


def _worded(number: int) -> str:
    return (
        f"在{_where(number)}，我们先把历年的巡查记录理清，再逐段走访沿岸住户，听取他们对水量、水质和"
        "施工时间的意见。对反映集中的渠段，由工程股和财务股一起到现场核对工程量，当场写明由谁改、何时"
        "改完；对一时做不到的，列出清单，每季度回看一次。全年没有发生因施工引起的停水，群众来信逐件答复。"
    )


def _where(number: int) -> str:
    return f"{PLACES[number % 10]}{PLACES[number // 10 % 10]}片"


def pdf() -> bytes:
    """Return a report of so many pages: words, and on every third page more of a ruled table."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    font, grid, items = "STSong-Light", ("GRID", (0, 0), (-1, -1), 0.5, "black"), _items()
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    style = ParagraphStyle(
        "body", fontName=font, fontSize=12, leading=18, wordWrap="CJK", firstLineIndent=24
    )
    words, flowables = paragraphs(TEXTS["final accounts"]), []
    for page in range(PAGES):
        if page % 3 == 2:
            rows = _rows(page, items)
            again = "（续表）" if page > 2 else ""
            caption = f"一般公共预算财政拨款支出决算表{again}（单位：万元）"
            flowables.append(Paragraph(caption, style))
            flowables.append(Table(rows, style=[grid, ("FONT", (0, 0), (-1, -1), font, 9)]))
        else:
            size = 0
            while size < 900:
                line = next(words)
                size += len(line)
                flowables.append(Paragraph(line, style))
        flowables.append(PageBreak())
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4).build(flowables[:-1])
    return buffer.getvalue()


def _rows(page: int, items: list[tuple[str, str, str]]) -> list[list[str]]:
    rows = [["科目名称", "合计", "基本支出", "项目支出"]]
    for number in range(page * TABLE_ROWS, (page + 1) * TABLE_ROWS):
        basic = Decimal(500 + 211 * number % 3_000) / 100
        project = Decimal(300 + 137 * number % 5_000) / 100
        name = items[number % len(items)][0][:18]
        rows.append([name, f"{basic + project:.2f}", f"{basic:.2f}", f"{project:.2f}"])
    return rows
