"""The pages that ask about pain before and after a session (content/safety.md 2.1 and 3)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.content import Content
from backplan_gui.core.pain import Settled
from backplan_gui.ui.main_window import MainWindow
from backplan_gui.ui.pain_form import PainAnswer
from backplan_gui.ui.pain_offer import OfferCard, OfferView
from backplan_gui.ui.pain_page import PainPage
from backplan_gui.ui.pain_parts import Question
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.button import Button
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.pain_scale import PainTile
from backplan_gui.ui.widgets.tick_card import TickCard

from .seeing import clipped, controls, grow, name_of, press, settle, show, tab_order, words_on

Key = Qt.Key
EASIER = OfferView(
    5,
    "The easier versions come first",
    "Same plan, same count. You can switch to the standard one at any time.",
    (("easier", "Easier"), ("standard", "Standard")),
    "easier",
)
GENTLE = OfferView(
    6,
    "A gentle day would fit better",
    "Day 1 in its easier form, one set each, or a short walk, or rest. Your day waits.",
    (
        ("gentle", "Gentle day"),
        ("walk", "Short walk"),
        ("rest", "Rest"),
        ("anyway", "Do the day anyway"),
    ),
    notes=("The number may read lower.",),
)
NOT_TODAY = OfferView(
    8,
    "Not today",
    "Change position often, walk a little, use warmth if you like, breathe slowly. If it stays"
    " this strong, call a doctor; sooner if a warning sign fits.",
    signs=True,
)
LEGS, MEDICINE, SILENT = (
    "Anything new in your legs",
    "I took pain relief today",
    "Prefer not to say",
)
ZERO = "0, no pain"


class Desk:
    """The page in its window, a hand on the keys, and all that it told."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.now = 0
        self.window = MainWindow(theme)
        self.window.furnish(QWidget(), QWidget())
        self.page = PainPage(theme, self._time)
        self.window.add_page("pain", self.page, alone=True)
        self.told: list[object] = []
        page = self.page
        for signal in (
            page.answered,
            page.legs_ticked,
            page.medicine_ticked,
            page.settled_chosen,
            page.ache_chosen,
            page.choice_made,
        ):
            signal.connect(self.told.append)
        page.skipped.connect(self._on_skipped)
        page.continue_asked.connect(self._on_continue)
        page.back_asked.connect(self._on_back)
        page.signs_asked.connect(self._on_signs)
        show(qtbot, self.window)
        self.window.show_page("pain")
        page.open_before("Day 1")
        settle()

    def _time(self) -> int:
        return self.now

    def _on_skipped(self) -> None:
        self.told.append("skipped")

    def _on_continue(self) -> None:
        self.told.append("continue")

    def _on_back(self) -> None:
        self.told.append("back")

    def _on_signs(self) -> None:
        self.told.append("signs")

    def key(self, *keys: Key) -> None:
        """Press keys, one after the other, as the window system does."""
        handle = self.window.windowHandle()
        assert handle is not None
        for key in keys:
            QTest.keyClick(handle, key)
            settle()

    @property
    def scroll(self) -> QScrollArea:
        return self.page.findChildren(QScrollArea)[0]

    @property
    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return name_of(widget) if widget else ""


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    desk = Desk(qtbot, theme)
    yield desk
    desk.window.close()


def chosen(page: PainPage) -> list[int]:
    return [tile.number for tile in page.findChildren(PainTile) if tile.isChecked()]


def can_go_on(page: PainPage, name: str = "Continue") -> bool:
    return name in controls(page)


# --- the number -------------------------------------------------------------------------


def test_one_number_and_enter_are_enough(desk: Desk) -> None:
    assert desk.focused == ZERO
    desk.key(Key.Key_3, Key.Key_Return)
    assert desk.told == [3, "continue"]
    assert desk.page.answer == PainAnswer(3, False, None, False, None)


def test_without_an_answer_there_is_no_way_on(desk: Desk) -> None:
    assert not can_go_on(desk.page)
    desk.key(Key.Key_Return)
    assert not desk.told
    press(desk.page, ZERO)
    assert can_go_on(desk.page)


def test_a_zero_soon_after_a_one_makes_ten(desk: Desk) -> None:
    desk.key(Key.Key_1)
    desk.now += 500
    desk.key(Key.Key_0)
    assert desk.told == [1, 10]
    assert chosen(desk.page) == [10]
    assert desk.focused == "10, the worst pain you can imagine"


def test_arrows_move_and_stop_at_the_ends(desk: Desk) -> None:
    desk.key(Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Left)
    assert desk.told == [0, 1, 0]
    assert desk.focused == ZERO


