"""Putting the desk together from its parts."""

import asyncio
from collections.abc import Mapping, Sequence
from functools import partial

from itgov_bot.apart import done_apart
from itgov_bot.app import App
from itgov_bot.channels.contract import AnyChannel
from itgov_bot.clock import Clock, real_clock
from itgov_bot.conversation.file_fetcher import MEGABYTE, FileFetcher
from itgov_bot.conversation.form_table import FLOWS
from itgov_bot.conversation.runner import TurnRunner
from itgov_bot.conversation.turn import Parts
from itgov_bot.desk.desk import Calendars
from itgov_bot.desk.due_times import renew_all_due_times
from itgov_bot.desk.exporting import FOLDER as EXPORTS
from itgov_bot.desk.exporting import Exporter
from itgov_bot.desk.reporting import Reporter
from itgov_bot.domain.installation import Installation
from itgov_bot.domain.people import Role
from itgov_bot.domain.tickets.files import Quota
from itgov_bot.domain.ways import WayKind
from itgov_bot.jobs import presence
from itgov_bot.jobs.files import Sweeper
from itgov_bot.jobs.rights import RightsLooker
from itgov_bot.jobs.watch import Watch
from itgov_bot.messages import Incoming
from itgov_bot.notices.event_feed import feed_of
from itgov_bot.outbox.delivery import RUSH_PAUSE_SECONDS, Delivery
from itgov_bot.reference import load
from itgov_bot.rendering.attachments import Attachments
from itgov_bot.settings import Settings
from itgov_bot.storage.database import Database
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.services.phrases import read_phrases
from itgov_bot.unit_of_work import UnitOfWork


async def build(
    settings: Settings,
    channels: Sequence[AnyChannel],
    clock: Clock = real_clock,
    *,
    rush_pause_seconds: float = RUSH_PAUSE_SECONDS,
) -> App:
    """Data checked, tables migrated, understanding loaded, what is due said anew.

    Raises DataError, StorageUnavailable or VocabularyError, each with a text for the operator.
    """
    work = await _work(settings, channels, clock)
    turns = await _turns(settings, work)
    async with work.begin(long=True) as desk:
        await renew_all_due_times(desk)
    exports = settings.itgov_home / EXPORTS
    exporter = Exporter(work.database, work.reference, work.calendars, clock, exports)
    reporter = Reporter(work.database, work.reference, work.calendars, clock, exports)
    attachments = Attachments(settings.itgov_home / "charts", settings.files_folder, exporter, reporter)
    hurry = asyncio.Event()
    by_name = {channel.name: channel for channel in channels}
    delivery = Delivery(
        work.database,
        by_name,
        clock,
        attachments,
        rush_pause_seconds=rush_pause_seconds,
        urgent_refused=hurry.set,
    )
    await presence.arrive(work.database)
    watch = Watch(work, settings.itgov_heartbeat_url)
    sweeper, rights = Sweeper(work, settings.files_folder), RightsLooker(work, by_name)
    files = _files(settings, work, by_name)
    return App(work, turns, files, delivery, exporter, sweeper, channels, watch, rights, hurry)


async def _work(settings: Settings, channels: Sequence[AnyChannel], clock: Clock) -> UnitOfWork:
    reference = load(settings.itgov_data)
    database = Database(settings.resolved_database_url)
    await database.migrate(apart=True)
    installation = _installed(settings, {channel.name for channel in channels})
    return UnitOfWork(database, reference, Calendars.of(reference), clock, feed_of(settings), installation)


async def _turns(settings: Settings, work: UnitOfWork) -> TurnRunner:
    data, models = settings.itgov_data, settings.models_folder
    if not await asyncio.to_thread(Understanding.is_trained, data, models):
        await done_apart("itgov_bot.understanding", str(data), str(models))  # training leaves 200 MB behind
    understanding = await asyncio.to_thread(Understanding.load, data, models)
    parts = Parts(
        understanding=understanding,
        flows=FLOWS,
        phrases=partial(read_phrases, data, understanding.subjects.ids),
        files_folder=settings.files_folder,
        max_file_mb=settings.itgov_max_file_mb,
        email_domains=frozenset(settings.itgov_email_domains),
    )
    meaning = understanding.learn_meaning(data, models)
    turns = TurnRunner(work, parts, partial(_first_roles, settings), meaning)
    await turns.read_learned()
    return turns


def _files(settings: Settings, work: UnitOfWork, channels: Mapping[str, AnyChannel]) -> FileFetcher:
    limit = settings.itgov_max_file_mb * MEGABYTE
    quota = Quota(settings.itgov_files_a_day, settings.itgov_file_mb_a_day * MEGABYTE)
    return FileFetcher(work, channels, settings.files_folder, limit, quota)


def _installed(settings: Settings, channels: set[str]) -> Installation:
    ways = frozenset(kind for kind in WayKind if kind in channels)
    return Installation(ways, heartbeat=bool(settings.itgov_heartbeat_url), admins=settings.admin_users)


def _first_roles(settings: Settings, incoming: Incoming) -> frozenset[Role]:
    """Who is an administrator without anybody having made them one: ITGOV_ADMINS, and the person at the terminal."""
    sender = incoming.sender
    named = sender.channel == "telegram" and sender.user in settings.admin_users
    return frozenset({Role.ADMIN}) if named or sender.channel == "terminal" else frozenset()
