// Meridians and parallels, every 10 degrees, 1 degree and 10 minutes, for the base map.
import type { Feature, FeatureCollection, LineString } from 'geojson';

const LATITUDE_MAX = 85;

/** Lines in degrees, `stepMinutes` of arc apart. Each carries its `label`, "40°E" or "35°10'N". */
export function graticule(stepMinutes: number): FeatureCollection<LineString> {
  const meridians = steps(180, stepMinutes).map((minutes) => {
    const lon = minutes / 60;
    return line(labelOf(minutes, 'E', 'W'), [lon, -LATITUDE_MAX], [lon, LATITUDE_MAX]);
  });
  const parallels = steps(LATITUDE_MAX - 5, stepMinutes).map((minutes) => {
    const lat = minutes / 60;
    return line(labelOf(minutes, 'N', 'S'), [-180, lat], [180, lat]);
  });
  return { type: 'FeatureCollection', features: [...meridians, ...parallels] };
}

function steps(degreesMax: number, stepMinutes: number): number[] {
  const count = (2 * degreesMax * 60) / stepMinutes;
  return Array.from({ length: count + 1 }, (_, at) => at * stepMinutes - degreesMax * 60);
}

function line(label: string, from: number[], to: number[]): Feature<LineString> {
  const geometry: LineString = { type: 'LineString', coordinates: [from, to] };
  return { type: 'Feature', properties: { label }, geometry };
}

function labelOf(minutes: number, positive: string, negative: string): string {
  const letter = minutes < 0 ? negative : positive;
  const degrees = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const text = rest === 0 ? `${degrees}°` : `${degrees}°${String(rest).padStart(2, '0')}'`;
  return minutes === 0 ? text : `${text}${letter}`;
}
