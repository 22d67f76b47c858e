// An altitude band where room is short: unit and reference once, when both limits share them.
import { writeBand, writeHeight } from '@parley/geo';
import type { AltitudeBand, Height } from '@parley/geo';

/** "3 000–6 500 m AMSL", "FL180–FL240", "SFC–UNL"; limits of different kinds in full. */
export function bandText(band: AltitudeBand): string {
  const { lower, upper } = band;
  const whole = writeBand(band).replace(' – ', '–');
  if (lower.kind !== 'height' || upper.kind !== 'height' || lower.unit === 'FL') return whole;
  if (lower.unit !== upper.unit || datumText(lower) !== datumText(upper)) return whole;
  if (lower.excluded === true || upper.excluded === true) return whole;
  const unit = ` ${lower.unit} ${datumText(lower)}`;
  return `${writeHeight(lower).slice(0, -unit.length)}–${writeHeight(upper)}`;
}

/** "AMSL"; on QNH and QFE with what the altimeter is set to, when that was stated. */
export function datumText({ reference, settingDecihectopascals: setting }: Height): string {
  return setting === undefined ? reference : `${reference} ${setting / 10} hPa`;
}
