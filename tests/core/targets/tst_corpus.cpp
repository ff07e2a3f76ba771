// Real files that nobody here wrote: each opens or is refused with file, line, column and a reason. None crashes, hangs or eats memory.
#include <QDirIterator>
#include <QtTest>

#include "tests/support/cpu_clock.h"
#include <sys/resource.h>

#include "core/targets/document.h"

using namespace weft;

namespace {

long peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

QStringList corpus() {
    QStringList files;
    QDirIterator it(QStringLiteral(WEFT_SHARED "/corpus"), {"*.yaml", "*.yml", "*.json", "*.pipeline"}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) files << it.next();
    files.sort();
    return files;
}

}  // namespace

class tst_corpus : public QObject {
    Q_OBJECT
  private slots:
    void every_file_opens_or_says_why() {
        const QStringList files = corpus();
        if (files.isEmpty()) QSKIP("no ../shared/corpus beside this clone");
        int opened = 0, refused = 0;
        QStringList wrong;
        QMap<QString, int> reasons;
        for (const QString& file : files) {
            const weft::test::CpuClock clock;
            const auto document = open_file(file.toStdString());
            if (clock.elapsed() > 5000 * weft::test::slow_build) wrong << file + " took " + QString::number(clock.elapsed()) + " ms";
            if (document) {
                ++opened;
                if (!(*document)->flow) wrong << file + " opened without a flow";
                continue;
            }
            ++refused;
            const Error& error = document.error();
            ++reasons[QString::fromStdString(english(error.message)).left(90)];
            if (error.where.line <= 0 || error.where.column <= 0 || error.message.empty() || error.where.file.empty())
                wrong << file + ": " + QString::fromStdString(describe(error));
        }
        qInfo("%d opened, %d refused, peak %ld MB", opened, refused, peak_megabytes());
        for (auto it = reasons.cbegin(); it != reasons.cend(); ++it) qInfo("  %3d x %s", it.value(), qPrintable(it.key()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
        QVERIFY(opened > refused);
    }

    // A commit of the unchanged flow is no edit; `weft edit F -o -` prints the bytes of F.
    void an_unchanged_flow_changes_no_byte() {
        const QStringList files = corpus();
        if (files.isEmpty()) QSKIP("no ../shared/corpus beside this clone");
        int same = 0;
        QStringList wrong;
        for (const QString& file : files) {
            const auto document = open_file(file.toStdString());
            if (!document || !(*document)->format->write) continue;
            const auto edited = commit(*document, *(*document)->flow);
            if (!edited || !edited->edits.empty() || edited->document->text != (*document)->text)
                wrong << file + (edited ? QString() : ": " + QString::fromStdString(describe(edited.error())));
            else
                ++same;
        }
        qInfo("%d files unchanged", same);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
        QVERIFY(same > 0);
    }
};

QTEST_GUILESS_MAIN(tst_corpus)
#include "tst_corpus.moc"
