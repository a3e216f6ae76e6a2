"""Who cries wolf is heard, counted and shown; but one account does not wake the guard again and again in a night."""

import pytest

from tests.emulator import BotMessage, Person
from tests.journeys import in_words
from tests.journeys.desk import RunningDesk

KINDS = (
    "el correo",
    "la telefonía",
    "la página web",
    "el servidor de archivos",
    "el sistema SIGOB",
    "la VPN",
)
FRIDAY_NIGHT = "2026-11-20 19:30"


@pytest.fixture
async def night(desk: RunningDesk) -> RunningDesk:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.puts_on_duty(desk.dario, 2)
    await desk.at(FRIDAY_NIGHT)
    return desk


def number(count: int) -> str:
    return f"SAUS-2026-{count:06d}"


async def reports(person: Person, what: str) -> BotMessage:
    """By the command, saying which of the two it is; another outage that is known is not the same."""
    await person.writes(f"/urgente se cayó {what} para todos, nadie puede trabajar")
    asked = await person.receives()
    while "¿Es lo mismo?" in asked.text:
        await person.presses("No, es otra cosa")
        asked = await person.receives()
    await person.presses("Se cayó para muchos")
    while "¿Es lo mismo?" in (told := await person.receives()).text:
        await person.presses("No, es otra cosa")
    return told


async def test_one_account_wakes_the_guard_three_times_and_the_rest_waits_in_one_message(
    night: RunningDesk,
) -> None:
    for count, what in enumerate(KINDS[:3], start=1):
        assert "Ya avisé a la guardia" in (await reports(night.ana, what)).text
        await night.carla.receives(f"GUARDIA: caso urgente {number(count)}")
    told = await reports(night.ana, KINDS[3])
    assert f"Su caso quedó abierto: {number(4)}" in told.text
    assert "se le muestra junto con los otros, sin volver a llamarla" in told.text
    assert "llame también a la línea" in told.text
    await night.carla.receives_nothing()
    await night.advance(seconds=15)
    await night.carla.receives(f"1 reporte más de la misma persona: {number(4)}")
    for what in KINDS[4:]:
        await reports(night.ana, what)
    await night.advance(minutes=10)
    await night.carla.receives_nothing()

    assert "Ya avisé a la guardia" in (await reports(night.beto, "el directorio activo")).text
    other = await night.carla.receives(f"GUARDIA: caso urgente {number(7)}")
    assert "reporte" not in other.text, "another person's"
    await night.ana.writes(f"/estado {number(5)}")
    seen = await night.ana.receives("Se le muestra a la guardia junto con sus otros reportes")
    assert "Llamar a la guardia" not in seen.labels


async def test_what_waits_is_shown_to_whoever_is_called_next(night: RunningDesk) -> None:
    for count, what in enumerate(KINDS[:3], start=1):
        await reports(night.ana, what)
        await night.carla.receives(number(count))
    for count in (2, 3):
        await night.carla.presses("Lo tomo", _page_of(night.carla, count))
        await night.carla.receives("queda a cargo")
        await night.ana.receives("Carla tomó su caso")
    await reports(night.ana, KINDS[3])
    night.clock.advance(minutes=15)
    await night.advance(seconds=0)
    page = await night.dario.receives(f"GUARDIA: caso urgente {number(1)}")
    assert f"Y 1 reporte más de la misma persona: {number(4)}" in page.text
    await night.carla.receives_nothing()


def _page_of(person: Person, count: int) -> BotMessage:
    return next(one for one in reversed(person.inbox.seen) if f"caso urgente {number(count)}" in one.text)


async def test_what_waited_all_night_is_first_in_line_and_paged_at_the_next_closing(
    night: RunningDesk,
) -> None:
    for count, what in enumerate(KINDS[:3], start=1):
        await reports(night.ana, what)
        await night.carla.receives(number(count))
    await reports(night.ana, KINDS[3])
    for person in (night.ana, night.carla, night.dario, night.admin):
        person.ignores_rest()
    await night.at("2026-11-23 08:00")
    for person in (night.ana, night.carla, night.dario, night.admin):
        person.ignores_rest()
    await night.ana.writes(f"/estado {number(4)}")
    await night.ana.receives("Está de primero en la fila")
    await night.at("2026-11-23 18:00")
    pages = [(await night.carla.receives("GUARDIA: caso urgente")).text for _ in range(4)]
    assert number(4) in pages[3]


