"""Owners record their indicators: given the office, asked step by step, corrected with a reason, refused for others'."""

import pytest

from tests.emulator import BotMessage, Person
from tests.journeys.desk import RunningDesk

REFUSED = "Eso es solo para quienes tienen el rol"


async def gives_office(desk: RunningDesk, person: Person, office: str) -> None:
    """After the desk has looked at what is missing today: whoever is given an office hears of it tomorrow."""
    await desk.advance(seconds=1)
    await desk.knows(desk.admin, person)
    await desk.admin.writes(f"/rol dar responsable @{person.user['username']}")
    asked = await desk.admin.receives("¿De qué responde")
    assert len(asked.labels) == 5
    await desk.admin.presses(office, asked)
    await desk.admin.receives("ahora tiene el rol responsable")
    await person.receives("Ahora tiene el rol responsable")


async def records(person: Person, *said: str) -> BotMessage:
    """Each is written when its question came; «[…]» is a button. The last answer of the desk is returned."""
    for one in said:
        if one.startswith("["):
            await person.presses(one[1:-1])
        else:
            await person.writes(one)
        await person.receives()
    return person.last


async def card_of(desk: RunningDesk, asked: str) -> BotMessage:
    """A text that is too long for a caption follows its picture."""
    await desk.admin.writes(asked)
    message = await desk.admin.receives()
    return message if message.text else await desk.admin.receives()


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    """Ana answers for software development (10)."""
    await gives_office(desk, desk.ana, "Gestor Desarrollo")
    return desk


async def test_a_period_is_chosen_by_its_number_and_a_value_is_a_value(desk: RunningDesk) -> None:
    await desk.ana.writes("/kpi registrar 10")
    await desk.ana.receives("¿De qué trimestre?")
    await desk.ana.writes("2")
    asked = await desk.ana.receives("¿Cuánto dio?")
    assert "2.º trim. 2026" in asked.text
    await desk.ana.writes("1")
    asked = await desk.ana.receives()
    assert "No hubo nada que medir" not in asked.text
    assert len(asked.labels) == 2, "whether it is per cent, or the first of two"
    await desk.ana.writes("1")
    await desk.ana.receives("¿Con qué se soporta?")


async def test_from_the_command_to_one_press(desk: RunningDesk) -> None:
    await desk.ana.writes("/kpi registrar")
    asked = await desk.ana.receives("¿De qué trimestre?")
    assert asked.labels[:2] == ["3.er trim. 2026", "2.º trim. 2026"], "the last one that is over comes first"
    await desk.ana.presses("3.er trim. 2026")
    asked = await desk.ana.receives("Número de Proyectos de software ejecutados")
    assert "número de solicitudes desarrollos recibidos" in asked.text.lower()
    await desk.ana.writes("45 de 50")
    told = await desk.ana.receives("¿Con qué se soporta?")
    assert "90 % (45 de 50) · antes" in told.text
    await desk.ana.sends_document("informe.pdf", b"%PDF-1.7 informe", "application/pdf")
    await desk.ana.receives("¿Quiere dejar una nota?")
    await desk.ana.writes("Sin contar los de regalías")
    shown = await desk.ana.receives("¿Lo registro?")
    for part in ("90 % (45 de 50)", "Antes", "(4.º trim. 2023)", "informe.pdf", "Sin contar los de regalías"):
        assert part in shown.text
    await desk.ana.presses("Registrar")
    await desk.ana.receives("Quedó registrado")
    card = await card_of(desk, "/kpi 10")
    assert "90 %" in card.text
    assert "registrado, 45 de 50" in card.text
    await desk.admin.presses("Lo registrado")
    told = await desk.admin.receives("Soporte: informe.pdf")
    assert "Sin contar los de regalías" in told.text
    await desk.admin.presses("📎 3.er trim. 2026")
    assert (await desk.admin.receives("informe.pdf")).document == b"%PDF-1.7 informe"


