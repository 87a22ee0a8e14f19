"""From a wish to a session: the warning signs, the question about pain, and what begins then."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from .asking import Asking, Going, Wanted
from .core.away import ran_until
from .core.exercise import Version
from .core.records import SafetyGroup, SessionKind, SessionRecord
from .front import Front
from .gate import Gate
from .home import Home
from .playing import Playing


class Beginning(QObject):
    """Begins what is asked for, once what has to be asked before it is answered."""

    def __init__(
        self, front: Front, home: Home, gate: Gate, asking: Asking, playing: Playing
    ) -> None:
        super().__init__()
        self._front, self._journal, self._home = front, front.journal, home
        self._gate, self._asking, self._playing = gate, asking, playing
        gate.checked.connect(playing.ease_off)

    def start(self, day: int, exercise: str, minutes: int) -> None:
        """Start a day, or one exercise of it, perhaps for so many minutes."""
        self._want(Wanted(day, exercise, minutes))

    def start_over(self, day: int) -> None:
        """Start all of a day, whatever was done before."""
        self._want(Wanted(day, whole=True))

    def take_up(self) -> None:
        """Go on with the unfinished session."""
        self._gate.when_passed(self._take_up)

    def try_out(self, exercise: str, version: str) -> None:
        """An exercise for its own sake: timed and kept, and part of no day."""
        self._gate.when_passed(partial(self._practise, exercise, Version(version)))

    def go(self, going: Going) -> None:
        """What was chosen after the question."""
        if going.asks_signs:
            begin, keep = partial(self._begin, going), partial(self._keep_alone, going)
            self._gate.ask_before(begin, back_to="day", otherwise=keep, why=going.why)
        else:
            self._begin(going)

    def rest(self, said: str) -> None:
        """No session today: home, with a word."""
        self._home.show("day")
        self._home.say(said)

    def _want(self, wanted: Wanted) -> None:
        self._gate.when_passed(partial(self._ask, wanted))

    def _ask(self, wanted: Wanted) -> None:
        """Ask how strong the pain is, unless the person wants no questions (R17)."""
        if self._journal.settings.questions:
            self._asking.ask_before(wanted)
            self._home.bring("pain")
        else:
            self._begin(Going(wanted, easier=self._is_checked))

    def _begin(self, going: Going) -> None:
        unfinished = self._journal.unfinished() if going.wanted.taken_up else None
        if unfinished is not None and going.kind is SessionKind.PLAN and not going.easier:
            self._front.attempt(partial(going.keep, unfinished.id))
            self._playing.take_up(unfinished)
            self._playing.go_on()
            return
        if going.new_round and not self._front.attempt(self._journal.start_again):
            return
        if not self._front.attempt(self._journal.end_unfinished):
            return
        record = self._record_of(going)
        if self._playing.begin(record):
            self._front.attempt(partial(going.keep, record.id))
            self._home.todays.clear(going.wanted.day)
            self._playing.show()

    def _keep_alone(self, going: Going) -> None:
        """No session follows for now: the answer is kept without one."""
        self._front.attempt(partial(going.keep, None))

    def _record_of(self, going: Going) -> SessionRecord:
        wanted, today = going.wanted, self._home.todays.of(going.wanted.day)
        if going.kind is SessionKind.GENTLE:
            return self._journal.new_gentle(today)
        return self._journal.new_session(
            wanted.day,
            wanted.exercise,
            wanted.minutes,
            whole=wanted.whole,
            easier=going.easier,
            today=today,
        )

    def _practise(self, exercise: str, version: Version) -> None:
        if not self._front.attempt(self._journal.end_unfinished):
            return
        if self._playing.begin(self._journal.new_practice(exercise, version)):
            self._playing.show()

    def _take_up(self) -> None:
        """Go on; on another day than it began, after the question of every session."""
        record = self._journal.unfinished()
        if record is None:
            return
        today = record.local_date == self._journal.today
        if today or record.kind is not SessionKind.PLAN or record.day is None:
            self._playing.take_up(record)
            if self._is_checked_since(record):
                self._playing.ease_off()
            self._playing.go_on()
        else:
            self._ask(Wanted(record.day, taken_up=True))

    @property
    def _is_checked(self) -> bool:
        """Somebody has looked at the person, who goes on in the easier versions then (R2)."""
        answer = self._journal.last_answer
        return answer is not None and answer.group is SafetyGroup.CHECKED

    def _is_checked_since(self, record: SessionRecord) -> bool:
        """The same, since the session last ran."""
        answer = self._journal.last_answer
        if answer is None or not self._is_checked:
            return False
        return ran_until(record) < round(datetime.fromisoformat(answer.at).timestamp() * 1000)
