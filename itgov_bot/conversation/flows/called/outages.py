"""What is said of an outage by whoever works at the desk, in any words: that it is back, since when it lasts, where it is,
how many it hits, that it was none. Which one is meant is asked where several may be; done in `outage_deeds`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from itgov_bot.conversation import forms
from itgov_bot.conversation.answered import ticket_of_answered
from itgov_bot.conversation.flows.agents.card.colleagues import likely
from itgov_bot.conversation.flows.agents.card.resolve import put_end_right
from itgov_bot.conversation.flows.agents.card.steps import SURE
from itgov_bot.conversation.flows.agents.orders.beside import leave_waiting
from itgov_bot.conversation.flows.at_ticket import brief, is_named, ticket_of_form
from itgov_bot.conversation.flows.called.outage_deeds import DEEDS, OF_ALL
from itgov_bot.conversation.flows.staff.outages.listing import list_of
from itgov_bot.conversation.form_types import (
    AgentForm,
    Form,
    GuessForm,
    OrderForm,
    PageMailboxForm,
    RegistrationForm,
    ResolutionForm,
)
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import matters, outages
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.matters import MatterKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.answering.picks import only_label_told_of
from itgov_bot.understanding.language.cases.false_alarms import tells_of_being_back, tells_of_none
from itgov_bot.understanding.language.cases.outage_words import (
    are_two,
    news_for_all,
    spoken_of,
    takes_apart,
    tells_apart,
    tells_of_being_down,
    tells_one,
    tells_where,
)
from itgov_bot.understanding.language.orders import Order, numbered_order, order_in
from itgov_bot.understanding.language.time.stretches import find_stretch
from itgov_bot.understanding.language.time.times import find_end, find_start
from itgov_bot.understanding.outages.same import at_its_site, of_same_thing
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.tickets import confirmations
from itgov_bot.wording.agents.tickets import outages_told as words

_ANSWERS_CALL = (CalledSays.TAKE, CalledSays.DECLINE, CalledSays.HELP)
_MAY_ANSWER_CALL = (*_ANSWERS_CALL, CalledSays.ASK)
NEARLY = 0.2
"""The lead that is enough where they have an outage in hand."""
LATELY = timedelta(days=2)
"""So long after its end an outage is still spoken of without its number."""
_OF_OVER = frozenset({TeamSays.OUTAGE_END, TeamSays.OUTAGE_START, TeamSays.OUTAGE_LONG, TeamSays.OUTAGE_HIT})
"""What is said of an outage that is over as well."""
_OF_URGENT = frozenset({TeamSays.FALSE_ALARM})
"""What is said of any urgent case."""
_NO_ANSWER = frozenset(
    {
        TeamSays.OUTAGE_LONG,
        TeamSays.OUTAGE_HIT,
        TeamSays.OUTAGE_SPLIT,
        TeamSays.OUTAGE_JOIN,
        TeamSays.OUTAGE_START,
    }
)
_ANSWERS = {
    "ag_solve": _NO_ANSWER | {TeamSays.OUTAGE_NEWS, TeamSays.FALSE_ALARM},
    "ag_annul": _NO_ANSWER | {TeamSays.OUTAGE_NEWS, TeamSays.OUTAGE_WHERE, TeamSays.OUTAGE_END},
    "ag_news": _NO_ANSWER | {TeamSays.FALSE_ALARM},
    f"ag_news{SURE}": _NO_ANSWER | {TeamSays.FALSE_ALARM, TeamSays.OUTAGE_END},
    "ag_outage": _NO_ANSWER - {TeamSays.OUTAGE_START} | {TeamSays.FALSE_ALARM},
}
"""What is no answer where words are awaited that somebody else will read; elsewhere nothing of it is one."""

_IS_TOLD: Mapping[TeamSays, Callable[[str], object]] = {
    TeamSays.OUTAGE_LONG: tells_of_being_down,
    TeamSays.OUTAGE_WHERE: tells_where,
    TeamSays.OUTAGE_SPLIT: tells_apart,
    TeamSays.OUTAGE_JOIN: tells_one,
    TeamSays.OUTAGE_NEWS: news_for_all,
    TeamSays.FALSE_ALARM: tells_of_none,
}
"""What else must stand in the words."""


async def says_of_outage(turn: Turn) -> bool:
    """A reader, also in the middle of a form."""
    if turn.state.form:
        return await _told_beside(turn, turn.state.form)
    says = await _says(turn)
    return says is not None and await _done(turn, says)


async def _told_beside(turn: Turn, form: Form) -> bool:
    """What is said of an outage is no reason, no solution, and no word for anybody."""
    if isinstance(form, ResolutionForm) and await _puts_end_right(turn, form):
        return True
    if isinstance(form, AgentForm) and form.flow == "ag_join" and are_two(turn.text):
        forms.finish(turn)
        ticket = await ticket_of_form(turn, form)
        brief(turn, ticket, confirmations.left_alone(ticket))
        return True
    says = await _says(turn)
    if says is None or not _may_interrupt(turn, form, says) or not await _done(turn, says):
        return False
    if isinstance(form, AgentForm | ResolutionForm | OrderForm | GuessForm):
        forms.give_up(turn, form, at=0)
    else:
        leave_waiting(turn, form)
    return True


async def said(turn: Turn, *, says: TeamSays) -> None:
    """It was pressed that the words are that."""
    if not await _done(turn, says):
        turn.say(words.NONE_KNOWN)


async def press(turn: Turn, says: TeamSays, number: str) -> None:
    """The outage that was meant."""
    held, ticket = turn.take_held(), await lookup.find(turn.desk, number)
    if not held.text or ticket is None:
        turn.say(form_words.old_button_no_form())
        return
    turn.text = held.text
    await DEEDS[says](turn, ticket)


def _may_interrupt(turn: Turn, form: Form, says: TeamSays) -> bool:
    if isinstance(form, RegistrationForm | PageMailboxForm):
        return False
    if form.step in ("since", "until") and find_end(turn.text, turn.local_now):
        return False
    if form.step == "place" and says is TeamSays.OUTAGE_WHERE and not tells_of_being_down(turn.text):
        return False  # a place, where one is asked
    flow = f"{form.flow}{SURE}" if form.step.endswith(SURE) else form.flow
    if no_answers := _ANSWERS.get(flow) or _ANSWERS.get(form.flow):
        return says in no_answers
    is_asked = isinstance(form, AgentForm) and form.step == "what"
    return not is_asked and (
        not forms.step_of(turn, form).verbatim or isinstance(form, AgentForm | GuessForm | OrderForm)
    )


async def _puts_end_right(turn: Turn, form: ResolutionForm) -> bool:
    """«Me equivoqué, volvió fue a las 9:20», while it is asked what was done."""
    is_end = form.until and (await likely(turn, Book.TEAM)).best == TeamSays.OUTAGE_END
    return bool(is_end) and await put_end_right(turn, form)


async def _says(turn: Turn) -> TeamSays | None:
    if not turn.text or turn.files.kept or turn.text.startswith("/"):
        return None
    found = await likely(turn, Book.TEAM)
    says = next((one for one in DEEDS if found.best == one), None)
    if says is None or (says is TeamSays.OUTAGE_WHERE and _is_solved(turn.text)):
        return None
    says = _rather(turn.text, says)
    is_near = says is not TeamSays.OUTAGE_WHERE and found.lead >= NEARLY
    is_enough = found.is_sure or (is_near and await _has_one(turn))
    if not is_enough or not fits(turn, says) or await _is_for_call(turn, says):
        return None
    return says


def _is_solved(text: str) -> bool:
    """«Cerrar 9: se reinició el switch del piso 2»: where it was done is no place of the outage."""
    numbered = numbered_order(text)
    ordered = numbered.ordered if numbered else order_in(text)
    return ordered is not None and ordered.order is Order.SOLVE and bool(ordered.text)


def _rather(text: str, says: TeamSays) -> TeamSays:
    """What plain words make of a kind that is much like another."""
    if says is TeamSays.FALSE_ALARM and tells_of_being_back(text):
        return TeamSays.OUTAGE_END  # «ya quedó, era un cable»
    if says is TeamSays.OUTAGE_JOIN and takes_apart(text):
        return TeamSays.OUTAGE_SPLIT
    if says is TeamSays.OUTAGE_SPLIT and tells_one(text):
        return TeamSays.OUTAGE_JOIN
    return says


def fits(turn: Turn, says: TeamSays) -> bool:
    """Whether what else must stand in such words does, however likely they are."""
    return bool(_IS_TOLD.get(says, bool)(turn.text))


async def _is_for_call(turn: Turn, says: TeamSays) -> bool:
    """While the desk is closed, what answers a call is read as that; and that it works again, without an hour, may as well
    be said to whoever waits for it."""
    if turn.is_open():
        return False
    if says is TeamSays.OUTAGE_END:
        return find_start(turn.text, turn.local_now) is None
    heard = await likely(turn, Book.CALLED)
    if says is TeamSays.OUTAGE_HIT and not heard.is_sure:
        return False
    return heard.is_surely(*_ANSWERS_CALL) or (heard.best in _MAY_ANSWER_CALL and await _is_awaited(turn))


async def _is_awaited(turn: Turn) -> bool:
    found = await matters.going_on(turn.desk, turn.person, turn.incoming.address, works_tickets=True)
    return any(one.kind is MatterKind.CALLED and one.awaits for one in found)


async def _has_one(turn: Turn) -> bool:
    """They see to an outage, or spoke of one last."""
    last = await matters.last_spoken_of(turn.desk, turn.incoming.address)
    return bool(last and last.is_outage) or bool(await _in_hand(turn))


async def _in_hand(turn: Turn) -> list[int]:
    """The ids of the outages that they have, or are called for."""
    kinds = (MatterKind.HELD, MatterKind.GUARD, MatterKind.CALLED)
    found = await matters.going_on(turn.desk, turn.person, turn.incoming.address, works_tickets=True)
    return [
        one.ticket.id for one in found if one.kind in kinds and (one.ticket.is_outage or one.ticket.urgent)
    ]


async def _done(turn: Turn, says: TeamSays) -> bool:
    """False where no outage is known of which it may be said."""
    if (
        says is TeamSays.OUTAGE_LONG
        and (of := find_stretch(turn.text, turn.local_now.date()))
        and of.first < of.last
    ):
        await list_of(turn, of)
        return True
    known = await _known(turn, says)
    if not known:
        return False
    at_site = at_its_site(turn.understanding.words.outages, turn.text, known)
    if says is TeamSays.OUTAGE_JOIN:
        await OF_ALL[says](turn, at_site if at_site and len(at_site) > 1 else known)
        return True
    if at_site is not None and not at_site:
        turn.say(words.none_there(known))
        return True
    found = await _meant(turn, list(at_site or known), says)
    if len(found) == 1:
        await DEEDS[says](turn, await lookup.get(turn.desk, found[0].id))
    elif says in OF_ALL:
        await OF_ALL[says](turn, found)
    else:
        turn.ask_about(words.which(found, says), turn.text)
    return True


async def _known(turn: Turn, says: TeamSays) -> list[Ticket]:
    """Of which outages it may be said; of those that last rather than of one that is over."""
    lasting, past = await outages.known_outages(turn.desk)
    live = [one.ticket for one in lasting]
    if says in _OF_URGENT:
        live += [one for one in await matters.live_urgent(turn.desk) if not (one.is_outage or one.event_at)]
    over = [one.ticket for one in past if one.ended_at and turn.now - one.ended_at <= LATELY]
    return [*live, *(over if says in _OF_OVER else [])]


async def _meant(turn: Turn, known: Sequence[Ticket], says: TeamSays) -> Sequence[Ticket]:
    """The one that is answered or named, or that they see to, or was spoken of last; else all of them."""
    answered = await ticket_of_answered(turn)
    if answered and any(one.id == answered.ticket.id for one in known):
        return [answered.ticket]
    if len(known) == 1:
        return known
    if named := [one for one in known if await is_named(turn, one)]:
        return named
    at = only_label_told_of(spoken_of(turn.text), [f"{one.text} {one.place}" for one in known])
    if at is not None:
        return [known[at]]
    of_it = of_same_thing(turn.understanding.words.outages, turn.text, known)
    return of_it if len(of_it) == 1 else await _nearest(turn, of_it)


async def _nearest(turn: Turn, known: Sequence[Ticket]) -> Sequence[Ticket]:
    last = await matters.last_spoken_of(turn.desk, turn.incoming.address)
    if last and (spoken_of := [one for one in known if one.id == last.id]):
        return spoken_of
    own = await _in_hand(turn)
    live = [one for one in known if one.is_live]
    return [one for one in known if one.id in own] or live or known