async def test_a_correction_asks_for_its_reason_and_keeps_what_was(desk: RunningDesk) -> None:
    first = ("/kpi registrar 10 2026-T2", "80 %", "https://acta.example/3", "[Sin nota]", "[Registrar]")
    assert "80 %" in (await records(desk.ana, *first)).text
    asked = await records(desk.ana, "/kpi registrar 10 2026-T2", "noventa por ciento")
    assert "2.º trim. 2026\nYa hay un dato" in asked.text
    assert "¿Por qué se corrige?" in asked.text
    shown = await records(
        desk.ana, "faltaba un proyecto", "[No tengo soporte]", "el acta está en firma", "[Sin nota]"
    )
    assert "Motivo: faltaba un proyecto" in shown.text
    await records(desk.ana, "[Registrar]")
    assert "90 %" in (await card_of(desk, "/kpi 10")).text
    await desk.admin.presses("Lo registrado")
    told = await desk.admin.receives("Motivo de la corrección: faltaba un proyecto")
    assert told.text.index("90 %") < told.text.index("80 %")
    assert "no tiene (el acta está en firma)" in told.text
    assert "https://acta.example/3" in told.text


async def test_what_was_printed_is_corrected_like_anything_else(desk: RunningDesk) -> None:
    asked = await records(desk.ana, "/kpi registrar 10 2023-T1", "50 %")
    assert "impreso en la hoja" in asked.text


ANSWERS = [
    ("cuarenta y cinco de cincuenta", "¿Con qué se soporta?"),
    ("62 de 50", "Da 124 %, más de 100 %. ¿Está bien?"),
    ("5001 de 50", "se registra hasta 10000 %"),
    ("12000 %", "se registra hasta 10000 %"),
    ("999999999999999 de 1", "se registra hasta 10000 %"),
    ("90", "¿90 es el porcentaje"),
    ("1", "¿1 es el porcentaje"),
    ("0,9", "¿0,9 % o 90 %?"),
    ("0,9 %", "¿Con qué se soporta?"),
    ("1,250", "No entendí cuánto es"),
    ("más o menos bien", "No entendí cuánto es"),
    ("3 de 0", "el segundo número no puede ser 0"),
    ("no hubo ninguno programado", "¿Con qué se soporta?"),
]


async def test_what_it_came_to_is_read_as_people_write_it(desk: RunningDesk) -> None:
    for said, answer in ANSWERS:
        assert answer in (await records(desk.ana, "/kpi registrar 10 2026-T3", said)).text


async def test_a_number_alone_is_asked_and_over_100_may_be_changed(desk: RunningDesk) -> None:
    asked = await records(desk.ana, "/kpi registrar 10 2026-T3", "60", "[Son 60, falta el total]")
    assert "60, ¿de cuántos" in asked.text
    assert "Da 120 %" in (await records(desk.ana, "50")).text
    assert "¿Cuánto dio?" in (await records(desk.ana, "no")).text
    assert "¿Con qué se soporta?" in (await records(desk.ana, "40 de 50")).text
    assert (
        "80 % (40 de 50)" in (await records(desk.ana, "[No tengo soporte]", "no aplica", "[Sin nota]")).text
    )


async def test_nothing_to_measure_is_no_zero(desk: RunningDesk) -> None:
    said = ("[No hubo nada que medir]", "[No tengo soporte]", "no se pidió nada", "[Sin nota]", "[Registrar]")
    done = await records(desk.ana, "/kpi registrar 10 2026-T3", *said)
    assert "sin datos: no hubo nada que medir" in done.text
    await desk.ana.presses("Lo mío")
    assert "falta 2.º trim. 2026" in (await desk.ana.receives("Sus indicadores")).text
    await desk.admin.writes("/kpi 10 2026-T3")
    await desk.admin.receives("Sin datos")


PERIODS = [
    ("2026-06", "este indicador se mide por trimestre"),
    ("2026", "este indicador se mide por trimestre"),
    ("T4", "4.º trim. 2025"),
    ("cuarto trimestre de 2026", "todavía no termina"),
    ("2031-T1", "todavía no termina"),
    ("el trimestre pasado", "3.er trim. 2026"),
    ("primer trimestre de 2021", "1.er trim. 2021"),
    ("cuando sea", "No entendí"),
]


