"""Who somebody is and where, told by itself: kept for the forms of this talk, and the question that is open stands."""

import re
from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff.asked import everyday
from itgov_bot.conversation.flows.staff.oneself import registration
from itgov_bot.conversation.flows.steps import reaching
from itgov_bot.conversation.state import Introduced
from itgov_bot.conversation.turn import Again, Turn
from itgov_bot.conversation.typed import by_words
from itgov_bot.desk import people
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.cases.follow_up import Says, what_is_said
from itgov_bot.understanding.language.introducing.introduction import Introduction
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.message.taken_back import corrected_by
from itgov_bot.understanding.language.people.of_oneself import change_of_data, speaks_of_oneself
from itgov_bot.wording import general
from itgov_bot.wording.staff.oneself import introducing as words
from itgov_bot.wording.staff.oneself import registration as registration_words

_CHOICES = (Action.PICK_SERVICE, Action.EVERYDAY)


async def in_choice(turn: Turn) -> bool:
    """A reader: while it is asked which service it is, the same choice stands, in the same order."""
    told = told_alone(turn)
    if told is None or await everyday.asked_last(turn) not in _CHOICES:
        return False
    (shown,) = await turn.last_replies(1)
    if chosen := _chosen(turn, shown):
        turn.again = Again(pressed=chosen)
        return True
    turn.keep_introduced(told)
    known, subject = turn.understanding.words.known, turn.state.subject
    is_corrected = told.place and turn.introduced(subject.text).place  # «la nómina» is no place
    subject.text = (
        corrected_by(subject.text, told.place, known) if told.place and is_corrected else subject.text
    )
    turn.say(words.noted(told.name, told.place, told.contact))
    turn.say(shown)
    return True


def _chosen(turn: Turn, shown: Reply) -> str | None:
    """«El de cable, estoy en la Secretaría de Educación»: which of them it is, beside where they are."""
    told = re.split(r"[,.;\n]+", turn.text)
    for at, said in enumerate(told if len(told) > 1 else ()):
        is_answer = turn.answers.yes_or_no(said) is not None  # «no, es el segundo piso»
        if chosen := None if is_answer else by_words(shown.choices, said):
            turn.keep_introduced(turn.introduced(", ".join(told[:at] + told[at + 1 :]).strip(" ,")))
            return chosen
    return None


async def introduced_alone(turn: Turn) -> bool:
    """A reader: a first message that says no more than who writes and from where. Beneath a card it is more about that; of
    who works at the desk it is how others are to read them."""
    is_nameless = may_work_tickets(turn.own_roles) and not (turn.person.name or turn.state.form)
    if is_nameless and (name := registration.name_told(turn, turn.text, is_asked=False)):
        turn.keep_introduced(replace(turn.introduced(turn.text), name=name))
        await registration.rename(turn, name)
        return True
    told = told_alone(turn) if speaks_of_oneself(turn.text) else None
    if told is None or await everyday.asked_last(turn) is Action.SHEET:
        return False
    turn.keep_introduced(told)
    if told.name and may_work_tickets(turn.own_roles):
        await registration.rename(turn, told.name)
        return True
    noted = words.noted(told.name, told.place, told.contact)
    turn.say(words.what_is_it(general.greeting(turn.local_now), noted))
    return True


def told_alone(turn: Turn) -> Introduction | None:
    """A name or a place and nothing else, and no thing of the catalogue."""
    if turn.state.form or turn.files.kept or not turn.text:
        return None
    told = reaching.who_or_where(turn, turn.text)
    return told if told and (told.name or told.place) else None


# What is kept of them is another now


async def new_data_told(turn: Turn) -> bool:
    """A reader: «me cambiaron de oficina, ahora estoy en …» is no message for a case: one press keeps it."""
    asked = change_of_data(turn.text) if turn.text and not turn.state.form and not turn.files.kept else None
    if asked is None:
        return False
    place = reaching.told_in(turn, asked.where, Asked.PLACE).place if asked.where else None
    if place or asked.contact:
        _keep_new(turn, place, asked.contact)
    return bool(place or asked.contact)


async def reach_told(turn: Turn) -> bool:
    """A reader: «mi celular es el 300…» of who has no case to which it goes."""
    is_alone = Says.REACH in what_is_said(turn.text) and not (turn.state.form or turn.files.kept)
    contact = turn.introduced(turn.text).contact if is_alone else None
    if contact:
        _keep_new(turn, None, contact)
    return contact is not None


def _keep_new(turn: Turn, place: str | None, contact: str | None) -> None:
    before = turn.said_before
    turn.state.introduced = Introduced(
        turn.now, before.name, place or before.place, contact or before.contact
    )
    if turn.has_consented:
        turn.say(words.ask_update(turn.person, place, contact))
    else:
        turn.say(words.what_is_it("", words.noted(None, place, contact)))


async def press_update(turn: Turn, _rest: str) -> None:
    """«Sí, actualizar»."""
    told = turn.said_before
    found = {"dependencia": told.place, "contact": told.contact}
    kept = {name: value for name, value in found.items() if value}
    if kept and turn.has_consented:
        turn.person = await people.update_profile(turn.desk, turn.person, **kept)
        turn.state.introduced = None
    turn.say(registration_words.corrected(turn.person))
