"""Where it is and who writes: told in any order, corrected in any words, each kept in its own field and never lost."""

import pytest

from tests.channels.rigs import PNG
from tests.journeys.desk import RunningDesk


async def at_place(desk: RunningDesk, text: str = "no me abre el correo") -> None:
    await desk.ana.writes(text)
    await desk.ana.receives("¿Dónde es?")


async def at_summary(desk: RunningDesk, place: str) -> str:
    await at_place(desk)
    await desk.ana.writes(place)
    return (await desk.ana.receives("Revise su caso")).text


@pytest.mark.parametrize(
    ("first", "then", "place"),
    [
        ("Secretaría de Educación", "ah, y quedamos en el piso 6", "Secretaría de Educación, piso 6"),
        ("planeación", "es la oficina 210", "Secretaría de Planeación, oficina 210"),
        ("hacienda piso 3", "perdón, es el 4, no el piso 3", "Secretaría de Hacienda, piso 4"),
        ("hacienda piso 3", "el piso es el 7, no el 3", "Secretaría de Hacienda, piso 7"),
        ("hacienda piso 3", "disculpe, ofc 118", "Secretaría de Hacienda, piso 3, oficina 118"),
        ("Galeras piso 1", "me equivoqué, segundo piso", "Galeras segundo piso"),
        ("piso 5", "trabajo en infraestructura", "Secretaría de Infraestructura, piso 5"),
        ("hacienda piso 3", "soy de planeacion", "Secretaría de Planeación. ¿Piso u oficina?"),
        ("planeación, sede Galeras, piso 2", "no, es en la sede Manga", "Secretaría de Planeación, sede Manga, piso 2"),
        ("planeación piso 1, no, perdón, piso 2", "no, es el piso 3", "Secretaría de Planeación, piso 3"),
        ("participación p1", "mejor dicho p4", "Secretaría de Participación y Desarrollo Social, piso 4"),
    ],
)  # fmt: skip
async def test_a_floor_completes_what_is_known(desk: RunningDesk, first: str, then: str, place: str) -> None:
    await at_summary(desk, first)
    await desk.ana.writes(then)
    summary = (await desk.ana.receives("Revise su caso")).text
    assert f"Lugar: {place}" in summary
    assert "📝 no me abre el correo\n" in summary


@pytest.mark.parametrize(
    ("said", "name", "place", "contact"),
    [
        ("soy Rosa Díaz de planeación piso 4", "Rosa Díaz", "Secretaría de Planeación, piso 4", "por este chat"),
        ("Pedro Marín, educación, piso 1, ext 3310", "Pedro Marín", "Secretaría de Educación, piso 1", "ext. 3310"),
        ("hacienda, piso 3, con Rosa Díaz ext 4410", "Rosa Díaz", "Secretaría de Hacienda, piso 3", "ext. 4410"),
        ("hacienda piso 1, cel 3015551234, me llamo Iván Soto", "Iván Soto", "Secretaría de Hacienda, piso 1", "3015551234"),
        ("I'm in Hacienda, 3rd floor, my name is Jo Cole", "Jo Cole", "Secretaría de Hacienda, 3rd floor", "por este chat"),
    ],
)  # fmt: skip
async def test_who_writes_is_told_with_the_place(
    desk: RunningDesk, said: str, name: str, place: str, contact: str
) -> None:
    summary = await at_summary(desk, said)
    assert f"Nombre: {name}\n" in summary
    assert f"Lugar: {place}\n" in summary
    assert f"Contacto: {contact}\n" in summary


async def test_a_floor_taken_back_while_the_service_is_chosen(desk: RunningDesk) -> None:
    await desk.ana.writes("el internet está muy lento, planeación, piso 3")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes("no, es el piso 4")
    await desk.ana.receives("Anotado: piso 4")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes("el de cable")
    assert "Lugar: Secretaría de Planeación, piso 4\n" in (await desk.ana.receives("Revise su caso")).text


@pytest.mark.parametrize("said", ["y mi nombre es Rosa Elvira Díaz", "anote mi nombre, Rosa Elvira Díaz"])
async def test_a_name_told_at_the_summary_is_the_name(desk: RunningDesk, said: str) -> None:
    await at_summary(desk, "Galeras piso 1")
    await desk.ana.writes(said)
    summary = (await desk.ana.receives("Nombre: Rosa Elvira Díaz")).text
    assert "📝 no me abre el correo\n" in summary


async def test_a_contact_taken_out_is_this_chat(desk: RunningDesk) -> None:
    assert "ext. 3310" in await at_summary(desk, "Galeras piso 1, ext 3310")
    await desk.ana.writes("borre ese número, mejor por este chat")
    assert "📝 no me abre el correo\n" in (await desk.ana.receives("Contacto: por este chat")).text


async def test_of_a_floor_told_with_the_fault_the_dependencia_is_asked(desk: RunningDesk) -> None:
    await at_place(desk, "la impresora del piso 4 no imprime")
    await desk.ana.writes("educación")
    await desk.ana.receives("Lugar: Secretaría de Educación, piso 4")


