"""The form that opens a ticket: its own questions, and what it does not take."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Reply
from itgov_bot.wording.city import mayors_event
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.on_ticket import MAX_SHOWN_CHARS
from itgov_bot.wording.staff.asked.services import apart
from itgov_bot.wording.staff.steps.reaching import back
from itgov_bot.wording.text import bold, join, quoted, stop, when

TOO_SHORT = Reply("Cuénteme un poco más: ¿qué necesita o qué falla?")
ADDED_TO_DESCRIPTION = Reply("Lo agregué a lo que pasa. Si no era eso: «Quitar lo agregado».")
KEPT_WITH_IT = Reply("Lo guardo con lo que me contó.")
ADDED_TO_EVENT = Reply("Lo agregué a lo que pasa. Si no era eso: «Cambiar algo».")


def with_card(card: Reply, question: Reply) -> Reply:
    """The card of a service and the first question of its form, in one message: together, if both are short."""
    gap = "\n\n" if "\n" in question.text or "\n\n" in card.text else "\n"
    text = f"{card.text.rstrip()}{gap}{question.text}"
    return replace(question, text=text, choices=(*question.choices, *card.choices))


def ask_text(service: Service | None, known: str, choice: MakeChoice) -> Reply:
    if known:
        return Reply(
            f"Ahora dice: {quoted(known, MAX_SHOWN_CHARS)}\nEscriba cómo debe quedar: lo que escriba lo reemplaza.",
            (back(choice, "Volver sin cambiar"),),
        )
    about = f" con {bold(service.label)}" if service else ""
    return Reply(
        f"Vamos a abrir su caso. ¿Qué pasa{about}? Cuénteme con detalle: qué aparato o programa, qué dice la pantalla, "
        "desde cuándo. Si quiere, mande también una foto. (Para dejarlo: /cancelar)"
    )


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
    """For whoever sorts it, apart from the person's own words; empty when nothing was in question."""
    return f"[Puede ser: {join([one.label for one in services], 'o')}; lo define la mesa]" if services else ""


def ask_service(services: Sequence[Service], choice: MakeChoice) -> Reply:
    return Reply(
        "\n".join(["¿De qué se trata?", *apart(services)]),
        (
            *(choice(one.label, one.id, "yes" if len(services) == 1 else None) for one in services),
            choice("No sé: que lo clasifiquen", "unknown"),
            back(choice),
        ),
    )


def put_right(text: str) -> Reply:
    """After what it really is was told."""
    return Reply(f"Listo, lo cambié. Ahora dice: {quoted(text, MAX_SHOWN_CHARS)}.")


def undone(was_added: bool) -> Reply:
    return Reply("Quité lo último que se agregó." if was_added else "No hay nada agregado que quitar.")


NOTED_WITH_IT = Reply("Lo anoté con lo que pasa. Falta esto:")
ONLY_THIS_IS_MISSING = Reply("Con gusto: para pedirlo solo falta esto.")
NOTHING_TOLD = Reply("Con gusto lo abrimos. Cuénteme primero qué pasa o qué necesita:")
"""To who wants the case opened, where a place or what happens is still to be told."""


def left_for_later(text: str) -> Reply:
    return Reply(f"¿Otro problema? Anotado: {quoted(text, 80)}. Lo abrimos apenas enviemos este. Sigamos:")


def files_kept(count: int) -> Reply:
    return Reply(f"📎 Recibí {'el archivo' if count == 1 else f'{count} archivos'}: va con el caso.")


def files_taken_out(count: int) -> Reply:
    return Reply("Listo, va sin archivos." if count else "Este caso no lleva archivos.")


def ask_how_many(choice: MakeChoice) -> Reply:
    return Reply(
        "Antes de enviarlo: ¿le pasa a muchas personas o solo a usted?",
        (choice("A muchas", "many"), choice("Solo a mí", "me"), back(choice)),
    )


def ask_urgent(city: City, exception: ExceptionKind | None, choice: MakeChoice) -> Reply:
    is_event = exception is ExceptionKind.MAYOR_EVENT
    what = f"un {mayors_event(city)}" if is_event else "una caída que afecta a muchos"
    return Reply(
        f"🚨 Estamos fuera de horario y esto parece {what}. ¿Aviso ya a la guardia?",
        (choice("Sí, avisar ya a la guardia", "yes", "yes"), choice("No, puede esperar", "no", "no")),
    )
