"""`/exportar`: managers and administrators take the cases along as a file; nobody else does."""

import io
import os
import time

import pytest
from openpyxl import load_workbook

from itgov_bot.conversation.flows.managers import export
from tests.emulator import BotMessage, Person
from tests.journeys.desk import RunningDesk

REFUSED = "Eso es solo para quienes tienen el rol"


async def asks_for_this_month(desk: RunningDesk, person: Person) -> BotMessage:
    await person.writes("/exportar")
    await person.receives("¿De cuándo?")
    await person.presses("Este mes: noviembre de 2026")
    return await person.receives("noviembre de 2026")


def rows(document: bytes | None) -> list[list[object]]:
    assert document
    return [[cell.value for cell in row] for row in load_workbook(io.BytesIO(document))["Casos"].iter_rows()]


async def test_staff_and_agents_are_refused(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    for person in (desk.ana, desk.carla):
        await person.writes("/exportar")
        await person.receives(REFUSED)
        await person.writes("/exportar 2026")
        await person.receives(REFUSED)
    assert "exportar" not in desk.ana.commands


@pytest.mark.parametrize("pressed", ["Excel (XLSX)", "CSV", "Filtrar por servicio", "Filtrar por estado"])
async def test_an_old_button_does_not_outlive_the_role(desk: RunningDesk, pressed: str) -> None:
    await desk.opens_case(desk.beto)
    await desk.gives("gerente", desk.ana)
    shown = await asks_for_this_month(desk, desk.ana)
    await desk.admin.writes("/rol quitar gerente @ana")
    await desk.admin.receives("ya no tiene el rol")
    await desk.ana.receives("Ya no tiene el rol gerente")
    await desk.ana.presses(pressed, shown)
    await desk.ana.receives(REFUSED)
    assert not (desk.home / "exports").exists()


async def test_a_manager_takes_this_month_to_excel(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.beto)
    await desk.gives("gerente", desk.ana)
    shown = await asks_for_this_month(desk, desk.ana)
    assert "1 caso" in shown.text
    assert not any("datos personales" in label for label in shown.labels), (
        "personal data are for administrators"
    )
    await desk.ana.presses("Excel (XLSX)")
    sent = await desk.ana.receives("Casos de noviembre de 2026: 1 caso")
    header, row = rows(sent.document)
    assert row[0] == number
    assert "Contacto" not in header
    assert "Beto" not in row


async def test_many_cases_are_announced_before_their_file(
    desk: RunningDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "TAKES_LONG", 1)
    await desk.opens_case(desk.beto)
    await desk.gives("gerente", desk.ana)
    await asks_for_this_month(desk, desk.ana)
    await desk.ana.presses("CSV")
    await desk.ana.receives("⏳ Preparo el archivo con 1 caso")
    assert (await desk.ana.receives("Casos de noviembre de 2026")).document


async def test_a_manager_cannot_make_up_the_button_for_contacts(desk: RunningDesk) -> None:
    await desk.opens_case(desk.beto)
    await desk.gives("gerente", desk.ana)
    await desk.knows(desk.admin)
    shown = await asks_for_this_month(desk, desk.admin)
    button = next(one for line in shown.buttons for one in line if "datos personales" in one.text)
    await asks_for_this_month(desk, desk.ana)
    chat = desk.telegram.world.chats[desk.ana.id]
    await desk.ana._press(chat, desk.ana.last.message_id, "CSV", button.data)
    await desk.ana.receives(REFUSED)


async def test_an_administrator_may_have_the_contacts(desk: RunningDesk) -> None:
    await desk.opens_case(desk.beto)
    await desk.knows(desk.admin)
    await asks_for_this_month(desk, desk.admin)
    await desk.admin.presses("Excel con datos personales")
    sent = await desk.admin.receives("Lleva datos personales")
    header, row = rows(sent.document)
    assert dict(zip(header, row, strict=True))["Solicitante"] == "Beto"


async def test_by_service_and_state_as_csv(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.beto)
    await desk.knows(desk.admin)
    await asks_for_this_month(desk, desk.admin)
    await desk.admin.presses("Filtrar por estado")
    await desk.admin.receives("¿En qué estado?")
    await desk.admin.presses("Abierto")
    shown = await desk.admin.receives("Estado: abierto")
    await desk.admin.presses("Filtrar por servicio")
    services = await desk.admin.receives("¿De qué servicio?")
    await desk.admin.presses(services.labels[0])
    shown = await desk.admin.receives("Estado: abierto")
    assert "Servicio: SER-" in shown.text
    await desk.admin.presses("CSV")
    sent = await desk.admin.receives("1 caso")
    assert sent.document
    assert sent.document.startswith(b"\xef\xbb\xbf")
    assert number.encode() in sent.document


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("mándeme el excel de los casos de este mes", "Casos de noviembre de 2026: 1 caso"),
        ("páseme los casos de noviembre en excel", "Casos de noviembre de 2026: 1 caso"),
        ("exportar noviembre", "¿En qué formato?"),
        ("necesito un archivo con los casos de noviembre", "¿En qué formato?"),
    ],
)
async def test_whoever_coordinates_takes_them_in_words(desk: RunningDesk, said: str, told: str) -> None:
    await desk.opens_case(desk.ana)
    await desk.gives("coordinador", desk.carla)
    await desk.carla.writes(said)
    await desk.carla.receives(told)


