"""The step of the case form that asks which service it is, when the person cannot say."""

import pytest

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import ConversationState
from itgov_bot.conversation.turn import Answer
from itgov_bot.storage.database import Database
from tests.conversation.turns import a_turn


@pytest.mark.parametrize("said", ["no sé", "Ningún de esos", "ninguna de esas", "ni idea"])
async def test_who_cannot_say_leaves_it_to_the_desk(database: Database, said: str) -> None:
    form = TicketForm(step="service", text="no funciona", offered=("SER-007", "SER-026"))
    async with database.transaction() as session:
        turn = await a_turn(session, said, state=ConversationState(forms=[form]))
        await forms.take(turn, form, Answer(text=said))
        kept = turn.state.form
    assert isinstance(kept, TicketForm)
    assert kept.is_sorted
    assert kept.service is None
