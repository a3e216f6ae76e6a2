"""People are named to the desk as the desk names them; who loses a role leaves no case behind."""

from tests.journeys.desk import RunningDesk

NUMBER = "SAUS-2026-000001"


async def test_a_role_is_given_by_the_name_that_is_shown(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)  # only now her name is known
    await desk.knows(desk.admin)
    await desk.admin.writes("/rol dar agente Ana")
    await desk.admin.receives("¿Le doy el rol agente a Ana (@ana, número 1)?")
    await desk.admin.writes("sí")
    await desk.admin.receives("Ana ahora tiene el rol agente")
    await desk.ana.receives("Ahora tiene el rol")


async def test_of_two_with_that_name_it_is_asked_which(desk: RunningDesk) -> None:
    other = desk.telegram.person(31, "Ana", "la_otra")
    await desk.opens_case(desk.ana)
    await desk.fills_form(other)
    await desk.sends(other)
    await other.receives("Su caso quedó abierto")
    await desk.knows(desk.admin)
    await desk.admin.writes("/rol dar agente Ana")
    which = await desk.admin.receives("Hay más de una persona")
    assert "Ana (@ana)" in which.text
    assert "Ana (@la_otra)" in which.text
    await desk.admin.writes("/rol dar agente Zenobia Quiroz")
    await desk.admin.receives("No conozco a «Zenobia Quiroz»")


async def test_an_invitation_by_another_word_says_which_role_it_is(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes("/invitar jefe")
    await desk.admin.receives("es aquí el rol gerente")
    await desk.admin.writes("sí")
    await desk.admin.receives("Reenvíe")
    await desk.admin.receives("Invitación para gerente")


async def test_who_loses_the_role_leaves_their_cases_to_the_queue(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.gives("agente", desk.dario)
    await desk.opens_case(desk.ana)
    card = await desk.carla.receives(NUMBER)
    await desk.dario.receives(NUMBER)
    await desk.carla.presses("Lo tomo", card)
    await desk.carla.receives("Lo tiene: Carla", edited=True)
    await desk.dario.receives("Lo tiene: Carla", edited=True)
    await desk.carla.receives("queda a cargo")
    await desk.ana.receives("tomó su caso")
    await desk.admin.writes("/rol quitar agente @carla")
    await desk.admin.receives("El caso abierto que tenía volvió a la fila")
    await desk.carla.receives("Ya no tiene el rol")
    await desk.ana.receives("cambia de manos")
    await desk.dario.receives("nuevo", edited=True)
    back = await desk.dario.receives("Carla ya no atiende casos. El caso que tenía volvió a la fila")
    await desk.dario.presses("Lo tomo", back)
    await desk.dario.receives("Lo tiene: Darío", edited=True)
    await desk.dario.receives("queda a cargo")
    await desk.ana.receives("tomó su caso")


async def test_a_name_is_written_where_it_was_asked_for(desk: RunningDesk) -> None:
    newcomer = desk.telegram.person(32, "L", "luis")
    await desk.knows(newcomer, desk.admin)
    await desk.admin.writes("/rol dar agente @luis")
    await desk.admin.receives("¿Le doy el rol agente")
    await desk.admin.writes("sí")
    await desk.admin.receives("ahora tiene el rol agente")
    await newcomer.receives("¿Con qué nombre prefiere que lo lean?")
    await newcomer.writes("Luis Mora")
    await newcomer.receives("Para guardar su nombre, Luis Mora")
    await newcomer.writes("sí")
    await newcomer.receives("lo leen como Luis Mora")


async def test_who_tells_a_problem_beside_their_name_reports_it(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.beto)
    await desk.beto.writes("buenas, soy Luis Mora de Hacienda, no me abre el correo, Aduana piso 2")
    shown = await desk.beto.receives("Revise su caso")
    assert "no me abre el correo" in shown.text
    assert "Luis Mora" in shown.text
