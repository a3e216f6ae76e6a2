"""What happens, and of which service it is when that is unclear."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff.ticket_form.form import go_next, keep_files, values_of
from itgov_bot.conversation.forms import Answer
from itgov_bot.messages import Reply
from itgov_bot.understanding.services.names import find_named
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import ticket_form as words

SHORTEST = 3
MOST_OFFERED = 9


# What happens


async def ask_text(turn: Turn) -> Reply:
    return words.ask_text(turn.desk.service(values_of(turn).get("service")))


async def take_text(turn: Turn, answer: Answer) -> None:
    keep_files(turn, answer.files)
    values_of(turn).pop("ordinary", None)
    if len(answer.text) >= SHORTEST:
        await with_text(turn, answer.text)
    elif answer.files and not answer.text:
        turn.say(words.file_kept_tell_more(len(values_of(turn)["files"])))
    else:
        turn.say(words.too_short())


async def with_text(turn: Turn, text: str) -> None:
    """Keeps the description and, if no service was chosen, finds what it may be."""
    values = values_of(turn)
    values["text"] = text
    if turn.has_consented:
        values.setdefault("contact", turn.person.contact)
    if turn.is_registered and turn.person.dependencia:
        values.setdefault("place", turn.person.dependencia)
    if "service" not in values:
        understood = turn.interpret(text)
        if understood.decision == "answer":
            values["service"] = understood.best
        elif understood.decision == "choose":
            values["offered"] = [one.service for one in understood.candidates[: max(2, understood.offered)]]
        else:
            values["service"] = None
    await go_next(turn)


# Which service, when it is unclear


async def ask_service(turn: Turn) -> Reply:
    offered = [turn.desk.service(one) for one in values_of(turn)["offered"]]
    return words.ask_service([one for one in offered if one], turn.choice)


async def take_service(turn: Turn, answer: Answer) -> None:
    wanted = answer.value if answer.value is not None else answer.text
    meant = _services_meant(turn, wanted)
    if answer.value == "unknown" or turn.answers.is_unsure(wanted):
        values_of(turn)["service"] = None
        await go_next(turn)
    elif len(meant) == 1 and _is_named(turn, wanted, meant[0]):
        values_of(turn)["service"] = meant[0]
        await go_next(turn)
    elif meant:
        values_of(turn)["offered"] = meant  # what was only guessed is shown before it is taken
        await forms.go(turn, "service")
    else:
        turn.say(form_words.choose_one())


def _is_named(turn: Turn, wanted: str, service_id: str) -> bool:
    """By its number, or by words of its name."""
    named = [one.id for one in find_named(turn.desk.reference.catalog.services, wanted)]
    return turn.desk.service(wanted) is not None or named == [service_id]


def _services_meant(turn: Turn, wanted: str) -> list[str]:
    """By its number, by its name, or by what was understood; several when it may be more than one."""
    if service := turn.desk.service(wanted):
        return [service.id]
    if named := find_named(turn.desk.reference.catalog.services, wanted):
        return [one.id for one in named[:MOST_OFFERED]]
    understood = turn.interpret(wanted)
    sure = {"answer": 1, "choose": max(2, understood.offered), "none": 0}[understood.decision]
    return [one.service for one in understood.candidates[:sure]]
