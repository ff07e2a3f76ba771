// "Check for": which engines, in which versions, the flow is linted for. Nothing chosen means what the file's format suggests.
#pragma once

#include <QToolButton>
#include <vector>

#include "core/lint/rule.h"

namespace weft::ui {

class TargetChooser : public QToolButton {
    Q_OBJECT
  public:
    explicit TargetChooser(QWidget* parent = nullptr);
    void choose(std::vector<lint::TargetChoice> targets);          // without telling
    const std::vector<lint::TargetChoice>& chosen() const { return chosen_; }
    void hide_caption();                                           // where a label says it already
    void say_suggested(const QString& format_targets);             // shown while nothing is chosen

  signals:
    void changed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void rebuild();
    void show_choice();
    void toggle(const std::string& id, const std::string& version, bool on);

    std::vector<lint::TargetChoice> chosen_;
    QString suggested_;
    bool caption_ = true;
};

QString target_names(const std::vector<lint::TargetChoice>& targets);    // "Argo 4.1, Volcano 1.12"
// What lint uses when nothing is chosen, in words.
std::vector<lint::TargetChoice> suggested_targets(const std::string& format);

}  // namespace weft::ui
