// "Reading big.yaml…" with a way out, above the flow, while a worker reads a large file. Nothing else of the window waits for it.
#pragma once

#include <QFrame>
#include <QTimer>
#include <memory>

#include "ui/document/opening.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace weft::ui {

class OpenStrip : public QFrame {
    Q_OBJECT
  public:
    explicit OpenStrip(QWidget* parent = nullptr);
    void follow(const QString& title, std::shared_ptr<const OpeningState> state);   // shows itself when it takes longer than a blink
    void hide_now();

  signals:
    void cancelled();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void tell();

    QLabel* what_;
    QProgressBar* bar_;
    QPushButton* cancel_;
    QString title_;
    std::shared_ptr<const OpeningState> state_;
    QTimer tick_;
};

}  // namespace weft::ui
