<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>NewsMatch</name>
        <message>
            <source>

(the rest of this text is not shown)</source>
            <translation>

(der Rest dieses Textes wird nicht gezeigt)</translation>
        </message>
        <message>
            <source>  and {0} more</source>
            <translation>  und {0} weitere</translation>
        </message>
        <message>
            <source>  ·  Esc: back to the article</source>
            <translation>  ·  Esc: zurück zum Artikel</translation>
        </message>
        <message>
            <source>  ·  Space: larger  ·  1–9: add the text as an article with that picture</source>
            <translation>  ·  Leertaste: größer  ·  1–9: den Text als Artikel mit diesem Bild aufnehmen</translation>
        </message>
        <message>
            <source>  ·  chosen: place {0:,}</source>
            <translation>  ·  gewählt: Platz {0:,}</translation>
        </message>
        <message>
            <source>  ✓ its true image</source>
            <translation>  ✓ sein wahres Bild</translation>
        </message>
        <message numerus="yes">
            <source> (by %Ln image(s) too)</source>
            <translation>
                <numerusform> (auch über %Ln Bild)</numerusform>
                <numerusform> (auch über %Ln Bilder)</numerusform>
            </translation>
        </message>
        <message>
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <source> pixels</source>
            <translation> Pixel</translation>
        </message>
        <message>
            <source> px</source>
            <translation> px</translation>
        </message>
        <message>
            <source> {0} should have done it; index again once it can.</source>
            <translation> {0} hätte es tun sollen; neu indexieren, sobald es wieder geht.</translation>
        </message>
        <message>
            <source> σ</source>
            <translation> σ</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>%Ln Artikel</numerusform>
                <numerusform>%Ln Artikel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) added</source>
            <translation>
                <numerusform>%Ln Artikel aufgenommen</numerusform>
                <numerusform>%Ln Artikel aufgenommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) decided; Decide &gt; Undo all that was decided at once</source>
            <translation>
                <numerusform>%Ln Artikel entschieden; Entscheiden &gt; Alles auf einmal Entschiedene zurücknehmen</numerusform>
                <numerusform>%Ln Artikel entschieden; Entscheiden &gt; Alles auf einmal Entschiedene zurücknehmen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) have a fitting picture. The model learns from four in five of them and is checked on the rest; it serves only if it is better there.</source>
            <translation>
                <numerusform>%Ln Artikel hat ein passendes Bild. Das Modell lernt aus vier von fünf und wird an den übrigen geprüft; es kommt nur in Dienst, wenn es dort besser ist.</numerusform>
                <numerusform>%Ln Artikel haben ein passendes Bild. Das Modell lernt aus vier von fünf davon und wird an den übrigen geprüft; es kommt nur in Dienst, wenn es dort besser ist.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) have a fitting picture; learning needs {0}. Choose pictures at the desk first.</source>
            <translation>
                <numerusform>%Ln Artikel hat ein passendes Bild; Lernen braucht {0}. Erst am Desk Bilder wählen.</numerusform>
                <numerusform>%Ln Artikel haben ein passendes Bild; Lernen braucht {0}. Erst am Desk Bilder wählen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) put into the review queue</source>
            <translation>
                <numerusform>%Ln Artikel in die Prüfliste genommen</numerusform>
                <numerusform>%Ln Artikel in die Prüfliste genommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) selected</source>
            <translation>
                <numerusform>%Ln Artikel ausgewählt</numerusform>
                <numerusform>%Ln Artikel ausgewählt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) selected: Decide &gt; All selected articles</source>
            <translation>
                <numerusform>%Ln Artikel ausgewählt: Entscheiden &gt; Alle ausgewählten Artikel</numerusform>
                <numerusform>%Ln Artikel ausgewählt: Entscheiden &gt; Alle ausgewählten Artikel</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) sent to the review queue</source>
            <translation>
                <numerusform>%Ln Artikel in die Prüfliste genommen</numerusform>
                <numerusform>%Ln Artikel in die Prüfliste genommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln decision(s) added</source>
            <translation>
                <numerusform>%Ln Entscheidung aufgenommen</numerusform>
                <numerusform>%Ln Entscheidungen aufgenommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln group(s) with {0:,} images whose cosine with another one of the group is over {1:.2f}. A ranking that puts the twin of a true image first counts as wrong.</source>
            <translation>
                <numerusform>%Ln Gruppe mit {0:,} Bildern, deren Kosinus mit einem anderen der Gruppe über {1:.2f} liegt. Eine Reihung, die den Doppelgänger eines wahren Bildes voranstellt, zählt als falsch.</numerusform>
                <numerusform>%Ln Gruppen mit {0:,} Bildern, deren Kosinus mit einem anderen der Gruppe über {1:.2f} liegt. Eine Reihung, die den Doppelgänger eines wahren Bildes voranstellt, zählt als falsch.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln image(s)</source>
            <translation>
                <numerusform>%Ln Bild</numerusform>
                <numerusform>%Ln Bilder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln image(s) added</source>
            <translation>
                <numerusform>%Ln Bild aufgenommen</numerusform>
                <numerusform>%Ln Bilder aufgenommen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln image(s), {0}</source>
            <translation>
                <numerusform>%Ln Bild, {0}</numerusform>
                <numerusform>%Ln Bilder, {0}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln left out:</source>
            <translation>
                <numerusform>%Ln ausgelassen:</numerusform>
                <numerusform>%Ln ausgelassen:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln likely of {0:,} pictures for this article, best first</source>
            <translation>
                <numerusform>%Ln wahrscheinliches von {0:,} Bildern für diesen Artikel, die besten zuerst</numerusform>
                <numerusform>%Ln wahrscheinliche von {0:,} Bildern für diesen Artikel, die besten zuerst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln likely of {0:,} pictures, best first</source>
            <translation>
                <numerusform>%Ln wahrscheinliches von {0:,} Bildern, die besten zuerst</numerusform>
                <numerusform>%Ln wahrscheinliche von {0:,} Bildern, die besten zuerst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln likely of {0:,} pictures: {1}</source>
            <translation>
                <numerusform>%Ln wahrscheinliches von {0:,} Bildern: {1}</numerusform>
                <numerusform>%Ln wahrscheinliche von {0:,} Bildern: {1}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more were decided at once with it; they stand</source>
            <translation>
                <numerusform>%Ln weiterer wurde zugleich entschieden; er bleibt</numerusform>
                <numerusform>%Ln weitere wurden zugleich entschieden; sie bleiben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s)</source>
            <translation>
                <numerusform>%Ln Bild</numerusform>
                <numerusform>%Ln Bilder</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) handed over, {0:,} were there as before</source>
            <translation>
                <numerusform>%Ln Bild übergeben, {0:,} schon so da</numerusform>
                <numerusform>%Ln Bilder übergeben, {0:,} schon so da</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) left out</source>
            <translation>
                <numerusform>%Ln Zeile ausgelassen</numerusform>
                <numerusform>%Ln Zeilen ausgelassen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) of decisions</source>
            <translation>
                <numerusform>%Ln Zeile mit Entscheidungen</numerusform>
                <numerusform>%Ln Zeilen mit Entscheidungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) or photo(s) were left out; everything else is in the collection.</source>
            <translation>
                <numerusform>%Ln Zeile oder Foto wurde ausgelassen; alles andere ist in der Sammlung.</numerusform>
                <numerusform>%Ln Zeilen oder Fotos wurden ausgelassen; alles andere ist in der Sammlung.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) written</source>
            <translation>
                <numerusform>%Ln Zeile geschrieben</numerusform>
                <numerusform>%Ln Zeilen geschrieben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected article(s) are decided already and stay as they are.</source>
            <translation>
                <numerusform>%Ln ausgewählter Artikel ist schon entschieden und bleibt, wie er ist.</numerusform>
                <numerusform>%Ln ausgewählte Artikel sind schon entschieden und bleiben, wie sie sind.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln tag(s), correction(s) and other remark(s)</source>
            <translation>
                <numerusform>%Ln Einordnung, Korrektur oder andere Anmerkung</numerusform>
                <numerusform>%Ln Einordnungen, Korrekturen und andere Anmerkungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln tagged failure(s) written to {0}</source>
            <translation>
                <numerusform>%Ln eingeordneter Fehler nach {0} geschrieben</numerusform>
                <numerusform>%Ln eingeordnete Fehler nach {0} geschrieben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln true picture(s) noted</source>
            <translation>
                <numerusform>%Ln wahres Bild vermerkt</numerusform>
                <numerusform>%Ln wahre Bilder vermerkt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln true picture(s) were ranked by one of them only.</source>
            <translation>
                <numerusform>%Ln wahres Bild wurde nur von einem der beiden gereiht.</numerusform>
                <numerusform>%Ln wahre Bilder wurden nur von einem der beiden gereiht.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alike, folded beneath it</source>
            <translation>
                <numerusform>%n ähnliches, darunter eingeklappt</numerusform>
                <numerusform>%n ähnliche, darunter eingeklappt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alike, shown after it</source>
            <translation>
                <numerusform>%n ähnliches, dahinter gezeigt</numerusform>
                <numerusform>%n ähnliche, dahinter gezeigt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new photo(s) indexed</source>
            <translation>
                <numerusform>%n neues Foto indexiert</numerusform>
                <numerusform>%n neue Fotos indexiert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n picture(s) marked to compare</source>
            <translation>
                <numerusform>%n Bild zum Vergleichen markiert</numerusform>
                <numerusform>%n Bilder zum Vergleichen markiert</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;About NewsMatch</source>
            <translation>Über &amp;NewsMatch</translation>
        </message>
        <message>
            <source>&amp;Accept the first pictures that are far ahead …</source>
            <translation>&amp;Erste Bilder mit großem Vorsprung annehmen …</translation>
        </message>
        <message>
            <source>&amp;Acceptable</source>
            <translation>Brau&amp;chbar</translation>
        </message>
        <message>
            <source>&amp;All defaults</source>
            <translation>&amp;Alle Vorgaben</translation>
        </message>
        <message>
            <source>&amp;Also like this</source>
            <translation>&amp;Auch wie dieses</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;Backups …</source>
            <translation>&amp;Sicherungen …</translation>
        </message>
        <message>
            <source>&amp;Begin</source>
            <translation>Be&amp;ginnen</translation>
        </message>
        <message>
            <source>&amp;Browse …</source>
            <translation>&amp;Durchsuchen …</translation>
        </message>
        <message>
            <source>&amp;Change keys …</source>
            <translation>Tasten ä&amp;ndern …</translation>
        </message>
        <message>
            <source>&amp;Choose it there</source>
            <translation>Dort &amp;wählen</translation>
        </message>
        <message>
            <source>&amp;Clear the queue …</source>
            <translation>&amp;Prüfliste leeren …</translation>
        </message>
        <message>
            <source>&amp;Collection</source>
            <translation>&amp;Sammlung</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Vergleich</translation>
        </message>
        <message>
            <source>&amp;Contents</source>
            <translation>&amp;Inhalt</translation>
        </message>
        <message>
            <source>&amp;Copy the report</source>
            <translation>Bericht &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Credit</source>
            <translation>Bild&amp;nachweis</translation>
        </message>
        <message>
            <source>&amp;Decide</source>
            <translation>&amp;Entscheiden</translation>
        </message>
        <message>
            <source>&amp;Default</source>
            <translation>&amp;Vorgabe</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>&amp;Depth</source>
            <translation>&amp;Tiefe</translation>
        </message>
        <message>
            <source>&amp;Epochs, at most</source>
            <translation>Höchstens so viele &amp;Epochen</translation>
        </message>
        <message>
            <source>&amp;Export decisions …</source>
            <translation>&amp;Entscheidungen exportieren …</translation>
        </message>
        <message>
            <source>&amp;Export …</source>
            <translation>E&amp;xportieren …</translation>
        </message>
        <message>
            <source>&amp;Failures</source>
            <translation>&amp;Fehler</translation>
        </message>
        <message>
            <source>&amp;Find pictures</source>
            <translation>Bilder &amp;finden</translation>
        </message>
        <message>
            <source>&amp;Full size</source>
            <translation>&amp;Volle Größe</translation>
        </message>
        <message>
            <source>&amp;Grade</source>
            <translation>&amp;Passung</translation>
        </message>
        <message>
            <source>&amp;Hand over</source>
            <translation>Ü&amp;bergeben</translation>
        </message>
        <message>
            <source>&amp;Hand over …</source>
            <translation>Über&amp;geben …</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;How</source>
            <translation>&amp;Wie</translation>
        </message>
        <message>
            <source>&amp;Hub images</source>
            <translation>&amp;Hub-Bilder</translation>
        </message>
        <message>
            <source>&amp;Import a file …</source>
            <translation>Datei &amp;importieren …</translation>
        </message>
        <message>
            <source>&amp;Keys …</source>
            <translation>&amp;Tasten …</translation>
        </message>
        <message>
            <source>&amp;Lasso</source>
            <translation>&amp;Lasso</translation>
        </message>
        <message>
            <source>&amp;Learn</source>
            <translation>&amp;Lernen</translation>
        </message>
        <message>
            <source>&amp;Learn from decisions …</source>
            <translation>Aus &amp;Entscheidungen lernen …</translation>
        </message>
        <message>
            <source>&amp;Length</source>
            <translation>&amp;Länge</translation>
        </message>
        <message>
            <source>&amp;Let it serve</source>
            <translation>In &amp;Dienst nehmen</translation>
        </message>
        <message>
            <source>&amp;Licence</source>
            <translation>&amp;Lizenz</translation>
        </message>
        <message>
            <source>&amp;Manual</source>
            <translation>&amp;Handbuch</translation>
        </message>
        <message>
            <source>&amp;Measures</source>
            <translation>&amp;Maße</translation>
        </message>
        <message>
            <source>&amp;Models …</source>
            <translation>&amp;Modelle …</translation>
        </message>
        <message>
            <source>&amp;More like this</source>
            <translation>&amp;Mehr wie dieses</translation>
        </message>
        <message>
            <source>&amp;Name of the model</source>
            <translation>&amp;Name des Modells</translation>
        </message>
        <message>
            <source>&amp;Near-duplicates</source>
            <translation>Beinahe-&amp;Duplikate</translation>
        </message>
        <message>
            <source>&amp;New collection from a file …</source>
            <translation>&amp;Neue Sammlung aus einer Datei …</translation>
        </message>
        <message>
            <source>&amp;New key:</source>
            <translation>&amp;Neue Taste:</translation>
        </message>
        <message>
            <source>&amp;New …</source>
            <translation>&amp;Neu …</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>&amp;Next article</source>
            <translation>Nächster A&amp;rtikel</translation>
        </message>
        <message>
            <source>&amp;None fits any of them …</source>
            <translation>&amp;Zu keinem passt eines …</translation>
        </message>
        <message>
            <source>&amp;Open …</source>
            <translation>Ö&amp;ffnen …</translation>
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation>Pau&amp;se</translation>
        </message>
        <message>
            <source>&amp;Print …</source>
            <translation>&amp;Drucken …</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Rank</source>
            <translation>Ran&amp;g</translation>
        </message>
        <message>
            <source>&amp;Recipe</source>
            <translation>&amp;Rezept</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Reject it for the article it was found at: it belongs elsewhere</source>
            <translation>Beim Artikel, bei dem es gefunden wurde, &amp;ablehnen: Es gehört anderswohin</translation>
        </message>
        <message>
            <source>&amp;Research</source>
            <translation>&amp;Forschung</translation>
        </message>
        <message>
            <source>&amp;Restore …</source>
            <translation>&amp;Wiederherstellen …</translation>
        </message>
        <message>
            <source>&amp;Reveal what is sensitive</source>
            <translation>Heikles au&amp;fdecken</translation>
        </message>
        <message>
            <source>&amp;Save as PNG or SVG …</source>
            <translation>Als PNG oder SVG &amp;speichern …</translation>
        </message>
        <message>
            <source>&amp;Save picture …</source>
            <translation>Bild &amp;speichern …</translation>
        </message>
        <message>
            <source>&amp;Settings …</source>
            <translation>Einste&amp;llungen …</translation>
        </message>
        <message>
            <source>&amp;Skip</source>
            <translation>Ü&amp;berspringen</translation>
        </message>
        <message>
            <source>&amp;Source</source>
            <translation>&amp;Quelle</translation>
        </message>
        <message>
            <source>&amp;Stop watching it</source>
            <translation>&amp;Nicht mehr überwachen</translation>
        </message>
        <message>
            <source>&amp;Suggest pictures for a text …</source>
            <translation>Bilder zu einem Text &amp;vorschlagen …</translation>
        </message>
        <message>
            <source>&amp;Take this article out of the queue</source>
            <translation>&amp;Diesen Artikel aus der Prüfliste nehmen</translation>
        </message>
        <message>
            <source>&amp;Text</source>
            <translation>&amp;Text</translation>
        </message>
        <message>
            <source>&amp;This picture belongs to that article …</source>
            <translation>&amp;Dieses Bild gehört zu jenem Artikel …</translation>
        </message>
        <message>
            <source>&amp;Tour</source>
            <translation>&amp;Rundgang</translation>
        </message>
        <message>
            <source>&amp;Train</source>
            <translation>T&amp;rainieren</translation>
        </message>
        <message>
            <source>&amp;Try the words</source>
            <translation>Wör&amp;ter erproben</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Usable rights only</source>
            <translation>Nur n&amp;utzbare Rechte</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Watch a folder …</source>
            <translation>Ordner ü&amp;berwachen …</translation>
        </message>
        <message>
            <source>&amp;Watched folders …</source>
            <translation>Über&amp;wachte Ordner …</translation>
        </message>
        <message>
            <source>&amp;Why this picture?</source>
            <translation>&amp;Warum dieses Bild?</translation>
        </message>
        <message>
            <source>(no headline)</source>
            <translation>(keine Überschrift)</translation>
        </message>
        <message>
            <source>+ and − change how much it counts, below 0 “unlike”</source>
            <translation>+ und − ändern, wie viel es zählt, unter 0 „unähnlich“</translation>
        </message>
        <message>
            <source>+ − 0 zoom</source>
            <translation>+ − 0 Zoom</translation>
        </message>
        <message>
            <source>+{0} alike</source>
            <translation>+{0} ähnlich</translation>
        </message>
        <message>
            <source>, and rejected here</source>
            <translation> und hier abgelehnt</translation>
        </message>
        <message>
            <source>, the true one</source>
            <translation>, das wahre</translation>
        </message>
        <message>
            <source>1. Pick a story</source>
            <translation>1. Einen Artikel wählen</translation>
        </message>
        <message>
            <source>1–{0} choose    + − 0 zoom all    Shift and arrows pan all    Esc closes</source>
            <translation>1–{0} wählt    + − 0 Zoom für alle    Umschalt und Pfeile verschieben alle    Esc schließt</translation>
        </message>
        <message>
            <source>2. See what the model reads</source>
            <translation>2. Sehen, was das Modell liest</translation>
        </message>
        <message>
            <source>3. Decide with one key</source>
            <translation>3. Mit einer Taste entscheiden</translation>
        </message>
        <message>
            <source>95 % interval</source>
            <translation>95-%-Intervall</translation>
        </message>
        <message>
            <source>A backup holds what was imported and what people said: articles, captions, decisions and notes. It does not hold the photos and the trained models, which lie in folders of their own, nor the caches, which are made anew.</source>
            <translation>Eine Sicherung enthält, was importiert und was von Menschen gesagt wurde: Artikel, Bildtexte, Entscheidungen und Notizen. Sie enthält weder die Fotos und die trainierten Modelle, die in eigenen Ordnern liegen, noch die Zwischenspeicher, die neu entstehen.</translation>
        </message>
        <message>
            <source>A day, a month or a year, such as 2024-05-31, 5.2024 or 2024</source>
            <translation>Ein Tag, ein Monat oder ein Jahr, etwa 2024-05-31, 5.2024 oder 2024</translation>
        </message>
        <message>
            <source>A key is kept.</source>
            <translation>Ein Schlüssel ist gespeichert.</translation>
        </message>
        <message>
            <source>A report is in the clipboard; it holds no article, no search and no name</source>
            <translation>Ein Bericht liegt in der Zwischenablage; er enthält keinen Artikel, keine Suche und keinen Namen</translation>
        </message>
        <message>
            <source>A training ({0}) was stopped in epoch {1} of {2}. It can go on.</source>
            <translation>Ein Training ({0}) wurde in Epoche {1} von {2} angehalten. Es kann weitergehen.</translation>
        </message>
        <message>
            <source>About NewsMatch</source>
            <translation>Über NewsMatch</translation>
        </message>
        <message>
            <source>About the picture</source>
            <translation>Über das Bild</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Annehmen</translation>
        </message>
        <message>
            <source>Accept first pictures</source>
            <translation>Erste Bilder annehmen</translation>
        </message>
        <message>
            <source>Accept {0:,}</source>
            <translation>{0:,} annehmen</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Aktion</translation>
        </message>
        <message>
            <source>Actions and their keys; Enter gives a new key</source>
            <translation>Aktionen und ihre Tasten; die Eingabetaste gibt eine neue Taste</translation>
        </message>
        <message>
            <source>Add as &amp;article</source>
            <translation>Als &amp;Artikel aufnehmen</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Nachher</translation>
        </message>
        <message>
            <source>After, σ</source>
            <translation>Nachher, σ</translation>
        </message>
        <message>
            <source>Alike</source>
            <translation>Ähnlich</translation>
        </message>
        <message>
            <source>All &amp;keys</source>
            <translation>Alle &amp;Tasten</translation>
        </message>
        <message>
            <source>All &amp;selected articles</source>
            <translation>Alle &amp;ausgewählten Artikel</translation>
        </message>
        <message>
            <source>All decisions, lossless (*.jsonl);;Training pairs for open_clip (*.csv)</source>
            <translation>Alle Entscheidungen, verlustfrei (*.jsonl);;Trainingspaare für open_clip (*.csv)</translation>
        </message>
        <message>
            <source>All domains</source>
            <translation>Alle Domains</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>Alle Tasten</translation>
        </message>
        <message>
            <source>All languages</source>
            <translation>Alle Sprachen</translation>
        </message>
        <message>
            <source>All {0:,}</source>
            <translation>Alle {0:,}</translation>
        </message>
        <message>
            <source>Alt and a letter</source>
            <translation>Alt und ein Buchstabe</translation>
        </message>
        <message>
            <source>Alternati&amp;ve text</source>
            <translation>Alternativte&amp;xt</translation>
        </message>
        <message>
            <source>Alternati&amp;ve text – proposal, please check</source>
            <translation>Alternativte&amp;xt – Vorschlag, bitte prüfen</translation>
        </message>
        <message>
            <source>Another c&amp;ollection …</source>
            <translation>Andere Samml&amp;ung …</translation>
        </message>
        <message>
            <source>Another recipe reads the articles anew; a model that learns from decisions ranks them anew once it serves. Either can be compared here then. The desk ranks by it too, until Text &gt; Recipe or Learn &gt; Models says otherwise.</source>
            <translation>Ein anderes Rezept liest die Artikel neu; ein Modell, das aus Entscheidungen lernt, reiht sie neu, sobald es im Dienst ist. Beides lässt sich dann hier vergleichen. Auch am Desk wird danach gereiht, bis Text &gt; Rezept oder Lernen &gt; Modelle anderes sagt.</translation>
        </message>
        <message>
            <source>Arrows</source>
            <translation>Pfeile</translation>
        </message>
        <message>
            <source>Article text</source>
            <translation>Artikeltext</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>Articles by how their rank changed</source>
            <translation>Artikel nach der Änderung ihres Rangs</translation>
        </message>
        <message>
            <source>Articles by the rank of their true picture</source>
            <translation>Artikel nach dem Rang ihres wahren Bildes</translation>
        </message>
        <message>
            <source>Articles of the image</source>
            <translation>Artikel des Bildes</translation>
        </message>
        <message>
            <source>Articles ranked</source>
            <translation>Gereihte Artikel</translation>
        </message>
        <message>
            <source>Articles stand on the left. Type to find one; PgDn goes to the next.</source>
            <translation>Links stehen die Artikel. Tippen, um einen zu finden; Bild ab geht zum nächsten.</translation>
        </message>
        <message>
            <source>As a &amp;ZIP file</source>
            <translation>Als &amp;ZIP-Datei</translation>
        </message>
        <message>
            <source>At most this &amp;wide</source>
            <translation>Höchstens so b&amp;reit</translation>
        </message>
        <message>
            <source>Bac&amp;k to the article</source>
            <translation>Zurüc&amp;k zum Artikel</translation>
        </message>
        <message>
            <source>Back up &amp;now</source>
            <translation>Jetzt &amp;sichern</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <source>Backups of {0}</source>
            <translation>Sicherungen von {0}</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <source>Before, σ</source>
            <translation>Vorher, σ</translation>
        </message>
        <message>
            <source>Before: {0}.  After: {1}.</source>
            <translation>Vorher: {0}.  Nachher: {1}.</translation>
        </message>
        <message>
            <source>Blue, broken outline: lowered the score. Orange, solid outline: raised it.</source>
            <translation>Blau, gestrichelt umrandet: senkte die Wertung. Orange, durchgehend umrandet: hob sie.</translation>
        </message>
        <message>
            <source>Both read the same words.</source>
            <translation>Beide lesen dieselben Wörter.</translation>
        </message>
        <message>
            <source>C&amp;aption</source>
            <translation>Bild&amp;text</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Candidate pictures</source>
            <translation>Bilder zur Wahl</translation>
        </message>
        <message>
            <source>Candidates</source>
            <translation>Kandidaten</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>Bildtext</translation>
        </message>
        <message>
            <source>Caption copied</source>
            <translation>Bildtext kopiert</translation>
        </message>
        <message>
            <source>Chan&amp;ges</source>
            <translation>B&amp;ewegungen</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <source>Change of MRR@100 on held-out decisions, 95 % interval</source>
            <translation>Änderung von MRR@100 auf zurückgehaltenen Entscheidungen, 95-%-Intervall</translation>
        </message>
        <message>
            <source>Change of the reciprocal rank, of which only the first 100 places count</source>
            <translation>Änderung des reziproken Rangs, von dem nur die ersten 100 Plätze zählen</translation>
        </message>
        <message>
            <source>Characters of headline and text</source>
            <translation>Zeichen von Überschrift und Text</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Ordner wählen</translation>
        </message>
        <message>
            <source>Choose a recipe</source>
            <translation>Rezept wählen</translation>
        </message>
        <message>
            <source>Choose by &amp;number</source>
            <translation>Wählen nach &amp;Nummer</translation>
        </message>
        <message>
            <source>Choose picture &amp;{0}</source>
            <translation>Bild &amp;{0} wählen</translation>
        </message>
        <message>
            <source>Choose the folder: {0}</source>
            <translation>Ordner wählen: {0}</translation>
        </message>
        <message>
            <source>Choose the picture for a story</source>
            <translation>Das Bild für einen Artikel wählen</translation>
        </message>
        <message>
            <source>Choose the selected &amp;picture</source>
            <translation>Das ausgewählte &amp;Bild wählen</translation>
        </message>
        <message>
            <source>Choose {0}</source>
            <translation>{0} wählen</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <source>Chosen for “{0}”</source>
            <translation>Gewählt für „{0}“</translation>
        </message>
        <message>
            <source>Cl&amp;ear filters</source>
            <translation>Filter l&amp;eeren</translation>
        </message>
        <message>
            <source>Clear the queue</source>
            <translation>Prüfliste leeren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>Schließen (Esc)</translation>
        </message>
        <message>
            <source>Co&amp;lours</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>Collections (*.newsmatch)</source>
            <translation>Sammlungen (*.newsmatch)</translation>
        </message>
        <message>
            <source>Colo&amp;ur:</source>
            <translation>F&amp;arbe:</translation>
        </message>
        <message>
            <source>Colour by</source>
            <translation>Färben nach</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>Compare side by s&amp;ide</source>
            <translation>&amp;Nebeneinander vergleichen</translation>
        </message>
        <message>
            <source>Compare with another collection</source>
            <translation>Mit einer anderen Sammlung vergleichen</translation>
        </message>
        <message>
            <source>Compared &amp;with (after):</source>
            <translation>Verglichen m&amp;it (nachher):</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>Verglichen mit</translation>
        </message>
        <message>
            <source>Comparing …</source>
            <translation>Wird verglichen …</translation>
        </message>
        <message>
            <source>Cop&amp;y snippet</source>
            <translation>Baustein &amp;kopieren</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <source>Copy &amp;caption</source>
            <translation>Bild&amp;text kopieren</translation>
        </message>
        <message>
            <source>Copy &amp;picture</source>
            <translation>&amp;Bild kopieren</translation>
        </message>
        <message>
            <source>Copy a &amp;report</source>
            <translation>B&amp;ericht kopieren</translation>
        </message>
        <message>
            <source>Copy c&amp;redit</source>
            <translation>Bild&amp;nachweis kopieren</translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>Bildnachweis</translation>
        </message>
        <message>
            <source>Credit copied</source>
            <translation>Bildnachweis kopiert</translation>
        </message>
        <message>
            <source>Cro&amp;ps at the site's shapes</source>
            <translation>Auss&amp;chnitte in den Formaten der Website</translation>
        </message>
        <message>
            <source>Crops</source>
            <translation>Ausschnitte</translation>
        </message>
        <message>
            <source>Crops: {0}</source>
            <translation>Ausschnitte: {0}</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation>Strg+Eingabe</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <source>Decided articles</source>
            <translation>Entschiedene Artikel</translation>
        </message>
        <message>
            <source>Deciding</source>
            <translation>Entscheiden</translation>
        </message>
        <message>
            <source>Decisions</source>
            <translation>Entscheidungen</translation>
        </message>
        <message>
            <source>Decisions stay as they are.</source>
            <translation>Entscheidungen bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>Demo pictures</source>
            <translation>Demo-Bilder</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>Tiefe</translation>
        </message>
        <message>
            <source>Did, σ</source>
            <translation>Wirkung, σ</translation>
        </message>
        <message>
            <source>Dis&amp;card</source>
            <translation>&amp;Verwerfen</translation>
        </message>
        <message>
            <source>Dom.</source>
            <translation>Dom.</translation>
        </message>
        <message>
            <source>Domain</source>
            <translation>Domain</translation>
        </message>
        <message>
            <source>Draw a line around points; also by dragging with Shift. Ctrl adds</source>
            <translation>Eine Linie um Punkte ziehen; auch durch Ziehen mit Umschalt. Strg nimmt hinzu</translation>
        </message>
        <message>
            <source>E&amp;xport tagged …</source>
            <translation>Eingeordnete e&amp;xportieren …</translation>
        </message>
        <message>
            <source>Each was trained from another and compared with it on decisions it did not see.</source>
            <translation>Jedes wurde aus einem anderen trainiert und mit ihm auf Entscheidungen verglichen, die es nicht gesehen hat.</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>Enter or double click: its article at the editor's desk</source>
            <translation>Eingabe oder Doppelklick: sein Artikel am Desk</translation>
        </message>
        <message>
            <source>Enter or double click: show at the editor's desk</source>
            <translation>Eingabe oder Doppelklick: am Desk zeigen</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Every article is decided</source>
            <translation>Jeder Artikel ist entschieden</translation>
        </message>
        <message>
            <source>Export decisions</source>
            <translation>Entscheidungen exportieren</translation>
        </message>
        <message>
            <source>Export tagged failures</source>
            <translation>Eingeordnete Fehler exportieren</translation>
        </message>
        <message>
            <source>Export the model</source>
            <translation>Das Modell exportieren</translation>
        </message>
        <message>
            <source>Failures appear here once the articles with a true picture are ranked.

