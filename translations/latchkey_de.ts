<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Latchkey</source>
        <translation>Über Latchkey</translation>
    </message>
    <message>
        <source>Latchkey %1</source>
        <translation>Latchkey %1</translation>
    </message>
    <message>
        <source>A console for the people who administer OAuth 2.0 and OpenID Connect servers.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Eine Konsole für Menschen, die OAuth-2.0- und OpenID-Connect-Server verwalten.

Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Local Server</source>
        <translation>Lokaler Server</translation>
    </message>
    <message>
        <source>There is no server called “%1”.</source>
        <translation>Es gibt keinen Server namens „%1“.</translation>
    </message>
    <message>
        <source>Latchkey cannot start</source>
        <translation>Latchkey kann nicht starten</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running…</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The server was disconnected before it answered.</source>
        <translation>Der Server wurde getrennt, bevor er antwortete.</translation>
    </message>
    <message>
        <source>Paused. What is under way ends by itself.</source>
        <translation>Angehalten. Was unterwegs ist, endet von selbst.</translation>
    </message>
    <message>
        <source>This wave is done. Look at what came of it, then go on.</source>
        <translation>Diese Welle ist durch. Sehen Sie nach, was daraus wurde, und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>It was under way when the program ended: it may or may not have been done.</source>
        <translation>Es war unterwegs, als das Programm endete: Vielleicht wurde es ausgeführt, vielleicht nicht.</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Retry Failed</source>
        <translation>Fehlgeschlagene wiederholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not started</source>
        <translation>
            <numerusform>%Ln nicht begonnen</numerusform>
            <numerusform>%Ln nicht begonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Report…</source>
        <translation>Bericht exportieren …</translation>
    </message>
    <message>
        <source>Prove…</source>
        <translation>Nachweisen …</translation>
    </message>
    <message>
        <source>Asks the server of each whether it is inactive now.</source>
        <translation>Fragt den Server bei jedem, ob es jetzt inaktiv ist.</translation>
    </message>
    <message>
        <source>The server asks for patience. It goes on in %1.</source>
        <translation>Der Server bittet um Geduld. Es geht in %1 weiter.</translation>
    </message>
    <message>
        <source>%1 per second · about %2 left</source>
        <extracomment>%1 a number, %2 a duration</extracomment>
        <translation>%1 je Sekunde · noch etwa %2</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Export Report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>The server cannot be asked about these: their values are not known here.</source>
        <translation>Nach diesen lässt sich der Server nicht fragen: Ihre Werte sind hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Proof by Introspection</source>
        <translation>Nachweis durch Introspektion</translation>
    </message>
</context>
<context>
    <name>BatchRevocationPage</name>
    <message>
        <source>Revoke Every Token Made Before a Time</source>
        <translation>Alle Tokens von vor einem Zeitpunkt widerrufen</translation>
    </message>
    <message>
        <source>Revoke tokens made before</source>
        <translation>Tokens widerrufen von vor</translation>
    </message>
    <message>
        <source>Revoke Tokens…</source>
        <translation>Tokens widerrufen …</translation>
    </message>
    <message>
        <source>This server lists no tokens, so nobody can see beforehand which ones or how many this hits. It cannot be undone: everybody whose token is revoked is signed out at once.</source>
        <translation>Dieser Server listet keine Tokens auf; niemand kann vorher sehen, welche und wie viele es trifft. Es lässt sich nicht rückgängig machen: Wessen Token widerrufen wird, ist sofort abgemeldet.</translation>
    </message>
    <message>
        <source>7 Days Ago</source>
        <translation>Vor 7 Tagen</translation>
    </message>
    <message>
        <source>24 Hours Ago</source>
        <translation>Vor 24 Stunden</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>%1 · sent as %2</source>
        <extracomment>%1 distance from now, %2 the time in UTC as it is sent</extracomment>
        <translation>%1 · gesendet als %2</translation>
    </message>
    <message>
        <source>Choose a time first. It cannot lie in the future.</source>
        <translation>Wählen Sie zuerst einen Zeitpunkt. Er kann nicht in der Zukunft liegen.</translation>
    </message>
    <message>
        <source>The token this console is signed in with is among them. You are signed in again afterwards.</source>
        <translation>Das Token, mit dem diese Konsole angemeldet ist, ist darunter. Sie werden danach neu angemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) this console got here are among them.</source>
        <translation>
            <numerusform>%n Token, das diese Konsole hier bekam, ist darunter.</numerusform>
            <numerusform>%n Tokens, die diese Konsole hier bekam, sind darunter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can see beforehand how many this hits, and it cannot be undone.</source>
        <translation>Niemand kann vorher sehen, wie viele es trifft, und es lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke every token made before %1?</source>
        <translation>Alle Tokens von vor %1 widerrufen?</translation>
    </message>
    <message>
        <source>Revoke Tokens</source>
        <translation>Tokens widerrufen</translation>
    </message>
    <message>
        <source>Revoking…</source>
        <translation>Wird widerrufen …</translation>
    </message>
    <message>
        <source>One token made before %1 was revoked.</source>
        <extracomment>%1 number, %2 point in time</extracomment>
        <translation>Ein Token von vor %1 wurde widerrufen.</translation>
    </message>
    <message>
        <source>%1 tokens made before %2 were revoked.</source>
        <translation>%1 Tokens von vor %2 wurden widerrufen.</translation>
    </message>
    <message>
        <source>You are signed in again.</source>
        <translation>Sie sind wieder angemeldet.</translation>
    </message>
</context>
<context>
    <name>Batches</name>
    <message>
        <source>This was not written down, so it cannot be gone on with.</source>
        <translation>Das wurde nicht festgehalten und lässt sich daher nicht fortsetzen.</translation>
    </message>
</context>
<context>
    <name>BlastRadiusDialog</name>
    <message>
        <source>All of them were made at about the same time: %1.</source>
        <translation>Alle entstanden etwa zur selben Zeit: %1.</translation>
    </message>
    <message>
        <source>The oldest was made %1, the newest %2.</source>
        <extracomment>%1 and %2 relative times, such as &quot;3 days ago&quot;</extracomment>
        <translation>Das älteste entstand %1, das neueste %2.</translation>
    </message>
    <message>
        <source>By client</source>
        <translation>Nach Client</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Nach Benutzer</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Nach Typ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>%1 (this console)</source>
        <translation>%1 (diese Konsole)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is what this console itself uses, so it is left out.</source>
        <translation>„%1“ benutzt diese Konsole selbst und bleibt daher ausgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are what this console itself uses, so they are left out.</source>
        <translation>
            <numerusform>%Ln davon benutzt diese Konsole selbst; es bleibt ausgenommen.</numerusform>
            <numerusform>%Ln davon benutzt diese Konsole selbst; sie bleiben ausgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Include what this console uses, which may sign it out</source>
        <translation>Auch einbeziehen, was diese Konsole benutzt; das kann sie abmelden</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>As many as the server takes</source>
        <translation>So viele, wie der Server annimmt</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Pause after every</source>
        <translation>Pause nach je</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This is a production server. Type “%1” to go on.</source>
        <translation>Das ist ein Produktivserver. Geben Sie „%1“ ein, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>BrowserLogin</name>
    <message>
        <source>The server gave no web address for signing in.</source>
        <translation>Der Server nannte keine Adresse zum Anmelden.</translation>
    </message>
    <message>
        <source>The sign-in was not completed in the browser in time.</source>
        <translation>Die Anmeldung wurde im Browser nicht rechtzeitig abgeschlossen.</translation>
    </message>
</context>
<context>
    <name>BrowserSignInDialog</name>
    <message>
        <source>No browser could be opened. Copy the address into a browser of your choice.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopieren Sie die Adresse in einen Browser Ihrer Wahl.</translation>
    </message>
    <message>
        <source>Sign In in the Browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Sign-in address</source>
        <translation>Adresse zum Anmelden</translation>
    </message>
    <message>
        <source>Open Browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Copy Address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Finish signing in in your browser. This window closes by itself afterwards.</source>
        <translation>Schließen Sie die Anmeldung im Browser ab. Dieses Fenster schließt sich danach von selbst.</translation>
    </message>
    <message>
        <source>The address can be used for another %1.</source>
        <translation>Die Adresse gilt noch %1.</translation>
    </message>
    <message>
        <source>The address has expired.</source>
        <translation>Die Adresse ist abgelaufen.</translation>
    </message>
</context>
<context>
    <name>BulkRemoval</name>
    <message>
        <source>This server no longer lists what is left to do.</source>
        <translation>Dieser Server führt nicht mehr auf, was noch zu tun ist.</translation>
    </message>
    <message>
        <source>It was gone already.</source>
        <translation>Es war schon weg.</translation>
    </message>
    <message>
        <source>The server was disconnected.</source>
        <translation>Die Verbindung zum Server wurde getrennt.</translation>
    </message>
    <message>
        <source>The server still says it is active.</source>
        <translation>Der Server nennt es noch aktiv.</translation>
    </message>
    <message>
        <source>The server says it is inactive.</source>
        <translation>Der Server nennt es inaktiv.</translation>
    </message>
</context>
<context>
    <name>CertificateFiles</name>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Die Datei %1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The file %1 is too large for a certificate.</source>
        <translation>Die Datei %1 ist zu groß für ein Zertifikat.</translation>
    </message>
    <message>
        <source>The file %1 holds no private key in PEM form.</source>
        <translation>Die Datei %1 enthält keinen privaten Schlüssel im PEM-Format.</translation>
    </message>
    <message>
        <source>The private key in %1 is damaged.</source>
        <translation>Der private Schlüssel in %1 ist beschädigt.</translation>
    </message>
    <message>
        <source>The private key in %1 is locked: it needs its passphrase.</source>
        <translation>Der private Schlüssel in %1 ist gesperrt: Er braucht seine Passphrase.</translation>
    </message>
    <message>
        <source>The passphrase does not unlock the private key in %1.</source>
        <translation>Die Passphrase entsperrt den privaten Schlüssel in %1 nicht.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate in PEM form.</source>
        <translation>Die Datei %1 enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>The file %1 is locked: it needs its passphrase.</source>
        <translation>Die Datei %1 ist gesperrt: Sie braucht ihre Passphrase.</translation>
    </message>
    <message>
        <source>The passphrase does not unlock the file %1.</source>
        <translation>Die Passphrase entsperrt die Datei %1 nicht.</translation>
    </message>
    <message>
        <source>The file %1 is encrypted in a way that is not supported.</source>
        <translation>Die Datei %1 ist auf eine nicht unterstützte Weise verschlüsselt.</translation>
    </message>
    <message>
        <source>The file %1 does not hold both a certificate and its private key.</source>
        <translation>Die Datei %1 enthält nicht sowohl ein Zertifikat als auch dessen privaten Schlüssel.</translation>
    </message>
    <message>
        <source>The file %1 is neither PEM nor PKCS#12.</source>
        <translation>Die Datei %1 ist weder PEM noch PKCS#12.</translation>
    </message>
    <message>
        <source>The certificate in %1 expired on %2.</source>
        <translation>Das Zertifikat in %1 ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate in %1 is not valid before %2.</source>
        <translation>Das Zertifikat in %1 gilt nicht vor %2.</translation>
    </message>
    <message>
        <source>The private key in %1 does not belong to the certificate in it.</source>
        <translation>Der private Schlüssel in %1 gehört nicht zu dem Zertifikat darin.</translation>
    </message>
    <message>
        <source>The private key in %1 does not belong to the certificate in %2.</source>
        <translation>Der private Schlüssel in %1 gehört nicht zu dem Zertifikat in %2.</translation>
    </message>
    <message>
        <source>The private key in %1 is of a kind that is not supported; use RSA or EC.</source>
        <translation>Der private Schlüssel in %1 ist von einer nicht unterstützten Art; verwenden Sie RSA oder EC.</translation>
    </message>
</context>
<context>
    <name>ChangeDetail</name>
    <message>
        <source>Resolve…</source>
        <translation>Auflösen …</translation>
    </message>
    <message>
        <source>It will be deleted. This cannot be undone.</source>
        <translation>Wird gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>It will be revoked. This cannot be undone.</source>
        <translation>Wird widerrufen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>It will be deactivated. It can be enabled again here.</source>
        <translation>Wird deaktiviert. Hier lässt es sich wieder aktivieren.</translation>
    </message>
    <message>
        <source>It will be created.</source>
        <translation>Wird angelegt.</translation>
    </message>
    <message>
        <source>It will be changed.</source>
        <translation>Wird geändert.</translation>
    </message>
    <message>
        <source>No change is chosen</source>
        <translation>Keine Änderung ausgewählt</translation>
    </message>
    <message>
        <source>This is done.</source>
        <translation>Das ist erledigt.</translation>
    </message>
</context>
<context>
    <name>ChangeSet</name>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>It is no longer on the server. Saving would make it anew, with other credentials.</source>
        <translation>Es ist nicht mehr auf dem Server. Speichern würde es neu anlegen, mit anderen Zugangsdaten.</translation>
    </message>
    <message>
        <source>It was changed on the server meanwhile.</source>
        <translation>Es wurde inzwischen auf dem Server geändert.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>New Credentials</source>
        <translation>Neue Zugangsdaten</translation>
    </message>
    <message>
        <source>Staged</source>
        <translation>Vorgemerkt</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird ausgeführt …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Conflict: %1</source>
        <translation>Konflikt: %1</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Move Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Takes the change out of the list. Nothing is sent.</source>
        <translation>Nimmt die Änderung aus der Liste. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Staged changes</source>
        <translation>Vorgemerkte Änderungen</translation>
    </message>
    <message>
        <source>When one fails:</source>
        <translation>Wenn eine fehlschlägt:</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln create(s)</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removal(s)</source>
        <translation>
            <numerusform>%Ln entfernt</numerusform>
            <numerusform>%Ln entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) new credentials</source>
        <translation>
            <numerusform>%Ln Mal neue Zugangsdaten</numerusform>
            <numerusform>%Ln Mal neue Zugangsdaten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is staged.</source>
        <extracomment>%1 a number of changes with its word, %2 what they are, separated by commas</extracomment>
        <translation>Nichts ist vorgemerkt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard All…</source>
        <translation>Alle verwerfen …</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Ausführen …</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Ausführen</translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s) on %1?</source>
        <translation>
            <numerusform>%Ln Änderung auf %1 ausführen?</numerusform>
            <numerusform>%Ln Änderungen auf %1 ausführen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2. This is a production server: they take effect at once, for everybody.</source>
        <extracomment>%1 &quot;3 changes: 1 create, 2 edits&quot;, %2 name of a server</extracomment>
        <translation>%1 auf %2. Dies ist ein Produktionsserver: Sie wirken sofort und für alle.</translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln Change(s)</source>
        <translation>
            <numerusform>%Ln Änderung ausführen</numerusform>
            <numerusform>%Ln Änderungen ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Auflösen</translation>
    </message>
    <message>
        <source>Make “%1” anew?</source>
        <translation>„%1“ neu anlegen?</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied.</source>
        <translation>
            <numerusform>%Ln Änderung ausgeführt.</numerusform>
            <numerusform>%Ln Änderungen ausgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed and can be applied again.</source>
        <translation>
            <numerusform>%Ln ist fehlgeschlagen und kann noch einmal ausgeführt werden.</numerusform>
            <numerusform>%Ln sind fehlgeschlagen und können noch einmal ausgeführt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not reached.</source>
        <translation>
            <numerusform>%Ln nicht an die Reihe gekommen.</numerusform>
            <numerusform>%Ln nicht an die Reihe gekommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeLogin</name>
    <message>
        <source>The sign-in was refused in the browser.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt.</translation>
    </message>
    <message>
        <source>The server was not able to complete the sign-in.</source>
        <translation>Der Server konnte die Anmeldung nicht abschließen.</translation>
    </message>
    <message>
        <source>The server refused the sign-in.</source>
        <translation>Der Server hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused the sign-in: %1</source>
        <translation>Der Server hat die Anmeldung abgelehnt: %1</translation>
    </message>
    <message>
        <source>The sign-in was not completed in the browser in time.</source>
        <translation>Die Anmeldung wurde im Browser nicht rechtzeitig abgeschlossen.</translation>
    </message>
    <message>
        <source>The server gave no safe web address for signing in.</source>
        <translation>Der Server nannte keine sichere Adresse zum Anmelden.</translation>
    </message>
    <message>
        <source>It was stopped in Latchkey.</source>
        <translation>Sie wurde in Latchkey angehalten.</translation>
    </message>
    <message>
        <source>Another server than the expected one answered in the browser, so its answer was not used.</source>
        <translation>Im Browser antwortete ein anderer Server als erwartet; seine Antwort wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>The answer in the browser does not say which server it is from, so it was not used.</source>
        <translation>Die Antwort im Browser sagt nicht, von welchem Server sie ist; sie wurde nicht verwendet.</translation>
    </message>
