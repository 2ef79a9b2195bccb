#!/usr/bin/env python3
"""Set up a checkout and use it, on a machine that has nothing but Python 3.11 or newer.

python3 packaging/dev.py run  [ARGS...]    set up what is missing, then start the program
python3 packaging/dev.py test [ARGS...]    set up what is missing, then check format, lint, types and run the tests;
                                           with ARGS only pytest runs, and gets them
python3 packaging/dev.py package           make the .deb, the .run, the wheel and the source archive, in dist/
python3 packaging/dev.py check-package     install each of them in a clean minimal system, use it, remove it (as root)
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "packaging" / "requirements" / "dev.txt"
VENV = ROOT / ".venv"
READY = VENV / ".ready"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
SELFCHECK = ROOT / "build" / "selfcheck"

# The shared libraries that Qt's wheel expects of the system, by the Debian package that holds them.
LIBRARIES = {
    "libdbus-1-3": ["libdbus-1.so.3"],
    "libegl1": ["libEGL.so.1"],
    "libfontconfig1": ["libfontconfig.so.1"],
    "libfreetype6": ["libfreetype.so.6"],
    "libgl1": ["libGL.so.1"],
    "libglib2.0-0": ["libglib-2.0.so.0", "libgthread-2.0.so.0"],
    "libx11-6": ["libX11.so.6"],
    "libx11-xcb1": ["libX11-xcb.so.1"],
    "libxcb-cursor0": ["libxcb-cursor.so.0"],
    "libxcb-icccm4": ["libxcb-icccm.so.4"],
    "libxcb-image0": ["libxcb-image.so.0"],
    "libxcb-keysyms1": ["libxcb-keysyms.so.1"],
    "libxcb-randr0": ["libxcb-randr.so.0"],
    "libxcb-render-util0": ["libxcb-render-util.so.0"],
    "libxcb-render0": ["libxcb-render.so.0"],
    "libxcb-shape0": ["libxcb-shape.so.0"],
    "libxcb-shm0": ["libxcb-shm.so.0"],
    "libxcb-sync1": ["libxcb-sync.so.1"],
    "libxcb-util1": ["libxcb-util.so.1"],
    "libxcb-xfixes0": ["libxcb-xfixes.so.0"],
    "libxcb-xkb1": ["libxcb-xkb.so.1"],
    "libxcb1": ["libxcb.so.1"],
    "libxkbcommon-x11-0": ["libxkbcommon-x11.so.0"],
    "libxkbcommon0": ["libxkbcommon.so.0"],
    "libzstd1": ["libzstd.so.1"],
    "zlib1g": ["libz.so.1"],
}
# The fonts the window is drawn for, by a file each package installs. The program runs without them and looks plainer.
FONTS = {
    "fonts-dejavu-core": "truetype/dejavu/DejaVuSans.ttf",
    "fonts-inter": "opentype/inter/Inter-Regular.otf",
}
# Qt's own files that load system libraries: asked once, so that a newer Qt which wants more is noticed here.
QT_FILES = [
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqxcb.so",
    "lib/libQt6DBus.so.6",
    "lib/libQt6OpenGLWidgets.so.6",
    "lib/libQt6Svg.so.6",
]
CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy", "--strict", "app"],
}


def say(text: str) -> None:
    print(f"[dev] {text}", flush=True)


def stop(text: str) -> NoReturn:
    sys.exit(f"[dev] {text}")


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 -- whoever starts this may have an older one
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]} ({sys.executable}).")
    verb, rest = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if verb in ("package", "check-package"):
        return subprocess.call([sys.executable, ROOT / "packaging" / f"{verb.replace('-', '_')}.py", *rest])
    if verb not in ("run", "test"):
        sys.exit(__doc__)
    try:
        if not is_ready():
            set_up()
    except subprocess.CalledProcessError as failure:
        stop(f"This did not work (its own words stand above): {' '.join(map(str, failure.cmd))}")
    return run(rest) if verb == "run" else test(rest)


def run(arguments: list[str]) -> int:
    """Start the program; without a screen, let it check itself and leave pictures."""
    if not has_screen() and not arguments:
        SELFCHECK.mkdir(parents=True, exist_ok=True)
        say(f"No screen here: the program checks itself off screen and leaves its pictures in {SELFCHECK}")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        arguments = ["--selfcheck", str(SELFCHECK)]
    return subprocess.call([PYTHON, "-m", "parties_of_power", *arguments])


def test(arguments: list[str]) -> int:
    if arguments:
        return subprocess.call([PYTHON, "-m", "pytest", *arguments], cwd=ROOT)
    start = time.monotonic()
    failed = [name for name, command in CHECKS.items() if subprocess.call([PYTHON, "-m", *command], cwd=ROOT)]
    say(f"Format, lint and types: {time.monotonic() - start:.0f} s")
    if failed:
        stop(f"Not passed: {', '.join(failed)}. The tests were not run.")
    return subprocess.call([PYTHON, "-m", "pytest", "-n", "2", "tests"], cwd=ROOT)


def has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def fingerprint() -> str:
    """What the environment was made from: a change in any of it makes it anew."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    parts = [str(ROOT), str(sys.version_info[:2]), repr(project)]
    return hashlib.sha256("\n".join(parts).encode() + LOCK.read_bytes()).hexdigest()


def is_ready() -> bool:
    return PYTHON.is_file() and READY.is_file() and READY.read_text() == fingerprint()


def set_up() -> None:
    if sys.platform.startswith("linux"):
        ask_debian()
    say(f"Making {VENV}")
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "--quiet",
        "--root-user-action=ignore",
    ]
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)
    # Without .pyc files the first start takes three times as long.
    subprocess.run([PYTHON, "-m", "compileall", "-q", ROOT / "app"], check=True)
    if sys.platform.startswith("linux"):
        check_qt()
    READY.write_text(fingerprint())


def ask_debian() -> None:
    """Ask for everything that is missing at once: whoever is not root then has one line to type."""
    needed = [package for package, names in LIBRARIES.items() if not all(map(can_load, names))]
    if importlib.util.find_spec("ensurepip") is None:
        needed.append("python3-venv")
    fonts = [package for package, file in FONTS.items() if not Path("/usr/share/fonts", file).is_file()]
    packages = needed + fonts
    if not packages:
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        install(packages)
    elif needed:
        stop(
            f"Something is missing from this system. Run this once, then the same command again:\n\n{by_hand(packages)}"
        )
    else:
        say(f"The fonts the window is drawn for are not here. It works without; to get them:\n\n{by_hand(fonts)}")


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def by_hand(packages: list[str]) -> str:
    if shutil.which("apt-get"):
        return f"  sudo apt-get install -y --no-install-recommends {' '.join(packages)}\n"
    return f"  (with this system's package manager, what Debian calls) {' '.join(packages)}\n"


def install(packages: list[str]) -> None:
    say(f"Installing {' '.join(packages)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    command = ["apt-get", "-o", "Dpkg::Use-Pty=0", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def check_qt() -> None:
    qt = next(VENV.glob("lib/python3*/site-packages/PySide6/Qt"))
    if not shutil.which("ldd"):
        return
    answer = subprocess.run(["ldd", *(qt / file for file in QT_FILES)], capture_output=True, text=True, check=False)
    missing = sorted({line.split()[0] for line in answer.stdout.splitlines() if "not found" in line})
    if missing:
        stop(f"Qt asks for {', '.join(missing)}: the packages that hold them belong into LIBRARIES in {__file__}.")


if __name__ == "__main__":
    sys.exit(main())
