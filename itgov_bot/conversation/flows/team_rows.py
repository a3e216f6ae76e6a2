"""What is done with words about the desk itself: a row of `ROWS` for each kind, if there is what it would be of (`fits`).
Used by `team`."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from itgov_bot.conversation.flows.admins import people_told
from itgov_bot.conversation.flows.agents.card import agenda, canned
from itgov_bot.conversation.flows.agents.duty import away, ordered, swaps, unwanted, who
from itgov_bot.conversation.flows.agents.orders import by_name
from itgov_bot.conversation.flows.agents.orders import by_number as numbered
from itgov_bot.conversation.flows.agents.queue import asked as queue
from itgov_bot.conversation.flows.agents.several import in_words as bulk_orders
from itgov_bot.conversation.flows.called import outages
from itgov_bot.conversation.flows.called.handover import hand_over
from itgov_bot.conversation.flows.called.outage_deeds import DEEDS as OF_OUTAGES
from itgov_bot.conversation.flows.known_people import names_known
from itgov_bot.conversation.flows.managers import coordinating, export, guard, night
from itgov_bot.conversation.flows.planned import told as planned
from itgov_bot.conversation.gates import only
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import may_administer, may_coordinate, may_see_agenda, may_see_summaries
from itgov_bot.understanding.figures.asked import Wanted
from itgov_bot.understanding.figures.settles import SETTLES
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.cases.kept_words import text_to_keep
from itgov_bot.understanding.language.duty.cover_told import names_in
from itgov_bot.understanding.language.duty.rota_told import asks_of_each, said_in_words
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.orders import cases_named
from itgov_bot.understanding.language.queue.mentions import whose_case
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.wording.agents import team as words

Row = Callable[[Turn], Awaitable[None]]


async def fits(turn: Turn, says: TeamSays) -> bool:
    """Whether there is what it would be of: a turn that was asked for, somebody who is named; and of an outage, what must
    be told."""
    return outages.fits(turn, says) and (says not in _FITS or await _FITS[says](turn))


async def _is_of_night(turn: Turn) -> bool:
    """«El resumen de la semana» is that of the desk, for who sees it."""
    is_summary = SETTLES[Wanted.SUMMARY].search(fold(turn.text)) is not None
    return not (is_summary and may_see_summaries(turn.roles)) or _OF_NIGHT.search(fold(turn.text)) is not None


async def _agenda(turn: Turn) -> None:
    if may_see_agenda(turn.roles):
        await agenda.show(turn, "")


async def _mine(turn: Turn) -> None:
    """What counts everybody's turns is for who sees the figures."""
    if not (asks_of_each(turn.text) and may_see_summaries(turn.roles) and await guard.who(turn)):
        await who.mine(turn)


async def _keep_canned(turn: Turn) -> None:
    """What stands behind a colon or in quotes; else it is asked for."""
    await canned.keep_words(turn, text_to_keep(turn.text), None)


async def _export(turn: Turn) -> None:
    await export.ask_of(turn, find_times(turn.text, turn.local_now.date()).told, turn.text)


async def _closed(turn: Turn) -> None:
    turn.say(words.HOURS_ARE_THE_CITYS)


async def _watch(turn: Turn) -> None:
    turn.say(words.cannot_watch(may_choose=may_see_summaries(turn.roles)))


async def _remind(turn: Turn) -> None:
    """Of one case, by its number or by whose it is, to the colleague who is named; what is missing is asked."""
    named, numbers, whose = await _named(turn), cases_named(turn.text), whose_case(turn.text)
    case = f"el {numbers[0]}" if numbers else whose
    if not (named and case and await _obeyed(turn, f"recuérdele a {named[0]} {case}")):
        turn.say(words.ASK_WHAT_TO_REMIND)


async def _share_out(turn: Turn) -> None:
    """What nobody has, among those who are named, or all; it is shown first."""
    among = " y ".join(await _named(turn)) or "todos"
    if not await bulk_orders.asked(turn, f"reparta los casos sin asignar entre {among}"):
        turn.say(words.ASK_HOW_TO_SHARE)


