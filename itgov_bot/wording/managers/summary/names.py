"""How a summary calls its figures, its days, and the parts of a figure; and how they stand in a button."""

from datetime import date
from hashlib import sha256

from itgov_bot.actions import Action
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import AGES, OF_NOW, Age, Chosen, Figure, Part, Share, Split
from itgov_bot.domain.tickets.ticket import Solution
from itgov_bot.replies import Choice
from itgov_bot.wording.labels import CHANNELS
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import MONTHS, capital, full_day, long_date

LABELS: dict[Figure, str] = {
    Figure.RECEIVED: "Recibidos",
    Figure.SOLVED: "Resueltos",
    Figure.BACKLOG: "Pendientes",
    Figure.OURS: "Por atender",
    Figure.WAITING: "Esperan al solicitante",
    Figure.OVERDUE: "Vencidos",
    Figure.URGENT: "Urgentes",
    Figure.URGENT_NOW: "Urgentes sin resolver",
    Figure.REOPENED: "Reabiertos",
    Figure.CANCELLED: "Cancelados",
    Figure.RATED: "Calificaciones",
    Figure.RATED_LOW: "Calificaciones bajas",
}
"""Of cases."""
BY: dict[Split, str] = {
    Split.SERVICE: "servicio",
    Split.OFFICE: "dependencia",
    Split.AGENT: "agente",
    Split.CHANNEL: "canal",
    Split.WAY: "forma de solución",
    Split.SITE: "sede",
    Split.PLACE: "dependencia",
    Split.KIND: "tipo",
}
_WAYS = {
    Solution.REMOTE: "A distancia",
    Solution.ON_SITE: "En sitio",
    Solution.SELF: "Sin intervención de la mesa",
}
NONE = "-"
"""In a button: the cases that have no service, no dependencia …"""
AGE, OLD = "age", "old"


def days_name(days: Days, today: date) -> str:
    """«hoy, domingo 29 de noviembre», «esta semana (del 23 al 29 de noviembre)», «octubre de 2026»."""
    if days.length == 1:
        ago = {0: "hoy, ", 1: "ayer, "}.get((today - days.first).days, "el ")
        return f"{ago}{full_day(days.first, today)}"
    if days.months == 1:
        return f"{MONTHS[days.first.month - 1]} de {days.first.year}"
    if days.is_year:
        return f"{'lo que va de ' if today <= days.last else ''}{days.first.year}"
    if days == Days.week_of(today):
        return f"esta semana ({from_to(days, today)})"
    return f"la semana {from_to(days, today)}" if days == Days.week_of(days.first) else from_to(days, today)


def days_before(days: Days, today: date, *, is_running: bool) -> str:
    """What days are compared with; of those that are not over, only as much of it as has gone by of them."""
    before = days_name(days.previous(), today)
    return f"{before}, hasta esta misma altura" if is_running else before


def from_to(days: Days, today: date) -> str:
    """«del 23 al 29 de noviembre»; the month is said twice, and the year, where they are others."""
    first, last = days.first, days.last
    ends = f"{last.day} de {MONTHS[last.month - 1]}" if last.year == today.year else long_date(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"del {first.day} al {ends}"
    begins = f"{first.day} de {MONTHS[first.month - 1]}" if first.year == last.year else long_date(first)
    return f"del {begins} al {ends}"


def of_when(figure: Figure, days: Days, today: date) -> str:
    return "ahora" if figure in OF_NOW else days_name(days, today)


def age_names() -> list[str]:
    """«0 a 1», «2 a 5», …, «más de 10»: working days."""
    lowest = [0, *(age + 1 for age in AGES[:-1])]
    return [*(f"{low} a {age}" for low, age in zip(lowest, AGES, strict=True)), f"más de {AGES[-1]}"]


def part_name(share: Share) -> str:
    part = share.part
    if share.service:
        return share.service.label
    if share.agent:
        return agent_name(share.agent)
    if part.key is None:
        return {Split.AGENT: "sin agente", Split.OFFICE: "otra dependencia o ninguna"}.get(
            part.by, "por clasificar"
        )
    if part.by is Split.WAY:
        return _WAYS[Solution(part.key)]
    if part.by is Split.SITE:
        return f"Sede {capital(part.key)}"
    if part.by is Split.KIND:
        return capital(part.key)
    if part.by is Split.PLACE:
        return part.key.title()
    return capital(CHANNELS.get(part.key, part.key)) if part.by is Split.CHANNEL else part.key


# In a button


def back(days: Days) -> Choice:
    return Choice("◂ Resumen", Action.SUMMARY.data(days.code))


def list_data(chosen: Chosen, days: Days, page: int = 0) -> str:
    """What a button carries: the whole choice, so that it is good for ever."""
    old = [age_code(chosen.old)] if chosen.old else []
    narrowed: tuple[object, ...] = (OLD, *old) if old else ()
    if chosen.age is not None:
        narrowed = (AGE, chosen.age)
    elif chosen.part:
        narrowed = (chosen.part.by, key_of(chosen.part), *old)
    return Action.SUMMARY.data(days.code, "ls", chosen.figure, page, *narrowed)


def age_code(age: Age) -> str:
    """«10» for more than ten working days, «-10» for no more."""
    return f"{'' if age.is_over else '-'}{age.days}"


def age_name(age: Age) -> str:
    return f"de {'más' if age.is_over else 'menos'} de {age.days} días hábiles"


def key_of(part: Part) -> str:
    """Names of dependencias are too long for a button: it carries their print."""
    if part.key is None:
        return NONE
    return print_of(part.key) if part.by is Split.OFFICE else part.key


def print_of(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:8]
