"""What the guard answers, and what happens when it does not; and everybody who may call it by hand."""

import asyncio

import pytest

from itgov_bot.messages import Address
from itgov_bot.outbox.posting import post
from itgov_bot.replies import Reply
from tests.emulator import Person
from tests.journeys.desk import RunningDesk

OUTAGE = "se cayó el servidor y nadie puede entrar a nada en toda la alcaldía"
FIRST = "SAUS-2026-000001"
PAGE = f"GUARDIA: caso urgente {FIRST}"
FRIDAY_NIGHT = "2026-11-20 19:30"
WAITING = 300


@pytest.fixture
async def night(desk: RunningDesk) -> RunningDesk:
    """Carla is called first, Darío after her; the administrator coordinates."""
    await desk.puts_on_duty(desk.carla, 1)
    await desk.puts_on_duty(desk.dario, 2)
    await desk.at(FRIDAY_NIGHT)
    return desk


async def reports(desk: RunningDesk, person: Person, text: str = OUTAGE) -> str:
    await person.writes(text)
    await person.receives("¿Aviso ya a la guardia?")
    await person.presses("Sí, avisar ya a la guardia")
    return (await person.receives("Su caso quedó abierto")).text


async def test_who_cannot_come_passes_it_on_at_once(night: RunningDesk) -> None:
    await reports(night, night.ana)
    page = await night.carla.receives(PAGE)
    assert page.labels == ["Lo tomo", "No puedo"]
    await night.carla.presses("No puedo")
    await night.carla.receives("ya llamé a quien sigue")
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.carla.presses("No puedo", page)
    await night.carla.receives("ya había dicho que no puede")
    await night.advance(minutes=15)
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.carla.receives_nothing()
    await night.dario.presses("Lo tomo")
    await night.dario.receives("queda a cargo de Darío")
    await night.carla.receives("Darío ya tomó")
    await night.ana.receives("Darío tomó su caso")
    await night.carla.presses("No puedo", page)
    await night.carla.receives("ya no llamo a nadie por ese caso")


async def test_who_gives_it_up_is_not_called_again_and_the_next_one_is_at_once(night: RunningDesk) -> None:
    await reports(night, night.ana)
    await night.carla.receives(PAGE)
    await night.carla.presses("Lo tomo")
    taken = await night.carla.receives("queda a cargo de Carla")
    await night.ana.receives("Carla tomó su caso")
    await night.carla.presses("Devolver a la fila", taken)
    await night.carla.receives("ya llamé a la guardia (Darío)")
    await night.dario.receives(PAGE)
    await night.ana.receives("Carla no sigue con su caso")
    await night.advance(minutes=15)
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.carla.receives_nothing()


async def test_a_release_calls_who_was_not_asked_yet_before_who_refused(night: RunningDesk) -> None:
    await night.puts_on_duty(night.admin, 3)
    await reports(night, night.ana)
    await night.carla.receives(PAGE)
    await night.carla.presses("No puedo")
    await night.dario.receives(PAGE)
    await night.dario.presses("Lo tomo")
    await night.dario.presses("Devolver a la fila", await night.dario.receives("queda a cargo de Darío"))
    assert "(Carla)" not in (await night.dario.receives("ya llamé a la guardia")).text
    await night.admin.receives(PAGE)
    await night.carla.receives("ya llamé a quien sigue")
    await night.carla.receives("Darío ya tomó")
    await night.carla.receives_nothing()
    await night.advance(minutes=1)
    await night.admin.writes("/urgentes")
    told = (await night.admin.receives("Se llamó a")).text
    assert "Carla (no podía)" in told
    assert "Darío (no podía)" not in told
    await night.ana.receives("Darío tomó su caso")
    await night.ana.receives("Darío no sigue con su caso")


