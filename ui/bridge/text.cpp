#include "ui/bridge/text.h"

#include <QCoreApplication>

namespace weft::ui {

QString qs(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }

std::string utf8(const QString& text) { return text.toStdString(); }

QString translated(const Message& message) {
    const int count = message.count ? int(*message.count) : -1;
    // With a count Qt chooses the plural form and replaces %n itself.
    const QString source = QCoreApplication::translate("core", message.text.c_str(), nullptr, count);
    QString out;
    out.reserve(source.size() + 32);
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar next = i + 1 < source.size() ? source[i + 1] : QChar();
        const int index = source[i] == u'%' && next >= u'1' && next <= u'9' ? next.unicode() - u'1' : -1;
        if (index < 0 || std::size_t(index) >= message.arguments.size()) {
            out += source[i];
            continue;
        }
        out += qs(message.arguments[std::size_t(index)]);  // one pass: an argument holding "%1" stays as it is
        ++i;
    }
    return out;
}

}  // namespace weft::ui
