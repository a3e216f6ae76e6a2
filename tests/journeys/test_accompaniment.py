"""Events of the mayor's office: told at any hour, planned for theirs, confirmed, reminded of, moved, cancelled."""

import pytest

from tests.emulator import BotMessage, Person
from tests.journeys import in_words
from tests.journeys.desk import RunningDesk

# 2026-11-10 is a Tuesday; the desk attends until six, and Carla is called before Darío.
TONIGHT = "hay un evento del despacho del alcalde esta noche a las 8, necesitamos apoyo de informática"
FULL = (
    "el alcalde tiene un acto el sábado a las 7 p. m. en la Plaza de la Aduana, necesitamos apoyo de sistemas"
)
IN_HOURS = "mañana a las 3 de la tarde hay rueda de prensa del alcalde en el Palacio de la Aduana, requerimos un técnico"
NUMBER = "SAUS-2026-000001"


@pytest.fixture
async def morning(desk: RunningDesk) -> RunningDesk:
    """Ten on a Tuesday morning, with a group, a duty ladder and somebody who has nothing to do with it."""
    await desk.has_group()
    await desk.puts_on_duty(desk.carla, 1)
    await desk.puts_on_duty(desk.dario, 2)
    await desk.knows(desk.ana, desk.beto)
    return desk


async def plans(desk: RunningDesk, text: str = FULL, person: Person | None = None) -> BotMessage:
    """From the words to the summary; what is missing is answered in the same way each time."""
    person = person or desk.ana
    await person.writes(text)
    asked = await person.receives("evento del despacho del alcalde: lo dejo en la agenda")
    while "Revise el acompañamiento" not in asked.text:
        asked = await person.receives()
        if "¿En qué lugar" in asked.text:
            await person.writes("Teatro Adolfo Mejía")
    return asked


async def sends(desk: RunningDesk, text: str = FULL) -> None:
    await plans(desk, text)
    await desk.sends(desk.ana)
    await desk.ana.receives("Su caso quedó abierto")


async def confirmed(desk: RunningDesk, text: str = FULL) -> None:
    """Planned, and Carla goes."""
    await sends(desk, text)
    await desk.carla.receives("¿Va usted?")
    await desk.carla.presses("Confirmo: yo voy")
    await desk.carla.receives("Carla va al evento")
    await desk.ana.receives("Carla confirmó: va a acompañar su evento")
    await quiet(desk)


async def quiet(desk: RunningDesk) -> None:
    """The card in the group changes with every step; a story looks at it where it matters."""
    await desk.settled(desk.group)


async def test_an_evening_event_told_in_the_morning_is_planned_and_confirmed(morning: RunningDesk) -> None:
    review = await plans(morning, TONIGHT)
    assert "Evento: martes 10 de noviembre, 8:00 p. m." in review.text
    assert "Lugar: Teatro Adolfo Mejía" in review.text
    assert "Contacto: por este chat" in review.text
    await morning.sends(morning.ana)
    opened = await morning.ana.receives(NUMBER)
    assert "Evento: martes 10 de noviembre, 8:00 p. m., Teatro Adolfo Mejía" in opened.text
    assert "Ya avisé a la mesa y a la guardia de esa hora" in opened.text
    card = await morning.group.receives(NUMBER)
    assert "Evento: martes 10 de noviembre, 8:00 p. m., Teatro Adolfo Mejía" in card.text
    asked = await morning.carla.receives("usted está de guardia a esa hora. ¿Va usted?")
    assert "por este chat" in asked.text
    await morning.carla.presses("Confirmo: yo voy")
    await morning.carla.receives("Queda confirmado: Carla va al evento")
    await morning.ana.receives("Carla confirmó: va a acompañar su evento")
    await morning.group.receives("Lo tiene: Carla", edited=True)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Evento del despacho esta noche a las 8", "martes 10 de noviembre, 8:00 p. m."),
        (
            "el sábado a las 7 p. m. hay un acto del despacho del alcalde y necesitamos apoyo de sistemas",
            "sábado 14 de noviembre, 7:00 p. m.",
        ),
        (
            "el domingo a las 4 de la tarde el alcalde tiene un evento en el estadio, manden un ingeniero",
            "domingo 15 de noviembre, 4:00 p. m.",
        ),
        (
            "hoy a las 3 p. m. el alcalde tiene rueda de prensa, necesitamos sonido y video beam",
            "martes 10 de noviembre, 3:00 p. m.",
        ),
        (
            "rueda de prensa del alcalde mañana a las 9 de la noche en la Plaza de la Aduana",
            "miércoles 11 de noviembre, 9:00 p. m.",
        ),
        (
            "/urgente el alcalde tiene evento esta noche a las 8 y necesitamos acompañamiento",
            "martes 10 de noviembre, 8:00 p. m.",
        ),
    ],
)
async def test_whatever_the_words_and_the_hour_it_is_planned(
    morning: RunningDesk, text: str, date: str
) -> None:
    review = await plans(morning, text)
    assert f"Evento: {date}" in review.text


