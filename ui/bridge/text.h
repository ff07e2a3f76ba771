// The two converters between core's UTF-8 and Qt's strings, and the translator of core's Messages.
#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "core/base/message.h"

namespace weft::ui {

QString qs(std::string_view utf8);
std::string utf8(const QString& text);
QString translated(const Message& message);   // context "core", plural by count, arguments replaced in one pass

}  // namespace weft::ui
