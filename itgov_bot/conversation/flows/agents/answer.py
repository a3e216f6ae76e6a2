"""What needs words: answering, an internal note, what is awaited, why a ticket is voided or opened again."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import doubted, ready
from itgov_bot.conversation.flows.agents.colleagues import names_another
from itgov_bot.conversation.flows.agents.steps import (
    SURE,
    begin,
    choose_again,
    is_slip,
    requester_alone,
    step,
    told_of_end,
)
from itgov_bot.conversation.flows.agents.tickets import act, keep_note, remember_own
from itgov_bot.conversation.flows.agents.written import Written, answer_in_doubt, reader_of, slip_to_requester
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Flow, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets.requesting import live_ticket, reopen_ticket
from itgov_bot.desk.tickets.working import answer_requester, take_and_wait, void_ticket
from itgov_bot.domain.canned import Use
from itgov_bot.domain.tickets.addressee import Addressee, Whom
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.notes import is_remark, noted
from itgov_bot.understanding.language.cases.solutions import tells_no_solution
from itgov_bot.understanding.language.secrets import carries_secret
from itgov_bot.wording.agents import confirmations, prompts, shown_first


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


def _ask_wait(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return forms.typed(turn, prompts.ask_wait(ticket, form.choice))


async def _take_wait(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    what = prompts.WAITS.get(answer.value or "", answer.text)
    if not what or (not answer.value and is_slip(what)):
        await choose_again(turn, form)
    elif what != form.draft and is_remark(what):
        await forms.go(turn, replace(form, draft=what), f"what{SURE}")
    else:
        forms.finish(turn)
        await _wait(turn, ticket, what)


async def let_wait(turn: Turn, ticket: Ticket, what: str) -> None:
    """What is awaited is said already; what may be a note is shown first."""
    what = await ready.with_marks(turn, ticket, what)
    if is_remark(what):
        await begin("ag_wait", f"what{SURE}")(turn, ticket, what)
    else:
        await _wait(turn, ticket, what)


async def _wait(turn: Turn, ticket: Ticket, what: str) -> None:
    private = not turn.incoming.is_group
    waiting = take_and_wait(turn.desk, ticket, turn.person, what, private=private)
    reader = await people.get(turn.desk, ticket.requester)
    await act(turn, ticket, waiting, confirmations.waits(ticket, reader, what), what)


async def _take_why(turn: Turn, _form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    forms.finish(turn)
    await _void(turn, ticket, answer.text)


async def begin_void(turn: Turn, ticket: Ticket, why: str) -> None:
    """With the reason said already; one that may be a slip, that colleagues give each other, or that several people read is
    shown first."""
    is_of_desk = is_remark(why) or tells_no_solution(why) or await names_another(turn, why, ticket.requester)
    if is_slip(why) or carries_secret(why) or is_of_desk or len(await told_of_end(turn, ticket)) > 1:
        await begin("ag_annul", f"why{SURE}")(turn, ticket, why)
    else:
        await _void(turn, ticket, why)


async def _void(turn: Turn, ticket: Ticket, why: str) -> None:
    voiding = void_ticket(turn.desk, ticket, turn.person, why)
    requester = await people.get(turn.desk, ticket.requester)
    await act(turn, ticket, voiding, confirmations.voided(ticket, requester, why), why)


def _ask_why_again(turn: Turn, form: AgentForm, ticket: Ticket) -> Reply:
    return forms.typed(turn, prompts.ask_why_reopened(ticket, form.choice))


async def _take_why_again(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> None:
    """It needs no reason: what it was opened for may say enough."""
    if not answer.text and answer.value != "skip":
        await choose_again(turn, form)
        return
    forms.finish(turn)
    await reopen(turn, ticket, answer.text)


async def reopen(turn: Turn, ticket: Ticket, why: str) -> None:
    reopening = reopen_ticket(turn.desk, ticket, turn.person, why)
    await act(turn, ticket, reopening, confirmations.reopened(ticket, why), why)


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
WAIT = Flow(
    "ag_wait",
    AgentForm,
    "lo que se espera",
    Written(ask=_ask_wait, take=_take_wait, preview=slip_to_requester, readers=requester_alone).steps("what")
    | {"what": step(_ask_wait, _take_wait, readers=requester_alone)},
)
VOID = Flow(
    "ag_annul",
    AgentForm,
    "la cancelación",
    Written(
        ask=lambda _turn, _form, ticket: prompts.ask_reason(ticket),
        take=_take_why,
        preview=slip_to_requester,
        readers=told_of_end,
    ).steps("why"),
)
REOPEN = Flow(
    "ag_reopen", AgentForm, "la reapertura", {"why": step(_ask_why_again, _take_why_again, passing=False)}
)