async def test_where_there_is_nothing_no_file_is_offered(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes("/exportar 2025-T4")
    shown = await desk.admin.receives("4.º trimestre de 2025")
    assert "No hay nada que exportar" in shown.text
    assert "CSV" not in shown.labels
    await desk.admin.presses("Filtrar por servicio")
    await desk.admin.receives("¿De qué servicio?")
    await desk.admin.writes("/exportar luego")
    await desk.admin.receives("No entendí el período «luego»")


@pytest.mark.parametrize(
    ("told", "name", "found"),
    [
        ("julio a noviembre", "1 de julio de 2026 a 30 de noviembre de 2026", "1 caso"),
        ("últimos 6 meses", "1 de junio de 2026 a 30 de noviembre de 2026", "1 caso"),
        ("entre enero y marzo", "1 de enero de 2026 a 31 de marzo de 2026", "Ningún caso"),
        ("ayer", "9 de noviembre de 2026", "Ningún caso"),
    ],
)
async def test_any_stretch(desk: RunningDesk, told: str, name: str, found: str) -> None:
    number = await desk.opens_case(desk.beto)
    await desk.knows(desk.admin)
    await desk.admin.writes(f"/exportar {told}")
    shown = await desk.admin.receives(name)
    assert found in shown.text
    if "CSV" in shown.labels:
        await desk.admin.presses("CSV")
        sent = await desk.admin.receives(name)
        assert sent.document
        assert number.encode() in sent.document


async def test_old_files_are_taken_away(desk: RunningDesk) -> None:
    await desk.opens_case(desk.beto)
    await desk.knows(desk.admin)
    await asks_for_this_month(desk, desk.admin)
    await desk.admin.presses("CSV")
    await desk.admin.receives("1 caso")
    [made] = (desk.home / "exports").iterdir()
    await desk.advance(minutes=1)
    assert made.exists()
    os.utime(made, (time.time() - 25 * 3600,) * 2)
    await desk.advance(minutes=1)
    assert not made.exists()


async def test_a_file_is_gone_on_from(desk: RunningDesk) -> None:
    await desk.opens_case(desk.beto, "la impresora no imprime")
    manager = desk.ana
    await desk.gives("gerente", manager)
    for said, told in (
        ("páseme los casos de noviembre en csv", "Casos de noviembre de 2026: 1 caso"),
        ("y los de octubre", "octubre de 2026: Ningún caso"),
        ("mejor del 1 al 15 de noviembre", "¿En qué formato?"),
        ("en csv", "1 caso"),
        ("solo los de impresoras", "1 caso"),
        ("envíemelo al correo", "se entrega por aquí"),
    ):
        await manager.writes(said)
        await manager.receives(told)
    await manager.writes("expórteme octubre y noviembre de impresoras")
    assert (
        "SER-025" in (await manager.receives("1 de octubre de 2026 a 30 de noviembre de 2026: 1 caso")).text
    )
    await manager.writes("solo los de Hacienda")
    await manager.receives("Solo: Secretaría de Hacienda")
    await manager.presses("CSV")
    assert (await manager.receives("solo Secretaría de Hacienda: 1 caso")).document
    await manager.writes("los de hardware")
    assert (await manager.receives("solo Hardware: 1 caso")).document
