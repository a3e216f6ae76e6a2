"""Place, name and contact out of one sentence, wherever it is said: every row of `cases/facts.tsv`, heard by the whole
conversation."""

from pathlib import Path

from itgov_bot.conversation import forms, routes
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.outbox.posting import post
from itgov_bot.storage.database import Database, Session
from itgov_bot.understanding import Understanding
from itgov_bot.wording.on_ticket import BY_THIS_CHAT
from tests.conversation.turns import NOW, a_turn

MATTER = "no me imprime la impresora"
_WRITTEN = (Path(__file__).parent / "cases" / "facts.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in _WRITTEN if not line.startswith("#")][1:]
STEPS = {"review": "confirm"}


async def test_each_part_of_a_sentence_becomes_what_it_is(
    database: Database, understanding: Understanding
) -> None:
    wrong = []
    for asked, text, stood, *kept in ROWS:
        async with database.transaction() as session:
            turn = await a_turn(session, text, understanding=understanding)
            if asked != "first":
                await _stands(turn, session, STEPS.get(asked, asked), None if stood == "-" else stood)
            await routes.answer(turn)
            found = _kept(turn, stood)
        wrong += [] if found == tuple(kept) else [f"{text}: {found}"]
    assert not wrong, f"{len(wrong)} of {len(ROWS)}:\n" + "\n".join(wrong)


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 120


async def _stands(turn: Turn, session: Session, step: str, place: str | None) -> None:
    """A draft whose next thing is asked."""
    service = turn.sure_service(MATTER)
    form = TicketForm(step=step, text=MATTER, service=service, is_sorted=True, place=place, asked_at=NOW)
    turn.state.start(form)
    asked = await forms.question(turn, form)
    turn.state.last_said = [asked.mark()]
    await post(session, turn.incoming.address, asked, NOW)


def _kept(turn: Turn, stood: str) -> tuple[str, ...]:
    """Place, name, contact and what was added to the matter; of a first message from which no draft began, of what waits."""
    form = next((one for one in turn.state.forms if isinstance(one, TicketForm)), None)
    if form is None:
        told = turn.introduced(turn.state.subject.text or turn.text)
        return told.place or "-", told.name or "-", told.contact or "-", told.matter
    more = form.text.removeprefix(MATTER).strip("\n").replace("\n", " / ")
    place = form.place or form.floor or "-"
    contact = form.contact or BY_THIS_CHAT
    return (
        "=" if place == stood != "-" else place,
        form.name or "-",
        "=" if contact == BY_THIS_CHAT else contact,
        more or "-",
    )