</context>
<context>
    <name>Collection</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>API Tokens</source>
        <translation>API-Tokens</translation>
    </message>
    <message>
        <source>Access Tokens</source>
        <translation>Zugriffstokens</translation>
    </message>
    <message>
        <source>Refresh Tokens</source>
        <translation>Erneuerungstokens</translation>
    </message>
    <message>
        <source>New Client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>New Scope</source>
        <translation>Neuer Scope</translation>
    </message>
    <message>
        <source>New User</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>New API Token</source>
        <translation>Neues API-Token</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln Scope</numerusform>
            <numerusform>%Ln Scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln API token(s)</source>
        <translation>
            <numerusform>%Ln API-Token</numerusform>
            <numerusform>%Ln API-Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln access token(s)</source>
        <translation>
            <numerusform>%Ln Zugriffstoken</numerusform>
            <numerusform>%Ln Zugriffstokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refresh token(s)</source>
        <translation>
            <numerusform>%Ln Erneuerungstoken</numerusform>
            <numerusform>%Ln Erneuerungstokens</numerusform>
        </translation>
    </message>
    <message>
        <source>It is no longer in the list.</source>
        <translation>Der Eintrag ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>The server was disconnected.</source>
        <translation>Die Verbindung zum Server wurde getrennt.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Client(s)</source>
        <translation>
            <numerusform>%Ln Client</numerusform>
            <numerusform>%Ln Clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Scope(s)</source>
        <translation>
            <numerusform>%Ln Scope</numerusform>
            <numerusform>%Ln Scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln User(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln API Token(s)</source>
        <translation>
            <numerusform>%Ln API-Token</numerusform>
            <numerusform>%Ln API-Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Access Token(s)</source>
        <translation>
            <numerusform>%Ln Zugriffstoken</numerusform>
            <numerusform>%Ln Zugriffstokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Session(s)</source>
        <translation>
            <numerusform>%Ln Sitzung</numerusform>
            <numerusform>%Ln Sitzungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Refresh Token(s)</source>
        <translation>
            <numerusform>%Ln Aktualisierungstoken</numerusform>
            <numerusform>%Ln Aktualisierungstokens</numerusform>
        </translation>
    </message>
    <message>
        <source>The server repeats its pages, so the list may lack some.</source>
        <translation>Der Server wiederholt seine Seiten; der Liste können welche fehlen.</translation>
    </message>
    <message>
        <source>What authorizes this was not kept here, so nothing was sent.</source>
        <translation>Was dazu berechtigt, wurde hier nicht aufbewahrt; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Kept Tokens</source>
        <translation>Aufbewahrte Tokens</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept token(s)</source>
        <translation>
            <numerusform>%Ln aufbewahrtes Token</numerusform>
            <numerusform>%Ln aufbewahrte Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Kept Token(s)</source>
        <translation>
            <numerusform>%Ln aufbewahrtes Token</numerusform>
            <numerusform>%Ln aufbewahrte Token</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is longer than is kept here, so it lacks some.</source>
        <translation>Die Liste ist länger, als hier aufbewahrt wird; daher fehlen einige.</translation>
    </message>
    <message>
        <source>All Tokens</source>
        <translation>Alle Tokens</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” could not be loaded. %2</source>
        <extracomment>%1 a list, such as &quot;Access Tokens&quot;, %2 a sentence that says why</extracomment>
        <translation>„%1“ konnte nicht geladen werden. %2</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Entry(ies)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no longer on the server.</source>
        <translation>„%1“ ist nicht mehr auf dem Server.</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Choose Columns</source>
        <translation>Spalten auswählen</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Console for OAuth2 and OpenID Connect authorization servers.</source>
        <translation>Konsole für OAuth2- und OpenID-Connect-Autorisierungsserver.</translation>
    </message>
    <message>
        <source>“%1” is not an option.</source>
        <translation>„%1“ ist keine Option.</translation>
    </message>
    <message>
        <source>“%1” is not a port number.</source>
        <translation>„%1“ ist keine Portnummer.</translation>
    </message>
    <message>
        <source>The local server has published passwords. To let other machines reach it, add --allow-other-machines.</source>
        <translation>Die Passwörter des lokalen Servers sind öffentlich bekannt. Damit andere Rechner ihn erreichen, geben Sie --allow-other-machines an.</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>Zeigt diesen Text.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Zeigt die Version.</translation>
    </message>
    <message>
        <source>Connect to the server of this profile at once.</source>
        <translation>Verbindet sofort mit dem Server dieses Profils.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Use this language, for example de.</source>
        <translation>Verwendet diese Sprache, zum Beispiel de.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Walk through the program by itself and leave a picture of every page in this folder.</source>
        <translation>Geht von selbst durch das Programm und legt von jeder Seite ein Bild in diesem Ordner ab.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Run the local server, without a window, until it is told to end.</source>
        <translation>Betreibt den lokalen Server ohne Fenster, bis er beendet wird.</translation>
    </message>
    <message>
        <source>The server product to play; may be given several times.</source>
        <translation>Das Serverprodukt, das gespielt wird; mehrfach möglich.</translation>
    </message>
    <message>
        <source>The port to listen on; 0 takes a free one.</source>
        <translation>Der Port, auf dem der Server lauscht; 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>The address to listen on, 127.0.0.1 by default.</source>
        <translation>Die Adresse, auf der der Server lauscht, sonst 127.0.0.1.</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Allow --listen to name an address other machines can reach.</source>
        <translation>Erlaubt bei --listen eine Adresse, die andere Rechner erreichen.</translation>
    </message>
    <message>
        <source>The file that keeps the local server&apos;s state; :memory: forgets it at the end.</source>
        <translation>Die Datei mit dem Zustand des lokalen Servers; :memory: vergisst ihn am Ende.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>“%1” is no shape; write documented or actual.</source>
        <translation>„%1“ ist keine Form; schreiben Sie documented oder actual.</translation>
    </message>
    <message>
        <source>With --serve, end when standard input does: with the program that started it.</source>
        <translation>Mit --serve: enden, wenn die Standardeingabe endet, also mit dem Programm, das ihn gestartet hat.</translation>
    </message>
    <message>
        <source>Answer in the documented shape, as by default, or in the actual one of the real server.</source>
        <translation>In der dokumentierten Form antworten (Vorgabe) oder in der tatsächlichen des echten Servers.</translation>
    </message>
    <message>
        <source>documented|actual</source>
        <translation>documented|actual</translation>
    </message>
    <message>
        <source>A number after --demo goes with --serve.</source>
        <translation>Eine Zahl nach --demo gehört zu --serve.</translation>
    </message>
    <message>
        <source>“%1” is not a number of tokens from 1 to %L2.</source>
        <translation>„%1“ ist keine Anzahl von Token zwischen 1 und %L2.</translation>
    </message>
    <message>
        <source>“%1” is not a seed; write a whole number, 0 or more.</source>
        <translation>„%1“ ist kein Startwert; schreiben Sie eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>Open the console on a local server with demo data; with --serve, fill an empty store with demo data. --serve --demo N makes N tokens of the persona teneo: 60 % access tokens, 30 % refresh tokens, 10 % API tokens.</source>
        <translation>Die Konsole auf einem lokalen Server mit Beispieldaten öffnen; mit --serve einen leeren Speicher mit Beispieldaten füllen. --serve --demo N erzeugt N Token der Persona teneo: 60 % Access-Token, 30 % Refresh-Token, 10 % API-Token.</translation>
    </message>
    <message>
        <source>Check that no line of the journal was changed, removed or slipped in.</source>
        <translation>Prüft, dass keine Zeile des Journals geändert, entfernt oder untergeschoben wurde.</translation>
    </message>
    <message>
        <source>With --verify-journal, the journal, if it is not your own: a file, or postgresql://user@host/database.</source>
        <translation>Mit --verify-journal das Journal, wenn es nicht Ihr eigenes ist: eine Datei oder postgresql://benutzer@rechner/datenbank.</translation>
    </message>
    <message>
        <source>--studios goes with --serve --demo.</source>
        <translation>--studios gehört zu --serve --demo.</translation>
    </message>
    <message>
        <source>A seed goes with a number of tokens after --demo, or of Studio clients after --studios.</source>
        <translation>Ein Startwert gehört zu einer Zahl von Token nach --demo oder von Studio-Clients nach --studios.</translation>
    </message>
    <message>
        <source>“%1” is not a number of Studio clients from 1 to %L2.</source>
        <translation>„%1“ ist keine Zahl von Studio-Clients von 1 bis %L2.</translation>
    </message>
    <message>
        <source>With --serve --demo N, what the tokens are drawn from: the same number makes the same tokens; 1 by default. So for the clients of --studios.</source>
        <translation>Mit --serve --demo N der Startwert, aus dem die Token gezogen werden: Dieselbe Zahl ergibt dieselben Token; sonst 1. Ebenso für die Clients von --studios.</translation>
    </message>
    <message>
        <source>With --serve --demo, so many further Studio clients of the persona teneo, whose maintenance runs by a schedule.</source>
        <translation>Mit --serve --demo so viele weitere Studio-Clients der Persona teneo, deren Wartung nach einem Zeitplan läuft.</translation>
    </message>
    <message>
        <source>--watch goes with --once, --interval and --language only.</source>
        <translation>--watch verträgt sich nur mit --once, --interval und --language.</translation>
    </message>
    <message>
        <source>--once and --interval go with --watch.</source>
        <translation>--once und --interval gehören zu --watch.</translation>
    </message>
    <message>
        <source>--interval does not go with --once.</source>
        <translation>--interval verträgt sich nicht mit --once.</translation>
    </message>
    <message>
        <source>--maintenance goes with --profile, --client, --wait, --unlock and --language only, and needs the first two.</source>
        <translation>--maintenance verträgt sich nur mit --profile, --client, --wait, --unlock und --language und braucht die ersten beiden.</translation>
    </message>
    <message>
        <source>--client, --wait and --unlock go with --maintenance.</source>
        <translation>--client, --wait und --unlock gehören zu --maintenance.</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds from 1 to %L2.</source>
        <translation>„%1“ ist keine Zahl von Sekunden von 1 bis %L2.</translation>
    </message>
    <message>
        <source>Watch the maintenance tasks of this profile&apos;s server without a window, and print a line of JSON for each event, until it is told to end. Ends with 0 then, with 1 if it cannot watch.</source>
        <translation>Die Wartungsaufgaben des Servers dieses Profils ohne Fenster beobachten und für jedes Ereignis eine Zeile JSON ausgeben, bis es beendet wird. Endet dann mit 0, mit 1, wenn es nicht beobachten kann.</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>With --watch, look at every task once and print a line for each that is not fine. Ends with 0 if all are fine, 3 if one failed or its outcome is unknown, 4 if one is late, slow or gives no answer, 1 if it could not look.</source>
        <translation>Mit --watch jede Aufgabe einmal ansehen und für jede eine Zeile ausgeben, die nicht in Ordnung ist. Endet mit 0, wenn alle in Ordnung sind, 3, wenn eine fehlgeschlagen oder ihr Ausgang unbekannt ist, 4, wenn eine überfällig oder ungewöhnlich lang ist oder nicht antwortet, 1, wenn es nicht nachsehen konnte.</translation>
    </message>
    <message>
        <source>With --watch, look so often at tasks that do not run; every 60 seconds by default, less often with very many tasks.</source>
        <translation>Mit --watch so oft nach Aufgaben sehen, die nicht laufen; sonst alle 60 Sekunden, bei sehr vielen Aufgaben seltener.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>With --profile, start this maintenance task (daily, hourly) of a client without a window. Ends with 0 if the server took the start, 1 if it could not be started.</source>
        <translation>Mit --profile diese Wartungsaufgabe (daily, hourly) eines Clients ohne Fenster starten. Endet mit 0, wenn der Server den Start annahm, 1, wenn sie nicht gestartet werden konnte.</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>With --maintenance, the client&apos;s name or ID.</source>
        <translation>Mit --maintenance der Name oder die ID des Clients.</translation>
    </message>
    <message>
        <source>client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>With --maintenance, wait for the end of the run. Ends with 0 if it succeeded, 3 if it failed or its outcome is unknown.</source>
        <translation>Mit --maintenance auf das Ende des Laufs warten. Endet mit 0, wenn er erfolgreich war, 3, wenn er fehlschlug oder sein Ausgang unbekannt ist.</translation>
    </message>
    <message>
        <source>With --maintenance, start it although the profile opens read-only.</source>
        <translation>Mit --maintenance auch starten, obwohl das Profil schreibgeschützt öffnet.</translation>
    </message>
    <message>
        <source>An option stands where a value is missing.</source>
        <translation>Eine Option steht dort, wo ein Wert fehlt.</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type “%1” to go on.</source>
        <translation>Tippen Sie „%1“, um fortzufahren.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>%1 name, %2 how many are called so</extracomment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed Meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>What is saved is in bold. Cancel saves nothing.</source>
        <translation>Was gespeichert wird, ist fett. Abbrechen speichert nichts.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>“%1” was changed on the server after you opened it.</source>
        <translation>„%1“ wurde auf dem Server geändert, nachdem Sie es geöffnet hatten.</translation>
    </message>
    <message>
        <source>Nothing you changed is concerned: what is new on the server is taken over.</source>
        <translation>Nichts von dem, was Sie geändert haben, ist betroffen: Was auf dem Server neu ist, wird übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were changed there and here. Choose whose value is saved.</source>
        <translation>
            <numerusform>%n Feld wurde dort und hier geändert. Wählen Sie, wessen Wert gespeichert wird.</numerusform>
            <numerusform>%n Felder wurden dort und hier geändert. Wählen Sie, wessen Wert gespeichert wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 what happened, %2 what is asked; both are whole sentences</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>When you opened it</source>
        <translation>Beim Öffnen</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>Jetzt auf dem Server</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihrer</translation>
    </message>
    <message>
        <source>%1: what is on the server</source>
        <translation>%1: was auf dem Server steht</translation>
    </message>
    <message>
        <source>%1: yours</source>
        <translation>%1: Ihrer</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Whom This Server Is Believed By</source>
        <translation>Wer für diesen Server bürgt</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Certificate Authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A PEM file with those that are believed instead of the system&apos;s. Empty: the system&apos;s.</source>
        <translation>Eine PEM-Datei mit denen, die statt der des Systems gelten. Leer: die des Systems.</translation>
    </message>
    <message>
        <source>Trust No Longer</source>
        <translation>Nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Certificates trusted as they are, by SHA-256</source>
        <translation>Zertifikate, denen als solchen vertraut wird, nach SHA-256</translation>
    </message>
    <message>
        <source>Client Certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>PEM, or PKCS #12 with its key. Empty: none is shown.</source>
        <translation>PEM oder PKCS #12 mit dem Schlüssel. Leer: Es wird keines gezeigt.</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>Private Key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.key);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Enter the address of the proxy.</source>
        <translation>Geben Sie die Adresse des Proxys ein.</translation>
    </message>
</context>
<context>
    <name>ConnectionSettings</name>
    <message>
        <source>The proxy needs a host name and a port.</source>
        <translation>Der Proxy braucht einen Rechnernamen und einen Port.</translation>
    </message>
</context>
<context>
    <name>CountCard</name>
    <message>
        <source>%1…</source>
        <comment>a number that still grows</comment>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Could not be loaded</source>
        <translation>Ließ sich nicht laden</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>Nicht geladen</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>at least so many</comment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Not all were loaded</source>
        <translation>Nicht alle wurden geladen</translation>
    </message>
    <message>
        <source>Could not be refreshed</source>
        <translation>Ließ sich nicht aktualisieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 collection, %2 count</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message>
        <source>Row %1 has a quotation mark that does not end its cell.</source>
        <translation>Zeile %1 hat ein Anführungszeichen, das seine Zelle nicht abschließt.</translation>
    </message>
    <message numerus="yes">
        <source>The file has more than %n row(s).</source>
        <translation>
            <numerusform>Die Datei hat mehr als %n Zeile.</numerusform>
            <numerusform>Die Datei hat mehr als %n Zeilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatabaseAddress</name>
    <message>
        <source>After the question mark of the address only options about TLS are understood: %1.</source>
        <translation>Nach dem Fragezeichen der Adresse werden nur Angaben zu TLS verstanden: %1.</translation>
    </message>
    <message>
        <source>The option sslmode of the address must be one of: %1.</source>
        <translation>Die Angabe sslmode der Adresse muss eine von diesen sein: %1.</translation>
    </message>
    <message>
        <source>Write the address as postgresql://user@host:port/database. Special characters are percent-encoded.</source>
        <translation>Schreiben Sie die Adresse als postgresql://benutzer@rechner:port/datenbank. Sonderzeichen sind prozentkodiert.</translation>
    </message>
    <message>
        <source>The address must name a database: postgresql://user@host/database.</source>
        <translation>Die Adresse muss eine Datenbank nennen: postgresql://benutzer@rechner/datenbank.</translation>
    </message>
</context>
<context>
    <name>DesktopNotices</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>Dialects</name>
    <message>
        <source>The server sent an entry without a name.</source>
        <translation>Der Server schickte einen Eintrag ohne Namen.</translation>
    </message>
    <message numerus="yes">
        <source>This text may be no longer than %n byte(s).</source>
        <translation>
            <numerusform>Dieser Text darf höchstens %n Byte lang sein.</numerusform>
            <numerusform>Dieser Text darf höchstens %n Bytes lang sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a whole number of seconds, or 0.</source>
        <translation>Geben Sie eine ganze Zahl von Sekunden ein, oder 0.</translation>
    </message>
    <message>
        <source>The server refused this: %1.</source>
        <translation>Der Server lehnte dies ab: %1.</translation>
    </message>
    <message>
        <source>The server accepted the password but opened no session.</source>
        <translation>Der Server nahm das Passwort an, eröffnete aber keine Sitzung.</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>You act with the rights of the user it belongs to.</source>
        <translation>Sie handeln mit den Rechten des Benutzers, dem es gehört.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Client credentials</source>
        <translation>Client-Zugangsdaten</translation>
    </message>
    <message>
        <source>Delegated login in the browser</source>
        <translation>Delegierte Anmeldung im Browser</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>SAML Service Provider Metadata</source>
        <translation>SAML-Metadaten des Dienstanbieters</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Ein Name hat höchstens 255 Zeichen.</translation>
    </message>
    <message>
        <source>A client has at most 10 redirect URIs here.</source>
        <translation>Ein Client hat hier höchstens 10 Redirect-URIs.</translation>
    </message>
    <message>
        <source>This cannot be cleared: given nothing, the server keeps what it has.</source>
        <translation>Das lässt sich nicht leeren: Bekommt der Server nichts, behält er, was er hat.</translation>
    </message>
    <message>
        <source>The server may list active clients only. Those deactivated here stay in this list, so that they can be enabled again.</source>
        <translation>Der Server listet womöglich nur aktive Clients auf. Hier deaktivierte bleiben in dieser Liste, damit sie wieder aktiviert werden können.</translation>
    </message>
    <message>
        <source>The server lists no users. These are the ones made here, as they were then.</source>
        <translation>Der Server listet keine Benutzer auf. Dies sind die hier angelegten, wie sie damals waren.</translation>
    </message>
    <message>
        <source>OAuth path</source>
        <translation>OAuth-Pfad</translation>
    </message>
    <message>
        <source>Path that makes users</source>
        <translation>Pfad zum Anlegen von Benutzern</translation>
    </message>
    <message>
        <source>Where the server does not know it, its others are tried.</source>
        <translation>Kennt der Server ihn nicht, werden seine anderen versucht.</translation>
    </message>
    <message>
        <source>The server lists no tokens. These are the ones this console got.</source>
        <translation>Der Server listet keine Tokens auf. Dies sind die, die diese Konsole bekam.</translation>
    </message>
    <message>
        <source>OpenID Connect Metadata</source>
        <translation>OpenID-Connect-Metadaten</translation>
    </message>
    <message>
        <source>Key Set</source>
        <translation>Schlüsselsatz</translation>
    </message>
    <message>
        <source>The server sent an entry without an id.</source>
        <translation>Der Server schickte einen Eintrag ohne ID.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not a list.</source>
        <translation>Die Antwort des Servers ist keine Liste.</translation>
    </message>
    <message>
        <source>Version 2 lets only tokens for the audience autentico-admin administrate.</source>
        <translation>Ab Version 2 dürfen nur Tokens für die Audience autentico-admin verwalten.</translation>
    </message>
    <message>
        <source>A refresh token cannot be revoked by itself: it ends with the access token it came with.</source>
        <translation>Ein Aktualisierungstoken lässt sich nicht einzeln widerrufen: Es endet mit dem Zugriffstoken, mit dem es kam.</translation>
    </message>
    <message>
        <source>Authorization code, in the browser</source>
        <translation>Autorisierungscode, im Browser</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Aktualisierungstoken</translation>
    </message>
    <message>
        <source>Leave empty for a public client.</source>
        <translation>Bei einem öffentlichen Client leer lassen.</translation>
    </message>
    <message>
        <source>Redirect URI</source>
        <translation>Redirect-URI</translation>
    </message>
    <message>
        <source>Only for servers that insist on the port too: the one registered for the client, such as http://127.0.0.1:8155/callback.</source>
        <translation>Nur für Server, die auch auf dem Port bestehen: die für den Client registrierte, etwa http://127.0.0.1:8155/callback.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Separated by spaces; leave empty for what is usual.</source>
        <translation>Durch Leerzeichen getrennt; leer lassen für das Übliche.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Only needed to introspect and revoke tokens.</source>
        <translation>Nur nötig, um Tokens abzufragen und zu widerrufen.</translation>
    </message>
    <message>
        <source>The server sent a client without an id.</source>
        <translation>Der Server sandte einen Client ohne ID.</translation>
    </message>
    <message>
        <source>“%1” is not a complete address without a fragment.</source>
        <translation>„%1“ ist keine vollständige Adresse ohne Fragment.</translation>
    </message>
    <message>
        <source>The server sent a client without a name.</source>
        <translation>Der Server sandte einen Client ohne Namen.</translation>
    </message>
    <message>
        <source>The server&apos;s answer holds no scopes.</source>
        <translation>Die Antwort des Servers enthält keine Scopes.</translation>
    </message>
    <message>
        <source>Management path</source>
        <translation>Verwaltungspfad</translation>
    </message>
    <message>
        <source>Where clients and scopes are managed, below the server&apos;s address.</source>
        <translation>Wo Clients und Scopes verwaltet werden, unterhalb der Adresse des Servers.</translation>
    </message>
    <message>
        <source>Token path</source>
        <translation>Token-Pfad</translation>
    </message>
    <message>
        <source>Where clients get tokens, below the server&apos;s address.</source>
        <translation>Wo Clients Tokens bekommen, unterhalb der Adresse des Servers.</translation>
    </message>
    <message>
        <source>9.2+ / UEPE</source>
        <translation>9.2+ / UEPE</translation>
    </message>
    <message>
        <source>8.x–9.1</source>
        <translation>8.x–9.1</translation>
    </message>
    <message>
        <source>A client of this name could never be reached. Choose another.</source>
        <translation>Ein Client dieses Namens wäre nie erreichbar. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>A scope has no spaces in it. Write one per line.</source>
        <translation>Ein Scope enthält keine Leerzeichen. Schreiben Sie je Zeile einen.</translation>
    </message>
    <message>
        <source>Access tokens the client already got stay valid until they expire; nothing can revoke them.</source>
        <translation>Zugriffstokens, die der Client schon bekam, gelten bis zu ihrem Ablauf; nichts kann sie widerrufen.</translation>
    </message>
    <message>
        <source>Rotate ID and Secret</source>
        <translation>ID und Geheimnis erneuern</translation>
    </message>
    <message>
        <source>The client gets a new ID as well as a new secret, and both old ones stop working at once. Access tokens it already got stay valid until they expire.</source>
        <translation>Der Client bekommt eine neue ID und ein neues Geheimnis; beide alten gelten sofort nicht mehr. Zugriffstokens, die er schon bekam, gelten bis zu ihrem Ablauf.</translation>
    </message>
    <message>
        <source>A scope has no spaces in it. Use underscores, or make several.</source>
        <translation>Ein Scope enthält keine Leerzeichen. Nehmen Sie Unterstriche, oder legen Sie mehrere an.</translation>
    </message>
    <message>
        <source>The server did not say that it added the scope.</source>
        <translation>Der Server hat nicht bestätigt, dass er den Scope hinzugefügt hat.</translation>
    </message>
    <message>
        <source>Clients keep it in their lists, but tokens they get from now on lack it. Tokens that have it keep it until they expire.</source>
        <translation>Clients behalten ihn in ihren Listen, aber neuen Tokens fehlt er von nun an. Tokens, die ihn haben, behalten ihn bis zu ihrem Ablauf.</translation>
    </message>
    <message>
        <source>The management of this server is protected. Choose to sign in with user name and password.</source>
        <translation>Die Verwaltung dieses Servers ist geschützt. Wählen Sie die Anmeldung mit Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>No sign-in</source>
        <translation>Ohne Anmeldung</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Separated by spaces. Empty: everything the client may have.</source>
        <translation>Durch Leerzeichen getrennt. Leer: alles, was der Client haben darf.</translation>
    </message>
    <message>
        <source>The server lists no tokens: these are the ones this console got. None can be revoked; each ends when it expires.</source>
        <translation>Der Server listet keine Tokens auf: Dies sind die, die diese Konsole bekam. Keines lässt sich widerrufen; jedes endet mit seinem Ablauf.</translation>
    </message>
    <message>
        <source>The server&apos;s answer holds no access token.</source>
        <translation>Die Antwort des Servers enthält kein Zugriffstoken.</translation>
    </message>
    <message>
        <source>The client ID or the client secret is wrong or missing, or the client is disabled.</source>
        <translation>Client-ID oder Client-Geheimnis ist falsch oder fehlt, oder der Client ist deaktiviert.</translation>
    </message>
    <message>
        <source>The server does not let this client get tokens in this way.</source>
        <translation>Der Server lässt diesen Client auf diese Weise keine Tokens holen.</translation>
    </message>
    <message>
        <source>The server publishes nothing usable about itself.</source>
        <translation>Der Server veröffentlicht nichts Brauchbares über sich.</translation>
    </message>
    <message>
        <source>The server&apos;s ID token belongs to another sign-in, so it was refused.</source>
        <translation>Das ID-Token des Servers gehört zu einer anderen Anmeldung und wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The server&apos;s ID token comes from another issuer, so it was refused.</source>
        <translation>Das ID-Token des Servers stammt von einem anderen Aussteller und wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The server does not say what its issuer identifier is.</source>
        <translation>Der Server sagt nicht, wie seine Aussteller-Kennung lautet.</translation>
    </message>
    <message>
        <source>The server at this address says that it is %1. If that is the one you mean, enter that address.</source>
        <translation>Der Server unter dieser Adresse sagt, er sei %1. Wenn Sie diesen meinen, geben Sie jene Adresse ein.</translation>
    </message>
    <message>
        <source>Also the initial access token that a server gives for registering clients.</source>
        <translation>Auch das anfängliche Zugriffstoken, das ein Server zum Registrieren von Clients ausgibt.</translation>
    </message>
    <message>
        <source>Authorization Server Metadata</source>
        <translation>Metadaten des Autorisierungsservers</translation>
    </message>
    <message>
        <source>With these grant types, a redirect URI is needed.</source>
        <translation>Mit diesen Grant-Typen ist eine Redirect-URI nötig.</translation>
    </message>
    <message>
        <source>This client has keys of its own already; there cannot be an address of others as well.</source>
        <translation>Dieser Client hat schon eigene Schlüssel; daneben kann es keine Adresse anderer geben.</translation>
    </message>
    <message>
        <source>The server lists no clients. These are the ones registered here, which only this console can manage.</source>
        <translation>Der Server listet keine Clients auf. Dies sind die hier registrierten, die nur diese Konsole verwalten kann.</translation>
    </message>
    <message>
        <source>Where the server no longer takes the client&apos;s registration token, the client is only forgotten here.</source>
        <translation>Nimmt der Server das Registrierungstoken des Clients nicht mehr an, wird der Client nur hier vergessen.</translation>
    </message>
    <message>
        <source>Token header</source>
        <translation>Token-Kopfzeile</translation>
    </message>
    <message>
        <source>Reference-Token, or Authorization where something before the server takes only that.</source>
        <translation>Reference-Token, oder Authorization, wo etwas vor dem Server nur das annimmt.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong, or there is no such organization.</source>
        <translation>Benutzername oder Passwort ist falsch, oder es gibt keine solche Organisation.</translation>
    </message>
    <message>
        <source>Administrators find it in the portal under Client Management.</source>
        <translation>Administratoren finden es im Portal unter Client Management.</translation>
    </message>
    <message>
        <source>Organization path</source>
        <translation>Organisationspfad</translation>
    </message>
    <message>
        <source>Such as /Sales/North. Empty or /: the global organization.</source>
        <translation>Etwa /Sales/North. Leer oder /: die globale Organisation.</translation>
    </message>
    <message>
        <source>Token lifetime in seconds</source>
        <translation>Lebensdauer des Tokens in Sekunden</translation>
    </message>
    <message>
        <source>Empty: as the server is set up, which may be ten years.</source>
        <translation>Leer: wie der Server eingestellt ist, womöglich zehn Jahre.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Only needed to revoke tokens.</source>
        <translation>Nur nötig, um Tokens zu widerrufen.</translation>
    </message>
    <message>
        <source>Pasted token</source>
        <translation>Eingefügtes Token</translation>
    </message>
    <message>
        <source>Whether this server gives tokens to clients is not documented.</source>
        <translation>Ob dieser Server Clients Tokens gibt, ist nicht dokumentiert.</translation>
    </message>
    <message>
        <source>Only tokens of the client you sign in with are revoked. One of another client stays valid, and the server does not say so.</source>
        <translation>Widerrufen werden nur Tokens des Clients, mit dem Sie sich anmelden. Eines eines anderen Clients bleibt gültig, ohne dass der Server es sagt.</translation>
    </message>
    <message>
        <source>Tokens made on the Generate Token page of the Admin Portal stay valid.</source>
        <translation>Tokens von der Seite „Generate Token“ des Admin-Portals bleiben gültig.</translation>
    </message>
    <message>
        <source>The server lists no tokens: these are the ones this console got. There may be others, and some of these may have been revoked elsewhere.</source>
        <translation>Der Server listet keine Tokens auf: Dies sind die, die diese Konsole bekam. Es kann andere geben, und manche davon können anderswo widerrufen worden sein.</translation>
    </message>
    <message>
        <source>Got in the token workbench and kept. The server&apos;s own lists hold no values, so these are the ones that can still be inspected.</source>
        <translation>In der Token-Werkbank geholt und aufbewahrt. Die Listen des Servers enthalten keine Werte; nur diese hier lassen sich also noch prüfen.</translation>
    </message>
    <message>
        <source>API tokens among them are deleted, and whoever uses one needs a new one.</source>
        <translation>API-Tokens darunter werden gelöscht; wer eines benutzt, braucht ein neues.</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
</context>
<context>
    <name>DifferenceGrid</name>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>DiscoveryFlow</name>
    <message>
        <source>The server publishes nothing about itself at this address.</source>
        <translation>Der Server veröffentlicht unter dieser Adresse nichts über sich.</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Save As…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Duplicate</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>%1 (copy %2)</source>
        <translation>%1 (Kopie %2)</translation>
    </message>
</context>
<context>
    <name>DurationEdit</name>
    <message>
        <source>As the server decides</source>
        <translation>Nach Vorgabe des Servers</translation>
    </message>
    <message>
        <source>Enter a duration such as 90 min, 1 h 30 min or 2 d.</source>
        <translation>Geben Sie eine Dauer wie 90 min, 1 h 30 min oder 2 d ein.</translation>
    </message>
</context>
<context>
    <name>EnvironmentBanner</name>
    <message>
        <source>Unlock to Make Changes</source>
        <translation>Für Änderungen entsperren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>changes are possible</source>
        <translation>Änderungen sind möglich</translation>
    </message>
    <message numerus="yes">
        <source>changes are possible for %n more minute(s)</source>
        <translation>
            <numerusform>Änderungen sind noch %n Minute lang möglich</numerusform>
            <numerusform>Änderungen sind noch %n Minuten lang möglich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changes are possible for %n more second(s)</source>
        <translation>
            <numerusform>Änderungen sind noch %n Sekunde lang möglich</numerusform>
            <numerusform>Änderungen sind noch %n Sekunden lang möglich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <extracomment>%1 environment, %2 name of the server, %3 whether changes are possible</extracomment>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
</context>
<context>
    <name>EnvironmentBar</name>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren …</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  read-only</source>
        <extracomment>%1 environment, %2 name of the server</extracomment>
        <translation>%1  ·  %2  ·  nur lesend</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <translation>%1  ·  %2</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>The server did not answer within %n second(s).</source>
        <translation>
            <numerusform>Der Server hat innerhalb einer Sekunde nicht geantwortet.</numerusform>
            <numerusform>Der Server hat innerhalb von %n Sekunden nicht geantwortet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server sent nothing for %n second(s).</source>
        <translation>
            <numerusform>Der Server hat eine Sekunde lang nichts gesendet.</numerusform>
            <numerusform>Der Server hat %n Sekunden lang nichts gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The request was stopped.</source>
        <translation>Die Anfrage wurde angehalten.</translation>
    </message>
    <message>
        <source>The server declares a length of its answer that is no length.</source>
        <translation>Der Server nennt für seine Antwort eine Länge, die keine ist.</translation>
    </message>
    <message>
        <source>The server declares the length of its answer in two ways.</source>
        <translation>Der Server nennt die Länge seiner Antwort auf zwei Arten.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is larger than the limit.</source>
        <translation>Die Antwort des Servers ist größer als erlaubt.</translation>
    </message>
    <message>
        <source>The server encoded its answer in a way that was not asked for.</source>
        <translation>Der Server hat seine Antwort auf eine Weise kodiert, die nicht verlangt war.</translation>
    </message>
    <message>
        <source>The connection broke before the answer was complete.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>The server answered with the status %1, which HTTP does not have.</source>
        <translation>Der Server antwortete mit dem Status %1, den es in HTTP nicht gibt.</translation>
    </message>
    <message>
        <source>The server wants the request to go elsewhere, which is not done. Check the server&apos;s address.</source>
        <translation>Der Server verweist die Anfrage an eine andere Stelle; dem wird nicht gefolgt. Prüfen Sie die Adresse des Servers.</translation>
    </message>
    <message>
        <source>The server at %1 refused the connection.</source>
        <translation>Der Server unter %1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The server name %1 is not known.</source>
        <translation>Der Servername %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The change was sent, but no complete answer came: it may or may not have been made.</source>
        <translation>Die Änderung wurde gesendet, aber es kam keine vollständige Antwort: Sie kann ausgeführt sein oder auch nicht.</translation>
    </message>
    <message>
        <source>The proxy refused the connection.</source>
        <translation>Der Proxy hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The name of the proxy is not known.</source>
        <translation>Der Name des Proxys ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The proxy does not accept the user name and the password.</source>
        <translation>Der Proxy nimmt Benutzername und Passwort nicht an.</translation>
    </message>
    <message>
        <source>No connection to the server could be made.</source>
        <translation>Es kam keine Verbindung zum Server zustande.</translation>
    </message>
    <message>
        <source>The proxy made no connection to the server.</source>
        <translation>Der Proxy stellte keine Verbindung zum Server her.</translation>
    </message>
</context>
<context>
    <name>ExchangeTexts</name>
    <message>
        <source>[The log keeps only the beginning of this body, up to 16 kB.]</source>
        <translation>[Das Protokoll behält nur den Anfang dieses Inhalts, bis zu 16 kB.]</translation>
    </message>
    <message>
        <source>[A long list is read while it arrives, so the log does not keep it.]</source>
        <translation>[Eine lange Liste wird gelesen, während sie ankommt; das Protokoll behält sie nicht.]</translation>
    </message>
    <message>
        <source>The log does not keep all of this request.</source>
        <translation>Das Protokoll behält nicht die ganze Anfrage.</translation>
    </message>
</context>
<context>
    <name>ExpiryChart</name>
    <message>
        <source>When entries expire</source>
        <translation>Wann Einträge ablaufen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a day, and how many entries expire then</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <extracomment>the first and the last of some days, and how many entries expire then</extracomment>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln later</source>
        <extracomment>how many entries expire after the last bar of a chart</extracomment>
        <translation>
            <numerusform>%Ln später</numerusform>
            <numerusform>%Ln später</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>days · how many later</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ExpiryList</name>
    <message>
        <source>What expires next</source>
        <translation>Was als Nächstes abläuft</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Am</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 exported to %2</source>
        <comment>3 clients</comment>
        <translation>%1 exportiert nach %2</translation>
    </message>
    <message>
        <source>Open Folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>NDJSON (JSON Lines)</source>
        <translation>NDJSON (JSON Lines)</translation>
    </message>
    <message numerus="yes">
        <source>The %n column(s) shown</source>
        <translation>
            <numerusform>Die %n gezeigte Spalte</numerusform>
            <numerusform>Die %n gezeigten Spalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n field(s), hidden ones too</source>
        <translation>
            <numerusform>Das %n Feld, auch wenn verborgen</numerusform>
            <numerusform>Alle %n Felder, auch verborgene</numerusform>
        </translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>Format:</translation>
    </message>
    <message>
        <source>Columns:</source>
        <translation>Spalten:</translation>
    </message>
    <message>
        <source>Include secrets (%1)</source>
        <translation>Geheimnisse einschließen (%1)</translation>
    </message>
    <message>
        <source>The file holds secrets in clear text: whoever gets it, or a copy, can act in their name. Only your account may read it; delete it once it has served.</source>
        <translation>Die Datei enthält Geheimnisse im Klartext: Wer sie oder eine Kopie bekommt, kann damit handeln. Nur Ihr Konto darf sie lesen; löschen Sie sie, sobald sie ihren Dienst getan hat.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>For spreadsheets. Text a spreadsheet would run as a formula gets an apostrophe in front.</source>
        <translation>Für Tabellenprogramme. Text, den sie als Formel ausführen würden, bekommt ein Hochkomma vorangestellt.</translation>
    </message>
    <message>
        <source>One array with an object for each row.</source>
        <translation>Ein Array mit einem Objekt je Zeile.</translation>
    </message>
    <message>
        <source>One object per line, for tools that read line by line.</source>
        <translation>Ein Objekt je Zeile, für Werkzeuge, die zeilenweise lesen.</translation>
    </message>
    <message>
        <source>There is nothing to export: no row is shown.</source>
        <translation>Es gibt nichts zu exportieren: Keine Zeile wird gezeigt.</translation>
    </message>
    <message>
        <source>Exports the %1 that match the filter.</source>
        <comment>the 3 clients</comment>
        <translation>Exportiert, worauf der Filter passt: %1.</translation>
    </message>
    <message>
        <source>Exports the %1 loaded so far.</source>
        <comment>the 3 clients</comment>
        <translation>Exportiert, was bisher geladen ist: %1.</translation>
    </message>
    <message>
        <source>Exports the whole list: %1.</source>
        <comment>3 clients</comment>
        <translation>Exportiert die ganze Liste: %1.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message>
        <source>Expiring</source>
        <translation>Ablaufend</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Anzahlen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a value of a column, and how many entries have it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Within 24 hours</source>
        <translation>In 24 Stunden</translation>
    </message>
    <message>
        <source>Within 7 days</source>
        <translation>In 7 Tagen</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ohne)</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Before that</source>
        <translation>Davor</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>absolute time, relative time</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>FieldValue</name>
    <message>
        <source>“%1” is not %2.</source>
        <extracomment>%1 label of a field, %2 what was expected there</extracomment>
        <translation>„%1“ ist nicht %2.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a time such as 2026-03-02T08:15:00Z</source>
        <translation>eine Zeit wie 2026-03-02T08:15:00Z</translation>
    </message>
    <message>
        <source>a whole number of seconds</source>
        <translation>eine ganze Zahl von Sekunden</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
