#include "ui/shell/actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>

namespace weft::ui {

namespace {

struct MenuSpec { const char* id; const char* text; };
const MenuSpec menu_table[] = {
    {"file", QT_TRANSLATE_NOOP("Actions", "&File")},
    {"edit", QT_TRANSLATE_NOOP("Actions", "&Edit")},
    {"view", QT_TRANSLATE_NOOP("Actions", "&View")},
    {"run", QT_TRANSLATE_NOOP("Actions", "&Run")},
    {"help", QT_TRANSLATE_NOOP("Actions", "&Help")},
};

QString translated_text(const char* source) { return QCoreApplication::translate("Actions", source); }

QList<QKeySequence> shortcuts(const char* text) {
    QList<QKeySequence> keys;
    for (const QString& part : QString::fromLatin1(text).split(u'|', Qt::SkipEmptyParts)) keys << QKeySequence(part);
    return keys;
}

}  // namespace

const std::vector<ActionSpec>& action_table() {
    static const std::vector<ActionSpec> table = {
        {"file.new", "file", QT_TRANSLATE_NOOP("Actions", "&New"), "Ctrl+N"},
        {"file.open", "file", QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O"},
        {"file.recent", "file", QT_TRANSLATE_NOOP("Actions", "Open &recent"), ""},
        {"file.example", "file", QT_TRANSLATE_NOOP("Actions", "Open an e&xample"), ""},
        {"file.library", "file", QT_TRANSLATE_NOOP("Actions", "Li&brary of templates…"), "Ctrl+Shift+I"},
        {"file.insert", "file", QT_TRANSLATE_NOOP("Actions", "&Insert an example"), ""},
        {"-", "file", "", ""},
        {"file.save", "file", QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S"},
        {"file.save-as", "file", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "Ctrl+Shift+S"},
        {"file.export", "file", QT_TRANSLATE_NOOP("Actions", "&Export"), ""},
        {"file.compare", "file", QT_TRANSLATE_NOOP("Actions", "Co&mpare with a file…"), ""},
        {"file.compare-git", "file", QT_TRANSLATE_NOOP("Actions", "Compare with what &git has"), ""},
        {"file.print", "file", QT_TRANSLATE_NOOP("Actions", "&Print…"), "Ctrl+P"},
        {"-", "file", "", ""},
        {"file.settings", "file", QT_TRANSLATE_NOOP("Actions", "Se&ttings…"), "Ctrl+,"},
        {"file.shortcuts", "file", QT_TRANSLATE_NOOP("Actions", "Change &keys…"), ""},
        {"file.close", "file", QT_TRANSLATE_NOOP("Actions", "&Close"), "Ctrl+W"},
        {"file.quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"},

        {"edit.undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z"},
        {"edit.redo", "edit", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Y|Ctrl+Shift+Z"},
        {"-", "edit", "", ""},
        {"edit.cut", "edit", QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X"},
        {"edit.copy", "edit", QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C"},
        {"edit.paste", "edit", QT_TRANSLATE_NOOP("Actions", "&Paste"), "Ctrl+V"},
        {"edit.paste-wires", "edit", QT_TRANSLATE_NOOP("Actions", "Paste and keep the wires from outside"), "Ctrl+Shift+V"},
        {"edit.duplicate", "edit", QT_TRANSLATE_NOOP("Actions", "Dup&licate"), "Ctrl+D"},
        {"edit.delete", "edit", QT_TRANSLATE_NOOP("Actions", "&Delete"), "Del"},
        {"edit.rename", "edit", QT_TRANSLATE_NOOP("Actions", "Re&name"), "F2"},
        {"edit.select-all", "edit", QT_TRANSLATE_NOOP("Actions", "Select &all"), "Ctrl+A"},
        {"-", "edit", "", ""},
        {"edit.add", "edit", QT_TRANSLATE_NOOP("Actions", "Add a tas&k…"), "Shift+A"},
        {"edit.note", "edit", QT_TRANSLATE_NOOP("Actions", "Add a note"), "Shift+S"},
        {"edit.connect", "edit", QT_TRANSLATE_NOOP("Actions", "C&onnect in order"), ""},
        {"edit.handler-always", "edit", QT_TRANSLATE_NOOP("Actions", "Make an exit handler: al&ways"), ""},
        {"edit.handler-success", "edit", QT_TRANSLATE_NOOP("Actions", "Make an exit handler: on &success"), ""},
        {"edit.handler-failure", "edit", QT_TRANSLATE_NOOP("Actions", "Make an exit handler: on &failure"), ""},
        {"edit.replace", "edit", QT_TRANSLATE_NOOP("Actions", "Replace by"), ""},
        {"edit.group", "edit", QT_TRANSLATE_NOOP("Actions", "&Group into a sub-flow"), "Ctrl+G"},
        {"edit.ungroup", "edit", QT_TRANSLATE_NOOP("Actions", "Take t&he group apart"), "Ctrl+Shift+G"},
        {"edit.make-task", "edit", QT_TRANSLATE_NOOP("Actions", "Make an ordinar&y task"), ""},
        {"-", "edit", "", ""},
        {"view.commands", "edit", QT_TRANSLATE_NOOP("Actions", "Co&mmands…"), "Ctrl+Shift+P|Ctrl+K"},
        {"edit.find", "edit", QT_TRANSLATE_NOOP("Actions", "F&ind…"), "Ctrl+F"},
        {"edit.definition", "edit", QT_TRANSLATE_NOOP("Actions", "Go to definition"), "F12"},
        {"edit.usages", "edit", QT_TRANSLATE_NOOP("Actions", "Find usag&es"), "Shift+F12"},
        {"edit.next-problem", "edit", QT_TRANSLATE_NOOP("Actions", "Next pro&blem"), "F8"},
        {"edit.fix", "edit", QT_TRANSLATE_NOOP("Actions", "Apply the fi&x"), "Ctrl+."},
        {"edit.previous-problem", "edit", QT_TRANSLATE_NOOP("Actions", "Pre&vious problem"), "Shift+F8"},

        {"view.zoom-in", "view", QT_TRANSLATE_NOOP("Actions", "Zoom &in"), "Ctrl++|Ctrl+="},
        {"view.zoom-out", "view", QT_TRANSLATE_NOOP("Actions", "Zoom &out"), "Ctrl+-"},
        {"view.zoom-100", "view", QT_TRANSLATE_NOOP("Actions", "&100 %"), "Ctrl+0"},
        {"view.fit", "view", QT_TRANSLATE_NOOP("Actions", "&Fit"), "Ctrl+1"},
        {"view.tidy", "view", QT_TRANSLATE_NOOP("Actions", "&Tidy up"), "Ctrl+Shift+L"},
        {"view.unfold", "view", QT_TRANSLATE_NOOP("Actions", "Show or hide what is inside"), "Ctrl+E"},
        {"view.arrange", "view", QT_TRANSLATE_NOOP("Actions", "&Arrange"), ""},
        {"-", "view", "", ""},
        {"view.left", "view", QT_TRANSLATE_NOOP("Actions", "&Palette and outline"), "Ctrl+Shift+1", true},
        {"view.inspector", "view", QT_TRANSLATE_NOOP("Actions", "I&nspector"), "Ctrl+Shift+2", true},
        {"view.bottom", "view", QT_TRANSLATE_NOOP("Actions", "&Bottom panel"), "Ctrl+Shift+3", true},
        {"-", "view", "", ""},
        {"view.problems", "view", QT_TRANSLATE_NOOP("Actions", "P&roblems"), "Alt+1"},
        {"view.yaml", "view", QT_TRANSLATE_NOOP("Actions", "&YAML"), "Alt+2"},
        {"view.log", "view", QT_TRANSLATE_NOOP("Actions", "&Log"), "Alt+3"},
        {"view.runs", "view", QT_TRANSLATE_NOOP("Actions", "R&uns"), "Alt+4"},
        {"view.environment", "view", QT_TRANSLATE_NOOP("Actions", "&Environment"), "Alt+5"},
        {"view.engines", "view", QT_TRANSLATE_NOOP("Actions", "Engines an&d versions"), "Alt+6"},
        {"view.tasks", "view", QT_TRANSLATE_NOOP("Actions", "Task li&st"), "Alt+7"},
        {"view.history", "view", QT_TRANSLATE_NOOP("Actions", "History of &changes"), "Alt+8"},
        {"view.usages", "view", QT_TRANSLATE_NOOP("Actions", "Usages"), "Alt+9"},
        {"view.compare", "view", QT_TRANSLATE_NOOP("Actions", "Comparison"), "Alt+0"},
        {"-", "view", "", ""},
        {"view.lineage", "view", QT_TRANSLATE_NOOP("Actions", "&Where values come from and go to"), "Ctrl+L"},
        {"-", "view", "", ""},
        {"view.theme", "view", QT_TRANSLATE_NOOP("Actions", "T&heme"), ""},
        {"view.language", "view", QT_TRANSLATE_NOOP("Actions", "Lan&guage"), ""},

        {"run.run", "run", QT_TRANSLATE_NOOP("Actions", "&Run"), "F5|Ctrl+Return"},
        {"run.stop", "run", QT_TRANSLATE_NOOP("Actions", "&Stop"), "Shift+F5"},
        {"run.kill", "run", QT_TRANSLATE_NOOP("Actions", "&Kill (no exit handlers)"), ""},
        {"run.again", "run", QT_TRANSLATE_NOOP("Actions", "Run &again"), "Ctrl+F5"},
        {"run.hide", "run", QT_TRANSLATE_NOOP("Actions", "&Hide the run"), "Ctrl+Shift+H"},

        {"help.contents", "help", QT_TRANSLATE_NOOP("Actions", "&Contents"), "F1"},
        {"help.rules", "help", QT_TRANSLATE_NOOP("Actions", "&Rules"), ""},
        {"help.shortcuts", "help", QT_TRANSLATE_NOOP("Actions", "&Keyboard and mouse"), "Ctrl+F1"},
        {"help.welcome", "help", QT_TRANSLATE_NOOP("Actions", "&First steps"), ""},
        {"help.tour", "help", QT_TRANSLATE_NOOP("Actions", "&Tour in six steps"), ""},
        {"-", "help", "", ""},
        {"help.about", "help", QT_TRANSLATE_NOOP("Actions", "&About Weftwork"), ""},
    };
    return table;
}

Actions::Actions(QWidget* window) : QObject(window) {
    for (const ActionSpec& spec : action_table()) {
        if (*spec.id == '-') continue;
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(spec.id));
        action->setCheckable(spec.checkable);
        action->setShortcuts(shortcuts(spec.shortcut));
        window->addAction(action);
        actions_[spec.id] = action;
    }
    retranslate();
}

QAction* Actions::get(const char* id) const {
    const auto found = actions_.find(id);
    return found == actions_.end() ? nullptr : found->second;
}

void Actions::handle(const char* id, std::function<void()> run) {
    QAction* action = get(id);
    if (!action) return;
    handled_[id] = true;
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
}

bool Actions::handled(const char* id) const { return handled_.count(id) || (get(id) && get(id)->menu()); }

void Actions::fill(QMenuBar* bar, const std::map<QByteArray, QMenu*>& submenus) {
    for (const MenuSpec& spec : menu_table) {
        QMenu* menu = bar->addMenu(QString());
        menu->setObjectName(QStringLiteral("menu-") + QLatin1String(spec.id));
        menus_.push_back(menu);
        for (const ActionSpec& action : action_table()) {
            if (qstrcmp(action.menu, spec.id) != 0) continue;
            if (*action.id == '-') menu->addSeparator();
            else menu->addAction(get(action.id));
            if (const auto sub = submenus.find(action.id); sub != submenus.end()) get(action.id)->setMenu(sub->second);
        }
    }
    retranslate();
}

QList<QKeySequence> Actions::table_shortcuts(const char* id) {
    for (const ActionSpec& spec : action_table())
        if (qstrcmp(spec.id, id) == 0) return shortcuts(spec.shortcut);
    return {};
}

void Actions::load_shortcuts() {
    const QSettings store;
    for (const auto& [id, action] : actions_) {
        const QVariant kept = store.value(QStringLiteral("shortcuts/") + QLatin1String(id));
        action->setShortcuts(kept.isValid() ? QKeySequence::listFromString(kept.toString()) : table_shortcuts(id.constData()));
    }
}

void Actions::rebind(const char* id, const QList<QKeySequence>& keys) {
    QAction* action = get(id);
    if (!action) return;
    action->setShortcuts(keys);
    const QString place = QStringLiteral("shortcuts/") + QLatin1String(id);
    if (keys == table_shortcuts(id)) QSettings().remove(place);
    else QSettings().setValue(place, QKeySequence::listToString(keys));
}

QString Actions::plain_text(const char* id) const {
    const QAction* action = get(id);
    if (!action) return {};
    QString text = action->text();
    const qsizetype at = text.indexOf(QStringLiteral("(&"));   // "打开(&O)…": the letter and its brackets go
    if (at >= 0 && at + 3 < text.size() && text[at + 3] == u')') text.remove(at, 4);
    return text.remove(u'&');
}

void Actions::retranslate() {
    for (const ActionSpec& spec : action_table())
        if (*spec.id != '-') get(spec.id)->setText(translated_text(spec.text));
    for (std::size_t i = 0; i < menus_.size(); ++i) menus_[i]->setTitle(translated_text(menu_table[i].text));
}

}  // namespace weft::ui
