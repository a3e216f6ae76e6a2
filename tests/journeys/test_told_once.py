"""What somebody said of themselves is asked no second time: with several problems, while a choice is open, when it changes;
and who refused to give data may change their mind."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.test_registration import kept, registers


async def _ask_which(person: Person) -> list[str]:
    await person.writes("no tengo internet")
    return (await person.receives("¿Cuál de estos")).labels


# Several problems


async def test_who_introduced_themselves_is_not_asked_where_for_any_of_their_problems(
    desk: RunningDesk,
) -> None:
    await desk.ana.writes(
        "Hola, le escribe Marcela Ríos de Tesorería piso 3 ext 3310. El escáner no prende y tampoco me abre el correo."
    )
    await desk.ana.receives("más de una cosa")
    await desk.ana.writes("1")
    summary = await desk.ana.receives("Revise su caso")
    for told in ("Marcela Ríos", "Tesorería piso 3", "3310"):
        assert told in summary.text
    await desk.sends(desk.ana, summary)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.receives("Quedaba lo otro")
    await desk.ana.presses("Sí, abrir el otro caso")
    assert "Tesorería piso 3" in (await desk.ana.receives("Revise su caso")).text


# While a choice is open


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("es en archivo, tercer piso", "tercer piso"),
        ("soy Óscar Díaz de tránsito", "Óscar Díaz"),
        ("estamos en hacienda", "Secretaría de Hacienda"),
        ("piso 2 de la aduana", "piso 2"),
    ],
)
async def test_a_place_said_at_a_choice_is_kept_and_the_choice_stands(
    desk: RunningDesk, said: str, noted: str
) -> None:
    shown = await _ask_which(desk.ana)
    await desk.ana.writes(said)
    assert noted in (await desk.ana.receives("Anotado")).text
    assert (await desk.ana.receives("¿Cuál de estos")).labels == shown
    await desk.ana.writes("1")
    assert "¿Dónde es?" not in (await desk.ana.receives(shown[0])).text


async def test_a_first_message_that_only_introduces_somebody_is_greeted(desk: RunningDesk) -> None:
    await desk.ana.writes("buen día, estamos en infraestructura cuarto piso")
    assert "cuarto piso" in (await desk.ana.receives("¿Qué le pasa?")).text
    await desk.ana.writes("la impresora no imprime")
    assert "cuarto piso" in (await desk.ana.receives("Revise su caso")).text


# Refusing, and changing one's mind


async def _refuses(person: Person) -> None:
    await person.writes("soy Iván Mejía de planeación piso 2, el teclado no escribe")
    await person.receives("Revise su caso")
    await person.presses("No autorizo")
    await person.receives("no guardé sus datos")


@pytest.mark.parametrize(
    "said", ["ahora sí autorizo", "cambié de idea", "lo pensé mejor, sí acepto", "autorizo"]
)
async def test_who_authorizes_after_all_has_the_report_again(desk: RunningDesk, said: str) -> None:
    await _refuses(desk.ana)
    await desk.ana.writes(said)
    summary = await desk.ana.receives("Revise su caso")
    assert "el teclado no escribe" in summary.text
    assert "Iván" not in summary.text
    assert "planeación" not in summary.text
    await desk.sends(desk.ana, summary)
    await desk.ana.receives("SAUS-2026-000001")


@pytest.mark.parametrize("said", ["entonces por dónde reporto?", "y ahora qué hago"])
async def test_who_does_not_authorize_is_told_other_ways(desk: RunningDesk, said: str) -> None:
    await _refuses(desk.ana)
    await desk.ana.writes(said)
    await desk.ana.receives("Líneas de la Alcaldía")
    await desk.ana.writes("bueno, sí los autorizo")
    await desk.ana.receives("Revise su caso")


async def test_the_registration_is_taken_up_again(desk: RunningDesk) -> None:
    await desk.ana.writes("/registro")
    await desk.ana.receives("Ley 1581 de 2012")
    await desk.ana.presses("No autorizo")
    await desk.ana.receives("no guardé nada")
    await desk.ana.writes("cambié de parecer")
    await desk.ana.receives("Ley 1581 de 2012")


# Registering


async def _reaches_dependencia(desk: RunningDesk) -> None:
    await desk.ana.writes("/registro")
    await desk.ana.receives("Ley 1581 de 2012")
    await desk.ana.presses("Autorizo")
    await desk.ana.receives("¿Cómo quiere que lo llamemos?")
    await desk.ana.writes("Rosa Gil")
    await desk.ana.receives("¿En qué dependencia trabaja?")


async def test_everything_told_at_a_question_goes_to_its_field(desk: RunningDesk) -> None:
    await _reaches_dependencia(desk)
    await desk.ana.writes("Secretaría de Infraestructura, Galeras piso 3, 3105557788")
    await desk.ana.receives("Quedó registrado")
    person, _ = await kept(desk, desk.ana)
    assert person.dependencia == "Secretaría de Infraestructura, Galeras piso 3"
    assert person.contact == "3105557788"


async def test_the_floor_may_come_after_the_dependencia(desk: RunningDesk) -> None:
    await _reaches_dependencia(desk)
    await desk.ana.writes("Secretaría de Infraestructura")
    await desk.ana.receives("¿A qué teléfono")
    await desk.ana.writes("galeras piso 3")
    await desk.ana.receives("¿A qué teléfono")
    await desk.ana.writes("ext 4410")
    await desk.ana.receives("Quedó registrado")
    person, _ = await kept(desk, desk.ana)
    assert person.dependencia == "Secretaría de Infraestructura, galeras piso 3"


# What changes


@pytest.mark.parametrize(
    ("said", "field", "now"),
    [
        (
            "me trasladaron de oficina, ahora estoy en planeación piso 1",
            "dependencia",
            "Secretaría de Planeación, piso 1",
        ),
        ("actualice mi lugar a Tesorería piso 2", "dependencia", "Tesorería piso 2"),
        ("cambié de número, ahora es el 3157654321", "contact", "3157654321"),
        ("mi nueva extensión es la 7788", "contact", "ext. 7788"),
    ],
)
async def test_who_moved_has_it_corrected_with_one_press(
    desk: RunningDesk, said: str, field: str, now: str
) -> None:
    await registers(desk, desk.ana)
    await desk.ana.writes("no me abre el correo")
    await desk.sends(desk.ana, await desk.ana.receives("Revise su caso"))
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.writes(said)
    assert now in (await desk.ana.receives("¿Actualizo sus datos?")).text
    assert getattr((await kept(desk, desk.ana))[0], field) != now
    await desk.ana.presses("Sí, actualizar")
    await desk.ana.receives("Así queda")
    assert getattr((await kept(desk, desk.ana))[0], field) == now
    await desk.ana.writes("la impresora no imprime")
    assert now in (await desk.ana.receives("Revise su caso")).text


# Another problem, and answers at the summary


@pytest.mark.parametrize("said", ["la impresora tampoco imprime", "el teclado tampoco me funciona"])
async def test_another_problem_is_no_message_of_an_open_case(desk: RunningDesk, said: str) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes(said)
    assert said in (await desk.ana.receives("Revise su caso")).text


async def test_a_name_and_a_place_at_the_summary_stand_there(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana, "el teclado no escribe")
    await desk.ana.writes("soy Elsa Mora, de hacienda piso 4")
    summary = await desk.ana.receives("Revise su caso")
    assert "Nombre: Elsa Mora" in summary.text
    assert "Lugar: Secretaría de Hacienda, Aduana, piso 4" in summary.text  # the site that was told stays


async def test_a_name_alone_where_a_place_is_asked_is_no_part_of_the_problem(desk: RunningDesk) -> None:
    await desk.ana.writes("el teclado no escribe")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("soy Elsa Mora")
    await desk.ana.receives("Gracias, Elsa Mora")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("galeras piso 4")
    summary = await desk.ana.receives("Revise su caso")
    assert "Nombre: Elsa Mora" in summary.text
    assert "escribe Elsa" not in summary.text.replace("\n", " ")


async def test_another_place_at_the_summary_takes_the_place_of_the_first(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana, "el teclado no escribe")
    await desk.ana.writes("planeación piso 3")
    summary = await desk.ana.receives("Revise su caso")
    assert "Lugar: Secretaría de Planeación, piso 3" in summary.text


async def test_what_fits_no_choice_has_the_choices_shown_again(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana, "el teclado no escribe")
    await desk.ana.presses("Cambiar algo")
    shown = (await desk.ana.receives("¿Qué corregimos?")).labels
    await desk.ana.writes("lo de siempre pues")
    assert (await desk.ana.receives("No entendí cuál")).labels == shown
