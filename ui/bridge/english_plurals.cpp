#include "ui/bridge/english_plurals.h"

#include <cstring>

namespace weft::ui {

QString EnglishPlurals::translate(const char*, const char* source, const char*, int n) const {
    if (n < 0 || !source || !std::strstr(source, "(s)")) return {};   // null: the source text itself
    return QString::fromUtf8(source).replace(QLatin1String("(s)"), QLatin1String(n == 1 ? "" : "s"));
}

}  // namespace weft::ui
