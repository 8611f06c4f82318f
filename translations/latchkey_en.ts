<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>BatchDialog</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not started</source>
        <translation>
            <numerusform>%Ln not started</numerusform>
            <numerusform>%Ln not started</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BatchRevocationPage</name>
    <message numerus="yes">
        <source>%n token(s) this console got here are among them.</source>
        <translation>
            <numerusform>%n token this console got here are among them.</numerusform>
            <numerusform>%n tokens this console got here are among them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlastRadiusDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are what this console itself uses, so they are left out.</source>
        <translation>
            <numerusform>%Ln of them are what this console itself uses, so they are left out.</numerusform>
            <numerusform>%Ln of them are what this console itself uses, so they are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message numerus="yes">
        <source>%Ln create(s)</source>
        <translation>
            <numerusform>%Ln create</numerusform>
            <numerusform>%Ln creates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln edit(s)</source>
        <translation>
            <numerusform>%Ln edit</numerusform>
            <numerusform>%Ln edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removal(s)</source>
        <translation>
            <numerusform>%Ln removal</numerusform>
            <numerusform>%Ln removals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time(s) new credentials</source>
        <translation>
            <numerusform>%Ln time new credentials</numerusform>
            <numerusform>%Ln times new credentials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s) on %1?</source>
        <translation>
            <numerusform>Apply %Ln change on %1?</numerusform>
            <numerusform>Apply %Ln changes on %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln Change(s)</source>
        <translation>
            <numerusform>Apply %Ln Change</numerusform>
            <numerusform>Apply %Ln Changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied.</source>
        <translation>
            <numerusform>%Ln change applied.</numerusform>
            <numerusform>%Ln changes applied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed and can be applied again.</source>
        <translation>
            <numerusform>%Ln failed and can be applied again.</numerusform>
            <numerusform>%Ln failed and can be applied again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not reached.</source>
        <translation>
            <numerusform>%Ln not reached.</numerusform>
            <numerusform>%Ln not reached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Collection</name>
    <message numerus="yes">
        <source>%Ln client(s)</source>
        <translation>
            <numerusform>%Ln client</numerusform>
            <numerusform>%Ln clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scope(s)</source>
        <translation>
            <numerusform>%Ln scope</numerusform>
            <numerusform>%Ln scopes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln API token(s)</source>
        <translation>
            <numerusform>%Ln API token</numerusform>
            <numerusform>%Ln API tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln access token(s)</source>
        <translation>
            <numerusform>%Ln access token</numerusform>
            <numerusform>%Ln access tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refresh token(s)</source>
        <translation>
            <numerusform>%Ln refresh token</numerusform>
            <numerusform>%Ln refresh tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
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
            <numerusform>%Ln User</numerusform>
            <numerusform>%Ln Users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln API Token(s)</source>
        <translation>
            <numerusform>%Ln API Token</numerusform>
            <numerusform>%Ln API Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Access Token(s)</source>
        <translation>
            <numerusform>%Ln Access Token</numerusform>
            <numerusform>%Ln Access Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Session(s)</source>
        <translation>
            <numerusform>%Ln Session</numerusform>
            <numerusform>%Ln Sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Refresh Token(s)</source>
        <translation>
            <numerusform>%Ln Refresh Token</numerusform>
            <numerusform>%Ln Refresh Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept token(s)</source>
        <translation>
            <numerusform>%Ln kept token</numerusform>
            <numerusform>%Ln kept tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Kept Token(s)</source>
        <translation>
            <numerusform>%Ln Kept Token</numerusform>
            <numerusform>%Ln Kept Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Entry(ies)</source>
        <translation>
            <numerusform>%Ln Entry</numerusform>
            <numerusform>%Ln Entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message numerus="yes">
        <source>%n field(s) were changed there and here. Choose whose value is saved.</source>
        <translation>
            <numerusform>%n field were changed there and here. Choose whose value is saved.</numerusform>
            <numerusform>%n fields were changed there and here. Choose whose value is saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message numerus="yes">
        <source>The file has more than %n row(s).</source>
        <translation>
            <numerusform>The file has more than %n row.</numerusform>
            <numerusform>The file has more than %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialects</name>
    <message numerus="yes">
        <source>This text may be no longer than %n byte(s).</source>
        <translation>
            <numerusform>This text may be no longer than %n byte.</numerusform>
            <numerusform>This text may be no longer than %n bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnvironmentBanner</name>
    <message numerus="yes">
        <source>changes are possible for %n more minute(s)</source>
        <translation>
            <numerusform>changes are possible for %n more minute</numerusform>
            <numerusform>changes are possible for %n more minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changes are possible for %n more second(s)</source>
        <translation>
            <numerusform>changes are possible for %n more second</numerusform>
            <numerusform>changes are possible for %n more seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>The server did not answer within %n second(s).</source>
        <translation>
            <numerusform>The server did not answer within %n second.</numerusform>
            <numerusform>The server did not answer within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server sent nothing for %n second(s).</source>
        <translation>
            <numerusform>The server sent nothing for %n second.</numerusform>
            <numerusform>The server sent nothing for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpiryChart</name>
    <message numerus="yes">
        <source>%Ln later</source>
        <extracomment>how many entries expire after the last bar of a chart</extracomment>
        <translation>
            <numerusform>%Ln later</numerusform>
            <numerusform>%Ln later</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>The %n column(s) shown</source>
        <translation>
            <numerusform>The %n column shown</numerusform>
            <numerusform>The %n columns shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n field(s), hidden ones too</source>
        <translation>
            <numerusform>All %n field, hidden ones too</numerusform>
            <numerusform>All %n fields, hidden ones too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetPanel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterCompletion</name>
    <message numerus="yes">
        <source>less than %n day(s) from now or ago</source>
        <translation>
            <numerusform>less than %n day from now or ago</numerusform>
            <numerusform>less than %n days from now or ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) from now or ago</source>
        <translation>
            <numerusform>more than %n day from now or ago</numerusform>
            <numerusform>more than %n days from now or ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within the next %n day(s)</source>
        <translation>
            <numerusform>within the next %n day</numerusform>
            <numerusform>within the next %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>more than %n day(s) ahead</source>
        <translation>
            <numerusform>more than %n day ahead</numerusform>
            <numerusform>more than %n days ahead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HttpLogDock</name>
    <message numerus="yes">
        <source>%n request(s) exported to %1.</source>
        <translation>
            <numerusform>%n request exported to %1.</numerusform>
            <numerusform>%n requests exported to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln row(s) left to check</source>
        <translation>
            <numerusform>%Ln row left to check</numerusform>
            <numerusform>%Ln rows left to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged</source>
        <translation>
            <numerusform>%Ln unchanged</numerusform>
            <numerusform>%Ln unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with problems</source>
        <translation>
            <numerusform>%Ln with problems</numerusform>
            <numerusform>%Ln with problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stage %Ln Change(s)</source>
        <translation>
            <numerusform>Stage %Ln Change</numerusform>
            <numerusform>Stage %Ln Changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message numerus="yes">
        <source>%n repeated token(s) were left out.</source>
        <translation>
            <numerusform>%n repeated token were left out.</numerusform>
            <numerusform>%n repeated tokens were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were left out because there are too many.</source>
        <translation>
            <numerusform>%n token were left out because there are too many.</numerusform>
            <numerusform>%n tokens were left out because there are too many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) held no token.</source>
        <translation>
            <numerusform>%n line held no token.</numerusform>
            <numerusform>%n lines held no token.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectionPanel</name>
    <message numerus="yes">
        <source>%n tokens are not known to be this server&apos;s own, so they were not sent to it.</source>
        <translation>
            <numerusform>%n tokens are not known to be this server&apos;s own, so they were not sent to it.</numerusform>
            <numerusform>%n tokens are not known to be this server&apos;s own, so they were not sent to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n token(s)?</source>
        <translation>
            <numerusform>Revoke %n token?</numerusform>
            <numerusform>Revoke %n tokens?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message numerus="yes">
        <source>The journal is unbroken: %Ln line(s), the last with the hash %1.</source>
        <translation>
            <numerusform>The journal is unbroken: %Ln line, the last with the hash %1.</numerusform>
            <numerusform>The journal is unbroken: %Ln lines, the last with the hash %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies), made %1.</source>
        <translation>
            <numerusform>%Ln entry, made %1.</numerusform>
            <numerusform>%Ln entries, made %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalHome</name>
    <message numerus="yes">
        <source>The journal there has %Ln line(s), which can be read and added to.</source>
        <translation>
            <numerusform>The journal there has %Ln line, which can be read and added to.</numerusform>
            <numerusform>The journal there has %Ln lines, which can be read and added to.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message numerus="yes">
        <source>The journal is unbroken: %Ln line(s), the last with the hash %1.</source>
        <translation>
            <numerusform>The journal is unbroken: %Ln line, the last with the hash %1.</numerusform>
            <numerusform>The journal is unbroken: %Ln lines, the last with the hash %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report was written, with %Ln entry(ies).</source>
        <translation>
            <numerusform>The report was written, with %Ln entry.</numerusform>
            <numerusform>The report was written, with %Ln entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jwks</name>
    <message numerus="yes">
        <source>Only the first %n key(s) of the set were read.</source>
        <translation>
            <numerusform>Only the first %n key of the set were read.</numerusform>
            <numerusform>Only the first %n keys of the set were read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jwt</name>
    <message numerus="yes">
        <source>A JWT has three parts with dots between them, this text has %n.</source>
        <translation>
            <numerusform>A JWT has three parts with dots between them, this text has %n.</numerusform>
            <numerusform>A JWT has three parts with dots between them, this text has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LintBar</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation>
            <numerusform>%Ln muted</numerusform>
            <numerusform>%Ln muted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LintModel</name>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LintPage</name>
    <message numerus="yes">
        <source>%n check(s) ran over %1.</source>
        <extracomment>%1 &quot;12 clients and 8 API tokens&quot;</extracomment>
        <translation>
            <numerusform>%n check ran over %1.</numerusform>
            <numerusform>%n checks ran over %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaintenanceNotices</name>
    <message numerus="yes">
        <source>%Ln run(s) failed</source>
        <translation>
            <numerusform>%Ln run failed</numerusform>
            <numerusform>%Ln runs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) vanished</source>
        <translation>
            <numerusform>%Ln run vanished</numerusform>
            <numerusform>%Ln runs vanished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln task(s) are late</source>
        <translation>
            <numerusform>%Ln task is late</numerusform>
            <numerusform>%Ln tasks are late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) finished</source>
        <translation>
            <numerusform>%Ln run finished</numerusform>
            <numerusform>%Ln runs finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message numerus="yes">
        <source>%Ln run(s) succeeded.</source>
        <translation>
            <numerusform>%Ln run succeeded.</numerusform>
            <numerusform>%Ln runs succeeded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) did not succeed.</source>
        <translation>
            <numerusform>%Ln run did not succeed.</numerusform>
            <numerusform>%Ln runs did not succeed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %1 for %Ln Client(s)…</source>
        <translation>
            <numerusform>Start %1 for %Ln Client…</numerusform>
            <numerusform>Start %1 for %Ln Clients…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MaintenanceSummary</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unknown</source>
        <translation>
            <numerusform>%Ln unknown</numerusform>
            <numerusform>%Ln unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln late</source>
        <translation>
            <numerusform>%Ln late</numerusform>
            <numerusform>%Ln late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without answer</source>
        <translation>
            <numerusform>%Ln without answer</numerusform>
            <numerusform>%Ln without answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fine</source>
        <translation>
            <numerusform>%Ln fine</numerusform>
            <numerusform>%Ln fine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) did not succeed since %1</source>
        <extracomment>%1 a time</extracomment>
        <translation>
            <numerusform>%Ln run did not succeed since %1</numerusform>
            <numerusform>%Ln runs did not succeed since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProfileForm</name>
    <message numerus="yes">
        <source>%n trusted certificate(s)</source>
        <translation>
            <numerusform>%n trusted certificate</numerusform>
            <numerusform>%n trusted certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordBeginnings</name>
    <message numerus="yes">
        <source>%n change(s) from the file are staged. Nothing is sent until you apply them.</source>
        <translation>
            <numerusform>%n change from the file are staged. Nothing is sent until you apply them.</numerusform>
            <numerusform>%n changes from the file are staged. Nothing is sent until you apply them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordEditor</name>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n staged change(s)</source>
        <translation>
            <numerusform>%n staged change</numerusform>
            <numerusform>%n staged changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordImport</name>
    <message numerus="yes">
        <source>The file has more than %n record(s).</source>
        <translation>
            <numerusform>The file has more than %n record.</numerusform>
            <numerusform>The file has more than %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file has more than %n column(s).</source>
        <translation>
            <numerusform>The file has more than %n column.</numerusform>
            <numerusform>The file has more than %n columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The row has %n cell(s), the header has others.</source>
        <translation>
            <numerusform>The row has %n cell, the header has others.</numerusform>
            <numerusform>The row has %n cells, the header has others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordList</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loaded so far</source>
        <translation>
            <numerusform>%Ln loaded so far</numerusform>
            <numerusform>%Ln loaded so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordRemoval</name>
    <message numerus="yes">
        <source>%1 deleted, %Ln failed.</source>
        <translation>
            <numerusform>%1 deleted, %Ln failed.</numerusform>
            <numerusform>%1 deleted, %Ln failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 revoked, %Ln failed.</source>
        <translation>
            <numerusform>%1 revoked, %Ln failed.</numerusform>
            <numerusform>%1 revoked, %Ln failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 deactivated, %Ln failed.</source>
        <translation>
            <numerusform>%1 deactivated, %Ln failed.</numerusform>
            <numerusform>%1 deactivated, %Ln failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordStaging</name>
    <message numerus="yes">
        <source>%n removal(s) staged. Nothing is sent until you apply the changes.</source>
        <translation>
            <numerusform>%n removal staged. Nothing is sent until you apply the changes.</numerusform>
            <numerusform>%n removals staged. Nothing is sent until you apply the changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunStatistics</name>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of unknown outcome</source>
        <translation>
            <numerusform>%Ln of unknown outcome</numerusform>
            <numerusform>%Ln of unknown outcome</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unusually long</source>
        <translation>
            <numerusform>%Ln unusually long</numerusform>
            <numerusform>%Ln unusually long</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message numerus="yes">
        <source>Copy; Forgotten After %n Second(s)</source>
        <translation>
            <numerusform>Copy; Forgotten After %n Second</numerusform>
            <numerusform>Copy; Forgotten After %n Seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message numerus="yes">
        <source>“%1” is used by %n client(s): %2.</source>
        <translation>
            <numerusform>“%1” is used by %n client: %2.</numerusform>
            <numerusform>“%1” is used by %n clients: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message numerus="yes">
        <source>Of %Ln change(s) it is not known whether the server made them.</source>
        <translation>
            <numerusform>Of %Ln change it is not known whether the server made them.</numerusform>
            <numerusform>Of %Ln changes it is not known whether the server made them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StagedGuard</name>
    <message numerus="yes">
        <source>Discard %Ln staged change(s)?</source>
        <translation>
            <numerusform>Discard %Ln staged change?</numerusform>
            <numerusform>Discard %Ln staged changes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records have new secrets</source>
        <translation>
            <numerusform>%Ln records have new secrets</numerusform>
            <numerusform>%Ln records have new secrets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message numerus="yes">
        <source>%Ln of them is running already; its end is waited for.</source>
        <translation>
            <numerusform>%Ln of them is running already; its end is waited for.</numerusform>
            <numerusform>%Ln of them are running already; their ends are waited for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %1 maintenance of %Ln client(s)?</source>
        <translation>
            <numerusform>Start %1 maintenance of %Ln client?</numerusform>
            <numerusform>Start %1 maintenance of %Ln clients?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartMaintenance</name>
    <message numerus="yes">
        <source>%n clients are called “%1”. Give the ID of the one that is meant.</source>
        <translation>
            <numerusform>%n clients are called “%1”. Give the ID of the one that is meant.</numerusform>
            <numerusform>%n clients are called “%1”. Give the ID of the one that is meant.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
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
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message numerus="yes">
        <source>%Ln maintenance task(s) failed</source>
        <translation>
            <numerusform>%Ln maintenance task failed</numerusform>
            <numerusform>%Ln maintenance tasks failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln maintenance task(s) are late</source>
        <translation>
            <numerusform>%Ln maintenance task is late</numerusform>
            <numerusform>%Ln maintenance tasks are late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnfinishedBatches</name>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln done</numerusform>
            <numerusform>%Ln done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln may or may not have been done</source>
        <translation>
            <numerusform>%Ln may or may not have been done</numerusform>
            <numerusform>%Ln may or may not have been done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not started</source>
        <translation>
            <numerusform>%Ln not started</numerusform>
            <numerusform>%Ln not started</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message numerus="yes">
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>For %n minute</numerusform>
            <numerusform>For %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message numerus="yes">
        <source>It expired on %1, less than %n second(s) ago: clocks may differ by as much.</source>
        <translation>
            <numerusform>It expired on %1, less than %n second ago: clocks may differ by as much.</numerusform>
            <numerusform>It expired on %1, less than %n seconds ago: clocks may differ by as much.</numerusform>
        </translation>
    </message>
</context>
</TS>
