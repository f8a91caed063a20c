"""The words of the command line in both languages: help, usage errors, and what commands print."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from performance_rules.errors import Lang, Message

WORDS: Final[Mapping[str, Message]] = {
    # ── help ──
    "help.usage": Message("用法", "Usage"),
    "help.arguments": Message("参数", "Arguments"),
    "help.options": Message("选项", "Options"),
    "help.commands": Message("命令", "Commands"),
    "help.a_command": Message("命令", "COMMAND"),
    "help.some_options": Message("选项", "OPTIONS"),
    "help.exit": Message("退出码", "Exit codes"),
    "help.help": Message("显示本说明", "show this help"),
    "help.here": Message("查看说明：{command} --help", "for help: {command} --help"),
    "exit.0": Message(
        "没有“矛盾”（可以有其他等级的问题）", "no error; there may be other findings"
    ),
    "exit.1": Message("有“矛盾”，不论哪一份", "an error in any report"),
    "exit.2": Message("用法或规则文件有误", "wrong usage, or something wrong in rule files"),
    "exit.3": Message(
        "没有“矛盾”，但有报告读不了或未能核对",
        "no error, but a report is unreadable or could not be checked",
    ),
    "exit.70": Message("程序出错", "an error of the program"),
    "exit.130": Message("被中断；已完成的照样列出", "interrupted; what is done is shown"),
    "app": Message(
        "检查预算、决算和绩效报告：各处说法是否自相矛盾，是否符合应守的规定。",
        "Checks budget, final-accounts and performance reports against themselves and against "
        "the rules they must follow.",
    ),
    "app.version": Message("显示版本", "show the version"),
    "check": Message("检查一份或几份报告", "check one or several reports"),
    "check.reports": Message(
        "文档（docx、pdf、html、xlsx、txt…）、类型化报告（toml、json）、目录或通配符；- 为标准输入",
        "documents (docx, pdf, html, xlsx, txt …), typed reports (toml, json), folders or "
        "patterns; - is standard input",
    ),
    "check.format": Message(
        "text 通读，concise 一条一行；给程序：json、jsonl、sarif、junit、github；写成文件："
        "html 网页，xlsx 整改台账，docx、pdf 在原文件上加批注（高亮），"
        "opinion 审核意见（Word）。不写则看 -o 的后缀",
        "text to read, concise for one line each; for programs json, jsonl, sarif, junit, github; "
        "as files: html a page, xlsx a ledger, docx and pdf the document "
        "itself with comments (highlights), opinion a letter (docx); by default as -o ends",
    ),
    "check.output": Message("写入文件，不显示", "write to a file instead of showing it"),
    "check.select": Message(
        "只用这些规则：编号或其开头，可重复",
        "these rules only: an id or its beginning; may be repeated",
    ),
    "check.ignore": Message(
        "不用这些规则：编号或其开头，可重复",
        "not these rules: an id or its beginning; may be repeated",
    ),
    "check.severity": Message(
        "最轻列到哪一级：error、warning、hint、review",
        "the least grave to list: error, warning, hint, review",
    ),
    "check.waivers": Message(
        "豁免：TOML 文件，或填好的整改台账（xlsx）；接受、不属实的不计，数字变了照计；可重复",
        "waivers: a TOML file, or the ledger filled in (xlsx); what is accepted or untrue does not "
        "count unless its figures change; may be repeated",
    ),
    "check.prior": Message(
        "上年的报告，文件或目录：按单位和年度配上，核对年初数、上年数、原因和车辆与上年是否接得上；可重复",
        "reports of the year before, files or folders, matched by body and year: whether opening "
        "balances, last year's figures, reasons and vehicles follow from them; may be repeated",
    ),
    "waivers.elsewhere": Message(
        "{file}：{count} 条处理说的是这次没有检查的报告",
        "{file}: {count} decisions are about reports that were not checked now",
    ),
    "waivers.no_rule": Message("没有规则“{rule}”", "there is no rule '{rule}'"),
    "diff": Message(
        "比较两次的结果：哪些问题消失了、新增了、数字变了",
        "compare two results: which findings are gone, new, or have other figures",
    ),
    "diff.old": Message(
        "旧的：check 写的结果（json），或报告", "the old one: a result of check, or a report"
    ),
    "diff.new": Message("新的：同上", "the new one: the same"),
    "diff.format": Message("text 通读，json 给程序", "text to read, json for programs"),
    "opt.region": Message(
        "区划代码或名称，如 440205、岳阳；不给则用报告里的",
        "region by code or name, such as 440205; the report's own by default",
    ),
    "opt.region_of_rules": Message(
        "区划代码或名称，如 440205、岳阳", "region by code or name, such as 440205"
    ),
    "opt.year": Message("年度；不给则用报告里的", "fiscal year; the report's own by default"),
    "opt.year_of_rules": Message("年度；有起止年度的规则和参数据此取用", "fiscal year"),
    "opt.rules": Message("加一个规则目录，可重复", "add a folder of rules; may be repeated"),
    "opt.lang": Message("语言：zh 或 en", "language: zh or en"),
    "rules": Message("查看和试验规则", "look at rules and try them"),
    "rules.list": Message("列出规则", "list the rules"),
    "rules.show": Message("显示一条生效的规则", "show one rule as it is in force"),
    "rules.show.id": Message("规则编号，如 TOT-001", "id of a rule such as TOT-001"),
    "rules.test": Message("运行规则文件里的示例", "run the examples of rule files"),
    "rules.test.folders": Message(
        "规则目录；不给则是随附的规则", "folders of rules; the shipped ones by default"
    ),
    "rules.mutate": Message(
        "把规则逐点改坏，看它自己的示例能不能发现；发现不了的，就是没有示例管住的地方",
        "change each rule at one point at a time; what its own examples do not notice, none holds",
    ),
    "rules.mutate.ids": Message(
        "规则编号或参数名；不给则是全部", "ids of rules or parameters; all by default"
    ),
    "rules.mutate.folders": Message(
        "规则目录，可重复；不给则是随附的规则",
        "folder of rules, may be repeated; the shipped ones by default",
    ),
    "rules.mutate.floor": Message(
        "发现的至少占百分之几，不到则退出码为 1",
        "least percentage killed; below it the exit code is 1",
    ),
    "rules.mutate.format": Message("text 通读，json 给程序", "text to read, json for programs"),
    "rules.fmt": Message(
        "把规则文件里的表达式统一写成中文名称或英文名称，换行、注释和其余的都不动",
        "write the expressions of rule files with Chinese or English names; line breaks, "
        "comments and all else stay",
    ),
    "rules.fmt.ids": Message("规则编号；不给则是全部", "ids of rules; all by default"),
    "rules.fmt.folders": Message(
        "规则目录，可重复；不给则是随附的规则",
        "folder of rules, may be repeated; the shipped ones by default",
    ),
    "rules.fmt.zh": Message("中文名称（不写即是）", "Chinese names (the default)"),
    "rules.fmt.en": Message("英文名称", "English names"),
    "rules.fmt.check": Message(
        "只看不写；有要改的文件，退出码为 1", "write nothing; exit code 1 where a file would change"
    ),
    "form": Message("绩效表格", "forms of performance evaluation"),
    "form.new": Message(
        "写一份空白的表格（Excel 工作簿），填好后可用 check 检查",
        "write an empty form, a workbook to be filled in and handed to check",
    ),
    "form.layout": Message(
        "national 全国统一的项目自评表，hubei 湖北，sichuan 四川，whole 整体支出自评表，"
        "goals 绩效目标表，monitoring 运行监控表",
        "national (project), hubei, sichuan, whole (of a body), goals or monitoring",
    ),
    "form.output": Message("写入这个文件（.xlsx），不覆盖", "the new file (.xlsx)"),
    "form.year": Message("年度", "fiscal year"),
    "form.entity": Message("单位名称", "name of the body"),
    "form.project": Message("项目名称", "name of the project"),
    "form.months": Message("监控到几月：monitoring 须写", "last month of the monitoring"),
    "form.rows": Message(
        "每个二级指标留几行，1—20", "empty rows of each second-level indicator, 1-20"
    ),
    "form.suffix": Message(
        "表格是 Excel 工作簿，文件名应以 .xlsx 结尾：{file}",
        "the form is a workbook; its name ends with .xlsx: {file}",
    ),
    "form.unused": Message("“{form}”没有填 {name} 的地方", "'{form}' has no place for {name}"),
    "form.no_months": Message(
        "“{form}”要写明监控到几月，如 --months 8",
        "'{form}' needs the last month, as in --months 8",
    ),
    "form.long": Message("{name} 超过 {most} 个字", "{name} is longer than {most} characters"),
    "form.no_xlsxwriter": Message(
        '写工作簿还需要 XlsxWriter：pip install "performance-rules[workbooks]"',
        'writing workbooks needs XlsxWriter: pip install "performance-rules[workbooks]"',
    ),
    "serve": Message(
        "开一个网页：交文件、看结果、带走批注和台账，不用命令行",
        "serve a page: hand in files, see results, take away comments and ledger",
    ),
    "serve.host": Message(
        "监听的地址，缺省只有本机能用；其他地址要凭口令",
        "address to listen at, by default for this machine only; others need a token",
    ),
    "serve.port": Message("端口，0 为任一空闲的", "port; 0 for any that is free"),
    "serve.token": Message(
        "口令；对外开放而不写的，自动生成", "the token; made up if others can ask and none is given"
    ),
    "serve.open": Message("随即打开浏览器", "open the browser as well"),
    "serve.ready": Message(
        "网页已开：{address} （按 Ctrl-C 结束，交来的文件随之删除）",
        "serving at {address} (Ctrl-C ends it; files handed in are deleted then)",
    ),
    "serve.short": Message("口令至少 {least} 个字符", "a token has at least {least} characters"),
    "serve.no_module": Message(
        '网页还需要 {module}：pip install "performance-rules[web]"',
        'the page needs {module}: pip install "performance-rules[web]"',
    ),
    "serve.closed": Message(
        "{host} 端口 {port} 不能监听：{why}；可换一个 --port",
        "cannot listen at {host} port {port}: {why}; try another --port",
    ),
    "schema": Message("输出 JSON Schema", "print a JSON Schema"),
    "schema.name": Message(
        "report 报告，rule 规则文件，result 检查结果",
        "report, rule (a rule file) or result (of a check)",
    ),
    # ── usage errors ──
    "usage": Message("用法错误：{text}", "usage: {text}"),
    "usage.no_command": Message("没有“{name}”这个命令", "there is no command '{name}'"),
    "usage.missing_command": Message("缺少命令", "a command is missing"),
    "usage.no_option": Message("没有 {name} 这个选项", "there is no option {name}"),
    "usage.no_value": Message("{name} 后面缺少值", "{name} needs a value"),
    "usage.missing": Message("缺少 {name}", "{name} is missing"),
    "usage.extra": Message("多余的参数：{names}", "unexpected arguments: {names}"),
    "usage.choice": Message(
        "{name} 的值“{value}”不对，可用：{allowed}",
        "'{value}' is no value of {name}; use one of {allowed}",
    ),
    "usage.year": Message(
        "--year 的值“{value}”不是年度，如 2021",
        "'{value}' is no fiscal year for --year; write one such as 2021",
    ),
    "usage.number": Message(
        "{name} 的值“{value}”不对，应是 {least}—{most} 的整数",
        "'{value}' is no value of {name}; write a whole number of {least} to {most}",
    ),
    "usage.stdin_twice": Message(
        "- 只能出现一次：标准输入只有一份", "- may be given once only: there is one standard input"
    ),
    "usage.output_is_report": Message(
        "--output 指向要检查的报告 {file}，会把它盖掉",
        "--output is the report {file} itself, which would be lost",
    ),
    "usage.suffix": Message(
        "{format} 是文件：用 -o 写明以 .{suffix} 结尾的文件名",
        "{format} is a file: name one that ends with .{suffix}, with -o",
    ),
    "usage.suffix_of_file": Message(
        "{file} 的后缀不是 {format} 的；不写 --format，或换个文件名",
        "{file} does not end as {format} does; leave --format out, or take another name",
    ),
    "usage.one_docx": Message(
        "docx 是在一份 Word 文件上加批注：只写一份 .docx 报告",
        "docx adds comments to one document: name one report that is a .docx",
    ),
    "usage.one_pdf": Message(
        "pdf 是在一份 PDF 上加高亮和批注：只写一份 .pdf 报告",
        "pdf adds highlights to one document: name one report that is a .pdf",
    ),
    "usage.no_module": Message(
        '写 {format} 还需要 {module}：pip install "performance-rules[all]"',
        'writing {format} needs {module}: pip install "performance-rules[all]"',
    ),
    "usage.no_rule_of_id": Message("没有规则“{id}”", "there is no rule '{id}'"),
    "usage.did_you_mean": Message("是否想写“{guess}”？", "did you mean '{guess}'?"),
    "usage.no_typer": Message(
        '命令行还需要 typer：pip install "performance-rules[cli]"',
        'the command line needs typer: pip install "performance-rules[cli]"',
    ),
    # ── reports ──
    "read": Message("把文档读成类型化报告并打印", "print the typed report that a document becomes"),
    "read.file": Message("文档或类型化报告；- 为标准输入", "document or typed report; - is stdin"),
    "read.unbound": Message(
        "只列出没有归到位的数：原样、原因、位置、所在的句子",
        "list the figures that found no place: as printed, why, where, in which sentence",
    ),
    "read.format": Message(
        "json 或 toml 是类型化报告，text 通读读懂了什么",
        "json or toml for the typed report, text to read what was understood",
    ),
    "read.all": Message("text 全部列出，不截短", "with text: everything, nothing cut short"),
    "read.none": Message("所有数字都归到了位", "every figure found its place"),
    "read.counts": Message(
        "数字：查了 {bound} 个，没有认出 {open} 个，不是数据 {none} 个",
        "numbers: {bound} bound, {open} open, {none} not figures",
    ),
    "report.unchecked": Message(
        "{source}：未能核对：{why}", "{source}: could not be checked: {why}"
    ),
    "report.done": Message("已检查 {number}/{count}", "checked {number}/{count}"),
    "report.left_out": Message(
        "目录里另有 {count} 个文件不是报告，没有核对：{shown}",
        "{count} other files of the folder are no reports and were left out: {shown}",
    ),
    "report.interrupted": Message(
        "已中断：{count} 份报告中完成 {ready} 份",
        "interrupted: {ready} of {count} reports are done",
    ),
    "output.untouched": Message("没有写 {file}", "{file} was not written"),
    "output.failed": Message("写不了 {file}：{why}", "cannot write {file}: {why}"),
    "output.exists": Message(
        "{file} 已经存在，不覆盖；请换个文件名",
        "{file} exists and is not overwritten; choose another name",
    ),
    "output.written": Message("已写入 {file}", "written to {file}"),
    # ── rules list ──
    "list.id": Message("编号", "Id"),
    "list.severity": Message("等级", "Severity"),
    "list.layer": Message("层级", "Layer"),
    "list.title": Message("名称", "Title"),
    "list.covers": Message("涵盖", "Covers"),
    "list.count": Message("共 {count} 条", "{count} rules"),
    "state.disabled": Message("停用", "switched off"),
    "state.out_of_date": Message("{year} 年不生效", "not in force in {year}"),
    "state.off": Message("未启用", "not enabled"),
    "state.undated": Message("年度不明，是否生效未定", "depends on the year"),
    # ── rules show ──
    "show.file": Message("文件", "File"),
    "show.state": Message("状态", "State"),
    "show.in_force": Message("生效", "in force"),
    "show.kinds": Message("文种", "Kinds"),
    "show.years": Message("年度", "Years"),
    "show.covers": Message("涵盖", "Covers"),
    "show.let": Message("名称 let", "Names (let)"),
    "show.each": Message("范围 each", "Range (each)"),
    "show.when": Message("条件 when", "Condition (when)"),
    "show.assert": Message("断言 assert", "Assertion (assert)"),
    "show.message": Message("说明 message", "Message"),
    "show.advice": Message("处理 advice", "To do (advice)"),
    "show.why": Message("道理 why", "Why"),
    "show.law": Message("依据 basis", "Law (basis)"),
    "show.parameters": Message("参数", "Parameters"),
    "show.no_value": Message("没有生效的值", "no value is in force"),
    "show.this": Message("← 生效", "← in force"),
    "show.tighten_up": Message("下级只能调高", "a layer below may only raise it"),
    "show.tighten_down": Message("下级只能调低", "a layer below may only lower it"),
    "show.always": Message("不限年度", "any year"),
    "show.overrides": Message("改动", "Overrides"),
    "show.changes": Message("改了 {keys}", "changes {keys}"),
    "show.not_now": Message("本年度不起作用", "not in force"),
    "show.examples": Message("示例", "Examples"),
    "show.none": Message("无", "none"),
    # ── rules test ──
    "test.holds": Message("符合", "ok"),
    "test.fails": Message("不符", "FAILED"),
    "test.ok": Message("{count} 个示例全部符合", "all {count} examples hold"),
    "test.failed": Message(
        "{count} 个示例中 {failed} 个不符合", "{failed} of {count} examples do not hold"
    ),
    "test.changed": Message(
        "{file} 改变了上级规则 {rule} 的 {count} 个示例：",
        "{file} changes what {rule}, a rule above, says of {count} of its examples:",
    ),
    "test.blunted": Message(
        "{file} 让不得停用的规则 {rule} 什么也查不出来，等于停用：",
        "{file} makes {rule}, which may not be disabled, find nothing at all:",
    ),
    "test.shift": Message("{name}：{above} → {here}", "{name}: {above} → {here}"),
    "test.looser": Message("{name}：{above} → {here}（放宽）", "{name}: {above} → {here} (looser)"),
    "test.none": Message("{folder} 里没有示例", "no examples in {folder}"),
    # ── rules fmt ──
    "fmt.both": Message("--zh 和 --en 只能写一个", "either --zh or --en"),
    "fmt.done": Message("改写 {count} 个文件", "{count} files rewritten"),
    "fmt.would": Message("要改写 {count} 个文件", "{count} files would be rewritten"),
    # ── rules mutate ──
    "mutate.killed": Message("发现 {count}", "killed {count}"),
    "mutate.survived": Message("漏过 {count}", "survived {count}"),
    "mutate.invalid": Message("不成规则 {count}", "invalid {count}"),
    "mutate.equivalent": Message("等价 {count}", "equivalent {count}"),
    "mutate.words": Message("词语 {killed}/{of}", "words {killed}/{of}"),
    "mutate.lost_words": Message("漏过的词语：", "words that survived: "),
    "mutate.list": Message("，", ", "),
    "mutate.all_words": Message(
        "词语 {of} 处，发现 {killed} 处（{percent} %）",
        "words: killed {killed} of {of} ({percent} %)",
    ),
    "mutate.parameter": Message("参数 {id}", "parameter {id}"),
    "mutate.all_lists": Message(
        "参数里的词语 {of} 处，发现 {killed} 处（{percent} %）",
        "words of parameters: killed {killed} of {of} ({percent} %)",
    ),
    "mutate.all": Message(
        "改动 {of} 处，发现 {killed} 处（{percent} %）", "killed {killed} of {of} ({percent} %)"
    ),
    "mutate.none": Message("{folder} 里没有规则", "no rules in {folder}"),
    "mutate.floor": Message(
        "--floor 的值“{value}”不对，应是 0—100 的数，如 85.5",
        "'{value}' is no value of --floor; write a number of 0 to 100 such as 85.5",
    ),
    "test.no_folder": Message("没有这个规则目录：{folder}", "there is no rule folder {folder}"),
}


def say(lang: Lang, key: str, /, **values: object) -> str:
    """Return the words of a key in one language, with the values filled in."""
    return message(key, **values).text(lang)


def message(key: str, /, **values: object) -> Message:
    """Return the words of a key in both languages, values and messages in them filled in."""
    return WORDS[key].filled(**values)
