// A real API server with Volcano's CRDs, and Volcano's own webhooks, as the judge of all that we write.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/portability.h"
#include "core/targets/volcano/volcano.h"
#include "tests/core/targets/volcano/files.h"
#include "tests/support/oracle.h"

using namespace weft;
using namespace weft::volcano_test;

class TestVolcanoOracle : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QString put(const QString& name, const std::string& text) {
        const QString path = folder_.filePath(QString(name).replace('/', '_'));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(text.data(), qint64(text.size()));
        return path;
    }
    static QStringList below(const QString& root, const QStringList& patterns) {
        QStringList out;
        QDirIterator walk(root, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) out << walk.next();
        out.sort();
        return out;
    }

  private slots:
    void what_we_write_is_taken() {
        if (!oracle::ready("volcano")) QSKIP(qPrintable(oracle::missing("volcano")));
        QStringList files, bad;
        int refused = 0, converted = 0;
        // exports: goldens, native examples, and every file of the corpus that can go to Volcano
        QStringList sources = below(QStringLiteral(WEFT_TEST_DATA "/volcano/export"), {"flow.weft.yaml"}) + below(QStringLiteral(WEFT_SOURCE "/resources/examples"), {"*.yaml"});
        for (const char* kind : {"argo", "kfp", "seeds", "metaflow", "flyte", "dolphinscheduler"})
            sources += below(QStringLiteral(WEFT_SHARED "/corpus/") + kind, {"*.yaml", "*.json"});
        for (const QString& source : sources) {
            if (source.contains("/crds/")) continue;
            const Result<DocumentPtr> document = open_text(read_all(source), source.toStdString());
            if (!document || !(*document)->flow) continue;
            for (const std::string& version : {std::string("1.15"), std::string("1.11.0")}) {
                const Result<Exported> made = export_to(*(*document)->flow, volcano_target(), {version, "alpine:3.20"});
                if (!made) {
                    ++refused;
                    if (made.error().message.empty()) bad << source + " is refused without a reason";
                    continue;
                }
                ++converted;
                files << put(QString::number(files.size()) + "-" + QFileInfo(source).fileName() + ".yaml", made->files.front().text);
            }
        }
        // Volcano's own files afresh
        QStringList fresh;
        for (const QString& source : own_files() + corpus_files()) {
            const Result<DocumentPtr> document = open_text(read_all(source), source.toStdString());
            QVERIFY(document);
            const Result<std::string> text = (*document)->format->fresh(*(*document)->flow);
            QVERIFY(text);
            fresh << put(QString::number(files.size() + fresh.size()) + "-" + QFileInfo(source).fileName() + ".yaml", *text);
        }
        const QMap<QString, QString> verdicts = oracle::judge("volcano", files + fresh);
        int taken = 0;
        for (const QString& file : files + fresh) {
            const bool deny = file.contains("webhook-deny");
            if (verdicts[file].isEmpty() != deny) ++taken;
            else bad << QFileInfo(file).fileName() + ": " + verdicts[file];
        }
        qInfo("%d exports taken or refused as they must be; %d exported, %d refused by the table with a reason; %d of Volcano's own afresh", taken, converted, refused, int(fresh.size()));
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join('\n')));
        QVERIFY(converted > 0);
    }

    // What stands in the repository and what upstream gives as examples: the judge itself is asked whether it says what upstream says.
    void the_judge_knows_good_from_bad() {
        if (!oracle::ready("volcano")) QSKIP(qPrintable(oracle::missing("volcano")));
        const QStringList files = own_files() + corpus_files();
        const QMap<QString, QString> verdicts = oracle::judge("volcano", files);
        for (const QString& file : files) QVERIFY2(verdicts[file].isEmpty() != file.contains("webhook-deny"), qPrintable(file + ": " + verdicts[file]));
    }
};

QTEST_GUILESS_MAIN(TestVolcanoOracle)
#include "tst_volcano_oracle.moc"
