"""A value opens into its cases and says how it is counted; what changed after a month closed is accepted with one press."""

from tests.journeys.desk import RunningDesk
from tests.journeys.in_words import tells
from tests.journeys.solving import solves

# The clock begins on Tuesday 2026-11-10 at 10:00.


async def test_a_case_moves_the_board_at_once_and_can_be_seen(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.gives("gerente", desk.beto)
    number = await desk.opens_case(desk.ana)
    desk.carla.ignores_rest()
    await desk.beto.writes("/kpi")
    await desk.beto.receives("meta 95 % · va 0 % en nov. (0 de 1)")
    await solves(desk, desk.carla, number)
    desk.ana.ignores_rest()
    desk.carla.ignores_rest()
    await desk.beto.writes("/kpi 1 2026")
    card = await desk.beto.receives("⏳ nov. 2026 va en curso: 100 % (1 de 1) hasta ahora.")
    assert "ya está resuelto 1 de 1 (100 %). Ahora no hay ninguno por resolver." in card.text
    await desk.beto.presses("🔎 Sus casos")
    cases = await desk.beto.receives("100 % (1 de 1)")
    assert (
        f"✅ {number} · llegó el 10 de noviembre de 2026, resuelto el 10 de noviembre de 2026" in cases.text
    )
    await desk.beto.presses("📐 Cómo se cuenta")
    await desk.beto.receives("Por eso puede pasar de 100 %")
    await desk.admin.writes("/rol quitar gerente @beto")
    await desk.admin.receives("ya no tiene el rol")
    await desk.beto.receives("Ya no tiene el rol gerente")
    await desk.beto.presses(number, cases)
    await desk.beto.receives("Eso es solo para quienes tienen el rol")
    await desk.beto.presses("📐 Cómo se cuenta", cases)
    await desk.beto.receives("Eso es solo para quienes tienen el rol")


async def test_what_changed_after_the_month_closed_is_accepted_with_one_press(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    number = await desk.opens_case(desk.ana)
    await solves(desk, desk.carla, number)
    await desk.at("2026-11-11T09:00")
    await desk.at("2026-12-01T08:00")
    for one in (desk.ana, desk.carla, desk.admin):
        one.ignores_rest()
    await desk.admin.writes("/kpi 1 2026-11")
    card = await desk.admin.receives("calculado de los casos y caídas, 1 de 1")
    assert "va en curso" not in card.text
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.presses("Sigue fallando: reabrir", await desk.ana.receives(number))
    await desk.settled(desk.carla, desk.ana)
    await desk.admin.writes("/kpi 1 2026-11")
    await desk.admin.receives("✏️ Después de cerrar nov. 2026 cambió lo que cuenta: hoy sería 0 % (0 de 1).")
    await desk.admin.presses("✏️ Cambió 1, nov. 2026")
    asked = await desk.admin.receives("Si está de acuerdo, acéptelo")
    assert "• 100 % (1 de 1), el 1 de diciembre de 2026" in asked.text
    await desk.admin.presses("Aceptar 0 %")
    await desk.admin.receives("quedó en 0 % (0 de 1)")
    await desk.admin.presses("Aceptar 0 %", asked)
    again = await desk.admin.receives("No hay cambios por aceptar")
    assert "(cambiaron los casos después del cierre)" in again.text


async def test_a_change_is_accepted_in_words_and_by_no_question(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    number = await desk.opens_case(desk.ana)
    await solves(desk, desk.carla, number)
    await desk.at("2026-11-11T09:00")
    await desk.at("2026-12-01T08:00")
    for one in (desk.ana, desk.carla, desk.admin):
        one.ignores_rest()
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.presses("Sigue fallando: reabrir", await desk.ana.receives(number))
    await desk.settled(desk.carla, desk.ana)
    manager = desk.admin
    await tells(manager, "hubo cambios después del cierre?", "1. Eficiencia de solicitudes, nov. 2026")
    await tells(manager, "acéptela", "¿Cuál acepto?")
    await tells(manager, "la del 1", "Todavía nadie lo ha aceptado")
    await tells(manager, "sí", "quedó en 0 % (0 de 1)")
    await tells(manager, "y al fin quién la aceptó", "(cambiaron los casos después del cierre)")
    await tells(manager, "hay algo por aceptar?", "Todavía nadie lo ha aceptado")
    await tells(manager, "no la acepto todavía", "queda como estaba")
    await tells(manager, "qué falta por aceptar", "Todavía nadie lo ha aceptado")


async def test_why_a_value_is_red_tells_its_target_and_the_cases_that_lower_it(desk: RunningDesk) -> None:
    manager = desk.beto
    await desk.gives("gerente", manager)
    number = await desk.opens_case(desk.ana)
    await desk.at("2026-12-02T09:00")
    for one in (desk.ana, desk.admin, manager):
        one.ignores_rest()
    await manager.writes("la 1 por qué está en rojo")
    told = await manager.receives("0 % (0 de 1) · meta 95 %, le faltan 95 puntos")
    assert f"Lo bajan</b>: {number}" in told.text or f"Lo bajan: {number}" in told.text
    await manager.writes("cuál caso lo bajó")
    await manager.receives(f"▫️ {number}")
    await manager.writes("/kpi rojos")
    await manager.receives("por debajo de la meta")
    await manager.writes("por qué está así")
    await manager.receives("📐")
    await manager.writes("quién responde por ese")
    assert "Responsable" in (await manager.receives()).text