async def test_when_the_only_one_gives_it_up_everybody_is_told_at_once(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana)
    await desk.carla.receives(PAGE)
    await desk.carla.presses("Lo tomo")
    taken = await desk.carla.receives("queda a cargo de Carla")
    await desk.ana.receives("Carla tomó su caso")
    await desk.carla.presses("Devolver a la fila", taken)
    await desk.carla.receives("Nadie responde por el caso urgente")
    await desk.carla.receives("ya llamé a toda la guardia, y avisé a la mesa y a quienes coordinan")
    await desk.admin.receives("Nadie responde por el caso urgente")
    await desk.ana.receives("Carla no sigue con su caso")
    await desk.ana.receives("Nadie de la guardia ha respondido todavía")


async def test_of_two_called_at_once_both_must_decline(desk: RunningDesk) -> None:
    for person in (desk.carla, desk.dario):
        await desk.puts_on_duty(person, 1)
    await desk.puts_on_duty(desk.admin, 2)
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana)
    await asyncio.gather(desk.carla.receives(PAGE), desk.dario.receives(PAGE))
    await desk.carla.presses("No puedo")
    await desk.carla.receives("espero a los demás que llamé")
    await desk.admin.receives_nothing()
    await desk.dario.presses("No puedo")
    await desk.dario.receives("ya llamé a quien sigue")
    await desk.admin.receives("Nadie lo ha tomado todavía")


async def test_when_everybody_declines_everybody_is_told_at_once(night: RunningDesk) -> None:
    await reports(night, night.ana)
    await night.carla.receives(PAGE)
    await night.carla.presses("No puedo")
    await night.carla.receives("ya llamé a quien sigue")
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.dario.presses("No puedo")
    for told in (night.carla, night.dario, night.admin):
        await told.receives(f"Nadie responde por el caso urgente {FIRST}")
    await night.dario.receives("ya no queda nadie más a quien llamar")
    asked = await night.ana.receives("Nadie de la guardia ha respondido todavía")
    assert "llame también a la línea (57) + (5) 6411370" in asked.text


async def test_who_coordinates_and_is_on_duty_is_not_the_last_to_be_told(night: RunningDesk) -> None:
    """Nobody answers, and the only coordinator is one of those who did not: the administrators hear of it."""
    await night.gives("coordinador", night.dario)
    await reports(night, night.ana)
    for person in (night.carla, night.dario):
        await person.receives(FIRST)
        await person.presses("No puedo")
        await night.settled()
    await night.admin.receives(f"Nadie responde por el caso urgente {FIRST}")
    for person in (night.carla, night.dario, night.ana):
        person.ignores_rest()


async def test_after_the_limit_everybody_is_told_and_it_goes_on_more_slowly(night: RunningDesk) -> None:
    group = await night.has_group()
    await reports(night, night.ana)
    await group.receives("🚨 urgente")
    await night.carla.receives(PAGE)
    await night.advance(minutes=15)
    await night.dario.receives(PAGE)
    for _ in range(3):
        await night.advance(minutes=15)
        await night.restart()
        for called in (night.carla, night.dario):
            await called.receives("Nadie lo ha tomado todavía")
    await night.admin.receives_nothing()
    await night.advance(minutes=15)
    for told in (night.carla, night.dario, night.admin, group):
        last = await told.receives(f"Nadie responde por el caso urgente {FIRST}")
        assert "cada 60 minutos" in last.text
    await night.ana.receives("Nadie de la guardia ha respondido todavía")
    await night.advance(minutes=59)
    await night.carla.receives_nothing()
    for _ in range(2):
        await night.advance(minutes=60)
        for called in (night.carla, night.dario):
            await called.receives("Nadie lo ha tomado todavía")
    await night.admin.receives_nothing()
    await night.ana.receives_nothing()
    await night.admin.presses("Lo tomo", in_group=group)
    await group.receives("Lo tiene: Alba", edited=True)
    await night.admin.sees_toast("queda a cargo de Alba")
    await night.ana.receives("Alba tomó su caso")
    for called in (night.carla, night.dario):
        await called.receives("Alba ya tomó")
    await night.advance(hours=3)


