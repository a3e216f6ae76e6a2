"""Two steps that any form may have: where it is, and how to reach the person."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.steps.consent import refuse
from itgov_bot.conversation.flows.steps.gathered import known_place, with_files, with_words
from itgov_bot.conversation.form_types import Form, ReachedForm, TicketForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.review_words import is_sending, orders_alone, review_order
from itgov_bot.understanding.language.introducing.beside import is_for_case, tells_more
from itgov_bot.understanding.language.introducing.introduction import Introduction
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.people.contacts import contact_in, find_contacts, joined, says_by_chat
from itgov_bot.understanding.language.people.of_oneself import speaks_of_oneself
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.where.answered import says_same_place
from itgov_bot.understanding.language.where.floors import floor_said
from itgov_bot.understanding.language.where.place_told import says_no_place
from itgov_bot.understanding.language.where.places import hour_first
from itgov_bot.understanding.processes import find_department
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID
from itgov_bot.wording.staff.steps import reaching as words
from itgov_bot.wording.staff.ticket_form import questions as ticket_form_words

R = TypeVar("R", bound=ReachedForm)

MAX_CONTACT = 120
"""Characters."""
MIN_MORE_WORDS = 2
"""Fewer words that name no place tell nothing either."""
_LIST = "list"
"""What the data of the buttons begins with that show a page of the dependencias."""


def steps(
    ask_place: Callable[[Turn, R], Reply], go_on: Callable[[Turn, R], Awaitable[None]]
) -> dict[str, Step[R]]:
    """The steps `place`, `contact` and `leave` of a form that goes on with `go_on`."""

    async def take_place(turn: Turn, form: R, answer: Answer) -> None:
        form = with_files(turn, form, answer.files)
        if list_asked(turn, answer, form.choice):
            return
        told = _told(turn, answer)
        if told.place:
            await go_on(turn, with_told(turn, form, told))
        else:
            await forms.ask(
                turn, _without_place(turn, with_told(turn, form, replace(told, more="")), answer, told)
            )

    async def take_contact(turn: Turn, form: R, answer: Answer) -> None:
        form = with_files(turn, form, answer.files)
        if reached := _with_contact(turn, form, answer):
            await go_on(turn, reached)
        else:
            turn.say(words.NO_CONTACT_IN_THAT)
            await forms.ask(turn, form)

    async def take_leave(turn: Turn, form: R, answer: Answer) -> None:
        if answer.value == "yes":
            await refuse(turn, form)
        elif answer.value == "no":
            await go_on(turn, form)
        else:
            await forms.choose_again(turn, form)

    return {
        "place": Step(ask_place, take_place),
        "contact": Step(lambda _turn, form: words.ask_contact(form.choice), take_contact),
        "leave": Step(lambda _turn, form: words.ask_leave(form.choice), take_leave, free_text=False),
    }


# Where: the dependencia of the person, one of the list, or their own words


async def same_place(turn: Turn, form: Form) -> bool:
    """A reader in a form: «en la misma parte, ext 4410» where a place is asked is the button that says so; under the summary
    the place that stands there stays."""
    rest = turn.text
    for one in reversed(find_contacts(rest)):
        rest = f"{rest[: one.start]}{rest[one.end :]}"
    is_asked = form.step in ("place", "confirm") and not form.is_idle(turn.now) and not turn.files.kept
    if not (is_asked and isinstance(form, ReachedForm) and says_same_place(rest)):
        return False
    kept = with_person(form, Told(contact=joined(find_contacts(turn.text))))
    if form.step == "confirm" and form.place not in (None, PLACE_NOT_SAID):
        await forms.ask(turn, kept)
    elif place_before(turn):
        await forms.take(turn, replace(kept, step="place"), Answer(value="same"))
    else:
        await forms.ask_again(turn, kept, words.NO_PLACE_IN_THAT)
    return True


def place_before(turn: Turn) -> str | None:
    """Where they were the last time, or said to be in this talk."""
    return turn.said_before.place or known_place(turn)


def list_asked(turn: Turn, answer: Answer, choice: MakeChoice) -> bool:
    """The page of the list that was asked for is said; False when the answer is no such press."""
    if answer.value is None or not answer.value.startswith(_LIST):
        return False
    page = number_in(answer.value.removeprefix(_LIST)) or 0
    turn.say(words.all_offices(turn.desk.reference.processes.offices, choice, page))
    return True


def office_meant(turn: Turn, answer: Answer) -> str | None:
    """The dependencia that was pressed, or that the typed words name."""
    model, at = turn.desk.reference.processes, number_in(answer.value or "")
    if at is not None and at < len(model.offices):
        return model.offices[at]
    return find_department(model, answer.text)


@dataclass(frozen=True, slots=True)
class Told:
    """`more`: what is said of the matter beside that; `is_alone`: nothing is."""

    place: str | None = None
    contact: str | None = None
    name: str | None = None
    more: str = ""
    is_alone: bool = False

    @property
    def name_or_contact(self) -> str | None:
        """Of words that tell nothing else."""
        return (self.name or self.contact) if self.is_alone else None


_ASKED = {"place": Asked.PLACE, "contact": Asked.REACH}
"""By the step of a form."""


def _told(turn: Turn, answer: Answer) -> Told:
    """The place that was told, with the contact and the name beside it."""
    if answer.value == "same":
        return Told(place_before(turn))
    if answer.value == "unknown" or turn.answers.is_unsure(answer.text):
        return Told(PLACE_NOT_SAID)
    if office := office_meant(turn, answer):
        return Told(office)
    told = told_in(turn, answer.text, Asked.PLACE)
    hour, _ = hour_first(answer.text)  # «a las 9 en el teatro» says when as well
    return replace(told, more=hour) if hour else told


def told_in(turn: Turn, text: str, asked: Asked = Asked.NOTHING) -> Told:
    """What a text says of where somebody is, how to reach them and who they are, each by itself."""
    said = turn.introduced(text, asked)
    is_answer = turn.answers.yes_or_no(text) is not None
    place = None if is_answer and floor_said(text) is None else said.place
    is_told = bool(place or said.contact)
    is_alone = said.is_alone or (is_told and not tells_more(said.matter))
    is_sure = is_alone if not said.is_named else is_alone or is_told
    name = said.name if is_sure and (said.is_named or said.contact) else None
    more = "" if is_alone or review_order(said.matter) else said.matter
    return Told(place, said.contact, name, more if tells_more(more) else "", is_alone)


def told_at(turn: Turn, step: str, text: str) -> Told:
    """The same, as an answer to a step of a form."""
    return told_in(turn, text, _ASKED.get(step, Asked.NOTHING))


def says_who_or_how(turn: Turn, step: str) -> bool:
    """A name, a way to reach somebody or an order of the draft, and nothing that happens."""
    return orders_alone(turn.text) or told_at(turn, step, turn.text).name_or_contact is not None


def told_at_review(turn: Turn, text: str, asked: Asked) -> Told:
    """What is said beside it there stays whole, if whoever comes must read it; without the place that stood before it."""
    told = told_in(turn, text, asked)
    is_behind = told.place is not None and text.endswith(told.more)
    return replace(told, more=(told.more if is_behind else text) if is_for_case(told.more) else "")


def with_told(turn: Turn, form: R, told: Told) -> R:
    """A form with what was told, each part of the place in its own; who they are is kept for the forms to come."""
    if told.name:
        turn.state.introduced = replace(turn.said_before, name=told.name)
    reached = with_person(form, told)
    placed = with_place(turn, reached, told.place) if told.place else reached
    return with_words(placed, told.more) if told.more else placed


def with_place(turn: Turn, form: R, told: str) -> R:
    """A floor completes the dependencia that is known, and a dependencia the floor that was told before it."""
    known = None if form.place == PLACE_NOT_SAID else form.place or form.floor
    place = (known or told) if told == PLACE_NOT_SAID else turn.completed(known, told)
    return replace(form, place=place, floor=None, is_old_place=False)


def with_person(form: R, told: Told) -> R:
    """How to reach them, and what they are called."""
    reached = replace(form, contact=told.contact or form.contact)
    return replace(reached, name=told.name or reached.name) if isinstance(reached, TicketForm) else reached


def named_in(turn: Turn, text: str) -> str | None:
    """The name of who says nothing but who they are, and perhaps from where."""
    said = turn.introduced(text)
    if said.name is None or not said.is_alone:
        return None
    is_person = speaks_of_oneself(text) or turn.understanding.words.known.is_given(said.name.split()[0])
    return said.name if is_person else None


def who_or_where(turn: Turn, text: str) -> Introduction | None:
    """A name, a place or a way to reach them and nothing else, and no thing of the catalogue."""
    told = turn.introduced(text)
    if not told.is_alone:
        return None
    read = turn.interpret(text)
    is_site = turn.understanding.words.known.names_a_site(told.place or "") and not tells_a_fault(text)
    is_office = is_site or (told.place or "").startswith(turn.desk.reference.processes.dependencias)
    is_asked = read.exception or read.is_plain_wish or (read.decision == "answer" and not is_office)
    is_place = told.place is None or place_in(turn, told.place) is not None
    return told if is_place and not is_asked else None


def place_in(turn: Turn, text: str) -> str | None:
    """The place that words are, without what stands around it."""
    is_answer = turn.answers.yes_or_no(text) is not None
    return None if is_answer else turn.place_said(text)


def is_bare(turn: Turn, place: str | None) -> bool:
    """A dependencia without its floor or office."""
    return place in turn.desk.reference.processes.dependencias


def _without_place(turn: Turn, form: R, answer: Answer, told: Told) -> R:
    """What was said instead of a place is kept as what it is: a contact, a file, more about what happens."""
    if told.contact:
        turn.say(words.contact_noted(told.contact))
    elif not answer.text:
        turn.say(ticket_form_words.files_kept(len(answer.files)) if answer.files else form_words.needs_text())
    elif is_sending(answer.text):
        turn.say(words.NO_PLACE_IN_THAT)
    elif turn.answers.yes_or_no(answer.text) is not None:
        turn.say(form_words.choose_one())
    elif told.name:
        turn.say(words.name_noted(told.name))
    elif len(answer.text.split()) < MIN_MORE_WORDS or says_no_place(answer.text):
        turn.say(words.NO_PLACE_IN_THAT)
    else:
        turn.say(words.NOTED_WITH_PROBLEM)
        return with_words(form, answer.text)
    return form


# How to reach the person


def _with_contact(turn: Turn, form: R, answer: Answer) -> R | None:
    """None where no way to reach them is told."""
    told = told_in(turn, answer.text, Asked.REACH)
    if answer.value == "back":
        return form
    if told.contact:
        return with_told(turn, form, told)
    contact = contact_told(answer.value or answer.text)
    return replace(form, contact=contact) if contact else None


def contact_told(said: str) -> str | None:
    """This chat, or the number or mailbox in the words; None when there is none."""
    if said == "chat" or says_by_chat(said):
        return BY_THIS_CHAT
    contact = contact_in(said)
    return contact if contact and len(contact) <= MAX_CONTACT else None


def bare_number(text: str) -> str | None:
    """A telephone and nothing else."""
    return contact_told(text) if not any(char.isalpha() for char in text) else None
