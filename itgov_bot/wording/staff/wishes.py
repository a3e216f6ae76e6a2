"""The answers to what is wanted of the desk itself: short, and with the button that does it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import AgreementException, Service
from itgov_bot.domain.city import City
from itgov_bot.domain.maintenance import MaintenanceView
from itgov_bot.domain.tickets.outages import started_at
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.asked_of_desk import DataAsked
from itgov_bot.wording.choices import OPEN_TICKET, PERSON, see_outage, see_ticket, yes_or_no
from itgov_bot.wording.city import call_the_line, notice
from itgov_bot.wording.hours import now_open
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.staff import maintenance
from itgov_bot.wording.staff.outages import people_count
from itgov_bot.wording.staff.services import CATALOGUE
from itgov_bot.wording.text import bold, clip, esc, on_button, quoted, stop, when

ADD, CANCEL, CLOSE, REOPEN = (
    "¿A cuál de sus casos?",
    "¿Cuál de sus casos cancelo? No se puede deshacer.",
    "¡Qué bueno! ¿Cuál de sus casos doy por resuelto?",
    "¿Cuál de sus casos reabro?",
)
# His or her cases


def which(asked: str, tickets: Sequence[Ticket], choice: Callable[[Ticket], Choice]) -> Reply:
    """Each with its words; pressing one does it."""
    lines = [f"• {bold(one.number)}: {esc(clip(one.text, 60))}" for one in tickets]
    none = Choice("Ninguno", Action.DONE.data(), answers="no")
    return Reply("\n".join([asked, *lines]), (*map(choice, tickets), none))


def _named(ticket: Ticket) -> str:
    return on_button(f"{ticket.number}: {ticket.text}")


def to_add(ticket: Ticket) -> Choice:
    return Choice(_named(ticket), Action.GOES_TO.data(ticket.number, "pass"))


def to_begin_adding(ticket: Ticket) -> Choice:
    return Choice(_named(ticket), Action.TICKET.data(ticket.number, "add"))


def to_cancel(ticket: Ticket) -> Choice:
    return Choice(_named(ticket), Action.TICKET.data(ticket.number, "drop"))


def to_close(ticket: Ticket) -> Choice:
    return Choice(_named(ticket), Action.WORKS.data(ticket.number))


def to_reopen(ticket: Ticket) -> Choice:
    return Choice(_named(ticket), Action.FAILS.data(ticket.number))


def no_live_case() -> Reply:
    return Reply(
        "No tiene casos abiertos. ¿Abrimos uno?",
        (OPEN_TICKET, PERSON, Choice("Ver los anteriores", Action.MY_TICKETS.data("all", "0"))),
    )


def was_cancelled(ticket: Ticket) -> Reply:
    why = (
        f"Motivo: {stop(esc(clip(ticket.outcome, 200)))}" if ticket.outcome else "No quedó escrito el motivo."
    )
    return Reply(
        f"{bold(ticket.number)} ({quoted(ticket.text, 60)}) se canceló. {why}\nUn caso cancelado no se reabre: si "
        "todavía lo necesita, ábralo de nuevo.",
        (Choice("Abrirlo de nuevo", Action.NEW_TICKET.data(ticket.service or ""), answers="yes"),),
    )


def nothing_to_close() -> Reply:
    return Reply("¡Qué bueno! No tiene casos abiertos, así que no hay nada que cerrar.")


def nothing_to_rate() -> Reply:
    return Reply(
        "No tiene casos resueltos por calificar. Cuando la mesa le resuelva uno, aquí mismo le pregunto cómo le fue.",
        (Choice("Mis casos", Action.MY_TICKETS.data("0")),),
    )


# How long


def how_long(view: TicketView, since: datetime | None, before: int, usual: timedelta | None) -> Reply:
    """`since`: from when on somebody has it; `before`: how many untaken ones the desk sees first."""
    ticket = view.ticket
    state = _with_holder(view, since) if view.holder else _in_line(view, before)
    lines = [f"⏳ {bold(ticket.number)} ({quoted(ticket.text, 60)}): {state}"]
    lines += [usually(view.service, view.calendar, usual)] if usual and view.service else []
    return Reply("\n".join(lines), (_reminding(ticket), see_ticket(ticket)))


def _with_holder(view: TicketView, since: datetime | None) -> str:
    from_then = f" desde {when(view.local(since), view.local_now)}" if since else ""
    waits = view.ticket.waiting_for
    waiting = f" Está en espera de: {stop(esc(clip(waits, 200)))}" if waits else ""
    return stop(f"lo tiene {bold(agent_name(view.holder))}{from_then}") + waiting


def _in_line(view: TicketView, before: int) -> str:
    if before == 0:
        place = "es el primero de la fila; todavía nadie lo ha tomado"
    else:
        place = f"está en la fila, hay {before} antes del suyo"
    if view.is_open or view.ticket.urgent:
        return f"{place}."
    return f"{place}. Atienden desde {stop(when(view.calendar.opens_at(view.now), view.local_now))}"


def usually(service: Service, calendar: WorkCalendar, usual: timedelta) -> str:
    """«Lo de «Impresoras» suele quedar en unas 3 horas hábiles»: what was, never a promise."""
    return f"🕘 Lo de «{esc(service.label)}» suele quedar en {_span(usual, calendar.day_length)}; no es un plazo."


def _span(usual: timedelta, day: timedelta) -> str:
    hours, days = round(usual / timedelta(hours=1)), round(usual / day)
    if usual >= day:
        return "un día hábil" if days == 1 else f"unos {days} días hábiles"
    if hours > 1:
        return f"unas {hours} horas hábiles"
    return "una hora hábil" if hours else "menos de una hora hábil"


def reminded(view: TicketView) -> Reply:
    """Only what is done is said."""
    reads = bold(agent_name(view.holder)) if view.holder else "la mesa"
    later = (
        "" if view.is_open else f" Atienden desde {when(view.calendar.opens_at(view.now), view.local_now)}"
    )
    return Reply(
        f"Listo: le recordé a {reads} su caso {bold(view.ticket.number)}.{stop(later) if later else ''}",
        (see_ticket(view.ticket),),
    )


def reminded_before(view: TicketView, at: datetime) -> Reply:
    line = call_the_line(view.city)
    call = f" Si no puede esperar, {line}." if line and view.is_open else ""
    return Reply(
        f"Ya les recordé {bold(view.ticket.number)} {stop(when(view.local(at), view.local_now))} Puedo hacerlo una vez por "
        f"día hábil.{call}",
        (see_ticket(view.ticket),),
    )


def complaint_heard(city: City, ticket: Ticket | None, *, is_heard: bool) -> Reply:
    """Who reads it is said only if somebody does."""
    about = f", con su caso {bold(ticket.number)}" if ticket else ""
    line = call_the_line(city)
    told = (
        f"Lamento la molestia. Ya le pasé su queja a quien coordina la mesa, con sus palabras{about}."
        if is_heard
        else f"Lamento la molestia. No hay nadie de la coordinación en este chat{f': {line}' if line else ''}."
    )
    more = (see_ticket(ticket), _reminding(ticket)) if ticket and ticket.is_live else (OPEN_TICKET,)
    return Reply(told, (*more, PERSON))


def _reminding(ticket: Ticket) -> Choice:
    return Choice("Recordarles", Action.REMIND.data(ticket.number))


# The desk


def help_now(live: Ticket | None, *, has_cases: bool) -> Reply:
    """`live`: their only live case."""
    theirs: tuple[Choice, ...] = (see_ticket(live, "Ver mi caso"),) if live else ()
    if has_cases and not live:
        theirs = (Choice("Mis casos", Action.MY_TICKETS.data("0")),)
    return Reply(
        "Cuénteme con sus palabras qué le pasa o qué necesita, y abrimos el caso: <i>la impresora no imprime</i>. "
        "También puedo decirle cómo van sus casos, a qué hora atienden y quién responde por un tema. Los comandos están "
        "en /ayuda.",
        (*theirs, OPEN_TICKET, CATALOGUE, Choice("Horario", Action.HOURS.data()), PERSON),
    )


_OF_DATA = {
    DataAsked.HOW_LONG: (
        "No hay un plazo fijo: se guardan mientras se guarde el historial de sus casos. Puede borrarlos antes, aquí abajo: "
        "sus casos quedan sin su nombre ni su contacto."
    ),
    DataAsked.WHO_SEES: (
        "Sus casos los ve usted y quien los atiende en la mesa. Los demás no, tampoco su jefe, si no trabajan en la mesa."
    ),
}


def privacy(city: City, asked: DataAsked | None = None) -> Reply:
    """Just what was asked of one's data comes first."""
    lead = f"{_OF_DATA[asked]}\n\n" if asked else ""
    return Reply(
        f"{lead}{notice(city)}\n"
        "• El teléfono o el lugar son solo para encontrarlo si hace falta: puede pedir que le escriban por este chat.\n"
        f"• Los ve quien atiende su caso en la {esc(city.desk)}; si es una caída, la guardia. A los demás afectados no se "
        "les muestran.\n"
        "• Sus mensajes quedan en su caso. No se graban llamadas ni se escuchan notas de voz.",
        (
            Choice("Ver mis datos", Action.MY_DATA.data()),
            Choice("Borrar mis datos", Action.MY_DATA.data("forget")),
        ),
    )


