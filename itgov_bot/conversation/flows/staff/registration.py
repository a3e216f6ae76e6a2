"""Registering once: the notice first, then name, dependencia and contact. Also the way to correct one of them."""

from __future__ import annotations

from itgov_bot.conversation import forms
from itgov_bot.conversation.context import Turn
from itgov_bot.conversation.flows.staff import department as office
from itgov_bot.conversation.flows.staff import verify_email
from itgov_bot.conversation.forms import Answer, Flow, Step
from itgov_bot.desk import people as deeds
from itgov_bot.messages import Reply
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.staff import registration as words
from itgov_bot.wording.staff import tickets as ticket_words

LONGEST_NAME = 80
LONGEST_DEPENDENCIA = 200
LONGEST_CONTACT = 120

NEXT = {"notice": "name", "name": "dependencia", "dependencia": "contact"}
FIELDS = ("name", "dependencia", "contact", "email")


async def register(turn: Turn, _rest: str) -> None:
    """`/registro`. Who has registered is shown what is kept, and may correct it there."""
    if turn.talk.form and forms.is_known(turn) and turn.talk.form.flow == REGISTRATION.name:
        await forms.ask(turn)
    elif turn.is_registered:
        turn.say(words.already_registered(turn.person))
    else:
        await forms.start(turn, REGISTRATION, "name" if turn.has_consented else "notice", {})


async def correct(turn: Turn, field: str) -> None:
    """One field alone. Who has not consented begins with the notice, as everybody does."""
    if not turn.has_consented:
        await register(turn, "")
    elif field == "email" and not turn.email_domains:
        turn.say(words.which_to_correct(with_email=False))
    elif field in FIELDS:
        await forms.start(turn, REGISTRATION, field, {"only": field})
    else:
        turn.say(words.which_to_correct(with_email=bool(turn.email_domains)))


async def _go_on(turn: Turn) -> None:
    """The next question; after the last one, or after a correction, what is kept now."""
    assert turn.talk.form is not None
    step, only = turn.talk.form.step, turn.talk.form.values.get("only")
    if not only and step in NEXT:
        await forms.go(turn, NEXT[step])
        return
    forms.finish(turn)
    if only:
        turn.say(words.corrected(turn.person))
        return
    turn.person = await deeds.register(turn.desk, turn.person)
    turn.say(words.registered(turn.person))


# The notice


async def _ask_notice(turn: Turn) -> Reply:
    return words.ask_notice(turn.city, turn.choice)


async def _take_notice(turn: Turn, answer: Answer) -> None:
    """Only the button, or a plain yes, is a consent."""
    said = turn.answers.yes_or_no(answer.text) if answer.text else None
    if answer.value == "no" or said is False:
        forms.finish(turn)
        turn.say(words.refused())
    elif answer.value == "yes" or said:
        turn.person = await deeds.record_consent(turn.desk, turn.person, turn.incoming.sender)
        await _go_on(turn)
    else:
        turn.say(form_words.choose_one())


# Name, dependencia, contact


async def _ask_name(turn: Turn) -> Reply:
    return words.ask_name(turn.incoming.sender.name, turn.choice)


async def _take_name(turn: Turn, answer: Answer) -> None:
    name = turn.incoming.sender.name if answer.value == "same" else answer.text
    await _keep(turn, "name", " ".join(name.split()), LONGEST_NAME)


async def _ask_dependencia(turn: Turn) -> Reply:
    return words.ask_dependencia(turn.choice)


async def _take_dependencia(turn: Turn, answer: Answer) -> None:
    if office.list_asked(turn, answer):
        return
    typed = " ".join(answer.text.split())
    named = office.meant(turn, answer)
    await _keep(turn, "dependencia", named or typed, LONGEST_DEPENDENCIA)


async def _ask_contact(turn: Turn) -> Reply:
    return words.ask_contact(turn.choice)


async def _take_contact(turn: Turn, answer: Answer) -> None:
    contact = ticket_words.BY_THIS_CHAT if answer.value == "chat" else answer.text
    await _keep(turn, "contact", " ".join(contact.split()), LONGEST_CONTACT)


async def _keep(turn: Turn, field: str, told: str, longest: int) -> None:
    if not told:
        turn.say(form_words.needs_text())
    elif len(told) > longest:
        turn.say(form_words.too_long(longest))
    else:
        turn.person = await deeds.update_profile(turn.desk, turn.person, **{field: told})
        await _go_on(turn)


REGISTRATION = Flow(
    "registration",
    "su registro",
    {
        "notice": Step(_ask_notice, _take_notice),
        "name": Step(_ask_name, _take_name),
        "dependencia": Step(_ask_dependencia, _take_dependencia),
        "contact": Step(_ask_contact, _take_contact),
        **verify_email.steps(_go_on),
    },
)
