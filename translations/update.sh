#!/usr/bin/env bash
# translations/update.sh [FOLDER]: brings new and changed texts into weftwork_zh_CN.ts, for a person to fill in.
# WEFT_TR and WEFT_TRN are core's own markers (core/base/message.h).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
lupdate=$(command -v /usr/lib/qt6/bin/lupdate || command -v lupdate)
"$lupdate" -silent -locations none -no-obsolete -tr-function-alias QT_TRANSLATE_NOOP+=WEFT_TR,QT_TRANSLATE_N_NOOP+=WEFT_TRN \
    -I . core ui app -extensions cpp,h -ts "${1:-translations}/weftwork_zh_CN.ts"