def cost(city: City) -> Reply:
    """In the city's own words."""
    unknown = f"Si cuesta algo no lo tengo escrito: pregúntelo a la {city.desk}."
    return Reply(esc(city.price or unknown), () if city.price else (PERSON,))


def not_sent_yet(city: City, calendar: WorkCalendar, now: datetime) -> Reply:
    """Who comes and when, asked of what is still being filled in."""
    return Reply(
        f"Todavía no lo ha enviado. Apenas lo envíe entra a la fila de la {esc(city.desk)}: lo toma quien esté libre, y "
        f"aquí le digo quién. Ahora: {stop(now_open(calendar, now))}"
    )


def desk_sees_to(city: City, service: Service) -> Reply:
    """What is asked after is a service of the desk itself."""
    return Reply(
        f"De eso («{esc(service.label)}») se encarga la {esc(city.desk)}: lo atiende quien esté libre. Cuénteme qué pasa y "
        "abrimos el caso.",
        (OPEN_TICKET, PERSON),
    )


def documents(city: City) -> Reply:
    """What the city links to, and nothing invented."""
    known = "".join(f"\n🔗 {esc(link.name)}: {esc(link.url)}" for link in city.links)
    return Reply(
        "Aquí tengo el catálogo de servicios, el horario y el mapa de procesos. Los procedimientos, formatos y manuales no "
        f"los tengo como archivo{'; están en:' if known else ': pídalos a la mesa.'}{known}",
        (CATALOGUE, Choice("Mapa de procesos", Action.COMMAND.data("procesos", "")), PERSON),
    )


