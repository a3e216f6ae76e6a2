"""One turn is one transaction: seen mark, state, actions and replies commit together, or not at all. Called by app."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace

import structlog
from structlog.contextvars import bind_contextvars

from itgov_bot.conversation import state as states
from itgov_bot.conversation.flows.admins.teaching import show_effect
from itgov_bot.conversation.routes import answer
from itgov_bot.conversation.state import ConversationState
from itgov_bot.conversation.turn import RECENT_REPLIES, Parts, ReceivedFiles, Turn
from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.learning import effect_of, learned_phrases
from itgov_bot.desk.people import leave_group
from itgov_bot.domain.learning import Lesson
from itgov_bot.domain.people import Role
from itgov_bot.messages import Address, DeskAway, Event, Faceless, Incoming, MemberLeft, MembershipChange
from itgov_bot.notices.unit_of_work import UnitOfWork, Visit
from itgov_bot.outbox.posting import answer_press, end_press, post
from itgov_bot.outbox.undeliverable import membership_changed
from itgov_bot.understanding import Meaning
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents import group

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
    """`first_roles` are those that somebody has without anybody having given them; `meaning` is what the understanding has
    still to learn of it, step by step."""

    def __init__(
        self,
        work: UnitOfWork,
        parts: Parts,
        first_roles: Callable[[Incoming], frozenset[Role]],
        meaning: Iterator[Meaning | None],
    ) -> None:
        self._work = work
        self._meaning = meaning
        self.parts = parts
        self._first_roles = first_roles
        self.queues = Queues()

    async def take_turn(self, incoming: Incoming, files: ReceivedFiles) -> bool:
        """Does the turn. False when this update was done before. A fault of ours ends in an apology.

        Raises DeskAway: then nothing was done, and the update must come again.
        """
        bind_contextvars(
            turn=incoming.key
        )  # each turn is a task of its own, or follows another that bound its own
        turn: Turn | None = None
        await self._listen(incoming.text.strip())

        async def do(visit: Visit) -> None:
            nonlocal turn
            turn = await self._do(visit, incoming, files)

        try:
            is_done = await self._work.turn(incoming, self._first_roles(incoming), do)
            await self._go_on(turn)
        except DeskAway:
            raise
        except Exception:
            log.exception("turn failed")
            return await self._apologise(incoming)
        return is_done

    async def _do(self, visit: Visit, incoming: Incoming, files: ReceivedFiles) -> Turn:
        state, lost = self._state(visit.state)
        turn = Turn(
            parts=self.parts,
            desk=visit.desk,
            incoming=incoming,
            person=visit.person,
            roles=_seen_as(visit.roles, state),
            own_roles=visit.roles,
            state=state,
            files=files,
        )
        if lost and not incoming.is_group:
            turn.say(form_words.could_not_be_kept())
        await answer(turn)
        if turn.said:
            turn.state.last_said = [reply.mark() for reply in turn.said[-RECENT_REPLIES:]]
        visit.state, visit.replies = states.written(turn.state), turn.replies
        visit.toast = turn.toasted
        return turn

    async def _go_on(self, turn: Turn | None) -> None:
        """What takes long and therefore begins when the turn is committed."""
        if turn and turn.taught:
            await self.read_learned()
        if turn and turn.has_erased:
            await self._work.database.empty_log()
        if turn and turn.trial:
            await self._try(turn.incoming, turn.trial)

    async def _try(self, incoming: Incoming, lesson: Lesson) -> None:
        """Finds out what a lesson would change, and says it."""
        changes = await effect_of(self.parts.understanding, lesson, self.parts.phrases)

        async def say(desk: Desk) -> None:
            if reply := await show_effect(desk, lesson, changes):
                await post(desk.session, incoming.address, reply, desk.now)

        await self._work.once(f"{incoming.key}:trial", say)

    def _state(self, kept: dict[str, object]) -> tuple[ConversationState, bool]:
        """Without the forms that this version no longer has; and whether one was lost."""
        state, lost = states.read(kept)
        flows = self.parts.flows.values()
        known = [form for form in state.forms if any(flow.is_at(form) for flow in flows)]
        lost = lost or len(known) < len(state.forms)
        state.forms = known
        state.left = [one for one in state.left if any(flow.is_at(one.form) for flow in flows)]
        return state, lost

    async def read_learned(self) -> None:
        """What administrators taught counts from now on; also what they taught in another process."""
        async with self._work.look() as desk:
            taught = tuple(await learned_phrases(desk.session))
        if taught != self.parts.understanding.learned:
            understanding = await asyncio.to_thread(self.parts.understanding.with_learned, taught)
            self.parts = replace(self.parts, understanding=understanding)

    async def learn_meaning(self) -> None:
        """Step by step beside the event loop; what it leads to counts from then on."""
        try:
            found: Meaning | bool | None = None
            while found is None:
                found = await asyncio.to_thread(next, self._meaning, False)
        except Exception:
            log.exception("meaning could not be learned; the words go on speaking alone")
            return
        if isinstance(found, Meaning):
            self.parts = replace(self.parts, understanding=self.parts.understanding.with_meaning(found))

    async def _listen(self, text: str) -> None:
        """Where an encoder is heard too, it takes its time beside the event loop and before the turn; the turn then finds
        what it said."""
        if self.parts.understanding.meaning and text:
            await asyncio.to_thread(self.parts.understanding.match, text)

    async def _apologise(self, incoming: Incoming) -> bool:
        """The update is marked so that it does not fail for ever; the person hears of it and keeps their form."""

        async def say(desk: Desk) -> None:
            await post(desk.session, incoming.address, general.our_fault(), desk.now)
            await answer_press(desk.session, incoming, desk.now)

        return await self._work.once(incoming.key, say)

    async def slow_down(self, event: Event) -> None:
        """Somebody writes faster than they are answered. In a group everybody would read it, and it is not told."""
        if isinstance(event, Incoming) and not event.is_group:
            async with self._work.begin() as desk:
                await post(desk.session, event.address, general.too_fast(), desk.now)

    async def end_press(self, press: Address) -> None:
        """Of a press whose turn takes long, or that has none. What the turn would show is then said."""
        async with self._work.begin() as desk:
            await end_press(desk.session, press, desk.now)

    async def membership(self, change: MembershipChange | MemberLeft) -> None:
        """A chat can no longer be reached, can again, or has a new id; or somebody is in a group no more. One that comes
        again has no effect."""

        async def take(desk: Desk) -> None:
            if isinstance(change, MemberLeft):
                await leave_group(desk, change)
            else:
                await membership_changed(desk.session, change, desk.now)

        await self._work.once(change.key, take)

    async def faceless(self, event: Faceless) -> None:
        """Whoever hides behind a group or a channel is told how to act, and not each time."""

        async def take(desk: Desk) -> None:
            if await support.is_faceless_news(desk, event):
                await post(
                    desk.session, event.address, group.who_are_you(as_channel=event.as_channel), desk.now
                )

        await self._work.once(event.key, take)


def _seen_as(roles: frozenset[Role], state: ConversationState) -> frozenset[Role]:
    """An administrator may try what another role sees; only their own roles allow it."""
    if Role.ADMIN in roles and state.view_as:
        return frozenset({Role.STAFF, state.view_as})
    return roles


def queue_of(event: Event) -> tuple[str, str]:
    """Turns are ordered by person, wherever they write; so is what happens to a private chat, which has their id."""
    if not isinstance(event, Incoming):
        return event.address.channel, event.address.chat
    return event.sender.channel, event.sender.user
