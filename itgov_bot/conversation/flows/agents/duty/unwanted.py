"""What was asked, offered and agreed of the guard's turns: how it stands, what is taken back, and whom to ask next."""

from collections.abc import Sequence

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.agents.duty import swaps as asking
from itgov_bot.conversation.flows.known_people import names_known, person_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.on_call import swaps
from itgov_bot.domain.people import Person, may_administer, may_see_summaries
from itgov_bot.domain.rota import DutySpan
from itgov_bot.understanding.language.duty.cover_told import names_in
from itgov_bot.understanding.language.duty.rota_told import is_of_guard, said_in_words
from itgov_bot.wording.agents.duty import cover as cover_words
from itgov_bot.wording.agents.duty import unwanted as words


async def is_at_hand(turn: Turn) -> bool:
    """Whether they are concerned; for whoever coordinates, somebody who is named; for whoever administers, anybody who
    stands in; or the guard is named."""
    if is_of_guard(turn.text) or (may_administer(turn.roles) and await swaps.stand_ins(turn.desk)):
        return True
    others = await people_named(turn) if may_see_summaries(turn.roles) else []
    return any([await is_concerned(turn, one) for one in (None, *others)])


async def is_concerned(turn: Turn, person: Person | None = None) -> bool:
    """Whether they, or another person, asked for a turn, were asked, or are one of two who changed theirs."""
    one = person or turn.person
    return bool(await swaps.to_come(turn.desk, one) or await swaps.stand_ins(turn.desk, one))


async def is_in_vain(turn: Turn) -> bool:
    """Whether they asked somebody who has not agreed, or the guard is named."""
    return is_of_guard(turn.text) or await _asked_in_vain(turn) is not None


async def _asked_in_vain(turn: Turn) -> words.Asked | None:
    asked = await swaps.to_come(turn.desk, turn.person)
    own = (one for one in asked if one[1] == turn.person and not one[0].offered and not one[0].is_agreed)
    return next(own, None)


async def stands_in_then(turn: Turn) -> bool:
    """Whether they are to be there for a colleague at the time that is told."""
    is_told = turn.coming_span(turn.text) is not None
    standing = await swaps.stand_ins(turn.desk, turn.person) if is_told else []
    return any(one[1] == turn.person and _is_of(turn, (), one[1:], one[0].span) for one in standing)


async def take_back(turn: Turn) -> None:
    """«Ya no puedo lo de mañana», «devuélvame el turno», «quite esa cubierta»: what may be meant, each with what takes it
    back. Of what was agreed the other one is asked; who administers undoes that of others."""
    named, may_undo = await people_named(turn), may_administer(turn.roles)
    asked = [one for one in await swaps.to_come(turn.desk, turn.person) if one[0].answered_at is None]
    standing = await swaps.stand_ins(turn.desk, turn.person)
    if may_undo and not (asked or standing):
        standing = await swaps.stand_ins(turn.desk)
    if not (asked or standing):
        turn.say(words.NOBODY_STANDS_IN if may_undo else words.NO_SWAPS)
        return
    told = [one for one in asked if _is_of(turn, named, one[1:], one[0].turn)]
    standing_told = [one for one in standing if _is_of(turn, named, one[1:], one[0].span)]
    if told or standing_told:  # else nothing is as it was told: all of it
        asked, standing = told, standing_told
    turn.say(words.unwanted(asked, standing, turn.person, turn.desk.local_now, may_undo=may_undo))


async def state(turn: Turn) -> None:
    """«¿Ya aceptó?», «¿qué me pidió Carla?»; whoever coordinates may ask it of others."""
    named = await people_named(turn)
    people = (turn.person, *named) if may_see_summaries(turn.roles) else (turn.person,)
    found = {one[0].id: one for person in people for one in await swaps.to_come(turn.desk, person)}
    asked = _closest(named, list(found.values()), turn.person)
    standing = [] if asked else await swaps.stand_ins(turn.desk, turn.person)
    if asked or standing:
        turn.say(words.state(asked, standing, turn.person, turn.desk.local_now))
    else:
        turn.say(words.NO_SWAPS)


def _closest(named: Sequence[Person], asked: Sequence[words.Asked], own: Person) -> list[words.Asked]:
    """Those between the most of who are named; else one's own."""
    many = [sum(person in one[1:] for person in named) for one in asked]
    most = max(many, default=0)
    return [
        one for one, count in zip(asked, many, strict=True) if (count == most if most else own in one[1:])
    ]


async def ask_another(turn: Turn) -> None:
    """«Entonces pídaselo a Rosa»: the turn that was asked of somebody else, who did not take it."""
    asked = await _asked_in_vain(turn)
    if asked is None:
        await asking.begin(turn, turn.text)
        return
    swap, _, before = asked
    able = await swaps.colleagues(turn.desk, turn.person)
    others = [one for one in await people_named(turn) if one != before and one in able]
    await asking.ask_for(turn, swap.span, others[-1] if others else None)


async def press_back(turn: Turn, number: str) -> None:
    """`duty:back:7`: a stand-in that was agreed goes back, if the other one of the two will have it so."""
    found = await swaps.stand_ins(turn.desk, turn.person)
    stand = next((one for one in found if one[0].id == number_in(number)), None)
    if stand is None:
        turn.say(cover_words.undone(0))
        return
    one, by, instead = stand
    span = asking.from_soon(turn, one.span)
    if by == turn.person:
        await asking.request(turn, instead, span)
    else:
        await asking.offer(turn, by, span)


async def people_named(turn: Turn) -> list[Person]:
    names, _ = names_in(said_in_words(turn.text), await names_known(turn))
    found = [await person_meant(turn, name) for _, name in names]
    return [one for one in found if one and one != turn.person]


def _is_of(turn: Turn, named: Sequence[Person], people: Sequence[Person], span: DutySpan) -> bool:
    """Of one who was named, and of the time that was told."""
    told = turn.coming_span(turn.text)
    is_then = told is None or (told.starts_at < span.ends_at and span.starts_at < told.ends_at)
    return is_then and (not named or any(one in people for one in named))
