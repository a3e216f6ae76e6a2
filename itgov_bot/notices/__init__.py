"""TELLING: from the facts of a transaction to whoever should hear of them. `table` says who reads what of which fact."""
