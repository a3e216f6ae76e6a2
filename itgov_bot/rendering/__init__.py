"""Facts drawn and written as files: charts, sheets, what is kept about a person."""
