// Text onto the clipboard; where the browser refuses, the text is shown instead.

/** Copies `text` and says so through `say`. */
export function copyText(text: string, say: (sentence: string) => void): void {
  // Outside of a secure context a browser has no clipboard at all.
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  const refused = `This browser does not let the page copy. The position is ${text}.`;
  if (clipboard === undefined) {
    say(refused);
    return;
  }
  clipboard.writeText(text).then(
    () => say(`Copied ${text}`),
    () => say(refused),
  );
}
