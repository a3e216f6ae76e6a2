"""Words and files beside what is going on: an answer to one of its messages, plain words, words in the middle of a form."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.conversation import forms
from itgov_bot.conversation.answered import Answered, ticket_of_answered
from itgov_bot.conversation.flows.agents import replies
from itgov_bot.conversation.flows.agents.orders import obeyed
from itgov_bot.conversation.flows.agents.steps import is_doubting
from itgov_bot.conversation.flows.agents.tickets import say_role_is_lost
from itgov_bot.conversation.flows.staff import additions, my_tickets
from itgov_bot.conversation.flows.staff.going_on import deeds
from itgov_bot.conversation.flows.staff.going_on.deeds import Told
from itgov_bot.conversation.flows.staff.going_on.heard import FILES_ALONE, OF_DUTY, Heard, Message, hear_in
from itgov_bot.conversation.flows.staff.going_on.table import ON_DUTY, Deed
from itgov_bot.conversation.flows.staff.going_on.where import Ask, Claim, Services, at_ticket, where
from itgov_bot.conversation.flows.staff.wishes import wish_told
from itgov_bot.conversation.form_types import AgentForm, Form, RegistrationForm, TicketedForm, TicketForm
from itgov_bot.conversation.turn import Again, Turn
from itgov_bot.desk import matters as going
from itgov_bot.desk import people
from itgov_bot.desk.outages import is_affected
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.addressee import Whom
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.domain.tickets.ticket import Ticket, parse_number
from itgov_bot.replies import Choice, question_of
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.understanding.language.cases.one_case import mentioned_number
from itgov_bot.understanding.language.cases.review_words import Order, is_sending, review_order
from itgov_bot.understanding.language.picks import is_naming, label_meant
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff import going_on as words
from itgov_bot.wording.staff.tickets import BY_THIS_CHAT, PLACE_NOT_SAID

MAX_ASKED = 6
MAX_NAMING_WORDS = 3
"""So few words with a number ask to see the ticket."""
_TALKS = (MatterKind.URGENT, MatterKind.ASKED, MatterKind.AFTER, MatterKind.BESIDE)
_ON_DUTY = (MatterKind.CALLED, MatterKind.HELD)
_SURE_IN_FORM = frozenset({Heard.WAITS, Heard.STILL, Heard.FIXED, Heard.SEEN, Heard.DONE})
"""What is never the answer to a question of a form."""
_ABOUT_URGENT = frozenset({Heard.WAITS, Heard.STILL, Heard.FIXED})


# An answer to a message


async def answered_message(turn: Turn) -> bool:
    """A reader: an answer to any message of a ticket goes to that ticket, for whoever may write to it."""
    answered = await ticket_of_answered(turn)
    if answered is None:
        return False
    if not turn.text and not turn.files.kept:  # they forwarded it
        return await my_tickets.open_by_number(turn, answered.ticket.number)
    if answered.to and answered.to.whom is Whom.AFFECTED:
        return await _at(turn, await going_on(turn), answered.ticket)
    if answered.reader == turn.person.id and answered.ticket.requester == turn.person.id:
        await _at_own(turn, answered.ticket)
    elif await _tells_for_absent(turn, answered):
        return True
    elif may_work_tickets(turn.roles):
        await _at_others(turn, answered)
    else:
        return await _at(turn, await going_on(turn), answered.ticket) or await _no_more(turn, answered)
    return True


async def _no_more(turn: Turn, answered: Answered) -> bool:
    """Who works no tickets any more, at one that was never theirs: their words are no new matter, and go to nobody."""
    ticket = answered.ticket
    is_theirs = answered.to is None and await is_affected(turn.desk, ticket, turn.person)
    if is_theirs or not answered.is_known:
        return False
    await say_role_is_lost(turn, turn.text)
    return True


async def _tells_for_absent(turn: Turn, answered: Answered) -> bool:
    """Who opened a ticket for somebody without a chat is who is written to in their place: what they answer is what that
    person says."""
    ticket = await live_ticket(turn.desk, answered.ticket)
    whose = await people.get(turn.desk, ticket.requester)
    passes_on = ticket.opened_by == turn.person.id and may_work_tickets(turn.roles)
    if answered.to or whose is None or whose.has_chat or not passes_on or noted(turn.text) is not None:
        return False
    if not await obeyed(turn, ticket, turn.text):
        await additions.add(turn, ticket, turn.text, turn.files.kept)
    return True


async def _at_own(turn: Turn, ticket: Ticket) -> None:
    """What the table says for its words; what it does not know is added."""
    ticket = await live_ticket(turn.desk, ticket)
    message = _heard(turn)
    claim = at_ticket(await going_on(turn), message, ticket.id)
    if claim and claim.deed not in (Deed.PASS, Deed.RATE, Deed.STATE) and ticket.requester == turn.person.id:
        await deeds.do(turn, claim.deed, _told(turn, claim, message))
    else:
        await additions.add(turn, ticket, turn.text, turn.files.kept)


async def _at_others(turn: Turn, answered: Answered) -> None:
    """«Lo tomo», to the very call, takes it; any other words are an answer to whose words it shows."""
    message = _heard(turn)
    claim = None if answered.to else at_ticket(await going_on(turn), message, answered.ticket.id)
    if claim and claim.deed in ON_DUTY and message.says & (OF_DUTY | {Heard.COMES}):
        await deeds.do(turn, claim.deed, _told(turn, claim, message))
    else:
        await replies.answer_ticket(turn, answered)


async def _at(turn: Turn, matters: Sequence[Matter], ticket: Ticket) -> bool:
    message, ticket = _heard(turn), await live_ticket(turn.desk, ticket)
    claim = at_ticket(matters, message, ticket.id)
    if claim:
        await deeds.do(turn, claim.deed, _told(turn, claim, message))
    return claim is not None


async def sends_nothing(turn: Turn) -> bool:
    """A reader: «envíelo» and «sí» to «¿es de alguno de estos casos?» say none of them, and they are asked again. After
    «se lo pasé» it has gone: no «envíelo» follows it."""
    order, is_yes = review_order(turn.text), turn.answers.yes_or_no(turn.text) is True
    is_send = order is not None and order.order is Order.SEND
    if not (is_send or is_yes) or turn.files.kept:
        return False
    last = await turn.last_replies(1)
    choices = last[0].choices if last else ()
    asked = sum(_begins(one, Action.GOES_TO) and one.answers != "no" for one in choices)
    has_gone = any(_begins(one, Action.TAKE_BACK) for one in choices) and is_send and is_sending(turn.text)
    says_none = asked > 1 or (asked == 1 and is_send)
    if says_none or has_gone:
        turn.say((words.which_first if says_none else words.gone_already)(choices))
    return says_none or has_gone


async def which_named(turn: Turn) -> bool:
    """A reader: «el del mouse» to «¿es de alguno de estos casos?» is the one that tells of it."""
    last = await turn.last_replies(1)
    offered = [one.data for reply in last for one in reply.choices if _begins(one, Action.GOES_TO)]
    if len(offered) < 2 or not is_naming(turn.text):
        return False
    numbers = [question_of(data)[0].split(":")[1] for data in offered]
    tickets = [await lookup.find(turn.desk, number) for number in numbers]
    at = label_meant(turn.text, [one.text if one else "" for one in tickets])
    if at is not None:
        turn.again = Again(pressed=offered[at])
    return at is not None


def _begins(choice: Choice, word: Action) -> bool:
    return choice.data.startswith(word.data())


# Plain words


async def goes_on(turn: Turn) -> bool:
    """A reader of words and files: those that belong to what is going on go there."""
    if not (turn.text or turn.files.kept) or _is_typed_id(turn):
        return False
    if await _names_ticket(turn):
        return True
    matters = await going_on(turn)
    if not matters:
        return False
    message = _heard(turn)
    found = where(matters, message, _services(turn, matters, message))
    if isinstance(found, Claim):
        await deeds.do(turn, found.deed, _told(turn, found, message))
    elif found:
        await _ask_which(turn, found)
    return found is not None


async def _names_ticket(turn: Turn) -> bool:
    """«El SAUS-2026-12 sigue igual» goes there; a number with a question, or with few words, shows it."""
    written = mentioned_number(turn.text)
    number = await lookup.number_meant(turn.desk, written) if written else None
    ticket = await my_tickets.visible(turn, number)
    if ticket is None:
        return False
    message = _heard(turn)
    if not message.says and await wish_told(turn):  # «cancele el caso 12»
        return True
    is_asked = "?" in turn.text or len(turn.text.split()) <= MAX_NAMING_WORDS or Heard.STATE in message.says
    if is_asked or not await _at(turn, await going_on(turn), ticket):
        await my_tickets.open_by_number(turn, ticket.number)
    return True


def _is_typed_id(turn: Turn) -> bool:
    """A service or a ticket by its number alone has its own reader; a bare figure may be what somebody asked for."""
    is_ticket = parse_number(turn.text, turn.desk.local_year) is not None and not turn.text.isdigit()
    return is_ticket or turn.desk.service(turn.text) is not None


async def _ask_which(turn: Turn, found: Ask) -> None:
    turn.ask_about(words.which(await _named(turn, found), turn.text), turn.text, turn.files.kept)


async def _named(turn: Turn, found: Ask) -> list[tuple[Ticket, str | None]]:
    """The tickets, and whose they are where they are somebody else's."""
    named = []
    for claim in found.claims[:MAX_ASKED]:
        ticket = claim.matter.ticket
        is_others = claim.matter.is_of_desk
        whose = name_of((await view(turn.desk, ticket)).requester) if is_others else None
        named.append((ticket, whose))
    return named


