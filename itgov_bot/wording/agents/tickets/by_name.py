"""What is said of a case that was named by its person or its matter, where that may be several or none."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import SEE_QUEUE
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import on_button, quoted

MOST_ASKED = 6
Whose = tuple[Ticket, Person | None]


def which(cases: Sequence[Whose], text: str) -> Reply:
    return Reply(
        f"¿Cuál caso es, en {quoted(text, 200)}?",
        (
            *(
                Choice(
                    on_button(f"{ticket.number[-6:]} {name_of(person)}: {ticket.text}"),
                    Action.NAMED.data(ticket.number),
                )
                for ticket, person in cases[:MOST_ASKED]
            ),
            SEE_QUEUE,
        ),
    )


def no_case_of(name: str) -> Reply:
    return Reply(
        f"No hay ningún caso abierto de {quoted(name, 60)}, así que no hice nada. Si está a nombre de otra persona, escriba "
        "el número del caso, por ejemplo: «tomo el 3».",
        (SEE_QUEUE,),
    )
