"""Which key poses an exercise goes through, by their names."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import msgspec

from .exercise import Version
from .moments import Cycling, Entering, Holding, Leaving, Moment, Moving, Ready, Standing, Turning
from .plan import Side
from .plays import Form, Play, Segment


class NoSuchMomentError(LookupError):
    """The exercise does nothing of that kind."""


class Played(msgspec.Struct, frozen=True):
    """A version of an exercise, in one of its rows where it is a long activity."""

    play: Play
    version: Version
    form: Form
    segment: Segment | None

    @property
    def hold(self) -> str | None:
        """The pose that is held."""
        return (self.segment.hold if self.segment else None) or self.form.hold

    @property
    def slide(self) -> tuple[str, str] | None:
        """The two ends of a roll."""
        return self.segment.slide if self.segment else None

    @property
    def first(self) -> str:
        """The pose before anything moves."""
        form, slide = self.form, self.slide
        name = form.start or form.enter or (form.walk[0] if form.walk else None)
        if name is None and self.segment is not None:
            name = self.segment.hold or (slide[0] if slide else None)
        if name is None:
            raise NoSuchMomentError("there is no row of that number")
        return name

    @property
    def picture(self) -> str:
        """The written picture, or where the version's movement leads."""
        form = self.form
        if self.version is Version.STANDARD or form == self.play.standard:
            return self.play.picture
        if form.loop:
            return self.far
        if form.turns:
            return form.turns[0]
        return form.hold or self.first

    @property
    def far(self) -> str:
        """Where a rep leads: the first pose it stays in, or else the first it comes to."""
        ends = [phase.to for phase in self.form.loop]
        return next((b for a, b in pairwise(ends) if a == b), ends[0])

    @property
    def changes_limbs(self) -> bool:
        """It is seen with near and far limbs exchanged, too."""
        return bool(self.form.walk or (self.play.side and self.play.side.other == "swap"))

    @property
    def poses(self) -> Iterator[str]:
        """Every key pose there is to see."""
        form = self.form
        names = [form.start, form.enter, form.hold, *form.turns, *(form.walk or ())]
        names += [name for phase in form.loop for name in (phase.via, phase.to)]
        if self.segment:
            names += [self.segment.hold, *(self.slide or ())]
        return filter(None, names)

    def pose_at(self, moment: Moment) -> str:
        """The key pose that a moment shows or leads to."""
        form, slide = self.form, self.slide
        match moment:
            case Standing(pose):
                return pose or self.picture
            case Turning(number) if form.turns:
                return form.turns[number % len(form.turns)]
            case Holding() | Entering() if self.hold:
                return self.hold
            case Leaving() if form.enter:
                return form.enter
            case Moving() if moment.phase < len(form.loop):
                return form.loop[moment.phase].to
            case Cycling() if slide:
                return slide[0]
        return self.first

    def sides(self, side: Side | None) -> tuple[bool, bool]:
        """How the wanted side is made of the stored one: limbs swapped, picture mirrored.

        None: the side of the row, or that of the poses.
        """
        wanted, stored = side or (self.segment.side if self.segment else None), self.play.side
        if wanted is None or stored is None or wanted is stored.shows:
            return False, False
        return stored.other == "swap", stored.other == "mirror"


def played(plays: Mapping[str, Play], exercise: str, version: Version, row: int) -> Played:
    """What is played: a row that is like another exercise plays that one."""
    play = plays[exercise]
    form = play.form(version)
    segment = segment_of(form, row)
    if segment and segment.like:
        other = plays[segment.like].form(segment.version)
        form = msgspec.structs.replace(other, range=segment.range)
    return Played(play, version, form, segment)


def segment_of(form: Form, row: int) -> Segment | None:
    """What a row of a long activity shows."""
    return next((segment for segment in form.segments if row in segment.rows), None)


def row_of(moment: Moment) -> int:
    """The row of a long activity that a moment belongs to."""
    return moment.row if isinstance(moment, Ready | Holding | Moving | Cycling) else 1
