// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordbeginnings.h"

#include "items/draftvalues.h"
#include "ui/importdialog.h"
#include "ui/recordeditor.h"
#include "ui/recordtools.h"

#include <QIcon>
#include <QInputDialog>
#include <QMenu>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

RecordBeginnings::RecordBeginnings(
    Collection &collection, RecordEditor &editor, RecordTools &tools, UiState &state, const QString &dialect, Open open)
    : QObject(&editor)
    , m_collection(collection)
    , m_editor(editor)
    , m_state(state)
    , m_dialect(dialect)
    , m_open(std::move(open))
{
    if (!collection.operations().testFlag(Operation::Create))
        return;
    addEditorMenu();
    addNewMenu(tools);
}

static QToolButton *makeMenuButton(const QString &objectName, const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(QIcon::fromTheme(icon));
    button->setIconSize(QSize(16, 16));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    return button;
}

void RecordBeginnings::addEditorMenu()
{
    auto *more = makeMenuButton(u"recordMore"_s, u"application-menu"_s, tr("More"), &m_editor);
    auto *duplicate = more->menu()->addAction(tr("Duplicate"), this, [this] {
        if (m_editor.draft())
            m_open(duplicateOf(m_collection, *m_editor.draft()));
    });
    duplicate->setObjectName(u"duplicateRecord"_s);
    auto *keep = more->menu()->addAction(tr("Save as Template…"), this, &RecordBeginnings::askTemplateName);
    keep->setObjectName(u"saveTemplate"_s);
    duplicate->setVisible(isOfClients());
    connect(more->menu(), &QMenu::aboutToShow, this,
        [this, duplicate] { duplicate->setEnabled(canDuplicate() && m_editor.draft() && !m_editor.draft()->isNew()); });
    m_editor.addTool(more);
}

void RecordBeginnings::addNewMenu(RecordTools &tools)
{
    m_newButton = makeMenuButton(u"newMenu"_s, u"arrow-down"_s, tr("More Ways to Begin"), &tools);
    m_newMenu = m_newButton->menu();
    connect(m_newMenu, &QMenu::aboutToShow, this, &RecordBeginnings::fillNewMenu);
    tools.addTool(m_newButton);
}

void RecordBeginnings::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (m_newButton)
        m_newButton->setEnabled(!readOnly);
}

bool RecordBeginnings::canDuplicate() const
{
    return m_newButton && !m_readOnly && isOfClients();
}

bool RecordBeginnings::isOfClients() const
{
    return m_collection.kind() == "clients"_L1;
}

void RecordBeginnings::duplicate(const QString &id)
{
    if (const auto source = m_collection.draft(id); source && canDuplicate())
        m_open(duplicateOf(m_collection, *source));
}

// An ampersand in a name is no accelerator.
static QString templateText(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

void RecordBeginnings::fillNewMenu()
{
    m_newMenu->clear();
    const auto templates = m_state.templates(m_dialect, m_collection.kind());
    auto *begin = m_newMenu->addMenu(tr("New from Template"));
    auto *remove = m_newMenu->addMenu(tr("Delete Template"));
    begin->setObjectName(u"fromTemplate"_s);
    for (const auto &each : templates) {
        auto *action = begin->addAction(
            templateText(each.name), this, [this, text = each.values] { m_open(draftFrom(m_collection, text)); });
        action->setObjectName(each.name);
        remove->addAction(templateText(each.name), this,
            [this, name = each.name] { m_state.removeTemplate(m_dialect, m_collection.kind(), name); });
    }
    begin->setEnabled(!templates.isEmpty());
    remove->setEnabled(!templates.isEmpty());
    if (!isOfClients())
        return;
    m_newMenu->addSeparator();
    auto *file = m_newMenu->addAction(tr("Import…"), this, &RecordBeginnings::import);
    file->setObjectName(u"importRecords"_s);
    file->setEnabled(m_changes);
}

void RecordBeginnings::askTemplateName()
{
    auto *dialog = new QInputDialog(&m_editor);
    dialog->setObjectName(u"templateName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as Template"));
    dialog->setLabelText(tr("Name of the template. IDs and secrets are not kept; one of the same name is replaced."));
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(
        dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) { saveTemplate(name.trimmed()); });
    dialog->open();
}

void RecordBeginnings::saveTemplate(const QString &name)
{
    if (!name.isEmpty() && m_editor.draft())
        m_state.setTemplate(m_dialect, m_collection.kind(), {name, templateOf(m_collection, *m_editor.draft())});
}

void RecordBeginnings::import()
{
    if (!m_changes)
        return;
    auto *dialog = new ImportDialog(m_collection, *m_changes, &m_editor);
    connect(dialog, &ImportDialog::staged, this, [this](int count) {
        Q_EMIT imported(
            tr("%n change(s) from the file are staged. Nothing is sent until you apply them.", nullptr, count));
    });
    dialog->open();
}

#include "moc_recordbeginnings.cpp"
