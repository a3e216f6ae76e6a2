"""What the desk reads, in rooms: one case (`tickets`), several at once, the `queue`, the guard (`duty`); and beside them the
group, planned maintenance, what is late or went badly (`alerts`), who left, and what words may be (`team`)."""