def urgent(exceptions: Sequence[AgreementException]) -> Reply:
    return Reply(
        f"{at_any_hour(exceptions)}\nSi es una de estas, dígame qué pasa y dónde. Lo demás entra como caso normal.",
        yes_or_no(
            "Reportar una urgencia", Action.URGENT.data(), "Abrir un caso normal", Action.NEW_TICKET.data()
        ),
    )


def at_any_hour(exceptions: Sequence[AgreementException]) -> str:
    return "\n".join(
        ["🚨 A cualquier hora se atiende:", *(f"• {esc(stop(one.printed))}" for one in exceptions)]
    )


def attach(max_mb: int, live: Ticket | None) -> Reply:
    case = f" a su caso {bold(live.number)}" if live else " al caso"
    return Reply(
        f"Sí: mándelo por aquí y lo agrego{case}. Recibo fotos, documentos, audios y videos de hasta {max_mb} MB. Las notas "
        "de voz quedan guardadas para quien lo atienda, pero yo no las escucho: escriba también qué pasa.",
        () if live else (OPEN_TICKET,),
    )


# What is down


def no_outage(service: Service | None, running: MaintenanceView | None) -> Reply:
    """`service`: the one asked after; `running`: the maintenance that it may be because of."""
    what = f" de «{esc(service.label)}»" if service else ""
    planned = "\n".join((*maintenance.lines([running]), "")) if running else ""
    return Reply(
        f"{planned}No tengo reportes de caída{what} en este momento. ¿Le pasa a usted? Cuénteme y lo reporto.",
        yes_or_no(
            "Sí, me pasa", Action.NEW_TICKET.data(service.id if service else ""), "No, solo preguntaba"
        ),
    )


def known_outages(city: City, known: Sequence[tuple[TicketView, bool]], *, consented: bool) -> Reply:
    """Each with whether the person is counted in it."""
    joining = [_me_too(view.ticket, len(known) > 1) for view, is_counted in known if not is_counted]
    seeing = [see_outage(view.ticket) for view, is_counted in known if is_counted][:1]
    law = (
        f"\n\n{notice(city)} Al decir que a usted también, lo autoriza." if joining and not consented else ""
    )
    return Reply(
        "\n".join(_outage(view, is_counted) for view, is_counted in known) + law, (*joining, *seeing)
    )


def _outage(view: TicketView, is_counted: bool) -> str:
    ticket = view.ticket
    since = when(view.local(started_at(ticket)), view.local_now)
    who = f"Lo tiene {bold(agent_name(view.holder))}." if view.holder else "Todavía nadie lo ha tomado."
    yours = " Usted ya está en la lista: le aviso aquí cuando vuelva." if is_counted else ""
    about = esc(clip(view.public_text, 90))
    return (
        f"📣 Sí lo sabemos: «{about}» ({bold(ticket.number)}), desde {since}, {people_count(ticket.affected)}. "
        f"{who}{yours}"
    )


def _me_too(ticket: Ticket, is_one_of_several: bool) -> Choice:
    label = f"A mí también: {ticket.number}" if is_one_of_several else "A mí también"
    return Choice(label, Action.SAME_OUTAGE.data(ticket.number, "me"))
