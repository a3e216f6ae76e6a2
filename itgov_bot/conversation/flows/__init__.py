"""What the desk can talk about, in rooms by who uses them. Routes, commands and buttons lead here.

Staff and agents know nothing of each other: what both have a part in stands above them (`going_on`, `called`, `team`,
`event_change`), what both use below (`hearing`, `steps`, `at_ticket`, `known_people`, `event_date`).
"""
