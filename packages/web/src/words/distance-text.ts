// Distances as the floor writes them.

/** "0 m", "850 m", "1.4 km", "12 km" of whole centimetres. */
export function distanceText(centimetres: number): string {
  const metres = centimetres / 100;
  if (metres < 1_000) return `${Math.round(metres)} m`;
  const km = metres / 1_000;
  return `${km < 10 ? trimmed(km.toFixed(1)) : Math.round(km)} km`;
}

function trimmed(text: string): string {
  return text.replace(/\.0$/, '');
}
