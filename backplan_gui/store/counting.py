"""What each session of an older file comes to, counted once (version 3 of the tables).

Its script and state are read as any session's are: they have to be readable for as long as
there are files. One that is not comes to nothing; that is no reason to refuse the file.
"""

import sqlite3
from typing import Any

import msgspec

from ..core.counted import Counted, counted
from ..core.session import Session


def count_sessions(db: sqlite3.Connection) -> None:
    """Fill in the columns guided, sets and sets_done of every session, a few at a time."""
    ids = [id for (id,) in db.execute("SELECT id FROM session ORDER BY rowid")]
    for id in ids:
        state, script = db.execute(
            "SELECT state, script FROM session WHERE id = ?", (id,)
        ).fetchone()
        db.execute(
            "UPDATE session SET guided = ?, sets = ?, sets_done = ? WHERE id = ?",
            (*_counted(state, script), id),
        )


def _counted(state: str, script: str) -> Counted:
    try:
        fields = msgspec.json.decode(state, type=dict[str, Any])
        fields["script"] = msgspec.json.decode(script)
        return counted(msgspec.convert(fields, Session))
    except (ValueError, msgspec.MsgspecError):
        return Counted(0, 0, 0)
