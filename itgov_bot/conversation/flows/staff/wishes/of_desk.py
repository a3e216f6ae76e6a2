"""What somebody wants to know of the desk itself. Nothing begins here."""

from itgov_bot.conversation.flows.staff.asked import threads
from itgov_bot.conversation.flows.staff.wishes import candidates
from itgov_bot.conversation.flows.staff.wishes.waiting import complain
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import waiting
from itgov_bot.domain.catalog import Service
from itgov_bot.understanding import Interpretation
from itgov_bot.understanding.inside.asks import Asks
from itgov_bot.understanding.language.asked_of_desk import data_asked
from itgov_bot.understanding.language.asked_of_service import (
    OfIt,
    asked_of_it,
    told_before_who,
    without_asker,
)
from itgov_bot.understanding.language.questions import asks_whom
from itgov_bot.understanding.language.topics_asked import topics_asked
from itgov_bot.understanding.processes import search
from itgov_bot.wording.staff.asked import processes as process_words
from itgov_bot.wording.staff.asked import terms as term_words
from itgov_bot.wording.staff.asked import wishes as words


async def help_in_short(turn: Turn) -> None:
    """By what they can do now."""
    live = await candidates.live(turn)
    turn.say(words.help_now(live[0] if len(live) == 1 else None, has_cases=bool(live)))


async def cost(turn: Turn) -> None:
    """Whether they must pay for what was lost is not for the desk to say."""
    is_of_loss = turn.understanding.asks(turn.text) is Asks.DEBT
    turn.say(words.DEBT if is_of_loss else words.cost(turn.city))


async def responsible(turn: Turn) -> None:
    """Of what is a service of the desk, the desk."""
    read = turn.interpret(turn.text)
    service = turn.desk.service(read.best) if read.decision == "answer" else None
    if service:
        turn.state.subject = Subject(service=service.id)
        turn.say(words.desk_sees_to(turn.city, service))
        return
    processes, earlier = turn.desk.reference.processes, turn.state.subject.text
    found = search(processes, turn.text)
    if not found and turn.understanding.asks(turn.text) is Asks.BOSS:  # «¿quién es el jefe de eso?»
        await complain(turn)
        return
    if not found and earlier and asks_whom(turn.text):  # «¿y quién ve eso?»
        found = search(processes, earlier)
    else:
        turn.state.subject.text = turn.text
    turn.say(process_words.found(found, turn.state.subject.text))


async def privacy(turn: Turn) -> None:
    turn.say(words.privacy(turn.city, data_asked(turn.text)))


async def terms(turn: Turn) -> None:
    """Hours, exceptions, no promised times; what a service usually takes, where its cases say it."""
    service, reference = _named(turn), turn.desk.reference
    usual = await waiting.usual(turn.desk, service.id) if service else None
    turn.say(
        term_words.terms(
            turn.desk.calendars.of_service(service),
            turn.now,
            reference.exceptions,
            reference.agreements.targets,
            (service, usual) if service and usual else None,
        )
    )


async def documents(turn: Turn) -> None:
    turn.say(words.documents(turn.city))


async def urgent(turn: Turn) -> None:
    turn.say(words.urgent(turn.desk.reference.exceptions))


async def attach(turn: Turn) -> None:
    live = await candidates.live(turn)
    turn.say(words.attach(turn.parts.max_file_mb, live[0] if len(live) == 1 else None))


async def who_may(turn: Turn, understood: Interpretation) -> None:
    """Of what is named, or is told beside it that they need. Their words stay with what they may open next."""
    named = understood.named or turn.interpret(without_asker(turn.text)).named
    named = None if asked_of_it(turn.text) else named  # «soy contratista, ¿puedo?» names nothing
    need = told_before_who(turn.text)
    read = turn.interpret(need) if need and not named else None
    ids = (
        [named]
        if named
        else read.choices()
        if read and read.decision != "none"
        else [turn.state.subject.service]
    )
    found = [known for one in ids if (known := turn.desk.service(one))]
    if not found:
        turn.say(term_words.WHO_MAY_WHAT)
        return
    service = found[0].id if len(found) == 1 else None
    turn.state.subject = Subject(need if read else turn.text, service, [one.id for one in found])
    await threads.tell(
        turn, found, [OfIt.WHO_MAY, *(one for one in topics_asked(turn.text) if one is not OfIt.WHO_MAY)]
    )


def _named(turn: Turn) -> Service | None:
    return turn.desk.service(turn.interpret(turn.text).named)
