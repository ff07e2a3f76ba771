// Everything modal that the designer may ask, behind an interface: tests answer instead of a person.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/model/edit.h"
#include "core/run/event.h"

class QWidget;

namespace weft::ui {

struct WillRun { QString task, what; };   // one line of "this will be executed"

class Dialogs {
  public:
    enum class Answer { save, discard, cancel };
    enum class Trust { no, once, folder };
    virtual ~Dialogs() = default;
    virtual Answer ask_save(const QString& title) = 0;
    virtual QStringList open_files(const QString& folder) = 0;
    virtual QString save_file(const QString& suggestion, const QString& filter) = 0;     // "" = cancelled
    virtual Trust ask_trust(const QString& title, const QString& where, const std::vector<WillRun>& lines) = 0;
    virtual std::optional<edit::Scope> ask_scope(const QString& definition, int uses) = 0;
    virtual std::optional<std::vector<run::Datum>> ask_parameters(const std::vector<Parameter>& missing) = 0;
    virtual bool confirm(const QString& question, const QString& button) = 0;
    virtual void tell(const QString& what, const QString& details) = 0;
};

class QtDialogs : public Dialogs {
  public:
    explicit QtDialogs(QWidget* parent) : parent_(parent) {}
    Answer ask_save(const QString& title) override;
    QStringList open_files(const QString& folder) override;
    QString save_file(const QString& suggestion, const QString& filter) override;
    Trust ask_trust(const QString& title, const QString& where, const std::vector<WillRun>& lines) override;
    std::optional<edit::Scope> ask_scope(const QString& definition, int uses) override;
    std::optional<std::vector<run::Datum>> ask_parameters(const std::vector<Parameter>& missing) override;
    bool confirm(const QString& question, const QString& button) override;
    void tell(const QString& what, const QString& details) override;

  private:
    QWidget* parent_;
};

}  // namespace weft::ui
