"""Message entities: what a tag of Telegram's HTML becomes, and in which order entities stand."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

Entity = dict[str, Any]

SIMPLE_TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
}
ALLOWED_TAGS = {*SIMPLE_TAGS, "a", "code", "pre", "blockquote", "tg-emoji"}


@dataclass
class OpenTag:
    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _from(text: str, offset: int) -> str:
    return text.encode("utf-16-le")[offset * 2 :].decode("utf-16-le")


def kind_of(tag: OpenTag, text: str) -> Entity | None:
    if tag.name in SIMPLE_TAGS:
        return {"type": SIMPLE_TAGS[tag.name]}
    if tag.name == "a":
        return _link(
            tag.attributes.get("href") or text.encode("utf-16-le")[tag.start * 2 :].decode("utf-16-le")
        )
    if tag.name == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"}
    if tag.name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": tag.attributes.get("emoji-id", "")}
    language = tag.attributes.get("class", "")
    return {"type": tag.name} | (
        {"language": language[9:]} if language.startswith("language-") and language[9:] else {}
    )


def _language(css_class: str) -> Entity:
    language = css_class.removeprefix("language-")
    return {"language": language} if language not in ("", css_class) else {}


def _link(url: str) -> Entity | None:
    """A link to an address that Telegram does not understand is silently no link."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme == "tg":
        user = parse_qs(parts.query).get("id", [""])[0] if parts.netloc == "user" else ""
        return (
            {"type": "text_mention", "user_id": int(user)}
            if user.isdigit()
            else {"type": "text_link", "url": url}
        )
    if parts.scheme not in ("http", "https") or "." not in parts.netloc or " " in url:
        return None
    return {"type": "text_link", "url": parts._replace(path=parts.path or "/").geturl()}


def in_order(entities: list[Entity]) -> list[Entity]:
    ordered = sorted(
        entities, key=lambda entity: (entity["offset"], -entity["length"], entity["type"] != "pre")
    )
    return _with_code_languages(ordered)


def _with_code_languages(entities: list[Entity]) -> list[Entity]:
    """`pre` around exactly one `code` with a language is one entity; a language elsewhere is dropped."""
    kept: list[Entity] = []
    for entity in entities:
        language = entity.get("language") if entity["type"] == "code" else None
        above = kept[-1] if kept else {}
        if language and above.get("type") == "pre" and _same_place(above, entity):
            above["language"] = language
            continue
        kept.append(
            {key: value for key, value in entity.items() if key != "language"} if language else entity
        )
    return kept


def _same_place(one: Entity, other: Entity) -> bool:
    return (one["offset"], one["length"]) == (other["offset"], other["length"])
