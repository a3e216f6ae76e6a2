"""The file that a person gets with all that is kept about them: plain text that anybody can read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from html import unescape

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.city import City
from itgov_bot.domain.people import ConsentKind, Grant, Person
from itgov_bot.domain.personal import PersonalData, TicketHistory
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.patterns import regex
from itgov_bot.wording.labels import STATES, role_name
from itgov_bot.wording.names import giver

_MARK = regex(r"</?\w+[^>]*>")
_CONSENTS = {ConsentKind.ACCEPTED: "aceptó", ConsentKind.WITHDRAWN: "retiró"}
_INTERNAL = {
    EventKind.NOTED,
    EventKind.PRIORITY_CHANGED,
    EventKind.SOLUTION_SORTED,
    EventKind.PAGED,
    EventKind.CALLED_OTHERWISE,
    EventKind.PAGE_UNHEARD,
}
_DONE = {
    EventKind.OPENED: "se abrió",
    EventKind.TAKEN: "alguien de la mesa lo tomó",
    EventKind.ASSIGNED: "se asignó",
    EventKind.WAITING: "quedó en espera",
    EventKind.RESUMED: "siguió",
    EventKind.ESCALATED: "se escaló",
    EventKind.SERVICE_CHANGED: "se cambió de servicio",
    EventKind.MERGED: "se juntó con otro",
    EventKind.OUTAGE_JOINED: "se unió a una caída general",
    EventKind.OUTAGE_NEWS: "noticia de la caída",
    EventKind.RATED: "calificación",
    EventKind.CLOSED: "se cerró",
    EventKind.RESOLVED: "se resolvió",
    EventKind.SELF_SOLVED: "usted lo resolvió",
    EventKind.CORRECTED: "la mesa corrigió lo que dijo",
    EventKind.PLACE_CHANGED: "la mesa corrigió el lugar",
    EventKind.REOPENED: "se reabrió",
    EventKind.UNDONE: "la mesa deshizo lo último",
    EventKind.CANCELLED: "se canceló",
    EventKind.MESSAGE_ADDED: "mensaje",
    EventKind.DETAILS_TOLD: "dónde y cómo contactar",
    EventKind.ERASED: "usted borró sus datos",
    EventKind.TAKEN_BACK: "no era de este caso",
    EventKind.ANSWERED: "respuesta de la mesa",
    EventKind.FILE_ADDED: "archivo",
}


def as_text(city: City, data: PersonalData, calendar: WorkCalendar, now: datetime) -> str:
    """Times are local. What the desk's people note among themselves is not about the person, and is left out."""
    lines = [
        f"{city.desk.upper()}, {city.entity.upper()}",
        f"Lo que se guarda de usted al {_at(calendar, now)} ({city.notice.law})",
        "",
        *_profile(data.person, calendar),
        *_section("AUTORIZACIONES", _consents(data, calendar)),
        *_section("ROLES", _roles(data.roles, calendar)),
        *_section("VÍAS PARA LOS AVISOS DE GUARDIA", [f"{one.kind}: {one.address}" for one in data.ways]),
        *_section("CASOS", [line for one in data.tickets for line in _ticket(one, data.person, calendar)]),
        *_section("LO QUE EL BOT LE DIJO (LO QUE TODAVÍA SE GUARDA)", [_plain(one) for one in data.said]),
        *_section("TODO LO ANTERIOR Y LO DEMÁS, COMO ESTÁ GUARDADO", _records(data.records)),
    ]
    return "\n".join(lines) + "\n"


def _plain(reply: str) -> str:
    return "- " + " / ".join(unescape(_MARK.sub("", reply)).split("\n"))


def _records(records: Mapping[str, Sequence[Mapping[str, object]]]) -> list[str]:
    """For whoever wants to be sure: the names are those of the database."""
    return [
        f"{table}: {json.dumps(row, ensure_ascii=False, default=str)}"
        for table, rows in records.items()
        for row in rows
    ]


def _section(title: str, lines: list[str]) -> list[str]:
    return ["", title, *(lines or ["(nada)"])]


def _profile(person: Person, calendar: WorkCalendar) -> list[str]:
    verified = (
        f" (confirmado el {_at(calendar, person.email_verified_at)})" if person.email_verified_at else ""
    )
    facts = {
        "Nombre": person.name,
        "Dependencia o lugar": person.dependencia or "",
        "Contacto": person.contact or "",
        "Correo institucional": f"{person.email}{verified}" if person.email else "",
        "Usuario": f"@{person.username}" if person.username else "",
        "Canal y número": f"{person.channel} {person.user}",
        "Registrado": _at(calendar, person.registered_at) if person.registered_at else "",
    }
    return ["PERFIL", *(f"{name}: {value or '(sin guardar)'}" for name, value in facts.items())]


def _consents(data: PersonalData, calendar: WorkCalendar) -> list[str]:
    return [f"{_at(calendar, one.at)}: {_CONSENTS[one.kind]} el aviso {one.version}" for one in data.consents]


def _roles(grants: list[Grant], calendar: WorkCalendar) -> list[str]:
    return [
        f"{role_name(one.role, one.office)}: desde {_at(calendar, one.given_at)}, lo dio {giver(one.given_by)}"
        + (f"; hasta {_at(calendar, one.ended_at)}, lo quitó {giver(one.ended_by)}" if one.ended_at else "")
        for one in grants
    ]


def _ticket(history: TicketHistory, person: Person, calendar: WorkCalendar) -> Iterator[str]:
    ticket = history.ticket
    yield ""
    yield f"{ticket.number} · {STATES[ticket.state]} · servicio {ticket.service or 'sin clasificar'}"
    yield f"  Lo que escribió: {ticket.text}"
    yield f"  Lugar: {ticket.place or '(borrado)'} · Contacto: {ticket.contact or '(borrado)'}"
    for event in history.events:
        if event.kind not in _INTERNAL and not event.data.get("internal"):
            yield f"  {_at(calendar, event.at)}: {_event(event, person)}"
    for file in history.files:
        yield f"  Archivo: {file.file.name} ({file.file.size} bytes)"
    if ticket.rating:
        yield f"  Su calificación: {ticket.rating} de 5. {ticket.rating_comment or ''}".rstrip()


def _event(event: TicketEvent, person: Person) -> str:
    by_them = event.kind is EventKind.MESSAGE_ADDED and event.actor == person.id
    done = "usted escribió" if by_them else _DONE.get(event.kind, event.kind)
    said = event.data.get("text") or event.data.get("name") or event.data.get("comment")
    return f"{done}: {said}" if said else done


def _at(calendar: WorkCalendar, moment: datetime) -> str:
    return f"{calendar.local(moment):%Y-%m-%d %H:%M}"