def test_digits_choose_wherever_the_keyboard_is(desk: Desk) -> None:
    press(desk.page, LEGS)
    box = controls(desk.page)[LEGS]
    box.setFocus()
    desk.key(Key.Key_4)
    assert desk.told == [True, 4]
    assert desk.focused == "4"


def test_enter_presses_the_button_that_has_the_keyboard(desk: Desk) -> None:
    desk.key(Key.Key_3)
    controls(desk.page)["Back"].setFocus()
    desk.key(Key.Key_Return)
    assert desk.told == [3, "back"]


def test_enter_on_a_box_goes_on_and_space_ticks_it(desk: Desk) -> None:
    desk.key(Key.Key_3)
    controls(desk.page)[MEDICINE].setFocus()
    desk.key(Key.Key_Space, Key.Key_Return)
    assert desk.told == [3, True, "continue"]


def test_the_keys_at_the_foot_do_what_they_say(desk: Desk) -> None:
    desk.key(Key.Key_L, Key.Key_L, Key.Key_W)
    assert desk.told == [True, False, "signs"]
    line = [w for w in words_on(desk.page) if w in ("choose", "for ten", "continue")]
    assert line == ["choose", "for ten", "continue"]


def test_a_question_mark_is_still_the_windows(desk: Desk) -> None:
    asked: list[bool] = []
    desk.window.keys_asked.connect(lambda: asked.append(True))
    desk.key(Key.Key_Question)
    assert asked == [True]


# --- prefer not to say ------------------------------------------------------------------


def test_not_saying_is_an_answer_and_hides_the_offer(desk: Desk) -> None:
    desk.key(Key.Key_5)
    desk.page.show_offer(EASIER)
    desk.key(Key.Key_S)
    assert desk.told == [5, None, "skipped"]
    assert not chosen(desk.page)
    assert EASIER.title not in words_on(desk.page)
    assert can_go_on(desk.page)
    assert controls(desk.page)[SILENT].accessibleDescription() == "chosen"


def test_a_number_may_still_follow(desk: Desk) -> None:
    press(desk.page, SILENT)
    press(desk.page, SILENT)
    desk.key(Key.Key_2)
    assert desk.told == [None, "skipped", "skipped", 2]
    assert not controls(desk.page)[SILENT].accessibleDescription()


# --- opening ----------------------------------------------------------------------------


def test_opened_again_nothing_of_the_last_time_is_left(desk: Desk) -> None:
    page = desk.page
    page.open_before("Day 1", ask_settled=True)
    desk.key(Key.Key_7, Key.Key_L)
    for name in (MEDICINE, "Yes"):
        press(page, name)
    page.show_offer(GENTLE)
    page.set_continue("Start the gentle day")
    for _ in range(2):
        page.open_before("Day 2", ask_settled=True)
        settle()
        assert page.answer == PainAnswer(None, False, None, False, None)
        assert "Day 2 · before you start" in words_on(page)
        assert GENTLE.title not in words_on(page)
        assert not can_go_on(page, "Start the gentle day")
        assert desk.focused == ZERO
        shown = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
        assert not any(button.isChecked() for button in shown)


def test_after_a_session_the_same_question_stands_without_a_way_back(desk: Desk) -> None:
    asked = words_on(desk.page)[1]
    desk.page.open_after("Day 1")
    settle()
    assert words_on(desk.page)[0] == "Day 1 · finished"
    assert words_on(desk.page)[1] == asked == "How strong is your back pain right now?"
    found = controls(desk.page)
    assert "Back" not in found
    assert MEDICINE not in found
    assert LEGS in found


def test_how_pain_settled_is_asked_only_where_wished(desk: Desk) -> None:
    assert "There was none" not in controls(desk.page)
    desk.page.open_before("Day 2", ask_settled=True)
    settle()
    press(desk.page, "No")
    assert desk.told == ["no"]
    assert desk.page.answer.settled is Settled.NO


def test_ache_is_asked_only_after_a_rise(desk: Desk) -> None:
    page = desk.page
    page.open_after("Day 1")
    desk.key(Key.Key_6)
    assert "Muscle ache" not in controls(page)
    page.ask_ache(True)
    page.ask_ache(True)
    settle()
    press(page, "Muscle ache")
    assert desk.told == [6, "ache"]
    assert page.answer.ache is True
    page.ask_ache(True)
    assert page.answer.ache is True
    page.ask_ache(False)
    settle()
    assert "Muscle ache" not in controls(page)
    assert page.answer.ache is None


# --- the offer --------------------------------------------------------------------------


