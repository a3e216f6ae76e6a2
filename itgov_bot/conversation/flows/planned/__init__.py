"""What the desk's people say in words of what is planned: maintenance (`maintenance`), and events of the mayor's office
(`events`). The kinds are those of `team.tsv`; which one is meant, `told`."""
