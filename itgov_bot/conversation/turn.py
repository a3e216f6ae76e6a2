"""One turn is one transaction: seen mark, talk, deeds and replies commit together, or not at all. Called by app."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import structlog

from itgov_bot.conversation.context import ReceivedFiles, Turn
from itgov_bot.conversation.form_table import FLOWS
from itgov_bot.conversation.routes import answer
from itgov_bot.conversation.talk import Talk
from itgov_bot.desk.desk import Calendars, Desk, EventFeed
from itgov_bot.desk.learning import learned_phrases
from itgov_bot.domain.people import Person, Role
from itgov_bot.messages import Event, Incoming, MembershipChange
from itgov_bot.notices.tell import tell
from itgov_bot.outbox import undeliverable
from itgov_bot.outbox.posting import post
from itgov_bot.reference import Reference
from itgov_bot.storage import people, talks, updates
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.unavailable import is_away
from itgov_bot.storage.updates import AlreadySeen
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.quality.evaluation import Labelled
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


@dataclass
class TurnMaker:
    """What turns need from outside, put together once by app."""

    database: Database
    reference: Reference
    calendars: Calendars
    understanding: Understanding
    labelled: Sequence[Labelled]
    clock: Callable[[], datetime]
    first_roles: Callable[[Incoming], frozenset[Role]]
    max_file_mb: int = 20
    bot_name: str = ""
    email_domains: frozenset[str] = frozenset()
    files_folder: Path = Path("files")
    feed: EventFeed | None = None
    queues: Queues = field(default_factory=Queues)

    async def take_turn(self, incoming: Incoming, files: ReceivedFiles) -> bool:
        """Does the turn. False when this update was done before. A fault of ours ends in an apology.

        Raises what the database raises while it is away: then nothing was done, and the update must come again.
        """
        try:
            async with self.database.transaction() as session:
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
        now = self.clock()
        await updates.mark_seen(session, incoming.key, now)
        person, roles = await self._who(session, incoming, now)
        talk = Talk.from_state(await talks.load(session, person.id, incoming.address.chat))
        turn = Turn(
            desk=Desk(session, now, self.reference, self.calendars, self.feed),
            incoming=incoming,
            person=person,
            roles=_seen_as(roles, talk),
            own_roles=roles,
            talk=talk,
            flows=FLOWS,
            understanding=self.understanding,
            labelled=self.labelled,
            files=files,
            max_file_mb=self.max_file_mb,
            bot_name=self.bot_name,
            email_domains=self.email_domains,
            files_folder=self.files_folder,
        )
        await answer(turn)
        await talks.keep(session, person.id, incoming.address.chat, talk.to_state(), now)
        await tell(turn.desk)  # before the replies of the turn, which say that it is done
        await turn.post_all()
        return turn.taught

    async def read_learned(self) -> None:
        """What administrators taught counts from now on; also what they taught in another process."""
        async with self.database.reading() as session:
            taught = tuple(await learned_phrases(session))
        if taught != self.understanding.learned:
            self.understanding = await asyncio.to_thread(self.understanding.with_learned, taught)

    async def _who(
        self, session: Session, incoming: Incoming, now: datetime
    ) -> tuple[Person, frozenset[Role]]:
        chat = None if incoming.is_group else incoming.address.chat
        person = await people.get_or_create(session, incoming.sender, chat, now)
        roles = await people.roles_of(session, person.id)
        for role in self.first_roles(incoming) - roles:
            await people.grant(session, person.id, role, None, now)
            roles |= {role}
        return person, roles

    async def _apologise(self, incoming: Incoming) -> bool:
        """The update is marked so that it does not fail for ever; the person hears of it and keeps their form."""
        try:
            async with self.database.transaction() as session:
                await updates.mark_seen(session, incoming.key, self.clock())
                await post(session, incoming.address, general.our_fault(), self.clock())
        except AlreadySeen:
            return False
        return True

    async def membership(self, change: MembershipChange) -> None:
        """A chat can no longer be reached, can again, or has a new id. One that comes again has no effect."""
        with contextlib.suppress(AlreadySeen):
            async with self.database.transaction() as session:
                now = self.clock()
                await updates.mark_seen(session, change.key, now)
                channel, chat = change.address.channel, change.address.chat
                if change.new_chat:
                    await undeliverable.chat_moved(session, channel, chat, change.new_chat)
                    return
                await people.set_reachable(session, channel, chat, change.reachable)
                if not change.reachable:
                    await undeliverable.group_lost(session, change.address, now)


def _seen_as(roles: frozenset[Role], talk: Talk) -> frozenset[Role]:
    """An administrator may try what another role sees; only their own roles allow it."""
    if Role.ADMIN in roles and talk.view_as:
        return frozenset({Role.STAFF, Role(talk.view_as)})
    return roles


def queue_of(event: Event) -> tuple[str, str]:
    """Turns are ordered by person, wherever they write; so is what happens to a private chat, which has their id."""
    if isinstance(event, MembershipChange):
        return event.address.channel, event.address.chat
    return event.sender.channel, event.sender.user
