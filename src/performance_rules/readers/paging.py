"""What the pages of a PDF may take: their number and the weight of each, before it is read."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from performance_rules.readers.confinement import grant
from performance_rules.readers.limits import MB, TOO_MUCH, Limits, refused, too_much

if TYPE_CHECKING:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage


def count_pages(document: PDFDocument, limits: Limits) -> None:
    """Count the pages before any of them is kept.

    Raises:
        UnreadableError: if there are none, or too many.
    """
    from pdfminer.pdfpage import PDFPage

    counted = sum(1 for _ in islice(PDFPage.create_pages(document), limits.pages + 1))
    if counted > limits.pages:
        raise too_much("页数", "pages", limits.pages)
    if not counted:
        raise refused("PDF 里没有页", "the PDF has no pages")


def weigh(page: PDFPage, number: int, limits: Limits) -> None:
    """Give a page its time, unless it takes too many instructions to draw.

    Raises:
        UnreadableError: if it does; none of them has been followed by then.
    """
    from pdfminer.pdftypes import stream_value

    grant(limits.seconds_for_page())
    data = b"\n".join(stream_value(part).get_data() for part in page.contents)
    if _weight(data, page.resources, limits.drawing, {}) > limits.drawing:
        most = limits.drawing // MB
        raise refused(
            f"第 {number} 页的绘图指令超过 {most} MB，不予读取",
            f"page {number} takes more than {most} MB of instructions to draw",
            TOO_MUCH,
        )


def _weight(data: bytes, resources: object, most: int, known: dict[int, int]) -> int:
    """Return how many bytes of instructions draw something, or somewhat more than ``most``.

    A form is counted as often as it is shown: forms that show one another twice each are small in
    the file and without end on the page.
    """
    from pdfminer.pdftypes import PDFStream, dict_value, resolve1

    weight = len(data)
    for name in _SHOWN.findall(data):
        if weight > most:
            break
        forms = dict_value(dict_value(resources).get("XObject", {}))
        form = resolve1(forms.get(name.decode("latin-1")))
        if isinstance(form, PDFStream) and getattr(form.get("Subtype"), "name", "") == "Form":
            key = id(form)
            if key not in known:
                known[key] = 0  # should it show itself
                own = form.get("Resources", resources)
                known[key] = _weight(form.get_data(), own, most, known)
            weight += known[key]
    return weight


_SHOWN: Final = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
"""What shows a form or a picture, by its name."""
