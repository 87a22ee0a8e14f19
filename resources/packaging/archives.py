"""Archives of Linux, written by Python alone: it takes no Debian to make a .deb, and the same
files make the same bytes. Owners, times, modes and order do not come from the machine.
"""  # noqa: INP001  # a script beside its templates

import io
import lzma
import os
import tarfile
from pathlib import Path, PurePosixPath


class Link(str):
    """A symbolic link, by where it leads."""

    __slots__ = ()


Tree = dict[str, Path | bytes | Link]
"""Files by their paths in an archive."""


def tree_of(folder: Path, under: str) -> Tree:
    """All that lies in a folder, to be put under another name."""
    tree: Tree = {}
    for where, folders, names in os.walk(folder):
        for file in (Path(where, name) for name in (*folders, *names)):
            if file.is_symlink() or not file.is_dir():
                is_link = file.is_symlink()
                name = f"{under}/{file.relative_to(folder).as_posix()}"
                tree[name] = Link(file.readlink().as_posix()) if is_link else file
    return tree


def tar_xz(tree: Tree, at: int, preset: int, root: str = "") -> bytes:
    """Files with the folders above them, all of an instant, as a .tar.xz."""
    buffer = io.BytesIO()
    with (
        lzma.open(buffer, "wb", preset=preset) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        above = {str(p) for name in tree for p in PurePosixPath(name).parents} - {"."}
        above |= {""} if root else set()
        for name in sorted({*tree, *above}):
            member = tarfile.TarInfo(root + name)
            member.mtime, member.uname, member.gname = at, "root", "root"
            _add(tar, member, tree.get(name))
    return buffer.getvalue()


def deb(control: bytes, data: bytes, at: int) -> bytes:
    """An `ar` archive of the format's version, the facts and the files."""
    parts = {"debian-binary": b"2.0\n", "control.tar.xz": control, "data.tar.xz": data}
    packed = b"!<arch>\n"
    for name, part in parts.items():
        packed += f"{name:16}{at:<12}0     0     100644  {len(part):<10}`\n".encode()
        packed += part + b"\n" * (len(part) % 2)
    return packed


def _add(tar: tarfile.TarFile, member: tarfile.TarInfo, file: Path | bytes | Link | None) -> None:
    if file is None:
        member.type, member.mode = tarfile.DIRTYPE, 0o755
        tar.addfile(member)
    elif isinstance(file, Link):
        member.type, member.mode, member.linkname = tarfile.SYMTYPE, 0o777, file
        tar.addfile(member)
    else:
        content = file if isinstance(file, bytes) else file.read_bytes()
        # A library need not run, though whoever copies it often says so.
        runs = isinstance(file, Path) and ".so" not in file.name and os.access(file, os.X_OK)
        member.mode, member.size = 0o755 if runs else 0o644, len(content)
        tar.addfile(member, io.BytesIO(content))
