"""What Backplan is and is not, where the plan comes from, what is new, whose work it stands on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from .. import words
from ..content import Content
from ..core.changelog import Release
from ..core.texts import Titled
from ..services.licences import Part
from . import page_margins
from .theme import Theme
from .widgets.button import Button
from .widgets.card import Card, Icon, Scroll, column, row
from .widgets.exercise_words import Marker
from .widgets.label import Label
from .widgets.logo import Logo

NARROW, WIDEST = 720, 760
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class AboutPage(QWidget):
    """Facts are names and values, as in ("Version", "0.1.0")."""

    back_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        content: Content,
        facts: Sequence[tuple[str, str]],
        news: Sequence[Release] = (),
        parts: Sequence[Part] = (),
    ) -> None:
        super().__init__()
        self._theme, self._content = theme, content
        self._frame = column(gap=14)
        self._frame.addLayout(self._build_back())
        self._frame.addSpacing(4)
        self._frame.addLayout(self._build_head(facts))
        self._frame.addWidget(Label(theme, content.safety.purpose, "bodyLarge", wrap=True))
        self._frame.addWidget(Label(theme, self._intended(), ink="ink2", wrap=True))
        self._frame.addSpacing(4)
        self._frame.addWidget(self._build_disclaimer())
        self._frame.addWidget(self._build_plan())
        if news:
            self._frame.addWidget(self._build_news(news))
        self._frame.addWidget(self._build_sources())
        self._frame.addWidget(self._build_state(facts))
        self._frame.addWidget(self._build_licences(parts))
        self._frame.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._frame)
        self._scroll = Scroll(theme, inside)
        self.setLayout(column(self._scroll))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._arrange)
        theme.changed.connect(self._arrange)

    @property
    def first_focus(self) -> QWidget:
        """The way back."""
        return self._back

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Long words scroll although nothing in them takes the keyboard."""
        if event.key() in _SCROLLING:
            self._scroll.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _build_back(self) -> QBoxLayout:
        self._back = Button(self._theme, self.tr("Back"), size=44, icon="chevronLeft")
        self._back.clicked.connect(self.back_asked)
        top = row(self._back)
        top.addStretch(1)
        return top

    def _build_head(self, facts: Sequence[tuple[str, str]]) -> QBoxLayout:
        """The first fact; the others are for who looks into a copy that does not work."""
        name = Label(self._theme, "Backplan", "h1", wrap=True)
        named = column(name, self._broken(_said(facts[:1])))
        head = row(Logo(self._theme, 56), gap=16)
        head.addLayout(named, 1)
        return head

    def _build_plan(self) -> Card:
        plan = self._content.plan_text
        named = Titled(self.tr("The plan"), plan.name)
        return self._card("spine", (named, *plan.about))

    def _build_disclaimer(self) -> Card:
        text = "\n".join(self._content.safety.disclaimer)
        return self._card("help", (Titled(self.tr("Please read"), text),))

    def _build_sources(self) -> Card:
        """What the texts rest on (content/exercises.md section 8, safety.md section 9)."""
        how = self.tr(
            "The facts in these texts come from these pages and studies. The words are ours."
            " Most were read as copies or in short form, so look at the page itself before you"
            " rely on it."
        )
        parts = (
            Titled(self.tr("Sources"), how),
            Titled(self.tr("Warning signs"), self._sources_of_signs()),
            Titled(self.tr("Exercises"), self._sources_of_exercises()),
            Titled(self.tr("Rules for pain"), self._sources_of_rules()),
            Titled(self.tr("What is known"), self._sources_of_facts()),
        )
        return self._card("library", parts)

    def _sources_of_signs(self) -> str:
        return self.tr(
            "NHS: back pain, abdominal aortic aneurysm\n"
            "NHS inform: new or worsening back pain\n"
            "NHS Greater Glasgow and Clyde: lower back\n"
            "City Health Care Partnership, Hull: back\n"
            "NICE guidelines NG59 and NG65\n"
            "Cauda equina warning cards: Greenhalgh, Mercer, Finucane\n"
            "International framework for red flags: Finucane and others, 2020\n"
            "Cancer and fracture: Downie and others, 2013\n"
            "Infection of the spine: Yusuf and others, 2019"
        )

    def _sources_of_exercises(self) -> str:
        return self.tr(
            "NHS inform: exercises for back pain\n"
            "US National Institute on Aging: seated row, getting up from the floor\n"
            "Mayo Clinic: seated knee to chest\n"
            "MSK Dorset (NHS), Versus Arthritis, Peak Physio, Spine-health, MSD Manuals\n"
            "ACSM: stretching\n"
            "Thin bones: Too Fit to Fracture; Strong, Steady and Straight, 2022\n"
            "Foam rolling: Bartsch and others, 2021\n"
            "Yoga: Saper and others, 2014"
        )

    def _sources_of_rules(self) -> str:
        return self.tr(
            "How much change counts: Childs and others, 2005; Ostelo and others, 2008;"
            " Suzuki and others, 2020\n"
            "When to carry on, when to ease off: AHP Suffolk, Provide Physiotherapy\n"
            "Exercise that may hurt a little: Smith and others, 2017"
        )

    def _sources_of_facts(self) -> str:
        return self.tr(
            "New back pain: Cochrane review, 2023; American College of Physicians, 2017\n"
            "Long back pain: WHO, 2023; NICE guideline NG59\n"
            "Walking: WalkBack, 2024\n"
            "Sleep: Alsaadi and others, 2014; O’Hagan and others, 2023\n"
            "Cramp and water: Miller and others, 2022\n"
            "Words about backs: O’Sullivan and others, 2020"
        )

    def _build_state(self, facts: Sequence[tuple[str, str]]) -> Card:
        state = self.tr("Not yet reviewed by a clinician. Not yet tried on Windows or macOS.")
        told = (
            Titled(self.tr("How far it is"), state),
            Titled(self.tr("This copy"), _said(facts)),
        )
        return self._card("info", told)

    def _build_licences(self, parts: Sequence[Part]) -> Card:
        licences = (
            self.tr("Backplan: MIT licence."),
            self.tr("Inter, the typeface: SIL Open Font Licence."),
            self.tr("Qt and PySide6, the toolkit: GNU LGPL version 3."),
            self.tr("Python: PSF licence. SQLite: in the public domain."),
        )
        told = [Titled(self.tr("Licences"), "\n".join(licences))]
        if parts:
            lines = [f"{part.name} {part.version}: {part.licence}" for part in parts]
            told.append(Titled(self.tr("All that is on board"), "\n".join(lines)))
        return self._card("heart", told)

    def _build_news(self, news: Sequence[Release]) -> Card:
        told = [Titled(self.tr("What’s new"), self.tr("Version by version, the newest first."))]
        told += [Titled(self._named(release), "\n".join(release.changes)) for release in news]
        return self._card("flag", told)

    def _named(self, release: Release) -> str:
        day = words.weekday(release.date, "d MMMM yyyy")
        return f"{release.version}{words.MIDDLE_DOT}{day}"

    def _card(self, icon: str, parts: Sequence[Titled]) -> Card:
        texts = column(gap=2)
        for number, part in enumerate(parts):
            if number:
                texts.addSpacing(12)
            texts.addWidget(Label(self._theme, part.title, "h3", wrap=True))
            lines = part.text.split("\n")
            for line in lines:
                texts.addLayout(self._line(line, listed=len(lines) > 1))
        texts.addStretch(1)
        beside = column(Icon(self._theme, icon, size=22), margins=(0, 1, 0, 0))
        beside.addStretch(1)
        layout = row(gap=14, margins=(20, 18, 20, 18))
        layout.addLayout(beside)
        layout.addLayout(texts, 1)
        card = Card(self._theme)
        card.setLayout(layout)
        return card

    def _line(self, text: str, *, listed: bool) -> QBoxLayout:
        """One of several has a dot before it, because some go on in a second line."""
        label = self._broken(text)
        if not listed:
            return column(label)
        marker = Marker(self._theme)
        line = row(marker, gap=10, margins=(0, 1, 0, 1))
        line.setAlignment(marker, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label, 1)
        return line

    def _broken(self, text: str) -> Label:
        """It may break anywhere, as the name of a system must."""
        label = Label(self._theme, text, ink="ink2", wrap=True)
        label.setMinimumWidth(1)
        return label

    def _intended(self) -> str:
        """The intended purpose (content/safety.md 5.4), of what is there so far."""
        return self.tr(
            "Backplan is a desktop exercise companion for adults who want to follow a gentle,"
            " seven-day plan of stretching, strength, mobility and walking for general fitness"
            " and well-being. It shows pictures and times the exercises, and lets people note for"
            " themselves how they feel. It does not diagnose, treat, monitor, predict or prevent"
            " any disease or injury, does not give individual medical advice and is not meant to"
            " replace care from a health professional."
        )

    def _arrange(self) -> None:
        """A column as wide as lines are good to read, at the left as on every page.

        The scroll bar lies in the right margin.
        """
        edge = page_margins.left(self.width(), compact=self.width() < NARROW)
        right = page_margins.right(self.width(), edge, WIDEST * max(1, self._theme.scale))
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._frame.setContentsMargins(edge, 24, right - taken, 28)


def _said(facts: Sequence[tuple[str, str]]) -> str:
    return words.MIDDLE_DOT.join(f"{name} {value}" for name, value in facts)
