// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lintdetail.h"

#include "items/collection.h"
#include "ui/fieldeditor.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QLabel *makeDetailLabel(const QString &text, const QString &look, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setProperty("look", look);
    return label;
}

LintDetail::LintDetail(QWidget *parent)
    : QWidget(parent)
    , m_body(new QWidget(this))
{
    setObjectName(u"lintDetail"_s);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(20, 16, 20, 16);
    body->setSpacing(4);
    m_title = makeDetailLabel({}, u"title"_s, m_body);
    m_title->setObjectName(u"lintTitle"_s);
    m_subtitle = makeDetailLabel({}, u"muted"_s, m_body);
    m_subtitle->setObjectName(u"lintSubtitle"_s);
    body->addWidget(m_title);
    body->addWidget(m_subtitle);
    m_what = addText(u"lintWhat"_s, tr("Found"));
    m_reason = addText(u"lintReason"_s, tr("Why"));
    m_source = addText(u"lintSource"_s, tr("Source"));
    m_fixTitle = makeDetailLabel(tr("What the fix would change"), u"heading"_s, m_body);
    m_fixTitle->setContentsMargins(0, 10, 0, 0);
    m_fixPlace = new QWidget(m_body);
    (new QVBoxLayout(m_fixPlace))->setContentsMargins({});
    body->addWidget(m_fixTitle);
    body->addWidget(m_fixPlace);
    body->addSpacing(14);
    body->addWidget(buildButtons());
    body->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll);
    clear();
}

QLabel *LintDetail::addText(const QString &objectName, const QString &caption)
{
    auto *heading = makeDetailLabel(caption, u"heading"_s, m_body);
    heading->setContentsMargins(0, 10, 0, 0);
    auto *label = makeDetailLabel({}, {}, m_body);
    label->setObjectName(objectName);
    label->setAccessibleName(caption);
    heading->setBuddy(label);
    m_body->layout()->addWidget(heading);
    m_body->layout()->addWidget(label);
    return label;
}

QWidget *LintDetail::buildButtons()
{
    auto *buttons = new QWidget(m_body);
    auto *layout = new QGridLayout(buttons);
    layout->setContentsMargins({});
    layout->setColumnStretch(2, 1);
    const auto make = [buttons](const QString &objectName, const QString &text) {
        auto *button = new QPushButton(text, buttons);
        button->setObjectName(objectName);
        return button;
    };
    m_fix = make(u"lintFix"_s, tr("Fix in Editor"));
    m_fix->setProperty("look", u"primary"_s);
    m_stage = make(u"lintStage"_s, tr("Stage Fix"));
    m_stage->setToolTip(tr("Collects the fix with others. Nothing is sent until you apply them."));
    m_show = make(u"lintShow"_s, tr("Show Record"));
    m_mute = make(u"lintMute"_s, {});
    m_muteRule = make(u"lintMuteRule"_s, {});
    layout->addWidget(m_fix, 0, 0);
    layout->addWidget(m_stage, 0, 1);
    layout->addWidget(m_show, 1, 0, 1, 2);
    layout->addWidget(m_mute, 2, 0, 1, 2);
    layout->addWidget(m_muteRule, 3, 0, 1, 2);
    connect(m_fix, &QPushButton::clicked, this, &LintDetail::fixRequested);
    connect(m_stage, &QPushButton::clicked, this, &LintDetail::stageRequested);
    connect(m_show, &QPushButton::clicked, this, &LintDetail::recordRequested);
    connect(m_mute, &QPushButton::clicked, this, [this] { Q_EMIT muteRequested(!m_isMuted); });
    connect(m_muteRule, &QPushButton::clicked, this, [this] { Q_EMIT ruleMuteRequested(!m_isRuleMuted); });
    return buttons;
}

// With its heading, which stands right before it.
void LintDetail::setText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    const int place = m_body->layout()->indexOf(label);
    if (place > 0 && label != m_title && label != m_subtitle)
        m_body->layout()->itemAt(place - 1)->widget()->setVisible(!text.isEmpty());
}

void LintDetail::clear()
{
    m_body->hide();
}

