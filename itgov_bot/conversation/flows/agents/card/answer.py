"""Words of an agent to the person whose ticket it is, and internal notes."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import doubted, ready
from itgov_bot.conversation.flows.agents.card.steps import SURE, told_of_end
from itgov_bot.conversation.flows.agents.card.written import Written, answer_in_doubt, reader_of
from itgov_bot.conversation.flows.at_ticket import keep_note, remember_own
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.desk.tickets.working import answer_requester
from itgov_bot.domain.canned import Use
from itgov_bot.domain.tickets.addressee import Addressee, Whom
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.notes import noted
from itgov_bot.wording.agents.tickets import confirmations, prompts, shown_first


async def send_answer(
    turn: Turn, ticket: Ticket, text: str, files: Sequence[StoredFile], reader: int | None = None
) -> None:
    """Words and files to `reader` (an id) or, without one, to the requester of this very ticket, also if it goes on in
    another one. What answers the confirmation goes to the same person."""
    whom, text = reader or ticket.requester, await ready.with_marks(turn, ticket, text, reader)
    live, in_private = await live_ticket(turn.desk, ticket), not turn.incoming.is_group
    sent = await answer_requester(turn.desk, live, turn.person, text, files, private=in_private, reader=whom)
    await remember_own(turn, live, Whom.TOLD, whom)
    person, taken = await people.get(turn.desk, whom), sent.assignee != live.assignee
    unread = [] if live.is_outage else [one for one in await told_of_end(turn, live) if one.id != whom]
    said = confirmations.answer_goes(live, person, text, unread, taken=taken)
    said = replace(said, addressee=str(Addressee(Whom.PERSON, whom)))
    is_plain = (live.is_live or live.state is State.RESOLVED) and not (live.is_outage and live.affected > 1)
    goes = person is not None and person.has_chat and person.reachable
    if taken or unread or not is_plain or whom != live.requester or not goes:
        turn.say(said, ticket=live.id)
    else:  # nothing about it needs words
        await turn.acknowledge(said, ticket=live.id)


async def begin_answer(
    turn: Turn,
    ticket: Ticket,
    text: str,
    files: Sequence[StoredFile] = (),
    reader: int | None = None,
    *,
    why: Reply | None = None,
) -> None:
    """Words that may be a slip, or for somebody else, are shown before they go, and to whom."""
    form = AgentForm(
        flow="ag_answer",
        step=f"what{SURE}",
        ticket=ticket.number,
        holder=ticket.assignee,
        reader=reader,
        draft=await ready.with_marks(turn, ticket, text, reader),
        files=tuple(files),
    )
    await forms.start(turn, form, why)


async def _ask_answer(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return prompts.ask_answer(ticket, await reader_of(turn, form, ticket))


async def _take_answer(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    forms.finish(turn)
    live, is_shown = await live_ticket(turn.desk, ticket), form.step.endswith(SURE)
    if is_shown or live.is_live or live.state is State.RESOLVED:
        await send_answer(turn, ticket, answer.text, answer.files, form.reader)
    else:  # it ended while they wrote
        why = shown_first.is_over(live)
        await begin_answer(turn, ticket, answer.text, answer.files, form.reader, why=why)


async def _take_note(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    forms.finish(turn)
    await keep_note(turn, ticket, noted(answer.text) or answer.text, answer.files, was_asked=True)


ANSWER = Flow(
    "ag_answer",
    AgentForm,
    "su respuesta",
    Written(
        ask=_ask_answer,
        take=_take_answer,
        files=True,
        preview=answer_in_doubt,
        use=Use.ANSWER,
        besides=doubted.besides,
        ways=doubted.WAYS | {"other": doubted.elsewhere(_take_answer)},
    ).steps("what"),
)
NOTE = Flow(
    "ag_note",
    AgentForm,
    "su nota interna",
    Written(ask=lambda _turn, _form, ticket: prompts.ask_note(ticket), take=_take_note, files=True).steps(
        "what"
    ),
)
