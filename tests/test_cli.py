"""The command line: what it prints, and the exit code that scripts rely on."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from performance_rules import __version__, cli
from performance_rules.cli import app, main, writing
from performance_rules.cli.help import subcommands
from performance_rules.cli.words import WORDS
from performance_rules.codebook import CodebookError
from performance_rules.errors import Lang
from performance_rules.outputs.terminal import width
from performance_rules.outputs.words import WORDS as OUTPUT_WORDS
from performance_rules.rules.ruleset import RuleSet
from tests.outputs.golden import expected
from tests.outputs.small import CLEAN, EMPTY, FILES, REPORT, use_rules, write_rules

SOURCE = Path(cli.__file__).parents[1]


@pytest.fixture(autouse=True)
def _small_country(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own, under the rules of the small country."""
    use_rules(tmp_path / "rules", monkeypatch)
    monkeypatch.chdir(tmp_path)
    for name, text in {"found": REPORT, "clean": CLEAN, "empty": EMPTY}.items():
        Path(f"{name}.toml").write_text(text, encoding="utf-8")


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


# ── exit codes ──


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("check clean.toml", 0),
        ("check found.toml", 1),
        ("check found.toml --select WHY-1", 0),
        ("check found.toml --min-severity error --select WHY", 0),
        ("check found.toml --ignore SUM,WHY", 3),
        ("check found.toml --ignore WHY --min-severity hint", 1),
        ("check empty.toml", 3),
        ("check missing.toml", 3),
        ("check clean.toml found.toml", 1),
        ("check clean.toml missing.toml", 3),
        ("check clean.toml empty.toml", 3),
        ("check clean.toml missing.toml found.toml", 1),
        ("check found.toml empty.toml", 1),
        ("check clean.toml --format concise", 0),
        ("check clean.toml --format json", 0),
        ("check clean.toml --region 990000", 2),
        ("check clean.toml --rules nowhere", 2),
        ("check", 2),
        ("", 2),
        ("--help", 0),
        ("check --help", 0),
        ("--version", 0),
        ("rules list", 0),
        ("rules show SUM-1", 0),
        ("rules show SUM-9", 2),
        ("schema rule", 0),
        ("schema rules", 2),
    ],
)
def test_the_exit_code_says_what_came_out_of_all_reports(arguments: str, code: int) -> None:
    """1 a contradiction in any report, else 3 for one unreadable or not to be checked, else 0."""
    assert code == main(arguments.split())


def test_only_hints_are_clean(tmp_path: Path) -> None:
    """A report whose only finding is a last-digit difference is fine."""
    report = tmp_path / "hint.toml"
    report.write_text(
        "[fiscal.expenditure]\n"
        'final = "1.00万元"\n'
        'by_nature = { columns = ["科目", "决算"], '
        'rows = [["基本支出", "0.33万元"], ["项目支出", "0.66万元"]] }\n',
        encoding="utf-8",
    )

    assert 0 == main(["check", str(report)])


# ── reading reports ──


@pytest.mark.parametrize(
    "data",
    [
        CLEAN.encode(),
        b"\xef\xbb\xbf" + CLEAN.encode(),
        b'\n {"entity": "x", "all_funds": {"expenditure": {"final": "3.00", '
        b'"by_nature": {"basic": "1.00", "project": "2.00"}}}}',
    ],
    ids=["toml", "toml with mark", "json"],
)
def test_a_report_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    """What comes down a pipe may be TOML or JSON; which of them it is shows in its first sign."""
    give(monkeypatch, data)

    assert 0 == main(["check", "-", "--select", "SUM-1"])
    assert "文件：标准输入" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"PK\x03\x04junk", "文件已损坏"),
        ("a.PDF", b"%PDF-1.4 junk", "文件已损坏或格式有误"),
        ("folder", None, "目录里没有可读的报告"),
        ("gone.docx", b"", "没有这个文件"),
        ("a.toml", b"a = \xff", "不是 UTF-8 编码"),
        ("a.toml", b"a = = 1", "不是合格的 TOML"),
        ("a.toml", b"a = 1", "a"),
        ("a.toml", b"a = " + b"9" * 9999, "TOML"),
        ("a.toml", b"a = " + b"[" * 99999, "a.toml"),
        ("a.json", b"[" * 99999, "a.json"),
        ("a.json", b"[]", "最外层应是一个对象"),
        ("a.json", b'{"year": 1e999999}', "year"),
        ("a.json", b"", "JSON"),
        ("a\x00.toml", b"", "a"),
    ],
)
def test_an_unreadable_report_is_told_why(
    capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, words: str
) -> None:
    """Whatever a file holds, the answer is a sentence on standard error, and exit code 3."""
    if content is None:
        Path(name).mkdir()
    elif content or name == "a.json":
        Path(name).write_bytes(content)

    assert 3 == main(["check", name])
    written = capsys.readouterr()
    assert words in written.err
    assert "" == written.out


