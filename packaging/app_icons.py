"""The program's icon for Windows (.ico) and macOS (.icns), drawn from the SVG by the Qt that the program brings.

python packaging/app_icons.py FOLDER

Both are containers of PNG pictures. Formats: "Icons" in Microsoft's documentation of the resource format (an ICONDIR of
ICONDIRENTRY); "Icon Services" of Apple (four letters that say the size, the length of the whole, the picture).
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MAC_SIZES = {b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512,
             b"ic09": 512, b"ic10": 1024}  # fmt: skip
SMALL = 24  # up to this size the drawing whose lines lie on the pixels


def main() -> int:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    (folder / "parties-of-power.ico").write_bytes(ico({size: picture(size) for size in WINDOWS_SIZES}))
    pictures = b"".join(kind + struct.pack(">I", 8 + len(data)) + data
                        for kind, size in MAC_SIZES.items() for data in (picture(size),))  # fmt: skip
    (folder / "parties-of-power.icns").write_bytes(b"icns" + struct.pack(">I", 8 + len(pictures)) + pictures)
    application.quit()
    return 0


def picture(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    name = "parties-of-power-small.svg" if size <= SMALL else "parties-of-power.svg"
    QSvgRenderer(str(ICONS / name)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    header = struct.pack("<HHH", 0, 1, len(pictures))
    start = len(header) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        side = size % 256  # 0 says 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), start)
        start += len(data)
    return header + entries + b"".join(pictures.values())


if __name__ == "__main__":
    sys.exit(main())