Articles need to be imported together with their pictures, and indexed (Collection &gt; Index, F5).</source>
            <translation>Hier erscheinen Fehler, sobald die Artikel mit einem wahren Bild gereiht sind.

Artikel müssen zusammen mit ihren Bildern importiert und indexiert werden (Sammlung &gt; Indexieren, F5).</translation>
        </message>
        <message>
            <source>Fi&amp;lters of the pictures</source>
            <translation>Fi&amp;lter der Bilder</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Fill in what is required first: this cannot go out yet.</source>
            <translation>Erst das Verlangte ausfüllen: So kann es nicht hinaus.</translation>
        </message>
        <message>
            <source>Filter actions and keys</source>
            <translation>Aktionen und Tasten filtern</translation>
        </message>
        <message>
            <source>Filter articles</source>
            <translation>Artikel filtern</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <source>Filters ({0})</source>
            <translation>Filter ({0})</translation>
        </message>
        <message>
            <source>Find a &amp;command …</source>
            <translation>&amp;Befehl suchen …</translation>
        </message>
        <message>
            <source>Find articles by words</source>
            <translation>Artikel nach Wörtern suchen</translation>
        </message>
        <message>
            <source>Find articles by words (Ctrl+F)</source>
            <translation>Artikel nach Wörtern suchen (Strg+F)</translation>
        </message>
        <message>
            <source>Fingerprint {0}, pairs {1}, alpha {2:g}.</source>
            <translation>Fingerabdruck {0}, Paare {1}, Alpha {2:g}.</translation>
        </message>
        <message>
            <source>Finishing the current step …</source>
            <translation>Der laufende Schritt wird beendet …</translation>
        </message>
        <message>
            <source>First rank</source>
            <translation>Erster Rang</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Vergessen</translation>
        </message>
        <message>
            <source>Forget the key of {0}</source>
            <translation>Den Schlüssel von {0} vergessen</translation>
        </message>
        <message>
            <source>Four pictures are marked already; take one of the marks away</source>
            <translation>Vier Bilder sind schon markiert; nehmen Sie eine Markierung weg</translation>
        </message>
        <message>
            <source>From a &amp;file …</source>
            <translation>Aus einer &amp;Datei …</translation>
        </message>
        <message>
            <source>Give every setting its default again? Keys stay as they are.</source>
            <translation>Jeder Einstellung wieder ihre Vorgabe geben? Tasten bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>Go &amp;on</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>Go back to the backup of {0}?</source>
            <translation>Zur Sicherung vom {0} zurück?</translation>
        </message>
        <message>
            <source>Go to the next part of the window</source>
            <translation>Zum nächsten Teil des Fensters</translation>
        </message>
        <message>
            <source>Grad-CAM</source>
            <translation>Grad-CAM</translation>
        </message>
        <message>
            <source>Grade &amp;{0} of 5</source>
            <translation>Passung &amp;{0} von 5</translation>
        </message>
        <message>
            <source>Groups of nearly the same images</source>
            <translation>Gruppen fast gleicher Bilder</translation>
        </message>
        <message>
            <source>Hand &amp;over</source>
            <translation>Ü&amp;bergeben</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Übergeben</translation>
        </message>
        <message>
            <source>Hand over &amp;all chosen pictures …</source>
            <translation>&amp;Alle gewählten Bilder übergeben …</translation>
        </message>
        <message numerus="yes">
            <source>Handed over %n time(s) before</source>
            <translation>
                <numerusform>Schon %n-mal übergeben</numerusform>
                <numerusform>Schon %n-mal übergeben</numerusform>
            </translation>
        </message>
        <message>
            <source>Handed over: {0}</source>
            <translation>Übergeben: {0}</translation>
        </message>
        <message>
            <source>Handing over</source>
            <translation>Übergeben</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>Überschrift</translation>
        </message>
        <message>
            <source>Held-out decisions (dashed: before)</source>
            <translation>Zurückgehalten (gestrichelt: vorher)</translation>
        </message>
        <message>
            <source>How far the true picture lies behind the best one, in standard deviations of the article's scores</source>
            <translation>Wie weit das wahre Bild hinter dem besten liegt, in Standardabweichungen der Wertungen des Artikels</translation>
        </message>
        <message>
            <source>How many articles moved how far</source>
            <translation>Wie viele Artikel wie weit gewandert sind</translation>
        </message>
        <message>
            <source>How often images are among the best</source>
            <translation>Wie oft Bilder unter den besten sind</translation>
        </message>
        <message>
            <source>How the map is made</source>
            <translation>Wie die Karte entsteht</translation>
        </message>
        <message>
            <source>How the score is explained</source>
            <translation>Wie die Wertung erklärt wird</translation>
        </message>
        <message>
            <source>Hubs, the most frequent first</source>
            <translation>Hubs, die häufigsten zuerst</translation>
        </message>
        <message>
            <source>I have chec&amp;ked the proposal</source>
            <translation>Ich habe den Vorschlag &amp;geprüft</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>Kennung</translation>
        </message>
        <message>
            <source>Image of no article</source>
            <translation>Bild keines Artikels</translation>
        </message>
        <message>
            <source>Image of: {0}</source>
            <translation>Bild von: {0}</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Images are compared when there is a study and this page is seen.</source>
            <translation>Bilder werden verglichen, sobald gereiht ist und diese Seite gezeigt wird.</translation>
        </message>
        <message>
            <source>Images of the group</source>
            <translation>Bilder der Gruppe</translation>
        </message>
        <message>
            <source>Import a folder of photos</source>
            <translation>Einen Ordner mit Fotos importieren</translation>
        </message>
        <message>
            <source>Import a photo &amp;folder …</source>
            <translation>Foto&amp;ordner importieren …</translation>
        </message>
        <message>
            <source>Import a table or a feed with Collection &gt; Import a file (Ctrl+I). The articles in it appear on the left.</source>
            <translation>Eine Tabelle oder einen Feed importieren: Sammlung &gt; Datei importieren (Strg+I). Die Artikel daraus erscheinen links.</translation>
        </message>
        <message>
            <source>Import articles and pictures</source>
            <translation>Artikel und Bilder importieren</translation>
        </message>
        <message>
            <source>In a dialog: close it</source>
            <translation>In einem Dialog: schließen</translation>
        </message>
        <message>
            <source>In a dialog: do it</source>
            <translation>In einem Dialog: ausführen</translation>
        </message>
        <message>
            <source>In brackets the 95 % interval: 1,000 resamples of the articles</source>
            <translation>In Klammern das 95-%-Intervall: 1.000 Stichproben der Artikel</translation>
        </message>
        <message>
            <source>In lists and dialogs</source>
            <translation>In Listen und Dialogen</translation>
        </message>
        <message>
            <source>In the review queue now</source>
            <translation>Jetzt in der Prüfliste</translation>
        </message>
        <message>
            <source>In the review queue: {0}</source>
            <translation>In der Prüfliste: {0}</translation>
        </message>
        <message>
            <source>Inde&amp;x</source>
            <translation>Inde&amp;xieren</translation>
        </message>
        <message>
            <source>Index now</source>
            <translation>Jetzt indexieren</translation>
        </message>
        <message>
            <source>Into the &amp;folder</source>
            <translation>In den &amp;Ordner</translation>
        </message>
        <message>
            <source>Into the review &amp;queue …</source>
            <translation>In die &amp;Prüfliste …</translation>
        </message>
        <message>
            <source>Into the review &amp;queue, or out of it</source>
            <translation>In die Prü&amp;fliste oder heraus</translation>
        </message>
        <message>
            <source>Into the review queue</source>
            <translation>In die Prüfliste</translation>
        </message>
        <message>
            <source>It has no caption</source>
            <translation>Es hat keinen Bildtext</translation>
        </message>
        <message>
            <source>It has no credit</source>
            <translation>Es hat keinen Bildnachweis</translation>
        </message>
        <message>
            <source>It is among the best of these, and the true image of those marked:</source>
            <translation>Es ist unter den besten von diesen und das wahre Bild der markierten:</translation>
        </message>
        <message>
            <source>It shows what the model used, not whether it is right.</source>
            <translation>Es zeigt, was das Modell benutzt hat, nicht, ob es recht hat.</translation>
        </message>
        <message>
            <source>Its licence says something else than that rights are reserved or unclear</source>
            <translation>Die Lizenz sagt etwas anderes, als dass Rechte vorbehalten oder unklar sind</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Keep the key of {0}</source>
            <translation>Den Schlüssel von {0} speichern</translation>
        </message>
        <message>
            <source>Key of {0}</source>
            <translation>Schlüssel von {0}</translation>
        </message>
        <message>
            <source>Key of {0}, kept in the system's keyring</source>
            <translation>Schlüssel von {0}, im Schlüsselbund des Systems gespeichert</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Keywords</source>
            <translation>Stichwörter</translation>
        </message>
        <message>
            <source>Kinds of points</source>
            <translation>Arten von Punkten</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>Language data</source>
            <translation>Sprachdaten</translation>
        </message>
        <message>
            <source>Last rank</source>
            <translation>Letzter Rang</translation>
        </message>
        <message>
            <source>Learn from decisions</source>
            <translation>Aus Entscheidungen lernen</translation>
        </message>
        <message>
            <source>Least characters</source>
            <translation>Mindestens so viele Zeichen</translation>
        </message>
        <message>
            <source>Len.</source>
            <translation>Länge</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>Bibliotheken</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Lift all &amp;filters</source>
            <translation>Alle Filter &amp;zurücksetzen</translation>
        </message>
        <message>
            <source>Lng.</source>
            <translation>Spr.</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>Wird geladen …</translation>
        </message>
        <message>
            <source>Lon&amp;ger side</source>
            <translation>Länge&amp;re Seite</translation>
        </message>
        <message>
            <source>Looking for pictures …</source>
            <translation>Bilder werden gesucht …</translation>
        </message>
        <message>
            <source>Looking for what made the score …</source>
            <translation>Gesucht wird, was die Wertung ausmacht …</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>MRR@100 before</source>
            <translation>MRR@100 vorher</translation>
        </message>
        <message>
            <source>Ma&amp;p</source>
            <translation>&amp;Karte</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Angelegt</translation>
        </message>
        <message>
            <source>Made &amp;by:</source>
            <translation>Er&amp;stellt mit:</translation>
        </message>
        <message>
            <source>Make a new database from what can still be read?</source>
            <translation>Aus dem, was noch lesbar ist, eine neue Datenbank machen?</translation>
        </message>
        <message>
            <source>Making the map …</source>
            <translation>Die Karte wird gezeichnet …</translation>
        </message>
        <message>
            <source>Manual</source>
            <translation>Handbuch</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>Map by PCA: {0:.1%} of the variance across, {1:.1%} upwards</source>
            <translation>Karte durch PCA: {0:.1%} der Streuung quer, {1:.1%} nach oben</translation>
        </message>
        <message>
            <source>Map by UMAP</source>
            <translation>Karte durch UMAP</translation>
        </message>
        <message>
            <source>Mark as &amp;sensitive</source>
            <translation>Als h&amp;eikel markieren</translation>
        </message>
        <message>
            <source>Mark to &amp;compare</source>
            <translation>&amp;Zum Vergleichen markieren</translation>
        </message>
        <message>
            <source>Mark two to four pictures to compare, or select them</source>
            <translation>Markieren Sie zwei bis vier Bilder zum Vergleichen, oder wählen Sie sie aus</translation>
        </message>
        <message>
            <source>Marked</source>
            <translation>Markiert</translation>
        </message>
        <message>
            <source>Marked as sensitive: it is blurred; the same key takes the mark away</source>
            <translation>Als heikel markiert: es wird unscharf gezeigt; dieselbe Taste nimmt die Markierung weg</translation>
        </message>
        <message>
            <source>Match-in-100</source>
            <translation>Treffer in 100</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>Maß</translation>
        </message>
        <message>
            <source>Measures before and after</source>
            <translation>Maße vorher und nachher</translation>
        </message>
        <message>
            <source>Measures with 95 % intervals</source>
            <translation>Maße mit 95-%-Intervallen</translation>
        </message>
        <message>
            <source>Measures, hubs and near-duplicates appear here once the articles with a true picture are ranked.</source>
            <translation>Hier erscheinen Maße, Hub-Bilder und Beinahe-Duplikate, sobald die Artikel mit einem wahren Bild gereiht sind.</translation>
        </message>
        <message>
            <source>Median rank</source>
            <translation>Medianrang</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <source>Model and &amp;recipe:</source>
            <translation>Modell und &amp;Rezept:</translation>
        </message>
        <message>
            <source>Model and recipe</source>
            <translation>Modell und Rezept</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>More options from a file …</source>
            <translation>Mehr Optionen aus einer Datei …</translation>
        </message>
        <message>
            <source>Most characters</source>
            <translation>Höchstens so viele Zeichen</translation>
        </message>
        <message>
            <source>Move it with the mouse or by Ctrl and arrows.</source>
            <translation>Verschieben mit der Maus oder mit Strg und Pfeilen.</translation>
        </message>
        <message>
            <source>N&amp;o key</source>
            <translation>&amp;Keine Taste</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Name the folder that it goes into.</source>
            <translation>Den Ordner nennen, in den es soll.</translation>
        </message>
        <message>
            <source>New collection</source>
            <translation>Neue Sammlung</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>Neue Taste</translation>
        </message>
        <message>
            <source>New name</source>
            <translation>Neuer Name</translation>
        </message>
        <message>
            <source>NewsMatch shows each article next to the pictures that fit it best. You decide with one key; every decision is kept and can train the model.</source>
            <translation>NewsMatch zeigt zu jedem Artikel die Bilder, die am besten passen. Entschieden wird mit einer Taste; jede Entscheidung wird aufbewahrt und kann das Modell trainieren.</translation>
        </message>
        <message>
            <source>NewsMatch {0}
