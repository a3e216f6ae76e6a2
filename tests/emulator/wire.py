"""From an HTTP request to a call's raw parameters, in any of the ways that Telegram accepts them."""

from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from .errors import ApiError, bad_request
from .limits import MEGABYTE, UPLOAD_LIMIT
from .validation import Upload

BODY_LIMIT = UPLOAD_LIMIT + 14 * MEGABYTE  # above it nothing is read, below it the file itself is weighed


async def raw_parameters(request: web.Request) -> dict[str, Any]:
    try:
        return dict(request.query) | await _body(request)
    except web.HTTPRequestEntityTooLarge as error:
        raise ApiError(413, "Request Entity Too Large") from error


async def _body(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return await _json(request)
    return {name: _plain(value) for name, value in (await request.post()).items()}


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON object")
    return body


def _plain(value: object) -> Any:
    if not isinstance(value, FileField):
        return value.decode() if isinstance(value, bytes | bytearray) else value
    with value.file as file:
        return Upload(value.filename, value.content_type, file.read())


def loggable(raw: dict[str, Any]) -> dict[str, Any]:
    return {name: f"<{value.name}>" if isinstance(value, Upload) else value for name, value in raw.items()}
