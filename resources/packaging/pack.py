"""What people download, made of the frozen app: `python pack.py FOLDER [PRESET]`, such as dist/.

On Linux a .tar.xz to be unpacked anywhere and a .deb; elsewhere an archive of the folder.
"""  # noqa: INP001  # a script beside its templates

import gzip
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from string import Template
from textwrap import fill
from xml.sax.saxutils import escape

import icons
from archives import Link, Tree, deb, tar_xz, tree_of

from backplan_gui import __version__, resources
from backplan_gui.core.changelog import Release, releases

ID = "org.backplan.Backplan"
TEMPLATES = Path(__file__).parent
MAINTAINER = "the Backplan authors <authors@backplan.invalid>"
"""Nobody reads mail yet, and RFC 2606 keeps the name free."""
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
BEST = 6
"""Of xz; 9 takes more memory to unpack and saves one part in a hundred."""

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libspeechd.so.2": "libspeechd2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}
"""Libraries that PyInstaller leaves to the system, or does not find on the building machine."""
C_LIBRARY = re.compile(r"(ld-linux.*|lib(c|m|dl|pthread|resolv|rt|util))\.so\.\d+")
ALWAYS = ("fontconfig-config", "xkb-data")
"""Data that the bundled libraries read: which fonts there are, what the keys mean."""
RECOMMENDED = "speech-dispatcher, speech-dispatcher-espeak-ng, xdg-utils"


