"""The words of the pages in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.requests import HTTPConnection

from performance_rules.errors import Lang, Message

WORDS: Final[Mapping[str, Message]] = {
    "title": Message("报告核对", "Checking reports"),
    "lead": Message(
        "把自评报告、自评表、决算或预算公开交进来，逐处核对前后是否一致。文件只在这台机器上核对，程序关掉就删除。",
        "Hand in evaluations, final accounts or budgets, and see where they contradict themselves. "
        "Files are checked on this machine only, and are gone when the program ends.",
    ),
    "files": Message("文件", "Files"),
    "files.help": Message(
        "Word、PDF、网页、Excel、文本都行；可以一次选几十份，每份不超过 20 MB。",
        "Word, PDF, HTML, Excel or text; dozens at once, 20 MB each at most.",
    ),
    "waivers": Message("填好的台账或豁免（可不填）", "Ledger filled in, or waivers (optional)"),
    "waivers.help": Message(
        "上次带走、填好“处理”的 台账.xlsx，或 豁免.toml；接受、不属实的不再计，数字变了照计。",
        "the ledger (xlsx) taken away last time with its states filled in, or waivers in TOML; "
        "what is accepted or untrue does not count unless its figures change",
    ),
    "waivers.elsewhere": Message(
        "另有 {count} 条处理说的是这次没有交来的报告。",
        "{count} decisions are about reports that were not handed in now.",
    ),
    "region": Message("地区（可不填）", "Region (optional)"),
    "region.help": Message(
        "区划代码或名称，如 440205、岳阳；不填就看报告是哪里的单位。",
        "a code or a name, such as 440205; by default that of the body itself",
    ),
    "year": Message("年度（可不填）", "Year (optional)"),
    "year.help": Message("不填就看报告自己写的年度。", "by default the report's own"),
    "check": Message("开始核对", "Check"),
    "case": Message("这一批文件", "These files"),
    "file": Message("文件", "File"),
    "outcome": Message("结果", "Outcome"),
    "take": Message("带走", "To take away"),
    "waiting": Message("等待核对", "waiting"),
    "progress": Message(
        "已核对 {done}/{count}，本页每两秒自己更新",
        "{done} of {count} checked; this page updates itself",
    ),
    "done": Message("{count} 份都核对过了", "all {count} are checked"),
    "result": Message("查看结果", "See what was found"),
    "ledger": Message("整改台账（Excel）", "Ledger (Excel)"),
    "opinion": Message("审核意见（Word）", "Opinion (Word)"),
    "page": Message("结果网页（存下来给别人看）", "Page (to keep and send on)"),
    "json": Message("JSON（给程序）", "JSON (for programs)"),
    "commented.docx": Message("原文加批注（Word）", "With comments (Word)"),
    "commented.pdf": Message("原文加批注（PDF）", "With highlights (PDF)"),
    "again": Message("再核对一批", "Check others"),
    "drop": Message("删除这一批", "Delete these"),
    "api": Message("给程序用的接口", "For programs"),
    # ── what went wrong ──
    "wrong": Message("没有办成", "That did not work"),
    "back": Message("回到首页", "Back"),
    "no_file": Message("还没有选文件。", "No file was chosen."),
    "too_many_files": Message(
        "一次最多 {most} 份，请分几批。", "{most} files at most; hand them in by and by."
    ),
    "file_too_large": Message(
        "“{name}”超过 20 MB，不予读取。", "'{name}' is larger than 20 MB and is not read."
    ),
    "too_large": Message(
        "交来的内容太大，请分几批。", "That is too much at once; hand it in by and by."
    ),
    "too_slow": Message(
        "传了太久没有传完，请再试一次。", "That took too long to arrive; try again."
    ),
    "bad_form": Message("表单读不懂，请从首页交文件。", "The form cannot be read."),
    "bad_year": Message("年度“{year}”不是四位数的年份。", "'{year}' is no year of four digits."),
    "unknown": Message(
        "没有这个页面，或这一批文件已经删除。", "There is no such page; perhaps it was deleted."
    ),
    "not_ready": Message("还在核对，请稍候。", "Not ready yet."),
    "no_token": Message(
        "需要口令：用启动时显示的网址打开。",
        "A token is needed: open the address that was printed.",
    ),
    "wrong_host": Message("请用启动时显示的网址打开。", "Open the address that was printed."),
    "elsewhere": Message(
        "这个请求来自别的网页，不予办理。", "That request came from another page."
    ),
    "failed": Message("程序出错了，请再试一次。", "Something failed; try again."),
}


def say(lang: Lang, key: str, /, **values: object) -> str:
    """Return the words of a key in one language, with the values filled in."""
    return WORDS[key].filled(**values).text(lang)


def tongue(asked: HTTPConnection) -> Lang:
    """Return the language of whoever asks: English if that is what the browser asks for first."""
    wanted = asked.query_params.get("lang") or asked.headers.get("accept-language", "")
    return "en" if wanted.strip().lower().startswith("en") else "zh"
