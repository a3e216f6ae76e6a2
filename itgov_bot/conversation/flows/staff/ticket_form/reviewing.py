"""The summary, with the privacy notice for who has not accepted it, and what is answered to it."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff.ticket_form import reaching, sending
from itgov_bot.conversation.flows.staff.ticket_form.changing import PRESSED, is_floor, take_words
from itgov_bot.conversation.flows.staff.ticket_form.form import draft_of, go_next, with_files, with_words
from itgov_bot.conversation.flows.staff.ticket_form.ordered import ORDERED
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.review_words import review_order
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as words


def ask_confirm(turn: Turn, form: TicketForm) -> Reply:
    shown = words.Shown(
        draft_of(form),
        None if form.is_proposed else turn.desk.service(form.service),
        files=len(form.files),
        name=form.name,
        with_service=not form.is_proposed,
        is_old_place=form.is_old_place and not turn.is_registered,
        asks_floor=reaching.is_bare(turn, form.place),
        asks_office=is_floor(form.place),
        may_undo=bool(form.before),
        is_first=sending.is_first_in_line(turn, form),
    )
    return words.summary(turn.city, turn.person, shown, form.choice)


async def take_confirm(turn: Turn, form: TicketForm, answer: Answer) -> None:
    if answer.files:
        await _keep_files(turn, form, answer)
    elif answer.value in PRESSED:
        await PRESSED[answer.value](turn, form)
    elif order := review_order(answer.text):
        await ORDERED[order.order](turn, form, order)
    elif turn.answers.yes_or_no(answer.text) is not None or says_nothing(answer.text):
        await forms.ask_again(turn, form, form_words.choose_one())
    else:
        await take_words(turn, form, answer.text)


def says_nothing(text: str) -> bool:
    """A bare number or sign, and no telephone; no text at all is a file that was refused, and the summary is simply shown
    again."""
    return bool(text) and not any(char.isalpha() for char in text) and reaching.contact_told(text) is None


async def _keep_files(turn: Turn, form: TicketForm, answer: Answer) -> None:
    form = with_files(turn, form, answer.files)
    turn.say(words.files_kept(len(answer.files)))
    await go_next(turn, with_words(form, answer.text) if answer.text else form)