</context>
<context>
    <name>FieldWidget</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (erforderlich)</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Not shown by the server</source>
        <translation>Zeigt der Server nicht</translation>
    </message>
    <message>
        <source>Made by the server</source>
        <translation>Erzeugt der Server</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Leave empty to keep the present one; the server never makes one itself.</source>
        <translation>Leer lassen, um das jetzige zu behalten; der Server erzeugt nie selbst eines.</translation>
    </message>
    <message>
        <source>Token endpoint authentication</source>
        <translation>Anmeldung am Token-Endpunkt</translation>
    </message>
    <message>
        <source>One per line, for example client_secret_basic.</source>
        <translation>Je Zeile eine, zum Beispiel client_secret_basic.</translation>
    </message>
    <message>
        <source>Key set URL</source>
        <translation>URL des Schlüsselsatzes</translation>
    </message>
    <message>
        <source>Redirect URI after sign-out</source>
        <translation>Weiterleitungs-URI nach dem Abmelden</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Password valid for (seconds)</source>
        <translation>Passwort gilt (Sekunden)</translation>
    </message>
    <message>
        <source>After that long the password is asked for again; 0 means as long as the session lasts.</source>
        <translation>Nach dieser Zeit wird das Passwort erneut verlangt; 0 heißt: so lange die Sitzung dauert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>The token acts with this user&apos;s rights, for as long as it lives.</source>
        <translation>Das Token handelt mit den Rechten dieses Benutzers, solange es lebt.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Token ID</source>
        <translation>Token-ID</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Confidential clients can keep a secret; public ones, such as apps on a phone, cannot.</source>
        <translation>Vertrauliche Clients können ein Geheimnis bewahren; öffentliche, etwa Apps auf einem Telefon, können es nicht.</translation>
    </message>
    <message>
        <source>Redirect URIs</source>
        <translation>Weiterleitungs-URIs</translation>
    </message>
    <message>
        <source>One per line, compared exactly.</source>
        <translation>Je Zeile eine, wird genau verglichen.</translation>
    </message>
    <message>
        <source>Grant types</source>
        <translation>Grant-Typen</translation>
    </message>
    <message>
        <source>One per line, for example client_credentials.</source>
        <translation>Je Zeile einer, zum Beispiel client_credentials.</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>One per line.</source>
        <translation>Je Zeile einer.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Leave empty to keep the present one; a new client gets one from the server.</source>
        <translation>Leer lassen, um das jetzige zu behalten; ein neuer Client bekommt eines vom Server.</translation>
    </message>
    <message>
        <source>Access token lifetime</source>
        <translation>Lebensdauer des Zugriffstokens</translation>
    </message>
    <message>
        <source>Refresh token lifetime</source>
        <translation>Lebensdauer des Erneuerungstokens</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation>Dieses Feld ist erforderlich.</translation>
    </message>
    <message>
        <source>Enter a complete address that starts with https:// or http://.</source>
        <translation>Geben Sie eine vollständige Adresse ein, die mit https:// oder http:// beginnt.</translation>
    </message>
    <message>
        <source>Enter a duration that is not negative.</source>
        <translation>Geben Sie eine Dauer ein, die nicht negativ ist.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>Password required</source>
        <translation>Passwort erforderlich</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgestellt</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Leave empty to keep the present one.</source>
        <translation>Leer lassen, um das jetzige zu behalten.</translation>
    </message>
    <message>
        <source>One per line: authorization_code (given without any), refresh_token, password, client_credentials.</source>
        <translation>Je Zeile einer: authorization_code (gilt, wenn keiner genannt ist), refresh_token, password, client_credentials.</translation>
    </message>
    <message>
        <source>6 to 64 characters, unless the server is set up otherwise.</source>
        <translation>6 bis 64 Zeichen, wenn der Server nicht anders eingestellt ist.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Response types</source>
        <translation>Antworttypen</translation>
    </message>
    <message>
        <source>One per line: code, token or id_token.</source>
        <translation>Je Zeile einer: code, token oder id_token.</translation>
    </message>
    <message>
        <source>Redirect URIs after sign-out</source>
        <translation>Redirect-URIs nach dem Abmelden</translation>
    </message>
    <message>
        <source>Made by the server, which tells it to every administrator.</source>
        <translation>Vom Server gemacht, der es jedem Administrator nennt.</translation>
    </message>
    <message>
        <source>Application type</source>
        <translation>Anwendungstyp</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>E-mail addresses, one per line.</source>
        <translation>E-Mail-Adressen, je Zeile eine.</translation>
    </message>
    <message>
        <source>Logo URL</source>
        <translation>Logo-URL</translation>
    </message>
    <message>
        <source>Privacy policy URL</source>
        <translation>URL der Datenschutzerklärung</translation>
    </message>
    <message>
        <source>Terms of service URL</source>
        <translation>URL der Nutzungsbedingungen</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Changed fields</source>
        <translation>Geänderte Felder</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Record ID</source>
        <translation>ID des Eintrags</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>New credentials</source>
        <translation>Neue Zugangsdaten</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Get a token</source>
        <translation>Token holen</translation>
    </message>
    <message>
        <source>Start a task</source>
        <translation>Aufgabe starten</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht geschehen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>Filter</name>
    <message>
        <source>This quotation mark is never closed.</source>
        <translation>Dieses Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>There is no field called “%1” here.</source>
        <translation>Hier gibt es kein Feld namens „%1“.</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>Write a distance such as 30d, or a date such as 2026-01-31.</source>
        <translation>Schreiben Sie einen Abstand wie 30d oder ein Datum wie 2026-01-31.</translation>
    </message>
    <message>
        <source>Write a duration such as 90min or 1h.</source>
        <translation>Schreiben Sie eine Dauer wie 90min oder 1h.</translation>
    </message>
</context>
<context>
    <name>FilterCompleter</name>
    <message>
        <source>Ways to go on</source>
        <translation>Wie es weitergehen kann</translation>
    </message>
</context>
<context>
    <name>FilterCompletion</name>
    <message>
        <source>shorter than %1</source>
        <translation>kürzer als %1</translation>
    </message>
    <message>
        <source>longer than %1</source>
        <translation>länger als %1</translation>
    </message>
    <message numerus="yes">
        <source>less than %n day(s) from now or ago</source>
        <translation>
            <numerusform>weniger als %n Tag hin oder her</numerusform>
            <numerusform>weniger als %n Tage hin oder her</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) from now or ago</source>
        <translation>
            <numerusform>mehr als %n Tag hin oder her</numerusform>
            <numerusform>mehr als %n Tage hin oder her</numerusform>
        </translation>
    </message>
    <message>
        <source>before this day</source>
        <translation>vor diesem Tag</translation>
    </message>
    <message>
        <source>on this day or later</source>
        <translation>an diesem Tag oder später</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>within the next %n day(s)</source>
        <translation>
            <numerusform>innerhalb von %n Tag</numerusform>
            <numerusform>innerhalb von %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ahead</source>
        <translation>
            <numerusform>in mehr als %n Tag</numerusform>
            <numerusform>in mehr als %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation>Filter, zum Beispiel %1</translation>
    </message>
    <message>
        <source>Words match any column; field:text, field=text, field&lt;30d and field&gt;2026-01-01 match one. A minus sign in front excludes.</source>
        <translation>Wörter passen auf jede Spalte; Feld:Text, Feld=Text, Feld&lt;30d und Feld&gt;2026-01-01 auf eine. Ein Minuszeichen davor schließt aus.</translation>
    </message>
</context>
<context>
    <name>GivenSecret</name>
    <message>
        <source>This profile has several secrets, so %1 has to be a JSON object with these members: %2.</source>
        <extracomment>%1 the name of an environment variable, %2 keys such as password, clientSecret</extracomment>
        <translation>Dieses Profil hat mehrere Geheimnisse, darum muss %1 ein JSON-Objekt mit diesen Namen sein: %2.</translation>
    </message>
</context>
<context>
    <name>HarTexts</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>The server&apos;s address is not a complete http or https address.</source>
        <translation>Die Adresse des Servers ist keine vollständige http- oder https-Adresse.</translation>
    </message>
    <message>
        <source>This name cannot be part of a web address, so nothing was sent.</source>
        <translation>Dieser Name kann nicht Teil einer Webadresse sein; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The credential contains a line break, so nothing was sent.</source>
        <translation>Die Zugangsdaten enthalten einen Zeilenumbruch; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The server names an address that is not safe to use, so nothing was sent.</source>
        <translation>Der Server nennt eine Adresse, die nicht sicher ist; es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>HttpLog</name>
    <message>
        <source>Only what changes nothing is sent again from here.</source>
        <translation>Von hier aus wird nur noch einmal gesendet, was nichts ändert.</translation>
    </message>
    <message>
        <source>This was not asked with the sign-in of this connection.</source>
        <translation>Das wurde nicht mit der Anmeldung dieser Verbindung gefragt.</translation>
    </message>
    <message>
        <source>The log does not keep all of this request.</source>
        <translation>Das Protokoll behält nicht die ganze Anfrage.</translation>
    </message>
    <message>
        <source>This server is no longer connected.</source>
        <translation>Dieser Server ist nicht mehr verbunden.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Asked By</source>
        <translation>Gefragt von</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
