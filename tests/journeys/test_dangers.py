"""A danger told in pieces: what to do comes first and once, no list stands in its way, and all of it is one case."""

import pytest

from tests.journeys.desk import RunningDesk

FIRST, WORSE, SMOKE = "No le dé clic", "Cambie ya la clave", "llame ya al 123"
MONEY, GONE, INSIDE = "No mande plata", "Llame ya al banco", "Desconecte ya ese equipo"


@pytest.mark.parametrize(
    ("pieces", "said_first", "worse", "kept"),
    [
        (
            (
                "me avisan que el buzón se vence y que valide en una página",
                "entré y me pidió el usuario",
                "y lo puse",
            ),
            FIRST,
            WORSE,
            "lo puse",
        ),
        (
            ("dizque el secretario me pide un nequi desde otro celular", "y yo ya se lo mandé"),
            MONEY,
            GONE,
            "ya se lo mandé",
        ),
        (
            ("me salió que gané una rifa, con un enlace", "le di clic y llené todo"),
            FIRST,
            WORSE,
            "llené todo",
        ),
        (
            (
                "llamó una doctora dizque de soporte y que le abriera el teamviewer",
                "le dicté el numerito",
                "y empezó a mover la flecha",
            ),
            "No le dé acceso",
            INSIDE,
            "mover la flecha",
        ),
    ],
)
async def test_a_deceit_in_pieces_is_one_case_and_what_is_worse_is_said(
    desk: RunningDesk, pieces: tuple[str, ...], said_first: str, worse: str, kept: str
) -> None:
    first, *more = pieces
    await desk.ana.writes(first)
    await desk.ana.receives(said_first)
    await desk.ana.receives("¿Dónde es?")
    said = []
    for piece in more:
        await desk.ana.writes(piece)
        said += [(await desk.ana.receives()).text for _ in range(2)]
        if "¿Dónde es?" not in said[-1]:
            said.append((await desk.ana.receives("¿Dónde es?")).text)
    assert sum(worse in one for one in said) == 1
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    shown = (await desk.ana.receives("Revise su caso")).text
    assert kept in shown
    assert first[:40] in shown


@pytest.mark.parametrize(
    ("told", "asked", "answer"),
    [
        ("me llegó un vínculo para renovar el carné, dizque urgente", "¿eso es de ustedes?", "No lo abra"),
        ("me llegó un vínculo para renovar el carné, dizque urgente", "entonces lo borro o no", "No lo abra"),
        ("dizque el subsecretario quiere que le compre unos bonos", "¿y qué hago?", MONEY),
        (
            "dizque el subsecretario quiere que le compre unos bonos",
            "¿será que le contesto?",
            "No pague",
        ),
        ("sale humo de la regleta del archivo", "¿y si la prendo otra vez?", "No lo prenda"),
        ("se me regó la gaseosa en el portátil", "¿lo puedo secar al sol?", "no lo seque"),
    ],
)
async def test_what_is_asked_after_a_danger_is_answered_by_its_own_advice(
    desk: RunningDesk, told: str, asked: str, answer: str
) -> None:
    await desk.ana.writes(told)
    await desk.ana.receives("⚠️")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(asked)
    assert (await desk.ana.receives(answer)).text.startswith("⚠️")
    await desk.settled(desk.ana)


async def test_smoke_at_night_that_is_asked_after_is_offered_to_the_guard_again(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at("2026-11-18 21:00")
    await desk.ana.writes("la ups está botando humo")
    await desk.ana.receives(SMOKE)
    await desk.ana.receives("aviso ya a la guardia")
    await desk.ana.writes("¿y si la vuelvo a conectar?")
    await desk.ana.receives("no lo conecte")
    await desk.ana.receives("aviso ya a la guardia")


async def test_words_of_nothing_alarm_nobody(desk: RunningDesk) -> None:
    await desk.ana.writes("el wifi no me coge")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("solo a mí")
    assert "⚠️" not in (await desk.ana.receives()).text
    await desk.settled(desk.ana)


async def test_a_deceit_told_beside_an_ordinary_report_is_warned_of_and_kept(desk: RunningDesk) -> None:
    await desk.ana.writes("la impresora no imprime")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("y además me llegó un correo raro que pide la contraseña")
    await desk.ana.receives(FIRST)
    await desk.settled(desk.ana)


async def test_what_looked_ordinary_turns_out_to_be_a_deceit(desk: RunningDesk) -> None:
    await desk.ana.writes("no puedo entrar al correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("es que ayer escribí la contraseña en una página que no era")
    await desk.ana.receives(WORSE)
    await desk.ana.receives()
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    assert "en una página que no era" in (await desk.ana.receives("Revise su caso")).text


async def test_a_danger_told_while_a_case_is_open_is_warned_of(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("un tipo que llamó de soporte tiene tomado mi computador y mueve el ratón")
    await desk.ana.receives(INSIDE)
    await desk.ana.receives("mueve el ratón")


async def test_who_works_here_is_not_warned_of_what_they_write_of_others(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("me piden plata por whatsapp a nombre de mi jefa, Hacienda piso 2")
    await desk.ana.receives(MONEY)
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    card = await desk.carla.receives("SAUS-2026-000001")
    await desk.carla.writes("¿y usted le hizo la consignación al que se hace pasar por ella?", reply_to=card)
    assert not (await desk.carla.receives()).text.startswith("⚠️")
    await desk.settled(desk.ana, desk.carla)


async def test_smoke_at_night_is_urgent_and_what_follows_goes_there(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at("2026-11-18 21:00")
    await desk.ana.writes("huele a quemado por los lados del archivo")
    await desk.ana.receives(SMOKE)
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.writes("queda en el piso 1 de la Aduana")
    await desk.ana.receives("Lo anoté")
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.ana.receives("SAUS-2026-000001")
    assert "piso 1" in (await desk.carla.receives("GUARDIA")).text
    await desk.ana.writes("ya sale humo por debajo de la puerta")
    assert "SAUS-2026-000001" in (await desk.ana.receives()).text
    await desk.carla.receives("sale humo")


async def test_smoke_that_was_not_sent_is_not_forgotten_for_another_problem(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at("2026-11-18 21:00")
    await desk.ana.writes("sale humo de una regleta")
    await desk.ana.receives(SMOKE)
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.writes("la impresora no imprime, Hacienda piso 2")
    await desk.ana.receives("Revise su caso")
    await desk.sends(desk.ana)
    await desk.ana.receives("SAUS-2026-000001")
    await desk.ana.receives("sale humo de una regleta")
