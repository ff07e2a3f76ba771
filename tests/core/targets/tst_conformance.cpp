// What every engine of the catalogue owes: a row for every feature in every version, pages, and an export that does exactly what its table says.
#include <QtTest>

#include <filesystem>
#include <map>
#include <set>

#include "core/io/file.h"
#include "core/lint/quantity.h"
#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/environment_matrix.h"
#include "core/targets/portability.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> versions_of(const Target& target) { return target.versions.empty() ? std::vector<std::string>{""} : target.versions; }

std::vector<fs::path> flows() {
    std::vector<fs::path> out;
    for (const char* folder : {WEFT_SOURCE "/resources/examples", WEFT_TEST_DATA "/conformance"})
        for (const auto& entry : fs::directory_iterator(folder))
            if (entry.path().extension() == ".yaml") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

FlowPtr open_flow(const fs::path& path) {
    const Result<DocumentPtr> document = open_file(path.string());
    if (!document) qFatal("%s", describe(document.error()).c_str());
    return (*document)->flow;
}

void engine_rows(bool with_export) {
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("version");
    for (const Target* target : targets())
        for (const std::string& version : versions_of(*target))
            if (!with_export || target->export_flow) QTest::addRow("%s %s", target->id.c_str(), version.c_str()) << QString::fromStdString(target->id) << QString::fromStdString(version);
}

// One task makes a value of this type, the next takes it by this carrier.
Flow passing_flow(ValueType type, Carrier carrier) {
    const bool file = type == ValueType::file;
    Definition make;
    make.kind = DefinitionKind::container;
    make.command = {{"sh"}, {"-c"}, {file ? "echo text > made.txt" : "echo 1 > \"$WEFT_OUTPUTS/value\""}};
    make.shell = true;
    Output output;
    output.name = "value";
    output.type = type;
    output.artifact = file;
    if (file) output.path = "/tmp/made.txt";
    make.outputs.push_back(output);
    Definition take;
    take.kind = DefinitionKind::container;
    take.command = {{"sh"}, {"-c"}, {"cat taken.txt; echo \"$TAKEN\""}};
    take.shell = true;
    Value value;
    value.source = Source::output;
    value.task = "make";
    value.name = "value";
    Task first, second;
    first.name = "make";
    second.name = "take";
    second.needs.push_back({"make"});
    if (carrier == Carrier::parameter) {
        Parameter parameter;
        parameter.name = "TAKEN";
        parameter.type = type;
        take.inputs.push_back(parameter);
        second.params.push_back({"TAKEN", value});
    }
    if (carrier == Carrier::variable) take.environment.env.push_back({"TAKEN", value});
    if (carrier == Carrier::file) {
        InputFile taken;
        taken.name = "taken";
        taken.path = "/tmp/taken.txt";
        taken.from = value;
        take.files.push_back(taken);
    }
    first.own = std::make_shared<const Definition>(std::move(make));
    second.own = std::make_shared<const Definition>(std::move(take));
    Flow flow;
    flow.name = "passing";
    flow.format = "native";
    flow.environment.image = "alpine:3.20";
    flow.main.tasks = {std::make_shared<const Task>(std::move(first)), std::make_shared<const Task>(std::move(second))};
    return number_tasks(std::move(flow));
}

constexpr const char* type_words[] = {"any", "string", "integer", "number", "boolean", "list", "map", "file"};
constexpr const char* carrier_words[] = {"parameter", "variable", "file"};

QString how_text(const Passing& passing) { return passing.how.empty() ? QStringLiteral("as it is") : QString::fromStdString(english(passing.how)); }

// The page's tables: one an engine, a row a type, a column a carrier.
QString passing_table(const Target& target) {
    QString out = QStringLiteral("## %1\n\n| value | as a parameter | as a variable | as a file |\n|---|---|---|---|\n").arg(QString::fromStdString(target.title));
    for (int type = 0; type < 8; ++type) {
        out += QStringLiteral("| %1 |").arg(type == 0 ? QStringLiteral("not said") : QString::fromLatin1(type_words[type]));
        for (int carrier = 0; carrier < 3; ++carrier)
            for (const Passing& passing : target.passing)
                if (int(passing.type) == type && int(passing.carrier) == carrier)
                    out += QStringLiteral(" %1%2 |").arg(passing.fit == Fit::refused ? QStringLiteral("refused: ") : QString(), how_text(passing).replace(u'|', QStringLiteral("\\|")));
        out += u'\n';
    }
    return out;
}

// Values of a column, without where they come from; ours first.
QStringList texts(const MatrixCell& cell) {
    QStringList out;
    for (const Effective& value : cell.values) {
        const auto quantity = value.field == "cpu" || value.field == "memory" ? lint::parse_quantity(value.value) : std::nullopt;
        // 500m and 0.5 are one amount, and engines that count in megabytes round
        out << QString::fromStdString(value.field) + u'=' + (quantity ? QString::number(quantity->value, 'g', 2) : QString::fromStdString(value.value));
    }
    out.sort();
    return out;
}

}  // namespace