</context>
<context>
    <name>HttpLogDock</name>
    <message>
        <source>HTTP Log</source>
        <translation>HTTP-Protokoll</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Alle Server</translation>
    </message>
    <message>
        <source>Send Again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>&amp;HTTP Log</source>
        <translation>&amp;HTTP-Protokoll</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Method, path, status or asker</source>
        <translation>Methode, Pfad, Status oder wer gefragt hat</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Export HTTP Log</source>
        <translation>HTTP-Protokoll exportieren</translation>
    </message>
    <message>
        <source>HTTP Archive (*.har)</source>
        <translation>HTTP-Archiv (*.har)</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) exported to %1.</source>
        <translation>
            <numerusform>%n Anfrage nach %1 exportiert.</numerusform>
            <numerusform>%n Anfragen nach %1 exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HttpLogTable</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>CSV, JSON or JSON Lines, up to 16 MB. Nothing is sent to the server.</source>
        <translation>CSV, JSON oder JSON Lines, bis 16 MB. Nichts wird an den Server gesendet.</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Choose File…</source>
        <translation>Datei auswählen …</translation>
    </message>
    <message>
        <source>Columns and fields</source>
        <translation>Spalten und Felder</translation>
    </message>
    <message>
        <source>What each row would do</source>
        <translation>Was jede Zeile täte</translation>
    </message>
    <message>
        <source>Only Problems</source>
        <translation>Nur Probleme</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Records (*.csv *.json *.ndjson *.jsonl)</source>
        <translation>Einträge (*.csv *.json *.ndjson *.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Übergangen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left to check</source>
        <translation>
            <numerusform>noch %Ln Zeile zu prüfen</numerusform>
            <numerusform>noch %Ln Zeilen zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unverändert</numerusform>
            <numerusform>%Ln unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with problems</source>
        <translation>
            <numerusform>%Ln mit Problemen</numerusform>
            <numerusform>%Ln mit Problemen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stage %Ln Change(s)</source>
        <translation>
            <numerusform>%Ln Änderung vormerken</numerusform>
            <numerusform>%Ln Änderungen vormerken</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Vormerken</translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>It is encrypted, so nothing tells who issued it.</source>
        <translation>Es ist verschlüsselt; nichts verrät, wer es ausgestellt hat.</translation>
    </message>
    <message>
        <source>Nothing in it tells who issued it.</source>
        <translation>Nichts darin verrät, wer es ausgestellt hat.</translation>
    </message>
    <message>
        <source>It was issued by %1, not by this server.</source>
        <translation>Es wurde von %1 ausgestellt, nicht von diesem Server.</translation>
    </message>
    <message>
        <source>It was issued by %1, and it is not known if that is this server.</source>
        <translation>Es wurde von %1 ausgestellt; ob das dieser Server ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It does not say clearly who issued it.</source>
        <translation>Es sagt nicht klar, wer es ausgestellt hat.</translation>
    </message>
    <message numerus="yes">
        <source>%n repeated token(s) were left out.</source>
        <translation>
            <numerusform>%n wiederholtes Token wurde weggelassen.</numerusform>
            <numerusform>%n wiederholte Tokens wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were left out because there are too many.</source>
        <translation>
            <numerusform>%n Token wurde weggelassen, weil es zu viele sind.</numerusform>
            <numerusform>%n Tokens wurden weggelassen, weil es zu viele sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) held no token.</source>
        <translation>
            <numerusform>%n Zeile enthielt kein Token.</numerusform>
            <numerusform>%n Zeilen enthielten kein Token.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectionModel</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subjekt</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Server Says</source>
        <translation>Server sagt</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Opaque</source>
        <translation>Undurchsichtig</translation>
    </message>
    <message>
        <source>JWT</source>
        <translation>JWT</translation>
    </message>
    <message>
        <source>Damaged JWT</source>
        <translation>Beschädigtes JWT</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Right, weak key</source>
        <translation>Richtig, schwacher Schlüssel</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Not checkable</source>
        <translation>Nicht prüfbar</translation>
    </message>
    <message>
        <source>Cannot be asked</source>
        <translation>Nicht fragbar</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>Needs your consent</source>
        <translation>Braucht Ihre Zustimmung</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt …</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>InspectionPanel</name>
    <message>
        <source>Inspected tokens</source>
        <translation>Untersuchte Tokens</translation>
    </message>
    <message>
        <source>Token to inspect</source>
        <translation>Zu prüfendes Token</translation>
    </message>
    <message>
        <source>Paste a token, or drop a file with many</source>
        <translation>Ein Token einfügen oder eine Datei mit vielen ablegen</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>From Clipboard</source>
        <translation>Aus der Zwischenablage</translation>
    </message>
    <message>
        <source>From File…</source>
        <translation>Aus Datei …</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Tokens are being checked</source>
        <translation>Tokens werden geprüft</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>Nothing in it looks like a token.</source>
        <translation>Nichts darin sieht wie ein Token aus.</translation>
    </message>
    <message>
        <source>File with Tokens</source>
        <translation>Datei mit Tokens</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens are not known to be this server&apos;s own, so they were not sent to it.</source>
        <translation>
            <numerusform>Bei %n Token ist nicht bekannt, ob es von diesem Server ist; es wurde ihm nicht gesendet.</numerusform>
            <numerusform>Bei %n Tokens ist nicht bekannt, ob sie von diesem Server sind; sie wurden ihm nicht gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask This Server All the Same</source>
        <translation>Diesen Server dennoch fragen</translation>
    </message>
    <message>
        <source>These tokens are not known to be this server&apos;s own, so they are not sent to it.</source>
        <translation>Bei diesen Tokens ist nicht bekannt, ob sie von diesem Server sind; sie werden ihm nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n token(s)?</source>
        <translation>
            <numerusform>%n Token widerrufen?</numerusform>
            <numerusform>%n Tokens widerrufen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever uses what is revoked has to sign in again. This cannot be undone.</source>
        <translation>Wer das Widerrufene benutzt, muss sich neu anmelden. Dies lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>What was inspected is covered while secrets are.</source>
        <translation>Was geprüft wurde, ist verdeckt, solange Geheimnisse es sind.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>secret, fingerprint %1</source>
        <extracomment>%1 a few letters by which two secrets can be told apart</extracomment>
        <translation>Geheimnis, Fingerabdruck %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 what was done: &quot;Change&quot;, %2 to what</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>The journal was tampered with: line %1 is not what was written.</source>
        <translation>Das Journal wurde verfälscht: Zeile %1 ist nicht, was geschrieben wurde.</translation>
    </message>
    <message numerus="yes">
        <source>The journal is unbroken: %Ln line(s), the last with the hash %1.</source>
        <translation>
            <numerusform>Das Journal ist unversehrt: %Ln Zeile, die letzte mit dem Hash %1.</numerusform>
            <numerusform>Das Journal ist unversehrt: %Ln Zeilen, die letzte mit dem Hash %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Journal of Changes</source>
        <translation>Journal der Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies), made %1.</source>
        <translation>
            <numerusform>%Ln Eintrag, erstellt %1.</numerusform>
            <numerusform>%Ln Einträge, erstellt %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalDialog</name>
    <message>
        <source>Journal of All Servers</source>
        <translation>Journal aller Server</translation>
    </message>
</context>
<context>
    <name>JournalHome</name>
    <message>
        <source>There is no journal in this database, and %1 may not make one.</source>
        <translation>In dieser Datenbank ist kein Journal, und %1 darf keines anlegen.</translation>
    </message>
    <message>
        <source>There is a journal in this database, but %1 may not read it and add to it.</source>
        <translation>In dieser Datenbank ist ein Journal, aber %1 darf es nicht lesen und ergänzen.</translation>
    </message>
    <message>
        <source>PostgreSQL %1, signed in as %2, without TLS.</source>
        <translation>PostgreSQL %1, angemeldet als %2, ohne TLS.</translation>
    </message>
    <message>
        <source>PostgreSQL %1, signed in as %2, with %3.</source>
        <translation>PostgreSQL %1, angemeldet als %2, mit %3.</translation>
    </message>
    <message numerus="yes">
        <source>The journal there has %Ln line(s), which can be read and added to.</source>
        <translation>
            <numerusform>Das Journal dort hat %Ln Zeile, es kann gelesen und ergänzt werden.</numerusform>
            <numerusform>Das Journal dort hat %Ln Zeilen, es kann gelesen und ergänzt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no journal yet. It is made when you apply this.</source>
        <translation>Es gibt noch kein Journal. Es wird angelegt, wenn Sie dies anwenden.</translation>
    </message>
    <message>
        <source>The server does not wait for its disk (fsync is off): a power cut can take lines with it.</source>
        <translation>Der Server wartet nicht auf seine Festplatte (fsync ist aus): Ein Stromausfall kann Zeilen mitnehmen.</translation>
    </message>
</context>
<context>
    <name>JournalList</name>
    <message>
        <source>The journal cannot be changed.</source>
        <translation>Das Journal lässt sich nicht ändern.</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Checks that no line was changed, removed or slipped in</source>
        <translation>Prüft, dass keine Zeile geändert, entfernt oder untergeschoben wurde</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Writes what is shown as a page to print</source>
        <translation>Schreibt, was zu sehen ist, als Seite zum Drucken</translation>
    </message>
    <message>
        <source>Line %L1 of the journal is missing or is not what was written.</source>
        <translation>Zeile %L1 des Journals fehlt oder ist nicht, was geschrieben wurde.</translation>
    </message>
    <message numerus="yes">
        <source>The journal is unbroken: %Ln line(s), the last with the hash %1.</source>
        <translation>
            <numerusform>Das Journal ist unversehrt: %Ln Zeile, die letzte mit dem Hash %1.</numerusform>
            <numerusform>Das Journal ist unversehrt: %Ln Zeilen, die letzte mit dem Hash %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write Report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>The report could not be written.</source>
        <translation>Der Bericht konnte nicht geschrieben werden.</translation>
    </message>
    <message numerus="yes">
        <source>The report was written, with %Ln entry(ies).</source>
        <translation>
            <numerusform>Der Bericht wurde geschrieben, mit %Ln Eintrag.</numerusform>
            <numerusform>Der Bericht wurde geschrieben, mit %Ln Einträgen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalPanel</name>
    <message>
        <source>Look on the Server</source>
        <translation>Auf dem Server nachsehen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 result of a change, %2 why</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Connect to this server to undo this.</source>
        <translation>Verbinden Sie sich mit diesem Server, um das rückgängig zu machen.</translation>
    </message>
    <message>
        <source>When</source>
        <extracomment>%1 absolute, %2 relative time</extracomment>
        <translation>Wann</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>%1 HTTP status, %2 milliseconds</extracomment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1 after %2 ms</source>
        <translation>%1 nach %2 ms</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Open: the console of %1 has not said yet what came of it.</source>
        <translation>Offen: Die Konsole von %1 hat noch nicht gesagt, was daraus wurde.</translation>
    </message>
</context>
<context>
    <name>JournalSettings</name>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>In a PostgreSQL database, shared by a team</source>
        <translation>In einer PostgreSQL-Datenbank, gemeinsam im Team</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>To another computer the connection uses TLS, and the server&apos;s certificate must name it, unless the address says otherwise with ?sslmode=.</source>
        <translation>Zu einem anderen Rechner nutzt die Verbindung TLS, und das Zertifikat des Servers muss auf ihn lauten, sofern die Adresse mit ?sslmode= nichts anderes sagt.</translation>
    </message>
    <message>
        <source>Leave it empty to use the one that is kept.</source>
        <translation>Leer lassen, um das aufbewahrte zu benutzen.</translation>
    </message>
    <message>
        <source>Before a change leaves, its line is written there; what cannot be written is not sent. Lines written so far stay where they are.</source>
        <translation>Bevor eine Änderung abgeht, wird ihre Zeile dort geschrieben; was nicht geschrieben werden kann, wird nicht gesendet. Bisherige Zeilen bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>The address is not complete.</source>
        <translation>Die Adresse ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The journal is kept on this computer from now on.</source>
        <translation>Das Journal wird ab jetzt auf diesem Rechner geführt.</translation>
    </message>
    <message>
        <source>The journal is kept in the database from now on.</source>
        <translation>Das Journal wird ab jetzt in der Datenbank geführt.</translation>
    </message>
</context>
<context>
    <name>Jwks</name>
    <message>
        <source>The entry %1 is no key.</source>
        <translation>Der Eintrag %1 ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>The key %1 is published with its private part: everybody can sign with it.</source>
        <translation>Der Schlüssel %1 ist mit seinem privaten Teil veröffentlicht: Jeder kann damit signieren.</translation>
    </message>
    <message>
        <source>A key set of more than 1 MB is not read.</source>
        <translation>Ein Schlüsselsatz von mehr als 1 MB wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The key set is not JSON.</source>
        <translation>Der Schlüsselsatz ist kein JSON.</translation>
    </message>
    <message>
        <source>This is no key set: it has no list of keys.</source>
        <translation>Das ist kein Schlüsselsatz: Er hat keine Liste von Schlüsseln.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n key(s) of the set were read.</source>
        <translation>
            <numerusform>Nur der erste Schlüssel des Satzes wurde gelesen.</numerusform>
            <numerusform>Nur die ersten %n Schlüssel des Satzes wurden gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jwt</name>
    <message>
        <source>There is no token.</source>
        <translation>Es gibt kein Token.</translation>
    </message>
    <message>
        <source>A token of more than 1 MB is not read.</source>
        <translation>Ein Token von mehr als 1 MB wird nicht gelesen.</translation>
    </message>
    <message>
        <source>This token is encrypted (JWE): only its recipient can read it.</source>
        <translation>Dieses Token ist verschlüsselt (JWE): Nur sein Empfänger kann es lesen.</translation>
    </message>
    <message>
        <source>This is no JWT: it has no dots.</source>
        <translation>Das ist kein JWT: Es hat keine Punkte.</translation>
    </message>
    <message numerus="yes">
        <source>A JWT has three parts with dots between them, this text has %n.</source>
        <translation>
            <numerusform>Ein JWT hat drei durch Punkte getrennte Teile, dieser Text hat %n.</numerusform>
            <numerusform>Ein JWT hat drei durch Punkte getrennte Teile, dieser Text hat %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first part, the header, is not base64url text.</source>
        <translation>Der erste Teil, der Kopf, ist kein Base64url-Text.</translation>
    </message>
    <message>
        <source>The second part, the claims, is not base64url text.</source>
        <translation>Der zweite Teil, die Angaben, ist kein Base64url-Text.</translation>
    </message>
    <message>
        <source>The third part, the signature, is not base64url text; it may have been cut off.</source>
        <translation>Der dritte Teil, die Signatur, ist kein Base64url-Text; er kann abgeschnitten sein.</translation>
    </message>
    <message>
        <source>The header is not JSON.</source>
        <translation>Der Kopf ist kein JSON.</translation>
    </message>
    <message>
        <source>The header is JSON, but not an object.</source>
        <translation>Der Kopf ist JSON, aber kein Objekt.</translation>
    </message>
    <message>
        <source>The claims are not JSON.</source>
        <translation>Die Angaben sind kein JSON.</translation>
    </message>
    <message>
        <source>The claims are JSON, but not an object.</source>
        <translation>Die Angaben sind JSON, aber kein Objekt.</translation>
    </message>
</context>
<context>
    <name>Keychain</name>
    <message>
        <source>This system has no keychain. Secrets are kept for this run only and must be entered again next time.</source>
        <translation>Dieses System hat keinen Schlüsselbund. Geheimnisse bleiben nur bis zum Programmende und müssen nächstes Mal neu eingegeben werden.</translation>
    </message>
    <message>
        <source>The system keychain is locked, so secrets can be neither kept nor used.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt; Geheimnisse können weder gespeichert noch verwendet werden.</translation>
    </message>
</context>
<context>
    <name>Lint</name>
    <message>
        <source>Access tokens of more than a day</source>
        <translation>Zugriffstokens von mehr als einem Tag</translation>
    </message>
    <message>
        <source>A stolen access token works until it expires; often nothing else ends it. An hour or less, and a refresh token for the rest, is what is recommended.</source>
        <translation>Ein gestohlenes Zugriffstoken gilt, bis es abläuft; oft beendet es nichts anderes. Empfohlen ist höchstens eine Stunde, und ein Erneuerungstoken für den Rest.</translation>
    </message>
    <message>
        <source>Access tokens of more than an hour</source>
        <translation>Zugriffstokens von mehr als einer Stunde</translation>
    </message>
    <message>
        <source>A stolen access token works until it expires. An hour or less is what is recommended; longer should have a reason.</source>
        <translation>Ein gestohlenes Zugriffstoken gilt, bis es abläuft. Empfohlen ist höchstens eine Stunde; mehr sollte einen Grund haben.</translation>
    </message>
    <message>
        <source>Refresh tokens of more than 90 days</source>
        <translation>Erneuerungstokens von mehr als 90 Tagen</translation>
    </message>
    <message>
        <source>Whoever has a refresh token gets access as long as it lives, also after the person has left. It should end, and sooner where it is not used.</source>
        <translation>Wer ein Erneuerungstoken hat, bekommt Zugriff, solange es gilt, auch wenn die Person längst gegangen ist. Es sollte enden, und früher, wo es nicht benutzt wird.</translation>
    </message>
    <message>
        <source>Refresh tokens end before access tokens</source>
        <translation>Erneuerungstokens enden vor Zugriffstokens</translation>
    </message>
    <message>
        <source>A refresh token is there to get the next access token. One that ends first is of no use, and people sign in again for nothing.</source>
        <translation>Ein Erneuerungstoken ist dazu da, das nächste Zugriffstoken zu holen. Eines, das vorher endet, nützt nichts, und die Leute melden sich umsonst neu an.</translation>
    </message>
    <message>
        <source>Client secret that never expires</source>
        <translation>Clientgeheimnis, das nie abläuft</translation>
    </message>
    <message>
        <source>A secret that got into a log or a repository stays good for ever. Replace it from time to time, or let the server do so.</source>
        <translation>Ein Geheimnis, das in ein Protokoll oder Repository geraten ist, bleibt für immer gültig. Ersetzen Sie es von Zeit zu Zeit, oder lassen Sie es den Server tun.</translation>
    </message>
    <message>
        <source>Client secret that has expired</source>
        <translation>Abgelaufenes Clientgeheimnis</translation>
    </message>
    <message>
        <source>The client can no longer authenticate and gets no tokens.</source>
        <translation>Der Client kann sich nicht mehr ausweisen und bekommt keine Tokens.</translation>
    </message>
    <message>
        <source>Client without a name</source>
        <translation>Client ohne Namen</translation>
    </message>
    <message>
        <source>People are asked to trust it by its name, and administrators cannot tell what it is for.</source>
        <translation>Nach seinem Namen entscheiden Leute, ob sie ihm vertrauen, und Administratoren wissen nicht, wozu er da ist.</translation>
    </message>
    <message>
        <source>Client with another&apos;s name</source>
        <translation>Client mit dem Namen eines anderen</translation>
    </message>
    <message>
        <source>Nobody can tell the two apart, where they are asked for consent or where tokens are listed. It is also how a client poses as another.</source>
        <translation>Niemand kann die beiden unterscheiden, weder bei der Einwilligung noch in Listen von Tokens. So gibt sich auch ein Client für einen anderen aus.</translation>
    </message>
    <message>
        <source>Client of the product&apos;s manual</source>
        <translation>Client aus dem Handbuch des Produkts</translation>
    </message>
    <message>
        <source>Its ID, and in older manuals its secret, is published. Make sure that the secret was replaced, or use a client of your own.</source>
        <translation>Seine ID, und in älteren Handbüchern sein Geheimnis, ist veröffentlicht. Stellen Sie sicher, dass das Geheimnis ersetzt wurde, oder benutzen Sie einen eigenen Client.</translation>
    </message>
    <message>
        <source>Client with very many scopes</source>
        <translation>Client mit sehr vielen Scopes</translation>
    </message>
    <message>
        <source>A client should have the scopes it needs and no others: they are what its stolen token opens.</source>
        <translation>Ein Client sollte die Scopes haben, die er braucht, und keine anderen: Sie sind das, was sein gestohlenes Token öffnet.</translation>
    </message>
    <message>
        <source>Client that may administer</source>
        <translation>Client, der verwalten darf</translation>
    </message>
    <message>
        <source>By its name this scope opens administration, or everything. Keep it to few clients, each with a reason, and to short tokens.</source>
        <translation>Dem Namen nach öffnet dieser Scope die Verwaltung, oder alles. Geben Sie ihn wenigen Clients, jedem mit Grund, und nur für kurze Tokens.</translation>
    </message>
    <message>
        <source>Client with a scope the server does not have</source>
        <translation>Client mit einem Scope, den der Server nicht hat</translation>
    </message>
    <message>
        <source>Its tokens lack it. Should somebody add a scope of this name later, the client would have it without anybody deciding so.</source>
        <translation>Seinen Tokens fehlt er. Legt später jemand einen Scope dieses Namens an, hätte ihn der Client, ohne dass es jemand entschieden hat.</translation>
    </message>
    <message>
        <source>Disabled client whose tokens are in force</source>
        <translation>Deaktivierter Client, dessen Tokens gelten</translation>
    </message>
    <message>
        <source>It gets no new tokens, but those it has still open what they opened. Revoke them where it was disabled for a reason.</source>
        <translation>Er bekommt keine neuen Tokens, aber die er hat, öffnen weiterhin alles. Widerrufen Sie sie, wenn er aus gutem Grund deaktiviert wurde.</translation>
    </message>
    <message>
        <source>Client without any token in force</source>
        <translation>Client ohne ein gültiges Token</translation>
    </message>
    <message>
        <source>It was made more than 30 days ago and has no token now. If nothing uses it any longer, disable it: what is not there cannot be misused.</source>
        <translation>Er wurde vor mehr als 30 Tagen angelegt und hat jetzt kein Token. Wenn ihn nichts mehr benutzt, deaktivieren Sie ihn: Was nicht da ist, kann nicht missbraucht werden.</translation>
    </message>
    <message>
        <source>Password grant</source>
        <translation>Passwort-Grant</translation>
    </message>
    <message>
        <source>The application sees the passwords of its users, who learn to type them anywhere, and no second factor can be asked for. Use the authorization code.</source>
        <translation>Die Anwendung sieht die Passwörter ihrer Benutzer, die lernen, sie überall einzugeben, und ein zweiter Faktor ist nicht möglich. Benutzen Sie den Authorization Code.</translation>
    </message>
    <message>
        <source>Implicit grant</source>
        <translation>Impliziter Grant</translation>
    </message>
    <message>
        <source>Access tokens come in the address of a page, from where they get into histories, logs and other pages&apos; hands, and cannot be bound to the client. Use the authorization code with PKCE.</source>
        <translation>Zugriffstokens kommen in der Adresse einer Seite und geraten von dort in Verläufe, Protokolle und zu anderen Seiten; an den Client binden lassen sie sich nicht. Benutzen Sie den Authorization Code mit PKCE.</translation>
    </message>
    <message>
        <source>Public client with its own credentials</source>
        <translation>Öffentlicher Client mit eigenen Zugangsdaten</translation>
    </message>
    <message>
        <source>A public client cannot keep a secret, so that anybody gets tokens in its name. Only confidential clients may have this grant.</source>
        <translation>Ein öffentlicher Client kann kein Geheimnis bewahren, also bekommt jeder Tokens in seinem Namen. Diesen Grant dürfen nur vertrauliche Clients haben.</translation>
    </message>
    <message>
        <source>Public client that is told apart by a secret</source>
        <translation>Öffentlicher Client, den ein Geheimnis ausweisen soll</translation>
    </message>
    <message>
        <source>A secret that is in every copy of an application is not one: it proves nothing, and lends a confidence that is not deserved.</source>
        <translation>Ein Geheimnis, das in jeder Kopie einer Anwendung steckt, ist keines: Es beweist nichts und weckt unverdientes Vertrauen.</translation>
    </message>
    <message>
        <source>Confidential client that need not authenticate</source>
        <translation>Vertraulicher Client, der sich nicht ausweisen muss</translation>
    </message>
    <message>
        <source>Whoever knows its ID can use codes and refresh tokens in its place, although it could keep a secret.</source>
        <translation>Wer seine ID kennt, kann an seiner Stelle Codes und Erneuerungstokens einlösen, obwohl er ein Geheimnis bewahren könnte.</translation>
    </message>
    <message>
        <source>Redirect URI without TLS</source>
        <translation>Redirect-URI ohne TLS</translation>
    </message>
    <message>
        <source>The authorization code travels through the network in clear, where it can be read and used. Plain http is for the loopback address only.</source>
        <translation>Der Authorization Code geht unverschlüsselt durchs Netz, wo er gelesen und benutzt werden kann. Einfaches http ist nur für die Loopback-Adresse da.</translation>
    </message>
    <message>
        <source>Redirect URI says localhost</source>
        <translation>Redirect-URI nennt localhost</translation>
    </message>
    <message>
        <source>The name may be resolved to another interface, where other programs or machines listen. The address 127.0.0.1 or [::1] cannot.</source>
        <translation>Der Name kann zu einer anderen Schnittstelle führen, an der andere Programme oder Rechner lauschen. Die Adresse 127.0.0.1 oder [::1] kann das nicht.</translation>
    </message>
    <message>
        <source>Redirect URI with a wildcard</source>
        <translation>Redirect-URI mit Platzhalter</translation>
    </message>
    <message>
        <source>Whoever controls any address that fits gets the authorization codes. Redirect URIs are compared to the letter, so write each of them out.</source>
        <translation>Wer irgendeine passende Adresse beherrscht, bekommt die Authorization Codes. Redirect-URIs werden Zeichen für Zeichen verglichen; schreiben Sie jede aus.</translation>
    </message>
    <message>
        <source>Redirect URI with a fragment</source>
        <translation>Redirect-URI mit Fragment</translation>
    </message>
    <message>
        <source>A redirect URI must not have a fragment: servers refuse such requests, or append the code where scripts of other parties can read it.</source>
        <translation>Eine Redirect-URI darf kein Fragment haben: Server lehnen solche Anfragen ab oder hängen den Code an, wo ihn fremde Skripte lesen können.</translation>
    </message>
    <message>
        <source>Redirect URI the browser runs itself</source>
        <translation>Redirect-URI, die der Browser selbst ausführt</translation>
    </message>
    <message>
        <source>A redirect URI is a page with TLS, an address of this machine, or one that only the application takes. What begins like this runs as a script or opens a file.</source>
        <translation>Eine Redirect-URI ist eine Seite mit TLS, eine Adresse dieses Rechners oder eine, die nur die Anwendung annimmt. Was so beginnt, läuft als Skript oder öffnet eine Datei.</translation>
    </message>
    <message>
        <source>Custom scheme that is not a reversed domain</source>
        <translation>Eigenes Schema, das keine umgekehrte Domain ist</translation>
    </message>
    <message>
        <source>Any other application may take the same scheme and get the codes. Begin it with a domain you own, such as com.example.app.</source>
        <translation>Jede andere Anwendung kann dasselbe Schema beanspruchen und die Codes bekommen. Beginnen Sie es mit einer eigenen Domain, etwa com.example.app.</translation>
    </message>
    <message>
        <source>The same redirect URI twice</source>
        <translation>Dieselbe Redirect-URI zweimal</translation>
    </message>
    <message>
        <source>One of the two does nothing, and is easily forgotten when it changes.</source>
        <translation>Eine der beiden bewirkt nichts und wird bei einer Änderung leicht vergessen.</translation>
    </message>
    <message>
        <source>Redirect URI of several clients</source>
        <translation>Redirect-URI mehrerer Clients</translation>
    </message>
    <message>
        <source>What answers there gets the codes of all of them and can use one client&apos;s for another. Each client should have addresses of its own.</source>
        <translation>Was dort antwortet, bekommt die Codes von allen und kann die des einen für den anderen benutzen. Jeder Client sollte eigene Adressen haben.</translation>
    </message>
    <message>
        <source>Sign-in by browser without a redirect URI</source>
        <translation>Anmeldung im Browser ohne Redirect-URI</translation>
    </message>
    <message>
        <source>The client may ask for codes or tokens by way of the browser, but none is registered to come back to: either it fails, or the server takes any address.</source>
        <translation>Der Client darf Codes oder Tokens über den Browser anfordern, aber keine Adresse für die Rückkehr ist eingetragen: Entweder scheitert es, oder der Server nimmt jede.</translation>
    </message>
    <message>
        <source>Redirect URI after sign-out without TLS</source>
        <translation>Redirect-URI nach dem Abmelden ohne TLS</translation>
    </message>
    <message>
        <source>Whoever is on the network can answer in the application&apos;s place and, for instance, show a sign-in page of their own.</source>
        <translation>Wer im Netz sitzt, kann anstelle der Anwendung antworten und zum Beispiel eine eigene Anmeldeseite zeigen.</translation>
    </message>
    <message>
        <source>Client&apos;s address without TLS</source>
        <translation>Adresse des Clients ohne TLS</translation>
    </message>
    <message>
        <source>What the server and its users send to this address, tokens among it, can be read and changed on the way.</source>
        <translation>Was der Server und seine Benutzer an diese Adresse senden, auch Tokens, kann unterwegs gelesen und geändert werden.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>API token that never expires</source>
        <translation>API-Token, das nie abläuft</translation>
    </message>
    <message>
        <source>It acts with its user&apos;s rights for ever, also when nobody remembers where it was copied to. Give it an end, and replace it before.</source>
        <translation>Es handelt für immer mit den Rechten seines Benutzers, auch wenn niemand mehr weiß, wohin es kopiert wurde. Geben Sie ihm ein Ende und ersetzen Sie es vorher.</translation>
    </message>
    <message>
        <source>API token of more than a year</source>
        <translation>API-Token von mehr als einem Jahr</translation>
    </message>
    <message>
        <source>The longer a token is used, the more places have seen it. Make a new one and delete this when nothing uses it any longer.</source>
        <translation>Je länger ein Token benutzt wird, desto mehr Stellen haben es gesehen. Legen Sie ein neues an und löschen Sie dieses, wenn es nichts mehr benutzt.</translation>
    </message>
    <message>
        <source>API token that nobody uses</source>
        <translation>API-Token, das niemand benutzt</translation>
    </message>
    <message>
        <source>It was not used for 90 days, or never in the 30 days since it was made. A token nobody misses is best disabled.</source>
        <translation>Es wurde 90 Tage lang nicht benutzt, oder nie in den 30 Tagen, seit es besteht. Ein Token, das niemand vermisst, deaktiviert man am besten.</translation>
    </message>
    <message>
        <source>API token that has expired</source>
        <translation>Abgelaufenes API-Token</translation>
    </message>
    <message>
        <source>It opens nothing any longer. As long as it is enabled, a new date is enough to bring it back, with all its copies.</source>
        <translation>Es öffnet nichts mehr. Solange es aktiviert ist, genügt ein neues Datum, um es mit all seinen Kopien zurückzuholen.</translation>
    </message>
    <message>
        <source>Access token that never expires</source>
        <translation>Zugriffstoken, das nie abläuft</translation>
    </message>
    <message>
        <source>Whoever gets hold of it has access until somebody notices and revokes it. Access tokens should live for an hour or less.</source>
        <translation>Wer es in die Hand bekommt, hat Zugriff, bis es jemand merkt und widerruft. Zugriffstokens sollten höchstens eine Stunde gelten.</translation>
    </message>
    <message>
        <source>Refresh token that never expires</source>
        <translation>Erneuerungstoken, das nie abläuft</translation>
    </message>
    <message>
        <source>It gets new access for ever, also after its user has left. A refresh token needs an end of its own, however often it is used.</source>
        <translation>Es holt für immer neuen Zugriff, auch wenn sein Benutzer längst gegangen ist. Ein Erneuerungstoken braucht ein eigenes Ende, wie oft es auch benutzt wird.</translation>
    </message>
    <message>
        <source>Token that lives for more than a year</source>
        <translation>Token, das mehr als ein Jahr gilt</translation>
    </message>
    <message>
        <source>Some products issue tokens for ten years unless told otherwise. Ask for a shorter lifetime, and revoke this one when it was replaced.</source>
        <translation>Manche Produkte stellen Tokens für zehn Jahre aus, wenn man nichts anderes sagt. Verlangen Sie eine kürzere Dauer und widerrufen Sie dieses, wenn es ersetzt ist.</translation>
    </message>
    <message>
        <source>Access token that lives for more than a day</source>
        <translation>Zugriffstoken, das mehr als einen Tag gilt</translation>
    </message>
    <message>
        <source>Scope no client has</source>
        <translation>Scope, den kein Client hat</translation>
    </message>
    <message>
        <source>Nobody can be granted it. It is either left over, or somebody has yet to give it to a client.</source>
        <translation>Niemand kann ihn bekommen. Entweder ist er übrig geblieben, oder jemand muss ihn noch einem Client geben.</translation>
    </message>
    <message>
        <source>User with a name everybody tries</source>
        <translation>Benutzer mit einem Namen, den jeder probiert</translation>
    </message>
    <message>
        <source>Products come with accounts of this name, and attackers try them first. Give administrators accounts of their own and disable this one.</source>
        <translation>Produkte bringen Konten dieses Namens mit, und Angreifer probieren sie zuerst. Geben Sie Administratoren eigene Konten und deaktivieren Sie dieses.</translation>
    </message>