static QString sourceText(const LintRule &rule)
{
    return *rule.source ? QString::fromUtf8(rule.source) : LintDetail::tr("Good practice; no standard asks for it.");
}

void LintDetail::showRule(const LintRule &rule, bool isMuted)
{
    m_title->setText(lintText(rule.title));
    setText(m_subtitle, severityName(rule.severity));
    setText(m_what, {});
    setText(m_reason, lintText(rule.reason));
    setText(m_source, sourceText(rule));
    showFix(nullptr);
    m_show->hide();
    m_mute->hide();
    m_muteRule->show();
    m_isRuleMuted = isMuted;
    updateButtons();
    m_body->show();
}

void LintDetail::showFinding(const Finding &finding, bool isRuleMuted, const Draft *fixed)
{
    showRule(*finding.rule, isRuleMuted);
    const QString name = finding.name.isEmpty() ? finding.id : finding.name;
    //: %1 severity, %2 kind of a record, "Clients"; %3 its name
    setText(m_subtitle,
        tr("%1 · %2 · %3").arg(severityName(finding.rule->severity), Collection::titleOf(finding.kind), name));
    setText(m_what, finding.what);
    showFix(fixed);
    m_show->show();
    m_mute->setVisible(!isRuleMuted);
    m_isMuted = finding.isMuted;
    updateButtons();
}

void LintDetail::showRecord(const Finding &any)
{
    m_title->setText(any.name.isEmpty() ? any.id : any.name);
    setText(m_subtitle, Collection::titleOf(any.kind));
    for (QLabel *label : {m_what, m_reason, m_source})
        setText(label, {});
    showFix(nullptr);
    m_show->show();
    m_mute->hide();
    m_muteRule->hide();
    updateButtons();
    m_body->show();
}

void LintDetail::showFix(const Draft *fixed)
{
    delete m_fixTable;
    m_fixTable = nullptr;
    m_hasFix = fixed != nullptr;
    m_fixTitle->setVisible(m_hasFix);
    m_fixPlace->setVisible(m_hasFix);
    if (!fixed)
        return;
    m_fixTable = new QWidget(m_fixPlace);
    m_fixTable->setObjectName(u"lintChanges"_s);
    auto *grid = new QGridLayout(m_fixTable);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &caption, const QString &text) {
        const int row = grid->rowCount();
        grid->addWidget(makeDetailLabel(caption, u"muted"_s, m_fixTable), row, 0, Qt::AlignTop);
        grid->addWidget(makeDetailLabel(text.isEmpty() ? u"—"_s : text, {}, m_fixTable), row, 1, Qt::AlignTop);
    };
    for (int field = 0; field < fixed->fieldCount(); ++field) {
        if (fixed->value(field) == fixed->originalValue(field))
            continue;
        const FieldInfo info = fixed->field(field);
        grid->addWidget(makeDetailLabel(info.label, {}, m_fixTable), grid->rowCount(), 0, 1, 2);
        const auto text = [&info](const QVariant &value) {
            const QString shown = fieldText(info, value);
            return shown.isEmpty() && info.flags.testFlag(FieldFlag::Never) ? tr("Never") : shown;
        };
        add(tr("Before"), text(fixed->originalValue(field)));
        add(tr("After"), text(fixed->value(field)));
    }
    m_fixPlace->layout()->addWidget(m_fixTable);
}

void LintDetail::setReadOnly(bool readOnly, const QString &reason)
{
    m_readOnly = readOnly;
    m_readOnlyReason = reason;
    updateButtons();
}

void LintDetail::updateButtons()
{
    m_fix->setVisible(m_hasFix);
    m_stage->setVisible(m_hasFix);
    m_fix->setEnabled(!m_readOnly);
    m_fix->setToolTip(m_readOnly ? m_readOnlyReason : tr("Opens the record with these changes; nothing is saved yet."));
    m_mute->setText(m_isMuted ? tr("Unmute for This Record") : tr("Mute for This Record"));
    m_muteRule->setText(m_isRuleMuted ? tr("Unmute This Check") : tr("Mute This Check"));
}

#include "moc_lintdetail.cpp"
