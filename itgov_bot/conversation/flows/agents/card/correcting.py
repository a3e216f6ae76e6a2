"""What an agent told of a ticket, told otherwise: it is shown before whoever read the first words reads these, once."""

from collections.abc import Sequence

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.answer import send_answer
from itgov_bot.conversation.flows.agents.card.resolve import guessed
from itgov_bot.conversation.flows.agents.card.steps import SURE, requester_alone, told_of_end
from itgov_bot.conversation.flows.agents.card.written import Written
from itgov_bot.conversation.flows.at_ticket import act, keep_note
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk.tickets.correcting import correct_solution, correct_waiting, told_of
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.correcting import kind_told
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.tickets import corrected as words
from itgov_bot.wording.staff.tickets.changed import corrected


def words_of(told: TicketEvent) -> str:
    """Without the mark that they were corrected before."""
    return str(told.data["text"]).removeprefix(corrected(""))


async def begin_correction(turn: Turn, ticket: Ticket, told: TicketEvent, text: str) -> None:
    """`told` is what these words are to stand instead of; a note, which only the desk reads, is written again at once."""
    if kind_told(told) is EventKind.NOTED:
        await keep_note(turn, ticket, corrected(text))
        return
    form = AgentForm(
        flow="ag_correct",
        step=f"what{SURE}",
        ticket=ticket.number,
        holder=ticket.assignee,
        draft=text,
        corrects=kind_told(told),
    )
    await forms.start(turn, form)


async def _ask(turn: Turn, _form: AgentForm, ticket: Ticket) -> Reply:
    return words.ask_what_instead(ticket)


async def _shown(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> str:
    told = await told_of(turn.desk, ticket, turn.person, form.corrects)
    return words.correct_this(ticket, form.corrects, words_of(told) if told else "", answer.text)


async def _readers(turn: Turn, ticket: Ticket) -> Sequence[Person]:
    form = turn.state.form
    is_solution = isinstance(form, AgentForm) and form.corrects is EventKind.RESOLVED
    return await (told_of_end if is_solution else requester_alone)(turn, ticket)


async def _take(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    forms.finish(turn)
    text = answer.text
    if form.corrects is EventKind.RESOLVED:
        kind, way = await guessed(turn, ticket, text)
        doing = correct_solution(turn.desk, ticket, turn.person, text, kind=kind, solution=way)
    elif form.corrects is EventKind.WAITING:
        doing = correct_waiting(turn.desk, ticket, turn.person, text)
    else:
        await send_answer(turn, ticket, corrected(text), ())
        return
    await act(turn, ticket, doing, words.done(ticket, text), text)


CORRECT = Flow(
    "ag_correct",
    AgentForm,
    "la corrección",
    Written(ask=_ask, take=_take, preview=_shown, readers=_readers).steps("what"),
)
