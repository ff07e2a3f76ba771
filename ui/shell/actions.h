// Every user command once, as data: id, menu, text, shortcut. The window gives each a handler; a test walks the table and fails on one without.
#pragma once

#include <QAction>
#include <QObject>
#include <functional>
#include <map>
#include <vector>

class QMenuBar;
class QWidget;

namespace weft::ui {

struct ActionSpec {
    const char* id;
    const char* menu;       // "" = no menu; "-" as id is a separator
    const char* text;       // with mnemonic, source text in context "Actions"
    const char* shortcut;   // alternatives separated by "|"; "" = none
    bool checkable = false;
};

const std::vector<ActionSpec>& action_table();

class Actions : public QObject {
    Q_OBJECT
  public:
    explicit Actions(QWidget* window);
    QAction* get(const char* id) const;                      // null when unknown
    void handle(const char* id, std::function<void()> run);
    bool handled(const char* id) const;
    // Fills the menu bar in the table's order; `extra` adds submenus ("file.recent" …) where their placeholder id stands.
    void fill(QMenuBar* bar, const std::map<QByteArray, class QMenu*>& submenus);
    void retranslate();

    // Keys that a person chose stand in the settings ("shortcuts/<id>"); the others are those of the table.
    static QList<QKeySequence> table_shortcuts(const char* id);
    void load_shortcuts();
    void rebind(const char* id, const QList<QKeySequence>& keys);   // keeps them; the table's own keys are not kept but meant
    QString plain_text(const char* id) const;                       // without mnemonic

  private:
    std::map<QByteArray, QAction*> actions_;
    std::map<QByteArray, bool> handled_;
    std::vector<class QMenu*> menus_;
};

}  // namespace weft::ui
