"""Words that an agent wrote are shown before they go: what is asked of them, and what else they may be."""

from collections.abc import Sequence

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import STATES
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, clip, on_button, quoted


def is_over(ticket: Ticket) -> Reply:
    """Before an answer is shown whose ticket ended after it was asked for."""
    return Reply(f"Ojo: {bold(ticket.number)} está {STATES[ticket.state]} y no envié nada.")


def send_this(ticket: Ticket, text: str, reader: str, files: int = 0, *, secret: bool = False) -> str:
    """Of words so short that they may be a slip, of which it is not sure for whom they are, or in which a key stands."""
    what = f"{quoted(text, 600)}" if text else ""
    with_files = "" if not files else "su archivo" if files == 1 else f"sus {files} archivos"
    shown = " con ".join(filter(None, (what, with_files)))
    return (
        f"{bold(ticket.number)}: ¿le envío {shown} a {bold(clip(reader, 60))}? "
        f"Si quería decirle otra cosa, escríbala.{KEY_SHOWN if secret else ''}"
    )


KEY_SHOWN = "\n🔑 Parece que lleva una clave: quien lea este chat la verá."


def key_in_group(ticket: Ticket) -> Reply:
    return Reply(
        f"🔑 {bold(ticket.number)}: parece que escribió una clave, y la lee todo el grupo. Borre ese mensaje, y cámbiela si "
        "hace falta."
    )


_DOING = {
    "ag_solve": "¿lo resuelvo con",
    "ag_annul": "¿lo cancelo con",
    "ag_wait": "¿lo pongo en espera de",
}
"""What is done with the words that are shown; who reads them is said below."""


def do_this(ticket: Ticket, flow: str, text: str, *, is_solution: bool = True, secret: bool = False) -> str:
    doubt = "" if is_solution else " No parece lo que se hizo."
    return (
        f"{bold(ticket.number)}: {_DOING[flow]} {quoted(text, 600)}?{doubt} Si quería decir otra cosa, escríbala."
        f"{KEY_SHOWN if secret else ''}"
    )


SOLVE_WITH_IT = "Resolver con esto"


def are_you_sure(shown: str, choice: MakeChoice, besides: Sequence[Choice] = ()) -> Reply:
    return Reply(shown, (choice("Sí, enviarlo", "yes", "yes"), *besides, choice("No", "no", "no")))


def besides_sending(
    choice: MakeChoice, *, may_solve: bool, to: Person | None, others: Sequence[tuple[str, str]]
) -> Sequence[Choice]:
    """`may_solve`: the words tell what was done; `to`: the colleague to whom they speak; `others`: the forms whose
    answers wait as well, each with the name of who gets it."""
    solve = (choice(SOLVE_WITH_IT, "solve"),) if may_solve else ()
    hand = (choice(on_button(f"Asignarlo a {agent_name(to)}"), "hand"),) if to else ()
    elsewhere = (choice(on_button(f"Es para {name}"), f"other.{which}") for which, name in others)
    return (*solve, *hand, *elsewhere, choice("Guardar como nota", "note"))
