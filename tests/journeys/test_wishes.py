"""The desk's own verbs in words: how long, remind them, cancel, close, open again, a person at night, what is down."""

from itgov_bot.domain.tickets.ticket import Solution
from itgov_bot.storage import tickets
from tests.emulator import Person
from tests.journeys.desk import RunningDesk, number_in
from tests.journeys.solving import solved_case, solves

FIRST = "SAUS-2026-000001"
OUTAGE = "se cayó el internet en toda la alcaldía, nadie puede trabajar"


async def hears_nothing_more(desk: RunningDesk, *people: Person) -> None:
    await desk.settled()
    for person in people:
        await person.receives_nothing()


async def test_how_long_and_one_reminder_a_working_day(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.opens_case(desk.beto, "la impresora no imprime")
    await group.receives("SAUS-2026-000001")
    number = await desk.opens_case(desk.ana)
    await group.receives(number)
    await desk.ana.writes("oiga, ¿cuándo es que vienen?")
    told = await desk.ana.receives("está en la fila, hay 1 antes del suyo")
    assert told.labels == ["Recordarles", "Ver cómo va"]
    await desk.ana.presses("Recordarles")
    await desk.ana.receives(f"le recordé a la mesa su caso {number}")
    await group.receives(f"pregunta por {number}")
    await desk.ana.writes("¿y será que hoy sí vienen?")
    await desk.ana.receives("hay 1 antes")
    await desk.ana.presses("Recordarles")
    await desk.ana.receives("Puedo hacerlo una vez por día hábil")
    await hears_nothing_more(desk, desk.carla)
    await desk.at("2026-11-11 09:00")
    await desk.ana.writes("todavía nadie ha venido")
    await desk.ana.receives("hay 1 antes")
    await desk.ana.presses("Recordarles")
    await desk.ana.receives("le recordé a la mesa")
    await group.receives(f"pregunta por {number}")


async def test_what_is_usual_is_told_once_enough_cases_say_it(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    for one in range(11):
        number = await desk.opens_case(desk.beto) if one == 0 else await opens_again(desk, desk.beto)
        await desk.settled()
        desk.clock.advance(minutes=30)
        await solves(desk, desk.carla, number)
        await desk.beto.receives("está resuelto")
        desk.carla.ignores_rest()
    await desk.opens_case(desk.ana)
    await desk.ana.writes("cuánto más toca esperar")
    await desk.ana.receives("suele quedar en menos de una hora hábil; no es un plazo")
    await desk.settled(desk.carla)


async def opens_again(desk: RunningDesk, person: Person) -> str:
    """Where they said to be before."""
    await person.writes("/caso no me abre el correo")
    await person.receives("Revise su caso")
    await person.writes("enviar")
    return number_in(await person.receives("quedó abierto"))


async def test_cancelling_keeps_what_was_said(desk: RunningDesk) -> None:
    group = await desk.has_group()
    number = await desk.opens_case(desk.ana)
    await group.receives(number)
    await desk.ana.writes("anulen mi requerimiento, ya compramos otro equipo")
    await desk.ana.receives(f"¿Cancelo el caso {number}")
    await desk.ana.presses("Sí, cancelarlo")
    await desk.ana.receives(f"Cancelé el caso {number}")
    await group.receives("cancelado", edited=True)
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.receives("cancelado")
    await desk.ana.presses("Ver historia")
    await desk.ana.receives("ya compramos otro equipo")


async def test_who_says_that_it_works_solves_it_and_it_is_nobodys_work(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana)
    await desk.ana.writes("se arregló solo, ya pueden cerrar el caso")
    await desk.ana.receives(f"¿Doy por resuelto {number}")
    await desk.ana.presses("Sí, ya quedó")
    await desk.ana.receives(f"{number} quedó resuelto, porque usted dice que ya funciona")
    async with desk.app.work.begin() as opened:
        ticket = await tickets.by_number(opened.session, number)
        assert ticket
        assert ticket.solution is Solution.SELF
        assert await tickets.solved_by_desk(opened.session, "SER-004", ticket.opened_at) == []
    await desk.ana.writes("no, volvió a fallar")
    await desk.ana.receives("Lo reabro")
    await desk.ana.presses("Sí, reabrirlo")
    await desk.ana.receives(number)
    async with desk.app.work.begin() as opened:
        ticket = await tickets.by_number(opened.session, number)
        assert ticket
        assert ticket.solution is None


async def test_a_solution_that_did_not_hold_is_opened_again_with_one_press(desk: RunningDesk) -> None:
    number, _ = await solved_case(desk)
    await desk.ana.writes("necesito que reabran mi solicitud")
    await desk.ana.receives(f"Lo reabro: ¿qué sigue fallando en {number}")
    await desk.ana.presses("Sí, reabrirlo")
    await desk.ana.receives(number)
    await desk.carla.receives("reabierto", edited=True)
    await desk.carla.receives(f"reabrió {number}")
    await desk.settled(desk.carla)


async def test_a_person_by_day_and_at_night(desk: RunningDesk) -> None:
    await desk.ana.writes("páseme con un humano por favor")
    day = await desk.ana.receives("Hay personas en la mesa")
    assert "6411370" in day.text
    await desk.at("2026-11-10 21:00")
    await desk.ana.writes("necesito hablar con alguien")
    night = await desk.ana.receives("A esta hora no hay nadie en la mesa")
    assert "6411370" not in night.text
    assert night.labels == ["Que me escriban", "Es urgente"]


async def test_who_wants_to_be_written_to_does_not_lose_what_was_spoken_of(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives()
    await desk.ana.writes("mejor quiero hablar con una persona")
    await desk.ana.receives()
    await desk.ana.presses("Que me escriban")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    summary = await desk.ana.receives("no me abre el correo")
    assert "SER-004" in summary.text


async def test_what_is_down_and_me_too(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.ana.writes("¿ya hay internet?")
    await desk.ana.receives("No tengo reportes de caída")
    await desk.ana.presses("No, solo preguntaba")
    await desk.ana.receives()
    await desk.opens_case(desk.beto, OUTAGE)
    await group.receives(FIRST)
    await desk.ana.writes("¿qué pasó con el internet?")
    told = await desk.ana.receives("Sí lo sabemos")
    assert "Ley 1581" in told.text
    assert told.labels == ["A mí también"]
    await desk.ana.presses("A mí también")
    await desk.ana.receives(f"lo anoté en el caso {FIRST}: 2 personas afectadas")
    await desk.advance(seconds=15)
    await group.receives("2 personas afectadas", edited=True)
    await desk.ana.writes("¿ya volvió el internet?")
    await desk.ana.receives(FIRST)


async def test_privacy_and_being_forgotten(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("¿para qué quieren mi celular?")
    told = await desk.ana.receives("Ley 1581 de 2012")
    assert told.labels == ["Ver mis datos", "Borrar mis datos"]
    await desk.ana.writes("eliminen mis datos")
    await desk.ana.receives("No se puede deshacer")
    await desk.ana.presses("Sí, borrarlos")
    await desk.ana.receives()
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("No tengo guardados su nombre ni su contacto")


async def test_a_complaint_reaches_who_coordinates(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.ana.writes("quiero poner una queja de la atención")
    await desk.ana.receives("Ya se lo pasé a quien coordina la mesa")
    await desk.admin.receives("Queja")
    number = await desk.opens_case(desk.ana)
    await desk.ana.writes("qué servicio tan pésimo, quiero quejarme")
    await desk.ana.receives(number)
    heard = await desk.admin.receives(f"sobre {number}")
    assert "qué servicio tan pésimo" in heard.text


async def test_a_question_in_the_middle_of_a_form_is_answered_and_the_form_goes_on(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("¿qué hacen con mis datos?")
    await desk.ana.receives("Ley 1581 de 2012")
    await desk.ana.receives("¿Dónde es?")
