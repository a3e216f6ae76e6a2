"""Whom an administrator means: by whatever the bot shows of them."""

from dataclasses import replace

import pytest

from itgov_bot.conversation.flows.admins.roles import roles
from itgov_bot.domain.people import Role
from itgov_bot.storage import people
from itgov_bot.storage.database import Database
from tests.conversation.turns import ANA, NOW, a_turn

LOCAL = replace(ANA, user="local", name="")
RUIZ = replace(ANA, user="8", name="Beatriz Ruiz Pardo")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("dar guardia local", "ahora tiene el rol"),
        ("dar guardia Usuario local", "ahora tiene el rol"),
        ("dar guardia número local", "ahora tiene el rol"),
        ("local", "Nunca ha tenido otro rol"),
        ("locales", "Escríbalo así"),
        ("dar guardia locales", "No conozco a «locales»"),
        ("dar responsable local gestor desarrollo", "ahora tiene el rol"),
        ("dar responsable beatriz ruiz pardo gestor desarrollo", "¿Le doy el rol"),
        ("dar responsable beatriz ruiz desarrollo", "¿Le doy el rol"),
        ("dar responsable beatriz ruiz", "¿De qué responde"),
        ("dar responsable beatriz ruiz cocina", "No sé cuál responsable es «cocina»"),
        ("dar responsable carmen ruz desarrollo", "No conozco a"),
    ],
)
async def test_whatever_is_shown_of_a_person_is_accepted(database: Database, asked: str, said: str) -> None:
    async with database.transaction() as session:
        for sender in (LOCAL, RUIZ):
            met = await people.get_or_create(session, sender, sender.user, NOW)
            await people.update(session, met.id, name=sender.name)
        turn = await a_turn(session, roles=frozenset({Role.ADMIN}))
        await roles(turn, asked)
        assert said in turn.said[0].text
