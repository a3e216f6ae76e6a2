"""«Espere, ya me prestaron uno» to «¿cuál de estos se parece más?»: what was told is left, and what comes next is no more
of it."""

from itgov_bot.conversation import routes
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import ConversationState
from itgov_bot.outbox.posting import post
from itgov_bot.storage.database import Database
from itgov_bot.understanding import Understanding
from tests.conversation.turns import NOW, a_turn

FIRST = "necesito un cable hdmi para el auditorio de la matuna, felipe torres, cultura"


async def _told(database: Database, understanding: Understanding, *texts: str) -> ConversationState:
    state = ConversationState()
    for text in texts:
        async with database.transaction() as session:
            turn = await a_turn(session, text, understanding=understanding, state=state)
            await routes.answer(turn)
            state.last_said = [reply.mark() for reply, *_ in turn.replies]
            for reply, *_ in turn.replies:
                await post(session, turn.incoming.address, reply, NOW)
    return state


async def test_what_is_wanted_no_more_is_left(database: Database, understanding: Understanding) -> None:
    state = await _told(database, understanding, FIRST, "espere espere, ya me prestaron uno")
    assert (state.subject.text, state.form) == ("", None)


async def test_another_problem_behind_it_begins_with_who_and_where_they_are(
    database: Database, understanding: Understanding
) -> None:
    state = await _told(database, understanding, FIRST, "olvídelo, lo que pasa es que el mouse no me sirve")
    form = state.form
    assert isinstance(form, TicketForm)
    assert (form.text, form.name, form.place) == ("el mouse no me sirve", "felipe torres", "cultura")
