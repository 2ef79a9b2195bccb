#!/bin/sh
# Runs from the self-installing file, in the folder it was unpacked to: installs for this user, without root.
set -eu
id=org.partiesofpower.PartiesOfPower
data=${XDG_DATA_HOME:-$HOME/.local/share}
place=$data/parties-of-power-program

rm -rf "$place.new"
mkdir -p "$place.new" "$HOME/.local/bin" "$data/applications" "$data/mime/packages" "$data/icons/hicolor"
cp -a program/. "$place.new/"
rm -rf "$place"
mv "$place.new" "$place"
cp -a icons/. "$data/icons/hicolor/"
sed "s#^Exec=parties-of-power#Exec=\"$place/parties-of-power\"#; s#^TryExec=.*#TryExec=$place/parties-of-power#" \
  "$id.desktop" > "$data/applications/$id.desktop"
cp "$id.mime.xml" "$data/mime/packages/$id.xml"
ln -sf "$place/parties-of-power" "$HOME/.local/bin/parties-of-power"

cat > "$place/refresh" <<'R'
#!/bin/sh
data=${XDG_DATA_HOME:-$HOME/.local/share}
command -v update-mime-database > /dev/null && update-mime-database "$data/mime" 2> /dev/null
command -v update-desktop-database > /dev/null && update-desktop-database "$data/applications" 2> /dev/null
exit 0
R
cat > "$place/uninstall" <<'U'
#!/bin/sh
# Removes the program. Studies, settings and backups are yours and stay.
set -eu
id=org.partiesofpower.PartiesOfPower
data=${XDG_DATA_HOME:-$HOME/.local/share}
rm -f "$HOME/.local/bin/parties-of-power" "$data/applications/$id.desktop" "$data/mime/packages/$id.xml"
find "$data/icons/hicolor" \( -name "$id.*" -o -name "application-vnd.partiesofpower.parties.*" \) -delete
sh "$data/parties-of-power-program/refresh"
rm -rf "$data/parties-of-power-program"
for folder in "$data/icons" "$data/mime" "$data/applications"; do
  find "$folder" -type d -empty -delete 2> /dev/null || :
done
U
chmod 755 "$place/refresh" "$place/uninstall"
"$place/refresh"
echo "Parties of Power is installed in $place."
echo "Start it from the menu, or type parties-of-power. Remove it with $place/uninstall"