class Linux:
    """The packages of the app that was frozen into a folder."""

    def __init__(self, folder: Path, preset: int) -> None:
        self._folder, self._app, self._preset = folder, folder / "backplan", preset
        self._machine = platform.machine()
        self._news = releases(resources.file("changelog.md").read_text("utf-8"))
        day = datetime.fromisoformat(self._news[0].date).replace(tzinfo=UTC)
        self._at = int(os.environ.get("SOURCE_DATE_EPOCH", day.timestamp()))
        self._share = self._made()

    def write_tar(self) -> Path:
        """To be unpacked anywhere; what a desktop wants is in its share/."""
        name = f"backplan-{__version__}-linux-{self._machine}"
        path = self._folder / f"{name}.tar.xz"
        tree = tree_of(self._app, name) | _below(f"{name}/share", self._share)
        path.write_bytes(tar_xz(tree, self._at, self._preset))
        return path

    def write_deb(self) -> Path:
        """For Debian and its relatives."""
        architecture = MACHINES[self._machine]
        path = self._folder / f"backplan_{__version__}_{architecture}.deb"
        tree = tree_of(self._app, "usr/lib/backplan") | _below("usr/share", self._share)
        tree["usr/bin/backplan"] = Link("../lib/backplan/backplan")
        contents = {
            name: file if isinstance(file, bytes) else file.read_bytes()
            for name, file in tree.items()
            if not isinstance(file, Link)
        }
        sums = [f"{hashlib.md5(c).hexdigest()}  {n}\n" for n, c in sorted(contents.items())]
        size = sum(-(-len(content) // 1024) for content in contents.values()) + len(tree)
        facts = self._template(
            "control",
            architecture=architecture,
            maintainer=MAINTAINER,
            size=str(size),
            depends=", ".join(needed(self._app)),
            recommends=RECOMMENDED,
        )
        control: Tree = {"control": facts, "md5sums": "".join(sums).encode()}
        facts, data = (tar_xz(part, self._at, self._preset, "./") for part in (control, tree))
        path.write_bytes(deb(facts, data, self._at))
        return path

    def _made(self) -> Tree:
        """Menu entry, icons, description, manual page, what is new and the terms."""
        tree: Tree = {
            f"applications/{ID}.desktop": TEMPLATES / f"{ID}.desktop",
            f"icons/hicolor/scalable/apps/{ID}.svg": resources.file("design/app-icon.svg"),
            f"metainfo/{ID}.metainfo.xml": self._template(
                f"{ID}.metainfo.xml", releases="".join(map(_in_xml, self._news))
            ),
            "man/man1/backplan.1.gz": gzip.compress(
                self._template("backplan.1", date=self._news[0].date), mtime=0
            ),
            "doc/backplan/changelog.gz": gzip.compress(
                "\n".join(map(_in_debian, self._news)).encode(), mtime=0
            ),
            "doc/backplan/copyright": self._template("copyright", mit=_indented_licence()),
            "lintian/overrides/backplan": TEMPLATES / "lintian-overrides",
        }
        with tempfile.TemporaryDirectory() as name:
            icons.write(Path(name))
            for size in icons.SIZES:
                picture = Path(name, f"{size}.png").read_bytes()
                tree[f"icons/hicolor/{size}x{size}/apps/{ID}.png"] = picture
        return tree

    def _template(self, name: str, **values: str) -> bytes:
        text = (TEMPLATES / name).read_text("utf-8")
        return Template(text).substitute(values, version=__version__).encode()


def _below(folder: str, tree: Tree) -> Tree:
    return {f"{folder}/{name}": file for name, file in tree.items()}


def needed(app: Path) -> list[str]:
    """The Debian packages that have what the app's own libraries ask for and it does not bring."""
    with_links = [file for file in app.rglob("*") if file.is_file()]
    binaries = [f for f in with_links if not f.is_symlink() and f.read_bytes()[:4] == b"\x7fELF"]
    told = subprocess.run(
        ["objdump", "-p", *binaries], capture_output=True, text=True, check=True
    ).stdout
    missing = set(re.findall(r"NEEDED +(\S+)", told)) - {file.name for file in with_links}
    newest = max(int(n) for n in re.findall(r"GLIBC_2\.(\d+)", told))
    others = {name for name in missing if not C_LIBRARY.fullmatch(name)}
    if unknown := others - set(PACKAGES):
        raise SystemExit(f"Please say in {__file__} which package has {', '.join(unknown)}.")
    packages = {PACKAGES[name] for name in others}
    return sorted({f"libc6 (>= 2.{newest})", *ALWAYS, *packages})


def _in_xml(release: Release) -> str:
    points = "".join(f"<li>{escape(change)}</li>" for change in release.changes)
    head = f'<release version="{release.version}" date="{release.date}">'
    return f"{head}<description><ul>{points}</ul></description></release>"


def _in_debian(release: Release) -> str:
    day = datetime.fromisoformat(release.date)
    points = "".join(
        fill(change, 78, initial_indent="  * ", subsequent_indent="    ") + "\n"
        for change in release.changes
    )
    end = f" -- {MAINTAINER}  {day:%a, %d %b %Y} 00:00:00 +0000\n"
    return f"backplan ({release.version}) unstable; urgency=low\n\n{points}\n{end}"


def _indented_licence() -> str:
    """As the format of Debian wants a text; its head and its holder stand elsewhere."""
    text = (TEMPLATES.parents[1] / "LICENSE").read_text("utf-8")
    lines = text.partition("\n\n")[2].partition("\n\n")[2].splitlines()
    return "\n".join(f" {line or '.'}" for line in lines)


def main(folder: Path, preset: int) -> None:
    """Write all that there is for this system, and say so."""
    if sys.platform == "linux":
        packages = Linux(folder, preset)
        with ThreadPoolExecutor(2) as together:  # xz leaves Python to the other
            jobs = [together.submit(write) for write in (packages.write_tar, packages.write_deb)]
            paths = [job.result() for job in jobs]
    elif sys.platform == "darwin":
        path = folder / f"backplan-{__version__}-macos-{platform.machine()}.zip"
        app = folder / "Backplan.app"
        subprocess.run(["ditto", "-c", "-k", "--keepParent", app, path], check=True)
        paths = [path]
    else:
        name = folder / f"backplan-{__version__}-windows-{platform.machine().lower()}"
        paths = [Path(shutil.make_archive(str(name), "zip", folder, "backplan"))]
    for path in paths:
        sys.stderr.write(f"{path}: {path.stat().st_size / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else BEST)
