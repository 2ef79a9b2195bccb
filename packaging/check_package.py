"""Install what `package` made in a clean minimal Debian, use it as a plain user would, remove it, see what is left.

Called by `python3 packaging/dev.py check-package [PICTURES]`, as root, on Debian with network. Standard library only.
The clean system is made once in build/clean-system and copied for each check; everything runs in a mount namespace of
its own, so nothing stays mounted. Pictures of the windows are left in PICTURES (build/check-package).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import dev

ROOT = Path(__file__).resolve().parents[1]
BUILD, DIST = ROOT / "build", ROOT / "dist"
CLEAN = BUILD / "clean-system"
SUITE = "bookworm"
USER = "scholar"
HOME = f"/home/{USER}"
DOCUMENT = "Партии власти.parties"
# What a desktop has and a minimal system has not: a screen, a window manager, and what opens a document.
DESKTOP = (
    "adduser ca-certificates dbus-x11 desktop-file-utils fonts-dejavu-core imagemagick libglib2.0-bin libgtk-3-bin "
    "openbox python3-minimal shared-mime-info x11-utils xdg-utils xdotool xvfb xz-utils"
)
# What installing and removing any package leaves behind in Debian.
OF_DEBIAN = (
    "/var/lib/dpkg",
    "/var/lib/apt",
    "/var/cache",
    "/var/log",
    "/tmp",
    "/run",
    "/proc",
    "/sys",
    "/dev",
    "/etc/ld.so",
)
# The triggers of the desktop's own packages rewrite these from what is installed.
REWRITTEN = ("icon-theme.cache", "mimeinfo.cache")


class Failed(Exception):
    """The text says what was expected and what was found."""


def main() -> int:
    if os.geteuid() != 0:
        sys.exit("[check] Only root can set up a clean system: sudo python3 packaging/dev.py check-package")
    pictures = Path(sys.argv[1] if len(sys.argv) > 1 else BUILD / "check-package").resolve()
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    deb, run = newest("*.deb"), newest("*.run")
    if not shutil.which("debootstrap"):
        dev.install(["debootstrap"])
    make_clean_system()
    checks: tuple[tuple[str, Callable[[System], None]], ...] = (
        (f"{deb.name}: installed, used, removed", lambda system: check_deb(system, deb)),
        (f"{run.name}: installed without root, used, removed", lambda system: check_run(system, run)),
    )
    failed = 0
    for title, check in checks:
        system = System(BUILD / "checked-system", pictures)
        try:
            check(system)
            print(f"[check] {title}: good")
        except Failed as wrong:
            failed += 1
            print(f"[check] {title}: FAILED\n{wrong}")
        finally:
            system.remove()
    return 1 if failed else 0


def newest(pattern: str) -> Path:
    found = sorted(DIST.glob(pattern), key=lambda path: path.stat().st_mtime)
    if not found:
        sys.exit("[check] Nothing is packed yet: python3 packaging/dev.py package")
    return found[-1]


def make_clean_system() -> None:
    """A minimal system with a bare desktop and a plain user, made once."""
    if (CLEAN / "ready").is_file():
        return
    print(f"[check] Making a clean system in {CLEAN}")
    shutil.rmtree(CLEAN, ignore_errors=True)
    subprocess.run(["debootstrap", "--variant=minbase", SUITE, CLEAN], check=True, stdout=subprocess.DEVNULL)
    system = System.at(CLEAN)
    system.root("apt-get update -qq")
    system.root(f"DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends {DESKTOP}")
    system.root(f"adduser --disabled-password --gecos '' {USER}")
    (CLEAN / "ready").touch()


class System:
    """A copy of the clean system that is used and thrown away."""

    def __init__(self, place: Path, pictures: Path | None = None) -> None:
        self.place, self.pictures = place, pictures
        if pictures is not None:
            self.remove()
            subprocess.run(["cp", "-a", "--reflink=auto", CLEAN, place], check=True)

    @classmethod
    def at(cls, place: Path) -> System:
        return cls(place)

    def remove(self) -> None:
        subprocess.run(["rm", "-rf", "--one-file-system", self.place], check=True)

    def root(self, script: str) -> str:
        """Run it inside as root; what it wrote. Mounts end with it."""
        inside = (
            f"mount --rbind /dev {self.place}/dev; mount -t proc proc {self.place}/proc; "
            f"mount -t tmpfs tmpfs {self.place}/dev/shm; cp /etc/resolv.conf {self.place}/etc/resolv.conf; "
            f"exec chroot {self.place} /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root "
            "bash -euo pipefail -c \"$0\""
        )  # fmt: skip
        command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "bash", "-c", inside, script]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
        if done.returncode:
            said = "\n".join((done.stdout + done.stderr).splitlines()[-25:])
            raise Failed(f"  {script.strip()[:200]}\n  ended with {done.returncode}:\n{said}")
        return done.stdout

    def user(self, script: str) -> str:
        """Run it inside as the plain user, in his home."""
        (self.place / "script").write_text(f"set -euo pipefail\ncd {HOME}\nexport LANG=C.UTF-8\n{script}\n", "utf-8")
        return self.root(f"chmod 644 /script; su - {USER} -c 'bash /script'; rm /script")

    def on_screen(self, script: str) -> str:
        """Run it as the plain user on a virtual screen with a window manager and a session bus."""
        return self.user(SCREEN.replace("@SCRIPT@", script))

    def take(self, path: Path, place: str = "/tmp") -> str:
        shutil.copy(path, self.place / place.lstrip("/"))
        return f"{place}/{path.name}"

    def bring(self, name: str, to: str) -> None:
        """A picture that was left in the user's home."""
        if self.pictures is not None:
            shutil.move(self.place / HOME.lstrip("/") / name, self.pictures / to)

    def files(self) -> set[str]:
        found = self.root("find / -xdev -not -type d").split("\n")
        return {path for path in found if path and not path.startswith(OF_DEBIAN) and not path.endswith(REWRITTEN)}


