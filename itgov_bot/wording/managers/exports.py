"""Exporting tickets, in talk: which period, which service, which state, which format; and the file itself."""

from collections.abc import Sequence
from datetime import date

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import Period
from itgov_bot.domain.tickets.export import NO_SERVICE, part_in
from itgov_bot.domain.tickets.ticket import LIVE, State
from itgov_bot.patterns import regex
from itgov_bot.replies import Choice, Export, Reply
from itgov_bot.wording.labels import STATES
from itgov_bot.wording.text import MONTHS, bold, clip, esc, long_date, number_of

ALL = "all"
_SPAN = regex(r"\d{8}-\d{8}")
ANY = "-"
NO_SERVICE_NAME = "sin clasificar"

DONE = "done"
"""Of what was counted as solved; in a list of states those that it stands for are offered."""
STATE_CHOICES: tuple[tuple[str, str, Sequence[State]], ...] = (
    ("live", "abierto", sorted(LIVE)),
    (DONE, "resuelto o cerrado", [State.RESOLVED, State.CLOSED]),
    *((state, name, [state]) for state, name in STATES.items()),
)
"""Each with its key in a button, its name, and the states it stands for."""


def ask_period(today: date, service: str = ANY, state: str = ANY, only: Sequence[str] = ()) -> Reply:
    """`only`: of which cases alone, where some are told already."""
    month, year = Period.of("MENSUAL", today), Period.of("ANUAL", today)
    offered = (
        (f"Este mes: {_month(month)}", month),
        (f"Mes pasado: {_month(month.previous())}", month.previous()),
        (f"Este año: {year}", year),
        (f"Año pasado: {year.previous()}", year.previous()),
        ("Todo", ALL),
    )
    of = f" · {esc(' · '.join(only))}" if only else ""
    return Reply(
        f"📤 {bold('Exportar casos')}{of}\n¿De cuándo? Cuentan por el día en que se abrieron. También puede escribir "
        "<code>/exportar marzo</code>, <code>/exportar julio a noviembre</code>, <code>/exportar 2026-T1</code> o "
        "<code>/exportar 2025 SER-004</code>.",
        tuple(Choice(label, data(str(of_time), service, state)) for label, of_time in offered),
    )


def no_such_period(text: str) -> Reply:
    return Reply(
        f"No entendí el período «{esc(clip(text, 40))}». Escríbalo así: <code>/exportar marzo</code>, "
        "<code>/exportar últimos 6 meses</code>, <code>/exportar 2026-T1 SER-004</code>; o use los botones de /exportar"
    )


def ask_format(
    period: str, service: str, state: str, *, count: int, service_name: str, contacts: bool
) -> Reply:
    """What would leave, and in which format; `contacts` offers the file with personal data too."""
    here = (period, service, state)
    formats = [Choice("Excel (XLSX)", data(*here, "xlsx")), Choice("CSV", data(*here, "csv"))]
    if contacts:
        formats.append(Choice("Excel con datos personales", data(*here, "xlsxc")))
    lines = [
        f"📤 {bold(period_name(period))}: {_counted(count)}",
        f"{'Solo' if part_in(service) else 'Servicio'}: {esc(service_name)} · Estado: {state_name(state)}",
        "¿En qué formato?" if count else "No hay nada que exportar: cambie el período o los filtros.",
    ]
    others = (
        Choice("Filtrar por servicio", data(*here, "svc")),
        Choice("Filtrar por estado", data(*here, "st")),
        Choice("Otro período", data("")),
    )
    return Reply("\n".join(lines), (*(formats if count else ()), *others))


def ask_service(period: str, state: str, found: Sequence[tuple[str, str, int]], page: int) -> Reply:
    """The services that have tickets, each with its key, its name and how many; seven a page."""
    start = page * 7
    buttons = [
        Choice(clip(f"{name} ({count})", 60), data(period, key, state))
        for key, name, count in found[start : start + 7]
    ]
    if start + 7 < len(found):
        buttons.append(Choice("Ver más", data(period, ANY, state, f"svc{page + 1}")))
    return Reply("¿De qué servicio?", (*buttons, Choice("Todos los servicios", data(period, ANY, state))))


