// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <malloc.h>
#include <sys/prctl.h>
#endif

// LeakSanitizer looks at the process from outside, as a debugger does.
#if defined(__SANITIZE_ADDRESS__)
static constexpr bool isReadable = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
static constexpr bool isReadable = true;
#else
static constexpr bool isReadable = false;
#endif
#else
static constexpr bool isReadable = false;
#endif

void hardenProcess()
{
#ifdef Q_OS_UNIX
    umask(0077);
    constexpr rlimit none{0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    if (!isReadable)
        (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

void overwriteFreedMemory()
{
#ifdef M_PERTURB
    constexpr int pattern = 0xa5;
    (void)mallopt(M_PERTURB, pattern);
#endif
}
