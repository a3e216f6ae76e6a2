"""`/resumen` as managers read it: how the desk goes in some days, on one screen, with a button for each figure."""

from datetime import date

from itgov_bot.actions import Action
from itgov_bot.domain.summary import Backlog, Figure, Shares, Solved, Split, Summary
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.managers.summary.names import LABELS, age_names, days_before, days_name, part_name
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.periods import number
from itgov_bot.wording.text import bold, clip, esc, join, number_of, on_button

SIGNS: dict[Split, str] = {
    Split.SERVICE: "🧩",
    Split.OFFICE: "🏛",
    Split.AGENT: "👤",
    Split.CHANNEL: "📡",
    Split.WAY: "🛠",
}
MAX_PART_CHARS = 26


def screen(summary: Summary, today: date) -> Reply:
    now, before = summary.now, summary.before
    lines = [
        f"📊 {bold('Resumen')} · {days_name(summary.days, today)}",
        f"<i>Entre paréntesis, {days_before(summary.days, today, is_running=summary.is_running)}</i>",
        _line("📥", Figure.RECEIVED, now.opened.received, before.opened.received),
        _line("✅", Figure.SOLVED, now.solved.solved, before.solved.solved),
        *_backlog(summary.backlog, has_targets=summary.has_targets),
        f"{_line('🚨', Figure.URGENT, now.opened.urgent, before.opened.urgent)} · "
        f"{_line('🔄', Figure.REOPENED, now.reopened, before.reopened)}",
        ratings(now.solved, before.solved),
        *(shares_line(one) for one in summary.shares if one.total),
        *_on_duty(summary),
    ]
    return Reply("\n".join(lines), _choices(summary), columns=2)


def _on_duty(summary: Summary) -> list[str]:
    """Of several days that are past it is asked for night by night."""
    if not summary.is_running and summary.days.length > 1:
        return []
    then = "" if summary.is_running else " esa noche"
    return [
        f"🌙 De guardia{then}: {esc(join([clip(agent_name(one), 40) for one in summary.on_duty]) or 'nadie')}"
    ]


def _line(sign: str, figure: Figure, now: int, before: int) -> str:
    return f"{sign} {LABELS[figure]}: {bold(str(now))} ({before})"


def _backlog(backlog: Backlog, *, has_targets: bool) -> list[str]:
    """Without due times nothing can be overdue, and nothing is said of it."""
    total = f"📂 Pendientes ahora: {bold(str(backlog.total))}"
    if not backlog.total:
        return [total]
    late = [f"{backlog.overdue} vencidos"] if has_targets else []
    stand = join([f"{backlog.ours} por atender", f"{backlog.waiting} esperan al solicitante", *late])
    ages = " · ".join(f"{name}: {many}" for name, many in zip(age_names(), backlog.ages, strict=True))
    return [f"{total} · {stand}", f"   Días hábiles abiertos: {ages}"]


def ratings(now: Solved, before: Solved) -> str:
    """«4,3 de 5 (4,1) · 60 calificaciones, 3 bajas»."""
    if now.mean is None:
        return "⭐ Calificaciones: ninguna todavía"
    was = f" ({number(before.mean)})" if before.mean is not None else ""
    count = number_of(now.rated, "calificación", "calificaciones")
    low = {0: "", 1: ", 1 baja"}.get(now.low, f", {now.low} bajas")
    return f"⭐ {bold(f'{number(now.mean)} de 5')}{was} · {count}{low}{_rated_before(now.rated_before)}"


def _rated_before(many: int) -> str:
    """Why the indicator has more of them."""
    of = "la de un caso que se reabrió" if many == 1 else "las de casos que se reabrieron"
    return f" (el indicador 5 cuenta {many} más: {of})" if many else ""


def shares_line(shares: Shares) -> str:
    by = shares.parts[0].part.by
    named = [f"{esc(clip(part_name(one), MAX_PART_CHARS))} {one.many}" for one in shares.parts]
    rest = [f"otros {shares.rest}"] if shares.rest else []
    what = "Resolvieron: " if shares.figure is Figure.SOLVED else ""
    return f"{SIGNS[by]} {what}{' · '.join([*named, *rest])}"


def _choices(summary: Summary) -> tuple[Choice, ...]:
    """Only of what there is: a figure of nothing opens nothing."""
    now, backlog, code = summary.now, summary.backlog, summary.days.code
    shown = (
        (Figure.RECEIVED, now.opened.received),
        (Figure.SOLVED, now.solved.solved),
        (Figure.BACKLOG, backlog.total),
        (Figure.WAITING, backlog.waiting),
        (Figure.OVERDUE, backlog.overdue),
        (Figure.URGENT, now.opened.urgent),
        (Figure.REOPENED, now.reopened),
        (Figure.RATED_LOW, now.solved.low) if now.solved.low else (Figure.RATED, now.solved.rated),
    )
    return (
        *(open_figure(code, figure, many) for figure, many in shown if many),
        Choice("Por servicio, agente…", Action.SUMMARY.data(code, "by")),
        Choice("Otros días y avisos", Action.SUMMARY.data(code, "days")),
    )


def open_figure(code: str, figure: Figure, many: int) -> Choice:
    what = ("ages",) if figure is Figure.BACKLOG else ("ls", figure)
    return Choice(on_button(f"{LABELS[figure]} ({many})"), Action.SUMMARY.data(code, *what))