async def test_one_press_when_everything_is_known(morning: RunningDesk) -> None:
    await sends(morning)
    await morning.carla.receives("¿Va usted?")
    await quiet(morning)
    await morning.ana.writes(
        "el jueves a las 8 de la noche hay cabildo del alcalde en el Centro de Convenciones, necesitamos apoyo"
    )
    review = await morning.ana.receives("Revise el acompañamiento")
    assert "jueves 12 de noviembre, 8:00 p. m." in review.text
    assert "Lugar: Centro de Convenciones" in review.text
    await morning.sends(morning.ana)
    await morning.ana.receives("SAUS-2026-000002")
    await morning.carla.receives("SAUS-2026-000002")
    await quiet(morning)


@pytest.mark.parametrize(
    "told",
    [
        "¿me pueden apoyar con un técnico en un evento del alcalde el viernes a las 3 de la tarde?",
        "mañana a las 3 de la tarde hay un acto del alcalde y necesitamos un técnico",
    ],
)
async def test_asked_for_politely_or_with_somebody_to_come_it_is_planned(
    morning: RunningDesk, told: str
) -> None:
    await morning.ana.writes(told)
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives("¿En qué lugar")


@pytest.mark.parametrize(
    "told",
    [
        "el viernes a las 7 de la noche el alcalde inaugura la cancha de Olaya, necesitamos apoyo de sistemas",
        "mañana a las 10 a. m. hay consejo comunal del alcalde en el Palacio de la Aduana, manden un ingeniero",
        "el domingo a las 4 p. m. hay un acto del despacho del alcalde en la Plaza de la Paz y falta sonido",
    ],
)
async def test_an_event_told_while_a_case_is_open_is_planned(morning: RunningDesk, told: str) -> None:
    await morning.opens_case(morning.ana)
    await quiet(morning)
    await morning.ana.writes(told)
    planned = await morning.ana.receives()
    assert "lo dejo en la agenda" in planned.text or "Revise el acompañamiento" in planned.text
    await morning.settled(morning.ana)


async def test_what_is_in_doubt_is_said_back(morning: RunningDesk) -> None:
    await morning.ana.writes("el 5 a las 6 hay un evento del alcalde y necesitamos apoyo de informática")
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives("¿Es el sábado 5 de diciembre, 6:00 p. m.?")
    await morning.ana.writes("no")
    await morning.ana.receives("¿Qué día es el evento?")
    await morning.ana.writes("no sé todavía")
    await morning.ana.receives("no reconozco una fecha")
    await morning.ana.writes("6 de diciembre")
    await morning.ana.receives("¿En qué lugar")
    await morning.ana.writes("Teatro Adolfo Mejía")
    review = await morning.ana.receives("domingo 6 de diciembre, 6:00 p. m.")
    assert "Es a las 6:00 a. m." in review.labels
    await morning.ana.writes("no, de la mañana")
    await morning.ana.receives("6:00 a. m.")
    await morning.ana.receives("domingo 6 de diciembre, 6:00 a. m.")


async def test_without_a_date_it_is_asked_for_and_a_past_one_is_not_taken(morning: RunningDesk) -> None:
    await morning.ana.writes("necesitamos acompañamiento de informática para un evento del alcalde")
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives("¿Qué día es el evento?")
    await morning.ana.writes("hoy")
    await morning.ana.receives("¿A qué hora empieza el martes 10 de noviembre?")
    await morning.ana.writes("a las 7 de la mañana")
    await morning.ana.receives("Eso ya pasó: martes 10 de noviembre, 7:00 a. m.")
    await morning.ana.receives("¿Qué día es el evento?")
    await morning.ana.writes("mañana a las 7 y media de la noche")
    await morning.ana.receives("¿En qué lugar")


