#include "ui/shell/settings.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

#include "ui/bridge/english_plurals.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

constexpr int recent_files = 12;

QStringList written(const std::vector<lint::TargetChoice>& targets) {
    QStringList out;
    for (const lint::TargetChoice& target : targets) out << qs(target.id + "@" + target.version);
    return out;
}

std::vector<lint::TargetChoice> parsed(const QStringList& texts) {
    std::vector<lint::TargetChoice> out;
    for (const QString& text : texts) {
        const qsizetype at = text.indexOf(u'@');
        if (at > 0) out.push_back({utf8(text.left(at)), utf8(text.mid(at + 1))});
    }
    return out;
}

}  // namespace

const char* theme_key(ThemeChoice choice) {
    switch (choice) {
        case ThemeChoice::light: return "light";
        case ThemeChoice::dark: return "dark";
        case ThemeChoice::high_contrast: return "high-contrast";
        case ThemeChoice::system: break;
    }
    return "system";
}

ThemeChoice theme_of(const QString& key) {
    for (ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark, ThemeChoice::high_contrast})
        if (key == QLatin1String(theme_key(choice))) return choice;
    return ThemeChoice::system;
}

QStringList kubernetes_versions() { return {"1.35", "1.34", "1.33", "1.32", "1.31", "1.30", "1.29", "1.28"}; }

Settings load_settings() {
    const QSettings store;
    Settings settings;
    settings.language = store.value("language").toString();
    settings.theme = theme_of(store.value("theme").toString());
    settings.wheel = store.value("wheel").toString() == QLatin1String("scroll") ? CanvasSettings::Wheel::scroll : CanvasSettings::Wheel::zoom;
    settings.targets = parsed(store.value("targets").toStringList());
    settings.kubernetes = store.value("kubernetes", settings.kubernetes).toString();
    settings.advice = store.value("advice", false).toBool();
    const QVariantMap images = store.value("default-images").toMap();
    for (auto image = images.begin(); image != images.end(); ++image) settings.default_images[utf8(image.key())] = utf8(image.value().toString());
    settings.welcome = store.value("welcome", true).toBool();
    settings.recent = store.value("recent").toStringList();
    return settings;
}

void save_settings(const Settings& settings) {
    QSettings store;
    store.setValue("language", settings.language);
    store.setValue("theme", QLatin1String(theme_key(settings.theme)));
    store.setValue("wheel", settings.wheel == CanvasSettings::Wheel::scroll ? "scroll" : "zoom");
    store.setValue("targets", written(settings.targets));
    store.setValue("kubernetes", settings.kubernetes);
    store.setValue("advice", settings.advice);
    QVariantMap images;
    for (const auto& [engine, image] : settings.default_images) images[qs(engine)] = qs(image);
    store.setValue("default-images", images);
    store.setValue("welcome", settings.welcome);
    store.setValue("recent", settings.recent);
}

void remember_recent(Settings& settings, const QString& file) {
    settings.recent.removeAll(file);
    settings.recent.prepend(file);
    while (settings.recent.size() > recent_files) settings.recent.removeLast();
}

bool install_language(const QString& language) {
    static QTranslator* ours = nullptr;
    static QTranslator* of_qt = nullptr;   // the buttons of Qt's own dialogs
    for (QTranslator** translator : {&ours, &of_qt}) {
        if (*translator) QCoreApplication::removeTranslator(*translator);
        delete *translator;
        *translator = nullptr;
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C) {
        ours = new EnglishPlurals;
        QCoreApplication::installTranslator(ours);
        return true;
    }
    ours = new QTranslator;
    const QString installed = QCoreApplication::applicationDirPath() + "/../share/weftwork/i18n";
    if (!ours->load(locale, "weftwork", "_", ":/i18n") && !ours->load(locale, "weftwork", "_", installed)) return false;
    QCoreApplication::installTranslator(ours);
    of_qt = new QTranslator;
    if (of_qt->load(locale, "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath))) QCoreApplication::installTranslator(of_qt);
    return true;
}

}  // namespace weft::ui
