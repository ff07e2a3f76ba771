#include "ui/shell/target_chooser.h"

#include <QEvent>
#include <QMenu>
#include <algorithm>

#include "core/targets/target.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

QString name_of(const std::string& id, const std::string& version) {
    if (id == "local") return TargetChooser::tr("this computer");
    const Target* target = find_target(id);
    const QString title = qs(target ? target->title : id);
    return version.empty() ? title : title + u' ' + qs(version);
}

}  // namespace

QString target_names(const std::vector<lint::TargetChoice>& targets) {
    QStringList names;
    for (const lint::TargetChoice& target : targets) names << name_of(target.id, target.version);
    return names.join(QStringLiteral(", "));
}

std::vector<lint::TargetChoice> suggested_targets(const std::string& format) {
    std::vector<lint::TargetChoice> out;
    const auto add = [&out](const char* id) {
        if (const Target* target = find_target(id)) out.push_back({target->id, target->versions.empty() ? std::string() : target->versions.front()});
    };
    if (format == "native") {
        add("local");
        add("argo");
    } else {
        add(format.c_str());
    }
    return out;
}

TargetChooser::TargetChooser(QWidget* parent) : QToolButton(parent) {
    setObjectName(QStringLiteral("check-for"));
    setProperty("look", "field");
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMenu(new QMenu(this));
    menu()->setObjectName(QStringLiteral("check-for-menu"));
    connect(menu(), &QMenu::aboutToShow, this, &TargetChooser::rebuild);
    rebuild();
    show_choice();
}

void TargetChooser::choose(std::vector<lint::TargetChoice> targets) {
    chosen_ = std::move(targets);
    show_choice();
}

void TargetChooser::hide_caption() {
    caption_ = false;
    show_choice();
}

void TargetChooser::say_suggested(const QString& format_targets) {
    suggested_ = format_targets;
    show_choice();
}

void TargetChooser::rebuild() {
    menu()->clear();
    QAction* by_file = menu()->addAction(tr("What the &file suggests"));
    by_file->setObjectName(QStringLiteral("check-for-suggested"));
    by_file->setCheckable(true);
    by_file->setChecked(chosen_.empty());
    connect(by_file, &QAction::triggered, this, [this] {
        choose({});
        emit changed();
    });
    menu()->addSeparator();
    for (const Target* target : targets()) {
        std::vector<std::string> versions = target->versions;
        if (versions.empty()) versions.emplace_back();
        for (const std::string& version : versions) {
            QAction* action = menu()->addAction(name_of(target->id, version));
            action->setObjectName(qs("check-for-" + target->id + "@" + version));
            action->setCheckable(true);
            action->setChecked(std::any_of(chosen_.begin(), chosen_.end(), [&](const lint::TargetChoice& c) { return c.id == target->id && c.version == version; }));
            connect(action, &QAction::triggered, this, [this, id = target->id, version](bool on) { toggle(id, version, on); });
        }
    }
}

void TargetChooser::toggle(const std::string& id, const std::string& version, bool on) {
    std::erase_if(chosen_, [&id](const lint::TargetChoice& choice) { return choice.id == id; });   // one version of an engine at a time
    if (on) chosen_.push_back({id, version});
    show_choice();
    emit changed();
}

void TargetChooser::show_choice() {
    const QString names = chosen_.empty() ? suggested_ : target_names(chosen_);
    const QString shown = names.isEmpty() ? tr("no engine") : names;
    setText(caption_ ? tr("Check for:  %1").arg(shown) : shown);
    setToolTip(chosen_.empty() ? tr("The engines that this file suggests") : tr("The engines that you have chosen"));
}

void TargetChooser::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) show_choice();
    QToolButton::changeEvent(event);
}

}  // namespace weft::ui
