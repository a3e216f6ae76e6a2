"""Who answers what a person did: a command, a button, a reader of words; and what is said after it."""

from dataclasses import dataclass

from itgov_bot.actions import Action
from itgov_bot.conversation import commands, forms
from itgov_bot.conversation.flows import own_name
from itgov_bot.conversation.flows.agents.card import undo
from itgov_bot.conversation.flows.agents.messages import replies, to_question
from itgov_bot.conversation.form_types import Form, is_proposal
from itgov_bot.conversation.in_between import offer_untold, untold
from itgov_bot.conversation.plain_readers import command
from itgov_bot.conversation.pressing import press
from itgov_bot.conversation.sections import first
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.still_asked import Asked, ask_again, asked_before
from itgov_bot.conversation.text_readers import BEHIND_ANSWER, NEW_MATTER, TEXT_READERS
from itgov_bot.conversation.turn import Again, Turn
from itgov_bot.outbox.posting import post_menu, withdraw
from itgov_bot.wording import forms as form_words
from itgov_bot.wording import general


@dataclass(frozen=True, slots=True)
class _Before:
    """What stood when the message came: the forms that were begun, what was told among them and is offered again, and the
    question that was asked last."""

    forms: tuple[Form, ...]
    untold: Subject | None
    asked: Asked | None

    @classmethod
    async def of(cls, turn: Turn) -> "_Before":
        return cls(tuple(turn.state.forms), untold(turn), await asked_before(turn))


async def answer(turn: Turn) -> None:
    """One thing a person did, answered. In a group the desk speaks only when it is spoken to."""
    before = await _Before.of(turn)
    if turn.incoming.is_group:
        await _in_group(turn)
        forms.withdraw_answered(turn, before.forms)
    else:
        await _in_private(turn)
    if again := turn.again:
        await _do_again(turn, again)
    if not turn.incoming.is_group:
        await _leave_or_go_on(turn, before)
    await own_name.ask_who_works(turn)
    await _tidy(turn)


async def _leave_or_go_on(turn: Turn, before: _Before) -> None:
    """What was begun before and is not done: it waits, is offered again, or how to go on is said."""
    if before.untold:
        await offer_untold(turn, before.untold, len(before.forms))
    if _did_something_else(turn):
        forms.leave_behind(turn, before.forms)
    ask_again(turn, before.asked)
    if not forms.is_asking(turn):
        forms.offer_left(turn)
    _remind_of_form(turn, {form.token for form in before.forms[:-1]})


async def _tidy(turn: Turn) -> None:
    """Cards that are over go, and menus become those of the roles that somebody has now."""
    for card in turn.withdrawn:
        await withdraw(turn.desk.session, turn.incoming.address, card, turn.now)
    for address, menu in turn.menus:
        await post_menu(turn.desk.session, address, commands.entries_of(menu), turn.now)


async def _in_group(turn: Turn) -> None:
    if turn.incoming.pressed is not None:
        await press(turn, turn.incoming.pressed)
    elif not (
        await to_question.answered_question(turn)
        or await command(turn)
        or await undo.takes_back_in_group(turn)
    ):
        await replies.written_in_group(turn)


async def _in_private(turn: Turn) -> None:
    for name, problem in turn.files.told:
        turn.say(general.file_refused(name, problem, turn.parts.max_file_mb))
    if _is_all_refused(turn):
        return
    if turn.incoming.pressed is not None:
        await press(turn, turn.incoming.pressed)
    else:
        await first(TEXT_READERS, turn)


def _is_all_refused(turn: Turn) -> bool:
    """Nothing but files that are not taken, and why was said, once a day of those beyond the day's. A form asks again."""
    files = turn.files
    is_asked = turn.state.form is not None and bool(files.told)
    return bool(files.refused) and not (turn.text or files.kept or is_asked)


async def _do_again(turn: Turn, again: Again) -> None:
    turn.again, turn.pressed, turn.text = None, None, again.text
    if again.pressed is not None:
        await press(turn, again.pressed)
    elif not await command(turn):
        await first(BEHIND_ANSWER if again.is_rest else NEW_MATTER, turn)


def _did_something_else(turn: Turn) -> bool:
    """A command, or a button that is of no form: pressed, or typed."""
    word, _, _ = (turn.pressed or "").partition(":")
    return _wrote_command(turn) or bool(word and word not in (Action.STEP, Action.FORM))


def _wrote_command(turn: Turn) -> bool:
    return turn.incoming.text.strip().startswith("/")


def _remind_of_form(turn: Turn, interrupted: set[str]) -> None:
    """A command was answered while a form is open, or an interrupted one is back: how to go on is said."""
    form = turn.state.form
    if form is None or not turn.said:
        return
    if form.token in interrupted:
        turn.say(form_words.still_open(forms.named(turn, form)))
    elif (
        _wrote_command(turn)
        and form.asked_at != turn.now
        and not (is_proposal(form) or form.is_old(turn.now))
    ):
        forms.say_it_waits(turn, form)