async def test_only_periods_of_its_frequency_that_are_over(desk: RunningDesk) -> None:
    for said, answer in PERIODS:
        assert answer in (await records(desk.ana, "/kpi registrar 10", said)).text


async def test_others_indicators_and_computed_ones_are_refused_kindly(desk: RunningDesk) -> None:
    for asked, answer in (
        ("/kpi registrar 11", "Este avance es de Coordinador de proyectos: nadie tiene ese cargo todavía"),
        ("/kpi registrar 8", "se calcula solo, de las soluciones a distancia"),
        ("/kpi registrar 9", "se calcula solo, de las horas sin caídas"),
        ("/kpi registrar 99", "van del 1 al 13"),
    ):
        await desk.ana.writes(asked)
        await desk.ana.receives(answer)
    await desk.admin.writes("/kpi registrar 10")
    await desk.admin.receives("lo registra @ana")
    await desk.beto.writes("/kpi registrar 10")
    await desk.beto.receives(REFUSED)
    for asked in ("/kpi", "/kpi 1", "/kpi 10 2023", "/kpi faltan"):
        await desk.ana.writes(asked)
        told = await desk.ana.receives("Sus indicadores")
        assert "Eficiencia de solicitudes" not in told.text, "the others are for managers"


async def test_the_office_is_looked_at_again_at_each_press(desk: RunningDesk) -> None:
    shown = await records(desk.ana, "/kpi registrar 10 2026-T3", "45/50", "https://a.example/b", "[Sin nota]")
    await desk.admin.writes("/rol quitar responsable @ana")
    await desk.admin.receives("ya no tiene el rol responsable (gestor desarrollo)")
    await desk.ana.receives("Ya no tiene el rol responsable (gestor desarrollo)")
    await desk.ana.presses("Registrar", shown)
    await desk.ana.receives("Este avance es de Gestor Desarrollo")
    await desk.admin.writes("/kpi 10 2026-T3")
    await desk.admin.receives("Sin datos")


async def test_in_words_for_who_holds_an_office(desk: RunningDesk) -> None:
    await gives_office(desk, desk.ana, "Coordinador de proyectos")
    await desk.ana.writes("quiero registrar el avance")
    asked = await desk.ana.receives("¿De cuál indicador")
    assert [label.partition(".")[0] for label in asked.labels] == ["10", "11", "12"]
    await desk.ana.writes("11")
    await desk.ana.receives("11. Cumplimiento de las metas")
    await desk.ana.writes("cancelar")
    await desk.ana.receives("sin enviar")
    await desk.ana.writes("/kpi registrar")
    await desk.ana.receives("¿De cuál indicador")
    await desk.ana.writes("gobierno digital")
    await desk.ana.receives("12. Cumplimiento de la politica de gobierno digital")
    await desk.ana.writes("cancelar")
    await desk.ana.receives("dejé el avance de un indicador sin enviar")
    await desk.ana.writes("necesito reportar el avance del indicador 11")
    await desk.ana.receives("11. Cumplimiento de las metas")
    shown = await records(desk.ana, "T2", "540 de 6", "[No tengo soporte]", "sin acta", "[Sin nota]")
    assert "90 % (540 de 6)" in shown.text, "its numerator is a sum of percentages"


async def test_a_count_that_may_be_a_sum_of_percentages_is_asked(desk: RunningDesk) -> None:
    await gives_office(desk, desk.ana, "Coordinador de proyectos")
    asked = await records(desk.ana, "/kpi registrar 11 2026-T2", "51 de 50")
    assert "¿51 cumplidos de 50 (102 %), o porcentajes que suman 51 entre 50 (1 %)?" in asked.text
    assert "102 % (51 de 50)" in (await records(desk.ana, "[Cumplidos: 102 %]")).text
    assert "90 %" in (await records(desk.ana, "/kpi registrar 11 2026-T2", "0,9", "[Es 90 %]")).text


