"""What was decided about findings, in words."""

from __future__ import annotations

from performance_rules.errors import Lang
from performance_rules.outputs.terminal import clean
from performance_rules.outputs.words import say
from performance_rules.waivers.model import Decision, Lapsed


def decision_text(decision: Decision, lang: Lang) -> str:
    """Return what was decided, why, by whom and until when: 接受：已核实（张三，至 2024-12-31）."""
    who = clean(decision.who)
    if decision.until is not None:
        who = say(lang, "waived.until", who=who, day=decision.until.isoformat())
    state = say(lang, f"ledger.{decision.state}")
    return say(lang, "waived.why", state=state, reason=clean(decision.reason), who=who)


def lapsed_text(lapsed: Lapsed, lang: Lang) -> str:
    """Return which decision has no effect, and why."""
    decision, day = lapsed.decision, lapsed.decision.until
    why = say(
        lang,
        f"lapsed.{lapsed.why}",
        reason=clean(decision.reason),
        day=day.isoformat() if day else "",
    )
    what = say(lang, f"ledger.{decision.state}")
    text = say(lang, "lapsed.one", rule=clean(decision.rule), what=what, why=why)
    return text + say(lang, "in_brackets", text=clean(decision.origin)) if decision.origin else text
