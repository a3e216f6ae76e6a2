"""The ways on from a summary: the backlog by age, other days, the parts of a figure."""

from dataclasses import replace
from datetime import date

from itgov_bot.actions import Action
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import ON_SCREEN, Backlog, Chosen, Figure, Share, Shares, Split
from itgov_bot.replies import MAX_LABEL, Choice, Reply
from itgov_bot.wording.managers import exports
from itgov_bot.wording.managers.summary.names import (
    BY,
    LABELS,
    age_names,
    back,
    from_to,
    list_data,
    of_when,
    part_name,
)
from itgov_bot.wording.text import bold, clip, esc, on_button

PARTS = 7
"""Shown at once: with the ways on they fill the buttons of a message."""


def ages(backlog: Backlog, days: Days) -> Reply:
    """The backlog by age and by whose word is next."""
    code = days.code
    by_age = [
        (f"{name} días", many, ("ls", Figure.BACKLOG, 0, "age", age))
        for age, (name, many) in enumerate(zip(age_names(), backlog.ages, strict=True))
    ]
    others = [
        (LABELS[figure], many, ("ls", figure))
        for figure, many in (
            (Figure.OURS, backlog.ours),
            (Figure.WAITING, backlog.waiting),
            (Figure.OVERDUE, backlog.overdue),
            (Figure.URGENT_NOW, backlog.urgent),
        )
    ]
    everything = ("Todos", backlog.total, ("ls", Figure.BACKLOG))
    lines = [f"• {name}: {many}" for name, many, _ in [*by_age, *others]]
    return Reply(
        "\n".join([f"📂 {bold('Pendientes ahora')}: {backlog.total}, por días hábiles abiertos", *lines]),
        (
            *(
                Choice(on_button(f"{name} ({many})"), Action.SUMMARY.data(code, *what))
                for name, many, what in [*by_age, *others, everything]
                if many
            ),
            back(days),
        ),
        columns=2,
    )


def no_targets(backlog: Backlog, days: Days) -> Reply:
    """Where the city set no due times, how old what waits is."""
    old = ages(backlog, days)
    return replace(
        old, text=f"Aquí ningún caso tiene plazo, así que ninguno se vence. Lo que espera:\n{old.text}"
    )


OTHER_DAYS = (
    ("Hoy", Days.day, 0),
    ("Ayer", Days.day, 1),
    ("Esta semana", Days.week_of, 0),
    ("Semana pasada", Days.week_of, 1),
    ("Este mes", Days.month_of, 0),
    ("Mes pasado", Days.month_of, 1),
)


def ask_days(days: Days, today: date) -> Reply:
    choices = []
    for label, of, ago in OTHER_DAYS:
        found = of(today)
        choices.append(Choice(label, Action.SUMMARY.data((found.previous() if ago else found).code)))
    return Reply(
        "¿De qué días? También puede escribir <code>/resumen noviembre</code>, <code>/resumen 2026-11</code> o "
        "<code>/resumen ayer</code>.",
        (*choices, Choice("Lo que le aviso", Action.NEWS.data()), back(days)),
        columns=2,
    )


def ask_split(days: Days) -> Reply:
    wanted = [
        (figure, by)
        for figure in (Figure.RECEIVED, Figure.SOLVED, Figure.BACKLOG)
        for by in ON_SCREEN
        if by is Split.AGENT or figure is not Figure.SOLVED
    ]
    return Reply(
        "¿Qué quiere ver, y por qué?",
        (
            *(
                Choice(
                    on_button(f"{LABELS[figure]} por {BY[by]}"),
                    Action.SUMMARY.data(days.code, "by", figure, by),
                )
                for figure, by in wanted
                if (figure, by) != (Figure.RECEIVED, Split.AGENT)
            ),
            back(days),
        ),
        columns=2,
    )


def no_such_days(text: str) -> Reply:
    return Reply(
        f"No entendí de qué días: «{esc(clip(text, 40))}». Escríbalo así: <code>/resumen hoy</code>, "
        "<code>/resumen semana</code>, <code>/resumen noviembre</code> o <code>/resumen 2026-11</code>."
    )


def too_many_days(days: Days, today: date) -> Reply:
    return Reply(
        f"El resumen es de tres meses a lo sumo, y usted pide {from_to(days, today)}. De más tiempo, los indicadores "
        "están en /kpi y los casos en /exportar.",
        (
            Choice("Ver este mes", Action.SUMMARY.data(Days.month_of(today).code)),
            Choice(f"📤 Indicadores de {days.last.year}", Action.REPORT.data("file", days.last.year)),
            Choice("📤 Los casos de esos días", exports.data(days.code)),
        ),
    )


def parts(shares: Shares, by: Split, days: Days, page: int, today: date) -> Reply:
    """`page` counts from 0."""
    head = f"{bold(f'{LABELS[shares.figure]} por {BY[by]}')} · {of_when(shares.figure, days, today)}: {shares.total}"
    if not shares.parts:
        return Reply(f"{head}. No hay más.", (back(days),))
    lines = [f"• {esc(clip(part_name(one), 60))}: {one.many}" for one in shares.parts]
    shown = [*(_open_part(one, shares.figure, days) for one in shares.parts)]
    more = Choice("Siguientes ▸", Action.SUMMARY.data(days.code, "by", shares.figure, by, page + 1))
    is_more = len(shares.parts) == PARTS
    return Reply("\n".join([head, *lines]), (*shown, *((more,) if is_more else ()), back(days)), columns=2)


def least(shares: Shares, by: Split, days: Days, today: date) -> Reply:
    """The ones with least of it first, so that the last of the others follow."""
    last = replace(shares, parts=list(shares.parts)[::-1][: PARTS - 1])
    told = parts(last, by, days, 0, today)
    head, *lines = told.text.split("\n")
    return replace(told, text="\n".join([f"{head} · de menos a más", *lines]))


def _open_part(share: Share, figure: Figure, days: Days) -> Choice:
    many = f" ({share.many})"
    name = clip(part_name(share), MAX_LABEL - len(many))
    return Choice(f"{name}{many}", list_data(Chosen(figure, share.part), days))
