// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inspectionmodel.h"

#include "core/timetext.h"
#include "items/inspection.h"
#include "items/recordmodel.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

InspectionModel::InspectionModel(Inspection &inspection, QObject *parent)
    : QAbstractTableModel(parent)
    , m_inspection(inspection)
{
    connect(&inspection, &Inspection::tokensAboutToChange, this, &InspectionModel::beginResetModel);
    connect(&inspection, &Inspection::tokensChanged, this, &InspectionModel::endResetModel);
    connect(&inspection, &Inspection::updated, this,
        [this](int first, int last) { Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1)); });
}

QList<FieldInfo> InspectionModel::columns() const
{
    using enum FieldKind;
    const FieldFlags shown(FieldFlag::Column);
    return {
        {u"token"_s, tr("Token"), Text, shown},
        {u"kind"_s, tr("Kind"), Text, shown},
        {u"issuer"_s, tr("Issuer"), Text, shown},
        {u"subject"_s, tr("Subject"), Text, shown},
        {u"client"_s, tr("Client"), Text, shown},
        {u"scopes"_s, tr("Scopes"), List, shown},
        {u"expires"_s, tr("Expires"), Time, shown},
        {u"signature"_s, tr("Signature"), Text, shown},
        {u"server"_s, tr("Server Says"), Text, shown},
        {u"verdict"_s, tr("Verdict"), Text, shown},
    };
}

int InspectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_inspection.tokens().size());
}

int InspectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

static const QString &ownElseTold(const QString &own, const QString &told)
{
    return own.isEmpty() ? told : own;
}

static QStringList scopesOf(const InspectedToken &token)
{
    return token.claims.scopes.isEmpty() ? token.facts.scopes : token.claims.scopes;
}

static QString kindText(const InspectedToken &token)
{
    if (token.form == TokenForm::Jwe)
        return InspectionModel::tr("Encrypted");
    if (token.form == TokenForm::Opaque)
        return InspectionModel::tr("Opaque");
    return token.damage.isEmpty() ? InspectionModel::tr("JWT") : InspectionModel::tr("Damaged JWT");
}

static QString signatureText(const InspectedToken &token)
{
    if (token.awaitsSignature)
        return InspectionModel::tr("Checking…");
    if (!token.verification)
        return {};
    switch (token.verification->outcome) {
    case Verification::Outcome::Valid:
        return token.verification->isWeak ? InspectionModel::tr("Right, weak key") : InspectionModel::tr("Right");
    case Verification::Outcome::Wrong:
        return InspectionModel::tr("Wrong");
    case Verification::Outcome::NotCheckable:
        return InspectionModel::tr("Not checkable");
    }
    return {};
}

QString InspectionModel::serverText(const InspectedToken &token) const
{
    switch (token.asked) {
    case InspectedToken::Asked::NotYet:
        if (!m_inspection.canIntrospect())
            return tr("Cannot be asked");
        return token.maySend() ? tr("Not asked") : tr("Needs your consent");
    case InspectedToken::Asked::Waiting:
        return tr("Waiting");
    case InspectedToken::Asked::Running:
        return tr("Asking…");
    case InspectedToken::Asked::Answered:
        return token.answer.active ? tr("Active") : tr("Inactive");
    case InspectedToken::Asked::Failed:
        return tr("No answer");
    }
    return {};
}

QString InspectionModel::text(const InspectedToken &token, int column) const
{
    switch (column) {
    case Value:
        return masked(token.value);
    case Kind:
        return kindText(token);
    case Issuer:
        return ownElseTold(token.claims.issuer, token.facts.issuer);
    case Subject:
        return ownElseTold(token.claims.subject, token.facts.subject);
    case Client:
        return ownElseTold(token.claims.clientId, token.facts.clientId);
    case Scopes:
        return scopesOf(token).join(u", "_s);
    case Expires:
        // Of a JWT without an expiry it is known that it has none.
        if (token.isReadable() && !expiryOf(token).isValid())
            return token.claims.unreadable.contains("exp"_L1) ? tr("Unreadable") : tr("Never");
        return relativeTime(expiryOf(token), m_inspection.now());
    case Signature:
        return signatureText(token);
    case ServerSays:
        return serverText(token);
    default:
        return verdictText(judged(token, m_inspection.now()).verdict);
    }
}

QString InspectionModel::tooltip(const InspectedToken &token, int column) const
{
    switch (column) {
    case Kind:
        return token.damage;
    case Scopes:
        return scopesOf(token).join(u'\n');
    case Expires:
        return absoluteTime(expiryOf(token));
    case Signature:
        return token.verification ? explanation(*token.verification) : QString();
    case ServerSays:
        return token.error.message;
    case Sum:
        return judged(token, m_inspection.now()).explanation;
    default:
        return {};
    }
}

static QString indented(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson()).trimmed();
}

static QString headerText(const InspectedToken &token)
{
    const auto jws = readJws(token.value);
    return jws ? indented(jws->header) : QString();
}

static QString claimsText(const InspectedToken &token)
{
    const auto jwt = readJwt(token.value);
    return indented(jwt ? jwt->claims : token.answer.facts.raw);
}

QVariant InspectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InspectedToken &token = m_inspection.tokens().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(token, index.column());
    case Qt::ToolTipRole:
        return tooltip(token, index.column());
    case IdRole:
        return QString::number(index.row());
    case NameRole:
        return masked(token.value);
    case ValueRole:
        if (index.column() == Expires)
            return expiryOf(token);
        return index.column() == Scopes ? QVariant(scopesOf(token)) : QVariant(text(token, index.column()));
    case TokenRole:
        return QVariant::fromValue(token.value);
    case VerdictRole:
        return QVariant::fromValue(judged(token, m_inspection.now()).verdict);
    case ExplanationRole:
        return judged(token, m_inspection.now()).explanation;
    case RemarksRole:
        return remarksOn(token);
    case ErrorRole:
        return token.error.message;
    case HeaderRole:
        return headerText(token);
    case ClaimsRole:
        return claimsText(token);
    default:
        return {};
    }
}

QVariant InspectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    return columns().at(section).label;
}

#include "moc_inspectionmodel.cpp"
