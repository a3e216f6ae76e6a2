"""Who may do what: each role beside each command and each button, and the refusal that names who may."""

import asyncio
import re

import pytest

from itgov_bot.conversation.commands import COMMANDS
from itgov_bot.domain.people import GRANTABLE, Role
from itgov_bot.wording.labels import ROLES
from tests.hostile.world import World, in_world, pressed, written

LETTERS = {
    "A": Role.AGENT, "G": Role.ON_CALL, "C": Role.COORDINATOR, "M": Role.MANAGER, "X": Role.ADMIN, "O": Role.OWNER,
}  # fmt: skip
WORK, OVERSEE, INDICATORS, ADMINISTER = "AGCX", "CMX", "MX", "X"
GATED = {
    "caso_para": WORK, "mesa": WORK, "resolver": WORK,
    "responder": WORK, "tomar": WORK, "asignar": WORK, "fusionar": WORK, "respuestas": WORK, "nota": WORK,
    "guardia": WORK, "mantenimiento": WORK,
    "caidas": "AGCMX", "agenda": "AGCMX", "plan": "AGCMXO", "kpi": "MXO",
    "resumen": OVERSEE, "avisos": OVERSEE, "exportar": OVERSEE, "urgentes": OVERSEE,
    "rol": ADMINISTER, "invitar": ADMINISTER, "aprender": ADMINISTER, "salud": ADMINISTER,
}  # fmt: skip
ORDERS = {
    "guardia orden @alba": ADMINISTER,
    "guardia poner 1 @alba": ADMINISTER,
    "guardia quitar @alba": ADMINISTER,
}
"""What follows a command and is for fewer."""
BUTTONS = {
    "take:{new}": WORK, "ag:{new}:assign": WORK, "ag:{new}:escalate": WORK, "ag:{new}:log": WORK, "ag:{new}:annul": WORK,
    "desk:f:all:0": WORK, "desk:here": ADMINISTER, "duty:swap": WORK, "plan:new": WORK,
    "duty:me": ADMINISTER, "duty:off": ADMINISTER, "duty:put:1:1": ADMINISTER, "duty:order:1": ADMINISTER,
    "duty:undo:1": ADMINISTER, "inv:make:agent": ADMINISTER, "inv:off:1": ADMINISTER, "role:give:agent:1": ADMINISTER,
    "role:take:1:x": ADMINISTER, "role:as:agent": ADMINISTER, "learn:next:0": ADMINISTER,
    "sum:": OVERSEE, "look:{new}": OVERSEE, "night:off": OVERSEE, "news:weekly:0:8": OVERSEE, "exp:all:-:-:xlsx": OVERSEE,
    "exp:all:-:-:xlsxc": ADMINISTER, "news:falls:on": INDICATORS, "kpi:8": INDICATORS, "rep:2023": INDICATORS,
    "count:how:1:2026-10": INDICATORS, "rec:mine": "MXO", "pl:list": "AGCMXO",
}  # fmt: skip
NOBODY = {"desk:here"}
"""Pressed where it does nothing for anybody: in private."""
REFUSED = re.compile(r"Eso es solo para quienes tienen el rol ([^.]*)\.")


def roles_of(letters: str) -> set[Role]:
    return {LETTERS[letter] for letter in letters}


def refusal(said: list[str]) -> set[str] | None:
    """The roles that it names, as they are called; None where nothing is refused."""
    found = next((match for one in said if (match := REFUSED.search(one))), None)
    return set(re.split(r", | o ", found[1])) if found else None


@pytest.mark.parametrize("role", [*GRANTABLE, None], ids=str)
def test_each_role_beside_each_command_and_button(
    world: World, runner: asyncio.Runner, role: Role | None
) -> None:
    do = in_world(world, runner)
    doings = [(written(f"/{order}"), who) for order, who in (GATED | ORDERS).items()]
    doings += [
        (pressed(data.format(new=world.new)), "" if data in NOBODY else who) for data, who in BUTTONS.items()
    ]
    for incoming, who in doings:
        said, _ = do(incoming, None, {role} if role else ())
        named = refusal(said)
        assert (named is None) == (role in roles_of(who)), (incoming.text or incoming.pressed, said)
        if named is not None and who:
            assert named >= {ROLES[one] for one in roles_of(who)}, incoming


def test_every_gated_command_is_in_the_table() -> None:
    assert {name for name, command in COMMANDS.items() if command.gate} == set(GATED)


def test_a_coordinator_has_no_power_over_roles_settings_and_teaching() -> None:
    """In one place, whatever else changes in the tables above."""
    ours = {name for name, who in (GATED | ORDERS | BUTTONS).items() if "C" in who}
    assert not [
        one
        for one in ours
        if one.split(":")[0] in ("rol", "role", "inv", "invitar", "learn", "aprender", "salud")
    ]
