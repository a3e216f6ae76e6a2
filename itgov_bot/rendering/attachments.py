"""The files of replies, made when they leave: drawing a chart or writing tickets takes too long inside a turn."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from itgov_bot.records import dataclass
from itgov_bot.rendering.charts import draw
from itgov_bot.replies import Export, Outgoing, Reply, Report

WriteExport = Callable[[Export], Awaitable[Path]]
WriteReport = Callable[[Report], Awaitable[Path]]


@dataclass(frozen=True, slots=True)
class Attachments:
    """`drawings` is where charts are kept, `files` where people's own files are."""

    drawings: Path
    files: Path
    write_export: WriteExport | None = None
    write_report: WriteReport | None = None

    async def made(self, reply: Reply) -> Reply:
        """The reply with the whole path of what goes with it."""
        if reply.chart is not None and reply.chart.panels:
            path = await asyncio.to_thread(draw, reply.chart, self.drawings)
            return reply.with_attachment(Outgoing(str(path), reply.chart.file_name, "picture"))
        if reply.export is not None and self.write_export is not None:
            path = await self.write_export(reply.export)
            return reply.with_attachment(Outgoing(str(path), reply.export.file_name))
        if reply.report is not None and self.write_report is not None:
            path = await self.write_report(reply.report)
            return reply.with_attachment(Outgoing(str(path), reply.report.file_name))
        return reply.with_attachment_in(self.files)
