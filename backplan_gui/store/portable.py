"""The whole record as one value (core/portable.py)."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from .tables import Tables

if TYPE_CHECKING:  # no start waits for what takes the record elsewhere
    from ..core.portable import Portable


class PortableTables(Tables):
    """Reads every table."""

    def everything(self) -> "Portable":
        """All that is remembered, but what is only of this machine."""
        parts = self.gathering()
        while True:
            try:
                next(parts)
            except StopIteration as end:
                portable: Portable = end.value
                return portable

    def gathering(self) -> Generator[float, None, "Portable"]:
        """As `everything`, but a part at a time, with the share that is done after each.

        Ten years take most of a second. Between two parts the window can be drawn, and whoever
        does not want the rest any more just stops asking. Nothing may be written meanwhile.
        """
        from .gathering import gathering

        return gathering(self._db)
