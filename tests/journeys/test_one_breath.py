"""From the first word to the number: how many messages and presses it takes, and that nothing told is asked again."""

import pytest

from tests.emulator import BotMessage, Person
from tests.journeys.desk import RunningDesk
from tests.journeys.test_registration import kept, registers

COMPLETE = (
    "Buen día, soy Marta Julio de la Secretaría de Planeación, piso 4 edificio Galeras, mi extensión es 4521, no me abre"
    " el correo desde ayer"
)


class Steps:
    """A talk that is counted: a step is a message written or a button pressed."""

    def __init__(self, person: Person) -> None:
        self.person, self.count = person, 0

    async def writes(self, text: str, answer: str) -> BotMessage:
        self.count += 1
        await self.person.writes(text)
        return await self.person.receives(answer)

    async def presses(self, label: str, answer: str) -> BotMessage:
        self.count += 1
        await self.person.presses(label)
        return await self.person.receives(answer)


# How many steps


async def test_somebody_new_needs_three_steps(desk: RunningDesk) -> None:
    talk = Steps(desk.ana)
    asked = await talk.writes("la impresora no imprime", "¿Dónde es?")
    assert "Ver ficha" in asked.labels
    summary = await talk.writes("Galeras piso 1", "Revise su caso")
    assert "Ley 1581" in summary.text
    await talk.presses("Autorizo y enviar", "SAUS-2026-000001")
    assert talk.count == 3


async def test_whoever_tells_the_place_at_once_needs_two(desk: RunningDesk) -> None:
    talk = Steps(desk.ana)
    summary = await talk.writes("la impresora no imprime en la oficina de archivo", "Revise su caso")
    assert "oficina de archivo" in summary.text
    await talk.presses("Autorizo y enviar", "SAUS-2026-000001")
    assert talk.count == 2


async def test_a_complete_message_is_a_ready_case(desk: RunningDesk) -> None:
    talk = Steps(desk.ana)
    summary = await talk.writes(COMPLETE, "Revise su caso")
    for told in ("Marta Julio", "Planeación", "piso 4", "Galeras", "4521", "no me abre el correo desde ayer"):
        assert told in summary.text
    assert "📝 Buen día" not in summary.text
    await talk.presses("Autorizo y enviar", "SAUS-2026-000001")
    assert talk.count == 2
    person, _ = await kept(desk, desk.ana)
    assert person.name == "Marta Julio"


async def test_a_number_beside_the_place_is_the_contact(desk: RunningDesk) -> None:
    await desk.ana.writes("el teclado no escribe")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Galeras piso 1, cel 300 555 12 34")
    summary = await desk.ana.receives("Revise su caso")
    assert "Galeras piso 1" in summary.text
    assert "Contacto: 300" in summary.text


async def test_who_was_here_before_needs_two_steps(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    talk = Steps(desk.ana)
    await talk.writes("la impresora no imprime", "Hacienda, Aduana, piso 2")
    await talk.presses("Enviar desde Sec. de Hacienda", "SAUS-2026-000002")
    assert talk.count == 2


async def test_who_registered_needs_two_steps(desk: RunningDesk) -> None:
    await registers(desk, desk.ana)
    talk = Steps(desk.ana)
    summary = await talk.writes("la impresora no imprime", "ext. 1234")
    assert summary.labels[0] == "Enviar"
    await talk.presses("Enviar", "SAUS-2026-000001")
    assert talk.count == 2


async def test_at_night_an_urgency_still_takes_two(desk: RunningDesk) -> None:
    await desk.at("2026-11-13 22:00")
    talk = Steps(desk.ana)
    await talk.writes(
        "se cayó el servidor y nadie puede trabajar en la sede de Manga", "¿Aviso ya a la guardia?"
    )
    await talk.presses("Sí, avisar ya a la guardia", "SAUS-2026-000001")
    assert talk.count == 2


async def test_a_choice_of_twins_is_one_step_more(desk: RunningDesk) -> None:
    talk = Steps(desk.ana)
    await talk.writes("/caso sin internet", "¿De qué se trata?")
    summary = await talk.writes("no sé", "¿Dónde es?")
    summary = await talk.writes("Galeras piso 1", "Servicio: por clasificar")
    assert "Puede ser: " in summary.text
    await talk.presses("Autorizo y enviar", "¿le pasa a muchas personas o solo a usted?")
    await talk.presses("Solo a mí", "SAUS-2026-000001")
    assert talk.count == 5


@pytest.mark.parametrize("said", ["las dos", "cualquiera", "no sé cuál"])
async def test_whoever_cannot_choose_leaves_it_to_the_desk(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("/caso sin internet")
    await desk.ana.receives("¿De qué se trata?")
    await desk.ana.writes(said)
    await desk.ana.receives("¿Dónde es?")


async def test_one_of_the_twins_is_named_by_what_tells_it_apart(desk: RunningDesk) -> None:
    await desk.ana.writes("/caso sin internet")
    await desk.ana.receives("¿De qué se trata?")
    await desk.ana.writes("el de wifi")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Galeras piso 1")
    await desk.ana.receives("SER-001")


# One press remembers


async def test_one_press_remembers_what_was_given(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    assert "¿Recuerdo estos datos para la próxima?" in desk.ana.last.text
    await desk.ana.writes("sí")
    shown = await desk.ana.receives("Quedó registrado, Ana")
    assert "Hacienda, Aduana, piso 2" in shown.text
    person, _ = await kept(desk, desk.ana)
    assert person.registered_at == desk.clock()


async def test_a_place_that_nobody_knows_is_not_remembered(desk: RunningDesk) -> None:
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("no sé")
    await desk.ana.receives("Si lo sabe, escriba la sede")
    await desk.sends(desk.ana)
    assert "¿Recuerdo" not in (await desk.ana.receives("SAUS-2026-000001")).text
    assert (await kept(desk, desk.ana))[0].dependencia is None


@pytest.mark.parametrize("said", ["no me abre el correo", "gracias", "300 555 12 34"])
async def test_a_problem_is_no_name(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("/registro")
    await desk.ana.receives("Ley 1581")
    await desk.ana.presses("Autorizo")
    await desk.ana.receives("¿Cómo quiere que lo llamemos?")
    await desk.ana.writes(said)
    await desk.ana.receives()
    await desk.ana.receives("¿Cómo quiere que lo llamemos?")
    assert (await kept(desk, desk.ana))[0].name == "Ana"


# One's own open case


async def test_the_same_again_is_offered_to_the_case_that_is_open(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana)
    await desk.ana.writes("el correo sigue sin abrirme, necesito enviar un informe")
    asked = await desk.ana.receives()
    if "Ya tiene" in asked.text:  # unless it was passed on to it at once
        assert f"Ya tiene {number} por esto" in asked.text
        await desk.ana.presses("Agregar a ese caso")
        await desk.ana.receives(f"Agregué su mensaje al caso {number}")


async def test_the_same_words_do_not_open_a_second_case(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana)
    await desk.ana.writes("no me abre el correo")
    asked = await desk.ana.receives(
        f"Ya tiene {number} por esto («no me abre el correo»), abierto hoy a las 10:00 a. m."
    )
    assert asked.labels == ["Agregar a ese caso", "Es otra cosa"]
    await desk.ana.presses("Agregar a ese caso")
    await desk.ana.receives(f"Agregué su mensaje al caso {number}")
    await desk.ana.writes("/casos")
    assert "000002" not in (await desk.ana.receives(number)).text


async def test_another_one_of_the_same_kind_is_opened_all_the_same(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("Ya tiene")
    await desk.ana.presses("Es otra cosa")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000002")