async def test_told_in_the_middle_of_a_form_it_is_planned_and_the_form_comes_back(
    morning: RunningDesk,
) -> None:
    await morning.ana.writes("/caso no me abre el correo")
    await morning.is_asked_where(morning.ana)
    await plans(morning)
    await morning.sends(morning.ana)
    await morning.ana.receives(NUMBER)
    await morning.ana.receives("Sigue a medio llenar su caso")
    await morning.carla.receives("¿Va usted?")
    await quiet(morning)


@pytest.mark.parametrize("command", ["/caso", "/urgente"])
async def test_told_to_a_command_it_is_planned_and_nothing_is_left_over(
    morning: RunningDesk, command: str
) -> None:
    await morning.at("2026-11-10 21:00")  # nobody attends, and it can wait
    await morning.ana.writes(command)
    await morning.ana.receives("¿Qué")
    await plans(morning)
    await morning.sends(morning.ana)
    await morning.ana.receives(NUMBER)
    await morning.carla.receives("¿Va usted?")
    await quiet(morning)
    await morning.ana.writes("/cancelar")
    await morning.ana.receives("No hay nada a medio llenar")


async def test_what_is_no_event_becomes_a_case(morning: RunningDesk) -> None:
    await plans(morning)
    await morning.ana.presses("Cambiar algo")
    await morning.ana.receives("¿Qué corregimos?")
    await morning.ana.presses("El día y la hora")
    await morning.ana.receives("¿Qué día es el evento?")
    await morning.ana.writes("pasado mañana a las 9 de la noche")
    review = await morning.ana.receives("jueves 12 de noviembre, 9:00 p. m.")
    await morning.ana.writes("también se necesita un micrófono")
    await morning.ana.receives("Lo agregué")
    review = await morning.ana.receives("también se necesita un micrófono")
    assert "jueves 12 de noviembre, 9:00 p. m." in review.text
    await morning.ana.presses("Cambiar algo")
    await morning.ana.receives("¿Qué corregimos?")
    await morning.ana.presses("No es un evento")
    await morning.ana.receives("Revise su caso")


async def test_within_working_hours_it_is_a_case_like_any_with_its_date(morning: RunningDesk) -> None:
    await sends(morning, IN_HOURS)
    card = await morning.group.receives(NUMBER)
    assert "Evento: miércoles 11 de noviembre, 3:00 p. m., Palacio de la Aduana" in card.text
    assert "urgente" not in card.text
    await morning.carla.receives_nothing()
    await morning.admin.presses("Confirmo: yo voy", in_group=morning.group)
    await morning.group.receives("Lo tiene: Alba", edited=True)
    await morning.admin.sees_toast("Queda confirmado: Alba va al evento")
    await morning.ana.receives("Alba confirmó")
    await quiet(morning)
    await morning.at("2026-11-11 11:00")
    await morning.admin.receives("Le recuerdo el evento que usted acompaña")
    await morning.at("2026-11-11 13:00")
    await morning.admin.receives("Le recuerdo el evento que usted acompaña")
    await morning.ana.receives("Le recuerdo su evento")


async def test_reminders_come_once_each_whatever_the_clock_and_the_program_do(morning: RunningDesk) -> None:
    await confirmed(morning)
    await morning.at("2026-11-13 18:59")
    await morning.carla.receives_nothing()
    await morning.at("2026-11-13 19:00")
    await morning.carla.receives("sábado 14 de noviembre, 7:00 p. m., Plaza de la Aduana")
    await morning.restart()
    await morning.advance(minutes=10)
    await morning.at("2026-11-14 15:00")
    await morning.carla.receives("Le recuerdo el evento")
    await morning.ana.receives_nothing()
    await morning.at("2026-11-14 18:35")  # the clock jumped over one of them
    await morning.carla.receives("Le recuerdo el evento")
    told = await morning.ana.receives("Le recuerdo su evento")
    assert "Va Carla" in told.text
    await morning.restart()
    await morning.at("2026-11-14 19:00")
    await morning.at("2026-11-15 12:00")
    await morning.beto.receives_nothing()