</context>
<context>
    <name>LintBar</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Check Again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>By Check</source>
        <translation>Nach Prüfung</translation>
    </message>
    <message>
        <source>By Record</source>
        <translation>Nach Eintrag</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung läuft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln stumm</numerusform>
            <numerusform>%Ln stumm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LintDetail</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What the fix would change</source>
        <translation>Was die Behebung ändern würde</translation>
    </message>
    <message>
        <source>Fix in Editor</source>
        <translation>Im Editor beheben</translation>
    </message>
    <message>
        <source>Show Record</source>
        <translation>Eintrag zeigen</translation>
    </message>
    <message>
        <source>Good practice; no standard asks for it.</source>
        <translation>Gute Praxis; kein Standard verlangt es.</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>%1 severity, %2 kind of a record, &quot;Clients&quot;; %3 its name</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Opens the record with these changes; nothing is saved yet.</source>
        <translation>Öffnet den Eintrag mit diesen Änderungen; noch wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Unmute for This Record</source>
        <translation>Für diesen Eintrag wieder melden</translation>
    </message>
    <message>
        <source>Mute for This Record</source>
        <translation>Für diesen Eintrag stumm schalten</translation>
    </message>
    <message>
        <source>Unmute This Check</source>
        <translation>Diese Prüfung wieder melden</translation>
    </message>
    <message>
        <source>Mute This Check</source>
        <translation>Diese Prüfung stumm schalten</translation>
    </message>
    <message>
        <source>Stage Fix</source>
        <translation>Behebung vormerken</translation>
    </message>
    <message>
        <source>Collects the fix with others. Nothing is sent until you apply them.</source>
        <translation>Sammelt die Behebung mit anderen. Nichts wird gesendet, bis Sie sie ausführen.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>LintModel</name>
    <message>
        <source>Muted</source>
        <extracomment>%1 what was found</extracomment>
        <translation>Stumm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln Befund</numerusform>
            <numerusform>%Ln Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 findings, of which %2 are listed</source>
        <translation>%1 Befunde, davon %2 aufgeführt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 kind of a record, &quot;Clients&quot;; %2 &quot;3 findings&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Check and record</source>
        <translation>Prüfung und Eintrag</translation>
    </message>
    <message>
        <source>Record and check</source>
        <translation>Eintrag und Prüfung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 &quot;Error&quot;, %2 what is wrong</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Muted · %1</source>
        <translation>Stumm · %1</translation>
    </message>
</context>
<context>
    <name>LintPage</name>
    <message>
        <source>Nothing that is loaded here says anything the checks could judge by.</source>
        <translation>Nichts, was hier geladen ist, sagt etwas, wonach die Prüfungen urteilen könnten.</translation>
    </message>
    <message>
        <source>Load and Check %1</source>
        <extracomment>%1 lists, &quot;Access Tokens and Refresh Tokens&quot;</extracomment>
        <translation>%1 laden und prüfen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Export Findings</source>
        <translation>Befunde exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) ran over %1.</source>
        <extracomment>%1 &quot;12 clients and 8 API tokens&quot;</extracomment>
        <translation>
            <numerusform>%n Prüfung lief über %1.</numerusform>
            <numerusform>%n Prüfungen liefen über %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nichts zu zeigen</translation>
    </message>
    <message>
        <source>All findings are muted, or of a severity that is not chosen above.</source>
        <translation>Alle Befunde sind stumm oder von einer Schwere, die oben nicht gewählt ist.</translation>
    </message>
</context>
<context>
    <name>LintTree</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>LocalServer</name>
    <message>
        <source>The local server cannot keep its data in %1.</source>
        <translation>Der lokale Server kann seine Daten nicht in %1 ablegen.</translation>
    </message>
    <message>
        <source>The local server cannot listen on %1, port %2.</source>
        <translation>Der lokale Server kann nicht auf %1, Port %2 lauschen.</translation>
    </message>
    <message>
        <source>Name at least one persona, and each only once.</source>
        <translation>Nennen Sie mindestens ein Serverprodukt und jedes nur einmal.</translation>
    </message>
    <message>
        <source>There is no persona &quot;%1&quot;. There is: %2.</source>
        <translation>Das Serverprodukt „%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an IP address.</source>
        <translation>„%1“ ist keine IP-Adresse.</translation>
    </message>
    <message>
        <source>Name a data file, or :memory: to keep nothing.</source>
        <translation>Nennen Sie eine Datei, oder :memory:, um nichts zu behalten.</translation>
    </message>
    <message>
        <source>A maintenance task runs for a day at most.</source>
        <translation>Eine Wartungsaufgabe läuft höchstens einen Tag.</translation>
    </message>
    <message>
        <source>The local server cannot write its data.</source>
        <translation>Der lokale Server kann seine Daten nicht schreiben.</translation>
    </message>
    <message>
        <source>The demo data has 1 to %L1 tokens.</source>
        <translation>Die Beispieldaten haben 1 bis %L1 Token.</translation>
    </message>
    <message>
        <source>Only the persona teneo makes a number of demo tokens.</source>
        <translation>Nur die Persona teneo erzeugt eine Anzahl von Beispiel-Token.</translation>
    </message>
    <message>
        <source>The demo data has 1 to %L1 Studio clients.</source>
        <translation>Die Demodaten haben 1 bis %L1 Studio-Clients.</translation>
    </message>
    <message>
        <source>Only the persona teneo has Studio clients.</source>
        <translation>Nur die Persona teneo hat Studio-Clients.</translation>
    </message>
    <message>
        <source>A number of Studio clients goes with demo data.</source>
        <translation>Eine Zahl von Studio-Clients gehört zu Demodaten.</translation>
    </message>
</context>
<context>
    <name>LocalServerProcess</name>
    <message>
        <source>The local server did not start.</source>
        <translation>Der lokale Server ist nicht gestartet.</translation>
    </message>
    <message>
        <source>The local server did not say where it is.</source>
        <translation>Der lokale Server hat nicht mitgeteilt, wo er ist.</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Latchkey Is Locked</source>
        <translation>Latchkey ist gesperrt</translation>
    </message>
    <message>
        <source>Secrets have left the window and the clipboard. What you were editing is still there.</source>
        <translation>Geheimnisse haben Fenster und Zwischenablage verlassen. Was Sie gerade bearbeitet haben, ist noch da.</translation>
    </message>
</context>
<context>
    <name>LoopbackReceiver</name>
    <message>
        <source>This computer has no free port for the answer from the browser.</source>
        <translation>Dieser Rechner hat keinen freien Port für die Antwort aus dem Browser.</translation>
    </message>
    <message>
        <source>Port %1, to which the browser is to return, is in use by another program.</source>
        <translation>Port %1, zu dem der Browser zurückkehren soll, wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>This is not the answer to the sign-in that is under way.</source>
        <translation>Das ist nicht die Antwort auf die laufende Anmeldung.</translation>
    </message>
    <message>
        <source>You are signed in. You can close this window.</source>
        <translation>Sie sind angemeldet. Sie können dieses Fenster schließen.</translation>
    </message>
    <message>
        <source>The sign-in failed: %1</source>
        <translation>Die Anmeldung ist fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add Server…</source>
        <translation>Server &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Try the &amp;Local Server</source>
        <translation>&amp;Lokalen Server ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>Verbindung &amp;trennen</translation>
    </message>
    <message>
        <source>Sign &amp;Out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Unlock for Changes</source>
        <translation>Für Änderungen &amp;entsperren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Latchkey</source>
        <translation>Ü&amp;ber Latchkey</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Journal of All Servers</source>
        <translation>&amp;Journal aller Server</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Loc&amp;k Window</source>
        <translation>Fenster s&amp;perren</translation>
    </message>
    <message>
        <source>&amp;Cover Secrets</source>
        <translation>Geheimnisse &amp;verdecken</translation>
    </message>
    <message>
        <source>&amp;Maintenance of All Servers</source>
        <translation>&amp;Wartung aller Server</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>%1 is still connected with its former settings.</source>
        <translation>%1 ist noch mit den früheren Einstellungen verbunden.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>%1 (%2) – Latchkey</source>
        <extracomment>%1 server, %2 environment</extracomment>
        <translation>%1 (%2) – Latchkey</translation>
    </message>
    <message>
        <source>Latchkey</source>
        <translation>Latchkey</translation>
    </message>
    <message>
        <source>Show Certificate</source>
        <translation>Zertifikat zeigen</translation>
    </message>
</context>
<context>
    <name>MaintenanceBoard</name>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt …</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>In Ruhe</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>Running since %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Never ran</source>
        <translation>Lief noch nie</translation>
    </message>
    <message>
        <source>Succeeded %1: %2</source>
        <extracomment>%1 when it ended, %2 what the server says of it</extracomment>
        <translation>Erfolgreich %1: %2</translation>
    </message>
    <message>
        <source>Failed %1: %2</source>
        <extracomment>%1 when it ended, %2 what the server says of it</extracomment>
        <translation>Fehlgeschlagen %1: %2</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Last Result</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>%1 late</source>
        <extracomment>%1 a duration: how much later than usual a task has not begun yet</extracomment>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>Next is due</source>
        <extracomment>%1 when the next run of a task is to be expected: &quot;in 5 h&quot;</extracomment>
        <translation>Nächster ist fällig</translation>
    </message>
    <message>
        <source>Next %1</source>
        <translation>Nächster %1</translation>
    </message>
    <message>
        <source>Unusually long, since %1</source>
        <translation>Ungewöhnlich lange, seit %1</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Unknown: began %1, vanished without a result</source>
        <extracomment>%1 when it began</extracomment>
        <translation>Unbekannt: begann %1, verschwand ohne Ergebnis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 when a run ended, %2 what the server says of it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>It was seen running and is gone without a result: whether it did its work is not known.</source>
        <translation>Der Lauf wurde gesehen und ist ohne Ergebnis verschwunden: Ob er seine Arbeit getan hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Beendet: %1</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>Started by: %1</source>
        <translation>Gestartet von: %1</translation>
    </message>
</context>
<context>
    <name>MaintenanceDialog</name>
    <message>
        <source>Maintenance of All Servers</source>
        <translation>Wartung aller Server</translation>
    </message>
</context>
<context>
    <name>MaintenanceNotices</name>
    <message>
        <source>%1 maintenance of %2 has failed</source>
        <extracomment>%1 a maintenance task, %2 a client</extracomment>
        <translation>Wartung (%1) von %2 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 maintenance of %2 vanished</source>
        <translation>Wartung (%1) von %2 ist verschwunden</translation>
    </message>
    <message>
        <source>%1 maintenance of %2 is late</source>
        <translation>Wartung (%1) von %2 ist überfällig</translation>
    </message>
    <message>
        <source>%1 maintenance of %2 has finished</source>
        <translation>Wartung (%1) von %2 ist beendet</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>Dauer: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) failed</source>
        <translation>
            <numerusform>%Ln Lauf fehlgeschlagen</numerusform>
            <numerusform>%Ln Läufe fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) vanished</source>
        <translation>
            <numerusform>%Ln Lauf verschwunden</numerusform>
            <numerusform>%Ln Läufe verschwunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) are late</source>
        <translation>
            <numerusform>%Ln Aufgabe überfällig</numerusform>
            <numerusform>%Ln Aufgaben überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) finished</source>
        <translation>
            <numerusform>%Ln Lauf beendet</numerusform>
            <numerusform>%Ln Läufe beendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Maintenance is running</source>
        <translation>Wartung läuft</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Maintenance tasks by client</source>
        <translation>Wartungsaufgaben je Client</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>No maintenance tasks</source>
        <translation>Keine Wartungsaufgaben</translation>
    </message>
    <message>
        <source>None of this server&apos;s clients has maintenance tasks. Studio clients have.</source>
        <translation>Kein Client dieses Servers hat Wartungsaufgaben. Studio-Clients haben welche.</translation>
    </message>
    <message>
        <source>%1 maintenance of %2 has finished: %3</source>
        <translation>Wartung „%1“ von %2 ist beendet: %3</translation>
    </message>
    <message>
        <source>%1 maintenance of %2 has failed.</source>
        <translation>Wartung „%1“ von %2 ist fehlgeschlagen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) succeeded.</source>
        <translation>
            <numerusform>%Ln Lauf war erfolgreich.</numerusform>
            <numerusform>%Ln Läufe waren erfolgreich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) did not succeed.</source>
        <translation>
            <numerusform>%Ln Lauf war nicht erfolgreich.</numerusform>
            <numerusform>%Ln Läufe waren nicht erfolgreich.</numerusform>
        </translation>
    </message>
    <message>
        <source>No client is like that</source>
        <translation>So ist kein Client</translation>
    </message>
    <message>
        <source>Nothing fits what is filtered by.</source>
        <translation>Nichts passt zu dem, wonach gefiltert wird.</translation>
    </message>
    <message>
        <source>No server with maintenance is connected</source>
        <translation>Kein Server mit Wartung ist verbunden</translation>
    </message>
    <message>
        <source>Connect to one, and its tasks are listed here.</source>
        <translation>Verbinden Sie sich mit einem, dann stehen seine Aufgaben hier.</translation>
    </message>
    <message numerus="yes">
        <source>Start %1 for %Ln Client(s)…</source>
        <translation>
            <numerusform>%1 für %Ln Client starten …</numerusform>
            <numerusform>%1 für %Ln Clients starten …</numerusform>
        </translation>
    </message>
    <message>
        <source>One of these servers is read-only now. Unlock it first.</source>
        <translation>Einer dieser Server ist gerade schreibgeschützt. Entsperren Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>%1 maintenance of %2 vanished without a result: what it did is not known.</source>
        <translation>Wartung (%1) von %2 ist ohne Ergebnis verschwunden: Was sie getan hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Go on asking while this page is hidden, and notify of failures and of late tasks</source>
        <translation>Weiter fragen, während diese Seite verdeckt ist, und Fehlschläge und überfällige Aufgaben melden</translation>
    </message>
    <message>
        <source>Filter clients</source>
        <translation>Clients filtern</translation>
    </message>
