"""A page by other ways: where Telegram refuses, where nobody answers, and when it reaches nobody at all."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.emulator import Person
from tests.journeys.wired import FRIDAY_NIGHT, NUMBER, OUTAGE, PAGE, WiredDesk, wired_desk

CARLAS_MAIL = "carla@example.gov.co"
UNHEARD = "nadie de la guardia recibió el aviso"


@pytest.fixture
async def desk(desk_home: Path) -> AsyncIterator[WiredDesk]:
    async with wired_desk(desk_home) as made:
        await made.begins()
        yield made


@pytest.fixture
async def night(desk: WiredDesk) -> WiredDesk:
    """A Friday night: Carla is called first and has a mailbox; Darío, after her, a webhook."""
    await desk.puts_on_duty(desk.carla, 1)
    await desk.puts_on_duty(desk.dario, 2)
    await desk.has_mail(desk.carla, CARLAS_MAIL)
    await desk.has_webhook(desk.dario)
    await desk.at(FRIDAY_NIGHT)
    return desk


async def test_who_does_not_answer_is_called_by_mail_and_the_next_one_by_webhook(night: WiredDesk) -> None:
    await night.ana_reports()
    await night.carla.receives(PAGE)
    await night.advance(minutes=4)
    assert night.mail.letters == []
    await night.advance(minutes=1)
    [letter] = night.mail.letters
    assert letter["To"] == CARLAS_MAIL
    assert letter["Subject"].startswith(f"URGENTE {NUMBER}: ")
    body = letter.get_content()
    assert OUTAGE in body
    assert "☎️" in body
    assert f"https://t.me/{night.telegram.world.bot['username']}?start=caso_{NUMBER}" in body
    assert "llame a la línea (57) + (5) 6411370" in body
    await night.advance(minutes=9)
    assert (len(night.mail.letters), night.pager.taken) == (1, [])
    await night.advance(minutes=1)
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.advance(minutes=5)
    [page] = night.pager.taken
    assert (page["event"], page["unheard"]) == ("page", False)
    assert page["ticket"]["number"] == NUMBER
    assert page["ticket"]["text"] == OUTAGE
    assert page["ticket"]["requester"]["contact"]
    await night.dario.presses("Lo tomo")
    await night.dario.receives("queda a cargo de Darío")
    await night.carla.receives("Darío ya tomó el caso urgente")
    await night.ana.receives("Darío tomó su caso")
    await night.settled()
    assert night.mail.subjects()[1:] == [f"{NUMBER}: ya lo tomó Darío"]
    assert night.pager.events() == ["page"], "who took it knows"
    await night.advance(hours=2)
    assert (len(night.mail.letters), len(night.pager.taken)) == (2, 1)


async def test_the_link_of_the_letter_opens_the_case_with_its_button(night: WiredDesk) -> None:
    await night.ana_reports()
    await night.carla.receives(PAGE)
    await night.carla.writes(f"/start {NUMBER}")
    assert "Lo tomo" in (await night.carla.receives(f"{NUMBER} · nuevo")).labels
    await night.beto.writes(f"/start {NUMBER}")
    await night.beto.receives("No encuentro")


async def test_telegram_says_later_then_drops_the_call_and_the_letter_leaves_at_once(
    night: WiredDesk,
) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.settled()
    night.telegram.faults.retry_after(20)
    night.telegram.faults.drop_connection("sendMessage", after_effect=False)
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.settled()
    await night.advance(seconds=1)
    assert [str(one["To"]) for one in night.mail.letters] == [CARLAS_MAIL]
    await night.advance(seconds=30)
    await night.ana.receives("Ya avisé a la guardia")
    await night.carla.receives(PAGE)
    await night.advance(minutes=10)
    assert len(night.mail.letters) == 1, "once a call"
    await night.carla.presses("Lo tomo")
    await night.carla.receives("queda a cargo de Carla")
    await night.ana.receives("Carla tomó su caso")


async def test_telegram_is_down_for_an_hour_and_mail_is_up(night: WiredDesk) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.settled()
    night.telegram.faults.server_error(times=10_000)
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.settled()
    for _ in range(60):
        await night.advance(minutes=1)
        await night.advance(minutes=0)  # what was refused in this minute has the rounds run once more
    to_carla = [one for one in night.mail.letters if one["To"] == CARLAS_MAIL]
    assert to_carla[0]["Subject"].startswith("URGENTE")
    assert len(to_carla) > 1
    called_at = [one["at"] for one in night.pager.taken]
    assert called_at[0] == "2026-11-13T19:45:00-05:00"
    assert called_at == sorted(set(called_at)), "at once, and once a call"
    night.telegram.faults.clear()
    await night.advance(minutes=10)
    await night.ana.receives("Ya avisé a la guardia")
    await night.ana.receives("todavía no le llega a nadie")
    await night.carla.receives(PAGE)
    await night.carla.presses("Lo tomo")
    await night.ana.receives("Carla tomó su caso")
    await night.settled()
    assert night.pager.events()[-1] == "page_taken"
    for person in (night.carla, night.dario, night.admin, night.ana):
        person.ignores_rest()


@pytest.fixture
async def lonely(desk: WiredDesk) -> WiredDesk:
    """Carla alone is on duty, and has blocked the bot without anybody being told. The group is Darío's."""
    await desk.has_group(desk.dario)
    await desk.puts_on_duty(desk.carla, 1)
    return desk


