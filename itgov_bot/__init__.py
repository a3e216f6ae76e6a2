"""The IT service desk of a city hall, in a chat."""

import gc

from itgov_bot.plain_libraries import without_colours

with without_colours():
    import structlog as structlog  # everybody logs with it

USUAL_THRESHOLDS = gc.get_threshold()
# What is loaded stays, and looking through it for garbage again and again takes a third of a start. Once it works, the
# garbage of turns is looked for as usual: of so many objects at once it would hold somebody up.
gc.set_threshold(200_000, 20, 20)