def test_an_offer_is_a_title_a_text_and_two_segments(desk: Desk) -> None:
    desk.key(Key.Key_5)
    desk.page.show_offer(EASIER)
    settle()
    words = words_on(desk.page)
    assert words[words.index("5") + 1 :][:2] == [EASIER.title, EASIER.text]
    press_way(desk, "Standard")
    assert desk.told == [5, "standard"]


def test_more_ways_stand_in_their_order_with_the_day_as_planned_last(desk: Desk) -> None:
    desk.key(Key.Key_6)
    desk.page.show_offer(GENTLE)
    settle()
    assert ways(desk.page) == ["Gentle day", "Short walk", "Rest", "Do the day anyway"]
    assert GENTLE.notes[0] in words_on(desk.page)


def test_where_nothing_is_chosen_beforehand_the_person_chooses_first(desk: Desk) -> None:
    desk.key(Key.Key_6)
    desk.page.show_offer(GENTLE)
    settle()
    assert not can_go_on(desk.page)
    press_way(desk, "Rest")
    assert desk.told == [6, "rest"]
    desk.page.show_offer(GENTLE._replace(chosen="rest"))
    assert can_go_on(desk.page)


def test_the_same_ways_keep_the_keyboard_while_they_are_moved_through(desk: Desk) -> None:
    desk.page.choice_made.connect(
        lambda way: desk.page.show_offer(GENTLE._replace(chosen=way))  # as the app does
    )
    desk.key(Key.Key_6)
    desk.page.show_offer(GENTLE._replace(chosen="gentle"))
    settle()
    desk.key(Key.Key_Tab)
    assert desk.focused == "Gentle day"
    desk.key(Key.Key_Right, Key.Key_Right)
    assert desk.told == [6, "walk", "rest"]
    assert desk.focused == "Rest"
    desk.key(Key.Key_Return)
    assert desk.told[-1] == "continue"


def test_a_strong_pain_leads_to_the_signs_and_starts_nothing(desk: Desk) -> None:
    desk.key(Key.Key_8)
    desk.page.show_offer(NOT_TODAY)
    desk.page.set_continue("Close")
    settle()
    assert not ways(desk.page)
    (card,) = desk.page.findChildren(OfferCard)
    press(card, "Warning signs")
    press(desk.page, "Close")
    assert desk.told == [8, "signs", "continue"]


def test_an_offer_without_a_number_shows_none(desk: Desk) -> None:
    desk.key(Key.Key_S)
    desk.page.show_offer(EASIER._replace(number=None))
    settle()
    (card,) = desk.page.findChildren(OfferCard)
    assert words_on(card) == [EASIER.title, EASIER.text]
    assert card.accessibleName() == f"{EASIER.title}. {EASIER.text}"