async def test_what_is_not_known_leaves_the_floor_that_is(desk: RunningDesk) -> None:
    await at_place(desk, "la impresora del piso 4 no imprime")
    await desk.ana.writes("no sé")
    await desk.ana.receives("Lugar: piso 4. ¿De qué dependencia?")


async def test_back_at_the_summary_is_the_place(desk: RunningDesk) -> None:
    await at_summary(desk, "hacienda piso 3")
    await desk.ana.writes("atrás")
    assert "Ver la lista de dependencias" in (await desk.ana.receives("¿Dónde es?")).labels
    await desk.ana.writes("piso 2")
    await desk.ana.receives("Lugar: Secretaría de Hacienda, piso 2")


@pytest.mark.parametrize("said", ["espéreme un momentico", "ya regresé", "me están llamando, ya vuelvo"])
async def test_who_goes_for_a_moment_answers_nothing(desk: RunningDesk, said: str) -> None:
    await at_place(desk)
    await desk.ana.writes(said)
    assert "¿Dónde es?" in (await desk.ana.receives("sin afán")).text
    await desk.ana.writes("Galeras piso 1")
    assert "📝 no me abre el correo\n" in (await desk.ana.receives("Revise su caso")).text


async def test_what_is_taken_back_is_no_place(desk: RunningDesk) -> None:
    await at_place(desk)
    await desk.ana.writes("dice que la contraseña es incorrecta")
    await desk.ana.receives("Lo anoté con lo que pasa")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("quite eso")
    await desk.ana.receives()
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Galeras piso 1")
    assert "contraseña" not in (await desk.ana.receives("Revise su caso")).text


async def test_the_words_that_came_with_a_file_are_kept(desk: RunningDesk) -> None:
    await desk.ana.sends_photo(PNG, "vea cómo salió esto")
    await desk.ana.receives()
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("y me pide la clave a cada rato")
    await desk.ana.receives("Lo anoté con lo que pasa")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Galeras piso 1")
    summary = (await desk.ana.receives("Archivos: 1")).text
    assert all(said in summary for said in ("salió esto", "no me abre el correo", "me pide la clave"))


async def test_the_hour_told_with_the_place_is_kept(desk: RunningDesk) -> None:
    summary = await at_summary(desk, "a las 9 am en el auditorio de la Aduana")
    assert "📝 no me abre el correo a las 9 am\n" in summary
    assert "Lugar: auditorio de la Aduana" in summary


@pytest.mark.parametrize(
    ("said", "place", "kept"),
    [
        (
            "no es solo mi clave, la página se queda en blanco apenas entro. soy Yesid Ramos, catastro, piso 4",
            "catastro, piso 4",
            "la página se queda en blanco apenas entro",
        ),
        ("piso 3 de Hacienda y eso pasa desde esta mañana", "Hacienda", ""),
        ("estoy en la oficina de archivo, sede Manga, muchas gracias", "sede Manga", ""),
    ],
)
async def test_what_is_told_beside_the_place_stays_with_what_happens(
    desk: RunningDesk, said: str, place: str, kept: str
) -> None:
    await desk.ana.writes("llevo rato sin poder entrar al PREDIS")
    await desk.is_asked_where(desk.ana)
    await desk.ana.writes(said)
    shown = (await desk.ana.receives("Revise su caso")).text
    assert place in shown
    assert kept in shown.partition("Lugar")[0]


@pytest.mark.parametrize("beside", [".", ","])
async def test_the_first_problem_waits_while_the_second_may_be_an_outage(
    desk: RunningDesk, beside: str
) -> None:
    await desk.ana.writes("no me llega el internet al computador, por cable")
    await desk.is_asked_where(desk.ana)
    await desk.ana.writes(f"en Manga piso 2{beside} y además se cayó la red de toda la sede")
    await desk.ana.receives("¿Abro otro caso?")
    await desk.ana.presses("No: caso normal")
    assert "Lugar: Manga piso 2" in (await desk.ana.receives("Revise su caso")).text
    await desk.sends(desk.ana)
    await desk.ana.receives("Su caso quedó abierto")
    await desk.ana.receives("Sigue a medio llenar su caso")


async def test_who_is_named_in_a_list_is_not_who_writes(desk: RunningDesk) -> None:
    await desk.ana.writes("necesito usuarios nuevos de la red, son: Keila Ríos, Deivis Pájaro y Yuri Zúñiga")
    asked = await desk.ana.receives()
    if "¿Cuál de estos" in asked.text:
        await desk.ana.presses("Usuarios, claves y permisos")
        await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    shown = (await desk.ana.receives("Revise su caso")).text
    assert "Nombre" not in shown
    assert "Deivis Pájaro y Yuri Zúñiga" in shown


async def test_a_case_is_opened_for_the_service_that_was_asked_about(desk: RunningDesk) -> None:
    await desk.ana.writes("¿quién puede pedir una vpn? yo soy contratista")
    await desk.ana.receives("lo puede pedir")
    await desk.ana.writes("entonces ábrame uno, es para trabajar desde mi casa")
    await desk.is_asked_where(desk.ana)
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    shown = (await desk.ana.receives("Revise su caso")).text
    assert "SER-027" in shown
    assert "desde mi casa" in shown
