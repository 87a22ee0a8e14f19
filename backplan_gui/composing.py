"""What a session is made of: the sets that are open, in the versions that suit the person.

It looks at the record as it stands and writes nothing; the journal makes records of it.
"""

from typing import NamedTuple

from .content import Content
from .core.exercise import Exercise, Version
from .core.floor import with_floor_help
from .core.plan import Day, SetSide, Timed, set_sides
from .core.schedule import DayState, Week, without
from .core.script import Script, length_ms, script_for, with_opening
from .core.settings import Settings
from .core.tailoring import Today, Wishes, fitting, gentle_day, gentle_versions, versions_for

LONGEST = 60
"""Minutes; a script never lays out more than the high end of what it is made of."""


class Composing(NamedTuple):
    """Composes sessions from the plan, how its days stand, and what the person wants."""

    content: Content
    settings: Settings
    week: Week
    left_out: frozenset[str]
    """Exercises that are left out for the rest of the round (R6)."""

    def script(
        self,
        day: int,
        exercise: str = "",
        minutes: int = 0,
        *,
        whole: bool = False,
        easier: bool = False,
        today: Today | None = None,
    ) -> Script:
        """What is still open of a started day, else all of it.

        With `exercise` that one alone, for `minutes` where its length may be chosen; with
        `whole` all of the day, whatever was done before. `easier` and `today` fit it to the
        person: what is left out stays open. Without `today` it is as the settings have it.
        """
        today = self._usual if today is None else today
        versions = self.versions(day, easier=easier, today=today)
        script = script_for(
            self._day(day),
            self._exercises,
            self.settings,
            only=exercise or None,
            minutes=minutes or None,
            remaining=None if exercise else self._fitting(day, versions, today, whole=whole),
            versions=versions,
        )
        return self._helped(script, today)

    def span(self, day: int, today: Today | None = None) -> tuple[int, int]:
        """The shortest and the longest time that the session would take, in whole minutes."""
        low = _minutes(self.script(day, today=today))
        if not any(isinstance(p.dose, Timed) for p in self._day(day).exercises):
            return low, low
        return low, _minutes(self.script(day, minutes=LONGEST, today=today))

    def gentle(self, today: Today | None = None) -> Script:
        """The gentle day: day 1 in its easier form, one set each; it completes nothing (R3).

        What is left out (R6) is left out of it too.
        """
        today = self._usual if today is None else today
        day, exercises = without(gentle_day(self.content.plan), self.left_out), self._exercises
        versions = gentle_versions(day, exercises, self._wishes(today=today))
        return self._helped(script_for(day, exercises, self.settings, versions=versions), today)

    def practice(self, exercise: str, version: Version) -> Script:
        """One exercise in its plan's dose."""
        day = next(
            day
            for day in self.content.plan.days
            if any(p.exercise == exercise for p in day.exercises)
        )
        chosen = {exercise: version}
        script = script_for(day, self._exercises, self.settings, only=exercise, versions=chosen)
        return with_opening(script, self._opening_ms)

    def versions(
        self, day: int, *, easier: bool = False, today: Today = Today()
    ) -> dict[str, Version]:
        """In which versions the exercises of a day begin; those not named are standard."""
        wishes = self._wishes(easier=easier, today=today)
        return versions_for(self._day(day), self._exercises, wishes)

    def wanted_sets(self, day: int, *, whole: bool = False) -> frozenset[SetSide]:
        """The open sets of a day that was started, or all; never what is left out (R6)."""
        standing = self.week.day(day)
        started = standing.state in (DayState.STARTED, DayState.SKIPPED)
        every = frozenset(side for p in self._day(day).exercises for side in set_sides(p))
        chosen = standing.open_sets if started and not whole else every
        return frozenset(side for side in chosen if side.exercise not in self.left_out) or chosen

    def _fitting(
        self, day: int, versions: dict[str, Version], today: Today, *, whole: bool
    ) -> frozenset[SetSide]:
        """Those of the wanted sets that fit into the minutes that there are today."""
        wanted, plan = self.wanted_sets(day, whole=whole), self._day(day)
        if today.minutes is None or plan.parts:
            return wanted
        return fitting(
            plan,
            self._exercises,
            self.settings,
            today.minutes,
            wanted,
            versions,
            helped=today.help,
            opening_ms=self._opening_ms,
        )

    def _wishes(self, *, easier: bool = False, today: Today) -> Wishes:
        """What the settings and the day of today ask of the exercises.

        Where the easier versions come first, no harder one that was kept stands before them.
        """
        there = self.settings.equipment
        kept = {
            exercise: version
            for exercise, version in self.settings.kept_versions
            if not easier or version in (Version.EASIER, Version.NO_FLOOR)
        }
        feet = dict.fromkeys(today.feet, Version.STANDARD)
        return Wishes(easier, today.floor, None if there is None else frozenset(there), kept | feet)

    def _helped(self, script: Script, today: Today) -> Script:
        told = with_opening(script, self._opening_ms)
        return with_floor_help(told, self._exercises) if today.help else told

    @property
    def _opening_ms(self) -> int:
        return self.content.opening_ms if self.settings.voice else 0

    @property
    def _usual(self) -> Today:
        """A day for which nothing was set."""
        return Today(help=self.settings.floor_help)

    @property
    def _exercises(self) -> dict[str, Exercise]:
        return self.content.exercises

    def _day(self, number: int) -> Day:
        return self.content.plan.day(number)


def _minutes(script: Script) -> int:
    """Rounded up, so that nothing takes longer than it says."""
    return -(-length_ms(script) // 60_000)
