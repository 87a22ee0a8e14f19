"""What Qt calls of ours must not raise.

Of a fault in a method that overrides one of Qt's, as paintEvent or sizeHint, PySide makes one
of two things (measured with 6.11.3). Below the event loop it is reported at once, but keeps a
painter alive that it was raised beside: every frame complains of that, and the process ends
with a segmentation fault when the window goes. Below a call of ours into Qt it is kept, and
comes up in whatever calls Qt next, which fails in the middle of something else, and so on. So
each of these methods is called within a guard, which hands the fault to whoever takes the
uncaught ones; Qt goes on with nothing painted, or with the size that it would have found
itself.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from PySide6.QtCore import QObject

_TOLD = "Event"
"""The end of the name of what is called when something happens."""
_ASKED = frozenset(
    ("eventFilter", "focusNextPrevChild", "heightForWidth", "hitButton", "minimumSizeHint",
     "sizeHint")
)  # fmt: skip
"""What is called for an answer."""


def guard_overrides() -> None:
    """From now on, in every class derived from Qt's; call it before there is one of ours."""
    QObject.__init_subclass__ = classmethod(_guard)  # type: ignore[assignment]  # for all at once


def _guard(cls: type[QObject]) -> None:
    super(QObject, cls).__init_subclass__()
    for name, method in list(vars(cls).items()):
        if callable(method) and (name.endswith(_TOLD) or name in _ASKED):
            setattr(cls, name, _guarded(cls, name, method))


def _guarded(cls: type[QObject], name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def calm(self: QObject, *given: Any) -> Any:
        try:
            return method(self, *given)
        except Exception as fault:  # noqa: BLE001  # whatever it is
            from traceback import clear_frames

            sys.excepthook(type(fault), fault, fault.__traceback__)
            clear_frames(fault.__traceback__)  # whoever keeps it must not keep a painter
        return None if name.endswith(_TOLD) else getattr(super(cls, self), name)(*given)

    return calm