def test_one_bad_report_does_not_stop_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    """The reports that can be read are checked; the others are counted and named."""
    assert 1 == main(["check", "missing.toml", "found.toml", "clean.toml", "empty.toml"])
    written = capsys.readouterr()

    assert "missing.toml：没有这个文件\n" in written.err
    assert "empty.toml：未能核对：里面没有数据" in written.err
    assert (
        "共 4 份报告，有矛盾 1 份，没有发现问题 1 份，未能核对 1 份，读不了 1 份\n" in written.out
    )


def test_several_reports_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """One report is one result; several are an object with all of them."""
    main(["check", "found.toml", "--format", "json"])
    alone = json.loads(capsys.readouterr().out)
    main(["check", "found.toml", "missing.toml", "--format", "json"])
    several = json.loads(capsys.readouterr().out)

    assert [alone] == several["results"]
    assert ["missing.toml"] == [entry["source"] for entry in several["unreadable"]]
    assert 64 == len(alone["report"]["sha256"])


NOTICE = """东河县医院关于2021年度决算与2022年预算一并公开的说明
一、2021年度决算情况
本年支出合计9.00万元，其中基本支出6.00万元，项目支出4.00万元。
二、2022年预算安排情况
支出预算8.00万元，其中基本支出6.00万元，项目支出2.00万元。
"""


def test_two_reports_in_one_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Accounts and budget are shown one after the other; in JSON they are one result with parts."""
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    parts = ["2021年度决算情况", "2022年预算安排情况"]

    assert 1 == main(["check", "notice.txt"])
    shown = capsys.readouterr().out
    assert parts == re.findall(r"notice\.txt（(.*?)）", shown)
    assert 1 == main(["check", "notice.txt", "--format", "json"])
    result = json.loads(capsys.readouterr().out)
    heads = [(part["part"], part["kind"], part["year"]) for part in result["report"]["parts"]]
    assert [(parts[0], "final_accounts", 2021), (parts[1], "budget", 2022)] == heads
    assert {parts[0]} == {found["part"] for found in result["findings"]}
    assert sum(shown.count(f"【{name}】") for name in ("矛盾", "提示")) == len(result["findings"])
    assert 6 == result["figures"]["bound"]
    assert 1 == main(["check", "notice.txt", "--format", "concise"])
    lines = capsys.readouterr().out.splitlines()
    assert [f"notice.txt: 结果（{part}）" for part in parts] == [
        line.split(" ")[0] + " " + line.split(" ")[1] for line in lines if "结果" in line
    ]
    assert ["notice.txt: 说明：未指定地区：只用全国规则"] == [x for x in lines if "说明：" in x]
    assert len(result["findings"]) == len(lines) - len(parts) - 1


def test_two_reports_are_a_list_of_typed_reports(capsys: pytest.CaptureFixture[str]) -> None:
    """What ``read`` prints of a file with several reports is a list."""
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    main(["read", "notice.txt"])

    assert [2021, 2022] == [report["year"] for report in json.loads(capsys.readouterr().out)]


# ── region, year, rules ──


@pytest.mark.parametrize(
    ("report", "options", "words"),
    [
        ('region = "440200"', "", "未指定区划，按报告里的 440200 检查"),
        ('region = "440200"', "--region 440000", "440000 广东省"),
        ('region = "440200"', "--region 320000", "报告写的区划是 440200，按指定的 320000 检查"),
        ("", "", "未指定地区：只用全国规则"),
        ("", "--year 2022", "报告写的年度是 2021，按指定的 2022 检查"),
        ("", "--year 2022", "文种不明 · 2022 年度 · 全国规则"),
    ],
)
def test_the_reports_own_region_and_year_count_unless_others_are_asked_for(
    capsys: pytest.CaptureFixture[str], report: str, options: str, words: str
) -> None:
    """The report's own region and year count unless others are asked for; either way it is said."""
    Path("own.toml").write_text(report + CLEAN, encoding="utf-8")

    assert 0 == main(["check", "own.toml", *options.split()])
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("990000", "没有省级区划 99"),
        ("某县", "区划代码应是"),
        ("岳阳", "写区划代码：430600 岳阳市"),
    ],
)
def test_a_region_of_a_typed_report_is_a_code(
    capsys: pytest.CaptureFixture[str], region: str, words: str
) -> None:
    """A typed report is refused where its region is none; a name is not guessed at, but told."""
    Path("own.toml").write_text(f'region = "{region}"' + CLEAN, encoding="utf-8")

    assert 3 == main(["check", "own.toml"])
    assert words in capsys.readouterr().err


