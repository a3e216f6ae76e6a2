"""Words in a case of several people: an outage that hits many, cases that were merged."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.test_whose_words import ANAS, BETOS, SECRET, asks, busy, card, is_read_by, merges

__all__ = ["busy"]  # a fixture


async def test_in_a_merged_case_whose_words_are_answered_reads_it(busy: RunningDesk) -> None:
    await merges(busy)
    await busy.beto.writes("y a mí me sale otro aviso", reply_to=busy.beto.last)
    await busy.beto.receives("Agregué su mensaje")
    heard = await busy.group.receives("Beto agregó")
    await busy.carla.writes_in(busy.group, SECRET, reply_to=heard)
    await busy.settled()
    sent = busy.group.inbox.unseen[-1]
    assert "respuesta a Beto" in sent.text
    answer = await busy.beto.receives(f"Sobre {BETOS}, que se juntó con {ANAS}")
    await is_read_by(busy, SECRET, busy.beto)
    await busy.carla.writes_in(busy.group, "cámbiela hoy mismo", reply_to=sent)
    await is_read_by(busy, "cámbiela hoy mismo", busy.beto)
    await busy.beto.writes("listo, ya la cambié", reply_to=answer)
    await busy.beto.receives("Agregué su mensaje")
    await busy.carla.receives("Beto agregó")  # who answers has the case
    await busy.ana.writes(f"/estado {ANAS}")
    await busy.ana.receives(ANAS)
    await busy.ana.presses("Ver historia")
    assert SECRET not in (await busy.ana.receives("🗒")).text


async def test_merged_cases_say_whose_they_are_and_which_goes_on(busy: RunningDesk) -> None:
    await busy.dario.writes("juntar 1 y 2 en el 1")
    asked = await busy.dario.receives(f"¿Junto 1 caso en {ANAS}, de Ana?")
    assert "· Beto" in asked.text
    await busy.dario.writes("sí")
    await busy.settled()
    shown = {one.text for one in busy.group.inbox.unseen if one.edited}
    assert any(ANAS in one and "👥 También es de Beto" in one for one in shown)
    assert any(BETOS in one and f"🔗 Se juntó con {ANAS}: sigue allí" in one for one in shown)
    for one in (busy.beto, busy.dario, busy.group):
        one.ignores_rest()
    await busy.carla.writes_in(busy.group, f"resuelto: {SECRET}", reply_to=card(busy.group, ANAS))
    preview = await busy.group.receives(f"¿lo resuelvo con «{SECRET}»?")
    assert "Lo leerán Ana y Beto" in preview.text
    await is_read_by(busy, SECRET)


async def test_what_was_asked_before_the_merge_goes_to_whom_it_named(busy: RunningDesk) -> None:
    asked, old = await asks(busy, busy.carla, BETOS, "Responder"), card(busy.group, BETOS)
    await merges(busy)
    await busy.carla.writes_in(busy.group, SECRET, reply_to=asked)
    await is_read_by(busy, SECRET, busy.beto)
    await busy.carla.writes_in(
        busy.group, "usted queda en el mismo caso, ya lo estamos mirando", reply_to=old
    )
    await is_read_by(busy, "usted queda en el mismo caso, ya lo estamos mirando", busy.beto)


@pytest.fixture
async def down(desk: RunningDesk) -> RunningDesk:
    """Ana told of an outage, and it hits Beto and Darío, who is an agent, too; Carla has it and said how it goes."""
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.ana.writes("se cayó el internet en toda la alcaldía, nadie puede trabajar")
    await desk.reaches_summary(desk.ana, "Aduana, piso 2")
    await desk.sends(desk.ana)
    await desk.ana.receives("Su caso quedó abierto")
    for person in (desk.beto, desk.dario):
        await person.writes("no hay internet en ninguna oficina, nadie tiene")
        await person.receives("¿Es lo mismo?")
        await person.presses("Sí, es lo mismo")
        await person.receives("afectadas")
    await desk.advance(minutes=1)
    group.ignores_rest()
    await desk.carla.presses("Lo tomo", card(group, ANAS))
    await desk.settled()
    await tells(desk, "ya volvió en casi todas las sedes, cuéntennos")
    return desk


async def tells(desk: RunningDesk, news: str) -> None:
    """To everybody whom it hits."""
    desk.telegram.tolerate_rejections(
        "can't be edited"
    )  # what asks for words becomes what asks whether to send them
    await desk.settled(desk.group)
    asked = await asks(desk, desk.carla, ANAS, "Avisar avance")
    await desk.carla.writes_in(desk.group, news, reply_to=asked)
    await desk.carla.presses("Sí, enviarlo", await desk.group.receives(news))
    await desk.settled()
    for person in (desk.ana, desk.beto, desk.dario):
        assert news in person.inbox.unseen[-1].text
        person.ignores_rest()
    desk.group.ignores_rest()


async def test_who_answers_the_card_of_an_outage_is_told_that_one_person_reads_it(down: RunningDesk) -> None:
    await down.carla.writes_in(down.group, SECRET, reply_to=card(down.group, ANAS))
    await down.group.receives("Solo a Ana; para los 3 afectados: «Avisar avance»")
    await is_read_by(down, SECRET, down.ana)


@pytest.mark.parametrize("who", ["beto", "dario"])
@pytest.mark.parametrize("by_reply", [True, False])
async def test_whom_it_hits_can_answer_its_news(down: RunningDesk, who: str, by_reply: bool) -> None:
    person: Person = getattr(down, who)
    await person.writes("a mí no me volvió", reply_to=person.last if by_reply else None)
    passed = await person.receives("Se lo pasé a Carla")
    heard = await down.carla.receives("a mí no me volvió")
    await person.writes("estoy en el piso 4", reply_to=passed)
    await person.receives("Se lo pasé a Carla")
    await is_read_by(down, "estoy en el piso 4", down.carla)
    await down.carla.writes(SECRET, reply_to=heard)
    await down.carla.receives(SECRET)
    await person.receives(SECRET)
    assert all(SECRET not in one.text for one in down.ana.inbox.unseen)
    if who == "beto" and by_reply:
        await person.blocks_bot()
        await down.carla.writes("pase por la mesa, por favor", reply_to=heard)
        await down.carla.receives("Beto")
        await down.settled()
        told = [*down.carla.inbox.unseen, *down.group.inbox.unseen]
        assert any("A Beto no le llegó" in one.text for one in told)
        down.carla.ignores_rest()
        down.group.ignores_rest()
    await down.carla.writes(f"/mesa {ANAS}")
    await down.carla.receives(ANAS)
    await down.carla.presses("Más…")
    await down.carla.receives(ANAS, edited=True)
    await down.carla.presses("Historia")
    assert "a mí no me volvió" in (await down.carla.receives("🗒")).text


async def test_who_follows_by_a_merged_case_answers_in_plain_words(busy: RunningDesk) -> None:
    await merges(busy)
    await busy.beto.writes("sigue igual")
    await busy.beto.receives(f"Se lo pasé a la mesa ({ANAS})")
    heard = await busy.group.receives("sigue igual")
    await busy.carla.writes_in(busy.group, "¿de qué marca es el suyo?", reply_to=heard)
    await busy.beto.receives("¿de qué marca es el suyo?")
    await busy.beto.writes("es un lenovo de los viejos")
    await busy.beto.receives("Se lo pasé a")
    await is_read_by(busy, "agregó:\nes un lenovo de los viejos", busy.carla)


async def test_who_follows_by_a_case_that_was_merged_again_is_told_and_heard(busy: RunningDesk) -> None:
    """Beto's case into Ana's, and that into Inés's: nobody had hers, and who had Ana's goes with it."""
    ines, ineses = busy.telegram.person(31, "Inés", "ines"), "SAUS-2026-000003"
    await busy.opens_case(ines)
    await merges(busy)
    await busy.carla.presses("Lo tomo", card(busy.group, ANAS))
    await busy.ana.receives("Carla tomó su caso")
    await busy.dario.writes("juntar 1 en el 3")
    await busy.dario.receives("¿Junto 1 caso")
    await busy.dario.writes("sí")
    await busy.carla.receives(f"que usted tenía, con {ineses}, y queda a su cargo")
    await busy.beto.receives(f"{ANAS} es lo mismo que {ineses} y sigue allí")
    await busy.beto.writes("a mí me sale otro aviso", reply_to=busy.beto.last)
    await busy.beto.receives(f"Agregué su mensaje al caso {ineses}")
    await is_read_by(busy, "agregó:\na mí me sale otro aviso", busy.carla)
    await busy.carla.writes_in(busy.group, f"resuelto: {SECRET}", reply_to=card(busy.group, ineses))
    asked = await busy.group.receives("¿lo resuelvo con")
    assert "Lo leerán Inés, Ana y Beto" in asked.text
    await busy.carla.presses("Sí, enviarlo", asked)
    await busy.beto.receives(SECRET)
    await busy.settled(busy.ana, busy.beto, busy.carla, busy.dario, busy.group, ines)
