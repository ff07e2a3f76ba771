#include "ui/base/widgets.h"

#include <QStyle>
#include <QVariant>

#include "ui/base/theme.h"

namespace weft::ui {

namespace {

void set_and_restyle(QWidget* widget, const char* property, const QVariant& value) {
    if (widget->property(property) == value) return;
    widget->setProperty(property, value);
    restyle(widget);
}

}  // namespace

QLabel* label(const QString& name, const QString& text, const char* look) {
    auto* made = new QLabel(text);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    if (look) made->setProperty("look", look);
    return made;
}

QPushButton* button(const QString& name, const QString& text, const char* look) {
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    if (look) made->setProperty("look", look);
    return made;
}

void set_look(QWidget* widget, const char* look) { set_and_restyle(widget, "look", look); }

void set_bad(QWidget* widget, bool bad) { set_and_restyle(widget, "bad", bad); }

QFrame* hairline() {
    auto* line = new QFrame;
    line->setProperty("look", "line");
    return line;
}

}  // namespace weft::ui