SCREEN = r"""
export DISPLAY=:7 XDG_RUNTIME_DIR=$HOME/.runtime
mkdir -p "$XDG_RUNTIME_DIR"; chmod 700 "$XDG_RUNTIME_DIR"
Xvfb :7 -screen 0 1600x1000x24 -nolisten tcp > /dev/null 2>&1 &
for _ in $(seq 100); do xdotool getdisplaygeometry > /dev/null 2>&1 && break; sleep 0.1; done
openbox > /dev/null 2>&1 &
eval "$(dbus-launch --sh-syntax)"
shown() {  # until a window with this name is shown
  for _ in $(seq 200); do xdotool search --onlyvisible --name "$1" > /dev/null 2>&1 && return; sleep 0.1; done
  echo "no window: $1; there are:"; xdotool search --onlyvisible --name . getwindowname %@
  import -window root "$HOME/failed.png"; return 1
}
closed() {  # close the window with this name
  xdotool search --onlyvisible --name "$1" windowactivate --sync; xdotool key alt+F4
  for _ in $(seq 100); do xdotool search --onlyvisible --name "$1" > /dev/null 2>&1 || return 0; sleep 0.1; done
  echo "still open: $1"; return 1
}
picture() { sleep 1; import -window root "$HOME/$1"; }
@SCRIPT@
"""

USED = r"""
set -x
export XDG_CURRENT_DESKTOP=GNOME
test "$(parties-of-power --selfcheck "$HOME/check" | head -1)" = OK
parties-of-power new "@DOCUMENT@"
parties-of-power set "@DOCUMENT@" "United Russia" "Seats" 314
parties-of-power table "@DOCUMENT@" | grep "United Russia" > /dev/null
gio info -a standard::content-type "@DOCUMENT@" | grep application/vnd.partiesofpower.parties
test "$(xdg-mime query default application/vnd.partiesofpower.parties)" = org.partiesofpower.PartiesOfPower.desktop
(gtk-launch org.partiesofpower.PartiesOfPower > /dev/null 2>&1 &)
shown "Parties of Power"; picture launched.png
(gio open "@DOCUMENT@" > /dev/null 2>&1 &)
shown "Партии власти"; picture opened.png
closed "Партии власти"
xdotool search --onlyvisible --name "Parties of Power" > /dev/null 2>&1 && closed "Parties of Power" || true
(xdg-open "$PWD/@DOCUMENT@" > /dev/null 2>&1 &)
shown "Партии власти"
closed "Партии власти"
test "$(parties-of-power check "@DOCUMENT@" | wc -l)" -ge 1
""".replace("@DOCUMENT@", DOCUMENT)


def check_deb(system: System, deb: Path) -> None:
    before = system.files()
    inside = system.take(deb)
    system.root("apt-get update -qq")
    system.root(f"DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends {inside}")
    use(system, "deb")
    installed = system.root("dpkg -L parties-of-power").split()
    system.root("DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq parties-of-power")
    left = sorted(path for path in system.files() - before if path in set(installed))
    refuse_leftovers(system, before, left)


def check_run(system: System, run: Path) -> None:
    before = system.files()
    inside = system.take(run)
    # What the .deb declares: the libraries that any desktop has.
    system.root("apt-get update -qq")
    system.root(
        f"DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends {' '.join(libraries())}"
    )
    with_libraries = system.files()
    system.user(f"sh {inside} > /dev/null")
    use(system, "run")
    system.user("~/.local/share/parties-of-power-program/uninstall")
    refuse_leftovers(system, before | with_libraries, [])


def libraries() -> list[str]:
    return sorted(dev.LIBRARIES)


def use(system: System, name: str) -> None:
    start = time.monotonic()
    try:
        system.on_screen(f'export PATH="$HOME/.local/bin:$PATH"\n{USED}')
    except Failed:
        failed = system.place / HOME.lstrip("/") / "failed.png"
        if failed.is_file():
            system.bring("failed.png", f"{name}-failed.png")
        raise
    for picture in ("launched.png", "opened.png"):
        system.bring(picture, f"{name}-{picture}")
    print(
        f"[check] {name}: checked itself, opened from the menu and by its document in {time.monotonic() - start:.0f} s"
    )


def refuse_leftovers(system: System, before: set[str], left: list[str]) -> None:
    """What is new after removal may only be in the user's home and be his: studies, settings, the desktop's notes."""
    new = system.files() - before
    foreign = sorted(path for path in new if not path.startswith(f"{HOME}/") and "parties" in path.lower())
    program = sorted(path for path in new if path.startswith(f"{HOME}/.local/") and "parties" in path.lower())
    own = (f"{HOME}/.local/share/parties-of-power/", f"{HOME}/.local/state/parties-of-power/")
    program = [path for path in program if not path.startswith(own)]
    if left or foreign or program:
        raise Failed("  left behind:\n" + "\n".join([*left, *foreign, *program][:30]))
    if not any(path.endswith(DOCUMENT) for path in new):
        raise Failed(f"  the user's own {DOCUMENT} is gone")


if __name__ == "__main__":
    sys.exit(main())
