"""A step at which words are asked for that somebody else will read, and the one at which they are shown before they go."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic

from itgov_bot.conversation import forms
from itgov_bot.conversation.flows.agents.card import ready
from itgov_bot.conversation.flows.agents.card.colleagues import names_another
from itgov_bot.conversation.flows.agents.card.steps import (
    SURE,
    Ask,
    F,
    Readers,
    Take,
    is_shown_first,
    is_slip,
    step,
)
from itgov_bot.conversation.flows.at_ticket import brief
from itgov_bot.conversation.form_types import AgentForm, ResolutionForm
from itgov_bot.conversation.turn import Answer, Step, Turn
from itgov_bot.desk import people
from itgov_bot.domain.canned import Use
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.language.cases.corrections import correction_in
from itgov_bot.understanding.language.cases.notes import is_remark
from itgov_bot.understanding.language.cases.solutions import may_be_solution
from itgov_bot.understanding.language.message.put_right import put_right, wants_it_otherwise, without_no
from itgov_bot.understanding.language.orders import order_in
from itgov_bot.understanding.language.secrets import carries_secret
from itgov_bot.wording import forms as form_words
from itgov_bot.wording.agents.tickets import confirmations, shown_first
from itgov_bot.wording.names import name_of

Preview = Callable[[Turn, F, Ticket, Answer], Awaitable[str | None]]
"""What is shown of words before they go; None when they go at once."""
Besides = Callable[[Turn, F, Ticket], Awaitable[Sequence[Choice]]]
"""What else may be done with words that are shown."""
Way = Callable[[Turn, F, Ticket, str], Awaitable[None]]
"""Does it; with what stands behind the point in the value of its button."""


@dataclass(frozen=True, kw_only=True)
class Written(Generic[F]):
    """A step whose answer is words (with `files`, a file alone is one too), and the one at which they are shown first
    where `preview` has something to show, or somebody else reads them than was named. With a `use`, its question may offer
    words at hand. `besides` are offered there, and done by their `ways`."""

    ask: Ask[F]
    take: Take[F]
    files: bool = False
    preview: Preview[F] | None = None
    readers: Readers | None = None
    use: Use | None = None
    besides: Besides[F] | None = None
    ways: Mapping[str, Way[F]] = field(default_factory=dict)

    def steps(self, name: str) -> dict[str, Step[F]]:
        return {
            name: step(self._ask, self._take, passing=False, readers=self.readers),
            f"{name}{SURE}": step(self._ask_if_sure, self._take_if_sure, passing=False, readers=self.readers),
        }

    async def _ask(self, turn: Turn, form: F, ticket: Ticket) -> Reply:
        asked = self.ask(turn, form, ticket)
        question = forms.typed(turn, asked if isinstance(asked, Reply) else await asked)
        return await ready.offered(turn, ticket, self.use, question, form.choice) if self.use else question

    async def _take(self, turn: Turn, form: F, ticket: Ticket, answer: Answer) -> None:
        if self.use and answer.value and (said := await ready.chosen(turn, ticket, answer.value)):
            answer = replace(answer, text=said)
        if not answer.text and not (self.files and answer.files):
            turn.say(form_words.needs_text())
        elif self.preview and await self.preview(turn, form, ticket, answer):
            await _show(turn, form, answer)
        elif await self._is_read_by_others(turn, form, ticket):
            await forms.go(turn, replace(form, draft=answer.text), _sure(form))
        else:
            await self.take(turn, form, ticket, answer)

    async def _ask_if_sure(self, turn: Turn, form: F, ticket: Ticket) -> Reply:
        shown = await self.preview(turn, form, ticket, Answer(text=form.draft)) if self.preview else None
        offered = await self.besides(turn, form, ticket) if self.besides else ()
        return shown_first.are_you_sure(shown or form.draft, form.choice, offered)

    async def _take_if_sure(self, turn: Turn, form: F, ticket: Ticket, answer: Answer) -> None:
        agrees = None if _corrected(turn, form, answer.text) else turn.agreed(answer)
        word, _, which = (answer.value or "").partition(".")
        if wants_it_otherwise(answer.text):
            await forms.go(turn, replace(form, draft="", files=()), form.step.removesuffix(SURE))
        elif agrees and await self._is_read_by_others(turn, form, ticket):
            await forms.ask(turn, form)
        elif agrees:
            await self.take(turn, form, ticket, Answer(text=form.draft, files=form.files))
        elif agrees is False:
            forms.finish(turn)
            brief(turn, ticket, confirmations.not_sent(ticket))
        elif word in self.ways:
            await self.ways[word](turn, form, ticket, which)
        else:
            await self._take_other_words(turn, form, ticket, answer)

    async def _take_other_words(self, turn: Turn, form: F, ticket: Ticket, answer: Answer) -> None:
        """They do nothing that cannot be taken back before they are shown as well, and take no file with them that came with
        the words before."""
        if answer.text and form.files and not answer.files:
            turn.say(confirmations.file_left(ticket))
        if answer.value or not answer.text or (self.besides and turn.incoming.is_group):
            await self._take(turn, form, ticket, answer)
        else:
            await _show(turn, form, replace(answer, text=_put_right(turn, form, answer.text)))

    async def _is_read_by_others(self, turn: Turn, form: F, ticket: Ticket) -> bool:
        now = {one.id for one in await self.readers(turn, ticket)} if self.readers else set()
        return not now <= set(form.named)


def _put_right(turn: Turn, form: F, said: str) -> str:
    """What waits with what is said instead, or as it is ordered once more («dígale que mañana»); else these words."""
    ordered = order_in(said)
    is_again = ordered is not None and ordered.order is form.order and bool(ordered.text)
    if corrected := _corrected(turn, form, said):
        return corrected
    correction = correction_in(said)
    if ordered and is_again:
        return ordered.text
    return correction.what if correction and correction.old else without_no(said)


def _corrected(turn: Turn, form: F, said: str) -> str | None:
    return put_right(form.draft, said, turn.understanding.words.known)


async def _show(turn: Turn, form: F, answer: Answer) -> None:
    await forms.go(turn, replace(form, draft=answer.text, files=answer.files), _sure(form))


def _sure(form: F) -> str:
    return f"{form.step.removesuffix(SURE)}{SURE}"


async def reader_of(turn: Turn, form: F, ticket: Ticket) -> Person | None:
    """Whose words are answered: its requester, where no other person was meant."""
    meant = form.reader if isinstance(form, AgentForm) else None
    return await people.get(turn.desk, meant or ticket.requester)


async def answer_in_doubt(turn: Turn, form: AgentForm, ticket: Ticket, answer: Answer) -> str | None:
    """The question before an answer goes that may be a slip or for the desk, that waits to be shown, or whose prompt is
    there again after another one; None when it goes at once."""
    reader, text, with_files = await reader_of(turn, form, ticket), answer.text, bool(answer.files)
    is_shown = (
        turn.state.woken == form.ref
        or (bool(text) and text == form.draft)
        or await is_shown_first(
            turn, text, reader.id if reader else ticket.requester, with_files=with_files, is_awaited=True
        )
    )
    secret = carries_secret(text)
    return (
        shown_first.send_this(ticket, text, name_of(reader), len(form.files), secret=secret)
        if is_shown
        else None
    )


async def slip_to_requester(turn: Turn, form: F, ticket: Ticket, answer: Answer) -> str | None:
    """The same of what was done, why, or what is awaited, which the requester is told. What was pressed was done before."""
    text = answer.text
    is_other = isinstance(form, ResolutionForm) and not (answer.value or may_be_solution(text))
    secret = carries_secret(text) and not answer.value
    is_shown = turn.state.woken == form.ref or text == form.draft or is_slip(text) or is_remark(text)
    if is_shown or is_other or secret or await names_another(turn, text, ticket.requester):
        return shown_first.do_this(ticket, form.flow, text, is_solution=not is_other, secret=secret)
    return None
