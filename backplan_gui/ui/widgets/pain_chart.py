"""The chart of pain with its title, its legend, and what may be said of it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ...core.history import PainChart
from ..theme import Theme
from .card import Card, column, row
from .flow import Flow
from .label import Label
from .pain_plot import ColumnSaid, PainPlot, draw_dot, draw_ring


class _Sign(QWidget):
    """A mark beside its name in the legend."""

    def __init__(self, theme: Theme, *, before: bool) -> None:
        super().__init__()
        self._theme, self._before = theme, before
        self._restyle()
        theme.changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.width() / 2 - 2
        draw = draw_ring if self._before else draw_dot
        draw(
            painter,
            self._theme,
            QRectF(self.rect()).center(),
            radius if self._before else radius + 1,
        )

    def _restyle(self) -> None:
        side = self._theme.px(14)
        self.setFixedSize(side, side)
        self.update()


class PainChartCard(Card):
    """The plot with its title, its legend, and what may be said of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._title = Label(theme, self.tr("Pain, before and after"), "h3", wrap=True)
        self._legend = self._build_legend()
        self._caption = Label(theme, role="small", ink="ink3", wrap=True)
        self._plot = PainPlot(theme)
        self._plot.setAccessibleName(self._title.text())
        self._said = Label(theme, role="small", ink="ink2", wrap=True)
        layout = column(gap=2, margins=(19, 17, 19, 12))
        layout.addLayout(Flow(self._title, self._legend, gap=16, line_gap=4, spread=True))
        layout.addWidget(self._caption)
        layout.addWidget(self._plot, 1)
        layout.addSpacing(7)
        layout.addWidget(self._said)
        self.setLayout(layout)

    def show_chart(
        self, chart: PainChart, columns: tuple[ColumnSaid, ...], caption: str, said: str
    ) -> None:
        """Other numbers; `caption` says which where it is not one week, `said` what they say."""
        empty = chart.is_empty
        self._plot.show_columns(chart.columns, columns)
        self._plot.setVisible(not empty)
        self._legend.setVisible(not empty)
        self._caption.setText(caption)
        self._caption.setVisible(bool(caption) and not empty)
        self._said.setText(self.tr("No number was said yet.") if empty else said)
        self._said.setVisible(bool(self._said.text()))

    def _build_legend(self) -> QWidget:
        legend = QWidget()
        pairs = []
        for before, text in ((True, self.tr("Before")), (False, self.tr("After"))):
            pair = QWidget()
            sign = _Sign(self._theme, before=before)
            pair.setLayout(row(sign, Label(self._theme, text, "small", "ink2"), gap=6))
            pairs.append(pair)
        legend.setLayout(row(*pairs, gap=16))
        return legend