def test_the_region_is_that_of_the_body(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --region a document is checked as its body's name says, and the reader is told."""
    text = "韶关市水务局2021年度部门决算\n本年收入合计9.00万元，本年支出合计9.00万元。\n"
    Path("own.txt").write_text(text, encoding="utf-8")
    main(["check", "own.txt"])
    shown = "".join(capsys.readouterr().out.split())

    assert "未指定区划，单位名称“韶关市水务局”是韶关市的，按440200检查" in shown
    assert "部门决算·2021年度·440200韶关市" in shown


def test_a_part_of_the_region_asked_for_is_no_matter(capsys: pytest.CaptureFixture[str]) -> None:
    """A city's report may be checked with its province's rules without further words."""
    Path("own.toml").write_text('region = "440200"' + CLEAN, encoding="utf-8")
    main(["check", "own.toml", "--region", "440000"])

    assert "报告写的区划" not in capsys.readouterr().out


def test_own_rules_are_laid_over_the_shipped_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder given with --rules takes part in the check."""
    write_rules(
        Path("ours"),
        {
            "ruleset.toml": 'id = "ours"\nname = "本单位"\n',
            "overrides/SUM-1.toml": 'rule = "SUM-1"\nverb = "disable"\nreason = "另有系统核对"\n',
        },
    )

    assert 3 == main(["check", "clean.toml", "--rules", "ours"])
    out = capsys.readouterr().out
    assert "全国 cn → 本单位 ours" in out
    assert "SUM-1  另有系统核对" in out


def test_broken_rules_are_shown_with_their_place(capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake in a rule file is marked in the file, and nothing is checked."""
    rule = FILES["cn/SUM-1.toml"].replace('"SUM-1"', '"X-1"').replace("b.whole", "b.hole")
    write_rules(Path("ours"), {"X-1.toml": rule})

    assert 2 == main(["check", "clean.toml", "--rules", "ours"])
    written = capsys.readouterr()
    assert "ours/X-1.toml:" in written.err
    assert "^^^" in written.err
    assert "" == written.out


def test_a_broken_codebook_is_no_crash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Classifications that cannot be read are a matter of the installation, told as such."""

    def broken(*_: object) -> RuleSet:
        raise CodebookError(["functional.toml：坏了"])

    monkeypatch.setattr(RuleSet, "for_region", broken)

    assert 2 == main(["check", "clean.toml"])
    assert "functional.toml：坏了\n" == capsys.readouterr().err


# ── selecting ──


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        ([], {"SUM-1", "WHY-1", "ROUNDING"}),
        (["--select", "SUM"], {"SUM-1", "ROUNDING"}),
        (["--select", "SUM，WHY"], {"SUM-1", "WHY-1", "ROUNDING"}),
        (["--ignore", "SUM-1"], {"WHY-1"}),
        (["--ignore", "ROUNDING"], {"SUM-1", "WHY-1"}),
        (["--select", "SUM-1", "--ignore", "S"], {"SUM-1", "ROUNDING"}),
        (["--select", "S", "--ignore", "SUM-1", "--select", "WHY"], {"WHY-1"}),
        (["--min-severity", "error"], {"SUM-1"}),
        (["--min-severity", "须说明"], {"SUM-1", "WHY-1"}),
    ],
)
def test_rules_are_chosen_by_the_beginning_of_their_id(
    capsys: pytest.CaptureFixture[str], options: list[str], rules: set[str]
) -> None:
    """Rules are chosen by the beginning of their id, the longer one wins; findings by severity."""
    main(["check", "found.toml", "--format", "json", *options])
    data = json.loads(capsys.readouterr().out)

    assert rules == {found["rule"] for found in data["findings"]}


# ── writing ──


def test_output_goes_to_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """With --output the result is in the file and nowhere else."""
    assert 1 == main(["check", "found.toml", "--output", "result.txt"])
    written = capsys.readouterr()

    assert ("", "") == (written.out, written.err)
    assert Path("result.txt").read_text(encoding="utf-8").startswith("某县某局\n")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("check found.toml --output ./found.toml", "会把它盖掉"),
        ("check found.toml --output no/such/folder.txt", "写不了 no/such/folder.txt"),
        ("check found.toml --output rules", "写不了 rules"),
    ],
)
def test_output_that_cannot_be(
    capsys: pytest.CaptureFixture[str], options: str, words: str
) -> None:
    """A report is never overwritten with its own result; a file that cannot be written is named."""
    assert 2 == main(options.split())
    assert words in capsys.readouterr().err
    assert REPORT == Path("found.toml").read_text(encoding="utf-8")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, no_color: str, coloured: bool
) -> None:
    """A terminal gets colours unless it asks for none; the words are the same."""
    terminal, piped = Terminal(), io.StringIO()
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("COLUMNS", "80")
    for stream in (terminal, piped):
        monkeypatch.setattr(sys, "stdout", stream)
        main(["check", "found.toml"])
    text = terminal.getvalue()

    assert ("\x1b[1;31m" in text) == coloured
    assert piped.getvalue() == re.sub(r"\x1b\[[0-9;]*m", "", text)


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a piece of Python that sees the library, in a process of its own."""
    path = os.pathsep.join([str(SOURCE.parent), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        check=False,
    )


def test_a_poor_encoding_is_no_crash() -> None:
    """Where an encoding lacks a sign a similar one is written; JSON is UTF-8 whatever happens."""
    code = "from performance_rules.cli.writing import show\n"
    code += "from performance_rules.outputs.terminal import row\n"
    poor = run_python(f"{code}show([row('差 −1 ≠ 2 é')])", PYTHONIOENCODING="gbk")
    data = run_python(f"{code}show([row('差 −1')], data=True)", PYTHONIOENCODING="ascii")

    assert ("差 -1 != 2 é\n".encode("gbk"), b"") == (poor.stdout, poor.stderr)
    assert ("差 −1\n".encode(), b"") == (data.stdout, data.stderr)


def test_a_check_that_is_piped_imports_nothing_heavy() -> None:
    """Who asks for plain text waits neither for Rich nor for the test tools."""
    code = (
        "import sys; from performance_rules.cli import main\n"
        "main(['check', 'missing.toml'])\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} "
        "& {'rich', 'pytest', 'hypothesis', 'jsonschema'}))"
    )

    assert b"[]\n" == run_python(code).stdout


def test_a_reader_who_leaves_early_is_no_crash() -> None:
    """`… | head` ends the program without a word."""
    code = (
        "import sys; from performance_rules.cli import main; sys.exit(main(['schema', 'report']))"
    )
    run = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {code!r}], "
    run += "stdout=subprocess.PIPE); p.stdout.read(1); p.stdout.close(); p.wait()"

    assert b"" == run_python(run).stderr


# ── usage ──


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        ("chek", "没有“chek”这个命令", "there is no command 'chek'"),
        ("rules", "缺少命令", "a command is missing"),
        ("rules lst", "没有“lst”这个命令；是否想写“list”？", "there is no command 'lst'"),
        ("check", "缺少 REPORT…", "REPORT… is missing"),
        ("chek", "是否想写“check”？", "did you mean 'check'?"),
        (
            "check --fromat",
            "没有 --fromat 这个选项；是否想写“--format”？",
            "did you mean '--format'",
        ),
        ("check a.toml --format", "--format 后面缺少值", "--format needs a value"),
        ("check a.toml --format jsn", "是否想写“json”？", "did you mean 'json'?"),
        ("check a.toml --min-severity x", "可用：error warning hint review", "use one of error"),
        ("check a.toml --year 21", "--year 的值“21”不是年度", "'21' is no fiscal year"),
        ("check - -", "标准输入只有一份", "there is one standard input"),
        ("check clean.toml --select SUN", "没有编号或开头是“SUN”的规则", "begins with, 'SUN'"),
        ("rules show", "缺少 ID", "ID is missing"),
        ("rules show a b c", "多余的参数：b c", "unexpected arguments: b c"),
        ("rules show SUM-2", "没有规则“SUM-2”\n    改法：是否想写“SUM-1”？", "no rule 'SUM-2'"),
        ("rules list --region 99", "没有省级区划 99", "no province 99"),
        ("schema", "缺少 report|rule|result", "is missing"),
    ],
)
def test_a_slip_on_the_command_line_is_told_with_the_nearest_right_word(
    capsys: pytest.CaptureFixture[str], arguments: str, zh: str, en: str
) -> None:
    """A slip on the command line is told in the user's language, with the nearest right word."""
    for lang, words in (("zh", zh), ("en", en)):
        assert 2 == main([*arguments.split(), f"--lang={lang}"])
        written = capsys.readouterr()
        assert words in written.err
        assert "" == written.out


