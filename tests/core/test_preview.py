"""What the figure shows while somebody only looks: over and over, at the written tempo."""

from backplan_gui.core.exercise import Breath, Exercise, Place, Segment, TempoPhase, Version
from backplan_gui.core.moments import (
    Cycling,
    Entering,
    Holding,
    Leaving,
    Moment,
    Moving,
    Ready,
    RowMotion,
    Turning,
)
from backplan_gui.core.plan import Side
from backplan_gui.core.preview import (
    Preview,
    Ways,
    breath_at,
    like_in,
    moving_at,
    phase_at,
    preview_at,
    row_moment,
    stills,
    turning_at,
)

from .samples import BREATHS, BRIDGE, BUG, KNOWN, PLANK, WALK

ROWS = {1: RowMotion(), 2: RowMotion(cycle_ms=4_000), 3: RowMotion(), 4: RowMotion(like="bridge")}
LONG = Exercise(
    "long",
    Place.FLOOR,
    (),
    get_ready=5,
    phases=BREATHS,
    segments=(
        Segment("rest", 30, 30),
        Segment("roll", 30, 30),
        Segment("over", 5, 5, change=True),
        Segment("lift", 30, 30),
    ),
)
WAYS = Ways(ROWS.__getitem__, KNOWN)
TURNS = Ways(ROWS.__getitem__, KNOWN, turn_ms=15_000)


def moments(exercise: Exercise, *instants: int, ways: Ways = WAYS) -> list[Moment]:
    return [preview_at(exercise, ms, ways).moment for ms in instants]


def phases(exercise: Exercise, *instants: int) -> list[str]:
    return [preview_at(exercise, ms, WAYS).phase for ms in instants]


def test_reps_go_through_their_phases_over_and_over() -> None:
    assert phases(BRIDGE, 0, 1_999, 2_000, 5_999, 6_000) == ["up", "up", "down", "down", "up"]
    assert moments(BRIDGE, 1_000, 4_000) == [
        Moving(0, 0.5, first=True),
        Moving(1, 0.5, first=True),
    ]


def test_only_the_first_rep_comes_from_the_start() -> None:
    assert moments(BRIDGE, 6_500) == [Moving(0, 0.25)]


def test_sides_that_take_turns_change_with_every_rep() -> None:
    sides = [preview_at(BUG, ms, WAYS).side for ms in (0, 4_999, 5_000, 9_999, 10_000)]
    assert sides == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT]
    assert preview_at(BRIDGE, 0, WAYS).side is None


def test_a_hold_is_entered_stays_two_breaths_and_is_left() -> None:
    """Enter 3 s, twice 4 s in and 6 s out, leave 2 s, a second of rest."""
    assert moments(PLANK, 1_500) == [Entering(0.5)]
    assert phases(PLANK, 3_000, 7_000, 13_000, 17_000, 22_999) == ["in", "out", "in", "out", "out"]
    assert moments(PLANK, 3_000, 5_000, 7_000) == [Holding(-1.0), Holding(0.0), Holding(1.0)]
    assert moments(PLANK, 24_000, 25_500, 26_000) == [Leaving(0.5), Ready(), Entering(0.0)]


def test_a_hold_with_turns_stays_long_enough_for_two_of_them() -> None:
    first, there, second, gone = moments(PLANK, 4_000, 8_000, 19_000, 33_500, ways=TURNS)
    assert first == Turning(0, 0.5, -0.5)
    assert isinstance(there, Turning)
    assert (there.number, there.share) == (0, 1.0)
    assert isinstance(second, Turning)
    assert (second.number, second.share) == (1, 0.5)
    assert gone == Leaving(0.25)


def test_the_parts_of_a_long_activity_follow_each_other_in_whole_movements() -> None:
    """Six seconds of rest, two rolls of 4 s, not the way over, one lift of 6 s."""
    seen = [preview_at(LONG, ms, WAYS) for ms in (0, 5_999, 6_000, 13_000, 14_000, 19_999, 20_000)]
    names = [one.segment for one in seen]
    assert names == ["rest", "rest", "roll", "roll", "lift", "lift", "rest"]
    assert seen[2].moment == Cycling(0.0, 2)
    assert seen[3].moment == Cycling(0.75, 2)
    assert seen[4].moment == Moving(0, 0.0, 4, first=True)


