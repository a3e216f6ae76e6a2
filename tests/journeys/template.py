"""A program that is loaded and has not begun: each that a test starts is a fork of it, since to load is most of a start.

Who asks sends the settings with the three streams of a program and one more, on which its number is told and at last
how it ended.
"""

import contextlib
import json
import os
import random
import socket
import struct
import sys
from typing import NoReturn

from bot import main
from handlers.telegram import connect
from itgov_bot.metrics import metrics_served

LOADED = (connect, metrics_served)
"""What the program only loads when it is to talk to Telegram."""
MOST_BYTES = 100_000
NUMBER = struct.Struct("i")


def serve(asked: socket.socket) -> None:
    """Until who asks is gone."""
    while True:
        words, streams, _, _ = socket.recv_fds(asked, MOST_BYTES, 4)
        if not words:
            return
        if os.fork() == 0:
            asked.close()
            keep(json.loads(words), streams)
        for stream in streams:
            os.close(stream)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG) != (0, 0):
                pass


def keep(settings: dict[str, str], streams: list[int]) -> NoReturn:
    """Waits for the end of one program: it alone sees how that was."""
    *three, told = streams
    if (program := os.fork()) == 0:
        os.close(told)
        begin(settings, three)
    for stream in three:
        os.close(stream)
    os.write(told, NUMBER.pack(program))
    _, status = os.waitpid(program, 0)
    os.write(told, NUMBER.pack(os.waitstatus_to_exitcode(status)))
    os._exit(0)


def begin(settings: dict[str, str], streams: list[int]) -> NoReturn:
    """From here on it is `python bot.py` in its home, to the end of the interpreter."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout = os.fdopen(0, closefd=False), os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, errors="backslashreplace", closefd=False)
    os.environ.update(settings)
    os.chdir(settings["ITGOV_HOME"])
    random.seed()
    sys.exit(main())


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