async def test_nobody_confirms_so_it_climbs(morning: RunningDesk) -> None:
    await sends(morning)
    await morning.carla.receives("¿Va usted?")
    await quiet(morning)
    await morning.at("2026-11-13 19:00")
    await morning.dario.receives("nadie ha confirmado todavía")
    await morning.group.receives("nadie ha confirmado que va")
    await morning.at("2026-11-14 15:00")
    await morning.admin.receives("nadie ha confirmado todavía")
    await morning.group.receives("nadie ha confirmado que va")
    await morning.ana.receives_nothing()
    await morning.at("2026-11-14 17:00")
    for person in (morning.carla, morning.dario, morning.admin):
        await person.receives("nadie ha confirmado todavía")
    await morning.group.receives("nadie ha confirmado que va")
    told = await morning.ana.receives("Nadie ha confirmado todavía")
    assert "llame también a la línea" in told.text
    await morning.dario.presses("Confirmo: yo voy")
    await morning.dario.receives("Darío va al evento")
    await morning.ana.receives("Darío confirmó")
    for person in (morning.carla, morning.admin):
        await person.receives("Darío ya confirmó que va")
    await quiet(morning)


async def test_no_puedo_goes_on_to_the_next_at_once(morning: RunningDesk) -> None:
    await sends(morning)
    await morning.carla.receives("¿Va usted?")
    await morning.carla.presses("No puedo")
    await morning.carla.receives("no cuento con usted")
    asked = await morning.dario.receives("¿Va usted?")
    await morning.carla.presses("No puedo")
    await morning.carla.receives("ya me dijo que no puede")
    await morning.dario.presses("Confirmo: yo voy")
    await morning.dario.receives("Darío va al evento")
    await morning.carla.receives("Darío ya confirmó que va")
    await morning.ana.receives("Darío confirmó")
    await quiet(morning)
    await morning.dario.presses("No puedo", asked)  # who had confirmed cannot after all
    await morning.dario.receives("no cuento con usted")
    await morning.ana.receives("Darío ya no puede acompañar su evento")
    await morning.group.receives("Darío ya no puede ir")
    await morning.admin.receives("¿Va usted?")
    await quiet(morning)


async def test_told_tonight_for_tomorrow_nobody_is_paged(morning: RunningDesk) -> None:
    await morning.at("2026-11-10 22:00")
    await sends(
        morning,
        "mañana a las 9 de la noche hay un evento del alcalde en el Teatro Heredia, necesitamos apoyo",
    )
    asked = await morning.carla.receives("¿Va usted?")
    assert "GUARDIA" not in asked.text
    await quiet(morning)
    await morning.advance(hours=2)
    await morning.dario.receives_nothing()
    await morning.at("2026-11-11 17:00")
    await morning.dario.receives("nadie ha confirmado todavía")
    await quiet(morning)


async def test_told_at_night_for_before_the_opening_the_guard_is_paged_with_its_hour(
    morning: RunningDesk,
) -> None:
    await morning.at("2026-11-13 21:00")
    await morning.ana.writes(FULL.replace("el sábado", "mañana sábado"))
    await morning.ana.receives("¿Aviso ya a la guardia?")
    await morning.ana.presses("Sí, avisar ya a la guardia")
    opened = await morning.ana.receives("Ya avisé a la guardia")
    assert "Evento: sábado 14 de noviembre, 7:00 p. m." in opened.text
    page = await morning.carla.receives("GUARDIA")
    assert "Evento: sábado 14 de noviembre, 7:00 p. m." in page.text
    await morning.carla.presses("Confirmo: yo voy")
    await morning.carla.receives("Carla va al evento")
    await morning.ana.receives("Carla confirmó")
    await quiet(morning)


async def test_its_requester_moves_it_and_all_who_knew_hear_of_it(morning: RunningDesk) -> None:
    await confirmed(morning)
    await morning.ana.writes("/estado")
    state = await morning.ana.receives("Carla confirmó que va")
    assert "Evento: sábado 14 de noviembre, 7:00 p. m., Plaza de la Aduana" in state.text
    await morning.ana.presses("Cambiar fecha")
    await morning.ana.receives("está para el sábado 14 de noviembre, 7:00 p. m. ¿Para cuándo queda?")
    await morning.ana.writes("el 5")
    await morning.ana.receives("queda para el sábado 5 de diciembre, 7:00 p. m. ¿Lo cambio?")
    await morning.ana.writes("no")
    await morning.ana.receives("¿Para cuándo queda?")
    await morning.ana.writes("el domingo a las 6")
    await morning.ana.receives("queda para el domingo 15 de noviembre, 6:00 p. m. ¿Lo cambio?")
    await morning.carla.receives_nothing()
    await morning.ana.writes("sí")
    await morning.ana.receives("Domingo 15 de noviembre, 6:00 p. m.")
    await morning.carla.receives("cambió la fecha de SAUS-2026-000001, que usted acompaña")
    moved = await morning.group.receives("cambió la fecha")
    assert "domingo 15 de noviembre, 6:00 p. m." in moved.text
    await quiet(morning)
    await morning.at("2026-11-14 18:00")
    told = await morning.carla.receives("Le recuerdo el evento")
    assert "domingo 15 de noviembre" in told.text
    await morning.beto.receives_nothing()


