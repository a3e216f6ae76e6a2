"""What the words and files of a turn may be about, and how it is done or asked."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation.flows.going_on import deeds
from itgov_bot.conversation.flows.hearing.heard import FILES_ALONE, Heard, Message
from itgov_bot.conversation.flows.hearing.message import going_on, hear_in
from itgov_bot.conversation.flows.hearing.where import Ask, Claim, Services, Told, at_ticket
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.language.cases.one_case import points_at_file
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff.tickets import going_on as words

MAX_ASKED = 6
TALKS = (MatterKind.URGENT, MatterKind.ASKED, MatterKind.AFTER, MatterKind.BESIDE)


def heard(turn: Turn) -> Message:
    if not turn.text:
        return FILES_ALONE
    message = hear_in(turn, turn.text)
    if turn.files.kept and points_at_file(turn.text):
        return Message(text=turn.text, says=message.says | {Heard.SHOWN})
    is_shown = turn.files.kept and message.says and turn.interpret(turn.text).wish is None
    shown = {Heard.SHOWN} if is_shown else set[Heard]()
    return replace(message, says=message.says | shown, exception=turn.exception_now(turn.text))


async def belongs_to(turn: Turn, ticket: Ticket) -> bool:
    """Whether this turn says something of the ticket; then that is done."""
    message, ticket = heard(turn), await live_ticket(turn.desk, ticket)
    claim = at_ticket(await going_on(turn), message, ticket.id)
    if claim:
        await do(turn, claim, message)
    return claim is not None


async def do(turn: Turn, claim: Claim, message: Message) -> None:
    """With the words and files of this turn."""
    await deeds.do(turn, claim.deed, Told(claim.matter, message, tuple(turn.files.kept)))


def services(turn: Turn, matters: Sequence[Matter], message: Message) -> Services:
    """With the twins of each, and those that the agent asked after. Read only where the message names one itself."""
    if message.service is None and not message.offered and message.named is None:
        return {}
    return {one.ticket.id: _services_of(turn, one) for one in matters}


def _services_of(turn: Turn, matter: Matter) -> frozenset[str]:
    own = {matter.ticket.service}
    if matter.ticket.service is None and matter.kind in TALKS:
        own |= {turn.sure_service(matter.ticket.text)}
    if matter.asked:
        own |= {turn.sure_service(matter.asked)}
    return turn.desk.reference.catalog.with_twins({one for one in own if one})


async def ask_which(turn: Turn, found: Ask) -> None:
    turn.ask_about(words.which(await named(turn, found), turn.text), turn.text, turn.files.kept)


async def named(turn: Turn, found: Ask) -> list[tuple[Ticket, str | None]]:
    """The tickets, and whose they are where they are somebody else's."""
    shown = []
    for claim in found.claims[:MAX_ASKED]:
        ticket = claim.matter.ticket
        is_others = claim.matter.is_of_desk
        whose = name_of((await view(turn.desk, ticket)).requester) if is_others else None
        shown.append((ticket, whose))
    return shown
