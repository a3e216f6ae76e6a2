"""What somebody wants to know of the desk itself. Nothing begins here."""

from itgov_bot.conversation.flows.staff import threads
from itgov_bot.conversation.flows.staff.wishes import candidates
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import maintenance
from itgov_bot.desk import outages as outage_desk
from itgov_bot.desk.tickets import waiting
from itgov_bot.desk.tickets.view import view
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.maintenance import MaintenanceView
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.understanding import Interpretation
from itgov_bot.understanding.language.asked_of_desk import data_asked
from itgov_bot.understanding.language.asked_of_service import asked_of_it, told_before_who, without_asker
from itgov_bot.understanding.language.maintenance import asks_about_maintenance
from itgov_bot.understanding.outages.report import OutageReport
from itgov_bot.understanding.outages.same import find_same
from itgov_bot.understanding.processes import search
from itgov_bot.wording.staff import maintenance as maintenance_words
from itgov_bot.wording.staff import processes as process_words
from itgov_bot.wording.staff import terms as term_words
from itgov_bot.wording.staff import wishes as words

MAX_OUTAGES = 5


async def help_in_short(turn: Turn) -> None:
    """By what they can do now."""
    live = await candidates.live(turn)
    turn.say(words.help_now(live[0] if len(live) == 1 else None, has_cases=bool(live)))


async def cost(turn: Turn) -> None:
    turn.say(words.cost(turn.city))


async def responsible(turn: Turn) -> None:
    """Of what is a service of the desk, the desk."""
    read = turn.interpret(turn.text)
    service = turn.desk.service(read.best) if read.decision == "answer" else None
    if service:
        turn.state.subject = Subject(service=service.id)
        turn.say(words.desk_sees_to(turn.city, service))
        return
    found = search(turn.desk.reference.processes, turn.text)
    turn.state.subject.text = turn.text
    turn.say(process_words.found(found, turn.text))


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


def who_may(turn: Turn, understood: Interpretation) -> None:
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
        turn.say(term_words.who_may(None, turn.desk.reference.catalog))
        return
    service = found[0].id if len(found) == 1 else None
    turn.state.subject = Subject(need if read else turn.text, service, [one.id for one in found])
    threads.say_who_may(turn, found)


def _named(turn: Turn) -> Service | None:
    return turn.desk.service(turn.interpret(turn.text).named)


# What is down


async def outage_status(turn: Turn) -> None:
    """The known outages of what is asked after, or all of them; whoever is hit as well joins with one press. What is
    planned is no outage."""
    if asks_about_maintenance(turn.text):
        turn.say(maintenance_words.listing(await maintenance.coming(turn.desk)))
        return
    lasting, _ = await outage_desk.known_outages(turn.desk)
    asked = _asked_after(turn, [one.ticket for one in lasting])[:MAX_OUTAGES]
    if asked:
        known = [(await view(turn.desk, one), await _is_counted(turn, one)) for one in asked]
        turn.say(words.known_outages(turn.city, known, consented=turn.has_consented))
        return
    service = _named(turn)
    turn.state.subject = Subject(service=service.id if service else None)
    turn.say(words.no_outage(service, await _running(turn)))


async def _running(turn: Turn) -> MaintenanceView | None:
    """The maintenance that goes on and may be why it is asked; without a name, any."""
    told = _told(turn)
    if told.is_nameless:
        return next((one for one in await maintenance.coming(turn.desk) if one.is_running), None)
    return await maintenance.find_running(turn.desk, turn.understanding, told)


async def _is_counted(turn: Turn, ticket: Ticket) -> bool:
    return await outage_desk.is_affected(turn.desk, ticket, turn.person)


def _asked_after(turn: Turn, known: list[Ticket]) -> list[Ticket]:
    """Of what is named, those that it may be; without a name, all."""
    read, told = turn.understanding.words.outages, _told(turn)
    return known if told.is_nameless else find_same(read, told, known, turn.desk.reference.catalog.twins)


def _told(turn: Turn) -> OutageReport:
    """What is asked after, as if it were told."""
    read = turn.understanding.words.outages
    return read.report(turn.text, turn.sure_service(turn.text), "", None, is_fault=True)
