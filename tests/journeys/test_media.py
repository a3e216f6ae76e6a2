"""What is no text, in both directions: kept and passed on as what it is, signed; or refused in words, never lost."""

import pytest

from tests.channels.rigs import PNG
from tests.emulator import BotMessage, Person
from tests.journeys.desk import RunningDesk


async def in_talk(desk: RunningDesk) -> tuple[str, BotMessage, BotMessage]:
    """A case of Ana that Carla has in private: its card, and what Ana read last."""
    await desk.gives("agente", desk.carla)
    number = await desk.opens_case(desk.ana)
    card = await desk.carla.receives(number)
    await desk.carla.presses("Lo tomo", card)
    told = await desk.ana.receives("tomó su caso")
    await desk.settled(desk.carla)
    return number, card, told


async def test_a_voice_is_heard_and_a_video_played_by_whom_they_are_for(desk: RunningDesk) -> None:
    number, card, told = await in_talk(desk)
    await desk.ana.sends_voice(b"OggS", reply_to=told)
    await desk.ana.receives("Agregué el archivo")
    heard = await desk.carla.receives(f"{number} · Ana: voz.ogg")
    assert heard.voice == b"OggS"
    await desk.carla.sends_media(
        "video", "paso.mp4", b"mp4", "video/mp4", "mire el video y haga lo mismo, por favor", reply_to=card
    )
    assert (
        await desk.ana.receives(f"sobre {number}:\nmire el video y haga lo mismo, por favor")
    ).video == b"mp4"
    await desk.carla.receives("Archivos: 2", edited=True)
    await desk.carla.receives("Le envío su respuesta")


async def test_a_picture_of_who_has_a_case_is_for_its_person_and_not_their_own_trouble(
    desk: RunningDesk,
) -> None:
    number, _, _ = await in_talk(desk)
    await desk.carla.sends_photo(PNG, f"para el {number[-1]}, esta es la bandeja")
    await desk.carla.presses(
        "Sí, enviarlo", await desk.carla.receives("¿le envío «esta es la bandeja» con su archivo")
    )
    assert (await desk.ana.receives("esta es la bandeja")).photo == PNG
    await desk.settled(desk.carla)
    await desk.carla.sends_photo(PNG, "así va conectado el cable")
    await desk.carla.receives("¿le envío «así va conectado el cable» con su archivo")
    await desk.settled(desk.carla)


async def test_a_picture_of_who_waits_is_asked_of_their_case(desk: RunningDesk) -> None:
    number, _, _ = await in_talk(desk)
    await desk.ana.sends_photo(PNG, "este es el equipo")
    asked = await desk.ana.receives("«este es el equipo» ¿es de su caso, o es algo nuevo?")
    await desk.ana.presses(f"{number}: no", asked)
    await desk.carla.receives("este es el equipo")
    await desk.ana.receives()
    await desk.settled(desk.carla)


REFUSED = {
    "sticker": {
        "sticker": {
            "file_id": "S", "file_unique_id": "s", "width": 1, "height": 1,
            "is_animated": False, "is_video": False, "type": "regular",
        }
    },
    "dado": {"dice": {"emoji": "🎲", "value": 3}},
}  # fmt: skip


@pytest.mark.parametrize("called", REFUSED)
async def test_what_is_not_kept_is_refused_in_words_on_both_sides(desk: RunningDesk, called: str) -> None:
    _, card, told = await in_talk(desk)
    for person, answered in ((desk.ana, told), (desk.carla, card)):
        await person.sends_thing(answered, **REFUSED[called])
        await person.receives(f"«{called}» no lo recibo, y no le llega a nadie")


async def test_a_place_and_a_contact_go_as_words(desk: RunningDesk) -> None:
    number, card, told = await in_talk(desk)

    async def reaches(
        sender: Person, answered: BotMessage, reader: Person, said: str, **thing: object
    ) -> None:
        await sender.sends_thing(answered, **thing)
        await reader.receives(said)
        await sender.receives(number)

    place = {"latitude": 10.4236, "longitude": -75.5483}
    await reaches(desk.ana, told, desk.carla, "maps.google.com/?q=10.423600,-75.548300", location=place)
    contact = {"phone_number": "3001112233", "first_name": "Rosa Elena", "last_name": "Pérez"}
    await reaches(desk.carla, card, desk.ana, "Rosa Elena Pérez 3001112233", contact=contact)
    await desk.carla.receives("Le envío su respuesta")  # after the card of the case


async def test_in_the_group_a_sticker_that_answers_nothing_is_talk(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    number = await desk.opens_case(desk.ana)
    card = await group.receives(number)
    await desk.carla._say(group.chat, REFUSED["sticker"], None)
    await desk.settled()
    await desk.carla._say(group.chat, REFUSED["sticker"], card)
    await group.receives("«sticker» no lo recibo")


async def test_files_that_came_together_go_together(desk: RunningDesk) -> None:
    number, card, told = await in_talk(desk)
    for name in ("a.png", "b.png"):
        await desk.ana.sends_media("photo", name, PNG, "image/png", "así se ve", album="7", reply_to=told)
    await desk.ana.receives(f"Agregué su mensaje y 2 archivos al caso {number}")
    shown = [await desk.carla.receives() for _ in range(2)]
    assert [one.photo for one in shown] == [PNG, PNG]
    assert shown[0].album is not None
    assert shown[0].album == shown[1].album
    assert [one.text for one in shown] == [f"💬 {number} · Ana agregó:\nasí se ve", ""]
    for name in ("a.pdf", "b.pdf"):
        await desk.carla.sends_media("document", name, b"pdf", "application/pdf", album="8", reply_to=card)
    together = [await desk.ana.receives() for _ in range(2)]
    assert [one.document for one in together] == [b"pdf", b"pdf"]
    assert together[0].album == together[1].album
    await desk.carla.receives("Archivos: 4", edited=True)
    await desk.carla.receives("Le envío su respuesta")


async def test_of_loose_files_in_a_row_the_first_ten_wait_and_the_rest_is_told_once(
    desk: RunningDesk,
) -> None:
    number = await desk.opens_case(desk.ana)
    for count in range(1, 11):
        await desk.ana.sends_document(f"{count}.txt", b"texto", "text/plain")
        await desk.ana.receives("Recibí")
    await desk.ana.sends_document("11.txt", b"texto", "text/plain")
    asked = await desk.ana.receives("Recibí los primeros 10 archivos; los demás no los guardé")
    for count in range(12, 15):
        await desk.ana.sends_document(f"{count}.txt", b"texto", "text/plain")
    await desk.ana.receives_nothing()
    await desk.ana.presses(number, asked)
    await desk.ana.receives("10 archivos")
