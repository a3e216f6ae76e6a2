"""What is written beside a draft in words that no frame reads: it is done, answered or asked, and not glued to it."""

import pytest

from tests.journeys.desk import RunningDesk

MATTER = "📝 no me abre el correo\n"


async def at_summary(desk: RunningDesk) -> None:
    await desk.fills_form(desk.ana)


async def test_what_is_needed_no_more_is_not_sent_and_comes_back_by_a_press(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("uy no, ya para qué, la muchacha renunció")
    dropped = await desk.ana.receives("sin enviar")
    await desk.ana.writes("sí")
    assert "SAUS" not in (await desk.ana.receives()).text
    await desk.ana.presses("Retomarlo", dropped)
    assert MATTER in (await desk.ana.receives("Seguimos con")).text
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")


@pytest.mark.parametrize("said", ["era jugando, no pasa nada", "ya no, se compuso solita"])
async def test_it_is_withdrawn_as_well_where_the_place_is_asked(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(said)
    await desk.ana.receives("sin enviar")


async def test_it_is_sent_in_words_of_their_own(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("ajá mi hermano, mándalo nomás que está perfecto")
    await desk.ana.receives("SAUS-2026-000001")


async def test_who_may_ask_is_told_of_the_service_of_the_draft(desk: RunningDesk) -> None:
    await at_summary(desk)
    for asked in ("¿y quién es el que puede pedir eso?", "yo soy contratista, ¿también puedo?"):
        await desk.ana.writes(asked)
        await desk.ana.receives("(SER-004) lo puede pedir")
        assert MATTER in (await desk.ana.receives("Revise su caso")).text


async def test_what_nobody_here_can_tell_goes_with_the_case_as_a_question(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("¿se me pierden los archivos que tengo ahí?")
    asked = await desk.ana.receives("Eso no lo sé yo")
    await desk.ana.presses("No hace falta", asked)
    assert MATTER in (await desk.ana.receives("Revise su caso")).text
    await desk.ana.writes("¿y se me borran las carpetas de adentro?")
    await desk.ana.receives("Eso no lo sé yo")
    await desk.ana.writes("sí")
    await desk.ana.receives("Queda preguntado")
    await desk.ana.receives("no me abre el correo Pregunta: ¿y se me borran las carpetas de adentro?")


async def test_that_it_is_urgent_is_answered_and_not_added(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("por favor, que no da espera, es urgentísimo")
    await desk.ana.receives("A cualquier hora se atiende")
    assert MATTER in (await desk.ana.receives("Revise su caso")).text


async def test_what_is_wrong_is_asked_and_the_words_are_not_lost(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("quite esa última frase que quedó fea")
    asked = await desk.ana.receives("¿qué corregimos?")
    await desk.ana.presses("Lo que pasa", asked)
    await desk.ana.receives("Ahora dice: «no me abre el correo»")
    await desk.ana.writes("no me abre el correo institucional")
    await desk.ana.receives("📝 no me abre el correo institucional\n")


async def test_in_doubt_the_person_says_what_it_is(desk: RunningDesk) -> None:
    await at_summary(desk)
    said = "creo que mi jefe ya lo habló con ustedes"
    await desk.ana.writes(said)
    asked = await desk.ana.receives("¿lo dejo sin enviar?")
    await desk.ana.presses("No, agréguelo a lo que pasa", asked)
    await desk.ana.receives("Lo agregué a lo que pasa")
    await desk.ana.receives(f"no me abre el correo {said}")
    await desk.ana.writes(said)
    await desk.ana.receives("¿lo dejo sin enviar?")
    await desk.ana.presses("Sí, no lo envíe")
    await desk.ana.receives("sin enviar")
    await desk.ana.presses("Sí, no lo envíe", asked)
    await desk.ana.receives("conversación anterior")


async def test_who_is_only_looking_for_something_adds_nothing(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("espéreme que ando buscando las gafas")
    shown = await desk.ana.receives("sin afán")
    assert MATTER in shown.text


@pytest.mark.parametrize(
    ("told", "said", "now", "service"),
    [
        ("se me venció la clave del SIGOB", "no, no es SIGOB, es la del correo", "la clave del correo", None),
        ("necesito un teclado nuevo", "mejor no, es un teléfono", "necesito un teléfono nuevo", "SER-023"),
        ("la impresora no sirve", "perdón, el teléfono", "el teléfono no sirve", "SER-023"),
    ],
)
async def test_what_it_really_is_stands_instead_with_its_own_service(
    desk: RunningDesk, told: str, said: str, now: str, service: str | None
) -> None:
    await desk.ana.writes(told)
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(said)
    await desk.ana.receives(now)
    await desk.ana.receives()
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    shown = (await desk.ana.receives("Revise su caso")).text
    assert now in shown
    assert said not in shown
    assert (service or now) in shown


async def test_what_nobody_knows_may_be_put_instead_by_a_press(desk: RunningDesk) -> None:
    await at_summary(desk)
    await desk.ana.writes("no, mejor un dron")
    await desk.ana.presses("Cambiarlo por eso", await desk.ana.receives("¿lo dejo sin enviar?"))
    await desk.ana.receives("Ahora dice: «un dron»")
    await desk.ana.receives("Revise su caso")
