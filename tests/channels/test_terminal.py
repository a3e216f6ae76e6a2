"""The terminal channel: what it prints, in a pipe and on a screen, and how a number answers a choice."""

import io
import os
from pathlib import Path

import pytest

from itgov_bot.channels.terminal import TerminalChannel
from itgov_bot.messages import Address, FileRefused, IncomingFile
from itgov_bot.replies import Choice, Outgoing, Reply, TryLater
from tests.channels.rigs import PNG

ME, GROUP = Address("terminal", "local"), Address("terminal", "soporte")
CHOICES = (Choice("Abrir un caso", "case:new"), Choice("Ninguna", "none"))


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def out() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def channel(tmp_path: Path, out: io.StringIO) -> TerminalChannel:
    return TerminalChannel(tmp_path, out)


async def test_piped_output_is_plain_and_never_wrapped(channel: TerminalChannel, out: io.StringIO) -> None:
    long = "palabra " * 50
    await channel.send(ME, Reply(f"<b>Correo</b> &lt;x&gt; {long}\notra", CHOICES))
    assert out.getvalue() == f"Correo <x> {long}\notra\n  1. Abrir un caso\n  2. Ninguna\n\n"


async def test_a_screen_shows_bold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TERM": "xterm-256color", "NO_COLOR": ""}.items():
        monkeypatch.setenv(name, value)
    screen = Screen()
    await TerminalChannel(tmp_path, screen).send(
        ME, Reply("<b>Correo</b> [bold]tal cual[/bold] <code>X</code>")
    )
    assert "\x1b[1mCorreo\x1b[0m [bold]tal cual[/bold]" in screen.getvalue()


async def test_an_edit_is_marked(channel: TerminalChannel, out: io.StringIO) -> None:
    await channel.send(ME, Reply("Caso resuelto"), editing="4")
    assert out.getvalue() == "(actualizado) Caso resuelto\n\n"


@pytest.mark.parametrize(
    ("chat", "heading"), [("soporte", "[para el grupo de soporte]"), ("jefe", "[para jefe]")]
)
async def test_what_is_for_others_says_so(
    channel: TerminalChannel, out: io.StringIO, chat: str, heading: str
) -> None:
    await channel.send(Address("terminal", chat), Reply("Caso nuevo", CHOICES))
    assert out.getvalue() == f"{heading}\nCaso nuevo\n  - Abrir un caso\n  - Ninguna\n\n"


async def test_a_picture_is_copied_under_a_free_name(tmp_path: Path, out: io.StringIO) -> None:
    home = tmp_path / "var"
    (tmp_path / "stored").write_bytes(PNG)
    reply = Reply("", attachment=Outgoing(str(tmp_path / "stored"), "../../kpi-8.png", "picture"))
    channel = TerminalChannel(home, out)
    await channel.send(ME, reply)
    await channel.send(ME, reply)
    saved = [home / "descargas" / name for name in ("kpi-8.png", "kpi-8-2.png")]
    assert out.getvalue() == "".join(f"📎 Imagen guardada en: {path}\n\n" for path in saved)
    assert [path.read_bytes() for path in saved] == [PNG, PNG]


async def test_a_local_file_is_fetched(channel: TerminalChannel, tmp_path: Path) -> None:
    (tmp_path / "foto.png").write_bytes(PNG)
    file = IncomingFile("photo", str(tmp_path / "foto.png"), "foto.png", "image/png", None)
    assert await channel.fetch(file, tmp_path / "deep" / "copy", 1000) == len(PNG)
    assert (tmp_path / "deep" / "copy").read_bytes() == PNG


@pytest.mark.parametrize(
    ("ref", "limit", "reason"), [("no-hay", 9, "missing"), (".", 9, "folder"), ("f", 3, "too_big")]
)
async def test_what_can_not_be_fetched(
    channel: TerminalChannel, tmp_path: Path, ref: str, limit: int, reason: str
) -> None:
    (tmp_path / "f").write_bytes(b"1234")
    file = IncomingFile("document", str(tmp_path / ref), "f", "text/plain", None)
    with pytest.raises(FileRefused, match=reason):
        await channel.fetch(file, tmp_path / "copies" / "copy", limit)
    assert not (tmp_path / "copies").exists() or not list((tmp_path / "copies").iterdir())


async def test_an_output_that_nobody_reads_is_told_once_and_quietly(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as out:
        channel = TerminalChannel(tmp_path, out)
        assert not channel.broken
        for _ in range(2):
            with pytest.raises(TryLater):
                await channel.send(ME, Reply("hola"))
        assert channel.broken
