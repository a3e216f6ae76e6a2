"""«En la misma parte» where a place is asked: the place of before, with what is told beside it."""

from dataclasses import replace

from itgov_bot.conversation import routes
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import Introduced
from itgov_bot.storage.database import Database
from itgov_bot.understanding import Understanding
from tests.conversation.turns import NOW, a_turn

FORM = TicketForm(step="place", text="no me imprime la impresora", is_sorted=True, asked_at=NOW)


async def test_the_same_place_is_the_place_of_before(
    database: Database, understanding: Understanding
) -> None:
    async with database.transaction() as session:
        turn = await a_turn(session, "en la misma parte, ext 4410", understanding=understanding)
        turn.state.introduced = Introduced(NOW, "Ana", "Archivo General, Aduana, piso 1", None)
        turn.state.start(FORM)
        await routes.answer(turn)
        kept = turn.state.form
    assert isinstance(kept, TicketForm)
    assert (kept.step, kept.place, kept.contact, kept.text) == (
        "confirm",
        "Archivo General, Aduana, piso 1",
        "ext. 4410",
        FORM.text,
    )


async def test_where_nothing_was_told_before_it_is_asked_again(
    database: Database, understanding: Understanding
) -> None:
    async with database.transaction() as session:
        turn = await a_turn(session, "ahí mismo", understanding=understanding)
        turn.state.start(FORM)
        await routes.answer(turn)
        kept = turn.state.form
    assert isinstance(kept, TicketForm)
    assert replace(kept, token=FORM.token, asked_at=NOW) == FORM


async def test_under_the_summary_the_place_stays(database: Database, understanding: Understanding) -> None:
    async with database.transaction() as session:
        turn = await a_turn(session, "ahí mismo donde le dije", understanding=understanding)
        turn.state.start(replace(FORM, step="confirm", place="Archivo General"))
        await routes.answer(turn)
        kept = turn.state.form
    assert isinstance(kept, TicketForm)
    assert (kept.step, kept.place) == ("confirm", "Archivo General")
