// Distances as people write them: "3 km", "500 m", "2.5 NM".
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';

/** The international nautical mile is 1,852 m exactly. */
const CENTIMETRES: Readonly<Record<string, number>> = { m: 100, km: 100_000, nm: 185_200 };

/** Whole centimetres of "3 km", "500 m" or "2.5 NM". Refuses naming `field`. */
export function readDistance(text: string, field: string): Outcome<number> {
  const found = /^\s*(\d{1,7}(?:\.\d{1,3})?)\s*(km|m|nm)\s*$/i.exec(text);
  const unit = CENTIMETRES[found?.[2]?.toLowerCase() ?? ''];
  if (found === null || unit === undefined) {
    return refuse(
      'malformed',
      field,
      `found "${text.slice(0, 40)}"`,
      '"3 km", "500 m" or "2.5 NM"',
    );
  }
  return accept(Math.round(Number(found[1]) * unit));
}
