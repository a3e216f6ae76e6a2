"""Which of several urgent cases somebody speaks of, where it is unclear, that is asked."""

from collections.abc import Sequence

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.at_ticket import is_named
from itgov_bot.conversation.flows.going_on import deeds
from itgov_bot.conversation.flows.hearing.heard import Heard, Message
from itgov_bot.conversation.flows.hearing.message import going_on, hear_in
from itgov_bot.conversation.flows.hearing.table import Deed
from itgov_bot.conversation.flows.hearing.where import Told
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.tickets.matters import Matter, MatterKind
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.understanding.inside.likely import Likely
from itgov_bot.understanding.language.answering.picks import label_meant, only_label_told_of, position_said
from itgov_bot.understanding.language.duty.asked_of_case import asks_something
from itgov_bot.understanding.language.duty.call_answered import CallAnswered, call_answered, is_of_all
from itgov_bot.understanding.outages.same import at_its_site
from itgov_bot.wording.agents.duty import called as words

_OF_HELD = frozenset({CalledSays.OVER, CalledSays.PERSON, CalledSays.NOTE, CalledSays.HELP})
"""What is rather said of a case that one has than of one that one is called for."""
_ANSWERS = {CalledSays.TAKE: Deed.TAKE, CalledSays.DECLINE: Deed.DECLINE}
_ANSWERED = frozenset({Heard.TAKES, Heard.KEEPS, Heard.COMES, Heard.CANNOT, Heard.GIVES_UP})


def awaited_of(matters: Sequence[Matter]) -> list[Matter]:
    """The calls that are not answered yet."""
    return [one for one in matters if one.kind is MatterKind.CALLED and one.awaits]


async def meant(turn: Turn, matters: Sequence[Matter], says: CalledSays) -> Matter:
    """The one that is named; else of those that it is rather said of, the nearest."""
    held = [one for one in matters if one.kind is not MatterKind.CALLED]
    rather = held if says in _OF_HELD else awaited_of(matters)
    return (await _named(turn, matters) or rather or awaited_of(matters) or list(matters))[0]


async def _named(turn: Turn, matters: Sequence[Matter]) -> list[Matter]:
    """By requester or number, else by its site, or what only one of several tells of; none where there is but one."""
    if len(matters) < 2:
        return []
    if named := [one for one in matters if await is_named(turn, one.ticket)]:
        return named
    at_site = at_its_site(turn.understanding.words.outages, turn.text, [one.ticket for one in matters])
    if at_site and len(at_site) == 1:
        return [one for one in matters if one.ticket.id == at_site[0].id]
    at = only_label_told_of(turn.text, [f"{one.ticket.text} {one.ticket.place}" for one in matters])
    return [] if at is None else [matters[at]]


async def answered_of_several(
    turn: Turn, matters: Sequence[Matter], message: Message, likely: Likely
) -> bool:
    """«Voy con ambos», «no puedo más, que siga Rosa con los dos»: each of them; where none is named, it is asked which."""
    says, awaited = CalledSays(likely.best), awaited_of(matters)
    if says not in _ANSWERS or len(matters) < 2 or asks_something(turn.text):
        return False
    if is_of_all(turn.text):
        held = [one for one in matters if one not in awaited and says is CalledSays.DECLINE]
        for one in awaited:
            await deeds.do(turn, _ANSWERS[says], Told(one, message))
        for one in held:
            await deeds.do(turn, Deed.HAND_OVER, Told(one, message))
        return bool(awaited or held)
    is_answer = likely.is_sure or bool(message.says & _ANSWERED)
    if len(awaited) < 2 or not is_answer or await _named(turn, awaited):
        return False
    await _ask_which(turn, awaited, takes=says is CalledSays.TAKE)
    return True


async def answers_some_calls(turn: Turn) -> bool:
    """A reader: «lo tomo», «tomo los dos», «no puedo con el 2», of who is called for several at once. Of one alone it is its
    button, or reads like any words."""
    answer = None if turn.files.kept else call_answered(turn.text)
    form = turn.state.form
    if answer is None or (form and forms.step_of(turn, form).verbatim):
        return False
    called = sorted(awaited_of(await going_on(turn)), key=lambda one: one.ticket.id)
    found = _told_by(called, answer)
    if len(called) < 2 and not (found and (answer.number or answer.named)):
        return False
    if (len(found) > 1 and not answer.all_of_them) or not found:
        await _ask_which(turn, called, takes=answer.takes)
        return True
    deed = Deed.TAKE if answer.takes else Deed.DECLINE
    for one in found:
        await deeds.do(turn, deed, Told(one, hear_in(turn, turn.text)))
    return True


def _told_by(called: Sequence[Matter], answer: CallAnswered) -> Sequence[Matter]:
    """The one whose number was said, or that was named: «el primero», «el de la Aduana»; or all of them."""
    if answer.number:
        return [one for one in called if one.ticket.number.endswith(f"-{int(answer.number):06d}")]
    if not answer.named:
        return called
    at = position_said(answer.named, len(called))
    at = label_meant(answer.named, [one.ticket.text for one in called]) if at is None else at
    return [] if at is None else called[at : at + 1]


async def _ask_which(turn: Turn, called: Sequence[Matter], *, takes: bool) -> None:
    turn.say(words.which([await view(turn.desk, one.ticket) for one in called], takes=takes))