</context>
<context>
    <name>MaintenanceStart</name>
    <message>
        <source>It vanished without a result: what it did is not known.</source>
        <translation>Der Lauf ist ohne Ergebnis verschwunden: Was er getan hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1, %2, on %3</source>
        <extracomment>%1 a client, %2 a maintenance task, %3 a server</extracomment>
        <translation>%1, %2, auf %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The server was disconnected.</source>
        <translation>Die Verbindung zum Server wurde getrennt.</translation>
    </message>
    <message>
        <source>The run for %1 did not succeed, so nothing more is started.</source>
        <translation>Der Lauf für %1 war nicht erfolgreich, darum wird nichts weiter gestartet.</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
</context>
<context>
    <name>MaintenanceSummary</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unbekannt</numerusform>
            <numerusform>%Ln unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <translation>
            <numerusform>%Ln überfällig</numerusform>
            <numerusform>%Ln überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without answer</source>
        <translation>
            <numerusform>%Ln ohne Antwort</numerusform>
            <numerusform>%Ln ohne Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln läuft</numerusform>
            <numerusform>%Ln laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fine</source>
        <translation>
            <numerusform>%Ln in Ordnung</numerusform>
            <numerusform>%Ln in Ordnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) did not succeed since %1</source>
        <extracomment>%1 a time</extracomment>
        <translation>
            <numerusform>%Ln Lauf nicht erfolgreich seit %1</numerusform>
            <numerusform>%Ln Läufe nicht erfolgreich seit %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaintenanceWatch</name>
    <message>
        <source>The server took the start, but shows no run of it.</source>
        <translation>Der Server hat den Start angenommen, zeigt aber keinen Lauf dazu.</translation>
    </message>
    <message>
        <source>This client is no longer in the list.</source>
        <translation>Dieser Client steht nicht mehr in der Liste.</translation>
    </message>
</context>
<context>
    <name>MemoryBar</name>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen …</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <comment>3 kept tokens</comment>
        <translation>%1 vergessen?</translation>
    </message>
    <message>
        <source>They leave this list, and their secrets the keychain. The server is not told.</source>
        <translation>Sie verschwinden aus dieser Liste und ihre Geheimnisse aus dem Schlüsselbund. Der Server erfährt nichts davon.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>%1 forgotten.</source>
        <comment>3 kept tokens</comment>
        <translation>%1 vergessen.</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close Message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>NoticeSettings</name>
    <message>
        <source>A maintenance run fails or vanishes</source>
        <translation>ein Wartungslauf fehlschlägt oder verschwindet</translation>
    </message>
    <message>
        <source>A maintenance task is late</source>
        <translation>eine Wartungsaufgabe überfällig ist</translation>
    </message>
    <message>
        <source>A maintenance run I started has finished</source>
        <translation>ein Wartungslauf beendet ist, den ich gestartet habe</translation>
    </message>
    <message>
        <source>Not in these hours:</source>
        <translation>Nicht in dieser Zeit:</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>The desktop tells me when</source>
        <translation>Der Desktop meldet mir, wenn</translation>
    </message>
    <message>
        <source>Servers are asked while their maintenance is shown, and always where “Watch” is on. What happens in quiet hours is told after them.</source>
        <translation>Server werden gefragt, solange ihre Wartung zu sehen ist, und immer, wo „Beobachten“ eingeschaltet ist. Was in der Ruhezeit geschieht, wird danach gemeldet.</translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>between two times of day</extracomment>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Who You Are</source>
        <translation>Wer Sie sind</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 anzeigen</translation>
    </message>
    <message>
        <source>What Expires Next</source>
        <translation>Was als Nächstes abläuft</translation>
    </message>
    <message>
        <source>Nothing that is loaded here will expire.</source>
        <translation>Nichts, was hier geladen ist, läuft ab.</translation>
    </message>
    <message>
        <source>Signed in as %1, with administrator rights</source>
        <translation>Angemeldet als %1, mit Administratorrechten</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Checks: %1, %2</source>
        <extracomment>%1 &quot;2 errors&quot;, %2 &quot;5 warnings&quot;</extracomment>
        <translation>Prüfungen: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastedTokens</name>
    <message>
        <source>This is more text than can be searched for tokens: at most 32 MB.</source>
        <translation>Das ist mehr Text, als nach Tokens durchsucht werden kann: höchstens 32 MB.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Stay signed in while locked</source>
        <translation>Angemeldet bleiben, während gesperrt ist</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Lock the window when it was not used for</source>
        <translation>Fenster sperren, wenn es nicht benutzt wurde seit</translation>
    </message>
    <message>
        <source>It is also locked when the desktop locks its screen or the computer goes to sleep.</source>
        <translation>Es wird auch gesperrt, wenn der Desktop den Bildschirm sperrt oder der Rechner in den Ruhezustand geht.</translation>
    </message>
    <message>
        <source>Otherwise credentials leave the memory, and are read from the keychain when you unlock.</source>
        <translation>Sonst verlassen Zugangsdaten den Speicher und werden beim Entsperren aus dem Schlüsselbund gelesen.</translation>
    </message>
    <message>
        <source>Take a copied secret off the clipboard after</source>
        <translation>Kopiertes Geheimnis aus der Zwischenablage nehmen nach</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>ProfileActions</name>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The server is removed from this list and its secrets from the keychain. Nothing changes on the server itself.</source>
        <translation>Der Server wird aus dieser Liste entfernt und seine Geheimnisse aus dem Schlüsselbund. Auf dem Server selbst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Add Server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Edit Server</source>
        <translation>Server bearbeiten</translation>
    </message>
    <message>
        <source>Test Connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>The connection is being tested</source>
        <translation>Die Verbindung wird getestet</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Stop Testing</source>
        <translation>Test anhalten</translation>
    </message>
    <message>
        <source>This method signs in in the browser: save the server and connect.</source>
        <translation>Dieses Verfahren meldet im Browser an: Speichern Sie den Server und verbinden Sie sich.</translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Sign-in method</source>
        <translation>Anmeldeverfahren</translation>
    </message>
    <message>
        <source>Certificates and Proxy…</source>
        <translation>Zertifikate und Proxy …</translation>
    </message>
    <message>
        <source>Stored in the keychain</source>
        <translation>Im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>Kept for this run</source>
        <translation>Für diesen Lauf gemerkt</translation>
    </message>
    <message>
        <source>As set below</source>
        <translation>Wie unten angegeben</translation>
    </message>
    <message>
        <source>own authorities</source>
        <translation>eigene Zertifizierungsstellen</translation>
    </message>
    <message numerus="yes">
        <source>%n trusted certificate(s)</source>
        <translation>
            <numerusform>%n vertrautes Zertifikat</numerusform>
            <numerusform>%n vertraute Zertifikate</numerusform>
        </translation>
    </message>
    <message>
        <source>client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Give the server a name to know it by.</source>
        <translation>Geben Sie dem Server einen Namen.</translation>
    </message>
    <message>
        <source>Another server has this name already.</source>
        <translation>Ein anderer Server hat bereits diesen Namen.</translation>
    </message>
    <message>
        <source>The connection is not encrypted: passwords and tokens can be read on the way.</source>
        <translation>Die Verbindung ist nicht verschlüsselt: Passwörter und Tokens können unterwegs gelesen werden.</translation>
    </message>
    <message>
        <source>Open read-only, until it is unlocked</source>
        <translation>Schreibgeschützt öffnen, bis entsperrt wird</translation>
    </message>
</context>
<context>
    <name>ProfileSidebar</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Add Server…</source>
        <translation>Server hinzufügen …</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Verbindung trennen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
</context>
<context>
    <name>ProfileTree</name>
    <message>
        <source>Development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>wird angemeldet …</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>%1, %2, not connected</source>
        <translation>%1, %2, nicht verbunden</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>The address must not hold a user name or a password.</source>
        <translation>Die Adresse darf keinen Benutzernamen und kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>This profile no longer exists.</source>
        <translation>Dieses Profil gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>The server still says it is active.</source>
        <translation>Der Server nennt es noch aktiv.</translation>
    </message>
    <message>
        <source>The server says it is inactive; for whoever checks only the signature it stays valid until %1.</source>
        <translation>Der Server nennt es inaktiv; für alle, die nur die Signatur prüfen, gilt es bis %1.</translation>
    </message>
    <message>
        <source>The server says it is inactive; for whoever checks only the signature it stays valid for ever.</source>
        <translation>Der Server nennt es inaktiv; für alle, die nur die Signatur prüfen, gilt es für immer.</translation>
    </message>
    <message>
        <source>The server cannot say; the signature stays valid until %1.</source>
        <translation>Der Server weiß es nicht; die Signatur gilt bis %1.</translation>
    </message>
    <message>
        <source>The server cannot say; the signature stays valid for ever.</source>
        <translation>Der Server weiß es nicht; die Signatur gilt für immer.</translation>
    </message>
    <message>
        <source>The server was not asked; the signature stays valid until %1.</source>
        <translation>Der Server wurde nicht gefragt; die Signatur gilt bis %1.</translation>
    </message>
    <message>
        <source>The server was not asked; the signature stays valid for ever.</source>
        <translation>Der Server wurde nicht gefragt; die Signatur gilt für immer.</translation>
    </message>
    <message>
        <source>The server says it is inactive.</source>
        <translation>Der Server nennt es inaktiv.</translation>
    </message>
    <message>
        <source>The server cannot say, but it expired on %1.</source>
        <translation>Der Server weiß es nicht, aber es ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>The server cannot say, and nothing else can.</source>
        <translation>Der Server weiß es nicht, und sonst weiß es niemand.</translation>
    </message>
    <message>
        <source>The server was not asked.</source>
        <translation>Der Server wurde nicht gefragt.</translation>
    </message>
</context>
<context>
    <name>PublicKey</name>
    <message>
        <source>The key %1 has no readable modulus and exponent.</source>
        <translation>Der Schlüssel %1 hat keinen lesbaren Modulus und Exponenten.</translation>
    </message>
    <message>
        <source>The numbers of the key %1 make no RSA key.</source>
        <translation>Die Zahlen des Schlüssels %1 ergeben keinen RSA-Schlüssel.</translation>
    </message>
    <message>
        <source>The key %1 is not a point on its curve %2.</source>
        <translation>Der Schlüssel %1 ist kein Punkt auf seiner Kurve %2.</translation>
    </message>
    <message>
        <source>The key %1 is not a key of its curve %2.</source>
        <translation>Der Schlüssel %1 ist kein Schlüssel seiner Kurve %2.</translation>
    </message>
    <message>
        <source>The key %1 is of an unknown kind.</source>
        <translation>Der Schlüssel %1 ist von unbekannter Art.</translation>
    </message>
</context>
<context>
    <name>ReasonList</name>
    <message>
        <source>Results by Reason</source>
        <translation>Ergebnisse nach Grund</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Choose a reason to see only its items.</source>
        <translation>Wählen Sie einen Grund, um nur dessen Einträge zu sehen.</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Alle Ergebnisse</translation>
    </message>
</context>
<context>
    <name>RecordBeginnings</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Save as Template…</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
    <message>
        <source>More Ways to Begin</source>
        <translation>Weitere Arten anzufangen</translation>
    </message>
    <message>
        <source>New from Template</source>
        <translation>Neu nach Vorlage</translation>
    </message>
    <message>
        <source>Delete Template</source>
        <translation>Vorlage löschen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Save as Template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name of the template. IDs and secrets are not kept; one of the same name is replaced.</source>
        <translation>Name der Vorlage. IDs und Geheimnisse werden nicht behalten; eine gleichen Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) from the file are staged. Nothing is sent until you apply them.</source>
        <translation>
            <numerusform>%n Änderung aus der Datei ist vorgemerkt. Nichts wird gesendet, bis Sie sie ausführen.</numerusform>
            <numerusform>%n Änderungen aus der Datei sind vorgemerkt. Nichts wird gesendet, bis Sie sie ausführen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordEditor</name>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Show Difference</source>
        <translation>Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n ungespeicherte Änderung</numerusform>
            <numerusform>%n ungespeicherte Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Staged.</source>
        <translation>Vorgemerkt.</translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation>
            <numerusform>%n vorgemerkte Änderung</numerusform>
            <numerusform>%n vorgemerkte Änderungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordExport</name>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Secrets are not written to “%1”: nothing there can be kept from other users.</source>
        <translation>Nach „%1“ werden keine Geheimnisse geschrieben: Dort lässt sich nichts vor anderen Benutzern schützen.</translation>
    </message>
    <message>
        <source>The export was stopped. No file was written.</source>
        <translation>Der Export wurde angehalten. Es wurde keine Datei geschrieben.</translation>
    </message>
</context>
<context>
    <name>RecordImport</name>
    <message numerus="yes">
        <source>The file has more than %n record(s).</source>
        <translation>
            <numerusform>Die Datei hat mehr als %n Eintrag.</numerusform>
            <numerusform>Die Datei hat mehr als %n Einträge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has more than %n column(s).</source>
        <translation>
            <numerusform>Die Datei hat mehr als %n Spalte.</numerusform>
            <numerusform>Die Datei hat mehr als %n Spalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is no JSON array of objects.</source>
        <translation>Die Datei ist kein JSON-Array von Objekten.</translation>
    </message>
    <message>
        <source>Entry %1 of the file is no object.</source>
        <translation>Eintrag %1 der Datei ist kein Objekt.</translation>
    </message>
    <message>
        <source>Line %1 of the file is no JSON object.</source>
        <translation>Zeile %1 der Datei ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The file is larger than 16 MB.</source>
        <translation>Die Datei ist größer als 16 MB.</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>Die Datei ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The file has no records.</source>
        <translation>Die Datei hat keine Einträge.</translation>
    </message>
    <message>
        <source>The file could not be read: %1</source>
        <translation>Die Datei konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Several are called “%1”; only an ID tells them apart.</source>
        <translation>Mehrere heißen „%1“; nur eine ID unterscheidet sie.</translation>
    </message>
    <message>
        <source>“%1” cannot be changed later.</source>
        <translation>„%1“ lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 label of a field, %2 what is wrong with it, a whole sentence</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The row has %n cell(s), the header has others.</source>
        <translation>
            <numerusform>Die Zeile hat %n Zelle, die Kopfzeile eine andere Zahl.</numerusform>
            <numerusform>Die Zeile hat %n Zellen, die Kopfzeile eine andere Zahl.</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1 is about the same one.</source>
        <translation>Zeile %1 betrifft denselben.</translation>
    </message>
    <message>
        <source>The server cannot create it.</source>
        <translation>Der Server kann es nicht anlegen.</translation>
    </message>
    <message>
        <source>The server cannot change it.</source>
        <translation>Der Server kann es nicht ändern.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>This list is incomplete.</source>
        <translation>Diese Liste ist unvollständig.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>loaded %1</source>
        <comment>relative time</comment>
        <translation>geladen %1</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Nichts passt zum Filter</translation>
    </message>
    <message>
        <source>It hides %1.</source>
        <translation>Er blendet %1 aus.</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Nothing could be loaded</source>
        <translation>Es ließ sich nichts laden</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>Noch nicht geladen</translation>
    </message>
    <message>
        <source>Load the list to see what is on the server.</source>
        <translation>Laden Sie die Liste, um zu sehen, was auf dem Server ist.</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts da</translation>
    </message>
    <message>
        <source>The server has none of these. Make the first one.</source>
        <translation>Der Server hat davon noch nichts. Legen Sie den ersten Eintrag an.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nichts da</translation>
    </message>
    <message>
        <source>The server has none of these at the moment.</source>
        <translation>Der Server hat davon zurzeit nichts.</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <extracomment>how many of how many entries were loaded</extracomment>
        <translation>%1 von %2 geladen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln loaded so far</source>
        <translation>
            <numerusform>bisher %Ln geladen</numerusform>
            <numerusform>bisher %Ln geladen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordMenu</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Copy Name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Stage Removal</source>
        <translation>Entfernen vormerken</translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 token of %2</source>
        <extracomment>%1 token type, %2 client</extracomment>
        <translation>%1-Token von %2</translation>
    </message>
    <message>
        <source>%1 token of %2 for %3</source>
        <extracomment>%1 token type, %2 user, %3 client</extracomment>
        <translation>%1-Token von %2 für %3</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <comment>3 clients selected</comment>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Show Changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
</context>
<context>
    <name>RecordRemoval</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>Deactivate…</source>
        <translation>Deaktivieren …</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <comment>3 clients</comment>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Dies lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <comment>3 Clients</comment>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Revoke “%1”?</source>
        <translation>„%1“ widerrufen?</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <comment>3 access tokens</comment>
        <translation>%1 widerrufen?</translation>
    </message>
    <message>
        <source>Whoever uses what is revoked has to sign in again. This cannot be undone.</source>
        <translation>Wer das Widerrufene benutzt, muss sich neu anmelden. Dies lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <comment>3 Access Tokens</comment>
        <translation>%1 widerrufen</translation>
    </message>
    <message>
        <source>Deactivate “%1”?</source>
        <translation>„%1“ deaktivieren?</translation>
    </message>
    <message>
        <source>Deactivate %1?</source>
        <comment>3 clients</comment>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message>
        <source>It can be enabled again here.</source>
        <translation>Es kann hier wieder aktiviert werden.</translation>
    </message>
    <message>
        <source>Deactivate %1</source>
        <comment>3 Clients</comment>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>%1 deleted.</source>
        <comment>3 clients</comment>
        <translation>%1 gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%1 deleted, %Ln failed.</source>
        <translation>
            <numerusform>%1 gelöscht, %Ln fehlgeschlagen.</numerusform>
            <numerusform>%1 gelöscht, %Ln fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 revoked.</source>
        <comment>3 access tokens</comment>
        <translation>%1 widerrufen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 revoked, %Ln failed.</source>
        <translation>
            <numerusform>%1 widerrufen, %Ln fehlgeschlagen.</numerusform>
            <numerusform>%1 widerrufen, %Ln fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 deactivated.</source>
        <comment>3 clients</comment>
        <translation>%1 deaktiviert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 deactivated, %Ln failed.</source>
        <translation>
            <numerusform>%1 deaktiviert, %Ln fehlgeschlagen.</numerusform>
            <numerusform>%1 deaktiviert, %Ln fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Everything Shown…</source>
        <translation>Alles Gezeigte löschen …</translation>
    </message>
    <message>
        <source>Revoke Everything Shown…</source>
        <translation>Alles Gezeigte widerrufen …</translation>
    </message>
    <message>
        <source>Deactivate Everything Shown…</source>
        <translation>Alles Gezeigte deaktivieren …</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Vormerken</translation>
    </message>
</context>
<context>
    <name>RecordRotation</name>
    <message>
        <source>%1…</source>
        <extracomment>%1 what is done; the dots say that a question comes first</extracomment>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>%1 of “%2”?</source>
        <translation>„%2“: %1?</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Vormerken</translation>
    </message>
</context>
<context>
    <name>RecordSaving</name>
    <message>
        <source>CREATE: “%1” is no longer on the server. Saving makes it anew, with other credentials.</source>
        <translation>ANLEGEN: „%1“ ist nicht mehr auf dem Server. Speichern legt es neu an, mit anderen Zugangsdaten.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>CHANGE: “%1” is on the server and will be changed.</source>
        <translation>ÄNDERN: „%1“ ist auf dem Server und wird geändert.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>RecordStaging</name>
    <message>
        <source>“%1” is staged. Nothing is sent until you apply the changes.</source>
        <translation>„%1“ ist vorgemerkt. Nichts wird gesendet, bis Sie die Änderungen ausführen.</translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s) staged. Nothing is sent until you apply the changes.</source>
        <translation>
            <numerusform>%n Entfernung vorgemerkt. Nichts wird gesendet, bis Sie die Änderungen ausführen.</numerusform>
            <numerusform>%n Entfernungen vorgemerkt. Nichts wird gesendet, bis Sie die Änderungen ausführen.</numerusform>
        </translation>
    </message>
    <message>
        <source>New credentials are staged. Nothing is sent until you apply the changes.</source>
        <translation>Neue Zugangsdaten sind vorgemerkt. Nichts wird gesendet, bis Sie die Änderungen ausführen.</translation>
    </message>
</context>
<context>
    <name>RecordTools</name>
    <message>
        <source>Counts by Column</source>
        <translation>Anzahlen nach Spalten</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Stop Loading</source>
        <translation>Laden anhalten</translation>
    </message>
</context>
<context>
    <name>ReportFile</name>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Response</name>
    <message>
        <source>The server&apos;s answer is not valid JSON.</source>
        <translation>Die Antwort des Servers ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is empty.</source>
        <translation>Die Antwort des Servers ist leer.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not a JSON object.</source>
        <translation>Die Antwort des Servers ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is not a JSON array.</source>
        <translation>Die Antwort des Servers ist kein JSON-Array.</translation>
    </message>
</context>
<context>
    <name>RunChart</name>
    <message>
        <source>Durations of the runs</source>
        <translation>Dauer der Läufe</translation>
    </message>
    <message>
        <source>hours</source>
        <extracomment>the axis of a chart with durations</extracomment>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Runs…</source>
        <translation>Läufe exportieren …</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Not Succeeded Since %1</source>
        <translation>Nicht erfolgreich seit %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Export Runs</source>
        <translation>Läufe exportieren</translation>
    </message>
</context>
<context>
    <name>RunStatistics</name>
    <message>
        <source>getting slower: the later half took %L1 % longer</source>
        <translation>wird langsamer: Die spätere Hälfte dauerte %L1 % länger</translation>
    </message>
    <message>
        <source>getting faster: the later half took %L1 % less</source>
        <translation>wird schneller: Die spätere Hälfte dauerte %L1 % kürzer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of unknown outcome</source>
        <translation>
            <numerusform>%Ln mit unbekanntem Ausgang</numerusform>
            <numerusform>%Ln mit unbekanntem Ausgang</numerusform>
        </translation>
    </message>
    <message>
        <source>usually %1</source>
        <extracomment>%1 a duration, in the middle of all</extracomment>
        <translation>üblich %1</translation>
    </message>
    <message>
        <source>slowest %1 (%2)</source>
        <extracomment>%1 a duration, %2 a day</extracomment>
        <translation>langsamster %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln unusually long</source>
        <translation>
            <numerusform>%Ln ungewöhnlich lang</numerusform>
            <numerusform>%Ln ungewöhnlich lang</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Started By</source>
        <translation>Gestartet von</translation>
    </message>
