// The application's style sheet in the colours of a theme. Only base/theme.cpp uses it.
#pragma once

#include <QString>

namespace weft::ui {

class Theme;
QString style_sheet(const Theme& theme);

}  // namespace weft::ui
