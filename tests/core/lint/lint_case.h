// Shared by the lint tests: a case file with its directives ("# targets: argo@4.1, local", "# k8s: 1.34") becomes findings as lines.
#pragma once

#include <QDir>
#include <QFile>
#include <QtTest>
#include <string>
#include <vector>

#include "core/targets/lint_document.h"

namespace weft::test {

inline std::string read_text(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

inline lint::Options options_of(const std::string& text) {
    lint::Options options;
    for (const QString& line : QString::fromStdString(text).split('\n')) {
        if (!line.startsWith("# ")) break;
        const QString value = line.section(": ", 1).trimmed();
        if (line.startsWith("# k8s: ")) options.kubernetes = value.toStdString();
        if (!line.startsWith("# targets: ")) continue;
        for (const QString& target : value.split(", ")) options.targets.push_back({target.section('@', 0, 0).toStdString(), target.section('@', 1).toStdString()});
    }
    return options;
}

inline std::vector<lint::Finding> findings_of(const std::string& text, const std::string& file = "case.yaml") { return lint_text(text, file, options_of(text)).findings; }

inline QString line_of(const lint::Finding& finding) {
    return QString("%1:%2 %3 %4 %5").arg(finding.where.line).arg(finding.where.column).arg(lint::severity_name(finding.severity)).arg(QString::fromStdString(finding.rule)).arg(
        QString::fromStdString(english(finding.what)));
}

inline QString lines_of(const std::vector<lint::Finding>& findings) {
    QString out;
    for (const lint::Finding& finding : findings) out += line_of(finding) + '\n';
    return out;
}

inline bool fires(const std::vector<lint::Finding>& findings, const std::string& rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const lint::Finding& finding) { return finding.rule == rule; });
}

inline QString folder_of(const std::string& rule) { return QString::fromStdString(rule).replace('/', '-'); }

}  // namespace weft::test
