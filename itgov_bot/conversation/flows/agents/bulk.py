"""Several cases at once: picked by pressing rows of the queue or told by their numbers, shown before, done in one turn."""

import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

from itgov_bot.actions import number_in
from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents import resolve
from itgov_bot.conversation.flows.agents.colleagues import agent_meant
from itgov_bot.conversation.flows.agents.steps import MAX_ANSWER
from itgov_bot.conversation.flows.agents.tickets import instead
from itgov_bot.conversation.form_types import BulkForm, new_token
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import people, queue, support
from itgov_bot.desk.tickets import bulk as desk
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.bulk import MAX_AT_ONCE, BulkDeed, Plan
from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Priority, Solution
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.handled import way_told
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.orders import Order, order_in, priority_named
from itgov_bot.understanding.language.picks import MAX_PICK_WORDS, position_said
from itgov_bot.understanding.language.queue.bulk import DEEDS
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.agents import bulk as words
from itgov_bot.wording.agents import prompts
from itgov_bot.wording.agents.queue_code import filter_of

AGENTS_SHOWN = 8
_NUMBER = re.compile(r"(?:SAUS-)?(?:20\d\d-)?\d+", re.IGNORECASE)
_ALL_SHOWN = frozenset({"todos", "todas", "todos esos", "todas esas", "esos", "todos los de aqui"})
_READY = frozenset({"listo", "lista", "ya", "ok", "esos", "eso es todo", "nada mas", "son esos", "si"})

# What was named


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


# Step by step


async def go_on(turn: Turn, form: BulkForm) -> None:
    """To the first thing that is still missing."""
    await show(turn, await forms.question(turn, replace(form, step=form.missing, token=new_token())))


async def show(turn: Turn, reply: Reply) -> None:
    """A press changes its message instead of making another one; in a group questions see to that by themselves."""
    if turn.pressed and not turn.incoming.is_group and not reply.awaits_words:
        await instead(turn, reply)
    else:
        turn.say(reply)


async def _ask_pick(turn: Turn, form: BulkForm) -> Reply:
    page = await queue.page(turn.desk, _wanted(turn, form), turn.person, form.page)
    return words.pick(page, form.lot.tickets, form.choice)


async def _take_pick(turn: Turn, form: BulkForm, answer: Answer) -> None:
    """A row that is pressed again is picked no more; numbers that are written are picked as well."""
    value, before = answer.value or "", form.lot.tickets
    if value == "leave":
        await _leave(turn)
        return
    if value == "done" and before:
        await go_on(turn, form)
        return
    if value.startswith("page"):
        form = replace(form, page=number_in(value[4:]) or 0)
    picked = await numbers_in(turn, [value] if value else _NUMBER.findall(answer.text))
    if answer.text and not picked:
        await _take_words(turn, form, answer)
        return
    both = dict.fromkeys(before) | dict.fromkeys(picked)
    kept = tuple(one for one in both if not (value and one in picked and one in before))
    await _pick(turn, form, kept[:MAX_AT_ONCE])


async def _pick(turn: Turn, form: BulkForm, picked: tuple[str, ...]) -> None:
    await show(
        turn,
        await forms.question(turn, replace(form.told(replace(form.lot, tickets=picked)), token=new_token())),
    )


async def _take_words(turn: Turn, form: BulkForm, answer: Answer) -> None:
    """«Listo», «todos», «ciérrelos» while they are picked; for other words it is said what may be written."""
    page = await queue.page(turn.desk, _wanted(turn, form), turn.person, form.page)
    said, has_some = plain(answer.text), bool(form.lot.tickets)
    if said in _ALL_SHOWN:
        await _pick(turn, form, tuple(one.ticket.number for one in page.lines))
    elif turn.answers.yes_or_no(answer.text) is False:
        await _leave(turn)
    elif has_some and order_in(answer.text):
        await _take_deed(turn, replace(form, step="deed"), answer)
    elif has_some and said in _READY:
        await go_on(turn, form)
    else:
        await forms.ask_again(turn, form, words.pick_by_number())


def _wanted(turn: Turn, form: BulkForm) -> QueueFilter:
    return filter_of(form.code, turn.desk.reference.processes.offices)


async def _leave(turn: Turn) -> None:
    forms.finish(turn)
    await show(turn, words.nothing_done())


def _ask_deed(_turn: Turn, form: BulkForm) -> Reply:
    return words.ask_deed(form.lot.tickets, form.choice)


async def _take_deed(turn: Turn, form: BulkForm, answer: Answer) -> None:
    ordered = order_in(answer.text) if answer.text else None
    deed = DEEDS.get(ordered.order) if ordered else None
    if answer.value in set(BulkDeed):
        await go_on(turn, form.told(replace(form.lot, deed=BulkDeed(answer.value))))
    elif ordered and deed:
        to = turn.person.id if ordered.order is Order.TAKE else None
        level = level_named(ordered.named) if deed is BulkDeed.PRIORITY else None
        await go_on(turn, form.told(replace(form.lot, deed=deed, text=ordered.text, to=to, level=level)))
    else:
        await forms.ask_again(turn, form, form_words.choose_one())


async def _ask_who(turn: Turn, form: BulkForm) -> Reply:
    agents = await support.agents(turn.desk)
    shown = agents[form.page * AGENTS_SHOWN : (form.page + 1) * AGENTS_SHOWN]
    is_more = len(agents) > (form.page + 1) * AGENTS_SHOWN
    return words.ask_who(form.lot.tickets, shown, form.page, is_more, form.choice)


