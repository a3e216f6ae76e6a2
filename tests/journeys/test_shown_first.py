"""What an agent writes is shown before anybody reads it wherever it may be for somebody else, or is not what was asked."""

import pytest

from tests.channels.rigs import PNG

from .desk import RunningDesk
from .test_whose_words import ANAS, BETOS, busy, card, merges

__all__ = ["busy"]  # a fixture


async def is_left(desk: RunningDesk) -> None:
    await desk.settled(desk.ana, desk.beto, desk.carla, desk.dario, desk.group)


@pytest.mark.parametrize(
    "said", ["el repuesto se lo bajo hoy a darío", "mil gracias Darío", "yo le pregunto a ella"]
)
async def test_what_names_a_colleague_is_shown_and_hands_nothing_over(busy: RunningDesk, said: str) -> None:
    await busy.carla.writes_in(busy.group, said, reply_to=card(busy.group, ANAS))
    await busy.group.receives(f"¿le envío «{said}» a Ana")
    await busy.ana.receives_nothing()
    await busy.dario.receives_nothing()
    await is_left(busy)


async def test_who_comes_is_told_at_once(busy: RunningDesk) -> None:
    await busy.carla.writes_in(
        busy.group, "mañana la visita Darío, de soporte", reply_to=card(busy.group, ANAS)
    )
    await busy.ana.receives("mañana la visita Darío")
    await is_left(busy)


async def test_an_edited_answer_is_read_as_a_new_one(busy: RunningDesk) -> None:
    sent = await busy.carla.writes_in(
        busy.group, "doña Ana, ya voy subiendo", reply_to=card(busy.group, ANAS)
    )
    await busy.ana.receives("ya voy subiendo")
    await busy.settled()
    await busy.carla.edits(sent, "doña Ana, ya voy subiendo. Darío páseme la llave")
    await busy.settled()
    asked = busy.group.inbox.unseen[-1]
    assert "¿le envío «(corregido) doña Ana, ya voy subiendo. Darío páseme la llave»" in asked.text
    await busy.ana.receives_nothing()
    await is_left(busy)


async def test_words_for_whom_an_older_answer_waits_are_sent_there_by_a_press(busy: RunningDesk) -> None:
    for number in (ANAS, BETOS):
        await busy.carla.writes(f"/mesa {number}")
        await busy.carla.presses("Responder", await busy.carla.receives(f"{number} · "))
        await busy.settled()
        busy.carla.inbox.see_all()
    await busy.carla.writes("ya subo doña Ana")
    asked = await busy.carla.receives(f"{BETOS}: ¿le envío «ya subo doña Ana» a Beto")
    await busy.carla.presses("Es para Ana", asked)
    await busy.ana.receives("ya subo doña Ana")
    await busy.settled()
    busy.carla.inbox.see_all()
    await busy.carla.writes("reinícielo y me cuenta")
    await busy.carla.receives(f"{BETOS}: ¿le envío «reinícielo y me cuenta» a Beto")
    await is_left(busy)


async def test_a_number_beside_words_that_wait_shows_a_case(busy: RunningDesk) -> None:
    await busy.carla.writes(f"/mesa {ANAS}")
    await busy.carla.presses("Responder", await busy.carla.receives(f"{ANAS} · "))
    await busy.settled()
    busy.carla.inbox.see_all()
    await busy.carla.writes("se le cambió el cable y quedó, gracias Darío")
    assert "Resolver con esto" in (await busy.carla.receives("¿le envío")).labels
    await busy.carla.writes("2")
    await busy.carla.receives(f"{BETOS} · ")
    await busy.carla.receives("pendiente")
    await busy.ana.receives_nothing()
    await is_left(busy)


@pytest.mark.parametrize("said", ["deme un segundo que estoy mirando", "oiga Darío venga", "¿y el cable?"])
async def test_what_is_no_solution_solves_nothing_unasked(busy: RunningDesk, said: str) -> None:
    await busy.carla.presses("Resolver", card(busy.group, ANAS))
    asked = await busy.group.receives("¿qué se hizo?")
    await busy.carla.writes_in(busy.group, said, reply_to=asked)
    await busy.group.receives("No parece lo que se hizo")
    await busy.ana.receives_nothing()
    await is_left(busy)


async def test_closing_without_a_solution_cancels_with_the_reason_that_was_shown(busy: RunningDesk) -> None:
    await busy.carla.writes("cierre el 2 sin resolver, nunca contestó")
    asked = await busy.carla.receives(f"{BETOS}: ¿lo cancelo con «nunca contestó»?")
    await busy.beto.receives_nothing()
    await busy.carla.presses("Sí, enviarlo", asked)
    assert not (await busy.beto.receives("canceló su caso")).text.count("Califíquela")
    await is_left(busy)


async def test_a_file_alone_is_told_to_whoever_has_the_case(busy: RunningDesk) -> None:
    await busy.dario.presses("Lo tomo", card(busy.group, ANAS))
    await busy.settled(busy.dario)
    await busy.carla.sends_photo(PNG, group=busy.group, reply_to=card(busy.group, ANAS))
    await busy.dario.receives("Carla le envió un archivo a Ana")
    assert (await busy.dario.receives("foto")).photo
    await is_left(busy)


async def test_an_order_under_a_picture_is_done_and_the_picture_stays_inside(busy: RunningDesk) -> None:
    await busy.carla.sends_photo(
        PNG, "resuelto: se le cambió la banda", group=busy.group, reply_to=card(busy.group, ANAS)
    )
    await busy.ana.receives("está resuelto")
    await busy.settled()
    assert all(one.photo is None for one in busy.ana.inbox.unseen)
    await is_left(busy)


async def test_who_follows_by_a_case_of_their_own_is_said_not_to_read_it(busy: RunningDesk) -> None:
    await merges(busy)
    await busy.carla.writes_in(busy.group, "doña Ana, ya voy subiendo", reply_to=card(busy.group, ANAS))
    await busy.ana.receives("ya voy subiendo")
    await busy.settled()
    assert any("No la lee Beto" in one.text for one in busy.group.inbox.unseen)
    await is_left(busy)
