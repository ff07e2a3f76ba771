// Colours YAML by line: comments, keys, quoted strings, engine tags, anchors. Says nothing about validity; the reader does.
#pragma once

#include <QSyntaxHighlighter>

namespace weft::ui {

class Highlighter : public QSyntaxHighlighter {
    Q_OBJECT
  public:
    explicit Highlighter(QTextDocument* document);

  protected:
    void highlightBlock(const QString& line) override;
};

}  // namespace weft::ui
