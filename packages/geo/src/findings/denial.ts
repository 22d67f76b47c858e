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

/** "not in Iraq", "will not enter Lebanon or", "away from": the words do not place the area there. */
const NOT =
  /(?<!\p{L})(?:not|no|never|outside|avoid\w*|clear of|не|нет|вне|кроме|без)(?: [\p{L}\d-]+){0,4} $/iu;
const NOT_ENTER =
  /(?<!\p{L})(?:(?:not|never) (?:enter|cross|fly|overfly|reach|touch)|не (?:вход|пересек|залет|затраг))\p{L}*[^.;]{0,60}$/iu;
/** "В Турции полётов нет", "over Iraq no activity is planned". */
const NOT_AFTER =
  /^,?(?: [\p{L}\d-]+){0,5} (?:нет|не|никак\p{L}+|отсутству\p{L}+|no|not|nothing|never|none)(?!\p{L})/iu;
