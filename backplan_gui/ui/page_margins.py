"""How far from the edges a page keeps, as design-system.md section 7 has it for each width."""

WIDE = 1144
"""The page's width in a window of 1440."""
WIDEST = 960
"""What is used of more, at 100 % text."""


def left(width: int, *, compact: bool) -> int:
    """Before what is on a page so wide."""
    if compact:
        return 24
    return 48 if width >= WIDE else 32


def right(width: int, before: int, widest: float = WIDEST) -> int:
    """After it: as much as before it, and what a line is better without."""
    return max(before, width - before - round(widest))
