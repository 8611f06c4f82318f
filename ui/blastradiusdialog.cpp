// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blastradiusdialog.h"

#include "ui/elidingheader.h"
#include "core/timetext.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QLabel *makeRadiusLabel(const QString &text, const QString &look, const QString &objectName, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", look);
    label->setVisible(!text.isEmpty());
    return label;
}

BlastRadiusDialog::BlastRadiusDialog(
    const BlastRadius &radius, const Question &question, const QDateTime &now, QWidget *parent)
    : QDialog(parent)
    , m_radius(radius)
    , m_question(question)
    , m_title(makeRadiusLabel({}, u"title"_s, u"radiusTitle"_s, this))
{
    setObjectName(u"blastRadius"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_title->show();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(makeRadiusLabel(ageText(now), {}, u"radiusAge"_s, this));
    layout->addLayout(makeShares());
    layout->addWidget(makeRadiusLabel(question.consequence, u"muted"_s, u"radiusConsequence"_s, this));
    if (!radius.ownIds().isEmpty())
        layout->addWidget(makeOwn());
    layout->addWidget(makePace());
    layout->addStretch();
    if (question.needsTypedNumber)
        layout->addWidget(makeGate());
    layout->addLayout(makeButtons());
    updateCount();
    constexpr int usualWidth = 760;
    resize(usualWidth, layout->totalHeightForWidth(usualWidth));
}

QString BlastRadiusDialog::ageText(const QDateTime &now) const
{
    if (!m_radius.oldest().isValid())
        return {};
    const QString oldest = relativeTime(m_radius.oldest(), now);
    const QString newest = relativeTime(m_radius.newest(), now);
    if (oldest == newest)
        return tr("All of them were made at about the same time: %1.").arg(oldest);
    //: %1 and %2 relative times, such as "3 days ago"
    return tr("The oldest was made %1, the newest %2.").arg(oldest, newest);
}

QLayout *BlastRadiusDialog::makeShares()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    const auto add = [&](const QString &title, const QString &objectName, const QList<BlastRadius::Share> &all) {
        auto *list = makeShareList(title, objectName);
        fill(list, all);
        list->setVisible(!all.isEmpty());
        constexpr int fewest = 3;
        const int rows = std::max(fewest, list->topLevelItemCount());
        list->setFixedHeight(list->header()->sizeHint().height() + list->sizeHintForRow(0) * rows + 4);
        row->addWidget(list, 1, Qt::AlignTop);
        return list;
    };
    m_clients = add(tr("By client"), u"radiusClients"_s, m_radius.clients(true));
    m_users = add(tr("By user"), u"radiusUsers"_s, m_radius.users(true));
    m_types = add(tr("By type"), u"radiusTypes"_s, m_radius.types(true));
    return row;
}

QTreeWidget *BlastRadiusDialog::makeShareList(const QString &title, const QString &objectName)
{
    auto *list = new QTreeWidget(this);
    list->setObjectName(objectName);
    list->setAccessibleName(title);
    list->setFrameShape(QFrame::NoFrame);
    list->setProperty("look", u"list"_s);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setHeader(new ElidingHeader(list));
    list->setHeaderLabels({title, tr("Number")});
    list->headerItem()->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    list->header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    return list;
}

void BlastRadiusDialog::fill(QTreeWidget *list, const QList<BlastRadius::Share> &shares)
{
    list->clear();
    const auto add = [list](const QString &name, int number) {
        auto *item = new QTreeWidgetItem(list, {name, QLocale().toString(number)});
        item->setToolTip(0, name.toHtmlEscaped());
        item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
    };
    int rest = 0;
    for (int place = 0; place < shares.size(); ++place) {
        const auto &share = shares.at(place);
        const QString name = share.name.isEmpty() ? tr("None") : share.name;
        if (place < listedShares)
            add(share.isOwn ? tr("%1 (this console)").arg(name) : name, share.count);
        else
            rest += share.count;
    }
    if (rest > 0)
        add(tr("and %Ln more", nullptr, int(shares.size()) - listedShares), rest);
}

