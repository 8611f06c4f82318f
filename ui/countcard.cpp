// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/countcard.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

CountCard::CountCard(Collection &collection, QWidget *parent)
    : QPushButton(parent)
    , m_collection(collection)
    , m_count(new QLabel(this))
    , m_note(new QLabel(this))
{
    setObjectName(u"count."_s + collection.kind());
    auto *title = new QLabel(collection.title(), this);
    m_count->setProperty("look", u"title"_s);
    m_note->setProperty("look", u"muted"_s);
    m_note->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a tool tip tells it, too
    for (QLabel *label : {m_count, title, m_note})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    // The note stands beside the count: a card that grew and shrank while it loads would move the whole page.
    auto *line = new QHBoxLayout;
    line->addWidget(m_count);
    line->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(title);
    connect(&collection, &Collection::stateChanged, this, &CountCard::update);
    connect(collection.model(), &QAbstractItemModel::rowsInserted, this, &CountCard::update);
    connect(collection.model(), &QAbstractItemModel::rowsRemoved, this, &CountCard::update);
    connect(collection.model(), &QAbstractItemModel::modelReset, this, &CountCard::update);
    update();
}

QString CountCard::countText() const
{
    return m_count->text();
}

QSize CountCard::sizeHint() const
{
    return layout()->sizeHint();
}

QSize CountCard::minimumSizeHint() const
{
    return layout()->minimumSize();
}

void CountCard::update()
{
    const int count = m_collection.model()->rowCount();
    const QString number = QLocale().toString(count);
    QString note;
    if (m_collection.isBusy()) {
        m_count->setText(count > 0 ? tr("%1…", "a number that still grows").arg(number) : u"…"_s);
        note = tr("Loading…");
    } else if (!m_collection.loadedAt().isValid() && count == 0) {
        m_count->setText(u"–"_s);
        note = m_collection.error() ? tr("Could not be loaded") : tr("Not loaded");
    } else if (!m_collection.isComplete()) {
        m_count->setText(tr("%1+", "at least so many").arg(number));
        note = tr("Not all were loaded");
    } else {
        m_count->setText(number);
        note = m_collection.error() ? tr("Could not be refreshed") : QString();
    }
    m_note->setText(note);
    setToolTip(m_collection.error() ? m_collection.error()->message : note);
    //: %1 collection, %2 count
    setAccessibleName(tr("%1: %2").arg(m_collection.title(), m_count->text()));
    setAccessibleDescription(note);
}

#include "moc_countcard.cpp"
