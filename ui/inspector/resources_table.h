// CPU, memory, GPU …: one line a field, value in the middle, where it comes from at the right ("here" in accent).
#pragma once

#include <QWidget>
#include <vector>

#include "core/model/environment.h"

class QLabel;
class QLineEdit;

namespace weft::ui {

class ResourcesTable : public QWidget {
    Q_OBJECT
  public:
    explicit ResourcesTable(const QString& name, QWidget* parent = nullptr);
    // `own` is what stands at the thing itself; the rest comes with `effective` as a placeholder.
    void show_environment(const Environment& own, const EffectiveEnvironment* effective);
    // Of several tasks: what all of them say; where they differ the field is empty and says so.
    void show_several(const std::vector<Environment>& own);
    void show_problem(const std::string& field, const QString& problem);   // field "" clears all
    void retranslate();

  signals:
    void edited(const QString& field, const QString& value);

  private:
    struct Line { const char* field; QLabel* caption; QLineEdit* value; QLabel* origin; QLabel* problem; QString shown; };
    std::vector<Line> lines_;
};

std::string environment_text(const Environment& environment, std::string_view field);                 // "" = not set
void set_environment_text(Environment& environment, std::string_view field, const std::string& value);   // "" takes it away
QString short_origin(const Effective& effective, bool here);                                             // "here", "flow", "definition say"

}  // namespace weft::ui
