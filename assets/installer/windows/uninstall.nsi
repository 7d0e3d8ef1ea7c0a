; The uninstaller: a program of its own, since the one that NSIS writes starts a copy of itself and ends with 0 whatever
; that copy does. It is built by the recipe "setup" and installed by jejaring.nsi beside the program.
; A running file can't be deleted, so it lets a copy of itself in the folder for temporary files do the work, waits for it,
; ends with its exit code, and has the copy remove the file that is left.
; /S removes without a word; /FORGET also takes passwords and key out of the system's keyring. Exit code: 0 removed,
; 1 left by the person, 2 the program is open, 3 something could not be removed.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Jejaring"
!define START "Software\Microsoft\Windows\CurrentVersion\App Paths\jejaring.exe"

Name "Jejaring"
OutFile "${OUT}"
BrandingText "Jejaring ${VERSION}"
VIProductVersion "${NUMBER}"
VIAddVersionKey ProductName "Jejaring"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Jejaring: uninstaller"
VIAddVersionKey CompanyName "Jejaring"
VIAddVersionKey LegalCopyright "the Jejaring authors, MIT License"

Var FORGET
Var BOX

!define MUI_ICON "${FROM}\jejaring.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${FROM}\side.bmp"
Page custom confirm confirmed
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "$(REMOVED)"
!define MUI_FINISHPAGE_TEXT "$(KEPT)"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include "${__FILEDIR__}/words.nsh"
!include "${__FILEDIR__}/inuse.nsh"

; confirm says what goes and what stays, and offers to take the secrets away.
Function confirm
  !insertmacro MUI_HEADER_TEXT "$(REMOVE)" "$(REMOVEFROM)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 60u "$(KEEPS)"
  Pop $0
  ${NSD_CreateCheckbox} 0 66u 100% 24u "$(FORGETBOX)"
  Pop $BOX
  ${NSD_CreateLabel} 12u 92u 95% 36u "$(FORGETNOTE)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(REMOVE)"
  nsDialogs::Show
FunctionEnd

Function confirmed
  ${NSD_GetState} $BOX $FORGET
FunctionEnd

; away runs the copy, and ends as it ended.
Function away
  StrCpy $R1 "$TEMP\jejaring-uninstall.exe"
  ClearErrors
  CopyFiles /SILENT "$EXEPATH" "$R1"
  ${If} ${Errors}
    SetErrorLevel 3
    Quit
  ${EndIf}
  StrCpy $R2 ""
  ${If} ${Silent}
    StrCpy $R2 "/S "
  ${EndIf}
  ${If} $FORGET = 1
    StrCpy $R2 "$R2/FORGET "
  ${EndIf}
  ExecWait '"$R1" $R2/FROM="$EXEDIR"' $R3
  ${If} ${Errors}
    StrCpy $R3 3
  ${EndIf}
  ${If} $R3 = 0
    Exec '"$R1" /S /CLEAN="$EXEDIR"'
  ${EndIf}
  SetErrorLevel $R3
  Quit
FunctionEnd

; clean waits until the uninstaller has ended, at most ten seconds, and removes it with its folder.
Function clean
  StrCpy $R2 0
  ${Do}
    Sleep 200
    Delete "$R1\uninstall.exe"
    IntOp $R2 $R2 + 1
    ${IfNot} ${FileExists} "$R1\uninstall.exe"
      StrCpy $R2 50
    ${EndIf}
  ${LoopUntil} $R2 >= 50
  RMDir "$R1"
  Quit
FunctionEnd

Function .onInit
  ReadRegStr $0 HKCU "${KEY}" "InstallerLanguage"
  ${If} $0 != ""
    StrCpy $LANGUAGE $0
  ${EndIf}
  StrCpy $FORGET 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/FORGET" $1
  ${IfNot} ${Errors}
    StrCpy $FORGET 1
  ${EndIf}
  SetOutPath "$TEMP" ; the folder that is removed must be nobody's own
  ClearErrors
  ${GetOptions} $0 "/CLEAN=" $R1
  ${IfNot} ${Errors}
    Call clean
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/FROM=" $INSTDIR
  ${If} ${Errors}
    Call away
  ${EndIf}
FunctionEnd

; What the setup put there is taken out by name, and nothing else.
Section
  !insertmacro inUse
  ${If} $FORGET = 1
    ExecWait '"$INSTDIR\jejaring.exe" key forget --yes' $0
    ${If} $0 <> 0
    ${AndIf} ${FileExists} "$LOCALAPPDATA\Jejaring\register.db"
      MessageBox MB_ICONEXCLAMATION "$(NOTFORGOTTEN)" /SD IDOK
    ${EndIf}
  ${EndIf}
  SetOutPath "$TEMP"
  ClearErrors
  Delete "$INSTDIR\jejaring.exe"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\language.txt"
  ${If} ${Errors}
    SetErrorLevel 3
    MessageBox MB_ICONSTOP "$(STAYS)" /SD IDOK
    Abort "$(STAYS)"
  ${EndIf}
  Delete "$SMPROGRAMS\Jejaring.lnk"
  Delete "$DESKTOP\Jejaring.lnk"
  DeleteRegKey HKCU "${KEY}"
  DeleteRegKey HKCU "${START}"
  DetailPrint "$(KEPT)"
SectionEnd