class TestConformance : public QObject {
    Q_OBJECT
  private slots:
    void a_row_for_every_feature_data() { engine_rows(false); }
    void a_row_for_every_feature() {
        QFETCH(QString, id);
        QFETCH(QString, version);
        const Target& target = *find_target(id.toStdString());
        QStringList missing;
        for (int i = 0; i < int(Feature::count_); ++i) {
            const Capability* row = capability(target, Feature(i), version.toStdString());
            if (!row) missing << QLatin1String(feature_id(Feature(i)));
            else if (row->fit != Fit::fits && row->how.empty()) missing << QLatin1String(feature_id(Feature(i))) + QStringLiteral(" (says not how)");
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
    }

    void a_row_for_every_value_data() { engine_rows(false); }
    void a_row_for_every_value() {
        QFETCH(QString, id);
        const Target& target = *find_target(id.toStdString());
        std::set<std::pair<ValueType, Carrier>> known;
        for (const Passing& passing : target.passing) {
            QVERIFY(known.emplace(passing.type, passing.carrier).second);
            QVERIFY(passing.fit == Fit::fits || !passing.how.empty());
        }
        QCOMPARE(known.size(), std::size_t(8 * 3));
    }

    // Row by row: what the table refuses is refused by the export, and the rest is written.
    void values_pass_as_the_table_says_data() { engine_rows(true); }
    void values_pass_as_the_table_says() {
        QFETCH(QString, id);
        QFETCH(QString, version);
        if (version.toStdString() != versions_of(*find_target(id.toStdString())).front()) return;   // the table is the newest version's
        const Target& target = *find_target(id.toStdString());
        QStringList wrong;
        for (const Passing& passing : target.passing) {
            const Result<Exported> made = export_to(passing_flow(passing.type, passing.carrier), target, {version.toStdString(), {}});
            if (made.has_value() == (passing.fit != Fit::refused)) continue;
            wrong << QStringLiteral("%1 as %2: %3").arg(QLatin1String(type_words[int(passing.type)]), QLatin1String(carrier_words[int(passing.carrier)]),
                                                         made ? QStringLiteral("written, the table refuses it") : QString::fromStdString(english(made.error().message)));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    // resources/help/passing-values.md holds these very tables. WEFT_UPDATE_GOLDEN=1 writes them and fails.
    void passing_page() {
        const std::string path = WEFT_SOURCE "/resources/help/passing-values.md";
        const Result<std::string> page = io::read_file(path);
        QVERIFY(page);
        const QString text = QString::fromStdString(*page);
        const QString mark = QStringLiteral("<!-- tables -->\n");
        const qsizetype at = text.indexOf(mark);
        QVERIFY(at >= 0);
        QStringList tables;
        for (const Target* target : targets()) tables << passing_table(*target);
        const QString wanted = text.left(at) + mark + u'\n' + tables.join(u'\n');
        if (wanted != text && qEnvironmentVariableIsSet("WEFT_UPDATE_GOLDEN")) {
            QVERIFY(io::write_file(path, wanted.toStdString()));
            QFAIL("the tables were written again: look at them");
        }
        QCOMPARE(text, wanted);
    }

    void pages() {
        for (const Target* target : targets()) {
            QVERIFY2(fs::exists(std::string(WEFT_SOURCE "/core/targets/") + target->id + "/README.md"), target->id.c_str());
            QVERIFY2(fs::exists(std::string(WEFT_SOURCE "/resources/help/targets/") + target->id + ".md"), target->id.c_str());
            QVERIFY2(target->id == "local" || target->export_flow, target->id.c_str());
            if (target->export_flow) QVERIFY2(fs::exists(std::string(WEFT_TEST_DATA "/") + target->id + "/export"), target->id.c_str());
        }
    }

    // Refused by the table or exported; never the one and then the other.
    void export_does_what_the_table_says_data() { engine_rows(true); }
    void export_does_what_the_table_says() {
        QFETCH(QString, id);
        QFETCH(QString, version);
        const Target& target = *find_target(id.toStdString());
        int written = 0;
        for (const fs::path& path : flows()) {
            const FlowPtr flow = open_flow(path);
            const ExportOptions options{version.toStdString(), {}};
            const Portability found = portability(*flow, target, options);
            const Result<Exported> made = export_to(*flow, target, options);
            const std::string why = path.filename().string() + ": " + (made ? "written" : describe(made.error()));
            QVERIFY2(made.has_value() == (found.fit != Fit::refused), why.c_str());
            if (!made) continue;
            ++written;
            QVERIFY2(!made->files.empty() && !made->files.front().text.empty(), why.c_str());
            const Result<Exported> again = export_to(*flow, target, options);
            QVERIFY2(again && again->files.front().text == made->files.front().text, why.c_str());   // deterministic
            std::set<std::string> names;
            for (const ExportedFile& file : made->files) QVERIFY2(names.insert(file.name).second && file.name.find('/') == std::string::npos, file.name.c_str());
        }
        QVERIFY2(written > 0, "nothing at all fits");
    }

    // These two say only what every engine can say, in every version; the engines' own judges see them with the other examples.
    void the_plain_examples_fit_everywhere() {
        for (const char* name : {"morning-round", "dye-and-dry"}) {
            const FlowPtr flow = open_flow(std::string(WEFT_SOURCE "/resources/examples/") + name + ".weft.yaml");
            int engines = 0;
            for (const Target* target : targets()) {
                engines += target->export_flow != nullptr;
                for (const std::string& version : versions_of(*target)) {
                    const Portability found = portability(*flow, *target, {version, {}});
                    QVERIFY2(found.fit != Fit::refused, (std::string(name) + " does not fit " + target->id + ' ' + version).c_str());
                    if (target->export_flow) QVERIFY2(export_to(*flow, *target, {version, {}}), target->id.c_str());
                }
            }
            QVERIFY(engines >= 6);
        }
    }

    // Cell by cell: what the matrix shows for the engine is what a reader finds in the exported file.
    void the_matrix_is_what_is_exported_data() { engine_rows(true); }
    void the_matrix_is_what_is_exported() {
        QFETCH(QString, id);
        QFETCH(QString, version);
        const Target& target = *find_target(id.toStdString());
        for (const fs::path& path : flows()) {
            const FlowPtr flow = open_flow(path);
            const ExportOptions options{version.toStdString(), {}};
            const Result<Exported> made = export_to(*flow, target, options);
            if (!made) continue;
            std::map<std::string, std::set<QStringList>> ours, theirs;   // per column: the sets of values that some task has
            const EnvironmentMatrix wanted = environment_matrix(*flow, &target, options);
            for (const MatrixRow& row : wanted.rows)
                for (const char* column : {"image", "cpu", "memory", "gpu", "service_account", "node_selector"})
                    ours[column].insert(texts(row.cells[std::size_t(std::find(wanted.columns.begin(), wanted.columns.end(), column) - wanted.columns.begin())]));
            for (const ExportedFile& file : made->files) {
                const Result<DocumentPtr> document = open_text(file.text, file.name);
                if (!document && &file != &made->files.front()) continue;      // a script that the flow's tasks run
                QVERIFY2(document, document ? "" : (path.filename().string() + ": " + describe(document.error())).c_str());
                const EnvironmentMatrix got = environment_matrix(*(*document)->flow);
                for (const MatrixRow& row : got.rows)
                    for (const auto& [column, values] : ours)
                        theirs[column].insert(texts(row.cells[std::size_t(std::find(got.columns.begin(), got.columns.end(), column) - got.columns.begin())]));
            }
            for (const auto& [column, values] : ours)
                for (const QStringList& value : values)
                    QVERIFY2(theirs[column].count(value), qPrintable(QStringLiteral("%1: %2 \"%3\" is not in what %4 gets").arg(QString::fromStdString(path.filename().string()), QString::fromStdString(column), value.join(u' '), id)));
        }
    }

    // Every variable that the matrix shows for the engine stands in what is exported, whether as a variable or as a line of shell that sets it.
    void the_variables_are_what_is_exported_data() { engine_rows(true); }
    void the_variables_are_what_is_exported() {
        QFETCH(QString, id);
        QFETCH(QString, version);
        const Target& target = *find_target(id.toStdString());
        int seen = 0;
        for (const fs::path& path : flows()) {
            const FlowPtr flow = open_flow(path);
            const ExportOptions options{version.toStdString(), {}};
            const Result<Exported> made = export_to(*flow, target, options);
            if (!made) continue;
            std::string text;
            for (const ExportedFile& file : made->files) text += file.text;
            for (const MatrixRow& row : environment_matrix(*flow, &target, options).rows)
                for (const MatrixCell& cell : row.cells)
                    for (const Effective& value : cell.values) {
                        if (!value.field.starts_with("env.")) continue;
                        ++seen;
                        QVERIFY2(text.find(value.field.substr(4)) != std::string::npos, (path.filename().string() + ", " + row.name + ": " + value.field).c_str());
                    }
        }
        QVERIFY(seen > 0);
    }

    // Every name that the engine will know belongs to one thing of its kind and place.
    void final_names_do_not_collide_data() { engine_rows(true); }
    void final_names_do_not_collide() {
        QFETCH(QString, id);
        QFETCH(QString, version);
        const Target& target = *find_target(id.toStdString());
        if (!target.names) return;
        for (const fs::path& path : flows()) {
            const FlowPtr flow = open_flow(path);
            if (portability(*flow, target, {version.toStdString(), {}}).fit == Fit::refused) continue;
            std::set<std::tuple<int, std::string, std::string>> seen;
            for (const NameUse& name : target.names(*flow, version.toStdString())) {
                const std::string body = name.path.substr(0, name.path.rfind('.'));
                const std::string owner = name.kind == NameUse::Kind::task ? body.substr(0, body.rfind('.')) : name.kind == NameUse::Kind::definition ? std::string() : name.path;
                QVERIFY2(seen.emplace(int(name.kind), owner, name.final).second, (path.filename().string() + ": " + name.final + " twice").c_str());
                QVERIFY2(!name.final.empty(), name.original.c_str());
                QVERIFY2(name.original == name.final || !name.how.empty(), (name.original + " becomes " + name.final + " and nothing says why").c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
