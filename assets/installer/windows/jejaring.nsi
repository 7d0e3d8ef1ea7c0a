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
!define MUI_UNICON "${FROM}\jejaring.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${FROM}\side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${FROM}\side.bmp"
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
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEEPS)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(REMOVED)"
!define MUI_FINISHPAGE_TEXT "$(KEPT)"
!insertmacro MUI_UNPAGE_FINISH
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include "${__FILEDIR__}/words.nsh"

; inUse stops while the program runs: its window is there, or its file cannot be opened for writing.
!macro inUse
  check:
  FindWindow $0 "GLFW30" "Jejaring"
  StrCmp $0 0 0 busy
  IfFileExists "$INSTDIR\jejaring.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\jejaring.exe" a
  IfErrors busy
  FileClose $0
  Goto free
  busy:
  MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(RUNNING)" /SD IDCANCEL IDRETRY check
  SetErrorLevel 2
  Abort "$(RUNNING)"
  free:
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(OLDWINDOWS)" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section
  !insertmacro inUse
  SetOutPath "$INSTDIR"
  File "${FROM}\jejaring.exe"
  File "/oname=LICENCES.txt" "${FROM}\LICENCES-windows.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
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

; The uninstaller takes out what the setup put there, by name, and nothing else.
Section "Uninstall"
  !insertmacro inUse
  Delete "$INSTDIR\jejaring.exe"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Jejaring.lnk"
  Delete "$DESKTOP\Jejaring.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${START}"
  DetailPrint "$(KEPT)"
SectionEnd
