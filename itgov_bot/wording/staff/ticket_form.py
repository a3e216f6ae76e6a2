"""The form that opens a ticket: its questions, what it does not take, and the summary."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import CHANGED_MIND, OTHER_WAYS
from itgov_bot.wording.city import mayors_event, notice
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import service_line
from itgov_bot.wording.staff.services import apart
from itgov_bot.wording.staff.tickets import MAX_SHOWN_CHARS
from itgov_bot.wording.text import bold, clip, esc, join, office_label, quoted, stop, when


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


def with_card(card: Reply, question: Reply) -> Reply:
    """The card of a service and the first question of its form, in one message: together, if both are short."""
    gap = "\n\n" if "\n" in question.text or "\n\n" in card.text else "\n"
    text = f"{card.text.rstrip()}{gap}{question.text}"
    return replace(question, text=text, choices=(*question.choices, *card.choices))


def ask_text(service: Service | None, known: str, choice: MakeChoice) -> Reply:
    if known:
        return Reply(
            f"Ahora dice: {quoted(known, MAX_SHOWN_CHARS)}\nEscriba cómo debe quedar: lo que escriba lo reemplaza.",
            (_back(choice, "Volver sin cambiar"),),
        )
    about = f" con {bold(service.label)}" if service else ""
    return Reply(
        f"Vamos a abrir su caso. ¿Qué pasa{about}? Cuénteme con detalle: qué aparato o programa, qué dice la pantalla, "
        "desde cuándo. Si quiere, mande también una foto. (Para dejarlo: /cancelar)"
    )


def too_short() -> Reply:
    return Reply("Cuénteme un poco más: ¿qué necesita o qué falla?")


def file_kept_tell_more(count: int) -> Reply:
    return Reply(
        f"📎 Guardé {'el archivo' if count == 1 else f'{count} archivos'}. Ahora cuénteme con palabras qué pasa."
    )


def too_many_files(limit: int) -> Reply:
    return Reply(
        f"Guardé los primeros {limit} archivos: un caso no lleva más al abrirlo. Después puede agregar otros."
    )


def ask_same(view: TicketView, choice: MakeChoice) -> Reply:
    ticket = view.ticket
    at = when(view.local(ticket.opened_at), view.local_now)
    return Reply(
        f"Ya tiene {bold(ticket.number)} por esto ({quoted(ticket.text, 80)}), abierto {stop(at)} ¿Le "
        f"agrego a ese caso lo "
        "que me acaba de contar?",
        (choice("Agregar a ese caso", "add", "yes"), choice("Es otra cosa", "new", "no")),
    )


def in_question(services: Sequence[Service]) -> str:
    """For whoever sorts it; empty when nothing was in question."""
    return f"Puede ser: {join([one.label for one in services], 'o')}" if services else ""


def ask_service(services: Sequence[Service], choice: MakeChoice) -> Reply:
    return Reply(
        "\n".join(["¿De qué se trata?", *apart(services)]),
        (
            *(choice(one.label, one.id, "yes" if len(services) == 1 else None) for one in services),
            choice("No sé: que lo clasifiquen", "unknown"),
            _back(choice),
        ),
    )


def _back(choice: MakeChoice, label: str = "Volver") -> Choice:
    return choice(label, "back")


def ask_place(
    city: City, known: str | None, choice: MakeChoice, *, floor: str | None, may_go_back: bool
) -> Reply:
    """`floor` was told already: what is missing is of which dependencia."""
    noted = f"Anoté: {esc(floor)}. " if floor else ""
    same = (choice(office_label(known, "En "), "same"),) if known else ()
    example = f" (por ejemplo: <i>{esc(city.place_example)}</i>)" if city.place_example else ""
    return Reply(
        f"{noted}¿Dónde es? Escriba la dependencia y el lugar{example}, y si quiere un teléfono"
        + ("; o elija:" if same else "; o elija la dependencia de la lista:"),
        (
            *same,
            choice("Ver la lista de dependencias", "list"),
            *((_back(choice),) if may_go_back else ()),
        ),
    )


def all_offices(offices: Sequence[str], choice: MakeChoice, page: int) -> Reply:
    """Eight a page, so that every channel can show them."""
    start = page * 8
    before = (choice("Anterior", f"list{page - 1}"),) if page else ()
    more = (choice("Ver más", f"list{page + 1}"),) if start + 8 < len(offices) else ()
    buttons = [
        choice(office_label(name), str(start + at)) for at, name in enumerate(offices[start : start + 8])
    ]
    return Reply("Elija su dependencia, o escríbala:", (*buttons, *before, *more))


def ask_contact(choice: MakeChoice) -> Reply:
    return Reply(
        "¿A qué teléfono, extensión o correo le avisamos?",
        (choice("Por este chat", "chat"), _back(choice)),
    )


def added_to_description() -> Reply:
    return Reply("Lo agregué a lo que pasa. Si no era eso: «Quitar lo agregado».")


def kept_with_it() -> Reply:
    return Reply("Lo guardo con lo que me contó.")


def put_right(text: str) -> Reply:
    """After what it really is was told."""
    return Reply(f"Listo, lo cambié. Ahora dice: {quoted(text, MAX_SHOWN_CHARS)}.")


def added_to_event() -> Reply:
    return Reply("Lo agregué a lo que pasa. Si no era eso: «Cambiar algo».")


def noted_with_problem() -> Reply:
    return Reply("Lo anoté con lo que pasa. Solo falta el lugar:")


def undone(was_added: bool) -> Reply:
    return Reply("Quité lo último que se agregó." if was_added else "No hay nada agregado que quitar.")


def left_for_later(text: str) -> Reply:
    return Reply(f"¿Otro problema? Anotado: {quoted(text, 80)}. Lo abrimos apenas enviemos este. Sigamos:")


def files_kept(count: int) -> Reply:
    return Reply(f"📎 Recibí {'el archivo' if count == 1 else f'{count} archivos'}: va con el caso.")


def files_taken_out(count: int) -> Reply:
    return Reply("Listo, va sin archivos." if count else "Este caso no lleva archivos.")


def contact_noted(contact: str) -> Reply:
    return Reply(f"☎️ Le avisamos a {esc(contact)}. Falta el lugar:")


def name_noted(name: str) -> Reply:
    return Reply(f"👤 Gracias, {esc(name)}. Falta el lugar:")


def no_place_in_that() -> Reply:
    return Reply("Ahí no reconozco un lugar. Diga la dependencia y dónde queda: sede, piso, oficina.")


def no_contact_in_that() -> Reply:
    return Reply(
        "No vi ahí un teléfono, una extensión ni un correo. Escriba solo el número, o elija que le avisemos por este chat."
    )


def ask_leave(choice: MakeChoice) -> Reply:
    return Reply(
        "Sin sus datos no puedo abrir el caso: la mesa no sabría a quién ni dónde atender. ¿Lo dejamos sin enviar? No "
        "guardo nada.",
        (choice("Sí, dejarlo sin enviar", "yes", "yes"), choice("No, seguir con el caso", "no", "no")),
    )


def consent_refused(city: City, *, had_consented: bool) -> Reply:
    """`had_consented`: for an earlier case, which stays as it is."""
    other_ways = esc(join([channel.name for channel in city.channels], "o") or "otro medio")
    kept = (
        "el caso no se abrió. Lo que autorizó antes lo puede ver o borrar con /misdatos."
        if had_consented
        else "no guardé sus datos y el caso no se abrió."
    )
    return Reply(
        f"Entendido: {kept} Puede consultarme lo que quiera sin dar datos, o reportarlo por {other_ways}: /canales",
        (CHANGED_MIND, OTHER_WAYS),
    )


FIRST = "🚨 Irá de primero: parece una caída que afecta a muchos. Si solo le pasa a usted, dígalo."


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
        *([FIRST] if shown.is_first else []),
        *consent_lines(city, person),
    ]
    undo = (choice("Quitar lo agregado", "undo"),) if shown.may_undo else ()
    mine = (choice("Solo me pasa a mí", "me"),) if shown.is_first else ()
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


def ask_how_many(choice: MakeChoice) -> Reply:
    return Reply(
        "Antes de enviarlo: ¿le pasa a muchas personas o solo a usted?",
        (choice("A muchas", "many"), choice("Solo a mí", "me"), _back(choice)),
    )


def ask_urgent(city: City, exception: ExceptionKind | None, choice: MakeChoice) -> Reply:
    is_event = exception is ExceptionKind.MAYOR_EVENT
    what = f"un {mayors_event(city)}" if is_event else "una caída que afecta a muchos"
    return Reply(
        f"🚨 Estamos fuera de horario y esto parece {what}. ¿Aviso ya a la guardia?",
        (choice("Sí, avisar ya a la guardia", "yes", "yes"), choice("No, puede esperar", "no", "no")),
    )
