"""Whatever people send: a clear answer in Spanish, nothing lost, and the bot goes on."""

import asyncio

from tests.emulator.world import Json
from tests.journeys.desk import RunningDesk, number_in

MEGABYTE = 1024 * 1024


async def still_works(desk: RunningDesk) -> None:
    await desk.ana.writes("/horario")
    await desk.ana.receives("Horario de atención")


def says(desk: RunningDesk, content: Json) -> None:
    """A message of Ana with any content, also one that no test person can write."""
    chat = desk.ana.chat
    chat.started = True
    desk.telegram.world.updates.add("message", desk.telegram.world.new_message(chat, desk.ana.user) | content)


async def test_an_empty_message_is_no_dead_end(desk: RunningDesk) -> None:
    for text in ("", " ", "\n\n", "\u200b", "\u2066\u2069"):
        says(desk, {"text": text})
        await desk.settled()
    assert all("SER-" not in message.text for message in desk.ana.inbox.unseen)
    desk.ana.ignores_rest()
    await still_works(desk)


async def test_what_says_nothing_gets_an_answer_and_no_service(desk: RunningDesk) -> None:
    for text in ("😀😀😀", "👍", "❓❓", "¿?", "...", "asdfghjkl qwertyuiop", "%s %d {}"):
        await desk.ana.writes(text)
        answer = await desk.ana.receives()
        assert "¿Dónde es?" not in answer.text, text
        assert "SER-" not in answer.text, text
    await still_works(desk)


async def test_ten_thousand_characters(desk: RunningDesk) -> None:
    says(desk, {"text": "no me abre el correo " * 500})
    await desk.ana.receives("Es demasiado largo")
    await still_works(desk)


async def test_the_longest_case_that_telegram_carries_arrives_whole(desk: RunningDesk) -> None:
    await desk.has_group()
    await desk.ana.writes("/caso")
    await desk.ana.receives("¿Qué pasa?")
    await desk.ana.writes(("no me abre el correo & <nada> " * 140)[:4000])
    await desk.is_asked_where(desk.ana)
    await desk.ana.writes("x" * 201)
    await desk.ana.receives("Ahí no reconozco un lugar")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Aduana")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    number = number_in(await desk.ana.receives("quedó abierto"))
    await desk.group.receives(number)


HTML = "<b>no imprime</b> & <script>alert(1)</script> &lt;b&gt; </b> \u202eder \u2066"