async def _take_who(turn: Turn, form: BulkForm, answer: Answer) -> None:
    value = answer.value or ""
    if value.startswith("page"):
        await go_on(turn, replace(form, page=number_in(value[4:]) or 0))
        return
    agents = await support.agents(turn.desk)
    pressed = next((one.id for one in agents if str(one.id) == value), None)
    to = pressed or await agent_named(turn, answer.text)
    if to is None:
        await forms.ask_again(turn, form, prompts.not_an_agent(answer.text))
    else:
        await go_on(turn, form.told(replace(form.lot, to=to)))


def _ask_what(turn: Turn, form: BulkForm) -> Reply:
    return words.ask_what(form.lot, turn.incoming.is_group)


async def _take_what(turn: Turn, form: BulkForm, answer: Answer) -> None:
    if answer.text:
        await go_on(turn, form.told(replace(form.lot, text=answer.text)))
    else:
        turn.say(form_words.needs_text())


def _ask_level(_turn: Turn, form: BulkForm) -> Reply:
    return words.ask_level(form.lot.tickets, form.choice)


async def _take_level(turn: Turn, form: BulkForm, answer: Answer) -> None:
    if level := level_named(answer.value or answer.text):
        await go_on(turn, form.told(replace(form.lot, level=level)))
    else:
        await forms.ask_again(turn, form, form_words.choose_one())


async def _ask_into(turn: Turn, form: BulkForm) -> Reply:
    found = [one for number in form.lot.tickets if (one := await lookup.find(turn.desk, number))]
    return words.ask_into([one for one in found if one.is_live], turn.incoming.is_group, form.choice)


async def _take_into(turn: Turn, form: BulkForm, answer: Answer) -> None:
    asked = answer.value or answer.text
    target = await lookup.meant(turn.desk, asked)
    if target is None or not target.is_live:
        problem = prompts.cannot_merge("not_live", target) if target else prompts.unknown_ticket(asked)
        await forms.ask_again(turn, form, problem)
    else:
        await go_on(turn, form.told(replace(form.lot, into=target.number)))


# What is going to be done, and doing it


async def _plans(turn: Turn, form: BulkForm) -> list[Plan]:
    return [await desk.plan(turn.desk, one) for one in form.lots]


async def _ask_sure(turn: Turn, form: BulkForm) -> Reply:
    return words.preview(await _plans(turn, form), turn.person, form.choice, form.count, form.left)


async def _take_sure(turn: Turn, form: BulkForm, answer: Answer) -> None:
    plainly = turn.answers.yes_or_no(answer.text) if answer.text else None
    is_solved = any(one.deed is BulkDeed.CLOSE for one in form.lots)
    solution = _way_chosen(answer) if is_solved else None
    changed = _other_words(form, answer.text)
    if answer.value == "no" or (plainly is False and solution is None):
        await _leave(turn)
    elif changed:
        await go_on(turn, changed)
    elif solution or answer.value == "yes" or (plainly and not is_solved):
        forms.finish(turn)
        await carry_out(turn, form, solution)
    else:
        await forms.ask_again(turn, form, words.choose_sure(is_solved=is_solved))


OF_PRESSES = frozenset({"deed", "who", "level", "sure"})
"""Steps at which no number of a case is an answer."""


def may_answer(turn: Turn, form: BulkForm) -> bool:
    """Whether words are the yes or no that is asked for, or how they were solved."""
    said = Answer(text=turn.text)
    return form.step == "sure" and (
        turn.answers.yes_or_no(turn.text) is not None
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
    """«Cerrar: se cambió el tóner», where it is asked whether they are solved with other words."""
    ordered = order_in(text) if text and form.lot.deed is BulkDeed.CLOSE else None
    is_said = ordered is not None and ordered.order is Order.SOLVE and bool(ordered.text)
    return form.told(replace(form.lot, text=ordered.text)) if ordered and is_said else None


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
    await show(turn, words.done(list(zip(plans, outcomes, strict=True))))


async def _kinds(turn: Turn, plan: Plan) -> dict[int, Kind]:
    """Of what kind each was, guessed as for one alone."""
    if plan.deed is not BulkDeed.CLOSE:
        return {}
    return {one.ticket.id: (await resolve.guessed(turn, one.ticket, plan.text))[0] for one in plan.able}


def _step(
    ask: Callable[[Turn, BulkForm], Reply | Awaitable[Reply]],
    take: Callable[[Turn, BulkForm, Answer], Awaitable[None]],
    *,
    passing: bool = True,
) -> Step[BulkForm]:
    """The role is checked again when the answer comes."""

    async def taken(turn: Turn, form: BulkForm, answer: Answer) -> None:
        if not may_work_tickets(turn.roles):
            forms.finish(turn)
            turn.say(general.not_for_your_role(may_work_tickets))
        elif len(answer.text) > MAX_ANSWER:
            turn.say(form_words.too_long(MAX_ANSWER))
        else:
            await take(turn, form, answer)

    return Step(ask, taken, verbatim=True, passing=passing)


BULK = Flow(
    "bulk",
    BulkForm,
    "lo de varios casos",
    {
        "pick": _step(_ask_pick, _take_pick),
        "deed": _step(_ask_deed, _take_deed),
        "who": _step(_ask_who, _take_who),
        "what": _step(_ask_what, _take_what, passing=False),
        "level": _step(_ask_level, _take_level),
        "into": _step(_ask_into, _take_into),
        "sure": _step(_ask_sure, _take_sure),
    },
)
