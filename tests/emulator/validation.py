"""A call's parameters against the specification: unknown, missing and wrongly typed ones are refused.

The server gives what came over the wire (strings, JSON, uploaded files); handlers get typed values.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .errors import bad_request

Json = dict[str, Any]
INTEGER = re.compile(r"[+-]?\d{1,19}")
BIGGEST = 2**53  # identifiers fit a double, says Telegram
REQUIRED_WORDS = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "user_id": "invalid user_id specified",
}


@dataclass(frozen=True)
class Upload:
    name: str
    mime: str
    data: bytes


@cache
def specification() -> Json:
    loaded: Json = json.loads(Path(__file__).with_name("api_spec.json").read_text(encoding="utf-8"))
    return loaded


@cache
def method_names() -> dict[str, str]:
    """Telegram does not mind how a method's name is capitalised."""
    return {name.lower(): name for name in specification()["methods"]}


def validated(method: str, raw: Mapping[str, Any]) -> Json:
    fields: Json = specification()["methods"][method]["fields"]
    uploads = {name: value for name, value in raw.items() if isinstance(value, Upload)}
    given = {
        name: value
        for name, value in raw.items()
        if value is not None and not _is_attachment(name, value, fields)
    }
    _refuse_unknown(given, fields, method)
    _refuse_missing(given, fields)
    checker = _Checker(uploads)
    return {name: checker.parameter(value, fields[name]["types"], name) for name, value in given.items()}


def _is_attachment(name: str, value: Any, fields: Json) -> bool:
    return isinstance(value, Upload) and name not in fields


def _refuse_unknown(given: Json, fields: Json, where: str) -> None:
    if unknown := sorted(set(given) - set(fields)):
        raise bad_request(f"unknown parameter {', '.join(unknown)} in {where}")


def _refuse_missing(given: Json, fields: Json) -> None:
    for name, field in fields.items():
        if field["required"] and name not in given:
            raise bad_request(REQUIRED_WORDS.get(name, f'parameter "{name}" is required'))


class _Checker:
    def __init__(self, uploads: Mapping[str, Upload]) -> None:
        self.uploads = uploads

    def parameter(self, value: Any, types: list[str], name: str) -> Any:
        """A top-level value: forms carry everything as text, with JSON for objects and lists."""
        if isinstance(value, str):
            value = _from_form(value, types, name)
        return self.value(value, types, name)

    def value(self, value: Any, types: list[str], where: str) -> Any:
        if len(types) == 1:
            return self._one(value, types[0], where)
        if isinstance(value, list) and all(one.startswith("Array of ") for one in types):
            kinds = [one.removeprefix("Array of ") for one in types]
            return [self.value(item, _named(item, kinds), where) for item in value]
        if likely := _likeliest(value, types):
            return self._one(value, likely[0], where)
        raise bad_request(f'parameter "{where}" must be of type {" or ".join(types)}')

    def _one(self, value: Any, kind: str, where: str) -> Any:
        if kind.startswith("Array of "):
            return self._list(value, kind.removeprefix("Array of "), where)
        if isinstance(value, str) and value.startswith("attach://"):
            return self._file(value, where)
        if kind in SIMPLE:
            return value if SIMPLE[kind](value) else _refuse_type(where, kind)
        if kind == "InputFile":
            return self._file(value, where)
        return self._object(value, kind, where)

    def _list(self, value: Any, kind: str, where: str) -> list[Any]:
        if not isinstance(value, list):
            _refuse_type(where, "Array")
        return [self._one(item, kind, f"{where}[{index}]") for index, item in enumerate(value)]

    def _file(self, value: Any, where: str) -> Any:
        if isinstance(value, Upload):
            return value
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://")) or _refuse_type(where, "InputFile")
        return value if isinstance(value, str) else _refuse_type(where, "InputFile")

    def _object(self, value: Any, kind: str, where: str) -> Json:
        if not isinstance(value, dict):
            _refuse_type(where, "Object")
        fields = specification()["types"][_concrete(value, kind, where)]["fields"]
        _refuse_unknown(value, fields, f"{where} ({kind})")
        for name, field in fields.items():
            if field["required"] and value.get(name) is None:
                raise bad_request(f"can't parse {where}: Can't find field \"{name}\"")
        known = {name: item for name, item in value.items() if item is not None}
        return {
            name: self.value(item, fields[name]["types"], f"{where}.{name}") for name, item in known.items()
        }


def _refuse_type(where: str, kind: str) -> Any:
    raise bad_request(f"can't parse {where}: must be of type {kind}")


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < BIGGEST


def _is_float(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


SIMPLE: dict[str, Callable[[Any], bool]] = {
    "Integer": _is_integer,
    "Float": _is_float,
    "Boolean": lambda value: isinstance(value, bool),
    "String": lambda value: isinstance(value, str),
}


def _from_form(text: str, types: list[str], name: str) -> Any:
    if "Integer" in types and INTEGER.fullmatch(text):
        return int(text)
    if "String" in types or "InputFile" in types:
        return text
    if types == ["Boolean"]:
        return {"true": True, "1": True, "false": False, "0": False}.get(text.lower(), text)
    try:
        return json.loads(text)
    except ValueError as error:
        raise bad_request(f"can't parse {name} JSON object") from error


def _likeliest(value: Any, types: list[str]) -> list[str]:
    """The members of a union that this value can be meant as, best first."""
    if isinstance(value, dict):
        objects = [kind for kind in types if kind in specification()["types"]]
        return sorted(objects, key=lambda kind: -_likeness(value, kind))
    if isinstance(value, Upload) or (isinstance(value, str) and value.startswith("attach://")):
        return [kind for kind in types if kind == "InputFile"]
    if isinstance(value, list):
        return [kind for kind in types if kind.startswith("Array of ")]
    return [kind for kind in types if kind in SIMPLE and SIMPLE[kind](value)]


def _named(item: Any, kinds: list[str]) -> list[str]:
    """The members of a union that the constants of an item name; all of them when none is."""
    found = [kind for kind in kinds if isinstance(item, dict) and _constants(kind).items() <= item.items()]
    return found or kinds


def _likeness(value: Json, kind: str) -> int:
    fields = specification()["types"][kind]["fields"]
    return len(value.keys() & fields.keys()) - len(value.keys() - fields.keys())


def _concrete(value: Json, kind: str, where: str) -> str:
    """The member of a family (BotCommandScope, InputMedia …) that the value's constant names."""
    family: list[str] | None = specification()["types"][kind].get("subtypes")
    if not family:
        return kind
    for member in family:
        constants = _constants(member)
        if constants and all(value.get(name) == constant for name, constant in constants.items()):
            return member
    raise bad_request(f"can't parse {where}: unsupported type specified")


def _constants(kind: str) -> Json:
    fields = specification()["types"][kind]["fields"]
    return {name: field["const"] for name, field in fields.items() if "const" in field}
