"""One case in the hands of an agent: its card and buttons (`buttons`), the forms behind them, what every flow of an agent
needs (`tickets`, `steps`, `colleagues`), and the lists of events and of kept answers."""
