"""Filling in a form: begin it, go from step to step, leave it. Any flow may have one (see `turn.Flow`)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Never, TypeVar

from itgov_bot.conversation.form_types import Form, TicketedForm, TicketForm, new_token
from itgov_bot.conversation.state import AnyForm, LeftForm, Subject
from itgov_bot.conversation.turn import Answer, AnyFlow, Step, Turn
from itgov_bot.desk.mailbox import forget_codes
from itgov_bot.replies import Choice, Reply, question_of
from itgov_bot.wording import forms as words
from itgov_bot.wording import general

F = TypeVar("F", bound=Form)

MAX_IN_GROUP = 20
"""Questions of one person that may be open there at once."""


async def start(turn: Turn, form: Form, why: Reply | None = None) -> None:
    """With what is said before its first question. In a group nobody is reminded of what waits below: of very many the last
    ones can still be answered."""
    turn.state.start(form)
    if turn.incoming.is_group:
        turn.state.forms = turn.state.forms[-MAX_IN_GROUP:]
    await (ask_again(turn, form, why) if why else ask(turn, form))


async def start_over(turn: Turn, form: Form) -> None:
    """The same form again, from its first step and without what was filled in."""
    step = next(iter(flow_of(turn, form).steps))
    turn.state.end()
    await start(turn, form.emptied(step))


async def go(turn: Turn, form: F, step: str) -> None:
    """On to a step of the present form, with its new values: buttons of the step before are stale."""
    await ask(turn, replace(form, step=step, token=new_token()))


async def ask(turn: Turn, form: F) -> None:
    """Asks the question of the step where the present form stands (again), and keeps its values."""
    turn.say(await question(turn, form))


async def question(turn: Turn, form: F) -> Reply:
    """The same, for who says it with something else. It counts as asked from now on."""
    asked = replace(form, asked_at=turn.now, is_covered=False)
    turn.state.keep(asked)
    turn.state.woken = ""
    reply = await flow_of(turn, asked).ask(turn, asked)
    in_words = reply.awaits_answer or (turn.incoming.is_group and not reply.choices)
    return replace(reply, prompt=str(asked.question), awaits_answer=in_words)


def typed(turn: Turn, question: Reply) -> Reply:
    """A question that words answer: in a group it says how they reach it."""
    return words.in_answer(question) if turn.incoming.is_group else question


def withdraw_answered(turn: Turn, begun: Sequence[Form]) -> None:
    """The questions of the forms that are over go from the group."""
    left = {form.ref for form in turn.state.forms}
    for form in begun:
        if form.ref not in left:
            turn.withdraw(str(form.question))


async def ask_again(turn: Turn, form: F, why: Reply) -> None:
    """What was wrong with the answer, and the question with its choices once more: one message."""
    await ask(turn, form)
    question, ticket = turn.replies.pop()
    turn.say(replace(question, text=f"{why.text}\n\n{question.text}"), ticket=ticket)


async def choose_again(turn: Turn, form: F) -> None:
    """The answer fits none of the choices: they are shown once more."""
    await ask_again(turn, form, words.choose_one())


async def take(turn: Turn, form: Form, answer: Answer) -> None:
    """The answer to the step where the present form stands."""
    flow = flow_of(turn, form)
    if flow.gate and not flow.gate(turn.roles):
        finish(turn)
        turn.say(general.not_for_your_role(flow.gate))
    elif flow.leaves_by_word and turn.answers.is_leaving(answer.text):
        await drop(turn)
    elif flow.most_chars and len(answer.text) > flow.most_chars:
        turn.say(words.too_long(flow.most_chars))
    else:
        await flow.take(turn, form, answer)


def flow_of(turn: Turn, form: Form) -> AnyFlow:
    return turn.parts.flows[form.flow]


def step_of(turn: Turn, form: Form) -> Step[Never]:
    return flow_of(turn, form).steps[form.step]


def named(turn: Turn, form: Form) -> str:
    """How people are reminded of a form, with the number of its ticket: two may wait that differ by that alone."""
    called = flow_of(turn, form).called
    return f"{called}, {form.ticket}" if isinstance(form, TicketedForm) else called


def say_it_waits(turn: Turn, form: Form, at: int | None = None) -> None:
    """How to go on with a form beside which something else was answered; `at`: before which of what is said."""
    say = words.still_awaited if step_of(turn, form).verbatim else words.still_open
    _say_at(turn, say(named(turn, form)), at)


def give_up(turn: Turn, form: Form, at: int | None = None) -> None:
    """What waited is not done, which is said; `at`: before which of what is said."""
    turn.state.drop(form)
    _say_at(turn, words.not_done_after_all(named(turn, form)), at)


def _say_at(turn: Turn, reply: Reply, at: int | None) -> None:
    turn.replies.insert(len(turn.replies) if at is None else at, (reply, None))


def leave_behind(turn: Turn, begun: Sequence[Form]) -> None:
    """The person did something else than answering the forms that they had begun: a passing step ends by itself, and
    of the others a number that is typed now is one of the buttons that were shown since."""
    shown = any(reply.choices for reply in turn.said)
    left: list[AnyForm] = []
    for form in turn.state.forms:
        if not any(form is one for one in begun):  # begun or asked in this turn
            left.append(form)
        elif not step_of(turn, form).passing:
            left.append(replace(form, is_covered=True) if shown else form)
    turn.state.forms = left


def finish(turn: Turn) -> None:
    turn.state.end()


async def drop(turn: Turn, *, may_come_back: bool = False) -> None:
    """The person leaves the form. What they wrote is not kept, unless it `may_come_back`: by a press."""
    form = turn.state.form
    if form is None:
        turn.say(words.nothing_to_cancel())
        return
    finish(turn)
    await leave_nothing(turn)
    turn.state.subject = replace(turn.state.subject, text="")
    is_kept = may_come_back and isinstance(form, TicketForm)
    if isinstance(form, TicketForm) and is_kept:
        turn.state.leave_behind(form, is_offered=True)
    flow = flow_of(turn, form)
    turn.say(words.dropped(flow.called, may_come_back=is_kept))
    if flow.when_left:
        await flow.when_left(turn)
    offer_put_off(turn)


def put_aside(turn: Turn, form: TicketForm, *, may_come_back: bool) -> None:
    """It gives way to something else, and is offered again after that."""
    if may_come_back:
        turn.state.leave_behind(form)
    finish(turn)


async def leave_nothing(turn: Turn) -> None:
    """Of who has not consented: not even the address to which a code was sent."""
    if not turn.has_consented:
        await forget_codes(turn.desk, turn.person)


def offer_put_off(turn: Turn) -> None:
    """A further problem, that was told meanwhile, is offered in its own words; once, and one at a time."""
    further = None if turn.state.form else turn.state.next_put_off()
    if further is None:
        offer_left(turn)
        return
    turn.state.subject = Subject(text=further.text, service=further.service)
    turn.say(words.further_problem(further.text, further.service or ""))


def offer_left(turn: Turn) -> None:
    """What was left in the middle is offered once, in a line of its own."""
    left = turn.state.left[-1] if turn.state.left else None
    if left is None or left.is_offered or turn.state.form or not turn.said:
        return
    turn.state.left = [*turn.state.left[:-1], LeftForm(left.form, is_offered=True)]
    turn.say(words.left_unfinished(left.form.about))


def is_asking(turn: Turn) -> bool:
    """Something was just asked that a «sí» or words of their own answer."""
    return bool(turn.state.report) or is_asking_now(turn)


def is_asking_now(turn: Turn) -> bool:
    return any(reply.awaits_words or any(map(_asks, reply.choices)) for reply in turn.said)


def _asks(choice: Choice) -> bool:
    return choice.answers is not None or bool(question_of(choice.data)[1])


async def take_up(turn: Turn) -> bool:
    """The form that was left last is there again, as it was; False when there is none."""
    if not turn.state.left:
        return False
    *turn.state.left, last = turn.state.left
    turn.state.start(last.form)
    await ask_again(turn, replace(last.form, token=new_token()), words.goes_on(last.form.about))
    return True


def leave_left(turn: Turn) -> None:
    """The person wants no more of it."""
    turn.state.left = turn.state.left[:-1]
    turn.say(words.left_alone())
