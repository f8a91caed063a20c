"""The words of the outputs in both languages; what rules say comes from the rule files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from performance_rules.checking.findings import VERDICT_NAMES
from performance_rules.errors import Lang, Message
from performance_rules.waivers.building import STATE_WORDS

WORDS: Final[Mapping[str, Message]] = {
    # ── names ──
    "severity.error": Message("矛盾", "Error"),
    "severity.warning": Message("须说明", "Warning"),
    "severity.hint": Message("提示", "Hint"),
    "severity.review": Message("人工复核", "Review"),
    **{f"verdict.{name}": said for name, said in VERDICT_NAMES.items()},
    "kind.self_evaluation": Message("部门整体支出绩效自评", "self-evaluation of performance"),
    "kind.project_evaluation": Message("项目支出绩效自评", "evaluation of a project"),
    "kind.final_accounts": Message("部门决算", "final accounts"),
    "kind.budget": Message("部门预算", "budget"),
    "kind.notice": Message("公告", "notice"),
    "kind.summary": Message("工作总结", "summary of work"),
    # ── punctuation ──
    "colon": Message("：", ": "),
    "comma": Message("，", ", "),
    "semicolon": Message("；", "; "),
    "list": Message("、", ", "),
    "list.more": Message("{shown}等 {count} 项", "{shown} and others, {count} in all"),
    "gap": Message("", " "),
    "label": Message("【{name}】", "[{name}] "),
    "name": Message("{text}", '"{text}"'),
    "quoted": Message("“{text}”", '"{text}"'),
    "in_brackets": Message("（{text}）", " ({text})"),
    # ── head of a report ──
    "head.no_entity": Message("（未写单位名称）", "(no name of a body)"),
    "head.no_kind": Message("文种不明", "kind of report unknown"),
    "head.year": Message("{year} 年度", "fiscal year {year}"),
    "head.no_year": Message("年度不明", "year unknown"),
    "head.no_region": Message("全国规则", "national rules"),
    "head.project": Message("项目", "Project"),
    "head.file": Message("文件", "File"),
    "head.rules": Message("规则", "Rules"),
    "head.note": Message("说明", "Note"),
    "head.result": Message("结果", "Result"),
    "head.stdin": Message("标准输入", "standard input"),
    "head.rule_count": Message("{count} 条", "{count} rules"),
    "head.clean": Message("没有发现问题", "nothing was found"),
    "head.count": Message("{name} {count} 条", "{name} {count}"),
    "head.unread": Message("未读", "Not read"),
    "head.unreadable": Message("读不了", "unreadable"),
    # ── what came out ──
    "outcome.unchecked": Message("未能核对：{why}", "could not be checked: {why}"),
    "outcome.partly": Message(
        "只查了一部分（{looked}）：{result}", "only partly looked at ({looked}): {result}"
    ),
    "outcome.partly_of_many": Message("只查了一部分：{result}", "only partly looked at: {result}"),
    "outcome.figures": Message("{figures} 个数查了 {bound} 个", "{bound} of {figures} figures"),
    "outcome.tables": Message("{tables} 张表读了 {read} 张", "{read} of {tables} tables"),
    "outcome.unread": Message("未读 {count} 处", "{count} not read"),
    "outcome.hidden": Message("轻于所选等级 {count} 条", "{count} below the severity asked for"),
    "outcome.waived": Message("豁免 {count} 条", "{count} waived"),
    "outcome.counts": Message(
        "数字：查了 {bound} 个，没有认出 {open} 个，不是数据 {none} 个",
        "numbers: {bound} bound, {open} open, {none} not figures",
    ),
    # ── a finding ──
    "point.count": Message("{count} 处", "{count} places"),
    "point.number": Message("{number}. ", "{number}. "),
    "point.ordinal": Message("问题{number}", "No. {number}"),
    "point.rounded": Message(
        "另有 {count} 处的出入是取位（四舍五入）造成的，不必改：{sums}",
        "{count} more differ in the last digit only, by rounding, and need no mending: {sums}",
    ),
    "point.same": Message("{numbers}（同一个数字）", "{numbers} (the same figure)"),
    "finding.quotes": Message("原文", "Text  "),
    "finding.place": Message("位置", "Place "),
    "finding.expected": Message("见{quote}处", "see {quote}"),
    "finding.anywhere": Message("全文", "anywhere in the text"),
    "finding.signed": Message("文末，{quote}之后", "at the end, behind {quote}"),
    "finding.sum": Message("算式", "Sum   "),
    "finding.difference": Message("相差", "Diff. "),
    "finding.limit": Message("标准", "Limit "),
    "finding.law": Message("依据", "Law   "),
    "finding.do": Message("处理", "To do "),
    "finding.mended": Message(
        "按更正修改，别处引用这个数的一并改。",
        "Correct it as told, and wherever else the figure is quoted.",
    ),
    "finding.parts": Message(
        "合计不必改：核对各分项，补上漏列的，改正写错的。",
        "Leave the total; see which part is left out or wrong.",
    ),
    "finding.more": Message("另有 {count} 处", "and {count} more"),
    "finding.from_year": Message("{year} 年起", "from {year}"),
    "finding.until_year": Message("至 {year} 年", "until {year}"),
    # ── what contradictions come from ──
    "finding.likely": Message("更正", "Mend  "),
    "finding.consequences": Message("连带", "Also  "),
    "finding.twins": Message("同错", "Twins "),
    "finding.see": Message("另见", "See   "),
    "cause.mend": Message("{name}：{mend}", "{name}: {mend}"),
    "cause.likely": Message("疑有误：{names}", "likely wrong: {names}"),
    "cause.right": Message("改为 {right} 就都相符", "with {right} all fits"),
    "cause.or": Message("，或 ", ", or "),
    "cause.consequences": Message(
        "改好这一处，下面 {count} 条随之消失：", "with this mended these {count} go away:"
    ),
    "cause.after": Message("{told}；改后 {after}", "{told}; once mended {after}"),
    "cause.follows": Message(
        "改好“{title}”（{rule}）那一处，本条随之消失", "goes away with {rule}, {title}"
    ),
    "head.grouped": Message(
        "{name} {count} 条（归为 {causes} 处）", "{name} {count} ({causes} to mend)"
    ),
    "head.carried": Message(
        "{name} {count} 条（其中 {below} 条随矛盾消失）",
        "{name} {count} ({below} go away with an error)",
    ),
    "ledger.cause": Message("更正", "Mend"),
    # ── what was decided ──
    "waived.title": Message("已豁免（不计）", "Waived, not counted"),
    "waived.why": Message("{state}：{reason}（{who}）", "{state}: {reason} ({who})"),
    "waived.until": Message("{who}，至 {day}", "{who}, until {day}"),
    "waived.one": Message("豁免", "waived"),
    "lapsed.title": Message("不再起作用的处理", "Decisions without effect"),
    "lapsed.one": Message("{rule}，{what}：{why}", "{rule}, {what}: {why}"),
    "lapsed.changed": Message(
        "数字变了，问题照计；原来的说明是“{reason}”",
        "its figures have changed, it counts again; the remark was '{reason}'",
    ),
    "lapsed.expired": Message("{day} 已到期，问题照计", "expired on {day}, it counts again"),
    "lapsed.gone": Message("已没有这个问题，可以删去", "there is no such finding; delete it"),
    "lapsed.still": Message("记为已改，数字却没有变", "called settled, but nothing has changed"),
    # ── the difference of two results ──
    "diff.count.gone": Message("消失 {count} 条", "gone {count}"),
    "diff.count.new": Message("新增 {count} 条", "new {count}"),
    "diff.count.changed": Message("变化 {count} 条", "changed {count}"),
    "diff.count.same": Message("不变 {count} 条", "same {count}"),
    "diff.report.gone": Message("只在旧结果里的报告：{file}", "only in the old result: {file}"),
    "diff.report.new": Message("只在新结果里的报告：{file}", "only in the new result: {file}"),
    "diff.gone": Message("消失", "Gone"),
    "diff.new": Message("新增", "New"),
    "diff.changed": Message("变化", "Changed"),
    "diff.before": Message("原  ", "Was  "),
    "diff.now": Message("现  ", "Now  "),
    # ── where it stands ──
    "where.previous": Message("上年报告 {document}", "the report of the year before, {document}"),
    "where.page": Message("第{page}页", "page {page}"),
    "where.section": Message("“{section}”", '"{section}"'),
    "where.line": Message("第{line}行", "line {line}"),
    "where.table": Message("表{table}", "table {table}"),
    "where.row": Message("第{row}行", "row {row}"),
    "where.column": Message("第{column}列", "column {column}"),
    "where.same_table": Message("同表{cell}", "the same table, {cell}"),
    "where.same_place": Message("同上", "the same place"),
    "where.paragraph": Message("“{begins}……”一段", 'the paragraph "{begins}…"'),
    "standing": Message("在{places}，", "In {places}: "),
    "standing.and": Message("和", " and "),
    "standing.section": Message("“{title}”一节", 'section "{title}"'),
    "standing.table": Message("“{title}”的表中", 'the table of "{title}"'),
    "standing.numbered": Message("第 {table} 张表", "table {table}"),
    "standing.paragraph": Message("第{number}段", "paragraph {number}"),
    "standing.of_column": Message("{home}{column} 列", "column {column} of {home}"),
    "standing.of_row": Message("{home}第 {row} 行", "row {row} of {home}"),
    "standing.previous": Message("上年报告{place}", "{place} of the report of the year before"),
    "standing.page": Message("第{page}页{home}", "{home} on page {page}"),
    "standing.cell": Message("{table}第{row}行第{column}列", "{table}, row {row}, column {column}"),
    "standing.sheet": Message("工作表“{sheet}”", 'sheet "{sheet}"'),
    # ── the law ──
    "limit.own": Message(
        "国家没有统一规定，这里按惯常的取；当地另有规定的从其规定",
        "not laid down nationally, taken as is usual; a region may set another",
    ),
    "law.alike": Message("参照{law}", "By analogy: {law}"),
    "law.none": Message(
        "通行写法；当地有提纲、格式的，从其规定", "what is usual; local outlines come first"
    ),
    "law.article": Message("第{article}条", "art. {article}"),
    "law.about_amount": Message("涉及金额的", "for amounts"),
    "law.about_count": Message("涉及数量的", "for counts"),
    "law.about_percent": Message("涉及比率的", "for rates"),
    "law.about_by_nature": Message("按支出性质分列的", "for expenditure by nature"),
    "law.about_by_purpose": Message("按人员公用分列的", "for staff and office costs"),
    "law.since": Message("{value} 起施行", "in force from {value}"),
    "law.until": Message("施行至 {value}", "in force until {value}"),
    "law.href": Message("原文 {value}", "text {value}"),
    "law.read_on": Message("{value} 读", "read {value}"),
    "law.to_verify": Message("［依据待核］", "[to be verified]"),
    "law.unverified": Message(
        "依据待核：下列条文还没有与原文核对过：{laws}。",
        "To be verified: these were not yet compared with their originals: {laws}.",
    ),
    # ── closing block ──
    "close.title": Message("检查情况", "What was checked"),
    "close.counts": Message(
        "规则 {rules} 条，逐处检查 {places} 处：", "{rules} rules at {places} places: "
    ),
    "close.hidden": Message(
        "另有 {count} 条轻于所选等级，没有列出。",
        "{count} findings below the severity asked for are not listed.",
    ),
    "close.numbers": Message("{counts}。", "{counts}. "),
    "close.unbound": Message(
        "没有认出是哪一项的没有参加检查；read 文件 --unbound 逐个列出。",
        "The open ones took no part; read FILE --unbound lists them.",
    ),
    "close.undetermined": Message("无法判断的原因", "Why some could not be judged"),
    "close.places": Message("{count} 处", "{count}×"),
    "close.more": Message(
        "其余 {reasons} 种原因，共 {count} 处",
        "{reasons} further reasons, {count} places",
    ),
    "close.disabled": Message("停用的规则", "Rules that are switched off"),
    "close.again": Message("矛盾 {count} 条，再列一遍", "Contradictions once more ({count})"),
    "close.all": Message("汇总", "All reports"),
    "close.several": Message("共 {count} 份报告", "{count} reports"),
    "close.unreadable": Message("读不了 {count} 份", "{count} unreadable"),
    "close.contradiction": Message("有矛盾 {count} 份", "{count} with contradictions"),
    "close.remarks": Message("有其他问题 {count} 份", "{count} with other findings"),
    "close.clean": Message("没有发现问题 {count} 份", "{count} without findings"),
    "close.unchecked": Message("未能核对 {count} 份", "{count} could not be checked"),
    "close.partly": Message(
        "其中只查了一部分的 {count} 份", "{count} of these only partly looked at"
    ),
    # ── files for the sender and for the head ──
    "page.lang": Message("zh-CN", "en"),
    "page.title": Message("核对结果", "What the check found"),
    "page.text": Message(
        "报告正文（划线处是上面引用的话）", "The report's text, with what is quoted"
    ),
    "opinion.title": Message("关于{year}{kind}的审核意见", "Opinion on: {kind}, {year}"),
    "opinion.year": Message("{year}年度", "{year}"),
    "opinion.report": Message("报告", "report"),
    "opinion.somebody": Message("有关单位", "To whom it concerns"),
    "opinion.opening": Message(
        "报送的《{file}》收悉。经与报告自身各处及有关规定核对，以下各点请核实、补充或说明，"
        "并于　　　　年　　月　　日前重新报送。",
        "'{file}' was received and checked against itself and the rules it must follow; please "
        "verify, complete or explain the following points and send it again by ____________.",
    ),
    "opinion.clean": Message(
        "报送的《{file}》收悉。经与报告自身各处及有关规定核对，没有发现需要核实的问题。",
        "'{file}' was received and checked against itself and the rules it must follow; nothing "
        "was found that needs to be verified.",
    ),
    "opinion.unchecked": Message(
        "报送的《{file}》收悉，但其中没有能够核对的数据，未能核对，请确认报送的是完整的文件。",
        "'{file}' was received, but holds nothing that could be checked; please see to it that the "
        "whole document was sent.",
    ),
    "opinion.unreadable": Message("《{file}》读不了：{why}", "'{file}' cannot be read: {why}"),
    "opinion.error": Message("前后矛盾，请核实", "Contradictions, to be verified"),
    "opinion.warning": Message("需要说明或补充", "To be explained or completed"),
    "opinion.hint": Message("供修改时参考", "To be considered"),
    "opinion.review": Message("请人工确认", "To be looked at by a person"),
    "opinion.number": Message("（{number}）", "({number}) "),
    "opinion.matter": Message("问题", "Matter"),
    "opinion.advice": Message("建议", "Advice"),
    "opinion.looked": Message(
        "核对情况：{counts}。所用规则 {rules}。本意见由程序逐处核对生成，经审核人确认后有效。",
        "What was checked: {counts}. Rules: {rules}. Drawn up by a program; it is valid once a "
        "reviewer has confirmed it.",
    ),
    "opinion.signed": Message("审核人：　　　　　　　　（盖章）", "Reviewer: ____________ (seal)"),
    "opinion.date": Message("　　　　年　　月　　日", "Date: ____________"),
    "ledger": Message("整改台账", "Ledger"),
    "ledger.reports": Message("报告", "Reports"),
    "ledger.rules": Message("规则", "Rules"),
    "ledger.number": Message("序号", "No."),
    "ledger.entity": Message("单位", "Body"),
    "ledger.year": Message("年度", "Year"),
    "ledger.kind": Message("文种", "Kind"),
    "ledger.project": Message("项目", "Project"),
    "ledger.source": Message("文件", "File"),
    "ledger.severity": Message("等级", "Severity"),
    "ledger.rule": Message("规则编号", "Rule"),
    "ledger.title": Message("问题类型", "Kind of fault"),
    "ledger.message": Message("问题", "Finding"),
    "ledger.quotes": Message("原文和位置", "Text and place"),
    "ledger.sums": Message("算式", "Sum"),
    "ledger.laws": Message("依据", "Law"),
    "ledger.advice": Message("处理建议", "To do"),
    "ledger.state": Message("处理", "State"),
    "ledger.who": Message("责任人", "Who"),
    "ledger.until": Message("期限", "Until"),
    "ledger.remark": Message("备注", "Remark"),
    "ledger.fingerprint": Message("识别码", "Fingerprint"),
    "ledger.settled": STATE_WORDS["settled"],
    "ledger.accepted": STATE_WORDS["accepted"],
    "ledger.untrue": STATE_WORDS["untrue"],
    "ledger.open": STATE_WORDS["open"],
    "ledger.bound": Message("查了的数", "Bound"),
    "ledger.unbound": Message("没有认出的数", "Open"),
    "ledger.times": Message("次数", "Times"),
    "ledger.in_reports": Message("报告数", "Reports"),
    # ── what was understood of a document ──
    "contents.title": Message("标题", "Title"),
    "contents.part": Message("部分", "Part"),
    "contents.approved": Message("批复日", "Approved"),
    "contents.published": Message("公开日", "Published"),
    "contents.no_region": Message("未写区划", "no region given"),
    "contents.accounts": Message("收支", "Income and expenditure"),
    "contents.three_public": Message("“三公”经费", "Three-public expenditure"),
    "contents.disclosures": Message(
        "人员、车辆、采购、资产等", "Staff, vehicles, procurement, assets"
    ),
    "contents.scores": Message("自评得分", "Scores"),
    "contents.score": Message("总分", "total of points"),
    "contents.grade": Message("等级：{grade}", "grade: {grade}"),
    "contents.form": Message("自评表（{kind}）", "Form of evaluation ({kind})"),
    "contents.a_form": Message("自评表", "Form of evaluation"),
    "contents.form_department": Message("主管部门：{text}", "department: {text}"),
    "contents.form_entity": Message("单位：{text}", "body: {text}"),
    "contents.form_grade": Message("等级：{text}", "grade: {text}"),
    "contents.form_goal": Message("预期目标：{text}", "goal: {text}"),
    "contents.form_done": Message("完成情况：{text}", "done: {text}"),
    "contents.form_reason": Message("偏差说明：{text}", "reason: {text}"),
    "contents.funds": Message("资金", "funds"),
    "contents.indicators": Message("指标", "indicators"),
    "contents.matters": Message("事项（{count} 个）", "Matters ({count})"),
    "contents.schedules": Message("进度", "Schedules"),
    "contents.no_project": Message("项目", "project"),
    "contents.tables": Message("见到的表（{count} 张）", "Tables met ({count})"),
    "contents.empty": Message("空表", "empty"),
    "contents.numbers": Message("数字", "Numbers"),
    "contents.number": Message("数量", "number"),
    "contents.paragraph": Message("第{paragraph}段", "para. {paragraph}"),
    "contents.of": Message("{column}", "{column}: "),
    "contents.members": Message("其中", "of which"),
    "contents.by": Message("按{dimension}", "by {dimension}"),
    "contents.incomplete": Message("没有列全", "not all listed"),
    "contents.more": Message("另有 {count} 项（--all 全部列出）", "{count} more (--all lists all)"),
    "contents.places": Message(
        "另有 {count} 处（--all 全部列出）", "{count} more (--all lists all)"
    ),
    "contents.inferred": Message("推断", "inferred"),
    "contents.blank": Message("（空）", "(blank)"),
    "contents.whole": Message("合计", "the total"),
    "contents.share": Message("占{of} {share}", "{share} of {of}"),
    "contents.against": Message("比{base}{said}", "against {base}: {said}"),
    "contents.completed": Message("完成{base}的 {rate}", "{rate} of {base}"),
    "contents.reason": Message("原因：{text}", "reason: {text}"),
    "contents.per": Message("每{unit}", "per {unit}"),
    "contents.criterion": Message("评分标准：{text}", "how points are given: {text}"),
    # ── values of parameters ──
    "band.from": Message("{bound} 及以上：{label}", "from {bound}: {label}"),
    "band.upto": Message("{bound} 及以下：{label}", "up to {bound}: {label}"),
    "sheet": Message("{count} 项指标", "{count} indicators"),
    "band.else": Message("其余：{label}", "else: {label}"),
}


def say(lang: Lang, key: str, /, **values: object) -> str:
    """Return the words of a key in one language, with the values filled in."""
    return WORDS[key].text(lang).format(**values)
