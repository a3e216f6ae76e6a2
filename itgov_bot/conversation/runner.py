"""One turn is one transaction: seen mark, state, deeds and replies commit together, or not at all. Called by app."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

import structlog

from itgov_bot.conversation import state as states
from itgov_bot.conversation.routes import answer
from itgov_bot.conversation.state import ConversationState
from itgov_bot.conversation.turn import Parts, ReceivedFiles, Turn
from itgov_bot.desk.learning import learned_phrases
from itgov_bot.domain.people import Person, Role
from itgov_bot.messages import Event, Incoming, MembershipChange
from itgov_bot.notices.tell import tell
from itgov_bot.outbox import undeliverable
from itgov_bot.outbox.posting import post
from itgov_bot.storage import conversations, people, updates
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.unavailable import is_away
from itgov_bot.storage.updates import AlreadySeen
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general

log = structlog.get_logger(__name__)


class Queues:
    """Turns of one person run in order, those of different people at the same time."""

    def __init__(self) -> None:
        self._locks: dict[object, tuple[asyncio.Lock, list[int]]] = {}

    @asynccontextmanager
    async def turn_of(self, key: object) -> AsyncIterator[None]:
        """asyncio locks are fair: whoever asks first goes first."""
        lock, users = self._locks.setdefault(key, (asyncio.Lock(), [0]))
        users[0] += 1
        try:
            async with lock:
                yield
        finally:
            users[0] -= 1
            if not users[0]:
                self._locks.pop(key, None)


class TurnRunner:
    """`first_roles` are those that somebody has without anybody having given them."""

    def __init__(
        self,
        database: Database,
        parts: Parts,
        clock: Callable[[], datetime],
        first_roles: Callable[[Incoming], frozenset[Role]],
    ) -> None:
        self._database = database
        self.parts = parts
        self._clock = clock
        self._first_roles = first_roles
        self.queues = Queues()

    def name_bot(self, name: str) -> None:
        self.parts = replace(self.parts, bot_name=name)

    async def take_turn(self, incoming: Incoming, files: ReceivedFiles) -> bool:
        """Does the turn. False when this update was done before. A fault of ours ends in an apology.

        Raises what the database raises while it is away: then nothing was done, and the update must come again.
        """
        try:
            async with self._database.transaction() as session:
                taught = await self._do(session, incoming, files)
            if taught:
                await self.read_learned()
            return True
        except AlreadySeen:
            return False
        except Exception as failure:
            if is_away(failure):
                raise
            log.exception("turn failed", update=incoming.key)
        return await self._apologise(incoming)

    async def _do(self, session: Session, incoming: Incoming, files: ReceivedFiles) -> bool:
        now = self._clock()
        await updates.mark_seen(session, incoming.key, now)
        person, roles = await self._who(session, incoming, now)
        kept = await conversations.load(session, person.id, incoming.address.chat)
        state, lost = self._state(kept)
        turn = Turn(
            parts=self.parts,
            desk=self.parts.desk(session, now),
            incoming=incoming,
            person=person,
            roles=_seen_as(roles, state),
            own_roles=roles,
            state=state,
            files=files,
        )
        if lost and not incoming.is_group:
            turn.say(form_words.could_not_be_kept())
        await answer(turn)
        await conversations.keep(session, person.id, incoming.address.chat, states.written(turn.state), now)
        await tell(turn.desk)  # before the replies of the turn, which say that it is done
        await turn.post_all()
        return turn.taught

    def _state(self, kept: dict[str, object]) -> tuple[ConversationState, bool]:
        """Without the forms that this version no longer has; and whether one was lost."""
        state, lost = states.read(kept)
        flows = self.parts.flows.values()
        known = [form for form in state.forms if any(flow.is_at(form) for flow in flows)]
        lost = lost or len(known) < len(state.forms)
        state.forms = known
        return state, lost

    async def read_learned(self) -> None:
        """What administrators taught counts from now on; also what they taught in another process."""
        async with self._database.reading() as session:
            taught = tuple(await learned_phrases(session))
        if taught != self.parts.understanding.learned:
            understanding = await asyncio.to_thread(self.parts.understanding.with_learned, taught)
            self.parts = replace(self.parts, understanding=understanding)

    async def _who(
        self, session: Session, incoming: Incoming, now: datetime
    ) -> tuple[Person, frozenset[Role]]:
        chat = None if incoming.is_group else incoming.address.chat
        person = await people.get_or_create(session, incoming.sender, chat, now)
        roles = await people.roles_of(session, person.id)
        for role in self._first_roles(incoming) - roles:
            await people.grant(session, person.id, role, None, now)
            roles |= {role}
        return person, roles

    async def _apologise(self, incoming: Incoming) -> bool:
        """The update is marked so that it does not fail for ever; the person hears of it and keeps their form."""
        try:
            async with self._database.transaction() as session:
                await updates.mark_seen(session, incoming.key, self._clock())
                await post(session, incoming.address, general.our_fault(), self._clock())
        except AlreadySeen:
            return False
        return True

    async def membership(self, change: MembershipChange) -> None:
        """A chat can no longer be reached, can again, or has a new id. One that comes again has no effect."""
        with contextlib.suppress(AlreadySeen):
            async with self._database.transaction() as session:
                now = self._clock()
                await updates.mark_seen(session, change.key, now)
                channel, chat = change.address.channel, change.address.chat
                if change.new_chat:
                    await undeliverable.chat_moved(session, channel, chat, change.new_chat)
                    return
                await people.set_reachable(session, channel, chat, change.reachable)
                if not change.reachable:
                    await undeliverable.group_lost(session, change.address, now)


def _seen_as(roles: frozenset[Role], state: ConversationState) -> frozenset[Role]:
    """An administrator may try what another role sees; only their own roles allow it."""
    if Role.ADMIN in roles and state.view_as:
        return frozenset({Role.STAFF, state.view_as})
    return roles


def queue_of(event: Event) -> tuple[str, str]:
    """Turns are ordered by person, wherever they write; so is what happens to a private chat, which has their id."""
    if isinstance(event, MembershipChange):
        return event.address.channel, event.address.chat
    return event.sender.channel, event.sender.user