# In the middle of a form


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
    message = _heard(turn)
    matters = [one for one in before if _is_told_over(one, form, message)] or [
        one
        for one in before
        if _may_come_between(one, form)
        and (_came_between(one, form, message) or _was_asked_for(turn, one, message))
    ]
    found = where(matters, message, _services(turn, matters, message))
    if isinstance(found, Claim) and _is_no_answer(turn, form, found.matter, message):
        await deeds.do(turn, found.deed, _told(turn, found, message))
        if not _is_of_oneself(found.matter, form):
            await forms.ask(turn, form)
    elif found:
        await _ask_which_in_form(turn, form, found)
    return found is not None


async def _beside_doubt(turn: Turn, form: AgentForm) -> bool:
    """While it is asked whether earlier words go out: what is asked of the desk, or ordered of the ticket that goes on."""
    message = _heard(turn)
    seen_to = [one for one in await going_on(turn) if one.is_of_desk]
    found = where(seen_to, message, {}) if message.says & OF_DUTY and not turn.files.kept else None
    if isinstance(found, Claim) and found.deed in ON_DUTY:
        forms.finish(turn)
        await deeds.do(turn, found.deed, _told(turn, found, message))
        return True
    held = next((one for one in seen_to if one.ticket.number == form.ticket), None)
    is_obeyed = held is not None and not turn.files.kept and await deeds.obeyed(turn, Told(held, message))
    if is_obeyed:
        turn.state.forms = [one for one in turn.state.forms if one.ref != form.ref]
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
    asked = words.which_in_form(await _named(turn, Ask(claims)), turn.text, called)
    turn.ask_about(asked, turn.text, turn.files.kept)


