"""What a file is, is told from its content; what cannot be read, is refused with a reason."""

from __future__ import annotations

import os
import pickle
import stat
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from tests.readers.processes import has_ended
from tests.readers.writing import Grid, as_docx, as_html, as_pdf, as_text, as_xlsx, zipped

from performance_rules import readers
from performance_rules.errors import UnreadableError
from performance_rules.readers import Limits, read_document
from performance_rules.readers.sniff import sniff

CONTENT = ("正文", Grid((("甲", "1"), ("乙", "2"))))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def stream(name: str) -> bytes:
    """Return how the name of a stream stands in an old Office file."""
    return f"{name}\0".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (as_docx(CONTENT), "docx"),
        (as_xlsx(CONTENT), "xlsx"),
        (as_pdf(CONTENT), "pdf"),
        (as_html(CONTENT), "html"),
        (b"\xef\xbb\xbf  <table><tr><td>1", "html"),
        ("<!-- x --><HTML>".encode("utf-16"), "html"),
        (as_text(CONTENT), "text"),
        ("<本年>收入".encode(), "text"),
        (b"\n\n%PDF-1.7", "pdf"),
        (OLE + stream("WordDocument"), "doc"),
        (OLE + stream("Workbook"), "xls"),
        (OLE + stream("WordDocument") + stream("Workbook"), "doc"),
        (rb"{\rtf1\ansi x}", "rtf"),
    ],
)
def test_the_content_tells_the_format_and_not_the_name(data: bytes, expected: str) -> None:
    """The content tells the format, whatever the file is called."""
    assert expected == sniff(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLE + stream("EncryptedPackage"), "密码"),
        (OLE + stream("PowerPoint Document"), "旧版 Office"),
        (zipped({"OFD.xml": "<x/>"}), "OFD"),
        (zipped({"a.txt": "x"}), "压缩包"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "图片"),
        (b"PK\x03\x04 and then nothing", "已损坏"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>',
            "2003",
        ),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>", "MHT"),
    ],
)
def test_kinds_that_are_not_read(data: bytes, reason: str) -> None:
    """A kind that is not read is refused by name, with what to do instead."""
    with pytest.raises(UnreadableError, match=reason):
        read_document(data)


def test_a_document_knows_its_name_and_digest(tmp_path: Path) -> None:
    """A document knows its name and digest; a path may be text."""
    file = tmp_path / "报告.pdf"
    file.write_bytes(as_docx(CONTENT))
    for source in (file, str(file)):
        document = read_document(source)
        assert (document.name, document.format) == ("报告.pdf", "docx")
        assert sha256(file.read_bytes()).hexdigest() == document.sha256
    assert read_document(file, "别名").name == "别名"


def test_refusals_name_the_file(tmp_path: Path) -> None:
    """A refusal says which file, in both languages."""
    missing = tmp_path / "没有.pdf"
    with pytest.raises(UnreadableError) as caught:
        read_document(missing)
    assert f"{missing}：没有这个文件" == str(caught.value)
    assert f"{missing}: there is no such file" == caught.value.text("en")
    with pytest.raises(UnreadableError, match="打不开"):
        read_document(tmp_path)
    with pytest.raises(UnreadableError, match="打不开"):
        read_document("a\0b")


def program(folder: Path, script: str) -> None:
    """Put a program called soffice into a folder."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def test_old_word_without_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice an old Word file is refused, with what to do."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match=r"LibreOffice.*\n.*另存为 docx"):
        read_document(OLE + stream("WordDocument"))


@pytest.mark.skipif(os.name == "nt", reason="the program is a shell script")
def test_old_word_with_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice turns an old Word file into docx; it is still an old Word file."""
    made = tmp_path / "made.docx"
    made.write_bytes(as_docx(CONTENT))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    old = OLE + stream("WordDocument")
    program(
        tmp_path,
        f'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; cp {made} "$2"/document.docx',
    )
    document = read_document(old)
    assert (document.format, document.tables[0].texts()) == ("doc", (("甲", "1"), ("乙", "2")))
    program(tmp_path, "exit 1")
    with pytest.raises(UnreadableError, match="打不开"):
        read_document(old)
    program(tmp_path, "exec python3 -c 'x = bytearray(1 << 35); import time; time.sleep(99)'")
    with pytest.raises(UnreadableError, match="打不开"):  # out of memory long before its time
        read_document(old, limits=Limits(memory=512 << 20))
    program(tmp_path, f"echo $$ > {tmp_path}/started; sleep 99")
    with pytest.raises(UnreadableError, match="超过 2 秒"):
        read_document(old, limits=Limits(patience=2))
    assert has_ended(int((tmp_path / "started").read_text()))


@pytest.mark.parametrize(
    ("module", "data"),
    [
        ("pdfplumber", as_pdf(CONTENT)),
        ("docx", as_docx(CONTENT)),
        ("python_calamine", as_xlsx(CONTENT)),
        ("selectolax", as_html(CONTENT)),
    ],
)
def test_without_its_library_a_format_is_refused_by_the_extra(
    module: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its library a format is refused, and the refusal names the extra."""
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    (tmp_path / module).mkdir()
    trap = f"raise ModuleNotFoundError('no {module}', name='{module}')"
    (tmp_path / module / "__init__.py").write_text(trap, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(UnreadableError) as caught:
        read_document(data)
    assert 'pip install "performance-rules[documents]"' in caught.value.text("en")
    assert "没有安装" in caught.value.text("zh")


def test_each_library_in_one_module() -> None:
    """An optional dependency is imported in exactly one module."""
    homes: dict[str, set[str]] = {}
    for file in Path(readers.__file__).parent.glob("*.py"):
        for line in file.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if words[:1] in (["import"], ["from"]):
                homes.setdefault(words[1].partition(".")[0], set()).add(file.name)
    expected = {"pdf.py", "docx.py", "xlsx.py", "html.py"}
    libraries = ("pdfplumber", "docx", "python_calamine", "selectolax")
    assert expected == set().union(*(homes[name] for name in libraries))
    assert all(len(homes[name]) == 1 for name in libraries)


def test_a_refusal_pickles_so_that_a_worker_can_hand_it_over() -> None:
    """A refusal pickles, so that a worker can hand it over."""
    with pytest.raises(UnreadableError) as caught:
        read_document(b"")
    assert caught.value.problems == pickle.loads(pickle.dumps(caught.value)).problems  # noqa: S301
