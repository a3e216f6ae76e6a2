"""Plans: rows kept from the chat, ticked off by agents, and the indicator that is counted from them."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.test_recording import gives_office, records

ROWS = """- 12 de noviembre: impresoras de Hacienda
UPS del CPD - 20/11
limpieza de los racks
2026-03-05 Switch de la Aduana"""


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    """Ana answers for the infrastructure, and Carla is an agent."""
    await gives_office(desk, desk.ana, "Gestor infraestructura")
    await desk.gives("agente", desk.carla)
    return desk


async def plans(desk: RunningDesk, rows: str = ROWS) -> None:
    await desk.ana.writes("/plan mantenimiento")
    await desk.ana.receives("No hay plan para este período")
    await desk.ana.presses("➕ Agregar filas")
    await desk.ana.receives("una por línea")
    await desk.ana.writes(rows)
    await desk.ana.receives("¿Agrego")
    await desk.ana.presses("Sí, agregar")
    await desk.ana.receives("agregada")


async def ticks(person: Person, row: str) -> None:
    await person.presses(row)
    await person.receives("✅ Hecho")


async def test_rows_are_shown_back_and_ticked_off_with_one_press(desk: RunningDesk) -> None:
    await desk.ana.writes("/plan 2")
    await desk.ana.receives("No hay plan")
    await desk.ana.presses("➕ Agregar filas")
    await desk.ana.receives("una por línea")
    await desk.ana.writes("30 de febrero: nada")
    await desk.ana.receives("no existe en el calendario")
    await desk.ana.writes(ROWS)
    shown = await desk.ana.receives("¿Agrego 4 filas?")
    for part in (
        "impresoras de Hacienda · 12 de nov.",
        "UPS del CPD · 20 de nov.",
        "limpieza de los racks · 31 de dic.",
        "Switch de la Aduana · 5 de mar. (1.er sem. 2026)",
        "un período que ya terminó",
    ):
        assert part in shown.text
    await desk.ana.writes("sí")
    await desk.ana.receives("4 filas agregadas")
    await desk.carla.writes("/plan")
    await desk.carla.receives("2.º sem. 2026: 0 de 3 hechas, ninguna vencida")
    await desk.carla.presses("2. Mantenimientos Preventivos")
    listed = await desk.carla.receives("impresoras de Hacienda · para el 12 de nov.")
    assert "Agregar" not in " ".join(listed.labels)
    await desk.carla.presses("☑ 1. impresoras de Hacienda")
    told = await desk.carla.receives("✅ Hecho: impresoras de Hacienda")
    assert "1 de 3 hechas, ninguna vencida" in told.text
    await desk.carla.presses("☑ 1. impresoras de Hacienda", listed)
    await desk.carla.receives("ya estaba marcado: Carla, el 10 de nov.")
    await desk.carla.presses("Deshacer", told)
    await desk.carla.receives("otra vez por hacer")
    await desk.ana.writes("/plan 2")
    await desk.ana.receives("0 de 3 hechas")
    await desk.ana.presses("Quitar una fila")
    await desk.ana.receives("¿Cuál fila")
    await desk.ana.presses("✖ UPS del CPD")
    await desk.ana.receives("quité «UPS del CPD»")
    await desk.ana.presses("Ver el plan")
    await desk.ana.receives("0 de 2 hechas")


async def test_the_indicator_is_counted_from_it_and_not_recorded(desk: RunningDesk) -> None:
    await plans(desk)
    await desk.carla.writes("/plan 2")
    listed = await desk.carla.receives("0 de 3")
    await desk.carla.presses("☑ 1. impresoras de Hacienda", listed)
    await desk.carla.receives("1 de 3")
    await desk.at("2027-01-04 08:30")
    await desk.carla.presses("☑ 2. UPS del CPD", listed)
    await desk.carla.receives("¿«UPS del CPD» se hizo antes de que terminara?")
    await desk.carla.presses("Sí, antes")
    await desk.carla.receives("2 de 3")
    await desk.carla.presses("☑ 3. limpieza de los racks", listed)
    await desk.carla.receives("ya terminó")
    await desk.carla.writes("no")
    await desk.carla.receives("2 de 3")
    await desk.carla.presses("Ver el plan")
    await desk.carla.receives("hecho el 4 de ene. por Carla, fuera del período: no cuenta")
    await desk.admin.writes("/kpi 2 2026-S2")
    assert "contado de su plan, 1 de 3" in (await desk.admin.receives("33,3 %")).text, "it closed as it was"
    await desk.ana.writes("/kpi registrar 2 2026-S2")
    await desk.ana.receives("se cuenta de lo marcado en él: 🔴 33,3 % (1 de 3)")
    await desk.ana.writes("2025-S2")
    await desk.ana.receives("¿Cuánto dio?")
    desk.ana.ignores_rest()
    desk.admin.ignores_rest()


async def test_what_is_not_due_is_no_debt_and_only_the_end_of_the_period_counts(desk: RunningDesk) -> None:
    await plans(desk, "20 de noviembre: UPS del CPD\n1 de diciembre: racks")
    await desk.admin.writes("/kpi 2 2026-S2")
    card = await desk.admin.receives(
        "⏳ 2.º sem. 2026 va en curso: 0 % (0 de 2) hasta ahora, ninguna fila vencida."
    )
    assert "ninguna fila vencida, sin semáforo · meta" in card.text
    await desk.admin.writes("/kpi")
    await desk.admin.receives("2.º sem. en curso: 0 de 2, ninguna vencida")
    await desk.at("2026-11-23 08:30")
    desk.ana.ignores_rest()
    await desk.admin.writes("/kpi 2 2026-S2")
    await desk.admin.receives("0 % (0 de 1) hasta ahora.")
    await desk.carla.writes("/plan 2")
    await desk.carla.receives("0 de 2 hechas, 1 vencida")
    await desk.carla.presses("☑ 1. UPS del CPD")
    await desk.carla.receives("✅ Hecho, dentro del período (vencía el 20 de nov.): UPS del CPD")
    desk.admin.ignores_rest()


async def test_what_was_recorded_by_hand_stays(desk: RunningDesk) -> None:
    said = ("/kpi registrar 2 2026-S1", "45 de 50", "https://acta.example/1", "[Sin nota]", "[Registrar]")
    await records(desk.ana, *said)
    await plans(desk)
    await desk.admin.writes("/kpi 2 2026-S1")
    await desk.admin.receives("90 %")


async def test_others_neither_see_nor_change_it(desk: RunningDesk) -> None:
    await plans(desk)
    await desk.ana.writes("/plan 2")
    shown = await desk.ana.receives("0 de 3")
    await desk.beto.writes("/plan")
    await desk.beto.receives("solo para quienes tienen el rol")
    await desk.gives("gerente", desk.beto)
    await desk.beto.writes("/plan 2")
    seen = await desk.beto.receives("0 de 3")
    await desk.beto.presses("☑ 1. impresoras de Hacienda", seen)
    await desk.beto.receives("solo para quienes tienen el rol")
    await desk.admin.writes("/rol quitar responsable @ana")
    await desk.admin.receives("ya no tiene el rol")
    await desk.ana.receives("Ya no tiene el rol")
    await desk.ana.presses("➕ Agregar filas", shown)
    await desk.ana.receives("solo para quienes tienen el rol")


async def test_a_plan_is_spoken_of_in_words(desk: RunningDesk) -> None:
    await plans(desk)
    for said in ("muéstreme el plan de mantenimiento", "¿cómo va el plan de mantenimientos?"):
        await desk.ana.writes(said)
        assert "impresoras de Hacienda" in (await desk.ana.receives("2. Eficacia")).text
    await desk.carla.writes("ya hicimos lo de las impresoras del plan")
    await desk.carla.receives("Hecho: impresoras de Hacienda")
    await desk.carla.writes("ya se hizo el mantenimiento de las impresoras")
    await desk.carla.receives("ya estaba marcado: Carla")
    await desk.carla.writes("ya se hizo el mantenimiento de la fuente del parque")
    await desk.carla.receives("Ninguna fila de los planes se llama")
    await desk.carla.receives("Planes")
    await desk.ana.writes("agregue al plan de mantenimiento: 5 de diciembre servidores del CPD")
    assert "servidores del CPD · 5 de dic." in (await desk.ana.receives("¿Agrego")).text
    await desk.ana.writes("¿y cuántas van?")
    assert "servidores del CPD" in (await desk.ana.receives("Eso no lo anoté como fila. 1 fila escrita")).text
    await desk.ana.writes("12 de diciembre: portátiles de Aduana")
    await desk.ana.receives("¿Agrego 2 filas?")
    await desk.ana.writes("quite la de servidores")
    shown = await desk.ana.receives("Quité «servidores del CPD»")
    assert "portátiles de Aduana" in shown.text


@pytest.mark.parametrize(
    "said", ["no me abre el plan de mantenimiento", "ya hice mantenimiento en el caso 1"]
)
async def test_what_is_of_no_plan(desk: RunningDesk, said: str) -> None:
    await desk.carla.writes(said)
    assert "2. Eficacia" not in (await desk.carla.receives()).text


async def test_a_row_that_is_named_beats_a_case_of_ones_own(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.carla.receives("SAUS")
    for said, told in (
        ("plan de inventarios: Manga 9 dic; Hacienda 14 dic; Bosque 18 dic", "¿Agrego 3 filas?"),
        ("dale", "3 filas agregadas"),
        ("lo de hacienda ya no va, quítelo", "quité «Hacienda» del plan"),
        ("el de manga pásenlo para el 20", "Quedó para el 20 de dic."),
        ("al final el bosque se hizo ayer", "Hecho: Bosque"),
        ("quítelo", "quité «Bosque» del plan"),
    ):
        await desk.ana.writes(said)
        await desk.ana.receives(told)


async def test_a_plan_is_changed_in_the_middle_of_a_recording(desk: RunningDesk) -> None:
    await desk.ana.writes("licencias 2025: 410 instaladas y 365 con licencia")
    await desk.ana.receives("89 % (365 de 410)")
    await desk.ana.writes("agregue al plan de inventario: 9 de diciembre Manga, 14 de diciembre Hacienda")
    await desk.ana.receives("¿Agrego 2 filas?")
    await desk.ana.writes("sí")
    await desk.ana.receives("2 filas agregadas")
    await desk.ana.receives("Sigue a medio llenar")
    await desk.ana.writes("quite lo de hacienda que quedó pa enero")
    await desk.ana.receives("quité «Hacienda» del plan")
    await desk.ana.receives("3. Software Licenciados · 2025")
