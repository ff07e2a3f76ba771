#include "ui/bridge/target_combo.h"

#include <QEvent>

#include "ui/bridge/text.h"

namespace weft::ui {

TargetCombo::TargetCombo(QWidget* parent) : QComboBox(parent) {
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    addItem({}, QString());
    for (const Target* target : targets()) {
        if (target->id == "local") continue;
        for (const std::string& version : target->versions)
            addItem(qs(target->title) + u' ' + qs(version), QString(qs(target->id) + u'@' + qs(version)));
    }
    retranslate();
}

const Target* TargetCombo::target() const { return find_target(utf8(currentData().toString().section(u'@', 0, 0))); }
std::string TargetCombo::version() const { return utf8(currentData().toString().section(u'@', 1)); }

void TargetCombo::choose(const std::string& id, const std::string& version) {
    const int row = findData(QString(qs(id) + u'@' + qs(version)));
    setCurrentIndex(std::max(row, 0));
}

void TargetCombo::retranslate() { setItemText(0, tr("As drawn")); }

void TargetCombo::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QComboBox::changeEvent(event);
}

}  // namespace weft::ui
