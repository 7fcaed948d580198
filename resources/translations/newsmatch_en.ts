<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>NewsMatch</name>
        <message numerus="yes">
            <source> (by %Ln image(s) too)</source>
            <translation>
                <numerusform> (by %Ln image too)</numerusform>
                <numerusform> (by %Ln images too)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>%Ln article</numerusform>
                <numerusform>%Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) added</source>
            <translation>
                <numerusform>%Ln article added</numerusform>
                <numerusform>%Ln articles added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) decided; Decide &gt; Undo all that was decided at once</source>
            <translation>
                <numerusform>%Ln article decided; Decide &gt; Undo all that was decided at once</numerusform>
                <numerusform>%Ln articles decided; Decide &gt; Undo all that was decided at once</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) have a fitting picture. The model learns from four in five of them and is checked on the rest; it serves only if it is better there.</source>
            <translation>
                <numerusform>%Ln article has a fitting picture. The model learns from four in five and is checked on the rest; it serves only if it is better there.</numerusform>
                <numerusform>%Ln articles have a fitting picture. The model learns from four in five of them and is checked on the rest; it serves only if it is better there.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) have a fitting picture; learning needs {0}. Choose pictures at the desk first.</source>
            <translation>
                <numerusform>%Ln article has a fitting picture; learning needs {0}. Choose pictures at the desk first.</numerusform>
                <numerusform>%Ln articles have a fitting picture; learning needs {0}. Choose pictures at the desk first.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) put into the review queue</source>
            <translation>
                <numerusform>%Ln article put into the review queue</numerusform>
                <numerusform>%Ln articles put into the review queue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) selected</source>
            <translation>
                <numerusform>%Ln article selected</numerusform>
                <numerusform>%Ln articles selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) selected: Decide &gt; All selected articles</source>
            <translation>
                <numerusform>%Ln article selected: Decide &gt; All selected articles</numerusform>
                <numerusform>%Ln articles selected: Decide &gt; All selected articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) sent to the review queue</source>
            <translation>
                <numerusform>%Ln article sent to the review queue</numerusform>
                <numerusform>%Ln articles sent to the review queue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln decision(s) added</source>
            <translation>
                <numerusform>%Ln decision added</numerusform>
                <numerusform>%Ln decisions added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln group(s) with {0:,} images whose cosine with another one of the group is over {1:.2f}. A ranking that puts the twin of a true image first counts as wrong.</source>
            <translation>
                <numerusform>%Ln group with {0:,} images whose cosine with another one of the group is over {1:.2f}. A ranking that puts the twin of a true image first counts as wrong.</numerusform>
                <numerusform>%Ln groups with {0:,} images whose cosine with another one of the group is over {1:.2f}. A ranking that puts the twin of a true image first counts as wrong.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln image(s)</source>
            <translation>
                <numerusform>%Ln image</numerusform>
                <numerusform>%Ln images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln image(s) added</source>
            <translation>
                <numerusform>%Ln image added</numerusform>
                <numerusform>%Ln images added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln image(s), {0}</source>
            <translation>
                <numerusform>%Ln image, {0}</numerusform>
                <numerusform>%Ln images, {0}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln left out:</source>
            <translation>
                <numerusform>%Ln left out:</numerusform>
                <numerusform>%Ln left out:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln likely of {0:,} pictures for this article, best first</source>
            <translation>
                <numerusform>%Ln likely of {0:,} pictures for this article, best first</numerusform>
                <numerusform>%Ln likely of {0:,} pictures for this article, best first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln likely of {0:,} pictures, best first</source>
            <translation>
                <numerusform>%Ln likely of {0:,} pictures, best first</numerusform>
                <numerusform>%Ln likely of {0:,} pictures, best first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln likely of {0:,} pictures: {1}</source>
            <translation>
                <numerusform>%Ln likely of {0:,} pictures: {1}</numerusform>
                <numerusform>%Ln likely of {0:,} pictures: {1}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more were decided at once with it; they stand</source>
            <translation>
                <numerusform>%Ln more was decided at once with it; it stands</numerusform>
                <numerusform>%Ln more were decided at once with it; they stand</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s)</source>
            <translation>
                <numerusform>%Ln picture</numerusform>
                <numerusform>%Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) handed over, {0:,} were there as before</source>
            <translation>
                <numerusform>%Ln picture handed over, {0:,} were there as before</numerusform>
                <numerusform>%Ln pictures handed over, {0:,} were there as before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) left out</source>
            <translation>
                <numerusform>%Ln row left out</numerusform>
                <numerusform>%Ln rows left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) of decisions</source>
            <translation>
                <numerusform>%Ln row of decisions</numerusform>
                <numerusform>%Ln rows of decisions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) or photo(s) were left out; everything else is in the collection.</source>
            <translation>
                <numerusform>%Ln row or photo was left out; everything else is in the collection.</numerusform>
                <numerusform>%Ln rows or photos were left out; everything else is in the collection.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) written</source>
            <translation>
                <numerusform>%Ln row written</numerusform>
                <numerusform>%Ln rows written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected article(s) are decided already and stay as they are.</source>
            <translation>
                <numerusform>%Ln selected article is decided already and stays as it is.</numerusform>
                <numerusform>%Ln selected articles are decided already and stay as they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln tag(s), correction(s) and other remark(s)</source>
            <translation>
                <numerusform>%Ln tag, correction and other remark</numerusform>
                <numerusform>%Ln tags, corrections and other remarks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln tagged failure(s) written to {0}</source>
            <translation>
                <numerusform>%Ln tagged failure written to {0}</numerusform>
                <numerusform>%Ln tagged failures written to {0}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln true picture(s) noted</source>
            <translation>
                <numerusform>%Ln true picture noted</numerusform>
                <numerusform>%Ln true pictures noted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln true picture(s) were ranked by one of them only.</source>
            <translation>
                <numerusform>%Ln true picture was ranked by one of them only.</numerusform>
                <numerusform>%Ln true pictures were ranked by one of them only.</numerusform>
            </translation>
        </message>
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
            <source>%n new photo(s) indexed</source>
            <translation>
                <numerusform>%n new photo indexed</numerusform>
                <numerusform>%n new photos indexed</numerusform>
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
            <translation>
                <numerusform>Handed over %n time before</numerusform>
                <numerusform>Handed over %n times before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ranking %Ln article(s) …</source>
            <translation>
                <numerusform>Ranking %Ln article …</numerusform>
                <numerusform>Ranking %Ln articles …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Say of %Ln article(s) that no picture fits?</source>
            <translation>
                <numerusform>Say of %Ln article that no picture fits?</numerusform>
                <numerusform>Say of %Ln articles that no picture fits?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %Ln article(s) to the re&amp;view queue</source>
            <translation>
                <numerusform>Send %Ln article to the re&amp;view queue</numerusform>
                <numerusform>Send %Ln articles to the re&amp;view queue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Skewness of the {0}-occurrences: {1:.2f} (0: no hubs). %Ln of {2:,} images is/are among the best {0} of no article (orphans).</source>
            <translation>
                <numerusform>Skewness of the {0}-occurrences: {1:.2f} (0: no hubs). %Ln of {2:,} images is among the best {0} of no article (orphan).</numerusform>
                <numerusform>Skewness of the {0}-occurrences: {1:.2f} (0: no hubs). %Ln of {2:,} images are among the best {0} of no article (orphans).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take all %Ln article(s) out of the review queue?</source>
            <translation>
                <numerusform>Take %Ln article out of the review queue?</numerusform>
                <numerusform>Take all %Ln articles out of the review queue?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Why shall these %Ln article(s) be looked at again?</source>
            <translation>
                <numerusform>Why shall this article be looked at again?</numerusform>
                <numerusform>Why shall these %Ln articles be looked at again?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>among the best {0}
of %Ln article(s)</source>
            <translation>
                <numerusform>among the best {0}
of %Ln article</numerusform>
                <numerusform>among the best {0}
of %Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>among the best {0} of %Ln article(s)</source>
            <translation>
                <numerusform>among the best {0} of %Ln article</numerusform>
                <numerusform>among the best {0} of %Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and of %Ln other article(s)</source>
            <translation>
                <numerusform>and of %Ln other article</numerusform>
                <numerusform>and of %Ln other articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>true image of %Ln article(s)</source>
            <translation>
                <numerusform>true image of %Ln article</numerusform>
                <numerusform>true image of %Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>used in %n article(s)</source>
            <translation>
                <numerusform>used in %n article</numerusform>
                <numerusform>used in %n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0:,} of %Ln article(s)</source>
            <translation>
                <numerusform>{0:,} of %Ln article</numerusform>
                <numerusform>{0:,} of %Ln articles</numerusform>
            </translation>
        </message>
    </context>
</TS>
