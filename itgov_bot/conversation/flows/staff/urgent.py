"""After hours: the two exceptions of the ANS, confirmed with one press and reported at once."""

from __future__ import annotations

from typing import Any

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import outages, ticket_form
from itgov_bot.conversation.forms import Answer, Flow, Step
from itgov_bot.conversation.talk import Topic
from itgov_bot.desk.people import record_consent
from itgov_bot.desk.urgency import exception_now
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as ticket_form_words
from itgov_bot.wording.staff import tickets as ticket_words
from itgov_bot.wording.staff import urgent as words


async def offer_if_exception(turn: Turn, text: str, service: str | None) -> bool:
    """A message that reports an exception after hours is offered the one press; True when it was."""
    exception = exception_now(turn.desk, turn.understanding, text, None)
    if exception is None:
        return False
    turn.talk.topic = Topic(text=text, service=service, exception=exception)
    turn.say(words.offer(turn.city, exception, turn.has_consented))
    return True


async def press_urgent(turn: Turn, rest: str) -> None:
    """`urgent:go` reports what was just offered, `urgent:no` makes it an ordinary case; `urgent:` begins from nothing."""
    topic = turn.talk.topic
    if rest == "go" and topic.text and topic.exception:
        await _report(turn, topic.text, topic.service, ExceptionKind(topic.exception))
    elif rest == "no" and topic.text:
        await ticket_form.open_ordinary(turn, topic.text, topic.service)
    elif rest:
        turn.say(form_words.old_button_no_form())
    else:
        await open_urgent(turn, "")


async def open_urgent(turn: Turn, rest: str) -> None:
    """`/urgente`, also with what happens behind it. In hours nothing is paged: an ordinary case is seen at once."""
    if turn.desk.calendars.general.is_open(turn.now):
        if not (rest and await _may_be_known(turn, "in_hours", rest, None)):
            await _in_hours(turn, rest)
    elif waiting := _unconfirmed(turn):
        turn.say(form_words.already_filling(URGENT_FORM.called, waiting))
    elif rest:
        turn.talk.start(URGENT_FORM.name, "text", {})
        await _take_text(turn, Answer(text=rest))
    else:
        await forms.start(turn, URGENT_FORM, "text", {})


def _unconfirmed(turn: Turn) -> str:
    """What an urgent report that was not confirmed yet tells; it must not be replaced in silence."""
    form = turn.talk.form
    return str(form.values.get("text", "")) if form and form.flow == URGENT_FORM.name else ""


async def _in_hours(turn: Turn, text: str) -> None:
    turn.say(words.in_hours(turn.city, turn.desk.calendars.general, turn.now))
    if text:
        await ticket_form.open_form(turn, text)


async def _may_be_known(turn: Turn, origin: str, text: str, service: str | None, **more: Any) -> bool:
    place, form = turn.person.dependencia, URGENT_FORM.name
    return await outages.asked_if_same(turn, origin, text, service, place=place, form=form, **more)


async def _report(turn: Turn, text: str, service: str | None, exception: ExceptionKind) -> None:
    """The press is the confirmation, and the acceptance of the notice that stands beside the button."""
    if turn.desk.calendars.general.is_open(turn.now):
        await _in_hours(turn, text)
        return
    is_outage = exception is ExceptionKind.SERVICE_OUTAGE
    if is_outage and await _may_be_known(turn, "report", text, service, opens=True, exception=exception):
        return
    turn.person = await record_consent(turn.desk, turn.person, turn.incoming.sender)
    draft = Draft(
        text=text,
        service=service,
        place=turn.person.dependencia or ticket_words.PLACE_NOT_SAID,
        contact=turn.person.contact or ticket_words.BY_THIS_CHAT,
        exception=exception,
    )
    files = [StoredFile(**one) for one in turn.talk.waiting_files]
    turn.talk.waiting_files = []
    turn.talk.topic = Topic(service=draft.service)
    if turn.talk.form and turn.talk.form.flow == URGENT_FORM.name:
        forms.finish(turn)
    await ticket_form.open_and_say(turn, draft, files)


async def _ask_text(turn: Turn) -> Reply:
    return words.ask_text(turn.city)


async def _take_text(turn: Turn, answer: Answer) -> None:
    if len(answer.text) < ticket_form.SHORTEST:
        turn.say(ticket_form_words.too_short())
        return
    assert turn.talk.form is not None
    understood = turn.interpret(answer.text)
    values = turn.talk.form.values
    values["text"] = answer.text
    values["service"] = understood.best if understood.decision == "answer" else None
    values["exception"] = understood.exception
    if not await _may_be_known(turn, "urgent", answer.text, values["service"]):
        await forms.go(turn, "which")


async def _ask_which(turn: Turn) -> Reply:
    assert turn.talk.form is not None
    exception = turn.talk.form.values.get("exception")
    return words.ask_which(turn.city, exception, turn.has_consented, turn.choice)


async def _take_which(turn: Turn, answer: Answer) -> None:
    assert turn.talk.form is not None
    values = turn.talk.form.values
    said = turn.answers.yes_or_no(answer.text) if values["exception"] and answer.text else None
    if answer.value == "ordinary" or said is False:
        forms.finish(turn)
        await ticket_form.open_ordinary(turn, str(values["text"]), values["service"])
    elif said or answer.value in set(ExceptionKind):
        exception = ExceptionKind(answer.value or values["exception"])
        await _report(turn, str(values["text"]), values["service"], exception)
    else:
        turn.say(form_words.choose_one())


# No known outage after all


async def go_on_reporting(turn: Turn, report: dict[str, Any]) -> None:
    await _report(turn, str(report["text"]), report["service"], ExceptionKind(report["exception"]))


async def go_on_asking(turn: Turn, report: dict[str, Any]) -> None:
    if turn.talk.form and turn.talk.form.flow == URGENT_FORM.name:
        await forms.go(turn, "which")
    else:
        await open_urgent(turn, str(report["text"]))


async def go_on_in_hours(turn: Turn, report: dict[str, Any]) -> None:
    await _in_hours(turn, str(report["text"]))


URGENT_FORM = Flow(
    "urgent",
    "su reporte urgente",
    {"text": Step(_ask_text, _take_text), "which": Step(_ask_which, _take_which, free_text=False)},
)
