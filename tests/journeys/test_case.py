"""A case from the first word to its number, and what its requester can do with it afterwards."""

import pytest
from sqlalchemy.exc import OperationalError

from itgov_bot.storage.sending import desk_chats
from tests.channels.rigs import PNG
from tests.journeys.desk import RunningDesk, number_in


@pytest.mark.both
async def test_a_case_from_the_card_to_its_number(desk: RunningDesk) -> None:
    ana, group = desk.ana, await desk.has_group()
    await ana.writes("no me abre el correo")
    await ana.receives("¿Dónde es?")
    await ana.writes("Hacienda, Aduana, piso 2")
    assert "Ley 1581 de 2012" in (await ana.receives("Revise su caso antes de enviarlo")).text
    await ana.writes("mi teléfono es la ext. 1234")
    summary = await ana.receives("Revise su caso antes de enviarlo")
    for part in ("no me abre el correo", "SER-004", "Hacienda, Aduana, piso 2", "ext. 1234"):
        assert part in summary.text
    await desk.sends(ana)
    opened = await ana.receives("Su caso quedó abierto: SAUS-2026-000001")
    assert "Estamos en horario" in opened.text
    card = await group.receives("SAUS-2026-000001 · nuevo")
    assert card.labels == ["Lo tomo", "Responder", "Resolver", "Asignar", "Clasificar", "Más…"]
    assert "Ana · ☎️ ext. 1234" in card.text


async def test_without_consent_nothing_is_kept(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda")
    await desk.ana.receives("Al enviarlo, usted lo autoriza")
    await desk.ana.writes("no tengo ganas de dar datos")
    await desk.ana.receives("¿Lo dejamos sin enviar?")
    await desk.ana.writes("no")
    await desk.ana.receives("Revise su caso")
    await desk.ana.presses("No autorizo")
    await desk.ana.receives("no guardé sus datos y el caso no se abrió")
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("No tengo guardados su nombre ni su contacto")
    await desk.ana.writes("/casos")
    await desk.ana.receives("No tiene casos")


async def test_what_is_known_is_not_asked_again(desk: RunningDesk) -> None:
    assert await desk.opens_case(desk.ana) == "SAUS-2026-000001"
    await desk.ana.writes("/caso la impresora no imprime")
    await desk.ana.receives("Hacienda, Aduana, piso 2")
    await desk.ana.presses("Enviar desde Sec. de Hacienda")
    await desk.ana.receives("SAUS-2026-000002")


async def test_the_cases_of_a_person_are_theirs_alone(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana)
    await desk.ana.writes("/casos")
    await desk.ana.receives(f"{number} · nuevo")
    for typed in ("/estado 1", "/estado", number, "caso 1", "estado 000001", "#1"):
        await desk.ana.writes(typed)
        await desk.ana.receives("Está en la fila")
    await desk.beto.writes("/estado 1")
    await desk.beto.receives("No encuentro entre sus casos el «1»")
    await desk.beto.writes(number)
    await desk.beto.receives("No encuentro entre sus casos")
    await desk.beto.writes("77")
    await desk.beto.receives("No encuentro entre sus casos")


async def test_adding_to_a_case_reaches_the_desk(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    number = await desk.opens_case(desk.ana)
    await group.receives(number)
    await desk.ana.presses("Agregar algo")
    await desk.ana.receives(f"¿Qué le agrego al caso {number}?")
    sent = await desk.ana.writes("ya reinicié y sigue igual")
    added = await desk.ana.receives(f"Agregué su mensaje al caso {number}")
    await group.receives("Ana agregó:\nya reinicié y sigue igual")
    await desk.ana.writes("y también en el celular", reply_to=added)
    await desk.ana.receives("Agregué su mensaje")
    heard = await group.receives("y también en el celular")
    await desk.ana.edits(sent, "ya reinicié dos veces")
    await desk.ana.receives("Agregué su mensaje")
    await group.receives("(corregido) ya reinicié dos veces")
    await desk.carla.writes_in(group, "¿Qué dice la pantalla?", reply_to=heard)
    await desk.ana.receives("de la mesa, sobre SAUS-2026-000001:\n¿Qué dice la pantalla?")
    await group.receives("Lo tiene: Carla", edited=True)
    await group.receives("Le envío su respuesta")


async def test_a_case_is_cancelled_once_and_for_good(desk: RunningDesk) -> None:
    group = await desk.has_group()
    number = await desk.opens_case(desk.ana)
    await group.receives(number)
    await desk.ana.presses("Cancelar el caso")
    asked = await desk.ana.receives("No se puede deshacer")
    await desk.ana.writes("no")
    await desk.ana.receives("Está en la fila")
    await desk.ana.presses("Sí, cancelarlo", asked)
    await desk.ana.receives(f"Cancelé el caso {number}")
    card = await group.receives("cancelado", edited=True)
    assert card.labels == ["Historia", "Archivos"]
    await desk.ana.presses("Sí, cancelarlo", asked)
    await desk.ana.receives("ya no recibe cambios")


async def test_photos_and_documents_are_kept_and_forwarded(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.ana.writes("/caso")
    await desk.ana.receives("¿Qué pasa?")
    await desk.ana.sends_photo(PNG)
    await desk.ana.receives("Guardé el archivo. Ahora cuénteme con palabras")
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Aduana")
    await desk.ana.receives("Archivos: 1")
    await desk.ana.sends_document("registro.txt", b"fallo 0x80", "text/plain")
    await desk.ana.receives("Recibí el archivo: va con el caso")
    await desk.ana.receives("Archivos: 2")
    await desk.sends(desk.ana)
    number = number_in(await desk.ana.receives("quedó abierto"))
    await group.receives("Archivos: 2")
    assert (await group.receives(number)).photo == PNG
    assert (await group.receives("registro.txt")).document == b"fallo 0x80"
    await desk.ana.sends_document("otro.txt", b"sigue", "text/plain")
    await desk.ana.receives("Recibí el archivo. ¿Para qué caso es?")
    await desk.ana.presses(number)
    await desk.ana.receives("Agregué el archivo")
    assert (await group.receives(f"{number} · Ana: otro.txt")).document == b"sigue"
    kept = [path.read_bytes() for path in (desk.home / "files").rglob("*") if path.is_file()]
    assert sorted(kept) == sorted([PNG, b"fallo 0x80", b"sigue"])


async def test_a_turn_that_fails_is_apologised_for_and_leaves_no_gap(
    desk: RunningDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: object) -> int:
        raise OperationalError("insert", {}, Exception("disk full"))

    await desk.fills_form(desk.ana)
    with monkeypatch.context() as broken:
        broken.setattr(desk_chats, "desk_chat", fails)
        await desk.sends(desk.ana)
        await desk.ana.receives("Algo falló de nuestro lado")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    assert await desk.opens_case(desk.beto) == "SAUS-2026-000002"


async def test_numbers_begin_again_each_year(desk: RunningDesk) -> None:
    await desk.at("2026-12-31 17:00")
    assert await desk.opens_case(desk.ana) == "SAUS-2026-000001"
    await desk.at("2027-01-04 08:00")
    assert await desk.opens_case(desk.beto) == "SAUS-2027-000001"


async def test_personal_data_can_be_seen_and_forgotten(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("Nombre: Ana")
    await desk.ana.presses("Borrar mis datos")
    await desk.ana.receives("Tiene un caso por atender")
    await desk.ana.presses("Sí, borrarlos")
    await desk.ana.receives("borré su nombre, dependencia y contacto")
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("y un caso.")
