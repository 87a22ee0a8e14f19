"""What a power cut leaves of a folder, worked out from the system calls of a process.

`strace` writes down what the process asks of its files. At any instant of that the disk may
hold: all that was synced, and none, all or any part of what was not. A file's bytes are safe
when the file was synced; that it has its name, when its folder was. Of the names that were
not synced those given first are there first, as on any file system with a journal.
"""

import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.system.outside import PATIENCE_S, ROOT, environment

CALLS = (
    "openat,read,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,"
    "unlink,unlinkat,mkdir,mkdirat,link,linkat,copy_file_range,sendfile,pwritev,writev"
)
NEVER = ("link", "linkat", "copy_file_range", "sendfile", "pwritev", "writev")
"""Calls that change files and are not understood here: there must be none."""
LOST, WHOLE, TORN = "lost", "whole", "torn"
FATES = (LOST, WHOLE, TORN)
"""What may become of what was not synced."""

_LINE = re.compile(r"\d+ +(?P<call>\w+)\((?P<what>.*)\) += (?P<got>\d+)(?:<(?P<opened>[^>]*)>)?")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"(\d+)<([^>]*)>")


class Change(NamedTuple):
    """Bytes written at a place; None cuts the file there, or lengthens it with zeros."""

    at: int
    data: bytes | None


