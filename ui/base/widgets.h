// The small parts that panels are made of: plain-text labels and buttons in one of the style sheet's looks.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QString>

class QBoxLayout;

namespace weft::ui {

QLabel* label(const QString& name, const QString& text = {}, const char* look = nullptr);      // never rich text: file contents are shown here
QPushButton* button(const QString& name, const QString& text, const char* look = nullptr);
void set_look(QWidget* widget, const char* look);
void set_bad(QWidget* widget, bool bad);                                                       // marks a field whose content a finding is about
QFrame* hairline();

}  // namespace weft::ui
