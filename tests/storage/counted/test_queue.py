"""The queue, on both engines, against the same cases looked through one by one."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from itgov_bot.domain.tickets.queue import ALL, Load, QueueFilter
from itgov_bot.domain.tickets.ticket import LIVE, SOLVED, Priority, State
from itgov_bot.storage.counted import queue, searching
from itgov_bot.storage.database import Database
from itgov_bot.storage.tables import TicketEventRow, TicketRow
from tests.storage.counted.test_summary import CASES, NOW, PEOPLE, Made, is_late_row, make

ME = 3
FILTERS = (
    ALL,
    QueueFilter(mine=True),
    QueueFilter(free=True),
    QueueFilter(agents=(1, 2)),
    QueueFilter(mine=True, agents=(1,)),
    QueueFilter(services=("SER-004", "SER-009"), urgent=True),
    QueueFilter(office="Secretaría de Hacienda", free=True),
    QueueFilter(side="wait"),
    QueueFilter(side="ours", late=True),
    QueueFilter(state=State.REOPENED),
    QueueFilter(escalated=True),
    QueueFilter(escalated=True, free=True),
    QueueFilter(state=State.RESOLVED, agents=(2,)),
    QueueFilter(solved=True, agents=(2,)),
    QueueFilter(priority=Priority.HIGH),
)
ESCALATED_EVERY = 5
RANK = {"urgent": 0, "high": 1, "normal": 2, "low": 3}


def is_meant(row: TicketRow, wanted: QueueFilter) -> bool:
    whose = {*wanted.agents, *((ME,) if wanted.mine else ())}
    return (
        (
            row.state in SOLVED
            if wanted.solved
            else row.state == wanted.state
            if wanted.state
            else row.state in LIVE
        )
        and (not wanted.priority or row.priority == wanted.priority)
        and (not whose or row.assignee_id in whose)
        and (not wanted.free or row.assignee_id is None)
        and (not wanted.services or row.service in wanted.services)
        and (not wanted.office or row.office == wanted.office)
        and (not wanted.urgent or row.urgent)
        and (not wanted.late or is_late_row(row))
        and (not wanted.escalated or was_escalated(row))
        and (wanted.side != "wait" or row.state == State.WAITING)
        and (wanted.side != "ours" or row.state != State.WAITING)
    )


def was_escalated(row: TicketRow) -> bool:
    return (row.id or 0) % ESCALATED_EVERY == 0


def by_urgency(row: TicketRow) -> tuple[object, ...]:
    answer = row.first_answer_due if row.first_answer_at is None else None
    due = answer or row.solution_due
    return not row.urgent, RANK[row.priority], due is None, due or NOW, row.id


def expected(made: list[Made], wanted: QueueFilter) -> list[int]:
    found = [one.row for one in made if is_meant(one.row, wanted)]
    return [
        row.id or 0
        for row in sorted(found, key=by_urgency if wanted.is_of_live else lambda row: -(row.id or 0))
    ]


@pytest.mark.parametrize("seed", [1, 2])
async def test_every_filter_in_its_order_page_by_page(database: Database, seed: int) -> None:
    chance = random.Random(seed)
    async with database.transaction() as session:
        made = await make(session, chance)
        for one in made:
            one.row.priority = "urgent" if one.row.urgent else chance.choice(("low", "normal", "high"))
            for kind in ("taken", "escalated", "escalated") if was_escalated(one.row) else ("taken",):
                session.add(TicketEventRow(ticket_id=one.row.id or 0, kind=kind, at=NOW, data={}))
        await session.flush()
        for wanted in FILTERS:
            whole = expected(made, wanted)
            found, total = await queue.page(session, wanted, ME, NOW, limit=CASES, offset=0)
            assert [one.id for one in found] == whole, wanted
            assert total == len(whole), wanted
            second, _ = await queue.page(session, wanted, ME, NOW, limit=5, offset=5)
            assert [one.id for one in second] == whole[5:10], wanted


@pytest.mark.parametrize("wanted", [ALL, QueueFilter(solved=True)])
async def test_the_days_in_which_it_was_opened_or_solved(database: Database, wanted: QueueFilter) -> None:
    async with database.transaction() as session:
        made = await make(session, random.Random(3))
        span = (NOW - timedelta(days=20), NOW - timedelta(days=2))
        found, _ = await queue.page(session, wanted, ME, NOW, limit=CASES, offset=0, within=span)
        at = {one.row.id: one.row.resolved_at if wanted.solved else one.row.opened_at for one in made}
        meant = [one for one in expected(made, wanted) if (when := at[one]) and span[0] <= when < span[1]]
        assert [one.id for one in found] == meant


async def test_what_each_has(database: Database) -> None:
    async with database.transaction() as session:
        made = await make(session, random.Random(3))
        loads = await queue.loads(session, NOW)
        live = [one.row for one in made if one.row.state in LIVE]
        for holder in (None, *range(1, PEOPLE + 1)):
            had = [row for row in live if row.assignee_id == holder]
            assert loads[holder] == Load(
                None,
                len(had),
                sum(row.urgent for row in had),
                sum(row.state == State.WAITING for row in had),
                sum(map(is_late_row, had)),
                min(row.opened_at for row in had),
            )


async def test_the_place_in_the_line_of_what_nobody_has(database: Database) -> None:
    async with database.transaction() as session:
        made = await make(session, random.Random(4))
        line = expected(made, QueueFilter(free=True))
        for place in (0, 7, len(line) - 1):
            assert await queue.before(session, line[place]) == place
        taken = next(one.row.id for one in made if one.row.assignee_id and one.row.state in LIVE)
        assert await queue.before(session, taken or 0) == len(line)


SAID = (
    ("El cañón del salón no prende", "SER-008", "canon", True),
    ("El CAÑÓN no prende", "SER-008", "canon", True),
    ("La impresora ÚNICA", None, "unica", True),
    ("nada", "SER-025", "impresora", True),
    ("nada", "SER-004", "impresora", False),
    ("100% lento", None, "100%", True),
    ("1000 lento", None, "100%", False),
    ("a_b", None, "a_b", True),
    ("acb", None, "a_b", False),
)


async def test_a_word_is_found_with_its_accents(database: Database) -> None:
    async with database.transaction() as session:
        (made,) = (await make(session, random.Random(5)))[:1]
        made.row.state = State.NEW
        for text, service, word, found in SAID:
            made.row.text, made.row.service = text, service
            await session.flush()
            named = {word: searching.Named(frozenset({"SER-025"}))}
            seen = await searching.search(session, replace(ALL, words=(word,)), ME, NOW, named)
            assert (made.row.id in [one for one, _ in seen]) is found, (text, word)


@pytest.mark.parametrize(
    ("word", "texts"),
    [
        ("ines", ("Inés", "INÉS", "ines")),
        ("ana", ("Ana", "Aná", "uña y Ana")),
        ("nino", ("Niño",)),
        ("ee", ("ee",)),
    ],
)
def test_a_short_word_keeps_all_letters_but_one(word: str, texts: tuple[str, ...]) -> None:
    """As LIKE reads it: `_` is any one sign."""

    def likes(pattern: str, text: str) -> bool:
        spans = (text.lower()[at : at + len(pattern)] for at in range(len(text)))
        return any(
            len(span) == len(pattern)
            and all(sign in ("_", letter) for sign, letter in zip(pattern, span, strict=True))
            for span in spans
        )

    for text in texts:
        assert any(likes(pattern, text) for pattern in searching.patterns(word)), text


async def test_what_is_over_is_found_behind_what_lives(database: Database) -> None:
    async with database.transaction() as session:
        made = await make(session, random.Random(6))
        over = next(one.row for one in made if one.row.state == State.CLOSED)
        lives = next(one.row for one in made if one.row.state in LIVE)
        over.text = lives.text = "el escáner"
        over.opened_at = lives.opened_at + timedelta(days=1)
        await session.flush()
        found = await searching.search(session, replace(ALL, words=("escaner",)), ME, NOW, {})
        assert [one for one, _ in found] == [lives.id, over.id]
        only = await searching.search(session, QueueFilter(free=True, words=("escaner",)), ME, NOW, {})
        live = await searching.search(session, QueueFilter(open_alone=True, words=("escaner",)), ME, NOW, {})
        assert over.id not in [one for one, _ in [*only, *live]]
