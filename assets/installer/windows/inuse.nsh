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
