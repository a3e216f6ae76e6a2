"""LEAVING: replies are posted with the change, retried by a pure rule, and sent by the delivery alone."""
