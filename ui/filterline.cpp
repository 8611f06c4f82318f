// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filterline.h"

#include <QAction>
#include <QCoreApplication>
#include <QIcon>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTextCharFormat>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static constexpr auto typingPause = std::chrono::milliseconds(150);

// Shows the language by this list's own fields.
static QString examples(const QList<FieldInfo> &columns)
{
    constexpr int longest = 12; // characters of a name that leave room for the others
    QStringList words;
    const auto add = [&](FieldKind kind, const QString &pattern) {
        for (const auto &column : columns)
            if (column.kind == kind && !column.flags.testFlag(FieldFlag::OwnWords) && column.key.size() <= longest) {
                words << pattern.arg(column.key);
                return;
            }
    };
    add(FieldKind::Text, u"%1:studio"_s);
    add(FieldKind::Choice, u"%1=OTHER"_s);
    add(FieldKind::Time, u"%1<30d"_s);
    return words.join(u"   "_s);
}

FilterLine::FilterLine(const QList<FieldInfo> &columns, QWidget *parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    m_line->setObjectName(u"filterLine"_s);
    m_line->setAccessibleName(tr("Filter"));
    m_line->setPlaceholderText(tr("Filter, for example %1").arg(examples(columns)));
    m_line->setToolTip(tr("Words match any column; field:text, field=text, field<30d and field>2026-01-01 match one. "
                          "A minus sign in front excludes."));
    m_line->setClearButtonEnabled(true);
    m_line->addAction(QIcon::fromTheme(u"search"_s), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_problem->setObjectName(u"filterProblem"_s);
    m_problem->setProperty("look", u"problem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(m_line);
    layout->addWidget(m_problem);
    setFocusProxy(m_line);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(m_line, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_line, &QLineEdit::returnPressed, this, &FilterLine::announce);
    connect(&m_pause, &QTimer::timeout, this, &FilterLine::announce);
}

QString FilterLine::text() const
{
    return m_line->text();
}

void FilterLine::setText(const QString &text)
{
    m_line->setText(text);
    announce();
}

void FilterLine::announce()
{
    m_pause.stop();
    if (m_announced == text())
        return;
    m_announced = text();
    Q_EMIT textChanged(m_announced);
}

void FilterLine::showProblem(const std::optional<FilterProblem> &problem)
{
    m_problem->setText(problem ? problem->message : QString());
    m_problem->setVisible(problem.has_value());
    m_line->setAccessibleDescription(m_problem->text());
    m_line->setProperty("problem", problem.has_value());
    m_line->style()->unpolish(m_line);
    m_line->style()->polish(m_line);
    mark(problem);
}

// QLineEdit has no text formats of its own; those of an input method's composition are drawn all the same.
void FilterLine::mark(const std::optional<FilterProblem> &problem)
{
    QList<QInputMethodEvent::Attribute> attributes;
    if (problem) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(Qt::red);
        const int start = std::clamp(problem->position, 0, std::max(0, int(text().size()) - 1));
        const int length = int(text().size()) - start;
        attributes << QInputMethodEvent::Attribute(
            QInputMethodEvent::TextFormat, start - m_line->cursorPosition(), length, format);
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(m_line, &event);
}

bool FilterLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && !text().isEmpty()) {
        setText({});
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

#include "moc_filterline.cpp"
