; The setup of Jejaring for Windows: for one user, without an administrator, in Indonesian and English.
; The recipe "setup" gives VERSION, NUMBER (four numbers), FROM (the built program) and OUT (the file to make).
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include WordFunc.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Jejaring"
!define START "Software\Microsoft\Windows\CurrentVersion\App Paths\jejaring.exe"

Name "Jejaring"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Jejaring"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "Jejaring ${VERSION}"
VIProductVersion "${NUMBER}"
VIAddVersionKey ProductName "Jejaring"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Jejaring"
VIAddVersionKey CompanyName "Jejaring"
VIAddVersionKey LegalCopyright "the Jejaring authors, MIT License"

!define MUI_ICON "${FROM}\jejaring.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${FROM}\side.bmp"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(FOLDER)"
!define MUI_FINISHPAGE_TITLE "$(INSTALLED)"
!define MUI_FINISHPAGE_TEXT "$(WHERE)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\jejaring.exe"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(DESKTOP)"
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION desktop
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include "${__FILEDIR__}/words.nsh"

!include "${__FILEDIR__}/inuse.nsh"

; asked stops when NSIS has put another folder in the place of the one behind /D=, as it does with one that can't be.
Function asked
  System::Call 'kernel32::GetCommandLineW() t.r0'
  ClearErrors
  ${WordFind} "$0" " /D=" "E+1}" $1
  ${If} ${Errors}
  ${OrIf} $1 == $INSTDIR
  ${OrIf} $1 == "$INSTDIR\"
    ClearErrors
  ${Else}
    StrCpy $INSTDIR $1
    SetErrorLevel 3
    MessageBox MB_ICONSTOP "$(UNWRITABLE)" /SD IDOK
    Quit
  ${EndIf}
FunctionEnd

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(OLDWINDOWS)" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
  Call asked
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

; failed stops the setup when the step before could not be done.
!macro failed
  ${If} ${Errors}
    Call unwritable
  ${EndIf}
!macroend

Function unwritable
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\new"
  RMDir "$INSTDIR"
  SetErrorLevel 3
  MessageBox MB_ICONSTOP "$(UNWRITABLE)" /SD IDOK
  Abort "$(UNWRITABLE)"
FunctionEnd

; replace puts a file that is whole in the place of the one before.
!macro replace NAME
  Delete "$INSTDIR\${NAME}"
  !insertmacro failed
  Rename "$INSTDIR\new\${NAME}" "$INSTDIR\${NAME}"
  !insertmacro failed
!macroend

; All files are first written whole into a folder of their own, so that a full disk or a folder that can't be written
; harms no installation that is there; links and registry follow when everything is in its place.
Section
  !insertmacro inUse
  ClearErrors
  SetOutPath "$INSTDIR\new"
  !insertmacro failed
  SetOverwrite try
  File "${FROM}\jejaring.exe"
  !insertmacro failed
  File "/oname=LICENCES.txt" "${FROM}\LICENCES-windows.txt"
  !insertmacro failed
  File "${FROM}\uninstall.exe"
  !insertmacro failed
  FileOpen $0 "$INSTDIR\new\language.txt" w
  !insertmacro failed
  StrCpy $1 "en"
  ${If} $LANGUAGE = ${LANG_INDONESIAN}
    StrCpy $1 "id"
  ${EndIf}
  FileWrite $0 $1
  !insertmacro failed
  FileClose $0
  !insertmacro replace "jejaring.exe"
  !insertmacro replace "LICENCES.txt"
  !insertmacro replace "uninstall.exe"
  !insertmacro replace "language.txt"
  SetOutPath "$INSTDIR"
  RMDir "$INSTDIR\new"
  ClearErrors
  CreateShortcut "$SMPROGRAMS\Jejaring.lnk" "$INSTDIR\jejaring.exe"
  WriteRegStr HKCU "${START}" "" "$INSTDIR\jejaring.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Jejaring"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\jejaring.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Jejaring"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

; desktop is the box on the last page.
Function desktop
  CreateShortcut "$DESKTOP\Jejaring.lnk" "$INSTDIR\jejaring.exe"
FunctionEnd
