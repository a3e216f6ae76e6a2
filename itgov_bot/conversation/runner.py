"""One turn is one transaction: seen mark, state, actions and replies commit together, or not at all. Called by app."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

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
from itgov_bot.desk.people import come_in, keep_talk, leave_group
from itgov_bot.domain.learning import Lesson
from itgov_bot.domain.people import Role
from itgov_bot.messages import Address, DeskAway, Event, Faceless, Incoming, MemberLeft, MembershipChange
from itgov_bot.notices.tell import tell
from itgov_bot.outbox.posting import answer_press, end_press, post
from itgov_bot.outbox.undeliverable import membership_changed
from itgov_bot.understanding import Meaning
from itgov_bot.understanding.meaning.waiting import NotHeardYet, encoding_put_off
from itgov_bot.unit_of_work import UnitOfWork
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents import group

log = structlog.get_logger(__name__)

MOST_TEXTS = 12
"""For so many texts a turn is taken anew; one that makes still more of them hears the rest at once."""


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

    async def take_turn(self, incoming: Incoming, files: ReceivedFiles) -> None:
        """Does the turn, if it was not done before. A fault of ours ends in an apology.

        Raises DeskAway: then nothing was done, and the update must come again.
        """
        bind_contextvars(turn=incoming.key)  # in a task of its own, or after another that bound its own
        await self._listen(incoming.text.strip())
        try:
            turn = await self._once_heard(incoming, files)
            if turn:
                await self._go_on(turn)
        except DeskAway:
            raise
        except Exception:
            log.exception("turn failed")
            await self._apologise(incoming)

    async def _once_heard(self, incoming: Incoming, files: ReceivedFiles) -> Turn | None:
        """A turn may ask for texts that it makes of what was written. Where an encoder has not heard one yet, the turn is
        left undone and taken anew afterwards: nobody else waits meanwhile, neither for the loop nor for the database."""
        do = partial(self._do, incoming, files)
        for _ in range(MOST_TEXTS):
            try:
                with encoding_put_off():
                    return await self._work.once(incoming.key, do, incoming.also)
            except NotHeardYet as missing:
                await self._listen(missing.text)
        return await self._work.once(incoming.key, do, incoming.also)

    async def _do(self, incoming: Incoming, files: ReceivedFiles, desk: Desk) -> Turn:
        found = await come_in(desk, incoming, self._first_roles(incoming))
        state, lost = self._state(dict(found.talk))
        turn = Turn(
            parts=self.parts,
            desk=desk,
            incoming=incoming,
            person=found.person,
            roles=_seen_as(found.roles, state),
            own_roles=found.roles,
            state=state,
            files=files,
        )
        if lost and not incoming.is_group:
            turn.say(form_words.could_not_be_kept())
        spoken_of = state.of_indicator
        await answer(turn)
        if turn.said:
            turn.state.forget_indicator(spoken_of)
            turn.state.last_said = [reply.mark() for reply in turn.said[-RECENT_REPLIES:]]
        await self._leave(turn, found.talk)
        return turn

    async def _leave(self, turn: Turn, talk: dict[str, object]) -> None:
        """What happened is told before the replies, which say that it is done. `talk`: as it was before."""
        desk, incoming, written = turn.desk, turn.incoming, states.written(turn.state)
        if written != talk:
            await keep_talk(desk, incoming, turn.person, written)
        await tell(desk)
        for reply, ticket in turn.replies:
            urgent = incoming.is_group and reply.card is not None  # a question, or a card turned over
            await post(desk.session, incoming.address, reply, desk.now, urgent=urgent, ticket=ticket)
        await answer_press(desk.session, incoming, desk.now, *(turn.toasted or ()))

    async def _go_on(self, turn: Turn) -> None:
        """What takes long and therefore begins when the turn is committed."""
        if turn.taught:
            await self.read_learned()
        if turn.has_erased:
            await self._work.database.empty_log()
        if turn.trial:
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

    async def _apologise(self, incoming: Incoming) -> None:
        """The update is marked so that it does not fail for ever; the person hears of it and keeps their form."""

        async def say(desk: Desk) -> None:
            await post(desk.session, incoming.address, general.our_fault(), desk.now)
            await answer_press(desk.session, incoming, desk.now)

        await self._work.once(incoming.key, say, incoming.also)

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