def test_a_language_that_is_none_is_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    """The language itself can be wrong; that is told in Chinese."""
    assert 2 == main(["check", "--lang", "fr"])
    assert "--lang 的值“fr”不对，可用：zh en\n" == capsys.readouterr().err
    assert 2 == main(["check", "--lang"])
    assert "--lang 后面缺少值\n" == capsys.readouterr().err


def test_the_language_may_stand_anywhere(capsys: pytest.CaptureFixture[str]) -> None:
    """--lang is understood before and behind a command, but not behind --."""
    for arguments in (["--lang", "en", "check", "x.toml"], ["check", "--lang=en", "x.toml"]):
        assert 3 == main(arguments)
        assert "x.toml: there is no such file\n" == capsys.readouterr().err
    assert 3 == main(["check", "--", "--lang"])
    assert "--lang：类型化" not in capsys.readouterr().err


def test_without_typer_the_way_out_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The library installed without its command line says how to get one."""
    monkeypatch.setitem(sys.modules, "typer", None)
    monkeypatch.delitem(sys.modules, "performance_rules.cli.app")
    monkeypatch.delattr(cli, "app")

    assert 2 == main(["rules", "list"])
    assert 'pip install "performance-rules[cli]"' in capsys.readouterr().err


# ── words ──


def test_both_languages_say_everything() -> None:
    """No word of the command line is missing in either language."""
    for key, words in WORDS.items():
        assert words.zh, key
        assert words.en, key
        assert set(re.findall(r"\{(\w+)\}", words.zh)) == set(re.findall(r"\{(\w+)\}", words.en)), (
            key
        )


def test_every_key_has_words() -> None:
    """A key that is written anywhere in the source is in a catalogue."""
    known = {**WORDS, **OUTPUT_WORDS}
    paths = [*SOURCE.glob("cli/*.py"), *SOURCE.glob("outputs/*.py")]
    for path in [path for path in paths if path.name != "words.py"]:
        text = path.read_text(encoding="utf-8")
        call = r'\b(?:say|say_out|message|refused|yield)\(\s*(?:[a-z.]*lang, )?"([^"]+)"'
        keys = re.findall(call, text) + re.findall(r'help="([^"]+)"', text)
        assert [] == [key for key in keys if key not in known], path.name


def pages() -> list[list[str]]:
    """Return the arguments of every help page there is."""
    found: list[list[str]] = [[]]
    for name, command in subcommands(app.command()).items():
        found.append([name])
        found += [[name, inner] for inner in subcommands(command)]
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", pages(), ids=" ".join)
def test_every_command_explains_itself_in_both_languages(
    capsys: pytest.CaptureFixture[str], path: list[str], lang: Lang
) -> None:
    """Every command and group explains itself in both languages, within 80 columns."""
    assert 0 == main([*path, "--help", "--lang", lang])
    out = capsys.readouterr().out

    assert " ".join(["performance-rules", *path]) in out
    assert [] == [line for line in out.split("\n") if width(line) > 80]
    if not path or path == ["check"]:
        assert expected(f"help{'.check' if path else ''}.{lang}.txt", out) == out


def test_the_version_names_the_program_and_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version names the program and its version."""
    assert 0 == main(["--version"])
    assert f"performance-rules {__version__}\n" == capsys.readouterr().out


