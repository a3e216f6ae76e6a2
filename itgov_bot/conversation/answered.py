"""What somebody answers to: a question of a form, by its message, or the ticket of a message; in private and in a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import Form
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.tickets import lookup
from itgov_bot.domain.tickets.addressee import Addressee, Question, read_addressee, read_question
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.cases.one_case import mentioned_numbers

_MARK = regex(r"</?\w+[^>]*>")


@dataclass(frozen=True, slots=True)
class Answered:
    """The ticket of a message, and who an answer to it is for, where that is not its requester.

    `is_known`: the message is one that the desk remembers; else the ticket was found by a number that stands in it.
    """

    ticket: Ticket
    to: Addressee | None = None
    is_known: bool = True

    @property
    def reader(self) -> int:
        """The id of the person whose words are answered."""
        return self.to.person if self.to and self.to.person else self.ticket.requester


async def question_answered(turn: Turn) -> Question | None:
    """By the name of its message; of one whose id was never learnt, by the words of the questions that are open."""
    here, ref = turn.incoming.address, turn.incoming.reply_to_ref
    known = await lookup.known_message(turn.desk, here, ref)
    if known:
        return read_question(known[1])
    text, begun = _letters(turn.incoming.reply_to_text or ""), list(turn.state.forms)
    for form in reversed(begun) if text else ():
        turn.state.forms = [*(one for one in begun if one is not form), form]
        asked = await forms.flow_of(turn, form).ask(turn, form)
        turn.state.forms = list(begun)
        if _letters(asked.text) in text:
            return form.question
    return None


def open_form(turn: Turn, asked: Question) -> Form | None:
    """The form of a question, if it is open."""
    return next((one for one in turn.state.forms if one.ref == asked.form), None)


async def ticket_of_answered(turn: Turn) -> Answered | None:
    """By what is kept of the message, or else by the number that stands in it. Who may write to it is not asked here. In a
    group what answers a colleague's message is the agents' own talk.

    The text counts for a message that the desk does not know: cut off while it left, forwarded, or long ago.
    """
    here, ref, text = turn.incoming.address, turn.incoming.reply_to_ref, turn.incoming.reply_to_text
    if known := await lookup.known_message(turn.desk, here, ref):
        ticket, name = known
        to = read_addressee(name)
        is_talk = turn.incoming.is_group and to is not None and to.is_of_own_message
        return Answered(ticket, to) if ticket and not is_talk else None
    found = await _only_visible(turn, mentioned_numbers(text)) if text else None
    return Answered(found, is_known=False) if found else None


async def message_edited(turn: Turn) -> Answered | None:
    """Of an edited message of theirs: the ticket to which it went, and for whom."""
    known = await lookup.known_message(turn.desk, turn.incoming.address, turn.incoming.message_ref)
    return Answered(known[0], read_addressee(known[1])) if known and known[0] else None


def _letters(text: str) -> str:
    """What a channel keeps of a text, whatever it does with its marks."""
    return "".join(char for char in unescape(_MARK.sub("", text)) if char.isalnum())


async def _only_visible(turn: Turn, numbers: Sequence[str]) -> Ticket | None:
    """Of several tickets it is the one that is theirs."""
    found = [await lookup.meant(turn.desk, one) for one in numbers]
    tickets = [one for one in found if one]
    own = [one for one in tickets if one.requester == turn.person.id]
    named = own or tickets
    return named[0] if len(named) == 1 else None
