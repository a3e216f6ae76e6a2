"""What an administrator answers in words to what /aprender shows: a message, a trial, or the list of what was decided."""

from collections.abc import Sequence

from itgov_bot.actions import Action, number_in
from itgov_bot.conversation.flows.admins import teaching
from itgov_bot.conversation.turn import Turn
from itgov_bot.conversation.typed import by_label
from itgov_bot.desk import learning
from itgov_bot.domain.learning import CONVERSATION, FINE, Unmatched
from itgov_bot.replies import Choice
from itgov_bot.understanding.language.answering.answers import choice_number
from itgov_bot.understanding.language.answering.picks import likest_labels, position_said
from itgov_bot.understanding.language.managing.taught import Taught, lesson_to_go, service_told, taught
from itgov_bot.understanding.services.phrases import OUT_OF_SCOPE
from itgov_bot.wording.admins import teaching as words

_LABELS = {Taught.CONVERSATION: CONVERSATION, Taught.FINE: FINE, Taught.NOT_OURS: OUT_OF_SCOPE}
_OURS = Action.TEACH.data("")
_NEXT, _FORGET = Action.TEACH.data("next", ""), Action.TEACH.data("forget", "")


async def says_of_lesson(turn: Turn) -> bool:
    """A reader: «eso es de usuarios y claves», «la siguiente», «sí, apréndalo», while the message that it is about, or its
    trial, is what was said last. What is a button by its label or number is read as that elsewhere."""
    offered = await turn.offered_last()
    item = next((number for one in offered if (number := _item_of(one)) is not None), None)
    if item is None or by_label(offered, turn.text) or choice_number(turn.text) is not None:
        return False
    said = taught(turn.text)
    if said is None:
        return await _service_named(turn, item)
    pressed = _pressed(turn, said, item, offered)
    if pressed is None:
        turn.say((await turn.last_replies(1))[0])
    else:
        await teaching.press(turn, pressed.removeprefix(_OURS))
    return True


def _item_of(choice: Choice) -> int | None:
    """The message that a button is about: `learn:12:SER-004`."""
    is_ours = choice.data.startswith(_OURS)
    return number_in(choice.data.removeprefix(_OURS).partition(":")[0]) if is_ours else None


def _pressed(turn: Turn, said: Taught, item: int, offered: Sequence[Choice]) -> str | None:
    """The data of the button that is meant; None where what is shown has no such one, or may mean two things."""
    answers = {one.answers: one.data for one in offered}
    if said is Taught.FINE and "no" in answers:  # «así está bien» of a trial may be its yes as well
        return answers["no"] if turn.answers.is_leaving(turn.text) else None
    if said in _LABELS:
        return Action.TEACH.data(item, _LABELS[said])
    if said is Taught.LATER:
        return _next(offered)
    return answers.get("yes" if said is Taught.LEARN else "no")


def _next(offered: Sequence[Choice]) -> str:
    """The data of the button that leaves it open: what comes after it, or what waits first."""
    return next((one.data for one in offered if one.data.startswith(_NEXT)), f"{_NEXT}0")


async def _service_named(turn: Turn, item: int) -> bool:
    name, is_told = service_told(turn.text)
    if not name:
        return False
    services = teaching.services_meant(turn, name, is_told=is_told)
    if len(services) == 1:
        await teaching.press(turn, f"{item}:{services[0].id}")
    elif (services or is_told) and (asked := await learning.get(turn.desk, item)):
        turn.say(words.which_of(asked, services, _next(await turn.offered_last())))
    else:
        return False
    return True


async def takes_lesson_back(turn: Turn) -> bool:
    """A reader: «quite el del ventilador», «quitar el 2», right after the list of what was decided: it is asked first."""
    called = lesson_to_go(turn.text)
    if called is None:
        return False
    shown = [
        number_in(one.data.removeprefix(_FORGET))
        for one in await turn.offered_last()
        if one.data.startswith(_FORGET)
    ]
    known = {one.id: one for one in await learning.decided(turn.desk)} if shown else {}
    lessons = [known[one] for one in shown if one in known]
    meant = _meant(called, lessons)
    if meant:
        turn.say(words.ask_to_forget(meant, turn.desk.service))
    return bool(meant)


def _meant(called: str, lessons: Sequence[Unmatched]) -> list[Unmatched]:
    """Those of a list that are meant: by the place, or by their words; the only one needs no name."""
    if not called:
        return list(lessons) if len(lessons) == 1 else []
    number = choice_number(called)
    at = number - 1 if number is not None else position_said(called, len(lessons))
    if at is not None:
        return [lessons[at]] if 0 <= at < len(lessons) else []
    return [lessons[one] for one in likest_labels(called, [each.text for each in lessons])]
