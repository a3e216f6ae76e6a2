"""The ways into the form, what happens, and of which service it is when that is unclear."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form.form import CALLED, go_next, with_files
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.messages import Reply
from itgov_bot.understanding.services.names import find_named
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as words

MIN_LETTERS = 3
"""Letters of a description."""
MAX_OFFERED = 9


# The ways in


async def open_form(turn: Turn, rest: str) -> None:
    """`/caso`, or `/caso no me imprime`."""
    await _begin(turn, TicketForm(step="text", text=rest))


async def open_ordinary(turn: Turn, text: str, service: str | None) -> None:
    """The person was asked and said that it is not urgent: they are not asked again."""
    new = TicketForm(step="text", text=text, service=service, is_sorted=True, ordinary=True)
    await _begin(turn, new, on_top=True)


async def open_first_in_line(turn: Turn, text: str, exception: ExceptionKind | None) -> None:
    """What was told as urgent while people attend; `exception` is the one that the person confirmed or told."""
    await _begin(turn, TicketForm(step="text", text=text, exception=exception), on_top=True)


async def press_new(turn: Turn, service_id: str) -> None:
    """From a card or a list: with the question that led there, and the service if there is one."""
    text, service = turn.state.subject.text, turn.desk.service(service_id)
    is_sorted = service is not None or bool(text and not service_id)
    chosen = service.id if service else None
    await _begin(turn, TicketForm(step="text", text=text, service=chosen, is_sorted=is_sorted))


async def _begin(turn: Turn, new: TicketForm, *, on_top: bool = False) -> None:
    """A form with other words is not replaced without asking. What was told as urgent goes `on_top` of it: it is not
    lost, and the other form is there again when this one ends."""
    form = turn.state.form
    is_another = isinstance(form, TicketForm) and form.text not in ("", new.text)
    if not isinstance(form, TicketForm) or (on_top and is_another):
        form = replace(new, text="", files=tuple(turn.state.waiting_files))
        turn.state.waiting_files = []
        turn.state.start(form)
    elif form.text and new.text and form.text != new.text:
        turn.state.held_text = new.text
        turn.say(form_words.already_filling(CALLED, form.text))
        return
    elif new.is_sorted:
        form = replace(form, service=new.service, is_sorted=True, ordinary=new.ordinary or form.ordinary)
    await (_with_text(turn, form, new.text) if new.text else go_next(turn, form))


# What happens


async def take_text(turn: Turn, form: TicketForm, answer: Answer) -> None:
    form = replace(with_files(turn, form, answer.files), ordinary=False)
    if len(answer.text) >= MIN_LETTERS:
        await _with_text(turn, form, answer.text)
    elif answer.files and not answer.text:
        turn.say(words.file_kept_tell_more(len(form.files)))
    else:
        turn.say(words.too_short())


async def _with_text(turn: Turn, form: TicketForm, text: str) -> None:
    """Keeps the description and what is known of the person; if no service was chosen, finds what it may be."""
    person = turn.person
    form = replace(
        form,
        text=text,
        contact=form.contact or (person.contact if turn.has_consented else None),
        place=form.place or (person.dependencia if turn.is_registered else None),
    )
    await go_next(turn, form if form.is_sorted else _sorted(turn, form))


def _sorted(turn: Turn, form: TicketForm) -> TicketForm:
    """With the service that its words mean, or those that are offered."""
    understood = turn.interpret(form.text)
    if understood.decision == "choose":
        offered = understood.candidates[: max(2, understood.offered)]
        return replace(form, offered=tuple(one.service for one in offered))
    return replace(form, service=turn.sure_service(form.text), is_sorted=True)


# Which service, when it is unclear


def ask_service(turn: Turn, form: TicketForm) -> Reply:
    offered = [turn.desk.service(one) for one in form.offered]
    return words.ask_service([one for one in offered if one], form.choice)


async def take_service(turn: Turn, form: TicketForm, answer: Answer) -> None:
    wanted = answer.value if answer.value is not None else answer.text
    meant = _services_meant(turn, wanted)
    if answer.value == "unknown" or turn.answers.is_unsure(wanted):
        await go_next(turn, replace(form, service=None, is_sorted=True))
    elif len(meant) == 1 and _is_named(turn, wanted, meant[0]):
        await go_next(turn, replace(form, service=meant[0], is_sorted=True))
    elif meant:  # what was only guessed is shown before it is taken
        await forms.go(turn, replace(form, offered=meant), "service")
    else:
        turn.say(form_words.choose_one())


def _is_named(turn: Turn, wanted: str, service_id: str) -> bool:
    """By its number, or by words of its name."""
    named = [one.id for one in find_named(turn.desk.reference.catalog.services, wanted)]
    return turn.desk.service(wanted) is not None or named == [service_id]


def _services_meant(turn: Turn, wanted: str) -> tuple[str, ...]:
    """By its number, by its name, or by what was understood; several when it may be more than one."""
    if service := turn.desk.service(wanted):
        return (service.id,)
    if named := find_named(turn.desk.reference.catalog.services, wanted):
        return tuple(one.id for one in named[:MAX_OFFERED])
    understood = turn.interpret(wanted)
    sure = {"answer": 1, "choose": max(2, understood.offered), "none": 0}[understood.decision]
    return tuple(one.service for one in understood.candidates[:sure])
