"""A record from elsewhere, taken into the one that is here (core/portable.py)."""

from typing import TYPE_CHECKING

from .errors import reading
from .tables import Tables

if TYPE_CHECKING:  # no start waits for what brings a record from elsewhere
    from ..core.portable import Portable
    from .joining import Merged, Merging


class MergingTables(Tables):
    """Takes in what `PortableTables.everything` gave, here or elsewhere."""

    def merging(self, portable: "Portable") -> "Merging":
        """What would come, and what is here already; nothing is changed."""
        from .joining import compared

        with reading():
            return compared(self._db, portable)

    def merge(self, portable: "Portable") -> "Merged":
        """Take in what is new, whole or not at all; what is here already stays as it is."""
        from .joining import join

        with self._writing():
            return join(self._db, portable)

    def unmerge(self, merged: "Merged") -> None:
        """Take out exactly what came, and whatever was kept with it since."""
        from .joining import part

        with self._writing():
            part(self._db, merged)
