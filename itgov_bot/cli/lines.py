"""JSON lines from stdin to stdout, and how a command ends when its input is wrong."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any, BinaryIO, NoReturn

import typer

BAD_INPUT = 2
Json = Annotated[bool, typer.Option("--json", help="Un objeto JSON, para otro programa.")]
"""An option of every command that may tell another program."""


def refuse(message: str) -> NoReturn:
    """One clear line on stderr, exit 2."""
    typer.echo(" ".join(message.split()), err=True)
    raise typer.Exit(BAD_INPUT)


def read_objects(stream: BinaryIO, *needed: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's number and object; `needed` are its text keys beside `id`. A bad line ends the program, exit 2.

    Bytes, because a terminal may be set to an encoding that is not UTF-8; blank lines are passed over.
    """
    for number, line in enumerate(stream, 1):
        if line.strip():
            yield number, _object(number, line, needed)


def _object(number: int, line: bytes, needed: tuple[str, ...]) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        refuse(f"línea {number}: no está en UTF-8")
    except (ValueError, RecursionError):
        refuse(f"línea {number}: no es JSON válido")
    if not isinstance(value, dict):
        refuse(f"línea {number}: se espera un objeto JSON con `id` y {_named(needed)}")
    if "id" not in value:
        refuse(f"línea {number}: falta `id`")
    for key in needed:
        if not isinstance(value.get(key), str):
            refuse(f"línea {number}: `{key}` {'debe ser un texto' if key in value else 'falta'}")
    return value


def _named(keys: tuple[str, ...]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def write_object(value: dict[str, Any]) -> None:
    """One line, at once, so that a program that waits for it can go on. Plain ASCII goes through any pipe."""
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()
