import { riskRating, SCALE } from "../../../shared/domain/risk-rating.ts";
import { type ContextRisk, matrixOf } from "./context-facts.ts";

/** Likelihood against consequence: where each risk and opportunity stands, by its number. */
export function RiskMatrix({ risks }: { risks: readonly ContextRisk[] }) {
  const fields = matrixOf(risks);
  return (
    <table className="risk-matrix">
      <caption className="small secondary">
        Likelihood (rows, 5 most likely) by consequence (columns, 5 gravest)
      </caption>
      <thead>
        <tr>
          <td />
          {SCALE.map((consequence) => (
            <th key={consequence} scope="col">
              {consequence}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SCALE.toReversed().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{likelihood}</th>
            {SCALE.map((consequence) => (
              <td key={consequence} className={`rating-${riskRating({ likelihood, consequence })}`}>
                {(fields.get(`${likelihood} ${consequence}`) ?? []).map(({ code, text, kind }) => (
                  <a key={code} href={`#${code}`} title={text} className={`risk-mark risk-mark-${kind}`}>
                    {code}
                  </a>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
