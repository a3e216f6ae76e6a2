"""Where the conversation with one person in one chat stands: typed, and kept as JSON between turns.

The forms are a stack: the last one is being asked, the others were interrupted and come back as those above them end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from itgov_bot.conversation.form_types import Form, TicketForm
from itgov_bot.conversation.old_states import VERSION, upgraded
from itgov_bot.domain.people import Role
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding.figures.asked import Asked

MAX_PUT_OFF = 5
MAX_QUESTIONS = 10
TALK_LASTS = timedelta(hours=8)
"""After this long what somebody said of themselves belongs to another talk: they may be elsewhere."""

AnyForm = Annotated[Form, Field(discriminator="flow")]


@dataclass(frozen=True)
class LastHours:
    """The last question of hours, and the service that it was about: «¿y los sábados?», «¿y el de impresoras?»."""

    said: str
    service: str | None


@dataclass
class Subject:
    """What was last spoken of, so that «y a qué hora atienden eso» is understood.

    `candidates` are the services that were offered, `refused` those that were said no to. `is_aided`: something to try
    was proposed.
    """

    text: str = ""
    service: str | None = None
    candidates: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    ticket: str | None = None
    exception: ExceptionKind | None = None
    is_aided: bool = False
    hours: LastHours | None = None


@dataclass(frozen=True)
class PutOff:
    """A further problem, in its own words: it comes after the one that is being told. `is_offered`: they were asked once,
    and it is there again when they name it."""

    text: str
    service: str | None = None
    is_offered: bool = False


@dataclass(frozen=True)
class Introduced:
    """Who writes, from where and how to reach them, as they said it in this talk: forms begun from now on are filled with
    it. `at` is when they said it last."""

    at: datetime
    name: str | None = None
    place: str | None = None
    contact: str | None = None


@dataclass(frozen=True)
class LeftForm:
    """A form that was begun for somebody who then wrote of something else, as it was; `is_offered`: they were asked once
    whether they go on with it."""

    form: TicketForm
    is_offered: bool = False


@dataclass(frozen=True)
class PendingReport:
    """A report that waits for the answer to «¿es lo mismo?».

    `ticket` is the number of the known outage; `subject`, `place` and `files` are what was told. `pressed` (the data of
    a button) or else `said` is what led to the question, done again when it is something else; `flow` is that of the
    form in which this happened, if it was in one. `beside`: what was told with the answer, or before it was given.
    """

    ticket: str
    subject: Subject
    place: str | None = None
    files: tuple[StoredFile, ...] = ()
    pressed: str | None = None
    said: str = ""
    flow: str | None = None
    beside: str = ""


@dataclass(frozen=True)
class Held:
    """Words and files that wait until the person says what they are for: by a button that carries the `token` of the
    question in which that was asked, whatever was asked since."""

    token: str
    at: datetime
    text: str = ""
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True)
class PassedOn:
    """Words that went to a ticket because it was going on, for as long as they can be taken back: by the button that
    carries their `token`.

    `waiting_for`, `place` and `contact` are what stood in the ticket before; None where the words changed nothing.
    """

    ticket: str
    text: str
    files: tuple[StoredFile, ...] = ()
    token: str = ""
    waiting_for: str | None = None
    place: str | None = None
    contact: str | None = None


@dataclass(frozen=True)
class LastAsked:
    """What was last asked of indicators and figures, and when: «¿y en abril?» goes on from it."""

    at: datetime
    asked: Asked


@dataclass(frozen=True)
class LastLooked:
    """The case that a manager looked at last, and when: «¿quién lo tiene?» is about it."""

    at: datetime
    number: str


@dataclass(frozen=True)
class ToldMeanwhile:
    """What another indicator came to, told while something of one was written: recorded after it."""

    indicator: int
    period: str | None = None
    advance: str = ""


@dataclass(frozen=True)
class OfIndicator:
    """The indicator that was last spoken of, and the rows of its plan: «¿y quién lo lleva?», «quítelo»."""

    indicator: int
    rows: tuple[int, ...] = ()


@dataclass
class ConversationState:
    """`other_outages` are the numbers of the outages of which the person said that theirs is something else.

    `waiting_files` were sent and belong to nothing yet, with `waiting_words` beside them; `files_left_out` is when one more
    than may wait came last. `questions` are what is asked
    about words that wait, and `passed_on` what can be taken back, the oldest first.
    `put_off` are the further problems that were told beside the present one, and `left` the forms that were left in the
    middle without a word, the oldest first.
    `introduced` is what they said of themselves; kept here until it goes with a case that they authorize.
    `last_said` are the marks of what was answered to what they did last: a number that is typed next is of these.
    `woken` is the `ref` of the form that is there again since what interrupted it was over, until it is asked again or
    chosen: who writes may not think of it.
    `warned`: when they were last told what to do in a danger, by the first sentence of it.
    `readings` are told and still to be recorded, in their order; `of_indicator` is what the last answer was about.
    `absence`: their words of the absence that they told last, whose end may be put right.
    `dark_pictures`: they asked for a dark ground, which Telegram does not tell.
    """

    forms: list[AnyForm] = field(default_factory=list)
    subject: Subject = field(default_factory=Subject)
    view_as: Role | None = None
    waiting_files: list[StoredFile] = field(default_factory=list)
    waiting_words: str = ""
    files_left_out: datetime | None = None
    questions: list[Held] = field(default_factory=list)
    report: PendingReport | None = None
    other_outages: list[str] = field(default_factory=list)
    passed_on: list[PassedOn] = field(default_factory=list)
    put_off: list[PutOff] = field(default_factory=list)
    introduced: Introduced | None = None
    left: list[LeftForm] = field(default_factory=list)
    figures: LastAsked | None = None
    looked: LastLooked | None = None
    last_said: list[str] = field(default_factory=list)
    woken: str = ""
    warned: dict[str, datetime] = field(default_factory=dict)
    readings: list[ToldMeanwhile] = field(default_factory=list)
    of_indicator: OfIndicator | None = None
    dark_pictures: bool = False
    absence: str = ""
    version: int = VERSION

    @property
    def form(self) -> Form | None:
        """The form that is being asked."""
        return self.forms[-1] if self.forms else None

    def start(self, form: Form) -> None:
        """The form that this one interrupts waits below it; one of the same kind about the same is begun anew."""
        others = [one for one in self.forms if (one.flow, one.about) != (form.flow, form.about)]
        self.forms = [*others, form]

    def bring_forward(self, form: Form) -> None:
        """One of the forms is the one being asked, as the person chose; the others wait below it."""
        self.forms = [*(one for one in self.forms if one is not form), form]
        self.woken = ""

    def keep(self, form: Form) -> None:
        """New values, or another step, of the form that is being asked."""
        self.forms[-1] = form

    def drop(self, form: Form) -> None:
        """It is asked no more, wherever it stands."""
        self.forms = [one for one in self.forms if one.ref != form.ref]

    def end(self) -> None:
        """The form that is being asked is over; the one that it interrupted is there again."""
        self.forms = self.forms[:-1]
        self.woken = self.forms[-1].ref if self.forms else ""

    def forget_indicator(self, before: OfIndicator | None) -> None:
        """Where something else was answered than what it was about before, no indicator is spoken of any more."""
        if self.of_indicator is before:
            self.of_indicator = None

    def hold(self, held: Held) -> None:
        """Until it is said what they are for; of very many the last ones."""
        others = [one for one in self.questions if one.token != held.token]
        self.questions = [*others, held][-MAX_QUESTIONS:]

    def passes_on(self, passed: PassedOn) -> None:
        self.passed_on = [*self.passed_on, passed][-MAX_QUESTIONS:]

    def leave_for_later(self, text: str, service: str | None) -> None:
        """A further problem; the same words count once, and of very many the last ones."""
        others = [one for one in self.put_off if one.text != text]
        self.put_off = [*others, PutOff(text, service)][-MAX_PUT_OFF:]

    def next_put_off(self) -> PutOff | None:
        """The first that was not offered yet; it is, from now on."""
        further = next((one for one in self.put_off if not one.is_offered), None)
        self.put_off = [replace(one, is_offered=one.is_offered or one is further) for one in self.put_off]
        return further

    def take_no_more(self) -> None:
        """No other is offered; each is there when it is named."""
        self.put_off = [replace(one, is_offered=True) for one in self.put_off]

    def leave_behind(self, form: TicketForm, *, is_offered: bool = False) -> None:
        """It can be taken up again; of very many the last ones."""
        self.left = [*self.left, LeftForm(form, is_offered)][-MAX_PUT_OFF:]


_STATE = TypeAdapter(ConversationState)
_FORM: TypeAdapter[Form] = TypeAdapter(AnyForm)


def written(state: ConversationState) -> dict[str, object]:
    """As it is kept: plain JSON."""
    plain: dict[str, object] = _STATE.dump_python(state, mode="json")
    return plain


def read(kept: Mapping[str, object]) -> tuple[ConversationState, bool]:
    """A kept state, also of an older version; and whether a form was lost because it could not be read."""
    plain = upgraded(kept)
    try:
        return _STATE.validate_python(plain), False
    except ValidationError:
        return _rescued(plain)


def _rescued(plain: Mapping[str, object]) -> tuple[ConversationState, bool]:
    """The forms that can be read, of a state that as a whole cannot."""
    forms = plain.get("forms")
    if not isinstance(forms, list):
        return ConversationState(), bool(forms)
    readable = [form for one in forms if (form := _form(one))]
    return ConversationState(forms=readable), len(readable) < len(forms)


def _form(plain: object) -> Form | None:
    try:
        return _FORM.validate_python(plain)
    except ValidationError:
        return None