async def test_a_withdrawn_urgency_is_told_counted_and_shown(night: RunningDesk) -> None:
    group = await night.has_group()
    await reports(night.ana, KINDS[0])
    card = await group.receives(f"{number(1)} · nuevo · 🚨 urgente")
    page = await night.carla.receives(f"GUARDIA: caso urgente {number(1)}")
    await night.advance(minutes=15)
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.admin.presses("Más…", card)
    more = await group.receives(number(1), edited=True)
    await night.beto.joins(group)
    await night.beto.presses("No era urgente", more)
    await night.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await night.admin.presses("No era urgente", more)
    over = await night.carla.receives("ya no se llama a la guardia", edited=True)
    assert (over.message_id, over.labels) == (page.message_id, [])
    await night.carla.receives("no era urgente (Alba): ya no hace falta")
    await night.dario.receives("ya no se llama a la guardia", edited=True)
    await night.dario.receives("no era urgente (Alba): ya no hace falta")
    await night.ana.receives("lo deja como caso normal: lo atienden desde el lunes 23 a las 8:00 a. m.")
    calm = await group.receives(f"{number(1)} · nuevo", edited=True)
    assert "urgente" not in calm.text
    await night.admin.sees_toast("queda como caso normal")
    await night.admin.presses("No era urgente", more)
    await night.admin.sees_toast("no está marcado como urgente")
    await night.advance(hours=2)

    assert "Ya avisé a la guardia" in (await reports(night.ana, KINDS[1])).text, "never refused"
    for shown in (night.carla, group):
        told = await shown.receives(number(2))
        assert "En los últimos 90 días, 1 urgencia suya no lo era" in told.text
    await reports(night.beto, KINDS[2])
    for shown in (night.carla, group):
        assert "90 días" not in (await shown.receives(number(3))).text


async def is_withdrawn(night: RunningDesk) -> None:
    """Ana's first report, by who was called for it."""
    await reports(night.ana, KINDS[0])
    await night.carla.receives(number(1))
    await night.carla.writes(f"/mesa {number(1)}")
    await night.carla.receives(number(1))
    await night.carla.presses("Más…")
    await night.carla.receives(number(1))
    await night.carla.presses("No era urgente")
    await night.carla.receives(f"{number(1)} · nuevo", edited=True)
    await night.carla.receives("queda como caso normal")
    await night.ana.receives("lo deja como caso normal")


async def joins(person: Person) -> BotMessage:
    await person.writes(f"se cayó {KINDS[0]} para todos, nadie puede trabajar")
    await person.receives("¿Es lo mismo?")
    await person.presses("Sí, es lo mismo")
    return await person.receives("2 personas afectadas")


async def test_what_an_agent_found_to_be_no_urgency_is_paged_again_when_somebody_else_tells_the_same(
    night: RunningDesk,
) -> None:
    await is_withdrawn(night)
    assert "ya avisé a la guardia" in (await joins(night.beto)).text
    await night.carla.receives(f"GUARDIA: caso urgente {number(1)}")


async def test_in_hours_the_agents_hear_of_it_when_somebody_else_tells_the_same(night: RunningDesk) -> None:
    await is_withdrawn(night)
    await night.at("2026-11-23 09:00")
    await night.admin.receives("1 caso urgente fuera de horario")
    group = night.group
    await in_words.uses_group(night, group)
    await group.receives(number(1))  # what is open when the group is set
    await joins(night.beto)
    await night.carla.receives("🚨 urgente", edited=True)
    await group.receives("de primero en la fila")
    await group.receives("2 personas afectadas")


@pytest.mark.parametrize(
    "said", ["sí es urgente, a todos en la oficina nos pasa lo mismo", "se cayó el correo para todos"]
)
async def test_its_reporter_who_tells_it_again_is_offered_the_guard_for_the_same_case(
    night: RunningDesk, said: str
) -> None:
    await is_withdrawn(night)
    await night.ana.writes(said)
    await night.ana.receives(f"Su caso {number(1)}")
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives(number(1))
    await night.carla.receives(f"GUARDIA: caso urgente {number(1)}")
    await night.carla.receives(said)
    await night.carla.receives("🚨 urgente", edited=True)


async def test_its_reporter_calls_the_guard_within_the_same_limit(night: RunningDesk) -> None:
    await night.opens_case(night.ana, "no me abre el correo")
    for count, what in enumerate(KINDS[1:4], start=2):
        await reports(night.ana, what)
        await night.carla.receives(number(count))
    await night.ana.writes(f"/estado {number(1)}")
    await night.ana.receives(number(1))
    await night.ana.presses("Llamar a la guardia")
    await night.ana.receives("sin volver a llamarla")
    await night.carla.receives_nothing()
    await night.advance(seconds=15)
    await night.carla.receives(f"1 reporte más de la misma persona: {number(1)}")


@pytest.mark.parametrize(
    ("presses", "ana", "carla"),
    [
        ("Sí, solo es lo mío", "queda como caso normal", number(1)),
        ("Sí, no era nada: cancelarlo", "Cancelé el caso", number(1)),
    ],
)
async def test_who_takes_the_alarm_back_stops_the_calling_with_one_press(
    night: RunningDesk, presses: str, ana: str, carla: str
) -> None:
    await reports(night.ana, KINDS[0])
    await night.carla.receives("GUARDIA")
    await night.ana.writes("perdón, me equivoqué, solo era mi computador")
    asked = await night.ana.receives("dejo de llamar a la guardia")
    await night.carla.receives_nothing()
    await night.ana.presses(presses, asked)
    await night.ana.receives(ana)
    await night.carla.receives("ya no se llama a la guardia")
    await night.carla.receives(carla)
    await night.advance(minutes=20)
    await night.dario.receives_nothing()
    await night.carla.receives_nothing()