class File:
    """Its bytes on the disk, and what was asked since."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = bytearray(data)
        self.pending: list[Change] = []

    def sync(self) -> None:
        for change in self.pending:
            _apply(self.data, change)
        self.pending.clear()

    def after(self, fate: str, chance: random.Random) -> bytes:
        """What is in it when the power comes back."""
        data = bytearray(self.data)
        for change in () if fate == LOST else self.pending:
            if fate == WHOLE or chance.random() < 0.5:
                torn = fate == TORN and change.data and chance.random() < 0.3
                length = chance.randrange(len(change.data or b"") + 1) if torn else None
                _apply(data, change._replace(data=change.data and change.data[:length]))
        return bytes(data)


class Named(NamedTuple):
    """A name given to a file (None: to a folder), or taken away from it."""

    path: str
    file: File | None
    is_there: bool


Names = dict[str, File | None]


class Disk:
    """A folder as the process sees it, and as it is on the disk."""

    def __init__(self, folder: Path) -> None:
        self.root = str(folder)
        self._seen: Names = {}
        for path in sorted(folder.rglob("*")):
            self._seen[str(path)] = File(path.read_bytes()) if path.is_file() else None
        self._kept = dict(self._seen)
        self._pending: list[tuple[Named, ...]] = []

    def make(self, path: str, file: File | None) -> None:
        self._name(Named(path, file, True))

    def rename(self, old: str, new: str) -> None:
        self._name(Named(new, self._seen[old], True), Named(old, None, False))

    def unlink(self, path: str) -> None:
        self._name(Named(path, None, False))

    def sync_folder(self, path: str) -> None:
        """A rename from one folder to another is on the disk with either of them."""
        for names in self._pending:
            if any(str(Path(name.path).parent) == path for name in names):
                _name_all(self._kept, names)
        self._pending = [
            names
            for names in self._pending
            if all(str(Path(name.path).parent) != path for name in names)
        ]

    def file(self, path: str) -> File | None:
        """What has that name; none if it was removed, or is outside."""
        return self._seen.get(path)

    def is_folder(self, path: str) -> bool:
        return path == self.root or (path in self._seen and self._seen[path] is None)

    def leave(self, folder: Path, fate: str, chance: random.Random) -> None:
        """Write down what a power cut leaves at this instant."""
        pending = self._pending
        reached = {LOST: 0, WHOLE: len(pending), TORN: chance.randint(0, len(pending))}
        names = dict(self._kept)
        for given in pending[: reached[fate]]:
            _name_all(names, given)
        folder.mkdir()
        for path in sorted(names):
            target, file = folder / Path(path).relative_to(self.root), names[path]
            if file is None:
                target.mkdir()
            elif target.parent.is_dir():  # else the folder itself is lost
                target.write_bytes(file.after(fate, chance))

    def _name(self, *names: Named) -> None:
        _name_all(self._seen, names)
        self._pending.append(names)


def _name_all(names: Names, given: Sequence[Named]) -> None:
    for name in given:
        if name.is_there:
            names[name.path] = name.file
        else:
            names.pop(name.path, None)


def _apply(data: bytearray, change: Change) -> None:
    data.extend(bytes(max(0, change.at - len(data))))
    if change.data is None:
        del data[change.at :]
    else:
        data[change.at : change.at + len(change.data)] = change.data


class Trace:
    """A process that ran to its end, and each of its steps on a disk."""

    def __init__(self, command: Sequence[str], folder: Path, log: Path) -> None:
        self.disk = Disk(folder)
        self.said = 0
        """How many lines the process has said."""
        self._places: dict[str, int] = {}
        options = ("-f", "-y", "-xx", "-s", "4000000", "-e", f"trace={CALLS}", "-o", str(log))
        subprocess.run(
            ["strace", *options, *command],
            cwd=ROOT,
            env=environment(),
            check=True,
            timeout=PATIENCE_S,
            stdout=subprocess.DEVNULL,
        )
        with log.open() as lines:
            calls = [found for line in lines if (found := _LINE.match(line))]
        self._calls = [call for call in calls if self._matters(call)]

    def __len__(self) -> int:
        return len(self._calls)

    def steps(self) -> Iterator[int]:
        """The number of each step, after it was taken."""
        for number, call in enumerate(self._calls):
            self._take(call)
            yield number

    def _matters(self, call: re.Match[str]) -> bool:
        """It is about the folder, or says something."""
        if call["call"] == "write" and call["what"].startswith("1<"):
            return True
        root = self.disk.root
        inside = any(_plain(text).startswith(root) for text in _strings(call["what"]))
        return inside or any(
            _plain(path).startswith(root) for _, path in _FILE.findall(call["what"])
        )

    def _take(self, call: re.Match[str]) -> None:
        name, what, got = call["call"], call["what"], int(call["got"])
        assert name not in NEVER, call[0]
        paths = [_plain(text) for text in _strings(what)]
        if name == "openat":
            self._open(paths[0], what, str(got))
        elif name.startswith("rename"):
            self.disk.rename(*paths)
        elif name.startswith("unlink"):
            self.disk.unlink(paths[0])
        elif name.startswith("mkdir"):
            self.disk.make(paths[0], None)
        else:
            self._use(name, what, got)

    def _open(self, path: str, what: str, number: str) -> None:
        self._places[number] = 0
        if "O_CREAT" in what and self.disk.file(path) is None:
            self.disk.make(path, File())
        file = self.disk.file(path)
        if file is not None and "O_TRUNC" in what:
            file.pending.append(Change(0, None))

    def _use(self, name: str, what: str, got: int) -> None:
        found = _FILE.match(what)
        assert found, what
        number, path = found[1], _plain(found[2])
        if name == "write" and number == "1":
            self.said += 1
        elif name == "lseek":
            self._places[number] = got
        elif name == "read":
            self._places[number] += got
        elif name in ("fsync", "fdatasync") and self.disk.is_folder(path):
            self.disk.sync_folder(path)
        else:
            file = self.disk.file(path)
            if file is not None and not what[found.end() :].startswith("(deleted)"):
                self._change(file, name, what, number, got)

    def _change(self, file: File, name: str, what: str, number: str, got: int) -> None:
        if name in ("fsync", "fdatasync"):
            file.sync()
        elif name == "ftruncate":
            file.pending.append(Change(int(what.rsplit(", ", 1)[1]), None))
        else:
            data = _bytes(_STRING.findall(what)[0])[:got]
            at = int(what.rsplit(", ", 1)[1]) if name == "pwrite64" else self._places[number]
            self._places[number] = at + got
            file.pending.append(Change(at, data))


def _strings(what: str) -> list[str]:
    """The paths of a call that has paths; data is no path."""
    return [text for text in _STRING.findall(what) if text.startswith("\\x2f")]


def _plain(path: str) -> str:
    return _bytes(path).decode(errors="replace") if path.startswith("\\x") else path


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
