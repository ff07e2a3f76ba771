// The files that the volcano tests walk: our own, and the real ones of the shared folder where that is there.
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <string>
#include <vector>

namespace weft::volcano_test {

inline std::string read_all(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

inline QStringList own_files() {
    QStringList out;
    for (const QFileInfo& file : QDir(QStringLiteral(WEFT_TEST_DATA "/volcano/files")).entryInfoList(QDir::Files, QDir::Name)) out << file.filePath();
    return out;
}

inline QStringList corpus_files() {
    QStringList out;
    for (const char* folder : {"/corpus/volcano", "/corpus/volcano/examples"})
        for (const QFileInfo& file : QDir(QStringLiteral(WEFT_SHARED) + QLatin1String(folder)).entryInfoList({QStringLiteral("*.yaml")}, QDir::Files, QDir::Name))
            if (read_all(file.filePath()).find("CustomResourceDefinition") == std::string::npos && read_all(file.filePath()).find("Admission") == std::string::npos) out << file.filePath();
    return out;
}

}  // namespace weft::volcano_test
