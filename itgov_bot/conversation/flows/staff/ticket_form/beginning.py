"""The ways into the form. What the first words tell (name, place, contact) fills it in, and is not asked again."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form import same
from itgov_bot.conversation.flows.staff.ticket_form.form import CALLED, missing
from itgov_bot.conversation.flows.steps.gathered import known_contact, known_place
from itgov_bot.conversation.form_types import TicketForm, new_token
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.ticket import ExceptionKind, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding import Intent
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.where.floors import floor_said
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID
from itgov_bot.wording.staff.asked.contact import SAY_WHAT_ABOUT, called_for
from itgov_bot.wording.staff.ticket_form import questions as words


async def report_begun(turn: Turn, text: str, service_id: str, card: Reply) -> None:
    """A report of one clear service: its card and the first question of its form, in one reply. Of several problems in
    a message each service has its own words."""
    words_told = set(plain(text).split())  # «no sirve la impresora ni el teléfono» says the fault once
    further = [
        one
        for one in turn.state.put_off
        if one.service == service_id and words_told.issuperset(plain(one.text).split())
    ]
    told = "\n".join(one.text for one in further) or text
    new = TicketForm(step="text", text=told, service=service_id, is_sorted=True, is_proposed=True)
    await _begin(turn, new, card=card)


async def danger_begun(turn: Turn, text: str, card: Reply) -> None:
    """A danger that names no service for sure: whoever sees to it sorts it."""
    await _begin(turn, TicketForm(step="text", text=text, is_sorted=True, is_proposed=True), card=card)


async def open_form(turn: Turn, rest: str) -> None:
    """`/caso`, or `/caso no me imprime`."""
    await _begin(turn, TicketForm(step="text", text=rest))


async def open_called(turn: Turn, text: str) -> None:
    """Of who wants to be called, in their own words; at which number is asked first, and that is enough."""
    new = as_told(turn, TicketForm(step="text", text=text, is_sorted=True))
    new = replace(new, text=called_for(text), place=new.place or PLACE_NOT_SAID)
    turn.state.start(new)
    turn.say(SAY_WHAT_ABOUT)
    await forms.go(turn, new, "contact" if new.contact == BY_THIS_CHAT else missing(new))


async def open_ordinary(turn: Turn, text: str, service: str | None, *, beside: str = "") -> None:
    """The person was asked and said that it is not urgent: they are not asked again. What they said `beside` it stays with
    the words, as it is."""
    new = TicketForm(step="text", text=text, service=service, is_sorted=True, ordinary=True, tried=beside)
    await _begin(turn, new, on_top=True)


async def open_first_in_line(turn: Turn, text: str, exception: ExceptionKind | None) -> None:
    """What was told as urgent while people attend; `exception` is the one that the person confirmed or told."""
    await _begin(turn, TicketForm(step="text", text=text, exception=exception), on_top=True)


async def press_new(turn: Turn, service_id: str) -> None:
    """From a card or a list: with the question that led there, and the service if there is one; what is begun already keeps
    its own, unless that one was refused."""
    text, service, form = turn.state.subject.text, turn.desk.service(service_id), turn.state.form
    is_sorted = service is not None or bool(text and not service_id)
    begun = form.service if isinstance(form, TicketForm) else None
    chosen = service.id if service else None if begun in turn.state.subject.refused else begun
    await _begin(turn, TicketForm(step="text", text=text, service=chosen, is_sorted=is_sorted))


async def open_again(turn: Turn, ticket: Ticket) -> None:
    """What was cancelled, as it stood: it only has to be sent."""
    again = TicketForm(step="text", text=ticket.text, service=ticket.service, is_sorted=True)
    await _begin(turn, replace(again, place=ticket.place, contact=ticket.contact))


async def take_up(turn: Turn) -> None:
    """Who refused to give data changed their mind: the summary again, where a press authorizes it."""
    subject = turn.state.subject
    place = turn.said_before.place or (None if known_place(turn) else PLACE_NOT_SAID)
    new = TicketForm(step="text", text=subject.text, service=subject.service, is_sorted=True, place=place)
    await _begin(turn, new)


def withdraw(turn: Turn) -> None:
    """A proposal that nothing was answered to is over, without a word."""
    if isinstance(form := turn.state.form, TicketForm) and form.is_proposed:
        forms.finish(turn)


async def _begin(turn: Turn, new: TicketForm, *, on_top: bool = False, card: Reply | None = None) -> None:
    """A form with other words is not replaced without asking. What was told as urgent goes `on_top` of it: it is not
    lost, and the other form is there again when this one ends."""
    told = new.text.split("\n")
    turn.state.put_off = [one for one in turn.state.put_off if one.text not in told]
    if new.text:
        if not on_top:
            withdraw(turn)
        new = as_told(turn, new)
    form = turn.state.form
    is_another = isinstance(form, TicketForm) and form.text not in ("", new.text)
    if not isinstance(form, TicketForm) or (on_top and is_another):
        turn.state.start(replace(new, text=""))
        await _go(turn, _with_waiting(turn, new), card, may_be_same=not on_top)
    elif is_another and new.text:
        turn.ask_about(form_words.already_filling(CALLED, form.text), new.text)
    else:
        await _go(turn, _joined(form, new), card)


def _with_waiting(turn: Turn, form: TicketForm) -> TicketForm:
    """With the files that wait, and the words that came with them, unless the form was begun by those."""
    state = turn.state
    files, state.waiting_files = tuple(state.waiting_files), []
    said, state.waiting_words = state.waiting_words if files else "", ""
    first = turn.introduced(said).matter
    is_told = not form.text or first in form.text or turn.interpret(said).intent is Intent.SMALLTALK
    return replace(form, files=files, text=form.text if is_told else f"{first}\n{form.text}".strip())


def _joined(form: TicketForm, new: TicketForm) -> TicketForm:
    """What is asked once more goes on as it was, with the service that is known now."""
    if new.text and not form.text:
        return replace(new, files=form.files, token=form.token)
    return replace(form, service=new.service, is_sorted=True) if new.is_sorted else form


async def _go(turn: Turn, form: TicketForm, card: Reply | None, *, may_be_same: bool = True) -> None:
    if form.text and may_be_same:
        form = replace(form, same_as=await same.own_ticket(turn, form))
    if card is None or form.same_as:
        await forms.go(turn, form, missing(form))
        return
    asked = replace(form, step=missing(form), token=new_token())
    turn.say(words.with_card(card, await forms.question(turn, asked)))


# What the words tell


def as_told(turn: Turn, form: TicketForm) -> TicketForm:
    """With what is in the words or known of the person; if no service was chosen, with what it may be."""
    filled = _with_told(turn, form)
    return filled if filled.is_sorted else _sorted(turn, filled)


def _with_told(turn: Turn, form: TicketForm) -> TicketForm:
    """The words are what happens, without greeting and signature. Where something broke down need not be where the
    person works."""
    told, before = turn.introduced(form.text), turn.said_before
    turn.keep_introduced(told)
    floor, kept = floor_said(told.place or ""), form.place or before.place
    place = kept if floor else told.place or kept
    old = None if place or turn.interpret(form.text, form.service).exception else known_place(turn)
    known = place or old
    return replace(
        form,
        text=told.matter,
        name=told.name or form.name or before.name,
        place=turn.completed(known, floor) if known and floor else known,
        floor=None if known else floor,
        is_old_place=old is not None,
        contact=told.contact or form.contact or before.contact or known_contact(turn),
    )


def _sorted(turn: Turn, form: TicketForm) -> TicketForm:
    """With the service that its words mean, or those that are offered."""
    understood = turn.interpret(form.text)
    if understood.decision == "choose" and not turn.understanding.is_one_outage(understood):
        return replace(form, offered=tuple(understood.choices()))
    return replace(form, service=turn.sure_service(form.text), is_sorted=True)
