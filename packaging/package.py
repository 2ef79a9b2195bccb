"""Make what is installed: the .deb, the self-installing .run, the wheel and the source archive, in dist/.

Called by `python3 packaging/dev.py package`. Standard library only; what it needs of PyPI is locked in
requirements/package.txt and set up in build/, what it needs of Debian is in TOOLS. The same commit gives the same
bytes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import dev

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
LOCK = HERE / "requirements" / "package.txt"
VENV = BUILD / "package-venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NAME, ID = "parties-of-power", "org.partiesofpower.PartiesOfPower"
DOCUMENT = "application-vnd.partiesofpower.parties"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 24  # up to this size the drawing whose lines lie on the pixels
# What it needs of Debian: the program, and the package that holds it.
TOOLS = {
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "objdump": "binutils",
    "makeself": "makeself",
    "rsvg-convert": "librsvg2-bin",
    "lintian": "lintian",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "xz": "xz-utils",
}
# Libraries that parts of Qt ask for, so that it can be read off them which of Debian's packages the .deb depends on.
LIBRARIES = {
    "libcups.so.2": "libcups2",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# Stripping what was linked by auditwheel breaks it.
NEVER_STRIPPED = re.compile(r"/(numpy|numpy\.libs|lxml|pandas)/|\.libs/")


def main() -> int:
    """Make everything that can be made on this system."""
    DIST.mkdir(exist_ok=True)
    set_up()
    wheel_and_source()
    if not sys.platform.startswith("linux"):
        do(PYTHON, HERE / "app_icons.py", BUILD / "icons")
        folder = payload(leaves_libraries=False)
        print(f"[package] The program is in {folder.parent}; the scripts beside this one make its installer.")
        return 0
    icons(BUILD / "icons")
    components = bill_of_materials()
    deb = make_deb(payload(leaves_libraries=True), components)
    run = make_run(payload(leaves_libraries=False), components)
    for made in (deb, run):
        print(f"[package] {made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB")
    check_deb(deb)
    return 0


def version() -> str:
    said = re.search(r'__version__ = "(.+)"', (ROOT / "app/parties_of_power/__init__.py").read_text("utf-8"))
    if said is None:
        sys.exit("[package] app/parties_of_power/__init__.py names no version.")
    return said[1]


def made_at() -> int:
    """The second that everything is dated with: that of the commit."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def environment(**more: str) -> dict[str, str]:
    """In which the same input gives the same bytes."""
    fixed = {"SOURCE_DATE_EPOCH": str(made_at()), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {**os.environ, **fixed, **more}


def do(*command: str | Path, cwd: Path = ROOT, **more: str) -> str:
    """Run it; what it wrote, or its own words where it failed."""
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment(**more), capture_output=True, text=True, check=False
    )
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if "error" in line.lower()] or done.stderr.splitlines()
        wrong = "\n".join((done.stdout + "\n".join(errors)).splitlines()[-12:])
        sys.exit(f"[package] {' '.join(map(str, command[:3]))} … failed:\n{wrong}")
    return done.stdout


def set_up() -> None:
    missing = {package for tool, package in TOOLS.items() if not shutil.which(tool)}
    missing |= {package for library, package in LIBRARIES.items() if not dev.can_load(library)}
    if sys.platform.startswith("linux") and missing:
        if os.geteuid() != 0:
            sys.exit(f"[package] Run this once, then the same command again:\n\n{dev.by_hand(sorted(missing))}")
        dev.install(sorted(missing))
    stamp = VENV / ".lock"
    if stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes():
        return
    print(f"[package] Making {VENV}")
    do(sys.executable, "-m", "venv", "--clear", VENV)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--require-hashes")
    do(*pip, "--only-binary", ":all:", "-r", LOCK)
    stamp.write_bytes(LOCK.read_bytes())


def wheel_and_source() -> None:
    for old in DIST.glob("parties_of_power-*"):
        old.unlink()
    do(PYTHON, "-m", "hatchling", "build", "-d", DIST)


