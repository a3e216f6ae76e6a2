"""A follow-up sentence goes on with what was told before: it is no matter of its own, and nothing that was told is lost."""

import pytest

from tests.journeys.desk import RunningDesk

PLACE = "Hacienda, Aduana, piso 2"
NIGHT = "2026-11-11 21:00"


async def opens(desk: RunningDesk, text: str) -> None:
    await desk.ana.writes(text)
    await desk.reaches_summary(desk.ana, PLACE)
    await desk.sends(desk.ana)
    await desk.ana.receives("Su caso quedó abierto")


# What is opened


@pytest.mark.parametrize("said", ["ábrame uno entonces", "bueno, quiero abrir un caso", "sí, ábralo"])
async def test_what_somebody_waits_for_is_what_is_opened(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("llevo días esperando lo del escáner")
    assert "esperando lo del escáner" in (await desk.ana.receives("No tiene casos abiertos")).text
    await desk.ana.writes(said)
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(PLACE)
    assert "📝 llevo días esperando lo del escáner\n" in (await desk.ana.receives("Revise su caso")).text


@pytest.mark.parametrize("said", ["pues pídamela", "listo, solicítela", "hágale"])
async def test_what_was_asked_about_is_opened_in_any_words(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("¿la VPN sirve para trabajar desde la casa?")
    await desk.ana.receives("VPN")
    await desk.ana.writes("¿y kien autorisa eso?")
    await desk.ana.receives("El catálogo no dice quién lo autoriza")
    await desk.ana.writes(said)
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(PLACE)
    summary = await desk.ana.receives("Revise su caso")
    assert "la VPN sirve para trabajar desde la casa" in summary.text
    assert "SER-027" in summary.text


@pytest.mark.parametrize("said", ["dale", "sí, ábralo", "quiero abrir un caso"])
async def test_a_case_is_no_case_until_something_is_told(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("/caso")
    await desk.ana.receives("¿Qué pasa?")
    await desk.ana.writes(said)
    await desk.ana.receives("Cuénteme primero qué pasa")
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")


async def test_who_wants_it_opened_where_the_place_is_asked_is_nowhere(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("bueno, ábrame el caso pues")
    await desk.ana.receives("solo falta esto")


@pytest.mark.parametrize("named", ["¿y lo del punto de red?", "ah, y el punto de red"])
async def test_a_further_problem_is_there_again_when_it_is_named(desk: RunningDesk, named: str) -> None:
    await desk.ana.writes("no me prende el computador y también necesito un punto de red")
    await desk.ana.receives("más de una cosa")
    await desk.ana.presses("Equipos y periféricos")
    await desk.reaches_summary(desk.ana, PLACE)
    await desk.ana.writes(named)
    assert "punto de red" in (await desk.ana.receives("Lo abrimos apenas enviemos este")).text
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("Su caso quedó abierto")
    await desk.ana.receives("Quedaba lo otro")
    await desk.ana.writes("no, gracias")
    await desk.ana.receives("Está bien")
    await desk.ana.writes(named)
    assert "necesito un punto de red\n" in (await desk.ana.receives("Revise su caso")).text


async def test_what_is_wanted_instead_of_what_is_left_is_begun(desk: RunningDesk) -> None:
    await desk.ana.writes("necesito que me instalen AutoCAD")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("déjelo así, mejor un monitor nuevo")
    await desk.ana.receives("dejé lo otro sin enviar")
    await desk.ana.receives("Equipos y periféricos")
    await desk.ana.writes(PLACE)
    assert "📝 un monitor nuevo\n" in (await desk.ana.receives("Revise su caso")).text


# Beside a question that no form asks


async def tells_at_night(desk: RunningDesk) -> None:
    await desk.at(NIGHT)
    await desk.ana.writes("se cayó la red en todo el edificio de la Aduana")
    await desk.ana.receives("¿Aviso ya a la guardia?")


@pytest.mark.parametrize(
    "more", ["somos como treinta", "por favor rápido que hay usuarios esperando", "toda la sede está igual"]
)
async def test_more_of_an_outage_stays_with_it_until_the_guard_is_called(
    desk: RunningDesk, more: str
) -> None:
    await tells_at_night(desk)
    await desk.ana.writes(more)
    await desk.ana.receives("Todavía no he avisado a nadie")
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.writes("sí")
    await desk.ana.receives("Su caso quedó abierto")
    await desk.ana.writes("SAUS-2026-000001")
    assert more in (await desk.ana.receives("SAUS-2026-000001")).text


@pytest.mark.parametrize("asked", ["¿cómo así que la guardia?", "¿ya avisaron?"])
async def test_what_is_asked_of_the_guard_is_answered_before_it_is_called(
    desk: RunningDesk, asked: str
) -> None:
    await tells_at_night(desk)
    await desk.ana.writes(asked)
    await desk.ana.receives("La guardia sale fuera de horario solo si")
    await desk.ana.receives("¿Aviso ya a la guardia?")


async def test_what_is_theirs_alone_is_an_ordinary_case(desk: RunningDesk) -> None:
    await tells_at_night(desk)
    await desk.ana.writes("no, solo yo")
    assert "Irá de primero" not in (await desk.ana.receives("Revise su caso")).text


async def test_a_choice_is_explained_and_hears_what_is_told_beside_it(desk: RunningDesk) -> None:
    await desk.ana.writes("no tengo internet")
    offered = await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes("¿y cuál es la diferencia?")
    assert (await desk.ana.receives("Le explico cuál es cada una")).labels == offered.labels
    await desk.ana.writes("desde ayer por la tarde")
    assert (await desk.ana.receives("Lo anoté con lo que me contó")).labels == offered.labels
    await desk.ana.writes("a mis compañeros también")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(PLACE)
    summary = await desk.ana.receives("Revise su caso")
    assert "desde ayer" in summary.text
    assert "compañeros" in summary.text


async def test_words_to_the_choice_of_a_form_stay_with_what_happens(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso sin internet")
    await desk.ana.receives("¿De qué se trata?")
    await desk.ana.writes("desde las nueve de la mañana")
    await desk.ana.receives("Lo anoté con lo que pasa")
    await desk.ana.writes("no sé")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(PLACE)
    assert "desde las nueve" in (await desk.ana.receives("Revise su caso")).text


async def test_words_to_the_question_whom_it_hits_answer_it_or_stay_with_it(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso sin internet")
    await desk.ana.receives("¿De qué se trata?")
    await desk.ana.writes("no sé")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(PLACE)
    await desk.ana.receives("Revise su caso")
    await desk.ana.presses("Autorizo y enviar")
    await desk.ana.receives("¿le pasa a muchas personas o solo a usted?")
    await desk.ana.writes("empezó después del apagón de ayer")
    await desk.ana.receives("Lo anoté con lo que pasa")
    await desk.ana.writes("somos como doce")
    await desk.ana.receives("Su caso quedó abierto")


async def test_what_turns_out_to_be_everybodys_is_offered_the_guard(desk: RunningDesk) -> None:
    await desk.at(NIGHT)
    await desk.ana.writes("no tengo internet")
    await desk.ana.receives("¿Cuál de estos")
    await desk.ana.writes("solo yo")
    await desk.ana.receives("Lo anoté")
    await desk.ana.writes("perdón, ya vi que toda la secretaría está igual")
    await desk.ana.receives("¿Aviso ya a la guardia?")


@pytest.mark.parametrize("asked", ["¿y entonces a quién le digo?", "bueno y quién ve eso"])
async def test_what_the_desk_does_not_do_stays_so(desk: RunningDesk, asked: str) -> None:
    await desk.ana.writes("el ascensor está dañado")
    whose = (await desk.ana.receives("Eso no lo maneja")).text
    await desk.ana.writes("ah, y la puerta también")
    await desk.ana.receives("Eso no lo maneja")
    await desk.ana.writes(asked)
    assert (await desk.ana.receives("Eso no lo maneja")).text == whose


# Once the case is open


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        ("corran por favor que se está mojando todo", "Se lo pasé"),
        ("prefiero que me timbren, no que me escriban", "Se lo pasé"),
        ("ya lo cuadramos nosotros, era el enchufe", "¿Doy por resuelto"),
        ("eso es urgente, oyó", "Se lo pasé"),
        ("ah y es para mi compañera, no para mí", "SAUS-2026-000001"),
        ("volvieron? nadie me ha escrito", "es el primero de la fila"),
        ("¿y quién es el que me va a atender?", "SAUS-2026-000001 · nuevo"),
    ],
)
async def test_what_is_said_of_the_open_case_belongs_to_it(
    desk: RunningDesk, said: str, answered: str
) -> None:
    await opens(desk, "no me prende el computador")
    await desk.ana.writes(said)
    await desk.ana.receives(answered)


async def test_another_problem_is_no_detail_of_the_open_case(desk: RunningDesk) -> None:
    await opens(desk, "no me prende el computador")
    await desk.ana.writes("la impresora bota las hojas manchadas")
    await desk.ana.receives("Impresoras")


# Who may, how long, which forms, who comes


async def test_several_things_that_are_asked_at_once_are_all_answered(desk: RunningDesk) -> None:
    await desk.ana.writes("¿quién puede pedir la VPN?, ¿y cuánto se demora?, ¿toca llenar algún formato?")
    said = (await desk.ana.receives("lo puede pedir")).text
    assert "No hay un plazo fijo" in said
    assert "no hay que llenar ningún formato" in said
    for who in ("soy de ops", "¿y si no soy de planta?"):
        await desk.ana.writes(who)
        assert (await desk.ana.receives("VPN")).text.startswith("Sí. ")


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("¿cómo así que dependencia?", "La dependencia es la secretaría u oficina"),
        ("y quién va a venir a ver eso", "Lo toma quien esté libre"),
        ("¿eso lleva oficio?", "no hay que llenar ningún formato"),
        ("¿mi jefe tiene que firmar?", "El catálogo no dice quién lo autoriza"),
    ],
)
async def test_what_is_asked_in_the_middle_of_a_form_is_answered(
    desk: RunningDesk, asked: str, answered: str
) -> None:
    await desk.ana.writes("/caso no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(asked)
    await desk.ana.receives(answered)
    await desk.ana.receives("¿Dónde es?")


async def test_how_long_a_service_takes_is_told_by_its_name(desk: RunningDesk) -> None:
    await desk.ana.writes("¿cuánto se demora la VPN?")
    await desk.ana.receives("No hay un plazo fijo")


async def test_who_asks_how_to_ask_for_a_thing_is_told_that_this_is_how(desk: RunningDesk) -> None:
    await desk.ana.writes("para pedir un computador nuevo q tengo q hacer")
    await desk.ana.receives("Se pide aquí mismo")
