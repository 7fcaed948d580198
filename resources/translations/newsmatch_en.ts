<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>NewsMatch</name>
        <message numerus="yes">
            <source>%n alike, folded beneath it</source>
            <translation>
                <numerusform>%n alike, folded beneath it</numerusform>
                <numerusform>%n alike, folded beneath it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alike, shown after it</source>
            <translation>
                <numerusform>%n alike, shown after it</numerusform>
                <numerusform>%n alike, shown after it</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) put into the review queue</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out:</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new photo(s) indexed</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) marked to compare</source>
            <translation>
                <numerusform>%n picture marked to compare</numerusform>
                <numerusform>%n pictures marked to compare</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Handed over %n time(s) before</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <source>used in %n article(s)</source>
            <translation>
                <numerusform>used in %n article</numerusform>
                <numerusform>used in %n articles</numerusform>
            </translation>
        </message>
    </context>
</TS>
