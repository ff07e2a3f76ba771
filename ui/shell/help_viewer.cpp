#include "ui/shell/help_viewer.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QDirIterator>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSplitter>
#include <QImage>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>
#include <map>

#include "core/targets/target.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

const QString root = QStringLiteral(":/help/");
const QString rules_page = QStringLiteral("rules");
constexpr int page_role = Qt::UserRole + 1;

// The list of all rules is made from the catalogue: one written by hand would miss the newest.
QString rule_list() {
    QString text = QStringLiteral("# %1\n\n%2\n").arg(HelpViewer::tr("All lint rules"), HelpViewer::tr("A rule reports a mistake that breaks or falsifies a run. The comment `# weftwork-ignore RULE -- reason` silences one at its line."));
    std::map<QString, QString> families;   // of several engines' rules one family may come in pieces
    for (const lint::Rule* rule : all_rules()) {
        const QString id = qs(rule->id);
        families[id.section(u'/', 0, 0)] += QStringLiteral("- [%1](rules/%2.md): %3\n").arg(id, QString(id).replace(u'/', u'-'), translated(Message(rule->summary)));
    }
    for (const auto& [family, rules] : families) text += QStringLiteral("\n## %1\n\n%2").arg(family, rules);
    return text;
}

QString read(const QString& page) {
    if (page == rules_page) return rule_list();
    QFile file(root + page + QStringLiteral(".md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString title_of(const QString& page, const QString& text) {
    const QString first = text.section(u'\n', 0, 0);
    return first.startsWith(u'#') ? first.mid(first.indexOf(u' ') + 1).trimmed() : page;
}

}  // namespace

QStringList HelpViewer::pages() {
    QStringList pages{rules_page};
    QDirIterator files(root, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) pages << files.next().mid(root.size()).chopped(3);
    std::sort(pages.begin(), pages.end(), [](const QString& a, const QString& b) {
        const auto rank = [](const QString& p) { return p == QLatin1String("index") ? 0 : p == QLatin1String("first-steps") ? 1 : p == rules_page ? 3 : p.contains(u'/') ? 4 : 2; };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a < b;
    });
    return pages;
}

namespace {

// Pictures come with the program, as wide as the page.
class PageText : public QTextBrowser {
    QVariant loadResource(int type, const QUrl& name) override {
        if (type != QTextDocument::ImageResource || !name.isRelative()) return {};
        constexpr qreal widest = 600;
        QImage picture(QDir::cleanPath(QStringLiteral(":/help/") + name.path()));
        if (picture.width() > widest * devicePixelRatioF()) picture = picture.convertToFormat(QImage::Format_RGB32).scaledToWidth(int(widest * devicePixelRatioF()), Qt::SmoothTransformation);
        picture.setDevicePixelRatio(devicePixelRatioF());
        return picture;
    }
};

}  // namespace

HelpViewer::HelpViewer(QWidget* parent) : QDialog(parent), search_(new QLineEdit), list_(new QListWidget), text_(new PageText) {
    setObjectName(QStringLiteral("help-viewer"));
    setWindowFlag(Qt::WindowMinMaxButtonsHint);
    search_->setObjectName(QStringLiteral("help-search"));
    list_->setObjectName(QStringLiteral("help-pages"));
    text_->setObjectName(QStringLiteral("help-text"));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text_->setOpenLinks(false);
    text_->setProperty("look", "page");
    text_->setFrameShape(QFrame::NoFrame);
    auto* left = new QWidget;
    auto* side = new QVBoxLayout(left);
    side->setContentsMargins(10, 10, 0, 10);
    side->addWidget(search_);
    side->addWidget(list_, 1);
    auto* split = new QSplitter;
    split->addWidget(left);
    split->addWidget(text_);
    split->setStretchFactor(1, 1);
    split->setSizes({240, 640});
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    resize(920, 640);
    connect(search_, &QLineEdit::textChanged, this, &HelpViewer::list);
    connect(list_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item) show_page(item->data(page_role).toString());
    });
    connect(text_, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (!url.isRelative()) {
            QDesktopServices::openUrl(url);
            return;
        }
        const QString here = page().contains(u'/') ? page().section(u'/', 0, -2) + u'/' : QString();
        show_page(QDir::cleanPath(here + url.path()).remove(QStringLiteral(".md")));
    });
    retranslate();
    list({});
}

void HelpViewer::list(const QString& filter) {
    const QString now = page();
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const QString& page : pages()) {
        const QString text = read(page);
        if (!filter.isEmpty() && !text.contains(filter, Qt::CaseInsensitive) && !page.contains(filter, Qt::CaseInsensitive)) continue;
        auto* item = new QListWidgetItem(title_of(page, text), list_);
        item->setData(page_role, page);
        if (page == now) list_->setCurrentItem(item);
    }
}

void HelpViewer::show_page(const QString& page) {
    const QString source = read(page);
    text_->document()->setDefaultFont(Theme::instance().font(13));
    text_->setMarkdown(source.isEmpty() ? tr("There is no page about %1.").arg(page) : source);
    text_->document()->setDocumentMargin(20);
    text_->setProperty("page", page);
    const QSignalBlocker quiet(list_);
    for (int i = 0; i < list_->count(); ++i)
        if (list_->item(i)->data(page_role).toString() == page) list_->setCurrentRow(i);
}

void HelpViewer::show_rule(const QString& rule) { show_page(QStringLiteral("rules/") + QString(rule).replace(u'/', u'-')); }

QString HelpViewer::page() const { return text_->property("page").toString(); }

void HelpViewer::retranslate() {
    setWindowTitle(tr("Weftwork help"));
    search_->setPlaceholderText(tr("Search the help"));
    search_->setAccessibleName(tr("Search the help"));
    list_->setAccessibleName(tr("Pages"));
}

void HelpViewer::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

}  // namespace weft::ui
