// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journallist.h"

#include "core/background.h"
#include "store/journal.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

QString recordName(const JournalEntry &entry)
{
    return entry.name.isEmpty() ? entry.request : entry.name;
}

// Where there is one server only, its name is no column at first sight.
static QList<Field<JournalEntry>> fieldsFor(const QString &profile)
{
    QList<Field<JournalEntry>> chosen = fields<JournalEntry>();
    for (auto &field : chosen)
        if (!profile.isEmpty() && qstrcmp(field.key, "server") == 0)
            field.flags = {};
    return chosen;
}

JournalList::JournalList(const JournalTools &tools, const Profile &profile, QObject *parent)
    : Collection(u"journal"_s, parent)
    , m_tools(tools)
    , m_view{.run = tools.run, .console = tools.console, .profile = profile.id, .url = profile.url}
    , m_model(fieldsFor(profile.id), this)
    , m_reader(std::make_shared<JournalReader>(m_view))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms); // a bulk removal writes hundreds of lines a second
    connect(&m_soon, &QTimer::timeout, this, &JournalList::look);
    connect(tools.journal, &Journal::moved, this, &JournalList::startAnew);
    connect(tools.journal, &Journal::appended, this, [this] {
        if (loadedAt().isValid() && !m_soon.isActive())
            m_soon.start();
    });
}

Future<JournalCheck> JournalList::check() const
{
    return m_tools.journal->check();
}

void JournalList::look()
{
    if (isBusy())
        m_soon.start(); // what is being read may have been asked for before
    else
        (void)refresh();
}

// It is another journal now.
void JournalList::startAnew()
{
    m_reader = std::make_shared<JournalReader>(m_view);
    m_model.beginRefresh();
    m_model.endRefresh(true); // with nothing in between: all goes
    if (loadedAt().isValid() || isBusy())
        m_soon.start();
}

// What was read once never changes, so only what came since is read.
Future<> JournalList::refresh()
{
    if (isBusy())
        return m_refresh;
    m_isStopped = false;
    begin();
    m_refresh = readOn();
    onResult(this, m_refresh, [this](const Result<> &result) {
        end(result ? std::nullopt : std::optional(result.error()), result && !m_isStopped);
    });
    return m_refresh;
}

Future<> JournalList::readOn()
{
    constexpr int piece = 5000;
    const auto lines = m_tools.journal->lines(m_reader->last(), piece);
    return andThen(this, lines, [this, reader = m_reader](const QList<JournalLine> &read) {
        const auto entries = inBackground([reader, read]() -> Result<QList<JournalEntry>> {
            reader->take(read);
            return reader->takeEntries();
        });
        return andThen(this, entries, [this, reader, isAll = read.size() < piece](const QList<JournalEntry> &taken) {
            if (reader != m_reader)
                return ready(Result<>());
            Records<JournalEntry> records = m_model.emptyRecords();
            for (const JournalEntry &entry : taken)
                records.append(entry);
            m_model.put(records);
            progress(m_model.rowCount(), std::nullopt);
            return isAll || m_isStopped ? ready(Result<>()) : readOn();
        });
    });
}

std::unique_ptr<Batch> JournalList::removalOf(const QStringList &)
{
    return std::make_unique<Batch>(QList<Batch::Item>(), Batch::Operation());
}

Future<Saved> JournalList::rotate(const QString &)
{
    return ready(Result<Saved>(failure(Error::Kind::Rejected, tr("The journal cannot be changed."))));
}

Future<> JournalList::forget(QStringList)
{
    return ready(Result<>(failure(Error::Kind::Rejected, tr("The journal cannot be changed."))));
}

#include "moc_journallist.cpp"
