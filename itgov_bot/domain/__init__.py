"""Rules of the desk: pure data and functions; `now` is an argument."""
