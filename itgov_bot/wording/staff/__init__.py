"""What staff read, in rooms named as those of `conversation/flows/staff`; what a ticket's requester is told of it stands in
`tickets` (`news`, `event_news`, `together`)."""