async def test_what_was_just_recorded_is_corrected_in_words(desk: RunningDesk) -> None:
    shown = await records(
        desk.ana, "/kpi registrar 10 2026-T3", "45 de 50", "www.acta.example/3", "[Sin nota]"
    )
    assert "¿Lo registro?" in shown.text
    await desk.ana.writes("quiero registrar el indicador 2")
    await desk.ana.receives("Este avance es de Gestor infraestructura")
    await desk.ana.receives("¿Lo registro?")
    await records(desk.ana, "[Registrar]")
    await desk.ana.writes("quiero corregirlo")
    await desk.ana.receives("¿Corrige 10. Eficacia en el desarrollo de software · 3.er trim. 2026?")
    await desk.ana.presses("✏️ Corregir 3.er trim. 2026")
    await desk.ana.receives("¿Cuánto dio?")


async def test_files_that_come_early_or_late_are_evidence_too(desk: RunningDesk) -> None:
    await records(desk.ana, "/kpi registrar 10 2026-T3")
    await desk.ana.sends_document("uno.pdf", b"%PDF-1", "application/pdf")
    await desk.ana.receives("Lo guardé como soporte")
    await records(desk.ana, "45 de 50")
    await desk.ana.sends_photo(b"\xff\xd8\xff acta")
    await desk.ana.receives("uno.pdf y")
    await desk.ana.writes("no")
    await desk.ana.receives("Soporte: uno.pdf y")


async def test_an_office_is_named_asked_ended_and_shown(desk: RunningDesk) -> None:
    await desk.admin.writes("/rol dar responsable @ana proyectos")
    await desk.admin.receives("¿Le doy el rol responsable (coordinador de proyectos) a @ana (número 1)?")
    await desk.admin.presses("Sí, a esa persona")
    await desk.admin.receives("ahora tiene el rol responsable (coordinador de proyectos)")
    await desk.ana.receives("responsable (coordinador de proyectos)")
    await desk.admin.writes("/rol dar responsable @ana desarrollo")
    await desk.admin.receives("ya tenía el rol responsable (gestor desarrollo)")
    await desk.admin.writes("/rol dar responsable ana desarrollo")
    await desk.admin.receives("ya tenía el rol responsable (gestor desarrollo)")
    await desk.admin.writes("/rol dar responsable ana cocina")
    missed = await desk.admin.receives("No sé cuál responsable es «cocina»")
    assert "coordinador de proyectos" in missed.text
    await desk.admin.writes("/rol lista")
    listed = await desk.admin.receives("Responsable (gestor desarrollo): @ana")
    assert "Responsable (administrador de la red): nadie" in listed.text
    await desk.admin.writes("/rol quitar responsable @ana")
    asked = await desk.admin.receives("¿Cuál le quito a")
    assert asked.labels == ["Gestor Desarrollo", "Coordinador de proyectos"]
    await desk.admin.presses("Gestor Desarrollo")
    await desk.admin.receives("ya no tiene el rol responsable (gestor desarrollo)")
    await desk.ana.receives("Ya no tiene el rol")
    await desk.admin.writes("/rol @ana")
    await desk.admin.receives("responsable (gestor desarrollo): lo dio Alba")


async def test_an_invitation_to_an_office(desk: RunningDesk) -> None:
    await desk.knows(desk.beto)
    await desk.admin.writes("/invitar responsable")
    await desk.admin.receives("¿De cuál responsable")
    await desk.admin.presses("Administrador de la red")
    await desk.admin.receives("Reenvíe")
    told = await desk.admin.receives("Invitación para responsable (administrador de la red)")
    await desk.beto.writes(f"/start {told.text.split('start=')[1].split()[0]}")
    await desk.beto.receives("responsable (administrador de la red)")
    await desk.admin.receives("aceptó su invitación")
    await desk.beto.writes("/kpi registrar")
    await desk.beto.receives("Los indicadores de administrador de la red se calculan solos")


async def test_of_two_who_record_at_once_the_second_one_corrects(desk: RunningDesk) -> None:
    await gives_office(desk, desk.beto, "Gestor Desarrollo")
    said = ("/kpi registrar 10 2026-T3", "45 de 50", "www.acta.example/3", "[Sin nota]")
    await records(desk.ana, *said)
    await records(desk.beto, *said)
    await records(desk.ana, "[Registrar]")
    assert "¿Por qué se corrige?" in (await records(desk.beto, "[Registrar]")).text
    assert "Corrige" in (await records(desk.beto, "conté uno de más")).text


