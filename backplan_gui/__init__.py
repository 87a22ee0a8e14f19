"""Backplan: seven days of guided back exercise, free and private."""

__version__ = "0.1.0"