QWidget *BlastRadiusDialog::makeOwn()
{
    auto *own = new QWidget(this);
    auto *layout = new QVBoxLayout(own);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    const auto &names = m_radius.ownNames();
    layout->addWidget(makeRadiusLabel(names.size() == 1
            ? tr("“%1” is what this console itself uses, so it is left out.").arg(names.first())
            : tr("%Ln of them are what this console itself uses, so they are left out.", nullptr, int(names.size())),
        {}, u"radiusOwn"_s, own));
    m_includeOwn = new QCheckBox(tr("Include what this console uses, which may sign it out"), own);
    m_includeOwn->setObjectName(u"radiusIncludeOwn"_s);
    layout->addWidget(m_includeOwn);
    connect(m_includeOwn, &QCheckBox::toggled, this, &BlastRadiusDialog::updateCount);
    return own;
}

static QSpinBox *makeLimit(int most, const QString &none, const QString &objectName, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(0, most);
    box->setSpecialValueText(none);
    box->setObjectName(objectName);
    return box;
}

QWidget *BlastRadiusDialog::makePace()
{
    auto *pace = new QWidget(this);
    auto *toggle = new QToolButton(pace);
    toggle->setObjectName(u"radiusPace"_s);
    toggle->setText(tr("Pace"));
    toggle->setCheckable(true);
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setArrowType(Qt::RightArrow);
    auto *body = new QWidget(pace);
    m_perSecond = makeLimit(1'000, tr("As many as the server takes"), u"radiusPerSecond"_s, body);
    m_wave = makeLimit(1'000'000, tr("Never"), u"radiusWave"_s, body);
    m_wave->setSingleStep(100);
    auto *form = new QFormLayout(body);
    form->setContentsMargins(24, 0, 0, 0);
    form->addRow(tr("Requests per second"), m_perSecond);
    form->addRow(tr("Pause after every"), m_wave);
    body->hide();
    auto *layout = new QVBoxLayout(pace);
    layout->setContentsMargins({});
    layout->addWidget(toggle, 0, Qt::AlignLeading);
    layout->addWidget(body);
    connect(toggle, &QToolButton::toggled, this, [this, toggle, body](bool isOpen) {
        toggle->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        body->setVisible(isOpen);
        resize(width(), std::max(height(), this->layout()->totalHeightForWidth(width())));
    });
    return pace;
}

QWidget *BlastRadiusDialog::makeGate()
{
    auto *gate = new QWidget(this);
    m_typed = new QLineEdit(gate);
    m_typed->setObjectName(u"radiusTyped"_s);
    m_gateCaption = makeRadiusLabel(u" "_s, {}, u"radiusGate"_s, gate);
    m_gateCaption->setBuddy(m_typed);
    auto *layout = new QVBoxLayout(gate);
    layout->setContentsMargins({});
    layout->addWidget(m_gateCaption);
    layout->addWidget(m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, &BlastRadiusDialog::updateConfirm);
    return gate;
}

QLayout *BlastRadiusDialog::makeButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancel"_s);
    cancel->setDefault(true);
    m_confirm = new QPushButton(this);
    m_confirm->setObjectName(u"confirm"_s);
    m_confirm->setProperty("look", u"danger"_s);
    m_confirm->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    cancel->setFocus();
    return buttons;
}

int BlastRadiusDialog::count() const
{
    const bool isOwnIncluded = m_includeOwn && m_includeOwn->isChecked();
    return int(m_radius.others().size() + (isOwnIncluded ? m_radius.ownIds().size() : 0));
}

QStringList BlastRadiusDialog::ids() const
{
    const bool isOwnIncluded = m_includeOwn && m_includeOwn->isChecked();
    return isOwnIncluded ? m_radius.others() + m_radius.ownIds() : m_radius.others();
}

Pace::Limits BlastRadiusDialog::limits() const
{
    return {.perSecond = m_perSecond->value(), .wave = m_wave->value()};
}

void BlastRadiusDialog::updateCount()
{
    const int number = count();
    const bool withOwn = m_includeOwn && m_includeOwn->isChecked();
    fill(m_clients, m_radius.clients(withOwn));
    fill(m_users, m_radius.users(withOwn));
    fill(m_types, m_radius.types(withOwn));
    setWindowTitle(m_question.title(number));
    m_title->setText(m_question.title(number));
    m_confirm->setText(m_question.confirmLabel(number));
    if (m_gateCaption)
        m_gateCaption->setText(tr("This is a production server. Type “%1” to go on.").arg(number));
    updateConfirm();
}

void BlastRadiusDialog::updateConfirm()
{
    const int number = count();
    m_confirm->setEnabled(number > 0 && (!m_typed || m_typed->text().trimmed() == QString::number(number)));
}

#include "moc_blastradiusdialog.cpp"