async def test_all_that_a_sentence_tells_is_taken_and_nothing_else_is_kept_as_a_note(
    desk: RunningDesk,
) -> None:
    await desk.ana.writes("registre 45 de 50 en el indicador 10 del segundo trimestre")
    told = await desk.ana.receives("¿Con qué se soporta?")
    assert "90 % (45 de 50)" in told.text
    await desk.ana.writes("no tengo porque el comité no ha firmado")
    await desk.ana.receives("¿Quiere dejar una nota?")
    await desk.ana.writes("corregir el 10 del tercer trimestre")
    await desk.ana.receives("lo registramos apenas termine")
    await desk.ana.writes("según el acta 12")
    shown = await desk.ana.receives("¿Lo registro?")
    assert "2.º trim. 2026" in shown.text
    assert "no tiene (no tengo porque el comité no ha firmado)" in shown.text
    assert "Nota: según el acta 12" in shown.text
    await desk.ana.presses("Registrar")
    await desk.ana.receives("Quedó registrado")
    assert "3.er trim. 2026" in (await desk.ana.receives("Seguimos con lo otro")).text
    await desk.ana.writes("entonces nada")
    await desk.ana.receives("dejé el avance")
    await desk.ana.writes("/kpi registrar 10")
    asked = await desk.ana.receives("¿De qué trimestre?")
    assert "✏️ Corregir 2.º trim. 2026" in asked.labels
    await desk.ana.writes("lo del 10 del tercer trimestre")
    assert "3.er trim. 2026" in (await desk.ana.receives("¿Cuánto dio?")).text


async def test_the_command_takes_the_value_and_a_question_is_none(desk: RunningDesk) -> None:
    await desk.ana.writes("/kpi registrar 10 2026-T3 78%")
    await desk.ana.receives("¿Con qué se soporta?")
    await desk.ana.writes("espere, ¿cuánto dio en el cuarto trimestre de 2023?")
    told = await desk.ana.receives("En 4.º trim. 2023 dio")
    assert "76 %" in told.text
    assert await records(desk.ana, "no tengo porque el comité no ha firmado", "[Sin nota]", "[Registrar]")
    await desk.ana.writes("perdón, eran 19")
    await desk.ana.receives("¿19 es el porcentaje")
    await records(desk.ana, "[Es 19 %]", "sumé los de otro año", "lo mismo de antes", "ninguna")
    assert "Motivo: sumé los de otro año" in desk.ana.last.text
    assert "no tiene" in desk.ana.last.text, (
        "there was nothing that shows it, and that is no reason of its own"
    )


