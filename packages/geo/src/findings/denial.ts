// Whether words deny what stands after or before them: "not in Iraq", "в Турции полётов нет". What
// is denied places nothing.

/** Whether the words so far say that what follows is not meant. */
export function isDenied(before: string): boolean {
  return NOT.test(before) || NOT_ENTER.test(before);
}

/** Whether the words after a phrase deny it. */
export function isDeniedAfter(after: string): boolean {
  return NOT_AFTER.test(after.slice(0, 90));
}

/** "Not above FL240", "не ранее 12:00": a limit, and no denial. */
const LIMIT =
  '(?! (?:above|below|higher|lower|over|under|earlier|later|before|after|until|more|less|exceed|' +
  'closer|further|выше|ниже|раньше|ранее|позже|позднее|более|больше|менее|' +
  'меньше|далее|ближе|превыш))';
/**
 * "not in Iraq", "will not enter Lebanon or", "away from": the words do not place
 * the area there.
 */
const NOT = new RegExp(
  `(?<!\\p{L})(?:(?:not|no|never|не)${LIMIT}|outside|avoid\\w*|clear of|нет|вне|кроме|без)` +
    '(?: [\\p{L}\\d-]+){0,4} $',
  'iu',
);
const NOT_ENTER = new RegExp(
  String.raw`(?<!\p{L})(?:(?:not|never) (?:enter|cross|fly|overfly|reach|touch)|не ` +
    String.raw`(?:вход|пересек|залет|затраг))\p{L}*[^.;]{0,60}$`,
  'iu',
);
/** "В Турции полётов нет", "over Iraq no activity is planned". */
const NOT_AFTER = new RegExp(
  '^(?: [\\p{L}\\d-]+){0,5} (?:нет|никак\\p{L}+|отсутству\\p{L}+|nothing|never|none|' +
    `(?:не|no|not)(?!\\p{L})${LIMIT})(?!\\p{L})`,
  'iu',
);
