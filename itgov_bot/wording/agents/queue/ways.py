"""What the queue can be narrowed to, with buttons: each leads to the queue with one more condition, or one less."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.domain.summary import Share, Split
from itgov_bot.domain.tickets.queue import ALL, QueueFilter
from itgov_bot.domain.tickets.ticket import State
from itgov_bot.replies import MAX_LABEL, Choice, Reply
from itgov_bot.wording.agents.queue.code import code_of
from itgov_bot.wording.agents.queue.listing import LOAD
from itgov_bot.wording.labels import STATES
from itgov_bot.wording.managers.summary.names import part_name
from itgov_bot.wording.text import capital, clip, office_label

PARTS = 7
STATE = "state"
_ASKED = {Split.AGENT: "De quién", Split.SERVICE: "De qué servicio", Split.OFFICE: "De qué dependencia"}
_SHOWN_STATES = (State.NEW, State.ASSIGNED, State.IN_PROGRESS, State.REOPENED, State.RESOLVED)


def ask(wanted: QueueFilter, name: str, *, has_targets: bool) -> Reply:
    """`name` is how the filter is called as it is."""
    code = code_of(wanted)
    late = (_to("Vencidos", replace(wanted, late=not wanted.late), wanted.late),) if has_targets else ()
    none = () if wanted == ALL else (_to("Quitar filtros", ALL),)
    choices = (
        *(Choice(f"{label}…", Action.DESK.data("in", by, 0, code)) for by, label in _ASKED.items()),
        Choice("Estado…", Action.DESK.data("in", STATE, 0, code)),
        _to("Urgentes", replace(wanted, urgent=not wanted.urgent), wanted.urgent),
        *late,
        _to("Más viejos primero", replace(wanted, oldest=not wanted.oldest), wanted.oldest),
        LOAD,
        *none,
        _to("Volver a la lista", wanted),
    )
    return Reply(f"Ahora: {name}. ¿Qué casos quiere ver?\n{HINT}", choices, columns=2)


HINT = "<i>También puede escribirlo: «/mesa los de Ana», «/mesa impresoras urgentes», «/mesa de Hacienda sin asignar».</i>"


def ask_state(wanted: QueueFilter) -> Reply:
    """Whose the next word is stands beside the states: it is what one mostly wants to know of them."""
    plain = replace(wanted, state=None, side=None)
    states = tuple(
        _to(capital(STATES[one]), replace(plain, state=one), one is wanted.state) for one in _SHOWN_STATES
    )
    return Reply(
        "¿En qué estado?",
        (
            *states,
            _to("En espera de otros", replace(plain, side="wait"), wanted.side == "wait"),
            _to("Por atender", replace(plain, side="ours"), wanted.side == "ours"),
            _to("Cualquiera", plain),
        ),
        columns=2,
    )


def ask_part(wanted: QueueFilter, by: Split, parts: Sequence[Share], page: int) -> Reply:
    """Those that have the most, with how many of the live ones."""
    of_mine = [_to("Míos", _whose(wanted, mine=True))] if by is Split.AGENT and not page else []
    shown = [_to(_label(one), _narrowed(wanted, one)) for one in parts if one.part.key or by is Split.AGENT]
    more = Choice("Siguientes ›", Action.DESK.data("in", by, page + 1, code_of(wanted)))
    choices = (*of_mine, *shown, *((more,) if len(parts) == PARTS else ()), _to("Volver a la lista", wanted))
    head = f"¿{_ASKED[by]}? Casos abiertos ahora:" if shown or of_mine else "No hay más."
    return Reply(head, choices, columns=2 if by is Split.AGENT else 1)


def _label(share: Share) -> str:
    many = f" ({share.many})"
    if share.part.key is None:
        return f"Sin asignar{many}"
    room = MAX_LABEL - len(many)
    name = office_label(share.part.key) if share.part.by is Split.OFFICE else part_name(share)
    return f"{clip(name, room)}{many}"


def _narrowed(wanted: QueueFilter, share: Share) -> QueueFilter:
    key = share.part.key
    if share.part.by is Split.AGENT:
        return _whose(wanted, agents=(int(key),)) if key else _whose(wanted, free=True)
    if share.part.by is Split.OFFICE:
        return replace(wanted, office=key)
    return replace(wanted, services=(key,) if key else ())


def _whose(
    wanted: QueueFilter, *, mine: bool = False, free: bool = False, agents: tuple[int, ...] = ()
) -> QueueFilter:
    return replace(wanted, mine=mine, free=free, agents=agents)


def _to(label: str, wanted: QueueFilter, is_on: bool = False) -> Choice:
    """The queue so; what it is narrowed to already is taken away again."""
    return Choice(f"{'✓ ' if is_on else ''}{label}", Action.DESK.data("f", code_of(wanted), 0))
