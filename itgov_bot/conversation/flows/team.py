"""What the desk's people order and ask in private in words that no other reader knows: the kind decides what is done, a row
of `team_rows`; what is missing is asked there. In doubt the two likeliest are offered."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import colleagues
from itgov_bot.conversation.flows.agents.duty import away, unwanted
from itgov_bot.conversation.flows.agents.orders.beside import asks_itself, leave_waiting
from itgov_bot.conversation.flows.agents.queue.asked import counts_of_some_time
from itgov_bot.conversation.flows.called import outages
from itgov_bot.conversation.flows.called.outage_deeds import DEEDS as OF_OUTAGES
from itgov_bot.conversation.flows.hearing.heard import OF_DUTY
from itgov_bot.conversation.flows.hearing.message import going_on, hear_in
from itgov_bot.conversation.flows.planned import told as planned
from itgov_bot.conversation.flows.team_rows import ROWS, fits
from itgov_bot.conversation.form_types import DutySwapForm, Form, PageMailboxForm, RegistrationForm
from itgov_bot.conversation.held import read_as
from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import may_see_summaries
from itgov_bot.understanding.inside.kinds import Book
from itgov_bot.understanding.inside.likely import SURE_BY, Likely
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.understanding.language.duty.rota_told import tells_absence
from itgov_bot.understanding.language.orders import cases_named
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording.agents import team as words


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
    if not (await fits(turn, says) and (likely.is_sure or says in _OF_SWAPS)):
        return False
    await ROWS[says](turn)
    return True


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
    offered = [one for one in known if await fits(turn, one)]
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
