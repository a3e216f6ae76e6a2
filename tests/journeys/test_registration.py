"""Registering once, and the corporate mailbox: the notice comes first, and a form is never lost on the way."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from itgov_bot.domain.people import ConsentEvent, Person
from itgov_bot.settings import Settings
from itgov_bot.storage import people
from itgov_bot.storage.database import Database
from tests.emulator import Person as Staff
from tests.journeys.desk import RunningDesk, running_desk
from tests.mail import MailServer, mail_server

DOMAINS = ("cartagena.gov.co",)


async def kept(desk: RunningDesk, person: Staff) -> tuple[Person, list[ConsentEvent]]:
    """What the database knows of somebody."""
    database = Database(desk.settings.resolved_database_url)
    try:
        async with database.reading() as session:
            found = await people.by_user(session, "telegram", str(person.id))
            assert found
            return found, await people.consents_of(session, found.id)
    finally:
        await database.close()


async def registers(desk: RunningDesk, person: Staff) -> None:
    await person.writes("/registro")
    await person.receives("Ley 1581 de 2012")
    await person.presses("Autorizo")
    await person.receives("¿Cómo quiere que lo llamemos?")
    await person.writes("Ana María Pérez")
    await person.receives("¿En qué dependencia trabaja?")
    await person.writes("hacienda")
    await person.receives("¿A qué teléfono, extensión o correo")
    await person.writes("ext. 1234")
    await person.receives("Quedó registrado, Ana María Pérez")


async def test_who_registered_is_not_asked_again(desk: RunningDesk) -> None:
    await registers(desk, desk.ana)
    person, (consent,) = await kept(desk, desk.ana)
    assert (person.name, person.dependencia, person.contact) == (
        "Ana María Pérez",
        "Secretaría de Hacienda",
        "ext. 1234",
    )
    assert (consent.kind, consent.version, consent.at) == ("accepted", "2026-01", desk.clock())
    await desk.ana.writes("no me abre el correo")
    summary = await desk.ana.receives("Revise su caso")
    assert "Secretaría de Hacienda" in summary.text
    assert "ext. 1234" in summary.text
    await desk.sends(desk.ana)
    opened = await desk.ana.receives("SAUS-2026-000001")
    assert "/registro" not in opened.text


async def test_nothing_is_kept_before_the_consent(desk: RunningDesk) -> None:
    await desk.ana.writes("/registro")
    await desk.ana.receives("Ley 1581 de 2012")
    await desk.ana.writes("Me llamo Ana y mi extensión es la 1234")
    await desk.ana.receives("Elija una de las opciones")
    assert (await kept(desk, desk.ana))[0].name == ""
    await desk.ana.presses("No autorizo")
    await desk.ana.receives("no guardé nada")
    person, consents = await kept(desk, desk.ana)
    assert (person.name, person.contact, person.consent_at, consents) == ("", None, None, [])


async def test_the_dependencia_is_chosen_from_the_process_model(desk: RunningDesk) -> None:
    await desk.ana.writes("/registro")
    await desk.ana.receives()
    await desk.ana.presses("Autorizo")
    await desk.ana.receives("¿Cómo quiere")
    await desk.ana.presses("Ana")
    await desk.ana.receives("¿En qué dependencia")
    await desk.ana.presses("Ver la lista de dependencias")
    first = await desk.ana.receives("Elija su dependencia")
    assert "Secretaría de Planeación" in first.labels
    await desk.ana.presses("Ver más")
    await desk.ana.receives("Elija su dependencia")
    await desk.ana.presses("Archivo General")
    await desk.ana.receives("¿A qué teléfono")
    await desk.ana.presses("Por este chat")
    await desk.ana.receives("Archivo General")


async def test_it_is_offered_beside_the_first_case_and_not_again(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    await desk.sends(desk.ana)
    assert "¿Recuerdo estos datos" in (await desk.ana.receives("SAUS-2026-000001")).text
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    assert "/registro" not in (await desk.ana.receives("SAUS-2026-000002")).text


async def test_one_thing_is_corrected(desk: RunningDesk) -> None:
    await registers(desk, desk.ana)
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("Ana María Pérez")
    await desk.ana.presses("Corregir")
    asked = await desk.ana.receives("¿Qué corregimos?")
    assert "Correo institucional" not in asked.labels
    await desk.ana.presses("Contacto")
    await desk.ana.receives("¿A qué teléfono")
    await desk.ana.writes("300 123 4567")
    await desk.ana.receives("300 123 4567")
    assert (await kept(desk, desk.ana))[0].contact == "300 123 4567"
    await desk.ana.writes("/registro")
    await desk.ana.receives("Ya está registrado")


@pytest.mark.parametrize(
    ("told", "answer"),
    [("Ana " * 21, "Ahí no reconozco un nombre"), ("me llamo José Ñáñez", "¿En qué dependencia")],
)
async def test_a_name_is_taken_as_it_is_written(desk: RunningDesk, told: str, answer: str) -> None:
    await desk.ana.writes("/registro")
    await desk.ana.receives()
    await desk.ana.presses("Autorizo")
    await desk.ana.receives("¿Cómo quiere")
    await desk.ana.writes(told)
    await desk.ana.receives(answer)
    if answer.startswith("Ahí"):
        await desk.ana.receives("¿Cómo quiere")


# With corporate mailboxes


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as running:
        yield running


@pytest.fixture
async def mailing(desk_home: Path, server: MailServer) -> AsyncIterator[RunningDesk]:
    """The desk of a city whose cases need a corporate mailbox."""
    async with running_desk(desk_home) as desk:
        mail = {
            "itgov_email_domains": DOMAINS,
            "smtp_host": "127.0.0.1",
            "smtp_port": server.port,
            "smtp_from": "mesa@cartagena.gov.co",
            "smtp_tls": "none",
            "smtp_password": None,
        }
        known = desk.settings.model_dump() | mail
        desk.settings = Settings(_env_file=None, **known)
        await desk.restart()
        yield desk


def code_in(server: MailServer) -> str:
    found = re.search(r"^\d{6}(?=\s)", server.letters[-1].get_content(), re.MULTILINE)
    assert found
    return found[0]


async def asks_for_code(desk: RunningDesk, text: str = "no me abre el correo") -> None:
    await desk.ana.writes(text)
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, piso 2")
    await desk.ana.receives("Ley 1581 de 2012")
    await desk.ana.presses("Autorizo y enviar")
    await desk.ana.receives("¿Cuál es su correo institucional (@cartagena.gov.co)?")
    await desk.ana.writes("Ana.Perez@Cartagena.gov.co")
    await desk.ana.receives("Le mandé un código de seis números a ana.perez@cartagena.gov.co")
    await desk.settled()


async def test_a_case_needs_the_code_once(mailing: RunningDesk, server: MailServer) -> None:
    await asks_for_code(mailing)
    assert server.recipients == ["ana.perez@cartagena.gov.co"]
    code = code_in(server)
    assert code not in server.letters[-1]["Subject"]
    await mailing.ana.writes(f" {code[:3]} {code[3:]} ")
    await mailing.ana.receives("es su correo y no se lo vuelvo a preguntar")
    await mailing.ana.receives("SAUS-2026-000001")
    person, _ = await kept(mailing, mailing.ana)
    assert (person.email, person.email_verified_at) == ("ana.perez@cartagena.gov.co", mailing.clock())
    await mailing.ana.writes("/caso la impresora no imprime")
    await mailing.ana.receives("Hacienda, piso 2")
    await mailing.sends(mailing.ana)
    await mailing.ana.receives("SAUS-2026-000002")


async def test_neither_code_nor_letter_stays_in_the_database(
    mailing: RunningDesk, server: MailServer
) -> None:
    await asks_for_code(mailing)
    code = code_in(server)
    await mailing.settled()
    database = Database(mailing.settings.resolved_database_url)
    async with database.reading() as session:
        rows = await (await session.connection()).exec_driver_sql(
            "select body from outbox where channel='email'"
        )
        hashes = await (await session.connection()).exec_driver_sql("select code_hash from email_code")
        assert all(code not in body for (body,) in rows)
        assert all(code not in kept_hash.partition("$")[0] for (kept_hash,) in hashes)
    await database.close()


@pytest.mark.parametrize(
    "address", ["ana@gmail.com", "ana", "ana@cartagena.gov.co.evil.co", "ana@x@cartagena.gov.co"]
)
async def test_only_addresses_of_the_city_are_taken(
    mailing: RunningDesk, server: MailServer, address: str
) -> None:
    await mailing.ana.writes("/caso no me abre el correo")
    await mailing.ana.receives("¿Dónde es?")
    await mailing.ana.writes("Aduana")
    await mailing.ana.receives("Ley 1581 de 2012")
    await mailing.ana.presses("Autorizo y enviar")
    await mailing.ana.receives("¿Cuál es su correo")
    await mailing.ana.writes(address)
    await mailing.ana.receives("Necesito un correo completo que termine en @cartagena.gov.co")
    await mailing.settled()
    assert server.letters == []


async def test_five_tries_and_three_letters_an_hour(mailing: RunningDesk, server: MailServer) -> None:
    await asks_for_code(mailing)
    wrong = f"{(int(code_in(server)) + 1) % 10**6:06d}"
    for _ in range(4):
        await mailing.ana.writes(wrong)
        await mailing.ana.receives("Ese no es el código")
    await mailing.ana.writes(wrong)
    await mailing.ana.receives("Fueron cinco intentos")
    await mailing.ana.writes(code_in(server))
    await mailing.ana.receives("Fueron cinco intentos")
    for _ in range(2):
        await mailing.ana.presses("Enviar otro código")
        await mailing.ana.receives("Le mandé un código")
    await mailing.ana.presses("Enviar otro código")
    await mailing.ana.receives("Ya se mandaron muchos códigos, suyos o a ese buzón")
    await mailing.settled()
    assert len(server.letters) == 3
    await mailing.ana.writes(code_in(server))
    await mailing.ana.receives("es su correo")
    await mailing.ana.receives("SAUS-2026-000001")


async def test_a_code_ends_after_ten_minutes(mailing: RunningDesk, server: MailServer) -> None:
    await asks_for_code(mailing)
    await mailing.advance(minutes=10)
    await mailing.ana.writes(code_in(server))
    await mailing.ana.receives("Ese código ya venció")
    await mailing.ana.presses("Cambiar el correo")
    await mailing.ana.receives("¿Cuál es su correo")


async def test_a_mailbox_that_is_none_is_told(mailing: RunningDesk, server: MailServer) -> None:
    server.answer = "550 no such mailbox"
    await asks_for_code(mailing)
    await mailing.ana.receives("No pude entregar el código en ana.perez@cartagena.gov.co")
    await mailing.ana.presses("Seguir donde iba")
    await mailing.ana.receives("Le mandé un código")
    server.answer = None
    await mailing.ana.presses("Cambiar el correo")
    await mailing.ana.receives("¿Cuál es su correo")
    await mailing.ana.writes("ana@cartagena.gov.co")
    await mailing.ana.receives("Le mandé un código")
    await mailing.settled()
    await mailing.ana.writes(code_in(server))
    await mailing.ana.receives("es su correo")
    await mailing.ana.receives("SAUS-2026-000001")


async def test_a_busy_server_is_tried_again_and_in_the_end_it_is_told(
    mailing: RunningDesk, server: MailServer
) -> None:
    server.answer = "451 later"
    await asks_for_code(mailing)
    await mailing.ana.receives_nothing()
    server.answer = None
    await mailing.advance(seconds=30)
    assert len(server.letters) == 1
    server.answer = "451 later"
    await mailing.ana.presses("Enviar otro código")
    await mailing.ana.receives("Le mandé un código")
    for _ in range(6):
        await mailing.advance(minutes=2)
    await mailing.ana.receives("No pude entregar el código")


async def test_questions_and_urgent_reports_never_need_a_mailbox(
    mailing: RunningDesk, server: MailServer
) -> None:
    await mailing.ana.writes("no me abre el correo")
    await mailing.ana.receives("¿Dónde es?")
    await mailing.at("2026-11-10 23:00")
    await mailing.ana.writes("se cayó el servidor y nadie en la alcaldía tiene internet")
    await mailing.ana.receives("¿Aviso ya a la guardia?")
    await mailing.ana.writes("sí")
    await mailing.ana.receives("SAUS-2026-000001")
    await mailing.ana.receives("Quedó a medias: «no me abre el correo»")
    assert server.letters == []


async def test_not_urgent_after_all_needs_the_mailbox(mailing: RunningDesk, server: MailServer) -> None:
    await mailing.at("2026-11-10 23:00")
    await mailing.ana.writes("se cayó el servidor y nadie en la alcaldía tiene internet")
    await mailing.ana.receives("¿Aviso ya a la guardia?")
    await mailing.ana.presses("No es urgente: caso normal")
    await mailing.ana.receives("¿Dónde es?")
    await mailing.ana.writes("Aduana")
    await mailing.ana.receives("Ley 1581 de 2012")
    await mailing.ana.presses("Autorizo y enviar")
    await mailing.ana.receives("¿Cuál es su correo")


def test_the_password_is_never_shown() -> None:
    settings = Settings(_env_file=None, smtp_user="mesa", smtp_password=SecretStr("secreta"))
    assert "secreta" not in repr(settings)


async def test_words_of_an_outage_open_no_way_around_the_mailbox_in_hours(mailing: RunningDesk) -> None:
    """Nobody is called while people attend, so the case can wait for the code."""
    await mailing.ana.writes("/caso se cayó el correo y nadie puede entrar en toda la alcaldía")
    await mailing.is_asked_where(mailing.ana)
    await mailing.ana.writes("Hacienda, piso 2")
    summary = await mailing.ana.receives("Revise su caso")
    await mailing.sends(mailing.ana, summary)
    await mailing.ana.receives("¿Cuál es su correo institucional")
