// The list that opens at the cursor of a text field and says what may stand there. The field keeps the focus; the arrows walk through the list, Enter or
// Tab takes, Esc closes, Ctrl+Space asks. What is offered comes from outside: this knows no format.
#pragma once

#include <QObject>
#include <functional>

#include "core/targets/completion.h"

class QListWidget;
class QWidget;

namespace weft::ui {

class CompletionPopup : public QObject {
    Q_OBJECT
  public:
    // Positions of an Offer are UTF-16 units here.
    using Ask = std::function<Offer(const QString& text, int cursor, bool asked)>;
    CompletionPopup(QWidget* field, Ask ask);       // a QLineEdit or a QPlainTextEdit; lives as long as it
    bool is_open() const;
    QListWidget* list() const { return list_; }

  signals:
    void taken();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void typed();
    void open(bool asked);
    void close();
    void take(int row);
    void choose(int row);
    void place();
    QString text() const;
    int cursor() const;
    void replace(int from, int to, const QString& with);

    QWidget* field_;
    Ask ask_;
    QListWidget* list_;
    Offer offer_;
    std::vector<Completion> shown_;
    bool changing_ = false;
};

// An offer whose places are bytes of `text`, in Qt's units.
Offer in_units(Offer offer, std::string_view text);

}  // namespace weft::ui
