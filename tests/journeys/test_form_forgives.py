"""The form takes words for what they are: a step back, an order, another problem, a refusal; and leaves nothing behind."""

import pytest

from itgov_bot.storage.database import Database
from tests.channels.rigs import PNG
from tests.journeys.desk import RunningDesk
from tests.journeys.test_registration import kept


async def at_place(desk: RunningDesk, text: str = "no me abre el correo") -> None:
    await desk.ana.writes(text)
    await desk.ana.receives("¿Dónde es?")


async def at_summary(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.ana.writes("Galeras piso 1")
    await desk.ana.receives("Lugar: Galeras piso 1")


# The place


@pytest.mark.parametrize(
    "said", ["gracias", "hola", "no entiendo", "urgente", "¿qué pongo ahí?", "juan pérez", "asdfgh"]
)
async def test_what_is_no_place_is_none(desk: RunningDesk, said: str) -> None:
    await at_place(desk)
    await desk.ana.writes(said)
    await desk.ana.receives()
    await desk.settled(desk.ana)
    await desk.ana.writes("Galeras piso 1")
    await desk.ana.receives("Lugar: Galeras piso 1")


async def test_fillers_are_no_part_of_the_place(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.ana.writes("es en Galeras piso 1")
    await desk.ana.receives("Lugar: Galeras piso 1")


async def test_what_is_not_known_is_left_open(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.ana.writes("no sé")
    await desk.ana.receives("Si lo sabe, escriba la sede, el piso o la oficina")
    await desk.ana.writes("Galeras piso 1")
    await desk.ana.receives("Lugar: Galeras piso 1")


async def test_the_floor_is_asked_beside_the_dependencia_of_the_list(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.ana.presses("Ver la lista de dependencias")
    first = await desk.ana.receives("Elija su dependencia")
    assert "Anterior" not in first.labels
    await desk.ana.presses("Ver más")
    await desk.ana.receives("Elija su dependencia")
    await desk.ana.presses("Anterior")
    await desk.ana.receives("Elija su dependencia")
    await desk.ana.presses("Secretaría de Planeación")
    await desk.ana.receives("Lugar: Secretaría de Planeación. ¿Piso u oficina?")
    await desk.ana.writes("piso 3")
    await desk.ana.receives("Lugar: Secretaría de Planeación, piso 3")


async def test_more_about_the_problem_is_kept_where_the_place_was_asked(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.ana.writes("dice que la contraseña es incorrecta")
    await desk.ana.receives("Lo anoté con lo que pasa")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Galeras piso 1")
    await desk.ana.receives("no me abre el correo dice que la contraseña es incorrecta")


async def test_the_telephone_is_kept_where_the_place_was_asked(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.ana.writes("mi celular es 300 555 12 34")
    await desk.ana.receives("Le avisamos a 300")
    await desk.ana.receives("¿Dónde es?")


# Another problem


async def test_another_report_takes_the_place_of_a_proposal_and_nothing_is_lost(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Galeras piso 1")
    assert "la impresora no imprime" in (await desk.ana.receives("Revise su caso")).text
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.receives("Quedaba lo otro que me contó: «no me abre el correo»")
    await desk.ana.presses("No, con ese basta")
    await desk.ana.receives()
    await desk.ana.writes("el teclado no escribe")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    assert "Quedaba" not in (await desk.ana.receives("SAUS-2026-000002")).text


async def test_another_problem_told_at_the_summary_comes_after_it(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("la impresora tampoco imprime")
    await desk.ana.receives("¿Otro problema? Anotado: «la impresora tampoco imprime»")
    assert "impresora" not in (await desk.ana.receives("Revise su caso")).text
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.receives("Quedaba lo otro que me contó: «la impresora tampoco imprime»")
    await desk.ana.writes("sí")
    summary = await desk.ana.receives("Lugar: Galeras piso 1")
    assert "SER-025" in summary.text
    assert "correo" not in summary.text


async def test_another_problem_is_offered_when_the_first_is_left(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("la impresora tampoco imprime")
    await desk.ana.receives("¿Otro problema?")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("/cancelar")
    await desk.ana.receives("sin enviar")
    await desk.ana.receives("Quedaba lo otro")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("no no, mejor por aquí", "¿Dónde es?"),
        ("envíelo por favor", "solo falta esto"),
        ("ah bueno, mejor quítelo", "No hay nada agregado"),
        ("¿ya lo enviaste?", "Todavía no lo ha enviado"),
        ("cancele mi caso del correo por favor", "Todavía no lo ha enviado"),
    ],
)
async def test_what_reads_like_a_wish_about_a_case_is_answered_from_the_draft(
    desk: RunningDesk, said: str, told: str
) -> None:
    await at_place(desk)
    await desk.ana.writes(said)
    await desk.ana.receives(told)
    await desk.settled(desk.ana)
    await desk.ana.writes("mejor cambie el lugar: Galeras piso 1")
    assert "📝 no me abre el correo\n" in (await desk.ana.receives("Lugar: Galeras piso 1")).text


async def test_who_takes_leave_of_a_proposal_sees_that_it_is_not_sent(desk: RunningDesk) -> None:
    await desk.ana.writes("Ana Ruiz, Galeras piso 1, no me abre el correo")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("muchas gracias mijo, quedo pendiente")
    await desk.ana.receives("Con mucho gusto")
    await desk.ana.receives("Revise su caso antes de enviarlo")


async def test_a_picture_under_a_proposal_goes_with_it_whatever_stands_beside_it(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("la impresora no imprime, Galeras piso 1")
    await desk.ana.receives("Revise su caso")
    await desk.ana.sends_photo(PNG, caption="asi se ve")
    await desk.ana.receives("Recibí el archivo")
    await desk.ana.receives("📎 Archivos: 1")


async def test_a_proposal_that_gives_way_is_offered_again(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("la impresora no imprime, Galeras piso 1")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("cancele el caso del correo por favor")
    await desk.ana.receives("¿Cancelo el caso SAUS-2026-000001")
    await desk.ana.presses("No, dejarlo abierto")
    await desk.ana.receives()
    await desk.ana.receives("Quedó a medias: «la impresora no imprime»")


async def test_nobody_is_reminded_of_a_proposal(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.advance(minutes=1)
    await desk.ana.writes("/horario")
    await desk.ana.receives("Horario de atención")
    await desk.ana.receives_nothing()


# Back


@pytest.mark.parametrize("said", ["atrás", "volver", "me equivoqué"])
async def test_one_step_back_in_words(desk: RunningDesk, said: str) -> None:
    await at_place(desk)
    await desk.ana.writes(said)
    await desk.ana.receives("Ahora dice: «no me abre el correo»")
    await desk.ana.presses("Volver sin cambiar")
    await desk.ana.receives("¿Dónde es?")


async def test_one_step_back_by_button(desk: RunningDesk) -> None:
    await at_summary(desk)
    for part, asked in (
        ("El lugar", "¿Dónde es?"),
        ("El contacto", "¿A qué teléfono"),
        ("Lo que pasa", "Ahora dice"),
    ):
        await desk.ana.presses("Cambiar algo")
        await desk.ana.receives("¿Qué corregimos?")
        await desk.ana.presses(part)
        await desk.ana.receives(asked)
        await desk.ana.presses("Volver")
        await desk.ana.receives("Lugar: Galeras piso 1")


async def test_a_new_description_replaces_the_old_one_which_is_shown(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.presses("Cambiar algo")
    await desk.ana.receives("¿Qué corregimos?")
    await desk.ana.presses("Lo que pasa")
    await desk.ana.receives("«no me abre el correo»\nEscriba cómo debe quedar: lo que escriba lo reemplaza")
    await desk.ana.writes("no puedo enviar correos con adjuntos")
    summary = await desk.ana.receives("Revise su caso")
    assert "no puedo enviar correos con adjuntos" in summary.text
    assert "no me abre el correo" not in summary.text


# Orders under the summary


@pytest.mark.parametrize("said", ["envíalo", "está bien", "sí autorizo, envíe", "mándelo así"])
async def test_it_is_sent_in_words(desk: RunningDesk, said: str) -> None:
    await at_summary(desk)
    await desk.ana.writes(said)
    await desk.ana.receives("SAUS-2026-000001")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("cámbiale el lugar a Manga piso 2", "Lugar: Manga piso 2"),
        ("esta vez es en la aduana piso 1", "aduana piso 1"),
        ("el teléfono es 300 555 12 34", "Contacto: 300"),
        ("avísenme por este chat", "Contacto: por este chat"),
    ],
)
async def test_a_part_is_changed_in_words(desk: RunningDesk, said: str, line: str) -> None:
    await at_summary(desk)
    await desk.ana.writes(said)
    summary = await desk.ana.receives(line)
    assert said not in summary.text


async def test_other_words_are_added_and_can_be_taken_out(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("necesito que vengan antes de las 3")
    await desk.ana.receives("Lo agregué a lo que pasa")
    await desk.ana.receives("no me abre el correo necesito que vengan antes de las 3")
    await desk.ana.presses("Quitar lo agregado")
    await desk.ana.receives("Quité lo último")
    assert "antes de las 3" not in (await desk.ana.receives("Revise su caso")).text


async def test_a_picture_is_received_and_taken_out_again(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.sends_photo(PNG)
    await desk.ana.receives("Recibí el archivo: va con el caso")
    await desk.ana.receives("Archivos: 1")
    await desk.ana.writes("quita la foto")
    await desk.ana.receives("va sin archivos")
    await desk.ana.receives("Archivos: ninguno")


# The contact


@pytest.mark.parametrize(
    ("said", "kept_as"),
    [("por aquí mismo", "por este chat"), ("no tengo", "por este chat"), ("anote el 300 555 12 34", "300")],
)
async def test_the_contact_is_read_out_of_what_is_said(desk: RunningDesk, said: str, kept_as: str) -> None:
    await at_summary(desk)
    await desk.ana.writes("cambiar el contacto")
    await desk.ana.receives("¿A qué teléfono")
    await desk.ana.writes(said)
    summary = await desk.ana.receives(f"Contacto: {kept_as}")
    assert "anote" not in summary.text


async def test_what_is_no_contact_has_a_way_out(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("cambiar el contacto")
    await desk.ana.receives("¿A qué teléfono")
    await desk.ana.writes("mañana le digo")
    asked = await desk.ana.receives("sin afán")
    assert asked.labels == ["Por este chat", "Volver"]
    await desk.ana.writes("al de la abuela")
    await desk.ana.receives("No vi ahí un teléfono")
    asked = await desk.ana.receives("¿A qué teléfono")
    assert asked.labels == ["Por este chat", "Volver"]


# Who does not want to


async def whole_table(desk: RunningDesk, table: str) -> str:
    await desk.settled()
    database = Database(desk.settings.resolved_database_url)
    async with database.reading() as session:
        rows = (await (await session.connection()).exec_driver_sql(f"select * from {table}")).all()
    await database.close()
    return str(rows)


async def leaves_nothing(desk: RunningDesk) -> None:
    person, consents = await kept(desk, desk.ana)
    assert (person.name, person.contact, person.dependencia, person.consent_at, consents) == (
        "",
        None,
        None,
        None,
        [],
    )
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("No tengo guardados su nombre ni su contacto")
    await desk.ana.writes("/casos")
    await desk.ana.receives("No tiene casos")


@pytest.mark.parametrize("said", ["no autorizo", "No, no doy mi autorización"])
@pytest.mark.parametrize("step", ["place", "confirm", "contact"])
async def test_who_does_not_consent_leaves_nothing_at_any_step(
    desk: RunningDesk, said: str, step: str
) -> None:
    await (at_place(desk) if step == "place" else at_summary(desk))
    if step == "contact":
        await desk.ana.writes("cambiar el contacto")
        await desk.ana.receives("¿A qué teléfono")
    await desk.ana.writes(said)
    await desk.ana.receives("no guardé sus datos y el caso no se abrió")
    await leaves_nothing(desk)


async def test_leaving_at_the_last_step_leaves_nothing(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("mi celular es 300 555 12 34")
    await desk.ana.receives("Contacto: 300")
    await desk.ana.writes("/cancelar")
    await desk.ana.receives("sin enviar")
    await leaves_nothing(desk)
    assert "300 555" not in await whole_table(desk, "conversation")


async def test_who_keeps_their_data_is_asked_once_whether_they_leave(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("no quiero dar mis datos")
    await desk.ana.receives("¿Lo dejamos sin enviar?")
    await desk.ana.writes("no")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("no quiero dar mis datos")
    await desk.ana.receives("¿Lo dejamos sin enviar?")
    await desk.ana.writes("sí")
    await desk.ana.receives("no guardé sus datos")
    await leaves_nothing(desk)


async def test_who_consented_before_keeps_what_was_given(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("no autorizo")
    await desk.ana.receives("Lo que autorizó antes lo puede ver o borrar con /misdatos")


@pytest.mark.parametrize("asked_at", ["place", "confirm", "contact"])
async def test_what_the_data_are_for_is_told_at_any_step(desk: RunningDesk, asked_at: str) -> None:
    await (at_place(desk, "/caso no me abre el correo") if asked_at == "place" else at_summary(desk))
    if asked_at == "contact":
        await desk.ana.writes("cambiar el contacto")
        await desk.ana.receives("¿A qué teléfono")
    await desk.ana.writes("¿para qué quieren mi teléfono?")
    await desk.ana.receives("solo para atender sus casos")
    again = {"place": "¿Dónde es?", "confirm": "Revise su caso", "contact": "¿A qué teléfono"}[asked_at]
    await desk.ana.receives(again)


async def test_who_does_not_consent_to_an_event_leaves_nothing(desk: RunningDesk) -> None:
    await desk.ana.writes(
        "el alcalde tiene un acto el sábado a las 7 p. m. en la Plaza de la Aduana, necesitamos apoyo"
    )
    await desk.ana.receives("lo dejo en la agenda")
    review = await desk.ana.receives("Al enviarlo, usted lo autoriza")
    assert "Autorizo y enviar" in review.labels
    await desk.ana.presses("No autorizo")
    await desk.ana.receives("no guardé sus datos")
    await leaves_nothing(desk)


# Orders where a part is being corrected


async def test_an_order_is_no_new_text(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.presses("Cambiar algo")
    await desk.ana.receives("¿Qué corregimos?")
    await desk.ana.presses("Lo que pasa")
    await desk.ana.receives("cómo debe quedar")
    await desk.ana.writes("envíalo")
    assert "no me abre el correo" in (await desk.ana.receives("Revise su caso")).text


async def test_to_authorize_while_it_is_corrected_sends_nothing(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.presses("Cambiar algo")
    await desk.ana.receives("¿Qué corregimos?")
    await desk.ana.writes("autorizo")
    await desk.ana.receives("Revise su caso")


async def test_the_contact_is_taken_out(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("mi celular es 300 555 12 34")
    assert "300 555 12 34" in (await desk.ana.receives("Revise su caso")).text
    await desk.ana.writes("quita lo del contacto")
    assert "300 555 12 34" not in (await desk.ana.receives("Revise su caso")).text


async def test_what_it_is_instead_is_read_again(desk: RunningDesk) -> None:
    await at_place(desk, "la impresora no imprime")
    await desk.ana.writes("Galeras piso 1")
    await desk.ana.receives("SER-025")
    await desk.ana.writes("no es la impresora, es el computador que no prende")
    if "¿" in (await desk.ana.receives()).text.partition("Revise")[0]:
        await desk.ana.writes("1")
        await desk.ana.receives("Revise su caso")
    assert "SER-025" not in desk.ana.last.text
    assert "es el computador que no prende" in desk.ana.last.text
