"""What else than sending may be done with an answer that is shown to the agent first."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import resolve
from itgov_bot.conversation.flows.agents.card.assigning import hand
from itgov_bot.conversation.flows.agents.card.colleagues import asked_first, colleague_addressed
from itgov_bot.conversation.flows.agents.card.steps import Take
from itgov_bot.conversation.flows.agents.card.written import Way, reader_of
from itgov_bot.conversation.flows.at_ticket import brief, keep_note, ticket_of_form
from itgov_bot.conversation.form_types import AgentForm
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk.tickets.working import note
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice
from itgov_bot.understanding.language.cases.solutions import may_be_solution, tells_of_work
from itgov_bot.wording.agents.tickets import confirmations, shown_first
from itgov_bot.wording.names import name_of


async def besides(turn: Turn, form: AgentForm, ticket: Ticket) -> Sequence[Choice]:
    """What they tell solves the ticket, they speak to a colleague, or they were for somebody to whom an answer waits as
    well."""
    is_told = tells_of_work(form.draft) and may_be_solution(form.draft)
    to = await colleague_addressed(turn, form.draft, form.reader)
    others = [(one.ref, await _name_of_reader(turn, one)) for one in _other_prompts(turn, form)]
    return shown_first.besides_sending(
        form.choice, may_solve=ticket.is_live and is_told, to=to, others=others
    )


def _other_prompts(turn: Turn, form: AgentForm) -> list[AgentForm]:
    """In a group the message that is answered tells which."""
    waiting = [] if turn.incoming.is_group else turn.state.forms
    return [
        one
        for one in waiting
        if isinstance(one, AgentForm)
        and one.flow == form.flow
        and one.ticket != form.ticket
        and not one.draft
    ]


async def _name_of_reader(turn: Turn, form: AgentForm) -> str:
    return name_of(await reader_of(turn, form, await ticket_of_form(turn, form)))


def elsewhere(take: Take[AgentForm]) -> Way[AgentForm]:
    """To whom the other answer was for, which is taken by `take`; this one is still awaited."""

    async def sent(turn: Turn, form: AgentForm, _ticket: Ticket, which: str) -> None:
        meant = next((one for one in _other_prompts(turn, form) if one.ref == which), None)
        if meant is None:
            await forms.choose_again(turn, form)
            return
        turn.state.keep(replace(form, step="what", draft="", files=()))
        turn.state.bring_forward(meant)
        await take(turn, meant, await ticket_of_form(turn, meant), Answer(text=form.draft, files=form.files))

    return sent


async def _hand_over(turn: Turn, form: AgentForm, ticket: Ticket, _which: str) -> None:
    """«Darío, encárguese»: the words stay with the ticket, and go to nobody."""
    to = await colleague_addressed(turn, form.draft, form.reader)
    forms.finish(turn)
    if to is None:
        brief(turn, ticket, confirmations.not_sent(ticket))
    elif not await asked_first(turn, ticket, "assign"):
        await note(turn.desk, ticket, turn.person, form.draft, form.files)
        await hand(turn, ticket, to)


async def _solve_with(turn: Turn, form: AgentForm, ticket: Ticket, _which: str) -> None:
    """«Se le cambió el tóner y quedó» is what was done."""
    forms.finish(turn)
    if not await asked_first(turn, ticket, "solve"):
        await resolve.with_words(turn, ticket, form.draft)


async def _keep_as_note(turn: Turn, form: AgentForm, ticket: Ticket, _which: str) -> None:
    forms.finish(turn)
    await keep_note(turn, ticket, form.draft, form.files)


WAYS: dict[str, Way[AgentForm]] = {"solve": _solve_with, "hand": _hand_over, "note": _keep_as_note}
