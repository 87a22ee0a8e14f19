"""Why the warning signs are asked again (content/safety.md 1.1, rules R6 and R10)."""

from PySide6.QtCore import QCoreApplication

from .pain_words import symptom_said

LEGS, NOT_SETTLED = "legs", "not_settled"


def signs_why(reason: str) -> str:
    """One line; `reason` is one of the above or a symptom that ended an exercise."""
    match reason:
        case "legs":
            said = _tr("You said that something in your legs is new.")
        case "not_settled":
            said = _tr("The pain has not settled yet.")
        case _:
            said = _tr("You stopped because of this: {}.").format(symptom_said(reason))
    return f"{said} {_tr('Please answer this before you go on.')}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("signs", text)