def test_the_offer_is_one_text_to_screen_readers_and_said_when_it_is_news(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            said.append(event.message())  # type: ignore[attr-defined]  # an announcement has one

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    desk.page.show_offer(EASIER._replace(number=4))
    desk.page.show_offer(EASIER)
    desk.page.show_offer(GENTLE)
    (card,) = desk.page.findChildren(OfferCard)
    text = f"{GENTLE.title}. {GENTLE.text[:-1]}. {GENTLE.notes[0]}"
    assert card.accessibleName() == f"6. {text}"
    assert said == [f"{EASIER.title}. {EASIER.text}", text]


def ways(page: PainPage) -> list[str]:
    (card,) = page.findChildren(OfferCard)
    buttons = card.findChildren(QAbstractButton)
    return [b.text() for b in buttons if b.isVisible() and b.isCheckable()]


def press_way(desk: Desk, name: str) -> None:
    (card,) = desk.page.findChildren(OfferCard)
    (way,) = (b for b in card.findChildren(QAbstractButton) if b.isVisible() and b.text() == name)
    way.click()


def test_the_next_day_has_a_word_about_the_night(desk: Desk, content: Content) -> None:
    night = content.plan_text.tips["sleep"].text

    def is_said() -> bool:
        return any(night in said for said in words_on(desk.page))

    assert not is_said()
    desk.page.open_before("Day 2", ask_settled=True)
    assert is_said()
    desk.page.open_after("Day 2")
    assert not is_said()


# --- order and room ---------------------------------------------------------------------


def test_tab_goes_down_the_page_in_reading_order(desk: Desk) -> None:
    desk.page.open_before("Day 2", ask_settled=True)
    desk.key(Key.Key_5)
    press(desk.page, "Yes")
    desk.page.show_offer(EASIER)
    settle()
    tiles = desk.page.findChildren(PainTile)
    tiles[5].setFocus()
    order = tab_order(desk.page, 8)
    assert order == ["Yes", "Easier", LEGS, MEDICINE, "Continue", SILENT, "Back", "Warning signs"]


def test_tab_leads_on_from_the_way_that_was_moved_to(desk: Desk) -> None:
    for _ in range(2):
        desk.page.open_before("Day 1")
        desk.key(Key.Key_6)
        desk.page.show_offer(GENTLE._replace(chosen="gentle"))
        settle()
        assert tab_order(desk.page, 1) == ["Gentle day"]
        desk.key(Key.Key_Right)
        assert tab_order(desk.page, 2) == [LEGS, MEDICINE]


def test_what_follows_the_number_is_brought_into_sight(desk: Desk, theme: Theme) -> None:
    grow(theme, 200)
    desk.window.resize(880, 600)
    settle()
    desk.key(Key.Key_5)
    desk.page.show_offer(EASIER)
    settle()
    (card,) = desk.page.findChildren(OfferCard)
    seen = card.visibleRegion().boundingRect()
    assert seen.height() >= theme.line_height("h3") + theme.line_height("body")
    tile = desk.page.findChildren(PainTile)[5]
    assert tile.visibleRegion().boundingRect() == tile.rect()


@pytest.mark.parametrize("offer", [None, EASIER, GENTLE, NOT_TODAY], ids=lambda o: o and o.title)
@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (1120, 760, 100),
        (880, 600, 100),
        (1120, 760, 160),
        (1120, 760, 200),
        (880, 600, 200),
        (1040, 700, 130),
        (1440, 900, 90),
    ],
)
def test_no_words_are_cut_off(
    desk: Desk, theme: Theme, width: int, height: int, size: int, offer: OfferView | None
) -> None:
    grow(theme, size)
    desk.window.resize(width, height)
    desk.page.open_before("Day 1", ask_settled=offer is not None)
    if offer is not None:
        desk.page.show_offer(offer)
    settle()
    assert not clipped(desk.page)
    assert desk.scroll.horizontalScrollBar().maximum() == 0
    for name in (SILENT, "Warning signs"):
        assert desk.page.rect().contains(controls(desk.page)[name].geometry())


@pytest.mark.parametrize("settled", [False, True])
@pytest.mark.parametrize("offer", [None, EASIER, GENTLE, NOT_TODAY], ids=lambda o: o and o.title)
def test_everything_fits_the_default_window_without_scrolling(
    desk: Desk, offer: OfferView | None, settled: bool
) -> None:
    desk.page.open_before("Day 1", ask_settled=settled)
    if offer is not None:
        desk.page.show_offer(offer._replace(number=8, notes=()))
    settle()
    assert desk.scroll.verticalScrollBar().maximum() == 0


BIGGER = OfferView(
    4,
    "This is one of the bigger days",
    "An easy day first may feel better, or this one in the easier versions.",
    (
        ("repeat:1", "Day 1 first"),
        ("repeat:3", "Day 3 first"),
        ("repeat:5", "Day 5 first"),
        ("easier", "Easier"),
        ("standard", "Standard"),
    ),
    "easier",
)
NOTES = (
    "Last time ended a little higher, so the easier versions come first.",
    "You did a day today. Muscles like a night between. You decide.",
    "Good to see you. You could repeat the last day first, or go on where you were.",
    "You said you would go gently.",
)
MORE, LESS = "More to know", "Show less"


def ask_all(desk: Desk, offer: OfferView, notes: int, *, settled: bool, ache: bool) -> None:
    """As much on the page as may be asked and offered at once."""
    desk.page.open_before("Day 1", ask_settled=settled)
    desk.key(Key.Key_5)
    desk.page.ask_ache(ache)
    desk.page.show_offer(offer._replace(number=5, notes=NOTES[:notes]))
    settle()


def in_sight(desk: Desk) -> dict[str, bool]:
    """Whether all of the chosen number, of the leg box and of Continue can be seen."""
    known = controls(desk.page)
    tile = desk.page.findChildren(PainTile)[5]
    parts = {"5": tile, LEGS: known[LEGS], "Continue": known["Continue"]}
    return {name: p.visibleRegion().boundingRect() == p.rect() for name, p in parts.items()}


