"""The process that reads one file: bytes on standard input, a reading or a refusal as JSON out.

Started by `isolation`; nothing else imports it.
"""

from __future__ import annotations

import json
import logging
import os
import sys

from performance_rules.errors import UnreadableError
from performance_rules.readers.document import FORMATS, Format
from performance_rules.readers.isolation import confine
from performance_rules.readers.limits import Limits, refused
from performance_rules.readers.raw import Reading, refusal_to_json, to_json


def main() -> None:
    """Read the file on standard input as the format that the first argument names."""
    form = next(known for known in FORMATS if known == sys.argv[1])
    limits = Limits(**json.loads(sys.argv[2]))
    # Libraries may print and complain; the answer has standard output for itself.
    logging.disable()
    answer = os.dup(1)
    os.dup2(2, 1)
    confine(limits)
    text = _answer(sys.stdin.buffer.read(), form, limits)
    with open(answer, "w", encoding="ascii") as out:
        out.write(text)
    # A parser may have left millions of objects behind; nobody needs them taken apart.
    sys.stdout.flush()
    os._exit(0)


def _answer(data: bytes, form: Format, limits: Limits) -> str:
    try:
        return to_json(_read(data, form, limits))
    except UnreadableError as error:
        return refusal_to_json(error)
    except MemoryError:
        return refusal_to_json(refused("读取时内存用尽", "reading ran out of memory"))
    except RecursionError:
        return refusal_to_json(refused("嵌套太深", "nested too deeply"))
    except BaseException as error:  # parsers raise anything on damaged files, panics included
        reason = f"{type(error).__name__}: {error}"[:200]
        return refusal_to_json(
            refused(f"文件已损坏或格式有误（{reason}）", f"the file is damaged ({reason})")
        )


def _read(data: bytes, form: Format, limits: Limits) -> Reading:
    # Each reader is imported only when it is needed: it brings its library along.
    if form == "pdf":
        from performance_rules.readers.pdf import read_pdf

        return read_pdf(data, limits)
    if form == "docx":
        from performance_rules.readers.docx import read_docx

        return read_docx(data, limits)
    if form == "html":
        from performance_rules.readers.html import read_html

        return read_html(data, limits)
    from performance_rules.readers.xlsx import read_workbook

    return read_workbook(data, form, limits)


if __name__ == "__main__":
    main()
