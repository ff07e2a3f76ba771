// All keys in a list, each to be changed: pick a command, press the new keys. A key that something else has already is named before it is taken away.
#pragma once

#include <QDialog>
#include <map>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace weft::ui {

class Actions;

class ShortcutsDialog : public QDialog {
    Q_OBJECT
  public:
    explicit ShortcutsDialog(Actions& actions, QWidget* parent = nullptr);
    QTreeWidget* list() const { return list_; }
    void accept() override;                    // binds and keeps what was changed

  private:
    void filter(const QString& text);
    void show_current();
    void set_keys(const QKeySequence& keys);
    void refresh_row(const QByteArray& id);
    QByteArray current() const;
    QByteArray owner_of(const QKeySequence& keys, const QByteArray& besides) const;

    Actions& actions_;
    std::map<QByteArray, QList<QKeySequence>> keys_;   // as they will be
    QLineEdit* filter_;
    QTreeWidget* list_;
    QKeySequenceEdit* edit_;
    QPushButton *none_, *reset_;
    QLabel* note_;
};

}  // namespace weft::ui
