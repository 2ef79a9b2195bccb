; The installer for Windows: for the user who starts it, without administrator rights.
; makensis /DVERSION=0.1.0 /DPROGRAM=build\payload\whole\parties-of-power packaging\windows\installer.nsi
; Not tested on Windows yet: it was only compiled.
Unicode true
!include MUI2.nsh

Name "Parties of Power"
OutFile "..\..\dist\parties-of-power-${VERSION}-windows-x86_64.exe"
InstallDir "$LOCALAPPDATA\Programs\Parties of Power"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Parties of Power"
VIAddVersionKey "FileDescription" "Parties of Power installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Parties of Power authors, MIT License"

!define MUI_ICON "..\..\build\icons\parties-of-power.ico"
!define MUI_UNICON "..\..\build\icons\parties-of-power.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\parties-of-power.exe"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Russian"

!define CLASSES "Software\Classes"
!define REMOVAL "Software\Microsoft\Windows\CurrentVersion\Uninstall\PartiesOfPower"

Section
  RMDir /r "$INSTDIR"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Parties of Power.lnk" "$INSTDIR\parties-of-power.exe"
  WriteRegStr HKCU "${CLASSES}\.parties" "" "PartiesOfPower.Study"
  WriteRegStr HKCU "${CLASSES}\PartiesOfPower.Study" "" "Parties of Power study"
  WriteRegStr HKCU "${CLASSES}\PartiesOfPower.Study\DefaultIcon" "" "$INSTDIR\parties-of-power.exe,0"
  WriteRegStr HKCU "${CLASSES}\PartiesOfPower.Study\shell\open\command" "" '"$INSTDIR\parties-of-power.exe" "%1"'
  WriteRegStr HKCU "${REMOVAL}" "DisplayName" "Parties of Power"
  WriteRegStr HKCU "${REMOVAL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVAL}" "Publisher" "The Parties of Power authors"
  WriteRegStr HKCU "${REMOVAL}" "DisplayIcon" "$INSTDIR\parties-of-power.exe"
  WriteRegStr HKCU "${REMOVAL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${REMOVAL}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVAL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
SectionEnd

; Studies, settings and backups are the user's own and stay.
Section Uninstall
  Delete "$SMPROGRAMS\Parties of Power.lnk"
  DeleteRegKey HKCU "${CLASSES}\PartiesOfPower.Study"
  DeleteRegKey HKCU "${CLASSES}\.parties"
  DeleteRegKey HKCU "${REMOVAL}"
  RMDir /r "$INSTDIR"
  System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)'
SectionEnd
