"""A danger told in pieces: what to do comes first and once, no list stands in its way, and all of it is one case."""

import pytest

from tests.journeys.desk import RunningDesk

FIRST, WORSE, SMOKE = "No le dé clic", "Cambie ya la clave", "llame ya al 123"


@pytest.mark.parametrize(
    ("pieces", "kept"),
    [
        (
            (
                "me avisan que el buzón se vence y que valide en una página",
                "entré y me pidió el usuario",
                "y lo puse",
            ),
            "lo puse",
        ),
        (
            ("dizque el secretario me pide un nequi desde otro celular", "y yo ya se lo mandé"),
            "ya se lo mandé",
        ),
        (("me salió que gané una rifa, con un enlace", "le di clic y llené todo"), "llené todo"),
    ],
)
async def test_a_deceit_in_pieces_is_one_case_and_what_is_worse_is_said(
    desk: RunningDesk, pieces: tuple[str, ...], kept: str
) -> None:
    first, *more = pieces
    await desk.ana.writes(first)
    await desk.ana.receives(FIRST)
    await desk.ana.receives("¿Dónde es?")
    said = []
    for piece in more:
        await desk.ana.writes(piece)
        said += [(await desk.ana.receives()).text for _ in range(2)]
        if "¿Dónde es?" not in said[-1]:
            said.append((await desk.ana.receives("¿Dónde es?")).text)
    assert sum(WORSE in one for one in said) == 1
    await desk.ana.writes("Hacienda, Aduana, piso 2")
    shown = (await desk.ana.receives("Revise su caso")).text
    assert kept in shown
    assert first[:40] in shown


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
    await desk.ana.receives(WORSE)
    await desk.ana.receives("mueve el ratón")


async def test_who_works_here_is_not_warned_of_what_they_write_of_others(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("me piden plata por whatsapp a nombre de mi jefa, Hacienda piso 2")
    await desk.ana.receives(FIRST)
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
    assert "¿Aviso ya a la guardia?" in (await desk.ana.receives()).text
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
