"""`/misdatos`: seen, taken along, forgotten; honest about what stays."""

from pathlib import Path

import pytest
from sqlmodel import SQLModel

from itgov_bot.messages import mailbox
from itgov_bot.replies import Reply
from itgov_bot.storage import email_codes, people
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox, sent_messages
from itgov_bot.storage.sending.outbox_items import ReplyItem
from tests.journeys.desk import RunningDesk
from tests.journeys.test_registration import kept, registers

CONTACT = "ext. 1234"


async def whole_database(desk: RunningDesk) -> str:
    """Every column of every table there is."""
    database = Database(desk.settings.resolved_database_url)
    async with database.reading() as session:
        connection = await session.connection()
        tables = sorted(SQLModel.metadata.tables)
        rows = [str((await connection.exec_driver_sql(f"select * from {table}")).all()) for table in tables]
    await database.close()
    return "\n".join(rows)


OF_ROLES = "Borrar y dejar mis roles"


async def forgets(desk: RunningDesk) -> None:
    await desk.ana.writes("/misdatos")
    await desk.ana.receives()
    await desk.ana.presses("Borrar mis datos")
    await desk.ana.receives("No se puede deshacer")
    await desk.ana.presses("me:forget-yes")
    await desk.ana.receives("borré su nombre")


async def test_everything_is_handed_over_in_a_file(desk: RunningDesk) -> None:
    await registers(desk, desk.ana)
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("/caso la impresora del segundo piso no imprime")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.carla.receives("SAUS-2026-000001")
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("Roles: gerente")
    await desk.ana.presses("Descargar todo")
    file = await desk.ana.receives("todo lo que guardo de usted")
    assert file.file_name == "mis-datos.txt"
    assert file.document
    text = file.document.decode("utf-8-sig")
    for told in (
        "Nombre: Ana María Pérez",
        "Dependencia o lugar: Secretaría de Hacienda",
        "Contacto: ext. 1234",
        "2026-11-10 10:00: aceptó el aviso 2026-01",
        "gerente: desde 2026-11-10 10:00, lo dio Alba",
        "SAUS-2026-000001 · nuevo",
        "Lo que escribió: la impresora del segundo piso no imprime",
    ):
        assert told in text
    assert "Carla" not in text


async def test_nobody_gets_the_file_of_another(desk: RunningDesk) -> None:
    await registers(desk, desk.ana)
    await desk.beto.writes("/misdatos")
    shown = await desk.beto.receives("no los ha autorizado")
    await desk.beto.presses("Descargar todo", shown)
    file = await desk.beto.receives("en un archivo de texto")
    assert file.document
    assert "Ana" not in file.document.decode()


async def test_forgetting_takes_the_person_and_leaves_the_case(desk: RunningDesk) -> None:
    await registers(desk, desk.ana)
    await desk.ana.writes("/caso la impresora no imprime")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.writes("/caso el mouse no sirve, mi extensión es la 1234")
    await desk.ana.receives("Revise su caso")
    await forgets(desk)
    await desk.settled()
    left = await whole_database(desk)
    for gone in ("Ana María", CONTACT, "Secretaría de Hacienda", "'ana'", "el mouse no sirve"):
        assert gone not in left
    assert "la impresora no imprime" in left
    assert [one.kind for one in (await kept(desk, desk.ana))[1]] == ["accepted", "withdrawn"]
    await desk.ana.writes("/estado 1")
    await desk.ana.receives("la impresora no imprime")
    assert (await kept(desk, desk.ana))[0].username is None  # not even by writing again
    await registers(desk, desk.ana)
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("Autorizaciones anotadas: 3")
    assert (await kept(desk, desk.ana))[0].name == "Ana María Pérez"


MARKS = (
    "Ana María Pérez",
    "Ana María",
    "@ana",
    "'ana'",
    CONTACT,
    "3157778899",
    "zarzaparrilla",
    "ana@example.gov.co",
)
"""Of Ana, wherever she told them, but for the words of her cases."""


