"""What is asked about pain: the number, what belongs to it, and what the answer offers."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ..core.pain import Moving, Settled
from .pain_offer import OfferCard
from .pain_parts import Question
from .theme import Theme
from .widgets.card import column, row
from .widgets.fitting_label import FittingLabel
from .widgets.flow import Flow
from .widgets.focus_ring import REACH
from .widgets.label import Label
from .widgets.pain_scale import LARGE, PainScale
from .widgets.tick_card import TickCard

EDGE, COMPACT, BESIDE = 24, 1040, 780
"""The margin; below these widths tiles are smaller, and boxes and questions stand in a column."""
TITLES = ("hero", "stageTitle", "h1")
LOW, LOWER = 680, 840
"""Below this height of the page gaps are smaller; below the other where more is asked."""
DENSITIES = ((False, False), (True, False), (True, True))
"""Whether what comes with an answer is tight, and the offer lean: the first that fits."""
BACK, ACHE = "back", "ache"


class PainAnswer(NamedTuple):
    """All that was answered; None where it was not asked or not said."""

    number: int | None
    legs: bool
    settled: Settled | None
    medicine: bool
    ache: bool | None
    moving: Moving | None = None


class PainForm(QWidget):
    """The parts from top to bottom; what follows from them is the page's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.question = self.tr("How strong is your back pain right now?")
        self.scale = PainScale(theme, self.question)
        self.offer = OfferCard(theme)
        self.settled = self._build_settled()
        self.ache = self._build_ache()
        self.moving = self._build_moving()
        self._frame = column()
        self._build_question()
        self._cards = self._build_cards()
        self._frame.addLayout(self._cards)
        self._frame.addStretch(1)
        self.setLayout(self._frame)

    @property
    def answer(self) -> PainAnswer:
        """All that is answered by now."""
        settled, ache = self.settled.value, self.ache.value
        return PainAnswer(
            self.scale.number,
            self.legs.isChecked(),
            Settled(settled) if settled else None,
            self.medicine.isChecked(),
            ache == ACHE if ache else None,
            Moving(self.moving.value) if self.moving.value else None,
        )

    @property
    def controls(self) -> list[QAbstractButton]:
        """What can be pressed, in reading order."""
        tiles = self.scale.findChildren(QAbstractButton)
        asked = [*self.settled.controls, *self.ache.controls, *self.moving.controls]
        asked += self.offer.controls
        return [*tiles, *asked, self.legs, self.medicine]

    def ask(self, *, before: bool, settled: bool) -> None:
        """Everything as at first."""
        self.scale.show_number(None)
        self.settled.ask(settled)
        self.ache.ask(False)
        self.moving.ask(False)
        self.offer.hide()
        self.legs.setChecked(False)
        self.medicine.setChecked(False)
        self.medicine.setVisible(before)
        self._said.setText(self._calm_said(next_day=settled))

    def arrange(self, width: int, height: int) -> int:
        """Fit a page of that size; how wide everything is: as the row of tiles, where it can.

        What comes with an answer moves no number: above the cards only what is asked from the
        start counts.
        """
        grown = max(1, self._theme.scale)
        wide, tile = width >= COMPACT, LARGE[0 if width >= COMPACT else 1]
        room = max(width - 2 * EDGE, self.scale.across(tile) if wide else 0)
        across = min(room, self.scale.across(max(tile, self._theme.px(tile))))
        self.setMaximumWidth(across + 2 * REACH)
        low, lower = height < LOW, height < LOWER
        tight = low or (lower and not self.settled.isHidden())
        self._frame.setContentsMargins(0, 4 if tight else 22 if lower else 30, 0, 8)
        below = 20 if tight else 30 if lower else 36
        self._calm.setContentsMargins(0, 8, 0, below - REACH)
        self._ends.setContentsMargins(REACH, 12 - REACH, REACH, 0)
        directions = QBoxLayout.Direction
        beside = across >= BESIDE * grown
        direction = directions.LeftToRight if beside else directions.TopToBottom
        self._boxes.setDirection(direction)
        self._asked.setDirection(direction)
        questions = (self.settled, self.ache, self.moving)
        asked = sum(1 for question in questions if not question.isHidden())
        for question in questions:
            question.set_across(across // 2 if beside and asked > 1 else across)
        self._title.set_roles(TITLES[1 if low else 0 :])
        self._title.fit(across)
        return across

    def fit(self, width: int, room: int) -> int:
        """Come into so much height, if it can be; how much of it is left."""
        left = 0
        for tight, lean in DENSITIES[-1:] if self.offer.is_open else DENSITIES:
            self._cards.setContentsMargins(REACH, 8 if tight else 24, REACH, 0)
            self._cards.setSpacing(8 if tight else 14)
            self._asked.setSpacing(8 if tight else 14)
            self.offer.set_density(tight=tight, lean=lean)
            for box in (self.legs, self.medicine):
                box.set_tight(tight)
            self._frame.activate()
            left = room - self._frame.totalHeightForWidth(width + 2 * REACH)
            if left >= 0:
                break
        return left

    def _calm_said(self, *, next_day: bool) -> str:
        """The next day what a night may do has its place here (content/safety.md section 4)."""
        if next_day:
            return self.tr(
                "There is no wrong answer. A better night often goes with less pain the next day."
            )
        return self.tr("There is no wrong answer. You decide what to do with it.")

    def _build_settled(self) -> Question:
        answers = (
            (Settled.YES, self.tr("Yes")),
            (Settled.NO, self.tr("No")),
            (Settled.NONE, self.tr("There was none")),
        )
        asked = self.tr("Did any extra pain from last time settle within a day?")
        return Question(self._theme, asked, answers)

    def _build_ache(self) -> Question:
        asked = self.tr("Is it your back pain, or the ordinary ache of muscles you used?")
        answers = ((BACK, self.tr("Back pain")), (ACHE, self.tr("Muscle ache")))
        return Question(self._theme, asked, answers)

    def _build_moving(self) -> Question:
        """In place of the number (R17)."""
        asked = self.tr("How is moving today, compared with last time?")
        answers = (
            (Moving.EASIER, self.tr("Easier")),
            (Moving.SAME, self.tr("The same")),
            (Moving.HARDER, self.tr("Harder")),
        )
        return Question(self._theme, asked, answers)

    def _build_question(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = FittingLabel(self._theme, TITLES, align=centre)
        self._title.setText(self.question)
        self._said = Label(self._theme, "", "bodyLarge", "ink2", wrap=True, align=centre)
        self._calm = row(self._said)
        worst = self.tr("10 = the worst pain you can imagine")
        self._ends = Flow(
            Label(self._theme, self.tr("0 = no pain"), "button", "ink2"),
            Label(self._theme, worst, "button", "ink2", wrap=True),
            gap=24,
            line_gap=0,
            spread=True,
            counted=True,
        )
        self._frame.addWidget(self._title)
        self._frame.addLayout(self._calm)
        self._frame.addWidget(self.scale)
        self._frame.addLayout(self._ends)

    def _build_cards(self) -> QVBoxLayout:
        self._asked = row(self.settled, self.ache, self.moving)
        for place in range(self._asked.count()):
            self._asked.setStretch(place, 1)
        cards = column()
        cards.addLayout(self._asked)
        cards.addWidget(self.offer)
        cards.addLayout(self._build_boxes())
        return cards

    def _build_boxes(self) -> QHBoxLayout:
        legs = self.tr(
            "Tick if there is new pain, tingling, numbness or weakness. The warning signs open."
        )
        self.legs = TickCard(self._theme, self.tr("Anything new in your legs"), legs)
        took, note = self.tr("I took pain relief today"), self.tr("The number may read lower.")
        self.medicine = TickCard(self._theme, took, note)
        self._boxes = row(self.legs, self.medicine, gap=14)
        self._boxes.setStretch(0, 1)
        return self._boxes
