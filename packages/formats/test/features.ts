// Short ways to write features in tests.

export const WHEN = { start: '2026-09-17T13:00:00Z', end: '2026-09-17T14:00:00Z' };
/** The same in milliseconds UTC (date -u -d 2026-09-17T13:00:00Z +%s). */
export const WINDOW = { startMs: 1_789_650_000_000, endMs: 1_789_653_600_000 };
export const BAND = {
  lower: { value: 100, unit: 'm', reference: 'AMSL' },
  upper: { value: 180, unit: 'FL', reference: 'STD' },
};
export const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [40, 35],
      [41, 35],
      [41, 36],
      [40, 36],
      [40, 35],
    ],
  ],
};

/** A GeoJSON Feature that is sound, with some properties or the geometry changed. */
export function feature(properties: object, geometry: object = SQUARE): object {
  return { type: 'Feature', properties: { id: 'A', ...BAND, ...WHEN, ...properties }, geometry };
}

export const CIRCLE_3D = {
  outline_circle: { center: { lat: 35.5, lng: 40.5 }, radius: { value: 300.183, units: 'M' } },
  altitude_lower: { value: 19.5, reference: 'W84', units: 'M' },
  altitude_upper: { value: 120, reference: 'W84', units: 'M' },
};

/** An ASTM F3548 Volume4D that is sound, with parts changed. */
export function volume4D(volume: object = {}, times: object = {}): object {
  return {
    volume: { ...CIRCLE_3D, ...volume },
    time_start: { value: WHEN.start, format: 'RFC3339' },
    time_end: { value: WHEN.end, format: 'RFC3339' },
    ...times,
  };
}
