"""Telegram's HTML, read as strictly as Telegram does.

Gives plain text and entities with UTF-16 offsets, or the very complaint that Telegram makes.
"""

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
NAMED_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
END = "\0"  # a sentinel, so that looking ahead never runs off the text
SPACES = " \t\r\n\v\f"
UNMATCHED_SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, "
    "check for unmatched surrogate code units"
)


class HtmlError(ValueError):
    """What Telegram says after "can't parse entities: "."""


@dataclass
class OpenTag:
    name: str
    start: int
    attributes: dict[str, str] = field(default_factory=dict)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source.replace(END, "") + END
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[OpenTag] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self.current != END:
            if self.current == "<":
                self._tag()
            else:
                self._append(self._character())
        if self.open:
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.text), _in_order(self.entities)

    @property
    def current(self) -> str:
        return self.source[self.at]

    def _append(self, character: str) -> None:
        if 0xD800 <= ord(character) <= 0xDFFF:
            raise HtmlError(UNMATCHED_SURROGATE)
        self.text.append(character)
        self.length += utf16_length(character)

    def _character(self) -> str:
        if self.current == "&" and (decoded := _decode_entity(self.source, self.at)):
            character, self.at = decoded
            return character
        self.at += 1
        return self.source[self.at - 1]

    def _tag(self) -> None:
        begin = self.at
        self.at += 1
        if self.current == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        name = self._until(SPACES + ">").lower()
        if self.current == END:
            raise HtmlError(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        if name not in ALLOWED_TAGS:
            raise HtmlError(f'Unsupported start tag "{name}" at byte offset {self._bytes(begin)}')
        tag = OpenTag(name, self.length)
        self._attributes(tag, begin)
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self.at += 1
        self.open.append(tag)

    def _attributes(self, tag: OpenTag, begin: int) -> None:
        self._skip_spaces()
        while self.current not in (">", END):
            attribute = self._until(SPACES + "=>").lower()
            if not attribute:
                raise HtmlError(
                    f'Empty attribute name in the tag "{tag.name}" at byte offset {self._bytes(begin)}'
                )
            tag.attributes[attribute] = self._attribute_value(tag, begin)
            self._skip_spaces()
        if self.current == END:
            raise HtmlError(f'Unclosed start tag "{tag.name}" at byte offset {self._bytes(begin)}')

    def _attribute_value(self, tag: OpenTag, begin: int) -> str:
        self._skip_spaces()
        if self.current != "=":
            return ""
        self.at += 1
        self._skip_spaces()
        if self.current == END:
            raise HtmlError(f'Unclosed start tag "{tag.name}" at byte offset {self._bytes(begin)}')
        return self._quoted(begin) if self.current in "\"'" else self._token()

    def _quoted(self, begin: int) -> str:
        quote, value = self.current, ""
        self.at += 1
        while self.current not in (quote, END):
            value += self._character()
        if self.current == END:
            raise HtmlError(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        self.at += 1
        return value

    def _token(self) -> str:
        begin = self.at
        while (self.current.isascii() and self.current.isalnum()) or self.current in ".-":
            self.at += 1
        if self.current not in SPACES + ">":
            raise HtmlError(f"Unexpected end of name token at byte offset {self._bytes(begin)}")
        return self.source[begin : self.at].lower()

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise HtmlError(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        self.at += 1
        name = self._until(SPACES + ">").lower()
        self._skip_spaces()
        if self.current != ">":
            raise HtmlError(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        self.at += 1
        self._close(name, begin)

    def _close(self, name: str, begin: int) -> None:
        tag = self.open.pop()
        if name and name != tag.name:
            where = self._bytes(begin)
            raise HtmlError(
                f'Unmatched end tag at byte offset {where}, expected "</{tag.name}>", found "</{name}>"'
            )
        length = self.length - tag.start
        kind = _kind(tag, "".join(self.text)) if length else None
        if kind:
            self.entities.append({"offset": tag.start, "length": length} | kind)

    def _until(self, stops: str) -> str:
        begin = self.at
        while self.current not in stops + END:
            self.at += 1
        return self.source[begin : self.at]

    def _skip_spaces(self) -> None:
        while self.current in SPACES:
            self.at += 1

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def _decode_entity(source: str, at: int) -> tuple[str, int] | None:
    """The character written at `&` and where the text goes on; None: Telegram leaves the `&` as it is."""
    end = at + 1
    if source[end] == "#":
        return _decode_number(source, end + 1)
    while source[end].isascii() and source[end].isalpha():
        end += 1
    character = NAMED_ENTITIES.get(source[at + 1 : end])
    return (character, end + (source[end] == ";")) if character else None


def _decode_number(source: str, at: int) -> tuple[str, int] | None:
    base, digits = (16, "0123456789abcdefABCDEF") if source[at] == "x" else (10, "0123456789")
    begin = end = at + (base == 16)
    while source[end] in digits:
        end += 1
    code = int(source[begin:end] or "0", base)
    if not 0 < code < 0x10FFFF:
        return None
    return chr(code), end + (source[end] == ";")


def _from(text: str, offset: int) -> str:
    return text.encode("utf-16-le")[offset * 2 :].decode("utf-16-le")


def _kind(tag: OpenTag, text: str) -> Entity | None:
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


def _in_order(entities: list[Entity]) -> list[Entity]:
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
