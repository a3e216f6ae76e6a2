"""What somebody lets the desk keep of them: the consent of whoever pressed beside the notice, and who gives no data."""

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import EventForm, Form, ReachedForm, TicketForm
from itgov_bot.conversation.state import Subject
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.understanding.language.people.data_refusal import DataRefusal, data_refusal, without_refusal
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.wording.staff.steps import reaching as words


async def authorize(turn: Turn, name: str | None = None) -> None:
    """They pressed to send beside the notice. `name` is how they called themselves."""
    turn.person = await people.record_consent(turn.desk, turn.person, turn.incoming.sender)
    if name and not turn.is_registered:
        turn.person = await people.update_profile(turn.desk, turn.person, name=name)


async def refused_at_once(turn: Turn) -> bool:
    """A reader of a first message that gives no data: it is taken at its word, and what happens is kept in mind. A question
    about data is none."""
    left = without_refusal(turn.text)
    if left is None or is_question(turn.text):
        return False
    told = turn.introduced(left).matter if left else turn.state.subject.text
    text = turn.desk.reference.scrubber.scrub(told)
    turn.state.subject = Subject(text, turn.sure_service(text) if text else None)
    _say_refused(turn)
    return True


async def refused_in_form(turn: Turn, form: Form) -> bool:
    """A reader in a form: «no autorizo» ends it; of who only does not want to give data it is asked whether they leave.
    Before the words of leaving are read: it need not be the end of the case."""
    if not isinstance(form, TicketForm | EventForm) or (said := data_refusal(turn.text)) is None:
        return False
    if said is DataRefusal.OUTRIGHT or form.step == "leave":
        await refuse(turn, form)
    else:
        await forms.go(turn, form, "leave")
    return True


async def refuse(turn: Turn, form: ReachedForm) -> None:
    """Nothing of who and where they are stays; what happens does as what was last spoken of, so that they may change their
    mind."""
    forms.finish(turn)
    await forms.leave_nothing(turn)
    said = turn.desk.reference.scrubber.scrub(form.text)
    turn.state.subject, turn.state.put_off, turn.state.waiting_files = Subject(said, form.service), [], []
    turn.state.introduced, turn.state.left = None, []
    _say_refused(turn)


def _say_refused(turn: Turn) -> None:
    turn.say(words.consent_refused(turn.city, had_consented=turn.has_consented))
