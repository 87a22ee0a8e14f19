"""The diary over a real file: what was said comes back as the rules say it (safety.md 3)."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import engine
from backplan_gui.core.easing import After, Ease, Easier, Moment, during_offer
from backplan_gui.core.exercise import Version
from backplan_gui.core.offers import Choice, Start, Way, start_offer
from backplan_gui.core.pain import Asked, CheckIn, Light, Settled, Symptom
from backplan_gui.core.records import SafetyGroup, SessionKind, SessionRecord
from backplan_gui.core.rules import Kind
from backplan_gui.core.schedule import DayState, Week
from backplan_gui.core.script import StepKind
from backplan_gui.core.session import Command
from backplan_gui.core.starting import Answers, Situation
from backplan_gui.core.told import during_told
from backplan_gui.diary import Diary
from backplan_gui.journal import Journal
from backplan_gui.store.store import Store
from backplan_gui.ui.pain_words import told_line
from tests.fakes import FakeClock

WHOLE_MS, FIRST_SET_MS = 10**8, (20 + 42) * 1000


class Someone:
    """Who answers and exercises, from one day to the next."""

    def __init__(self, store: Store, content: Content) -> None:
        self.store, self.clock = store, FakeClock()
        self.journal = Journal(store, content, self.clock)
        line = partial(told_line, content=content)
        self.diary = Diary(store, self.clock, content.plan.id, line)
        self.journal.answer(SafetyGroup.NONE, (), checked=False)

    @property
    def week(self) -> Week:
        return self.journal.week()

    @property
    def today(self) -> str:
        return self.clock.local_date

    def waits(self, days: int = 1) -> None:
        """Midnight passes."""
        later = date.fromisoformat(self.today) + timedelta(days)
        self.clock.local_date = later.isoformat()

    def hears(self, pain: int | None, day: int | None = None, **said: object) -> Start:
        """What is offered for the next day, or another one."""
        return start_offer(self._at(day), Answers(pain, **said))  # type: ignore[arg-type]  # answers by name

    def answers(self, pain: int | None, way: Way = Way.REST, **said: object) -> Start:
        """Says it, and lets it be."""
        answer = Answers(pain, **said)  # type: ignore[arg-type]  # answers by name
        return self.diary.keep_start(self._at(None), answer, Choice(way), None)

    def does(
        self,
        before: int | None,
        after: int | None,
        during: tuple[int, ...] = (),
        *,
        day: int | None = None,
        kind: SessionKind = SessionKind.PLAN,
        ms: int = WHOLE_MS,
        ache: bool | None = None,
        **said: object,
    ) -> After:
        """Answers, does a session (all of it unless told otherwise), and answers again."""
        answer = Answers(before, **said)  # type: ignore[arg-type]  # answers by name
        at = self._at(day)
        record = self._new(at.day, kind)
        self.store.begin(record)
        chosen = start_offer(at, answer).offer.chosen
        self.diary.keep_start(at, answer, chosen, record.id)
        for number in during:
            self.diary.keep_during(record.id, number, ())
        self.record = self.ends(record, ms)
        return self.diary.keep_after(self.record, self.week, after, ache=ache)

    def ends(self, record: SessionRecord, ms: int = WHOLE_MS) -> SessionRecord:
        """Plays a session that is kept, for so long."""
        session = engine.apply(record.session, Command.START, 0)[0]
        session = engine.apply(session, Command.TICK, ms)[0]
        if session.is_open:
            session = engine.apply(session, Command.END, ms)[0]
        ended = self.clock.now().utc
        self.store.save(record.id, session, ended)
        return msgspec.structs.replace(record, session=session, ended=ended)

    def practises(self, exercise: str = "cat-cow") -> SessionRecord:
        record = self.journal.new_practice(exercise, Version.STANDARD)
        self.store.begin(record)
        return self.ends(record)

    def _at(self, day: int | None) -> Situation:
        return self.diary.situation(day or self.week.next_day or 1, self.week)

    def _new(self, day: int, kind: SessionKind) -> SessionRecord:
        if kind is SessionKind.GENTLE:
            return self.journal.new_gentle()
        return self.journal.new_session(day)


@pytest.fixture(scope="module")
def content() -> Content:
    return Content(resources.root())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "backplan.sqlite") as store:
        yield store


@pytest.fixture(params=["first round", "after another round"])
def someone(store: Store, content: Content, request: pytest.FixtureRequest) -> Someone:
    """Somebody new, or somebody whose first round went badly and is over."""
    one = Someone(store, content)
    if request.param == "after another round":
        for _ in range(3):
            one.does(3, 7, day=1, ms=FIRST_SET_MS)
            one.waits()
        one.answers(9, Way.CLOSE)
        one.diary.exclude("cat-cow", 1)
        assert one.hears(3).offer.kind is Kind.PLAN_PAUSED
        one.journal.start_again()
    return one


def kinds(start: Start) -> list[Kind]:
    return [start.offer.kind, *(note.kind for note in start.notes)]


def ways(start: Start) -> list[Way]:
    return [choice.way for choice in start.offer.choices]


# --- the start rules, from the record ---------------------------------------------------


@pytest.mark.parametrize(
    ("pain", "kind"),
    [
        (0, Kind.AS_WRITTEN),
        (3, Kind.AS_WRITTEN),
        (4, Kind.EASIER_FIRST),
        (5, Kind.EASIER_FIRST),
        (6, Kind.GENTLE_DAY),
        (7, Kind.GENTLE_DAY),
        (8, Kind.NOT_TODAY),
        (10, Kind.NOT_TODAY),
        (None, Kind.NO_NUMBERS),
    ],
)
def test_the_number_alone_decides_as_long_as_nothing_was_before(
    someone: Someone, pain: int | None, kind: Kind
) -> None:
    assert kinds(someone.hears(pain)) == [kind]


def test_yesterday_3_and_today_5_has_not_settled(someone: Someone) -> None:
    someone.does(3, 3)
    someone.waits()
    start = someone.hears(5)
    assert kinds(start) == [Kind.NOT_SETTLED, Kind.EASIER_FIRST]
    assert ways(start) == [Way.GENTLE, Way.WALK, Way.REST, Way.PLAN]
    assert start.offer.asks_signs


def test_yesterday_3_and_today_4_goes_on_easier_because_of_the_4(someone: Someone) -> None:
    someone.does(3, 3)
    someone.waits()
    start = someone.hears(4)
    assert kinds(start) == [Kind.EASIER_FIRST]
    assert start.offer.chosen == Choice(Way.EASIER)


def test_yesterday_1_and_today_3_that_did_not_settle(someone: Someone) -> None:
    someone.does(1, 2)
    someone.waits()
    assert kinds(someone.hears(3)) == [Kind.AS_WRITTEN]
    assert kinds(someone.hears(3, settled=Settled.YES)) == [Kind.AS_WRITTEN]
    assert kinds(someone.hears(3, settled=Settled.NO)) == [Kind.NOT_SETTLED]


def test_a_number_that_is_the_ache_of_muscles_is_no_rise(someone: Someone) -> None:
    someone.does(3, 3)
    someone.waits()
    assert someone.diary.asks_ache(someone.week, 5)
    assert not someone.diary.asks_ache(someone.week, 3)
    assert kinds(someone.hears(5, ache=True)) == [Kind.EASIER_FIRST]


def test_not_settled_twice_in_a_row_pauses_the_plan(someone: Someone) -> None:
    someone.does(3, 3)
    someone.waits()
    someone.answers(5)
    someone.waits()
    start = someone.hears(5)
    assert kinds(start)[0] is Kind.PLAN_PAUSED
    assert ways(start) == [Way.REST, Way.SIGNS, Way.DAY_ONE, Way.PLAN]


def test_answering_again_on_the_same_day_is_not_twice(someone: Someone) -> None:
    someone.does(3, 3)
    someone.waits()
    someone.answers(5)
    assert kinds(someone.hears(5))[0] is Kind.NOT_SETTLED
    someone.answers(6)
    assert kinds(someone.hears(3)) == [Kind.AS_WRITTEN]


def test_ending_higher_makes_the_next_session_easier_first(someone: Someone) -> None:
    someone.does(1, 4)
    someone.waits()
    start = someone.hears(2)
    assert kinds(start) == [Kind.EASIER_AFTER_UP]
    assert start.offer.version is Version.EASIER


def test_ending_higher_three_times_pauses_the_plan(someone: Someone) -> None:
    for _ in range(2):
        someone.does(2, 6, day=1)
        someone.waits(2)
    assert Kind.PLAN_PAUSED not in kinds(someone.hears(2))
    someone.does(2, 6, day=1)
    someone.waits(2)
    start = someone.hears(2)
    assert start.offer.kind is Kind.PLAN_PAUSED
    assert start.offer.version is Version.EASIER


def test_after_a_paused_plan_the_new_round_is_free_of_it(someone: Someone) -> None:
    for _ in range(3):
        someone.does(2, 6, day=1)
        someone.waits()
    someone.journal.start_again()
    assert kinds(someone.hears(2)) == [Kind.AS_WRITTEN]
    assert someone.diary.past(someone.week) == ()


def test_two_rises_offer_the_day_again_or_rest_until_a_day_has_gone_by(someone: Someone) -> None:
    someone.does(2, 3)
    someone.waits()
    after = someone.does(2, 3)
    assert [note.kind for note in after.mentions] == [Kind.TWO_RISES]
    someone.waits()
    start = someone.hears(2)
    assert kinds(start) == [Kind.TWO_RISES]
    assert start.offer.choices[0] == Choice(Way.REPEAT, 2)
    assert ways(start)[1:] == [Way.REST, Way.PLAN]
    someone.waits()
    assert kinds(someone.hears(2)) == [Kind.AS_WRITTEN]


def test_one_rise_or_the_ache_of_muscles_is_no_rise_twice(someone: Someone) -> None:
    someone.does(2, 3)
    someone.waits()
    someone.does(2, 3, ache=True)
    someone.waits()
    assert kinds(someone.hears(2)) == [Kind.AS_WRITTEN]


@pytest.mark.parametrize(
    ("missed", "kind"),
    [
        (0, Kind.AS_WRITTEN),
        (2, Kind.AS_WRITTEN),
        (3, Kind.GAP),
        (6, Kind.GAP),
        (7, Kind.LONG_GAP),
        (8, Kind.LONG_GAP),
    ],
)
def test_days_away_are_counted_from_the_last_done_day(
    someone: Someone, missed: int, kind: Kind
) -> None:
    someone.does(2, 2)
    someone.waits(missed + 1)
    start = someone.hears(2)
    assert kinds(start) == [kind]
    assert start.missed == missed


def test_a_session_or_a_gentle_day_is_no_day_away(someone: Someone) -> None:
    someone.does(2, 2)
    someone.waits(2)
    someone.does(6, 6, kind=SessionKind.GENTLE)
    someone.waits(2)
    assert someone.hears(2).missed == 2
    assert kinds(someone.hears(2)) == [Kind.AS_WRITTEN]


def test_a_second_day_on_one_date_is_said_and_not_held_back(someone: Someone) -> None:
    someone.does(2, 2)
    start = someone.hears(2)
    assert kinds(start) == [Kind.AS_WRITTEN, Kind.ONE_A_DAY]
    assert start.offer.timer
    assert kinds(someone.hears(2, 1)) == [Kind.AS_WRITTEN], "the stretches at any time"
    someone.waits()
    assert kinds(someone.hears(2)) == [Kind.AS_WRITTEN]


def test_the_same_day_on_three_dates_is_stuck_the_fourth_time(someone: Someone) -> None:
    for _ in range(3):
        assert Kind.STUCK not in kinds(someone.hears(2, 1))
        someone.does(2, 2, day=1, ms=FIRST_SET_MS)
        someone.waits()
    start = someone.hears(2, 1)
    assert start.offer.kind is Kind.STUCK
    assert [c.way for c in start.offer.choices] == [
        Way.EASIER, Way.REPEAT, Way.REPEAT, Way.STANDARD,
    ]  # fmt: skip
    assert start.offer.chosen == Choice(Way.STANDARD)


@pytest.mark.parametrize("day", [4, 6, 7])
def test_a_bigger_day_with_4_or_more_offers_an_easy_one_first(someone: Someone, day: int) -> None:
    start = someone.hears(4, day)
    assert start.offer.kind is Kind.BIGGER_DAY
    assert start.offer.chosen == Choice(Way.EASIER)
    assert kinds(someone.hears(3, day)) == [Kind.AS_WRITTEN]


def test_a_bigger_day_after_a_session_that_ended_higher(someone: Someone) -> None:
    someone.does(1, 4)
    someone.waits()
    assert kinds(someone.hears(1, 4))[0] is Kind.BIGGER_DAY


def test_something_new_in_the_legs_comes_before_all_numbers(someone: Someone) -> None:
    start = someone.hears(9, legs=True)
    assert start.offer.kind is Kind.NEW_IN_LEGS
    assert not start.offer.timer
    assert someone.hears(None, legs=True).offer.kind is Kind.NEW_IN_LEGS


def test_who_was_checked_begins_easier(someone: Someone) -> None:
    someone.journal.answer(SafetyGroup.CHECKED, (), checked=True)
    start = someone.hears(2)
    assert kinds(start) == [Kind.CHECKED_EASIER]
    assert start.offer.chosen == Choice(Way.EASIER)


@pytest.mark.parametrize(
    ("group", "kind"),
    [
        (SafetyGroup.EMERGENCY, Kind.EMERGENCY),
        (SafetyGroup.CHECKED, Kind.CHECK_FIRST),
        (SafetyGroup.ASK, Kind.OK_FIRST),
    ],
)
def test_a_warning_sign_lets_no_timer_start(
    someone: Someone, group: SafetyGroup, kind: Kind
) -> None:
    someone.journal.answer(group, (), checked=False)
    start = someone.hears(0)
    assert kinds(start) == [kind]
    assert not start.offer.timer


def test_pain_relief_is_noted_and_changes_nothing(someone: Someone) -> None:
    assert kinds(someone.hears(4, medicine=True)) == [Kind.EASIER_FIRST, Kind.MEDICINE]


def test_without_questions_only_the_calendar_speaks(someone: Someone) -> None:
    someone.does(1, 6)
    someone.waits(5)
    at = someone.diary.situation(2, someone.week, questions=False)
    assert kinds(start_offer(at, Answers(9))) == [Kind.GAP]


# --- what an end says -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (4, 5, Kind.FINE),
        (5, 6, Kind.UP),
        (1, 3, Kind.FINE),
        (1, 4, Kind.UP),
        (3, 4, Kind.FINE),
        (0, 0, Kind.FINE),
    ],
)
def test_the_number_at_the_end_says_fine_or_up(
    someone: Someone, before: int, after: int, kind: Kind
) -> None:
    said = someone.does(before, after)
    assert said.fired is not None
    assert said.fired.kind is kind
    assert said.asks_ache is (after > before)


def test_3_then_4_then_4_is_amber_on_the_way_and_fine_after(someone: Someone) -> None:
    assert during_offer(Moment(3, 4)).light is Light.AMBER
    said = someone.does(3, 4, during=(4,))
    assert said.fired is not None
    assert said.fired.kind is Kind.FINE
    assert not said.mentions


@pytest.mark.parametrize(("after", "kind"), [(6, Kind.FINE), (5, Kind.FINE), (7, Kind.UP)])
def test_a_gentle_day_is_only_compared_with_its_own_start(
    someone: Someone, after: int, kind: Kind
) -> None:
    said = someone.does(6, after, kind=SessionKind.GENTLE)
    assert said.fired is not None
    assert said.fired.kind is kind


def test_three_easy_sessions_in_a_row_mention_the_harder_versions(someone: Someone) -> None:
    for _ in range(2):
        assert not someone.does(2, 2).mentions
        someone.waits()
    assert [note.kind for note in someone.does(1, 1).mentions] == [Kind.READY]


def test_a_session_ended_before_a_set_was_done_is_not_an_easy_one(someone: Someone) -> None:
    for ms in (WHOLE_MS, WHOLE_MS, 1_000):
        said = someone.does(2, 2, ms=ms)
        someone.waits()
    assert not said.mentions


def test_a_red_moment_on_the_way_takes_that_back(someone: Someone) -> None:
    for during in ((), (6, 2), ()):
        said = someone.does(2, 2, during=during)
        someone.waits()
    assert not said.mentions


def test_day_7_done_ends_the_plan_and_half_of_it_does_not(someone: Someone) -> None:
    for day in range(1, 7):
        someone.journal.mark(day, True)
    assert not someone.does(4, 4, ms=FIRST_SET_MS).mentions
    assert [note.kind for note in someone.does(4, 4).mentions] == [Kind.WEEK_DONE]


# --- what is kept -----------------------------------------------------------------------


@pytest.fixture
def anybody(store: Store, content: Content) -> Someone:
    """Somebody new."""
    return Someone(store, content)


def lines(someone: Someone) -> list[tuple[str, str]]:
    return [(line.rule, line.line) for line in someone.diary.log()]


def test_an_answer_is_kept_with_all_that_was_said(anybody: Someone) -> None:
    anybody.does(3, 3)
    anybody.waits()
    anybody.does(5, 4, settled=Settled.NO, medicine=True, ache=None)
    first, second, third, fourth = anybody.store.check_ins()
    assert (first.asked, first.pain, second.asked, second.pain) == (
        Asked.BEFORE,
        3,
        Asked.AFTER,
        3,
    )
    assert (third.session, third.local_date) == (anybody.record.id, "2026-11-25")
    assert (third.pain, third.settled, third.medicine, third.legs, third.ache) == (
        5,
        Settled.NO,
        True,
        False,
        False,
    )
    assert (fourth.pain, fourth.asked, fourth.session) == (4, Asked.AFTER, anybody.record.id)


def test_a_box_that_was_ticked_is_kept_though_the_signs_were_read_since(anybody: Someone) -> None:
    at = anybody.diary.situation(1, anybody.week)
    anybody.diary.keep_start(at, Answers(2), Choice(Way.PLAN), None, legs=True)
    (kept,) = anybody.store.check_ins()
    assert kept.legs


def test_an_answer_after_which_nothing_began_is_kept_without_a_session(anybody: Someone) -> None:
    anybody.answers(9, Way.CLOSE)
    (kept,) = anybody.store.check_ins()
    assert (kept.session, kept.pain) == (None, 9)
    assert lines(anybody) == [("R3", "Day 1: pain 9. Not today.")]


def test_the_plan_as_written_leaves_no_line(anybody: Someone) -> None:
    anybody.does(2, 2)
    assert lines(anybody) == []


def test_every_rule_that_fires_at_the_start_leaves_one_line(anybody: Someone) -> None:
    anybody.does(3, 3)
    anybody.does(5, 5, medicine=True)
    assert lines(anybody) == [
        ("R10", "Day 2: pain 5. Chose: Gentle day."),
        ("R3", "Day 2: pain 5. The easier versions come first."),
        ("R13", "Day 2: pain 5. A day was done before on this date."),
        ("R16", "Day 2: pain 5. Took pain relief before."),
    ]
    assert {line.session for line in anybody.diary.log()} == {anybody.record.id}
    assert len(anybody.diary.log(anybody.record.id)) == 4


def test_a_number_meanwhile_is_kept_and_its_line(anybody: Someone) -> None:
    record = anybody.journal.new_session(4)
    anybody.store.begin(record)
    at = Moment(3, 5, easier=Easier.THERE)
    told = during_told(during_offer(at), at, 4, "side-plank", Ease.EASIER)
    anybody.diary.keep_during(record.id, 5, told)
    (kept,) = anybody.store.check_ins()
    assert (kept.asked, kept.pain, kept.session) == (Asked.DURING, 5, record.id)
    assert lines(anybody) == [
        ("R4", "Day 4, Side Plank: pain 3, then 5. Took the easier version."),
    ]


def test_a_symptom_without_a_number_leaves_only_its_line(anybody: Someone) -> None:
    record = anybody.journal.new_session(4)
    anybody.store.begin(record)
    at = Moment(3, None, symptom=Symptom.SPREADING)
    told = during_told(during_offer(at), at, 4, "bird-dog", Ease.SKIP)
    anybody.diary.keep_during(record.id, None, told)
    assert anybody.store.check_ins() == ()
    assert lines(anybody) == [
        ("R6", "Day 4, Bird Dog: pain 3; spreading down a leg. Went on to the next exercise."),
    ]


def test_what_is_green_is_kept_as_a_number_only(anybody: Someone) -> None:
    record = anybody.journal.new_session(1)
    anybody.store.begin(record)
    at = Moment(3, 3)
    told = during_told(during_offer(at), at, 1, "cat-cow", Ease.CARRY_ON)
    anybody.diary.keep_during(record.id, 3, told)
    assert [c.pain for c in anybody.store.check_ins()] == [3]
    assert lines(anybody) == []


def test_the_end_leaves_a_line_with_all_three_numbers(anybody: Someone) -> None:
    anybody.does(3, 6, during=(4, 5))
    assert lines(anybody) == [("R8", "Day 1: pain 3, then 5, then 6.")]
    anybody.does(6, 7, kind=SessionKind.GENTLE)
    assert lines(anybody)[-2:] == [
        ("R8", "Gentle day: pain 6, then 7."),
        ("R9", "Gentle day: pain 6, then 7. A little more, two times in a row."),
    ]


def test_what_is_only_mentioned_leaves_a_line_too(anybody: Someone) -> None:
    for _ in range(3):
        anybody.does(1, 1)
        anybody.waits()
    assert lines(anybody) == [
        ("R15", "Day 3: pain 1, then 1. A harder version was mentioned."),
    ]


def test_a_fine_end_leaves_none(anybody: Someone) -> None:
    anybody.does(3, 4)
    assert lines(anybody) == []


def test_the_number_before_is_that_of_this_session(anybody: Someone) -> None:
    anybody.does(3, 5)
    first = anybody.record.id
    anybody.does(None, None)
    assert anybody.diary.before_of(first) == 3
    assert anybody.diary.before_of(anybody.record.id) is None
    assert anybody.diary.before_of("no such session") is None


def test_an_end_can_be_asked_without_being_kept(anybody: Someone) -> None:
    anybody.does(1, 2)
    before = anybody.store.check_ins()
    said = anybody.diary.after(anybody.record, anybody.week, 6)
    assert said.fired is not None
    assert said.fired.kind is Kind.UP
    assert anybody.store.check_ins() == before
    assert anybody.diary.after(anybody.record, anybody.week, 6, ache=True).fired is None


# --- asked only when there is something to ask ------------------------------------------


def test_whether_it_settled_is_asked_after_a_session_of_an_earlier_date_and_once(
    someone: Someone,
) -> None:
    assert not someone.diary.asks_settled(someone.week)
    someone.does(2, 3)
    assert not someone.diary.asks_settled(someone.week), "it was today"
    someone.waits()
    assert someone.diary.asks_settled(someone.week)
    someone.answers(2, settled=Settled.YES)
    assert not someone.diary.asks_settled(someone.week)


def test_a_new_round_asks_nothing_about_the_old_one(anybody: Someone) -> None:
    anybody.does(2, 3)
    anybody.waits()
    anybody.journal.start_again()
    assert not anybody.diary.asks_settled(anybody.week)
    assert not anybody.diary.asks_ache(anybody.week, 9)


# --- practice, and sessions that were left ----------------------------------------------


def test_practice_never_counts(someone: Someone) -> None:
    someone.does(2, 2)
    someone.waits()
    someone.practises()
    someone.waits(3)
    assert len(someone.diary.past(someone.week)) == 1
    assert someone.hears(2).missed == 3
    assert someone.diary.asks_settled(someone.week)


def test_practice_stands_not_between_two_rises(someone: Someone) -> None:
    someone.does(2, 3)
    someone.practises()
    someone.waits()
    someone.does(2, 3)
    someone.practises()
    someone.waits()
    assert kinds(someone.hears(2)) == [Kind.TWO_RISES]


def test_a_session_that_was_left_unfinished_was_held_all_the_same(someone: Someone) -> None:
    record = someone.journal.new_session(1)
    someone.store.begin(record)
    someone.diary.keep_start(
        someone.diary.situation(1, someone.week), Answers(3), Choice(Way.PLAN), record.id
    )
    someone.waits()
    assert someone.diary.asks_settled(someone.week)
    assert someone.hears(5).offer.kind is Kind.NOT_SETTLED


def test_exercises_ended_because_easier_was_too_much_are_seen_in_the_log(anybody: Someone) -> None:
    record = anybody.journal.new_session(1)
    anybody.store.begin(record)
    at = Moment(2, 6, easier=Easier.SWITCHED)
    told = during_told(during_offer(at), at, 1, "cat-cow", Ease.SKIP)
    anybody.diary.keep_during(record.id, 6, told)
    anybody.ends(record)
    (one,) = anybody.diary.past(anybody.week)
    assert (one.red_ended, one.during, one.red) == (1, 6, True)


# --- what is left out (R6) --------------------------------------------------------------


def test_what_is_left_out_is_in_no_new_session_and_the_day_is_done_without(
    someone: Someone,
) -> None:
    round = someone.week.round
    someone.diary.exclude("cat-cow", round)
    assert someone.diary.excluded(round) == {"cat-cow"}
    record = someone.journal.new_session(1)
    assert {step.exercise for step in record.session.script} == {"childs-pose", "pelvic-tilts"}
    someone.does(2, 2)
    assert someone.week.day(1).state is DayState.DONE
    assert someone.week.next_day == 2


def test_what_is_left_out_is_in_no_gentle_day_either(someone: Someone) -> None:
    someone.diary.exclude("cat-cow", someone.week.round)
    script = someone.journal.new_gentle().session.script
    assert {step.exercise for step in script} == {"childs-pose", "pelvic-tilts"}


def test_who_names_an_exercise_that_is_left_out_gets_it(someone: Someone) -> None:
    """Nothing locks: the person decides (PRODUCT.md 2.2)."""
    someone.diary.exclude("foam-rolling", someone.week.round)
    script = someone.journal.new_session(5, "foam-rolling").session.script
    assert {step.exercise for step in script} == {"foam-rolling"}


def test_what_is_left_out_on_the_way_counts_in_no_figure_of_a_gentle_day(someone: Someone) -> None:
    record = someone.journal.new_gentle()
    someone.store.begin(record)
    session = engine.apply(record.session, Command.START, 0)[0]
    session = engine.apply(session, Command.LEAVE_OUT, 1_000)[0]
    session = engine.apply(session, Command.TICK, WHOLE_MS)[0]
    hurt = record.session.step.exercise
    someone.diary.exclude(hurt, someone.week.round)
    view = someone.journal.outcome(msgspec.structs.replace(record, session=session))
    assert (view.sets_done, view.sets, view.left_out) == (2, 2, (hurt,))


def test_parts_that_are_left_out_are_not_left_to_do(someone: Someone) -> None:
    someone.diary.exclude("foam-rolling", someone.week.round)
    record = someone.journal.new_session(5, "gentle-yoga")
    someone.store.begin(record)
    view = someone.journal.outcome(someone.ends(record))
    assert (view.part, view.parts_left) == ("gentle-yoga", 1)


def test_all_that_was_left_out_can_come_back(someone: Someone) -> None:
    round = someone.week.round
    for exercise in ("cat-cow", "childs-pose"):
        someone.diary.exclude(exercise, round)
    someone.does(2, 2)
    assert someone.week.day(1).state is DayState.DONE
    someone.diary.include_all(round)
    assert someone.diary.excluded(round) == frozenset()
    assert someone.week.day(1).state is DayState.STARTED
    left = [s for s in someone.journal.new_session(1).session.script if s.kind is StepKind.WORK]
    assert {step.exercise for step in left} == {"childs-pose", "cat-cow"}


def test_another_round_has_everything_again(anybody: Someone) -> None:
    anybody.diary.exclude("cat-cow", 1)
    anybody.journal.start_again()
    assert anybody.diary.excluded(2) == frozenset()
    script = anybody.journal.new_session(1).session.script
    assert "cat-cow" in {step.exercise for step in script}


def test_every_answer_has_an_id_and_an_instant_of_its_own(anybody: Someone) -> None:
    anybody.does(3, 3, during=(3, 3))
    kept: tuple[CheckIn, ...] = anybody.store.check_ins()
    assert len({one.id for one in kept}) == len({one.at for one in kept}) == 4
