"""What a summary counts, on both engines, against the same cases counted one by one."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from itgov_bot.domain.summary import GROUPING, Figure, Part, Split
from itgov_bot.domain.tickets.ticket import LIVE, State
from itgov_bot.storage.counted import summary
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.tables import PersonRow, TicketEventRow, TicketRow

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
SPAN = (NOW - timedelta(days=7), NOW + timedelta(days=1))
LIMITS = tuple(NOW - timedelta(days=back) for back in (1, 6, 12))
CASES, PEOPLE = 400, 6


@dataclass(frozen=True)
class Made:
    """A generated case, and when it was opened again."""

    row: TicketRow
    reopened: tuple[datetime, ...]


def a_case(chance: random.Random, number: int) -> Made:
    opened = NOW - timedelta(days=chance.choice((0, 1, 3, 7, 8, 20)), hours=chance.randrange(24))
    state = chance.choice(list(State))
    is_solved = state in (State.RESOLVED, State.CLOSED)
    solver = chance.randint(1, PEOPLE) if is_solved and chance.random() < 0.9 else None
    due = NOW + timedelta(hours=chance.choice((-5, 5)))
    row = TicketRow(
        id=number,
        number=f"SAUS-2026-{number:06d}",
        state=state,
        requester_id=chance.randint(1, PEOPLE),
        assignee_id=chance.choice((None, *range(1, PEOPLE + 1))),
        text="no abre",
        service=chance.choice((None, "SER-004", "SER-009")),
        office=chance.choice((None, "Secretaría de Hacienda", "Archivo General")),
        place="",
        contact="",
        channel=chance.choice(("telegram", "call")),
        urgent=chance.random() < 0.2,
        resolved_at=opened + timedelta(hours=chance.randrange(200)) if is_solved else None,
        solved_by=solver,
        rating=chance.choice((None, 1, 2, 4, 5)) if is_solved else None,
        merged_into_id=1 if state is State.CLOSED and number > 1 and chance.random() < 0.2 else None,
        first_answer_at=chance.choice((None, opened)),
        first_answer_due=chance.choice((None, due)),
        solution_due=chance.choice((None, due)),
        opened_at=opened,
        attended_from=opened,
        updated_at=opened,
    )
    return Made(row, tuple(opened for _ in range(chance.choice((0, 0, 1, 2)))))


async def make(session: Session, chance: random.Random) -> list[Made]:
    for number in range(1, PEOPLE + 1):
        session.add(PersonRow(id=number, channel="test", user=str(number), chat="", name="", created_at=NOW))
    await session.flush()
    made = [a_case(chance, number) for number in range(1, CASES + 1)]
    session.add_all([one.row for one in made])
    await session.flush()
    session.add_all(
        TicketEventRow(ticket_id=one.row.id or 0, kind="reopened", at=at, data={})
        for one in made
        for at in one.reopened
    )
    session.add_all(
        TicketEventRow(ticket_id=one.row.id or 0, kind="cancelled", at=one.row.opened_at, data={})
        for one in made
        if was_cancelled(one)
    )
    await session.flush()
    return made


def was_cancelled(one: Made) -> bool:
    """Also some that were opened again since."""
    return one.row.state == State.CANCELLED or (one.row.id or 0) % 5 == 0


def within(at: datetime | None) -> bool:
    return at is not None and SPAN[0] <= at < SPAN[1]


def is_received(one: Made) -> bool:
    row = one.row
    return within(row.opened_at) and row.state != State.CANCELLED and row.merged_into_id is None


def is_solved(one: Made) -> bool:
    row = one.row
    return (
        row.state in (State.RESOLVED, State.CLOSED) and within(row.resolved_at) and row.merged_into_id is None
    )


def is_rated(one: Made) -> bool:
    return is_solved(one) and one.row.rating is not None and one.row.solved_by != one.row.requester_id


def is_live(one: Made) -> bool:
    return one.row.state in LIVE


def is_late_row(row: TicketRow) -> bool:
    answer = row.first_answer_due if row.first_answer_at is None else None
    return any(due and due < NOW for due in (answer, row.solution_due))


def is_overdue(one: Made) -> bool:
    return is_live(one) and is_late_row(one.row)


EXPECTED: dict[Figure, Callable[[Made], bool]] = {
    Figure.RECEIVED: is_received,
    Figure.URGENT: lambda one: is_received(one) and one.row.urgent,
    Figure.SOLVED: is_solved,
    Figure.RATED: is_rated,
    Figure.RATED_LOW: lambda one: is_rated(one) and (one.row.rating or 9) <= 2,
    Figure.REOPENED: lambda one: any(within(at) for at in one.reopened),
    Figure.CANCELLED: lambda one: one.row.state == State.CANCELLED and within(one.row.opened_at),
    Figure.BACKLOG: is_live,
    Figure.WAITING: lambda one: one.row.state == State.WAITING,
    Figure.OURS: lambda one: is_live(one) and one.row.state != State.WAITING,
    Figure.OVERDUE: is_overdue,
    Figure.URGENT_NOW: lambda one: is_live(one) and one.row.urgent,
}


def key_of(one: Made, figure: Figure, by: Split) -> str | None:
    row = one.row
    if by is Split.AGENT:
        agent = (
            row.solved_by if figure in (Figure.SOLVED, Figure.RATED, Figure.RATED_LOW) else row.assignee_id
        )
        return None if agent is None else str(agent)
    ways = {Split.SERVICE: row.service, Split.OFFICE: row.office, Split.CHANNEL: row.channel}
    return row.solution if by is Split.WAY else ways[by]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_every_figure_and_every_part_of_it(database: Database, seed: int) -> None:
    async with database.transaction() as session:
        made = await make(session, random.Random(seed))
        assert set(EXPECTED) == set(Figure)
        for figure, counts in EXPECTED.items():
            wanted = {one.row.id for one in made if counts(one)}
            found = await summary.cases(session, figure, SPAN, NOW, limit=CASES, offset=0)
            assert {one.id for one in found} == wanted, figure
            assert await summary.count(session, figure, SPAN, NOW) == len(wanted), figure
            for by in sorted(GROUPING):
                expected = Counter(key_of(one, figure, by) for one in made if counts(one))
                parts = await summary.parts(session, figure, SPAN, by, NOW, limit=CASES)
                assert {part.key: many for part, many in parts} == expected, (figure, by)
                for part, many in parts:
                    assert await summary.count(session, figure, SPAN, NOW, [part]) == many, (figure, part)


@pytest.mark.parametrize("seed", [4, 5])
async def test_the_screen_counts_as_the_lists_do(database: Database, seed: int) -> None:
    async with database.transaction() as session:
        made = await make(session, random.Random(seed))
        many = {figure: sum(map(counts, made)) for figure, counts in EXPECTED.items()}
        flow = await summary.flow(session, SPAN)
        assert (flow.opened.received, flow.opened.urgent) == (many[Figure.RECEIVED], many[Figure.URGENT])
        assert flow.reopened == many[Figure.REOPENED]
        solved = flow.solved
        assert (solved.solved, solved.rated, solved.low) == (
            many[Figure.SOLVED],
            many[Figure.RATED],
            many[Figure.RATED_LOW],
        )
        assert solved.stars == sum(one.row.rating or 0 for one in made if is_rated(one))
        backlog = await summary.backlog(session, LIMITS, NOW)
        assert (backlog.total, backlog.waiting) == (many[Figure.BACKLOG], many[Figure.WAITING])
        assert (backlog.overdue, backlog.urgent) == (many[Figure.OVERDUE], many[Figure.URGENT_NOW])
        live = [one.row.opened_at for one in made if is_live(one)]
        edges = (NOW + timedelta(days=1), *LIMITS, datetime(2000, 1, 1, tzinfo=UTC))
        expected = [sum(start <= at < end for at in live) for end, start in pairwise(edges)]
        assert list(backlog.ages) == expected
        for age, (end, start) in enumerate(pairwise(edges)):
            found = await summary.count(session, Figure.BACKLOG, SPAN, NOW, opened=(start, end))
            assert found == backlog.ages[age]


async def test_a_part_that_is_nobodys(database: Database) -> None:
    async with database.transaction() as session:
        await make(session, random.Random(6))
        for part in (Part(Split.AGENT, "999"), Part(Split.OFFICE, "Luna")):
            assert await summary.count(session, Figure.BACKLOG, SPAN, NOW, [part]) == 0


@pytest.mark.parametrize(
    ("place", "is_there"),
    [
        ("Hacienda, sede MANGA, piso 2", True),
        ("manga", True),
        ("Chambacú/Manga", True),
        ("Mangas del sur", False),
        ("piso 2", False),
    ],
)
async def test_the_site_that_a_place_names(database: Database, place: str, is_there: bool) -> None:
    async with database.transaction() as session:
        made = await make(session, random.Random(6))
        every = [one.row for one in made]
        for row in every:
            row.place = place
        await session.flush()
        many = await summary.count(session, Figure.BACKLOG, SPAN, NOW)
        at_manga = [Part(Split.SITE, "manga"), Part(Split.SITE, "aduana")]
        assert many
        assert await summary.count(session, Figure.BACKLOG, SPAN, NOW, at_manga) == (many if is_there else 0)
