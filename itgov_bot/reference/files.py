"""Reads a file of `data/` (text, YAML, CSV, entries checked by pydantic), and says in Spanish what fails.
Used by the loaders."""

import contextlib
import csv
import io
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import yaml
from pydantic import ValidationError

from itgov_bot.records import dataclass
from itgov_bot.validation import entry_of, explain

from .entries import Entry
from .positions import place
from .problems import DataError, Problem

Finding = tuple[str, str, str]
"""Entry, problem and remedy."""
Content = TypeVar("Content", bound=Entry)


def keys_twice(entries: Iterable[tuple[str, str]], whose: str) -> Iterator[Finding]:
    """Of entries by their name and key. `whose`: «cada grupo tiene la suya»."""
    seen: set[str] = set()
    for name, key in entries:
        if key in seen:
            yield name, f"`key: {key}` está dos veces", whose
        seen.add(key)


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


class _Strict(yaml.constructor.SafeConstructor):
    """A key written twice is an error: YAML would keep the last one silently."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        scalars = (key for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        for key in scalars:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=_REPEATED + key.value, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


class _FastLoader(_Strict, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """libyaml's, a tenth of the time; it tells less of what is wrong."""


class _TellingLoader(_Strict, yaml.SafeLoader):
    """Its errors have the words of `_YAML_PROBLEMS`."""


@dataclass(frozen=True)
class DataFile:
    """A file of `data/`. Whatever reads it raises DataError."""

    folder: Path
    name: str

    def stop(self, *finding: *Finding) -> NoReturn:
        raise DataError(self._problem(*finding)) from None

    def refuse(self, findings: Iterable[Finding]) -> None:
        """Raises what was found, if anything was."""
        if problems := dict.fromkeys(self._problem(*finding) for finding in findings):
            raise DataError(*problems) from None

    def _problem(self, entry: str, problem: str, remedy: str) -> Problem:
        return Problem(f"{self.folder.resolve().name}/{self.name}", entry, problem, remedy)

    def read(
        self, shape: type[Content], *checks: Callable[[Content], Iterable[Finding]], **known: object
    ) -> Content:
        """The YAML as `shape`, whose validators find `known` in their context; then the checks across entries."""
        written = self._yaml()
        try:
            content = shape.model_validate(written, context={"written": written, **known})
        except ValidationError as failure:
            schema = shape.model_json_schema()
            self.refuse((place(entry_of(e), written), *explain(e, schema)) for e in failure.errors())
        self.refuse(finding for check in checks for finding in check(content))
        return content

    def rows(self, columns: tuple[str, ...]) -> tuple[list[tuple[int, list[str]]], list[Finding]]:
        """The rows of a CSV with their line number, each with exactly the expected columns; and the other rows."""
        reader = csv.reader(io.StringIO(self._text(), newline=""))
        header = next(reader, [])
        if tuple(header) != columns:
            found = ",".join(header) or "nada"
            self.stop("línea 1", f"el encabezado es «{found}»", f"escriba `{','.join(columns)}`, con comas")
        rows, odd = [], []
        for row in filter(None, reader):
            if len(row) == len(columns):
                rows.append((reader.line_num, [cell.strip() for cell in row]))
            else:
                problem = f"tiene {len(row)} columnas y no {len(columns)}"
                odd.append((f"línea {reader.line_num}", problem, "revise las comas"))
        return rows, odd

    def _text(self) -> str:
        try:
            content = (self.folder / self.name).read_bytes()
        except FileNotFoundError:
            self.stop("", "falta el archivo", f"cópielo en la carpeta {self.folder}")
        except OSError as error:
            self.stop("", f"no se puede leer ({error.strerror})", "revise los permisos del archivo")
        try:
            # Notepad and Excel put a mark at the beginning; it is no part of the text.
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self.stop(f"línea {line}", "el archivo no está en UTF-8", "guárdelo con codificación UTF-8")

    def _yaml(self) -> object:
        text = self._text()
        with contextlib.suppress(yaml.YAMLError, ValueError):
            return yaml.load(text, Loader=_FastLoader)  # a SafeLoader
        try:
            return yaml.load(text, Loader=_TellingLoader)
        except yaml.MarkedYAMLError as error:
            self.stop(*_explained(error))
        except (yaml.YAMLError, ValueError) as error:  # ValueError: an impossible date such as 2026-02-30
            self.stop("", f"YAML mal escrito ({' '.join(str(error).split())})", "revise el texto del archivo")


def _explained(error: yaml.MarkedYAMLError) -> Finding:
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
