"""Design tokens as colours, fonts and lengths: what every widget draws with.

`resources/design/tokens.json` is the only place that knows a colour or a size. A widget
keeps the Theme it was given, asks it while painting, and repaints on `changed`; so there is
no style sheet to fall out of step with the painting.
"""

from functools import cache

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessibilityHints,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPalette,
    QStyleHints,
)

from .. import resources
from ..core import settings as choices

DISPLAY = "Inter Display"
DISPLAY_WORD_SPACE = 0.05
"""What titles have more between words, in their size: "1 is" would else be read as one word."""
COUNTING = ("countdown", "phase", "statValue", "badge", "key")
"""Beginnings of the text roles whose digits change in place."""


class Role(msgspec.Struct, rename="camel"):
    """One text style; lengths in pixels at 100 % text size."""

    px: float
    line_height_px: float
    weight: int
    family: str
    letter_spacing_px: float


class _Type(msgspec.Struct):
    roles: dict[str, Role]


class Shadow(msgspec.Struct):
    """One soft shadow of a raised surface; light theme only."""

    y: int
    blur: int
    color: str


class SpineShape(msgspec.Struct, rename="camel"):
    """How the column of seven days is drawn (design-system.md section 1)."""

    vertebra_path: str
    offset_x: list[float]
    tilt_degrees: list[float]
    cord_width: float
    check_path: str
    check_width: float
    column_centre_x: float = msgspec.field(name="columnCentreX")
    text_x: float = msgspec.field(name="textX")


class Tokens(msgspec.Struct):
    """The part of tokens.json that the window draws with."""

    color: dict[str, dict[str, str]]
    contrast: dict[str, dict[str, str]]
    """What is another colour in high contrast."""
    type: _Type
    elevation: dict[str, str | list[Shadow]]
    spine: SpineShape


@cache
def tokens() -> Tokens:
    """The tokens, read once."""
    return msgspec.json.decode(resources.file("design/tokens.json").read_bytes(), type=Tokens)


@cache
def _family() -> str:
    """The bundled typeface under the name Qt gives it; the system's own if it cannot load."""
    import fontpkg_inter

    file = fontpkg_inter.ROOT / "files" / "Inter[opsz,wght].ttf"
    number = QFontDatabase.addApplicationFont(str(file))
    families = QFontDatabase.applicationFontFamilies(number)
    return families[0] if families else QFont().family()


def has_own_typeface() -> bool:
    """The bundled typeface is in use."""
    return "Inter" in _family()


def colour_of(text: str) -> QColor:
    """A token's colour; eight digits end in the opacity."""
    colour = QColor(text[:7])
    if len(text) == 9:
        colour.setAlpha(int(text[7:], 16))
    return colour


@cache
def _system() -> tuple[QStyleHints, QAccessibilityHints]:
    """What the system wishes. Both are kept: the second is lost with the first's wrapper."""
    hints = QGuiApplication.styleHints()
    return hints, hints.accessibility()


def _system_wants_contrast() -> bool:
    return _system()[1].contrastPreference() is Qt.ContrastPreference.HighContrast


