"""Several cases at once: what was named, showing what is going to be done, and doing it in one turn."""

from collections.abc import Iterable
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import resolve
from itgov_bot.conversation.flows.agents.card.colleagues import agent_meant
from itgov_bot.conversation.flows.at_ticket import instead
from itgov_bot.conversation.form_types import BulkForm, new_token
from itgov_bot.conversation.turn import Answer, Turn
from itgov_bot.desk import people
from itgov_bot.desk.tickets import bulk as desk
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.bulk import BulkDeed, Plan
from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Priority, Solution
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.answering.picks import MAX_PICK_WORDS, position_said
from itgov_bot.understanding.language.cases.corrections import correction_in
from itgov_bot.understanding.language.cases.handled import way_told
from itgov_bot.understanding.language.orders import Order, order_in, priority_named
from itgov_bot.wording.agents.several import asked as words
from itgov_bot.wording.agents.several import done as done_words
from itgov_bot.wording.agents.tickets import prompts


async def agent_named(turn: Turn, named: str) -> int | None:
    if named.lower() in ("mí", "mi", "mi nombre", "yo", "conmigo"):
        return turn.person.id
    meant = await agent_meant(turn, named)
    return meant.id if meant else None


async def numbers_in(turn: Turn, written: Iterable[str]) -> tuple[str, ...]:
    found = [await lookup.number_meant(turn.desk, one) for one in written]
    return tuple(dict.fromkeys(one for one in found if one))


def level_named(said: str) -> Priority | None:
    """Urgent is given by the exceptions of the ANS alone."""
    level = priority_named(said)
    return level if level is not Priority.URGENT else None


# Going on


async def go_on(turn: Turn, form: BulkForm) -> None:
    """To the first thing that is still missing."""
    await show(turn, await forms.question(turn, replace(form, step=form.missing, token=new_token())))


async def show(turn: Turn, reply: Reply) -> None:
    """A press changes its message instead of making another one; in a group questions see to that by themselves."""
    if turn.pressed and not turn.incoming.is_group and not reply.awaits_words:
        await instead(turn, reply)
    else:
        turn.say(reply)


async def leave(turn: Turn) -> None:
    forms.finish(turn)
    await show(turn, words.NOTHING_DONE)


# What is going to be done, and doing it


async def _plans(turn: Turn, form: BulkForm) -> list[Plan]:
    return [await desk.plan(turn.desk, one) for one in form.lots]


async def ask_sure(turn: Turn, form: BulkForm) -> Reply:
    return done_words.preview(await _plans(turn, form), turn.person, form.choice, form.count, form.left)


async def take_sure(turn: Turn, form: BulkForm, answer: Answer) -> None:
    agrees = turn.agreed(answer)
    is_solved = any(one.deed is BulkDeed.CLOSE for one in form.lots)
    solution = _way_chosen(answer) if is_solved else None
    changed = _other_words(form, answer.text)
    if agrees is False and solution is None:
        await leave(turn)
    elif changed:
        await go_on(turn, changed)
    elif solution or (agrees and not is_solved):
        forms.finish(turn)
        await carry_out(turn, form, solution)
    else:
        await forms.ask_again(turn, form, words.choose_sure(is_solved=is_solved))


OF_PRESSES = frozenset({"deed", "who", "level", "into", "sure"})
"""Steps at which no order is an answer."""
MOST_IN_NUMBER = 3
"""Words: «en el 2»."""


def may_answer(turn: Turn, form: BulkForm) -> bool:
    """Whether words are the yes or no that is asked for, how they were solved, or which one goes on."""
    said = Answer(text=turn.text)
    if form.step == "into":
        return len(turn.text.split()) <= MOST_IN_NUMBER
    return form.step == "sure" and (
        turn.agreed(said) is not None
        or _way_chosen(said) is not None
        or _other_words(form, turn.text) is not None
    )


def _way_chosen(answer: Answer) -> Solution | None:
    """By the button, by its place («la segunda»), or in words («sí, en sitio»)."""
    pressed = next((one for one in OF_DESK if one == answer.value), None)
    at = position_said(answer.text, len(OF_DESK)) if answer.text else None
    is_short = len(answer.text.split()) <= MAX_PICK_WORDS
    told = way_told(answer.text) if is_short else None
    return pressed or (OF_DESK[at] if at is not None else told)


def _other_words(form: BulkForm, text: str) -> BulkForm | None:
    """«Cerrar: se cambió el tóner», «no fue la clave, fue el perfil», where it is asked whether they are solved with other
    words."""
    if not text or form.lot.deed is not BulkDeed.CLOSE:
        return None
    ordered, correction = order_in(text), correction_in(text)
    told = ordered.text if ordered and ordered.order is Order.SOLVE else correction.what if correction else ""
    return form.told(replace(form.lot, text=told)) if told else None


async def takes_free_ones(turn: Turn, form: BulkForm) -> bool:
    """Whether it does no more than give whoever says it cases that no colleague has."""
    if any(one.deed is not BulkDeed.ASSIGN or one.to != turn.person.id for one in form.lots):
        return False
    [plan] = await _plans(turn, form)
    are_had = all(one.assignee == turn.person.id for one in plan.unable)
    return are_had and not plan.unknown and all(one.holder is None for one in plan.able)


async def carry_out(turn: Turn, form: BulkForm, solution: Solution | None = None) -> None:
    plans = await _plans(turn, form)
    for plan in plans:
        if plan.to and not may_work_tickets(await people.roles_of(turn.desk, plan.to)):
            await show(turn, prompts.not_an_agent(str(plan.to.username or plan.to.user)))
            return
    outcomes = [
        await desk.carry_out(turn.desk, one, turn.person, solution, await _kinds(turn, one)) for one in plans
    ]
    await show(turn, done_words.done(list(zip(plans, outcomes, strict=True))))


async def _kinds(turn: Turn, plan: Plan) -> dict[int, Kind]:
    """Of what kind each was, guessed as for one alone."""
    if plan.deed is not BulkDeed.CLOSE:
        return {}
    return {one.ticket.id: (await resolve.guessed(turn, one.ticket, plan.text))[0] for one in plan.able}
