"""Telegram's HTML, read as strictly as Telegram does.

Gives plain text and entities with UTF-16 offsets, or the very complaint that Telegram makes.
"""

import re

from .entities import ALLOWED_TAGS, Entity, OpenTag, in_order, kind_of, utf16_length

NAMED_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
END = "\0"  # a sentinel, so that looking ahead never runs off the text
SPACES = " \t\r\n\v\f"
PLAIN, SURROGATE = re.compile(f"[^<&{END}]*"), re.compile("[\ud800-\udfff]")
UNMATCHED_SURROGATE = (
    "Text contains invalid Unicode characters after decoding HTML entities, "
    "check for unmatched surrogate code units"
)


class HtmlError(ValueError):
    """What Telegram says after "can't parse entities: "."""


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
            elif self.current == "&":
                self._append(self._character())
            else:
                self._append(self._plain())
        if self.open:
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.text), in_order(self.entities)

    @property
    def current(self) -> str:
        return self.source[self.at]

    def _append(self, text: str) -> None:
        if SURROGATE.search(text):
            raise HtmlError(UNMATCHED_SURROGATE)
        self.text.append(text)
        self.length += utf16_length(text)

    def _plain(self) -> str:
        """Up to the next sign that means something."""
        begin, self.at = self.at, PLAIN.match(self.source, self.at).end()  # type: ignore[union-attr]
        return self.source[begin : self.at]

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
        kind = kind_of(tag, "".join(self.text)) if length else None
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