Finds the picture for a story, and tells why a machine chose another.
Free software under the GNU General Public License, version 3 or later.</source>
            <translation>NewsMatch {0}
Findet das Bild zum Artikel und sagt, warum eine Maschine ein anderes gewählt hat.
Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
        </message>
        <message>
            <source>No action and no key contains these words.</source>
            <translation>Keine Aktion und keine Taste enthält diese Wörter.</translation>
        </message>
        <message>
            <source>No article is selected.</source>
            <translation>Kein Artikel ist ausgewählt.</translation>
        </message>
        <message>
            <source>No article matches these filters.</source>
            <translation>Kein Artikel passt zu diesen Filtern.</translation>
        </message>
        <message>
            <source>No article of the filtered list is open any more</source>
            <translation>In der gefilterten Liste ist kein Artikel mehr offen</translation>
        </message>
        <message>
            <source>No article passes the filter above.</source>
            <translation>Kein Artikel passt zum Filter darüber.</translation>
        </message>
        <message>
            <source>No folder is watched yet.</source>
            <translation>Noch wird kein Ordner überwacht.</translation>
        </message>
        <message>
            <source>No headline has all these words.</source>
            <translation>Keine Überschrift enthält alle diese Wörter.</translation>
        </message>
        <message>
            <source>No key is kept.</source>
            <translation>Kein Schlüssel ist gespeichert.</translation>
        </message>
        <message>
            <source>No longer marked as sensitive</source>
            <translation>Nicht mehr als heikel markiert</translation>
        </message>
        <message>
            <source>No longer tagged: {0} ({1})</source>
            <translation>Nicht mehr eingeordnet: {0} ({1})</translation>
        </message>
        <message>
            <source>No model was trained here yet. Decide on some articles, then choose Learn &gt; Learn from decisions.</source>
            <translation>Hier wurde noch kein Modell trainiert. Erst über einige Artikel entscheiden, dann Lernen &gt; Aus Entscheidungen lernen.</translation>
        </message>
        <message>
            <source>No other picture looks like this one</source>
            <translation>Kein anderes Bild sieht aus wie dieses</translation>
        </message>
        <message>
            <source>No picture fits “{0}”, because:</source>
            <translation>Kein Bild passt zu „{0}“, weil:</translation>
        </message>
        <message>
            <source>No picture passes the filters. Take one of them away above, or choose others.</source>
            <translation>Kein Bild kommt durch die Filter. Oben einen davon wegnehmen oder andere wählen.</translation>
        </message>
        <message>
            <source>No picture stands out of {0:,} for this article, best first</source>
            <translation>Keines von {0:,} Bildern sticht für diesen Artikel hervor, die besten zuerst</translation>
        </message>
        <message>
            <source>No picture stands out of {0:,}: {1}</source>
            <translation>Keines von {0:,} Bildern sticht hervor: {1}</translation>
        </message>
        <message>
            <source>No picture stands out of {0:,}; best first</source>
            <translation>Keines von {0:,} Bildern sticht hervor; die besten zuerst</translation>
        </message>
        <message>
            <source>No text came with this article.</source>
            <translation>Zu diesem Artikel kam kein Text.</translation>
        </message>
        <message>
            <source>No two images have a cosine over {0:.2f}.</source>
            <translation>Keine zwei Bilder haben einen Kosinus über {0:.2f}.</translation>
        </message>
        <message>
            <source>None &amp;fits</source>
            <translation>&amp;Keines passt</translation>
        </message>
        <message>
            <source>None fits</source>
            <translation>Keines passt</translation>
        </message>
        <message>
            <source>Not chosen for, or handed over with, another article</source>
            <translation>Weder für einen anderen Artikel gewählt noch mit ihm übergeben</translation>
        </message>
        <message>
            <source>Not in this &amp;article</source>
            <translation>Nicht in &amp;diesem Artikel</translation>
        </message>
        <message>
            <source>Not tagged yet</source>
            <translation>Noch nicht eingeordnet</translation>
        </message>
        <message>
            <source>Not translated: no translator for this language is turned on.</source>
            <translation>Nicht übersetzt: Für diese Sprache ist kein Übersetzer eingeschaltet.</translation>
        </message>
        <message>
            <source>Not used &amp;before</source>
            <translation>&amp;Noch nicht verwendet</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Nothing has these words.</source>
            <translation>Nichts enthält diese Wörter.</translation>
        </message>
        <message>
            <source>Nothing that can be read came since.</source>
            <translation>Seitdem kam nichts, was lesbar ist.</translation>
        </message>
        <message>
            <source>Nothing to redo</source>
            <translation>Nichts zu wiederholen</translation>
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation>Nichts rückgängig zu machen</translation>
        </message>
        <message>
            <source>Nothing was left out.</source>
            <translation>Nichts wurde ausgelassen.</translation>
        </message>
        <message>
            <source>Nothing was said of it for this article</source>
            <translation>Für diesen Artikel wurde nichts darüber gesagt</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>Only &amp;beyond {0}</source>
            <translation>Nur &amp;jenseits von {0}</translation>
        </message>
        <message>
            <source>Only one model and recipe has ranked this collection.</source>
            <translation>Erst ein Modell mit einem Rezept hat diese Sammlung gereiht.</translation>
        </message>
        <message>
            <source>Only one picture for this article</source>
            <translation>Nur ein Bild für diesen Artikel</translation>
        </message>
        <message>
            <source>Only one picture: {1}</source>
            <translation>Nur ein Bild: {1}</translation>
        </message>
        <message>
            <source>Only what the task counts as missed</source>
            <translation>Nur was nach der Aufgabe als verfehlt zählt</translation>
        </message>
        <message>
            <source>Open &amp;a collection …</source>
            <translation>Sammlung &amp;öffnen …</translation>
        </message>
        <message>
            <source>Open a collection</source>
            <translation>Sammlung öffnen</translation>
        </message>
        <message>
            <source>Open a menu</source>
            <translation>Ein Menü öffnen</translation>
        </message>
        <message>
            <source>Open only</source>
            <translation>Nur offene</translation>
        </message>
        <message>
            <source>Open the &amp;demo</source>
            <translation>&amp;Demo öffnen</translation>
        </message>
        <message>
            <source>Options (*.toml)</source>
            <translation>Optionen (*.toml)</translation>
        </message>
        <message>
            <source>Orange: the parts of the picture that raised the score; blue: those that lowered it. Words that raised it are underlined, those that lowered it dotted.</source>
            <translation>Orange: Teile des Bildes, die die Wertung hoben; Blau: solche, die sie senkten. Wörter, die sie hoben, sind unterstrichen, solche, die sie senkten, gepunktet.</translation>
        </message>
        <message>
            <source>Orange: without this part of the picture, the score would be lower; blue: it would be higher. The same holds for the words.</source>
            <translation>Orange: Ohne diesen Teil des Bildes wäre die Wertung niedriger; Blau: Sie wäre höher. Dasselbe gilt für die Wörter.</translation>
        </message>
        <message>
            <source>Orphans</source>
            <translation>Waisen</translation>
        </message>
        <message>
            <source>Other articles: MRR@100 {0:.3f} → {1:.3f} on {2} ({3:+.3f} to {4:+.3f}).</source>
            <translation>Andere Artikel: MRR@100 {0:.3f} → {1:.3f} auf {2} ({3:+.3f} bis {4:+.3f}).</translation>
        </message>
        <message>
            <source>Outlined: at least half as strong as the strongest place. Grey stripes: not seen.</source>
            <translation>Umrandet: mindestens halb so stark wie die stärkste Stelle. Graue Streifen: nicht gesehen.</translation>
        </message>
        <message>
            <source>PCA</source>
            <translation>PCA</translation>
        </message>
        <message>
            <source>PCA of {0:,} images and {1:,} articles, each modality centred by itself. It shows {2:.1%} of the variance: what is near here need not be near for the model.</source>
            <translation>PCA von {0:,} Bildern und {1:,} Artikeln, jede Modalität für sich zentriert. Sie zeigt {2:.1%} der Streuung: Was hier nah ist, muss für das Modell nicht nah sein.</translation>
        </message>
        <message>
            <source>Page (*.html);;Table (*.csv);;JSON (*.json)</source>
            <translation>Seite (*.html);;Tabelle (*.csv);;JSON (*.json)</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>Paare</translation>
        </message>
        <message>
            <source>Pairs at &amp;once</source>
            <translation>&amp;Paare auf einmal</translation>
        </message>
        <message>
            <source>Paste an article, or what you copied from a page: the headline comes first</source>
            <translation>Einen Artikel einfügen, oder was von einer Seite kopiert wurde: Die Überschrift kommt zuerst</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Photos that arrive in these folders, and in folders below them, go into the pool while this window is open.</source>
            <translation>Fotos, die in diesen Ordnern und in Ordnern darunter ankommen, werden aufgenommen, solange dieses Fenster offen ist.</translation>
        </message>
        <message>
            <source>Picture (*.png);;Drawing (*.svg)</source>
            <translation>Bild (*.png);;Zeichnung (*.svg)</translation>
        </message>
        <message>
            <source>Picture at rank {0}: {1}</source>
            <translation>Bild auf Rang {0}: {1}</translation>
        </message>
        <message>
            <source>Picture copied</source>
            <translation>Bild kopiert</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>Bilder (*.png)</translation>
        </message>
        <message>
            <source>Pictures appear here once they are indexed. Photos that cannot be read are listed under Collection &gt; What was left out.</source>
            <translation>Bilder erscheinen hier, sobald sie indexiert sind. Fotos, die sich nicht lesen lassen, stehen unter Sammlung &gt; Was ausgelassen wurde.</translation>
        </message>
        <message>
            <source>Pictures are ranked here once there are articles.</source>
            <translation>Bilder werden hier gereiht, sobald es Artikel gibt.</translation>
        </message>
        <message>
            <source>Pictures for a text</source>
            <translation>Bilder zu einem Text</translation>
        </message>
        <message>
            <source>Pictures of the point</source>
            <translation>Bilder des Punktes</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Orte</translation>
        </message>
        <message>
            <source>Point at a mark to see what it is.</source>
            <translation>Auf eine Marke zeigen, um zu sehen, was sie ist.</translation>
        </message>
        <message>
            <source>Point of interest: set by hand; Delete suggests one again.</source>
            <translation>Fokuspunkt: von Hand gesetzt; Entf schlägt wieder einen vor.</translation>
        </message>
        <message>
            <source>Point of interest: suggested by where edges are, not by faces.</source>
            <translation>Fokuspunkt: vorgeschlagen nach Kanten, nicht nach Gesichtern.</translation>
        </message>
        <message>
            <source>Pre&amp;vious article</source>
            <translation>Vor&amp;iger Artikel</translation>
        </message>
        <message>
            <source>Preparing …</source>
            <translation>Wird vorbereitet …</translation>
        </message>
        <message>
            <source>Press the new key</source>
            <translation>Die neue Taste drücken</translation>
        </message>
        <message>
            <source>Progress of handing over</source>
            <translation>Fortschritt der Übergabe</translation>
        </message>
        <message>
            <source>Progress of the training</source>
            <translation>Fortschritt des Trainings</translation>
        </message>
        <message>
            <source>Put back what came since</source>
            <translation>Zurückholen, was seitdem kam</translation>
        </message>
        <message>
            <source>Put back: {0}.</source>
            <translation>Zurückgeholt: {0}.</translation>
        </message>
        <message>
            <source>Put into review</source>
            <translation>In die Prüfliste</translation>
        </message>
        <message>
            <source>Put into the queue</source>
            <translation>In die Prüfliste</translation>
        </message>
        <message>
            <source>R&amp;eason and note …</source>
            <translation>&amp;Grund und Notiz …</translation>
        </message>
        <message>
            <source>Ra&amp;nks</source>
            <translation>Rän&amp;ge</translation>
        </message>
        <message>
            <source>Rank</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Rank &amp;again</source>
            <translation>&amp;Neu reihen</translation>
        </message>
        <message>
            <source>Rank of the true picture</source>
            <translation>Rang des wahren Bildes</translation>
        </message>
        <message>
            <source>Rank of the true picture after</source>
            <translation>Rang des wahren Bildes nachher</translation>
        </message>
        <message>
            <source>Rank of the true picture before</source>
            <translation>Rang des wahren Bildes vorher</translation>
        </message>
        <message>
            <source>Rank without</source>
            <translation>Rang ohne</translation>
        </message>
        <message>
            <source>Rank {0}: {1}</source>
            <translation>Rang {0}: {1}</translation>
        </message>
        <message numerus="yes">
            <source>Ranking %Ln article(s) …</source>
            <translation>
                <numerusform>%Ln Artikel wird gereiht …</numerusform>
                <numerusform>%Ln Artikel werden gereiht …</numerusform>
            </translation>
        </message>
        <message>
            <source>Ranks</source>
            <translation>Ränge</translation>
        </message>
        <message>
            <source>Ranks of the true images, {0}</source>
            <translation>Ränge der wahren Bilder, {0}</translation>
        </message>
        <message>
            <source>Ranks: ▲ improved, ▼ got worse, ● unchanged</source>
            <translation>Ränge: ▲ besser, ▼ schlechter, ● unverändert</translation>
        </message>
        <message>
            <source>Re&amp;ject</source>
            <translation>Ab&amp;lehnen</translation>
        </message>
        <message>
            <source>Re&amp;name …</source>
            <translation>&amp;Umbenennen …</translation>
        </message>
        <message>
            <source>Re&amp;view (R)</source>
            <translation>&amp;Prüfen (R)</translation>
        </message>
        <message>
            <source>Read by another rec&amp;ipe</source>
            <translation>Mit anderem Re&amp;zept lesen</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <source>Recall and ran&amp;ks</source>
            <translation>Recall und Rän&amp;ge</translation>
        </message>
        <message>
            <source>Recall@k with its 95 % band, {0}</source>
            <translation>Recall@k mit seinem 95-%-Band, {0}</translation>
        </message>
        <message>
            <source>Recall@{0}</source>
            <translation>Recall@{0}</translation>
        </message>
        <message>
            <source>Recipes (*.toml)</source>
            <translation>Rezepte (*.toml)</translation>
        </message>
        <message>
            <source>Redo all that was &amp;decided at once</source>
            <translation>Alles auf einmal Entschiedene wieder&amp;holen</translation>
        </message>
        <message>
            <source>Reject “{0}” for “{1}”, because:</source>
            <translation>„{0}“ für „{1}“ ablehnen, weil:</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <source>Repor&amp;t …</source>
            <translation>&amp;Bericht …</translation>
        </message>
        <message>
            <source>Research bench</source>
            <translation>Messplatz</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Review queue ({0:,})</source>
            <translation>Prüfliste ({0:,})</translation>
        </message>
        <message>
            <source>Right click or Ctrl+S: save as PNG or SVG</source>
            <translation>Rechtsklick oder Strg+S: als PNG oder SVG speichern</translation>
        </message>
        <message>
            <source>Roll &amp;back</source>
            <translation>&amp;Zurück zum vorigen</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Zeile</translation>
        </message>
        <message>
            <source>Save (Enter)</source>
            <translation>Speichern (Eingabe)</translation>
        </message>
        <message>
            <source>Save as CSV …</source>
            <translation>Als CSV speichern …</translation>
        </message>
        <message>
            <source>Save the list</source>
            <translation>Die Liste speichern</translation>
        </message>
        <message>
            <source>Save the picture with its map</source>
            <translation>Das Bild mit seiner Karte speichern</translation>
        </message>
        <message>
            <source>Save the plot</source>
            <translation>Das Diagramm speichern</translation>
        </message>
        <message numerus="yes">
            <source>Say of %Ln article(s) that no picture fits?</source>
            <translation>
                <numerusform>Von %Ln Artikel sagen, dass kein Bild passt?</numerusform>
                <numerusform>Von %Ln Artikeln sagen, dass kein Bild passt?</numerusform>
            </translation>
        </message>
        <message>
            <source>Score</source>
            <translation>Wertung</translation>
        </message>
        <message>
            <source>Score {0:.3f}</source>
            <translation>Wertung {0:.3f}</translation>
        </message>
        <message>
            <source>Search &amp;by the picture on the clipboard</source>
            <translation>Nach &amp;dem Bild in der Zwischenablage suchen</translation>
        </message>
        <message>
            <source>Search pic&amp;tures</source>
            <translation>&amp;Bilder suchen</translation>
        </message>
        <message>
            <source>Search pictures</source>
            <translation>Bilder suchen</translation>
        </message>
        <message>
            <source>Search pictures: words, -without, a pasted picture</source>
            <translation>Bilder suchen: Wörter, -ohne, eingefügtes Bild</translation>
        </message>
        <message>
            <source>Searching: {0} …</source>
            <translation>Gesucht wird: {0} …</translation>
        </message>
        <message>
            <source>Select all sho&amp;wn</source>
            <translation>Alle ge&amp;zeigten auswählen</translation>
        </message>
        <message>
            <source>Select another picture or article</source>
            <translation>Ein anderes Bild oder einen anderen Artikel auswählen</translation>
        </message>
        <message>
            <source>Select articles in the list first, with Shift or Ctrl</source>
            <translation>Erst Artikel in der Liste auswählen, mit Umschalt oder Strg</translation>
        </message>
        <message>
            <source>Select open articles in the list first, with Shift or Ctrl</source>
            <translation>Erst offene Artikel in der Liste auswählen, mit Umschalt oder Strg</translation>
        </message>
        <message>
            <source>Select several articles of the list</source>
            <translation>Mehrere Artikel der Liste auswählen</translation>
        </message>
        <message>
            <source>Selected articles</source>
            <translation>Ausgewählte Artikel</translation>
        </message>
        <message numerus="yes">
            <source>Send %Ln article(s) to the re&amp;view queue</source>
            <translation>
                <numerusform>%Ln Artikel in die &amp;Prüfliste</numerusform>
                <numerusform>%Ln Artikel in die &amp;Prüfliste</numerusform>
            </translation>
        </message>
        <message>
            <source>Send their articles to the re&amp;view queue</source>
            <translation>Ihre Artikel in die &amp;Prüfliste</translation>
        </message>
        <message>
            <source>Send these articles to the re&amp;view queue</source>
            <translation>Diese Artikel in die &amp;Prüfliste</translation>
        </message>
        <message>
            <source>Sensitive: R reveals it</source>
            <translation>Heikel: R deckt es auf</translation>
        </message>
        <message>
            <source>Sensitive: {0} reveals it</source>
            <translation>Heikel: {0} deckt es auf</translation>
        </message>
        <message>
            <source>Serves</source>
            <translation>Im Dienst</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Sha&amp;pe</source>
            <translation>F&amp;ormat</translation>
        </message>
        <message>
            <source>Shift and arrows</source>
            <translation>Umschalt und Pfeile</translation>
        </message>
        <message>
            <source>Shift and arrows pan</source>
            <translation>Umschalt und Pfeile verschieben</translation>
        </message>
        <message>
            <source>Sho&amp;ws</source>
            <translation>Zei&amp;gt</translation>
        </message>
        <message>
            <source>Show at the &amp;desk (Enter)</source>
            <translation>Am &amp;Desk zeigen (Eingabe)</translation>
        </message>
        <message>
            <source>Show at the des&amp;k (Enter)</source>
            <translation>Am De&amp;sk zeigen (Eingabe)</translation>
        </message>
        <message>
            <source>Show at the desk</source>
            <translation>Am Desk zeigen</translation>
        </message>
        <message>
            <source>Show only the articles that wait to be looked at again</source>
            <translation>Nur die Artikel zeigen, die noch einmal angesehen werden sollen</translation>
        </message>
        <message>
            <source>Show or fol&amp;d what looks the same</source>
            <translation>Ä&amp;hnliche zeigen oder einklappen</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Nebeneinander</translation>
        </message>
        <message>
            <source>Single letters and digits work at the desk, wherever nothing is typed.</source>
            <translation>Einzelne Buchstaben und Ziffern wirken am Desk überall, wo nichts getippt wird.</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message numerus="yes">
            <source>Skewness of the {0}-occurrences: {1:.2f} (0: no hubs). %Ln of {2:,} images is/are among the best {0} of no article (orphans).</source>
            <translation>
                <numerusform>Schiefe der {0}-Nennungen: {1:.2f} (0: keine Hubs). %Ln von {2:,} Bildern ist bei keinem Artikel unter den besten {0} (Waise).</numerusform>
                <numerusform>Schiefe der {0}-Nennungen: {1:.2f} (0: keine Hubs). %Ln von {2:,} Bildern sind bei keinem Artikel unter den besten {0} (Waisen).</numerusform>
            </translation>
        </message>
        <message>
            <source>So far no picture fits that article; this one would.</source>
            <translation>Zu diesem Artikel passt bisher kein Bild; dieses würde passen.</translation>
        </message>
        <message>
            <source>Something went wrong inside NewsMatch. Your decisions are safe.</source>
            <translation>In NewsMatch ging etwas schief. Die Entscheidungen sind sicher.</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Sources (*.csv *.tsv *.txt *.jsonl *.json *.ndjson *.xml *.rss *.atom *.zip)</source>
            <translation>Quellen (*.csv *.tsv *.txt *.jsonl *.json *.ndjson *.xml *.rss *.atom *.zip)</translation>
        </message>
        <message>
            <source>Space closes</source>
            <translation>Leertaste schließt</translation>
        </message>
        <message>
            <source>Standard deviations ahead of the second picture</source>
            <translation>Standardabweichungen vor dem zweiten Bild</translation>
        </message>
        <message>
            <source>Stopped. Choose below how to explain it.</source>
            <translation>Angehalten. Unten wählen, wie es erklärt werden soll.</translation>
        </message>
        <message>
            <source>Stopped. Rank again, or choose another one to compare.</source>
            <translation>Angehalten. Neu reihen oder etwas anderes zum Vergleichen wählen.</translation>
        </message>
        <message>
            <source>Stopping after this step …</source>
            <translation>Nach diesem Schritt wird angehalten …</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>Wird angehalten …</translation>
        </message>
        <message>
            <source>Stores the text in the collection, where its picture can be chosen</source>
            <translation>Legt den Text in der Sammlung ab, wo sein Bild gewählt werden kann</translation>
        </message>
        <message>
            <source>Strength of the colours on the picture</source>
            <translation>Stärke der Farben auf dem Bild</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tab</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tabellen (*.csv)</translation>
        </message>
        <message>
            <source>Tables (*.csv);;JSON (*.json)</source>
            <translation>Tabellen (*.csv);;JSON (*.json)</translation>
        </message>
        <message>
            <source>Tag of the article</source>
            <translation>Schlagwort des Artikels</translation>
        </message>
        <message>
            <source>Tagged</source>
            <translation>Eingeordnet</translation>
        </message>
        <message>
            <source>Tagged or not</source>
            <translation>Eingeordnet oder nicht</translation>
        </message>
        <message>
            <source>Tagged: {0} ({1})</source>
            <translation>Eingeordnet: {0} ({1})</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Tags</translation>
        </message>
        <message numerus="yes">
            <source>Take all %Ln article(s) out of the review queue?</source>
            <translation>
                <numerusform>%Ln Artikel aus der Prüfliste nehmen?</numerusform>
                <numerusform>Alle %Ln Artikel aus der Prüfliste nehmen?</numerusform>
            </translation>
        </message>
        <message>
            <source>Take out of the review queue</source>
            <translation>Aus der Prüfliste nehmen</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <source>Taken fro&amp;m</source>
            <translation>Aufgenommen &amp;von</translation>
        </message>
        <message>
            <source>Taken out of the review queue</source>
            <translation>Aus der Prüfliste genommen</translation>
        </message>
        <message>
            <source>Te&amp;mplate</source>
            <translation>&amp;Vorlage</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Vorlage</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Text {0} of {1}, {2:.0f} % of the score</source>
            <translation>Text {0} von {1}, {2:.0f} % der Wertung</translation>
        </message>
        <message>
            <source>That article has a chosen picture; this one takes its place.</source>
            <translation>Der Artikel hat schon ein gewähltes Bild; dieses tritt an seine Stelle.</translation>
        </message>
        <message>
            <source>That decision was undone meanwhile</source>
            <translation>Diese Entscheidung wurde inzwischen rückgängig gemacht</translation>
        </message>
        <message>
            <source>The &amp;bench …</source>
            <translation>&amp;Messplatz …</translation>
        </message>
        <message>
            <source>The backup of {0} is in place.</source>
            <translation>Die Sicherung vom {0} ist eingespielt.</translation>
        </message>
        <message>
            <source>The best pictures come first. 1 to 9 chooses one and goes on, N says that none fits, Ctrl+Z takes back. Every decision is saved at once. “?” shows all keys.</source>
            <translation>Die besten Bilder kommen zuerst. 1 bis 9 wählt eines und geht weiter, N sagt, dass keines passt, Strg+Z nimmt zurück. Jede Entscheidung ist sofort gespeichert. „?“ zeigt alle Tasten.</translation>
        </message>
        <message>
            <source>The best pictures of the collection appear here.</source>
            <translation>Hier erscheinen die besten Bilder der Sammlung.</translation>
        </message>
        <message>
            <source>The filter hides this article from the list</source>
            <translation>Der Filter verbirgt diesen Artikel in der Liste</translation>
        </message>
        <message>
            <source>The first picture of each article becomes acceptable if it is this far ahead of the second one:</source>
            <translation>Das erste Bild jedes Artikels gilt als brauchbar, wenn es so weit vor dem zweiten liegt:</translation>
        </message>
        <message>
            <source>The former database lies in {0}.</source>
            <translation>Die frühere Datenbank liegt in {0}.</translation>
        </message>
        <message>
            <source>The key in {0} counts.</source>
            <translation>Der Schlüssel in {0} zählt.</translation>
        </message>
        <message>
            <source>The main window shows how far the reading is</source>
            <translation>Das Hauptfenster zeigt, wie weit das Lesen ist</translation>
        </message>
        <message>
            <source>The map is made when there is a study and this page is seen.</source>
            <translation>Die Karte entsteht, sobald gereiht ist und diese Seite gezeigt wird.</translation>
        </message>
        <message>
            <source>The model reads English only. Text &gt; Recipe &gt; headline-translated translates first.</source>
            <translation>Das Modell liest nur Englisch. Text &gt; Rezept &gt; headline-translated übersetzt vorher.</translation>
        </message>
        <message>
            <source>The model sees this text and nothing else. What was cut or translated is told under it.</source>
            <translation>Das Modell sieht diesen Text und sonst nichts. Was gekürzt oder übersetzt wurde, steht darunter.</translation>
        </message>
        <message>
            <source>The pictures of this article are not there yet</source>
            <translation>Die Bilder zu diesem Artikel sind noch nicht da</translation>
        </message>
        <message>
            <source>The pictures were ranked anew meanwhile; look again</source>
            <translation>Die Bilder wurden inzwischen neu gereiht; sehen Sie noch einmal hin</translation>
        </message>
        <message>
            <source>The present database is damaged, so there may have been more that cannot be read.</source>
            <translation>Die jetzige Datenbank ist beschädigt; es kann also mehr gegeben haben, was nicht lesbar ist.</translation>
        </message>
        <message>
            <source>The present database is moved aside into the folder of the backups, not deleted. Photos and trained models stay where they are.</source>
            <translation>Die jetzige Datenbank wird in den Ordner der Sicherungen verschoben, nicht gelöscht. Fotos und trainierte Modelle bleiben, wo sie sind.</translation>
        </message>
        <message>
            <source>The report holds no article, no search and no name.</source>
            <translation>Der Bericht enthält keinen Artikel, keine Suche und keinen Namen.</translation>
        </message>
        <message>
            <source>The report was written to {0}</source>
            <translation>Der Bericht wurde nach {0} geschrieben</translation>
        </message>
        <message>
            <source>The template filled in</source>
            <translation>Die ausgefüllte Vorlage</translation>
        </message>
        <message>
            <source>The true picture is ranked first.</source>
            <translation>Das wahre Bild steht auf dem ersten Rang.</translation>
        </message>
        <message>
            <source>There are no articles here yet</source>
            <translation>Hier gibt es noch keine Artikel</translation>
        </message>
        <message>
            <source>There are no pictures here yet; the text can be added as an article.</source>
            <translation>Hier gibt es noch keine Bilder; der Text kann als Artikel aufgenommen werden.</translation>
        </message>
        <message>
            <source>There are no pictures in this collection yet. Import a folder of photos (Ctrl+Shift+I), or a table that names the photo of each article (Ctrl+I).</source>
            <translation>In dieser Sammlung gibt es noch keine Bilder. Einen Ordner mit Fotos importieren (Strg+Umschalt+I) oder eine Tabelle, die zu jedem Artikel das Foto nennt (Strg+I).</translation>
        </message>
        <message>
            <source>There is no article yet. Search the pictures meanwhile (Ctrl+F), or let some be suggested for a text (Ctrl+T).</source>
            <translation>Noch gibt es keinen Artikel. Die Bilder lassen sich schon durchsuchen (Strg+F) oder zu einem Text vorschlagen (Strg+T).</translation>
        </message>
        <message>
            <source>There is no backup yet.</source>
            <translation>Es gibt noch keine Sicherung.</translation>
        </message>
        <message>
            <source>There is no backup. Restoring gathers what can still be read in a new database.</source>
            <translation>Es gibt keine Sicherung. Beim Wiederherstellen wird gesammelt, was noch lesbar ist, in eine neue Datenbank.</translation>
        </message>
        <message>
            <source>There is no other article in this collection.</source>
            <translation>In dieser Sammlung gibt es keinen anderen Artikel.</translation>
        </message>
        <message>
            <source>There is no picture on the clipboard</source>
            <translation>In der Zwischenablage ist kein Bild</translation>
        </message>
        <message>
            <source>There is no picture to hand over</source>
            <translation>Es gibt kein Bild zu übergeben</translation>
        </message>
        <message>
            <source>This article is not indexed yet, so nothing is ranked for it.</source>
            <translation>Dieser Artikel ist noch nicht indexiert, darum ist für ihn nichts gereiht.</translation>
        </message>
        <message>
            <source>This is no key that can be used</source>
            <translation>Diese Taste kann nicht benutzt werden</translation>
        </message>
        <message>
            <source>This is the first article of the list</source>
            <translation>Das ist der erste Artikel der Liste</translation>
        </message>
        <message>
            <source>This is the last article of the list</source>
            <translation>Das ist der letzte Artikel der Liste</translation>
        </message>
        <message>
            <source>This photo cannot be shown</source>
            <translation>Dieses Foto kann nicht gezeigt werden</translation>
        </message>
        <message>
            <source>This picture belongs to that article</source>
            <translation>Dieses Bild gehört zu jenem Artikel</translation>
        </message>
        <message>
            <source>Tokens used of the budget</source>
            <translation>Verbrauchte Token des Budgets</translation>
        </message>
        <message>
            <source>Trained</source>
            <translation>Trainiert</translation>
        </message>
        <message>
            <source>Training options</source>
            <translation>Trainingsoptionen</translation>
        </message>
        <message>
            <source>Translated by {0}.</source>
            <translation>Übersetzt von {0}.</translation>
        </message>
        <message>
            <source>Translation</source>
            <translation>Übersetzung</translation>
        </message>
        <message>
            <source>True picture: rank {0:,} → {1:,}, lead {2:+.2f} → {3:+.2f} σ.</source>
            <translation>Wahres Bild: Rang {0:,} → {1:,}, Vorsprung {2:+.2f} → {3:+.2f} σ.</translation>
        </message>
        <message>
            <source>Try the de&amp;mo</source>
            <translation>&amp;Demo ausprobieren</translation>
        </message>
        <message>
            <source>Trying the words …</source>
            <translation>Die Wörter werden erprobt …</translation>
        </message>
        <message>
            <source>Two models have to be loaded, one after the other.</source>
            <translation>Zwei Modelle müssen geladen werden, eines nach dem anderen.</translation>
        </message>
        <message>
            <source>Two models or recipes appear here side by side once the articles with a true picture are ranked.</source>
            <translation>Hier erscheinen zwei Modelle oder Rezepte nebeneinander, sobald die Artikel mit einem wahren Bild gereiht sind.</translation>
        </message>
        <message>
            <source>UMAP</source>
            <translation>UMAP</translation>
        </message>
        <message>
            <source>UMAP of {0:,} images and {1:,} articles, each modality centred by itself: what is near here is near for the model, but distances between groups mean little.</source>
            <translation>UMAP von {0:,} Bildern und {1:,} Artikeln, jede Modalität für sich zentriert: Was hier nah ist, ist für das Modell nah, aber Abstände zwischen Gruppen bedeuten wenig.</translation>
        </message>
        <message>
            <source>Undo all that was decided at &amp;once</source>
            <translation>Alles auf einmal Entschiedene &amp;zurücknehmen</translation>
        </message>
        <message>
            <source>Used</source>
            <translation>Verwendet</translation>
        </message>
        <message>
            <source>Waiting for the index of the collection …</source>
            <translation>Es wird auf den Index der Sammlung gewartet …</translation>
        </message>
        <message>
            <source>Watch a folder</source>
            <translation>Ordner überwachen</translation>
        </message>
        <message>
            <source>Watched folders</source>
            <translation>Überwachte Ordner</translation>
        </message>
        <message>
            <source>Wh&amp;ole map</source>
            <translation>&amp;Ganze Karte</translation>
        </message>
        <message>
            <source>What came since and is not in it: {0}. It is lost unless it is put back.</source>
            <translation>Was seitdem kam und nicht darin ist: {0}. Es geht verloren, wenn es nicht zurückgeholt wird.</translation>
        </message>
        <message>
            <source>What can be read: {0}.</source>
            <translation>Was lesbar ist: {0}.</translation>
        </message>
        <message>
            <source>What could be read is in a new database.</source>
            <translation>Was lesbar war, ist in einer neuen Datenbank.</translation>
        </message>
        <message>
            <source>What counts: on the left only the words in captions, credits and file names, on the right only what the pictures show</source>
            <translation>Was zählt: links nur die Wörter in Bildtexten, Bildnachweisen und Dateinamen, rechts nur, was die Bilder zeigen</translation>
        </message>
        <message>
            <source>What each change did, all others kept:</source>
            <translation>Was jede Änderung bewirkte, wenn alle anderen bleiben:</translation>
        </message>
        <message>
            <source>What each model owes to a word:</source>
            <translation>Was jedes Modell einem Wort verdankt:</translation>
        </message>
        <message>
            <source>What it did to the score</source>
            <translation>Was es mit der Wertung machte</translation>
        </message>
        <message>
            <source>What mends it</source>
            <translation>Was hilft</translation>
        </message>
        <message>
            <source>What the model read</source>
            <translation>Was das Modell las</translation>
        </message>
        <message>
            <source>What the model read: not indexed yet</source>
            <translation>Was das Modell las: noch nicht indexiert</translation>
        </message>
        <message>
            <source>What the model read: {0} parts of up to {1}/{2} tokens ({3})</source>
            <translation>Was das Modell las: {0} Teile mit bis zu {1}/{2} Token ({3})</translation>
        </message>
        <message>
            <source>What the model read: {0}/{1} tokens ({2})</source>
            <translation>Was das Modell las: {0}/{1} Token ({2})</translation>
        </message>
        <message>
            <source>What to do; {0} finds an article</source>
            <translation>Was zu tun ist; {0} findet einen Artikel</translation>
        </message>
        <message>
            <source>What was &amp;left out …</source>
            <translation>Was aus&amp;gelassen wurde …</translation>
        </message>
        <message>
            <source>What was &amp;measured</source>
            <translation>Was gemessen &amp;wurde</translation>
        </message>
        <message>
            <source>What was left out</source>
            <translation>Was ausgelassen wurde</translation>
        </message>
        <message>
            <source>What was measured of this failure</source>
            <translation>Was über diesen Fehler gemessen wurde</translation>
        </message>
        <message>
            <source>What went wrong</source>
            <translation>Was schiefging</translation>
        </message>
        <message>
            <source>What went wrong, by the keys 1 to 7</source>
            <translation>Was schiefging, mit den Tasten 1 bis 7</translation>
        </message>
        <message>
            <source>What words did</source>
            <translation>Was Wörter bewirkten</translation>
        </message>
        <message>
            <source>Where packages go</source>
            <translation>Wohin Pakete kommen</translation>
        </message>
        <message>
            <source>Where the packages of all chosen pictures go</source>
            <translation>Wohin die Pakete aller gewählten Bilder kommen</translation>
        </message>
        <message>
            <source>Which articles</source>
            <translation>Welche Artikel</translation>
        </message>
        <message>
            <source>Which images</source>
            <translation>Welche Bilder</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Anlass</translation>
        </message>
        <message numerus="yes">
            <source>Why shall these %Ln article(s) be looked at again?</source>
            <translation>
                <numerusform>Warum soll dieser Artikel noch einmal angesehen werden?</numerusform>
                <numerusform>Warum sollen diese %Ln Artikel noch einmal angesehen werden?</numerusform>
            </translation>
        </message>
        <message>
            <source>Why this picture?</source>
            <translation>Warum dieses Bild?</translation>
        </message>
        <message>
            <source>Why this picture? – {0}</source>
            <translation>Warum dieses Bild? – {0}</translation>
        </message>
        <message>
            <source>Why this?</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Why this? {0}</source>
            <translation>Warum? {0}</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <source>With c&amp;rops for the site</source>
            <translation>Mit &amp;Ausschnitten für die Website</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>Ohne</translation>
        </message>
        <message>
            <source>Without its check mark a kind is hidden</source>
            <translation>Ohne Häkchen ist diese Art verborgen</translation>
        </message>
        <message>
            <source>Wor&amp;ds</source>
            <translation>&amp;Wörter</translation>
        </message>
        <message>
            <source>Word</source>
            <translation>Wort</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Wörter</translation>
        </message>
        <message>
            <source>Words against pictures</source>
            <translation>Wörter gegen Bilder</translation>
        </message>
        <message>
            <source>Words by what they did to the score</source>
            <translation>Wörter nach ihrer Wirkung auf die Wertung</translation>
        </message>
        <message>
            <source>Words of the headline</source>
            <translation>Wörter der Überschrift</translation>
        </message>
        <message>
            <source>Words, "a phrase", -without, begin* – then Enter. Drop or paste a picture.</source>
            <translation>Wörter, "eine Wendung", -ohne, anfang* – dann Eingabe. Oder ein Bild hierher ziehen oder einfügen.</translation>
        </message>
        <message>
            <source>Write a report</source>
            <translation>Bericht schreiben</translation>
        </message>
        <message>
            <source>a grey picture would have {0:.3f}</source>
            <translation>ein graues Bild hätte {0:.3f}</translation>
        </message>
        <message>
            <source>acceptable</source>
            <translation>brauchbar</translation>
        </message>
        <message>
            <source>after</source>
            <translation>nachher</translation>
        </message>
        <message>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message numerus="yes">
            <source>among the best {0}
