"""What the agreement says: hours, exceptions, no promised times; and who may ask for a service."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.agreements import Targets
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import AgreementException, Catalog, Service
from itgov_bot.domain.tickets.ticket import Priority
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET, of_service
from itgov_bot.wording.hours import attention, now_open
from itgov_bot.wording.staff.asked.services import CATALOGUE
from itgov_bot.wording.staff.tickets.waiting import usually
from itgov_bot.wording.text import bold, capital, duration, esc, stop


def terms(
    calendar: WorkCalendar,
    now: datetime,
    exceptions: Sequence[AgreementException],
    targets: Targets,
    usual: tuple[Service, timedelta] | None,
) -> Reply:
    """`usual`: a service and what it usually takes; None while its own cases do not say it."""
    lines = [
        f"📜 {bold('Lo que dice el acuerdo de servicio (ANS)')}",
        f"• Atendemos {stop(attention(calendar))} Ahora: {stop(now_open(calendar, now))}",
        "• A cualquier hora, solo estas dos excepciones:",
        *(f"   – {esc(stop(one.printed))}" for one in exceptions),
        _times(targets),
        *([usually(usual[0], calendar, usual[1])] if usual else []),
    ]
    return Reply("\n".join(lines), (OPEN_TICKET, Choice("Es urgente", Action.URGENT.data())))


def _times(targets: Targets) -> str:
    target = targets.of(Priority.NORMAL)
    if target is None:
        return "• No promete un tiempo de respuesta ni de solución: se atiende en orden de llegada, lo urgente primero."
    return (
        "• El ANS no da tiempos; la mesa se propone, en horas hábiles, responder en "
        f"{duration(target.first_answer)} y resolver en {duration(target.solution)} (casos normales)."
    )


def who_may(
    service: Service | None, catalog: Catalog, *, may: bool | None = None, authorizes: bool = False
) -> Reply:
    """Of a service as the catalogue prints it; without one, who there is at all. `may`: whether those who were named do;
    `authorizes`: it was asked who allows it, which no catalogue says."""
    if service is None:
        users = dict.fromkeys(one.users for one in catalog.services)
        return Reply(
            "Depende del servicio; el catálogo los da para: "
            + "; ".join(f"{esc(one)} ({_count(catalog, one)})" for one in users)
            + ". Dígame cuál necesita y le digo quién lo puede pedir.",
            (CATALOGUE,),
        )
    others = (
        "Ábralo aquí y la mesa le responde."
        if may
        else "Si usted no es uno de ellos, que lo pida quien sí lo sea en su dependencia; o abra el caso y la mesa le "
        "responde."
    )
    return Reply(
        f"{printed_users(service, may=may, authorizes=authorizes)} {others} Lo que me contó queda en el caso.",
        of_service(service),
    )


def printed_users(service: Service, *, may: bool | None, authorizes: bool) -> str:
    """Who may ask for it, in the words of the catalogue."""
    lead = {True: "Sí. ", False: "Según el catálogo, no. ", None: ""}[may]
    lead = _AUTHORIZES_NOBODY if authorizes else lead
    return f"{lead}{bold(service.name)} ({service.id}) lo puede pedir: {bold(capital(stop(service.users)))}"


_AUTHORIZES_NOBODY = "El catálogo no dice quién lo autoriza; sí quién lo pide. "


def who_may_of(services: Sequence[Service], *, authorizes: bool = False) -> Reply:
    """Of each that it may be."""
    lead = _AUTHORIZES_NOBODY if authorizes else ""
    lines = [f"• {bold(service.label)}: {esc(stop(service.users))}" for service in services]
    return Reply("\n".join([f"{lead}Lo puede pedir, según cuál sea:", *lines]))


def how_long(
    service: Service | None, calendar: WorkCalendar, now: datetime, usual: timedelta | None
) -> Reply:
    """`service`: the one that was spoken of, where it is known; `usual`: what it usually takes."""
    lines = [
        *([usually(service, calendar, usual)] if service and usual else []),
        "No hay un plazo fijo: se atiende en orden de llegada. Si lo necesita para una fecha, dígalo en el caso y la mesa "
        f"le responde si alcanza. Ahora: {stop(now_open(calendar, now))}",
    ]
    return Reply("\n".join(lines), of_service(service) if service else ())


def _count(catalog: Catalog, users: str) -> int:
    return sum(one.users == users for one in catalog.services)
