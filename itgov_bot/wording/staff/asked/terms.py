"""What the agreement says: hours, exceptions, no promised times; and who may ask for a service."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.agreements import Targets
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import AgreementException, Service
from itgov_bot.domain.tickets.ticket import Priority
from itgov_bot.records import dataclass
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.asked_of_service import OfIt
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


WHO_MAY_WHAT = Reply(
    "Depende del servicio: dígame con sus palabras qué necesita (por ejemplo, «la VPN» o «un correo nuevo») y le digo quién "
    "lo puede pedir.",
    (CATALOGUE,),
)
"""Where no service is named."""


def printed_users(service: Service, *, may: bool | None, authorizes: bool) -> str:
    """Who may ask for it, in the words of the catalogue."""
    lead = {True: "Sí. ", False: "Según el catálogo, no. ", None: ""}[may]
    lead = _AUTHORIZES_NOBODY if authorizes else lead
    return f"{lead}{bold(service.name)} ({service.id}) lo puede pedir: {bold(capital(stop(service.users)))}"


_AUTHORIZES_NOBODY = "El catálogo no dice quién lo autoriza; sí quién lo pide. "


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a service, in the order of `OfIt`. `may`: whether those who were named may ask for it; `authorizes`:
    it was asked who allows it. `in_form`: its case is being filled in."""

    topics: Sequence[OfIt]
    may: bool | None = None
    authorizes: bool = False
    in_form: bool = False


def told_of(
    services: Sequence[Service], asked: Asked, calendar: WorkCalendar, now: datetime, usual: timedelta | None
) -> Reply:
    """A paragraph for each topic; of one service with the way to open its case. `usual`: what it usually takes."""
    one = services[0] if len(services) == 1 else None
    told = {
        OfIt.WHO_MAY: lambda: _who_may_one(one, asked) if one else _who_may_of(services, asked),
        OfIt.HOW_LONG: lambda: _how_long(one, calendar, now, usual),
        OfIt.FORMS: lambda: _NO_FORMS,
        OfIt.WHO_COMES: lambda: _WHO_COMES,
    }
    lines = [told[topic]() for topic in asked.topics]
    return Reply("\n\n".join(lines), of_service(one) if one and not asked.in_form else ())


_NO_FORMS = (
    "📝 Aquí no hay que llenar ningún formato ni llevar carta: se pide con el caso, por este chat. Si para lo suyo hace "
    "falta un permiso o un soporte, quien lo atienda se lo pide ahí mismo."
)
_WHO_COMES = (
    "👤 Lo toma quien esté libre en la mesa de servicios; apenas alguien lo tome le digo aquí su nombre, y lo ubican "
    "en el lugar y el contacto que deje en el caso."
)


def _who_may_one(service: Service, asked: Asked) -> str:
    """As the catalogue prints it; which also says nothing of who allows it."""
    others = (
        "Ábralo aquí y la mesa le responde."
        if asked.may
        else "Si usted no es uno de ellos, que lo pida quien sí lo sea en su dependencia; o pídalo aquí y la mesa le "
        "responde."
    )
    kept = "" if asked.in_form else " Lo que me contó queda en el caso."
    told = printed_users(service, may=asked.may, authorizes=asked.authorizes)
    return told if asked.in_form and asked.may else f"{told} {others}{kept}"


def _who_may_of(services: Sequence[Service], asked: Asked) -> str:
    """Of each that it may be."""
    lead = _AUTHORIZES_NOBODY if asked.authorizes else ""
    if not services:
        return f"{lead}Depende de qué sea: dígamelo y le digo quién lo puede pedir."
    lines = [f"• {bold(service.label)}: {esc(stop(service.users))}" for service in services]
    return "\n".join([f"{lead}Lo puede pedir, según cuál sea:", *lines])


def _how_long(service: Service | None, calendar: WorkCalendar, now: datetime, usual: timedelta | None) -> str:
    lines = [
        *([usually(service, calendar, usual)] if service and usual else []),
        "⏳ No hay un plazo fijo: se atiende en orden de llegada. Si lo necesita para una fecha, dígalo en el caso y la "
        f"mesa le responde si alcanza. Ahora: {stop(now_open(calendar, now))}",
    ]
    return "\n".join(lines)