async def test_the_desk_moves_one_that_nobody_confirmed_and_the_duty_is_asked_again(
    morning: RunningDesk,
) -> None:
    await sends(morning)
    await morning.carla.receives("¿Va usted?")
    await morning.group.receives(NUMBER)
    await morning.carla.writes(f"/mesa {NUMBER}")
    await morning.carla.receives("Evento: sábado")
    await morning.carla.presses("Más…")
    await morning.carla.receives("Evento: sábado", edited=True)
    await morning.carla.presses("Cambiar fecha")
    await morning.carla.receives("¿Para cuándo queda?")
    await morning.carla.writes("a las 9 de la noche")
    await morning.carla.receives("queda para el sábado 14 de noviembre, 9:00 p. m.")
    await morning.carla.presses("Sí, cambiarlo")
    await morning.carla.receives("¿Va usted?")
    await morning.carla.receives("sábado 14 de noviembre, 9:00 p. m.", edited=True)
    await morning.carla.receives("Sábado 14 de noviembre, 9:00 p. m.")
    await morning.ana.receives("Carla cambió la fecha de su evento")
    await morning.group.receives("cambió la fecha")
    await quiet(morning)


async def test_another_date_or_none_may_be_told_in_words(morning: RunningDesk) -> None:
    await confirmed(morning)
    await morning.ana.writes("aplazaron el acto del alcalde para el domingo a las 6 de la tarde")
    await morning.ana.receives("queda para el domingo 15 de noviembre, 6:00 p. m. ¿Lo cambio?")
    await morning.ana.presses("Sí, cambiarlo")
    await morning.ana.receives("Domingo 15 de noviembre")
    await morning.carla.receives("que usted acompaña")
    await quiet(morning)
    await morning.ana.writes("siempre no, el evento del alcalde se canceló")
    await morning.ana.receives("¿Cancelo el caso")
    await morning.ana.writes("sí")
    await morning.ana.receives("les avisé a todos")
    await morning.carla.receives("canceló el evento")
    await quiet(morning)
    await morning.beto.writes("el evento del alcalde se canceló")  # somebody who has none
    await morning.beto.receives()
    assert "Cancelo" not in morning.beto.last.text


@pytest.mark.parametrize(
    "said", ["lo corrieron para las 9 de la noche", "el evento es a las 9 pm no a las 7"]
)
async def test_the_only_event_needs_no_name_to_be_moved(morning: RunningDesk, said: str) -> None:
    await confirmed(morning)
    await morning.ana.writes("¿cuándo es exactamente?")
    await morning.ana.receives("confirmó que va")
    await morning.ana.writes(said)
    await morning.ana.receives("9:00 p. m. ¿Lo cambio?")


async def test_whom_to_reach_may_be_told_at_the_review(morning: RunningDesk) -> None:
    await plans(morning)
    await morning.ana.writes("Dayro Pájaro 3004421100")
    await morning.ana.receives("3004421100")
    await morning.ana.receives("Dayro Pájaro, 3004421100")


async def test_cancelled_everybody_hears_of_it_and_nothing_follows(morning: RunningDesk) -> None:
    await confirmed(morning)
    await morning.ana.presses("Cancelar el caso")
    await morning.ana.receives("¿Cancelo el caso")
    await morning.ana.presses("Sí, cancelarlo")
    await morning.ana.receives("les avisé a todos")
    await morning.carla.receives("canceló el evento")
    await morning.group.receives("canceló el evento")
    await quiet(morning)
    for instant in ("2026-11-13 19:00", "2026-11-14 18:40", "2026-11-17 09:00"):
        await morning.at(instant)
    await morning.admin.writes("/agenda")
    await morning.admin.receives("No hay eventos en la agenda")


