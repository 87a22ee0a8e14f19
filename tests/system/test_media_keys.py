"""A session as a player, and playerctl, which stands for a desktop and its media keys."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import needs
from tests.system.bus import SESSION, Talker, private_bus, talking
from tests.system.outside import PATIENCE_S, environment, started, until

pytestmark = [
    pytest.mark.long,
    pytest.mark.system,
    needs("dbus-daemon", package="dbus"),
    needs("playerctl", package="playerctl"),
]

REMOTE = (sys.executable, "-m", "tests.system.remote")
POSE = ("Child’s Pose", "Hold · Set 1 of 3")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    with private_bus(tmp_path) as address:
        yield address


@pytest.fixture
def remote(bus: str) -> Iterator[Talker]:
    with talking(*REMOTE, **{SESSION: bus}) as remote:
        yield remote
        assert remote.end() == 0


def show(remote: Talker, *what: object) -> None:
    remote.tell("show", *what)
    assert remote.said() == ["done", "show"]


def hide(remote: Talker) -> None:
    remote.tell("hide")
    assert remote.said() == ["done", "hide"]


def playerctl(bus: str, *command: str) -> str:
    """What playerctl prints; empty where it found no player."""
    return subprocess.run(
        ["playerctl", *command],
        env=environment(**{SESSION: bus}),
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    ).stdout.strip()


def test_the_session_is_seen_with_its_title_and_status(bus: str, remote: Talker) -> None:
    assert not playerctl(bus, "--list-all")
    show(remote, *POSE, True, 30_000, 2_500)
    assert playerctl(bus, "--list-all") == "backplan"
    assert playerctl(bus, "status") == "Playing"
    assert playerctl(bus, "metadata", "--format", "{{title}} / {{artist}}") == " / ".join(POSE)
    assert playerctl(bus, "metadata", "mpris:length") == "30000000"
    assert 2.5 <= float(playerctl(bus, "position")) < 2.5 + PATIENCE_S
    show(remote, *POSE, False, 30_000, 4_000)
    assert playerctl(bus, "status") == "Paused"
    show(remote, "Cat-Cow", "Set 1 of 2", True, 0, 0)
    assert playerctl(bus, "metadata", "title") == "Cat-Cow"
    assert not playerctl(bus, "metadata", "mpris:length")


@pytest.mark.parametrize(
    ("command", "wish"),
    [
        ("play", "play"),
        ("pause", "pause"),
        ("play-pause", "play or pause"),
        ("next", "next"),
        ("previous", "previous"),
        ("stop", "stop"),
    ],
)
def test_its_keys_arrive(bus: str, remote: Talker, command: str, wish: str) -> None:
    show(remote, *POSE, True, 30_000, 0)
    playerctl(bus, command)
    assert remote.said() == [wish]
    hide(remote)


def test_it_leaves_the_bus_at_the_end(bus: str, remote: Talker) -> None:
    show(remote, *POSE, True, 30_000, 0)
    assert playerctl(bus, "--list-all") == "backplan"
    hide(remote)
    assert not playerctl(bus, "--list-all")


def test_session_after_session_has_the_same_name(bus: str, remote: Talker) -> None:
    for _ in range(50):
        for what in (("show", *POSE, True, 30_000, 0), ("hide",)):
            remote.tell(*what)
    remote.tell("show", "Cat-Cow", "Set 1 of 2", True, 0, 0)
    for _ in range(101):
        assert remote.said()[0] == "done"
    assert playerctl(bus, "--list-all") == "backplan"
    assert playerctl(bus, "metadata", "title") == "Cat-Cow"


def test_a_stop_may_end_the_session(bus: str, remote: Talker) -> None:
    show(remote, *POSE, True, 30_000, 0)
    remote.tell("hide when asked")
    assert remote.said() == ["done", "hide when asked"]
    playerctl(bus, "stop")
    assert remote.said() == ["stop"]
    assert not playerctl(bus, "--list-all")


def test_a_second_backplan_has_a_name_of_its_own(bus: str, remote: Talker) -> None:
    show(remote, *POSE, True, 30_000, 0)
    with talking(*REMOTE, **{SESSION: bus}) as second:
        show(second, "Cat-Cow", "Set 1 of 2", True, 0, 0)
        name = f"backplan.instance{second.process.pid}"
        assert set(playerctl(bus, "--list-all").split()) == {"backplan", name}
        assert playerctl(bus, f"--player={name}", "metadata", "title") == "Cat-Cow"
        hide(second)
    assert playerctl(bus, "--list-all") == "backplan"


def test_players_understand_what_they_are_told(bus: str, remote: Talker) -> None:
    """Followed by playerctl: a line for each change that it was told of."""
    show(remote, *POSE, True, 30_000, 0)
    follow = ("playerctl", "--follow", "metadata", "--format", "{{status}} {{title}}")
    with started(*follow, env=environment(**{SESSION: bus})) as player:
        assert player.stdout
        assert player.stdout.readline() == f"Playing {POSE[0]}\n"
        for position in range(100, 2_000, 100):
            show(remote, *POSE, True, 30_000, position)
        show(remote, *POSE, False, 30_000, 2_000)
        assert player.stdout.readline() == f"Paused {POSE[0]}\n"
        show(remote, "Cat-Cow", "Set 1 of 2", False, 0, 0)
        assert player.stdout.readline() == "Paused Cat-Cow\n"


def dbus_send(bus: str, method: str, *values: str) -> str:
    """The answer to a call, every value with its type."""
    player = ("--dest=org.mpris.MediaPlayer2.backplan", "/org/mpris/MediaPlayer2")
    said = subprocess.run(
        ["dbus-send", f"--bus={bus}", "--print-reply", *player, method, *values],
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    ).stdout
    return " ".join(said.split())


def properties(bus: str, interface: str) -> dict[str, str]:
    said = dbus_send(bus, "org.freedesktop.DBus.Properties.GetAll", f"string:{interface}")
    found = re.findall(r'dict entry\( string "(\w+)" variant (.*?) \)(?= dict entry| \]$)', said)
    return dict(found)


def test_the_application_is_what_the_specification_wants(bus: str, remote: Talker) -> None:
    show(remote, *POSE, True, 30_000, 0)
    assert properties(bus, "org.mpris.MediaPlayer2") == {
        "CanQuit": "boolean false",
        "CanRaise": "boolean true",
        "HasTrackList": "boolean false",
        "Identity": 'string "Backplan"',
        "DesktopEntry": 'string "org.backplan.Backplan"',
        "SupportedUriSchemes": "array [ ]",
        "SupportedMimeTypes": "array [ ]",
    }
    dbus_send(bus, "org.mpris.MediaPlayer2.Raise")
    assert remote.said() == ["raise"]
    dbus_send(bus, "org.mpris.MediaPlayer2.Quit")
    assert playerctl(bus, "--list-all") == "backplan"


def test_the_player_is_what_the_specification_wants(bus: str, remote: Talker) -> None:
    show(remote, *POSE, True, 36 * 60_000, 1_000)
    interface = "org.mpris.MediaPlayer2.Player"
    told = properties(bus, interface)
    assert told.pop("Metadata")
    assert told == {
        "PlaybackStatus": 'string "Playing"',
        "Position": "int64 1000000",
        **dict.fromkeys(("Rate", "MinimumRate", "MaximumRate", "Volume"), "double 1"),
        **dict.fromkeys(("CanGoNext", "CanGoPrevious", "CanPlay"), "boolean true"),
        **dict.fromkeys(("CanPause", "CanControl"), "boolean true"),
        "CanSeek": "boolean false",
    }
    get = "org.freedesktop.DBus.Properties.Get"
    metadata = dbus_send(bus, get, f"string:{interface}", "string:Metadata")
    for name, value in (
        ("mpris:trackid", 'object path "/org/backplan/Backplan/track/1"'),
        ("mpris:length", "int64 2160000000"),
        ("xesam:title", f'string "{POSE[0]}"'),
        ("xesam:artist", f'array [ string "{POSE[1]}" ]'),
    ):
        assert f'string "{name}" variant {value} )' in metadata


def test_what_the_player_cannot_do_it_takes_in_silence(bus: str, remote: Talker) -> None:
    show(remote, *POSE, True, 30_000, 1_000)
    interface = "org.mpris.MediaPlayer2.Player"
    dbus_send(bus, f"{interface}.Seek", "int64:5000000")
    dbus_send(bus, f"{interface}.SetPosition", "objpath:/org/a", "int64:5000000")
    dbus_send(bus, f"{interface}.OpenUri", "string:https://example.org")
    assert properties(bus, interface)["Position"] == "int64 1000000"
    hide(remote)


def test_what_changes_is_told_and_nothing_else(bus: str, remote: Talker) -> None:
    """As dbus-monitor sees it; a change of a title is the last of what it waits for."""
    show(remote, *POSE, True, 30_000, 1_000)
    monitor = ("dbus-monitor", "--address", bus, "type='signal',path='/org/mpris/MediaPlayer2'")
    with started(*monitor, env=environment()) as watching:
        assert watching.stdout
        while "NameLost" not in watching.stdout.readline():
            pass
        for position in range(1_100, 3_000, 100):
            show(remote, *POSE, True, 30_000, position)
        show(remote, *POSE, True, 30_000, 11_100)
        show(remote, *POSE, False, 30_000, 11_100)
        show(remote, "Cat-Cow", "Set 1 of 2", False, 0, 0)
        told = ""
        while '"Cat-Cow"' not in told:
            told += " ".join(watching.stdout.readline().split()) + "\n"
    told = re.sub(r"signal time=.* member=", "", told)
    names = re.findall(r'^(?:string ")?(Seeked|Prop\w+|Playb\w+|Metadata)"?$', told, re.MULTILINE)
    assert names == [
        "Seeked",
        *("PropertiesChanged", "PlaybackStatus"),
        *("PropertiesChanged", "Metadata"),
    ]
    assert "Seeked\nint64 11100000\n" in told


def test_a_bus_that_dies_takes_nothing_with_it(tmp_path: Path) -> None:
    with ExitStack() as living:
        bus = living.enter_context(private_bus(tmp_path))
        with talking(*REMOTE, **{SESSION: bus}) as remote:
            show(remote, *POSE, True, 30_000, 0)
            living.close()
            show(remote, *POSE, False, 30_000, 100)
            hide(remote)
            show(remote, *POSE, True, 30_000, 100)
            assert remote.end() == 0


def test_the_app_itself_is_seen_paused_skipped_and_gone(bus: str, tmp_path: Path) -> None:
    app = (sys.executable, "-m", "tests.system.heard", str(tmp_path), "voice=false", "chimes=false")
    env = environment(**{SESSION: bus, "QT_QPA_PLATFORM": "offscreen"})
    with started(*app, env=env) as process:
        until(lambda: playerctl(bus, "status") == "Playing", "the session is on the bus")
        assert playerctl(bus, "metadata", "title") == "Child’s Pose"
        playerctl(bus, "pause")
        until(lambda: playerctl(bus, "status") == "Paused", "it is paused")
        playerctl(bus, "play")
        until(lambda: playerctl(bus, "status") == "Playing", "it goes on")
        artist = playerctl(bus, "metadata", "artist")
        playerctl(bus, "next")
        until(lambda: playerctl(bus, "metadata", "artist") != artist, "it is in another step")

        def skipped_to_the_end() -> bool:
            playerctl(bus, "next")
            return process.poll() is not None

        until(skipped_to_the_end, "the session is over")
        assert not playerctl(bus, "--list-all")
