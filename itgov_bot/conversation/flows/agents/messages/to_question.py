"""An answer to the message of a question: it is an answer to that one, whichever was asked since."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.answered import message_edited, open_form, question_answered
from itgov_bot.conversation.flows.agents.card.answer import begin_answer
from itgov_bot.conversation.flows.agents.messages.replies import tell_refused
from itgov_bot.conversation.flows.agents.orders.beside import done_beside
from itgov_bot.conversation.flows.agents.orders.under_card import obeyed, orders_instead
from itgov_bot.conversation.flows.at_ticket import keep_note, say_role_is_lost
from itgov_bot.conversation.form_types import AgentForm, Form, ResolutionForm, new_token
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.addressee import Question
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.wording import forms as form_words


async def answered_question(turn: Turn) -> bool:
    """A reader: an answer to the message of a question is an answer to it, whichever was asked since, and however long ago.

    In private other readers know what may be said beside it, unless its words are for somebody else.
    """
    if turn.incoming.is_edit and await message_edited(turn):
        return False
    asked = await question_answered(turn)
    flow = turn.parts.flows.get(asked.flow) if asked else None
    if asked is None or flow is None or asked.step not in flow.steps:
        return False
    takes_words = turn.incoming.is_group or flow.steps[asked.step].verbatim
    form, goes_there = open_form(turn, asked), takes_words and not _is_command(turn)
    if form:
        turn.state.bring_forward(form)
    # «Busque en su correo» is said to the person.
    may_ask = may_work_tickets(turn.roles) and (not turn.incoming.is_group or is_question(turn.text))
    is_beside = form and goes_there and may_ask and await done_beside(turn, form)
    if is_beside or (form and goes_there and await _ordered_instead(turn, form)):
        return True
    if form and goes_there:
        await _take(turn, form, asked.step)
    return goes_there and (form is not None or await _came_late(turn, asked))


async def _ordered_instead(turn: Turn, form: Form) -> bool:
    """«Asígnelo a Ana» in an answer to «¿Qué se hizo?»: another deed than the one that is asked about."""
    if (
        not isinstance(form, AgentForm | ResolutionForm)
        or form.flow not in _ASKS_FOR_WORDS
        or turn.files.kept
    ):
        return False
    ticket = await lookup.find(turn.desk, form.ticket)
    if ticket is None or not may_work_tickets(turn.roles) or not await orders_instead(turn, ticket):
        return False
    forms.finish(turn)
    return await obeyed(turn, ticket, turn.text)


_ASKS_FOR_WORDS = frozenset({"ag_answer", "ag_solve"})


def _is_command(turn: Turn) -> bool:
    return turn.text.startswith("/") and noted(turn.text) is None


async def _take(turn: Turn, form: Form, step: str) -> None:
    """At the step that was asked there, also if another one is asked now."""
    if form.step != step:
        form = replace(form, step=step, token=new_token())
        turn.state.keep(form)
    tell_refused(turn)
    await forms.take(turn, form, Answer(text=turn.text, files=tuple(turn.files.kept)))


async def _came_late(turn: Turn, asked: Question) -> bool:
    """The question is over, or a colleague's: nothing goes out unasked, and no words are lost. In a group others are not
    answered."""
    text, files = turn.text, turn.files.kept
    is_agent = may_work_tickets(turn.roles)
    ticket = await lookup.find(turn.desk, asked.ticket)
    inside = text if asked.flow == "ag_note" else noted(text)
    if not is_agent and turn.incoming.is_group:
        return False
    if not is_agent:
        await say_role_is_lost(turn, text)
    elif ticket and inside is not None:
        await keep_note(turn, ticket, noted(inside) or inside, files)
    elif ticket and asked.flow == "ag_answer":
        reader = int(asked.reader) if asked.reader else None
        await begin_answer(turn, ticket, text, files, reader, why=form_words.question_is_over())
    else:
        turn.say(form_words.not_sent(form_words.question_is_over(), text))
    return True
