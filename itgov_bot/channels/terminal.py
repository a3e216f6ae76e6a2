"""The terminal as a channel: replies are printed with their choices numbered, and files are copied."""

import asyncio
import itertools
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

import structlog

from itgov_bot.channels.files import copy_within
from itgov_bot.channels.markup import plain_text, tokens
from itgov_bot.messages import Address, FileRefused, IncomingFile
from itgov_bot.replies import Choice, Delivered, Outgoing, OutgoingKind, Reply, TryLater

log = structlog.get_logger(__name__)

LOCAL = "local"
TITLES = {"soporte": "el grupo de soporte"}
_STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "code": "cyan", "u": "underline"}
_SAVED: Mapping[OutgoingKind, str] = {
    "picture": "Imagen guardada",
    "file": "Archivo guardado",
    "voice": "Nota de voz guardada",
    "video": "Video guardado",
}


class TerminalChannel:
    """A `Channel[Reply]` that has files, for the one person at the keyboard, whose chat is `local`.

    `titles` names other chats (a group) in the heading of what is printed for them.
    """

    name = "terminal"

    def __init__(
        self,
        home: Path,
        out: TextIO | None = None,
        *,
        local: str = LOCAL,
        titles: Mapping[str, str] = TITLES,
    ) -> None:
        self._out = out or sys.stdout
        self._downloads = home / "descargas"
        self._local, self._titles = local, titles
        self._refs = itertools.count(1)
        self.broken = False
        _make_utf8(self._out)

    async def send(self, address: Address, reply: Reply, *, editing: str | None = None) -> Delivered:
        ref = editing or str(next(self._refs))
        mine = address.chat == self._local
        lines = [_heading(address, self._titles)] if not mine else []
        lines += [reply.text if editing is None else f"(actualizado) {reply.text}"] if reply.text else []
        for file in reply.files:
            lines.append(await asyncio.to_thread(self._saved, file))
        lines += _listed(reply.choices, numbered=mine)
        self._print("\n".join(lines) + "\n")
        return Delivered(ref, (ref,))

    async def fetch(self, file: IncomingFile, target: Path, limit: int) -> int:
        return await asyncio.to_thread(_copied, file.ref, target, limit)

    def _saved(self, file: Outgoing) -> str:
        try:
            target = _free_name(self._downloads, Path(file.name).name)
            shutil.copyfile(file.path, target)
        except OSError:
            log.error("terminal.attachment_lost", name=file.name)
            return "📎 No se pudo guardar el archivo."
        return f"📎 {_SAVED[file.kind]} en: {_escaped(str(target))}"

    def _print(self, html: str) -> None:
        try:
            if self._out.isatty():
                _print_styled(self._out, html)
            else:
                self._out.write(plain_text(html) + "\n")
            self._out.flush()
        except BrokenPipeError:
            self.broken = True
            _forget_unwritten(self._out)
        if self.broken:
            raise TryLater("nobody reads the output any more")


def _copied(written: str, target: Path, limit: int) -> int:
    """Of a file that was named by its path, which may be none."""
    source = Path(written)
    if not written:
        raise FileRefused("unnamed")
    if not source.is_file():
        raise FileRefused("folder" if source.is_dir() else "missing")
    return copy_within(source, target, limit)


def _heading(address: Address, titles: Mapping[str, str]) -> str:
    return _escaped(f"[para {titles.get(address.chat, address.chat)}]")


def _listed(choices: Sequence[Choice], *, numbered: bool) -> list[str]:
    """Only the person at the keyboard can answer by number, so others' choices carry none."""
    marks = (f"{number}." for number in itertools.count(1)) if numbered else itertools.repeat("-")
    return [f"  {mark} {_escaped(choice.label)}" for mark, choice in zip(marks, choices, strict=False)]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _print_styled(out: TextIO, html: str) -> None:
    from rich.console import Console  # a tenth of a second, which piped words have no use for
    from rich.text import Text

    text = Text()
    for style, run in itertools.groupby(_characters(html), key=lambda shown: shown[1]):
        text.append("".join(character for character, _ in run), style)
    Console(file=out, highlight=False).print(text)


def _characters(html: str) -> Iterator[tuple[str, str]]:
    """Each character that shows, with its style."""
    opened: list[str] = []
    for token in tokens(html):
        if token.opens:
            opened.append(token.opens)
        elif token.closes and token.closes in opened:
            opened.remove(token.closes)
        elif token.text:
            yield token.text, " ".join(_STYLES[tag] for tag in opened if tag in _STYLES)


def _free_name(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / (name or "archivo")
    others = (wanted.with_stem(f"{wanted.stem}-{number}") for number in itertools.count(2))
    return next(path for path in itertools.chain([wanted], others) if not path.exists())


def _make_utf8(out: TextIO) -> None:
    """A pipe may claim to be ASCII; Spanish and the signs of the desk must pass all the same."""
    reconfigure = getattr(out, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


def _forget_unwritten(out: TextIO) -> None:
    """Python flushes at its end as well: what is left goes nowhere, instead of failing again."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, out.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        log.debug("terminal.output_not_a_file")
