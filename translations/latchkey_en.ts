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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln Entry(ies)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies), made %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message numerus="yes">
        <source>The journal is unbroken: %Ln line(s), the last with the hash %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report was written, with %Ln entry(ies).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln muted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LintModel</name>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LintPage</name>
    <message numerus="yes">
        <source>%n check(s) had something to judge by: %1.</source>
        <extracomment>%1 &quot;12 clients and 8 API tokens&quot;</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
    <name>RecordEditor</name>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
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
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
