"""Where the data folder lies is told from its file system, its way and what lies beside it."""

from pathlib import Path

import pytest

from backplan_gui.store import placing
from backplan_gui.store.placing import Place, Placed, placed


@pytest.fixture(autouse=True)
def _on_a_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the tests run."""
    monkeypatch.setattr(placing, "_volume", lambda _: ("ext4", ""))


def made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def test_a_folder_on_a_disk_of_this_computer_lies_here(tmp_path: Path) -> None:
    folder = made(tmp_path / ".local" / "share" / "Backplan")
    (tmp_path / ".dropbox").mkdir()  # a home with Dropbox, which keeps its settings there
    (tmp_path / "Dropbox").mkdir()
    assert placed(folder) == Placed(Place.HERE)


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"])
def test_a_file_system_of_the_network_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(placing, "_volume", lambda _: (kind, ""))
    assert placed(tmp_path) == Placed(Place.NETWORK)


@pytest.mark.parametrize("kind", ["fuseblk", "fuse.gocryptfs", "btrfs", "apfs", "ntfs", ""])
def test_others_are_a_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(placing, "_volume", lambda _: (kind, "Data"))
    assert placed(tmp_path) == Placed(Place.HERE)


def test_a_share_of_windows_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "resolve", lambda _: Path("\\\\server\\anna\\Backplan"))
    assert placed(tmp_path) == Placed(Place.NETWORK)


@pytest.mark.parametrize(
    ("way", "cloud"),
    [
        ("Dropbox/Backplan", "Dropbox"),
        ("Dropbox (Personal)/health/Backplan", "Dropbox"),
        ("OneDrive/Backplan", "OneDrive"),
        ("OneDrive - Contoso/Documents/Backplan", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal/Backplan", "OneDrive"),
        ("Google Drive/Backplan", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-anna@example.org/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Backplan", "iCloud Drive"),
        ("iCloudDrive/Backplan", "iCloud Drive"),
        ("Nextcloud2/Backplan", "Nextcloud"),
        ("ownCloud/Backplan", "ownCloud"),
    ],
)
def test_the_folder_of_a_cloud_is_known_by_its_name(tmp_path: Path, way: str, cloud: str) -> None:
    assert placed(made(tmp_path / way)) == Placed(Place.CLOUD, cloud)


@pytest.mark.parametrize(
    ("marker", "cloud"),
    [
        (".dropbox.cache/", "Dropbox"),
        (".tmp.driveupload/", "Google Drive"),
        (".sync_1a2b3c.db", "Nextcloud"),
        (".stfolder/", "Syncthing"),
    ],
)
def test_or_by_what_lies_in_it(tmp_path: Path, marker: str, cloud: str) -> None:
    folder = made(tmp_path / "carried along" / "Backplan")
    beside = folder.parent / marker
    if marker.endswith("/"):
        beside.mkdir()
    else:
        beside.touch()
    assert placed(folder) == Placed(Place.CLOUD, cloud)


@pytest.mark.parametrize("name", ["My Dropbox ideas", "OneDriver", "Nextcloudy", "dropbox"])
def test_a_folder_may_have_a_name_like_it(tmp_path: Path, name: str) -> None:
    assert placed(made(tmp_path / name)) == Placed(Place.HERE)


def test_a_volume_may_be_a_cloud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the drive G: on Windows."""
    monkeypatch.setattr(placing, "_volume", lambda _: ("fat32", "Google Drive"))
    assert placed(tmp_path) == Placed(Place.CLOUD, "Google Drive")


def test_a_link_into_a_cloud_is_followed(tmp_path: Path) -> None:
    there = made(tmp_path / "Dropbox" / "Backplan")
    link = tmp_path / "Backplan"
    link.symlink_to(there)
    assert placed(link) == Placed(Place.CLOUD, "Dropbox")


def test_a_cloud_may_be_a_link_to_another_disk(tmp_path: Path) -> None:
    there = made(tmp_path / "disk" / "Backplan")
    (tmp_path / "Dropbox").symlink_to(there.parent)
    assert placed(tmp_path / "Dropbox" / "Backplan") == Placed(Place.CLOUD, "Dropbox")


def test_what_cannot_be_looked_at_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "glob", refuse)
    assert placed(tmp_path) == Placed(Place.HERE)


class TestTheRealVolume:
    """What Qt tells of the disk of the tests."""

    @pytest.fixture(autouse=True)
    def _on_a_disk(self) -> None:
        """Nothing is put in its place."""

    def test_has_a_kind(self, tmp_path: Path) -> None:
        kind, _ = placing._volume(tmp_path)
        assert kind
        assert kind == kind.lower()
