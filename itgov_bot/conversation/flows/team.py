"""What the desk's people order and ask in private in words that no other reader knows: the kind decides what is done, a row
of `ROWS`; what is missing is asked there. In doubt the two likeliest are offered."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.admins import people_told
from itgov_bot.conversation.flows.agents.card import agenda, canned, colleagues
from itgov_bot.conversation.flows.agents.duty import away, ordered, swaps, unwanted, who
from itgov_bot.conversation.flows.agents.orders import by_name
from itgov_bot.conversation.flows.agents.orders import by_number as numbered
from itgov_bot.conversation.flows.agents.orders.beside import asks_itself, leave_waiting
from itgov_bot.conversation.flows.agents.queue import asked as queue
from itgov_bot.conversation.flows.agents.queue.asked import counts_of_some_time
from itgov_bot.conversation.flows.agents.several import in_words as bulk_orders
from itgov_bot.conversation.flows.called import outages
from itgov_bot.conversation.flows.called.handover import hand_over
from itgov_bot.conversation.flows.called.outage_deeds import DEEDS as OF_OUTAGES
from itgov_bot.conversation.flows.hearing.heard import OF_DUTY
from itgov_bot.conversation.flows.hearing.message import going_on, hear_in
from itgov_bot.conversation.flows.known_people import names_known
from itgov_bot.conversation.flows.managers import coordinating, export, guard, night
from itgov_bot.conversation.flows.planned import told as planned
from itgov_bot.conversation.form_types import DutySwapForm, Form, PageMailboxForm, RegistrationForm
from itgov_bot.conversation.gates import only
from itgov_bot.conversation.held import read_as
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import may_administer, may_coordinate, may_see_agenda, may_see_summaries
from itgov_bot.understanding.figures.asked import Wanted
from itgov_bot.understanding.figures.settles import SETTLES
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import SURE_BY, Likely
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.cases.kept_words import text_to_keep
from itgov_bot.understanding.language.duty.cover_told import names_in
from itgov_bot.understanding.language.duty.rota_told import asks_of_each, said_in_words, tells_absence
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.understanding.language.orders import cases_named
from itgov_bot.understanding.language.queue.mentions import whose_case
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.wording.agents import team as words

Row = Callable[[Turn], Awaitable[None]]


async def says_of_desk(turn: Turn) -> bool:
    """A reader: what surely is of a kind that no reader of shapes behind it knows better."""
    return await _done(turn, await _likely(turn), frozenset(ROWS) - _READ_ELSEWHERE)


async def says_of_swaps(turn: Turn) -> bool:
    """A reader, before those of orders: «deje así lo de Rosa» is of the turn that waits, where one does; «no puedo el
    domingo», of who is to be there for a colleague, is of that."""
    likely = await _likely(turn) if not cases_named(turn.text) else Likely()
    says = TeamSays(likely.best)
    if says not in _OF_SWAPS | {TeamSays.SWAP}:
        return False
    if says in (TeamSays.SWAP, TeamSays.SWAP_BACK) and await unwanted.stands_in_then(turn):
        await unwanted.take_back(turn)
        return True
    return likely.is_sure and await unwanted.is_concerned(turn) and await _done(turn, likely, _OF_SWAPS)


async def says_of_absence(turn: Turn) -> bool:
    """A reader, before those of orders: «Carla está de permiso mañana» is of no case."""
    if await away.put_right(turn):
        return True
    likely = await _likely(turn)
    is_told = likely.best == TeamSays.AWAY or tells_absence(turn.text)
    return is_told and await _done(turn, likely, frozenset({TeamSays.AWAY, TeamSays.DUTY_ORDER}))


async def says_of_desk_beside(turn: Turn, form: Form) -> bool:
    """In the middle of a form, what surely is about the desk itself is no answer; but where words are taken as they are, or
    somebody tells who they are."""
    takes_any = forms.step_of(turn, form).verbatim or isinstance(form, RegistrationForm | PageMailboxForm)
    is_answer = takes_any or (asks_itself(turn, form) and not await _asks_of_guard(turn, form))
    if is_answer or not await says_of_desk(turn):
        return False
    leave_waiting(turn, form)
    return True


async def _asks_of_guard(turn: Turn, form: Form) -> bool:
    """«¿Me toca el sábado?» is no turn that is to be changed."""
    return isinstance(form, DutySwapForm) and (await _likely(turn)).is_surely(*_ASKS_OF_GUARD)


async def says_of_cases(turn: Turn) -> bool:
    """A reader, behind those of orders and of the queue: what they did not know. What counts cases of some time is for
    who sees the figures."""
    if may_see_summaries(turn.roles) and counts_of_some_time(turn):
        return False
    return await _done(turn, await _likely(turn), _READ_BY_SHAPE)


async def _done(turn: Turn, likely: Likely, among: frozenset[TeamSays]) -> bool:
    says = TeamSays(likely.best)
    if says not in among or await _is_of_what_goes_on(turn):
        return False
    if not (await _fits(turn, says) and (likely.is_sure or says in _OF_SWAPS)):
        return False
    await ROWS[says](turn)
    return True


async def _fits(turn: Turn, says: TeamSays) -> bool:
    """Whether there is what it would be of: a turn that was asked for, somebody who is named; and of an outage, what must
    be told."""
    return outages.fits(turn, says) and (says not in _FITS or await _FITS[says](turn))


async def _is_of_what_goes_on(turn: Turn) -> bool:
    """«No puedo ir», of who is to see to a case or an event, is said of that."""
    is_said = bool(hear_in(turn, turn.text).says & OF_DUTY)
    return is_said and any(one.is_of_desk for one in await going_on(turn))


async def may_say_of_desk(turn: Turn) -> bool:
    """A reader, where nothing else was understood."""
    likely = await _likely(turn)
    if likely.best == TeamSays.OTHER or not (likely.is_sure or _is_of_desk(turn)):
        return False
    known = [TeamSays(one) for one in likely.kinds[:2] if TeamSays(one) in ROWS]
    offered = [one for one in known if await _fits(turn, one)]
    is_clear = likely.is_sure or len(offered) < len(known)  # what else it may be, it cannot be
    if is_clear and offered and offered[0] == likely.best:
        await ROWS[offered[0]](turn)
    elif offered:
        turn.ask_about(words.ask(turn.text, offered), turn.text)
    return bool(offered)


def _is_of_desk(turn: Turn) -> bool:
    """The words tell of no fault, of no service of the catalogue, and want nothing of it as anybody may."""
    is_wish = turn.interpret(turn.text).wish is not None
    return not (tells_a_fault(turn.text) or is_wish) and turn.sure_service(turn.text) is None


def _may_be(turn: Turn) -> bool:
    is_command = turn.text.startswith("/") or turn.text.isdigit()
    return bool(turn.text) and not (turn.files.kept or is_command)


async def _likely(turn: Turn) -> Likely:
    """Of those that are done alike, none is doubtful for the sake of another."""
    if not _may_be(turn):
        return Likely()
    likely = await colleagues.likely(turn, Book.TEAM)
    alike = next((some for some in _ALIKE if likely.best in some), frozenset[str]())
    return replace(likely, is_sure=True) if likely.lead_beyond(alike) >= SURE_BY[Book.TEAM] else likely


async def press(turn: Turn, rest: str) -> None:
    """`team:night`: the words that waited are that; `team:outage_end.SAUS-…`: of that outage."""
    says, _, number = rest.partition(".")
    if number and says in OF_OUTAGES:
        await outages.press(turn, TeamSays(says), number)
    elif number and says in planned.DEEDS:
        await planned.press(turn, TeamSays(says), number)
    else:
        await read_as(turn, rest, ROWS)


# What each kind does


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
_OF_SWAPS = frozenset({TeamSays.SWAP_BACK, TeamSays.SWAP_STATE, TeamSays.SWAP_OTHER})
"""What needs not be sure where a turn was asked for: each only shows what there is."""
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({TeamSays.SWAP, TeamSays.SWAP_OFFER}),
    frozenset({TeamSays.DUTY_WHO, TeamSays.DUTY_MINE, TeamSays.DUTY_HOLES}),
    frozenset(
        {
            TeamSays.DUTY_ORDER,
            TeamSays.DUTY_IN,
            TeamSays.DUTY_OUT,
            TeamSays.AWAY,
            TeamSays.BACK,
            TeamSays.SWAP_BACK,
        }
    ),
)
"""Who it is about and whose turn is read from the words, and shown: a kind beside the right one does no harm."""
_ASKS_OF_GUARD = (TeamSays.DUTY_WHO, TeamSays.DUTY_MINE, TeamSays.DUTY_HOLES, TeamSays.SWAP_STATE)
_READ_BY_SHAPE = frozenset({TeamSays.QUEUE, TeamSays.WORKLOAD, TeamSays.REMIND, TeamSays.SHARE_OUT})
"""What readers of shapes know better, so that this comes after them."""
_READ_ELSEWHERE = _READ_BY_SHAPE | frozenset(OF_OUTAGES) | frozenset(planned.DEEDS)