async def blocks_unnoticed(desk: WiredDesk, person: Person) -> None:
    """Telegram says so only when something is sent."""
    desk.telegram.tolerate_rejections("blocked")
    desk.telegram.world.chats[person.id].bot_status = "kicked"


async def test_the_only_one_on_duty_blocked_the_bot_and_everybody_else_hears_of_it(lonely: WiredDesk) -> None:
    await lonely.at(FRIDAY_NIGHT)
    await blocks_unnoticed(lonely, lonely.carla)
    await lonely.ana_reports()
    await lonely.group.receives(NUMBER)
    await lonely.advance(seconds=15)
    assert (await lonely.group.receives(UNHEARD)).labels == ["Lo tomo"]
    shouted = await lonely.admin.receives(UNHEARD)
    await lonely.admin.receives("Hueco en la guardia")
    told = await lonely.ana.receives("todavía no le llega a nadie de la guardia")
    assert "llame a la línea (57) + (5) 6411370" in told.text
    await lonely.advance(minutes=10)
    await lonely.admin.presses("Lo tomo", shouted)
    await lonely.admin.receives("queda a cargo de Alba")
    await lonely.ana.receives("Alba tomó su caso")
    await lonely.group.receives("Lo tiene: Alba", edited=True)


async def test_with_a_mailbox_the_only_one_on_duty_is_called_all_the_same(lonely: WiredDesk) -> None:
    await lonely.has_mail(lonely.carla, CARLAS_MAIL)
    await lonely.at(FRIDAY_NIGHT)
    await blocks_unnoticed(lonely, lonely.carla)
    await lonely.ana_reports()
    await lonely.group.receives(NUMBER)
    await lonely.advance(seconds=15)
    assert len(lonely.mail.letters) == 1
    await lonely.advance(minutes=10)
    await lonely.admin.receives_nothing()
    await lonely.advance(minutes=5)
    assert len(lonely.mail.letters) == 2, (
        "the next call finds them by mail, though the chat is known to be lost"
    )


async def test_when_the_mailbox_refuses_too_it_is_shouted(lonely: WiredDesk) -> None:
    await lonely.has_mail(lonely.carla, CARLAS_MAIL)
    await lonely.at(FRIDAY_NIGHT)
    await blocks_unnoticed(lonely, lonely.carla)
    lonely.mail.answer = "550 no such mailbox"
    await lonely.ana_reports()
    await lonely.group.receives(NUMBER)
    await lonely.advance(seconds=15)
    await lonely.advance(seconds=15)
    await lonely.group.receives(UNHEARD)
    await lonely.admin.receives(UNHEARD)
    await lonely.ana.receives("todavía no le llega a nadie")


async def test_what_reaches_nobody_for_minutes_is_shouted_where_it_still_can(night: WiredDesk) -> None:
    """Telegram takes nothing, nobody who is called has another way that works; Darío, who is not called yet, has."""
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.settled()
    night.mail.answer = "450 try again"
    night.telegram.faults.server_error(times=10_000)
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.settled()
    await night.advance(minutes=4)
    assert night.pager.taken == []
    await night.advance(minutes=1)
    assert [one["unheard"] for one in night.pager.taken] == [True]
    night.telegram.faults.clear()
    await night.advance(minutes=9)
    await night.carla.receives(PAGE)
    for person in (night.carla, night.dario, night.admin, night.ana):
        await night.settled(person)


# Who may set what


