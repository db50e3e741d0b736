"""What is said about cases beside their letters: standings, counts, and the state's data file."""
