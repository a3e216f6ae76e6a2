"""Words and files about what is going on, in the middle of a form."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.steps import is_doubting
from itgov_bot.conversation.flows.agents.on_duty import ON_DUTY, obeyed
from itgov_bot.conversation.flows.going_on.spoken_of import TALKS, do, heard, named, services
from itgov_bot.conversation.flows.hearing.heard import OF_DUTY, Heard, Message
from itgov_bot.conversation.flows.hearing.message import going_on
from itgov_bot.conversation.flows.hearing.where import Ask, Claim, Told, where
from itgov_bot.conversation.form_types import AgentForm, Form, RegistrationForm, TicketedForm, TicketForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID
from itgov_bot.wording.staff.tickets import going_on as words

_ON_DUTY = (MatterKind.CALLED, MatterKind.HELD)
_SURE_IN_FORM = frozenset({Heard.WAITS, Heard.STILL, Heard.FIXED, Heard.SEEN, Heard.DONE})
"""What is never the answer to a question of a form."""
_ABOUT_URGENT = frozenset({Heard.WAITS, Heard.STILL, Heard.FIXED})


async def beside_form(turn: Turn, form: Form) -> bool:
    """A reader in a form: what answers an agent who wrote meanwhile, or is about an urgent ticket, is no answer to it.

    In doubt the person says it; the form stays where it was.
    """
    if not (turn.text or turn.files.kept):
        return False
    if forms.step_of(turn, form).verbatim:
        return is_doubting(form) and await _beside_doubt(turn, form)
    before = await going_on(turn)
    if not before:
        return False
    message = heard(turn)
    matters = [one for one in before if _is_told_over(one, form, message)] or [
        one
        for one in before
        if _may_come_between(one, form)
        and (_came_between(one, form, message) or _was_asked_for(turn, one, message))
    ]
    found = where(matters, message, services(turn, matters, message))
    if isinstance(found, Claim) and _is_no_answer(turn, form, found.matter, message):
        await do(turn, found, message)
        if not _is_of_oneself(found.matter, form):
            await forms.ask(turn, form)
    elif found:
        await _ask_which_in_form(turn, form, found)
    return found is not None


async def _beside_doubt(turn: Turn, form: AgentForm) -> bool:
    """While it is asked whether earlier words go out: what is asked of the desk, or ordered of the ticket that goes on."""
    message = heard(turn)
    seen_to = [one for one in await going_on(turn) if one.is_of_desk]
    found = where(seen_to, message, {}) if message.says & OF_DUTY and not turn.files.kept else None
    if isinstance(found, Claim) and found.deed in ON_DUTY:
        forms.finish(turn)
        await do(turn, found, message)
        return True
    held = next((one for one in seen_to if one.ticket.number == form.ticket), None)
    is_obeyed = held is not None and not turn.files.kept and await obeyed(turn, Told(held, message))
    if is_obeyed:
        turn.state.drop(form)
    return is_obeyed


def _is_no_answer(turn: Turn, form: Form, matter: Matter, message: Message) -> bool:
    """It needs no asking that the words are not for the form."""
    if matter.kind is MatterKind.OPEN:
        return False
    is_sure = bool(message.says & _SURE_IN_FORM) or _was_asked_for(turn, matter, message)
    is_at_work = _is_of_oneself(matter, form) and bool(message.says & (OF_DUTY | {Heard.COMES}))
    return matter.kind is MatterKind.SOLVED or form.is_idle(turn.now) or is_sure or is_at_work


def _is_of_oneself(matter: Matter, form: Form) -> bool:
    """Who they are is asked of somebody who sees to an urgent ticket: it stops nobody, and is not insisted upon."""
    return matter.is_of_desk and isinstance(form, RegistrationForm)


def _was_asked_for(turn: Turn, matter: Matter, message: Message) -> bool:
    """The last thing they read asked for the place or a telephone of an urgent ticket: here it is, or a picture."""
    ticket, told = matter.ticket, message.details
    lacks_place, lacks_contact = ticket.place == PLACE_NOT_SAID, ticket.contact == BY_THIS_CHAT
    if matter.kind is not MatterKind.URGENT or not matter.is_last_said:
        return False
    brings = (lacks_place and told.place) or (lacks_contact and told.contact)
    return bool(brings) or (bool(turn.files.kept) and (lacks_place or lacks_contact))


async def _ask_which_in_form(turn: Turn, form: Form, found: Claim | Ask) -> None:
    claims = found.claims if isinstance(found, Ask) else (found,)
    called = forms.flow_of(turn, form).called
    asked = words.which_in_form(await named(turn, Ask(claims)), turn.text, called)
    turn.ask_about(asked, turn.text, turn.files.kept)


def _is_told_over(matter: Matter, form: Form, message: Message) -> bool:
    """«Ya vino, quedó perfecto», or stars, while the next case is being filled in: no words about what fails, whatever else
    was not good («4, pero se demoraron»)."""
    if not isinstance(form, TicketForm) or not form.text or (message.is_fault and not message.stars):
        return False
    if matter.kind is MatterKind.SOLVED:
        return bool(message.says & {Heard.STARS, Heard.FIXED}) and matter.ticket.awaits_stars
    return matter.kind is MatterKind.OPEN and Heard.FIXED in message.says


def _may_come_between(matter: Matter, form: Form) -> bool:
    is_its_own = isinstance(form, TicketedForm) and form.ticket == matter.ticket.number
    is_talk = matter.kind in (*TALKS, *_ON_DUTY) or _is_of_oneself(matter, form)
    return is_talk and not is_its_own


def _came_between(matter: Matter, form: Form, message: Message) -> bool:
    """It began, or its agent wrote, after the form's last question; or the words can only be about an urgent ticket."""
    if matter.kind is MatterKind.URGENT and message.says & _ABOUT_URGENT:
        return True
    is_newer = form.asked_at is None or matter.since > form.asked_at
    return is_newer or (matter.awaits and matter.is_last_said)