async def test_the_agenda_shows_what_is_coming_to_those_who_may_see_it(morning: RunningDesk) -> None:
    await confirmed(morning)
    await morning.ana.writes(IN_HOURS)
    await morning.ana.receives("Revise el acompañamiento")
    await morning.sends(morning.ana)
    await morning.ana.receives("SAUS-2026-000002")
    await quiet(morning)
    await morning.admin.writes_in(morning.group, "/agenda")
    agenda = await morning.group.receives("Agenda de eventos")
    first, second = (
        agenda.text.index("Miércoles 11 de noviembre"),
        agenda.text.index("Sábado 14 de noviembre"),
    )
    assert first < second
    assert "3:00 p. m. · 📍 Palacio de la Aduana · ⚠️ sin confirmar · SAUS-2026-000002" in agenda.text
    assert "7:00 p. m. · 📍 Plaza de la Aduana · ✅ Carla · SAUS-2026-000001" in agenda.text
    await morning.admin.presses("1: el alcalde", agenda)
    await morning.group.receives("Lo tiene: Carla")
    await morning.beto.writes("/agenda")
    await morning.beto.receives("Eso es solo para quienes tienen el rol")
    await morning.gives("gerente", morning.beto)
    await morning.beto.writes("/agenda")
    assert not (await morning.beto.receives("Agenda de eventos")).labels
    await morning.ana.writes("/casos")
    await morning.ana.receives("sábado 14 de noviembre, 7:00 p. m.")


async def test_whoever_coordinates_arranges_them_in_words(morning: RunningDesk) -> None:
    await sends(morning)
    await morning.gives("coordinador", morning.beto)
    everybody = morning.group, morning.ana, morning.carla, morning.dario, morning.beto
    await morning.settled(*everybody)
    await morning.beto.writes("a la plaza mande a Darío")
    await morning.beto.receives("lo tiene ahora Darío")
    await morning.settled(*everybody)
    await morning.dario.writes("no alcanzo a ir a lo del sábado")
    await morning.dario.receives("no cuento con usted")
    await morning.settled(*everybody)
    await morning.carla.writes("yo cubro el del sábado")
    await morning.carla.receives("Carla va al evento")
    await morning.settled(*everybody)
    await morning.beto.writes("el del sábado lo corrieron para las 8 pm")
    await morning.beto.receives("queda para el sábado 14 de noviembre, 8:00 p. m. ¿Lo cambio?")
    await morning.beto.presses("Sí, cambiarlo")
    await morning.beto.receives("Ya les avisé a todos")
    await morning.settled(*everybody)
    await morning.beto.writes("se canceló lo del sábado en la plaza")
    await morning.beto.receives("¿lo cancelo con «El evento se canceló.»?")
    await morning.beto.presses("Sí, enviarlo")
    await morning.beto.receives("quedó cancelado")
    await morning.settled(*everybody)


async def test_on_the_next_working_day_whoever_went_is_asked_to_resolve_it(morning: RunningDesk) -> None:
    await confirmed(morning)
    await morning.at("2026-11-14 18:40")
    await morning.carla.receives("Le recuerdo el evento")
    await morning.ana.receives("Le recuerdo su evento")
    await morning.at("2026-11-16 09:00")  # a holiday
    await morning.at("2026-11-17 08:00")
    await morning.carla.receives("Ya pasó el evento de SAUS-2026-000001")
    await morning.carla.presses("Resolver")
    await morning.carla.receives("¿qué se hizo?")
    await morning.restart()
    await morning.at("2026-11-17 12:00")


async def test_a_forged_press_changes_nothing(morning: RunningDesk) -> None:
    await sends(morning)
    asked = await morning.carla.receives("¿Va usted?")
    await quiet(morning)
    await in_words.greets(morning.beto)
    await morning.beto.joins(morning.group)
    for data in (f"take:{NUMBER}", f"ag:{NUMBER}:not_going", f"ag:{NUMBER}:date"):
        await _forges(morning.beto, data)
        await morning.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await _forges(morning.beto, f"tk:{NUMBER}:date")
    await morning.beto.receives("No encuentro entre sus casos")
    await _forges(morning.dario, f"ag:{NUMBER}:not_going")
    await morning.dario.receives("A usted no le he pedido ir")
    await morning.carla.presses("Confirmo: yo voy", asked)
    await morning.carla.receives("Carla va al evento")
    await morning.ana.receives("Carla confirmó")
    await quiet(morning)


async def _forges(person: Person, data: str) -> None:
    """A press that no button of theirs has: on whatever message they saw last."""
    await person._press(person.chat, person.last.message_id, "…", data)
