"""The desk's side, in the group and in private: the card of a case and its deeds, the queue, answers to requesters.

`cases` shows and tries; `acting` answers the buttons of a card; `writing`, `solving` and `sorting` are its forms;
`replies` takes what is written to a case's message; `queue` is `/mesa`.
"""
