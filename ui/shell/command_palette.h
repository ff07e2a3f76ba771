// Every command under the fingers: type a few letters of it, Enter runs it. Commands that make no sense now are shown with the reason of being grey: last.
#pragma once

#include <QFrame>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace weft::ui {

class Actions;

// How well `text` fits `title`: 0 = not at all, more is better. Words may be typed by their beginnings and in any order ("ex han" finds
// "Make an exit handler"). Pure, for the palette and its test.
int fits(const QString& title, const QString& text);

class CommandPalette : public QFrame {
    Q_OBJECT
  public:
    explicit CommandPalette(Actions& actions, QWidget* window);
    void open();                       // over the upper middle of the window
    QListWidget* list() const { return list_; }
    QLineEdit* field() const { return field_; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    struct Command { QAction* action = nullptr; QString title, shortcut; };
    std::vector<Command> commands() const;
    void refill();
    void fit();
    void choose();

    Actions& actions_;
    QWidget* window_;
    QPointer<QWidget> before_;         // had the focus, gets it back
    QLineEdit* field_;
    QListWidget* list_;
};

}  // namespace weft::ui
