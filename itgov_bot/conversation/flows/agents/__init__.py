"""The desk's side, in the group and in private, in rooms: one case (`card`) and what is written to its messages, several at
once, what is ordered in words (`orders`), the `queue`, the guard (`duty`) and who is `called` by it, cases `for_somebody`,
planned maintenance. What is said of the desk itself, in any words, is read in `team`."""
