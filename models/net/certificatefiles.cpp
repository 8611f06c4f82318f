// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificatefiles.h"

#include "core/timetext.h"

#include <QCoreApplication>
#include <QFile>
#include <QScopeGuard>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

struct CertificateTexts {
    Q_DECLARE_TR_FUNCTIONS(CertificateFiles)
};

template <auto release>
struct Released {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};
using Bio = std::unique_ptr<BIO, Released<BIO_free_all>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Released<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, Released<X509_free>>;
using Pkcs12 = std::unique_ptr<PKCS12, Released<PKCS12_free>>;

void releaseAll(STACK_OF(X509) * certificates)
{
    sk_X509_pop_free(certificates, X509_free);
}
using X509Chain = std::unique_ptr<STACK_OF(X509), Released<releaseAll>>;

// What a file held, before it is known to fit together.
struct Identity {
    QList<QSslCertificate> chain{};
    PrivateKey key{};
};

}

static tl::unexpected<Error> wrong(const QString &message)
{
    return failure(Error::Kind::Storage, message);
}

static Bio bioOf(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

static Result<QByteArray> contentOf(const QString &path)
{
    constexpr qint64 largest = 4 << 20;
    QFile file(path);
    if (!file.exists())
        return wrong(CertificateTexts::tr("The file %1 does not exist.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            Error::Kind::Storage, CertificateTexts::tr("The file %1 cannot be read.").arg(path), file.errorString());
    const QByteArray content = file.read(largest + 1);
    if (content.size() > largest)
        return wrong(CertificateTexts::tr("The file %1 is too large for a certificate.").arg(path));
    return content;
}

static QSslCertificate toQt(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const auto release = qScopeGuard([&] { OPENSSL_free(der); });
    return size > 0 ? QSslCertificate(QByteArray(reinterpret_cast<const char *>(der), size), QSsl::Der)
                    : QSslCertificate();
}

static QSslKey toQt(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    const char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    const int kind = EVP_PKEY_get_base_id(key);
    if (kind != EVP_PKEY_EC && kind != EVP_PKEY_RSA)
        return {};
    return QSslKey(QByteArray::fromRawData(text, size), kind == EVP_PKEY_EC ? QSsl::Ec : QSsl::Rsa, QSsl::Pem);
}

static bool belongTogether(const QSslCertificate &certificate, EVP_PKEY *key)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const X509Certificate native(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
    return native && X509_check_private_key(native.get(), key) == 1;
}

static Result<PrivateKey> readKey(const QString &file, const QByteArray &pem, const Secret &passphrase)
{
    if (!pem.contains("PRIVATE KEY-----"))
        return wrong(CertificateTexts::tr("The file %1 holds no private key in PEM form.").arg(file));
    QByteArray phrase = passphrase.revealUtf8();
    // Given a phrase, if only an empty one, OpenSSL does not ask the terminal.
    PrivateKey key(PEM_read_bio_PrivateKey(bioOf(pem).get(), nullptr, nullptr, phrase.data()));
    if (key)
        return key;
    if (!pem.contains("ENCRYPTED"))
        return wrong(CertificateTexts::tr("The private key in %1 is damaged.").arg(file));
    return wrong(passphrase.isEmpty()
            ? CertificateTexts::tr("The private key in %1 is locked: it needs its passphrase.").arg(file)
            : CertificateTexts::tr("The passphrase does not unlock the private key in %1.").arg(file));
}

static Result<Identity> readPem(
    const QString &file, const QByteArray &content, const QString &keyFile, const Secret &passphrase)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromData(content, QSsl::Pem);
    if (chain.isEmpty())
        return wrong(CertificateTexts::tr("The file %1 holds no certificate in PEM form.").arg(file));
    const QString holder = keyFile.isEmpty() ? file : keyFile;
    const Result<QByteArray> keyContent = keyFile.isEmpty() ? Result<QByteArray>(content) : contentOf(keyFile);
    if (!keyContent)
        return tl::unexpected(keyContent.error());
    Result<PrivateKey> key = readKey(holder, *keyContent, passphrase);
    if (!key)
        return tl::unexpected(key.error());
    return Identity{.chain = chain, .key = std::move(*key)};
}

static Result<Identity> readPkcs12(const QString &file, PKCS12 *container, const Secret &passphrase)
{
    const QByteArray phrase = passphrase.revealUtf8();
    if (PKCS12_verify_mac(container, phrase.constData(), -1) != 1)
        return wrong(passphrase.isEmpty()
                ? CertificateTexts::tr("The file %1 is locked: it needs its passphrase.").arg(file)
                : CertificateTexts::tr("The passphrase does not unlock the file %1.").arg(file));
    EVP_PKEY *key = nullptr;
    X509 *leaf = nullptr;
    STACK_OF(X509) *others = nullptr;
    if (PKCS12_parse(container, phrase.constData(), &key, &leaf, &others) != 1)
        return wrong(CertificateTexts::tr("The file %1 is encrypted in a way that is not supported.").arg(file));
    Identity identity{.key = PrivateKey(key)};
    const X509Certificate ownedLeaf(leaf);
    const X509Chain ownedOthers(others);
    if (!key || !leaf)
        return wrong(
            CertificateTexts::tr("The file %1 does not hold both a certificate and its private key.").arg(file));
    identity.chain.append(toQt(leaf));
    for (int i = 0; others && i < sk_X509_num(others); ++i)
        identity.chain.append(toQt(sk_X509_value(others, i)));
    return identity;
}

static Result<Identity> readIdentity(const QString &file, const QString &keyFile, const Secret &passphrase)
{
    const Result<QByteArray> content = contentOf(file);
    if (!content)
        return tl::unexpected(content.error());
    if (content->contains("-----BEGIN "))
        return readPem(file, *content, keyFile, passphrase);
    const Pkcs12 container(d2i_PKCS12_bio(bioOf(*content).get(), nullptr));
    if (!container)
        return wrong(CertificateTexts::tr("The file %1 is neither PEM nor PKCS#12.").arg(file));
    return readPkcs12(file, container.get(), passphrase);
}

static Result<> checkedTime(const QString &file, const QSslCertificate &certificate, const QDateTime &now)
{
    if (certificate.expiryDate() < now)
        return wrong(CertificateTexts::tr("The certificate in %1 expired on %2.")
                         .arg(file, absoluteTime(certificate.expiryDate())));
    if (certificate.effectiveDate() > now)
        return wrong(CertificateTexts::tr("The certificate in %1 is not valid before %2.")
                         .arg(file, absoluteTime(certificate.effectiveDate())));
    return {};
}

Result<QList<QSslCertificate>> readAuthorities(const QString &file, const QDateTime &now)
{
    const Result<QByteArray> content = contentOf(file);
    if (!content)
        return tl::unexpected(content.error());
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(*content, QSsl::Pem);
    if (authorities.isEmpty())
        return wrong(CertificateTexts::tr("The file %1 holds no certificate in PEM form.").arg(file));
    const bool isUsable = std::any_of(authorities.begin(), authorities.end(),
        [&](const QSslCertificate &authority) { return checkedTime(file, authority, now).has_value(); });
    if (!isUsable)
        return tl::unexpected(checkedTime(file, authorities.first(), now).error());
    return authorities;
}

Result<ClientCertificate> readClientCertificate(
    const QString &file, const QString &keyFile, const Secret &passphrase, const QDateTime &now)
{
    // Qt looks at the same queue of errors when it shakes hands.
    const auto tidy = qScopeGuard([] { ERR_clear_error(); });
    const Result<Identity> identity = readIdentity(file, keyFile, passphrase);
    if (!identity)
        return tl::unexpected(identity.error());
    const QSslCertificate &own = identity->chain.first();
    if (!belongTogether(own, identity->key.get()))
        return wrong(keyFile.isEmpty()
                ? CertificateTexts::tr("The private key in %1 does not belong to the certificate in it.").arg(file)
                : CertificateTexts::tr("The private key in %1 does not belong to the certificate in %2.")
                      .arg(keyFile, file));
    if (const Result<> time = checkedTime(file, own, now); !time)
        return tl::unexpected(time.error());
    const QSslKey key = toQt(identity->key.get());
    if (key.isNull())
        return wrong(CertificateTexts::tr("The private key in %1 is of a kind that is not supported; use RSA or EC.")
                         .arg(keyFile.isEmpty() ? file : keyFile));
    return ClientCertificate{.chain = identity->chain, .key = key};
}
