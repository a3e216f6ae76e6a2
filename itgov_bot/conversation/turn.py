"""One turn: what the flows work with, and what a form is made of. Run by `runner`, answered by `routes`.

`Turn.roles` are those that count now; `own_roles` are the person's, also while an administrator tries another role.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Generic, Literal, Never, TypeAlias, TypeVar

from itgov_bot.conversation.form_types import Form, new_token
from itgov_bot.conversation.state import TALK_LASTS, ConversationState, Held, Introduced
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.learning import Lesson
from itgov_bot.domain.people import Gate, Person, Role
from itgov_bot.domain.tickets.accompaniment import is_about_to_happen
from itgov_bot.domain.tickets.addressee import read_question
from itgov_bot.domain.tickets.files import FileProblem, StoredFile
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.urgency import urgent_now
from itgov_bot.messages import Address, Incoming
from itgov_bot.outbox.posting import is_toast, last_replies, post, react
from itgov_bot.replies import Reply
from itgov_bot.understanding import Interpretation, Phrase, Understanding
from itgov_bot.understanding.inside.kinds import Around
from itgov_bot.understanding.language.answers import Answers
from itgov_bot.understanding.language.introducing.introduction import Introduction, introduction
from itgov_bot.understanding.language.taken_back import as_corrected
from itgov_bot.understanding.language.where.answered import sensible_place
from itgov_bot.understanding.language.where.floors import completed
from itgov_bot.understanding.services.names import find_named
from itgov_bot.understanding.urgency.mayor_event import MayorEvent
from itgov_bot.wording.names import mention

DONE = "👍"
_DECIDED = {"yes": True, "no": False, "drop": False}
RECENT_REPLIES = 3
"""A number or a label typed means a choice of one of the last few things that were said."""

F = TypeVar("F", bound=Form, contravariant=True)


@dataclass(frozen=True)
class Answer:
    """What a person gave to a step: a pressed value, or text and files."""

    value: str | None = None
    text: str = ""
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class Step(Generic[F]):
    """`ask` makes the question; `take` keeps the answer and moves on, or says what is wrong with it.

    `free_text`: any words are an answer here, so only a plain question is answered in between.
    `verbatim`: nothing is answered in between, not even a question, and no other button is pressed by typing: the
    words are for somebody else.
    `passing`: one press answers it, so in private it ends by itself when the person does something else.
    """

    ask: Callable[[Turn, F], Reply | Awaitable[Reply]]
    take: Callable[[Turn, F, Answer], Awaitable[None]]
    free_text: bool = True
    verbatim: bool = False
    passing: bool = False


@dataclass(frozen=True)
class Flow(Generic[F]):
    """The steps of a form, by name. `called` is how people are reminded of it: «su caso».

    `gate`: whose roles may fill it in; it is looked at again with every answer. `leaves_by_word`: «cancelar» is no word of
    an answer, whatever is asked. `most_chars`: of one answer.
    """

    name: str
    form: type[F]
    called: str
    steps: Mapping[str, Step[F]]
    gate: Gate | None = None
    leaves_by_word: bool = False
    most_chars: int | None = None

    def is_at(self, form: Form) -> bool:
        """Whether this is the flow of a form, and has the step where it stands."""
        return form.flow == self.name and form.step in self.steps

    async def ask(self, turn: Turn, form: Form) -> Reply:
        """The question of the form's present step."""
        if not isinstance(form, self.form):
            raise TypeError(f"{form.flow} is no form of {self.name}")
        asked = self.steps[form.step].ask(turn, form)
        return asked if isinstance(asked, Reply) else await asked

    async def take(self, turn: Turn, form: Form, answer: Answer) -> None:
        """The answer to the form's present step."""
        if not isinstance(form, self.form):
            raise TypeError(f"{form.flow} is no form of {self.name}")
        await self.steps[form.step].take(turn, form, answer)


AnyFlow: TypeAlias = Flow[Never]
"""A flow whatever its form is: it may be asked and answered through its own methods alone."""


