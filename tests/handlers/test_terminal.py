"""The terminal handler: lines in, events out in order, and every way to end politely."""

import asyncio
import io
import os
import pty
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from structlog.testing import capture_logs

from handlers.terminal import converse, to_event
from itgov_bot.channels.terminal import TerminalChannel
from itgov_bot.messages import Address, Event, FileRefused, Incoming, IncomingFile, Sender

ANA = Sender("terminal", "local", "ana")
ROOT = Path(__file__).resolve().parents[2]


class Desk:
    """Records what is received, and when it was told to wait for the answers."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.events: list[Incoming] = []

    async def receive(self, event: Event) -> None:
        assert isinstance(event, Incoming)
        self.events.append(event)
        self.log.append(f"> {event.pressed or event.text}")
        if event.text == "falle":
            raise RuntimeError("receive failed")

    async def settle(self) -> None:
        await asyncio.sleep(0)
        self.log.append("settled")


@contextmanager
def piped(data: bytes) -> Iterator[int]:
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    yield reading
    os.close(reading)


async def talk(data: bytes, desk: Desk) -> str:
    out = io.StringIO()
    with piped(data) as source:
        await converse(desk.receive, desk.settle, source=source, out=out)
    return out.getvalue()


async def test_each_line_is_a_message_and_is_answered_before_the_next() -> None:
    desk = Desk()
    assert await talk(b"hola\n\n  \r\nno me abre el correo\r\n", desk) == ""
    assert desk.log == ["> hola", "settled", "> no me abre el correo", "settled"]
    assert {event.address for event in desk.events} == {Address("terminal", "local")}
    assert {event.sender.user for event in desk.events} == {"local"}
    assert len({event.key for event in desk.events}) == 2


async def test_a_last_line_needs_no_end() -> None:
    desk = Desk()
    await talk("adiós".encode(), desk)
    assert desk.log == ["> adiós", "settled"]


async def test_bytes_that_are_no_text_do_not_stop_it() -> None:
    desk = Desk()
    await talk(b"a\xff\xc3b\nsigue\n", desk)
    assert desk.log[::2] == ["> a\ufffd\ufffdb", "> sigue"]


@pytest.mark.parametrize("word", ["exit", "salir", "/salir", " SALIR "])
async def test_a_word_to_leave_ends_it(word: str) -> None:
    desk = Desk()
    await talk(f"hola\n{word}\notra\n".encode(), desk)
    assert desk.log == ["> hola", "settled"]


async def test_a_long_line_stays_one_message(tmp_path: Path) -> None:
    desk = Desk()
    (tmp_path / "input").write_text("ñ" * 300_000 + "\nfin\n", encoding="utf-8")
    with (tmp_path / "input").open("rb") as given:
        await converse(desk.receive, desk.settle, source=given.fileno(), out=io.StringIO())
    assert [event.text for event in desk.events] == ["ñ" * 300_000, "fin"]


async def test_a_failing_turn_does_not_end_the_talk() -> None:
    desk = Desk()
    with capture_logs() as logs:
        await talk(b"falle\nsigue\n", desk)
    assert desk.log == ["> falle", "> sigue", "settled"]
    assert [log["event"] for log in logs] == ["terminal.turn_failed"]


async def test_it_ends_when_nobody_reads_any_more() -> None:
    desk = Desk()
    with piped(b"uno\ndos\n") as source:
        await converse(desk.receive, desk.settle, ended=lambda: True, source=source, out=io.StringIO())
    assert desk.log == ["> uno", "settled"]


@pytest.mark.parametrize("form", ["/adjuntar {}", "archivo: {}", "Archivo:{}", "/adjuntar '{}'"])
def test_a_file_is_attached_by_its_path(form: str, tmp_path: Path) -> None:
    path = tmp_path / "foto uno.png"
    path.write_bytes(b"1234")
    event = to_event(form.format(path), ANA)
    assert event.files == (IncomingFile("photo", str(path), "foto uno.png", "image/png", 4),)
    assert event.text == ""


@pytest.mark.parametrize(
    ("name", "kind", "mime"),
    [
        ("a.jpg", "photo", "image/jpeg"),
        ("a.pdf", "document", "application/pdf"),
        ("a", "document", "application/octet-stream"),
    ],
)
def test_kinds_of_files(name: str, kind: str, mime: str) -> None:
    (file,) = to_event(f"/adjuntar /no/hay/{name}", ANA).files
    assert (file.kind, file.mime, file.size) == (kind, mime, None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [("/adjuntar", "unnamed"), ("/adjuntar /no/hay/foto.png", "missing"), ("/adjuntar .", "folder")],
)
async def test_what_cannot_be_attached_says_why(line: str, reason: str, tmp_path: Path) -> None:
    (file,) = to_event(line, ANA).files
    with pytest.raises(FileRefused) as refused:
        await TerminalChannel(tmp_path, io.StringIO()).fetch(file, tmp_path / "kept", 1000)
    assert refused.value.reason == reason


@pytest.mark.parametrize("line", ["/adjuntarlo ya", "mi archivo: roto"])
def test_other_lines_are_text(line: str) -> None:
    event = to_event(line, ANA)
    assert (event.text, event.files) == (line, ())


async def test_a_screen_is_prompted_and_told_goodbye() -> None:
    keyboard, line = pty.openpty()
    os.write(keyboard, b"hola\nsalir\n")
    screen = Screen()
    desk = Desk()
    await converse(desk.receive, desk.settle, source=line, out=screen)
    os.close(keyboard)
    os.close(line)
    assert screen.getvalue() == "Usted: Usted: \nHasta luego.\n"


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


async def test_control_c_ends_it_politely() -> None:
    reading, writing = os.pipe()
    desk = Desk()
    talking = asyncio.create_task(converse(desk.receive, desk.settle, source=reading, out=io.StringIO()))
    await asyncio.sleep(0.05)
    os.kill(os.getpid(), signal.SIGINT)
    async with asyncio.timeout(5):
        await talking
    os.close(writing)
    os.close(reading)


async def test_being_cancelled_is_not_a_polite_end() -> None:
    reading, writing = os.pipe()
    desk = Desk()
    talking = asyncio.create_task(converse(desk.receive, desk.settle, source=reading, out=io.StringIO()))
    await asyncio.sleep(0.05)
    talking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await talking
    os.close(writing)
    os.close(reading)


ECHO = textwrap.dedent("""
    import asyncio, pathlib, sys
    from handlers.terminal import converse
    from itgov_bot.channels.terminal import TerminalChannel
    from itgov_bot.replies import DeliveryFailure, Reply

    channel = TerminalChannel(pathlib.Path(sys.argv[1]))

    async def receive(event):
        try:
            await channel.send(event.address, Reply("<b>eco</b> " + event.text))
        except DeliveryFailure:
            pass

    async def settle():
        pass

    asyncio.run(converse(receive, settle, ended=lambda: channel.broken))
""")


def process(tmp_path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", ECHO, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )


def pipes(running: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    assert running.stdin is not None
    assert running.stdout is not None
    assert running.stderr is not None
    return running.stdin, running.stdout, running.stderr


def test_a_pipe_works_end_to_end_even_where_python_thinks_it_is_ascii(tmp_path: Path) -> None:
    out, err = process(tmp_path).communicate("año\n¿ya?\n".encode(), timeout=20)
    assert (out.decode(), err) == ("eco año\n\neco ¿ya?\n\n", b"")


def test_a_closed_output_ends_quietly(tmp_path: Path) -> None:
    with process(tmp_path) as running:
        stdin, stdout, stderr = pipes(running)
        stdin.write(b"uno\n")
        stdin.flush()
        assert stdout.readline() == b"eco uno\n"
        stdout.close()
        stdin.write(b"dos\ntres\n")
        stdin.flush()
        assert running.wait(20) == 0
        assert stderr.read() == b""


def test_control_c_while_waiting_for_the_keyboard_ends_quietly(tmp_path: Path) -> None:
    with process(tmp_path) as running:
        stdin, stdout, stderr = pipes(running)
        stdin.write(b"uno\n")
        stdin.flush()
        stdout.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 0
        assert stderr.read() == b""