of %Ln article(s)</source>
            <translation>
                <numerusform>unter den besten {0}
von %Ln Artikel</numerusform>
                <numerusform>unter den besten {0}
von %Ln Artikeln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>among the best {0} of %Ln article(s)</source>
            <translation>
                <numerusform>unter den besten {0} von %Ln Artikel</numerusform>
                <numerusform>unter den besten {0} von %Ln Artikeln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and of %Ln other article(s)</source>
            <translation>
                <numerusform>und von %Ln anderen Artikel</numerusform>
                <numerusform>und von %Ln anderen Artikeln</numerusform>
            </translation>
        </message>
        <message>
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>any agency or photographer</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>any day</source>
            <translation>beliebiger Tag</translation>
        </message>
        <message>
            <source>anybody</source>
            <translation>beliebige Person</translation>
        </message>
        <message>
            <source>article</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>articles</source>
            <translation>Artikel</translation>
        </message>
        <message>
            <source>articles of the image {0}</source>
            <translation>Artikel des Bildes {0}</translation>
        </message>
        <message>
            <source>articles that an image is among the best of</source>
            <translation>Artikel, bei denen ein Bild unter den besten ist</translation>
        </message>
        <message>
            <source>as the system</source>
            <translation>wie das System</translation>
        </message>
        <message>
            <source>asked for</source>
            <translation>verlangt</translation>
        </message>
        <message>
            <source>at least {0} px</source>
            <translation>mindestens {0} px</translation>
        </message>
        <message>
            <source>before an update</source>
            <translation>vor einer Aktualisierung</translation>
        </message>
        <message>
            <source>before mending</source>
            <translation>vor einer Reparatur</translation>
        </message>
        <message>
            <source>before merging decisions</source>
            <translation>vor dem Zusammenführen von Entscheidungen</translation>
        </message>
        <message>
            <source>belongs elsewhere</source>
            <translation>gehört anderswohin</translation>
        </message>
        <message>
            <source>best quick way</source>
            <translation>bester schneller Weg</translation>
        </message>
        <message>
            <source>better, so it serves from now on</source>
            <translation>besser, darum ab jetzt im Dienst</translation>
        </message>
        <message>
            <source>caption</source>
            <translation>Bildtext</translation>
        </message>
        <message>
            <source>change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <source>checking …</source>
            <translation>wird geprüft …</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>wählen</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>gewählt</translation>
        </message>
        <message>
            <source>compare</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <source>cosine with the nearest: {0:.3f}</source>
            <translation>Kosinus mit dem nächsten: {0:.3f}</translation>
        </message>
        <message>
            <source>cosine {0}</source>
            <translation>Kosinus {0}</translation>
        </message>
        <message>
            <source>cosine {0} to {1}</source>
            <translation>Kosinus {0} bis {1}</translation>
        </message>
        <message>
            <source>covering, one place after the other (slow)</source>
            <translation>Abdecken, eine Stelle nach der anderen (langsam)</translation>
        </message>
        <message>
            <source>credit</source>
            <translation>Bildnachweis</translation>
        </message>
        <message>
            <source>credit: {0}</source>
            <translation>Bildnachweis: {0}</translation>
        </message>
        <message>
            <source>crops</source>
            <translation>Ausschnitte</translation>
        </message>
        <message>
            <source>daily</source>
            <translation>täglich</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>dunkel</translation>
        </message>
        <message>
            <source>domain</source>
            <translation>Domain</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>epoch {0:.0f}</source>
            <translation>Epoche {0:.0f}</translation>
        </message>
        <message>
            <source>fit {0} of 5</source>
            <translation>Passung {0} von 5</translation>
        </message>
        <message>
            <source>fit, {0}</source>
            <translation>eingepasst, {0}</translation>
        </message>
        <message>
            <source>found by: {0}</source>
            <translation>gefunden mit: {0}</translation>
        </message>
        <message>
            <source>from {0}</source>
            <translation>von {0}</translation>
        </message>
        <message>
            <source>full size</source>
            <translation>volle Größe</translation>
        </message>
        <message>
            <source>full – all weights, overnight or with a GPU</source>
            <translation>voll – alle Gewichte, über Nacht oder mit GPU</translation>
        </message>
        <message>
            <source>generic stock</source>
            <translation>allgemeines Archivbild</translation>
        </message>
        <message>
            <source>got worse</source>
            <translation>schlechter</translation>
        </message>
        <message>
            <source>grade</source>
            <translation>Passung</translation>
        </message>
        <message>
            <source>gradients, integrated</source>
            <translation>Gradienten, integriert</translation>
        </message>
        <message>
            <source>graphic or logo</source>
            <translation>Grafik oder Logo</translation>
        </message>
        <message>
            <source>image</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>image of no article</source>
            <translation>Bild keines Artikels</translation>
        </message>
        <message>
            <source>image or article</source>
            <translation>Bild oder Artikel</translation>
        </message>
        <message>
            <source>images</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>improved</source>
            <translation>besser</translation>
        </message>
        <message>
            <source>k</source>
            <translation>k</translation>
        </message>
        <message>
            <source>landscape</source>
            <translation>Querformat</translation>
        </message>
        <message>
            <source>lasso on the map</source>
            <translation>Lasso auf der Karte</translation>
        </message>
        <message>
            <source>licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>licence: {0}</source>
            <translation>Lizenz: {0}</translation>
        </message>
        <message>
            <source>light</source>
            <translation>hell</translation>
        </message>
        <message>
            <source>like #{0}</source>
            <translation>wie #{0}</translation>
        </message>
        <message>
            <source>like {0}</source>
            <translation>wie {0}</translation>
        </message>
        <message>
            <source>looking closer …</source>
            <translation>genauer hinsehen …</translation>
        </message>
        <message>
            <source>looking for new work</source>
            <translation>Nach neuer Arbeit suchen</translation>
        </message>
        <message>
            <source>looking where photos lie</source>
            <translation>Nachsehen, wo Fotos liegen</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>lowered the score</source>
            <translation>senkte die Wertung</translation>
        </message>
        <message>
            <source>missing: {0} (Hand over fills it in)</source>
            <translation>fehlt: {0} (Übergeben ergänzt es)</translation>
        </message>
        <message>
            <source>no credit given</source>
            <translation>kein Nachweis</translation>
        </message>
        <message>
            <source>no licence given</source>
            <translation>keine Lizenz angegeben</translation>
        </message>
        <message>
            <source>no tags</source>
            <translation>keine Schlagwörter</translation>
        </message>
        <message>
            <source>no verdict</source>
            <translation>ohne Urteil</translation>
        </message>
        <message>
            <source>nobody (left as it was)</source>
            <translation>niemand (blieb, wie es war)</translation>
        </message>
        <message>
            <source>non-literal</source>
            <translation>übertragener Sinn</translation>
        </message>
        <message>
            <source>none fits</source>
            <translation>keines passt</translation>
        </message>
        <message>
            <source>not in this article</source>
            <translation>nicht in diesem Artikel</translation>
        </message>
        <message>
            <source>not surely better, so it is kept, and the former model goes on serving</source>
            <translation>nicht sicher besser; es wird aufbewahrt, und das frühere Modell bleibt im Dienst</translation>
        </message>
        <message>
            <source>not used before</source>
            <translation>noch nicht verwendet</translation>
        </message>
        <message>
            <source>numbered by itself</source>
            <translation>zählt sich selbst</translation>
        </message>
        <message>
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>open a collection first</source>
            <translation>erst eine Sammlung öffnen</translation>
        </message>
        <message>
            <source>other</source>
            <translation>anderes</translation>
        </message>
        <message>
            <source>other domain</source>
            <translation>andere Domain</translation>
        </message>
        <message>
            <source>other tags, or none</source>
            <translation>andere oder keine Schlagwörter</translation>
        </message>
        <message>
            <source>p</source>
            <translation>p</translation>
        </message>
        <message>
            <source>partial – the last blocks of both towers, minutes</source>
            <translation>teilweise – die letzten Blöcke beider Türme, Minuten</translation>
        </message>
        <message>
            <source>pasted picture</source>
            <translation>eingefügtes Bild</translation>
        </message>
        <message>
            <source>photo cannot
