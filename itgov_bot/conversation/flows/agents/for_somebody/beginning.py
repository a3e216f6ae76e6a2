"""The ways into the form, what the first words tell, and which question comes next."""

from dataclasses import replace

from itgov_bot.conversation import forms
from itgov_bot.conversation.form_types import ForSomebodyForm
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import people
from itgov_bot.domain.tickets.urgency import Next, Told
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.fuzzy import near
from itgov_bot.understanding.language.introducing.for_somebody import (
    asked_for_somebody,
    came_by,
    in_their_words,
    tells_of_one,
    told_of,
)
from itgov_bot.understanding.language.known import Known
from itgov_bot.wording.agents.tickets import for_somebody as words
from itgov_bot.wording.names import name_of

_USER = regex(r"@\w+")
MAX_ALIKE = 6
OFFERED = 3


async def open_for(turn: Turn, rest: str) -> None:
    """`/caso_para`, `/caso_para Rosa Pérez de Hacienda, por llamada: no le imprime`."""
    form = ForSomebodyForm(step="who")
    if turn.incoming.is_group:
        turn.say(words.IN_PRIVATE)
        return
    if isinstance(first := turn.state.form, ForSomebodyForm) and first.name:
        turn.say(words.first_waits(first.name))
    if not rest:
        await forms.start(turn, form)
    else:
        turn.state.start(form)
        await go_next(turn, await with_told(turn, form, rest))


async def opens_for_somebody(turn: Turn) -> bool:
    """A reader: «abrir caso para Rosa Pérez»."""
    rest = asked_for_somebody(turn.text)
    if rest is None or told_of(rest, *_known(turn)).name is None:
        return False
    await open_for(turn, rest)
    return True


async def with_told(turn: Turn, form: ForSomebodyForm, said: str) -> ForSomebodyForm:
    """All that one breath tells; what was understood wrongly is corrected at the summary."""
    way, rest = came_by(said)
    told = told_of(rest, *_known(turn))
    form = replace(form, came_by=way, place=told.place, contact=told.contact)
    user, matter = _user_named(rest) or (told.name, told.matter)
    if user is None:
        return form
    form = await named(turn, form, user)
    return await about(turn, form, matter) if matter else form


def _user_named(said: str) -> tuple[str, str] | None:
    """«@rosa, no le imprime»."""
    found = _USER.match(said)
    return (found[0], said[found.end() :].strip(" ,:;.-")) if found else None


def _known(turn: Turn) -> tuple[tuple[str, ...], Known]:
    return turn.desk.reference.processes.offices, turn.understanding.words.known


async def named(turn: Turn, form: ForSomebodyForm, name: str) -> ForSomebodyForm:
    """Whom the desk knows by such a name is asked about: nobody is taken for somebody else in silence."""
    return replace(form, name=name, alike=await _alike(turn, name), requester=None, is_decided=False)


async def _alike(turn: Turn, name: str) -> tuple[int, ...]:
    known = await people.with_names(turn.desk)
    if name.startswith("@"):
        return tuple(one.id for one in known if (one.username or "").lower() == name[1:].lower())
    shown = {f"{name_of(one)} {one.username or ''} {one.dependencia or ''} {one.id}": one.id for one in known}
    return tuple(shown[one] for one in near(name, shown))[:MAX_ALIKE]


async def about(turn: Turn, form: ForSomebodyForm, text: str) -> ForSomebodyForm:
    """What happens, with its service where that is plain; an outage that is told while people attend is urgent at once,
    and what may be one person's is asked about."""
    said = in_their_words(text)
    read = turn.interpret(said)
    service = read.best if read.decision == "answer" else None
    offered = tuple(one.service for one in read.candidates[:OFFERED]) if read.decision == "choose" else ()
    understood = turn.urgency_told(said, service)
    told = replace(understood, is_doubtful=understood.is_doubtful or tells_of_one(text), is_whom_open=False)
    step = turn.next_step(told, service)
    return replace(
        form,
        text=text,
        service=service,
        offered=offered,
        is_sorted=not offered,
        calls_guard=None,
        exception=None if step is Next.ORDINARY else told.exception,
        asks_many=step is Next.HOW_MANY,
    )


async def go_next(turn: Turn, form: ForSomebodyForm) -> None:
    """On to the first thing that is still missing."""
    await forms.go(turn, form, _missing(turn, form))


def _missing(turn: Turn, form: ForSomebodyForm) -> str:
    asked = (
        ("who", not form.name),
        ("which", bool(form.alike) and not form.is_decided),
        ("way", form.came_by is None),
        ("text", not form.text),
        ("service", not form.is_sorted),
        ("place", not form.place),
        ("contact", not form.contact),
        ("many", form.asks_many),
        ("urgent", _may_page(turn, form)),
    )
    return next((step for step, is_missing in asked if is_missing), "confirm")


def _may_page(turn: Turn, form: ForSomebodyForm) -> bool:
    """In closed hours the guard is called with one press."""
    return form.calls_guard is None and turn.next_step(Told(form.exception), form.service) is Next.GUARD
