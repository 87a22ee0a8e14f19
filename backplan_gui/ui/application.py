"""The Qt application: its names, its words, and what is said where there is no window of ours."""

import sys

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from .. import __version__, resources

APPLICATION_ID = "org.backplan.Backplan"


def make_application() -> QApplication:
    """The Qt application with its names and its icon's id."""
    QApplication.setApplicationName("Backplan")
    QApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    return QApplication(["backplan"])


def install_words(language: str) -> None:
    """Ours and Qt's own words in a language, and its names of days and months; English too has
    plurals to fill in.
    """
    application = QCoreApplication.instance()
    assert application is not None
    QLocale.setDefault(QLocale(language))
    ours = resources.root() / "i18n"
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, where in ((f"backplan_{language}", str(ours)), (f"qtbase_{language}", qts)):
        if application.findChild(QTranslator, name) is None:
            translator = QTranslator(application)
            translator.setObjectName(name)
            if translator.load(name, where):
                application.installTranslator(translator)


def has_screen() -> bool:
    """A window can be seen by a person."""
    return QGuiApplication.platformName() not in ("offscreen", "minimal")


def refuse(sentence: str) -> int:
    """Say why there is no window: in the terminal, and in a box where a person can see one."""
    if sys.stderr is not None:
        sys.stderr.write(sentence.replace("\n", " ") + "\n")
    if has_screen():
        show_in_box(sentence)
    return 2


def show_in_box(text: str) -> None:
    """Tell it where there is no terminal, as on Windows; stays until it is closed."""
    from PySide6.QtWidgets import QMessageBox

    application = QApplication.instance() or make_application()
    box = QMessageBox(QMessageBox.Icon.NoIcon, application.applicationName(), "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.exec()
