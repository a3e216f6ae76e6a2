"""Several cases at once: picked by pressing rows of the queue, or told; what is missing is asked step by step."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card.steps import MAX_ANSWER, page_turned
from itgov_bot.conversation.flows.agents.several.doing import (
    agent_named,
    ask_sure,
    go_on,
    leave,
    level_named,
    numbers_in,
    show,
    take_sure,
)
from itgov_bot.conversation.form_types import BulkForm, new_token
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import queue, support
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.domain.tickets.bulk import MAX_AT_ONCE, BulkDeed
from itgov_bot.domain.tickets.queue import QueueFilter
from itgov_bot.patterns import regex
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.orders import Order, order_in
from itgov_bot.understanding.language.queue.bulk import DEEDS
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.queue.code import filter_of
from itgov_bot.wording.agents.several import asked as words
from itgov_bot.wording.agents.tickets import prompts
from itgov_bot.wording.agents.tickets import triage as triage_words

AGENTS_SHOWN = 8
_NUMBER = regex(r"(?:SAUS-)?(?:20\d\d-)?\d+", re.IGNORECASE)
_ALL_SHOWN = frozenset({"todos", "todas", "todos esos", "todas esas", "esos", "todos los de aqui"})
_READY = frozenset({"listo", "lista", "ya", "ok", "esos", "eso es todo", "nada mas", "son esos", "si"})


async def _ask_pick(turn: Turn, form: BulkForm) -> Reply:
    page = await queue.page(turn.desk, _wanted(turn, form), turn.person, form.page)
    return words.pick(page, form.lot.tickets, form.choice)


async def _take_pick(turn: Turn, form: BulkForm, answer: Answer) -> None:
    """A row that is pressed again is picked no more; numbers that are written are picked as well."""
    value, before = answer.value or "", form.lot.tickets
    if value == "done" and before:
        await go_on(turn, form)
        return
    if (page := page_turned(answer)) is not None:
        form = replace(form, page=page)
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
    elif has_some and order_in(answer.text):
        await _take_deed(turn, replace(form, step="deed"), answer)
    elif has_some and said in _READY:
        await go_on(turn, form)
    else:
        await forms.ask_again(turn, form, words.PICK_BY_NUMBER)


def _wanted(turn: Turn, form: BulkForm) -> QueueFilter:
    return filter_of(form.code, turn.desk.reference.processes.offices)


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
        await forms.choose_again(turn, form)


async def _ask_who(turn: Turn, form: BulkForm) -> Reply:
    agents = await support.agents(turn.desk)
    shown = agents[form.page * AGENTS_SHOWN : (form.page + 1) * AGENTS_SHOWN]
    is_more = len(agents) > (form.page + 1) * AGENTS_SHOWN
    return words.ask_who(form.lot.tickets, shown, form.page, is_more, form.choice)


async def _take_who(turn: Turn, form: BulkForm, answer: Answer) -> None:
    if (page := page_turned(answer)) is not None:
        await go_on(turn, replace(form, page=page))
        return
    agents = await support.agents(turn.desk)
    pressed = next((one.id for one in agents if str(one.id) == answer.value), None)
    to = pressed or await agent_named(turn, answer.text)
    if to is None:
        await forms.ask_again(turn, form, prompts.not_an_agent(answer.text))
    else:
        await go_on(turn, form.told(replace(form.lot, to=to)))


async def _take_what(turn: Turn, form: BulkForm, answer: Answer) -> None:
    if answer.text:
        await go_on(turn, form.told(replace(form.lot, text=answer.text)))
    else:
        turn.say(form_words.needs_text())


async def _take_level(turn: Turn, form: BulkForm, answer: Answer) -> None:
    if level := level_named(answer.value or answer.text):
        await go_on(turn, form.told(replace(form.lot, level=level)))
    else:
        await forms.choose_again(turn, form)


async def _ask_into(turn: Turn, form: BulkForm) -> Reply:
    found = [one for number in form.lot.tickets if (one := await lookup.find(turn.desk, number))]
    return forms.typed(turn, words.ask_into([one for one in found if one.is_live], form.choice))


async def _take_into(turn: Turn, form: BulkForm, answer: Answer) -> None:
    asked = answer.value or answer.text
    target = await lookup.meant(turn.desk, asked)
    if target is None or not target.is_live:
        problem = triage_words.cannot_merge("not_live", target) if target else prompts.unknown_ticket(asked)
        await forms.ask_again(turn, form, problem)
    else:
        await go_on(turn, form.told(replace(form.lot, into=target.number)))


def _step(
    ask: Callable[[Turn, BulkForm], Reply | Awaitable[Reply]],
    take: Callable[[Turn, BulkForm, Answer], Awaitable[None]],
) -> Step[BulkForm]:
    """All of them can be left."""

    async def taken(turn: Turn, form: BulkForm, answer: Answer) -> None:
        is_left = answer.value == words.LEAVE or (
            answer.text and turn.answers.yes_or_no(answer.text) is False
        )
        await (leave(turn) if is_left else take(turn, form, answer))

    return Step(ask, taken, verbatim=True, passing=True)


BULK = Flow(
    "bulk",
    BulkForm,
    "lo de varios casos",
    {
        "pick": _step(_ask_pick, _take_pick),
        "deed": _step(lambda _turn, form: words.ask_deed(form.lot.tickets, form.choice), _take_deed),
        "who": _step(_ask_who, _take_who),
        "what": Step(
            lambda turn, form: forms.typed(turn, words.ask_what(form.lot)), _take_what, verbatim=True
        ),
        "level": _step(lambda _turn, form: words.ask_level(form.lot.tickets, form.choice), _take_level),
        "into": _step(_ask_into, _take_into),
        "sure": Step(ask_sure, take_sure, verbatim=True, passing=True),
    },
    gate=may_work_tickets,
    most_chars=MAX_ANSWER,
)
