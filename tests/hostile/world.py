"""A desk in the middle of its work, without channels: what an outsider does to it is looked at, and undone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from itgov_bot.conversation.form_table import FLOWS
from itgov_bot.conversation.form_types import AgentForm, DutySwapForm, Form, RatingForm, TicketForm
from itgov_bot.conversation.routes import answer
from itgov_bot.conversation.state import ConversationState
from itgov_bot.conversation.turn import Parts, Turn
from itgov_bot.desk import invitations, learning, on_call, support
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.tickets.requesting import open_ticket
from itgov_bot.desk.tickets.working import resolve_ticket, take_ticket
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.messages import Address, Incoming, Sender
from itgov_bot.notices.tell import tell
from itgov_bot.outbox.posting import last_replies
from itgov_bot.storage import people, roles
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.near import NearConnection
from itgov_bot.storage.writer import NEAR
from itgov_bot.understanding import Understanding
from tests.made import city
from tests.storage.made import NOW, sender

MARKED = ("zafiro", "3009998877", "Quibdó", "Marcela")
"""What stands in the case of somebody else, and nowhere else."""
KEPT = (
    "ticket", "ticket_event", "role_grant", "invitation", "desk_chat", "duty", "page", "rota_turn", "duty_override",
    "attachment", "affected", "maintenance", "page_way", "reading",
)  # fmt: skip
"""The tables in which nothing that is forged may change anything."""
ANA = sender("ana")
OUTSIDER = Sender("telegram", "700", "Nadie", "nadie")
HERE = Address("telegram", "700")


class Undone(Exception):
    """Whatever was done is to be undone."""


class World:
    """`new` and `solved` are the numbers of the cases of somebody else; `held` are forms that
    somebody had begun, or none."""

    def __init__(self, database: Database, understanding: Understanding, files: Path) -> None:
        self.database = database
        self.parts = Parts(understanding, FLOWS, files_folder=files)
        self.new = self.solved = ""
        self.held: tuple[Form | None, ...] = ()
        self._rows: list[list[Any]] = []

    async def filled(self) -> World:
        async with self.database.transaction() as session:
            await self._fill(self.desk(session))
            self._rows = await _rows(session)
        return self

    async def _fill(self, desk: Desk) -> None:
        ana, carla, alba = [await self._person(desk, user) for user in ("ana", "carla", "alba")]
        await roles.grant(desk.session, carla.id, Role.AGENT, None, NOW)
        await roles.grant(desk.session, alba.id, Role.ADMIN, None, NOW)
        draft = Draft("zafiro no me abre", "SER-004", "Quibdó", "Marcela 3009998877")
        self.new = (await open_ticket(desk, ana, draft)).number
        solved = await take_ticket(desk, await open_ticket(desk, ana, draft), carla)
        self.solved = (await resolve_ticket(desk, solved, carla, "zafiro al día")).number
        await on_call.put_on_duty(desk, carla, 1, alba)
        await invitations.invite(desk, Role.AGENT, alba)
        await learning.note_unmatched(desk, "zafiro raro", None)
        group = Incoming("fill", sender("alba"), Address("telegram", "-1"), is_group=True, group_title="Mesa")
        await support.use_group(desk, group)
        self.held = (
            None,
            AgentForm(flow="ag_answer", step="what", ticket=self.new, holder=None),
            TicketForm(step="confirm", text="no imprime", place="Aduana"),
            RatingForm(step="what", ticket=self.solved),
            DutySwapForm(step="mine"),
        )

    async def _person(self, desk: Desk, user: str) -> Person:
        return await people.get_or_create(desk.session, sender(user), user, desk.now)

    def desk(self, session: Session) -> Desk:
        return Desk(session, NOW, city(), Calendars.of(city()))

    async def done(
        self, incoming: Incoming, form: Form | None = None, roles: Iterable[Role] = ()
    ) -> tuple[list[str], bool]:
        """What is said to who does this, and whether anything changed that is not theirs; then it is undone.

        `form` is what they were filling in, `roles` are theirs.
        """
        said: list[str] = []
        changed = False
        with suppress(Undone):
            async with self.database.transaction() as session:
                said = await self._answer(session, incoming, form, frozenset({Role.STAFF, *roles}))
                changed = await _rows(session) != self._rows
                raise Undone
        return said, changed

    async def _answer(
        self, session: Session, incoming: Incoming, form: Form | None, roles: frozenset[Role]
    ) -> list[str]:
        desk = self.desk(session)
        person = await people.get_or_create(session, incoming.sender, HERE.chat, NOW)
        state = ConversationState(forms=[form] if form else [])
        turn = Turn(
            parts=self.parts,
            desk=desk,
            incoming=incoming,
            person=person,
            roles=roles,
            own_roles=roles,
            state=state,
        )
        await answer(turn)
        await tell(desk)
        posted = await last_replies(session, incoming.address, 10)  # what is said at once, before the rest
        return [f"{one.text} {[choice.label for choice in one.choices]}" for one in (*turn.said, *posted)]


def pressed(data: str, by: Sender = OUTSIDER, *, in_group: bool = False) -> Incoming:
    where = Address("telegram", "-9") if in_group else HERE
    return Incoming("forged", by, where, pressed=data, press_ref="1", is_group=in_group)


def written(said: str) -> Incoming:
    return replace(pressed(""), pressed=None, press_ref=None, text=said, message_ref="2")


async def _rows(session: Session) -> list[list[Any]]:
    """As SQLite itself has them: thousands of presses are compared, and of no row more is asked."""
    await session.flush()
    connection: NearConnection = session.info[NEAR]
    return [connection.execute_now(f"select * from {table}") for table in KEPT]


def in_world(world: World, runner: asyncio.Runner) -> Callable[..., tuple[list[str], bool]]:
    """The world for a property, which is no coroutine."""
    return lambda incoming, form=None, roles=(): runner.run(world.done(incoming, form, roles))
