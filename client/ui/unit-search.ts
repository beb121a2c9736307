export type PickableUnit = { code: string; name: string; depth: number };

/** As many rows as a list shows before it asks for more letters. */
const MOST = 200;

/**
 * The units whose name or code holds every word of `query`, in the order of the tree. `more` counts what was left off.
 * While nothing is searched the tree keeps its indentation; a search shows a flat list.
 */
export function searchUnits<Unit extends PickableUnit>(units: readonly Unit[], query: string) {
  const words = query.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = units.filter((unit) => {
    const text = `${unit.name} ${unit.code}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { found: found.slice(0, MOST), more: Math.max(0, found.length - MOST), isFlat: words.length > 0 };
}
