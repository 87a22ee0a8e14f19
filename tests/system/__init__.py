"""The app from outside: as a process, on a screen, on a machine that fails it."""