async def test_a_forged_press_by_an_outsider_does_nothing(night: RunningDesk) -> None:
    await reports(night, night.ana)
    page = await night.carla.receives(PAGE)
    for forged in (f"ag:{FIRST}:decline", f"ag:{FIRST}:calm", f"ag:{FIRST}:guard", f"take:{FIRST}"):
        await night.beto._press(night.carla.chat, page.message_id, "x", forged)
        await night.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await night.beto._press(night.carla.chat, page.message_id, "x", f"tk:{FIRST}:guard")
    await night.carla.receives("No encuentro entre sus casos")
    await night.dario._press(night.carla.chat, page.message_id, "No puedo", f"ag:{FIRST}:decline")
    await night.carla.receives("a usted no lo llamé por ese caso")
    await night.ana.receives_nothing()
    await night.dario.receives_nothing()


async def test_its_reporter_calls_the_guard_with_one_press(night: RunningDesk) -> None:
    await night.opens_case(night.ana, "no me abre el correo")
    await night.ana.writes("/estado 1")
    seen = await night.ana.receives("lo atienden desde el lunes 23")
    await night.beto.writes("/estado 1")
    await night.beto.receives("No encuentro entre sus casos")
    await night.ana.presses("Llamar a la guardia", seen)
    await night.ana.receives("Ya avisé a la guardia")
    page = await night.carla.receives(PAGE)
    assert "un caso para el que se pidió la guardia" in page.text
    await night.ana.writes("/estado 1")
    assert "Llamar a la guardia" not in (await night.ana.receives("La guardia está avisada")).labels
    await night.carla.presses("Lo tomo")
    await night.carla.receives("queda a cargo de Carla")
    await night.ana.receives("Carla tomó su caso")
    await night.ana.presses("Llamar a la guardia", seen)
    await night.ana.receives("Ya lo tiene Carla")


async def test_in_hours_the_press_is_answered_kindly(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.at(FRIDAY_NIGHT)
    await desk.opens_case(desk.ana, "no me abre el correo")
    await group.receives(FIRST)
    await desk.ana.writes("/estado")
    seen = await desk.ana.receives("lo atienden desde el lunes 23")
    await desk.at("2026-11-23 08:30")
    await desk.ana.presses("Llamar a la guardia", seen)
    await desk.ana.receives("Estamos en horario y no hace falta la guardia. Queda de primero en la fila")
    rung = await group.receives("va de primero en la fila")
    assert "tg://user?id=11" in rung.html
    await group.receives("🚨 urgente", edited=True)


async def test_an_agent_calls_the_guard_from_the_card(night: RunningDesk) -> None:
    group = await night.has_group(night.carla)
    await night.opens_case(night.ana, "no me abre el correo")
    card = await group.receives(f"{FIRST} · nuevo")
    await night.carla.presses("Más…", in_group=group)
    more = await group.receives(FIRST, edited=True)
    assert len(more.labels) <= 10
    await night.beto.joins(group)
    await night.beto.presses("Llamar a la guardia", more)
    await night.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await night.carla.presses("Llamar a la guardia", more)
    await night.carla.receives(PAGE)
    await group.receives("🚨 urgente", edited=True)
    await group.receives("ya llamé a la guardia")
    await night.ana.receives("Carla llamó a la guardia para su caso")
    await night.carla.presses("Más…", card)
    more = await group.receives(FIRST, edited=True)
    await night.carla.presses("Historia", more)
    await group.receives("Carla pidió la guardia")


async def test_a_page_overtakes_whatever_waits(night: RunningDesk) -> None:
    """Telegram lets nothing more to Carla for ten minutes, and three hundred messages wait for her when the page comes."""
    night.telegram.faults.retry_after(600)
    async with night.app.work.begin() as desk:
        for number in range(WAITING):
            await post(
                desk.session, Address("telegram", str(night.carla.id)), Reply(f"aviso {number}"), desk.now
            )
    await night.settled()
    await night.carla.receives_nothing()
    await reports(night, night.ana)
    await night.carla.receives(PAGE)
    await night.carla.presses("Lo tomo")
    await night.ana.receives("Carla tomó su caso")
    await night.advance(minutes=11)
    for number in range(WAITING):
        await night.carla.receives(f"aviso {number}")
    await night.carla.receives("queda a cargo de Carla")
