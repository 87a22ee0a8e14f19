"""What the settings say of voice, sound and screen: what works here, or why not and what helps.

Pure functions. Whatever is missing, the last sentence tells what guides the person instead.
"""

import sys

from PySide6.QtCore import QCoreApplication, QLocale

from ..services.awake import Answer
from ..services.voice import Silence, VoiceName


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


def voice_said(silence: Silence, engine: str) -> str:
    """What speaks, or why nothing does and what helps."""
    match silence:
        case Silence.NONE:
            if not engine:
                return _tr("This computer’s own voice speaks.")
            return _tr("{} speaks, with the voices of this computer.").format(engine)
        case Silence.STARTING:
            return _tr("The voice is getting ready.")
        case Silence.NO_ENGINE:
            return _tr("This computer has no voice installed.") + " " + _way_to_a_voice()
        case Silence.NO_SOUND:
            return _tr("No sound device was found. Connect or switch one on.")
        case Silence.NO_VOICE:
            name = engine or _tr("This computer")
            said = _tr("{} has no English voice. Add one, then press Hear an example.")
            return said.format(name)
        case Silence.HANGS:
            return _tr("The voice does not answer. Press Hear an example to try again.")


def _way_to_a_voice() -> str:
    if sys.platform in ("win32", "darwin"):
        return _tr("Add one in the system’s settings, then press Hear an example.")
    return _tr("Install Speech Dispatcher with eSpeak, then press Hear an example.")


def lost_voice() -> str:
    """The voice that was chosen is not there."""
    return _tr("The voice you chose is not there now. The system’s first speaks.")


def guided(*, cues: bool) -> str:
    """What guides a person where nothing is spoken."""
    if cues:
        return _tr("Cue sounds and the screen guide you.")
    return _tr("The screen guides you.")


def unspoken() -> str:
    """The voice is off because the person wants it so."""
    return _tr("Nothing is spoken.")


def unheard(*, known: bool) -> str:
    """Cue sounds are wished for, and there is nothing to play them on; that may be said already
    of the voice.
    """
    if known:
        return _tr("So these are silent too.")
    return _tr("No sound device was found, so these are silent. The screen shows every cue.")


def screen_said(awake: Answer) -> str:
    """Whether the screen stays on, or why not and what helps."""
    match awake:
        case Answer.UNASKED:
            return _tr("This computer is asked for it when a session begins.")
        case Answer.OFFERED:
            return _tr("The screen can be kept on here. That is asked for when a session begins.")
        case Answer.KEPT:
            return _tr("This computer keeps it on.")
        case Answer.NO_WAY:
            said = _tr("The screen cannot be kept on here: this desktop offers no way.")
        case Answer.NO_ANSWER:
            said = _tr("The screen could not be kept on here: the desktop did not answer.")
    return said + " " + _tr("The system’s own settings can keep it on for longer.")


def voice_title(voice: VoiceName) -> str:
    """A voice for people. Names with a bracket tell where it is from, as those of eSpeak; of
    the others the locale does.
    """
    place = QLocale(voice.locale).nativeTerritoryName()
    return voice.name if "(" in voice.name or not place else f"{voice.name} · {place}"
