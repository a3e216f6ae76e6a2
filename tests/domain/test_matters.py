"""What a ticket is to the person who writes: whose turn it is to write, and for how long."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from itgov_bot.domain.tickets.matters import (
    ASKED_FOR,
    TALK_LASTS,
    Matter,
    MatterKind,
    Talk,
    guarded,
    nearest,
    own_matter,
    written_about,
)
from itgov_bot.domain.tickets.ticket import State
from tests.made import long_ticket

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LIVE = long_ticket(NOW - timedelta(days=9), state=State.IN_PROGRESS)


def before(span: timedelta) -> datetime:
    return NOW - span


@pytest.mark.parametrize(
    ("talk", "kind", "awaits"),
    [
        (Talk(), MatterKind.OPEN, False),
        (Talk(asked_at=before(MINUTE)), MatterKind.ASKED, True),
        (Talk(asked_at=before(ASKED_FOR)), MatterKind.ASKED, True),
        (Talk(asked_at=before(ASKED_FOR + MINUTE)), MatterKind.OPEN, False),
        (Talk(told_at=before(MINUTE)), MatterKind.OPEN, False),
        (Talk(asked_at=before(2 * MINUTE), told_at=before(MINUTE)), MatterKind.ASKED, False),
        (Talk(asked_at=before(TALK_LASTS + MINUTE), told_at=before(TALK_LASTS)), MatterKind.ASKED, False),
        (Talk(asked_at=before(ASKED_FOR), told_at=before(TALK_LASTS + MINUTE)), MatterKind.OPEN, False),
        (Talk(asked_at=before(MINUTE), told_at=before(2 * MINUTE)), MatterKind.ASKED, True),
    ],
)
def test_whose_turn_it_is(talk: Talk, kind: MatterKind, awaits: bool) -> None:
    matter = own_matter(LIVE, talk, NOW, waits_for_them=False)
    assert matter
    assert (matter.kind, matter.awaits) == (kind, awaits)


def test_what_waits_for_them_waits_however_long() -> None:
    matter = own_matter(LIVE, Talk(asked_at=before(3 * ASKED_FOR)), NOW, waits_for_them=True)
    assert matter
    assert (matter.kind, matter.awaits) == (MatterKind.ASKED, True)


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (State.RESOLVED, MatterKind.SOLVED),
        (State.CLOSED, MatterKind.SOLVED),
        (State.CANCELLED, None),
        (State.NEW, MatterKind.URGENT),
        (State.REOPENED, MatterKind.URGENT),
    ],
)
def test_an_urgent_ticket_goes_on_while_it_lives(state: State, kind: MatterKind | None) -> None:
    matter = own_matter(replace(LIVE, state=state, urgent=True), Talk(), NOW, waits_for_them=False)
    assert (matter.kind if matter else None) == kind


@pytest.mark.parametrize(
    ("talk", "awaits"),
    [
        (Talk(), True),
        (Talk(asked_at=before(MINUTE)), False),
        (Talk(asked_at=before(2 * MINUTE), told_at=before(MINUTE)), True),
        (Talk(asked_at=before(MINUTE), told_at=before(2 * MINUTE)), False),
    ],
)
def test_the_reporter_awaits_words_of_the_guard(talk: Talk, awaits: bool) -> None:
    assert guarded(LIVE, talk).awaits is awaits


def test_a_talk_comes_before_what_was_told_and_that_before_what_merely_is() -> None:
    made = [
        Matter(MatterKind.OPEN, LIVE, NOW, is_last_said=True),
        Matter(MatterKind.SOLVED, LIVE, before(2 * MINUTE)),
        Matter(MatterKind.OUTAGE, LIVE, before(MINUTE)),
        Matter(MatterKind.GUARD, LIVE, before(3 * MINUTE)),
        Matter(MatterKind.ASKED, LIVE, before(4 * MINUTE), is_last_said=True),
    ]
    assert [one.kind for one in nearest(made)] == [
        MatterKind.ASKED,
        MatterKind.GUARD,
        MatterKind.OUTAGE,
        MatterKind.SOLVED,
        MatterKind.OPEN,
    ]


OVER = [
    (State.RESOLVED, MatterKind.AFTER),
    (State.CLOSED, MatterKind.AFTER),
    (State.CANCELLED, MatterKind.BESIDE),
]


@pytest.mark.parametrize(("state", "kind"), OVER)
def test_a_ticket_that_is_over_is_talked_about_while_the_desk_writes(state: State, kind: MatterKind) -> None:
    over = replace(LIVE, state=state)
    asked = Talk(asked_at=before(MINUTE), asked="¿Le siguió fallando?")
    found = own_matter(over, asked, NOW, waits_for_them=False)
    assert found == Matter(kind, over, before(MINUTE), asked.asked, awaits=True)
    long_ago = own_matter(over, Talk(asked_at=before(ASKED_FOR + MINUTE)), NOW, waits_for_them=False)
    assert (long_ago and long_ago.kind) == (None if state is State.CANCELLED else MatterKind.SOLVED)


def test_what_is_written_about_another_ones_ticket_is_beside_it() -> None:
    asked = Talk(asked_at=before(MINUTE))
    found = written_about(replace(LIVE, state=State.RESOLVED), asked, NOW, is_own=False)
    assert found
    assert found.kind is MatterKind.BESIDE
    assert written_about(LIVE, Talk(), NOW, is_own=False) is None
