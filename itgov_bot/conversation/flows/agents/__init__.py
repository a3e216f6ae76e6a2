"""The desk's side, in the group and in private: `/mesa` (`queue`), the card of a ticket and its forms, and `/guardia`."""
