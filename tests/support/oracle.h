// An engine's own code as the judge of what we write. tests/oracles/<engine>/setup.sh DIR installs it, tests/oracles/<engine>/check DIR FILE… prints one line
// a file: "ok FILE" or "FAIL FILE: reason". Where it is not installed (build/oracles/<engine>/ready is missing) the test skips and says how to get it.
#pragma once

#include <QtTest>

#include <QFileInfo>
#include <QMap>
#include <QProcess>

namespace weft::oracle {

inline QString folder(const QString& engine) {
    const QString root = qEnvironmentVariable("WEFT_ORACLES", QStringLiteral(WEFT_ORACLE_DIR));
    return root + u'/' + engine;
}

inline bool ready(const QString& engine) { return QFileInfo::exists(folder(engine) + QStringLiteral("/ready")); }

inline QString missing(const QString& engine) {
    return QStringLiteral("the judge of %1 is not installed: tests/oracles/run.sh %1 installs it").arg(engine);
}

// file -> "" (accepted) or the engine's reason. `arguments` stand in front of the files.
inline QMap<QString, QString> judge(const QString& engine, const QStringList& files, const QStringList& arguments = {}, int minutes = 10) {
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(QStringLiteral(WEFT_TESTS) + QStringLiteral("/oracles/") + engine + QStringLiteral("/check"), QStringList{folder(engine)} + arguments + files);
    QMap<QString, QString> out;
    for (const QString& file : files) out[file] = QStringLiteral("the judge said nothing of it");
    if (!process.waitForFinished(minutes * 60'000)) {
        process.kill();
        process.waitForFinished();
    }
    for (const QString& line : QString::fromUtf8(process.readAllStandardOutput()).split(u'\n')) {
        if (line.startsWith(QStringLiteral("ok "))) out[line.mid(3)].clear();
        if (!line.startsWith(QStringLiteral("FAIL "))) continue;
        const qsizetype colon = line.indexOf(QStringLiteral(": "), 5);
        out[line.mid(5, colon - 5)] = line.mid(colon + 2);
    }
    return out;
}

}  // namespace weft::oracle