# ── rules ──


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        ("rules list --region 44 --year 2022", "rules.list.txt"),
        ("rules show WHY-1 --region 44 --year 2021", "rules.show.parameters.txt"),
        ("rules show SUM-1 --region 44 --year 2021", "rules.show.override.txt"),
        ("rules show GRADE-1 --region 44 --year 2022 --lang en", "rules.show.disabled.en.txt"),
        ("rules test rules/cn", "rules.test.txt"),
    ],
)
def test_a_rule_is_shown_as_it_is_in_force(
    capsys: pytest.CaptureFixture[str], arguments: str, file: str
) -> None:
    """A rule is shown as it is in force, with the file and layer each value came from."""
    assert 0 == main(arguments.split())
    out = capsys.readouterr().out

    assert expected(file, out) == out


def test_a_narrow_list_of_rules(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a narrow terminal what a rule covers stands below its title, and only if it is news."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(writing, "_coloured", lambda *_: False)
    monkeypatch.setenv("COLUMNS", "46")
    main(["rules", "list"])
    lines = capsys.readouterr().out.split("\n")

    assert [] == [line for line in lines if width(line) > 46]
    assert 1 == sum("SUM-1 SUM-2" in line for line in lines)
    assert 1 == sum("WHY-1" in line for line in lines)


@pytest.mark.parametrize(
    ("year", "words"),
    [("2020", "20%；2020 年起；cn/parameters/need_reason.toml（cn）"), ("2019", "30%；至 2019 年")],
)
def test_the_value_of_the_year_is_marked(
    capsys: pytest.CaptureFixture[str], year: str, words: str
) -> None:
    """Of a parameter's dated values the one in force in the year is marked."""
    main(["rules", "show", "WHY-1", "--year", year, "--region", "44"])
    marked = capsys.readouterr().out.split("← 生效")[0]

    assert words in " ".join(marked.split()[-20:]).replace("\n", "")


def test_examples_that_do_not_hold(capsys: pytest.CaptureFixture[str]) -> None:
    """`rules test` names the example, what it should give and what it gave, and exits with 2."""
    rule = FILES["cn/SUM-1.toml"].replace('"SUM-1"', '"X-1"')
    wrong = rule.replace('expect = "pass"', 'expect = "fail"').replace('["2.00元"]', '["甲"]')
    write_rules(Path("ours"), {"totals/X-1.toml": wrong})

    assert 2 == main(["rules", "test", "ours"])
    out = capsys.readouterr().out
    assert "不符  X-1 相等：应为“不通过”，得到“通过”\n" in out
    assert "不符  X-1 不等：说明里没有“甲”\n" in out
    assert out.endswith("2 个示例中 2 个不符合\n")


@pytest.mark.parametrize("folder", ["rules/cn/SUM-1.toml", "ours", "ours/X-1.toml"])
def test_examples_of_one_folder_or_file(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    """A layer, a loose folder and a single file can be tried alone."""
    write_rules(Path("ours"), {"X-1.toml": FILES["cn/SUM-1.toml"].replace('"SUM-1"', '"X-1"')})

    assert 0 == main(["rules", "test", folder])
    assert capsys.readouterr().out.endswith("\n2 个示例全部符合\n")


@pytest.mark.parametrize(
    ("folder", "words"), [("nowhere", "没有这个规则目录"), ("bare", "bare 里没有示例")]
)
def test_no_examples_is_not_the_same_as_all_examples_holding(
    capsys: pytest.CaptureFixture[str], folder: str, words: str
) -> None:
    """No examples is not the same as all examples holding."""
    Path("bare").mkdir()

    assert 2 == main(["rules", "test", folder])
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("name", ["report", "rule", "result"])
def test_each_schema_is_printed_as_json(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Each schema is printed as JSON, ready to be saved."""
    assert 0 == main(["schema", name])
    assert f"urn:performance-rules:{name}:1" == json.loads(capsys.readouterr().out)["$id"]
