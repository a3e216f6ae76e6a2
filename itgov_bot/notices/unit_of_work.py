"""A piece of work at the desk: one transaction, and what happened in it is told before the commit."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from itgov_bot.clock import Clock
from itgov_bot.desk.desk import Calendars, Desk, EventFeed
from itgov_bot.desk.people import come_in
from itgov_bot.domain.installation import BARE, Installation
from itgov_bot.domain.people import Person, Role
from itgov_bot.messages import DeskAway, Incoming
from itgov_bot.notices.tell import tell
from itgov_bot.outbox.posting import answer_press, post
from itgov_bot.reference import Reference
from itgov_bot.replies import Reply
from itgov_bot.storage import conversations, inbox, updates
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.unavailable import is_away
from itgov_bot.storage.updates import AlreadySeen


@dataclass
class Visit:
    """One thing that a person did: who they are, their roles, and how their conversation in this chat was left.

    Whoever answers leaves the new `state` here, the `replies` with the ticket that an answer to each belongs to, and so the
    `toast` that is shown to who pressed.
    """

    desk: Desk
    person: Person
    roles: frozenset[Role]
    state: dict[str, object]
    replies: list[tuple[Reply, int | None]] = field(default_factory=list)
    toast: tuple[Reply | None, int | None] | None = None


@dataclass
class UnitOfWork:
    """Begins the work of a turn, of a round or of a command. The bot's name is known when Telegram was reached."""

    database: Database
    reference: Reference
    calendars: Calendars
    clock: Clock
    feed: EventFeed | None = None
    installation: Installation = BARE

    def name_bot(self, name: str) -> None:
        self.installation = replace(self.installation, bot_name=name)

    @asynccontextmanager
    async def begin(self, *, long: bool = False) -> AsyncIterator[Desk]:
        """What may be `long` leaves the event loop to turns and sends meanwhile."""
        async with self.database.transaction(long=long) as session:
            desk = self._desk(session)
            yield desk
            await tell(desk)

    @asynccontextmanager
    async def begin_if_there(self) -> AsyncIterator[Desk]:
        """For what an event asks for. Raises DeskAway while the database is away: then nothing was done, and the event
        must come again."""
        try:
            async with self.begin() as desk:
                yield desk
        except Exception as failure:
            if is_away(failure):
                raise DeskAway from failure
            raise

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Desk]:
        """For looking only: it does not wait for the writer, and nothing is told."""
        async with self.database.reading() as session:
            yield self._desk(session)

    async def once(self, key: str, do: Callable[[Desk], Awaitable[None]]) -> bool:
        """Does what an update asks for and marks it as seen; False when that was done before, here or elsewhere.

        Raises DeskAway while the database is away: then nothing was done, and the update must come again.
        """
        try:
            async with self.begin_if_there() as desk:
                if not await inbox.finish(desk.session, key, self.database.worker):
                    raise AlreadySeen(key)
                await updates.mark_seen(desk.session, key, desk.now)
                await do(desk)
        except AlreadySeen:
            return False
        return True

    async def turn(
        self, incoming: Incoming, first_roles: frozenset[Role], answer: Callable[[Visit], Awaitable[None]]
    ) -> bool:
        """One thing that a person did, once; what happened is told before the replies, which say that it is done."""

        async def visit(desk: Desk) -> None:
            for key in incoming.also:
                await inbox.finish(desk.session, key, self.database.worker)
                await updates.mark_seen(desk.session, key, desk.now)
            found = await come_in(desk, incoming, first_roles)
            visit = Visit(desk, found.person, found.roles, dict(found.talk))
            await answer(visit)
            if visit.state != found.talk:
                chat = incoming.address.chat
                await conversations.keep(desk.session, found.person.id, chat, visit.state, desk.now)
            await tell(desk)
            for reply, ticket in visit.replies:
                urgent = incoming.is_group and reply.card is not None  # a question, or a card turned over
                await post(desk.session, incoming.address, reply, desk.now, urgent=urgent, ticket=ticket)
            await answer_press(desk.session, incoming, desk.now, *(visit.toast or ()))

        return await self.once(incoming.key, visit)

    def _desk(self, session: Session) -> Desk:
        return Desk(session, self.clock(), self.reference, self.calendars, self.feed, self.installation)