async def test_ones_own_mailbox_by_a_code(desk: WiredDesk) -> None:
    await desk.gives("agente", desk.beto)
    await desk.beto.writes("/guardia avisos")
    assert "/guardia correo nombre@dominio" in (await desk.beto.receives("Ninguna: solo este chat")).text
    await desk.beto.writes(f"/guardia correo {CARLAS_MAIL}")
    await desk.beto.receives("Regístrese una vez con /registro")
    await registers(desk, desk.beto)
    await desk.beto.writes(f"/guardia correo {CARLAS_MAIL}")
    await desk.beto.receives(f"Le mandé un código de seis números a {CARLAS_MAIL}")
    await desk.settled()
    code = re.search(r"^\d{6}(?=\s)", desk.mail.letters[0].get_content(), re.MULTILINE)
    assert code
    await desk.beto.writes(str((int(code[0]) + 1) % 10**6).zfill(6))
    await desk.beto.receives("Ese no es el código")
    await desk.beto.writes(code[0])
    await desk.beto.receives(f"salen también por correo: {CARLAS_MAIL}")
    await desk.beto.writes("/guardia avisos")
    await desk.beto.receives(f"correo: {CARLAS_MAIL}")
    await desk.beto.writes("/guardia avisos quitar")
    await desk.beto.receives("salen solo por este chat")
    await desk.beto.writes("/guardia avisos quitar")
    await desk.beto.receives("No había otras vías")


async def registers(desk: WiredDesk, person: Person) -> None:
    await person.writes("/registro")
    await person.receives("Ley 1581")
    await person.presses("Autorizo")
    await person.receives("¿Cómo quiere que lo llamemos?")
    for written in ("Carla Díaz", "hacienda", "ext. 1234"):
        await person.writes(written)
        await person.receives()
    assert "Quedó registrado" in person.last.text


async def test_what_is_set_goes_when_they_ask_to_be_forgotten(night: WiredDesk) -> None:
    await night.ana_reports()
    await night.carla.receives(PAGE)
    night.mail.answer = "450 try again"
    await night.advance(minutes=5)
    await night.carla.writes("/misdatos")
    await night.carla.receives("Sus datos")
    await night.carla.presses("Borrar mis datos")
    await night.carla.receives()
    await night.carla.presses("Borrar y dejar mis roles")
    await night.carla.receives()
    night.mail.answer = None
    await night.advance(minutes=5)
    assert night.mail.letters == []
    await night.admin.receives("Alguien de la mesa borró sus datos")
    await night.admin.receives(UNHEARD)  # who was called is no longer there
    await night.dario.receives(UNHEARD)
    await night.ana.receives("todavía no le llega a nadie")
    await night.admin.writes("/guardia avisos 11")
    await night.admin.receives("Ninguna: solo este chat")


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("/guardia avisos @dario", "Eso es solo para quienes tienen el rol"),
        ("/guardia avisos quitar @dario", "Eso es solo para quienes tienen el rol"),
        ("/guardia correo @dario carla@example.gov.co", "Eso es solo para quienes tienen el rol"),
        ("/guardia webhook @carla https://pager.example.co/x", "Eso es solo para quienes tienen el rol"),
        ("/guardia webhook https://pager.example.co/x", "Eso es solo para quienes tienen el rol"),
        ("/guardia correo carla", "Escríbalo así"),
        ("/guardia correo", "Escríbalo así"),
    ],
)
async def test_what_an_agent_may_not_set(desk: WiredDesk, written: str, answer: str) -> None:
    await desk.knows(desk.dario)
    await desk.gives("agente", desk.carla)
    await desk.carla.writes(written)
    await desk.carla.receives(answer)


async def test_an_outsider_sets_nothing_and_addresses_are_not_read_in_the_group(desk: WiredDesk) -> None:
    group = await desk.has_group(desk.carla)
    for written in (
        "/guardia avisos",
        f"/guardia correo {CARLAS_MAIL}",
        "/guardia webhook @beto https://x.co/y",
    ):
        await desk.beto.writes(written)
        await desk.beto.receives("Eso es solo para quienes tienen el rol")
    await desk.settled()
    assert desk.mail.letters == []
    await desk.carla.writes_in(group, "/guardia avisos")
    await group.receives("escríbamelo en privado")


@pytest.mark.parametrize(
    "url", ["http://pager.example.co/x", "pager", "ftp://127.0.0.1/", "https://", "https://[::1/"]
)
async def test_a_webhook_that_would_travel_in_the_open_is_refused(desk: WiredDesk, url: str) -> None:
    await desk.knows(desk.admin, desk.carla)
    await desk.admin.writes(f"/guardia webhook @carla {url}")
    await desk.admin.receives("la dirección completa, con https")


async def test_where_nothing_is_installed_it_is_said_who_can_help(desk_home: Path) -> None:
    async with wired_desk(desk_home) as bare:
        await bare.begins(smtp_host=None, itgov_page_secret=None)
        await bare.knows(bare.admin, bare.carla)
        await bare.admin.writes("/guardia correo @carla carla@example.gov.co")
        await bare.admin.receives("configure SMTP_HOST y SMTP_FROM")
        await bare.admin.writes("/guardia webhook @carla https://pager.example.co/x")
        await bare.admin.receives("configure ITGOV_PAGE_SECRET")
