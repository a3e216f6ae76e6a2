"""How a call fails: as Telegram would refuse it, or because the emulator does not know how to answer."""

from typing import Any


class ApiError(Exception):
    """A refusal in Telegram's own words; `injected` ones were asked for by the test."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None, *, injected: bool = False
    ) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters, self.injected = code, description, parameters, injected

    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


class NotEmulatedError(Exception):
    """A real feature of Telegram that no test has needed yet; always fails the test."""


def bad_request(text: str) -> ApiError:
    return ApiError(400, f"Bad Request: {text}")


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")