@dataclass(frozen=True)
class Parts:
    """What every turn needs from outside, put together once by `app`.

    `flows` are all the forms there are, by name. `phrases` reads those on which a new one is tried.
    `max_file_mb` is in megabytes.
    """

    understanding: Understanding
    flows: Mapping[str, AnyFlow]
    phrases: Callable[[], Sequence[Phrase]] = tuple
    files_folder: Path = Path("files")
    max_file_mb: int = 20
    email_domains: frozenset[str] = frozenset()


@dataclass
class ReceivedFiles:
    """The files of a message: those that were kept, and why each of the others was not."""

    kept: list[StoredFile] = field(default_factory=list)
    refused: list[tuple[str, FileProblem]] = field(default_factory=list)

    @property
    def told(self) -> list[tuple[str, FileProblem]]:
        """The refused ones of which something is said."""
        return [one for one in self.refused if one[1] != "unsaid"]


Menu: TypeAlias = frozenset[Role] | Literal["group", "none"]
"""Of somebody with these roles in private, that of the agents' group, or none any more."""


@dataclass(frozen=True)
class Again:
    """Something to be done once more in the same turn: the data of a button, or words read as a message."""

    pressed: str | None = None
    text: str = ""


@dataclass
class Turn:
    """One turn. Everything it says is posted when it ends, in the same transaction as what it did.

    `text` are the words being read and `pressed` the button being done: those of the message at first, others when
    words that waited are read `again`; `question` is the token that the button carries.
    `menus` are the command menus to show, each with its chat.
    `taught` is set by a turn that taught the understanding something: it is read again once the turn is committed.
    `has_erased` is set by a turn after which nothing of somebody is to be left, in no log of the database either.
    `trial` is a lesson of which is then found out what it would change.
    `around` are those who may be named in words, by the id of who would read them.
    """

    parts: Parts
    desk: Desk
    incoming: Incoming
    person: Person
    roles: frozenset[Role]
    own_roles: frozenset[Role]
    state: ConversationState
    files: ReceivedFiles = field(default_factory=ReceivedFiles)
    again: Again | None = None
    pressed: str | None = None
    menus: list[tuple[Address, Menu]] = field(default_factory=list)
    taught: bool = False
    has_erased: bool = False
    trial: Lesson | None = None
    question: str = ""
    around: dict[int | None, Around] = field(default_factory=dict)
    text: str = field(init=False)
    replies: list[tuple[Reply, int | None]] = field(default_factory=list)
    toasted: tuple[Reply, int | None] | None = None
    withdrawn: list[str] = field(default_factory=list)
    _interpreted: dict[tuple[str, str], Interpretation] = field(default_factory=dict)
    _introduced: dict[str, Introduction] = field(default_factory=dict)
    _places: dict[str, str | None] = field(default_factory=dict)
    _last_replies: list[Reply] | None = None

    def __post_init__(self) -> None:
        self.text = as_corrected(self.incoming.text.strip(), self.understanding.words.known)

    @property
    def now(self) -> datetime:
        return self.desk.now

    @property
    def local_now(self) -> datetime:
        return self.desk.calendars.general.local(self.now)

    @property
    def understanding(self) -> Understanding:
        return self.parts.understanding

    @property
    def answers(self) -> Answers:
        """The reader of short answers: yes, no, «déjelo así»."""
        return self.understanding.words.answers

    @property
    def city(self) -> City:
        return self.desk.city

    @property
    def has_consented(self) -> bool:
        """To the privacy notice as it is now."""
        return self.city.notice.is_accepted_by(self.person)

    @property
    def is_registered(self) -> bool:
        """They told once what the desk needs to know, and are not asked again."""
        return self.has_consented and self.person.registered_at is not None

    def decided(self, answer: Answer) -> bool | None:
        """A yes or a no, pressed or written; None where the answer is neither."""
        return _DECIDED.get(answer.value or "", self.answers.yes_or_no(answer.text))

    async def last_replies(self, most: int) -> list[Reply]:
        """What was last said where they write, the newest first, as it was when the turn began; of the last few."""
        if self._last_replies is None:
            self._last_replies = await last_replies(self.desk.session, self.incoming.address, RECENT_REPLIES)
        return self._last_replies[:most]

    def place_said(self, text: str) -> str | None:
        """The place that words are, without what stands around it. It is looked for once a turn, whoever asks."""
        if text not in self._places:
            offices, known = self.desk.reference.processes.offices, self.understanding.words.known
            self._places[text] = sensible_place(text, offices, known)
        return self._places[text]

    def introduced(self, text: str) -> Introduction:
        """What a text is about, apart from who writes and from where, by the names that the city knows. It is read once
        a turn, whoever asks."""
        if text not in self._introduced:
            offices, known = self.desk.reference.processes.offices, self.understanding.words.known
            self._introduced[text] = introduction(text, offices, known)
        return self._introduced[text]

    @property
    def said_before(self) -> Introduced:
        """What they said of themselves in this talk, whichever message it was in."""
        kept = self.state.introduced
        return kept if kept and self.now - kept.at <= TALK_LASTS else Introduced(self.now)

    def keep_introduced(self, told: Introduction) -> None:
        """For every form that is begun from now on; what was said before stays where nothing else is said now."""
        before, in_passing = self.said_before, not told.is_alone and self.introduced(told.matter).place
        place = None if told.place == in_passing else told.place  # where it fails need not be where they are
        place = completed(before.place, place) if place else place
        if told.name or place or told.contact:
            self.state.introduced = Introduced(
                self.now, told.name or before.name, place or before.place, told.contact or before.contact
            )

    def interpret(self, text: str, service: str | None = None) -> Interpretation:
        """What was understood of a text, by the hours of a service. It is read once a turn, whoever asks."""
        calendar = self.desk.calendar(service)
        key = (text, calendar.key)
        if key not in self._interpreted:
            self._interpreted[key] = self.understanding.interpret(text, self.now, calendar)
        return self._interpreted[key]

    def exception_told(self, text: str, service: str | None = None) -> ExceptionKind | None:
        """The exception of the ANS that a text tells of, also in doubt, whatever the hour."""
        calendar = self.desk.calendar(service)
        read = self._interpreted.get((text, calendar.key))
        return read.exception if read else self.understanding.exception_told(text, self.now, calendar)

    def exception_now(self, text: str, service: str | None = None) -> ExceptionKind | None:
        """The exception of the ANS that a text tells of, if the guard is to be offered now."""
        calendar = self.desk.calendar(service)
        found = urgent_now(lambda: self.exception_told(text, service), calendar, self.now)
        is_event = found is ExceptionKind.MAYOR_EVENT
        return None if is_event and self._can_wait(text, calendar) else found

    def mayor_event(self, text: str) -> MayorEvent | None:
        """The event of the mayor's office that a text asks people for, whatever its hour."""
        return self.understanding.mayor_event(text, self.local_now)

    def _can_wait(self, text: str, calendar: WorkCalendar) -> bool:
        """Whether people attend again before the event: then it is planned, and nobody is woken."""
        event = self.mayor_event(text)
        if event is None or event.day is None:
            return False
        if event.start is None:
            return event.day > self.local_now.date()
        return not is_about_to_happen(calendar, event.start, self.now)

    def services_named(self, said: str) -> tuple[Service, ...]:
        """Those whose names have these words."""
        return find_named(self.desk.reference.catalog.services, said)

    def service_named(self, said: str) -> Service | None:
        """By its id, or by words that the name of no other has."""
        named = self.services_named(said)
        return self.desk.service(said) or (named[0] if len(named) == 1 else None)

    def sure_service(self, text: str) -> str | None:
        """The service that a text is about, if there is no doubt."""
        understood = self.interpret(text)
        return understood.best if understood.decision == "answer" else None

    def read_anew(self, text: str) -> None:
        """Words that waited are read as a new message when the present answer is done."""
        self.state.other_outages = []
        self.again = Again(text=text)

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
            held = Held(new_token(), self.now, text, tuple(files))
        self.state.hold(held)
        self.say(reply.carrying(held.token), ticket=ticket)

    def take_held(self) -> Held:
        """What the question of the pressed button is about: it waits no more. Nothing, when it is answered already."""
        nothing = Held(self.question, self.now)
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
            await react(self.desk.session, here, ref, DONE, reply, self.now, ticket=ticket)
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
            self.desk.session, address, reply, self.now, urgent=urgent, ticket=ticket, expires_at=expires_at
        )