class Theme(QObject):
    """The look in force: light or dark, contrast, text size, motion."""

    changed = Signal()

    def __init__(self, settings: choices.Settings | None = None) -> None:
        super().__init__()
        self._chosen = choices.Settings()
        self._look: tuple[bool, float, bool, bool, bool, bool] | None = None
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, int | None], QFont] = {}
        self._is_typeset = False
        self.dark = False
        self.scale = 1.0
        self.reduce_motion = False
        self.still_figure = False
        """The figure fades from one key position to the next."""
        self.high_contrast = False
        self.mirrors = False
        """The figure is shown as in a mirror."""
        hints, access = _system()
        hints.colorSchemeChanged.connect(self._follow_system)
        access.contrastPreferenceChanged.connect(self._follow_system)
        self.apply(settings or choices.Settings())

    def apply(self, settings: choices.Settings) -> None:
        """Follow the settings; widgets repaint if anything changed."""
        self._chosen = settings
        dark = self._wants_dark()
        scale = settings.text_size / 100
        contrast = settings.high_contrast or _system_wants_contrast()
        still = settings.reduce_motion or settings.freeze_figure
        now = (dark, scale, settings.reduce_motion, still, contrast, settings.mirror_figure)
        if self._colours and now == self._look:
            return
        self._look = now
        self.dark, self.scale, self.reduce_motion = now[:3]
        self.still_figure, self.high_contrast, self.mirrors = now[3:]
        look = "dark" if dark else "light"
        names = tokens().color[look]
        if contrast:
            names = names | tokens().contrast[look]
        self._colours = {name: colour_of(value) for name, value in names.items()}
        self._fonts = {}
        self._paint_application()
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """The colour of a token; KeyError if there is none."""
        return self._colours[name]

    def font(self, role: str, weight: int | None = None) -> QFont:
        """The font of a text role at the person's text size, if wished in another weight."""
        if not self._is_typeset:  # not before there is text: loading the typeface takes a while
            self._is_typeset = True
            QGuiApplication.setFont(self.font("body"))
        key = (role, weight)
        if key not in self._fonts:
            font = sized_font(role, tokens().type.roles[role].px * self.scale)
            if weight is not None:
                font.setVariableAxis(QFont.Tag("wght"), weight)
            self._fonts[key] = font
        return self._fonts[key]

    def line_height(self, role: str) -> int:
        """Pixels from one line of a role to the next."""
        return round(tokens().type.roles[role].line_height_px * self.scale)

    def px(self, length: float) -> int:
        """A length that grows with the text."""
        return round(length * self.scale)

    def motion_ms(self, ms: int) -> int:
        """How long a movement may take; nothing where motion is reduced."""
        return 0 if self.reduce_motion else ms

    def _wants_dark(self) -> bool:
        if self._chosen.theme is not choices.Theme.SYSTEM:
            return self._chosen.theme is choices.Theme.DARK
        return _system()[0].colorScheme() is Qt.ColorScheme.Dark

    def _follow_system(self) -> None:
        """The system's colours or contrast may be others now."""
        self.apply(self._chosen)

    def _paint_application(self) -> None:
        """The palette and font of whatever Qt draws itself: text fields, tool tips, carets."""
        palette = QPalette()
        for role, name in (
            (QPalette.ColorRole.Window, "paper"),
            (QPalette.ColorRole.WindowText, "ink"),
            (QPalette.ColorRole.Base, "surface"),
            (QPalette.ColorRole.AlternateBase, "sunken"),
            (QPalette.ColorRole.Text, "ink"),
            (QPalette.ColorRole.PlaceholderText, "ink3"),
            (QPalette.ColorRole.Button, "surface"),
            (QPalette.ColorRole.ButtonText, "ink"),
            (QPalette.ColorRole.Highlight, "primary"),
            (QPalette.ColorRole.HighlightedText, "onPrimary"),
            # Qt frames a tool tip in the colour of its words: light on dark that frame is the
            # ground's own colour, and not seen.
            (QPalette.ColorRole.ToolTipBase, "ink"),
            (QPalette.ColorRole.ToolTipText, "paper"),
            (QPalette.ColorRole.Accent, "primary"),
        ):
            palette.setColor(role, self._colours[name])
        QGuiApplication.setPalette(palette)
        if self._is_typeset:
            QGuiApplication.setFont(self.font("body"))


def sized_font(role: str, px: float) -> QFont:
    """The typeface of a role at a size of its own, as digits that grow with a ring need.

    Weight and optical size are axes of one variable font. Small differences in hinting
    between machines are switched off.
    """
    style = tokens().type.roles[role]
    font = QFont(_family())
    font.setPixelSize(max(1, round(px)))
    font.setVariableAxis(QFont.Tag("wght"), style.weight)
    if style.family == DISPLAY:
        font.setVariableAxis(QFont.Tag("opsz"), 32)
        font.setWordSpacing(DISPLAY_WORD_SPACE * px)
    # Equal digits for what counts; in words they would tear the hyphen out of "Cat-Cow". Said
    # either way, because a painter adds what the application's font says and a font leaves open.
    font.setFeature(QFont.Tag("tnum"), int(role.startswith(COUNTING)))
    spacing = style.letter_spacing_px * px / style.px
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
