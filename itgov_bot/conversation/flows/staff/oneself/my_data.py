"""`/misdatos`: what is kept about a person, in their own hands: see it, correct it, take it along, be forgotten."""

from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.conversation import personal_file
from itgov_bot.conversation.flows.admins.roles import refresh_menu
from itgov_bot.conversation.flows.staff.oneself import introducing, registration
from itgov_bot.conversation.state import ConversationState
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call, personal_data
from itgov_bot.desk.people import LastAdministrator
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.people import Role, may_work_tickets
from itgov_bot.domain.tickets.ticket import LIVE
from itgov_bot.rendering.personal_file import as_text
from itgov_bot.replies import Outgoing
from itgov_bot.understanding.language.fuzzy import spelled_out
from itgov_bot.wording.staff.oneself import my_data as words


async def show(turn: Turn, _rest: str) -> None:
    consents = await personal_data.consents_of(turn.desk, turn.person)
    tickets = await lookup.count_own(turn.desk, turn.person)
    turn.say(
        words.my_data(turn.city, turn.person, turn.own_roles, tickets, consents, turn.desk.calendars.general)
    )


async def press(turn: Turn, rest: str) -> None:
    """Only in private: a group must not read it."""
    verb, _, value = rest.partition(":")
    if not turn.incoming.is_group:
        await VERBS.get(verb, show)(turn, value)


async def _export(turn: Turn, _rest: str) -> None:
    data = await personal_data.gather(turn.desk, turn.person)
    text = as_text(turn.city, data, turn.desk.calendars.general, turn.now)
    path = await personal_file.keep(turn.parts.files_folder, turn.person.id, text)
    turn.say(words.exported(Outgoing(path, "mis-datos.txt")))


async def ask_forget(turn: Turn, _rest: str) -> None:
    """Nothing is forgotten before the press that confirms it."""
    live = await lookup.count_own(turn.desk, turn.person, LIVE)
    in_hand = await personal_data.tickets_in_hand(turn.desk, turn.person)
    named = turn.desk.installation.makes_administrator(turn.person)
    turn.say(
        words.ask_forget(
            live,
            turn.own_roles,
            in_hand,
            of_installation=named,
            on_call=await on_call.takes_turns(turn.desk, turn.person),
        )
    )


async def _forget(turn: Turn, _rest: str) -> None:
    """Who holds a role says so by the button, or by its words."""
    if turn.own_roles != {Role.STAFF} and turn.incoming.pressed is None and not _is_said(turn.text):
        turn.say(words.ask_word())
        return
    try:
        turn.person, files = await personal_data.forget_person(turn.desk, turn.person)
    except LastAdministrator:
        turn.say(words.LAST_ADMIN)
        return
    had_roles, worked = turn.own_roles != {Role.STAFF}, may_work_tickets(turn.own_roles)
    await personal_file.remove(turn.parts.files_folder, turn.person.id, files)
    turn.roles = turn.own_roles = frozenset({Role.STAFF})
    turn.state = ConversationState()
    turn.has_erased = True
    turn.say(words.forgotten(worked=worked))
    if had_roles:
        await refresh_menu(turn)


def _is_said(text: str) -> bool:
    return spelled_out(text, [words.FORGET_ROLES]) is not None


async def _keep(turn: Turn, _rest: str) -> None:
    turn.say(words.KEPT)


VERBS: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "register": registration.register,
    "fix": registration.correct,
    "update": introducing.press_update,
    "export": _export,
    "forget": ask_forget,
    "forget-yes": _forget,
    "keep": _keep,
}
"""What the buttons of `/misdatos` do, by their verb; any other shows it."""