be shown</source>
            <translation>Foto kann nicht
gezeigt werden</translation>
        </message>
        <message>
            <source>photo cannot be shown</source>
            <translation>Foto kann nicht gezeigt werden</translation>
        </message>
        <message>
            <source>picked on the map</source>
            <translation>auf der Karte ausgesucht</translation>
        </message>
        <message>
            <source>portrait</source>
            <translation>Hochformat</translation>
        </message>
        <message>
            <source>preparing the model</source>
            <translation>Modell vorbereiten</translation>
        </message>
        <message>
            <source>put there at once</source>
            <translation>auf einmal aufgenommen</translation>
        </message>
        <message>
            <source>put there at the desk</source>
            <translation>am Desk aufgenommen</translation>
        </message>
        <message>
            <source>quality</source>
            <translation>Qualität</translation>
        </message>
        <message>
            <source>quick – adapters on cached vectors, seconds</source>
            <translation>schnell – Adapter auf gespeicherten Vektoren, Sekunden</translation>
        </message>
        <message>
            <source>raised it</source>
            <translation>hob sie</translation>
        </message>
        <message>
            <source>raised the score</source>
            <translation>hob die Wertung</translation>
        </message>
        <message>
            <source>rank</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>rank before</source>
            <translation>Rang vorher</translation>
        </message>
        <message>
            <source>rank of the true image</source>
            <translation>Rang des wahren Bildes</translation>
        </message>
        <message>
            <source>rank over {0:,}</source>
            <translation>Rang über {0:,}</translation>
        </message>
        <message>
            <source>rank {0:,}  ✓ its true image</source>
            <translation>Rang {0:,}  ✓ sein wahres Bild</translation>
        </message>
        <message>
            <source>rank {0:,} of {1:,}  {2:+.1f} σ</source>
            <translation>Rang {0:,} von {1:,}  {2:+.1f} σ</translation>
        </message>
        <message>
            <source>rank {0:,} to {1:,}</source>
            <translation>Rang {0:,} bis {1:,}</translation>
        </message>
        <message>
            <source>rank {0}</source>
            <translation>Rang {0}</translation>
        </message>
        <message>
            <source>ranked first</source>
            <translation>auf dem ersten Rang</translation>
        </message>
        <message>
            <source>ranked first
