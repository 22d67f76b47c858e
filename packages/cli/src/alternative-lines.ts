// Alternatives as lines: for a person, or one object of JSON for a program.
import type { Alternative, Alternatives, NoAlternative, Volume } from '@parley/conflict';
import { writeInstant } from '@parley/geo';
import type { Position } from '@parley/geo';

/** A heading, a line for each alternative by its cost, and one for what there is none of. */
export function alternativesAsLines(
  id: string,
  { conflicts, found, none }: Alternatives,
): string[] {
  const volumes = conflicts === 1 ? '1 volume' : `${conflicts} volumes`;
  const said = none.map(({ kind, reason }) => `${kind} (${reason})`);
  return [
    `${id}, in conflict with ${volumes}, would be free:`,
    ...found.map((one) => `  ${changeText(one)}; cost ${one.cost.toFixed(2)}`),
    ...(said.length === 0 ? [] : [`  no way: ${said.join(', ')}`]),
  ];
}

/** `{"feature", "conflicts", "alternatives": [{"kind", ..., "cost", "volumes"}], "none"}`. */
export function alternativesAsJson(id: string, { conflicts, found, none }: Alternatives): string {
  return JSON.stringify({
    feature: id,
    conflicts,
    alternatives: found.map((one) => ({
      kind: one.kind,
      ...amountOf(one),
      cost: Number(one.cost.toFixed(6)),
      volumes: one.volumes.map(volumeAsJson),
    })),
    none: none.map(({ kind, reason }: NoAlternative) => ({ kind, reason })),
  });
}

function changeText(one: Alternative): string {
  switch (one.kind) {
    case 'later':
    case 'earlier': {
      const [first] = one.volumes;
      const from = first === undefined ? '' : `, from ${writeInstant(first.window.startMs)}`;
      return `${durationText(Math.abs(one.shiftMs))} ${one.kind}${from}`;
    }
    case 'higher':
    case 'lower':
      return `${heightText(one.volumes, Math.abs(one.shiftCentimetres))} ${one.kind}`;
    case 'moved':
      return `moved ${kilometres(one.metres)} towards ${one.azimuthDegrees} degrees true`;
    case 'cut':
      return `cut to ${Math.floor(100 * one.shareLeft)} % of its area`;
  }
}

function kilometres(metres: number): string {
  return `${(metres / 1000).toFixed(2)} km`;
}

function durationText(ms: number): string {
  const seconds = ms / 1000;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const rest = seconds % 60;
  const parts = [
    hours > 0 ? `${hours} h` : '',
    minutes > 0 ? `${minutes} min` : '',
    rest > 0 ? `${Number(rest.toFixed(3))} s` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** In feet where a limit is stated in feet or as a flight level. */
function heightText(volumes: readonly Volume[], centimetres: number): string {
  const bounds = volumes.flatMap(({ band }) => [band.lower, band.upper]);
  const inFeet = bounds.some((bound) => bound.kind === 'height' && bound.unit !== 'm');
  return inFeet ? `${Math.round(centimetres / 30.48)} ft` : `${centimetres / 100} m`;
}

function amountOf(one: Alternative): Record<string, number> {
  switch (one.kind) {
    case 'later':
    case 'earlier':
      return { shiftSeconds: one.shiftMs / 1000 };
    case 'higher':
    case 'lower':
      return { shiftMetres: one.shiftCentimetres / 100 };
    case 'moved':
      return { metres: one.metres, azimuthDegrees: one.azimuthDegrees };
    case 'cut':
      return { shareLeft: one.shareLeft };
  }
}

function volumeAsJson({ outline, band, window, buffer }: Volume): object {
  const { startMs, endMs, ...rest } = window;
  const [start, end] = [startMs, endMs].map((ms) => new Date(ms).toISOString());
  return { outline: outlineAsJson(outline), band, window: { start, end, ...rest }, buffer };
}

function outlineAsJson(outline: Volume['outline']): object {
  switch (outline.kind) {
    case 'polygon':
      return {
        kind: outline.kind,
        ring: outline.ring.map(pointAsJson),
        holes: outline.holes?.map((hole) => hole.map(pointAsJson)),
      };
    case 'ellipse':
      return {
        kind: outline.kind,
        centre: pointAsJson(outline.centre),
        semiMajorMetres: outline.semiMajorCentimetres / 100,
        semiMinorMetres: outline.semiMinorCentimetres / 100,
        azimuthDegrees: outline.azimuthMillidegrees / 1000,
      };
    case 'circle':
      return {
        kind: outline.kind,
        centre: pointAsJson(outline.centre),
        radiusMetres: outline.radiusCentimetres / 100,
      };
    case 'corridor':
      return {
        kind: outline.kind,
        line: outline.line.map(pointAsJson),
        halfWidthMetres: outline.halfWidthCentimetres / 100,
      };
  }
}

function pointAsJson({ latE7, lonE7 }: Position): object {
  return { lat: latE7 / 1e7, lon: lonE7 / 1e7 };
}
