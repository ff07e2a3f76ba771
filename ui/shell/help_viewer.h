// The help that the designer carries inside itself: a page per topic and per rule, with search. Needs no network.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace weft::ui {

class HelpViewer : public QDialog {
    Q_OBJECT
  public:
    explicit HelpViewer(QWidget* parent = nullptr);
    void show_page(const QString& page);          // "index", "rules/env-dynamic-out"
    void show_rule(const QString& rule);          // "env/dynamic-out"
    QString page() const;
    static QStringList pages();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void list(const QString& filter);
    void retranslate();

    QLineEdit* search_;
    QListWidget* list_;
    QTextBrowser* text_;
};

}  // namespace weft::ui