@pytest.mark.parametrize(("settled", "ache"), [(False, True), (True, False), (True, True)])
@pytest.mark.parametrize("notes", [0, 2, 4])
@pytest.mark.parametrize("offer", [EASIER, GENTLE, NOT_TODAY, BIGGER], ids=lambda o: o.title)
def test_number_leg_box_and_continue_are_in_sight_whatever_is_asked_and_offered(
    desk: Desk, offer: OfferView, notes: int, settled: bool, ache: bool
) -> None:
    chosen = offer._replace(chosen=offer.choices[0][0] if offer.choices else "")
    ask_all(desk, chosen, notes, settled=settled, ache=ache)
    assert desk.scroll.verticalScrollBar().maximum() == 0
    assert all(in_sight(desk).values())
    assert not clipped(desk.page)
    desk.window.resize(880, 600)
    ask_all(desk, chosen, notes, settled=settled, ache=ache)
    assert all(in_sight(desk).values()), "the title alone has gone from sight"
    assert not clipped(desk.page)


def test_two_questions_stand_beside_each_other(desk: Desk) -> None:
    ask_all(desk, EASIER, 0, settled=True, ache=True)
    yes, back = (controls(desk.page)[name] for name in ("Yes", "Back pain"))

    def place(widget: QWidget) -> QPoint:
        return widget.mapTo(desk.page, QPoint(0, 0))

    assert place(yes).y() == place(back).y()
    desk.page.ask_ache(False)
    settle()
    across = [w.width() for w in desk.page.findChildren(Question) if w.isVisible()]
    assert across == [desk.page.findChildren(OfferCard)[0].width()]


def test_notes_that_have_no_room_wait_behind_a_button(desk: Desk) -> None:
    ask_all(desk, BIGGER, 2, settled=True, ache=True)
    assert MORE not in controls(desk.page)
    ask_all(desk, BIGGER, 4, settled=True, ache=True)
    (card,) = desk.page.findChildren(OfferCard)
    assert not set(NOTES) & set(words_on(card))
    assert all(note.rstrip(".") in card.accessibleName() for note in NOTES)
    desk.page.findChildren(PainTile)[5].setFocus()
    assert tab_order(desk.page, 3)[2] == MORE
    desk.key(Key.Key_Space)
    assert set(NOTES) <= set(words_on(card))
    assert desk.focused == LESS
    assert in_sight(desk)["5"]
    press(card, LESS)
    settle()
    assert not set(NOTES) & set(words_on(card))
    press(card, MORE)
    desk.page.show_offer(GENTLE._replace(notes=NOTES))
    settle()
    assert MORE in controls(card), "another offer is folded again"


def test_the_keys_are_named_where_there_is_room_for_them(desk: Desk) -> None:
    assert "choose" in words_on(desk.page)
    ask_all(desk, GENTLE, 2, settled=True, ache=True)
    assert "choose" not in words_on(desk.page)
    desk.window.resize(1120, 1000)
    settle()
    assert "choose" in words_on(desk.page)


def test_the_two_boxes_are_alike(desk: Desk) -> None:
    desk.page.open_before("Day 1")
    settle()
    legs, medicine = desk.page.findChildren(TickCard)
    tops = [[w.y() for w in card.findChildren(Label)] for card in (legs, medicine)]
    assert legs.height() == medicine.height()
    assert tops[0] == tops[1]


def test_an_offer_moves_no_number(desk: Desk) -> None:
    desk.page.open_after("Day 1")
    settle()

    def place() -> int:
        tile = desk.page.findChildren(PainTile)[5]
        return tile.mapTo(desk.page, tile.rect().topLeft()).y()

    before = place()
    desk.key(Key.Key_6)
    desk.page.ask_ache(True)
    desk.page.show_offer(EASIER)
    settle()
    assert place() == before


def places(page: PainPage) -> list[QRect]:
    """Where Continue and "Prefer not to say" are."""
    parts = [b for b in page.findChildren(Button) if b.text() in ("Continue", SILENT)]
    return [QRect(part.mapTo(page, QPoint(0, 0)), part.size()) for part in parts]


@pytest.mark.parametrize(
    ("width", "height", "size"), [(1120, 760, 100), (880, 600, 100), (1440, 900, 130)]
)
def test_no_answer_moves_continue(
    desk: Desk, theme: Theme, width: int, height: int, size: int
) -> None:
    grow(theme, size)
    desk.window.resize(width, height)
    for asked in (desk.page.open_before, desk.page.open_after):
        asked("Day 1")
        settle()
        before = places(desk.page)
        desk.key(Key.Key_3)
        for offer in (EASIER, GENTLE, NOT_TODAY, BIGGER._replace(notes=NOTES)):
            desk.page.ask_ache(offer is not EASIER)
            desk.page.show_offer(offer)
            settle()
            assert places(desk.page) == before, offer.title
        press(desk.page, SILENT)
        settle()
        assert places(desk.page) == before, "not said"
        desk.key(Key.Key_4)
        assert places(desk.page) == before, "said after all"
