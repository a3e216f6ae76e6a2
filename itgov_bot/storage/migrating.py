"""`python -m itgov_bot.storage.migrating URL`: brings a database to the newest shape, and ends."""

import asyncio
import sys

from itgov_bot.storage.database import Database

asyncio.run(Database(sys.argv[1]).migrate())
