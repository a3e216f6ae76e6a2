"""The desk's side, in the group and in private, in rooms: one case (`card`) and what is written to its messages, several at
once, what is ordered in words (`orders`), the `queue`, the guard (`duty`), cases `for_somebody`, planned maintenance.
What words do to a ticket of who sees to it is `on_duty`."""
