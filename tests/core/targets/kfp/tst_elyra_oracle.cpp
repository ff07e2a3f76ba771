// Elyra's own schema, validation and migration as the judge of every pipeline written afresh.
#include <QtTest>

#include <QDirIterator>

#include "core/targets/document.h"
#include "core/targets/kfp/kfp.h"
#include "core/targets/portability.h"
#include "tests/support/oracle.h"

using namespace weft;

class TestElyraOracle : public QObject {
    Q_OBJECT
  private slots:
    void what_we_write_is_taken() {
        if (!oracle::ready("elyra")) QSKIP(qPrintable(oracle::missing("elyra")));
        QTemporaryDir folder;
        QStringList files;
        for (const char* root : {WEFT_TEST_DATA "/elyra", WEFT_TEST_DATA "/conformance", WEFT_SHARED "/corpus/elyra"}) {
            QDirIterator walk(QString::fromUtf8(root), {"*.pipeline", "*.weft.yaml"}, QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                const QString source = walk.next();
                QFile in(source);
                if (!in.open(QIODevice::ReadOnly)) continue;
                const Result<DocumentPtr> document = open_text(in.readAll().toStdString(), source.toStdString());
                if (!document) continue;
                Result<std::string> text = find_format("elyra")->fresh(*(*document)->flow);
                if ((*document)->format->id != "elyra") {
                    const Result<Exported> exported = export_to(*(*document)->flow, elyra_target(), {});
                    if (!exported && source.contains("/refused-")) continue;
                    if (!exported && source.contains("/conformance/") && portability(*(*document)->flow, elyra_target()).fit == Fit::refused) continue;   // as its table says
                    text = exported ? Result<std::string>(exported->files.front().text) : Result<std::string>(tl::unexpected(exported.error()));
                }
                QVERIFY2(text, text ? "" : describe(text.error()).c_str());
                const QString made = folder.filePath(QString::number(files.size()) + "-" + QFileInfo(source).fileName());
                QFile out(made);
                if (out.open(QIODevice::WriteOnly)) out.write(text->data(), qint64(text->size()));
                files << made;
            }
        }
        if (files.isEmpty()) QSKIP("no pipelines here");
        const QMap<QString, QString> verdicts = oracle::judge("elyra", files);
        int taken = 0;
        for (const QString& file : files) {
            // upstream's cycles stay cycles, and Elyra says so
            const bool cycle = file.contains("_cycle");
            QVERIFY2(verdicts[file].isEmpty() != cycle, qPrintable(file + ": " + verdicts[file]));
            if (cycle) QVERIFY2(verdicts[file].contains("circularReference"), qPrintable(verdicts[file]));
            ++taken;
        }
        qInfo("%d pipelines judged", taken);
    }
};

QTEST_GUILESS_MAIN(TestElyraOracle)
#include "tst_elyra_oracle.moc"