def payload(*, leaves_libraries: bool) -> Path:
    """The folder with the program and all it brings; stripped, but for what stripping would break."""
    out = BUILD / "payload" / ("system" if leaves_libraries else "whole")
    shutil.rmtree(out, ignore_errors=True)
    print(f"[package] Packing the program{', libraries of Debian left to Debian' if leaves_libraries else ''}")
    spec = HERE / "pyinstaller" / "parties-of-power.spec"
    work = ("--distpath", out, "--workpath", BUILD / "pyinstaller", "--noconfirm", "--clean")
    do(PYTHON, "-m", "PyInstaller", *work, spec, SYSTEM_LIBRARIES=str(int(leaves_libraries)))
    folder = out / NAME
    if sys.platform.startswith("linux"):
        libraries = [path for path in shared_libraries(folder) if not NEVER_STRIPPED.search(str(path))]
        do("strip", "--strip-unneeded", *libraries)
        for path in folder.rglob("*"):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path == folder / NAME else 0o644)
    return folder


def shared_libraries(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*.so*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in found if path.read_bytes()[:4] == b"\x7fELF")


def icons(folder: Path) -> None:
    """The program's and the document's, in the sizes and folders of the hicolor theme."""
    shutil.rmtree(folder, ignore_errors=True)
    for drawing, name, context in ((NAME, ID, "apps"), ("document", DOCUMENT, "mimetypes")):
        whole, small = (ROOT / "resources" / "icons" / f"{drawing}{end}.svg" for end in ("", "-small"))
        for size in SIZES:
            place = folder / f"{size}x{size}" / context / f"{name}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            do("rsvg-convert", "-w", str(size), "-h", str(size), small if size <= SMALL else whole, "-o", place)
        place = folder / "scalable" / context / f"{name}.svg"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(whole, place)


def bill_of_materials() -> Path:
    """A folder with the list of what is shipped (CycloneDX) and the licence texts of each."""
    folder = BUILD / "components"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "licences").mkdir(parents=True)
    listed = folder / "components.json"
    do(
        PYTHON,
        "-m",
        "cyclonedx_py",
        "requirements",
        "--output-reproducible",
        "-o",
        listed,
        HERE / "requirements/run.txt",
    )
    names = {part["name"].lower().replace("_", "-") for part in json.loads(listed.read_text("utf-8"))["components"]}
    for information in sorted(VENV.glob("lib/python3*/site-packages/*.dist-info")):
        name = information.name.partition("-")[0].lower().replace("_", "-")
        if name in names:
            for text in licence_texts(information):
                shutil.copy(text, folder / "licences" / f"{name}-{text.name}")
    for text in ("LGPL-3", "GPL-3"):
        shutil.copy(Path("/usr/share/common-licenses", text), folder / "licences" / f"qt-{text}")
    python = next(Path(sys.base_prefix).glob("lib/python3*/LICENSE.txt"), None)
    if python:
        shutil.copy(python, folder / "licences" / "python-LICENSE.txt")
    return folder


def licence_texts(information: Path) -> Iterator[Path]:
    for path in sorted(information.rglob("*")):
        if path.is_file() and re.match(r"(?i)(licen[cs]e|copying|notice|authors)", path.name):
            yield path


def metainfo() -> str:
    day = datetime.fromtimestamp(made_at(), UTC).strftime("%Y-%m-%d")
    text = (HERE / "linux" / f"{ID}.metainfo.xml").read_text("utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", day)


