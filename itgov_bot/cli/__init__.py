"""The command line, `itgov …`: one module a subject; `itgov_bot.__main__` puts them together."""