</context>
<context>
    <name>Safeguards</name>
    <message>
        <source>There are unsaved changes. Unlock the window to decide about them.</source>
        <translation>Es gibt ungespeicherte Änderungen. Entsperren Sie das Fenster, um über sie zu entscheiden.</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Saved Filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>&amp;Save Filter…</source>
        <translation>Filter &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Delete Filter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>Save Filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Name of the filter:</source>
        <translation>Name des Filters:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace the filter “%1”?</source>
        <translation>Den Filter „%1“ ersetzen?</translation>
    </message>
    <message>
        <source>So far it is: %1</source>
        <translation>Bisher lautet er: %1</translation>
    </message>
    <message>
        <source>Replace Filter</source>
        <translation>Filter ersetzen</translation>
    </message>
</context>
<context>
    <name>ScriptButton</name>
    <message>
        <source>Copy As</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>As a script. Secrets are variables in it.</source>
        <translation>Als Skript. Geheimnisse sind darin Variablen.</translation>
    </message>
    <message>
        <source>cURL</source>
        <translation>cURL</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Show While Held</source>
        <translation>Zeigen, solange gedrückt</translation>
    </message>
    <message numerus="yes">
        <source>Copy; Forgotten After %n Second(s)</source>
        <translation>
            <numerusform>Kopieren; nach %n Sekunde vergessen</numerusform>
            <numerusform>Kopieren; nach %n Sekunden vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Secrets Are Covered</source>
        <translation>Geheimnisse sind verdeckt</translation>
    </message>
</context>
<context>
    <name>SecretService</name>
    <message>
        <source>The keychain did not answer.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The keychain was not unlocked.</source>
        <translation>Der Schlüsselbund wurde nicht entsperrt.</translation>
    </message>
    <message>
        <source>There is no keychain to unlock.</source>
        <translation>Es gibt keinen Schlüsselbund zu entsperren.</translation>
    </message>
</context>
<context>
    <name>SecretStore</name>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keychain is no longer running.</source>
        <translation>Der Schlüsselbund läuft nicht mehr.</translation>
    </message>
    <message>
        <source>The keychain refused the request.</source>
        <translation>Der Schlüsselbund hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The keychain has no such entry.</source>
        <translation>Der Schlüsselbund hat keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>The keychain cannot hold a NUL character.</source>
        <translation>Der Schlüsselbund kann kein NUL-Zeichen aufnehmen.</translation>
    </message>
    <message>
        <source>The keychain still holds the secret.</source>
        <translation>Der Schlüsselbund enthält das Geheimnis noch.</translation>
    </message>
    <message>
        <source>The keychain did not answer.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet.</translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message>
        <source>Clear Selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>No client uses “%1”.</source>
        <extracomment>%1 a scope, %2 names of clients</extracomment>
        <translation>Kein Client benutzt „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is used by %n client(s): %2.</source>
        <translation>
            <numerusform>„%1“ wird von %n Client benutzt: %2.</numerusform>
            <numerusform>„%1“ wird von %n Clients benutzt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
</context>
<context>
    <name>ServerError</name>
    <message>
        <source>The server does not accept the sign-in.</source>
        <translation>Der Server nimmt die Anmeldung nicht an.</translation>
    </message>
    <message>
        <source>The server does not allow this.</source>
        <translation>Der Server erlaubt dies nicht.</translation>
    </message>
    <message>
        <source>The server does not have what was asked for.</source>
        <translation>Der Server hat das Verlangte nicht.</translation>
    </message>
    <message>
        <source>The request conflicts with what the server has.</source>
        <translation>Die Anfrage verträgt sich nicht mit dem Stand des Servers.</translation>
    </message>
    <message>
        <source>The server refused the request with status %1.</source>
        <translation>Der Server hat die Anfrage mit Status %1 abgelehnt.</translation>
    </message>
    <message>
        <source>The server failed with status %1.</source>
        <translation>Der Server ist mit Status %1 gescheitert.</translation>
    </message>
    <message>
        <source>The server answered with the unexpected status %1.</source>
        <translation>Der Server antwortete mit dem unerwarteten Status %1.</translation>
    </message>
    <message>
        <source>The server does not accept the sign-in: %1</source>
        <translation>Der Server nimmt die Anmeldung nicht an: %1</translation>
    </message>
    <message>
        <source>The server does not allow this: %1</source>
        <translation>Der Server erlaubt dies nicht: %1</translation>
    </message>
    <message>
        <source>The server does not have what was asked for: %1</source>
        <translation>Der Server hat das Verlangte nicht: %1</translation>
    </message>
    <message>
        <source>The request conflicts with what the server has: %1</source>
        <translation>Die Anfrage verträgt sich nicht mit dem Stand des Servers: %1</translation>
    </message>
    <message>
        <source>The server failed: %1</source>
        <translation>Der Server ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The server refused the request: %1</source>
        <translation>Der Server hat die Anfrage abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>ServerJournal</name>
    <message>
        <source>The journal could not be written, so nothing was sent.</source>
        <translation>Das Journal ließ sich nicht schreiben, also wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Signing in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>You are no longer signed in to %1.</source>
        <translation>Sie sind an %1 nicht mehr angemeldet.</translation>
    </message>
    <message>
        <source>This server is read-only until you unlock it.</source>
        <translation>Dieser Server ist nur lesend, bis Sie ihn entsperren.</translation>
    </message>
    <message>
        <source>Show Certificate</source>
        <translation>Zertifikat zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln change(s) it is not known whether the server made them.</source>
        <translation>
            <numerusform>Von %Ln Änderung ist nicht bekannt, ob der Server sie ausgeführt hat.</numerusform>
            <numerusform>Von %Ln Änderungen ist nicht bekannt, ob der Server sie ausgeführt hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in Journal</source>
        <translation>Im Journal zeigen</translation>
    </message>
    <message>
        <source>No list of this server shows what became of it.</source>
        <translation>Keine Liste dieses Servers zeigt, was daraus wurde.</translation>
    </message>
    <message>
        <source>The time for changes is over. Unlock the server, then continue: nothing that waits was sent.</source>
        <translation>Die Zeit für Änderungen ist vorbei. Entsperren Sie den Server und fahren Sie dann fort: Was wartet, wurde nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>ServerTabs</name>
    <message>
        <source>Parts of this server</source>
        <translation>Teile dieses Servers</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Token Info</source>
        <translation>Token-Auskunft</translation>
    </message>
    <message>
        <source>Batch Revocation</source>
        <translation>Sammelwiderruf</translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation>Werkbank</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Changes (%1)</source>
        <extracomment>%1 a number of staged changes</extracomment>
        <translation>Änderungen (%1)</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
<context>
    <name>ServerTokens</name>
    <message>
        <source>This server cannot do that.</source>
        <translation>Das kann dieser Server nicht.</translation>
    </message>
    <message>
        <source>The server tells nothing about this token: it has ended, or is meant for another use.</source>
        <translation>Der Server sagt nichts über dieses Token: Es ist abgelaufen oder für einen anderen Zweck gedacht.</translation>
    </message>
    <message>
        <source>This server tells nothing about tokens.</source>
        <translation>Dieser Server gibt über Tokens keine Auskunft.</translation>
    </message>
    <message>
        <source>The server was disconnected.</source>
        <translation>Die Verbindung zum Server wurde getrennt.</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>Diese Konsole</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The connection is read-only, so nothing was sent.</source>
        <translation>Die Verbindung ist nur lesend; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The request was stopped.</source>
        <translation>Die Anfrage wurde angehalten.</translation>
    </message>
    <message>
        <source>You have signed out.</source>
        <translation>Sie haben sich abgemeldet.</translation>
    </message>
    <message>
        <source>The token was not granted the scope that this takes.</source>
        <translation>Dem Token wurde der dafür nötige Scope nicht gewährt.</translation>
    </message>
    <message>
        <source>The window was locked, so you are signed out.</source>
        <translation>Das Fenster war gesperrt, deshalb sind Sie abgemeldet.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Next Tab</source>
        <translation>Nächster Reiter</translation>
    </message>
    <message>
        <source>Previous Tab</source>
        <translation>Voriger Reiter</translation>
    </message>
</context>
<context>
    <name>ShownOnceDialog</name>
    <message>
        <source>Keep This Now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>The server shows this only once. Copy it now and store it safely: nobody can show it again, not even this program.</source>
        <translation>Der Server zeigt dies nur einmal. Kopieren Sie es jetzt und bewahren Sie es sicher auf: Niemand kann es noch einmal zeigen, auch dieses Programm nicht.</translation>
    </message>
    <message>
        <source>I Have Stored It</source>
        <translation>Ist gesichert</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Keep in the &amp;keychain</source>
        <translation>Im &amp;Schlüsselbund behalten</translation>
    </message>
    <message>
        <source>Sign In to %1</source>
        <translation>An %1 anmelden</translation>
    </message>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>&amp;Keep for this run</source>
        <translation>Für diesen Lauf &amp;merken</translation>
    </message>
</context>
<context>
    <name>SignInFlow</name>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation>Die Anmeldung ist abgelaufen. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>This server offers no way to sign in again.</source>
        <translation>Dieser Server bietet keinen Weg, sich neu anzumelden.</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>This is needed to sign in.</source>
        <translation>Dies wird zum Anmelden gebraucht.</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Freiwillig</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>Sign In</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Signing in to %1…</source>
        <translation>Anmeldung an %1 …</translation>
    </message>
    <message>
        <source>You are not signed in to %1</source>
        <translation>Sie sind nicht an %1 angemeldet</translation>
    </message>
</context>
<context>
    <name>SingleConsole</name>
    <message>
        <source>The folder %1 cannot be written to.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Another console is running with the same data, but does not answer. Close it, then start again.</source>
        <translation>Eine andere Konsole läuft mit denselben Daten, antwortet aber nicht. Schließen Sie sie und starten Sie dann erneut.</translation>
    </message>
</context>
<context>
    <name>StagedGuard</name>
    <message numerus="yes">
        <source>Discard %Ln staged change(s)?</source>
        <translation>
            <numerusform>%Ln vorgemerkte Änderung verwerfen?</numerusform>
            <numerusform>%Ln vorgemerkte Änderungen verwerfen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of them has reached the server.</source>
        <translation>Nichts davon hat den Server erreicht.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stop applying the changes?</source>
        <translation>Das Ausführen der Änderungen anhalten?</translation>
    </message>
    <message>
        <source>What is under way is finished first.</source>
        <translation>Was unterwegs ist, wird noch beendet.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 name of a record, %2 of a secret</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records have new secrets</source>
        <translation>
            <numerusform>%Ln Eintrag hat neue Geheimnisse</numerusform>
            <numerusform>%Ln Einträge haben neue Geheimnisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>%1 is a production server: its users may notice the load.</source>
        <translation>%1 ist ein Produktionsserver: Wer ihn benutzt, kann die Last bemerken.</translation>
    </message>
    <message>
        <source>There are production servers among them: their users may notice the load.</source>
        <translation>Produktionsserver sind darunter: Wer sie benutzt, kann die Last bemerken.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them is running already; its end is waited for.</source>
        <translation>
            <numerusform>%Ln davon läuft schon; auf das Ende wird gewartet.</numerusform>
            <numerusform>%Ln davon laufen schon; auf ihr Ende wird gewartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>A run cannot be stopped from here.</source>
        <translation>Ein Lauf kann von hier aus nicht angehalten werden.</translation>
    </message>
    <message>
        <source>Start %1 maintenance of %2?</source>
        <extracomment>%1 a maintenance task, %2 a client</extracomment>
        <translation>Wartung (%1) von %2 starten?</translation>
    </message>
    <message numerus="yes">
        <source>Start %1 maintenance of %Ln client(s)?</source>
        <translation>
            <numerusform>Wartung (%1) von %Ln Client starten?</numerusform>
            <numerusform>Wartung (%1) von %Ln Clients starten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Start %1</source>
        <comment>a maintenance task</comment>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>Wie in der Liste</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Die längsten zuerst</translation>
    </message>
    <message>
        <source>Most overdue first</source>
        <translation>Die überfälligsten zuerst</translation>
    </message>
    <message>
        <source>Pause after a run that did not succeed</source>
        <translation>Nach einem Lauf ohne Erfolg innehalten</translation>
    </message>
    <message>
        <source>Runs at the same time</source>
        <translation>Läufe zur gleichen Zeit</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
</context>
<context>
    <name>StartFlow</name>
    <message>
        <source>%1 Maintenance</source>
        <translation>Wartung: %1</translation>
    </message>
</context>
<context>
    <name>StartMaintenance</name>
    <message>
        <source>This server has no maintenance task “%1”, but these: %2.</source>
        <extracomment>%2 a list such as: daily, hourly</extracomment>
        <translation>Dieser Server hat keine Wartungsaufgabe „%1“, sondern diese: %2.</translation>
    </message>
    <message>
        <source>No client with maintenance tasks has the name or the ID “%1”.</source>
        <translation>Kein Client mit Wartungsaufgaben hat den Namen oder die ID „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n clients are called “%1”. Give the ID of the one that is meant.</source>
        <translation>
            <numerusform>%n Client heißt „%1“. Nennen Sie die ID dessen, der gemeint ist.</numerusform>
            <numerusform>%n Clients heißen „%1“. Nennen Sie die ID dessen, der gemeint ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” opens read-only, so nothing was started. With --unlock it would be.</source>
        <translation>„%1“ öffnet schreibgeschützt, darum wurde nichts gestartet. Mit --unlock würde es.</translation>
    </message>
    <message>
        <source>The run ended without a result that anybody could read.</source>
        <translation>Der Lauf endete ohne ein Ergebnis, das jemand lesen könnte.</translation>
    </message>
    <message>
        <source>The run goes on at the server.</source>
        <translation>Der Lauf geht auf dem Server weiter.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>token expires %1</source>
        <translation>Token läuft ab %1</translation>
    </message>
    <message>
        <source>token has expired</source>
        <translation>Token ist abgelaufen</translation>
    </message>
    <message>
        <source>server clock is %1 behind</source>
        <translation>Serveruhr geht %1 nach</translation>
    </message>
    <message>
        <source>server clock is %1 ahead</source>
        <translation>Serveruhr geht %1 vor</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 %2  %3  %4</source>
        <extracomment>%1 verb, %2 path, %3 status, %4 duration: &quot;GET /oauth2/clients 200 38 ms&quot;</extracomment>
        <translation>%1 %2  %3  %4</translation>
    </message>
    <message>
        <source>Secrets are covered</source>
        <translation>Geheimnisse sind verdeckt</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Another program is using the console&apos;s data file.</source>
        <translation>Ein anderes Programm benutzt die Datendatei der Konsole.</translation>
    </message>
    <message>
        <source>The console&apos;s data file is read-only.</source>
        <translation>Die Datendatei der Konsole ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>The console&apos;s data file is damaged. It was left as it is.</source>
        <translation>Die Datendatei der Konsole ist beschädigt. Sie wurde so gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The console&apos;s data file cannot be opened.</source>
        <translation>Die Datendatei der Konsole lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The console&apos;s data file could not be read or written.</source>
        <translation>Die Datendatei der Konsole konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be created.</source>
        <translation>Die Datei %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Other users of this computer can open the folder %1, where the console keeps its data. Make it private, then start again.</source>
        <translation>Andere Benutzer dieses Rechners können den Ordner %1 öffnen, in dem die Konsole ihre Daten ablegt. Schützen Sie ihn und starten Sie dann neu.</translation>
    </message>
    <message>
        <source>The file %1 cannot be made private.</source>
        <translation>Die Datei %1 lässt sich nicht schützen.</translation>
    </message>
    <message>
        <source>The console&apos;s data file was written by a newer version of this program. Use that version.</source>
        <translation>Die Datendatei der Konsole stammt von einer neueren Version dieses Programms. Verwenden Sie jene Version.</translation>
    </message>
    <message>
        <source>The journal&apos;s database takes no writing at the moment.</source>
        <translation>In die Datenbank des Journals kann gerade nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>You lack the right to do this in the journal&apos;s database.</source>
        <translation>Dazu fehlt Ihnen in der Datenbank des Journals das Recht.</translation>
    </message>
    <message>
        <source>There is no journal in this database.</source>
        <translation>In dieser Datenbank ist kein Journal.</translation>
    </message>
    <message>
        <source>The disk of the journal&apos;s database is full.</source>
        <translation>Die Festplatte der Datenbank des Journals ist voll.</translation>
    </message>
    <message>
        <source>The journal&apos;s database takes no more connections.</source>
        <translation>Die Datenbank des Journals nimmt keine weiteren Verbindungen an.</translation>
    </message>
    <message>
        <source>Another console kept the journal&apos;s database busy for too long.</source>
        <translation>Eine andere Konsole hat die Datenbank des Journals zu lange belegt.</translation>
    </message>
    <message>
        <source>The journal&apos;s database took too long to answer.</source>
        <translation>Die Datenbank des Journals hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>The connection to the journal&apos;s database was lost.</source>
        <translation>Die Verbindung zur Datenbank des Journals ist abgebrochen.</translation>
    </message>
    <message>
        <source>The journal&apos;s database is damaged.</source>
        <translation>Die Datenbank des Journals ist beschädigt.</translation>
    </message>
    <message>
        <source>The journal&apos;s database does not accept this user name and password.</source>
        <translation>Die Datenbank des Journals nimmt diesen Benutzernamen mit diesem Passwort nicht an.</translation>
    </message>
    <message>
        <source>The journal&apos;s database wants a password. Enter it in the preferences.</source>
        <translation>Die Datenbank des Journals verlangt ein Passwort. Geben Sie es in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The journal&apos;s database does not accept this user.</source>
        <translation>Die Datenbank des Journals nimmt diesen Benutzer nicht an.</translation>
    </message>
    <message>
        <source>The journal&apos;s database does not let this user in from this computer in this way.</source>
        <translation>Die Datenbank des Journals lässt diesen Benutzer von diesem Rechner aus so nicht ein.</translation>
    </message>
    <message>
        <source>The journal&apos;s database offers no TLS, which the connection to it needs.</source>
        <translation>Die Datenbank des Journals bietet kein TLS an, das die Verbindung zu ihr braucht.</translation>
    </message>
    <message>
        <source>The certificate of the journal&apos;s database could not be verified.</source>
        <translation>Das Zertifikat der Datenbank des Journals konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>The connection to the journal&apos;s database came to no secure end.</source>
        <translation>Die Verbindung zur Datenbank des Journals kam nicht sicher zustande.</translation>
    </message>
    <message>
        <source>The journal&apos;s database does not know this user.</source>
        <translation>Die Datenbank des Journals kennt diesen Benutzer nicht.</translation>
    </message>
    <message>
        <source>There is no database of this name.</source>
        <translation>Es gibt keine Datenbank dieses Namens.</translation>
    </message>
    <message>
        <source>The journal&apos;s database is starting or stopping.</source>
        <translation>Die Datenbank des Journals startet gerade oder wird beendet.</translation>
    </message>
    <message>
        <source>The journal&apos;s database could not be read or written.</source>
        <translation>Die Datenbank des Journals konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>The journal&apos;s database could not be reached.</source>
        <translation>Die Datenbank des Journals war nicht erreichbar.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for PostgreSQL is not installed. On Debian it is the package libqt6sql6-psql.</source>
        <translation>Der PostgreSQL-Treiber von Qt ist nicht installiert. Unter Debian ist es das Paket libqt6sql6-psql.</translation>
    </message>
    <message>
        <source>The journal&apos;s database does not keep text in UTF-8, so it cannot hold every name. Make one that does.</source>
        <translation>Die Datenbank des Journals speichert Text nicht in UTF-8 und kann deshalb nicht jeden Namen aufnehmen. Legen Sie eine an, die das tut.</translation>
    </message>
    <message>
        <source>The console&apos;s data file was deleted or replaced while it was in use. Start the console again.</source>
        <translation>Die Datendatei der Konsole wurde gelöscht oder ersetzt, während sie benutzt wurde. Starten Sie die Konsole neu.</translation>
    </message>
    <message>
        <source>The journal&apos;s database was prepared by a newer version of this program. Use that version.</source>
        <translation>Die Datenbank des Journals wurde von einer neueren Version dieses Programms eingerichtet. Benutzen Sie diese Version.</translation>
    </message>
    <message>
        <source>The journal was closed meanwhile. Try again.</source>
        <translation>Das Journal wurde inzwischen geschlossen. Versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>Teneo</name>
    <message>
        <source>The server sent an entry without an id.</source>
        <translation>Der Server schickte einen Eintrag ohne ID.</translation>
    </message>
    <message>
        <source>The server did not tell the state of the task.</source>
        <translation>Der Server nannte den Zustand der Aufgabe nicht.</translation>
    </message>
    <message>
        <source>The server&apos;s answer holds no access token.</source>
        <translation>Die Antwort des Servers enthält kein Zugriffstoken.</translation>
    </message>
    <message>
        <source>The server did not give an address to sign in at.</source>
        <translation>Der Server nannte keine Adresse zum Anmelden.</translation>
    </message>
    <message>
        <source>A name has at most 255 characters.</source>
        <translation>Ein Name hat höchstens 255 Zeichen.</translation>
    </message>
    <message>
        <source>Choose the type of the client.</source>
        <translation>Wählen Sie den Typ des Clients.</translation>
    </message>
    <message>
        <source>A Studio client needs the address its maintenance is reached at.</source>
        <translation>Ein Studio-Client braucht die Adresse, unter der seine Wartung erreichbar ist.</translation>
    </message>
    <message>
        <source>The server takes nothing shorter than 60 seconds.</source>
        <translation>Der Server nimmt nichts unter 60 Sekunden an.</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n s</source>
        <translation>
            <numerusform>in %n s</numerusform>
            <numerusform>in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n h</source>
        <translation>
            <numerusform>in %n h</numerusform>
            <numerusform>in %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <extracomment>%1 date, %2 time of day, %3 time zone</extracomment>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date format</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>TimeEdit</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Date and Time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>%1 · local time, %2</source>
        <comment>relative time, time zone</comment>
        <translation>%1 · Ortszeit, %2</translation>
    </message>
</context>
<context>
    <name>TlsError</name>
    <message>
        <source>The server&apos;s certificate has expired.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet.</source>
        <translation>Das Zertifikat des Servers gilt noch nicht.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate belongs to another host.</source>
        <translation>Das Zertifikat des Servers gehört zu einem anderen Rechnernamen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is self-signed.</source>
        <translation>Das Zertifikat des Servers ist selbst signiert.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked.</source>
        <translation>Das Zertifikat des Servers wurde widerrufen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was issued by an authority that is not trusted here.</source>
        <translation>Das Zertifikat des Servers stammt von einer Stelle, der hier nicht vertraut wird.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not acceptable.</source>
        <translation>Das Zertifikat des Servers ist nicht annehmbar.</translation>
    </message>
    <message>
        <source>No secure connection to the server could be made.</source>
        <translation>Es kam keine sichere Verbindung zum Server zustande.</translation>
    </message>
    <message>
        <source>The server does not accept the client certificate of this profile.</source>
        <translation>Der Server nimmt das Client-Zertifikat dieses Profils nicht an.</translation>
    </message>
    <message>
        <source>The server speaks no version of TLS that is still secure.</source>
        <translation>Der Server spricht keine Version von TLS, die noch sicher ist.</translation>
    </message>
    <message>
        <source>The server wants a client certificate, and this profile has none.</source>
        <translation>Der Server verlangt ein Client-Zertifikat, und dieses Profil hat keines.</translation>
    </message>
