"""Made-up exercises, scripts and sessions, of every kind the app can come by."""

from hypothesis import strategies as st

from backplan_gui.core import engine
from backplan_gui.core.exercise import Breath, Exercise, Order, Place, Segment, TempoPhase
from backplan_gui.core.plan import Day, Dose, Each, Hold, Prescription, Reps, Side, Timed
from backplan_gui.core.script import Script, script_for
from backplan_gui.core.session import Command, Session
from backplan_gui.core.settings import GET_READY_EXTRAS, REST_EXTRAS, Pace, Settings

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
    )


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    """A day of one to three exercises, laid out with any settings."""
    wanted = draw(st.lists(doses, min_size=1, max_size=3))
    prescriptions = tuple(Prescription(f"exercise-{i}", dose) for i, dose in enumerate(wanted))
    known = {p.exercise: draw(exercises(p.exercise, p.dose)) for p in prescriptions}
    minutes = draw(st.none() | st.integers(1, 7))
    return script_for(Day(1, prescriptions), known, draw(settings), minutes=minutes)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """A session after any number of commands at any instants."""
    session = Session(draw(scripts()))
    now = draw(st.integers(0, 10**9))
    for _ in range(draw(st.integers(0, 25))):
        possible = sorted(engine.allowed(session) - {Command.END})
        command = Command.END if draw(st.integers(0, 30)) == 30 else None
        if command is None and possible:
            command = draw(st.sampled_from(possible))
        if command is None or command not in engine.allowed(session):
            break
        now += draw(st.integers(0, 90_000))
        try:
            session, _ = engine.apply(session, command, now)
        except engine.Held:
            continue
    return session
