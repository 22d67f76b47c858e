// Heights in English and Russian words: flight levels, feet and metres with or without a reference,
// one height, a range, or one limit of it ("not above FL320", "от земли до 7000 м").
import type { HeightReference, HeightUnit } from '../height/height.ts';
import { HEDGE, NUMBER, numbersOf } from './quantity.ts';

/** A height of the words. A number may be read in several ways; a reference may be missing. */
export type SaidHeight =
  | { readonly kind: 'surface' }
  | { readonly kind: 'unlimited' }
  | {
      readonly kind: 'height';
      readonly metres: readonly number[];
      readonly unit: HeightUnit;
      readonly reference: HeightReference | undefined;
    };

/** What the words say of a band. A point is a height at which something is, not a limit. */
export type SaidBand = {
  readonly from: number;
  readonly to: number;
  readonly lower?: SaidHeight;
  readonly upper?: SaidHeight;
  readonly point?: SaidHeight;
  /** As written, for the sentence. */
  readonly lowerText?: string;
  readonly upperText?: string;
  readonly hedged: boolean;
  /** Whether "up to" or a range names the limit itself, so that a lower one contradicts too. */
  readonly isLimit: boolean;
  /** "Not above" and "at or below": the limit, where nothing else gives it. */
  readonly isCeiling?: boolean;
};

const LEVEL =
  '(?:FL ?|flight levels? |levels? (?=FL)|эшелон\\p{L}* (?:пол[её]та )?(?:FL ?)?|эш\\. ?|ЭП ?)';
const UNIT =
  '(?:(?:thousand |тыс\\.? ?|тысяч\\p{L}? )?(?:met(?:re|er)s?|feet|foot|ft|m|' +
  'метр\\p{L}*|фут\\p{L}*|м)|км|km)(?![\\p{L}\\d²/])\\.?';
const REFERENCE =
  '(?:AMSL|MSL|ASL|AGL|HAE|STD|QNH|above (?:mean )?sea level|above (?:the )?ground(?: level)?|' +
  'above the ellipsoid|над уровнем моря|над уровнем земли|над землей|над зем\\p{L}+|над рельефом|' +
  'над поверхностью|абсолютн\\p{L}+|\\(абс\\.?\\)|абс\\.?)';
const SURFACE = '(?:the )?(?:SFC|GND|surface|ground(?: level)?)|земл[иья]|поверхности(?: земли)?';
const UNLIMITED = 'UNL(?:TD|IM)?|unlimited|неограниченн\\p{L}+|без ограничени\\p{L}+';

const height = (tag: string, unit: string): string =>
  `(?:(?<level${tag}>${LEVEL})(?<fl${tag}>\\d{2,3})(?![\\d.,]*\\d)|` +
  `(?<number${tag}>${NUMBER})(?:[ -]?(?<unit${tag}>${UNIT})${unit}(?: ` +
  `?(?<ref${tag}>${REFERENCE}))?)${unit}|` +
  `(?<sfc${tag}>(?<!\\p{L})(?:${SURFACE})(?!\\p{L}))|` +
  `(?<unl${tag}>(?<!\\p{L})(?:${UNLIMITED})(?!\\p{L})))`;
const SECOND =
  `(?:(?<levelB>${LEVEL})?(?<flB>(?<!\\d)\\d{2,3})(?![\\d.,]*\\d)(?! ?(?:${UNIT}|%))|` +
  `(?<numberB>${NUMBER})[ -]?(?<unitB>${UNIT})(?: ?(?<refB>${REFERENCE}))?|` +
  `(?<sfcB>(?<!\\p{L})(?:${SURFACE})(?!\\p{L}))|(?<unlB>(?<!\\p{L})(?:${UNLIMITED})(?!\\p{L})))`;
const LEAD =
  '(?<lead>(?:between|from|at|altitudes?|heights?|levels?|block|от|с|между|на ' +
  'высотах?|высот\\p{L}{0,3}|' +
  'в диапазоне(?: высот)?|в слое|эшелон\\p{L}*)(?: of| от| с|:)? )?';
const JOINT = ' ?(?:-|–|—|/|to|up to|and|до|и|по) ?(?:высоты |the )?';
const RANGE = new RegExp(`(?<![\\p{L}\\d])${LEAD}${height('A', '?')}${JOINT}${SECOND}`, 'giu');
const UPPER_LEAD =
  'up to but not including|up to(?: and including)?|at or below|at and below|' +
  'not above|not higher than|' +
  'no higher than|below|under|max(?:imum)?(?: altitude| height| level)?(?: of|' +
  ':)?|climb(?:ing)? to|' +
  'ceiling(?: of|:)?|не выше|ниже|до высоты|до эшелона(?= )|до|' +
  'максимальн\\p{L}+ высот\\p{L}+|потол\\p{L}+';
