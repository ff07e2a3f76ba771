// What a user may set, as a value; kept in QSettings. The window's own geometry and splitters are kept by the window.
#pragma once

#include <QString>
#include <QStringList>
#include <map>

#include "core/lint/rule.h"
#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"

namespace weft::ui {

struct Settings {
    QString language;                                  // "" = the system's, "en", "zh_CN"
    ThemeChoice theme = ThemeChoice::system;
    CanvasSettings::Wheel wheel = CanvasSettings::Wheel::zoom;
    std::vector<lint::TargetChoice> targets;           // empty: what the document's format suggests
    QString kubernetes = QStringLiteral("1.31");
    bool advice = false;
    std::map<std::string, std::string> default_images; // by engine: for tasks where nothing sets one
    bool welcome = true;                               // show the card at the start
    QStringList recent;
};

Settings load_settings();
void save_settings(const Settings& settings);
void remember_recent(Settings& settings, const QString& file);

QStringList kubernetes_versions();
const char* theme_key(ThemeChoice choice);             // "system", "light", "dark", "high-contrast"
ThemeChoice theme_of(const QString& key);

// Loads the translation for the language (or the system's) into the application; true when there is one or it is English.
bool install_language(const QString& language);

}  // namespace weft::ui
