// A plain text field with line numbers and marked ranges, in a monospace face. Undo belongs to the document, not to the field.
#pragma once

#include <QPlainTextEdit>
#include <vector>

namespace weft::ui {

struct Mark {
    int begin = 0, end = 0;       // UTF-16 offsets in the field's text
    bool error = true;            // otherwise a warning
    QString what;                 // shown as a tooltip
    friend bool operator==(const Mark&, const Mark&) = default;
};

class CodeEdit : public QPlainTextEdit {
    Q_OBJECT
  public:
    explicit CodeEdit(QWidget* parent = nullptr);
    void show_marks(std::vector<Mark> marks);
    const std::vector<Mark>& marks() const { return marks_; }
    void show_hits(const QList<QTextCursor>& hits);
    // As clear(), but a large text is taken apart piece by piece, out of sight: true = document() is another one now.
    bool begin_anew();

  signals:
    void find_asked();
    void left();            // Esc: the keys go back to the drawing (Tab writes two blanks here)

  protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    class Gutter;
    friend class Gutter;
    int gutter_width() const;
    void paint_gutter(QPaintEvent* event);
    void update_selections();
    void empty_piece(QTextDocument* old);

    Gutter* gutter_;
    std::vector<Mark> marks_;
    QList<QTextCursor> hits_;
};

}  // namespace weft::ui
