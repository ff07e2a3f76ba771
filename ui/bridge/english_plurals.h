// English is the source language, so it has no translation file; this translator only chooses between "1 task" and "2 tasks" for "%n task(s)".
#pragma once

#include <QTranslator>

namespace weft::ui {

class EnglishPlurals : public QTranslator {
    Q_OBJECT
  public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;
};

}  // namespace weft::ui
