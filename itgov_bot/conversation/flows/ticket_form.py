"""Opening a case: what happens, where, how to reach the person (with the privacy notice), a file, and «enviar»."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows import opening, outages, verify_email
from itgov_bot.conversation.forms import Answer, Flow, Step
from itgov_bot.conversation.talk import Topic
from itgov_bot.conversation.typed import yes_or_no
from itgov_bot.desk.people import accept_notice
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Draft
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import services as service_words
from itgov_bot.wording import tickets as words

_REFUSING = re.compile(r"no\b", re.IGNORECASE)
"""Words that begin so are never taken for a consent."""

SHORTEST = 3
LONGEST_PLACE = 200
LONGEST_CONTACT = 120
MOST_FILES = 10
MOST_OFFERED = 9


async def open_form(turn: Turn, rest: str) -> None:
    """`/caso`, or `/caso no me imprime`."""
    await _begin(turn, {"text": rest} if rest else {})


async def open_ordinary(turn: Turn, text: str, service: str | None) -> None:
    """The person was asked and said that it is not urgent: they are not asked again."""
    await _begin(turn, {"text": text, "service": service, "ordinary": True})


async def press_new(turn: Turn, service_id: str) -> None:
    """From a card or a list: with the question that led there, and the service if there is one."""
    topic = turn.talk.topic
    values: dict[str, Any] = {"text": topic.text} if topic.text else {}
    if service := turn.desk.service(service_id):
        values["service"] = service.id
    if not service_id and topic.text:
        values["service"] = None
    await _begin(turn, values)


async def _begin(turn: Turn, values: dict[str, Any]) -> None:
    if turn.talk.form and forms.is_known(turn) and turn.talk.form.flow == TICKET_FORM.name:
        about = str(turn.talk.form.values.get("text", ""))
        if about and about != values.get("text", about):
            turn.talk.held_text = values.get("text")
            turn.say(form_words.already_filling(TICKET_FORM.called, about))
        else:
            turn.talk.form.values.update(values)
            await _next(turn)
        return
    values["files"] = list(turn.talk.waiting_files)
    turn.talk.waiting_files = []
    turn.talk.start(TICKET_FORM.name, "text", values)
    if values.get("text"):
        await _with_text(turn, str(values["text"]))
    else:
        await forms.ask(turn)


async def _next(turn: Turn) -> None:
    """On to the first thing that is still missing."""
    await forms.go(turn, _missing(turn))


def _missing(turn: Turn) -> str:
    values = _values(turn)
    if not values.get("text"):
        return "text"
    if "service" not in values and values.get("offered"):
        return "service"
    if not values.get("place"):
        return "place"
    if not (turn.person.has_consented and values.get("contact")):
        return "contact"
    return verify_email.present_step(turn) if _needs_mailbox(turn) else "confirm"


def _needs_mailbox(turn: Turn) -> bool:
    """A report of an exception of the ANS is never held up by it, unless the person said that it is not urgent."""
    if not verify_email.is_missing(turn):
        return False
    values = _values(turn)
    calendar = turn.desk.calendar(values.get("service"))
    return bool(values.get("ordinary")) or turn.mind.exception(values["text"], turn.now, calendar) is None


def _values(turn: Turn) -> dict[str, Any]:
    assert turn.talk.form is not None
    return turn.talk.form.values


# What happens


async def _ask_text(turn: Turn) -> Reply:
    return words.ask_text(turn.desk.service(_values(turn).get("service")))


async def _take_text(turn: Turn, answer: Answer) -> None:
    keep_files(turn, answer.files)
    _values(turn).pop("ordinary", None)
    if len(answer.text) >= SHORTEST:
        await _with_text(turn, answer.text)
    elif answer.files and not answer.text:
        turn.say(words.file_kept_tell_more(len(_values(turn)["files"])))
    else:
        turn.say(words.too_short())


async def _with_text(turn: Turn, text: str) -> None:
    """Keeps the description and, if no service was chosen, finds what it may be."""
    values = _values(turn)
    values["text"] = text
    if turn.person.has_consented:
        values.setdefault("contact", turn.person.contact)
    if turn.person.is_registered and turn.person.dependencia:
        values.setdefault("place", turn.person.dependencia)
    if "service" not in values:
        understood = turn.mind.understand(text)
        if understood.decision == "answer":
            values["service"] = understood.best
        elif understood.decision == "choose":
            values["offered"] = [one.service for one in understood.candidates[: max(2, understood.offered)]]
        else:
            values["service"] = None
    await _next(turn)


# Which service, when it is unclear


async def _ask_service(turn: Turn) -> Reply:
    offered = [turn.desk.service(one) for one in _values(turn)["offered"]]
    return words.ask_service([one for one in offered if one], turn.choice)


async def _take_service(turn: Turn, answer: Answer) -> None:
    wanted = answer.value if answer.value is not None else answer.text
    meant = _services_meant(turn, wanted)
    if answer.value == "unknown" or wanted.lower().startswith(("no s", "ningun")):
        _values(turn)["service"] = None
        await _next(turn)
    elif len(meant) == 1:
        _values(turn)["service"] = meant[0]
        await _next(turn)
    elif meant:
        _values(turn)["offered"] = meant
        await forms.go(turn, "service")
    else:
        turn.say(form_words.choose_one())


def _services_meant(turn: Turn, wanted: str) -> list[str]:
    """By its number, by its name, or by what was understood; several when it may be more than one."""
    if service := turn.desk.service(wanted):
        return [service.id]
    if named := turn.desk.reference.catalog.named(wanted):
        return [one.id for one in named[:MOST_OFFERED]]
    understood = turn.mind.understand(wanted)
    sure = {"answer": 1, "choose": max(2, understood.offered), "none": 0}[understood.decision]
    return [one.service for one in understood.candidates[:sure]]


# Where


async def _ask_place(turn: Turn) -> Reply:
    return words.ask_place(turn.person.dependencia, turn.choice)


def _offices(turn: Turn) -> tuple[str, ...]:
    return turn.desk.reference.processes.offices


async def _take_place(turn: Turn, answer: Answer) -> None:
    keep_files(turn, answer.files)
    if answer.value is not None and answer.value.startswith("list"):
        turn.say(words.all_offices(_offices(turn), turn.choice, int(answer.value[4:] or 0)))
        return
    place = _place_of(turn, answer)
    if answer.value is None and yes_or_no(place) is not None:
        turn.say(form_words.choose_one())
        await forms.ask(turn)
    elif not place:
        turn.say(form_words.needs_text())
    elif len(place) > LONGEST_PLACE:
        turn.say(form_words.too_long(LONGEST_PLACE))
    else:
        _values(turn)["place"] = place
        await _next(turn)


def _place_of(turn: Turn, answer: Answer) -> str:
    if answer.value == "same":
        return turn.person.dependencia or ""
    if answer.value is not None and answer.value.isdigit() and int(answer.value) < len(_offices(turn)):
        return _offices(turn)[int(answer.value)]
    return answer.text


# How to reach the person, with the privacy notice


async def _ask_contact(turn: Turn) -> Reply:
    return words.ask_contact(turn.person, turn.choice)


async def _take_contact(turn: Turn, answer: Answer) -> None:
    keep_files(turn, answer.files)
    if answer.value == "no":
        forms.finish(turn)
        turn.say(words.consent_refused())
    elif answer.value == "chat":
        await _contact(turn, words.BY_THIS_CHAT)
    elif not turn.person.has_consented and _REFUSING.match(answer.text):
        turn.say(form_words.choose_one())
        await forms.ask(turn)
    elif not answer.text:
        turn.say(form_words.needs_text())
    elif len(answer.text) > LONGEST_CONTACT:
        turn.say(form_words.too_long(LONGEST_CONTACT))
    else:
        await _contact(turn, answer.text)


async def _contact(turn: Turn, contact: str) -> None:
    _values(turn)["contact"] = contact
    turn.person = await accept_notice(turn.desk, turn.person, turn.incoming.sender)
    await _next(turn)


# Summary


async def _ask_confirm(turn: Turn) -> Reply:
    return words.summary(
        _draft(turn), turn.desk.service(_values(turn).get("service")), _file_count(turn), turn.choice
    )


async def _take_confirm(turn: Turn, answer: Answer) -> None:
    if answer.files:
        keep_files(turn, answer.files)
        await forms.ask(turn)
    elif answer.value == "send":
        await _send(turn, urgent=None)
    elif answer.value == "fix":
        await forms.go(turn, "fix")
    elif answer.value == "drop":
        await forms.drop(turn)
    elif yes_or_no(answer.text) is not None:
        turn.say(form_words.choose_one())
        await forms.ask(turn)
    else:
        await _add_words(turn, answer.text)


async def _add_words(turn: Turn, text: str) -> None:
    """Words at the summary are more about the problem, not lost."""
    values = _values(turn)
    if text:
        values["text"] = f"{values['text']}\n{text}"
        values.pop("ordinary", None)
    await forms.ask(turn)


async def _ask_fix(turn: Turn) -> Reply:
    return words.ask_fix(turn.choice)


async def _take_fix(turn: Turn, answer: Answer) -> None:
    values = _values(turn)
    if answer.value == "files":
        values["files"] = []
        await _next(turn)
    elif answer.value == "service":
        values.pop("service", None)
        found = turn.mind.understand(str(values["text"])).candidates
        values["offered"] = [one.service for one in found[:3]] or None
        turn.say(service_words.any_service_hint())
        await forms.go(turn, "service")
    elif answer.value in ("text", "place", "contact"):
        await forms.go(turn, answer.value)
    elif answer.value == "back":
        await _next(turn)
    else:
        turn.say(form_words.choose_one())


# Sending


async def _send(turn: Turn, *, urgent: bool | None) -> None:
    """Opens the case, unless it is a known outage; after hours an exception of the ANS is confirmed with one press."""
    if await _may_be_known(turn, urgent):
        return
    if not urgent and _needs_mailbox(turn):
        await _next(turn)
        return
    draft = _draft(turn)
    ordinary = urgent is not None or _values(turn).get("ordinary")
    if not ordinary and (exception := opening.after_hours_exception(turn, draft.text, draft.service)):
        _values(turn)["exception"] = exception
        await forms.go(turn, "urgent")
        return
    files = [StoredFile(**one) for one in _values(turn)["files"]]
    forms.finish(turn)
    turn.talk.topic = Topic(service=draft.service)
    await opening.open_and_announce(turn, draft, files)


async def _may_be_known(turn: Turn, urgent: bool | None) -> bool:
    values = _values(turn)
    more = {"form": TICKET_FORM.name, "place": values["place"], "files": values["files"], "urgent": urgent}
    return await outages.asked_if_same(turn, "form", str(values["text"]), values.get("service"), **more)


async def _send_apart(turn: Turn, report: dict[str, Any]) -> None:
    """It is something else than the known outage."""
    if turn.talk.form and turn.talk.form.flow == TICKET_FORM.name:
        await _send(turn, urgent=report["urgent"])
    else:
        await open_form(turn, str(report["text"]))


outages.GO_ON["form"] = _send_apart


async def _ask_urgent(turn: Turn) -> Reply:
    return words.ask_urgent(str(_values(turn)["exception"]), turn.choice)


async def _take_urgent(turn: Turn, answer: Answer) -> None:
    if answer.value == "yes":
        await _send(turn, urgent=True)
    elif answer.value == "no":
        _values(turn).update(exception=None, ordinary=True)
        await _send(turn, urgent=False)
    else:
        turn.say(form_words.choose_one())


def _draft(turn: Turn) -> Draft:
    values = _values(turn)
    return opening.draft(
        text=str(values["text"]),
        service=values.get("service"),
        place=str(values["place"]),
        contact=str(values["contact"]),
        exception=values.get("exception"),
    )


def _file_count(turn: Turn) -> int:
    return len(_values(turn).get("files", []))


def keep_files(turn: Turn, files: tuple[StoredFile, ...]) -> None:
    """Adds files to the form, up to a number that an agent can still look through."""
    kept = _values(turn).setdefault("files", [])
    room = MOST_FILES - len(kept)
    kept.extend(asdict(file) for file in files[:room])
    if len(files) > room:
        turn.say(words.too_many_files(MOST_FILES))


TICKET_FORM = forms.register(
    Flow(
        "ticket",
        "su caso",
        {
            "text": Step(_ask_text, _take_text),
            "service": Step(_ask_service, _take_service),
            "place": Step(_ask_place, _take_place),
            "contact": Step(_ask_contact, _take_contact),
            **verify_email.steps(_next),
            "confirm": Step(_ask_confirm, _take_confirm, free_text=False),
            "fix": Step(_ask_fix, _take_fix, free_text=False),
            "urgent": Step(_ask_urgent, _take_urgent, free_text=False),
        },
    )
)
