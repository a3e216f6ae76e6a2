"""Words of staff that were once taken for what they are not: courtesy, worries about data, who is away, corrections."""

import pytest

from tests.journeys.desk import RunningDesk

FIRST, SECOND = "SAUS-2026-000001", "SAUS-2026-000002"


@pytest.mark.parametrize(
    "said",
    [
        "Buenas tardes, el teclado no funciona. Quedo atenta, mil gracias, feliz tarde",
        "disculpen la molestia, no me sirve el teclado, agradezco su colaboración, bendiciones",
    ],
)
async def test_courtesy_around_a_report_never_outweighs_it(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes(said)
    await desk.ana.receives("Equipos y periféricos")
    await desk.settled(desk.ana)


async def test_the_case_that_is_named_is_the_one_meant_and_leaving_closes_none(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("ya me voy para la casa")
    await desk.ana.receives("Se lo pasé a la mesa")
    await desk.ana.writes("se dañó el mouse")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("enviar")
    await desk.ana.receives(SECOND)
    await desk.ana.writes("lo del correo ya quedó, ciérrenlo")
    await desk.ana.receives(f"¿Doy por resuelto {FIRST}")
    await desk.ana.writes("cancele el del mouse")
    await desk.ana.receives(f"¿Cancelo el caso {SECOND}")
    await desk.settled(desk.ana, desk.carla)


async def test_worries_are_answered_and_the_draft_waits(desk: RunningDesk) -> None:
    await desk.ana.writes("Tito Barrios, tesorería, el teclado no funciona, enviar")
    assert "Nombre: Tito Barrios" in (await desk.ana.receives("📝 el teclado no funciona\n")).text
    for asked, told in (
        ("no se guarda mi teléfono, verdad?", "Aviso de privacidad"),
        ("y para que me piden el telefono?? eso no se lo dan a nadie cierto", "Aviso de privacidad"),
        ("ustedes a quién le dan mi teléfono?", "Aviso de privacidad"),
        ("y si no quiero que guarden mis datos?", "Aviso de privacidad"),
        ("eso tiene algún costo?", "No tiene costo"),
        ("y a qué hora vienen", "Todavía no lo ha enviado"),
    ):
        await desk.ana.writes(asked)
        await desk.ana.receives(told)
    await desk.ana.writes("cambie teclado por mouse, me equivoqué")
    await desk.ana.receives("📝 el mouse no funciona\n")
    await desk.ana.writes("no autorizo")
    await desk.ana.receives("Entendido")
    await desk.ana.writes("y mi caso?")
    await desk.ana.receives("📝 el mouse no funciona\n")


async def test_who_is_in_a_meeting_tells_no_place(desk: RunningDesk) -> None:
    await desk.ana.writes("el teclado no funciona")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("ahorita le digo, estoy en reunión")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Nelly Arrieta de archivo, 3017776655")
    review = (await desk.ana.receives("Revise su caso")).text
    assert all(one in review for one in ("Nombre: Nelly Arrieta", "Lugar: Archivo General", "3017776655"))
    await desk.ana.writes("ya funciona, gracias")
    await desk.ana.receives("sin enviar")


async def test_several_cases_are_asked_after_by_no_name(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana, "el teclado no me sirve")
    await desk.opens_case(desk.ana, "la impresora bota las hojas manchadas")
    await desk.ana.writes("¿cómo van los dos?")
    assert FIRST in (await desk.ana.receives(SECOND)).text
    await desk.ana.writes("¿cómo va lo del teclado?")
    await desk.ana.receives(f"{FIRST} · nuevo")
    for said, shown in (("¿y la impresora?", SECOND), ("¿y el otro?", FIRST)):
        await desk.ana.writes(said)
        await desk.ana.receives(f"{shown} · nuevo")


async def test_what_waits_is_opened_by_naming_it(desk: RunningDesk) -> None:
    await desk.ana.writes("no me prende el computador y también necesito un punto de red")
    await desk.ana.receives("más de una cosa")
    await desk.ana.presses("Equipos y periféricos")
    await desk.reaches_summary(desk.ana, "Hacienda, Aduana, piso 2")
    await desk.sends(desk.ana)
    await desk.ana.receives("Su caso quedó abierto")
    await desk.ana.receives("Quedaba lo otro")
    await desk.ana.writes("bueno gracias, ¿y lo del punto?")
    assert "punto de red" in (await desk.ana.receives("Revise su caso")).text


async def test_who_wants_to_be_called_leaves_the_number_and_their_words(desk: RunningDesk) -> None:
    await desk.ana.writes("¿me pueden marcar? casi no sé escribir")
    await desk.ana.receives("Queda escrito que lo llamen")
    await desk.ana.receives("¿A qué teléfono")
    await desk.ana.writes("3015550102")
    shown = (await desk.ana.receives("Revise su caso")).text
    assert "Pide que lo llamen: ¿me pueden marcar? casi no sé escribir" in shown
    assert "Contacto: 3015550102" in shown


async def test_who_is_lost_is_told_what_to_do(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("no entiendo qué es lo que tengo que contestar")
    await desk.ana.receives("solo conteste con sus palabras")
    await desk.is_asked_where(desk.ana)
    await desk.ana.writes("estado")
    await desk.ana.receives("Todavía no lo ha enviado")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("ay yo de esto no sé, ¿qué toco ahora?")
    await desk.ana.receives("toque el primer botón")
    await desk.ana.receives("Revise su caso")


async def test_a_telephone_alone_is_no_problem(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso")
    await desk.ana.receives("¿Qué pasa?")
    await desk.ana.writes("mi celular es 3015550103")
    await desk.ana.receives("Anotado: 3015550103")
    await desk.ana.receives("¿Qué pasa?")
