"""What is kept: one SQLite file in a folder of the person's own."""
