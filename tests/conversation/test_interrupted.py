"""A form that another one of the same kind interrupts is not lost: an agent's words go to the ticket that was asked for."""

from dataclasses import replace

from itgov_bot.conversation import routes
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.forms import MAX_IN_GROUP
from itgov_bot.conversation.state import ConversationState
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.domain.people import Role
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Draft, Ticket
from itgov_bot.storage.database import Database, Session
from tests.conversation.turns import a_turn

AGENT = frozenset({Role.AGENT})


async def two_tickets(session: Session) -> tuple[Ticket, Ticket]:
    turn = await a_turn(session)
    draft = Draft(text="no imprime", service=None, place="Aduana", contact="ext. 12")
    one, other = [await open_ticket(turn.desk, turn.person, draft) for _ in range(2)]
    return one, other


async def pressed(session: Session, state: ConversationState, ticket: Ticket, *, group: bool = False) -> Turn:
    """An agent presses «Responder» of a ticket."""
    turn = await a_turn(session, pressed=f"ag:{ticket.number}:answer", roles=AGENT, state=state)
    turn.incoming = replace(turn.incoming, is_group=group)
    await routes.answer(turn)
    return turn


async def wrote(session: Session, state: ConversationState, text: str) -> Turn:
    turn = await a_turn(session, text, roles=AGENT, state=state)
    await routes.answer(turn)
    return turn


async def answers_to(turn: Turn, ticket: Ticket) -> list[str]:
    events = await lookup.timeline(turn.desk, ticket)
    return [str(one.data["text"]) for one in events if one.kind is EventKind.ANSWERED]


async def test_who_answers_another_ticket_first_is_brought_back_to_the_one(database: Database) -> None:
    """What is written then may be for nobody there: it is shown, and goes with a yes."""
    state = ConversationState()
    async with database.transaction() as session:
        one, other = await two_tickets(session)
        await pressed(session, state, one)
        await pressed(session, state, other)
        turn = await wrote(session, state, "para la otra")
        assert await answers_to(turn, other) == ["para la otra"]
        assert turn.said[-1].text == f"(Sigue a medio llenar su respuesta, {one.number}.)"
        turn = await wrote(session, state, "para la una")
        assert await answers_to(turn, one) == []
        turn = await wrote(session, state, "sí")
        assert await answers_to(turn, one) == ["para la una"]
        assert state.forms == []


async def test_the_same_button_twice_asks_once(database: Database) -> None:
    state = ConversationState()
    async with database.transaction() as session:
        one, other = await two_tickets(session)
        for ticket in (one, other, one):
            await pressed(session, state, ticket)
        assert [form.about for form in state.forms] == [other.number, one.number]


async def test_in_a_group_every_question_can_still_be_answered(database: Database) -> None:
    """Each by its own message; of very many the last ones."""
    state = ConversationState()
    async with database.transaction() as session:
        one, other = await two_tickets(session)
        for ticket in (one, other):
            await pressed(session, state, ticket, group=True)
        assert [form.about for form in state.forms] == [one.number, other.number]
        many = [
            AgentForm(flow="ag_note", step="what", ticket=str(at), holder=None) for at in range(MAX_IN_GROUP)
        ]
        state.forms = [*many]
        await pressed(session, state, one, group=True)
        assert len(state.forms) == MAX_IN_GROUP
        assert state.forms[-1].about == one.number
