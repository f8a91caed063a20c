"""The page in a real browser: by keyboard, on a telephone, and from start to Ctrl-C."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import performance_rules

if TYPE_CHECKING:
    from playwright.sync_api import Page

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="there is no Chromium"),
    pytest.mark.skipif(os.name == "nt", reason="an interrupt is sent otherwise there"),
]

REPORT = """清河县林业局2022年度部门决算说明
2022年总支出100.00万元，其中：基本支出60.00万元，项目支出30.00万元。
"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address of a server started as a user starts it; afterwards nothing of it is left."""
    source = str(Path(performance_rules.__file__).parents[1])
    path = os.pathsep.join([source, os.environ.get("PYTHONPATH", "")])
    folder = tmp_path / "temporary"
    folder.mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "performance_rules", "serve", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path, "TMPDIR": str(folder)},
    ) as running:
        assert running.stderr is not None
        told = re.search(r"http://[^ ]+", running.stderr.readline())
        assert told is not None
        yield told[0]
        running.send_signal(signal.SIGINT)
        assert running.wait(20) in (0, 130, -signal.SIGINT)
    assert [] == list(folder.glob("performance-rules-*"))


@pytest.mark.parametrize(("width", "scheme"), [(1024, "light"), (360, "dark")])
def test_a_report_is_checked_by_keyboard(
    address: str, tmp_path: Path, width: int, scheme: str
) -> None:
    """Choose a file, press Enter, follow the result: nothing runs over the edge, no script runs."""
    file = tmp_path / "决算说明.txt"
    file.write_text(REPORT, encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        page = browser.new_page(
            viewport={"width": width, "height": 700}, color_scheme=scheme, locale="zh-CN"
        )
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.locator("#files").set_input_files(file)
        page.locator("#files").focus()
        for _ in range(3):  # by way of region and year to the button
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_role("link", name="查看结果").wait_for(timeout=60_000)
        assert "矛盾 1 条" in page.locator("main").inner_text()
        assert _fits(page)
        page.get_by_role("link", name="查看结果").press("Enter")
        page.locator(".finding.error").first.wait_for()
        assert "90.00万元" in page.locator(".finding.error").first.inner_text()
        assert _fits(page)
        assert all(url.startswith(address) for url in asked)
        browser.close()


def _fits(page: Page) -> bool:
    """Whether a page is no wider than the screen."""
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return wide
