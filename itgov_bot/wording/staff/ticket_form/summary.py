"""The summary of a case before it is sent, and which part of it is corrected."""

from dataclasses import dataclass

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.city import notice
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import service_line
from itgov_bot.wording.on_ticket import MAX_SHOWN_CHARS
from itgov_bot.wording.text import bold, clip, esc, office_label


@dataclass(frozen=True, slots=True)
class Shown:
    """What the summary tells beside the draft.

    `with_service`: the service stands in it; beside its card it need not. `is_old_place`: the place is the one of last
    time. `asks_floor`: it is a dependencia without a floor; `asks_office`: a floor without a dependencia.
    `may_undo`: words were added that can be taken out again. `is_first`: it will be first in line, for it reads like an
    outage of many.
    """

    draft: Draft
    service: Service | None
    files: int
    name: str | None
    with_service: bool
    is_old_place: bool
    asks_floor: bool
    asks_office: bool
    may_undo: bool
    is_first: bool
    is_danger: bool


FIRST = "🚨 Irá de primero: parece una caída que afecta a muchos. Si solo le pasa a usted, dígalo."
DANGER_FIRST = "🚨 Irá de primero, porque puede ser peligroso."


def summary(city: City, person: Person, shown: Shown, choice: MakeChoice) -> Reply:
    """With the privacy notice, for who has not accepted it."""
    draft = shown.draft
    lines = [
        bold("Revise su caso antes de enviarlo"),
        f"📝 {esc(clip(draft.text, MAX_SHOWN_CHARS))}",
        *([f"🧩 Servicio: {service_line(shown.service)}"] if shown.with_service else []),
        *([f"👤 Nombre: {esc(shown.name)}"] if shown.name else []),
        f"📍 Lugar: {esc(draft.place)}{_asks_more(shown)}",
        f"☎️ Contacto: {esc(draft.contact)}",
        f"📎 Archivos: {shown.files or 'ninguno (puede mandar una foto ahora)'}",
        *([DANGER_FIRST if shown.is_danger else FIRST] if shown.is_first else []),
        *consent_lines(city, person),
    ]
    undo = (choice("Quitar lo agregado", "undo"),) if shown.may_undo else ()
    mine = (choice("Solo me pasa a mí", "me"),) if shown.is_first and not shown.is_danger else ()
    send = office_label(draft.place, "Enviar desde ") if shown.is_old_place else "Enviar"
    return Reply("\n".join(lines), (*send_choices(city, person, send, choice), *mine, *undo))


def _asks_more(shown: Shown) -> str:
    """One line that asks for what would help, and is no step of its own."""
    if shown.asks_floor:
        return ". ¿Piso u oficina? Escríbalo, o envíelo así."
    if shown.asks_office:
        return ". ¿De qué dependencia? Escríbala, o envíelo así."
    return "" if shown.draft.is_place_told else ". Si lo sabe, escriba la sede, el piso o la oficina."


def consent_lines(city: City, person: Person) -> list[str]:
    if city.notice.is_accepted_by(person):
        return []
    return [f"\n{notice(city)} Al enviarlo, usted lo autoriza."]


def send_choices(city: City, person: Person, send: str, choice: MakeChoice) -> tuple[Choice, ...]:
    """Under a summary. Who has not accepted the notice accepts it with the press, or refuses."""
    if city.notice.is_accepted_by(person):
        return choice(send, "send", "yes"), choice("Cambiar algo", "fix"), choice("No enviar", "drop")
    return (
        choice("Autorizo y enviar", "send", "yes"),
        choice("Cambiar algo", "fix"),
        choice("No autorizo", "no"),
    )


def ask_fix(choice: MakeChoice) -> Reply:
    fields = (
        ("Lo que pasa", "text"),
        ("El servicio", "service"),
        ("El lugar", "place"),
        ("El contacto", "contact"),
    )
    return Reply(
        "¿Qué corregimos?",
        (
            *(choice(label, value) for label, value in fields),
            choice("Quitar los archivos", "files"),
            choice("Nada, volver", "back"),
        ),
    )
