// An instant for each side to read: Zulu, date-time groups, local in each zone as of the date
// meant, and in words of five languages. Always with its date; Latin digits and 24 hours.
import type { Reading } from '../reading/reading.ts';
import { refuse } from '../reading/reading.ts';
import type { Language } from '../words/language.ts';
import { isolated } from '../words/language.ts';
import { civilFromDays, DAY_MS } from './calendar.ts';
import { monthName } from './day-names.ts';
import { MONTHS, writeDateTimeGroup, writeInstant } from './time.ts';
import { writeOffset, zoneNamed, zoneOffsetMinutes } from './zone.ts';

/** One writing of an instant. */
export type InstantText = {
  readonly form: 'ZULU' | 'DTG' | 'LOCAL' | 'LOCAL_DTG';
  readonly text: string;
  /** IANA name; "UTC" for Zulu. */
  readonly zone: string;
  /** "+03:00". */
  readonly offset: string;
};

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
/** Letters of +1 to +12 and of -1 to -12 hours. */
const EAST = 'ABCDEFGHIKLM';
const WEST = 'NOPQRSTUVWXY';

/**
 * The instant `ms` (milliseconds UTC) as Zulu and as a date-time group, then for each of `zones`
 * (IANA names, or such as "Moscow") local, and with the zone's letter where its offset then is of
 * whole hours. Refuses a zone that is not known.
 */
export function instantTexts(ms: number, zones: readonly string[]): Reading<InstantText[]> {
  const zulu = { zone: 'UTC', offset: '+00:00' };
  const texts: InstantText[] = [
    { form: 'ZULU', text: writeInstant(ms), ...zulu },
    { form: 'DTG', text: writeDateTimeGroup(ms), ...zulu },
  ];
  for (const wanted of zones) {
    const zone = zoneNamed(wanted);
    const minutes = zone === undefined ? undefined : zoneOffsetMinutes(ms, zone);
    if (zone === undefined || minutes === undefined) {
      return refuse(wanted, 0, 'an IANA time zone, such as Europe/Moscow');
    }
    const offset = writeOffset(minutes);
    const local = writeInstant(ms + minutes * MINUTE_MS).replace(/Z$/, '');
    texts.push({ form: 'LOCAL', text: `${local} ${offset} ${zone}`, zone, offset });
    const group = localGroup(ms, minutes);
    if (group !== undefined) texts.push({ form: 'LOCAL_DTG', text: group, zone, offset });
  }
  return { ok: true, value: texts };
}

/**
 * "17 September 2016, 16:55:00 +03:00 (Europe/Moscow)", the month in words of the language. In
 * Arabic and Hebrew each number is set apart from left to right. `readInstant` reads it back.
 * Refuses a zone that is not known.
 */
export function instantText(ms: number, zone: string, language: Language): Reading<string> {
  const name = zoneNamed(zone);
  const minutes = name === undefined ? undefined : zoneOffsetMinutes(ms, name);
  if (name === undefined || minutes === undefined) {
    return refuse(zone, 0, 'an IANA time zone, such as Europe/Moscow');
  }
  const localMs = ms + minutes * MINUTE_MS;
  const { year, month, day } = civilFromDays(Math.floor(localMs / DAY_MS));
  const clock = `${writeInstant(localMs).slice(11, 19)} ${writeOffset(minutes)} (${name})`;
  const [date, time] = [
    `${isolated(String(day), language)} ${monthName(month, language)} ` +
      isolated(String(year), language),
    isolated(clock, language),
  ];
  return { ok: true, value: `${date}${language === 'ru' ? ' г.' : ''}${COMMA[language]} ${time}` };
}

const COMMA: Readonly<Record<Language, string>> = { en: ',', ru: ',', ar: '،', he: ',', tr: ',' };

/** "171655CSEP16"; undefined where the offset has no letter. */
function localGroup(ms: number, minutes: number): string | undefined {
  const hours = minutes / HOUR_MINUTES;
  if (!Number.isInteger(hours) || Math.abs(hours) > 12) return undefined;
  const letter = hours === 0 ? 'Z' : hours > 0 ? EAST.charAt(hours - 1) : WEST.charAt(-hours - 1);
  const localMs = ms + minutes * MINUTE_MS;
  const { year, month, day } = civilFromDays(Math.floor(localMs / DAY_MS));
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = writeInstant(localMs).slice(11, 16).replace(':', '');
  return `${two(day)}${clock}${letter}${MONTHS[month - 1] ?? ''}${two(year % 100)}`;
}