async def test_what_is_asked_beside_is_answered_and_never_kept(desk: RunningDesk) -> None:
    await desk.ana.writes("/kpi registrar 10 2026-T3")
    await desk.ana.receives("¿Cuánto dio?")
    for said, told in (
        ("un momento, ¿cuál es la fórmula?", "Se mide"),
        ("todavía no tenemos el acta firmada", "Anoté el soporte: no tiene (todavía"),
        ("¿y la meta de este?", "Metas"),
        ("oiga, quién está de guardia", "Guardia"),
        ("¿y eso sí se vale así?", "es una pregunta y no la guardé"),
    ):
        await desk.ana.writes(said)
        await desk.ana.receives(told)
        if told == "Guardia":
            await desk.ana.receives("¿Cuánto dio?")
    await desk.ana.writes("40 de 50")
    await desk.ana.receives("¿Quiere dejar una nota?")
    for said, told in (
        ("¿cuánto había dado en 2023?", "En"),
        ("no, eran 42", "Anoté 84 % (42 de 50)"),
        ("mejor 43 de 50", "Anoté 86 % (43 de 50)"),
    ):
        await desk.ana.writes(said)
        await desk.ana.receives(told)
    await desk.ana.writes("sin los de la sede nueva")
    shown = await desk.ana.receives("¿Lo registro?")
    assert "86 % (43 de 50)" in shown.text
    assert "Nota: sin los de la sede nueva" in shown.text
    assert "no tenemos el acta firmada" in shown.text
    for said, told in (
        ("en realidad eran 44 de 50", "88 % (44 de 50)"),
        ("cambie el valor, 44 de 50", "88 % (44 de 50)"),
        ("hubo dos que se aplazaron", "Nota: sin los de la sede nueva. hubo dos que se aplazaron"),
        ("quite la nota", "Queda sin nota"),
    ):
        await desk.ana.writes(said)
        assert told in (await desk.ana.receives("¿Lo registro?")).text
    await desk.ana.writes("no lo registre, era de otro año")
    await desk.ana.receives("dejé el avance")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("listo, pongamos el tercer trimestre: 27 de 30", "90 % (27 de 30)"),
        ("tercer trimestre, veintisiete de treinta", "90 % (27 de 30)"),
        ("registre 10: 27 de 30 del 3er trim", "90 % (27 de 30)"),
        ("voy a reportar lo de desarrollo de software del tercer trimestre: 27 de 30", "90 % (27 de 30)"),
        ("en el tercer trimestre no se programó ningún desarrollo de software", "sin datos"),
        ("desarrollo de software, ochenta por ciento en el tercer trimestre", "80 %"),
    ],
)
async def test_what_an_owner_tells_begins_it(desk: RunningDesk, said: str, told: str) -> None:
    await desk.ana.writes(said)
    assert told in (await desk.ana.receives("¿Con qué se soporta?")).text


async def test_a_value_before_its_period_is_kept(desk: RunningDesk) -> None:
    await desk.ana.writes("/kpi registrar 10")
    await desk.ana.receives("¿De qué trimestre?")
    await desk.ana.sends_photo(b"acta", "acta firmada")
    await desk.ana.receives("Lo guardé como soporte")
    await desk.ana.writes("27 cumplidos de 30")
    await desk.ana.receives("Anoté 90 % (27 de 30)")
    await desk.ana.writes("no, 24 de 30")
    await desk.ana.receives("Anoté 80 % (24 de 30)")
    await desk.ana.writes("el tercero")
    await desk.ana.receives("¿Quiere dejar una nota?")
    await desk.ana.writes("no")
    shown = await desk.ana.receives("¿Lo registro?")
    assert "3.er trim. 2026" in shown.text
    assert "80 % (24 de 30)" in shown.text


async def test_a_trouble_of_an_owner_is_a_trouble(desk: RunningDesk) -> None:
    await desk.ana.writes("se dañó la impresora, gastó 45 de 50 hojas este mes")
    assert "¿Con qué se soporta?" not in (await desk.ana.receives()).text


async def test_of_one_that_is_recorded_it_is_told_by_whom(desk: RunningDesk) -> None:
    lack, *ends = "no tengo porque el comité no ha firmado", "[Sin nota]", "[Registrar]"
    for period in ("2025-T4", "2026-T1", "2026-T2", "2026-T3"):
        await records(desk.ana, f"/kpi registrar 10 {period} 78%", lack, *ends)
    await desk.admin.writes("/kpi faltan 10")
    told = await desk.admin.receives("no falta nada")
    assert "3.er trim. 2026: ⚪ 78 %, por" in told.text


async def test_one_line_tells_all_of_it(desk: RunningDesk) -> None:
    await desk.ana.writes("reporto 10, segundo trimestre, 40 de 50, soporte https://actas.example/2")
    await desk.ana.receives("¿Quiere dejar una nota?")
    await desk.ana.writes("no")
    shown = await desk.ana.receives("¿Lo registro?")
    for part in ("2.º trim. 2026", "80 % (40 de 50)", "https://actas.example/2"):
        assert part in shown.text
    await desk.ana.presses("Registrar")
    await desk.ana.receives("Quedó registrado")
    await desk.ana.writes("¿cuál es la meta de desarrollo de software?")
    await desk.ana.receives("Metas")


