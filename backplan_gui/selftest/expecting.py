"""What every check says where something is not as it should be."""

from ..app import App


def expect(true: bool, otherwise: str) -> None:
    """AssertionError with those words unless it is true."""
    if not true:
        raise AssertionError(otherwise)


def look(app: App, page: str) -> None:
    """Paint the window and see that it is the page that was wanted."""
    expect(not app.window.grab().isNull(), f"{page} cannot be painted")
    expect(app.window.page == page, f"{app.window.page or 'nothing'} instead of {page}")