def ask_state(period: str, service: str) -> Reply:
    named = [
        Choice(name.capitalize(), data(period, service, key)) for key, name, _ in STATE_CHOICES if key != DONE
    ]
    return Reply(
        "¿En qué estado? «Abierto» son todos los que siguen vivos.",
        (*named, Choice("Todos los estados", data(period, service, ANY))),
        columns=2,
    )


def file_of(city: City, export: Export, period: str, count: int, only: Sequence[str]) -> Reply:
    """`only`: of which service, dependencia or state, where it is not of all of them."""
    personal = (
        "\n🔒 Lleva datos personales: guárdelo y compártalo solo para atender los casos "
        f"({esc(city.notice.law)})."
        if export.contacts
        else ""
    )
    of = "".join(f", solo {esc(one)}" for one in only)
    return Reply(f"📤 Casos de {period_name(period)}{of}: {_counted(count)}.{personal}", export=export)


def being_made(count: int) -> Reply:
    return Reply(
        f"⏳ Preparo el archivo con {_counted(count)}: tarda un momento y le llega aquí. Puede seguir escribiendo."
    )


def file_of_one(name: str) -> Reply:
    """Before a file of the cases of two things at once: there is one of the first of them alone."""
    return Reply(f"El archivo lo separo por una sola cosa: va con {esc(name)}. Lo demás, fíltrelo en Excel.")


def in_column(name: str) -> Reply:
    """Before a file of all cases, where only some were asked for."""
    return Reply(
        f"El archivo va con todos los casos: los que busca, fíltrelos en Excel por la columna «{esc(name)}»."
    )


def only_here() -> Reply:
    return Reply(
        "El archivo se entrega por aquí y no por otro medio: descárguelo de este chat, y desde ahí lo reenvía usted."
    )


def nothing_left() -> Reply:
    return Reply("Ya no hay casos que cumplan eso. Empiece de nuevo: /exportar")


def service_name(key: str, service: Service | None) -> str:
    if key == ANY:
        return "todos"
    return NO_SERVICE_NAME if key == NO_SERVICE else f"{service.id} {service.name}" if service else key


def state_name(key: str) -> str:
    return next((name for known, name, _ in STATE_CHOICES if known == key), "todos")


def days_of(key: str) -> Days | None:
    """The days of a key, None for all there are. ValueError for what is none."""
    if key == ALL:
        return None
    if _SPAN.fullmatch(key):
        return Days.parse(key)
    period = Period.parse(key)
    if period.is_extra:
        raise ValueError(f"no days: {key!r}")
    return Days(period.first_day, period.last_day)


def period_name(key: str) -> str:
    """«noviembre de 2026», «1.er trimestre de 2026», «2026», «1 de julio de 2026 a …», «todo el tiempo»."""
    if key == ALL:
        return "todo el tiempo"
    if _SPAN.fullmatch(key):
        span = Days.parse(key)
        begins, ends = long_date(span.first), long_date(span.last)
        return begins if begins == ends else f"{begins} a {ends}"
    period = Period.parse(key)
    if period.kind == "month":
        return _month(period)
    if period.kind == "year":
        return str(period.year)
    called = "trimestre" if period.kind == "quarter" else "semestre"
    return f"{period.ordinal}.º {called} de {period.year}"


def data(period: str, service: str = ANY, state: str = ANY, what: str = "") -> str:
    """What a button carries: the whole choice, so that it is good for ever."""
    return Action.EXPORT.data(period, service, state, what) if period else Action.EXPORT.data()


def _counted(tickets: int) -> str:
    return number_of(tickets, "caso", "casos", none="Ningún caso")


def _month(period: Period) -> str:
    return f"{MONTHS[period.ordinal - 1]} de {period.year}"
