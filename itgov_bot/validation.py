"""What pydantic finds wrong in a value, said in Spanish to whoever wrote it: the problem and its remedy.
Used by the settings and by the loaders of `data/`.

A field says in Spanish how it is called (`title`), may say what a right value is (`description`, after "no es …") and
show one (`examples`); everything else is said by the kind of mistake.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails, PydanticCustomError

Schema = Mapping[str, Any]
"""The JSON schema of a pydantic model, or a part of it."""

MAX_SHOWN_CHARS = 60
"""Characters of a wrong value that are repeated to its author."""

_NO_MAPPING = ("no tiene la forma `clave: valor`", "escriba una clave por línea, con dos puntos")
_ODD_KEY = ("la clave «{value}» no es un texto", "escríbala entre comillas o bórrela")
_UNKNOWN_KEY = ("la clave `{key}` no existe", "{near}")
_NO_WHOLE_NUMBER = ("`{key}` no es un número entero: «{value}»", "escriba, por ejemplo, `{key}: {example}`")
_NO_YES_OR_NO = ("`{key}: {value}` no es sí ni no", "escriba `{key}: true` o `{key}: false`")
_NO_LIST = ("`{key}` no es una lista", "escriba `{key}: [uno, otro]` o un guion por línea")
_NO_SUCH_OPTION = ("`{key}: {value}` no existe", "escriba uno de estos: {options}")
_NO_TEXT_IN_LIST = ("`{key}` tiene un elemento que no es texto: «{value}»", "escríbalo entre comillas")
_DESCRIBED = ("«{value}» no es {description}", "escriba, por ejemplo, `{key}: {example}`")
_OTHERWISE = ("`{key}: {value}` no sirve", "escriba, por ejemplo, `{key}: {example}`")

# Kind of mistake (pydantic's) → problem and remedy.
MESSAGES: dict[str, tuple[str, str]] = {
    "bool_parsing": _NO_YES_OR_NO,
    "bool_type": _NO_YES_OR_NO,
    "dataclass_type": _NO_MAPPING,
    "dict_type": _NO_MAPPING,
    "enum": _NO_SUCH_OPTION,
    "extra_forbidden": _UNKNOWN_KEY,
    "greater_than": ("`{key}` es {value}", "escriba un número entero desde 1: `{key}: 1`"),
    "int_from_float": _NO_WHOLE_NUMBER,
    "int_parsing": _NO_WHOLE_NUMBER,
    "int_type": _NO_WHOLE_NUMBER,
    "invalid_key": _ODD_KEY,
    "list_type": _NO_LIST,
    "literal_error": _NO_SUCH_OPTION,
    "missing": ("falta {name}", "escriba `{key}: {example}`"),
    "model_type": _NO_MAPPING,
    "string_too_long": ("`{key}` tiene {length} caracteres", "acórtelo a {max_length} o menos"),
    "string_too_short": ("`{key}` está en blanco", "escriba `{key}: …`"),
    "string_type": ("`{key}` no es un texto", 'escríbalo entre comillas: `{key}: "{value}"`'),
    "too_short": ("la lista `{key}` está vacía", "escriba al menos un elemento"),
    "tuple_type": _NO_LIST,
    "unexpected_keyword_argument": _UNKNOWN_KEY,
}  # fmt: skip

# Kind of value (of the JSON schema) → how one looks.
_EXAMPLES = {"array": "[…]", "boolean": "false", "integer": "95", "object": "{…}"}


def wrong(problem: str, remedy: str) -> PydanticCustomError:
    """What a validator raises when only it knows what to say."""
    return PydanticCustomError("told", "{problem}; {remedy}", {"problem": problem, "remedy": remedy})


def explain(error: ErrorDetails, schema: Schema) -> tuple[str, str]:
    """The problem and the remedy; `schema` is that of the whole model."""
    facts = error.get("ctx", {})
    if error["type"] == "told":
        return facts["problem"], facts["remedy"]
    path = [step for step in error["loc"] if isinstance(step, str)]
    key, field, siblings = path[-1] if path else "", *_described(schema, error["loc"])
    near = get_close_matches(key, siblings, 1)
    words = {
        **facts,
        "key": key,
        "value": "" if field.get("writeOnly") else shown(error["input"]),  # a secret
        "length": len(str(error["input"])),
        "name": field.get("title", f"`{key}`"),
        "description": field.get("description"),
        "example": example_of(field),
        "options": ", ".join(map(str, field.get("enum", ()))),
        "near": f"¿quiso escribir `{near[0]}`?" if near else "bórrela",
    }
    problem, remedy = _message(error, field)
    return problem.format(**words), remedy.format(**words)


def entry_of(error: ErrorDetails) -> tuple[int | str, ...]:
    """The path of what lacks a key or has one too many, otherwise of what is wrong itself."""
    return (
        error["loc"][:-1]
        if _message(error, {}) in (MESSAGES["missing"], _ODD_KEY, _UNKNOWN_KEY)
        else error["loc"]
    )


def _message(error: ErrorDetails, field: Schema) -> tuple[str, str]:
    kind, last = error["type"], error["loc"][-1] if error["loc"] else 0
    said = MESSAGES.get(kind, _OTHERWISE)
    if isinstance(last, str) and error["input"] is None and said != _ODD_KEY:
        return MESSAGES["missing"]
    if field.get("description") and said not in (MESSAGES["missing"], MESSAGES["string_type"], _UNKNOWN_KEY):
        return _DESCRIBED
    return _NO_TEXT_IN_LIST if isinstance(last, int) and kind.startswith("string_") else said


def shown(value: object) -> str:
    """A wrong value on one short line, nothing as YAML writes it."""
    if isinstance(value, list | tuple):
        return ",".join(map(shown, value))[:MAX_SHOWN_CHARS]
    text = "null" if value is None else str(value)
    return " ".join(text.split())[:MAX_SHOWN_CHARS]


def example_of(field: Schema) -> str:
    """How a right value looks in a file."""
    options = field.get("enum", ("…",))
    return str(field.get("examples", [_EXAMPLES.get(field.get("type", ""), options[0])])[0])


def _described(schema: Schema, path: tuple[int | str, ...]) -> tuple[Schema, list[str]]:
    """What the schema says of the last key of the path, and the keys it has beside it."""
    field, siblings, node = {}, [], schema
    for step in path:
        node = _resolved(schema, node)
        if isinstance(step, int):
            node = node.get("items", {})
        else:
            siblings = list(node.get("properties", {}))
            node = node.get("properties", {}).get(step) or node.get("additionalProperties") or {}
            field = {**_resolved(schema, node), "title": f"`{step}`", "description": "", **node}
    return field, siblings


def _resolved(schema: Schema, node: Schema) -> Schema:
    """A reference followed, and of an optional value what it is when given."""
    node = next((one for one in node.get("anyOf", ()) if one.get("type") != "null"), node)
    return schema["$defs"][node["$ref"].rpartition("/")[2]] if "$ref" in node else node
