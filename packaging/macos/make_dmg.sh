#!/bin/bash
# make_dmg.sh: the disk image for macOS from the packed program, in dist/. Run on a Mac, after package.py.
# With SIGNING_IDENTITY the program is signed, with NOTARY_PROFILE it is notarised as well. Not tested on a Mac yet.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/app/parties_of_power/__init__.py")
program="$root/build/payload/whole/Parties of Power.app"
image="$root/dist/parties-of-power-$version-macos-$(uname -m).dmg"

if [ -n "${SIGNING_IDENTITY:-}" ]; then
  codesign --force --deep --options runtime --timestamp --sign "$SIGNING_IDENTITY" "$program"
fi
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -a "$program" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Parties of Power" -srcfolder "$stage" -format ULFO -ov "$image"
if [ -n "${NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$image"
fi