instead</source>
            <translation>stattdessen
auf Rang 1</translation>
        </message>
        <message>
            <source>ranked otherwise by {0}</source>
            <translation>von {0} anders gereiht</translation>
        </message>
        <message>
            <source>reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>reject</source>
            <translation>ablehnen</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>abgelehnt</translation>
        </message>
        <message>
            <source>review</source>
            <translation>Prüfliste</translation>
        </message>
        <message>
            <source>rights</source>
            <translation>Rechte</translation>
        </message>
        <message>
            <source>search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>sensitive</source>
            <translation>heikel</translation>
        </message>
        <message>
            <source>serves</source>
            <translation>im Dienst</translation>
        </message>
        <message>
            <source>set aside by a restore</source>
            <translation>beim Wiederherstellen beiseitegelegt</translation>
        </message>
        <message>
            <source>share of true images in the first k</source>
            <translation>Anteil wahrer Bilder unter den ersten k</translation>
        </message>
        <message>
            <source>shown on the map</source>
            <translation>auf der Karte gezeigt</translation>
        </message>
        <message>
            <source>shows: {0}</source>
            <translation>zeigt: {0}</translation>
        </message>
        <message>
            <source>source: {0}</source>
            <translation>Quelle: {0}</translation>
        </message>
        <message>
            <source>square</source>
            <translation>quadratisch</translation>
        </message>
        <message>
            <source>step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>tag</source>
            <translation>Schlagwort</translation>
        </message>
        <message>
            <source>text in image</source>
            <translation>Text im Bild</translation>
        </message>
        <message>
            <source>the built-in dictionary, word by word</source>
            <translation>dem eingebauten Wörterbuch, Wort für Wort</translation>
        </message>
        <message>
            <source>the same file</source>
            <translation>dieselbe Datei</translation>
        </message>
        <message>
            <source>time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>to</source>
            <translation>bis</translation>
        </message>
        <message>
            <source>to be compared</source>
            <translation>zum Vergleichen</translation>
        </message>
        <message>
            <source>true</source>
            <translation>wahr</translation>
        </message>
        <message>
            <source>true image
