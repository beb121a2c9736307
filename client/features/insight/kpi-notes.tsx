import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { useLocale } from "../../shell/session.tsx";
import { Card } from "../../ui/card.tsx";

/** What people have written on the time axis, by the numbers of its flags. */
export function KpiNotes({ view: { annotations } }: { view: KpiView }) {
  const locale = useLocale();
  if (annotations.length === 0) return null;
  return (
    <Card title="Notes">
      <ol className="notes">
        {annotations.map((note, index) => (
          <li key={note.id} id={`note-${index + 1}`}>
            <span className="note-number">{index + 1}</span>
            <span>
              {note.text}{" "}
              <span className="small muted">
                {[
                  monthText(note.from, locale),
                  note.to === note.from ? null : `to ${monthText(note.to, locale)}`,
                  note.by,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
