import type { FailureSentences } from "./failure-sentences.ts";

export const GERMAN_FAILURES: FailureSentences = {
  sentences: {
    unreadable: "Die Anfrage war nicht lesbar. {problem}",
    "not-signed-in": "Bitte zuerst anmelden.",
    "sign-in-failed": "E-Mail-Adresse und Passwort gehören nicht zusammen.",
    "not-allowed": "Dazu fehlt Ihnen hier das Recht. Bitten Sie Ihre Administration um die nötige Rolle.",
    "cross-site": "Die Anfrage kam von einer anderen Website und wurde nicht ausgeführt.",
    "not-found": "Das gibt es nicht, oder Sie dürfen es nicht sehen.",
    "link-expired": "Dieser Link wurde schon benutzt oder ist abgelaufen. Fordern Sie einen neuen an.",
    "stale-version":
      "Jemand anders hat dies inzwischen geändert. Vergleichen Sie beide Werte und speichern Sie noch einmal.",
    duplicate: "Das gibt es schon.",
    busy: "Das läuft bereits. Warten Sie, bis es fertig ist.",
    "too-large": "Das ist mehr, als auf einmal angenommen wird. Teilen Sie es auf.",
    "unknown-code": "Der Code {code} ist nicht vorhanden.",
    "invalid-value": "{problem}",
    "file-refused":
      "Die Datei wurde abgelehnt und nichts davon gespeichert. Berichtigen Sie die genannten Zeilen und senden Sie sie erneut.",
    "month-closed":
      "{month} ist geschlossen. Bitten Sie die freigebende Person oder das Qualitätsmanagement, den Monat zu öffnen.",
    "month-locked": "{month} ist gesperrt. Schlagen Sie eine Berichtigung mit Begründung vor.",
    "month-not-locked": "{month} ist nicht gesperrt. Ändern Sie das Ergebnis selbst, statt es zu berichtigen.",
    "reason-needed": "Sagen Sie, warum: Diese Änderung braucht einen Grund.",
    "nothing-submitted": "Hier wartet nichts auf Freigabe.",
    "nothing-to-freeze": "Für {month} hat keine Kennzahl etwas festzuhalten. Wählen Sie einen Monat mit Ergebnissen.",
    "restatement-pending": "Eine Berichtigung dieses Ergebnisses wartet schon auf Freigabe.",
    "submission-waits": "{month} lässt sich nicht sperren, solange ein eingereichtes Ergebnis auf Freigabe wartet.",
    "same-person": "Wer ein Ergebnis eingereicht hat, kann es nicht freigeben. Bitten Sie jemand anders.",
    "operator-cannot-approve-restatement": "Eine Berichtigung gibt ein Mensch frei. Nennen Sie ihn mit --as.",
    "not-reported-then": "{kpi} wird für {month} nicht berichtet. Tragen Sie es im letzten Monat seines Zeitraums ein.",
    "not-assigned": "{unit} berichtet {kpi} in {month} nicht.",
    "outside-limits": "{value} liegt außerhalb dessen, was {kpi} sein kann.",
    "effect-frozen":
      "Was {action} erreichen soll, lässt sich nach dem Beginn nicht mehr ändern. Verwerfen Sie die Maßnahme und planen Sie eine andere.",
    "not-proven":
      "{action} kann so nicht enden: {problem} Sagen Sie, warum Sie die Daten übergehen, oder warten Sie auf sie.",
    "step-not-allowed": "{problem}",
    "tree-broken": "Die Einheiten bildeten nicht mehr einen Baum. {tree}",
    "expression-wrong": "Der Ausdruck von {kpi} lässt sich nicht berechnen. {problem}",
    "fiscal-year-fixed": "Der Beginn des Geschäftsjahres lässt sich nicht mehr ändern, sobald es Ergebnisse gibt.",
    "last-admin": "Damit bliebe die Organisation ohne Administration. Ernennen Sie zuerst jemand anders.",
    "key-reused": "Dieser Idempotency-Key wurde für eine andere Anfrage benutzt. Nehmen Sie einen neuen.",
    "password-too-short": "Nehmen Sie mindestens 15 Zeichen. Einige Wörter, die Sie sich merken, genügen.",
    "password-too-common": "Dieses Passwort steht auf Listen, die Angreifer zuerst versuchen. Wählen Sie ein anderes.",
    "folder-not-empty": "Der Datenordner enthält schon eine Organisation.",
    "no-organisation": "Es gibt noch keine Organisation. Richten Sie zuerst eine ein.",
    "newer-database": "Die Datenbank stammt von einer neueren Version von Plumbline. Installieren Sie diese Version.",
    "backup-damaged": "Die Sicherung ist nicht unversehrt, und nichts wurde geändert. {problem}",
    "backup-elsewhere": "Diese Datenbank wird mit den Werkzeugen von PostgreSQL gesichert, zum Beispiel mit pg_dump.",
    "too-many-requests": "Zu viele Anfragen. Warten Sie {seconds} Sekunden und versuchen Sie es erneut.",
    internal:
      "Bei uns ist etwas schiefgegangen, und nichts wurde geändert. Nennen Sie Ihrer Administration die Kennung.",
    "not-ready": "Die Datenbank ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.",
    "storage-failing":
      "Der Speicher ist voll oder versagt: Nichts wurde geändert. Lesen geht weiter; sagen Sie Ihrer Administration Bescheid.",
  },
  tree: {
    "period-reversed": "{unit} verließe die übergeordnete Einheit, bevor sie dort ankam.",
    "two-parents": "{unit} hätte in {month} zwei übergeordnete Einheiten.",
    "two-roots": "{unit} wäre in {month} eine zweite Wurzel.",
    "parent-not-in-force": "Die übergeordnete Einheit von {unit} gehört in {month} nicht zum Baum.",
    cycle: "{unit} läge in {month} unter sich selbst.",
  },
};