rank {0:,}</source>
            <translation>wahres Bild
Rang {0:,}</translation>
        </message>
        <message>
            <source>true image has a near-duplicate</source>
            <translation>wahres Bild hat ein Beinahe-Duplikat</translation>
        </message>
        <message numerus="yes">
            <source>true image of %Ln article(s)</source>
            <translation>
                <numerusform>wahres Bild von %Ln Artikel</numerusform>
                <numerusform>wahres Bild von %Ln Artikeln</numerusform>
            </translation>
        </message>
        <message>
            <source>true image ranked first</source>
            <translation>wahres Bild auf dem ersten Rang</translation>
        </message>
        <message>
            <source>true images</source>
            <translation>wahre Bilder</translation>
        </message>
        <message>
            <source>true picture at rank {0:,}</source>
            <translation>wahres Bild auf Rang {0:,}</translation>
        </message>
        <message>
            <source>true picture at rank {0:,} or worse</source>
            <translation>wahres Bild auf Rang {0:,} oder schlechter</translation>
        </message>
        <message>
            <source>true picture at rank {0:,}, at {1:,} by {2}</source>
            <translation>wahres Bild auf Rang {0:,}, auf {1:,} bei {2}</translation>
        </message>
        <message>
            <source>true, rank {0:,}</source>
            <translation>wahr, Rang {0:,}</translation>
        </message>
        <message>
            <source>u&amp;ntil</source>
            <translation>b&amp;is</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>unverändert</translation>
        </message>
        <message>
            <source>undo</source>
            <translation>rückgängig</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <source>unlike {0}</source>
            <translation>unähnlich {0}</translation>
        </message>
        <message>
            <source>until {0}</source>
            <translation>bis {0}</translation>
        </message>
        <message>
            <source>usable rights</source>
            <translation>nutzbare Rechte</translation>
        </message>
        <message numerus="yes">
            <source>used in %n article(s)</source>
            <translation>
                <numerusform>in %n Artikel verwendet</numerusform>
                <numerusform>in %n Artikeln verwendet</numerusform>
            </translation>
        </message>
        <message>
            <source>wrong person</source>
            <translation>falsche Person</translation>
        </message>
        <message>
            <source>wrong place</source>
            <translation>falscher Ort</translation>
        </message>
        <message>
            <source>wrong time</source>
            <translation>falsche Zeit</translation>
        </message>
        <message>
            <source>{0:,.0f} MiB of memory</source>
            <translation>{0:,.0f} MiB Speicher</translation>
        </message>
        <message>
            <source>{0:,.0f} a second</source>
            <translation>{0:,.0f} je Sekunde</translation>
        </message>
        <message>
            <source>{0:,.0f} pairs a second</source>
            <translation>{0:,.0f} Paare je Sekunde</translation>
        </message>
        <message>
            <source>{0:,} left out: not indexed, or without their image.</source>
            <translation>{0:,} ausgelassen: nicht indexiert oder ohne ihr Bild.</translation>
        </message>
        <message numerus="yes">
            <source>{0:,} of %Ln article(s)</source>
            <translation>
                <numerusform>{0:,} von %Ln Artikel</numerusform>
                <numerusform>{0:,} von %Ln Artikeln</numerusform>
            </translation>
        </message>
        <message>
            <source>{0:,} of {1:,}</source>
            <translation>{0:,} von {1:,}</translation>
        </message>
        <message>
            <source>{0:,} of {1:,} decided</source>
            <translation>{0:,} von {1:,} entschieden</translation>
        </message>
        <message>
            <source>{0:,} tagged of {1:,} shown, {2:,} in all</source>
            <translation>{0:,} eingeordnet von {1:,} gezeigten, {2:,} insgesamt</translation>
        </message>
        <message>
            <source>{0:.1f} MB</source>
            <translation>{0:.1f} MB</translation>
        </message>
        <message>
            <source>{0}  Choose</source>
            <translation>{0}  Wählen</translation>
        </message>
        <message>
            <source>{0} (changed)</source>
            <translation>{0} (geändert)</translation>
        </message>
        <message>
            <source>{0} (read only)</source>
            <translation>{0} (nur lesen)</translation>
        </message>
        <message>
            <source>{0} has this collection open and decides; here it can only be read. Close it there, then open it again.</source>
            <translation>{0} hat diese Sammlung offen und entscheidet; hier kann sie nur gelesen werden. Dort schließen, dann hier neu öffnen.</translation>
        </message>
        <message>
            <source>{0} is the key of “{1}”; give that one another key first</source>
            <translation>{0} ist die Taste von „{1}“; der Aktion erst eine andere Taste geben</translation>
        </message>
        <message>
            <source>{0} left</source>
            <translation>noch {0}</translation>
        </message>
        <message>
            <source>{0} left at most</source>
            <translation>noch höchstens {0}</translation>
        </message>
        <message>
            <source>{0} moves in lists and forms, so it cannot do anything else</source>
            <translation>{0} bewegt sich in Listen und Formularen und kann darum nichts anderes tun</translation>
        </message>
        <message>
            <source>{0} of the {1} texts that were read make the score; they are shown</source>
            <translation>{0} der {1} gelesenen Texte machen die Wertung aus; sie werden gezeigt</translation>
        </message>
        <message>
            <source>{0} opens a menu; choose another key</source>
            <translation>{0} öffnet ein Menü; eine andere Taste wählen</translation>
        </message>
        <message>
            <source>{0} pixels, {1} megapixels</source>
            <translation>{0} Pixel, {1} Megapixel</translation>
        </message>
        <message>
            <source>{0} standard deviations from this article's average picture, {1} ahead of the next different one</source>
            <translation>{0} Standardabweichungen vom durchschnittlichen Bild dieses Artikels, {1} vor dem nächsten anderen</translation>
        </message>
        <message>
            <source>{0} σ, margin {1}</source>
            <translation>{0} σ, Vorsprung {1}</translation>
        </message>
        <message>
            <source>{0} – required</source>
            <translation>{0} – verlangt</translation>
        </message>
        <message>
            <source>{0} – required, missing</source>
            <translation>{0} – verlangt, fehlt</translation>
        </message>
        <message>
            <source>{0}: MRR@100 {1:.3f} → {2:.3f} on {3} held-out articles (change between {4:+.3f} and {5:+.3f}). It is {6}.</source>
            <translation>{0}: MRR@100 {1:.3f} → {2:.3f} auf {3} zurückgehaltenen Artikeln (Änderung zwischen {4:+.3f} und {5:+.3f}). Es ist {6}.</translation>
        </message>
        <message>
            <source>{0}: MRR@100 {1:.4f}, recall@1 {2:.3f}, recall@10 {3:.3f}, recall@100 {4:.3f}</source>
            <translation>{0}: MRR@100 {1:.4f}, Recall@1 {2:.3f}, Recall@10 {3:.3f}, Recall@100 {4:.3f}</translation>
        </message>
        <message>
            <source>{0}: trained from {1} in {2:.0f} s on {3}, read by {4}.</source>
            <translation>{0}: trainiert aus {1} in {2:.0f} s mit {3}, gelesen mit {4}.</translation>
        </message>
        <message>
            <source>{0}: true picture at rank {1:,}, {2:+.1f} σ</source>
            <translation>{0}: wahres Bild auf Rang {1:,}, {2:+.1f} σ</translation>
        </message>
        <message>
            <source>{0}: what the model read</source>
            <translation>{0}: was das Modell las</translation>
        </message>
        <message>
            <source>{0}; Delete takes it away</source>
            <translation>{0}; Entf nimmt es weg</translation>
        </message>
        <message>
            <source>÷2: two to four times farther, ×2: two to four times nearer</source>
            <translation>÷2: zwei- bis viermal weiter weg, ×2: zwei- bis viermal näher</translation>
        </message>
        <message>
            <source>σ</source>
            <translation>σ</translation>
        </message>
        <message>
            <source>“{0}”</source>
            <translation>„{0}“</translation>
        </message>
        <message>
            <source>“{0}” belongs to:</source>
            <translation>„{0}“ gehört zu:</translation>
        </message>
        <message>
            <source>“{0}” has no key now</source>
            <translation>„{0}“ hat jetzt keine Taste</translation>
        </message>
        <message>
            <source>“{0}” has the key {1} now</source>
            <translation>„{0}“ hat jetzt die Taste {1}</translation>
        </message>
        <message>
            <source>“{0}” is no day; type one such as 2024-05-31, a month or a year</source>
            <translation>„{0}“ ist kein Tag; etwa 2024-05-31, einen Monat oder ein Jahr eingeben</translation>
        </message>
        <message>
            <source>“{0}” is {2} for “{1}”:</source>
            <translation>„{0}“ ist {2} für „{1}“:</translation>
        </message>
        <message>
            <source>“{0}” keeps its key: digits choose the picture that shows them</source>
            <translation>„{0}“ behält seine Taste: Ziffern wählen das Bild, das sie zeigen</translation>
        </message>
        <message>
            <source>← → other pictures</source>
            <translation>← → andere Bilder</translation>
        </message>
        <message>
            <source>■ &amp;images</source>
            <translation>■ B&amp;ilder</translation>
        </message>
        <message>
            <source>● articl&amp;es</source>
            <translation>● Artik&amp;el</translation>
        </message>
        <message>
            <source>✓ of: {0}</source>
            <translation>✓ von: {0}</translation>
        </message>
        <message>
            <source>✓ sound</source>
            <translation>✓ in Ordnung</translation>
        </message>
        <message>
            <source>✕ damaged: {0}</source>
            <translation>✕ beschädigt: {0}</translation>
        </message>
    </context>
</TS>
