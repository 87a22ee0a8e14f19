"""In a language that nobody speaks, read from right to left: every text is translated, has its
room, and stands where one begins to read; what is the same everywhere is not turned round.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui import launch, resources
from backplan_gui.core.exercise import Version
from backplan_gui.core.moments import Standing
from backplan_gui.services.licences import on_board
from backplan_gui.ui.moment_steppers import TimeSteppers
from backplan_gui.ui.side_panel import SidePanel
from backplan_gui.ui.theme import Theme
from backplan_gui.ui.widgets.card import Icon, column, row
from backplan_gui.ui.widgets.countdown_ring import CountdownRing
from backplan_gui.ui.widgets.figure_view import FigureView, figures
from backplan_gui.ui.widgets.flow import Flow
from backplan_gui.ui.widgets.label import Label
from backplan_gui.ui.widgets.pain_scale import PainScale, PainTile
from backplan_gui.ui.widgets.ring_face import RingFace
from backplan_gui.ui.widgets.stage import Stage
from tests.every_scene import CHOSEN, LOOKS, SCENES, in_sight, sized, sizes_of, wear
from tests.pseudo import pseudo, somebody_else, speaking
from tests.scenes import ESPEAK
from tests.scenes_progress import LONG, WEEK
from tests.scenes_saving import FULL
from tests.scenes_sharing import PAPERS, STICK
from tests.test_cueing import Listener

from .fitting import contrast_of, faults, painted
from .seeing import name_of, settle, show

KEYS = "Alt Backspace Ctrl Del Down End Enter Esc Home Page Space Tab Up"
KEYS += " C E F L M N P Q R S T V W Z"
"""What stands on the keys themselves."""
APP = "Backplan"


def quoted() -> str:
    """Of the about page: what a fault report needs, and what others have written."""
    facts = " ".join(" ".join(fact) for fact in launch.facts())
    parts = " ".join(f"{p.name} {p.version} {p.licence}" for p in on_board())
    return f"{facts} {parts} {resources.file('changelog.md').read_text('utf-8')}"


OWN: dict[str, Callable[[], str]] = {
    # what the person of the scene has written
    "09": lambda: " ".join((LONG, *(one[5] for one in WEEK))),
    "09f": lambda: "Left hip tight at first, better after the bridge.",
    "09g": lambda: "Left hip tight at first, better after the bridge.",
    # what the system calls its voices, its folders and files, and its reasons
    "11e": lambda: " ".join(voice.name for voice in ESPEAK),
    "14": lambda: f"{PAPERS} {STICK} .local share backplan json pdf",
    "14g": lambda: "There is no room left in. Nothing was written.",
    "14h": lambda: "Getting everything together",
    "17": lambda: f"home anna Dropbox {FULL}",
    "11b": quoted,
}
"""By the beginnings of the scenes' names."""


@pytest.fixture
def hebrew(qapp: QApplication) -> Iterator[None]:
    """One reads from right to left."""
    with speaking():
        yield


def untranslated(window: QWidget, folder: Path, name: str = "") -> list[str]:
    """Texts that can be seen or heard with letters of no accent."""
    keys = set(re.findall(r"[A-Za-z]+", f"{KEYS} {APP} {folder}"))
    own = " ".join(words() for begin, words in OWN.items() if name.startswith(begin))
    own += f" {folder}"
    return sorted(
        text
        for text in {*(p.text for p in painted(window)), *_told(window)}
        # a text of one's own ends in dots where it is long, and breaks inside a word if it must
        if not all(word in keys or word in own for word in re.findall(r"[A-Za-z]+", text))
    )


def _told(window: QWidget) -> Iterator[str]:
    """What is not painted, or not by us."""
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            yield from (name_of(widget), widget.accessibleDescription(), widget.toolTip())
            if isinstance(widget, QLineEdit | QPlainTextEdit):
                yield widget.placeholderText()


def all_in_order(folder: Path, name: str, text: int = 100) -> list[str]:
    """What is wrong with a scene in that language."""
    with somebody_else(folder) as person:
        wear(person, LOOKS["light"], text)
        SCENES[name](person)
        found = []
        for called, size in sizes_of(name).items():
            window = sized(person, size)
            assert window.isRightToLeft()
            found += [f"{called}: {fault}" for fault in faults(window)]
        found += [f"not translated: {said!r}" for said in untranslated(in_sight(), folder, name)]
    return found


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", CHOSEN)
def test_a_page_is_translated_and_has_its_room(tmp_path: Path, name: str) -> None:
    assert not all_in_order(tmp_path, name)


@pytest.mark.long
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [name for name in SCENES if name not in CHOSEN])
def test_every_page_is_translated_and_has_its_room(tmp_path: Path, name: str) -> None:
    assert not all_in_order(tmp_path, name)


@pytest.mark.usefixtures("hebrew")
@pytest.mark.parametrize("day", [1, 3])
def test_everything_that_is_said_aloud_is_translated(day: int) -> None:
    listener = Listener()
    listener.begin(day)
    listener.follow()
    assert len(listener.texts) > 40
    assert not [text for text in listener.texts if re.search(r"[A-Za-z]", text)]


# --- the language itself ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Start", "[Šţáááŕţ]"),
        ("About {}", "[Áƀôôûûţ {}]"),
        ("{name}: %n set(s)", "[{name}: %n šééţ(šš)]"),
        ("12:11 \u00b7 100 %", "12:11 \u00b7 100 %"),
    ],
)
def test_it_is_longer_and_accented_and_keeps_what_is_filled_in(text: str, said: str) -> None:
    assert pseudo(text) == said


