"""A text or caption as the bot gave it, and as it stands after Telegram has parsed and trimmed it."""

import html as escaping
import re
from dataclasses import dataclass
from typing import Any

from .entities import Entity, utf16_length
from .errors import NotEmulatedError, bad_request
from .html import HtmlError, parse_html

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?(?=\s|$)")


@dataclass(frozen=True)
class FormattedText:
    text: str
    entities: list[Entity]
    html: str  # what the bot wrote, or the plain text escaped


def message_text(params: dict[str, Any]) -> FormattedText:
    if not params.get("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(params, "text", "entities")
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if utf16_length(formatted.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return formatted


def caption_text(params: dict[str, Any]) -> FormattedText:
    formatted = _formatted(params, "caption", "caption_entities")
    if utf16_length(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return formatted


def person_entities(text: str) -> list[Entity]:
    """What Telegram marks by itself in a person's text: here only the command at its start."""
    found = COMMAND.match(text)
    return [{"type": "bot_command", "offset": 0, "length": utf16_length(found.group())}] if found else []


def _formatted(params: dict[str, Any], field: str, entities_field: str) -> FormattedText:
    source: str = params.get(field) or ""
    mode = (params.get("parse_mode") or "").lower()
    if mode == "html":
        return _trimmed(*_parsed(source), source)
    if mode in ("markdown", "markdownv2"):
        raise NotEmulatedError(f"parse_mode {params['parse_mode']}")
    if mode:
        raise bad_request("unsupported parse_mode")
    return _trimmed(source, params.get(entities_field) or [], escaping.escape(source, quote=False))


def _parsed(source: str) -> tuple[str, list[Entity]]:
    try:
        return parse_html(source)
    except HtmlError as error:
        raise bad_request(f"can't parse entities: {error}") from error


def _trimmed(text: str, entities: list[Entity], html: str) -> FormattedText:
    """Telegram cuts white space at both ends, and the entities with it."""
    body = text.lstrip()
    shift, body = utf16_length(text) - utf16_length(body), body.rstrip()
    moved = [_moved(entity, shift, utf16_length(body)) for entity in entities]
    return FormattedText(body, [entity for entity in moved if entity["length"] > 0], html)


def _moved(entity: Entity, shift: int, length: int) -> Entity:
    start = max(entity["offset"] - shift, 0)
    end = min(entity["offset"] + entity["length"] - shift, length)
    return entity | {"offset": start, "length": end - start}
