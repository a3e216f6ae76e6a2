"""Free text: what was meant, and what is said to it. Knows the last topic, so that follow-ups are understood."""

from __future__ import annotations

from typing import Any

from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import outages, services, ticket_form, urgent
from itgov_bot.conversation.talk import Topic
from itgov_bot.desk.learning import note_unmatched
from itgov_bot.domain.catalog import Service
from itgov_bot.messages import Reply
from itgov_bot.understanding import Intent, Interpretation, RequestType
from itgov_bot.understanding.language.questions import asks_who_answers, is_clearly_asked
from itgov_bot.understanding.language.times import find_event_time
from itgov_bot.understanding.processes import Match, search
from itgov_bot.wording import general, hours
from itgov_bot.wording.staff import contact as contact_words
from itgov_bot.wording.staff import processes as process_words
from itgov_bot.wording.staff import services as words


async def ask(turn: Turn, text: str) -> None:
    """Answers a message of free text."""
    if not any(char.isalnum() for char in text):
        turn.say(general.smalltalk(turn.city, None, turn.now))
        return
    turn.talk.other_outages = []  # a new message is a new story
    await _answer(turn, text)


async def _answer(turn: Turn, text: str) -> None:
    understood = turn.interpret(text)
    sure = understood.best if understood.decision == "answer" else None
    if await outages.asked_if_same(turn, "question", text, sure, place=turn.person.dependencia):
        return
    if await urgent.offer_if_exception(turn, text, sure):
        return
    if understood.intent in (Intent.HOURS, Intent.CHANNELS):
        _answer_hours_or_channels(turn, understood)
    elif understood.intent is Intent.SMALLTALK:
        turn.say(
            general.smalltalk(turn.city, understood.smalltalk, turn.desk.calendars.general.local(turn.now))
        )
    elif understood.parts:
        _offer_parts(turn, text, understood)
    else:
        await _answer_service(turn, text, understood)


async def go_on(turn: Turn, report: dict[str, Any]) -> None:
    """It is no known outage: it is answered like any other message."""
    await _answer(turn, str(report["text"]))


async def answer_in_between(turn: Turn, text: str, step_takes_words: bool) -> bool:
    """A plain question in the middle of a form is answered; True when it was one.

    Where any words are an answer, only what reads as a question is taken for one.
    """
    if step_takes_words and not is_clearly_asked(text):
        return False
    understood = turn.interpret(text)
    if understood.intent in (Intent.HOURS, Intent.CHANNELS):
        _answer_hours_or_channels(turn, understood)
        return True
    if step_takes_words and understood.request_type is not RequestType.QUESTION:
        return False
    if turn.answers.yes_or_no(text) is not None:
        return False  # an answer to the question asked, not small talk
    if understood.intent is Intent.SMALLTALK and not step_takes_words:
        turn.say(
            general.smalltalk(turn.city, understood.smalltalk, turn.desk.calendars.general.local(turn.now))
        )
        return True
    if understood.decision == "answer" and understood.best:
        service = turn.desk.service(understood.best)
        assert service
        turn.say(words.brief(turn.city, service, turn.desk.calendars.of_service(service), turn.now))
        return True
    return False


async def press_ours(turn: Turn, _rest: str) -> None:
    """«Sí es de informática»: the refusal was wrong, so it is kept to learn from, and the case goes on."""
    if turn.talk.topic.text:
        await note_unmatched(turn.desk, turn.talk.topic.text, None)
    await ticket_form.press_new(turn, "")


def _answer_hours_or_channels(turn: Turn, understood: Interpretation) -> None:
    """Just what was asked, of the service named, or of the one last spoken of."""
    service = _named_or_last(turn, understood)
    calendar = turn.desk.calendars.of_service(service)
    if understood.intent is Intent.HOURS:
        reply = _hours(turn, service)
    elif service:
        reply = contact_words.service_channels(turn.city, service, calendar, turn.now)
    else:
        reply = contact_words.general_channels(turn.city, calendar, turn.now)
    if service:
        turn.talk.topic.service = service.id
    turn.say(reply)


def _hours(turn: Turn, service: Service | None) -> Reply:
    """The hours; and when a day or an hour was asked for, whether people attend then comes first."""
    calendar = turn.desk.calendars.of_service(service)
    reply = (
        hours.service_hours(service, calendar, turn.now)
        if service
        else hours.general_hours(turn.city, calendar, turn.now)
    )
    asked = find_event_time(turn.text, calendar.local(turn.now))
    return hours.on_that_day(reply, calendar, asked.day, asked.start, turn.now) if asked else reply


def _named_or_last(turn: Turn, understood: Interpretation) -> Service | None:
    if understood.decision != "none":
        return turn.desk.service(understood.best)
    return turn.desk.service(turn.talk.topic.service)


def _offer_parts(turn: Turn, text: str, understood: Interpretation) -> None:
    """Several problems in one message: each becomes a choice, so that none is forgotten."""
    named = [turn.desk.service(part.candidates[0].service) for part in understood.parts if part.candidates]
    found = [service for service in dict.fromkeys(named) if service]
    ids = [service.id for service in found]
    turn.talk.topic = Topic(text=text, candidates=ids, others=ids)
    turn.say(words.several(found))


def _who_answers(turn: Turn, text: str) -> list[Match]:
    """«¿quién responde por el archivo?» is a question for the process model."""
    return search(turn.desk.reference.processes, text) if asks_who_answers(text) else []


async def _answer_service(turn: Turn, text: str, understood: Interpretation) -> None:
    ids = [candidate.service for candidate in understood.candidates]
    turn.talk.topic = Topic(text=text, candidates=ids)
    if understood.decision == "answer":
        await services.show_card(turn, ids[0], report=understood.request_type is not RequestType.QUESTION)
    elif understood.decision == "choose":
        services.offer(turn, ids[: max(2, understood.offered)])
    elif found := _who_answers(turn, text):
        turn.say(process_words.found(found, text))
    elif understood.intent is Intent.OUT_OF_SCOPE:
        turn.say(words.out_of_scope(turn.city))
    else:
        await note_unmatched(turn.desk, text, None)
        turn.say(words.not_understood())