</context>
<context>
    <name>TokenFacts</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <extracomment>%1 distance from now (&quot;in 52 min&quot;), %2 point in time</extracomment>
        <translation>%1  ·  %2</translation>
    </message>
</context>
<context>
    <name>TokenInfoPage</name>
    <message>
        <source>The Token in Use</source>
        <translation>Das benutzte Token</translation>
    </message>
    <message>
        <source>Ask Again</source>
        <translation>Erneut abfragen</translation>
    </message>
    <message>
        <source>Another Token</source>
        <translation>Ein anderes Token</translation>
    </message>
    <message>
        <source>Token to inspect</source>
        <translation>Zu prüfendes Token</translation>
    </message>
    <message>
        <source>Paste a token</source>
        <translation>Token einfügen</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The token is sent to this server, which then could use it. Inspect only tokens it has issued.</source>
        <translation>Das Token wird an diesen Server gesendet, der es dann benutzen könnte. Prüfen Sie nur Tokens, die er ausgestellt hat.</translation>
    </message>
    <message>
        <source>The server does not accept this token: it is unknown, expired or revoked.</source>
        <translation>Der Server nimmt dieses Token nicht an: Es ist unbekannt, abgelaufen oder widerrufen.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt …</translation>
    </message>
</context>
<context>
    <name>TokenRequestPanel</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Way to get a token</source>
        <translation>Weg zu einem Token</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>Get Token</source>
        <translation>Token holen</translation>
    </message>
    <message>
        <source>What will be sent; secrets are masked</source>
        <translation>Was gesendet wird; Geheimnisse sind verdeckt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What the server answers is shown here.</source>
        <translation>Hier steht, was der Server antwortet.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Aktualisierungstoken</translation>
    </message>
    <message>
        <source>ID token</source>
        <translation>ID-Token</translation>
    </message>
    <message>
        <source>Keep in Keychain</source>
        <translation>Im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The browser opens at the server&apos;s sign-in page. The code it comes back with is exchanged here.</source>
        <translation>Der Browser öffnet die Anmeldeseite des Servers. Der Code, mit dem er zurückkommt, wird hier eingetauscht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Getting a token was cancelled.</source>
        <translation>Das Holen eines Tokens wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The refresh token too</source>
        <translation>Auch das Refresh-Token</translation>
    </message>
    <message>
        <source>What you chose is kept in the keychain and listed under %1.</source>
        <translation>Was Sie gewählt haben, liegt im Schlüsselbund und steht unter %1.</translation>
    </message>
    <message>
        <source>What will be sent is covered while secrets are.</source>
        <translation>Was gesendet wird, ist verdeckt, solange Geheimnisse es sind.</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Show Latchkey</source>
        <translation>Latchkey anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln maintenance task(s) failed</source>
        <translation>
            <numerusform>%Ln Wartungsaufgabe fehlgeschlagen</numerusform>
            <numerusform>%Ln Wartungsaufgaben fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln maintenance task(s) are late</source>
        <translation>
            <numerusform>%Ln Wartungsaufgabe überfällig</numerusform>
            <numerusform>%Ln Wartungsaufgaben überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>Latchkey: maintenance is fine</source>
        <translation>Latchkey: Die Wartung ist in Ordnung</translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>Certificate of %1</source>
        <translation>Zertifikat von %1</translation>
    </message>
    <message>
        <source>The identity of %1 could not be verified.</source>
        <translation>Die Identität von %1 ließ sich nicht überprüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate</source>
        <translation>Das Zertifikat des Servers</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signiert von</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>The server showed no certificate.</source>
        <translation>Der Server zeigte kein Zertifikat.</translation>
    </message>
    <message>
        <source>Trust it only after comparing its SHA-256 with what the server&apos;s administrator tells you. Exactly this certificate is then trusted, and for this server only.</source>
        <translation>Vertrauen Sie ihm erst, wenn Sie sein SHA-256 mit dem verglichen haben, was der Administrator des Servers nennt. Vertraut wird dann genau diesem Zertifikat, und nur für diesen Server.</translation>
    </message>
    <message>
        <source>This cannot be excused here.</source>
        <translation>Das lässt sich hier nicht zulassen.</translation>
    </message>
    <message>
        <source>Trust This Certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
</context>
<context>
    <name>UnattendedTask</name>
    <message>
        <source>There is no server called “%1”.</source>
        <translation>Es gibt keinen Server namens „%1“.</translation>
    </message>
    <message>
        <source>“%1” is signed in to with the browser, which takes a person. Make a profile with another sign-in method, such as an API token.</source>
        <translation>Bei „%1“ meldet man sich im Browser an, was eine Person braucht. Legen Sie ein Profil mit einer anderen Anmeldung an, etwa einem API-Token.</translation>
    </message>
    <message>
        <source>%1 Secrets can also be given in the environment variable LATCHKEY_SECRET.</source>
        <extracomment>%1 a sentence such as: The keychain is locked.</extracomment>
        <translation>%1 Geheimnisse können auch in der Umgebungsvariablen LATCHKEY_SECRET stehen.</translation>
    </message>
    <message>
        <source>To sign in, this is missing: %1. Keep secrets in the keychain, or give them in the environment variable LATCHKEY_SECRET.</source>
        <extracomment>%1 a list such as: Password, Client secret</extracomment>
        <translation>Zum Anmelden fehlt: %1. Bewahren Sie Geheimnisse im Schlüsselbund auf oder geben Sie sie in der Umgebungsvariablen LATCHKEY_SECRET an.</translation>
    </message>
    <message>
        <source>This server has no maintenance tasks.</source>
        <translation>Dieser Server hat keine Wartungsaufgaben.</translation>
    </message>
    <message>
        <source>The server has ended the sign-in, or no longer takes it.</source>
        <translation>Der Server hat die Anmeldung beendet oder nimmt sie nicht mehr an.</translation>
    </message>
    <message>
        <source>The list of clients did not come whole.</source>
        <translation>Die Liste der Clients kam nicht vollständig.</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>A token that was revoked or deleted cannot be brought back. Whoever used it has to get a new one.</source>
        <translation>Ein widerrufenes oder gelöschtes Token lässt sich nicht zurückholen. Wer es benutzt hat, muss sich ein neues holen.</translation>
    </message>
    <message>
        <source>This server cannot create such a record, so it cannot be brought back from here.</source>
        <translation>Dieser Server kann so einen Eintrag nicht anlegen, also lässt er sich von hier aus nicht zurückholen.</translation>
    </message>
    <message>
        <source>Create Again…</source>
        <translation>Wieder anlegen …</translation>
    </message>
    <message>
        <source>It comes back with the values shown here, as a new record: its ID may be another one, its secret will be, and tokens it had been issued stay gone.</source>
        <translation>Es kommt mit den hier gezeigten Werten zurück, als neuer Eintrag: Die ID kann eine andere sein, das Geheimnis ist ein anderes, und ausgestellte Tokens bleiben verloren.</translation>
    </message>
    <message>
        <source>It is not known whether this was done, so there is nothing to undo yet.</source>
        <translation>Es ist nicht bekannt, ob das geschehen ist; noch gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>This changed nothing, so there is nothing to undo.</source>
        <translation>Das hat nichts geändert, also gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>The former credentials cannot be brought back: the server no longer knows them, and neither does the console.</source>
        <translation>Die früheren Zugangsdaten lassen sich nicht zurückholen: Weder der Server noch die Konsole kennt sie noch.</translation>
    </message>
    <message>
        <source>Revoke the token to undo this.</source>
        <translation>Widerrufen Sie das Token, um das rückgängig zu machen.</translation>
    </message>
    <message>
        <source>A task that was started cannot be called back.</source>
        <translation>Eine gestartete Aufgabe lässt sich nicht zurückrufen.</translation>
    </message>
    <message>
        <source>What this changed is not in any list of this server.</source>
        <translation>Was das geändert hat, steht in keiner Liste dieses Servers.</translation>
    </message>
    <message>
        <source>Delete It…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Whoever has used it since will lose it.</source>
        <translation>Wer es seither benutzt, verliert es.</translation>
    </message>
    <message>
        <source>Enable Again…</source>
        <translation>Wieder aktivieren …</translation>
    </message>
    <message>
        <source>Tokens that ended with it stay ended.</source>
        <translation>Tokens, die damit endeten, bleiben beendet.</translation>
    </message>
    <message>
        <source>Change Back…</source>
        <translation>Zurückändern …</translation>
    </message>
    <message>
        <source>The fields get the values they had before. Secrets do not come back, and what happened in between stays.</source>
        <translation>Die Felder bekommen ihre früheren Werte. Geheimnisse kommen nicht zurück, und was inzwischen geschah, bleibt.</translation>
    </message>
    <message>
        <source>There is nothing that would undo this.</source>
        <translation>Nichts würde das rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>UndoFlow</name>
    <message>
        <source>“%1” is no longer on the server.</source>
        <translation>„%1“ ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>“%1” has those values already.</source>
        <translation>„%1“ hat diese Werte schon.</translation>
    </message>
</context>
<context>
    <name>UnfinishedBatches</name>
    <message>
        <source>The revocation of %1, begun on %2, is not finished.</source>
        <comment>12 access tokens</comment>
        <translation>Der Widerruf von %1, begonnen am %2, ist nicht beendet.</translation>
    </message>
    <message>
        <source>The deactivation of %1, begun on %2, is not finished.</source>
        <comment>12 clients</comment>
        <translation>Die Deaktivierung von %1, begonnen am %2, ist nicht beendet.</translation>
    </message>
    <message>
        <source>The deletion of %1, begun on %2, is not finished.</source>
        <comment>12 clients</comment>
        <translation>Das Löschen von %1, begonnen am %2, ist nicht beendet.</translation>
    </message>
    <message>
        <source>All of the %1 that were to go on %2 are gone; nobody has seen the report yet.</source>
        <comment>12 access tokens</comment>
        <translation>Von %1, die am %2 weg sollten, sind alle weg; den Bericht hat noch niemand gesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln erledigt</numerusform>
            <numerusform>%Ln erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln fehlgeschlagen</numerusform>
            <numerusform>%Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln may or may not have been done</source>
        <translation>
            <numerusform>%Ln vielleicht ausgeführt</numerusform>
            <numerusform>%Ln vielleicht ausgeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not started</source>
        <translation>
            <numerusform>%Ln nicht begonnen</numerusform>
            <numerusform>%Ln nicht begonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>To do those again that may have been done does no harm: what is gone already counts as done.</source>
        <translation>Es schadet nicht, die vielleicht ausgeführten zu wiederholen: Was schon weg ist, zählt als erledigt.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show Report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Loading the list, to see what is left…</source>
        <translation>Die Liste wird geladen, um zu sehen, was noch übrig ist …</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Forget what is left to do?</source>
        <translation>Vergessen, was noch zu tun ist?</translation>
    </message>
    <message>
        <source>What was done stays done. The rest stays as it is on the server, and the report is lost.</source>
        <translation>Was getan ist, bleibt getan. Der Rest bleibt auf dem Server, wie er ist, und der Bericht geht verloren.</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>Make changes on %1?</source>
        <translation>Änderungen auf %1 vornehmen?</translation>
    </message>
    <message>
        <source>This is a production server. Changes take effect at once, for everybody who uses it.</source>
        <translation>Dies ist ein Produktionsserver. Änderungen wirken sofort und für alle, die ihn benutzen.</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Änderungen wirken sofort.</translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>Für %n Minute</numerusform>
            <numerusform>Für %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Until I lock it</source>
        <translation>Bis ich sperre</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Unsaved Changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save what you entered?</source>
        <translation>Ihre Eingaben speichern?</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>The signature is wrong, although the server says that the token is active.</source>
        <translation>Die Signatur ist falsch, obwohl der Server das Token aktiv nennt.</translation>
    </message>
    <message>
        <source>It expired on %1, although the server still says that it is active.</source>
        <translation>Es ist am %1 abgelaufen, obwohl der Server es noch aktiv nennt.</translation>
    </message>
    <message>
        <source>It expired on %1.</source>
        <translation>Es ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>The server says that it is inactive, but whoever checks only the signature takes it until %1.</source>
        <translation>Der Server nennt es inaktiv, doch wer nur die Signatur prüft, nimmt es bis %1 an.</translation>
    </message>
    <message>
        <source>The server says that it is inactive, but whoever checks only the signature takes it for ever.</source>
        <translation>Der Server nennt es inaktiv, doch wer nur die Signatur prüft, nimmt es für immer an.</translation>
    </message>
    <message>
        <source>The server says that it is inactive; its signature could not be checked.</source>
        <translation>Der Server nennt es inaktiv; seine Signatur ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>The server says that it is inactive: it was revoked, has expired or was never issued.</source>
        <translation>Der Server nennt es inaktiv: Es wurde widerrufen, ist abgelaufen oder wurde nie ausgestellt.</translation>
    </message>
    <message>
        <source>The server says that it is active, the signature is right, and it expires on %1.</source>
        <translation>Der Server nennt es aktiv, die Signatur stimmt, und es läuft am %1 ab.</translation>
    </message>
    <message>
        <source>The server says that it is active, the signature is right, and it does not expire.</source>
        <translation>Der Server nennt es aktiv, die Signatur stimmt, und es läuft nicht ab.</translation>
    </message>
    <message>
        <source>The server says that it is active; its signature could not be checked.</source>
        <translation>Der Server nennt es aktiv; seine Signatur ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>The server says that it is active and expires on %1.</source>
        <translation>Der Server nennt es aktiv; es läuft am %1 ab.</translation>
    </message>
    <message>
        <source>The server says that it is active.</source>
        <translation>Der Server nennt es aktiv.</translation>
    </message>
    <message numerus="yes">
        <source>It expired on %1, less than %n second(s) ago: clocks may differ by as much.</source>
        <translation>
            <numerusform>Es ist am %1 abgelaufen, vor weniger als %n Sekunde: Um so viel können Uhren abweichen.</numerusform>
            <numerusform>Es ist am %1 abgelaufen, vor weniger als %n Sekunden: Um so viel können Uhren abweichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The signature is right, but the server gave no answer: it may have been revoked.</source>
        <translation>Die Signatur stimmt, aber der Server antwortete nicht: Es kann widerrufen sein.</translation>
    </message>
    <message>
        <source>The signature is right, and it does not expire; the server was not asked if it was revoked.</source>
        <translation>Die Signatur stimmt, und es läuft nicht ab; ob es widerrufen wurde, wurde der Server nicht gefragt.</translation>
    </message>
    <message>
        <source>The signature is right, and it expires on %1; the server was not asked if it was revoked.</source>
        <translation>Die Signatur stimmt, und es läuft am %1 ab; ob es widerrufen wurde, wurde der Server nicht gefragt.</translation>
    </message>
    <message>
        <source>The server says that it is inactive, but it is not the server that issued it.</source>
        <translation>Der Server nennt es inaktiv, hat es aber nicht ausgestellt.</translation>
    </message>
    <message>
        <source>The signature is right, but its times cannot be read.</source>
        <translation>Die Signatur stimmt, aber seine Zeiten sind nicht lesbar.</translation>
    </message>
    <message>
        <source>It is encrypted: only the server that issued it and its recipient can tell what it is worth.</source>
        <translation>Es ist verschlüsselt: Nur der ausstellende Server und der Empfänger wissen, was es wert ist.</translation>
    </message>
    <message>
        <source>Only the server that issued it can tell what it is worth.</source>
        <translation>Nur der Server, der es ausgestellt hat, weiß, was es wert ist.</translation>
    </message>
    <message>
        <source>It becomes valid on %1.</source>
        <translation>Es gilt ab %1.</translation>
    </message>
    <message>
        <source>It is being checked.</source>
        <translation>Es wird geprüft.</translation>
    </message>
    <message>
        <source>It has not been checked yet.</source>
        <translation>Es wurde noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <source>Signature wrong</source>
        <translation>Signatur falsch</translation>
    </message>
    <message>
        <source>Server says inactive</source>
        <translation>Laut Server inaktiv</translation>
    </message>
    <message>
        <source>Not checkable</source>
        <translation>Nicht prüfbar</translation>
    </message>
    <message>
        <source>It names another issuer, although it is signed with a key of this server.</source>
        <translation>Es nennt einen anderen Aussteller, obwohl es mit einem Schlüssel dieses Servers signiert ist.</translation>
    </message>
    <message>
        <source>It gives “%1” more than once, so it can be read in two ways.</source>
        <translation>Es nennt „%1“ mehrfach und lässt sich daher auf zwei Arten lesen.</translation>
    </message>
    <message>
        <source>Its time “%1” cannot be read.</source>
        <translation>Seine Zeit „%1“ ist nicht lesbar.</translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message>
        <source>The signature is right, but the key is weak: less than 2048 bits.</source>
        <translation>Die Signatur stimmt, aber der Schlüssel ist schwach: weniger als 2048 Bit.</translation>
    </message>
    <message>
        <source>The signature is right.</source>
        <translation>Die Signatur stimmt.</translation>
    </message>
    <message>
        <source>The signature does not fit: the token was changed, cut off, or signed with another key.</source>
        <translation>Die Signatur passt nicht: Das Token wurde verändert, abgeschnitten oder mit einem anderen Schlüssel signiert.</translation>
    </message>
    <message>
        <source>The token carries no signature: anybody could have written it.</source>
        <translation>Das Token trägt keine Signatur: Jeder könnte es geschrieben haben.</translation>
    </message>
    <message>
        <source>The signature has a length that no %1 signature has.</source>
        <translation>Die Signatur hat eine Länge, die keine %1-Signatur hat.</translation>
    </message>
    <message>
        <source>The key that the token names is not for %1 signatures.</source>
        <translation>Der Schlüssel, den das Token nennt, ist nicht für %1-Signaturen.</translation>
    </message>
    <message>
        <source>Checking %1 needs the secret that issuer and client share.</source>
        <translation>Um %1 zu prüfen, braucht man das Geheimnis, das Aussteller und Client teilen.</translation>
    </message>
    <message>
        <source>The token does not say how it is signed.</source>
        <translation>Das Token sagt nicht, wie es signiert ist.</translation>
    </message>
    <message>
        <source>The signature algorithm %1 is not known here.</source>
        <translation>Das Signaturverfahren %1 ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The header says something twice, so it can be read in two ways.</source>
        <translation>Der Kopf sagt etwas zweimal und lässt sich daher auf zwei Arten lesen.</translation>
    </message>
    <message>
        <source>The header demands an extension that is not known here.</source>
        <translation>Der Kopf verlangt eine Erweiterung, die hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>The issuer has no key named %1.</source>
        <translation>Der Aussteller hat keinen Schlüssel namens %1.</translation>
    </message>
    <message>
        <source>There is no key to check the signature with.</source>
        <translation>Es gibt keinen Schlüssel, um die Signatur zu prüfen.</translation>
    </message>
    <message>
        <source>The keys of the issuer could not be read.</source>
        <translation>Die Schlüssel des Ausstellers ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>The token is of another issuer, whose keys are not known here.</source>
        <translation>Das Token stammt von einem anderen Aussteller, dessen Schlüssel hier nicht bekannt sind.</translation>
    </message>
</context>
<context>
    <name>VerifyJournal</name>
    <message>
        <source>There is no journal at %1.</source>
        <translation>Unter %1 gibt es kein Journal.</translation>
    </message>
    <message>
        <source>Broken at line %1: it is missing or is not what was written. %2 lines before it are whole.</source>
        <translation>Gebrochen bei Zeile %1: Sie fehlt oder ist nicht, was geschrieben wurde. %2 Zeilen davor sind heil.</translation>
    </message>
    <message>
        <source>Unbroken: %1 lines. Hash of the last: %2</source>
        <translation>Unversehrt: %1 Zeilen. Hash der letzten: %2</translation>
    </message>
    <message>
        <source>A password on the command line can be seen by everybody on this computer. Take it out of the address and put it into the environment variable PGPASSWORD.</source>
        <translation>Ein Passwort auf der Befehlszeile kann jeder an diesem Rechner sehen. Nehmen Sie es aus der Adresse und setzen Sie es in die Umgebungsvariable PGPASSWORD.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Add Server…</source>
        <translation>Server hinzufügen …</translation>
    </message>
    <message>
        <source>Try the Local Server</source>
        <translation>Lokalen Server ausprobieren</translation>
    </message>
    <message>
        <source>Starts a server with demo data on this computer. Nothing leaves it.</source>
        <translation>Startet auf diesem Rechner einen Server mit Demodaten. Nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Welcome to Latchkey</source>
        <translation>Willkommen bei Latchkey</translation>
    </message>
    <message>
        <source>This server is not connected.</source>
        <translation>Dieser Server ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Add a server to manage its clients, scopes, users and tokens.</source>
        <translation>Fügen Sie einen Server hinzu, um seine Clients, Scopes, Benutzer und Tokens zu verwalten.</translation>
    </message>
</context>
<context>
    <name>WorkbenchPage</name>
    <message>
        <source>Parts of the workbench</source>
        <translation>Teile der Werkstatt</translation>
    </message>
    <message>
        <source>Get a Token</source>
        <translation>Token holen</translation>
    </message>
    <message>
        <source>Inspect and Revoke</source>
        <translation>Untersuchen und widerrufen</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>This server is no longer in the list.</source>
        <translation>Dieser Server ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>This version does not know the server product “%1”.</source>
        <translation>Diese Version kennt das Serverprodukt „%1“ nicht.</translation>
    </message>
    <message>
        <source>Signed in as %1, with administrator rights.</source>
        <translation>Angemeldet als %1, mit Administratorrechten.</translation>
    </message>
    <message>
        <source>Signed in as %1, without administrator rights.</source>
        <translation>Angemeldet als %1, ohne Administratorrechte.</translation>
    </message>
    <message>
        <source>This server does not offer the sign-in method “%1”.</source>
        <translation>Dieser Server bietet die Anmeldeart „%1“ nicht an.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>The server was disconnected.</source>
        <translation>Die Verbindung zum Server wurde getrennt.</translation>
    </message>
</context>
</TS>
