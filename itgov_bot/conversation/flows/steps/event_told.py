"""What somebody writes of an event that is planned, or is being told (`understanding/inside/event_told`)."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding.inside.event_told import EventTold, event_told, says_not_ours


def read_event(turn: Turn, text: str = "") -> EventTold | None:
    """In their message, or in this text of theirs; None where nothing is known of the words."""
    text = text or turn.text
    return event_told(turn.understanding.inside, text, turn.introduced(text).contact, turn.local_now)


def is_not_the_mayors(turn: Turn) -> bool:
    """«Del concejal, no del alcalde», «el alcalde no va», «no es ningún evento»: of what was taken for one of his."""
    return says_not_ours(turn.understanding.inside, turn.text)
