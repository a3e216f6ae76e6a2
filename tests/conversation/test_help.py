"""What the help names: nothing that somebody's menu lists by their role is left out."""

import pytest

from itgov_bot.conversation.commands import COMMANDS
from itgov_bot.domain.people import Role
from itgov_bot.wording import general
from tests.made import city


@pytest.mark.parametrize("role", list(Role))
def test_the_help_names_every_command_that_a_role_opens(role: Role) -> None:
    roles = frozenset({Role.STAFF, role})
    told = general.help_text(city().city, roles).text
    opened = [name for name, one in COMMANDS.items() if one.menu and one.gate and one.is_for(roles)]
    assert [name for name in opened if f"/{name} " not in told] == []
