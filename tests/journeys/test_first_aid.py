"""What one can try by oneself: beside the card of a report, never in the way of it, and counted when it helped."""

import pytest

from tests.journeys.desk import RunningDesk

PROPOSED = "💡 Mientras tanto puede probar:"


async def test_what_helped_is_counted_and_rated_and_calls_nobody(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.ana.writes("el computador no me prende")
    await desk.ana.receives(PROPOSED)
    await desk.ana.presses("Me funcionó")
    solved = await desk.ana.receives("SAUS-2026-000001, resuelto por usted")
    assert solved.labels[:5] == ["1", "2", "3", "4", "5"]
    await desk.ana.writes("5")
    await desk.ana.receives("queda con 5 de 5")
    await group.receives_nothing()
    await desk.ana.presses("No, gracias")
    await desk.ana.receives("gracias")
    await desk.ana.writes("/misdatos")
    assert "Hacienda" not in (await desk.ana.receives()).text


async def test_what_did_not_hold_goes_to_the_desk_with_what_was_tried(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives(PROPOSED)
    await desk.ana.presses("Me funcionó")
    await desk.ana.receives("resuelto por usted")
    await desk.ana.presses("Sigue fallando: reabrir")
    await desk.ana.receives("Reabrí su caso")
    assert "la impresora no imprime" in (await desk.carla.receives("· reabierto")).text
    await desk.carla.receives("reabrió SAUS-2026-000001")


async def test_what_stays_the_same_opens_the_case_with_what_was_tried(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives(PROPOSED)
    await desk.ana.writes("sigue igual")
    await desk.ana.receives("Queda escrito lo que ya probó")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    assert "Ya probó: revisar papel y bandejas" in (await desk.carla.receives("SAUS-2026-000001")).text


async def test_it_may_be_passed_over_and_told_later(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("la impresora no imprime")
    proposal = await desk.ana.receives(PROPOSED)
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.carla.receives("SAUS-2026-000001")
    await desk.ana.presses("Me funcionó", proposal)
    await desk.ana.receives("resuelto por usted")
    await desk.carla.receives("ya funciona")
    await desk.carla.receives("· resuelto")


async def test_an_old_proposal_is_answered_kindly(desk: RunningDesk) -> None:
    await desk.ana.writes("la impresora no imprime")
    proposal = await desk.ana.receives(PROPOSED)
    await desk.ana.writes("/cancelar")
    await desk.ana.receives()
    await desk.ana.presses("Me funcionó", proposal)
    await desk.ana.receives("Eso era de un reporte anterior")


@pytest.mark.parametrize(
    "told",
    [
        "necesito una impresora nueva",
        "la impresora huele a quemado y no imprime",
        "no imprime ninguna impresora en toda la alcaldía",
        "la impresora no imprime, ya la apagué y la prendí",
        "el computador está lentísimo, lo reinicié y sigue igual",
        "no tengo internet por cable, ya revisé que el cable esté bien puesto",
        "soy nuevo en nómina y no tengo correo institucional",
        "al computador le sale la pantalla azul y no prende",
    ],
)
async def test_it_is_not_proposed_where_it_does_not_fit(desk: RunningDesk, told: str) -> None:
    await desk.ana.writes(told)
    said = await desk.ana.receives()
    said = await desk.ana.receives() if said.text.startswith("⚠️") else said
    assert PROPOSED not in said.text


async def test_it_is_not_proposed_beside_an_emergency(desk: RunningDesk) -> None:
    await desk.at("2026-11-14 22:00")
    await desk.ana.writes("se cayó el internet en toda la alcaldía y nadie puede trabajar")
    assert PROPOSED not in (await desk.ana.receives("¿Aviso ya a la guardia?")).text


CAUTION = "apáguelo y desconéctelo de la corriente"


@pytest.mark.parametrize(
    "told",
    [
        "se me derramó un jugo encima del teclado",
        "al portátil le cayó agua y está lento",
        "el computador echa humo y no prende",
        "sale olor raro de la impresora y no imprime",
        "se me cayó el portátil y la pantalla no da señal",
    ],
)
async def test_what_is_dangerous_is_answered_with_what_is_safe(desk: RunningDesk, told: str) -> None:
    await desk.ana.writes(told)
    assert (await desk.ana.receives(CAUTION)).text.startswith("⚠️")
    begun = await desk.ana.receives("¿Dónde es?")  # also where it is unclear with what it is
    assert PROPOSED not in begun.text
    assert "Me funcionó" not in begun.labels


@pytest.mark.parametrize("told", ["se cayó el correo", "necesito un computador nuevo", "no me abre el excel"])
async def test_nothing_is_to_be_unplugged_for_the_rest(desk: RunningDesk, told: str) -> None:
    await desk.ana.writes(told)
    assert CAUTION not in (await desk.ana.receives()).text


async def test_what_is_proposed_for_the_sound_is_about_the_sound(desk: RunningDesk) -> None:
    await desk.ana.writes("el computador quedó sin audio, no suena nada")
    assert "Suba el volumen" in (await desk.ana.receives(PROPOSED)).text


NOW = "Cambie ya la clave"


@pytest.mark.parametrize(
    "told",
    [
        "creo que me hackearon el correo",
        "me llegó un correo del banco, le di clic y puse la clave",
        "le di mi clave a alguien que llamó diciendo que era de soporte",
    ],
)
async def test_who_gave_a_password_away_reads_what_to_do_before_anything_is_asked(
    desk: RunningDesk, told: str
) -> None:
    await desk.ana.writes(told)
    await desk.ana.receives(NOW)
    assert PROPOSED not in (await desk.ana.receives("¿Dónde es?")).text


async def test_what_was_done_besides_goes_into_the_case_and_what_is_worse_is_said(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("me llegó un correo sospechoso que pide la contraseña")
    await desk.ana.receives("No le dé clic")
    assert NOW not in (await desk.ana.receives("¿Dónde es?")).text
    await desk.ana.writes("uy, yo puse la clave")
    await desk.ana.receives(NOW)
    await desk.ana.receives("Lo agregué a lo que pasa")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("¿y qué hago mientras tanto?")
    await desk.ana.receives(NOW)
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, piso 2")
    assert "yo puse la clave" in (await desk.ana.receives("Revise su caso")).text
    await desk.sends(desk.ana)
    await desk.ana.receives("quedó abierto: SAUS-2026-000001")
    await desk.carla.receives("SAUS-2026-000001")
    await desk.ana.writes("también le di los datos de la tarjeta")
    await desk.ana.receives("SAUS-2026-000001")
    await desk.carla.receives("datos de la tarjeta")
    await desk.ana.writes("ahora qué hago?")
    await desk.ana.receives(NOW)


async def test_what_to_do_meanwhile_is_what_fits_or_nothing_more(desk: RunningDesk) -> None:
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives(PROPOSED)
    await desk.ana.writes("y qué hago mientras vienen?")
    assert "Apáguela, espere medio minuto" in (await desk.ana.receives(PROPOSED)).text
    await desk.ana.writes("/cancelar")
    await desk.ana.receives()
    await desk.ana.writes("necesito que me instalen zoom en el computador")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("mientras tanto qué puedo hacer?")
    await desk.ana.receives("no tiene que hacer nada más")


async def test_to_open_a_case_in_the_middle_of_one_keeps_its_service(desk: RunningDesk) -> None:
    await desk.ana.writes("creo que me hackearon, di clic en un link y puse mi clave, Hacienda piso 2")
    await desk.ana.receives(NOW)
    assert "Antivirus" in (await desk.ana.receives("Revise su caso")).text
    await desk.ana.writes("¿qué más puedo hacer por aquí?")
    await desk.ana.receives()
    await desk.ana.presses("Abrir un caso")
    assert "SER-007" in (await desk.ana.receives("Revise su caso")).text


async def test_what_was_done_with_a_mail_told_before_belongs_to_it(desk: RunningDesk) -> None:
    await desk.ana.writes("me llegó un correo raro del banco y le di clic, ¿será malo?")
    await desk.ana.receives("No lo abra otra vez")
    await desk.ana.receives("Antivirus")
    await desk.ana.writes("y también puse la contraseña")
    await desk.ana.receives("Cambie ya la clave")
    await desk.ana.receives("Lo agregué")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    shown = (await desk.ana.receives("Revise su caso")).text
    assert "correo raro del banco" in shown
    assert "puse la contraseña" in shown
