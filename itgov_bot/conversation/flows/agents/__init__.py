"""The desk's side, in the group and in private, in rooms: one case (`card`), several at once, what is `orders`-ed in words, the
`queue`, the guard (`duty`) and who is `called` by it, cases `for_somebody`, planned maintenance.

What is written to a message of a case is read in `messages`, and what is said of the desk itself in any words in `team`."""
