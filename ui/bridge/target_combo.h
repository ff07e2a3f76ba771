// "As drawn", or one engine in one version: what the environment and names panels look through.
#pragma once

#include <QComboBox>

#include "core/targets/target.h"

namespace weft::ui {

class TargetCombo : public QComboBox {
    Q_OBJECT
  public:
    explicit TargetCombo(QWidget* parent = nullptr);
    const Target* target() const;          // null: as drawn
    std::string version() const;
    void choose(const std::string& id, const std::string& version);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
};

}  // namespace weft::ui