const LOWER_LEAD =
  'at or above|at and above|not below|not lower than|no lower than|above|over|' +
  'min(?:imum)?(?: altitude| height| level)?(?: of|:)?|не ниже|выше|с высоты|от высоты|свыше|' +
  'минимальн\\p{L}+ высот\\p{L}+';
const POINT_LEAD =
  'at|altitudes?(?: of|:)?|heights?(?: of|:)?|at an altitude of|at a height of|' +
  'level|maintain(?:ing)?|' +
  'orbit(?:ing)? at|на высот\\p{L}{1,2}|высот\\p{L}{1,2}|на|высота полета|высота:';
const SINGLE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<up>${UPPER_LEAD})|(?<down>${LOWER_LEAD})|` +
    `(?<at>${POINT_LEAD}))?(?: (?=\\S)|(?=FL|ЭП|эшелон|эш\\.|flight))` +
    `(?:(?<hedge>${HEDGE}) ?)?${height('A', '')}(?<and>,? (?:and|or|и|или) ` +
    `(?:below|lower|above|higher|ниже|выше))?`,
  'giu',
);
const CONTEXT = new RegExp(
  String.raw`(?<!\p{L})(?:altitude|height|level|FL ?\d|AMSL|AGL|MSL|ceiling|climb|` +
    String.raw`descend|fly|flight|flown|orbit|высот|эшелон|потол|пол[её]т|лет[аеи]|` +
    String.raw`набор|барраж|слое)`,
  'iu',
);
/** What follows a length and makes it no height. */
const NOT_HEIGHT = new RegExp(
  String.raw`^ ?(?:from|of(?! )|off|wide|long|radius|north|south|east|west|runway|` +
    String.raw`range|apart|away|deep|на север|на юг|к |от (?!уров)|южн|север|восточ|` +
    String.raw`запад|шириной|длин|полос|вглубь|по фронту|per|в час|\/)`,
  'iu',
);

/** More than a thousand feet are no length of anything here. */
const FEET_CLEAR_METRES = 305;

type Groups = Readonly<Record<string, string | undefined>>;

/** The bands that `text` speaks of, in their order; ranges are not read again as single heights. */
export function saidBands(text: string): SaidBand[] {
  const found: SaidBand[] = [];
  const overlaps = (from: number, to: number): boolean =>
    found.some((band) => from < band.to && band.from < to);
  for (const match of text.matchAll(RANGE)) {
    const range = rangeOf(text, match);
    if (range !== undefined) found.push(range);
  }
  for (const match of text.matchAll(SINGLE)) {
    const single = singleOf(text, match);
    if (single !== undefined && !overlaps(single.from, single.to)) found.push(single);
  }
  return found.sort((a, b) => a.from - b.from);
}

function rangeOf(text: string, match: RegExpExecArray): SaidBand | undefined {
  const groups: Groups = levelled(match.groups ?? {});
  const isLevel = groups['levelA'] !== undefined;
  // A bare second number is a level only after a level.
  if (groups['flB'] !== undefined && !isLevel && groups['levelB'] === undefined) return undefined;
  const shared = { unit: groups['unitB'], ref: groups['refB'] };
  const lower = heightOf(groups, 'A', shared);
  const upper = heightOf(groups, 'B', {});
  if (lower === undefined || upper === undefined) return undefined;
  const to = match.index + match[0].length;
  if (lower.kind === 'surface' && upper.kind === 'surface') return undefined;
  const needsContext =
    lower.kind === 'height' &&
    upper.kind === 'height' &&
    lower.unit !== 'FL' &&
    (lower.reference ?? upper.reference) === undefined;
  if (needsContext) {
    if (NOT_HEIGHT.test(text.slice(to, to + 20))) return undefined;
    const isFeet = lower.kind === 'height' && lower.unit === 'ft';
    const between = /^(?:between|между|altitude|height|высот|на высот|в диапазоне|в слое|block)/iu;
    const strong = between.test(groups['lead'] ?? '') || isFeet;
    if (!strong && !CONTEXT.test(contextOf(text, match.index, to))) return undefined;
    if (Math.max(...heightMetres(upper)) < 100) return undefined;
  }
  const from = match.index;
  const [a, b] = [textOf(groups, 'A'), textOf(groups, 'B')];
  const hedged = new RegExp(`${HEDGE} ?$`, 'iu').test(
    text.slice(Math.max(0, from - 20), from).trimEnd(),
  );
  const isReversed = Math.min(...heightMetres(lower)) > Math.max(...heightMetres(upper));
  const ends = isReversed
    ? { lower: upper, upper: lower, lowerText: b, upperText: a }
    : { lower, upper, lowerText: a, upperText: b };
  return { from, to, ...ends, hedged, isLimit: true };
}

/** "эшелоны от 180 до 240": bare numbers after the word for levels are levels. */
function levelled(groups: Groups): Groups {
  const { lead = '', numberA, unitA, flB, unitB } = groups;
  const isLevel = /^(?:levels?|эшелон)/iu.test(lead) && (unitA ?? unitB) === undefined;
  if (!isLevel || flB === undefined || !/^\d{2,3}$/.test(numberA ?? '')) return groups;
  return { ...groups, levelA: lead, flA: numberA };
}

function singleOf(text: string, match: RegExpExecArray): SaidBand | undefined {
  const groups: Groups = match.groups ?? {};
  const said = heightOf(groups, 'A', {});
  if (said?.kind !== 'height') return undefined;
  const to = match.index + match[0].length;
  const { up, down, at, and } = groups;
  if (said.unit !== 'FL' && said.reference === undefined) {
    if (up === undefined && down === undefined && at === undefined) return undefined;
    if (NOT_HEIGHT.test(text.slice(to, to + 20))) return undefined;
    const own = /высот|altitude|height|ceiling|потол|maintain|climb/iu.test(match[0]);
    const isHigh = said.unit === 'ft' && Math.max(...said.metres) > FEET_CLEAR_METRES;
    if (!own && !isHigh && !CONTEXT.test(contextOf(text, match.index, to))) return undefined;
    if (Math.max(...said.metres) < 50) return undefined;
  }
  const isUp = up !== undefined || /below|lower|ниже/iu.test(and ?? '');
  const isDown = down !== undefined || /above|higher|выше/iu.test(and ?? '');
  const written = textOf(groups, 'A');
  const lead = /^ /.exec(match[0])?.[0].length ?? 0;
  const span = { from: match.index + lead, to, hedged: groups['hedge'] !== undefined };
  const isLimit =
    /^(?:up to|climb|ceiling|max|до|потол|максим|min|миним|с высоты|от высоты)/iu.test(
      up ?? down ?? '',
    );
  const isCeiling =
    /^(?:not |no |at (?:or|and) below|не выше)/iu.test(up ?? '') || and !== undefined;
  if (isUp) return { ...span, upper: said, upperText: written, isLimit, isCeiling };
  if (isDown) return { ...span, lower: said, lowerText: written, isLimit };
  return { ...span, point: said, lowerText: written, upperText: written, isLimit: false };
}

function heightOf(
  groups: Groups,
  tag: string,
  shared: { readonly unit?: string | undefined; readonly ref?: string | undefined },
): SaidHeight | undefined {
  const level = groups[`fl${tag}`];
  if (level !== undefined) {
    return { kind: 'height', metres: [Number(level) * 30.48], unit: 'FL', reference: 'STD' };
  }
  if (groups[`sfc${tag}`] !== undefined) return { kind: 'surface' };
  if (groups[`unl${tag}`] !== undefined) return { kind: 'unlimited' };
  const number = groups[`number${tag}`];
  const unit = groups[`unit${tag}`] ?? shared.unit;
  if (number === undefined || unit === undefined) return undefined;
  const isFeet = /feet|foot|ft|фут/iu.test(unit);
  const times = /thousand|тыс|km|км/iu.test(unit) ? 1000 : 1;
  // Nobody gives a height in thousandths of a metre or a foot: "18,000 ft" has one reading.
  const values = times === 1 ? numbersOf(number).slice(0, 1) : numbersOf(number);
  const metres = values.map((value) => value * times * (isFeet ? 0.3048 : 1));
  const reference = referenceOf(groups[`ref${tag}`] ?? shared.ref);
  return { kind: 'height', metres, unit: isFeet ? 'ft' : 'm', reference };
}

function referenceOf(text: string | undefined): HeightReference | undefined {
  if (text === undefined) return undefined;
  if (/AGL|ground|земл|рельеф|поверхн/iu.test(text)) return 'AGL';
  if (/HAE|ellipsoid/iu.test(text)) return 'HAE';
  return /STD/i.test(text) ? 'STD' : 'AMSL';
}

/** The values of a height; the surface lies below and "unlimited" above all of them. */
export function heightMetres(said: SaidHeight): readonly number[] {
  if (said.kind === 'height') return said.metres;
  return [said.kind === 'surface' ? -Infinity : Infinity];
}

function textOf(groups: Groups, tag: string): string {
  const level = groups[`fl${tag}`];
  if (level !== undefined) return `FL${level.padStart(3, '0')}`;
  if (groups[`sfc${tag}`] !== undefined) return 'SFC';
  if (groups[`unl${tag}`] !== undefined) return 'UNL';
  const unit = groups[`unit${tag}`] ?? groups['unitB'] ?? '';
  const ref = groups[`ref${tag}`] ?? '';
  return [groups[`number${tag}`] ?? '', unit, ref].filter((part) => part !== '').join(' ');
}

function contextOf(text: string, from: number, to: number): string {
  return text.slice(Math.max(0, from - 60), to + 40);
}