def test_it_is_40_per_cent_longer() -> None:
    text = "A better night often goes with less pain the next day."
    assert 1.4 <= len(pseudo(text)) / len(text) <= 1.55


def test_a_language_that_says_so_is_read_from_right_to_left(qapp: QApplication) -> None:
    with speaking():
        assert qapp.isRightToLeft()
        assert QCoreApplication.translate("words", "%n set(s)", "", 3) == "[3 šééţ(šš)]"
    assert not qapp.isRightToLeft()


def test_a_forgotten_text_is_found(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    page = QWidget()
    page.setLayout(column(Label(theme, pseudo("Start Day 1")), Label(theme, "Enter \u00b7 12")))
    show(qtbot, page, 300, 100)
    assert not untranslated(page, tmp_path)
    page.setToolTip("seen by nobody")
    forgotten = Label(theme, "Stop for today", parent=page)
    forgotten.show()
    assert untranslated(page, tmp_path) == ["Stop for today"]


# --- which way things lie ---------------------------------------------------------------


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.usefixtures("qapp")
def test_the_panel_and_the_stage_are_where_one_begins_to_read(tmp_path: Path) -> None:
    with somebody_else(tmp_path) as person:
        SCENES["01-day-1"](person)
        settle()
        window = person.app.window
        panel = window.findChild(SidePanel)
        assert panel is not None
        assert panel.geometry().right() == window.width() - 1
        SCENES["02-hold"](person)
        settle()
        stage, ring = (window.findChild(kind) for kind in (Stage, CountdownRing))
        assert stage is not None
        assert ring is not None
        right = window.rect().right()
        assert 20 <= right - stage.mapTo(window, stage.rect().bottomRight()).x() <= 24
        assert ring.mapTo(window, ring.rect().center()).x() < window.width() / 2


@pytest.mark.usefixtures("hebrew")
def test_margins_and_lines_begin_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    parts = [Label(theme, text) for text in ("One", "Two")]
    page = QWidget()
    flow = Flow(*parts, gap=10)
    layout = column(margins=(40, 0, 0, 0))
    layout.addLayout(flow)
    layout.addStretch(1)
    page.setLayout(layout)
    show(qtbot, page, 300, 100)
    assert parts[0].geometry().right() == 300 - 40 - 1
    assert parts[1].geometry().right() == parts[0].x() - 10 - 1
    (first, _) = sorted(painted(page), key=lambda text: text.text)
    assert first.ink.right() == pytest.approx(parts[0].width(), abs=2)
    beside = row(QWidget(), margins=(7, 0, 3, 0)).contentsMargins()
    assert (beside.left(), beside.right()) == (3, 7)


def test_figures_and_rings_are_not_turned_round(theme: Theme, qtbot: QtBot) -> None:
    figure, ring = FigureView(theme), CountdownRing(theme)
    figure.show_drawing(figures().figure_at("bird-dog", None, Standing(), Version.STANDARD))
    ring.show_face(RingFace(word="17", digits="17", share=0.3))
    before = []
    for part in (figure, ring):
        show(qtbot, part, 300, 300)
        before.append(picture(part))
    with speaking():
        ring._look_changed()
        assert [picture(part) for part in (figure, ring)] == before


@pytest.mark.usefixtures("hebrew")
def test_numbers_in_a_row_are_counted_as_everywhere(theme: Theme, qtbot: QtBot) -> None:
    scale = PainScale(theme, "Pain")
    show(qtbot, scale, 900, 120)
    tiles = sorted(scale.findChildren(PainTile), key=lambda tile: tile.x())
    assert [tile.number for tile in tiles] == list(range(11))


@pytest.mark.usefixtures("hebrew")
def test_a_clock_has_its_hours_before_its_minutes(theme: Theme, qtbot: QtBot) -> None:
    clock = TimeSteppers(theme)
    clock.show_time("18:30")
    show(qtbot, clock, 500, 60)
    values = {label.text(): label for label in clock.findChildren(Label)}
    hour, minute = values["18"], values[":30"]
    assert hour.mapTo(clock, hour.pos()).x() < minute.mapTo(clock, minute.pos()).x()


def test_arrows_point_the_way_one_reads_and_what_plays_does_not(theme: Theme, qtbot: QtBot) -> None:
    names = ("chevronRight", "arrowRight", "skip", "play")
    icons = [Icon(theme, name) for name in names]
    for icon in icons:
        show(qtbot, icon, 22, 22)
    before = [picture(icon) for icon in icons]
    with speaking():
        after = [picture(icon) for icon in icons]
    assert after[2:] == before[2:]
    for turned, straight in zip(after[:2], before[:2], strict=True):
        assert turned != straight
        assert _ink_of(turned) == _ink_of(straight.flipped(Qt.Orientation.Horizontal))


def _ink_of(image: QImage) -> set[tuple[int, int]]:
    """The points that are clearly painted."""
    ground = image.pixelColor(0, 0)
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in points if contrast_of(image.pixelColor(x, y), ground) > 3}


@pytest.mark.usefixtures("qapp")
def test_the_ends_of_the_scale_are_named_under_them(tmp_path: Path) -> None:
    with somebody_else(tmp_path) as person:
        SCENES["06-pain"](person)
        ends = {}
        for label in person.app.window.findChildren(Label):
            if label.isVisible() and " = " in label.text():
                ends[label.text()] = label.mapTo(person.app.window, label.rect().center()).x()
    names = sorted(ends, key=ends.__getitem__)
    assert names == [pseudo("0 = no pain"), pseudo("10 = the worst pain you can imagine")]
