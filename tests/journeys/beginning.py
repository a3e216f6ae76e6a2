"""What a story begins with, by the desk's own deeds: the talk that leads there has its own stories (roles, rota, queue)."""

from itgov_bot.desk import people, support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import put_on_duty
from itgov_bot.domain import people as domain
from itgov_bot.domain.people import Role
from itgov_bot.messages import Address, Incoming, Sender
from tests.emulator import Group, Person


async def come_in(desk: Desk, person: Person, *first_roles: Role) -> domain.Person:
    """They have begun the chat with the bot."""
    person.chat.started = True
    written = Incoming(f"before:{person.id}", _sender(person), Address("telegram", str(person.chat.id)))
    return (await people.come_in(desk, written, frozenset(first_roles))).person


async def tell_name(desk: Desk, person: Person) -> None:
    """As whoever works at the desk is asked to, once."""
    if known := await people.find_by_identifier(desk, "telegram", str(person.id)):
        await people.record_consent(desk, known, _sender(person))


async def give_role(desk: Desk, person: Person, role: Role, by: Person) -> bool:
    return await people.grant_role(desk, await _known(desk, person), role, await _known(desk, by))


async def set_on_duty(desk: Desk, person: Person, step: int, by: Person) -> None:
    await put_on_duty(desk, await _known(desk, person), step, await _known(desk, by))


async def use_group(desk: Desk, group: Group, by: Person) -> None:
    here = Address("telegram", str(group.id))
    said = Incoming(f"before:{group.id}", _sender(by), here, is_group=True, group_title=group.chat.title)
    await support.use_group(desk, said)


async def _known(desk: Desk, person: Person) -> domain.Person:
    found = await people.find_by_identifier(desk, "telegram", str(person.id))
    assert found, f"{person.inbox.owner} has not come in"
    return found


def _sender(person: Person) -> Sender:
    return Sender("telegram", str(person.id), str(person.user["first_name"]), person.user.get("username"))
