#include "ui/shell/settings_dialog.h"

#include <curl/curl.h>
#include <sqlite3.h>

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

#include "core/targets/target.h"
#include "ui/base/widgets.h"
#include "ui/bridge/text.h"
#include "ui/shell/target_chooser.h"

namespace weft::ui {

namespace {

QComboBox* chooser(const QString& name, std::initializer_list<std::pair<QString, QVariant>> entries, const QVariant& now) {
    auto* box = new QComboBox;
    box->setObjectName(name);
    for (const auto& [text, value] : entries) box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(now)));
    return box;
}

void row(QFormLayout* form, const QString& text, QWidget* field) {
    QLabel* caption = label(field->objectName() + QStringLiteral("-caption"), text);
    caption->setBuddy(field);
    field->setAccessibleName(QString(text).remove(u'&'));
    form->addRow(caption, field);
}

}  // namespace

SettingsDialog::SettingsDialog(const Settings& settings, QWidget* parent) : QDialog(parent), before_(settings) {
    setObjectName(QStringLiteral("settings-dialog"));
    setWindowTitle(tr("Settings"));
    language_ = chooser("settings-language", {{tr("The system's"), QString()}, {QStringLiteral("English"), "en"}, {QStringLiteral("简体中文"), "zh_CN"}}, settings.language);
    theme_ = chooser("settings-theme", {{tr("The system's"), int(ThemeChoice::system)}, {tr("Light"), int(ThemeChoice::light)}, {tr("Dark"), int(ThemeChoice::dark)},
                                        {tr("High contrast"), int(ThemeChoice::high_contrast)}}, int(settings.theme));
    wheel_ = chooser("settings-wheel", {{tr("zooms; with Ctrl it scrolls"), int(CanvasSettings::Wheel::zoom)}, {tr("scrolls; with Ctrl it zooms"), int(CanvasSettings::Wheel::scroll)}},
                     int(settings.wheel));
    kubernetes_ = new QComboBox;
    kubernetes_->setObjectName(QStringLiteral("settings-kubernetes"));
    kubernetes_->addItems(kubernetes_versions());
    kubernetes_->setCurrentText(settings.kubernetes);
    targets_ = new TargetChooser;
    targets_->setObjectName(QStringLiteral("settings-targets"));
    targets_->hide_caption();
    targets_->say_suggested(tr("what the file suggests"));
    targets_->choose(settings.targets);
    images_ = settings.default_images;
    engine_ = new QComboBox;
    engine_->setObjectName(QStringLiteral("settings-image-engine"));
    for (const Target* target : targets())
        if (target->export_flow) engine_->addItem(qs(target->title), qs(target->id));
    image_ = new QLineEdit;
    image_->setObjectName(QStringLiteral("settings-image"));
    image_->setPlaceholderText(tr("none: a task without an image is refused"));
    const auto show_image = [this] { image_->setText(qs(images_[utf8(engine_->currentData().toString())])); };
    connect(engine_, &QComboBox::currentIndexChanged, this, show_image);
    connect(image_, &QLineEdit::textEdited, this, [this](const QString& text) { images_[utf8(engine_->currentData().toString())] = utf8(text.trimmed()); });
    show_image();
    advice_ = new QCheckBox(tr("Also give &advice (no timeout, unused parameter …)"));
    advice_->setObjectName(QStringLiteral("settings-advice"));
    advice_->setChecked(settings.advice);
    welcome_ = new QCheckBox(tr("Show the &first steps at the start"));
    welcome_->setObjectName(QStringLiteral("settings-welcome"));
    welcome_->setChecked(settings.welcome);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(20, 18, 20, 14);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(16);
    row(form, tr("&Language"), language_);
    row(form, tr("&Theme"), theme_);
    row(form, tr("Mouse &wheel"), wheel_);
    row(form, tr("&Check for"), targets_);
    row(form, tr("&Kubernetes"), kubernetes_);
    auto* images = new QWidget;
    images->setObjectName(QStringLiteral("settings-images"));
    auto* side_by_side = new QHBoxLayout(images);
    side_by_side->setContentsMargins(0, 0, 0, 0);
    side_by_side->addWidget(engine_);
    side_by_side->addWidget(image_, 1);
    row(form, tr("&Default image"), images);
    form->addRow(advice_);
    form->addRow(welcome_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

Settings SettingsDialog::settings() const {
    Settings wanted = before_;
    wanted.language = language_->currentData().toString();
    wanted.theme = static_cast<ThemeChoice>(theme_->currentData().toInt());
    wanted.wheel = static_cast<CanvasSettings::Wheel>(wheel_->currentData().toInt());
    wanted.kubernetes = kubernetes_->currentText();
    wanted.targets = targets_->chosen();
    wanted.default_images = images_;
    std::erase_if(wanted.default_images, [](const auto& image) { return image.second.empty(); });
    wanted.advice = advice_->isChecked();
    wanted.welcome = welcome_->isChecked();
    return wanted;
}

QString about_text() {
    const auto text = [](const char* source) { return QCoreApplication::translate("About", source); };
    const curl_version_info_data* curl = curl_version_info(CURLVERSION_NOW);
    return text(QT_TRANSLATE_NOOP("About", "Draw, check, export, run and watch workflows.")) + QStringLiteral("\n\n") +
           text(QT_TRANSLATE_NOOP("About", "Version %1, licence Apache-2.0.")).arg(QLatin1String(WEFT_VERSION)) + QStringLiteral("\n\n") +
           text(QT_TRANSLATE_NOOP("About", "It stands on Qt %1, yaml-cpp, libcurl %2, SQLite %3, nlohmann-json, {fmt} and tl::expected."))
               .arg(QLatin1String(qVersion()), QLatin1String(curl->version), QLatin1String(sqlite3_libversion()));
}

}  // namespace weft::ui
