"""What is said in a turn: answered, asked, shown as a toast, told elsewhere. It is posted when the turn ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from itgov_bot.conversation.form_types import new_token
from itgov_bot.conversation.state import ConversationState, Held
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.addressee import read_question
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.messages import Address, Incoming
from itgov_bot.outbox.posting import is_toast, last_replies, post, react
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.names import mention

DONE = "👍"
RECENT_REPLIES = 3
"""A number or a label typed means a choice of one of the last few things that were said."""


@dataclass(kw_only=True)
class Speaking:
    """Part of a `Turn`. `question` is the token that the pressed button carries."""

    desk: Desk
    incoming: Incoming
    person: Person
    state: ConversationState
    question: str = ""
    replies: list[tuple[Reply, int | None]] = field(default_factory=list)
    toasted: tuple[Reply, int | None] | None = None
    withdrawn: list[str] = field(default_factory=list)
    _last_replies: list[Reply] | None = None

    async def last_replies(self, most: int) -> list[Reply]:
        """What was last said where they write, the newest first, as it was when the turn began; of the last few."""
        if self._last_replies is None:
            self._last_replies = await last_replies(self.desk.session, self.incoming.address, RECENT_REPLIES)
        return self._last_replies[:most]

    async def offered_last(self, replies: int = 1) -> list[Choice]:
        """The choices under so many of the last replies, in the same order."""
        return [one for reply in await self.last_replies(replies) for one in reply.choices]

    async def was_offered(self, *data: str, replies: int = 1) -> bool:
        """Whether one of these stands under so many of the last replies."""
        return any(one.data in data for one in await self.offered_last(replies))

    def say(self, reply: Reply, *, ticket: int | None = None) -> None:
        """Answers where the person wrote. `ticket`: an answer to this message belongs to that case."""
        if reply.chart:
            reply = replace(reply, chart=replace(reply.chart, is_dark=self.state.dark_pictures))
        if reply.prompt:
            reply = self._asked(reply, reply.prompt)
        self.replies.append((reply, ticket))

    def _asked(self, reply: Reply, prompt: str) -> Reply:
        """In a group a question is one message, which is edited from step to step and goes in the end."""
        if reply.card or not self.incoming.is_group:
            return reply
        called = f"{mention(self.person)}: {reply.text}" if reply.awaits_answer else reply.text
        return replace(reply, text=called, card=self._card_of(prompt))

    def _card_of(self, prompt: str) -> str:
        asked = read_question(prompt)
        return asked.of_every_step if asked else f"prompt:{self.person.id}:{prompt}"

    def ask_about(
        self, reply: Reply, text: str, files: Sequence[StoredFile] = (), *, ticket: int | None = None
    ) -> None:
        """Asks what words and files are for; each button of the question finds these, and no others. Files that come one
        by one, without a word, are one question."""
        last = self.state.questions[-1] if self.state.questions else None
        if last and files and not (text or last.text):
            held = replace(last, files=(*last.files, *files))
        else:
            held = Held(new_token(), self.desk.now, text, tuple(files))
        self.state.hold(held)
        self.say(reply.carrying(held.token), ticket=ticket)

    def add_to_held(self, token: str, more: str) -> None:
        """What is told with the answer to a question stays with the words that it is about, or stands for them."""
        nothing = Held(token, self.desk.now)
        held = next((one for one in self.state.questions if one.token == token), nothing)
        self.state.hold(replace(held, text=f"{held.text}\n{more}".strip()))

    def take_held(self) -> Held:
        """What the question of the pressed button is about: it waits no more. Nothing, when it is answered already."""
        nothing = Held(self.question, self.desk.now)
        held = next((one for one in self.state.questions if one.token == self.question), nothing)
        self.state.questions = [one for one in self.state.questions if one is not held]
        return held

    def toast(self, reply: Reply, *, ticket: int | None = None) -> None:
        """A short confirmation or refusal. After a press it is shown as the answer to it and makes no message, where the
        channel has such answers; elsewhere, and where it is too long for one, it is said. In a group it goes without its
        choices, which the card has; in private who needs them needs a message."""
        keeps_choices = reply.choices and not self.incoming.is_group
        if self.incoming.press and self.toasted is None and is_toast(reply) and not keeps_choices:
            self.toasted = reply, ticket
        else:
            self.say(reply, ticket=ticket)

    async def acknowledge(self, reply: Reply, *, ticket: int | None = None) -> None:
        """That what somebody did in a group is done: on words a sign is enough, and `reply` is said where there can be
        none; after a press it is a toast."""
        here, ref = self.incoming.address, self.incoming.message_ref
        if not self.incoming.is_group:
            self.say(reply, ticket=ticket)
        elif ref:
            await react(self.desk.session, here, ref, DONE, reply, self.desk.now, ticket=ticket)
        else:
            self.toast(reply, ticket=ticket)

    def withdraw(self, prompt: str) -> None:
        """A question that was asked in this group (`Reply.prompt`) goes: it was answered, or is asked no more."""
        self.withdrawn.append(self._card_of(prompt))

    @property
    def said(self) -> list[Reply]:
        return [reply for reply, _ in self.replies]

    async def tell(
        self,
        address: Address,
        reply: Reply,
        *,
        urgent: bool = False,
        ticket: int | None = None,
        expires_at: datetime | None = None,
    ) -> None:
        """Says something elsewhere than where the person wrote."""
        await post(
            self.desk.session,
            address,
            reply,
            self.desk.now,
            urgent=urgent,
            ticket=ticket,
            expires_at=expires_at,
        )
