"""How a person is named to others."""

from collections.abc import Iterable, Sequence

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.wording.text import bold, clip, esc, join

MAX_LISTED = 4


def name_of(person: Person | None) -> str:
    """How somebody is called; people who gave no name have their user name or number."""
    if person is None:
        return "La mesa"
    return person.name or (f"@{person.username}" if person.username else f"Usuario {person.user}")


def agent_name(person: Person | None) -> str:
    """How those for whom somebody works read them: who has not told a name yet has a number of the desk's own, and no
    user name or number of a channel is shown."""
    if person is None:
        return name_of(person)
    return person.name or f"Agente {person.id}"


def doer_name(person: Person | None, ticket: Ticket) -> str:
    """Who did something to a ticket: its requester, or else somebody of the desk."""
    return name_of(person) if person and person.id == ticket.requester else agent_name(person)


def bold_names(people: Iterable[Person]) -> str:
    """All of them: «Ana, Beto y Carla»."""
    return join([bold(name_of(one)) for one in people])


def listed(people: Sequence[Person]) -> str:
    """«Ana», «Ana y Beto», «Ana, Beto y 5 personas más»."""
    names = [clip(name_of(one), 60) for one in people]
    if len(names) > MAX_LISTED:
        rest = len(names) - MAX_LISTED + 1
        names = [*names[: MAX_LISTED - 1], f"{rest} personas más"]
    return " y ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def identified(person: Person) -> str:
    """By all that tells them from another: names are chosen freely and change hands, the number does not."""
    handle = f"@{person.username}" if person.username and person.name else ""
    return f"{name_of(person)} ({', '.join(filter(None, (handle, f'número {person.user}')))})"


def mention(person: Person) -> str:
    """The name, as a link that rings for them in a group of Telegram."""
    name = esc(clip(agent_name(person), 40))
    return f'<a href="tg://user?id={person.user}">{name}</a>' if person.channel == "telegram" else name


def giver(person: Person | None) -> str:
    """Who gave or took a role, or invited; nobody means that it was done at the machine."""
    return name_of(person) if person else "la instalación"
