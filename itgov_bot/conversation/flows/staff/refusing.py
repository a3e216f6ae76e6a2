"""Who says with their first words that they give no data: it is taken at its word, and what happens is kept in mind."""

from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.understanding.language.people.data_refusal import without_refusal
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.wording.staff import ticket_form as words


async def refused_at_once(turn: Turn) -> bool:
    """A reader of a first message; a question about data is none."""
    left = without_refusal(turn.text)
    if left is None or is_question(turn.text):
        return False
    told = turn.introduced(left).matter if left else turn.state.subject.text
    text = turn.desk.reference.scrubber.scrub(told)
    turn.state.subject = Subject(text, turn.sure_service(text) if text else None)
    turn.say(words.consent_refused(turn.city, had_consented=turn.has_consented))
    return True
