// A labelled field of the inspector: caption above, a small line beneath for where the value comes from or what is wrong with it.
// Tells once, when editing is finished and the text has changed; news from the flow never fights a field that has the focus.
#pragma once

#include <QPlainTextEdit>
#include <QString>
#include <QWidget>

#include "ui/bridge/completion_popup.h"

class QLabel;
class QLineEdit;

namespace weft::ui {

class Field : public QWidget {
    Q_OBJECT
  public:
    enum class Kind { line, mono_line, text };      // text: several lines, monospace
    Field(const QString& name, Kind kind, QWidget* parent = nullptr);
    void set_caption(const QString& caption);
    void show_text(const QString& text, const QString& placeholder = {});
    void show_note(const QString& note);
    void show_problem(const QString& problem);       // "" = none; wins over the note
    QString text() const;
    QWidget* editor() const;
    void set_read_only(bool read_only);
    void set_completion(CompletionPopup::Ask ask);   // once


  signals:
    void edited(const QString& text);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void finished();
    void fit_height();

    QLabel* caption_;
    QLabel* beneath_;
    QLineEdit* line_ = nullptr;
    QPlainTextEdit* lines_ = nullptr;
    QString shown_, note_, problem_;
};

}  // namespace weft::ui
