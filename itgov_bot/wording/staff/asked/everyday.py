"""The everyday words: with what it may be, whoever sees to what the desk does not, and the way on from there."""

from collections.abc import Collection, Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.everyday import Group
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.processes import Match
from itgov_bot.wording.choices import PERSON, of_service
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.staff.asked.services import CATALOGUE, pick
from itgov_bot.wording.text import bold, clip, esc, stop

LEAVE_IT_TO_US = Choice("No sé: que lo clasifiquen", Action.NEW_TICKET.data(), "any")

NOT_OURS = Choice("No es de informática", Action.PROCESSES.data())


def with_what(
    groups: Sequence[Group],
    likely: Sequence[Service] = (),
    *,
    tried: bool = False,
    may_be_elsewhere: bool = False,
) -> Reply:
    """What is it about? `likely`: what it may be, a guess that is worth a button. `tried`: they said no to others.
    `may_be_elsewhere`: perhaps it is no matter of the desk, which is not said of it."""
    asked = "Entonces, ¿con qué es?" if tried else "¿Con qué es?"
    told = "Elija lo que más se parezca, o cuénteme en una frase qué aparato o programa es y qué le pasa."
    offered = {service.id for service in likely}
    listed = tuple(_group(one) for one in groups if not _is_offered(one, offered)) or (CATALOGUE,)
    last = NOT_OURS if may_be_elsewhere else PERSON
    return Reply(f"{asked} {told}", (*map(pick, likely), *listed, LEAVE_IT_TO_US, last))


def _is_offered(group: Group, services: Collection[str]) -> bool:
    """All that it leads to has a button of its own already."""
    return all(one.service in services for one in group.meanings)


def _group(group: Group) -> Choice:
    return Choice(_called(group), Action.EVERYDAY.data(group.key))


def _called(group: Group) -> str:
    return f"{group.sign} {group.label}" if group.sign else group.label


def what_of_it(group: Group) -> Reply:
    """What people mean by one of the groups, the desk's own sorting, and the way back."""
    meanings = (
        Choice(one.say, Action.EVERYDAY.data(group.key, place)) for place, one in enumerate(group.meanings)
    )
    back = Choice("Volver", Action.EVERYDAY.data())
    return Reply(f"{bold(_called(group))}: ¿qué pasa?", (*meanings, LEAVE_IT_TO_US, back))


def chosen(group: Group, said: str) -> str:
    """What a chosen sentence adds to the words of a report."""
    return f"{group.label}: {said[:1].lower()}{said[1:]}"


def out_of_scope(city: City, nearest: Match | None, *, is_open: bool) -> Reply:
    """That it is not the desk's, and whose it is; who knows better goes on with the same words."""
    return Reply(
        f"Eso no lo maneja la {esc(city.desk)}. {_whose(city, nearest, is_open=is_open)}",
        (
            Choice("Sí es de informática", Action.IS_OURS.data(), answers="yes"),
            Choice("¿Quién responde por eso?", Action.PROCESSES.data()),
        ),
    )


def ours(city: City, service: Service, *, in_form: bool) -> Reply:
    """That what was told is the desk's; in a form its question follows."""
    told = f"Sí: {bold(service.name)} ({service.id}) lo atiende la {esc(city.desk)}."
    return Reply(told, () if in_form else of_service(service))


def what_is_ours(city: City, *, is_ours: bool) -> Reply:
    """Where it is not known which service it is."""
    if is_ours:
        return Reply(
            f"Sí, eso lo atiende la {esc(city.desk)}. Elija cuál servicio es, o cuénteme más de lo que pasa."
        )
    return Reply(
        f"La {esc(city.desk)} atiende computadores, impresoras, teléfonos, internet, correo, claves y programas. "
        "Si es algo de eso, sí: cuénteme qué aparato o programa es. Si no, lo ve otra dependencia.",
        (NOT_OURS,),
    )


def _whose(city: City, nearest: Match | None, *, is_open: bool) -> str:
    if nearest is None:
        line = call_the_line(city) if is_open else ""
        return f"No sé quién lo ve: búsquelo con una palabra del tema{f', o {line}' if line else ''}."
    process = nearest.process
    who = f" ({esc(process.responsible)})" if process.responsible else ""
    part = esc(clip(nearest.subprocesses[0] if nearest.subprocesses else process.name, 80))
    return f"Parece ser de {bold(process.office)}{who}, por {stop(part)}"
