"""Parts go on in the next line when the width is used up."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from backplan_gui.ui.widgets.even import Even
from backplan_gui.ui.widgets.flow import Flow


def part(width: int) -> QWidget:
    """A box of that width, 20 high."""
    made = QWidget()
    made.setFixedSize(width, 20)
    return made


def laid_out(qtbot: QtBot, width: int, *widths: int) -> list[tuple[int, int]]:
    """Where boxes of these widths come to lie."""
    place = QWidget()
    qtbot.addWidget(place)
    place.setLayout(Flow(*(part(w) for w in widths), gap=10, line_gap=4))
    place.resize(width, 200)
    place.show()
    boxes = [w for w in place.findChildren(QWidget) if w.parent() is place]
    return [(box.x(), box.y()) for box in boxes]


def test_parts_stand_beside_each_other_while_they_fit(qtbot: QtBot) -> None:
    assert laid_out(qtbot, 220, 100, 110) == [(0, 0), (110, 0)]


def test_what_does_not_fit_begins_a_new_line(qtbot: QtBot) -> None:
    assert laid_out(qtbot, 219, 100, 110, 50) == [(0, 0), (0, 24), (120, 24)]


def test_its_height_follows_its_width(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    flow = Flow(part(100), part(110), gap=10, line_gap=4)
    place.setLayout(flow)
    assert flow.sizeHint().width() == 220
    assert flow.heightForWidth(220) == 20
    assert flow.heightForWidth(150) == 44


def test_hidden_parts_take_no_room(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    hidden = part(100)
    flow = Flow(hidden, part(50), gap=10)
    place.setLayout(flow)
    hidden.hide()
    assert flow.sizeHint().width() == 50


def evenly(qtbot: QtBot, width: int, count: int) -> list[tuple[int, int, int]]:
    """Left, top and width of so many parts that are at least 100 wide."""
    place = QWidget()
    qtbot.addWidget(place)
    parts = [QPushButton() for _ in range(count)]
    for each in parts:
        each.setMinimumSize(100, 20)
    place.setLayout(Even(*parts, gap=10, line_gap=4))
    place.resize(width, 200)
    place.show()
    return [(each.x(), each.y(), each.width()) for each in parts]


def test_even_parts_fill_the_line_together(qtbot: QtBot) -> None:
    assert evenly(qtbot, 350, 3) == [(0, 0, 110), (120, 0, 110), (240, 0, 110)]


def test_of_even_parts_none_is_left_alone_in_a_line(qtbot: QtBot) -> None:
    found = evenly(qtbot, 650, 7)
    tops = [top for _, top, _ in found]
    assert [tops.count(top) for top in sorted(set(tops))] == [4, 3]
    assert {width for *_, width in found} == {155}


def test_the_last_part_can_fill_a_line_of_its_own(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    name, control = part(100), QPushButton()
    control.setMinimumSize(110, 20)
    place.setLayout(Flow(name, control, gap=10, line_gap=4, spread=True, fill=True))
    place.resize(300, 200)
    place.show()
    assert (control.x(), control.width()) == (190, 110)
    place.resize(200, 200)
    assert (control.x(), control.width()) == (0, 200)
