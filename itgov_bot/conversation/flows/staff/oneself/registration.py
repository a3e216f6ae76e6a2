"""Registering once: the notice first, then name, dependencia and contact. Also the way to correct one of them."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.steps import reaching, verify_email
from itgov_bot.conversation.form_types import RegistrationForm
from itgov_bot.conversation.turn import Answer, Flow, Step, Turn
from itgov_bot.desk import people
from itgov_bot.domain.people import may_work_tickets
from itgov_bot.replies import Reply
from itgov_bot.understanding.language.introducing.said_alone import Asked
from itgov_bot.understanding.language.people.data_refusal import data_refusal
from itgov_bot.understanding.language.people.names import is_capital, sensible_name
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.on_ticket import PLACE_NOT_SAID
from itgov_bot.wording.staff.oneself import registration as words
from itgov_bot.wording.staff.steps import reaching as reaching_words

LONGEST = {"name": 80, "dependencia": 200, "contact": 120}
"""Characters."""

FIELDS = ("name", "dependencia", "contact", "email")


async def register(turn: Turn, _rest: str) -> None:
    """`/registro`, and «¿Recuerdo estos datos?» after a case: what was given is enough, and is shown. Who has registered
    is shown what is kept, and may correct it there."""
    form = turn.state.form
    if isinstance(form, RegistrationForm):
        await forms.ask(turn, form)
    elif turn.is_registered:
        turn.say(words.already_registered(turn.person))
    elif not turn.has_consented:
        await forms.start(turn, RegistrationForm(step="notice"))
    elif missing := _missing(turn):
        await forms.start(turn, RegistrationForm(step=missing))
    else:
        await _done(turn)


async def take_up(turn: Turn, _rest: str) -> None:
    """«Cambié de opinión», of who did not authorize: the report that was not sent, or else the registration."""
    if turn.state.subject.text:
        await ticket_form.take_up(turn)
    else:
        await register(turn, "")


def _missing(turn: Turn) -> str | None:
    """What is not known yet, of who has consented. Nobody is asked twice."""
    person = turn.person
    place = None if person.dependencia == PLACE_NOT_SAID else person.dependencia
    known = {"name": person.name, "dependencia": place, "contact": person.contact}
    return next((field for field, value in known.items() if not value), None)


async def _done(turn: Turn) -> None:
    turn.person = await people.register(turn.desk, turn.person)
    turn.say(words.registered(turn.person))


async def correct(turn: Turn, field: str) -> None:
    """One field alone. Who has not consented begins with the notice, as everybody does: then it is that field."""
    if field in FIELDS and not turn.has_consented:
        await forms.start(turn, RegistrationForm(step="notice", only=field))
    elif field == "email" and not turn.parts.email_domains:
        turn.say(words.which_to_correct(with_email=False))
    elif field in FIELDS:
        await forms.start(turn, RegistrationForm(step=field, only=field))
    else:
        turn.say(words.which_to_correct(with_email=bool(turn.parts.email_domains)))


async def rename(turn: Turn, name: str) -> None:
    """Whoever works at the desk said how they are called, which others read: kept at once, or after the notice."""
    if turn.has_consented:
        turn.person = await people.update_profile(turn.desk, turn.person, name=name)
        turn.say(words.named_at_desk(turn.person))
    else:
        await correct(turn, "name")


async def _go_on(turn: Turn, form: RegistrationForm) -> None:
    """The next question; after the last one, or after a correction, what is kept now. The name that the channel gives
    is only a proposal."""
    is_name_asked = form.step == "notice" and turn.said_before.name is None
    if form.step == "notice" and form.only and (form.only != "name" or is_name_asked):
        await forms.go(turn, form, form.only)
        return
    missing = "name" if is_name_asked else _missing(turn)
    if not form.only and missing:
        await forms.go(turn, form, missing)
        return
    forms.finish(turn)
    if form.only == "name" and may_work_tickets(turn.own_roles):
        turn.say(words.named_at_desk(turn.person))
    elif form.only:
        turn.say(words.corrected(turn.person))
    else:
        await _done(turn)


# The notice


async def _take_notice(turn: Turn, form: RegistrationForm, answer: Answer) -> None:
    """Only the button, a plain yes, or where it is said that it is one the name itself, is a consent."""
    said = turn.decided(answer)
    told = name_told(turn, answer.text)
    if said is False or data_refusal(answer.text):
        _refuse(turn)
    elif said:
        await _consent(turn, form)
    elif told:
        turn.keep_introduced(replace(turn.introduced(answer.text), name=told))
        if form.only == "name":
            await _consent(turn, form)
        else:
            await forms.ask_again(turn, form, words.name_noted(told))
    else:
        await forms.choose_again(turn, form)


def _refuse(turn: Turn) -> None:
    forms.finish(turn)
    turn.state.introduced = None
    works = may_work_tickets(turn.own_roles)
    turn.say(words.refused_at_desk(turn.person, turn.own_roles) if works else words.REFUSED)


async def _consent(turn: Turn, form: RegistrationForm) -> None:
    turn.person = await people.record_consent(turn.desk, turn.person, turn.incoming.sender)
    before = turn.said_before
    await _keep(turn, form, name=before.name, dependencia=before.place, contact=before.contact)


def name_told(turn: Turn, text: str, *, is_asked: bool = True) -> str | None:
    """A name for sure: one that people are baptised by, or several words in capitals; where it is asked for, also others
    about nothing that is known. Who tells a problem beside their name reports it."""
    known = turn.understanding.words.known
    name = None if tells_a_fault(text) else sensible_name(text, known)
    said = name.split() if name else []
    if said and known.is_given(said[0]) and (is_asked or len(said) > 1):
        return name
    is_sure = all(map(is_capital, said)) or (is_asked and turn.interpret(text).decision == "none")
    return name if len(said) > 1 and is_sure else None


# Name, dependencia, contact


async def _take_name(turn: Turn, form: RegistrationForm, answer: Answer) -> None:
    told = turn.introduced(answer.text)
    named = reaching.named_in(turn, answer.text)
    if answer.value == "same":
        await _keep(turn, form, name=" ".join(turn.incoming.sender.name.split()))
    elif name := named or sensible_name(answer.text, turn.understanding.words.known):
        await _keep(turn, form, name=name, dependencia=told.place if named else None, contact=told.contact)
    elif turn.answers.yes_or_no(answer.text) is False:
        await forms.drop(turn)
    else:
        await _ask_again(turn, form, answer, words.NO_NAME_IN_THAT)


async def _take_dependencia(turn: Turn, form: RegistrationForm, answer: Answer) -> None:
    if reaching.list_asked(turn, answer, form.choice):
        return
    told = reaching.told_in(turn, answer.text, Asked.PLACE)
    if place := reaching.office_meant(turn, answer) or told.place:
        await _keep(turn, form, dependencia=place, contact=told.contact)
    else:
        await _ask_again(turn, form, answer, reaching_words.NO_PLACE_IN_THAT)


async def _take_contact(turn: Turn, form: RegistrationForm, answer: Answer) -> None:
    """The floor may come here, after the dependencia."""
    told = reaching.told_in(turn, answer.text, Asked.REACH)
    contact = told.contact or reaching.contact_told(answer.value or answer.text)
    place = turn.completed(turn.person.dependencia, told.place) if told.place else None
    if contact or place:
        await _keep(turn, form, contact=contact, dependencia=place)
    else:
        await _ask_again(turn, form, answer, reaching_words.NO_CONTACT_IN_THAT)


async def _ask_again(turn: Turn, form: RegistrationForm, answer: Answer, wrong: Reply) -> None:
    turn.say(wrong if answer.text else form_words.needs_text())
    await forms.ask(turn, form)


async def _keep(turn: Turn, form: RegistrationForm, **told: str | None) -> None:
    """Each to its field, also what was told beside the answer."""
    kept = {field: said for field, said in told.items() if said}
    too_long = [LONGEST[field] for field, said in kept.items() if len(said) > LONGEST[field]]
    if too_long:
        turn.say(form_words.too_long(too_long[0]))
        return
    turn.person = await people.update_profile(turn.desk, turn.person, **kept)
    await _go_on(turn, form)


REGISTRATION = Flow(
    "registration",
    RegistrationForm,
    "su registro",
    {
        "notice": Step(
            lambda turn, form: words.ask_notice(
                turn.city, turn.said_before.name, form.choice, only_name=form.only == "name"
            ),
            _take_notice,
        ),
        "name": Step(lambda turn, form: words.ask_name(turn.incoming.sender.name, form.choice), _take_name),
        "dependencia": Step(lambda _turn, form: words.ask_dependencia(form.choice), _take_dependencia),
        "contact": Step(lambda _turn, form: words.ask_contact(form.choice), _take_contact),
        **verify_email.steps(_go_on),
    },
)
