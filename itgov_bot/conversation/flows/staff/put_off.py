"""Further problems that were told beside another one: the first of several, and what is named again later."""

from itgov_bot.actions import Action
from itgov_bot.conversation.flows.staff.asked import everyday
from itgov_bot.conversation.state import PutOff, Subject
from itgov_bot.conversation.turn import Again, Turn
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.answering.picks import is_naming, only_label_told_of
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.message.pieces import put_first

MAX_NAMING_WORDS = 8
MIN_PARTS = 2
_AGAIN = regex(
    r"(?:(?:ah|ay|oiga|bueno|listo|pero|ahora|si|entonces) )*"
    r"(?:y (?:el|la|los|las|lo)|lo (?:de|del|otro)|(?:vamos|sigamos) con)\b.*"
)


async def part_named(turn: Turn) -> bool:
    """A reader: «por el de la muchacha», «primero el correo» to «¿por cuál empezamos?» is the problem that tells of her."""
    parts = [one for one in turn.state.put_off if one.service]
    is_named = is_naming(turn.text) or put_first(turn.text) is not None
    if len(parts) < MIN_PARTS or not is_named or len(turn.text.split()) > MAX_NAMING_WORDS:
        return False
    at = only_label_told_of(turn.text, [one.text for one in parts])
    data = Action.PICK_SERVICE.data(parts[at].service) if at is not None else ""
    is_offered = bool(data) and await turn.was_offered(data)
    if is_offered:
        turn.again = Again(pressed=data)
    return is_offered


async def named_again(turn: Turn) -> bool:
    """A reader: «¿y lo del punto?» is of the further problem that was told before: also to «quedaba lo otro, ¿abrimos
    también ese caso?», and after that was answered with no."""
    meant = None if turn.state.form else put_off_named(turn)
    is_offered = meant is not None and await turn.was_offered(Action.NEW_TICKET.data(meant.service or ""))
    is_again = _is_again(turn.text) and await everyday.asked_last(turn) is None
    if meant is None or not (is_offered or is_again):
        return False
    turn.state.subject = Subject(text=meant.text, service=meant.service)
    turn.again = Again(pressed=Action.NEW_TICKET.data(meant.service or ""))
    return True


def put_off_named(turn: Turn) -> PutOff | None:
    """The one that few words name."""
    said, put_off = plain(turn.text).split(), turn.state.put_off
    is_named = is_naming(turn.text) or _is_again(turn.text)
    if not put_off or len(said) > MAX_NAMING_WORDS or "no" in said or not is_named:
        return None
    at = only_label_told_of(turn.text, [one.text for one in put_off])
    return None if at is None else put_off[at]


def _is_again(text: str) -> bool:
    return _AGAIN.fullmatch(plain(text)) is not None
