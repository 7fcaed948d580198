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
            <source> {0} should have done it; index again once it can.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>%v of %m decided</source>
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
            <source>&amp;Decide</source>
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
            <source>&amp;Grade</source>
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
            <source>&amp;Research</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save as PNG or SVG …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Settings …</source>
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
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(no headline)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, the true one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>95 % interval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A training ({0}) was stopped in epoch {1} of {2}. It can go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Acceptable</source>
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
            <source>All decisions, lossless (*.jsonl);;Training pairs for open_clip (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All domains</source>
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
            <source>Another c&amp;ollection …</source>
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
            <source>Back to the article</source>
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
            <source>Both read the same words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Built-in German-English dictionary</source>
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
            <source>Choose the picture for a story</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the selected picture</source>
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
            <source>Co&amp;lour:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Collections (*.newsmatch)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour by</source>
            <translation type="unfinished" />
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
            <source>Credit: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decided articles</source>
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
            <source>Enter or double click: its article at the editor's desk</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter or double click: show at the editor's desk</source>
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
            <source>Filter articles</source>
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder of a German-English model for fxtranslate</source>
            <translation type="unfinished" />
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
            <source>Go &amp;on</source>
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
            <source>Headline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Held-out decisions (dashed: before)</source>
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
            <source>Hubs, the most frequent first</source>
            <translation type="unfinished" />
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
            <source>In brackets the 95 % interval: 1,000 resamples of the articles</source>
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
            <source>It is among the best of these, and the true image of those marked:</source>
            <translation type="unfinished" />
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
            <source>Licence: {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lng.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading …</source>
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
            <source>Made &amp;by:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Map by {0}</source>
            <translation type="unfinished" />
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
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New collection</source>
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
            <source>No longer tagged: {0} ({1})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No model was trained here yet. Decide on some articles, then choose Learn &gt; Learn from decisions.</source>
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
            <source>Not tagged yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not translated: no translator for this language is turned on.</source>
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
            <source>Orphans</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other articles: MRR@100 {0:.3f} → {1:.3f} on {2} ({3:+.3f} to {4:+.3f}).</source>
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
            <source>Picture (*.png);;Drawing (*.svg)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Picture at rank {0}: {1}</source>
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
            <source>Pictures of the point</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Point at a mark to see what it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preparing …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous article</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of the training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put into review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ra&amp;nks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank</source>
            <translation type="unfinished" />
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
            <source>Rank {0}: {1}, {2:.1f} above average, {3}</source>
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
            <source>Recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Recall and &amp;ranks</source>
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
            <source>Save as CSV …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the plot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search pictures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search pictures by any words, then Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Searching for “{0}” …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select all sho&amp;wn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Selected articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send their articles to the &amp;review queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send these articles to the &amp;review queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Send {0:,} articles to the re&amp;view queue</source>
            <translation type="unfinished" />
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
            <source>Shapes that the site shows pictures in, for crops</source>
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
            <source>Skewness of the {0}-occurrences: {1:.2f} (0: no hubs). {2:,} of {3:,} images are among the best {0} of no article (orphans).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong inside NewsMatch. Your decisions are safe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
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
            <source>The &amp;bench …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The filter hides this article from the list</source>
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
            <source>This article is not indexed yet, so nothing is ranked for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This photo cannot be shown</source>
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
            <source>UMAP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UMAP of {0:,} images and {1:,} articles, each modality centred by itself: what is near here is near for the model, but distances between groups mean little.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>UMAP {0}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo all that was decided at once</source>
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
            <source>What each change did, all others kept:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What each model owes to a word:</source>
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
            <source>Which articles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which images</source>
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
            <source>Words of the headline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a report</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>acceptable</source>
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
            <source>belongs elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>better, so it serves from now on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checking photos</source>
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
            <source>component {0}, {1:.1%} of the variance</source>
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>found by: {0}</source>
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
            <source>lasso on the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>laying out the map</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loading the index</source>
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
            <source>looking where photos lie</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loss</source>
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
            <source>moving vectors</source>
            <translation type="unfinished" />
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
            <source>not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not surely better, so it is kept, and the former model goes on serving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>numbered by itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open</source>
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
            <source>photo cannot
be shown</source>
            <translation type="unfinished" />
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
            <source>preparing the model</source>
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
            <source>search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>searching</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sensitive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>serves</source>
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
            <source>step</source>
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
            <source>waiting for the leading process</source>
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
            <source>{0:+.1f} standard deviations from this article's average picture</source>
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
            <source>{0:,} articles selected</source>
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
            <source>{0:,} pictures ranked for this article, best first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{0:,} pictures ranked for your words “{1}” (Esc: back to the article)</source>
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
            <source>{0} of {1}</source>
            <translation type="unfinished" />
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
            <source>{0} true: {1:,}, {2:+.1f} σ</source>
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
            <source>÷2: two to four times farther, ×2: two to four times nearer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>σ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>← → other candidates   Space or Esc closes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>■ &amp;images</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>● a&amp;rticles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>✓ of: {0}</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
