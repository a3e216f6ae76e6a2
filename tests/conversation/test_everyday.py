"""What is unclear is asked, what is surely somebody else's is said to be so, and words go with earlier ones."""

from __future__ import annotations

from datetime import datetime

import pytest

from itgov_bot.conversation.flows.staff.asked import questions
from itgov_bot.conversation.state import ConversationState, Subject
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.outbox.posting import post
from itgov_bot.replies import Reply
from itgov_bot.storage.database import Database
from itgov_bot.understanding import Intent, Interpretation, RequestType
from itgov_bot.understanding.services.decide import Candidate
from itgov_bot.wording.staff.asked import everyday
from itgov_bot.wording.staff.asked import services as service_words
from tests.conversation.turns import HELLO, NOW, Deaf, a_turn
from tests.made import city

UNCLEAR = Interpretation("none", (), Intent.SERVICE, RequestType.INCIDENT)
PERHAPS_ELSEWHERE = Interpretation("none", (), Intent.OUT_OF_SCOPE, RequestType.INCIDENT)
ELSEWHERE = Interpretation("none", (), Intent.OUT_OF_SCOPE, RequestType.INCIDENT, is_foreign=True)
GUESS = Interpretation("none", (Candidate("SER-008", 0.5),), Intent.SERVICE, RequestType.INCIDENT)
ODD = Interpretation(
    "choose",
    (Candidate("SER-025", 0.9), Candidate("SER-034", 0.02)),
    Intent.SERVICE,
    RequestType.INCIDENT,
    offered=2,
)
PRINTER = Interpretation(
    "answer", (Candidate("SER-025", 0.99),), Intent.SERVICE, RequestType.INCIDENT, offered=1
)


class Reads(Deaf):
    """Understands what it is told to, by the text."""

    def __init__(self, **meanings: Interpretation) -> None:
        super().__init__()
        object.__setattr__(self, "meanings", meanings)

    def interpret(self, text: str, when: datetime, calendar: WorkCalendar) -> Interpretation:
        meanings: dict[str, Interpretation] = self.__dict__["meanings"]
        return meanings.get(text.replace("\n", "_").replace(" ", "_"), UNCLEAR)


async def said(
    database: Database,
    understanding: Reads,
    text: str,
    asked: Reply | None = None,
    about: Subject | None = None,
) -> Reply:
    """The answer to a text, after the desk `asked` something `about` earlier words."""
    async with database.transaction() as session:
        if asked:
            await post(session, HELLO.address, asked, NOW)
        state = ConversationState(subject=about or Subject())
        turn = await a_turn(session, text, state=state, understanding=understanding)
        await questions.question(turn)
        return turn.said[-1]


@pytest.mark.parametrize(
    ("read", "opening", "last"),
    [
        (UNCLEAR, "¿Con qué es?", "Hablar con una persona"),
        (PERHAPS_ELSEWHERE, "¿Con qué es?", "No es de informática"),
        (ELSEWHERE, "Eso no lo maneja la mesa", "¿Quién responde por eso?"),
    ],
)
async def test_only_what_is_sure_is_sent_elsewhere(
    database: Database, read: Interpretation, opening: str, last: str
) -> None:
    reply = await said(database, Reads(cosas=read), "cosas")
    assert reply.text.startswith(opening)
    assert reply.choices[-1].label == last


async def test_a_good_guess_stands_before_the_groups(database: Database) -> None:
    reply = await said(database, Reads(cosas=GUESS), "cosas")
    assert [one.data for one in reply.choices[:2]] == ["pick:SER-008", "day:computer"]


async def test_an_odd_companion_is_not_offered(database: Database) -> None:
    reply = await said(database, Reads(cosas=ODD), "cosas")
    assert [one.label for one in reply.choices] == ["Impresoras", "Ninguna de estas"]


OFFERED = Subject(text="no hay internet", candidates=["SER-001", "SER-003"])
GROUPS = everyday.with_what(city().everyday)
TWINS = service_words.choose([one for one in city().catalog.services if one.id in ("SER-001", "SER-003")])


@pytest.mark.parametrize("understood", [{"no_imprime": PRINTER}, {"no_sirve_no_imprime": PRINTER}])
async def test_words_go_with_the_unclear_ones_before(
    database: Database, understood: dict[str, Interpretation]
) -> None:
    reply = await said(database, Reads(**understood), "no imprime", GROUPS, Subject(text="no sirve"))
    assert reply.text.startswith("🖨 <b>Impresoras</b>")


async def test_they_do_not_when_something_else_was_said_meanwhile(database: Database) -> None:
    between = Reply("Listo.")
    reply = await said(database, Reads(no_sirve_nada=PRINTER), "nada", between, Subject(text="no sirve"))
    assert reply.text.startswith("¿Con qué es?")


async def test_a_word_of_what_was_offered_is_an_answer_wherever_it_stands(database: Database) -> None:
    reply = await said(database, Reads(), "en el puesto, el que va por cable gris", TWINS, OFFERED)
    assert reply.text.startswith("🌐 <b>Internet por cable</b>")


async def test_another_problem_instead_of_a_choice_is_told_by_itself(database: Database) -> None:
    reply = await said(database, Reads(no_imprime=PRINTER), "no imprime", TWINS, OFFERED)
    assert reply.text.startswith("🖨 <b>Impresoras</b>")
