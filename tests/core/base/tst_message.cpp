// A message says the same sentence whatever its arguments hold, and an error names its place.
#include <QtTest>

#include "core/base/result.h"

using namespace weft;

class tst_message : public QObject {
    Q_OBJECT
  private slots:
    void replaces_arguments_once() {
        const Message message{"%1 reads %2", {"%2", "b"}};
        QCOMPARE(english(message), std::string("%2 reads b"));
    }
    void says_the_count() { QCOMPARE(english(Message{"%n task(s)", {}, 3}), std::string("3 task(s)")); }
    void keeps_unknown_placeholders() { QCOMPARE(english(Message{"100 %, %9, %"}), std::string("100 %, %9, %")); }
    void error_names_file_line_column() {
        QCOMPARE(describe(Error{"bad", {"f.yaml", 3, 5}}), std::string("f.yaml:3:5: bad"));
        QCOMPARE(describe(Error{"bad", {"f.yaml", 0, 0}}), std::string("f.yaml: bad"));
        QCOMPARE(describe(Error{"bad", {}}), std::string("bad"));
    }
};

QTEST_GUILESS_MAIN(tst_message)
#include "tst_message.moc"
