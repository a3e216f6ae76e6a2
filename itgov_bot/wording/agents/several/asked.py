"""Several cases at once: picking them, what is asked of them, and why nothing is done."""

from collections.abc import Sequence

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.bulk import BulkDeed, Lot
from itgov_bot.domain.tickets.queue import Page
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.queue.listing import named, short_number
from itgov_bot.wording.agents.tickets.prompts import short
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import PRIORITIES
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold, clip, esc, join, on_button, quoted

MAX_CHARS = 60
DEEDS = {
    BulkDeed.ASSIGN: "Asignarlos",
    BulkDeed.CLOSE: "Resolverlos",
    BulkDeed.MERGE: "Juntarlos en uno",
    BulkDeed.CANCEL: "Cancelarlos",
    BulkDeed.WAIT: "Ponerlos en espera",
    BulkDeed.PRIORITY: "Cambiar su prioridad",
    BulkDeed.RELEASE: "Devolverlos a la mesa",
}
_WHAT = {
    BulkDeed.CLOSE: "¿qué se hizo? Una frase para todos",
    BulkDeed.CANCEL: "¿por qué se cancelan? Una frase para todos",
    BulkDeed.WAIT: "¿qué se espera? Una frase para todos",
}


LEAVE = "leave"
"""What the button says that leaves all of it as it was."""

NOTHING_LEFT = Reply("Con lo que dejó por fuera no queda ningún caso. No cambié nada.", (SEE_QUEUE,))
PICK_BY_NUMBER = Reply(
    "Escriba los números de los casos, «todos» para los de esta página, o «listo» cuando estén."
)
NOTHING_DONE = Reply("No hice nada: los casos siguen como estaban.", (SEE_QUEUE,))


def pick(page: Page, picked: Sequence[str], choice: MakeChoice) -> Reply:
    lines = [_pickable(one.ticket, one.ticket.number in picked) for one in page.lines]
    pages = f" (página {page.number + 1} de {page.pages})" if page.pages > 1 else ""
    chosen = f"Van: {numbers_of(picked)}." if picked else "Presione los que quiera, o escriba sus números."
    rows = tuple(_pick_choice(one.ticket, picked, choice) for one in page.lines)
    turning = (
        ("‹ Anterior", page.number - 1, page.number > 0),
        ("Siguiente ›", page.number + 1, page.number + 1 < page.pages),
    )
    ways = tuple(choice(label, f"page{number}") for label, number, there in turning if there)
    ready = (choice(f"Listo: {len(picked)}", "done"),) if picked else ()
    return Reply(
        "\n".join([f"☑️ {bold('Elegir varios')} · {named(page)}{pages}", *lines, chosen]),
        (*rows, *ways, *ready, choice("Dejarlo", LEAVE)),
        columns=2,
        rows=(len(rows),) if rows else (),
    )


def _pickable(ticket: Ticket, is_picked: bool) -> str:
    urgent = " 🚨" if ticket.urgent else ""
    return f"{'✅' if is_picked else '▫️'} {bold(ticket.number)}{urgent} {esc(clip(ticket.text, MAX_CHARS))}"


def _pick_choice(ticket: Ticket, picked: Sequence[str], choice: MakeChoice) -> Choice:
    mark = "✓" if ticket.number in picked else ""
    return choice(f"{mark}{short_number(ticket)}", ticket.number)


def too_many(most: int) -> Reply:
    return Reply(f"Son muchos para revisarlos de una vez: a lo sumo {most} casos. Hágalo por partes.")


def none_such(which: str) -> Reply:
    return Reply(f"No encontré casos abiertos: {quoted(which, MAX_CHARS)}. No cambié nada.", (SEE_QUEUE,))


def not_read(part: str) -> Reply:
    """Nothing is done where what was left out, or for whom, is not clear."""
    return Reply(
        f"No entendí esta parte: {quoted(part, MAX_CHARS)}. No cambié nada. Escríbalo de otra forma, por ejemplo: "
        "«el 1 y el 2 a Ana, el 3 a Luis», o «todos a Ana menos el 3».",
        (SEE_QUEUE,),
    )


def in_two_parts(number: str) -> Reply:
    return Reply(
        f"{bold(number)} quedaría en dos partes de lo que pidió. No cambié nada: dígame a quién va ese.",
        (SEE_QUEUE,),
    )


def ask_deed(numbers: Sequence[str], choice: MakeChoice) -> Reply:
    return Reply(
        f"{numbers_of(numbers)}: ¿qué hago con ellos?",
        (*(choice(label, deed) for deed, label in DEEDS.items()), choice("No", LEAVE)),
    )


def ask_who(
    numbers: Sequence[str], people: Sequence[Person], page: int, more: bool, choice: MakeChoice
) -> Reply:
    next_page = (choice("Ver más", f"page{page + 1}"),) if more else ()
    return Reply(
        f"¿A quién le asigno {numbers_of(numbers)}? Elija, o escriba su nombre o su @usuario.",
        (*(choice(on_button(name_of(one)), str(one.id)) for one in people), *next_page, choice("No", LEAVE)),
        columns=2,
    )


def ask_what(lot: Lot) -> Reply:
    asked = _WHAT[lot.deed or BulkDeed.CLOSE]
    return Reply(
        f"{numbers_of(lot.tickets)}: {asked}: la leerá quien abrió cada caso.",
        awaits_words=True,
    )


def ask_level(numbers: Sequence[str], choice: MakeChoice) -> Reply:
    given = [one for one in Priority if one is not Priority.URGENT]
    return Reply(
        f"¿Qué prioridad les pongo a {numbers_of(numbers)}?",
        (*(choice(f"Prioridad {PRIORITIES[one]}", PRIORITIES[one]) for one in given), choice("No", LEAVE)),
    )


def ask_into(live: Sequence[Ticket], choice: MakeChoice) -> Reply:
    return Reply(
        "¿Cuál sigue abierto? Los demás se cierran y quedan en él. Elija, o escriba otro número.",
        (*(choice(short(one), one.number) for one in live[:9]), choice("No", LEAVE)),
    )


def choose_sure(*, is_solved: bool) -> Reply:
    if is_solved:
        return Reply("Diga «remota» o «en sitio», o «no». Para cambiar la frase: «cerrar: lo que se hizo».")
    return Reply("Diga «sí» o «no».")


def numbers_of(numbers: Sequence[str]) -> str:
    """«12, 15 y 20»."""
    return bold(join([one.rpartition("-")[2].lstrip("0") for one in numbers]))
