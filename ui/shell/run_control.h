// Joins documents and runs: F5 asks for trust and parameters, submits, and from then on the run is shown on its document, under the names that
// the tasks have now. Knows no widget.
#pragma once

#include <QObject>
#include <QPointer>
#include <map>
#include <set>

#include "core/model/flow.h"
#include "ui/bridge/run_bridge.h"

namespace weft::ui {

class Dialogs;
class FlowDocument;

class RunControl : public QObject {
    Q_OBJECT
  public:
    RunControl(RunBridge& bridge, Dialogs& dialogs, QObject* parent = nullptr);
    bool run(FlowDocument* document);                  // false: not started (refused, cancelled by the user)
    void stop(FlowDocument* document, bool kill);
    void again(FlowDocument* document);
    void hide(FlowDocument* document);
    void show(FlowDocument* document, const QString& run);
    void forget(FlowDocument* document);
    void typed_here(FlowDocument* document);           // made or edited in this window: its author needs no question
    QString shown(FlowDocument* document) const;       // run id, "" = none
    FlowDocument* document_of(const QString& run) const;   // the one it was started from
    bool live(FlowDocument* document) const;
    QString path_in_run(const FlowDocument& document, const QString& path) const;

  signals:
    void started(weft::ui::FlowDocument* document);
    void ended(weft::ui::FlowDocument* document);
    void notice(const QString& text);
    void changed();                                    // what may be stopped has changed

  private:
    struct Shown { QString run; FlowPtr submitted; bool ended_said = false; };
    bool allowed(FlowDocument* document);
    void bring(FlowDocument* document);
    std::map<std::string, std::string> renames(const FlowDocument& document) const;   // then -> now

    RunBridge& bridge_;
    Dialogs& dialogs_;
    std::map<FlowDocument*, Shown> shown_;
    std::map<QString, QPointer<FlowDocument>> started_from_;
    std::map<QString, FlowPtr> submitted_flow_;
    std::set<FlowDocument*> ours_;
    QPointer<FlowDocument> submitting_;
    FlowPtr submitting_flow_;
};

}  // namespace weft::ui
