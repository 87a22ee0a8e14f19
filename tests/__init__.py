"""Tests; `tests/<part>` belongs to `backplan_gui/<part>`."""
