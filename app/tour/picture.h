// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>

class QWidget;

// The window as a person sees it: with the dialogs that stand over it, each in the frame a desktop would give it.
QPixmap pictureOf(QWidget &window);
