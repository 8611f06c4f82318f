// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filtercompleter.h"

#include <QDate>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyle>
#include <QTreeView>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static QTreeView *makeOffer(QStandardItemModel *model)
{
    auto *popup = new QTreeView;
    popup->setObjectName(u"filterCompletions"_s);
    popup->setProperty("look", u"popup"_s);
    popup->setAccessibleName(FilterCompleter::tr("Ways to go on"));
    popup->setModel(model);
    popup->setFocusPolicy(Qt::NoFocus);
    popup->setRootIsDecorated(false);
    popup->setUniformRowHeights(true);
    popup->setEditTriggers(QAbstractItemView::NoEditTriggers);
    popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    popup->header()->hide();
    popup->header()->setStretchLastSection(true);
    popup->hide();
    return popup;
}

FilterCompleter::FilterCompleter(QLineEdit &line, const RecordRows &rows)
    : QObject(&line)
    , m_line(line)
    , m_rows(rows)
    , m_model(new QStandardItemModel(this))
    , m_popup(makeOffer(m_model))
{
    line.installEventFilter(this);
    connect(&line, &QLineEdit::textEdited, this, [this] { offer(Cause::Typing); });
    connect(&line, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text != m_offeredFor) // it was set, not typed
            withdraw();
    });
    connect(m_popup, &QAbstractItemView::clicked, this, &FilterCompleter::take);
}

FilterCompleter::~FilterCompleter()
{
    delete m_popup;
}

bool FilterCompleter::isOffering() const
{
    return m_popup && m_popup->isVisible();
}

void FilterCompleter::offer(Cause cause)
{
    m_offeredFor = m_line.text();
    m_offered = completionsOf(m_offeredFor, m_line.cursorPosition(), m_rows, QDate::currentDate());
    // Whoever begins a term has asked for nothing yet; a minus sign, or a field's name, needs more.
    const int cursor = m_line.cursorPosition();
    const bool isBeginning = cursor == 0 || m_line.text()[cursor - 1].isSpace();
    if (!m_popup || m_offered.list.isEmpty() || (cause == Cause::Typing && isBeginning))
        return withdraw();
    fill();
    place();
}

void FilterCompleter::fill()
{
    m_model->clear();
    for (const FilterCompletion &completion : m_offered.list) {
        auto *meaning = new QStandardItem(completion.meaning);
        meaning->setForeground(m_line.palette().placeholderText());
        m_model->appendRow({new QStandardItem(completion.term), meaning});
    }
}

// Below the line, from where its text begins, and no larger than the window leaves room for.
void FilterCompleter::place()
{
    constexpr int mostRows = 9;
    constexpr int mostWidth = 520;
    constexpr int gap = 12; // between the columns
    QWidget *window = m_line.window();
    if (m_popup->parentWidget() != window)
        m_popup->setParent(window);
    m_popup->setLayoutDirection(m_line.layoutDirection());
    m_popup->ensurePolished();
    m_popup->doItemsLayout(); // as the style wants the rows
    m_popup->resizeColumnToContents(0);
    m_popup->setColumnWidth(0, m_popup->columnWidth(0) + gap);
    const int frame = 2 * m_popup->frameWidth();
    const int rows = std::min(m_model->rowCount(), mostRows);
    const QPoint corner = m_line.mapTo(window, QPoint(0, m_line.height() + 2));
    const QRect room(corner, QSize(m_line.width(), window->height() - corner.y()));
    const QAbstractItemView &view = *m_popup;
    const int wanted = m_popup->columnWidth(0) + view.sizeHintForColumn(1) + gap + frame
        + m_popup->verticalScrollBar()->sizeHint().width();
    const QSize size(std::min({std::max(wanted, room.width() / 2), mostWidth, room.width()}),
        std::min(rows * m_popup->sizeHintForRow(0) + frame, room.height()));
    m_popup->setGeometry(QStyle::alignedRect(m_line.layoutDirection(), Qt::AlignLeft | Qt::AlignTop, size, room));
    m_popup->show();
    m_popup->raise();
    m_popup->scrollToTop();
}

void FilterCompleter::withdraw()
{
    if (m_popup)
        m_popup->hide();
}

void FilterCompleter::choose(int row)
{
    m_popup->setCurrentIndex(m_model->index(row, 0));
}

void FilterCompleter::take(const QModelIndex &index)
{
    const FilterCompletion completion = m_offered.list.value(index.row());
    withdraw();
    m_line.setSelection(m_offered.start, m_offered.length);
    m_line.insert(completion.term); // can be undone
    if (completion.isWhole)
        withdraw();
    else
        offer(Cause::Request);
}

// Whether the key was for the offer, and not for the line.
bool FilterCompleter::takeKey(int key)
{
    const QModelIndex current = m_popup->currentIndex();
    switch (key) {
    case Qt::Key_Down:
        choose(std::min(current.row() + 1, m_model->rowCount() - 1));
        return true;
    case Qt::Key_Up:
        choose(current.row() - 1);
        return true;
    case Qt::Key_Tab:
        take(current.isValid() ? current : m_model->index(0, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.isValid())
            take(current);
        else
            withdraw();
        return current.isValid();
    case Qt::Key_Escape:
        withdraw();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        withdraw();
        return false;
    default:
        return false;
    }
}

bool FilterCompleter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (isOffering())
            return takeKey(key);
        if (key == Qt::Key_Down)
            offer(Cause::Request);
        return key == Qt::Key_Down;
    }
    case QEvent::ShortcutOverride: {
        static constexpr int ours[]{
            Qt::Key_Down, Qt::Key_Up, Qt::Key_Tab, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape};
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isOffering() && std::find(std::begin(ours), std::end(ours), key->key()) != std::end(ours))
            event->accept();
        return false;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Move:
    case QEvent::Resize:
        withdraw();
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

#include "moc_filtercompleter.cpp"