async def test_a_note_is_taken_at_whatever_question(desk: RunningDesk) -> None:
    await desk.ana.writes("/kpi registrar 10 2026-T3")
    await desk.ana.receives("¿Cuánto dio?")
    await desk.ana.writes("va con la nota de que faltó un proyecto")
    await desk.ana.receives("Lo agregué como nota")
    await desk.ana.writes("40 de 50")
    await desk.ana.receives("¿Con qué se soporta?")
    await desk.ana.writes("https://actas.example/3")
    assert "faltó un proyecto" in (await desk.ana.receives("¿Lo registro?")).text


async def test_a_reading_that_waits_takes_its_answer_and_is_left_by_a_word(desk: RunningDesk) -> None:
    await desk.ana.writes("/kpi registrar 10")
    await desk.ana.receives("¿De qué trimestre?")
    await desk.advance(minutes=45)
    await desk.ana.writes("el segundo trimestre fue 40 de 50")
    await desk.ana.receives("¿Con qué se soporta?")
    await desk.advance(minutes=45)
    await desk.ana.writes("cancelar")
    await desk.ana.receives("dejé el avance")


RECORDED = ("registre 10: 12 de 15 del 3er trim", "el acta está en firma", "sin nota", "[Registrar]")
ASKED = [
    ("¿sí me quedó guardado?", "Sí, quedó guardado"),
    ("¿con qué evidencia quedó?", "no tiene (el acta está en firma)"),
    ("quisiera eliminar lo que reporté", "Lo registrado no se borra"),
    ("bórrelo", "Lo registrado no se borra"),
    ("¿hasta qué día tengo para subir el próximo?", "4.º trim. 2026 se registra desde el 1 de enero de 2027"),
    ("¿me falta alguno por reportar?", "Sus indicadores"),
    ("¿a quién le corresponde el de gobierno digital?", "nadie tiene el cargo"),
    ("ese del 7 está en rojo y no me cuadra", "Se calcula solo"),
    ("el de gobierno digital no era 82 sino 84", "Este avance es de"),
]


async def test_what_an_owner_asks_and_orders_in_any_words(desk: RunningDesk) -> None:
    assert "80 % (12 de 15)" in (await records(desk.ana, *RECORDED)).text
    for said, told in ASKED:
        await desk.ana.writes(said)
        assert told in (await desk.ana.receives()).text, said
    await desk.ana.writes("le adjunto el acta de lo que ya reporté")
    await desk.ana.receives("¿Con qué se soporta?")
    await desk.ana.sends_photo(b"acta", "")
    shown = await desk.ana.receives("¿Lo registro?")
    assert "Motivo: Se agrega el soporte" in shown.text
    await desk.ana.presses("Registrar")
    await desk.ana.receives("Quedó registrado")
    assert "no era" not in (await records(desk.ana, "no era 12 sino 13")).text
    assert "Anoté 86,7 % (13 de 15)" in desk.ana.last.text


async def test_a_trouble_is_heard_in_the_middle_of_recording_which_goes_on(desk: RunningDesk) -> None:
    await desk.ana.writes("/kpi registrar 10 2026-T3")
    await desk.ana.receives("¿Cuánto dio?")
    await desk.ana.writes("¿qué más me falta por registrar?")
    await desk.ana.receives("Sus indicadores")
    await desk.ana.receives("¿Cuánto dio?")
    await desk.ana.writes("se me dañó la impresora y no imprime")
    await desk.ana.receives("Impresoras")
    await desk.ana.writes("déjelo así")
    await desk.ana.receives()
    await desk.ana.receives("Sigue a medio llenar el avance de un indicador")
    await desk.ana.presses("Seguir donde iba")
    await desk.ana.receives("¿Cuánto dio?")


async def test_words_that_nobody_taught_are_no_matter_of_the_indicators(desk: RunningDesk) -> None:
    await desk.ana.writes("xqzt wvbnm")
    await desk.ana.receives("¿Con qué es?")


