"""Whether the data folder lies where something else writes too: on a network, in a cloud folder.

SQLite keeps its promises on a disk of this computer. A file system of the network may lose a
lock or the order of writes, and a program that carries a folder into a cloud copies the record
while it is written, or puts an older one in its place (sqlite.org, howtocorrupt 2.1 and 4.2;
the manual of Anki says the same of its collection).
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStorageInfo

_NETWORK = re.compile(
    r"9p|afpfs|afs|ceph|cifs|coda|davfs|gfs2?|lustre|ncpfs|nfs[34]?|ocfs2|smb[23]|smbfs|webdav"
    r"|fuse\.(sshfs|rclone|davfs2?|curlftpfs|glusterfs|gvfsd-fuse|s3fs|cifs|smbnetfs|juicefs)"
)
"""As Linux and macOS name them. Other file systems in user space may be a local disk."""


class Place(StrEnum):
    """Where a folder lies."""

    HERE = "here"
    """On a disk of this computer alone, as far as can be seen."""
    NETWORK = "network"
    CLOUD = "cloud"


class Placed(NamedTuple):
    """Where a folder lies, and the name of what carries it elsewhere."""

    place: Place
    cloud: str = ""


class _Cloud(NamedTuple):
    name: str
    called: str
    """What its folder is called; an account or a number may follow."""
    marker: str
    """What lies in its folder, whatever that is called; may have a `*`."""


_CLOUDS = (
    _Cloud("Dropbox", "Dropbox", ".dropbox.cache"),
    _Cloud("OneDrive", "OneDrive", ".849C9593-D756-4E56-8D6E-42412F2A707B"),
    _Cloud("Google Drive", "Google ?Drive", ".tmp.drive*load"),
    _Cloud("iCloud Drive", "Mobile Documents|com~apple~CloudDocs|iCloud ?Drive", ".iCloudDrive"),
    _Cloud("Nextcloud", "Nextcloud", ".sync_*.db"),
    _Cloud("ownCloud", "ownCloud", ".owncloudsync.log"),
    _Cloud("Syncthing", "Syncthing", ".stfolder"),
)


def placed(folder: Path) -> Placed:
    """Where a folder lies that is there; what cannot be looked at tells nothing."""
    try:
        return _placed(folder)
    except OSError:
        return Placed(Place.HERE)


def _placed(folder: Path) -> Placed:
    kind, volume = _volume(folder)
    cloud = next((c.name for c in _CLOUDS if _is_within(folder, volume, c)), "")
    if cloud:
        return Placed(Place.CLOUD, cloud)
    shared = _NETWORK.fullmatch(kind) or str(folder.resolve()).startswith(
        "\\\\"
    )  # a share of Windows
    return Placed(Place.NETWORK if shared else Place.HERE)


def _volume(folder: Path) -> tuple[str, str]:
    """The kind of the file system and what the volume is called."""
    volume = QStorageInfo(str(folder))
    return bytes(volume.fileSystemType().data()).decode("ascii", "replace").lower(), volume.name()


def _is_within(folder: Path, volume: str, cloud: _Cloud) -> bool:
    """By a name on the way to the folder, as it is spelled or as it is, or by what lies there."""
    called = re.compile(rf"({cloud.called})\d*( ?[-(].*)?")
    around = list(_around(folder))
    if any(called.fullmatch(name) for name in (volume, *(place.name for place in around))):
        return True
    return any(next(place.glob(cloud.marker), None) is not None for place in around)


def _around(folder: Path) -> Iterator[Path]:
    for way in {folder.absolute(), folder.resolve()}:
        yield from (way, *way.parents)
