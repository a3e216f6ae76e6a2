"""The terminal chat, as `make chat` starts it, with the lines piped in."""

import re
from pathlib import Path

from tests.channels.rigs import PNG, read
from tests.journeys.program import by_command, run


async def says(home: Path, *lines: str, clock: str = "2026-11-10T10:00") -> str:
    """What is printed for these lines. Only the conversation may be there."""
    code, out, errors = await run(home, "\n".join(lines) + "\n", ITGOV_CLOCK=clock)
    assert code == 0
    assert "Traceback" not in out + errors
    assert not re.search(r"^\{|\[(info|warning|error)", out, re.MULTILINE)
    assert not re.search(r"</?(b|i|code)>|&(amp|lt|gt);", out)
    return out


async def test_a_whole_case_by_numbers_and_text_and_the_next_day(home: Path) -> None:
    out = await says(
        home, "no me abre el correo", "Hacienda, piso 2", "1", "/casos", "1",
        "/caso la impresora no imprime", "salir", "nunca",
    )  # fmt: skip
    for part in (
        "1. Ver la lista de dependencias",
        "Ley 1581",
        "Revise su caso",
        "Ver historia",
    ):
        assert part in out
    assert "quedó abierto: SAUS-2026-000001" in out
    next_day = await says(home, "/estado 1", "/seguir")
    assert "Hacienda, piso 2" in next_day
    assert "la impresora no imprime" in next_day


async def test_every_role_can_be_tried_and_files_come_and_go(desk_home: Path) -> None:
    (desk_home / "pantalla.png").write_bytes(PNG)
    out = await says(
        desk_home, "/rol", "/kpi 8", "/rol funcionario", "/kpi", "/rol", "volver a mis roles", "/salud",
        "/adjuntar no-existe.png", "/adjuntar pantalla.png", "1", "no me abre el correo",
    )  # fmt: skip
    saved = re.search(r"Imagen guardada en: (.+\.png)", out)
    assert saved
    assert read(saved[1]).startswith(b"\x89PNG")
    for part in (
        "Eso es solo para quienes tienen el rol",
        "Estado del sistema",
        "«no-existe.png»",
        "¿Dónde es?",
    ):
        assert part in out
    assert "Recibí el archivo" in out


async def test_an_urgent_case_pages_the_local_administrator(desk_home: Path) -> None:
    out = await says(
        desk_home, "/guardia", "1", "se cayó el servidor y nadie puede entrar a nada en toda la alcaldía", "sí",
        "lo tomo", clock="2026-11-13T19:30",
    )  # fmt: skip
    assert "GUARDIA: caso urgente SAUS-2026-000001" in out
    assert "queda a cargo de" in out


async def test_strange_input_ends_well(desk_home: Path) -> None:
    code, out, _ = await run(desk_home, "\n\n\x00\x07\n" + "x" * 20_000 + "\n😀\n/zzz\n<b>hola</b> & \u202e")
    assert code == 0
    assert "Es demasiado largo" in out


def test_the_very_command_says_hello_and_ends(desk_home: Path) -> None:
    """The others fork a program that is loaded."""
    ended = by_command(desk_home, "hola\n")
    assert (ended.returncode, "Cuénteme qué necesita" in ended.stdout, ended.stderr) == (0, True, "")


async def test_nothing_typed_ends_well(desk_home: Path) -> None:
    code, out, errors = await run(desk_home)
    assert (code, out) == (0, "")
    assert "Traceback" not in errors
