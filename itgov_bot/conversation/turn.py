"""One turn: what the flows work with, and what a form is made of. Run by `runner`, answered by `routes`.

`Turn.roles` are those that count now; `own_roles` are the person's, also while an administrator tries another role.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, Never, TypeAlias, TypeVar

from itgov_bot.conversation.form_types import Form, WorkForm
from itgov_bot.conversation.reading import Reading
from itgov_bot.conversation.speaking import RECENT_REPLIES as RECENT_REPLIES
from itgov_bot.conversation.speaking import Speaking
from itgov_bot.domain.city import City
from itgov_bot.domain.learning import Lesson
from itgov_bot.domain.people import Gate, Role
from itgov_bot.domain.tickets.files import FileProblem, StoredFile
from itgov_bot.messages import Address
from itgov_bot.replies import Reply
from itgov_bot.understanding import Phrase, Understanding
from itgov_bot.understanding.inside.kinds import Around
from itgov_bot.understanding.language.answering.answers import Answers
from itgov_bot.understanding.language.message.taken_back import as_corrected
from itgov_bot.understanding.language.orders import Order, order_in

_DECIDED = {"yes": True, "no": False, "drop": False}

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
    an answer, whatever is asked. `most_chars`: of one answer. `when_left`: what follows where the person drops it.
    """

    name: str
    form: type[F]
    called: str
    steps: Mapping[str, Step[F]]
    gate: Gate | None = None
    leaves_by_word: bool = False
    most_chars: int | None = None
    when_left: Callable[[Turn], Awaitable[None]] | None = None

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
    """Something to be done once more in the same turn: the data of a button, or words read as a message. `is_rest`: they
    stood behind an answer that was done, and may be about what it did."""

    pressed: str | None = None
    text: str = ""
    is_rest: bool = False


@dataclass(kw_only=True)
class Turn(Reading, Speaking):
    """One turn. Everything it says is posted when it ends, in the same transaction as what it did.

    `text` are the words being read and `pressed` the button being done: those of the message at first, others when
    words that waited are read `again`.
    `menus` are the command menus to show, each with its chat.
    `taught` is set by a turn that taught the understanding something: it is read again once the turn is committed.
    `has_erased` is set by a turn after which nothing of somebody is to be left, in no log of the database either.
    `trial` is a lesson of which is then found out what it would change.
    `around` are those who may be named in words, by the id of who would read them.
    """

    parts: Parts
    roles: frozenset[Role]
    own_roles: frozenset[Role]
    files: ReceivedFiles = field(default_factory=ReceivedFiles)
    again: Again | None = None
    pressed: str | None = None
    menus: list[tuple[Address, Menu]] = field(default_factory=list)
    taught: bool = False
    has_erased: bool = False
    trial: Lesson | None = None
    around: dict[int | None, Around] = field(default_factory=dict)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.understanding = self.parts.understanding
        self.text = as_corrected(self.incoming.text.strip(), self.understanding.words.known)

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

    def yes_or_no(self, text: str) -> bool | None:
        """As it answers what is asked now: «resuélvalo» is a yes to «¿lo resuelvo?», and where something else of a case
        waits for one neither that is nor «escálelo»."""
        said, form = self.answers.yes_or_no(text), self.state.form
        ordered = order_in(text) if said is not False and isinstance(form, WorkForm) else None
        if ordered is None or not isinstance(form, WorkForm):
            return said
        if ordered.order is not form.order:
            return None
        is_asked = form.step.endswith(("sure", "which"))
        return said or (True if is_asked and not (ordered.text or ordered.named) else None)

    def decided(self, answer: Answer) -> bool | None:
        """A yes or a no, pressed or written; None where the answer is neither."""
        return _DECIDED.get(answer.value or "", self.yes_or_no(answer.text))

    def agreed(self, answer: Answer) -> bool | None:
        """The same where a deed waits for it: «uy no, ese no era» and «déjelo así» are a no, and «ciérrelo» is none."""
        said, text = self.decided(answer), answer.text
        if said is not None or not (self.answers.is_going_back(text) or self.answers.is_leaving(text)):
            return said
        ordered = order_in(text)
        return False if ordered is None or ordered.order is Order.CANCEL else None

    def read_anew(self, text: str) -> None:
        """Words that waited are read as a new message when the present answer is done."""
        self.state.other_outages = []
        self.again = Again(text=text)
