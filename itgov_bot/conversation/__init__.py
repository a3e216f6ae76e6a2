"""One turn for one thing a person did, on any channel: `runner` runs it, `routes` says who answers it."""
