"""KEEPING: the only folder that knows SQL. A file a subject; every function takes the session of one transaction.

Tickets and people stand here; `counted` lists and counts tickets, `sending` is the outbox and what stands in the chats
because of it, `duty` the guard, `privacy` what is kept of people and taken away. `statements` has what every table is
asked, `database` the engine and its transactions.
"""