def make_deb(program: Path, components: Path) -> Path:
    """No scripts: the triggers of Debian's own packages take up the desktop entry, the MIME type and the icons."""
    stage = BUILD / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    tree = stage / "tree"
    share = tree / "usr/share"
    doc = share / "doc" / NAME
    for folder in (
        tree / "usr/bin",
        share / "applications",
        share / "metainfo",
        share / "mime/packages",
        share / "man/man1",
        share / "lintian/overrides",
        doc,
    ):
        folder.mkdir(parents=True)
    shutil.copytree(program, tree / "usr/lib" / NAME, symlinks=True)
    (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    linux = HERE / "linux"
    shutil.copy(linux / f"{ID}.desktop", share / "applications")
    shutil.copy(linux / f"{ID}.mime.xml", share / "mime/packages" / f"{ID}.xml")
    (share / "metainfo" / f"{ID}.metainfo.xml").write_text(metainfo(), "utf-8")
    shutil.copytree(BUILD / "icons", share / "icons/hicolor")
    shutil.copy(linux / "copyright", doc)
    shutil.copytree(components, doc, dirs_exist_ok=True)
    shutil.copy(linux / "lintian-overrides", share / "lintian/overrides" / NAME)
    packed(linux / f"{NAME}.1", share / "man/man1" / f"{NAME}.1.gz")
    dated = format_datetime(datetime.fromtimestamp(made_at(), UTC))
    entry = f"{NAME} ({version()}) stable; urgency=medium\n\n  * Release {version()}.\n\n -- {AUTHORS}  {dated}\n"
    (stage / "changelog").write_text(entry, "utf-8")
    packed(stage / "changelog", doc / "changelog.gz")
    control(stage, tree)
    date_everything(tree)
    made = DIST / f"{NAME}_{version()}_{architecture()}.deb"
    do("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", tree, made)
    return made


RECOMMENDS = (
    "desktop-file-utils",
    "fonts-inter | fonts-dejavu-core",
    "hicolor-icon-theme",
    "libgl1-mesa-dri",
    "shared-mime-info",
    "xdg-utils",
)
AUTHORS = "The Parties of Power authors <authors@partiesofpower.invalid>"
CONTROL = """Package: {name}
Version: {version}
Architecture: {architecture}
Maintainer: {authors}
Installed-Size: {size}
Section: science
Priority: optional
Depends: {depends}
Recommends: {recommends}
Description: workbench for comparing parties of power across states
 Parties and states stand in a comparison table and on a timeline, as of any
 day. Every value has its date, its source and its rivals; nothing that was
 entered is lost. The tables go to Excel and come back.
 .
 It brings its own Python and Qt, in /usr/lib/parties-of-power.
"""


def architecture() -> str:
    return do("dpkg", "--print-architecture").strip()


def control(stage: Path, tree: Path) -> None:
    """The package's own description; what its libraries ask of Debian is read off them."""
    (tree / "DEBIAN").mkdir()  # dpkg-shlibdeps resolves $ORIGIN only where this is
    (stage / "debian").mkdir()
    (stage / "debian" / "control").write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", "utf-8")
    inside = tree / "usr/lib" / NAME
    libraries = [*shared_libraries(inside), inside / NAME]
    own = sorted({f"-l{path.parent}" for path in libraries})
    said = do("dpkg-shlibdeps", "-O", "--ignore-missing-info", *own, *libraries, cwd=stage)
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    text = CONTROL.format(
        name=NAME,
        version=version(),
        architecture=architecture(),
        authors=AUTHORS,
        size=size,
        recommends=", ".join(RECOMMENDS),
        depends=said.partition("shlibs:Depends=")[2].strip(),
    )
    (tree / "DEBIAN" / "control").write_text(text, "utf-8")
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    sums = do("md5sum", *(path.relative_to(tree) for path in files), cwd=tree)
    (tree / "DEBIAN" / "md5sums").write_text(sums, "utf-8")


def make_run(program: Path, components: Path) -> Path:
    """One file that installs for the user who starts it."""
    stage = BUILD / "run"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    shutil.copytree(program, stage / "program", symlinks=True)
    shutil.copytree(components, stage / "program" / "about")
    shutil.copytree(BUILD / "icons", stage / "icons")
    for name in (f"{ID}.desktop", f"{ID}.mime.xml", "install.sh"):
        shutil.copy(HERE / "linux" / name, stage)
    (stage / "install.sh").chmod(0o755)
    date_everything(stage)
    machine = do("uname", "-m").strip()
    made = DIST / f"{NAME}-{version()}-linux-{machine}.run"
    same = "--sort=name --owner=0 --group=0 --numeric-owner"
    dated = datetime.fromtimestamp(made_at(), UTC).strftime("%Y-%m-%d")
    options = ("--nox11", "--xz", "--complevel", "9", "--tar-extra", same, "--packaging-date", dated, "--tar-quietly")
    do("makeself", *options, stage, made, "Parties of Power", "./install.sh")
    return made


def packed(source: Path, out: Path) -> None:
    out.write_bytes(subprocess.run(["gzip", "-9nc", source], capture_output=True, check=True).stdout)


def date_everything(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (made_at(), made_at()), follow_symlinks=False)


def check_deb(deb: Path) -> None:
    """What Debian's own checkers say of it; errors and warnings stop here."""
    tree = BUILD / "deb" / "tree" / "usr/share"
    do("desktop-file-validate", tree / "applications" / f"{ID}.desktop")
    do("appstreamcli", "validate", "--no-net", tree / "metainfo" / f"{ID}.metainfo.xml")
    said = do("lintian", "--allow-root", "--fail-on", "error,warning", "--tag-display-limit", "0", deb)
    print(f"[package] lintian finds no error and no warning\n{said}".strip())


if __name__ == "__main__":
    sys.exit(main())
