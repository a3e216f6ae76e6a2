"""Opens a file of `data/` (text, YAML, CSV), and says in Spanish what fails. Used by the loaders."""

import csv
import io
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from .problems import Checker

_REPEATED = "repeated key "
# What PyYAML says → what it means for the person who edits the file.
_YAML_PROBLEMS = {
    "end of stream": "unas comillas no se cierran",
    "mapping values are not allowed": "dos puntos de más, o un texto con dos puntos sin comillas",
    "cannot start any token": "un carácter que no puede ir ahí, como un tabulador; use espacios o comillas",
    "could not find expected ':'": "faltan los dos puntos",
    "expected <block end>": "la sangría no coincide con la de las líneas vecinas",
    "expected ',' or": "un corchete o una llave no se cierra, o falta una coma",
}


class _StrictLoader(yaml.SafeLoader):
    """SafeLoader, but a key written twice is an error: YAML would keep the last one silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        scalars = (key for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        for key in scalars:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=_REPEATED + key.value, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def checker_for(folder: Path, name: str) -> Checker:
    return Checker(f"{folder.resolve().name}/{name}")


def read_text(folder: Path, name: str, checker: Checker) -> str:
    try:
        content = (folder / name).read_bytes()
    except FileNotFoundError:
        checker.stop("", "falta el archivo", f"cópielo en la carpeta {folder}")
    except OSError as error:
        checker.stop("", f"no se puede leer ({error.strerror})", "revise los permisos del archivo")
    try:
        # Notepad and Excel put a mark at the beginning; it is no part of the text.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        checker.stop(f"línea {line}", "el archivo no está en UTF-8", "guárdelo con codificación UTF-8")


def read_yaml(folder: Path, name: str, checker: Checker) -> object:
    text = read_text(folder, name, checker)
    try:
        return yaml.load(text, Loader=_StrictLoader)  # a SafeLoader
    except yaml.MarkedYAMLError as error:
        checker.stop(*_explained(error))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: an impossible date such as 2026-02-30
        reason = " ".join(str(error).split())
        checker.stop("", f"YAML mal escrito ({reason})", "revise el texto del archivo")


def _explained(error: yaml.MarkedYAMLError) -> tuple[str, str, str]:
    """Line, problem and remedy of badly written YAML."""
    problem = error.problem or ""
    # Of what is never closed the useful line is where it began, not the end of the file.
    unclosed = "end of stream" in problem
    mark = (error.context_mark if unclosed else error.problem_mark) or error.context_mark
    line = f"línea {mark.line + 1}" if mark else ""
    if problem.startswith(_REPEATED):
        return line, f"la clave `{problem.removeprefix(_REPEATED)}` está dos veces", "deje una sola"
    spanish = next((said for part, said in _YAML_PROBLEMS.items() if part in problem), problem)
    return line, f"YAML mal escrito ({spanish})", "revise sangría, comillas y dos puntos en esa línea"


def read_csv(
    folder: Path, name: str, columns: tuple[str, ...], checker: Checker
) -> list[tuple[int, list[str]]]:
    """Rows with their line number, each with exactly the expected columns."""
    reader = csv.reader(io.StringIO(read_text(folder, name, checker), newline=""))
    header = next(reader, [])
    if tuple(header) != columns:
        found = ",".join(header) or "nada"
        checker.stop("línea 1", f"el encabezado es «{found}»", f"escriba `{','.join(columns)}`, con comas")
    rows = []
    for row in reader:
        if len(row) == len(columns):
            rows.append((reader.line_num, [cell.strip() for cell in row]))
        elif row:
            entry = f"línea {reader.line_num}"
            checker.report(entry, f"tiene {len(row)} columnas y no {len(columns)}", "revise las comas")
    return rows
