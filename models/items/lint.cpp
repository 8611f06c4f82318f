// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lint.h"

#include "core/background.h"
#include "items/collection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static bool isLongList(const QString &kind)
{
    return kind == "accessTokens"_L1 || kind == "refreshTokens"_L1;
}

static bool isJudged(const Collection *collection)
{
    static const QStringList kinds{
        u"clients"_s, u"scopes"_s, u"users"_s, u"apiTokens"_s, u"accessTokens"_s, u"refreshTokens"_s};
    return kinds.contains(collection->kind());
}

Lint::Lint(const QList<Collection *> &collections, const QString &dialect, QObject *parent, Clock clock)
    : QObject(parent)
    , m_dialect(dialect)
    , m_clock(std::move(clock))
{
    std::copy_if(collections.begin(), collections.end(), std::back_inserter(m_collections), isJudged);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isActive)
            run();
    });
    for (Collection *one : std::as_const(m_collections)) {
        // While a list comes in, what it held before was judged; the end of it says stateChanged().
        const auto take = [this, one] {
            if (!one->isBusy())
                outdate();
        };
        connect(one, &Collection::stateChanged, this, take);
        connect(one->model(), &QAbstractItemModel::rowsInserted, this, take);
        connect(one->model(), &QAbstractItemModel::rowsRemoved, this, take);
        connect(one->model(), &QAbstractItemModel::dataChanged, this, take);
    }
}

Lint::~Lint()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void Lint::setActive(bool active)
{
    m_isActive = active;
    if (m_isActive && m_isStale)
        outdate();
}

void Lint::outdate()
{
    m_isStale = true;
    m_wasStopped = false;
    if (m_isActive && !m_pause.isActive())
        m_pause.start();
}

bool Lint::areTokensKnown() const
{
    bool areThere = false;
    for (const Collection *one : m_collections) {
        if (!isLongList(one->kind()))
            continue;
        areThere = true;
        const auto columns = one->columns();
        const bool tellsClient = std::any_of(
            columns.begin(), columns.end(), [](const FieldInfo &field) { return field.key == "clientId"_L1; });
        if (!tellsClient || !one->isComplete() || !one->loadedAt().isValid() || !one->memoryNote().isEmpty())
            return false;
    }
    return areThere;
}

void Lint::run()
{
    if (m_cancelled) {
        m_isStale = true; // and is judged when this run ends
        return;
    }
    m_isStale = false;
    m_wasStopped = false;
    const auto input = std::make_shared<LintInput>(
        LintInput{.dialect = m_dialect, .now = m_clock(), .areTokensKnown = areTokensKnown(), .muted = m_muted});
    for (Collection *one : std::as_const(m_collections))
        if (one->loadedAt().isValid() || one->model()->rowCount() > 0)
            input->lists << lintListOf(*one);
    m_cancelled = std::make_shared<Cancelled>(false);
    Q_EMIT runningChanged();
    const auto judged = inBackground(
        [input, cancelled = m_cancelled]() -> Result<Findings> { return findingsOf(*input, *cancelled); });
    onResult(this, judged, [this](const Result<Findings> &findings) { take(*findings); });
}

void Lint::take(const Findings &findings)
{
    m_wasStopped = *m_cancelled;
    m_cancelled.reset();
    if (m_wasStopped) {
        m_isStale = true;
    } else {
        m_findings = findings;
        m_judgedAt = m_clock();
        if (m_isStale)
            outdate();
    }
    Q_EMIT changed();
    Q_EMIT runningChanged();
}

void Lint::stop()
{
    m_pause.stop();
    for (Collection *one : std::as_const(m_collections))
        one->stop();
    if (m_cancelled)
        *m_cancelled = true;
}

void Lint::refresh()
{
    QList<Collection *> lists = m_collections;
    lists.removeIf([](const Collection *one) { return isLongList(one->kind()); });
    load(lists);
    outdate(); // there may be nothing to load
}

void Lint::loadMissing()
{
    QList<Collection *> lists = notLoaded();
    lists.removeIf([](const Collection *one) { return isLongList(one->kind()); });
    load(lists);
}

void Lint::load(const QList<Collection *> &lists)
{
    for (Collection *one : lists)
        if (!one->isBusy())
            onResult(this, one->refresh(), [](const Result<> &) {}); // its page says what came of it
}

QList<Collection *> Lint::notLoaded() const
{
    QList<Collection *> lists;
    std::copy_if(m_collections.begin(), m_collections.end(), std::back_inserter(lists),
        [](const Collection *one) { return !one->loadedAt().isValid(); });
    return lists;
}

Collection *Lint::collection(const QString &kind) const
{
    const auto found = std::find_if(
        m_collections.begin(), m_collections.end(), [&kind](const Collection *one) { return one->kind() == kind; });
    return found == m_collections.end() ? nullptr : *found;
}

void Lint::setMuted(const QSet<QString> &muted)
{
    if (muted == m_muted)
        return;
    m_muted = muted;
    Q_EMIT mutedChanged();
    m_isStale = true;
    if (m_isActive)
        run();
}

std::unique_ptr<Draft> Lint::fixed(const Finding &finding) const
{
    Collection *owner = collection(finding.kind);
    const auto row = owner ? owner->model()->rowOf(finding.id) : std::nullopt;
    auto draft = row ? owner->draft(finding.id) : nullptr;
    if (!draft || !finding.rule->fix)
        return nullptr;
    const LintList list = lintListOf(*owner);
    const LintRecord record(list, *row);
    LintFacts facts = m_findings.facts;
    facts.now = m_clock();
    if (!finding.rule->check(record, facts))
        return nullptr;
    for (const LintChange &change : finding.rule->fix(record, facts)) {
        int field = draft->fieldCount() - 1;
        while (field >= 0 && draft->field(field).key != change.key)
            --field;
        if (field < 0 || !draft->isEditable(field))
            return nullptr;
        draft->setValue(field, change.value);
    }
    return draft->isModified() ? std::move(draft) : nullptr;
}

#include "moc_lint.cpp"
