"""What follows a service that was spoken of stays with it, and the need that was told is not lost."""

import pytest

from tests.journeys.desk import RunningDesk


@pytest.mark.parametrize(
    ("first", "service"),
    [
        ("¿quién puede pedir la VPN?", "VPN"),
        ("¿quién puede pedir un punto de red?", "ed interna"),
    ],
)
async def test_who_may_ask_and_how_long_it_takes_is_of_that_service(
    desk: RunningDesk, first: str, service: str
) -> None:
    await desk.ana.writes(first)
    await desk.ana.receives(service)
    await desk.ana.writes("soy judicante, ¿puedo pedirlo?")
    assert service in (await desk.ana.receives("lo puede pedir")).text
    await desk.ana.writes("¿me lo tienen para el viernes?")
    await desk.ana.receives("No hay un plazo fijo")
    await desk.ana.writes("¿y eso tiene algún costo?")
    await desk.ana.receives("No tiene costo")
    await desk.ana.writes("Hacienda, piso 2")
    assert "Secretaría de Hacienda, piso 2" in (await desk.ana.receives(service)).text


async def test_a_need_that_may_be_several_services_is_kept_while_it_is_asked_about(desk: RunningDesk) -> None:
    await desk.ana.writes(
        "necesito el desarrollo de una aplicación para las citas de la oficina, ¿quién la pide?"
    )
    await desk.ana.receives("Lo puede pedir, según cuál sea")
    offered = await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes("¿la alcanzan a hacer este año?")
    await desk.ana.receives("No hay un plazo fijo")
    assert (await desk.ana.receives("¿Cuál de estos")).labels == offered.labels
    await desk.ana.presses(offered.labels[0])
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, piso 2")
    assert "aplicación para las citas" in (await desk.ana.receives("Revise su caso")).text


async def test_who_asks_without_any_service_is_asked_which(desk: RunningDesk) -> None:
    await desk.ana.writes("soy contratista, ¿yo puedo?")
    await desk.ana.receives("Depende del servicio")


async def test_an_event_of_somebody_else_is_an_ordinary_case(desk: RunningDesk) -> None:
    await desk.ana.writes("necesito acompañamiento para el evento del alcalde el jueves a las 9 de la mañana")
    await desk.ana.receives("un evento del despacho del alcalde")
    await desk.ana.receives()
    await desk.ana.writes("no, es de la secretaria, no del alcalde")
    await desk.ana.receives("Entonces no es un evento del despacho del alcalde")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, piso 2")
    summary = await desk.ana.receives("Revise su caso")
    assert "es de la secretaria" in summary.text
    await desk.sends(desk.ana)
    await desk.ana.receives("en el orden de llegada")


async def test_what_is_no_event_at_all_is_an_ordinary_case(desk: RunningDesk) -> None:
    await desk.ana.writes("el video beam del despacho no proyecta y el alcalde tiene reunión ya")
    await desk.ana.receives("un evento del despacho del alcalde")
    await desk.ana.receives()
    await desk.ana.writes("no, no es ningún evento, es que el aparato se dañó")
    await desk.ana.receives("la mesa lo atiende como un caso normal")
    await desk.ana.receives("¿Dónde es?")


async def test_what_is_promised_is_told_after_a_question_of_hours_too(desk: RunningDesk) -> None:
    await desk.ana.writes("¿el 8 de diciembre abren?")
    await desk.ana.receives("es festivo")
    await desk.ana.writes("¿y de noche si se cae un servidor?")
    await desk.ana.receives("A cualquier hora, solo estas dos excepciones")


async def test_nobody_is_paged_for_an_event_of_somebody_else(desk: RunningDesk) -> None:
    await desk.at("2026-11-14 22:00")
    await desk.ana.writes("necesitamos apoyo con el sonido para el evento del alcalde mañana a las 7 a. m.")
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.writes("el alcalde no va, es del concejo")
    await desk.ana.receives("Entonces no es un evento del despacho del alcalde")
    await desk.ana.receives("¿Dónde es?")


async def test_a_telephone_told_before_anything_else_is_kept_for_the_case(desk: RunningDesk) -> None:
    await desk.ana.writes("les dejo mi celular: 310 222 3344")
    await desk.ana.receives("Anotado: 310 222 3344")
    await desk.ana.writes("la impresora no imprime, estoy en Hacienda, piso 2")
    assert "☎️ Contacto: 310 222 3344" in (await desk.ana.receives("Revise su caso")).text
