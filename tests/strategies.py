"""Made-up exercises, scripts and sessions, of every kind the app can come by."""

from collections.abc import Mapping
from typing import NamedTuple

from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.exercise import (
    Bouts,
    Breath,
    Exercise,
    Order,
    Place,
    Segment,
    TempoPhase,
    Variant,
    Version,
)
from backplan_gui.core.plan import Day, Dose, Each, Hold, Prescription, Reps, Side, Timed
from backplan_gui.core.script import Script, script_for
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import GET_READY_EXTRAS, REST_EXTRAS, Pace, Settings
from backplan_gui.core.switching import NewForm

phases = st.builds(
    TempoPhase,
    id=st.sampled_from(("lift", "hold", "lower")),
    seconds=st.integers(1, 5),
    breath=st.sampled_from(Breath),
)

settings = st.builds(
    Settings,
    get_ready_extra=st.sampled_from(GET_READY_EXTRAS),
    rest_extra=st.sampled_from(REST_EXTRAS),
    pace=st.sampled_from(Pace),
    first_side=st.sampled_from(Side),
    fewer_changes=st.booleans(),
)

each = st.none() | st.sampled_from(Each)
sets = st.integers(1, 3)
doses: st.SearchStrategy[Dose] = st.one_of(
    st.builds(Hold, seconds=st.integers(1, 60), sets=sets, each=each),
    st.builds(Reps, count=st.integers(1, 12), sets=sets, each=each),
    st.tuples(st.integers(1, 4), st.integers(0, 3)).map(lambda m: Timed(m[0], m[0] + m[1])),
)


@st.composite
def segments(draw: st.DrawFn, dose: Timed) -> tuple[Segment, ...]:
    """One to four rows that add up to the dose; the last one takes what is left."""
    lows = draw(st.lists(st.integers(1, 15), max_size=3))
    lows.append(60 * dose.low - sum(lows))
    longest = len(lows) - 1
    return tuple(
        Segment(
            id=f"part-{i}",
            low=low,
            high=low + 60 * (dose.high - dose.low) * (i == longest),
            change=draw(st.booleans()),
            side=draw(st.none() | st.sampled_from(Side)),
            fills=i == longest,
            extends=i == longest,
        )
        for i, low in enumerate(lows)
    )


def variants(dose: Dose) -> st.SearchStrategy[Variant]:
    """A version that differs in anything a version may differ in."""
    time, reps = st.none() | st.integers(0, 20), isinstance(dose, Reps)
    tempo = st.lists(phases, min_size=1, max_size=3).map(tuple)
    bouts = st.builds(Bouts, seconds=st.integers(1, 20), rest=st.integers(1, 10))
    return st.builds(
        Variant,
        place=st.none() | st.sampled_from(Place),
        get_ready=time,
        rest=time,
        change=time,
        enter=time,
        leave=time,
        phases=st.none() | tempo if reps else st.none(),
        bouts=st.none() | bouts if isinstance(dose, Hold) else st.none(),
    )


@st.composite
def exercises(draw: st.DrawFn, name: str, dose: Dose) -> Exercise:
    """An exercise that can be done at that dose."""
    times = st.integers(0, 20)
    order = None
    if not isinstance(dose, Timed) and dose.each:
        order = draw(st.sampled_from(Order))
        if isinstance(dose, Hold) and order is Order.ALTERNATE:
            order = Order.SET
    return Exercise(
        id=name,
        place=draw(st.sampled_from(Place)),
        equipment=(),
        get_ready=draw(times),
        rest=draw(times),
        change=draw(times),
        enter=draw(times),
        leave=draw(times),
        order=order,
        phases=tuple(draw(st.lists(phases, min_size=isinstance(dose, Reps), max_size=3))),
        segments=draw(segments(dose)) if isinstance(dose, Timed) else (),
        easier=draw(variants(dose)),
        harder=draw(st.none() | variants(dose)),
        no_floor=draw(st.none() | variants(dose)),
    )


class Laid(NamedTuple):
    """A day laid out, and what it was laid out from."""

    script: Script
    exercises: Mapping[str, Exercise]
    settings: Settings

    def form(self, session: Session, version: Version) -> NewForm:
        """A version of the exercise that is on."""
        return NewForm(self.exercises[session.step.exercise], version, self.settings)


@st.composite
def days(draw: st.DrawFn) -> Laid:
    """A day of one to three exercises, laid out with any settings, in any versions."""
    wanted = draw(st.lists(doses, min_size=1, max_size=3))
    prescriptions = tuple(Prescription(f"exercise-{i}", dose) for i, dose in enumerate(wanted))
    known = {p.exercise: draw(exercises(p.exercise, p.dose)) for p in prescriptions}
    minutes = draw(st.none() | st.integers(1, 7))
    versions = draw(st.dictionaries(st.sampled_from(sorted(known)), st.sampled_from(Version)))
    chosen = draw(settings)
    day = Day(1, prescriptions)
    script = script_for(day, known, chosen, minutes=minutes, versions=versions)
    return Laid(script, known, chosen)


def scripts() -> st.SearchStrategy[Script]:
    """The script of such a day."""
    return days().map(lambda laid: laid.script)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session after any number of commands at any instants."""
    laid = draw(days())
    session = Session(laid.script)
    now = draw(st.integers(0, 10**9))
    for _ in range(draw(st.integers(0, 25))):
        possible = sorted(engine.allowed(session) - {Command.END})
        command = Command.END if draw(st.integers(0, 30)) == 30 else None
        if command is None and possible:
            command = draw(st.sampled_from(possible))
        if command is None or command not in engine.allowed(session):
            break
        now += draw(st.integers(0, 90_000))
        new = laid.form(session, draw(st.sampled_from(Version)))
        try:
            session, _ = engine.apply(session, command, now, new)
        except engine.Held:
            continue
        except engine.NotAllowed:
            assert command is Command.VERSION
    return session
