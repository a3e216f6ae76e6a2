"""What it is about, when that is unclear: the everyday groups, what is not the desk's, words that go with earlier ones."""

from dataclasses import replace

from itgov_bot.actions import Action, number_in
from itgov_bot.conversation.flows.staff import ticket_form
from itgov_bot.conversation.flows.staff.asked import services
from itgov_bot.conversation.form_types import TicketForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.learning import note_unmatched
from itgov_bot.domain.everyday import Group
from itgov_bot.replies import Reply
from itgov_bot.understanding import Intent, Interpretation, RequestType
from itgov_bot.understanding.language.asked_of_desk import asks_if_ours, asks_if_person
from itgov_bot.understanding.language.cases.instead import told_anew
from itgov_bot.understanding.language.message.pieces import put_first
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.smalltalk import Smalltalk
from itgov_bot.understanding.language.where.places import names_a_place
from itgov_bot.understanding.processes import search
from itgov_bot.understanding.services.decide import Candidate
from itgov_bot.understanding.services.names import told_apart
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general
from itgov_bot.wording.staff.asked import everyday as words

MANY = 2
MAX_TOLD = 2000
"""Characters of what is read together."""


async def not_clear(turn: Turn, text: str, understood: Interpretation) -> None:
    """Nothing was understood: it surely is somebody else's, or it is asked what it is about."""
    is_foreign = understood.is_foreign and understood.intent is Intent.OUT_OF_SCOPE
    if is_foreign and not turn.danger_in(turn.text):
        say_elsewhere(turn, text)
        return
    await note_unmatched(turn.desk, text, None)
    is_elsewhere = understood.intent is Intent.OUT_OF_SCOPE
    services.ask_with_what(turn, may_be_elsewhere=is_elsewhere, is_more=text != turn.text)


def say_elsewhere(turn: Turn, text: str) -> None:
    """Whose it is, as near as the process model tells."""
    nearest = next(iter(search(turn.desk.reference.processes, text)), None)
    is_open = turn.is_open()
    turn.say(words.out_of_scope(turn.city, nearest, is_open=is_open))


async def ours_asked(turn: Turn) -> bool:
    """A reader, also in the middle of a form: whether this is a person, and whether what was told is the desk's at all."""
    if asks_if_person(turn.text):
        turn.say(general.smalltalk(turn.city, Smalltalk.WHO_ARE_YOU, turn.local_now))
        return True
    is_asked = asks_if_ours(turn.text)
    if is_asked:
        _answer_if_ours(turn)
    return is_asked


def _answer_if_ours(turn: Turn) -> None:
    """By the service that is being told of, or else by what was told last."""
    form, subject = turn.state.form, turn.state.subject
    service = turn.desk.service(form.service if isinstance(form, TicketForm) else subject.service)
    told = form.text if isinstance(form, TicketForm) else subject.text
    read = turn.interpret(told) if told else None
    if service:
        turn.say(words.ours(turn.city, service, in_form=turn.state.form is not None))
    elif read and read.intent is Intent.OUT_OF_SCOPE:
        say_elsewhere(turn, told)
    else:
        is_ours = read is not None and read.intent is Intent.SERVICE and read.decision != "none"
        turn.say(words.what_is_ours(turn.city, is_ours=is_ours))


async def press_ours(turn: Turn, _rest: str) -> None:
    """«Sí es de informática»: the refusal was wrong, so it is kept to learn from, and the same words go on."""
    if turn.state.subject.text:
        await note_unmatched(turn.desk, turn.state.subject.text, None)
    services.ask_with_what(turn)


async def press(turn: Turn, rest: str) -> None:
    """`day:` asks with what it is, `day:printer` what of it, `day:printer:0` goes on with that sentence."""
    key, _, place = rest.partition(":")
    at = number_in(place)
    group = next((one for one in turn.desk.reference.everyday if one.key == key), None)
    if group is None:
        services.ask_with_what(turn)
    elif at is not None and at < len(group.meanings):
        await _go_on_with(turn, group, at)
    else:
        turn.say(words.what_of_it(group))


async def _go_on_with(turn: Turn, group: Group, place: int) -> None:
    """The words that were there are kept, and the sentence that was chosen stands beside them."""
    ticket_form.withdraw(turn)
    meaning, text = group.meanings[place], turn.state.subject.text
    said = words.chosen(group, meaning.say)
    if text:
        await note_unmatched(turn.desk, text, meaning.service)
    told = text if said in text else f"{text}\n{said}".strip()
    turn.state.subject = Subject(text=told, candidates=[meaning.service])
    await services.show_card(turn, meaning.service, report=True)


# Words that go with earlier ones


