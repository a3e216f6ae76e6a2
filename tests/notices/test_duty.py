"""What happens to the guard: of each fact somebody hears, in words that fit and say when; whoever did it does not."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.channels.markup import visible_length
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.domain.facts import (
    DutyBegan,
    DutyEnded,
    DutyFact,
    HoleAhead,
    NobodyOnDuty,
    PutInRota,
    StandInEnded,
    StandInMade,
    SwapAgreed,
    SwapAsked,
    SwapClosed,
    SwapEnd,
    TakenOffDuty,
)
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import DutySpan, Hole, Stint, Swap
from itgov_bot.messages import Address
from itgov_bot.notices.duty import heard_by, told_of_duty
from itgov_bot.storage import people, roles
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import desk_chats
from tests.made import LONG, city
from tests.storage.made import sender

BOGOTA = ZoneInfo("America/Bogota")
NOW = datetime(2026, 11, 10, 10, tzinfo=BOGOTA)
LIMIT = 4096


def at(day: int, hour: int = 8) -> datetime:
    """Kept in UTC, as storage gives it back."""
    return datetime(2026, 11, day, hour, tzinfo=BOGOTA).astimezone(ZoneInfo("UTC"))


ANA = Person(1, "telegram", "1", LONG[:80], "1")
BETO = Person(2, "telegram", "2", "Beto", "2")
WEEK, NEXT = DutySpan(at(16), at(23)), DutySpan(at(23), at(30))
SWAP = Swap(7, ANA.id, BETO.id, WEEK, NEXT)
OFFER = Swap.offer(ANA.id, BETO.id, NEXT)
MADE: list[DutyFact] = [
    TakenOffDuty(ANA, BETO),
    PutInRota(ANA, Stint(ANA.id, 1, WEEK), BETO),
    PutInRota(ANA, None, BETO),
    StandInMade(ANA, BETO, WEEK, BETO),
    StandInEnded(ANA, WEEK, is_back=True),
    StandInEnded(ANA, WEEK, is_back=False),
    SwapAsked(SWAP, ANA, BETO),
    SwapAsked(Swap(8, ANA.id, BETO.id, WEEK), ANA, BETO),
    SwapAsked(Swap(8, ANA.id, BETO.id, WEEK), ANA, BETO, is_back=True),
    SwapAgreed(SWAP, ANA, BETO),
    SwapAsked(OFFER, ANA, BETO),
    SwapAgreed(OFFER, ANA, BETO),
    *(SwapClosed(ANA, swap, why, BETO) for swap in (SWAP, OFFER) for why in get_args(SwapEnd)),
    DutyBegan(ANA, 1, at(23), (BETO,)),
    DutyBegan(ANA, 2, None, ()),
    DutyEnded(ANA, (BETO,)),
    DutyEnded(ANA, ()),
    HoleAhead(Hole("nobody", WEEK), (ANA, BETO), is_open=True),
    HoleAhead(Hole("nobody", WEEK), (), is_open=False),
    HoleAhead(Hole("too_few", WEEK), (ANA,), is_open=False),
    NobodyOnDuty(),
]


def test_every_kind_of_fact_is_here() -> None:
    assert {type(fact) for fact in MADE} == set(get_args(DutyFact))


@pytest.mark.parametrize("fact", MADE)
def test_somebody_hears_of_it_in_words_that_fit(fact: DutyFact) -> None:
    heard = heard_by(fact, NOW)
    assert heard
    for _, reply in heard:
        assert visible_length(reply.text) < LIMIT
        assert ".." not in reply.text
        assert "  " not in reply.text.replace(LONG[:80], "")


SAID = [
    (SwapAsked(SWAP, ANA, BETO), "desde el lunes 16 a las 8:00 a. m. hasta el lunes 23 de noviembre a las 8:00 a. m."),
    (SwapAsked(SWAP, ANA, BETO), "Conteste a más tardar el lunes 16 a las 8:00 a. m. Después"),
    (DutyBegan(ANA, 1, at(11), ()), "Desde ahora está usted de guardia hasta mañana miércoles a las 8:00 a. m."),
    (DutyBegan(ANA, 1, None, ()), "Desde ahora está usted de guardia. Fuera de horario es a quien se llama primero"),
    (DutyBegan(ANA, 2, None, ()), "se le llama en el escalón 2, si nadie responde antes"),
    (DutyEnded(ANA, (BETO,)), "Sigue <b>Beto</b>."),
    (HoleAhead(Hole("nobody", WEEK), (BETO,), True), "8:00 a. m. por lo menos hasta el lunes 23 de noviembre"),
    (HoleAhead(Hole("nobody", WEEK), (BETO,), False), "Está <b>Beto</b>, pero los mensajes del bot no le llegan"),
]  # fmt: skip


@pytest.mark.parametrize(("fact", "said"), SAID)
def test_it_says_when_and_who(fact: DutyFact, said: str) -> None:
    assert said in heard_by(fact, NOW)[0][1].text


# To whom it is posted


class Office:
    """Alba watches over the desk; Ana and Beto take turns."""

    def __init__(self, desk: Desk, ana: Person, beto: Person, alba: Person) -> None:
        self.desk, self.ana, self.beto, self.alba = desk, ana, beto, alba

    async def hear(self, fact: DutyFact) -> list[str]:
        return [address.chat for address, _ in await told_of_duty(self.desk, fact)]


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with database.transaction() as session:
        ana, beto, alba = [
            await people.get_or_create(session, sender(user), user, NOW) for user in ("ana", "beto", "alba")
        ]
        await roles.grant(session, alba.id, Role.ADMIN, None, NOW)
        yield Office(Desk(session, NOW, city(), Calendars.of(city())), ana, beto, alba)


async def test_of_a_swap_the_other_one_the_desk_and_coordinators_hear(office: Office) -> None:
    agreed = SwapAgreed(SWAP, office.ana, office.beto)
    assert await office.hear(agreed) == ["ana", "alba"]
    await desk_chats.set_desk_chat(office.desk.session, "support", Address("telegram", "-1"), "Mesa")
    assert await office.hear(agreed) == ["ana", "-1", "alba"]


async def test_a_coordinator_who_swaps_hears_of_it_once(office: Office) -> None:
    assert await office.hear(SwapAgreed(SWAP, office.alba, office.beto)) == ["alba"]
    assert await office.hear(SwapAgreed(SWAP, office.ana, office.alba)) == ["ana"]


async def test_whoever_did_it_and_who_cannot_be_reached_do_not_hear(office: Office) -> None:
    assert await office.hear(TakenOffDuty(office.ana, office.ana)) == []
    assert await office.hear(StandInMade(office.ana, office.beto, WEEK, office.beto)) == ["ana"]
    await people.set_reachable(office.desk.session, "telegram", "ana", False)
    ana = await people.get(office.desk.session, office.ana.id)
    assert await office.hear(TakenOffDuty(ana, office.beto)) == []


async def test_coordinators_hear_of_holes(office: Office) -> None:
    assert await office.hear(NobodyOnDuty()) == ["alba"]
