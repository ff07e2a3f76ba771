#include "ui/bridge/text.h"

#include <QCoreApplication>

namespace weft::ui {

QString qs(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

std::string utf8(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return std::string(bytes.constData(), std::size_t(bytes.size()));
}

QString translated(const Message& message) {
    const QString pattern = QCoreApplication::translate("core", message.text.c_str(), nullptr, message.count ? int(*message.count) : -1);
    QString out;
    out.reserve(pattern.size() + 32);
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool mark = pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1] >= u'1' && pattern[i + 1] <= u'9';
        if (!mark) {
            out += pattern[i];
            continue;
        }
        const std::size_t which = std::size_t(pattern[++i].unicode() - u'1');
        if (which < message.arguments.size()) out += qs(message.arguments[which]);
    }
    return out;
}

}  // namespace weft::ui
