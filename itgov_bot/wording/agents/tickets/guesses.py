"""What is asked of words that may be an order: whether it is done, or they go to whoever they may be for."""

from collections.abc import Sequence

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket, parse_number
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.orders import Ordered
from itgov_bot.wording.agents.tickets.shown_first import SOLVE_WITH_IT
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold, clip, esc, join, on_button, quoted

_ASKED = {
    "take": ("¿lo toma usted", "Lo tomo"),
    "release": ("¿lo devuelvo a la cola", "Devolver a la cola"),
    "assign": ("¿lo asigno", "Asignar"),
    "wait": ("¿lo pongo en espera", "En espera"),
    "resume": ("¿lo saco de espera", "Seguir"),
    "solve": ("¿lo resuelvo", "Resolver"),
    "annul": ("¿lo cancelo", "Cancelar el caso"),
    "escalate": ("¿lo escalo", "Escalar"),
    "priority": ("¿le cambio la prioridad", "Cambiar prioridad"),
    "service": ("¿le cambio el servicio", "Cambiar servicio"),
    "merge": ("¿lo junto con otro", "Juntar"),
    "reopen": ("¿lo reabro", "Reabrir"),
    "note": ("¿lo guardo como nota", "Guardar como nota"),
    "answer": ("¿se lo digo a quien lo abrió", "Responder"),
}
"""By the button of the card: the question, and the yes."""
_BEFORE_NAMED = {"assign": " a ", "priority": " a ", "merge": ": con el "}
_NOTE = "note"


def under_card(
    ticket: Ticket, button: str, ordered: Ordered, text: str, reader: Person | None, choice: MakeChoice
) -> Reply:
    """`text` is sent to `reader`, if it is none."""
    name = clip(name_of(reader), 60)
    note = (choice(_ASKED[_NOTE][1], _NOTE),) if button != _NOTE else ()
    return Reply(
        f"{bold(ticket.number)}: {_question(button, ordered)} Si no es una orden, ¿le envío "
        f"{quoted(text, 600)} a {bold(name)}?",
        (
            choice(SOLVE_WITH_IT, "yes", "yes")
            if button == "solve" and ordered.text
            else _yes(button, choice),
            choice(on_button(f"Enviar a {name}"), "send"),
            *note,
            choice("No", "no", "no"),
        ),
    )


def of_numbers(
    ticket: Ticket, button: str, ordered: Ordered, numbers: Sequence[str], choice: MakeChoice
) -> Reply:
    """Of one case, or of several by their `numbers`."""
    year = int(ticket.number.split("-")[1])
    which = join([bold(parse_number(one, year) or one) for one in numbers or [ticket.number]])
    return Reply(f"{which}: {_question(button, ordered)}", (_yes(button, choice), choice("No", "no", "no")))


def _yes(button: str, choice: MakeChoice) -> Choice:
    return choice(_ASKED[button][1], "yes", "yes")


def _question(button: str, ordered: Ordered) -> str:
    named = ordered.named if button in _BEFORE_NAMED else ""
    told = f": {quoted(ordered.text, 600)}" if ordered.text else ""
    return f"{_ASKED[button][0]}{_BEFORE_NAMED.get(button, '') if named else ''}{esc(named)}{told}?"
