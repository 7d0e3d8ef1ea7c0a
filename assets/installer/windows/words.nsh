; What the setup and the uninstaller say beside the words of NSIS.
!define ID ${LANG_INDONESIAN}
!define EN ${LANG_ENGLISH}

LangString RUNNING ${ID} "Jejaring sedang terbuka. Tutup dahulu, lalu coba lagi."
LangString RUNNING ${EN} "Jejaring is open. Close it, then try again."
LangString OLDWINDOWS ${ID} "Jejaring memerlukan Windows 10 atau yang lebih baru."
LangString OLDWINDOWS ${EN} "Jejaring needs Windows 10 or later."
LangString WELCOME ${ID} "Jejaring ${VERSION} akan dipasang untuk Anda saja; hak administrator tidak diperlukan.$\r$\n$\r$\nBila Jejaring sudah terpasang, program diperbarui dan register Anda tetap seperti adanya."
LangString WELCOME ${EN} "Jejaring ${VERSION} will be installed for you alone; no administrator is needed.$\r$\n$\r$\nIf Jejaring is installed already, the program is updated and your register stays as it is."
LangString FOLDER ${ID} "Jejaring akan dipasang dalam folder berikut. Untuk memilih folder lain, tekan Cari. Tekan Instal untuk memulai."
LangString FOLDER ${EN} "Jejaring will be installed in this folder. To choose another one, press Browse. Press Install to begin."
LangString INSTALLED ${ID} "Jejaring sudah terpasang"
LangString INSTALLED ${EN} "Jejaring is installed"
LangString WHERE ${ID} "Bukalah dari menu Start. Register Anda disimpan di $LOCALAPPDATA\Jejaring dan tetap ada bila program diperbarui atau dicopot."
LangString WHERE ${EN} "Open it from the Start menu. Your register is kept in $LOCALAPPDATA\Jejaring and stays when the program is updated or removed."
LangString DESKTOP ${ID} "Buat ikon Jejaring di desktop"
LangString DESKTOP ${EN} "Put an icon of Jejaring on the desktop"
LangString KEEPS ${ID} "Program Jejaring akan dicopot. Register Anda tidak ikut dihapus; ia tetap ada di $LOCALAPPDATA\Jejaring."
LangString KEEPS ${EN} "The program Jejaring will be removed. Your register is not deleted; it stays in $LOCALAPPDATA\Jejaring."
LangString REMOVED ${ID} "Jejaring sudah dicopot"
LangString REMOVED ${EN} "Jejaring is removed"
LangString KEPT ${ID} "Register Anda tetap ada di $LOCALAPPDATA\Jejaring. Bila Jejaring dipasang lagi, ia membukanya kembali. Hapus folder itu hanya bila Anda tidak memerlukannya lagi."
LangString KEPT ${EN} "Your register is still in $LOCALAPPDATA\Jejaring. When Jejaring is installed again, it opens it again. Delete that folder only when you no longer need it."