def test_a_part_with_a_breath_of_its_own_moves_in_time_with_it() -> None:
    breath = (TempoPhase("out", 3, Breath.OUT), TempoPhase("in", 5, Breath.IN))
    lift = Segment("lift", 40, 40, phases=breath)
    like = like_in(lift, ROWS[4], KNOWN)
    assert like is not None
    assert [(phase.id, phase.seconds) for phase in like.phases] == [("up", 3), ("down", 5)]
    assert like_in(lift, ROWS[1], KNOWN) is None
    long = Exercise("long", Place.FLOOR, (), get_ready=5, phases=BREATHS, segments=(lift,))
    ways = Ways(lambda _row: ROWS[4], KNOWN)
    assert preview_at(long, 7_000, ways).moment == Moving(1, 0.8, 1, first=True)


def test_what_a_breath_lasts_longer_goes_to_the_last_phase_of_it() -> None:
    breath = (TempoPhase("out", 4, Breath.OUT), TempoPhase("in", 8, Breath.IN))
    others = {"bridge": BRIDGE.form(Version.HARDER)}
    like = like_in(Segment("lift", 40, 40, phases=breath), ROWS[4], others)
    assert like is not None
    assert [phase.seconds for phase in like.phases] == [4, 2, 6]


def test_a_walk_is_a_cycle_and_has_no_pacer() -> None:
    walk = Exercise("walk", Place.STANDING, (), get_ready=5, segments=WALK.segments)
    ways = Ways(lambda _row: RowMotion(cycle_ms=1_150), {})
    assert preview_at(walk, 1_725, ways) == Preview(Cycling(0.5, 1), segment="warm-up")


def test_a_part_may_rest_with_the_breath() -> None:
    assert row_moment(RowMotion(), 3, 100, None, 0.5) == Holding(0.5, 3)
    assert moments(LONG, 4_000) == [Holding(1.0, 1)]


def test_a_breath_goes_from_out_to_in_in_few_steps() -> None:
    assert [breath_at(Breath.IN, share) for share in (0.0, 0.5, 1.0)] == [-1.0, 0.0, 1.0]
    assert [breath_at(Breath.OUT, share) for share in (0.0, 0.5, 1.0)] == [1.0, 0.0, -1.0]
    assert len({breath_at(Breath.IN, n / 1000) for n in range(1001)}) == 17


def test_a_turn_takes_its_way_and_then_stands() -> None:
    assert turning_at(5_000, 11_000, 0.0) == Turning(2, 0.5)
    assert turning_at(5_000, 14_000, 0.0) == Turning(2, 1.0)


def test_key_poses_of_reps_are_the_start_and_the_end_of_every_phase() -> None:
    assert stills(BRIDGE, WAYS) == (
        Preview(Ready()),
        Preview(Moving(0, 1.0), "up"),
        Preview(Moving(1, 1.0), "down"),
    )
    assert [still.side for still in stills(BUG, WAYS)] == [
        Side.LEFT,
        Side.LEFT,
        Side.LEFT,
        Side.RIGHT,
        Side.RIGHT,
    ]


def test_key_poses_of_a_hold_are_before_it_in_it_and_its_turns() -> None:
    assert [still.moment for still in stills(PLANK, WAYS)] == [Ready(), Holding()]
    turns = [still.moment for still in stills(PLANK, TURNS)]
    assert turns[2:] == [Turning(0, 1.0), Turning(1, 1.0)]


def test_key_poses_of_a_long_activity_are_those_of_its_parts() -> None:
    seen = [(still.segment, still.moment) for still in stills(LONG, WAYS)]
    assert seen == [
        ("rest", Ready(1)),
        ("roll", Ready(2)),
        ("lift", Ready(4)),
        ("lift", Moving(0, 1.0, 4)),
        ("lift", Moving(1, 1.0, 4)),
    ]


def test_the_phase_that_is_on_says_how_long_it_has_been() -> None:
    seen = [phase_at(BUG, ms) for ms in (0, 2_999, 3_000, 4_999)]
    assert seen == [(0, 0), (0, 2_999), (1, 0), (1, 1_999)]


def test_the_tempo_is_that_of_the_exercise() -> None:
    assert moving_at(BUG, 4_000) == Moving(1, 0.5, first=True)
