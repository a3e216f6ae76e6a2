"""The files of replies, made when they leave: drawing a chart or writing cases takes too long inside a turn."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from itgov_bot.messages import Export, Outgoing, Reply
from itgov_bot.rendering.chart import draw

WriteExport = Callable[[Export], Awaitable[Path]]


async def with_file(reply: Reply, drawings: Path, files: Path, write_export: WriteExport | None) -> Reply:
    """The reply with the whole path of what goes with it."""
    if reply.chart is not None:
        path = await asyncio.to_thread(draw, reply.chart, drawings)
        return reply.with_attachment(Outgoing(str(path), reply.chart.file_name, "picture"))
    if reply.export is not None and write_export is not None:
        path = await write_export(reply.export)
        return reply.with_attachment(Outgoing(str(path), reply.export.file_name))
    return reply.with_attachment_in(files)
