"""Where nobody may wait for an encoder: what it was not asked yet is put off, and asked beside the event loop."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_IS_PUT_OFF: ContextVar[bool] = ContextVar("encoding is put off", default=False)


class NotHeardYet(Exception):
    """`text` must be matched first, in a thread. It is no part of the message, which a log might keep."""

    def __init__(self, text: str) -> None:
        super().__init__("a text that no encoder has heard yet")
        self.text = text


@contextmanager
def encoding_put_off() -> Iterator[None]:
    """In here a text that was not matched yet raises NotHeardYet, where an encoder would have to hear it."""
    before = _IS_PUT_OFF.set(True)
    try:
        yield
    finally:
        _IS_PUT_OFF.reset(before)


def is_put_off() -> bool:
    return _IS_PUT_OFF.get()
