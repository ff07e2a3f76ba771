// The GUI's end of the runner's socket: starts the runner on demand, submits, cancels, keeps every flow's runs folded with core's reduce().
// Asynchronous on the UI thread (QLocalSocket); survives the runner's restart by subscribing again after the last seq.
#pragma once

#include <QObject>
#include <QString>
#include <map>
#include <memory>
#include <vector>

#include "core/run/state.h"
#include "core/run/store.h"
#include "core/run/verdict.h"

namespace weft::ui {

struct RunView {
    run::RunRecord record;
    FlowPtr flow;                                   // read from record.flow_text, null until asked
    std::shared_ptr<const run::RunState> state;
    run::Verdict verdict;
};

class RunBridge : public QObject {
    Q_OBJECT
  public:
    explicit RunBridge(QObject* parent = nullptr);
    ~RunBridge() override;
    void start();                                             // connects to a running runner; does not start one
    bool connected() const;
    const std::vector<QString>& runs() const;                 // ids, newest first
    const RunView* find(const QString& run) const;
    void load(const QString& run);                            // asks for text and events of an older run; run_changed() when they are there
    bool working() const;                                     // some run has not ended
    // Starts the runner if none answers. file "" = untitled; answers with submitted() or failed().
    void submit(const QString& file, const QString& title, const QString& text, std::size_t flow_index, const std::vector<run::Datum>& params);
    void cancel(const QString& run, bool kill);
    void again(const QString& run);                           // the same text with the same parameters as a new run
    // Log bytes of one attempt as they come; the returned token ends the stream.
    int follow_log(const QString& run, const QString& path, int attempt);
    void unfollow_log(int token);
  signals:
    void connection_changed();
    void submitted(const QString& run);
    void waiting(const QString& message);   // nobody answers yet; what was asked stays asked
    void failed(const QString& message);
    void run_changed(const QString& run);
    void runs_changed();                                      // list order or length
    void log_data(int token, const QByteArray& bytes, bool end);
  private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace weft::ui
