// Settings: language, theme, wheel, what is checked. Changes are applied on OK.
#pragma once

#include <QDialog>

#include "ui/shell/settings.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace weft::ui {

class TargetChooser;

class SettingsDialog : public QDialog {
    Q_OBJECT
  public:
    explicit SettingsDialog(const Settings& settings, QWidget* parent = nullptr);
    Settings settings() const;

  private:
    Settings before_;
    QComboBox *language_, *theme_, *wheel_, *kubernetes_, *engine_;
    QLineEdit* image_;
    std::map<std::string, std::string> images_;
    QCheckBox *advice_, *welcome_;
    TargetChooser* targets_;
};

QString about_text();     // licence and versions

}  // namespace weft::ui