async def test_tags_and_entities_are_shown_as_they_were_written(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.ana.writes(f"/caso {HTML}")
    await desk.is_asked_where(desk.ana)
    await desk.ana.writes("<Hacienda> & Cía")
    summary = await desk.ana.receives("Revise su caso")
    shown = "<b>no imprime</b> & <script>alert(1)</script> &lt;b&gt; </b>"
    assert shown in summary.text
    assert "<Hacienda> & Cía" in summary.text
    assert "\u202e" not in summary.text
    await desk.sends(desk.ana)
    await desk.ana.receives("quedó abierto")
    assert shown in (await group.receives("nuevo")).text
    await desk.ana.writes("/casos")
    await desk.ana.receives("<b>no imprime</b>")


NONSENSE: list[tuple[str, str]] = [
    ("/zzz 😀", "No conozco el comando /zzz"),
    ("/estado zzz <b>", "No encuentro entre sus casos"),
    ("/estado 99999999999", "No encuentro entre sus casos"),
    ("/estado -1", "No encuentro entre sus casos"),
    ("/servicio <i>", "No hay un servicio «<i>»"),
    ("/servicio " + "x" * 3000, "No hay un servicio"),
    ("/procesos \u202e", "¿Quién responde|No encontré"),
    ("/horario blorf", "No hay un servicio «blorf»"),
    ("/CASOS", "No tiene casos"),
    ("/start zzzzz", "ya se usó, venció o no existe"),
    ("/cancelar ahora", "No hay nada a medio llenar"),
]


async def test_commands_with_nonsense(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso@otro_bot no imprime")
    for typed, answer in NONSENSE:
        await desk.ana.writes(typed)
        await desk.ana.receives(matching=answer)
    await still_works(desk)


OF_ANOTHER_TIME = (
    "f:abcdef:send", "zz:1", "tk:SAUS-2026-000099:drop", "svc:SER-999", "cat:99", "take:SAUS-2026-000001", ":", "f:",
    "kpi:8", "role:as:admin", "form:resume", "form:drop", "form:zzz", "urgent:go", "urgent:no", "pick:", "pick:SER-999",
    "mine:zz", "desk:here", "me:zz", "hours:zz", "chan:", "proc:",
)  # fmt: skip


async def test_buttons_of_another_time_are_answered_kindly(desk: RunningDesk) -> None:
    await desk.ana.writes("/ayuda")
    shown = await desk.ana.receives("/servicios")
    for data in OF_ANOTHER_TIME:
        await desk.ana._press(desk.ana.chat, shown.message_id, "viejo", data)
        await desk.settled()
        answered = [one.text for one in desk.ana.inbox.unseen] + [one.text for one in desk.ana.toasts.unseen]
        assert answered, data
        assert not any("Algo falló" in text for text in answered), data
        desk.ana.ignores_rest()
    await desk.ana.writes("/cancelar")
    await desk.ana.receives()


async def test_files_that_are_not_taken_are_named_with_the_reason(desk: RunningDesk) -> None:
    await desk.ana.sends_document("video.mp4", b"x", "video/mp4", claimed_size=60 * MEGABYTE)
    await desk.ana.receives("«video.mp4» pesa demasiado: recibo archivos de hasta 20 MB")
    await desk.ana.sends_document("virus.exe", b"MZ", "application/x-msdownload")
    await desk.ana.receives("«virus.exe» es un programa")
    await desk.ana.sends_document("vacio.txt", b"", "text/plain")
    await desk.ana.receives("«vacio.txt» llegó vacío")
    await desk.ana.sends_document("informe <b> & más.txt", b"datos", "text/plain")
    await desk.ana.receives("Recibí el archivo")
    kept = [path for path in (desk.home / "files").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [b"datos"]
    await still_works(desk)


async def test_a_refused_file_leaves_the_form_where_it_was(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)
    await desk.ana.sends_document("virus.exe", b"MZ")
    await desk.ana.receives("es un programa")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("enviar")
    await desk.ana.receives("quedó abierto")


async def test_a_voice_note_is_kept_with_the_case(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.ana.sends_voice(b"OggS....")
    await desk.ana.receives("Recibí el archivo")
    await desk.ana.presses("Abrir un caso nuevo con esto")
    await desk.ana.receives("¿Qué pasa?")
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Aduana")
    await desk.ana.receives("Archivos: 1")
    await desk.sends(desk.ana)
    await desk.ana.receives("quedó abierto")
    await group.receives("Archivos: 1")
    assert (await group.receives("voz.ogg")).voice == b"OggS...."


UNREADABLE: list[Json] = [
    {"sticker": {"file_id": "x", "file_unique_id": "y", "type": "regular", "width": 1, "height": 1,
                 "is_animated": False, "is_video": False}},
    {"dice": {"emoji": "🎲", "value": 3}},
]  # fmt: skip


async def test_a_sticker_is_told_what_can_be_read(desk: RunningDesk) -> None:
    for content in UNREADABLE:
        says(desk, content)
        await desk.ana.receives("no lo recibo, y no le llega a nadie")
    await still_works(desk)


async def test_who_blocks_the_bot_and_comes_back_misses_nothing_new(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.opens_case(desk.ana)
    await group.receives("nuevo")
    await desk.ana.blocks_bot()
    await desk.settled()
    await desk.carla.presses("Lo tomo", in_group=group)
    await group.receives("Lo tiene", edited=True)
    await desk.carla.sees_toast("queda a cargo de")
    await group.receives("A Ana no le llegó lo último de SAUS-2026-000001: bloqueó el chat")
    await desk.ana.receives_nothing()
    await desk.ana.unblocks_bot()
    await desk.ana.writes("/estado 1")
    await desk.ana.receives("Lo tiene: Carla")


async def test_a_group_that_migrates_keeps_its_cases(desk: RunningDesk) -> None:
    group = await desk.has_group()
    desk.telegram.faults.migrate(group, -1_001_000_000_777)
    await desk.settled()
    number = await desk.opens_case(desk.ana)
    await group.receives(number)
    assert desk.group.id == -1_001_000_000_777


async def test_a_migration_that_nobody_announced_is_noticed_when_sending(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.settled()
    desk.telegram.faults.migrate(group, -1_001_000_000_778)
    desk.telegram.world.updates.pending.clear()
    number = await desk.opens_case(desk.ana)
    await desk.settled()
    await group.receives(number)


async def test_two_people_never_share_a_conversation(desk: RunningDesk) -> None:
    await asyncio.gather(desk.ana.writes("/caso no me abre el correo"), desk.beto.writes("/caso no imprime"))
    await desk.is_asked_where(desk.ana)
    await desk.is_asked_where(desk.beto)
    await asyncio.gather(desk.ana.writes("Aduana"), desk.beto.writes("Hacienda"))
    await desk.ana.receives("Lugar: Aduana")
    await desk.beto.receives("Lugar: Secretaría de Hacienda")
