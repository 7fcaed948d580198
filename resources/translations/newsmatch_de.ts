<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>NewsMatch</name>
        <message>
            <source>

(the rest of this text is not shown)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>  and {0} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>  ·  1–9: add the text as an article, with that picture chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>  ·  Esc: back to the article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>  ·  chosen: place {0:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>  ✓ its true image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> (by {0:,} images too)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> pixels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> px</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> {0} should have done it; index again once it can.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source> σ</source>
            <translation type="unfinished" />
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
                <numerusform>%n Bild zum Vergleichen markiert</numerusform>
                <numerusform>%n Bilder zum Vergleichen markiert</numerusform>
            </translation>
        </message>
        <message>
            <source>%v of %m decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;All defaults</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Backups …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Browse …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Change keys …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Choose it there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Clear the queue …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Collection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Credit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Decide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Epochs, at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export decisions …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Export …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hand over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hand over …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;How</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Hub images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Import a file …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keys …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Lasso</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Learn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Learn from decisions …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Let it serve</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Lift all filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Longer side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Measures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Models …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Name of the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Near-duplicates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New collection from a file …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New key:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;New …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open a collection …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Print …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Recipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Reject it for the article it was found at: it belongs elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Research</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Restore …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save as PNG or SVG …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save picture …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Settings …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Stop watching it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Suggest pictures for a text …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Take this article out of the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Train</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Try the words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Usable rights only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Watch a folder …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Watched folders …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(no headline)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>+ and − change how much it counts, below 0 “unlike”</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>, the true one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1–{0} choose    + − 0 zoom all    Shift and arrows pan all    Esc closes</source>
            <translation>1–{0} wählt    + − 0 Zoom für alle    Umschalt und Pfeile verschieben alle    Esc schließt</translation>
        </message>
        <message>
            <source>95 % interval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A day, a month or a year, such as 2024-05-31, 5.2024 or 2024</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A training ({0}) was stopped in epoch {1} of {2}. It can go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About the picture</source>
            <translation>Über das Bild</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accept first pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accept the first pictures that are far ahead …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accept {0:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acceptable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Actions and their keys; Enter gives a new key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add as &amp;article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address of your own LibreTranslate server</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After, σ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alike</source>
            <translation>Ähnlich</translation>
        </message>
        <message>
            <source>All &amp;keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All &amp;selected articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All decisions, lossless (*.jsonl);;Training pairs for open_clip (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All domains</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All {0:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also like this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alt and a letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alternati&amp;ve text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Alternati&amp;ve text – proposal, please check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another c&amp;ollection …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Article text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Articles by how their rank changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Articles by the rank of their true picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Articles of the image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Articles ranked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As a &amp;ZIP file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most this &amp;wide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back up &amp;now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Backups of {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before, σ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before: {0}.  After: {1}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blue, broken outline: lowered the score. Orange, solid outline: raised it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both read the same words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Built-in German-English dictionary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>C&amp;aption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Candidate pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Candidates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Caption</source>
            <translation>Bildtext</translation>
        </message>
        <message>
            <source>Caption copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chan&amp;ges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change of MRR@100 on held-out decisions, 95 % interval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change of the reciprocal rank, of which only the first 100 places count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Characters of headline and text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a recipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose by &amp;number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose picture {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the folder: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the picture for a story</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the selected picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose {0}</source>
            <translation>{0} wählen</translation>
        </message>
        <message>
            <source>Choose …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Chosen for “{0}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cl&amp;ear filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Co&amp;lours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Collections (*.newsmatch)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colo&amp;ur:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour by</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colours of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare side by side</source>
            <translation>Nebeneinander vergleichen</translation>
        </message>
        <message>
            <source>Compare with another collection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compared &amp;with (after):</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compared with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Comparing …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cop&amp;y snippet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy &amp;caption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy &amp;picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy c&amp;redit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Credit</source>
            <translation>Bildnachweis</translation>
        </message>
        <message>
            <source>Credit copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Crops</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Crops at the site's shapes</source>
            <translation>Ausschnitte in den Formaten der Website</translation>
        </message>
        <message>
            <source>Crops: {0}</source>
            <translation>Ausschnitte: {0}</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided</source>
            <translation>Entschieden</translation>
        </message>
        <message>
            <source>Decided articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deciding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decisions stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Depth</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Did, σ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dis&amp;card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dom.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Domain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Draw a line around points; also by dragging with Shift. Ctrl adds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E&amp;xport tagged …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each was trained from another and compared with it on decisions it did not see.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter or double click: its article at the editor's desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter or double click: show at the editor's desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every article is decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export tagged failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failures appear here once the articles with a true picture are ranked.

Articles need to be imported together with their pictures, and indexed (Collection &gt; Index, F5).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Fill in what is required first: this cannot go out yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter actions and keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters ({0})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters of the pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a &amp;command …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find articles by words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find articles by words (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fingerprint {0}, pairs {1}, alpha {2:g}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finishing the current step …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fold pictures that show nearly the same beneath the best ranked of them</source>
            <translation>Bilder, die fast dasselbe zeigen, unter dem bestplatzierten einklappen</translation>
        </message>
        <message>
            <source>Folder of a German-English model for fxtranslate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Four pictures are marked already; take one of the marks away</source>
            <translation>Vier Bilder sind schon markiert; nehmen Sie eine Markierung weg</translation>
        </message>
        <message>
            <source>From a &amp;file …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give every setting its default again? Keys stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go &amp;on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go back to the backup of {0}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the next part of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grad-CAM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grade {0} of 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups of nearly the same images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand &amp;over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over &amp;all chosen pictures …</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Handed over %n time(s) before</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>Handed over: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handing over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Headline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out decisions (dashed: before)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far ahead of the second a first picture must be to be accepted with many others, in standard deviations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How far the true picture lies behind the best one, in standard deviations of the article's scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many articles moved how far</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How often images are among the best</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the map is made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How the score is explained</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hubs, the most frequent first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I have chec&amp;ked the proposal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Id</source>
            <translation>Kennung</translation>
        </message>
        <message>
            <source>Image of no article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Image of: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images are compared when there is a study and this page is seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Images of the group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a folder of photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a photo &amp;folder …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import a table or a feed with Collection &gt; Import a file (Ctrl+I). The articles in it appear on the left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import articles and pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a dialog: close it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a dialog: do it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In brackets the 95 % interval: 1,000 resamples of the articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In lists and dialogs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the review queue now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the review queue: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Inde&amp;x</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Index now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the &amp;folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the review queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the review queue …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Into the review queue, or out of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has no caption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has no credit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is among the best of these, and the true image of those marked:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It shows what the model used, not whether it is right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its licence says something else than that rights are reserved or unclear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keywords</source>
            <translation>Stichwörter</translation>
        </message>
        <message>
            <source>Kinds of points</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language of the window, from its next start on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Learn from decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Len.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <source>Lng.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading …</source>
            <translation>Wird geladen …</translation>
        </message>
        <message>
            <source>Looking for pictures …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for what made the score …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>MRR@100 before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ma&amp;p</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made &amp;by:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a new database from what can still be read?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making the map …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Map by PCA: {0:.1%} of the variance across, {1:.1%} upwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Map by UMAP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mark as sensitive</source>
            <translation>Als heikel markieren</translation>
        </message>
        <message>
            <source>Mark to compare</source>
            <translation>Zum Vergleichen markieren</translation>
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measures before and after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measures with 95 % intervals</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Median rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model and &amp;recipe:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Model and recipe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More like this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More options from a file …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most characters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most pixels across of a picture that is handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move it with the mouse or by Ctrl and arrows.</source>
            <translation>Verschieben mit der Maus oder mit Strg und Pfeilen.</translation>
        </message>
        <message>
            <source>N&amp;o key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name the folder that it goes into.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New collection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>NewsMatch shows each article next to the pictures that fit it best. You decide with one key; every decision is kept and can train the model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No article is selected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No article matches these filters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No article of the filtered list is open any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No headline has all these words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No longer marked as sensitive</source>
            <translation>Nicht mehr als heikel markiert</translation>
        </message>
        <message>
            <source>No longer tagged: {0} ({1})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model was trained here yet. Decide on some articles, then choose Learn &gt; Learn from decisions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No other picture looks like this one</source>
            <translation>Kein anderes Bild sieht aus wie dieses</translation>
        </message>
        <message>
            <source>No picture fits “{0}”, because:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture passes the filters. Take one of them away above, or choose others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture stands out of {1:,} for this article, best first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture stands out of {1:,}: {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No picture stands out of {1:,}; best first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No text came with this article.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No two images have a cosine over {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None fits any of them …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not chosen for, or handed over with, another article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not in this &amp;article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not tagged yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not translated: no translator for this language is turned on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not used &amp;before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing that can be read came since.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was said of it for this article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Online translator; article texts leave this machine while it is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only &amp;beyond {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only one model and recipe has ranked this collection.

Index it by another recipe or model, for instance with
newsmatch index "{0}" --recipe reference-t1
or compare it with a copy that another model indexed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only what the task counts as missed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a collection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the &amp;demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Options (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Orange: the parts of the picture that raised the score; blue: those that lowered it. Words that raised it are underlined, those that lowered it dotted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Orange: without this part of the picture, the score would be lower; blue: it would be higher. The same holds for the words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Orphans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other articles: MRR@100 {0:.3f} → {1:.3f} on {2} ({3:+.3f} to {4:+.3f}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outlined: at least half as strong as the strongest place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PCA</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PCA of {0:,} images and {1:,} articles, each modality centred by itself. It shows {2:.1%} of the variance: what is near here need not be near for the model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Page (*.html);;Table (*.csv);;JSON (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pairs at &amp;once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Paste an article, or what you copied from a page: the headline comes first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Photos that arrive in these folders, and in folders below them, go into the pool while this window is open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture (*.png);;Drawing (*.svg)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture at rank {0}: {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures appear here once they are indexed. Photos that cannot be read are listed under Collection &gt; What was left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures are ranked here once there are articles.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures for a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pictures of the point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places</source>
            <translation>Orte</translation>
        </message>
        <message>
            <source>Point at a mark to see what it is.</source>
            <translation type="unfinished" />
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
            <source>Preparing …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the new key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of handing over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of the training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put back what came since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put into review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put into the queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ra&amp;nks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank</source>
            <translation>Rang</translation>
        </message>
        <message>
            <source>Rank &amp;again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank of the true picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank of the true picture after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank of the true picture before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank without</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank {0}: {1}</source>
            <translation>Rang {0}: {1}</translation>
        </message>
        <message>
            <source>Ranking {0:,} articles …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranks of the true images, {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranks: ▲ improved, ▼ got worse, ● unchanged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;name …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;view (R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason and note …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall and ran&amp;ks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall@k with its 95 % band, {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall@{0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recipes (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Redo all that was decided at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reject “{0}” for “{1}”, because:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Repor&amp;t …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Research bench</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reveal what is sensitive</source>
            <translation>Heikles aufdecken</translation>
        </message>
        <message>
            <source>Review queue ({0:,})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Right click or Ctrl+S: save as PNG or SVG</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Roll &amp;back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Row</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as CSV …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the picture with its map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the plot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say of {0:,} articles that no picture fits?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score</source>
            <translation>Wertung</translation>
        </message>
        <message>
            <source>Score {0:.3f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search by the picture on the clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search pictures: words, -without, a pasted picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Searching: {0} …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select all sho&amp;wn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select another picture or article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select articles in the list first, with Shift or Ctrl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select open articles in the list first, with Shift or Ctrl</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select several articles of the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send their articles to the re&amp;view queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send these articles to the re&amp;view queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send {0:,} articles to the re&amp;view queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sensitive: R reveals it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sensitive: {0} reveals it</source>
            <translation>Heikel: {0} deckt es auf</translation>
        </message>
        <message>
            <source>Serves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sha&amp;pe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shapes that the site shows pictures in, for crops</source>
            <translation>Formate, in denen die Website Bilder zeigt, für Ausschnitte</translation>
        </message>
        <message>
            <source>Shift and arrows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shift and arrows pan</source>
            <translation>Umschalt und Pfeile verschieben</translation>
        </message>
        <message>
            <source>Sho&amp;ws</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show at the &amp;desk (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show at the des&amp;k (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show at the desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show only the articles that wait to be looked at again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show or fold what looks the same</source>
            <translation>Ähnliche zeigen oder einklappen</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Nebeneinander</translation>
        </message>
        <message>
            <source>Single letters and digits work at the desk, wherever nothing is typed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Skewness of the {0}-occurrences: {1:.2f} (0: no hubs). {2:,} of {3:,} images are among the best {0} of no article (orphans).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>So far no picture fits that article; this one would.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside NewsMatch. Your decisions are safe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>Space closes</source>
            <translation>Leertaste schließt</translation>
        </message>
        <message>
            <source>Standard deviations ahead of the second picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped. Choose below how to explain it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped. Rank again, or choose another one to compare.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping after this step …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopping …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stores the text in the collection, where its picture can be chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Strength of the colours on the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tab</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables (*.csv);;JSON (*.json)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables and feeds (*.csv *.tsv *.txt *.jsonl *.ndjson *.xml *.rss *.atom)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tag of the article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tagged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tagged or not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tagged: {0} ({1})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take all {0:,} articles out of the review queue?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take out of the review queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <source>Taken f&amp;rom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken out of the review queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Te&amp;mplate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Template</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text {0} of {1}, {2:.0f} % of the score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That article has a chosen picture; this one takes its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That decision was undone meanwhile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The &amp;bench …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backup of {0} is in place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The best pictures of the collection appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The filter hides this article from the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first picture of each article becomes acceptable if it is this far ahead of the second one:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The former database lies in {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The map is made when there is a study and this page is seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The model reads English only. Text &gt; Recipe &gt; headline-translated translates first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pictures of this article are not there yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The pictures were ranked anew meanwhile; look again</source>
            <translation>Die Bilder wurden inzwischen neu gereiht; sehen Sie noch einmal hin</translation>
        </message>
        <message>
            <source>The present database is damaged, so there may have been more that cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The present database is moved aside into the folder of the backups, not deleted. Photos and trained models stay where they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reference system's T1 with its steps in working order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reference system: headline and the first sentence of each paragraph (T1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The reference system: headline only (T2)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The repaired headline, in English if the model reads only that</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The repaired headline, nothing else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The report was written to {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The template filled in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The true picture is ranked first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole article in parts that fit the encoder; nothing is left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no articles here yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are no pictures in this collection yet. Import a folder of photos (Ctrl+Shift+I), or a table that names the photo of each article (Ctrl+I).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no backup yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no backup. Restoring gathers what can still be read in a new database.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no picture on the clipboard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no picture to hand over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This article is not indexed yet, so nothing is ranked for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no key that can be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This photo cannot be shown</source>
            <translation>Dieses Foto kann nicht gezeigt werden</translation>
        </message>
        <message>
            <source>This picture belongs to that article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This picture belongs to that article …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tokens used of the budget</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trained</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Training options</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translated by {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Translation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>True picture: rank {0:,} → {1:,}, lead {2:+.2f} → {3:+.2f} σ.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try the &amp;demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Trying the words …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two models have to be loaded, one after the other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two models or recipes appear here side by side once the articles with a true picture are ranked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UMAP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UMAP of {0:,} images and {1:,} articles, each modality centred by itself: what is near here is near for the model, but distances between groups mean little.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo all that was decided at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Used</source>
            <translation>Verwendet</translation>
        </message>
        <message>
            <source>Waiting for the index of the collection …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Watch a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Watched folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wh&amp;ole map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What a picture may not lack when it is handed over: credit, licence, caption, alt</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came since and is not in it: {0}. It is lost unless it is put back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What can be read: {0}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What could be read is in a new database.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What counts: on the left only the words in captions, credits and file names, on the right only what the pictures show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What each change did, all others kept:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What each model owes to a word:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it did to the score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What mends it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the model read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the model read: not indexed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the model read: {0} parts of up to {1}/{2} tokens ({3})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the model read: {0}/{1} tokens ({2})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do; {0} finds an article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was &amp;left out …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was &amp;measured</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was measured of this failure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What went wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What went wrong, by the keys 1 to 7</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What words did</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where packages go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the packages of all chosen pictures go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why shall these {0:,} articles be looked at again?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this picture?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this picture? – {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this? {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With c&amp;rops for the site</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without its check mark a kind is hidden</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wor&amp;ds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words against pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words by what they did to the score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words of the headline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words, "a phrase", -without, begin* – then Enter. Drop or paste a picture.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>a grey picture would have {0:.3f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>acceptable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>adding photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>among the best {0}
of {1:,} articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>among the best {0} of {1:,} articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>and of {0:,} other articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>any agency or photographer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>any day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>anybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>articles of the image {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>articles that an image is among the best of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>asked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at least {0} px</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before an update</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before mending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>before merging decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>belongs elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>best quick way</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>better, so it serves from now on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>caption</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checking backups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checking photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checking …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>compare</source>
            <translation>Vergleich</translation>
        </message>
        <message>
            <source>comparing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>comparing headlines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>comparing images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cosine with the nearest: {0:.3f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cosine {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cosine {0} to {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>covering, one place after the other (slow)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>credit</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>domain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>drawing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>drawing changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>drawing failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>drawing the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>encoding what stays as it is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>epoch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>epoch {0:.0f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>filling in templates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fit {0} of 5</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>fit, {0}</source>
            <translation>eingepasst, {0}</translation>
        </message>
        <message>
            <source>found by: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>full size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>full – all weights, overnight or with a GPU</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>generic stock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>got worse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>grade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>gradients, integrated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>graphic or logo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>handing over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>image of no article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>image or article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>improved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>indexing images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>landscape</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lasso on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>laying out the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>licence: {0}</source>
            <translation>Lizenz: {0}</translation>
        </message>
        <message>
            <source>light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>like #{0}</source>
            <translation>wie #{0}</translation>
        </message>
        <message>
            <source>like {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loading the index</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking at failures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking closer …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking for leakage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking for new work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking for twins of the true picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking for vectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking into the archive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>looking where photos lie</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lowered the score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>matching words with regions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>measuring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>measuring the true picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>missing: {0} (Hand over fills it in)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>moving vectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no credit given</source>
            <translation>kein Credit</translation>
        </message>
        <message>
            <source>no licence given</source>
            <translation>keine Lizenz angegeben</translation>
        </message>
        <message>
            <source>no tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no verdict</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody (left as it was)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>non-literal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not in this article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not surely better, so it is kept, and the former model goes on serving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not used before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>numbered by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open a collection first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>opening the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other domain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>other tags, or none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>p</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>partial – the last blocks of both towers, minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pasted picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>photo cannot
be shown</source>
            <translation>Foto kann nicht
gezeigt werden</translation>
        </message>
        <message>
            <source>photo cannot be shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>picked on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>portrait</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>preparing the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put there at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>put there at the desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>quality</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>quick – adapters on cached vectors, seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>raised it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>raised the score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rank before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rank of the true image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rank over {0:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rank {0:,}  ✓ its true image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rank {0:,} of {1:,}  {2:+.1f} σ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rank {0:,} to {1:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rank {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ranked first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ranked first
instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ranked otherwise by {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ranking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ranking by cosine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading both texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading captions of photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading regions of photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading the photo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading tokens of texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reading vectors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>rights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saving the model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saving the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sensitive</source>
            <translation>heikel</translation>
        </message>
        <message>
            <source>serves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>set aside by a restore</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>share of true images in the first k</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shown on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shows: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>source: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>square</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>step</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>storing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>suggesting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tag</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>text in image</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the built-in dictionary, word by word</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the same file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to be compared</source>
            <translation>zum Vergleichen</translation>
        </message>
        <message>
            <source>training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true image
rank {0:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true image has a near-duplicate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true image of {0:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true image of {0:,} articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true image ranked first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true picture at rank {0:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true picture at rank {0:,} or worse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true picture at rank {0:,}, at {1:,} by {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>true, rank {0:,}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>trying words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tuning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>un&amp;til</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unchanged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unknown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unlike {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>unpacking photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>until {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>usable rights</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>used in %n article(s)</source>
            <translation>
                <numerusform>in %n Artikel verwendet</numerusform>
                <numerusform>in %n Artikeln verwendet</numerusform>
            </translation>
        </message>
        <message>
            <source>waiting for the leading process</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>writing the picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>writing the report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wrong person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wrong place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>wrong time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,.0f} MiB of memory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,.0f} pairs a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} articles decided; Decide &gt; Undo all that was decided at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} articles selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} articles selected: Decide &gt; All selected articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} articles sent to the review queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} groups with {1:,} images whose cosine with another one of the group is over {2}. A ranking that puts the twin of a true image first counts as wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} images, {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} likely of {1:,} pictures for this article, best first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} likely of {1:,} pictures, best first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} likely of {1:,} pictures: {2}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} more were decided at once with it; they stand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} of {1:,} articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} pictures handed over, {1:,} were there as before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} rows of decisions, {1:,} remarks, {2:,} articles and {3:,} pictures were put back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} rows of decisions, {1:,} tags, corrections and other remarks, {2:,} articles and {3:,} pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} selected articles are decided already and stay as they are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} tagged failures written to {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} tagged of {1:,} shown, {2:,} in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} true pictures were ranked by one of them only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:.0f} a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:.1f} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}  Choose</source>
            <translation>{0}  Wählen</translation>
        </message>
        <message>
            <source>{0} (changed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} articles and {1} images added, {2} rows left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} articles have a fitting picture. The model learns from four in five of them and is checked on the rest; it serves only if it is better there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} articles, {1} images: MRR@100 {2:.4f}, recall@1 {3:.3f}, recall@10 {4:.3f}, recall@100 {5:.3f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} has this collection open and decides; here it can only be read. Close it there, then open it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} is the key of “{1}”; give that one another key first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} left at most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} left out: not indexed, or without their image.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} moves in lists and forms, so it cannot do anything else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} of the {1} texts that were read make the score; they are shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} of {1}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} opens a menu; choose another key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} pixels, {1} megapixels</source>
            <translation>{0} Pixel, {1} Megapixel</translation>
        </message>
        <message>
            <source>{0} rows or photos were left out; everything else is in the collection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} rows written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} standard deviations from this article's average picture, {1} ahead of the next different one</source>
            <translation>{0} Standardabweichungen vom durchschnittlichen Bild dieses Artikels, {1} vor dem nächsten anderen</translation>
        </message>
        <message>
            <source>{0} σ, margin {1}</source>
            <translation>{0} σ, Abstand {1}</translation>
        </message>
        <message>
            <source>{0} – required</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0} – required, missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: MRR@100 {1:.3f} → {2:.3f} on {3} held-out articles (change between {4:+.3f} and {5:+.3f}). It is {6}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: trained from {1} in {2:.0f} s on {3}, read by {4}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: true picture at rank {1:,}, {2:+.1f} σ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}: what the model read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0}; Delete takes it away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>÷2: two to four times farther, ×2: two to four times nearer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>σ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” belongs to:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” has no key now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” has the key {1} now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is no day; type one such as 2024-05-31, a month or a year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” is {2} for “{1}”:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{0}” keeps its key: digits choose the picture that shows them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>← → other pictures</source>
            <translation>← → andere Bilder</translation>
        </message>
        <message>
            <source>■ &amp;images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>● articl&amp;es</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✓ of: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✓ sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✕ damaged: {0}</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
