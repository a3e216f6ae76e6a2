"""Somebody asks after their own case in words: its number inside a sentence, «cómo va mi caso», «cuánto se demoran»."""

from __future__ import annotations

import re

from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import my_tickets
from itgov_bot.desk.urgency import exception_now
from itgov_bot.domain.text import folded
from itgov_bot.domain.tickets.ticket import LIVE, Ticket, parse_number
from itgov_bot.storage import tickets
from itgov_bot.wording.staff import my_tickets as words

SHOWN = 6

_NUMBER = re.compile(r"\bsaus[\s\-_]*20\d\d[\s\-_]*\d{1,6}\b|(?<=\bcaso )#?\d{1,6}\b", re.IGNORECASE)
_STATE = re.compile(
    r"\b(como|en que|que) (va|esta|quedo|paso con|hay de|se sabe de) (lo de )?(mi|el) "
    r"(caso|solicitud|reporte|requerimiento)\b"
    r"|\b(estado|seguimiento) (de|a|al|del) ?(mi|mis)? ?casos?\b"
    r"|\b(cancel\w+|anul\w+|cerr\w+) (mi|el) caso\b|^mis? casos?$"
)
_WAITING = re.compile(
    r"(y |ya |hola |pero |oiga )*"
    r"(cuanto (mas )?(se )?(demoran|tardan|falta)|en cuanto tiempo|lo tomaron|quien lo (tiene|tomo)|(lo )?vieron"
    r"|alguien (lo )?(esta )?(revisando|mirando|atendiendo)|hay alguien|alguien ahi|van a venir|que ha pasado"
    r"|alguien)( .{0,25})?"
)


async def answered(turn: Turn) -> bool:
    """True when it was about a case of theirs and something was said. What must be paged goes its own way."""
    if named := await _named(turn):
        await _about(turn, named)
        return True
    said = folded(turn.text)
    asked = _STATE.search(said) or (len(said.split()) <= 9 and _WAITING.fullmatch(said))
    if not asked or exception_now(turn.desk, turn.mind, turn.text, None):
        return False
    if not await tickets.of_requester(turn.desk.session, turn.person.id, sorted(LIVE), limit=1):
        return False
    await my_tickets.show_state(turn, "")
    return True


async def _named(turn: Turn) -> Ticket | None:
    """The case whose number stands in the message, if this person may see it."""
    match = _NUMBER.search(turn.text)
    number = parse_number(match[0], turn.desk.local_year) if match else None
    return await my_tickets.visible(turn, number) if number else None


async def _about(turn: Turn, ticket: Ticket) -> None:
    """A question after it shows it; anything else may be meant for it, which only the person knows."""
    if "?" in turn.text or _STATE.search(folded(turn.text)) or len(turn.text.split()) <= 3:
        await my_tickets.open_by_number(turn, ticket.number)
        return
    turn.talk.held_text = turn.text
    turn.say(words.which_ticket([ticket], turn.text))
