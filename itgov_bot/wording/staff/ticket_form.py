"""The form that opens a ticket: its questions, what it does not take, and the summary."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.city import mayors_event, notice
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import service_line
from itgov_bot.wording.staff.services import difference, short_label
from itgov_bot.wording.staff.tickets import MAX_SHOWN_CHARS, PLACE_NOT_SAID
from itgov_bot.wording.text import bold, clip, esc, join


def ask_text(service: Service | None) -> Reply:
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


def ask_service(services: Sequence[Service], choice: MakeChoice) -> Reply:
    lines = [f"• {bold(service.name)}: {esc(difference(service))}" for service in services]
    return Reply(
        "¿De qué se trata?\n" + "\n".join(lines),
        (
            *(choice(short_label(service), service.id) for service in services),
            choice("No sé: que lo clasifiquen", "unknown"),
        ),
    )


def ask_place(city: City, known: str | None, choice: MakeChoice) -> Reply:
    same = (choice(f"En {clip(known, 50)}", "same"),) if known and known != PLACE_NOT_SAID else ()
    example = f" (por ejemplo: <i>{esc(city.place_example)}</i>)" if city.place_example else ""
    return Reply(
        f"¿Dónde es? Escriba la dependencia y el lugar{example}"
        + (" o elija:" if same else ", o elija la dependencia de la lista:"),
        (*same, choice("Ver la lista de dependencias", "list")),
    )


def all_offices(offices: Sequence[str], choice: MakeChoice, page: int) -> Reply:
    """Eight a page, so that every channel can show them."""
    start = page * 8
    more = (choice("Ver más", f"list{page + 1}"),) if start + 8 < len(offices) else ()
    buttons = [choice(clip(name, 60), str(start + at)) for at, name in enumerate(offices[start : start + 8])]
    return Reply("Elija su dependencia, o escríbala:", (*buttons, *more))


def ask_contact(city: City, person: Person, choice: MakeChoice) -> Reply:
    if city.notice.is_accepted_by(person):
        return Reply("¿A qué teléfono, extensión o correo le avisamos?", (choice("Por este chat", "chat"),))
    return Reply(
        f"{notice(city)}\n\n¿Autoriza? Si autoriza, escriba un teléfono, extensión o correo de contacto, o elija:",
        (choice("Autorizo: avísenme por este chat", "chat", "yes"), choice("No autorizo", "no", "no")),
    )


def added_to_description() -> Reply:
    return Reply("Lo agregué a lo que pasa. Si no era eso, elija «Corregir algo».")


def next_problem(service: Service) -> Reply:
    return Reply(
        f"Quedaba lo otro que me contó: {bold(service.label)}. ¿Abrimos también ese caso?",
        (
            Choice("Sí, abrir el otro caso", Action.NEW_TICKET.data(service.id), answers="yes"),
            Choice("No, con ese basta", Action.DONE.data(), answers="no"),
        ),
    )


def no_place_in_that() -> Reply:
    return Reply("Ahí no reconozco un lugar. Diga la dependencia y dónde queda: sede, piso, oficina.")


def no_contact_in_that() -> Reply:
    return Reply(
        "No vi ahí un teléfono, una extensión ni un correo. Escriba uno, elija que le avisemos por este chat, "
        "o «No autorizo»."
    )


def consent_refused(city: City) -> Reply:
    return Reply(
        "Entendido: no guardé sus datos y el caso no se abrió. Puede consultarme lo que quiera sin dar datos, o "
        f"reportarlo por {esc(join([channel.name for channel in city.channels], 'o') or 'otro medio')}: /canales"
    )


def summary(draft: Draft, service: Service | None, files: int, choice: MakeChoice) -> Reply:
    return Reply(
        f"{bold('Revise su caso antes de enviarlo')}\n"
        f"📝 {esc(clip(draft.text, MAX_SHOWN_CHARS))}\n"
        f"🧩 Servicio: {service_line(service)}\n"
        f"📍 Lugar: {esc(draft.place)}\n"
        f"☎️ Contacto: {esc(draft.contact)}\n"
        f"📎 Archivos: {files or 'ninguno (puede mandar una foto ahora)'}",
        (choice("Enviar", "send", "yes"), choice("Corregir algo", "fix"), choice("No enviar", "drop")),
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
        (choice("A muchas", "many"), choice("Solo a mí", "me")),
    )


def ask_urgent(city: City, exception: ExceptionKind | None, choice: MakeChoice) -> Reply:
    is_event = exception is ExceptionKind.MAYOR_EVENT
    what = f"un {mayors_event(city)}" if is_event else "una caída que afecta a muchos"
    return Reply(
        f"🚨 Estamos fuera de horario y esto parece {what}. ¿Aviso ya a la guardia?",
        (choice("Sí, avisar ya a la guardia", "yes", "yes"), choice("No, puede esperar", "no", "no")),
    )