@pytest.mark.both
async def test_no_table_file_queue_or_card_knows_who_was_forgotten(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await registers(desk, desk.ana)
    await desk.gives("gerente", desk.ana)  # her name is told to others, too
    await desk.gives("administrador", desk.beto)
    await desk.ana.writes("/caso la impresora no imprime")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("mi teléfono es 3157778899")
    await desk.ana.receives("3157778899")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    card = await group.receives("Ana María Pérez")
    assert "3157778899" in card.text
    await desk.carla.presses("Lo tomo", card, in_group=group)
    await desk.carla.sees_toast("queda a cargo de")
    await desk.ana.writes("/caso la zarzaparrilla no abre")  # half filled in
    await desk.ana.receives()
    await desk.ana.sends_document("zarzaparrilla.txt", b"secreto", "text/plain")
    await desk.ana.receives()
    await desk.settled()
    await desk.gives("agente", desk.dario)
    await desk.dario.writes(
        "/caso_para Ana María Pérez, tel 3157778899: no le imprime"
    )  # half filled in, too
    await desk.dario.receives()
    await gets_mail(desk)
    group.inbox.see_all()
    desk.ana.ignores_rest()
    await forgets(desk)
    await desk.settled()
    left = await whole_database(desk)
    assert [mark for mark in MARKS if mark in left] == []
    log = log_of(desk)
    assert [mark for mark in MARKS if mark in log] == []
    assert "la impresora no imprime" in left  # what is said to stay
    assert [path for path in desk.settings.files_folder.rglob("*") if path.is_file()] == []
    card = await group.receives("SAUS-2026-000001", edited=True)
    assert [mark for mark in MARKS if mark in card.text] == []
    group.inbox.see_all()
    desk.ana.ignores_rest()
    desk.beto.ignores_rest()
    desk.dario.ignores_rest()


def log_of(desk: RunningDesk) -> str:
    """What stands beside SQLite's database until it is taken over."""
    if desk.settings.database_file is None:
        return ""
    return Path(f"{desk.settings.database_file}-wal").read_bytes().decode("utf-8", "ignore")


async def gets_mail(desk: RunningDesk) -> None:
    """A code went to her mailbox, which she has not shown to be hers."""
    database = Database(desk.settings.resolved_database_url)
    async with database.transaction() as session:
        ana = await people.by_user(session, "telegram", str(desk.ana.id))
        assert ana
        to, now = mailbox("ana@example.gov.co"), desk.clock()
        await email_codes.add(session, ana.id, to.chat, "hash", now, now)
        await outbox.post(session, to, ReplyItem(Reply("código para Ana María")), now, expires_at=now)
        await sent_messages.remember(session, [sent_messages.About(to, "1", None)], now)
    await database.close()


async def test_a_file_that_waits_goes_too(desk: RunningDesk) -> None:
    await desk.ana.sends_photo(b"\x89PNG\r\n\x1a\n" + b"x" * 90)
    await desk.ana.receives()
    files = [one for one in desk.settings.files_folder.rglob("*") if one.is_file()]
    assert len(files) == 1
    await forgets(desk)
    assert not files[0].exists()


async def test_what_has_not_left_yet_leaves_without_the_person(desk: RunningDesk) -> None:
    await registers(desk, desk.ana)
    await desk.gives("agente", desk.carla)
    await desk.carla.blocks_bot()
    await desk.settled()
    await desk.ana.writes("/caso la impresora no imprime")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await forgets(desk)
    await desk.settled()
    assert CONTACT not in await whole_database(desk)


@pytest.mark.parametrize("name", ["text", "choices", "label data", "Horario de"])
async def test_whatever_somebody_is_called_others_lose_nothing(desk: RunningDesk, name: str) -> None:
    await desk.beto.writes("/horario")
    told = await desk.beto.receives()
    await changes_name(desk, name)
    desk.telegram.faults.retry_after(600, times=1)
    await desk.beto.writes("/canales")  # waits
    await forgets(desk)
    await desk.beto.writes("/misdatos")
    await desk.advance(minutes=11)
    await desk.beto.receives("mesa de servicios")
    await desk.beto.presses("Descargar todo", await desk.beto.receives())
    file = await desk.beto.receives("en un archivo de texto")
    assert file.document
    assert told.text.splitlines()[0] in file.document.decode()


async def changes_name(desk: RunningDesk, name: str) -> None:
    """Whatever a registration takes; here it is what an older version took."""
    await registers(desk, desk.ana)
    database = Database(desk.settings.resolved_database_url)
    async with database.transaction() as session:
        ana = await people.by_user(session, "telegram", str(desk.ana.id))
        assert ana
        await people.update(session, ana.id, name=name)
    await database.close()


async def test_an_agent_who_forgets_loses_the_roles(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.ana)
    await desk.puts_on_duty(desk.ana, 1)
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("Roles: agente y guardia")
    await desk.ana.presses("Borrar mis datos")
    asked = await desk.ana.receives("Pierde sus roles en la mesa (agente y guardia)")
    assert "Está en los turnos de la guardia: sale de ellos" in asked.text
    await desk.ana.presses("No")
    await desk.ana.receives("no borré nada")
    await forgets(desk)
    await desk.admin.receives("Ya no queda nadie de guardia")
    await desk.admin.receives("Alguien de la mesa borró sus datos y ya no atiende casos ni está de guardia")
    await desk.ana.writes("/mesa")
    await desk.ana.receives("Eso es solo para quienes tienen el rol")
    await desk.settled()
    assert "mesa" not in desk.ana.commands
    await desk.admin.writes("/rol 1")
    told = (await desk.admin.receives("agente: lo dio Alba")).text
    assert "lo quitó Usuario 1" in told


async def test_a_yes_takes_no_roles(desk: RunningDesk) -> None:
    """The words of the button do, as do those of anybody without one."""
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("borren mis datos por favor")
    await desk.ana.receives("un «sí» no basta")
    for said in ("sí", "dale, bórrelos", "1"):
        await desk.ana.writes(said)
        assert "borré su nombre" not in (await desk.ana.receives()).text
    await desk.ana.writes("borren mis datos por favor")
    await desk.ana.receives("un «sí» no basta")
    await desk.ana.writes("Sí")
    await desk.ana.receives("Aún no borré nada")
    await desk.ana.writes("borrar y dejar mis roles")
    await desk.ana.receives("borré su nombre")


@pytest.mark.parametrize(
    "said", ["quítele gerente a beto", "quítele el 1 a beto", "a beto quítele el 1 y póngamelo a mí"]
)
async def test_an_order_about_somebody_else_is_no_forgetting(desk: RunningDesk, said: str) -> None:
    await desk.gives("agente", desk.ana)
    await desk.ana.writes(said)
    assert "No se puede deshacer" not in (await desk.ana.receives()).text


async def test_the_last_administrator_stays(desk: RunningDesk) -> None:
    await desk.admin.writes("/misdatos")
    await desk.admin.receives("Roles: administrador")
    await desk.admin.presses("Borrar mis datos")
    await desk.admin.receives("Pierde sus roles")
    await desk.admin.presses(OF_ROLES)
    await desk.admin.receives("usted es el único administrador")
    await desk.admin.writes("/rol")
    await desk.admin.receives("Sus roles: administrador")


@pytest.mark.parametrize("command", ["/misdatos", "/registro"])
async def test_a_group_hears_nothing_of_it(desk: RunningDesk, command: str) -> None:
    group = await desk.has_group()
    await desk.carla.writes_in(group, command)
    await group.receives_nothing()