async def _named(turn: Turn) -> list[str]:
    return [name for _, name in names_in(said_in_words(turn.text), await names_known(turn))[0]]


async def _obeyed(turn: Turn, order: str) -> bool:
    """As if it had been said so."""
    turn.text = order
    return await by_name.orders_by_name(turn) or await numbered.orders_by_number(turn)


ROWS: Mapping[TeamSays, Row] = {
    TeamSays.DUTY_WHO: who.asked,
    TeamSays.DUTY_ORDER: only(may_coordinate, ordered.ordered),
    TeamSays.SWAP: lambda turn: swaps.begin(turn, turn.text),
    TeamSays.SWAP_BACK: unwanted.take_back,
    TeamSays.DUTY_MINE: _mine,
    TeamSays.DUTY_HOLES: who.holes,
    TeamSays.DUTY_IN: ordered.taken_in,
    TeamSays.DUTY_OUT: ordered.taken_out,
    TeamSays.SWAP_OFFER: lambda turn: swaps.begin(turn, turn.text, offers=True),
    TeamSays.SWAP_STATE: unwanted.state,
    TeamSays.SWAP_OTHER: unwanted.ask_another,
    TeamSays.AWAY: away.told,
    TeamSays.BACK: away.back,
    TeamSays.ROLE_GIVE: only(may_administer, people_told.give),
    TeamSays.ROLE_TAKE: only(may_administer, people_told.take),
    TeamSays.LEAVES: only(may_administer, people_told.leave),
    TeamSays.INVITE: only(may_administer, people_told.invite),
    TeamSays.ROLES_WHO: people_told.tell_roles,
    TeamSays.NIGHT: lambda turn: night.show(turn, turn.text),
    TeamSays.AGENDA: _agenda,
    TeamSays.CANNED_ADD: _keep_canned,
    TeamSays.CANNED_REMOVE: canned.drop_named,
    TeamSays.CANNED_LIST: lambda turn: canned.show(turn, ""),
    TeamSays.CLOSED_HOURS: _closed,
    TeamSays.WATCH: _watch,
    TeamSays.REMIND: _remind,
    TeamSays.SHARE_OUT: _share_out,
    TeamSays.EXPORT: only(may_see_summaries, _export),
    TeamSays.QUEUE: queue.show_asked,
    TeamSays.WORKLOAD: queue.show_load,
    TeamSays.SUMMARY: only(may_see_summaries, coordinating.show_summary),
    TeamSays.COMPLAINTS: only(may_see_summaries, coordinating.show_complaints),
    TeamSays.RATINGS: only(may_see_summaries, coordinating.show_ratings),
    TeamSays.ESCALATED: coordinating.show_escalated,
    TeamSays.OUTAGE_LIST: coordinating.show_outages,
    TeamSays.AWAY_WHO: away.who_is_away,
    **planned.DEEDS,
    TeamSays.HANDOVER: hand_over,
    **{says: partial(outages.said, says=says) for says in OF_OUTAGES},
}
"""What is done with words of a kind."""
_OF_NIGHT = words_like(r"noches?|anoche|madrugada|guardia|urgen\w+|emergencias?|finde|fin de semana|puente")
_FITS: Mapping[TeamSays, Callable[[Turn], Awaitable[bool]]] = {
    TeamSays.NIGHT: _is_of_night,
    TeamSays.SWAP: swaps.is_ones_own,
    TeamSays.SWAP_BACK: unwanted.is_at_hand,
    TeamSays.SWAP_STATE: unwanted.is_at_hand,
    TeamSays.SWAP_OFFER: swaps.is_offered,
    TeamSays.SWAP_OTHER: unwanted.is_in_vain,
    TeamSays.DUTY_IN: ordered.is_of_somebody,
    TeamSays.DUTY_OUT: ordered.is_of_somebody,
    TeamSays.AWAY: away.is_of_somebody,
    TeamSays.BACK: away.is_of_somebody,
}
"""Where there is nothing that it would be of, it is something else: «¿qué dijo Darío?», «ya volvió la luz»."""