async def which_of_them(turn: Turn) -> bool:
    """A reader: a bare «sí» to a choice of several chooses none, and is no small talk. It is asked again."""
    if turn.answers.yes_or_no(turn.text) is not True:
        return False
    last = next(iter(await turn.last_replies(1)), None)
    asks = last is not None and (
        is_choice_of_several(last) or await asked_last(turn) in (Action.EVERYDAY, Action.PICK_SERVICE)
    )
    if asks and last:
        turn.say(replace(last, text=f"{form_words.choose_one().text}\n\n{last.text}", card=None))
    return asks


def is_choice_of_several(asked: Reply) -> bool:
    """Of things to which a no says «none of them»."""
    said = {choice.answers for choice in asked.choices}
    return len(asked.choices) > MANY and "no" in said and "yes" not in said


async def with_earlier(turn: Turn) -> tuple[str, Interpretation]:
    """What is written where it was asked what it is about, or beneath the card of a service, goes with the words that
    led there; unless it tells of something else."""
    alone, earlier = turn.interpret(turn.introduced(turn.text).matter), turn.state.subject
    asked = await asked_last(turn) if earlier.text else None
    told = f"{earlier.text}\n{turn.text}"
    if asked is None or len(told) > MAX_TOLD:
        return turn.text, alone
    if right := told_anew(earlier.text, turn.text):  # «no es AutoCAD, es ArcGIS»
        return right, turn.interpret(turn.introduced(right).matter)
    if (first := put_first(turn.text)) and alone.decision != "none":
        _leave_earlier(turn)
        return first, turn.interpret(turn.introduced(first).matter)
    if asked is Action.SHEET:
        return (told, _about(alone, earlier.service)) if _is_more(turn, alone) else (turn.text, alone)
    if asked is Action.PICK_SERVICE and (named := _named(turn)):
        return told, _about(alone, named)
    if asked is Action.NEW_TICKET:
        is_more = alone.decision == "none" and alone.request_type is not RequestType.QUESTION
        return (told, _about(alone, earlier.service)) if is_more else (turn.text, alone)
    together = turn.interpret(told)
    if turn.dangers.goes_on(earlier.text, turn.text):
        return told, together
    if asked is Action.PICK_SERVICE and alone.decision == "answer" and _is_another(turn, alone, together):
        _leave_earlier(turn)
        return turn.text, alone
    if asked is Action.PICK_SERVICE and _tells_who(turn, alone, together):
        return told, turn.interpret(earlier.text)
    return told, together if _belongs(turn, alone, together) else alone


def _tells_who(turn: Turn, alone: Interpretation, together: Interpretation) -> bool:
    """Who and where they are, beside a choice that stands: whatever else those words sound like."""
    told = turn.introduced(turn.text)
    return alone.decision == together.decision == "none" and bool(told.place or told.contact)


def _belongs(turn: Turn, alone: Interpretation, together: Interpretation) -> bool:
    """Whether words mean more with the earlier ones. What follows a matter of the desk is none of somebody else's, unless it
    asks for that."""
    if together.decision == "none":
        return alone.is_foreign and not is_question(turn.text)
    return alone.decision != "answer"


def _leave_earlier(turn: Turn) -> None:
    earlier = turn.state.subject
    turn.state.leave_for_later(earlier.text, next(iter(earlier.candidates), None))


def _is_another(turn: Turn, alone: Interpretation, together: Interpretation) -> bool:
    """A problem of its own, and none of those that were offered, however it is read."""
    offered = turn.state.subject.candidates
    return alone.best not in offered and (bool(together.parts) or together.best not in offered)


async def asked_last(turn: Turn) -> Action | None:
    """By what the last message asked which service it is: the groups, a choice, the card of one, or the offer to open a case
    of what was told."""
    choices = await turn.offered_last()
    offered = {one.data.partition(":")[0] for one in choices}
    asks = [Action.EVERYDAY, Action.PICK_SERVICE]
    if turn.state.form is None and turn.state.subject.service:
        asks.append(Action.SHEET)
    told = turn.state.subject
    opens = Action.NEW_TICKET.data(told.service) if told.text and told.service else ""
    if turn.state.form is None and any(one.data == opens and one.answers == "yes" for one in choices):
        asks.append(Action.NEW_TICKET)
    return next((one for one in asks if one in offered), None)


def _is_more(turn: Turn, alone: Interpretation) -> bool:
    """More detail, or where it is; no question, and nothing that has a service of its own."""
    if alone.decision == "answer" or alone.request_type is RequestType.QUESTION:
        return False
    return names_a_place(turn.text) or alone.intent is Intent.SERVICE


def _named(turn: Turn) -> str | None:
    """The one of the offered that is told apart by a word, wherever it stands."""
    offered = [service for one in turn.state.subject.candidates if (service := turn.desk.service(one))]
    named = told_apart(offered, turn.text)
    return named.id if named else None


def _about(read: Interpretation, service: str | None) -> Interpretation:
    """A report of a service that is known, whatever else the words may be about."""
    known = (Candidate(service, 1.0),) if service else ()
    return replace(
        read, decision="answer", candidates=known, intent=Intent.SERVICE, request_type=RequestType.INCIDENT
    )
