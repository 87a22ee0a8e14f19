"""How a body stands at a moment: on the way between key poses."""

from collections.abc import Iterable, Mapping

from .exercise import Version
from .moments import Cycling, Entering, Holding, Leaving, Moment, Moving, Ready, Standing, Turning
from .played import NoSuchMomentError, Played
from .poses import Rig
from .rig import Stance, breathed, eased, mixed, other_side


class Motion:
    """Mixes the stances of key poses."""

    def __init__(self, rig: Rig, stances: Mapping[str, Stance]) -> None:
        self._rig, self._stances = rig, stances

    def at(self, played: Played, moment: Moment) -> tuple[Stance, Stance | None]:
        """The stance, and the other end of the movement to show behind it."""
        form, hold, slide = played.form, played.hold, played.slide
        match moment:
            case Standing(pose):
                return self._alone(played, pose), None
            case Ready():
                return self._stances[played.first], None
            case Holding(breath) if hold:
                return breathed(self._stances[hold], breath), None
            case Turning(number, share, breath) if form.turns:
                return breathed(self._turning(played, number, share), breath), None
            case Entering(share) if form.enter and form.hold:
                return self._way(form.enter, form.hold, eased(share)), None
            case Leaving(share) if form.enter and form.hold:
                return self._way(form.hold, form.enter, eased(share)), None
            case Moving() if moment.phase < len(form.loop):
                return self._in_rep(played, moment)
            case Cycling(share) if form.walk:
                return self._walking(form.walk, share % 1), None
            case Cycling(share) if slide:
                there = share % 1 * 2
                return self._way(*slide, eased(min(there, 2 - there))), None
        raise NoSuchMomentError(f"{moment} is nothing this exercise does")

    def seen(self, played: Played) -> Iterable[Stance]:
        """Every key pose there is to see, and those of the other side where limbs change."""
        for name in played.poses:
            yield self._stances[name]
            if played.changes_limbs:
                yield other_side(self._rig, self._stances[name])

    def _way(self, start: str, end: str, share: float) -> Stance:
        return mixed(self._rig, self._stances[start], self._stances[end], share)

    def _alone(self, played: Played, pose: str) -> Stance:
        """The pose asked for, or the one the version is known by."""
        name = pose or played.picture
        if not pose and played.form.loop and played.version is not Version.STANDARD:
            return self._in_range(played, name)
        return self._stances[name]

    def _turning(self, played: Played, number: int, share: float) -> Stance:
        """On the way to a turn: the first comes from the hold, the others one from another."""
        form = played.form
        before = form.turns[(number - 1) % len(form.turns)] if number else form.hold
        assert before is not None
        return self._way(before, form.turns[number % len(form.turns)], eased(share))

    def _in_range(self, played: Played, name: str) -> Stance:
        """A pose of the loop, as near to the start as the form's range wants it."""
        return self._way(played.form.start or name, name, played.form.range)

    def _in_rep(self, played: Played, moment: Moving) -> tuple[Stance, Stance]:
        form = played.form
        now, before = form.loop[moment.phase], form.loop[moment.phase - 1].to
        if form.start and moment.first and not moment.phase:
            before = form.start
        start, end = self._in_range(played, before), self._in_range(played, now.to)
        far = self._in_range(played, played.far)
        return self._passing(start, now.via, end, eased(moment.share)), far

    def _passing(self, start: Stance, via: str | None, end: Stance, share: float) -> Stance:
        """Half-way at `via`, without a stop there."""
        if via is None:
            return mixed(self._rig, start, end, share)
        return self._by_way_of(start, self._stances[via], end, share)

    def _walking(self, walk: tuple[str, str], share: float) -> Stance:
        """Two steps: the second is the first with near and far limbs exchanged."""
        start, middle = self._stances[walk[0]], self._stances[walk[1]]
        end = other_side(self._rig, start)
        if share >= 0.5:
            start, middle, end = end, other_side(self._rig, middle), start
        return self._by_way_of(start, middle, end, eased(share * 2 % 1))

    def _by_way_of(self, start: Stance, middle: Stance, end: Stance, share: float) -> Stance:
        if share < 0.5:
            return mixed(self._rig, start, middle, 2 * share)
        return mixed(self._rig, middle, end, 2 * share - 1)
