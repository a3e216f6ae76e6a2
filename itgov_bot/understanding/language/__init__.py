"""How Spanish is read, whatever it is about. A room is a subject, and no two rooms read each other.

`time`         hours, days, lengths, stretches
`where`        places, floors, dependencias
`people`       names, contacts, data, roles
`introducing`  who writes, from where, and how to reach them
`message`      what is taken back in a message, and the pieces into which it falls
`answering`    yes and no, which one, stars, «ya vuelvo»
`cases`        what is said of a case that stands
`orders`       what an agent orders of a case
`queue`        which cases an agent means
`duty`         the guard
`managing`     indicators and plans

Beside them stands what all rooms read: folding, fuzzy names, figures, kinds of requests, courtesy.
"""
