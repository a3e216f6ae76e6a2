"""An event of the mayor's office that has no date for a while, the second of two that one message told of, and what is told
otherwise beside the guard's question."""

from tests.journeys.desk import RunningDesk
from tests.journeys.test_accompaniment import confirmed, morning, quiet

__all__ = ["morning"]  # the fixture


async def test_postponed_it_has_no_date_until_a_later_one_brings_it_back(morning: RunningDesk) -> None:
    await confirmed(morning)
    await morning.ana.writes("se aplazó, les aviso la nueva fecha")
    await morning.ana.receives("aplazado, sin fecha? Les aviso")
    await morning.ana.writes("sí")
    await morning.ana.receives("Cuando sepa la fecha")
    await morning.carla.receives("queda sin fecha")
    await morning.group.receives("queda sin fecha")
    await quiet(morning)
    await morning.at("2026-11-14 18:00")  # the day that it had
    await morning.settled(morning.group, morning.carla)
    await morning.ana.writes("quién va?")
    await morning.ana.receives("Está aplazado")
    await morning.ana.writes("ya dijeron: queda para el viernes 20 a las 2")
    asked = await morning.ana.receives("viernes 20 de noviembre, 2:00 p. m.")
    assert "Es a las 2:00 a. m." in asked.labels
    await morning.ana.writes(
        "que pena, ya no es en la plaza sino en la sala de juntas del piso 2 de la Aduana"
    )
    await morning.ana.receives("2:00 p. m., sala de juntas del piso 2 de la Aduana")
    await morning.ana.writes("si")
    await morning.ana.receives("Ya les avisé")
    await morning.carla.receives("cambió la fecha y el lugar")
    await morning.settled(morning.group, morning.carla)


async def test_two_events_of_one_message_are_two(morning: RunningDesk) -> None:
    await morning.ana.writes(
        "el sábado a las 7 pm el alcalde tiene un acto en el parque del Centenario y el domingo a las 10 am una misa en la "
        "iglesia de San Pedro, necesitamos apoyo en ambos"
    )
    await morning.ana.receives("2 eventos")
    await morning.ana.receives("lo dejo en la agenda")
    first = await morning.ana.receives("sábado 14 de noviembre, 7:00 p. m.")
    assert "parque del Centenario" in first.text
    await morning.sends(morning.ana)
    await morning.ana.receives("SAUS-2026-000001")
    await morning.ana.receives("Ahora el otro evento")
    second = await morning.ana.receives("domingo 15 de noviembre, 10:00 a. m.")
    assert "iglesia de San Pedro" in second.text
    await morning.settled(morning.group, morning.carla)


async def test_beside_the_guards_question_the_event_is_told_otherwise(morning: RunningDesk) -> None:
    await morning.at("2026-11-12 19:00")
    await morning.ana.writes(
        "el alcalde tiene rueda de prensa hoy a las 9 pm en el Salón Vicente Martínez y no hay quien conecte"
    )
    await morning.ana.receives("¿Aviso ya a la guardia?")
    await morning.ana.writes("ojo que ya no es en el salón sino en el patio de la Aduana")
    await morning.ana.receives("patio de la Aduana")
    await morning.ana.receives("¿Aviso ya a la guardia?")
    await morning.ana.writes("ya viene alguien?")
    await morning.ana.receives("no he avisado")
    await morning.ana.receives("¿Aviso ya a la guardia?")
    await morning.ana.writes("ay no, que lo suspendieron")
    await morning.ana.receives("no avisé a nadie")
    await morning.settled(morning.group, morning.carla)
