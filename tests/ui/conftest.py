"""What every page and widget is made of: a look that stands still, and the real content."""

import pytest

from backplan_gui import resources
from backplan_gui.content import Content
from backplan_gui.core import settings as choices
from backplan_gui.core.settings import Settings
from backplan_gui.ui.theme import Theme

CALM = Settings(theme=choices.Theme.LIGHT, reduce_motion=True)


@pytest.fixture
def theme(qapp: object) -> Theme:
    """Light, at 100 %, without motion."""
    return Theme(CALM)


@pytest.fixture(scope="session")
def content() -> Content:
    """The plan and its words as they ship."""
    return Content(resources.root())