IN_DRAFT = [
    ("registre 3 de 8 del cuarto trimestre", "¿Es de 4.º trim. 2025, o de cuál?"),
    ("no, era de este año", "4.º trim. 2026 todavía no termina"),
    ("entonces es del segundo", "2.º trim. 2026\n⚪ 37,5 % (3 de 8)"),
    ("ah no, ese es del primer trimestre", "1.er trim. 2026\n⚪ 37,5 % (3 de 8)"),
    ("eran 4 de 8", "1.er trim. 2026\n⚪ 50 % (4 de 8)"),
    ("dale, guárdelo", "Ya casi"),
    ("el mismo soporte", "No tengo guardado un soporte de antes"),
    ("mejor después, siga con lo que iba", "es por qué no hay soporte?"),
    ("no", "¿Con qué se soporta?"),
    ("no hay soporte pq se perdió", "¿Quiere dejar una nota?"),
    ("no era del primero sino del segundo", "Anoté 50 % (4 de 8) en 10."),
    ("sí", "Escríbala"),
    ("y el tercero fue de once sobre trece", "3.er trim. 2026: 11 de 13"),
    ("https://actas.example/2", "Anoté el soporte: https://actas.example/2"),
    ("sin nota", "Soporte: https://actas.example/2"),
    ("cambie la nota", "¿Quiere dejar una nota?"),
    ("faltó un proyecto de regalías", "Nota: faltó un proyecto de regalías"),
    ("déjelo así", "¿Lo registro así como está"),
    ("déjelo así, regístrelo", "Quedó registrado: 10."),
]


async def test_whatever_is_said_in_the_middle_is_what_it_is(desk: RunningDesk) -> None:
    for said, told in IN_DRAFT:
        await desk.ana.writes(said)
        await desk.ana.receives(told)
    assert "2.º trim. 2026" in desk.ana.last.text
    assert "3.er trim. 2026\n⚪ 84,6 % (11 de 13)" in (await desk.ana.receives("Seguimos con lo otro")).text


async def test_what_was_registered_is_put_right_by_the_words_of_a_draft(desk: RunningDesk) -> None:
    await records(desk.ana, "registre 12 de 15 del 3er trim", "https://actas.example/3", "no", "[Registrar]")
    for said, told in (
        ("el 7 de octubre está mal, deben ser 3 de 4", "Si un caso quedó en el servicio"),
        ("mejor déjelo en 92 %", "3.er trim. 2026\nYa hay un dato: ⚪ 80 % (12 de 15)"),
        ("el mismo soporte", "Anoté el soporte: https://actas.example/3"),
        ("contaron dos más", "¿Quiere dejar una nota?"),
        ("olvídelo", "dejé el avance"),
        ("no eran 12 sino 13, faltaba el de predial del 29", "86,7 % (13 de 15)"),
        ("el mismo de antes", "¿Quiere dejar una nota?"),
        ("no", "Motivo: faltaba el de predial del 29"),
        ("hágale", "Quedó registrado"),
        ("contaron dos actividades más", "¿Qué necesita con"),
        ("ya lo registré", "Sí, quedó guardado"),
        ("el de licencias era 400 de 410", "Este avance es de"),
        ("¿y quién lo lleva?", "Software Licenciados"),
        ("estoy de vacaciones, eso lo ve otra persona", "está a su nombre"),
    ):
        await desk.ana.writes(said)
        await desk.ana.receives(told)


async def test_a_value_waits_for_its_indicator_and_its_period(desk: RunningDesk) -> None:
    await gives_office(desk, desk.beto, "Coordinador de proyectos")
    for said, told in (
        ("45 de 50 en octubre", "¿De cuál indicador"),
        ("el 12", "Anoté 90 % (45 de 50)"),
        ("el pasado", "3.er trim. 2026\n🟢 90 % (45 de 50)"),
        ("no, eso es de plan de desarrollo", "11. Cumplimiento de las metas del plan de desarrollo"),
        ("gobierno digital fueron 20 de 25 en el segundo trimestre", "12. Cumplimiento"),
        ("https://drive.example/t3.pdf", "¿Quiere dejar una nota?"),
        ("no", "Soporte: https://drive.example/t3.pdf"),
        ("olvídelo", "dejé el avance"),
    ):
        await desk.beto.writes(said)
        await desk.beto.receives(told)
    assert "2.º trim. 2026\n🔴 80 % (20 de 25)" in (await desk.beto.receives("Seguimos con lo otro")).text
