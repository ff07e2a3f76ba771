// The house keeps its shape: app -> ui -> core, no Qt in core, targets and panels apart, no file too long.
#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

namespace {

struct Layer { const char* folder; QStringList may_include; };

// Folder -> what it may include besides itself. Longest folder wins.
const QList<Layer> table = {
    {"core/base", {}},
    {"core/io", {"core/base"}},
    {"core/yaml", {"core/base"}},
    {"core/model", {"core/base", "core/yaml"}},
    {"core/layout", {"core/base", "core/yaml", "core/model"}},
    {"core/run", {"core/base", "core/io", "core/yaml", "core/model"}},
    {"core/lint", {"core/base", "core/yaml", "core/model", "core/run"}},
    {"core/registry", {"core/base", "core/io"}},
    {"core/targets", {"core/base", "core/io", "core/yaml", "core/model", "core/layout", "core/run", "core/lint"}},
    {"ui/base", {"core"}},
    {"ui/bridge", {"core", "ui/base", "ui/document"}},
    {"ui/document", {"core", "ui/base", "ui/bridge"}},
    {"ui/canvas", {"core", "ui/base", "ui/bridge", "ui/document"}},
    {"ui/inspector", {"core", "ui/base", "ui/bridge", "ui/document"}},
    {"ui/source", {"core", "ui/base", "ui/bridge", "ui/document"}},
    {"ui/problems", {"core", "ui/base", "ui/bridge", "ui/document"}},
    {"ui/environment", {"core", "ui/base", "ui/bridge", "ui/document"}},
    {"ui/portability", {"core", "ui/base", "ui/bridge", "ui/document"}},
    {"ui/compare", {"core", "ui/base", "ui/bridge", "ui/document"}},
    {"ui/library", {"core", "ui/base", "ui/bridge"}},
    {"ui/tasks", {"core", "ui/base", "ui/bridge", "ui/document", "ui/inspector/task_edit.h"}},
    {"ui/runs", {"core", "ui/base", "ui/bridge", "ui/document"}},
    {"ui/shell", {"core", "ui"}},
    {"app", {"core", "ui", "app"}},
};

const Layer* layer_of(const QString& file) {
    const Layer* best = nullptr;
    for (const Layer& layer : table)
        if (file.startsWith(QString(layer.folder) + '/') && (!best || qstrlen(layer.folder) > qstrlen(best->folder))) best = &layer;
    return best;
}

// core/targets/argo/read.cpp -> "argo"; files directly in core/targets -> "".
QString engine_of(const QString& file) {
    const QStringList parts = file.split('/');
    return parts.size() > 3 && parts[0] == "core" && parts[1] == "targets" ? parts[2] : QString();
}

QStringList sources() {
    QStringList found;
    const QDir root(WEFT_SOURCE);
    for (const QString top : {"core", "ui", "app"}) {
        QDirIterator it(root.filePath(top), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) found << root.relativeFilePath(it.next());
    }
    found.sort();
    return found;
}

QString read(const QString& file) {
    QFile f(QDir(WEFT_SOURCE).filePath(file));
    return f.open(QIODevice::ReadOnly) ? QString::fromUtf8(f.readAll()) : QString();
}

}  // namespace

class tst_layers : public QObject {
    Q_OBJECT
  private slots:
    void includes_follow_the_table() {
        const QRegularExpression include("^\\s*#\\s*include\\s*\"([^\"]+)\"", QRegularExpression::MultilineOption);
        QStringList wrong;
        for (const QString& file : sources()) {
            const Layer* layer = layer_of(file);
            QVERIFY2(layer, qPrintable(file + " stands in no layer: add its folder to the table"));
            auto it = include.globalMatch(read(file));
            while (it.hasNext()) {
                const QString header = it.next().captured(1);
                if (header.endsWith(".moc") || !header.contains('/')) continue;
                bool fine = header.startsWith(QString(layer->folder) + '/');
                for (const QString& folder : layer->may_include) fine |= header == folder || header.startsWith(folder + '/');
                if (!engine_of(file).isEmpty() && !engine_of(header).isEmpty()) fine &= engine_of(file) == engine_of(header);
                if (!fine) wrong << file + " includes " + header;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void core_has_no_qt() {
        const QRegularExpression qt("#\\s*include\\s*[<\"]Q");
        for (const QString& file : sources())
            if (file.startsWith("core/")) QVERIFY2(!read(file).contains(qt), qPrintable(file + " includes Qt"));
    }

    void no_yaml_call_that_loses_or_loops() {
        const QRegularExpression bad("YAML::(Load|LoadAll|LoadFile|Emitter|Dump)\\b");
        for (const QString& file : sources()) QVERIFY2(!read(file).contains(bad), qPrintable(file));
    }

    void files_stay_readable() {
        for (const QString& file : sources())
            QVERIFY2(read(file).count('\n') < 800, qPrintable(file + " has 800 lines or more: find the seam"));
    }
};

QTEST_GUILESS_MAIN(tst_layers)
#include "tst_layers.moc"
