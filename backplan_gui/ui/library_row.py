"""One exercise in the list of all of them."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from .. import words
from ..core.plan import Prescription
from ..core.texts import ExerciseText
from .theme import Theme
from .widgets.area import draw_area
from .widgets.button import pressable
from .widgets.card import column, row
from .widgets.exercise_card import StagePicture, let_clicks_through
from .widgets.label import Label
from .widgets.toggling import Toggling

THUMB = QSize(80, 56)
LEAST = 72
KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)


class LibraryRow(Toggling, QRadioButton):
    """Small picture, name, day and dose; one row of the list is chosen."""

    ring_radius = 14.0
    ring_colour = "focus"

    moved = Signal(int)
    """An arrow key, Home or End."""

    def __init__(
        self, theme: Theme, day: int, prescription: Prescription, text: ExerciseText
    ) -> None:
        super().__init__()
        self._theme = theme
        where = self.tr("Day {}").format(day)
        line = words.MIDDLE_DOT.join((where, words.dose_short(prescription.dose)))
        self.setObjectName(prescription.exercise)
        self.setAccessibleName(f"{text.name}, {line}")
        self.setAccessibleDescription(text.works)
        self._name = Label(theme, text.name, "label", wrap=True)
        self._build(Label(theme, line, "small", "ink2", wrap=True))
        self.toggled.connect(self._on_toggled)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in KEYS:
            self.moved.emit(event.key())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        chosen, lit = self.isChecked(), self.underMouse() or self.isDown()
        if not chosen and not lit:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        soft = chosen or self.isDown()
        fill, width = "primarySoft" if soft else "surface", 2 if chosen else 1
        rect = QRectF(self.rect())
        draw_area(painter, self._theme, rect, self.ring_radius, fill, "primary", width)

    def _build(self, line: Label) -> None:
        names = column(self._name, line)
        names.insertStretch(0, 1)
        names.addStretch(1)
        picture = StagePicture(self._theme, self.objectName(), THUMB, 10)
        layout = row(picture, gap=12, margins=(8, 8, 8, 8))
        layout.addLayout(names, 1)
        self.setLayout(layout)
        self.setMinimumHeight(LEAST)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pressable(self)
        self.hear_toggles()
        let_clicks_through(self)

    def _on_toggled(self, on: bool) -> None:
        self._name.set_role("label", "primary" if on else "ink")
        self.update()
