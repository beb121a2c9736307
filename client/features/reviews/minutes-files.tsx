import { MINUTES_FORMATS } from "../../../shared/contracts/minutes.ts";
import { Button, buttonClass } from "../../ui/button.tsx";

const NAMES = { pdf: "Minutes as PDF", html: "Web file", json: "JSON" } as const;

/** The minutes as files that prove themselves, each with the evidence of the decisions. */
export function MinutesFiles({ review }: { review: string }) {
  return (
    <>
      <Button onClick={() => window.print()}>Print minutes</Button>
      {MINUTES_FORMATS.map((format) => (
        <a key={format} className={buttonClass()} href={`/api/v1/reviews/${review}/minutes.${format}`} download>
          {NAMES[format]}
        </a>
      ))}
    </>
  );
}