def _is_told_over(matter: Matter, form: Form, message: Message) -> bool:
    """«Ya vino, quedó perfecto», or stars, while the next case is being filled in: no words about what fails."""
    if not isinstance(form, TicketForm) or not form.text or message.is_fault:
        return False
    if matter.kind is MatterKind.SOLVED:
        return bool(message.says & {Heard.STARS, Heard.FIXED}) and matter.ticket.awaits_stars
    return matter.kind is MatterKind.OPEN and Heard.FIXED in message.says


def _may_come_between(matter: Matter, form: Form) -> bool:
    is_its_own = isinstance(form, TicketedForm) and form.ticket == matter.ticket.number
    is_talk = matter.kind in (*_TALKS, *_ON_DUTY) or _is_of_oneself(matter, form)
    return is_talk and not is_its_own


def _came_between(matter: Matter, form: Form, message: Message) -> bool:
    """It began, or its agent wrote, after the form's last question; or the words can only be about an urgent ticket."""
    if matter.kind is MatterKind.URGENT and message.says & _ABOUT_URGENT:
        return True
    is_newer = form.asked_at is None or matter.since > form.asked_at
    return is_newer or (matter.awaits and matter.is_last_said)


# What all of them need


async def going_on(turn: Turn) -> list[Matter]:
    """What words of this turn may be about, the nearest first."""
    return await going.going_on(
        turn.desk, turn.person, turn.incoming.address, works_tickets=may_work_tickets(turn.roles)
    )


def _heard(turn: Turn) -> Message:
    if not turn.text:
        return FILES_ALONE
    message = hear_in(turn, turn.text)
    is_shown = turn.files.kept and message.says and turn.interpret(turn.text).wish is None
    shown = {Heard.SHOWN} if is_shown else set[Heard]()
    return replace(message, says=message.says | shown, exception=turn.exception_now(turn.text))


def _told(turn: Turn, claim: Claim, message: Message) -> Told:
    return Told(claim.matter, message, tuple(turn.files.kept))


def _services(turn: Turn, matters: Sequence[Matter], message: Message) -> Services:
    """With the twins of each, and those that the agent asked after. Read only where the message names one itself."""
    if message.service is None and not message.offered and message.named is None:
        return {}
    return {one.ticket.id: _services_of(turn, one) for one in matters}


def _services_of(turn: Turn, matter: Matter) -> frozenset[str]:
    own = {matter.ticket.service}
    if matter.ticket.service is None and matter.kind in _TALKS:
        own |= {turn.sure_service(matter.ticket.text)}
    if matter.asked:
        own |= {turn.sure_service(matter.asked)}
    twins = [group for group in turn.desk.reference.catalog.twins if group & own]
    return frozenset(one for one in own.union(*twins) if one)
