"""What managers ask of the figures: indicators, cases, outages, ratings. `reading` puts together what the others find."""
