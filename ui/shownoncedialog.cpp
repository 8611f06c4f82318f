// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shownoncedialog.h"

#include "ui/secretedit.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ShownOnceDialog::ShownOnceDialog(const QString &recordName, const QList<ShownOnce> &values, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shownOnce"_s);
    setWindowTitle(tr("Keep This Now"));
    setWindowFlag(Qt::WindowCloseButtonHint, false);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(8);
    auto *title = new QLabel(recordName, this);
    title->setProperty("look", u"title"_s);
    auto *text
        = new QLabel(tr("The server shows this only once. Copy it now and store it safely: nobody can show it again, "
                        "not even this program."),
            this);
    for (auto *label : {title, text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addSpacing(8);
    constexpr int few = 4;
    QWidget *lines = makeValues(values);
    if (values.size() > few) {
        auto *scroll = new QScrollArea(this);
        scroll->setWidget(lines);
        scroll->setWidgetResizable(true);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        scroll->setMinimumHeight(lines->sizeHint().height() * few / int(values.size()));
        lines = scroll;
    }
    layout->addWidget(lines, 1);
    auto *done = new QPushButton(tr("I Have Stored It"), this);
    done->setObjectName(u"shownOnceDone"_s);
    done->setAutoDefault(false); // Enter on the line above must not lose it
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    layout->addSpacing(10);
    layout->addWidget(done, 0, Qt::AlignTrailing);
}

QWidget *ShownOnceDialog::makeValues(const QList<ShownOnce> &values)
{
    auto *lines = new QWidget(this);
    auto *layout = new QVBoxLayout(lines);
    layout->setContentsMargins({});
    for (const auto &each : values) {
        auto *label = new QLabel(each.label, lines);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setProperty("look", u"muted"_s);
        auto *line = new SecretEdit(lines);
        line->setObjectName(u"shownOnceValue"_s);
        line->setAccessibleName(each.label);
        line->setReadOnly(true);
        line->setShownOnce(true);
        line->setSecret(each.value);
        layout->addWidget(label);
        layout->addWidget(line);
    }
    layout->addStretch();
    return lines;
}

void ShownOnceDialog::reject()
{
    // Only the button says that the value is kept somewhere.
}

#include "moc_shownoncedialog.cpp"
