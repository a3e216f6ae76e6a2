"""After the solution: one press from 1 to 5, and an optional comment."""

from collections.abc import Callable

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.at_ticket import ticket_of_form
from itgov_bot.conversation.flows.hearing.heard import Heard, IsNew, Message
from itgov_bot.conversation.flows.hearing.message import hear_in
from itgov_bot.conversation.flows.staff.tickets.own import in_time, own_ticket
from itgov_bot.conversation.flows.staff.tickets.reopening import ask_why, leave_comment, take_why
from itgov_bot.conversation.form_types import Form, RatingForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import matters
from itgov_bot.desk.rating import comment_rating, rate_ticket
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.language.answering.stars import stars_of
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff.tickets import rating as words

STARS = frozenset("12345")


async def press_rate(turn: Turn, rest: str) -> None:
    """`rate:SAUS-2026-000001:4`, or `…:say` for a comment."""
    number, _, what = rest.partition(":")
    ticket = await own_ticket(turn, number)
    if ticket is None:
        return
    if what in STARS:
        await rate_in_words(turn, ticket, int(what), turn.take_held().text)
    elif ticket.state is State.RESOLVED and ticket.rating:
        await forms.start(turn, RatingForm(step="what", ticket=number))
    else:
        turn.say(words.not_to_rate(ticket))


async def answer_with_number(turn: Turn) -> bool:
    """A reader: a number from 1 to 5 as the answer to a message of one's solved ticket."""
    stars = stars_of(turn.text)
    if stars is None:
        return False
    ticket = await lookup.of_message(turn.desk, turn.incoming.address, turn.incoming.reply_to_ref)
    if ticket is None or ticket.state is not State.RESOLVED or ticket.requester != turn.person.id:
        return False
    await _rate(turn, ticket, stars)
    return True


async def rate_in_words(turn: Turn, ticket: Ticket, stars: int, said: str) -> None:
    """«4, pero se demoraron»: the stars, and the words as the comment beside them."""
    if not said:
        await _rate(turn, ticket, stars)
        return
    rated = await in_time(turn, ticket, rate_ticket(turn.desk, ticket, turn.person, stars), words.not_to_rate)
    if rated:
        await _comment(turn, ticket, said, words.rated_with_words)


async def _comment(turn: Turn, ticket: Ticket, said: str, thanks: Callable[[Ticket], Reply]) -> bool:
    """Whoever says that it went badly is not thanked but asked whether it is to be opened again. False when it is not to be
    rated any more."""
    rated = await in_time(
        turn, ticket, comment_rating(turn.desk, ticket, turn.person, said), words.not_to_rate
    )
    if rated:
        turn.say(_answer(rated, said, thanks), ticket=rated.id)
    return rated is not None


def _answer(rated: Ticket, said: str, thanks: Callable[[Ticket], Reply]) -> Reply:
    says = what_is_said(said)
    if rated.is_rated_low and Says.FIXED in says:
        return words.rated_low_but_works(rated)
    return (words.ask_reopen if rated.is_rated_low or Says.STILL in says else thanks)(rated)


async def _rate(turn: Turn, ticket: Ticket, stars: int) -> None:
    rated = await in_time(turn, ticket, rate_ticket(turn.desk, ticket, turn.person, stars), words.not_to_rate)
    if rated is None:
        return
    leave_comment(turn)
    if turn.state.form is None:
        await forms.start(turn, RatingForm(step="thanks", ticket=rated.number))
    else:
        turn.say(words.thanks(rated, None), ticket=rated.id)


# The comment: one step, asked with the thanks or by itself


async def _ask_with_thanks(turn: Turn, form: RatingForm) -> Reply:
    return words.thanks(await ticket_of_form(turn, form), form.choice)


async def _ask(turn: Turn, form: RatingForm) -> Reply:
    return words.ask_comment(await ticket_of_form(turn, form), form.choice)


async def _take(turn: Turn, form: RatingForm, answer: Answer) -> None:
    ticket = await ticket_of_form(turn, form)
    if answer.value == "skip":
        forms.finish(turn)
        turn.say(words.SKIPPED)
    elif not answer.text:
        turn.say(form_words.needs_text())
    else:
        forms.finish(turn)
        if await _comment(turn, ticket, answer.text, words.commented):
            turn.state.subject = Subject(text=answer.text)


async def is_over(turn: Turn, form: Form) -> bool:
    """What is written is no comment: nobody has to write one, and its question holds nothing back."""
    if not isinstance(form, RatingForm) or not turn.text or turn.files.kept:
        return False
    if form.step == "why":
        return form.is_idle(turn.now)
    ticket, message = await ticket_of_form(turn, form), hear_in(turn, turn.text)
    if message.stars:
        return await _is_other_rated(turn, ticket)
    return _is_something_else(turn, form, ticket, message)


async def kept_late(turn: Turn, form: Form) -> bool:
    """A reader in a form: other stars, or a comment, whenever it comes."""
    if not isinstance(form, RatingForm) or form.step == "why" or not turn.text or turn.files.kept:
        return False
    stars = hear_in(turn, turn.text).stars
    if stars:
        ticket = await ticket_of_form(turn, form)
        forms.finish(turn)
        await rate_in_words(turn, ticket, *stars)
    elif form.is_idle(turn.now):
        await _take(turn, form, Answer(text=turn.text))
    return stars is not None or form.is_idle(turn.now)


async def _is_other_rated(turn: Turn, ticket: Ticket) -> bool:
    """Stars are awaited of another solution."""
    works = may_work_tickets(turn.roles)
    found = await matters.going_on(turn.desk, turn.person, turn.incoming.address, works_tickets=works)
    return any(one.ticket.awaits_stars and one.ticket.id != ticket.id for one in found)


def _is_something_else(turn: Turn, form: RatingForm, ticket: Ticket, message: Message) -> bool:
    """That it fails again, unless bad stars say so already; a report, a question, a courtesy, a wish. A complaint is a
    comment."""
    own = {ticket.service or ""}
    is_new = message.is_new(own) is IsNew.CLEARLY or message.tells_another_problem(own, in_talk=False)
    if ticket.state is not State.RESOLVED or is_new:
        return True
    is_optional = not ticket.is_rated_low or form.is_idle(turn.now)
    if message.says & {Heard.STILL, Heard.BUT}:
        return is_optional
    if message.says:
        return message.says <= {Heard.STATE, Heard.WAITS, Heard.REMIND}
    read = turn.interpret(turn.text)
    is_wish = read.is_plain_wish and read.wish not in (Wish.COMPLAINT, Wish.TERMS)
    return is_optional and (is_question(turn.text) or read.intent is Intent.SMALLTALK or is_wish)


COMMENT = Flow(
    "rating",
    RatingForm,
    "su comentario",
    {
        "thanks": Step(_ask_with_thanks, _take),
        "what": Step(_ask, _take),
        "why": Step(ask_why, take_why, passing=True),
    },
)
